/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* box: work on hostile bytes, done in a process that can do nothing else. A worker is a function that
 * gets the bytes of one document and answers in frames (a type and a text). It runs in a fresh start of
 * this very program, behind limits, Landlock and a list of system calls; what it answers is checked
 * again on this side. Knows nothing of documents. Source of the rules: reliability.md 4.3.
 *
 *   the strict box   a worker: no file, no network, no process; only its descriptor 1 and 2 speak
 *   the looser box   a program of the system (pdftohtml), whose output goes straight into a worker: it
 *                    may read files and load its libraries, nothing else; we never see its output
 *
 * Who uses it: 1. `main`, of the program and of each test program that runs a worker, calls box_serve()
 * first of all. 2. box_new() once for each thread. 3. box_run() for each document. */
#ifndef MINUTEBOOK_BOX_H
#define MINUTEBOOK_BOX_H

#include <minutebook/base.h>

/* ---- the worker's side ------------------------------------------------------------------------- */

#define BOX_FRAME_MAX ((size_t)1 << 20) /* bytes of one frame's text */
#define BOX_TYPE_MAX 0x7fffffffU        /* frame types are the reader's own: 1 to this */

struct box_out; /* where a worker's answer goes */

/* Answer N bytes of UTF-8 (which may hold NUL) as a frame of TYPE. Frames are gathered and sent when
 * 16 KB are together, at box_flush() and at the end: a worker that is killed has lost what was not sent.
 * A frame larger than BOX_FRAME_MAX, or that is not UTF-8, ends the worker as BOX_GARBLED. */
void box_frame(struct box_out *out, uint32_t type, const char *text, size_t n);
void box_puts(struct box_out *out, uint32_t type, const char *text);
/* Send what was gathered: after each page, before work that may not end. */
void box_flush(struct box_out *out);
/* End the worker as BOX_NO_MEMORY; what was answered so far is sent. For allocators of libraries; the
 * calls of base.h do it by themselves. */
_Noreturn void box_out_of_memory(void);

/* A worker. It reads BYTES (N of them, not followed by a NUL) by means of memory and computing alone: no
 * file can be opened, no library or character set loaded, no thread or process started, no clock but
 * clock_gettime asked. It returns when it is done; what it could not do it says in frames of its own. */
struct box_worker {
    const char *name; /* one word, as `ps` shows it */
    void (*run)(const unsigned char *bytes, size_t n, const char *argument, struct box_out *out);
    /* A small document that the worker answers with at least one frame. It goes through the box before the
     * first real one: a library of the system that needs a new call is found out there. */
    const char *known;
    size_t n_known;
    const char *known_argument; /* or NULL */
};

/* First statement of main: where this process was started as one of the N WORKERS (or to become a boxed
 * program), do that and exit; else return. */
void box_serve(int argc, char **argv, const struct box_worker *workers, size_t n);

/* For tests that look for leaks, and for fuzzers: run WORKER in this very process, without a box, limits or deadline.
 * Frames go to FRAME as they would in box_run(). False: one broke the rules, or FRAME returned false; the worker has
 * run to its end, but nothing more was handed over. Never for a document of a user's. */
bool box_rehearse(const struct box_worker *worker, const void *bytes, size_t n, const char *argument,
                  bool (*frame)(void *to, uint32_t type, const char *text, size_t n), void *to);

/* ---- the parent's side ------------------------------------------------------------------------- */

struct box_limits { /* 0 of a member: the value in brackets, reliability.md 4.3 */
    size_t memory;         /* bytes of address space of each process (512 MB) */
    unsigned processor_s;  /* whole seconds of processor time of each process (20) */
    /* (30,000) of both processes together; a worker whose program was killed for it gets a quarter more, at least 1 s.
     * Time in which this process was stopped or busy counts 0.5 s at most. */
    unsigned wall_ms;
    size_t output;         /* bytes of all frames and of what is said on standard error (64 MB) */
    size_t program_output; /* bytes of a program's output that its worker reads (64 MB) */
};

struct box_options {
    bool unboxed; /* the user's --unboxed: limits and a process of its own, but no list of calls and no Landlock */
    bool no_landlock, no_kill; /* for tests: as on a kernel without Landlock; forbidden calls fail, they do not kill */
};

