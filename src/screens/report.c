/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A screen of plain lines: what a long command said, and where a meeting comes from. */
#include "config.h"

#include "changes.h"
#include "pairs.h"

#include <string.h>

struct lines {
    struct screen screen;
    char *title, *text;
    char *meeting_id; /* of which it tells, if it does */
    struct strings meetings;      /* of which each line of an import's report tells */
    struct import_request papers; /* to be imported, after a look at them */
};

static struct lines *lines_of(struct screen *screen)
{
    return (struct lines *)screen;
}

/* ---- report -------------------------------------------------------------------------------------------- */

/* Each line of the text is a row; a line that begins with blanks hangs by them. */
static void report_fill(struct screen *screen, struct page *page)
{
    const struct strings *meetings = &lines_of(screen)->meetings;
    const char *at = lines_of(screen)->text;
    for (size_t n_lines = 0; *at; n_lines++) {
        size_t n = strcspn(at, "\n"), lead = strspn(at, " ");
        char *line = mem_strndup(NULL, at, n);
        int indent = 1 + (int)(lead < 20 ? lead : 20);
        const char *meeting = n_lines < meetings->n ? meetings->at[n_lines] : "";
        page_row(page, *meeting ? meeting : NULL, (size_t)(at - lines_of(screen)->text));
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
    .open_words = "close",
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

/* ---- what an import said -------------------------------------------------------------------------------- */

/* Does the meeting lack what the form asks? Not known is no. */
static bool lacks_details(struct browser *browser, const char *meeting_id)
{
    struct meeting *meeting;
    void *local = talloc_named_const(NULL, 0, "lacks details");
    bool lacks = browser->store && store_meeting(local, browser->store, meeting_id, &meeting, NULL) == STATUS_OK &&
                 (!meeting->committee || !date_is_set(meeting->date));
    talloc_free(local);
    return lacks;
}

static const char *import_meeting_id(struct screen *screen)
{
    return screen_key(screen);
}

static void import_frame(struct screen *screen, struct frame *frame)
{
    screen->open_words = screen_key(screen) ? "open it" : "close";
    report_frame(screen, frame);
}

/* A row of a meeting leads to it; where its papers leave the committee or day open, to the form that asks. */
static unsigned import_act(struct screen *screen, const struct request *request)
{
    struct browser *browser = screen->browser;
    const char *meeting = screen_key(screen);
    if (request->command != CMD_OPEN || !meeting || !browser->store)
        return report_act(screen, request);
    if (lacks_details(browser, meeting))
        return browser_do(browser, CMD_DETAILS, 0, NULL);
    return browser_push(browser, meeting_new(browser, meeting, 0, PASSAGE_KINDS, 0));
}

static const struct screen_ops import_ops = {
    .name = "Report",
    .context = CONTEXT_REPORT,
    .open_words = "close",
    .wish = {.n_columns = 1},
    .frame = import_frame,
    .act = import_act,
    .meeting_id = import_meeting_id,
};

struct screen *import_report_new(struct browser *browser, const struct import_report *report)
{
    struct lines *lines = screen_new(browser, struct lines, &import_ops);
    lines->title = mem_strdup(lines, "Import");
    lines->text = mem_strdup(lines, report->text);
    for (size_t i = 0; i < report->meetings.n; i++)
        strings_add(lines, &lines->meetings, report->meetings.at[i]);
    screen_add_pane(&lines->screen, 0, NULL, report_fill);
    return &lines->screen;
}

/* ---- where a meeting comes from ------------------------------------------------------------------------ */

static void add_changes(const void *local, const struct browser *browser, const struct meeting_changes *changes, struct strings *lines)
{
    if (changes->n == 0)
        return;
    strings_add(local, lines, "What changed between them");
    strings_add(local, lines, mem_printf(local, "  %s: %s", changes_counted(local, changes), key_of(local, browser, CMD_CHANGES)));
}

static enum status why_load(struct screen *screen, struct err *err)
{
    struct lines *why = lines_of(screen);
    struct meeting *meeting;
    struct meeting_changes changes = {0};
    struct committee_offer *offer = NULL;
    struct join_offers pairs;
    void *local = talloc_named_const(NULL, 0, "why");
    enum status status = store_meeting(local, screen->browser->store, why->meeting_id, &meeting, err);
    if (status == STATUS_OK)
        status = store_changes(local, screen->browser->store, meeting->id, &changes, err);
    if (status == STATUS_OK && !meeting->committee)
        status = store_offer_committee(local, screen->browser->store, why->meeting_id, &offer, err);
    if (status == STATUS_OK)
        status = store_join_offers(local, screen->browser->store, &pairs, err);
    if (status == STATUS_OK) {
        meeting_take_site(screen->browser->store, meeting);
        struct strings lines = fact_why(local, meeting, offer);
        pairs_why(local, &pairs, meeting->id, &lines);
        add_changes(local, screen->browser, &changes, &lines);
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
    .open_words = "close",
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

/* ---- a look at papers ------------------------------------------------------------------------------------- */

static unsigned look_act(struct screen *screen, const struct request *request)
{
    struct browser *browser = screen->browser;
    if (request->command != CMD_OPEN)
        return NOT_MINE;
    const struct import_request *papers = &lines_of(screen)->papers;
    unsigned reactions = papers->paths.n ? job_queue_import(browser, papers) : REACT_REDRAW;
    return reactions | browser_pop(browser); /* the job has copied them */
}

static const struct screen_ops look_ops = {
    .name = "Report",
    .context = CONTEXT_REPORT,
    .open_words = "import",
    .wish = {.n_columns = 1},
    .frame = report_frame,
    .act = look_act,
};

static const struct screen_ops nothing_to_import_ops = {
    .name = "Report",
    .context = CONTEXT_REPORT,
    .open_words = "close",
    .wish = {.n_columns = 1},
    .frame = report_frame,
    .act = report_act,
};

struct screen *look_new(struct browser *browser, const char *text, const struct import_request *papers)
{
    struct lines *look = screen_new(browser, struct lines, papers ? &look_ops : &nothing_to_import_ops);
    look->title = mem_strdup(look, LOOK_TITLE);
    look->text = mem_strdup(look, text);
    if (papers)
        import_request_copy(look, papers, &look->papers);
    screen_add_pane(&look->screen, 0, NULL, report_fill);
    return &look->screen;
}
