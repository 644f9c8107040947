/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Printed minutes whose items stand below numbered headings: "3  ITEMS FOR DECISION", then "3.1  LEISURE MEMBERSHIP". The row of
 * whole numbers is found first (printed_items.c); a heading right above the first title of its number, with nothing of its own
 * between, makes way for the titles, also for "3(a)". Paragraphs "3.1" are no titles: what counts must be bold or in capitals. Titles without numbers
 * may have them below, before their text: "APOLOGIES" and "1   Councillor Baird sent apologies." */
#include "config.h"

#include "src/intake/printed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BELOW_MIN 3 /* titles that have their numbers below them */

/* The title on line I whose number is SUB of MAIN. */
static bool is_title(const struct page *page, size_t i, int main, int sub, struct printed_number *found)
{
    if (!printed_number_deep(page, i, found) || found->number.main != main || found->number.sub != sub)
        return false;
    const char *line = page->lines[found->own_line ? i + 1 : i].text;
    return found->bold || text_in_capitals(found->own_line ? line : line + found->length);
}

/* The titles below the heading CUT, up to line END, into *OUT; false: it is no heading. */
static bool titles_below(const struct page *page, const struct printed_cut *cut, size_t end, struct printed_cuts *out)
{
    struct printed_number found;
    size_t first = cut->line + cut->own_line + 1;
    if (cut->number.sub > 0 || first >= end || !is_title(page, first, cut->number.main, 1, &found))
        return false;
    int next = 1;
    for (size_t i = first; i < end; i++) {
        if (!is_title(page, i, cut->number.main, next, &found))
            continue;
        *mem_append(page->scratch, out->at, out->n) = (struct printed_cut){i, found.length, 0, found.number, found.own_line};
        next++;
    }
    return true;
}

/* "3. Applications" right above "3(a)", with nothing of its own between. */
static bool heads_letters(const struct printed_cuts *cuts, size_t i)
{
    const struct printed_cut *cut = &cuts->at[i], *next = i + 1 < cuts->n ? cut + 1 : NULL;
    return next && cut->number.main == next->number.main && cut->number.sub == 0 && next->number.sub == 1 &&
           next->line == cut->line + cut->own_line + 1;
}

struct printed_cuts printed_below(const struct page *page, struct printed_cuts cuts)
{
    struct printed_cuts all = {0};
    for (size_t i = 0; i < cuts.n; i++) {
        size_t end = i + 1 < cuts.n ? cuts.at[i + 1].line : page->n;
        if (!titles_below(page, &cuts.at[i], end, &all) && !heads_letters(&cuts, i))
            *mem_append(page->scratch, all.at, all.n) = cuts.at[i];
    }
    return all;
}

/* ---- numbers below titles ------------------------------------------------------------------------------------------- */

/* "3 .1  The Committee noted", "3.1 ...", "3   The Minute ..." right below a title: bytes of the number, its value in *MAIN; 0: none.
 * WHOLE: it is the item's own, no paragraph's. */
static size_t number_at(const char *text, int *main, bool *whole)
{
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > 4)
        return 0;
    *main = (int)strtol(text, NULL, 10);
    size_t n = digits + (text[digits] == ' ' && text[digits + 1] == '.'), stop = text[n] == '.', part = stop ? strspn(text + n + 1, "0123456789") : 0;
    *whole = part == 0;
    if (part > 0 && strtol(text + n + 1, NULL, 10) != 1)
        return 0;
    n += stop + part;
    return blanks_at(text + n) > 0 ? n : 0;
}

/* The line below the title of CUT. */
static size_t line_below(const struct page *page, const struct printed_cut *cut)
{
    size_t first = cut->line + cut->own_line;
    return printed_title_end(page, first, page->lines[first].text + (cut->own_line ? 0 : cut->length)) + 1;
}

void printed_number_below(struct page *page, struct printed_cuts *cuts)
{
    int before = 0, main;
    bool whole;
    for (size_t i = 0; i < cuts->n; i++) {
        const struct printed_cut *cut = &cuts->at[i];
        size_t line = line_below(page, cut);
        if (*cut->number.text || line >= page->n || number_at(page->lines[line].text, &main, &whole) == 0 || (i > 0 && main != before + 1))
            return;
        before = main;
    }
    for (size_t i = 0; i < cuts->n && cuts->n >= BELOW_MIN; i++) {
        struct printed_cut *cut = &cuts->at[i];
        struct page_line *line = &page->lines[line_below(page, cut)];
        size_t n = number_at(line->text, &main, &whole);
        cut->number.main = main;
        snprintf(cut->number.text, sizeof cut->number.text, "%d", main);
        line->text += whole ? n + blanks_at(line->text + n) : 0;
    }
}
