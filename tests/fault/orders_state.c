/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A store as text, in its two halves: what imports made of the papers, and what is the member's. */
#include "fault/orders.h"

#include <minutebook/export.h>

#define AS_AT ((struct date){2026, 1, 15})

/* ---- papers ---------------------------------------------------------------------------------------------- */

struct papers papers_read(const void *parent)
{
    char *folder = mem_printf(parent, "%s/tests/fault/orders", test_env("MINUTEBOOK_SRCDIR"));
    struct strings paths = intake_walk(parent, &folder, 1);
    struct papers papers = {.n = paths.n};
    papers.documents = mem_zero_named(parent, paths.n * sizeof *papers.documents, "documents");
    papers.drafts = mem_zero_named(parent, paths.n * sizeof *papers.drafts, "drafts");
    struct intake *intake = intake_here(parent);
    for (size_t i = 0; i < paths.n; i++) {
        struct err err;
        assert_ok(document_open(parent, paths.at[i], &papers.documents[i], &err), err);
        assert_ok(intake_read(parent, intake, papers.documents[i], FORM_UNKNOWN, &papers.drafts[i], &err), err);
    }
    return papers;
}

/* ---- what is published ----------------------------------------------------------------------------------- */

static bool take(void *to, const char *bytes, size_t n)
{
    buf_add(to, bytes, n);
    return true;
}

static void add_exports(struct store *store, struct buf *all)
{
    enum status (*const exports[])(struct sink *, struct store *, const struct export_options *, struct err *) = {
        export_meetings, export_programmes, export_wanted, export_actions};
    struct export_options options = {.as_at = AS_AT, .exempt = true};
    struct sink sink = {take, all};
    struct err err;
    for (size_t i = 0; i < MB_LENGTH(exports); i++) {
        assert_ok(exports[i](&sink, store, &options, &err), err);
        buf_putc(all, '\n');
    }
}

static void add_names(struct buf *all, const char *what, const struct strings *names)
{
    for (size_t i = 0; i < names->n; i++)
        buf_printf(all, " %s %s", what, names->at[i]);
}

static void add_committees(void *scratch, struct store *store, struct buf *all)
{
    struct committees committees;
    struct err err;
    assert_ok(store_committees(scratch, store, &committees, &err), err);
    for (size_t i = 0; i < committees.n; i++) {
        const struct committee_row *row = &committees.at[i];
        buf_printf(all, "== committee %s|%s|%s|%s|%s|%s|%d meetings|%d%d%d%d|%zu members", row->id, row->name, row->council, row->site,
                   row->service_id, row->category, row->meetings, row->merged, row->listed, row->expired, row->deleted, row->n_members);
        add_names(all, "also", &row->names);
        buf_putc(all, '\n');
    }
}

static void add_listed(void *scratch, struct store *store, struct buf *all)
{
    struct meeting_rows rows;
    struct healed_minutes healed;
    struct err err;
    assert_ok(store_meetings(scratch, store, &rows, &err), err);
    for (size_t i = 0; i < rows.n; i++) {
        const struct meeting_row *row = &rows.at[i];
        buf_printf(all, "row %s %s %d-%d-%d %d %s %s %d%d%d\n", row->id, row->committee, row->date.year, row->date.month, row->date.day,
                   row->minutes_after_midnight, row->venue, row->status, row->entered, row->listed, row->listed_minutes);
        assert_ok(store_healed(scratch, store, row->id, &healed, &err), err);
        for (size_t k = 0; k < healed.n; k++)
            buf_printf(all, "healed %d\n", healed.at[k].position);
    }
}

static void add_changes(void *scratch, struct store *store, struct buf *all)
{
    struct meeting_rows rows;
    struct meeting_changes changes;
    struct err err;
    assert_ok(store_meetings(scratch, store, &rows, &err), err);
    for (size_t i = 0; i < rows.n; i++) {
        assert_ok(store_changes(scratch, store, rows.at[i].id, &changes, &err), err);
        for (size_t k = 0; k < changes.n; k++) {
            const struct meeting_change *change = &changes.at[k];
            buf_printf(all, "change %s %d %d %s %d%d %s -> %s\n%s\n%s\n", rows.at[i].id, (int)change->kind, change->position, change->field, change->fuller,
                       change->old_cut, change->old_paper.sha256, change->new_paper.sha256, change->old_text, change->new_text);
        }
    }
}

