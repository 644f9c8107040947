/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* store, what is published: meetings, committees and programmes as the drafts and the member's rulings make
 * them, what was found in their texts, and what the papers held speak of that is not held. Written by imports
 * (store.h), read by everybody. What is said at the head of store.h about threads and ownership holds here. */
#ifndef MINUTEBOOK_STORE_PUBLISHED_H
#define MINUTEBOOK_STORE_PUBLISHED_H

#include <minutebook/model_action.h>

struct store;

/* ---- reading what is published ------------------------------------------------------------ */

/* One line of a list of meetings. */
struct meeting_row {
    char *id, *council, *committee;
    struct date date;
    enum date_basis date_basis;
    char *date_reason;
    int minutes_after_midnight;
    char *venue, *joined_because;
    int items, minutes, minutes_cut, reports_held, reports_to_follow, reports_not_held, exempt_items, sources;
    bool has_agenda, has_minutes, has_programme;
    bool entered; /* by hand: no paper of it is held; `id` works as any meeting's */
    bool listed;  /* the same by a list of the council; one that is both entered and listed is one row */
    bool listed_minutes; /* the list says that its minutes are published */
    char *status; /* as in struct meeting: "cancelled", "postponed"...; NULL */
    bool ahead;   /* still to come: left false here, for whoever knows the day (meetings_mark_ahead()) */
    int read;     /* items that the member marked as read: left 0 here, for whoever shows them (meetings_mark_read()) */
    char *apart;  /* what tells it from others of its committee and day: left NULL here, for whoever shows them (meetings_tell_apart()) */
};
struct meeting_rows {
    struct meeting_row *at; /* newest first, undated last */
    size_t n;
};
enum status store_meetings(const void *parent, struct store *store, struct meeting_rows *out, struct err *err) MB_MUST_CHECK;

/* A meeting whole; one that was entered by hand or is only listed has no items and no sources. STATUS_USAGE if ID (an id or a
 * former one) is not known. */
enum status store_meeting(const void *parent, struct store *store, const char *id, struct meeting **out, struct err *err) MB_MUST_CHECK;

/* Minutes of a meeting that are whole though another of its papers cuts them off, by position; the day (UTC) on which the
 * whole text came, where the cut one had come on an earlier day, else no day. None for an unknown meeting. */
struct healed_minute {
    int position;
    struct date since;
};
struct healed_minutes {
    struct healed_minute *at;
    size_t n;
};
enum status store_healed(const void *parent, struct store *store, const char *meeting_id, struct healed_minutes *out,
                         struct err *err) MB_MUST_CHECK;

/* What changed from one paper of a meeting to the next that says it otherwise: a pack issued again, a page saved again,
 * fuller minutes. text_changes() tells the words of two texts, changes_of() the rows and cells of two tables. */
enum meeting_change_kind {
    CHANGE_TEXT,      /* `field` reads otherwise */
    CHANGE_ITEM_CAME, /* the item is in the new paper and was not in the old one */
    CHANGE_ITEM_GONE, /* the other way round; it stays in the meeting, not in the latest edition */
};
struct changed_paper {
    char *path;
    char sha256[SHA256_HEX];
    enum form form;
    struct date day; /* on which it came (UTC) */
};
struct meeting_change {
    enum meeting_change_kind kind;
    int position; /* of the item in the meeting; 0: of the meeting itself */
    char *agenda_number, *minute_number, *item_title;
    char *field;  /* of an item: title agenda_number minute_number timing pages_note agenda_text minutes_text decision_text
                     report_text; of the meeting: date (YYYY-MM-DD) time venue status ("as planned" where it is not
                     called off); NULL where the item came or went */
    char *old_text, *new_text;
    bool fuller;  /* the new text says all that the old one did */
    bool old_cut; /* the old one is a minute that the council's page cuts off; it may have come later, day by day */
    struct block *old_blocks, *new_blocks; /* of a report */
    size_t n_old_blocks, n_new_blocks;
    struct changed_paper old_paper, new_paper;
};
struct meeting_changes {
    struct meeting_change *at; /* of the meeting, then by item; of one field in the order of the papers */
    size_t n;
};
/* None for an unknown meeting, or one with one paper. Only words count, not how they are set. */
enum status store_changes(const void *parent, struct store *store, const char *meeting_id, struct meeting_changes *out,
                          struct err *err) MB_MUST_CHECK;

