/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Printed minutes whose items are not title and text below each other: rows of a table ("Item | Decision | Reason"),
 * titles in capitals with their text on the same line, the label "Decision" without its colon. All become the lines that
 * other papers have. */
#include "config.h"

#include "src/intake/printed.h"

#include <ctype.h>
#include <string.h>

#define HEADER_LONGEST 300
#define RUN_IN_MIN 4    /* capitals of a title before its text */
#define RUN_IN_MAX 160
#define BARE_DIGITS 4   /* of a number without a stop, before capitals */
#define SMALL_MAX 90    /* the same in small letters, behind a number */
#define HEAD_FIRST 3    /* lines at the top in which "Decisions" names the paper */
#define HEAD_CELLS_MAX 4 /* of the head of a table whose cells stand on lines of their own */
#define CELL_LONGEST 30
#define HEADS_WITHIN 40  /* lines */
#define BARE_ROWS 3      /* that make a table without a head */
#define BARE_FIRST 40    /* the number of its first row at most */
#define NOWHERE SIZE_MAX

struct table {
    struct strings names; /* of its columns */
    size_t number, subject, outcome, actor; /* ACTOR: who acts; the decisions then stand in rows below the titles */
};

struct parting {
    struct page *page;
    struct page_line *lines;
    size_t n;
    struct table table; /* the one being read; no names: none */
    size_t asked;       /* tables that may list actions */
    bool itemed;        /* items stand above one of them: so they do above the rest */
    const char *small;  /* what parts titles in small letters from their text; NULL */
};

static void add(struct parting *parting, const struct page_line *from, const char *text, bool gap, bool bold)
{
    struct page_line line = *from;
    line.text = mem_strdup(parting->page->scratch, text);
    line.gap = gap;
    line.bold = bold;
    line.width = 0;
    *mem_append(parting->page->scratch, parting->lines, parting->n) = line;
}

/* ---- tables ---------------------------------------------------------------------------------------------------- */

static bool read_header(const void *parent, const char *row, struct table *table)
{
    *table = (struct table){.number = NOWHERE, .subject = NOWHERE, .outcome = NOWHERE, .actor = NOWHERE};
    if (!strchr(row, '\t') || strlen(row) > HEADER_LONGEST)
        return false;
    table->names = pack_cells(parent, row);
    for (size_t i = 0; i < table->names.n; i++) {
        char *name = text_fold(NULL, table->names.at[i]);
        if (pack_says(PRINT_COLUMN_OF_OUTCOMES, name))
            table->outcome = table->outcome == NOWHERE ? i : table->outcome;
        else if (pack_says(PRINT_COLUMN_OF_ACTORS, name))
            table->actor = i;
        else if (pack_says(PACK_COLUMN_OF_NUMBERS, name) || (pack_says(PACK_COLUMN_OF_ITEMS, name) && table->number == NOWHERE))
            table->number = i;
        else if (pack_says(PACK_COLUMN_OF_SUBJECTS, name) && table->subject == NOWHERE)
            table->subject = i;
        talloc_free(name);
    }
    if (table->subject == NOWHERE && table->number != NOWHERE && table->outcome != table->number + 1) {
        table->subject = table->number + 1;
        if (table->subject >= table->names.n)
            table->subject = NOWHERE;
    }
    bool acts = table->actor != NOWHERE && table->subject != NOWHERE && table->number != NOWHERE && table->subject != table->actor;
    return acts || (table->outcome != NOWHERE && (table->subject != NOWHERE || table->number != NOWHERE));
}

bool printed_heads_table(const char *row)
{
    struct table table;
    void *context = talloc_named_const(NULL, 0, "head");
    bool head = read_header(context, row, &table) && table.outcome != NOWHERE;
    talloc_free(context);
    return head;
}

/* A cell as lines below each other. */
static void add_cell(struct parting *parting, const struct page_line *from, const char *label, const char *cell)
{
    bool decision = label && pack_line_says(PRINT_DECISION_LABEL, label);
    if (decision)
        add(parting, from, "Decision:", true, false);
    char *text = label && !decision && !pack_line_says(PRINT_COLUMN_OF_OUTCOMES, label) ? mem_printf(parting->page->scratch, "%s: %s", label, cell)
                                                                                       : mem_strdup(parting->page->scratch, cell);
    for (char *line = text; line && *line;) {
        char *end = strchr(line, '\n');
        if (end)
            *end = '\0';
        if (*line)
            add(parting, from, line, true, false);
        line = end ? end + 1 : NULL;
    }
}

