/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Words that run up or down a page: pdftohtml tells where they begin, but no width. A page of nothing else (a wide table,
 * bound into an upright pack) is turned; a few words beside upright ones (the heads of narrow columns, a note in the margin)
 * are kept in their order, to stand below the page. */
#include "config.h"

#include "src/intake/pdf.h"

#include <stdlib.h>
#include <string.h>

#define SAME_LINE 3   /* pixels across the lines */
#define TURNED_MIN 60 /* letters of a page that is turned */

static int width_of(const struct pdf_run *run)
{
    return (int)(text_width(run->text, strlen(run->text)) * (size_t)run->size / 2);
}

static size_t letters_in(const struct pdf_run *runs, size_t n)
{
    size_t letters = 0;
    for (size_t i = 0; i < n; i++)
        letters += strlen(runs[i].text);
    return letters;
}

/* Do the words run up the page? Then each line stands right of the one before. */
static bool runs_up(const struct pdf_page *page)
{
    int votes = 0;
    for (size_t i = 1; i < page->n_turned; i++) {
        int across = page->turned[i].left - page->turned[i - 1].left, along = page->turned[i].top - page->turned[i - 1].top;
        votes += abs(across) > SAME_LINE ? (across > 0 ? 1 : -1) : along < 0 ? 1 : -1;
    }
    return votes >= 0;
}

/* Upright words of a page that is turned are stamps at its edges: they stay at theirs. */
static void keep_place(const struct pdf_page *page, struct pdf_run *run)
{
    int width = run->right - run->left, height = run->bottom - run->top;
    run->left = (int)((long)run->left * page->height / page->width);
    run->top = (int)((long)run->top * page->width / page->height);
    run->right = run->left + width;
    run->bottom = run->top + height;
}

static void turn_page(struct pdf *pdf, struct pdf_page *page)
{
    bool up = runs_up(page);
    for (size_t i = 0; i < page->n_runs; i++)
        keep_place(page, &page->runs[i]);
    for (size_t i = 0; i < page->n_turned; i++) {
        struct pdf_run run = page->turned[i];
        int height = run.bottom - run.top, left = up ? page->height - run.top : run.top, top = up ? run.left : page->width - run.left;
        run.left = left;
        run.right = left + width_of(&run);
        run.top = top;
        run.bottom = top + height;
        run.order = page->n_runs;
        *mem_append(pdf->scratch, page->runs, page->n_runs) = run;
    }
    int height = page->width;
    page->width = page->height;
    page->height = height;
}

static void note_words(struct pdf *pdf, struct pdf_page *page)
{
    struct buf words;
    buf_init(&words, pdf->scratch, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < page->n_turned; i++) {
        const struct pdf_run *run = &page->turned[i];
        bool same = i > 0 && abs(run->left - run[-1].left) <= SAME_LINE;
        char *text = text_squeeze(NULL, run->text, strlen(run->text));
        buf_printf(&words, "%s%s", i == 0 ? "" : same ? " " : "\n", text);
        talloc_free(text);
    }
    page->aside = buf_take(&words);
}

void pdf_settle_turned(struct pdf *pdf, struct pdf_page *page)
{
    if (page->n_turned == 0)
        return;
    size_t letters = letters_in(page->turned, page->n_turned);
    if (letters >= TURNED_MIN && letters > 2 * letters_in(page->runs, page->n_runs))
        turn_page(pdf, page);
    else
        note_words(pdf, page);
}