/* MEETING as people write it (design.md 5.2): an id or a unique beginning, a date, "next" or "last"
 * as seen from AS_AT. STATUS_USAGE and the list in *err where none or several fit. */
enum status store_find_meeting(const void *parent, struct store *store, const char *words, struct date as_at, char **id,
                               struct err *err) MB_MUST_CHECK;

/* The rest of an address after the first '/': m555, a5, @3, or a bare number. 0 in *position and
 * STATUS_USAGE where none or several fit. Pure. */
enum status meeting_find_item(const struct meeting *meeting, const char *words, int *position, struct err *err) MB_MUST_CHECK;

/* For a meeting without a committee: the one that seems to fit, and why; never stored. NULL if none. */
struct committee_offer {
    char *committee;
    struct strings reasons; /* "its name is in minute 271" */
};
enum status store_offer_committee(const void *parent, struct store *store, const char *meeting_id, struct committee_offer **out,
                                  struct err *err) MB_MUST_CHECK;

/* A committee, by council and name: those that papers name, and those that are only listed. */
struct committee_row {
    char *id;             /* "housing-scrutiny-panel", with the council's before it where two councils have it */
    char *name, *council; /* as published; council NULL where no paper names it */
    struct strings names; /* other names that its papers bear */
    bool merged;          /* some of these by the member's ruling */
    char *site, *service_id, *category; /* of the council's system; NULL not known */
    int meetings;         /* of which papers are held */
    struct date first, last; /* of these */
    int known;               /* of which none is held: left 0 here, for whoever shows them (committees_count_known()) */
    bool listed, expired, deleted; /* a list of the council, or its page, names it, as such */
    struct person *members; /* of its page, where that is held */
    size_t n_members;
};
struct committees {
    struct committee_row *at; /* by council, then name */
    size_t n;
};
enum status store_committees(const void *parent, struct store *store, struct committees *out, struct err *err) MB_MUST_CHECK;
/* The same, read again only where the store has changed: for whoever asks at each key. STORE's, until it is asked again. */
enum status store_committees_known(struct store *store, const struct committees **out, struct err *err) MB_MUST_CHECK;

/* Two meetings that may be one (design.md 4, Joining) but are not joined without the member. */
struct offer_side {
    char *council, *committee, *venue; /* NULL not known */
    struct date date;
    int minutes_after_midnight; /* -1 not known */
    int items, sources;
};
struct title_pair {
    char *one, *other; /* NULL: the other side has no item of that title */
};
struct join_offer {
    char *meeting_id, *other_id, *reason;
    struct offer_side one, other;
    struct strings speaks_for, speaks_against; /* sentences without their stop: "the day is the same" */
    struct title_pair *titles; /* in the order of the first, then what only the other has */
    size_t n_titles;
};
struct join_offers {
    struct join_offer *at;
    size_t n;
};
enum status store_join_offers(const void *parent, struct store *store, struct join_offers *out, struct err *err) MB_MUST_CHECK;

/* Work programmes, newest first; COMMITTEE NULL for all. Each is whole. */
struct programmes {
    struct programme **at;
    size_t n;
};
enum status store_programmes(const void *parent, struct store *store, const char *committee, struct programmes *out,
                             struct err *err) MB_MUST_CHECK;
/* What they print as coming next on AS_AT or later: the nearest day of a meeting; where they print none and WORDS is set, the
 * words of the first date planned, of the newest that has one. All NULL and unset where there is nothing. */
struct printed_next {
    char *committee;
    struct date published_for, day;
    char *words; /* NULL with a day */
};
enum status store_printed_next(const void *parent, struct store *store, struct date as_at, bool words, struct printed_next *out,
                               struct err *err) MB_MUST_CHECK;

