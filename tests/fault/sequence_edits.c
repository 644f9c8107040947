/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One edit of any kind, by chance, of what the store shows just then. Many are refused, as a member's are. */
#include "fault/sequences.h"

static struct edit set(enum edit_kind kind, const char *target, const char *field, const char *value)
{
    return (struct edit){.kind = kind, .target = target, .field = field, .value = value};
}

/* NULL where there is none. */
static struct action *any_action(void *scratch, struct store *store, struct chance *chance)
{
    struct actions rows;
    struct err err;
    assert_ok(store_actions(scratch, store, &rows, &err), err);
    return rows.n ? rows.at[chance_below(chance, rows.n)] : NULL;
}

static const char *any_meeting(void *scratch, struct store *store, struct chance *chance)
{
    struct meeting_rows rows;
    struct err err;
    assert_ok(store_meetings(scratch, store, &rows, &err), err);
    return rows.n ? rows.at[chance_below(chance, rows.n)].id : "none";
}

static const char *any_committee(void *scratch, struct store *store, struct chance *chance)
{
    struct committees all;
    struct err err;
    assert_ok(store_committees(scratch, store, &all, &err), err);
    return all.n ? all.at[chance_below(chance, all.n)].id : "none";
}

/* ---- follow-ups ---------------------------------------------------------------------------------------------- */

static struct edit decide(void *scratch, struct store *store, struct chance *chance)
{
    struct actions found;
    struct err err;
    assert_ok(store_candidates(scratch, store, NULL, &found, &err), err);
    if (!found.n)
        return set(EDIT_UNDO, NULL, NULL, NULL);
    struct action *action = found.at[chance_below(chance, found.n)];
    action->id = NULL;
    action->state = chance_below(chance, 3) ? ACTION_KEPT : ACTION_REFUSED;
    return (struct edit){.kind = EDIT_ACTION_ADD, .action = action};
}

static struct edit note(void *scratch, struct store *store, struct chance *chance)
{
    struct action *own = mem_new(scratch, struct action);
    own->class = mem_strdup(own, "action");
    own->meeting_id = mem_strdup(own, any_meeting(scratch, store, chance));
    own->minute_number = mem_printf(own, "%zu", 51 + chance_below(chance, 5));
    own->own_words = mem_strdup(own, "ask for the map of damp");
    return (struct edit){.kind = EDIT_ACTION_ADD, .action = own};
}

static struct edit set_field(void *scratch, struct store *store, struct chance *chance)
{
    static const char *const sets[][2] = {{"note", "She has promised it by telephone."}, {"owner", "Petra Lowe"}, {"status", "complete"},
                                          {"chase_date", "2025-06-01"}, {"subject", "tenders"}, {"recipient", ""}, {"due_text", "by May 2025"}};
    struct action *action = any_action(scratch, store, chance);
    size_t i = chance_below(chance, MB_LENGTH(sets));
    struct edit edit = set(EDIT_ACTION_SET, action ? action->id : "none", sets[i][0], sets[i][1]);
    edit.reason = "minute 44"; /* by which it is closed */
    return edit;
}

/* Of a row that was noted in the room, where the first choice fits, and a sentence of its meeting. */
static struct edit join(void *scratch, struct store *store, struct chance *chance)
{
    struct action *row = any_action(scratch, store, chance);
    struct actions found = {0};
    struct err err;
    for (size_t tries = 0; tries < 8 && row && (row->quote || row->state != ACTION_KEPT); tries++)
        row = any_action(scratch, store, chance);
    assert_ok(store_candidates(scratch, store, row ? row->meeting_id : NULL, &found, &err), err);
    if (!found.n)
        return set(EDIT_UNDO, NULL, NULL, NULL);
    struct edit edit = set(EDIT_ACTION_JOIN, row ? row->id : "none", NULL, NULL);
    edit.action = found.at[chance_below(chance, found.n)];
    return edit;
}

