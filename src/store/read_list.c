/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Lists that need no texts: the meetings, and the counts for the Desk. */
#include "config.h"

#include "src/store/committees.h"
#include "src/store/councils.h"
#include "src/store/entered.h"
#include "src/store/read.h"
#include "src/store/user.h"
#include "src/store/wanted.h"

#include <stdlib.h>
#include <string.h>

enum date_basis read_basis(struct rows *rows, int column)
{
    char *name = rows_text(NULL, rows, column);
    enum date_basis found = DATE_UNKNOWN;
    for (int basis = DATE_STATED; name && basis <= DATE_GIVEN; basis++)
        if (strcmp(name, date_basis_name((enum date_basis)basis)) == 0)
            found = (enum date_basis)basis;
    talloc_free(name);
    return found;
}

/* ---- the list of meetings ----------------------------------------------------------------------------- */

static const char SQL_MEETINGS[] =
    "SELECT meeting_id, council, committee, date, date_basis, date_reason, starts, venue, joined_because, items, minutes, minutes_cut,"
    " reports_held, reports_to_follow, reports_not_held, exempt_items, sources, has_agenda, has_minutes, has_programme, status"
    " FROM meeting WHERE edition = 1 ORDER BY date IS NULL, date DESC, starts, meeting_id";

static void read_meeting_line(const void *parent, struct rows *rows, struct meeting_row *row)
{
    row->id = rows_text(parent, rows, 0);
    row->council = rows_text(parent, rows, 1);
    row->committee = rows_text(parent, rows, 2);
    row->date = rows_date(rows, 3);
    row->date_basis = read_basis(rows, 4);
    row->date_reason = rows_text(parent, rows, 5);
    row->minutes_after_midnight = rows_is_null(rows, 6) ? -1 : (int)rows_int(rows, 6);
    row->venue = rows_text(parent, rows, 7);
    row->joined_because = rows_text(parent, rows, 8);
    row->items = (int)rows_int(rows, 9);
    row->minutes = (int)rows_int(rows, 10);
    row->minutes_cut = (int)rows_int(rows, 11);
    row->reports_held = (int)rows_int(rows, 12);
    row->reports_to_follow = (int)rows_int(rows, 13);
    row->reports_not_held = (int)rows_int(rows, 14);
    row->exempt_items = (int)rows_int(rows, 15);
    row->sources = (int)rows_int(rows, 16);
    row->has_agenda = rows_bool(rows, 17);
    row->has_minutes = rows_bool(rows, 18);
    row->has_programme = rows_bool(rows, 19);
    row->status = rows_text(parent, rows, 20);
}

/* Newest first, undated last; of one day by time, not said first; as SQL_MEETINGS orders. */
static int by_day(const void *left, const void *right)
{
    const struct meeting_row *a = left, *b = right;
    int order = date_is_set(b->date) - date_is_set(a->date);
    if (!order)
        order = date_compare(b->date, a->date);
    if (!order)
        order = a->minutes_after_midnight - b->minutes_after_midnight;
    return order ? order : strcmp(a->id, b->id);
}

static void add_entered(const void *parent, const struct entered *entered, struct meeting_rows *out)
{
    const struct listing *listed = entered->listed;
    bool by_hand = entered->row->id != NULL;
    struct meeting_row row = {.date = entered->row->date, .date_basis = by_hand ? DATE_GIVEN : DATE_STATED, .entered = by_hand, .listed = listed};
    (void)mem_append(parent, out->at, out->n);
    row.council = listed ? mem_strdup(out->at, listed->council) : NULL;
    row.status = listed ? mem_strdup(out->at, listed->status) : NULL;
    row.listed_minutes = listed && listed->has_minutes;
    row.id = mem_strdup(out->at, entered->id);
    row.committee = mem_strdup(out->at, entered->row->committee);
    row.venue = mem_strdup(out->at, entered->row->venue);
    row.date_reason = mem_strdup(out->at, by_hand ? "entered by hand" : "the council's list of meetings says so");
    row.minutes_after_midnight = (int)entered->row->starts;
    out->at[out->n - 1] = row;
}

