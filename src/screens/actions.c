/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The Actions screen: the follow-ups on the tracker by how they stand, those to check, and all about the
 * one under the cursor below them (screens.md 3.3, 3.4). */
#include "config.h"

#include "actions.h"

#include <minutebook/base_lookup.h>

#include <string.h>

#define DETAIL_LINES 5 /* a sentence of three lines, its place above and what it states below */

static const struct action *action_here(struct screen *screen)
{
    const struct actions *actions = &actions_of(screen)->slice->shown;
    const char *key = screen_key(screen);
    for (size_t i = 0; key && i < actions->n; i++)
        if (strcmp(actions->at[i]->id, key) == 0)
            return actions->at[i];
    return NULL;
}

/* ---- the screen ------------------------------------------------------------------------------------------- */

static void actions_fill(struct screen *screen, struct page *page)
{
    struct actions_screen *as = actions_of(screen);
    int reference = actions_reference(&as->slice->shown);
    as->reference = reference > as->reference ? reference : as->reference;
    struct actions_shown shown = {.actions = &as->slice->shown,
                                  .as_at = screen->browser->program->as_at,
                                  .all = as->all,
                                  .filtered = as->filter != NULL,
                                  .order = (enum actions_order)screen->browser->order,
                                  .marks = &screen->marks,
                                  .counted = as->filter ? NULL : &as->slice->survey.rows,
                                  .reference = as->reference};
    actions_page(page, &shown);
}

static void actions_detail(struct screen *screen, struct page *page)
{
    int height = screen_lay_out(screen).detail.height; /* it may change what is at hand */
    const struct action *action = action_here(screen);
    const struct fuller_quote *full = action ? fuller_of(&actions_of(screen)->fuller, action->id) : NULL;
    char *key = key_of(NULL, screen->browser, CMD_TAKE_WHOLE);
    if (action)
        action_page(page, action, screen->browser->program->as_at, height, full, key);
    talloc_free(key);
}

/* The counts: side by side where there is room, else what is to check keeps its place. */
static void set_counts(struct screen *screen, struct frame *frame)
{
    const struct actions_screen *as = actions_of(screen);
    const struct survey *survey = &as->slice->survey;
    struct follow_up_counts counts = survey_count(survey);
    frame->note_right = words_to_check(frame->context, &counts);
    if (as->filter) {
        size_t n = as->slice->own.n, to_check = slice_to_check(as->slice);
        char *found = filter_hides_to_check(as->filter) ? mem_strdup(frame->context, ", what is to check is hidden")
                                                        : mem_printf(frame->context, ", %zu of %d to check", to_check, counts.to_check);
        frame->note = mem_printf(frame->context, "%zu of %d on the tracker%s", n, counts.kept, found);
        frame->note_right = filter_is_typed(as->filter) ? "Esc shows all" : "Esc leads back";
        return;
    }
    int room = screen->browser->width - 2 - (frame->note_right ? text_width(frame->note_right, strlen(frame->note_right)) + 2 : 0);
    frame->note = actions_counted(frame->context, &survey->rows, screen->browser->program->as_at, room > 1 ? room : 1);
}

static void actions_frame(struct screen *screen, struct frame *frame)
{
    size_t rows = actions_of(screen)->slice->n_rows;
    char *whole = fuller_counted(frame->context, &actions_of(screen)->fuller);
    if (whole && screen->browser->width < WEEKDAY_FROM)
        whole = mem_printf(frame->context, "%zu whole", actions_of(screen)->fuller.n);
    frame->title = whole                     ? mem_printf(frame->context, "Actions · %s", whole)
                   : actions_of(screen)->filter ? mem_printf(frame->context, "Actions · only %s", actions_of(screen)->filter->line)
                   : actions_of(screen)->all ? "Actions · all committees · every row"
                                             : "Actions · all committees";
    frame->title_right = words_as_at(frame->context, screen->browser->program, screen->browser->width >= WEEKDAY_FROM);
    set_counts(screen, frame);
    const char *order = order_words((enum actions_order)screen->browser->order);
    frame->where = mem_printf(frame->context, "Actions > %s%s", actions_of(screen)->all ? "every row, " : "", order);
    if (screen->marks.n)
        frame->flags = mem_printf(frame->context, "%zu marked", screen->marks.n);
    frame->position = rows ? mem_printf(frame->context, "row %zu of %zu", actions_row_here(screen) + 1, rows) : "no rows";
}

/* ---- what is to check --------------------------------------------------------------------------------------- */

