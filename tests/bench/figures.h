/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Measured values, and the one line each figure becomes. */
#ifndef MINUTEBOOK_BENCH_FIGURES_H
#define MINUTEBOOK_BENCH_FIGURES_H

#define SAMPLES_MAX 2000
struct samples {
    double at[SAMPLES_MAX];
    int n;
    int missing; /* nothing came that could be timed */
};
void samples_add(struct samples *samples, double value); /* negative: missing */
double samples_median(struct samples *samples);
double samples_p99(struct samples *samples); /* nearest rank: with a hundred or fewer, the greatest */

/* "name   ratio   of what   raw   reach" */
void figure_head(void);
void figure(const char *name, double ratio, const char *of, const char *reach, const char *raw_format, ...)
    __attribute__((format(printf, 5, 6)));
#endif
