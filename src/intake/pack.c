/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The reader of agenda packs: the order of its steps, and nothing else (pack.h). */
#include "config.h"

#include "src/intake/agenda.h"
#include "src/intake/readers.h"

#include <string.h>
#include <strings.h>

#define HEADINGS_MIN 3      /* lines beginning with # that make a text Markdown */
#define LOOSE_MIN 40        /* blocks below an agenda that are more than notes on it: reports, though of no item */
#define SUPPLEMENT_WITHIN 40
#define HEADING_LONGEST 90  /* bytes */
#define STOP_FROM 5         /* bytes of a title before its stop */

static void say_what_was_left_out(struct pack *pack)
{
    if (!pack->cut)
        return;
    pack->draft->incomplete = true;
    draft_warn(pack->draft,
               "the paper has more lines or table cells than can be read (%zu and %zu); the rest is left out "
               "or kept as plain lines",
               PACK_PIECES_MAX, PACK_CELLS_MAX);
}

char *pack_page_of(const void *parent, const struct pack *pack, const struct piece *piece)
{
    int page = pack->paged && piece->page ? piece->page + pack->shift : 0;
    return page > 0 ? mem_printf(parent, "%d", page) : NULL;
}

/* Says the cover that these are papers which came later? */
static bool is_supplement(const struct pack *pack)
{
    struct buf head;
    buf_init(&head, pack->scratch, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < pack->front.n && i < SUPPLEMENT_WITHIN; i++)
        buf_printf(&head, "%s ", pack->front.at[i]);
    bool later = head.data && pack_line_says(PACK_SUPPLEMENT_SENTENCE, head.data);
    buf_release(&head);
    if (later)
        return true;
    for (size_t i = 0; i < pack->front.n && i < SUPPLEMENT_WITHIN; i++) {
        const char *line = pack->front.at[i];
        if (strlen(line) <= HEADING_LONGEST && *line && !text_stops(line) && pack_line_says(PACK_SUPPLEMENT, line))
            return true;
    }
    return false;
}

bool pack_read_pieces(struct pack *pack)
{
    pack_mend(pack);
    if (!pack_read_agenda(pack))
        return false;
    pack_read_front(pack);
    pack->supplement = is_supplement(pack);
    pack_read_people(pack);
    pack_read_contact(pack);
    pack_settle_date(pack);
    report_read_all(pack);
    programme_read(pack);
    say_what_was_left_out(pack);
    return true;
}

/* Is there an agenda in TEXT? One that is no table is looked for among its lines: with pages, or else, where the member
 * says that there is one or nothing else can be meant (AGENDA_NAMED), by its heading and its usual items. CHAIN is taken although
 * there is a table. */
static bool find_agenda(struct pack *pack, const char *text, size_t n, enum agenda_evidence evidence, const struct chain *chain)
{
    if (!chain && pack_has_table(text))
        return true;
    struct agenda *agenda = mem_new(pack->scratch, struct agenda);
    if (agenda_read(pack->scratch, text, n, evidence, chain, agenda))
        pack->listed = agenda;
    return pack->listed;
}

/* The head of a table, but no rows below it: its agenda is listed in lines. */
static bool read_as_list(struct pack *pack, const char *text, size_t n)
{
    struct agenda *agenda = mem_new(pack->scratch, struct agenda);
    if (pack->listed || !agenda_read(pack->scratch, text, n, AGENDA_NAMED, NULL, agenda))
        return false;
    pack->listed = agenda;
    pack->pieces = NULL;
    pack->n = 0;
    pack->front = (struct strings){0};
    pack_split(pack, text, n);
    return pack_read_pieces(pack);
}

/* ---- as text, and which paper it is -------------------------------------------------------------------------- */

static bool is_markdown(const char *text)
{
    size_t headings = 0;
    for (const char *line = text; *line && headings < HEADINGS_MIN;) {
        size_t hashes = strspn(line, "#");
        headings += hashes > 0 && line[hashes] == ' ';
        line += strcspn(line, "\n");
        line += *line == '\n';
    }
    return headings >= HEADINGS_MIN;
}

static bool has_reports(const struct pack *pack)
{
    for (size_t i = 0; i < pack->meeting->n_items; i++)
        if (pack->meeting->items[i].n_blocks)
            return true;
    return pack->loose.n >= LOOSE_MIN;
}

/* What was read, or where nothing was, a pack: the head of a table without rows. */
static enum form form_of(const struct pack *pack, const char *text, bool found)
{
    enum form agenda = is_markdown(text) ? FORM_PACK_MARKDOWN : FORM_PACK_TEXT;
    return !found ? agenda : pack->supplement ? FORM_SUPPLEMENT_TEXT : has_reports(pack) ? agenda : FORM_FRONTSHEET_TEXT;
}

/* Does TITLE end with a stop that is not of its last word? */
static bool ends_with_stop(const char *title)
{
    size_t n = title ? strlen(title) : 0;
    return n > STOP_FROM && title[n - 1] == '.' && title[n - 2] != '.' && strncasecmp(title + n - 4, "etc.", 4) != 0;
}

/* Where the titles end as sentences do, most of them, none needs its stop: "1. Question Time." */
static void drop_title_stops(struct meeting *meeting)
{
    size_t stopped = 0;
    for (size_t i = 0; i < meeting->n_items; i++)
        stopped += ends_with_stop(meeting->items[i].title);
    for (size_t i = 0; i < meeting->n_items && stopped > 1 && stopped * 2 > meeting->n_items; i++)
        if (ends_with_stop(meeting->items[i].title))
            meeting->items[i].title[strlen(meeting->items[i].title) - 1] = '\0';
}

bool pack_take(struct draft *draft, const char *text, size_t n, enum agenda_evidence evidence, const struct chain *chain, struct err *err)
{
    struct pack pack = {.scratch = talloc_named_const(NULL, 0, "pack"), .draft = draft, .meeting = draft->meeting};
    bool any = find_agenda(&pack, text, n, evidence, chain), found = false;
    if (any || draft->form != FORM_UNKNOWN) {
        pack_split(&pack, text, n);
        found = pack_read_pieces(&pack) || read_as_list(&pack, text, n);
        drop_title_stops(pack.meeting);
        pack_mark_excluded(pack.meeting);
    }
    if (any && draft->form == FORM_UNKNOWN)
        draft->form = form_of(&pack, text, found);
    talloc_free(pack.scratch);
    if (!found)
        (void)err_set(err, STATUS_INPUT, "no agenda with item numbers, subjects and pages, neither as a table nor as a list");
    return found;
}

enum status pack_read(struct draft *draft, const char *text, size_t n, struct err *err)
{
    return pack_take(draft, text, n, AGENDA_NAMED, NULL, err) ? STATUS_OK : STATUS_INPUT;
}

enum form pack_form(const char *text, bool named)
{
    struct draft *draft = draft_begin(NULL, FORM_UNKNOWN);
    (void)pack_take(draft, text, strlen(text), named ? AGENDA_NAMED : AGENDA_PAGES, NULL, NULL);
    enum form form = draft->form;
    talloc_free(draft);
    return form;
}
