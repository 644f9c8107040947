/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Printed minutes whose items stand below numbered headings: "3  ITEMS FOR DECISION", then "3.1  LEISURE MEMBERSHIP". The row of
 * whole numbers is found first (printed_items.c); a heading right above the first title of its number, with nothing of its own
 * between, makes way for the titles, also for "3(a)". Paragraphs "3.1" are no titles: what counts must be bold or in capitals. */
#include "config.h"

#include "src/intake/printed.h"

#include <string.h>

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
