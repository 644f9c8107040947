/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers to get (screens.md 3.9): what the papers held speak of and what is not held, or not whole, by kind,
 * and how to get the one under the cursor. The printed list is the same page. */
#include "config.h"

#include "wanted.h"

#include <string.h>

#define DAY 2        /* cells where the columns of a row begin */
#define NUMBER 15
#define NUMBER_MOST 14
#define NARROW 60 /* cells below which the words of a row take lines of their own */
#define NARROW_WORDS 4
#define COMMITTEE_CELLS 26
#define DETAIL_LINES 4

struct to_get {
    struct screen screen;
    struct wanted_papers *papers; /* child of the screen */
};

static struct to_get *to_get_of(struct screen *screen)
{
    return (struct to_get *)screen;
}

/* ---- groups ----------------------------------------------------------------------------------------- */

/* The kinds in their order, and last what is not needed, of any kind. */
static const struct group {
    const char *heading, *where;
} groups[WANTED_KINDS + 1] = {
    [WANTED_MINUTE] = {"Minutes cut off on the council's page", "cut off"},
    [WANTED_PAPER] = {"Papers named, not held", "papers"},
    [WANTED_MINUTES] = {"Meetings without minutes", "minutes"},
    [WANTED_MEETING] = {"Meetings named, not held", "meetings"},
    [WANTED_KINDS] = {"Not needed", "not needed"},
};

static size_t group_of(const struct wanted *wanted)
{
    return wanted->not_needed ? WANTED_KINDS : (size_t)wanted->kind;
}

static size_t count_group(const struct wanted_papers *papers, size_t group)
{
    size_t n = 0;
    for (size_t i = 0; i < papers->n; i++)
        n += group_of(&papers->at[i]) == group;
    return n;
}

bool wanted_place(const struct wanted_papers *papers, const char *key, const char **group, size_t *at, size_t *n)
{
    for (size_t i = 0; key && i < papers->n; i++) {
        if (strcmp(papers->at[i].key, key) != 0)
            continue;
        size_t of = group_of(&papers->at[i]);
        *group = groups[of].where;
        *n = count_group(papers, of);
        *at = 1;
        for (size_t k = 0; k < i; k++)
            *at += group_of(&papers->at[k]) == of;
        return true;
    }
    return false;
}

/* ---- the page ------------------------------------------------------------------------------------------- */

/* Does the list speak of more than one committee, so that each row must name its own? */
static bool names_differ(const struct wanted_papers *papers)
{
    for (size_t i = 1; i < papers->n; i++) {
        const char *a = papers->at[0].committee, *b = papers->at[i].committee;
        if (a != b && (!a || !b || strcmp(a, b) != 0))
            return true;
    }
    return false;
}

static const char *day_words(const void *parent, struct date date)
{
    if (!date_is_set(date))
        return "day unknown";
    return date_short(parent, date) + strlen("Thu ");
}

/* Cells of the numbers of a group, with the gap after them; 0 where there are none. */
static int number_cells(const struct wanted_papers *papers, size_t group)
{
    int most = 0;
    void *local = talloc_named_const(NULL, 0, "cells");
    for (size_t i = 0; i < papers->n; i++) {
        const char *number = group_of(&papers->at[i]) == group ? wanted_number(local, &papers->at[i]) : "";
        int cells = text_width(number, strlen(number));
        most = cells > most ? cells : most;
    }
    talloc_free(local);
    return most ? (most < NUMBER_MOST ? most : NUMBER_MOST) + 2 : 0;
}

