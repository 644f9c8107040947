/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The worker's side: is this start one of ours, and for what; the document is read, the box shut, the
 * work done, the answer sent in frames. Ends by _exit: nothing of the parent is to be tidied up here, and
 * what tools would write at the end (coverage, leaks) they may not. */
#include "config.h"

#include "src/box/private.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define GATHER ((size_t)16 << 10)
#define READ_STEP ((size_t)256 << 10)

struct box_out {
    char gathered[GATHER];
    size_t n;
    /* of a rehearsal alone */
    bool (*frame)(void *to, uint32_t type, const char *text, size_t n);
    void *to;
    bool refused;
};

/* The one worker of this process, for its last words when memory ends: base.h calls without arguments. */
static struct box_out *speaker;

/* ---- the answer ---- */

static void send_all(struct iovec *parts, int n)
{
    while (n > 0) {
        ssize_t sent = writev(STDOUT_FILENO, parts, n);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            _exit(EXIT_FAILURE); /* nobody listens any more */
        for (; n > 0 && (size_t)sent >= parts->iov_len; parts++, n--)
            sent -= (ssize_t)parts->iov_len;
        if (n > 0) {
            parts->iov_base = (char *)parts->iov_base + sent;
            parts->iov_len -= (size_t)sent;
        }
    }
}

void box_flush(struct box_out *out)
{
    if (out->frame)
        return;
    struct iovec all = {out->gathered, out->n};
    send_all(&all, 1);
    out->n = 0;
}

static void send_frame(struct box_out *out, uint32_t type, const char *text, size_t n)
{
    struct frame_head head = {type, n > UINT32_MAX ? UINT32_MAX : (uint32_t)n};
    if (sizeof head + n > GATHER - out->n)
        box_flush(out);
    if (sizeof head + n > GATHER) {
        struct iovec parts[] = {{&head, sizeof head}, {(void *)(uintptr_t)text, n}};
        send_all(parts, 2);
        return;
    }
    memcpy(out->gathered + out->n, &head, sizeof head);
    if (n > 0)
        memcpy(out->gathered + out->n + sizeof head, text, n);
    out->n += sizeof head + n;
}

/* A frame of a rehearsal: checked and handed over at once, with the NUL that box_run() promises. */
static void rehearse_frame(struct box_out *out, uint32_t type, const char *text, size_t n)
{
    if (out->refused || !frame_keeps_the_rules(type, text, n)) {
        out->refused = true;
        return;
    }
    char *copy = mem_resize_named(NULL, NULL, 1, n + 1, "frame");
    if (n > 0)
        memcpy(copy, text, n);
    copy[n] = '\0';
    out->refused = !out->frame(out->to, type, copy, n);
    talloc_free(copy);
}

bool box_rehearse(const struct box_worker *worker, const void *bytes, size_t n, const char *argument,
                  bool (*frame)(void *to, uint32_t type, const char *text, size_t n), void *to)
{
    struct box_out *out = mem_new(NULL, struct box_out);
    /* exact: ASan sees a read beyond it */
    unsigned char *copy = mem_resize_named(NULL, NULL, 1, n ? n : 1, "document");
    if (n > 0)
        memcpy(copy, bytes, n);
    out->frame = frame;
    out->to = to;
    worker->run(copy, n, argument, out);
    bool all = !out->refused;
    talloc_free(copy);
    talloc_free(out);
    return all;
}

void box_frame(struct box_out *out, uint32_t type, const char *text, size_t n)
{
    if (out->frame) {
        rehearse_frame(out, type, text, n);
        return;
    }
    if (type == FRAME_END || type > BOX_TYPE_MAX)
        type = UINT32_MAX; /* not ours to give: the parent refuses it */
    send_frame(out, type, text, n);
}

void box_puts(struct box_out *out, uint32_t type, const char *text)
{
    box_frame(out, type, text, strlen(text));
}

