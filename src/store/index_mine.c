/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The user's own rows in the index `mine`, follow-ups and notes: written with the edit, in its transaction, never
 * by an import. The table is small and keeps its own text. */
#include "config.h"

#include "src/store/index.h"
#include "src/store/user_rows.h"

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

/* ---- a row of the index ------------------------------------------------------------------------- */

/* What stands in `mine` of a follow-up or a note. */
struct mine_row {
    enum passage_kind kind;
    const char *title, *body, *owner, *recipient, *status;
    const char *action_id, *note_id, *meeting_id, *committee;
    struct date date;
    const char *agenda_number, *minute_number, *item_title;
    bool exempt, truncated;
};

static char *meta_of(const void *parent, const struct mine_row *row)
{
    const struct meta_word words[] = {
        {META_KIND, passage_kind_name(row->kind)},   {META_COMMITTEE, row->committee},        {META_ITEM, row->agenda_number},
        {META_ITEM, row->minute_number},             {META_EXEMPT, row->exempt ? "" : NULL}, {META_CUT, row->truncated ? "" : NULL},
    };
    return index_meta(parent, words, MB_LENGTH(words));
}

static struct value clean_value(const void *scratch, const char *text, bool *changed)
{
    return index_clean_value(scratch, text ? text : "", text ? strlen(text) : 0, changed);
}

static enum status add_row(struct db *db, const void *scratch, const struct mine_row *row, int64_t id, struct err *err)
{
    static const char SQL_ADD[] =
        "INSERT INTO mine(rowid, title, body, meta, owner, recipient, status, kind, action_id, note_id, meeting_id, committee, date,"
        " agenda_number, minute_number, item_title, exempt, truncated, verbatim)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)";
    bool changed = false, ignored = false;
    struct value title = clean_value(scratch, row->title, &ignored), body = clean_value(scratch, row->body, &changed);
    struct value owner = clean_value(scratch, row->owner, &ignored), recipient = clean_value(scratch, row->recipient, &ignored);
    return db_run(db, SQL_ADD, err, v_int(id), title, body, v_text(meta_of(scratch, row)), owner, recipient,
                  clean_value(scratch, row->status, &ignored), v_text(passage_kind_name(row->kind)), v_text(row->action_id),
                  v_text(row->note_id), v_text(row->meeting_id), v_text(row->committee), v_date(row->date),
                  v_text(row->agenda_number), v_text(row->minute_number), v_text(row->item_title), v_bool(row->exempt),
                  v_bool(row->truncated), changed ? v_text(row->body) : v_null());
}

/* The next free id of the day. */
static enum status next_id(struct db *db, struct date date, int64_t *id, struct err *err)
{
    static const char SQL_NEXT[] = "SELECT max(rowid) + 1 FROM mine WHERE rowid >= ?1 AND rowid < ?2";
    int64_t first = index_first_id(date);
    return db_number(db, SQL_NEXT, first, id, err, v_int(first), v_int(first + INDEX_SERIALS));
}

/* ---- follow-ups ---------------------------------------------------------------------------------- */

static enum status add_action(struct db *db, const struct action *action, int64_t id, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "mine");
    char *body = NULL;
    enum status status = body_of(scratch, db, action, &body, err);
    struct mine_row row = {
        .kind = PASSAGE_ACTION, .title = title_of(action), .body = body, .owner = action->owner, .recipient = action->recipient,
        .status = action->status, .action_id = action->id, .meeting_id = action->meeting_id, .committee = action->committee,
        .date = action->meeting_date, .agenda_number = action->agenda_number, .minute_number = action->minute_number,
        .item_title = action->item_title, .exempt = action->quote_exempt, .truncated = action->quote_truncated};
    if (status == STATUS_OK)
        status = add_row(db, scratch, &row, id, err);
    talloc_free(scratch);
    return status;
}

enum status index_mine_put(struct db *db, const struct action *action, struct err *err)
{
    static const char SQL_REMOVE[] = "DELETE FROM mine WHERE action_id = ?1";
    int64_t id = 0;
    enum status status = db_run(db, SQL_REMOVE, err, v_text(action->id));
    if (status != STATUS_OK || action->deleted || action->state != ACTION_KEPT)
        return status;
    status = next_id(db, action->meeting_date, &id, err);
    return status == STATUS_OK ? add_action(db, action, id, err) : status;
}

enum status index_mine_refill(struct db *db, const char *action_id, int64_t id, struct err *err)
{
    void *found = NULL;
    enum status status = row_get(NULL, db, &action_table, action_id, &found, err);
    if (status == STATUS_OK && found)
        status = add_action(db, &((struct action_row *)found)->action, id, err);
    talloc_free(found);
    return status;
}

/* ---- notes --------------------------------------------------------------------------------------- */

static char *note_body(const void *parent, const struct note *note)
{
    const char *const words[] = {note->text, note->quote, note->for_whom, note->asked_by, note->answer, note->tags};
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        add_words(&out, words[i]);
    return buf_take(&out);
}

enum status index_note_put(struct db *db, const struct note *note, struct err *err)
{
    static const char SQL_REMOVE[] = "DELETE FROM mine WHERE note_id = ?1";
    int64_t id = 0;
    enum status status = db_run(db, SQL_REMOVE, err, v_text(note->id));
    if (status != STATUS_OK || note->deleted)
        return status;
    void *scratch = talloc_named_const(NULL, 0, "mine");
    struct mine_row row = {
        .kind = strcmp(note->kind, NOTE_QUESTION) == 0 ? PASSAGE_QUESTION : PASSAGE_NOTE, .title = note->item_title ? note->item_title : note->text,
        .body = note_body(scratch, note), .owner = note->asked_by, .recipient = note->for_whom, .note_id = note->id,
        .meeting_id = note->meeting_id, .committee = note->committee, .date = note->meeting_date, .agenda_number = note->agenda_number,
        .minute_number = note->minute_number, .item_title = note->item_title, .exempt = note->exempt};
    status = next_id(db, note->meeting_date, &id, err);
    if (status == STATUS_OK)
        status = add_row(db, scratch, &row, id, err);
    talloc_free(scratch);
    return status;
}
