/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Numbers with a point on an agenda in lines (agenda.h). "3.1" is an item where "3" only heads those below it ("3.0 Matters for
 * Decision"), and a paragraph of the explanation where "3" is the item; both may stand in one paper. */
#include "config.h"

#include "src/intake/agenda.h"

#include <ctype.h>
#include <string.h>

#define BELOW_SHARE 4   /* of the numbers with a point all but one in so many are titles */
#define SHORT_TITLE 100 /* bytes */

static bool is_below(const struct agenda_line *line)
{
    const char *stop = strchr(line->number.text, '.');
    return line->number.sub > 0 && stop && isdigit((unsigned char)stop[1]); /* "6.a" is an item */
}

/* May line I, whose number has a point, be an item: it has pages, or is a title, no sentence, no "To receive ..."? */
static bool may_be_below(const struct agenda_lines *lines, size_t i)
{
    const struct agenda_line *line = &lines->at[i], *title = *line->title || i + 1 == lines->n ? line : line + 1;
    return line->paged || line->weak || agenda_may_be_title(title);
}

/* Are the lines of RUN with such numbers ("4.1") items, and no paragraphs of explanations? One has pages, or they are titles. */
static bool below_are_items(const struct agenda_lines *lines, const struct agenda_run *run)
{
    size_t below = 0, titles = 0;
    for (size_t i = 0; i < run->n; i++) {
        const struct agenda_line *line = &lines->at[run->at[i]];
        if (is_below(line) && (line->paged || line->weak))
            return true;
        below += is_below(line);
        titles += is_below(line) && may_be_below(lines, run->at[i]);
    }
    return below > 1 && titles * BELOW_SHARE >= below * (BELOW_SHARE - 1);
}

/* "To confirm the minutes", without a stop: in a paper whose items stand so it is one. */
static bool is_short(const char *title)
{
    return *title && strlen(title) <= SHORT_TITLE && !text_stops(title) && !text_starts_small(title);
}

/* Has every number of RUN without a point, and there are some, one with a point at once below it? Then the headings carry no business, and
 * what is a title below them is an item, whatever stands below the others: "1.1 If any." */
static bool all_have_below(const struct agenda_lines *lines, const struct agenda_run *run)
{
    size_t wholes = 0;
    for (size_t i = 0; i < run->n; i++) {
        const struct agenda_line *line = &lines->at[run->at[i]];
        if (is_below(line))
            continue;
        wholes++;
        if (i + 1 == run->n || !is_below(&lines->at[run->at[i + 1]]) || run->at[i + 1] != run->at[i] + 1 || !is_short(line->title))
            return false;
    }
    return wholes >= AGENDA_ITEMS_MIN;
}

/* Do only titles stand below entry I? */
static bool titles_below(const struct agenda_lines *lines, const struct agenda_run *run, size_t i)
{
    size_t below = 0, titles = 0;
    for (size_t k = i + 1; k < run->n && is_below(&lines->at[run->at[k]]); k++, below++)
        titles += may_be_below(lines, run->at[k]);
    return below > 0 && titles == below;
}

/* Is entry I of RUN nothing but the heading of those below it: "3.0 Matters for Decision" above "3.1" with a title? */
static bool heads_below(const struct agenda_lines *lines, const struct agenda_run *run, size_t i)
{
    const struct agenda_line *line = &lines->at[run->at[i]];
    if (line->paged || line->number.sub > 0 || i + 1 == run->n || run->at[i + 1] > run->at[i] + 1 + !*line->title)
        return false;
    bool titles = false;
    for (size_t k = i + 1; k < run->n && is_below(&lines->at[run->at[k]]) && lines->at[run->at[k]].number.main == line->number.main; k++)
        titles |= may_be_below(lines, run->at[k]) || is_short(lines->at[run->at[k]].title);
    return titles;
}

/* Do titles with pages of their own stand below entry I, which has none: "5. Planning applications", explained, "5.1  Holt Farm   (4)"? */
static bool pages_below(const struct agenda_lines *lines, const struct agenda_run *run, size_t i)
{
    const struct agenda_line *line = &lines->at[run->at[i]];
    bool paged = false;
    for (size_t k = i + 1; k < run->n && is_below(&lines->at[run->at[k]]) && lines->at[run->at[k]].number.main == line->number.main; k++)
        paged |= lines->at[run->at[k]].paged && agenda_may_be_title(&lines->at[run->at[k]]);
    return paged && !line->paged;
}

void agenda_drop_paragraphs(const struct agenda_lines *lines, struct agenda_run *run)
{
    bool wholes = false, items = below_are_items(lines, run), all = !items && all_have_below(lines, run), headed = true;
    for (size_t i = 0; i < run->n; i++)
        wholes |= lines->at[run->at[i]].number.sub == 0;
    bool *drop = mem_zero_named(NULL, (run->n + 1) * sizeof *drop, "drop");
    for (size_t i = 0; i < run->n && wholes; i++) {
        if (is_below(&lines->at[run->at[i]]))
            drop[i] = !headed || !(items || all);
        else {
            drop[i] = headed = (items && heads_below(lines, run, i)) || (all && titles_below(lines, run, i));
            headed |= items && pages_below(lines, run, i);
        }
    }
    size_t kept = 0;
    for (size_t i = 0; i < run->n; i++)
        if (!drop[i])
            run->at[kept++] = run->at[i];
    talloc_free(drop);
    run->n = kept;
}

/* "B.  Planning Applications" above "B1": the heading of a part, whose letter numbers no item. */
void agenda_settle_letters(struct agenda_lines *lines)
{
    struct agenda_line *letter = NULL;
    for (size_t i = 0; i < lines->n; i++) {
        struct agenda_line *line = &lines->at[i];
        const char *own = line->number.text;
        if (!*own)
            continue;
        if (letter && line->number.main == 1 && line->number.prefix[0] == letter->number.text[0] && line->number.prefix[1] == '\0') {
            letter->number = (struct item_number){0};
            letter->heading = true;
        }
        letter = isupper((unsigned char)own[0]) && own[1] == '\0' ? line : NULL;
    }
}
