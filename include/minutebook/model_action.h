/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* model, the other half: follow-ups, what became of them, and what the member entered. The conventions at the head of
 * model.h hold here. A row of the user's own keeps what published trackers keep (field.md 6, "the superset"). */
#ifndef MINUTEBOOK_MODEL_ACTION_H
#define MINUTEBOOK_MODEL_ACTION_H

#include <minutebook/model.h>

/* ---- a follow-up -------------------------------------------------------------------------- */

/* Where a follow-up stands between the paper and the tracker. What is to check was found by a rule: it is
 * published knowledge, found again at each sweep. The other two are the user's own rows (design.md 4). */
enum action_state { ACTION_KEPT, ACTION_TO_CHECK, ACTION_REFUSED };
const char *action_state_name(enum action_state state);  /* in JSON: confirmed, candidate, dismissed */
const char *action_state_words(enum action_state state); /* "on the tracker", "to check", "not a follow-up" */
bool action_state_parse(const char *name, enum action_state *state);

/* A follow-up. Texts as typed, NULL where left empty. */
struct action {
    enum action_state state;
    char *id;         /* UUID; of one to check its candidate_id */
    char *candidate_id; /* "c-" and 10 hexadecimal digits of meeting, normalised quote and the how many-th of
                           that quote in the meeting it is; NULL where no rule found it */
    char *reference;  /* "555/7"; frozen once kept or refused, never reused; until then the place it has now */
    bool untracked;   /* a resolution with nothing to follow: kept for the record, hidden in lists */
    char *rule;       /* name of the rule that found it */
    int confidence;   /* of that rule, per cent; 0 where none found it */
    char *reason;     /* why it was refused, as the member put it */
    char *class, *kind; /* design.md 5.3; class "action" where not said */
    char *committee, *meeting_id; /* of the meeting it was made in */
    struct date meeting_date;
    char *agenda_number, *minute_number, *item_title;
    int item_position; /* in the meeting as it is published now; 0 not known. Not kept with a row */
    char *source_sha256;
    char *quote;      /* verbatim sentence, NULL where only own words exist */
    bool quote_truncated, quote_exempt;
    char *quote_place; /* "minutes" "agenda" "decision" "report", then ':' and the byte offset */
    char *also_place;  /* the same, where the minutes say it a second time in other words; NULL. Of one that was found */
    char *own_words;
    char *owner, *recipient, *subject;
    char *due_text;
    struct date_span due;
    char *due_basis;  /* "a day in the text", "the month named"; NULL */
    char *limb;       /* of the resolution it stands in, as printed: "b", "2(iii)"; NULL */
    char *under;      /* the one it hangs under ("he would answer these questions"): its candidate_id, or what the member typed,
                         its reference or id; NULL. What a rule found has limb, under and also_place NULL until the sweep tells them */
    struct date chase_date; /* the member's own */
    char *status;     /* design.md 5.3 */
    char *step;       /* how far a letter, request or recommendation has come: of action_steps[]; NULL */
    char *status_word, *rag;  /* the council's own word for its status; red, amber or green */
    char *raised_by, *portfolio;
    struct date executive_date; /* on which the executive considers it */
    char *response;   /* of action_responses[]; what was said in full is an entry */
    struct date response_date;
    char *outcome;
    char *closed_by;  /* a minute or paper as the member names it, or why; NULL where it is open, and where an older program
                         closed it */
    struct date closed_on;
    char *superseded_by; /* the follow-up that took its place, as the member names it: its reference or id */
    char *carried_to;    /* the committee that follows it now */
    char *tags;          /* "budget, send": as typed, each once, in the order of the alphabet */
    char *note;          /* private: never in what is given to others unless asked for */
    struct entry_counts {
        int chases, answers, updates, evidence;
        struct date last_chased, last_answered;
        bool told; /* an answer was told to members */
    } entries; /* of its entries that stand, where a list was read; not kept with the row */
    bool deleted;     /* undone: kept for the history and its reference, hidden in lists */
    bool damaged;     /* its row hash does not fit: shown flagged */
    int64_t version, seq;
};

/* The words a status may have, in the order of work, NULL last (design.md 5.3); the last three are closed. */
extern const char *const action_statuses[];
extern const char *const action_classes[]; /* NULL at the end, as are all of these */
bool action_status_is_open(const char *status);

