/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A stand-in for the browser: the functions of screens.h on forty numbered rows, so that the loop, the
 * painter, the keys, the typed line and the worker can be tested without papers. Its screen says what
 * reached it. Commands keep their keys; some mean something here that a test needs:
 *
 *   f, :   type a line                    a   a job that ends at once
 *   M      a job until it is stopped      W   a job until the file `go` stands in HOME
 *   u      the same, but it fails         ^E  the sample gives way to the own store
 *   I      crash                          R   another program changes the store
 *   ?      use up all memory              A   use up all memory on the job's thread
 *   typed "leak": a leak while the line is typed
 */
#include "config.h"

#include <fcntl.h>
#include <pty.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <minutebook/terminal.h>

#include "terminal/standin_mark.h"

#define ROWS 40
#define TEXT_MAX 400

enum job_kind { JOB_QUICK, JOB_UNTIL_STOPPED, JOB_UNTIL_FILE, JOB_FAILS, JOB_EXHAUSTS };
struct job {
    enum job_kind kind;
    bool stopped;
    atomic_int rounds;
};

struct browser {
    const struct program *program;
    struct settings *settings;
    int width, height, row;
    char last[TEXT_MAX], said[TEXT_MAX], prefix[TEXT_MAX], line[TEXT_MAX];
    size_t cursor;
    bool typing, store_changed;
    enum job_kind next_job;
    int draws, jobs_done;
};

/* Without a pseudo-terminal the typed line must work on the real one: refuse it when told to. */
int openpty(int *master, int *slave, char *name, const struct termios *modes, const struct winsize *size)
{
    int refused = getenv("STANDIN_NO_PTY") != NULL;
    *master = refused ? -1 : posix_openpt(O_RDWR | O_NOCTTY);
    if (*master < 0 || grantpt(*master) != 0 || unlockpt(*master) != 0)
        return -1;
    *slave = open(ptsname(*master), O_RDWR | O_NOCTTY);
    (void)name;
    tcsetattr(*slave, TCSANOW, modes);
    ioctl(*slave, TIOCSWINSZ, size);
    return *slave < 0 ? -1 : 0;
}

/* ---- the grid ---------------------------------------------------------------------------------- */

struct grid *grid_new(const void *parent, int width, int height)
{
    struct grid *grid = mem_new(parent, struct grid);
    grid->width = width;
    grid->height = height;
    grid->cells = mem_zero_named(grid, sizeof *grid->cells * (size_t)width * (size_t)height, "cells");
    return grid;
}

static void put_cell(struct grid *grid, int x, int y, enum style style, int width, const char *text)
{
    if (x < 0 || y < 0 || x >= grid->width || y >= grid->height)
        return;
    struct cell *cell = &grid->cells[y * grid->width + x];
    snprintf(cell->text, sizeof cell->text, "%s", text);
    cell->width = (unsigned char)width;
    cell->style = (unsigned char)style;
}

/* Clean text from the left; how far it came. */
static int put(struct grid *grid, int x, int y, enum style style, const char *text)
{
    size_t left = strlen(text), used;
    int width;
    while ((used = text_cluster(text, left, &width)) > 0) {
        char cluster[24];
        snprintf(cluster, sizeof cluster, "%.*s", (int)used, text);
        put_cell(grid, x, y, style, width, cluster);
        if (width == 2)
            put_cell(grid, x + 1, y, style, 0, "");
        x += width;
        text += used;
        left -= used;
    }
    return x;
}

static void clean_grid(struct grid *grid)
{
    for (int y = 0; y < grid->height; y++)
        for (int x = 0; x < grid->width; x++)
            put_cell(grid, x, y, STYLE_TEXT, 1, " ");
}

/* Nobody knows the blocks any more. */
static void lose_memory(const char *line)
{
    if (strcmp(line, "leak") == 0)
        for (int i = 0; i < 8; i++)
            (void)mem_strdup(NULL, line);
}

/* ---- the browser ------------------------------------------------------------------------------- */

