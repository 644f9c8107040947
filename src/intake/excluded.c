/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* "RESOLVED: That the public be excluded during consideration of Agenda Item No. 9": the items that a motion to exclude the
 * public names are exempt, not the item with the motion (field.md 3.6, 3.9). A motion that depends on what is said, or is
 * about an appendix alone, names none. */
#include "config.h"

#include "src/intake/pack.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define SENTENCE_LONGEST 1200
#define NAMED_MAX 20 /* items of one motion */

/* Bytes of "Agenda Items Nos. " at TEXT; 0: it names no numbers. */
static size_t items_at(const char *text)
{
    static const char *const words[] = {"the ", "agenda ", "items", "item", "numbers", "number", "nos", "no", ". ", ".", ": ", " "};
    size_t at = 0;
    bool item = false;
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strncasecmp(text + at, words[i], strlen(words[i])) == 0) {
            item |= strncmp(words[i], "item", 4) == 0;
            at += strlen(words[i]);
            at += strspn(text + at, " ");
        }
    return item ? at : 0;
}

/* The next number of a list "9, 10 and 11(b)" at *AT: its bytes, 0 at the end. */
static size_t next_number(const char **at)
{
    *at += strspn(*at, " ,&");
    if (strncasecmp(*at, "and ", 4) == 0)
        *at += 4;
    size_t letter = isupper((unsigned char)**at) && isdigit((unsigned char)(*at)[1]), n = letter;
    while (isdigit((unsigned char)(*at)[n]))
        n++;
    if (n == letter)
        return 0;
    if ((*at)[n] == '(' && islower((unsigned char)(*at)[n + 1]) && (*at)[n + 2] == ')')
        n += 3;
    return isalpha((unsigned char)(*at)[n]) ? 0 : n;
}

static void mark_named(struct meeting *meeting, size_t motion, const char *number, size_t n)
{
    for (size_t i = motion; i < meeting->n_items; i++) {
        struct item *item = &meeting->items[i];
        const char *own = item->agenda_number ? item->agenda_number : item->minute_number;
        if (own && strlen(own) == n && strncasecmp(own, number, n) == 0)
            item->exempt = true;
    }
}

/* What stands behind "during consideration of" in the motion. */
static void read_named(struct meeting *meeting, size_t motion, const char *text)
{
    static const char *const next[] = {"the following item", "the next item"};
    for (size_t i = 0; i < MB_LENGTH(next); i++) {
        size_t n = strlen(next[i]);
        if (strncasecmp(text, next[i], n) == 0 && !isalpha((unsigned char)text[n]) && motion + 1 < meeting->n_items)
            meeting->items[motion + 1].exempt = true;
    }
    const char *at = text + items_at(text);
    size_t n;
    for (size_t named = 0; at > text && named < NAMED_MAX && (n = next_number(&at)) > 0; named++) {
        mark_named(meeting, motion, at, n);
        at += n;
    }
}

/* A sentence that makes it depend, or is about a part of a report. */
static bool is_certain(const char *sentence)
{
    static const char *const doubts[] = {"appendi", "annex", " if ", "should ", "whether", "not be excluded"};
    for (size_t i = 0; i < MB_LENGTH(doubts); i++)
        if (strcasestr(sentence, doubts[i]))
            return false;
    return strcasestr(sentence, "resolved") || strcasestr(sentence, "agreed");
}

static void read_motion(struct meeting *meeting, size_t motion, const char *text)
{
    static const char during[] = "consideration of ";
    const char *excluded = text ? strcasestr(text, "be excluded") : NULL;
    for (const char *at = excluded; at && (at = strcasestr(at, during)); at += strlen(during)) {
        const char *from = excluded;
        while (from > text && from[-1] != '\n' && excluded - from < SENTENCE_LONGEST)
            from--;
        char *sentence = mem_strndup(NULL, from, strcspn(from, "\n"));
        bool near = at < from + strlen(sentence);
        if (near && is_certain(sentence))
            read_named(meeting, motion, at + strlen(during));
        talloc_free(sentence);
    }
}

void pack_mark_excluded(struct meeting *meeting)
{
    for (size_t i = 0; i < meeting->n_items; i++) {
        const struct item *item = &meeting->items[i];
        read_motion(meeting, i, item->agenda_text);
        read_motion(meeting, i, item->minutes_text);
        read_motion(meeting, i, item->decision_text);
    }
}
