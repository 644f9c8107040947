/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The papers in the store: listing them, and taking one out again with all that was published only
 * because of it. The user's rows stay. */
#include "config.h"

#include "src/store/keep.h"
#include "src/store/publish.h"
#include "src/store/user.h"

#include <ctype.h>
#include <string.h>

#define SUM_BEGINNING 6 /* digits of a sum that may name a paper */

static const char SQL_SOURCES[] =
    "SELECT s.path, s.sha256, m.meeting_id, s.imported, s.form, d.titles FROM source s"
    " JOIN draft d ON d.source = s.id AND d.state = 'live'"
    " LEFT JOIN (meeting_source ms JOIN meeting m ON m.id = ms.meeting AND m.edition = 1) ON ms.source = s.id"
    " WHERE s.state = 'whole' ORDER BY s.path, s.sha256";

static bool is_beginning_of_sum(const char *words)
{
    size_t n = strlen(words);
    for (size_t i = 0; i < n; i++)
        if (!isxdigit((unsigned char)words[i]))
            return false;
    return n >= SUM_BEGINNING && n < SHA256_HEX;
}

static bool is_named(const struct source_row *row, const char *which)
{
    const char *slash = strrchr(row->path, '/');
    return !which || strcmp(row->path, which) == 0 || strcmp(slash ? slash + 1 : row->path, which) == 0 ||
           (is_beginning_of_sum(which) && text_starts(row->sha256, which));
}

static enum status read_all(const void *parent, struct db *db, const char *which, struct source_rows *out, struct err *err)
{
    struct rows rows = db_select(db, SQL_SOURCES, err);
    while (rows_next(&rows)) {
        struct source_row row = {.path = rows_text(parent, &rows, 0), .sha256 = rows_text(parent, &rows, 1)};
        if (!is_named(&row, which))
            continue;
        char *form = rows_text(NULL, &rows, 4);
        row.meeting_id = rows_text(parent, &rows, 2);
        row.imported = rows_text(parent, &rows, 3);
        if (!form_parse(form, &row.form))
            row.form = FORM_UNKNOWN;
        row.items = (int)rows_int(&rows, 5);
        talloc_free(form);
        *mem_append(parent, out->at, out->n) = row;
    }
    return rows_end(&rows);
}

enum status store_sources(const void *parent, struct store *store, const char *which, struct source_rows *out, struct err *err)
{
    *out = (struct source_rows){0};
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = read_all(parent, store->db, which, out, err);
    for (size_t i = 0; i < out->n && status == STATUS_OK; i++)
        status = user_notes_of_source(store->db, out->at[i].sha256, &out->at[i].notes_kept, err);
    db_read_end(store->db);
    return status;
}

/* Under the import lock. */
static enum status forget(struct store *store, const char *sha256, struct err *err)
{
    struct db *db = NULL;
    struct change change = {.leaving = true};
    int64_t kept;
    bool changed;
    enum status status = publish_clean(store, err);
    if (status == STATUS_OK)
        status = store_import_db(store, &db, err);
    if (status == STATUS_OK)
        status = keep_find(db, sha256, &change.source, &kept, err);
    if (status == STATUS_OK && change.source == 0)
        status = err_set(err, STATUS_USAGE, "no paper with the sum \"%s\" is in the store", sha256);
    if (status == STATUS_OK)
        status = publish_change(store, &change, &changed, err);
    return status == STATUS_OK ? publish_clean(store, err) : status;
}

enum status store_forget(const void *parent, struct store *store, const char *sha256, struct strings *backups, struct err *err)
{
    *backups = (struct strings){0};
    enum status status = store_may_write(store, err);
    if (status == STATUS_OK)
        status = store_import_lock(store, STORE_WAIT_MS, err);
    if (status != STATUS_OK)
        return status;
    status = forget(store, sha256, err);
    store_import_unlock(store);
    return status == STATUS_OK ? backups_holding(parent, store, sha256, backups, err) : status;
}
