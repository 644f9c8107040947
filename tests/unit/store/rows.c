/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "unit/store/rows.h"

struct store *new_store(void **state)
{
    return open_store(*state, scratch_path(*state, "store.db"), STORE_WRITE);
}

struct action *follow_up(void **state, const char *subject)
{
    struct action *action = mem_new(*state, struct action);
    action->class = mem_strdup(action, "action");
    action->meeting_id = mem_strdup(action, "housing-2023-09-12");
    action->committee = mem_strdup(action, "Housing Scrutiny Panel");
    action->meeting_date = (struct date){2023, 9, 12};
    action->minute_number = mem_strdup(action, "41");
    action->agenda_number = mem_strdup(action, "6");
    action->item_title = mem_strdup(action, "Damp in Council Homes");
    action->quote = mem_strdup(action, "Officers would report back.");
    action->quote_place = mem_strdup(action, "minutes:120");
    action->subject = mem_strdup(action, subject);
    return action;
}

struct edit_result *edit(void **state, struct store *store, const struct edit *edit)
{
    struct edit_result *result = NULL;
    struct err err;
    assert_ok(store_edit(*state, store, edit, &result, &err), err);
    return result;
}

struct edit_result *add(void **state, struct store *store, const struct action *action)
{
    return edit(state, store, &(struct edit){.kind = EDIT_ACTION_ADD, .action = action});
}

struct edit_result *add_subject(void **state, struct store *store, const char *subject)
{
    return add(state, store, follow_up(state, subject));
}

struct edit_result *set(void **state, struct store *store, const char *target, const char *field, const char *value)
{
    const char *reason = strcmp(field, "status") == 0 && !action_status_is_open(value) ? "minute 44" : NULL;
    return edit(state, store, &(struct edit){.kind = EDIT_ACTION_SET, .target = target, .field = field, .value = value, .reason = reason});
}

struct edit_result *undo(void **state, struct store *store)
{
    return edit(state, store, &(struct edit){.kind = EDIT_UNDO});
}

struct edit_result *redo(void **state, struct store *store)
{
    return edit(state, store, &(struct edit){.kind = EDIT_REDO});
}

char *refused(void **state, struct store *store, const struct edit *edit, enum status status)
{
    struct edit_result *result;
    struct err err = {0};
    enum status found = store_edit(*state, store, edit, &result, &err);
    if (found != status)
        fail_msg("ended with %d instead of %d: %s", found, status, err.text);
    return mem_strdup(*state, err.text);
}

struct action *get(void **state, struct store *store, const char *which)
{
    struct action *action = NULL;
    struct err err;
    assert_ok(store_action(*state, store, which, &action, &err), err);
    return action;
}

size_t live_rows(void **state, struct store *store)
{
    struct actions all;
    struct err err;
    assert_ok(store_actions(*state, store, &all, &err), err);
    return all.n;
}

void plant(void **state, const char *sql)
{
    sqlite3 *other = NULL;
    char *message = NULL;
    assert_int_equal(sqlite3_open(scratch_path(*state, "store.db"), &other), SQLITE_OK);
    sqlite3_busy_timeout(other, 5000);
    if (sqlite3_exec(other, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s: %s", sql, message);
    if ((text_starts(sql, "UPDATE") || text_starts(sql, "DELETE")) && sqlite3_total_changes(other) == 0)
        fail_msg("%s: no row was changed", sql);
    assert_int_equal(sqlite3_close(other), SQLITE_OK);
}

int mine_hits(struct store *store, const char *match)
{
    static const char SQL_HITS[] = "SELECT count(*) FROM mine WHERE mine MATCH ?1";
    int64_t n = 0;
    struct err err;
    assert_ok(db_number(store->db, SQL_HITS, 0, &n, &err, v_text(match)), err);
    return (int)n;
}
