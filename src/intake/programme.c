/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The work programme that a pack holds (field.md 5): which tables of which item are its parts, its title
 * and what is said above them, and the dates of future meetings. */
#include "config.h"

#include "src/intake/programme.h"

#include <string.h>

#define TITLE_ABOVE 12    /* blocks above the table among which the title is looked for */
#define LISTED_MIN 2      /* topics that make lists below dates a programme */
#define LABEL_LONGEST 100 /* bytes of a line that heads a list of dates */

/* ---- what stands above the table ------------------------------------------------------------------------ */

/* Do the words near block AT speak of a work programme? */
static bool is_near(const struct blocks *blocks, size_t at)
{
    for (size_t up = 1; up <= TITLE_ABOVE && up <= at; up++) {
        const struct block *block = &blocks->at[at - up];
        if (block->kind == BLOCK_HEADING && pack_line_says(PACK_PROGRAMME, block->text))
            return true;
    }
    return false;
}

/* May BLOCK be a heading, marked as one or not? */
static bool is_line(const struct block *block)
{
    return block->kind == BLOCK_HEADING || (block->kind == BLOCK_PARA && strlen(block->text) <= LABEL_LONGEST);
}

/* The heading of the programme above block AT: the nearest that says so, else the nearest. */
static size_t find_title(const struct blocks *blocks, size_t at)
{
    size_t nearest = at;
    for (size_t up = 1; up <= TITLE_ABOVE && up <= at; up++) {
        const struct block *block = &blocks->at[at - up];
        if (block->kind == BLOCK_TABLE)
            break;
        if (block->kind == BLOCK_PARA && is_line(block) && !text_stops(block->text) &&
            pack_line_says(PACK_PROGRAMME, block->text))
            return at - up;
        if (block->kind != BLOCK_HEADING)
            continue;
        if (pack_line_says(PACK_PROGRAMME, block->text))
            return at - up;
        nearest = nearest == at ? at - up : nearest;
    }
    return nearest;
}

static void read_title(struct programme *programme, const struct blocks *blocks, size_t at)
{
    size_t title = find_title(blocks, at);
    if (title == at)
        return;
    programme->title = mem_strdup(programme, blocks->at[title].text);
    struct buf preamble;
    buf_init(&preamble, programme, BUF_MAX_DOCUMENT);
    for (size_t i = title + 1; i < at; i++) {
        if (blocks->at[i].kind == BLOCK_HEADING || blocks->at[i].kind == BLOCK_TABLE)
            continue;
        buf_puts(&preamble, preamble.len ? "\n\n" : "");
        buf_puts(&preamble, blocks->at[i].text);
    }
    programme->preamble = preamble.len ? buf_take(&preamble) : NULL;
}

/* ---- future meetings --------------------------------------------------------------------------------------- */

static bool heads_future_meetings(const struct block *block)
{
    if (block->kind == BLOCK_TABLE || block->kind == BLOCK_LIST)
        return false;
    size_t n = strcspn(block->text, ":\n");
    if (n > LABEL_LONGEST)
        return false;
    char *label = mem_strndup(NULL, block->text, n);
    bool heads = pack_line_says(PACK_FUTURE_MEETINGS, label);
    talloc_free(label);
    return heads;
}

static size_t add_days(struct programme *programme, const char *text)
{
    struct dates days = date_list(NULL, text);
    size_t added = 0;
    for (size_t i = 0; i < days.n; i++) {
        if (!date_is_set(days.at[i]))
            continue;
        *mem_append(programme, programme->future_meetings, programme->n_future_meetings) = days.at[i];
        added++;
    }
    talloc_free(days.at);
    return added;
}

/* Below "Dates of Future Meetings": blocks for as long as they hold days. */
static void read_future_meetings(struct programme *programme, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->n && programme->n_future_meetings == 0; i++) {
        if (!heads_future_meetings(&blocks->at[i]))
            continue;
        const char *inside = strpbrk(blocks->at[i].text, ":\n");
        if (inside && add_days(programme, inside))
            return;
        for (size_t b = i + 1; b < blocks->n; b++) {
            const struct block *block = &blocks->at[b];
            bool text = block->kind == BLOCK_LIST || block->kind == BLOCK_PARA;
            if (!text || strlen(block->text) > 4 * LABEL_LONGEST || add_days(programme, block->text) == 0)
                break;
        }
    }
}

/* ---- the tables ----------------------------------------------------------------------------------------------- */

/* Do the dates of the table at AT stand above it, or in rows of their own? */
static bool dates_stand_apart(const struct blocks *blocks, size_t at)
{
    const struct block *table = &blocks->at[at];
    bool apart = at > 0 && is_line(&blocks->at[at - 1]) && programme_is_time_line(blocks->at[at - 1].text);
    for (size_t i = 1; i < table->n_rows && !apart; i++)
        apart = programme_lone_time(&table->rows[i]) != NULL;
    return apart;
}

/* The first table of BLOCKS that is a programme's by its columns; blocks->n if none is. */
static size_t find_table(const struct blocks *blocks, bool near, struct programme_columns *columns)
{
    for (size_t i = 0; i < blocks->n; i++) {
        if (blocks->at[i].kind == BLOCK_TABLE &&
            programme_header(&blocks->at[i], near || is_near(blocks, i), dates_stand_apart(blocks, i), columns))
            return i;
    }
    return blocks->n;
}

