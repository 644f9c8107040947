/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a meeting's texts say beyond themselves, as rows: follow-ups that a rule found and meetings named by
 * their day. Who finds them stands above this room (struct sweep). Only what the text gives is kept: numbers,
 * title, meeting and day of a find are those of the item it stands in, as that is published. */
#include "config.h"

#include "src/store/publish.h"
#include "src/store/read.h"
#include "src/store/user_rows.h"

#include <string.h>

/* X(column, member, kind): in the order in which they are summed; never changed without a PUBLISHER_VERSION. */
#define CANDIDATE_COLUMNS(X) X(candidate_id, candidate_id, TEXT) CANDIDATE_REST(X) CANDIDATE_LATER(X)
#define CANDIDATE_LATER(X) /* schema 6 */                                                                    \
    X(limb, limb, TEXT)                                                                                      \
    X(under, under, TEXT)                                                                                    \
    X(also_place, also_place, TEXT)
#define CANDIDATE_REST(X)                                                                                    \
    X(item_position, item_position, SMALL)                                                                   \
    X(class, class, TEXT)                                                                                    \
    X(kind, kind, TEXT)                                                                                      \
    X(untracked, untracked, BOOL)                                                                            \
    X(rule, rule, TEXT)                                                                                      \
    X(confidence, confidence, SMALL)                                                                         \
    X(source_sha256, source_sha256, TEXT)                                                                    \
    X(quote, quote, TEXT)                                                                                    \
    X(quote_truncated, quote_truncated, BOOL)                                                                \
    X(quote_exempt, quote_exempt, BOOL)                                                                      \
    X(quote_place, quote_place, TEXT)                                                                        \
    X(owner, owner, TEXT)                                                                                    \
    X(recipient, recipient, TEXT)                                                                            \
    X(subject, subject, TEXT)                                                                                \
    X(due_text, due_text, TEXT)                                                                              \
    X(due_from, due.from, DATE)                                                                              \
    X(due_to, due.to, DATE)                                                                                  \
    X(due_basis, due_basis, TEXT)

#define NAME(column, member, kind) ", c." #column
#define NONE(column, member, kind) ", NULL"
#define INTO(column, member, kind) ", " #column
#define PLACE(column, member, kind) ", ?"
#define COLUMN(column, member, kind) {#column, COLUMN_##kind, offsetof(struct action, member), false},
#define LATER(column, member, kind) {#column, COLUMN_##kind, offsetof(struct action, member), true},

static const struct column candidate_columns[] = {COLUMN(candidate_id, candidate_id, TEXT) CANDIDATE_REST(COLUMN)
                                                      CANDIDATE_LATER(LATER)};
static const struct user_table candidate_table = {
    .name = "candidate", .size = sizeof(struct action), .columns = candidate_columns, .n_columns = MB_LENGTH(candidate_columns)};

#define FINDS "SELECT c.candidate_id" CANDIDATE_REST(NAME) CANDIDATE_LATER(NAME)
#define FINDS_2 "SELECT c.candidate_id" CANDIDATE_REST(NAME) CANDIDATE_LATER(NONE) /* of a store before schema 6 */
#define SCHEMA_LATER 6

/* ---- as it is kept ------------------------------------------------------------------------------------ */

/* The text called by PLACE ("minutes:120") is from an exempt source. */
static bool is_exempt(const struct item *item, const char *place)
{
    if (!item || !place)
        return false;
    if (text_starts(place, "agenda:"))
        return item->agenda_exempt;
    return text_starts(place, "report:") ? item->report_exempt : item->minutes_exempt;
}

static struct action *kept_candidate(const void *parent, const struct meeting *meeting, const struct action *from)
{
    struct action *to = mem_new(parent, struct action);
    for (size_t i = 0; i < candidate_table.n_columns; i++) {
        const struct column *column = &candidate_columns[i];
        if (column->kind == COLUMN_TEXT) {
            const char *text = ROW_VALUE(char *, from, column->at);
            ROW_MEMBER(char *, to, column->at) = text && *text ? mem_strdup(to, text) : NULL;
        }
    }
    const struct item *item = meeting_item(meeting, from->item_position);
    to->item_position = item ? from->item_position : 0;
    to->untracked = from->untracked;
    to->confidence = from->confidence;
    to->quote_truncated = from->quote_truncated;
    to->quote_exempt = from->quote_exempt || is_exempt(item, from->quote_place);
    to->due = from->due;
    if (!to->class)
        to->class = mem_strdup(to, "action");
    return to;
}

