/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Bugs that users of other terminal programs had to report, held against the real program where no other
 * test does. MODEL-BUGS.md beside this file lists them all, with the tests that hold each. */
#include "terminal/papers.h"

#include <minutebook/text.h>

#include <locale.h>
#include <time.h>

#define DAY "--as-at", "2024-06-20"
#define POINTS 60

/* A page of our own: a minute of sixty points, some of them wide, and a word that looks like a number. */
static void long_page_write(const char *path)
{
    static const char *const wide[] = {"\u6a4b\u306e\u70b9\u691c\u306b\u3064\u3044\u3066", "\U0001F6B2\U0001F6B2 cycles",
                                       "e\u0301te\u0301 and cafe\u0301", "plain words only"};
    FILE *out = fopen(path, "we");
    assert_non_null(out);
    fputs("Agenda and minutes\n\nBridges and Lanes Scrutiny Committee - Wednesday 5 June 2024 2.00 pm\n\n"
          "Venue: Assembly Room, Town Hall, Brackenford\n\nItems\nNo. Item\n\n",
          out);
    for (int item = 1; item <= 3; item++) {
        fprintf(out, "%d.\n\n%s %s\n\nMinutes:\n\n", item, wide[item - 1], item == 1 ? "of CB7A" : "of the lower road");
        for (int point = 1; point <= POINTS; point++)
            fprintf(out, "Point %d.%02d of the minute is about %s%s, and it goes on long enough to need more than one row of a narrow "
                         "window, so that a place in it can be lost.\n\n",
                    item, point, wide[point % 4], point == 37 ? " and CB7A" : "");
    }
    assert_int_equal(fclose(out), 0);
}

/* A folder with the papers, and a store that holds the long page, another meeting's and two follow-ups;
 * made once. */
static char *model;

static int model_up(void **state)
{
    (void)state;
    model = folder_new(NULL);
    char *page = mem_printf(model, "%s/long.txt", model);
    papers_write(model, "");
    long_page_write(page);
    minutebook_run(model, model, 0, WORDS("import", page, mem_printf(model, "%s/pack.txt", model)));
    minutebook_run(model, model, 0, WORDS(DAY, "action", "add", "Chairman > Members: lamps on the bridge; by 16 Nov"));
    minutebook_run(model, model, 0, WORDS(DAY, "action", "add", "Chairman > Members: a map of the lanes; by 17 Nov"));
    return 0;
}

static int model_down(void **state)
{
    (void)state;
    return talloc_free(model);
}

/* A folder with a copy of that store. */
static char *filled(void *parent)
{
    char piece[65536], *folder = folder_new(parent);
    FILE *from = fopen(mem_printf(parent, "%s/store", model), "re"), *to = fopen(mem_printf(parent, "%s/store", folder), "we");
    assert_true(from && to);
    for (size_t n; (n = fread(piece, 1, sizeof piece, from)) > 0;)
        assert_int_equal(fwrite(piece, 1, n, to), n);
    assert_int_equal(fclose(to), 0);
    fclose(from);
    return folder;
}

static struct tty *start(void *parent, const char *folder, struct tty_options options)
{
    struct tty *tty = minutebook_start(parent, folder, options, WORDS(DAY));
    tty_wait(tty, "Desk");
    return tty;
}

static void quit(struct tty *tty)
{
    tty_type(tty, "Q");
    assert_int_equal(tty_exit(tty), 0);
    tty_expect_restored(tty);
}

/* Wait until all keys so far are served and painted: behind them comes one that means nothing, and the
 * browser says so. Two such keys in turn, for the sentence of the last one may still be there. */
static void serve_all(struct tty *tty)
{
    static bool turn;
    int x, y;
    turn = !turn;
    const char *said = turn ? "X does nothing" : "Y does nothing";
    tty_type(tty, turn ? "X" : "Y");
    tty_wait(tty, said);
    while (tty_cursor(tty, &x, &y) && y >= tty_find(tty, said, NULL)) /* the last thing painted: it goes back to its row */
        tty_wait_output(tty);
}

/* Keys that ask for no line. */
static void press(struct tty *tty, const char *keys)
{
    tty_type(tty, keys);
    serve_all(tty);
}

static char *row_of_cursor(struct tty *tty)
{
    int x, y;
    assert_true(tty_cursor(tty, &x, &y));
    return tty_row(tty, y);
}

