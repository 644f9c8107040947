/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "support/test.h"

#include "screens/golden.h"
#include "screens/walk.h"
#include "src/screens/private.h"

struct walk *walk_new(const void *parent, const char *path, int width, int height)
{
    struct err err = {0};
    struct walk *walk = mem_new(parent, struct walk);
    walk->program = town_program(walk, path);
    if (browser_new(walk, walk->program, &walk->browser, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    walk->grid = grid_new(walk, width, height);
    browser_resize(walk->browser, width, height);
    return walk;
}

void serve(struct walk *walk, unsigned reactions)
{
    while (reactions & REACT_JOB) {
        struct job *job = browser_job(walk->browser);
        reactions &= ~(unsigned)REACT_JOB;
        if (!job)
            continue;
        job_run(job, NULL, NULL);
        reactions |= browser_job_done(walk->browser, job);
    }
}

void do_command(struct walk *walk, enum command_id command)
{
    serve(walk, browser_do(walk->browser, command, 0, NULL));
}

void do_line(struct walk *walk, const char *line)
{
    unsigned reactions = browser_do(walk->browser, CMD_LINE, 0, NULL);
    assert_true(reactions & REACT_PROMPT);
    serve(walk, browser_answer(walk->browser, line));
}

void type_keys(struct walk *walk, const char *keys)
{
    struct key_state state = {0};
    for (const char *at = keys; *at; at++) {
        const struct keymap *map = settings_keymap(browser_settings(walk->browser));
        struct key_result result = key_feed(&state, map, browser_context(walk->browser), (uint32_t)*at);
        if (result.command != CMD_NONE)
            serve(walk, browser_do(walk->browser, result.command, result.count, result.arguments));
    }
}

char *shown(struct walk *walk)
{
    browser_draw(walk->browser, walk->grid);
    return grid_print(walk, walk->grid, false);
}

void resize(struct walk *walk, int width, int height)
{
    talloc_free(walk->grid);
    walk->grid = grid_new(walk, width, height);
    browser_resize(walk->browser, width, height);
}

void golden(struct walk *walk, const char *name)
{
    char *file = mem_printf(walk, "%s-%dx%d", name, walk->grid->width, walk->grid->height);
    browser_draw(walk->browser, walk->grid);
    golden_check(file, grid_print(walk, walk->grid, walk->grid->width == 80));
}

char *row_here(struct walk *walk)
{
    browser_draw(walk->browser, walk->grid);
    int y = walk->grid->cursor_y;
    struct buf out;
    buf_init(&out, walk, 4096);
    for (int x = 0; y >= 0 && x < walk->grid->width; x++)
        buf_puts(&out, grid_at(walk->grid, x, y)->text);
    return buf_take(&out);
}

void assert_shows(struct walk *walk, const char *words)
{
    char *screen = shown(walk);
    if (!strstr(screen, words))
        fail_msg("\"%s\" is not shown:\n%s", words, screen);
}

void assert_hides(struct walk *walk, const char *words)
{
    char *screen = shown(walk);
    if (strstr(screen, words))
        fail_msg("\"%s\" is shown:\n%s", words, screen);
}

void assert_here(struct walk *walk, const char *words)
{
    char *row = row_here(walk);
    if (!strstr(row, words))
        fail_msg("the cursor is at \"%s\", not at \"%s\":\n%s", row, words, shown(walk));
}

static const struct {
    int width, height;
} sizes[] = {{120, 36}, {80, 24}, {40, 12}, {20, 5}, {3, 2}};

#define N_USUAL 3 /* of them: those that people have */

static void golden_at(const void *parent, const char *path, const char *name, const char *keys, const char *line,
                      size_t i)
{
    struct walk *walk = walk_new(parent, path, sizes[i].width, sizes[i].height);
    type_keys(walk, keys);
    if (line)
        do_line(walk, line);
    golden(walk, name);
    talloc_free(walk);
}

void golden_sizes(const void *parent, const char *path, const char *name, const char *keys, const char *line)
{
    for (size_t i = 0; i < MB_LENGTH(sizes); i++)
        golden_at(parent, path, name, keys, line, i);
}

void golden_usual(const void *parent, const char *path, const char *name, const char *keys, const char *line)
{
    for (size_t i = 0; i < N_USUAL; i++)
        golden_at(parent, path, name, keys, line, i);
}
