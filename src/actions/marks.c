/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Marks of entries and limbs: "(b)", "2.", "iv)". What they look like is layout and no wording, so it is code. */
#include "config.h"

#include "marks.h"

#include <ctype.h>
#include <string.h>

#define LIMB_SHORTEST 12 /* bytes */

int mark_sort(const char *text, struct line_span mark)
{
    const char *at = text + mark.start, *end = at + mark.len;
    if (mark.len == 0)
        return 0;
    bool open = *at == '(';
    at += open;
    size_t n = 0;
    while (at + n < end && isalnum((unsigned char)at[n]))
        n++;
    if (n == 0)
        return 1 + (unsigned char)*at;
    int sort = isdigit((unsigned char)*at) ? 1 : strspn(at, "ivx") >= n ? 2 : isupper((unsigned char)*at) ? 3 : 4;
    return 300 + 10 * sort + 2 * (at + n < end && at[n] == ')') + open;
}

/* ---- limbs in one sentence -------------------------------------------------------------------------------- */

static const char *const romans[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};

/* The mark of limb K (from 0) in STYLE, "" where the style has no more. */
static void limb_name(char style, size_t k, char *name, size_t size)
{
    struct buf text;
    buf_init(&text, NULL, size);
    if (style == 'i' && k < MB_LENGTH(romans))
        buf_puts(&text, romans[k]);
    else if (style == '1')
        buf_printf(&text, "%zu", k + 1);
    else if (style == 'a' || style == 'A')
        buf_putc(&text, (char)(style + (char)k));
    memcpy(name, text.len ? text.data : "", text.len + 1);
    buf_release(&text);
}

/* Where limb K stands behind FROM: "(b) " or "b) ". Its first byte, and in *WORDS where its words begin. */
static size_t limb_find(const struct view *view, size_t from, char style, size_t k, size_t *words)
{
    char name[16];
    limb_name(style, k, name, 8);
    size_t n = strlen(name);
    for (size_t at = from; n && at + n + 1 < view->n; at++) {
        if (at > 0 && view->text[at - 1] != ' ' && at != from)
            continue;
        size_t open = view->text[at] == '(';
        if (strncmp(view->text + at + open, name, n) == 0 && view->text[at + open + n] == ')') {
            *words = at + open + n + 1;
            *words += view->text[*words] == ' ';
            return at;
        }
    }
    return view->n;
}

/* "recommendations (1) and (2) of the report" are no limbs. */
static bool limbs_hold_words(const struct view *view, const struct limbs *limbs)
{
    for (size_t i = 0; i < limbs->n; i++) {
        size_t end = i + 1 < limbs->n ? limbs->marks[i + 1] : view->n;
        if (end - limbs->words[i] < LIMB_SHORTEST)
            return false;
    }
    return true;
}

void limbs_find(const struct view *view, size_t from, struct limbs *limbs)
{
    static const char styles[] = {'a', 'i', '1', 'A'};
    for (size_t s = 0; s < sizeof styles; s++) {
        size_t at = from;
        for (limbs->n = 0; limbs->n < LIMBS_MAX; limbs->n++) {
            limbs->marks[limbs->n] = limb_find(view, at, styles[s], limbs->n, &limbs->words[limbs->n]);
            if (limbs->marks[limbs->n] >= view->n)
                break;
            at = limbs->words[limbs->n];
        }
        if (limbs->n >= 2 && limbs_hold_words(view, limbs))
            return;
    }
    limbs->n = 0;
}
