/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the files of the sweep share. */
#ifndef MINUTEBOOK_ACTIONS_SWEEP_H
#define MINUTEBOOK_ACTIONS_SWEEP_H

#include "judge.h"

/* A follow-up found, with what is needed until all of the meeting are known. */
struct finding {
    struct action *action;
    const struct rule *rule;
    size_t unit;      /* of its text */
    int text;         /* texts of a meeting are counted; findings of one text have one number */
    size_t item;      /* index in the meeting */
    size_t offset;    /* of the quote in its text */
    bool gone;        /* another says the same better */
    size_t instead;   /* which of the findings that is; it may be gone itself by now: finding_kept() */
    const struct action *under; /* the undertaking that it hangs under; NULL */
};
struct findings {
    struct finding *at;
    size_t n;
};

struct swept_text;
struct sweeping {
    const void *parent; /* of the actions */
    void *scratch;
    const struct rules *rules;
    struct matcher *matcher;
    const struct meeting *meeting;
    const char *committee; /* folded; "" where it is not known */
    struct findings found;
    int texts;
    void (*seen)(const struct swept_text *text, void *with); /* told of each text when it is done; NULL: nobody asks */
    void *with;
};

/* One text being swept. */
struct swept_text {
    struct sweeping *sweeping;
    const struct item *item;
    size_t item_index;
    const char *passage, *text;
    struct units units;
};

/* Add a follow-up for the words SPAN of the text; HIT (NULL: none) is what RULE found in unit WHICH. */
struct finding *finding_add(struct swept_text *text, const struct rule *rule, size_t which, struct line_span span, const struct hit *hit);

/* Do the view's bytes SPAN name nobody ("they"), or, where an OWNER is sought, nobody who has to do it ("the Panel")? */
bool names_nobody(const struct sweeping *sweeping, const struct view *view, struct hit_span span, bool owner);

/* Judge the parts of unit WHICH, which as a whole is judged OF_WHOLE: how many units it is now, 0 where it stays whole. */
size_t parts_judge(struct swept_text *text, size_t which, const struct judgement *of_whole);

/* Tags of the text: lines and brackets that say who has to do what stands beside or above them. */
void tags_apply(struct swept_text *text);

/* Rows of tables of actions in the text. */
void rows_sweep(struct swept_text *text);

/* The limbs that findings of the text stand in, and the undertakings that they hang under. */
void limbs_name(struct swept_text *text);
/* The mark of UNIT as a limb is called: "b", "2", "iv"; NULL where it bears none that counts. */
char *limb_of(const void *parent, const char *text, const struct unit *unit);
/* What hangs under an undertaking has its candidate_id: when ids are known, and before those that are gone are freed. */
void limbs_hang(struct findings *findings);

/* Sweep the meeting of SWEEPING: findings in the order of the paper, united, with their ids; those that are gone have no
 * action any more. */
void sweep_findings(struct sweeping *sweeping);

/* Leave one of those that say the same. */
void findings_unite(struct findings *findings);
/* The one that is left of those that say what FINDING says; itself where it is not gone. */
const struct finding *finding_kept(const struct findings *findings, const struct finding *finding);

/* Meetings of this committee that any text of MEETING names by their day. */
void cited_sweep(struct sweeping *sweeping, struct swept *out);

#endif
