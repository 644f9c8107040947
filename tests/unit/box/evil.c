/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The evil actions one by one. System calls are made directly, so that the C library neither softens nor
 * avoids one. In a control (no box) every action here must be harmless. */
#include "config.h"

#include "tests/unit/box/evil.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

#define PLACE const struct evil_place *place
#define UNUSED_PLACE (void)place

static const char *in_folder(PLACE, const char *name)
{
    static char path[4200];
    snprintf(path, sizeof path, "%s/%s", place->folder, name);
    return path;
}

static bool could(long result)
{
    return result >= 0;
}

/* ---- files ---- */

static bool reads(const char *path)
{
    char byte;
    long file = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY, 0);
    return could(file) && read((int)file, &byte, 1) == 1;
}

static bool read_passwd(PLACE)
{
    UNUSED_PLACE;
    return reads("/etc/passwd");
}

static bool read_kept(PLACE)
{
    return reads(in_folder(place, "kept"));
}

static bool read_parent_memory(PLACE)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%lld/maps", (long long)place->parent);
    return reads(path);
}

static bool open_old(PLACE)
{
#ifdef SYS_open
    return could(syscall(SYS_open, in_folder(place, "kept"), O_RDONLY, 0));
#else
    UNUSED_PLACE;
    errno = ENOSYS;
    return false;
#endif
}

static bool open_new(PLACE)
{
    const uint64_t how[3] = {O_RDONLY, 0, 0};
    return could(syscall(SYS_openat2, AT_FDCWD, in_folder(place, "kept"), how, sizeof how));
}

static bool create(PLACE)
{
    return could(syscall(SYS_openat, AT_FDCWD, in_folder(place, "made"), O_WRONLY | O_CREAT, 0600));
}

static bool overwrite(PLACE)
{
    return could(syscall(SYS_openat, AT_FDCWD, in_folder(place, "kept"), O_RDWR | O_TRUNC, 0));
}

static bool create_unnamed(PLACE)
{
    return could(syscall(SYS_openat, AT_FDCWD, place->folder, O_WRONLY | O_TMPFILE, 0600));
}

static bool truncate_it(PLACE)
{
    return could(syscall(SYS_truncate, in_folder(place, "kept"), 0L));
}

static bool unlink_it(PLACE)
{
    return could(syscall(SYS_unlinkat, AT_FDCWD, in_folder(place, "kept"), 0));
}

static bool rename_it(PLACE)
{
    char from[4200];
    snprintf(from, sizeof from, "%s", in_folder(place, "kept"));
    return could(syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, in_folder(place, "gone"), 0U));
}

static bool link_it(PLACE)
{
    return could(syscall(SYS_symlinkat, "/etc/passwd", AT_FDCWD, in_folder(place, "link")));
}

static bool make_folder(PLACE)
{
    return could(syscall(SYS_mkdirat, AT_FDCWD, in_folder(place, "folder"), 0700));
}

static bool open_to_all(PLACE)
{
    return could(syscall(SYS_fchmodat, AT_FDCWD, in_folder(place, "kept"), 0666));
}

static bool file_in_memory(PLACE)
{
    UNUSED_PLACE;
    return could(syscall(SYS_memfd_create, "evil", 0U));
}

static bool mount_something(PLACE)
{
    return could(syscall(SYS_mount, "none", place->folder, "tmpfs", 0UL, NULL));
}

/* ---- the network ---- */

static bool open_socket(PLACE)
{
    UNUSED_PLACE;
    return could(syscall(SYS_socket, AF_INET, SOCK_STREAM, 0));
}

static bool open_netlink(PLACE)
{
    UNUSED_PLACE;
    return could(syscall(SYS_socket, AF_NETLINK, SOCK_RAW, 0));
}

static bool connect_it(PLACE)
{
    UNUSED_PLACE;
    struct sockaddr_un to = {.sun_family = AF_UNIX, .sun_path = "/run/evil"};
    return could(syscall(SYS_connect, 1, &to, sizeof to));
}

static bool open_pair(PLACE)
{
    UNUSED_PLACE;
    int pair[2];
    return could(syscall(SYS_socketpair, AF_UNIX, SOCK_STREAM, 0, pair));
}

