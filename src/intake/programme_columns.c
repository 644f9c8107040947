/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which table is a work programme, told by the words over its columns (field.md 5, the table of councils):
 * a time, a topic, and a last report or notes. A tracker of actions (field.md 6) also has a date and a
 * topic; what it has besides, "action" or "status", tells it apart. */
#include "config.h"

#include "src/intake/programme.h"

#include <string.h>

enum column_kind { COLUMN_OTHER, COLUMN_PLANNED, COLUMN_ISSUE, COLUMN_LAST, COLUMN_NOTES, COLUMN_TRACKER };

/* The first group that fits decides: "Date of Last Report" is no planned date. */
static const struct {
    enum pack_words words;
    enum column_kind kind;
} heads[] = {
    {PACK_COLUMN_OF_LAST_REPORTS, COLUMN_LAST}, {PACK_COLUMN_OF_A_TRACKER, COLUMN_TRACKER},
    {PACK_COLUMN_OF_NOTES, COLUMN_NOTES},       {PACK_COLUMN_OF_PLANNED_DATES, COLUMN_PLANNED},
    {PACK_COLUMN_OF_ISSUES, COLUMN_ISSUE},
};

static enum column_kind kind_of(const char *head)
{
    char *folded = text_fold(NULL, head);
    enum column_kind kind = COLUMN_OTHER;
    for (size_t i = 0; i < MB_LENGTH(heads) && kind == COLUMN_OTHER; i++)
        kind = pack_says(heads[i].words, folded) ? heads[i].kind : COLUMN_OTHER;
    talloc_free(folded);
    return kind;
}

static size_t *column_of(struct programme_columns *columns, enum column_kind kind)
{
    size_t *const places[] = {[COLUMN_PLANNED] = &columns->planned,
                              [COLUMN_ISSUE] = &columns->issue,
                              [COLUMN_LAST] = &columns->last,
                              [COLUMN_NOTES] = &columns->notes};
    return kind >= COLUMN_PLANNED && kind <= COLUMN_NOTES ? places[kind] : NULL;
}

bool programme_header(const struct block *block, bool near, bool apart, struct programme_columns *columns)
{
    const struct table_row *header = &block->rows[0];
    *columns = (struct programme_columns){PROGRAMME_NO_COLUMN, PROGRAMME_NO_COLUMN, PROGRAMME_NO_COLUMN,
                                          PROGRAMME_NO_COLUMN, header->n_cells,     header->cells};
    bool tracker = false;
    if (header->n_cells > 12)
        return false;
    for (size_t i = 0; i < header->n_cells; i++) {
        if (strlen(header->cells[i]) > 120)
            return false;
        enum column_kind kind = kind_of(header->cells[i]);
        size_t *place = column_of(columns, kind);
        tracker |= kind == COLUMN_TRACKER;
        if (place && *place == PROGRAMME_NO_COLUMN)
            *place = i;
    }
    bool timed = columns->planned != PROGRAMME_NO_COLUMN || (apart && near);
    return timed && columns->issue != PROGRAMME_NO_COLUMN &&
           (columns->last != PROGRAMME_NO_COLUMN || (near && !tracker));
}
