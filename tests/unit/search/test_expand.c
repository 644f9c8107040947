/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What is added to a search, found, marked and told; and what stays as it was typed. */
#include "unit/search/harbour.h"

#include <minutebook/search.h>
#include <minutebook/search_words.h>

#include <locale.h>

struct asked {
    struct query *query;
    struct search_rows rows;
    char *years, *added;
};

static struct asked ask(void *context, struct store *store, const char *words, struct query_options options)
{
    struct asked asked = {0};
    struct err err = {0};
    struct buf years, added;
    struct search_wish wish = {.limit = 50, .options = options};
    enum status status = search_run(context, store, words, wish, &asked.query, &asked.rows, &err);
    if (status != STATUS_OK && status != STATUS_NONE)
        fail_msg("%s: %s", words, err.text);
    buf_init(&years, context, 10000);
    buf_init(&added, context, 10000);
    for (size_t i = 0; i < asked.rows.n; i++)
        buf_printf(&years, "%s%d", i ? " " : "", asked.rows.at[i].date.year);
    for (size_t i = 0; i < asked.query->added.n; i++)
        buf_printf(&added, "%s%s", i ? ", " : "", asked.query->added.at[i]);
    asked.years = buf_take(&years);
    asked.added = buf_take(&added);
    return asked;
}

static struct store *papers(void **state)
{
    struct store *store = open_store(*state, scratch_path(*state, "expand.db"), STORE_WRITE);
    struct err err = {0};
    import_page(store, "a", (struct date){2041, 5, 1}, "Looked After Children", "There were 40 looked after children in May.", false);
    import_page(store, "b", (struct date){2042, 5, 1}, "Placements", "The number of CLA had risen; two policies were revised.", false);
    import_page(store, "c", (struct date){2043, 5, 1}, "Placements", "Each looked-after child has a policy and the police visit.", false);
    import_page(store, "d", (struct date){2044, 5, 1}, "Leisure", "Children played after the tide was looked at. An app was made.", false);
    import_page(store, "e", (struct date){2045, 5, 1}, "Plans", "The accelerated progress plan came with a charge sent by post.", false);
    import_page(store, "f", (struct date){2046, 5, 1}, "Plans", "The written statement of action was late. Ships were charged.", false);
    assert_ok(store_settle(store, &err), err);
    return store;
}

static void what_means_the_same_is_found_and_told(void **state)
{
    struct store *store = papers(state);
    struct query_options on = {.related = related_new(*state, NULL, NULL), .forms = true}, off = {0};
    struct asked asked = ask(*state, store, "LAC", on);
    assert_string_equal(asked.years, "2043 2042 2041");
    assert_non_null(strstr(asked.added, "CLA, looked after children"));
    assert_null(strstr(asked.added, "looked after child,"));
    assert_string_equal(ask(*state, store, "LAC", off).years, "");
    assert_string_equal(ask(*state, store, "cla", off).years, "2042");
    asked = ask(*state, store, "looked after children", on);
    assert_string_equal(asked.years, "2044 2043 2042 2041"); /* the words themselves, too, as they were typed */
    assert_string_equal(ask(*state, store, "\"looked after children\"", on).years, "2042 2041");
    assert_string_equal(ask(*state, store, "WSoA", on).years, "2046 2045");
    assert_string_equal(ask(*state, store, "\"accelerated progress plan\"", on).years, "2045");
    assert_string_equal(ask(*state, store, "APP", on).years, "2045 2044");
    assert_string_equal(ask(*state, store, "app", on).years, "2044");
}

static void forms_are_those_of_the_store(void **state)
{
    struct store *store = papers(state);
    struct query_options on = {.forms = true};
    struct asked asked = ask(*state, store, "policy", on);
    assert_string_equal(asked.years, "2043 2042");
    assert_string_equal(asked.added, "policies");
    assert_string_equal(ask(*state, store, "charges", on).years, "2046 2045");
    assert_string_equal(ask(*state, store, "charges", on).added, "charge, charged");
    assert_string_equal(ask(*state, store, "SEND", on).added, "");
    assert_string_equal(ask(*state, store, "\"policy\"", on).added, "");
    assert_string_equal(ask(*state, store, "pilots", on).added, "");
}

