/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Where a paper that was attached by hand belongs (placed.h): found among what is published before anything of it is
 * kept, so that words which lead nowhere change nothing. */
#include "config.h"

#include "src/store/placed.h"
#include "src/store/user_rows.h"

#include <string.h>

#define SHOWN_CELLS 60

/* ---- an item in words ---------------------------------------------------------------------------------------- */

static const struct said {
    const char *name;
    size_t offset;
} said[] = {{"id", offsetof(struct item, service_id)},
            {"agenda", offsetof(struct item, agenda_number)},
            {"minute", offsetof(struct item, minute_number)},
            {"title", offsetof(struct item, title)}};

#define SAID(item, which) ((char **)(void *)((char *)(item) + (which)->offset))

char *placed_item_words(const void *parent, const struct item *item)
{
    struct buf words;
    struct item copy = *item;
    buf_init(&words, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < MB_LENGTH(said); i++) {
        const char *value = *SAID(&copy, &said[i]);
        char *line = value ? text_squeeze(NULL, value, strlen(value)) : NULL;
        if (line)
            buf_printf(&words, "%s%s: %s", words.len ? "\n" : "", said[i].name, line);
        talloc_free(line);
    }
    return buf_take(&words);
}

static void apply_words(const void *parent, struct item *item, const char *words)
{
    for (const char *line = words; *line; line += strcspn(line, "\n"), line += *line == '\n')
        for (size_t i = 0; i < MB_LENGTH(said); i++) {
            size_t name = strlen(said[i].name), n = strcspn(line, "\n");
            if (n > name + 2 && strncmp(line, said[i].name, name) == 0 && strncmp(line + name, ": ", 2) == 0)
                *SAID(item, &said[i]) = mem_strndup(parent, line + name + 2, n - name - 2);
        }
}

void placed_apply(struct draft *draft, const char *item, const char *url)
{
    struct meeting *meeting = draft->meeting;
    if (meeting->n_items != 1 || (!item && !url))
        return;
    if (form_is_report(draft->form)) {
        struct attachment *own = mem_append(meeting, meeting->items[0].attachments, meeting->items[0].n_attachments);
        *own = (struct attachment){.title = meeting->items[0].title, .url = mem_strdup(meeting, url), .held = true};
    }
    if (item)
        apply_words(meeting, &meeting->items[0], item);
}

/* ---- finding it ------------------------------------------------------------------------------------------------ */

struct finding {
    const void *parent;
    struct store *store;
    const struct draft *draft;
    const struct import_options *options;
    struct meeting *meeting;
    const struct item *item;
    struct err *err;
};

/* The meeting that is named, with papers besides this one. */
static enum status find_meeting(struct finding *finding, const char *id)
{
    struct err inner = {0};
    enum status status = store_meeting(finding->parent, finding->store, id, &finding->meeting, &inner);
    size_t others = 0;
    if (status == STATUS_USAGE)
        return err_set(finding->err, STATUS_USAGE, "no meeting is called \"%s\": name one that is held, or say --committee and --date", id);
    if (status != STATUS_OK)
        return err_set(finding->err, status, "%s", inner.text);
    for (size_t i = 0; i < finding->meeting->n_sources; i++)
        others += strcmp(finding->meeting->sources[i].sha256, finding->draft->sha256) != 0;
    if (others == 0)
        return err_set(finding->err, STATUS_USAGE, "no other paper of \"%s\" is held: import its agenda or minutes first, or say --committee and --date",
                       id);
    return STATUS_OK;
}

static enum status find_item(struct finding *finding)
{
    const struct meeting *meeting = finding->meeting;
    int position = finding->options->item_position;
    if (!form_is_part(finding->draft->form))
        return err_set(finding->err, STATUS_USAGE, "%s \"%s\" is of a whole meeting: name the meeting alone, or say --form report-text",
                       form_words(finding->draft->form), finding->draft->path ? finding->draft->path : "");
    finding->item = meeting_item(meeting, position);
    if (!finding->item)
        return err_set(finding->err, STATUS_USAGE, "%s has no item at place %d: it has %zu", meeting->id, position, meeting->n_items);
    return STATUS_OK;
}

/* ---- by its address --------------------------------------------------------------------------------------------- */

/* Items under which a paper is listed; of several the first and how many. */
struct listed_under {
    char *meeting_id;
    int position;
    size_t n;
};

