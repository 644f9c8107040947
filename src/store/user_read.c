/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The user's rows for everybody who shows them: the list of follow-ups, one of them by any of its
 * names, the history of a row, a setting. Each row is checked as it is read. */
#include "config.h"

#include "src/store/entered.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define UUID_PREFIX_MIN 8
#define LISTED_MAX 8 /* names in the sentence for an ambiguous word */

/* ---- the meeting of a row ---------------------------------------------------------------------------- */

static enum status read_now(const void *parent, struct db *db, const char *sql, const char *word, struct meeting_now *out, struct err *err)
{
    if (!word || out->id)
        return STATUS_OK;
    struct rows rows = db_select(db, sql, err, v_text(word));
    if (rows_next(&rows)) {
        out->id = rows_text(parent, &rows, 0);
        out->committee = rows_text(parent, &rows, 1);
        out->date = rows_date(&rows, 2);
    }
    return rows_end(&rows);
}

/* Noted at a meeting that was entered by hand and has no papers yet. */
static enum status read_entered(const void *parent, struct db *db, const char *id, struct meeting_now *out, struct err *err)
{
    struct entered_list list = {0};
    void *scratch = talloc_named_const(NULL, 0, "entered");
    enum status status = entered_read(scratch, db, &list, err);
    const struct entered *entered = entered_find(&list, id);
    if (status == STATUS_OK && entered) {
        out->id = mem_strdup(parent, entered->id);
        out->committee = mem_strdup(parent, entered->row->committee);
        out->date = entered->row->date;
    }
    talloc_free(scratch);
    return status;
}

enum status meeting_now(const void *parent, struct db *db, const char *sha256, const char *id, struct meeting_now *out, struct err *err)
{
    static const char SQL_OF_PAPER[] =
        "SELECT m.meeting_id, m.committee, m.date FROM source s JOIN meeting_source k ON k.source = s.id"
        " JOIN meeting m ON m.id = k.meeting JOIN edition e ON e.id = m.edition AND e.state = 'live' WHERE s.sha256 = ?1";
    static const char SQL_OF_NAME[] =
        "SELECT m.meeting_id, m.committee, m.date FROM meeting m"
        " JOIN edition e ON e.id = m.edition AND e.state = 'live'"
        " WHERE m.meeting_id = ?1 OR m.id IN (SELECT meeting FROM meeting_alias WHERE alias = ?1)"
        " ORDER BY m.meeting_id <> ?1, m.meeting_id LIMIT 1";
    *out = (struct meeting_now){0};
    enum status status = read_now(parent, db, SQL_OF_PAPER, sha256, out, err);
    if (status == STATUS_OK)
        status = read_now(parent, db, SQL_OF_NAME, id, out, err);
    return status == STATUS_OK && id && !out->id ? read_entered(parent, db, id, out, err) : status;
}

/* A row is handed out under the name that its meeting has now, and with what has become known of it; the
 * kept row stays as it is. */
static enum status refresh_place(struct db *db, struct action *action, struct err *err)
{
    struct meeting_now now;
    enum status status = meeting_now(action, db, action->source_sha256, action->meeting_id, &now, err);
    if (now.id)
        action->meeting_id = now.id;
    if (!action->committee)
        action->committee = now.committee;
    if (!date_is_set(action->meeting_date))
        action->meeting_date = now.date;
    return status;
}

/* ---- the list ----------------------------------------------------------------------------------------- */

/* "555/2" before "555/10": runs of digits count as numbers. */
static int compare_natural(const char *a, const char *b)
{
    static const char digits[] = "0123456789";
    while (*a && *b) {
        size_t na = strspn(a, digits), nb = strspn(b, digits);
        if (na && nb) {
            while (na > 1 && *a == '0')
                a++, na--;
            while (nb > 1 && *b == '0')
                b++, nb--;
            int order = na != nb ? (na < nb ? -1 : 1) : strncmp(a, b, na);
            if (order)
                return order;
            a += na;
            b += nb;
        } else if (*a != *b) {
            return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
        } else {
            a++;
            b++;
        }
    }
    return (*a != '\0') - (*b != '\0');
}