/* The title of an item as a line of its own; NUMBER "" where the row has none. */
static void add_title(struct parting *parting, const struct page_line *from, const char *number, const char *title)
{
    add(parting, from, *number ? mem_printf(parting->page->scratch, "%s. %s", number, title) : title, true, true);
    parting->lines[parting->n - 1].titled = true;
}

/* "4 | Leisure centre | That it be refurbished"; a row without a number or subject goes on with the one above. A dash stands
 * where a row of the table has no number. */
static void add_row(struct parting *parting, const struct page_line *from, const char *row)
{
    const struct table *table = &parting->table;
    struct strings cells = pack_cells(parting->page->scratch, row);
    struct item_number number = {0};
    const char *first = table->number < cells.n ? cells.at[table->number] : "";
    bool numbered = item_number_parse_bare(first, &number);
    bool dash = strcmp(first, "-") == 0 || strcmp(first, "\xE2\x80\x93") == 0;
    size_t subject = table->subject;
    if (subject == NOWHERE || subject >= cells.n) /* "1 | Apologies": number and subject in the columns at hand */
        subject = numbered ? table->number + 1 : table->number;
    const char *title = subject < cells.n ? cells.at[subject] : "", *below = strchr(title, '\n');
    if (below) /* what was recommended stands below the title */
        title = mem_strndup(parting->page->scratch, title, (size_t)(below - title));
    if (*title && (numbered || dash))
        add_title(parting, from, number.text, title);
    else if (*title)
        add(parting, from, title, true, table->outcome != NOWHERE);
    if (below)
        add_cell(parting, from, NULL, below + 1);
    for (size_t i = 0; i < cells.n; i++)
        if (i != subject && !(i == table->number && (numbered || dash)) && *cells.at[i] && strcmp(cells.at[i], "-") != 0)
            add_cell(parting, from, i < table->names.n ? table->names.at[i] : NULL, cells.at[i]);
}

/* "No. | Subject | Decision" with bars between its cells alone, as a row with TABs; NULL: LINE is none. */
static char *bars_as_tabs(const void *parent, const char *line)
{
    size_t bars = 0;
    for (const char *at = line; (at = strstr(at, " | ")); at += 2)
        bars++;
    if (bars == 0 || strchr(line, '\t'))
        return NULL;
    char *row = mem_strdup(parent, line);
    for (char *at = row; (at = strstr(at, " | ")); at += 2)
        at[1] = '\t';
    return row;
}

/* ---- titles with their text on one line ---------------------------------------------------------------------------- */

/* Bytes of capitals at TEXT that end with a colon, a dash or a stop before the first small letter; 0: none. */
static size_t run_in(const char *text, size_t *rest)
{
    size_t capitals = 0, end = 0;
    for (size_t i = 0; text[i] && i < RUN_IN_MAX && !islower((unsigned char)text[i]); i++) {
        bool dash = text[i] == ' ' && (text_starts(text + i, " - ") || text_starts(text + i, " \xE2\x80\x93 "));
        bool stop = (text[i] == ':' || text[i] == '.') && text[i + 1] == ' ';
        capitals += isupper((unsigned char)text[i]) != 0;
        if (capitals < RUN_IN_MIN || !(dash || stop))
            continue;
        end = i;
        *rest = i + (stop ? 2 : text_starts(text + i, " - ") ? 3 : 5);
    }
    return end && islower((unsigned char)text[*rest + 1]) && isupper((unsigned char)text[*rest]) ? end : 0;
}

/* "109/24 Declarations of interest: None.": bytes of the title in small letters before JOINT, behind a number. */
static size_t run_in_small(const char *text, const char *joint, size_t *rest)
{
    const char *at = strstr(text, joint);
    size_t n = at ? (size_t)(at - text) : 0;
    *rest = n + strlen(joint);
    bool title = n >= RUN_IN_MIN && n <= SMALL_MAX && isupper((unsigned char)*text) && !memchr(text, '.', n) && pack_words_at(PRINT_OUTCOME, text) == 0;
    bool small = title && strcmp(joint, ". ") != 0 && islower((unsigned char)text[*rest]) && text_stops(text); /* "Minutes: agreed and signed." */
    return title && (isupper((unsigned char)text[*rest]) || isdigit((unsigned char)text[*rest]) || small) ? n : 0;
}

