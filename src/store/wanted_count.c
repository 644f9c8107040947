/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers to get, counted by kind as wanted.c would list them, but without reading them: meetings carry their
 * counts, and only what the member marked as not needed is looked up, meeting by meeting. */
#include "config.h"

#include "src/store/entered.h"
#include "src/store/read.h"
#include "src/store/user.h"
#include "src/store/wanted.h"

#include <string.h>

/* What is marked at the meeting of marks->at[I], once a meeting. */
static enum status count_marked_of(struct db *db, const struct marks *marks, size_t i, struct date as_at, int counts[WANTED_KINDS], struct err *err)
{
    struct wanted_papers papers;
    for (size_t k = 0; k < i; k++)
        if (marks->at[k].meeting == marks->at[i].meeting)
            return STATUS_OK;
    void *scratch = talloc_named_const(NULL, 0, "marked");
    enum status status = wanted_read_of(scratch, db, marks->at[i].meeting, as_at, marks, &papers, err);
    for (size_t k = 0; k < papers.n && status == STATUS_OK; k++)
        counts[papers.at[k].kind] += papers.at[k].not_needed;
    talloc_free(scratch);
    return status;
}

/* Meetings that are named have no meeting of their own, and are counted by count_named(). */
static enum status count_marked(struct db *db, const struct marks *marks, struct date as_at, int counts[WANTED_KINDS], struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < marks->n && status == STATUS_OK; i++)
        if (marks->at[i].meeting)
            status = count_marked_of(db, marks, i, as_at, counts, err);
    return status;
}

static enum status count_named(struct db *db, const struct marks *marks, const struct entered_list *entered, struct date as_at, int *count,
                               struct err *err)
{
    static const char SQL_NAMED[] = "SELECT m.committee, c.date" WANTED_NAMED WANTED_NAMED_WHERE
                                    " GROUP BY c.date, m.committee ORDER BY c.date DESC, m.committee_key";
    char *last = mem_strdup(NULL, "");
    struct rows rows = db_select(db, SQL_NAMED, err, v_date(as_at));
    while (rows_next(&rows)) {
        char *committee = rows_text(NULL, &rows, 0);
        struct date day = rows_date(&rows, 1);
        char *key = wanted_key(NULL, &(struct wanted){.kind = WANTED_MEETING, .committee = committee, .date = day});
        *count += strcmp(key, last) != 0 && !(marks->n && mark_stands(mark_find(marks, key))) && !wanted_day_is_listed(entered, committee, day, as_at);
        talloc_free(committee);
        talloc_free(last);
        last = key;
    }
    talloc_free(last);
    return rows_end(&rows);
}

/* Papers to get as meetings of an older schema count them hold those that the council restricts: how many. */
static enum status count_restricted(struct db *db, int *out, struct err *err)
{
    static const char SQL_RESTRICTED[] =
        "SELECT count(*) FROM meeting m JOIN item i ON i.meeting = m.id JOIN attachment a ON a.item = i.id"
        " WHERE m.edition = 1 AND m.papers_to_get > 0 AND a.held = 0 AND a.exempt = 1";
    int64_t n = 0;
    enum status status = db->store->schema < 4 ? db_number(db, SQL_RESTRICTED, 0, &n, err) : STATUS_OK;
    *out = (int)n;
    return status;
}

static enum status count_at_meetings(struct db *db, struct date as_at, int counts[WANTED_KINDS], struct err *err)
{
    static const char SQL_TOTALS[] = "SELECT total(minutes_cut), total(papers_to_get) FROM meeting WHERE edition = 1";
    static const char SQL_WITHOUT[] = "SELECT count(*)" WANTED_WITHOUT_MINUTES;
    int64_t without = 0;
    struct rows rows = db_select(db, SQL_TOTALS, err);
    if (rows_next(&rows)) {
        counts[WANTED_MINUTE] = (int)rows_int(&rows, 0);
        counts[WANTED_PAPER] = (int)rows_int(&rows, 1);
    }
    int restricted = 0;
    enum status status = rows_end(&rows);
    if (status == STATUS_OK)
        status = count_restricted(db, &restricted, err);
    counts[WANTED_PAPER] -= restricted;
    if (status == STATUS_OK)
        status = db_number(db, SQL_WITHOUT, 0, &without, err, v_date(as_at));
    counts[WANTED_MINUTES] = (int)without;
    return status;
}

/* Meetings that are only listed; most stores have none whose minutes are. */
static enum status read_listed(const void *parent, struct db *db, struct entered_list *out, struct err *err)
{
    static const char SQL_ANY[] = "SELECT EXISTS (SELECT 1 FROM listed_meeting WHERE has_minutes = 1)";
    int64_t any = 0;
    enum status status = db->store->schema < 3 ? STATUS_OK : db_number(db, SQL_ANY, 0, &any, err);
    return status == STATUS_OK && any ? entered_read(parent, db, out, err) : status;
}

static int count_listed(const struct marks *marks, const struct entered_list *list, struct date as_at)
{
    int count = 0;
    for (size_t i = 0; i < list->n; i++) {
        if (!wanted_as_listed(&list->at[i], as_at))
            continue;
        char *key = wanted_key(NULL, &(struct wanted){.kind = WANTED_MINUTES, .meeting_id = list->at[i].id});
        count += !(marks->n && mark_stands(mark_find(marks, key)));
        talloc_free(key);
    }
    return count;
}

static enum status count_all(struct db *db, struct date as_at, int counts[WANTED_KINDS], struct err *err)
{
    struct marks marks = {0};
    struct entered_list listed = {0};
    int marked[WANTED_KINDS] = {0};
    void *scratch = talloc_named_const(NULL, 0, "marks");
    enum status status = marks_read(scratch, db, &marks, err);
    if (status == STATUS_OK)
        status = read_listed(scratch, db, &listed, err);
    if (status == STATUS_OK)
        status = count_at_meetings(db, as_at, counts, err);
    if (status == STATUS_OK && db->store->schema >= 2)
        status = count_named(db, &marks, &listed, as_at, &counts[WANTED_MEETING], err);
    counts[WANTED_MINUTES] += count_listed(&marks, &listed, as_at);
    if (status == STATUS_OK)
        status = count_marked(db, &marks, as_at, marked, err);
    for (size_t i = 0; i < WANTED_KINDS; i++)
        counts[i] -= marked[i];
    talloc_free(scratch);
    return status;
}

enum status store_count_wanted(struct store *store, struct date as_at, int counts[WANTED_KINDS], struct err *err)
{
    for (size_t i = 0; i < WANTED_KINDS; i++)
        counts[i] = 0;
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = count_all(store->db, as_at, counts, err);
    db_read_end(store->db);
    return status;
}

enum status wanted_papers_marked(struct db *db, int *out, struct err *err)
{
    struct marks marks;
    int marked[WANTED_KINDS] = {0};
    void *scratch = talloc_named_const(NULL, 0, "marks");
    enum status status = marks_read(scratch, db, &marks, err);
    if (status == STATUS_OK)
        status = count_marked(db, &marks, (struct date){0}, marked, err);
    int restricted = 0;
    if (status == STATUS_OK)
        status = count_restricted(db, &restricted, err);
    *out = marked[WANTED_PAPER] + restricted;
    talloc_free(scratch);
    return status;
}
