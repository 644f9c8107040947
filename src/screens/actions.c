/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The Actions screen: the follow-ups on the tracker by how they stand, and all about the one under the
 * cursor below them (screens.md 3.3, 3.4). The printed list is the same page. */
#include "config.h"

#include "private.h"

#include <stdio.h>
#include <string.h>

#define REFERENCE 7      /* cells of a reference at least: "555/7" */
#define REFERENCE_MOST 16 /* at most: "2025-10-09 555/7" */
#define WHEN_NARROW 31 /* cells of the last column where there are two */
#define DETAIL_LINES 4

struct actions_screen {
    struct screen screen;
    char *wanted;            /* the row to stand on at first, NULL the first */
    struct actions *actions; /* child of the screen, freed with the next load */
};

static struct actions_screen *actions_of(struct screen *screen)
{
    return (struct actions_screen *)screen;
}

/* ---- the page ---------------------------------------------------------------------------------------- */

/* Cells where the columns of the list begin; on a narrow page `whom` and `state` are not shown. */
struct action_columns {
    bool wide;
    int reference, what, whom, when, state;
};

/* The widest reference is shown whole: it is what people type. */
static int reference_cells(const struct actions *actions)
{
    int cells = REFERENCE;
    for (size_t i = 0; i < actions->n; i++) {
        const char *reference = actions->at[i]->reference;
        int own = reference ? text_width(reference, strlen(reference)) : 0;
        cells = own > cells ? own : cells;
    }
    return cells < REFERENCE_MOST ? cells : REFERENCE_MOST;
}

static struct action_columns columns_of(int width, const struct actions *actions)
{
    struct action_columns columns = {.wide = width >= SIDE_BY_SIDE_FROM, .reference = reference_cells(actions)};
    columns.what = (columns.wide ? 2 : 1) + columns.reference + 1;
    if (columns.wide) {
        columns.whom = width * 57 / 120;
        columns.when = width * 80 / 120;
        columns.state = width * 102 / 120;
    } else {
        int when = width < 60 ? width / 3 : WHEN_NARROW;
        columns.when = width - when - 1;
    }
    return columns;
}

/* Put TEXT wrapped within a column, beginning on line FIRST of the page. */
static void put_column(struct page *page, size_t first, int x, int width, enum style style, const char *text)
{
    struct page *column = page_new(NULL, width);
    page_wrap(column, 0, 0, 0, style, text);
    for (size_t i = 0; i < column->n_lines; i++) {
        while (page->n_lines <= first + i)
            page_line(page);
        struct line *onto = &page->lines[first + i];
        for (size_t s = 0; s < column->lines[i].n_spans; s++) {
            struct span *span = mem_append(page, onto->spans, onto->n_spans);
            *span =
                (struct span){column->lines[i].spans[s].x + x, style, mem_strdup(page, column->lines[i].spans[s].text)};
        }
    }
    talloc_free(column);
}

static const char *stated(const char *text)
{
    return text ? text : "not stated";
}

static char *what_words(const void *parent, const struct action *action, bool with_owner)
{
    const char *cut = action->quote_truncated && !action->subject ? " [cut off]" : "";
    const char *damaged = action->damaged ? "[damaged] " : "";
    if (!with_owner)
        return mem_printf(parent, "%s%s%s", damaged, action_summary(action), cut);
    return mem_printf(parent, "%s%s: %s%s", damaged, action->owner ? action->owner : "By whom not stated",
                      action_summary(action), cut);
}

