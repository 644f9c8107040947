/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Lines typed at the prompts. They are the member's, but no work of theirs: no event tells of them, and the
 * oldest go. The order is a number of this table alone. */
#include "config.h"

#include "src/store/user_rows.h"

#include <string.h>

#define LINES_KEPT 1000 /* of one prompt */
#define LINE_MAX_BYTES 4000

enum status edit_history(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    static const char SQL_NEXT[] = "SELECT max(seq) + 1 FROM prompt_history";
    static const char SQL_SAME[] = "DELETE FROM prompt_history WHERE name = ?1 AND line = ?2";
    static const char SQL_OLD[] =
        "DELETE FROM prompt_history WHERE name = ?1 AND seq <="
        " (SELECT seq FROM prompt_history WHERE name = ?1 ORDER BY seq DESC LIMIT 1 OFFSET ?2)";
    const char *name = edit->field, *line = edit->value;
    if (!name || !*name || !line || !*line || strlen(line) > LINE_MAX_BYTES)
        return err_set(err, STATUS_USAGE, "a prompt's history takes a name and a line of at most %d bytes", LINE_MAX_BYTES);
    struct history_record row = {.id = uuid_new(parent), .name = mem_strdup(parent, name), .line = mem_strdup(parent, line)};
    enum status status = db_number(change->db, SQL_NEXT, 1, &row.seq, err);
    if (status == STATUS_OK)
        status = db_run(change->db, SQL_SAME, err, v_text(name), v_text(line));
    if (status == STATUS_OK)
        status = row_put(change->db, &history_table, &row, err);
    if (status == STATUS_OK)
        status = db_run(change->db, SQL_OLD, err, v_text(name), v_int(LINES_KEPT));
    change->sentence = mem_strdup(parent, "");
    out->id = row.id;
    out->sentence = change->sentence;
    return status;
}

/* The newest MOST lines, oldest first; their strings are SCRATCH's. */
static enum status read_newest(const void *scratch, struct db *db, const char *name, size_t most, struct strings *out, struct err *err)
{
    struct rows rows = rows_of(db, &history_table, err); /* oldest first */
    struct strings all = {0};
    while (rows_next(&rows)) {
        struct history_record *row = row_read(scratch, &rows, &history_table);
        if (!row->damaged && row->name && strcmp(row->name, name) == 0)
            *mem_append(scratch, all.at, all.n) = row->line;
    }
    size_t first = all.n > most ? all.n - most : 0;
    for (size_t i = first; i < all.n; i++)
        *mem_append(scratch, out->at, out->n) = all.at[i];
    return rows_end(&rows);
}

enum status store_prompt_history(const void *parent, struct store *store, const char *name, size_t most, struct strings *out, struct err *err)
{
    struct strings newest = {0};
    void *scratch = talloc_named_const(NULL, 0, "history");
    *out = (struct strings){0};
    enum status status = read_newest(scratch, store->db, name, most, &newest, err);
    for (size_t i = 0; i < newest.n && status == STATUS_OK; i++)
        strings_add(parent, out, newest.at[i]);
    talloc_free(scratch);
    return status;
}
