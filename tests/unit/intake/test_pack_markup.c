/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The smallest parts of the pack reader: mark-up, list marks, rows, and the words that are data. */
#include "support/test.h"

#include "src/intake/pack.h"

#include <stdio.h>

static const char *clean(const void *parent, const char *raw)
{
    return markup_read(parent, raw, strlen(raw), MARKUP_TEXT).text;
}

static const char *cell(const void *parent, const char *raw)
{
    return markup_read(parent, raw, strlen(raw), MARKUP_CELL).text;
}

/* ---- mark-up ---------------------------------------------------------------------------------------- */

static void stars_and_underscores_are_markup_in_pairs(void **state)
{
    assert_string_equal(clean(*state, "**bold** and *italic* and __strong__ and _soft_"),
                        "bold and italic and strong and soft");
    assert_string_equal(clean(*state, "5 * 3 and a_b_c and *unclosed"), "5 * 3 and a_b_c and *unclosed");
    assert_string_equal(clean(*state, "**One****Two**"), "One Two");
    assert_string_equal(clean(*state, "\\*not\\* \\# 1\\. [x]"), "*not* # 1. [x]");
}

static void links_become_their_words(void **state)
{
    assert_string_equal(clean(*state, "see [the page](https://x.example/a_(b)) now"), "see the page now");
    assert_string_equal(clean(*state, "[a [b](#) c](y)"), "a b c");
    assert_string_equal(clean(*state, "![](graph.png)![chart.jpeg](x)![Bins by year](y)"), "Bins by year");
    assert_string_equal(clean(*state, "[open](never"), "[open](never");
}

static void entities_are_characters_and_only_once(void **state)
{
    assert_string_equal(clean(*state, "A &amp; B&nbsp;C &lt;b&gt; &#8217; &#x2019; &#146;"), "A & B C <b> ’ ’ ’");
    assert_string_equal(clean(*state, "&amp;lt; AT&T &nosuch; &#; &#xZ; &#0; &#27; &#xD800; &#1114112;"),
                        "&lt; AT&T &nosuch; &#; &#xZ; &#0; &#27; &#xD800; &#1114112;");
}

static void what_is_no_tag_stays(void **state)
{
    assert_string_equal(clean(*state, "2 < 3 <5% <name> <b>x</b> 3<sup>rd</sup> <!-- note -->end"),
                        "2 < 3 <5% <name> x 3rd end");
    assert_string_equal(clean(*state, "an open <ul style="), "an open <ul style=");
}

static void entries_of_a_cell_are_lines(void **state)
{
    assert_string_equal(cell(*state, "<ul><li>\xE2\x80\xA2 a</li><li>b - c</li></ul>"), "a\nb - c");
    assert_string_equal(cell(*state, "\xE2\x80\xA2 a \xE2\x80\xA2 b"), "a\nb");
    assert_string_equal(cell(*state, "x <ul> \xE2\x80\x93 a-b \xE2\x80\x93 c </ul> y \xE2\x80\x93 z"),
                        "x\na-b\nc\ny \xE2\x80\x93 z");
    assert_string_equal(cell(*state, "  a\xC2\xA0 <br/> b "), "a\nb");
}

static void bold_at_the_start_is_measured(void **state)
{
    struct marked marked = markup_read(*state, "<b>Bus</b> <b>Lanes</b> and more", 33, MARKUP_CELL);
    assert_false(marked.bold);
    assert_int_equal(marked.bold_end, strlen("Bus Lanes"));
    assert_true(markup_read(*state, "**All of it**", 13, MARKUP_TEXT).bold);
    assert_int_equal(markup_read(*state, "not **here**", 12, MARKUP_TEXT).bold_end, 0);
}

/* ---- marks and rows ------------------------------------------------------------------------------------ */

