/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Printed minutes and printed decisions (field.md 3.8): which of them a text is, and the order of reading. Frontsheets and
 * supplements are agendas without reports, which the reader of packs reads (pack.c); from lines they become a text
 * again. */
#include "config.h"

#include "src/intake/printed.h"

#include <string.h>
#include <strings.h>

#define HEAD_LINES_MAX 120 /* of a head with all who came */
#define FIRST_LINES 4      /* that hold anything */
#define AGENDA_WITHIN 8    /* in which an agenda says that it is one */
#define PEOPLE_WITHIN 30   /* lines in which minutes say who was present */
#define PRESENT_WITHIN 12  /* the same of papers that do not say that they are minutes */
#define LINE_MAX_BYTES 600 /* of one of them */
#define HEADING_LONGEST 90
#define RESOLVES_MIN 2
#define TOLD_MIN 2         /* lines that tell what happened, below who was present */
#define AFTER_END_MAX 8    /* lines of signatures behind the end of the meeting */

/* ---- the lines ---------------------------------------------------------------------------------------------------- */

static struct page open_page(const void *parent, const struct printed_lines *lines)
{
    struct page page = {.scratch = talloc_named_const(parent, 0, "printed")};
    printed_take(&page, lines);
    printed_part_lines(&page);
    printed_record(&page);
    return page;
}

/* "Decision: That the sum be paid" becomes two lines, the label and the text. */
static void split_labels(struct page *page)
{
    struct page_line *old = page->lines;
    size_t n_old = page->n;
    page->lines = NULL;
    page->n = 0;
    for (size_t i = 0; i < n_old; i++) {
        struct page_line line = old[i];
        size_t n = page_word(WORD_DECISION, line.text);
        if (n > 0 && line.text[n]) {
            struct page_line label = line;
            label.text = mem_strndup(page->scratch, line.text, n);
            *mem_append(page->scratch, page->lines, page->n) = label;
            line.text += n + blanks_at(line.text + n);
            line.gap = true;
        }
        *mem_append(page->scratch, page->lines, page->n) = line;
    }
}

/* ---- which form ---------------------------------------------------------------------------------------------------- */

/* What the lines say of themselves. */
struct look {
    bool minutes, decisions, people, present, report, day, committee, agenda;
    size_t outcomes, resolved, told, page_marks; /* RESOLVED: of the outcomes, those that no agenda proposes */
};

static void look_at_head(const struct page *page, struct look *look)
{
    for (size_t i = 0; i < page->head_end && i < HEAD_LINES_MAX; i++) {
        const char *line = page->lines[i].text;
        struct date date;
        size_t used;
        bool heading = strlen(line) < 300;
        look->minutes |= printed_is_minutes(line);
        look->decisions |= printed_is_decisions(line);
        look->people |= printed_is_people(line);
        look->present |= printed_says_present(line);
        look->report |= heading && pack_line_says(PRINT_REPORT, line);
        look->day |= text_find_date(line, 0, &date, &used) != SIZE_MAX;
        look->committee |= heading && pack_line_says(PACK_BODY, line);
        look->agenda |= i < AGENDA_WITHIN && heading && strcasestr(line, "agenda") && pack_line_says(PACK_HEAD_OF_AGENDA, line);
    }
}

/* Has only a council's page LINE: "Agenda and minutes", "No. Item", "Additional documents:"? A file with its size stands below the head of
 * printed minutes, too. */
static bool is_page_mark(const char *line)
{
    const char *form = page_form_words(line);
    bool names_form = strpbrk(form, " ") && (page_word_is(WORD_FORM_MINUTES, form) || page_word_is(WORD_FORM_AGENDA, form));
    return names_form || page_word_is(WORD_ITEMS, line) || page_word_is(WORD_ITEMS_ABOVE, line) || page_word_is(WORD_DOCUMENTS, line) ||
           page_word_first(WORD_CUT, line, NULL);
}

static struct look look_at(const struct page *page)
{
    struct look look = {0};
    look_at_head(page, &look);
    size_t labels = 0, head_files = 0;
    for (size_t i = 0; i < page->n; i++) {
        const char *line = page->lines[i].text;
        bool outcome = pack_words_at(PRINT_OUTCOME, line) > 0;
        look.outcomes += outcome;
        look.resolved += outcome && strncasecmp(line, "recommended", 11) != 0;
        look.told += i >= page->head_end && printed_tells(line);
        labels += page_word(WORD_MINUTES, line) > 0;
        look.page_marks += is_page_mark(line);
        bool file = file_at_end(line, strlen(line)); /* some sites link the papers below the head of printed minutes, too */
        look.page_marks += file && i >= page->head_end;
        head_files += file && i < page->head_end;
    }
    look.page_marks += labels > 1;
    if (look.outcomes == 0)
        look.page_marks += head_files;
    return look;
}

