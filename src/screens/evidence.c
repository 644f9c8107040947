/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The evidence screen: the promise and what a later paper tells of it side by side; one key takes it as evidence, another
 * closes the follow-up by that minute. Nothing is closed by itself. */
#include "config.h"

#include "evidence.h"

#include <string.h>

enum evidence_pane { PANE_LIST, PANE_PROMISE, PANE_PAPER };

struct evidence_screen {
    struct screen screen;
    struct evidence_looked *looked;
    struct action_entries entries; /* of all rows, on `held` */
    void *held;
    char *shown; /* key of the proposal that the other panes show */
    char *wanted; /* the follow-up to stand on at first */
};

static struct evidence_screen *evidence_of(struct screen *screen)
{
    return (struct evidence_screen *)screen;
}

static const char *list_key(struct screen *screen)
{
    const struct row *row = view_row(&screen->panes[PANE_LIST].view);
    return row ? row->key : NULL;
}

static struct proposal proposal_here(struct screen *screen)
{
    return proposal_at(evidence_of(screen)->looked, list_key(screen));
}

/* ---- showing -------------------------------------------------------------------------------------------------- */

static void fill_list(struct screen *screen, struct page *page)
{
    evidence_list_page(page, evidence_of(screen)->looked, &evidence_of(screen)->entries);
}

static void fill_promise(struct screen *screen, struct page *page)
{
    struct proposal here = proposal_here(screen);
    evidence_promise_page(page, &here, evidence_of(screen)->looked->as_at);
}

static void fill_paper(struct screen *screen, struct page *page)
{
    struct proposal here = proposal_here(screen);
    evidence_paper_page(page, &here, here.action && evidence_is_taken(&evidence_of(screen)->entries, here.action, here.evidence));
}

/* The other panes follow the list's cursor. */
static void follow_cursor(struct screen *screen)
{
    struct evidence_screen *es = evidence_of(screen);
    const char *key = list_key(screen);
    if (key && es->shown && strcmp(key, es->shown) == 0)
        return;
    talloc_free(es->shown);
    es->shown = mem_strdup(es, key);
    screen->panes[PANE_PROMISE].stale = screen->panes[PANE_PAPER].stale = true;
    (void)screen_lay_out(screen);
}

static void evidence_frame(struct screen *screen, struct frame *frame)
{
    const struct evidence_looked *looked = evidence_of(screen)->looked;
    size_t traced = 0;
    follow_cursor(screen);
    for (size_t i = 0; i < looked->asked.n; i++)
        traced += looked->traced[i]->n > 0;
    struct proposal here = proposal_here(screen);
    const char *name = here.action && here.action->reference ? here.action->reference : "no row";
    const struct view *view = &screen->panes[PANE_LIST].view;
    frame->title = "Did it happen?";
    struct program looking = *screen->browser->program;
    looking.as_at = looked->as_at; /* :as-at looks for nothing anew */
    frame->title_right = words_as_at(frame->context, &looking, screen->browser->width >= WEEKDAY_FROM);
    frame->note = mem_printf(frame->context, "%zu open: %zu with a trace in later papers, %zu with none", looked->asked.n, traced,
                             looked->asked.n - traced);
    frame->where = mem_printf(frame->context, "Evidence > %s", name);
    frame->position = mem_printf(frame->context, "row %zu of %zu", view->page && view->page->n_rows ? view->row + 1 : 0,
                                 view->page ? view->page->n_rows : 0);
}

/* ---- loading --------------------------------------------------------------------------------------------------- */

/* How the rows stand now: what was taken or closed since they were looked at. One that is gone is shown as it was. */
static enum status read_rows(struct evidence_looked *looked, void *held, struct store *store, struct err *err)
{
    struct survey survey = {0};
    enum status status = survey_read(held, store, &survey, err);
    for (size_t i = 0; i < looked->asked.n && status == STATUS_OK; i++) {
        looked->now[i] = looked->asked.at[i];
        for (size_t k = 0; k < survey.rows.n; k++)
            if (strcmp(survey.rows.at[k]->id, looked->asked.at[i]->id) == 0)
                looked->now[i] = survey.rows.at[k];
    }
    return status;
}

static enum status evidence_load(struct screen *screen, struct err *err)
{
    struct evidence_screen *es = evidence_of(screen);
    void *held = talloc_named_const(es, 0, "entries");
    struct action_entries entries = {0};
    enum status status = screen->browser->store ? store_entries(held, screen->browser->store, NULL, &entries, err) : STATUS_OK;
    if (status == STATUS_OK && screen->browser->store)
        status = read_rows(es->looked, held, screen->browser->store, err);
    if (status != STATUS_OK) {
        talloc_free(held);
        return status;
    }
    talloc_free(es->held);
    es->held = held;
    es->entries = entries;
    for (size_t i = 0; es->wanted && i < es->looked->asked.n; i++)
        if (strcmp(es->looked->asked.at[i]->id, es->wanted) == 0) {
            char *key = mem_printf(es, PROPOSAL_KEY, i, (size_t)0);
            pane_go(screen, PANE_LIST, key, 0);
            talloc_free(key);
        }
    TALLOC_FREE(es->wanted);
    TALLOC_FREE(es->shown);
    screen_stale(screen);
    return STATUS_OK;
}

