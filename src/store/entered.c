/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Meetings without papers: which of those entered by hand and those listed show, what they are called, entering and withdrawing one. A row
 * whose check value does not fit names no meeting; `check` finds it. */
#include "config.h"

#include "src/store/committees.h"
#include "src/store/entered.h"
#include "src/store/read.h"

#include <string.h>

#define DAY_MINUTES 1440
#define WORDS_MAX 300 /* bytes of a committee or a venue */

/* ---- which show -------------------------------------------------------------------------------------- */

static char *timed_id(const void *parent, const char *base, int64_t starts)
{
    return mem_printf(parent, "%s-%02d%02d", base, (int)starts / 60, (int)starts % 60);
}

static bool may_be_one(int64_t a, int64_t b)
{
    return a < 0 || b < 0 || a == b;
}

/* Meetings with papers that bear BASE, or FORMER in a store that was not brought on: may one of them be the one that begins at
 * STARTS; are there others? */
static enum status look_at_held(struct db *db, const char *base, const char *former, int64_t starts, bool *same, bool *others, struct err *err)
{
    static const char SQL_HELD[] = "SELECT starts FROM meeting WHERE base_id IN (?1, ?2) AND edition = 1";
    *same = *others = false;
    struct rows rows = db_select(db, SQL_HELD, err, v_text(base), v_text(former));
    while (rows_next(&rows)) {
        bool one = may_be_one(starts, rows_is_null(&rows, 0) ? -1 : rows_int(&rows, 0));
        *same |= one;
        *others |= !one;
    }
    return rows_end(&rows);
}

/* Of two that may be one the first stands; two of other times are told apart by these. */
static bool place_among(struct entered_list *list, struct entered *entered)
{
    bool apart = false;
    for (size_t i = 0; i < list->n; i++) {
        struct entered *other = &list->at[i];
        if (strcmp(other->base, entered->base) != 0)
            continue;
        if (may_be_one(other->row->starts, entered->row->starts))
            return false;
        other->id = timed_id(other->row, other->base, other->row->starts);
        apart = true;
    }
    if (apart)
        entered->id = timed_id(entered->row, entered->base, entered->row->starts);
    return true;
}

/* Call the meeting that was entered as its committee is called now. */
static void name_entered(const struct committee_names *names, struct entered *entered)
{
    struct entered_record *row = entered->row;
    const char *now = committee_name_now(names, NULL, row->committee);
    entered->id = entered->base = base_id(row, now, row->date);
    if (now == row->committee)
        return;
    entered->former = base_id(row, row->committee, row->date);
    row->committee = mem_strdup(row, now);
}

static enum status read_by_hand(const void *parent, struct db *db, struct entered_list *out, struct err *err)
{
    struct committee_names names;
    *out = (struct entered_list){0};
    enum status status = committee_names_read(parent, db, &names, err);
    struct rows rows = rows_of(db, &entered_table, err);
    while (status == STATUS_OK && rows_next(&rows)) {
        struct entered_record *row = row_read(parent, &rows, &entered_table);
        struct entered entered = {.row = row};
        bool same = false, others = false;
        if (!row->deleted && !row->damaged)
            name_entered(&names, &entered);
        if (entered.base)
            status = look_at_held(db, entered.base, entered.former, row->starts, &same, &others, err);
        if (others && row->starts >= 0)
            entered.id = timed_id(row, entered.base, row->starts);
        if (status == STATUS_OK && entered.base && !same && place_among(out, &entered))
            *mem_append(parent, out->at, out->n) = entered;
        else
            talloc_free(row);
    }
    enum status ended = rows_end(&rows);
    return status == STATUS_OK ? ended : status;
}

/* Two that bear the same name and are not told apart by their times. */
static char *numbered_id(const void *parent, const struct listing *listing)
{
    return mem_printf(parent, "%s-%s", listing->base, listing->service_id ? listing->service_id : listing->site_key ? listing->site_key : "2");
}

static struct entered_record *row_of_listing(const void *parent, const struct listing *listing)
{
    struct entered_record *row = mem_new(parent, struct entered_record);
    row->committee = listing->committee;
    row->date = listing->date;
    row->starts = listing->starts;
    row->venue = listing->venue;
    return row;
}

