/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What box.h promises of a worker that means well, or breaks by accident: its frames, its endings, its
 * limits, and that a run leaves nothing behind. What one does that was taken over: test_evil.c. */
#include "tests/support/test.h"

#include <minutebook/box.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define THREADS_ARE_WATCHED 0
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#undef THREADS_ARE_WATCHED
#define THREADS_ARE_WATCHED 1
#endif
#endif

/* ---- workers ---- */

enum { TYPE_TEXT = 1, TYPE_ARGUMENT = 7 };

static void run_echo(const unsigned char *bytes, size_t n, const char *argument, struct box_out *out)
{
    box_frame(out, TYPE_TEXT, (const char *)bytes, n);
    if (argument)
        box_puts(out, TYPE_ARGUMENT, argument);
}

/* ARGUMENT frames of the whole document. */
static void run_many(const unsigned char *bytes, size_t n, const char *argument, struct box_out *out)
{
    unsigned long count = strtoul(argument, NULL, 10);
    for (unsigned long i = 0; i < count; i++)
        box_frame(out, TYPE_TEXT, (const char *)bytes, n);
}

static void run_crash(const unsigned char *bytes, size_t n, const char *argument, struct box_out *out)
{
    (void)bytes, (void)n;
    box_puts(out, TYPE_TEXT, "read so far");
    box_flush(out);
    if (strcmp(argument, "fault") == 0)
        __builtin_trap();
    else if (strcmp(argument, "abort") == 0)
        abort();
    else if (strcmp(argument, "exit") == 0)
        _exit(3);
}

static void run_hungry(const unsigned char *bytes, size_t n, const char *argument, struct box_out *out)
{
    (void)bytes, (void)n, (void)argument;
    void *all = talloc_named_const(NULL, 0, "all");
    box_puts(out, TYPE_TEXT, "read so far");
    for (;;) /* many small pieces, each written to */
        memset(mem_zero_named(all, 65536, "piece"), 1, 65536);
}

static void run_spin(const unsigned char *bytes, size_t n, const char *argument, struct box_out *out)
{
    (void)bytes, (void)n, (void)argument;
    box_puts(out, TYPE_TEXT, "read so far");
    box_flush(out);
    for (volatile unsigned i = 0;; i++)
        ;
}

static void run_mute(const unsigned char *bytes, size_t n, const char *argument, struct box_out *out)
{
    (void)bytes, (void)n, (void)argument, (void)out;
}

/* The numbers of all descriptors it has. */
static void run_descriptors(const unsigned char *bytes, size_t n, const char *argument, struct box_out *out)
{
    char list[256] = "";
    (void)bytes, (void)n, (void)argument;
    for (int i = 0; i < 1024; i++) {
        struct stat is;
        size_t len = strlen(list);
        if (fstat(i, &is) == 0)
            snprintf(list + len, sizeof list - len, " %d", i);
    }
    box_puts(out, TYPE_TEXT, list);
}

/* Its limits, as the kernel knows them; its number first. */
static void run_limits(const unsigned char *bytes, size_t n, const char *argument, struct box_out *out)
{
    static const struct {
        const char *name;
        __rlimit_resource_t what;
    } limits[] = {{"cpu", RLIMIT_CPU},       {"fsize", RLIMIT_FSIZE}, {"nofile", RLIMIT_NOFILE},
                  {"nproc", RLIMIT_NPROC},   {"core", RLIMIT_CORE},   {"stack", RLIMIT_STACK}};
    char text[512];
    (void)bytes, (void)n, (void)argument;
    snprintf(text, sizeof text, "%lld", (long long)getpid());
    for (size_t i = 0; i < MB_LENGTH(limits); i++) {
        struct rlimit is = {99, 99};
        size_t len = strlen(text);
        getrlimit(limits[i].what, &is);
        snprintf(text + len, sizeof text - len, " %s %llu %llu", limits[i].name, (unsigned long long)is.rlim_cur,
                 (unsigned long long)is.rlim_max);
    }
    box_puts(out, TYPE_TEXT, text);
    box_flush(out);
    for (volatile unsigned i = 0;; i++)
        ;
}

