/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The committees that papers and lists name, and the member's rulings on their names. Read from the lists' own rows and
 * from the meetings' without a text; only the page of a committee is read for its members. */
#include "config.h"

#include "src/store/committees.h"
#include "src/store/keep.h"

#include <stdlib.h>
#include <string.h>

#define SHOWN_CELLS 60

/* ---- the list ------------------------------------------------------------------------------------------------ */

struct gathering {
    const void *parent;
    struct db *db;
    struct committees *out;
    struct committee_names names;
    struct err *err;
};

/* The row of NAME and COUNCIL; a paper that names no council is of the only one that has such a committee. */
static struct committee_row *find_row(struct committees *list, const char *council, const char *name)
{
    struct committee_row *only = NULL;
    size_t fitting = 0;
    for (size_t i = 0; i < list->n; i++) {
        struct committee_row *row = &list->at[i];
        if (!same_name(row->name, name))
            continue;
        if (same_name(row->council, council))
            return row;
        if (!council || !row->council) {
            only = row;
            fitting++;
        }
    }
    return fitting == 1 ? only : NULL;
}

static struct committee_row *row_for(struct gathering *gathering, const char *council, const char *name)
{
    struct committee_row *row = find_row(gathering->out, council, name);
    if (!row) {
        row = mem_append(gathering->parent, gathering->out->at, gathering->out->n);
        row->name = mem_strdup(gathering->parent, name);
    }
    row->council = row->council ? row->council : mem_strdup(gathering->parent, council);
    return row;
}

static void set_ids(struct gathering *gathering, struct committee_row *row, const char *site, const char *service_id)
{
    if (row->service_id || !service_id)
        return;
    row->site = mem_strdup(gathering->parent, site);
    row->service_id = mem_strdup(gathering->parent, service_id);
}

/* Those that name their council first, so that the others find it; as many rows as names, not as meetings. */
static enum status gather_meetings(struct gathering *gathering)
{
#define MEETINGS(ids)                                                                                                              \
    "SELECT council, committee, count(*), min(date), max(date), " ids " FROM meeting WHERE edition = 1 AND committee IS NOT NULL"    \
    " GROUP BY council, committee, 6, 7 ORDER BY council IS NULL, max(date) IS NULL, max(date) DESC, min(meeting_id)"
    static const char SQL_MEETINGS_2[] = MEETINGS("NULL, NULL"), SQL_MEETINGS[] = MEETINGS("site, committee_service_id");
    struct rows rows = db_select(gathering->db, gathering->db->store->schema < 3 ? SQL_MEETINGS_2 : SQL_MEETINGS, gathering->err);
    while (rows_next(&rows)) {
        void *scratch = talloc_named_const(NULL, 0, "meeting");
        struct committee_row *row = row_for(gathering, rows_text(scratch, &rows, 0), rows_text(scratch, &rows, 1));
        struct date first = rows_date(&rows, 3), last = rows_date(&rows, 4);
        row->meetings += (int)rows_int(&rows, 2);
        if (date_is_set(first)) {
            row->first = !date_is_set(row->first) || date_compare(first, row->first) < 0 ? first : row->first;
            row->last = !date_is_set(row->last) || date_compare(last, row->last) > 0 ? last : row->last;
        }
        set_ids(gathering, row, rows_text(scratch, &rows, 5), rows_text(scratch, &rows, 6));
        talloc_free(scratch);
    }
    return rows_end(&rows);
}

static enum status gather_listed(struct gathering *gathering)
{
    static const char SQL_LISTED[] =
        "SELECT l.council, l.name, l.site, l.service_id, l.category, l.expired, l.deleted FROM listed_committee l"
        " JOIN draft d ON d.id = l.draft AND d.state = 'live' JOIN source s ON s.id = d.source AND s.state = 'whole'"
        " WHERE l.name IS NOT NULL ORDER BY l.council IS NULL, s.sha256, l.n";
    struct rows rows = db_select(gathering->db, SQL_LISTED, gathering->err);
    while (rows_next(&rows)) {
        void *scratch = talloc_named_const(NULL, 0, "listed");
        const char *council = rows_text(scratch, &rows, 0), *name = rows_text(scratch, &rows, 1);
        struct committee_row *row = row_for(gathering, council, committee_name_now(&gathering->names, council, name));
        set_ids(gathering, row, rows_text(scratch, &rows, 2), rows_text(scratch, &rows, 3));
        row->category = row->category ? row->category : rows_text(gathering->parent, &rows, 4);
        row->listed = true;
        row->expired |= rows_bool(&rows, 5);
        row->deleted |= rows_bool(&rows, 6);
        talloc_free(scratch);
    }
    return rows_end(&rows);
}