static void put_action(struct page *page, const struct action *action, const struct action_columns *columns,
                       struct date as_at)
{
    void *local = talloc_named_const(NULL, 0, "action");
    char *when = action_when_words(local, action, as_at), *what = what_words(local, action, !columns->wide);
    page_row(page, action->id, 0);
    page_line(page);
    size_t first = page->n_lines - 1;
    page_put(page, columns->wide ? 2 : 1, columns->reference, STYLE_TEXT, action->reference ? action->reference : "-");
    if (columns->wide) {
        put_column(page, first, columns->what, columns->whom - columns->what - 2, STYLE_TEXT, what);
        put_column(page, first, columns->whom, columns->when - columns->whom - 2, STYLE_TEXT, stated(action->owner));
        put_column(page, first, columns->when, columns->state - columns->when - 2, STYLE_TEXT, when);
        put_column(page, first, columns->state, page->width - columns->state - 1, STYLE_TEXT,
                   action->status ? action->status : "not started");
    } else {
        page_put(page, columns->what, columns->when - columns->what - 2, STYLE_TEXT, what);
        put_column(page, first, columns->when, page->width - columns->when, STYLE_TEXT, when);
    }
    page_no_row(page);
    talloc_free(local);
}

static const char *const standing_names[] = {"Overdue", "Due", "No date given", "Closed"};

void actions_page(struct page *page, const struct actions *actions, struct date as_at)
{
    struct action_columns columns = columns_of(page->width, actions);
    bool any = false;
    if (columns.wide && actions->n) {
        page_say(page, 2, STYLE_TABLE_HEAD, "Ref");
        page_put(page, columns.what, 0, STYLE_TABLE_HEAD, "What was asked or promised");
        page_put(page, columns.whom, 0, STYLE_TABLE_HEAD, "By whom");
        page_put(page, columns.when, 0, STYLE_TABLE_HEAD, "When");
        page_put(page, columns.state, 0, STYLE_TABLE_HEAD, "State now");
    }
    for (int standing = STANDING_OVERDUE; standing <= STANDING_CLOSED; standing++) {
        bool headed = false;
        for (size_t i = 0; i < actions->n; i++) {
            const struct action *action = actions->at[i];
            if (action->deleted || action_standing(action, as_at) != (enum action_standing)standing)
                continue;
            if (!headed && any)
                page_blank(page);
            if (!headed)
                page_say(page, 1, STYLE_HEADING, standing_names[standing]);
            any = headed = true;
            put_action(page, action, &columns, as_at);
        }
    }
    if (!any)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT,
                  "Nothing on the tracker yet. In a minute, a adds a follow-up from the sentence under the cursor.");
}

char *actions_counted(const void *parent, const struct actions *actions, struct date as_at)
{
    static const char *const words[] = {"overdue", "due", "with no date given", "closed"};
    int n[STANDING_CLOSED + 1] = {0}, all = 0;
    struct strings parts = {0};
    void *local = talloc_named_const(NULL, 0, "counted");
    for (size_t i = 0; i < actions->n; i++)
        if (!actions->at[i]->deleted) {
            n[action_standing(actions->at[i], as_at)]++;
            all++;
        }
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (n[i])
            strings_add(local, &parts, mem_printf(local, "%d %s", n[i], words[i]));
    char *counted = parts.n ? mem_printf(parent, "%d on the tracker: %s", all, words_join(local, &parts, ", "))
                            : mem_strdup(parent, "nothing on the tracker yet");
    talloc_free(local);
    return counted;
}

/* ---- one follow-up ------------------------------------------------------------------------------------- */

static const struct action *action_here(struct screen *screen)
{
    const struct actions *actions = actions_of(screen)->actions;
    const char *key = screen_key(screen);
    for (size_t i = 0; key && i < actions->n; i++)
        if (strcmp(actions->at[i]->id, key) == 0)
            return actions->at[i];
    return NULL;
}

