/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the Actions screen has at hand of its list: read from the store before the cursor can get there, so
 * that no row that is seen stands at an end which is none, and given back when it is far away. */
#include "config.h"

#include "actions.h"

#include <string.h>

#define SLICE_MOST 16 /* screenfuls of rows at hand, more than which are given back */

/* ---- moving ----------------------------------------------------------------------------------------------- */

/* Rows that may be seen at once; so many on both sides of the cursor are always at hand. */
static size_t screenful(const struct screen *screen)
{
    return (size_t)screen->browser->height;
}

/* The cursor's row of the whole list. */
size_t actions_row_here(const struct screen *screen)
{
    return slice_base(((const struct actions_screen *)screen)->slice) + screen->panes[0].view.row;
}

static void say_failure(struct screen *screen, enum status status, const struct err *err)
{
    if (status != STATUS_OK)
        (void)browser_fail(screen->browser, err);
    screen->panes[0].stale = true;
}

static void have_around(struct screen *screen, size_t row, size_t around)
{
    struct err err;
    struct slice *slice = actions_of(screen)->slice;
    say_failure(screen, slice_cover(slice, screen->browser->store, row, around, &err), &err);
}

void actions_have_all(struct screen *screen)
{
    struct err err;
    struct slice *slice = actions_of(screen)->slice;
    if (!slice_is_whole(slice))
        say_failure(screen, slice_read_all(slice, screen->browser->store, &err), &err);
}

/* Before panes are laid out: what can be seen is at hand, and what is far away is given back, unless it is
 * searched or marked. */
void actions_settle(struct screen *screen)
{
    const struct slice *slice = actions_of(screen)->slice;
    size_t around = screenful(screen);
    if (actions_of(screen)->still || screen->panes[0].go)
        return; /* the row gone to is at hand */
    bool much = !screen->marks.n && slice_rows(slice) > SLICE_MOST * around && !slice_fits(slice, actions_row_here(screen), 2 * around);
    if (screen->marked)
        actions_have_all(screen);
    else if (much || !slice_covers(slice, actions_row_here(screen), around))
        have_around(screen, actions_row_here(screen), 2 * around);
}

/* Lay out all that is at hand before the cursor goes there. */
static void lay_out_still(struct screen *screen)
{
    actions_of(screen)->still = true;
    (void)screen_lay_out(screen);
    actions_of(screen)->still = false;
}

/* Before the cursor or the window moves by at most ROWS. */
void actions_reach(struct screen *screen, size_t rows)
{
    size_t around = rows + screenful(screen);
    if (slice_covers(actions_of(screen)->slice, actions_row_here(screen), around))
        return;
    have_around(screen, actions_row_here(screen), around + screenful(screen));
    lay_out_still(screen);
}

/* Rows that COMMAND moves by at most; 0 for any other. */
size_t actions_move_by(const struct screen *screen, const struct request *request)
{
    static const struct {
        enum command_id command;
        bool screens;
    } moves[] = {{CMD_DOWN, false},     {CMD_UP, false},       {CMD_SCROLL_DOWN, false}, {CMD_SCROLL_UP, false},
                 {CMD_HALF_DOWN, true}, {CMD_HALF_UP, true},   {CMD_PAGE_DOWN, true},    {CMD_PAGE_UP, true}};
    size_t most = actions_of((struct screen *)screen)->slice->n_rows, times = request->count > 0 ? (size_t)request->count : 1;
    times = times < most ? times : most;
    for (size_t i = 0; i < MB_LENGTH(moves); i++)
        if (moves[i].command == request->command)
            return moves[i].screens ? times * screenful(screen) : times;
    return 0;
}

/* More in the direction STEP; false where there is none, or it cannot be had. */
bool actions_have_more(struct screen *screen, int step)
{
    struct err err;
    struct slice *slice = actions_of(screen)->slice;
    if (step > 0 ? slice->end == slice->n_pieces : slice->first == 0)
        return false;
    enum status status = slice_grow(slice, screen->browser->store, step, 2 * screenful(screen), &err);
    say_failure(screen, status, &err);
    lay_out_still(screen);
    return status == STATUS_OK;
}

