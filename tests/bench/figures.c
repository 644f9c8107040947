/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "config.h"

#include "bench/figures.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void samples_add(struct samples *samples, double value)
{
    if (value < 0)
        samples->missing++;
    else if (samples->n < SAMPLES_MAX)
        samples->at[samples->n++] = value;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double samples_median(struct samples *samples)
{
    qsort(samples->at, (size_t)samples->n, sizeof *samples->at, by_value);
    return samples->n ? samples->at[samples->n / 2] : 0;
}

double samples_p99(struct samples *samples)
{
    qsort(samples->at, (size_t)samples->n, sizeof *samples->at, by_value);
    return samples->n ? samples->at[(samples->n * 99 - 1) / 100] : 0;
}

void figure_head(void)
{
    printf("%-44s %7s  %-26s %-11s %s\n", "figure", "ratio", "of", "reach", "raw");
}

void figure(const char *name, double ratio, const char *of, const char *reach, const char *raw_format, ...)
{
    char raw[256];
    va_list arguments;
    va_start(arguments, raw_format);
    vsnprintf(raw, sizeof raw, raw_format, arguments);
    va_end(arguments);
    printf("%-44s %7.2f  %-26s %-11s %s\n", name, ratio, of, reach, raw);
    fflush(stdout);
}
