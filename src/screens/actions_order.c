/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The order of the list of follow-ups and its headings: by how they stand, or as the member asks; what hangs under an
 * undertaking stands below it. Pure. */
#include "config.h"

#include "actions.h"

#include <stdlib.h>
#include <string.h>

/* ---- orders ------------------------------------------------------------------------------------------------ */

static const struct {
    const char *name, *words;
} orders[ORDERS] = {
    [ORDER_STANDING] = {"standing", "by how they stand"}, [ORDER_BY] = {"by", "by whom"},
    [ORDER_TO] = {"to", "to whom"},                       [ORDER_COMMITTEE] = {"committee", "by committee"},
    [ORDER_KIND] = {"kind", "by kind"},                   [ORDER_STATUS] = {"status", "by status"},
    [ORDER_AGE] = {"age", "oldest first"},                [ORDER_MINUTE] = {"minute", "in the order of the minutes"},
};

const char *order_name(enum actions_order order)
{
    return (unsigned)order < ORDERS ? orders[order].name : NULL;
}

const char *order_words(enum actions_order order)
{
    return orders[order].words;
}

/* What decides where a row stands, the first that differs. */
struct place {
    struct action_row row;
    enum action_group group; /* as it stands */
    int rank;
    char *text; /* NULL: behind all that have one */
    int day;
    int within;
    size_t nth;
};

static int compare_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) : (a == NULL) - (b == NULL);
}

static int compare_places(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    int text = compare_text(a->text, b->text);
    return a->rank != b->rank       ? a->rank - b->rank
           : text != 0              ? text
           : a->day != b->day       ? (a->day > b->day) - (a->day < b->day)
           : a->within != b->within ? a->within - b->within
                                    : (a->nth > b->nth) - (a->nth < b->nth);
}

#define NO_DAY (1 << 30) /* behind all that have one */

static int day_of(struct date day)
{
    return date_is_set(day) ? date_days(day) : NO_DAY;
}

/* The day that counts in its group: since when it is overdue, when it was asked, when it is to come. */
static int day_that_counts(const struct action *action, enum action_group group, struct date as_at)
{
    if (group == GROUP_OVERDUE)
        return day_of(action_overdue_since(action, as_at));
    if (group == GROUP_UNDATED)
        return day_of(action->meeting_date);
    return day_of(date_is_set(action->chase_date) ? action->chase_date : action->due.to);
}

static int rank_of_status(const struct action *action)
{
    int rank = 0;
    while (action->status && action_statuses[rank] && strcmp(action_statuses[rank], action->status) != 0)
        rank++;
    return rank;
}

/* The words an order goes by, as they are read; NULL where there are none. */
static const char *ordered_words(const struct action *action, enum actions_order order)
{
    switch (order) {
    case ORDER_BY:
        return action->owner;
    case ORDER_TO:
        return action->recipient;
    case ORDER_COMMITTEE:
    case ORDER_MINUTE:
        return action->committee ? action->committee : "committee not stated";
    case ORDER_KIND:
        return fact_follow_up_kind(action);
    case ORDER_STATUS:
        return action->status ? action->status : action_statuses[0];
    default:
        return NULL;
    }
}

/* "The Chairman" and "the chairman" are one. */
static char *folded_words(const void *local, const char *words)
{
    char *folded = words ? text_fold(local, words) : NULL;
    return folded && text_starts(folded, "the ") ? folded + 4 : folded;
}

static struct place place_of(const void *local, const struct actions_shown *shown, struct action *action, size_t nth)
{
    struct place place = {.row = {.action = action}, .group = action_group_of(action, shown->as_at), .nth = nth};
    if (shown->order == ORDER_STANDING) {
        place.rank = (int)place.group;
        place.day = day_that_counts(action, place.group, shown->as_at);
        return place;
    }
    place.rank = shown->order == ORDER_STATUS ? rank_of_status(action) : 0;
    place.row.ordered_by = place.text = folded_words(local, ordered_words(action, shown->order));
    place.day = day_of(action->meeting_date);
    place.within = shown->order == ORDER_MINUTE ? action->item_position : 0;
    return place;
}