/* ---- processes ---- */

static bool child_is_born(long pid)
{
    if (pid == 0)
        _exit(0);
    return could(pid);
}

static bool fork_it(PLACE)
{
    UNUSED_PLACE;
#ifdef SYS_fork
    return child_is_born(syscall(SYS_fork));
#else
    return child_is_born(fork());
#endif
}

static bool vfork_it(PLACE)
{
    UNUSED_PLACE;
#ifdef SYS_vfork
    /* where it is not refused the two share a stack; only the library's own vfork() is made for that */
    if (place->control)
        return false;
    return child_is_born(syscall(SYS_vfork));
#else
    errno = ENOSYS;
    return false;
#endif
}

static bool clone_it(PLACE)
{
    UNUSED_PLACE;
    return child_is_born(syscall(SYS_clone, (unsigned long)SIGCHLD, 0UL, 0UL, 0UL, 0UL));
}

static bool clone_new(PLACE)
{
    UNUSED_PLACE;
    const uint64_t arguments[8] = {[4] = SIGCHLD};
    return child_is_born(syscall(SYS_clone3, arguments, sizeof arguments));
}

static bool execute(PLACE)
{
    UNUSED_PLACE;
    char *const words[] = {(char *)(uintptr_t)"true", NULL};
    return could(syscall(SYS_execve, "/bin/true", words, words + 1));
}

static bool execute_at(PLACE)
{
    UNUSED_PLACE;
    char *const words[] = {(char *)(uintptr_t)"true", NULL};
    return could(syscall(SYS_execveat, AT_FDCWD, "/bin/true", words, words + 1, 0));
}

static bool trace(PLACE)
{
    return could(syscall(SYS_ptrace, (long)PTRACE_SEIZE, place->parent, 0L, 0L));
}

static bool peek(PLACE)
{
    char byte;
    struct iovec here = {&byte, 1}, there = {(void *)(uintptr_t)&reads, 1};
    return could(syscall(SYS_process_vm_readv, place->parent, &here, 1UL, &there, 1UL, 0UL));
}

static bool poke(PLACE)
{
    char byte = 0;
    struct iovec here = {&byte, 1}, there = {&byte, 1};
    return could(syscall(SYS_process_vm_writev, place->parent, &here, 1UL, &there, 1UL, 0UL));
}

static int deadly(PLACE)
{
    return place->control ? 0 : SIGKILL;
}

static bool kill_parent(PLACE)
{
    return could(syscall(SYS_kill, place->parent, deadly(place)));
}

static bool kill_parents_thread(PLACE)
{
    return could(syscall(SYS_tgkill, place->parent, place->parent, deadly(place)));
}

static bool kill_by_handle(PLACE)
{
    long handle = syscall(SYS_pidfd_open, place->parent, 0U);
    return could(handle) && could(syscall(SYS_pidfd_send_signal, (int)handle, deadly(place), NULL, 0U));
}

static bool queue_signal(PLACE)
{
    siginfo_t info = {.si_signo = SIGUSR1, .si_code = SI_QUEUE};
    return !place->control && could(syscall(SYS_rt_sigqueueinfo, place->parent, SIGKILL, &info));
}

/* The kernel sends the signal of a pipe to whoever owns it: any signal, to any process of ours. */
static bool own_a_pipe(PLACE)
{
    return could(syscall(SYS_fcntl, 1, F_SETOWN, place->parent));
}

static bool limit_parent(PLACE)
{
    struct rlimit limits;
    return could(syscall(SYS_prlimit64, place->parent, RLIMIT_CORE, NULL, &limits)) &&
           could(syscall(SYS_prlimit64, place->parent, RLIMIT_CORE, &limits, NULL));
}

/* To what it is at least already, so that the kernel, asked, has no reason of its own to refuse. */
static bool set_limits(PLACE)
{
    UNUSED_PLACE;
    const struct rlimit wished = {0, 0};
    return could(syscall(SYS_prlimit64, 0, RLIMIT_NOFILE, &wished, NULL));
}

