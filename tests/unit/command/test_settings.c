/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Options and the file that sets them. */
#include "support/test.h"

#include <minutebook/command.h>

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static struct program program;
static char folder[] = "/tmp/minutebook-settings-XXXXXX";

static struct settings *fresh(void **state)
{
    program = (struct program){0};
    return settings_new(*state, &program);
}

static char *file_write(void **state, const char *name, const char *text)
{
    char *path = mem_printf(*state, "%s/%s", folder, name);
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
    return path;
}

static void accept(void **state, struct settings *settings, enum command_id command, const char *line)
{
    struct err err;
    char *said;
    if (settings_do(*state, settings, command, line, &said, &err) != STATUS_OK)
        fail_msg("%s: %s", line, err.text);
}

static void refuse(void **state, struct settings *settings, enum command_id command, const char *line, const char *reason)
{
    struct err err;
    char *said;
    if (settings_do(*state, settings, command, line, &said, &err) != STATUS_USAGE)
        fail_msg("%s: was taken", line);
    if (!strstr(err.text, reason))
        fail_msg("%s: \"%s\" does not say \"%s\"", line, err.text, reason);
}

static struct strings complaints(void **state, struct settings *settings)
{
    struct strings list;
    settings_complaints(*state, settings, &list);
    return list;
}

static void an_option_is_set_and_says_what_it_is(void **state)
{
    struct settings *settings = fresh(state);
    struct err err;
    char *said;
    assert_int_equal(program.history, 1000);
    accept(state, settings, CMD_OPTION, "ascii = on");
    assert_true(program.ascii);
    accept(state, settings, CMD_OPTION, "ascii=off");
    assert_false(program.ascii);
    accept(state, settings, CMD_OPTION, "hints off");
    assert_true(program.hints_hidden);
    accept(state, settings, CMD_OPTION, "color = never");
    assert_int_equal(program.color, COLOR_NEVER);
    accept(state, settings, CMD_OPTION, "escape-delay = 25");
    assert_int_equal(program.escape_delay, 25);
    assert_int_equal(settings_do(*state, settings, CMD_OPTION, "color", &said, &err), STATUS_OK);
    assert_true(text_starts(said, "color is never"));
}

static void a_value_that_is_none_is_refused_with_those_that_are(void **state)
{
    struct settings *settings = fresh(state);
    refuse(state, settings, CMD_OPTION, "ascii = maybe", "on or off");
    refuse(state, settings, CMD_OPTION, "color = red", "auto, always or never");
    refuse(state, settings, CMD_OPTION, "escape-delay = 1001", "a number from 0 to 1000");
    refuse(state, settings, CMD_OPTION, "escape-delay = -1", "a number from 0 to 1000");
    refuse(state, settings, CMD_OPTION, "escape-delay = 5x", "a number from 0 to 1000");
    refuse(state, settings, CMD_OPTION, "escape-delay =", "a number from 0 to 1000");
    refuse(state, settings, CMD_OPTION, "colour = auto", "no option \"colour\"");
    refuse(state, settings, CMD_OPTION, "", "NAME = VALUE");
    assert_int_equal(program.escape_delay, 50);
}

static void read_only_is_not_left_in_the_same_run(void **state)
{
    struct settings *settings = fresh(state);
    accept(state, settings, CMD_OPTION, "read-only = on");
    refuse(state, settings, CMD_OPTION, "read-only = off", "stays on");
    assert_true(program.read_only);
}