static enum status set_councils(struct db *db, struct meeting_rows *out, struct err *err)
{
    struct stated_councils list;
    void *scratch = talloc_named_const(NULL, 0, "councils");
    enum status status = stated_councils_read(scratch, db, &list, err);
    for (size_t i = 0; i < out->n && list.n && status == STATUS_OK; i++)
        if (!out->at[i].council && out->at[i].committee)
            out->at[i].council = mem_strdup(out->at, stated_council_of(&list, out->at[i].committee));
    talloc_free(scratch);
    return status;
}

static enum status read_meetings(const void *parent, struct db *db, struct meeting_rows *out, struct err *err)
{
    struct entered_list entered = {0};
    struct rows rows = db_select(db, SQL_MEETINGS, err);
    while (rows_next(&rows)) {
        struct meeting_row *row = mem_append(parent, out->at, out->n);
        read_meeting_line(out->at, &rows, row);
    }
    enum status status = rows_end(&rows);
    void *scratch = talloc_named_const(NULL, 0, "entered");
    if (status == STATUS_OK)
        status = entered_read(scratch, db, &entered, err);
    for (size_t i = 0; i < entered.n && status == STATUS_OK; i++)
        add_entered(parent, &entered.at[i], out);
    if (entered.n && status == STATUS_OK)
        qsort(out->at, out->n, sizeof *out->at, by_day);
    talloc_free(scratch);
    committee_spell_alike(out);
    return status == STATUS_OK ? set_councils(db, out, err) : status;
}

enum status store_meetings(const void *parent, struct store *store, struct meeting_rows *out, struct err *err)
{
    *out = (struct meeting_rows){0};
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = read_meetings(parent, store->db, out, err);
    db_read_end(store->db);
    return status;
}

static const char SQL_COUNT_SOURCES[] = "SELECT count(*) FROM source WHERE state = 'whole'";
static const char SQL_COUNT_MEETINGS[] =
    "SELECT count(*), total(minutes), total(minutes_cut), total(papers_to_get), total(committee IS NULL OR date IS NULL)"
    " FROM meeting WHERE edition = 1";

static enum status count_entered(struct db *db, int *meetings, struct err *err)
{
    struct entered_list entered;
    void *scratch = talloc_named_const(NULL, 0, "entered");
    enum status status = entered_read(scratch, db, &entered, err);
    *meetings += (int)entered.n;
    talloc_free(scratch);
    return status;
}

enum status store_count(struct store *store, struct store_counts *out, struct err *err)
{
    *out = (struct store_counts){0};
    int64_t sources = 0;
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = db_number(store->db, SQL_COUNT_SOURCES, 0, &sources, err);
    out->sources = (int)sources;
    if (status == STATUS_OK)
        status = user_open_actions(store->db, &out->actions_open, err);
    struct rows rows = db_select(store->db, SQL_COUNT_MEETINGS, status == STATUS_OK ? err : NULL);
    if (rows_next(&rows)) {
        out->meetings = (int)rows_int(&rows, 0);
        out->minutes = (int)rows_int(&rows, 1);
        out->minutes_cut = (int)rows_int(&rows, 2);
        out->papers_to_get = (int)rows_int(&rows, 3);
        out->meetings_unplaced = (int)rows_int(&rows, 4);
    }
    enum status ended = rows_end(&rows);
    if (status == STATUS_OK)
        status = ended;
    int not_needed = 0;
    if (status == STATUS_OK)
        status = wanted_papers_marked(store->db, &not_needed, err);
    out->papers_to_get -= not_needed;
    if (status == STATUS_OK)
        status = count_entered(store->db, &out->meetings, err);
    db_read_end(store->db);
    return status;
}
