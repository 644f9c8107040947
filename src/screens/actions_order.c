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
        return action_follower(action) ? action_follower(action) : "committee not stated";
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

/* What hangs under what, of places that stand in their order. */
struct hanging {
    const void *local;
    const struct actions *counted; /* among which those that hang are counted */
    struct lookup *under;          /* of `counted`, by what they hang under */
    const struct place *places;
    size_t n;
    size_t *roof;        /* of each place: the one that it hangs under; n: none */
    size_t *first, *next; /* of each place: the first that hangs under it, and the next that hangs where it does; n: none */
};

/* The first place that PLACE hangs under, among those of its group; n where there is none. */
static size_t roof_of(const struct hanging *hanging, const struct lookup *roofs, const struct place *place)
{
    struct lookup_rows above = lookup_find(roofs, place->row.action->under);
    for (size_t i = 0; i < above.n; i++) {
        const struct place *roof = &hanging->places[above.at[i]];
        if (roof->group == place->group && follow_up_hangs_under(place->row.action, roof->row.action))
            return above.at[i];
    }
    return hanging->n;
}

static void find_roofs(struct hanging *hanging)
{
    struct lookup *roofs = lookup_new(hanging->local);
    for (size_t i = 0; i < hanging->n; i++)
        roof_add(roofs, hanging->places[i].row.action, i);
    for (size_t i = 0; i < hanging->n; i++) {
        hanging->roof[i] = roof_of(hanging, roofs, &hanging->places[i]);
        hanging->first[i] = hanging->next[i] = hanging->n;
    }
    for (size_t i = 0; i < hanging->n; i++) /* one that hangs under another that hangs stands by itself */
        if (hanging->roof[i] < hanging->n && hanging->roof[hanging->roof[i]] < hanging->n)
            hanging->roof[i] = hanging->n;
    for (size_t i = hanging->n; i-- > 0;) {
        if (hanging->roof[i] == hanging->n)
            continue;
        hanging->next[i] = hanging->first[hanging->roof[i]];
        hanging->first[hanging->roof[i]] = i;
    }
}

static struct hanging hanging_of(const void *local, const struct actions_shown *shown, const struct place *places, size_t n)
{
    struct hanging hanging = {.local = local, .counted = shown->counted ? shown->counted : shown->actions, .under = lookup_new(local), .places = places, .n = n};
    size_t **const lists[] = {&hanging.roof, &hanging.first, &hanging.next};
    for (size_t i = 0; i < MB_LENGTH(lists); i++)
        *lists[i] = mem_zero_named(local, (n + 1) * sizeof **lists[i], "hanging");
    for (size_t i = 0; i < hanging.counted->n; i++)
        lookup_add(hanging.under, hanging.counted->at[i]->under, i);
    find_roofs(&hanging);
    return hanging;
}

/* Of all that are shown, those that hang under ROOF: how many are answered. */
static char *answered_words(const struct hanging *hanging, const struct action *roof)
{
    struct actions under = {0};
    const char *const names[] = {roof->candidate_id, roof->id, roof->reference};
    for (size_t k = 0; roof->state == ACTION_KEPT && k < MB_LENGTH(names); k++) {
        bool again = (k > 0 && text_same(names[k], names[0])) || (k > 1 && text_same(names[k], names[1]));
        struct lookup_rows rows = again ? (struct lookup_rows){0} : lookup_find(hanging->under, names[k]);
        for (size_t i = 0; i < rows.n; i++) {
            struct action *row = hanging->counted->at[rows.at[i]];
            if (follow_up_is_kept(row) && follow_up_hangs_under(row, roof))
                *mem_append(hanging->local, under.at, under.n) = row;
        }
    }
    return words_answered(hanging->local, &under);
}

/* A roof and what hangs under it and is shown. */
static void put_roof(const struct hanging *hanging, size_t roof, struct action_rows *out)
{
    struct action_row *row = mem_append(hanging->local, out->at, out->n);
    *row = hanging->places[roof].row;
    row->answered = answered_words(hanging, row->action);
    for (size_t i = hanging->first[roof]; i < hanging->n; i = hanging->next[i]) {
        struct action_row *below = mem_append(hanging->local, out->at, out->n);
        *below = hanging->places[i].row;
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
    if (!may_hang(shown, places, n)) {
        for (size_t i = 0; i < n; i++)
            *mem_append(local, out->at, out->n) = places[i].row;
        return;
    }
    struct hanging hanging = hanging_of(local, shown, places, n);
    for (size_t i = 0; i < n; i++)
        if (hanging.roof[i] == n)
            put_roof(&hanging, i, out);
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

bool actions_together(const struct actions_shown *shown, struct action *a, struct action *b)
{
    void *local = talloc_named_const(NULL, 0, "together");
    const struct place x = place_of(local, shown, a, 0), y = place_of(local, shown, b, 0);
    bool together = stand_together(shown, &x.row, &y.row);
    talloc_free(local);
    return together;
}

static char *meeting_words(const void *local, const struct action *action)
{
    const char *day = date_is_set(action->meeting_date) ? date_words(local, action->meeting_date) : "day not known";
    if (action->meeting_id && action_follower(action) != action->committee)
        return mem_printf(local, "%s, carried from %s, %s", name_stem(local, action->carried_to), name_stem(local, action->committee), day);
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
