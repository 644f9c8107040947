/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The rows of a work programme (field.md 5, reading rules): an empty date cell inherits the date above
 * within its section; a row with only last reports or notes continues the row above; a section's name in
 * the first cell changes the kind of what follows, and may carry entries or champions in its own row. */
#include "config.h"

#include "src/intake/programme.h"

#include <string.h>

#define SECTION_LONGEST 100 /* bytes of a section's name */

/* One row, its cells by meaning; "" where there is none. */
struct row {
    const char *planned, *issue, *last;
    char *notes; /* the notes and the other columns, with their heads */
    size_t filled;
};

enum section_kind { KIND_NONE, KIND_DATED, KIND_POSSIBLE, KIND_STANDING, KIND_CHAMPIONS };

static enum section_kind section_of(const char *text)
{
    if (strlen(text) > SECTION_LONGEST)
        return KIND_NONE;
    char *folded = text_fold(NULL, text);
    enum section_kind kind = pack_says(PACK_CHAMPIONS, folded)        ? KIND_CHAMPIONS
                             : pack_says(PACK_STANDING_ITEMS, folded) ? KIND_STANDING
                             : pack_says(PACK_POSSIBLE_ITEMS, folded) ? KIND_POSSIBLE
                                                                      : KIND_NONE;
    talloc_free(folded);
    return kind;
}

static void set_section(struct programme_reading *state, enum section_kind kind)
{
    static const enum programme_section sections[] = {[KIND_DATED] = SECTION_DATED,
                                                      [KIND_POSSIBLE] = SECTION_POSSIBLE,
                                                      [KIND_STANDING] = SECTION_STANDING,
                                                      [KIND_CHAMPIONS] = SECTION_DATED};
    state->section = sections[kind];
    state->champions = kind == KIND_CHAMPIONS;
    state->section_in_row = false;
    state->planned_from = SIZE_MAX;
    state->n_heading = 0;
    state->heading = NULL;
}

bool programme_section_line(const char *text, struct programme_reading *state)
{
    enum section_kind kind = section_of(text);
    if (kind != KIND_NONE)
        set_section(state, kind);
    return kind != KIND_NONE;
}

/* ---- cells ------------------------------------------------------------------------------------------- */

static const char *cell_at(const struct table_row *row, size_t column)
{
    return column < row->n_cells ? row->cells[column] : "";
}

static void add_note(struct buf *notes, const char *head, const char *text)
{
    if (!text[0])
        return;
    if (notes->len)
        buf_putc(notes, '\n');
    if (head[0])
        buf_printf(notes, "%s: ", head);
    buf_puts(notes, text);
}

const char *programme_lone_time(const struct table_row *row)
{
    const char *only = NULL;
    for (size_t i = 0; i < row->n_cells; i++) {
        if (!row->cells[i][0])
            continue;
        if (only)
            return NULL;
        only = row->cells[i];
    }
    return only && programme_is_time_line(only) ? only : NULL;
}

static struct row row_read(const void *scratch, const struct table_row *cells, const struct programme_columns *columns)
{
    struct row row = {cell_at(cells, columns->planned), cell_at(cells, columns->issue), cell_at(cells, columns->last),
                      NULL, 0};
    struct buf notes;
    buf_init(&notes, scratch, BUF_MAX_DOCUMENT);
    add_note(&notes, "", cell_at(cells, columns->notes));
    for (size_t i = 0; i < cells->n_cells; i++) {
        bool other = i != columns->planned && i != columns->issue && i != columns->last && i != columns->notes;
        if (other)
            add_note(&notes, i < columns->count ? columns->heads[i] : "", cells->cells[i]);
        row.filled += cells->cells[i][0] != '\0';
    }
    row.notes = buf_take(&notes);
    if (columns->planned == PROGRAMME_NO_COLUMN && programme_lone_time(cells)) {
        row.planned = programme_lone_time(cells);
        row.issue = "";
    }
    return row;
}

/* ---- champions ------------------------------------------------------------------------------------------ */

static void add_champion(struct programme *programme, const char *topic, size_t n, const char *name)
{
    struct champion *champion = mem_append(programme, programme->champions, programme->n_champions);
    champion->topic = text_squeeze(programme, topic, n);
    champion->name = text_squeeze(programme, name, strlen(name));
}

