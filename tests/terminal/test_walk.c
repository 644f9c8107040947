/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The walk: papers in, a meeting read, the work programme beside it, a word searched, a follow-up kept
 * and taken back, with the real program at three sizes. Once on papers of ours, once on real ones where
 * they are at hand ($MINUTEBOOK_SHARED/seeds). */
#include "terminal/papers.h"

#include <dirent.h>

struct walk {
    const char *name;
    const char *folder;      /* of the store */
    const char *as_at;
    const char *day;         /* of the meeting, as lists print it */
    const char *items[2];    /* titles on its agenda, begun; the second below the first */
    const char *cut;         /* number of a minute that is cut off */
    const char *programme;   /* words of an entry */
    const char *hit;         /* the minute where "transport" stands, and words beside it there */
    const char *hit_words;
};

/* With MINUTEBOOK_TEST_PICTURES=FOLDER the walk leaves its screens there as SVG, for documents. */
static void picture(struct tty *tty, const struct walk *walk, const char *step)
{
    const char *folder = getenv("MINUTEBOOK_TEST_PICTURES");
    int columns, rows;
    tty_size(tty, &columns, &rows);
    tty_settle(tty);
    if (folder)
        assert_true(tty_save_svg(tty, mem_printf(tty, "%s/%s-%dx%d-%s.svg", folder, walk->name, columns, rows, step)));
}

/* Press KEYS until NEEDLE is seen. */
static void press_until(struct tty *tty, const char *keys, const char *needle)
{
    tty_settle(tty);
    for (int i = 0; i < 30 && !tty_shows(tty, needle); i++)
        tty_press(tty, keys);
    tty_wait(tty, needle);
}

static void open_the_meeting(struct tty *tty, const struct walk *walk, bool wide)
{
    tty_wait(tty, "Desk");
    tty_press_until_here(tty, "j", walk->day);
    picture(tty, walk, "1-desk");
    tty_type(tty, "\n");
    tty_wait(tty, "item "); /* the first with something to check, or that is not routine */
    tty_type(tty, "g");
    tty_wait(tty, "item 1 of");
    press_until(tty, "j", walk->items[0]);
    press_until(tty, "j", walk->items[1]);
    if (!wide)
        return;
    tty_wait(tty, "Minute "); /* agenda, text and details side by side */
    tty_wait(tty, "\u2500 Item ");
}

static void read_that_a_minute_is_cut_off(struct tty *tty, const struct walk *walk, bool wide)
{
    tty_type(tty, "g");
    tty_wait(tty, "item 1 of");
    press_until(tty, "]", mem_printf(tty, "minute %s", walk->cut));
    tty_press(tty, "\t");
    tty_wait(tty, "Cut off on the council");
    picture(tty, walk, "2-minute");
    tty_type(tty, "G");
    tty_wait(tty, "stops here");
    tty_wait(tty, "end of what is");
    if (!wide) { /* text and details one after another */
        press_until(tty, "\t", "[Report");
        press_until(tty, "\t", "held");
        picture(tty, walk, "3-about");
    }
}

static void read_the_work_programme(struct tty *tty, const struct walk *walk)
{
    tty_type(tty, "W");
    tty_wait(tty, "By date");
    press_until(tty, "j", walk->programme);
    picture(tty, walk, "4-programme");
}

static void search_and_open_the_hit(struct tty *tty, const struct walk *walk)
{
    tty_type(tty, "f");
    tty_wait(tty, "find:");
    tty_type(tty, "transport\n");
    tty_wait(tty, "hit 1 of");
    picture(tty, walk, "5-search");
    tty_type(tty, "\n"); /* minutes come first, and there it is in one */
    tty_wait(tty, mem_printf(tty, "minute %s", walk->hit));
    tty_wait_gone(tty, "hit ");
    tty_wait(tty, walk->hit_words);
    picture(tty, walk, "6-hit");
}

static void add_a_follow_up_and_undo_it(struct tty *tty, const struct walk *walk)
{
    tty_type(tty, "a");
    tty_wait(tty, "by whom > to whom");
    tty_type(tty, "Chairman > Head of Travel: fares; by 16 Nov\n");
    tty_wait(tty, "undoes.");
    tty_type(tty, "A");
    tty_wait(tty, "fares");
    picture(tty, walk, "7-actions");
    tty_type(tty, "u");
    tty_wait_gone(tty, "fares");
}

static void walk_at(void *parent, const struct walk *walk, int columns, int rows)
{
    struct tty_options size = {.columns = columns, .rows = rows};
    struct tty *tty = minutebook_start(parent, walk->folder, size, WORDS("--as-at", walk->as_at));
    bool wide = columns >= 100;
    open_the_meeting(tty, walk, wide);
    read_that_a_minute_is_cut_off(tty, walk, wide);
    read_the_work_programme(tty, walk);
    search_and_open_the_hit(tty, walk);
    add_a_follow_up_and_undo_it(tty, walk);
    tty_type(tty, "Q");
    assert_int_equal(tty_exit(tty), 0);
    tty_expect_restored(tty);
}

static void walk_at_all_sizes(void *parent, const struct walk *walk)
{
    walk_at(parent, walk, 120, 36);
    walk_at(parent, walk, 80, 24);
    walk_at(parent, walk, 40, 12);
}

static void the_walk_on_papers_of_ours(void **state)
{
    const struct walk walk = {.name = "ours",
                              .folder = folder_new(*state),
                              .as_at = "2024-06-20",
                              .day = "12 Jun 2024",
                              .items = {"Flooding of", "Community Transport"},
                              .cut = "45",
                              .programme = "Cycle Paths",
                              .hit = "46",
                              .hit_words = "9,400"};
    papers_write(walk.folder, "");
    minutebook_run(*state, walk.folder, 0, WORDS("import", mem_printf(*state, "%s/pack.txt", walk.folder),
                                                 mem_printf(*state, "%s/page.txt", walk.folder)));
    walk_at_all_sizes(*state, &walk);
}

static void the_walk_on_real_papers(void **state)
{
    const struct walk walk = {.name = "real",
                              .folder = folder_new(*state),
                              .as_at = "2022-11-30",
                              .day = "3 Nov 2022",
                              .items = {"Domestic", "Worcestershire"},
                              .cut = "555",
                              .programme = "Safeguarding",
                              .hit = "557",
                              .hit_words = "work programme"};
    char *seeds = mem_printf(*state, "%s/seeds", test_env("MINUTEBOOK_SHARED"));
    DIR *there = opendir(seeds);
    if (!there) {
        print_message("# no real papers in %s: not walked\n", seeds);
        skip();
    }
    closedir(there);
    minutebook_run(*state, walk.folder, 0, WORDS("import", seeds));
    walk_at_all_sizes(*state, &walk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(the_walk_on_papers_of_ours),
        TEST_CASE(the_walk_on_real_papers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