static void list_marks_are_told_from_text(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        enum mark_kind kind;
    } lines[] = {
        {"1. x", MARK_NUMBER},
        {"12) x", MARK_NUMBER},
        {"3.1 The", MARK_NUMBER},
        {"3.1. the", MARK_NUMBER},
        {"1\\. x", MARK_NUMBER},
        {"(a) x", MARK_LETTER},
        {"b) x", MARK_LETTER},
        {"iv. x", MARK_LETTER},
        {"(2) x", MARK_LETTER},
        {"- x", MARK_BULLET},
        {"\xE2\x80\xA2x", MARK_BULLET},
        {"\xE2\x80\x93 x", MARK_BULLET},
        {"7.\xE2\x80\x8B x", MARK_NUMBER},
        {"10.00 am", MARK_NONE},
        {"3.5 million", MARK_NONE},
        {"5 March", MARK_NONE},
        {"2022. x", MARK_NONE},
        {"A. Smith", MARK_NONE},
        {"-x", MARK_NONE},
        {"1.", MARK_NONE},
        {"(abc) x", MARK_NONE},
        {"", MARK_NONE},
        {"e.g. x", MARK_NONE},
    };
    for (size_t i = 0; i < MB_LENGTH(lines); i++)
        if (mark_scan(lines[i].line, strlen(lines[i].line)).kind != lines[i].kind)
            fail_msg("\"%s\"", lines[i].line);
}

static void cells_of_a_row_are_parted_by_tabs(void **state)
{
    struct strings cells = pack_cells(*state, "\t<b>2022</b>\t 5% \t");
    assert_int_equal(cells.n, 4);
    assert_string_equal(cells.at[0], "");
    assert_string_equal(cells.at[1], "2022");
    assert_string_equal(cells.at[2], "5%");
    assert_int_equal(pack_cell("a\t b \tc", 1).n, 1);
    assert_int_equal(pack_cell("a\tb", 7).n, 0);
    assert_string_equal(pack_row(*state, "| a \\| b | c |", 14), " a | b \t c ");
    assert_string_equal(pack_row(*state, "|---|:-:|", 9), "");
    assert_null(pack_row(*state, "a | b", 5));
}

/* ---- the words that are data ------------------------------------------------------------------------------ */

extern const char *const asset_pack_words[];

static const char *const *group_of(const char *name)
{
    const char *const *line = asset_pack_words;
    while (*line && strcmp(*line, name) != 0)
        line++;
    if (!*line)
        fail_msg("assets/words/pack-words has no group \"%s\"", name);
    return line + 1;
}

/* Words that are compared with folded text but are not spelled as it is would never be found. */
static void check_group(const void *parent, const char *name)
{
    const char *const *line = group_of(name);
    bool printed = strstr(name, " as printed") != NULL;
    assert_true(*line && **line == ' ');
    for (; *line && **line == ' '; line++) {
        char *words = mem_strdup(parent, *line + strspn(*line, " ^"));
        size_t n = strlen(words);
        if (!printed && n && words[n - 1] == '$')
            words[n - 1] = '\0';
        if (!printed && strcmp(words, text_fold(parent, words)) != 0)
            fail_msg("\"%s\" of \"%s\" is written \"%s\"", words, name, text_fold(parent, words));
    }
}

static void every_group_of_words_is_there_and_can_be_found(void **state)
{
#define X(id, name) check_group(*state, name);
    PACK_WORDS(X)
#undef X
}

static void words_are_whole_words_and_may_be_tied(void **state)
{
    (void)state;
    assert_true(pack_says(PACK_PROGRAMME, "the work programme 2024"));
    assert_false(pack_says(PACK_PROGRAMME, "the homework programme"));
    assert_true(pack_says(PACK_COLUMN_OF_ITEMS, "item"));
    assert_false(pack_says(PACK_COLUMN_OF_ITEMS, "item of business"));
    assert_true(pack_says(PACK_SECOND_PART, "part two exempt"));
    assert_false(pack_says(PACK_SECOND_PART, "report part two"));
    size_t n;
    const char *text = "basked to; is ASKED to note";
    assert_ptr_equal(pack_words_find(PACK_ASKS, text, &n), text + 11);
    assert_int_equal(n, 11);
    assert_int_equal(pack_words_at(PACK_HONORIFIC, "Mrs Lee"), 3);
    assert_int_equal(pack_words_at(PACK_HONORIFIC, "Mrsy"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(stars_and_underscores_are_markup_in_pairs),
        TEST_CASE(links_become_their_words),
        TEST_CASE(entities_are_characters_and_only_once),
        TEST_CASE(what_is_no_tag_stays),
        TEST_CASE(entries_of_a_cell_are_lines),
        TEST_CASE(bold_at_the_start_is_measured),
        TEST_CASE(list_marks_are_told_from_text),
        TEST_CASE(cells_of_a_row_are_parted_by_tabs),
        TEST_CASE(every_group_of_words_is_there_and_can_be_found),
        TEST_CASE(words_are_whole_words_and_may_be_tied),
    };
    return cmocka_run_group_tests_name("intake: mark-up and words of packs", tests, NULL, NULL);
}
