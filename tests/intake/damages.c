/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The ways themselves. What grows is small mostly and large now and then: ten thousand files must be read in minutes. */
#include "config.h"

#include "intake/damages.h"

#include <ctype.h>
#include <string.h>

#define BOMB_USUAL ((size_t)32 << 10)
#define BOMB_RARE ((size_t)2 << 20)
#define RARE 64 /* one in so many */

size_t chance(uint64_t *seed, size_t below)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return below ? (size_t)(*seed % below) : 0;
}

size_t line_at(const struct document *paper, size_t from, size_t *n)
{
    while (from > 0 && paper->bytes[from - 1] != '\n')
        from--;
    const unsigned char *end = memchr(paper->bytes + from, '\n', paper->n - from);
    *n = end ? (size_t)(end - paper->bytes) + 1 - from : paper->n - from;
    return from;
}

static void put(struct buf *out, const struct document *paper, size_t from, size_t n)
{
    buf_add(out, (const char *)paper->bytes + from, n);
}

/* ---- by accident --------------------------------------------------------------------------------------- */

static void cut_short(struct buf *out, const struct document *paper, const struct document *other, uint64_t *seed)
{
    (void)other;
    put(out, paper, 0, chance(seed, paper->n));
}

static void flip_bytes(struct buf *out, const struct document *paper, const struct document *other, uint64_t *seed)
{
    (void)other;
    put(out, paper, 0, paper->n);
    for (size_t i = 1 + chance(seed, 30); i > 0 && out->len > 0; i--)
        out->data[chance(seed, out->len)] ^= (char)(1 << chance(seed, 8));
}

/* A line said again, there or further down, once or many times. */
static void repeat_line(struct buf *out, const struct document *paper, const struct document *other, uint64_t *seed)
{
    size_t n, from = line_at(paper, chance(seed, paper->n), &n);
    size_t where = chance(seed, 2) ? from : from + chance(seed, paper->n - from);
    (void)other;
    where = line_at(paper, where, &(size_t){0});
    put(out, paper, 0, where);
    for (size_t times = chance(seed, 4) ? 1 : 60; times > 0; times--)
        put(out, paper, from, n);
    put(out, paper, where, paper->n - where);
}

/* Some lines are lost, and with them perhaps a header, a label, a title. */
static void lose_lines(struct buf *out, const struct document *paper, const struct document *other, uint64_t *seed)
{
    size_t one_in = 2 + chance(seed, 20), n;
    (void)other;
    for (size_t from = 0; from < paper->n; from += n) {
        line_at(paper, from, &n);
        if (chance(seed, one_in) > 0)
            put(out, paper, from, n);
    }
}

static void lose_line_ends(struct buf *out, const struct document *paper, const struct document *other, uint64_t *seed)
{
    size_t one_in = 1 + chance(seed, 10);
    (void)other;
    for (size_t i = 0; i < paper->n; i++) {
        bool lost = paper->bytes[i] == '\n' && chance(seed, one_in) == 0;
        buf_putc(out, lost ? ' ' : (char)paper->bytes[i]);
    }
}

/* Some tags of a saved page are lost, so that what they held is open, empty or inside another. */
static void lose_tags(struct buf *out, const struct document *paper, const struct document *other, uint64_t *seed)
{
    size_t one_in = 2 + chance(seed, 30);
    bool lost = false;
    (void)other;
    for (size_t i = 0; i < paper->n; i++) {
        lost = (lost || paper->bytes[i] == '<') && (lost || chance(seed, one_in) == 0);
        if (!lost)
            buf_putc(out, (char)paper->bytes[i]);
        lost &= paper->bytes[i] != '>';
    }
}

/* The beginning of one paper and the end of another. */
static void splice(struct buf *out, const struct document *paper, const struct document *other, uint64_t *seed)
{
    size_t from = chance(seed, other->n), n;
    if (chance(seed, 2))
        from = line_at(other, from, &n);
    put(out, paper, 0, line_at(paper, chance(seed, paper->n), &n));
    put(out, other, from, other->n - from);
}

