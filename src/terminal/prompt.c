/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* libedit edits, we show. It is given a private pseudo-terminal for its modes and sizes and /dev/null
 * for its output, so that it finds a terminal (without one it does not edit at all) and never touches
 * ours; keys go in through EL_GETCFN, whose callback is one pass of the loop, and after each key the
 * line is handed out. Where no pseudo-terminal can be had, the real one lends its modes, which are put
 * back after each step. */
#include "config.h"

#include "prompt.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <limits.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>
#undef lines
#undef columns

#include <minutebook/command.h>

#define LINE_MAX_CHARACTERS 4096
#define CANCEL_C 3
#define CANCEL_G 7
#define ESCAPE 27

struct prompt {
    EditLine *edit;
    FILE *nowhere;
    int master, slave; /* master -1: the slave is the real terminal */
    bool vi;
    bool escaped;      /* vi: the last key was Esc; a second one gives up */
    const struct prompt_ops *ops;
    void *to;
};

/* A special key goes in as one private C1 character bound to the editor's function: atomic, alike in
 * all key maps and terminal types, and no unbound sequence can leave its tail in the line. */
static const struct {
    uint32_t key;
    wchar_t stand_in;
    const wchar_t *function;
} prompt_keys[] = {
    {MBKEY_LEFT, 0x81, L"ed-prev-char"},
    {MBKEY_RIGHT, 0x82, L"ed-next-char"},
    {MBKEY_UP, 0x83, L"ed-prev-history"},
    {MBKEY_DOWN, 0x84, L"ed-next-history"},
    {MBKEY_HOME, 0x85, L"ed-move-to-beg"},
    {MBKEY_END, 0x86, L"minutebook-end"},
    {MBKEY_DELETE, 0x87, L"ed-delete-next-char"},
    {MBKEY_BACKSPACE, 0x88, L"ed-delete-prev-char"},
    {MBKEY_PAGE_UP, 0x89, L"ed-search-prev-history"},
    {MBKEY_PAGE_DOWN, 0x8A, L"ed-search-next-history"},
    {MBKEY_ENTER, 0x8B, L"ed-newline"},
};

/* ---- between wide characters and UTF-8 (LC_CTYPE is UTF-8 once the face runs) ------------------- */

static char *utf8_of_wide(const void *parent, const wchar_t *wide, size_t n, size_t *bytes_before, size_t cursor)
{
    char *text = mem_zero_named(parent, n * MB_LEN_MAX + 1, "char");
    size_t used = 0;
    mbstate_t state = {0};
    *bytes_before = 0;
    for (size_t i = 0; i < n; i++) {
        if (i == cursor)
            *bytes_before = used;
        size_t wrote = wcrtomb(text + used, wide[i], &state);
        used += wrote == (size_t)-1 ? 0 : wrote;
    }
    if (cursor >= n)
        *bytes_before = used;
    text[used] = '\0';
    return text;
}

/* What may go into the line: breaks and tabs as blanks, other control characters left out. */
static wchar_t *wide_of_utf8(const void *parent, const char *text, size_t max)
{
    size_t left = strlen(text), n = 0;
    wchar_t *wide = mem_zero_named(parent, (max + 1) * sizeof *wide, "wchar_t");
    mbstate_t state = {0};
    while (left > 0 && n < max) {
        size_t used = mbrtowc(&wide[n], text, left, &state);
        if (used == 0 || used > left) /* not UTF-8: one byte is left out */
            memset(&state, 0, sizeof state), wide[n] = 0, used = 1;
        if (wide[n] == L'\n' || wide[n] == L'\r' || wide[n] == L'\t')
            wide[n] = L' ';
        if (wide[n] >= 0x20 && (wide[n] < 0x7F || wide[n] > 0x9F))
            n++;
        text += used;
        left -= used;
    }
    wide[n] = 0;
    return wide;
}

/* ---- keys in, line out -------------------------------------------------------------------------- */

/* Without a terminal of its own libedit has put the real one into its modes. */
static void prompt_modes_back(const struct prompt *prompt)
{
    if (prompt->master < 0)
        reset_prog_mode();
}

static void prompt_tell(struct prompt *prompt)
{
    const LineInfoW *line = el_wline(prompt->edit);
    size_t all = (size_t)(line->lastchar - line->buffer), cursor = (size_t)(line->cursor - line->buffer);
    const wchar_t *hint = wmemchr(line->buffer, L'\n', all); /* libedit's own searches: "\nbck:..." */
    size_t n = hint ? (size_t)(hint - line->buffer) : all, at;
    char *text = utf8_of_wide(NULL, line->buffer, n, &at, cursor);
    prompt->ops->changed(prompt->to, text, at);
    talloc_free(text);
}

/* How one input goes on: the editor gets *out, or the line is given up, or nothing happens. */
enum fed { FED_NOTHING, FED_CHARACTER, FED_CANCEL };

