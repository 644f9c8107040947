/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The keys in the last row: what they offer does something on this screen and on this row, and what does
 * nothing is not offered. */
#include "support/test.h"

#include "screens/town.h"
#include "screens/walk.h"
#include "src/screens/private.h"

#include <locale.h>

static char *store_file; /* made once: no test here writes to it */
static void *town;

/* The last row of the screen. */
static char *hints(struct walk *walk)
{
    char *screen = shown(walk);
    size_t n = strlen(screen);
    if (n && screen[n - 1] == '\n')
        screen[n - 1] = '\0';
    char *last = strrchr(screen, '\n');
    return last ? last + 1 : screen;
}

static bool offers(struct walk *walk, const char *hint)
{
    return strstr(hints(walk), hint) != NULL;
}

/* Does Enter change what is seen, on the row that ROWS steps down from where KEYS and LINE lead? */
static void check_enter(const void *parent, const char *keys, const char *line, int rows, int width)
{
    struct walk *walk = walk_new(parent, store_file, width, 36);
    type_keys(walk, keys);
    if (line)
        do_line(walk, line);
    for (int i = 0; i < rows; i++)
        do_command(walk, CMD_DOWN);
    do_command(walk, CMD_REDRAW);
    bool offered = offers(walk, "Enter ");
    char *before = shown(walk);
    bool asked = browser_do(walk->browser, CMD_OPEN, 0, NULL) & (REACT_PROMPT | REACT_JOB);
    bool changed = strcmp(before, shown(walk)) != 0;
    if (offered != (changed || asked))
        fail_msg("Enter %s, yet it %s, %d rows below \"%s\" %s:\n%s", offered ? "is offered" : "is not offered",
                 changed ? "does something" : "does nothing", rows, keys, line ? line : "", before);
    talloc_free(walk);
}

static void enter_is_offered_where_it_does_something_and_nowhere_else(void **state)
{
    static const struct {
        const char *keys, *line;
    } ways[] = {{"", NULL},     {"M", NULL}, {"A", NULL},     {"T", NULL},        {"W", NULL},
                {"?", NULL},    {"??", NULL}, {"\r", NULL},   {"\r\t", NULL},     {"\r\t\t", NULL},
                {"\r\r", NULL}, {"I", NULL}, {"", "messages"}, {"", "find buses"}, {"\r", "find buses"}};
    static const int widths[] = {120, 60};
    for (size_t w = 0; w < MB_LENGTH(widths); w++)
        for (size_t i = 0; i < MB_LENGTH(ways); i++)
            for (int rows = 0; rows < 12; rows++)
                check_enter(*state, ways[i].keys, ways[i].line, rows, widths[w]);
}

static void keys_of_a_follow_up_are_offered_on_one_that_they_change(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    type_keys(walk, "A"); /* on one that is kept */
    assert_true(offers(walk, "= set"));
    assert_false(offers(walk, "c keep"));
    assert_false(offers(walk, "D not a follow-up"));
    type_keys(walk, ">"); /* on one to check */
    assert_true(offers(walk, "c keep"));
    assert_true(offers(walk, "D not a follow-up"));
    assert_false(offers(walk, "= set"));
}

static void a_screen_does_not_offer_to_open_itself(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    assert_true(offers(walk, "M meetings"));
    type_keys(walk, "M");
    assert_false(offers(walk, "M meetings"));
    type_keys(walk, "W");
    assert_false(offers(walk, "W programme"));
}

static void the_rest_of_a_minute_is_offered_where_it_is_cut(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    type_keys(walk, "\r");
    assert_false(offers(walk, "F the rest"));
    type_keys(walk, "]");
    assert_true(offers(walk, "F the rest"));
}

static int town_up(void **state)
{
    (void)state;
    setlocale(LC_CTYPE, "C.UTF-8");
    town = talloc_named_const(NULL, 0, "town");
    store_file = town_store(town);
    return 0;
}

static int town_down(void **state)
{
    (void)state;
    return talloc_free(town);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(enter_is_offered_where_it_does_something_and_nowhere_else),
        TEST_CASE(keys_of_a_follow_up_are_offered_on_one_that_they_change),
        TEST_CASE(a_screen_does_not_offer_to_open_itself),
        TEST_CASE(the_rest_of_a_minute_is_offered_where_it_is_cut),
    };
    return cmocka_run_group_tests(tests, town_up, town_down);
}