static int compare_actions(const void *left, const void *right)
{
    const struct action *a = *(struct action *const *)left, *b = *(struct action *const *)right;
    bool a_dated = date_is_set(a->meeting_date), b_dated = date_is_set(b->meeting_date);
    if (a_dated != b_dated)
        return a_dated ? -1 : 1;
    int order = date_compare(b->meeting_date, a->meeting_date);
    if (!order && a->meeting_id && b->meeting_id)
        order = strcmp(a->meeting_id, b->meeting_id);
    return order ? order : compare_natural(a->reference ? a->reference : "", b->reference ? b->reference : "");
}

/* All, live and undone. */
static enum status read_actions(const void *parent, struct db *db, struct actions *out, struct err *err)
{
    struct user_list rows;
    *out = (struct actions){0};
    enum status status = user_rows_list(parent, db, &action_table, NULL, &rows, err);
    for (size_t i = 0; i < rows.n; i++)
        *mem_append(parent, out->at, out->n) = &((struct action_row *)rows.at[i])->action;
    talloc_free(rows.at);
    return status;
}

static bool any_kept(const struct actions *actions)
{
    bool kept = false;
    for (size_t i = 0; i < actions->n && !kept; i++)
        kept = actions->at[i]->state == ACTION_KEPT;
    return kept;
}

enum status store_actions(const void *parent, struct store *store, struct actions *out, struct err *err)
{
    struct actions all = {0};
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    *out = (struct actions){0};
    status = read_actions(parent, store->db, &all, err);
    for (size_t i = 0; i < all.n && status == STATUS_OK; i++) {
        if (all.at[i]->deleted)
            talloc_free(all.at[i]);
        else
            *mem_append(parent, out->at, out->n) = all.at[i];
    }
    for (size_t i = 0; i < out->n && status == STATUS_OK; i++)
        status = refresh_place(store->db, out->at[i], err);
    if (status == STATUS_OK)
        status = entries_count(store->db, out->at, out->n, err);
    if (status == STATUS_OK && !any_kept(out))
        status = look_back_begins(store->db, &out->begins, err);
    db_read_end(store->db);
    talloc_free(all.at);
    if (out->n)
        qsort(out->at, out->n, sizeof *out->at, compare_actions);
    return status;
}

/* ---- one follow-up -------------------------------------------------------------------------------------- */

/* How well WHICH names ROW: 0 not at all. A row that is not undone is meant before one that is. */
static int match(const struct action *row, const char *which)
{
    size_t n = strlen(which);
    int found = 0;
    if (row->id && strcasecmp(row->id, which) == 0)
        return 4;
    if (row->candidate_id && strcasecmp(row->candidate_id, which) == 0)
        return row->deleted ? 1 : 4;
    if (row->reference && strcasecmp(row->reference, which) == 0)
        found = 3;
    else if (action_is_cited(row, which))
        found = 2;
    else if (n >= UUID_PREFIX_MIN && row->id && strncasecmp(row->id, which, n) == 0)
        found = 2;
    return found && row->deleted ? 1 : found;
}

static enum status ambiguous(const struct actions *all, const char *which, int best, struct err *err)
{
    struct buf list;
    buf_init(&list, NULL, sizeof err->text);
    size_t n = 0;
    for (size_t i = 0; i < all->n; i++) {
        if (match(all->at[i], which) != best)
            continue;
        if (n++ < LISTED_MAX)
            buf_printf(&list, "%s%s (%s)", n > 1 ? ", " : "", all->at[i]->id, all->at[i]->reference);
    }
    enum status status = err_set(err, STATUS_USAGE, "\"%s\" names %zu follow-ups: %s%s", which, n, list.data,
                                 n > LISTED_MAX ? ", ..." : "");
    buf_release(&list);
    return status;
}

