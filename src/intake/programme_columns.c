/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which table is a work programme, told by the words over its columns (field.md 5, the table of councils):
 * a time, a topic, and a last report or notes. A tracker of actions (field.md 6) also has a date and a
 * topic; what it has besides, "action" or "status", tells it apart. */
#include "config.h"

#include "src/intake/programme.h"

#include <string.h>

enum column_kind { COLUMN_OTHER, COLUMN_PLANNED, COLUMN_ISSUE, COLUMN_LAST, COLUMN_NOTES, COLUMN_TRACKER };

/* Words of a head, folded; the first that fit decide, so the narrower stand first. */
static const struct {
    const char *words;
    bool whole; /* the head is these words and no more */
    enum column_kind kind;
} heads[] = {
    {"last report", false, COLUMN_LAST},      {"last reported", false, COLUMN_LAST},     {"last considered", false, COLUMN_LAST},
    {"previously considered", false, COLUMN_LAST}, {"previous report", false, COLUMN_LAST}, {"last scrutinised", false, COLUMN_LAST},
    {"last discussed", false, COLUMN_LAST},   {"last meeting", false, COLUMN_LAST},      {"previous scrutiny", false, COLUMN_LAST},
    {"last time", false, COLUMN_LAST},        {"notes", false, COLUMN_NOTES},            {"comments", false, COLUMN_NOTES},
    {"follow up", false, COLUMN_NOTES},       {"follow up action", false, COLUMN_NOTES}, {"notes follow up action", false, COLUMN_NOTES},
    {"action", true, COLUMN_TRACKER},         {"actions", true, COLUMN_TRACKER},         {"action taken", false, COLUMN_TRACKER},
    {"recommendation", false, COLUMN_TRACKER}, {"recommendations", false, COLUMN_TRACKER}, {"actions arising", true, COLUMN_TRACKER},
    {"response", false, COLUMN_TRACKER},      {"progress", false, COLUMN_TRACKER},       {"outcome", true, COLUMN_TRACKER},
    {"decision", false, COLUMN_TRACKER},      {"minute", false, COLUMN_TRACKER},         {"completed", false, COLUMN_TRACKER},
    {"description", false, COLUMN_NOTES},     {"purpose", false, COLUMN_NOTES},          {"scope", false, COLUMN_NOTES},
    {"rationale", false, COLUMN_NOTES},       {"desired outcome", false, COLUMN_NOTES},  {"objective", false, COLUMN_NOTES},
    {"objectives", false, COLUMN_NOTES},      {"details", false, COLUMN_NOTES},          {"reason", false, COLUMN_NOTES},
    {"background", true, COLUMN_NOTES},       {"key issues", false, COLUMN_NOTES},       {"remarks", false, COLUMN_NOTES},
    {"date of meeting", false, COLUMN_PLANNED}, {"meeting date", false, COLUMN_PLANNED}, {"date of panel", false, COLUMN_PLANNED},
    {"date of committee", false, COLUMN_PLANNED}, {"committee date", false, COLUMN_PLANNED}, {"panel date", false, COLUMN_PLANNED},
    {"scrutiny date", false, COLUMN_PLANNED}, {"scheduled date", false, COLUMN_PLANNED}, {"proposed date", false, COLUMN_PLANNED},
    {"planned date", false, COLUMN_PLANNED},  {"date for scrutiny", false, COLUMN_PLANNED}, {"meeting", true, COLUMN_PLANNED},
    {"date", true, COLUMN_PLANNED},           {"dates", true, COLUMN_PLANNED},           {"when", true, COLUMN_PLANNED},
    {"month", true, COLUMN_PLANNED},          {"timescale", true, COLUMN_PLANNED},       {"timing", true, COLUMN_PLANNED},
    {"date due", true, COLUMN_PLANNED},       {"planned for", true, COLUMN_PLANNED},     {"scheduled for", true, COLUMN_PLANNED},
    {"issue for scrutiny", false, COLUMN_ISSUE}, {"topic for scrutiny", false, COLUMN_ISSUE}, {"issue", false, COLUMN_ISSUE},
    {"issues", false, COLUMN_ISSUE},          {"topic", false, COLUMN_ISSUE},            {"topics", false, COLUMN_ISSUE},
    {"agenda item", false, COLUMN_ISSUE},     {"agenda items", false, COLUMN_ISSUE},     {"items", true, COLUMN_ISSUE},
    {"item", true, COLUMN_ISSUE},             {"subject", false, COLUMN_ISSUE},          {"item of business", false, COLUMN_ISSUE},
    {"title", true, COLUMN_ISSUE},            {"report title", true, COLUMN_ISSUE},      {"report", true, COLUMN_ISSUE},
    {"title of report", true, COLUMN_ISSUE},  {"area of scrutiny", false, COLUMN_ISSUE}, {"business", true, COLUMN_ISSUE},
};

static enum column_kind kind_of(const char *head)
{
    char *folded = text_fold(NULL, head);
    enum column_kind kind = COLUMN_OTHER;
    for (size_t i = 0; i < MB_LENGTH(heads) && kind == COLUMN_OTHER; i++) {
        bool fits = heads[i].whole ? strcmp(folded, heads[i].words) == 0 : words_in(folded, heads[i].words);
        kind = fits ? heads[i].kind : COLUMN_OTHER;
    }
    talloc_free(folded);
    return kind;
}

static size_t *column_of(struct programme_columns *columns, enum column_kind kind)
{
    size_t *const places[] = {[COLUMN_PLANNED] = &columns->planned, [COLUMN_ISSUE] = &columns->issue,
                              [COLUMN_LAST] = &columns->last, [COLUMN_NOTES] = &columns->notes};
    return kind >= COLUMN_PLANNED && kind <= COLUMN_NOTES ? places[kind] : NULL;
}

bool programme_header(const struct block *block, bool near, struct programme_columns *columns)
{
    const struct table_row *header = &block->rows[0];
    *columns = (struct programme_columns){PROGRAMME_NO_COLUMN, PROGRAMME_NO_COLUMN, PROGRAMME_NO_COLUMN, PROGRAMME_NO_COLUMN,
                                          header->n_cells, header->cells};
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
    bool timed = columns->planned != PROGRAMME_NO_COLUMN && columns->issue != PROGRAMME_NO_COLUMN;
    return timed && (columns->last != PROGRAMME_NO_COLUMN || (near && !tracker));
}
