/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Searches that the member saved under a name. */
#include "config.h"

#include "src/store/user_rows.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define NAME_MAX_BYTES 200
#define WORDS_MAX_BYTES 4000

/* ---- reading ---------------------------------------------------------------------------------------- */

static int by_name(const void *left, const void *right)
{
    const struct saved_search *a = *(struct saved_search *const *)left, *b = *(struct saved_search *const *)right;
    int order = strcasecmp(a->name, b->name);
    return order ? order : strcmp(a->id, b->id);
}

enum status store_saved_searches(const void *parent, struct store *store, struct saved_searches *out, struct err *err)
{
    *out = (struct saved_searches){0};
    struct rows rows = rows_of(store->db, &saved_table, err);
    while (rows_next(&rows)) {
        struct saved_record *row = row_read(parent, &rows, &saved_table);
        if (row->search.deleted || !row->search.name || !row->search.words)
            talloc_free(row);
        else
            *mem_append(parent, out->at, out->n) = &row->search;
    }
    enum status status = rows_end(&rows);
    if (out->n)
        qsort(out->at, out->n, sizeof *out->at, by_name);
    return status;
}

enum status store_saved_search(const void *parent, struct store *store, const char *which, struct saved_search **out, struct err *err)
{
    struct saved_searches all;
    *out = NULL;
    enum status status = store_saved_searches(parent, store, &all, err);
    for (size_t i = 0; i < all.n && !*out; i++)
        if (strcasecmp(all.at[i]->name, which) == 0 || strcasecmp(all.at[i]->id, which) == 0)
            *out = all.at[i];
    if (status == STATUS_OK && !*out)
        status = err_set(err, STATUS_USAGE, "no search is saved as \"%s\"", which);
    return status;
}

/* ---- changing ---------------------------------------------------------------------------------------- */

enum status edit_search_save(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct saved_search *found = NULL;
    struct err none;
    size_t name_n = edit->field ? strlen(edit->field) : 0, words_n = edit->value ? strlen(edit->value) : 0;
    if (name_n == 0 || name_n > NAME_MAX_BYTES || words_n == 0 || words_n > WORDS_MAX_BYTES)
        return err_set(err, STATUS_USAGE, "a search is saved with a name and its words");
    enum status status = store_saved_search(parent, change->db->store, edit->field, &found, &none);
    if (status != STATUS_OK && status != STATUS_USAGE)
        return err_set(err, status, "%s", none.text);
    struct saved_record *before = (struct saved_record *)(void *)found, *row = mem_zero_named(parent, sizeof *row, "saved_search");
    if (before && row_is_sound(&saved_table, before, "the saved search", err) != STATUS_OK)
        return err->status;
    row->search.id = before ? before->search.id : uuid_new(row);
    row->search.name = mem_strdup(row, edit->field);
    row->search.words = mem_strdup(row, edit->value);
    row->search.sort = mem_strdup(row, edit->reason ? edit->reason : "newest");
    change->what = before ? "set" : "added";
    enum status looked = edit_looked(row, change, &(struct edit){.field = "search", .target = row->search.id}, out, err);
    if (looked != STATUS_OK)
        return looked;
    out->id = row->search.id;
    out->sentence = change->sentence = mem_printf(row, "search saved: %s", short_text(row, edit->field, NAME_MAX_BYTES));
    struct field_change field = {"words", before ? before->search.words : NULL, row->search.words};
    return change_row(change, &saved_table, before, row, field, err);
}

enum status edit_search_drop(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct saved_search *found;
    enum status status = store_saved_search(parent, change->db->store, edit->target ? edit->target : "", &found, err);
    if (status == STATUS_OK)
        status = row_is_sound(&saved_table, found, "the saved search", err);
    if (status != STATUS_OK)
        return status;
    struct saved_record *row = (struct saved_record *)(void *)found, before = *row;
    row->search.deleted = true;
    out->id = row->search.id;
    out->sentence = change->sentence = mem_printf(row, "saved search taken away: %s", short_text(row, row->search.name, NAME_MAX_BYTES));
    change->what = "withdrawn";
    return change_row(change, &saved_table, &before, row, (struct field_change){0}, err);
}

/* ---- what was looked at -------------------------------------------------------------------------------- */

/* The newest paper that is held now, for marks that say up to where was looked. */
static enum status newest_paper(struct db *db, struct read_record *row, struct err *err)
{
    static const char SQL_NEWEST[] = "SELECT max(imported), coalesce(max(id), 0) FROM source WHERE state = 'whole'";
    struct rows rows = db_select(db, SQL_NEWEST, err);
    if (rows_next(&rows)) {
        row->imported = rows_text(row, &rows, 0);
        row->paper = rows_int(&rows, 1);
    }
    return rows_end(&rows);
}

static enum status put_mark(struct user_change *change, struct read_record *row, struct err *err)
{
    static const char SQL_NEXT[] = "SELECT max(seq) + 1 FROM read_mark";
    enum status status = db_number(change->db, SQL_NEXT, 1, &row->seq, err);
    return status == STATUS_OK ? row_put(change->db, &looked_table, row, err) : status;
}

enum status edit_looked(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    static const char SQL_DROP[] = /* under whatever name the meeting had */
        "DELETE FROM read_mark WHERE kind = 'item' AND item = ?1 AND (meeting_id = ?2 OR meeting_id IN (SELECT a.alias FROM meeting m"
        " JOIN edition e ON e.id = m.edition AND e.state = 'live' JOIN meeting_alias a ON a.meeting = m.id WHERE m.meeting_id = ?2))";
    const char *kind = edit->field ? edit->field : "";
    bool item = strcmp(kind, "item") == 0, search = strcmp(kind, "search") == 0;
    if ((!item && !search && strcmp(kind, "news") != 0) || ((item || search) && !edit->target) || (item && !edit->value))
        return err_set(err, STATUS_USAGE, "there is nothing that was looked at");
    struct read_record *row = mem_zero_named(parent, sizeof *row, "read_mark");
    row->kind = mem_strdup(row, kind);
    row->meeting_id = item ? mem_strdup(row, edit->target) : NULL;
    row->item = item ? mem_strdup(row, edit->value) : NULL;
    row->sum = item ? mem_strdup(row, edit->reason) : NULL;
    row->id = item ? mem_printf(row, "item %s/%s", edit->target, edit->value) : search ? mem_printf(row, "search %s", edit->target) : mem_strdup(row, kind);
    out->id = row->id;
    out->sentence = change->sentence = mem_strdup(row, "");
    enum status status = item ? db_run(change->db, SQL_DROP, err, v_text(row->item), v_text(row->meeting_id)) : newest_paper(change->db, row, err);
    bool keeps = !item || row->sum;
    return status == STATUS_OK && keeps ? put_mark(change, row, err) : status;
}
