/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Two reports: their blocks are set beside each other first, so that a table is compared with the table it was, and
 * between two changes is said how much stayed the same and under which heading one is. */
#include "config.h"

#include "changes.h"

#include <string.h>

struct reports {
    struct page *page;
    const char *key, *text; /* of the rows; the new report as one text */
    int x;
    const struct block *old, *new;
    char **old_words, **new_words; /* of each block, for comparing */
    size_t n_new;
    size_t place;         /* in `text`, of the block that was come to last */
    size_t same;          /* words since the last change */
    const char *heading;  /* the last one of them; NULL none */
    void *local;
};

/* ---- blocks ------------------------------------------------------------------------------------------ */

/* All words of a block, cells parted so that none can be taken for two. */
static char *block_words(const void *local, const struct block *block)
{
    struct buf out;
    if (block->kind != BLOCK_TABLE)
        return text_squeeze(local, block->text ? block->text : "", block->text ? strlen(block->text) : 0);
    buf_init(&out, local, BUF_MAX_DOCUMENT);
    for (size_t r = 0; r < block->n_rows; r++)
        for (size_t c = 0; c < block->rows[r].n_cells; c++) {
            char *cell = text_squeeze(local, block->rows[r].cells[c], strlen(block->rows[r].cells[c]));
            buf_printf(&out, "%s%c", cell, c + 1 < block->rows[r].n_cells ? '\t' : '\n');
            talloc_free(cell);
        }
    return buf_take(&out);
}

static char **words_of(const void *local, const struct block *blocks, size_t n)
{
    char **words = mem_zero_named(local, (n + 1) * sizeof *words, "block words");
    for (size_t i = 0; i < n; i++)
        words[i] = block_words(words, &blocks[i]);
    return words;
}

static bool same_block(const void *context, size_t old, size_t new)
{
    const struct reports *reports = context;
    bool same_kind = (reports->old[old].kind == BLOCK_TABLE) == (reports->new[new].kind == BLOCK_TABLE);
    return same_kind && strcmp(reports->old_words[old], reports->new_words[new]) == 0;
}

static size_t count_words(const char *words)
{
    size_t n = 0;
    for (const char *at = words; *at; at += strspn(at, " \t\n")) {
        at += strcspn(at, " \t\n");
        n++;
    }
    return n;
}

/* Go on to where NEW begins in the report's text: its first words stand there close behind the last place. */
static void come_to(struct reports *reports, const struct block *new)
{
    const char *words = new->kind != BLOCK_TABLE ? new->text : new->n_rows && new->rows[0].n_cells ? new->rows[0].cells[0] : NULL;
    const char *at = words && *words ? strstr(reports->text + reports->place, words) : NULL;
    if (at)
        reports->place = (size_t)(at - reports->text);
}

/* ---- what is the same -------------------------------------------------------------------------------- */

static void pass_same(struct reports *reports, size_t new, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct block *block = &reports->new[new + i];
        reports->same += count_words(reports->new_words[new + i]);
        if (block->kind == BLOCK_HEADING)
            reports->heading = block->text;
        come_to(reports, block);
    }
}

/* "… 120 words unchanged …", and the heading under which the change is that follows, before block NEXT of the new
 * report; a table has it as its own. */
static void say_same(struct reports *reports, size_t next)
{
    struct page *page = reports->page;
    const struct block *to = next < reports->n_new ? &reports->new[next] : NULL;
    bool caption = to && to->kind == BLOCK_TABLE && to->caption && reports->heading && strcmp(to->caption, reports->heading) == 0;
    if (reports->same > 0) {
        page_row(page, reports->key, reports->place);
        page_sayf(page, reports->x, STYLE_QUIET, "… %zu word%s unchanged …", reports->same, reports->same == 1 ? "" : "s");
        if (reports->heading && to && !caption)
            page_wrap(page, reports->x, reports->x, page->width - reports->x - 1, STYLE_QUIET, reports->heading);
        page_no_row(page);
    }
    reports->same = 0;
    reports->heading = NULL;
}

