/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What is new since the member looked last: papers that were imported since, and of the texts of their meetings those with a line
 * that no paper held before has. It is worked out when it is asked for, from the papers and the mark alone: what is published does
 * not know of it. */
#include "config.h"

#include "src/store/index_scan.h"
#include "src/store/user_rows.h"

#include <minutebook/base_lookup.h>

#include <string.h>

#define COUNTED_MAX 1000 /* beyond it a count is "1,000+" */

/* ?1 and ?2: the newest paper that was held when the member looked. */
#define IS_NEW "(s.imported > ?1 OR s.id > ?2)"
#define NEW_MEETINGS                                                                                                   \
    " FROM meeting m JOIN edition e ON e.id = m.edition AND e.state = 'live' JOIN meeting_source k ON k.meeting = m.id" \
    " JOIN source s ON s.id = k.source WHERE s.state = 'whole' AND " IS_NEW

struct looked {
    char *imported; /* NULL: never */
    int64_t paper;
};

static enum status read_looked(const void *parent, struct db *db, const char *mark, struct looked *out, struct err *err)
{
    void *found = NULL;
    *out = (struct looked){0};
    enum status status = row_get(parent, db, &looked_table, mark, &found, err);
    const struct read_record *row = found;
    if (status == STATUS_OK && row && !row->damaged)
        *out = (struct looked){row->imported, row->paper};
    return status;
}

/* ---- lines that were held before ---------------------------------------------------------------------------- */

/* Each line of TEXT, a cell of a table as well; ends at the first for which EACH says no. */
static bool for_lines(const char *text, bool (*each)(void *to, const char *line), void *to)
{
    static const char ends[] = "\n\t";
    bool on = true;
    for (const char *at = text; on && at && *at;) {
        size_t n = strcspn(at, ends);
        char *line = text_squeeze(NULL, at, n);
        on = !*line || each(to, line);
        talloc_free(line);
        at += n + (at[n] != '\0');
    }
    return on;
}

static bool keep_line(void *to, const char *line)
{
    (void)lookup_place(to, line, 0);
    return true;
}

static bool is_held(void *to, const char *line)
{
    return lookup_first(to, line) != LOOKUP_NONE;
}

/* All lines of the papers of MEETING that were held when the member looked; *OUT NULL where none was. */
static enum status read_old_lines(const void *parent, struct db *db, int64_t meeting, const struct looked *looked, struct lookup **out,
                                  struct err *err)
{
    static const char SQL_OLD[] = "SELECT v.value FROM meeting_source k JOIN source s ON s.id = k.source JOIN draft d ON d.source = s.id"
                                  " AND d.state = 'live' JOIN draft_value v ON v.draft = d.id"
                                  " WHERE k.meeting = ?3 AND v.value IS NOT NULL AND NOT " IS_NEW;
    *out = NULL;
    if (!looked->imported)
        return STATUS_OK; /* NULL is newer than nothing */
    struct rows rows = db_select(db, SQL_OLD, err, v_text(looked->imported), v_int(looked->paper), v_int(meeting));
    while (rows_next(&rows)) {
        char *value = rows_text(NULL, &rows, 0);
        if (!*out)
            *out = lookup_new(parent);
        (void)for_lines(value, keep_line, *out);
        talloc_free(value);
    }
    return rows_end(&rows);
}

/* ---- of a saved search ---------------------------------------------------------------------------------------- */

#define NEW_HITS(table)                                                                                                \
    "SELECT place.edition, coalesce(place.verbatim, text.body), place.id FROM " table " CROSS JOIN search_place AS place"        \
    " ON place.id = " table ".rowid JOIN search_text AS text ON text.id = place.id WHERE " table " MATCH ?3 AND "      \
    table ".rowid BETWEEN ?4 AND ?5 AND place.edition IN (SELECT m.id" NEW_MEETINGS ") ORDER BY " table ".rowid"

static enum status count_hits(const void *scratch, struct db *db, const struct looked *looked, const struct search_request *request, int *out,
                              struct err *err)
{
    static const char SQL_EXACT[] = NEW_HITS("f"), SQL_WORDS[] = NEW_HITS("p");
    struct lookup *lines = NULL;
    struct index_sight sight;
    struct id_range days = index_days(request);
    int64_t edition = 0;
    enum status status = index_see(scratch, db, request, &sight, err);
    if (status != STATUS_OK)
        return status;
    struct rows rows = db_select(db, request->words_only ? SQL_WORDS : SQL_EXACT, err, v_text(looked->imported), v_int(looked->paper),
                                 v_text(request->match), v_int(days.first), v_int(days.last));
    while (status == STATUS_OK && *out <= COUNTED_MAX && rows_next(&rows)) {
        if (!index_is_seen(&sight, rows_int(&rows, 2)))
            continue;
        if (rows_int(&rows, 0) != edition) { /* those of a meeting stand together */
            edition = rows_int(&rows, 0);
            talloc_free(lines);
            status = read_old_lines(scratch, db, edition, looked, &lines, err);
        }
        char *body = rows_text(NULL, &rows, 1);
        *out += !lines || !for_lines(body, is_held, lines);
        talloc_free(body);
    }
    enum status ended = rows_end(&rows);
    return status == STATUS_OK ? ended : status;
}

