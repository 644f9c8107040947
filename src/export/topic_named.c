/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Earlier meetings of its committee that the papers on a topic name by their day: what a report gives as background, and what a work
 * programme says was last reported. What of them is held is said. */
#include "config.h"

#include "topic.h"

#include <stdlib.h>
#include <string.h>

struct naming {
    const struct topic_search *search;
    struct topic_card *card;
    void *scratch;
};

static bool is_own(const struct topic_search *search, const struct meeting_row *row)
{
    return row->sources > 0 && (!search->committee || (row->committee && text_same_words(row->committee, search->committee)));
}

static struct topic_named *named_on(struct naming *naming, struct date day)
{
    struct topic_card *card = naming->card;
    for (size_t i = 0; i < card->n_named; i++)
        if (date_compare(card->named[i].date, day) == 0)
            return &card->named[i];
    struct topic_named *named = mem_append(card, card->named, card->n_named);
    *named = (struct topic_named){.date = day};
    const struct meeting_rows *rows = &naming->search->past->rows;
    for (size_t i = 0; i < rows->n && !named->meeting_id; i++)
        if (date_compare(rows->at[i].date, day) == 0 && is_own(naming->search, &rows->at[i]))
            named->meeting_id = mem_strdup(card, rows->at[i].id);
    for (size_t i = 0; i < card->n_times; i++)
        named->listed = named->listed || (!card->times[i].elsewhere && date_compare(card->times[i].date, day) == 0);
    return named;
}

static bool is_earlier(const struct topic_search *search, struct date day)
{
    return date_is_real(day) && (!date_is_set(search->before) || date_compare(day, search->before) < 0);
}

/* The rules that find days of meetings see one item, as if it were all that there is. */
static enum status read_item(struct naming *naming, const struct meeting *meeting, const struct item *item, struct err *err)
{
    struct meeting one = *meeting;
    struct item copy = *item;
    struct swept swept;
    if (!naming->search->past->options->exempt) {
        copy.n_blocks = item->report_exempt ? 0 : item->n_blocks;
        copy.minutes_text = item->minutes_exempt ? NULL : item->minutes_text;
        copy.agenda_text = item->agenda_exempt ? NULL : item->agenda_text;
    }
    one.items = &copy;
    one.n_items = 1;
    enum status status = sweep_meeting(naming->scratch, naming->search->past->rules, &one, &swept, err);
    for (size_t i = 0; status == STATUS_OK && i < swept.n_cited; i++)
        if (is_earlier(naming->search, swept.cited[i].date))
            named_on(naming, swept.cited[i].date)->background = true;
    return status;
}

static enum status read_time(struct naming *naming, const struct topic_time *time, struct err *err)
{
    struct meeting *meeting = NULL;
    enum status status = store_meeting(naming->scratch, naming->search->past->store, time->meeting_id, &meeting, err);
    const struct item *item = status == STATUS_OK ? meeting_item(meeting, time->position) : NULL;
    if (item)
        status = read_item(naming, meeting, item, err);
    talloc_free(meeting);
    return status;
}

static void read_entry(struct naming *naming, const struct programme_entry *entry)
{
    for (size_t i = 0; i < entry->n_last_reports; i++) {
        struct date_span span = entry->last_reports[i].span;
        if (date_is_set(span.from) && date_compare(span.from, span.to) == 0 && is_earlier(naming->search, span.from))
            named_on(naming, span.from)->programme = true;
    }
}

/* The programme that is printed with the papers of the meeting itself is there before it. */
bool topic_knows_programme(const struct topic_search *search, const struct programme *programme)
{
    if (search->committee && !(programme->committee && text_same_words(programme->committee, search->committee)))
        return false;
    return !date_is_set(search->before) || date_compare(programme->published_for, search->before) <= 0;
}

static void read_programmes(struct naming *naming)
{
    struct past *past = naming->search->past;
    for (size_t i = 0; i < past->programmes.n; i++) {
        const struct programme *programme = past->programmes.at[i];
        for (size_t e = 0; topic_knows_programme(naming->search, programme) && e < programme->n_entries; e++)
            if (topic_is(naming->search, past->entry_themes[i][e]))
                read_entry(naming, &programme->entries[e]);
    }
}

/* ---- under another name -------------------------------------------------------------------------------- */

/* An item of the meeting ID that has a word of the topic, or that is one of TITLES; NULL where none is, or several are. */
static const struct past_item *item_there(struct naming *naming, const char *id, const struct past_item *const *titles, size_t n_titles)
{
    const struct topic_search *search = naming->search;
    const struct past_item *found = NULL;
    size_t several = 0;
    for (size_t i = 0; i < search->past->n_items; i++) {
        const struct past_item *item = &search->past->items[i];
        if (strcmp(item->row->id, id) != 0 || theme_shared(search->past->themes, search->theme, item->theme) == 0 ||
            past_item_is_routine(item))
            continue;
        for (size_t k = 0; k < n_titles; k++)
            if (theme_is_same(search->past->themes, titles[k]->theme, item->theme))
                return item;
        found = item;
        several++;
    }
    return several == 1 ? found : NULL;
}

/* A paper on the topic names the day, and one item of that day has its word. What is clear first: its title tells which is meant where
 * there are several. */
static enum status add_renamed(struct naming *naming, struct err *err)
{
    struct topic_card *card = naming->card;
    const struct past_item **titles = NULL;
    size_t n_titles = 0;
    enum status status = STATUS_OK;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < card->n_named && status == STATUS_OK && card->n_times < TOPIC_TIMES_MOST; i++) {
            struct topic_named *named = &card->named[i];
            const struct past_item *item = named->meeting_id && !named->listed ? item_there(naming, named->meeting_id, titles, n_titles) : NULL;
            if (!item)
                continue;
            named->listed = true;
            *mem_append(naming->scratch, titles, n_titles) = item;
            status = topic_add_time(naming->search, card, item, err);
        }
    topic_sort_times(card);
    return status;
}

static int compare_named(const void *a, const void *b)
{
    const struct topic_named *one = a, *two = b;
    return date_compare(one->date, two->date);
}

enum status topic_named(const struct topic_search *search, struct topic_card *card, const struct meeting *meeting, const struct item *item,
                        struct err *err)
{
    struct naming naming = {.search = search, .card = card, .scratch = talloc_named_const(NULL, 0, "named")};
    enum status status = item ? read_item(&naming, meeting, item, err) : STATUS_OK;
    for (size_t i = 0; i < card->n_times && status == STATUS_OK; i++)
        if (!card->times[i].elsewhere)
            status = read_time(&naming, &card->times[i], err);
    if (status == STATUS_OK)
        read_programmes(&naming);
    if (card->n_named)
        qsort(card->named, card->n_named, sizeof *card->named, compare_named);
    if (status == STATUS_OK && !search->asked)
        status = add_renamed(&naming, err);
    talloc_free(naming.scratch);
    return status;
}