static enum fed feed_paste(struct prompt *prompt, const char *paste, wchar_t *out)
{
    const LineInfoW *line = el_wline(prompt->edit);
    size_t held = (size_t)(line->lastchar - line->buffer);
    wchar_t *wide = wide_of_utf8(NULL, paste, held < LINE_MAX_CHARACTERS ? LINE_MAX_CHARACTERS - held : 0);
    *out = wide[0];
    if (wide[0] && wide[1])
        el_wpush(prompt->edit, wide + 1); /* the rest comes without asking: one refresh for all */
    enum fed fed = wide[0] ? FED_CHARACTER : FED_NOTHING;
    talloc_free(wide);
    return fed;
}

static enum fed feed_alt(struct prompt *prompt, uint32_t key, wchar_t *out)
{
    if (key < 0x20 || key > 0x7E)
        return FED_NOTHING;
    wchar_t after[2] = {(wchar_t)key, 0};
    el_wpush(prompt->edit, after);
    prompt->escaped = false;
    *out = ESCAPE;
    return FED_CHARACTER;
}

static enum fed feed_special(struct prompt *prompt, uint32_t key, wchar_t *out)
{
    prompt->escaped = false;
    for (size_t i = 0; i < MB_LENGTH(prompt_keys); i++) {
        if (prompt_keys[i].key == key) {
            *out = prompt_keys[i].stand_in;
            return FED_CHARACTER;
        }
    }
    return FED_NOTHING;
}

static enum fed feed_key(struct prompt *prompt, uint32_t key, wchar_t *out)
{
    const LineInfoW *line = el_wline(prompt->edit);
    bool empty = line->lastchar == line->buffer, full = line->lastchar - line->buffer >= LINE_MAX_CHARACTERS;
    if (key >= KEY_SPECIAL)
        return feed_special(prompt, key, out);
    if (key == CANCEL_C || key == CANCEL_G || (key == ESCAPE && (!prompt->vi || prompt->escaped || empty)))
        return FED_CANCEL;
    prompt->escaped = key == ESCAPE;
    if ((key >= 0x80 && key < 0xA0) || (full && key >= 0x20)) /* C1 are our stand-ins, never typed */
        return FED_NOTHING;
    *out = (wchar_t)key;
    return FED_CHARACTER;
}

static enum fed feed(struct prompt *prompt, const struct input *input, wchar_t *out)
{
    if (input->kind == INPUT_PASTE)
        return feed_paste(prompt, input->paste, out);
    if (input->kind == INPUT_ALT)
        return feed_alt(prompt, input->key, out);
    return feed_key(prompt, input->key, out);
}

/* EL_GETCFN: called by libedit for the next character; -1 ends el_wgets() without a line. */
static int prompt_character(EditLine *edit, wchar_t *out)
{
    struct prompt *prompt = NULL;
    el_get(edit, EL_CLIENTDATA, &prompt);
    prompt_modes_back(prompt);
    enum fed fed = FED_NOTHING;
    while (fed == FED_NOTHING) {
        struct input input;
        prompt_tell(prompt);
        fed = prompt->ops->next(prompt->to, &input) ? feed(prompt, &input, out) : FED_CANCEL;
    }
    errno = 0; /* libedit would take an old EINTR for ours */
    return fed == FED_CHARACTER ? 1 : -1;
}

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

static void prompt_bind(struct prompt *prompt)
{
    EditLine *edit = prompt->edit;
    el_wset(edit, EL_ADDFN, L"minutebook-end", L"To the end of the line", prompt_end);
    /* The incremental search of libedit 3.1 takes U+2013 for ^S and U+2019 for ^Y. */
    el_wset(edit, EL_BIND, L"^R", L"ed-search-prev-history", NULL);
    el_wset(edit, EL_BIND, L"^S", L"ed-search-next-history", NULL);
    if (!prompt->vi)
        el_wset(edit, EL_BIND, L"\\ex", L"ed-ignore", NULL); /* waits for a command of its own */
    for (size_t i = 0; i < MB_LENGTH(prompt_keys); i++) {
        wchar_t key[2] = {prompt_keys[i].stand_in, 0};
        el_wset(edit, EL_BIND, key, prompt_keys[i].function, NULL);
        if (prompt->vi)
            el_wset(edit, EL_BIND, L"-a", key, prompt_keys[i].function, NULL);
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

char *prompt_read(struct prompt *prompt, const void *parent, const char *initial)
{
    int n = 0;
    size_t ignored;
    wchar_t *start = wide_of_utf8(NULL, initial ? initial : "", LINE_MAX_CHARACTERS);
    if (start[0])
        el_wpush(prompt->edit, start);
    talloc_free(start);
    prompt->escaped = false;
    const wchar_t *line = el_wgets(prompt->edit, &n);
    prompt_modes_back(prompt);
    if (!line || n <= 0) { /* -1: given up; 0: ^D on an empty line */
        el_reset(prompt->edit);
        prompt_modes_back(prompt);
        return NULL;
    }
    while (n > 0 && line[n - 1] == L'\n')
        n--;
    return utf8_of_wide(parent, line, (size_t)n, &ignored, 0);
}
