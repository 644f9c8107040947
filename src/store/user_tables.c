/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The user's tables described: a column is named once, here, and its place in the row's struct, the
 * statements and the JSON follow. The order of the columns is the order in which they are hashed, so
 * that it may only change together with a migration. */
#include "config.h"

#include "src/store/user_rows.h"

#include <string.h>

/* X(column, member, kind) */
#define ACTION_FIRST(X)                                                                                      \
    X(reference, action.reference, TEXT)                                                                     \
    X(class, action.class, TEXT)                                                                             \
    X(kind, action.kind, TEXT)                                                                               \
    X(committee, action.committee, TEXT)                                                                     \
    X(meeting_id, action.meeting_id, TEXT)                                                                   \
    X(meeting_date, action.meeting_date, DATE)                                                               \
    X(agenda_number, action.agenda_number, TEXT)                                                             \
    X(minute_number, action.minute_number, TEXT)                                                             \
    X(item_title, action.item_title, TEXT)                                                                   \
    X(source_sha256, action.source_sha256, TEXT)                                                             \
    X(quote, action.quote, TEXT)                                                                             \
    X(quote_sha256, quote_sha256, TEXT)                                                                      \
    X(quote_truncated, action.quote_truncated, BOOL)                                                         \
    X(quote_exempt, action.quote_exempt, BOOL)                                                               \
    X(quote_place, action.quote_place, TEXT)                                                                 \
    X(own_words, action.own_words, TEXT)                                                                     \
    X(owner, action.owner, TEXT)                                                                             \
    X(recipient, action.recipient, TEXT)                                                                     \
    X(subject, action.subject, TEXT)                                                                         \
    X(due_text, action.due_text, TEXT)                                                                       \
    X(due_from, action.due.from, DATE)                                                                       \
    X(due_to, action.due.to, DATE)                                                                           \
    X(due_basis, action.due_basis, TEXT)                                                                     \
    X(chase_date, action.chase_date, DATE)                                                                   \
    X(status, action.status, TEXT)                                                                           \
    X(note, action.note, TEXT)                                                                               \
    X(deleted, action.deleted, BOOL)                                                                         \
    X(version, action.version, INT)                                                                          \
    X(seq, action.seq, INT)
#define ACTION_LATER(X) /* schema 2 */                                                                       \
    X(state, action.state, STATE)                                                                            \
    X(candidate_id, action.candidate_id, TEXT)                                                               \
    X(untracked, action.untracked, BOOL)                                                                     \
    X(rule, action.rule, TEXT)                                                                               \
    X(confidence, action.confidence, SMALL)                                                                  \
    X(reason, action.reason, TEXT)
#define ACTION_TRACKER(X) /* schema 6 */                                                                     \
    X(limb, action.limb, TEXT)                                                                               \
    X(under, action.under, TEXT)                                                                             \
    X(step, action.step, TEXT)                                                                               \
    X(status_word, action.status_word, TEXT)                                                                 \
    X(rag, action.rag, TEXT)                                                                                 \
    X(raised_by, action.raised_by, TEXT)                                                                     \
    X(portfolio, action.portfolio, TEXT)                                                                     \
    X(executive_date, action.executive_date, DATE)                                                           \
    X(response, action.response, TEXT)                                                                       \
    X(response_date, action.response_date, DATE)                                                             \
    X(outcome, action.outcome, TEXT)                                                                         \
    X(closed_by, action.closed_by, TEXT)                                                                     \
    X(closed_on, action.closed_on, DATE)                                                                     \
    X(superseded_by, action.superseded_by, TEXT)                                                             \
    X(carried_to, action.carried_to, TEXT)                                                                   \
    X(tags, action.tags, TEXT)                                                                               \
    X(also_place, action.also_place, TEXT)
#define ACTION_COLUMNS(X) ACTION_FIRST(X) ACTION_LATER(X) ACTION_TRACKER(X)

#define ROW_TAIL(X)                                                                                          \
    X(deleted, deleted, BOOL)                                                                                \
    X(version, version, INT)                                                                                 \
    X(seq, seq, INT)
