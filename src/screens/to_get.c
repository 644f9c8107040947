/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers to get (screens.md 3.9): what the papers held speak of and what is not held, or not whole, by kind,
 * and how to get the one under the cursor. The printed list is the same page. */
#include "config.h"

#include "id_set.h"
#include "wanted.h"

#include <string.h>

#define DAY 2        /* cells where the columns of a row begin */
#define NUMBER 15
#define NUMBER_MOST 18
#define NARROW 60 /* cells below which the words of a row take lines of their own */
#define NARROW_WORDS 4
#define COMMITTEE_CELLS 26
#define DETAIL_LINES 4

struct to_get {
    struct screen screen;
    struct wanted_papers *papers; /* child of the screen */
    struct wanted_list list;      /* of them, on them */
    struct strings apart;         /* meetings whose papers stand each by itself */
};

static struct to_get *to_get_of(struct screen *screen)
{
    return (struct to_get *)screen;
}

/* ---- groups ----------------------------------------------------------------------------------------- */

/* The kinds in their order, and last what is not needed, of any kind. */
static const struct group {
    const char *heading, *where;
} groups[WANTED_GROUPS] = {
    [WANTED_MINUTE] = {"Minutes cut off on the council's page", "cut off"},
    [WANTED_PAPER] = {"Papers named, not held", "papers"},
    [WANTED_MINUTES] = {"Meetings without minutes", "minutes"},
    [WANTED_MEETING] = {"Meetings named, not held", "meetings"},
    [WANTED_KINDS] = {"Not needed", "not needed"},
};

/* Papers that a meeting's page lists are got in one go; what was to follow stands for itself. */
static bool folds(const struct wanted *a, const struct wanted *b)
{
    return a->kind == WANTED_PAPER && b->kind == WANTED_PAPER && !a->to_follow && !b->to_follow &&
           strcmp(a->meeting_id, b->meeting_id) == 0;
}

static bool stands_apart(const struct strings *apart, const struct wanted *wanted)
{
    for (size_t i = 0; apart && wanted->meeting_id && i < apart->n; i++)
        if (strcmp(apart->at[i], wanted->meeting_id) == 0)
            return true;
    return false;
}

void wanted_fold(const void *parent, const struct wanted_papers *papers, const struct strings *apart, struct wanted_list *out)
{
    *out = (struct wanted_list){0};
    for (size_t group = 0; group < WANTED_GROUPS; group++) {
        size_t open = out->n; /* the entry that can take another paper: the last of its kind that folds */
        for (size_t i = 0; i < papers->n; i++) {
            const struct wanted *wanted = &papers->at[i];
            if ((wanted->not_needed ? (size_t)WANTED_KINDS : (size_t)wanted->kind) != group)
                continue;
            out->papers[group]++;
            if (open < out->n && folds(out->at[open].at[0], wanted) && !stands_apart(apart, wanted)) {
                *mem_append(parent, out->at[open].at, out->at[open].n) = wanted;
                continue;
            }
            if (!wanted->to_follow)
                open = out->n;
            struct wanted_entry *entry = mem_append(parent, out->at, out->n);
            entry->group = group;
            *mem_append(parent, entry->at, entry->n) = wanted;
        }
    }
}

static const struct wanted_entry *entry_of(const struct wanted_list *list, const char *key, size_t *at, size_t *n)
{
    const struct wanted_entry *found = NULL;
    for (size_t i = 0; key && i < list->n && !found; i++)
        found = strcmp(list->at[i].at[0]->key, key) == 0 ? &list->at[i] : NULL;
    *at = *n = 0;
    for (size_t i = 0; found && i < list->n; i++) {
        *n += list->at[i].group == found->group;
        *at += list->at[i].group == found->group && &list->at[i] <= found;
    }
    return found;
}

/* ---- the page ------------------------------------------------------------------------------------------- */

/* Does the list speak of more than one committee, so that each row must name its own? */
static bool names_differ(const struct wanted_list *list)
{
    for (size_t i = 1; i < list->n; i++) {
        const char *a = list->at[0].at[0]->committee, *b = list->at[i].at[0]->committee;
        if (a != b && (!a || !b || strcmp(a, b) != 0))
            return true;
    }
    return false;
}

static const char *day_words(const void *parent, struct date date)
{
    if (!date_is_set(date))
        return "day unknown";
    return date_short(parent, date) + strlen("Thu ");
}

