/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* export: documents out. One streaming JSON writer, and the documents of design.md 5.3 in it; CSV and
 * TSV of the same lists. Writes to a sink handed in by a face and opens no file itself. */
#ifndef MINUTEBOOK_EXPORT_H
#define MINUTEBOOK_EXPORT_H

#include <minutebook/actions_evidence.h>
#include <minutebook/search.h>

/* Where the bytes go; false stops the writing (STATUS_CANCELLED). */
struct sink {
    bool (*write)(void *to, const char *bytes, size_t n);
    void *to;
};

struct export_options {
    struct date as_at;
    bool exempt; /* include texts of exempt sources */
    bool notes;  /* and the member's private notes */
    const struct profile *profile; /* of export_chase.h: columns and words of export_file(); NULL: our own */
    /* Which follow-ups are wanted, asked with WANTED_BY beside each; NULL: all of them. */
    bool (*wanted)(const struct action *action, const void *wanted_by);
    const void *wanted_by;
};
/* Whether lists of follow-ups leave ACTION out: it was undone, or is not wanted. */
bool export_leaves_out(const struct export_options *options, const struct action *action);

/* minutebook-meetings, version 1: of one draft, or of the whole store meeting by meeting. */
enum status export_draft_meeting(struct sink *sink, const struct draft *draft, const struct export_options *options,
                                 struct err *err) MB_MUST_CHECK;
enum status export_draft_programme(struct sink *sink, const struct draft *draft, const struct export_options *options,
                                   struct err *err) MB_MUST_CHECK;
enum status export_meetings(struct sink *sink, struct store *store, const struct export_options *options, struct err *err) MB_MUST_CHECK;
/* minutebook-meetings with the one meeting ID; ITEM_POSITION 0 for all its items. */
enum status export_meeting(struct sink *sink, struct store *store, const char *id, int item_position, const struct export_options *options,
                           struct err *err) MB_MUST_CHECK;
/* minutebook-actions and minutebook-programme, version 1. */
enum status export_actions(struct sink *sink, struct store *store, const struct export_options *options, struct err *err) MB_MUST_CHECK;
enum status export_programmes(struct sink *sink, struct store *store, const struct export_options *options, struct err *err) MB_MUST_CHECK;
/* One line of `import --format json`. */
enum status export_import_result(struct sink *sink, const char *path, enum form form, const struct import_result *result,
                                 const char *refusal, struct err *err) MB_MUST_CHECK;
/* A search as {"format":"minutebook-search","version":1,...}: one object a hit. */
enum status export_search(struct sink *sink, const struct query *query, const struct search_rows *rows,
                          const struct export_options *options, struct err *err) MB_MUST_CHECK;

/* minutebook-committees and minutebook-pairs, version 1. */
enum status export_committees(struct sink *sink, struct store *store, const struct export_options *options, struct err *err) MB_MUST_CHECK;
enum status export_pairs(struct sink *sink, struct store *store, const struct export_options *options, struct err *err) MB_MUST_CHECK;
/* The member's own notes, of one meeting (NULL: all), minutebook-notes version 1; the one document that holds them. */
enum status export_notes(struct sink *sink, struct store *store, const char *meeting_id, const struct export_options *options,
                         struct err *err) MB_MUST_CHECK;
/* Papers to get as {"format":"minutebook-to-get","version":1,...}. */
enum status export_wanted(struct sink *sink, struct store *store, const struct export_options *options, struct err *err) MB_MUST_CHECK;

/* What changed between the papers of the meeting ID (NULL: of every meeting that has any), minutebook-changes version 1. */
enum status export_changes(struct sink *sink, struct store *store, const char *id, const struct export_options *options,
                           struct err *err) MB_MUST_CHECK;

/* What later papers tell of N follow-ups (evidence_find_all()), minutebook-evidence version 1. */
enum status export_evidence(struct sink *sink, struct action *const *actions, struct traced *const *traced, size_t n,
                            const struct export_options *options, struct err *err) MB_MUST_CHECK;

enum table_format { TABLE_CSV, TABLE_TSV };
/* The same lists as rows with a header line. CSV by RFC 4180; a cell that begins with = + - @ or TAB
 * gets a leading apostrophe (reliability.md 3). The last column, as_at, is the day of the list, the same in each row. */
enum status export_meetings_table(struct sink *sink, struct store *store, enum table_format format, const struct export_options *options,
                                  struct err *err) MB_MUST_CHECK;
enum status export_actions_table(struct sink *sink, struct store *store, enum table_format format, const struct export_options *options,
                                 struct err *err) MB_MUST_CHECK;
/* The items of the one meeting ID (ITEM_POSITION 0: all), and the hits of a search, a row each. */
enum status export_meeting_table(struct sink *sink, struct store *store, const char *id, int item_position, enum table_format format,
                                 const struct export_options *options, struct err *err) MB_MUST_CHECK;
enum status export_search_table(struct sink *sink, const struct query *query, const struct search_rows *rows, enum table_format format,
                                const struct export_options *options, struct err *err) MB_MUST_CHECK;
enum status export_wanted_table(struct sink *sink, struct store *store, enum table_format format, const struct export_options *options,
                                struct err *err) MB_MUST_CHECK;
enum status export_committees_table(struct sink *sink, struct store *store, enum table_format format, const struct export_options *options,
                                    struct err *err) MB_MUST_CHECK;
enum status export_pairs_table(struct sink *sink, struct store *store, enum table_format format, const struct export_options *options,
                               struct err *err) MB_MUST_CHECK;
enum status export_notes_table(struct sink *sink, struct store *store, const char *meeting_id, enum table_format format,
                               const struct export_options *options, struct err *err) MB_MUST_CHECK;
enum status export_changes_table(struct sink *sink, struct store *store, const char *id, enum table_format format,
                                 const struct export_options *options, struct err *err) MB_MUST_CHECK;
enum status export_programmes_table(struct sink *sink, struct store *store, enum table_format format, const struct export_options *options,
                                    struct err *err) MB_MUST_CHECK;

/* May LIST (meetings, actions, programme, to-get, committees, pairs) be written as FORMAT (json, csv, tsv)? If not, why. What
 * more follow-ups can be written as: export_chase.h. */
bool export_knows(const char *list, const char *format, struct err *err);
/* The whole of LIST into a file that is not there yet; *rows without the header line, -1 where it is no table. */
enum status export_file(const char *path, const char *list, const char *format, struct store *store,
                        const struct export_options *options, int *rows, struct err *err) MB_MUST_CHECK;

#endif
