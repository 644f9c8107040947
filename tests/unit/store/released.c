/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Old stores for the tests of schemas (released.h). */
#include "unit/store/released.h"

#include "unit/store/many.h"
#include "unit/store/rows.h"

#include <sys/stat.h>

#define SUMMER "children-and-young-people-scrutiny-panel-2025-07-10"
#define AUTUMN "children-and-young-people-scrutiny-panel-2025-10-09"

const struct released released[] = {
    {.schema = 1,
     .actions = "43/1 housing-scrutiny-panel-2031-03-06-1000 the backlog not started rang, no answer 0 on the tracker\n"
                "41/1 housing-2023-09-12 damp \xE2\x80\x93 na\xC3\xAFve \"quotes\" not started - 0 on the tracker\n"
                "41/2 housing-2023-09-12 lifts complete - 0 on the tracker\n",
     .lines = {"== housing-scrutiny-panel-2031-03-06-1000: 4 items"},
     .kept = "43/1", .damaged = "41/1", .open = 2, .meetings = 4, .found = 0, .swept = 8},
    {.schema = 2,
     .actions = "226/1 " AUTUMN " the waiting times of young carers for an assessment, district by district not started - 0 not a follow-up\n"
                "226/2 " AUTUMN " four schools not started - 0 on the tracker\n"
                "a5/1 " AUTUMN " waiting times \xE2\x80\x93 na\xC3\xAFve \"quotes\" not started - 0 on the tracker\n"
                "214/1 " SUMMER " send Members the number of late arrivals at each school for the spring term in progress rang, no answer 0"
                " on the tracker\n"
                "214/2 " SUMMER " the Chairman would write to the Cabinet Member for Highways about the crossing outside Fallowbridge Primary"
                " not started - 0 on the tracker\n"
                "215/1 " SUMMER " a report on young carers be brought to the meeting in October 2025 not started - 0 on the tracker\n",
     .lines = {"== " AUTUMN ": 8 items", "== children-and-young-people-scrutiny-panel-2025-12-11: 0 items"},
     .typed = "young carers", .not_needed = "paper " SUMMER " work-programme-2025-26 work-programme-2025-26",
     .kept = "214/2", .damaged = "226/2", .open = 5, .meetings = 4, .found = 8, .swept = 13},
    {.schema = 3,
     .actions = "226/1 " AUTUMN " the waiting times of young carers for an assessment, district by district not started - 0 not a follow-up\n"
                "226/2 " AUTUMN " waiting times \xE2\x80\x93 na\xC3\xAFve \"quotes\" not started - 0 on the tracker\n"
                "226/3 " AUTUMN " four schools not started to ask in December 0 on the tracker\n"
                "214/1 " SUMMER " send Members the number of late arrivals in progress rang, no answer 0 on the tracker\n"
                "214/2 " SUMMER " the Chairman would write to the Cabinet Member for Highways about the crossing outside Fallowbridge Primary"
                " not started - 0 on the tracker\n"
                "215/1 " SUMMER " a report on young carers be brought to the meeting in October 2025 not started - 0 on the tracker\n"
                "32/2 harbour-and-ferries-scrutiny-panel-2024-05-14 the Director write to the maker not started - 0 on the tracker\n",
     .lines = {"== " AUTUMN ": 8 items", "== harbour-and-ferries-scrutiny-panel-2024-03-04: 2 items", "== rivers-and-bridges-scrutiny-committee-2024-11-06: "},
     .typed = "young carers", .not_needed = "paper " SUMMER " work-programme-2025-26 work-programme-2025-26",
     .kept = "214/2", .damaged = "226/2", .open = 6, .meetings = 10, .found = 10, .swept = 22},
    {.schema = 4,
     .actions = "226/1 " AUTUMN " the waiting times of young carers for an assessment, district by district not started - 0 not a follow-up\n"
                "226/2 " AUTUMN " waiting times \xE2\x80\x93 na\xC3\xAFve \"quotes\" not started - 0 on the tracker\n"
                "226/3 " AUTUMN " four schools not started to ask in December 0 on the tracker\n"
                "214/1 " SUMMER " send Members the number of late arrivals in progress rang, no answer 0 on the tracker\n"
                "214/2 " SUMMER " the Chairman would write to the Cabinet Member for Highways about the crossing outside Fallowbridge Primary"
                " not started - 0 on the tracker\n"
                "215/1 " SUMMER " a report on young carers be brought to the meeting in October 2025 not started - 0 on the tracker\n"
                "83/1 the-quays-and-moorings-panel-2025-06-10 count the cranes not started on the quay, not in the yard 0 on the tracker\n"
                "71/1 the-quays-and-moorings-panel-2025-05-13 the Head of Finance write to every berth holder by 28 February 2025 not started - 0"
                " on the tracker\n"
                "32/2 harbour-and-ferries-scrutiny-panel-2024-05-14 the Director write to the maker not started - 0 on the tracker\n",
     .lines = {"== the-lights-board-2025-05-14: 3 items", "== lights-board-2025-06-11: 3 items"},
     .typed = "young carers", .not_needed = "paper " SUMMER " work-programme-2025-26 work-programme-2025-26",
     .kept = "214/2", .damaged = "226/2", .open = 8, .meetings = 17, .found = 15, .swept = 35},
    {.schema = 5,
     .actions = "226/1 " AUTUMN " the waiting times of young carers for an assessment, district by district not started - 0 not a follow-up\n"
                "226/2 " AUTUMN " waiting times \xE2\x80\x93 na\xC3\xAFve \"quotes\" not started - 0 on the tracker\n"
                "226/3 " AUTUMN " four schools not started to ask in December 0 on the tracker\n"
                "214/1 " SUMMER " send Members the number of late arrivals in progress rang, no answer 0 on the tracker\n"
                "214/2 " SUMMER " the Chairman would write to the Cabinet Member for Highways about the crossing outside Fallowbridge Primary"
                " not started - 0 on the tracker\n"
                "215/1 " SUMMER " a report on young carers be brought to the meeting in October 2025 not started - 0 on the tracker\n"
                "83/1 quays-and-moorings-panel-2025-06-10 count the cranes not started on the quay, not in the yard; counted in December 0 on the tracker\n"
                "71/1 quays-and-moorings-panel-2025-05-13 the Head of Finance write to every berth holder by 28 February 2025 not started - 0"
                " on the tracker\n"
                "32/2 harbour-and-ferries-scrutiny-panel-2024-05-14 the Director write to the maker not started - 0 on the tracker\n"
                "2/1 harbour-and-ferries-scrutiny-panel-2024-03-04 price six stiles not started - 0 not a follow-up\n",
     .lines = {"== the-lights-board-2025-05-14: 3 items", "== lights-board-2025-06-11: 3 items"},
     .typed = "young carers", .not_needed = "paper " SUMMER " work-programme-2025-26 work-programme-2025-26",
     .kept = "214/2", .damaged = "226/2", .open = 8, .meetings = 16, .found = 14, .swept = 35},
    {.schema = 6,
     .actions = "226/1 " AUTUMN " the waiting times of young carers for an assessment, district by district not started - 0 not a follow-up\n"
                "226/2 " AUTUMN " waiting times \xE2\x80\x93 na\xC3\xAFve \"quotes\" not started - 0 on the tracker\n"
                "226/3 " AUTUMN " four schools not started to ask in December 0 on the tracker\n"
                "214/1 " SUMMER " send Members the number of late arrivals in progress rang, no answer 0 on the tracker\n"
                "214/2 " SUMMER " the Chairman would write to the Cabinet Member for Highways about the crossing outside Fallowbridge Primary"
                " not started - 0 on the tracker\n"
                "215/1 " SUMMER " a report on young carers be brought to the meeting in October 2025 complete - 0 on the tracker\n"
                "83/1 quays-and-moorings-panel-2025-06-10 count the cranes awaiting response on the quay, not in the yard; counted in December 0 on the tracker\n"
                "71/1 quays-and-moorings-panel-2025-05-13 the Head of Finance write to every berth holder by 28 February 2025 not started - 0"
                " on the tracker\n"
                "89/1 rivers-and-bridges-scrutiny-committee-2024-11-06 the gauge be read daily not started - 0 on the tracker\n"
                "32/2 harbour-and-ferries-scrutiny-panel-2024-05-14 the Director write to the maker not started - 0 on the tracker\n"
                "2/1 harbour-and-ferries-scrutiny-panel-2024-03-04 price six stiles not started - 0 not a follow-up\n",
     .lines = {"== the-lights-board-2025-05-14: 3 items", "== lights-board-2025-06-11: 3 items"},
     .typed = "young carers", .not_needed = "paper " SUMMER " work-programme-2025-26 work-programme-2025-26",
     .kept = "214/2", .damaged = "226/2", .open = 8, .meetings = 16, .found = 14, .swept = 35},
    {.schema = 7,
     .actions = "226/1 " AUTUMN " the waiting times of young carers for an assessment, district by district not started - 0 on the tracker\n"
                "226/2 " AUTUMN " waiting times \xE2\x80\x93 na\xC3\xAFve \"quotes\" not started - 0 on the tracker\n"
                "226/3 " AUTUMN " four schools not started to ask in December 0 on the tracker\n"
                "214/1 " SUMMER " send Members the number of late arrivals in progress rang, no answer 0 on the tracker\n"
                "214/2 " SUMMER " the Chairman would write to the Cabinet Member for Highways about the crossing outside Fallowbridge Primary"
                " not started - 0 on the tracker\n"
                "215/1 " SUMMER " a report on young carers be brought to the meeting in October 2025 complete - 0 on the tracker\n"
                "83/1 quays-and-moorings-panel-2025-06-10 count the cranes awaiting response on the quay, not in the yard; counted in December 0 on the tracker\n"
                "71/1 quays-and-moorings-panel-2025-05-13 the Head of Finance write to every berth holder by 28 February 2025 not started - 0"
                " on the tracker\n"
                "89/1 rivers-and-bridges-scrutiny-committee-2024-11-06 the gauge be read daily not started - 0 on the tracker\n"
                "32/2 harbour-and-ferries-scrutiny-panel-2024-05-14 the Director write to the maker not started - 0 on the tracker\n"
                "2/1 harbour-and-ferries-scrutiny-panel-2024-03-04 price six stiles not started - 0 not a follow-up\n",
     .lines = {"== the-lights-board-2025-05-14: 3 items", "== lights-board-2025-06-11: 3 items"},
     .typed = "young carers", .not_needed = "paper " SUMMER " work-programme-2025-26 work-programme-2025-26",
     .kept = "214/2", .damaged = "226/2", .open = 9, .meetings = 16, .found = 14, .swept = 35},
};
const size_t released_n = MB_LENGTH(released);

