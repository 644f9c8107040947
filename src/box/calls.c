/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The lists of system calls (reliability.md 4.3). What is not listed fails with EPERM: programs probe
 * terminals, time zones and fonts and go on without. A call that no parser ever makes kills the process.
 * Arguments are looked at where a listed call could reach beyond the process. */
#include "config.h"

#include "src/box/private.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

/* Allowed in both boxes whatever the arguments. */
static const int plain[] = {
    SCMP_SYS(read),         SCMP_SYS(write),          SCMP_SYS(writev),        SCMP_SYS(munmap),
    SCMP_SYS(mremap),       SCMP_SYS(brk),            SCMP_SYS(futex),         SCMP_SYS(exit),
    SCMP_SYS(exit_group),   SCMP_SYS(rt_sigreturn),   SCMP_SYS(rt_sigprocmask), SCMP_SYS(clock_gettime),
    SCMP_SYS(fstat),        SCMP_SYS(getrandom),      SCMP_SYS(lseek),         SCMP_SYS(close),
    SCMP_SYS(gettid),       SCMP_SYS(getpid),         SCMP_SYS(sched_yield),
#if BOX_SANITISED
    SCMP_SYS(sigaltstack), /* AddressSanitizer asks for it before each call that does not return */
#endif
};

/* What the start of a program and pdftohtml need besides. */
static const int plain_looser[] = {
    SCMP_SYS(mmap),        SCMP_SYS(mprotect),        SCMP_SYS(newfstatat),      SCMP_SYS(execve),
    SCMP_SYS(pread64),     SCMP_SYS(arch_prctl),      SCMP_SYS(set_tid_address), SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),        SCMP_SYS(access),          SCMP_SYS(getdents64),      SCMP_SYS(readlink),
    SCMP_SYS(uname),       SCMP_SYS(rt_sigaction),    SCMP_SYS(sysinfo),
};

static const int killing[] = {
    SCMP_SYS(execveat),          SCMP_SYS(fork),             SCMP_SYS(vfork),    SCMP_SYS(clone),
    SCMP_SYS(socket),            SCMP_SYS(connect),          SCMP_SYS(ptrace),   SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev), SCMP_SYS(io_uring_setup),   SCMP_SYS(bpf),      SCMP_SYS(keyctl),
    SCMP_SYS(unshare),           SCMP_SYS(setns),            SCMP_SYS(mount),
};

/* fcntl without F_SETOWN, F_SETSIG and O_ASYNC: with these the kernel sends any signal to the parent. */
static const int fcntl_words[] = {F_GETFD, F_SETFD, F_GETFL, F_DUPFD, F_DUPFD_CLOEXEC};

struct list {
    scmp_filter_ctx filter;
    int failed; /* errno of the first rule that was not taken */
};

static void rule(struct list *list, uint32_t action, int call, unsigned n, const struct scmp_arg_cmp *arguments)
{
    if (call < 0)
        return; /* an architecture without that call */
    int error = seccomp_rule_add_array(list->filter, action, call, n, arguments);
    if (error != 0 && list->failed == 0)
        list->failed = -error;
}

static void allow_all(struct list *list, const int *calls, size_t n)
{
    for (size_t i = 0; i < n; i++)
        rule(list, SCMP_ACT_ALLOW, calls[i], 0, NULL);
}

/* Allowed where argument AT compares so with A (and B): all 64 bits are compared. */
static void allow_if(struct list *list, int call, unsigned at, enum scmp_compare how, uint64_t a, uint64_t b)
{
    const struct scmp_arg_cmp condition = {at, how, a, b};
    rule(list, SCMP_ACT_ALLOW, call, 1, &condition);
}

static void allow_without(struct list *list, int call, unsigned at, uint64_t bits)
{
    allow_if(list, call, at, SCMP_CMP_MASKED_EQ, bits, 0);
}

/* Listed calls that reach beyond the process with the wrong arguments. */
static void allow_within(struct list *list)
{
    /* limits of this process may be asked; those of another (the parent!) could be set by one of its user */
    const struct scmp_arg_cmp asking[] = {{0, SCMP_CMP_EQ, 0, 0}, {2, SCMP_CMP_EQ, 0, 0}};
    rule(list, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), MB_LENGTH(asking), asking);
#if BOX_SANITISED
    const struct scmp_arg_cmp memory[] = {{0, SCMP_CMP_EQ, 0, 0}, {1, SCMP_CMP_EQ, RLIMIT_AS, 0}};
    rule(list, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), MB_LENGTH(memory), memory); /* see shut_rest() */
#endif
    /* abort() raises its signal in the process itself, so that a broken heap is told as what it is */
    allow_if(list, SCMP_SYS(tgkill), 0, SCMP_CMP_EQ, (uint64_t)getpid(), 0);
    /* from 100 on root can declare the machine's memory broken (MADV_HWPOISON) */
    allow_if(list, SCMP_SYS(madvise), 2, SCMP_CMP_LT, 100, 0);
}

static void list_strict(struct list *list)
{
    allow_without(list, SCMP_SYS(mmap), 2, PROT_EXEC);
    allow_without(list, SCMP_SYS(mprotect), 2, PROT_EXEC);
    /* fstat() of glibc 2.33 and later; the name is empty then */
    allow_if(list, SCMP_SYS(newfstatat), 3, SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH);
}

static void list_looser(struct list *list)
{
    const uint64_t writing = O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY);
    allow_all(list, plain_looser, MB_LENGTH(plain_looser));
    allow_without(list, SCMP_SYS(openat), 2, writing);
    for (size_t i = 0; i < MB_LENGTH(fcntl_words); i++)
        allow_if(list, SCMP_SYS(fcntl), 1, SCMP_CMP_EQ, (uint64_t)fcntl_words[i], 0);
}

static void list_killing(struct list *list, enum box_kind kind)
{
    for (size_t i = 0; i < MB_LENGTH(killing); i++)
        rule(list, SCMP_ACT_KILL_PROCESS, killing[i], 0, NULL);
    if (kind == BOX_STRICT)
        rule(list, SCMP_ACT_KILL_PROCESS, SCMP_SYS(execve), 0, NULL);
}

int calls_apply(enum box_kind kind, bool no_kill)
{
    struct list list = {.filter = seccomp_init(SCMP_ACT_ERRNO(EPERM))};
    if (!list.filter)
        return ENOMEM;
    allow_all(&list, plain, MB_LENGTH(plain));
    allow_within(&list);
    (kind == BOX_STRICT ? list_strict : list_looser)(&list);
    if (!no_kill)
        list_killing(&list, kind);
    int error = list.failed;
    if (error == 0)
        error = -seccomp_attr_set(list.filter, SCMP_FLTATR_CTL_TSYNC, 1); /* a thread a library may have started */
    if (error == 0)
        error = -seccomp_load(list.filter);
    seccomp_release(list.filter);
    return error;
}