/* Down until the cursor's row holds NEEDLE. */
static void go_to(struct tty *tty, const char *needle)
{
    for (int i = 0; i < 30 && !strstr(row_of_cursor(tty), needle); i++)
        press(tty, "j");
    if (!strstr(row_of_cursor(tty), needle)) {
        tty_print(tty);
        fail_msg("the cursor never came to \"%s\"", needle);
    }
}

/* A new size, painted. */
static void resize(struct tty *tty, int columns, int rows)
{
    tty_resize(tty, columns, rows);
    tty_wait_output(tty);
    tty_settle(tty);
    serve_all(tty);
}

/* The text of the long page's item in the whole window, from its beginning. */
static void read_long_text(struct tty *tty)
{
    press(tty, "M");
    go_to(tty, "5 Jun 2024");
    press(tty, "\ng\tz");
    tty_wait(tty, "Point 1.01");
    tty_wait(tty, "CB7A");
}

/* The first point that begins on the screen. */
static char *first_point(struct tty *tty)
{
    int columns, rows;
    tty_size(tty, &columns, &rows);
    for (int row = 0; row < rows; row++) {
        char *text = tty_row(tty, row), *point = strstr(text, "Point ");
        if (point)
            return mem_strndup(tty, point, strlen("Point 1.01"));
    }
    tty_print(tty);
    fail_msg("no point is on the screen");
    return NULL;
}

/* ---- prompts: 2, 4, 13, 14 ---------------------------------------------------------------------------- */

/* Where each line is asked, by which keys, and what stands before it. */
static const struct {
    const char *screen, *seen, *keys, *prefix;
} prompts[] = {
    {"", "Desk", "f", "find:"},      {"", "Desk", ":", ":"},         {"M", "Meetings", "/", "/"},
    {"", "Desk", "a", "add:"},       {"A", "Actions", "=", "set:"},  {"M", "Meetings", "=", "details:"},
    {"", "Desk", ":import\n", "import:"},
};

static void open_prompt(struct tty *tty, size_t i)
{
    press(tty, prompts[i].screen);
    tty_wait(tty, prompts[i].seen);
    tty_type(tty, prompts[i].keys);
    tty_wait(tty, prompts[i].prefix);
}

/* What is typed may stand elsewhere, too: what is found is shown while it is typed. */
static int column_in_last_row(struct tty *tty, int height, const char *words)
{
    const char *row = tty_row(tty, height - 1), *at = strstr(row, words);
    if (!at)
        fail_msg("“%s” is not in the last row: %s", words, row);
    return text_width(row, (size_t)(at - row));
}

/* Bug 2 (calcurse 145) and 4 (neomutt 3238). */
static void every_prompt_keeps_its_line_and_cursor_through_a_resize(void **state)
{
    char *folder = filled(*state);
    for (size_t i = 0; i < MB_LENGTH(prompts); i++) {
        struct tty *tty = start(*state, folder, (struct tty_options){0});
        open_prompt(tty, i);
        tty_type(tty, "\005 keepX");
        tty_wait(tty, " keepX");
        tty_settle(tty); /* what is told of the words may have come before the line itself */
        tty_key(tty, VTERM_KEY_LEFT);
        static const int sizes[][2] = {{100, 30}, {60, 12}, {120, 40}};
        int column;
        column = column_in_last_row(tty, 24, " keepX");
        tty_wait_cursor(tty, column + 5, 23);
        for (size_t j = 0; j < MB_LENGTH(sizes); j++) {
            tty_resize(tty, sizes[j][0], sizes[j][1]);
            tty_wait_cursor(tty, column + 5, sizes[j][1] - 1);
            tty_settle(tty);
            assert_int_equal(column_in_last_row(tty, sizes[j][1], " keepX"), column);
            assert_non_null(strstr(tty_row(tty, sizes[j][1] - 1), prompts[i].prefix));
        }
        tty_type(tty, "\003");
        tty_wait_gone(tty, " keepX");
        quit(tty);
    }
}

