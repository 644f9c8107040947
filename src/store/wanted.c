/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers to get: what the papers held speak of and is not held, or not whole. Worked out when asked, from
 * what is published; the member's word that one is not needed is a row of theirs under its key.
 *
 * A key names the reason and its place in words that a further paper of the same meeting does not change:
 * "paper <meeting> <item's title> <paper's title>". Where the meeting is called otherwise since, a mark is
 * read under the name it has now. */
#include "config.h"

#include "src/store/addresses.h"
#include "src/store/entered.h"
#include "src/store/read.h"
#include "src/store/user.h"
#include "src/store/wanted.h"

#include <stdlib.h>
#include <string.h>

static const char *const kind_keys[WANTED_KINDS] = {
    [WANTED_MINUTE] = "minute", [WANTED_PAPER] = "paper", [WANTED_MINUTES] = "minutes", [WANTED_MEETING] = "meeting"};

struct looking {
    const void *parent;
    struct db *db;
    int64_t meeting; /* row of the only one that is looked at; 0: all */
    struct wanted_papers *out;
    struct err *err;
};

/* A statement for all meetings and the same for one, which it then takes as ?1. */
struct looked_by {
    const char *all, *one;
};
#define LOOK(statement) {statement(""), statement(" AND m.id = ?1")}

static struct rows look(const struct looking *looking, const struct looked_by *by)
{
    return looking->meeting ? db_select(looking->db, by->one, looking->err, v_int(looking->meeting))
                            : db_select(looking->db, by->all, looking->err);
}

/* ---- keys ----------------------------------------------------------------------------------------------- */

/* Those of one meeting stand together; the last one is being named. */
static bool has_key(const struct wanted_papers *list, const char *key)
{
    const struct wanted *last = &list->at[list->n - 1];
    for (size_t i = list->n - 1; i-- > 0;) {
        if (list->at[i].kind != last->kind || strcmp(list->at[i].meeting_id, last->meeting_id) != 0)
            break;
        if (strcmp(list->at[i].key, key) == 0)
            return true;
    }
    return false;
}

/* Two items or papers of one title: the second is told by a number. */
static char *free_key(const struct looking *looking, char *key)
{
    char *stem = key;
    for (int i = 2; has_key(looking->out, key); i++)
        key = mem_printf(looking->parent, "%s %d", stem, i);
    return key;
}

/* The title in words, or its number where it has none. */
static char *place_of(const void *parent, const struct wanted *wanted)
{
    char *slug = text_slug(parent, wanted->item_title ? wanted->item_title : "");
    return *slug ? slug : mem_printf(parent, "%d", wanted->position);
}

char *wanted_key(const void *parent, const struct wanted *wanted)
{
    const char *kind = kind_keys[wanted->kind];
    void *scratch = talloc_named_const(NULL, 0, "key");
    char *key = NULL;
    if (wanted->kind == WANTED_MINUTES)
        key = mem_printf(parent, "%s %s", kind, wanted->meeting_id);
    else if (wanted->kind == WANTED_MEETING)
        key = mem_printf(parent, "%s %s %s", kind, text_slug(scratch, wanted->committee), date_iso(scratch, wanted->date));
    else if (wanted->kind == WANTED_MINUTE)
        key = mem_printf(parent, "%s %s %s", kind, wanted->meeting_id, place_of(scratch, wanted));
    else
        key = mem_printf(parent, "%s %s %s %s", kind, wanted->meeting_id, place_of(scratch, wanted),
                         wanted->to_follow && !wanted->published ? "to-follow" : text_slug(scratch, wanted->title ? wanted->title : ""));
    talloc_free(scratch);
    return key;
}

static void set_key(const struct looking *looking, struct wanted *wanted)
{
    wanted->key = free_key(looking, wanted_key(looking->parent, wanted));
}

/* ---- items ---------------------------------------------------------------------------------------------- */

