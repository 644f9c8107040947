/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the papers of a meeting do not say, as a short form with the papers beside it: which committee, which day, which
 * council. What is offered stands first, with its reason; nothing is filled in before it is chosen, and what is
 * chosen is saved as one change. */
#include "config.h"

#include "details.h"

#include <string.h>

/* Names as EDIT_MEETING_DETAIL has them; what is asked. */
static const struct {
    const char *field, *heading, *other;
} fields[DETAIL_FIELDS] = {
    [DETAIL_COMMITTEE] = {"committee", "Committee", "another: type its name, Tab completes it"},
    [DETAIL_DATE] = {"date", "Day", "another day: type it"},
    [DETAIL_TIME] = {"time", "Time", "type it, as 10.30 am"},
    [DETAIL_COUNCIL] = {"council", "Council", "another: type its name"},
};
#define SAVE_KEY "save"
#define OTHER "?" /* in the key of a row, after the field: a line is typed */

struct details {
    struct screen screen;
    char *id;
    struct meeting *meeting; /* child of the screen, freed with the next load; so is the next */
    struct detail_choices choices;
    struct details_kept *kept; /* what is chosen; the browser's, so that leaving loses nothing */
};

static struct details *details_of(struct screen *screen)
{
    return (struct details *)screen;
}

/* What the papers state, or the member did before; NULL. */
static const char *stated(const void *local, const struct details *form, enum detail field)
{
    const struct meeting *meeting = form->meeting;
    if (field == DETAIL_DATE)
        return date_is_set(meeting->date) && meeting->date_basis != DATE_INFERRED ? date_long(local, meeting->date) : NULL;
    if (field == DETAIL_TIME)
        return meeting_time_words(local, meeting);
    return field == DETAIL_COMMITTEE ? meeting->committee : meeting->council;
}

static const char *chosen_of(const struct details *form, enum detail field)
{
    return form->kept->chosen[field];
}

static enum status details_load(struct screen *screen, struct err *err)
{
    struct details *form = details_of(screen);
    struct meeting *meeting = NULL;
    struct detail_choices choices;
    void *local = talloc_named_const(screen, 0, "details");
    enum status status = store_meeting(local, screen->browser->store, form->id, &meeting, err);
    if (status == STATUS_OK)
        status = detail_choices_read(meeting, screen->browser->store, meeting, &choices, err);
    if (status == STATUS_OK) {
        talloc_free(form->meeting);
        form->meeting = talloc_steal(screen, meeting);
        form->choices = choices;
        screen_stale(screen);
    }
    talloc_free(local);
    return status;
}

/* ---- the form ---------------------------------------------------------------------------------------------- */

static const char *value_words(const void *local, enum detail field, const char *value)
{
    struct date day;
    struct meeting timed = {0};
    if (field == DETAIL_TIME && clock_parse(value, &timed.minutes_after_midnight))
        return meeting_time_words(local, &timed);
    return field == DETAIL_DATE && date_parse_iso(value, &day) ? date_long(local, day) : value;
}

/* "* Health Panel" where it is chosen, with what speaks for it below. */
static void put_choice(struct page *page, const struct details *form, enum detail field, const char *value, const char *why)
{
    void *local = talloc_named_const(NULL, 0, "choice");
    const char *now = chosen_of(form, field);
    bool chosen = now && strcmp(now, value) == 0;
    page_row(page, mem_printf(local, "%s=%s", fields[field].field, value), 0);
    page_wrap(page, 2, 4, page->width - 3, STYLE_TEXT,
              mem_printf(local, "%s %s", chosen ? "*" : "·", value_words(local, field, value)));
    if (why)
        page_wrap(page, 4, 4, page->width - 5, STYLE_QUIET, why);
    page_no_row(page);
    talloc_free(local);
}

/* The council of the committee that is chosen, where only one council has it. */
static const char *council_of_chosen(const struct details *form)
{
    const char *committee = chosen_of(form, DETAIL_COMMITTEE) ? chosen_of(form, DETAIL_COMMITTEE) : form->meeting->committee;
    return committee ? committees_only_council(&form->choices.committees, committee) : NULL;
}

