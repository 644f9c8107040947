/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The member's marks of papers to get, by the names that meetings and committees have now: a mark keeps the key that was marked. */
#include "config.h"

#include "src/store/committees.h"
#include "src/store/read.h"
#include "src/store/wanted.h"

#include <string.h>

/* The slug of a committee by the name that it has now: one that rulings speak of, or that only had an article. */
static char *slug_now(const void *parent, const struct committee_names *names, const char *slug)
{
    char *now = NULL;
    for (size_t i = 0; i < names->n && !now; i++) {
        char *own = text_slug(NULL, names->at[i].name);
        if (strcmp(own, slug) == 0)
            now = text_slug(parent, committee_name_now(names, names->at[i].council_key, names->at[i].name));
        talloc_free(own);
    }
    char *words = mem_strdup(parent, slug);
    for (char *c = words; *c; c++)
        *c = *c == '-' ? ' ' : *c;
    return now ? now : text_slug(parent, committee_name_now(names, NULL, words));
}

/* The key with the name that its meeting, or the committee of a meeting that is not held, has now in place of the one it had. */
static enum status key_now(const void *parent, struct db *db, const struct committee_names *names, struct mark *mark, struct err *err)
{
    static const char SQL_NAME[] = "SELECT meeting_id FROM meeting WHERE id = ?1";
    const char *key = mark->row->id, *name = strchr(key, ' ');
    size_t n = name ? strcspn(name + 1, " ") : 0;
    mark->key = mem_strdup(parent, key);
    if (!name)
        return STATUS_OK;
    char *id = mem_strndup(parent, name + 1, n);
    if (text_starts(key, "meeting ")) {
        mark->key = mem_printf(parent, "meeting %s%s", slug_now(parent, names, id), name + 1 + n);
        return STATUS_OK;
    }
    enum status status = read_meeting_row(db, id, &mark->meeting, err);
    if (status != STATUS_OK || mark->meeting == 0)
        return status;
    struct rows rows = db_select(db, SQL_NAME, err, v_int(mark->meeting));
    if (rows_next(&rows))
        mark->key = mem_printf(parent, "%.*s %s%s", (int)(name - key), key, rows_text(parent, &rows, 0), name + 1 + n);
    return rows_end(&rows);
}

enum status marks_read(const void *parent, struct db *db, struct marks *out, struct err *err)
{
    struct committee_names names;
    *out = (struct marks){0};
    enum status status = committee_names_read(parent, db, &names, err);
    struct rows rows = rows_of(db, &mark_table, err);
    while (status == STATUS_OK && rows_next(&rows)) {
        struct mark *mark = mem_append(parent, out->at, out->n);
        mark->row = row_read(parent, &rows, &mark_table);
        status = key_now(parent, db, &names, mark, err);
    }
    enum status ended = rows_end(&rows);
    return status == STATUS_OK ? ended : status;
}

const struct mark *mark_find(const struct marks *marks, const char *key)
{
    const struct mark *found = NULL;
    for (size_t i = 0; i < marks->n; i++)
        if (strcmp(marks->at[i].key, key) == 0 && (!found || found->row->deleted))
            found = &marks->at[i];
    return found;
}

bool mark_stands(const struct mark *mark)
{
    return mark && !mark->row->deleted && !mark->row->damaged;
}