#define PLACE "m.meeting_id, m.committee, m.date, i.position, i.agenda_number, i.minute_number, i.title"
#define NO_ITEM "m.meeting_id, m.committee, m.date, 0, NULL, NULL, NULL"
#define OF_MEETING " FROM item i JOIN meeting m ON m.id = i.meeting AND m.edition = 1"
#define NEWEST " ORDER BY m.date IS NULL, m.date DESC, m.starts, m.meeting_id, i.position"

static struct wanted *add(const struct looking *looking, enum wanted_kind kind, struct rows *rows)
{
    const void *parent = looking->parent;
    struct wanted *wanted = mem_append(parent, looking->out->at, looking->out->n);
    wanted->kind = kind;
    wanted->meeting_id = rows_text(parent, rows, 0);
    wanted->committee = rows_text(parent, rows, 1);
    wanted->date = rows_date(rows, 2);
    wanted->position = (int)rows_int(rows, 3);
    wanted->agenda_number = rows_text(parent, rows, 4);
    wanted->minute_number = rows_text(parent, rows, 5);
    wanted->item_title = rows_text(parent, rows, 6);
    return wanted;
}

static enum status find_minutes_cut(const struct looking *looking)
{
#define CUT(which) "SELECT " PLACE OF_MEETING which " AND m.minutes_cut > 0 WHERE i.truncated = 1" NEWEST
    static const struct looked_by cut = LOOK(CUT);
    struct rows rows = look(looking, &cut);
    while (rows_next(&rows))
        set_key(looking, add(looking, WANTED_MINUTE, &rows));
    return rows_end(&rows);
}

static enum status add_papers(const struct looking *looking, struct rows rows)
{
    while (rows_next(&rows)) {
        struct wanted *wanted = add(looking, WANTED_PAPER, &rows);
        wanted->title = rows_text(looking->parent, &rows, 7);
        wanted->format = rows_text(looking->parent, &rows, 8);
        wanted->size = rows_text(looking->parent, &rows, 9);
        wanted->url = rows_text(looking->parent, &rows, 10);
        wanted->to_follow = rows_bool(&rows, 11);
        wanted->published = wanted->to_follow && rows_bool(&rows, 12);
        set_key(looking, wanted);
    }
    return rows_end(&rows);
}

/* With those of find_meeting_papers(), as meeting.papers_to_get counts: every paper listed, not held and not restricted, and every
 * report that is to follow. */
static enum status find_papers(const struct looking *looking)
{
#define PAPERS(which)                                                                                                            \
    "SELECT " PLACE ", a.title, a.format, a.size, a.url, coalesce(i.follow, '') = 'published, not held', 1, a.n" OF_MEETING which  \
    " AND m.papers_to_get > 0 JOIN attachment a ON a.item = i.id AND a.held = 0 AND a.exempt = 0"                                  \
    " UNION ALL SELECT " PLACE ", NULL, NULL, NULL, NULL, 1, 0, -1" OF_MEETING which                                              \
    " AND m.papers_to_get > 0 WHERE i.follow = 'to follow' ORDER BY 1, 4, 14"
    static const struct looked_by papers = LOOK(PAPERS);
    return add_papers(looking, look(looking, &papers));
}

/* Of the whole meeting. */
static enum status find_meeting_papers(const struct looking *looking)
{
#define MEETING_PAPERS(which)                                                                                            \
    "SELECT " NO_ITEM ", p.title, p.format, p.size, p.url, 0, 0 FROM meeting_paper p JOIN meeting m ON m.id = p.meeting" \
    " AND m.edition = 1" which " ORDER BY m.meeting_id, p.n"
    static const struct looked_by papers = LOOK(MEETING_PAPERS);
    return looking->db->store->schema < 4 ? STATUS_OK : add_papers(looking, look(looking, &papers));
}

/* ---- meetings ------------------------------------------------------------------------------------------- */