#define RULING_COLUMNS(X) X(kind, kind, TEXT) X(first, first, TEXT) X(second, second, TEXT) ROW_TAIL(X)
#define CORRECTION_COLUMNS(X) X(sha256, sha256, TEXT) X(field, field, TEXT) X(value, value, TEXT) ROW_TAIL(X)
#define SETTING_COLUMNS(X) X(value, value, TEXT) ROW_TAIL(X)
#define ENTERED_COLUMNS(X) X(committee, committee, TEXT) X(date, date, DATE) X(starts, starts, INT) X(venue, venue, TEXT) ROW_TAIL(X)
#define MARK_COLUMNS(X) X(mark, mark, TEXT) ROW_TAIL(X)
#define APART_COLUMNS(X) X(first, first, TEXT) X(second, second, TEXT) ROW_TAIL(X)
#define COMMITTEE_COLUMNS(X) X(kind, kind, TEXT) X(council, council, TEXT) X(first, first, TEXT) X(second, second, TEXT) ROW_TAIL(X)
#define SITE_COLUMNS(X) X(council, council, TEXT) X(site, site, TEXT) ROW_TAIL(X)
#define ENTRY_COLUMNS(X)                                                                                     \
    X(action_id, action_id, TEXT)                                                                            \
    X(kind, kind, ENTRY)                                                                                     \
    X(date, date, DATE)                                                                                      \
    X(text, text, TEXT)                                                                                      \
    X(source, source, TEXT)                                                                                  \
    X(meeting_id, meeting_id, TEXT)                                                                          \
    X(item, item, TEXT)                                                                                      \
    X(url, url, TEXT)                                                                                        \
    X(file_name, file_name, TEXT)                                                                            \
    X(file_sha256, file_sha256, TEXT)                                                                        \
    X(file_text, file_text, TEXT)                                                                            \
    X(told, told, BOOL)                                                                                      \
    X(exempt, exempt, BOOL)                                                                                  \
    ROW_TAIL(X)
#define NOTE_COLUMNS(X) /* schema 7 */                                                                       \
    X(kind, note.kind, TEXT)                                                                                 \
    X(committee, note.committee, TEXT)                                                                       \
    X(meeting_id, note.meeting_id, TEXT)                                                                     \
    X(meeting_date, note.meeting_date, DATE)                                                                 \
    X(agenda_number, note.agenda_number, TEXT)                                                               \
    X(minute_number, note.minute_number, TEXT)                                                               \
    X(item_title, note.item_title, TEXT)                                                                     \
    X(source_sha256, note.source_sha256, TEXT)                                                               \
    X(quote, note.quote, TEXT)                                                                               \
    X(quote_sha256, quote_sha256, TEXT)                                                                      \
    X(quote_place, note.quote_place, TEXT)                                                                   \
    X(text, note.text, TEXT)                                                                                 \
    X(for_whom, note.for_whom, TEXT)                                                                         \
    X(asked_by, note.asked_by, TEXT)                                                                         \
    X(asked_on, note.asked_on, DATE)                                                                         \
    X(answer, note.answer, TEXT)                                                                             \
    X(answered_on, note.answered_on, DATE)                                                                   \
    X(tags, note.tags, TEXT)                                                                                 \
    X(exempt, note.exempt, BOOL)                                                                             \
    X(deleted, note.deleted, BOOL)                                                                           \
    X(version, note.version, INT)                                                                            \
    X(seq, note.seq, INT)
#define SAVED_COLUMNS(X)                                                                                     \
    X(name, search.name, TEXT)                                                                               \
    X(words, search.words, TEXT)                                                                             \
    X(sort, search.sort, TEXT)                                                                               \
    X(deleted, search.deleted, BOOL)                                                                         \
    X(version, search.version, INT)                                                                          \
    X(seq, search.seq, INT)
#define READ_COLUMNS(X)                                                                                      \
    X(kind, kind, TEXT)                                                                                      \
    X(meeting_id, meeting_id, TEXT)                                                                          \
    X(item, item, TEXT)                                                                                      \
    X(sum, sum, TEXT)                                                                                        \
    X(imported, imported, TEXT)                                                                              \
    X(paper, paper, INT)                                                                                     \
    X(seq, seq, INT)
