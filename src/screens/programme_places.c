/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Where the entries of a work programme were taken: the meetings they name, as far as they are held,
 * and in each the item that pairs by words. Worked out anew for each showing, stored nowhere. */
#include "config.h"

#include "programme.h"

#include <string.h>

/* Meetings read so far, so that each is read once; on `local`. */
struct reading {
    struct store *store;
    const void *local;
    const struct programme *programme;
    const struct meeting_rows *rows;
    struct date as_at;
    struct meeting **meetings; /* of each row, NULL until it is asked for */
};

static bool same_committee(const struct reading *reading, const char *committee)
{
    if (!reading->programme->committee || !committee)
        return false;
    char *a = text_fold(NULL, reading->programme->committee), *b = text_fold(NULL, committee);
    bool same = strcmp(a, b) == 0;
    talloc_free(a);
    talloc_free(b);
    return same;
}

static bool in_span(struct date day, const struct date_span *span)
{
    return date_is_set(day) && date_is_set(span->from) && date_compare(day, span->from) >= 0 &&
           date_compare(day, span->to) <= 0;
}

/* The one meeting of the committee within SPAN; rows->n where none or several are held. */
static size_t meeting_in(const struct reading *reading, const struct date_span *span)
{
    size_t found = reading->rows->n;
    for (size_t i = 0; i < reading->rows->n; i++) {
        const struct meeting_row *row = &reading->rows->at[i];
        if (!in_span(row->date, span) || !same_committee(reading, row->committee))
            continue;
        if (found != reading->rows->n)
            return reading->rows->n;
        found = i;
    }
    return found;
}

static enum status read_meeting(struct reading *reading, size_t row, const struct meeting **out, struct err *err)
{
    enum status status = STATUS_OK;
    if (!reading->meetings[row])
        status = store_meeting(reading->local, reading->store, reading->rows->at[row].id, &reading->meetings[row], err);
    *out = reading->meetings[row];
    return status;
}

/* An item of a meeting that is still to come was not taken yet: it stands on the agenda. */
static bool still_to_come(const struct reading *reading, const struct meeting *meeting, const struct item *item)
{
    return !item->minute_number && date_is_set(meeting->date) && date_compare(meeting->date, reading->as_at) >= 0;
}

/* "item 6, minute 554 (cut off; report not held)" */
static char *item_words(const void *parent, const struct item *item)
{
    static const char *const follow[] = {NULL, "report to follow", "report not held", NULL};
    const char *report = (unsigned)item->follow < MB_LENGTH(follow) ? follow[item->follow] : NULL;
    char *number = fact_item_number(NULL, item), *words;
    if (item->truncated && report)
        words = mem_printf(parent, "%s (cut off; %s)", number, report);
    else if (item->truncated || report)
        words = mem_printf(parent, "%s (%s)", number, report ? report : "cut off");
    else
        words = mem_strdup(parent, number);
    talloc_free(number);
    return words;
}

static enum status add_place(struct reading *reading, struct entry_places *places, const void *parent,
                             const char *issue, size_t row, bool planned, struct err *err)
{
    const struct meeting *meeting;
    enum status status = read_meeting(reading, row, &meeting, err);
    if (status != STATUS_OK)
        return status;
    struct pairing pairing = pair_entry(reading->local, issue, meeting);
    const struct item *item = pairing.position ? meeting_item(meeting, pairing.position) : NULL;
    struct taken *taken = mem_append(parent, places->at, places->n);
    char *day = date_words(reading->local, meeting->date);
    taken->meeting_id = mem_strdup(parent, meeting->id);
    taken->position = pairing.position;
    taken->reason = mem_strdup(parent, pairing.reason);
    if (item && planned)
        taken->words = mem_printf(parent, "%s %s", still_to_come(reading, meeting, item) ? "on the agenda," : "taken at",
                                  item_words(reading->local, item));
    else if (item)
        taken->words = mem_printf(parent, "last %s: %s", day, item_words(reading->local, item));
    else
        taken->words = mem_printf(parent, "%s%s: no item there has this name", planned ? "" : "last ", day);
    return STATUS_OK;
}

/* The last reports that are not held, as one line: the newest, and how many before it. */
static void add_not_held(const void *parent, struct entry_places *places, const struct programme_entry *entry,
                         const bool *held)
{
    const struct when *newest = NULL;
    int before = -1;
    for (size_t i = 0; i < entry->n_last_reports; i++) {
        const struct when *report = &entry->last_reports[i];
        if (held[i])
            continue;
        before++;
        if (!newest || date_compare(report->span.from, newest->span.from) > 0)
            newest = report;
    }
    if (!newest)
        return;
    struct taken *taken = mem_append(parent, places->at, places->n);
    taken->words = before ? mem_printf(parent, "last %s and %d before, papers not held", newest->text, before)
                          : mem_printf(parent, "last %s, papers not held", newest->text);
}

static enum status entry_places_of(struct reading *reading, const void *parent, const struct programme_entry *entry,
                                   struct entry_places *places, struct err *err)
{
    enum status status = STATUS_OK;
    bool *held = mem_zero_named(reading->local, entry->n_last_reports + 1, "held");
    for (size_t i = 0; i < entry->n_planned && status == STATUS_OK; i++) {
        size_t row = meeting_in(reading, &entry->planned[i].span);
        if (row < reading->rows->n)
            status = add_place(reading, places, parent, entry->issue, row, true, err);
    }
    for (size_t i = 0; i < entry->n_last_reports && status == STATUS_OK; i++) {
        size_t row = meeting_in(reading, &entry->last_reports[i].span);
        held[i] = row < reading->rows->n;
        if (held[i])
            status = add_place(reading, places, parent, entry->issue, row, false, err);
    }
    add_not_held(parent, places, entry, held);
    return status;
}

enum status programme_places(const void *parent, struct store *store, const struct programme *programme,
                             const struct meeting_rows *meetings, struct date as_at, struct entry_places **out,
                             struct err *err)
{
    void *local = talloc_named_const(NULL, 0, "places");
    struct reading reading = {.store = store, .local = local, .programme = programme, .rows = meetings, .as_at = as_at};
    reading.meetings = mem_zero_named(local, (meetings->n + 1) * sizeof *reading.meetings, "meetings");
    struct entry_places *places = mem_zero_named(parent, (programme->n_entries + 1) * sizeof *places, "places");
    enum status status = STATUS_OK;
    for (size_t i = 0; i < programme->n_entries && status == STATUS_OK; i++)
        status = entry_places_of(&reading, places, &programme->entries[i], &places[i], err);
    talloc_free(local);
    if (status == STATUS_OK)
        *out = places;
    else
        talloc_free(places);
    return status;
}