static void add_name(struct gathering *gathering, struct committee_row *row, const char *name)
{
    bool known = !name || same_name(row->name, name);
    for (size_t i = 0; i < row->names.n && !known; i++)
        known = same_name(row->names.at[i], name);
    if (!known)
        strings_add(gathering->parent, &row->names, name);
}

/* What papers call it otherwise. */
static enum status gather_names(struct gathering *gathering)
{
    static const char SQL_NAMES[] =
        "SELECT DISTINCT m.council, m.committee, d.committee FROM draft d JOIN meeting_source s ON s.source = d.source"
        " JOIN meeting m ON m.id = s.meeting AND m.edition = 1 WHERE d.state = 'live' AND d.committee_key <> m.committee_key ORDER BY 3";
    struct rows rows = db_select(gathering->db, SQL_NAMES, gathering->err);
    while (rows_next(&rows)) {
        void *scratch = talloc_named_const(NULL, 0, "names");
        struct committee_row *row = find_row(gathering->out, rows_text(scratch, &rows, 0), rows_text(scratch, &rows, 1));
        if (row)
            add_name(gathering, row, rows_text(scratch, &rows, 2));
        talloc_free(scratch);
    }
    for (size_t i = 0; i < gathering->names.n; i++) {
        const struct committee_name *one = &gathering->names.at[i], *root = &gathering->names.at[one->root];
        struct committee_row *row = one == root ? NULL : find_row(gathering->out, root->council_key, root->name);
        if (row) {
            add_name(gathering, row, one->name);
            row->merged = true;
        }
    }
    return rows_end(&rows);
}

static struct committee_row *row_of_page(struct gathering *gathering, const struct draft *draft)
{
    const struct meeting *page = draft->meeting;
    const struct listed_committee *listed = draft->n_listed_committees == 1 ? &draft->listed_committees[0] : NULL;
    const char *name = page->committee ? page->committee : listed ? listed->name : NULL;
    if (!name)
        return NULL;
    struct committee_row *row = row_for(gathering, page->council, committee_name_now(&gathering->names, page->council, name));
    row->listed = true;
    set_ids(gathering, row, page->site, page->committee_service_id ? page->committee_service_id : listed ? listed->service_id : NULL);
    return row;
}

/* The page of a committee that came last tells its members. */
static enum status gather_members(struct gathering *gathering)
{
    static const char SQL_PAGES[] =
        "SELECT d.id FROM source s JOIN draft d ON d.source = s.id AND d.state = 'live' WHERE s.state = 'whole'"
        " AND s.form = 'committee-html' ORDER BY s.imported DESC, s.sha256";
    struct rows rows = db_select(gathering->db, SQL_PAGES, gathering->err);
    enum status status = STATUS_OK;
    while (status == STATUS_OK && rows_next(&rows)) {
        struct draft *draft = NULL;
        status = keep_load(gathering->parent, gathering->db, rows_int(&rows, 0), &draft, gathering->err);
        struct committee_row *row = status == STATUS_OK ? row_of_page(gathering, draft) : NULL;
        if (row && !row->members) {
            row->members = draft->meeting->people;
            row->n_members = draft->meeting->n_people;
        }
    }
    enum status ended = rows_end(&rows);
    return status == STATUS_OK ? ended : status;
}

static int by_name(const void *left, const void *right)
{
    const struct committee_row *a = left, *b = right;
    int order = strcmp(a->council ? a->council : "", b->council ? b->council : "");
    return order ? order : strcmp(a->name, b->name);
}

