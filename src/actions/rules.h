/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Rules as they are read from assets/rules (its README describes the form and what each field means). */
#ifndef MINUTEBOOK_ACTIONS_RULES_H
#define MINUTEBOOK_ACTIONS_RULES_H

#include <minutebook/actions.h>

#include "pattern.h"

/* Where a sentence stands. X(identifier, name in a rule) */
#define PLACES(X)                                                                                                      \
    X(PLACE_SAID, "said")               /* told in the minutes */                                                      \
    X(PLACE_RESOLVED, "resolved")       /* behind "RESOLVED:", and its limbs */                                        \
    X(PLACE_DECIDED, "decided")         /* in a decision that has no such words */                                     \
    X(PLACE_LISTED, "listed")           /* behind "Actions:" */                                                        \
    X(PLACE_ASKED, "asked")             /* behind "The Committee asked for the following:" */                          \
    X(PLACE_RECOMMENDED, "recommended") /* behind "RECOMMENDED to Cabinet:" */                                         \
    X(PLACE_PROGRAMME, "programme")     /* in a list of changes of the work programme */                               \
    X(PLACE_TAGGED, "tagged")           /* above "ACTION: name", where no other rule found anything */                 \
    X(PLACE_SKIPPED, "skipped")         /* motions, options, earlier actions: nothing here is a follow-up */

enum place {
#define X(id, name) id,
    PLACES(X)
#undef X
    PLACE_COUNT
};

/* X(identifier, the word that opens a rule of this sort) */
#define RULE_SORTS(X)                                                                                                  \
    X(RULE_FIND, "rule")  /* finds a follow-up */                                                                      \
    X(RULE_VETO, "veto")  /* what it covers is none */                                                                 \
    X(RULE_LEAD, "lead")  /* opens a place for what follows */                                                         \
    X(RULE_LIMB, "limb")  /* goes on with a resolution, without a mark */                                              \
    X(RULE_HEAD, "head")  /* what a headline leaves out at the beginning of a sentence */                              \
    X(RULE_BARE, "bare")  /* a headline that says too little */                                                       \
    X(RULE_TAG, "tag")    /* "ACTION: name": who has to do what the sentence above says */                             \
    X(RULE_DUE, "due")    /* when */                                                                                   \
    X(RULE_TO, "to")      /* to whom */                                                                                \
    X(RULE_CITE, "cite")  /* names a meeting by its day */                                                             \
    X(RULE_CITED_BODY, "cited-body") /* a body that meets, named before such a day */                                 \
    X(RULE_ANSWER, "answer") /* the sentence behind a question that answers it */                                     \
    X(RULE_COLUMN, "column") /* heads and states in a table of actions: action, owner, due, status, closed */          \
    X(RULE_NOBODY, "nobody") /* words that name no owner and no recipient */                                           \
    X(RULE_NO_OWNER, "no-owner") /* words that may name a recipient, but not who has to do it */

enum rule_sort {
#define X(id, name) id,
    RULE_SORTS(X)
#undef X
    RULE_SORT_COUNT
};

/* A line of a rule, and what it became. */
struct rule_line {
    char *words;
    int line;
    struct pattern *pattern;
};
struct rule_lines {
    struct rule_line *at;
    size_t n;
};

struct rule {
    char *name, *file;
    int line;
    enum rule_sort sort;
    char *class, *kind;
    int confidence;
    bool untracked, drop_if_answered;
    unsigned places;   /* bits of enum place in which it is tried */
    enum place opens;  /* of a lead */
    struct strings cues; /* one of them stands in what it can match; none: not known */
    struct rule_lines patterns, nots, above, examples, counters;
};

struct rule_source;
struct rules {
    struct rule **of[RULE_SORT_COUNT]; /* the surest first, then in the order of the files */
    size_t n_of[RULE_SORT_COUNT];
    char *version;
    struct rule_source *source; /* all of them, in the order of the files */
};

/* Make the patterns, if they are not yet made: a program that sweeps nothing need not wait for them. Before any
 * of them is used. */
enum status rules_ready(const struct rules *rules, struct err *err) MB_MUST_CHECK;

/* Words that stand for a part of a pattern. */
struct macro {
    char *name, *body, *file;
    int line;
};

/* What the files say, before anything is compiled. */
struct rule_source {
    struct rule **rules;
    size_t n_rules;
    struct macro *macros;
    size_t n_macros;
    struct buf read; /* every byte that was read, for the version */
    bool compiled;
};

/* Add what a file says: its lines one after the other, then the end. */
struct rule_reader {
    struct rule_source *source;
    const void *parent;
    const char *file;
    int line;
    struct rule *rule;   /* that the next fields belong to */
    size_t macro;        /* 1 up; 0: none */
    struct rule_line *last; /* that "+" goes on */
};
enum status rule_read_line(struct rule_reader *reader, const char *line, struct err *err) MB_MUST_CHECK;

/* PATTERN with every {NAME} replaced. STATUS_INPUT for a name that nothing gives. */
enum status rule_expand(const void *parent, const struct rule_source *source, const char *pattern, char **out, struct err *err) MB_MUST_CHECK;

/* What is compiled in: files and their lines, "" for a comment. */
struct rule_file {
    const char *name;
    const char *const *lines;
};
extern const struct rule_file rule_files[]; /* NULL name last */

#endif
