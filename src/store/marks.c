/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which items the member has read. A mark bears the sum of the texts as they were read, so that an item which says more now shows
 * it. It is kept under the item's number and its meeting, whatever that is called by now. */
#include "config.h"

#include "src/store/user_rows.h"

#include <minutebook/base_lookup.h>

#include <string.h>

#define SUM_DIGITS 16

/* What an item is known by: the first of its agenda number, minute number and title that no item before it has. */
static char *key_of(const void *parent, const struct item *item, struct lookup *taken, size_t at)
{
    char *const names[] = {item->agenda_number ? mem_printf(parent, "a%s", item->agenda_number) : NULL,
                           item->minute_number ? mem_printf(parent, "m%s", item->minute_number) : NULL,
                           item->title ? mem_printf(parent, "t%s", item->title) : NULL};
    for (size_t i = 0; i < MB_LENGTH(names); i++)
        if (names[i] && lookup_place(taken, names[i], at) == at)
            return names[i];
    return mem_printf(parent, "@%zu", at + 1);
}

char *store_item_key(const void *parent, const struct meeting *meeting, int position)
{
    struct lookup *taken = lookup_new(NULL);
    char *key = NULL;
    for (size_t i = 0; i < meeting->n_items && i < (size_t)position; i++)
        key = key_of(taken, &meeting->items[i], taken, i);
    key = mem_strdup(parent, key);
    talloc_free(taken);
    return key;
}

char *store_item_sum(const void *parent, const struct item *item)
{
    void *scratch = talloc_named_const(NULL, 0, "sum");
    const char *const texts[] = {item->title, item->agenda_text, item->minutes_text, item->decision_text, item_report_text(scratch, item)};
    struct buf all;
    char digest[SHA256_HEX];
    buf_init(&all, scratch, SIZE_MAX / 2);
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        buf_printf(&all, "%zu:%s", texts[i] ? strlen(texts[i]) : 0, texts[i] ? texts[i] : "");
    sha256_hex(all.data, all.len, digest);
    talloc_free(scratch);
    return mem_printf(parent, "%.*s", SUM_DIGITS, digest);
}

/* The marks of the meeting that is called ?1 now, under whatever name it had. */
#define OF_MEETING                                                                                                      \
    " FROM read_mark r WHERE r.kind = 'item' AND (r.meeting_id = ?1 OR r.meeting_id IN (SELECT a.alias FROM meeting m JOIN edition e"   \
    " ON e.id = m.edition AND e.state = 'live' JOIN meeting_alias a ON a.meeting = m.id WHERE m.meeting_id = ?1))"

static void take_mark(const struct meeting *meeting, size_t at, const char *sum, struct item_reads *out)
{
    char *now = store_item_sum(NULL, &meeting->items[at]);
    if (out->of[at] != ITEM_READ)
        out->of[at] = sum && strcmp(now, sum) == 0 ? ITEM_READ : ITEM_SAYS_MORE;
    talloc_free(now);
}

enum status store_item_reads(const void *parent, struct store *store, const struct meeting *meeting, struct item_reads *out, struct err *err)
{
    static const char SQL_MARKS[] = "SELECT r.item, r.sum" OF_MEETING;
    *out = (struct item_reads){.of = mem_zero_named(parent, (meeting->n_items + 1) * sizeof *out->of, "reads"), .n = meeting->n_items};
    if (!table_is_there(store->db, &looked_table))
        return STATUS_OK;
    struct lookup *taken = lookup_new(NULL), *keys = lookup_new(taken);
    for (size_t i = 0; i < meeting->n_items; i++)
        lookup_add(keys, key_of(taken, &meeting->items[i], taken, i), i);
    struct rows rows = db_select(store->db, SQL_MARKS, err, v_text(meeting->id));
    while (rows_next(&rows)) {
        char *key = rows_text(taken, &rows, 0), *sum = rows_text(taken, &rows, 1);
        size_t at = lookup_first(keys, key);
        if (at != LOOKUP_NONE)
            take_mark(meeting, at, sum, out);
    }
    talloc_free(taken);
    return rows_end(&rows);
}

enum status store_read_counts(const void *parent, struct store *store, struct read_counts *out, struct err *err)
{
    static const char SQL_COUNTS[] =
        "SELECT coalesce((SELECT m.meeting_id FROM meeting_alias a JOIN meeting m ON m.id = a.meeting JOIN edition e ON e.id = m.edition"
        " AND e.state = 'live' WHERE a.alias = r.meeting_id LIMIT 1), r.meeting_id), count(*)"
        " FROM read_mark r WHERE r.kind = 'item' GROUP BY 1 ORDER BY 1";
    *out = (struct read_counts){0};
    if (!table_is_there(store->db, &looked_table))
        return STATUS_OK;
    struct rows rows = db_select(store->db, SQL_COUNTS, err);
    while (rows_next(&rows)) {
        struct read_count *count = mem_append(parent, out->at, out->n);
        count->meeting_id = rows_text(parent, &rows, 0);
        count->items = (int)rows_int(&rows, 1);
    }
    return rows_end(&rows);
}