static enum status any_new(struct db *db, const struct looked *looked, int64_t *out, struct err *err)
{
    static const char SQL_ANY[] = "SELECT EXISTS (SELECT 1" NEW_MEETINGS ")";
    return db_number(db, SQL_ANY, 0, out, err, v_text(looked->imported), v_int(looked->paper));
}

enum status store_search_news(struct store *store, const char *saved_id, const struct search_request *request, int *out, struct err *err)
{
    struct looked looked;
    int64_t any = 0;
    *out = 0;
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    void *scratch = talloc_named_const(NULL, 0, "news");
    status = read_looked(scratch, store->db, mem_printf(scratch, "search %s", saved_id), &looked, err);
    if (status == STATUS_OK)
        status = any_new(store->db, &looked, &any, err);
    if (status == STATUS_OK && any && request->match)
        status = count_hits(scratch, store->db, &looked, request, out, err);
    talloc_free(scratch);
    db_read_end(store->db);
    return status;
}

/* ---- all that is new --------------------------------------------------------------------------------------------- */

static bool is_new_text(struct lookup *lines, const char *text)
{
    return text && !for_lines(text, is_held, lines);
}

/* The items of MEETING with a line that was not held before. */
static enum status read_items(const void *parent, struct store *store, struct news_meeting *news, struct lookup *lines, struct err *err)
{
    void *local = talloc_named_const(NULL, 0, "news");
    struct meeting *meeting = NULL;
    enum status status = store_meeting(local, store, news->meeting_id, &meeting, err);
    for (size_t i = 0; status == STATUS_OK && i < meeting->n_items; i++) {
        const struct item *item = &meeting->items[i];
        bool came = is_new_text(lines, item->title);
        const char *const texts[] = {item->agenda_text, item->minutes_text, item->decision_text, item_report_text(local, item)};
        bool changed = came;
        for (size_t t = 0; t < MB_LENGTH(texts) && !changed; t++)
            changed = is_new_text(lines, texts[t]);
        if (!changed)
            continue;
        struct news_item *one = mem_append(parent, news->items, news->n_items);
        *one = (struct news_item){.position = item->position, .came = came, .title = mem_strdup(parent, item->title)};
        one->number = mem_strdup(parent, item->minute_number ? item->minute_number : item->agenda_number);
    }
    talloc_free(local);
    return status;
}

/* The new papers of the meeting, as forms in words, each once. */
static enum status read_papers(const void *parent, struct db *db, int64_t meeting, const struct looked *looked, struct strings *out, struct err *err)
{
    static const char SQL_PAPERS[] = "SELECT DISTINCT s.form FROM meeting_source k JOIN source s ON s.id = k.source"
                                     " WHERE k.meeting = ?3 AND s.state = 'whole' AND " IS_NEW " ORDER BY s.form";
    struct rows rows = db_select(db, SQL_PAPERS, err, v_text(looked->imported), v_int(looked->paper), v_int(meeting));
    while (rows_next(&rows)) {
        enum form form = FORM_UNKNOWN;
        char *name = rows_text(NULL, &rows, 0);
        strings_add(parent, out, form_parse(name, &form) ? form_words(form) : "paper");
        talloc_free(name);
    }
    return rows_end(&rows);
}

struct found_meeting {
    int64_t row;
    struct news_meeting news;
};

static enum status find_meetings(const void *parent, struct db *db, const struct looked *looked, struct found_meeting **out, size_t *n,
                                 struct err *err)
{
    static const char SQL_MEETINGS[] = "SELECT DISTINCT m.id, m.meeting_id, m.committee, m.date" NEW_MEETINGS
                                       " ORDER BY m.date IS NULL, m.date DESC, m.meeting_id";
    struct rows rows = db_select(db, SQL_MEETINGS, err, v_text(looked->imported), v_int(looked->paper));
    while (rows_next(&rows)) {
        struct found_meeting *found = mem_append(parent, *out, *n);
        found->row = rows_int(&rows, 0);
        found->news.meeting_id = rows_text(parent, &rows, 1);
        found->news.committee = rows_text(parent, &rows, 2);
        found->news.date = rows_date(&rows, 3);
    }
    return rows_end(&rows);
}

static enum status tell_meeting(const void *parent, struct store *store, struct found_meeting *found, const struct looked *looked, struct err *err)
{
    struct lookup *lines = NULL;
    enum status status = read_papers(parent, store->db, found->row, looked, &found->news.papers, err);
    if (status == STATUS_OK)
        status = read_old_lines(NULL, store->db, found->row, looked, &lines, err);
    found->news.first = !lines;
    if (status == STATUS_OK && lines)
        status = read_items(parent, store, &found->news, lines, err);
    talloc_free(lines);
    return status;
}

enum status store_news(const void *parent, struct store *store, struct news *out, struct err *err)
{
    struct looked looked;
    struct found_meeting *found = NULL;
    size_t n = 0;
    *out = (struct news){0};
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = read_looked(parent, store->db, "news", &looked, err);
    out->looked = looked.imported != NULL;
    if (status == STATUS_OK)
        status = find_meetings(parent, store->db, &looked, &found, &n, err);
    for (size_t i = 0; i < n && status == STATUS_OK; i++) {
        status = tell_meeting(parent, store, &found[i], &looked, err);
        *mem_append(parent, out->at, out->n) = found[i].news;
    }
    db_read_end(store->db);
    return status;
}