/* How far it has come, in order, NULL last: "drafted" to "implemented" (design.md 5.3; field.md 6, "closing rules"). */
extern const char *const action_steps[];
/* Those of ACTION by its class and kind, in order, NULL last: a letter is drafted, sent, acknowledged, answered, told to
 * members and reported to the committee; a recommendation answered and implemented. */
const char *const *action_steps_of(const struct action *action);

/* What the executive answers to a recommendation, NULL last: "accepted", "accepted in part", "accepted in principle" (which is
 * its own word: field.md 8, rule 7), "refused". */
/* The committee that follows ACTION now: the one it was carried to, else the one whose meeting it comes of; NULL where neither is
 * known. */
#define ACTION_CARRIED_FROM " (carried from " /* between the two committees in the words */
const char *action_follower(const struct action *action);
/* The same in words: "Coast Board (carried from Rivers Panel)". Child of PARENT; NULL as above. */
char *action_follower_words(const void *parent, const struct action *action);
extern const char *const action_responses[];
extern const char *const action_rags[]; /* NULL last */

/* ---- what became of it --------------------------------------------------------------------- */

/* One thing that happened to a follow-up, on a day, in the member's or a paper's words. */
enum entry_kind { ENTRY_UPDATE, ENTRY_CHASE, ENTRY_ANSWER, ENTRY_EVIDENCE, ENTRY_KINDS };
const char *entry_kind_name(enum entry_kind kind); /* in JSON and on screen: update, chase, answer, evidence */
bool entry_kind_parse(const char *name, enum entry_kind *kind);

struct action_entry {
    char *id;        /* UUID */
    char *action_id; /* UUID of its row */
    enum entry_kind kind;
    struct date date;
    char *text;
    char *source;    /* who says so: "Cabinet Member for Highways", "tracker of 3 May 2026"; NULL: the member */
    char *meeting_id, *item; /* where in the papers: "m562" by its minute, "a5" by its agenda number, "@3" the third; NULL */
    char *url;
    char *file_name, *file_sha256; /* a file kept with it; its bytes: store_kept_file() */
    char *file_text;               /* what can be read in it, to be found by */
    bool told;       /* an answer that all members have been told of (field.md 8, rule 9) */
    bool exempt;
    bool deleted, damaged;
    int64_t version, seq;
};

/* "chase, 14 November 2022: telephoned her office", on one line, cut to be read; safe to show. */
char *entry_words(const void *parent, const struct action_entry *entry);

/* ---- references ---------------------------------------------------------------------------- */

/* As minutes are cited: "214", with its limb in brackets "214(b)". Child of PARENT; NULL without a minute number. */
char *action_minute(const void *parent, const struct action *action);
/* Does TYPED cite it so, with its limb, wherever blanks stand? What has no limb is named by its reference. */
bool action_is_cited(const struct action *action, const char *typed);
/* The number a reference of ACTION begins with: its minute's, "a" and the agenda's, the meeting's day, "own". */
char *reference_number(const void *parent, const struct action *action);
/* "Children and Families Overview and Scrutiny Panel": "cf". What every committee is called says nothing. */
char *committee_letters(const void *parent, const char *committee);
/* The place behind the last stroke of REFERENCE, if what stands before it is NUMBER, alone or behind a blank;
 * 0 if it is not. *SCOPE is the length of what stands before the stroke. */
int reference_place(const char *reference, const char *number, size_t *scope);

/* A meeting that a text of this one names by its day: "the report of 23 February 2022". */
struct cited_meeting {
    struct date date;
    int item_position; /* of the first item that names it */
    int times;
    char *quote; /* the sentence that names it first */
};

/* What the texts of a meeting say beyond themselves. */
struct swept {
    struct action **candidates; /* state ACTION_TO_CHECK, in reading order; `reference` NULL */
    size_t n_candidates;
    struct cited_meeting *cited; /* by day */
    size_t n_cited;
};

/* A meeting the member entered by hand, because no paper of it is held yet. */
struct entered_meeting {
    char *id; /* UUID */
    char *committee;
    struct date date;
    int minutes_after_midnight; /* -1 where not said */
    char *venue;
};

/* One change of one of the user's rows, oldest first in a history. */
struct event {
    char *id, *row_table, *row_id;
    char *stamp; /* UTC, ISO 8601, decorates; `seq` orders */
    char *what;  /* "added", "set", "undone", ... */
    char *field, *from, *to; /* NULL where not of one field */
    int64_t seq;
};

#endif
