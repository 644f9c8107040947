/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The Desk: what is next, to chase, to get and to tell, and below it the meetings (screens.md 4). The
 * same page is the overview that is printed without a terminal. */
#include "config.h"

#include "wanted.h"

#include <string.h>

#define LISTED_MOST 30 /* meetings; all of them stand on the Meetings screen */
#define LABELS 16       /* cells of "Next meeting" and its gap */
#define MEETING_NAME 18 /* cell where a meeting's name begins, after its day */
#define TELL_MOST 3     /* questions that are asked at once */

struct desk {
    struct screen screen;
    struct desk_facts *facts; /* child of the screen */
};

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
        status = follow_ups_read(parent, store, NULL, &facts->actions, err);
    meetings_mark_ahead(&facts->meetings, as_at);
    if (status == STATUS_OK)
        status = store_programmes(parent, store, NULL, &facts->programmes, err);
    if (status == STATUS_OK)
        status = store_join_offers(parent, store, &facts->offers, err);
    if (status == STATUS_OK)
        status = store_wanted(parent, store, as_at, &facts->wanted, err);
    return status;
}

static bool desk_is_empty(const struct desk_facts *facts)
{
    return facts->counts.sources == 0 && facts->meetings.n == 0;
}

/* ---- what is next ------------------------------------------------------------------------------------ */

static const struct meeting_row *next_meeting(const struct desk_facts *facts, struct date as_at)
{
    const struct meeting_row *next = NULL;
    for (size_t i = 0; i < facts->meetings.n; i++) {
        const struct meeting_row *row = &facts->meetings.at[i];
        if (date_is_set(row->date) && date_compare(row->date, as_at) >= 0 &&
            (!next || date_compare(row->date, next->date) < 0))
            next = row;
    }
    return next;
}

/* The first day on or after AS_AT that a programme prints as a meeting; year 0 if none. */
static struct date next_printed_day(const struct programme *programme, struct date as_at)
{
    struct date next = {0};
    for (size_t i = 0; i < programme->n_future_meetings; i++) {
        struct date day = programme->future_meetings[i];
        if (date_compare(day, as_at) >= 0 && (!date_is_set(next) || date_compare(day, next) < 0))
            next = day;
    }
    return next;
}

/* The words of the first date after AS_AT that an entry is planned for; NULL if none. */
static const char *next_planned_words(const struct programme *programme, struct date as_at)
{
    const struct when *next = NULL;
    for (size_t e = 0; e < programme->n_entries; e++)
        for (size_t i = 0; i < programme->entries[e].n_planned; i++) {
            const struct when *planned = &programme->entries[e].planned[i];
            bool ahead = date_is_set(planned->span.from) && date_compare(planned->span.from, as_at) >= 0;
            if (ahead && (!next || date_compare(planned->span.from, next->span.from) < 0))
                next = planned;
        }
    return next ? next->text : NULL;
}

static void put_labelled(struct page *page, const char *label, const char *words)
{
    page_say(page, 1, STYLE_TEXT, label);
    page_wrap_on(page, LABELS, LABELS, page->width - LABELS - 1, STYLE_TEXT, words);
}

/* What comes next: a meeting that is held or entered, or a day that a programme prints, or its words. */
struct next {
    const struct meeting_row *row;
    const struct programme *programme;
    struct date day; /* that PROGRAMME prints */
    const char *words;
};

/* The nearest day that is known; words without a day only where there is none. */
static struct next find_next(const struct desk_facts *facts, struct date as_at)
{
    struct next next = {.row = next_meeting(facts, as_at)};
    struct date nearest = next.row ? next.row->date : (struct date){0};
    for (size_t i = 0; i < facts->programmes.n; i++) {
        const struct programme *programme = facts->programmes.at[i];
        struct date day = next_printed_day(programme, as_at);
        const char *words = date_is_set(nearest) || next.words ? NULL : next_planned_words(programme, as_at);
        if (date_is_set(day) && (!date_is_set(nearest) || date_compare(day, nearest) < 0)) {
            next = (struct next){.programme = programme, .day = day};
            nearest = day;
        } else if (words) {
            next = (struct next){.programme = programme, .words = words};
        }
    }
    return next;
}