/* Does a list say that minutes of the meeting m are published? By its number on its site, else by its name and time. */
#define LISTED_MINUTES                                                                                                  \
    "m.id IN (SELECT h.id FROM listed_meeting l JOIN draft d ON d.id = l.draft AND d.state = 'live'"                    \
    " JOIN source s ON s.id = d.source AND s.state = 'whole' JOIN meeting h ON h.base_id = l.base_id AND h.edition = 1" \
    " WHERE l.has_minutes = 1 AND (h.starts IS NULL OR l.starts IS NULL OR h.starts = l.starts)"                        \
    " AND (h.service_id IS NULL OR l.service_id IS NULL OR h.service_id = l.service_id OR h.site_key <> l.site_key)"    \
    " UNION SELECT h.id FROM listed_meeting l JOIN draft d ON d.id = l.draft AND d.state = 'live'"                      \
    " JOIN source s ON s.id = d.source AND s.state = 'whole' JOIN meeting h ON h.service_id = l.service_id"             \
    " AND h.site_key IS l.site_key AND h.edition = 1 WHERE l.has_minutes = 1)"

static enum status find_minutes_missing(const struct looking *looking, struct date as_at)
{
#define MISSING(published, which) "SELECT " NO_ITEM ", " published WANTED_WITHOUT_MINUTES which
    static const struct looked_by missing_2 = {MISSING("0", ""), MISSING("0", " AND m.id = ?2")},
                                  missing = {MISSING(LISTED_MINUTES, ""), MISSING(LISTED_MINUTES, " AND m.id = ?2")};
    const struct looked_by *by = looking->db->store->schema < 3 ? &missing_2 : &missing;
    struct rows rows = looking->meeting ? db_select(looking->db, by->one, looking->err, v_date(as_at), v_int(looking->meeting))
                                        : db_select(looking->db, by->all, looking->err, v_date(as_at));
    while (rows_next(&rows)) {
        struct wanted *wanted = add(looking, WANTED_MINUTES, &rows);
        wanted->published = rows_bool(&rows, 7);
        set_key(looking, wanted);
    }
    return rows_end(&rows);
}

bool wanted_as_listed(const struct entered *entered, struct date as_at)
{
    const struct listing *listed = entered->listed;
    return listed && listed->has_minutes && date_compare(listed->date, as_at) < 0 &&
           status_strictness(listed->status) < status_strictness("postponed");
}

bool wanted_day_is_listed(const struct entered_list *list, const char *committee, struct date day, struct date as_at)
{
    char *base = base_id(NULL, committee, day);
    bool listed = false;
    for (size_t i = 0; base && i < list->n && !listed; i++)
        listed = wanted_as_listed(&list->at[i], as_at) && strcmp(list->at[i].base, base) == 0;
    talloc_free(base);
    return listed;
}

static void find_minutes_listed(const struct looking *looking, const struct entered_list *list, struct date as_at)
{
    for (size_t i = 0; i < list->n; i++) {
        if (!wanted_as_listed(&list->at[i], as_at))
            continue;
        struct wanted *wanted = mem_append(looking->parent, looking->out->at, looking->out->n);
        *wanted = (struct wanted){.kind = WANTED_MINUTES, .date = list->at[i].row->date, .published = true};
        wanted->meeting_id = mem_strdup(looking->parent, list->at[i].id);
        wanted->committee = mem_strdup(looking->parent, list->at[i].row->committee);
        set_key(looking, wanted);
    }
}

