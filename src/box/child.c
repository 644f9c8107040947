/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Starting the processes of a run and getting rid of them. This program's own file is started anew
 * (posix_spawn of /proc/self/exe), so that nothing of the parent's memory, handles or locks is in a
 * worker. Nothing here touches what other threads share: no handler, no working directory, no
 * descriptor without CLOEXEC. */
#include "config.h"

#include "src/box/private.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef MFD_NOEXEC_SEAL
#define MFD_NOEXEC_SEAL 8U /* Linux 6.3 */
#endif
#define FIRST_OF_OURS 10   /* above every number a child is given */

/* All a child is told of the world. A sanitised worker looks for no leaks (that needs ptrace) and names no
 * functions (that needs a process); a report ends it by abort(), a failed allocation by our own way. */
static char *const environment[] = {
    (char *)(uintptr_t)"LC_ALL=C.UTF-8",
    (char *)(uintptr_t)"PATH=/usr/bin:/bin",
#if BOX_SANITISED
    (char *)(uintptr_t)"ASAN_OPTIONS=detect_leaks=0:symbolize=0:abort_on_error=1:allocator_may_return_null=1",
    (char *)(uintptr_t)"UBSAN_OPTIONS=symbolize=0:abort_on_error=1",
#endif
    NULL,
};

/* ---- descriptors ---- */

/* The same file at a number out of the way; -1 stays -1. */
static int moved_up(int descriptor)
{
    if (descriptor < 0)
        return -1;
    int up = fcntl(descriptor, F_DUPFD_CLOEXEC, FIRST_OF_OURS);
    int error = errno;
    close(descriptor);
    errno = error;
    return up;
}

