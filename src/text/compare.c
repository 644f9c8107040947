/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Text made ready for comparing: blanks as one, keys of titles and names, slugs. What is shown is never
 * taken from here. */
#include "config.h"

#include "classes.h"

#include <minutebook/text.h>

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#define FOLDED_MAX 256 /* bytes one code point can become: 18 of 4 bytes (U+FDFA), and room */

/* Room for a key: every byte of TEXT may become as much as " and ", the longest "O&S" written out. */
#define KEY_MAX(n) (64 * (size_t)(n) + FOLDED_MAX)

char *text_squeeze(const void *parent, const char *text, size_t n)
{
    struct buf out;
    buf_init(&out, parent, n);
    bool blank = false;
    for (size_t i = 0; i < n;) {
        uint32_t c;
        size_t used = text_decode_one(&c, text + i, n - i);
        if (used && text_is_space(c)) {
            blank = out.len > 0;
        } else {
            if (blank)
                buf_putc(&out, ' ');
            blank = false;
            buf_add(&out, text + i, used ? used : 1);
        }
        i += used ? used : 1;
    }
    return buf_take(&out);
}

/* ---- keys -------------------------------------------------------------------------------- */

struct key {
    struct buf out;
    bool blank; /* a blank is owed before the next word */
};

static void key_put(struct key *key, const char *bytes, size_t n)
{
    if (key->blank && key->out.len > 0 && key->out.data[key->out.len - 1] != '(')
        buf_putc(&key->out, ' ');
    key->blank = false;
    buf_add(&key->out, bytes, n);
}

/* Quotes and accents written alone vanish, so that "Children's" and "Childrens" are the same words. */
static bool is_quote(uint32_t c)
{
    return c == '\'' || c == '"' || c == '`' || c == 0xB4 || (c >= 0x2018 && c <= 0x201F) || c == 0x2032 ||
           c == 0x2033 || c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A;
}

/* Punctuation parts words; these mean something and stay. */
static bool is_meant(uint32_t c)
{
    return c == '%' || c == '#' || c == '@';
}

/* One code point, in lower case already and with its accents apart. */
static void key_add_part(struct key *key, uint32_t c, const char *bytes, size_t n)
{
    if (c == '(' || c == '[') {
        key->blank = true;
        key_put(key, "(", 1);
    } else if (c == ')' || c == ']') {
        key->blank = false;
        key_put(key, ")", 1);
        key->blank = true;
    } else if (c == '&') {
        key->blank = true;
        key_put(key, "and", 3);
        key->blank = true;
    } else if (is_quote(c) || uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M) ||
               uc_is_property_default_ignorable_code_point(c)) {
        /* nothing: the word goes on */
    } else if (text_is_space(c) || (uc_is_general_category(c, UC_PUNCTUATION) && !is_meant(c))) {
        key->blank = true;
    } else {
        key_put(key, bytes, n);
    }
}

static void key_add(struct key *key, const char *bytes, size_t n)
{
    uint8_t folded[FOLDED_MAX];
    size_t length = sizeof folded;
    uint8_t *result = u8_casefold((const uint8_t *)bytes, n, NULL, UNINORM_NFKD, folded, &length);
    if (result != folded) { /* no memory within libunistring: the character as it is */
        free(result);
        key_put(key, bytes, n);
        return;
    }
    for (size_t i = 0; i < length;) {
        uint32_t part;
        size_t used = text_decode_one(&part, (const char *)folded + i, length - i);
        if (used == 0)
            return;
        key_add_part(key, part, (const char *)folded + i, used);
        i += used;
    }
}

static void key_add_ascii(struct key *key, char c)
{
    char lower = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
        key_put(key, &lower, 1); /* nearly all there is: no table need be asked */
        return;
    }
    key_add_part(key, (unsigned char)lower, &lower, 1);
}

/* "o and s" as words of their own, written out in full. */
static char *write_out(const void *parent, const char *key)
{
    static const char short_form[] = "o and s";
    struct buf out;
    buf_init(&out, parent, KEY_MAX(strlen(key)));
    const char *from = key;
    for (const char *at = key; (at = strstr(at, short_form)); at++) {
        const char *end = at + sizeof short_form - 1;
        bool starts = at == key || at[-1] == ' ' || at[-1] == '(';
        if (!starts || (*end && *end != ' ' && *end != ')'))
            continue;
        buf_add(&out, from, (size_t)(at - from));
        buf_puts(&out, "overview and scrutiny");
        from = end;
    }
    buf_puts(&out, from);
    return buf_take(&out);
}

char *text_fold(const void *parent, const char *text)
{
    size_t n = text ? strlen(text) : 0;
    struct key key = {0};
    buf_init(&key.out, parent, KEY_MAX(n));
    for (size_t i = 0; i < n;) {
        uint32_t c;
        size_t used = text_decode_one(&c, text + i, n - i);
        if (c < 0x80 && used)
            key_add_ascii(&key, text[i]);
        else if (used && !is_quote(c)) /* before its decomposition: that of an accent alone has a blank */
            key_add(&key, text + i, used);
        else if (!used)
            key.blank = true;
        i += used ? used : 1;
    }
    char *folded = buf_take(&key.out);
    char *written_out = write_out(parent, folded);
    talloc_free(folded);
    return written_out;
}

bool text_same_words(const char *a, const char *b)
{
    char *key_a = text_fold(NULL, a), *key_b = text_fold(NULL, b);
    bool same = strcmp(key_a, key_b) == 0;
    talloc_free(key_a);
    talloc_free(key_b);
    return same;
}

char *text_slug(const void *parent, const char *text)
{
    char *folded = text_fold(parent, text);
    struct buf out;
    buf_init(&out, parent, strlen(folded));
    bool joint = false;
    for (const char *at = folded; *at; at++) {
        bool kept = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9');
        if (kept && joint && out.len > 0)
            buf_putc(&out, '-');
        if (kept)
            buf_putc(&out, *at);
        joint = !kept;
    }
    talloc_free(folded);
    return buf_take(&out);
}

/* ---- ends -------------------------------------------------------------------------------- */

bool text_starts(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

/* Bytes of white space at the start of TEXT. */
static size_t leading_space(const char *text, size_t n)
{
    uint32_t c;
    size_t used = n ? text_decode_one(&c, text, n) : 0;
    return used && text_is_space(c) ? used : 0;
}

char *text_trim(char *text)
{
    size_t n = strlen(text), space;
    while ((space = leading_space(text, n)) > 0) {
        text += space;
        n -= space;
    }
    while (n > 0) {
        size_t start = n - 1;
        while (start > 0 && ((unsigned char)text[start] & 0xC0) == 0x80)
            start--;
        if (leading_space(text + start, n - start) != n - start)
            break;
        n = start;
    }
    text[n] = '\0';
    return text;
}
