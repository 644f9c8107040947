/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* actions, did it happen? An open follow-up is lined up against the later papers of its committee, and where one of them seems
 * to tell of it, that place is proposed, with what speaks for it. Nothing here changes a row or closes one: what the member
 * takes becomes an entry of kind evidence, and closing stays their act (design.md 4, field.md 6). Better no proposal than a
 * wrong one: words that all minutes have, and routine items, speak for nothing. */
#ifndef MINUTEBOOK_ACTIONS_EVIDENCE_H
#define MINUTEBOOK_ACTIONS_EVIDENCE_H

#include <minutebook/actions.h>

/* ---- one place in a later paper ------------------------------------------------------------------ */

/* What the place tells of the follow-up. */
enum evidence_sort {
    EVIDENCE_REPORTED,   /* it was done, answered or brought: "reported" */
    EVIDENCE_IN_PART,    /* some of it, and the rest is to come; a letter that was written and not answered: "reported in part" */
    EVIDENCE_ON_AGENDA,  /* an item or report is about it, and no minute of that item is held: "on the agenda" */
    EVIDENCE_STILL_OPEN, /* named again as not done, or asked for again: "named again, not answered" */
    EVIDENCE_PUT_OFF,    /* its item was put off, withdrawn, or the meeting called off: "put off" */
    EVIDENCE_SORTS
};
/* How sure: the place cites the minute or reference; most of the rare words and a second sign agree; the rare words alone do. */
enum evidence_grade { EVIDENCE_CERTAIN, EVIDENCE_PROBABLE, EVIDENCE_POSSIBLE, EVIDENCE_GRADES };
const char *evidence_sort_name(enum evidence_sort sort);    /* in JSON: reported, in-part, on-agenda, still-open, put-off */
const char *evidence_grade_name(enum evidence_grade grade); /* in JSON, and the word for people: certain, probable, possible */

struct evidence {
    enum evidence_sort sort;
    enum evidence_grade grade;
    char *meeting_id, *committee;
    struct date date;          /* of the meeting */
    bool ahead;                /* the meeting is still to come */
    int position;              /* of the item, as in the meeting now */
    char *item;                /* as entries name it: "m562", "a5", "@3" */
    char *agenda_number, *minute_number, *item_title;
    enum passage_kind passage; /* minute, decision, agenda, report */
    int64_t offset;            /* byte of `quote` in that text of the item (a report: item_report_text()) */
    char *quote;               /* the sentence or table row, verbatim; NULL where the title alone tells */
    bool exempt;               /* `quote` is: not to be given to others */
    bool truncated;            /* that minute is cut off */
    struct strings reasons;    /* what speaks for it, words for people: "it cites minute 214", "rare words in both: taxis,
                                  district", "the item has that title", "it names who promised it: the Head of Transport" */
    int strength;              /* orders those of one sort and grade, greatest first; no meaning besides */
};

/* ---- a topic of the work programme ----------------------------------------------------------------- */

enum topic_standing {
    TOPIC_NOT_ASKED,     /* the follow-up is no change of the work programme, or what it is about cannot be told */
    TOPIC_NOT_PUBLISHED, /* no later programme is held: "not in a published programme yet" */
    TOPIC_MISSING,       /* "not in the programme of 12 January 2023" */
    TOPIC_THERE,         /* "in the programme of 12 January 2023 for 14 March 2023" */
    TOPIC_OTHER_DATE,    /* "in the programme of 12 January 2023, but for May 2023" */
    TOPIC_GONE,          /* "was in the programme of 12 January 2023 for 14 March 2023, and is not in that of 9 March 2023" */
    TOPIC_TAKEN_OFF,     /* it was to be removed, and is: "no longer in the programme of 12 January 2023" */
    TOPIC_STANDINGS
};
/* In JSON: not-published, missing, there, other-date, gone, taken-off; NULL for TOPIC_NOT_ASKED. */
const char *topic_standing_name(enum topic_standing standing);
struct topic {
    enum topic_standing standing;
    char *meeting_id;          /* of the programme it speaks of; NULL where there is none */
    struct date published_for;
    int entry;                 /* which of it, 1 up; 0 none */
    char *issue, *planned;     /* as printed there; planned NULL where no date is */
    struct date since;         /* TOPIC_GONE: the programme that has it no more */
};

