/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the member says of a paper to get: that it is not needed, and that it is after all. */
#include "config.h"

#include "src/store/wanted.h"

#include <string.h>

#define NOT_NEEDED "not needed"
#define SHOWN_CELLS 60

static char *day_of(const void *parent, const struct wanted *wanted)
{
    return date_is_set(wanted->date) ? date_words(parent, wanted->date) : mem_strdup(parent, wanted->meeting_id);
}

static char *words_of(const void *parent, const struct wanted *wanted)
{
    const char *title = wanted->title ? wanted->title : wanted->item_title ? wanted->item_title : "a report";
    char *shown = short_text(parent, title, SHOWN_CELLS);
    if (wanted->kind == WANTED_MINUTES)
        return mem_printf(parent, "the minutes of %s", day_of(parent, wanted));
    if (wanted->kind == WANTED_MEETING)
        return mem_printf(parent, "the meeting of %s", day_of(parent, wanted));
    if (wanted->kind == WANTED_MINUTE && wanted->minute_number)
        return mem_printf(parent, "minute %s", short_text(parent, wanted->minute_number, SHOWN_CELLS));
    return wanted->kind == WANTED_MINUTE ? mem_printf(parent, "the minute of %s", shown) : shown;
}

/* Whatever the day is today: minutes may be marked as soon as they can be missing. */
static enum status find(const void *parent, struct db *db, const char *key, struct wanted *out, struct err *err)
{
    *out = (struct wanted){0};
    struct wanted_papers all;
    enum status status = wanted_read(parent, db, (struct date){9999, 12, 31}, &all, err);
    for (size_t i = 0; i < all.n && status == STATUS_OK; i++)
        if (strcmp(all.at[i].key, key) == 0) {
            *out = all.at[i];
            return STATUS_OK;
        }
    return status == STATUS_OK ? err_set(err, STATUS_USAGE, "no paper to get is called \"%s\"", key) : status;
}

enum status edit_wanted(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct wanted wanted;
    struct marks marks;
    const char *key = edit->target ? edit->target : "";
    bool needed = !edit->value || !*edit->value;
    if (!needed && strcmp(edit->value, NOT_NEEDED) != 0)
        return err_set(err, STATUS_USAGE, "a paper to get is \"%s\" or is left in the list", NOT_NEEDED);
    enum status status = find(parent, change->db, key, &wanted, err);
    if (status == STATUS_OK)
        status = marks_read(parent, change->db, &marks, err);
    if (status != STATUS_OK)
        return status;
    const struct mark *found = mark_find(&marks, key);
    struct mark_record *before = found ? found->row : NULL;
    char *words = words_of(parent, &wanted);
    if (before)
        status = row_is_sound(&mark_table, before, words, err);
    bool same = before ? before->deleted == needed : needed;
    out->id = mem_strdup(parent, before ? before->id : key);
    change->what = needed ? "needed" : NOT_NEEDED;
    change->sentence = mem_printf(parent, "%s%s: %s", needed ? "to get again" : NOT_NEEDED, same ? ", as before" : "", words);
    out->sentence = change->sentence;
    if (status != STATUS_OK || same)
        return status;
    struct mark_record row = {.id = out->id, .mark = mem_strdup(parent, NOT_NEEDED), .deleted = needed};
    return change_row(change, &mark_table, before, &row, (struct field_change){0}, err);
}
