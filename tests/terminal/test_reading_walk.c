/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A second walk with the real program at three sizes: from no papers over a look at a folder to reading two
 * texts beside each other, searching in them, asking for help and for papers to get, and entering a meeting. */
#include "terminal/papers.h"

#include <sys/stat.h>

static void type_line(struct tty *tty, const char *key, const char *line)
{
    tty_type(tty, key);
    tty_settle(tty);
    tty_type(tty, line);
    tty_type(tty, "\n");
}

static void import_a_folder_after_a_look(struct tty *tty, const char *papers)
{
    tty_wait(tty, "No papers yet");
    tty_type(tty, "1");
    tty_wait(tty, "import:");
    tty_type(tty, papers);
    tty_type(tty, "\n");
    tty_wait(tty, "2 papers I can read.");
    tty_type(tty, "\n");
    tty_wait(tty, "2 papers read, 1 meeting.");
    tty_type(tty, "q");
    tty_wait(tty, "12 Jun 2024");
}

static void read_two_texts(struct tty *tty, bool wide)
{
    tty_press_until_here(tty, "j", "12 Jun 2024");
    tty_type(tty, "\n");
    tty_wait(tty, "item 5 of"); /* the first that is not routine */
    tty_press_until_here(tty, "k", "Flooding of");
    if (wide) {
        tty_type(tty, "P");
        tty_wait(tty, "details: P");
        tty_wait(tty, "Drainage Engineer said"); /* the minute */
        tty_wait(tty, "Days under water"); /* the report */
        tty_type(tty, "P");
        tty_wait_gone(tty, "details: P");
    }
    tty_type(tty, "\t");
    tty_wait(tty, "Cut off on the council");
    tty_type(tty, "F");
    tty_wait(tty, "open the meeting on");
}

static void search_in_the_text(struct tty *tty)
{
    tty_type(tty, "/");
    tty_settle(tty);
    tty_type(tty, "footpa");
    tty_wait(tty, "/footpa"); /* else Esc is Alt with the key behind it */
    tty_wait(tty, "Enter stays there"); /* found before the line is ended */
    tty_type(tty, "\033");
    tty_wait_gone(tty, "/footpa");
    type_line(tty, "/", "footpaths");
    tty_wait(tty, "1 of");
    tty_type(tty, "n");
    tty_wait(tty, "again");
    type_line(tty, "/", "zeppelin");
    tty_wait(tty, "is not found");
}

static void ask_for_help_and_what_was_said(struct tty *tty)
{
    tty_type(tty, "?");
    tty_wait(tty, "keys of this screen");
    type_line(tty, "/", "suspend");
    tty_wait(tty, "all keys and words");
    tty_press_until_here(tty, "n", "suspend");
    tty_type(tty, "q");
    tty_wait_gone(tty, "keys and words");
    type_line(tty, ":", "messages");
    tty_wait(tty, "Messages");
    tty_wait(tty, "is not found in");
    tty_type(tty, "q");
    tty_wait_gone(tty, "Messages");
}

static void look_what_is_to_get(struct tty *tty)
{
    tty_type(tty, "T");
    tty_wait(tty, "Minutes cut off on the council");
    tty_wait(tty, "1 of 1");
    tty_type(tty, "d");
    tty_wait(tty, "u undoes");
    tty_type(tty, "G");
    tty_wait(tty, "> not needed");
    tty_type(tty, "u");
    tty_wait_gone(tty, "> not needed");
    tty_type(tty, "g\n");
    tty_wait(tty, "end of what is");
}

static void enter_a_meeting(struct tty *tty)
{
    type_line(tty, ":", "desk");
    tty_wait(tty, "Desk");
    type_line(tty, ":", "enter-meeting Environment and Travel Scrutiny Committee; 24 July; 2pm");
    tty_wait(tty, "entered:");
    tty_type(tty, "M");
    tty_wait(tty, "24 Jul 2024");
    tty_press_until_here(tty, "k", "24 Jul 2024");
    tty_type(tty, "\n");
    tty_wait(tty, "No paper of this meeting");
    type_line(tty, ":", "withdraw-meeting");
    tty_wait_gone(tty, "No paper of this meeting");
    tty_wait_gone(tty, "24 Jul 2024");
}