/* What happened to a row, or one of its entries is taken back. */
static struct edit tell(void *scratch, struct store *store, struct chance *chance)
{
    struct action *row = any_action(scratch, store, chance);
    struct action_entries entries = {0};
    struct err err;
    if (row)
        assert_ok(store_entries(scratch, store, row->id, &entries, &err), err);
    if (entries.n && chance_below(chance, 3) == 0)
        return set(EDIT_ENTRY_WITHDRAW, entries.at[chance_below(chance, entries.n)]->id, NULL, NULL);
    struct action_entry *entry = mem_new(scratch, struct action_entry);
    entry->kind = chance_below(chance, 2) ? ENTRY_CHASE : ENTRY_ANSWER;
    entry->date = (struct date){2025, 1 + (int)chance_below(chance, 12), 3};
    entry->text = mem_strdup(entry, "She telephoned, and it will come.");
    struct edit edit = set(EDIT_ENTRY_ADD, row ? row->id : "none", NULL, NULL);
    edit.entry = entry;
    return edit;
}

static struct edit turn_state(void *scratch, struct store *store, struct chance *chance)
{
    struct action *action = any_action(scratch, store, chance);
    return set(EDIT_ACTION_STATE, action ? action->id : "none", NULL, action && action->state == ACTION_KEPT ? "dismissed" : "confirmed");
}

/* ---- meetings ------------------------------------------------------------------------------------------------- */

static struct edit detail(void *scratch, struct store *store, struct chance *chance)
{
    static const char *const details[][2] = {{"committee", "Housing Overview Committee"}, {"committee", "The Tolls Panel"}, {"date", "2025-01-14"},
                                             {"council", "Wexbourne"}, {"time", "18:30"}, {"committee", NULL}, {"date", NULL}};
    size_t i = chance_below(chance, MB_LENGTH(details));
    return set(EDIT_MEETING_DETAIL, any_meeting(scratch, store, chance), details[i][0], details[i][1]);
}

static struct edit two_meetings(void *scratch, struct store *store, struct chance *chance)
{
    static const enum edit_kind kinds[] = {EDIT_MEETING_JOIN, EDIT_MEETING_APART, EDIT_MEETING_PART};
    return set(kinds[chance_below(chance, 3)], any_meeting(scratch, store, chance), NULL, any_meeting(scratch, store, chance));
}

static struct edit two_committees(void *scratch, struct store *store, struct chance *chance)
{
    if (chance_below(chance, 2))
        return set(EDIT_COMMITTEE_SPLIT, any_committee(scratch, store, chance), NULL, NULL);
    return set(EDIT_COMMITTEE_MERGE, any_committee(scratch, store, chance), NULL, any_committee(scratch, store, chance));
}

static struct edit enter(void *scratch, struct store *store, struct chance *chance)
{
    struct entered_meeting *entered = mem_new(scratch, struct entered_meeting);
    static const char *const committees[] = {"Harbour and Fisheries Scrutiny Panel", "The Housing Overview Committee", "Tolls Panel"};
    *entered = (struct entered_meeting){.committee = mem_strdup(entered, committees[chance_below(chance, 3)]),
                                        .date = {2025, 1 + (int)chance_below(chance, 12), 14}, .minutes_after_midnight = -1};
    if (chance_below(chance, 4) == 0)
        return set(EDIT_MEETING_WITHDRAW, any_meeting(scratch, store, chance), NULL, NULL);
    return (struct edit){.kind = EDIT_MEETING_ENTER, .entered = entered};
}

/* ---- the rest -------------------------------------------------------------------------------------------------- */

static struct edit mark(void *scratch, struct store *store, struct chance *chance)
{
    struct wanted_papers wanted;
    struct err err;
    assert_ok(store_wanted(scratch, store, (struct date){2026, 1, 15}, &wanted, &err), err);
    const char *key = wanted.n ? wanted.at[chance_below(chance, wanted.n)].key : "none";
    return set(EDIT_WANTED, key, NULL, chance_below(chance, 4) ? "not needed" : NULL);
}

