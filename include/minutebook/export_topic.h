/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* export, topics: what was there before. The topic card ("last time we looked") gathers all that the papers held say of one topic;
 * the brief is the two pages for the meeting before the meeting. Both are lists of what papers say, each line with its place; words of
 * exempt texts are in them only where `exempt` of the options is set, private notes only where `notes` is. */
#ifndef MINUTEBOOK_EXPORT_TOPIC_H
#define MINUTEBOOK_EXPORT_TOPIC_H

#include <minutebook/export_chase.h>

/* ---- what a card says ------------------------------------------------------------------------ */

/* An item of a meeting that is about the topic. */
struct topic_time {
    char *meeting_id, *committee;
    struct date date;
    bool elsewhere; /* of another committee than the topic's */
    int position;
    char *agenda_number, *minute_number, *title;
    bool cut, no_minute; /* its minute: cut off by the council's page; not held though the day has passed */
    enum follow_state report;
    struct strings asked;
    int to_check; /* sentences of its minute that are still to check */
    struct strings noted; /* "question: ...", "note: ...": the member's own on it, where private notes are asked for */
};
/* An entry of the work programme, once for each time that it was planned for. */
struct topic_plan {
    char *committee, *issue, *when, *notes; /* when: "8 May 2025"; NULL: no date */
    struct date first, last;                /* of the meetings whose programmes have it so */
    char *meeting_id;                       /* of the last */
    struct date_span span;
    char *was;                              /* what it was planned for before, where no item of that time is the topic's; NULL */
    bool was_held;                          /* a meeting of that time is held */
};
struct topic_table {
    char *meeting_id, *caption, *page;
    struct date date;
    int position;
    bool exempt;
};
struct topic_title {
    char *title;
    struct date first, last;
    int times;
};
/* An earlier meeting of its committee that a paper on the topic names by its day. */
struct topic_named {
    struct date date;
    char *meeting_id; /* held: then this; NULL: it is not */
    bool listed;      /* it is one of `times` */
    bool background, programme; /* a report or minute names it; a work programme as when it was last reported */
};
/* A sentence elsewhere that names the topic. */
struct topic_mention {
    char *meeting_id, *committee;
    struct date date;
    enum passage_kind kind;
    int position;
    char *agenda_number, *minute_number, *title, *sentence;
    bool exempt;
};

struct topic_card {
    char *name, *committee;  /* committee NULL: of all */
    bool asked;              /* NAME is what the member typed */
    struct date before;      /* only what was before this day; unset: all */
    struct topic_time *times; /* newest first, as all lists are but `plans` and `named` */
    size_t n_times;
    int times_left_out;
    struct actions open, closed; /* on the tracker */
    struct actions to_check;     /* found at these times */
    struct topic_plan *plans;    /* as they were published */
    size_t n_plans;
    struct topic_table *tables;
    size_t n_tables;
    struct topic_title *titles;
    size_t n_titles;
    struct topic_named *named; /* by day */
    size_t n_named;
    struct topic_mention *mentions;
    size_t n_mentions;
};

/* What a card is of: an item of a meeting; WORDS, all of which a title must hold; or TITLE, an entry of COMMITTEE's programme. */
struct topic_wish {
    const char *words;
    const char *title, *committee;
    const char *meeting_id;
    int position;
};
/* Reads the titles of all meetings held and, whole, those of the topic, at most 60. For a worker thread with a store of its own, too.
 * STATUS_NONE where WORDS come up nowhere; STATUS_USAGE where there is no such item. */
enum status topic_card_read(const void *parent, struct store *store, const struct topic_wish *wish, const struct export_options *options,
                            struct topic_card **out, struct err *err) MB_MUST_CHECK;

/* ---- what leaves ------------------------------------------------------------------------------- */

/* As text, Markdown or HTML; and minutebook-topic, version 1. */
enum status export_topic(struct sink *sink, const struct topic_card *card, enum sheet_format format, const struct export_options *options,
                         struct err *err) MB_MUST_CHECK;
enum status export_topic_json(struct sink *sink, const struct topic_card *card, const struct export_options *options,
                              struct err *err) MB_MUST_CHECK;

/* Its lines, as they stand there; the screen has the same. */
char *topic_time_words(const void *parent, const struct topic_card *card, const struct topic_time *time); /* title where it is another */
char *topic_row_words(const void *parent, const struct action *action, const struct export_options *options);
char *topic_plan_words(const void *parent, const struct topic_plan *plan);
char *topic_table_words(const void *parent, const struct topic_table *table);
char *topic_named_words(const void *parent, const struct topic_named *named);
char *topic_mention_words(const void *parent, const struct topic_card *card, const struct topic_mention *mention);

/* The brief of the meeting ID: for each item that is no routine when, what is asked, who is invited, last time, what is still owed, the
 * member's questions, and room to write. As text, Markdown or HTML; and minutebook-brief, version 1. */
struct brief;
enum status brief_read(const void *parent, struct store *store, const char *meeting_id, const struct export_options *options,
                       struct brief **out, struct err *err) MB_MUST_CHECK;
enum status export_brief(struct sink *sink, const struct brief *brief, enum sheet_format format, const struct export_options *options,
                         struct err *err) MB_MUST_CHECK;
enum status export_brief_json(struct sink *sink, const struct brief *brief, const struct export_options *options,
                              struct err *err) MB_MUST_CHECK;

#endif
