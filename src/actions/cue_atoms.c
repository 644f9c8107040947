/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The least things of a pattern: letters in a row, a class in square brackets, an escape, and how often a thing stands.
 * They are read as PCRE2 reads them; what is not surely understood is lost. */
#include "config.h"

#include "cues_read.h"

#include <stdlib.h>
#include <string.h>

#define CLASS_MOST 8

struct part cue_exact(struct parser *parser, const char *text)
{
    return (struct part){.exact = true, .zero = *text == '\0', .texts = cue_set_of(parser->reader, text)};
}

struct part cue_lose(struct parser *parser)
{
    parser->lost = true;
    return (struct part){0};
}

/* ---- classes and escapes ----------------------------------------------------------------------------------- */

static bool is_alnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static char small_of(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* Behind "\p" or "\P": "{Lu}" or one letter. */
static void skip_property(struct parser *parser)
{
    if (*parser->at == '{')
        parser->at += strcspn(parser->at, "}");
    if (*parser->at)
        parser->at++;
    else
        parser->lost = true;
}

/* "[...]": its few characters, else any one character. */
struct part cue_read_class(struct parser *parser)
{
    struct cue_set set = cue_set_new(parser->reader, CLASS_MOST);
    bool plain = *parser->at != '^';
    parser->at += !plain;
    for (bool first = true; *parser->at && (first || *parser->at != ']'); first = false) {
        char c = *parser->at++;
        if ((c == '[' && strchr(":.=", *parser->at)) || (c == '{' && *parser->at >= 'A' && *parser->at <= 'Z'))
            return cue_lose(parser); /* a named class; words within a class */
        if (c == '\\') {
            c = *parser->at ? *parser->at++ : 'Q';
            if (c == 'p' || c == 'P')
                skip_property(parser);
            else if (is_alnum(c) && !strchr("wWdDsShHvVnrtb", c))
                return cue_lose(parser);
            plain = plain && !is_alnum(c);
        } else if (c == '-' && !first && *parser->at != ']') {
            plain = false;
        }
        plain = plain && !((unsigned char)c & 0x80) && set.n < CLASS_MOST;
        if (plain)
            set.at[set.n++] = mem_printf(parser->reader, "%c", small_of(c));
    }
    if (*parser->at != ']')
        return cue_lose(parser);
    parser->at++;
    cue_set_tidy(&set);
    return plain && set.n ? (struct part){.exact = true, .texts = set} : (struct part){0};
}

struct part cue_read_escape(struct parser *parser)
{
    char c = *parser->at;
    if (!c || ((unsigned char)c & 0x80))
        return cue_lose(parser);
    parser->at++;
    if (!is_alnum(c))
        return cue_exact(parser, (char[]){small_of(c), '\0'});
    if (strchr("bBAzZ", c))
        return cue_exact(parser, "");
    if (c == 'p' || c == 'P')
        skip_property(parser);
    else if (!strchr("wWdDsShHvVRntr", c))
        return cue_lose(parser);
    return (struct part){0};
}

bool cue_is_plain(char c)
{
    return is_alnum(c) || c == ' ' || c == ',' || c == '\'' || c == '-' || c == ':';
}

/* Letters and blanks in a row; how often the last stands is another thing's business. */
struct part cue_read_letters(struct parser *parser)
{
    char text[WORD_LONGEST + 1];
    size_t n = 0;
    while (n < WORD_LONGEST && cue_is_plain(parser->at[n]) && (n == 0 || !parser->at[n + 1] || !strchr("?*+{", parser->at[n + 1]))) {
        text[n] = small_of(parser->at[n]);
        n++;
    }
    text[n] = '\0';
    parser->at += n;
    return cue_exact(parser, text);
}

/* Behind a thing: how often it stands at least, and whether it is just once. False for no count. */
bool cue_read_count(struct parser *parser, unsigned long *least, bool *once)
{
    char *end;
    char c = *parser->at;
    *least = c == '+';
    *once = false;
    if (c == '{' && rule_words_at(parser->at) == 0) {
        *least = strtoul(parser->at + 1, &end, 10);
        *once = *end == '}' && *least == 1;
        if (end == parser->at + 1 || (*end != '}' && *end != ',') || !strchr(end, '}')) {
            parser->lost = true;
            return false;
        }
        end += *end == ',' ? 1 + strspn(end + 1, "0123456789") : 0;
        parser->lost = parser->lost || *end != '}';
        parser->at = *end ? end + 1 : end;
    } else if (c == '?' || c == '*' || c == '+') {
        parser->at++;
    } else {
        return false;
    }
    if (*parser->at == '?' || *parser->at == '+') /* how it is tried first, not what it matches */
        parser->at++;
    return true;
}
