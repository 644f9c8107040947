/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a command does: first the screen on top is asked, then its pane, and last the table of the commands that are the same
 * everywhere. */
#include "config.h"

#include "private.h"

/* ---- commands that are the same everywhere --------------------------------------------------------------- */

static unsigned do_back(struct browser *browser, const struct request *request)
{
    (void)request;
    struct screen *screen = browser_top(browser);
    if (screen->zoomed) {
        screen->zoomed = false;
        return REACT_REDRAW;
    }
    unsigned reactions = browser_pop(browser);
    return reactions | browser_refresh(browser);
}

static unsigned do_close(struct browser *browser, const struct request *request)
{
    if (browser->depth > 1)
        return do_back(browser, request);
    if (!browser->program->sample_visited)
        return REACT_QUIT;
    return job_waits(browser) ? REACT_REDRAW : REACT_REOPEN;
}

static unsigned do_quit(struct browser *browser, const struct request *request)
{
    (void)browser, (void)request;
    return REACT_QUIT;
}

static unsigned do_desk(struct browser *browser, const struct request *request)
{
    (void)request;
    while (browser->depth > 1)
        browser_pop(browser);
    return browser_reload(browser, browser_top(browser));
}

/* A screen that stands on top already is not opened again. */
static unsigned open_once(struct browser *browser, unsigned context, struct screen *(*make)(struct browser *))
{
    return browser_context(browser) == context ? REACT_REDRAW : browser_push(browser, make(browser));
}

static unsigned do_meetings(struct browser *browser, const struct request *request)
{
    (void)request;
    return open_once(browser, CONTEXT_MEETINGS, meetings_new);
}

static struct screen *all_programmes(struct browser *browser)
{
    const struct screen *top = browser_top(browser);
    const char *meeting = top->ops->meeting_id ? top->ops->meeting_id(browser_top(browser)) : NULL;
    return programme_new(browser, meeting, 0);
}

static unsigned do_programme(struct browser *browser, const struct request *request)
{
    (void)request;
    return open_once(browser, CONTEXT_PROGRAMME, all_programmes);
}

static struct screen *all_actions(struct browser *browser)
{
    return actions_new(browser, NULL);
}

static unsigned do_actions(struct browser *browser, const struct request *request)
{
    (void)request;
    return open_once(browser, CONTEXT_ACTIONS, all_actions);
}

static unsigned do_to_get(struct browser *browser, const struct request *request)
{
    (void)request;
    return open_once(browser, CONTEXT_TO_GET, to_get_new);
}

static unsigned do_committees(struct browser *browser, const struct request *request)
{
    (void)request;
    return open_once(browser, CONTEXT_COMMITTEES, committees_new);
}

static unsigned do_help(struct browser *browser, const struct request *request)
{
    struct screen *help = help_new(browser, browser_context(browser));
    unsigned reactions = browser_push(browser, help);
    return request->arguments ? help->ops->act(help, request) : reactions;
}

static unsigned do_messages(struct browser *browser, const struct request *request)
{
    (void)request;
    return open_once(browser, CONTEXT_MESSAGES, messages_new);
}

static unsigned do_find(struct browser *browser, const struct request *request)
{
    return request->arguments ? search_start(browser, request->arguments) : browser_ask(browser, PROMPT_FIND);
}

static unsigned do_search_text(struct browser *browser, const struct request *request)
{
    return request->arguments ? text_search_start(browser, request->arguments) : browser_ask(browser, PROMPT_TEXT);
}

static unsigned do_word_here(struct browser *browser, const struct request *request)
{
    (void)request;
    return text_search_here(browser);
}

static unsigned do_line(struct browser *browser, const struct request *request)
{
    (void)request;
    return browser_ask(browser, PROMPT_COMMAND);
}

static unsigned do_next_hit(struct browser *browser, const struct request *request)
{
    int step = request->command == CMD_NEXT_HIT ? 1 : -1;
    return browser->text_is_last ? text_search_step(browser, step) : search_step(browser, step);
}