/* Figures are other figures: days, times, pages, numbers, places on a page. */
static void change_figures(struct buf *out, const struct document *paper, const struct document *other, uint64_t *seed)
{
    size_t one_in = 1 + chance(seed, 12);
    (void)other;
    for (size_t i = 0; i < paper->n; i++) {
        bool other_figure = isdigit(paper->bytes[i]) && chance(seed, one_in) == 0;
        buf_putc(out, other_figure ? (char)('0' + chance(seed, 10)) : (char)paper->bytes[i]);
        if (other_figure && chance(seed, 40) == 0)
            buf_puts(out, "99999999999");
    }
}

/* Blanks are tabs, tabs are blanks, and both are more or fewer. */
static void shift_columns(struct buf *out, const struct document *paper, const struct document *other, uint64_t *seed)
{
    static const char *const blanks[] = {"\t", " ", "  ", "\t\t", "", "\xC2\xA0", "          "};
    size_t one_in = 1 + chance(seed, 20);
    (void)other;
    for (size_t i = 0; i < paper->n; i++)
        if (strchr(" \t", paper->bytes[i] ? paper->bytes[i] : 'x') && chance(seed, one_in) == 0)
            buf_puts(out, blanks[chance(seed, MB_LENGTH(blanks))]);
        else
            buf_putc(out, (char)paper->bytes[i]);
}

/* ---- bytes that are no text ------------------------------------------------------------------------------ */

static void insert_bytes(struct buf *out, const struct document *paper, uint64_t *seed, const char *const *bytes, const size_t *lengths, size_t n)
{
    size_t one_in = 1 + chance(seed, 200);
    for (size_t i = 0; i < paper->n; i++) {
        size_t which = chance(seed, n);
        if (chance(seed, one_in * 10) == 0)
            buf_add(out, bytes[which], lengths[which]);
        buf_putc(out, (char)paper->bytes[i]);
    }
}

static void insert_nuls(struct buf *out, const struct document *paper, const struct document *other, uint64_t *seed)
{
    static const char *const bytes[] = {"\0", "\x1B", "\x01", "\f"};
    static const size_t lengths[] = {1, 1, 1, 1};
    (void)other;
    insert_bytes(out, paper, seed, bytes, lengths, MB_LENGTH(bytes));
}