static void keep_cited(const void *parent, struct swept *to, const struct cited_meeting *from)
{
    if (!date_is_set(from->date))
        return;
    struct cited_meeting *cited = mem_append(parent, to->cited, to->n_cited);
    *cited = *from;
    cited->quote = from->quote && *from->quote ? mem_strdup(parent, from->quote) : NULL;
}

enum status finds_of(const void *parent, const struct store *store, const struct meeting *meeting, struct finds *out, struct err *err)
{
    const struct sweep *sweep = store->sweep;
    *out = (struct finds){0};
    if (!sweep)
        return STATUS_OK;
    void *scratch = talloc_named_const(NULL, 0, "sweep");
    struct swept found = {0};
    enum status status = sweep->run(scratch, meeting, sweep->rules, &found, err);
    for (size_t i = 0; i < found.n_candidates && status == STATUS_OK; i++)
        *mem_append(parent, out->swept.candidates, out->swept.n_candidates) = kept_candidate(parent, meeting, found.candidates[i]);
    for (size_t i = 0; i < found.n_cited && status == STATUS_OK; i++)
        keep_cited(parent, &out->swept, &found.cited[i]);
    talloc_free(scratch);
    out->version = sweep->version;
    return status;
}

void finds_print(struct buf *out, const struct finds *finds)
{
    if (!finds->version)
        return;
    buf_printf(out, "swept %s\n", finds->version);
    for (size_t i = 0; i < finds->swept.n_candidates; i++) {
        char *json = row_json(NULL, &candidate_table, finds->swept.candidates[i]);
        buf_puts(out, json);
        buf_putc(out, '\n');
        talloc_free(json);
    }
    for (size_t i = 0; i < finds->swept.n_cited; i++) {
        const struct cited_meeting *cited = &finds->swept.cited[i];
        buf_printf(out, "cited %d-%d-%d %d %d ", cited->date.year, cited->date.month, cited->date.day, cited->item_position, cited->times);
        buf_puts(out, cited->quote ? cited->quote : "-");
        buf_putc(out, '\n');
    }
}

/* ---- writing ------------------------------------------------------------------------------------------- */

static enum status write_candidate(struct db *db, int64_t row, size_t n, const struct action *candidate, struct err *err)
{
    static const char SQL_ADD[] =
        "INSERT INTO candidate(meeting, n" CANDIDATE_COLUMNS(INTO) ") VALUES (?, ?" CANDIDATE_COLUMNS(PLACE) ")";
    struct value values[COLUMNS_MAX] = {v_int(row), v_int((int64_t)n)};
    row_values(&candidate_table, candidate, values + 2);
    enum status status = db_run_values(db, SQL_ADD, err, values, candidate_table.n_columns + 2);
    return status == STATUS_OK ? db_breathe(db, err) : status;
}

enum status finds_write(struct db *db, int64_t row, const struct finds *finds, struct err *err)
{
    static const char SQL_SWEPT[] = "UPDATE meeting SET swept = ?2 WHERE id = ?1";
    static const char SQL_CITED[] =
        "INSERT INTO cited_meeting(meeting, n, date, item_position, times, quote) VALUES (?, ?, ?, ?, ?, ?)";
    enum status status = finds->version ? db_run(db, SQL_SWEPT, err, v_int(row), v_text(finds->version)) : STATUS_OK;
    for (size_t i = 0; i < finds->swept.n_candidates && status == STATUS_OK; i++)
        status = write_candidate(db, row, i, finds->swept.candidates[i], err);
    for (size_t i = 0; i < finds->swept.n_cited && status == STATUS_OK; i++) {
        const struct cited_meeting *cited = &finds->swept.cited[i];
        status = db_run(db, SQL_CITED, err, v_int(row), v_int((int64_t)i), v_date(cited->date), v_int(cited->item_position),
                        v_int(cited->times), v_text(cited->quote));
        if (status == STATUS_OK)
            status = db_breathe(db, err);
    }
    return status;
}

/* ---- reading ------------------------------------------------------------------------------------------- */

static enum status read_cited(const void *parent, struct db *db, int64_t row, struct swept *out, struct err *err)
{
    static const char SQL_CITED[] = "SELECT date, item_position, times, quote FROM cited_meeting WHERE meeting = ?1 ORDER BY n";
    struct rows rows = db_select(db, SQL_CITED, err, v_int(row));
    while (rows_next(&rows)) {
        struct cited_meeting *cited = mem_append(parent, out->cited, out->n_cited);
        cited->date = rows_date(&rows, 0);
        cited->item_position = (int)rows_int(&rows, 1);
        cited->times = (int)rows_int(&rows, 2);
        cited->quote = rows_text(parent, &rows, 3);
    }
    return rows_end(&rows);
}

