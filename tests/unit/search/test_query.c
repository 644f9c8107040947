/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "support/test.h"

#include <minutebook/search.h>

#include <locale.h>

static struct query *parsed(void *context, const char *words)
{
    struct query *query = NULL;
    struct err err;
    const struct query_options options = {0};
    enum status status = query_parse(context, words, &options, &query, NULL, &err);
    if (status == STATUS_OK)
        status = query_plan(query, words, NULL, &options, NULL, &err);
    if (status != STATUS_OK)
        fail_msg("%s: %s", words, err.text);
    return query;
}

static void words_phrases_beginnings_and_what_to_leave_out(void **state)
{
    static const struct {
        const char *words, *match;
    } cases[] = {
        {"transport", "\"transport\""},
        {"  school\xC2\xA0transport\n", "(\"school\" AND \"transport\")"},
        {"\"school transport\"", "\"school transport\""},
        {"\xE2\x80\x9Cschool transport\xE2\x80\x9D fares", "(\"school transport\" AND \"fares\")"},
        {"transp* -bus", "((\"transp\"*) NOT (\"bus\"))"},
        {"transp* NOT bus", "((\"transp\"*) NOT (\"bus\"))"},
        {"toll -\"late ferry\" -quay", "((\"toll\") NOT (\"late ferry\" OR \"quay\"))"},
        {"say\"the words\"now", "(\"say\" AND \"the words\" AND \"now\")"},
        {"toll **  & - -- \"\" \xE2\x80\x93", "\"toll\""},
        {"mid-term O'Brien 2022/23", "(\"mid-term\" AND \"O'Brien\" AND \"2022/23\")"},
        {"trans\xC2\xADport", "\"transport\""},
        {"toll AND ferry", "(\"toll\" AND \"ferry\")"},
        {"toll OR ferry", "(\"toll\" OR \"ferry\")"},
        {"late toll OR ferry -quay", "((\"late\" AND \"toll\") OR ((\"ferry\") NOT (\"quay\")))"},
        {"late (toll OR ferry)", "(\"late\" AND (\"toll\" OR \"ferry\"))"},
        {"late -(toll OR \"old ferry\")", "((\"late\") NOT ((\"toll\" OR \"old ferry\")))"},
        {"((toll))", "\"toll\""},
        {"late () toll", "(\"late\" AND \"toll\")"},
        {"toll NEAR ferry", "NEAR(\"toll\" \"ferry\", 10)"},
        {"late toll NEAR/3 \"old ferr\" NEAR quay", "(\"late\" AND NEAR(\"toll\" \"old ferr\" \"quay\", 3))"},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++)
        assert_string_equal(parsed(*state, cases[i].words)->request.match, cases[i].match);
}

/* Nothing that was typed reaches FTS5 as an operator, a column or a mark of its own. */
static void operators_are_plain_words(void **state)
{
    static const struct {
        const char *words, *match;
    } cases[] = {
        {"a or b not c and d near e", "(\"a\" AND \"or\" AND \"b\" AND \"not\" AND \"c\" AND \"and\" AND \"d\" AND \"near\" AND \"e\")"},
        {"NEAR(a b, 2)", "(\"NEAR(a\" AND \"b,\" AND \"2)\")"},
        {"minute(s) (iv) :-)", "(\"minute(s)\" AND \"iv\")"},
        {"10:30 http://ferry.example/toll toll: a", "(\"10:30\" AND \"http://ferry.example/toll\" AND \"toll:\" AND \"a\")"},
        {"{title body} ^y +z", "(\"{title\" AND \"body}\" AND \"^y\" AND \"+z\")"},
        {"mid*dle *lead", "(\"mid*dle\" AND \"*lead\")"},
        {"\"a OR b\"*", "\"a OR b\""},
        {"say \"OR\" \"kind:report\"", "(\"say\" AND \"OR\" AND \"kind:report\")"},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++)
        assert_string_equal(parsed(*state, cases[i].words)->request.match, cases[i].match);
}