static char *next_words(const void *parent, const struct next *next)
{
    if (next->row)
        return mem_printf(parent, "%s, %s%s", date_long(parent, next->row->date),
                          name_in_list(parent, next->row->committee, 0),
                          next->row->entered ? "; no paper held yet" : "");
    if (!next->programme)
        return mem_strdup(parent, "none known");
    const char *published = date_words(parent, next->programme->published_for);
    if (next->words)
        return mem_printf(parent, "no day known; the work programme of %s says %s", published, next->words);
    return mem_printf(parent, "%s, says the work programme of %s (not entered: Enter)", date_long(parent, next->day),
                      published);
}

static void put_next(struct page *page, const void *local, const struct desk_facts *facts, struct date as_at)
{
    struct next next = find_next(facts, as_at);
    bool opens = next.row || date_is_set(next.day);
    if (opens)
        page_row(page, "next", 0);
    put_labelled(page, "Next meeting", next_words(local, &next));
    page_no_row(page);
}

static char *chase_words(const void *parent, const struct desk_facts *facts, struct date as_at)
{
    int n[STANDING_CLOSED + 1] = {0};
    for (size_t i = 0; i < facts->actions.n; i++)
        if (follow_up_is_kept(facts->actions.at[i]))
            n[action_standing(facts->actions.at[i], as_at)]++;
    struct strings parts = {0};
    if (n[STANDING_OVERDUE])
        strings_add(parent, &parts, mem_printf(parent, "%d overdue", n[STANDING_OVERDUE]));
    if (n[STANDING_UNDATED])
        strings_add(parent, &parts, mem_printf(parent, "%d with no date given", n[STANDING_UNDATED]));
    if (n[STANDING_DUE])
        strings_add(parent, &parts, mem_printf(parent, "%d due later", n[STANDING_DUE]));
    if (parts.n)
        return words_join(parent, &parts, ", ");
    return mem_strdup(parent, n[STANDING_CLOSED] ? "nothing open" : "nothing on the tracker yet");
}

