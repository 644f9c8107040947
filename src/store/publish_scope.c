/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a change touches: the papers with the same titles or the same number of the council's, those of the same meetings, those the member
 * ruled on together, and those of meetings that would bear the same id. The work of an import grows
 * with these few and not with the store. */
#include "config.h"

#include "src/store/committees.h"
#include "src/store/keep.h"
#include "src/store/listed.h"
#include "src/store/publish.h"
#include "src/store/user.h"

#include <string.h>

/* ---- sets of ids --------------------------------------------------------------------------------- */

static size_t ids_place(const struct ids *ids, int64_t id)
{
    size_t low = 0, high = ids->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ids->at[middle] < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool ids_has(const struct ids *ids, int64_t id)
{
    size_t place = ids_place(ids, id);
    return place < ids->n && ids->at[place] == id;
}

bool ids_add(const void *parent, struct ids *ids, int64_t id)
{
    size_t place = ids_place(ids, id);
    if (place < ids->n && ids->at[place] == id)
        return false;
    (void)mem_append(parent, ids->at, ids->n);
    memmove(&ids->at[place + 1], &ids->at[place], (ids->n - 1 - place) * sizeof *ids->at);
    ids->at[place] = id;
    return true;
}

/* Add the first column of a query of one number. */
static enum status add_all(struct scope *scope, const char *sql, struct value value, bool *grown, struct err *err)
{
    struct rows rows = db_select(scope->db, sql, err, value);
    while (rows_next(&rows))
        *grown |= ids_add(scope, &scope->sources, rows_int(&rows, 0));
    return rows_end(&rows);
}

/* ---- neighbours ---------------------------------------------------------------------------------- */

/* Of the same day or without one; all where the paper has no day, or one that the member stated. */
static const char SQL_SAME_TITLES[] =
    "WITH d AS (SELECT titles_key, date, EXISTS (SELECT 1 FROM correction c JOIN source s ON s.sha256 = c.sha256"
    "   WHERE c.field = 'date' AND s.id = ?1) AS stated FROM draft WHERE source = ?1 AND state <> 'gone' AND telling >= 3)" /* TELLING_TITLES */
    " SELECT o.source FROM d CROSS JOIN draft o INDEXED BY draft_titles ON o.titles_key = d.titles_key AND o.date = d.date"
    " UNION ALL SELECT o.source FROM d CROSS JOIN draft o INDEXED BY draft_titles ON o.titles_key = d.titles_key AND o.date IS NULL"
    " UNION ALL SELECT o.source FROM d CROSS JOIN draft o INDEXED BY draft_titles ON o.titles_key = d.titles_key"
    "   WHERE d.date IS NULL OR d.stated"
    " UNION ALL SELECT s.id FROM d CROSS JOIN correction c CROSS JOIN source s ON s.sha256 = c.sha256"
    "   CROSS JOIN draft o ON o.source = s.id WHERE c.field = 'date' AND o.titles_key = d.titles_key";
static const char SQL_SAME_MEETING[] =
    "SELECT o.source FROM meeting_source s JOIN meeting m ON m.id = s.meeting AND m.edition = 1"
    " JOIN meeting_source o ON o.meeting = m.id WHERE s.source = ?";
static const char SQL_SAME_NUMBER[] =
    "SELECT o.source FROM draft d CROSS JOIN draft o INDEXED BY draft_service ON o.service_id = d.service_id"
    " WHERE d.source = ? AND d.service_id IS NOT NULL";
/* Meetings with an item of a number that this paper has; only pages of one item need be asked for by theirs. */
static const char SQL_SAME_ITEMS[] =
    "SELECT s.source FROM draft d CROSS JOIN draft_value v ON v.draft = d.id CROSS JOIN item i INDEXED BY item_service"
    " ON i.service_id = v.value CROSS JOIN meeting m ON m.id = i.meeting AND m.edition = 1 CROSS JOIN meeting_source s ON s.meeting = m.id"
    " JOIN source a ON a.id = d.source JOIN source b ON b.id = s.source WHERE d.source = ? AND d.item_ids = 1 AND v.depth = 2"
    " AND v.name = 'service_id' AND v.value IS NOT NULL AND (a.form IN " SQL_PART_FORMS " OR b.form IN " SQL_PART_FORMS ")";
/* Papers of the meetings that this list names. */
static const char SQL_LISTED[] =
    "SELECT o.source FROM draft d CROSS JOIN listed_meeting l ON l.draft = d.id CROSS JOIN draft o INDEXED BY draft_service"
    " ON o.service_id = l.service_id WHERE d.source = ? AND l.service_id IS NOT NULL";
/* Papers that call the committee of this one's number otherwise: the newest names them all. */
static const char SQL_SAME_COMMITTEE[] =
    "SELECT o.source FROM draft d CROSS JOIN draft o INDEXED BY draft_committee_service ON o.committee_service_id = d.committee_service_id"
    " AND o.site_key = d.site_key WHERE d.source = ? AND d.committee_service_id IS NOT NULL AND o.committee_key <> d.committee_key";
static const char SQL_SAME_BASE[] =
    "SELECT o.source FROM meeting_source s JOIN meeting m ON m.id = s.meeting AND m.edition = 1"
    " JOIN meeting b ON b.base_id = m.base_id AND b.edition = 1 JOIN meeting_source o ON o.meeting = b.id WHERE s.source = ?";
static const char SQL_OF_BASE[] =
    "SELECT s.source FROM meeting m JOIN meeting_source s ON s.meeting = m.id WHERE m.base_id = ? AND m.edition = 1";
static const char SQL_OF_MEETING[] = "SELECT source FROM meeting_source WHERE meeting = ?";
static const char SQL_SOURCE_OF_SUM[] = "SELECT id FROM source WHERE sha256 = ?";
static const char SQL_SUM_OF_SOURCE[] = "SELECT sha256 FROM source WHERE id = ?";

static bool names(const struct strings *list, const char *sha256)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->at[i], sha256) == 0)
            return true;
    return false;
}

