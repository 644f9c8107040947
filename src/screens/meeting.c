/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A meeting: its agenda, one text of the chosen item, and what is known about that item, side by side
 * or one after another (screens.md 3.1, 3.2). */
#include "config.h"

#include "meeting.h"
#include "notes.h"

#include <stdio.h>
#include <string.h>

/* ---- head and foot ------------------------------------------------------------------------------------------ */

/* The day of a head: in full with time and venue, without the venue, without the time, short. */
enum head_day { HEAD_VENUE, HEAD_TIME, HEAD_DAY, HEAD_SHORT };

static char *head_day(const void *parent, const struct meeting *meeting, enum head_day least)
{
    const char *off = status_called_off(meeting->status);
    if (least == HEAD_SHORT && date_is_set(meeting->date))
        return mem_printf(parent, "%s%s%s%s", date_words(parent, meeting->date),
                          meeting->date_basis == DATE_INFERRED ? ", worked out" : "", off ? ", " : "", off ? off : "");
    char *day = fact_day(parent, meeting->date, meeting_has_no_paper(meeting) ? DATE_STATED : meeting->date_basis);
    char *time = least < HEAD_DAY ? meeting_time_words(parent, meeting) : NULL;
    if (time)
        day = mem_printf(parent, "%s, %s", day, time);
    if (off)
        day = mem_printf(parent, "%s, %s", day, off);
    return meeting->venue && least == HEAD_VENUE ? mem_printf(parent, "%s · %s", day, meeting->venue) : day;
}

#define HEAD_GAP 4 /* cells between and around the ends of the head */

/* The committee is the last to be cut: the venue gives way to it, then the time. */
static void set_head(struct frame *frame, const struct browser *browser, const struct meeting *meeting, bool wide)
{
    int width = browser->width - HEAD_GAP - frame_prefix_width(browser->program);
    char *whole = name_committee(frame->context, meeting->committee, 0);
    int wanted = text_width(whole, strlen(whole)), day_width;
    enum head_day least = wide ? HEAD_VENUE : HEAD_SHORT;
    char *day = head_day(frame->context, meeting, least);
    day_width = text_width(day, strlen(day));
    while (least < HEAD_DAY && wanted + day_width > width) {
        day = head_day(frame->context, meeting, ++least);
        day_width = text_width(day, strlen(day));
    }
    int room = width - day_width;
    frame->title = name_committee(frame->context, meeting->committee, room > 10 ? room : 10);
    frame->title_right = day;
}

/* "lines 65–86 of 86, end of what is held" */
static char *lines_words(const void *parent, struct meeting_screen *ms, const struct pane *pane)
{
    const struct view *view = &pane->view;
    size_t head, n = view->page ? view->page->n_lines : 0;
    if (n == 0)
        return NULL;
    bool end = view_last_line(view) == n;
    bool cut = text_of_pane(ms, (size_t)(pane - ms->screen.panes)) == TEXT_MINUTE && ms->chosen->item->truncated;
    return mem_printf(parent, "lines %zu–%zu of %zu%s", view->top + view_stays(view, &head) + 1, view_last_line(view), n,
                      !end  ? ""
                      : cut ? ", end of what is held"
                            : ", end");
}

/* "15 to check · 2 on the tracker"; while rows are marked how many they are. */
static char *counted_words(const void *context, struct meeting_screen *ms)
{
    struct follow_up_counts counts = meeting_counts(&ms->actions, ms->meeting, NULL);
    if (ms->screen.marks.n)
        return mem_printf(context, "%zu marked", ms->screen.marks.n);
    if (counts.to_check && counts.kept)
        return mem_printf(context, "%d to check · %d on the tracker", counts.to_check, counts.kept);
    return counts.to_check ? mem_printf(context, "%d to check", counts.to_check)
           : counts.kept   ? mem_printf(context, "%d on the tracker", counts.kept)
                           : NULL;
}

static void set_place(struct meeting_screen *ms, struct frame *frame)
{
    struct screen *screen = &ms->screen;
    const struct meeting *meeting = ms->meeting;
    const char *day = date_is_set(meeting->date) ? date_words(frame->context, meeting->date) : "day not known";
    char *found = meeting_found_words(frame->context, ms);
    frame->where = mem_printf(frame->context, "%s > %s > %s%s%s", name_stem(frame->context, meeting->committee), day,
                              meeting->n_items ? fact_item_number(frame->context, ms->chosen->item) : "no items",
                              found ? " > " : "", found ? found : "");
    frame->flags = counted_words(frame->context, ms);
    if (is_text_pane(screen->focus)) {
        frame->position = lines_words(frame->context, ms, screen_pane(screen));
        return;
    }
    const struct view *view = &screen_pane(screen)->view;
    if (meeting->n_items == 0)
        return;
    frame->position = mem_printf(frame->context, "%s %zu of %zu", screen->focus == PANE_AGENDA ? "item" : "row",
                                 view->row + 1, view->page ? view->page->n_rows : 0);
}

