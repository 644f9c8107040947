/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The papers of an import run as its report needs them: which meeting each is of by now, and lists of them by outcome. */
#ifndef MINUTEBOOK_SCREENS_PRINT_PAPERS_H
#define MINUTEBOOK_SCREENS_PRINT_PAPERS_H

#include "private.h"

/* A later paper of a run can complete or rename the meeting of an earlier one: all is asked of the store at the end. */
struct run_papers {
    const struct import_run *run;
    struct meeting_rows rows;
    const struct meeting_row **of_line;  /* the meeting of each line; NULL: of none */
    const struct meeting_row **meetings; /* each once, in the order of the run */
    size_t n_meetings;
    int *to_check;                       /* of each of `rows` */
    int counts[IMPORT_REFUSED + 1];      /* lines of each outcome */
};
enum status run_papers_read(const void *parent, struct store *store, struct date as_at, const struct import_run *run,
                            struct run_papers *out, struct err *err) MB_MUST_CHECK;
/* "3 new, 1 unchanged, 2 refused"; NULL without papers. On PARENT. */
char *run_papers_words(const void *parent, const struct run_papers *papers);
/* Is one of them of no meeting, so that no meeting tells what became of it? */
bool run_papers_are_lists(const struct run_papers *papers);
/* Each paper under its outcome, of each outcome at most MOST; those that are refused only INSIDE the browser. Where their meetings
 * were not TOLD, how their details are given, too. */
void run_papers_list(struct page *page, const struct run_papers *papers, size_t most, const struct program *program, bool inside, bool told);

#endif
