/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The traces of HTML that converters leave in packs (field.md 3.7): character entities and the tags of
 * lists, paragraphs and emphasis. What is neither stays text: "< 5" and "AT&T" are no mark-up. */
#include "config.h"

#include "src/intake/pack.h"

#include <string.h>
#include <strings.h>

#define ENTITY_LONGEST 10 /* bytes between '&' and ';' */
#define TAG_LONGEST 1000  /* bytes of a tag with its attributes; anything longer is text */

static const struct entity {
    const char *name, *text;
} entities[] = {
    {"amp", "&"},    {"lt", "<"},          {"gt", ">"},           {"quot", "\""},
    {"apos", "'"},   {"nbsp", "\xC2\xA0"}, {"pound", "\xC2\xA3"}, {"euro", "\xE2\x82\xAC"},
    {"ndash", "–"},  {"mdash", "—"},       {"lsquo", "‘"},        {"rsquo", "’"},
    {"ldquo", "“"},  {"rdquo", "”"},       {"bull", "•"},         {"middot", "·"},
    {"hellip", "…"}, {"frac12", "½"},      {"frac14", "¼"},       {"frac34", "¾"},
    {"deg", "°"},    {"sup2", "²"},        {"sup3", "³"},         {"times", "×"},
    {"ge", "≥"},     {"le", "≤"},          {"eacute", "é"},       {"copy", "©"},
    {"reg", "®"},    {"trade", "™"},       {"ecirc", "ê"},        {"ensp", " "},
    {"emsp", " "},   {"thinsp", " "},      {"shy", "\xC2\xAD"},   {"sect", "§"},
};

/* 128 to 159 of a numeric reference mean windows-1252, as in the HTML standard; 0 where it has none. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static size_t utf8_write(uint32_t point, char out[5])
{
    if (point >= 0x80 && point < 0xA0)
        point = windows_1252[point - 0x80];
    if ((point < 0x20 && point != '\t' && point != '\n') || point == 0x7F || (point >= 0xD800 && point < 0xE000) ||
        point > 0x10FFFF)
        return 0;
    size_t n = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = n; i-- > 1; point >>= 6)
        out[i] = (char)(0x80 | (point & 0x3F));
    out[0] = (char)(lead[n] | point);
    out[n] = '\0';
    return n;
}

/* "#8217" or "#x2019", the '&' and ';' left out. */
static bool entity_number(const char *name, size_t n, char out[5])
{
    bool hexadecimal = n > 1 && (name[1] == 'x' || name[1] == 'X');
    uint32_t point = 0;
    size_t i = hexadecimal ? 2 : 1;
    if (i >= n)
        return false;
    for (; i < n; i++) {
        const char *digits = "0123456789abcdef";
        const char *digit = strchr(digits, name[i] | 0x20);
        if (!digit || digit - digits >= (hexadecimal ? 16 : 10))
            return false;
        point = point * (hexadecimal ? 16 : 10) + (uint32_t)(digit - digits);
        if (point > 0x10FFFF)
            return false;
    }
    return utf8_write(point, out) > 0;
}

size_t markup_entity(const char *raw, size_t n, char out[5])
{
    size_t limit = n < ENTITY_LONGEST + 2 ? n : ENTITY_LONGEST + 2;
    const char *end = limit > 2 ? memchr(raw, ';', limit) : NULL;
    if (!end || end == raw + 1)
        return 0;
    const char *name = raw + 1;
    size_t length = (size_t)(end - name);
    if (name[0] == '#')
        return entity_number(name, length, out) ? length + 2 : 0;
    for (size_t i = 0; i < MB_LENGTH(entities); i++) {
        if (strlen(entities[i].name) == length && memcmp(entities[i].name, name, length) == 0) {
            memcpy(out, entities[i].text, strlen(entities[i].text) + 1);
            return length + 2;
        }
    }
    return 0;
}

/* ---- tags --------------------------------------------------------------------------------- */

static const struct tag_name {
    const char *name;
    bool bold, breaks, list;
} tag_names[] = {
    {"b", true, false, false},     {"strong", true, false, false}, {"i", false, false, false},
    {"em", false, false, false},   {"u", false, false, false},     {"s", false, false, false},
    {"sup", false, false, false},  {"sub", false, false, false},   {"a", false, false, false},
    {"span", false, false, false}, {"font", false, false, false},  {"small", false, false, false},
    {"o:p", false, false, false},  {"mark", false, false, false},  {"ins", false, false, false},
    {"del", false, false, false},  {"img", false, false, false},   {"center", false, false, false},
    {"br", false, true, false},    {"p", false, true, false},      {"div", false, true, false},
    {"li", false, true, false},    {"ul", false, true, true},      {"ol", false, true, true},
    {"table", false, true, false}, {"tbody", false, true, false},  {"thead", false, true, false},
    {"tr", false, true, false},    {"td", false, true, false},     {"th", false, true, false},
    {"h1", false, true, false},    {"h2", false, true, false},     {"h3", false, true, false},
    {"h4", false, true, false},    {"h5", false, true, false},     {"h6", false, true, false},
};

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '1' && c <= '6') || c == ':';
}

/* "<!-- page 3 -->". A comment that does not end within a tag's length is text, so that no scan is long. */
static size_t tag_comment(const char *raw, size_t n)
{
    size_t limit = n < TAG_LONGEST ? n : TAG_LONGEST;
    for (size_t i = 4; i + 2 < limit; i++) {
        if (raw[i] == '<')
            return 0;
        if (memcmp(raw + i, "-->", 3) == 0)
            return i + 3;
    }
    return 0;
}

size_t markup_tag(const char *raw, size_t n, struct markup_tag *tag)
{
    *tag = (struct markup_tag){0};
    if (n >= 7 && memcmp(raw, "<!--", 4) == 0)
        return tag_comment(raw, n);
    size_t at = 1;
    if (at < n && raw[at] == '/') {
        tag->closing = true;
        at++;
    }
    size_t name = at;
    while (at < n && at < name + 8 && is_name_byte(raw[at]))
        at++;
    const struct tag_name *known = NULL;
    for (size_t i = 0; i < MB_LENGTH(tag_names) && !known; i++) {
        if (strlen(tag_names[i].name) == at - name && strncasecmp(tag_names[i].name, raw + name, at - name) == 0)
            known = &tag_names[i];
    }
    if (!known || at >= n || !strchr("> \t/", raw[at]))
        return 0;
    tag->bold = known->bold;
    tag->breaks = known->breaks;
    tag->list = known->list;
    for (size_t limit = n < TAG_LONGEST ? n : TAG_LONGEST; at < limit && raw[at] != '<'; at++) {
        if (raw[at] == '>')
            return at + 1;
    }
    return 0;
}
