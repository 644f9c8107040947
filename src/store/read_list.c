/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Lists that need no texts: the meetings, the counts for the Desk, and finding a meeting or an item by
 * the words of design.md 5.2. */
#include "config.h"

#include "src/store/councils.h"
#include "src/store/entered.h"
#include "src/store/read.h"
#include "src/store/user.h"
#include "src/store/wanted.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

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

/* ---- finding a meeting ---------------------------------------------------------------------------------- */

static const char SQL_BY_ID[] = "SELECT id FROM meeting WHERE edition = 1 AND meeting_id = ?";
/* The agenda came first: what was noted under a former id was most likely noted on it. */
static const char SQL_BY_ALIAS[] =
    "SELECT m.id FROM meeting_alias a JOIN meeting m ON m.id = a.meeting AND m.edition = 1 WHERE a.alias = ?"
    " ORDER BY m.has_agenda DESC, m.meeting_id LIMIT 1";

enum status read_meeting_row(struct db *db, const char *id, int64_t *row, struct err *err)
{
    enum status status = db_number(db, SQL_BY_ID, 0, row, err, v_text(id));
    if (status == STATUS_OK && *row == 0)
        status = db_number(db, SQL_BY_ALIAS, 0, row, err, v_text(id));
    return status;
}

static const char SQL_NAMED[] = "SELECT meeting_id FROM meeting WHERE edition = 1 AND meeting_id = ?";
static const char SQL_ALIASED[] =
    "SELECT m.meeting_id FROM meeting_alias a JOIN meeting m ON m.id = a.meeting AND m.edition = 1 WHERE a.alias = ? ORDER BY 1";
static const char SQL_BEGINNING[] =
    "SELECT meeting_id FROM meeting WHERE edition = 1 AND substr(meeting_id, 1, length(?1)) = ?1 ORDER BY 1 LIMIT 20";
static const char SQL_ON[] = "SELECT meeting_id FROM meeting WHERE edition = 1 AND date = ? ORDER BY starts, 1";
static const char SQL_NEXT[] = "SELECT min(date) FROM meeting WHERE edition = 1 AND date >= ?";
static const char SQL_LAST[] = "SELECT max(date) FROM meeting WHERE edition = 1 AND date < ?";

static enum status collect(const void *parent, struct db *db, const char *sql, struct value value, struct strings *found, struct err *err)
{
    struct rows rows = db_select(db, sql, err, value);
    while (rows_next(&rows)) {
        char *id = rows_text(NULL, &rows, 0);
        strings_add(parent, found, id);
        talloc_free(id);
    }
    return rows_end(&rows);
}

/* "2022-11-03", "3 November 2022": a day with its year and nothing behind it. */
static bool day_of_words(const char *words, struct date *day)
{
    bool has_year = false;
    if (date_parse_iso(words, day))
        return true;
    size_t used = date_scan(words, day, &has_year);
    return used > 0 && has_year && words[used] == '\0';
}

/* What is looked for, with the meetings that were entered by hand. */
struct naming {
    struct db *db;
    struct entered_list entered;
    struct strings found;
    struct err *err;
};

static enum status on_day(const void *parent, struct naming *naming, struct date day)
{
    enum status status = collect(parent, naming->db, SQL_ON, v_date(day), &naming->found, naming->err);
    for (size_t i = 0; i < naming->entered.n && status == STATUS_OK; i++)
        if (date_compare(naming->entered.at[i].row->date, day) == 0)
            strings_add(parent, &naming->found, naming->entered.at[i].id);
    return status;
}

/* The first day from AS_AT on that a meeting is on, or the last before it. */
static enum status nearest(const void *parent, struct naming *naming, struct date as_at, bool next)
{
    struct date best = {0};
    struct rows rows = db_select(naming->db, next ? SQL_NEXT : SQL_LAST, naming->err, v_date(as_at));
    if (rows_next(&rows))
        best = rows_date(&rows, 0);
    enum status status = rows_end(&rows);
    for (size_t i = 0; i < naming->entered.n; i++) {
        struct date day = naming->entered.at[i].row->date;
        bool there = next ? date_compare(day, as_at) >= 0 : date_compare(day, as_at) < 0;
        bool nearer = !date_is_set(best) || (next ? date_compare(day, best) < 0 : date_compare(day, best) > 0);
        if (there && nearer)
            best = day;
    }
    return status == STATUS_OK && date_is_set(best) ? on_day(parent, naming, best) : status;
}

/* By the name of one that was entered; BEGINNING: by a beginning of its name. */
static void name_entered(const void *parent, struct naming *naming, const char *words, bool beginning)
{
    for (size_t i = 0; i < naming->entered.n; i++) {
        const char *id = naming->entered.at[i].id;
        if (beginning ? text_starts(id, words) : strcmp(id, words) == 0)
            strings_add(parent, &naming->found, id);
    }
}