/* "Looked After Children - Cllr Ann Poole": what stands before the last dash, and after it. */
static void read_champion(struct programme *programme, const char *line)
{
    static const char *const joints[] = {" \xE2\x80\x93 ", " - ", " \xE2\x80\x94 ", ": "};
    const char *found = NULL;
    size_t length = 0;
    for (size_t i = 0; i < MB_LENGTH(joints) && !found; i++) {
        for (const char *at = line; (at = strstr(at, joints[i])); at++)
            found = at;
        length = strlen(joints[i]);
    }
    if (found && found[length])
        add_champion(programme, line, (size_t)(found - line), found + length);
}

static void read_champions(struct programme *programme, const struct row *row, bool named_here)
{
    if (!named_here && row->planned[0] && row->issue[0]) { /* topic and name in cells of their own */
        add_champion(programme, row->planned, strlen(row->planned), row->issue);
        return;
    }
    const char *text = row->issue[0] ? row->issue : named_here ? "" : row->planned;
    for (const char *at = text; *at;) {
        size_t n = strcspn(at, "\n");
        char *line = mem_strndup(NULL, at, n);
        read_champion(programme, line);
        talloc_free(line);
        at += n + (at[n] == '\n');
    }
}

/* ---- entries ---------------------------------------------------------------------------------------------- */

static char *or_null(const void *owner, const char *text)
{
    return text[0] ? mem_strdup(owner, text) : NULL;
}

/* The cell of last reports: its dates; its words where it says more than dates, or none. */
static void read_last(struct programme *programme, struct programme_entry *entry, const char *cell)
{
    if (!cell[0] || programme_dates(programme, cell, &entry->last_reports, &entry->n_last_reports))
        return;
    if (!pack_line_says(PACK_NO_LAST_REPORT, cell))
        programme_days(programme, cell, &entry->last_reports, &entry->n_last_reports);
    char *before = entry->last_reports_text;
    entry->last_reports_text = before ? mem_printf(programme, "%s\n%s", before, cell) : mem_strdup(programme, cell);
    talloc_free(before);
}

static void read_planned(struct programme *programme, struct programme_entry *entry, const char *cell)
{
    if (programme_dates(programme, cell, &entry->planned, &entry->n_planned))
        return;
    struct when *when = mem_append(programme, entry->planned, entry->n_planned);
    when->text = mem_strdup(programme, cell);
    when->span = programme_span(cell);
}

static void copy_planned(struct programme *programme, struct programme_entry *entry, const struct when *from, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct when *when = mem_append(programme, entry->planned, entry->n_planned);
        when->text = mem_strdup(programme, from[i].text);
        when->span = from[i].span;
    }
    entry->inherited = n > 0;
}

/* What the notes say: state, who asked when, how often. */
static void read_notes(struct programme *programme, struct programme_entry *entry, const char *notes)
{
    talloc_free(entry->notes);
    talloc_free(entry->frequency);
    entry->notes = or_null(programme, notes);
    entry->requested_on = programme_requested_on(entry->notes);
    const char *frequency = programme_frequency(entry->notes);
    const char *planned = entry->n_planned ? entry->planned[0].text : NULL;
    if (!frequency && entry->section == SECTION_STANDING) {
        frequency = programme_frequency(planned);
        frequency = frequency ? frequency : programme_frequency(entry->issue);
    }
    entry->frequency = mem_strdup(programme, frequency);
    entry->state = entry->section == SECTION_STANDING ? ENTRY_STANDING : programme_state_of(planned, entry->notes);
}

static void add_entry(struct programme *programme, const struct row *row, const char *planned, char *issue,
                      struct programme_reading *state)
{
    struct programme_entry *entry = mem_append(programme, programme->entries, programme->n_entries);
    entry->section = state->section;
    entry->issue = issue;
    if (planned[0]) {
        read_planned(programme, entry, planned);
        state->planned_from = programme->n_entries - 1;
    } else if (state->planned_from != SIZE_MAX) {
        const struct programme_entry *above = &programme->entries[state->planned_from];
        copy_planned(programme, entry, above->planned, above->n_planned);
    } else {
        copy_planned(programme, entry, state->heading, state->n_heading);
    }
    read_last(programme, entry, row->last);
    read_notes(programme, entry, row->notes);
}

