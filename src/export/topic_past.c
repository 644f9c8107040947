/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The titles of all meetings that are held, once, and which of them name a topic. */
#include "config.h"

#include "exempt.h"
#include "topic.h"

#include <stdlib.h>
#include <string.h>

bool topic_is_routine(const char *kind)
{
    static const char *const kinds[] = {"routine", "programme", "work programme", "exclusion"};
    for (size_t i = 0; kind && i < MB_LENGTH(kinds); i++)
        if (strcmp(kind, kinds[i]) == 0)
            return true;
    return false;
}

/* Told only of what may be the topic's: to tell it of all takes longer than all else. */
bool past_item_is_routine(const struct past_item *item)
{
    return topic_is_routine(item_kind_of_title(item->title));
}

char *topic_place(const void *parent, const char *minute, const char *agenda)
{
    if (minute)
        return mem_printf(parent, "minute %s", minute);
    return agenda ? mem_printf(parent, "item %s", agenda) : mem_strdup(parent, "");
}

char *topic_limb(const void *parent, const char *text)
{
    static const char *const ends[] = {" and", ";", ".", ","};
    char *limb = text_squeeze(parent, text, strlen(text));
    for (size_t i = 0; i < MB_LENGTH(ends); i++) {
        size_t n = strlen(limb), k = strlen(ends[i]);
        if (n > k && strcmp(limb + n - k, ends[i]) == 0)
            limb[n - k] = '\0';
    }
    return limb;
}

char *topic_summary(const void *parent, const struct action *action, const struct export_options *options)
{
    bool exempt = action->subject || action->own_words ? exempt_subject(action) : action->quote_exempt;
    const char *words = action->quote && !action->own_words ? action->quote : action_summary(action);
    char *line = text_squeeze(parent, words ? words : "", words ? strlen(words) : 0);
    if (action->quote_truncated && words == action->quote)
        line = mem_printf(parent, "%s [cut off]", line);
    return exempt_guarded(parent, line, exempt, options);
}

static enum status read_titles(struct past *past, const struct meeting_row *row, struct err *err)
{
    struct item_places places = {0};
    enum status status = store_item_places(past->themes, past->store, row->id, &places, err);
    for (size_t i = 0; status == STATUS_OK && i < places.n; i++) {
        const struct item_place *place = &places.at[i];
        if (!place->title)
            continue;
        struct past_item *item = mem_append(past->themes, past->items, past->n_items);
        *item = (struct past_item){.row = row, .position = place->position, .agenda_number = place->agenda_number,
                                   .minute_number = place->minute_number, .title = place->title,
                                   .theme = themes_add(past->themes, place->title, row->committee, true)};
    }
    return status;
}

static void read_rows(struct past *past)
{
    size_t n = past->survey.rows.n;
    past->row_themes = mem_zero_named(past, (n + 1) * sizeof *past->row_themes, "themes");
    past->subject_themes = mem_zero_named(past, (n + 1) * sizeof *past->subject_themes, "themes");
    for (size_t i = 0; i < n; i++) {
        const struct action *action = past->survey.rows.at[i];
        past->row_themes[i] = themes_add(past->themes, action->item_title, action->committee, false);
        if (action->subject && action->class && strcmp(action->class, "work_programme_change") == 0)
            past->subject_themes[i] = themes_add(past->themes, action->subject, action->committee, false);
    }
}

static void read_programmes(struct past *past)
{
    past->entry_themes = mem_zero_named(past, (past->programmes.n + 1) * sizeof *past->entry_themes, "themes");
    for (size_t i = 0; i < past->programmes.n; i++) {
        const struct programme *programme = past->programmes.at[i];
        past->entry_themes[i] = mem_zero_named(past, (programme->n_entries + 1) * sizeof **past->entry_themes, "themes");
        for (size_t e = 0; e < programme->n_entries; e++)
            past->entry_themes[i][e] = themes_add(past->themes, programme->entries[e].issue, programme->committee, false);
    }
}

