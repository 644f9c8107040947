/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Going through what is to check of a meeting, a sentence at a time with what stands around it: one key keeps it, a digit says
 * why it is none, Space leaves it for later, and each leads to the next. The list is that of the moment it was opened. */
#include "config.h"

#include "private.h"

#include <stdio.h>
#include <string.h>

#define AROUND_MOST 420 /* bytes of the text before and behind a sentence */
#define TALKED 15        /* lines that all else on the screen takes */
#define LOW 16           /* lines below which the keys stand above what follows the sentence */

struct going {
    struct screen screen;
    char *meeting_id;
    struct strings ids;     /* of what was to check, in order */
    struct meeting *meeting; /* of the last load, as `actions` */
    struct actions actions;
    void *held;
    size_t at;    /* which is shown; ids.n: all have been gone through */
    bool *judged; /* as of the last load */
    bool again;   /* all were seen: only what was left is gone through */
};

static struct going *going_of(struct screen *screen)
{
    return (struct going *)screen;
}

/* Why a sentence is none, by number (gold/taxonomy.md, section 3: what is not on the list). */
static const char *const reasons[] = {"answered at the meeting", "it had been done before", "another body's plan",
                                      "courtesy or routine",     "a view, nothing to follow", "on the tracker already"};

static const struct action *action_of(const struct going *going, size_t i)
{
    const char *id = i < going->ids.n ? going->ids.at[i] : NULL;
    for (size_t k = 0; id && k < going->actions.n; k++) {
        const struct action *action = going->actions.at[k];
        if (strcmp(action->id, id) == 0 || (action->candidate_id && strcmp(action->candidate_id, id) == 0))
            return action;
    }
    return NULL;
}

static bool is_judged(const struct going *going, size_t i)
{
    const struct action *action = action_of(going, i);
    return !action || action->state != ACTION_TO_CHECK;
}

/* ---- loading --------------------------------------------------------------------------------------------------- */

/* At first what is to check; then what became of it. What an undo gave back is shown again. */
static void settle(struct going *going)
{
    bool first = going->judged == NULL;
    for (size_t i = 0; first && i < going->actions.n; i++)
        if (follow_up_is_to_check(going->actions.at[i]))
            strings_add(going, &going->ids, going->actions.at[i]->id);
    if (first)
        going->judged = mem_zero_named(going, (going->ids.n + 1) * sizeof *going->judged, "judged");
    for (size_t i = 0; i < going->ids.n; i++) {
        bool judged = is_judged(going, i);
        if (going->judged[i] && !judged)
            going->at = i;
        going->judged[i] = judged;
    }
}

static enum status going_load(struct screen *screen, struct err *err)
{
    struct going *going = going_of(screen);
    struct store *store = screen->browser->store;
    void *held = talloc_named_const(going, 0, "going through");
    struct meeting *meeting = NULL;
    struct actions actions = {0};
    enum status status = store ? store_meeting(held, store, going->meeting_id, &meeting, err) : err_set(err, STATUS_USAGE, "no papers yet");
    if (status == STATUS_OK)
        status = follow_ups_read(held, store, meeting->id, &actions, err);
    if (status != STATUS_OK) {
        talloc_free(held);
        return status;
    }
    talloc_free(going->held);
    going->held = held;
    going->meeting = meeting;
    going->actions = actions;
    settle(going);
    screen_stale(screen);
    return STATUS_OK;
}

/* ---- showing ---------------------------------------------------------------------------------------------------- */

/* The text that ACTION's sentence stands in, and where. */
static const char *text_of(const void *local, const struct going *going, const struct action *action, size_t *start)
{
    const char *text = NULL;
    *start = 0;
    for (size_t i = 0; i < going->meeting->n_items; i++) {
        const struct item *item = &going->meeting->items[i];
        if (!action_is_of_item(action, going->meeting, item))
            continue;
        const char *const texts[] = {item->minutes_text, item->decision_text, item->agenda_text, item_report_text(local, item)};
        for (size_t k = 0; k < MB_LENGTH(texts) && !text && action->quote; k++) {
            const char *found = texts[k] ? strstr(texts[k], action->quote) : NULL;
            if (found)
                *start = (size_t)(found - texts[k]);
            text = found ? texts[k] : NULL;
        }
    }
    return text;
}

