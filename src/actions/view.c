/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How rules see a sentence. Papers write one thing in many ways (no-break spaces, curly quotes, dashes of
 * three lengths, a line break in the middle); a rule should not have to know them. What is kept of a match
 * is cut from the paper's own bytes. */
#include "config.h"

#include "view.h"

#include <minutebook/text.h>

#include <string.h>
#include <unictype.h>
#include <unistr.h>

/* What a character is in a view; 0: left out. */
static ucs4_t plain(ucs4_t c)
{
    if (c > 0x20 && c < 0x7F && c != '`')
        return c; /* nearly all there is: no table need be asked */
    if (c == '\n' || c == '\t' || c == '\r' || uc_is_general_category(c, UC_SPACE_SEPARATOR))
        return ' ';
    if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x00B4 || c == '`')
        return '\'';
    if (c == 0x201C || c == 0x201D)
        return '"';
    if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2212)
        return '-';
    if (c < 0x20 || c == 0x7F || uc_is_general_category(c, UC_FORMAT))
        return 0;
    return c;
}

static void put(struct view *view, ucs4_t c, size_t raw)
{
    uint8_t bytes[6];
    int len = u8_uctomb(bytes, c, sizeof bytes);
    for (int i = 0; i < len; i++) {
        view->text[view->n] = (char)bytes[i];
        view->raw[view->n++] = raw;
    }
}

struct view *view_new(const void *parent, const char *text, size_t n)
{
    struct view *view = mem_new(parent, struct view);
    size_t most = n < VIEW_LONGEST ? n : VIEW_LONGEST;
    /* a byte that is not UTF-8 becomes U+FFFD, which has three */
    view->text = mem_resize_named(view, NULL, 1, 3 * most + 1, "text");
    view->raw = mem_resize_named(view, NULL, sizeof *view->raw, 3 * most + 1, "raw");
    size_t at = 0;
    while (at < most) {
        ucs4_t c;
        int len = u8_mbtouc(&c, (const uint8_t *)text + at, n - at);
        size_t used = len > 0 ? (size_t)len : 1;
        if (at + used > most)
            break;
        ucs4_t shown = plain(c);
        if (shown && !(shown == ' ' && (view->n == 0 || view->text[view->n - 1] == ' ')))
            put(view, shown, at);
        at += used;
    }
    if (view->n && view->text[view->n - 1] == ' ')
        at = view->raw[--view->n];
    view->text[view->n] = '\0';
    view->look = mem_new(view, struct view_answers);
    view->raw[view->n] = at;
    return view;
}

char *view_words(const void *parent, const struct view *view, const char *text, size_t start, size_t end)
{
    if (start >= end || end > view->n)
        return NULL;
    size_t from = view->raw[start], to = view->raw[end];
    char *words = text_squeeze(parent, text + from, to - from);
    if (!*words) {
        talloc_free(words);
        return NULL;
    }
    return words;
}