static unsigned do_pane(struct browser *browser, const struct request *request)
{
    return screen_next_pane(browser_top(browser), request->command == CMD_NEXT_PANE ? 1 : -1);
}

static unsigned do_zoom(struct browser *browser, const struct request *request)
{
    (void)request;
    struct screen *screen = browser_top(browser);
    if (!screen->zoomed && !screen_side_by_side(screen))
        return browser_sayf(browser, "one pane is shown at a time here already: Tab goes to the next");
    screen->zoomed = !screen->zoomed;
    return REACT_REDRAW;
}

static unsigned do_heading(struct browser *browser, const struct request *request)
{
    struct view *view = &screen_pane(browser_top(browser))->view;
    if (view_heading(view, request->command, request->count))
        return REACT_REDRAW;
    return browser_sayf(browser, request->command == CMD_NEXT_HEADING ? "no heading further down in this pane"
                                                                      : "no heading further up in this pane");
}

static unsigned do_aside(struct browser *browser, const struct request *request)
{
    struct view *view = &screen_pane(browser_top(browser))->view;
    if (view_aside(view, request->command, request->count))
        return REACT_REDRAW;
    if (!view_wide(view))
        return browser_sayf(browser, "no table in sight is wider than its pane");
    return browser_sayf(browser, request->command == CMD_RIGHT ? "these are the last columns" : "these are the first columns");
}

static unsigned do_reload(struct browser *browser, const struct request *request)
{
    (void)request;
    unsigned reactions = browser_reload(browser, browser_top(browser));
    if (!browser->message)
        browser_say(browser, false, "read again");
    return reactions;
}

static unsigned do_import(struct browser *browser, const struct request *request)
{
    struct import_request papers;
    struct err err;
    if (job_refused(browser))
        return REACT_REDRAW;
    if (!request->arguments)
        return browser_ask(browser, PROMPT_IMPORT);
    void *local = talloc_named_const(NULL, 0, "import");
    unsigned reactions = import_request_parse(local, request->arguments, &papers, &err) == STATUS_OK
                             ? job_queue_look(browser, &papers)
                             : browser_fail(browser, &err) | browser_ask_with(browser, PROMPT_IMPORT, request->arguments);
    talloc_free(local);
    return reactions;
}

static unsigned do_undo(struct browser *browser, const struct request *request)
{
    struct edit edit = {.kind = request->command == CMD_UNDO ? EDIT_UNDO : EDIT_REDO};
    return job_queue_edit(browser, &edit);
}

static unsigned do_reaction(struct browser *browser, const struct request *request)
{
    (void)browser;
    return request->command == CMD_REDRAW ? REACT_REPAINT | REACT_REDRAW
           : request->command == CMD_STOP ? REACT_CANCEL
                                          : REACT_SUSPEND;
}

