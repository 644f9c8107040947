/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Where the reports of a pack begin, and under which item (field.md 3.7). A report begins with the
 * committee's name and the date, on one line or two, then its title; or at a stamp "Agenda Item 5"; or,
 * where the pack shows neither, at a heading that is an item's title. Titles are compared folded. A
 * report whose title fits no item is placed only where one item alone can be meant, and that is said. */
#include "config.h"

#include "src/intake/report.h"
#include "src/intake/readers.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define HEAD_LONGEST 400 /* bytes of a committee's name with a date and a title */
#define DATE_LINE_LONGEST 80
#define TITLE_PIECES 4 /* pieces below the head among which the title is looked for */
#define HEADS_MAX 1000
#define LABEL_LONGEST ((size_t)30) /* bytes of "Title of report" */
#define PREFIX_SHORTEST 8          /* bytes of a folded title that may stand for a longer one */

struct finder {
    struct pack *pack;
    char *committee;  /* folded */
    char **titles;    /* folded, one an item; owned by the array */
    size_t *headings; /* the first heading that is an item's title, one an item; SIZE_MAX for none */
    struct reports found;
};

static void fold_titles(struct finder *finder)
{
    const struct meeting *meeting = finder->pack->meeting;
    finder->titles = mem_zero_named(finder->pack->scratch, meeting->n_items * sizeof *finder->titles, "titles");
    finder->headings = mem_zero_named(finder->pack->scratch, meeting->n_items * sizeof *finder->headings, "headings");
    for (size_t i = 0; i < meeting->n_items; i++) {
        finder->titles[i] = text_fold(finder->titles, meeting->items[i].title ? meeting->items[i].title : "");
        finder->headings[i] = SIZE_MAX;
    }
}

/* ---- titles ------------------------------------------------------------------------------------------ */

static bool is_prefix(const char *shorter, const char *longer)
{
    size_t n = strlen(shorter);
    return n >= PREFIX_SHORTEST && strncmp(shorter, longer, n) == 0 && longer[n] == ' ';
}

/* The item with the folded TITLE: the same words, or the only one of which one title begins the other. */
static int item_of_title(const struct finder *finder, const char *folded, bool exact)
{
    int only = -1;
    for (size_t i = 0; i < finder->pack->meeting->n_items; i++) {
        const char *title = finder->titles[i];
        if (title[0] && strcmp(title, folded) == 0)
            return (int)i;
        if (!exact && (is_prefix(title, folded) || is_prefix(folded, title)))
            only = only == -1 ? (int)i : -2;
    }
    return only >= 0 ? only : -1;
}

/* May PIECE be a title or part of one? Text that begins below a head ends the search for it. */
static bool may_be_title(const struct piece *piece)
{
    bool line = piece->kind == PIECE_HEADING || (piece->kind == PIECE_PARA && !piece->numbered);
    return line && strlen(piece->text) <= HEAD_LONGEST && (piece->kind == PIECE_HEADING || !text_stops(piece->text));
}

/* The title stands in one of the pieces below a head, or over two of them. */
static int item_below(const struct finder *finder, size_t body, bool exact)
{
    const struct pack *pack = finder->pack;
    for (size_t i = body; i < pack->n && i < body + TITLE_PIECES && may_be_title(&pack->pieces[i]); i++) {
        const char *first = pack->pieces[i].text;
        bool two = i + 1 < pack->n && may_be_title(&pack->pieces[i + 1]);
        char *both = mem_printf(NULL, "%s %s", first, two ? pack->pieces[i + 1].text : "");
        char *one_folded = text_fold(both, first), *both_folded = text_fold(both, both);
        int item = item_of_title(finder, one_folded, exact);
        item = item >= 0 || !two ? item : item_of_title(finder, both_folded, exact);
        talloc_free(both);
        if (item >= 0)
            return item;
    }
    return -1;
}

/* ---- heads ------------------------------------------------------------------------------------------- */

/* Is TEXT a day and no more than a time beside it? */
static bool is_date_line(const char *text)
{
    struct date date;
    size_t used;
    return strlen(text) <= DATE_LINE_LONGEST && text_find_date(text, 0, &date, &used) == 0 &&
           !strchr(text + used, '\n');
}

/* A committee and a day side by side may have come as a row of two cells. */
static bool may_be_head(const struct piece *piece)
{
    const char *tab = piece->kind == PIECE_ROW ? strchr(piece->text, '\t') : NULL;
    if (piece->kind == PIECE_LIST || piece->numbered || strlen(piece->text) > HEAD_LONGEST)
        return false;
    return piece->kind != PIECE_ROW || (tab && !strchr(tab + 1, '\t'));
}