/* Cells of the numbers of a group, with the gap after them; 0 where there are none. */
static int number_cells(const struct wanted_list *list, size_t group)
{
    int most = 0;
    void *local = talloc_named_const(NULL, 0, "cells");
    for (size_t i = 0; i < list->n; i++) {
        const char *number = list->at[i].group == group ? wanted_number(local, &list->at[i]) : "";
        int cells = text_width(number, strlen(number));
        most = cells > most ? cells : most;
    }
    talloc_free(local);
    return most ? (most < NUMBER_MOST ? most : NUMBER_MOST) + 2 : 0;
}

/* In print an address stands under its row, one to a line, to be taken from there; else where to begin. */
static void put_addresses(struct page *page, const struct wanted_entry *entry)
{
    const char *last = NULL;
    for (size_t i = 0; i < entry->n; i++) {
        const char *address = entry->at[i]->address;
        if (address && (!last || strcmp(address, last) != 0))
            page_wrap(page, NUMBER, NUMBER, 0, STYLE_QUIET, address);
        last = address ? address : last;
    }
    if (!last && entry->at[0]->nearest) {
        char *nearest = mem_printf(NULL, "begin at %s", entry->at[0]->nearest);
        page_wrap(page, NUMBER, NUMBER, 0, STYLE_QUIET, nearest);
        talloc_free(nearest);
    }
}

static void put_entry(struct page *page, const struct wanted_entry *entry, int number_room, bool with_name)
{
    void *local = talloc_named_const(NULL, 0, "wanted");
    const struct wanted *wanted = entry->at[0];
    const char *number = wanted_number(local, entry);
    bool beside = with_name && wanted_is_of_item(wanted) && page->width >= SIDE_BY_SIDE_FROM;
    int x = NUMBER + number_room, right = page->width - 1 - (beside ? COMMITTEE_CELLS + 2 : 0);
    page_row(page, wanted->key, 0);
    page_say(page, DAY, STYLE_TEXT, day_words(local, wanted->date));
    page_put(page, NUMBER, number_room, STYLE_TEXT, number);
    if (page->width < NARROW)
        page_wrap(page, NARROW_WORDS, NARROW_WORDS, 0, STYLE_TEXT, wanted_words(local, entry, 0));
    else
        page_put(page, x, right - x, STYLE_TEXT, wanted_words(local, entry, right - x));
    if (beside)
        page_put(page, right + 2, 0, STYLE_QUIET, name_stem(local, wanted->committee));
    page_no_row(page);
    talloc_free(local);
}

void wanted_page(struct page *page, const struct wanted_list *list, bool how)
{
    bool with_name = names_differ(list);
    for (size_t group = 0; group < WANTED_GROUPS; group++) {
        if (list->papers[group] == 0)
            continue;
        char *heading = mem_printf(NULL, "%s (%zu)", groups[group].heading, list->papers[group]);
        page_heading(page, 1, heading);
        talloc_free(heading);
        if (how && group < WANTED_KINDS)
            page_wrap(page, 3, 3, page->width - 4, STYLE_QUIET, how_to_get_kind((enum wanted_kind)group));
        int number_room = number_cells(list, group);
        for (size_t i = 0; i < list->n; i++)
            if (list->at[i].group == group) {
                put_entry(page, &list->at[i], number_room, with_name);
                if (how && group < WANTED_KINDS)
                    put_addresses(page, &list->at[i]);
            }
    }
    if (list->n == 0)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, "Nothing to get that the papers you hold speak of.");
}

/* ---- the screen ------------------------------------------------------------------------------------------ */

static const struct wanted_entry *entry_here(struct screen *screen)
{
    size_t at, n;
    return entry_of(&to_get_of(screen)->list, screen_key(screen), &at, &n);
}

static enum status to_get_load(struct screen *screen, struct err *err)
{
    struct browser *browser = screen->browser;
    struct wanted_papers *papers = mem_new(screen, struct wanted_papers);
    enum status status =
        browser->store ? store_wanted(papers, browser->store, browser->program->as_at, papers, err) : STATUS_OK;
    if (status != STATUS_OK) {
        talloc_free(papers);
        return status;
    }
    talloc_free(to_get_of(screen)->papers);
    to_get_of(screen)->papers = papers;
    wanted_fold(papers, papers, &to_get_of(screen)->apart, &to_get_of(screen)->list);
    screen_stale(screen);
    return STATUS_OK;
}

static void to_get_fill(struct screen *screen, struct page *page)
{
    wanted_page(page, &to_get_of(screen)->list, false);
}

