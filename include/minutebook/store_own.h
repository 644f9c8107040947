/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* store, the user's own rows: follow-ups that were kept or refused, rulings, settings and what was typed. Never
 * written by an import. What is said at the head of store.h about threads and ownership holds here. */
#ifndef MINUTEBOOK_STORE_OWN_H
#define MINUTEBOOK_STORE_OWN_H

#include <minutebook/store_notes.h>
#include <minutebook/store_published.h>

/* One change of the user's rows, as data: it can be handed to another thread, is applied in one
 * transaction with its event, and can be undone. Strings are borrowed for the call. */
enum edit_kind {
    EDIT_ACTION_ADD,   /* `action`: all fields but id, version and seq; kept or refused; with its `closed_by` where its status is a
                          closed one. `target` is its id where it has one from elsewhere or of store_new_id(), else NULL. With a
                          `target` its reference is kept as it was given there, whatever its place, if it is free; without one
                          it is taken if it is of its place and free; else the next of its place. An undone row of
                          that id, or without a `target` of its candidate_id, comes back. STATUS_CONFLICT where a row that
                          stands has that id or candidate_id */
    EDIT_ACTION_STATE, /* `target` row, `value` confirmed or dismissed, `reason` of a refusal (NULL: none) */
    EDIT_ACTION_SET,   /* `target` as store_action(), `value` NULL or "" empties `field`: owner recipient subject
                          due_text chase_date (YYYY-MM-DD) status note class kind own_words limb under step status_word rag
                          raised_by portfolio executive_date response response_date outcome superseded_by carried_to tags.
                          With due_text the `due` and `due_basis` of `action` are kept, if given (see action_prepare_set()).
                          A `status` that closes takes a `reason`, the minute or paper that it is closed by or why, and
                          keeps `day`; without one: STATUS_USAGE. One that is open empties both.
                          `field` quote: the whole sentence that store_fuller_quotes() offers; another: STATUS_CONFLICT */
    EDIT_ACTION_JOIN,  /* `target`, a kept row without a sentence (noted in the room), takes sentence, place and numbers of
                          `action`, one to check of the same meeting (of any, where the row has none); its own words and
                          reference stay. STATUS_CONFLICT where it has a sentence, is of another meeting, or a row answers that
                          find already */
    EDIT_ENTRY_ADD,    /* `target` as store_action(), `entry`: what happened to it; id, action_id and version are given by the
                          store, the id unless `value` is one from elsewhere (STATUS_CONFLICT where an entry has it that
                          was not undone). With `file` its bytes are kept under their sum. The result's `id` is the entry's.
                          STATUS_USAGE for a row that is not on the tracker and for an entry that says nothing, unless it is a chase */
    EDIT_ENTRY_WITHDRAW, /* `target` id of an entry; undoable, as all of these */
    EDIT_MEETING_PART, /* `target` meeting: its sources are to stand apart */
    EDIT_MEETING_JOIN, /* `target` and `value`: two meetings are one */
    EDIT_MEETING_DETAIL, /* `target` meeting, `field` committee date council time, `value`; NULL takes it back */
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
                          address of its system; NULL or "" takes it back. `field` the meeting it is entered from: where that
                          names no council, the site is of its committee only. See store_meeting_site() */
    EDIT_NOTE_ADD,      /* `note`: all but id, version and seq; what it is on by numbers and title. STATUS_USAGE without words */
    EDIT_NOTE_SET,      /* `target` as store_note(), `value` NULL or "" empties `field`: text kind for_whom asked_by asked_on answer
                           answered_on tags; days YYYY-MM-DD. Text and kind cannot be empty */
    EDIT_NOTE_WITHDRAW, /* `target` as above; undoable, as all of these */
    EDIT_SEARCH_SAVE,   /* `field` its name, `value` the words, `reason` the order ("newest" where NULL). A search of that name is
                           written over */
    EDIT_SEARCH_DROP,   /* `target` as store_saved_search() */
    EDIT_LOOKED,        /* what was looked at: `field` "item" with meeting `target` and its item's key `value`, and `reason` the sum of its
                           texts, NULL takes it back; "search" with the id `target`; "news". Not undoable, no event */
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
    const struct action_entry *entry;
    const struct note *note;
    const void *file; /* FILE_N bytes; NULL: none */
    size_t file_n;    /* at most STORE_FILE_MAX */
    struct date day;  /* on which it is done */
    const struct entered_meeting *entered;
    const struct edit *edits;
    size_t n_edits;
    int64_t version; /* of the row that was read; 0: not checked */
};
#define STORE_FILE_MAX ((size_t)64 << 20)
struct edit_result {
    char *id;        /* of the row */
    char *reference; /* of an action */
    char *sentence;  /* "555/7 added", "undone: 555/7 added": for the status line */
};
/* STATUS_CONFLICT where the row has changed since (nothing is written; *err says what it says now);
 * STATUS_USAGE where the target or field does not exist, or there is nothing to undo; STATUS_INPUT for
 * text that is not UTF-8; STATUS_STORE where the row is damaged; STATUS_BUSY after 5 s. Undo takes the
 * newest change made through this store that stands, redo what was undone since the newest change. */
