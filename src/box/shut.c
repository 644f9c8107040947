/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Shutting the box from inside, in the order of reliability.md 4.3: Landlock while descriptors can still
 * be had, then (when the document is read) limits, the process's own marks, and last the list of calls.
 * Whatever cannot be done ends the process before it has seen a byte as a parser. */
#include "config.h"

#include "src/box/private.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#define STACK_MAX ((rlim_t)8 << 20)
#define FILES_LOOSER 16 /* descriptors of a program: libraries, fonts */

_Noreturn void refuse_to_run(const char *what, int error)
{
    dprintf(STDERR_FILENO, "%s: %s", what, strerror(error));
    _exit(BOX_EXIT_REFUSED);
}

_Noreturn void cannot_start(const char *path, int error)
{
    dprintf(STDERR_FILENO, "%s cannot be started: %s", path, strerror(error));
    _exit(BOX_EXIT_NOT_STARTED);
}

void shut_files(const struct order *order, enum box_kind kind, const char *program, const char *const *folders,
                bool *landlock)
{
    *landlock = false;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1L, 0L, 0L, 0L) != 0)
        refuse_to_run("new privileges cannot be given up", errno);
    if (order->unboxed || order->no_landlock)
        return;
    int applied = landlock_apply(kind, program, folders);
    if (applied < 0)
        refuse_to_run("the kernel has Landlock but does not apply it", errno);
    *landlock = applied > 0;
}

static void limit(__rlimit_resource_t what, rlim_t soft, rlim_t hard)
{
    const struct rlimit value = {soft, hard};
    struct rlimit now;
    if (setrlimit(what, &value) == 0)
        return;
    /* a hard limit that is lower already cannot be raised, and need not be */
    if (getrlimit(what, &now) != 0 || now.rlim_max > hard)
        refuse_to_run("a limit cannot be set", errno);
}

#if BOX_SANITISED
#define MEMORY_IS RLIMIT_DATA
/* AddressSanitizer has reserved terabytes of address space, so that RLIMIT_AS cannot be set. What it puts to use
 * is counted as data: that may grow by the memory ordered from here. */
void shut_begin(struct order *order)
{
    char line[256];
    unsigned long long kb = 0;
    FILE *file = fopen("/proc/self/status", "re");
    while (file && kb == 0 && fgets(line, sizeof line, file))
        if (strncmp(line, "VmData:", 7) == 0)
            kb = strtoull(line + 7, NULL, 10);
    if (file)
        fclose(file);
    if (kb == 0)
        refuse_to_run("the memory in use cannot be told", ENOENT);
    order->memory += (size_t)kb * 1024;
}
#else
#define MEMORY_IS RLIMIT_AS
void shut_begin(struct order *order)
{
    (void)order;
}
#endif

static void set_limits(const struct order *order, enum box_kind kind)
{
    const rlim_t files = kind == BOX_STRICT ? 0 : FILES_LOOSER;
    if (kind == BOX_STRICT)
        limit(MEMORY_IS, order->memory, order->memory);
    else if (!BOX_SANITISED)
        limit(RLIMIT_AS, order->memory, order->memory);
    limit(RLIMIT_CPU, order->processor_s, order->processor_s + 1); /* SIGXCPU; blocked: SIGKILL a second later */
    limit(RLIMIT_FSIZE, 0, 0);
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_STACK, STACK_MAX, STACK_MAX);
    limit(RLIMIT_NPROC, 0, 0); /* does not bind root: the list of calls does */
    limit(RLIMIT_NOFILE, files, files);
}

void shut_rest(const struct order *order, enum box_kind kind)
{
    set_limits(order, kind);
    if (prctl(PR_SET_DUMPABLE, 0L, 0L, 0L, 0L) != 0)
        refuse_to_run("the process cannot be closed to others", errno);
    if (order->unboxed)
        return;
    int error = calls_apply(kind, order->no_kill || (BOX_SANITISED && kind == BOX_STRICT));
    if (error != 0)
        refuse_to_run("this kernel does not filter system calls (seccomp)", error);
    /* a program of the system is not sanitised, what starts it is: its address space is limited at the last moment,
     * and the list of a sanitised build leaves that open */
    if (BOX_SANITISED && kind == BOX_LOOSER)
        limit(RLIMIT_AS, order->memory, order->memory);
}
