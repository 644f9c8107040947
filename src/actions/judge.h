/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a unit is, by the rules. */
#ifndef MINUTEBOOK_ACTIONS_JUDGE_H
#define MINUTEBOOK_ACTIONS_JUDGE_H

#include "units.h"

/* So many sentences behind a unit may speak to it ("Closed.", "He was thanked."): what answers a sentence follows it closely, and
 * were all of a paragraph looked at for each of them, its cost would grow with the square of its length. */
#define BELOW_MOST 12

struct judgement {
    const struct rule *rule; /* NULL: no follow-up */
    struct hit hit;          /* bytes of the unit's view */
    bool with_above;         /* the sentence before belongs to it */
};

/* Why a rule whose words are in a unit is not meant there. */
enum refused { REFUSED_BY_VETO, REFUSED_BY_NOT, REFUSED_OTHER_BODY, REFUSED_ANSWERED, REFUSED_AROUND };
struct refusal {
    const struct rule *rule, *veto; /* veto: only where one refused it */
    enum refused why;
    struct hit_span span; /* bytes of the unit's view that speak against it */
};
#define REFUSALS_MOST 6
struct refusals {
    struct refusal at[REFUSALS_MOST];
    size_t n;
};

/* Judge unit WHICH of UNITS by the surest rule that fits. Looks at the unit before it and at BELOW_MOST behind it. */
struct judgement unit_judge(const struct rules *rules, struct matcher *matcher, const struct units *units, size_t which);

/* The same, and what was refused on the way, each rule once. */
struct judgement unit_judge_telling(const struct rules *rules, struct matcher *matcher, const struct units *units, size_t which,
                                    struct refusals *refusals);

/* The first veto that covers any of unit WHICH, and what it covers; false where none does. */
bool unit_vetoed(const struct rules *rules, struct matcher *matcher, const struct units *units, size_t which, struct refusal *out);

/* Does RULE fit there, whatever others say? For the tests of the rules themselves. */
bool rule_fits(const struct rules *rules, struct matcher *matcher, const struct rule *rule, const struct units *units, size_t which,
               struct judgement *out);

/* Can RULE match in VIEW at all? A first look for the cues that it names itself. */
bool rule_may_match(const struct rules *rules, const struct rule *rule, const struct view *view);

/* The first match of the pattern of LINE in the bytes of VIEW from FROM on, at or behind byte AT of them; the hit counts
 * from FROM. Most patterns are spared by the first look. */
bool line_find(const struct rules *rules, struct matcher *matcher, struct rule_line *line, const struct view *view, size_t from, size_t at,
               struct hit *hit);

/* The same for the first of LINES that matches. */
bool lines_find(const struct rules *rules, struct matcher *matcher, const struct rule_lines *lines, const struct view *view, size_t from,
                size_t at, struct hit *hit);

/* The first match of a rule of SORT in the view from byte FROM on. */
const struct rule *rule_find(const struct rules *rules, struct matcher *matcher, enum rule_sort sort, const struct view *view,
                             size_t from, struct hit *hit);

#endif
