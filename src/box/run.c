/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A run from its order to its sentence: limits made whole, the known document first, the processes
 * started and watched, and how it ended told from what they left. */
#include "config.h"

#include "src/box/private.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
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
    char *name;
    bool works;
    char sentence[sizeof((struct err *)0)->text];
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

/* The hard limit of processor time is told from a kill by the time that was used. */
static enum box_ending signal_ending(const struct run *run, const struct child *child, int signal)
{
    if (signal == SIGXCPU || (signal == SIGKILL && processor_ms(&child->use) >= run->limits.processor_s * 1000))
        return BOX_NO_PROCESSOR;
    return BOX_CRASHED;
}

static enum box_ending worker_ending(struct run *run)
{
    const struct child *child = &run->worker;
    if (run->end)
        return BOX_DONE;
    if (!run->ready)
        return BOX_REFUSED;
    if (child->lost)
        return BOX_CRASHED;
    if (WIFSIGNALED(child->status)) {
        run->result->signal = WTERMSIG(child->status);
        return signal_ending(run, child, run->result->signal);
    }
    run->result->exit_code = WEXITSTATUS(child->status);
    if (run->result->exit_code == BOX_EXIT_NO_MEMORY)
        return BOX_NO_MEMORY;
    return run->result->exit_code == 0 ? BOX_GARBLED : BOX_CRASHED;
}

static void conclude(struct run *run)
{
    struct box_result *result = run->result;
    result->processor_ms = processor_ms(&run->worker.use) + processor_ms(&run->program.use);
    result->peak_kb = (size_t)(run->worker.use.ru_maxrss > run->program.use.ru_maxrss ? run->worker.use.ru_maxrss
                                                                                      : run->program.use.ru_maxrss);
    if (!run->stopped)
        result->ending = worker_ending(run);
}

/* ---- the sentence ---- */

static enum status tell_crash(const struct box_result *result, const char *who, struct err *err)
{
    const char *name = result->signal ? sigabbrev_np(result->signal) : NULL;
    if (result->signal == SIGSYS)
        return err_set(err, STATUS_INPUT, "could not be read: %s tried what no reader may do and was ended", who);
    if (name)
        return err_set(err, STATUS_INPUT, "could not be read: %s crashed (SIG%s)", who, name);
    return err_set(err, STATUS_INPUT, "could not be read: %s ended without a word (exit code %d)", who, result->exit_code);
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
        return err_set(err, STATUS_INPUT, "needs too much processor time to read (limit %u s)", run->limits.processor_s);
    case BOX_NO_TIME:
        return err_set(err, STATUS_INPUT, "takes too long to read (limit %g s)", run->limits.wall_ms / 1000.0);
    case BOX_NO_MEMORY:
        return err_set(err, STATUS_INPUT, "needs too much memory to read (limit %zu MB)", run->limits.memory / MEGABYTE);
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
    if (proof->works)
        return;
    const char *cause = result.ending == BOX_REFUSED ? result.said : err.text;
    snprintf(proof->sentence, sizeof proof->sentence,
             "is not read: the box for it failed its own test (%s: %.300s); a library of this system may need more than "
             "the box allows",
             proof->name, status == STATUS_OK ? "no answer" : *cause ? cause : err.text);
}

/* Whether the box works, found out once. */
static bool proved(struct box *box, const char *name, const struct box_task *task, const char *program_path,
                   struct err *err)
{
    struct proof *proof = NULL;
    for (size_t i = 0; i < box->n_proofs && !proof; i++)
        if (strcmp(box->proofs[i].name, name) == 0)
            proof = &box->proofs[i];
    if (!proof) {
        proof = mem_append(box, box->proofs, box->n_proofs);
        proof->name = mem_strdup(box, name);
        prove(box, proof, task, program_path);
    }
    if (!proof->works)
        err_set(err, STATUS_INPUT, "%s", proof->sentence);
    return proof->works;
}

static bool worker_proved(struct box *box, const struct box_worker *worker, struct err *err)
{
    const struct box_task known = {.worker = worker,
                                   .bytes = worker->known,
                                   .n = worker->n_known,
                                   .argument = worker->known_argument,
                                   .frame = take_any};
    return !worker->known || box->options.unboxed || proved(box, worker->name, &known, NULL, err);
}

enum status box_run(struct box *box, const struct box_task *task, struct box_result *result, struct err *err)
{
    struct box_result own;
    result = result ? result : &own;
    *result = (struct box_result){.ending = BOX_REFUSED, .unboxed = box->options.unboxed};
    if (!worker_proved(box, task->worker, err))
        return STATUS_INPUT;
    return run_once(box, task, NULL, result, err);
}
