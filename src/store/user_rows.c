/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Rows of the user's tables in and out, driven by the description of the table: the check value that
 * tells a changed byte (reliability.md 2.5: one bit of 120 passed quick_check), the row as JSON for
 * its event, and keys that two stores never share. */
#include "config.h"

#include "src/store/user_rows.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#define HASH_TEXT_MAX ((size_t)256 << 20)

/* ---- values ------------------------------------------------------------------------------------ */

static struct value column_value(const struct column *column, const void *row)
{
    switch (column->kind) {
    case COLUMN_TEXT:
        return v_text(ROW_VALUE(char *, row, column->at));
    case COLUMN_INT:
        return v_int(ROW_VALUE(int64_t, row, column->at));
    case COLUMN_SMALL:
        return v_int(ROW_VALUE(int, row, column->at));
    case COLUMN_STATE:
        return v_text(action_state_name(ROW_VALUE(enum action_state, row, column->at)));
    case COLUMN_ENTRY:
        return v_text(entry_kind_name(ROW_VALUE(enum entry_kind, row, column->at)));
    case COLUMN_BOOL:
        return v_bool(ROW_VALUE(bool, row, column->at));
    case COLUMN_DATE:
        break;
    }
    return v_date(ROW_VALUE(struct date, row, column->at));
}

/* As it was before the column was thought of. */
static bool is_default(const struct column *column, const void *row)
{
    struct value value = column_value(column, row);
    if (column->kind == COLUMN_STATE)
        return ROW_VALUE(enum action_state, row, column->at) == ACTION_KEPT;
    return value.kind == VALUE_NULL || (value.kind == VALUE_INT && value.number == 0);
}

static void state_read(enum action_state *state, struct rows *rows, int n)
{
    char *name = rows_text(NULL, rows, n);
    *state = ACTION_KEPT;
    if (name && !action_state_parse(name, state))
        *state = ACTION_KEPT; /* the check value does not fit then */
    talloc_free(name);
}

/* A name that is not known reads as the first; the check value does not fit then. */
static void entry_kind_read(enum entry_kind *kind, struct rows *rows, int n)
{
    char *name = rows_text(NULL, rows, n);
    if (!name || !entry_kind_parse(name, kind))
        *kind = ENTRY_UPDATE;
    talloc_free(name);
}

static void column_read(const struct column *column, void *row, struct rows *rows, int n)
{
    switch (column->kind) {
    case COLUMN_TEXT:
        ROW_MEMBER(char *, row, column->at) = rows_text(row, rows, n);
        break;
    case COLUMN_INT:
        ROW_MEMBER(int64_t, row, column->at) = rows_int(rows, n);
        break;
    case COLUMN_SMALL:
        ROW_MEMBER(int, row, column->at) = (int)rows_int(rows, n);
        break;
    case COLUMN_STATE:
        state_read(&ROW_MEMBER(enum action_state, row, column->at), rows, n);
        break;
    case COLUMN_ENTRY:
        entry_kind_read(&ROW_MEMBER(enum entry_kind, row, column->at), rows, n);
        break;
    case COLUMN_BOOL:
        ROW_MEMBER(bool, row, column->at) = rows_bool(rows, n);
        break;
    case COLUMN_DATE:
        ROW_MEMBER(struct date, row, column->at) = rows_date(rows, n);
        break;
    }
}

/* ---- check value ------------------------------------------------------------------------------- */

/* A field with its type and length, so that no two rows give the same bytes. */
static void hash_value(struct buf *out, const void *scratch, const struct value *value)
{
    const char *text = value->bytes;
    if (value->kind == VALUE_DATE)
        text = date_iso(scratch, value->date);
    if (value->kind == VALUE_INT)
        text = mem_printf(scratch, "%" PRId64, value->number);
    size_t n = value->kind == VALUE_TEXT ? value->n : text ? strlen(text) : 0;
    buf_printf(out, "%c%zu:", "nitbd"[value->kind], n);
    buf_add(out, text ? text : "", n);
}

void row_hash(const struct user_table *table, const void *row, char out[ROW_HASH])
{
    void *scratch = talloc_named_const(NULL, 0, "row_hash");
    struct buf text;
    char digest[SHA256_HEX];
    buf_init(&text, scratch, HASH_TEXT_MAX);
    buf_printf(&text, "%s:", table->name);
    for (size_t i = 0; i < table->n_columns; i++) {
        const struct column *column = &table->columns[i];
        struct value value = column_value(column, row);
        if (column->later && is_default(column, row))
            continue;
        if (column->later)
            buf_printf(&text, "%s=", column->name);
        hash_value(&text, scratch, &value);
    }
    sha256_hex(text.data, text.len, digest);
    memcpy(out, digest, ROW_HASH - 1);
    out[ROW_HASH - 1] = '\0';
    talloc_free(scratch);
}

/* ---- reading and writing ------------------------------------------------------------------------ */

void *row_fill(const void *parent, struct rows *rows, const struct user_table *table)
{
    void *row = mem_zero_named(parent, table->size, table->name);
    for (size_t i = 0; i < table->n_columns; i++)
        column_read(&table->columns[i], row, rows, (int)i);
    return row;
}

