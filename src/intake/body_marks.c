/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Marks in Word HTML and on web pages: the number or bullet of an entry; and of footnotes which link is the mark of a note, what raised figures mean, and which
 * element is the note itself. Word writes <a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> and, at the end, the same
 * the other way round; pages write <sup><a href="#fn1">1</a></sup> and <li id="fn1">. Nothing here is put into a text. */
#include "config.h"

#include "src/intake/tree_private.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define INDENTS_MOST 5 /* of lists inside lists */

/* ---- entries ---------------------------------------------------------------------------------------------- */

static void put_roman(struct buf *out, int number, bool capital)
{
    static const struct {
        int value;
        const char *digits;
    } table[] = {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
    for (size_t i = 0; i < MB_LENGTH(table); i++)
        for (; number >= table[i].value; number -= table[i].value)
            for (const char *c = table[i].digits; *c; c++)
                buf_putc(out, capital ? (char)toupper((unsigned char)*c) : *c);
}

void list_mark(struct buf *out, const struct list *list)
{
    for (int i = 0; i < list->within && i < INDENTS_MOST; i++)
        buf_puts(out, "  ");
    if (!list->ordered)
        buf_puts(out, "\xE2\x80\xA2 ");
    else if ((list->style | 32) == 'a' && list->next <= 26)
        buf_printf(out, "%c. ", list->style + list->next - 1);
    else if ((list->style | 32) == 'i' && list->next < 400) {
        put_roman(out, list->next, list->style == 'I');
        buf_puts(out, ". ");
    } else
        buf_printf(out, "%d. ", list->next);
}

/* ---- marks of footnotes ---------------------------------------------------------------------------------- */

/* HREF leads within the page: what is behind its '#'. */
static const char *fragment(const struct node *link)
{
    const char *href = node_is(link, "a") ? node_attribute(link, "href") : NULL;
    const char *at = href ? strchr(href, '#') : NULL;
    /* a page that was saved may have its own address before it; only Word's names are sure then */
    return at && at[1] && (at == href || text_starts(at, "#_ftn") || text_starts(at, "#_edn")) ? at + 1 : NULL;
}

static bool is_label(const char *text, size_t n)
{
    static const char *const signs[] = {"*", "**", "***", "†", "‡", "§"};
    size_t digits = 0, letters = 0;
    for (size_t i = 0; i < MB_LENGTH(signs); i++)
        if (strlen(signs[i]) == n && memcmp(text, signs[i], n) == 0)
            return true;
    for (size_t i = 0; i < n; i++) {
        digits += text[i] >= '0' && text[i] <= '9';
        letters += strchr("ivx", text[i]) != NULL || (n == 1 && text[i] >= 'a' && text[i] <= 'z');
    }
    return n > 0 && ((digits == n && n <= 3) || (letters == n && n <= 5));
}

bool note_mark(const struct node *link, char label[NOTE_LABEL])
{
    if (!fragment(link))
        return false;
    char *words = node_text(NULL, link, NULL);
    size_t n = strlen(words);
    const char *inner = words;
    if (n > 2 && ((words[0] == '[' && words[n - 1] == ']') || (words[0] == '(' && words[n - 1] == ')'))) {
        inner++;
        n -= 2;
    }
    bool mark = n + 3 <= NOTE_LABEL && is_label(inner, n);
    if (mark)
        (void)snprintf(label, NOTE_LABEL, "[%.*s]", (int)n, inner);
    talloc_free(words);
    return mark;
}

bool note_way_back(const struct node *link)
{
    static const char *const arrows[] = {"↩", "↩︎", "↑", "⤴", "^", "↵", "⏎"};
    if (!fragment(link))
        return false;
    char *words = node_text(NULL, link, NULL);
    bool back = false;
    for (size_t i = 0; i < MB_LENGTH(arrows); i++)
        back = back || strcmp(words, arrows[i]) == 0;
    talloc_free(words);
    return back;
}

/* ---- raised figures ---------------------------------------------------------------------------------- */

const char *note_raised(const struct node *sup, char out[NOTE_RAISED])
{
    static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    if (!node_is(sup, "sup") || node_find(sup, "a", NULL))
        return NULL;
    char *words = node_text(NULL, sup, NULL);
    size_t n = strlen(words), used = 0;
    bool figures = n > 0 && n <= 3 && strspn(words, "0123456789") == n;
    for (size_t i = 0; figures && i < n; i++) {
        const char *digit = raised[words[i] - '0'];
        memcpy(out + used, digit, strlen(digit) + 1);
        used += strlen(digit);
    }
    talloc_free(words);
    return figures ? out : NULL;
}

/* ---- the notes themselves ------------------------------------------------------------------------------ */

void notes_find(const struct node *within, struct notes *notes)
{
    char label[NOTE_LABEL];
    for (const struct node *at = within; (at = node_next(at, within)) != NULL && notes->n < NOTES_MAX;) {
        if (!note_mark(at, label))
            continue;
        struct note *note = mem_append(notes->parent, notes->at, notes->n);
        note->target = fragment(at);
        (void)snprintf(note->label, sizeof note->label, "%s", label);
    }
}

const char *note_label(const struct notes *notes, const struct node *element)
{
    const char *id = notes->n ? node_attribute(element, "id") : NULL;
    for (size_t i = 0; id && i < notes->n; i++)
        if (strcmp(notes->at[i].target, id) == 0)
            return notes->at[i].label;
    return NULL;
}