/* What is offered first, and *why; NULL: nothing. */
static const char *offered(const void *local, const struct details *form, enum detail field, const char **why)
{
    const struct committee_offer *offer = form->choices.offer;
    const char *reason = form->meeting->date_reason;
    *why = NULL;
    switch (field) {
    case DETAIL_COMMITTEE:
        *why = offer ? mem_printf(local, "offered: %s", words_join(local, &offer->reasons, "; ")) : NULL;
        return offer ? offer->committee : NULL;
    case DETAIL_DATE:
        *why = mem_printf(local, "worked out: %s", reason ? reason : "no paper prints it");
        return form->meeting->date_basis == DATE_INFERRED && date_is_set(form->meeting->date) ? date_iso(local, form->meeting->date) : NULL;
    case DETAIL_COUNCIL:
        *why = "offered: the committee is of this council";
        return council_of_chosen(form);
    default:
        return NULL;
    }
}

/* Those that can be chosen: what is offered, then names. */
static void put_choices(struct page *page, const void *local, const struct details *form, enum detail field, const char *now)
{
    const char *why, *first = offered(local, form, field, &why), *chosen = chosen_of(form, field);
    const struct strings *names = &form->choices.names[field];
    bool shown = false;
    if (first)
        put_choice(page, form, field, first, why);
    for (size_t i = 0; i < names->n && i < CHOICES_SHOWN && !now; i++)
        if (!first || strcmp(first, names->at[i]) != 0) {
            put_choice(page, form, field, names->at[i], NULL);
            shown = shown || (chosen && strcmp(chosen, names->at[i]) == 0);
        }
    if (chosen && !shown && (!first || strcmp(first, chosen) != 0))
        put_choice(page, form, field, chosen, NULL);
    if (names->n > CHOICES_SHOWN && !now)
        page_sayf(page, 4, STYLE_QUIET, "and %zu more", names->n - CHOICES_SHOWN);
}

static void put_field(struct page *page, const struct details *form, enum detail field)
{
    void *local = talloc_named_const(NULL, 0, "field");
    const char *now = stated(local, form, field);
    page_heading(page, 1, mem_printf(local, "%s: %s", fields[field].heading, now ? now : "not stated"));
    put_choices(page, local, form, field, now);
    page_row(page, mem_printf(local, "%s" OTHER, fields[field].field), 0);
    page_wrap(page, 2, 4, page->width - 3, STYLE_QUIET, mem_printf(local, "· %s", now ? "state it otherwise: type it" : fields[field].other));
    page_no_row(page);
    talloc_free(local);
}

static size_t chosen_count(const struct details *form)
{
    size_t n = 0;
    for (size_t i = 0; i < DETAIL_FIELDS; i++)
        n += chosen_of(form, (enum detail)i) != NULL;
    return n;
}

static void form_fill(struct screen *screen, struct page *page)
{
    const struct details *form = details_of(screen);
    for (size_t i = 0; i < DETAIL_FIELDS; i++)
        put_field(page, form, (enum detail)i);
    page_blank(page);
    page_row(page, SAVE_KEY, 0);
    page_say(page, 1, chosen_count(form) ? STYLE_TEXT : STYLE_QUIET,
             chosen_count(form) ? "Save what is chosen" : "Nothing is chosen yet");
    page_no_row(page);
}

/* The texts of the meeting as they were read, item by item: where the answer may stand. */
static void papers_fill(struct screen *screen, struct page *page)
{
    const struct meeting *meeting = details_of(screen)->meeting;
    void *local = talloc_named_const(NULL, 0, "papers");
    for (size_t i = 0; i < meeting->n_sources; i++) {
        const struct source *source = &meeting->sources[i];
        const char *path = source->path ? source->path : "", *stroke = strrchr(path, '/');
        page_row(page, mem_printf(local, "paper:%zu", i), 0);
        page_wrap(page, 1, 3, page->width - 2, STYLE_QUIET, mem_printf(local, "%s: %s", form_words(source->form), stroke ? stroke + 1 : path));
        page_no_row(page);
    }
    for (size_t i = 0; i < meeting->n_items; i++) {
        const struct item *item = &meeting->items[i];
        const char *texts[] = {item->agenda_text, item->decision_text, item->minutes_text};
        page_heading(page, 1, mem_printf(local, "%s   %s", fact_item_number(local, item), item->title ? item->title : "no title"));
        for (size_t t = 0; t < MB_LENGTH(texts); t++) {
            struct flow flow = {.margin = 1};
            if (!texts[t])
                continue;
            flow.text = safe_text(local, texts[t], strlen(texts[t]), SAFE_TEXT);
            page_flow(page, &flow);
        }
    }
    talloc_free(local);
}

