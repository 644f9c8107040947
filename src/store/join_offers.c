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
    return times && (!pair->a.council || !pair->b.council || text_same_words(pair->a.council, pair->b.council));
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

/* ---- side by side ------------------------------------------------------------------------------------------------- */

struct told {
    char *site_key, *service_id;
};

static enum status read_side(const void *parent, struct db *db, int64_t meeting, struct offer_side *side, struct told *told, struct err *err)
{
#define SIDE(ids) "SELECT council, committee, venue, date, starts, items, sources, " ids " FROM meeting WHERE id = ?"
    static const char SQL_SIDE_2[] = SIDE("NULL, NULL"), SQL_SIDE[] = SIDE("site_key, service_id");
    struct rows rows = db_select(db, db->store->schema < 3 ? SQL_SIDE_2 : SQL_SIDE, err, v_int(meeting));
    if (rows_next(&rows)) {
        side->council = rows_text(parent, &rows, 0);
        side->committee = rows_text(parent, &rows, 1);
        side->venue = rows_text(parent, &rows, 2);
        side->date = rows_date(&rows, 3);
        side->minutes_after_midnight = rows_is_null(&rows, 4) ? -1 : (int)rows_int(&rows, 4);
        side->items = (int)rows_int(&rows, 5);
        side->sources = (int)rows_int(&rows, 6);
        told->site_key = rows_text(parent, &rows, 7);
        told->service_id = rows_text(parent, &rows, 8);
    }
    return rows_end(&rows);
}

/* Two numbers of one site are never one meeting: no question for the member. */
static bool told_apart(const struct told *a, const struct told *b)
{
    struct head one = {.site_key = a->site_key, .service_id = a->service_id}, other = {.site_key = b->site_key, .service_id = b->service_id};
    return ids_compare(&one, &other) == IDS_OTHER;
}

static enum status pair_titles(const void *parent, struct db *db, const struct pair *pair, struct join_offer *offer, struct err *err)
{
    static const char SQL_AS_PRINTED[] = "SELECT title FROM item WHERE meeting = ? ORDER BY position";
    struct strings others = {0};
    struct rows rows = db_select(db, SQL_AS_PRINTED, err, v_int(pair->b.row));
    while (rows_next(&rows))
        *mem_append(parent, others.at, others.n) = rows_text(parent, &rows, 0);
    enum status status = rows_end(&rows);
    rows = db_select(db, SQL_AS_PRINTED, status == STATUS_OK ? err : NULL, v_int(pair->a.row));
    while (rows_next(&rows)) {
        struct title_pair *titles = mem_append(parent, offer->titles, offer->n_titles);
        titles->one = rows_text(parent, &rows, 0);
        for (size_t i = 0; i < others.n && !titles->other; i++)
            if (titles->one && others.at[i] && text_same_words(titles->one, others.at[i])) {
                titles->other = others.at[i];
                others.at[i] = NULL;
            }
    }
    enum status ended = rows_end(&rows);
    for (size_t i = 0; i < others.n; i++)
        if (others.at[i])
            mem_append(parent, offer->titles, offer->n_titles)->other = others.at[i];
    return status == STATUS_OK ? ended : status;
}

static void say(const void *parent, struct join_offer *offer, const char *what, bool known, bool same)
{
    char *words = known ? mem_printf(NULL, same ? "the %s is the same" : "the %s is not the same", what) : mem_printf(NULL, "only one names the %s", what);
    strings_add(parent, known && same ? &offer->speaks_for : &offer->speaks_against, words);
    talloc_free(words);
}

static void say_text(const void *parent, struct join_offer *offer, const char *what, const char *one, const char *other)
{
    if (one || other)
        say(parent, offer, what, one && other, one && other && text_same_words(one, other));
}

/* How many titles both sides have; what only one has speaks against them, however few. */
static void say_titles(const void *parent, struct join_offer *offer)
{
    int items = offer->one.items > offer->other.items ? offer->one.items : offer->other.items, paired = 0;
    for (size_t i = 0; i < offer->n_titles; i++)
        paired += offer->titles[i].one && offer->titles[i].other;
    int alone = (int)offer->n_titles - paired;
    void *scratch = talloc_named_const(NULL, 0, "titles");
    strings_add(parent, paired > 0 && paired >= alone ? &offer->speaks_for : &offer->speaks_against,
                mem_printf(scratch, "%s of %s titles agree", number_words(scratch, paired), number_words(scratch, items)));
    if (alone > 0)
        strings_add(parent, &offer->speaks_against,
                    mem_printf(scratch, "%s %s on one side only", number_words(scratch, alone), alone == 1 ? "title stands" : "titles stand"));
    talloc_free(scratch);
}

static void weigh(const void *parent, struct join_offer *offer)
{
    const struct offer_side *a = &offer->one, *b = &offer->other;
    bool day_a = date_is_set(a->date), day_b = date_is_set(b->date);
    bool time_a = a->minutes_after_midnight >= 0, time_b = b->minutes_after_midnight >= 0;
    say_text(parent, offer, "council", a->council, b->council);
    say_text(parent, offer, "committee", a->committee, b->committee);
    if (day_a || day_b)
        say(parent, offer, "day", day_a && day_b, date_compare(a->date, b->date) == 0);
    if (time_a || time_b)
        say(parent, offer, "time", time_a && time_b, a->minutes_after_midnight == b->minutes_after_midnight);
    say_text(parent, offer, "venue", a->venue, b->venue);
    say_titles(parent, offer);
}

static enum status offer_pair(const void *parent, struct db *db, const struct pair *pair, const struct ruling_rows *rulings,
                              struct join_offers *out, struct err *err)
{
    bool parted;
    char *reason = NULL;
    struct offer_side one = {0}, other = {0};
    struct told told[2] = {0};
    enum status status = was_parted(db, pair, rulings, &parted, err);
    if (status == STATUS_OK)
        status = read_side(parent, db, pair->a.row, &one, &told[0], err);
    if (status == STATUS_OK)
        status = read_side(parent, db, pair->b.row, &other, &told[1], err);
    if (status != STATUS_OK || parted || told_apart(&told[0], &told[1]))
        return status;
    if (pair->reason)
        reason = mem_strdup(parent, pair->reason);
    else
        status = reason_of(parent, db, pair, &reason, err);
    if (status != STATUS_OK)
        return status;
    struct join_offer *offer = mem_append(parent, out->at, out->n);
    *offer = (struct join_offer){.meeting_id = mem_strdup(parent, pair->a.id), .other_id = mem_strdup(parent, pair->b.id), .reason = reason,
                                 .one = one, .other = other};
    status = pair_titles(parent, db, pair, offer, err);
    weigh(parent, offer);
    return status;
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