/* ---- what hangs under another --------------------------------------------------------------------------------- */

/* The row of PLACES that PLACE hangs under, among those of its group; N where there is none. */
static size_t roof_of(const struct place *places, size_t n, const struct place *place)
{
    size_t i = 0;
    while (i < n && !(places[i].group == place->group && follow_up_hangs_under(place->row.action, places[i].row.action)))
        i++;
    return i;
}

/* Of all that are shown, those that hang under ROOF: how many are answered. */
static char *answered_words(const void *local, const struct actions_shown *shown, const struct action *roof)
{
    struct actions under = {0};
    const struct actions *among = shown->counted ? shown->counted : shown->actions;
    for (size_t i = 0; roof->state == ACTION_KEPT && i < among->n; i++)
        if (follow_up_is_kept(among->at[i]) && follow_up_hangs_under(among->at[i], roof))
            *mem_append(local, under.at, under.n) = among->at[i];
    return words_answered(local, &under);
}

/* A roof and what hangs under it and is shown. */
static void put_roof(const void *local, const struct actions_shown *shown, const struct place *places, const size_t *roofs, size_t n,
                     size_t roof, struct action_rows *out)
{
    struct action_row *row = mem_append(local, out->at, out->n);
    *row = places[roof].row;
    row->answered = answered_words(local, shown, row->action);
    for (size_t i = 0; i < n; i++) {
        if (roofs[i] != roof)
            continue;
        struct action_row *below = mem_append(local, out->at, out->n);
        *below = places[i].row;
        below->hangs = true;
    }
}

/* Where rows go by their own words, what hangs under another goes by its own, too. */
bool order_hangs(enum actions_order order)
{
    static const bool together[ORDERS] = {[ORDER_STANDING] = true, [ORDER_COMMITTEE] = true, [ORDER_AGE] = true, [ORDER_MINUTE] = true};
    return together[order];
}

static bool may_hang(const struct actions_shown *shown, const struct place *places, size_t n)
{
    bool any = false;
    for (size_t i = 0; i < n && !any; i++)
        any = places[i].row.action->under != NULL;
    return any && order_hangs(shown->order);
}

/* The rows in their places. Most lists have none that hang under another. */
static void put_places(const void *local, const struct actions_shown *shown, const struct place *places, size_t n, struct action_rows *out)
{
    size_t *roofs = mem_zero_named(local, (n + 1) * sizeof *roofs, "roofs");
    bool hang = may_hang(shown, places, n);
    for (size_t i = 0; i < n; i++)
        roofs[i] = hang && places[i].row.action->under ? roof_of(places, n, &places[i]) : n;
    for (size_t i = 0; i < n; i++) /* one that hangs under another that hangs stands by itself */
        if (roofs[i] < n && roofs[roofs[i]] < n)
            roofs[i] = n;
    for (size_t i = 0; i < n; i++)
        if (roofs[i] == n && hang)
            put_roof(local, shown, places, roofs, n, i, out);
        else if (roofs[i] == n)
            *mem_append(local, out->at, out->n) = places[i].row;
}

/* ---- headings --------------------------------------------------------------------------------------------------- */

static bool same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Does it stand where the member's order puts it, and not how it stands? */
static bool is_ordered(const struct actions_shown *shown, const struct action *action)
{
    return shown->order != ORDER_STANDING && action_piece(action, shown->as_at) == PIECE_OPEN;
}

/* Do X and Y, neither of which hangs under another, stand under one heading? */
static bool stand_together(const struct actions_shown *shown, const struct action_row *x, const struct action_row *y)
{
    const struct action *a = x->action, *b = y->action;
    enum action_group group = action_group_of(a, shown->as_at);
    if (is_ordered(shown, a) && is_ordered(shown, b))
        return shown->order == ORDER_AGE || (same(x->ordered_by, y->ordered_by) && (shown->order != ORDER_MINUTE || same(a->meeting_id, b->meeting_id)));
    return group == action_group_of(b, shown->as_at) && (!group_is_by_meeting(group) || same(a->meeting_id, b->meeting_id));
}

