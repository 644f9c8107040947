/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The user's tables as data: each is described once by its columns, and reading a row with its check
 * value, writing it, and writing it down in an event are each done once from the description. */
#ifndef MINUTEBOOK_STORE_USER_ROWS_H
#define MINUTEBOOK_STORE_USER_ROWS_H

#include "src/store/user.h"

#include <minutebook/store_notes.h>

/* ---- tables -------------------------------------------------------------------------------------- */

enum column_kind { COLUMN_TEXT, COLUMN_INT, COLUMN_SMALL, COLUMN_BOOL, COLUMN_DATE, COLUMN_STATE, COLUMN_ENTRY };
struct column {
    const char *name;
    enum column_kind kind;
    size_t at; /* offset in the row's struct: char *, int64_t, int, bool, struct date, enum action_state, enum entry_kind */
    bool later; /* added to a released table: at its default it enters neither check value nor JSON */
};

/* SELECTs of a store whose schema is before that number; a list ends with 0. */
struct older_select {
    int before;
    const char *get, *all;
};

/* What rows have; the struct of a row holds one of each at the offsets of its table. */
struct user_table {
    const char *name;
    size_t size;
    const struct column *columns;
    size_t n_columns;
    int since;             /* the schema that brought it */
    const char *sql_get;   /* all columns and h, by id */
    const char *sql_all;   /* the same of every row, ordered */
    const struct older_select *older; /* the same of schemas that knew fewer columns, oldest first; NULL: none did */
    const char *sql_put;   /* insert, or update the row of this id */
    const char *sql_parse; /* all columns out of one JSON text */
    size_t id, version, seq, deleted, damaged; /* an event, a line of a history: version and deleted 0 */
};

struct action_row {
    struct action action; /* first: a row read is handed out as its action */
    char *quote_sha256;
};
struct ruling_record {
    char *id, *kind, *first, *second;
    bool deleted, damaged;
    int64_t version, seq;
};
struct correction_record {
    char *id, *sha256, *field, *value;
    bool deleted, damaged;
    int64_t version, seq;
};
struct setting_record {
    char *id, *value;
    bool deleted, damaged;
    int64_t version, seq;
};
struct entered_record {
    char *id, *committee;
    struct date date;
    int64_t starts;
    char *venue;
    bool deleted, damaged;
    int64_t version, seq;
};
struct mark_record {
    char *id, *mark;
    bool deleted, damaged;
    int64_t version, seq;
};
struct apart_record {
    char *id, *first, *second;
    bool deleted, damaged;
    int64_t version, seq;
};
struct committee_record {
    char *id, *kind, *council, *first, *second;
    bool deleted, damaged;
    int64_t version, seq;
};
struct site_record {
    char *id, *council, *site;
    bool deleted, damaged;
    int64_t version, seq;
};
struct note_row {
    struct note note; /* first: a row read is handed out as its note */
    char *quote_sha256;
};
struct saved_record {
    struct saved_search search; /* first, as above */
};
struct read_record {
    char *id, *kind, *meeting_id, *item, *sum, *imported;
    bool damaged;
    int64_t paper, seq;
};
struct history_record {
    char *id, *name, *line;
    bool damaged;
    int64_t seq;
};
struct event_row {
    struct event event;
    int64_t change, reverses; /* reverses 0: none */
    char *origin, *who, *sentence, *row_before, *row_after;
    bool damaged;
};
extern const struct user_table action_table, ruling_table, correction_table, setting_table, entered_table, mark_table,
    apart_table, committee_table, site_table, entry_table, note_table, saved_table, looked_table, history_table, event_table;

extern const char entries_sql[]; /* those of one follow-up, as sql_all gives all */

/* The tables that an edit changes with an event. */
extern const struct user_table *const user_tables[];
extern const size_t user_tables_n;
const struct user_table *user_table_get(const char *name); /* NULL if there is none */

/* ---- rows ---------------------------------------------------------------------------------------- */

#define ROW_HASH 17 /* 16 hexadecimal digits and a NUL */
void row_hash(const struct user_table *table, const void *row, char out[ROW_HASH]);

