/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Shared by the files of the topic card and the brief (private):
 *
 *   topic_past.c    the titles of all meetings, and which of them name a topic
 *   topic_read.c    a card: what meetings, tracker and programmes say of the topic
 *   topic_named.c   earlier meetings that its papers name
 *   topic_said.c    sentences elsewhere that name it
 *   topic_write.c   a card for people
 *   topic_json.c    a card as JSON
 *   brief_read.c    the items of a meeting with what was before
 *   brief_write.c   the two pages
 *   leaf.c          a page of headings and labelled lines as text, Markdown or HTML */
#ifndef EXPORT_TOPIC_PRIVATE_H
#define EXPORT_TOPIC_PRIVATE_H

#include "json.h"

#include <minutebook/actions_theme.h>
#include <minutebook/export_topic.h>

#define TOPIC_TIMES_MOST 60
#define TOPIC_POINT_CELLS 220 /* of a sentence in a list */

/* An item of a meeting held. */
struct past_item {
    const struct meeting_row *row;
    int position;
    char *agenda_number, *minute_number, *title;
    const struct theme *theme;
};
bool past_item_is_routine(const struct past_item *item);
/* What is read once, whatever the topic. */
struct past {
    struct store *store;
    const struct export_options *options;
    struct themes *themes; /* the items are its children */
    struct meeting_rows rows;
    struct past_item *items; /* newest meeting first, then as on the agenda */
    size_t n_items;
    struct survey survey;
    struct notes notes; /* the member's own, where private notes are asked for */
    const struct theme **row_themes, **subject_themes; /* of survey.rows; the latter NULL where it changes no programme */
    struct programmes programmes;
    const struct theme ***entry_themes; /* of each entry of each programme */
    struct rules *rules; /* that find days of meetings in texts */
};
enum status past_read(const void *parent, struct store *store, const struct export_options *options, struct past **out,
                      struct err *err) MB_MUST_CHECK;

/* One topic that is looked for in it. */
struct topic_search {
    struct past *past;
    const struct theme *theme;
    bool asked;            /* the member's words: every title that holds them all */
    const char *committee; /* NULL: of all */
    const char *council;
    struct date before;
};
/* Is TITLE, made ready as THEME, the topic's? */
bool topic_is(const struct topic_search *search, const struct theme *theme);
/* The items that are about it into CARD, each meeting read whole. */
enum status topic_times(const struct topic_search *search, struct topic_card *card, struct err *err) MB_MUST_CHECK;
/* One of them. */
enum status topic_add_time(const struct topic_search *search, struct topic_card *card, const struct past_item *past_item, struct err *err) MB_MUST_CHECK;
void topic_sort_times(struct topic_card *card);
void topic_titles(struct topic_card *card); /* once all times are there */
/* What is on the tracker of it; and, where TO_CHECK, what was found at its times. */
enum status topic_promises(const struct topic_search *search, struct topic_card *card, bool to_check, struct err *err) MB_MUST_CHECK;
/* Earlier meetings that the papers on it name, ITEM of MEETING (NULL: none) and its times, and programmes; where one is held, and an item
 * there has a word of the topic, that is a time of it, too: it went under another name. */
enum status topic_named(const struct topic_search *search, struct topic_card *card, const struct meeting *meeting, const struct item *item,
                        struct err *err) MB_MUST_CHECK;
/* May PROGRAMME be known when the topic is looked for? */
bool topic_knows_programme(const struct topic_search *search, const struct programme *programme);
/* Sentences elsewhere that say it, by the index, for WORDS of a query. */
enum status topic_mentions(const struct topic_search *search, struct topic_card *card, const char *words, struct err *err) MB_MUST_CHECK;
/* Is a kind of item no topic, because it is on every agenda? */
bool topic_is_routine(const char *kind);

/* "minute 214", "item 5"; "" */
char *topic_place(const void *parent, const char *minute, const char *agenda);
/* A limb of what is asked, without the stop or the "; and" that leads to the next. */
char *topic_limb(const void *parent, const char *text);
/* What ACTION is about, as it may leave. */
char *topic_summary(const void *parent, const struct action *action, const struct export_options *options);

/* Its pieces as JSON. */
void topic_time_json(struct json *json, const struct topic_time *time);
void topic_named_json(struct json *json, const struct topic_card *card);
void topic_rows_json(struct json *json, const char *key, const struct actions *rows, const struct export_options *options);

#endif
