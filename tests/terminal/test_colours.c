/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Every screen of the real program as a terminal shows it, at three sizes: in colour, with NO_COLOR, and
 * on a vt100. Each is compared with golden/NAME-WIDTHxHEIGHT.txt, which holds the rows once and below them
 * how they look in colour and without. `make goldens` (or UPDATE_SNAPSHOTS=1) rewrites them; read what
 * has changed before you keep it. */
#include "screens/golden.h"
#include "terminal/papers.h"

#include <ctype.h>

#define IN_COLOUR "== in colour\n"
#define NO_COLOUR "== with NO_COLOR, and on a vt100\n"

enum mode { MODE_COLOUR, MODE_PLAIN, MODE_VT100, MODE_COUNT };

static const char *const no_color[] = {"NO_COLOR=1", NULL};

static const struct {
    const char *term;
    const char *const *environment;
} modes[MODE_COUNT] = {{"xterm-256color", NULL}, {"xterm-256color", no_color}, {"vt100", NULL}};

enum { HAS_ROW = 1, HAS_CLOCK = 2 };

/* What is typed and what is then seen. */
struct step {
    const char *golden; /* NULL: only on the way */
    const char *keys, *seen;
    unsigned flags;
};

static const struct step without_papers[] = {
    {"begin", "", "No papers yet", HAS_ROW},
};

static const struct step with_papers[] = {
    {"desk", "", "Desk", HAS_ROW},
    {"meetings", "M", "row 1 of", HAS_ROW},
    {"to-get", "T", "Papers to get", HAS_ROW},
    {"programme", "W", "By date", HAS_ROW},
    {"programme-tbc", "\t", "Noise", HAS_ROW},
    {"programme-standing", "\t", "March", HAS_ROW},
    {"actions", "A", "row 1 of", HAS_ROW},
    {"follow-up", "H", "Actions >", HAS_ROW},
    {NULL, "q", "how they stand", 0},
    {"actions-marked", ">vV", "marked", HAS_ROW},
    {"actions-all", "E", "row", HAS_ROW},
    {"help-actions", "?", "keys of this screen", 0},
    {"search", "ftransport\n", "hit 1 of", HAS_ROW},
    {"search-none", "fzeppelin\n", "zeppelin", 0},
    {NULL, ":desk\n", "Desk", 0},
    {"entered", "\n", "No paper of", 0},
    {"why", "I", "by hand", HAS_ROW},
    {NULL, "q", "No paper of", 0},
    {NULL, "q", "Desk", 0},
    {"meeting", "j\n", "item ", HAS_ROW},
    {"minute-cut", "\n", "Cut off", HAS_ROW},
    {"report", "p", "Report", HAS_ROW},
    {"beside", "P", "lines", HAS_ROW},
    {"help", "?", "keys of this screen", 0},
    {NULL, "q", "item ", 0},
    {"agenda-text", "2[p", "item 3", HAS_ROW},
    {"messages", ":messages\n", "Messages", HAS_CLOCK},
    {"import", ":import ~/closed.txt\n", "1 paper read", 0},
    {NULL, ":desk\n", "Desk", 0},
    {"pairs", ":pairs\n", "othing to decide", 0},
    {"committees", ":committees\n", "1 of", HAS_ROW},
    {NULL, ":desk\n", "Desk", 0},
    {"details", "G=", "not stated", HAS_ROW},
    {NULL, "q", "Desk", 0},
    {"exempt", "G\nG\n", "Part Two", HAS_ROW},
};

/* ---- one screen ------------------------------------------------------------------------------------- */

struct seen {
    const char *text, *runs;
    bool clock;
};

/* Times of the day, which no two runs share, become 00:00. */
static char *without_clock(char *text)
{
    for (char *c = text; *c; c++)
        if (isdigit((unsigned char)c[0]) && isdigit((unsigned char)c[1]) && c[2] == ':' &&
            isdigit((unsigned char)c[3]) && isdigit((unsigned char)c[4]))
            memcpy(c, "00:00", 5);
    return text;
}

static struct seen seen_now(const void *parent, struct tty *tty, bool clock)
{
    char *text = tty_text(parent, tty);
    return (struct seen){clock ? without_clock(text) : text, tty_runs(parent, tty), clock};
}

static bool looks_so(struct tty *tty, const void *wanted)
{
    const struct seen *so = wanted;
    void *local = talloc_new(NULL);
    struct seen now = seen_now(local, tty, so->clock);
    bool same = strcmp(now.text, so->text) == 0 && strcmp(now.runs, so->runs) == 0;
    talloc_free(local);
    return same;
}

/* What FILE says of both modes; its parts. */
static void read_wanted(const void *parent, const char *file, bool clock, struct seen wanted[2])
{
    char *text = golden_read(parent, file);
    char *colour = strstr(text, IN_COLOUR), *plain = strstr(text, NO_COLOUR);
    if (!colour || !plain)
        colour = plain = text + strlen(text);
    wanted[MODE_COLOUR] = (struct seen){mem_strndup(parent, text, (size_t)(colour - text)), "", clock};
    wanted[MODE_PLAIN] = wanted[MODE_COLOUR];
    if (!*colour)
        return;
    colour += strlen(IN_COLOUR);
    wanted[MODE_COLOUR].runs = mem_strndup(parent, colour, (size_t)(plain - colour));
    wanted[MODE_PLAIN].runs = plain + strlen(NO_COLOUR);
}

