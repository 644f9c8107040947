/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A draft that came out of a box may be whatever a taken-over reader wished. Its strings are UTF-8 and its arrays have
 * the length they say (box.h, record_read()); here the rest of what model.h promises is made true, so that no room
 * above need doubt it. */
#include "config.h"

#include "src/intake/worker.h"

#include <string.h>

static int within(int value, int from, int to, int otherwise)
{
    return value >= from && value <= to ? value : otherwise;
}

static void mend_date(struct date *date)
{
    if (date_is_set(*date) && !date_is_real(*date))
        *date = (struct date){0};
}

static void mend_item(const struct meeting *meeting, struct item *item, int position)
{
    item->position = position;
    item->part = within(item->part, 0, 2, 0);
    item->follow = (enum follow_state)within((int)item->follow, FOLLOW_NONE, FOLLOW_HELD, FOLLOW_NONE);
    if (!item->title && !item->agenda_number && !item->minute_number)
        item->title = mem_strdup(meeting, "?");
    for (size_t i = 0; i < item->n_blocks; i++) {
        struct block *block = &item->blocks[i];
        block->kind = (enum block_kind)within((int)block->kind, BLOCK_HEADING, BLOCK_TABLE, BLOCK_PARA);
        block->level = within(block->level, 0, 9, 0);
        if (block->kind != BLOCK_TABLE && !block->text)
            block->text = mem_strdup(meeting, "?");
    }
}

static void mend_meeting(struct meeting *meeting)
{
    meeting->minutes_after_midnight = within(meeting->minutes_after_midnight, -1, 24 * 60 - 1, -1);
    mend_date(&meeting->date);
    meeting->date_basis = (enum date_basis)within((int)meeting->date_basis, DATE_UNKNOWN, DATE_INFERRED, DATE_UNKNOWN);
    if (!date_is_set(meeting->date))
        meeting->date_basis = DATE_UNKNOWN;
    else if (meeting->date_basis == DATE_UNKNOWN)
        meeting->date = (struct date){0};
    meeting->id = meeting->joined_because = NULL; /* the store's to give */
    meeting->n_sources = meeting->n_alternatives = 0;
    for (size_t i = 0; i < meeting->n_items; i++)
        mend_item(meeting, &meeting->items[i], (int)i + 1);
}

static void mend_when(struct when *when, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        mend_date(&when[i].span.from);
        mend_date(&when[i].span.to);
    }
}

static void mend_programme(struct programme *programme)
{
    mend_date(&programme->published_for);
    programme->meeting_id = NULL;
    for (size_t i = 0; i < programme->n_future_meetings; i++)
        mend_date(&programme->future_meetings[i]);
    for (size_t i = 0; i < programme->n_entries; i++) {
        struct programme_entry *entry = &programme->entries[i];
        entry->section =
            (enum programme_section)within((int)entry->section, SECTION_DATED, SECTION_STANDING, SECTION_POSSIBLE);
        entry->state = (enum programme_state)within((int)entry->state, ENTRY_SCHEDULED, ENTRY_MOVED, ENTRY_TBC);
        mend_when(entry->planned, entry->n_planned);
        mend_when(entry->last_reports, entry->n_last_reports);
        mend_date(&entry->requested_on);
    }
}

void draft_mend(struct draft *draft)
{
    if (!draft->meeting) {
        draft->meeting = mem_new(draft, struct meeting);
        draft->meeting->minutes_after_midnight = -1;
    }
    mend_meeting(draft->meeting);
    if (draft->programme)
        mend_programme(draft->programme);
    for (size_t i = 0; i < draft->n_listed_meetings; i++) {
        struct listed_meeting *listed = &draft->listed_meetings[i];
        mend_date(&listed->date);
        listed->minutes_after_midnight = within(listed->minutes_after_midnight, -1, 24 * 60 - 1, -1);
    }
}