/* Bytes from which a piece of TEXT before byte START begins: at a line or a word, not far from it. */
static size_t begin_before(const char *text, size_t start, size_t around)
{
    size_t from = start > around ? start - around : 0;
    while (from > 0 && from < start && text[from - 1] != '\n' && text[from - 1] != ' ')
        from++;
    return from;
}

static size_t end_behind(const char *text, size_t end, size_t around)
{
    size_t n = strlen(text), to = n - end > around ? end + around : n;
    while (to < n && to > end && text[to] != '\n' && text[to] != ' ')
        to--;
    return to;
}

static void put_piece(struct page *page, enum style style, const char *text, size_t from, size_t to)
{
    for (size_t at = from; at < to;) {
        size_t n = strcspn(text + at, "\n");
        n = at + n > to ? to - at : n;
        char *line = text_squeeze(NULL, text + at, n);
        if (strlen(line) > flow_list_mark(line, strlen(line)) && strcmp(line, "·") != 0)
            page_wrap(page, 3, 3, page->width - 6, style, line);
        talloc_free(line);
        at += n + (at + n < to && text[at + n] == '\n');
    }
}

static void put_ways(struct page *page)
{
    struct strings ways = {0};
    void *local = talloc_named_const(NULL, 0, "ways");
    strings_add(local, &ways, "c keep");
    for (size_t i = 0; i < MB_LENGTH(reasons); i++)
        strings_add(local, &ways, mem_printf(local, "%zu %s", i + 1, reasons[i]));
    strings_add(local, &ways, "D another reason");
    strings_add(local, &ways, "Space later");
    page_facts(page, 1, page->width - 2, STYLE_QUIET, &ways);
    talloc_free(local);
}

/* As much on both sides as there is room for. */
static size_t around_of(const struct browser *browser)
{
    int room = (browser->height - TALKED) * browser->width / 3;
    return room < 0 ? 0 : room > AROUND_MOST ? AROUND_MOST : (size_t)room;
}

/* What stands around the sentence, so that it is judged in its place. */
static void put_context(struct page *page, const struct going *going, const struct action *action)
{
    void *local = talloc_named_const(NULL, 0, "context");
    size_t start, around = around_of(going->screen.browser);
    const char *text = text_of(local, going, action, &start);
    size_t end = text ? start + strlen(action->quote) : 0;
    bool low = going->screen.browser->height < LOW;
    if (text)
        put_piece(page, STYLE_QUIET, text, begin_before(text, start, around), start);
    page_row(page, action->id, 0);
    char *quote = action->quote ? fact_quote(local, action, " [cut off on the council's page]") : mem_strdup(local, action_summary(action));
    page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, quote);
    page_no_row(page);
    if (low)
        put_ways(page);
    if (text)
        put_piece(page, STYLE_QUIET, text, end + strspn(text + end, " "), end_behind(text, end, around));
    if (!low)
        page_blank(page);
    if (!low)
        put_ways(page);
    talloc_free(local);
}

static void put_stated(struct page *page, const struct action *action)
{
    void *local = talloc_named_const(NULL, 0, "stated");
    page_sayf(page, 1, STYLE_HEADING, "%s   %s", action->reference ? action->reference : "-", fact_follow_up_kind(action));
    page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT,
              mem_printf(local, "by %s; to %s; by when: %s", action->owner ? fact_owner(local, action->owner) : "whom: not stated",
                         action->recipient ? action->recipient : "whom: not stated", action->due_text ? action->due_text : "none given"));
    if (action->state != ACTION_TO_CHECK)
        page_wrap(page, 1, 1, page->width - 2, STYLE_WARNING, fact_follow_up_state(local, action));
    talloc_free(local);
}