/* What parts titles from their text in a paper that has the items of every meeting so, twice at least; NULL: none. */
static const char *usual_run_ins(const struct page *page)
{
    static const char *const joints[] = {": ", " - ", " \xE2\x80\x93 ", ". "};
    for (size_t j = 0; j < MB_LENGTH(joints); j++) {
        size_t usual = 0;
        for (size_t i = 0; i < page->n; i++) {
            struct item_number number;
            const char *text = page->lines[i].text;
            size_t n = item_number_begins(text, &number), rest;
            n += blanks_at(text + n);
            size_t head = n ? run_in_small(text + n, joints[j], &rest) : 0;
            char *title = head ? mem_strndup(page->scratch, text + n, head) : NULL;
            usual += title && text_stops(text) && printed_is_usual(title);
        }
        if (usual > 1)
            return joints[j];
    }
    return NULL;
}

static bool add_run_in(struct parting *parting, const struct page_line *line)
{
    struct item_number number;
    size_t n = item_number_begins(line->text, &number), rest, digits = strspn(line->text, "0123456789");
    bool bare = n == 0 && digits > 0 && digits <= BARE_DIGITS && blanks_at(line->text + digits) > 0; /* "1007 PRECEPT - The Panel agreed" */
    n = bare ? digits : n;
    n += blanks_at(line->text + n);
    size_t head = line->gap || n > 0 ? run_in(line->text + n, &rest) : 0;
    if (head == 0 && n > 0 && !bare && parting->small && !line->bold)
        head = run_in_small(line->text + n, parting->small, &rest);
    if (head == 0 || pack_words_at(PRINT_OUTCOME, line->text + n))
        return false;
    char *title = mem_strndup(parting->page->scratch, line->text, n + head);
    if (n == 0 && (!printed_is_usual(title) || printed_is_people(line->text)))
        return false;
    add(parting, line, title, true, line->bold);
    add(parting, line, line->text + n + rest, true, false);
    return true;
}

#define TOLD_ROWS 12        /* rows that tell what a table is */
#define ACTION_TABLES_MAX 8 /* that are asked: a paper has one, or one for each part */

/* The numbers in the first rows below the head of a table; how many. */
static size_t numbers_of_rows(const struct page *page, size_t head, const struct table *table, struct item_number numbers[TOLD_ROWS])
{
    size_t n = 0;
    for (size_t i = head + 1; i < page->n && n < TOLD_ROWS && strchr(page->lines[i].text, '\t'); i++) {
        struct strings cells = pack_cells(page->scratch, page->lines[i].text);
        n += table->number < cells.n && item_number_parse_bare(cells.at[table->number], &numbers[n]);
    }
    return n;
}

/* Of N NUMBERS, those with which a line above HEAD, outside tables, begins, a title behind it. */
static size_t count_known(const struct page *page, size_t head, const struct item_number *numbers, size_t n)
{
    bool known[TOLD_ROWS] = {false};
    size_t all = 0;
    for (size_t i = 0; i < head; i++) {
        struct item_number begins;
        const char *text = page->lines[i].text;
        size_t length = item_number_begins(text, &begins);
        for (size_t k = 0; k < n && length > 0 && isupper((unsigned char)text[length + blanks_at(text + length)]); k++)
            known[k] |= strcmp(begins.text, numbers[k].text) == 0;
    }
    for (size_t k = 0; k < n; k++)
        all += known[k];
    return all;
}

/* Do items of every meeting stand above HEAD, two at least, as titles on lines of their own? */
static bool has_items_above(const struct page *page, size_t head)
{
    size_t usual = 0;
    for (size_t i = 0; i < head && usual < 2; i++) {
        struct item_number number;
        const char *text = page->lines[i].text;
        size_t n = item_number_begins(text, &number);
        usual += n > 0 && !strstr(text, " | ") && printed_is_usual(text + n + blanks_at(text + n));
    }
    return usual > 1;
}

/* Minutes may have a table of who is to do what, at their end or below each item: its numbers are those of the items above it, in any
 * order and again, or the actions' own where the items have titles. Each table asked looks through all lines above it, so few are. */
