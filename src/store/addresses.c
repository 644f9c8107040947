/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The exact address that gives a paper to get, put together from what its meeting's papers and lists tell (model.h,
 * addresses). Nothing is opened. Where papers do not tell the council's site, the member's row does. */
#include "config.h"

#include "src/store/addresses.h"
#include "src/store/entered.h"
#include "src/store/read.h"

#include <string.h>
#include <strings.h>

#define SITE_MAX 300
#define SHOWN_CELLS 60

/* ---- the site that is entered ------------------------------------------------------------------------------ */

/* What people type or a browser shows: an address without its scheme. */
static char *with_scheme(const void *parent, char *text)
{
    size_t host = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");
    bool bare = memchr(text, '.', host) && text[0] != '.' && text[host - 1] != '.' && strchr("/:", text[host]);
    return bare ? mem_printf(parent, "https://%s", text) : text;
}

/* The site that VALUE, any address of the council's system or the site's own, is of; NULL where it is none. */
static char *site_of_value(const void *parent, const char *value)
{
    char *text = with_scheme(parent, text_squeeze(parent, value, strlen(value))), *site = address_site(parent, text);
    size_t scheme = strncasecmp(text, "https://", 8) == 0 ? 8 : strncasecmp(text, "http://", 7) == 0 ? 7 : 0;
    if (site || scheme == 0 || strpbrk(text, "?# ") || strlen(text) > SITE_MAX || text[scheme] == '/' || text[scheme] == '\0')
        return site && strlen(site) <= SITE_MAX ? site : NULL;
    for (size_t n = strlen(text); n > scheme + 1 && text[n - 1] == '/'; n--)
        text[n - 1] = '\0';
    return text;
}

enum status edit_council_site(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct site_record *before;
    struct site_place place = {.council = edit->target && *edit->target ? edit->target : NULL};
    bool clearing = !edit->value || !*edit->value;
    char *site = clearing ? NULL : site_of_value(parent, edit->value);
    if (!clearing && !site)
        return err_set(err, STATUS_USAGE, "\"%s\" is not the address of a council's site, like https://democracy.example.gov.uk", short_text(parent, edit->value, SHOWN_CELLS));
    enum status status = place.council || !edit->field || !*edit->field ? STATUS_OK : site_place_of(parent, change->db, edit->field, &place, err);
    if (status == STATUS_OK)
        status = site_row_of(parent, change->db, &place, &before, err);
    out->id = status == STATUS_OK && before ? before->id : site_row_id(parent, &place);
    if (status == STATUS_OK && clearing && !place.council && (!before || before->deleted)) { /* what is shown was entered for all */
        out->id = site_row_id(parent, &(struct site_place){0});
        status = site_row(parent, change->db, out->id, &before, err);
    }
    if (status == STATUS_OK && before)
        status = row_is_sound(&site_table, before, "the address of this council's site", err);
    if (status != STATUS_OK)
        return status;
    const char *was = before && !before->deleted ? before->site : NULL;
    bool same = was ? site && strcmp(was, site) == 0 : !site;
    const char *name = place.council ? place.council : place.committee ? place.committee : "councils that papers do not name";
    change->what = site ? "stated" : "taken back";
    change->sentence = mem_printf(parent, "site of %s: %s%s", short_text(parent, name, SHOWN_CELLS), site ? site : "not known", same ? ", as before" : "");
    out->sentence = change->sentence;
    if (same)
        return STATUS_OK;
    struct site_record row = {.id = out->id, .council = mem_strdup(parent, place.council), .deleted = !site};
    row.site = site ? site : mem_strdup(parent, before->site);
    return change_row(change, &site_table, before, &row, (struct field_change){"site", was, site}, err);
}

/* ---- addresses ----------------------------------------------------------------------------------------------- */

/* What addresses are made of, of the meeting that was looked up last. */
struct finding {
    struct db *db;
    struct entered_list entered;
    bool have_entered;
    struct sites sites;
    struct meeting meeting;
    int64_t row;
    struct err *err;
};

static void set_meeting(struct finding *finding, const void *scratch, const struct listing *listed)
{
    finding->meeting.council = mem_strdup(scratch, listed->council);
    finding->meeting.committee = mem_strdup(scratch, listed->committee);
    finding->meeting.site = mem_strdup(scratch, listed->site);
    finding->meeting.service_id = mem_strdup(scratch, listed->service_id);
    finding->meeting.committee_service_id = mem_strdup(scratch, listed->committee_service_id);
}

