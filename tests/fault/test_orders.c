/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Whatever order the papers of a council come in, with doubles, imports over again and papers taken out in between, the
 * store ends with the same published rows, and no row of the member's is touched on the way. Papers in every form
 * (tests/fault/orders); orders by chance: MINUTEBOOK_SEED repeats a run, MINUTEBOOK_ORDERS says how many. */
#include "fault/orders.h"

#include <minutebook/actions.h>

#include <time.h>

#define ORDERS 12 /* of a usual run */
#define STEPS 200
#define LINE_SHOWN 1500
#define ONE_RUN "2025-01-27T17:46:40.000Z" /* when all papers came: then what changed between them is told in one order, too */

struct orders {
    struct papers papers;
    char *expected, *expected_bare; /* with what the member did, and without */
    char *member;
    char *path; /* of a store without papers that holds what the member did with all of them */
    uint64_t chance;
    long asked, denied; /* what the authorizer was asked, what it refused */
};

static size_t below(struct orders *orders, size_t n)
{
    orders->chance ^= orders->chance << 13;
    orders->chance ^= orders->chance >> 7;
    orders->chance ^= orders->chance << 17;
    return (size_t)(orders->chance % n);
}

/* ---- the comparison ---------------------------------------------------------------------------------- */

static void print_line(const char *what, const char *text, size_t at)
{
    while (at > 0 && text[at - 1] != '\n')
        at--;
    size_t n = strcspn(text + at, "\n");
    print_message("%s: %.*s\n", what, (int)(n < LINE_SHOWN ? n : LINE_SHOWN), text + at);
}

/* Are they the same? Else the first line that is not is printed. */
static bool is_same(const char *text, const char *expected)
{
    size_t at = 0;
    while (text[at] && text[at] == expected[at])
        at++;
    if (text[at] == expected[at])
        return true;
    print_line("expected", expected, at);
    print_line("found", text, at);
    return false;
}

/* ---- the store ----------------------------------------------------------------------------------------- */

static int count_authorizer(void *to, int action, const char *first, const char *second, const char *database, const char *trigger)
{
    struct orders *orders = to;
    int answer = import_authorizer(NULL, action, first, second, database, trigger);
    orders->asked++;
    orders->denied += answer == SQLITE_DENY;
    return answer;
}

/* PATH with our rules, and with an authorizer that counts what it is asked. */
static struct store *open_counted(void *context, struct orders *orders, const char *path)
{
    struct store *store = open_store(context, path, STORE_WRITE);
    struct db *db;
    struct err err;
    assert_ok(sweep_attach(store, NULL, NULL, &err), err);
    assert_ok(store_import_db(store, &db, &err), err);
    sqlite3_set_authorizer(db->handle, count_authorizer, orders);
    return store;
}

static void import_one(struct store *store, const struct orders *orders, size_t i, bool again)
{
    const struct document *document = orders->papers.documents[i];
    struct import_options options = {.again = again, .came = ONE_RUN};
    struct import_result *result;
    struct err err;
    assert_ok(store_import(NULL, store, orders->papers.drafts[i], document->bytes, document->n, &options, &result, &err), err);
    talloc_free(result);
}

static void forget_one(struct store *store, const struct orders *orders, size_t i)
{
    struct strings backups;
    struct err err;
    void *scratch = talloc_named_const(NULL, 0, "forget");
    assert_ok(store_forget(scratch, store, orders->papers.documents[i]->sha256, &backups, &err), err);
    talloc_free(scratch);
}

static void copy(const char *from, const char *to)
{
    static char bytes[65536];
    FILE *in = fopen(from, "re"), *out = fopen(to, "we");
    assert_non_null(in);
    assert_non_null(out);
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, in)) > 0;)
        assert_int_equal(fwrite(bytes, 1, n, out), n);
    fclose(in);
    assert_int_equal(fclose(out), 0);
}

