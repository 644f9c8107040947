/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "config.h"

#include "bench/watch.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define COLUMNS 120
#define ROWS 40
#define FIRST_MS 3000 /* how long the first byte may take */
#define START_QUIET_MS 120
#define KEY_QUIET_MS 15 /* no more came for as long: the screen is complete */

double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void keep(struct watch *watch, const char *bytes, size_t n)
{
    if (watch->n + n + 1 > watch->capacity) {
        watch->capacity = (watch->n + n + 1) * 2;
        char *more = realloc(watch->seen, watch->capacity);
        if (!more)
            abort();
        watch->seen = more;
    }
    memcpy(watch->seen + watch->n, bytes, n);
    watch->n += n;
    watch->seen[watch->n] = '\0';
}

/* When the last byte came before QUIET ms without any, since START; negative: none came. */
static double until_quiet(struct watch *watch, double start, int quiet)
{
    struct pollfd readable = {.fd = watch->master, .events = POLLIN};
    double last = -1;
    while (poll(&readable, 1, last < 0 ? FIRST_MS : quiet) > 0) {
        char bytes[65536];
        ssize_t n = read(watch->master, bytes, sizeof bytes);
        if (n <= 0)
            break;
        last = now_ms() - start;
        keep(watch, bytes, (size_t)n);
    }
    return last;
}

double watch_start(struct watch *watch, const char *const *argv)
{
    struct winsize size = {.ws_row = ROWS, .ws_col = COLUMNS};
    *watch = (struct watch){0};
    double start = now_ms();
    watch->pid = forkpty(&watch->master, NULL, NULL, &size);
    if (watch->pid == 0) {
        execv(argv[0], (char *const *)(uintptr_t)argv);
        _exit(127);
    }
    return watch->pid < 0 ? -1 : until_quiet(watch, start, START_QUIET_MS);
}

double watch_type(struct watch *watch, const char *keys)
{
    double start = now_ms();
    if (write(watch->master, keys, strlen(keys)) != (ssize_t)strlen(keys))
        return -1;
    return until_quiet(watch, start, KEY_QUIET_MS);
}

void watch_forget(struct watch *watch)
{
    watch->n = 0;
    if (watch->seen)
        watch->seen[0] = '\0';
}

long watch_resident(const struct watch *watch, bool most)
{
    char path[64], line[256];
    long kib = 0;
    snprintf(path, sizeof path, "/proc/%d/status", (int)watch->pid);
    FILE *status = fopen(path, "re");
    const char *name = most ? "VmHWM:" : "VmRSS:";
    while (status && fgets(line, sizeof line, status))
        if (strncmp(line, name, strlen(name)) == 0)
            kib = strtol(line + strlen(name), NULL, 10);
    if (status)
        fclose(status);
    return kib;
}

void watch_end(struct watch *watch)
{
    if (watch->pid > 0) {
        close(watch->master); /* the terminal goes away: it ends */
        for (int i = 0; i < 200 && waitpid(watch->pid, NULL, WNOHANG) == 0; i++)
            poll(NULL, 0, 5);
        if (kill(watch->pid, SIGKILL) == 0)
            waitpid(watch->pid, NULL, 0);
    }
    free(watch->seen);
    *watch = (struct watch){0};
}

static double ms_of(struct timeval time)
{
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

struct cost run_to_end(const char *const *argv)
{
    struct rusage usage = {0};
    int status = -1;
    double start = now_ms();
    pid_t pid = fork();
    if (pid == 0) {
        int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(nowhere, STDOUT_FILENO);
        execv(argv[0], (char *const *)(uintptr_t)argv);
        _exit(127);
    }
    bool ended = pid > 0 && wait4(pid, &status, 0, &usage) == pid;
    return (struct cost){.wall = now_ms() - start, .cpu = ms_of(usage.ru_utime) + ms_of(usage.ru_stime),
                         .resident = usage.ru_maxrss, .ok = ended && WIFEXITED(status) && WEXITSTATUS(status) == 0};
}
