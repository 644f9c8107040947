/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The typed line in the real program: every prompt takes every letter as text and survives a resize, what was
 * typed comes back after a restart, Tab completes, and the member's file is read. */
#include "terminal/papers.h"

#include <sys/stat.h>

static const struct {
    const char *keys, *prefix; /* how the prompt is opened on the Desk of two papers, and what stands before the line */
} prompts[] = {
    {"f", "find: "}, {":", ":"}, {"/", "/"}, {"a", "add: "}, {":import\n", "import: "}, {":join\n", "join with: "},
    {":details\n", "details: "}, {":enter-meeting\n", "enter meeting: "}, {":site\n", "site: "},
    {":committees\nm", "one committee with: "}, /* the last: it leads away from the Desk */
};

static char *folder_with_papers(void **state)
{
    char *folder = folder_new(*state);
    papers_write(folder, "");
    minutebook_run(*state, folder, 0, WORDS("import", mem_printf(*state, "%s/pack.txt", folder),
                                            mem_printf(*state, "%s/page.txt", folder)));
    return folder;
}

static struct tty *desk_start(void **state, const char *folder, struct tty_options options)
{
    struct tty *tty = minutebook_start(*state, folder, options, WORDS("--as-at", "2024-06-20"));
    tty_wait(tty, "Desk");
    return tty;
}

static void quit(struct tty *tty)
{
    tty_type(tty, "Q");
    assert_int_equal(tty_exit(tty), 0);
    tty_expect_restored(tty);
}

static void open_prompt(struct tty *tty, size_t i)
{
    tty_type(tty, "G"); /* the last row is a meeting */
    tty_settle(tty);
    for (const char *at = prompts[i].keys; *at; at++) { /* ":import" and Enter: the prompt follows */
        char key[2] = {*at, '\0'};
        tty_type(tty, key);
        if (*at == ':')
            tty_wait(tty, ":");
    }
    if (prompts[i].prefix[1])
        tty_wait(tty, mem_strndup(tty, prompts[i].prefix, strlen(prompts[i].prefix) - 1));
    tty_settle(tty);
}

/* bugs of others: a letter typed in a prompt moves the list (htop 34) */
static void every_letter_is_text_in_every_prompt(void **state)
{
    char *folder = folder_with_papers(state);
    struct tty *tty = desk_start(state, folder, (struct tty_options){.columns = 130, .rows = 30});
    for (size_t i = 0; i < MB_LENGTH(prompts); i++) {
        char all[96] = "";
        for (int c = '!'; c < 127; c++)
            all[c - '!'] = (char)c;
        open_prompt(tty, i);
        tty_type(tty, "\025"); /* what the line begins with */
        tty_type(tty, all);
        tty_wait(tty, mem_printf(tty, "%s%s", prompts[i].prefix, all));
        tty_send(tty, "\033", 1); /* alone, at once */
        tty_wait_gone(tty, all);
    }
    quit(tty);
}

/* bugs of others: prompt not redrawn on resize (calcurse 145) */
static void every_prompt_keeps_its_line_through_a_resize(void **state)
{
    static const int sizes[][2] = {{40, 12}, {3, 2}, {1, 1}, {20, 5}, {100, 30}};
    char *folder = folder_with_papers(state);
    for (size_t i = 0; i < MB_LENGTH(prompts); i++) {
        struct tty *tty = desk_start(state, folder, (struct tty_options){.columns = 100, .rows = 24});
        open_prompt(tty, i);
        tty_type(tty, "\025kept");
        tty_wait(tty, "kept");
        tty_resize_through(tty, sizes, MB_LENGTH(sizes), true);
        tty_wait(tty, mem_printf(tty, "%skept", prompts[i].prefix));
        tty_wait_cursor(tty, 1 + (int)strlen(prompts[i].prefix) + 4, 29);
        tty_type(tty, "\003");
        tty_wait_gone(tty, "kept");
        quit(tty);
    }
}

/* bugs of others: history loses upper case (k9s 3849) */
static void what_was_typed_comes_back_after_a_restart(void **state)
{
    char *folder = folder_with_papers(state);
    struct tty *tty = desk_start(state, folder, (struct tty_options){0});
    tty_type(tty, "f");
    tty_wait(tty, "find:");
    tty_type(tty, "Transport \u2013 CAF\u00c9\n");
    tty_wait(tty, "Find > Transport");
    tty_type(tty, "f");
    tty_wait(tty, "find:");
    tty_type(tty, "tokens\n");
    tty_wait(tty, "Find > tokens");
    tty_type(tty, "Q");
    assert_int_equal(tty_exit(tty), 0);
    tty = desk_start(state, folder, (struct tty_options){0});
    tty_type(tty, "f");
    tty_wait(tty, "find:");
    tty_key(tty, VTERM_KEY_UP);
    tty_wait(tty, "find: tokens");
    tty_type(tty, "\025T\022");
    tty_wait(tty, "find: Transport \u2013 CAF\u00c9");
    tty_type(tty, "\003");
    quit(tty);
}

