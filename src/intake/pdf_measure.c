/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What is usual in a paper: the size of its letters, and how far its lines stand apart, where they begin and end. What stands out is told by it. */
#include "config.h"

#include "src/intake/pdf.h"

#include <stdlib.h>
#include <string.h>

#define PROSE_SHORTEST 40 /* bytes of a line of prose */
#define SIZES_MAX 200
#define PITCHES_MIN 8 /* lines as wide apart as paragraphs, before they are taken for lines of one */

static int height_of(const struct pdf_line *line)
{
    return line->bottom - line->top > 4 ? line->bottom - line->top : 4;
}

void pdf_measure_body(struct pdf *pdf)
{
    size_t letters[SIZES_MAX] = {0}, most = 0;
    for (size_t p = 0; p < pdf->n; p++)
        for (size_t i = 0; i < pdf->pages[p].n; i++) {
            const struct pdf_line *line = &pdf->pages[p].lines[i];
            for (size_t k = 0; k < line->n && line->size < SIZES_MAX; k++)
                letters[line->size] += strlen(line->segments[k].text);
        }
    for (size_t size = 1; size < SIZES_MAX; size++)
        if (letters[size] > letters[most])
            most = size;
    pdf->body = most ? (int)most : 18;
}

void pdf_measure_pitch(struct pdf *pdf)
{
    size_t seen[SIZES_MAX] = {0}, most = 0;
    for (size_t p = 0; p < pdf->n; p++)
        for (size_t i = 1; i < pdf->pages[p].n; i++) {
            const struct pdf_line *line = &pdf->pages[p].lines[i], *above = line - 1;
            int pitch = line->top - above->top;
            bool prose = line->size == pdf->body && above->size == pdf->body && above->n <= 2 &&
                         strlen(above->segments[above->n - 1].text) >= PROSE_SHORTEST;
            if (prose && pitch > 0 && pitch < SIZES_MAX && pitch * 10 < 25 * height_of(above))
                seen[pitch]++;
        }
    size_t tight = (size_t)pdf->body * PDF_TIGHT / 100; /* a short paper shows more paragraphs than lines of one */
    for (size_t pitch = 1; pitch < SIZES_MAX; pitch++)
        if (seen[pitch] > seen[most] && (pitch <= tight || most == 0 || most > tight))
            most = pitch;
    most = most > tight && seen[most] < PITCHES_MIN ? 0 : most;
    pdf->pitch = most ? (int)most : pdf->body * 13 / 10;
}

static size_t margin_at(const struct pdf_margins *margins, const struct pdf_page *page)
{
    size_t i = 0;
    while (i < margins->n && abs(margins->at[i].width - page->width) > 2)
        i++;
    return i < PDF_WIDTHS_MAX ? i : PDF_WIDTHS_MAX - 1;
}

const struct pdf_margin *pdf_margin_of(const struct pdf_margins *margins, const struct pdf_page *page)
{
    return &margins->at[margin_at(margins, page)];
}

void pdf_measure_margins(const struct pdf *pdf, struct pdf_margins *margins)
{
    *margins = (struct pdf_margins){.n = 0};
    for (size_t p = 0; p < pdf->n; p++) {
        const struct pdf_page *page = &pdf->pages[p];
        size_t at = margin_at(margins, page);
        struct pdf_margin *margin = &margins->at[at];
        if (at == margins->n) {
            *margin = (struct pdf_margin){page->width, page->width, 0};
            margins->n++;
        }
        for (size_t i = 0; i < page->n; i++) {
            const struct pdf_line *line = &page->lines[i];
            if (strlen(line->segments[line->n - 1].text) < PROSE_SHORTEST)
                continue;
            margin->left = line->left < margin->left ? line->left : margin->left;
            margin->right = line->right > margin->right ? line->right : margin->right;
        }
    }
}