static void shut_descriptor(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

static bool pipe_made(int *reading, int *writing)
{
    int ends[2];
    *reading = *writing = -1;
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    *reading = moved_up(ends[0]);
    *writing = moved_up(ends[1]);
    return *reading >= 0 && *writing >= 0;
}

static bool written_whole(int file, const char *bytes, size_t n)
{
    for (size_t done = 0; done < n;) {
        ssize_t put = pwrite(file, bytes + done, n - done, (off_t)done); /* its place stays at the beginning */
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        done += (size_t)put;
    }
    return true;
}

/* The document as a file in memory that nobody can change any more. */
static int document_file(const void *bytes, size_t n)
{
    const int seals = F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL;
    int file = memfd_create("document", MFD_CLOEXEC | MFD_ALLOW_SEALING | MFD_NOEXEC_SEAL);
    if (file < 0 && errno == EINVAL)
        file = memfd_create("document", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    file = moved_up(file);
    if (file < 0 || (written_whole(file, bytes, n) && fcntl(file, F_ADD_SEALS, seals) == 0))
        return file;
    int error = errno;
    close(file);
    errno = error;
    return -1;
}

/* ---- starting ---- */

/* What a child finds at its descriptors; -1: nothing is there. */
struct wiring {
    int at[4];
};

static int wire(posix_spawn_file_actions_t *actions, const struct wiring *wiring)
{
    int error = 0;
    for (int i = 0; i < 4 && error == 0; i++)
        error = wiring->at[i] >= 0 ? posix_spawn_file_actions_adddup2(actions, wiring->at[i], i)
                                   : posix_spawn_file_actions_addclose(actions, i);
    return error ? error : posix_spawn_file_actions_addclosefrom_np(actions, 4);
}

/* A session of its own: no terminal to read keys from, no ^C meant for the parent. All signals as in a fresh
 * login; the thread that starts us may have blocked them. */
static int set_attributes(posix_spawnattr_t *attributes)
{
    sigset_t all, none;
    sigfillset(&all);
    sigemptyset(&none);
    int error = posix_spawnattr_setsigdefault(attributes, &all);
    if (error == 0)
        error = posix_spawnattr_setsigmask(attributes, &none);
    if (error == 0)
        error = posix_spawnattr_setflags(attributes,
                                         POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID);
    return error;
}

static int spawn(pid_t *pid, const struct wiring *wiring, char *const *argv)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    if (posix_spawn_file_actions_init(&actions) != 0)
        return ENOMEM;
    if (posix_spawnattr_init(&attributes) != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return ENOMEM;
    }
    int error = wire(&actions, wiring);
    if (error == 0)
        error = set_attributes(&attributes);
    if (error == 0)
        error = posix_spawn(pid, "/proc/self/exe", &actions, &attributes, argv, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

/* Start CHILD with INPUT at descriptor INPUT_AT and OUTPUT (or a pipe to us, where it is -1) at 1. */
static int child_start(struct child *child, int input, int input_at, int output, char *const *argv)
{
    int out = -1, err = -1;
    int error = 0;
    if ((output < 0 && !pipe_made(&child->out, &out)) || !pipe_made(&child->err, &err))
        error = errno;
    if (error == 0) {
        struct wiring wiring = {{-1, output < 0 ? out : output, err, -1}};
        wiring.at[input_at] = input;
        error = spawn(&child->pid, &wiring, argv);
    }
    shut_descriptor(&out);
    shut_descriptor(&err);
    if (error != 0) {
        child->pid = 0;
        return error;
    }
    child->handle = moved_up((int)syscall(SYS_pidfd_open, child->pid, 0U));
    if ((child->out >= 0 && fcntl(child->out, F_SETFL, O_NONBLOCK) != 0) || fcntl(child->err, F_SETFL, O_NONBLOCK) != 0)
        return errno;
    return 0;
}

static char *word(const char *text)
{
    return (char *)(uintptr_t)text; /* argv of posix_spawn is not written to */
}

static int start_worker(struct run *run, const char *order, int input)
{
    char *argv[] = {word(ORDER_MARK), word(KIND_WORKER), word(order), word(run->task->worker->name),
                    word(run->task->argument), NULL};
    return child_start(&run->worker, input, BOX_INPUT, -1, argv);
}

static void add_words(struct strings *list, const void *parent, const char *const *words)
{
    for (size_t i = 0; words && words[i]; i++)
        strings_add(parent, list, words[i]);
}

/* The program of RUN with INPUT as its standard input and OUTPUT as its standard output. */
static int start_program(struct run *run, const char *order, const char *path, int input, int output)
{
    const struct box_task *task = run->task;
    const char *const first[] = {ORDER_MARK, KIND_PROGRAM, order, path, NULL};
    const char *const own[] = {PROGRAM_WORDS, task->program->name, NULL};
    void *scratch = talloc_named_const(NULL, 0, "words");
    struct strings words = {NULL, 0};
    add_words(&words, scratch, first);
    add_words(&words, scratch, task->program->folders);
    add_words(&words, scratch, own);
    add_words(&words, scratch, task->program_arguments ? task->program_arguments : task->program->arguments);
    char **argv = mem_resize_named(scratch, NULL, sizeof *argv, words.n + 1, "argv");
    memcpy(argv, words.at, words.n * sizeof *argv);
    argv[words.n] = NULL;
    int error = child_start(&run->program, input, STDIN_FILENO, output, argv);
    talloc_free(scratch);
    return error;
}

/* Both processes, the program's output going straight into the worker. */
static int start_both(struct run *run, const char *order, const char *path, int document)
{
    int reading, writing;
    int error = pipe_made(&reading, &writing) ? 0 : errno;
    if (error == 0)
        error = start_program(run, order, path, document, writing);
    shut_descriptor(&writing); /* or the worker would wait for us */
    if (error == 0)
        error = start_worker(run, order, reading);
    shut_descriptor(&reading);
    return error;
}

bool children_start(struct run *run, const struct order *order, const char *program_path, struct err *err)
{
    char text[ORDER_TEXT];
    int document = document_file(run->task->bytes, run->task->n);
    int error = document < 0 ? errno : 0;
    order_write(order, text);
    if (error == 0)
        error = program_path ? start_both(run, text, program_path, document) : start_worker(run, text, document);
    shut_descriptor(&document);
    if (error == 0)
        return true;
    err_set(err, STATUS_INPUT, "a process to read it in cannot be started: %s", strerror(error));
    return false;
}

/* ---- the end ---- */

void child_kill(struct child *child)
{
    if (child->pid == 0 || child->ended)
        return;
    kill(child->pid, SIGKILL); /* not waited for yet, so that the number is still its own */
}

/* Take the end of CHILD if there is one; FLAGS of waitpid. */
static void child_wait(struct child *child, int flags)
{
    if (child->pid == 0 || child->ended)
        return;
    pid_t got;
    do
        got = wait4(child->pid, &child->status, flags, &child->use);
    while (got < 0 && errno == EINTR);
    child->ended = got != 0;
    child->lost = got < 0; /* SIGCHLD is ignored here, or somebody waits for all children */
}

void child_reap(struct child *child)
{
    child_wait(child, WNOHANG);
}

void child_close(struct child *child)
{
    child_kill(child);
    child_wait(child, 0);
    shut_descriptor(&child->handle);
    shut_descriptor(&child->out);
    shut_descriptor(&child->err);
}