struct tally {
    int kept, refused, left;
};

static struct tally tally_of(const struct going *going)
{
    struct tally tally = {0};
    for (size_t i = 0; i < going->ids.n; i++) {
        const struct action *action = action_of(going, i);
        tally.kept += action && action->state == ACTION_KEPT;
        tally.refused += action && action->state == ACTION_REFUSED;
        tally.left += action && action->state == ACTION_TO_CHECK;
    }
    return tally;
}

static char *tally_words(const void *parent, const struct going *going)
{
    struct tally tally = tally_of(going);
    char *refused = words_count(NULL, tally.refused, "not a follow-up", "not follow-ups");
    char *words = mem_printf(parent, "%d on the tracker, %s, %d to check", tally.kept, refused, tally.left);
    talloc_free(refused);
    return words;
}

static void going_fill(struct screen *screen, struct page *page)
{
    const struct going *going = going_of(screen);
    const struct action *action = action_of(going, going->at);
    if (action) {
        put_stated(page, action);
        page_blank(page);
        put_context(page, going, action);
        return;
    }
    char *words = going->ids.n ? tally_words(page, going) : mem_strdup(page, "Nothing to check in this meeting.");
    page_row(page, "end", 0);
    page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, going->ids.n ? mem_printf(words, "All gone through: %s.", words) : words);
    page_no_row(page);
    page_wrap(page, 1, 1, page->width - 2, STYLE_QUIET, tally_of(going).left
                  ? "Space goes through what is left; Enter goes on with the next meeting that has something to check; u undoes."
                  : "Enter goes on with the next meeting that has something to check; < goes back; u undoes.");
    talloc_free(words);
}

static void going_frame(struct screen *screen, struct frame *frame)
{
    const struct going *going = going_of(screen);
    const struct action *action = action_of(going, going->at);
    const struct meeting *meeting = going->meeting;
    const char *day = date_is_set(meeting->date) ? date_words(frame->context, meeting->date) : "day not known";
    bool narrow = screen->browser->width < WEEKDAY_FROM;
    frame->title = mem_printf(frame->context, narrow ? "To check, %s%s" : "To check, one by one · %s, %s",
                              narrow ? day : name_stem(frame->context, meeting->committee), narrow ? "" : day);
    frame->title_right = narrow ? NULL : words_as_at(frame->context, screen->browser->program, false);
    frame->note = action && action->item_title ? fact_follow_up_place(frame->context, action, PLACE_ITEM) : NULL;
    frame->where = tally_words(frame->context, going);
    frame->position = going->at < going->ids.n ? mem_printf(frame->context, "%zu of %zu", going->at + 1, going->ids.n) : "end";
}

/* ---- commands ----------------------------------------------------------------------------------------------------- */

/* What was left for later: the first from AT on; ids.n where there is none. */
static size_t left_from(const struct going *going, size_t at)
{
    while (at < going->ids.n && is_judged(going, at))
        at++;
    return at;
}

/* One after the other, and back; once all were seen only what was left, as often as anything is. */
static unsigned step(struct screen *screen, int by)
{
    struct going *going = going_of(screen);
    bool end = going->at == going->ids.n;
    going->again = going->again || (end && by > 0);
    if (by > 0 && going->again)
        going->at = left_from(going, end ? 0 : going->at + 1);
    else if (by > 0)
        going->at++;
    else if (going->at > 0)
        going->at--;
    screen_stale(screen);
    return REACT_REDRAW;
}

