/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The user's own rows in the index `mine`: written with the edit, in its transaction, never by an
 * import. The table is small and keeps its own text. */
#include "config.h"

#include "index.h"

#include <string.h>

static void add_words(struct buf *out, const char *words)
{
    if (!words || !*words)
        return;
    if (out->len)
        buf_puts(out, "\n");
    buf_puts(out, words);
}

/* What is shown as the row's line: the member's subject or words, else the sentence. */
static const char *title_of(const struct action *action)
{
    if (action->subject)
        return action->subject;
    return action->own_words ? action->own_words : action->quote;
}

/* What happened to the row, oldest first. */
static enum status add_entries(struct db *db, struct buf *out, const char *action_id, struct err *err)
{
    static const char SQL_TEXTS[] = "SELECT text, source, file_name, file_text FROM action_entry"
                                    " WHERE action_id = ?1 AND deleted = 0 ORDER BY seq";
    struct rows rows = db_select(db, SQL_TEXTS, err, v_text(action_id));
    while (rows_next(&rows)) {
        for (int i = 0; i < 4; i++) {
            char *words = rows_text(NULL, &rows, i);
            add_words(out, words);
            talloc_free(words);
        }
    }
    return rows_end(&rows);
}

/* Everything else that can be read on the row; what the title says is not said again. */
static enum status body_of(const void *parent, struct db *db, const struct action *action, char **body, struct err *err)
{
    const char *title = title_of(action);
    const char *const words[] = {action->quote,     action->own_words, action->owner,
                                 action->recipient, action->due_text,  action->note,
                                 action->raised_by, action->portfolio, action->outcome,
                                 action->closed_by, action->tags};
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (words[i] != title)
            add_words(&out, words[i]);
    enum status status = add_entries(db, &out, action->id, err);
    *body = buf_take(&out);
    return status;
}

static enum status remove_row(struct db *db, const char *action_id, struct err *err)
{
    static const char SQL_REMOVE[] = "DELETE FROM mine WHERE action_id = ?1";
    return db_run(db, SQL_REMOVE, err, v_text(action_id));
}

static enum status add_row(struct db *db, const void *scratch, const struct action *action, int64_t id, struct err *err)
{
    static const char SQL_ADD[] =
        "INSERT INTO mine(rowid, title, body, action_id, meeting_id, committee, date, agenda_number, minute_number, "
        "exempt, truncated, verbatim) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
    const char *title = title_of(action) ? title_of(action) : "";
    char *body;
    bool changed = false, ignored = false;
    enum status status = body_of(scratch, db, action, &body, err);
    if (status != STATUS_OK)
        return status;
    struct value clean_title = index_clean_value(scratch, title, strlen(title), &ignored);
    struct value clean = index_clean_value(scratch, body, strlen(body), &changed);
    return db_run(db, SQL_ADD, err, v_int(id), clean_title, clean, v_text(action->id), v_text(action->meeting_id),
                  v_text(action->committee), v_date(action->meeting_date), v_text(action->agenda_number),
                  v_text(action->minute_number), v_bool(action->quote_exempt), v_bool(action->quote_truncated),
                  changed ? v_text(body) : v_null());
}

enum status index_mine_put(struct db *db, const struct action *action, struct err *err)
{
    static const char SQL_NEXT[] = "SELECT max(rowid) + 1 FROM mine WHERE rowid >= ?1 AND rowid < ?2";
    enum status status = remove_row(db, action->id, err);
    if (status != STATUS_OK || action->deleted || action->state != ACTION_KEPT)
        return status;
    int64_t first = index_first_id(action->meeting_date), id = first;
    status = db_number(db, SQL_NEXT, first, &id, err, v_int(first), v_int(first + INDEX_SERIALS));
    if (status != STATUS_OK)
        return status;
    void *scratch = talloc_named_const(NULL, 0, "mine");
    status = add_row(db, scratch, action, id, err);
    talloc_free(scratch);
    return status;
}