static char *read_whole(void *context, const char *path)
{
    FILE *file = fopen(path, "rb");
    struct buf text;
    char piece[4096];
    size_t n;
    if (!file)
        fail_msg("cannot read %s", path);
    buf_init(&text, context, BUF_MAX_DOCUMENT);
    while ((n = fread(piece, 1, sizeof piece, file)) > 0)
        buf_add(&text, piece, n);
    fclose(file);
    return buf_take(&text);
}

sqlite3 *plain(const char *path)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_busy_timeout(db, 5000);
    return db;
}

char *old_store(void **state, const struct released *old, const char *name)
{
    char *path = scratch_path(*state, mem_printf(*state, "%d-%s", old->schema, name)), *message = NULL;
    char *file = mem_printf(*state, "%s/tests/fault/store/schema-%d.sql", test_env("MINUTEBOOK_SRCDIR"), old->schema);
    char *sql = read_whole(*state, file);
    sqlite3 *db = plain(path);
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s", message);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    assert_int_equal(chmod(path, 0600), 0);
    return path;
}

/* The rows of a query, every value quoted. */
char *rows_text_of(void *context, sqlite3 *db, const char *sql)
{
    sqlite3_stmt *stmt = NULL;
    struct buf text;
    buf_init(&text, context, BUF_MAX_DOCUMENT);
    if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(stmt); i++) {
            const unsigned char *value = sqlite3_column_text(stmt, i);
            buf_printf(&text, "%s|", value ? (const char *)value : "NULL");
        }
        buf_putc(&text, '\n');
    }
    sqlite3_finalize(stmt);
    return buf_take(&text);
}