static void what_is_left_out_or_not_ended_is_left_as_it_is(void **state)
{
    struct store *store = papers(state);
    struct query_options on = {.related = related_new(*state, NULL, NULL), .forms = true}, typing = on;
    typing.typing = true;
    assert_string_equal(ask(*state, store, "plan -policy", on).added, "plans");
    assert_string_equal(ask(*state, store, "the -LAC", on).years, "2046 2045 2044 2043 2042");
    assert_string_equal(ask(*state, store, "polic*", on).added, "");
    assert_string_equal(ask(*state, store, "charge", typing).added, "");
    assert_string_equal(ask(*state, store, "charge", typing).years, "2046 2045");
    assert_string_equal(ask(*state, store, "policy NEAR has", on).added, "");
    /* of what is complete single words come along, so that the index of beginnings still serves */
    struct asked asked = ask(*state, store, "LAC num", typing);
    assert_string_equal(asked.years, "2042");
    assert_true(asked.query->request.words_only);
    assert_null(strstr(asked.added, "looked after children"));
}

static void what_was_added_is_marked_and_shown(void **state)
{
    static const char text[] = "Of all looked-after children, CLA for short, one had two policies.";
    struct store *store = papers(state);
    struct query_options on = {.related = related_new(*state, NULL, NULL), .forms = true};
    struct asked asked = ask(*state, store, "LAC policy", on);
    struct buf marked;
    size_t n;
    buf_init(&marked, *state, 1000);
    struct mark *marks = query_marks(*state, asked.query, text, strlen(text), &n);
    for (size_t i = 0; i < n; i++)
        buf_printf(&marked, "[%.*s]", (int)marks[i].len, text + marks[i].start);
    assert_string_equal(marked.data, "[looked][after][children][CLA][policies]");
    assert_int_equal(asked.rows.n, 2);
    struct snippet snippet = snippet_make(*state, &asked.rows.at[1], asked.query, 120);
    assert_int_equal(snippet.n_marks, 2);
}

static void groups_and_fields_stay_what_they_are(void **state)
{
    struct store *store = papers(state);
    struct query_options on = {.related = related_new(*state, NULL, NULL), .forms = true};
    assert_string_equal(ask(*state, store, "LAC date:2042", on).years, "2042");
    assert_string_equal(ask(*state, store, "looked after children kind:minutes after:2042", on).years, "2044 2043");
    assert_string_equal(ask(*state, store, "(LAC OR charge) -policy", on).years, "2046 2045 2042 2041");
    assert_string_equal(ask(*state, store, "committee:harbour (looked after children) policy", on).years, "2043 2042");
}

/* The most that can be typed is still one question. */
/* The papers themselves say what it is, in either order; the commonest meaning first. */
static void an_abbreviation_is_learned_from_the_papers(void **state)
{
    struct store *store = papers(state);
    struct query_options on = {.related = related_new(*state, NULL, NULL), .forms = true}, off = {0}, typing = on;
    struct err err = {0};
    typing.typing = true;
    import_page(store, "g", (struct date){2047, 5, 1}, "Tides", "The Tidal Basin Board (TBB) met with the Toll and Buoys Board (TBB).", false);
    import_page(store, "h", (struct date){2048, 5, 1}, "Tides", "The tidal basin board had met. TBB (Tidal Basin Board) reported.", false);
    import_page(store, "i", (struct date){2049, 5, 1}, "Tides", "Nothing but the TBB was named.", false);
    import_page(store, "j", (struct date){2050, 5, 1}, "Tides", "A tidal basin board was proposed.", false);
    assert_ok(store_settle(store, &err), err);
    struct asked asked = ask(*state, store, "TBB", on);
    assert_string_equal(asked.years, "2050 2049 2048 2047");
    assert_string_equal(asked.added, "tidal basin board, toll and buoys board");
    assert_string_equal(ask(*state, store, "tbb", on).years, "2050 2049 2048 2047");
    assert_string_equal(ask(*state, store, "tidal basin board", on).years, "2050 2049 2048 2047");
    assert_string_equal(ask(*state, store, "tidal basin board", on).added, "TBB");
    assert_string_equal(ask(*state, store, "TBB", off).years, "2049 2048 2047");
    assert_string_equal(ask(*state, store, "TBB -nothing", on).years, "2050 2048 2047");
    assert_string_equal(ask(*state, store, "-TBB tidal", on).years, "2050"); /* what is left out stays as it is */
    assert_string_equal(ask(*state, store, "TBB met", typing).added, "");    /* a beginning stands in it */
    assert_string_equal(ask(*state, store, "XYZ", on).years, "");
}