static const struct box_worker workers[] = {
    {"echo", run_echo, "a known page", 12, NULL},
    {"many", run_many, NULL, 0, NULL},
    {"crash", run_crash, NULL, 0, NULL},
    {"hungry", run_hungry, NULL, 0, NULL},
    {"spin", run_spin, NULL, 0, NULL},
    {"mute", run_mute, "a known page", 12, NULL},
    {"broken", run_crash, "a known page", 12, "abort"},
    {"descriptors", run_descriptors, NULL, 0, NULL},
    {"limits", run_limits, NULL, 0, NULL},
};
enum { ECHO, MANY, CRASH, HUNGRY, SPIN, MUTE, BROKEN, DESCRIPTORS, LIMITS };

/* ---- what a run handed over ---- */

struct heard {
    struct buf text; /* "TYPE:TEXT\n" a frame */
    size_t n, stop_at, cancel_at;
    size_t asked;
};

static bool hear(void *to, uint32_t type, const char *text, size_t n)
{
    struct heard *heard = to;
    assert_int_equal(text[n], '\0');
    heard->n++;
    if (n < 100)
        buf_printf(&heard->text, "%u:%s\n", type, text);
    return heard->stop_at == 0 || heard->n < heard->stop_at;
}

static bool is_cancelled(void *to)
{
    struct heard *heard = to;
    return heard->cancel_at > 0 && ++heard->asked >= heard->cancel_at;
}

static struct heard heard_new(void *parent)
{
    struct heard heard = {.n = 0};
    buf_init(&heard.text, parent, 1 << 16);
    buf_puts(&heard.text, "");
    return heard;
}

static struct box_task task_of(int worker, struct heard *heard, const char *bytes)
{
    return (struct box_task){.worker = &workers[worker],
                             .bytes = bytes,
                             .n = strlen(bytes),
                             .frame = hear,
                             .cancelled = is_cancelled,
                             .to = heard};
}

/* ---- frames ---- */

static void a_worker_answers_in_frames(void **state)
{
    struct heard heard = heard_new(*state);
    struct box *box = box_new(*state, NULL);
    struct box_task task = task_of(ECHO, &heard, "caf\xc3\xa9");
    struct box_result result;
    struct err err = {STATUS_OK, ""};
    task.argument = "as page";
    assert_int_equal(box_run(box, &task, &result, &err), STATUS_OK);
    assert_string_equal(heard.text.data, "1:caf\xc3\xa9\n7:as page\n");
    assert_int_equal(result.ending, BOX_DONE);
    assert_int_equal(result.n_frames, 2);
    assert_int_equal(result.n_bytes, 12);
    assert_false(result.unboxed);
    print_message("# Landlock is %s\n", result.landlock ? "part of the box" : "not offered by this kernel");
}

static void an_empty_document_and_a_nul_arrive(void **state)
{
    struct heard heard = heard_new(*state);
    struct box *box = box_new(*state, NULL);
    struct box_task task = task_of(ECHO, &heard, "");
    struct box_result result;
    assert_int_equal(box_run(box, &task, &result, NULL), STATUS_OK);
    assert_string_equal(heard.text.data, "1:\n");
    task.bytes = "a\0b";
    task.n = 3;
    assert_int_equal(box_run(box, &task, &result, NULL), STATUS_OK);
    assert_int_equal(result.n_bytes, 3);
}

