/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The worker: a thread that takes no signals, runs one job at a time and writes a byte when it is
 * done. Jobs wait in a list that only the loop's thread touches; the thread sees one slot. Freeing
 * the worker finishes its jobs: what the user asked for is not lost by leaving. */
#include "config.h"

#include "worker.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

struct worker {
    pthread_t thread;
    pthread_mutex_t lock; /* guards `slot`, `finished` and `leave` */
    pthread_cond_t wake, idle;
    struct job *slot;     /* given to the thread, or being run by it */
    bool finished;        /* `slot` was run and waits to be taken back */
    bool leave;
    atomic_bool cancelled;
    int done[2];
    /* The loop's thread alone: */
    struct job **waiting;
    size_t n_waiting, first_waiting;
};

static bool worker_is_cancelled(void *to)
{
    struct worker *worker = to;
    return atomic_load(&worker->cancelled);
}

static void *worker_main(void *to)
{
    struct worker *worker = to;
    pthread_mutex_lock(&worker->lock);
    for (;;) {
        while (!worker->leave && (!worker->slot || worker->finished))
            pthread_cond_wait(&worker->wake, &worker->lock);
        if (!worker->slot || worker->finished)
            break;
        struct job *job = worker->slot;
        pthread_mutex_unlock(&worker->lock);
        job_run(job, worker_is_cancelled, worker);
        pthread_mutex_lock(&worker->lock);
        worker->finished = true;
        pthread_cond_signal(&worker->idle);
        ssize_t written = write(worker->done[1], "d", 1); /* one job, one byte: the pipe never fills */
        (void)written;
    }
    pthread_mutex_unlock(&worker->lock);
    return NULL;
}

/* Put the next waiting job into the empty slot. */
static void worker_next(struct worker *worker)
{
    if (worker->first_waiting == worker->n_waiting)
        return;
    pthread_mutex_lock(&worker->lock);
    if (!worker->slot) {
        worker->slot = worker->waiting[worker->first_waiting++];
        worker->finished = false;
        atomic_store(&worker->cancelled, false);
        pthread_cond_signal(&worker->wake);
    }
    pthread_mutex_unlock(&worker->lock);
    if (worker->first_waiting == worker->n_waiting) {
        worker->first_waiting = worker->n_waiting = 0;
        TALLOC_FREE(worker->waiting);
    }
}

static int worker_end(struct worker *worker)
{
    worker_finish(worker);
    pthread_mutex_lock(&worker->lock);
    worker->leave = true;
    pthread_cond_signal(&worker->wake);
    pthread_mutex_unlock(&worker->lock);
    pthread_join(worker->thread, NULL);
    pthread_cond_destroy(&worker->wake);
    pthread_cond_destroy(&worker->idle);
    pthread_mutex_destroy(&worker->lock);
    close(worker->done[0]);
    close(worker->done[1]);
    return 0;
}

static int worker_start(struct worker *worker)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before); /* inherited: signals are the loop's */
    int failed = pthread_create(&worker->thread, NULL, worker_main, worker);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return failed;
}

enum status worker_new(const void *parent, struct worker **out, struct err *err)
{
    struct worker *worker = mem_new(parent, struct worker);
    pthread_mutex_init(&worker->lock, NULL);
    pthread_cond_init(&worker->wake, NULL);
    pthread_cond_init(&worker->idle, NULL);
    int failed = pipe2(worker->done, O_CLOEXEC | O_NONBLOCK) == 0 ? worker_start(worker) : errno;
    if (failed) {
        talloc_free(worker);
        return err_set(err, STATUS_STORE, "cannot start a thread for edits and imports: %s", strerror(failed));
    }
    talloc_set_destructor(worker, worker_end);
    *out = worker;
    return STATUS_OK;
}

void worker_give(struct worker *worker, struct job *job)
{
    *mem_append(worker, worker->waiting, worker->n_waiting) = job;
    worker_next(worker);
}

int worker_fd(const struct worker *worker)
{
    return worker->done[0];
}

struct job *worker_done(struct worker *worker)
{
    char byte;
    struct job *job = NULL;
    while (read(worker->done[0], &byte, 1) == 1)
        ;
    pthread_mutex_lock(&worker->lock);
    if (worker->finished) {
        job = worker->slot;
        worker->slot = NULL;
        worker->finished = false;
    }
    pthread_mutex_unlock(&worker->lock);
    worker_next(worker);
    return job;
}

bool worker_busy(const struct worker *worker)
{
    struct worker *locked = (struct worker *)(uintptr_t)worker; /* the lock, not the worker, is changed */
    pthread_mutex_lock(&locked->lock);
    bool busy = worker->slot != NULL;
    pthread_mutex_unlock(&locked->lock);
    return busy || worker->first_waiting < worker->n_waiting;
}

void worker_progress(struct worker *worker, struct pace *out)
{
    *out = (struct pace){0};
    pthread_mutex_lock(&worker->lock);
    if (worker->slot && !worker->finished)
        job_progress(worker->slot, out); /* the job stays while the lock is held */
    pthread_mutex_unlock(&worker->lock);
}

void worker_cancel(struct worker *worker)
{
    atomic_store(&worker->cancelled, true);
}

void worker_finish(struct worker *worker)
{
    while (worker_busy(worker)) {
        pthread_mutex_lock(&worker->lock);
        while (worker->slot && !worker->finished)
            pthread_cond_wait(&worker->idle, &worker->lock);
        pthread_mutex_unlock(&worker->lock);
        talloc_free(worker_done(worker));
    }
}
