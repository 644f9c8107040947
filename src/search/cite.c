/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Where a hit stands, in the words by which a reader of the council's own papers finds it again. */
#include "config.h"

#include <minutebook/search.h>

/* What kind of text it is, before the number it goes by: of a minute its own, of a paper for the meeting the agenda's. */
static const struct {
    const char *numbered, *plain;
    bool by_minute;
} manners[PASSAGE_KINDS] = {
    [PASSAGE_AGENDA] = {"agenda item", "agenda", false},
    [PASSAGE_ITEM] = {"agenda item", "agenda", false},
    [PASSAGE_MINUTES] = {"minute", "minutes", true},
    [PASSAGE_DECISION] = {"decision, minute", "decision", true},
    [PASSAGE_REPORT] = {"report to item", "report", false},
    [PASSAGE_PROGRAMME] = {"work programme", "work programme", false},
    [PASSAGE_ACTION] = {"follow-up of minute", "follow-up", true},
    [PASSAGE_NOTE] = {"own note on minute", "own note", true},
    [PASSAGE_QUESTION] = {"own question on minute", "own question", true},
};

static char *place_words(const void *parent, const struct search_row *row)
{
    const char *number = manners[row->kind].by_minute ? row->minute_number : row->agenda_number;
    if (row->kind == PASSAGE_PROGRAMME)
        return mem_strdup(parent, manners[row->kind].plain);
    if (number)
        return mem_printf(parent, "%s %s", manners[row->kind].numbered, number);
    number = row->agenda_number ? row->agenda_number : row->minute_number;
    return number ? mem_printf(parent, "%s, item %s", manners[row->kind].plain, number) : mem_strdup(parent, manners[row->kind].plain);
}

const char *search_citation(const void *parent, const struct search_row *row)
{
    struct buf line;
    char *place = place_words(NULL, row), *day = date_is_set(row->date) ? date_words(place, row->date) : NULL;
    buf_init(&line, place, BUF_MAX_DOCUMENT);
    if (row->committee)
        buf_printf(&line, "%s, ", row->committee);
    buf_printf(&line, "%s, %s", day ? day : "day not known", place);
    if (row->page)
        buf_printf(&line, ", page %s", row->page);
    if (row->title)
        buf_printf(&line, " (%s)", row->title);
    const char *safe = safe_line(parent, line.data).text;
    talloc_free(place);
    return safe;
}
