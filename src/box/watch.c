/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The loop of a run: reads what the processes say, counts time and output, asks whether the user has had
 * enough, and kills. It ends when all processes have, whatever they do with their descriptors. */
#include "config.h"

#include "src/box/private.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <unistr.h>

#define TICK_MS 50       /* how often `cancelled` is asked */
#define TICK_BLIND_MS 5  /* without pidfd (before Linux 5.3) an end is only seen by looking */
#define GAP_MAX_MS 500   /* a longer gap was our own: ^Z, a busy callback */
#define CHUNK ((size_t)64 << 10)
#define LINGER_MS 1000   /* for a program whose output was read, and a worker whose program was killed, to end */

static long long now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

void run_stop(struct run *run, enum box_ending ending)
{
    if (run->stopped)
        return;
    run->stopped = true;
    run->result->ending = ending;
    child_kill(&run->program);
    child_kill(&run->worker);
}

static void count_output(struct run *run, size_t n)
{
    run->output += n;
    if (run->output > run->limits.output)
        run_stop(run, BOX_TOO_MUCH);
}

/* The beginning of what is said on standard error, made UTF-8 by leaving out what is not. */
static void take_said(struct run *run, const char *bytes, size_t n)
{
    char *said = run->result->said;
    size_t len = strlen(said);
    for (size_t i = 0; i < n && len + 4 < sizeof run->result->said;) {
        int width = u8_mblen((const uint8_t *)bytes + i, n - i);
        if (width <= 0) {
            i++; /* NUL or a broken sequence */
            continue;
        }
        memcpy(said + len, bytes + i, (size_t)width);
        len += (size_t)width;
        i += (size_t)width;
    }
    said[len] = '\0';
}

static void take_answer(struct run *run, const char *bytes, size_t n)
{
    if (!run->stopped)
        frames_take(run, bytes, n);
}

/* Read what stands in a pipe, at most a few chunks so that time is looked at; closes it at its end. */
static bool drain(struct run *run, int *from, void (*take)(struct run *, const char *, size_t))
{
    char bytes[CHUNK];
    for (int i = 0; i < 8 && *from >= 0; i++) {
        ssize_t n = read(*from, bytes, sizeof bytes);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && errno == EAGAIN)
            return false;
        if (n <= 0) {
            close(*from);
            *from = -1;
            return false;
        }
        take(run, bytes, (size_t)n);
        count_output(run, (size_t)n);
    }
    return *from >= 0; /* there may be more */
}

static bool drain_all(struct run *run)
{
    bool more = drain(run, &run->worker.out, take_answer);
    more = drain(run, &run->worker.err, take_said) || more;
    return drain(run, &run->program.err, take_said) || more;
}

static bool alive(const struct child *child)
{
    return child->pid != 0 && !child->ended;
}

static void await_something(const struct run *run)
{
    const struct child *worker = &run->worker, *program = &run->program;
    struct pollfd at[] = {
        {.fd = worker->out, .events = POLLIN},
        {.fd = worker->err, .events = POLLIN},
        {.fd = program->err, .events = POLLIN},
        {.fd = worker->ended ? -1 : worker->handle, .events = POLLIN},
        {.fd = program->ended ? -1 : program->handle, .events = POLLIN},
    };
    bool blind = (alive(worker) && worker->handle < 0) || (alive(program) && program->handle < 0);
    poll(at, MB_LENGTH(at), blind ? TICK_BLIND_MS : TICK_MS);
}

/* Out of wall time. A program is killed first, and its worker gets a quarter more to finish with what it has. */
static void out_of_time(struct run *run, unsigned spent)
{
    const unsigned more = run->limits.wall_ms / 4 > LINGER_MS ? run->limits.wall_ms / 4 : LINGER_MS;
    if (alive(&run->program)) {
        run->program_stopped = true;
        child_kill(&run->program);
    } else if (!run->program_stopped || spent > run->limits.wall_ms + more) {
        run_stop(run, BOX_NO_TIME);
    }
}

void run_watch(struct run *run)
{
    long long last = now_ms(), worker_ended = -1;
    unsigned spent = 0;
    bool more = false;
    while (alive(&run->worker) || alive(&run->program) || more) {
        if (!more)
            await_something(run);
        child_reap(&run->worker);
        child_reap(&run->program);
        more = drain_all(run); /* after the reaping: what an ended process said is all there */
        long long now = now_ms();
        spent += (unsigned)(now - last < GAP_MAX_MS ? now - last : GAP_MAX_MS);
        last = now;
        if (run->end)
            child_kill(&run->worker); /* it has said all; what it does now is nobody's */
        if (worker_ended < 0 && !alive(&run->worker))
            worker_ended = spent;
        if (alive(&run->program) && worker_ended >= 0 && spent > worker_ended + LINGER_MS)
            out_of_time(run, spent);
        if (run->task->cancelled && run->task->cancelled(run->task->to))
            run_stop(run, BOX_CANCELLED);
        if (spent > run->limits.wall_ms)
            out_of_time(run, spent);
    }
    run->result->wall_ms = spent;
}