/* The first way of naming that finds anything decides. */
static enum status candidates(const void *parent, struct naming *naming, const char *words, struct date as_at)
{
    struct date day;
    if (strcasecmp(words, "next") == 0 || strcasecmp(words, "last") == 0)
        return nearest(parent, naming, as_at, strcasecmp(words, "next") == 0);
    static const char *const ways[] = {SQL_NAMED, SQL_ALIASED, SQL_BEGINNING};
    enum status status = day_of_words(words, &day) ? on_day(parent, naming, day) : STATUS_OK;
    for (size_t i = 0; i < MB_LENGTH(ways) && status == STATUS_OK && naming->found.n == 0; i++) {
        status = collect(parent, naming->db, ways[i], v_text(words), &naming->found, naming->err);
        if (status == STATUS_OK && ways[i] != SQL_ALIASED)
            name_entered(parent, naming, words, ways[i] == SQL_BEGINNING);
    }
    const struct entered *former = naming->found.n ? NULL : entered_find(&naming->entered, words);
    if (status == STATUS_OK && former)
        strings_add(parent, &naming->found, former->id);
    return status;
}

enum status store_find_meeting(const void *parent, struct store *store, const char *words, struct date as_at, char **id, struct err *err)
{
    *id = NULL;
    void *scratch = talloc_named_const(NULL, 0, "find meeting");
    struct naming naming = {.db = store->db, .err = err};
    enum status status = db_read_begin(store->db, err);
    if (status == STATUS_OK) {
        status = entered_read(scratch, store->db, &naming.entered, err);
        if (status == STATUS_OK && words[0])
            status = candidates(scratch, &naming, words, as_at);
        db_read_end(store->db);
    }
    const struct strings found = naming.found;
    if (status == STATUS_OK && found.n == 1) {
        *id = mem_strdup(parent, found.at[0]);
    } else if (status == STATUS_OK && found.n == 0) {
        status = err_set(err, STATUS_USAGE, "no meeting is named \"%s\"; minutebook meetings lists them", words);
    } else if (status == STATUS_OK) {
        struct buf list;
        buf_init(&list, scratch, 800);
        for (size_t i = 0; i < found.n; i++)
            buf_printf(&list, "%s%s", i ? ", " : "", found.at[i]);
        status = err_set(err, STATUS_USAGE, "\"%s\" may be %s%s; name one", words, list.data, list.full ? " and others" : "");
    }
    talloc_free(scratch);
    return status;
}

/* ---- finding an item ---------------------------------------------------------------------------------------- */

static bool same_number(const char *number, const char *words)
{
    return number && strcasecmp(number, words) == 0;
}

struct item_search {
    const struct meeting *meeting;
    const char *words;
    int found, position;
    struct buf list;
};

static void look_for(struct item_search *search, const char *number, bool by_minute)
{
    for (size_t i = 0; i < search->meeting->n_items; i++) {
        const struct item *item = &search->meeting->items[i];
        if (!same_number(by_minute ? item->minute_number : item->agenda_number, number))
            continue;
        search->position = item->position;
        buf_printf(&search->list, "%s@%d %s", search->found ? ", " : "", item->position, item->title ? item->title : "");
        search->found++;
    }
}

/* Numbers that another paper of the meeting prints, kept as alternatives by merge_item.c: where the council
 * numbers its items anew, whoever noted the old number still asks for it. */
static void look_for_former(struct item_search *search, const char *number, const char *which)
{
    for (size_t i = 0; i < search->meeting->n_items; i++) {
        const struct item *item = &search->meeting->items[i];
        char *field = mem_printf(NULL, "item %d %s", item->position, which);
        bool has = false;
        for (size_t a = 0; a < search->meeting->n_alternatives && !has; a++)
            has = strcmp(search->meeting->alternatives[a].field, field) == 0 && same_number(search->meeting->alternatives[a].value, number);
        talloc_free(field);
        if (!has)
            continue;
        search->position = item->position;
        buf_printf(&search->list, "%s@%d %s", search->found ? ", " : "", item->position, item->title ? item->title : "");
        search->found++;
    }
}

static void look_for_position(struct item_search *search, const char *digits)
{
    for (size_t i = 0; i < search->meeting->n_items; i++) {
        char *position = mem_printf(NULL, "%d", search->meeting->items[i].position);
        if (strcmp(position, digits) == 0) {
            search->position = search->meeting->items[i].position;
            search->found = 1;
        }
        talloc_free(position);
    }
}

enum status meeting_find_item(const struct meeting *meeting, const char *words, int *position, struct err *err)
{
    struct item_search search = {.meeting = meeting, .words = words};
    buf_init(&search.list, NULL, 600);
    char mark = (char)tolower((unsigned char)words[0]);
    if (mark == '@')
        look_for_position(&search, words + 1);
    else if ((mark == 'm' || mark == 'a') && words[1])
        look_for(&search, words + 1, mark == 'm');
    if (search.found == 0 && words[0])
        look_for(&search, words, true);
    if (search.found == 0 && words[0])
        look_for(&search, words, false);
    if (search.found == 0 && words[0] && mark != '@')
        look_for_former(&search, words + (mark == 'm' || mark == 'a'), mark == 'a' ? "agenda_number" : "minute_number");
    *position = search.found == 1 ? search.position : 0;
    enum status status = STATUS_OK;
    if (search.found == 0)
        status = err_set(err, STATUS_USAGE, "the meeting %s has no item \"%s\"; name it as m555 by its minute, a5 by its agenda number or @3 by its place",
                         meeting->id ? meeting->id : "", words);
    else if (search.found > 1)
        status = err_set(err, STATUS_USAGE, "\"%s\" may be %s%s; name one by its place", words, search.list.data, search.list.full ? " and others" : "");
    buf_release(&search.list);
    return status;
}