static void insert_bad_utf8(struct buf *out, const struct document *paper, const struct document *other, uint64_t *seed)
{
    static const char *const bytes[] = {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x80", "\x80", "\x9B", "\xC2\x9B", "\xE2\x80\xAE"};
    static const size_t lengths[] = {1, 2, 3, 4, 2, 1, 1, 2, 3};
    (void)other;
    insert_bytes(out, paper, seed, bytes, lengths, MB_LENGTH(bytes));
}

/* ---- on purpose -------------------------------------------------------------------------------------------- */

/* PIECE again and again at some place of the paper. */
static void insert_often(struct buf *out, const struct document *paper, uint64_t *seed, const char *piece)
{
    size_t at = chance(seed, paper->n), size = chance(seed, chance(seed, RARE) ? BOMB_USUAL : BOMB_RARE);
    if (chance(seed, 2))
        at = line_at(paper, at, &(size_t){0});
    put(out, paper, 0, at);
    for (size_t n = 0; n < size; n += strlen(piece))
        buf_puts(out, piece);
    put(out, paper, at, paper->n - at);
}

static void nest(struct buf *out, const struct document *paper, const struct document *other, uint64_t *seed)
{
    static const char *const pieces[] = {"<div>", "<table><tr><td>", "<ul><li>", "<b>", "<p><a href=\"x\">", "<agendaitem>", "<meeting>",
                                         "&lt;div&gt;", "(", "[", "**", "> ", "- ", "# ", "|", "<![CDATA[", "<!--", "<span class=\"mgWordPara\">"};
    (void)other;
    insert_often(out, paper, seed, pieces[chance(seed, MB_LENGTH(pieces))]);
}

/* Thousands of attributes on one tag. */
static void add_attributes(struct buf *out, const struct document *paper, const struct document *other, uint64_t *seed)
{
    size_t from = chance(seed, paper->n);
    const unsigned char *tag = memchr(paper->bytes + from, '<', paper->n - from);
    size_t at = tag ? (size_t)(tag - paper->bytes) : from;
    (void)other;
    at += strcspn((const char *)paper->bytes + at, " >\n") < paper->n - at ? strcspn((const char *)paper->bytes + at, " >\n") : 0;
    put(out, paper, 0, at);
    for (size_t i = chance(seed, chance(seed, RARE) ? 2000 : 60000); i > 0; i--)
        buf_printf(out, " a%zu=\"%zu\"", i, i);
    put(out, paper, at, paper->n - at);
}

/* Entities that hold entities, entities of files, references without an end. */
static void add_entities(struct buf *out, const struct document *paper, const struct document *other, uint64_t *seed)
{
    static const char *const pieces[] = {"&b;", "&amp;amp;amp;", "&#155;", "&#0;", "&#x10FFFF;", "&#99999999999;", "&f;", "&", "&#", "&nbsp;"};
    size_t start = chance(seed, 2) ? 0 : line_at(paper, chance(seed, paper->n), &(size_t){0});
    (void)other;
    put(out, paper, 0, start);
    if (chance(seed, 2))
        buf_puts(out, "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]>");
    struct document rest = {.bytes = paper->bytes + start, .n = paper->n - start};
    if (rest.n)
        insert_often(out, &rest, seed, pieces[chance(seed, MB_LENGTH(pieces))]);
}

/* A line that does not end: the words of the paper, or one letter. */
static void lengthen_line(struct buf *out, const struct document *paper, const struct document *other, uint64_t *seed)
{
    size_t n, from = line_at(paper, chance(seed, paper->n), &n);
    size_t size = chance(seed, chance(seed, RARE) ? BOMB_USUAL : BOMB_RARE);
    bool words = chance(seed, 2) && n > 1;
    (void)other;
    put(out, paper, 0, from);
    for (size_t at = 0; at < size; at += words ? n : 1)
        if (words)
            put(out, paper, from, n - 1), buf_putc(out, ' ');
        else
            buf_putc(out, (char)paper->bytes[from]);
    put(out, paper, from, paper->n - from);
}

/* The whole paper again and again, or all of its lines many times each. */
static void swell(struct buf *out, const struct document *paper, const struct document *other, uint64_t *seed)
{
    size_t size = chance(seed, chance(seed, RARE) ? BOMB_USUAL : BOMB_RARE), n;
    (void)other;
    if (chance(seed, 2)) {
        for (size_t at = 0; at < size; at += paper->n ? paper->n : 1)
            put(out, paper, 0, paper->n);
        return;
    }
    size_t times = size / (paper->n ? paper->n : 1) + 1;
    for (size_t from = 0; from < paper->n; from += n) {
        line_at(paper, from, &n);
        for (size_t i = 0; i < times; i++)
            put(out, paper, from, n);
    }
}

const struct damage damages[] = {
    {"cut short", cut_short, 40},     {"bytes flipped", flip_bytes, 10},      {"a line said again", repeat_line, 6},
    {"lines lost", lose_lines, 8},    {"tags lost", lose_tags, 6},            {"line ends lost", lose_line_ends, 4},
    {"spliced", splice, 6},           {"other figures", change_figures, 6},   {"columns shifted", shift_columns, 4},
    {"NULs", insert_nuls, 3},         {"bad UTF-8", insert_bad_utf8, 3},      {"nested", nest, 4},
    {"attributes", add_attributes, 2}, {"entities", add_entities, 3},         {"a long line", lengthen_line, 2},
    {"swollen", swell, 2},
};
const size_t n_damages = MB_LENGTH(damages);