/* One offer has a side for each of two meetings, and which comes first is the store's own rule: it is held to it. */
static void add_offers(void *scratch, struct store *store, struct buf *all)
{
    struct join_offers offers;
    struct err err;
    assert_ok(store_join_offers(scratch, store, &offers, &err), err);
    for (size_t i = 0; i < offers.n; i++) {
        buf_printf(all, "offer %s with %s", offers.at[i].meeting_id, offers.at[i].other_id);
        add_names(all, "for", &offers.at[i].speaks_for);
        add_names(all, "against", &offers.at[i].speaks_against);
        for (size_t k = 0; k < offers.at[i].n_titles; k++)
            buf_printf(all, " (%s/%s)", offers.at[i].titles[k].one, offers.at[i].titles[k].other);
        buf_putc(all, '\n');
    }
}

/* The rows of SQL, cell by cell. */
static void add_rows(struct store *store, const char *sql, struct buf *all)
{
    sqlite3_stmt *rows;
    assert_int_equal(sqlite3_prepare_v2(store->db->handle, sql, -1, &rows, NULL), SQLITE_OK);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(rows); i++) {
            const unsigned char *cell = sqlite3_column_text(rows, i);
            buf_printf(all, "%s|", cell ? (const char *)cell : "NULL");
        }
        buf_putc(all, '\n');
    }
    assert_int_equal(sqlite3_finalize(rows), SQLITE_OK);
}

/* The sums of what each meeting was made from and of what is published of it, its other ids, its papers. */
static void add_sums(struct store *store, struct buf *all)
{
    const char *const sums = "SELECT meeting_id, base_id, made_from, fingerprint, swept FROM meeting WHERE edition = 1 ORDER BY 1";
    const char *const aliases = "SELECT m.meeting_id, a.alias FROM meeting_alias a JOIN meeting m ON m.id = a.meeting"
                                      " WHERE m.edition = 1 ORDER BY 1, 2";
    const char *const sources = "SELECT m.meeting_id, s.sha256, d.sha256, s.state, d.state FROM source s"
                                      " LEFT JOIN draft d ON d.source = s.id LEFT JOIN meeting_source x ON x.source = s.id"
                                      " LEFT JOIN meeting m ON m.id = x.meeting AND m.edition = 1 ORDER BY 2, 1";
    add_rows(store, sums, all);
    add_rows(store, aliases, all);
    add_rows(store, sources, all);
}

char *published_text(void *context, struct store *store)
{
    void *scratch = talloc_named_const(NULL, 0, "published");
    struct buf all;
    buf_init(&all, context, BUF_MAX_DOCUMENT);
    char *text = store_text(scratch, store);
    buf_puts(&all, text);
    add_exports(store, &all);
    add_committees(scratch, store, &all);
    add_listed(scratch, store, &all);
    add_changes(scratch, store, &all);
    add_offers(scratch, store, &all);
    add_sums(store, &all);
    talloc_free(scratch);
    return buf_take(&all);
}

/* ---- what is the member's ---------------------------------------------------------------------------------- */

static void add_table(struct store *store, const char *name, struct buf *all)
{
    char *sql = mem_printf(NULL, "SELECT * FROM %s ORDER BY 1", name);
    buf_printf(all, "== %s\n", name);
    add_rows(store, sql, all);
    talloc_free(sql);
}

char *member_text(void *context, struct store *store)
{
    struct buf all;
    buf_init(&all, context, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < user_tables_n; i++)
        add_table(store, user_tables[i]->name, &all);
    add_table(store, event_table.name, &all);
    add_table(store, history_table.name, &all);
    return buf_take(&all);
}