static enum status add_named(struct scope *scope, const struct strings *list, bool *grown, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < list->n && status == STATUS_OK; i++)
        status = add_all(scope, SQL_SOURCE_OF_SUM, v_text(list->at[i]), grown, err);
    return status;
}

static enum status add_ruled_with(struct scope *scope, int64_t source, bool *grown, struct err *err)
{
    char *sha256 = NULL;
    struct rows rows = db_select(scope->db, SQL_SUM_OF_SOURCE, err, v_int(source));
    if (rows_next(&rows))
        sha256 = rows_text(scope, &rows, 0);
    enum status status = rows_end(&rows);
    for (size_t i = 0; sha256 && i < scope->n_rulings && status == STATUS_OK; i++) {
        const struct ruling *ruling = &scope->rulings[i];
        if (!names(&ruling->left, sha256) && !names(&ruling->right, sha256))
            continue;
        status = add_named(scope, &ruling->left, grown, err);
        if (status == STATUS_OK)
            status = add_named(scope, &ruling->right, grown, err);
    }
    return status;
}

static enum status add_neighbours(struct scope *scope, int64_t source, bool *grown, struct err *err)
{
    static const char *const queries[] = {SQL_SAME_TITLES, SQL_SAME_MEETING, SQL_SAME_BASE, SQL_SAME_NUMBER, SQL_SAME_ITEMS, SQL_LISTED, SQL_SAME_COMMITTEE};
    enum status status = STATUS_OK;
    for (size_t i = 0; i < MB_LENGTH(queries) && status == STATUS_OK; i++)
        status = add_all(scope, queries[i], v_int(source), grown, err);
    return status == STATUS_OK ? add_ruled_with(scope, source, grown, err) : status;
}

/* Neighbours of neighbours, until there are no more. */
static enum status close_over(struct scope *scope, struct err *err)
{
    struct ids done = {0};
    enum status status = STATUS_OK;
    for (size_t i = 0; i < scope->sources.n && status == STATUS_OK;) {
        int64_t source = scope->sources.at[i];
        bool grown = false;
        if (ids_add(scope, &done, source))
            status = add_neighbours(scope, source, &grown, err);
        i = grown ? 0 : i + 1;
    }
    talloc_free(done.at);
    return status;
}

/* ---- rulings and corrections ----------------------------------------------------------------------- */

static const char SQL_PUBLISHED_SEQ[] = "SELECT user_seq FROM published WHERE id = 1";
static const char SQL_CORRECTED_SINCE[] =
    "SELECT s.id FROM correction c JOIN source s ON s.sha256 = c.sha256 WHERE c.seq > ?";
static const char SQL_RULED_SINCE[] = "SELECT first, second FROM ruling WHERE seq > ?1 UNION ALL SELECT first, second FROM kept_apart WHERE seq > ?1";
static const char SQL_RENAMED_SINCE[] = "SELECT first, second FROM committee_ruling WHERE seq > ?";
static const char SQL_CALLED[] = "SELECT source FROM draft WHERE committee_key = ?";
static const char SQL_PUBLISHED_AS[] =
    "SELECT s.source FROM meeting m JOIN meeting_source s ON s.meeting = m.id WHERE m.committee_key = ? AND m.edition = 1";