/* The second line: the item when it is alone on the screen, else what is missing. */
/* "5 changes: C" */
static char *changes_words(const void *context, const struct meeting_screen *ms)
{
    char *many = words_count(context, ms->changed.n, "change", "changes");
    return mem_printf(context, "%s: %s", many, key_of(context, ms->screen.browser, CMD_CHANGES));
}

/* Of which papers it is, in as many words as have room beside RIGHT. */
static char *sources_words(const struct meeting_screen *ms, struct frame *frame, const char *right)
{
    const struct meeting *meeting = ms->meeting;
    int room = ms->screen.browser->width - 2 - (right ? text_width(right, strlen(right)) + 2 : 0);
    char *words = fact_sources(frame->context, meeting, true);
    if (words && ms->changed.n > 0) {
        char *both = mem_printf(frame->context, "%s · %s", words, changes_words(frame->context, ms));
        if (text_width(both, strlen(both)) <= room)
            return both;
    }
    if (words && text_width(words, strlen(words)) > room)
        words = fact_sources(frame->context, meeting, false);
    if (words && text_width(words, strlen(words)) > room)
        words = mem_printf(frame->context, "from %s (I)", words_count(frame->context, (int)meeting->n_sources, "paper", "papers"));
    return words;
}

static void set_note(struct meeting_screen *ms, struct frame *frame, bool wide)
{
    const struct item *item = ms->chosen->item;
    if (!wide && ms->screen.focus != PANE_AGENDA && item->title) {
        frame->note = mem_printf(frame->context, "%s   %s", fact_item_number(frame->context, item), item->title);
        frame->note_right = item->timing;
        return;
    }
    char *probably = fact_offer(frame->context, ms->offer);
    const char *gaps = fact_gaps(frame->context, ms->meeting);
    frame->note = meeting_has_no_paper(ms->meeting) ? fact_no_paper(meeting_is_listed(ms->meeting), ms->meeting->status)
                                                  : sources_words(ms, frame, gaps);
    if (!ms->meeting->committee)
        frame->note = mem_printf(frame->context, "= says which committee%s%s", probably ? ": " : "",
                                 probably ? probably : "");
    frame->note_right = (char *)gaps;
    if (!wide && frame->note_right && ms->meeting->committee) {
        frame->note = frame->note_right;
        frame->note_right = NULL;
    }
}

static void meeting_frame(struct screen *screen, struct frame *frame)
{
    struct meeting_screen *ms = meeting_of(screen);
    meeting_mark_sentence(ms);
    screen->open_words = is_text_pane(screen->focus) ? "footnote" : NULL;
    bool wide = screen_side_by_side(screen) || (screen->zoomed && screen->browser->width >= SIDE_BY_SIDE_FROM);
    set_head(frame, screen->browser, ms->meeting, wide);
    set_note(ms, frame, screen_side_by_side(screen));
    set_place(ms, frame);
}

/* ---- commands -------------------------------------------------------------------------------------------------- */

static unsigned step_item(struct meeting_screen *ms, const struct request *request)
{
    int step = request->count > 0 ? request->count : 1, n = (int)ms->meeting->n_items, at = 0;
    while (at < n && ms->meeting->items[at].position != ms->position)
        at++;
    at += request->command == CMD_NEXT_ITEM ? (step < n ? step : n) : -(step < n ? step : n);
    at = at < 0 ? 0 : at >= n ? n - 1 : at;
    if (n > 0) {
        ms->show_hits = ms->show_hits && ms->meeting->items[at].position == ms->position;
        meeting_go(ms, ms->meeting->items[at].position);
    }
    return REACT_REDRAW;
}

