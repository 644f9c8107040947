/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The one place where the member says at which address the council's system is found: pasted papers do not tell
 * it. From then on the exact address of what is missing can be shown. */
#include "config.h"

#include "private.h"

#include <string.h>

#define NO_SITE "none"

/* The meeting that the screen is about, or that the paper under the cursor belongs to. */
static char *meeting_at_hand(const void *local, struct browser *browser)
{
    struct screen *screen = browser_top(browser);
    const char *id = screen->ops->meeting_id ? screen->ops->meeting_id(screen) : NULL;
    if (id || !screen->ops->adding)
        return mem_strdup(local, id);
    struct add_place *place = mem_new(local, struct add_place);
    screen->ops->adding(screen, place);
    return place->meeting_id;
}

/* The council whose papers are looked at; NULL where they name none. */
static char *council_here(const void *local, struct browser *browser)
{
    struct meeting *meeting;
    struct screen *screen = browser_top(browser);
    if (screen->ops->council)
        return mem_strdup(local, screen->ops->council(screen));
    char *id = browser->store ? meeting_at_hand(local, browser) : NULL;
    if (!id || store_meeting(local, browser->store, id, &meeting, NULL) != STATUS_OK)
        return NULL;
    return meeting->council;
}

void meeting_take_site(struct store *store, struct meeting *meeting)
{
    if (!meeting->site && store_meeting_site(meeting, store, meeting, &meeting->site, NULL) != STATUS_OK)
        meeting->site = NULL;
    for (size_t i = 0; i < meeting->n_items; i++)
        for (size_t k = 0; k < meeting->items[i].n_links; k++) {
            struct link *link = &meeting->items[i].links[k];
            char *whole = address_whole(meeting, meeting->site, link->url);
            link->url = whole ? whole : link->url;
        }
}

unsigned site_answer(struct browser *browser, const char *line)
{
    bool clears = strcmp(line, NO_SITE) == 0;
    void *local = talloc_named_const(NULL, 0, "site");
    struct edit edit = {.kind = EDIT_COUNCIL_SITE, .target = browser->prompt_target, .value = clears ? NULL : line};
    edit.field = meeting_at_hand(local, browser);
    unsigned reactions = job_queue_edit(browser, &edit);
    talloc_free(local);
    return reactions;
}

/* What is entered, as it is used here. */
static char *site_now(const void *local, struct browser *browser, const char *council)
{
    struct meeting *meeting;
    char *now = NULL, *id = browser->store && !council ? meeting_at_hand(local, browser) : NULL;
    bool found = id && store_meeting(local, browser->store, id, &meeting, NULL) == STATUS_OK;
    enum status status = STATUS_OK;
    if (found)
        status = store_meeting_site(local, browser->store, meeting, &now, NULL);
    else if (browser->store)
        status = store_site(local, browser->store, council, &now, NULL);
    return status == STATUS_OK ? now : NULL;
}

unsigned edit_site(struct browser *browser, const struct request *request)
{
    if (job_refused(browser))
        return REACT_REDRAW;
    void *local = talloc_named_const(NULL, 0, "site");
    char *council = council_here(local, browser);
    talloc_free(browser->prompt_target);
    browser->prompt_target = mem_strdup(browser, council ? council : "");
    unsigned reactions;
    if (request->arguments) {
        reactions = site_answer(browser, request->arguments);
    } else {
        if (council)
            (void)browser_sayf(browser, "the website of %s", council);
        reactions = browser_ask_with(browser, PROMPT_SITE, site_now(local, browser, council));
    }
    talloc_free(local);
    return reactions;
}