#define HISTORY_COLUMNS(X) X(name, name, TEXT) X(line, line, TEXT) X(seq, seq, INT)
#define EVENT_COLUMNS(X)                                                                                     \
    X(seq, event.seq, INT)                                                                                   \
    X(change, change, INT)                                                                                   \
    X(reverses, reverses, INT)                                                                               \
    X(origin, origin, TEXT)                                                                                  \
    X(who, who, TEXT)                                                                                        \
    X(stamp, event.stamp, TEXT)                                                                              \
    X(row_table, event.row_table, TEXT)                                                                      \
    X(row_id, event.row_id, TEXT)                                                                            \
    X(what, event.what, TEXT)                                                                                \
    X(field, event.field, TEXT)                                                                              \
    X(from_value, event.from, TEXT)                                                                          \
    X(to_value, event.to, TEXT)                                                                              \
    X(sentence, sentence, TEXT)                                                                              \
    X(row_before, row_before, TEXT)                                                                          \
    X(row_after, row_after, TEXT)

#define NAME(column, member, kind) ", " #column
#define NONE(column, member, kind) ", NULL"
#define PLACE(column, member, kind) ", ?"
#define SET(column, member, kind) ", " #column " = excluded." #column
#define PARSE(column, member, kind) ", json_extract(j.v, '$." #column "')"
#define PUT(name, columns)                                                                                   \
    "INSERT INTO " name "(id" columns(NAME) ", h) VALUES (?" columns(PLACE) ", ?)"                            \
    " ON CONFLICT(id) DO UPDATE SET h = excluded.h" columns(SET)
#define APPEND(name, columns) "INSERT INTO " name "(id" columns(NAME) ", h) VALUES (?" columns(PLACE) ", ?)"
#define ALL(name, columns, order) "SELECT id" columns(NAME) ", h FROM " name " ORDER BY " order
#define GET(name, columns) "SELECT id" columns(NAME) ", h FROM " name " WHERE id = ?1"
#define PARSE_ALL(columns) "SELECT json_extract(j.v, '$.id')" columns(PARSE) " FROM (SELECT ?1 AS v) j"