/* Does a report's head begin at piece I? Then *BODY is the piece below it. */
static bool head_at(const struct finder *finder, size_t i, size_t *body)
{
    const struct pack *pack = finder->pack;
    const struct piece *piece = &pack->pieces[i];
    if (!may_be_head(piece))
        return false;
    struct date date;
    size_t used = 0, at = text_find_date(piece->text, 0, &date, &used);
    size_t n = at == SIZE_MAX ? strlen(piece->text) : at;
    if (at != SIZE_MAX && strlen(piece->text + at + used) > 40)
        return false;
    char *name = mem_strndup(NULL, piece->text, n);
    char *folded = text_fold(name, name);
    bool same = folded[0] && strcmp(folded, finder->committee) == 0;
    talloc_free(name);
    *body = i + 1;
    if (!same || at != SIZE_MAX)
        return same;
    bool date_below = i + 1 < pack->n && is_date_line(pack->pieces[i + 1].text);
    *body = i + 2;
    return date_below;
}

/* The stamp that the agenda system prints on a report's first page (field.md 3.7, unverified). */
static int item_of_stamp(const struct finder *finder, const struct piece *piece)
{
    if (piece->kind == PIECE_ROW || strlen(piece->text) > 30 || !text_starts(piece->text, "Agenda Item "))
        return -1;
    const char *number = piece->text + strlen("Agenda Item ");
    size_t n = strcspn(number, ". ");
    for (size_t i = 0; i < finder->pack->meeting->n_items; i++) {
        const char *printed = finder->pack->meeting->items[i].agenda_number;
        if (printed && strlen(printed) == n && strncmp(printed, number, n) == 0)
            return (int)i;
    }
    return -1;
}

/* The value of a line "Title of report: ..." among the lines of a paragraph; empty if there is none. */
static struct span labelled_line(const char *text)
{
    for (const char *line = text; *line;) {
        size_t n = strcspn(line, "\n"), label = strcspn(line, ":\n");
        char *words = label < n && label < LABEL_LONGEST ? mem_strndup(NULL, line, label) : NULL;
        bool labelled = words && pack_line_says(PACK_TITLE_LABEL, words);
        talloc_free(words);
        label += 1 + strspn(line + label + (label < n), " ");
        if (labelled && label < n)
            return (struct span){line + label, n - label};
        line += n + (line[n] == '\n');
    }
    return (struct span){0};
}

/* The same of a row "Title:" | "...". */
static struct span labelled_cell(const char *row)
{
    struct span label = pack_cell(row, 0);
    char *words = mem_strndup(NULL, label.at, label.n < LABEL_LONGEST ? label.n : LABEL_LONGEST);
    bool labelled = pack_line_says(PACK_TITLE_LABEL, words);
    talloc_free(words);
    return labelled ? pack_cell(row, 1) : (struct span){0};
}

/* The line that a paragraph is, or is below the number of its page, "Page 10": where text has no headings, a title stands so. */
static struct span line_alone(const char *text)
{
    size_t page = strncasecmp(text, "page ", 5) == 0 ? 5 + strspn(text + 5, "0123456789") : 0;
    text += page > 5 && text[page] == '\n' ? page + 1 : 0;
    return strchr(text, '\n') ? (struct span){0} : (struct span){text, strlen(text)};
}

/* The title of an item as a heading, alone in a paragraph, or behind a label in what stands at a report's front. */
static void note_heading(struct finder *finder, size_t i)
{
    const struct piece *piece = &finder->pack->pieces[i];
    struct span text = piece->kind == PIECE_ROW       ? labelled_cell(piece->text)
                       : piece->kind == PIECE_HEADING ? (struct span){piece->text, strlen(piece->text)}
                       : piece->kind == PIECE_PARA    ? labelled_line(piece->text)
                                                      : (struct span){0};
    bool alone = text.n == 0 && piece->kind == PIECE_PARA && may_be_title(piece);
    if (alone)
        text = line_alone(piece->text);
    if (text.n == 0 || text.n > HEAD_LONGEST)
        return;
    char *folded = text_fold(NULL, markup_read(finder->pack->scratch, text.at, text.n, MARKUP_TEXT).text);
    int item = item_of_title(finder, folded, true);
    talloc_free(folded);
    if (item >= 0 && finder->headings[item] == SIZE_MAX && !(alone && item_is_routine(&finder->pack->meeting->items[item])))
        finder->headings[item] = i;
}