/* "port-ferris/harbour-panel" */
static char *whole_id(const void *parent, const struct committee_row *row)
{
    void *scratch = talloc_named_const(NULL, 0, "slugs");
    char *id = mem_printf(parent, "%s/%s", text_slug(scratch, row->council ? row->council : ""), text_slug(scratch, row->name));
    talloc_free(scratch);
    return id;
}

/* The name alone where no other committee bears it. */
static void set_id(const void *parent, struct committees *list, struct committee_row *row)
{
    bool alone = true;
    for (size_t i = 0; i < list->n; i++)
        alone &= &list->at[i] == row || !same_name(list->at[i].name, row->name);
    char *slug = text_slug(parent, row->name);
    row->id = alone ? slug : whole_id(parent, row);
}

static enum status committees_read(const void *parent, struct db *db, struct committees *out, struct err *err)
{
    struct gathering gathering = {.parent = parent, .db = db, .out = out, .err = err};
    *out = (struct committees){0};
    enum status status = committee_names_read(parent, db, &gathering.names, err);
    if (status == STATUS_OK)
        status = gather_meetings(&gathering);
    if (status == STATUS_OK && db->store->schema >= 3)
        status = gather_listed(&gathering);
    if (status == STATUS_OK && db->store->schema >= 3)
        status = gather_members(&gathering);
    if (status == STATUS_OK && db->store->schema >= 3)
        status = gather_names(&gathering);
    if (status == STATUS_OK && out->n)
        qsort(out->at, out->n, sizeof *out->at, by_name);
    for (size_t i = 0; i < out->n && status == STATUS_OK; i++)
        set_id(parent, out, &out->at[i]);
    return status;
}

enum status store_committees(const void *parent, struct store *store, struct committees *out, struct err *err)
{
    *out = (struct committees){0};
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = committees_read(parent, store->db, out, err);
    db_read_end(store->db);
    return status;
}

struct kept_committees {
    struct committees list;
    int64_t generation; /* of the store that they were read from */
};

enum status store_committees_known(struct store *store, const struct committees **out, struct err *err)
{
    const int64_t generation = store_generation(store);
    if (!store->committees || store->committees->generation != generation || generation == 0) {
        struct kept_committees *kept = mem_new(store, struct kept_committees);
        kept->generation = generation;
        enum status status = store_committees(kept, store, &kept->list, err);
        if (status != STATUS_OK) {
            talloc_free(kept);
            return status;
        }
        talloc_free(store->committees);
        store->committees = kept;
    }
    *out = &store->committees->list;
    return STATUS_OK;
}

/* ---- rulings --------------------------------------------------------------------------------------------------- */

static bool is_called(const struct committee_row *row, const char *words)
{
    bool called = same_name(row->name, words);
    for (size_t i = 0; i < row->names.n && !called; i++)
        called = same_name(row->names.at[i], words);
    return called;
}

/* The whole id answers also where the short one is shown, since other papers can make that one ambiguous. */
static bool has_id(const struct committee_row *row, const char *id)
{
    char *whole = whole_id(NULL, row);
    bool same = strcmp(row->id, id) == 0 || strcmp(whole, id) == 0;
    talloc_free(whole);
    return same;
}

/* By its id, its name, or one of its other names. */
static enum status find_committee(const struct committees *list, const char *words, const struct committee_row **out, struct err *err)
{
    struct strings ids = {0};
    void *scratch = talloc_named_const(NULL, 0, "find committee");
    enum status status = STATUS_OK;
    const struct committee_row *named = NULL;
    for (size_t i = 0; i < list->n; i++)
        if (is_called(&list->at[i], words)) {
            named = &list->at[i];
            strings_add(scratch, &ids, whole_id(scratch, named));
        }
    named = ids.n == 1 ? named : NULL;
    for (size_t i = 0; i < list->n; i++)
        if (has_id(&list->at[i], words))
            named = &list->at[i];
    *out = named;
    if (!named && ids.n == 0)
        status = err_set(err, STATUS_USAGE, "no committee is called \"%s\"", words);
    else if (!named)
        status = err_set(err, STATUS_USAGE, "\"%s\" may be of several councils; name one by its id: %s, or %s%s", words, ids.at[0], ids.at[1],
                         ids.n > 2 ? " ..." : "");
    talloc_free(scratch);
    return status;
}