static const char SQL_ACTION_GET[] = GET("action", ACTION_COLUMNS);
static const char SQL_ACTION_ALL[] = ALL("action", ACTION_COLUMNS, "seq");
/* Of stores that knew fewer columns. */
#define ACTION_1 "SELECT id" ACTION_FIRST(NAME) ACTION_LATER(NONE) ACTION_TRACKER(NONE) ", h FROM action "
#define ACTION_2 "SELECT id" ACTION_FIRST(NAME) ACTION_LATER(NAME) ACTION_TRACKER(NONE) ", h FROM action "
#define OF_ID "WHERE id = ?1"
#define BY_SEQ "ORDER BY seq"
static const struct older_select older_actions[] = {
    {.before = 2, .get = ACTION_1 OF_ID, .all = ACTION_1 BY_SEQ},
    {.before = 6, .get = ACTION_2 OF_ID, .all = ACTION_2 BY_SEQ},
    {0},
};
static const char SQL_ACTION_PUT[] = PUT("action", ACTION_COLUMNS);
static const char SQL_ACTION_PARSE[] = PARSE_ALL(ACTION_COLUMNS);
static const char SQL_RULING_GET[] = GET("ruling", RULING_COLUMNS);
static const char SQL_RULING_ALL[] = ALL("ruling", RULING_COLUMNS, "seq");
static const char SQL_RULING_PUT[] = PUT("ruling", RULING_COLUMNS);
static const char SQL_RULING_PARSE[] = PARSE_ALL(RULING_COLUMNS);
static const char SQL_CORRECTION_GET[] = GET("correction", CORRECTION_COLUMNS);
static const char SQL_CORRECTION_ALL[] = ALL("correction", CORRECTION_COLUMNS, "sha256, field");
static const char SQL_CORRECTION_PUT[] = PUT("correction", CORRECTION_COLUMNS);
static const char SQL_CORRECTION_PARSE[] = PARSE_ALL(CORRECTION_COLUMNS);
static const char SQL_SETTING_GET[] = GET("setting", SETTING_COLUMNS);
static const char SQL_SETTING_ALL[] = ALL("setting", SETTING_COLUMNS, "id");
static const char SQL_SETTING_PUT[] = PUT("setting", SETTING_COLUMNS);
static const char SQL_SETTING_PARSE[] = PARSE_ALL(SETTING_COLUMNS);
static const char SQL_ENTERED_GET[] = GET("entered_meeting", ENTERED_COLUMNS);
static const char SQL_ENTERED_ALL[] = ALL("entered_meeting", ENTERED_COLUMNS, "date, starts, id");
static const char SQL_ENTERED_PUT[] = PUT("entered_meeting", ENTERED_COLUMNS);
static const char SQL_ENTERED_PARSE[] = PARSE_ALL(ENTERED_COLUMNS);
static const char SQL_MARK_GET[] = GET("wanted_mark", MARK_COLUMNS);
static const char SQL_MARK_ALL[] = ALL("wanted_mark", MARK_COLUMNS, "id");
static const char SQL_MARK_PUT[] = PUT("wanted_mark", MARK_COLUMNS);
static const char SQL_MARK_PARSE[] = PARSE_ALL(MARK_COLUMNS);
static const char SQL_APART_GET[] = GET("kept_apart", APART_COLUMNS);
static const char SQL_APART_ALL[] = ALL("kept_apart", APART_COLUMNS, "seq");
static const char SQL_APART_PUT[] = PUT("kept_apart", APART_COLUMNS);
static const char SQL_APART_PARSE[] = PARSE_ALL(APART_COLUMNS);
static const char SQL_COMMITTEE_GET[] = GET("committee_ruling", COMMITTEE_COLUMNS);
static const char SQL_COMMITTEE_ALL[] = ALL("committee_ruling", COMMITTEE_COLUMNS, "seq");
static const char SQL_COMMITTEE_PUT[] = PUT("committee_ruling", COMMITTEE_COLUMNS);
static const char SQL_COMMITTEE_PARSE[] = PARSE_ALL(COMMITTEE_COLUMNS);
static const char SQL_SITE_GET[] = GET("council_site", SITE_COLUMNS);
static const char SQL_SITE_ALL[] = ALL("council_site", SITE_COLUMNS, "id");
static const char SQL_SITE_PUT[] = PUT("council_site", SITE_COLUMNS);
static const char SQL_SITE_PARSE[] = PARSE_ALL(SITE_COLUMNS);
static const char SQL_ENTRY_GET[] = GET("action_entry", ENTRY_COLUMNS);
static const char SQL_ENTRY_ALL[] = ALL("action_entry", ENTRY_COLUMNS, "seq");
const char entries_sql[] = "SELECT id" ENTRY_COLUMNS(NAME) ", h FROM action_entry WHERE action_id = ?1 ORDER BY seq";
static const char SQL_ENTRY_PUT[] = PUT("action_entry", ENTRY_COLUMNS);
static const char SQL_ENTRY_PARSE[] = PARSE_ALL(ENTRY_COLUMNS);
static const char SQL_NOTE_GET[] = GET("note", NOTE_COLUMNS);
static const char SQL_NOTE_ALL[] = ALL("note", NOTE_COLUMNS, "seq");
static const char SQL_NOTE_PUT[] = PUT("note", NOTE_COLUMNS);
static const char SQL_NOTE_PARSE[] = PARSE_ALL(NOTE_COLUMNS);
static const char SQL_SAVED_GET[] = GET("saved_search", SAVED_COLUMNS);
static const char SQL_SAVED_ALL[] = ALL("saved_search", SAVED_COLUMNS, "seq");
static const char SQL_SAVED_PUT[] = PUT("saved_search", SAVED_COLUMNS);
static const char SQL_SAVED_PARSE[] = PARSE_ALL(SAVED_COLUMNS);
static const char SQL_READ_GET[] = GET("read_mark", READ_COLUMNS);
static const char SQL_READ_ALL[] = ALL("read_mark", READ_COLUMNS, "seq");
static const char SQL_READ_PUT[] = PUT("read_mark", READ_COLUMNS);
static const char SQL_READ_PARSE[] = PARSE_ALL(READ_COLUMNS);
static const char SQL_HISTORY_GET[] = GET("prompt_history", HISTORY_COLUMNS);
static const char SQL_HISTORY_ALL[] = ALL("prompt_history", HISTORY_COLUMNS, "seq");
static const char SQL_HISTORY_PUT[] = PUT("prompt_history", HISTORY_COLUMNS);
static const char SQL_HISTORY_PARSE[] = PARSE_ALL(HISTORY_COLUMNS);
static const char SQL_EVENT_GET[] = GET("event", EVENT_COLUMNS);
static const char SQL_EVENT_ALL[] = ALL("event", EVENT_COLUMNS, "seq");
static const char SQL_EVENT_PUT[] = APPEND("event", EVENT_COLUMNS);
static const char SQL_EVENT_PARSE[] = PARSE_ALL(EVENT_COLUMNS);