static void a_store_that_is_only_read_keeps_lines_for_this_run(void **state)
{
    char *folder = folder_with_papers(state);
    for (int run = 0; run < 2; run++) {
        struct tty *tty = minutebook_start(*state, folder, (struct tty_options){0},
                                           WORDS("--as-at", "2024-06-20", "--read-only"));
        tty_wait(tty, "Desk");
        tty_type(tty, "f");
        tty_wait(tty, "find:");
        if (run == 0) {
            tty_type(tty, "tokens\n");
            tty_wait(tty, "Find > tokens");
            tty_settle(tty);
            assert_false(tty_shows(tty, "nothing was changed"));
            tty_type(tty, ":desk\n");
            tty_wait(tty, "1 meeting, 2 papers");
            tty_type(tty, "f");
            tty_wait(tty, "find:");
            tty_key(tty, VTERM_KEY_UP);
            tty_wait(tty, "find: tokens");
        } else {
            tty_key(tty, VTERM_KEY_UP);
            tty_settle(tty);
            assert_false(tty_shows(tty, "find: tokens"));
        }
        tty_type(tty, "\003");
        quit(tty);
    }
}

static void a_pasted_line_does_not_run_by_itself(void **state)
{
    char *folder = folder_with_papers(state);
    struct tty *tty = desk_start(state, folder, (struct tty_options){0});
    tty_type(tty, ":");
    tty_wait(tty, ":");
    tty_paste(tty, "quit\rquit\n");
    tty_wait(tty, ":quit quit");
    tty_type(tty, "\003");
    tty_wait_gone(tty, ":quit quit");
    quit(tty);
}

static void tab_completes_a_path_and_the_paper_is_read(void **state)
{
    char *folder = folder_new(*state);
    papers_write(folder, "");
    struct tty *tty = desk_start(state, folder, (struct tty_options){.columns = 130});
    tty_type(tty, ":impo\t");
    tty_wait(tty, ":import");
    tty_type(tty, mem_printf(tty, "%s/p\t", folder));
    tty_wait(tty, "pack.txt  page.txt");
    tty_type(tty, "\t");
    tty_wait(tty, "/pack.txt");
    tty_type(tty, "\n");
    tty_wait(tty, "Import");
    quit(tty);
}

static void the_members_file_is_read_and_its_faults_are_told(void **state)
{
    char *folder = folder_with_papers(state), *config = mem_printf(*state, "%s/minutebook", folder);
    assert_int_equal(mkdir(config, 0700), 0);
    FILE *file = fopen(mem_printf(*state, "%s/config", config), "we");
    assert_non_null(file);
    fputs("# mine\nset hints = off\nbind all gm meetings\nfrobnicate\n", file);
    assert_int_equal(fclose(file), 0);
    const char *environment[] = {mem_printf(*state, "XDG_CONFIG_HOME=%s", folder), NULL};
    struct tty *tty = desk_start(state, folder, (struct tty_options){.columns = 400, .environment = environment}); /* the complaint names a path: on one line */
    tty_wait(tty, "config:4:");
    tty_wait(tty, "\"frobnicate\" is neither set, bind nor source");
    tty_type(tty, "g");
    tty_wait(tty, "g: m meetings");
    tty_type(tty, "m");
    tty_wait(tty, "Meetings");
    tty_type(tty, ":set colo\t= nev\t\n");
    tty_wait(tty, "color is never");
    tty_settle(tty);
    assert_false(tty_has_colors(tty));
    quit(tty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(every_letter_is_text_in_every_prompt),
        TEST_CASE(every_prompt_keeps_its_line_through_a_resize),
        TEST_CASE(what_was_typed_comes_back_after_a_restart),
        TEST_CASE(a_store_that_is_only_read_keeps_lines_for_this_run),
        TEST_CASE(a_pasted_line_does_not_run_by_itself),
        TEST_CASE(tab_completes_a_path_and_the_paper_is_read),
        TEST_CASE(the_members_file_is_read_and_its_faults_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
