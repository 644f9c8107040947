/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One thread for what may wait: edits and imports, one after another. All calls from the loop's thread. */
#ifndef MINUTEBOOK_TERMINAL_WORKER_H
#define MINUTEBOOK_TERMINAL_WORKER_H

#include <minutebook/screens.h>

struct worker;

enum status worker_new(const void *parent, struct worker **out, struct err *err) MB_MUST_CHECK;

/* JOB runs after those given before it. It is the worker's until worker_done() returns it. */
void worker_give(struct worker *worker, struct job *job);
int worker_fd(const struct worker *worker);       /* readable when a job is done */
struct job *worker_done(struct worker *worker);   /* the next finished job, NULL none; ownership leaves */
bool worker_busy(const struct worker *worker);    /* jobs given and not yet taken back */
void worker_progress(struct worker *worker, struct pace *out); /* of the job that runs, else nothing */
void worker_cancel(struct worker *worker);        /* asks the job that runs to stop at its next safe point */

/* Waits until the running job and those behind it are done. */
void worker_finish(struct worker *worker);

#endif
