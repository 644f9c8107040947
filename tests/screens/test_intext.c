/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Words found in the text of a screen while they are typed: the view goes there, and Esc leads back. */
#include "support/test.h"

#include "screens/town.h"
#include "screens/walk.h"
#include "src/screens/private.h"

#include <locale.h>

static char *store_file;
static void *town;

static void type_words(struct walk *walk, const char *line)
{
    if (walk->browser->prompt == PROMPT_NONE)
        assert_true(browser_do(walk->browser, CMD_SEARCH_TEXT, 0, NULL) & REACT_PROMPT);
    browser_typing(walk->browser, browser_prompt(walk->browser).prefix, line, strlen(line));
}

static void end_line(struct walk *walk, const char *line)
{
    serve(walk, browser_answer(walk->browser, line));
}

/* While a line is typed the terminal's cursor is in it: the row is told by the view. */
static void assert_row(struct walk *walk, const char *words)
{
    const struct view *view = &screen_pane(browser_top(walk->browser))->view;
    const struct row *row = view_row(view);
    assert_non_null(row);
    char *text = mem_strdup(walk, "");
    for (size_t line = row->first; line < row->first + row->n; line++)
        for (size_t i = 0; i < view->page->lines[line].n_spans; i++)
            text = talloc_strdup_append(text, view->page->lines[line].spans[i].text);
    if (!strstr(text, words))
        fail_msg("\"%s\" is not in the row \"%s\"", words, text);
}

static void the_view_goes_along_while_words_are_typed(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "\r\r");
    type_words(walk, "had");
    assert_row(walk, "1,058 buses");
    assert_shows(walk, "1 of 3; Enter stays there, Esc leads back");
    type_words(walk, "had ask");
    assert_shows(walk, "“had ask” is not found");
    type_words(walk, "a member as");
    assert_row(walk, "A Member asked");
    end_line(walk, "a member as");
    assert_here(walk, "A Member asked");
    assert_shows(walk, "“a member as” 1 of 1");
}

static void esc_leads_back_to_where_one_was(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 60, 14);
    type_keys(walk, "\r\rjj");
    char *before = shown(walk);
    type_words(walk, "a member");
    type_words(walk, "a member asked");
    end_line(walk, NULL);
    assert_string_equal(shown(walk), before);
    assert_null(walk->browser->text_words);
    type_words(walk, "a member asked");
    type_words(walk, ""); /* all of it taken back: at once, and the line may go on */
    type_words(walk, "no such words");
    end_line(walk, NULL);
    assert_string_equal(shown(walk), before);
}

static void the_search_before_is_there_again_after_esc(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "\r\r");
    type_words(walk, "had");
    end_line(walk, "had");
    type_keys(walk, "n");
    char *before = shown(walk);
    type_words(walk, "fenwick");
    end_line(walk, NULL);
    type_keys(walk, "n");
    assert_shows(walk, "“had” 3 of 3");
    type_keys(walk, "N");
    assert_string_equal(shown(walk), before);
    end_line(walk, NULL);
    type_words(walk, "");
    end_line(walk, ""); /* nothing typed: the same again */
    assert_shows(walk, "“had” 3 of 3");
}

static void another_size_meanwhile_is_no_matter(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    type_keys(walk, "\r\r");
    type_words(walk, "a member asked");
    resize(walk, 40, 12);
    assert_row(walk, "A Member asked");
    type_words(walk, "a member asked w");
    end_line(walk, NULL);
    resize(walk, 80, 24);
    type_words(walk, "had");
    assert_shows(walk, "of 3; Enter");
    (void)browser_push(walk->browser, report_new(walk->browser, "Over it", "it had gone")); /* a job has ended */
    type_words(walk, "it had");
    assert_shows(walk, "1 of 1; Enter");
    (void)browser_pop(walk->browser);
    end_line(walk, NULL);
    assert_shows(walk, "1,058 buses");
}

/* ---- the hits of a search in everything, within the text that one opens ----------------------------------- */

