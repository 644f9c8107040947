/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What changed between the papers of a meeting: a pack that was issued again, a page saved again, fuller minutes. Worked
 * out from the kept drafts when asked, stored nowhere. Papers stand by their form, those of one form by when they came: here,
 * where only is shown what the member was given and when, that may count. Papers of one run (a folder) came at one time,
 * and the order in which they were read tells nothing: of these the one that says more is taken for the later. */
#include "config.h"

#include "src/store/keep.h"
#include "src/store/merge.h"
#include "src/store/placed.h"
#include "src/store/read.h"

#include <stdlib.h>
#include <string.h>

/* A paper of the meeting, in the order in which it takes the place of others. */
struct edition {
    struct draft *draft;
    size_t paper; /* among the meeting's, as items were paired */
    char *stamp;
    struct date day;
    size_t weight; /* bytes of all that it says */
};

struct comparing {
    const void *parent;
    struct edition *editions;
    size_t n;
    struct meeting_changes *out;
};

/* ---- papers -------------------------------------------------------------------------------------------------- */

static int by_rank_and_day(const void *left, const void *right)
{
    const struct edition *a = left, *b = right;
    int order = draft_rank(a->draft) - draft_rank(b->draft);
    if (!order)
        order = strcmp(a->stamp, b->stamp);
    if (!order)
        order = (a->weight > b->weight) - (a->weight < b->weight);
    return order ? order : strcmp(a->draft->sha256, b->draft->sha256);
}

static void add_weight(void *to, int depth, const char *name, const char *value)
{
    size_t *weight = to;
    (void)depth, (void)name;
    *weight += value ? strlen(value) : 0;
}

/* Where it lay when it was read says nothing. */
static size_t weight_of(const struct meeting *meeting)
{
    struct meeting said = *meeting;
    size_t weight = 0;
    said.sources = NULL;
    said.n_sources = 0;
    record_write(&meeting_type, &said, add_weight, &weight);
    return weight;
}

static enum status read_editions(const void *parent, struct db *db, int64_t meeting, struct edition **out, size_t *n, struct err *err)
{
    static const char SQL_PAPERS[] =
        "SELECT d.id, s.imported FROM meeting_source k JOIN source s ON s.id = k.source"
        " JOIN draft d ON d.source = s.id AND d.state = 'live' WHERE k.meeting = ?1 ORDER BY k.n";
    enum status status = STATUS_OK;
    struct rows rows = db_select(db, SQL_PAPERS, err, v_int(meeting));
    while (status == STATUS_OK && rows_next(&rows)) {
        struct edition *edition = mem_append(parent, *out, *n);
        edition->paper = *n - 1;
        edition->stamp = rows_text(parent, &rows, 1);
        char *day = mem_strndup(NULL, edition->stamp, 10);
        if (!date_parse_iso(day, &edition->day))
            edition->day = (struct date){0};
        talloc_free(day);
        status = keep_load(parent, db, rows_int(&rows, 0), &edition->draft, err);
        edition->weight = status == STATUS_OK ? weight_of(edition->draft->meeting) : 0;
    }
    enum status ended = rows_end(&rows);
    return status == STATUS_OK ? ended : status;
}

/* Items that the member attached papers to are found as the meeting found them. */
static enum status place_editions(const void *parent, struct db *db, const struct comparing *comparing, struct err *err)
{
    struct correction_rows rows;
    enum status status = user_corrections(parent, db, &rows, err);
    for (size_t i = 0; i < comparing->n && status == STATUS_OK; i++) {
        struct draft *draft = comparing->editions[i].draft;
        const char *item = NULL, *url = NULL;
        for (size_t r = 0; r < rows.n; r++)
            if (strcmp(rows.at[r].sha256, draft->sha256) == 0) {
                item = strcmp(rows.at[r].field, "item") == 0 ? rows.at[r].value : item;
                url = strcmp(rows.at[r].field, "url") == 0 ? rows.at[r].value : url;
            }
        placed_apply(draft, item, url);
    }
    return status;
}

/* ---- changes --------------------------------------------------------------------------------------------------- */

static struct changed_paper paper_of(const void *parent, const struct edition *edition)
{
    struct changed_paper paper = {.path = mem_strdup(parent, edition->draft->path), .form = edition->draft->form, .day = edition->day};
    memcpy(paper.sha256, edition->draft->sha256, SHA256_HEX);
    return paper;
}

