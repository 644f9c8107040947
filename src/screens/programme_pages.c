/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A work programme as pages: topics by planned date in the order of the paper, those without a date by
 * the days they have waited, and standing items. */
#include "config.h"

#include "programme.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TOPIC 3       /* cell where topics begin */
#define FACTS 5       /* and what is known about them */
#define SIDE_FACTS 52 /* on a page of its own the facts stand beside the topic */
#define SIDE_FROM 76  /* cells a page needs for that */
#define WAITED 8      /* cells of the days waited */
#define STANDING_LABEL 12
#define NOTE_ENOUGH 45 /* bytes of a note that says more than who asked and when */

/* A row that was put off, passed on or done is dated only by a date: its cell may say "TBC". */
bool entry_is_dated(const struct programme_entry *entry)
{
    bool standing = entry->section == SECTION_STANDING || entry->state == ENTRY_STANDING;
    if (standing || entry->state == ENTRY_TBC || entry->n_planned == 0)
        return false;
    return entry->state == ENTRY_SCHEDULED || date_is_set(entry->planned[0].span.from);
}

int programme_count(const struct programme *programme, enum programme_section section, bool dated)
{
    int n = 0;
    for (size_t i = 0; i < programme->n_entries; i++) {
        const struct programme_entry *entry = &programme->entries[i];
        bool stands = entry->section == SECTION_STANDING || entry->state == ENTRY_STANDING;
        n += section == SECTION_STANDING ? stands : !stands && entry_is_dated(entry) == dated;
    }
    return n;
}

/* Does a note name DAY itself, so that saying when the topic was asked for would say it twice? */
bool note_names_day(const char *note, struct date day)
{
    for (const char *at = note; at && *at; at++) {
        struct date found = {0};
        bool has_year = false;
        if (at > note && (at[-1] & 0x80 || isalnum((unsigned char)at[-1])))
            continue; /* within a word or a number */
        if (date_scan(at, &found, &has_year) && has_year && date_compare(found, day) == 0)
            return true;
    }
    return false;
}

/* ---- titles -------------------------------------------------------------------------------------------- */

/* "2022/23" or "2022-2023" within a title; NULL if it names no year. */
char *programme_year(const void *parent, const char *title)
{
    for (const char *at = title; at && *at; at++) {
        size_t n = strspn(at, "0123456789"),
               more = n == 4 && strchr("/-", at[4]) && at[4] ? strspn(at + 5, "0123456789") : 0;
        if (n == 4 && (more == 2 || more == 4))
            return mem_strndup(parent, at, 5 + more);
        at += n ? n - 1 : 0;
    }
    return NULL;
}

char *programme_title(const void *parent, const struct programme *programme)
{
    char *year = programme_year(parent, programme->title);
    return year ? mem_printf(parent, "Work programme %s", year) : mem_strdup(parent, "Work programme");
}

char *programme_published(const void *parent, const struct programme *programme, const struct meeting *meeting)
{
    const struct item *item =
        meeting && programme->item_position ? meeting_item(meeting, programme->item_position) : NULL;
    if (!date_is_set(programme->published_for))
        return mem_strdup(parent, "as published, day not known");
    char *day = date_words(NULL, programme->published_for), *out;
    if (item && item->agenda_number && item->pages)
        out = mem_printf(parent, "as published for %s (agenda item %s, pages %s)", day, item->agenda_number,
                         words_range(day, item->pages));
    else if (item && item->agenda_number)
        out = mem_printf(parent, "as published for %s (agenda item %s)", day, item->agenda_number);
    else
        out = mem_printf(parent, "as published for %s", day);
    talloc_free(day);
    return out;
}

/* ---- one topic --------------------------------------------------------------------------------------------- */

/* The place that Enter on the topic itself opens. */
static const struct taken *first_place(const struct entry_places *places)
{
    for (size_t i = 0; places && i < places->n; i++)
        if (places->at[i].meeting_id)
            return &places->at[i];
    return NULL;
}

/* What is said about a topic: where it was taken first. */
static void entry_facts(const void *local, const struct programme_entry *entry, const struct entry_places *places,
                        struct strings *facts)
{
    if (first_place(places))
        strings_add(local, facts, first_place(places)->words);
    for (size_t i = 0; places && i < places->n; i++)
        if (!places->at[i].meeting_id)
            strings_add(local, facts, places->at[i].words);
    if (entry->last_reports_text)
        strings_add(local, facts, mem_printf(local, "last report: %s", entry->last_reports_text));
    for (size_t i = 1; i < entry->n_planned; i++)
        strings_add(local, facts, mem_printf(local, "also %s", entry->planned[i].text));
    bool asked = date_is_set(entry->requested_on), named = asked && note_names_day(entry->notes, entry->requested_on);
    bool note_says_no_more = named && strlen(entry->notes) <= NOTE_ENOUGH;
    if (asked && (!named || note_says_no_more))
        strings_add(local, facts, mem_printf(local, "asked for %s", date_words(local, entry->requested_on)));
    if (entry->notes && !note_says_no_more)
        strings_add(local, facts, entry->notes);
    if (entry->section == SECTION_POSSIBLE && entry_is_dated(entry))
        strings_add(local, facts, "possible item");
}

