/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Meetings that may be one and were not joined (design.md 4, Joining): the same committee, day and time
 * with other titles, or the same titles where more than one other meeting fits. Offered, never done;
 * what the member parted is not offered again. */
#include "config.h"

#include "src/store/keep.h"
#include "src/store/offers.h"
#include "src/store/read.h"
#include "src/store/user.h"

#include <string.h>

/* What two have in common is counted in an index first: hardly any has another, and a store of any size is gone through
 * without reading its meetings. CROSS JOIN and INDEXED BY: without statistics SQLite would look at every pair of them. */
static const char SQL_SAME_PLACE[] =
    "SELECT a.id, a.meeting_id, a.council, coalesce(a.starts, -1), a.items, b.id, b.meeting_id, b.council, coalesce(b.starts, -1), b.items"
    " FROM (SELECT committee_key, date FROM meeting INDEXED BY meeting_committee WHERE edition = 1 AND date IS NOT NULL"
    " GROUP BY committee_key, date HAVING count(*) > 1) t"
    " CROSS JOIN meeting a INDEXED BY meeting_committee CROSS JOIN meeting b INDEXED BY meeting_committee"
    " WHERE a.edition = 1 AND a.committee_key = t.committee_key AND a.date = t.date"
    " AND b.edition = 1 AND b.committee_key = a.committee_key AND b.date = a.date AND b.meeting_id > a.meeting_id"
    " ORDER BY a.date DESC, a.meeting_id, b.meeting_id";
#define SAME_TITLES(groups, of_group, dates)                                                                                   \
    "SELECT a.id, a.meeting_id, a.council, coalesce(a.starts, -1), a.items,"                                                  \
    " b.id, b.meeting_id, b.council, coalesce(b.starts, -1), b.items"                                                         \
    " FROM (SELECT titles_key, date FROM draft INDEXED BY draft_titles " groups ") t"                                         \
    " CROSS JOIN draft d INDEXED BY draft_titles ON d.titles_key = t.titles_key" of_group                                     \
    " CROSS JOIN draft e INDEXED BY draft_titles ON e.titles_key = d.titles_key AND " dates                                   \
    " CROSS JOIN meeting_source s ON s.source = d.source CROSS JOIN meeting a ON a.id = s.meeting AND a.edition = 1"          \
    " CROSS JOIN meeting_source r ON r.source = e.source CROSS JOIN meeting b ON b.id = r.meeting AND b.edition = 1"          \
    " WHERE d.state = 'live' AND d.telling >= 3 AND e.state = 'live' AND a.id <> b.id"                                        \
    " AND (a.date IS NULL OR b.date IS NULL OR a.date = b.date)"                                                              \
    " AND (a.committee_key IS NULL OR b.committee_key IS NULL OR a.committee_key = b.committee_key)"                          \
    " ORDER BY min(a.meeting_id, b.meeting_id), max(a.meeting_id, b.meeting_id)"
static const char SQL_SAME_TITLES[] = SAME_TITLES("WHERE date IS NOT NULL GROUP BY titles_key, date HAVING count(*) > 1",
                                                  " AND d.date = t.date", "e.date = d.date");
static const char SQL_SAME_TITLES_UNDATED[] =
    SAME_TITLES("GROUP BY titles_key HAVING count(*) > 1 AND count(date) < count(*)", "", "e.date IS NULL");

struct side side_read(const void *parent, struct rows *rows, int column)
{
    return (struct side){.row = rows_int(rows, column),
                         .id = rows_text(parent, rows, column + 1),
                         .council = rows_text(parent, rows, column + 2),
                         .starts = (int)rows_int(rows, column + 3),
                         .items = (int)rows_int(rows, column + 4)};
}

static bool have_pair(const struct pairs *pairs, const struct pair *pair)
{
    for (size_t i = 0; i < pairs->n; i++)
        if (pairs->at[i].a.row == pair->a.row && pairs->at[i].b.row == pair->b.row)
            return true;
    return false;
}

static bool may_be_one(const struct pair *pair)
{
    bool times = pair->a.starts < 0 || pair->b.starts < 0 || pair->a.starts == pair->b.starts;
    if (!times || !pair->a.council || !pair->b.council)
        return times;
    char *a = text_fold(NULL, pair->a.council), *b = text_fold(NULL, pair->b.council);
    bool same = strcmp(a, b) == 0;
    talloc_free(a);
    talloc_free(b);
    return same;
}

void pairs_add(const void *parent, struct pairs *pairs, struct pair pair)
{
    if (strcmp(pair.a.id, pair.b.id) > 0) {
        struct side swap = pair.a;
        pair.a = pair.b;
        pair.b = swap;
    }
    if (may_be_one(&pair) && !have_pair(pairs, &pair))
        *mem_append(parent, pairs->at, pairs->n) = pair;
}

static enum status read_pairs(const void *parent, struct db *db, const char *sql, bool same_titles, struct pairs *out, struct err *err)
{
    struct rows rows = db_select(db, sql, err);
    while (rows_next(&rows))
        pairs_add(parent, out, (struct pair){side_read(parent, &rows, 0), side_read(parent, &rows, 5), same_titles, NULL});
    return rows_end(&rows);
}

/* ---- what the member parted ------------------------------------------------------------------------------ */

static const char SQL_SUMS[] = "SELECT s.sha256 FROM meeting_source m JOIN source s ON s.id = m.source WHERE m.meeting = ?";

