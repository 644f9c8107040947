/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the word before the cursor may be, and what the tables offer for it. */
#include "support/test.h"

#include <minutebook/command.h>

static struct completing at_end(void **state, const char *line)
{
    struct completing out;
    complete_line(*state, line, strlen(line), &out);
    return out;
}

/* The choices for LINE, parted by blanks. */
static char *offered(void **state, const char *line)
{
    struct completing completing = at_end(state, line);
    struct strings words;
    char *all = mem_strdup(*state, "");
    complete_words(*state, &completing, &words);
    for (size_t i = 0; i < words.n; i++)
        all = mem_printf(*state, "%s%s%s", all, i ? " " : "", words.at[i]);
    return all;
}

static void each_word_of_a_line_is_of_its_kind(void **state)
{
    static const struct {
        const char *line;
        enum complete_kind kind;
        size_t start;
        const char *word, *before;
    } rows[] = {
        {"", COMPLETE_COMMAND, 0, "", ""},
        {"  :mee", COMPLETE_COMMAND, 3, "mee", ""},
        {"import ", COMPLETE_PATH, 7, "", ""},
        {"import a 'b c", COMPLETE_PATH, 9, "b c", "a"},
        {"import \"x y\" a\\ b", COMPLETE_PATH, 13, "a b", "x y"},
        {"import one two three four", COMPLETE_PATH, 21, "four", "three"},
        {"attach 'a b", COMPLETE_PATH, 7, "a b", ""},
        {"import --fo", COMPLETE_IMPORT_OPTION, 7, "--fo", ""},
        {"import --form pag", COMPLETE_FORM, 14, "pag", "--form"},
        {"import --date 2024", COMPLETE_NOTHING, 14, "2024", "--date"},
        {"import --form page-text a", COMPLETE_PATH, 24, "a", "page-text"},
        {"source ~/x", COMPLETE_PATH, 7, "~/x", ""},
        {"save-screen a b", COMPLETE_NOTHING, 14, "b", "a"},
        {"set asc", COMPLETE_SETTING, 4, "asc", ""},
        {"set  color = ne", COMPLETE_SETTING_VALUE, 13, "ne", "color"},
        {"set color=ne", COMPLETE_SETTING_VALUE, 10, "ne", "color"},
        {"set color ", COMPLETE_SETTING_VALUE, 10, "", "color"},
        {"bind me", COMPLETE_SCREEN, 5, "me", ""},
        {"bind all y", COMPLETE_NOTHING, 9, "y", "all"},
        {"bind all y c fi", COMPLETE_BOUND, 13, "fi", "c"},
        {"help ope", COMPLETE_COMMAND, 5, "ope", ""},
        {"join x", COMPLETE_MEETING, 5, "x", ""},
        {"details comm", COMPLETE_DETAIL, 8, "comm", ""},
        {"details committee Over and", COMPLETE_DETAIL_VALUE, 18, "Over and", "committee"},
        {"set-row status in pro", COMPLETE_FIELD_VALUE, 15, "in pro", "status"},
        {"set-row st", COMPLETE_FIELD, 8, "st", ""},
        {"enter-meeting Health and W", COMPLETE_COMMITTEE, 14, "Health and W", ""},
        {"add a > b", COMPLETE_NOTHING, 0, "", ""},
        {"nonsense x", COMPLETE_NOTHING, 0, "", ""},
    };
    for (size_t i = 0; i < MB_LENGTH(rows); i++) {
        struct completing out = at_end(state, rows[i].line);
        if (out.kind != rows[i].kind || out.start != rows[i].start || strcmp(out.word, rows[i].word) != 0 ||
            strcmp(out.before, rows[i].before) != 0)
            fail_msg("\"%s\": kind %d at %zu, \"%s\" after \"%s\"", rows[i].line, (int)out.kind, out.start, out.word,
                     out.before);
    }
}

static void the_cursor_ends_the_word(void **state)
{
    struct completing out;
    complete_line(*state, "set color = never", 6, &out);
    assert_int_equal(out.kind, COMPLETE_SETTING);
    assert_string_equal(out.word, "co");
    complete_line(*state, "import abc", 8, &out);
    assert_string_equal(out.word, "a");
    complete_line(*state, "meetings", 3, &out);
    assert_string_equal(out.word, "mee");
    complete_line(*state, "set   color", 5, &out);
    assert_int_equal(out.kind, COMPLETE_SETTING);
    assert_string_equal(out.word, "");
    complete_line(*state, "set color   never", 10, &out);
    assert_int_equal(out.kind, COMPLETE_SETTING_VALUE);
    assert_string_equal(out.word, "");
    complete_line(*state, "x", 400, &out); /* a cursor behind the line stands at its end */
    assert_string_equal(out.word, "x");
}

static void a_line_of_arguments_alone_is_read_the_same(void **state)
{
    struct completing out;
    complete_arguments(*state, CMD_IMPORT, "a b", 3, &out);
    assert_int_equal(out.kind, COMPLETE_PATH);
    assert_string_equal(out.word, "b");
    complete_arguments(*state, CMD_DETAILS, "date 3", 6, &out);
    assert_int_equal(out.kind, COMPLETE_DETAIL_VALUE);
    assert_string_equal(out.before, "date");
}

static void tables_offer_what_begins_so(void **state)
{
    assert_string_equal(offered(state, "meet"), "meetings");
    assert_non_null(strstr(offered(state, ""), "actions add "));
    assert_string_equal(offered(state, "set h"), "hints history");
    assert_string_equal(offered(state, "set color = "), "always auto never");
    assert_string_equal(offered(state, "set ascii o"), "off on");
    assert_string_equal(offered(state, "set history = "), "");
    assert_string_equal(offered(state, "set nothing = "), "");
    assert_string_equal(offered(state, "bind mee"), "meeting meetings");
    assert_string_equal(offered(state, "bind all x no"), "none not-needed note notes");
    assert_string_equal(offered(state, "details "), "committee council date time");
    assert_string_equal(offered(state, "import "), "");
    assert_string_equal(offered(state, "import --co"), "--committee --council");
}

/* Whatever stands in a line, the word begins inside it. */
static void any_bytes_are_survived(void **state)
{
    unsigned seed = 7;
    for (int round = 0; round < 2000; round++) {
        static const char bytes[] = "sethelp import'\"\\= \t:~/\xC3\xA9\x80";
        char line[24];
        size_t n = 0;
        for (; n < sizeof line - 1 && (seed = seed * 1103515245u + 12345u) % 23; n++)
            line[n] = bytes[(seed >> 16) % (sizeof bytes - 1)];
        line[n] = '\0';
        struct completing out;
        complete_line(*state, line, n, &out);
        assert_true(out.start <= n);
        for (size_t id = 0; id < CMD_COUNT; id++) {
            complete_arguments(*state, (enum command_id)id, line, n / 2, &out);
            assert_true(out.start <= n / 2);
            talloc_free(out.word);
            talloc_free(out.before);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(each_word_of_a_line_is_of_its_kind),
        TEST_CASE(the_cursor_ends_the_word),
        TEST_CASE(a_line_of_arguments_alone_is_read_the_same),
        TEST_CASE(tables_offer_what_begins_so),
        TEST_CASE(any_bytes_are_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
