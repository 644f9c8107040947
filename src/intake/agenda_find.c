/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which lines of a text are its agenda (agenda.h). Numbered paragraphs, tables of contents and lists look like one:
 * an agenda is told by numbers that rise together with pages, by its heading, and by the items that every agenda has. A
 * supplement names itself, and may have one item only. */
#include "config.h"

#include "src/intake/agenda.h"

#include <string.h>
#include <strings.h>

#define NAMED_MIN 4         /* of an agenda that names no pages */
#define NAMED_MANY 8        /* one item that every meeting has will do */
#define ROUTINE_WITHIN 20 /* lines of items without numbers above the first that has one */
#define SKIPPED_MAX 10      /* numbers of items that are left out of a public agenda */
#define HEADING_LONGEST 90  /* bytes */
#define TITLE_LONGEST 250

/* ---- what a line says ------------------------------------------------------------------------------------------ */

bool agenda_is_routine(const char *title)
{
    const char *kind = title && *title ? item_kind_of_title(title) : NULL;
    return kind && strcmp(kind, "routine") == 0;
}

bool agenda_is_entry(const struct agenda_line *line)
{
    return *line->number.text && line->n <= AGENDA_LONGEST && !text_starts_small(line->title);
}

bool agenda_is_headed(const struct agenda_line *line)
{
    if (line->n > AGENDA_LONGEST || *line->number.text || !line->title)
        return false;
    bool beside = line->more && strlen(line->more) <= HEADING_LONGEST && pack_line_says(PACK_HEAD_OF_AGENDA, line->more); /* the council's name */
    return beside || (line->n <= HEADING_LONGEST && pack_line_says(PACK_HEAD_OF_AGENDA, line->title));
}

static bool heads_contents(const struct agenda_line *line)
{
    return line->n <= HEADING_LONGEST && line->title && pack_line_says(PACK_HEAD_OF_CONTENTS, line->title);
}

bool agenda_may_be_title(const struct agenda_line *line)
{
    const char *title = line->title ? line->title : "";
    size_t n = strlen(title);
    bool letter = (title[0] >= 'A' && title[0] <= 'Z') || (title[0] & 0x80) || (title[0] >= '0' && title[0] <= '9');
    return n > 2 && n <= TITLE_LONGEST && letter && !text_stops(title) && !strchr(title, '@') && title[n - 1] != ',' &&
           !pack_words_at(PACK_OPENING, title) && !pack_words_at(PACK_AUTHOR, title);
}

/* ---- numbered items --------------------------------------------------------------------------------------------- */

/* May line B be the item behind A? With SKIP also where numbers between are missing. */
static bool follows(const struct agenda_line *a, const struct agenda_line *b, bool skip)
{
    size_t off = a->columns > b->columns ? a->columns - b->columns : b->columns - a->columns;
    if (item_number_follows(&a->number, &b->number))
        return off <= AGENDA_INDENT_SLACK || b->number.sub != a->number.sub;
    bool letters = b->number.main == a->number.main && a->number.sub > 0 && b->number.sub > a->number.sub; /* "5b", "5d" */
    bool rises = letters || (b->number.main > a->number.main && b->number.main <= a->number.main + SKIPPED_MAX);
    return skip && rises && off <= AGENDA_INDENT_SLACK && strcmp(a->number.prefix, b->number.prefix) == 0;
}

/* Has the item on line I pages, on its line or the next one, or words before its number? */
static bool is_told(const struct agenda_lines *lines, size_t i)
{
    const struct agenda_line *line = &lines->at[i], *next = i + 1 < lines->n ? line + 1 : NULL;
    return line->paged || line->lead || (next && !next->gap && next->pages && !*next->number.text);
}

#define HEADS_WITHIN 400 /* lines in which the head of a page stands again */

/* Is line I, a number alone, that of a page whose head stands below it, the body's name that heads the next page, too? */
static bool is_foot_of_page(const struct agenda_lines *lines, size_t i)
{
    const struct agenda_line *line = &lines->at[i], *head = line + 1;
    if (*line->title || line->stop || line->paged || i + 1 >= lines->n || !*head->title || head->n > HEADING_LONGEST || !page_is_body_alone(head->title))
        return false;
    size_t again = 0;
    for (size_t k = i + 2; k < lines->n && k < i + HEADS_WITHIN && again == 0; k++)
        again = lines->at[k].n == head->n && strcmp(lines->at[k].title, head->title) == 0;
    return again > 0;
}

