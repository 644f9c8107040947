/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* store: one SQLite file, and the only room that knows SQLite. Three kinds of rows live there and
 * never mix: sources with their drafts (written by imports), published rows (a pure function of the
 * drafts and the member's rulings, written by imports), and the user's own rows (never written by an
 * import: its connection's authorizer refuses). Settings, lock and files: reliability.md 2.
 *
 * A struct store belongs to one thread. Reads return talloc trees owned by the parent given; no
 * statement stays open when a call returns. Four headers: this one opens, imports and looks after a store,
 * store_published.h reads what imports made of the papers, store_own.h holds what is the user's own, store_search.h asks the index
 * of both. */
#ifndef MINUTEBOOK_STORE_H
#define MINUTEBOOK_STORE_H

#include <minutebook/store_own.h>
#include <minutebook/store_search.h>

struct store;

enum store_mode {
    STORE_READ,  /* never writes; the screens' and the queries' connection */
    STORE_WRITE, /* may write the user's rows and import; creates the store, migrates it */
};

/* The path of the member's own store (XDG, MINUTEBOOK_STORE; design.md 4), or of the sample's. */
char *store_default_path(const void *parent);
char *store_sample_path(const void *parent);
bool store_exists(const char *path);

/* Open PATH. STATUS_STORE: cannot be made or opened, a link, others may write it, another program's,
 * damaged; STATUS_BUSY: a migration waits for the lock. A store of a newer schema opens for reading
 * only, whatever MODE says (store_is_read_only, store_newer); one of an older schema is brought to this program's by
 * STORE_WRITE, after a copy, and read as it is by STORE_READ. The talloc destructor closes it under the lock. */
enum status store_open(const void *parent, const char *path, enum store_mode mode, struct store **out, struct err *err) MB_MUST_CHECK;
const char *store_path(const struct store *store);
bool store_is_read_only(const struct store *store);
bool store_newer(const struct store *store);

/* Around stopping this process (^Z): between the two no thread of it holds a store's write lock, so that
 * a stopped program freezes no other. Waits for a hold to end (some 50 ms; a migration longer). */
void store_pause(void);
void store_resume(void);

/* What STORE, opened for reading, is asked is broken off (STATUS_CANCELLED) once CANCELLED says so; that is asked again and again
 * meanwhile, on the thread that asks STORE. NULL: no more. */
void store_use_cancel(struct store *store, bool (*cancelled)(void *), void *to);
/* Break off what STORE is at, if it is at anything; from any thread, as long as STORE is open. */
void store_interrupt(struct store *store);

/* A number that rises whenever any connection, of this program or another, has changed the store. */
int64_t store_generation(struct store *store);

/* Is anything in it? Counts for the Desk. */
struct store_counts {
    int sources, meetings, minutes, minutes_cut, actions_open; /* meetings: with those entered by hand */
    int papers_to_get;      /* WANTED_PAPER of store_wanted(), without what is not needed */
    int meetings_unplaced;  /* without committee or date */
};
enum status store_count(struct store *store, struct store_counts *out, struct err *err) MB_MUST_CHECK;

/* ---- imports ----------------------------------------------------------------------------- */

/* IMPORT_NEEDS_DETAILS each time a paper is seen whose meeting lacks its committee or day, or a report that lacks its meeting; else
 * IMPORT_UNCHANGED where it is held and nothing changed. */
enum import_outcome { IMPORT_NEW, IMPORT_UPDATED, IMPORT_UNCHANGED, IMPORT_NEEDS_DETAILS, IMPORT_REFUSED };
const char *import_outcome_name(enum import_outcome outcome);

/* What the member stated on the command line; saved as corrections before the import, on the ordinary
 * connection (design.md 4). NULL or unset: not stated. */
struct import_options {
    const char *council, *committee;
    struct date date;
    const char *meeting;  /* id of a meeting that is held: the paper is one of it */
    int item_position;    /* with `meeting`: it is the report of that item; 0 not stated: of a report its title must tell */
    const char *url;      /* the address it came from: an attachment that is listed under it says whose report it is, and is held.
                             What leads to no meeting, item or listed paper: STATUS_USAGE, and nothing is kept */
    enum form form; /* the member says what it is, and it was read as that; FORM_UNKNOWN: not stated */
    bool again;   /* draft a known file anew */
    bool no_keep; /* do not keep the bytes */
    const char *came; /* store_stamp() of the run that the paper comes with, NULL: now. Papers of one run came at one time */
};

/* What the member said that the paper SHA256 is: FORM_UNKNOWN where they did not, or took it back. *EVER: was it said at any time,
 * so that what is kept of it may be of another form? */
enum status store_stated_form(struct store *store, const char *sha256, enum form *out, bool *ever, struct err *err) MB_MUST_CHECK;

/* The draft that is held of the paper SHA256, where READER_VERSION made it: reading the paper again would give the same. NULL: not held, or
 * drafted by another version. */
enum status store_kept_draft(const void *parent, struct store *store, const char *sha256, int reader_version, struct draft **out,
                             struct err *err) MB_MUST_CHECK;

/* This moment as papers are stamped with it: UTC, to the thousandth of a second, so that a later run has a later one. */
char *store_stamp(const void *parent);

struct import_result {
    enum import_outcome outcome;
    char *meeting_id;         /* NULL for a list, which is of no meeting */
    char *joined_because;
    struct strings needs;   /* "committee", "date"; of a report that nobody places "meeting", "item" */
    int items, truncated;
    int listed_meetings, listed_committees; /* of a list: how many it names */
    int candidates;           /* found in the meeting that can be tracked, whatever the member made of them */
    bool candidates_complete; /* false where a minute of the meeting is cut, or it was not swept */
    struct strings warnings;
};

/* Keep DRAFT and the document's BYTES, recompute the meetings it touches and publish them, in short
 * holds of the lock, invisible until the last. Idempotent: the same file again is IMPORT_UNCHANGED.
 * Killed anywhere, running it again completes it. A list (form_is_list()) is an edition of no meeting: it makes meetings
 * known (store_meetings()), and what it says of a meeting that is held, by its service_id, fills in the committee or day
 * that no paper states and is an alternative where it differs. Its `meeting` may be NULL; `council`, `site`, `committee`
 * and `committee_service_id` of it hold for all that is listed, `people` of the page of a committee are its members. */
enum status store_import(const void *parent, struct store *store, const struct draft *draft, const void *bytes, size_t n,
                         const struct import_options *options, struct import_result **out, struct err *err) MB_MUST_CHECK;

/* Recompute what is published from drafts, corrections and rulings: called by whatever changes one of
 * them. Does nothing where nothing changed. */
enum status store_republish(struct store *store, struct err *err) MB_MUST_CHECK;
/* The same, told on the way: PROGRESS is called with TO before each of the TOTAL meetings that are swept anew, newest first, inside no
 * hold of the lock; MEETING is "Rivers Panel, 2025-03-04". Where it returns false the rest stays due, which is no error: what is done is
 * done, and store_sweep_is_due() tells. */
typedef bool store_progress(void *to, size_t done, size_t total, const char *meeting);
enum status store_republish_watched(struct store *store, store_progress *progress, void *to, struct err *err) MB_MUST_CHECK;

/* Fill `terms` and merge the index in short holds; after the last import of a run. */
enum status store_settle(struct store *store, struct err *err) MB_MUST_CHECK;

/* What a meeting's texts say beyond themselves (struct swept) is found by whoever is handed in, for its
 * rules live above this room. RUN is called for each meeting that is published, on the publishing thread,
 * inside no hold of the lock; it must be a pure function of MEETING and RULES. VERSION, at most 64 bytes,
 * names the rules: where it differs from what a meeting was swept with, the meeting is published anew. */
struct sweep {
    const char *version;
    enum status (*run)(const void *parent, const struct meeting *meeting, const void *rules, struct swept *out, struct err *err);
    const void *rules;
};
/* SWEEP must outlive STORE. A store without one publishes what changed unswept, and does not take a
 * meeting that was swept before for changed. */
void store_use_sweep(struct store *store, const struct sweep *sweep);
/* Is a meeting published that was not swept with the sweep in use (none without one), or that a migration left to be published
 * anew? store_republish() does it. */
bool store_sweep_is_due(struct store *store);

/* A source by path, file name, sha-256 or a unique beginning of it. */
struct source_row {
    char *path, *sha256, *meeting_id, *imported; /* imported: UTC stamp */
    enum form form;
    int items, notes_kept; /* what goes and what of the user's stays if it is forgotten */
};
struct source_rows {
    struct source_row *at;
    size_t n;
};
enum status store_sources(const void *parent, struct store *store, const char *which, struct source_rows *out,
                          struct err *err) MB_MUST_CHECK;

/* Remove a source, its draft, bytes and everything published only because of it; the user's rows and
 * quotes stay. *backups names the backup files that still hold it. */
enum status store_forget(const void *parent, struct store *store, const char *sha256, struct strings *backups,
                         struct err *err) MB_MUST_CHECK;

/* ---- care --------------------------------------------------------------------------------- */

/* quick_check, FTS5 integrity-check, published hashes, row hashes of the user's rows and their history,
 * rows under an edition still `loading`: one sentence a finding. STATUS_STORE if there is any finding. A
 * store open for reading only is checked without FTS5's own check. */
enum status store_check(const void *parent, struct store *store, struct strings *findings, struct err *err) MB_MUST_CHECK;

/* A verified full copy at PATH (NULL: in the state folder, named by day and time; two are kept there);
 * never overwrites. STATUS_STORE, and no file, where the copy would not be sound. */
enum status store_backup(const void *parent, struct store *store, const char *path, char **written, struct err *err) MB_MUST_CHECK;

#endif