static void put_wanted(struct page *page, const struct wanted *wanted, int number_room, bool with_name)
{
    void *local = talloc_named_const(NULL, 0, "wanted");
    const char *number = wanted_number(local, wanted);
    bool beside = with_name && wanted_is_of_item(wanted) && page->width >= SIDE_BY_SIDE_FROM;
    int x = NUMBER + number_room, right = page->width - 1 - (beside ? COMMITTEE_CELLS + 2 : 0);
    page_row(page, wanted->key, 0);
    page_say(page, DAY, STYLE_TEXT, day_words(local, wanted->date));
    page_put(page, NUMBER, number_room, STYLE_TEXT, number);
    if (page->width < NARROW)
        page_wrap(page, NARROW_WORDS, NARROW_WORDS, 0, STYLE_TEXT, wanted_words(local, wanted, 0));
    else
        page_put(page, x, 0, STYLE_TEXT, wanted_words(local, wanted, right - x));
    if (beside)
        page_put(page, right + 2, 0, STYLE_QUIET, name_stem(local, wanted->committee));
    page_no_row(page);
    talloc_free(local);
}

void wanted_page(struct page *page, const struct wanted_papers *papers, bool how)
{
    bool with_name = names_differ(papers);
    for (size_t group = 0; group <= WANTED_KINDS; group++) {
        size_t n = count_group(papers, group);
        if (n == 0)
            continue;
        char *heading = mem_printf(NULL, "%s (%zu)", groups[group].heading, n);
        page_heading(page, 1, heading);
        talloc_free(heading);
        if (how && group < WANTED_KINDS)
            page_wrap(page, 3, 3, page->width - 4, STYLE_QUIET, how_to_get_kind((enum wanted_kind)group));
        int number_room = number_cells(papers, group);
        for (size_t i = 0; i < papers->n; i++)
            if (group_of(&papers->at[i]) == group)
                put_wanted(page, &papers->at[i], number_room, with_name);
    }
    if (papers->n == 0)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, "Nothing to get that the papers you hold speak of.");
}

/* ---- the screen ------------------------------------------------------------------------------------------ */

static const struct wanted *wanted_here(struct screen *screen)
{
    const struct wanted_papers *papers = to_get_of(screen)->papers;
    const char *key = screen_key(screen);
    for (size_t i = 0; key && i < papers->n; i++)
        if (strcmp(papers->at[i].key, key) == 0)
            return &papers->at[i];
    return NULL;
}

static enum status to_get_load(struct screen *screen, struct err *err)
{
    struct browser *browser = screen->browser;
    struct wanted_papers *papers = mem_new(screen, struct wanted_papers);
    enum status status =
        browser->store ? store_wanted(papers, browser->store, browser->program->as_at, papers, err) : STATUS_OK;
    if (status != STATUS_OK) {
        talloc_free(papers);
        return status;
    }
    talloc_free(to_get_of(screen)->papers);
    to_get_of(screen)->papers = papers;
    screen_stale(screen);
    return STATUS_OK;
}

static void to_get_fill(struct screen *screen, struct page *page)
{
    wanted_page(page, to_get_of(screen)->papers, false);
}

static void to_get_frame(struct screen *screen, struct frame *frame)
{
    const struct wanted_papers *papers = to_get_of(screen)->papers;
    const char *group;
    size_t at, n;
    frame->title = frame->where = "Papers to get";
    frame->title_right = words_as_at(frame->context, screen->browser->program, screen->browser->width >= WEEKDAY_FROM);
    frame->position = "none";
    if (!wanted_place(papers, screen_key(screen), &group, &at, &n))
        return;
    frame->where = mem_printf(frame->context, "Papers to get > %s", group);
    frame->position = mem_printf(frame->context, "%zu of %zu", at, n);
}

/* "Health Panel, 3 November 2022 · Performance Monitoring" */
static char *detail_head(const void *local, const struct wanted *wanted)
{
    const char *name = name_in_list(local, wanted->committee, 0);
    const char *day = date_is_set(wanted->date) ? date_words(local, wanted->date) : "day not known";
    const char *title = wanted_is_of_item(wanted) ? wanted->item_title : NULL;
    return mem_printf(local, "%s, %s%s%s", name, day, title ? " · " : "", title ? title : "");
}

static void to_get_detail(struct screen *screen, struct page *page)
{
    const struct wanted *wanted = wanted_here(screen);
    if (!wanted)
        return;
    void *local = talloc_named_const(NULL, 0, "detail");
    page_say(page, 1, STYLE_HEADING, detail_head(local, wanted));
    page_wrap(page, 1, 1, page->width - 1, STYLE_TEXT, how_to_get(local, wanted));
    talloc_free(local);
}

