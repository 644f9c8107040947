/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The member's rulings and corrections as joining and publishing read them, and the counts that other
 * files of the room want of the user's rows. A row whose check value does not fit rules nothing. */
#include "config.h"

#include "src/store/user_rows.h"

#include <stdlib.h>
#include <string.h>

/* Words separated by blanks. */
static struct strings split(const void *parent, const char *text)
{
    struct strings list = {0};
    for (const char *p = text; p && *p; p += strspn(p, " ")) {
        size_t n = strcspn(p, " ");
        char *word = mem_strndup(NULL, p, n);
        strings_add(parent, &list, word);
        talloc_free(word);
        p += n;
    }
    return list;
}

static int by_seq(const void *left, const void *right)
{
    const struct ruling_row *a = left, *b = right;
    return a->seq < b->seq ? -1 : a->seq > b->seq;
}

static enum status read_apart(const void *parent, struct db *db, struct ruling_rows *out, struct err *err)
{
    struct rows rows = rows_of(db, &apart_table, err);
    while (rows_next(&rows)) {
        struct apart_record *row = row_read(NULL, &rows, &apart_table);
        if (!row->deleted && !row->damaged) {
            struct ruling_row *ruling = mem_append(parent, out->at, out->n);
            *ruling = (struct ruling_row){RULING_APART, split(parent, row->first), split(parent, row->second), row->seq};
        }
        talloc_free(row);
    }
    return rows_end(&rows);
}

static enum status read_places(const void *parent, struct db *db, struct ruling_rows *out, struct err *err)
{
    struct rows rows = db_select(db, correction_table.sql_all, err);
    while (rows_next(&rows)) {
        struct correction_record *row = row_read(NULL, &rows, &correction_table);
        if (!row->deleted && !row->damaged && row->value && strcmp(row->field, "meeting") == 0) {
            struct ruling_row *ruling = mem_append(parent, out->at, out->n);
            *ruling = (struct ruling_row){RULING_PLACE, split(parent, row->sha256), split(parent, row->value), row->seq};
        }
        talloc_free(row);
    }
    return rows_end(&rows);
}

enum status user_rulings(const void *parent, struct db *db, struct ruling_rows *out, struct err *err)
{
    *out = (struct ruling_rows){0};
    struct rows rows = db_select(db, ruling_table.sql_all, err);
    while (rows_next(&rows)) {
        struct ruling_record *row = row_read(NULL, &rows, &ruling_table);
        if (!row->deleted && !row->damaged) {
            struct ruling_row *ruling = mem_append(parent, out->at, out->n);
            ruling->kind = strcmp(row->kind, "join") == 0 ? RULING_JOIN : RULING_PART;
            ruling->left = split(parent, row->first);
            ruling->right = split(parent, row->second);
            ruling->seq = row->seq;
        }
        talloc_free(row);
    }
    enum status status = rows_end(&rows);
    if (status == STATUS_OK)
        status = read_apart(parent, db, out, err);
    if (status == STATUS_OK)
        status = read_places(parent, db, out, err);
    if (out->n)
        qsort(out->at, out->n, sizeof *out->at, by_seq);
    return status;
}

enum status user_corrections(const void *parent, struct db *db, struct correction_rows *out, struct err *err)
{
    *out = (struct correction_rows){0};
    struct rows rows = db_select(db, correction_table.sql_all, err);
    while (rows_next(&rows)) {
        struct correction_record *row = row_read(NULL, &rows, &correction_table);
        if (!row->deleted && !row->damaged && row->value) {
            struct correction_row *correction = mem_append(parent, out->at, out->n);
            correction->sha256 = mem_strdup(out->at, row->sha256);
            correction->field = mem_strdup(out->at, row->field);
            correction->value = mem_strdup(out->at, row->value);
        }
        talloc_free(row);
    }
    return rows_end(&rows);
}

enum status user_former_details(const void *parent, struct db *db, struct correction_rows *out, struct err *err)
{
    static const char SQL_STATED[] =
        "SELECT DISTINCT c.sha256, e.field, e.to_value FROM correction c JOIN event e ON e.row_id = c.id AND e.row_table = 'correction'"
        " WHERE e.field IN ('committee', 'date') AND e.to_value IS NOT NULL ORDER BY 1, 2, 3";
    *out = (struct correction_rows){0};
    struct rows rows = db_select(db, SQL_STATED, err);
    while (rows_next(&rows)) {
        struct correction_row *stated = mem_append(parent, out->at, out->n);
        stated->sha256 = rows_text(out->at, &rows, 0);
        stated->field = rows_text(out->at, &rows, 1);
        stated->value = rows_text(out->at, &rows, 2);
    }
    return rows_end(&rows);
}

enum status user_rules_seq(struct db *db, int64_t *out, struct err *err)
{
#define SEQ_2 "SELECT max(seq) FROM (SELECT max(seq) AS seq FROM ruling UNION ALL SELECT max(seq) FROM correction"
    static const char SQL_SEQ_2[] = SEQ_2 ")";
    static const char SQL_SEQ[] = SEQ_2 " UNION ALL SELECT max(seq) FROM kept_apart UNION ALL SELECT max(seq) FROM committee_ruling)";
    return db_number(db, db->store->schema < 3 ? SQL_SEQ_2 : SQL_SEQ, 0, out, err);
}

static enum status count(struct db *db, const char *sql, const char *value, int *out, struct err *err)
{
    int64_t n = 0;
    enum status status = value ? db_number(db, sql, 0, &n, err, v_text(value)) : db_number(db, sql, 0, &n, err);
    *out = (int)n;
    return status;
}

/* Refused rows are the member's too, but nobody calls them follow-ups. Schema 1 knew none. */
#define KEPT " AND state = 'confirmed'"

enum status user_notes_of_source(struct db *db, const char *sha256, int *out, struct err *err)
{
    static const char SQL_COUNT_1[] = "SELECT count(*) FROM action WHERE source_sha256 = ?1 AND deleted = 0";
    static const char SQL_COUNT[] = "SELECT count(*) FROM action WHERE source_sha256 = ?1 AND deleted = 0" KEPT;
    return count(db, db->store->schema < 2 ? SQL_COUNT_1 : SQL_COUNT, sha256, out, err);
}

enum status user_open_actions(struct db *db, int *out, struct err *err)
{
#define OPEN "SELECT count(*) FROM action WHERE deleted = 0 AND status NOT IN ('complete', 'superseded', 'no longer feasible')"
    static const char SQL_COUNT_1[] = OPEN, SQL_COUNT[] = OPEN KEPT;
    return count(db, db->store->schema < 2 ? SQL_COUNT_1 : SQL_COUNT, NULL, out, err);
}
