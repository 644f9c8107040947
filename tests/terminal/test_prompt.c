/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Lines typed before, and going on with Tab, in emacs and vi. Editing itself is in test_keys. */
#include "terminal/standin.h"

static const char *vi_editrc(void *parent)
{
    char *path = mem_printf(parent, "%s/tests/terminal/editrc-vi", test_env("MINUTEBOOK_BUILDDIR"));
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    fputs("bind -v\nedit off\n", file);
    assert_int_equal(fclose(file), 0);
    return mem_printf(parent, "EDITRC=%s", path);
}

static struct tty *line_start(void *parent, bool vi)
{
    const char *environment[] = {vi ? vi_editrc(parent) : "EDITRC=/nowhere", NULL};
    struct tty *tty = standin_start(parent, (struct tty_options){.environment = environment});
    tty_type(tty, "f");
    tty_wait(tty, "find:");
    return tty;
}

/* The line being typed reads LINE now and no more; the stand-in's mark in the last corner is not of it. */
static void expect_line(struct tty *tty, const char *line)
{
    char *whole = mem_printf(tty, "find: %s", line);
    tty_wait(tty, *line ? whole : "find:");
    for (int i = 0; i < 50; i++) {
        char *row = tty_row(tty, 23), *mark = strrchr(row, ' ');
        while (mark && mark > row && mark[-1] == ' ')
            mark--;
        if (mark)
            *mark = '\0';
        if (strcmp(row, *line ? whole : "find:") == 0)
            return;
        tty_settle(tty);
    }
    tty_print(tty);
    fail_msg("the line is not \"%s\"", line);
}

static void give_up(struct tty *tty)
{
    tty_type(tty, "\003");
    tty_wait(tty, "last: cancelled");
    standin_quit(tty);
}

/* ---- lines typed before ---------------------------------------------------------------------------------- */

/* bugs of others: history loses upper case (k9s 3849) */
static void up_brings_back_what_was_typed_as_it_was(struct tty *tty)
{
    tty_key(tty, VTERM_KEY_UP);
    expect_line(tty, "schools \u2013 caf\u00e9");
    tty_key(tty, VTERM_KEY_UP);
    expect_line(tty, "Bus stops");
    tty_key(tty, VTERM_KEY_UP);
    expect_line(tty, "bus Fares");
    tty_key(tty, VTERM_KEY_UP); /* the oldest: it stays */
    tty_key(tty, VTERM_KEY_DOWN);
    expect_line(tty, "Bus stops");
    tty_key(tty, VTERM_KEY_DOWN);
    tty_key(tty, VTERM_KEY_DOWN);
    expect_line(tty, "");
    tty_key(tty, VTERM_KEY_DOWN);
    tty_type(tty, "new Line\n");
    tty_wait(tty, "got [new Line]");
    tty_type(tty, "f");
    tty_wait(tty, "find:");
    tty_key(tty, VTERM_KEY_UP); /* in this run, too */
    expect_line(tty, "new Line");
}

static void lines_come_back_with_the_arrows(void **state)
{
    for (int vi = 0; vi < 2; vi++) {
        struct tty *tty = line_start(*state, vi);
        up_brings_back_what_was_typed_as_it_was(tty);
        give_up(tty);
    }
}

static void only_lines_that_begin_as_this_one_come_back(void **state)
{
    struct tty *tty = line_start(*state, false);
    tty_type(tty, "bu");
    expect_line(tty, "bu");
    tty_key(tty, VTERM_KEY_UP);
    expect_line(tty, "bus Fares");
    tty_key(tty, VTERM_KEY_UP);
    tty_key(tty, VTERM_KEY_DOWN);
    expect_line(tty, "bu");
    tty_type(tty, "\022"); /* Ctrl-R and Ctrl-S search the same way */
    expect_line(tty, "bus Fares");
    tty_type(tty, "\023");
    expect_line(tty, "bu");
    tty_type(tty, "\025Bx");
    tty_key(tty, VTERM_KEY_LEFT);
    tty_type(tty, "\022"); /* what stands before the cursor counts */
    expect_line(tty, "Bus stops");
    give_up(tty);
}

static void a_line_that_came_back_is_edited_on_and_begins_a_new_search(void **state)
{
    struct tty *tty = line_start(*state, false);
    tty_key(tty, VTERM_KEY_UP);
    expect_line(tty, "schools \u2013 caf\u00e9");
    tty_type(tty, "s");
    expect_line(tty, "schools \u2013 caf\u00e9s");
    tty_key(tty, VTERM_KEY_UP); /* nothing begins so */
    tty_type(tty, "!\n");
    tty_wait(tty, "got [schools \u2013 caf\u00e9s!]");
    standin_quit(tty);
}

static void each_kind_of_line_has_its_own_lines_before_it(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_type(tty, ":");
    tty_wait(tty, ":start");
    tty_key(tty, VTERM_KEY_UP);
    tty_wait(tty, ":start me");
    tty_type(tty, "\n");
    tty_wait(tty, "got [start me]");
    tty_type(tty, "f");
    tty_wait(tty, "find:");
    tty_key(tty, VTERM_KEY_UP);
    tty_wait(tty, "find: schools");
    give_up(tty);
}