/* ---- an order ------------------------------------------------------------------------------------------ */

struct step {
    size_t paper;
    enum { IMPORT, AGAIN, FORGET, REOPEN } what;
};

static size_t insert_step(struct step *steps, size_t n, size_t at, struct step step)
{
    memmove(steps + at + 1, steps + at, (n - at) * sizeof *steps);
    steps[at] = step;
    return n + 1;
}

/* Every paper once in an order by chance; then doubles, readings over again and newly opened stores anywhere, and
 * papers that are taken out and come again. */
static size_t make_order(struct orders *orders, struct step steps[STEPS])
{
    size_t n = 0, papers = orders->papers.n;
    for (size_t i = 0; i < papers; i++)
        n = insert_step(steps, n, below(orders, n + 1), (struct step){i, IMPORT});
    for (size_t i = papers / 3; i > 0; i--)
        n = insert_step(steps, n, below(orders, n + 1), (struct step){below(orders, papers), i % 2 ? IMPORT : AGAIN});
    for (size_t i = below(orders, 3); i > 0; i--)
        n = insert_step(steps, n, below(orders, n + 1), (struct step){0, REOPEN});
    for (size_t i = below(orders, 4); i > 0; i--) {
        size_t at = below(orders, n), gone;
        if (steps[at].what != IMPORT)
            continue;
        gone = at + 1 + below(orders, n - at);
        n = insert_step(steps, n, gone, (struct step){steps[at].paper, FORGET});
        n = insert_step(steps, n, gone + 1 + below(orders, n - gone), (struct step){steps[at].paper, IMPORT});
    }
    return n;
}

static void print_order(const struct orders *orders, const struct step *steps, size_t n)
{
    static const char *const names[] = {"", "again ", "out ", "open"};
    for (size_t i = 0; i < n; i++)
        print_message("%s%s\n", names[steps[i].what], steps[i].what == REOPEN ? "" : strrchr(orders->papers.documents[steps[i].paper]->path, '/') + 1);
}

static bool is_held(const struct step *steps, size_t n, size_t paper)
{
    bool held = false;
    for (size_t i = 0; i < n; i++)
        if (steps[i].paper == paper && steps[i].what != REOPEN)
            held = steps[i].what != FORGET;
    return held;
}

static struct store *walk(void *context, struct orders *orders, const char *path, const struct step *steps, size_t n, const char *member)
{
    struct store *store = open_counted(context, orders, path);
    struct err err;
    for (size_t i = 0; i < n; i++) {
        if (steps[i].what == REOPEN) {
            talloc_free(store);
            store = open_counted(context, orders, path);
        } else if (steps[i].what == FORGET && is_held(steps, i, steps[i].paper)) {
            forget_one(store, orders, steps[i].paper);
        } else if (steps[i].what != FORGET) {
            import_one(store, orders, steps[i].paper, steps[i].what == AGAIN);
        }
        if (member && (i % 8 == 0 || i + 1 == n)) {
            char *now = member_text(context, store);
            if (!is_same(now, member))
                fail_msg("step %zu changed a row of the member's", i);
            talloc_free(now);
        }
    }
    assert_ok(store_settle(store, &err), err);
    return store;
}

static void try_order(void *context, struct orders *orders, long round, bool bare)
{
    struct step steps[STEPS];
    struct strings findings = {0};
    struct err err;
    void *scratch = talloc_named_const(context, 0, "order");
    char *path = scratch_path(context, mem_printf(scratch, "%ld%s.db", round, bare ? "b" : ""));
    size_t n = make_order(orders, steps);
    if (!bare)
        copy(orders->path, path);
    struct store *store = walk(scratch, orders, path, steps, n, bare ? NULL : orders->member);
    if (!is_same(published_text(scratch, store), bare ? orders->expected_bare : orders->expected)) {
        print_order(orders, steps, n);
        fail_msg("another order, another store");
    }
    if (round % 4 == 0 && store_check(scratch, store, &findings, &err) != STATUS_OK)
        fail_msg("%s", findings.n ? findings.at[0] : err.text);
    talloc_free(scratch);
    unlink(path);
}