/* A paper that the papers held speak of and that is not held, or not whole. */
enum wanted_kind {
    WANTED_MINUTE,  /* a minute that the council's page cuts off */
    WANTED_PAPER,   /* listed with an item, or (position 0) for the whole meeting, not held; `to_follow`, `published` say
                       more. What the council restricts is not wanted: no member can get it */
    WANTED_MINUTES, /* the meeting took place (its day has passed) and none of its minutes is held; `published`: a
                       list of the council says that they are published */
    WANTED_MEETING, /* named by its day in a text; nothing of that committee on that day is held */
    WANTED_KINDS
};
struct wanted {
    enum wanted_kind kind;
    char *key;        /* names it for EDIT_WANTED; the same as long as it is wanted for the same reason */
    char *meeting_id; /* the meeting it belongs to; WANTED_MEETING: the newest that names it */
    char *committee;
    struct date date; /* of the meeting it belongs to; WANTED_MEETING: the day named */
    int position;     /* the item; 0 none */
    char *agenda_number, *minute_number, *item_title;
    char *title, *format, *size, *url; /* WANTED_PAPER, as listed */
    bool to_follow, published;         /* said to follow; since then listed by a page */
    int times;        /* WANTED_MEETING: how often it is named, in all texts held */
    char *quote;      /* WANTED_MEETING: a sentence that names it */
    char *address;    /* the exact one to open; NULL where the council's site or the number is not known */
    char *nearest;    /* where `address` is NULL: the page of the committee, else the council's site, as far as known */
    bool not_needed;  /* the member said so */
};
struct wanted_papers {
    struct wanted *at; /* by kind, then newest first, then item */
    size_t n;
};
/* As seen from AS_AT: minutes are missing, and meetings that are named wanted, once their day has passed. */
enum status store_wanted(const void *parent, struct store *store, struct date as_at, struct wanted_papers *out,
                         struct err *err) MB_MUST_CHECK;
/* The address of the site that the member entered for COUNCIL (NULL: for papers that name no council), where their papers
 * do not tell it: to be read where `site` of a meeting is NULL, as the addresses above do. *OUT NULL if none. */
enum status store_site(const void *parent, struct store *store, const char *council, char **out, struct err *err) MB_MUST_CHECK;
/* What was entered for COMMITTEE alone, whose papers name no council; *OUT NULL if nothing. */
enum status store_committee_site(const void *parent, struct store *store, const char *committee, char **out, struct err *err) MB_MUST_CHECK;
/* The same for MEETING, whose `site` is NULL: what was entered for its council or, where its papers name none, for its committee.
 * NULL too where other papers of its committee tell another site than the one that was entered. */
enum status store_meeting_site(const void *parent, struct store *store, const struct meeting *meeting, char **out,
                               struct err *err) MB_MUST_CHECK;
/* How many of each kind it would give that are needed, counted without reading them. */
enum status store_count_wanted(struct store *store, struct date as_at, int counts[WANTED_KINDS], struct err *err) MB_MUST_CHECK;

/* ---- follow-ups found ---------------------------------------------------------------------- */

struct actions {
    struct action **at; /* by meeting date, newest first, then reference */
    size_t n;
    struct date begins; /* of a store that looks back on a day by which none was kept: the day when one was; else unset */
};
/* What the sweep found, whatever the member made of it since: newest meeting first, then reading order.
 * MEETING_ID (or a former id; none of an unknown one) NULL for all meetings. See follow_ups_read(), which leaves out what rows answer. */
enum status store_candidates(const void *parent, struct store *store, const char *meeting_id, struct actions *out,
                             struct err *err) MB_MUST_CHECK;
/* How much was found in each meeting in which something was, newest first, undated last: what lists need of it
 * without reading a sentence. */
struct found_count {
    char *meeting_id, *committee, *fingerprint; /* of all that is published of the meeting */
    struct date date;
    int tracked, untracked; /* can be tracked, or is only noted */
};
struct found_counts {
    struct found_count *at;
    size_t n;
};
enum status store_count_candidates(const void *parent, struct store *store, struct found_counts *out, struct err *err) MB_MUST_CHECK;
/* The meeting in which that was found; NULL where it is not known. */
enum status store_candidate_meeting(const void *parent, struct store *store, const char *candidate_id, char **out,
                                    struct err *err) MB_MUST_CHECK;
/* Where the items of a meeting stand and what they are called; none of an unknown meeting. */
struct item_place {
    int position;
    char *agenda_number, *minute_number, *title;
};
struct item_places {
    struct item_place *at;
    size_t n;
};
enum status store_item_places(const void *parent, struct store *store, const char *meeting_id, struct item_places *out,
                              struct err *err) MB_MUST_CHECK;

#endif