/* To the next row at hand to check in the direction STEP that is not one of EXCEPT (NULL: none); false if there is none. */
static bool step_at_hand(struct screen *screen, int step, const struct id_set *except)
{
    struct view *view = &screen_pane(screen)->view;
    const struct actions *actions = &actions_of(screen)->slice->shown;
    size_t n = view->page ? view->page->n_rows : 0;
    struct lookup *ids = rows_by_id(NULL, actions);
    bool found = false;
    for (size_t row = view->row; !found && n && (step > 0 ? row + 1 < n : row > 0);) {
        row = step > 0 ? row + 1 : row - 1;
        size_t at = lookup_first(ids, view->page->rows[row].key);
        const struct action *action = at == LOOKUP_NONE ? NULL : actions->at[at];
        found = action && follow_up_is_to_check(action) && !(except && id_set_has(except, action->id));
        if (found)
            (void)view_go(view, action->id, 0);
    }
    if (found)
        view_lift(view);
    talloc_free(ids);
    return found;
}

/* The same in the whole list. */
static bool step_to_check(struct screen *screen, int step, const struct id_set *except)
{
    actions_reach(screen, 1);
    while (!step_at_hand(screen, step, except))
        if (!actions_have_more(screen, step))
            return false;
    return true;
}

static unsigned go_to_check(struct screen *screen, enum command_id command)
{
    if (step_to_check(screen, command == CMD_NEXT_TO_CHECK ? 1 : -1, NULL))
        return REACT_REDRAW;
    return browser_sayf(screen->browser, command == CMD_NEXT_TO_CHECK ? "nothing to check below" : "nothing to check above");
}

/* What was to check is judged: to the next one below, else the last one above. A mark is set row by row. */
static void actions_go_on(struct screen *screen, enum command_id after, const struct id_set *judged)
{
    const struct action *here = action_here(screen);
    if (after == CMD_MARK)
        (void)view_do(&screen_pane(screen)->view, CMD_DOWN, 1);
    else if (here && follow_up_is_to_check(here) && id_set_has(judged, here->id) && !step_to_check(screen, 1, judged))
        (void)step_to_check(screen, -1, judged);
}

static void actions_follow_ups(struct screen *screen, enum reach reach, const void *local, struct actions *out)
{
    const struct slice *slice = actions_of(screen)->slice;
    struct action *here = (struct action *)action_here(screen);
    if (reach == REACH_HERE && here)
        *mem_append(local, out->at, out->n) = here;
    bool like_here = (reach == REACH_TO_CHECK || reach == REACH_HEADING) && here && here->state != ACTION_TO_CHECK;
    struct actions_shown shown = {.actions = &slice->own, .as_at = slice->as_at, .order = (enum actions_order)screen->browser->order};
    for (size_t i = 0; like_here && i < slice->own.n; i++) { /* the user's rows are all at hand */
        struct action *row = slice->own.at[i];
        bool alike = follow_up_is_kept(row) && action_piece(row, slice->as_at) == action_piece(here, slice->as_at);
        if (alike && (reach == REACH_TO_CHECK || actions_together(&shown, row, here)))
            *mem_append(local, out->at, out->n) = row;
    }
    if (like_here || reach == REACH_HEADING)
        return;
    if (reach == REACH_TO_CHECK || (reach == REACH_ALL && !slice_has(slice, &screen->marks)))
        actions_have_all(screen);
    for (size_t i = 0; reach != REACH_HERE && i < slice->shown.n; i++)
        if (reach == REACH_ALL || follow_up_is_to_check(slice->shown.at[i]))
            *mem_append(local, out->at, out->n) = slice->shown.at[i];
}

static unsigned act_on_row(struct screen *screen, const struct request *request)
{
    const struct action *action = action_here(screen);
    if (!action)
        return browser_sayf(screen->browser, "no follow-up under the cursor");
    return request->command == CMD_OPEN ? follow_up_open_minute(screen->browser, action) : follow_up_open(screen->browser, action);
}

static unsigned show_all(struct screen *screen)
{
    struct actions_screen *as = actions_of(screen);
    struct err err;
    as->all = !as->all;
    if (actions_load(screen, &err) != STATUS_OK) {
        as->all = !as->all;
        return browser_fail(screen->browser, &err);
    }
    return browser_sayf(screen->browser, as->all ? "every row: also resolutions with nothing to follow, and what is not a "
                                                   "follow-up. c keeps one after all; E hides them"
                                                 : "those to follow, and those to check");
}

/* ---- folding ------------------------------------------------------------------------------------------------ */

