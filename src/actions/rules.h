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
    X(RULE_CUT, "cut")    /* where a sentence that says several things is parted */                                    \
    X(RULE_LIMB, "limb")  /* goes on with a resolution, without a mark */                                              \
    X(RULE_HEAD, "head")  /* what a headline leaves out at the beginning of a sentence */                              \
    X(RULE_BARE, "bare")  /* a headline that says too little */                                                       \
    X(RULE_TAG, "tag")    /* "ACTION: name": who has to do what the sentence above says */                             \
    X(RULE_DUE, "due")    /* when */                                                                                   \
    X(RULE_TO, "to")      /* to whom */                                                                                \
    X(RULE_BY, "by")      /* who has to do it, where the rule that finds it names nobody */                            \
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
    struct pattern *pattern; /* made when it is first needed: few patterns are */
    bool broken;             /* it cannot be made: nothing is found by it */
    struct pattern *deed;    /* the pattern from its deed on, which stands in whatever it matches; NULL: as below, or it has none */
    bool deed_sought;
    unsigned *looks;         /* what a text must hold for it (look.h) */
    size_t n_looks;
};
struct rule_lines {
    struct rule_line *at;
    size_t n;
};

struct rule {
    char *name, *file;
    int line;
    bool own; /* of the member's folder */
    const struct rule *instead; /* the rule of its name whose place it took; NULL */
    enum rule_sort sort;
    char *class, *kind;
    char *says; /* what a veto tells a member; NULL: its name must do */
    int confidence;
    bool untracked, drop_if_answered, behind, next;
    unsigned places;   /* bits of enum place in which it is tried */
    enum place opens;  /* of a lead */
    struct strings cues; /* one of them stands in what it can match; none: not known */
    unsigned look;       /* the same as a question of the first look, 1 up; 0: none */
    struct rule_lines patterns, nots, above, below, not_above, not_below, titles, examples, counters;
};

struct first_look;
struct rule_source;
struct rules {
    struct rule **of[RULE_SORT_COUNT]; /* the surest first, then in the order of the files */
    size_t n_of[RULE_SORT_COUNT];
    char *version;
    struct rule_source *source; /* all of them, in the order of the files */
};

/* Make ready for judging, if that is not yet done: a program that sweeps nothing need not wait for it. Before any
 * rule is used. */
enum status rules_ready(const struct rules *rules, struct err *err) MB_MUST_CHECK;

/* Words that stand for a part of a pattern. */
struct macro {
    char *name, *body, *file;
    int line;
    bool own;
};

/* A rule that is switched off, and where. */
struct rule_off {
    struct rule *rule;
    char *file;
    int line;
};

/* What the files say, before anything is compiled. */
struct rule_source {
    struct rule **rules;
    size_t n_rules;
    struct macro *macros;
    size_t n_macros;
    struct rule_off *off;
    size_t n_off;
    struct buf read; /* every byte that was read, for the version */
    struct first_look *look; /* NULL: not yet ready */
};

/* What is wrong in the member's files, and in the block of which line: 0 stands for the whole file. A list of them is
 * made by mem_new(). */
struct rule_fault {
    char *file, *sentence; /* "FILE:LINE: what is wrong" */
    int block;
};
struct rule_faults {
    struct rule_fault *at;
    size_t n;
};
#define FAULTS_MOST 200 /* then the files are something else than rules */
void fault_add(struct rule_faults *faults, const char *file, int line, int block, const char *words);
bool fault_at(const struct rule_faults *faults, const char *file, int block);

/* Add what a file says: its lines one after the other. */
struct rule_reader {
    struct rule_source *source;
    const void *parent;
    const char *file;
    bool own;
    const struct rule_faults *without; /* blocks that are left out; NULL: none */
    int line, block; /* of the line that opened the block */
    bool skipping;   /* the block's lines are not looked at */
    struct rule *rule;   /* that the next fields belong to */
    size_t macro;        /* 1 up; 0: none */
    struct rule_line *last; /* that "+" goes on */
};
/* STATUS_INPUT says what is wrong; file and line are the reader's. */
enum status rule_read_line(struct rule_reader *reader, const char *line, struct err *err) MB_MUST_CHECK;
/* Look at no line until the next block. */
void rule_reader_skip(struct rule_reader *reader);

/* The length of a name in braces at TEXT, 0 if there is none, and what the name stands for; NULL: nothing. */
size_t rule_words_at(const char *text);
const struct macro *rule_words_get(const struct rule_source *source, const char *name, size_t n);

/* PATTERN with every {NAME} replaced. STATUS_INPUT for a name that nothing gives. */
enum status rule_expand(const void *parent, const struct rule_source *source, const char *pattern, char **out, struct err *err) MB_MUST_CHECK;

/* Make the patterns of RULE. STATUS_INPUT says what is wrong and in which *line; NULL: in the rule as a whole. */
enum status rule_compile(const struct rule_source *source, struct rule *rule, const struct rule_line **line, struct err *err) MB_MUST_CHECK;
/* The pattern of LINE, made at the first call; NULL: it cannot be made. */
const struct pattern *rule_pattern(const struct rules *rules, struct rule_line *line);

/* Where in PATTERN the part begins that says what is done; NULL: it cannot be looked for by itself. */
const char *rule_deed_at(const char *pattern);
/* The same as a pattern, made at the first call: where it is nowhere in a text, LINE is not. NULL: there is none. */
const struct pattern *rule_deed(const struct rules *rules, struct rule_line *line);

/* The member's own files: read from disk once, added to a source without the blocks that are KNOWN to be wrong, and
 * compiled with whatever their words change. What is found wrong is added to FAULTS. */
struct own_file {
    char *path, *text;
};
struct own_files {
    struct own_file *at;
    size_t n;
};
struct own_files own_files_read(const void *parent, const char *folder, struct rule_faults *faults);
void own_files_add(const void *parent, const struct own_files *files, struct rule_source *source, const struct rule_faults *known,
                   struct rule_faults *faults);
void own_rules_compile(struct rule_source *source, const struct rule_faults *known, struct rule_faults *faults);

/* What is compiled in: files and their lines, "" for a comment. */
struct rule_file {
    const char *name;
    const char *const *lines;
};
extern const struct rule_file rule_files[]; /* NULL name last */

#endif
