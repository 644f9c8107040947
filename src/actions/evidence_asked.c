/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A follow-up made ready to be compared: who, what kind, which words and deeds; and what the index is asked for it. */
#include "config.h"

#include "evidence.h"

#include <string.h>

#define PAIRED_MOST 6  /* words of which each two are looked for together */
#define TITLED_LEAST 2 /* weight of a word that is looked for alone, of what an item may have as its title */

/* By which one asks, and not what is to be done. */
static bool is_asking(const char *stem)
{
    static const char *const stems[] = {"request", "ask", "agreed", "resolv", "undertook", "promis", "said", "offer", "suggest", "report"};
    for (size_t i = 0; i < MB_LENGTH(stems); i++)
        if (strcmp(stems[i], stem) == 0)
            return true;
    return false;
}

static void add_stems(const void *parent, const struct lexicon *lexicon, const char *text, bool telling, struct strings *out)
{
    char stem[STEM_SIZE];
    size_t at = 0, start;
    bool any = false;
    while (text && stem_next(text, strlen(text), &at, stem, &start)) {
        any |= !lexicon_is_plain(lexicon, stem);
        if (at - start > 2 && !is_asking(stem))
            strings_add(parent, out, stem);
    }
    if (telling && !any)
        *out = (struct strings){0};
}

static bool has_any(const char *folded, const char *const *words, size_t n)
{
    char *padded = mem_printf(NULL, " %s ", folded ? folded : "");
    bool has = false;
    for (size_t i = 0; i < n && !has; i++)
        has = strstr(padded, words[i]) != NULL;
    talloc_free(padded);
    return has;
}

/* Of a body that is every committee's own nothing is told by naming it. */
static char *named(const void *parent, const char *who)
{
    static const char *const ours[] = {"panel", "committee", "members", "board", "select committee", "sub committee", "all members", "commission"};
    char *folded = who ? text_fold(parent, who) : NULL;
    char *name = folded && text_starts(folded, "the ") ? folded + 4 : folded;
    for (size_t i = 0; name && i < MB_LENGTH(ours); i++)
        if (strcmp(name, ours[i]) == 0)
            return NULL;
    return name;
}

struct asked asked_of(const void *parent, const struct lexicon *lexicon, const struct action *action)
{
    static const char *const brought[] = {"report_back", "event"};
    static const char *const bringing[] = {" be brought ", " bring ", " report back ", " be presented ", " be submitted ", " be reported ", " come to "};
    static const char *const writing[] = {" write to ", " writes to ", " letter ", " written to "};
    struct asked asked = {.action = action, .lexicon = lexicon};
    asked.quote = action->quote ? text_fold(parent, action->quote) : NULL;
    asked.owner = named(parent, action->owner);
    asked.recipient = named(parent, action->recipient);
    asked.letter = action->kind ? text_same(action->kind, "letter") : has_any(asked.quote, writing, MB_LENGTH(writing));
    asked.brought = text_same(action->class, "work_programme_change") || has_any(asked.quote, bringing, MB_LENGTH(bringing));
    add_stems(parent, lexicon, action->quote, false, &asked.deeds);
    add_stems(parent, lexicon, action->subject, true, &asked.topic);
    for (size_t i = 0; i < MB_LENGTH(brought); i++)
        asked.brought |= text_same(action->kind, brought[i]);
    return asked;
}

/* Each two of the rarest words, each of them with the number of the minute, and the rarest alone of a topic. NULL where they tell too little. */
char *asked_match(const void *parent, const struct asked *asked)
{
    const struct told_words *words = &asked->words;
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    const char *number = asked->action->minute_number;
    size_t digits = number ? strspn(number, "0123456789") : 0;
    for (size_t i = 0; i < words->n && i < PAIRED_MOST; i++) {
        const struct told_word *word = &words->at[i];
        if (!word->match || word->weight == 0)
            continue;
        if (digits)
            buf_printf(&out, "%s((%s) AND \"%.*s\")", out.len ? " OR " : "", word->match, (int)digits, number);
        for (size_t k = 0; k < i; k++)
            if (words->at[k].match)
                buf_printf(&out, "%s((%s) AND (%s))", out.len ? " OR " : "", words->at[k].match, word->match);
    }
    if (asked->brought && words->n && words->at[0].match && words->at[0].weight >= TITLED_LEAST)
        buf_printf(&out, "%s(%s)", out.len ? " OR " : "", words->at[0].match);
    char *match = out.len ? buf_take(&out) : NULL;
    buf_release(&out);
    return match;
}