static void what_cannot_be_searched_for_is_said_with_its_place(void **state)
{
    static const struct {
        const char *words, *sentence;
    } cases[] = {
        {"closed \"school is", "“\"school is” is not closed, at character 8"},
        {"\xC3\xA9t\xC3\xA9 -\xE2\x80\x9Copen", "“\xE2\x80\x9Copen” is not closed, at character 6"},
        {"toll (ferry", "“(” is not closed, at character 6"},
        {"OR toll", "“OR” needs a word on both sides, at character 1"},
        {"toll OR", "“OR” needs a word on both sides, at character 6"},
        {"toll OR OR ferry", "“OR” needs a word on both sides, at character 9"},
        {"(toll OR) ferry", "“OR” needs a word on both sides, at character 7"},
        {"toll OR -ferry", "one side only leaves out: a word to find is needed there, at character 9"},
        {"toll -(-ferry)", "one side only leaves out"},
        {"toll NOT", "“NOT” needs what is to be left out behind it, at character 6"},
        {"NEAR toll", "“NEAR” stands between two words or phrases, at character 1"},
        {"toll NEAR (ferry)", "“NEAR” stands between two words or phrases, at character 6"},
        {"((((((((((((((((( toll", "too many other brackets, at character 17"},
        {"kin:report", "there is no field “kin:” (kind: is one; in quotes it is searched for as words), at character 1"},
        {"toll xyzzy:report", "there is no field “xyzzy:” (in quotes it is searched for as words), at character 6"},
        {"kind: toll", "kind: needs a value behind it; it may be agenda, minute"},
        {"kind:toll", "kind: cannot be “toll”; it may be agenda, minute"},
        {"toll date:2022-13", "date: cannot be “2022-13”, as in date:2022..2023, at character 6"},
        {"toll date:2023..2022", "date: cannot be"},
        {"toll after:soon", "after: cannot be “soon”"},
        {"toll OR date:2022", "“date:2022” holds for the whole search"},
        {"toll -is:overdue", "“is:overdue” holds for the whole search"},
        {"toll (ferry OR before:2022)", "“before:2022” holds for the whole search"},
        {"is:open", "is: cannot be “open”; it may be overdue"},
        {"has:pictures", "has: cannot be “pictures”; it may be table"},
        {"status:lost", "status: cannot be “lost”; it may be not started"},
        {"committee:\"Harbour", "is not closed, at character 1"},
        {"-school", "only leaves out"},
        {"-a -\"b c\"", "only leaves out"},
        {"", "holds no word"},
        {" \t ", "holds no word"},
        {"& \xE2\x80\x93 \"...\"", "holds no word"},
        {"bad \xFF bytes", "not UTF-8"},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct query *query = NULL;
        struct err err;
        assert_int_equal(query_parse(*state, cases[i].words, &(struct query_options){0}, &query, NULL, &err), STATUS_USAGE);
        if (!strstr(err.text, cases[i].sentence))
            fail_msg("“%s” is not in “%s”", cases[i].sentence, err.text);
        assert_null(query);
    }
}

static void a_query_has_its_limits(void **state)
{
    struct query *query = NULL;
    struct err err;
    struct buf words;
    buf_init(&words, *state, 100000);
    for (int i = 0; i < QUERY_TERMS_MAX; i++)
        buf_printf(&words, "w%d ", i);
    assert_int_equal(parsed(*state, words.data)->n_terms, QUERY_TERMS_MAX);
    buf_puts(&words, "more");
    assert_int_equal(query_parse(*state, words.data, &(struct query_options){0}, &query, NULL, &err), STATUS_USAGE);
    buf_clear(&words);
    for (int i = 0; i < 5000; i++)
        buf_putc(&words, 'x');
    assert_int_equal(query_parse(*state, words.data, &(struct query_options){0}, &query, NULL, &err), STATUS_USAGE);
}

static void only_single_words_are_for_the_fast_index(void **state)
{
    assert_true(parsed(*state, "toll fer* -quay \"pier\"")->request.words_only);
    assert_false(parsed(*state, "toll \"late ferry\"")->request.words_only);
    assert_false(parsed(*state, "O'Brien")->request.words_only);
    assert_false(parsed(*state, "toll -half-time")->request.words_only);
}