/* The row of the same group that ACTION is shown below; NULL: none. */
static const struct action *shown_below(struct screen *screen, const struct action *action)
{
    const struct slice *slice = actions_of(screen)->slice;
    const struct actions *rows = &slice->survey.rows;
    for (size_t i = 0; i < rows->n; i++)
        if (follow_up_hangs_under(action, rows->at[i]) && action_group_of(action, slice->as_at) == action_group_of(rows->at[i], slice->as_at))
            return rows->at[i];
    return NULL;
}

/* What is folded at ACTION: the row that it is shown below, else itself where others hang under it; NULL: neither. One that hangs under
 * another that hangs stands by itself. */
static const struct action *roof_of(struct screen *screen, const struct action *action)
{
    const struct slice *slice = actions_of(screen)->slice;
    const struct action *roof = shown_below(screen, action);
    if (roof && !shown_below(screen, roof))
        return roof;
    for (size_t i = 0; i < slice->survey.rows.n && !roof; i++) {
        const struct action *row = slice->survey.rows.at[i];
        if (follow_up_is_kept(row) && follow_up_hangs_under(row, action) && action_group_of(row, slice->as_at) == action_group_of(action, slice->as_at))
            return action;
    }
    return NULL;
}

static unsigned fold_here(struct screen *screen)
{
    struct actions_screen *as = actions_of(screen);
    const struct action *here = action_here(screen), *roof = here ? roof_of(screen, here) : NULL;
    struct err err;
    if (!roof)
        return browser_sayf(screen->browser, "nothing hangs under this follow-up");
    if (as->filter || !order_hangs((enum actions_order)screen->browser->order))
        return browser_sayf(screen->browser, "in this order, or with a filter, each stands by itself");
    pane_go(screen, 0, roof->id, 0);
    id_set_turn(as, &as->folded, roof->id);
    return actions_load(screen, &err) == STATUS_OK ? REACT_REDRAW : browser_fail(screen->browser, &err);
}

/* ---- order and filter --------------------------------------------------------------------------------------- */

unsigned actions_set_filter(struct screen *screen, const char *line)
{
    struct actions_screen *as = actions_of(screen);
    struct actions_filter *before = as->filter, *filter = NULL;
    struct err err;
    bool all = !line || strcmp(line, "none") == 0;
    if (!all && filter_parse(as, line, &filter, &err) != STATUS_OK)
        return browser_ask_again(screen->browser, PROMPT_FILTER, line, &err);
    as->filter = filter;
    if (actions_load(screen, &err) != STATUS_OK) {
        as->filter = before;
        talloc_free(filter);
        return browser_fail(screen->browser, &err);
    }
    talloc_free(before);
    return REACT_REDRAW;
}

unsigned actions_set_order(struct screen *screen, const char *line)
{
    int found = -1;
    char *word = text_squeeze(NULL, line, strlen(line));
    for (int i = 0; order_name((enum actions_order)i) && found < 0; i++)
        if (*word && text_starts(order_name((enum actions_order)i), word))
            found = i;
    talloc_free(word);
    if (found < 0)
        return browser_refuse(screen->browser, "\"%s\" is no order: standing, by, to, committee, kind, status, age or minute", line);
    struct err err;
    screen->browser->order = found;
    if (actions_of(screen)->folded.n && actions_load(screen, &err) != STATUS_OK)
        return browser_fail(screen->browser, &err);
    screen_stale(screen);
    return REACT_REDRAW;
}

unsigned actions_answer_filter(struct browser *browser, const char *line)
{
    return browser_do(browser, CMD_FILTER, 0, line);
}

unsigned actions_answer_order(struct browser *browser, const char *line)
{
    return browser_do(browser, CMD_ORDER, 0, line);
}

void actions_offer(const void *parent, enum complete_kind kind, const char *word, struct strings *out)
{
    if (kind == COMPLETE_FILTER)
        filter_names(parent, word, out);
    for (int i = 0; kind == COMPLETE_ORDER && order_name((enum actions_order)i); i++)
        if (text_starts(order_name((enum actions_order)i), word))
            strings_add(parent, out, order_name((enum actions_order)i));
}