static const struct {
    enum command_id command;
    unsigned (*act)(struct browser *, const struct request *);
} common[] = {
    {CMD_BACK, do_back},       {CMD_CLOSE, do_close},        {CMD_QUIT, do_quit},
    {CMD_DESK, do_desk},       {CMD_MEETINGS, do_meetings},  {CMD_PROGRAMME, do_programme},
    {CMD_ACTIONS, do_actions}, {CMD_HELP, do_help},          {CMD_FIND, do_find},
    {CMD_LINE, do_line},       {CMD_NEXT_HIT, do_next_hit},  {CMD_PREVIOUS_HIT, do_next_hit},
    {CMD_NEXT_PANE, do_pane},  {CMD_PREVIOUS_PANE, do_pane}, {CMD_ZOOM, do_zoom},
    {CMD_LEFT, do_aside},      {CMD_RIGHT, do_aside},
    {CMD_NEXT_HEADING, do_heading}, {CMD_PREVIOUS_HEADING, do_heading},
    {CMD_RELOAD, do_reload},   {CMD_IMPORT, do_import},      {CMD_ATTACH, do_attach}, {CMD_UNDO, do_undo},
    {CMD_REDO, do_undo},       {CMD_ADD, edit_add}, {CMD_ITEM_NOTE, notes_write}, {CMD_NOTES, do_notes},
    {CMD_SAVED, do_saved}, {CMD_SAVE_SEARCH, do_save_search}, {CMD_NEWS, do_news},          {CMD_DETAILS, edit_details},
    {CMD_SITE, edit_site},     {CMD_PART, edit_part},     {CMD_JOIN, edit_join},        {CMD_WHY_JOINED, edit_why},
    {CMD_CHANGES, changes_open}, {CMD_SEARCH_TEXT, do_search_text}, {CMD_WORD_HERE, do_word_here}, {CMD_MESSAGES, do_messages},
    {CMD_AS_AT, do_as_at},     {CMD_EVIDENCE, do_evidence},  {CMD_CHECK, do_check},
    {CMD_IMPACT, do_impact},   {CMD_TOPIC, do_topic},   {CMD_LETTER, do_letter},     {CMD_MAIL, do_mail},     {CMD_EXPLAIN, do_explain},
    {CMD_WHERE, do_where},     {CMD_BACKUP, do_backup},
    {CMD_EXPORT, do_export},
    {CMD_PAIRS, do_pairs},     {CMD_COMMITTEES, do_committees},
    {CMD_TO_GET, do_to_get},   {CMD_ENTER_MEETING, edit_enter}, {CMD_WITHDRAW_MEETING, edit_withdraw},
    {CMD_KEEP, check_keep_or_refuse}, {CMD_REFUSE, check_keep_or_refuse},
    {CMD_MARK, check_mark},    {CMD_MARK_ALL, check_mark},
    {CMD_SET, follow_act},     {CMD_CHASE, follow_act},      {CMD_ANSWER, follow_act},    {CMD_LOG, follow_act},
    {CMD_STEP, follow_act},    {CMD_ADD_EVIDENCE, follow_act}, {CMD_JOIN_SENTENCE, follow_act}, {CMD_COMPLETE, follow_act},
    {CMD_REOPEN, follow_act},  {CMD_TAGS, follow_act},       {CMD_PORTFOLIO, follow_act}, {CMD_NOTE, follow_act},
    {CMD_REDRAW, do_reaction}, {CMD_STOP, do_reaction},      {CMD_SUSPEND, do_reaction},
    {CMD_OPTION, do_settings}, {CMD_BIND, do_settings},      {CMD_SOURCE, do_settings},
    {CMD_SAVE_SCREEN, do_save_screen},
};

unsigned browser_do(struct browser *browser, enum command_id command, int count, const char *arguments)
{
    const struct command *known = command_get(command);
    struct screen *screen = browser_top(browser);
    if (!known)
        return 0;
    bool covered = command == CMD_BACK && foot_is_long(browser);
    if (command != CMD_SAVE_SCREEN) /* what is said belongs to the screen that is saved */
        browser_say(browser, false, NULL);
    if (!(known->contexts & screen->context))
        return browser_sayf(browser, "%s does nothing on this screen: ? lists what does", known->name) | REACT_REDRAW;
    if (covered)
        return REACT_REDRAW; /* it closes what was said first: nobody means to leave what they cannot see */
    screen_lay_out(screen);
    if (command == CMD_BACK && screen->marked) {
        text_search_clear(screen); /* the first Esc only puts the marks out */
        return REACT_REDRAW;
    }
    struct request request = {.command = command, .count = count, .arguments = arguments};
    unsigned reactions = screen->ops->act ? screen->ops->act(screen, &request) : NOT_MINE;
    if (reactions != NOT_MINE)
        return reactions | REACT_REDRAW;
    if (view_do(&screen_pane(screen)->view, command, count))
        return REACT_REDRAW;
    for (size_t i = 0; i < MB_LENGTH(common); i++)
        if (common[i].command == command)
            return common[i].act(browser, &request) | REACT_REDRAW;
    return REACT_REDRAW;
}
