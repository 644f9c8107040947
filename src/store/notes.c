/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Notes and questions for everybody who shows them: the list, one of them by its id, and the item a note is on, which is found
 * by its numbers and title in the meeting as it is now. */
#include "config.h"

#include "src/store/user_rows.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define ID_PREFIX_MIN 4
#define TITLE_CELLS 60

/* ---- where a note stands -------------------------------------------------------------------------- */

/* Of a number as printed, or a title. */
static bool same(const char *a, const char *b)
{
    return a && b && text_same(a, b);
}

/* How surely NOTE is on ITEM; 0: it is not. A minute's number is of one item, an agenda's may come twice in a supplement. */
static int fits(const struct item *item, const struct note *note)
{
    if (note->minute_number && item->minute_number && !same(note->minute_number, item->minute_number))
        return 0;
    if (note->agenda_number && item->agenda_number && !same(note->agenda_number, item->agenda_number))
        return same(note->minute_number, item->minute_number) ? 1 : 0;
    return 4 * same(note->minute_number, item->minute_number) + 2 * same(note->agenda_number, item->agenda_number) +
           3 * same(note->item_title, item->title);
}

int note_position(const struct meeting *meeting, const struct note *note)
{
    int best = 0, position = 0;
    for (size_t i = 0; i < meeting->n_items; i++) {
        int found = fits(&meeting->items[i], note);
        if (found > best) {
            best = found;
            position = meeting->items[i].position;
        }
    }
    return position;
}

void note_place(const void *parent, const struct meeting *meeting, int position, struct note *note)
{
    note->meeting_id = mem_strdup(parent, meeting->id);
    note->committee = mem_strdup(parent, meeting->committee);
    note->meeting_date = meeting->date;
    note->source_sha256 = meeting->n_sources ? mem_strdup(parent, meeting->sources[0].sha256) : NULL;
    if (position < 1 || (size_t)position > meeting->n_items)
        return;
    const struct item *item = &meeting->items[position - 1];
    note->agenda_number = mem_strdup(parent, item->agenda_number);
    note->minute_number = mem_strdup(parent, item->minute_number);
    note->item_title = mem_strdup(parent, item->title);
    note->exempt = item->exempt || item->agenda_exempt || item->minutes_exempt || item->report_exempt;
}

char *note_place_words(const void *parent, const struct note *note)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    buf_puts(&out, note->committee ? note->committee : note->meeting_id ? note->meeting_id : "of no meeting");
    if (date_is_set(note->meeting_date))
        buf_printf(&out, ", %s", date_words(parent, note->meeting_date));
    if (note->minute_number)
        buf_printf(&out, ", minute %s", note->minute_number);
    else if (note->agenda_number)
        buf_printf(&out, ", item %s", note->agenda_number);
    else if (note->item_title)
        buf_printf(&out, ", %s", short_text(parent, note->item_title, TITLE_CELLS));
    return buf_take(&out);
}

/* A note is handed out with the name that its meeting has now; the kept row stays as it is. */
static enum status refresh_place(struct db *db, struct note *note, struct err *err)
{
    struct meeting_now now = {0};
    enum status status = note->meeting_id ? meeting_now(note, db, note->source_sha256, note->meeting_id, &now, err) : STATUS_OK;
    if (now.id)
        note->meeting_id = now.id;
    if (!note->committee)
        note->committee = now.committee;
    if (!date_is_set(note->meeting_date))
        note->meeting_date = now.date;
    return status;
}

/* ---- the list ------------------------------------------------------------------------------------- */

/* Newest meeting first, those of no day last; in a meeting as they were written. */
static int by_meeting(const void *left, const void *right)
{
    const struct note *a = *(struct note *const *)left, *b = *(struct note *const *)right;
    int order = date_compare(b->meeting_date, a->meeting_date);
    if (!order)
        order = strcmp(a->meeting_id ? a->meeting_id : "", b->meeting_id ? b->meeting_id : "");
    return order ? order : (a->seq > b->seq) - (a->seq < b->seq);
}

static enum status read_notes(const void *parent, struct store *store, const char *meeting_id, struct notes *out, struct err *err)
{
    struct user_list rows;
    enum status status = user_rows_list(parent, store->db, &note_table, NULL, &rows, err);
    for (size_t i = 0; i < rows.n && status == STATUS_OK; i++) {
        struct note *note = &((struct note_row *)rows.at[i])->note;
        if (!note->deleted)
            status = refresh_place(store->db, note, err);
        if (note->deleted || (meeting_id && !(note->meeting_id && strcmp(note->meeting_id, meeting_id) == 0)))
            talloc_free(rows.at[i]);
        else
            *mem_append(parent, out->at, out->n) = note;
    }
    talloc_free(rows.at);
    return status;
}

enum status store_notes(const void *parent, struct store *store, const char *meeting_id, struct notes *out, struct err *err)
{
    *out = (struct notes){0};
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = read_notes(parent, store, meeting_id, out, err);
    db_read_end(store->db);
    if (out->n)
        qsort(out->at, out->n, sizeof *out->at, by_meeting);
    return status;
}

/* ---- one note --------------------------------------------------------------------------------------- */

enum status store_note(const void *parent, struct store *store, const char *which, struct note **out, struct err *err)
{
    struct notes all;
    size_t n = strlen(which), found = 0;
    enum status status = store_notes(parent, store, NULL, &all, err);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < all.n && n >= ID_PREFIX_MIN; i++) {
        if (strncasecmp(all.at[i]->id, which, n) != 0)
            continue;
        *out = all.at[i];
        found++;
    }
    if (found == 0)
        return err_set(err, STATUS_USAGE, "there is no note \"%s\"", which);
    if (found > 1)
        return err_set(err, STATUS_USAGE, "\"%s\" names %zu notes: type more of its id", which, found);
    return STATUS_OK;
}