/* ---- commands --------------------------------------------------------------------------------------------------- */

static unsigned open_here(struct screen *screen)
{
    struct proposal here = proposal_here(screen);
    if (!here.action)
        return REACT_REDRAW;
    if (screen->focus == PANE_PROMISE || !here.evidence)
        return follow_up_open_minute(screen->browser, here.action);
    return browser_push(screen->browser, meeting_at(screen->browser, here.evidence->meeting_id, here.evidence->position,
                                                    here.evidence->passage, here.evidence->offset >= 0 ? (size_t)here.evidence->offset : 0));
}

static unsigned take_here(struct screen *screen)
{
    struct browser *browser = screen->browser;
    struct proposal here = proposal_here(screen);
    struct edit edit;
    struct err err;
    if (!here.evidence)
        return browser_sayf(browser, "no later paper is proposed here: te names one");
    if (evidence_is_taken(&evidence_of(screen)->entries, here.action, here.evidence))
        return browser_sayf(browser, "it is taken already: td closes the follow-up by its minute");
    void *local = talloc_named_const(NULL, 0, "take");
    unsigned reactions = evidence_prepare_take(local, browser->store, here.action, here.evidence, &edit, &err) == STATUS_OK && edit.entry
                             ? job_queue_entry(browser, here.action->id, edit.entry)
                             : browser_fail(browser, &err);
    talloc_free(local);
    return reactions;
}

/* "minute 214, 10 July 2025": offered as what closes it. */
static unsigned complete_here(struct screen *screen, const struct request *request)
{
    struct browser *browser = screen->browser;
    struct proposal here = proposal_here(screen);
    unsigned reactions = follow_act(browser, request);
    const struct evidence *evidence = here.evidence;
    if (browser->prompt != PROMPT_COMPLETE || !evidence || request->arguments)
        return reactions;
    const char *number = evidence->minute_number ? evidence->minute_number : evidence->agenda_number;
    char *day = date_words(NULL, evidence->date);
    char *line = mem_printf(day, "%s%s%s%s", number ? (evidence->minute_number ? "minute " : "item ") : "", number ? number : "",
                            number ? ", " : "", day);
    reactions |= browser_ask_with(browser, PROMPT_COMPLETE, line);
    talloc_free(day);
    return reactions;
}

static unsigned evidence_act(struct screen *screen, const struct request *request)
{
    switch (request->command) {
    case CMD_OPEN:
        return open_here(screen);
    case CMD_TAKE_EVIDENCE:
        return job_refused(screen->browser) ? REACT_REDRAW : take_here(screen);
    case CMD_COMPLETE:
        return complete_here(screen, request);
    case CMD_HISTORY: {
        struct proposal here = proposal_here(screen);
        return here.action ? follow_up_open(screen->browser, here.action) : REACT_REDRAW;
    }
    default:
        return NOT_MINE;
    }
}

static void evidence_follow_ups(struct screen *screen, enum reach reach, const void *local, struct actions *out)
{
    struct proposal here = proposal_here(screen);
    (void)reach;
    if (here.action)
        *mem_append(local, out->at, out->n) = (struct action *)here.action;
}

static enum offer evidence_offers(struct screen *screen, enum command_id command)
{
    struct proposal here = proposal_here(screen);
    if (command == CMD_TAKE_EVIDENCE)
        return here.evidence && !evidence_is_taken(&evidence_of(screen)->entries, here.action, here.evidence) ? OFFER_YES : OFFER_NO;
    return OFFER_UNKNOWN;
}

static const struct screen_ops evidence_ops = {
    .name = "Evidence",
    .context = CONTEXT_EVIDENCE,
    .wish = {.note = true, .n_columns = 3, .share = {42, 36, 42}},
    .load = evidence_load,
    .frame = evidence_frame,
    .act = evidence_act,
    .offers = evidence_offers,
    .follow_ups = evidence_follow_ups,
};

struct screen *evidence_new(struct browser *browser, struct evidence_looked *looked, const char *action_id)
{
    struct evidence_screen *es = screen_new(browser, struct evidence_screen, &evidence_ops);
    es->looked = talloc_steal(es, looked);
    es->wanted = mem_strdup(es, action_id);
    screen_add_pane(&es->screen, 0, "Open follow-ups", fill_list);
    screen_add_pane(&es->screen, 1, "The promise", fill_promise);
    screen_add_pane(&es->screen, 2, "A later paper", fill_paper);
    es->screen.shown[1] = PANE_PROMISE;
    es->screen.shown[2] = PANE_PAPER;
    return &es->screen;
}