/* "minute 555, Performance Monitoring, 3 November 2022" */
static char *place_words(const void *parent, const struct action *action)
{
    struct strings parts = {0};
    void *local = talloc_named_const(NULL, 0, "place");
    if (action->minute_number)
        strings_add(local, &parts, mem_printf(local, "minute %s", action->minute_number));
    else if (action->agenda_number)
        strings_add(local, &parts, mem_printf(local, "item %s", action->agenda_number));
    if (action->item_title)
        strings_add(local, &parts, action->item_title);
    if (action->committee)
        strings_add(local, &parts, name_stem(local, action->committee));
    if (date_is_set(action->meeting_date))
        strings_add(local, &parts, date_words(local, action->meeting_date));
    char *words = parts.n ? words_join(parent, &parts, ", ") : mem_strdup(parent, "of no meeting");
    talloc_free(local);
    return words;
}

static char *missing_words(const void *parent, const struct action *action)
{
    struct strings parts = {0};
    void *local = talloc_named_const(NULL, 0, "missing");
    if (!action->owner)
        strings_add(local, &parts, "by whom");
    if (!action->recipient)
        strings_add(local, &parts, "to whom");
    if (!action->due_text)
        strings_add(local, &parts, "by when");
    char *words = parts.n ? mem_printf(parent, ". Not stated: %s.", words_join(local, &parts, ", ")) : NULL;
    talloc_free(local);
    return words;
}

void action_page(struct page *page, const struct action *action)
{
    void *local = talloc_named_const(NULL, 0, "action");
    char *head = mem_printf(local, "%s   %s", action->reference ? action->reference : "-", place_words(local, action));
    page_say(page, 1, STYLE_HEADING, head);
    if (action->quote)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT,
                  mem_printf(local, "“%s”%s", action->quote,
                             action->quote_truncated ? " [cut off on the council's page]" : ""));
    char *missing = missing_words(local, action);
    page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT,
              mem_printf(local, "%s%s%s%s%s", action->recipient ? "To " : "",
                         action->recipient ? action->recipient : "", action->recipient ? "; " : "",
                         action->status ? action->status : "not started", missing ? missing : "."));
    if (action->note)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, mem_printf(local, "Note: %s", action->note));
    talloc_free(local);
}

/* ---- the screen ------------------------------------------------------------------------------------------- */

static enum status actions_load(struct screen *screen, struct err *err)
{
    struct actions_screen *as = actions_of(screen);
    struct actions *actions = mem_new(screen, struct actions);
    enum status status =
        screen->browser->store ? store_actions(actions, screen->browser->store, actions, err) : STATUS_OK;
    if (status != STATUS_OK) {
        talloc_free(actions);
        return status;
    }
    talloc_free(as->actions);
    as->actions = actions;
    screen_stale(screen);
    if (as->wanted)
        pane_go(screen, 0, as->wanted, 0);
    TALLOC_FREE(as->wanted);
    return STATUS_OK;
}

static void actions_fill(struct screen *screen, struct page *page)
{
    actions_page(page, actions_of(screen)->actions, screen->browser->program->as_at);
}

static void actions_detail(struct screen *screen, struct page *page)
{
    const struct action *action = action_here(screen);
    if (action)
        action_page(page, action);
}

static void actions_frame(struct screen *screen, struct frame *frame)
{
    const struct view *view = &screen_pane(screen)->view;
    size_t rows = view->page ? view->page->n_rows : 0;
    frame->title = "Actions · all committees";
    frame->title_right = words_as_at(frame->context, screen->browser->program, screen->browser->width >= WEEKDAY_FROM);
    frame->note = actions_counted(frame->context, actions_of(screen)->actions, screen->browser->program->as_at);
    frame->where = "Actions > by how they stand";
    frame->position = rows ? mem_printf(frame->context, "row %zu of %zu", view->row + 1, rows) : "no rows";
}