static char *meeting_words(const void *local, const struct action *action)
{
    const char *day = date_is_set(action->meeting_date) ? date_words(local, action->meeting_date) : "day not known";
    return action->meeting_id ? mem_printf(local, "%s, %s", name_stem(local, action->committee), day) : mem_strdup(local, "of no meeting");
}

/* "No date given · asked 29 days ago, Roads and Transport, 16 May 2024" */
static char *undated_heading(const void *local, const struct action *action, struct date as_at)
{
    int days = date_is_set(action->meeting_date) && date_is_set(as_at) ? date_days(as_at) - date_days(action->meeting_date) : -1;
    const char *ago = days < 0    ? ""
                      : days == 0 ? "asked today, "
                      : days == 1 ? "asked yesterday, "
                                  : mem_printf(local, "asked %d days ago, ", days);
    return mem_printf(local, "%s · %s%s", group_name(GROUP_UNDATED), ago, meeting_words(local, action));
}

static char *ordered_heading(const void *local, const struct actions_shown *shown, const struct action *action)
{
    static const char *const nobody[ORDERS] = {[ORDER_BY] = "By whom not stated", [ORDER_TO] = "To whom not stated"};
    const char *words = ordered_words(action, shown->order);
    if (shown->order == ORDER_AGE)
        return mem_strdup(local, "Oldest first");
    if (shown->order == ORDER_MINUTE)
        return meeting_words(local, action);
    if (!words)
        return mem_strdup(local, nobody[shown->order] ? nobody[shown->order] : "not stated");
    char *heading = shown->order == ORDER_COMMITTEE ? name_stem(local, words) : mem_strdup(local, words);
    if (heading[0] >= 'a' && heading[0] <= 'z')
        heading[0] = (char)(heading[0] - 'a' + 'A');
    return heading;
}

static char *heading_of(const void *local, const struct actions_shown *shown, const struct action *action, int n)
{
    enum action_group group = action_group_of(action, shown->as_at);
    if (is_ordered(shown, action))
        return mem_printf(local, "%s · %d", ordered_heading(local, shown, action), n);
    if (group == GROUP_UNDATED)
        return undated_heading(local, action, shown->as_at);
    return group_is_by_meeting(group) ? mem_printf(local, "%s · %s · %d", group_name(group), meeting_words(local, action), n)
                                      : mem_strdup(local, group_name(group));
}

static void set_headings(const void *local, const struct actions_shown *shown, struct action_rows *rows)
{
    for (size_t i = 0, next; i < rows->n; i = next) {
        for (next = i + 1; next < rows->n && (rows->at[next].hangs || stand_together(shown, &rows->at[i], &rows->at[next]));)
            next++;
        rows->at[i].heading = heading_of(local, shown, rows->at[i].action, (int)(next - i));
        bool dated = shown->order == ORDER_STANDING && action_group_of(rows->at[i].action, shown->as_at) == GROUP_UNDATED;
        for (size_t k = i; k < next; k++)
            rows->at[k].dated_above = dated;
    }
}

/* ---- the list ------------------------------------------------------------------------------------------------------ */

static bool is_shown(const struct actions_shown *shown, const struct action *action)
{
    enum action_group group = action_group_of(action, shown->as_at);
    return !action->deleted && (shown->all || (group != GROUP_REFUSED && group != GROUP_UNTRACKED));
}

struct action_rows actions_in_order(const void *local, const struct actions_shown *shown)
{
    struct action_rows rows = {0};
    for (int piece = PIECE_OPEN; piece <= PIECE_REFUSED; piece++) {
        struct place *places = NULL;
        size_t n = 0;
        for (size_t i = 0; i < shown->actions->n; i++) {
            struct action *action = shown->actions->at[i];
            if (is_shown(shown, action) && action_piece(action, shown->as_at) == (enum piece_kind)piece) {
                struct place place = place_of(local, shown, action, i);
                *mem_append(local, places, n) = place;
            }
        }
        if (piece == PIECE_OPEN && n)
            qsort(places, n, sizeof *places, compare_places);
        if (n)
            put_places(local, shown, places, n, &rows);
    }
    set_headings(local, shown, &rows);
    return rows;
}