static void frames_of_every_size_arrive_whole(void **state)
{
    const size_t sizes[] = {1, 16375, 16376, 16377, 65536, BOX_FRAME_MAX};
    struct box *box = box_new(*state, NULL);
    char *big = mem_zero_named(*state, BOX_FRAME_MAX, "big");
    memset(big, 'x', BOX_FRAME_MAX);
    for (size_t i = 0; i < MB_LENGTH(sizes); i++) {
        struct heard heard = heard_new(*state);
        struct box_task task = task_of(MANY, &heard, "");
        struct box_result result;
        task.bytes = big;
        task.n = sizes[i];
        task.argument = "5";
        assert_int_equal(box_run(box, &task, &result, NULL), STATUS_OK);
        assert_int_equal(result.n_bytes, 5 * sizes[i]);
    }
}

static void a_frame_too_large_or_no_utf8_is_refused(void **state)
{
    struct box *box = box_new(*state, NULL);
    struct heard heard = heard_new(*state);
    struct box_task task = task_of(ECHO, &heard, "\xff");
    struct box_result result;
    struct err err;
    assert_int_equal(box_run(box, &task, &result, &err), STATUS_INPUT);
    assert_int_equal(result.ending, BOX_GARBLED);
    assert_int_equal(heard.n, 0);
    char *big = mem_zero_named(*state, BOX_FRAME_MAX + 1, "big");
    task.bytes = big;
    task.n = BOX_FRAME_MAX + 1;
    assert_int_equal(box_run(box, &task, &result, &err), STATUS_INPUT);
    assert_int_equal(result.ending, BOX_GARBLED);
    assert_int_equal(heard.n, 0);
}

/* For leak tests and fuzzers: the same frames by the same rules, in this process. */
static void a_rehearsal_hands_over_the_same(void **state)
{
    struct heard heard = heard_new(*state);
    assert_true(box_rehearse(&workers[ECHO], "caf\xc3\xa9", 5, "as page", hear, &heard));
    assert_string_equal(heard.text.data, "1:caf\xc3\xa9\n7:as page\n");
    assert_true(box_rehearse(&workers[MUTE], "", 0, NULL, hear, &heard));
    assert_int_equal(heard.n, 2);
    assert_false(box_rehearse(&workers[ECHO], "\xff", 1, "not heard", hear, &heard));
    assert_int_equal(heard.n, 2);
    heard.stop_at = 3;
    assert_false(box_rehearse(&workers[MANY], "x", 1, "9", hear, &heard));
    assert_int_equal(heard.n, 3);
}

/* ---- endings ---- */

static void a_crash_is_told_and_what_came_before_is_kept(void **state)
{
    static const struct {
        const char *how;
        int signal; /* SIGABRT in a sanitised build, whose runtime reports first */
    } crashes[] = {{"fault", SIGILL}, {"abort", SIGABRT}, {"exit", 0}};
    struct box *box = box_new(*state, NULL);
    for (size_t i = 0; i < MB_LENGTH(crashes); i++) {
        struct heard heard = heard_new(*state);
        struct box_task task = task_of(CRASH, &heard, "x");
        struct box_result result;
        struct err err = {STATUS_OK, ""};
        task.argument = crashes[i].how;
        assert_int_equal(box_run(box, &task, &result, &err), STATUS_INPUT);
        assert_string_equal(heard.text.data, "1:read so far\n");
        assert_int_equal(result.ending, BOX_CRASHED);
        if (!TEST_LEAKS_ARE_REPORTED || i != 0)
            assert_int_equal(result.signal, crashes[i].signal);
        assert_non_null(strstr(err.text, i == 2 ? "(exit code 3)" : "crashed (SIG"));
    }
}

static void hunger_ends_at_the_limit(void **state)
{
    struct heard heard = heard_new(*state);
    struct box_task task = task_of(HUNGRY, &heard, "x");
    struct box_result result;
    struct err err;
    if (THREADS_ARE_WATCHED)
        skip(); /* ThreadSanitizer ends the process by itself when memory does */
    task.limits.memory = (size_t)192 << 20;
    assert_int_equal(box_run(box_new(*state, NULL), &task, &result, &err), STATUS_INPUT);
    assert_int_equal(result.ending, BOX_NO_MEMORY);
    assert_string_equal(err.text, "needs too much memory to read (limit 192 MB)");
    assert_string_equal(heard.text.data, "1:read so far\n");
    assert_true(result.peak_kb < 400 * 1024);
}