/* Is it one that was entered by hand, of the first N of LIST? */
static bool is_entered(struct entered_list *list, size_t n, const struct listing *listing)
{
    for (size_t i = 0; i < n; i++) {
        struct entered *entered = &list->at[i];
        if (entered->listed || strcmp(entered->base, listing->base) != 0 || !may_be_one(entered->row->starts, listing->starts))
            continue;
        entered->listed = listing;
        entered->row->starts = entered->row->starts < 0 ? listing->starts : entered->row->starts;
        entered->row->venue = entered->row->venue ? entered->row->venue : listing->venue;
        return true;
    }
    return false;
}

/* Listings of one name stand together: where there are several, each is told by its time or number. */
static void add_listings(const void *parent, const struct listings *listings, struct entered_list *out)
{
    size_t by_hand = out->n;
    for (size_t i = 0; i < listings->n; i++) {
        const struct listing *listing = &listings->at[i];
        const struct entered *last = out->n > by_hand ? &out->at[out->n - 1] : NULL;
        bool again = listing->beside_held || (last && strcmp(last->base, listing->base) == 0);
        if (is_entered(out, by_hand, listing))
            continue;
        struct entered entered = {.row = row_of_listing(parent, listing), .base = listing->base, .former = listing->former,
                                  .id = listing->base, .listed = listing};
        for (size_t k = 0; k < by_hand && !again; k++)
            again = strcmp(out->at[k].base, listing->base) == 0;
        if (again)
            entered.id = listing->starts >= 0 && !(last && last->row->starts == listing->starts) ? timed_id(parent, listing->base, listing->starts)
                                                                                                 : numbered_id(parent, listing);
        *mem_append(parent, out->at, out->n) = entered;
    }
}

enum status entered_read(const void *parent, struct db *db, struct entered_list *out, struct err *err)
{
    struct listings listings = {0};
    enum status status = read_by_hand(parent, db, out, err);
    if (status == STATUS_OK)
        status = listings_read(parent, db, &listings, err);
    if (status == STATUS_OK)
        add_listings(parent, &listings, out);
    return status;
}

const struct entered *entered_find(const struct entered_list *list, const char *id)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->at[i].id, id) == 0 || (list->at[i].row->id && strcmp(list->at[i].row->id, id) == 0))
            return &list->at[i];
    const struct entered *found = NULL;
    for (size_t i = 0; i < list->n && !found; i++) {
        const struct entered *entered = &list->at[i];
        char *timed = entered->row->starts >= 0 ? timed_id(NULL, entered->base, entered->row->starts) : NULL;
        if (strcmp(entered->base, id) == 0 || (timed && strcmp(timed, id) == 0) || (entered->former && strcmp(entered->former, id) == 0))
            found = entered;
        talloc_free(timed);
    }
    return found;
}

/* ---- entering ------------------------------------------------------------------------------------------ */

/* "Housing Scrutiny Panel, 3 November 2031" */
static char *words_of(const void *parent, const struct entered_record *row)
{
    return mem_printf(parent, "%s, %s", short_text(parent, row->committee, 60), date_words(parent, row->date));
}

static char *one_line(const void *parent, const char *text)
{
    char *line = text ? text_squeeze(parent, text, strlen(text)) : NULL;
    return line && *line ? line : NULL;
}

static enum status new_row(const void *parent, const struct entered_meeting *given, struct entered_record *row, struct err *err)
{
    *row = (struct entered_record){.date = given->date, .starts = given->minutes_after_midnight < 0 ? -1 : given->minutes_after_midnight};
    row->committee = one_line(parent, given->committee);
    row->venue = one_line(parent, given->venue);
    if (!row->committee || !date_is_real(row->date))
        return err_set(err, STATUS_USAGE, "a meeting is entered with its committee and its day");
    if (row->starts >= DAY_MINUTES)
        return err_set(err, STATUS_USAGE, "a meeting begins between 00:00 and 23:59");
    char *base = base_id(parent, row->committee, row->date);
    if (!base || strlen(row->committee) > WORDS_MAX || (row->venue && strlen(row->venue) > WORDS_MAX))
        return err_set(err, STATUS_USAGE, "\"%s\" cannot be a committee's name", short_text(parent, row->committee, 60));
    row->id = uuid_new(parent);
    return STATUS_OK;
}