static enum status read_sums(const void *parent, struct db *db, int64_t meeting, struct strings *out, struct err *err)
{
    struct rows rows = db_select(db, SQL_SUMS, err, v_int(meeting));
    while (rows_next(&rows))
        *mem_append(parent, out->at, out->n) = rows_text(parent, &rows, 0);
    return rows_end(&rows);
}

static bool any_of(const struct strings *some, const struct strings *all)
{
    for (size_t i = 0; i < some->n; i++)
        for (size_t j = 0; j < all->n; j++)
            if (strcmp(some->at[i], all->at[j]) == 0)
                return true;
    return false;
}

static bool is_parted_by(const struct ruling_row *ruling, const struct strings *a, const struct strings *b)
{
    const struct strings *left = &ruling->left, *right = &ruling->right;
    if (ruling->kind == RULING_PART)
        return any_of(a, left) && any_of(b, left);
    return ruling->kind == RULING_APART && ((any_of(a, left) && any_of(b, right)) || (any_of(a, right) && any_of(b, left)));
}

static enum status was_parted(struct db *db, const struct pair *pair, const struct ruling_rows *rulings, bool *parted, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "sums");
    struct strings a = {0}, b = {0};
    enum status status = read_sums(scratch, db, pair->a.row, &a, err);
    if (status == STATUS_OK)
        status = read_sums(scratch, db, pair->b.row, &b, err);
    *parted = false;
    for (size_t i = 0; i < rulings->n; i++)
        *parted |= is_parted_by(&rulings->at[i], &a, &b);
    talloc_free(scratch);
    return status;
}

/* ---- why ----------------------------------------------------------------------------------------------------- */

static const char SQL_TITLES[] = "SELECT title FROM item WHERE meeting = ? ORDER BY position";

static enum status read_titles(const void *parent, struct db *db, int64_t meeting, struct strings *out, struct err *err)
{
    struct rows rows = db_select(db, SQL_TITLES, err, v_int(meeting));
    while (rows_next(&rows)) {
        char *title = rows_text(NULL, &rows, 0);
        *mem_append(parent, out->at, out->n) = text_fold(parent, title ? title : "");
        talloc_free(title);
    }
    return rows_end(&rows);
}

/* Titles of A that B has too, each of B's once. */
static int count_common(struct strings *a, struct strings *b)
{
    int common = 0;
    for (size_t i = 0; i < a->n; i++)
        for (size_t j = 0; j < b->n; j++)
            if (b->at[j] && strcmp(a->at[i], b->at[j]) == 0) {
                b->at[j] = NULL;
                common++;
                break;
            }
    return common;
}

static enum status reason_of(const void *parent, struct db *db, const struct pair *pair, char **out, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "titles");
    struct strings a = {0}, b = {0};
    enum status status = read_titles(scratch, db, pair->a.row, &a, err);
    if (status == STATUS_OK)
        status = read_titles(scratch, db, pair->b.row, &b, err);
    if (status == STATUS_OK) {
        char *common = number_words(scratch, count_common(&a, &b)), *all = number_words(scratch, (int)(a.n > b.n ? a.n : b.n));
        const char *place = pair->a.starts >= 0 && pair->b.starts >= 0 ? "the committee, the date and the time agree" : "the committee and the date agree";
        *out = pair->same_titles ? mem_printf(parent, "%s of %s titles agree, but it is not the only meeting that fits", common, all)
                                 : mem_printf(parent, "%s, and %s of %s titles", place, common, all);
    }
    talloc_free(scratch);
    return status;
}

static enum status offer_pair(const void *parent, struct db *db, const struct pair *pair, const struct ruling_rows *rulings,
                              struct join_offers *out, struct err *err)
{
    bool parted;
    char *reason = NULL;
    enum status status = was_parted(db, pair, rulings, &parted, err);
    if (status != STATUS_OK || parted)
        return status;
    if (pair->reason)
        reason = mem_strdup(parent, pair->reason);
    else
        status = reason_of(parent, db, pair, &reason, err);
    if (status != STATUS_OK)
        return status;
    struct join_offer *offer = mem_append(parent, out->at, out->n);
    *offer = (struct join_offer){mem_strdup(parent, pair->a.id), mem_strdup(parent, pair->b.id), reason};
    return STATUS_OK;
}

enum status store_join_offers(const void *parent, struct store *store, struct join_offers *out, struct err *err)
{
    *out = (struct join_offers){0};
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    void *scratch = talloc_named_const(NULL, 0, "offers");
    struct pairs pairs = {0};
    struct ruling_rows rulings = {0};
    status = read_pairs(scratch, store->db, SQL_SAME_PLACE, false, &pairs, err);
    if (status == STATUS_OK)
        status = read_pairs(scratch, store->db, SQL_SAME_TITLES, true, &pairs, err);
    if (status == STATUS_OK)
        status = read_pairs(scratch, store->db, SQL_SAME_TITLES_UNDATED, true, &pairs, err);
    if (status == STATUS_OK)
        status = part_offers(scratch, store->db, &pairs, err);
    if (status == STATUS_OK)
        status = user_rulings(scratch, store->db, &rulings, err);
    for (size_t i = 0; i < pairs.n && status == STATUS_OK; i++)
        status = offer_pair(parent, store->db, &pairs.at[i], &rulings, out, err);
    talloc_free(scratch);
    db_read_end(store->db);
    return status;
}