void programme_topic(struct programme *programme, const char *topic, int depth, struct programme_reading *state)
{
    const struct row row = {"", topic, "", mem_strdup(programme, ""), 0};
    if (depth > 1 && programme->n_entries > 0) {
        struct programme_entry *entry = &programme->entries[programme->n_entries - 1];
        char *before = entry->issue;
        entry->issue = mem_printf(programme, "%s\n%s", before, topic);
        talloc_free(before);
    } else {
        add_entry(programme, &row, "", mem_strdup(programme, topic), state);
    }
    talloc_free(row.notes);
}

/* A row without a topic: its last reports and notes go on with the entry above. */
static void continue_entry(struct programme *programme, const struct row *row)
{
    if (programme->n_entries == 0)
        return;
    struct programme_entry *entry = &programme->entries[programme->n_entries - 1];
    read_last(programme, entry, row->last);
    if (!row->notes[0])
        return;
    char *notes = entry->notes ? mem_printf(NULL, "%s %s", entry->notes, row->notes) : mem_strdup(NULL, row->notes);
    read_notes(programme, entry, notes);
    talloc_free(notes);
}

/* ---- rows ---------------------------------------------------------------------------------------------------- */

/* The name of a section, alone in its row or before the entries that the same row holds. */
static bool read_section_row(struct programme *programme, const struct row *row, struct programme_reading *state)
{
    const char *name = row->planned[0] ? row->planned : row->filled == 1 ? row->issue : "";
    enum section_kind kind = name[0] ? section_of(name) : KIND_NONE;
    if (kind == KIND_NONE)
        return false;
    set_section(state, kind);
    if (row->filled == 1)
        return true;
    state->section_in_row = true;
    if (kind == KIND_CHAMPIONS) {
        read_champions(programme, row, true);
        return true;
    }
    for (const char *at = row->issue; *at;) {
        size_t n = strcspn(at, "\n");
        add_entry(programme, row, "", mem_strndup(programme, at, n), state);
        at += n + (at[n] == '\n');
    }
    return true;
}

void programme_time_line(struct programme *programme, const char *text, struct programme_reading *state)
{
    struct programme_entry dated = {0};
    read_planned(programme, &dated, text);
    state->planned_from = SIZE_MAX;
    state->heading = dated.planned;
    state->n_heading = dated.n_planned;
}

/* A first cell alone in its row: a date for the rows below, or a section that we have no word for. */
static bool read_lone_cell(struct programme *programme, const struct row *row, struct programme_reading *state)
{
    if (row->filled != 1 || !row->planned[0])
        return false;
    if (!programme_is_time(row->planned)) {
        set_section(state, KIND_DATED);
        return true;
    }
    programme_time_line(programme, row->planned, state);
    return true;
}

static void read_row(struct programme *programme, const struct row *row, struct programme_reading *state)
{
    if (row->filled == 0 || read_section_row(programme, row, state))
        return;
    struct date_span span = date_span_of_words(row->planned);
    if (date_is_set(span.from) && (state->section_in_row || state->champions))
        set_section(state, KIND_DATED);
    if (state->champions)
        read_champions(programme, row, false);
    else if (!read_lone_cell(programme, row, state) && row->issue[0])
        add_entry(programme, row, row->planned, mem_strdup(programme, row->issue), state);
    else if (!row->planned[0])
        continue_entry(programme, row);
}

static bool is_header_again(const struct table_row *row, const struct programme_columns *columns)
{
    bool same = row->n_cells == columns->count;
    for (size_t i = 0; i < row->n_cells && same; i++)
        same = strcmp(row->cells[i], columns->heads[i]) == 0;
    return same;
}

void programme_rows(struct programme *programme, const struct block *block, size_t first,
                    const struct programme_columns *columns, struct programme_reading *state)
{
    for (size_t i = first; i < block->n_rows; i++) {
        if (is_header_again(&block->rows[i], columns))
            continue;
        struct row row = row_read(NULL, &block->rows[i], columns);
        read_row(programme, &row, state);
        talloc_free(row.notes);
    }
}
