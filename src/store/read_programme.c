/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Work programmes as published, from their rows. */
#include "config.h"

#include "src/store/read.h"

#include <string.h>

static const char SQL_PROGRAMMES[] =
    "SELECT p.id, p.committee, m.meeting_id, p.published_for, p.title, p.preamble, p.item_position, m.committee"
    " FROM programme p JOIN meeting m ON m.id = p.meeting AND m.edition = 1"
    " ORDER BY p.published_for IS NULL, p.published_for DESC, m.meeting_id, p.n";
static const char SQL_ENTRIES[] =
    "SELECT id, inherited, section, state, issue, last_reports_text, notes, requested_on, frequency"
    " FROM programme_entry WHERE programme = ? ORDER BY n";
static const char SQL_WHENS[] = "SELECT text, first, last FROM programme_when WHERE entry = ? AND kind = ? ORDER BY n";
static const char SQL_CHAMPIONS[] = "SELECT topic, name FROM programme_champion WHERE programme = ? ORDER BY n";
static const char SQL_FUTURE[] = "SELECT date FROM programme_meeting WHERE programme = ? ORDER BY n";

static enum programme_section section_of(const char *name)
{
    for (int i = SECTION_DATED; i <= SECTION_STANDING; i++)
        if (name && strcmp(name, programme_section_name((enum programme_section)i)) == 0)
            return (enum programme_section)i;
    return SECTION_DATED;
}

static enum programme_state state_of(const char *name)
{
    for (int i = ENTRY_SCHEDULED; i <= ENTRY_MOVED; i++)
        if (name && strcmp(name, programme_state_name((enum programme_state)i)) == 0)
            return (enum programme_state)i;
    return ENTRY_SCHEDULED;
}

static enum status read_whens(struct programme *programme, struct db *db, int64_t entry, const char *kind, struct when **whens, size_t *n, struct err *err)
{
    struct rows rows = db_select(db, SQL_WHENS, err, v_int(entry), v_text(kind));
    while (rows_next(&rows)) {
        struct when *when = mem_append(programme, *whens, *n);
        when->text = rows_text(programme, &rows, 0);
        when->span = (struct date_span){rows_date(&rows, 1), rows_date(&rows, 2)};
    }
    return rows_end(&rows);
}

static enum status read_entry(struct programme *programme, struct db *db, struct rows *rows, struct err *err)
{
    struct programme_entry *entry = mem_append(programme, programme->entries, programme->n_entries);
    char *section = rows_text(NULL, rows, 2), *state = rows_text(section, rows, 3);
    entry->inherited = rows_bool(rows, 1);
    entry->section = section_of(section);
    entry->state = state_of(state);
    talloc_free(section);
    entry->issue = rows_text(programme, rows, 4);
    entry->last_reports_text = rows_text(programme, rows, 5);
    entry->notes = rows_text(programme, rows, 6);
    entry->requested_on = rows_date(rows, 7);
    entry->frequency = rows_text(programme, rows, 8);
    int64_t row = rows_int(rows, 0);
    enum status status = read_whens(programme, db, row, "planned", &entry->planned, &entry->n_planned, err);
    if (status == STATUS_OK)
        status = read_whens(programme, db, row, "last report", &entry->last_reports, &entry->n_last_reports, err);
    return status;
}

static enum status read_lists(struct programme *programme, struct db *db, int64_t row, struct err *err)
{
    struct rows rows = db_select(db, SQL_CHAMPIONS, err, v_int(row));
    while (rows_next(&rows)) {
        struct champion *champion = mem_append(programme, programme->champions, programme->n_champions);
        champion->topic = rows_text(programme, &rows, 0);
        champion->name = rows_text(programme, &rows, 1);
    }
    enum status status = rows_end(&rows);
    if (status != STATUS_OK)
        return status;
    rows = db_select(db, SQL_FUTURE, err, v_int(row));
    while (rows_next(&rows))
        *mem_append(programme, programme->future_meetings, programme->n_future_meetings) = rows_date(&rows, 0);
    return rows_end(&rows);
}