static void a_pattern_stands_behind_a_second_slash(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "\r\r");
    type_words(walk, "/\\d,\\d+ b");
    assert_row(walk, "1,058 buses");
    assert_shows(walk, "1 of 1; Enter stays there");
    type_words(walk, "/(1,0"); /* not finished: what is missing is said, and nothing is marked */
    assert_shows(walk, "pattern: missing closing parenthesis, at character 5");
    type_words(walk, "/^a MEMBER");
    assert_shows(walk, "“/^a MEMBER” is not found");
    end_line(walk, "/^a member as\\w+");
    assert_here(walk, "A Member asked");
    assert_shows(walk, "“/^a member as\\w+” 1 of 1");
    type_keys(walk, "gn");
    assert_here(walk, "A Member asked");
    type_words(walk, "/");
    assert_shows(walk, "“/” is not found"); /* a slash alone is looked for as it is */
}

static void esc_leads_a_pattern_back_to_words(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "\r\r");
    type_words(walk, "had");
    end_line(walk, "had");
    type_keys(walk, "*"); /* a word of its own */
    assert_true(walk->browser->text_whole);
    type_words(walk, "/had|was");
    end_line(walk, NULL);
    assert_true(walk->browser->text_whole);
}

static void a_word_of_the_line_is_looked_for_and_then_the_next(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "\r\r");
    type_words(walk, "1,058 buses");
    end_line(walk, "1,058 buses");
    assert_row(walk, "1,058");
    type_keys(walk, "*");
    char *first = mem_strdup(*state, walk->browser->text_words);
    assert_shows(walk, mem_printf(*state, "“%s” ", first));
    assert_row(walk, "1,058");
    type_keys(walk, "*");
    assert_string_not_equal(walk->browser->text_words, first);
    assert_row(walk, "1,058"); /* the line is the same, the word another */
    type_keys(walk, "j*");
    assert_true(walk->browser->text_turn.word == 0);
}

static void n_goes_through_all_places_of_a_text_and_then_on(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    do_line(walk, "find had");
    size_t hits = walk->browser->searching->rows.n;
    type_keys(walk, "\r");
    assert_here(walk, "1,058 buses");
    type_keys(walk, "n");
    assert_shows(walk, "“had” 2 of 3 in this text");
    assert_here(walk, "the depot");
    type_keys(walk, "n");
    assert_shows(walk, "“had” 3 of 3 in this text");
    assert_int_equal(walk->browser->searching->current, 0);
    type_keys(walk, "n");
    assert_int_equal(walk->browser->searching->current, hits > 1 ? 1 : 0);
    assert_int_equal(walk->browser->depth, 3); /* in the place of the text before */
}

static void capital_n_comes_to_the_last_place_of_the_text_before(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    do_line(walk, "find had");
    type_keys(walk, "\rnnn");
    assert_int_equal(walk->browser->searching->current, 1);
    type_keys(walk, "N");
    assert_int_equal(walk->browser->searching->current, 0);
    assert_shows(walk, "“had” 3 of 3 in this text");
    type_keys(walk, "NN");
    assert_shows(walk, "“had” 1 of 3 in this text");
}

static void a_follow_up_opened_from_a_hit_has_its_words_marked(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    do_line(walk, "find crossing");
    type_keys(walk, "\rn");
    assert_int_equal(browser_context(walk->browser), CONTEXT_ACTIONS);
    browser_draw(walk->browser, walk->grid);
    char *screen = grid_print(walk, walk->grid, true);
    assert_true(strstr(screen, " hit\n") || strstr(screen, " selected-hit\n"));
    type_keys(walk, "n"); /* the list of the others is no text of this hit */
    assert_shows(walk, "from the first hit again");
}

static int make_town(void **state)
{
    (void)state;
    setlocale(LC_ALL, "C.UTF-8");
    town = talloc_named_const(NULL, 0, "town");
    store_file = town_store(town);
    return 0;
}

static int leave_town(void **state)
{
    (void)state;
    talloc_free(town);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(the_view_goes_along_while_words_are_typed),
        TEST_CASE(esc_leads_back_to_where_one_was),
        TEST_CASE(the_search_before_is_there_again_after_esc),
        TEST_CASE(another_size_meanwhile_is_no_matter),
        TEST_CASE(n_goes_through_all_places_of_a_text_and_then_on),
        TEST_CASE(a_pattern_stands_behind_a_second_slash),
        TEST_CASE(esc_leads_a_pattern_back_to_words),
        TEST_CASE(a_word_of_the_line_is_looked_for_and_then_the_next),
        TEST_CASE(capital_n_comes_to_the_last_place_of_the_text_before),
        TEST_CASE(a_follow_up_opened_from_a_hit_has_its_words_marked),
    };
    return cmocka_run_group_tests_name("screens: words found in a text", tests, make_town, leave_town);
}