enum status store_edit(const void *parent, struct store *store, const struct edit *edit, struct edit_result **out,
                       struct err *err) MB_MUST_CHECK;

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
/* The day on which the program believes to be: changes bear it. Unset, or this computer's: they bear the time of the clock. */
void store_set_day(struct store *store, struct date today);
/* From now on follow-ups, their entries, their history and what is to check are read as they stood at the end of DAY, by what is kept
 * with every change; unset: as they are. A store that looks back takes no edits (STATUS_USAGE). Papers, and search, are as they are now. */
void store_look_back(struct store *store, struct date day);
bool store_looks_back(const struct store *store);
/* The references of follow-ups that were left out since store_look_back(), or that lack an entry, for their history of that day cannot
 * be read; each once, borrowed until the next store_look_back(). */
const struct strings *store_unread(const struct store *store);

/* The user's rows, kept and refused. */
enum status store_actions(const void *parent, struct store *store, struct actions *out, struct err *err) MB_MUST_CHECK;
/* By UUID, a unique beginning of one of 8 characters or more, candidate_id, or a reference ("555/7", "a7/1", "cf 5/1").
 * One that was undone answers only where no other does, with `deleted` set. STATUS_USAGE, and the list,
 * where none or several fit. A row is handed out with the id that its meeting has now. */
enum status store_action(const void *parent, struct store *store, const char *which, struct action **out, struct err *err) MB_MUST_CHECK;

/* What happened to the row ROW_ID (NULL: to any row), by day and then as it was entered; those that stand. */
struct action_entries {
    struct action_entry **at;
    size_t n;
};
enum status store_entries(const void *parent, struct store *store, const char *row_id, struct action_entries *out,
                          struct err *err) MB_MUST_CHECK;
/* The bytes of a file kept with an entry, PARENT's. STATUS_USAGE where none has this sum, STATUS_STORE where it is damaged. */
enum status store_kept_file(const void *parent, struct store *store, const char *sha256, unsigned char **bytes, size_t *n,
                            struct err *err) MB_MUST_CHECK;

/* A sentence that was cut off when it was kept or refused, and that a paper of its meeting now tells whole: it begins with
 * the same words. Offered until the member takes it (EDIT_ACTION_SET). */
struct fuller_quote {
    char *row_id, *quote, *quote_place;
};
struct fuller_quotes {
    struct fuller_quote *at;
    size_t n;
};
enum status store_fuller_quotes(const void *parent, struct store *store, struct fuller_quotes *out, struct err *err) MB_MUST_CHECK;

struct events {
    struct event *at;
    size_t n;
};
/* All that was changed of a row, and of what happened to it (its entries). */
enum status store_history(const void *parent, struct store *store, const char *row_id, struct events *out, struct err *err) MB_MUST_CHECK;

/* Lines typed at the prompts called NAME, oldest first, at most MOST (the newest). */
enum status store_prompt_history(const void *parent, struct store *store, const char *name, size_t most, struct strings *out,
                                 struct err *err) MB_MUST_CHECK;

/* An id of its own for a row or entry that is to be added (RFC 9562, version 4); is TEXT in the form of one? */
char *store_new_id(const void *parent);
bool store_is_id(const char *text);

char *store_setting(const void *parent, struct store *store, const char *name); /* NULL if not set */

#endif
