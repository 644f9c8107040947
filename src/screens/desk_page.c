/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the Desk says: what is next, to check, to chase, to get and to tell, and below it the meetings
 * (screens.md 4). Pages only, from facts that are counts wherever a count will do; the overview that is printed
 * without a terminal is the same page. */
#include "config.h"

#include "actions.h"
#include "desk.h"
#include "pairs.h"

#include <string.h>

#define LISTED_MOST 30 /* meetings; all of them stand on the Meetings screen */
#define AHEAD_MOST 3    /* of those that a list of the council names and of which nothing is held */
#define LABELS 16       /* cells of "Next meeting" and its gap */
#define TELL_MOST 3     /* questions that are asked at once */

/* Rows that lead to all meetings. */
enum { ROW_OLDER, ROW_LISTED, ROW_UNTOLD };

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
        meetings_tell_apart(parent, &facts->meetings, store);
    if (status == STATUS_OK)
        meetings_mark_read(&facts->meetings, store);
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
    return n[STANDING_CLOSED] ? mem_strdup(parent, "nothing open") : tracker_none(parent, &facts->survey.rows);
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

/* Of which neither committee nor day is known: those are asked about first. */
static bool is_bare(const struct meeting_row *row)
{
    return !row->committee && !date_is_set(row->date);
}

/* Questions about the meetings that are bare, or about the others, until ASKED of them stand there; how many there are. */
static int put_questions_of(struct page *page, const void *local, const struct meeting_rows *meetings, bool bare, int asked)
{
    int n = 0;
    for (size_t i = 0; i < meetings->n; i++) {
        char *words = is_bare(&meetings->at[i]) == bare ? tell_words(local, &meetings->at[i]) : NULL;
        if (words && asked + n < TELL_MOST) {
            page_row(page, mem_printf(local, "tell:%s", meetings->at[i].id), 0);
            put_labelled(page, asked + n ? "" : "To tell", words);
        }
        n += words != NULL;
    }
    return n;
}

/* PAIRS: how those are called up. */
static void put_questions(struct page *page, const void *local, const struct desk_facts *facts, const char *pairs)
{
    int asked = put_questions_of(page, local, &facts->meetings, true, 0);
    asked += put_questions_of(page, local, &facts->meetings, false, asked);
    if (asked > TELL_MOST) {
        page_row(page, "all", ROW_UNTOLD);
        put_labelled(page, "", mem_printf(local, "and %d more", asked - TELL_MOST));
    }
    if (facts->offers.n) {
        page_row(page, "pairs", 0);
        put_labelled(page, asked ? "" : "To tell", mem_printf(local, "%s (%s)", pairs_counted(local, facts->offers.n), pairs));
    }
    page_no_row(page);
}

/* ---- the meetings ------------------------------------------------------------------------------------------ */

static bool is_only_listed(const struct meeting_row *row)
{
    return row->listed && !row->entered;
}

/* Those that stand here, by their place in `meetings`: a calendar of years would drown what is held, so of those that
 * are only listed just the next ones do. */
static size_t *rows_here(const void *parent, const struct meeting_rows *meetings, size_t *n)
{
    size_t *here = mem_zero_named(parent, (meetings->n + 1) * sizeof *here, "rows here"), first = meetings->n;
    int ahead = 0;
    for (size_t i = meetings->n; i-- > 0;) {
        const struct meeting_row *row = &meetings->at[i];
        if (!is_only_listed(row) || (row->ahead && ahead++ < AHEAD_MOST))
            here[--first] = i;
    }
    *n = meetings->n - first;
    memmove(here, here + first, *n * sizeof *here);
    return here;
}

const struct meeting_row *desk_first(const struct desk_facts *facts)
{
    size_t n, *here = rows_here(NULL, &facts->meetings, &n);
    const struct meeting_row *first = n ? &facts->meetings.at[here[0]] : NULL;
    talloc_free(here);
    return first;
}

/* ALL: what shows all of them. */
static void put_meetings(struct page *page, const void *local, const struct desk_facts *facts, const char *all)
{
    const struct meeting_rows *meetings = &facts->meetings;
    const int *to_check = count_to_check(local, meetings, &facts->survey);
    size_t n, *here = rows_here(local, meetings, &n);
    size_t most = n < LISTED_MOST ? n : LISTED_MOST;
    page_heading(page, 1, "Meetings");
    for (size_t i = 0; i < most; i++)
        page_meeting(page, meetings, here[i], true, to_check);
    if (most < n) {
        page_row(page, "all", ROW_OLDER);
        page_sayf(page, 1, STYLE_TEXT, "and %s", words_count(local, (int)(n - most), "older meeting", "older meetings"));
    }
    if (n < meetings->n) {
        page_row(page, "all", ROW_LISTED);
        page_wrap(page, 1, 1, page->width - 2, STYLE_QUIET,
                  mem_printf(local, n ? "and %zu more, only listed by the council: %s shows them" : "%zu, only listed by the council: %s shows them",
                             meetings->n - n, all));
    }
    page_no_row(page);
}

/* ---- the page ------------------------------------------------------------------------------------------ */

void desk_page(struct page *page, const struct desk_facts *facts, const struct program *program, const char *meetings_key)
{
    void *local = talloc_named_const(NULL, 0, "desk");
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
    put_questions(page, local, facts, meetings_key ? ":pairs" : mem_printf(local, "%s pairs", program->spelling));
    put_meetings(page, local, facts, meetings_key ? meetings_key : mem_printf(local, "%s meetings", program->spelling));
    talloc_free(local);
}