/* " (Council)" where a committee of another council has the name, too; else nothing. */
static const char *told_apart(const void *parent, const struct committees *list, const struct committee_row *row)
{
    for (size_t i = 0; row->council && i < list->n; i++)
        if (&list->at[i] != row && same_name(list->at[i].name, row->name))
            return mem_printf(parent, " (%s)", short_text(parent, row->council, SHOWN_CELLS));
    return "";
}

static enum status add_ruling(const void *parent, struct user_change *change, struct committee_record *row, char *sentence,
                              struct edit_result *out, struct err *err)
{
    row->id = uuid_new(parent);
    out->id = row->id;
    out->sentence = change->sentence = sentence;
    return change_row(change, &committee_table, NULL, row, (struct field_change){0}, err);
}

enum status edit_committee_merge(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct committees list;
    const struct committee_row *first = NULL, *second = NULL;
    enum status status = committees_read(parent, change->db, &list, err);
    if (status == STATUS_OK)
        status = find_committee(&list, edit->target ? edit->target : "", &first, err);
    if (status == STATUS_OK)
        status = find_committee(&list, edit->value ? edit->value : "", &second, err);
    if (status != STATUS_OK)
        return status;
    if (first == second)
        return err_set(err, STATUS_USAGE, "%s is one committee already", short_text(parent, first->name, SHOWN_CELLS));
    if (first->council && second->council && !same_name(first->council, second->council))
        return err_set(err, STATUS_USAGE, "they are committees of two councils: %s and %s", short_text(parent, first->council, SHOWN_CELLS),
                       short_text(parent, second->council, SHOWN_CELLS));
    if (same_name(first->name, second->name))
        return err_set(err, STATUS_USAGE, "both are called %s: say of the meetings that name no council that they are of %s",
                       short_text(parent, first->name, SHOWN_CELLS), short_text(parent, first->council ? first->council : second->council, SHOWN_CELLS));
    struct committee_record row = {.kind = mem_strdup(parent, "merge"), .first = first->name, .second = second->name};
    row.council = first->council ? first->council : second->council; /* of the council whose committee it is said to be */
    change->what = "merged";
    const char *of = told_apart(parent, &list, first);
    char *sentence = mem_printf(parent, "one committee: %s is %s%s", short_text(parent, first->name, SHOWN_CELLS),
                                short_text(parent, second->name, SHOWN_CELLS), *of ? of : told_apart(parent, &list, second));
    return add_ruling(parent, change, &row, sentence, out, err);
}

enum status edit_committee_split(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct committees list;
    const struct committee_row *found = NULL;
    const char *name = NULL;
    enum status status = committees_read(parent, change->db, &list, err);
    if (status == STATUS_OK)
        status = find_committee(&list, edit->target ? edit->target : "", &found, err);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < found->names.n && !name; i++)
        name = !edit->value ? (found->names.n == 1 ? found->names.at[0] : NULL) : same_name(found->names.at[i], edit->value) ? found->names.at[i] : NULL;
    if (!name)
        return err_set(err, STATUS_USAGE, edit->value ? "%s is not called \"%s\"" : "%s has no other name, or several: name one",
                       short_text(parent, found->name, SHOWN_CELLS), edit->value ? short_text(parent, edit->value, SHOWN_CELLS) : "");
    struct committee_record row = {.kind = mem_strdup(parent, "split"), .first = mem_strdup(parent, name), .council = found->council};
    change->what = "split";
    char *sentence = mem_printf(parent, "two committees: %s and %s%s", short_text(parent, found->name, SHOWN_CELLS),
                                short_text(parent, name, SHOWN_CELLS), told_apart(parent, &list, found));
    return add_ruling(parent, change, &row, sentence, out, err);
}
