/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the importing connection may do: read everything, write published rows and their index, and
 * nothing else (reliability.md 2.6); and what the connection of the user's edits may not: write any of these. SQLite asks while it prepares a statement, also for what FTS5
 * does inside and for what a foreign key would cascade to. The lists are those of the schema. */
#include "config.h"

#include "src/store/private.h"

#include <string.h>

/* Tables in which FTS5 keeps an index: "f_data" of "f" (SQLite documentation, FTS5, section 9). */
static const char *const shadow_suffixes[] = {"_data", "_idx", "_content", "_docsize", "_config"};

static bool is_shadow(const char *table, const char *of)
{
    size_t n = strlen(of);
    if (strncmp(table, of, n) != 0)
        return false;
    for (size_t i = 0; i < MB_LENGTH(shadow_suffixes); i++)
        if (strcmp(table + n, shadow_suffixes[i]) == 0)
            return true;
    return false;
}

static bool list_has(const struct schema_list *list, const char *table)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(table, list->tables[i].name) == 0 || (list->tables[i].fts5 && is_shadow(table, list->tables[i].name)))
            return true;
    return false;
}

bool schema_importer_writes(const char *table)
{
    bool has = list_has(&schema_published, table) || list_has(&schema_index, table);
    for (size_t i = 0; i < schema_steps_n && !has; i++)
        has = schema_steps[i].published && list_has(schema_steps[i].published, table);
    return has;
}

/* Read only, and without a value: a PRAGMA with one would set something. */
static bool pragma_allowed(const char *name, const char *value)
{
    return strcmp(name, "data_version") == 0 || (strcmp(name, "user_version") == 0 && !value);
}

int import_authorizer(void *unused, int action, const char *first, const char *second, const char *database, const char *trigger)
{
    (void)unused, (void)database, (void)trigger;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
    case SQLITE_TRANSACTION:
        return SQLITE_OK;
    case SQLITE_PRAGMA:
        return pragma_allowed(first, second) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
        /* Opening an FTS5 table asks for it (sqlite3_declare_vtab); DEFENSIVE blocks its direct use. */
        if (strcmp(first, "sqlite_master") == 0)
            return SQLITE_OK;
        return schema_importer_writes(first) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_DELETE:
        return schema_importer_writes(first) ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

/* Everything but what imports write. Set once the store has its form: a migration may touch all. */
int edit_authorizer(void *unused, int action, const char *first, const char *second, const char *database, const char *trigger)
{
    (void)unused, (void)second, (void)database, (void)trigger;
    bool writes = action == SQLITE_INSERT || action == SQLITE_UPDATE || action == SQLITE_DELETE;
    return writes && schema_importer_writes(first) ? SQLITE_DENY : SQLITE_OK;
}
