/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Texts before any reader sees them (drawn.c, traces.c): drawn tables become rows with bars, traces of converters go, and what is not surely one stays as it came. */
#include "reading.h"

#include "src/intake/bytes.h"

#define RULE "+------+------+\n"

static char *prepared(void **state, const char *text)
{
    size_t n;
    char *out = text_prepare(*state, mem_strdup(*state, text), &n);
    assert_int_equal(n, strlen(out));
    return out;
}

static char *times(void **state, const char *head, const char *line, size_t n)
{
    struct buf out;
    buf_init(&out, *state, BUF_MAX_DOCUMENT);
    buf_puts(&out, head);
    for (size_t i = 0; i < n; i++)
        buf_puts(&out, line);
    return buf_take(&out);
}

static void a_cell_over_two_lines_is_one(void **state)
{
    assert_string_equal(prepared(state, RULE "| 3    | Risk |\n|      | list |\n" RULE), "| 3 | Risk list |\n");
}

static void a_row_of_more_cells_than_a_table_has_stays_whole(void **state)
{
    char *row = times(state, "", "| a ", 30), *line = mem_printf(*state, "%s|\n", row);
    assert_string_equal(prepared(state, mem_printf(*state, "%s%s", RULE, line)), line);
}

/* Each line that goes on makes its cell anew: what that takes must grow with the text, not with its square. */
static void a_row_that_never_ends_costs_what_its_text_costs(void **state)
{
    const char *line = "|  | word |\n";
    char *text = times(state, RULE "| 1 | word |\n", line, 20000);
    size_t before = talloc_total_size(*state), words = 0;
    char *out = prepared(state, text);
    for (const char *at = out; (at = strstr(at, "word")); at++)
        words++;
    assert_int_equal(words, 20001);
    assert_true(talloc_total_size(*state) < before + 4 * strlen(line) * 20000);
}

static void lines_of_traces_alone_become_blank(void **state)
{
    assert_string_equal(prepared(state, "<!-- image -->\n\n# Agenda\n"), "\n\n# Agenda\n");
    assert_string_equal(prepared(state, "![Arms](arms.png){width=\"1in\"} ![][image2]\nAgenda\n{3}-----\nPage\n"), "\nAgenda\n\nPage\n");
    assert_string_equal(prepared(state, "Agenda ![]\n[image1]: <data:image/png;base64,AAAA>\n![](a)\n"), "Agenda ![]\n\n\n");
    assert_string_equal(prepared(state, "# <span id=\"p-1\"></span>**1.** Apologies <a name=\"x\"></a>\n"), "# **1.** Apologies \n");
}

static void tables_of_html_among_words_become_rows(void **state)
{
    assert_string_equal(prepared(state, "# A\n<table border=\"1\">\n<thead><tr><th>No</th><th>Item</th></tr></thead>\n<tr><td>1</td><td>Bread|\nroses</td></tr>\n</table>\nEnd\n"),
                        "# A\n| No | Item |\n| 1 | Bread\\| roses |\n\nEnd\n");
    assert_string_equal(prepared(state, "A <table> that never ends\n<tr><td>1\n"), "A <table> that never ends\n<tr><td>1\n");
    assert_string_equal(prepared(state, "A <tablet> or </table>\n"), "A <tablet> or </table>\n");
}

static void pictures_among_words_and_other_mark_up_stay(void **state)
{
    static const char *const texts[] = {"Map ![plan](plan.png) of the site\n", "1. Apologies <!-- page 3 -->\n", "{3}-- is a sum\n", "<span id=\"a\">Words</span> ![](a)\n",
                                        "Open <!-- and never closed\n"};
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        assert_string_equal(prepared(state, texts[i]), texts[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_cell_over_two_lines_is_one),
        TEST_CASE(a_row_of_more_cells_than_a_table_has_stays_whole),
        TEST_CASE(a_row_that_never_ends_costs_what_its_text_costs),
        TEST_CASE(lines_of_traces_alone_become_blank),
        TEST_CASE(tables_of_html_among_words_become_rows),
        TEST_CASE(pictures_among_words_and_other_mark_up_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
