/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a session takes does not grow with its length: a screen that is left, a row that is redrawn, a
 * text that is read again give back what they took. LeakSanitizer cannot see such growth, for all of it
 * is freed at the end. */
#include "support/test.h"

#include "screens/walk.h"

#define ROUNDS 25
#define MESSAGES 2000 /* more than :messages keeps */

struct size {
    size_t blocks, bytes;
};

static struct size size_of(const struct walk *walk)
{
    return (struct size){talloc_total_blocks(walk->browser), talloc_total_size(walk->browser)};
}

/* Through the screens and back to the Desk: lists, a meeting's items and texts, the programme, a search
 * opened at its hit, help; each drawn, some at two sizes. */
static void go_round(struct walk *walk)
{
    static const char *const ways[] = {"Mj\r]]pPp\t\t\tzz[qq", "W\tj\t\tz<>q", "AjEEq", "Tjq", "??jq", "\r]jIqq", "jjkGg"};
    for (size_t i = 0; i < MB_LENGTH(ways); i++)
        for (const char *key = ways[i]; *key; key++) {
            type_keys(walk, (char[]){*key, '\0'});
            browser_draw(walk->browser, walk->grid);
        }
    do_line(walk, "find school");
    browser_draw(walk->browser, walk->grid);
    type_keys(walk, "j\r");
    resize(walk, 40, 12);
    browser_draw(walk->browser, walk->grid);
    resize(walk, 120, 36);
    browser_draw(walk->browser, walk->grid);
    do_line(walk, "desk");
    type_keys(walk, "R");
    browser_draw(walk->browser, walk->grid);
    browser_say(walk->browser, false, NULL);
}

/* What was said is kept up to a number: that many long sentences come first. */
static void fill_messages(struct walk *walk)
{
    for (int i = 0; i < MESSAGES; i++)
        browser_say(walk->browser, false, mem_printf(walk, "%0200d", i));
}

/* Whether the browser holds more after many rounds than after a few, each of which loses PLANTED blocks. */
static bool grows(void *parent, int planted)
{
    struct walk *walk = walk_new(parent, town_store(parent), 120, 36);
    struct size early = {0}, late;
    fill_messages(walk);
    for (int i = 0; i < ROUNDS; i++) {
        go_round(walk);
        for (int j = 0; j < planted; j++)
            (void)mem_strdup(walk->browser, "planted");
        if (i == 2)
            early = size_of(walk);
    }
    late = size_of(walk);
    bool more = late.blocks > early.blocks || late.bytes > early.bytes + early.bytes / 50;
    if (more && !planted) {
        print_error("%zu blocks, %zu bytes became %zu, %zu in %d rounds\n", early.blocks, early.bytes, late.blocks, late.bytes, ROUNDS);
        talloc_report(walk->browser, stderr);
    }
    return more;
}

static void a_long_session_takes_no_more_than_a_short_one(void **state)
{
    assert_false(grows(*state, 0));
}

static void one_block_lost_in_a_round_is_seen(void **state)
{
    assert_true(grows(*state, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_long_session_takes_no_more_than_a_short_one),
        TEST_CASE(one_block_lost_in_a_round_is_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
