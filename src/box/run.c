/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A run from its order to its sentence: limits made whole, the known document first, the processes
 * started and watched, and how it ended told from what they left. */
#include "config.h"

#include "src/box/private.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define MEGABYTE ((size_t)1 << 20)

static const struct box_limits usual = {
    .memory = 512 * MEGABYTE,
    .processor_s = 20,
    .wall_ms = 30000,
    .output = BUF_MAX_DOCUMENT,
    .program_output = BUF_MAX_DOCUMENT,
};

/* What was found of one worker, or one program with its worker. */
struct proof {
    enum box_kind kind;
    char *name;
    bool works;
    struct err why_not;
};

struct box {
    struct box_options options;
    struct proof *proofs;
    size_t n_proofs;
};

struct box *box_new(const void *parent, const struct box_options *options)
{
    struct box *box = mem_new(parent, struct box);
    if (options)
        box->options = *options;
    return box;
}

static struct box_limits whole_limits(const struct box_limits *wished)
{
    struct box_limits limits = *wished;
    limits.memory = limits.memory ? limits.memory : usual.memory;
    limits.processor_s = limits.processor_s ? limits.processor_s : usual.processor_s;
    limits.wall_ms = limits.wall_ms ? limits.wall_ms : usual.wall_ms;
    limits.output = limits.output ? limits.output : usual.output;
    limits.program_output = limits.program_output ? limits.program_output : usual.program_output;
    return limits;
}

/* ---- how it ended ---- */

static const char *const ending_names[] = {
    [BOX_DONE] = "done",
    [BOX_CANCELLED] = "cancelled",
    [BOX_STOPPED] = "stopped",
    [BOX_NO_PROCESSOR] = "out of processor time",
    [BOX_NO_TIME] = "out of time",
    [BOX_NO_MEMORY] = "out of memory",
    [BOX_TOO_MUCH] = "too much output",
    [BOX_CRASHED] = "crashed",
    [BOX_GARBLED] = "garbled",
    [BOX_FAILED] = "failed",
    [BOX_REFUSED] = "refused",
};

const char *box_ending_name(enum box_ending ending)
{
    return ending_names[ending];
}

static unsigned processor_ms(const struct rusage *use)
{
    return (unsigned)((use->ru_utime.tv_sec + use->ru_stime.tv_sec) * 1000 +
                      (use->ru_utime.tv_usec + use->ru_stime.tv_usec) / 1000);
}

/* How one process ended. */
struct how {
    enum box_ending ending;
    int signal, exit_code;
};

/* The status of a process that was waited for. The hard limit of processor time is told from any other SIGKILL by the
 * time that was used. */
static struct how how_ended(const struct run *run, const struct child *child)
{
    if (child->lost)
        return (struct how){.ending = BOX_CRASHED};
    if (WIFEXITED(child->status)) {
        int code = WEXITSTATUS(child->status);
        return (struct how){.ending = code ? BOX_CRASHED : BOX_DONE, .exit_code = code};
    }
    int signal = WTERMSIG(child->status);
    bool spent = processor_ms(&child->use) >= run->limits.processor_s * 1000;
    return (struct how){.ending = signal == SIGXCPU || (signal == SIGKILL && spent) ? BOX_NO_PROCESSOR : BOX_CRASHED,
                        .signal = signal};
}

static struct how worker_ended(const struct run *run)
{
    if (run->end)
        return (struct how){.ending = BOX_DONE};
    struct how how = how_ended(run, &run->worker);
    if (!run->ready)
        how.ending = BOX_REFUSED;
    else if (how.ending == BOX_DONE)
        how.ending = BOX_GARBLED; /* it left without its last word */
    else if (how.exit_code == BOX_EXIT_NO_MEMORY)
        how.ending = BOX_NO_MEMORY;
    return how;
}

/* What a program of the system says when malloc() or operator new gives nothing. */
static bool says_no_memory(const char *said)
{
    return strstr(said, "ut of memory") != NULL || strstr(said, "bad_alloc") != NULL;
}

