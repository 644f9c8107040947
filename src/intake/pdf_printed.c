/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Printed minutes and decisions that came as a PDF: its lines as the reader of printed papers takes them
 * (readers.h, struct printed_line). */
#include "config.h"

#include "src/intake/pdf.h"
#include "src/intake/readers.h"

/* Against the size of the body and the usual distance, per cent. */
#define LARGEST 140
#define LARGER 108
#define FURTHER 120

static int level_of(const struct pdf *pdf, const struct pdf_line *line)
{
    return line->size * 100 >= LARGEST * pdf->body ? 1 : line->size * 100 >= LARGER * pdf->body ? 2 : 0;
}

/* In letters, which are about half as wide as high. Titles are set line by line: where theirs end tells nothing. */
static int width_of(const struct pdf_line *line)
{
    return line->size && !line->bold ? line->right * 2 / line->size : 0;
}

static char *text_of(const void *parent, const struct pdf_line *line)
{
    const char *between = pdf_is_marked(line) ? " " : "\t";
    struct buf text;
    buf_init(&text, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < line->n; i++)
        buf_printf(&text, "%s%s", i ? between : "", line->segments[i].text);
    return buf_take(&text);
}

static struct printed_lines lines_of(const struct pdf *pdf)
{
    struct printed_lines lines = {0};
    for (size_t p = 0; p < pdf->n; p++) {
        const struct pdf_page *page = &pdf->pages[p];
        for (size_t i = 0; i < page->n; i++) {
            const struct pdf_line *line = &page->lines[i];
            int pitch = i ? line->top - page->lines[i - 1].top : 0;
            *mem_append(pdf->scratch, lines.at, lines.n) = (struct printed_line){
                .text = text_of(pdf->scratch, line),
                .gap = i == 0 || pitch * 100 > FURTHER * pdf->pitch,
                .bold = line->bold,
                .level = level_of(pdf, line),
                .page = page->number,
                .width = width_of(line),
            };
        }
    }
    return lines;
}

enum form pdf_printed_form(const struct pdf *pdf)
{
    static const struct {
        enum form text, pdf;
    } names[] = {{FORM_MINUTES_TEXT, FORM_MINUTES_PDF}, {FORM_DECISIONS_TEXT, FORM_DECISIONS_PDF}};
    struct printed_lines lines = lines_of(pdf);
    enum form form = lines.n ? printed_form(&lines) : FORM_UNKNOWN;
    for (size_t i = 0; i < MB_LENGTH(names); i++)
        if (names[i].text == form)
            return names[i].pdf;
    return FORM_UNKNOWN;
}

enum status pdf_read_printed(struct draft *draft, const struct pdf *pdf, struct err *err)
{
    struct printed_lines lines = lines_of(pdf);
    return printed_read_lines(draft, &lines, err);
}