static void time_ends_at_the_limit(void **state)
{
    struct heard heard = heard_new(*state);
    struct box_task task = task_of(SPIN, &heard, "x");
    struct box_result result;
    struct err err;
    struct box *box = box_new(*state, NULL);
    task.limits.wall_ms = 600;
    assert_int_equal(box_run(box, &task, &result, &err), STATUS_INPUT);
    assert_int_equal(result.ending, BOX_NO_TIME);
    assert_string_equal(err.text, "takes too long to read (limit 0.6 s)");
    assert_string_equal(heard.text.data, "1:read so far\n");
    task.limits = (struct box_limits){.processor_s = 1};
    assert_int_equal(box_run(box, &task, &result, &err), STATUS_INPUT);
    assert_int_equal(result.ending, BOX_NO_PROCESSOR);
    assert_string_equal(err.text, "needs too much processor time to read (limit 1 s)");
}

static void output_ends_at_the_limit(void **state)
{
    struct heard heard = heard_new(*state);
    struct box_task task = task_of(MANY, &heard, "twelve bytes");
    struct box_result result;
    struct err err;
    task.argument = "1000000";
    task.limits.output = 1 << 20;
    assert_int_equal(box_run(box_new(*state, NULL), &task, &result, &err), STATUS_INPUT);
    assert_int_equal(result.ending, BOX_TOO_MUCH);
    assert_string_equal(err.text, "holds too much text to read (limit 1 MB)");
    assert_true(heard.n > 10000);
}

static void the_caller_can_stop_it(void **state)
{
    struct heard heard = heard_new(*state);
    struct box *box = box_new(*state, NULL);
    struct box_task task = task_of(MANY, &heard, "x");
    struct box_result result;
    task.argument = "100000";
    heard.stop_at = 3;
    assert_int_equal(box_run(box, &task, &result, NULL), STATUS_INPUT);
    assert_int_equal(result.ending, BOX_STOPPED);
    assert_int_equal(heard.n, 3);
    heard = heard_new(*state);
    heard.cancel_at = 2;
    task = task_of(SPIN, &heard, "x");
    assert_int_equal(box_run(box, &task, &result, NULL), STATUS_CANCELLED);
    assert_int_equal(result.ending, BOX_CANCELLED);
    assert_true(result.wall_ms < 5000);
}

/* ---- the known document ---- */

static void a_box_that_fails_its_own_test_reads_nothing(void **state)
{
    const int bad[] = {MUTE, BROKEN};
    struct box *box = box_new(*state, NULL);
    for (size_t i = 0; i < MB_LENGTH(bad); i++) {
        struct heard heard = heard_new(*state);
        struct box_task task = task_of(bad[i], &heard, "x");
        struct box_result result;
        struct err err = {STATUS_OK, ""};
        for (int again = 0; again < 2; again++) {
            assert_int_equal(box_run(box, &task, &result, &err), STATUS_INPUT);
            assert_int_equal(result.ending, BOX_REFUSED);
            assert_non_null(strstr(err.text, "failed its own test"));
        }
        assert_int_equal(heard.n, 0);
    }
}

static void a_worker_that_is_not_in_the_table_is_refused(void **state)
{
    const struct box_worker stranger = {.name = "stranger", .run = run_echo};
    struct heard heard = heard_new(*state);
    struct box_task task = task_of(ECHO, &heard, "x");
    struct box_result result;
    struct err err = {STATUS_OK, ""};
    task.worker = &stranger;
    assert_int_equal(box_run(box_new(*state, NULL), &task, &result, &err), STATUS_INPUT);
    assert_int_equal(result.ending, BOX_REFUSED);
    assert_non_null(strstr(err.text, "no worker of this name"));
}

