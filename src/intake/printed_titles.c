/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Titles of printed minutes and decisions that have no numbers (printed_items.c): bold ones, ones in capitals, or short lines
 * that stand alone. The first kind that has the items which every meeting has is the paper's; headings inside an item look
 * like the weaker kinds, so they count only where the paper says at its head what it is. */
#include "config.h"

#include "src/intake/printed.h"

#include <string.h>
#include <strings.h>

#define HEAD_MAX 60      /* lines in which the paper says what it is */
#define CAPITALS_MIN 4   /* letters of a title in capitals */
#define ALONE_LONGEST 110
#define USUAL_MIN 2      /* items that every meeting has, for the weakest kind */

enum kind { KIND_BOLD, KIND_CAPITALS, KIND_ALONE, KIND_ABOVE, KIND_COUNT }; /* ALONE between blank lines, ABOVE its text */

bool printed_is_usual(const char *title)
{
    const char *kind = item_kind_of_title(title);
    return kind && strcmp(kind, "routine") == 0;
}

/* "Decision", alone on its line, with its colon or without. */
static bool is_decision_label(const char *line)
{
    return strlen(line) <= ALONE_LONGEST && pack_line_says(PRINT_DECISION_LABEL, line);
}

/* "115 RESOLVED:-": the number of an item whose title stands above it, and its text. */
static bool is_numbered_outcome(const char *line)
{
    size_t n = strspn(line, "0123456789");
    n += n > 0 ? strspn(line + n, ". ") : 0;
    return n > 0 && (is_decision_label(line + n) || pack_words_at(PRINT_OUTCOME, line + n) > 0);
}

/* A heading inside an item, or what stands below all of them: "Reason for decision", "CHAIRMAN", "PART 2", "PRIVATE". */
static bool is_no_title(const char *line)
{
    if (is_numbered_outcome(line) || strcasecmp(line, "private") == 0)
        return true;
    return pack_line_says(PRINT_NO_TITLE, line) || is_decision_label(line) || pack_part_of(line) || pack_line_says(PRINT_ENDS, line);
}

/* "APOLOGIES" heads names in a list of who came, and an item where a sentence follows. */
static bool heads_names(const struct page *page, size_t i)
{
    const char *line = page->lines[i].text;
    if (!printed_is_people(line))
        return false;
    const char *next = i + 1 < page->n ? page->lines[i + 1].text : "";
    struct list_mark mark = mark_scan(next, strlen(next));
    bool name = pack_words_at(PACK_HONORIFIC, next + (mark.kind == MARK_BULLET ? mark.len : 0)) > 0;
    name &= !strcasestr(next, " sent ") && !strcasestr(next, " gave ") && !strcasestr(next, " apolog");
    bool stopped = *next && next[strlen(next) - 1] == '.';
    name &= !(stopped && page->lines[i].gap && !strchr(line, ':')); /* "Councillor Dunn." below a title is its text */
    size_t digits = strspn(next, "0123456789"); /* "113  An apology was submitted": an item's text, its number before it */
    bool sentence = (stopped || (digits > 0 && next[digits] == ' ')) && !name;
    return !printed_is_usual(line) || name || strchr(line, ':') || !(sentence || page->lines[i].bold);
}

/* A short line that stands alone, and is neither a date nor an address. */
static bool stands_alone(const struct page_line *line, enum kind kind)
{
    struct date date;
    size_t used;
    return (line[1].gap || (kind == KIND_ABOVE && text_stops(line[1].text))) && strlen(line->text) <= ALONE_LONGEST && !text_stops(line->text) &&
           !strchr(line->text, '@') && text_find_date(line->text, 0, &date, &used) != 0;
}

/* Does line I look like a title of KIND? Its words are asked last, being dear. */
static bool is_of_kind(const struct page *page, size_t i, enum kind kind)
{
    const struct page_line *line = &page->lines[i];
    bool text_below = i + 1 < page->n, loud = kind < KIND_ALONE;
    if (!text_below || strlen(line->text) > PRINTED_TITLE_LONGEST || strchr(line->text, '\t'))
        return false;
    if (kind == KIND_BOLD ? !line->bold || line[1].bold : !line->gap || pack_words_at(PACK_HONORIFIC, line->text) > 0)
        return false;
    if (kind == KIND_CAPITALS && (!text_in_capitals(line->text) || strlen(line->text) < CAPITALS_MIN))
        return false;
    if (kind > KIND_CAPITALS && !stands_alone(line, kind))
        return false;
    return printed_is_title(line->text, loud) && !is_no_title(line->text) && !heads_names(page, i);
}

static bool says_what_it_is(const struct page *page)
{
    for (size_t i = 0; i < page->n && i < HEAD_MAX; i++) {
        const char *line = page->lines[i].text;
        if (printed_is_minutes(line) || printed_is_decisions(line))
            return true;
    }
    return false;
}

/* Lines right above a label "Decision" are titles, whatever they look like. */
static void titles_above_decisions(const struct page *page, struct printed_cuts *cuts)
{
    for (size_t i = 0; i + 1 < page->n; i++)
        if (is_decision_label(page->lines[i + 1].text) && printed_is_title(page->lines[i].text, true) && !is_no_title(page->lines[i].text))
            *mem_append(page->scratch, cuts->at, cuts->n) = (struct printed_cut){.line = i};
}

/* All lines of KIND from the first that is a usual item on; behind the names of those who came where BOLD. "Minutes" heads the
 * paper, where it stands above all items and above these names. */
static struct printed_cuts titles_of(const struct page *page, enum kind kind, size_t *usual)
{
    struct printed_cuts cuts = {0};
    bool people = false;
    *usual = 0;
    for (size_t i = 0; i < page->n; i++) {
        people = people || printed_is_people(page->lines[i].text);
        if (!is_of_kind(page, i, kind))
            continue;
        bool known = printed_is_usual(page->lines[i].text) && (*usual > 0 || people || !printed_is_minutes(page->lines[i].text));
        *usual += known;
        if (*usual > 0 || (kind == KIND_BOLD && people))
            *mem_append(page->scratch, cuts.at, cuts.n) = (struct printed_cut){.line = i};
    }
    return cuts;
}

struct printed_cuts printed_titles(const struct page *page)
{
    struct printed_cuts none = {0}, decided = {0};
    bool says = says_what_it_is(page);
    titles_above_decisions(page, &decided);
    for (enum kind kind = KIND_BOLD; kind < KIND_COUNT; kind++) {
        size_t usual, least = kind == KIND_BOLD ? 0 : kind == KIND_CAPITALS ? 1 : USUAL_MIN;
        struct printed_cuts cuts = titles_of(page, kind, &usual);
        bool enough = cuts.n > (kind == KIND_BOLD ? 0 : 1) && usual >= least && (kind == KIND_BOLD || says);
        if (enough && cuts.n >= decided.n)
            return cuts;
    }
    return says && decided.n > 0 ? decided : none;
}