static void a_key_is_bound_by_a_line(void **state)
{
    struct settings *settings = fresh(state);
    struct key_state typed = {0};
    accept(state, settings, CMD_BIND, "all gg last");
    accept(state, settings, CMD_BIND, "desk  y c   find  two  words ");
    (void)key_feed(&typed, settings_keymap(settings), CONTEXT_HELP, 'g');
    assert_int_equal(key_feed(&typed, settings_keymap(settings), CONTEXT_HELP, 'g').command, CMD_LAST);
    (void)key_feed(&typed, settings_keymap(settings), CONTEXT_DESK, 'y');
    struct key_result result = key_feed(&typed, settings_keymap(settings), CONTEXT_DESK, 'c');
    assert_int_equal(result.command, CMD_FIND);
    assert_string_equal(result.arguments, "two  words");
    accept(state, settings, CMD_BIND, "all q none");
    assert_int_equal(key_feed(&typed, settings_keymap(settings), CONTEXT_DESK, 'q').command, CMD_NONE);
    accept(state, settings, CMD_BIND, "all # quit"); /* a comment only begins a line */
    assert_int_equal(key_feed(&typed, settings_keymap(settings), CONTEXT_DESK, '#').command, CMD_QUIT);
}

static void a_line_that_binds_nothing_says_what_is_wrong(void **state)
{
    struct settings *settings = fresh(state);
    refuse(state, settings, CMD_BIND, "", "SCREEN KEY COMMAND");
    refuse(state, settings, CMD_BIND, "desks j down", "no screen \"desks\"");
    refuse(state, settings, CMD_BIND, "all", "a key and a command");
    refuse(state, settings, CMD_BIND, "all j", "a key and a command");
    refuse(state, settings, CMD_BIND, "all j dawn", "no command \"dawn\"");
    refuse(state, settings, CMD_BIND, "all abcdef down", "\"abcdef\" is no key");
    refuse(state, settings, CMD_BIND, "desk j older", "older does nothing on that screen");
    refuse(state, settings, CMD_BIND, "all j<Esc> down", "Esc");
}

static void a_file_is_read_to_its_end_whatever_is_wrong_in_it(void **state)
{
    struct settings *settings = fresh(state);
    program.config_path = file_write(state, "config",
                                     "\xEF\xBB\xBF# ours\r\nset ascii = on\r\nfrobnicate\n\n  set nothing = 1\n"
                                     "bind all gg first\nset plain=on");
    settings_start(settings);
    struct strings said = complaints(state, settings);
    assert_true(program.ascii && program.plain);
    assert_int_equal(said.n, 2);
    assert_string_equal(said.at[0], mem_printf(*state, "%s/config:3: \"frobnicate\" is neither set, bind nor source", folder));
    assert_non_null(strstr(said.at[1], "/config:5: no option \"nothing\""));
    assert_int_equal(complaints(state, settings).n, 0); /* they are told once */
}

static void the_command_line_wins_over_the_file_and_the_member_over_both(void **state)
{
    program = (struct program){.plain = true, .color_given = true};
    struct settings *settings = settings_new(*state, &program);
    program.config_path = file_write(state, "weaker", "set plain = off\nset color = never\nset ascii = on\n");
    settings_start(settings);
    assert_int_equal(complaints(state, settings).n, 0);
    assert_true(program.plain && program.ascii);
    assert_int_equal(program.color, COLOR_AUTO);
    accept(state, settings, CMD_OPTION, "plain = off");
    assert_false(program.plain);
}

static void a_file_that_sources_itself_comes_to_an_end(void **state)
{
    struct settings *settings = fresh(state);
    file_write(state, "one", "source two\nsource two\nset ascii = on\n");
    file_write(state, "two", "source one\nsource one\n");
    accept(state, settings, CMD_SOURCE, mem_printf(*state, "'%s/one'", folder));
    assert_true(program.ascii);
    struct strings said = complaints(state, settings);
    assert_true(said.n > 0 && said.n <= 100);
    assert_non_null(strstr(said.at[0], "source one another"));
}

