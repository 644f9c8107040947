/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers that try to command the terminal: escape sequences, C1 controls, bidi and zero-width
 * characters in every field. All screens and all subcommands are visited, and every byte the program
 * writes is looked through: none of the papers' controls is among them, on a terminal or in a pipe. */
#include "terminal/papers.h"

/* What each ¤ of the papers becomes. The letters after a control would show if it were obeyed. */
#define PAYLOAD                                                                                             \
    "\033[5;6zE\033]0;title\007\033]52;c;ZXZpbA==\007\033Pq\007\x7F\x01"                                     \
    "\xC2\x9B" "7;8zC\xC2\x9D" "0;t\xC2\x9C\xC2\x90q\xC2\x85" /* CSI, OSC, ST, DCS, NEL as UTF-8 */         \
    "\xE2\x80\xAE\xE2\x81\xA6\xE2\x80\x8F\xE2\x80\x8B\xE2\x80\x8D\xEF\xBB\xBF\xC2\xAD" /* bidi, zero width */

/* None of these is ever written: what only the papers can have brought. */
static const struct {
    const char *name, *bytes;
} forbidden[] = {
    {"CSI of the paper", "\033[5;6z"}, {"OSC 0", "\033]0;"},     {"OSC 52", "\033]52"},
    {"DCS", "\033P"},                  {"DEL", "\x7F"},          {"SOH", "\x01"},
    {"CSI U+009B", "\xC2\x9B"},        {"OSC U+009D", "\xC2\x9D"}, {"ST U+009C", "\xC2\x9C"},
    {"DCS U+0090", "\xC2\x90"},        {"NEL U+0085", "\xC2\x85"}, {"RLO", "\xE2\x80\xAE"},
    {"LRI", "\xE2\x81\xA6"},           {"RLM", "\xE2\x80\x8F"},   {"ZWSP", "\xE2\x80\x8B"},
    {"ZWJ", "\xE2\x80\x8D"},           {"BOM", "\xEF\xBB\xBF"},   {"SHY", "\xC2\xAD"},
    {"BEL", "\007"},
};

static void expect_clean(struct tty *tty, const char *where)
{
    for (size_t i = 0; i < MB_LENGTH(forbidden); i++)
        if (tty_raw_has(tty, forbidden[i].bytes, strlen(forbidden[i].bytes)))
            fail_msg("%s: %s reached the terminal", where, forbidden[i].name);
}

/* A store with the hostile papers in it. */
static char *hostile_store(void *parent)
{
    char *folder = folder_new(parent);
    papers_write(folder, PAYLOAD);
    struct tty *tty = minutebook_run(parent, folder, 0, WORDS("import", mem_printf(parent, "%s/pack.txt", folder),
                                                              mem_printf(parent, "%s/page.txt", folder)));
    expect_clean(tty, "import");
    return folder;
}

/* ---- screens --------------------------------------------------------------------------------------- */

static void type_and_look(struct tty *tty, const char *keys)
{
    tty_type(tty, keys);
    tty_settle(tty);
    expect_clean(tty, keys);
}

/* Every item, every text of it, to its end; then the reasons. */
static void visit_meeting(struct tty *tty)
{
    for (int item = 0; item < 8; item++) {
        for (int text = 0; text < 3; text++)
            type_and_look(tty, "\tG\tGp");
        type_and_look(tty, "]");
    }
    type_and_look(tty, "I");
    type_and_look(tty, "h");
}

static void no_screen_lets_a_control_character_through(void **state)
{
    const char *no_color[] = {"NO_COLOR=1", NULL};
    static const struct tty_options sizes[] = {{.columns = 140, .rows = 45}, {.columns = 50, .rows = 14}};
    char *folder = hostile_store(*state);
    for (size_t i = 0; i < MB_LENGTH(sizes); i++) {
        struct tty_options options = sizes[i];
        options.environment = no_color;
        struct tty *tty = minutebook_start(*state, folder, options, WORDS("--as-at", "2024-06-20"));
        tty_wait(tty, "Desk");
        type_and_look(tty, "M");
        tty_wait(tty, "^[[5;6z");
        type_and_look(tty, "G\n");
        visit_meeting(tty);
        tty_wait(tty, "<9B>7;8zC");
        type_and_look(tty, "W");
        type_and_look(tty, "G\tG");
        tty_type(tty, "f");
        tty_wait(tty, "find:");
        type_and_look(tty, "footpaths\n");
        type_and_look(tty, "G\tG\n");
        tty_type(tty, "a");
        tty_wait(tty, "add");
        tty_paste(tty, "a " PAYLOAD " b");
        tty_type(tty, "\026\005\026\001\n"); /* and quoted ones, typed on purpose */
        tty_wait(tty, "undoes");
        type_and_look(tty, "A");
        type_and_look(tty, "H");
        type_and_look(tty, "?");
        type_and_look(tty, "Q");
        assert_int_equal(tty_exit(tty), 0);
        expect_clean(tty, "the end");
        tty_expect_restored(tty);
    }
}

/* ---- subcommands ------------------------------------------------------------------------------------ */

static void no_subcommand_lets_a_control_character_through(void **state)
{
    char *folder = hostile_store(*state);
    char *page = mem_printf(*state, "%s/page.txt", folder), *pack = mem_printf(*state, "%s/pack.txt", folder);
    const char *const *const calls[] = {
        WORDS("meetings"), WORDS("meetings", "--format", "json"), WORDS("meetings", "--format", "csv"),
        WORDS("show", "last"), WORDS("show", "last/5"), WORDS("show", "last", "--format", "json"),
        WORDS("programme"), WORDS("programme", "--format", "json"),
        WORDS("action", "add", "last/6", "Chairman" PAYLOAD " > " PAYLOAD ": figures" PAYLOAD),
        WORDS("actions"), WORDS("actions", "--format", "json"), WORDS("actions", "--format", "csv"),
        WORDS("search", "footpaths"), WORDS("search", "footpaths", "--format", "json"),
        WORDS("export", "meetings"), WORDS("export", "programme"), WORDS("export", "actions", "--format", "tsv"),
        WORDS("import", page, pack), WORDS("import", "--dry-run", page, pack),
        WORDS("import", "--dry-run", "--format", "json", page, pack), WORDS("undo"), WORDS("check")};
    for (size_t i = 0; i < MB_LENGTH(calls); i++) {
        struct tty *tty = minutebook_run(*state, folder, 0, calls[i]);
        expect_clean(tty, calls[i][0]);
    }
    struct tty *tty = minutebook_run(*state, folder, 2, WORDS("show", "nothing" PAYLOAD));
    expect_clean(tty, "an error about words of the call");
    tty = minutebook_run(*state, folder, 3, WORDS("import", mem_printf(*state, "%s/gone" PAYLOAD, folder)));
    expect_clean(tty, "an error about a file's name");
    char *another = folder_new(*state), *named = mem_printf(*state, "%s/paper" PAYLOAD ".txt", another);
    assert_int_equal(rename(page, named), 0);
    tty = minutebook_run(*state, another, 0, WORDS("import", named));
    expect_clean(tty, "a paper's name");
    tty = minutebook_run(*state, another, 0, WORDS("forget", named));
    expect_clean(tty, "a source's name");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(no_screen_lets_a_control_character_through),
        TEST_CASE(no_subcommand_lets_a_control_character_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