/* Keys of a test: lines of `bind`, parted by TAB. */
static void bind_keys(struct browser *browser)
{
    struct err err;
    char *said, *lines = mem_strdup(browser, getenv("STANDIN_BIND"));
    for (char *line = lines, *end; line; line = end) {
        end = strchr(line, '\t');
        if (end)
            *end++ = '\0';
        if (settings_do(browser, browser->settings, CMD_BIND, line, &said, &err) != STATUS_OK)
            snprintf(browser->last, TEXT_MAX, "cannot bind %.80s", line);
    }
}

enum status browser_new(const void *parent, struct program *program, struct browser **out, struct err *err)
{
    if (program->store_path && access(program->store_path, F_OK) != 0)
        return err_set(err, STATUS_STORE, "cannot open '%s'\033[31m", program->store_path);
    *out = mem_new(parent, struct browser);
    (*out)->program = program;
    (*out)->settings = program->settings ? program->settings : settings_new(*out, program);
    bind_keys(*out);
    snprintf((*out)->last, TEXT_MAX, "ready%s", program->sample ? " with the sample" : "");
    return STATUS_OK;
}

void browser_resize(struct browser *browser, int width, int height)
{
    browser->width = width;
    browser->height = height;
}

unsigned browser_context(const struct browser *browser)
{
    (void)browser;
    return CONTEXT_DESK;
}

struct settings *browser_settings(const struct browser *browser)
{
    return browser->settings;
}

static void draw_line(struct browser *browser, struct grid *grid)
{
    int y = grid->height - 1;
    int x = put(grid, 0, y, STYLE_TEXT, browser->prefix);
    char before[TEXT_MAX];
    snprintf(before, sizeof before, "%.*s", (int)browser->cursor, browser->line);
    void *local = talloc_new(NULL);
    struct safe ahead = safe_line(local, before), all = safe_line(local, browser->line);
    put(grid, x, y, STYLE_TEXT, all.text);
    grid->cursor_x = x + text_width(ahead.text, ahead.len);
    grid->cursor_y = y;
    talloc_free(local);
}

void browser_draw(struct browser *browser, struct grid *grid)
{
    char text[TEXT_MAX];
    clean_grid(grid);
    browser->draws++;
    put(grid, 0, 1, STYLE_WARNING, "caf\u00e9 \u00a312 \u2013 \u65e5\u672c e\u0301 |end");
    put_cell(grid, 0, 2, STYLE_TEXT, 1, "\033"); /* what must never come here: */
    put_cell(grid, 1, 2, STYLE_TEXT, 1, "\xC2\x9B");
    put_cell(grid, 2, 2, STYLE_TEXT, 1, "\u202e");
    put(grid, 3, 2, STYLE_TEXT, "|hostile cells before the stroke");
    for (int i = 0; i < ROWS && 3 + i < grid->height - 2; i++) {
        snprintf(text, sizeof text, "%c row %-*d", i == browser->row ? '>' : ' ', grid->width, i);
        put(grid, 0, 3 + i, i == browser->row ? STYLE_SELECTED : STYLE_TEXT, text);
    }
    int x = put(grid, 0, grid->height - 2, STYLE_STATUS, "last: ");
    x = put(grid, x, grid->height - 2, STYLE_STATUS, browser->last);
    snprintf(text, sizeof text, " jobs %d in %d", browser->jobs_done, browser->program->as_at.year);
    put(grid, x, grid->height - 2, STYLE_STATUS, text);
    put(grid, 0, grid->height - 1, STYLE_MESSAGE, browser->said);
    snprintf(text, sizeof text, "stand-in %dx%d", grid->width, grid->height);
    put(grid, 0, 0, STYLE_HEAD, text);
    grid->cursor_x = 0;
    grid->cursor_y = 3 + browser->row;
    if (browser->typing) {
        for (x = 0; x < grid->width; x++)
            put_cell(grid, x, grid->height - 1, STYLE_TEXT, 1, " ");
        draw_line(browser, grid);
    }
    snprintf(text, sizeof text, "%c", STANDIN_MARK(grid->width, grid->height));
    put_cell(grid, grid->width - 1, grid->height - 1, STYLE_TEXT, 1, text);
}

