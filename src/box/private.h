/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The room from inside. Follow a run: run.c (what is to be done, and the sentence at the end) -> child.c
 * starts the process with order.c's words -> serve.c wakes up in it, shut.c shuts the box (landlock.c,
 * calls.c) and the worker runs -> watch.c reads, counts and kills -> frames.c checks what is said. */
#ifndef MINUTEBOOK_BOX_PRIVATE_H
#define MINUTEBOOK_BOX_PRIVATE_H

#include <minutebook/box.h>

#include <sys/resource.h>
#include <sys/types.h>

/* Workers of a sanitised build differ in three things, each said where it is done: address space is not limited
 * (ASan reserves terabytes; RLIMIT_DATA stands in for it), forbidden calls never kill (the runtime tries some
 * of them on its own), leaks are not looked for (that needs ptrace). Programs of the system do not differ. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define BOX_SANITISED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define BOX_SANITISED 1
#endif
#endif
#ifndef BOX_SANITISED
#define BOX_SANITISED 0
#endif

/* ---- what both sides know ---- */

#define BOX_INPUT 3 /* the descriptor a worker reads its document from */

/* Types of frames that are the box's own. */
#define FRAME_END 0U
#define FRAME_READY (BOX_TYPE_MAX + 1U) /* first of all: the box is shut; text: the READY_ letters that hold */
#define READY_LANDLOCK 'L'
#define READY_INPUT_CUT 'C' /* descriptor 3 held more than allowed; the rest was not read */

struct frame_head {
    uint32_t type, length;
};

/* Exit codes of a start of ours. With the first and last stands a sentence on standard error. */
enum box_exit {
    BOX_EXIT_REFUSED = 121,   /* the box could not be shut */
    BOX_EXIT_NO_MEMORY = 122,
    BOX_EXIT_NOT_STARTED = 123, /* the program could not be executed */
};

/* What the parent tells a start of ours: one word of its command line (order.c). */
struct order {
    pid_t parent;
    size_t memory, input; /* bytes */
    unsigned processor_s;
    bool unboxed, no_landlock, no_kill;
};
#define ORDER_TEXT 128
/* The words of a start of ours: ORDER_MARK KIND ORDER, then
 *   KIND_WORKER    its name, and its argument if it has one
 *   KIND_PROGRAM   its path, the folders it reads, PROGRAM_WORDS, its own argv from argv[0] on */
#define ORDER_MARK "minutebook-box"
#define KIND_WORKER "worker"
#define KIND_PROGRAM "program"
#define PROGRAM_WORDS "--"
void order_write(const struct order *order, char out[ORDER_TEXT]);
bool order_read(const char *text, struct order *out);

/* ---- in the child ---- */

enum box_kind { BOX_STRICT, BOX_LOOSER };

/* For a worker, before all else: see BOX_SANITISED. */
void shut_begin(struct order *order);
/* Before the first byte is read: what needs descriptors. FOLDERS as in struct box_program and PROGRAM, of the looser
 * box alone. Exits with a sentence where the kernel's offer cannot be taken up. */
void shut_files(const struct order *order, enum box_kind kind, const char *program, const char *const *folders,
                bool *landlock);
/* All else; afterwards nothing but computing is left. */
void shut_rest(const struct order *order, enum box_kind kind);
_Noreturn void refuse_to_run(const char *what, int error);
_Noreturn void cannot_start(const char *path, int error);
/* Become a program; WORDS are those behind the order. */
_Noreturn void serve_program(const struct order *order, char **words);

/* 1: applied. 0: this kernel has none. -1: it has, and errno says why it was not to be had. */
int landlock_apply(enum box_kind kind, const char *program, const char *const *folders);
/* 0 or an errno value. */
int calls_apply(enum box_kind kind, bool no_kill);

/* ---- in the parent ---- */

/* A started process; descriptors are -1 where there is none. */
struct child {
    pid_t pid; /* 0: never started */
    int handle, out, err; /* pidfd (-1 on old kernels), read ends of its descriptors 1 and 2 */
    bool ended, lost; /* lost: somebody else waited for it */
    int status;
    struct rusage use;
};

/* One run on its way. */
struct run {
    const struct box_task *task;
    struct box_limits limits; /* whole */
    struct box_result *result;
    struct child worker, program;
    struct buf gathered; /* of the worker's answer, not yet a whole frame */
    bool ready, input_cut, end; /* frames of our own that came */
    bool stopped; /* result->ending is set, whatever the processes still do */
    bool program_stopped; /* the program was killed for time; the worker may finish with what it got */
    size_t output;
};

/* Start the worker, and before it the program at PROGRAM_PATH, if the task has one. False with a sentence; what runs
 * already is the caller's to close. */
bool children_start(struct run *run, const struct order *order, const char *program_path, struct err *err);
void child_kill(struct child *child);
void child_reap(struct child *child);  /* does not wait */
void child_close(struct child *child); /* kills and waits */

/* Until both have ended. */
void run_watch(struct run *run);
void run_stop(struct run *run, enum box_ending ending);

/* Whether N bytes of TEXT may be handed over as a frame of TYPE. */
bool frame_keeps_the_rules(uint32_t type, const char *text, size_t n);
/* Take N bytes of the worker's answer. Hands over every whole frame; stops the run at the first that is none. */
void frames_take(struct run *run, const char *bytes, size_t n);

#endif
