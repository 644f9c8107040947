/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Committees: under which names their papers come. One is marked and merged with another, or a name is split off, by the
 * member alone; both are rulings of the store's that can be undone. */
#include "config.h"

#include "committees.h"

#include <string.h>

struct committees_screen {
    struct screen screen;
    struct committees *list; /* child of the screen */
    char *marked;            /* id of the one that is to be merged; NULL */
    char *told;              /* the one whose page stands beside */
};

static struct committees_screen *committees_of(struct screen *screen)
{
    return (struct committees_screen *)screen;
}

static const struct committee_row *row_of_id(const struct committees *list, const char *id)
{
    for (size_t i = 0; id && i < list->n; i++)
        if (strcmp(list->at[i].id, id) == 0)
            return &list->at[i];
    return NULL;
}

/* The one the list is at, whatever pane is in focus; NULL without any. */
static const struct committee_row *committee_here(struct screen *screen)
{
    const struct row *row = view_row(&screen->panes[0].view);
    return row ? row_of_id(committees_of(screen)->list, row->key) : NULL;
}

static enum status committees_load(struct screen *screen, struct err *err)
{
    struct committees_screen *all = committees_of(screen);
    struct committees *list = mem_new(screen, struct committees);
    enum status status = screen->browser->store ? store_committees(list, screen->browser->store, list, err) : STATUS_OK;
    if (status == STATUS_OK && screen->browser->store)
        status = committees_count_known(list, screen->browser->store, err);
    if (status != STATUS_OK) {
        talloc_free(list);
        return status;
    }
    talloc_free(all->list);
    all->list = list;
    if (all->marked && !row_of_id(list, all->marked))
        TALLOC_FREE(all->marked);
    screen_stale(screen);
    return STATUS_OK;
}

/* ---- what is shown -------------------------------------------------------------------------------------------- */

static void list_fill(struct screen *screen, struct page *page)
{
    committees_page(page, committees_of(screen)->list, committees_of(screen)->marked);
}

static void about_fill(struct screen *screen, struct page *page)
{
    const struct committee_row *row = committee_here(screen);
    if (row)
        committee_page(page, row);
}

/* The page beside the list is of the one under the cursor, from its beginning. */
static void committees_settle(struct screen *screen)
{
    struct committees_screen *all = committees_of(screen);
    const struct committee_row *row = committee_here(screen);
    struct pane *about = &screen->panes[1];
    about->present = all->list->n > 0;
    if (!row || (all->told && strcmp(all->told, row->id) == 0))
        return;
    talloc_free(all->told);
    all->told = mem_strdup(all, row->id);
    talloc_free(about->view.page);
    about->view = (struct view){.height = about->view.height};
    about->stale = true;
}

static void committees_frame(struct screen *screen, struct frame *frame)
{
    const struct committees_screen *all = committees_of(screen);
    const struct committee_row *marked = row_of_id(all->list, all->marked);
    const struct view *view = &screen->panes[0].view;
    frame->title = "Committees";
    if (marked)
        frame->title_right = mem_printf(frame->context, "marked: %s", name_in_list(frame->context, marked->name, screen->browser->width / 2));
    frame->where = "Committees";
    frame->position = all->list->n ? mem_printf(frame->context, "%zu of %zu", view->row + 1, all->list->n) : "none";
}

/* ---- merging and splitting --------------------------------------------------------------------------------------- */

/* How commands name it: by its name where no other council has such a committee. */
static const char *unique_name(const struct committees *list, const struct committee_row *row)
{
    for (size_t i = 0; i < list->n; i++)
        if (&list->at[i] != row && strcmp(list->at[i].name, row->name) == 0)
            return row->id;
    return row->name;
}

static void take_target(struct browser *browser, const char *id)
{
    char *copy = mem_strdup(browser, id);
    talloc_free(browser->prompt_target);
    browser->prompt_target = copy;
}

unsigned committees_merge(struct browser *browser, const char *line)
{
    struct edit edit = {.kind = EDIT_COMMITTEE_MERGE, .target = browser->prompt_target, .value = line};
    return job_queue_edit(browser, &edit);
}

unsigned committees_split(struct browser *browser, const char *line)
{
    struct edit edit = {.kind = EDIT_COMMITTEE_SPLIT, .target = browser->prompt_target, .value = line};
    return job_queue_edit(browser, &edit);
}

/* The marked one, else the one under the cursor, is another name of the one that is typed: begun with the one under the
 * cursor, for which a mark was set. */
