/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Cells: clusters, widths, cutting, wrapping. */
#include "support/test.h"

#include <locale.h>

#include <minutebook/text.h>

#define ACUTE "\xCC\x81"          /* a combining mark */
#define KANJI "\xE6\xBC\xA2"      /* two cells */
#define SMILE "\xF0\x9F\x99\x82"  /* two cells */
#define E_ACUTE "e\xCC\x81"
#define DOTS "\xE2\x80\xA6"       /* the mark of a cut */

static void clusters_hold_a_base_and_its_marks(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t used;
        int width;
    } clusters[] = {
        {"", 0, 0},          {"ab", 1, 1},          {"e" ACUTE "x", 3, 1},
        {KANJI "x", 3, 2},   {SMILE SMILE, 4, 2},   {KANJI ACUTE ACUTE "x", 7, 2},
        {"\xC3\xA9z", 2, 1}, {"\xFFz", 1, 1},       {"e" ACUTE ACUTE ACUTE ACUTE ACUTE, 9, 1},
        {"\n", 1, 0},        {"\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", 9, 2}, /* Hangul jamo */
    };
    for (size_t i = 0; i < MB_LENGTH(clusters); i++) {
        int width = -1;
        assert_int_equal(text_cluster(clusters[i].text, strlen(clusters[i].text), &width), clusters[i].used);
        assert_int_equal(width, clusters[i].width);
    }
}

static void widths_are_cells(void **state)
{
    (void)state;
    const char text[] = "caf" "e" ACUTE " " KANJI SMILE;
    assert_int_equal(text_width(text, sizeof text - 1), 9);
    assert_int_equal(text_width("", 0), 0);
}

static void a_cut_ends_in_the_mark_and_splits_no_cluster(void **state)
{
    assert_string_equal(text_cut(*state, "Cabinet", 7, false), "Cabinet");
    assert_string_equal(text_cut(*state, "Cabinet", 6, false), "Cabin" DOTS);
    assert_string_equal(text_cut(*state, "Cabinet", 6, true), "Cab...");
    assert_string_equal(text_cut(*state, "The Cabinet", 5, false), "The" DOTS);
    assert_string_equal(text_cut(*state, KANJI KANJI, 4, false), KANJI KANJI);
    assert_string_equal(text_cut(*state, KANJI KANJI, 3, false), KANJI DOTS);
    assert_string_equal(text_cut(*state, KANJI KANJI, 2, false), DOTS);
    assert_string_equal(text_cut(*state, "ae" ACUTE "bc", 3, false), "ae" ACUTE DOTS);
    assert_string_equal(text_cut(*state, "ae" ACUTE, 2, false), "ae" ACUTE);
    assert_string_equal(text_cut(*state, "abc", 1, false), DOTS);
    assert_string_equal(text_cut(*state, "abcd", 2, true), "..");
    assert_string_equal(text_cut(*state, "abc", 0, false), "");
    assert_string_equal(text_cut(*state, "abc", -3, true), "");
    assert_string_equal(text_cut(*state, "", 0, false), "");
}

static void a_cut_is_never_wider_than_asked(void **state)
{
    const char text[] = "a" KANJI "e" ACUTE " " SMILE "b c" KANJI;
    for (int width = 0; width < 20; width++)
        for (int ascii = 0; ascii < 2; ascii++) {
            char *cut = text_cut(*state, text, width, ascii);
            assert_true(text_width(cut, strlen(cut)) <= width);
            assert_true(text_is_utf8(cut, strlen(cut)));
        }
}

/* ---- wrapping ---------------------------------------------------------------------------- */

static void assert_wrapped_n(void *context, const char *text, int width, int first, int indent, const char *expected)
{
    struct line_spans lines = text_wrap(context, text, strlen(text), width, first, indent);
    struct buf buf;
    buf_init(&buf, context, 100000);
    for (size_t i = 0; i < lines.n; i++)
        buf_printf(&buf, "%.*s|", (int)lines.at[i].len, text + lines.at[i].start);
    assert_string_equal(buf_take(&buf), expected);
}
#define WRAPPED(text, width, expected) assert_wrapped_n(*state, text, width, 0, 0, expected)

static void lines_break_at_blanks(void **state)
{
    WRAPPED("the panel met today", 9, "the panel|met today|");
    WRAPPED("the panel met today", 8, "the|panel|met|today|");
    WRAPPED("the panel   met", 9, "the panel|met|");
    WRAPPED("the panel ", 9, "the panel|");
    WRAPPED("exact", 5, "exact|");
    WRAPPED("", 5, "");
    WRAPPED("   ", 5, "|");
    WRAPPED("a b c", 1, "a|b|c|");
}

static void lines_break_after_hyphens_between_letters_only(void **state)
{
    WRAPPED("the co-opted", 8, "the co-|opted|");
    WRAPPED("the co-opted", 6, "the|co-|opted|");
    WRAPPED("fall -5 to", 6, "fall|-5 to|");
    WRAPPED("in 2018-19", 8, "in|2018-19|");
    WRAPPED("a - b", 4, "a -|b|");
    WRAPPED("co-opted", 7, "co-|opted|");
}

static void a_line_feed_always_breaks(void **state)
{
    WRAPPED("a\nb\n\nc\n", 9, "a|b||c|");
    WRAPPED("\n", 9, "|");
    WRAPPED("one two\nthree", 5, "one|two|three|");
}

static void a_word_too_long_is_cut_between_clusters(void **state)
{
    WRAPPED("see abcdefghij end", 4, "see|abcd|efgh|ij|end|");
    WRAPPED("e" ACUTE "e" ACUTE "e" ACUTE, 2, "e" ACUTE "e" ACUTE "|e" ACUTE "|");
    WRAPPED(KANJI KANJI KANJI, 5, KANJI KANJI "|" KANJI "|");
    WRAPPED(KANJI KANJI, 1, KANJI "|" KANJI "|");
    WRAPPED("a" SMILE "b", 2, "a|" SMILE "|b|");
}

