/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Who is to answer a follow-up, and what sort it is of: by what the row says, never by a guess. */
#include "config.h"

#include "private.h"

#include <minutebook/actions_impact.h>

#include <string.h>

static bool is_one_of(const char *word, const char *const *list)
{
    for (size_t i = 0; word && list[i]; i++)
        if (strcmp(word, list[i]) == 0)
            return true;
    return false;
}

/* Is NAMED the committee itself or who speaks for it? */
static bool is_our_side(const char *committee, const char *named)
{
    static const char *const chairs[] = {"chairman",   "chair",     "chairwoman", "chairperson", "convener",
                                         "convenor",   "vice",      "the",        "of",          "and",
                                         "members",    "deputy",    "lead",       "member",      NULL};
    struct words words;
    void *scratch = talloc_named_const(NULL, 0, "side");
    words_split(scratch, named, &words);
    size_t i = 0;
    while (i < words.n && is_one_of(words.at[i], chairs))
        i++;
    bool chair = i > 1 || (i == 1 && strcmp(words.at[0], "the") != 0);
    const char *of = chair && i < words.n ? strstr(named, " of ") : NULL; /* "the Chair of the Panel" */
    bool ours = words.n > 0 && (i == words.n || (committee && body_is_ours(committee, of ? of + 4 : named)));
    talloc_free(scratch);
    return ours;
}

const char *action_asked_of(const struct action *action)
{
    static const char *const sent[] = {"letter", "referral", "pass_on", NULL};
    const char *by = action->owner, *to = action->recipient;
    bool goes_out = is_one_of(action->kind, sent) || (action->class && strcmp(action->class, "recommendation") == 0);
    bool to_others = to && !is_our_side(action->committee, to);
    if (goes_out && to_others)
        return to;
    if (by && !is_our_side(action->committee, by))
        return by;
    return to_others ? to : by; /* the Chairman, who owes it */
}

const char *action_sort_words(const struct action *action)
{
    static const struct {
        const char *class, *kind, *words;
    } sorts[] = {
        {"recommendation", NULL, "recommendations"},
        {"information_request", NULL, "requests for information"},
        {"work_programme_change", NULL, "changes of the work programme"},
        {"resolution", NULL, "resolutions"},
        {"action", "letter", "letters"},
        {"action", "undertaking", "undertakings"},
        {"action", "report_back", "reports back"},
        {"action", "referral", "referrals"},
    };
    const char *class = action->class ? action->class : "action";
    for (size_t i = 0; i < MB_LENGTH(sorts); i++)
        if (strcmp(sorts[i].class, class) == 0 && (!sorts[i].kind || (action->kind && strcmp(sorts[i].kind, action->kind) == 0)))
            return sorts[i].words;
    return "other actions";
}