static void prepare(void *context, struct orders *orders)
{
    orders->papers = papers_read(context);
    assert_true(orders->papers.n >= 28);
    orders->path = scratch_path(context, "member.db");
    struct store *store = open_counted(context, orders, orders->path);
    for (size_t i = 0; i < orders->papers.n; i++)
        import_one(store, orders, i, false);
    orders->expected_bare = published_text(context, store);
    member_edits(context, store);
    orders->expected = published_text(context, store);
    orders->member = member_text(context, store);
    for (size_t i = 0; i < orders->papers.n; i++)
        forget_one(store, orders, i);
    assert_true(is_same(member_text(context, store), orders->member));
    talloc_free(store);
}

static uint64_t seed_of_run(void)
{
    const char *given = getenv("MINUTEBOOK_SEED");
    return given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL);
}

static void every_order_ends_in_the_same_rows(void **state)
{
    const char *wanted = getenv("MINUTEBOOK_ORDERS");
    uint64_t seed = seed_of_run();
    struct orders orders = {.chance = seed * 2654435769u + 1};
    long n = wanted ? strtol(wanted, NULL, 10) : ORDERS / TEST_STRIDE(6);
    print_message("MINUTEBOOK_SEED=%llu\n", (unsigned long long)seed);
    prepare(*state, &orders);
    for (long i = 0; i < n; i++) {
        try_order(*state, &orders, i, false);
        try_order(*state, &orders, i, true);
    }
    print_message("%ld orders of %zu papers, each with the member's rows and without; the importer's authorizer was asked %ld times and refused %ld\n",
                  n, orders.papers.n, orders.asked, orders.denied);
    assert_int_equal(orders.denied, 0);
}

/* ---- the authorizer --------------------------------------------------------------------------------------- */

/* What an importer that went wrong might try on a table of the member's. */
static const char *const attempts[] = {
    "INSERT INTO %s SELECT * FROM %s", "UPDATE %s SET seq = seq + 1", "DELETE FROM %s", "REPLACE INTO %s SELECT * FROM %s",
    "DROP TABLE %s", "ALTER TABLE %s ADD COLUMN x", "CREATE TRIGGER t AFTER INSERT ON source BEGIN DELETE FROM %s; END",
    "CREATE INDEX x ON %s(seq)", "WITH a AS (SELECT 1) DELETE FROM %s"};

static void what_an_import_may_not_do_is_refused(void **state)
{
    struct orders orders = {.chance = 1};
    prepare(*state, &orders);
    struct store *store = open_counted(*state, &orders, orders.path);
    orders.denied = 0;
    long tried = 0;
    struct err err;
    for (size_t t = 0; t < user_tables_n + 2; t++)
        for (size_t i = 0; i < MB_LENGTH(attempts); i++) {
            const char *name = t < user_tables_n ? user_tables[t]->name : t == user_tables_n ? event_table.name : history_table.name;
            struct buf sql;
            buf_init(&sql, *state, 1000);
            for (const char *at = attempts[i]; *at; at++)
                if (at[0] == '%' && at[1] == 's')
                    buf_puts(&sql, name), at++;
                else
                    buf_putc(&sql, *at);
            long before = orders.denied;
            assert_int_not_equal(db_script(store->import, buf_take(&sql), &err), STATUS_OK);
            if (orders.denied == before)
                fail_msg("\"%s\" of %s failed, but was not refused: %s", attempts[i], name, err.text);
            tried++;
        }
    assert_true(is_same(member_text(*state, store), orders.member));
    print_message("%ld attempts, %ld of them refused\n", tried, tried);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(every_order_ends_in_the_same_rows),
        STORE_CASE(what_an_import_may_not_do_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