static size_t next_entry(const struct agenda_lines *lines, size_t at, bool supplement)
{
    const struct agenda_line *from = &lines->at[at];
    for (size_t i = at + 1; i < lines->n && i <= at + AGENDA_BETWEEN; i++) {
        const struct agenda_line *line = &lines->at[i];
        if (line->lead && !from->lead && !supplement && !*line->title && !line->paged)
            break; /* "Agenda Item 2" at the head of a report */
        if (from->exempt && line->number.prefix[0] == 'E')
            continue; /* "E1   Paragraph 8": why the item marked so is exempt */
        bool skip = supplement ? is_told(lines, i) : line->stop && line->paged;
        bool strange = supplement && strcmp(from->number.prefix, line->number.prefix) != 0 && !is_told(lines, i); /* "Q1. What do you think?" */
        if (agenda_is_entry(line) && !strange && follows(from, line, skip) && !is_foot_of_page(lines, i))
            return i;
    }
    return lines->n;
}

static struct agenda_run run_from(const void *parent, const struct agenda_lines *lines, size_t first, bool supplement)
{
    struct agenda_run run = {.numbered = true};
    for (size_t i = first, last; i < lines->n;) {
        *mem_append(parent, run.at, run.n) = last = i;
        i = next_entry(lines, last, supplement);
        if (i >= lines->n && !supplement)
            i = agenda_begins_again(lines, first, last);
    }
    agenda_drop_paragraphs(lines, &run);
    return run;
}

/* ---- evidence ---------------------------------------------------------------------------------------------------- */

static bool is_range(const char *pages)
{
    return strspn(pages, "0123456789") < strlen(pages);
}

/* Pages behind a single blank count where all pages rise: a stretch of them beside others, single ones where there are
 * only such, for titles end in figures, too. */
static void settle_weak(struct agenda_lines *lines, size_t first, size_t last)
{
    int before = 0;
    size_t ranges = 0, singles = 0;
    bool rise = true;
    for (size_t i = first; i <= last; i++) {
        const struct agenda_line *line = &lines->at[i];
        if (!line->page || !(line->pages || line->weak))
            continue;
        bool range = line->pages || is_range(line->weak);
        ranges += range;
        singles += !range;
        if (range || ranges == 0) {
            rise &= line->page >= before;
            before = line->page;
        }
    }
    for (size_t i = first; i <= last && rise; i++) {
        struct agenda_line *line = &lines->at[i];
        if (!line->weak || (is_range(line->weak) ? ranges < AGENDA_PAGED_MIN : ranges > 0 || singles <= AGENDA_PAGED_MIN))
            continue;
        char *words = line->more ? line->more : line->title;
        line->pages = line->weak;
        line->paged = true;
        line->weak = NULL;
        for (size_t n = strlen(words) - strlen(line->pages); n > 0 && words[n - 1] == ' '; n--)
            words[n - 1] = '\0';
    }
}

struct seen {
    size_t pages, routine, lead;
    bool headed, contents, minuted;
};

/* What is known of all lines before runs are tried: the first heading, and up to each line those that only pages have. */
struct outline {
    size_t head;
    size_t *minuted;
};

/* Has only a page with its minutes LINE: "Minutes:", "Additional documents:", a file with its size? */
static bool is_of_page(const struct agenda_line *line)
{
    if (line->n > HEADING_LONGEST || !*line->title)
        return false;
    struct attachment file = {0};
    char *copy = mem_strdup(NULL, line->title);
    bool mark = page_word_is(WORD_MINUTES, copy) || page_word_is(WORD_DOCUMENTS, copy) || page_word_is(WORD_DECISION, copy) ||
                file_suffix(copy, copy, &file);
    talloc_free(copy);
    return mark;
}

static struct outline outline_of(const void *parent, const struct agenda_lines *lines)
{
    struct outline outline = {.head = 0};
    while (outline.head < lines->n && !agenda_is_headed(&lines->at[outline.head]))
        outline.head++;
    outline.minuted = mem_zero_named(parent, (lines->n + 1) * sizeof *outline.minuted, "minuted");
    for (size_t i = 0; i < lines->n; i++)
        outline.minuted[i + 1] = outline.minuted[i] + is_of_page(&lines->at[i]);
    return outline;
}