static void what_is_no_small_file_is_not_read(void **state)
{
    struct settings *settings = fresh(state);
    char *pipe_path = mem_printf(*state, "%s/pipe", folder), *large = mem_printf(*state, "%s/large", folder);
    assert_int_equal(mkfifo(pipe_path, 0600), 0);
    int fd = open(large, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    assert_int_equal(ftruncate(fd, 300 << 10), 0);
    close(fd);
    refuse(state, settings, CMD_SOURCE, pipe_path, "is no file");
    refuse(state, settings, CMD_SOURCE, large, "longer than 256 KB");
    refuse(state, settings, CMD_SOURCE, folder, "is no file");
    refuse(state, settings, CMD_SOURCE, "/nowhere/at/all", "No such file");
    refuse(state, settings, CMD_SOURCE, "a b", "one file");
    program.config_path = large;
    settings_start(settings);
    assert_int_equal(complaints(state, settings).n, 1);
}

static void the_own_file_lies_in_the_config_folder_and_may_be_missing(void **state)
{
    struct settings *settings = fresh(state);
    setenv("XDG_CONFIG_HOME", folder, 1);
    settings_start(settings);
    assert_int_equal(complaints(state, settings).n, 0);
    assert_int_equal(mkdir(mem_printf(*state, "%s/minutebook", folder), 0700), 0);
    file_write(state, "minutebook/config", "set ascii = on\n");
    settings_start(settings);
    assert_true(program.ascii);
    unsetenv("XDG_CONFIG_HOME");
}

/* What is printed for the member to copy from says what the program does: read as a file it changes nothing. */
static void the_printed_file_is_what_the_program_starts_with(void **state)
{
    char *text = config_text(*state);
    for (char *at = text; at; at = strchr(at, '\n') ? strchr(at, '\n') + 1 : NULL)
        if (strncmp(at, "# set ", 6) == 0 || strncmp(at, "# bind ", 7) == 0)
            at[0] = at[1] = ' ';
    struct settings *settings = fresh(state);
    struct program before = program;
    program.config_path = file_write(state, "printed", text);
    settings_start(settings);
    struct strings said = complaints(state, settings);
    if (said.n)
        fail_msg("%s", said.at[0]);
    const struct setting *setting;
    for (size_t i = 0; (setting = setting_at(i)) != NULL; i++)
        assert_string_equal(settings_value(*state, settings, setting), setting->initial);
    assert_int_equal(program.history, before.history);
    struct keymap *map = keymap_new(*state);
    for (unsigned context = 1; context <= CONTEXT_ALL; context <<= 1)
        for (size_t i = 0; i < CMD_COUNT; i++)
            assert_string_equal(keymap_keys(*state, settings_keymap(settings), (enum command_id)i, context),
                                keymap_keys(*state, map, (enum command_id)i, context));
    for (size_t i = 0; i < CMD_COUNT; i++)
        assert_non_null(strstr(text, command_get((enum command_id)i)->help));
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int leave_folder(void **state)
{
    (void)state;
    static const char *const names[] = {"config", "weaker", "one", "two", "pipe", "large", "printed",
                                        "minutebook/config", "minutebook", ""};
    for (size_t i = 0; i < MB_LENGTH(names); i++) {
        char *path = mem_printf(NULL, "%s/%s", folder, names[i]);
        remove(path);
        talloc_free(path);
    }
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(an_option_is_set_and_says_what_it_is),
        TEST_CASE(a_value_that_is_none_is_refused_with_those_that_are),
        TEST_CASE(read_only_is_not_left_in_the_same_run),
        TEST_CASE(a_key_is_bound_by_a_line),
        TEST_CASE(a_line_that_binds_nothing_says_what_is_wrong),
        TEST_CASE(a_file_is_read_to_its_end_whatever_is_wrong_in_it),
        TEST_CASE(the_command_line_wins_over_the_file_and_the_member_over_both),
        TEST_CASE(a_file_that_sources_itself_comes_to_an_end),
        TEST_CASE(what_is_no_small_file_is_not_read),
        TEST_CASE(the_own_file_lies_in_the_config_folder_and_may_be_missing),
        TEST_CASE(the_printed_file_is_what_the_program_starts_with),
    };
    return cmocka_run_group_tests(tests, make_folder, leave_folder);
}
