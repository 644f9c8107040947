/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* actions_explain: sentence by sentence what the rules made of the minutes and decisions of a meeting, by which rule, and
 * why not, in words that a member reads. For screens and for `minutebook explain`. */
#ifndef MINUTEBOOK_ACTIONS_EXPLAIN_H
#define MINUTEBOOK_ACTIONS_EXPLAIN_H

#include <minutebook/actions.h>

/* What became of a sentence. X(identifier, its word in JSON) */
#define EXPLAINED_WHAT(X)                                                                                              \
    X(EXPLAINED_FOUND, "found")       /* offered to check */                                                           \
    X(EXPLAINED_RECORD, "record")     /* kept for the record: a resolution, thanks; nothing is owed */                 \
    X(EXPLAINED_TWICE, "twice")       /* found, but another says the same more fully: that one is offered */           \
    X(EXPLAINED_REFUSED, "refused")   /* it reads like a follow-up, and something says that it is none */              \
    X(EXPLAINED_LEAD, "lead")         /* "RESOLVED:" and nothing else: says how what follows is read */                \
    X(EXPLAINED_TAG, "tag")           /* "ACTION: name": names who owes the sentence above */                          \
    X(EXPLAINED_SKIPPED, "skipped")   /* stands where nothing is looked for: a motion, options, earlier actions */     \
    X(EXPLAINED_NOTHING, "nothing")   /* no rule knows such words */

enum explained_what {
#define X(id, word) id,
    EXPLAINED_WHAT(X)
#undef X
};
const char *explained_name(enum explained_what what);

/* A rule whose words are in the sentence and which is not meant there. */
struct explained_refusal {
    const char *rule, *file; /* the rules'; they live as long as the rules do */
    int line;
    char *why;               /* "tells of what was done before: "had agreed"" */
};

/* One sentence, entry of a list or limb, in the order of the paper. Strings are the caller's, but for those said to be
 * the rules' or the meeting's. */
struct explained {
    const struct item *item;     /* the meeting's */
    const char *passage;         /* "minutes", "decision" */
    size_t offset, length;       /* bytes of that text */
    char *words;                 /* the paper's own */
    bool exempt;                 /* the words come from an exempt text */
    const char *place;           /* where it is read to stand, as rules call it: "said", "resolved" ... */
    enum explained_what what;
    const char *rule, *file;     /* the rules': by which it was found; NULL */
    int line;
    bool own;                    /* a rule of the member's */
    int confidence;
    char *class, *kind;          /* of what was found; NULL */
    char *candidate_id;          /* of what is offered, also of what says the same; NULL */
    char *why;                   /* a sentence or two, never NULL */
    struct explained_refusal *refusals; /* the surest first; a few */
    size_t n_refusals;
};
struct explanation {
    struct explained *at;
    size_t n;
};

/* Explain MEETING by RULES as sweep_meeting() finds in it: the item at ITEM_POSITION, or all (0). All is PARENT's. */
enum status sweep_explain(const void *parent, const struct rules *rules, const struct meeting *meeting, int item_position,
                          struct explanation *out, struct err *err) MB_MUST_CHECK;

#endif
