/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The site that the member entered, and whose it is: a council's; where papers name no council, the committee's that was
 * looked at. It never takes the place of a site that papers tell, nor stands beside another one. */
#include "config.h"

#include "src/store/addresses.h"
#include "src/store/committees.h"
#include "src/store/read.h"

#include <string.h>

#define NO_COUNCIL "-"

char *site_row_id(const void *parent, const struct site_place *place)
{
    char *key = committee_key(parent, place->council);
    if (key && *key)
        return key;
    return place->committee ? mem_printf(parent, NO_COUNCIL "/%s", committee_key(parent, place->committee)) : mem_strdup(parent, NO_COUNCIL);
}

enum status site_row(const void *parent, struct db *db, const char *id, struct site_record **out, struct err *err)
{
    void *found = NULL;
    enum status status = row_get(parent, db, &site_table, id, &found, err);
    *out = found;
    return status;
}

/* Schema 4 kept the site of "The Executive" under that name, and the member's rows stay as they are. */
enum status site_row_of(const void *parent, struct db *db, const struct site_place *place, struct site_record **out, struct err *err)
{
    enum status status = site_row(parent, db, site_row_id(parent, place), out, err);
    if (status != STATUS_OK || *out || place->council || !place->committee)
        return status;
    const struct site_place former = {.committee = mem_printf(parent, "The %s", place->committee)};
    return site_row(parent, db, site_row_id(parent, &former), out, err);
}

enum status site_place_of(const void *parent, struct db *db, const char *id, struct site_place *out, struct err *err)
{
    struct meeting *meeting = NULL;
    enum status status = store_meeting(parent, db->store, id, &meeting, err);
    if (status == STATUS_OK)
        *out = (struct site_place){meeting->council, meeting->committee ? meeting->committee : meeting->id};
    return status;
}

static enum status entered_for(const void *parent, struct db *db, struct site_place place, char **out, struct err *err)
{
    struct site_record *row;
    void *scratch = talloc_named_const(NULL, 0, "site");
    enum status status = site_row_of(scratch, db, &place, &row, err);
    *out = status == STATUS_OK && row && !row->deleted && !row->damaged ? mem_strdup(parent, row->site) : NULL;
    talloc_free(scratch);
    return status;
}

/* ---- whose it is --------------------------------------------------------------------------------------------- */

enum status sites_read(const void *parent, struct db *db, struct sites *out, struct err *err)
{
    static const char SQL_ANY[] = "SELECT EXISTS (SELECT 1 FROM council_site WHERE deleted = 0)";
    static const char SQL_TOLD[] =
        "SELECT council, committee, site_key FROM meeting WHERE edition = 1 AND committee IS NOT NULL AND site_key IS NOT NULL"
        " UNION SELECT l.council, l.committee, l.site_key FROM listed_meeting l JOIN draft d ON d.id = l.draft AND d.state = 'live'"
        " JOIN source s ON s.id = d.source AND s.state = 'whole' WHERE l.committee IS NOT NULL AND l.site_key IS NOT NULL";
    int64_t any = 0;
    struct committee_names names;
    *out = (struct sites){0};
    enum status status = db->store->schema < 3 ? STATUS_OK : db_number(db, SQL_ANY, 0, &any, err);
    out->any = any != 0;
    if (status == STATUS_OK && out->any)
        status = committee_names_read(parent, db, &names, err);
    if (status != STATUS_OK || !out->any)
        return status;
    struct rows rows = db_select(db, SQL_TOLD, err);
    while (rows_next(&rows)) {
        void *scratch = talloc_named_const(NULL, 0, "told");
        struct told_site *told = mem_append(parent, out->at, out->n);
        const char *council = rows_text(scratch, &rows, 0);
        told->council_key = committee_key(parent, council);
        told->committee_key = committee_key(parent, committee_name_now(&names, council, rows_text(scratch, &rows, 1)));
        told->site_key = rows_text(parent, &rows, 2);
        talloc_free(scratch);
    }
    status = rows_end(&rows);
    return status == STATUS_OK ? stated_councils_read(parent, db, &out->stated, err) : status;
}

/* Do papers of this committee, of COUNCIL or of none, tell another site? */
static bool is_told_otherwise(const struct sites *sites, const char *council, const char *committee, const char *site)
{
    char *council_key = committee_key(NULL, council), *key = committee_key(NULL, committee), *entered = site_key(NULL, site);
    bool otherwise = false;
    for (size_t i = 0; key && i < sites->n && !otherwise; i++) {
        const struct told_site *told = &sites->at[i];
        bool councils = !council_key || !told->council_key || strcmp(council_key, told->council_key) == 0;
        otherwise = councils && strcmp(key, told->committee_key) == 0 && strcmp(entered, told->site_key) != 0;
    }
    talloc_free(council_key);
    talloc_free(key);
    talloc_free(entered);
    return otherwise;
}

enum status site_for(const void *parent, struct db *db, const struct sites *sites, const struct meeting *meeting, char **out, struct err *err)
{
    *out = NULL;
    if (!sites->any)
        return STATUS_OK;
    const char *stated = meeting->council ? NULL : stated_council_of(&sites->stated, meeting->committee);
    struct site_place place = {meeting->council ? meeting->council : stated, meeting->committee ? meeting->committee : meeting->id};
    enum status status = entered_for(parent, db, place, out, err);
    if (status == STATUS_OK && !*out && !place.council)
        status = entered_for(parent, db, (struct site_place){0}, out, err);
    if (status == STATUS_OK && *out && is_told_otherwise(sites, place.council, meeting->committee, *out))
        *out = NULL;
    return status;
}

/* ---- for the screens --------------------------------------------------------------------------------------------- */

static enum status read_entered(const void *parent, struct store *store, struct site_place place, char **out, struct err *err)
{
    *out = NULL;
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    if (store->schema >= 3)
        status = entered_for(parent, store->db, place, out, err);
    db_read_end(store->db);
    return status;
}

enum status store_site(const void *parent, struct store *store, const char *council, char **out, struct err *err)
{
    return read_entered(parent, store, (struct site_place){.council = council}, out, err);
}

enum status store_committee_site(const void *parent, struct store *store, const char *committee, char **out, struct err *err)
{
    return read_entered(parent, store, (struct site_place){.committee = committee}, out, err);
}

enum status store_meeting_site(const void *parent, struct store *store, const struct meeting *meeting, char **out, struct err *err)
{
    struct sites sites;
    *out = NULL;
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    void *scratch = talloc_named_const(NULL, 0, "sites");
    status = sites_read(scratch, store->db, &sites, err);
    if (status == STATUS_OK)
        status = site_for(parent, store->db, &sites, meeting, out, err);
    talloc_free(scratch);
    db_read_end(store->db);
    return status;
}