/* One that is only listed; a meeting that is named by a text by its day. */
static enum status look_among_listed(struct finding *finding, const void *scratch, const struct wanted *wanted)
{
    enum status status = STATUS_OK;
    if (!finding->have_entered)
        status = entered_read(scratch, finding->db, &finding->entered, finding->err);
    finding->have_entered = true;
    const char *id = wanted->kind == WANTED_MEETING ? base_id(scratch, wanted->committee, wanted->date) : wanted->meeting_id;
    const struct entered *entered = id ? entered_find(&finding->entered, id) : NULL;
    if (entered && entered->listed)
        set_meeting(finding, scratch, entered->listed);
    return status;
}

static enum status look_up(struct finding *finding, const void *scratch, const struct wanted *wanted)
{
    static const char SQL_IDS[] = "SELECT id, meeting_id, council, committee, site, committee_service_id, service_id, agenda_service_id"
                                  " FROM meeting WHERE edition = 1 AND meeting_id = ?1";
    struct meeting *meeting = &finding->meeting;
    bool named = wanted->kind == WANTED_MEETING; /* its own numbers are not known: only what papers of its committee tell */
    if (!named && meeting->id && strcmp(meeting->id, wanted->meeting_id) == 0)
        return STATUS_OK;
    *meeting = (struct meeting){0};
    finding->row = 0;
    struct rows rows = db_select(finding->db, SQL_IDS, finding->err, v_text(wanted->meeting_id));
    if (rows_next(&rows)) {
        finding->row = named ? 0 : rows_int(&rows, 0);
        meeting->id = named ? NULL : rows_text(scratch, &rows, 1);
        meeting->council = rows_text(scratch, &rows, 2);
        meeting->committee = rows_text(scratch, &rows, 3);
        meeting->site = rows_text(scratch, &rows, 4);
        meeting->committee_service_id = rows_text(scratch, &rows, 5);
        meeting->service_id = named ? NULL : rows_text(scratch, &rows, 6);
        meeting->agenda_service_id = named ? NULL : rows_text(scratch, &rows, 7);
    }
    enum status status = rows_end(&rows);
    if (status == STATUS_OK && !finding->row)
        status = look_among_listed(finding, scratch, wanted);
    return status == STATUS_OK && !meeting->site ? site_for(scratch, finding->db, &finding->sites, meeting, &meeting->site, finding->err) : status;
}

static enum status item_id(struct finding *finding, const void *scratch, int position, char **out)
{
    static const char SQL_ITEM[] = "SELECT service_id FROM item WHERE meeting = ?1 AND position = ?2";
    *out = NULL;
    struct rows rows = db_select(finding->db, SQL_ITEM, finding->err, v_int(finding->row), v_int(position));
    if (rows_next(&rows))
        *out = rows_text(scratch, &rows, 0);
    return rows_end(&rows);
}

/* The nearest that gives the text: the paper itself, the item's own page, printed minutes, else the meeting's page. */
static enum status find_address(const void *parent, struct finding *finding, const void *scratch, struct wanted *wanted)
{
    enum status status = look_up(finding, scratch, wanted);
    struct item item = {0};
    if (status == STATUS_OK && wanted->kind == WANTED_MINUTE)
        status = item_id(finding, scratch, wanted->position, &item.service_id);
    if (status != STATUS_OK)
        return status;
    if (wanted->kind == WANTED_PAPER)
        wanted->address = address_whole(parent, finding->meeting.site, wanted->url);
    if (wanted->kind == WANTED_MINUTE)
        wanted->address = address_of_item(parent, &finding->meeting, &item);
    if (wanted->kind == WANTED_MINUTE && !wanted->address)
        wanted->address = address_of_printed(parent, &finding->meeting, PRINTED_MINUTES);
    if (!wanted->address)
        wanted->address = address_of_meeting(parent, &finding->meeting);
    if (!wanted->address)
        wanted->nearest = address_of_committee(parent, &finding->meeting);
    if (!wanted->address && !wanted->nearest)
        wanted->nearest = mem_strdup(parent, finding->meeting.site);
    return STATUS_OK;
}

enum status addresses_find(const void *parent, struct db *db, struct wanted_papers *papers, struct err *err)
{
    struct finding finding = {.db = db, .err = err};
    enum status status = STATUS_OK;
    void *scratch = talloc_named_const(NULL, 0, "addresses");
    if (papers->n && db->store->schema >= 3)
        status = sites_read(scratch, db, &finding.sites, err);
    for (size_t i = 0; i < papers->n && status == STATUS_OK && db->store->schema >= 3; i++)
        status = find_address(parent, &finding, scratch, &papers->at[i]);
    talloc_free(scratch);
    return status;
}
