/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* turns TIMES NAME OF REACH cpu|wall PROGRAM [ARGUMENT ...] -- PROGRAM [ARGUMENT ...]: the two in turns, each to its end after a first run
 * that does not count, and the ratio of what they took in the middle as one figure. Programs are named by their whole paths. */
#include "config.h"

#include "bench/figures.h"
#include "bench/watch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What comes to its end with another number than 0 (a search that finds nothing) has taken its time, too; 127 did not start. */
static double took(const char *const *argv, const char *what)
{
    struct cost cost = run_to_end(argv);
    return strcmp(what, "cpu") == 0 ? cost.cpu : cost.wall;
}

int main(int argc, char **argv)
{
    static struct samples first, second;
    int other = 6;
    while (other < argc && strcmp(argv[other], "--") != 0)
        other++;
    if (argc < 9 || other + 1 >= argc) {
        fputs("usage: turns TIMES NAME OF REACH cpu|wall PROGRAM [ARGUMENT ...] -- PROGRAM [ARGUMENT ...]\n", stderr);
        return 2;
    }
    argv[other] = NULL;
    const char *const *one = (const char *const *)&argv[6], *const *two = (const char *const *)&argv[other + 1];
    for (long i = 0, n = strtol(argv[1], NULL, 10); i <= n; i++) {
        double a = took(one, argv[5]), b = took(two, argv[5]);
        if (i == 0 && n > 0)
            continue;
        samples_add(&first, a);
        samples_add(&second, b);
    }
    double a = samples_median(&first), b = samples_median(&second);
    figure(argv[2], b > 0 ? a / b : 0, argv[3], argv[4], "%.1f ms, %.1f", a, b);
    return 0;
}