void *row_read(const void *parent, struct rows *rows, const struct user_table *table)
{
    void *row = row_fill(parent, rows, table);
    char expected[ROW_HASH], *found = rows_text(row, rows, (int)table->n_columns);
    row_hash(table, row, expected);
    ROW_MEMBER(bool, row, table->damaged) = !found || strcmp(found, expected) != 0;
    return row;
}

bool table_is_there(const struct db *db, const struct user_table *table)
{
    return db->store->schema >= table->since;
}

/* SELECTs that an older store understands too: this program reads it where it may not bring it on. */
static const struct older_select *older_select(const struct db *db, const struct user_table *table)
{
    for (const struct older_select *older = table->older; older && older->before; older++)
        if (db->store->schema < older->before)
            return older;
    return NULL;
}

struct rows rows_of(struct db *db, const struct user_table *table, struct err *err)
{
    static const char SQL_NO_ROW[] = "SELECT 0 WHERE 0";
    if (!table_is_there(db, table))
        return db_select(db, SQL_NO_ROW, err);
    const struct older_select *older = older_select(db, table);
    return db_select(db, older ? older->all : table->sql_all, err);
}

enum status row_get(const void *parent, struct db *db, const struct user_table *table, const char *key, void **out,
                    struct err *err)
{
    *out = NULL;
    if (!table_is_there(db, table))
        return STATUS_OK;
    const struct older_select *older = older_select(db, table);
    struct rows rows = db_select(db, older ? older->get : table->sql_get, err, v_text(key));
    if (rows_next(&rows))
        *out = row_read(parent, &rows, table);
    return rows_end(&rows);
}

void row_values(const struct user_table *table, const void *row, struct value *values)
{
    for (size_t i = 0; i < table->n_columns; i++)
        values[i] = column_value(&table->columns[i], row);
}

enum status row_put(struct db *db, const struct user_table *table, const void *row, struct err *err)
{
    struct value values[COLUMNS_MAX];
    char hash[ROW_HASH];
    row_values(table, row, values);
    row_hash(table, row, hash);
    values[table->n_columns] = v_text(hash);
    return db_run_values(db, table->sql_put, err, values, table->n_columns + 1);
}

enum status row_is_sound(const struct user_table *table, const void *row, const char *name, struct err *err)
{
    if (!ROW_VALUE(bool, row, table->damaged))
        return STATUS_OK;
    return err_set(err, STATUS_STORE, "%s is damaged in the store and was not written over; run: minutebook check", name);
}

/* ---- JSON --------------------------------------------------------------------------------------- */

static void json_value(struct buf *out, const void *scratch, const struct value *value)
{
    if (value->kind == VALUE_NULL) {
        buf_puts(out, "null");
    } else if (value->kind == VALUE_INT) {
        buf_printf(out, "%" PRId64, value->number);
    } else {
        const char *text = value->kind == VALUE_DATE ? date_iso(scratch, value->date) : value->bytes;
        buf_putc(out, '"');
        text_json(out, text, strlen(text));
        buf_putc(out, '"');
    }
}

char *row_json(const void *parent, const struct user_table *table, const void *row)
{
    void *scratch = talloc_new(NULL);
    struct buf out;
    buf_init(&out, parent, HASH_TEXT_MAX);
    buf_putc(&out, '{');
    for (size_t i = 0; i < table->n_columns; i++) {
        struct value value = column_value(&table->columns[i], row);
        if (table->columns[i].later && is_default(&table->columns[i], row))
            continue;
        buf_printf(&out, "%s\"%s\":", i ? "," : "", table->columns[i].name);
        json_value(&out, scratch, &value);
    }
    buf_putc(&out, '}');
    talloc_free(scratch);
    return buf_take(&out);
}

enum status row_parse(const void *parent, struct db *db, const struct user_table *table, const char *json, void **out,
                      struct err *err)
{
    *out = NULL;
    struct rows rows = db_select(db, table->sql_parse, err, v_text(json));
    if (rows_next(&rows))
        *out = row_fill(parent, &rows, table);
    return rows_end(&rows);
}

/* ---- keys --------------------------------------------------------------------------------------- */

char *uuid_new(const void *parent)
{
    unsigned char bytes[16];
    size_t have = 0;
    while (have < sizeof bytes) {
        ssize_t n = getrandom(bytes + have, sizeof bytes - have, 0);
        if (n > 0)
            have += (size_t)n;
        else if (errno != EINTR)
            abort(); /* no kernel we run on lacks it; a key that is not random must never be given */
    }
    bytes[6] = (unsigned char)((bytes[6] & 0x0F) | 0x40); /* RFC 9562, version 4 */
    bytes[8] = (unsigned char)((bytes[8] & 0x3F) | 0x80);
    struct buf out;
    buf_init(&out, parent, UUID_LENGTH);
    for (size_t i = 0; i < sizeof bytes; i++)
        buf_printf(&out, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", bytes[i]);
    return buf_take(&out);
}

char *store_new_id(const void *parent)
{
    return uuid_new(parent);
}

bool store_is_id(const char *text)
{
    if (strlen(text) != UUID_LENGTH)
        return false;
    for (size_t i = 0; i < UUID_LENGTH; i++) {
        bool stroke = i == 8 || i == 13 || i == 18 || i == 23;
        if (stroke ? text[i] != '-' : !strchr("0123456789abcdef", text[i]))
            return false;
    }
    return true;
}
