/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Clean text in cells: clusters, widths, cutting and wrapping. On the painting path, so plain ASCII goes
 * a short way. Text that did not pass the gate is measured without harm, but its widths mean nothing. */
#include "config.h"

#include "classes.h"

#include <minutebook/text.h>

#include <string.h>
#include <wchar.h>

/* ---- clusters ---------------------------------------------------------------------------- */

static size_t cluster_of_wide(const char *text, size_t n, int *width)
{
    uint32_t c;
    size_t length = text_decode_one(&c, text, n);
    if (length == 0) {
        *width = 1;
        return 1;
    }
    int cells = wcwidth((wchar_t)c);
    *width = cells > 0 ? cells : 0;
    for (int marks = 0; marks < TEXT_MAX_MARKS && length < n && (unsigned char)text[length] >= 0x80; marks++) {
        size_t mark = text_decode_one(&c, text + length, n - length);
        if (mark == 0 || wcwidth((wchar_t)c) != 0)
            break;
        length += mark;
    }
    return length;
}

size_t text_cluster(const char *text, size_t n, int *width)
{
    bool alone = n > 0 && text[0] >= ' ' && text[0] < 0x7F && (n == 1 || (unsigned char)text[1] < 0x80);
    if (!alone && n > 0)
        return cluster_of_wide(text, n, width);
    *width = alone;
    return alone;
}

int text_width(const char *text, size_t n)
{
    int cells = 0, width;
    for (size_t i = 0; i < n; i += text_cluster(text + i, n - i, &width), cells += width)
        ;
    return cells;
}

char *text_cut(const void *parent, const char *text, int width, bool ascii)
{
    const char *mark = ascii ? "..." : "\xE2\x80\xA6";
    int mark_width = ascii ? 3 : 1, cells = 0, step;
    size_t n = strlen(text), kept = 0, i = 0;
    for (size_t used; (used = text_cluster(text + i, n - i, &step)) && cells + step <= width; i += used) {
        cells += step;
        if (cells <= width - mark_width)
            kept = i + used;
    }
    if (i == n)
        return mem_strndup(parent, text, n);
    if (width < mark_width)
        return mem_strndup(parent, mark, width > 0 ? (size_t)width : 0);
    while (kept > 0 && text[kept - 1] == ' ')
        kept--;
    return mem_printf(parent, "%.*s%s", (int)kept, text, mark);
}

/* ---- wrapping ---------------------------------------------------------------------------- */

struct wrap {
    const void *parent;
    const char *text;
    struct line_spans lines;
    int width, first_indent, indent;
};

static int line_room(const struct wrap *wrap)
{
    int room = wrap->width - (wrap->lines.n ? wrap->indent : wrap->first_indent);
    return room > 1 ? room : 1;
}

static void add_line(struct wrap *wrap, size_t start, size_t end)
{
    while (end > start && wrap->text[end - 1] == ' ')
        end--;
    *mem_append(wrap->parent, wrap->lines.at, wrap->lines.n) = (struct line_span){start, end - start};
}

static size_t skip_blanks(const char *text, size_t i, size_t end)
{
    while (i < end && text[i] == ' ')
        i++;
    return i;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

#define WORD_LOOKED_AT 80 /* bytes on either side: an id or a reference is not longer */

/* Is the word around byte I an id, an address or a reference, to be copied whole: does it hold a digit? */
static bool is_in_id(const char *text, size_t start, size_t i, size_t end)
{
    for (size_t at = i; at > start && i - at < WORD_LOOKED_AT && text[at - 1] != ' '; at--)
        if (text[at - 1] >= '0' && text[at - 1] <= '9')
            return true;
    for (size_t at = i + 1; at < end && at - i < WORD_LOOKED_AT && text[at] != ' '; at++)
        if (text[at] >= '0' && text[at] <= '9')
            return true;
    return false;
}

/* Is the word around byte I a command (":save-screen"), an option ("--as-at") or a key ("Ctrl-R")? */
static bool is_in_name(const char *text, size_t start, size_t i, size_t end)
{
    size_t at = i;
    while (at > start && i - at < WORD_LOOKED_AT && (is_letter(text[at - 1]) || text[at - 1] == '-'))
        at--;
    bool marked = text[at] == '-' || (at > start && text[at - 1] == ':');
    return marked || i + 2 >= end || !is_letter(text[i + 2]);
}

/* A line may end after the hyphen of "co-opted", never in "-5", "2018-19", an id, a name to be typed or a dash
 * between blanks. */
static bool is_hyphen_break(const char *text, size_t start, size_t i, size_t end)
{
    return text[i] == '-' && i > start && i + 1 < end && is_letter(text[i - 1]) && is_letter(text[i + 1]) &&
           !is_in_id(text, start, i, end) && !is_in_name(text, start, i, end);
}

/* A word too long for its line, such as a file's name, is cut before the letter behind one of these. */
static bool is_joint(const char *text, size_t i, size_t end)
{
    return text[i] && strchr("-_./", text[i]) && i + 1 < end && is_letter(text[i + 1]);
}

/* The end of the line of text from START: where the next one begins, blanks aside. */
static size_t line_end(const struct wrap *wrap, size_t start, size_t end, bool keep_blanks)
{
    size_t word = keep_blanks ? skip_blanks(wrap->text, start, end) : start;
    size_t i = start, last_break = 0, last_joint = 0;
    int room = line_room(wrap), cells = 0, width;
    while (i < end) {
        size_t used = text_cluster(wrap->text + i, end - i, &width);
        bool blank = wrap->text[i] == ' ' && used == 1;
        if (blank && i >= word)
            last_break = i;
        if (!blank && cells + width > room && i > start)
            return last_break ? last_break : last_joint ? last_joint : i;
        cells += width;
        if (used == 1 && is_hyphen_break(wrap->text, start, i, end) && cells <= room)
            last_break = i + 1;
        else if (used == 1 && i > word && is_joint(wrap->text, i, end) && cells <= room)
            last_joint = i + 1;
        i += used;
    }
    return end;
}

/* One paragraph: text without LF. Blanks it begins with are kept where its first word still fits. */
static void wrap_paragraph(struct wrap *wrap, size_t start, size_t end)
{
    size_t word = skip_blanks(wrap->text, start, end);
    size_t word_end = word;
    while (word_end < end && wrap->text[word_end] != ' ')
        word_end++;
    bool keep = word == start || (int)(word - start) + text_width(wrap->text + word, word_end - word) <= line_room(wrap);
    if (!keep || word == end)
        start = word;
    do {
        size_t stop = line_end(wrap, start, end, keep);
        add_line(wrap, start, stop);
        start = skip_blanks(wrap->text, stop, end);
        keep = false;
    } while (start < end);
}

struct line_spans text_wrap(const void *parent, const char *text, size_t n, int width, int first_indent, int indent)
{
    struct wrap wrap = {.parent = parent, .text = text, .width = width, .first_indent = first_indent, .indent = indent};
    for (size_t start = 0; start < n;) {
        const char *lf = memchr(text + start, '\n', n - start);
        size_t end = lf ? (size_t)(lf - text) : n;
        wrap_paragraph(&wrap, start, end);
        start = end + 1;
    }
    return wrap.lines;
}