static struct edit state_site(void *scratch, struct store *store, struct chance *chance)
{
    struct edit edit = set(EDIT_COUNCIL_SITE, NULL, NULL, chance_below(chance, 3) ? "https://democracy.wexbourne.example/" : NULL);
    edit.field = chance_below(chance, 2) ? any_meeting(scratch, store, chance) : NULL;
    return edit;
}

static struct edit of_settings(void *scratch, struct store *store, struct chance *chance)
{
    (void)scratch, (void)store;
    return chance_below(chance, 2) ? set(EDIT_SETTING, NULL, "theme", chance_below(chance, 2) ? "plain" : "dark") : set(EDIT_HISTORY, NULL, "find", "dredging");
}

/* ---- the member's own --------------------------------------------------------------------------------------------- */

static struct edit jot(void *scratch, struct store *store, struct chance *chance)
{
    static const char *const texts[] = {"Which boats are out of use?", "Bring the plan of the basin.", "Dredging again"};
    struct note *new_note = mem_new(scratch, struct note);
    const char *meeting = any_meeting(scratch, store, chance);
    *new_note = (struct note){.kind = mem_strdup(new_note, chance_below(chance, 2) ? NOTE_NOTE : NOTE_QUESTION),
                              .meeting_id = mem_strdup(new_note, meeting), .agenda_number = mem_strdup(new_note, chance_below(chance, 2) ? "4" : NULL),
                              .text = mem_strdup(new_note, texts[chance_below(chance, 3)])};
    return (struct edit){.kind = EDIT_NOTE_ADD, .note = new_note};
}

static struct edit rewrite(void *scratch, struct store *store, struct chance *chance)
{
    static const char *const sets[][2] = {{"text", "Which of them are moored?"}, {"answer", "None, says the Harbour Master."}, {"kind", "note"}};
    struct notes notes;
    struct err err;
    assert_ok(store_notes(scratch, store, NULL, &notes, &err), err);
    const char *id = notes.n ? notes.at[chance_below(chance, notes.n)]->id : "none";
    size_t i = chance_below(chance, MB_LENGTH(sets));
    return chance_below(chance, 4) ? set(EDIT_NOTE_SET, id, sets[i][0], sets[i][1]) : set(EDIT_NOTE_WITHDRAW, id, NULL, NULL);
}

static struct edit save_or_look(void *scratch, struct store *store, struct chance *chance)
{
    static const char *const names[] = {"boats", "basin"};
    const char *name = names[chance_below(chance, 2)];
    switch (chance_below(chance, 4)) {
    case 0:
        return set(EDIT_SEARCH_DROP, name, NULL, NULL);
    case 1:
        return set(EDIT_LOOKED, NULL, "news", NULL);
    case 2:
        return (struct edit){.kind = EDIT_LOOKED, .field = "item", .target = any_meeting(scratch, store, chance), .value = "a4",
                             .reason = chance_below(chance, 2) ? "0123456789abcdef" : NULL};
    default:
        return set(EDIT_SEARCH_SAVE, NULL, name, "dredging");
    }
}

static struct edit turn(void *scratch, struct store *store, struct chance *chance)
{
    (void)scratch, (void)store;
    return set(chance_below(chance, 3) ? EDIT_UNDO : EDIT_REDO, NULL, NULL, NULL);
}

struct edit any_edit(void *scratch, struct store *store, struct chance *chance)
{
    static struct edit (*const kinds[])(void *scratch, struct store *store, struct chance *chance) = {
        decide, decide, note, set_field, set_field, turn_state, join, tell, tell, detail, two_meetings, two_committees, enter, mark, state_site, of_settings, turn, turn,
        jot, jot, rewrite, save_or_look};
    return kinds[chance_below(chance, MB_LENGTH(kinds))](scratch, store, chance);
}
