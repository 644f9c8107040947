/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Starts and ends curses on the real terminal, and everything between that is not cells or keys. Two
 * rules from experience: the type of the terminal is judged before the first byte is written to it,
 * and what must be given back is known beforehand, so that a crash can do it without curses. */
#include "config.h"

#include "display.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#undef lines
#undef columns

#include <minutebook/text.h>

#define INSTEAD "; set TERM, or ask without a screen (minutebook --help)"
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

struct display {
    SCREEN *screen;
    FILE *keys;
    struct termios cooked;
    bool marks_pastes;
    bool open, away; /* curses has started; the shell has the terminal for now */
};

/* The bytes and modes that give the terminal back. Of the process and not of an object, because
 * signal handlers and the exhausted memory know no object. */
static struct {
    volatile sig_atomic_t armed;
    char bytes[256];
    size_t n;
    struct termios cooked;
} last_resort;

static void write_all(const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, n);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return; /* the terminal is gone */
        bytes += written;
        n -= (size_t)written;
    }
}

void display_complain(const struct err *err)
{
    struct safe safe = safe_line(NULL, err->text);
    fprintf(stderr, "minutebook: %s\n", safe.text);
    talloc_free((void *)(uintptr_t)safe.text);
}

void display_abandon(void)
{
    if (!last_resort.armed)
        return;
    last_resort.armed = 0;
    write_all(last_resort.bytes, last_resort.n);
    tcsetattr(STDOUT_FILENO, TCSANOW, &last_resort.cooked);
}

static const char *capability(const char *name)
{
    const char *text = tigetstr((char *)(uintptr_t)name);
    return text && text != (char *)-1 ? text : NULL;
}

/* Append a capability's bytes without its padding ("$<5>"). */
static void last_resort_add(const char *text)
{
    for (; text && *text && last_resort.n < sizeof last_resort.bytes; text++) {
        const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
        if (end)
            text = end;
        else
            last_resort.bytes[last_resort.n++] = *text;
    }
}

static void last_resort_arm(const struct display *display)
{
    last_resort.n = 0;
    last_resort_add(display->marks_pastes ? PASTE_OFF : NULL);
    last_resort_add(capability("sgr0"));
    last_resort_add(capability("rmkx"));
    last_resort_add(capability("cnorm"));
    last_resort_add(capability("rmcup"));
    last_resort.cooked = display->cooked;
    last_resort.armed = 1;
}

int display_keyboard_open(bool *mine)
{
    *mine = !isatty(STDIN_FILENO);
    return *mine ? open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC) : STDIN_FILENO;
}

enum status display_judge(struct err *err)
{
    const char *type = getenv("TERM");
    int found = 0;
    if (setupterm(NULL, STDOUT_FILENO, &found) != OK)
        return err_set(err, STATUS_USAGE, "the terminal type '%s' is unknown here" INSTEAD, type ? type : "");
    bool moves = capability("cup") != NULL;
    del_curterm(cur_term);
    if (!moves)
        return err_set(err, STATUS_USAGE, "the terminal type '%s' cannot move its cursor" INSTEAD, type ? type : "");
    return STATUS_OK;
}

/* Does the terminal mark pasted text when asked? Those that do not would ignore the question, but
 * some very old ones print it. */
static bool display_marks_pastes(void)
{
    static const char *const families[] = {"xterm", "screen", "tmux", "rxvt", "foot", "alacritty"};
    const char *type = termname();
    if (capability("BE"))
        return true;
    for (size_t i = 0; i < MB_LENGTH(families); i++)
        if (strncmp(type, families[i], strlen(families[i])) == 0)
            return true;
    return false;
}

static void display_modes(struct display *display)
{
    raw();
    noecho();
    nonl();
    intrflush(stdscr, FALSE);
    keypad(stdscr, TRUE);
    meta(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    display->marks_pastes = display_marks_pastes();
}

static void display_mark_pastes(const struct display *display, bool on)
{
    if (display->marks_pastes)
        write_all(on ? PASTE_ON : PASTE_OFF, strlen(PASTE_ON));
}

static int display_end(struct display *display)
{
    if (display->open && !display->away)
        display_leave(display);
    if (display->screen)
        delscreen(display->screen);
    if (display->keys && display->keys != stdin)
        fclose(display->keys);
    return 0;
}

static enum status display_start(struct display *display, struct err *err)
{
    bool mine;
    int keyboard = display_keyboard_open(&mine);
    if (keyboard < 0)
        return err_set(err, STATUS_USAGE, "no keyboard: /dev/tty: %s", strerror(errno));
    display->keys = mine ? fdopen(keyboard, "r+") : stdin;
    if (!display->keys || tcgetattr(STDOUT_FILENO, &display->cooked) != 0)
        return err_set(err, STATUS_USAGE, "the terminal does not answer: %s", strerror(errno));
    use_tioctl(TRUE); /* else LINES and COLUMNS in the environment beat the real size */
    display->screen = newterm(NULL, stdout, display->keys); /* initscr() would exit by itself */
    if (!display->screen)
        return err_set(err, STATUS_USAGE, "the terminal cannot be used for a screen" INSTEAD);
    display->open = true;
    display_modes(display);
    last_resort_arm(display);
    display_mark_pastes(display, true);
    return STATUS_OK;
}

enum status display_open(const void *parent, struct display **out, struct err *err)
{
    struct display *display = mem_new(parent, struct display);
    talloc_set_destructor(display, display_end);
    enum status status = display_start(display, err);
    if (status != STATUS_OK)
        display_close(display);
    else
        *out = display;
    return status;
}

void display_close(struct display *display)
{
    talloc_free(display);
}

int display_keyboard(const struct display *display)
{
    return fileno(display->keys);
}

const struct termios *display_cooked(const struct display *display)
{
    return &display->cooked;
}

void display_escape_delay(int milliseconds)
{
    if (!getenv("ESCDELAY"))
        set_escdelay(milliseconds);
}

void display_size(const struct display *display, int *width, int *height)
{
    (void)display;
    getmaxyx(stdscr, *height, *width);
}

void display_resize(struct display *display)
{
    (void)display;
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
        resizeterm(size.ws_row, size.ws_col);
    clearok(curscr, TRUE); /* terminals reflow their old lines in ways of their own */
}

void display_leave(struct display *display)
{
    display_mark_pastes(display, false);
    endwin();
    last_resort.armed = 0;
    display->away = true;
}

void display_return(struct display *display)
{
    display->away = false;
    refresh(); /* after endwin() this takes the modes and the second screen again */
    last_resort.armed = 1;
    display_mark_pastes(display, true);
    display_resize(display);
}

void display_retake(struct display *display)
{
    reset_prog_mode();
    display_mark_pastes(display, true);
    display_resize(display);
}