static struct how program_ended(const struct run *run)
{
    if (run->input_cut)
        return (struct how){.ending = BOX_TOO_MUCH};
    if (run->program_stopped)
        return (struct how){.ending = BOX_NO_TIME};
    struct how how = how_ended(run, &run->program);
    if (how.exit_code == BOX_EXIT_REFUSED || how.exit_code == BOX_EXIT_NOT_STARTED)
        how.ending = BOX_REFUSED;
    else if (how.ending == BOX_CRASHED && says_no_memory(run->result->said))
        how.ending = BOX_NO_MEMORY;
    else if (how.exit_code != 0)
        how.ending = BOX_FAILED;
    return how;
}

/* The worker's end counts; the program's does where the worker did well with what it got, or got nothing because the
 * program never ran. */
static void conclude(struct run *run)
{
    struct box_result *result = run->result;
    const struct rusage *worker = &run->worker.use, *program = &run->program.use;
    result->processor_ms = processor_ms(worker) + processor_ms(program);
    result->peak_kb = (size_t)(worker->ru_maxrss > program->ru_maxrss ? worker->ru_maxrss : program->ru_maxrss);
    if (run->stopped)
        return;
    struct how how = worker_ended(run);
    if (run->program.pid != 0) {
        struct how other = program_ended(run);
        result->by_program = other.ending == BOX_REFUSED || (how.ending == BOX_DONE && other.ending != BOX_DONE);
        if (result->by_program)
            how = other;
    }
    result->ending = how.ending;
    result->signal = how.signal;
    result->exit_code = how.exit_code;
}

/* ---- the sentence ---- */

static enum status tell_crash(const struct box_result *result, const char *who, struct err *err)
{
    const char *name = result->signal ? sigabbrev_np(result->signal) : NULL;
    if (result->signal == SIGSYS)
        return err_set(err, STATUS_INPUT, "could not be read: %s tried what no reader may do and was ended", who);
    if (name)
        return err_set(err, STATUS_INPUT, "could not be read: %s crashed (SIG%s)", who, name);
    return err_set(err, STATUS_INPUT, "could not be read: %s ended without a word (exit code %d)", who,
                   result->exit_code);
}

static enum status tell(const struct run *run, struct err *err)
{
    const struct box_result *result = run->result;
    const char *who = result->by_program ? run->task->program->name : "its reader";
    switch (result->ending) {
    case BOX_DONE:
        return STATUS_OK;
    case BOX_CANCELLED:
        return err_set(err, STATUS_CANCELLED, "reading was stopped");
    case BOX_STOPPED:
        return err_set(err, STATUS_INPUT, "reading was given up");
    case BOX_NO_PROCESSOR:
        return err_set(err, STATUS_INPUT, "needs too much processor time to read (limit %u s)",
                       run->limits.processor_s);
    case BOX_NO_TIME:
        return err_set(err, STATUS_INPUT, "takes too long to read (limit %g s)", run->limits.wall_ms / 1000.0);
    case BOX_NO_MEMORY:
        return err_set(err, STATUS_INPUT, "needs too much memory to read (limit %zu MB)",
                       run->limits.memory / MEGABYTE);
    case BOX_TOO_MUCH:
        return err_set(err, STATUS_INPUT, "holds too much text to read (limit %zu MB)",
                       (run->input_cut ? run->limits.program_output : run->limits.output) / MEGABYTE);
    case BOX_CRASHED:
        return tell_crash(result, who, err);
    case BOX_GARBLED:
        return err_set(err, STATUS_INPUT, "could not be read: what %s answers breaks the rules", who);
    case BOX_FAILED:
        return err_set(err, STATUS_INPUT, "could not be read: %s says \"%.*s\"", who, (int)strcspn(result->said, "\n"),
                       result->said);
    case BOX_REFUSED:
        return err_set(err, STATUS_INPUT, "is not read, because the box for it does not work here: %s",
                       result->said[0] ? result->said : "its process ended at once");
    }
    return STATUS_INPUT;
}

/* ---- a run ---- */