/* ---- marks ---------------------------------------------------------------------------------- */

/* TEXT with its marks in brackets. */
static char *marked(void *context, const char *words, const char *text)
{
    size_t n, at = 0;
    struct mark *marks = query_marks(context, parsed(context, words), text, strlen(text), &n);
    struct buf out;
    buf_init(&out, context, 10000);
    for (size_t i = 0; i < n; i++) {
        assert_true(marks[i].start >= at);
        buf_add(&out, text + at, marks[i].start - at);
        buf_putc(&out, '[');
        buf_add(&out, text + marks[i].start, marks[i].len);
        buf_putc(&out, ']');
        at = marks[i].start + marks[i].len;
    }
    buf_puts(&out, text + at);
    return buf_take(&out);
}

static void marks_are_folded_as_the_index_is(void **state)
{
    static const struct {
        const char *words, *text, *marked;
    } cases[] = {
        {"transport school", "Home to School Transport, transported", "Home to [School] [Transport], transported"},
        {"transp*", "Transport was transported; trans", "[Transport] was [transported]; trans"},
        {"\"school transport\"", "school: transport; school run; transport",
         "[school]: [transport]; school run; transport"},
        {"eleve", "\xC3\x89l\xC3\xA8ve el\xC3\xA8ves", "[\xC3\x89l\xC3\xA8ve] el\xC3\xA8ves"},
        {"cafe", "cafe\xCC\x81 au lait", "[cafe\xCC\x81] au lait"},
        {"transport", "trans\xC2\xADport", "[trans\xC2\xADport]"},
        {"o'brien",
         "Cllr O\xE2\x80\x99"
         "Brien and O. Brien and Brien",
         "Cllr [O]\xE2\x80\x99[Brien] and [O]. [Brien] and Brien"},
        {"home-sch*", "home schools, home", "[home] [schools], home"},
        {"ferry -toll", "ferry toll", "[ferry] toll"},
        {"quay", "\xEF\x82\xB7quay", "\xEF\x82\xB7[quay]"},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++)
        assert_string_equal(marked(*state, cases[i].words, cases[i].text), cases[i].marked);
}

/* ---- snippets ------------------------------------------------------------------------------- */

static char *snipped(void *context, const char *words, const char *body, int width)
{
    struct search_row row = {.body = (char *)body, .offset = 100};
    struct snippet snippet = snippet_make(context, &row, parsed(context, words), width);
    size_t at = 0;
    struct buf out;
    buf_init(&out, context, 10000);
    for (size_t i = 0; i < snippet.n_marks; i++) {
        buf_add(&out, snippet.text + at, snippet.marks[i].start - at);
        buf_putc(&out, '[');
        buf_add(&out, snippet.text + snippet.marks[i].start, snippet.marks[i].len);
        buf_putc(&out, ']');
        at = snippet.marks[i].start + snippet.marks[i].len;
    }
    buf_puts(&out, snippet.text + at);
    return buf_take(&out);
}

static void a_snippet_is_the_sentence_of_the_match(void **state)
{
    static const char body[] =
        "The panel met at 10.00 am. The ferry was late\nagain and again. It rained.\n\nTolls rose!";
    assert_string_equal(snipped(*state, "ferry", body, 80), "The [ferry] was late");
    assert_string_equal(snipped(*state, "rained", body, 80), "It [rained].");
    assert_string_equal(snipped(*state, "tolls", body, 80), "[Tolls] rose!");
    assert_string_equal(snipped(*state, "ferry", "It rained.\xC2\xA0 The ferry\xC2\xA0was late.\xC2\xA0 All went.", 80),
                        "The [ferry] was late.");
    assert_string_equal(snipped(*state, "panel", body, 80), "The [panel] met at 10.00 am.");
}

static void a_snippet_stands_where_the_terms_stand_together(void **state)
{
    static const char body[] =
        "School governors met. Nothing else was said of it for long.\n\nHome to school transport was added. Transport cost more.";
    assert_string_equal(snipped(*state, "school transport", body, 70), "Home to [school] [transport] was added.");
}