static enum form form_of(const struct page *page)
{
    struct look look = look_at(page);
    bool says = look.minutes || look.decisions;
    if (look.page_marks > 0 || page->n_items == 0 || (look.report && !says))
        return FORM_UNKNOWN;
    if (page->record || (look.decisions && !look.minutes))
        return FORM_DECISIONS_TEXT;
    bool sure = look.minutes && (look.day || look.people || look.outcomes > 0);
    bool likely = page->n_items > 1 && look.outcomes > 0 && (look.people || look.day || look.committee || look.outcomes > 1);
    bool told = page->n_items > 1 && look.present && look.told >= TOLD_MIN && !look.agenda;
    bool proposed = look.agenda && look.resolved < RESOLVES_MIN; /* "Recommended - That the minutes be signed" */
    return sure || told || (likely && !proposed) ? FORM_MINUTES_TEXT : FORM_UNKNOWN;
}

/* The lines as a text again, for the reader of packs. */
static char *text_of(const void *parent, const struct printed_lines *lines)
{
    struct buf text;
    buf_init(&text, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < lines->n; i++) {
        buf_puts(&text, lines->at[i].gap ? "\n" : "");
        buf_puts(&text, lines->at[i].text);
        buf_puts(&text, "\n");
    }
    return buf_take(&text);
}

enum form printed_form(const struct printed_lines *lines)
{
    void *context = talloc_named_const(NULL, 0, "look");
    struct page page = open_page(context, lines);
    printed_find_items(&page);
    enum form form = form_of(&page);
    if (form == FORM_UNKNOWN && pack_form(text_of(context, lines), false) != FORM_UNKNOWN)
        form = FORM_FRONTSHEET_TEXT;
    talloc_free(context);
    return form;
}

bool printed_tells(const char *line)
{
    static const char *const words[] = {" was ", " were ", " had been ", " oedd ", "resolved", "noted"};
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strcasestr(line, words[i]))
            return true;
    return false;
}

/* Do lines of TEXT tell what happened: do they begin with what was resolved, say it in capitals ("The Committee AGREED that"), or tell of what was? */
static bool narrates(const char *text)
{
    size_t outcomes = 0, told = 0;
    for (const char *at = text; *at && outcomes < RESOLVES_MIN && told < TOLD_MIN; at += strcspn(at, "\n"), at += *at == '\n') {
        at += strspn(at, " \t");
        size_t n = strcspn(at, "\n");
        char *line = mem_strndup(NULL, at, n < LINE_MAX_BYTES ? n : LINE_MAX_BYTES);
        outcomes += pack_words_at(PRINT_OUTCOME, line) > 0 || strstr(line, "AGREED") || strstr(line, "RESOLVED");
        told += printed_tells(line);
        talloc_free(line);
    }
    return outcomes >= RESOLVES_MIN || told >= TOLD_MIN;
}

/* The first lines of a paper that is sure to be minutes: "Minutes of a meeting of ... held", or who was present, below "Minutes" or
 * above what tells what happened. */
bool printed_heads_minutes(const char *text)
{
    size_t lines = 0;
    bool says = false, is = false;
    for (const char *at = text; *at && lines < PEOPLE_WITHIN && !is; at += strcspn(at, "\n"), at += *at == '\n') {
        size_t blanks = strspn(at, " \t\r#*"), n = strcspn(at, "\n\r");
        if (blanks >= n)
            continue;
        lines++;
        char *line = n <= LINE_MAX_BYTES ? mem_strndup(NULL, at + blanks, n - blanks) : mem_strdup(NULL, "");
        bool minutes = lines <= FIRST_LINES && printed_is_minutes(line);
        says |= minutes;
        is = (minutes && (strcasestr(line, " held ") || strcasestr(line, " a gynhaliwyd "))) || (printed_says_present(line) && (says || (lines <= PRESENT_WITHIN && narrates(text))));
        bool agenda = n - blanks <= HEADING_LONGEST && (pack_line_says(PACK_HEAD_OF_AGENDA, line) || (!says && strcasestr(line, "agenda")));
        talloc_free(line);
        if (agenda)
            return false;
    }
    return is;
}

bool printed_heads_decisions(const char *text)
{
    bool says = false, agenda = false;
    size_t lines = 0;
    for (const char *at = text; *at && lines < FIRST_LINES && !agenda; at += strcspn(at, "\n"), at += *at == '\n') {
        size_t blanks = strspn(at, " \t\r#*"), n = strcspn(at, "\n\r");
        if (blanks >= n || n > LINE_MAX_BYTES)
            continue;
        lines++;
        char *line = mem_strndup(NULL, at + blanks, n - blanks);
        says |= printed_is_decisions(line);
        agenda = strcasestr(line, "agenda") || strcasestr(line, "to be taken") || strcasestr(line, "plan");
        talloc_free(line);
    }
    return says && !agenda;
}

