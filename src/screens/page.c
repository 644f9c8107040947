/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Content laid out as lines of spans for one width, before anyone knows which of them are visible.
 * Screens look at pages through views; what is printed without a terminal is a page as well. */
#include "config.h"

#include "page.h"

#include <string.h>

#define PAGE_WIDTH_MAX 1000 /* cells; text_wrap() takes no more */
#define LEAST_TEXT 4        /* cells that wrapped text gets even where an indent would leave none */

struct page *page_new(const void *parent, int width)
{
    struct page *page = mem_new(parent, struct page);
    page->width = width < 1 ? 1 : width > PAGE_WIDTH_MAX ? PAGE_WIDTH_MAX : width;
    return page;
}

void page_row(struct page *page, const char *key, size_t offset)
{
    struct row *row = mem_append(page, page->rows, page->n_rows);
    *row = (struct row){.first = page->n_lines, .key = mem_strdup(page, key), .offset = offset};
    page->in_row = true;
}

void page_no_row(struct page *page)
{
    page->in_row = false;
}

void page_line(struct page *page)
{
    (void)mem_append(page, page->lines, page->n_lines);
    if (page->in_row)
        page->rows[page->n_rows - 1].n++;
}

void page_put_clean(struct page *page, int x, enum style style, const char *text, size_t n)
{
    struct line *line = &page->lines[page->n_lines - 1];
    struct span *span = mem_append(page, line->spans, line->n_spans);
    *span = (struct span){.x = x, .style = style, .text = mem_strndup(page, text, n)};
}

int page_put(struct page *page, int x, int width, enum style style, const char *text)
{
    int room = page->width - x;
    if (width > 0 && width < room)
        room = width;
    if (room <= 0 || !text || page->n_lines == 0)
        return x;
    struct safe clean = safe_line(NULL, text);
    int cells = text_width(clean.text, clean.len);
    if (cells <= room) {
        page_put_clean(page, x, style, clean.text, clean.len);
    } else {
        char *cut = text_cut(NULL, clean.text, room, false);
        page_put_clean(page, x, style, cut, strlen(cut));
        talloc_free(cut);
        cells = room;
    }
    talloc_free((void *)clean.text);
    return x + cells;
}

void page_put_right(struct page *page, enum style style, const char *text)
{
    struct safe clean = safe_line(NULL, text);
    int cells = text_width(clean.text, clean.len);
    page_put(page, cells < page->width ? page->width - cells : 0, 0, style, clean.text);
    talloc_free((void *)clean.text);
}

void page_say(struct page *page, int x, enum style style, const char *text)
{
    page_line(page);
    page_put(page, x, 0, style, text);
}

void page_sayf(struct page *page, int x, enum style style, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = talloc_vasprintf(NULL, format, arguments);
    va_end(arguments);
    page_say(page, x, style, text);
    talloc_free(text);
}

/* An indent that leaves no room for text is not kept. */
static int sane_indent(int indent, int width)
{
    int most = width - LEAST_TEXT;
    return most < 0 ? 0 : indent > most ? most : indent;
}

/* Where an address begins in TEXT from AT on, and its bytes; false where there is none. */
static bool next_address(const char *text, size_t at, struct line_span *out)
{
    for (const char *found = text + at; (found = strstr(found, "http")); found += 4) {
        const char *rest = found + 4 + (found[4] == 's');
        if (strncmp(rest, "://", 3) != 0)
            continue;
        *out = (struct line_span){(size_t)(found - text), strcspn(found, " \n\t")};
        while (strchr(".,;:", found[out->len - 1])) /* those of the sentence */
            out->len--;
        return true;
    }
    return false;
}

/* Does a line end within ADDRESS? */
static bool is_broken(const struct line_spans *lines, const struct line_span *address)
{
    for (size_t i = 0; i < lines->n; i++) {
        size_t end = lines->at[i].start + lines->at[i].len;
        if (end > address->start && end < address->start + address->len)
            return true;
    }
    return false;
}

/* The text around an address that a line would break, and the address on a line of its own, however long. */
static bool wrap_around(struct page *page, int hang, int width, int x, enum style style, const char *text, const struct line_spans *lines)
{
    struct line_span address = {0};
    while (next_address(text, address.start + address.len, &address)) {
        if (!is_broken(lines, &address))
            continue;
        char *before = mem_strndup(NULL, text, address.start);
        const char *after = text + address.start + address.len;
        after += strspn(after, ".,;: "); /* the end of the line stands for them */
        if (address.start)
            page_wrap(page, x, hang, width, style, before);
        page_line(page);
        page_put_clean(page, address.start ? hang : x, style, text + address.start, address.len);
        if (*after)
            page_wrap(page, hang, hang, width, style, after);
        talloc_free(before);
        return true;
    }
    return false;
}