static void put_side_facts(struct page *page, size_t first, const struct strings *facts)
{
    struct page *side = page_new(NULL, page->width - SIDE_FACTS - 1);
    for (size_t i = 0; i < facts->n; i++)
        page_wrap(side, 0, 0, 0, STYLE_QUIET, facts->at[i]);
    for (size_t i = 0; i < side->n_lines; i++) {
        while (page->n_lines <= first + i)
            page_line(page);
        const struct line *line = &side->lines[i];
        struct line *onto = &page->lines[first + i];
        for (size_t s = 0; s < line->n_spans; s++) {
            struct span *span = mem_append(page, onto->spans, onto->n_spans);
            *span = (struct span){line->spans[s].x + SIDE_FACTS, line->spans[s].style,
                                  mem_strdup(page, line->spans[s].text)};
        }
    }
    talloc_free(side);
}

/* Facts below a topic, or beside it where the page is wide enough and of one column. */
static void put_entry(struct page *page, const struct programme_pages *pages, size_t index, int x, bool beside,
                      const char *label)
{
    const struct programme_entry *entry = &pages->programme->entries[index];
    const struct entry_places *places = pages->places ? &pages->places[index] : NULL;
    char key[64];
    void *local = talloc_named_const(NULL, 0, "entry");
    struct strings facts = {0};
    if (label && text_width(label, strlen(label)) > x - 2) { /* "January/April/July/October": below the topic, whole */
        strings_add(local, &facts, label);
        label = NULL;
    }
    entry_facts(local, entry, places, &facts);
    (void)snprintf(key, sizeof key, "entry:%zu", index + 1);
    page_row(page, key, 0);
    page_line(page);
    size_t first = page->n_lines - 1;
    page_put(page, 1, x - 2, STYLE_QUIET, label);
    page_wrap_on(page, x, x, (beside ? SIDE_FACTS - 2 : page->width - 1) - x, STYLE_TEXT,
                 entry->issue ? entry->issue : "no topic");
    if (beside)
        put_side_facts(page, first, &facts);
    for (size_t i = 0; !beside && i < facts.n; i++)
        page_wrap(page, x + FACTS - TOPIC, x + FACTS - TOPIC, page->width - 1 - x - (FACTS - TOPIC), STYLE_QUIET,
                  facts.at[i]);
    for (size_t i = 0; places && i < places->n; i++) {
        if (!places->at[i].meeting_id || &places->at[i] == first_place(places))
            continue;
        (void)snprintf(key, sizeof key, "entry:%zu:%zu", index + 1, i + 1);
        page_row(page, key, 0);
        page_wrap(page, x + FACTS - TOPIC, x + FACTS - TOPIC, page->width - 1 - x - (FACTS - TOPIC), STYLE_QUIET,
                  places->at[i].words);
    }
    page_no_row(page);
    talloc_free(local);
}

/* ---- by date ------------------------------------------------------------------------------------------------ */

static bool is_one_day(const struct date_span *span)
{
    return date_is_set(span->from) && date_compare(span->from, span->to) == 0;
}

/* "3 November 2022, this meeting", "January 2023, day not stated" */
static void put_group(struct page *page, const struct programme *programme, const struct when *planned,
                      bool *said_no_day)
{
    bool day = is_one_day(&planned->span),
         here = day && date_compare(planned->span.from, programme->published_for) == 0;
    bool no_day = !day && date_is_set(planned->span.from) && !*said_no_day;
    *said_no_day = *said_no_day || no_day;
    page_no_row(page);
    page_line(page);
    int x = page_put(page, 1, 0, STYLE_HEADING, planned->text);
    page_put(page, x, 0, STYLE_TEXT, here ? ", this meeting" : no_day ? ", day not stated" : "");
}

void programme_by_date(struct page *page, const struct programme_pages *pages)
{
    const struct programme *programme = pages->programme;
    const char *group = NULL;
    bool said_no_day = false;
    if (programme->preamble) {
        page_wrap(page, 1, 1, page->width - 2, STYLE_QUIET, programme->preamble);
        page_blank(page);
    }
    for (size_t i = 0; i < programme->n_entries; i++) {
        const struct programme_entry *entry = &programme->entries[i];
        if (!entry_is_dated(entry))
            continue;
        const char *text = entry->planned[0].text ? entry->planned[0].text : "";
        if (!group || strcmp(group, text) != 0)
            put_group(page, programme, &entry->planned[0], &said_no_day);
        group = text;
        put_entry(page, pages, i, TOPIC, page->width >= SIDE_FROM && page->width < SIDE_BY_SIDE_FROM, NULL);
    }
    if (!group)
        page_say(page, 1, STYLE_TEXT, "no topic with a date");
}

/* ---- without a date -------------------------------------------------------------------------------------------- */

struct waiting {
    size_t index;
    int days; /* -1 not said */
};

