/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Two screens of plain lines: Help, made from the command table, and Report, what a long command said. */
#include "config.h"

#include "private.h"

#include <string.h>

struct lines {
    struct screen screen;
    char *title, *text;  /* Report */
    char *meeting_id;    /* of which it tells, if it does */
    unsigned of_context; /* Help: whose keys */
    bool all;
};

static struct lines *lines_of(struct screen *screen)
{
    return (struct lines *)screen;
}

/* ---- help -------------------------------------------------------------------------------------------- */

#define KEYS_COLUMN 22

/* All keys of a command as people write them: "j Down Ctrl-N". */
static char *key_words(const void *parent, const struct command *command)
{
    struct buf out;
    buf_init(&out, parent, 256);
    for (const char *at = command->keys; *at;) {
        size_t n = strcspn(at, " ");
        struct command one = *command;
        one.keys = mem_strndup(parent, at, n);
        buf_printf(&out, "%s%s", out.len ? " " : "", hint_key(parent, &one));
        at += n + strspn(at + n, " ");
    }
    return buf_take(&out);
}

static void help_row(struct page *page, const struct command *command)
{
    void *local = talloc_named_const(NULL, 0, "help");
    char *typed = mem_printf(local, ":%s%s%s", command->name, *command->arguments ? " " : "", command->arguments);
    char *keys = key_words(local, command);
    page_row(page, command->name, 0);
    page_say(page, 1, STYLE_TEXT, *keys ? keys : typed);
    int width = text_width(*keys ? keys : typed, strlen(*keys ? keys : typed));
    if (width + 2 >= KEYS_COLUMN)
        page_line(page);
    page_wrap_on(page, KEYS_COLUMN, KEYS_COLUMN, page->width - KEYS_COLUMN - 1, STYLE_TEXT,
                 *keys && *command->arguments ? mem_printf(local, "%s  (%s)", command->help, typed) : command->help);
    page_no_row(page);
    talloc_free(local);
}

/* The groups of the help screen: the few that one asks for come first. */
enum group { GROUP_FIRST, GROUP_HERE, GROUP_EVERYWHERE, GROUP_ELSEWHERE, GROUPS };
static const char *const group_names[GROUPS] = {NULL, "On this screen, too", "Everywhere", "On other screens"};

static enum group group_of(const struct command *command, unsigned context)
{
    if (!(command->contexts & context))
        return GROUP_ELSEWHERE;
    if (*command->hint)
        return GROUP_FIRST;
    return command->contexts == CONTEXT_ALL ? GROUP_EVERYWHERE : GROUP_HERE;
}

static void help_group(struct page *page, enum group group, unsigned context)
{
    bool any = false;
    for (size_t i = 0; i < CMD_COUNT; i++) {
        const struct command *command = command_get((enum command_id)i);
        if (group_of(command, context) != group)
            continue;
        if (!any && group_names[group])
            page_heading(page, 1, group_names[group]);
        any = true;
        help_row(page, command);
    }
}

static void help_fill(struct screen *screen, struct page *page)
{
    const struct lines *lines = lines_of(screen);
    for (int group = GROUP_FIRST; group < (lines->all ? GROUPS : GROUP_HERE); group++)
        help_group(page, (enum group)group, lines->of_context);
    if (lines->all)
        return;
    page_blank(page);
    page_wrap(page, 1, 1, page->width - 2, STYLE_QUIET,
              "j k, arrows and page keys move. ? once more: all keys and commands.");
}

static const char *const context_names[] = {"Desk",    "Meetings", "Meeting", "Work programme",
                                            "Actions", "Find",     "Help",    "Report",
                                            "Desk"};

static const char *context_name(unsigned context)
{
    for (size_t i = 0; i < MB_LENGTH(context_names); i++)
        if (context == 1u << i)
            return context_names[i];
    return "";
}

static void help_frame(struct screen *screen, struct frame *frame)
{
    const struct lines *lines = lines_of(screen);
    const struct view *view = &screen_pane(screen)->view;
    frame->title = mem_printf(frame->context, "Help · %s", context_name(lines->of_context));
    frame->where = lines->all ? "Help > all keys" : "Help > keys of this screen";
    frame->position = mem_printf(frame->context, "row %zu of %zu", view->row + 1, view->page ? view->page->n_rows : 0);
}