static void wrap(struct page *page, int x, int hang, int width, enum style style, const char *text, bool on)
{
    int right = width > 0 && x + width < page->width ? x + width : page->width;
    int first = on ? (x < right ? x : right - 1) : sane_indent(x, right);
    hang = sane_indent(hang, right);
    struct safe clean = safe_text(NULL, text ? text : "", text ? strlen(text) : 0, SAFE_TEXT);
    struct line_spans spans = text_wrap(clean.text, clean.text, clean.len, right, first, hang);
    bool around = page->whole_addresses && !on && wrap_around(page, hang, width, first, style, clean.text, &spans);
    for (size_t i = 0; i < spans.n && !around; i++) {
        if (i > 0 || !on)
            page_line(page);
        if (spans.at[i].len)
            page_put_clean(page, i == 0 ? first : hang, style, clean.text + spans.at[i].start, spans.at[i].len);
    }
    talloc_free((void *)clean.text);
}

void page_wrap(struct page *page, int x, int hang, int width, enum style style, const char *text)
{
    wrap(page, x, hang, width, style, text, false);
}

void page_wrap_on(struct page *page, int x, int hang, int width, enum style style, const char *text)
{
    if (page->n_lines == 0)
        page_line(page);
    wrap(page, x, hang, width, style, text, true);
}

void page_keep(struct page *page, size_t n, int right)
{
    struct line *last = &page->lines[n - 1], *next = last + 1;
    if (page->in_row)
        page->rows[page->n_rows - 1].n -= page->n_lines - n;
    page->n_lines = n;
    if (last->n_spans == 0)
        return;
    struct span *span = &last->spans[last->n_spans - 1];
    /* what follows fills the line up, and blanks make it too long by any measure: it is cut */
    char *longer = mem_printf(NULL, "%s %s%*s", span->text, next->n_spans ? next->spans[0].text : "", right, ".");
    span->text = text_cut(page, longer, right - span->x, false);
    talloc_free(longer);
}

void page_wrap_most(struct page *page, int x, int hang, int width, enum style style, const char *text, size_t most)
{
    size_t first = page->n_lines;
    page_wrap(page, x, hang, width, style, text);
    if (most > 0 && page->n_lines > first + most)
        page_keep(page, first + most, width > 0 && x + width < page->width ? x + width : page->width);
}

void page_blank(struct page *page)
{
    page_line(page);
}

void page_heading(struct page *page, int x, const char *text)
{
    page_no_row(page);
    if (page->n_lines)
        page_blank(page);
    page_say(page, x, STYLE_HEADING, text);
}

void page_facts(struct page *page, int x, int width, enum style style, const struct strings *facts)
{
    int right = width > 0 && x + width < page->width ? x + width : page->width;
    int at = 0;
    for (size_t i = 0; i < facts->n; i++) {
        struct safe fact = safe_line(NULL, facts->at[i]);
        int cells = text_width(fact.text, fact.len);
        if (at > 0 && at + 3 + cells <= right) {
            at = page_put(page, at, 0, style, " · ");
            at = page_put(page, at, right - at, style, fact.text);
        } else {
            page_wrap(page, x, x, right - x, style, fact.text);
            /* where the wrapped text ended, so that the next fact can follow it */
            const struct line *line = &page->lines[page->n_lines - 1];
            const struct span *last = line->n_spans ? &line->spans[line->n_spans - 1] : NULL;
            at = last ? last->x + text_width(last->text, strlen(last->text)) : right;
        }
        talloc_free((void *)fact.text);
    }
}

/* ---- printing ---------------------------------------------------------------------------------- */

/* Our own marks and the common signs of papers for terminals that ask for ASCII. */
const struct ascii_sign ascii_signs[] = {
    {"·", "-"}, {"–", "-"}, {"—", "-"}, {"…", "..."}, {"“", "\""}, {"”", "\""}, {"‘", "'"}, {"’", "'"}, {"─", "-"},
    {"│", "|"}, {"┬", "+"}, {"┴", "+"}, {"┄", "-"},   {"•", "*"},  {"‐", "-"},  {"‑", "-"}, {" ", " "}, {"‹", "<"}, {"›", ">"}, {NULL, NULL},
};

static size_t put_ascii(struct buf *out, const char *text)
{
    for (const struct ascii_sign *sign = ascii_signs; sign->sign; sign++) {
        size_t n = strlen(sign->sign);
        if (strncmp(text, sign->sign, n) == 0) {
            buf_puts(out, sign->ascii);
            return n;
        }
    }
    buf_putc(out, *text);
    return 1;
}

static void write_span(struct buf *out, const struct span *span, bool ascii)
{
    if (!ascii) {
        buf_puts(out, span->text);
        return;
    }
    for (const char *at = span->text; *at;)
        at += put_ascii(out, at);
}

bool page_write(const struct page *page, struct sink *sink, bool ascii)
{
    struct buf out;
    buf_init(&out, NULL, BUF_MAX_DOCUMENT);
    bool written = true;
    for (size_t i = 0; i < page->n_lines && written; i++) {
        int at = 0;
        buf_clear(&out);
        for (size_t s = 0; s < page->lines[i].n_spans; s++) {
            const struct span *span = &page->lines[i].spans[s];
            for (; at < span->x; at++)
                buf_putc(&out, ' ');
            write_span(&out, span, ascii);
            at += text_width(span->text, strlen(span->text));
        }
        while (out.len && out.data[out.len - 1] == ' ')
            out.len--;
        buf_putc(&out, '\n');
        written = sink->write(sink->to, out.data, out.len);
    }
    buf_release(&out);
    return written;
}
