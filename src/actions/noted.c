/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a member noted in the room beside what the minutes then bring (design.md 4): the sentences that may be it, by the words
 * they share. Offered, never joined by itself. */
#include "config.h"

#include "alike.h"

#include <stdlib.h>
#include <string.h>

#define SHARE_LEAST 40 /* per cent of the telling words of what was noted */
#define SHARED_LEAST 2
#define OFFERED_MOST 5

struct like {
    const struct action *find;
    size_t share; /* per cent */
};

static int likest_first(const void *left, const void *right)
{
    const struct like *a = left, *b = right;
    return (a->share < b->share) - (a->share > b->share);
}

/* All that the member wrote of it. */
static char *noted_text(const void *parent, const struct action *noted)
{
    const char *const texts[] = {noted->own_words, noted->subject, noted->owner, noted->recipient};
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        buf_printf(&out, " %s", texts[i] ? texts[i] : "");
    return buf_take(&out);
}

static bool same_item(const struct action *noted, const struct action *find)
{
    if (noted->minute_number && find->minute_number)
        return strcmp(noted->minute_number, find->minute_number) == 0;
    return noted->item_position && noted->item_position == find->item_position;
}

/* Of its own item fewer words will do. */
static size_t share_of(const void *scratch, const struct telling *words, const struct action *noted, const struct action *find)
{
    struct telling other = telling_words(scratch, find->quote);
    size_t shared = telling_shared(words, &other), share = words->n ? shared * 100 / words->n : 0;
    size_t least = same_item(noted, find) ? SHARE_LEAST / 2 : SHARE_LEAST;
    return shared >= SHARED_LEAST && share >= least ? share : 0;
}

size_t action_likes(const void *parent, const struct action *noted, const struct actions *finds, const struct action ***out)
{
    void *scratch = talloc_named_const(NULL, 0, "likes");
    struct telling words = telling_words(scratch, noted_text(scratch, noted));
    struct like *likes = NULL;
    size_t n = 0;
    *out = NULL;
    for (size_t i = 0; i < finds->n && !noted->quote && noted->meeting_id; i++) {
        const struct action *find = finds->at[i];
        bool may = find->state == ACTION_TO_CHECK && find->quote && find->meeting_id && strcmp(find->meeting_id, noted->meeting_id) == 0;
        size_t share = may ? share_of(scratch, &words, noted, find) : 0;
        if (share)
            *mem_append(scratch, likes, n) = (struct like){find, share};
    }
    if (n)
        qsort(likes, n, sizeof *likes, likest_first);
    size_t given = 0;
    for (size_t i = 0; i < n && i < OFFERED_MOST; i++)
        *mem_append(parent, *out, given) = likes[i].find;
    talloc_free(scratch);
    return given;
}