static unsigned ask_job(struct browser *browser, enum job_kind kind)
{
    browser->next_job = kind;
    return REACT_JOB | REACT_REDRAW;
}

unsigned browser_do(struct browser *browser, enum command_id command, int count, const char *arguments)
{
    (void)arguments;
    snprintf(browser->last, TEXT_MAX, "%s %d", command_get(command)->name, count);
    browser->said[0] = '\0';
    switch (command) {
    case CMD_DOWN: browser->row += browser->row < ROWS - 1; return REACT_REDRAW;
    case CMD_UP: browser->row -= browser->row > 0; return REACT_REDRAW;
    case CMD_FIND:
    case CMD_LINE: browser->typing = true; return REACT_PROMPT;
    case CMD_ADD: return ask_job(browser, JOB_QUICK);
    case CMD_MEETINGS: return ask_job(browser, JOB_UNTIL_STOPPED);
    case CMD_PROGRAMME: return ask_job(browser, JOB_UNTIL_FILE);
    case CMD_UNDO: return ask_job(browser, JOB_FAILS);
    case CMD_ACTIONS: return ask_job(browser, JOB_EXHAUSTS);
    case CMD_WHY_JOINED: abort();
    case CMD_HELP: (void)mem_resize_named(NULL, NULL, SIZE_MAX / 4, 3, "more than there is"); return 0;
    case CMD_SCROLL_DOWN: return REACT_REOPEN;
    case CMD_RELOAD: browser->store_changed = true; return REACT_REDRAW;
    case CMD_CLOSE:
    case CMD_QUIT: return REACT_QUIT;
    case CMD_STOP: return REACT_CANCEL;
    case CMD_SUSPEND: return REACT_SUSPEND;
    case CMD_REDRAW: return REACT_REPAINT;
    default: return REACT_REDRAW;
    }
}

struct prompt_request browser_prompt(const struct browser *browser)
{
    bool is_line = strncmp(browser->last, "command-line", 12) == 0;
    return (struct prompt_request){is_line ? ":" : "find: ", is_line ? "start " : "", is_line ? "start" : "find"};
}

void browser_search_live(struct browser *browser)
{
    (void)browser;
}

int browser_search_fd(const struct browser *browser)
{
    (void)browser;
    return -1;
}

unsigned browser_searched(struct browser *browser)
{
    (void)browser;
    return 0;
}

bool browser_is_searching(const struct browser *browser)
{
    (void)browser;
    return false;
}

unsigned browser_answer(struct browser *browser, const char *line)
{
    void *local = talloc_new(NULL);
    browser->typing = false;
    if (line)
        snprintf(browser->last, TEXT_MAX, "got [%s]", safe_line(local, line).text);
    else
        snprintf(browser->last, TEXT_MAX, "cancelled");
    talloc_free(local);
    return REACT_REDRAW;
}

/* As if typed in an earlier run. */
void browser_history(const void *parent, struct browser *browser, const char *name, struct strings *out)
{
    static const char *const lines[] = {"find:bus Fares", "find:Bus stops", "find:schools \u2013 caf\u00e9", "start:start me"};
    (void)browser;
    *out = (struct strings){0};
    for (size_t i = 0; i < MB_LENGTH(lines); i++)
        if (text_starts(lines[i], name) && lines[i][strlen(name)] == ':')
            strings_add(parent, out, lines[i] + strlen(name) + 1);
}

/* Words that go on from the one before the cursor. */
void browser_complete(const void *parent, struct browser *browser, const char *line, size_t cursor, struct completion *out)
{
    static const char *const words[] = {"alpha", "alphabet", "beta/", "gamma", "\u00e9clair", "\u00e9l\u00e8ve"};
    (void)browser;
    *out = (struct completion){.start = cursor, .after = " "};
    while (out->start > 0 && line[out->start - 1] != ' ')
        out->start--;
    char *word = mem_strndup(parent, line + out->start, cursor - out->start);
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (text_starts(words[i], word))
            strings_add(parent, &out->choices, words[i]);
}

