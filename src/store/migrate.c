/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* From an older schema to this program's (reliability.md 2.7): no verified full copy, no migration; one
 * transaction a step, so that it may be killed anywhere and goes on from there. A step must stay as it
 * was released: stores of all ages come through it. */
#include "config.h"

#include "src/store/user_rows.h"

#include <inttypes.h>
#include <string.h>

const struct migration schema_steps[] = {
    {.to = 2, .sql = schema_2_columns, .published = &schema_published_2, .user = &schema_user_2},
    {.to = 3, .sql = schema_3_columns, .published = &schema_published_3, .user = &schema_user_3, .run = schema_3_keys},
    {.to = 4, .sql = schema_4_rows, .published = &schema_published_4},
    {.to = 5, .sql = schema_5_rows},
    {.to = 6, .sql = schema_6_columns, .user = &schema_user_6},
    {.to = 7, .user = &schema_user_7, .run = schema_7_mine},
    {.to = 8, .sql = schema_8_columns, .published = &schema_published_8},
};
const size_t schema_steps_n = MB_LENGTH(schema_steps);

static const struct migration *migration_to(const struct migration *list, size_t n, int to)
{
    for (size_t i = 0; i < n; i++)
        if (list[i].to == to && (list[i].sql || list[i].run))
            return &list[i];
    return NULL;
}

static enum status run_statements(struct db *db, const struct migration *step, struct err *err)
{
    const struct schema_list *lists[] = {step->published, step->user};
    enum status status = step->sql ? db_script(db, step->sql, err) : STATUS_OK;
    for (size_t i = 0; i < MB_LENGTH(lists) && status == STATUS_OK; i++)
        status = lists[i] ? schema_create_list(db, lists[i], err) : STATUS_OK;
    return status == STATUS_OK && step->run ? step->run(db, err) : status;
}

enum status migrate_new(struct db *db, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < schema_steps_n && status == STATUS_OK; i++)
        status = run_statements(db, &schema_steps[i], err);
    return status;
}

/* Inside the transaction: the step's statements, then the number that says it is done. */
static enum status run_step(struct db *db, const struct migration *step, struct err *err)
{
    enum status status = run_statements(db, step, err);
    if (status != STATUS_OK)
        return status;
    char *mark = mem_printf(NULL, "PRAGMA user_version=%d", step->to);
    status = db_script(db, mark, err);
    talloc_free(mark);
    return status;
}

/* Another program may have made the same step while this one waited: then it is done. */
static enum status schema_now(struct store *store, struct err *err)
{
    static const char SQL_VERSION[] = "PRAGMA user_version";
    int64_t version = 0;
    enum status status = db_number(store->db, SQL_VERSION, 0, &version, err);
    store->schema = (int)version;
    return status;
}

static enum status make_step(struct store *store, const struct migration *step, struct err *err)
{
    enum status status = db_begin(store->db, err);
    if (status == STATUS_OK)
        status = run_step(store->db, step, err);
    return db_finish(store->db, status, err);
}

static enum status copy_first(struct store *store, struct err *err)
{
    char *written;
    struct err inner = {0};
    void *scratch = talloc_named_const(NULL, 0, "copy_first");
    enum status status = store_backup(scratch, store, NULL, &written, &inner);
    if (status != STATUS_OK)
        err_set(err, status, "the store \"%s\" must be brought to a newer form, and no verified copy of it could be made first: %s",
                store->path, inner.text);
    talloc_free(scratch);
    return status;
}

enum status migrate_run(struct store *store, const struct migration *list, size_t n, int target, struct err *err)
{
    enum status status = schema_now(store, err);
    if (status != STATUS_OK || store->schema >= target)
        return status;
    for (int to = store->schema + 1; to <= target; to++)
        if (!migration_to(list, n, to))
            return err_set(err, STATUS_STORE, "the store \"%s\" has form %d, from which no way leads to %d", store->path, store->schema, target);
    status = copy_first(store, err);
    while (status == STATUS_OK && store->schema < target) {
        int from = store->schema;
        status = make_step(store, migration_to(list, n, from + 1), err);
        enum status read = schema_now(store, status == STATUS_OK ? err : NULL);
        if (status != STATUS_OK && read == STATUS_OK && store->schema > from)
            status = STATUS_OK; /* made by another program */
        else if (status == STATUS_OK)
            status = read;
    }
    return status;
}

enum status store_migrate(struct store *store, struct err *err)
{
    return migrate_run(store, schema_steps, schema_steps_n, STORE_SCHEMA, err);
}