static int compare_waiting(const void *a, const void *b)
{
    const struct waiting *x = a, *y = b;
    if (x->days != y->days)
        return y->days > x->days ? 1 : -1;
    return (x->index > y->index) - (x->index < y->index);
}

/* Days from the request to the meeting the programme was published for. */
static int days_waited(const struct programme *programme, const struct programme_entry *entry)
{
    if (!date_is_set(entry->requested_on) || !date_is_set(programme->published_for))
        return -1;
    int days = date_days(programme->published_for) - date_days(entry->requested_on);
    return days < 0 ? -1 : days;
}

static struct waiting *waiting_topics(const void *local, const struct programme *programme, size_t *n)
{
    struct waiting *list = NULL;
    for (size_t i = 0; i < programme->n_entries; i++) {
        const struct programme_entry *entry = &programme->entries[i];
        if (entry->section != SECTION_STANDING && entry->state != ENTRY_STANDING && !entry_is_dated(entry))
            *mem_append(local, list, *n) = (struct waiting){i, days_waited(programme, entry)};
    }
    if (*n)
        qsort(list, *n, sizeof *list, compare_waiting);
    return list;
}

/* "3 November": the year stands in the head of the screen. */
static char *day_and_month(const void *parent, struct date date)
{
    char *words = date_words(parent, date), *year = strrchr(words, ' ');
    if (year)
        *year = '\0';
    return words;
}

void programme_no_date(struct page *page, const struct programme_pages *pages)
{
    const struct programme *programme = pages->programme;
    size_t n = 0;
    void *local = talloc_named_const(NULL, 0, "waiting");
    struct waiting *list = waiting_topics(local, programme, &n);
    char *heading = mem_strdup(local, "No date yet (TBC)");
    if (date_is_set(programme->published_for))
        heading =
            mem_printf(local, "No date yet (TBC) · days waited by %s", day_and_month(local, programme->published_for));
    page_wrap(page, 1, 1, page->width - 2, STYLE_HEADING, heading);
    for (size_t i = 0; i < n; i++) {
        char *days = list[i].days < 0 ? mem_strdup(local, "not said") : mem_printf(local, "%*d", WAITED, list[i].days);
        put_entry(page, pages, list[i].index, 1 + WAITED + 2, false, days);
    }
    if (n == 0)
        page_say(page, TOPIC, STYLE_TEXT, "none");
    talloc_free(local);
}

static const char *standing_label(const struct programme_entry *entry)
{
    if (entry->n_planned && entry->planned[0].text)
        return entry->planned[0].text;
    return entry->frequency ? entry->frequency : "";
}

const struct meeting_row *programme_meeting_on(const struct programme_pages *pages, struct date day)
{
    const char *committee = pages->programme->committee;
    for (size_t i = 0; pages->meetings && i < pages->meetings->n; i++) {
        const struct meeting_row *row = &pages->meetings->at[i];
        if (date_compare(row->date, day) == 0 && row->committee && committee && text_same_words(row->committee, committee))
            return row;
    }
    return NULL;
}

/* "Friday 10 May 2019 (not entered)" */
static void put_printed_days(struct page *page, const struct programme_pages *pages)
{
    const struct programme *programme = pages->programme;
    void *local = talloc_named_const(NULL, 0, "days");
    if (programme->n_future_meetings)
        page_heading(page, 1, "Meetings that it prints");
    for (size_t i = 0; i < programme->n_future_meetings; i++) {
        struct date day = programme->future_meetings[i];
        const struct meeting_row *row = programme_meeting_on(pages, day);
        const char *state = !pages->meetings ? "" : !row ? " (not entered)" : row->entered ? " (entered)" : " (held)";
        page_row(page, mem_printf(local, PRINTED_DAY_KEY "%s", date_iso(local, day)), 0);
        page_wrap(page, TOPIC, FACTS, page->width - TOPIC - 1, STYLE_TEXT, mem_printf(local, "%s%s", date_long(local, day), state));
        page_no_row(page);
    }
    talloc_free(local);
}

void programme_standing(struct page *page, const struct programme_pages *pages)
{
    const struct programme *programme = pages->programme;
    if (page->n_lines)
        page_blank(page);
    page_say(page, 1, STYLE_HEADING, "Standing items");
    size_t before = page->n_rows;
    for (size_t i = 0; i < programme->n_entries; i++) {
        const struct programme_entry *entry = &programme->entries[i];
        if (entry->section == SECTION_STANDING || entry->state == ENTRY_STANDING)
            put_entry(page, pages, i, 1 + STANDING_LABEL + 1, false, standing_label(entry));
    }
    if (page->n_rows == before)
        page_say(page, TOPIC, STYLE_TEXT, "none");
    if (programme->n_champions)
        page_heading(page, 1, "Champions");
    for (size_t i = 0; i < programme->n_champions; i++) {
        char *words = mem_printf(NULL, "%s: %s", programme->champions[i].topic, programme->champions[i].name);
        page_wrap(page, TOPIC, FACTS, page->width - TOPIC - 1, STYLE_TEXT, words);
        talloc_free(words);
    }
    put_printed_days(page, pages);
}