void browser_choices(struct browser *browser, const struct completion *completion, size_t chosen)
{
    browser->said[0] = '\0';
    for (size_t i = 0; completion && i < completion->choices.n; i++) {
        size_t n = strlen(browser->said);
        snprintf(browser->said + n, TEXT_MAX - n, "%s%s%s", i == chosen ? "[" : " ", completion->choices.at[i], i == chosen ? "]" : " ");
    }
    if (completion)
        snprintf(browser->last, TEXT_MAX, "choices%s", browser->said);
    else
        snprintf(browser->last, TEXT_MAX, "no choices");
}

void browser_typing(struct browser *browser, const char *prefix, const char *line, size_t cursor)
{
    lose_memory(line);
    snprintf(browser->prefix, TEXT_MAX, "%s", prefix);
    snprintf(browser->line, TEXT_MAX, "%s", line);
    browser->cursor = cursor;
}

void browser_say(struct browser *browser, bool error, const char *sentence)
{
    (void)error;
    snprintf(browser->said, TEXT_MAX, "%s", sentence ? sentence : "");
}

void browser_show(struct browser *browser, bool error, const char *sentence)
{
    browser_say(browser, error, sentence);
}

struct import_report {
    const char *said;
};

struct import_report *browser_take_report(const void *parent, struct browser *browser)
{
    (void)browser;
    struct import_report *report = mem_new(parent, struct import_report);
    report->said = "what the import did";
    return report;
}

void browser_report(struct browser *browser, const struct import_report *report)
{
    browser_say(browser, false, report->said);
}

unsigned browser_refresh(struct browser *browser)
{
    if (!browser->store_changed)
        return 0;
    browser->store_changed = false;
    snprintf(browser->last, TEXT_MAX, "store changed");
    return REACT_REDRAW;
}

/* ---- jobs ---------------------------------------------------------------------------------------- */

void browser_leave(struct browser *browser)
{
    (void)browser;
}

struct job *browser_job(struct browser *browser)
{
    struct job *job = mem_new(NULL, struct job);
    job->kind = browser->next_job;
    return job;
}

void job_run(struct job *job, bool (*cancelled)(void *), void *to)
{
    char go[TEXT_MAX];
    snprintf(go, sizeof go, "%s/go", getenv("HOME"));
    if (job->kind == JOB_EXHAUSTS)
        (void)mem_resize_named(NULL, NULL, SIZE_MAX / 4, 3, "more than there is");
    bool waits = job->kind == JOB_UNTIL_FILE || job->kind == JOB_FAILS;
    while (job->kind != JOB_QUICK && !job->stopped && !(waits && access(go, F_OK) == 0)) {
        atomic_fetch_add(&job->rounds, 1);
        usleep(1000); /* a paper being read */
        job->stopped = cancelled(to);
    }
}

void job_progress(const struct job *job, struct pace *out)
{
    *out = (struct pace){.total = atomic_load(&((struct job *)(uintptr_t)job)->rounds) ? 1 : 0};
}

void browser_pace(struct browser *browser, const struct pace *pace)
{
    browser_show(browser, false, pace ? "working" : NULL);
}

bool job_failed(const struct job *job)
{
    return job->kind == JOB_FAILS;
}

void job_pause(void)
{
}

void job_resume(void)
{
}

unsigned browser_job_done(struct browser *browser, struct job *job)
{
    const char *how = job_failed(job) ? "failed" : job->stopped ? "stopped" : "done";
    snprintf(browser->last, TEXT_MAX, "job %s", how);
    browser->jobs_done++;
    talloc_free(job);
    return REACT_REDRAW;
}

int main(int argc, char **argv)
{
    struct program program = {.spelling = "standin", .as_at = {2001, 2, 3}, .own_as_at = {2024, 5, 6}};
    if (argc > 1 && strcmp(argv[1], "--demo") == 0)
        program.sample = true;
    else if (argc > 1 && strcmp(argv[1], "--color=never") == 0)
        program.color = COLOR_NEVER;
    else if (argc > 1 && strcmp(argv[1], "--color=always") == 0)
        program.color = COLOR_ALWAYS;
    else if (argc > 1)
        program.store_path = argv[1];
    if (!terminal_available()) {
        puts("overview");
        return 0;
    }
    return terminal_run(&program);
}
