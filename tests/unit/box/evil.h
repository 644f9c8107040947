/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a worker or a program would try that its document has taken over (reliability.md 7, row 22).
 * Linked into test_evil, whose workers try it, and into evil_program, which tries it in the looser box. */
#ifndef MINUTEBOOK_TESTS_EVIL_H
#define MINUTEBOOK_TESTS_EVIL_H

#include <minutebook/box.h>

#include <sys/types.h>

/* Where and against whom. */
struct evil_place {
    const char *folder; /* holds a file "kept" */
    pid_t parent;       /* to be killed, or in a control only to be asked for */
    bool control;
};

enum {
    EVIL_READS = 1,    /* the looser box allows it where there is no Landlock */
    EVIL_RUNS = 2,     /* the looser box allows it: the loader needs it */
    EVIL_CONTROL = 4,  /* succeeds where there is no box: shown first, so that a refusal means something */
    EVIL_KILLS = 8,    /* no parser does that: the process is killed for it */
    EVIL_KILLS_STRICT = 16, /* in the strict box */
};
struct evil {
    const char *name;
    bool (*act)(const struct evil_place *place); /* true: it was done; false: errno says why not */
    unsigned flags;
};
extern const struct evil evils[];
extern const size_t n_evils;

/* What does not end by itself or answers wrongly; none returns. */
struct misbehaviour {
    const char *name;
    void (*act)(void);
    enum box_ending strict; /* how a worker ends that does it */
    enum box_ending looser; /* a program; BOX_DONE: not tried, it is about frames */
    int signal;             /* BOX_CRASHED; 0: none */
};
extern const struct misbehaviour misbehaviours[];
extern const size_t n_misbehaviours;

/* The action or misbehaviour WORDS name: "NAME PARENT CONTROL FOLDER". Writes to ANSWER "did" or "refused ERRNO". */
void evil_do(const char *words, char *answer, size_t size);

#endif
