/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What happened to follow-ups, for everybody who shows it: the entries of one row or of all, how often each was chased and
 * answered, and the files that were kept. */
#include "config.h"

#include "src/store/user_rows.h"

#include <stdlib.h>
#include <string.h>

static int by_day(const void *left, const void *right)
{
    const struct action_entry *a = *(struct action_entry *const *)left, *b = *(struct action_entry *const *)right;
    int order = date_compare(a->date, b->date);
    return order ? order : (a->seq > b->seq) - (a->seq < b->seq);
}

enum status store_entries(const void *parent, struct store *store, const char *row_id, struct action_entries *out, struct err *err)
{
    struct user_list list;
    *out = (struct action_entries){0};
    enum status status = user_rows_list(parent, store->db, &entry_table, row_id, &list, err);
    for (size_t i = 0; i < list.n; i++) {
        struct action_entry *entry = list.at[i];
        if (entry->deleted)
            talloc_free(entry);
        else
            *mem_append(parent, out->at, out->n) = entry;
    }
    talloc_free(list.at);
    if (out->n)
        qsort(out->at, out->n, sizeof *out->at, by_day);
    return status;
}

static void count_entry(struct entry_counts *counts, enum entry_kind kind, int n, struct date last)
{
    int *const of_kind[ENTRY_KINDS] = {&counts->updates, &counts->chases, &counts->answers, &counts->evidence};
    *of_kind[kind] = n;
    if (kind == ENTRY_CHASE)
        counts->last_chased = last;
    if (kind == ENTRY_ANSWER)
        counts->last_answered = last;
}

static int by_id(const void *left, const void *right)
{
    return strcmp((*(struct action *const *)left)->id, (*(struct action *const *)right)->id);
}

/* The rows come in the order of their ids, as the sorted follow-ups do. */
static enum status count_sorted(struct db *db, struct action **sorted, size_t n, struct err *err)
{
    static const char SQL_COUNTS[] = "SELECT action_id, kind, count(*), max(date), max(told) FROM action_entry"
                                     " WHERE deleted = 0 GROUP BY action_id, kind ORDER BY action_id";
    size_t i = 0;
    struct rows rows = db_select(db, SQL_COUNTS, err);
    while (rows_next(&rows)) {
        char *id = rows_text(NULL, &rows, 0), *name = rows_text(NULL, &rows, 1);
        enum entry_kind kind;
        while (i < n && strcmp(sorted[i]->id, id) < 0)
            i++;
        if (i < n && strcmp(sorted[i]->id, id) == 0 && entry_kind_parse(name, &kind)) {
            count_entry(&sorted[i]->entries, kind, (int)rows_int(&rows, 2), rows_date(&rows, 3));
            sorted[i]->entries.told |= kind == ENTRY_ANSWER && rows_bool(&rows, 4);
        }
        talloc_free(id);
        talloc_free(name);
    }
    return rows_end(&rows);
}

static int compare_id(const void *key, const void *element)
{
    return strcmp(key, (*(struct action *const *)element)->id);
}

/* The same of entries as they stood. */
static enum status count_back(struct db *db, struct action **sorted, size_t n, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "entries then");
    struct action_entries entries;
    enum status status = store_entries(scratch, db->store, NULL, &entries, err);
    for (size_t i = 0; i < entries.n && status == STATUS_OK; i++) { /* by day: the last is the newest */
        const struct action_entry *entry = entries.at[i];
        struct action **of = bsearch(entry->action_id, sorted, n, sizeof *sorted, compare_id);
        if (!of)
            continue;
        struct entry_counts *counts = &(*of)->entries;
        const int so_far[ENTRY_KINDS] = {counts->updates, counts->chases, counts->answers, counts->evidence};
        count_entry(counts, entry->kind, so_far[entry->kind] + 1, entry->date);
        counts->told |= entry->kind == ENTRY_ANSWER && entry->told;
    }
    talloc_free(scratch);
    return status;
}

enum status entries_count(struct db *db, struct action *const *actions, size_t n, struct err *err)
{
    if (n == 0 || !table_is_there(db, &entry_table))
        return STATUS_OK;
    struct action **sorted = mem_zero_named(NULL, n * sizeof *sorted, "sorted");
    memcpy(sorted, actions, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, by_id);
    enum status status = store_looks_back(db->store) ? count_back(db, sorted, n, err) : count_sorted(db, sorted, n, err);
    talloc_free(sorted);
    return status;
}

enum status store_kept_file(const void *parent, struct store *store, const char *sha256, unsigned char **bytes, size_t *n, struct err *err)
{
    static const char SQL_FILE[] = "SELECT bytes FROM kept_file WHERE sha256 = ?1";
    char digest[SHA256_HEX];
    *bytes = NULL;
    if (!table_is_there(store->db, &entry_table))
        return err_set(err, STATUS_USAGE, "no file \"%.12s\" is kept", sha256);
    struct rows rows = db_select(store->db, SQL_FILE, err, v_text(sha256));
    if (rows_next(&rows)) {
        const void *kept = rows_blob(&rows, 0, n);
        *bytes = mem_zero_named(parent, *n + 1, "file");
        memcpy(*bytes, kept, *n);
    }
    enum status status = rows_end(&rows);
    if (status != STATUS_OK)
        return status;
    if (!*bytes)
        return err_set(err, STATUS_USAGE, "no file \"%.12s\" is kept", sha256);
    sha256_hex(*bytes, *n, digest);
    return strcmp(digest, sha256) == 0 ? STATUS_OK : err_set(err, STATUS_STORE, "the file \"%.12s\" is damaged in the store; run: minutebook check", sha256);
}
