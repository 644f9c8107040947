/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "support/test.h"

#include <minutebook/search.h>

#include <locale.h>

#define MARK "\xEE\x80\x80" /* begins the words that no member types */

static struct query *planned(void *context, const char *words, const struct query_options *options)
{
    struct query *query = NULL;
    struct query_fault fault;
    struct err err;
    enum status status = query_parse(context, words, options, &query, &fault, &err);
    if (status == STATUS_OK)
        status = query_plan(query, words, NULL, options, &fault, &err);
    if (status != STATUS_OK)
        fail_msg("%s: %s", words, err.text);
    return query;
}

static void assert_match(const char *words, const char *found, const char *expected)
{
    if ((found == NULL) != (expected == NULL) || (found && strcmp(found, expected) != 0))
        fail_msg("%s: %s, not %s", words, found ? found : "none", expected ? expected : "none");
}

/* Each side of a search is asked for what it can have. */
/* Of own rows words are asked in what they say, not in their columns for fields. */
#define OWN "{title body} : "
static void a_field_is_asked_of_the_side_that_has_it(void **state)
{
    static const struct {
        const char *words, *match, *mine;
    } cases[] = {
        {"kind:report", "(\"" MARK "kreport\")", "(\"" MARK "kreport\")"},
        {"KIND:Reports ferry", "((\"" MARK "kreport\") AND \"ferry\")", "((\"" MARK "kreport\") AND " OWN "\"ferry\")"},
        {"ferry -kind:agenda", "((\"ferry\") NOT ((\"" MARK "kagenda\")))",
         "((" OWN "\"ferry\") NOT ((\"" MARK "kagenda\")))"},
        {"owner:\"harbour master\"", NULL, "(owner : \"harbour\" AND owner : \"master\")"},
        {"ferry -owner:master", "(\"ferry\")", "((" OWN "\"ferry\") NOT ((owner : \"master\")))"},
        {"ferry OR recipient:mayor", "(\"ferry\")", "(" OWN "\"ferry\" OR (recipient : \"mayor\"))"},
        {"ferry recipient:mayor", NULL, "(" OWN "\"ferry\" AND (recipient : \"mayor\"))"},
        {"status:awaiting-response", NULL, "(status : \"awaiting response\")"},
        {"status:closed", NULL,
         "(status : \"complete\" OR status : \"superseded\" OR status : \"no longer feasible\")"},
        {"committee:\"Harbour Panel\"", "(\"" MARK "charbourpanel\")", "(\"" MARK "charbourpanel\")"},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        const struct query *query = planned(*state, cases[i].words, &(struct query_options){0});
        assert_match(cases[i].words, query->request.match, cases[i].match);
        assert_match(cases[i].words, query->request.mine_match, cases[i].mine);
    }
}

static void days_narrow_the_search(void **state)
{
    static const struct {
        const char *words, *from, *to;
    } cases[] = {
        {"ferry date:2022", "2022-01-01", "2022-12-31"},
        {"ferry date:2022..2023", "2022-01-01", "2023-12-31"},
        {"ferry date:2022-02", "2022-02-01", "2022-02-28"},
        {"ferry date:2024-02-29", "2024-02-29", "2024-02-29"},
        {"ferry date:2022-03..", "2022-03-01", ""},
        {"ferry date:..2022-03", "", "2022-03-31"},
        {"ferry date:\"14 March 2022\"", "2022-03-14", "2022-03-14"},
        {"ferry date:\"March 2022\"..", "2022-03-01", "2022-03-31"},
        {"ferry date:14/3/2022", "2022-03-14", "2022-03-14"},
        {"ferry after:2022", "2023-01-01", ""},
        {"ferry after:2022-03-14", "2022-03-15", ""},
        {"ferry before:2022", "", "2021-12-31"},
        {"after:2021 ferry before:2023", "2022-01-01", "2022-12-31"},
        {"date:2020..2023 ferry date:2022..2025", "2022-01-01", "2023-12-31"},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        const struct search_request *request = &planned(*state, cases[i].words, &(struct query_options){0})->request;
        assert_match(cases[i].words, date_iso(*state, request->after), cases[i].from);
        assert_match(cases[i].words, date_iso(*state, request->before), cases[i].to);
    }
}

/* Days alone are a search, too: every text bears the word of its kind. */
static void days_alone_find_everything_of_theirs(void **state)
{
    const struct query *query = planned(*state, "date:2022", &(struct query_options){0});
    assert_non_null(strstr(query->request.match, MARK "kminutes"));
    assert_non_null(strstr(query->request.match, MARK "kreport"));
    query = planned(*state, "date:2022 -ferry", &(struct query_options){0});
    assert_non_null(strstr(query->request.match, " NOT (\"ferry\")"));
}

/* While it is typed every beginning of a query is one, or says nothing yet. */
static void what_is_typed_may_go_on(void **state)
{
    static const struct {
        const char *words, *match;
    } cases[] = {
        {"f", "\"f\"*"},
        {"late fer", "(\"late\" AND \"fer\"*)"},
        {"late ferry ", "(\"late\" AND \"ferry\")"},
        {"\"late fer", "\"late fer\"*"},
        {"\"late ferry\"", "\"late ferry\""},
        {"late -", "\"late\""},
        {"late -fer", "((\"late\") NOT (\"fer\"))"},
        {"late OR", "\"late\""},
        {"late OR ", "\"late\""},
        {"late OR fer", "(\"late\" OR \"fer\"*)"},
        {"late (toll OR fer", "(\"late\" AND (\"toll\" OR \"fer\"*))"},
        {"late NEAR", "\"late\""},
        {"late NEAR fer", "NEAR(\"late\" \"fer\"*, 10)"},
        {"late kind:", "\"late\""},
        {"late kind:rep", "(\"late\" AND (\"" MARK "kreport\"))"},
        {"late date:20", "\"late\""},
        {"late committee:\"", "\"late\""},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++)
        assert_match(cases[i].words,
                     planned(*state, cases[i].words, &(struct query_options){.typing = true})->request.match,
                     cases[i].match);
}

/* Where it is wrong is told in bytes, too, for whoever marks it. */
static void a_fault_has_its_place(void **state)
{
    struct query *query = NULL;
    struct query_fault fault;
    struct err err;
    const char *words = "f\xC3\xA4hre kind:boat toll";
    assert_int_equal(query_parse(*state, words, &(struct query_options){0}, &query, &fault, &err), STATUS_USAGE);
    assert_int_equal(fault.from, 7);
    assert_int_equal(fault.to, 16);
    assert_non_null(strstr(err.text, "at character 7"));
}

/* Every row of the table reads as its own example. */
static void every_example_is_a_query(void **state)
{
    for (enum search_field field = 0; field < SEARCH_FIELDS; field++) {
        struct query *query = NULL;
        struct err err;
        assert_int_equal(query_parse(*state, search_fields[field].example, &(struct query_options){0}, &query, NULL, &err), STATUS_OK);
        assert_int_equal(query->root->kind, QUERY_FIELD);
        assert_int_equal(query->root->field, field);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_field_is_asked_of_the_side_that_has_it),
        TEST_CASE(days_narrow_the_search),
        TEST_CASE(days_alone_find_everything_of_theirs),
        TEST_CASE(what_is_typed_may_go_on),
        TEST_CASE(a_fault_has_its_place),
        TEST_CASE(every_example_is_a_query),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("search: fields, days, typing", tests, NULL, NULL);
}