enum status past_read(const void *parent, struct store *store, const struct export_options *options, struct past **out, struct err *err)
{
    struct past *past = mem_new(parent, struct past);
    past->store = store;
    past->options = options;
    past->themes = themes_new(past);
    enum status status = store_meetings(past, store, &past->rows, err);
    for (size_t i = 0; status == STATUS_OK && i < past->rows.n; i++)
        if (past->rows.at[i].sources > 0)
            status = read_titles(past, &past->rows.at[i], err);
    if (status == STATUS_OK)
        status = survey_read(past, store, &past->survey, err);
    if (status == STATUS_OK && options->notes)
        status = store_notes(past, store, NULL, &past->notes, err);
    if (status == STATUS_OK)
        status = store_programmes(past, store, NULL, &past->programmes, err);
    if (status == STATUS_OK)
        status = rules_load(past, NULL, &past->rules, err);
    if (status == STATUS_OK) {
        read_rows(past);
        read_programmes(past);
    }
    *out = past;
    return status;
}

/* ---- what is the topic's ------------------------------------------------------------------------------- */

bool topic_is(const struct topic_search *search, const struct theme *theme)
{
    return search->asked ? theme_holds(search->theme, theme) : theme_is_same(search->past->themes, search->theme, theme);
}

static bool is_before(const struct topic_search *search, struct date day)
{
    return !date_is_set(search->before) || (date_is_set(day) && date_compare(day, search->before) < 0);
}

static bool is_elsewhere(const struct topic_search *search, const char *committee)
{
    return search->committee && !(committee && text_same_words(search->committee, committee));
}

/* Two councils have two topics of one name. */
static bool may_be(const struct topic_search *search, const struct meeting_row *row)
{
    return is_before(search, row->date) && !(search->council && row->council && !text_same_words(search->council, row->council));
}

/* The newest title first. */
static void add_title(struct topic_card *card, const struct topic_time *time)
{
    for (size_t i = 0; i < card->n_titles; i++)
        if (text_same_words(card->titles[i].title, time->title)) {
            if (date_compare(time->date, card->titles[i].first) < 0)
                card->titles[i].first = time->date;
            card->titles[i].times++;
            return;
        }
    *mem_append(card, card->titles, card->n_titles) = (struct topic_title){mem_strdup(card, time->title), time->date, time->date, 1};
}

void topic_titles(struct topic_card *card)
{
    for (size_t i = 0; i < card->n_times; i++)
        add_title(card, &card->times[i]);
}

static void add_tables(const struct topic_search *search, struct topic_card *card, const struct topic_time *time, const struct item *item)
{
    for (size_t i = 0; i < item->n_blocks; i++) {
        const struct block *block = &item->blocks[i];
        if (block->kind != BLOCK_TABLE || !block->caption || (item->report_exempt && !search->past->options->exempt))
            continue;
        *mem_append(card, card->tables, card->n_tables) =
            (struct topic_table){.meeting_id = time->meeting_id, .caption = text_squeeze(card, block->caption, strlen(block->caption)),
                                 .page = mem_strdup(card, block->page), .date = time->date, .position = time->position,
                                 .exempt = item->report_exempt};
    }
}

static void add_notes(const struct past *past, struct topic_card *card, struct topic_time *time, const struct meeting *meeting)
{
    for (size_t i = 0; i < past->notes.n; i++) {
        const struct note *note = past->notes.at[i];
        if (!note->text || !text_same(note->meeting_id, time->meeting_id) || note_position(meeting, note) != time->position)
            continue;
        char *words = exempt_guarded(meeting, text_squeeze(meeting, note->text, strlen(note->text)), note->exempt, past->options);
        strings_add(card, &time->noted, mem_printf(meeting, "%s: %s", note->kind ? note->kind : NOTE_NOTE, words));
    }
}