static void details_frame(struct screen *screen, struct frame *frame)
{
    const struct details *form = details_of(screen);
    const struct view *view = &screen_pane(screen)->view;
    frame->title = "What the papers do not say";
    if (screen->browser->width >= WEEKDAY_FROM)
        frame->title_right = fact_day(frame->context, form->meeting->date, form->meeting->date_basis);
    frame->where = "Details";
    frame->position = mem_printf(frame->context, "%zu chosen   row %zu of %zu", chosen_count(form), view->row + 1,
                                 view->page ? view->page->n_rows : 0);
    screen->open_words = screen->focus != 0 ? "" : screen_key(screen) && strcmp(screen_key(screen), SAVE_KEY) == 0 ? "save" : "choose";
}

/* ---- choosing and saving -------------------------------------------------------------------------------------- */

/* To the first field that is still open, else to the end, where it is saved. */
static void go_on(struct details *form)
{
    void *local = talloc_named_const(NULL, 0, "go on");
    char *key = NULL;
    for (size_t i = 0; i < DETAIL_TIME && !key; i++) { /* what can be left out is not gone to */
        enum detail field = (enum detail)i;
        const char *why, *first = offered(local, form, field, &why);
        if (!first && form->choices.names[i].n)
            first = form->choices.names[i].at[0];
        if (!stated(local, form, field) && !chosen_of(form, field))
            key = first ? mem_printf(local, "%s=%s", fields[i].field, first) : mem_printf(local, "%s" OTHER, fields[i].field);
    }
    pane_go(&form->screen, 0, key ? key : SAVE_KEY, 0);
    talloc_free(local);
}

/* The same once more: not that after all. */
static void choose(struct details *form, enum detail field, const char *value)
{
    bool again = chosen_of(form, field) && strcmp(chosen_of(form, field), value) == 0;
    char *chosen = again ? NULL : mem_strdup(form->kept, value); /* VALUE may be the old one */
    talloc_free(form->kept->chosen[field]);
    form->kept->chosen[field] = chosen;
    screen_stale(&form->screen);
    if (!again)
        go_on(form);
}

static unsigned save(struct details *form)
{
    struct browser *browser = form->screen.browser;
    struct edit *edits = NULL;
    size_t n = 0;
    if (chosen_count(form) == 0)
        return browser_sayf(browser, "nothing is chosen yet: Enter on a line above chooses it");
    if (job_refused(browser))
        return REACT_REDRAW;
    void *local = talloc_named_const(NULL, 0, "save");
    for (size_t i = 0; i < DETAIL_FIELDS; i++)
        if (chosen_of(form, (enum detail)i))
            *(struct edit *)mem_append(local, edits, n) = (struct edit){
                .kind = EDIT_MEETING_DETAIL, .target = form->meeting->id, .field = fields[i].field, .value = chosen_of(form, (enum detail)i)};
    struct edit several = {.kind = EDIT_SEVERAL, .value = "details of the meeting stated", .edits = edits, .n_edits = n};
    unsigned reactions = job_queue_edit(browser, n == 1 ? &edits[0] : &several);
    talloc_free(local);
    TALLOC_FREE(browser->details_kept);
    return reactions | browser_pop(browser);
}

/* Leaving saves nothing and loses nothing. */
static unsigned leave(struct details *form)
{
    struct browser *browser = form->screen.browser;
    bool chosen = chosen_count(form) > 0;
    unsigned reactions = browser_pop(browser);
    return chosen ? reactions | browser_sayf(browser, "not saved; what was chosen is there again when the form of this meeting is opened")
                  : reactions;
}