_Noreturn void box_out_of_memory(void)
{
    if (speaker)
        box_flush(speaker);
    _exit(BOX_EXIT_NO_MEMORY);
}

static void memory_exhausted(void)
{
    box_out_of_memory();
}

/* ---- the document ---- */

/* Descriptor 3 to its end, at most MAX bytes; *CUT where there was more. A document of our own is a file in
 * memory whose size is known; a program's output is a pipe. */
static unsigned char *read_input(size_t max, size_t *n, bool *cut)
{
    struct stat is;
    size_t room = fstat(BOX_INPUT, &is) == 0 && S_ISREG(is.st_mode) ? (size_t)is.st_size : 0;
    if (room > 0)
        max = room;
    unsigned char *bytes = NULL;
    size_t capacity = 0;
    *n = 0;
    *cut = false;
    for (;;) {
        if (*n == capacity) {
            capacity = capacity ? capacity * 2 : room > 0 ? room + 1 : READ_STEP;
            bytes = mem_resize_named(NULL, bytes, 1, capacity, "document");
        }
        ssize_t got = read(BOX_INPUT, bytes + *n, capacity - *n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            refuse_to_run("the document does not arrive", errno);
        *n += (size_t)got;
        if (got == 0 || *n > max)
            break;
    }
    if (*n > max) {
        *n = max;
        *cut = true;
    }
    close(BOX_INPUT); /* a program that still writes is told by this */
    return mem_resize_named(NULL, bytes, 1, *n ? *n : 1, "document"); /* exact: ASan sees a read beyond it */
}

/* ---- what a start of ours does ---- */

static const struct box_worker *worker_named(const struct box_worker *workers, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(workers[i].name, name) == 0)
            return &workers[i];
    return NULL;
}

static _Noreturn void serve_worker(struct order *order, const struct box_worker *worker, const char *argument)
{
    bool landlock, cut;
    size_t n;
    shut_begin(order);
    shut_files(order, BOX_STRICT, NULL, NULL, &landlock);
    /* the papers are UTF-8, and no locale can be loaded later */
    setlocale(LC_CTYPE, "C.UTF-8");
    unsigned char *bytes = read_input(order->input, &n, &cut);
    struct box_out *out = mem_new(NULL, struct box_out);
    speaker = out;
    mem_on_exhausted(memory_exhausted);
    shut_rest(order, BOX_STRICT);
    char ready[2];
    size_t n_ready = 0;
    if (landlock)
        ready[n_ready++] = READY_LANDLOCK;
    if (cut)
        ready[n_ready++] = READY_INPUT_CUT;
    send_frame(out, FRAME_READY, ready, n_ready);
    box_flush(out);
    worker->run(bytes, n, argument, out);
    send_frame(out, FRAME_END, NULL, 0);
    box_flush(out);
    _exit(EXIT_SUCCESS);
}

/* A parent that dies takes its workers along, also one that died before this was set. */
static void follow_parent(pid_t parent)
{
    if (prctl(PR_SET_PDEATHSIG, (unsigned long)SIGKILL, 0L, 0L, 0L) != 0)
        refuse_to_run("the parent's end would not be noticed", errno);
    if (getppid() != parent)
        _exit(EXIT_FAILURE);
}

void box_serve(int argc, char **argv, const struct box_worker *workers, size_t n)
{
    struct order order;
    if (argc < 1 || strcmp(argv[0], ORDER_MARK) != 0)
        return;
    if (argc < 4 || !order_read(argv[2], &order))
        refuse_to_run("not a start of this program", EINVAL);
    follow_parent(order.parent);
    if (strcmp(argv[1], KIND_PROGRAM) == 0)
        serve_program(&order, argv + 3);
    const struct box_worker *worker = worker_named(workers, n, argv[3]);
    if (!worker || strcmp(argv[1], KIND_WORKER) != 0)
        refuse_to_run("no worker of this name", EINVAL);
    serve_worker(&order, worker, argc > 4 ? argv[4] : NULL);
}