enum status topic_add_time(const struct topic_search *search, struct topic_card *card, const struct past_item *past_item, struct err *err)
{
    struct past *past = search->past;
    const struct meeting_row *row = past_item->row;
    struct meeting *meeting = NULL;
    struct topic_time *time = mem_append(card, card->times, card->n_times);
    *time = (struct topic_time){.meeting_id = mem_strdup(card, row->id), .committee = mem_strdup(card, row->committee), .date = row->date,
                                .elsewhere = is_elsewhere(search, row->committee), .position = past_item->position,
                                .agenda_number = mem_strdup(card, past_item->agenda_number),
                                .minute_number = mem_strdup(card, past_item->minute_number), .title = mem_strdup(card, past_item->title)};
    enum status status = store_meeting(NULL, past->store, row->id, &meeting, err);
    const struct item *item = status == STATUS_OK ? meeting_item(meeting, past_item->position) : NULL;
    if (item) {
        bool over = date_is_set(row->date) && date_compare(row->date, past->options->as_at) < 0;
        time->cut = item->truncated;
        time->no_minute = over && !item->minutes_text;
        time->report = item->follow;
        for (size_t i = 0; i < item->asked.n && (!item->report_exempt || past->options->exempt); i++)
            strings_add(card, &time->asked, exempt_guarded(meeting, topic_limb(meeting, item->asked.at[i]), item->report_exempt, past->options));
        add_tables(search, card, time, item);
        add_notes(past, card, time, meeting);
    }
    talloc_free(meeting);
    return status;
}

static int compare_times(const void *a, const void *b)
{
    const struct topic_time *one = a, *two = b;
    if (one->elsewhere != two->elsewhere)
        return one->elsewhere ? 1 : -1;
    int by = date_compare(two->date, one->date);
    return by ? by : one->position - two->position;
}

void topic_sort_times(struct topic_card *card)
{
    if (card->n_times)
        qsort(card->times, card->n_times, sizeof *card->times, compare_times);
}

/* Those of its own committee first: what another did comes behind. */
static enum status add_times(const struct topic_search *search, struct topic_card *card, bool elsewhere, struct err *err)
{
    struct past *past = search->past;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < past->n_items && status == STATUS_OK; i++) {
        const struct past_item *item = &past->items[i];
        if (is_elsewhere(search, item->row->committee) != elsewhere || !may_be(search, item->row) || !topic_is(search, item->theme) ||
            past_item_is_routine(item))
            continue;
        if (card->n_times < TOPIC_TIMES_MOST)
            status = topic_add_time(search, card, item, err);
        else
            card->times_left_out++;
    }
    return status;
}

enum status topic_times(const struct topic_search *search, struct topic_card *card, struct err *err)
{
    enum status status = add_times(search, card, false, err);
    return status == STATUS_OK ? add_times(search, card, true, err) : status;
}

/* ---- what is on the tracker ---------------------------------------------------------------------------------- */

static bool at_its_times(const struct topic_card *card, const struct action *action)
{
    for (size_t i = 0; i < card->n_times; i++)
        if (action->item_position == card->times[i].position && text_same(action->meeting_id, card->times[i].meeting_id))
            return true;
    return false;
}

static bool belongs(const struct topic_search *search, const struct topic_card *card, size_t nth)
{
    struct past *past = search->past;
    const struct action *action = past->survey.rows.at[nth];
    const char *follower = action_follower(action);
    if (action->state != ACTION_KEPT || action->deleted || !is_before(search, action->meeting_date))
        return false;
    if (at_its_times(card, action))
        return true;
    if (search->committee && follower && !text_same_words(search->committee, follower))
        return false;
    return topic_is(search, past->row_themes[nth]) || (past->subject_themes[nth] && topic_is(search, past->subject_themes[nth]));
}

static enum status found_at(const struct topic_search *search, struct topic_card *card, struct topic_time *time, bool keep, struct err *err)
{
    struct actions found = {0};
    enum status status = survey_found(card, search->past->store, &search->past->survey, time->meeting_id, &found, err);
    for (size_t i = 0; status == STATUS_OK && i < found.n; i++) {
        if (found.at[i]->item_position != time->position || found.at[i]->untracked)
            continue;
        time->to_check++;
        if (keep)
            *mem_append(card, card->to_check.at, card->to_check.n) = found.at[i];
    }
    return status;
}

enum status topic_promises(const struct topic_search *search, struct topic_card *card, bool to_check, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < search->past->survey.rows.n; i++) {
        struct action *action = search->past->survey.rows.at[i];
        if (!belongs(search, card, i))
            continue;
        struct actions *list = action_status_is_open(action->status) ? &card->open : &card->closed;
        *mem_append(card, list->at, list->n) = action;
    }
    for (size_t i = 0; i < card->n_times && status == STATUS_OK; i++)
        status = found_at(search, card, &card->times[i], to_check, err);
    return status;
}
