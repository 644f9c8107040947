/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Text as the inside of a JSON string: lossless, and still safe where a terminal prints it, because what
 * the gate would not let through is written as \u escapes (reliability.md 3). */
#include "config.h"

#include "classes.h"

#include <minutebook/text.h>

#include <string.h>

static void put_escape(struct buf *out, uint32_t c)
{
    static const char letters[] = "\b\f\n\r\t";
    const char *letter = c && c < 0x80 ? strchr(letters, (int)c) : NULL;
    if (letter)
        buf_printf(out, "\\%c", "bfnrt"[letter - letters]);
    else if (c >= 0x10000)
        buf_printf(out, "\\u%04x\\u%04x", 0xD800 + ((c - 0x10000) >> 10), 0xDC00 + ((c - 0x10000) & 0x3FF));
    else
        buf_printf(out, "\\u%04x", c);
}

static bool is_plain_byte(char c)
{
    return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
}

/* One code point of BYTES; *room is how many marks the base before it may still carry. */
static void put_character(struct buf *out, uint32_t c, const char *bytes, size_t n, int *room)
{
    enum text_class class = text_classify(c);
    bool shown = class == CLASS_PLAIN || class == CLASS_BLANK || (class == CLASS_MARK && *room > 0);
    if (class == CLASS_MARK)
        *room -= *room > 0;
    else
        *room = class == CLASS_PLAIN ? TEXT_MAX_MARKS : 0;
    if (c == '"' || c == '\\')
        buf_printf(out, "\\%c", (int)c);
    else if (shown)
        buf_add(out, bytes, n);
    else
        put_escape(out, c);
}

void text_json(struct buf *out, const char *text, size_t n)
{
    int room = 0;
    for (size_t i = 0; i < n;) {
        size_t run = 0;
        while (i + run < n && is_plain_byte(text[i + run]))
            run++;
        if (run) {
            buf_add(out, text + i, run);
            room = text[i + run - 1] == ' ' ? 0 : TEXT_MAX_MARKS;
            i += run;
            continue;
        }
        uint32_t c;
        size_t used = text_decode_one(&c, text + i, n - i);
        if (used) {
            put_character(out, c, text + i, used, &room);
        } else {
            buf_puts(out, "\xEF\xBF\xBD");
            room = TEXT_MAX_MARKS;
        }
        i += used ? used : 1;
    }
}