/* To the first or the last row, or to one by its number. */
unsigned actions_go_to_row(struct screen *screen, const struct request *request)
{
    struct slice *slice = actions_of(screen)->slice;
    size_t last = slice->n_rows ? slice->n_rows - 1 : 0, row = request->command == CMD_FIRST ? 0 : last;
    if (request->count > 0)
        row = (size_t)request->count <= last ? (size_t)request->count - 1 : last;
    if (!slice_covers(slice, row, screenful(screen))) {
        have_around(screen, row, 2 * screenful(screen));
        lay_out_still(screen);
    }
    if (request->count <= 0 || slice_base(slice) == 0)
        return NOT_MINE;
    (void)view_do(&screen_pane(screen)->view, request->command, (int)(row - slice_base(slice)) + 1);
    return REACT_REDRAW;
}

/* ---- loading -------------------------------------------------------------------------------------------- */

/* Where the cursor stands in another slice: in the same piece, if that is there. */
static size_t row_then(struct screen *screen, const struct slice *next)
{
    const struct slice *slice = actions_of(screen)->slice;
    if (!slice || slice->n_pieces == 0)
        return 0;
    size_t row = actions_row_here(screen);
    const struct piece *piece = &slice->pieces[slice_piece(slice, row)];
    size_t at = slice_find(next, piece->kind, piece->meeting ? piece->meeting->meeting_id : NULL);
    if (at == next->n_pieces)
        return row < next->n_rows ? row : next->n_rows;
    size_t within = row - piece->base;
    return next->pieces[at].base + (within < next->pieces[at].rows ? within : next->pieces[at].rows - 1);
}

/* What is to be at hand at first: around ROW, or the row that is wanted. */
static enum status begin_slice(struct screen *screen, struct slice *slice, size_t row, struct err *err)
{
    struct actions_screen *as = actions_of(screen);
    struct store *store = screen->browser->store;
    size_t around = 2 * screenful(screen);
    if (as->to_check)
        row = slice_first_to_check(slice);
    size_t at = as->wanted ? slice_find_action(slice, store, as->wanted) : slice->n_pieces;
    if (at < slice->n_pieces) {
        row = slice->pieces[at].base;
        around += slice->pieces[at].rows;
    }
    enum status status = slice_cover(slice, store, row, around, err);
    bool all = screen->marked || (screen->marks.n && !slice_has(slice, &screen->marks));
    return status == STATUS_OK && all ? slice_read_all(slice, store, err) : status;
}

static bool is_shown(const struct slice *slice, const char *id)
{
    for (size_t i = 0; id && i < slice->shown.n; i++)
        if (strcmp(slice->shown.at[i]->id, id) == 0)
            return true;
    return false;
}

/* The cursor is kept by its row; where that is gone, and other rows are at hand now, it goes to one near. */
static void keep_cursor(struct screen *screen, const struct slice *slice, size_t row)
{
    const struct view *view = &screen->panes[0].view;
    size_t base = slice_base(slice);
    if (view->page && row >= base && row - base < slice->shown.n && row != base + view->row && !is_shown(slice, screen_key(screen)))
        pane_go(screen, 0, slice->shown.at[row - base]->id, 0);
}

enum status actions_load(struct screen *screen, struct err *err)
{
    struct actions_screen *as = actions_of(screen);
    struct slice *slice;
    bool folds = as->folded.n && !as->filter && order_hangs((enum actions_order)screen->browser->order);
    enum status status = slice_new(screen, screen->browser->store, screen->browser->program->as_at, as->all, as->filter,
                                   folds ? &as->folded : NULL, &slice, err);
    if (status != STATUS_OK)
        return status;
    size_t row = row_then(screen, slice);
    struct fuller_quotes fuller = {0};
    status = begin_slice(screen, slice, row, err);
    if (status == STATUS_OK && screen->browser->store)
        status = fuller_read(slice, screen->browser->store, &slice->survey.rows, &fuller, err);
    if (status != STATUS_OK) {
        talloc_free(slice);
        return status;
    }
    keep_cursor(screen, slice, row);
    talloc_free(as->slice);
    as->slice = slice;
    as->fuller = fuller;
    marks_settle(screen, &slice->shown);
    screen_stale(screen);
    for (size_t i = 0; as->to_check && i < slice->shown.n && !as->wanted; i++)
        if (follow_up_is_to_check(slice->shown.at[i]))
            as->wanted = mem_strdup(as, slice->shown.at[i]->id);
    as->to_check = false;
    if (as->wanted)
        pane_go(screen, 0, as->wanted, 0);
    TALLOC_FREE(as->wanted);
    return STATUS_OK;
}
