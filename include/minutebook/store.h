/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* store: one SQLite file, and the only room that knows SQLite. Three kinds of rows live there and
 * never mix: sources with their drafts (written by imports), published rows (a pure function of the
 * drafts and the member's rulings, written by imports), and the user's own rows (never written by an
 * import: its connection's authorizer refuses). Settings, lock and files: reliability.md 2.
 *
 * A struct store belongs to one thread. Reads return talloc trees owned by the parent given; no
 * statement stays open when a call returns. */
#ifndef MINUTEBOOK_STORE_H
#define MINUTEBOOK_STORE_H

#include <minutebook/model.h>

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

enum import_outcome { IMPORT_NEW, IMPORT_UPDATED, IMPORT_UNCHANGED, IMPORT_NEEDS_DETAILS, IMPORT_REFUSED };
const char *import_outcome_name(enum import_outcome outcome);

/* What the member stated on the command line; saved as corrections before the import, on the ordinary
 * connection (design.md 4). NULL or unset: not stated. */
struct import_options {
    const char *council, *committee;
    struct date date;
    bool again;   /* draft a known file anew */
    bool no_keep; /* do not keep the bytes */
};

struct import_result {
    enum import_outcome outcome;
    char *meeting_id;         /* NULL for a list, which is of no meeting */
    char *joined_because;
    struct strings needs;   /* "committee", "date" */
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
/* Is a meeting published that was not swept with the sweep in use? False without one. */
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
enum status store_sources(const void *parent, struct store *store, const char *which, struct source_rows *out, struct err *err) MB_MUST_CHECK;

/* Remove a source, its draft, bytes and everything published only because of it; the user's rows and
 * quotes stay. *backups names the backup files that still hold it. */
enum status store_forget(const void *parent, struct store *store, const char *sha256, struct strings *backups, struct err *err) MB_MUST_CHECK;

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
enum status store_healed(const void *parent, struct store *store, const char *meeting_id, struct healed_minutes *out, struct err *err) MB_MUST_CHECK;

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
                     report_text; of the meeting: date (YYYY-MM-DD) time venue status; NULL where the item came or went */
    char *old_text, *new_text;
    bool fuller;  /* the new text says all that the old one did */
    bool old_cut; /* the old one is a minute that the council's page cuts off */
    struct block *old_blocks, *new_blocks; /* of a report */
    size_t n_old_blocks, n_new_blocks;
    struct changed_paper old_paper, new_paper;
};
struct meeting_changes {
    struct meeting_change *at; /* of the meeting, then by item; of one field in the order of the papers */
    size_t n;
};
/* None for an unknown meeting, or one with one paper. Only words count, not how they are set. */
enum status store_changes(const void *parent, struct store *store, const char *meeting_id, struct meeting_changes *out, struct err *err) MB_MUST_CHECK;

/* MEETING as people write it (design.md 5.2): an id or a unique beginning, a date, "next" or "last"
 * as seen from AS_AT. STATUS_USAGE and the list in *err where none or several fit. */
enum status store_find_meeting(const void *parent, struct store *store, const char *words, struct date as_at, char **id, struct err *err) MB_MUST_CHECK;

/* The rest of an address after the first '/': m555, a5, @3, or a bare number. 0 in *position and
 * STATUS_USAGE where none or several fit. Pure. */
enum status meeting_find_item(const struct meeting *meeting, const char *words, int *position, struct err *err) MB_MUST_CHECK;

/* For a meeting without a committee: the one that seems to fit, and why; never stored. NULL if none. */
struct committee_offer {
    char *committee;
    struct strings reasons; /* "its name is in minute 271" */
};
enum status store_offer_committee(const void *parent, struct store *store, const char *meeting_id, struct committee_offer **out, struct err *err) MB_MUST_CHECK;

/* A committee, by council and name: those that papers name, and those that are only listed. */
struct committee_row {
    char *id;             /* "housing-scrutiny-panel", with the council's before it where two councils have it */
    char *name, *council; /* as published; council NULL where no paper names it */
    struct strings names; /* other names that its papers bear */
    bool merged;          /* some of these by the member's ruling */
    char *site, *service_id, *category; /* of the council's system; NULL not known */
    int meetings;         /* of which papers are held */
    struct date first, last; /* of these */
    bool listed, expired, deleted; /* a list of the council, or its page, names it, as such */
    struct person *members; /* of its page, where that is held */
    size_t n_members;
};
struct committees {
    struct committee_row *at; /* by council, then name */
    size_t n;
};
enum status store_committees(const void *parent, struct store *store, struct committees *out, struct err *err) MB_MUST_CHECK;

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
enum status store_programmes(const void *parent, struct store *store, const char *committee, struct programmes *out, struct err *err) MB_MUST_CHECK;
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
    WANTED_PAPER,   /* listed with an item, not held; `to_follow`, `published` say more */
    WANTED_MINUTES, /* the meeting took place (its day has passed) and none of its minutes is held; `published`: of the
                       meeting only a list of the council is, and says that they are published */
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
    bool not_needed;  /* the member said so */
};
struct wanted_papers {
    struct wanted *at; /* by kind, then newest first, then item */
    size_t n;
};
/* As seen from AS_AT: minutes are missing, and meetings that are named wanted, once their day has passed. */
enum status store_wanted(const void *parent, struct store *store, struct date as_at, struct wanted_papers *out, struct err *err) MB_MUST_CHECK;
/* The address of the site that the member entered for COUNCIL (NULL: for papers that name no council), where their papers
 * do not tell it: to be read where `site` of a meeting is NULL, as the addresses above do. *OUT NULL if none. */
enum status store_site(const void *parent, struct store *store, const char *council, char **out, struct err *err) MB_MUST_CHECK;
/* How many of each kind it would give that are needed, counted without reading them. */
enum status store_count_wanted(struct store *store, struct date as_at, int counts[WANTED_KINDS], struct err *err) MB_MUST_CHECK;

/* ---- search ------------------------------------------------------------------------------- */

/* What the search room asks for; MATCH is an FTS5 expression that it quoted itself. */
struct search_request {
    const char *match;
    int limit, offset;
    bool words_only; /* MATCH holds single words and their beginnings, no phrase: the faster index serves */
};
enum passage_kind { PASSAGE_AGENDA, PASSAGE_MINUTES, PASSAGE_DECISION, PASSAGE_REPORT, PASSAGE_PROGRAMME, PASSAGE_ACTION, PASSAGE_KINDS };
const char *passage_kind_words(enum passage_kind kind); /* "minute", "report", ... */
struct search_row {
    int64_t id;            /* rises with the date: newest first is descending id */
    enum passage_kind kind;
    char *meeting_id, *committee, *title; /* title of the item, topic or follow-up */
    struct date date;
    int position;          /* item of the meeting, entry of the programme (1 up); 0 none */
    char *agenda_number, *minute_number;
    char *action_id;       /* PASSAGE_ACTION */
    char *body;            /* the text that was searched */
    int64_t offset;        /* byte of BODY's start in the item's text of this kind */
    bool exempt, truncated;
};
struct search_rows {
    struct search_row *at; /* newest first */
    size_t n;
    int total;      /* exact up to 1,000, then 1,000 with `more` set */
    bool more;
};
/* STATUS_USAGE with a sentence if FTS5 refuses the expression. */
enum status store_search(const void *parent, struct store *store, const struct search_request *request, struct search_rows *out, struct err *err) MB_MUST_CHECK;

/* Words as the index sees them: SQLite's own tokenizer (unicode61 remove_diacritics 2), with the hidden
 * characters of reliability.md 3 left out. It serves one thread at a time. */
struct tokenizer;
struct token {
    size_t start, len; /* bytes of the text */
    char *word;        /* folded: lower case, without accents */
};
struct tokens {
    struct token *at;
    size_t n;
};
enum status tokenizer_new(const void *parent, struct tokenizer **out, struct err *err) MB_MUST_CHECK;
struct tokens *tokenizer_run(const void *parent, struct tokenizer *tokenizer, const char *text, size_t n);
/* TEXT without those hidden characters: what may stand in an expression for store_search(). */
char *tokenizer_clean(const void *parent, const char *text);

/* ---- the user's own rows -------------------------------------------------------------------- */

/* One change of the user's rows, as data: it can be handed to another thread, is applied in one
 * transaction with its event, and can be undone. Strings are borrowed for the call. */
enum edit_kind {
    EDIT_ACTION_ADD,   /* `action`: all fields but id, version and seq; kept or refused. Its reference is taken if
                          it is free, else the next. STATUS_CONFLICT where a row of its candidate_id exists */
    EDIT_ACTION_STATE, /* `target` row, `value` confirmed or dismissed, `reason` of a refusal (NULL: none) */
    EDIT_ACTION_SET,   /* `target` as store_action(), `value` NULL or "" empties `field`: owner recipient subject
                          due_text chase_date (YYYY-MM-DD) status note class kind own_words. With due_text the
                          `due` and `due_basis` of `action` are kept, if given (see action_prepare_set()) */
    EDIT_MEETING_PART, /* `target` meeting: its sources are to stand apart */
    EDIT_MEETING_JOIN, /* `target` and `value`: two meetings are one */
    EDIT_MEETING_DETAIL, /* `target` meeting, `field` committee date council, `value`; NULL takes it back */
    EDIT_MEETING_ENTER,    /* `entered`: committee and date. A meeting of theirs that is held or entered, at that time or
                              one not said: STATUS_CONFLICT. The result's `id` is the meeting's */
    EDIT_MEETING_WITHDRAW, /* `target`: id of a meeting that was entered by hand */
    EDIT_WANTED,       /* `target` the key of a wanted paper, `value` "not needed", NULL takes it back */
    EDIT_MEETING_APART,   /* `target` and `value`: two meetings that are offered as one are two; the offer does not return */
    EDIT_COMMITTEE_MERGE, /* `target` is another name of the committee `value`: ids of store_committees(), or names where only
                             one council has them. STATUS_USAGE for committees of two councils. All that is published of its
                             papers follows, former ids go on answering */
    EDIT_COMMITTEE_SPLIT, /* `value`, one of the other `names` of the committee `target`, is a committee of its own; NULL where
                             it has just one. Also for names that papers themselves say are one */
    EDIT_COUNCIL_SITE, /* `target` council as its papers name it, NULL or "" for papers that name none; `value` its site or any
                          address of its system; NULL or "" takes it back. See store_site() */
    EDIT_SETTING,      /* `field`, `value`; not undoable */
    EDIT_HISTORY,      /* `field` name of a prompt's history, `value` the line; not undoable, no event. The same line again
                          becomes the newest; the newest 1,000 of a name are kept */
    EDIT_SEVERAL,      /* `edits`: of the user's rows, all or none, one change, undone together; `value` its sentence, else
                          "3 follow-ups on the tracker", "2 are not follow-ups", "4 changes" */
    EDIT_UNDO, EDIT_REDO,
};
struct edit {
    enum edit_kind kind;
    const char *target, *field, *value, *reason;
    const struct action *action;
    const struct entered_meeting *entered;
    const struct edit *edits;
    size_t n_edits;
    int64_t version; /* of the row that was read; 0: not checked */
};
struct edit_result {
    char *id;        /* of the row */
    char *reference; /* of an action */
    char *sentence;  /* "555/7 added", "undone: 555/7 added": for the status line */
};
/* STATUS_CONFLICT where the row has changed since (nothing is written; *err says what it says now);
 * STATUS_USAGE where the target or field does not exist, or there is nothing to undo; STATUS_INPUT for
 * text that is not UTF-8; STATUS_STORE where the row is damaged; STATUS_BUSY after 5 s. Undo takes the
 * newest change made through this store that stands, redo what was undone since the newest change. */
enum status store_edit(const void *parent, struct store *store, const struct edit *edit, struct edit_result **out, struct err *err) MB_MUST_CHECK;

struct actions {
    struct action **at; /* by meeting date, newest first, then reference */
    size_t n;
};
/* What the sweep found, whatever the member made of it since: newest meeting first, then reading order.
 * MEETING_ID (or a former id; none of an unknown one) NULL for all meetings. See follow_ups_read(), which leaves out what rows answer. */
enum status store_candidates(const void *parent, struct store *store, const char *meeting_id, struct actions *out, struct err *err) MB_MUST_CHECK;
/* How much was found in each meeting in which something was, newest first, undated last: what lists need of it
 * without reading a sentence. */
struct found_count {
    char *meeting_id, *committee;
    struct date date;
    int tracked, untracked; /* can be tracked, or is only noted */
};
struct found_counts {
    struct found_count *at;
    size_t n;
};
enum status store_count_candidates(const void *parent, struct store *store, struct found_counts *out, struct err *err) MB_MUST_CHECK;
/* What was found and a row of the user's bears by its candidate_id, in the order of store_candidates(). */
struct answered_find {
    char *row_id, *meeting_id;
    size_t n; /* which of those of its meeting, 0 the first */
    int item_position;
    bool untracked;
};
struct answered_finds {
    struct answered_find *at;
    size_t n;
};
enum status store_answered(const void *parent, struct store *store, struct answered_finds *out, struct err *err) MB_MUST_CHECK;
/* The meeting in which that was found; NULL where it is not known. */
enum status store_candidate_meeting(const void *parent, struct store *store, const char *candidate_id, char **out, struct err *err) MB_MUST_CHECK;
/* Where the items of a meeting stand and what they are called; none of an unknown meeting. */
struct item_place {
    int position;
    char *agenda_number, *minute_number, *title;
};
struct item_places {
    struct item_place *at;
    size_t n;
};
enum status store_item_places(const void *parent, struct store *store, const char *meeting_id, struct item_places *out, struct err *err) MB_MUST_CHECK;
/* The user's rows, kept and refused. */
enum status store_actions(const void *parent, struct store *store, struct actions *out, struct err *err) MB_MUST_CHECK;
/* By UUID, a unique beginning of one of 8 characters or more, candidate_id, or a reference ("555/7", "a7/1", "cf 5/1").
 * One that was undone answers only where no other does, with `deleted` set. STATUS_USAGE, and the list,
 * where none or several fit. A row is handed out with the id that its meeting has now. */
enum status store_action(const void *parent, struct store *store, const char *which, struct action **out, struct err *err) MB_MUST_CHECK;

struct events {
    struct event *at;
    size_t n;
};
enum status store_history(const void *parent, struct store *store, const char *row_id, struct events *out, struct err *err) MB_MUST_CHECK;

/* Lines typed at the prompts called NAME, oldest first, at most MOST (the newest). */
enum status store_prompt_history(const void *parent, struct store *store, const char *name, size_t most, struct strings *out, struct err *err) MB_MUST_CHECK;

char *store_setting(const void *parent, struct store *store, const char *name); /* NULL if not set */

/* ---- care --------------------------------------------------------------------------------- */

/* quick_check, FTS5 integrity-check, published hashes, row hashes of the user's rows and their history,
 * rows under an edition still `loading`: one sentence a finding. STATUS_STORE if there is any finding. A
 * store open for reading only is checked without FTS5's own check. */
enum status store_check(const void *parent, struct store *store, struct strings *findings, struct err *err) MB_MUST_CHECK;

/* A verified full copy at PATH (NULL: in the state folder, named by day and time; two are kept there);
 * never overwrites. STATUS_STORE, and no file, where the copy would not be sound. */
enum status store_backup(const void *parent, struct store *store, const char *path, char **written, struct err *err) MB_MUST_CHECK;

#endif