static enum status read_rulings(struct scope *scope, struct err *err)
{
    struct ruling_rows rows;
    enum status status = user_rulings(scope, scope->db, &rows, err);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < rows.n; i++)
        *mem_append(scope, scope->rulings, scope->n_rulings) =
            (struct ruling){.join = rows.at[i].kind == RULING_JOIN,
                            .apart = rows.at[i].kind == RULING_APART,
                            .place = rows.at[i].kind == RULING_PLACE,
                            .left = rows.at[i].left,
                            .right = rows.at[i].right};
    return STATUS_OK;
}

/* The papers named in a list of sums separated by blanks, as the ruling table keeps it. */
static enum status add_listed(struct scope *scope, char *list, struct err *err)
{
    enum status status = STATUS_OK;
    bool grown = false;
    for (char *sha256; list && status == STATUS_OK && (sha256 = strsep(&list, " ")) != NULL;)
        status = add_all(scope, SQL_SOURCE_OF_SUM, v_text(sha256), &grown, err);
    return status;
}

/* Papers of the committees that a ruling since then names, by what they say and by what they are published as. */
static enum status add_renamed(struct scope *scope, int64_t since, struct err *err)
{
    struct strings names = {0};
    bool grown = false;
    struct rows rows = db_select(scope->db, SQL_RENAMED_SINCE, err, v_int(since));
    while (rows_next(&rows))
        for (int column = 0; column < 2; column++)
            if (!rows_is_null(&rows, column))
                *mem_append(scope, names.at, names.n) = rows_text(scope, &rows, column);
    enum status status = rows_end(&rows);
    for (size_t i = 0; i < names.n && status == STATUS_OK; i++) {
        char *key = committee_key(scope, names.at[i]), *article = mem_printf(scope, "the %s", key); /* papers that say it are called so, too */
        status = add_all(scope, SQL_CALLED, v_text(key), &grown, err);
        if (status == STATUS_OK)
            status = add_all(scope, SQL_CALLED, v_text(article), &grown, err);
        if (status == STATUS_OK)
            status = add_all(scope, SQL_PUBLISHED_AS, v_text(key), &grown, err);
    }
    return status;
}

/* What the user stated or ruled, or took back, since the last publishing. */
static enum status add_user_changes(struct scope *scope, struct err *err)
{
    int64_t since = 0;
    bool grown = false;
    enum status status = db_number(scope->db, SQL_PUBLISHED_SEQ, 0, &since, err);
    if (status == STATUS_OK)
        status = user_rules_seq(scope->db, &scope->user_seq, err);
    if (status != STATUS_OK || scope->user_seq <= since)
        return status;
    status = add_all(scope, SQL_CORRECTED_SINCE, v_int(since), &grown, err);
    if (status != STATUS_OK)
        return status;
    struct strings lists = {0};
    struct rows rows = db_select(scope->db, SQL_RULED_SINCE, err, v_int(since));
    while (rows_next(&rows))
        for (int column = 0; column < 2; column++)
            if (!rows_is_null(&rows, column))
                *mem_append(scope, lists.at, lists.n) = rows_text(scope, &rows, column);
    status = rows_end(&rows);
    for (size_t i = 0; i < lists.n && status == STATUS_OK; i++)
        status = add_listed(scope, lists.at[i], err);
    return status == STATUS_OK ? add_renamed(scope, since, err) : status;
}

static void correct_head(struct head *head, const struct correction_row *row)
{
    struct date day;
    int minutes;
    if (strcmp(row->field, "committee") == 0) {
        head->placing.committee = row->value;
        head->committee_given = true;
        head->committee_listed = false;
    } else if (strcmp(row->field, "council") == 0) {
        head->placing.council = row->value;
        head->council_given = true;
    } else if (strcmp(row->field, "date") == 0 && date_parse_iso(row->value, &day)) {
        head->placing.date = day;
        head->placing.basis = DATE_GIVEN;
        head->date_listed = false;
    } else if (strcmp(row->field, "time") == 0 && clock_parse(row->value, &minutes)) {
        head->placing.starts = minutes;
    } else if (strcmp(row->field, "item") == 0) {
        head->item = row->value;
    } else if (strcmp(row->field, "url") == 0) {
        head->url = row->value;
    }
}

