/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a member does with the papers of tests/fault/orders, so that no table of the member's is empty. */
#include "fault/orders.h"

#define PANEL "harbour-and-fisheries-scrutiny-panel-"

static void edit(void *context, struct store *store, const struct edit *edit)
{
    struct edit_result *result;
    struct err err;
    if (store_edit(context, store, edit, &result, &err) != STATUS_OK)
        fail_msg("edit %d of \"%s\": %s", (int)edit->kind, edit->target ? edit->target : "", err.text);
}

/* The first five finds are kept, the next two refused. */
static void decide(void *context, struct store *store)
{
    struct actions found;
    struct err err;
    assert_ok(store_candidates(context, store, NULL, &found, &err), err);
    assert_true(found.n >= 7);
    for (size_t i = 0; i < 7; i++) {
        struct action action = *found.at[i];
        action.id = NULL;
        action.state = i < 5 ? ACTION_KEPT : ACTION_REFUSED;
        edit(context, store, &(struct edit){.kind = EDIT_ACTION_ADD, .action = &action});
    }
}

static void note(void *context, struct store *store)
{
    struct actions rows;
    struct err err;
    struct action own = {.class = mem_strdup(context, "action"), .committee = mem_strdup(context, "Housing Overview Committee"),
                         .meeting_id = mem_strdup(context, "housing-overview-committee-2025-01-14"), .meeting_date = {2025, 1, 14},
                         .minute_number = mem_strdup(context, "13"), .own_words = mem_strdup(context, "ask for the map of damp")};
    edit(context, store, &(struct edit){.kind = EDIT_ACTION_ADD, .action = &own});
    assert_ok(store_actions(context, store, &rows, &err), err);
    static const char *const sets[][2] = {{"note", "Petra has promised it by telephone."}, {"owner", "Petra Lowe"}, {"status", "complete"},
                                          {"chase_date", "2025-06-01"}, {"subject", "tenders"}};
    for (size_t i = 0; i < MB_LENGTH(sets); i++)
        edit(context, store, &(struct edit){.kind = EDIT_ACTION_SET, .target = rows.at[i % 3]->id, .field = sets[i][0], .value = sets[i][1],
                                            .reason = "minute 44"});
    edit(context, store, &(struct edit){.kind = EDIT_ACTION_STATE, .target = rows.at[0]->id, .value = "dismissed", .reason = "done long ago"});
    edit(context, store, &(struct edit){.kind = EDIT_UNDO});
}

/* A paper without committee or day, by the first title of its items. */
static char *unplaced(void *context, struct store *store, const char *title)
{
    struct meeting_rows rows;
    struct err err;
    assert_ok(store_meetings(context, store, &rows, &err), err);
    for (size_t i = 0; i < rows.n; i++) {
        struct meeting *meeting;
        assert_ok(store_meeting(context, store, rows.at[i].id, &meeting, &err), err);
        if (!date_is_set(meeting->date) && meeting->n_items && strcmp(meeting->items[0].title, title) == 0)
            return meeting->id;
    }
    fail_msg("no paper without a day begins with \"%s\"", title);
    return NULL;
}

static void rule(void *context, struct store *store)
{
    char *twin = unplaced(context, store, "Apologies for Absence"), *item = unplaced(context, store, "Dredging of the Outer Basin");
    const struct edit edits[] = {
        {.kind = EDIT_MEETING_DETAIL, .target = twin, .field = "committee", .value = "Housing Overview Committee"},
        {.kind = EDIT_MEETING_JOIN, .target = PANEL "2025-01-14", .value = item},
        {.kind = EDIT_MEETING_APART, .target = PANEL "2025-05-13", .value = PANEL "2025-01-14"},
        {.kind = EDIT_COMMITTEE_MERGE, .target = "Fisheries and Quays Scrutiny Panel", .value = "Harbour and Fisheries Scrutiny Panel"},
        {.kind = EDIT_COUNCIL_SITE, .value = "https://democracy.wexbourne.example/"},
    };
    for (size_t i = 0; i < MB_LENGTH(edits); i++)
        edit(context, store, &edits[i]);
}

void member_edits(void *context, struct store *store)
{
    struct wanted_papers wanted;
    struct entered_meeting entered = {.committee = mem_strdup(context, "Harbour and Fisheries Scrutiny Panel"), .date = {2025, 11, 11},
                                      .minutes_after_midnight = -1};
    struct err err;
    decide(context, store);
    note(context, store);
    edit(context, store, &(struct edit){.kind = EDIT_MEETING_ENTER, .entered = &entered});
    assert_ok(store_wanted(context, store, (struct date){2026, 1, 15}, &wanted, &err), err);
    assert_true(wanted.n >= 2);
    for (size_t i = 0; i < 2; i++)
        edit(context, store, &(struct edit){.kind = EDIT_WANTED, .target = wanted.at[i].key, .value = "not needed"});
    edit(context, store, &(struct edit){.kind = EDIT_SETTING, .field = "theme", .value = "plain"});
    edit(context, store, &(struct edit){.kind = EDIT_HISTORY, .field = "find", .value = "dredging"});
    rule(context, store);
    assert_ok(store_republish(store, &err), err);
}
