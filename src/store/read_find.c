/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Finding a meeting or an item by the words of design.md 5.2. */
#include "config.h"

#include "src/store/entered.h"
#include "src/store/read.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

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