static enum status look_up_address(struct finding *finding, struct listed_under *out)
{
    static const char SQL_LISTED[] =
        "SELECT a.url, a.service_id, m.site, m.meeting_id, i.position FROM attachment a JOIN item i ON i.id = a.item"
        " JOIN meeting m ON m.id = i.meeting AND m.edition = 1 WHERE a.url IS NOT NULL OR a.service_id IS NOT NULL"
        " ORDER BY m.meeting_id, i.position";
    const char *only = finding->meeting ? finding->meeting->id : NULL;
    struct rows rows = db_select(finding->store->db, SQL_LISTED, finding->err);
    while (rows_next(&rows)) {
        void *row = talloc_named_const(NULL, 0, "listed");
        struct attachment attachment = {.url = rows_text(row, &rows, 0), .service_id = rows_text(row, &rows, 1)};
        char *id = rows_text(row, &rows, 3);
        int position = (int)rows_int(&rows, 4);
        bool again = out->n && strcmp(out->meeting_id, id) == 0 && out->position == position;
        if (!again && (!only || strcmp(only, id) == 0) && attachment_is_at(&attachment, rows_text(row, &rows, 2), finding->options->url)) {
            out->n++;
            out->position = position;
            out->meeting_id = mem_strdup(finding->parent, id);
        }
        talloc_free(row);
    }
    return rows_end(&rows);
}

static enum status find_by_address(struct finding *finding)
{
    struct listed_under under = {0};
    enum status status = look_up_address(finding, &under);
    if (status != STATUS_OK)
        return status;
    if (under.n == 0)
        return err_set(finding->err, STATUS_USAGE, "no paper that is held lists the address %s: import the meeting's page first, or name the meeting and item",
                       finding->options->url);
    if (!form_is_part(finding->draft->form))
        return STATUS_OK; /* minutes are listed with the next meeting: that says nothing of theirs */
    if (under.n > 1)
        return err_set(finding->err, STATUS_USAGE, "the address %s is listed under %zu items: name the meeting and item", finding->options->url, under.n);
    if (!finding->meeting)
        status = find_meeting(finding, under.meeting_id);
    if (status == STATUS_OK)
        finding->item = meeting_item(finding->meeting, under.position);
    return status;
}

/* ---- by its title ----------------------------------------------------------------------------------------------- */

static bool same_title(const char *a, const char *b)
{
    return !text_same_words(a, NULL) && text_same_words(a, b);
}

static bool bears_title(const struct item *item, const char *title)
{
    bool bears = same_title(item->title, title);
    for (size_t i = 0; i < item->n_attachments && !bears; i++)
        bears = same_title(item->attachments[i].title, title);
    return bears;
}

/* A report of a meeting that is named, but of no item: the only one that bears its title. Where the paper was placed
 * before, its own item is not asked. */
static enum status find_by_title(struct finding *finding)
{
    const struct meeting *own = finding->draft->meeting;
    size_t found = 0;
    for (size_t i = 0; own->n_items == 1 && i < finding->meeting->n_items; i++)
        if (bears_title(&finding->meeting->items[i], own->items[0].title)) {
            finding->item = &finding->meeting->items[i];
            found++;
        }
    if (found == 1)
        return STATUS_OK;
    return err_set(finding->err, STATUS_USAGE, "%s does not say of which item the report \"%s\" is: name the item", finding->meeting->id,
                   own->n_items && own->items[0].title ? own->items[0].title : finding->draft->path ? finding->draft->path : "");
}

/* ---- as it is kept ---------------------------------------------------------------------------------------------- */

/* What was stated before stays as it was put where it leads to the same meeting: the same words again change nothing. */
static enum status keep_meeting(struct finding *finding, struct placed *out)
{
    struct correction_rows rows;
    struct buf sums;
    const struct meeting *meeting = finding->meeting;
    enum status status = user_corrections(finding->parent, finding->store->db, &rows, finding->err);
    buf_init(&sums, finding->parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < meeting->n_sources && status == STATUS_OK; i++) {
        const char *sum = meeting->sources[i].sha256;
        if (strcmp(sum, finding->draft->sha256) == 0)
            continue;
        buf_printf(&sums, "%s%s", sums.len ? " " : "", sum);
        for (size_t r = 0; r < rows.n; r++)
            if (strcmp(rows.at[r].sha256, finding->draft->sha256) == 0 && strcmp(rows.at[r].field, "meeting") == 0 && strstr(rows.at[r].value, sum))
                out->meeting = mem_strdup(finding->parent, rows.at[r].value);
    }
    out->meeting = out->meeting ? out->meeting : buf_take(&sums);
    return status;
}

