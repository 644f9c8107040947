/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Messages as files that a mail program opens: headers by RFC 5322, words that are not ASCII by RFC 2047 (B), the body as it
 * is (8bit, lines that were wrapped before). */
#include "config.h"

#include "message.h"

#include <string.h>

#define FOLD 76      /* of a line */
#define WORD_BYTES 42 /* of text in an encoded word: 56 of Base64, and 12 around them */

static bool is_ascii(const char *text)
{
    while (*text && (unsigned char)*text < 0x7F)
        text++;
    return *text == '\0';
}

static void base64(struct buf *out, const char *bytes, size_t n)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < n; i += 3) {
        unsigned three = 0;
        for (size_t k = 0; k < 3; k++)
            three = three << 8 | (i + k < n ? (unsigned char)bytes[i + k] : 0u);
        for (size_t k = 0; k < 4; k++)
            buf_putc(out, i + k > n ? '=' : digits[three >> (18 - 6 * k) & 63]);
    }
}

/* Whole characters only in each word. */
static void encoded_words(struct buf *out, const char *text)
{
    size_t n = strlen(text);
    for (size_t at = 0; at < n;) {
        size_t part = n - at < WORD_BYTES ? n - at : WORD_BYTES;
        while (at + part < n && ((unsigned char)text[at + part] & 0xC0) == 0x80)
            part--;
        buf_puts(out, at ? "\r\n =?UTF-8?B?" : "=?UTF-8?B?");
        base64(out, text + at, part);
        buf_puts(out, "?=");
        at += part;
    }
}

static void folded(struct buf *out, const char *text, size_t used)
{
    while (*text) {
        size_t word = strcspn(text, " ");
        if (used > 2 && used + word + 1 > FOLD) {
            buf_puts(out, "\r\n");
            used = 0;
        }
        buf_putc(out, ' ');
        buf_add(out, text, word);
        used += word + 1;
        text += word;
        text += strspn(text, " ");
    }
}

void message_header(struct buf *out, const char *name, const char *text)
{
    struct safe safe = safe_line(NULL, text);
    buf_printf(out, "%s:", name);
    if (is_ascii(safe.text)) {
        folded(out, safe.text, strlen(name) + 1);
    } else {
        buf_putc(out, ' ');
        encoded_words(out, safe.text);
    }
    buf_puts(out, "\r\n");
    talloc_free((void *)safe.text);
}

void message_address(struct buf *out, const char *name, const char *person, const char *address)
{
    struct safe safe = safe_line(NULL, person ? person : "");
    buf_printf(out, "%s: ", name);
    if (!is_ascii(safe.text)) {
        encoded_words(out, safe.text);
        buf_puts(out, "\r\n ");
    } else if (*safe.text) {
        buf_putc(out, '"');
        for (const char *at = safe.text; *at; at++) {
            if (*at == '"' || *at == '\\')
                buf_putc(out, '\\');
            buf_putc(out, *at);
        }
        buf_puts(out, "\"\r\n ");
    }
    buf_printf(out, "<%s>\r\n", address);
    talloc_free((void *)safe.text);
}

void message_date(struct buf *out, struct date day)
{
    static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    buf_printf(out, "Date: %s, %d %s %d 00:00:00 +0000\r\n", days[date_weekday(day) - 1], day.day, months[day.month - 1], day.year);
}

void message_body(struct buf *out, const char *body)
{
    buf_puts(out, "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n");
    for (; *body; body++) {
        if (*body == '\n')
            buf_putc(out, '\r');
        buf_putc(out, *body);
    }
}