enum status finds_read(const void *parent, struct db *db, int64_t row, struct finds *out, struct err *err)
{
    static const char SQL_SWEPT[] = "SELECT swept FROM meeting WHERE id = ?1";
#define OF " FROM candidate c WHERE c.meeting = ?1 ORDER BY c.n"
    static const char SQL_OF[] = FINDS OF, SQL_OF_2[] = FINDS_2 OF;
    *out = (struct finds){0};
    if (db->store->schema < 2)
        return STATUS_OK;
    struct rows rows = db_select(db, SQL_SWEPT, err, v_int(row));
    if (rows_next(&rows))
        out->version = rows_text(parent, &rows, 0);
    enum status status = rows_end(&rows);
    if (status != STATUS_OK)
        return status;
    rows = db_select(db, db->store->schema < SCHEMA_LATER ? SQL_OF_2 : SQL_OF, err, v_int(row));
    while (rows_next(&rows))
        *mem_append(parent, out->swept.candidates, out->swept.n_candidates) = row_fill(parent, &rows, &candidate_table);
    status = rows_end(&rows);
    return status == STATUS_OK ? read_cited(parent, db, row, &out->swept, err) : status;
}

/* ---- for those who show them --------------------------------------------------------------------------- */

/* Behind the columns of the find: its meeting, and the item it stands in. */
#define PLACED(finds)                                                                                        \
    finds ", m.meeting_id, m.committee, m.date, i.agenda_number, i.minute_number, i.title FROM candidate c"    \
          " JOIN meeting m ON m.id = c.meeting AND m.edition = 1"                                              \
          " LEFT JOIN item i ON i.meeting = m.id AND i.position = c.item_position"
#define NEWEST_FIRST " ORDER BY m.date IS NULL, m.date DESC, m.starts, m.meeting_id, c.n"
#define OF_MEETING_ONLY " WHERE m.id = ?1 ORDER BY c.n"
static const char SQL_ALL[] = PLACED(FINDS) NEWEST_FIRST, SQL_ALL_2[] = PLACED(FINDS_2) NEWEST_FIRST;
static const char SQL_OF_MEETING[] = PLACED(FINDS) OF_MEETING_ONLY, SQL_OF_MEETING_2[] = PLACED(FINDS_2) OF_MEETING_ONLY;

static struct action *read_placed(const void *parent, struct rows *rows)
{
    struct action *action = row_fill(parent, rows, &candidate_table);
    int n = (int)candidate_table.n_columns;
    action->state = ACTION_TO_CHECK;
    action->id = mem_strdup(action, action->candidate_id);
    action->meeting_id = rows_text(action, rows, n);
    action->committee = rows_text(action, rows, n + 1);
    action->meeting_date = rows_date(rows, n + 2);
    action->agenda_number = rows_text(action, rows, n + 3);
    action->minute_number = rows_text(action, rows, n + 4);
    action->item_title = rows_text(action, rows, n + 5);
    action->status = mem_strdup(action, "not started");
    return action;
}

static enum status read_all(const void *parent, struct db *db, const char *meeting_id, struct actions *out, struct err *err)
{
    int64_t row = 0;
    enum status status = meeting_id ? read_meeting_row(db, meeting_id, &row, err) : STATUS_OK;
    if (status != STATUS_OK || (meeting_id && row == 0))
        return status;
    bool older = db->store->schema < SCHEMA_LATER;
    struct rows rows = meeting_id ? db_select(db, older ? SQL_OF_MEETING_2 : SQL_OF_MEETING, err, v_int(row))
                                  : db_select(db, older ? SQL_ALL_2 : SQL_ALL, err);
    while (rows_next(&rows)) {
        struct action *found = read_placed(parent, &rows);
        if (store_is_ahead(db->store, found->meeting_date))
            talloc_free(found);
        else
            *mem_append(parent, out->at, out->n) = found;
    }
    return rows_end(&rows);
}

enum status store_candidates(const void *parent, struct store *store, const char *meeting_id, struct actions *out, struct err *err)
{
    *out = (struct actions){0};
    if (store->schema < 2)
        return STATUS_OK;
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = read_all(parent, store->db, meeting_id, out, err);
    db_read_end(store->db);
    return status;
}