static unsigned ask(struct details *form, enum detail field)
{
    struct browser *browser = form->screen.browser;
    char *line = mem_printf(NULL, "%s ", fields[field].field);
    talloc_free(browser->prompt_target);
    browser->prompt_target = mem_strdup(browser, form->meeting->id);
    unsigned reactions = browser_ask_with(browser, PROMPT_DETAILS, line);
    talloc_free(line);
    return reactions;
}

static unsigned open_row(struct details *form, const char *key)
{
    if (!key)
        return REACT_REDRAW;
    if (strcmp(key, SAVE_KEY) == 0)
        return save(form);
    for (size_t i = 0; i < DETAIL_FIELDS; i++) {
        size_t n = strlen(fields[i].field);
        if (strncmp(key, fields[i].field, n) != 0)
            continue;
        if (strcmp(key + n, OTHER) == 0)
            return ask(form, (enum detail)i);
        if (key[n] == '=') {
            char *value = mem_strdup(NULL, key + n + 1); /* the row goes with the page */
            choose(form, (enum detail)i, value);
            talloc_free(value);
        }
    }
    return REACT_REDRAW;
}

static unsigned details_act(struct screen *screen, const struct request *request)
{
    switch (request->command) {
    case CMD_OPEN:
        return screen->focus == 0 ? open_row(details_of(screen), screen_key(screen)) : REACT_REDRAW;
    case CMD_SAVE_DETAILS:
        return save(details_of(screen));
    case CMD_BACK:
    case CMD_CLOSE:
        return screen->zoomed && request->command == CMD_BACK ? NOT_MINE : leave(details_of(screen));
    default:
        return NOT_MINE;
    }
}

/* The papers beside the form are only read. */
static enum offer details_offers(struct screen *screen, enum command_id command)
{
    if (command == CMD_OPEN)
        return screen->focus == 0 ? OFFER_YES : OFFER_NO;
    if (command == CMD_SAVE_DETAILS)
        return chosen_count(details_of(screen)) ? OFFER_YES : OFFER_NO;
    return OFFER_UNKNOWN;
}

static const char *details_meeting_id(struct screen *screen)
{
    return details_of(screen)->meeting->id;
}

static const struct screen_ops details_ops = {
    .name = "Details",
    .context = CONTEXT_DETAILS,
    .open_words = "choose",
    .offers = details_offers,
    .wish = {.n_columns = 2, .share = {52, 68}, .most = {0, READING_WIDTH}},
    .load = details_load,
    .frame = details_frame,
    .act = details_act,
    .meeting_id = details_meeting_id,
};

bool details_take(struct browser *browser, const char *field, const char *value)
{
    struct screen *screen = browser_top(browser);
    for (size_t i = 0; screen->ops == &details_ops && value && i < DETAIL_FIELDS; i++)
        if (strcmp(fields[i].field, field) == 0) {
            choose(details_of(screen), (enum detail)i, value);
            return true;
        }
    return false;
}

/* What was chosen before for this meeting, else nothing yet. */
static struct details_kept *kept_of(struct browser *browser, const char *meeting_id)
{
    if (!browser->details_kept || strcmp(browser->details_kept->meeting_id, meeting_id) != 0) {
        talloc_free(browser->details_kept);
        browser->details_kept = mem_new(browser, struct details_kept);
        browser->details_kept->meeting_id = mem_strdup(browser->details_kept, meeting_id);
    }
    return browser->details_kept;
}

struct screen *details_new(struct browser *browser, const char *meeting_id)
{
    struct details *form = screen_new(browser, struct details, &details_ops);
    form->id = mem_strdup(form, meeting_id);
    form->kept = kept_of(browser, meeting_id);
    screen_add_pane(&form->screen, 0, "Details", form_fill);
    screen_add_pane(&form->screen, 1, "Papers", papers_fill);
    form->screen.shown[1] = 1;
    return &form->screen;
}