/* All rows of TABLE, in its order, by the schema of the store; no row where that has no such table. */
struct rows rows_of(struct db *db, const struct user_table *table, struct err *err);
bool table_is_there(const struct db *db, const struct user_table *table);
/* The row a SELECT of all columns and h stands on; its `damaged` says whether h fits. */
void *row_read(const void *parent, struct rows *rows, const struct user_table *table);
/* The columns alone, from the first column of ROWS on. */
void *row_fill(const void *parent, struct rows *rows, const struct user_table *table);
/* What is bound for the columns of ROW, in their order; VALUES has room for them and two more. */
#define COLUMNS_MAX 64
void row_values(const struct user_table *table, const void *row, struct value *values);
/* By its key; *out NULL where there is no such row. */
enum status row_get(const void *parent, struct db *db, const struct user_table *table, const char *key, void **out,
                    struct err *err) MB_MUST_CHECK;
enum status row_put(struct db *db, const struct user_table *table, const void *row, struct err *err) MB_MUST_CHECK;

/* One line of JSON with the columns in order, and back. */
char *row_json(const void *parent, const struct user_table *table, const void *row);
enum status row_parse(const void *parent, struct db *db, const struct user_table *table, const char *json, void **out,
                      struct err *err) MB_MUST_CHECK;

#define ROW_MEMBER(type, row, offset) (*(type *)(void *)((char *)(row) + (offset)))
#define ROW_VALUE(type, row, offset) (*(const type *)(const void *)((const char *)(row) + (offset)))

/* All rows of TABLE, undone ones too: as they are, or as they stood on the day that the store looks back on (look_back.c). Of entries
 * those of the follow-up ACTION_ID; NULL: of all. */
struct user_list {
    void **at;
    size_t n;
};
enum status user_rows_list(const void *parent, struct db *db, const struct user_table *table, const char *action_id, struct user_list *out,
                           struct err *err) MB_MUST_CHECK;
/* What is looked back on has stamps before this one; NULL: STORE does not look back. */
char *look_back_until(const void *parent, const struct store *store);
/* Of a store that looks back: the first day behind that on which a follow-up was kept; unset where there is none. */
enum status look_back_begins(struct db *db, struct date *day, struct err *err) MB_MUST_CHECK;
/* Is DAY behind the one that STORE looks back on? */
bool store_is_ahead(const struct store *store, struct date day);
/* When a change is made, as events say it. */
char *change_stamp(const void *parent, const struct store *store);

/* A UUID, version 4, from getrandom(2). */
#define UUID_LENGTH 36
char *uuid_new(const void *parent);

/* ---- follow-ups (user_read.c) --------------------------------------------------------------------- */

/* As store_action(), but with the place as it was kept and not as the meeting is called now. */
enum status action_find(const void *parent, struct db *db, const char *which, struct action_row **out, struct err *err) MB_MUST_CHECK;

/* The meeting of a row as it is called and known now: that of its paper SHA256, because a name may have
 * gone over to another meeting since; where that paper is not held, or NULL, the one that was called ID.
 * All NULL and unset where neither is held. */
struct meeting_now {
    char *id, *committee;
    struct date date;
};
enum status meeting_now(const void *parent, struct db *db, const char *sha256, const char *id, struct meeting_now *out,
                        struct err *err) MB_MUST_CHECK;

/* How often each of the N ACTIONS was chased, answered and so on: their `entries` (entries.c). */
enum status entries_count(struct db *db, struct action *const *actions, size_t n, struct err *err) MB_MUST_CHECK;

/* What store_fuller_quotes() offers for a row; `quote` NULL: nothing (fuller.c). */
struct fuller {
    char *quote, *quote_place;
    bool exempt; /* it stands in a text from an exempt source */
};
enum status fuller_find(const void *parent, struct db *db, const struct action *action, struct fuller *out, struct err *err) MB_MUST_CHECK;

/* ---- changes (edit.c) ---------------------------------------------------------------------------- */