/* ---- other kernels ---- */

/* A kernel that lacks CALLS, as far as this process and its children can tell. */
struct lacking {
    int call;
    unsigned argument; /* with VALUE in it alone; 9: whatever it is */
    uint64_t value;
};

static void lack(const struct lacking *calls, size_t n)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    for (size_t i = 0; i < n; i++) {
        const struct scmp_arg_cmp has = {calls[i].argument, SCMP_CMP_MASKED_EQ, calls[i].value, calls[i].value};
        seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EINVAL), calls[i].call, calls[i].argument < 6, &has);
    }
    if (seccomp_load(filter) != 0)
        _exit(77);
    seccomp_release(filter);
}

/* LOOK in a process that lacks CALLS; it answers whether all was as it should be. */
static void on_another_kernel(const struct lacking *calls, size_t n, bool (*look)(void *parent))
{
    int status = -1;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        void *parent = talloc_named_const(NULL, 0, "kernel");
        lack(calls, n);
        bool fits = look(parent);
        talloc_free(parent);
        _exit(fits ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 77)
        skip(); /* here it is so already */
    assert_int_equal(status, 0);
}

static bool is_refused_but_for_the_users_word(void *parent)
{
    static const struct box_options unboxed = {.unboxed = true};
    struct heard heard = heard_new(parent);
    struct box_task task = task_of(ECHO, &heard, "x");
    struct box_result result;
    struct err err = {STATUS_OK, ""};
    bool refused = box_run(box_new(parent, NULL), &task, &result, &err) == STATUS_INPUT &&
                   result.ending == BOX_REFUSED && heard.n == 0 &&
                   strstr(err.text, "is not read, because the box for it does not work here: this kernel does not "
                                    "filter system calls") != NULL;
    return refused && box_run(box_new(parent, &unboxed), &task, &result, &err) == STATUS_OK && heard.n == 1 &&
           result.unboxed;
}

static void without_seccomp_nothing_is_read(void **state)
{
    static const struct lacking calls[] = {{SCMP_SYS(seccomp), 9, 0}, {SCMP_SYS(prctl), 0, PR_SET_SECCOMP}};
    (void)state;
    on_another_kernel(calls, MB_LENGTH(calls), is_refused_but_for_the_users_word);
}

static bool works_as_ever(void *parent)
{
    struct box *box = box_new(parent, NULL);
    struct heard heard = heard_new(parent);
    struct box_task task = task_of(ECHO, &heard, "x");
    struct box_result result;
    bool good = box_run(box, &task, &result, NULL) == STATUS_OK && !result.landlock && heard.n == 1;
    task.worker = &workers[CRASH];
    task.argument = "exit";
    return good && box_run(box, &task, &result, NULL) == STATUS_INPUT && result.ending == BOX_CRASHED &&
           result.exit_code == 3;
}

/* Without Landlock, pidfd_open(), close_range() and sealing against execution: Linux 4.19 to 5.12. */
static void an_old_kernel_is_enough(void **state)
{
    static const struct lacking calls[] = {
        {444, 9, 0}, {SCMP_SYS(pidfd_open), 9, 0}, {SCMP_SYS(close_range), 9, 0}, {SCMP_SYS(memfd_create), 1, 8}};
    (void)state;
    on_another_kernel(calls, MB_LENGTH(calls), works_as_ever);
}

static void without_a_box_it_is_said(void **state)
{
    const struct box_options options = {.unboxed = true};
    struct heard heard = heard_new(*state);
    struct box_task task = task_of(ECHO, &heard, "x");
    struct box_result result;
    assert_int_equal(box_run(box_new(*state, &options), &task, &result, NULL), STATUS_OK);
    assert_true(result.unboxed);
    assert_false(result.landlock);
}

/* ---- what a run leaves ---- */

static size_t count_descriptors(void)
{
    size_t n = 0;
    DIR *folder = opendir("/proc/self/fd");
    assert_non_null(folder);
    while (readdir(folder))
        n++;
    closedir(folder);
    return n;
}