static bool become_leader(PLACE)
{
    UNUSED_PLACE;
    return could(syscall(SYS_setpgid, 0, 0));
}

/* ---- memory ---- */

static bool run_memory(PLACE)
{
    UNUSED_PLACE;
    return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

static bool run_written(PLACE)
{
    UNUSED_PLACE;
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page != MAP_FAILED && mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
}

static bool run_by_key(PLACE)
{
    UNUSED_PLACE;
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page != MAP_FAILED && could(syscall(SYS_pkey_mprotect, page, 4096UL, PROT_READ | PROT_EXEC, -1));
}

/* One gigabyte in pieces, under a limit of half of it. */
static bool take_memory(PLACE)
{
    const size_t piece = (size_t)16 << 20;
    size_t got = 0;
    if (place->control)
        return true;
    while (got < (size_t)1 << 30 &&
           mmap(NULL, piece, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED)
        got += piece;
    return got >= (size_t)1 << 30;
}

/* 100 is MADV_HWPOISON; 199 is nothing, so that the kernel, asked, would say EINVAL and break nothing. */
static bool poison(PLACE)
{
    UNUSED_PLACE;
    return syscall(SYS_madvise, NULL, 4096UL, 199) == 0 || errno == EINVAL;
}

/* ---- the kernel ---- */

static bool ring(PLACE)
{
    UNUSED_PLACE;
    char parameters[512] = {0};
    return could(syscall(SYS_io_uring_setup, 1U, parameters));
}

static bool bpf_it(PLACE)
{
    UNUSED_PLACE;
    const uint32_t map[32] = {2, 4, 4, 1}; /* an array of one number */
    return could(syscall(SYS_bpf, 0, map, sizeof map));
}

static bool keyring(PLACE)
{
    UNUSED_PLACE;
    return could(syscall(SYS_keyctl, 0, -3, 1)); /* KEYCTL_GET_KEYRING_ID of the session */
}

static bool new_world(PLACE)
{
    UNUSED_PLACE;
    return could(syscall(SYS_unshare, CLONE_NEWUSER));
}

static bool other_world(PLACE)
{
    UNUSED_PLACE;
    return could(syscall(SYS_setns, 1, 0)) || errno == EINVAL; /* asked, the kernel says that a pipe is none */
}

static bool watch_kernel(PLACE)
{
    UNUSED_PLACE;
    char attributes[128] = {1};
    return could(syscall(SYS_perf_event_open, attributes, 0, -1, -1, 0UL));
}

static bool shared_memory(PLACE)
{
    UNUSED_PLACE;
    return could(syscall(SYS_shmget, 0, 4096UL, 0600));
}

static bool terminal_input(PLACE)
{
    /* TIOCSTI; asked, a pipe says ENOTTY */
    return place->control || syscall(SYS_ioctl, 1, 0x5412UL, "x") == 0 || errno == ENOTTY;
}

static bool other_root(PLACE)
{
    return !place->control && could(syscall(SYS_chroot, place->folder));
}

#define READS_CONTROL (EVIL_READS | EVIL_CONTROL)
#define RUNS_CONTROL (EVIL_RUNS | EVIL_CONTROL)
const struct evil evils[] = {
    {"read-passwd", read_passwd, READS_CONTROL},
    {"read-file", read_kept, READS_CONTROL},
    {"read-parent-maps", read_parent_memory, READS_CONTROL},
    {"open", open_old, 0},
    {"openat2", open_new, 0},
    {"create", create, EVIL_CONTROL},
    {"overwrite", overwrite, EVIL_CONTROL},
    {"create-unnamed", create_unnamed, 0},
    {"truncate", truncate_it, EVIL_CONTROL},
    {"unlink", unlink_it, EVIL_CONTROL},
    {"rename", rename_it, EVIL_CONTROL},
    {"symlink", link_it, EVIL_CONTROL},
    {"mkdir", make_folder, EVIL_CONTROL},
    {"chmod", open_to_all, EVIL_CONTROL},
    {"memfd", file_in_memory, EVIL_CONTROL},
    {"mount", mount_something, EVIL_KILLS},
    {"socket", open_socket, EVIL_CONTROL | EVIL_KILLS},
    {"netlink", open_netlink, EVIL_KILLS},
    {"connect", connect_it, EVIL_KILLS},
    {"socketpair", open_pair, EVIL_CONTROL},
    {"fork", fork_it, EVIL_CONTROL | EVIL_KILLS},
    {"vfork", vfork_it, EVIL_KILLS},
    {"clone", clone_it, EVIL_CONTROL | EVIL_KILLS},
    {"clone3", clone_new, 0},
    {"execve", execute, READS_CONTROL | EVIL_KILLS_STRICT},
    {"execveat", execute_at, EVIL_CONTROL | EVIL_KILLS},
    {"ptrace", trace, EVIL_KILLS},
    {"process-vm-readv", peek, EVIL_KILLS},
    {"process-vm-writev", poke, EVIL_KILLS},
    {"kill-parent", kill_parent, EVIL_CONTROL},
    {"tgkill-parent", kill_parents_thread, EVIL_CONTROL},
    {"pidfd-kill-parent", kill_by_handle, 0},
    {"sigqueue-parent", queue_signal, 0},
    {"fcntl-setown", own_a_pipe, EVIL_CONTROL},
    {"limit-parent", limit_parent, EVIL_CONTROL},
    {"set-limits", set_limits, EVIL_CONTROL},
    {"setpgid", become_leader, EVIL_CONTROL},
    {"mmap-exec", run_memory, RUNS_CONTROL},
    {"mprotect-exec", run_written, RUNS_CONTROL},
    {"pkey-mprotect-exec", run_by_key, 0},
    {"memory", take_memory, EVIL_CONTROL},
    {"madvise-poison", poison, EVIL_CONTROL},
    {"io-uring", ring, EVIL_KILLS},
    {"bpf", bpf_it, EVIL_KILLS},
    {"keyctl", keyring, EVIL_KILLS},
    {"unshare", new_world, EVIL_KILLS},
    {"setns", other_world, EVIL_KILLS},
    {"perf", watch_kernel, 0},
    {"shmget", shared_memory, EVIL_CONTROL},
    {"type-at-terminal", terminal_input, EVIL_CONTROL},
    {"chroot", other_root, 0},
};
const size_t n_evils = MB_LENGTH(evils);

/* ---- what does not end, or answers wrongly ---- */

static void put(int to, const void *bytes, size_t n)
{
    while (n > 0) {
        ssize_t done = write(to, bytes, n);
        if (done <= 0)
            return;
        bytes = (const char *)bytes + done;
        n -= (size_t)done;
    }
}

static void put_frame(uint32_t type, uint32_t length, const char *text, size_t n)
{
    const uint32_t head[2] = {type, length};
    put(1, head, sizeof head);
    put(1, text, n);
}

/* A good end, so that only what came before it can be found wrong. */
static void end_well(void)
{
    put_frame(0, 0, "", 0);
    _exit(0);
}

static void spill(void)
{
    char much[65536];
    memset(much, 'x', sizeof much);
    for (size_t i = 0; i < 100 << 20; i += sizeof much)
        put(1, much, sizeof much);
    _exit(0);
}

static void flood(void)
{
    for (;;)
        put_frame(1, 7, "a flood", 7);
}

static void flood_said(void)
{
    for (;;)
        put(2, "a flood of complaints\n", 22);
}

static void frame_huge(void)
{
    put_frame(1, UINT32_MAX, "x", 1);
    _exit(0);
}

static void frame_bad(void)
{
    put_frame(1, 4, "\xed\xa0\x80x", 4); /* a surrogate */
    end_well();
}

static void frame_half(void)
{
    put_frame(1, 100, "only this", 9);
    _exit(0);
}

static void head_half(void)
{
    put(1, "\1\0\0", 3);
    _exit(0);
}

static void frame_reserved(void)
{
    put_frame(UINT32_MAX, 1, "x", 1);
    end_well();
}

static void ready_again(void)
{
    put_frame(BOX_TYPE_MAX + 1U, 1, "L", 1);
    end_well();
}

static void end_with_text(void)
{
    put_frame(0, 1, "x", 1);
    end_well();
}

static void no_end(void)
{
    put_frame(1, 4, "text", 4);
    _exit(0);
}

static void close_and_leave(void)
{
    close(1);
    close(2);
    _exit(0);
}

static void overflow_from(volatile char *above)
{
    volatile char room[4096];
    room[0] = above[0];
    if (room[0] == 0) /* always; the compiler must not know */
        overflow_from(room);
    above[1] = room[0];
}

static void overflow_stack(void)
{
    volatile char room[4096] = {0};
    overflow_from(room);
}

static void spin(void)
{
    for (volatile unsigned i = 0;; i++)
        ;
}

static void sleep_for_ever(void)
{
    int word = 0;
    for (;;)
        syscall(SYS_futex, &word, 0, 0, NULL, NULL, 0);
}

static void close_and_sleep(void)
{
    for (int i = 0; i < 10; i++)
        close(i);
    sleep_for_ever();
}

static void stop_itself(void)
{
    for (;;)
        raise(SIGSTOP);
}

static void kill_itself(void)
{
    raise(SIGKILL);
}

static void exit_as_refused(void)
{
    _exit(121);
}

const struct misbehaviour misbehaviours[] = {
    {"write-100-mb", spill, BOX_GARBLED, BOX_TOO_MUCH, 0},
    {"flood", flood, BOX_TOO_MUCH, BOX_TOO_MUCH, 0},
    {"flood-of-complaints", flood_said, BOX_TOO_MUCH, BOX_TOO_MUCH, 0},
    {"frame-huge", frame_huge, BOX_GARBLED, BOX_DONE, 0},
    {"frame-no-utf8", frame_bad, BOX_GARBLED, BOX_DONE, 0},
    {"frame-half", frame_half, BOX_GARBLED, BOX_DONE, 0},
    {"head-half", head_half, BOX_GARBLED, BOX_DONE, 0},
    {"frame-reserved", frame_reserved, BOX_GARBLED, BOX_DONE, 0},
    {"ready-again", ready_again, BOX_GARBLED, BOX_DONE, 0},
    {"end-with-text", end_with_text, BOX_GARBLED, BOX_DONE, 0},
    {"no-end", no_end, BOX_GARBLED, BOX_DONE, 0},
    {"close-and-leave", close_and_leave, BOX_GARBLED, BOX_DONE, 0},
    {"stack", overflow_stack, BOX_CRASHED, BOX_CRASHED, SIGSEGV},
    {"abort", abort, BOX_CRASHED, BOX_CRASHED, SIGABRT},
    {"kill-itself", kill_itself, BOX_CRASHED, BOX_CRASHED, SIGKILL},
    {"exit-as-refused", exit_as_refused, BOX_CRASHED, BOX_REFUSED, 0},
    {"spin", spin, BOX_NO_TIME, BOX_NO_TIME, 0},
    {"sleep", sleep_for_ever, BOX_NO_TIME, BOX_NO_TIME, 0},
    {"close-and-sleep", close_and_sleep, BOX_NO_TIME, BOX_NO_TIME, 0},
    {"stop-itself", stop_itself, BOX_NO_TIME, BOX_NO_TIME, 0},
};
const size_t n_misbehaviours = MB_LENGTH(misbehaviours);

void evil_do(const char *words, char *answer, size_t size)
{
    char name[64] = "";
    long long parent = 0;
    int control = 0, used = 0;
    snprintf(answer, size, "no such evil");
    if (sscanf(words, "%63s %lld %d %n", name, &parent, &control, &used) != 3 || parent <= 1)
        return;
    const struct evil_place place = {words + used, (pid_t)parent, control != 0};
    for (size_t i = 0; i < n_evils; i++) {
        if (strcmp(evils[i].name, name) != 0)
            continue;
        errno = 0;
        if (evils[i].act(&place))
            snprintf(answer, size, "did");
        else
            snprintf(answer, size, "refused %d", errno);
        return;
    }
    for (size_t i = 0; i < n_misbehaviours; i++)
        if (strcmp(misbehaviours[i].name, name) == 0)
            misbehaviours[i].act();
}
