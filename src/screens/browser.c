/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The browser: a stack of screens over one store that is only read, what is said at its foot, and the day it is for it. What a
 * command does is told by browser_do.c. */
#include "config.h"

#include "private.h"

#include <stdio.h>
#include <string.h>

#define DEPTH_MAX 50 /* screens; the oldest but the Desk gives way */
#define FIRST_WIDTH 80
#define FIRST_HEIGHT 24

/* ---- the stack ------------------------------------------------------------------------------------ */

struct screen *browser_top(const struct browser *browser)
{
    return browser->depth ? browser->stack[browser->depth - 1] : NULL;
}

static void forget_second(struct browser *browser)
{
    talloc_free(browser->stack[1]);
    memmove(&browser->stack[1], &browser->stack[2], (browser->depth - 2) * sizeof browser->stack[0]);
    browser->depth--;
}

unsigned browser_push(struct browser *browser, struct screen *screen)
{
    struct err err;
    if (screen->ops->load && screen->ops->load(screen, &err) != STATUS_OK) {
        talloc_free(screen);
        return browser_fail(browser, &err);
    }
    screen->generation = browser->generation;
    if (browser->depth >= DEPTH_MAX)
        forget_second(browser);
    browser->stack[browser->depth++] = screen;
    screen_lay_out(screen);
    return REACT_REDRAW;
}

unsigned browser_pop(struct browser *browser)
{
    if (browser->depth <= 1)
        return 0;
    talloc_free(browser->stack[--browser->depth]);
    struct screen *screen = browser_top(browser);
    if (screen->generation != browser->generation)
        return browser_reload(browser, screen); /* it was covered while the store changed */
    screen_lay_out(screen);
    return REACT_REDRAW;
}

unsigned browser_take_away(struct browser *browser, struct screen *screen)
{
    size_t at = 1;
    while (at < browser->depth && browser->stack[at] != screen)
        at++;
    if (at + 1 >= browser->depth)
        return at < browser->depth ? browser_pop(browser) : 0;
    talloc_free(screen);
    browser->depth--;
    memmove(&browser->stack[at], &browser->stack[at + 1], (browser->depth - at) * sizeof browser->stack[0]);
    return REACT_REDRAW;
}

unsigned browser_reload(struct browser *browser, struct screen *screen)
{
    struct err err;
    if (!screen->ops->load)
        return REACT_REDRAW;
    enum status status = screen->ops->load(screen, &err);
    if (status == STATUS_USAGE && browser->depth > 1 && screen == browser_top(browser))
        return browser_pop(browser) | browser_fail(browser, &err); /* what it showed is there no more */
    if (status != STATUS_OK)
        return browser_fail(browser, &err);
    screen->generation = browser->generation;
    screen_stale(screen);
    screen_lay_out(screen);
    return REACT_REDRAW;
}

/* ---- messages --------------------------------------------------------------------------------------- */

unsigned browser_sayf(struct browser *browser, const char *format, ...)
{
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    browser_say(browser, false, text);
    return REACT_REDRAW;
}

unsigned browser_refuse(struct browser *browser, const char *format, ...)
{
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    browser_say(browser, true, text);
    return REACT_REDRAW;
}

unsigned browser_fail(struct browser *browser, const struct err *err)
{
    browser_say(browser, true, err->text);
    return REACT_REDRAW;
}

/* ---- beginning ---------------------------------------------------------------------------------------- */

bool browser_looks_back(const struct browser *browser)
{
    return date_compare(browser->program->as_at, browser->today) < 0;
}

static void look_back(struct browser *browser)
{
    if (browser->store)
        store_look_back(browser->store, browser_looks_back(browser) ? browser->program->as_at : (struct date){0});
}

static enum status open_store(struct browser *browser, struct err *err)
{
    if (browser->store || !store_exists(browser->program->store_path))
        return STATUS_OK;
    enum status status = store_open(browser, browser->program->store_path, STORE_READ, &browser->store, err);
    if (status == STATUS_OK) {
        browser->generation = store_generation(browser->store);
        look_back(browser);
    }
    return status;
}