static bool lists_actions(struct parting *parting, size_t head, const struct table *table)
{
    struct item_number numbers[TOLD_ROWS];
    if (table->actor == NOWHERE || (!parting->itemed && parting->asked++ >= ACTION_TABLES_MAX))
        return false;
    parting->itemed = parting->itemed || (table->outcome == NOWHERE && has_items_above(parting->page, head));
    if (parting->itemed && table->outcome == NOWHERE)
        return true;
    size_t n = numbers_of_rows(parting->page, head, table, numbers), known = count_known(parting->page, head, numbers, n);
    return known > 1 && known * 2 > n;
}

/* "Item No", "Topic", "Decision" on lines of their own, as a program leaves the head of a table: how many lines; 0: none. */
static size_t head_in_lines(const struct page *page, size_t i)
{
    for (size_t n = HEAD_CELLS_MAX; n > 2; n--) {
        if (i + n >= page->n || !pack_line_says(PRINT_DECISION_LABEL, page->lines[i + n - 1].text))
            continue;
        char *row = mem_strdup(page->scratch, page->lines[i].text);
        for (size_t k = 1; k < n && strlen(row) < CELL_LONGEST * k; k++)
            row = mem_printf(page->scratch, "%s\t%s", row, page->lines[i + k].text);
        struct table table;
        if (strlen(row) < CELL_LONGEST * n && read_header(page->scratch, row, &table) && table.subject != NOWHERE && table.number != NOWHERE)
            return n;
    }
    return 0;
}

/* "1", a title, what was decided, in three cells, and such rows below with numbers that rise: a table of decisions that lacks its head. */
static bool begins_bare_table(const struct page *page, size_t i)
{
    int before = 0;
    size_t n = 0;
    for (; n < BARE_ROWS && i + n < page->n; n++) {
        struct item_number number;
        struct strings cells = strchr(page->lines[i + n].text, '\t') ? pack_cells(page->scratch, page->lines[i + n].text) : (struct strings){0};
        bool row = cells.n == 3 && item_number_parse_bare(cells.at[0], &number) && number.main > before && *cells.at[1] && *cells.at[2];
        if (!row || (n == 0 && number.main > BARE_FIRST))
            return false;
        before = number.main;
    }
    return n == BARE_ROWS;
}

/* ---- all lines ------------------------------------------------------------------------------------------------------ */

/* A row of a table, with TABs; NULL: the line is none. Bars part cells below a head that they part, too. */
static const char *row_of(const struct parting *parting, const char *line, struct table *found)
{
    const char *row = strchr(line, '\t') ? line : bars_as_tabs(parting->page->scratch, line);
    *found = (struct table){0};
    if (row && !read_header(parting->page->scratch, row, found))
        found->names.n = 0;
    return row && (row == line || found->names.n > 0 || parting->table.names.n > 0) ? row : NULL;
}

void printed_part_lines(struct page *page)
{
    struct parting parting = {.page = page, .small = usual_run_ins(page)};
    struct table found;
    bool decides = false;
    for (size_t i = 0; i < page->n; i++) {
        const struct page_line *line = &page->lines[i];
        decides |= i < HEADS_WITHIN && printed_is_decisions(line->text);
        const char *row = row_of(&parting, line->text, &found);
        size_t head = i < HEADS_WITHIN ? head_in_lines(page, i) : 0;
        if (head > 0) {
            add(&parting, line, "Decisions", true, true);
            i += head - 1;
            continue;
        }
        if (row && found.names.n == 0 && parting.table.names.n == 0 && decides && begins_bare_table(page, i))
            (void)read_header(page->scratch, "Item\tSubject\tDecision", &parting.table);
        if (row && found.names.n > 0 && lists_actions(&parting, i, &found))
            parting.table.names.n = 0, *mem_append(page->scratch, parting.lines, parting.n) = *line;
        else if (row && found.names.n > 0)
            parting.table = found;
        else if (row && parting.table.names.n > 0)
            add_row(&parting, line, row);
        else if (i >= HEAD_FIRST && strlen(line->text) < RUN_IN_MIN * 5 && !strchr(line->text, ':') && pack_line_says(PRINT_DECISION_LABEL, line->text))
            add(&parting, line, "Decision:", true, false);
        else if (row || !add_run_in(&parting, line))
            *mem_append(page->scratch, parting.lines, parting.n) = *line;
    }
    page->lines = parting.lines;
    page->n = parting.n;
}