static void add_start(struct finder *finder, size_t first, size_t body, int item)
{
    struct reports *found = &finder->found;
    struct report *last = found->n ? &found->at[found->n - 1] : NULL;
    if (last && (last->item == item || item < 0) && first <= last->body) {
        last->body = body; /* a stamp, then the head of the same report */
        return;
    }
    *mem_append(finder->pack->scratch, found->at, found->n) = (struct report){first, body, 0, item};
}

static void find_heads(struct finder *finder)
{
    const struct pack *pack = finder->pack;
    for (size_t i = pack->agenda_end; i < pack->n && finder->found.n < HEADS_MAX; i++) {
        size_t body;
        int stamped = item_of_stamp(finder, &pack->pieces[i]);
        if (stamped >= 0) {
            add_start(finder, i, i + 1, stamped);
        } else if (head_at(finder, i, &body)) {
            int item = item_below(finder, body, true);
            item = item >= 0 ? item : item_below(finder, body, false);
            bool titled = body < pack->n && pack->pieces[body].kind == PIECE_HEADING;
            if (item >= 0 || titled) /* else it is the running head of a page */
                add_start(finder, i, body, item);
            i = body - 1;
        } else {
            note_heading(finder, i);
        }
    }
}

/* ---- what has no head, or no title ---------------------------------------------------------------------- */

static bool has_report(const struct finder *finder, int item)
{
    for (size_t i = 0; i < finder->found.n; i++) {
        if (finder->found.at[i].item == item)
            return true;
    }
    return false;
}

/* The start before which piece AT falls; found.n if none. */
static size_t start_after(const struct finder *finder, size_t at)
{
    size_t i = 0;
    while (i < finder->found.n && finder->found.at[i].first <= at)
        i++;
    return i;
}

static void insert_start(struct finder *finder, size_t where, struct report report)
{
    struct reports *found = &finder->found;
    (void)mem_append(finder->pack->scratch, found->at, found->n);
    memmove(found->at + where + 1, found->at + where, (found->n - 1 - where) * sizeof *found->at);
    found->at[where] = report;
}

/* An item that should have a report and has none begins at the heading with its title, if that keeps
 * the order of the agenda. */
static void use_headings(struct finder *finder)
{
    const struct meeting *meeting = finder->pack->meeting;
    for (size_t i = 0; i < meeting->n_items; i++) {
        size_t at = finder->headings[i];
        if (at == SIZE_MAX || !meeting->items[i].pages || has_report(finder, (int)i))
            continue;
        size_t where = start_after(finder, at);
        bool ordered =
            (where == 0 || finder->found.at[where - 1].item < (int)i) &&
            (where == finder->found.n || finder->found.at[where].item < 0 || finder->found.at[where].item > (int)i);
        if (ordered)
            insert_start(finder, where, (struct report){at, at, 0, (int)i});
    }
}

/* The only item with pages and no report between the items FROM and TO; -1 if none or several. */
static int only_missing(const struct finder *finder, int from, int to)
{
    int only = -1;
    for (int i = from + 1; i < to; i++) {
        if (finder->pack->meeting->items[i].pages && !has_report(finder, i))
            only = only == -1 ? i : -2;
    }
    return only >= 0 ? only : -1;
}

static void place_untitled(struct finder *finder)
{
    struct pack *pack = finder->pack;
    struct reports *found = &finder->found;
    for (size_t i = 0; i < found->n; i++) {
        if (found->at[i].item >= 0)
            continue;
        int before = i ? found->at[i - 1].item : -1;
        bool next_known = i + 1 < found->n && found->at[i + 1].item >= 0;
        bool last = i + 1 == found->n;
        int to = next_known ? found->at[i + 1].item : (int)pack->meeting->n_items;
        int item = next_known || last ? only_missing(finder, before, to) : -1;
        const char *title = text_short(pack->scratch, pack->pieces[found->at[i].body].text);
        if (item >= 0)
            draft_warn(pack->draft, "the report \"%s\" fits no title of the agenda; by its place it is under item %s",
                       title, pack->meeting->items[item].agenda_number);
        else
            draft_warn(pack->draft,
                       "the report \"%s\" fits no title of the agenda; it was left with the report above it", title);
        found->at[i].item = item >= 0 ? item : before;
    }
}

struct reports report_find(struct pack *pack)
{
    struct finder finder = {.pack = pack};
    finder.committee = text_fold(pack->scratch, pack->meeting->committee);
    fold_titles(&finder);
    find_heads(&finder);
    use_headings(&finder);
    place_untitled(&finder);
    for (size_t i = 0; i < finder.found.n; i++)
        finder.found.at[i].end = i + 1 < finder.found.n ? finder.found.at[i + 1].first : pack->n;
    return finder.found;
}
