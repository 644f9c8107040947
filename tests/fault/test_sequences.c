/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers come, come again and go, and the member edits between them, by chance: no import changes a row of the member's, an edit
 * changes the rows that its events name and no others, one that is refused changes none, and every event stays as it was
 * written. MINUTEBOOK_SEED repeats a run, MINUTEBOOK_SEQUENCES says how many. */
#include "fault/orders.h"
#include "fault/sequences.h"

#include <minutebook/actions.h>

#include <time.h>

#define SEQUENCES 30 /* of a usual run */
#define STEPS_MOST 60

struct sequences {
    struct papers papers;
    struct chance chance;
    long imports, forgotten, attached, edits, refused, kinds[EDIT_REDO + 1];
    long rows; /* of the member's at the ends of all sequences */
};

/* ---- rows --------------------------------------------------------------------------------------------------- */

/* One row of the member's: its table and key, and all its columns. */
struct row {
    char *key, *text;
};
struct rows_now {
    struct row *at; /* by table, then key */
    size_t n;
    int64_t seq; /* of the newest event */
};

/* COLUMNS begin with the key. */
static void read_table(void *context, struct store *store, const char *columns, const char *table, struct rows_now *out)
{
    sqlite3_stmt *rows;
    char *sql = mem_printf(NULL, "SELECT %s FROM %s ORDER BY 1", columns, table);
    assert_int_equal(sqlite3_prepare_v2(store->db->handle, sql, -1, &rows, NULL), SQLITE_OK);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        struct row *row = mem_append(context, out->at, out->n);
        struct buf text;
        buf_init(&text, context, BUF_MAX_DOCUMENT);
        for (int i = 0; i < sqlite3_column_count(rows); i++) {
            const unsigned char *cell = sqlite3_column_text(rows, i);
            buf_printf(&text, "%s|", cell ? (const char *)cell : "NULL");
        }
        row->key = mem_printf(context, "%s %s", table, (const char *)sqlite3_column_text(rows, 0));
        row->text = buf_take(&text);
    }
    assert_int_equal(sqlite3_finalize(rows), SQLITE_OK);
    talloc_free(sql);
}

static struct rows_now read_rows(void *context, struct store *store)
{
    static const char SQL_SEQ[] = "SELECT max(seq) FROM event";
    struct rows_now now = {0};
    struct err err;
    for (size_t i = 0; i < user_tables_n; i++)
        read_table(context, store, "*", user_tables[i]->name, &now);
    read_table(context, store, "*", event_table.name, &now);
    read_table(context, store, "name || line", history_table.name, &now); /* a line typed again is newer, and no other row */
    assert_ok(db_number(store->db, SQL_SEQ, 0, &now.seq, &err), err);
    return now;
}

/* Does an event since SEQ name the row KEY ("action 5e2c...")? A line of a history has none and is its own. */
static bool is_named(struct store *store, const char *key, int64_t seq)
{
    static const char SQL_NAMED[] =
        "SELECT EXISTS (SELECT 1 FROM event WHERE seq > ?2 AND (row_table || ' ' || row_id = ?1 OR 'event ' || id = ?1))";
    int64_t named = 0;
    struct err err;
    assert_ok(db_number(store->db, SQL_NAMED, 0, &named, &err, v_text(key), v_int(seq)), err);
    return named || text_starts(key, "prompt_history ");
}

/* Nothing is gone; what is new or otherwise is named by an event since, or nothing is, where EDITED is false. */
static void compare(struct store *store, const struct rows_now *before, const struct rows_now *after, bool edited, const char *what)
{
    size_t old = 0;
    for (size_t i = 0; i < after->n; i++) {
        const struct row *row = &after->at[i];
        bool known = old < before->n && strcmp(before->at[old].key, row->key) == 0;
        bool same = known && strcmp(before->at[old].text, row->text) == 0;
        if (!same && (!edited || !is_named(store, row->key, before->seq)))
            fail_msg("%s changed a row of the member's: %s\nwas %s\nis  %s", what, row->key, known ? before->at[old].text : "not there", row->text);
        old += known;
    }
    if (old != before->n)
        fail_msg("%s took a row of the member's away: %s", what, before->at[old].key);
}

/* ---- steps -------------------------------------------------------------------------------------------------- */

static void import_step(void *scratch, struct store *store, struct sequences *all)
{
    size_t i = chance_below(&all->chance, all->papers.n);
    const struct document *document = all->papers.documents[i];
    struct import_options options = {.again = chance_below(&all->chance, 4) == 0};
    struct import_result *result;
    struct err err;
    assert_ok(store_import(scratch, store, all->papers.drafts[i], document->bytes, document->n, &options, &result, &err), err);
    all->imports++;
}

