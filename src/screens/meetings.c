/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* All meetings, by council and committee, newest first. A level with one entry or none is hidden. The
 * printed list is the same page. */
#include "config.h"

#include "private.h"

#include <stdlib.h>
#include <string.h>

struct meetings {
    struct screen screen;
    struct meeting_rows *rows; /* child of the screen, in the order of the page */
    struct survey survey;       /* of follow-ups, on the rows */
    char *committee, *council;  /* only these; NULL: all */
};

static int compare_names(const char *a, const char *b)
{
    if (!a || !b)
        return (a == NULL) - (b == NULL); /* what is not stated comes last */
    return strcmp(a, b);
}

/* By council, committee, then newest first, undated last. */
static int compare_rows(const void *a, const void *b)
{
    const struct meeting_row *x = a, *y = b;
    int order = compare_names(x->council, y->council);
    if (order == 0)
        order = compare_names(x->committee, y->committee);
    if (order == 0 && date_is_set(x->date) != date_is_set(y->date))
        return date_is_set(x->date) ? -1 : 1;
    if (order == 0)
        order = date_compare(y->date, x->date);
    return order ? order : strcmp(x->id, y->id);
}

void meetings_mark_ahead(struct meeting_rows *rows, struct date as_at)
{
    for (size_t i = 0; i < rows->n; i++)
        rows->at[i].ahead = date_is_set(rows->at[i].date) && date_compare(rows->at[i].date, as_at) >= 0;
}

void meetings_sort(struct meeting_rows *rows)
{
    if (rows->n)
        qsort(rows->at, rows->n, sizeof rows->at[0], compare_rows);
}

static bool several_councils(const struct meeting_rows *rows)
{
    for (size_t i = 1; i < rows->n; i++)
        if (compare_names(rows->at[i].council, rows->at[0].council) != 0)
            return true;
    return false;
}

void meetings_page(struct page *page, const struct meeting_rows *rows, const struct survey *survey)
{
    int *to_check = count_to_check(NULL, rows, survey);
    bool councils = several_councils(rows);
    for (size_t i = 0; i < rows->n; i++) {
        const struct meeting_row *row = &rows->at[i], *before = i ? &rows->at[i - 1] : NULL;
        bool new_council = !before || compare_names(row->council, before->council) != 0;
        if (councils && new_council) {
            char *council = mem_printf(NULL, "%s", row->council ? row->council : "council not stated");
            page_heading(page, 1, council);
            talloc_free(council);
        }
        if (new_council || compare_names(row->committee, before->committee) != 0) {
            char *name = name_committee(NULL, row->committee, page->width - 4);
            if (!councils || !new_council)
                page_heading(page, councils ? 2 : 1, name);
            else
                page_say(page, 2, STYLE_HEADING, name);
            talloc_free(name);
        }
        page_meeting(page, rows, i, false, to_check);
    }
    if (rows->n == 0)
        page_say(page, 1, STYLE_TEXT, "no meetings yet");
    talloc_free(to_check);
}

/* ---- the screen ------------------------------------------------------------------------------------ */

static struct meetings *meetings_of(struct screen *screen)
{
    return (struct meetings *)screen;
}

static bool same_words(const char *a, const char *b)
{
    char *x = text_fold(NULL, a ? a : ""), *y = text_fold(NULL, b ? b : "");
    bool same = strcmp(x, y) == 0;
    talloc_free(x);
    talloc_free(y);
    return same;
}

/* Only those of the committee that is looked at; a paper that names no council is of any that has such a committee. */
static void keep_those_of(const struct meetings *meetings, struct meeting_rows *rows)
{
    size_t n = 0;
    for (size_t i = 0; meetings->committee && i < rows->n; i++) {
        const struct meeting_row *row = &rows->at[i];
        bool council = !meetings->council || !row->council || same_words(meetings->council, row->council);
        if (council && row->committee && same_words(meetings->committee, row->committee))
            rows->at[n++] = *row;
    }
    if (meetings->committee)
        rows->n = n;
}

static enum status meetings_load(struct screen *screen, struct err *err)
{
    struct store *store = screen->browser->store;
    struct meeting_rows *rows = mem_new(screen, struct meeting_rows);
    struct survey survey = {0};
    enum status status = store ? store_meetings(rows, store, rows, err) : STATUS_OK;
    if (status == STATUS_OK && store)
        status = survey_read(rows, store, &survey, err);
    if (status != STATUS_OK) {
        talloc_free(rows);
        return status;
    }
    talloc_free(meetings_of(screen)->rows);
    meetings_of(screen)->rows = rows;
    meetings_of(screen)->survey = survey;
    keep_those_of(meetings_of(screen), rows);
    meetings_sort(rows);
    meetings_tell_apart(rows, rows, store);
    meetings_mark_read(rows, store);
    meetings_mark_ahead(rows, screen->browser->program->as_at);
    screen_stale(screen);
    return STATUS_OK;
}

static void meetings_fill(struct screen *screen, struct page *page)
{
    if (meetings_of(screen)->committee && meetings_of(screen)->rows->n == 0)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, "No meeting of this committee is held or listed.");
    else
        meetings_page(page, meetings_of(screen)->rows, &meetings_of(screen)->survey);
}

static void meetings_frame(struct screen *screen, struct frame *frame)
{
    const struct view *view = &screen_pane(screen)->view;
    size_t n = meetings_of(screen)->rows->n;
    const char *committee = meetings_of(screen)->committee;
    frame->title = committee ? mem_printf(frame->context, "Meetings of %s", name_in_list(frame->context, committee, 0)) : "Meetings";
    frame->title_right = words_as_at(frame->context, screen->browser->program, screen->browser->width >= WEEKDAY_FROM);
    frame->where = committee ? "Committees > Meetings" : "Meetings";
    frame->position = n ? mem_printf(frame->context, "row %zu of %zu", view->row + 1, n) : "no meetings";
}

static unsigned meetings_act(struct screen *screen, const struct request *request)
{
    const char *key = screen_key(screen);
    if (request->command == CMD_MEETINGS && meetings_of(screen)->committee)
        return browser_push(screen->browser, meetings_new(screen->browser)); /* all of them */
    if (request->command != CMD_OPEN)
        return NOT_MINE;
    return key ? browser_push(screen->browser, meeting_new(screen->browser, key, 0, PASSAGE_KINDS, 0)) : REACT_REDRAW;
}

/* From those of one committee to all. */
static enum offer meetings_offers(struct screen *screen, enum command_id command)
{
    return command == CMD_MEETINGS && meetings_of(screen)->committee ? OFFER_YES : OFFER_UNKNOWN;
}

static void meetings_adding(struct screen *screen, struct add_place *place)
{
    place->meeting_id = mem_strdup(place, screen_key(screen));
}

static const struct screen_ops meetings_ops = {
    .name = "Meetings",
    .context = CONTEXT_MEETINGS,
    .wish = {.n_columns = 1},
    .offers = meetings_offers,
    .load = meetings_load,
    .frame = meetings_frame,
    .act = meetings_act,
    .meeting_id = screen_key,
    .adding = meetings_adding,
};

struct screen *meetings_new(struct browser *browser)
{
    struct meetings *meetings = screen_new(browser, struct meetings, &meetings_ops);
    screen_add_pane(&meetings->screen, 0, NULL, meetings_fill);
    return &meetings->screen;
}

struct screen *meetings_of_committee(struct browser *browser, const struct committee_row *committee)
{
    struct screen *screen = meetings_new(browser);
    meetings_of(screen)->committee = mem_strdup(screen, committee->name);
    meetings_of(screen)->council = mem_strdup(screen, committee->council);
    return screen;
}
