/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The marks at the start of a line: bullets, "12." and "3.1" of paragraphs, "(a)" "b)" "iv." of limbs
 * (field.md 3.6, 3.7, 3.9). What follows a mark is a blank; "10.00 am" and "5 March" begin with none. */
#include "config.h"

#include "src/intake/pack.h"

#include <string.h>

static const char *const bullets[] = {
    "\xE2\x80\xA2", "\xC2\xB7",     "\xE2\x97\x8B", "\xE2\x97\xA6", "\xE2\x97\x8F", "\xE2\x96\xAA", "\xE2\x96\xA0",
    "\xE2\x96\xA1", "\xE2\x80\xA3", "\xE2\x9E\xA2", "\xE2\x9C\x93", "\xEF\x82\xB7", "\xEF\x82\xA7", "\xEF\x83\x98",
};

/* Bullets only where a blank follows: they are also dashes, letters and stars. */
static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", "*", "+"};

static size_t starts_with_one(const char *line, size_t n, const char *const *words, size_t n_words)
{
    for (size_t i = 0; i < n_words; i++) {
        size_t length = strlen(words[i]);
        if (length <= n && memcmp(line, words[i], length) == 0)
            return length;
    }
    return 0;
}

size_t mark_bullet(const char *line, size_t n)
{
    return n && (line[0] & 0x80) ? starts_with_one(line, n, bullets, MB_LENGTH(bullets)) : 0;
}

/* Blanks from AT on: a list mark and its text are parted by blanks, TABs, no-break spaces, and by the
 * zero-width spaces that an online editor leaves after its numbers (field.md 3.7). */
static size_t blanks_at(const char *line, size_t n, size_t at)
{
    size_t used = 0, blank;
    while (at + used < n && (blank = pack_void(line + at + used)) > 0)
        used += blank;
    return at + used <= n ? used : n - at;
}

static struct list_mark mark_of(enum mark_kind kind, const char *line, size_t n, size_t at)
{
    size_t blanks = blanks_at(line, n, at);
    if (blanks == 0 || at + blanks >= n)
        return (struct list_mark){0};
    return (struct list_mark){.kind = kind, .len = at + blanks};
}

static struct list_mark scan_bullet(const char *line, size_t n)
{
    size_t glyph = mark_bullet(line, n);
    if (glyph)
        return (struct list_mark){.kind = MARK_BULLET, .len = glyph + blanks_at(line, n, glyph)};
    size_t dash = starts_with_one(line, n, dashes, MB_LENGTH(dashes));
    if (dash)
        return mark_of(MARK_BULLET, line, n, dash);
    bool letter_o = n > 2 && line[0] == 'o' && (line[1] == '\t' || line[1] == '\xC2' || memcmp(line + 1, "  ", 2) == 0);
    return letter_o ? mark_of(MARK_BULLET, line, n, 1) : (struct list_mark){0};
}

static size_t digits_at(const char *line, size_t n, size_t at)
{
    size_t used = 0;
    while (at + used < n && line[at + used] >= '0' && line[at + used] <= '9')
        used++;
    return used;
}

/* "12." "12)" "1\." "3.1" "3.1.2." */
static struct list_mark scan_number(const char *line, size_t n)
{
    size_t at = digits_at(line, n, 0);
    if (at == 0 || at > 3)
        return (struct list_mark){0};
    bool deep = false;
    for (size_t more; at < n && line[at] == '.' && (more = digits_at(line, n, at + 1)) > 0 && more <= 2;) {
        deep = true;
        at += 1 + more;
    }
    at += at + 1 < n && line[at] == '\\';
    if (at < n && (line[at] == '.' || line[at] == ')'))
        return mark_of(MARK_NUMBER, line, n, at + 1);
    struct list_mark mark = deep ? mark_of(MARK_NUMBER, line, n, at) : (struct list_mark){0};
    bool lower = mark.kind && line[mark.len] >= 'a' && line[mark.len] <= 'z'; /* "10.00 am", "3.5 million" */
    return lower ? (struct list_mark){0} : mark;
}

static size_t roman_at(const char *line, size_t n, size_t at)
{
    size_t used = 0;
    while (at + used < n && used < 6 && strchr("ivx", line[at + used]) && line[at + used])
        used++;
    return used;
}

/* "(a)" "(iv)" "(2)" "a)" "A)" "a." "iv." */
static struct list_mark scan_letter(const char *line, size_t n)
{
    size_t at = n && line[0] == '(';
    size_t roman = roman_at(line, n, at);
    size_t digits = at ? digits_at(line, n, at) : 0;
    bool lower = at < n && line[at] >= 'a' && line[at] <= 'z';
    bool upper = at < n && line[at] >= 'A' && line[at] <= 'Z';
    size_t length = roman ? roman : digits && digits <= 2 ? digits : lower || upper;
    size_t end = at + length;
    if (length == 0 || end >= n)
        return (struct list_mark){0};
    if (line[end] == ')')
        return mark_of(MARK_LETTER, line, n, end + 1);
    bool stop = at == 0 && line[end] == '.' && !upper; /* "A. Smith" is a name */
    return stop ? mark_of(MARK_LETTER, line, n, end + 1) : (struct list_mark){0};
}

struct list_mark mark_scan(const char *line, size_t n)
{
    struct list_mark mark = scan_bullet(line, n);
    if (mark.kind == MARK_NONE)
        mark = scan_number(line, n);
    if (mark.kind == MARK_NONE)
        mark = scan_letter(line, n);
    return mark;
}