static const char *name_of_paper(const struct finding *finding)
{
    const char *path = finding->draft->path, *slash = path ? strrchr(path, '/') : NULL;
    return path && *path ? short_text(finding->parent, slash && slash[1] ? slash + 1 : path, SHOWN_CELLS) : "the paper";
}

/* "minute 59", "item 6": as it is printed, else by its place. */
static char *name_of_item(const struct finding *finding)
{
    const struct item *item = finding->item;
    if (item->minute_number)
        return mem_printf(finding->parent, "minute %s", item->minute_number);
    return item->agenda_number ? mem_printf(finding->parent, "item %s", item->agenda_number) : mem_printf(finding->parent, "place %d", item->position);
}

/* "late.pdf is of minute 42, Housing Scrutiny Panel, 6 March 2031: Empty Homes" */
static char *sentence_of(const struct finding *finding)
{
    const void *parent = finding->parent;
    const struct meeting *meeting = finding->meeting;
    const char *paper = name_of_paper(finding);
    if (!meeting)
        return mem_printf(parent, "address of %s: %s", paper, short_text(parent, finding->options->url, SHOWN_CELLS));
    const char *committee = meeting->committee ? short_text(parent, meeting->committee, SHOWN_CELLS) : "committee not stated";
    const char *day = date_is_set(meeting->date) ? date_words(parent, meeting->date) : "day not known";
    if (!finding->item)
        return mem_printf(parent, "%s is of %s, %s", paper, committee, day);
    return mem_printf(parent, "%s is of %s, %s, %s: %s", paper, name_of_item(finding), committee, day,
                      short_text(parent, finding->item->title ? finding->item->title : "", SHOWN_CELLS));
}

static enum status find(struct finding *finding, struct placed *out)
{
    const struct import_options *options = finding->options;
    bool report = form_is_report(finding->draft->form);
    enum status status = options->meeting ? find_meeting(finding, options->meeting) : STATUS_OK;
    if (status == STATUS_OK && options->item_position)
        status = find_item(finding);
    else if (status == STATUS_OK && options->url && !(options->meeting && !report))
        status = find_by_address(finding);
    if (status == STATUS_OK && finding->meeting && report && !finding->item)
        status = find_by_title(finding);
    if (status == STATUS_OK && finding->meeting)
        status = keep_meeting(finding, out);
    if (status != STATUS_OK)
        return status;
    out->item = finding->item ? placed_item_words(finding->parent, finding->item) : NULL;
    out->url = options->url ? text_squeeze(finding->parent, options->url, strlen(options->url)) : NULL;
    out->sentence = sentence_of(finding);
    return STATUS_OK;
}

enum status placed_find(const void *parent, struct store *store, const struct draft *draft, const struct import_options *options,
                        struct placed *out, struct err *err)
{
    *out = (struct placed){0};
    if (!options || (!options->meeting && !options->url && !options->item_position))
        return STATUS_OK;
    if (form_is_list(draft->form))
        return err_set(err, STATUS_USAGE, "%s \"%s\" is of no meeting: name no meeting, item or address with it", form_words(draft->form),
                       draft->path ? draft->path : "");
    if (options->item_position && !options->meeting)
        return err_set(err, STATUS_USAGE, "item %d of which meeting? Name the meeting, too", options->item_position);
    struct finding finding = {.parent = parent, .store = store, .draft = draft, .options = options, .err = err};
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = find(&finding, out);
    db_read_end(store->db);
    return status;
}

/* ---- what is still to be said ----------------------------------------------------------------------------------- */

enum status placed_needs(const void *parent, struct db *db, int64_t source, struct strings *needs, struct err *err)
{
    static const char SQL_LONE[] =
        "SELECT m.committee IS NULL OR m.date IS NULL OR EXISTS (SELECT 1 FROM meeting o WHERE o.edition = 1 AND o.id <> m.id"
        " AND o.committee_key = m.committee_key AND o.date = m.date) FROM meeting_source s"
        " JOIN meeting m ON m.id = s.meeting AND m.edition = 1 WHERE s.source = ?1 AND NOT EXISTS"
        " (SELECT 1 FROM meeting_source k JOIN source p ON p.id = k.source WHERE k.meeting = m.id AND p.form NOT IN " SQL_PART_FORMS ")";
    int64_t lone = 0;
    enum status status = db_number(db, SQL_LONE, 0, &lone, err, v_int(source));
    if (status == STATUS_OK && lone) {
        strings_add(parent, needs, "meeting");
        strings_add(parent, needs, "item");
    }
    return status;
}