static void the_first_line_and_the_others_have_their_indent(void **state)
{
    assert_wrapped_n(*state, "aa bb cc dd", 6, 3, 1, "aa|bb cc|dd|");
    assert_wrapped_n(*state, "aa\nbb cc", 5, 0, 2, "aa|bb|cc|");
    assert_wrapped_n(*state, "aa bb", 3, 10, 10, "a|a|b|b|");
}

static void blanks_at_a_paragraphs_start_are_kept_if_its_word_fits(void **state)
{
    WRAPPED("  a bc\n    d", 5, "  a|bc|    d|");
    WRAPPED("      word two", 6, "word|two|");
    WRAPPED("a\n        ", 5, "a||");
}

/* Whatever the text: no line is too wide, nothing but blanks and LF is lost, no cluster is parted. */
/* What people copy stays in one piece. */
static void a_command_an_option_or_a_key_is_not_broken_at_its_hyphen(void **state)
{
    WRAPPED("see (:set-row FIELD)", 12, "see|(:set-row|FIELD)|");
    WRAPPED("with --read-only", 12, "with|--read-only|");
    WRAPPED("redo: Ctrl-R", 11, "redo:|Ctrl-R|");
}
static void an_id_is_not_broken_at_its_hyphens(void **state)
{
    WRAPPED("name unplaced-ad76", 14, "name|unplaced-ad76|");
    WRAPPED("see a-long-panel-2031", 18, "see|a-long-panel-2031|");
    WRAPPED("the sub-committee", 9, "the sub-|committee|");
}

static void a_long_name_of_a_file_is_cut_at_its_joints(void **state)
{
    WRAPPED("2025-05-08-minutes-page.txt", 25, "2025-05-08-minutes-page.|txt|");
    WRAPPED("page: 2025-05-08-minutes-page.txt", 20, "page:|2025-05-08-minutes-|page.txt|");
    WRAPPED("in/a_folder/of_papers", 12, "in/a_folder/|of_papers|");
    WRAPPED("1.2.3.4.5.6", 4, "1.2.|3.4.|5.6|");
    WRAPPED("abcdefgh", 4, "abcd|efgh|");
}

static void wrapping_loses_nothing(void **state)
{
    static const char *const pieces[] = {"a", "word", " ", "  ", "-", "\n", KANJI, E_ACUTE, SMILE, "x-y", "longerword",
                                         "\xC3\xA9"};
    unsigned seed = 2022;
    for (int round = 0; round < 3000; round++) {
        void *context = talloc_new(*state);
        struct buf text, joined, bare;
        buf_init(&text, context, 10000);
        buf_init(&joined, context, 10000);
        buf_init(&bare, context, 10000);
        for (int i = 0; i < round % 40; i++) {
            seed = seed * 1103515245u + 12345u;
            buf_puts(&text, pieces[(seed >> 16) % MB_LENGTH(pieces)]);
        }
        char *whole = buf_take(&text);
        int width = 2 + round % 13;
        struct line_spans lines = text_wrap(context, whole, strlen(whole), width, 0, 0);
        for (size_t i = 0; i < lines.n; i++) {
            const char *line = whole + lines.at[i].start;
            assert_true(text_width(line, lines.at[i].len) <= width);
            assert_false(lines.at[i].len && line[lines.at[i].len - 1] == ' ');
            assert_false(strncmp(line, ACUTE, 2) == 0);
            for (size_t j = 0; j < lines.at[i].len; j++)
                if (line[j] != ' ')
                    buf_putc(&joined, line[j]);
        }
        for (const char *c = whole; *c; c++)
            if (*c != ' ' && *c != '\n')
                buf_putc(&bare, *c);
        assert_string_equal(buf_take(&joined), buf_take(&bare));
        talloc_free(context);
    }
}

static void words_that_fit_a_line_are_kept_whole(void **state)
{
    const char text[] = "Members asked whether the scheme would be kept under review and were told that it would be";
    for (int width = 7; width < 60; width++) {
        struct line_spans lines = text_wrap(*state, text, sizeof text - 1, width, 0, 0);
        for (size_t i = 0; i < lines.n; i++) {
            size_t start = lines.at[i].start, end = start + lines.at[i].len;
            assert_true(start == 0 || text[start - 1] == ' ');
            assert_true(text[end] == ' ' || text[end] == '\0');
        }
    }
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(clusters_hold_a_base_and_its_marks),
        TEST_CASE(widths_are_cells),
        TEST_CASE(a_cut_ends_in_the_mark_and_splits_no_cluster),
        TEST_CASE(a_cut_is_never_wider_than_asked),
        TEST_CASE(lines_break_at_blanks),
        TEST_CASE(lines_break_after_hyphens_between_letters_only),
        TEST_CASE(a_line_feed_always_breaks),
        TEST_CASE(a_word_too_long_is_cut_between_clusters),
        TEST_CASE(the_first_line_and_the_others_have_their_indent),
        TEST_CASE(blanks_at_a_paragraphs_start_are_kept_if_its_word_fits),
        TEST_CASE(a_command_an_option_or_a_key_is_not_broken_at_its_hyphen),
        TEST_CASE(an_id_is_not_broken_at_its_hyphens),
        TEST_CASE(a_long_name_of_a_file_is_cut_at_its_joints),
        TEST_CASE(wrapping_loses_nothing),
        TEST_CASE(words_that_fit_a_line_are_kept_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
