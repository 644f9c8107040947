/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* libedit edits, we show. It is given a private pseudo-terminal for its modes and sizes and /dev/null
 * for its output, so that it finds a terminal (without one it does not edit at all) and never touches
 * ours; keys go in through EL_GETCFN, whose callback is one pass of the loop, and after each key the
 * line is handed out. Where no pseudo-terminal can be had, the real one lends its modes, which are put
 * back after each step. */
#include "config.h"

#include "prompt_private.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>
#undef lines
#undef columns

/* ed-move-to-end stops one short in vi mode, even while inserting. */
static unsigned char prompt_end(EditLine *edit, int key)
{
    (void)key;
    const LineInfoW *line = el_wline(edit);
    el_cursor(edit, (int)(line->lastchar - line->cursor));
    return CC_CURSOR;
}

/* ---- making ------------------------------------------------------------------------------------- */

static int prompt_free(struct prompt *prompt)
{
    if (prompt->edit)
        el_end(prompt->edit);
    prompt_past_free(prompt);
    if (prompt->nowhere)
        fclose(prompt->nowhere);
    if (prompt->master >= 0)
        close(prompt->master);
    if (prompt->slave >= 0)
        close(prompt->slave);
    return 0;
}

static bool prompt_terminal(struct prompt *prompt, const struct termios *cooked)
{
    struct winsize wide = {.ws_row = 4, .ws_col = 1000}; /* libedit's own idea of a screen; never shown */
    if (openpty(&prompt->master, &prompt->slave, NULL, cooked, &wide) == 0) {
        fcntl(prompt->master, F_SETFD, FD_CLOEXEC);
        fcntl(prompt->slave, F_SETFD, FD_CLOEXEC);
        return true;
    }
    prompt->master = -1;
    prompt->slave = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    return prompt->slave >= 0;
}

/* Functions of ours in libedit's key maps. */
static const struct {
    const wchar_t *name, *help;
    unsigned char (*function)(EditLine *, int);
} prompt_functions[] = {
    {L"minutebook-end", L"To the end of the line", prompt_end},
    {L"minutebook-older", L"The next older line that begins alike", prompt_older},
    {L"minutebook-newer", L"The next newer line that begins alike", prompt_newer},
    {L"minutebook-tab", L"Go on with the word", prompt_tab},
    {L"minutebook-tab-back", L"The choice before", prompt_tab_back},
};

/* The incremental search of libedit 3.1 takes U+2013 for ^S and U+2019 for ^Y, so these search by what stands
 * before the cursor. */
static const struct {
    const wchar_t *key, *function;
} control_keys[] = {
    {L"^R", L"minutebook-older"}, {L"^P", L"minutebook-older"}, {L"^S", L"minutebook-newer"},
    {L"^N", L"minutebook-newer"}, {L"^I", L"minutebook-tab"},
};

static void prompt_bind(struct prompt *prompt)
{
    EditLine *edit = prompt->edit;
    for (size_t i = 0; i < MB_LENGTH(prompt_functions); i++)
        el_wset(edit, EL_ADDFN, prompt_functions[i].name, prompt_functions[i].help, prompt_functions[i].function);
    for (size_t i = 0; i < MB_LENGTH(control_keys); i++)
        el_wset(edit, EL_BIND, control_keys[i].key, control_keys[i].function, NULL);
    if (!prompt->vi)
        el_wset(edit, EL_BIND, L"\\ex", L"ed-ignore", NULL); /* waits for a command of its own */
    wchar_t key[2] = {0};
    const wchar_t *function;
    for (size_t i = 0; prompt_key_at(i, &key[0], &function); i++) {
        el_wset(edit, EL_BIND, key, function, NULL);
        if (prompt->vi)
            el_wset(edit, EL_BIND, L"-a", key, function, NULL);
    }
}

static void prompt_settings(struct prompt *prompt)
{
    const char *editor = "";
    el_set(prompt->edit, EL_CLIENTDATA, prompt);
    el_set(prompt->edit, EL_SIGNAL, 0);
    el_set(prompt->edit, EL_EDITOR, "emacs");
    el_source(prompt->edit, NULL);          /* ~/.editrc: before our binds, because "bind -v" resets the maps */
    el_set(prompt->edit, EL_EDITMODE, 1);   /* "edit off" there would leave a line without editing */
    el_get(prompt->edit, EL_EDITOR, &editor);
    prompt->vi = editor && strcmp(editor, "vi") == 0;
    prompt_bind(prompt);
    el_set(prompt->edit, EL_GETCFN, prompt_character);
    prompt_modes_back(prompt);
}

enum status prompt_new(const void *parent, const struct termios *cooked, const struct prompt_ops *ops, void *to,
                       struct prompt **out, struct err *err)
{
    struct prompt *prompt = mem_new(parent, struct prompt);
    prompt->master = prompt->slave = -1;
    prompt->ops = ops;
    prompt->to = to;
    talloc_set_destructor(prompt, prompt_free);
    prompt->nowhere = fopen("/dev/null", "r+e");
    if (prompt->nowhere && prompt_terminal(prompt, cooked)) {
        TERMINAL *ours = cur_term; /* libedit looks its terminal up in the same library and may leave it current */
        prompt->edit = el_init_fd("minutebook", prompt->nowhere, prompt->nowhere, prompt->nowhere, prompt->slave,
                                  prompt->slave, prompt->slave);
        if (ours && cur_term != ours)
            set_curterm(ours);
    }
    if (!prompt->edit) {
        talloc_free(prompt);
        return err_set(err, STATUS_STORE, "no line can be typed here: %s", strerror(errno));
    }
    prompt_settings(prompt);
    *out = prompt;
    return STATUS_OK;
}

/* What libedit returned as UTF-8, without the end of line; NULL where the line was given up (-1) or ended by
 * ^D while it was empty (0). */
static char *prompt_line(struct prompt *prompt, const void *parent, const wchar_t *line, int n)
{
    size_t ignored;
    prompt_modes_back(prompt);
    if (!line || n <= 0) {
        el_reset(prompt->edit);
        prompt_modes_back(prompt);
        return NULL;
    }
    while (n > 0 && line[n - 1] == L'\n')
        n--;
    return utf8_of_wide(parent, line, (size_t)n, &ignored, 0);
}

char *prompt_read(struct prompt *prompt, const void *parent, const char *history, const char *initial)
{
    int n = 0;
    wchar_t *start = wide_of_utf8(NULL, initial ? initial : "", LINE_MAX_CHARACTERS);
    prompt_past_open(prompt, history);
    if (start[0])
        el_wpush(prompt->edit, start);
    talloc_free(start);
    prompt->escaped = false;
    const wchar_t *wide = el_wgets(prompt->edit, &n);
    char *line = prompt_line(prompt, parent, wide, n);
    prompt_cycle_end(prompt);
    if (line && line[strspn(line, " ")])
        prompt_past_add(prompt, line);
    return line;
}
