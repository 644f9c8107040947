/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The door of the room: starts the face in the right order, ends it in reverse, and says on stderr
 * what kept it from starting. */
#include "config.h"

#include <minutebook/terminal.h>

#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "display.h"
#include "loop.h"
#include "script.h"
#include "signals.h"

bool terminal_available(void)
{
    bool mine;
    if (!isatty(STDOUT_FILENO))
        return false;
    int keyboard = display_keyboard_open(&mine);
    if (mine && keyboard >= 0)
        close(keyboard);
    return keyboard >= 0;
}

/* Cells are UTF-8; glibc always has C.UTF-8. */
static void terminal_locale(void)
{
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setlocale(LC_CTYPE, "C.UTF-8");
}

/* Raise the signal that ended us as if we had never caught it. */
static void terminal_pass_on(int number)
{
    signal(number, SIG_DFL);
    raise(number);
}

static enum status terminal_show(const void *local, struct program *program, int *ending, struct err *err)
{
    struct browser *browser;
    struct display *display;
    struct loop *loop;
    struct script *script = NULL;
    enum status status = display_judge(err);
    if (status == STATUS_OK && program->script_path)
        status = script_read(local, program->script_path, &script, err);
    if (status == STATUS_OK)
        status = browser_new(local, program, &browser, err); /* a store that cannot be read flashes no screen */
    if (status == STATUS_OK)
        status = display_open(local, &display, err);
    if (status != STATUS_OK)
        return status;
    status = loop_new(display, program, browser, display, &loop, err);
    if (status == STATUS_OK && script)
        loop_use_script(loop, script);
    if (status == STATUS_OK) {
        status = loop_run(loop, ending, err);
        if (*ending)
            display_leave(display); /* the shell has its terminal while the worker reaches a safe point */
        talloc_free(loop);
    }
    display_close(display);
    return status;
}

int terminal_run(struct program *program)
{
    struct err err = {0};
    int ending = 0;
    void *local = talloc_new(NULL);
    terminal_locale();
    program->settings = settings_new(local, program);
    settings_start(program->settings);
    mem_on_exhausted(display_abandon);
    enum status status = signals_open(display_abandon, &err);
    if (status == STATUS_OK) {
        status = terminal_show(local, program, &ending, &err);
        signals_close();
    }
    mem_on_exhausted(NULL);
    program->settings = NULL;
    talloc_free(local);
    if (status != STATUS_OK)
        display_complain(&err);
    if (ending)
        terminal_pass_on(ending);
    return status_exit_code(status);
}