/* What runs boxes and remembers which of them were found to work. Owned by PARENT, used by one thread. */
struct box;
struct box *box_new(const void *parent, const struct box_options *options); /* NULL: none set */

/* A program of the system that reads a document from standard input and writes to standard output. */
struct box_program {
    const char *name;    /* "pdftohtml": looked for in the folders of PATH that only root may write */
    const char *package; /* what to install where it is missing: "poppler-utils" */
    const char *path;    /* absolute: this one, without looking (tests); else NULL */
    const char *const *folders;   /* absolute, NULL at the end: what it reads besides libraries; or NULL */
    const char *const *arguments; /* NULL at the end, without the name; a task may have its own */
    const char *known; /* a small document: program and worker must make at least one frame of it */
    size_t n_known;
};

struct box_task {
    const struct box_worker *worker;      /* an element of the table that box_serve() was given, or one of its name */
    const struct box_program *program;    /* NULL, or what makes of the bytes what the worker gets */
    const char *const *program_arguments; /* NULL: the program's own */
    const void *bytes;
    size_t n;
    const char *argument; /* for the worker; at most 4,096 bytes, seen by `ps`; or NULL */
    struct box_limits limits;
    /* Each frame as it comes, in this thread: TYPE 1 to BOX_TYPE_MAX, N bytes of valid UTF-8 that may hold NUL,
     * TEXT[N] is '\0'; valid during the call. It is still outside text: numbers and order are the caller's to
     * check. False ends the run as BOX_STOPPED. */
    bool (*frame)(void *to, uint32_t type, const char *text, size_t n);
    bool (*cancelled)(void *to); /* asked every 50 ms; or NULL */
    void *to;
};

/* How it ended. In all cases the frames that came before were handed over. */
enum box_ending {
    BOX_DONE,         /* the worker (and the program) came to its end: the only one with STATUS_OK */
    BOX_CANCELLED,    /* `cancelled` said so: STATUS_CANCELLED */
    BOX_STOPPED,      /* `frame` returned false */
    BOX_NO_PROCESSOR, /* out of processor time */
    BOX_NO_TIME,      /* out of wall time */
    BOX_NO_MEMORY,
    BOX_TOO_MUCH,     /* more output than allowed */
    BOX_CRASHED,      /* killed by a signal, or ended in a way that no worker of ours ends */
    BOX_GARBLED,      /* the worker's answer breaks the rules: a frame too large, cut or no UTF-8, no END */
    BOX_FAILED,       /* the program says that it failed (an encrypted PDF): see `said` */
    BOX_REFUSED,      /* nothing was run: no seccomp here, the program is not installed, the known document failed */
};
struct box_result {
    enum box_ending ending;
    bool by_program;  /* it was the program, not the worker, that ended so */
    bool unboxed;     /* there was no box, by the user's wish */
    bool landlock;    /* the kernel's Landlock was part of the box */
    int signal;       /* BOX_CRASHED: the signal, SIGSYS after a forbidden call; 0 if it was none */
    int exit_code;    /* BOX_FAILED and BOX_CRASHED without a signal */
    size_t n_frames, n_bytes; /* that were handed over */
    unsigned wall_ms, processor_ms; /* processor: of both processes */
    size_t peak_kb;                 /* memory of the larger one */
    /* the beginning of what was said on standard error: valid UTF-8, hostile, not safe for a terminal */
    char said[512];
};

/* Run TASK. The first run of each worker and each program sends its known document first. STATUS_OK is BOX_DONE
 * alone; STATUS_CANCELLED is BOX_CANCELLED; all else is STATUS_INPUT with a sentence that begins with what happened
 * ("needs too much memory to read (limit 512 MB)"), to be put behind the document's name. *RESULT (may be NULL) is
 * filled in every case. Works in any thread; sets no handler, waits for its own children only, leaves no descriptor. */
enum status box_run(struct box *box, const struct box_task *task, struct box_result *result, struct err *err) MB_MUST_CHECK;

/* Where PROGRAM is: its path, or NULL with a sentence naming the package in ERR. Owned by the box. */
const char *box_find_program(struct box *box, const struct box_program *program, struct err *err);

/* "done", "out of memory"...: one or a few words, for logs and tests. */
const char *box_ending_name(enum box_ending ending);

#endif