static enum status is_new(const void *parent, struct db *db, const struct entered_record *row, struct err *err)
{
    struct entered_list list;
    struct committee_names names;
    bool same = false, others;
    enum status status = committee_names_read(parent, db, &names, err);
    if (status != STATUS_OK)
        return status;
    char *base = base_id(parent, committee_name_now(&names, NULL, row->committee), row->date);
    status = look_at_held(db, base, NULL, row->starts, &same, &others, err);
    if (status == STATUS_OK && same)
        return err_set(err, STATUS_CONFLICT, "papers of this meeting are held: %s", words_of(parent, row));
    if (status == STATUS_OK)
        status = entered_read(parent, db, &list, err);
    for (size_t i = 0; status == STATUS_OK && i < list.n; i++)
        if (strcmp(list.at[i].base, base) == 0 && may_be_one(list.at[i].row->starts, row->starts))
            return err_set(err, STATUS_CONFLICT, list.at[i].row->id ? "this meeting was entered before: %s" : "a list of the council's names this meeting: %s",
                           words_of(parent, row));
    return status;
}

/* A name with a slip in it makes a committee of its own, of which nothing else will ever be held. */
static char *entered_words(const void *parent, const char *sentence, bool known, const char *nearest)
{
    if (known)
        return mem_strdup(parent, sentence);
    if (!nearest)
        return mem_printf(parent, "%s: a new committee", sentence);
    return mem_printf(parent, "%s: a new committee; did you mean %s?", sentence, short_text(parent, nearest, 80));
}

enum status edit_meeting_enter(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct entered_record row;
    struct entered_list list = {0};
    bool known = false;
    char *near = NULL;
    if (!edit->entered)
        return err_set(err, STATUS_USAGE, "there is no meeting to enter");
    enum status status = new_row(parent, edit->entered, &row, err);
    if (status == STATUS_OK)
        status = is_new(parent, change->db, &row, err);
    if (status == STATUS_OK)
        status = committee_is_known(parent, change->db, row.committee, &known, &near, err);
    if (status != STATUS_OK)
        return status;
    change->what = "entered";
    change->sentence = mem_printf(parent, "entered: %s", words_of(parent, &row));
    status = change_row(change, &entered_table, NULL, &row, (struct field_change){0}, err);
    if (status == STATUS_OK)
        status = entered_read(parent, change->db, &list, err);
    const struct entered *entered = entered_find(&list, row.id);
    out->id = mem_strdup(parent, entered ? entered->id : row.id);
    out->sentence = entered_words(parent, change->sentence, known, near);
    return status;
}

/* Also one that stands behind a meeting with papers, by its own key. */
static enum status row_of(const void *parent, struct db *db, const char *target, struct entered_record **out, struct err *err)
{
    struct entered_list list = {0};
    void *found = NULL;
    *out = NULL;
    enum status status = entered_read(parent, db, &list, err);
    const struct entered *entered = entered_find(&list, target);
    if (status == STATUS_OK && entered && !entered->row->id)
        return err_set(err, STATUS_USAGE, "\"%s\" was not entered by hand: a list of the council's names it", target);
    if (status == STATUS_OK)
        status = row_get(parent, db, &entered_table, entered ? entered->row->id : target, &found, err);
    struct entered_record *row = found;
    if (status == STATUS_OK && row)
        status = row_is_sound(&entered_table, row, "what was entered of this meeting", err);
    if (status == STATUS_OK && (!row || row->deleted))
        status = err_set(err, STATUS_USAGE, "no meeting \"%s\" was entered by hand", target);
    *out = row;
    return status;
}

enum status edit_meeting_withdraw(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct entered_record *before;
    enum status status = row_of(parent, change->db, edit->target ? edit->target : "", &before, err);
    if (status != STATUS_OK)
        return status;
    struct entered_record row = *before;
    row.deleted = true;
    change->what = "withdrawn";
    change->sentence = mem_printf(parent, "withdrawn: %s", words_of(parent, &row));
    out->id = mem_strdup(parent, row.id);
    out->sentence = change->sentence;
    return change_row(change, &entered_table, before, &row, (struct field_change){0}, err);
}