static void vi_goes_through_them_with_its_own_keys(void **state)
{
    struct tty *tty = line_start(*state, true);
    tty_type(tty, "a");
    expect_line(tty, "a");
    tty_send(tty, "\033", 1);
    tty_wait_cursor(tty, 6, 23);
    tty_type(tty, "k");
    expect_line(tty, "schools \u2013 caf\u00e9");
    tty_type(tty, "k");
    expect_line(tty, "Bus stops");
    give_up(tty);
}

/* ---- going on with Tab ------------------------------------------------------------------------------------- */

static void a_word_that_can_be_only_one_is_put_in_whole(void **state)
{
    for (int vi = 0; vi < 2; vi++) {
        struct tty *tty = line_start(*state, vi);
        tty_type(tty, "in g\tx");
        expect_line(tty, "in gamma x");
        tty_type(tty, "\025b\t");
        expect_line(tty, "beta/");
        tty_type(tty, "x\n"); /* a folder goes on at once */
        tty_wait(tty, "got [beta/x]");
        standin_quit(tty);
    }
}

static void several_choices_are_shown_and_gone_through(void **state)
{
    struct tty *tty = line_start(*state, false);
    tty_type(tty, "to a\t");
    expect_line(tty, "to alpha"); /* what both begin with */
    tty_wait(tty, "last: choices alpha  alphabet");
    tty_type(tty, "\t");
    tty_wait(tty, "[alpha] alphabet");
    tty_type(tty, "\t");
    expect_line(tty, "to alphabet");
    tty_wait(tty, "alpha [alphabet]");
    tty_type(tty, "\t"); /* round */
    expect_line(tty, "to alpha");
    tty_send(tty, "\033[Z", 3); /* Shift-Tab */
    expect_line(tty, "to alphabet");
    tty_type(tty, "x");
    expect_line(tty, "to alphabetx");
    tty_wait(tty, "last: no choices");
    give_up(tty);
}

static void choices_share_whole_characters_only(void **state)
{
    struct tty *tty = line_start(*state, false);
    tty_type(tty, "\u00e9\t"); /* the next letters are c and l */
    expect_line(tty, "\u00e9");
    tty_wait(tty, "\u00e9clair");
    tty_type(tty, "\t\t");
    expect_line(tty, "\u00e9l\u00e8ve");
    tty_type(tty, "\n");
    tty_wait(tty, "got [\u00e9l\u00e8ve]");
    standin_quit(tty);
}

static void a_word_in_the_middle_leaves_what_is_behind_it(void **state)
{
    struct tty *tty = line_start(*state, false);
    tty_type(tty, "g end\001\006\t");
    expect_line(tty, "gamma  end");
    tty_type(tty, "\n");
    tty_wait(tty, "got [gamma  end]");
    standin_quit(tty);
}

static void where_nothing_goes_on_tab_does_nothing(void **state)
{
    struct tty *tty = line_start(*state, false);
    tty_type(tty, "zz\t");
    tty_send(tty, "\033[Z", 3);
    tty_type(tty, "y\n");
    tty_wait(tty, "got [zzy]");
    standin_quit(tty);
}

static void a_resize_keeps_the_choices(void **state)
{
    struct tty *tty = line_start(*state, false);
    tty_type(tty, "a\t");
    tty_wait(tty, "choices alpha  alphabet");
    tty_resize(tty, 60, 20);
    tty_wait(tty, "stand-in 60x20");
    tty_wait(tty, "choices alpha  alphabet");
    tty_type(tty, "\t\n");
    tty_wait(tty, "got [alpha]");
    standin_quit(tty);
}

/* ---- keys outside a line that wait ------------------------------------------------------------------------ */

static void keys_that_wait_are_shown_with_what_can_follow(void **state)
{
    const char *environment[] = {"STANDIN_BIND=all y c where\tall y l desk", NULL};
    struct tty *tty = standin_start(*state, (struct tty_options){.environment = environment});
    tty_type(tty, "y");
    tty_wait(tty, "y: c where, l desk; Esc takes it back");
    tty_send(tty, "\033", 1);
    tty_wait_gone(tty, "takes it back");
    tty_type(tty, "4y");
    tty_wait(tty, "4 y: c where");
    tty_type(tty, "l");
    tty_wait(tty, "last: desk 4");
    tty_type(tty, "yj");
    tty_wait(tty, "y j does nothing on this screen");
    assert_true(tty_shows(tty, "> row 0"));
    standin_quit(tty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(lines_come_back_with_the_arrows),
        TEST_CASE(only_lines_that_begin_as_this_one_come_back),
        TEST_CASE(a_line_that_came_back_is_edited_on_and_begins_a_new_search),
        TEST_CASE(each_kind_of_line_has_its_own_lines_before_it),
        TEST_CASE(vi_goes_through_them_with_its_own_keys),
        TEST_CASE(a_word_that_can_be_only_one_is_put_in_whole),
        TEST_CASE(several_choices_are_shown_and_gone_through),
        TEST_CASE(choices_share_whole_characters_only),
        TEST_CASE(a_word_in_the_middle_leaves_what_is_behind_it),
        TEST_CASE(where_nothing_goes_on_tab_does_nothing),
        TEST_CASE(a_resize_keeps_the_choices),
        TEST_CASE(keys_that_wait_are_shown_with_what_can_follow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