/* ---- what is not ------------------------------------------------------------------------------------- */

/* The blocks of a stretch that are no tables, as one text. */
static char *text_of(const void *local, const struct block *blocks, size_t from, size_t to)
{
    struct buf out;
    buf_init(&out, local, BUF_MAX_DOCUMENT);
    for (size_t i = from; i < to; i++)
        if (blocks[i].kind != BLOCK_TABLE && blocks[i].text)
            buf_printf(&out, "%s%s", out.len ? "\n" : "", blocks[i].text);
    return buf_take(&out);
}

static void single_tables(struct reports *reports, const struct block *blocks, size_t from, size_t to, enum change_kind kind)
{
    for (size_t i = from; i < to; i++)
        if (blocks[i].kind == BLOCK_TABLE)
            single_table_page(reports->page, &blocks[i], kind, reports->place, reports->x, reports->key);
}

/* Stretches of both reports without a table that both have. */
static void compare_stretch(struct reports *reports, size_t old, size_t old_end, size_t new, size_t new_end)
{
    struct changed_text text;
    char *before = text_of(reports->local, reports->old, old, old_end), *now = text_of(reports->local, reports->new, new, new_end);
    if (new < new_end)
        come_to(reports, &reports->new[new]);
    if (*before || *now) {
        changed_text_start(&text, reports->local);
        changed_text_compare(&text, before, now, reports->place, true);
        changed_text_page(reports->page, &text, reports->x, reports->x, reports->key);
    }
    single_tables(reports, reports->old, old, old_end, CHANGE_GONE);
    single_tables(reports, reports->new, new, new_end, CHANGE_NEW);
}

/* Stretches that differ: tables that seem to be one part them. */
static void compare_stretches(struct reports *reports, size_t old, size_t old_end, size_t new, size_t new_end)
{
    for (size_t j = new; j < new_end; j++) {
        if (reports->new[j].kind != BLOCK_TABLE)
            continue;
        size_t i = old;
        while (i < old_end && (reports->old[i].kind != BLOCK_TABLE || !tables_are_one(&reports->old[i], &reports->new[j])))
            i++;
        if (i == old_end)
            continue;
        compare_stretch(reports, old, i, new, j);
        come_to(reports, &reports->new[j]);
        changed_table_page(reports->page, &reports->old[i], &reports->new[j], reports->place, reports->x, reports->key);
        old = i + 1;
        new = j + 1;
    }
    compare_stretch(reports, old, old_end, new, new_end);
}

void changed_report_page(struct page *page, const struct meeting_change *change, int x, const char *key)
{
    void *local = talloc_named_const(NULL, 0, "reports");
    struct reports reports = {.page = page, .key = key, .text = change->new_text, .x = x, .old = change->old_blocks, .new = change->new_blocks,
                              .n_new = change->n_new_blocks, .local = local};
    reports.old_words = words_of(local, change->old_blocks, change->n_old_blocks);
    reports.new_words = words_of(local, change->new_blocks, change->n_new_blocks);
    struct change_runs runs = changes_of(local, change->n_old_blocks, change->n_new_blocks, same_block, &reports);
    for (size_t i = 0; i < runs.n; i++) {
        const struct change_run *run = &runs.at[i], *next = i + 1 < runs.n ? run + 1 : NULL;
        if (run->kind == CHANGE_SAME) {
            pass_same(&reports, run->new, run->n);
            say_same(&reports, next ? run->new + run->n : reports.n_new);
            continue;
        }
        bool both = run->kind == CHANGE_GONE && next && next->kind == CHANGE_NEW;
        size_t old_end = run->old + (run->kind == CHANGE_GONE ? run->n : 0);
        size_t new_end = run->new + (run->kind == CHANGE_NEW ? run->n : both ? next->n : 0);
        compare_stretches(&reports, run->old, old_end, run->new, new_end);
        i += both;
    }
    talloc_free(local);
}