static void to_get_frame(struct screen *screen, struct frame *frame)
{
    size_t at, n;
    const struct wanted_entry *entry = entry_of(&to_get_of(screen)->list, screen_key(screen), &at, &n);
    frame->title = frame->where = "Papers to get";
    frame->title_right = words_as_at(frame->context, screen->browser->program, screen->browser->width >= WEEKDAY_FROM);
    frame->position = "none";
    if (!entry)
        return;
    frame->where = mem_printf(frame->context, "Papers to get > %s", groups[entry->group].where);
    frame->position = mem_printf(frame->context, "%zu of %zu", at, n);
}

/* "Health Panel, 3 November 2022 · Performance Monitoring" */
static char *detail_head(const void *local, const struct wanted_entry *entry)
{
    const struct wanted *wanted = entry->at[0];
    const char *name = name_in_list(local, wanted->committee, 0);
    const char *day = date_is_set(wanted->date) ? date_words(local, wanted->date) : "day not known";
    const char *title = wanted_is_of_item(wanted) && entry->n == 1 ? wanted->item_title : NULL;
    return mem_printf(local, "%s, %s%s%s", name, day, title ? " · " : "", title ? title : "");
}

static void to_get_detail(struct screen *screen, struct page *page)
{
    const struct wanted_entry *entry = entry_here(screen);
    if (!entry)
        return;
    void *local = talloc_named_const(NULL, 0, "detail");
    page_say(page, 1, STYLE_HEADING, detail_head(local, entry));
    const char *how = how_to_get(local, entry);
    bool attaches = entry->at[0]->kind == WANTED_PAPER && entry->n == 1 && !entry->at[0]->not_needed;
    if (attaches)
        how = mem_printf(local, "%s Got it? :attach FILE", how);
    else if (entry->n > 1)
        how = mem_printf(local, "%s shows each by itself, with its address. %s", key_of(local, screen->browser, CMD_FOLD), how);
    page_wrap(page, 1, 1, page->width - 1, STYLE_TEXT, how);
    talloc_free(local);
}

/* The text of the item in which the quote stands, and where; PASSAGE_KINDS if it is not found. */
static enum passage_kind quote_place(const void *local, const struct item *item, const char *quote, size_t *offset)
{
    const char *const texts[TEXT_COUNT] = {item->minutes_text, item_report_text(local, item), item->agenda_text,
                                           item->decision_text};
    for (size_t i = 0; quote && i < TEXT_COUNT; i++) {
        const char *at = texts[i] ? strstr(texts[i], quote) : NULL;
        if (at) {
            *offset = (size_t)(at - texts[i]);
            return item_text_passage[i];
        }
    }
    return PASSAGE_KINDS;
}

/* The meeting it belongs to, at its item; of a meeting that is named, where it is named last. */
static unsigned open_wanted(struct browser *browser, const struct wanted *wanted)
{
    struct err err;
    struct meeting *meeting;
    size_t offset = 0;
    enum passage_kind kind = wanted->kind == WANTED_MINUTE ? PASSAGE_MINUTES : PASSAGE_KINDS;
    if (!wanted->meeting_id)
        return browser_sayf(browser, "no meeting of your papers has it");
    void *local = talloc_named_const(NULL, 0, "open");
    unsigned reactions;
    if (store_meeting(local, browser->store, wanted->meeting_id, &meeting, &err) == STATUS_OK) {
        const struct item *item = meeting_item(meeting, wanted->position);
        if (item && wanted->kind == WANTED_MEETING)
            kind = quote_place(local, item, wanted->quote, &offset);
        if (item && kind == PASSAGE_MINUTES && wanted->kind == WANTED_MINUTE)
            offset = item->minutes_text ? strlen(item->minutes_text) : 0; /* where it stops */
        reactions = browser_push(browser, meeting_at(browser, wanted->meeting_id, wanted->position, kind, offset));
    } else {
        reactions = browser_fail(browser, &err);
    }
    talloc_free(local);
    return reactions;
}

