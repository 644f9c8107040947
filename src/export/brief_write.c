/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The two pages for the meeting before the meeting. What is long is cut, and what is left out is counted: a page has its end. */
#include "config.h"

#include "brief.h"
#include "documents.h"
#include "exempt.h"
#include "leaf.h"

#include <string.h>

#define PAGES_LINES 116 /* of the two pages */
#define ROOM_MOST 4     /* lines to write on, of an item */
#define POINTS_MOST 4
#define POINT_CELLS TOPIC_POINT_CELLS
#define LIST_CELLS 420
#define BEFORE_MOST 5

/* ---- one item ------------------------------------------------------------------------------------------ */

static void put_points(struct leaf *leaf, const void *scratch, const char *label, const struct strings *list)
{
    for (size_t i = 0; i < list->n && i < POINTS_MOST; i++)
        leaf_point(leaf, label, text_cut(scratch, topic_limb(scratch, list->at[i]), POINT_CELLS, false));
    if (list->n > POINTS_MOST)
        leaf_text(leaf, label, mem_printf(scratch, "and %zu more", list->n - POINTS_MOST));
}

/* What the pages are for is told whole. */
static void put_own(struct leaf *leaf, const char *label, const struct strings *list)
{
    for (size_t i = 0; i < list->n; i++)
        leaf_point(leaf, label, list->at[i]);
}

static char *joined(const void *scratch, const struct strings *list, const char *between)
{
    struct buf out;
    buf_init(&out, scratch, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < list->n; i++)
        buf_printf(&out, "%s%s", i ? between : "", list->at[i]);
    return buf_take(&out);
}

static void put_paper(struct leaf *leaf, const void *scratch, const struct item *item, const struct export_options *options)
{
    static const char *const follow[] = {NULL, "the report is to follow", "the report is published and not held", NULL};
    bool held_back = item->report_exempt && !options->exempt;
    if (held_back || item->exempt)
        leaf_text(leaf, "Paper", item->exempt_reason ? mem_printf(scratch, "exempt, %s", item->exempt_reason) : "exempt");
    else if ((size_t)item->follow < MB_LENGTH(follow) && follow[item->follow])
        leaf_text(leaf, "Paper", follow[item->follow]);
    if (held_back)
        return;
    put_points(leaf, scratch, "Asked", &item->asked);
    if (item->invited.n)
        leaf_text(leaf, "Invited", text_cut(scratch, joined(scratch, &item->invited, "; "), LIST_CELLS, false));
}

/* Days of earlier meetings that papers name: those not held, or those held where no item has the name. */
static char *named_days(const void *scratch, const struct topic_card *card, bool held)
{
    struct strings days = {0};
    for (size_t i = 0; i < card->n_named; i++)
        if (!card->named[i].listed && (card->named[i].meeting_id != NULL) == held)
            strings_add(scratch, &days, date_words(scratch, card->named[i].date));
    return days.n ? joined(scratch, &days, ", ") : NULL;
}

static void put_last(struct leaf *leaf, const void *scratch, const struct topic_card *card)
{
    const char *label = "Last time";
    for (size_t i = 0; i < card->n_times && i < BEFORE_MOST; i++)
        leaf_text(leaf, label, topic_time_words(scratch, card, &card->times[i]));
    size_t more = card->n_times > BEFORE_MOST ? card->n_times - BEFORE_MOST + (size_t)card->times_left_out : 0;
    if (more)
        leaf_text(leaf, label, mem_printf(scratch, "and %zu time%s before", more, more == 1 ? "" : "s"));
    const char *not_held = named_days(scratch, card, false), *unnamed = named_days(scratch, card, true);
    if (card->n_times == 0 && !not_held && !unnamed)
        leaf_text(leaf, label, "nothing held is about it, and no earlier report is named");
    if (unnamed)
        leaf_text(leaf, label, mem_printf(scratch, "named, held, no item there has this name: %s", unnamed));
    if (not_held)
        leaf_text(leaf, label, mem_printf(scratch, "named, not held: %s", not_held));
}

static void put_owed(struct leaf *leaf, const void *scratch, const struct topic_card *card, const struct export_options *options)
{
    int to_check = 0;
    for (size_t i = 0; i < card->n_times; i++)
        to_check += card->times[i].elsewhere ? 0 : card->times[i].to_check;
    for (size_t i = 0; i < card->open.n && i < POINTS_MOST; i++) {
        leaf_point(leaf, "Still owed", topic_row_words(scratch, card->open.at[i], options));
        if (options->notes && card->open.at[i]->note)
            leaf_text(leaf, "Still owed", mem_printf(scratch, "  note: %s", card->open.at[i]->note));
    }
    if (card->open.n > POINTS_MOST)
        leaf_text(leaf, "Still owed", mem_printf(scratch, "and %zu more", card->open.n - POINTS_MOST));
    if (card->open.n == 0 && to_check == 0)
        leaf_text(leaf, "Still owed", "nothing on the tracker");
    if (to_check)
        leaf_text(leaf, "Still owed", mem_printf(scratch, "%d sentence%s of those minutes %s still to check", to_check, to_check == 1 ? "" : "s",
                                                 to_check == 1 ? "is" : "are"));
}

static char *beside_words(const void *scratch, const struct item *item)
{
    char *pages = item->pages ? mem_printf(scratch, "pages %s", item->pages) : item->pages_note ? mem_strdup(scratch, item->pages_note) : NULL;
    if (item->timing && pages)
        return mem_printf(scratch, "%s, %s", item->timing, pages);
    return item->timing ? mem_strdup(scratch, item->timing) : pages;
}

