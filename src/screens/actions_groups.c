/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The groups in which follow-ups stand in the list, by how they stand, and how many there are in each (screens.md 3.3). */
#include "config.h"

#include "actions.h"

#include <string.h>

static const struct {
    const char *name;
    bool by_meeting; /* one group a meeting, which says how many */
} groups[GROUPS] = {
    [GROUP_OVERDUE] = {"Overdue", false},
    [GROUP_UNDATED] = {"No date given", true},
    [GROUP_PROGRAMME] = {"Changes to the work programme", false},
    [GROUP_WAITING] = {"Waiting", false},
    [GROUP_TO_CHECK] = {"To check", true},
    [GROUP_DONE] = {"Done", false},
    [GROUP_UNTRACKED] = {"Resolutions with nothing to follow", true},
    [GROUP_REFUSED] = {"Not follow-ups", false},
};

const char *group_name(enum action_group group)
{
    return groups[group].name;
}

bool group_is_by_meeting(enum action_group group)
{
    return groups[group].by_meeting;
}

enum action_group action_group_of(const struct action *action, struct date as_at)
{
    static const enum action_group standings[] = {[STANDING_OVERDUE] = GROUP_OVERDUE,
                                                  [STANDING_DUE] = GROUP_WAITING,
                                                  [STANDING_UNDATED] = GROUP_UNDATED,
                                                  [STANDING_CLOSED] = GROUP_DONE};
    if (action->state == ACTION_REFUSED)
        return GROUP_REFUSED;
    if (action->state == ACTION_TO_CHECK)
        return action->untracked ? GROUP_UNTRACKED : GROUP_TO_CHECK;
    enum action_group group = standings[action_standing(action, as_at)];
    return follow_up_is_change(action) && (group == GROUP_WAITING || group == GROUP_UNDATED) ? GROUP_PROGRAMME : group;
}

enum piece_kind action_piece(const struct action *action, struct date as_at)
{
    static const enum piece_kind pieces[GROUPS] = {[GROUP_OVERDUE] = PIECE_OPEN,       [GROUP_UNDATED] = PIECE_OPEN,
                                                   [GROUP_PROGRAMME] = PIECE_OPEN,     [GROUP_WAITING] = PIECE_OPEN,
                                                   [GROUP_TO_CHECK] = PIECE_TO_CHECK,  [GROUP_DONE] = PIECE_CLOSED,
                                                   [GROUP_UNTRACKED] = PIECE_UNTRACKED, [GROUP_REFUSED] = PIECE_REFUSED};
    return pieces[action_group_of(action, as_at)];
}

/* ---- how many --------------------------------------------------------------------------------------------- */

/* How many of the kept rows stand how, the most pressing first. */
struct standing_counts {
    int of[GROUPS], all;
};

/* The first N of the kinds of COUNTS, in words as long as LONG_WORDS says; what is left out is counted as "more". */
static char *counted_words(const void *local, const struct standing_counts *counts, size_t n, bool long_words)
{
    static const struct {
        const char *one, *many, *brief;
    } words[] = {[GROUP_OVERDUE] = {"overdue", "overdue", "overdue"},
                 [GROUP_UNDATED] = {"with no date given", "with no date given", "with no date"},
                 [GROUP_PROGRAMME] = {"work programme change", "work programme changes", "for the programme"},
                 [GROUP_WAITING] = {"waiting", "waiting", "waiting"},
                 [GROUP_TO_CHECK] = {NULL, NULL, NULL},
                 [GROUP_DONE] = {"done", "done", "done"}};
    struct strings parts = {0};
    int more = 0;
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        int count = counts->of[i];
        if (count && parts.n < n)
            strings_add(local, &parts, long_words ? words_count(local, count, words[i].one, words[i].many)
                                                  : mem_printf(local, "%d %s", count, words[i].brief));
        else
            more += count;
    }
    if (more)
        strings_add(local, &parts, mem_printf(local, "%d more", more));
    return words_join(local, &parts, ", ");
}

char *tracker_none(const void *parent, const struct actions *actions)
{
    static const char none[] = "nothing on the tracker yet";
    if (!date_is_set(actions->begins))
        return mem_strdup(parent, none);
    char *day = date_words(NULL, actions->begins), *words = mem_printf(parent, "%s; it begins on %s", none, day);
    talloc_free(day);
    return words;
}

char *actions_counted(const void *parent, const struct actions *actions, struct date as_at, int width)
{
    struct standing_counts counts = {0};
    void *local = talloc_named_const(NULL, 0, "counted");
    for (size_t i = 0; i < actions->n; i++)
        if (follow_up_is_kept(actions->at[i])) {
            counts.of[action_group_of(actions->at[i], as_at)]++;
            counts.all++;
        }
    const char *words = mem_printf(local, "%d on the tracker: %s", counts.all, counted_words(local, &counts, GROUPS, true));
    for (size_t n = GROUPS; width > 0 && n > 0 && text_width(words, strlen(words)) > width; n--) {
        char *brief = counted_words(local, &counts, n, false);
        words = n == GROUPS ? mem_printf(local, "%d on the tracker: %s", counts.all, brief) : brief;
    }
    if (counts.all == 0) {
        words = tracker_none(local, actions);
        if (width > 0 && text_width(words, strlen(words)) > width)
            words = width < 26 ? "none on the tracker" : "nothing on the tracker yet";
    }
    char *counted = mem_strdup(parent, words);
    talloc_free(local);
    return counted;
}
