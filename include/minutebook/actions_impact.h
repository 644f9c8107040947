/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* actions, impact: what a committee asked for in a municipal year and what came of it (screens.md 1.7). Every number is a list:
 * its length is what is shown, its ids open its rows. Only what is on the tracker is counted; what is to check stands apart, and
 * how many minutes are cut off stands with every year, for counts may be low then. */
#ifndef MINUTEBOOK_ACTIONS_IMPACT_H
#define MINUTEBOOK_ACTIONS_IMPACT_H

#include <minutebook/actions.h>

/* Who is to answer ACTION, as the row names them: whom a letter, a referral or a recommendation goes to, and whom the Chairman or
 * the committee itself writes to; else by whom it is to be done. NULL where the row does not say. Borrowed from ACTION. */
const char *action_asked_of(const struct action *action);
/* What it is called in counts: "recommendations", "requests for information", "changes of the work programme", "resolutions",
 * "letters", "undertakings", "reports back", "referrals", "other actions". */
const char *action_sort_words(const struct action *action);

/* Ids of follow-ups (struct action), as follow_up_find() takes them, oldest meeting first. */
typedef struct strings impact_rows;

/* Of one sort, in the order of action_sort_words() above; those of which there is none are left out. A row may stand in several
 * lists, but never both in `open` and `done`. */
struct impact_sort {
    const char *words;
    impact_rows asked, answered, open, overdue, done;
};
/* Of one who was asked, by their name as the rows have it; most rows first, then by name. */
struct impact_person {
    char *who; /* NULL: not stated */
    impact_rows asked, answered;
    int median_days; /* from the meeting to the first answer, of those whose days are known; -1 none is */
    int counted;     /* how many those are */
};
/* Recommendations. The first five are apart from each other and make up `made`. */
struct impact_recommendations {
    impact_rows made;
    impact_rows accepted, in_part, in_principle, refused, unanswered;
    impact_rows implemented; /* of any answer: its step or its status says so */
};

/* A topic of a meeting: an item that is no routine. */
struct impact_topic {
    char *title;
    int position; /* of the item */
    bool planned; /* an edition of the work programme named it for this meeting, or for its month */
};
struct impact_meeting {
    char *meeting_id;
    struct date date;
    struct impact_topic *topics; /* in the order of the items */
    size_t n_topics;
    int minutes, minutes_cut;
};
/* A topic as work programmes planned it for a time within the year; of each topic and time one. */
enum impact_plan_state {
    PLAN_TAKEN,   /* a meeting held in that time has an item of it: meeting_id, position */
    PLAN_SLIPPED, /* none has, and a later edition names it for a later time or for none yet: `then` */
    PLAN_MISSED,  /* no item bears its words, though the minutes of that time are held, and no later edition names it: it may
                     have come as something else */
    PLAN_UNKNOWN, /* no minutes of that time are held */
    PLAN_AHEAD,   /* the time is still to come */
};
const char *impact_plan_words(enum impact_plan_state state); /* "taken", "slipped", "no item so called", "not known", "to come" */
struct impact_plan {
    char *issue, *planned; /* as printed: "March 2026" */
    struct date_span span;
    enum impact_plan_state state;
    char *meeting_id;
    int position;
    char *then; /* "May 2026", "no date"; NULL */
};

struct impact {
    char *committee; /* as its newest meeting is headed */
    char *year;      /* "2025/26", May to April; NULL: meetings without a day */
    int meetings_held, meetings_cancelled;
    int minutes, minutes_cut; /* of the meetings held here: minutes, and those that the council's page cuts off */
    impact_rows asked, answered, open, overdue, done, to_check;
    int median_days, counted; /* of all who were asked */
    struct impact_sort *sorts;
    size_t n_sorts;
    struct impact_person *people;
    size_t n_people;
    struct impact_recommendations recommendations;
    struct impact_meeting *meetings; /* oldest first; those of which a paper is held */
    size_t n_meetings;
    struct impact_plan *plans; /* by time, then as the edition has them */
    size_t n_plans;
};
struct impacts {
    struct impact *at; /* newest year first, then by committee */
    size_t n;
};
/* As at AS_AT: rows of the meetings up to that day. COMMITTEE by any of its names, YEAR as "2025/26" or "2025"; NULL: all.
 * STATUS_USAGE where the store has no such committee or YEAR is no year; a year of which nothing is held gives none. */
enum status impact_read(const void *parent, struct store *store, const char *committee, const char *year, struct date as_at,
                        struct impacts *out, struct err *err) MB_MUST_CHECK;

#endif