/* What reads all that the member's own tables of the store at PATH hold: those whose rows have a check value `h`.
 * Asked of a store as it was released, it reads the same of one that was brought on. */
struct strings user_queries(void **state, const char *path)
{
    static const char SQL_QUERIES[] =
        "SELECT 'SELECT ' || group_concat(c.name, ', ') || ' FROM ' || m.name || ' ORDER BY 1'"
        " FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' GROUP BY m.name"
        " HAVING sum(c.name = 'h') ORDER BY m.name";
    struct strings queries = {0};
    sqlite3 *db = plain(path);
    sqlite3_stmt *stmt = NULL;
    assert_int_equal(sqlite3_prepare_v2(db, SQL_QUERIES, -1, &stmt, NULL), SQLITE_OK);
    while (sqlite3_step(stmt) == SQLITE_ROW)
        strings_add(*state, &queries, (const char *)sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    assert_true(queries.n >= 5);
    strings_add(*state, &queries, "SELECT rowid, title, body, action_id FROM mine ORDER BY rowid");
    return queries;
}

char *user_text(void **state, const char *path, struct strings queries)
{
    sqlite3 *db = plain(path);
    struct buf all;
    buf_init(&all, *state, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < queries.n; i++)
        buf_puts(&all, rows_text_of(*state, db, queries.at[i]));
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    return buf_take(&all);
}

int version_of(void **state, const char *path)
{
    sqlite3 *db = plain(path);
    int version = atoi(rows_text_of(*state, db, "PRAGMA user_version"));
    sqlite3_close(db);
    return version;
}

void assert_sound(void **state, struct store *store)
{
    struct strings findings = {0};
    struct err err = {0};
    if (store_check(*state, store, &findings, &err) != STATUS_OK)
        fail_msg("%s", findings.n ? findings.at[0] : err.text);
}

char *shown_actions(void **state, struct store *store)
{
    struct actions all;
    struct err err;
    struct buf text;
    buf_init(&text, *state, BUF_MAX_DOCUMENT);
    assert_ok(store_actions(*state, store, &all, &err), err);
    for (size_t i = 0; i < all.n; i++) {
        const struct action *action = all.at[i];
        buf_printf(&text, "%s %s %s %s %s %d %s\n", action->reference, action->meeting_id, action->subject, action->status,
                   action->note ? action->note : "-", action->damaged, action_state_words(action->state));
    }
    return buf_take(&text);
}

/* STORE shows what the release wrote. */
void assert_shown(void **state, struct store *store, const struct released *old)
{
    const char *text = store_text(*state, store);
    struct strings typed;
    struct wanted_papers wanted;
    struct err err;
    size_t marks = 0;
    assert_string_equal(shown_actions(state, store), old->actions);
    for (size_t i = 0; i < MB_LENGTH(old->lines) && old->lines[i]; i++)
        if (!strstr(text, old->lines[i]))
            fail_msg("not shown: %s in %s", old->lines[i], text);
    assert_ok(store_prompt_history(*state, store, "find", 5, &typed, &err), err);
    assert_int_equal(typed.n, old->typed ? 1 : 0);
    if (old->typed)
        assert_string_equal(typed.at[0], old->typed);
    assert_ok(store_wanted(*state, store, (struct date){2025, 11, 12}, &wanted, &err), err);
    for (size_t i = 0; i < wanted.n; i++)
        if (wanted.at[i].not_needed)
            assert_string_equal(wanted.at[i].key, marks++ == 0 && old->not_needed ? old->not_needed : "");
    assert_int_equal(marks, old->not_needed ? 1 : 0);
}