/* By the whole id, without a look at the others; *out NULL where none has it, or a past day is looked back on. */
static enum status find_by_id(const void *parent, struct db *db, const char *which, struct action_row **out, struct err *err)
{
    void *row = NULL;
    enum status status = store_is_id(which) && !store_looks_back(db->store) ? row_get(parent, db, &action_table, which, &row, err) : STATUS_OK;
    *out = row;
    return status;
}

enum status action_find(const void *parent, struct db *db, const char *which, struct action_row **out, struct err *err)
{
    enum status by_id = find_by_id(parent, db, which, out, err);
    if (by_id != STATUS_OK || *out)
        return by_id;
    struct actions all;
    void *scratch = talloc_named_const(NULL, 0, "action_find");
    char *words = text_squeeze(scratch, which, strlen(which));
    size_t fits = 0, at = 0;
    int best = 1;
    enum status status = read_actions(scratch, db, &all, err);
    for (size_t i = 0; i < all.n && status == STATUS_OK && *words; i++) {
        int found = match(all.at[i], words);
        if (found < best)
            continue;
        fits = found > best ? 1 : fits + 1;
        best = found;
        at = i;
    }
    if (status == STATUS_OK && fits == 0)
        status = err_set(err, STATUS_USAGE, "there is no follow-up \"%s\"", which);
    else if (status == STATUS_OK && fits > 1)
        status = ambiguous(&all, words, best, err);
    if (status == STATUS_OK)
        *out = talloc_steal(parent, (struct action_row *)(void *)all.at[at]);
    talloc_free(scratch);
    return status;
}

enum status store_action(const void *parent, struct store *store, const char *which, struct action **out, struct err *err)
{
    struct action_row *row;
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = action_find(parent, store->db, which, &row, err);
    if (status == STATUS_OK)
        status = refresh_place(store->db, &row->action, err);
    if (status == STATUS_OK) {
        *out = &row->action;
        status = entries_count(store->db, out, 1, err);
    }
    db_read_end(store->db);
    return status;
}

/* ---- history, settings ---------------------------------------------------------------------------------- */

enum status store_history(const void *parent, struct store *store, const char *row_id, struct events *out, struct err *err)
{
#define EVENTS_OF "SELECT id, row_table, row_id, stamp, what, field, from_value, to_value, seq FROM event WHERE (row_id = ?1"
#define IN_TIME ") AND (?2 IS NULL OR stamp < ?2) ORDER BY seq"
    static const char SQL_HISTORY[] = EVENTS_OF " OR row_id IN (SELECT id FROM action_entry WHERE action_id = ?1)" IN_TIME;
    static const char SQL_HISTORY_OLD[] = EVENTS_OF IN_TIME;
    *out = (struct events){0};
    bool entries = table_is_there(store->db, &entry_table);
    char *until = look_back_until(NULL, store);
    struct rows rows = db_select(store->db, entries ? SQL_HISTORY : SQL_HISTORY_OLD, err, v_text(row_id), v_text(until));
    while (rows_next(&rows)) {
        struct event *event = mem_append(parent, out->at, out->n);
        char **const texts[] = {&event->id, &event->row_table, &event->row_id, &event->stamp,
                                &event->what, &event->field, &event->from, &event->to};
        for (size_t i = 0; i < MB_LENGTH(texts); i++)
            *texts[i] = rows_text(out->at, &rows, (int)i);
        event->seq = rows_int(&rows, (int)MB_LENGTH(texts));
    }
    talloc_free(until);
    return rows_end(&rows);
}

char *store_setting(const void *parent, struct store *store, const char *name)
{
    void *found;
    char *value = NULL;
    if (row_get(NULL, store->db, &setting_table, name, &found, NULL) == STATUS_OK && found) {
        const struct setting_record *row = found;
        value = row->deleted || row->damaged ? NULL : mem_strdup(parent, row->value);
    }
    talloc_free(found);
    return value;
}