/* The newest meeting but this that has something to check. */
static unsigned next_meeting(struct screen *screen)
{
    struct browser *browser = screen->browser;
    struct survey survey;
    struct err err;
    char *next = NULL;
    void *local = talloc_named_const(NULL, 0, "next meeting");
    if (survey_read(local, browser->store, &survey, &err) != STATUS_OK) {
        talloc_free(local);
        return browser_fail(browser, &err);
    }
    for (size_t i = 0; i < survey.n && !next; i++)
        if (survey.at[i].to_check > 0 && strcmp(survey.at[i].meeting_id, going_of(screen)->meeting->id) != 0)
            next = survey.at[i].meeting_id;
    unsigned reactions = next ? browser_pop(browser) : browser_sayf(browser, "nothing to check in other meetings");
    if (next) /* only then: both change the stack of screens */
        reactions |= going_start(browser, next);
    talloc_free(local);
    return reactions;
}

static unsigned going_open(struct screen *screen)
{
    const struct going *going = going_of(screen);
    const struct action *action = action_of(going, going->at);
    return action ? follow_up_open_minute(screen->browser, action) : next_meeting(screen);
}

static unsigned refuse_as(struct screen *screen, int number)
{
    if (number < 1 || number > (int)MB_LENGTH(reasons))
        return browser_sayf(screen->browser, "no reason has that number: D asks for one in words");
    return browser_do(screen->browser, CMD_REFUSE, 0, reasons[number - 1]);
}

static unsigned going_act(struct screen *screen, const struct request *request)
{
    const struct pane *pane = &screen->panes[0];
    bool seen = !pane->view.page || view_last_line(&pane->view) == pane->view.page->n_lines;
    switch (request->command) {
    case CMD_DOWN:
    case CMD_NEXT_TO_CHECK:
        return step(screen, 1);
    case CMD_UP:
    case CMD_PREVIOUS_TO_CHECK:
        return step(screen, -1);
    case CMD_PAGE_DOWN:
        return seen ? step(screen, 1) : NOT_MINE;
    case CMD_OPEN:
        return going_open(screen);
    case CMD_REFUSE_AS:
        return refuse_as(screen, request->count);
    default:
        return NOT_MINE;
    }
}

static void going_follow_ups(struct screen *screen, enum reach reach, const void *local, struct actions *out)
{
    const struct action *here = action_of(going_of(screen), going_of(screen)->at);
    (void)reach;
    if (here)
        *mem_append(local, out->at, out->n) = (struct action *)here;
}

static void going_on(struct screen *screen, enum command_id after, const struct id_set *judged)
{
    (void)after, (void)judged;
    (void)step(screen, 1);
}

static const struct screen_ops going_ops = {
    .name = "Check",
    .context = CONTEXT_CHECK,
    .wish = {.note = true, .n_columns = 1},
    .load = going_load,
    .frame = going_frame,
    .act = going_act,
    .follow_ups = going_follow_ups,
    .go_on = going_on,
};

unsigned going_start(struct browser *browser, const char *meeting_id)
{
    struct going *going = screen_new(browser, struct going, &going_ops);
    going->meeting_id = mem_strdup(going, meeting_id);
    screen_add_pane(&going->screen, 0, NULL, going_fill);
    return browser_push(browser, &going->screen);
}

unsigned do_check(struct browser *browser, const struct request *request)
{
    struct screen *screen = browser_top(browser);
    void *local = talloc_named_const(NULL, 0, "check");
    struct actions here = check_meant(screen, local);
    struct survey survey = {0};
    const char *meeting = screen->ops->meeting_id ? screen->ops->meeting_id(screen) : NULL;
    (void)request;
    if (!meeting && here.n)
        meeting = here.at[0]->meeting_id;
    if (!meeting && browser->store && survey_read(local, browser->store, &survey, NULL) == STATUS_OK)
        for (size_t i = 0; i < survey.n && !meeting; i++)
            meeting = survey.at[i].to_check > 0 ? survey.at[i].meeting_id : NULL;
    unsigned reactions = meeting ? going_start(browser, meeting) : browser_sayf(browser, "nothing to check");
    talloc_free(local);
    return reactions;
}