static enum status run_once(const struct box *box, const struct box_task *task, const char *program_path,
                            struct box_result *result, struct err *err)
{
    struct run run = {.task = task, .limits = whole_limits(&task->limits), .result = result};
    run.worker = run.program = (struct child){.handle = -1, .out = -1, .err = -1};
    const struct order order = {
        .parent = getpid(),
        .memory = run.limits.memory,
        .input = run.limits.program_output,
        .processor_s = run.limits.processor_s,
        .unboxed = box->options.unboxed,
        .no_landlock = box->options.no_landlock,
        .no_kill = box->options.no_kill,
    };
    void *scratch = talloc_named_const(NULL, 0, "run of a box");
    enum status status = STATUS_INPUT;
    buf_init(&run.gathered, scratch, SIZE_MAX / 4);
    *result = (struct box_result){.ending = BOX_REFUSED, .unboxed = box->options.unboxed};
    if (children_start(&run, &order, program_path, err)) {
        run_watch(&run);
        conclude(&run);
        status = tell(&run, err);
    }
    child_close(&run.worker);
    child_close(&run.program);
    talloc_free(scratch);
    return status;
}

/* ---- the known document ---- */

static bool take_any(void *to, uint32_t type, const char *text, size_t n)
{
    (void)to, (void)type, (void)text, (void)n;
    return true;
}

static void prove(const struct box *box, struct proof *proof, const struct box_task *task, const char *program_path)
{
    struct box_result result;
    struct err err = {STATUS_OK, ""};
    enum status status = run_once(box, task, program_path, &result, &err);
    proof->works = status == STATUS_OK && result.n_frames > 0;
    proof->why_not = err;
    if (proof->works || result.ending == BOX_REFUSED)
        return;
    err_set(&proof->why_not, STATUS_INPUT,
            "is not read: the box for it failed its own test (%s: %s); a library of this system may need more than the "
            "box allows",
            proof->name, status == STATUS_OK ? "no answer" : err.text);
}

/* Whether the box works, found out once. */
static bool proved(struct box *box, const struct box_task *task, const char *program_path, struct err *err)
{
    const enum box_kind kind = program_path ? BOX_LOOSER : BOX_STRICT;
    const char *name = program_path ? task->program->name : task->worker->name;
    struct proof *proof = NULL;
    for (size_t i = 0; i < box->n_proofs && !proof; i++)
        if (box->proofs[i].kind == kind && strcmp(box->proofs[i].name, name) == 0)
            proof = &box->proofs[i];
    if (!proof) {
        proof = mem_append(box, box->proofs, box->n_proofs);
        proof->kind = kind;
        proof->name = mem_strdup(box, name);
        prove(box, proof, task, program_path);
    }
    if (!proof->works && err)
        *err = proof->why_not;
    return proof->works;
}

static bool program_proved(struct box *box, const struct box_task *task, const char *path, struct err *err)
{
    const struct box_program *program = task->program;
    const struct box_task known = {.worker = task->worker,
                                   .program = program,
                                   .bytes = program->known,
                                   .n = program->n_known,
                                   .argument = task->worker->known_argument,
                                   .frame = take_any};
    return !program->known || box->options.unboxed || proved(box, &known, path, err);
}

static bool worker_proved(struct box *box, const struct box_worker *worker, struct err *err)
{
    const struct box_task known = {.worker = worker,
                                   .bytes = worker->known,
                                   .n = worker->n_known,
                                   .argument = worker->known_argument,
                                   .frame = take_any};
    return !worker->known || box->options.unboxed || proved(box, &known, NULL, err);
}

enum status box_run(struct box *box, const struct box_task *task, struct box_result *result, struct err *err)
{
    struct box_result own;
    result = result ? result : &own;
    *result = (struct box_result){.ending = BOX_REFUSED, .unboxed = box->options.unboxed};
    const char *path = NULL;
    if (task->program && !(path = box_find_program(box, task->program, err)))
        return STATUS_INPUT;
    if (!worker_proved(box, task->worker, err) || (path && !program_proved(box, task, path, err)))
        return STATUS_INPUT;
    return run_once(box, task, path, result, err);
}