#define ACTION_COLUMN(column, member, kind) {#column, COLUMN_##kind, offsetof(struct action_row, member), false},
#define LATER_COLUMN(column, member, kind) {#column, COLUMN_##kind, offsetof(struct action_row, member), true},
#define RULING_COLUMN(column, member, kind) {#column, COLUMN_##kind, offsetof(struct ruling_record, member), false},
#define CORRECTION_COLUMN(column, member, kind) {#column, COLUMN_##kind, offsetof(struct correction_record, member), false},
#define SETTING_COLUMN(column, member, kind) {#column, COLUMN_##kind, offsetof(struct setting_record, member), false},
#define ENTERED_COLUMN(column, member, kind) {#column, COLUMN_##kind, offsetof(struct entered_record, member), false},
#define MARK_COLUMN(column, member, kind) {#column, COLUMN_##kind, offsetof(struct mark_record, member), false},
#define APART_COLUMN(column, member, kind) {#column, COLUMN_##kind, offsetof(struct apart_record, member), false},
#define COMMITTEE_COLUMN(column, member, kind) {#column, COLUMN_##kind, offsetof(struct committee_record, member), false},
#define SITE_COLUMN(column, member, kind) {#column, COLUMN_##kind, offsetof(struct site_record, member), false},
#define ENTRY_COLUMN(column, member, kind) {#column, COLUMN_##kind, offsetof(struct action_entry, member), false},
#define NOTE_COLUMN(column, member, kind) {#column, COLUMN_##kind, offsetof(struct note_row, member), false},
#define SAVED_COLUMN(column, member, kind) {#column, COLUMN_##kind, offsetof(struct saved_record, member), false},
#define READ_COLUMN(column, member, kind) {#column, COLUMN_##kind, offsetof(struct read_record, member), false},
#define HISTORY_COLUMN(column, member, kind) {#column, COLUMN_##kind, offsetof(struct history_record, member), false},
#define EVENT_COLUMN(column, member, kind) {#column, COLUMN_##kind, offsetof(struct event_row, member), false},

static const struct column action_columns[] = {ACTION_COLUMN(id, action.id, TEXT) ACTION_FIRST(ACTION_COLUMN) ACTION_LATER(LATER_COLUMN)
                                                ACTION_TRACKER(LATER_COLUMN)};
static const struct column ruling_columns[] = {RULING_COLUMN(id, id, TEXT) RULING_COLUMNS(RULING_COLUMN)};
static const struct column correction_columns[] = {CORRECTION_COLUMN(id, id, TEXT) CORRECTION_COLUMNS(CORRECTION_COLUMN)};
static const struct column setting_columns[] = {SETTING_COLUMN(id, id, TEXT) SETTING_COLUMNS(SETTING_COLUMN)};
static const struct column entered_columns[] = {ENTERED_COLUMN(id, id, TEXT) ENTERED_COLUMNS(ENTERED_COLUMN)};
static const struct column mark_columns[] = {MARK_COLUMN(id, id, TEXT) MARK_COLUMNS(MARK_COLUMN)};
static const struct column apart_columns[] = {APART_COLUMN(id, id, TEXT) APART_COLUMNS(APART_COLUMN)};
static const struct column committee_columns[] = {COMMITTEE_COLUMN(id, id, TEXT) COMMITTEE_COLUMNS(COMMITTEE_COLUMN)};
static const struct column site_columns[] = {SITE_COLUMN(id, id, TEXT) SITE_COLUMNS(SITE_COLUMN)};
static const struct column entry_columns[] = {ENTRY_COLUMN(id, id, TEXT) ENTRY_COLUMNS(ENTRY_COLUMN)};
static const struct column note_columns[] = {NOTE_COLUMN(id, note.id, TEXT) NOTE_COLUMNS(NOTE_COLUMN)};
static const struct column saved_columns[] = {SAVED_COLUMN(id, search.id, TEXT) SAVED_COLUMNS(SAVED_COLUMN)};
static const struct column read_columns[] = {READ_COLUMN(id, id, TEXT) READ_COLUMNS(READ_COLUMN)};
static const struct column history_columns[] = {HISTORY_COLUMN(id, id, TEXT) HISTORY_COLUMNS(HISTORY_COLUMN)};
static const struct column event_columns[] = {EVENT_COLUMN(id, event.id, TEXT) EVENT_COLUMNS(EVENT_COLUMN)};