static unsigned merge(struct screen *screen, const char *name)
{
    struct browser *browser = screen->browser;
    const struct committees *list = committees_of(screen)->list;
    const struct committee_row *here = committee_here(screen), *marked = row_of_id(list, committees_of(screen)->marked);
    if (job_refused(browser))
        return REACT_REDRAW;
    if (!here)
        return browser_refuse(browser, "no committee under the cursor");
    take_target(browser, (marked ? marked : here)->id);
    if (name)
        return committees_merge(browser, name);
    if (marked == here)
        return browser_refuse(browser, "this one is marked: go to the committee that it is another name of, and merge there");
    (void)browser_sayf(browser, "%s becomes another name of the committee on this line", (marked ? marked : here)->name);
    return browser_ask_with(browser, PROMPT_MERGE, marked ? unique_name(list, here) : NULL);
}

static unsigned split(struct screen *screen, const char *name)
{
    struct browser *browser = screen->browser;
    const struct committee_row *here = committee_here(screen);
    if (job_refused(browser))
        return REACT_REDRAW;
    if (!here)
        return browser_refuse(browser, "no committee under the cursor");
    if (here->names.n == 0)
        return browser_refuse(browser, "%s has no other name", here->name);
    take_target(browser, here->id);
    if (name)
        return committees_split(browser, name);
    (void)browser_sayf(browser, "a name of %s becomes a committee of its own", here->name);
    return browser_ask_with(browser, PROMPT_SPLIT, here->names.at[0]);
}

static unsigned mark(struct screen *screen)
{
    struct committees_screen *all = committees_of(screen);
    const struct committee_row *here = committee_here(screen);
    bool again = here && all->marked && strcmp(all->marked, here->id) == 0;
    if (!here)
        return browser_sayf(screen->browser, "no committee under the cursor");
    talloc_free(all->marked);
    all->marked = again ? NULL : mem_strdup(all, here->id);
    screen_stale(screen);
    if (again)
        return browser_sayf(screen->browser, "no longer marked");
    char *key = key_of(NULL, screen->browser, CMD_MERGE);
    unsigned reactions = browser_sayf(screen->browser, "marked: now %s on the committee that it is another name of", key);
    talloc_free(key);
    return reactions;
}

static unsigned committees_act(struct screen *screen, const struct request *request)
{
    const struct committee_row *here = committee_here(screen);
    switch (request->command) {
    case CMD_OPEN:
        return here ? browser_push(screen->browser, meetings_of_committee(screen->browser, here)) : REACT_REDRAW;
    case CMD_MARK_COMMITTEE:
        return mark(screen);
    case CMD_MERGE:
        return merge(screen, request->arguments);
    case CMD_SPLIT:
        return split(screen, request->arguments);
    default:
        return NOT_MINE;
    }
}

static enum offer committees_offers(struct screen *screen, enum command_id command)
{
    const struct committees_screen *all = committees_of(screen);
    const struct committee_row *here = committee_here(screen);
    bool is_marked = here && all->marked && strcmp(all->marked, here->id) == 0;
    switch (command) {
    case CMD_OPEN:
    case CMD_MARK_COMMITTEE:
        return here ? OFFER_YES : OFFER_NO;
    case CMD_MERGE:
        return all->list->n > 1 && !is_marked ? OFFER_YES : OFFER_NO;
    case CMD_SPLIT:
        return here && here->names.n ? OFFER_YES : OFFER_NO;
    default:
        return OFFER_UNKNOWN;
    }
}

static const char *committees_council(struct screen *screen)
{
    const struct committee_row *here = committee_here(screen);
    return here ? here->council : NULL;
}

static const struct screen_ops committees_ops = {
    .name = "Committees",
    .context = CONTEXT_COMMITTEES,
    .open_words = "meetings",
    .wish = {.n_columns = 2, .share = {70, 50}},
    .offers = committees_offers,
    .load = committees_load,
    .settle = committees_settle,
    .frame = committees_frame,
    .act = committees_act,
    .council = committees_council,
};

struct screen *committees_new(struct browser *browser)
{
    struct committees_screen *all = screen_new(browser, struct committees_screen, &committees_ops);
    screen_add_pane(&all->screen, 0, "Committees", list_fill);
    screen_add_pane(&all->screen, 1, "About", about_fill);
    all->screen.shown[1] = 1;
    return &all->screen;
}
