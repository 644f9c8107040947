/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* An agenda that a PDF lists in lines instead of a table: its first pages are written as a text (indentations as columns,
 * cells parted by TABs, blank lines where there is more room), the reader of such agendas finds it (agenda.h), and the lines
 * that it took are left out of the pieces. */
#include "config.h"

#include "src/intake/agenda.h"
#include "src/intake/pdf.h"

#include <string.h>

#define FURTHER 125 /* per cent of the usual distance: a blank line */
#define LARGER 108  /* per cent of the body */
#define COLUMNS_MOST 60

/* A line of the text, and where it came from. */
struct origin {
    size_t offset, page, line;
};

static int margin_of(const struct pdf_page *page)
{
    int left = page->width;
    for (size_t i = 0; i < page->n; i++)
        left = page->lines[i].left < left ? page->lines[i].left : left;
    return left;
}

static void write_line(struct buf *out, const struct pdf *pdf, const struct pdf_line *line, int margin)
{
    int letter = pdf->body > 3 ? pdf->body / 2 : 2, columns = (line->left - margin) / letter;
    bool large = line->size * 100 >= LARGER * pdf->body && line->n == 1, marked = pdf_is_marked(line);
    bool bold = line->bold && !large && (line->n == 1 || marked);
    for (int i = 0; i < columns && i < COLUMNS_MOST; i++)
        buf_putc(out, ' ');
    buf_puts(out, large ? "# " : bold ? "**" : "");
    for (size_t i = 0; i < line->n; i++)
        buf_printf(out, "%s%s", !i ? "" : marked ? " " : "\t", line->segments[i].text);
    buf_puts(out, bold ? "**\n" : "\n");
}

static struct origin *write_pages(const struct pdf *pdf, void *scratch, struct buf *text, size_t *n)
{
    struct origin *origins = NULL;
    *n = 0;
    for (size_t p = 0; p < pdf->n && *n < AGENDA_LINES_MAX; p++) {
        const struct pdf_page *page = &pdf->pages[p];
        int margin = margin_of(page);
        for (size_t i = 0; i < page->n; i++) {
            int pitch = i ? page->lines[i].top - page->lines[i - 1].top : 0;
            if (i == 0 ? p > 0 : pitch * 100 > FURTHER * pdf->pitch)
                buf_putc(text, '\n');
            *mem_append(scratch, origins, *n) = (struct origin){text->len, p, i};
            write_line(text, pdf, &page->lines[i], margin);
        }
    }
    return origins;
}

/* The line in which OFFSET of the text is, or the first one BEHIND it. */
static struct pdf_place place_at(const struct pdf *pdf, const struct origin *origins, size_t n, size_t offset, bool behind)
{
    size_t i = 0;
    while (i < n && (behind ? origins[i].offset < offset : i + 1 < n && origins[i + 1].offset <= offset))
        i++;
    if (i < n)
        return (struct pdf_place){origins[i].page, origins[i].line};
    size_t last = n ? origins[n - 1].page : 0;
    return (struct pdf_place){last, pdf->pages[last].n};
}

bool pdf_list_agenda(struct pdf *pdf, struct pack *pack, bool named)
{
    void *scratch = talloc_named_const(NULL, 0, "agenda");
    struct buf text;
    buf_init(&text, scratch, BUF_MAX_DOCUMENT);
    size_t n;
    struct origin *origins = write_pages(pdf, scratch, &text, &n);
    const char *words = text.data ? text.data : "";
    struct agenda *agenda = mem_new(pack->scratch, struct agenda);
    bool found = agenda_read(pack->scratch, words, text.len, named ? AGENDA_NAMED : AGENDA_PAGES, NULL, agenda);
    if (found) {
        pack->listed = agenda;
        pdf->agenda_from = place_at(pdf, origins, n, agenda->from, false);
        pdf->agenda_to = place_at(pdf, origins, n, agenda->to, true);
    }
    talloc_free(scratch);
    return found;
}
