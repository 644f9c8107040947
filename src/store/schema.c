/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Making a store in an empty file: schema 1, whose tables stand in three lists by who may write them
 * (schema_published.c, index_schema.c and user_schema.c), and then every step since (migrate.c). */
#include "config.h"

#include "src/store/user.h"

enum status schema_create_list(struct db *db, const struct schema_list *list, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < list->n && status == STATUS_OK; i++)
        status = db_script(db, list->tables[i].sql, err);
    return status;
}

/* The caller holds the lock; the file is not yet anybody's store. */
enum status schema_create(struct db *db, struct err *err)
{
    const struct schema_list *lists[] = {&schema_published, &schema_index, &schema_user};
    enum status status = db_script(db, "BEGIN IMMEDIATE", err);
    for (size_t i = 0; i < MB_LENGTH(lists) && status == STATUS_OK; i++)
        status = schema_create_list(db, lists[i], err);
    if (status == STATUS_OK)
        status = migrate_new(db, err);
    if (status == STATUS_OK) {
        char *mark = mem_printf(NULL, "PRAGMA application_id=%d; PRAGMA user_version=%d; COMMIT", STORE_APPLICATION_ID, STORE_SCHEMA);
        status = db_script(db, mark, err);
        talloc_free(mark);
    }
    return status;
}