static struct seen look_at(const struct agenda_lines *lines, const struct outline *outline, const struct agenda_run *run)
{
    size_t first = run->at[0], last = run->at[run->n - 1];
    struct seen seen = {.headed = outline->head < first, .minuted = outline->minuted[last + 1] > outline->minuted[first]};
    for (size_t i = first > 3 ? first - 3 : 0; i < first; i++)
        seen.contents |= heads_contents(&lines->at[i]);
    for (size_t i = first; i < lines->n && i <= last + 2; i++)
        seen.pages += lines->at[i].paged && (i <= last || !agenda_is_entry(&lines->at[i]));
    for (size_t i = 0; i < run->n; i++) {
        const struct agenda_line *line = &lines->at[run->at[i]];
        const char *title = *line->title || run->at[i] + 1 >= lines->n ? line->title : line[1].title;
        seen.routine += agenda_is_routine(title);
        seen.lead += line->lead;
    }
    return seen;
}

/* How many items that every meeting has stand without numbers between the heading of the agenda and FIRST, its first number? */
static size_t routine_above(const struct agenda_lines *lines, const struct outline *outline, size_t first)
{
    size_t n = 0, from = outline->head < first ? outline->head + 1 : first;
    for (size_t i = first > from + ROUTINE_WITHIN ? first - ROUTINE_WITHIN : from; i < first; i++)
        n += lines->at[i].n <= HEADING_LONGEST && !*lines->at[i].number.text && agenda_is_routine(lines->at[i].title);
    return n;
}

static bool is_agenda(const struct agenda_lines *lines, const struct outline *outline, const struct agenda_run *run,
                      enum agenda_evidence evidence, bool supplement)
{
    struct seen seen = look_at(lines, outline, run);
    if (seen.minuted || (seen.contents && seen.routine == 0 && !supplement))
        return false;
    if (supplement && (seen.pages > 0 || seen.lead > 0))
        return true;
    if (evidence == AGENDA_NAMED) {
        size_t routine = seen.routine + routine_above(lines, outline, run->at[0]);
        return run->n >= NAMED_MIN && seen.headed && routine >= (run->n < NAMED_MANY ? 2 : 1);
    }
    bool told = seen.headed || seen.routine > 0;
    return told && ((run->n >= AGENDA_ITEMS_MIN && seen.pages >= AGENDA_PAGED_MIN) || (run->n >= 2 && seen.pages > 0 && seen.routine > 0));
}

/* May a run begin with this line? An agenda begins with 1; one that counts on through the year has a prefix or a year. */
static bool may_begin(const struct agenda_lines *lines, size_t i, bool supplement)
{
    const struct agenda_line *line = &lines->at[i];
    if (!agenda_is_entry(line))
        return false;
    if (supplement)
        return is_told(lines, i);
    const char *title = *line->title || i + 1 == lines->n ? line->title : line[1].title;
    return line->number.main == 1 || strpbrk(line->number.text, "/") || (line->stop && agenda_is_routine(title));
}

/* "Membership", above the names of those who sit. */
static bool heads_members(const char *title)
{
    static const char *const words[] = {"membership", "members", "membership of the committee", "committee membership", "committee members", "members of the committee"};
    char *folded = text_fold(NULL, title);
    bool heads = false;
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        heads |= strcmp(folded, words[i]) == 0;
    talloc_free(folded);
    return heads;
}

/* "Apologies", "Declarations of Interest" between the heading of the agenda and its first number are items, too. */
static void add_routine_above(const void *parent, const struct agenda_lines *lines, const struct outline *outline, struct agenda_run *run)
{
    struct agenda_run all = {.numbered = true};
    size_t first = run->at[0], from = outline->head < first ? outline->head + 1 : first;
    for (size_t i = first > from + ROUTINE_WITHIN ? first - ROUTINE_WITHIN : from; i < first; i++) {
        const struct agenda_line *line = &lines->at[i];
        bool title = line->gap && !*line->number.text && !heads_members(line->title) && agenda_may_be_title(line) && line->n <= HEADING_LONGEST && !line->bullet && !line->more &&
                     !pack_line_says(PACK_HEAD_OF_AGENDA, line->title);
        if (title && agenda_is_routine(line->title) && line->columns <= lines->at[first].columns + AGENDA_INDENT_SLACK)
            *mem_append(parent, all.at, all.n) = i;
    }
    for (size_t k = 0; k < run->n && all.n > 0; k++)
        *mem_append(parent, all.at, all.n) = run->at[k];
    *run = all.n > 0 ? all : *run;
}