/* The newest meeting that names a day speaks for all. A day that is still to come has no papers to get. */
static enum status find_meetings_named(const struct looking *looking, const struct entered_list *entered, struct date as_at)
{
    static const char SQL_NAMED[] =
        "SELECT m.meeting_id, m.committee, c.date, c.item_position, i.agenda_number, i.minute_number, i.title, c.times, c.quote" WANTED_NAMED
        " LEFT JOIN item i ON i.meeting = m.id AND i.position = c.item_position" WANTED_NAMED_WHERE
        " ORDER BY c.date DESC, m.committee_key, m.date IS NULL, m.date DESC, m.starts, m.meeting_id, c.n";
    struct rows rows = db_select(looking->db, SQL_NAMED, looking->err, v_date(as_at));
    while (rows_next(&rows)) {
        struct wanted *last = looking->out->n ? &looking->out->at[looking->out->n - 1] : NULL;
        struct wanted wanted = {.kind = WANTED_MEETING, .committee = rows_text(looking->parent, &rows, 1), .date = rows_date(&rows, 2)};
        wanted.key = wanted_key(looking->parent, &wanted);
        if (last && last->kind == WANTED_MEETING && strcmp(last->key, wanted.key) == 0) {
            last->times += (int)rows_int(&rows, 7);
            continue;
        }
        if (wanted_day_is_listed(entered, wanted.committee, wanted.date, as_at))
            continue;
        struct wanted *found = add(looking, WANTED_MEETING, &rows);
        found->key = wanted.key;
        found->times = (int)rows_int(&rows, 7);
        found->quote = rows_text(looking->parent, &rows, 8);
    }
    return rows_end(&rows);
}

/* ---- all ---------------------------------------------------------------------------------------------------- */

static void mark_all(const struct wanted_papers *papers, const struct marks *marks)
{
    for (size_t i = 0; i < papers->n && marks->n; i++) {
        const struct mark *found = mark_find(marks, papers->at[i].key);
        papers->at[i].not_needed = mark_stands(found);
    }
}

static int text_compare(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static int by_kind_and_day(const void *left, const void *right)
{
    const struct wanted *a = left, *b = right;
    int order = (int)a->kind - (int)b->kind;
    if (!order)
        order = date_is_set(b->date) - date_is_set(a->date);
    if (!order)
        order = date_compare(b->date, a->date);
    if (!order)
        order = text_compare(a->meeting_id, b->meeting_id);
    if (!order)
        order = a->position - b->position;
    return order ? order : text_compare(a->key, b->key);
}

/* What belongs to meetings that are held. */
static enum status find_at_meetings(const struct looking *looking, struct date as_at)
{
    enum status status = find_minutes_cut(looking);
    if (status == STATUS_OK)
        status = find_papers(looking);
    if (status == STATUS_OK)
        status = find_meeting_papers(looking);
    return status == STATUS_OK ? find_minutes_missing(looking, as_at) : status;
}

enum status wanted_read(const void *parent, struct db *db, struct date as_at, struct wanted_papers *out, struct err *err)
{
    struct looking looking = {parent, db, 0, out, err};
    struct marks marks = {0};
    struct entered_list entered = {0};
    void *scratch = talloc_named_const(NULL, 0, "marks");
    *out = (struct wanted_papers){0};
    enum status status = find_at_meetings(&looking, as_at);
    if (status == STATUS_OK)
        status = entered_read(scratch, db, &entered, err);
    if (status == STATUS_OK)
        find_minutes_listed(&looking, &entered, as_at);
    if (status == STATUS_OK && db->store->schema >= 2)
        status = find_meetings_named(&looking, &entered, as_at);
    if (status == STATUS_OK)
        status = addresses_find(parent, db, out, err);
    if (status == STATUS_OK)
        status = marks_read(scratch, db, &marks, err);
    if (status == STATUS_OK)
        mark_all(out, &marks);
    if (out->n)
        qsort(out->at, out->n, sizeof *out->at, by_kind_and_day);
    talloc_free(scratch);
    return status;
}

enum status wanted_read_of(const void *parent, struct db *db, int64_t meeting, struct date as_at, const struct marks *marks,
                           struct wanted_papers *out, struct err *err)
{
    struct looking looking = {parent, db, meeting, out, err};
    *out = (struct wanted_papers){0};
    enum status status = find_at_meetings(&looking, as_at);
    if (status == STATUS_OK)
        mark_all(out, marks);
    return status;
}

enum status store_wanted(const void *parent, struct store *store, struct date as_at, struct wanted_papers *out, struct err *err)
{
    *out = (struct wanted_papers){0};
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = wanted_read(parent, store->db, as_at, out, err);
    db_read_end(store->db);
    return status;
}