#define TABLE(table, type, prefix, NAME_) NAMED(#table, 1, table, type, prefix, NAME_)
#define NAMED(name_, since_, table, type, prefix, NAME_)                                                     \
    .name = name_, .since = since_, .size = sizeof(type), .columns = table##_columns,                        \
    .n_columns = MB_LENGTH(table##_columns),                                                                 \
    .sql_get = SQL_##NAME_##_GET, .sql_all = SQL_##NAME_##_ALL, .sql_put = SQL_##NAME_##_PUT,                \
    .sql_parse = SQL_##NAME_##_PARSE, .id = offsetof(type, prefix id), .seq = offsetof(type, prefix seq)
#define TAIL(type, prefix)                                                                                   \
    .version = offsetof(type, prefix version), .deleted = offsetof(type, prefix deleted),                    \
    .damaged = offsetof(type, prefix damaged)

const struct user_table action_table = {TABLE(action, struct action_row, action., ACTION), TAIL(struct action_row, action.),
                                        .older = older_actions};
const struct user_table ruling_table = {TABLE(ruling, struct ruling_record, , RULING), TAIL(struct ruling_record, )};
const struct user_table correction_table = {TABLE(correction, struct correction_record, , CORRECTION),
                                            TAIL(struct correction_record, )};
const struct user_table setting_table = {TABLE(setting, struct setting_record, , SETTING), TAIL(struct setting_record, )};
const struct user_table entered_table = {NAMED("entered_meeting", 2, entered, struct entered_record, , ENTERED),
                                         TAIL(struct entered_record, )};
const struct user_table mark_table = {NAMED("wanted_mark", 2, mark, struct mark_record, , MARK), TAIL(struct mark_record, )};
const struct user_table apart_table = {NAMED("kept_apart", 3, apart, struct apart_record, , APART), TAIL(struct apart_record, )};
const struct user_table committee_table = {NAMED("committee_ruling", 3, committee, struct committee_record, , COMMITTEE), TAIL(struct committee_record, )};
const struct user_table site_table = {NAMED("council_site", 3, site, struct site_record, , SITE), TAIL(struct site_record, )};
const struct user_table entry_table = {NAMED("action_entry", 6, entry, struct action_entry, , ENTRY), TAIL(struct action_entry, )};
const struct user_table note_table = {NAMED("note", 7, note, struct note_row, note., NOTE), TAIL(struct note_row, note.)};
const struct user_table saved_table = {NAMED("saved_search", 7, saved, struct saved_record, search., SAVED), TAIL(struct saved_record, search.)};
const struct user_table looked_table = {NAMED("read_mark", 7, read, struct read_record, , READ), .damaged = offsetof(struct read_record, damaged)};
const struct user_table history_table = {NAMED("prompt_history", 2, history, struct history_record, , HISTORY),
                                         .damaged = offsetof(struct history_record, damaged)};
const struct user_table event_table = {TABLE(event, struct event_row, event., EVENT),
                                       .damaged = offsetof(struct event_row, damaged)};

const struct user_table *const user_tables[] = {&action_table, &ruling_table, &correction_table, &setting_table, &entered_table, &mark_table,
                                               &apart_table, &committee_table, &site_table, &entry_table, &note_table, &saved_table};
const size_t user_tables_n = MB_LENGTH(user_tables);

const struct user_table *user_table_get(const char *name)
{
    for (size_t i = 0; i < user_tables_n; i++)
        if (name && strcmp(user_tables[i]->name, name) == 0)
            return user_tables[i];
    return NULL;
}
