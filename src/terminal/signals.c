/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Signal handlers that only note the signal and write one byte to a pipe. A handler is given no
 * object, so this file and the terminal's last-moment restore (display.c) hold the few variables of
 * the room that outlive a call. What a signal means is decided in loop.c. */
#include "config.h"

#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static const int noted[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGQUIT};
static const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

static struct sigaction noted_before[MB_LENGTH(noted)], crashes_before[MB_LENGTH(crashes)];
static volatile sig_atomic_t resized, stop, continued, ending;
static void (*crash_hook)(void);
static int signal_pipe[2] = {-1, -1};

static void signal_note(int number)
{
    int saved = errno;
    if (number == SIGWINCH)
        resized = 1;
    else if (number == SIGTSTP)
        stop = 1;
    else if (number == SIGCONT)
        continued = 1;
    else
        ending = number;
    /* The pipe does not block: full means the loop will wake anyway. */
    ssize_t written = write(signal_pipe[1], "s", 1);
    (void)written;
    errno = saved;
}

static void signal_crash(int number)
{
    crash_hook();
    raise(number); /* SA_RESETHAND: now it takes its course, with a core where the user wants one */
}

static void signal_install(int number, void (*handler)(int), int flags, struct sigaction *before)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
    sigemptyset(&action.sa_mask);
    sigaction(number, NULL, before);
    /* A crash someone else already handles (a sanitizer) is theirs. */
    bool taken = before->sa_handler == SIG_IGN || (handler == signal_crash && before->sa_handler != SIG_DFL);
    if (!taken)
        sigaction(number, &action, NULL);
}

enum status signals_open(void (*on_crash)(void), struct err *err)
{
    if (pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return err_set(err, STATUS_STORE, "cannot make a pipe: %s", strerror(errno));
    crash_hook = on_crash;
    resized = stop = continued = ending = 0;
    for (size_t i = 0; i < MB_LENGTH(noted); i++)
        signal_install(noted[i], signal_note, SA_RESTART, &noted_before[i]);
    for (size_t i = 0; i < MB_LENGTH(crashes); i++)
        signal_install(crashes[i], signal_crash, SA_RESETHAND, &crashes_before[i]);
    return STATUS_OK;
}

void signals_close(void)
{
    for (size_t i = 0; i < MB_LENGTH(noted); i++)
        sigaction(noted[i], &noted_before[i], NULL);
    for (size_t i = 0; i < MB_LENGTH(crashes); i++)
        sigaction(crashes[i], &crashes_before[i], NULL);
    for (size_t i = 0; i < MB_LENGTH(signal_pipe); i++) {
        close(signal_pipe[i]);
        signal_pipe[i] = -1;
    }
}

int signals_fd(void)
{
    return signal_pipe[0];
}

static bool signal_taken(volatile sig_atomic_t *flag)
{
    bool was = *flag;
    *flag = 0;
    return was;
}

struct signals_seen signals_take(void)
{
    char bytes[64];
    while (read(signal_pipe[0], bytes, sizeof bytes) > 0)
        ;
    return (struct signals_seen){.resized = signal_taken(&resized),
                                 .stop = signal_taken(&stop),
                                 .continued = signal_taken(&continued),
                                 .ending = ending};
}

void signals_stop(bool group)
{
    struct sigaction plain = {.sa_handler = SIG_DFL}, ours;
    sigemptyset(&plain.sa_mask);
    sigaction(SIGTSTP, &plain, &ours);
    if (group)
        kill(0, SIGTSTP);
    else
        raise(SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
    continued = 0; /* ours: the caller puts the screen back itself */
}