static void forget_step(void *scratch, struct store *store, struct sequences *all)
{
    size_t i = chance_below(&all->chance, all->papers.n);
    struct strings backups;
    struct err err;
    all->forgotten += store_forget(scratch, store, all->papers.documents[i]->sha256, &backups, &err) == STATUS_OK;
}

/* A paper that the member says is of a meeting, or of an item of it; that is a statement of theirs, and then an import. */
static bool attach_step(void *scratch, struct store *store, struct sequences *all)
{
    size_t i = chance_below(&all->chance, all->papers.n);
    const struct document *document = all->papers.documents[i];
    struct import_result *result;
    struct meeting_rows rows;
    struct err err;
    assert_ok(store_meetings(scratch, store, &rows, &err), err);
    if (!rows.n)
        return false;
    struct import_options options = {.meeting = rows.at[chance_below(&all->chance, rows.n)].id, .item_position = (int)chance_below(&all->chance, 4)};
    bool done = store_import(scratch, store, all->papers.drafts[i], document->bytes, document->n, &options, &result, &err) == STATUS_OK;
    all->attached += done;
    return done;
}

static bool edit_step(void *scratch, struct store *store, struct sequences *all)
{
    struct edit_result *result;
    struct err err = {0};
    struct edit edit = any_edit(scratch, store, &all->chance);
    enum status status = store_edit(scratch, store, &edit, &result, &err);
    if (status != STATUS_OK && status != STATUS_USAGE && status != STATUS_CONFLICT)
        fail_msg("edit %d of \"%s\": %s", (int)edit.kind, edit.target ? edit.target : "", err.text);
    all->edits += status == STATUS_OK;
    all->refused += status != STATUS_OK;
    all->kinds[edit.kind] += status == STATUS_OK;
    return status == STATUS_OK;
}

static void step(void *scratch, struct store *store, struct sequences *all, struct rows_now *before)
{
    size_t what = chance_below(&all->chance, 20);
    bool edited = false;
    if (what < 8)
        import_step(scratch, store, all);
    else if (what == 8)
        forget_step(scratch, store, all);
    else if (what == 9)
        edited = attach_step(scratch, store, all);
    else
        edited = edit_step(scratch, store, all);
    struct rows_now after = read_rows(scratch, store);
    compare(store, before, &after, edited, what < 8 ? "an import" : what == 8 ? "forgetting a paper" : edited ? "an edit" : "an edit that was refused");
    *before = after;
}

/* ---- all ------------------------------------------------------------------------------------------------------- */

static void try_sequence(void *context, struct sequences *all, long number)
{
    void *scratch = talloc_named_const(context, 0, "sequence");
    char *path = scratch_path(context, mem_printf(scratch, "sequence-%ld.db", number));
    struct store *store = open_store(scratch, path, STORE_WRITE);
    struct strings findings = {0};
    struct err err;
    assert_ok(sweep_attach(store, NULL, NULL, &err), err);
    struct rows_now rows = read_rows(scratch, store);
    for (size_t i = 0, n = STEPS_MOST / 2 + chance_below(&all->chance, STEPS_MOST / 2); i < n; i++)
        step(scratch, store, all, &rows);
    if (number % 10 == 0 && store_check(scratch, store, &findings, &err) != STATUS_OK)
        fail_msg("%s", findings.n ? findings.at[0] : err.text);
    all->rows += (long)rows.n;
    talloc_free(scratch);
    unlink(path);
}

static void edits_and_imports_in_any_sequence_leave_every_row_as_the_member_left_it(void **state)
{
    const char *wanted = getenv("MINUTEBOOK_SEQUENCES"), *given = getenv("MINUTEBOOK_SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL);
    long n = wanted ? strtol(wanted, NULL, 10) : SEQUENCES / TEST_STRIDE(6);
    struct sequences all = {.chance = {seed * 2654435769u + 1}, .papers = papers_read(*state)};
    print_message("MINUTEBOOK_SEED=%llu\n", (unsigned long long)seed);
    for (long i = 0; i < n; i++)
        try_sequence(*state, &all, i);
    print_message("%ld sequences: %ld imports, %ld papers taken out, %ld attached, %ld edits, %ld refused; %ld rows at their ends\n", n, all.imports,
                  all.forgotten, all.attached, all.edits, all.refused, all.rows);
    for (int kind = 0; kind <= EDIT_REDO && n >= 100; kind++)
        if (kind != EDIT_SEVERAL && all.kinds[kind] == 0)
            fail_msg("no edit of kind %d was made", kind);
}

int main(void)
{
    const struct CMUnitTest tests[] = {STORE_CASE(edits_and_imports_in_any_sequence_leave_every_row_as_the_member_left_it)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