/* The meeting next to this one in time, of all that are held; NULL at the ends. */
static char *neighbour(const void *parent, const struct meeting_rows *rows, const char *id, int step)
{
    for (size_t i = 0; i < rows->n; i++) {
        if (strcmp(rows->at[i].id, id) != 0)
            continue;
        if ((step > 0 && i == 0) || (step < 0 && i + 1 == rows->n))
            return NULL;
        return mem_strdup(parent, rows->at[step > 0 ? i - 1 : i + 1].id); /* newest first */
    }
    return NULL;
}

static unsigned step_meeting(struct meeting_screen *ms, const struct request *request)
{
    struct browser *browser = ms->screen.browser;
    struct meeting_rows rows;
    struct err err;
    int step = request->command == CMD_NEXT_MEETING ? 1 : -1;
    void *local = talloc_named_const(NULL, 0, "neighbour");
    unsigned reactions;
    if (store_meetings(local, browser->store, &rows, &err) != STATUS_OK) {
        reactions = browser_fail(browser, &err);
    } else {
        char *id = neighbour(&ms->screen, &rows, ms->meeting->id, step);
        if (id) {
            talloc_free(ms->id);
            ms->id = id;
            ms->position = 0;
            ms->show_hits = false;
            screen_focus(&ms->screen, PANE_AGENDA);
            reactions = browser_reload(browser, &ms->screen);
            meeting_go(ms, ms->position);
        } else {
            reactions = browser_sayf(browser, step > 0 ? "this is the latest meeting held"
                                                       : "this is the earliest meeting held");
        }
    }
    talloc_free(local);
    return reactions;
}

/* What a line of "About this item" names. */
static unsigned open_about(struct meeting_screen *ms, const char *key)
{
    struct browser *browser = ms->screen.browser;
    int text = 0;
    if (!key)
        return REACT_REDRAW;
    if (sscanf(key, "text:%d", &text) == 1 && text >= 0 && text < TEXT_COUNT &&
        ms->screen.panes[PANE_TEXTS + text].present)
        screen_focus(&ms->screen, PANE_TEXTS + (size_t)text);
    else if (text_starts(key, ACTION_KEY))
        return browser_push(browser, actions_new(browser, key + strlen(ACTION_KEY)));
    else if (text_starts(key, NOTE_KEY))
        return notes_open(browser, key + strlen(NOTE_KEY), NULL);
    else if (text_starts(key, FOUND_KEY) && !meeting_go_to_action(ms, key + strlen(FOUND_KEY)))
        return browser_push(browser, actions_new(browser, key + strlen(FOUND_KEY)));
    else if (strcmp(key, "programme") == 0)
        return browser_push(browser, programme_new(browser, ms->meeting->id, 0));
    else if (strcmp(key, "why") == 0)
        return browser_do(browser, CMD_WHY_JOINED, 0, NULL);
    else if (strcmp(key, "changes") == 0)
        return browser_push(browser, changes_new(browser, ms->meeting->id, ms->position));
    return REACT_REDRAW;
}

static unsigned meeting_open(struct meeting_screen *ms)
{
    struct screen *screen = &ms->screen;
    if (screen->focus == PANE_AGENDA)
        screen_focus(screen, screen->shown[1]);
    else if (screen->focus == PANE_ABOUT)
        return open_about(ms, screen_key(screen));
    else if (meeting_has_number(ms))
        return meeting_footnote(ms, NULL);
    return REACT_REDRAW;
}

/* Back from a text is to the agenda first, but a hit goes back to where it was found. */
static unsigned meeting_back(struct meeting_screen *ms)
{
    struct screen *screen = &ms->screen;
    if (screen->zoomed || screen->focus == PANE_AGENDA || ms->show_hits || ms->straight)
        return NOT_MINE;
    screen_focus(screen, PANE_AGENDA);
    return REACT_REDRAW;
}