static struct meeting_change *add(struct comparing *comparing, enum meeting_change_kind kind, const struct edition *old, const struct edition *new)
{
    struct meeting_change *change = mem_append(comparing->parent, comparing->out->at, comparing->out->n);
    change->kind = kind;
    change->old_paper = paper_of(comparing->parent, old);
    change->new_paper = paper_of(comparing->parent, new);
    return change;
}

/* Is it all said in NEW, too? */
static bool holds(const char *new, const char *old)
{
    char *a = text_fold(NULL, new), *b = text_fold(NULL, old);
    bool held = strstr(a, b) != NULL;
    talloc_free(a);
    talloc_free(b);
    return held;
}

/* ---- the meeting itself ---------------------------------------------------------------------------------------- */

static char *date_said(const void *parent, const struct meeting *meeting)
{
    return date_is_set(meeting->date) ? date_iso(parent, meeting->date) : NULL;
}
static char *venue_said(const void *parent, const struct meeting *meeting)
{
    return mem_strdup(parent, meeting->venue);
}
/* That a meeting was held is no news to whoever holds its agenda; that it was called off is. */
static char *status_said(const void *parent, const struct meeting *meeting)
{
    bool off = meeting->status && (strcmp(meeting->status, "cancelled") == 0 || strcmp(meeting->status, "postponed") == 0);
    const char *said = off && meeting->status_text ? meeting->status_text : off ? meeting->status : meeting->status ? "as planned" : NULL;
    return mem_strdup(parent, said);
}

static void compare_headings(struct comparing *comparing)
{
    static const struct said {
        const char *field;
        char *(*of)(const void *parent, const struct meeting *meeting);
    } said[] = {{"date", date_said}, {"time", meeting_time}, {"venue", venue_said}, {"status", status_said}};
    for (size_t s = 0; s < MB_LENGTH(said); s++) {
        const struct edition *last = NULL;
        char *before = NULL;
        for (size_t i = 0; i < comparing->n; i++) {
            char *now = said[s].of(comparing->parent, comparing->editions[i].draft->meeting);
            if (now && before && !text_same_words(now, before)) {
                struct meeting_change *change = add(comparing, CHANGE_TEXT, last, &comparing->editions[i]);
                change->field = mem_strdup(comparing->parent, said[s].field);
                change->old_text = before;
                change->new_text = now;
            }
            before = now ? now : before;
            last = now ? &comparing->editions[i] : last;
        }
    }
}

/* ---- items ------------------------------------------------------------------------------------------------------- */

static void name_item(struct comparing *comparing, struct meeting_change *change, const struct item_row *row, int position)
{
    change->position = position;
    for (size_t i = 0; i < row->n_papers; i++) {
        const struct item *item = row->of[i];
        if (!item)
            continue;
        change->item_title = change->item_title ? change->item_title : mem_strdup(comparing->parent, item->title);
        change->agenda_number = change->agenda_number ? change->agenda_number : mem_strdup(comparing->parent, item->agenda_number);
        change->minute_number = change->minute_number ? change->minute_number : mem_strdup(comparing->parent, item->minute_number);
    }
}

static const struct item_field {
    const char *name;
    size_t offset; /* SIZE_MAX: the report */
} item_fields[] = {
    {"title", offsetof(struct item, title)},
    {"agenda_number", offsetof(struct item, agenda_number)},
    {"minute_number", offsetof(struct item, minute_number)},
    {"timing", offsetof(struct item, timing)},
    {"pages_note", offsetof(struct item, pages_note)},
    {"agenda_text", offsetof(struct item, agenda_text)},
    {"minutes_text", offsetof(struct item, minutes_text)},
    {"decision_text", offsetof(struct item, decision_text)},
    {"report_text", SIZE_MAX},
};

static char *text_of(const void *parent, const struct item *item, const struct item_field *field)
{
    if (field->offset == SIZE_MAX)
        return item->n_blocks ? item_report_text(parent, item) : NULL;
    return mem_strdup(parent, *(char *const *)((const char *)item + field->offset));
}

/* What one paper says in a field of an item. */
struct telling {
    const struct edition *edition;
    const struct item *item;
    char *text; /* NULL: nothing */
};