/* More of them than are read at once. */
static void what_was_explained_long_ago_is_learned(void **state)
{
    enum { LATER = 120 };
    struct store *store = open_store(*state, scratch_path(*state, "long-ago.db"), STORE_WRITE);
    struct query_options on = {.related = related_new(*state, NULL, NULL)};
    struct err err = {0};
    import_page(store, "first", (struct date){1990, 1, 1}, "Tides", "The Tidal Bollard Board (TBB) was founded.", false);
    for (int i = 0; i < LATER; i++)
        import_page(store, mem_printf(*state, "later%d", i), (struct date){2000 + i, 1, 1}, "Tides", "TBB met.", false);
    assert_ok(store_settle(store, &err), err);
    assert_string_equal(ask(*state, store, "TBB", on).added, "tidal bollard board");
}

static void a_long_search_is_not_too_long(void **state)
{
    struct store *store = papers(state);
    struct query_options on = {.related = related_new(*state, NULL, NULL), .forms = true};
    struct buf words;
    buf_init(&words, *state, 10000);
    for (size_t i = 0; i < QUERY_TERMS_MAX; i++)
        buf_printf(&words, "%s", i % 4 == 3 ? "SEND " : i % 4 == 2 ? "children " : i % 4 == 1 ? "after " : "looked ");
    assert_string_equal(ask(*state, store, words.data, on).years, "");
}

static struct store *explaining(void **state)
{
    struct store *store = open_store(*state, scratch_path(*state, "learned.db"), STORE_WRITE);
    struct err err = {0};
    import_page(store, "a", (struct date){2041, 5, 1}, "Tides", "The Tidal Basin Review (TBR) began. Each pier needs a Pier Adviser (PA).", false);
    import_page(store, "b", (struct date){2042, 5, 1}, "Tides", "TBR: no change. The PAs met.", false);
    import_page(store, "c", (struct date){2043, 5, 1}, "Tides", "A tidal basin review; the Portfolio Accountant (PA) wrote.", false);
    import_page(store, "d", (struct date){2044, 5, 1}, "Tides", "A basin was lent for the tidal review. PA (Pier Adviser) it said.", false);
    import_page(store, "e", (struct date){2045, 5, 1}, "Ropes", "Ropes were lent for Low Elder Net Diving (LEND). They lend ropes.", false);
    assert_ok(store_settle(store, &err), err);
    return store;
}

static void what_the_papers_explain_is_learned(void **state)
{
    struct store *store = explaining(state);
    struct query_options on = {.related = related_new(*state, NULL, NULL), .forms = true}, off = {0};
    struct asked asked = ask(*state, store, "TBR", on);
    assert_string_equal(asked.years, "2043 2042 2041");
    assert_non_null(strstr(asked.added, "tidal basin review"));
    assert_string_equal(ask(*state, store, "TBR", off).years, "2042 2041");
    assert_string_equal(ask(*state, store, "tbr", on).years, "2043 2042 2041");
    asked = ask(*state, store, "tidal basin review", on);
    assert_string_equal(asked.years, "2044 2043 2042 2041");
    assert_non_null(strstr(asked.added, "TBR"));
    assert_non_null(strstr(ask(*state, store, "\"tidal basin review\"", on).years, "2042"));
}

static void the_commonest_meaning_stands_first(void **state)
{
    struct query_options on = {.related = related_new(*state, NULL, NULL), .forms = true};
    struct asked asked = ask(*state, explaining(state), "PA", on);
    const char *first = strstr(asked.added, "pier adviser"), *second = strstr(asked.added, "portfolio accountant");
    assert_true(first && second && first < second);
}

static void a_word_is_no_acronym_unless_it_is_typed_as_one(void **state)
{
    struct store *store = explaining(state);
    struct query_options on = {.related = related_new(*state, NULL, NULL), .forms = true};
    assert_null(strstr(ask(*state, store, "lend", on).added, "diving"));
    assert_non_null(strstr(ask(*state, store, "LEND", on).added, "low elder net diving"));
    assert_null(strstr(ask(*state, store, "low elder net diving", on).added, "LEND"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(what_means_the_same_is_found_and_told),
        STORE_CASE(forms_are_those_of_the_store),
        STORE_CASE(what_is_left_out_or_not_ended_is_left_as_it_is),
        STORE_CASE(what_was_added_is_marked_and_shown),
        STORE_CASE(groups_and_fields_stay_what_they_are),
        STORE_CASE(an_abbreviation_is_learned_from_the_papers),
        STORE_CASE(what_the_papers_explain_is_learned),
        STORE_CASE(the_commonest_meaning_stands_first),
        STORE_CASE(a_word_is_no_acronym_unless_it_is_typed_as_one),
        STORE_CASE(what_was_explained_long_ago_is_learned),
        STORE_CASE(a_long_search_is_not_too_long),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("search: what is added", tests, NULL, NULL);
}
