/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Does work grow with what it is given? Cost is compared with cost in the same run, never with a clock. */
#ifndef MINUTEBOOK_TESTS_GROWTH_H
#define MINUTEBOOK_TESTS_GROWTH_H

#include "support/test.h"

#include <time.h>

/* Work of TIMES pieces, on a context of its own. */
typedef void test_work(const void *context, void *to, size_t times);

/* Processor time of it, the least of three: a machine may be busy with other work. */
static inline double test_cost(test_work *work, void *to, size_t times)
{
    double least = 0;
    for (int i = 0; i < 3; i++) {
        void *context = talloc_named_const(NULL, 0, "cost");
        clock_t start = clock();
        work(context, to, times);
        double cost = (double)(clock() - start) / CLOCKS_PER_SEC;
        talloc_free(context);
        least = i == 0 || cost < least ? cost : least;
    }
    return least;
}

/* Four times as much takes about four times as long, where each piece looking through all others takes sixteen times. What takes
 * less than a hundredth of a second says nothing. */
static inline void test_cost_grows_with(test_work *work, void *to, size_t times)
{
    double one = test_cost(work, to, times / 4), four = test_cost(work, to, times);
    if (four > 0.01 && four > 9 * one)
        fail_msg("%zu pieces: %.3f s, four times as many: %.3f s", times / 4, one, four);
}

#endif