/* The searcher reads what hangs on the browser, and so ends before any of it. */
static int browser_end(struct browser *browser)
{
    TALLOC_FREE(browser->live);
    return 0;
}

enum status browser_new(const void *parent, struct program *program, struct browser **out, struct err *err)
{
    struct browser *browser = mem_new(parent, struct browser);
    talloc_set_destructor(browser, browser_end);
    browser->program = program;
    browser->today = date_is_set(program->today) ? program->today : program->as_at;
    browser->settings = program->settings ? program->settings : settings_new(browser, program);
    browser->width = FIRST_WIDTH;
    browser->height = FIRST_HEIGHT;
    browser->stack = mem_zero_named(browser, DEPTH_MAX * sizeof(struct screen *), "stack");
    enum status status = open_store(browser, err);
    struct screen *desk = status == STATUS_OK ? desk_new(browser) : NULL;
    if (status == STATUS_OK)
        status = desk->ops->load(desk, err);
    if (status != STATUS_OK) {
        talloc_free(browser);
        return status;
    }
    desk->generation = browser->generation;
    browser->stack[browser->depth++] = desk;
    screen_lay_out(desk);
    if (browser->store && store_newer(browser->store))
        browser_say(browser, false, "this store is of a newer minutebook: it can be read, not changed");
    if (browser->store)
        (void)browser_say_day(browser);
    settings_complain(browser);
    *out = browser;
    return STATUS_OK;
}

void browser_resize(struct browser *browser, int width, int height)
{
    browser->width = width < 1 ? 1 : width;
    browser->height = height < 1 ? 1 : height;
    screen_lay_out(browser_top(browser));
}

struct settings *browser_settings(const struct browser *browser)
{
    return browser->settings;
}

unsigned browser_context(const struct browser *browser)
{
    return browser_top(browser)->context;
}

void browser_draw(struct browser *browser, struct grid *grid)
{
    if (grid->width != browser->width || grid->height != browser->height)
        browser_resize(browser, grid->width, grid->height);
    screen_draw(browser_top(browser), grid);
}

unsigned browser_refresh(struct browser *browser)
{
    struct err err;
    bool had_store = browser->store != NULL;
    if (open_store(browser, &err) != STATUS_OK)
        return browser_fail(browser, &err);
    if (!browser->store)
        return 0;
    unsigned reactions = job_look_through(browser);
    int64_t generation = store_generation(browser->store);
    if (had_store && generation == browser->generation)
        return reactions;
    browser->generation = generation;
    return reactions | browser_reload(browser, browser_top(browser));
}

unsigned browser_say_day(struct browser *browser)
{
    const struct strings *unread = browser->store ? store_unread(browser->store) : NULL;
    struct date day = browser->program->as_at;
    unsigned reactions = 0;
    char *words = date_words(NULL, day);
    if (browser_looks_back(browser) && unread && unread->n)
        reactions = browser_refuse(browser, "as they stood on %s; of %s%s what was written down is damaged and left out: minutebook check", words,
                                   unread->at[0], unread->n > 1 ? " and others" : "");
    else if (browser_looks_back(browser))
        reactions = browser_sayf(browser, "follow-ups are shown as they stood on %s, by what had been written down. :as-at leads back", words);
    else if (date_compare(day, browser->today) > 0)
        reactions = browser_sayf(browser, "days are counted as at %s. :as-at leads back", words);
    talloc_free(words);
    return reactions;
}

unsigned browser_set_day(struct browser *browser, struct date day)
{
    browser->program->as_at = day;
    look_back(browser);
    for (size_t i = 0; i + 1 < browser->depth; i++)
        browser->stack[i]->generation = -1; /* read again when it is seen */
    return browser_reload(browser, browser_top(browser));
}
