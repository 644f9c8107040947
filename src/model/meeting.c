/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Small questions to a meeting and its items. Each is answered from the struct alone. */
#include "config.h"

#include <minutebook/model.h>

#include <string.h>

#define NOON (12 * 60)
#define DAY_MINUTES (24 * 60)

static bool time_is_stated(const struct meeting *meeting)
{
    return meeting->minutes_after_midnight >= 0 && meeting->minutes_after_midnight < DAY_MINUTES;
}

char *meeting_time(const void *parent, const struct meeting *meeting)
{
    int minutes = meeting->minutes_after_midnight;
    return time_is_stated(meeting) ? mem_printf(parent, "%02d:%02d", minutes / 60, minutes % 60) : NULL;
}

char *meeting_time_words(const void *parent, const struct meeting *meeting)
{
    if (!time_is_stated(meeting))
        return NULL;
    int minutes = meeting->minutes_after_midnight;
    int hour = minutes / 60 % 12;
    return mem_printf(parent, "%d.%02d %s", hour ? hour : 12, minutes % 60, minutes < NOON ? "am" : "pm");
}

const struct item *meeting_item(const struct meeting *meeting, int position)
{
    for (size_t i = 0; i < meeting->n_items; i++)
        if (meeting->items[i].position == position)
            return &meeting->items[i];
    return NULL;
}

size_t meeting_truncated(const struct meeting *meeting)
{
    size_t n = 0;
    for (size_t i = 0; i < meeting->n_items; i++)
        n += meeting->items[i].truncated;
    return n;
}

bool item_is_routine(const struct item *item)
{
    return item->kind && strcmp(item->kind, "routine") == 0;
}

/* ---- the report as one text ---------------------------------------------------------------- */

static void add_cell(struct buf *out, const char *cell)
{
    for (const char *c = cell ? cell : ""; *c; c++)
        buf_putc(out, *c == '\n' || *c == '\t' ? ' ' : *c); /* a row stays one line */
}

static void add_row(struct buf *out, const struct table_row *row)
{
    for (size_t i = 0; i < row->n_cells; i++) {
        if (i > 0)
            buf_putc(out, '\t');
        add_cell(out, row->cells[i]);
    }
}

static void add_table(struct buf *out, const struct block *block)
{
    for (size_t i = 0; i < block->n_rows; i++) {
        if (i > 0)
            buf_putc(out, '\n');
        add_row(out, &block->rows[i]);
    }
}

#define GAP "\n\n"

static void add_gap(struct buf *out)
{
    if (out->len > 0)
        buf_puts(out, GAP);
}

/* A reader may leave the line above a table as a block of its own, too: it is then said once. */
static bool caption_is_said(const struct item *item, size_t at)
{
    const char *before = at > 0 ? item->blocks[at - 1].text : NULL;
    return before && strcmp(before, item->blocks[at].caption) == 0;
}

static void add_block(struct buf *out, const struct item *item, size_t at)
{
    const struct block *block = &item->blocks[at];
    if (block->caption && !caption_is_said(item, at)) {
        add_gap(out);
        buf_puts(out, block->caption);
    }
    if (block->text || block->n_rows > 0)
        add_gap(out);
    if (block->text)
        buf_puts(out, block->text);
    else
        add_table(out, block);
}

char *item_report_parts(const void *parent, const struct item *item, size_t **starts)
{
    struct buf out;
    *starts = NULL;
    if (item->n_blocks == 0)
        return NULL;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    *starts = mem_zero_named(parent, item->n_blocks * sizeof **starts, "starts");
    for (size_t i = 0; i < item->n_blocks; i++) {
        size_t before = out.len;
        add_block(&out, item, i);
        bool gap = before > 0 && out.len > before;
        (*starts)[i] = before + (gap ? strlen(GAP) : 0);
    }
    return buf_take(&out);
}

char *item_report_text(const void *parent, const struct item *item)
{
    size_t *starts;
    char *text = item_report_parts(parent, item, &starts);
    talloc_free(starts);
    return text;
}