static void walk_at(void *parent, int columns, int rows)
{
    char *folder = folder_new(parent), *papers = mem_printf(parent, "%s/papers", folder);
    assert_int_equal(mkdir(papers, 0700), 0);
    papers_write(papers, "");
    struct tty *tty = minutebook_start(parent, folder, (struct tty_options){.columns = columns, .rows = rows},
                                       WORDS("--as-at", "2024-06-20"));
    import_a_folder_after_a_look(tty, papers);
    read_two_texts(tty, columns >= 100);
    search_in_the_text(tty);
    ask_for_help_and_what_was_said(tty);
    look_what_is_to_get(tty);
    enter_a_meeting(tty);
    tty_type(tty, "Q");
    assert_int_equal(tty_exit(tty), 0);
    tty_expect_restored(tty);
}

static void the_walk_on_a_wide_terminal(void **state)
{
    walk_at(*state, 120, 36);
}

static void the_walk_on_a_usual_terminal(void **state)
{
    walk_at(*state, 80, 24);
}

static void the_walk_on_a_small_terminal(void **state)
{
    walk_at(*state, 40, 12);
}

/* ---- along a table that is wider than its pane ------------------------------------------------------------------- */

/* The pack with a table of more years than there is room for. */
static void write_wide_pack(void *parent, const char *papers)
{
    static const char narrow[] = "Footpath\tJanuary\tFebruary\nWeir Lane\t2\t9\nTanner's Walk\t0\t8\n";
    char text[1 << 16];
    papers_write(papers, "");
    char *path = mem_printf(parent, "%s/pack.txt", papers);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t n = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[n] = '\0';
    const char *table = strstr(text, narrow);
    assert_non_null(table);
    assert_non_null(file = fopen(path, "w"));
    fprintf(file, "%.*sFootpath", (int)(table - text), text);
    for (int row = 0; row < 3; row++) {
        static const char *const names[] = {"", "\nWeir Lane", "\nTanner's Walk"};
        fputs(names[row], file);
        for (int year = 2004; year < 2024; year++)
            fprintf(file, "\t%d", row ? row * 100 + year % 100 : year);
    }
    fprintf(file, "\n%s", table + strlen(narrow));
    assert_int_equal(fclose(file), 0);
}

static void along_a_wide_table(void *parent, int columns, int rows)
{
    char *folder = folder_new(parent), *papers = mem_printf(parent, "%s/papers", folder);
    assert_int_equal(mkdir(papers, 0700), 0);
    write_wide_pack(parent, papers);
    struct tty *tty = minutebook_start(parent, folder, (struct tty_options){.columns = columns, .rows = rows},
                                       WORDS("--as-at", "2024-06-20"));
    import_a_folder_after_a_look(tty, papers);
    tty_press_until_here(tty, "j", "12 Jun 2024");
    tty_type(tty, "\n");
    tty_wait(tty, "item 5 of");
    tty_press_until_here(tty, "k", "Flooding of");
    tty_type(tty, "\tp");
    type_line(tty, "/", "Weir Lane");
    tty_wait(tty, "more");
    tty_wait(tty, "104");
    tty_type(tty, ")");
    tty_wait(tty, "\xE2\x80\xB9 1");
    tty_wait_gone(tty, "104");
    tty_wait(tty, "Tanner's"); /* the first column stays */
    tty_send(tty, "\033[1;2C", 6); /* Shift-Right */
    tty_wait(tty, "\xE2\x80\xB9 2");
    tty_send(tty, "\033[1;2D", 6);
    tty_wait(tty, "\xE2\x80\xB9 1");
    tty_type(tty, "(");
    tty_wait(tty, "104");
    tty_type(tty, "20)");
    tty_wait(tty, "223");
    tty_type(tty, "-");
    tty_press_until_here(tty, "-", "Background");
    tty_press_until_here(tty, ";", "Days under water");
    tty_type(tty, "Q");
    assert_int_equal(tty_exit(tty), 0);
}

static void the_walk_along_a_wide_table(void **state)
{
    along_a_wide_table(*state, 80, 24);
    along_a_wide_table(*state, 40, 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(the_walk_on_a_wide_terminal),
        TEST_CASE(the_walk_on_a_usual_terminal),
        TEST_CASE(the_walk_on_a_small_terminal),
        TEST_CASE(the_walk_along_a_wide_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
