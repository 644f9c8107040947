/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The user's rows as they stood at the end of a day: each as the newest event up to then left it (every event holds the row after it).
 * A row without such an event did not stand yet. Only follow-ups and their entries are looked back on; papers are as they are held. */
#include "config.h"

#include "src/store/user_rows.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define STAMP_SIZE 32

void store_set_day(struct store *store, struct date today)
{
    store->today = today;
}

void store_look_back(struct store *store, struct date day)
{
    store->looks_back = day;
    talloc_free(store->unread.at);
    store->unread = (struct strings){0};
}

bool store_looks_back(const struct store *store)
{
    return date_is_set(store->looks_back);
}

bool store_is_ahead(const struct store *store, struct date day)
{
    return store_looks_back(store) && date_is_set(day) && date_compare(day, store->looks_back) > 0;
}

static char *stamp_of(const void *parent, time_t moment)
{
    char stamp[STAMP_SIZE];
    struct tm utc;
    if (!gmtime_r(&moment, &utc) || strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ", &utc) == 0)
        return mem_strdup(parent, "1970-01-01T00:00:00Z");
    return mem_strdup(parent, stamp);
}

/* A day that is not this computer's has no hours: noon is the same day wherever it is read. */
char *change_stamp(const void *parent, const struct store *store)
{
    time_t now = time(NULL);
    struct tm here = {0};
    (void)localtime_r(&now, &here);
    const struct date clock = {here.tm_year + 1900, here.tm_mon + 1, here.tm_mday};
    if (!date_is_set(store->today) || date_compare(store->today, clock) == 0)
        return stamp_of(parent, now);
    return mem_printf(parent, "%04d-%02d-%02dT12:00:00Z", store->today.year, store->today.month, store->today.day);
}

/* The stamp with which the day behind the one that is looked back on begins, by the time of this place. */
char *look_back_until(const void *parent, const struct store *store)
{
    if (!store_looks_back(store))
        return NULL;
    struct date next = date_add(store->looks_back, 1);
    struct tm midnight = {.tm_year = next.year - 1900, .tm_mon = next.month - 1, .tm_mday = next.day, .tm_isdst = -1};
    return stamp_of(parent, mktime(&midnight));
}

/* The day of this place that STAMP is of; unset where it is none. */
static struct date day_of_stamp(const char *stamp)
{
    struct tm utc = {0}, here = {0};
    const char *end = stamp ? strptime(stamp, "%Y-%m-%dT%H:%M:%S", &utc) : NULL;
    time_t moment = end ? timegm(&utc) : 0;
    if (!end || !localtime_r(&moment, &here))
        return (struct date){0};
    return (struct date){here.tm_year + 1900, here.tm_mon + 1, here.tm_mday};
}

enum status look_back_begins(struct db *db, struct date *day, struct err *err)
{
    /* what a column is by default, and a state is that of a kept row, is not written */
    static const char SQL_FIRST[] = "SELECT min(stamp) FROM event WHERE row_table = ?1 AND stamp >= ?2 "
                                    "AND CASE WHEN json_valid(row_after) THEN coalesce(json_extract(row_after, '$.state'), ?3) ELSE '' END = ?3";
    *day = (struct date){0};
    if (!store_looks_back(db->store))
        return STATUS_OK;
    char *until = look_back_until(NULL, db->store);
    struct rows rows = db_select(db, SQL_FIRST, err, v_text(action_table.name), v_text(until), v_text(action_state_name(ACTION_KEPT)));
    if (rows_next(&rows))
        *day = day_of_stamp(rows_text(until, &rows, 0));
    enum status status = rows_end(&rows);
    talloc_free(until);
    return status;
}

/* A row whose history cannot be read is left out and named, so that what is damaged hides no other row. */
static enum status add_unread(struct db *db, const char *row_id, struct err *err)
{
    static const char SQL_NAME[] = "SELECT reference FROM action WHERE id = coalesce((SELECT action_id FROM action_entry WHERE id = ?1), ?1)";
    static const char SQL_OLD_NAME[] = "SELECT reference FROM action WHERE id = ?1";
    struct strings *unread = &db->store->unread;
    struct rows rows = db_select(db, table_is_there(db, &entry_table) ? SQL_NAME : SQL_OLD_NAME, err, v_text(row_id));
    char *found = rows_next(&rows) ? rows_text(NULL, &rows, 0) : NULL;
    enum status status = rows_end(&rows);
    const char *name = found ? found : row_id;
    bool known = false;
    for (size_t i = 0; i < unread->n; i++)
        known = known || strcmp(unread->at[i], name) == 0;
    if (status == STATUS_OK && !known)
        strings_add(db->store, unread, name);
    talloc_free(found);
    return status;
}

const struct strings *store_unread(const struct store *store)
{
    return &store->unread;
}

/* What no follow-up, no entry and no note is without. */
static bool is_whole(const struct user_table *table, const void *row, const char *row_id)
{
    const char *id = ROW_VALUE(char *, row, table->id);
    if (!id || strcmp(id, row_id) != 0)
        return false;
    if (table == &entry_table)
        return ((const struct action_entry *)row)->action_id != NULL;
    if (table == &note_table)
        return ((const struct note_row *)row)->note.text != NULL;
    const struct action *action = &((const struct action_row *)row)->action;
    return table != &action_table || (action->reference && action->status);
}

static enum status add_row(const void *parent, struct db *db, const struct user_table *table, const char *row_id, const char *json,
                           struct user_list *out, struct err *err)
{
    void *row = NULL;
    enum status status = *json ? row_parse(parent, db, table, json, &row, err) : STATUS_OK;
    if (status != STATUS_OK)
        return status;
    if (!row || !is_whole(table, row, row_id))
        return add_unread(db, row_id, err);
    *mem_append(parent, out->at, out->n) = row;
    return STATUS_OK;
}

/* An entry stays with its follow-up, so that those of one are found by the index. */
static enum status read_back(const void *parent, struct db *db, const struct user_table *table, const char *action_id, struct user_list *out,
                             struct err *err)
{
#define BACK "SELECT row_id, CASE WHEN json_valid(row_after) THEN row_after ELSE '' END, max(seq) FROM event WHERE row_table = ?1 AND stamp < ?2"
    static const char SQL_BACK[] = BACK " GROUP BY row_id";
    static const char SQL_BACK_OF[] = BACK " AND row_id IN (SELECT id FROM action_entry WHERE action_id = ?3) GROUP BY row_id";
    void *scratch = talloc_named_const(NULL, 0, "look back");
    struct strings ids = {0}, texts = {0};
    const char *until = look_back_until(scratch, db->store);
    struct rows rows = action_id ? db_select(db, SQL_BACK_OF, err, v_text(table->name), v_text(until), v_text(action_id))
                                 : db_select(db, SQL_BACK, err, v_text(table->name), v_text(until));
    while (rows_next(&rows)) {
        strings_add(scratch, &ids, rows_text(scratch, &rows, 0));
        strings_add(scratch, &texts, rows_text(scratch, &rows, 1));
    }
    enum status status = rows_end(&rows);
    for (size_t i = 0; i < texts.n && status == STATUS_OK; i++)
        status = add_row(parent, db, table, ids.at[i], texts.at[i], out, err);
    talloc_free(scratch);
    return status;
}

enum status user_rows_list(const void *parent, struct db *db, const struct user_table *table, const char *action_id, struct user_list *out,
                           struct err *err)
{
    *out = (struct user_list){0};
    if (!table_is_there(db, table))
        return STATUS_OK;
    if (store_looks_back(db->store))
        return read_back(parent, db, table, action_id, out, err);
    struct rows rows = action_id ? db_select(db, entries_sql, err, v_text(action_id)) : rows_of(db, table, err);
    while (rows_next(&rows))
        *mem_append(parent, out->at, out->n) = row_read(parent, &rows, table);
    return rows_end(&rows);
}
