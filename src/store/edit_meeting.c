/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the member states of a meeting: that papers are of one meeting or are not (a ruling), and what a
 * paper does not say itself (a correction of each of its sources). Kept as the user's own rows; what is
 * published follows from them (design.md 4) and is made anew after the edit. */
#include "config.h"

#include "src/store/placed.h"
#include "src/store/user_rows.h"

#include <string.h>

#define SHOWN_CELLS 60

static const char SQL_CORRECTION_OF[] = "SELECT id FROM correction WHERE sha256 = ?1 AND field = ?2";

static char *sources_of(const void *parent, const struct meeting *meeting)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < meeting->n_sources; i++)
        buf_printf(&out, "%s%s", i ? " " : "", meeting->sources[i].sha256);
    return buf_take(&out);
}

/* A meeting as a member speaks of it: committee and day; its id where it has neither. */
static char *name_of(const void *parent, const struct meeting *meeting)
{
    if (!date_is_set(meeting->date))
        return mem_strdup(parent, meeting->committee ? meeting->committee : meeting->id);
    char *day = date_words(parent, meeting->date);
    return meeting->committee ? mem_printf(parent, "%s, %s", meeting->committee, day)
                              : mem_printf(parent, "the meeting of %s", day);
}

/* ---- rulings ------------------------------------------------------------------------------------- */

static enum status add_ruling(const void *parent, struct user_change *change, struct ruling_record *row, const char *what,
                              char *sentence, struct edit_result *out, struct err *err)
{
    change->what = what;
    change->sentence = sentence;
    row->id = uuid_new(parent);
    out->id = row->id;
    out->sentence = sentence;
    return change_row(change, &ruling_table, NULL, row, (struct field_change){0}, err);
}

/* One that papers are held of; what was entered by hand has none to rule on. */
static enum status held_meeting(const void *parent, struct user_change *change, const char *id, struct meeting **out, struct err *err)
{
    enum status status = store_meeting(parent, change->db->store, id ? id : "", out, err);
    if (status == STATUS_OK && (*out)->n_sources == 0)
        status = err_set(err, STATUS_USAGE, "no paper of %s is held: it was entered by hand and can be withdrawn and entered anew",
                         name_of(parent, *out));
    return status;
}

enum status edit_meeting_part(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct meeting *meeting;
    enum status status = held_meeting(parent, change, edit->target, &meeting, err);
    if (status != STATUS_OK)
        return status;
    if (meeting->n_sources < 2)
        return err_set(err, STATUS_USAGE, "%s is made from one paper: there is nothing to part", name_of(parent, meeting));
    struct ruling_record row = {.kind = mem_strdup(parent, "part"), .first = sources_of(parent, meeting)};
    return add_ruling(parent, change, &row, "parted", mem_printf(parent, "%s parted into its papers", name_of(parent, meeting)), out, err);
}

enum status edit_meeting_join(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct meeting *one, *other;
    enum status status = held_meeting(parent, change, edit->target, &one, err);
    if (status == STATUS_OK)
        status = held_meeting(parent, change, edit->value, &other, err);
    if (status != STATUS_OK)
        return status;
    if (strcmp(one->id, other->id) == 0)
        return err_set(err, STATUS_USAGE, "%s cannot be joined with itself", name_of(parent, one));
    struct ruling_record row = {.kind = mem_strdup(parent, "join"), .first = sources_of(parent, one), .second = sources_of(parent, other)};
    return add_ruling(parent, change, &row, "joined", mem_printf(parent, "joined as one meeting: %s", name_of(parent, one)), out, err);
}