static enum status read_programme(struct programme *programme, struct db *db, int64_t row, struct err *err)
{
    enum status status = STATUS_OK;
    struct rows rows = db_select(db, SQL_ENTRIES, err, v_int(row));
    while (status == STATUS_OK && rows_next(&rows))
        status = read_entry(programme, db, &rows, err);
    enum status ended = rows_end(&rows);
    status = status == STATUS_OK ? ended : status;
    return status == STATUS_OK ? read_lists(programme, db, row, err) : status;
}

/* Its own papers may call the committee otherwise. */
static bool is_of(struct rows *rows, const char *committee)
{
    char *name = rows_text(NULL, rows, 7);
    bool is = text_same_words(name, committee);
    talloc_free(name);
    return is;
}

/* Of COMMITTEE, as it is printed with the programme or as the meeting is published; NULL for all. */
static enum status read_all(const void *parent, struct db *db, const char *committee, struct programmes *out, struct err *err)
{
    enum status status = STATUS_OK;
    struct rows rows = db_select(db, SQL_PROGRAMMES, err);
    while (status == STATUS_OK && rows_next(&rows)) {
        struct programme *programme = mem_new(parent, struct programme);
        programme->committee = rows_text(programme, &rows, 1);
        if (committee && !text_same_words(programme->committee, committee) && !is_of(&rows, committee)) {
            talloc_free(programme);
            continue;
        }
        programme->meeting_id = rows_text(programme, &rows, 2);
        programme->published_for = rows_date(&rows, 3);
        programme->title = rows_text(programme, &rows, 4);
        programme->preamble = rows_text(programme, &rows, 5);
        programme->item_position = (int)rows_int(&rows, 6);
        status = read_programme(programme, db, rows_int(&rows, 0), err);
        *mem_append(parent, out->at, out->n) = programme;
    }
    enum status ended = rows_end(&rows);
    return status == STATUS_OK ? ended : status;
}

enum status store_programmes(const void *parent, struct store *store, const char *committee, struct programmes *out, struct err *err)
{
    *out = (struct programmes){0};
    enum status status = db_read_begin(store->db, err);
    if (status == STATUS_OK) {
        status = read_all(parent, store->db, committee, out, err);
        db_read_end(store->db);
    }
    return status;
}

/* ---- what comes next ------------------------------------------------------------------------------------ */

#define NEXT_FROM " FROM programme p JOIN meeting m ON m.id = p.meeting AND m.edition = 1"
#define NEXT_ORDER "p.published_for IS NULL, p.published_for DESC, m.meeting_id, p.n"
static const char SQL_NEXT_DAY[] = "SELECT p.committee, p.published_for, f.date" NEXT_FROM
                                   " JOIN programme_meeting f ON f.programme = p.id AND f.date >= ?1 ORDER BY f.date, " NEXT_ORDER " LIMIT 1";
static const char SQL_NEXT_WORDS[] = "SELECT p.committee, p.published_for, w.text" NEXT_FROM
                                     " JOIN programme_entry e ON e.programme = p.id"
                                     " JOIN programme_when w ON w.entry = e.id AND w.kind = 'planned' AND w.first >= ?1"
                                     " ORDER BY " NEXT_ORDER ", w.first, e.n, w.n LIMIT 1";

enum status store_printed_next(const void *parent, struct store *store, struct date as_at, bool words, struct printed_next *out,
                               struct err *err)
{
    *out = (struct printed_next){0};
    struct rows rows = db_select(store->db, SQL_NEXT_DAY, err, v_date(as_at));
    if (rows_next(&rows))
        *out = (struct printed_next){rows_text(parent, &rows, 0), rows_date(&rows, 1), rows_date(&rows, 2), NULL};
    enum status status = rows_end(&rows);
    if (status != STATUS_OK || date_is_set(out->day) || !words)
        return status;
    rows = db_select(store->db, SQL_NEXT_WORDS, err, v_date(as_at));
    if (rows_next(&rows))
        *out = (struct printed_next){rows_text(parent, &rows, 0), rows_date(&rows, 1), {0}, rows_text(parent, &rows, 2)};
    return rows_end(&rows);
}
