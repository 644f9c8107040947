/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Lists of the council (browse-meetings pages, GetMeetings): their rows, and what they say of meetings, held and not
 * held. Of several lists none is the newer (that would hang on when they were imported): of two days the later is
 * taken, of two words of how the meeting stands the stricter. */
#include "config.h"

#include "src/store/committees.h"
#include "src/store/listed.h"

#include <stdlib.h>
#include <string.h>

/* ---- keeping ------------------------------------------------------------------------------------------- */

static const char SQL_ADD[] =
    "INSERT INTO listed_meeting(draft, n, council, site, site_key, committee, committee_service_id, service_id, base_id, date, starts, venue,"
    " status, status_text, has_agenda, has_decisions, has_minutes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
static const char SQL_ADD_COMMITTEE[] =
    "INSERT INTO listed_committee(draft, n, council, site, site_key, name, service_id, category, expired, deleted)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/* A list of one committee need not name it in each row. */
static enum status write_meeting(struct db *db, int64_t kept, const struct draft *draft, size_t n, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "listed");
    const struct listed_meeting *from = &draft->listed_meetings[n];
    const struct meeting *list = draft->meeting;
    const char *committee = from->committee ? from->committee : list->committee;
    int starts = from->minutes_after_midnight;
    enum status status = db_run(
        db, SQL_ADD, err, v_int(kept), v_int((int64_t)n), v_text(list->council), v_text(list->site), v_text(site_key(scratch, list->site)),
        v_text(committee), v_text(from->committee_service_id ? from->committee_service_id : list->committee_service_id), v_text(from->service_id),
        v_text(base_id(scratch, committee, from->date)), v_date(from->date), starts >= 0 && starts < 1440 ? v_int(starts) : v_null(),
        v_text(from->venue), v_text(from->status), v_text(from->status_text), v_bool(from->has_agenda), v_bool(from->has_decisions),
        v_bool(from->has_minutes));
    talloc_free(scratch);
    return status == STATUS_OK ? db_breathe(db, err) : status;
}

enum status listed_write(struct db *db, int64_t kept, const struct draft *draft, struct err *err)
{
    enum status status = STATUS_OK;
    const struct meeting *list = draft->meeting;
    char *key = site_key(NULL, list->site);
    for (size_t i = 0; i < draft->n_listed_meetings && status == STATUS_OK; i++)
        status = write_meeting(db, kept, draft, i, err);
    for (size_t i = 0; i < draft->n_listed_committees && status == STATUS_OK; i++) {
        const struct listed_committee *from = &draft->listed_committees[i];
        status = db_run(db, SQL_ADD_COMMITTEE, err, v_int(kept), v_int((int64_t)i), v_text(list->council), v_text(list->site), v_text(key),
                        v_text(from->name), v_text(from->service_id), v_text(from->category), v_bool(from->expired), v_bool(from->deleted));
        if (status == STATUS_OK)
            status = db_breathe(db, err);
    }
    talloc_free(key);
    return status;
}

/* ---- of a paper that is held ------------------------------------------------------------------------------ */

int status_strictness(const char *status)
{
    static const char *const words[] = {"unknown", "scheduled", "held", "postponed", "cancelled"};
    for (size_t i = 0; status && i < MB_LENGTH(words); i++)
        if (strcmp(status, words[i]) == 0)
            return (int)i;
    return -1;
}

static const char SQL_OF_NUMBER[] =
    "SELECT l.council, l.committee, l.venue, l.date, l.starts, l.status, l.status_text, l.committee_service_id, s.sha256, l.site_key"
    " FROM listed_meeting l JOIN draft d ON d.id = l.draft JOIN source s ON s.id = d.source WHERE l.service_id = ?1"
    " AND ((d.source <> ?2 AND d.state = 'live' AND s.state = 'whole') OR d.id = ?3) ORDER BY s.sha256, l.n";

/* Is the listed meeting the one of HEAD? As two papers with the same number are (ids_compare()). */
static bool is_listed_as(const struct head *head, const struct listed_as *listed, const char *site, const char *number)
{
    struct head other = {.placing = listed->placing, .site_key = site, .service_id = number};
    return ids_compare(head, &other) == IDS_SAME;
}