static bool find_numbered(const void *parent, struct agenda_lines *lines, const struct outline *outline, enum agenda_evidence evidence,
                          bool supplement, struct agenda_run *run)
{
    size_t tried = 0;
    for (size_t i = 0; i < lines->n; i++) {
        if (i < tried || !may_begin(lines, i, supplement))
            continue;
        *run = run_from(parent, lines, i, supplement);
        if (run->n == 0)
            continue;
        settle_weak(lines, i, run->at[run->n - 1]);
        if (is_agenda(lines, outline, run, evidence, supplement)) {
            if (!supplement)
                add_routine_above(parent, lines, outline, run);
            return true;
        }
        tried = run->n > AGENDA_ITEMS_MIN ? run->at[run->n - 1] : i; /* its later lines begin no other */
    }
    return false;
}

/* Is there anything to begin from? Most papers are none, and are not gone through line by line. */
static bool may_be_agenda(const struct agenda_lines *lines, enum agenda_evidence evidence, bool supplement)
{
    size_t paged = 0, weak = 0, leads = 0;
    for (size_t i = 0; i < lines->n; i++) {
        paged += lines->at[i].paged;
        weak += lines->at[i].weak != NULL;
        leads += lines->at[i].lead;
    }
    return evidence != AGENDA_PAGES || paged >= AGENDA_PAGED_MIN || weak >= AGENDA_PAGED_MIN || (supplement && paged + leads > 0);
}

/* Does line I head a column of numbers: "Agenda Item", "Item No", "Agenda" above "Item"? */
static bool heads_numbers(const struct agenda_lines *lines, size_t i)
{
    static const char *const names[] = {"agenda item", "agenda item no", "item", "item no"};
    const struct agenda_line *line = &lines->at[i];
    if (line->n > HEADING_LONGEST || *line->number.text || !line->more)
        return false;
    bool broken = i + 1 < lines->n && !line[1].gap && strcasecmp(line->title, "agenda") == 0;
    char *words = mem_printf(NULL, "%s%s", broken ? "agenda " : "", broken ? line[1].title : line->title), *folded = text_fold(words, words);
    bool heads = false;
    for (size_t k = 0; k < MB_LENGTH(names); k++)
        heads |= strcmp(folded, names[k]) == 0;
    talloc_free(words);
    return heads;
}

/* Numbers below such a head are those of the agenda's items, as if each said "Item". */
static void settle_numbers_below_head(struct agenda_lines *lines)
{
    const struct agenda_line *head = NULL;
    for (size_t i = 0; i < lines->n; i++) {
        struct agenda_line *line = &lines->at[i];
        if (!head && heads_numbers(lines, i))
            head = line;
        bool below = head && line->columns <= head->columns + AGENDA_INDENT_SLACK && head->columns <= line->columns + AGENDA_INDENT_SLACK;
        line->lead |= below && line->stop && *line->number.text && *line->title;
    }
}

bool agenda_find(const void *parent, struct agenda_lines *lines, enum agenda_evidence evidence, struct agenda_run *run)
{
    bool supplement = agenda_is_supplement(lines, lines->n);
    *run = (struct agenda_run){0};
    agenda_settle_letters(lines);
    if (supplement)
        settle_numbers_below_head(lines);
    if (lines->n == 0 || !may_be_agenda(lines, evidence, supplement))
        return false;
    struct outline outline = outline_of(parent, lines);
    return find_numbered(parent, lines, &outline, evidence, supplement, run) ||
           (evidence == AGENDA_PAGES && agenda_find_unnumbered(parent, lines, outline.head, supplement, run)) ||
           (evidence == AGENDA_NAMED && outline.minuted[lines->n] == 0 && agenda_find_bare(parent, lines, outline.head, run));
}

bool agenda_of_chain(const void *parent, struct agenda_lines *lines, const char *text, const struct chain *chain, struct agenda_run *run)
{
    size_t next = 0;
    *run = (struct agenda_run){.numbered = true};
    for (size_t i = 0; i < lines->n && next < chain->n; i++) {
        struct agenda_line *line = &lines->at[i];
        size_t at = (size_t)(line->at - text);
        while (next < chain->n && chain->at[next].line < at)
            next++;
        if (next == chain->n || chain->at[next].line != at || !agenda_is_entry(line))
            continue;
        *mem_append(parent, run->at, run->n) = i;
        next++;
    }
    if (run->n > 0)
        settle_weak(lines, run->at[0], run->at[run->n - 1]);
    return run->n >= AGENDA_ITEMS_MIN;
}
