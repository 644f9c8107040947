/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* "Items marked (E) contain exempt information", "reports marked with an asterisk are not for publication": a sign that a paper explains
 * once and sets beside the titles of its private items (field.md 3.6). Without the explanation a sign says nothing. */
#include "config.h"

#include "src/intake/pack.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define LEGEND_TEXT ((size_t)2000) /* bytes of an item's text that are looked through */
#define SIGN_LONGEST 5             /* bytes: "(Ex)" */

struct sign {
    char text[SIGN_LONGEST + 1]; /* without brackets; "" where there is none */
};

/* Behind the words that stand between "marked" and the sign, and a mark of quotation. */
static const char *behind_joints(const char *at)
{
    static const char *const joints[] = {"with ", "by ", "as ", "an ", "a ", "the ", "letter ", "symbol ", "sign ", "prefix ", "using ", "\"", "'", "\xE2\x80\x98", "\xE2\x80\x9C"};
    at += strspn(at, " ");
    for (size_t i = 0, taken = 0; i < MB_LENGTH(joints) && taken < MB_LENGTH(joints); i++)
        if (strncasecmp(at, joints[i], strlen(joints[i])) == 0) {
            at += strlen(joints[i]);
            taken++;
            i = (size_t)-1; /* from the start again */
        }
    return at;
}

/* The sign at AT: "*", "asterisk", "(E)", "E". */
static struct sign sign_at(const char *at)
{
    struct sign sign = {""};
    bool bracket = *at == '(' || *at == '[';
    const char *text = at + bracket;
    size_t n = strspn(text, "*#+~");
    if (strncasecmp(at, "asterisk", 8) == 0 || strncasecmp(at, "star", 4) == 0)
        return (struct sign){"*"};
    while (n == 0 && isupper((unsigned char)text[n]))
        n = 1 + strspn(text + 1, "abcdefghijklmnopqrstuvwxyz");
    bool whole = bracket ? strchr(")]", text[n]) && text[n] : !isalnum((unsigned char)text[n]);
    if (n > 0 && whole && n <= (bracket ? SIGN_LONGEST - 1 : 1))
        memcpy(sign.text, text, n);
    return sign;
}

/* The sign that SENTENCE explains. */
static struct sign explained(const char *sentence)
{
    static const char *const verbs[] = {"marked ", "denoted ", "indicated ", "identified ", "prefixed ", "annotated ", "designated "};
    static const char *const private[] = {"exempt", "confidential", "private", "not for publication", "excluded", "exclude the", "exclusion of"};
    struct sign sign = {""};
    bool says = false;
    for (size_t i = 0; i < MB_LENGTH(private); i++)
        says |= strcasestr(sentence, private[i]) != NULL;
    for (size_t i = 0; i < MB_LENGTH(verbs) && says && !*sign.text; i++) {
        const char *at = strcasestr(sentence, verbs[i]);
        if (at)
            sign = sign_at(behind_joints(at + strlen(verbs[i])));
    }
    return sign;
}

/* Does TITLE begin or end with SIGN, in brackets or without? */
static bool bears(const char *title, struct sign sign)
{
    size_t n = strlen(sign.text), length = strlen(title), bracket = strchr("([", *title) && *title ? 1 : 0;
    bool letter = isalpha((unsigned char)*sign.text) != 0;
    const char *behind = title + bracket + n;
    bool first = strncmp(title + bracket, sign.text, n) == 0 && (bracket ? strchr(")]", *behind) && *behind : !letter || (*behind == ' ' && behind[1] != ' '));
    while (length > 0 && strchr(")] ", title[length - 1]))
        length--;
    bool last = length > n && strncmp(title + length - n, sign.text, n) == 0 && (!letter || strchr("([", title[length - n - 1]));
    return (first && length > n + bracket) || last;
}

bool exempt_by_legend(struct meeting *meeting)
{
    struct sign sign = {""};
    for (size_t i = 0; i < meeting->n_items && !*sign.text; i++) {
        const char *text = meeting->items[i].agenda_text;
        struct sentence one;
        for (size_t at = 0, n = text ? strnlen(text, LEGEND_TEXT) : 0; !*sign.text && sentence_next(text, n, &at, &one);) {
            char *sentence = mem_strndup(NULL, text + one.words.start, one.words.len);
            sign = explained(sentence);
            talloc_free(sentence);
        }
    }
    bool any = false;
    for (size_t i = 0; i < meeting->n_items && *sign.text; i++) {
        bool bearing = meeting->items[i].title && bears(meeting->items[i].title, sign);
        meeting->items[i].exempt |= bearing;
        any |= bearing;
    }
    return any;
}
