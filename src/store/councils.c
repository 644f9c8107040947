/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The council of a committee whose papers name none: what the member states of it at one meeting holds for all its meetings,
 * unless two councils have a committee of that name. Worked out while reading and never published, so that an import, an
 * undo or another council's paper changes it by itself. */
#include "config.h"

#include "src/store/committees.h"
#include "src/store/councils.h"
#include "src/store/read.h"

#include <string.h>

static struct stated_council *find(const struct stated_councils *list, const char *key)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->at[i].committee_key, key) == 0)
            return &list->at[i];
    return NULL;
}

static enum status read_stated(const void *parent, struct db *db, struct stated_councils *out, struct err *err)
{
    static const char SQL_STATED[] =
        "SELECT DISTINCT m.committee_key, m.council FROM correction c JOIN source s ON s.sha256 = c.sha256"
        " JOIN meeting_source p ON p.source = s.id JOIN meeting m ON m.id = p.meeting AND m.edition = 1"
        " WHERE c.field = 'council' AND c.deleted = 0 AND m.committee_key IS NOT NULL AND m.council IS NOT NULL ORDER BY 1, 2";
    struct rows rows = db_select(db, SQL_STATED, err);
    while (rows_next(&rows)) {
        char *key = rows_text(parent, &rows, 0), *council = rows_text(parent, &rows, 1);
        if (!find(out, key))
            *mem_append(parent, out->at, out->n) = (struct stated_council){key, council, false};
    }
    return rows_end(&rows);
}

/* Rows of council, committee and site: does another council, or another site, have a committee of a name that is stated? */
static enum status look_for_others(struct db *db, const char *sql, struct stated_councils *out, struct err *err)
{
    struct committee_names names;
    void *scratch = talloc_named_const(NULL, 0, "others");
    enum status status = committee_names_read(scratch, db, &names, err);
    char **sites = mem_zero_named(scratch, (out->n + 1) * sizeof *sites, "sites");
    struct rows rows = db_select(db, sql, err);
    while (status == STATUS_OK && rows_next(&rows)) {
        char *council = rows_text(scratch, &rows, 0), *site = rows_text(scratch, &rows, 2);
        char *key = committee_key(scratch, committee_name_now(&names, council, rows_text(scratch, &rows, 1)));
        struct stated_council *stated = key ? find(out, key) : NULL;
        if (!stated)
            continue;
        char **known = &sites[stated - out->at];
        stated->doubtful |= (council && !text_same_words(council, stated->council)) || (site && *known && strcmp(site, *known) != 0);
        *known = site ? site : *known;
    }
    enum status ended = rows_end(&rows);
    talloc_free(scratch);
    return status == STATUS_OK ? ended : status;
}

enum status stated_councils_read(const void *parent, struct db *db, struct stated_councils *out, struct err *err)
{
#define MEETINGS(site) "SELECT DISTINCT council, committee, " site " FROM meeting WHERE edition = 1 AND committee IS NOT NULL"
#define LIVE(list, name) \
    " UNION SELECT l.council, l." name ", l.site_key FROM " list " l JOIN draft d ON d.id = l.draft AND d.state = 'live'" \
    " JOIN source s ON s.id = d.source AND s.state = 'whole' WHERE l." name " IS NOT NULL"
    static const char SQL_OTHERS_2[] = MEETINGS("NULL"),
                      SQL_OTHERS[] = MEETINGS("site_key") LIVE("listed_meeting", "committee") LIVE("listed_committee", "name");
    *out = (struct stated_councils){0};
    enum status status = read_stated(parent, db, out, err);
    if (status == STATUS_OK && out->n)
        status = look_for_others(db, db->store->schema < 3 ? SQL_OTHERS_2 : SQL_OTHERS, out, err);
    return status;
}

const char *stated_council_of(const struct stated_councils *list, const char *committee)
{
    char *key = list->n ? committee_key(NULL, committee) : NULL;
    const struct stated_council *found = key ? find(list, key) : NULL;
    talloc_free(key);
    return found && !found->doubtful ? found->council : NULL;
}

/* ---- one meeting ------------------------------------------------------------------------------------------- */

static enum status read_meeting(const void *parent, struct db *db, const char *id, struct meeting **out, struct err *err)
{
    struct stated_councils list = {0};
    void *scratch = talloc_named_const(NULL, 0, "councils");
    enum status status = read_published_meeting(parent, db, id, out, err);
    if (status == STATUS_OK && !(*out)->council && (*out)->committee) {
        status = stated_councils_read(scratch, db, &list, err);
        (*out)->council = mem_strdup(*out, stated_council_of(&list, (*out)->committee));
    }
    talloc_free(scratch);
    return status;
}

enum status store_meeting(const void *parent, struct store *store, const char *id, struct meeting **out, struct err *err)
{
    struct meeting *meeting = NULL;
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = read_meeting(parent, store->db, id, &meeting, err);
    db_read_end(store->db);
    if (status == STATUS_OK)
        *out = meeting;
    else
        talloc_free(meeting);
    return status;
}
