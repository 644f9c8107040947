/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The write lock between all minutebook programs of one store (reliability.md 2.3): an flock, waited
 * for in the kernel's queue and given up after a stated time. A dead process loses it by itself.
 *
 * Polling with LOCK_NB starves beside busy writers, so the wait is a blocking flock(2) which a timer
 * of this thread alone interrupts ten times a second to look at the clock. */
#include "config.h"

#include "src/store/private.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#ifndef sigev_notify_thread_id /* glibc before 2.36 names it only so */
#define sigev_notify_thread_id _sigev_un._tid
#endif

#define WAKE_SIGNAL (SIGRTMIN + 4)
#define WAKE_MS 100

static const char held_by_another[] = "another minutebook holds the store (stopped?); nothing was changed, try again";

enum status lock_open(const char *path, int *fd, struct err *err)
{
    *fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY, 0600);
    if (*fd < 0)
        return err_set(err, STATUS_STORE, "cannot open the lock file \"%s\": %s", path, strerror(errno));
    return STATUS_OK;
}

static void wake(int signal_number)
{
    (void)signal_number; /* its arrival ends the flock with EINTR: no SA_RESTART */
}

/* A timer that signals the calling thread every WAKE_MS. */
static bool timer_begin(timer_t *timer, sigset_t *before)
{
    struct sigaction action = {.sa_handler = wake};
    sigemptyset(&action.sa_mask);
    sigset_t ours;
    sigemptyset(&ours);
    sigaddset(&ours, WAKE_SIGNAL);
    if (sigaction(WAKE_SIGNAL, &action, NULL) != 0 || pthread_sigmask(SIG_UNBLOCK, &ours, before) != 0)
        return false;
    struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = WAKE_SIGNAL};
    event.sigev_notify_thread_id = (pid_t)syscall(SYS_gettid);
    struct itimerspec every = {.it_interval.tv_nsec = WAKE_MS * 1000000L, .it_value.tv_nsec = WAKE_MS * 1000000L};
    if (timer_create(CLOCK_MONOTONIC, &event, timer) != 0) {
        pthread_sigmask(SIG_SETMASK, before, NULL);
        return false;
    }
    timer_settime(*timer, 0, &every, NULL);
    return true;
}

static void timer_end(timer_t timer, const sigset_t *before)
{
    timer_delete(timer);
    pthread_sigmask(SIG_SETMASK, before, NULL);
}

static enum status wait_blocking(int fd, int wait_ms, struct err *err)
{
    timer_t timer;
    sigset_t before;
    if (!timer_begin(&timer, &before))
        return err_set(err, STATUS_STORE, "cannot wait for the store's lock: %s", strerror(errno));
    int64_t until = clock_ms() + wait_ms;
    int rc;
    do
        rc = flock(fd, LOCK_EX);
    while (rc != 0 && errno == EINTR && clock_ms() < until);
    int why = errno;
    timer_end(timer, &before);
    if (rc == 0)
        return STATUS_OK;
    if (why == EINTR)
        return err_set(err, STATUS_BUSY, "%s", held_by_another);
    return err_set(err, STATUS_STORE, "cannot lock the store: %s", strerror(why));
}

enum status lock_take(int fd, int wait_ms, struct err *err)
{
    if (flock(fd, LOCK_EX | LOCK_NB) == 0)
        return STATUS_OK;
    if (errno != EWOULDBLOCK && errno != EINTR)
        return err_set(err, STATUS_STORE, "cannot lock the store: %s", strerror(errno));
    if (wait_ms <= 0)
        return err_set(err, STATUS_BUSY, "%s", held_by_another);
    return wait_blocking(fd, wait_ms, err);
}

/* A shared lock of the open file description on the second byte, which flock(2) does not touch. */
#define IN_USE {.l_whence = SEEK_SET, .l_start = 1, .l_len = 1}

void lock_announce(int fd)
{
    struct flock in_use = IN_USE;
    in_use.l_type = F_RDLCK;
    (void)fcntl(fd, F_OFD_SETLK, &in_use);
}

bool lock_others(int fd)
{
    struct flock in_use = IN_USE;
    in_use.l_type = F_WRLCK;
    return fcntl(fd, F_OFD_GETLK, &in_use) != 0 || in_use.l_type != F_UNLCK;
}

void lock_release(int fd)
{
    flock(fd, LOCK_UN);
}

/* ---- the two locks of a store ------------------------------------------------------------------ */

/* ^Z or ^C in the middle of a hold would freeze everybody or waste the work: they wait the few
 * milliseconds until it is over. */
static void hold_signals(sigset_t *before)
{
    static const int waiting[] = {SIGTSTP, SIGINT, SIGTERM, SIGHUP, SIGTTIN, SIGTTOU};
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < MB_LENGTH(waiting); i++)
        sigaddset(&set, waiting[i]);
    pthread_sigmask(SIG_BLOCK, &set, before);
}

/* Stopping a process stops all its threads, also one that holds the lock with its signals blocked: who
 * stops it waits for the holders, and nobody begins to hold meanwhile. */
static pthread_rwlock_t holders = PTHREAD_RWLOCK_INITIALIZER;

void store_pause(void)
{
    pthread_rwlock_wrlock(&holders);
}

void store_resume(void)
{
    pthread_rwlock_unlock(&holders);
}

/* The lock, but never while the process is paused: whoever gets it then gives it back and waits. */
static enum status lock_hold(int fd, int wait_ms, struct err *err)
{
    for (;;) {
        enum status status = lock_take(fd, wait_ms, err);
        if (status != STATUS_OK || pthread_rwlock_tryrdlock(&holders) == 0)
            return status;
        lock_release(fd);
        pthread_rwlock_rdlock(&holders);
        pthread_rwlock_unlock(&holders);
    }
}

enum status store_lock(struct store *store, int wait_ms, struct err *err)
{
    assert(!store->locked && "the write lock is not recursive");
    enum status status = STATUS_OK;
    if (store->lock_fd < 0)
        status = lock_open(store->lock_path, &store->lock_fd, err);
    if (status != STATUS_OK)
        return status;
    hold_signals(&store->signals_before);
    status = lock_hold(store->lock_fd, wait_ms, err);
    if (status != STATUS_OK)
        pthread_sigmask(SIG_SETMASK, &store->signals_before, NULL);
    store->locked = status == STATUS_OK;
    return status;
}

void store_unlock(struct store *store)
{
    assert(store->locked);
    store->locked = false;
    lock_release(store->lock_fd);
    pthread_rwlock_unlock(&holders);
    pthread_sigmask(SIG_SETMASK, &store->signals_before, NULL);
}

enum status store_import_lock(struct store *store, int wait_ms, struct err *err)
{
    enum status status = STATUS_OK;
    if (store->import_fd < 0) {
        char *path = mem_printf(store, "%s.import", store->path);
        status = lock_open(path, &store->import_fd, err);
        talloc_free(path);
    }
    if (status == STATUS_OK)
        status = lock_take(store->import_fd, wait_ms, err);
    if (status == STATUS_BUSY)
        err_set(err, STATUS_BUSY, "another minutebook is importing into this store; nothing was changed, try again");
    return status;
}

void store_import_unlock(struct store *store)
{
    lock_release(store->import_fd);
}