static void a_run_leaves_no_descriptor_and_no_process(void **state)
{
    size_t before = count_descriptors();
    struct box *box = box_new(*state, NULL);
    const int some[] = {ECHO, CRASH, MUTE};
    for (size_t i = 0; i < MB_LENGTH(some); i++) {
        struct heard heard = heard_new(*state);
        struct box_task task = task_of(some[i], &heard, "x");
        task.argument = "abort";
        (void)!box_run(box, &task, NULL, NULL);
    }
    assert_int_equal(count_descriptors(), before);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
}

static void a_worker_has_no_descriptor_but_its_own(void **state)
{
    struct heard heard = heard_new(*state);
    struct box_task task = task_of(DESCRIPTORS, &heard, "x");
    int careless[3];
    for (size_t i = 0; i < MB_LENGTH(careless); i++)
        careless[i] = dup(2); /* without CLOEXEC, as a library may open one */
    enum status status = box_run(box_new(*state, NULL), &task, NULL, NULL);
    for (size_t i = 0; i < MB_LENGTH(careless); i++)
        close(careless[i]);
    assert_int_equal(status, STATUS_OK);
    assert_string_equal(heard.text.data, "1: 1 2\n");
}

/* Looks at a living worker from outside. */
static bool look_at_process(void *to, uint32_t type, const char *text, size_t n)
{
    const unsigned long long glibc_own = 3ULL << 31; /* 32 and 33, which its posix_spawn() ignores */
    char path[64], line[256];
    int used = 0;
    long pid = 0;
    (void)type, (void)n;
    assert_int_equal(sscanf(text, "%ld%n", &pid, &used), 1);
    assert_string_equal(text + used, " cpu 20 21 fsize 0 0 nofile 0 0 nproc 0 0 core 0 0 stack 8388608 8388608");
    assert_int_equal(getsid((pid_t)pid), pid); /* no terminal, no ^C */
    snprintf(path, sizeof path, "/proc/%ld/status", pid);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        unsigned long long set = 0;
        if (sscanf(line, "SigBlk: %llx", &set) == 1 || sscanf(line, "SigIgn: %llx", &set) == 1)
            assert_int_equal(set & ~glibc_own, 0);
        if (sscanf(line, "NoNewPrivs: %llx", &set) == 1)
            assert_int_equal(set, 1);
        if (sscanf(line, "Seccomp: %llx", &set) == 1)
            assert_int_equal(set, 2);
    }
    fclose(file);
    *(bool *)to = true;
    return false;
}

/* Whatever the parent is, and has blocked, ignored or allowed itself. */
static void every_worker_starts_alike(void **state)
{
    bool looked = false;
    struct box_result result;
    const struct box_task task = {
        .worker = &workers[LIMITS], .bytes = "x", .n = 1, .frame = look_at_process, .to = &looked};
    struct rlimit stack, small = {1 << 20, 0};
    sigset_t all, before;
    sigfillset(&all);
    getrlimit(RLIMIT_STACK, &stack);
    small.rlim_max = stack.rlim_max;
    pthread_sigmask(SIG_BLOCK, &all, &before);
    void (*on_pipe)(int) = signal(SIGPIPE, SIG_IGN);
    setrlimit(RLIMIT_STACK, &small);
    enum status status = box_run(box_new(*state, NULL), &task, &result, NULL);
    setrlimit(RLIMIT_STACK, &stack);
    signal(SIGPIPE, on_pipe);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    assert_true(looked);
    assert_int_equal(status, STATUS_INPUT);
    assert_int_equal(result.ending, BOX_STOPPED);
}

