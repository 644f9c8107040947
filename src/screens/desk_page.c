/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the Desk says: what is next, to check, to chase, to get and to tell, and below it the meetings
 * (screens.md 4). Pages only, from facts that are counts wherever a count will do; the overview that is printed
 * without a terminal is the same page. */
#include "config.h"

#include "actions.h"
#include "desk.h"
#include "pairs.h"

#define LISTED_MOST 30 /* meetings; all of them stand on the Meetings screen */
#define LABELS 16       /* cells of "Next meeting" and its gap */
#define TELL_MOST 3     /* questions that are asked at once */

/* ---- the facts ------------------------------------------------------------------------------------------- */

static const struct meeting_row *next_meeting(const struct meeting_rows *meetings, struct date as_at)
{
    const struct meeting_row *next = NULL;
    for (size_t i = 0; i < meetings->n; i++) {
        const struct meeting_row *row = &meetings->at[i];
        if (date_is_set(row->date) && date_compare(row->date, as_at) >= 0 &&
            (!next || date_compare(row->date, next->date) < 0))
            next = row;
    }
    return next;
}

/* The nearest day that is known; words without a day only where there is none. */
static enum status read_next(const void *parent, struct store *store, struct date as_at, struct desk_facts *facts,
                             struct err *err)
{
    facts->next = next_meeting(&facts->meetings, as_at);
    enum status status = store_printed_next(parent, store, as_at, !facts->next, &facts->printed, err);
    bool nearer = date_is_set(facts->printed.day) &&
                  (!facts->next || date_compare(facts->printed.day, facts->next->date) < 0);
    if (nearer)
        facts->next = NULL;
    else if (facts->next)
        facts->printed = (struct printed_next){0};
    return status;
}

enum status desk_read(const void *parent, struct store *store, struct date as_at, struct desk_facts *facts,
                      struct err *err)
{
    *facts = (struct desk_facts){0};
    if (!store)
        return STATUS_OK;
    enum status status = store_count(store, &facts->counts, err);
    if (status == STATUS_OK)
        status = store_meetings(parent, store, &facts->meetings, err);
    if (status == STATUS_OK)
        status = survey_read(parent, store, &facts->survey, err);
    meetings_mark_ahead(&facts->meetings, as_at);
    if (status == STATUS_OK)
        status = read_next(parent, store, as_at, facts, err);
    if (status == STATUS_OK)
        status = fuller_read(parent, store, &facts->survey.rows, &facts->fuller, err);
    if (status == STATUS_OK)
        status = store_join_offers(parent, store, &facts->offers, err);
    if (status == STATUS_OK)
        status = store_count_wanted(store, as_at, facts->wanted, err);
    return status;
}

bool desk_is_empty(const struct desk_facts *facts)
{
    return facts->counts.sources == 0 && facts->meetings.n == 0;
}

/* ---- what is next ------------------------------------------------------------------------------------ */

static void put_labelled(struct page *page, const char *label, const char *words)
{
    page_say(page, 1, STYLE_TEXT, label);
    page_wrap_on(page, LABELS, LABELS, page->width - LABELS - 1, STYLE_TEXT, words);
}

static char *next_words(const void *parent, const struct desk_facts *facts)
{
    const struct printed_next *printed = &facts->printed;
    if (facts->next)
        return mem_printf(parent, "%s, %s%s", date_long(parent, facts->next->date),
                          name_in_list(parent, facts->next->committee, 0),
                          facts->next->entered ? "; no paper held yet" : "");
    if (!date_is_set(printed->day) && !printed->words)
        return mem_strdup(parent, "none known");
    const char *published = date_words(parent, printed->published_for);
    if (printed->words)
        return mem_printf(parent, "no day known; the work programme of %s says %s", published, printed->words);
    return mem_printf(parent, "%s, says the work programme of %s (not entered: Enter)", date_long(parent, printed->day),
                      published);
}

static void put_next(struct page *page, const void *local, const struct desk_facts *facts)
{
    bool opens = facts->next || date_is_set(facts->printed.day);
    if (opens)
        page_row(page, "next", 0);
    put_labelled(page, "Next meeting", next_words(local, facts));
    page_no_row(page);
}