/* The cursor goes on to the next row: this one moves to another group. Papers of one row go together. */
static unsigned change_need(struct screen *screen, const struct wanted_entry *entry)
{
    struct browser *browser = screen->browser;
    struct view *view = &screen_pane(screen)->view;
    const char *value = entry->at[0]->not_needed ? NULL : "not needed";
    if (job_refused(browser))
        return REACT_REDRAW;
    void *local = talloc_named_const(NULL, 0, "need");
    struct edit *edits = NULL;
    size_t n = 0;
    for (size_t i = 0; i < entry->n; i++)
        *(struct edit *)mem_append(local, edits, n) =
            (struct edit){.kind = EDIT_WANTED, .target = entry->at[i]->key, .value = value};
    char *sentence = mem_printf(local, value ? "%zu papers not needed" : "%zu papers needed", n);
    struct edit several = {.kind = EDIT_SEVERAL, .value = sentence, .edits = edits, .n_edits = n};
    unsigned reactions = job_queue_edit(browser, n == 1 ? &edits[0] : &several);
    (void)view_do(view, view->row + 1 >= view->page->n_rows ? CMD_UP : CMD_DOWN, 1);
    talloc_free(local);
    return reactions;
}

/* Several papers of a meeting each in a row of its own, and together again. */
static unsigned take_apart(struct screen *screen, const struct wanted_entry *entry)
{
    struct to_get *to_get = to_get_of(screen);
    const struct wanted *wanted = entry->at[0];
    struct err err;
    if (entry->n == 1 && !stands_apart(&to_get->apart, wanted))
        return browser_sayf(screen->browser, "this paper stands by itself");
    id_set_turn(to_get, &to_get->apart, wanted->meeting_id);
    wanted_fold(to_get->papers, to_get->papers, &to_get->apart, &to_get->list);
    for (size_t i = 0; i < to_get->list.n; i++) /* together again the row has the name of its first */
        for (size_t k = 0; k < to_get->list.at[i].n; k++)
            if (to_get->list.at[i].at[k] == wanted)
                pane_go(screen, 0, to_get->list.at[i].at[0]->key, 0);
    return to_get_load(screen, &err) == STATUS_OK ? REACT_REDRAW : browser_fail(screen->browser, &err);
}

static unsigned to_get_act(struct screen *screen, const struct request *request)
{
    const struct wanted_entry *entry = entry_here(screen);
    if (request->command != CMD_OPEN && request->command != CMD_NOT_NEEDED && request->command != CMD_FOLD)
        return NOT_MINE;
    if (!entry)
        return browser_sayf(screen->browser, "no paper under the cursor");
    if (request->command == CMD_FOLD)
        return take_apart(screen, entry);
    return request->command == CMD_OPEN ? open_wanted(screen->browser, entry->at[0]) : change_need(screen, entry);
}

static void to_get_adding(struct screen *screen, struct add_place *place)
{
    const struct wanted_entry *entry = entry_here(screen);
    if (!entry)
        return;
    place->meeting_id = mem_strdup(place, entry->at[0]->meeting_id);
    place->position = entry->at[0]->position;
}

/* A row of several papers says of none which the file is. */
static enum status to_get_attaching(struct screen *screen, const void *parent, struct attaching *out, struct err *err)
{
    const struct wanted_entry *entry = entry_here(screen);
    const struct wanted *wanted = entry ? entry->at[0] : NULL;
    if (!wanted || !wanted->meeting_id)
        return err_set(err, STATUS_USAGE, "no paper under the cursor");
    if (wanted->kind == WANTED_MEETING)
        return err_set(err, STATUS_USAGE, "no paper of this meeting is held yet: :import its page or agenda first");
    for (size_t i = 1; i < entry->n; i++)
        if (entry->at[i]->position != wanted->position)
            return err_set(err, STATUS_USAGE, "these papers are of several items: %s shows each by itself",
                           key_of(parent, screen->browser, CMD_FOLD));
    *out = (struct attaching){.meeting_id = mem_strdup(parent, wanted->meeting_id),
                              .position = wanted->position,
                              .url = entry->n == 1 ? mem_strdup(parent, wanted->url) : NULL};
    return STATUS_OK;
}

static const struct screen_ops to_get_ops = {
    .name = "Papers to get",
    .context = CONTEXT_TO_GET,
    .wish = {.n_columns = 1, .detail = DETAIL_LINES},
    .load = to_get_load,
    .frame = to_get_frame,
    .detail = to_get_detail,
    .act = to_get_act,
    .adding = to_get_adding,
    .attaching = to_get_attaching,
};

struct screen *to_get_new(struct browser *browser)
{
    struct to_get *to_get = screen_new(browser, struct to_get, &to_get_ops);
    screen_add_pane(&to_get->screen, 0, NULL, to_get_fill);
    return &to_get->screen;
}
