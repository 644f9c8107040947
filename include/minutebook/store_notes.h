/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* store, what the member keeps for themselves: notes and questions on items, searches under a name, and what they have looked at.
 * Never written by an import, changed through store_edit() alone. What is said at the head of store.h about threads and ownership
 * holds here. */
#ifndef MINUTEBOOK_STORE_NOTES_H
#define MINUTEBOOK_STORE_NOTES_H

#include <minutebook/model.h>

struct store;

/* ---- notes -------------------------------------------------------------------------------------- */

/* A note or a question on an item, or on a meeting as a whole; private: it leaves with no export unless asked for. Its place
 * is kept by numbers and title, so that it is found again whatever becomes of the meeting. Texts as typed, NULL where left empty. */
#define NOTE_NOTE "note"
#define NOTE_QUESTION "question"
struct note {
    char *id;                     /* UUID */
    char *kind;                   /* of the two above */
    char *committee, *meeting_id; /* NULL: of no meeting */
    struct date meeting_date;
    char *agenda_number, *minute_number, *item_title; /* all NULL: of the meeting as a whole */
    char *source_sha256;          /* a paper of the meeting */
    char *quote, *quote_place;    /* the words it is about, verbatim; place as of a follow-up's */
    char *text;
    char *for_whom, *asked_by;    /* of a question */
    struct date asked_on, answered_on;
    char *answer, *tags;
    bool exempt;                  /* what it is about is exempt */
    bool deleted, damaged;
    int64_t version, seq;
};
struct notes {
    struct note **at;
    size_t n;
};
/* Those that stand, by meeting (newest first) and place, with the ids that their meetings have now; MEETING_ID: of this
 * meeting alone. */
enum status store_notes(const void *parent, struct store *store, const char *meeting_id, struct notes *out, struct err *err) MB_MUST_CHECK;
/* By its id or a unique beginning of one of 4 characters or more; STATUS_USAGE where none or several fit. */
enum status store_note(const void *parent, struct store *store, const char *which, struct note **out, struct err *err) MB_MUST_CHECK;
/* The item of MEETING that NOTE is on, 1 up; 0: of the meeting as a whole, or there is no such item any more. */
int note_position(const struct meeting *meeting, const struct note *note);
/* Fill the place of NOTE for the item POSITION of MEETING (0: as a whole); strings are children of PARENT. */
void note_place(const void *parent, const struct meeting *meeting, int position, struct note *note);
/* "Coast Panel, 4 May 2024, minute 56": where it stands, for people. Child of PARENT. */
char *note_place_words(const void *parent, const struct note *note);

/* ---- saved searches ------------------------------------------------------------------------------- */

struct saved_search {
    char *id;    /* UUID */
    char *name;
    char *words; /* as typed */
    char *sort;  /* its order by name, as the search room has it: "newest" */
    bool deleted, damaged;
    int64_t version, seq;
};
struct saved_searches {
    struct saved_search **at;
    size_t n;
};
/* Those that stand, by name. */
enum status store_saved_searches(const void *parent, struct store *store, struct saved_searches *out, struct err *err) MB_MUST_CHECK;
/* How many places REQUEST finds in the papers that are new since the search SAVED_ID was looked at (EDIT_LOOKED; it is as looked at
 * when it is saved): imported since, or with a line that no paper of their meeting held then has. Counted up to 1,000, then 1,001. */
struct search_request;
enum status store_search_news(struct store *store, const char *saved_id, const struct search_request *request, int *out,
                              struct err *err) MB_MUST_CHECK;
/* By its name, whatever its case, or its id; STATUS_USAGE where there is none. */
enum status store_saved_search(const void *parent, struct store *store, const char *which, struct saved_search **out,
                               struct err *err) MB_MUST_CHECK;

/* ---- what was read ------------------------------------------------------------------------------------ */

/* An item of MEETING as EDIT_LOOKED names it, and the sum of its texts as they are; children of PARENT. */
char *store_item_key(const void *parent, const struct meeting *meeting, int position);
char *store_item_sum(const void *parent, const struct item *item);
enum item_read { ITEM_UNREAD, ITEM_READ, ITEM_SAYS_MORE }; /* its texts are not those that were read */
struct item_reads {
    enum item_read *of; /* of each item, in order */
    size_t n;
};
enum status store_item_reads(const void *parent, struct store *store, const struct meeting *meeting, struct item_reads *out,
                             struct err *err) MB_MUST_CHECK;
/* How many items of each meeting were marked as read; of meetings without any nothing is said. */
struct read_count {
    char *meeting_id;
    int items;
};
struct read_counts {
    struct read_count *at; /* by the id */
    size_t n;
};
enum status store_read_counts(const void *parent, struct store *store, struct read_counts *out, struct err *err) MB_MUST_CHECK;

/* ---- what is new -------------------------------------------------------------------------------------- */

/* An item with a line that no paper of its meeting had when the member looked last. */
struct news_item {
    int position;
    bool came;     /* its title is new, too */
    char *number;  /* minute's, else agenda's; NULL */
    char *title;
};
/* A meeting of which papers were imported since. */
struct news_meeting {
    char *meeting_id, *committee;
    struct date date;
    struct strings papers; /* "minutes", "agenda pack": those that are new */
    bool first;            /* nothing of it was held before: all of it is new, `items` are not told */
    struct news_item *items;
    size_t n_items;
};
struct news {
    struct news_meeting *at; /* newest first */
    size_t n;
    bool looked; /* false: the member never did, and all that is held is new */
};
enum status store_news(const void *parent, struct store *store, struct news *out, struct err *err) MB_MUST_CHECK;

#endif