/* One edit while it is made: all its rows and events are one transaction. */
struct user_change {
    struct db *db;
    int64_t first, next;  /* seq of its first event and of the next */
    int64_t reverses;     /* of an undo or redo */
    const char *what;     /* "added" */
    char *sentence;       /* "555/7 added" */
    const char *whole;    /* of several edits as one change: the sentence that its events bear; NULL */
    char *stamp, *who;
    bool rules;           /* a ruling or correction changed: publish anew */
};
/* Takes the lock; the children of CHANGE are PARENT's. End it with change_finish(). */
enum status change_begin(const void *parent, struct store *store, struct user_change *change, struct err *err) MB_MUST_CHECK;

/* Write ROW over BEFORE (NULL: a new row): sets its version and seq, its event and its index row. FIELD,
 * FROM and TO are for the history, NULL where it was not one field. */
struct field_change {
    const char *name, *from, *to;
};
enum status change_row(struct user_change *change, const struct user_table *table, const void *before, void *row,
                       struct field_change field, struct err *err) MB_MUST_CHECK;
enum status change_finish(struct user_change *change, enum status status, struct err *err) MB_MUST_CHECK;

/* STATUS_STORE where the row's check value does not fit: it is not written over. */
enum status row_is_sound(const struct user_table *table, const void *row, const char *name, struct err *err) MB_MUST_CHECK;

/* The edits, by kind, inside a CHANGE that store_edit() begins and finishes. */
typedef enum status edit_run(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err);
/* Nothing is written over a row that is not as the member saw it, is undone, or is damaged. COLUMN NULL: its state is what is set. */
enum status action_may_set(const struct action *action, const struct edit *edit, const struct column *column, struct err *err) MB_MUST_CHECK;
static inline bool value_unchanged(const char *a, const char *b)
{
    return (!a && !b) || text_same(a, b);
}
edit_run edit_action_add, edit_action_state, edit_action_set, edit_meeting_part, edit_meeting_join, edit_meeting_detail,
    edit_meeting_enter, edit_meeting_withdraw, edit_wanted, edit_council_site, edit_meeting_apart,
    edit_committee_merge, edit_committee_split, edit_action_join, edit_entry_add, edit_entry_withdraw, edit_history, edit_setting, edit_note_add, edit_note_set,
    edit_note_withdraw, edit_search_save, edit_search_drop, edit_looked, edit_several, edit_undo, edit_redo;

/* Does no row bear the reference WANTED, nor did one that was undone? */
enum status reference_is_free(struct db *db, const char *wanted, bool *is_free, struct err *err) MB_MUST_CHECK;
/* The reference for a new row of ACTION's place: the one it bears, if that is of this place and free, else
 * the next (edit_reference.c). */
enum status reference_choose(const void *parent, struct db *db, const struct action *action, char **out, struct err *err) MB_MUST_CHECK;

/* TEXT on one line of at most WIDTH cells, for sentences. */
char *short_text(const void *parent, const char *text, int width);

/* ---- copies (backup.c) --------------------------------------------------------------------------- */

/* A verified full copy of the store as PATH, absolute, which must not exist. */
enum status backup_write(struct store *store, const char *path, struct err *err) MB_MUST_CHECK;
/* Findings of a copy that nobody else has open: structure, full-text index, check values. */
enum status backup_verify(const void *parent, struct store *store, const char *path, struct strings *findings, struct err *err) MB_MUST_CHECK;

/* Rows of the user's tables that do not fit their check value or their history (check.c). */
enum status check_user_rows(const void *parent, struct db *db, struct strings *findings, struct err *err) MB_MUST_CHECK;
/* What imports wrote that is not as it was written, and what they left half done (check_published.c). */
enum status check_published(const void *parent, struct store *store, struct strings *findings, struct err *err) MB_MUST_CHECK;
enum status check_structure(const void *parent, struct db *db, struct strings *findings, struct err *err) MB_MUST_CHECK;

/* ---- migrations (migrate.c) ---------------------------------------------------------------------- */

/* Bring STORE from its schema to TARGET by LIST, in order: a verified full copy, then a transaction a
 * step. A test hands in a list of its own. */
enum status migrate_run(struct store *store, const struct migration *list, size_t n, int target, struct err *err) MB_MUST_CHECK;

#endif