/* To the first row of the next or previous kind: what is closed stands below all that is to check. */
static unsigned go_to_group(struct screen *screen, bool next)
{
    const struct slice *slice = actions_of(screen)->slice;
    size_t here = slice->n_pieces ? slice_piece(slice, actions_row_here(screen)) : 0, at = here;
    while (slice->n_pieces && slice->pieces[at].kind == slice->pieces[here].kind && (next ? at + 1 < slice->n_pieces : at > 0))
        at = next ? at + 1 : at - 1;
    if (slice->n_pieces == 0 || slice->pieces[at].kind == slice->pieces[here].kind)
        return browser_sayf(screen->browser, next ? "no group below" : "no group above");
    while (at > 0 && slice->pieces[at - 1].kind == slice->pieces[at].kind)
        at--;
    struct request first = {.command = CMD_FIRST, .count = (int)slice->pieces[at].base + 1};
    if (actions_go_to_row(screen, &first) == NOT_MINE)
        (void)view_do(&screen_pane(screen)->view, CMD_FIRST, first.count);
    return REACT_REDRAW;
}

static unsigned actions_act(struct screen *screen, const struct request *request)
{
    switch (request->command) {
    case CMD_BACK: /* a filter that was typed is taken off; the rows behind a number of another screen lead back to it */
        return filter_is_typed(actions_of(screen)->filter) && !screen->zoomed ? actions_set_filter(screen, NULL) : NOT_MINE;
    case CMD_FILTER:
        return request->arguments ? actions_set_filter(screen, request->arguments) : browser_ask(screen->browser, PROMPT_FILTER);
    case CMD_ORDER:
        return request->arguments ? actions_set_order(screen, request->arguments) : browser_ask(screen->browser, PROMPT_ORDER);
    case CMD_OPEN:
    case CMD_HISTORY:
        return act_on_row(screen, request);
    case CMD_ALL_ROWS:
        return show_all(screen);
    case CMD_FOLD:
        return fold_here(screen);
    case CMD_TAKE_WHOLE:
        return fuller_take(actions_of(screen), action_here(screen));
    case CMD_NEXT_TO_CHECK:
    case CMD_PREVIOUS_TO_CHECK:
        return go_to_check(screen, request->command);
    case CMD_NEXT_GROUP:
    case CMD_PREVIOUS_GROUP:
        return go_to_group(screen, request->command == CMD_NEXT_GROUP);
    case CMD_FIRST:
    case CMD_LAST:
        return actions_go_to_row(screen, request);
    default:
        break;
    }
    size_t rows = actions_move_by(screen, request);
    if (rows)
        actions_reach(screen, rows);
    return NOT_MINE;
}

/* What is to check need not be at hand. */
static enum offer actions_offers(struct screen *screen, enum command_id command)
{
    const struct slice *slice = actions_of(screen)->slice;
    const struct action *here = command == CMD_TAKE_WHOLE ? action_here(screen) : NULL;
    enum offer offer = command == CMD_NEXT_TO_CHECK ? OFFER_NO : OFFER_UNKNOWN;
    if (command == CMD_TAKE_WHOLE)
        return here && fuller_of(&actions_of(screen)->fuller, here->id) ? OFFER_YES : OFFER_NO;
    for (size_t i = 0; offer == OFFER_NO && i < slice->n_pieces; i++)
        if (slice->pieces[i].kind == PIECE_TO_CHECK)
            offer = OFFER_YES;
    return offer;
}

static const struct screen_ops actions_ops = {
    .name = "Actions",
    .context = CONTEXT_ACTIONS,
    .wish = {.note = true, .n_columns = 1, .detail = DETAIL_LINES},
    .load = actions_load,
    .frame = actions_frame,
    .settle = actions_settle,
    .detail = actions_detail,
    .act = actions_act,
    .offers = actions_offers,
    .follow_ups = actions_follow_ups,
    .go_on = actions_go_on,
};

struct screen *actions_to_check(struct browser *browser)
{
    struct screen *screen = actions_new(browser, NULL);
    actions_of(screen)->to_check = true;
    return screen;
}

struct screen *actions_new(struct browser *browser, const char *action_id)
{
    struct actions_screen *as = screen_new(browser, struct actions_screen, &actions_ops);
    as->wanted = mem_strdup(as, action_id);
    screen_add_pane(&as->screen, 0, NULL, actions_fill)->lifted = true;
    return &as->screen;
}

struct screen *actions_of_rows(struct browser *browser, const char *title, const struct strings *ids)
{
    struct screen *screen = actions_new(browser, NULL);
    struct actions_filter *filter = actions_of(screen)->filter = mem_new(screen, struct actions_filter);
    filter->line = mem_strdup(filter, title);
    filter->by_ids = true;
    for (size_t i = 0; i < ids->n; i++)
        id_set_put(filter, &filter->ids, ids->at[i]);
    return screen;
}