/* What the paper does not say. A day that was worked out gives way to one that is listed. */
static void fill_in(struct head *head)
{
    for (size_t i = 0; i < head->n_listed; i++) {
        const struct placing *says = &head->listed[i].placing;
        struct placing *placing = &head->placing;
        if (says->committee && !placing->committee) {
            placing->committee = says->committee;
            head->committee_listed = true;
        }
        placing->council = placing->council ? placing->council : says->council;
        placing->venue = placing->venue ? placing->venue : says->venue;
        bool open = placing->basis < DATE_STATED || (head->date_listed && date_compare(says->date, placing->date) > 0);
        if (date_is_set(says->date) && open && (!date_is_set(placing->date) || placing->basis != DATE_STATED || head->date_listed)) {
            placing->date = says->date;
            placing->basis = DATE_STATED;
            placing->starts = says->starts >= 0 ? says->starts : placing->starts;
            head->date_listed = true;
        }
    }
}

enum status listed_look_up(const void *parent, struct db *db, struct head *head, int64_t without, int64_t draft, struct err *err)
{
    if (!head->service_id || form_is_part(head->form))
        return STATUS_OK;
    struct rows rows = db_select(db, SQL_OF_NUMBER, err, v_text(head->service_id), v_int(without), v_int(draft));
    while (rows_next(&rows)) {
        struct listed_as listed = {.placing.council = rows_text(parent, &rows, 0),
                                   .placing.committee = rows_text(parent, &rows, 1),
                                   .placing.venue = rows_text(parent, &rows, 2),
                                   .placing.date = rows_date(&rows, 3),
                                   .placing.basis = DATE_STATED,
                                   .placing.starts = rows_is_null(&rows, 4) ? -1 : (int)rows_int(&rows, 4),
                                   .status = rows_text(parent, &rows, 5),
                                   .status_text = rows_text(parent, &rows, 6),
                                   .committee_service_id = rows_text(parent, &rows, 7),
                                   .sha256 = rows_text(parent, &rows, 8)};
        if (is_listed_as(head, &listed, rows_text(parent, &rows, 9), head->service_id))
            *mem_append(parent, head->listed, head->n_listed) = listed;
    }
    fill_in(head);
    return rows_end(&rows);
}

/* ---- of which no paper is held ------------------------------------------------------------------------------ */

/* A meeting that is held under the name, at that time or one not said, and not told from this by its number. */
#define HELD                                                                                                 \
    " EXISTS (SELECT 1 FROM meeting m WHERE m.base_id = l.base_id AND m.edition = 1"                          \
    " AND (m.starts IS NULL OR l.starts IS NULL OR m.starts = l.starts)"                                      \
    " AND (m.service_id IS NULL OR l.service_id IS NULL OR m.service_id = l.service_id OR m.site_key <> l.site_key))"
#define HELD_BY_NUMBER                                                                                       \
    " EXISTS (SELECT 1 FROM meeting m WHERE m.service_id = l.service_id AND m.site_key IS l.site_key AND m.edition = 1)"
static const char SQL_NOT_HELD[] =
    "SELECT l.council, l.committee, l.venue, l.status, l.status_text, l.site, l.site_key, l.service_id, l.committee_service_id, l.base_id,"
    " l.date, l.starts, l.has_agenda, l.has_decisions, l.has_minutes,"
    " EXISTS (SELECT 1 FROM meeting h WHERE h.base_id = l.base_id AND h.edition = 1)"
    " FROM listed_meeting l JOIN draft d ON d.id = l.draft AND d.state = 'live' JOIN source s ON s.id = d.source AND s.state = 'whole'"
    " WHERE l.base_id IS NOT NULL AND NOT" HELD " AND NOT" HELD_BY_NUMBER
    " ORDER BY l.service_id, l.site_key, l.date DESC, s.sha256, l.n";

static void read_listing(const void *parent, struct rows *rows, struct listing *out)
{
    char **const texts[] = {&out->council, &out->committee, &out->venue, &out->status, &out->status_text,
                            &out->site, &out->site_key, &out->service_id, &out->committee_service_id, &out->base};
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        *texts[i] = rows_text(parent, rows, (int)i);
    out->date = rows_date(rows, 10);
    out->starts = rows_is_null(rows, 11) ? -1 : (int)rows_int(rows, 11);
    out->has_agenda = rows_bool(rows, 12);
    out->has_decisions = rows_bool(rows, 13);
    out->has_minutes = rows_bool(rows, 14);
    out->beside_held = rows_bool(rows, 15);
}

