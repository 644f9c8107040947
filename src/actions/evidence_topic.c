/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A topic that minutes add to the work programme, move in it or take off it, against the programmes published later. A change is
 * checked against the next published programme, not against its month (design.md 4): only an edition can show it. */
#include "config.h"

#include "evidence.h"

#include <string.h>

#define TOPIC_SHARE 60 /* least per cent of the shorter's words that an entry and the topic share */
#define WORDS_LEAST 1

/* ---- the same topic ------------------------------------------------------------------------------------ */

struct stems {
    char at[TOLD_WORDS_MOST][STEM_SIZE];
    size_t n;
};

static bool has(const struct stems *stems, const char *stem)
{
    for (size_t i = 0; i < stems->n; i++)
        if (strcmp(stems->at[i], stem) == 0)
            return true;
    return false;
}

/* Words of a topic. Here "programme", "update" and months tell nothing, either. */
static struct stems stems_of(const struct lexicon *lexicon, const char *text, const char *without)
{
    struct stems out = {.n = 0}, left_out = {.n = 0};
    char stem[STEM_SIZE];
    size_t at = 0, start;
    if (without)
        left_out = stems_of(lexicon, without, NULL);
    at = 0;
    while (text && out.n < TOLD_WORDS_MOST && stem_next(text, strlen(text), &at, stem, &start))
        if (!lexicon_is_plain(lexicon, stem) && !has(&out, stem) && !has(&left_out, stem))
            memcpy(out.at[out.n++], stem, sizeof stem);
    return out;
}

static size_t shared(const struct stems *a, const struct stems *b)
{
    size_t n = 0;
    for (size_t i = 0; i < a->n; i++)
        n += has(b, a->at[i]);
    return n;
}

/* Per cent of the words of the shorter; an entry may say more than the minutes did, and less. */
static size_t likeness(const struct stems *topic, const struct stems *issue)
{
    size_t both = shared(topic, issue), least = topic->n < issue->n ? topic->n : issue->n;
    if (both < WORDS_LEAST || (both < 2 && least > 1))
        return 0;
    return both * 100 / least;
}

static const struct programme_entry *entry_of(const struct lexicon *lexicon, const struct programme *programme, const struct stems *topic, int *nth)
{
    const struct programme_entry *best = NULL;
    size_t most = TOPIC_SHARE - 1;
    for (size_t i = 0; i < programme->n_entries; i++) {
        struct stems issue = stems_of(lexicon, programme->entries[i].issue, NULL);
        size_t like = likeness(topic, &issue);
        if (like <= most)
            continue;
        most = like;
        best = &programme->entries[i];
        *nth = (int)i + 1;
    }
    return best;
}

/* ---- the same date ----------------------------------------------------------------------------------------- */

/* Is the entry planned for a time that the promise names? A promise without a date is kept by any; where either says no date
 * that can be computed, nothing is contradicted. */
static bool is_for(const struct programme_entry *entry, struct date_span due)
{
    bool any = false;
    if (!date_is_set(due.from))
        return true;
    for (size_t i = 0; i < entry->n_planned; i++) {
        struct date_span planned = entry->planned[i].span;
        if (!date_is_set(planned.from))
            continue;
        any = true;
        if (date_compare(planned.from, due.to) <= 0 && date_compare(due.from, planned.to) <= 0)
            return true;
    }
    return !any && entry->n_planned > 0 && entry->state != ENTRY_TBC;
}

static bool is_removal(const struct action *action)
{
    static const char *const words[] = {" removed from ", " taken off ", " be removed ", " deleted from ", " remove "};
    char *folded = text_fold(NULL, action->quote ? action->quote : action->subject), *padded = mem_printf(folded, " %s ", folded);
    bool is = false;
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        is = is || strstr(padded, words[i]);
    talloc_free(folded);
    return is;
}

/* ---- standing ---------------------------------------------------------------------------------------------- */

static enum status read_programmes(struct evidence_run *run, struct watched *watched, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < watched->names.n && status == STATUS_OK && !watched->has_programmes; i++) {
        struct programmes some;
        status = store_programmes(run, run->store, watched->names.at[i], &some, err);
        for (size_t k = 0; k < some.n && status == STATUS_OK; k++)
            *mem_append(run, watched->programmes.at, watched->programmes.n) = some.at[k];
    }
    watched->has_programmes = status == STATUS_OK;
    return status;
}

/* Published for a meeting behind the one that asked for the change, and by now: with the agenda of one to come, too. */
static bool counts(const struct evidence_run *run, const struct action *action, const struct programme *programme)
{
    return date_is_set(programme->published_for) && date_compare(programme->published_for, action->meeting_date) > 0 &&
           date_compare(programme->published_for, date_add(run->as_at, PAPERS_AHEAD)) <= 0;
}

static void set_place(const void *parent, struct topic *out, const struct programme *programme, const struct programme_entry *entry, int nth)
{
    out->meeting_id = mem_strdup(parent, programme->meeting_id);
    out->published_for = programme->published_for;
    out->entry = nth;
    out->issue = entry ? mem_strdup(parent, entry->issue) : NULL;
    out->planned = entry && entry->n_planned ? mem_strdup(parent, entry->planned[0].text) : NULL;
}

/* The programmes from the oldest on: the last that has it, and the first of those behind it that has not. */
static void stand(const void *parent, const struct evidence_run *run, const struct watched *watched, const struct asked *asked,
                  const struct stems *topic, struct topic *out)
{
    const struct programme *newest = NULL, *had = NULL;
    const struct programme_entry *entry = NULL;
    int nth = 0;
    out->standing = TOPIC_NOT_PUBLISHED;
    for (size_t i = watched->programmes.n; i-- > 0;) {
        const struct programme *programme = watched->programmes.at[i];
        if (!counts(run, asked->action, programme))
            continue;
        int at = 0;
        const struct programme_entry *found = entry_of(run->lexicon, programme, topic, &at);
        if (!newest || date_compare(programme->published_for, newest->published_for) >= 0)
            newest = programme;
        if (found && (!had || date_compare(programme->published_for, had->published_for) >= 0)) {
            had = programme;
            entry = found;
            nth = at;
        }
    }
    if (!newest)
        return;
    bool there = had && date_compare(had->published_for, newest->published_for) == 0;
    set_place(parent, out, had ? had : newest, entry, nth);
    if (is_removal(asked->action))
        out->standing = there ? TOPIC_THERE : TOPIC_TAKEN_OFF;
    else if (there)
        out->standing = is_for(entry, asked->action->due) ? TOPIC_THERE : TOPIC_OTHER_DATE;
    else
        out->standing = had ? TOPIC_GONE : TOPIC_MISSING;
    out->since = out->standing == TOPIC_GONE ? newest->published_for : (struct date){0};
}

enum status evidence_topic(const void *parent, struct evidence_run *run, struct watched *watched, const struct asked *asked,
                           struct topic *out, struct err *err)
{
    const struct action *action = asked->action;
    *out = (struct topic){.standing = TOPIC_NOT_ASKED};
    if (!action->class || strcmp(action->class, "work_programme_change") != 0)
        return STATUS_OK;
    struct stems topic = stems_of(run->lexicon, action->subject ? action->subject : action->quote, action->due_text);
    if (topic.n == 0)
        topic = stems_of(run->lexicon, action->quote, action->due_text);
    if (topic.n == 0)
        return STATUS_OK;
    enum status status = read_programmes(run, watched, err);
    if (status == STATUS_OK)
        stand(parent, run, watched, asked, &topic, out);
    return status;
}