static char *chase_words(const void *parent, const struct desk_facts *facts, struct date as_at)
{
    int n[STANDING_CLOSED + 1] = {0};
    for (size_t i = 0; i < facts->survey.rows.n; i++)
        if (follow_up_is_kept(facts->survey.rows.at[i]))
            n[action_standing(facts->survey.rows.at[i], as_at)]++;
    struct strings parts = {0};
    if (n[STANDING_OVERDUE])
        strings_add(parent, &parts, mem_printf(parent, "%d overdue", n[STANDING_OVERDUE]));
    if (n[STANDING_UNDATED])
        strings_add(parent, &parts, mem_printf(parent, "%d with no date given", n[STANDING_UNDATED]));
    if (n[STANDING_DUE])
        strings_add(parent, &parts, mem_printf(parent, "%d due later", n[STANDING_DUE]));
    if (facts->fuller.n)
        strings_add(parent, &parts, fuller_counted(parent, &facts->fuller));
    if (parts.n)
        return words_join(parent, &parts, ", ");
    return mem_strdup(parent, n[STANDING_CLOSED] ? "nothing open" : "nothing on the tracker yet");
}

/* "21 possible follow-ups, in 2 meetings" */
static char *check_words(const void *parent, const struct desk_facts *facts)
{
    struct follow_up_counts counts = survey_count(&facts->survey);
    int meetings = 0;
    for (size_t i = 0; i < facts->survey.n; i++)
        meetings += facts->survey.at[i].to_check > 0;
    if (counts.to_check)
        return mem_printf(parent, "%s, in %s%s",
                          words_count(parent, counts.to_check, "possible follow-up", "possible follow-ups"),
                          words_count(parent, meetings, "meeting", "meetings"),
                          facts->unswept ? "; not all minutes are looked through yet" : "");
    return mem_strdup(parent, facts->unswept ? "not all minutes are looked through yet"
                              : counts.kept || counts.refused || counts.untracked ? "nothing left to check"
                              : facts->counts.minutes_cut ? "no follow-up found in what is held"
                                                          : "nothing to check");
}

/* What only the member can say about a meeting; NULL if it is complete. */
static char *tell_words(const void *parent, const struct meeting_row *row)
{
    if (row->committee && date_is_set(row->date))
        return NULL;
    if (row->committee)
        return mem_printf(parent, "on which day did the %s meet?", name_in_list(parent, row->committee, 0));
    if (!date_is_set(row->date))
        return mem_printf(parent, "which committee met, and when? (%s)", row->id);
    return mem_printf(parent, "which committee met on %s%s?", date_long(parent, row->date),
                      row->date_basis == DATE_INFERRED ? " (day worked out)" : "");
}

/* PAIRS: how those are called up. */
static void put_questions(struct page *page, const void *local, const struct desk_facts *facts, const char *pairs)
{
    int asked = 0;
    for (size_t i = 0; i < facts->meetings.n && asked < TELL_MOST; i++) {
        char *words = tell_words(local, &facts->meetings.at[i]);
        if (!words)
            continue;
        page_row(page, mem_printf(local, "tell:%s", facts->meetings.at[i].id), 0);
        put_labelled(page, asked++ ? "" : "To tell", words);
    }
    if (facts->offers.n) {
        page_row(page, "pairs", 0);
        put_labelled(page, asked ? "" : "To tell", mem_printf(local, "%s (%s)", pairs_counted(local, facts->offers.n), pairs));
    }
    page_no_row(page);
}

/* ---- the page ------------------------------------------------------------------------------------------ */

void desk_page(struct page *page, const struct desk_facts *facts, const struct program *program, bool keys)
{
    void *local = talloc_named_const(NULL, 0, "desk");
    const int *to_check = count_to_check(local, &facts->meetings, &facts->survey);
    put_next(page, local, facts);
    if (facts->counts.minutes) {
        page_row(page, "check", 0);
        put_labelled(page, "To check", check_words(local, facts));
    }
    page_row(page, "chase", 0);
    put_labelled(page, "To chase", chase_words(local, facts, program->as_at));
    page_no_row(page);
    char *wanted = wanted_counted(local, facts->wanted);
    page_row(page, "get", 0);
    put_labelled(page, "To get", wanted ? wanted : "nothing that we know of");
    page_no_row(page);
    put_questions(page, local, facts, keys ? ":pairs" : mem_printf(local, "%s pairs", program->spelling));
    page_heading(page, 1, "Meetings");
    size_t listed = facts->meetings.n < LISTED_MOST ? facts->meetings.n : LISTED_MOST;
    for (size_t i = 0; i < listed; i++)
        page_meeting(page, &facts->meetings, i, true, to_check);
    if (listed < facts->meetings.n) {
        page_row(page, "older", 0);
        page_sayf(page, 1, STYLE_TEXT, "and %s",
                  words_count(local, (int)(facts->meetings.n - listed), "older meeting", "older meetings"));
        page_no_row(page);
    }
    talloc_free(local);
}