enum form printed_looks_like(const char *text)
{
    void *context = talloc_named_const(NULL, 0, "look");
    struct printed_lines lines = printed_split(context, text, strlen(text));
    struct page page = open_page(context, &lines);
    printed_find_items(&page);
    enum form form = form_of(&page);
    talloc_free(context);
    return form;
}

/* ---- reading ---------------------------------------------------------------------------------------------------------- */

/* "Close of meeting", "Duration": the sentence below it is the item's text. */
static bool is_about_the_end(const char *title)
{
    static const char *const words[] = {"clos", "duration", "end of ", "terminat", "conclu", "finish"};
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strcasestr(title, words[i]))
            return true;
    return false;
}

/* The last item ends where the paper says that the meeting did; below stand signatures. */
static void drop_end(struct page *page)
{
    struct page_item *last = &page->items[page->n_items - 1];
    for (size_t i = last->first + 1; i < last->end; i++) {
        const char *line = page->lines[i].text;
        if (strlen(line) > 200 || !pack_line_says(PRINT_ENDS, line) || (i == last->first + 1 && is_about_the_end(page->lines[last->first].text)))
            continue;
        if (last->end - i > AFTER_END_MAX)
            draft_warn(page->draft, "%zu lines stand behind \"%s\"; they are kept with no item", last->end - i - 1,
                       text_short(page->scratch, line));
        last->end = i;
        return;
    }
}

/* A paper of decisions has no agenda text: what stands in an item without a label is what was decided. */
static void settle_decisions(struct meeting *meeting)
{
    for (size_t i = 0; i < meeting->n_items; i++) {
        struct item *item = &meeting->items[i];
        if (item->decision_text || !item->agenda_text)
            continue;
        item->decision_text = item->agenda_text;
        item->agenda_text = NULL;
    }
}

/* In printed minutes "Decision" heads the end of a minute, unless "Minutes" heads another part of the same item. */
static void keep_decisions_in_minutes(struct page *page)
{
    for (size_t i = page->head_end; i < page->n; i++)
        if (page_word(WORD_MINUTES, page->lines[i].text) > 0 && page_word_is(WORD_MINUTES, page->lines[i].text))
            return;
    for (size_t i = page->head_end; i < page->n; i++)
        if (page->lines[i].label == LINE_BY_WORDS && page_word_is(WORD_DECISION, page->lines[i].text))
            page->lines[i].label = LINE_TEXT;
}

/* "DURATION OF MEETING" and "7.00 pm to 9.40 pm" below it: in minutes that is the item's text, no hour planned for it. */
static void settle_timings(struct meeting *meeting)
{
    for (size_t i = 0; i < meeting->n_items; i++) {
        struct item *item = &meeting->items[i];
        if (!item->timing || item->minutes_text || item->decision_text || item->agenda_text)
            continue;
        item->minutes_text = item->timing;
        item->timing = NULL;
    }
}

static void read_page(struct page *page, bool decisions)
{
    struct page_part part = {0};
    printed_read_head(page);
    printed_read_people(page);
    drop_end(page);
    page->has_minutes = !decisions;
    if (!decisions)
        keep_decisions_in_minutes(page);
    for (size_t i = 0; i < page->n_items; i++)
        page_read_item(page, i, &part);
    if (decisions)
        settle_decisions(page->meeting);
    else
        settle_timings(page->meeting);
    page_settle(page);
    pack_mark_excluded(page->meeting);
    if (page->cut) {
        page->draft->incomplete = true;
        draft_warn(page->draft, "INCOMPLETE: the paper has more than %zu lines; the rest was not read", PAGE_LINES_MAX);
    }
}

static bool is_agenda(enum form form)
{
    return form == FORM_FRONTSHEET_TEXT || form == FORM_FRONTSHEET_PDF || form == FORM_SUPPLEMENT_TEXT ||
           form == FORM_SUPPLEMENT_PDF;
}

enum status printed_read_lines(struct draft *draft, const struct printed_lines *lines, struct err *err)
{
    if (is_agenda(draft->form)) {
        char *text = text_of(NULL, lines);
        enum status status = pack_read(draft, text, strlen(text), err);
        talloc_free(text);
        return status;
    }
    bool decisions = draft->form == FORM_DECISIONS_TEXT || draft->form == FORM_DECISIONS_PDF;
    struct page page = open_page(NULL, lines);
    page.draft = draft;
    page.meeting = draft->meeting;
    if (decisions)
        split_labels(&page);
    printed_find_items(&page);
    bool found = page.n_items > 0;
    if (found)
        read_page(&page, decisions);
    talloc_free(page.scratch);
    return found ? STATUS_OK
                 : err_set(err, STATUS_INPUT, "no items were found: printed minutes have numbered titles, \"12. Apologies\"");
}

enum status printed_read(struct draft *draft, const char *text, size_t n, struct err *err)
{
    void *context = talloc_named_const(NULL, 0, "lines");
    struct printed_lines lines = printed_split(context, text, n);
    enum status status = printed_read_lines(draft, &lines, err);
    talloc_free(context);
    return status;
}