enum status edit_meeting_apart(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct meeting *one, *other;
    enum status status = held_meeting(parent, change, edit->target, &one, err);
    if (status == STATUS_OK)
        status = held_meeting(parent, change, edit->value, &other, err);
    if (status != STATUS_OK)
        return status;
    if (strcmp(one->id, other->id) == 0)
        return err_set(err, STATUS_USAGE, "%s is one meeting: it can be parted", name_of(parent, one));
    struct apart_record row = {.id = uuid_new(parent), .first = sources_of(parent, one), .second = sources_of(parent, other)};
    change->what = "kept apart";
    change->sentence = mem_printf(parent, "kept apart: %s", name_of(parent, one));
    out->id = row.id;
    out->sentence = change->sentence;
    return change_row(change, &apart_table, NULL, &row, (struct field_change){0}, err);
}

/* ---- corrections --------------------------------------------------------------------------------- */

static enum status clean_day(const void *parent, const char *text, char **out, struct err *err)
{
    struct date date;
    bool has_year = true;
    if (!date_parse_iso(text, &date)) {
        size_t used = date_scan(text, &date, &has_year);
        if (!used || text[used] || !has_year)
            return err_set(err, STATUS_USAGE, "\"%s\" is not a day with its year", text);
    }
    *out = date_iso(parent, date);
    return STATUS_OK;
}

static enum status clean_time(const void *parent, const char *text, char **out, struct err *err)
{
    int minutes;
    if (!clock_parse(text, &minutes))
        return err_set(err, STATUS_USAGE, "\"%s\" is not a time: 10.30 am, 14:30 or 7pm", text);
    *out = mem_printf(parent, "%02d:%02d", minutes / 60, minutes % 60);
    return STATUS_OK;
}

/* What can be stated, and how a value of it is understood; NULL: as a name. */
static const struct detail_field {
    const char *name;
    enum status (*clean)(const void *parent, const char *text, char **out, struct err *err);
} detail_fields[] = {{"committee", NULL}, {"council", NULL}, {"date", clean_day}, {"time", clean_time}};

/* VALUE as it is kept: a day as YYYY-MM-DD, a time as HH:MM, a name on one line. *OUT is NULL where it is taken back. */
static enum status clean_value(const void *parent, const char *field, const char *value, char **out, struct err *err)
{
    const struct detail_field *known = NULL;
    for (size_t i = 0; field && i < MB_LENGTH(detail_fields); i++)
        known = strcmp(detail_fields[i].name, field) == 0 ? &detail_fields[i] : known;
    if (!known)
        return err_set(err, STATUS_USAGE, "\"%s\" is not a detail of a meeting: committee, council, date or time", field ? field : "");
    char *text = value ? text_squeeze(parent, value, strlen(value)) : NULL;
    *out = text && *text ? text : NULL;
    return *out && known->clean ? known->clean(parent, text, out, err) : STATUS_OK;
}

/* The row for SHA256 and FIELD, or NULL. */
static enum status find_correction(const void *parent, struct db *db, const char *sha256, const char *field,
                                   struct correction_record **out, struct err *err)
{
    void *found = NULL;
    char *id = NULL;
    struct rows rows = db_select(db, SQL_CORRECTION_OF, err, v_text(sha256), v_text(field));
    if (rows_next(&rows))
        id = rows_text(parent, &rows, 0);
    enum status status = rows_end(&rows);
    if (status == STATUS_OK && id)
        status = row_get(parent, db, &correction_table, id, &found, err);
    *out = found;
    return status;
}

enum status store_stated_form(struct store *store, const char *sha256, enum form *out, bool *ever, struct err *err)
{
    struct correction_record *row = NULL;
    *out = FORM_UNKNOWN;
    void *scratch = talloc_named_const(NULL, 0, "stated form");
    enum status status = find_correction(scratch, store->db, sha256, "form", &row, err);
    *ever = row != NULL;
    if (row && !row->deleted && !row->damaged && row->value && !form_parse(row->value, out))
        *out = FORM_UNKNOWN;
    talloc_free(scratch);
    return status;
}