static void low_descriptors_of_ours_do_not_matter(void **state)
{
    struct heard heard = heard_new(*state);
    struct box_task task = task_of(ECHO, &heard, "x");
    int kept = dup(0);
    close(0); /* the pipes and the document now get the numbers the worker is given */
    enum status status = box_run(box_new(*state, NULL), &task, NULL, NULL);
    if (kept >= 0) {
        dup2(kept, 0);
        close(kept);
    }
    assert_int_equal(status, STATUS_OK);
    assert_string_equal(heard.text.data, "1:x\n");
}

struct thread {
    bool blocked;
    size_t done;
};

static void *run_in_thread(void *to)
{
    struct thread *thread = to;
    void *top = talloc_named_const(NULL, 0, "thread");
    struct box *box = box_new(top, NULL);
    sigset_t all;
    sigfillset(&all);
    if (thread->blocked)
        pthread_sigmask(SIG_BLOCK, &all, NULL); /* as the browser's worker thread */
    for (int i = 0; i < 5; i++) {
        struct box_task task = {.worker = &workers[i % 2 ? CRASH : ECHO], .bytes = "x", .n = 1, .argument = "abort"};
        struct heard heard = heard_new(top);
        task.frame = hear;
        task.to = &heard;
        struct box_result result;
        enum status status = box_run(box, &task, &result, NULL);
        thread->done += status == (i % 2 ? STATUS_INPUT : STATUS_OK) && heard.n == (i % 2 ? 1 : 2);
    }
    talloc_free(top);
    return NULL;
}

static void threads_run_boxes_side_by_side(void **state)
{
    pthread_t id[3];
    struct thread threads[3] = {{.blocked = true}, {.blocked = false}, {.blocked = true}};
    (void)state;
    for (size_t i = 0; i < MB_LENGTH(id); i++)
        assert_int_equal(pthread_create(&id[i], NULL, run_in_thread, &threads[i]), 0);
    for (size_t i = 0; i < MB_LENGTH(id); i++) {
        pthread_join(id[i], NULL);
        assert_int_equal(threads[i].done, 5);
    }
}

/* Started by a program that ignores the end of its children, we get no end to wait for. */
static void an_ignored_sigchld_does_no_harm(void **state)
{
    struct heard heard = heard_new(*state);
    struct box_task task = task_of(ECHO, &heard, "x");
    void (*before)(int) = signal(SIGCHLD, SIG_IGN);
    enum status status = box_run(box_new(*state, NULL), &task, NULL, NULL);
    signal(SIGCHLD, before);
    assert_int_equal(status, STATUS_OK);
}

int main(int argc, char **argv)
{
    box_serve(argc, argv, workers, MB_LENGTH(workers));
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_worker_answers_in_frames),
        TEST_CASE(an_empty_document_and_a_nul_arrive),
        TEST_CASE(frames_of_every_size_arrive_whole),
        TEST_CASE(a_frame_too_large_or_no_utf8_is_refused),
        TEST_CASE(a_rehearsal_hands_over_the_same),
        TEST_CASE(a_crash_is_told_and_what_came_before_is_kept),
        TEST_CASE(hunger_ends_at_the_limit),
        TEST_CASE(time_ends_at_the_limit),
        TEST_CASE(output_ends_at_the_limit),
        TEST_CASE(the_caller_can_stop_it),
        TEST_CASE(a_box_that_fails_its_own_test_reads_nothing),
        TEST_CASE(a_worker_that_is_not_in_the_table_is_refused),
        TEST_CASE(without_seccomp_nothing_is_read),
        TEST_CASE(an_old_kernel_is_enough),
        TEST_CASE(without_a_box_it_is_said),
        TEST_CASE(a_run_leaves_no_descriptor_and_no_process),
        TEST_CASE(a_worker_has_no_descriptor_but_its_own),
        TEST_CASE(every_worker_starts_alike),
        TEST_CASE(low_descriptors_of_ours_do_not_matter),
        TEST_CASE(threads_run_boxes_side_by_side),
        TEST_CASE(an_ignored_sigchld_does_no_harm),
    };
    return cmocka_run_group_tests_name("box", tests, NULL, NULL);
}