/* "Ferry times" is the item: where "tolls" are spoken of is the place to show. */
static void what_the_title_says_already_counts_less(void **state)
{
    struct search_row row = {.title = (char *)"Ferry times",
                             .body = (char *)"The ferry is old. The ferry is slow. Tolls rose."};
    assert_string_equal(snippet_make(*state, &row, parsed(*state, "ferry tolls"), 20).text, "Tolls rose.");
}

/* Of a hit every word that was asked for is in sight, in its title or in its snippet. */
static void a_snippet_shows_every_term_that_the_title_does_not(void **state)
{
    static const char body[] = "The school is far. It rained.\n\nNobody spoke of money.\n\nAll transport is late.";
    static const char long_body[] =
        "It was said of the school that its gate, its yard and its roof had been mended in the spring of that year, and "
        "that the money for all of the transport had been spent. The ferry stood still.";
    assert_string_equal(snipped(*state, "school transport", body, 80), "The [school] is far. … All [transport] is late.");
    assert_string_equal(snipped(*state, "transport rained school", body, 80),
                        "The [school] is far. It [rained]. … All [transport] is late.");
    assert_string_equal(snipped(*state, "transport absent school", body, 80), "The [school] is far. … All [transport] is late.");
    assert_string_equal(snipped(*state, "school transport", long_body, 60),
                        "…of the [school] that its gate,… of the [transport] had been…");
    struct search_row row = {.title = (char *)"Transport", .body = (char *)body};
    assert_string_equal(snippet_make(*state, &row, parsed(*state, "school transport"), 80).text, "The school is far.");
    assert_int_equal(snippet_make(*state, &row, parsed(*state, "late money"), 80).at, strstr(body, "money") - body);
}

static void a_long_sentence_is_cut_around_the_match(void **state)
{
    static const char body[] =
        "The panel reviewed its work and it was agreed that the ferry tolls would be added to the programme for the month of March 2031";
    assert_string_equal(snipped(*state, "ferry", body, 40), "…that the [ferry] tolls would be added to…");
    assert_string_equal(snipped(*state, "panel", body, 40), "The [panel] reviewed its work and it was…");
    assert_string_equal(snipped(*state, "2031", body, 40), "…programme for the month of March [2031]");
}

static void a_snippet_is_safe_and_its_marks_fit_it(void **state)
{
    assert_string_equal(
        snipped(*state, "ferry", "A\x1b[31m \xE2\x80\xAE late\t\tfer\xC2\xADry\xC2\xA0 \xC2\x9B came", 80),
        "A^[[31m late [ferry] <9B> came");
    assert_string_equal(snipped(*state, "nothing", "   Its title matched only. More.", 80), "Its title matched only.");
    assert_string_equal(snipped(*state, "nothing", "", 80), "");
}

static void a_snippet_says_where_in_the_item_it_is(void **state)
{
    struct search_row row = {.body = (char *)"Late.\n\nThe ferry.", .offset = 100};
    assert_int_equal(snippet_make(*state, &row, parsed(*state, "ferry"), 40).at, 100 + 11);
    row.body = (char *)"trans\xC2\xADport ferry";
    assert_int_equal(snippet_make(*state, &row, parsed(*state, "ferry"), 40).at, 100 + 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(words_phrases_beginnings_and_what_to_leave_out),
        TEST_CASE(operators_are_plain_words),
        TEST_CASE(what_cannot_be_searched_for_is_said_with_its_place),
        TEST_CASE(a_query_has_its_limits),
        TEST_CASE(only_single_words_are_for_the_fast_index),
        TEST_CASE(marks_are_folded_as_the_index_is),
        TEST_CASE(a_snippet_is_the_sentence_of_the_match),
        TEST_CASE(a_snippet_stands_where_the_terms_stand_together),
        TEST_CASE(what_the_title_says_already_counts_less),
        TEST_CASE(a_snippet_shows_every_term_that_the_title_does_not),
        TEST_CASE(a_long_sentence_is_cut_around_the_match),
        TEST_CASE(a_snippet_is_safe_and_its_marks_fit_it),
        TEST_CASE(a_snippet_says_where_in_the_item_it_is),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("search: queries, marks, snippets", tests, NULL, NULL);
}