/* "21 possible follow-ups, in 2 meetings" */
static char *check_words(const void *parent, const struct desk_facts *facts, const int *to_check)
{
    struct follow_up_counts counts = follow_ups_count(&facts->actions);
    int meetings = 0;
    for (size_t i = 0; i < facts->meetings.n; i++)
        meetings += to_check[i] > 0;
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

/* Where Enter on that line leads: NULL if there is nothing to check. */
static const char *first_to_check(const struct desk_facts *facts)
{
    for (size_t i = 0; i < facts->actions.n; i++)
        if (follow_up_is_to_check(facts->actions.at[i]))
            return facts->actions.at[i]->id;
    return NULL;
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

static void put_questions(struct page *page, const void *local, const struct desk_facts *facts)
{
    int asked = 0;
    for (size_t i = 0; i < facts->meetings.n && asked < TELL_MOST; i++) {
        char *words = tell_words(local, &facts->meetings.at[i]);
        if (!words)
            continue;
        page_row(page, mem_printf(local, "tell:%s", facts->meetings.at[i].id), 0);
        put_labelled(page, asked++ ? "" : "To tell", words);
    }
    for (size_t i = 0; i < facts->offers.n && asked < TELL_MOST; i++) {
        const struct join_offer *offer = &facts->offers.at[i];
        page_row(page, mem_printf(local, "join:%s %s", offer->meeting_id, offer->other_id), 0);
        put_labelled(page, asked++ ? "" : "To tell",
                     mem_printf(local, "are %s and %s one meeting? %s", offer->meeting_id, offer->other_id,
                                offer->reason ? offer->reason : ""));
    }
    page_no_row(page);
}

/* ---- meetings ------------------------------------------------------------------------------------------ */

static bool is_twin(const struct meeting_row *a, const struct meeting_row *b)
{
    return date_compare(a->date, b->date) == 0 && a->committee && b->committee && strcmp(a->committee, b->committee) == 0;
}

/* What tells a meeting from another of its committee on its day: its time, else its id. NULL if it is alone. */
static char *twin_words(const void *local, const struct meeting_rows *rows, size_t i)
{
    const struct meeting_row *row = &rows->at[i];
    bool twin = (i > 0 && is_twin(row, row - 1)) || (i + 1 < rows->n && is_twin(row, row + 1));
    if (!twin)
        return NULL;
    struct meeting timed = {.minutes_after_midnight = row->minutes_after_midnight};
    char *time = meeting_time_words(local, &timed);
    return time ? time : mem_strdup(local, row->id);
}

int *count_to_check(const void *parent, const struct meeting_rows *rows, const struct actions *actions)
{
    int *counts = mem_zero_named(parent, (rows->n + 1) * sizeof *counts, "counts");
    size_t at = 0; /* follow-ups stand together by meeting: most are of the last one that was found */
    for (size_t i = 0; i < rows->n; i++)
        counts[i] = -1;
    for (size_t i = 0; i < actions->n; i++) {
        const struct action *action = actions->at[i];
        bool nothing = action->state == ACTION_TO_CHECK && action->untracked;
        if (!action->meeting_id || action->deleted || nothing)
            continue;
        for (size_t tries = 0; tries < rows->n && strcmp(rows->at[at].id, action->meeting_id) != 0; tries++)
            at = (at + 1) % rows->n;
        if (rows->n && strcmp(rows->at[at].id, action->meeting_id) == 0)
            counts[at] = (counts[at] < 0 ? 0 : counts[at]) + follow_up_is_to_check(action);
    }
    return counts;
}

void page_meeting(struct page *page, const struct meeting_rows *rows, size_t i, bool with_name, const int *to_check)
{
    const struct meeting_row *row = &rows->at[i];
    void *local = talloc_named_const(NULL, 0, "meeting row");
    page_row(page, row->id, 0);
    page_say(page, 1, STYLE_TEXT, date_is_set(row->date) ? date_short(local, row->date) : "day not known");
    char *twin = twin_words(local, rows, i);
    struct strings facts = fact_meeting_found(local, row, to_check[i]);
    if (twin)
        facts.at[0] = mem_printf(local, "%s: %s", twin, facts.at[0]);
    if (with_name) {
        page_put(page, MEETING_NAME, 0, STYLE_TEXT, name_in_list(local, row->committee, page->width - MEETING_NAME));
        page_facts(page, MEETING_NAME, 0, STYLE_QUIET, &facts);
    } else {
        char *all = words_join(local, &facts, " · ");
        bool fits = MEETING_NAME + text_width(all, strlen(all)) <= page->width;
        page_wrap_on(page, MEETING_NAME, MEETING_NAME, 0, STYLE_TEXT, fits ? all : facts.at[0]);
        for (size_t f = 1; f < facts.n && !fits; f++)
            page_say(page, MEETING_NAME, STYLE_TEXT, facts.at[f]);
    }
    page_no_row(page);
    talloc_free(local);
}

void desk_page(struct page *page, const struct desk_facts *facts, const struct program *program)
{
    void *local = talloc_named_const(NULL, 0, "desk");
    const int *to_check = count_to_check(local, &facts->meetings, &facts->actions);
    put_next(page, local, facts, program->as_at);
    if (facts->counts.minutes) {
        page_row(page, "check", 0);
        put_labelled(page, "To check", check_words(local, facts, to_check));
    }
    page_row(page, "chase", 0);
    put_labelled(page, "To chase", chase_words(local, facts, program->as_at));
    page_no_row(page);
    char *wanted = wanted_counted(local, &facts->wanted);
    page_row(page, "get", 0);
    put_labelled(page, "To get", wanted ? wanted : "nothing that we know of");
    page_no_row(page);
    put_questions(page, local, facts);
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

/* ---- the screen ------------------------------------------------------------------------------------------ */

static struct desk *desk_of(struct screen *screen)
{
    return (struct desk *)screen;
}

static enum status desk_load(struct screen *screen, struct err *err)
{
    struct desk *desk = desk_of(screen);
    struct desk_facts *facts = mem_new(screen, struct desk_facts);
    enum status status = desk_read(facts, screen->browser->store, screen->browser->program->as_at, facts, err);
    if (status != STATUS_OK) {
        talloc_free(facts);
        return status;
    }
    facts->unswept = screen->browser->sweep == SWEEP_DUE;
    bool was_empty = !desk->facts || desk->facts->meetings.n == 0;
    talloc_free(desk->facts);
    desk->facts = facts;
    screen->context = desk_is_empty(facts) ? CONTEXT_BEGIN : CONTEXT_DESK;
    screen_stale(screen);
    if (was_empty && facts->meetings.n)
        pane_go(screen, 0, facts->meetings.at[0].id, 0);
    return STATUS_OK;
}

static void desk_fill(struct screen *screen, struct page *page)
{
    const struct program *program = screen->browser->program;
    if (desk_is_empty(desk_of(screen)->facts))
        begin_page(page, program, true);
    else
        desk_page(page, desk_of(screen)->facts, program);
}

static void desk_frame(struct screen *screen, struct frame *frame)
{
    const struct desk_facts *facts = desk_of(screen)->facts;
    frame->title = "minutebook";
    frame->where = "Desk";
    frame->position = "no papers";
    if (desk_is_empty(facts))
        return;
    frame->title_right = words_as_at(frame->context, screen->browser->program, screen->browser->width >= WEEKDAY_FROM);
    frame->position =
        mem_printf(frame->context, "%s, %s", words_count(frame->context, (int)facts->meetings.n, "meeting", "meetings"),
                   words_count(frame->context, facts->counts.sources, "paper", "papers"));
}

static const struct meeting_row *row_of_id(const struct desk_facts *facts, const char *id)
{
    for (size_t i = 0; id && i < facts->meetings.n; i++)
        if (strcmp(facts->meetings.at[i].id, id) == 0)
            return &facts->meetings.at[i];
    return NULL;
}

/* The meeting that a row is about: the row of a meeting, a question, or an offer to join. */
static const char *desk_meeting_id(struct screen *screen)
{
    const char *key = screen_key(screen);
    if (key && text_starts(key, "tell:"))
        key += strlen("tell:");
    const struct meeting_row *row = row_of_id(desk_of(screen)->facts, key);
    return row ? row->id : NULL;
}

static unsigned join_offered(struct screen *screen, const char *ids)
{
    size_t n = strcspn(ids, " ");
    char *first = mem_strndup(NULL, ids, n);
    struct edit edit = {.kind = EDIT_MEETING_JOIN, .target = first, .value = ids[n] ? ids + n + 1 : NULL};
    unsigned reactions = job_queue_edit(screen->browser, &edit);
    talloc_free(first);
    return reactions;
}

/* The next meeting, or the line that enters it. */
static unsigned open_next(struct screen *screen)
{
    struct browser *browser = screen->browser;
    struct next next = find_next(desk_of(screen)->facts, browser->program->as_at);
    if (next.row)
        return browser_push(browser, meeting_new(browser, next.row->id, 0, PASSAGE_KINDS, 0));
    return next.programme ? enter_ask(browser, next.programme->committee, next.day) : REACT_REDRAW;
}

static unsigned desk_act(struct screen *screen, const struct request *request)
{
    const char *key = screen_key(screen);
    if (request->command == CMD_CHOOSE)
        return begin_choose(screen, request->count);
    if (request->command != CMD_OPEN)
        return NOT_MINE;
    if (!key)
        return REACT_REDRAW;
    if (begin_is_way(key))
        return begin_open(screen, key);
    if (strcmp(key, "older") == 0)
        return browser_push(screen->browser, meetings_new(screen->browser));
    if (strcmp(key, "next") == 0)
        return open_next(screen);
    if (strcmp(key, "get") == 0)
        return browser_push(screen->browser, to_get_new(screen->browser));
    if (strcmp(key, "check") == 0)
        return browser_push(screen->browser, actions_new(screen->browser, first_to_check(desk_of(screen)->facts)));
    if (strcmp(key, "chase") == 0)
        return browser_push(screen->browser, actions_new(screen->browser, NULL));
    if (text_starts(key, "tell:"))
        return edit_details(screen->browser, &(struct request){.command = CMD_DETAILS});
    if (text_starts(key, "join:"))
        return join_offered(screen, key + strlen("join:"));
    return browser_push(screen->browser, meeting_new(screen->browser, key, 0, PASSAGE_KINDS, 0));
}

static void desk_adding(struct screen *screen, struct add_place *place)
{
    place->meeting_id = mem_strdup(place, desk_meeting_id(screen));
}

static const struct screen_ops desk_ops = {
    .name = "Desk",
    .context = CONTEXT_DESK,
    .wish = {.n_columns = 1},
    .load = desk_load,
    .frame = desk_frame,
    .act = desk_act,
    .meeting_id = desk_meeting_id,
    .adding = desk_adding,
};

struct screen *desk_new(struct browser *browser)
{
    struct desk *desk = screen_new(browser, struct desk, &desk_ops);
    screen_add_pane(&desk->screen, 0, NULL, desk_fill);
    return &desk->screen;
}
