/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A program watched from outside: in a pseudo-terminal of 120x40, timed to the last byte it paints, or
 * run to its end and charged by the kernel. Times are milliseconds. */
#ifndef MINUTEBOOK_BENCH_WATCH_H
#define MINUTEBOOK_BENCH_WATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

double now_ms(void);

struct watch {
    pid_t pid;
    int master;
    char *seen; /* the bytes painted since watch_forget(), NUL at the end */
    size_t n, capacity;
};

/* Start ARGV and wait until it has painted and then been quiet: the time from fork to the last byte, or
 * a negative number where nothing came. */
double watch_start(struct watch *watch, const char *const *argv);
/* Type KEYS and wait the same way: the time to the last byte of what they changed. */
double watch_type(struct watch *watch, const char *keys);
void watch_forget(struct watch *watch);
/* Resident memory now and at most, KiB; 0 where the system does not say. */
long watch_resident(const struct watch *watch, bool most);
void watch_end(struct watch *watch);

struct cost {
    double wall, cpu; /* ms */
    long resident;    /* KiB at most */
    bool ok;          /* it ended with 0 */
};
/* Run ARGV to its end, its output thrown away. */
struct cost run_to_end(const char *const *argv);

#endif