/* ---- a follow-up against all later papers ------------------------------------------------------------ */

enum later_state {
    LATER_MINUTES,     /* its minutes are held, whole */
    LATER_MINUTES_CUT, /* held, and the page cuts some of them off */
    LATER_NO_MINUTES,  /* took place, papers are held, its minutes are not */
    LATER_NOT_HELD,    /* known by a list or by hand, no paper of it is held */
    LATER_CALLED_OFF,  /* cancelled or postponed */
    LATER_AHEAD        /* to come, its agenda is held */
};
const char *later_state_name(enum later_state state); /* in JSON: minutes, cut-minutes, no-minutes, not-held, called-off, ahead */
struct later_meeting {
    char *meeting_id, *committee;
    struct date date;
    enum later_state state;
    int minutes_cut;
};

struct traced {
    char *action_id;
    struct evidence *at; /* best first, at most EVIDENCE_MOST */
    size_t n;
    struct topic topic;
    struct later_meeting *later; /* of its committee, behind its meeting, as known up to the day; oldest first */
    size_t n_later;
    bool placeless; /* its committee or the day it was made are not known, so nothing is later */
};
#define EVIDENCE_MOST 5

/* Line ACTION (on the tracker or to check) up against the papers of its committee, under all names that the committee has or had,
 * and of the committee it was carried to: of meetings behind its own, up to AS_AT, and agendas of meetings in the two weeks behind AS_AT.
 * *OUT is PARENT's. Reads by the index: what it takes grows with the passages in which its rare words stand together. */
enum status evidence_find(const void *parent, struct store *store, const struct action *action, struct date as_at,
                          struct traced **out, struct err *err) MB_MUST_CHECK;

/* The same for N of ACTIONS, in their order: each is handed to TOLD as it is ready, which owns it, and which returns false to stop
 * (STATUS_CANCELLED). What is alike for all is read once. For a worker thread with a store of its own. */
typedef bool evidence_told(void *to, size_t i, struct traced *traced);
enum status evidence_find_all(struct store *store, struct action *const *actions, size_t n, struct date as_at,
                              evidence_told *told, void *to, struct err *err) MB_MUST_CHECK;

/* Is ACTION one to be lined up: on the tracker, and open by its status? */
bool evidence_is_asked(const struct action *action);

/* "probably reported at item 5, 20 January 2023", "named again, not answered, at minute 214, 10 July 2025" */
char *evidence_words(const void *parent, const struct evidence *evidence);
/* The one line for a list: the best proposal; else how the topic stands in the programme; else "no trace in 2 later meetings (3 June,
 * 8 July 2025)", "no trace in the agenda of 8 July 2025" for one to come, or "no later papers yet". Never NULL. */
char *traced_words(const void *parent, const struct traced *traced);
/* How little an absence means: "the minutes of 3 June 2025 are cut off, those of 8 July 2025 are not held"; a child of
 * PARENT, NULL where all are held whole. */
char *traced_caution(const void *parent, const struct traced *traced);
/* TOPIC_*: the words above. NULL for TOPIC_NOT_ASKED. */
char *topic_words(const void *parent, const struct topic *topic);

/* ---- taking it ---------------------------------------------------------------------------------------- */

/* Is ENTRY evidence of the place of EVIDENCE, by whichever of its numbers it was named? */
bool evidence_is_entry(const struct evidence *evidence, const struct action_entry *entry);
/* The edit that adds EVIDENCE to ACTION as an entry of its day and place, with the sentence as its text. All strings are PARENT's.
 * STATUS_USAGE where ACTION is not on the tracker, STATUS_CONFLICT where that place is its evidence already. */
enum status evidence_prepare_take(const void *parent, struct store *store, const struct action *action, const struct evidence *evidence,
                                  struct edit *out, struct err *err) MB_MUST_CHECK;
/* The same of a place that the member names, WHERE being "MEETING[/ITEM]" as store_find_meeting() and meeting_find_item() take it, with
 * WORDS of theirs (NULL or "": none). Where the place is taken already, only other words are news. */
enum status evidence_prepare_place(const void *parent, struct store *store, const struct action *action, const char *where,
                                   const char *words, struct date as_at, struct edit *out, struct err *err) MB_MUST_CHECK;

#endif