static void put_item(struct leaf *leaf, const struct brief_item *entry, int room, const struct export_options *options)
{
    void *scratch = talloc_named_const(NULL, 0, "item");
    const struct item *item = entry->item;
    const char *number = item->agenda_number ? item->agenda_number : item->minute_number;
    leaf_heading(leaf, mem_printf(scratch, "%s%s%s", number ? number : "", number ? "  " : "", item->title), beside_words(scratch, item));
    put_paper(leaf, scratch, item, options);
    if (entry->same)
        leaf_text(leaf, "Last time", mem_printf(scratch, "the same topic as \xE2\x80\x9C%s\xE2\x80\x9D above", entry->same->title));
    else if (!topic_is_routine(item->kind))
        put_last(leaf, scratch, entry->card);
    if (!entry->same)
        put_owed(leaf, scratch, entry->card, options);
    put_own(leaf, "Your notes", &entry->noted);
    put_own(leaf, "Questions", &entry->questions);
    leaf_room(leaf, "Questions", room);
    talloc_free(scratch);
}

/* ---- the pages --------------------------------------------------------------------------------------------- */

static void put_brief(struct leaf *leaf, const void *scratch, const struct brief *brief, enum sheet_format format, int room,
                      const struct export_options *options)
{
    const struct meeting *meeting = brief->meeting;
    const char *committee = meeting->committee ? meeting->committee : "committee not stated";
    const char *day = date_is_set(meeting->date) ? date_long(scratch, meeting->date) : "day not known";
    const char *time = meeting_time_words(scratch, meeting);
    char *title = mem_printf(scratch, "%s, %s%s%s", committee, day, time ? ", " : "", time ? time : "");
    const char *routine = brief->routine == 1 ? "; 1 routine item is left out" : mem_printf(scratch, "; %d routine items are left out", brief->routine);
    leaf_start(leaf, scratch, format, title,
               mem_printf(scratch, "Brief for the pre-meeting, as at %s%s", date_words(scratch, options->as_at), brief->routine ? routine : ""));
    for (size_t i = 0; i < brief->n_items; i++)
        put_item(leaf, &brief->items[i], room, options);
    if (brief->questions.n || brief->noted.n)
        leaf_heading(leaf, "The whole meeting", NULL);
    put_own(leaf, "Your notes", &brief->noted);
    put_own(leaf, "Questions", &brief->questions);
    if (brief->n_items == 0)
        leaf_text(leaf, "", "no agenda of this meeting is held");
}

enum status export_brief(struct sink *sink, const struct brief *brief, enum sheet_format format, const struct export_options *options,
                         struct err *err)
{
    struct leaf leaf;
    void *scratch = talloc_named_const(NULL, 0, "brief");
    int n = (int)brief->n_items;
    put_brief(&leaf, scratch, brief, SHEET_TEXT, 1, options);
    int left = PAGES_LINES - (int)leaf.lines, room = n && left > 0 ? 1 + left / n : 1;
    buf_release(&leaf.out);
    put_brief(&leaf, scratch, brief, format, room < ROOM_MOST ? room : ROOM_MOST, options);
    enum status status = leaf_end(&leaf, sink, err);
    talloc_free(scratch);
    return status;
}

/* ---- JSON ----------------------------------------------------------------------------------------------------- */

static void write_times(struct json *json, const struct topic_card *card)
{
    json_array(json, "times");
    for (size_t i = 0; i < card->n_times; i++)
        topic_time_json(json, &card->times[i]);
    json_array_end(json);
    topic_named_json(json, card);
}

static void write_item(struct json *json, const struct brief_item *entry, const struct export_options *options)
{
    const struct item *item = entry->item;
    bool held_back = item->report_exempt && !options->exempt;
    const struct strings none = {0};
    json_object(json, NULL);
    json_int(json, "position", item->position);
    json_text(json, "agenda_number", item->agenda_number);
    json_text(json, "minute_number", item->minute_number);
    json_text(json, "title", item->title);
    json_text(json, "timing", item->timing);
    json_text(json, "pages", item->pages);
    json_bool(json, "exempt", item->exempt);
    if (entry->same)
        json_int(json, "same_topic_as", entry->same->position);
    else
        json_null(json, "same_topic_as");
    json_bool(json, "to_follow", item->follow == FOLLOW_TO_FOLLOW);
    json_strings(json, "asked", held_back ? &none : &item->asked);
    json_strings(json, "invited", held_back ? &none : &item->invited);
    write_times(json, entry->card);
    topic_rows_json(json, "owed", &entry->card->open, options);
    json_strings(json, "questions", &entry->questions);
    json_strings(json, "notes", &entry->noted);
    json_object_end(json);
}

enum status export_brief_json(struct sink *sink, const struct brief *brief, const struct export_options *options, struct err *err)
{
    struct json json;
    const struct meeting *meeting = brief->meeting;
    json_start(&json, sink);
    json_object(&json, NULL);
    json_text(&json, "format", "minutebook-brief");
    json_int(&json, "version", 1);
    json_date(&json, "as_at", options->as_at);
    json_text(&json, "meeting_id", meeting->id);
    json_text(&json, "committee", meeting->committee);
    json_date(&json, "date", meeting->date);
    json_text(&json, "time", meeting_time(json.scratch, meeting));
    json_int(&json, "routine_items", brief->routine);
    json_array(&json, "items");
    for (size_t i = 0; i < brief->n_items; i++)
        write_item(&json, &brief->items[i], options);
    json_array_end(&json);
    json_strings(&json, "questions", &brief->questions);
    json_strings(&json, "notes", &brief->noted);
    json_object_end(&json);
    return json_end(&json, err);
}