/* Another list names the same meeting. */
static void add_to(struct listing *listing, const struct listing *other)
{
    listing->council = listing->council ? listing->council : other->council;
    listing->venue = listing->venue ? listing->venue : other->venue;
    listing->starts = listing->starts >= 0 ? listing->starts : other->starts;
    listing->committee_service_id = listing->committee_service_id ? listing->committee_service_id : other->committee_service_id;
    if (status_strictness(other->status) > status_strictness(listing->status)) {
        listing->status = other->status;
        listing->status_text = other->status_text;
    }
    listing->has_agenda |= other->has_agenda;
    listing->has_decisions |= other->has_decisions;
    listing->has_minutes |= other->has_minutes;
}

static int by_base(const void *left, const void *right)
{
    const struct listing *a = left, *b = right;
    int order = strcmp(a->base, b->base);
    if (!order)
        order = a->starts - b->starts;
    if (!order)
        order = strcmp(a->service_id ? a->service_id : "", b->service_id ? b->service_id : "");
    return order ? order : strcmp(a->site_key ? a->site_key : "", b->site_key ? b->site_key : "");
}

static bool may_be_one(const struct listing *a, const struct listing *b)
{
    bool times = a->starts < 0 || b->starts < 0 || a->starts == b->starts;
    return strcmp(a->base, b->base) == 0 && times && (!a->service_id || !b->service_id || strcmp(a->service_id, b->service_id) == 0);
}

/* Is a meeting of the name that LISTING bears by a ruling held, at that time or one not said? */
static enum status is_held(struct db *db, struct listing *listing, bool *held, struct err *err)
{
    static const char SQL_OF_BASE[] = "SELECT starts FROM meeting WHERE base_id = ?1 AND edition = 1";
    *held = false;
    struct rows rows = db_select(db, SQL_OF_BASE, err, v_text(listing->base));
    while (rows_next(&rows)) {
        listing->beside_held = true;
        *held |= rows_is_null(&rows, 0) || listing->starts < 0 || rows_int(&rows, 0) == listing->starts;
    }
    return rows_end(&rows);
}

/* What the committees are called that lists call otherwise. */
static enum status rename_listings(const void *parent, struct db *db, struct listings *list, struct err *err)
{
    struct committee_names names;
    enum status status = committee_names_read(parent, db, &names, err);
    size_t kept = 0;
    for (size_t i = 0; i < list->n && status == STATUS_OK; i++) {
        struct listing one = list->at[i];
        const char *now = committee_name_now(&names, one.council, one.committee);
        bool held = false;
        if (now != one.committee && strcmp(now, one.committee) != 0) {
            one.committee = mem_strdup(parent, now);
            one.former = one.base;
            one.base = base_id(parent, now, one.date);
            status = one.base ? is_held(db, &one, &held, err) : STATUS_OK;
        }
        if (one.base && !held)
            list->at[kept++] = one;
    }
    list->n = status == STATUS_OK ? kept : list->n;
    return status;
}

enum status listings_read(const void *parent, struct db *db, struct listings *out, struct err *err)
{
    *out = (struct listings){0};
    if (db->store->schema < 3)
        return STATUS_OK;
    struct rows rows = db_select(db, SQL_NOT_HELD, err);
    while (rows_next(&rows)) {
        struct listing one = {0}, *last = out->n ? &out->at[out->n - 1] : NULL;
        read_listing(parent, &rows, &one);
        bool same_site = last && (text_same(last->site_key, one.site_key) || (!last->site_key && !one.site_key));
        if (last && text_same(last->service_id, one.service_id) && same_site)
            add_to(last, &one);
        else
            *mem_append(parent, out->at, out->n) = one;
    }
    enum status status = rows_end(&rows);
    if (status == STATUS_OK && out->n)
        status = rename_listings(parent, db, out, err);
    if (out->n)
        qsort(out->at, out->n, sizeof *out->at, by_base);
    size_t kept = 0;
    for (size_t i = 0; i < out->n; i++)
        if (kept && may_be_one(&out->at[kept - 1], &out->at[i]))
            add_to(&out->at[kept - 1], &out->at[i]);
        else
            out->at[kept++] = out->at[i];
    out->n = kept;
    return status;
}