/* The text of the item in which the quote stands, and where; PASSAGE_KINDS if it is not found. */
static enum passage_kind quote_place(const void *local, const struct item *item, const char *quote, size_t *offset)
{
    const char *const texts[TEXT_COUNT] = {item->minutes_text, item_report_text(local, item), item->agenda_text,
                                           item->decision_text};
    for (size_t i = 0; quote && i < TEXT_COUNT; i++) {
        const char *at = texts[i] ? strstr(texts[i], quote) : NULL;
        if (at) {
            *offset = (size_t)(at - texts[i]);
            return item_text_passage[i];
        }
    }
    return PASSAGE_KINDS;
}

/* The meeting it belongs to, at its item; of a meeting that is named, where it is named last. */
static unsigned open_wanted(struct browser *browser, const struct wanted *wanted)
{
    struct err err;
    struct meeting *meeting;
    size_t offset = 0;
    enum passage_kind kind = wanted->kind == WANTED_MINUTE ? PASSAGE_MINUTES : PASSAGE_KINDS;
    if (!wanted->meeting_id)
        return browser_sayf(browser, "no meeting of your papers has it");
    void *local = talloc_named_const(NULL, 0, "open");
    unsigned reactions;
    if (store_meeting(local, browser->store, wanted->meeting_id, &meeting, &err) == STATUS_OK) {
        const struct item *item = meeting_item(meeting, wanted->position);
        if (item && wanted->kind == WANTED_MEETING)
            kind = quote_place(local, item, wanted->quote, &offset);
        if (item && kind == PASSAGE_MINUTES && wanted->kind == WANTED_MINUTE)
            offset = item->minutes_text ? strlen(item->minutes_text) : 0; /* where it stops */
        reactions = browser_push(browser, meeting_at(browser, wanted->meeting_id, wanted->position, kind, offset));
    } else {
        reactions = browser_fail(browser, &err);
    }
    talloc_free(local);
    return reactions;
}

/* The cursor goes on to the next paper: this one moves to another group. */
static unsigned change_need(struct screen *screen, const struct wanted *wanted)
{
    struct edit edit = {.kind = EDIT_WANTED, .target = wanted->key, .value = wanted->not_needed ? NULL : "not needed"};
    struct view *view = &screen_pane(screen)->view;
    if (job_refused(screen->browser))
        return REACT_REDRAW;
    bool last = view->row + 1 >= view->page->n_rows;
    (void)view_do(view, last ? CMD_UP : CMD_DOWN, 1);
    return job_queue_edit(screen->browser, &edit);
}

static unsigned to_get_act(struct screen *screen, const struct request *request)
{
    const struct wanted *wanted = wanted_here(screen);
    if (request->command != CMD_OPEN && request->command != CMD_NOT_NEEDED)
        return NOT_MINE;
    if (!wanted)
        return browser_sayf(screen->browser, "no paper under the cursor");
    return request->command == CMD_OPEN ? open_wanted(screen->browser, wanted) : change_need(screen, wanted);
}

static void to_get_adding(struct screen *screen, struct add_place *place)
{
    const struct wanted *wanted = wanted_here(screen);
    if (!wanted)
        return;
    place->meeting_id = mem_strdup(place, wanted->meeting_id);
    place->position = wanted->position;
}

static const struct screen_ops to_get_ops = {
    .name = "Papers to get",
    .context = CONTEXT_TO_GET,
    .wish = {.n_columns = 1, .detail = DETAIL_LINES},
    .load = to_get_load,
    .frame = to_get_frame,
    .detail = to_get_detail,
    .act = to_get_act,
    .adding = to_get_adding,
};

struct screen *to_get_new(struct browser *browser)
{
    struct to_get *to_get = screen_new(browser, struct to_get, &to_get_ops);
    screen_add_pane(&to_get->screen, 0, NULL, to_get_fill);
    return &to_get->screen;
}