static unsigned meeting_act(struct screen *screen, const struct request *request)
{
    struct meeting_screen *ms = meeting_of(screen);
    ms->straight = ms->straight && screen->focus != PANE_AGENDA;
    switch (request->command) {
    case CMD_NEXT_ITEM:
    case CMD_PREVIOUS_ITEM:
        return step_item(ms, request);
    case CMD_NEXT_MEETING:
    case CMD_PREVIOUS_MEETING:
        return step_meeting(ms, request);
    case CMD_NEXT_TEXT:
        return meeting_next_text(ms);
    case CMD_SECOND_TEXT:
        return meeting_beside(ms);
    case CMD_PAGE:
        return meeting_turn_to(ms, request->arguments);
    case CMD_FOOTNOTE:
        return meeting_footnote(ms, request->arguments);
    case CMD_HOW_TO_GET:
        return meeting_how_to_get(ms);
    case CMD_CHANGES:
        return browser_push(screen->browser, changes_new(screen->browser, ms->meeting->id, ms->position));
    case CMD_NEXT_TO_CHECK:
    case CMD_PREVIOUS_TO_CHECK:
        return meeting_next_to_check(ms, request->command);
    case CMD_OPEN:
        return meeting_open(ms);
    case CMD_DETAILS:
        return meeting_set(ms, request);
    case CMD_HISTORY:
        return meeting_all_about(ms);
    case CMD_MARK_READ:
        return meeting_turn_read(ms);
    case CMD_BACK:
        return meeting_back(ms);
    default:
        break;
    }
    if (screen->focus != PANE_AGENDA || !view_do(&screen_pane(screen)->view, request->command, request->count))
        return NOT_MINE;
    meeting_follow_agenda(ms);
    return REACT_REDRAW;
}

static const char *meeting_own_id(struct screen *screen)
{
    return meeting_of(screen)->meeting->id;
}

/* A follow-up hangs on the chosen item, and on the sentence under the cursor of its text. */
static void meeting_adding(struct screen *screen, struct add_place *place)
{
    struct meeting_screen *ms = meeting_of(screen);
    place->meeting_id = mem_strdup(place, ms->meeting->id);
    place->position = ms->position;
    const struct row *row = view_row(&screen_pane(screen)->view);
    if (!is_text_pane(screen->focus) || !row)
        return;
    enum item_text text = text_of_pane(ms, screen->focus);
    const char *raw = ms->chosen->raw[text];
    if (!raw || !*raw)
        return;
    struct line_span sentence = sentence_at(raw, flow_source_offset(raw, row->offset));
    if (sentence.len == 0)
        return;
    place->quote = mem_strndup(place, raw + sentence.start, sentence.len);
    place->passage = item_text_place[text];
    place->offset = sentence.start;
}

static enum status meeting_attaching(struct screen *screen, const void *parent, struct attaching *out, struct err *err)
{
    struct meeting_screen *ms = meeting_of(screen);
    if (meeting_has_no_paper(ms->meeting))
        return err_set(err, STATUS_USAGE, "no paper of this meeting is held yet: :import its page or agenda first");
    *out = (struct attaching){.meeting_id = mem_strdup(parent, ms->meeting->id), .position = ms->position};
    return STATUS_OK;
}

static const struct screen_ops meeting_ops = {
    .name = "Meeting",
    .context = CONTEXT_MEETING,
    .wish = {.note = true, .n_columns = 3, .share = {37, 53, 30}, .most = {50, 0, 46}},
    .load = meeting_load,
    .frame = meeting_frame,
    .settle = meeting_settle,
    .act = meeting_act,
    .offers = meeting_offers,
    .meeting_id = meeting_own_id,
    .adding = meeting_adding,
    .attaching = meeting_attaching,
    .follow_ups = meeting_follow_ups,
    .go_on = meeting_go_on,
};

struct screen *meeting_new(struct browser *browser, const char *id, int position, enum passage_kind kind, size_t offset)
{
    struct meeting_screen *ms = screen_new(browser, struct meeting_screen, &meeting_ops);
    ms->id = mem_strdup(ms, id);
    ms->position = position;
    ms->show_hits = ms->straight = kind != PASSAGE_KINDS;
    screen_add_pane(&ms->screen, 0, "Agenda", meeting_agenda_fill);
    for (size_t i = 0; i < TEXT_COUNT; i++)
        screen_add_pane(&ms->screen, 1, NULL, meeting_text_fill)->fill_banner = meeting_banner_fill;
    screen_add_pane(&ms->screen, 2, NULL, meeting_about_fill);
    struct pane *beside = screen_add_pane(&ms->screen, 2, NULL, meeting_text_fill);
    beside->fill_banner = meeting_banner_fill;
    beside->wide_only = true;
    beside->present = false;
    ms->beside = TEXT_COUNT;
    ms->screen.shown[1] = PANE_TEXTS;
    ms->screen.shown[2] = PANE_ABOUT;
    ms->first_kind = kind;
    ms->first_offset = offset;
    return &ms->screen;
}

struct screen *meeting_at(struct browser *browser, const char *id, int position, enum passage_kind kind, size_t offset)
{
    struct screen *screen = meeting_new(browser, id, position, kind, offset);
    meeting_of(screen)->show_hits = false;
    return screen;
}