static void add_change(struct comparing *comparing, const struct item_row *row, int position, const struct item_field *field,
                       const struct telling *old, const struct telling *new)
{
    struct meeting_change *change = add(comparing, CHANGE_TEXT, old->edition, new->edition);
    name_item(comparing, change, row, position);
    change->field = mem_strdup(comparing->parent, field->name);
    change->old_text = old->text;
    change->new_text = new->text;
    change->fuller = holds(new->text, old->text);
    change->old_cut = field->offset == offsetof(struct item, minutes_text) && old->item->truncated;
    if (field->offset == SIZE_MAX) {
        change->old_blocks = old->item->blocks, change->n_old_blocks = old->item->n_blocks;
        change->new_blocks = new->item->blocks, change->n_new_blocks = new->item->n_blocks;
    }
}

/* A minute that is cut off came of the whole one, whichever was imported first: nothing of it is gone. */
static bool only_cuts(const struct item_field *field, const struct telling *old, const struct telling *new)
{
    return field->offset == offsetof(struct item, minutes_text) && new->item->truncated && !old->item->truncated &&
           holds(old->text, new->text);
}

static void compare_field(struct comparing *comparing, const struct item_row *row, int position, const struct item_field *field)
{
    struct telling before = {0};
    for (size_t i = 0; i < comparing->n; i++) {
        struct telling now = {.edition = &comparing->editions[i], .item = row->of[comparing->editions[i].paper]};
        now.text = now.item ? text_of(comparing->parent, now.item, field) : NULL;
        bool differs = now.text && before.text && !text_same_words(now.text, before.text);
        if (differs && only_cuts(field, &before, &now)) {
            add_change(comparing, row, position, field, &now, &before);
            continue;
        }
        if (differs)
            add_change(comparing, row, position, field, &before, &now);
        if (now.text)
            before = now;
    }
}

/* Items that an edition of the whole agenda has and the one before it had not, and those that it lacks. */
static void compare_presence(struct comparing *comparing, const struct item_row *row, int position)
{
    const struct edition *last = NULL;
    for (size_t i = 0; i < comparing->n; i++) {
        const struct edition *edition = &comparing->editions[i];
        if (!form_is_whole(edition->draft->form) || edition->draft->incomplete || edition->draft->meeting->n_items == 0)
            continue;
        bool has = row->of[edition->paper] != NULL, had = last && row->of[last->paper] != NULL;
        if (last && has != had)
            name_item(comparing, add(comparing, has ? CHANGE_ITEM_CAME : CHANGE_ITEM_GONE, last, edition), row, position);
        last = edition;
    }
}

static void compare_items(struct comparing *comparing)
{
    struct draft **drafts = mem_zero_named(comparing->parent, (comparing->n + 1) * sizeof *drafts, "drafts");
    for (size_t i = 0; i < comparing->n; i++)
        drafts[comparing->editions[i].paper] = comparing->editions[i].draft;
    struct item_rows *rows = pair_items(comparing->parent, drafts, comparing->n);
    for (size_t i = 0; i < rows->n; i++) {
        compare_presence(comparing, &rows->at[i], (int)i + 1);
        for (size_t f = 0; f < MB_LENGTH(item_fields); f++)
            compare_field(comparing, &rows->at[i], (int)i + 1, &item_fields[f]);
    }
}

enum status store_changes(const void *parent, struct store *store, const char *meeting_id, struct meeting_changes *out, struct err *err)
{
    int64_t meeting = 0;
    struct comparing comparing = {.parent = parent, .out = out};
    *out = (struct meeting_changes){0};
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = read_meeting_row(store->db, meeting_id, &meeting, err);
    if (status == STATUS_OK && meeting)
        status = read_editions(parent, store->db, meeting, &comparing.editions, &comparing.n, err);
    if (status == STATUS_OK && comparing.n > 1)
        status = place_editions(parent, store->db, &comparing, err);
    db_read_end(store->db);
    if (status != STATUS_OK || comparing.n < 2)
        return status;
    qsort(comparing.editions, comparing.n, sizeof *comparing.editions, by_rank_and_day);
    compare_headings(&comparing);
    compare_items(&comparing);
    return STATUS_OK;
}
