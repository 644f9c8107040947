/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Footnotes: lines in small letters at the foot of a page, each note beginning with its number, of which one at least
 * stands raised in the text above. They are taken out of the text, which goes on over them, and follow the paragraph. */
#include "config.h"

#include "src/intake/pdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SMALLER 94 /* per cent of the body: notes are printed no larger */
#define NUMBER_MAX 999

/* The number, raised or not, that TEXT begins with; *USED: its bytes with the blanks after it. 0: none. */
static int number_of(const char *text, size_t *used)
{
    size_t n = 0;
    int number = 0;
    for (bool any = true; any && number <= NUMBER_MAX;) {
        any = text[n] >= '0' && text[n] <= '9';
        if (any)
            number = number * 10 + text[n++] - '0';
        for (int figure = 0; figure < 10 && !any; figure++)
            if (text_starts(text + n, pdf_raised[figure])) {
                number = number * 10 + figure;
                n += strlen(pdf_raised[figure]);
                any = true;
            }
    }
    size_t blanks = strspn(text + n, " ");
    bool raised = n && (text[0] & 0x80);
    *used = n + blanks;
    return n && text[*used] && (blanks || raised) && number <= NUMBER_MAX ? number : 0;
}

/* Has LINE a number that a note may begin with? */
static int note_at(const struct pdf_line *line)
{
    size_t used;
    char *text = pdf_line_text(NULL, line);
    int number = number_of(text, &used);
    talloc_free(text);
    return number;
}

/* Does NUMBER stand raised in a line of PAGE before END? */
static bool is_marked_above(const struct pdf_page *page, size_t end, int number)
{
    char mark[24] = "";
    char figures[8];
    (void)snprintf(figures, sizeof figures, "%d", number % (NUMBER_MAX + 1));
    for (const char *figure = figures; *figure; figure++)
        memcpy(mark + strlen(mark), pdf_raised[*figure - '0'], strlen(pdf_raised[*figure - '0']) + 1);
    for (size_t i = 0; i < end; i++)
        for (size_t k = 0; k < page->lines[i].n; k++)
            if (strstr(page->lines[i].segments[k].text, mark))
                return true;
    return false;
}

size_t pdf_find_notes(const struct pdf *pdf, const struct pdf_page *page)
{
    size_t first = page->n, notes = page->n;
    while (first > 0) {
        const struct pdf_line *line = &page->lines[first - 1];
        if (line->size * 100 > SMALLER * pdf->body || abs(line->size - page->lines[page->n - 1].size) > 1)
            break;
        first--;
    }
    for (size_t i = page->n; i-- > first;) {
        int number = note_at(&page->lines[i]);
        if (number && is_marked_above(page, first, number))
            notes = i;
    }
    return notes;
}

char *pdf_note(const void *parent, const struct pdf_page *page, size_t *at)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    size_t used;
    char *text = pdf_line_text(parent, &page->lines[*at]);
    int number = number_of(text, &used);
    char *figures = mem_printf(parent, "%d", number);
    for (const char *figure = figures; number && *figure; figure++)
        buf_puts(&out, pdf_raised[*figure - '0']);
    buf_printf(&out, "%s%s", number ? " " : "", text + (number ? used : 0));
    for (++*at; *at < page->n && note_at(&page->lines[*at]) != number + 1; ++*at) {
        char *more = pdf_line_text(parent, &page->lines[*at]);
        buf_printf(&out, "%s%s", pdf_joins(out.data, out.len, more) ? "" : " ", more);
        talloc_free(more);
    }
    talloc_free(figures);
    talloc_free(text);
    return buf_take(&out);
}