/* Bug 13 (htop 34). */
static void every_letter_is_text_in_every_prompt(void **state)
{
    char *folder = filled(*state), letters[64] = "";
    for (int i = 0; i < 26; i++)
        letters[i] = (char)('a' + i), letters[26 + i] = (char)('A' + i);
    for (size_t i = 0; i < MB_LENGTH(prompts); i++) {
        struct tty *tty = start(*state, folder, (struct tty_options){.columns = 100});
        press(tty, prompts[i].screen);
        char *before = row_of_cursor(tty);
        open_prompt(tty, i);
        tty_type(tty, "\005\025"); /* the end, and nothing before it */
        tty_type(tty, letters);
        tty_wait(tty, letters);
        tty_type(tty, "\003");
        tty_wait_gone(tty, letters);
        serve_all(tty);
        assert_string_equal(row_of_cursor(tty), before);
        quit(tty);
    }
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Bug 14 (calcurse 217): without ESCDELAY curses itself would wait a second for the rest of a key. The best
 * of five counts, so that a busy machine does not. */
static void escape_alone_acts_without_a_seconds_wait(void **state)
{
    const char *environment[] = {"ESCDELAY", NULL}; /* putenv() of a bare name takes it away */
    char *folder = filled(*state);
    struct tty *tty = start(*state, folder, (struct tty_options){.environment = environment});
    int64_t best = INT64_MAX;
    for (int i = 0; i < 5; i++) {
        press(tty, "M");
        tty_wait(tty, " Meetings ");
        int64_t start_ms = now_ms();
        tty_send(tty, "\033", 1);
        tty_wait(tty, " Desk ");
        int64_t took = now_ms() - start_ms;
        best = took < best ? took : best;
    }
    assert_in_range(best, 0, 700);
    quit(tty);
}

/* ---- places: 3, 7, 8, 9, 19 ----------------------------------------------------------------------------- */

/* Bug 3 (neomutt 1931). */
static void one_step_from_tall_and_narrow_to_short_and_wide_leaves_no_gap(void **state)
{
    char *folder = filled(*state);
    struct tty *tty = start(*state, folder, (struct tty_options){.columns = 42, .rows = 70});
    read_long_text(tty);
    press(tty, "\004\004");
    char *place = first_point(tty);
    resize(tty, 140, 14);
    if (strcmp(first_point(tty), place) != 0)
        tty_print(tty);
    assert_string_equal(first_point(tty), place);
    int gap = 0, most = 0;
    for (int row = 0; row < 14; row++) {
        gap = *tty_row(tty, row) ? 0 : gap + 1;
        most = gap > most ? gap : most;
    }
    assert_in_range(most, 0, 1); /* one blank row between two points, no more */
    quit(tty);
}

/* Bug 8 (newsboat 2472), and 7 as far as it applies: a pane zoomed and back, the program suspended. */
static void the_place_in_a_text_survives_what_happens_beside_it(void **state)
{
    char *folder = filled(*state);
    struct tty *tty = start(*state, folder, (struct tty_options){.columns = 100, .rows = 30});
    read_long_text(tty);
    press(tty, "\004\004\004\004");
    char *place = first_point(tty);
    assert_string_not_equal(place, "Point 1.01");
    minutebook_run(*state, folder, 0, WORDS("import", mem_printf(*state, "%s/page.txt", model))); /* another program */
    press(tty, "R");
    assert_string_equal(first_point(tty), place);
    minutebook_run(*state, folder, 0, WORDS("import", "--again", mem_printf(*state, "%s/long.txt", model)));
    press(tty, "R");
    assert_string_equal(first_point(tty), place);
    press(tty, "?");
    tty_wait(tty, "keys");
    press(tty, "q");
    assert_string_equal(first_point(tty), place);
    press(tty, "A");
    tty_wait(tty, "Actions");
    press(tty, "q");
    assert_string_equal(first_point(tty), place);
    quit(tty);
}

/* Bug 9 (newsboat 1728). */
static void the_cursor_stays_on_its_follow_up_when_others_come_and_go(void **state)
{
    char *folder = filled(*state);
    struct tty *tty = start(*state, folder, (struct tty_options){0});
    press(tty, "A");
    tty_wait(tty, "a map of the lanes");
    go_to(tty, "a map of the lanes");
    minutebook_run(*state, folder, 0, WORDS(DAY, "action", "add", "Clerk > Members: keys of the hall; by 1 Nov")); /* above it */
    press(tty, "R");
    tty_wait(tty, "keys of the hall");
    assert_non_null(strstr(row_of_cursor(tty), "a map of the lanes"));
    tty_type(tty, "u");
    tty_wait_gone(tty, "keys of the hall");
    serve_all(tty);
    assert_non_null(strstr(row_of_cursor(tty), "a map of the lanes"));
    tty_type(tty, "\022"); /* redo */
    tty_wait(tty, "keys of the hall");
    serve_all(tty);
    assert_non_null(strstr(row_of_cursor(tty), "a map of the lanes"));
    quit(tty);
}

/* Bug 19 (neomutt 4476, 3150). */
static void page_down_stops_at_the_end(void **state)
{
    static const char *const keys[] = {" ", "\006", "\004", "\005", "j"};
    char *folder = filled(*state);
    struct tty *tty = start(*state, folder, (struct tty_options){0});
    read_long_text(tty);
    press(tty, "G");
    tty_wait(tty, "Point 1.60");
    for (size_t i = 0; i < MB_LENGTH(keys); i++) {
        for (int times = 0; times < 20; times++)
            tty_type(tty, keys[i]);
        serve_all(tty);
        tty_wait(tty, "Point 1.60");
        assert_true(tty_shows(tty, "Point 1.5")); /* still a full window of it */
        assert_true(tty_shows(tty, "CB7A"));      /* and still this item */
    }
    press(tty, "M");
    tty_wait(tty, "12 Jun 2024");
    for (size_t i = 0; i < MB_LENGTH(keys); i++) {
        for (int times = 0; times < 9; times++)
            tty_type(tty, keys[i]);
        serve_all(tty);
        assert_true(tty_shows(tty, "12 Jun 2024") && tty_shows(tty, "5 Jun 2024")); /* a short list stays whole */
    }
    quit(tty);
}

/* ---- what is seen: 10, 11, 12 ------------------------------------------------------------------------------ */

/* Bug 10 (newsbeuter 572). The first stroke between panes stands in one column, in every row that has one. */
static void wide_text_moves_no_column(void **state)
{
    static const int widths[] = {120, 101, 100};
    char *folder = filled(*state);
    for (size_t i = 0; i < MB_LENGTH(widths); i++) {
        struct tty *tty = start(*state, folder, (struct tty_options){.columns = widths[i], .rows = 36});
        read_long_text(tty);
        press(tty, "z");
        tty_wait(tty, "\u2502");
        int first = -1, rows = 0;
        for (int row = 0; row < 36; row++) {
            char *text = tty_row(tty, row), *stroke = strstr(text, "\u2502");
            if (!stroke)
                continue;
            int column = text_width(text, (size_t)(stroke - text));
            first = first < 0 ? column : first;
            if (column != first)
                tty_print(tty);
            assert_int_equal(column, first);
            rows++;
        }
        assert_in_range(rows, 20, 36);
        assert_true(tty_shows(tty, "\u6a4b\u306e"));
        quit(tty);
    }
}

/* Bug 11 (lazygit 744, 802): every palette can tell a reversed row. */
static void the_selected_row_is_reversed_whatever_the_colours(void **state)
{
    static const char *const no_color[] = {"NO_COLOR=1", NULL}, *const light[] = {"COLORFGBG=0;15", NULL};
    const struct tty_options looks[] = {{.environment = no_color}, {.environment = light}, {.term = "xterm"}, {.term = "vt100"}, {0}};
    char *folder = filled(*state);
    for (size_t i = 0; i < MB_LENGTH(looks); i++) {
        struct tty *tty = start(*state, folder, looks[i]);
        static const char *const screens[][2] = {{"", "Desk"}, {"M", "Meetings"}, {"\n", "item"}, {"A", "Actions"}, {"W", "Work programme"}};
        for (size_t j = 0; j < MB_LENGTH(screens); j++) {
            int x, y;
            press(tty, screens[j][0]);
            tty_wait(tty, screens[j][1]);
            assert_true(tty_cursor(tty, &x, &y));
            assert_true(tty_row_is_reverse(tty, y));
        }
        quit(tty);
    }
}

/* Bug 12 (htop 973): tty_expect_restored() looks through every byte for a mouse mode. */
static void no_mouse_mode_is_ever_sent(void **state)
{
    char *folder = filled(*state);
    struct tty *tty = start(*state, folder, (struct tty_options){0});
    read_long_text(tty);
    press(tty, "qMAW?");
    resize(tty, 100, 30);
    quit(tty);
}

/* ---- words, work, start: 15, 16, 21, 22 ----------------------------------------------------------------------------- */

/* Bug 16 (tig 1246). */
static void a_digit_does_not_ask_for_capitals(void **state)
{
    char *folder = filled(*state);
    struct tty *tty = start(*state, folder, (struct tty_options){0});
    tty_type(tty, "fcb7a\n");
    tty_wait(tty, "hit 1 of");
    tty_wait(tty, "CB7A");
    read_long_text(tty);
    assert_false(tty_shows(tty, "Point 1.37"));
    tty_type(tty, "/cb7a\n");
    tty_wait(tty, "Point 1.37");
    quit(tty);
}

/* Bug 15 (k9s 3849). */
static void a_line_is_recalled_with_its_capitals_after_a_restart(void **state)
{
    char *folder = filled(*state);
    for (int run = 0; run < 2; run++) {
        struct tty *tty = start(*state, folder, (struct tty_options){0});
        tty_type(tty, "f");
        tty_wait(tty, "find:");
        if (run == 0) {
            tty_type(tty, "CB7A Bridges\n");
            tty_wait(tty, "searched");
        } else {
            tty_key(tty, VTERM_KEY_UP);
            tty_wait(tty, "find: CB7A Bridges");
            tty_type(tty, "\003");
            tty_wait_gone(tty, "find: CB7A Bridges");
        }
        serve_all(tty);
        quit(tty);
    }
}

/* Bug 21 (lazygit 2291, 3471): keys that take something away, pressed twice, then Enter: the follow-ups on
 * the tracker stay, on every screen. */
static void a_key_pressed_twice_and_enter_take_no_work_away(void **state)
{
    static const char *const screens[] = {"", "M", "A", "W", "T"}, *const keys[] = {"D", "d", "x", "c", "="};
    char *folder = filled(*state);
    struct tty *tty = start(*state, folder, (struct tty_options){0});
    for (size_t i = 0; i < MB_LENGTH(screens); i++)
        for (size_t j = 0; j < MB_LENGTH(keys); j++) {
            tty_type(tty, mem_printf(tty, ":desk\n%s%s%s\n", screens[i], keys[j], keys[j]));
            tty_type(tty, "\003"); /* a line that is still asked for */
            serve_all(tty);
        }
    quit(tty);
    struct tty *list = minutebook_run(*state, folder, 0, WORDS(DAY, "actions"));
    tty_wait(list, "lamps on the bridge");
    tty_wait(list, "a map of the lanes");
}

/* Bug 22 (jj 8442). */
static void keys_come_from_the_terminal_when_stdin_is_a_pipe(void **state)
{
    char *folder = filled(*state);
    struct tty *tty = start(*state, folder, (struct tty_options){.stdin_is_pipe = true});
    tty_type(tty, "M");
    tty_wait(tty, "row 1 of");
    tty_type(tty, "j");
    tty_wait(tty, "row 2 of");
    quit(tty);
}

int main(void)
{
    setlocale(LC_ALL, ""); /* text_width() asks it */
    const struct CMUnitTest tests[] = {
        TEST_CASE(every_prompt_keeps_its_line_and_cursor_through_a_resize),
        TEST_CASE(every_letter_is_text_in_every_prompt),
        TEST_CASE(escape_alone_acts_without_a_seconds_wait),
        TEST_CASE(one_step_from_tall_and_narrow_to_short_and_wide_leaves_no_gap),
        TEST_CASE(the_place_in_a_text_survives_what_happens_beside_it),
        TEST_CASE(the_cursor_stays_on_its_follow_up_when_others_come_and_go),
        TEST_CASE(page_down_stops_at_the_end),
        TEST_CASE(wide_text_moves_no_column),
        TEST_CASE(the_selected_row_is_reversed_whatever_the_colours),
        TEST_CASE(no_mouse_mode_is_ever_sent),
        TEST_CASE(a_digit_does_not_ask_for_capitals),
        TEST_CASE(a_line_is_recalled_with_its_capitals_after_a_restart),
        TEST_CASE(a_key_pressed_twice_and_enter_take_no_work_away),
        TEST_CASE(keys_come_from_the_terminal_when_stdin_is_a_pipe),
    };
    return cmocka_run_group_tests(tests, model_up, model_down);
}