static unsigned help_act(struct screen *screen, const struct request *request)
{
    struct lines *lines = lines_of(screen);
    if (request->command != CMD_HELP && request->command != CMD_OPEN)
        return NOT_MINE;
    lines->all = !lines->all;
    screen_stale(screen);
    return REACT_REDRAW;
}

static const struct screen_ops help_ops = {
    .name = "Help",
    .context = CONTEXT_HELP,
    .wish = {.n_columns = 1},
    .frame = help_frame,
    .act = help_act,
};

struct screen *help_new(struct browser *browser, unsigned context)
{
    struct lines *help = screen_new(browser, struct lines, &help_ops);
    help->of_context = context;
    screen_add_pane(&help->screen, 0, NULL, help_fill);
    return &help->screen;
}

/* ---- report -------------------------------------------------------------------------------------------- */

/* Each line of the text is a row; a line that begins with blanks hangs by them. */
static void report_fill(struct screen *screen, struct page *page)
{
    const char *at = lines_of(screen)->text;
    while (*at) {
        size_t n = strcspn(at, "\n"), lead = strspn(at, " ");
        char *line = mem_strndup(NULL, at, n);
        int indent = 1 + (int)(lead < 20 ? lead : 20);
        page_row(page, NULL, (size_t)(at - lines_of(screen)->text));
        if (lead >= n)
            page_line(page);
        else
            page_wrap(page, indent, indent + (int)flow_list_mark(line + lead, n - lead), page->width - indent - 1,
                      STYLE_TEXT, line + lead);
        page_no_row(page);
        talloc_free(line);
        at += n + (at[n] == '\n');
    }
}

static void report_frame(struct screen *screen, struct frame *frame)
{
    const struct view *view = &screen_pane(screen)->view;
    frame->title = lines_of(screen)->title;
    frame->where = lines_of(screen)->title;
    frame->position = mem_printf(frame->context, "line %zu of %zu", view->row + 1, view->page ? view->page->n_rows : 0);
}

static unsigned report_act(struct screen *screen, const struct request *request)
{
    return request->command == CMD_OPEN ? browser_do(screen->browser, CMD_BACK, 0, NULL) : NOT_MINE;
}

static const struct screen_ops report_ops = {
    .name = "Report",
    .context = CONTEXT_REPORT,
    .wish = {.n_columns = 1},
    .frame = report_frame,
    .act = report_act,
};

struct screen *report_new(struct browser *browser, const char *title, const char *text)
{
    struct lines *report = screen_new(browser, struct lines, &report_ops);
    report->title = mem_strdup(report, title);
    report->text = mem_strdup(report, text);
    screen_add_pane(&report->screen, 0, NULL, report_fill);
    return &report->screen;
}

/* ---- where a meeting comes from ------------------------------------------------------------------------ */

static enum status why_load(struct screen *screen, struct err *err)
{
    struct lines *why = lines_of(screen);
    struct meeting *meeting;
    struct committee_offer *offer = NULL;
    void *local = talloc_named_const(NULL, 0, "why");
    enum status status = store_meeting(local, screen->browser->store, why->meeting_id, &meeting, err);
    if (status == STATUS_OK && !meeting->committee)
        status = store_offer_committee(local, screen->browser->store, why->meeting_id, &offer, err);
    if (status == STATUS_OK) {
        struct strings lines = fact_why(local, meeting, offer);
        talloc_free(why->text);
        why->text = words_join(why, &lines, "\n");
    }
    talloc_free(local);
    return status;
}

static const char *why_meeting_id(struct screen *screen)
{
    return lines_of(screen)->meeting_id;
}

static const struct screen_ops why_ops = {
    .name = "Report",
    .context = CONTEXT_REPORT,
    .wish = {.n_columns = 1},
    .load = why_load,
    .frame = report_frame,
    .act = report_act,
    .meeting_id = why_meeting_id,
};

struct screen *why_new(struct browser *browser, const char *meeting_id)
{
    struct lines *why = screen_new(browser, struct lines, &why_ops);
    why->title = mem_strdup(why, "Where this meeting comes from");
    why->meeting_id = mem_strdup(why, meeting_id);
    screen_add_pane(&why->screen, 0, NULL, report_fill);
    return &why->screen;
}