static enum status correct_source(const void *parent, struct user_change *change, const char *sha256, const char *field,
                                  const char *value, bool *changed, struct err *err)
{
    struct correction_record *before;
    enum status status = find_correction(parent, change->db, sha256, field, &before, err);
    if (status == STATUS_OK && before)
        status = row_is_sound(&correction_table, before, "what you stated of this paper", err);
    if (status != STATUS_OK)
        return status;
    const char *was = before && !before->deleted ? before->value : NULL;
    if ((!was && !value) || (was && value && strcmp(was, value) == 0))
        return STATUS_OK;
    struct correction_record row = {0};
    row.id = before ? before->id : uuid_new(parent);
    row.sha256 = mem_strdup(parent, sha256);
    row.field = mem_strdup(parent, field);
    row.value = mem_strdup(parent, value);
    row.deleted = !value;
    *changed = true;
    return change_row(change, &correction_table, before, &row, (struct field_change){field, was, value}, err);
}

enum status edit_meeting_detail(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct meeting *meeting;
    char *value;
    bool changed = false;
    enum status status = clean_value(parent, edit->field, edit->value, &value, err);
    if (status == STATUS_OK)
        status = held_meeting(parent, change, edit->target, &meeting, err);
    if (status != STATUS_OK)
        return status;
    change->what = value ? "stated" : "taken back";
    change->sentence = mem_printf(parent, "%s of %s: %s", edit->field, name_of(parent, meeting),
                                  value ? short_text(parent, value, SHOWN_CELLS) : "as the papers say");
    for (size_t i = 0; i < meeting->n_sources && status == STATUS_OK; i++)
        status = correct_source(parent, change, meeting->sources[i].sha256, edit->field, value, &changed, err);
    out->id = mem_strdup(parent, meeting->id);
    out->sentence = changed ? change->sentence : mem_printf(parent, "%s, as before", change->sentence);
    return status;
}

enum status user_correct(struct store *store, const char *sha256, const char *field, const char *value, bool *changed, struct err *err)
{
    struct user_change change;
    char *clean;
    *changed = false;
    enum status status = store_may_write(store, err);
    if (status != STATUS_OK)
        return status;
    void *scratch = talloc_named_const(NULL, 0, "user_correct");
    if (strcmp(field, "form") == 0) /* of a paper, not of its meeting: no detail */
        clean = mem_strdup(scratch, value);
    else
        status = clean_value(scratch, field, value, &clean, err);
    if (status == STATUS_OK)
        status = change_begin(scratch, store, &change, err);
    if (status == STATUS_OK) {
        change.what = clean ? "stated" : "taken back";
        change.sentence = mem_printf(scratch, "%s of the paper %.8s: %s", field, sha256,
                                     clean ? short_text(scratch, clean, SHOWN_CELLS) : "as the paper says");
        status = correct_source(scratch, &change, sha256, field, clean, changed, err);
        change.rules = false; /* the import publishes */
        status = change_finish(&change, status, err);
    }
    talloc_free(scratch);
    return status;
}

/* One change, so that it is undone as one. Where no item is said of a meeting, one that was said of another goes. */
enum status user_place(struct store *store, const char *sha256, const struct placed *placed, bool *changed, struct err *err)
{
    struct user_change change;
    *changed = false;
    void *scratch = talloc_named_const(NULL, 0, "user_place");
    enum status status = change_begin(scratch, store, &change, err);
    change.what = "stated";
    change.sentence = placed->sentence;
    if (status == STATUS_OK && placed->meeting)
        status = correct_source(scratch, &change, sha256, "meeting", placed->meeting, changed, err);
    if (status == STATUS_OK && placed->meeting)
        status = correct_source(scratch, &change, sha256, "item", placed->item, changed, err);
    if (status == STATUS_OK && placed->url)
        status = correct_source(scratch, &change, sha256, "url", placed->url, changed, err);
    change.rules = false; /* the import publishes */
    status = change_finish(&change, status, err);
    talloc_free(scratch);
    return status;
}