static enum status correct_heads(struct scope *scope, struct err *err)
{
    struct correction_rows rows;
    enum status status = user_corrections(scope, scope->db, &rows, err);
    for (size_t i = 0; status == STATUS_OK && i < rows.n; i++)
        for (size_t h = 0; h < scope->n; h++)
            if (rows.at[i].value && strcmp(scope->heads[h].sha256, rows.at[i].sha256) == 0)
                correct_head(&scope->heads[h], &rows.at[i]);
    if (status == STATUS_OK)
        status = user_former_details(scope, scope->db, &rows, err);
    for (size_t i = 0; status == STATUS_OK && i < rows.n; i++)
        for (size_t h = 0; h < scope->n; h++)
            if (strcmp(scope->heads[h].sha256, rows.at[i].sha256) == 0 && strcmp(rows.at[i].field, "time") != 0)
                strings_add(scope, &scope->heads[h].stated, rows.at[i].value);
    return status;
}

/* ---- heads and groups ------------------------------------------------------------------------------- */

static const char SQL_LIVE_DRAFT[] =
    "SELECT d.id FROM draft d JOIN source s ON s.id = d.source WHERE d.source = ? AND d.state = 'live' AND s.state = 'whole'";

/* The draft that counts for SOURCE after the change; 0 where it is leaving or was never finished. */
static enum status draft_of(struct scope *scope, int64_t source, int64_t *draft, struct err *err)
{
    *draft = 0;
    if (source == scope->change->source && (scope->change->leaving || scope->change->draft)) {
        *draft = scope->change->draft;
        return STATUS_OK;
    }
    return db_number(scope->db, SQL_LIVE_DRAFT, 0, draft, err, v_int(source));
}

/* Titles and numbers are looked at only where a page of one item or a supplement looks for its meeting, or two papers may be
 * editions of one. */
static enum status read_head_items(struct scope *scope, struct err *err)
{
    bool part = false;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < scope->n && !part; i++) {
        const struct head *head = &scope->heads[i];
        part = form_is_part(head->form) || form_is_supplement(head->form);
        for (size_t j = 0; j < i && !part; j++)
            part = heads_place_alike(head, &scope->heads[j]) && strcmp(head->titles_key, scope->heads[j].titles_key) != 0;
    }
    for (size_t i = 0; part && i < scope->n && status == STATUS_OK; i++)
        status = keep_head_items(scope, scope->db, scope->heads[i].draft, &scope->heads[i], err);
    return status;
}

/* A list is of no meeting: it has no head, but says of others' meetings what their papers may not. */
static enum status read_listed(struct scope *scope, struct head *head, struct err *err)
{
    const struct change *change = scope->change;
    int64_t without = change->leaving || change->draft ? change->source : 0;
    return listed_look_up(scope, scope->db, head, without, change->leaving ? 0 : change->draft, err);
}

static enum status read_heads(struct scope *scope, struct err *err)
{
    TALLOC_FREE(scope->heads);
    scope->n = 0;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < scope->sources.n && status == STATUS_OK; i++) {
        int64_t draft;
        status = draft_of(scope, scope->sources.at[i], &draft, err);
        if (status != STATUS_OK || draft == 0)
            continue;
        struct head *head = mem_append(scope, scope->heads, scope->n);
        status = keep_head(scope, scope->db, draft, head, err);
        head->draft = draft;
        if (status == STATUS_OK && form_is_list(head->form))
            scope->n--;
        else if (status == STATUS_OK)
            status = read_listed(scope, head, err);
    }
    if (status == STATUS_OK)
        status = correct_heads(scope, err);
    if (status == STATUS_OK)
        committee_name_heads(scope, &scope->names, scope->heads, scope->n);
    return status == STATUS_OK ? read_head_items(scope, err) : status;
}

/* Meetings elsewhere in the store that would bear one of the new ids. */
static enum status add_of_same_base(struct scope *scope, bool *grown, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < scope->groups->n && status == STATUS_OK; i++)
        status = add_all(scope, SQL_OF_BASE, v_text(scope->groups->at[i].base_id), grown, err);
    return status;
}

enum status scope_read(struct scope *scope, struct err *err)
{
    enum status status = read_rulings(scope, err);
    if (status == STATUS_OK)
        status = committee_names_read(scope, scope->db, &scope->names, err);
    if (status == STATUS_OK)
        status = add_user_changes(scope, err);
    if (scope->change->source)
        ids_add(scope, &scope->sources, scope->change->source);
    bool grown_by = false;
    if (scope->change->meeting && status == STATUS_OK)
        status = add_all(scope, SQL_OF_MEETING, v_int(scope->change->meeting), &grown_by, err);
    for (bool grown = true; grown && status == STATUS_OK;) {
        grown = false;
        status = close_over(scope, err);
        if (status == STATUS_OK)
            status = read_heads(scope, err);
        if (status != STATUS_OK)
            break;
        TALLOC_FREE(scope->groups);
        scope->groups = reconcile_heads(scope, scope->heads, scope->n, scope->rulings, scope->n_rulings);
        status = add_of_same_base(scope, &grown, err);
    }
    return status;
}
