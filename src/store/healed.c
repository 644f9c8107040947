/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which minutes are whole though another paper of the meeting cuts them off (screens.md 2, "healed"). Worked out from
 * the kept papers when asked, stored nowhere. */
#include "config.h"

#include "src/store/private.h"
#include "src/store/read.h"

#include <string.h>

/* An item of one paper. */
struct seen {
    char *title, *number; /* title folded; minute number as printed, NULL not known */
    bool cut, has_minute;
    char *came; /* the stamp of its import: papers of one day may come one after the other */
};
struct seen_items {
    struct seen *at;
    size_t n;
};

/* A draft's items stand at depth 1, their members at depth 2 (src/model/records.c). */
static const char SQL_SEEN[] =
    "SELECT v.name, CASE WHEN v.name <> 'minutes_text' THEN v.value END, o.imported FROM meeting_source s"
    " JOIN source o ON o.id = s.source JOIN draft d ON d.source = o.id AND d.state = 'live' JOIN draft_value v ON v.draft = d.id"
    " WHERE s.meeting = ?1 AND ((v.depth = 1 AND v.name = 'items')"
    " OR (v.depth = 2 AND v.name IN ('title', 'minute_number', 'truncated', 'minutes_text'))) ORDER BY d.id, v.n";
static const char SQL_WHOLE[] =
    "SELECT i.position, i.title, i.minute_number FROM item i WHERE i.meeting = ?1 AND i.truncated = 0"
    " AND EXISTS (SELECT 1 FROM passage p WHERE p.item = i.id AND p.kind = 'minutes') ORDER BY i.position";
static const char SQL_PAPERS[] = "SELECT count(*) FROM meeting_source WHERE meeting = ?1";

static enum status read_seen(const void *parent, struct db *db, int64_t meeting, struct seen_items *out, struct err *err)
{
    struct rows rows = db_select(db, SQL_SEEN, err, v_int(meeting));
    while (rows_next(&rows)) {
        char *name = rows_text(parent, &rows, 0), *value = rows_text(parent, &rows, 1);
        if (strcmp(name, "items") == 0)
            mem_append(parent, out->at, out->n)->came = rows_text(parent, &rows, 2);
        struct seen *seen = out->n ? &out->at[out->n - 1] : NULL;
        if (!seen)
            continue;
        if (strcmp(name, "title") == 0)
            seen->title = text_fold(parent, value ? value : "");
        else if (strcmp(name, "minute_number") == 0)
            seen->number = value;
        seen->cut |= strcmp(name, "truncated") == 0;
        seen->has_minute |= strcmp(name, "minutes_text") == 0;
    }
    return rows_end(&rows);
}

static void earliest(const char **stamp, const char *other)
{
    if (other && (!*stamp || strcmp(other, *stamp) < 0))
        *stamp = other;
}

static struct date day_of(const char *stamp)
{
    struct date day;
    char *words = mem_strndup(NULL, stamp, strnlen(stamp, 10));
    bool known = date_parse_iso(words, &day);
    talloc_free(words);
    return known ? day : (struct date){0};
}

/* The published item of TITLE, folded, and NUMBER: was it cut in one paper and whole in another? */
static bool is_healed(const struct seen_items *seen, const char *title, const char *number, struct date *since)
{
    const char *cut = NULL, *whole = NULL;
    for (size_t i = 0; i < seen->n; i++) {
        const struct seen *one = &seen->at[i];
        bool other = one->number && number && strcmp(one->number, number) != 0;
        if (other || !one->title || strcmp(one->title, title) != 0)
            continue;
        if (one->cut)
            earliest(&cut, one->came);
        else if (one->has_minute)
            earliest(&whole, one->came);
    }
    *since = cut && whole && strcmp(whole, cut) > 0 ? day_of(whole) : (struct date){0};
    return cut && whole;
}

static enum status find_healed(const void *parent, const void *scratch, struct db *db, int64_t meeting, struct healed_minutes *out, struct err *err)
{
    struct seen_items seen = {0};
    enum status status = read_seen(scratch, db, meeting, &seen, err);
    if (status != STATUS_OK)
        return status;
    struct rows rows = db_select(db, SQL_WHOLE, err, v_int(meeting));
    while (rows_next(&rows)) {
        char *title = rows_text(scratch, &rows, 1), *number = rows_text(scratch, &rows, 2);
        struct date since;
        if (title && is_healed(&seen, text_fold(scratch, title), number, &since))
            *mem_append(parent, out->at, out->n) = (struct healed_minute){(int)rows_int(&rows, 0), since};
    }
    return rows_end(&rows);
}

enum status store_healed(const void *parent, struct store *store, const char *meeting_id, struct healed_minutes *out, struct err *err)
{
    *out = (struct healed_minutes){0};
    int64_t meeting = 0, papers = 0;
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = read_meeting_row(store->db, meeting_id, &meeting, err);
    if (status == STATUS_OK && meeting)
        status = db_number(store->db, SQL_PAPERS, 0, &papers, err, v_int(meeting));
    void *scratch = talloc_named_const(NULL, 0, "healed");
    if (status == STATUS_OK && papers > 1) /* one paper heals nothing */
        status = find_healed(parent, scratch, store->db, meeting, out, err);
    talloc_free(scratch);
    db_read_end(store->db);
    return status;
}
