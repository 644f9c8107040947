/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What an import costs, beside programs that do less of the same. */
#ifndef MINUTEBOOK_BENCH_IMPORTS_H
#define MINUTEBOOK_BENCH_IMPORTS_H

#include "bench/watch.h"

struct import_bench {
    const char *minutebook, *insert;
    const char *papers;  /* a folder of pages */
    const char *scratch; /* where stores may be made */
    const char *folders; /* holds folders of pages, named by how many: 250, 500, 1000, 2000 */
};
/* The figures of PAPERS, then of FOLDERS. */
void bench_import(const struct import_bench *bench);

/* End the run: WHAT was not as it must be, and the screen of WATCH (may be NULL). */
_Noreturn void give_up(const char *what, const struct watch *watch);

#endif