/* To the sentence in its text, or to the item where there is none. */
static unsigned open_minute(struct browser *browser, const struct action *action)
{
    struct err err;
    struct meeting *meeting;
    if (!action->meeting_id)
        return browser_sayf(browser, "this follow-up hangs on no meeting");
    void *local = talloc_named_const(NULL, 0, "open");
    unsigned reactions;
    if (store_meeting(local, browser->store, action->meeting_id, &meeting, &err) == STATUS_OK) {
        int position = 0;
        enum passage_kind kind = PASSAGE_KINDS;
        size_t offset = 0;
        for (size_t i = 0; i < meeting->n_items; i++)
            if (action_is_of_item(action, meeting, &meeting->items[i]))
                position = meeting->items[i].position;
        for (size_t i = 0; action->quote_place && i < TEXT_COUNT; i++) {
            size_t n = strlen(item_text_place[i]);
            if (strncmp(action->quote_place, item_text_place[i], n) == 0 &&
                sscanf(action->quote_place + n, ":%zu", &offset) == 1)
                kind = item_text_passage[i];
        }
        reactions = browser_push(browser, meeting_at(browser, meeting->id, position, kind, offset));
    } else {
        reactions = browser_fail(browser, &err);
    }
    talloc_free(local);
    return reactions;
}

/* A field as the screens call it. */
static const char *field_words(const char *field)
{
    static const struct {
        const char *field, *words;
    } names[] = {{"owner", "by whom"},          {"recipient", "to whom"}, {"subject", "what"}, {"due_text", "by when"},
                 {"chase_date", "your own date"}, {"own_words", "your words"}};
    for (size_t i = 0; i < MB_LENGTH(names); i++)
        if (strcmp(names[i].field, field) == 0)
            return names[i].words;
    return field;
}

static const char *value_words(const void *local, const char *value)
{
    struct date day;
    return !value ? "empty" : date_parse_iso(value, &day) ? date_words(local, day) : value;
}

static void add_event(const void *local, struct buf *out, const struct event *event)
{
    buf_printf(out, "%.10s  %s", event->stamp ? event->stamp : "", event->what ? event->what : "");
    if (event->field)
        buf_printf(out, " %s: %s, was %s", field_words(event->field), value_words(local, event->to),
                   value_words(local, event->from));
    buf_putc(out, '\n');
}

static unsigned show_history(struct browser *browser, const struct action *action)
{
    struct err err;
    struct events events;
    struct buf out;
    void *local = talloc_named_const(NULL, 0, "history");
    unsigned reactions;
    buf_init(&out, local, BUF_MAX_DOCUMENT);
    if (store_history(local, browser->store, action->id, &events, &err) == STATUS_OK) {
        buf_printf(&out, "%s  %s\n", action->reference ? action->reference : "-", action_summary(action));
        for (size_t i = 0; i < events.n; i++)
            add_event(local, &out, &events.at[i]);
        reactions = browser_push(browser, report_new(browser, "History", out.data));
    } else {
        reactions = browser_fail(browser, &err);
    }
    talloc_free(local);
    return reactions;
}

static unsigned actions_act(struct screen *screen, const struct request *request)
{
    const struct action *action = action_here(screen);
    bool mine = request->command == CMD_OPEN || request->command == CMD_SET || request->command == CMD_HISTORY;
    if (!mine)
        return NOT_MINE;
    if (!action)
        return browser_sayf(screen->browser, "no follow-up under the cursor");
    if (request->command == CMD_SET)
        return edit_set(screen->browser, action->id, request->arguments);
    return request->command == CMD_OPEN ? open_minute(screen->browser, action) : show_history(screen->browser, action);
}

static const struct screen_ops actions_ops = {
    .name = "Actions",
    .context = CONTEXT_ACTIONS,
    .wish = {.note = true, .n_columns = 1, .detail = DETAIL_LINES},
    .load = actions_load,
    .frame = actions_frame,
    .detail = actions_detail,
    .act = actions_act,
};

struct screen *actions_new(struct browser *browser, const char *action_id)
{
    struct actions_screen *as = screen_new(browser, struct actions_screen, &actions_ops);
    as->wanted = mem_strdup(as, action_id);
    screen_add_pane(&as->screen, 0, NULL, actions_fill);
    return &as->screen;
}
