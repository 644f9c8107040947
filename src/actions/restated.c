/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A promise is often written twice: as it was made and as it was resolved, under "Decision" and under
 * "Minutes", in the text and in the list of actions at its end. The fuller one is kept. Two sentences say
 * the same where all but a few of the telling words of the shorter are in the longer. */
#include "config.h"

#include "alike.h"
#include "sweep.h"

#include "private.h"

#include <stdlib.h>
#include <string.h>

#define COMPARED_MOST 400 /* findings of an item that are compared with each other */
#define WORDS_LEAST 4     /* telling words, below which likeness says nothing */
#define SHARE_LEAST 80    /* per cent of the shorter's words */

static bool say_the_same(const struct telling *a, const struct telling *b)
{
    size_t least = a->n < b->n ? a->n : b->n, most = a->n < b->n ? b->n : a->n;
    size_t shared = telling_shared(a, b);
    if (least < WORDS_LEAST)
        return least == most && shared == least && least > 0;
    return shared * 100 >= least * SHARE_LEAST;
}

/* How full a finding is: one that can be tracked, whole, by whom, and then the longer. */
static size_t fullness(const struct finding *finding)
{
    const struct action *action = finding->action;
    return (action->untracked ? 0 : 100000) + (action->quote_truncated ? 0 : 40000) + (action->owner ? 20000 : 0) +
           strlen(action->quote) % 10000;
}

/* Two of one text on one line are two, however like: "requested figures for May and requested figures for June". */
static bool can_restate(const struct finding *a, const struct finding *b)
{
    return !a->gone && !b->gone && a->item == b->item && (a->text != b->text || a->unit != b->unit);
}

/* GONE says what KEPT, which is finding WHICH, says more fully: it is known by both places. */
static void leave(struct finding *kept, struct finding *gone, size_t which)
{
    struct action *action = kept->action;
    gone->gone = true;
    gone->instead = which;
    if (!action->also_place)
        action->also_place = mem_strdup(action, gone->action->quote_place);
    if (!action->limb)
        action->limb = mem_strdup(action, gone->action->limb);
}

/* It ends: what took the place of another was not gone then, and what is gone never comes back. */
const struct finding *finding_kept(const struct findings *findings, const struct finding *finding)
{
    while (finding->gone)
        finding = &findings->at[finding->instead];
    return finding;
}

void findings_unite(struct findings *findings)
{
    void *scratch = talloc_new(NULL);
    struct telling *keys = mem_resize_named(scratch, NULL, sizeof *keys, findings->n + 1, "keys");
    for (size_t i = 0; i < findings->n; i++)
        keys[i] = telling_words(scratch, findings->at[i].action->quote);
    for (size_t i = 0; i < findings->n; i++) {
        for (size_t k = i + 1; k < findings->n && k - i < COMPARED_MOST; k++) {
            struct finding *a = &findings->at[i], *b = &findings->at[k];
            if (!can_restate(a, b) || !say_the_same(&keys[i], &keys[k]))
                continue;
            bool first = fullness(a) >= fullness(b);
            leave(first ? a : b, first ? b : a, first ? i : k);
        }
    }
    talloc_free(scratch);
}