/* May BLOCK, a table without a header of its own, be a further part? As wide as the header; narrower only
 * right below the part before, or below a section's name. */
static bool is_further_part(const struct block *block, const struct programme_columns *columns, bool open)
{
    size_t cells = block->rows[0].n_cells;
    return cells == columns->count || (open && cells < columns->count);
}

/* A line above a table names a section; where no column holds dates it may be the date of what follows. */
static bool read_line(struct programme *programme, const struct block *line, const struct programme_columns *columns,
                      struct programme_reading *state)
{
    if (!is_line(line))
        return false;
    if (programme_section_line(line->text, state))
        return true;
    bool dated = columns->planned == PROGRAMME_NO_COLUMN && programme_is_time_line(line->text);
    if (dated)
        programme_time_line(programme, line->text, state);
    return dated;
}

/* From the first table on: its further parts, with or without a header, and lines that name sections. */
static void read_tables(struct programme *programme, const struct blocks *blocks, size_t first,
                        struct programme_columns columns)
{
    struct programme_reading state = {.section = SECTION_DATED, .planned_from = SIZE_MAX};
    bool open = true;
    if (first && (blocks->at[first - 1].kind == BLOCK_HEADING || columns.planned == PROGRAMME_NO_COLUMN))
        read_line(programme, &blocks->at[first - 1], &columns, &state);
    programme_rows(programme, &blocks->at[first], 1, &columns, &state);
    for (size_t i = first + 1; i < blocks->n; i++) {
        const struct block *block = &blocks->at[i];
        struct programme_columns other;
        if (block->kind != BLOCK_TABLE) {
            open = read_line(programme, block, &columns, &state);
        } else if (programme_header(block, true, dates_stand_apart(blocks, i), &other)) {
            columns = other;
            programme_rows(programme, block, 1, &columns, &state);
        } else if (is_further_part(block, &columns, open)) {
            programme_rows(programme, block, 0, &columns, &state);
        }
    }
}

static struct programme *programme_new(struct pack *pack, int item_position)
{
    struct programme *programme = mem_new(pack->draft, struct programme);
    programme->committee = mem_strdup(programme, pack->meeting->committee);
    programme->published_for = pack->meeting->date;
    programme->item_position = item_position;
    return programme;
}

/* A programme that is no table: lines with dates, or names of sections, and below each a list of topics. */
static bool read_lists(struct programme *programme, const struct blocks *blocks, size_t *first)
{
    struct programme_reading state = {.section = SECTION_DATED, .planned_from = SIZE_MAX};
    bool open = false;
    size_t dates = 0;
    for (size_t i = 0; i < blocks->n; i++) {
        const struct block *block = &blocks->at[i];
        if (block->kind == BLOCK_LIST && open) {
            const char *topic = block->text + mark_scan(block->text, strlen(block->text)).len;
            programme_topic(programme, topic, block->level, &state);
            continue;
        }
        bool dated = is_line(block) && programme_is_time_line(block->text);
        if (dated)
            programme_time_line(programme, block->text, &state);
        open = dated || (is_line(block) && dates > 0 && programme_section_line(block->text, &state));
        if (dated && dates++ == 0)
            *first = i;
    }
    return dates > 0 && programme->n_entries >= LISTED_MIN;
}

static bool read_listed(struct pack *pack, const struct blocks *blocks, int position)
{
    struct programme *programme = programme_new(pack, position);
    size_t first = 0;
    if (!read_lists(programme, blocks, &first)) {
        talloc_free(programme);
        return false;
    }
    read_title(programme, blocks, first);
    read_future_meetings(programme, blocks);
    if (!programme->title)
        programme->title = mem_strdup(programme, pack->meeting->items[position - 1].title);
    pack->draft->programme = programme;
    return true;
}

/* Read the programme in BLOCKS, if there is one. */
static bool read_in(struct pack *pack, const struct blocks *blocks, int position, bool near)
{
    struct programme_columns columns;
    size_t first = find_table(blocks, near, &columns);
    if (first == blocks->n)
        return false;
    struct programme *programme = programme_new(pack, position);
    read_title(programme, blocks, first);
    read_tables(programme, blocks, first, columns);
    read_future_meetings(programme, blocks);
    if (!programme->title && position)
        programme->title = mem_strdup(programme, pack->meeting->items[position - 1].title);
    pack->draft->programme = programme;
    return true;
}

/* The item that is about the programme comes first, then any other, then text in no report. */
void programme_read(struct pack *pack)
{
    const struct meeting *meeting = pack->meeting;
    for (int own = 1; own >= 0; own--) {
        for (size_t i = 0; i < meeting->n_items; i++) {
            const struct item *item = &meeting->items[i];
            bool near = item->title && pack_line_says(PACK_PROGRAMME, item->title);
            struct blocks blocks = {meeting, item->blocks, item->n_blocks};
            if (near == (own == 1) && read_in(pack, &blocks, item->position, near))
                return;
        }
    }
    if (read_in(pack, &pack->loose, 0, false))
        return;
    for (size_t i = 0; i < meeting->n_items; i++) {
        const struct item *item = &meeting->items[i];
        struct blocks blocks = {meeting, item->blocks, item->n_blocks};
        if (item->title && pack_line_says(PACK_PROGRAMME, item->title) && read_listed(pack, &blocks, item->position))
            return;
    }
}