/* As FILE wants it. What is different is said when it is compared, once nothing moves any more. */
static void wait_for_golden(struct tty *const ttys[MODE_COUNT], const char *file, const struct step *step)
{
    struct seen wanted[2];
    bool same = true;
    read_wanted(ttys[0], file, step->flags & HAS_CLOCK, wanted);
    for (size_t i = 0; same && i < MODE_COUNT; i++)
        same = tty_until(ttys[i], looks_so, &wanted[i ? MODE_PLAIN : MODE_COLOUR]);
    for (size_t i = 0; !same && i < MODE_COUNT; i++)
        tty_settle(ttys[i]);
}

static void wait_for_step(struct tty *const ttys[MODE_COUNT], const struct step *step)
{
    for (size_t i = 0; i < MODE_COUNT; i++) {
        if (golden_updates() && *step->keys)
            tty_wait_output(ttys[i]);
        tty_wait(ttys[i], step->seen);
        if (golden_updates())
            tty_settle(ttys[i]);
    }
}

static void check_row(struct tty *tty, const struct step *step)
{
    int x, y;
    tty_cursor(tty, &x, &y);
    if (!(step->flags & HAS_ROW) || tty_row_is_marked(tty, y, x))
        return;
    tty_print(tty);
    fail_msg("%s: the row under the cursor is not reverse or has no '>'", step->golden);
}

static void check_screen(struct tty *const ttys[MODE_COUNT], const struct step *step)
{
    int columns, rows;
    tty_size(ttys[0], &columns, &rows);
    void *local = talloc_new(ttys[0]);
    char *file = mem_printf(local, "tests/terminal/golden/%s-%dx%d.txt", step->golden, columns, rows);
    if (golden_updates())
        wait_for_step(ttys, step);
    else
        wait_for_golden(ttys, file, step);
    struct seen now[MODE_COUNT];
    for (size_t i = 0; i < MODE_COUNT; i++) {
        now[i] = seen_now(local, ttys[i], step->flags & HAS_CLOCK);
        assert_string_equal(now[i].text, now[0].text);
        if (i != MODE_COLOUR && tty_has_colors(ttys[i]))
            fail_msg("%s: colour without colour", file);
        check_row(ttys[i], step);
    }
    assert_string_equal(now[MODE_VT100].runs, now[MODE_PLAIN].runs);
    golden_check_file(file, mem_printf(local, "%s" IN_COLOUR "%s" NO_COLOUR "%s", now[MODE_COLOUR].text,
                                       now[MODE_COLOUR].runs, now[MODE_PLAIN].runs));
    talloc_free(local);
}

/* ---- the walk --------------------------------------------------------------------------------------- */

/* A change of the member's on the day that the screens show: the history of a follow-up bears it. */
static void change(void *parent, const char *folder, const char *const *words)
{
    const char *day[] = {"MINUTEBOOK_AS_AT=2024-06-20", NULL};
    struct tty *tty = minutebook_start(parent, folder, (struct tty_options){.columns = 200, .rows = 200, .environment = day}, words);
    assert_int_equal(tty_exit(tty), 0);
}

/* A store with two papers, two follow-ups kept (the day of one has passed) and a meeting entered by hand. */
static char *filled(void *parent)
{
    char *folder = folder_new(parent);
    papers_write(folder, "");
    minutebook_run(parent, folder, 0, WORDS("import", mem_printf(parent, "%s/pack.txt", folder),
                                            mem_printf(parent, "%s/page.txt", folder)));
    change(parent, folder, WORDS("action", "confirm", "45/2", "46/1"));
    change(parent, folder, WORDS("action", "update", "45/2", "chase_date=2024-06-18"));
    minutebook_run(parent, folder, 0, WORDS("meeting", "add", "--committee", "Environment and Travel Scrutiny Committee",
                                            "--date", "2024-07-24", "--time", "14:00"));
    return folder;
}

static void walk(void *parent, bool papers, int columns, int rows, const struct step *steps, size_t n)
{
    struct tty *ttys[MODE_COUNT];
    for (size_t i = 0; i < MODE_COUNT; i++) {
        struct tty_options options = {
            .columns = columns, .rows = rows, .term = modes[i].term, .environment = modes[i].environment};
        ttys[i] = minutebook_start(parent, papers ? filled(parent) : folder_new(parent), options,
                                   WORDS("--as-at", "2024-06-20"));
        paper_write(tty_home(ttys[i]), "closed.txt", "");
    }
    for (size_t s = 0; s < n; s++) {
        for (size_t i = 0; i < MODE_COUNT; i++)
            tty_type(ttys[i], steps[s].keys);
        if (steps[s].golden)
            check_screen(ttys, &steps[s]);
        else
            wait_for_step(ttys, &steps[s]);
    }
    for (size_t i = 0; i < MODE_COUNT; i++) {
        tty_type(ttys[i], "Q");
        assert_int_equal(tty_exit(ttys[i]), 0);
        tty_expect_restored(ttys[i]);
    }
}

static void walk_at(void *parent, int columns, int rows)
{
    walk(parent, false, columns, rows, without_papers, MB_LENGTH(without_papers));
    walk(parent, true, columns, rows, with_papers, MB_LENGTH(with_papers));
}

static void every_screen_of_a_wide_terminal(void **state)
{
    walk_at(*state, 120, 36);
}

static void every_screen_of_a_usual_terminal(void **state)
{
    walk_at(*state, 80, 24);
}

static void every_screen_of_a_small_terminal(void **state)
{
    walk_at(*state, 40, 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(every_screen_of_a_wide_terminal),
        TEST_CASE(every_screen_of_a_usual_terminal),
        TEST_CASE(every_screen_of_a_small_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
