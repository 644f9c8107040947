/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the Meeting screen holds: the meeting as it is read from the store, the item that is chosen and
 * the texts it has, and filling the panes with them. */
#include "config.h"

#include "meeting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEY_MAX 32

static char *item_key(char key[KEY_MAX], int position)
{
    (void)snprintf(key, KEY_MAX, "item:%d", position);
    return key;
}

/* ---- choosing an item ---------------------------------------------------------------------------- */

static struct chosen *choose(struct meeting_screen *ms, const struct item *item)
{
    struct chosen *chosen = mem_new(ms->meeting, struct chosen);
    chosen->item = item;
    chosen->raw[TEXT_MINUTE] = item->minutes_text;
    chosen->raw[TEXT_REPORT] = item_report_text(chosen, item);
    chosen->raw[TEXT_AGENDA] = item->agenda_text;
    chosen->raw[TEXT_DECISION] = item->decision_text;
    for (size_t i = 0; i < TEXT_COUNT; i++) {
        const char *raw = chosen->raw[i] ? chosen->raw[i] : "";
        chosen->clean[i] = safe_text(chosen, raw, strlen(raw), SAFE_TEXT);
        links_of_text(chosen, item, (enum item_text)i, &chosen->clean[i], &chosen->links[i]);
    }
    meeting_find(ms, chosen);
    return chosen;
}

/* "Minute 555 (report · agenda text: p)" */
static char *text_title(const void *parent, const struct item *item, enum item_text text)
{
    static const char *const others[] = {"minute", "report", "agenda text", "decision"};
    struct strings list = {0};
    void *local = talloc_named_const(NULL, 0, "title");
    for (size_t i = 0; i < TEXT_COUNT; i++)
        if (i != (size_t)text && item_has_text(item, (enum item_text)i))
            strings_add(local, &list, others[i]);
    char *name = item_has_text(item, text) ? fact_text_name(local, item, text) : fact_item_number(local, item);
    char *title =
        list.n ? mem_printf(parent, "%s (%s: p)", name, words_join(local, &list, " · ")) : mem_strdup(parent, name);
    talloc_free(local);
    return title;
}

static const char *tab_name(const struct meeting_screen *ms, enum item_text text)
{
    static const char *const names[] = {"Minute", NULL, "Agenda text", "Decision"};
    if (!item_has_text(ms->chosen->item, text))
        return ms->meeting->n_items ? "Text" : "Papers";
    return names[text] ? names[text] : fact_text_name(ms->chosen, ms->chosen->item, text);
}

/* Which texts there are, and which of them is shown: the kind that was shown before, if it can be. */
static void set_text_panes(struct meeting_screen *ms)
{
    struct screen *screen = &ms->screen;
    const struct item *item = ms->chosen->item;
    size_t first = PANE_TEXTS;
    bool any = false;
    for (size_t i = TEXT_COUNT; i > 0; i--)
        if (item_has_text(item, (enum item_text)(i - 1))) {
            first = PANE_TEXTS + i - 1;
            any = true;
        }
    for (size_t i = 0; i < TEXT_COUNT; i++) {
        struct pane *pane = &screen->panes[PANE_TEXTS + i];
        pane->present = item_has_text(item, (enum item_text)i) || (!any && i == TEXT_MINUTE);
        pane->title = ms->meeting->n_items ? text_title(ms->chosen, item, (enum item_text)i) : "Papers";
        pane->tab = tab_name(ms, (enum item_text)i);
        pane->stale = true;
    }
    bool in_text = is_text_pane(screen->focus);
    if (!screen->panes[screen->shown[1]].present)
        screen->shown[1] = first;
    meeting_set_beside(ms);
    if (in_text && (screen->focus != PANE_BESIDE || !screen->panes[PANE_BESIDE].present))
        screen->focus = screen->shown[1];
    char *about = ms->meeting->n_items ? fact_item_number(ms->chosen, item) : mem_strdup(ms->chosen, "details");
    about[0] = (char)(about[0] - 'a' + 'A'); /* "Item 7", "Minute 555": it begins with our own word */
    screen->panes[PANE_ABOUT].title = about;
    screen->panes[PANE_ABOUT].tab = ms->meeting->n_items ? "About this item" : "Details";
    screen->panes[PANE_ABOUT].stale = true;
}

static void choose_position(struct meeting_screen *ms, int position)
{
    const struct item *item = meeting_item(ms->meeting, position);
    bool another = !ms->chosen || position != ms->position;
    if (!item && ms->meeting->n_items)
        item = &ms->meeting->items[0];
    static const struct item nothing = {.title = NULL, .in_latest = true};
    struct chosen *before = ms->chosen;
    ms->chosen = choose(ms, item ? item : &nothing);
    ms->found_here = NULL;
    ms->position = item ? item->position : 0;
    talloc_free(before);
    set_text_panes(ms);
    for (size_t i = PANE_TEXTS; another && i <= PANE_BESIDE; i++) {
        struct view *view = &ms->screen.panes[i].view;
        talloc_free(view->page);
        ms->screen.panes[i].go = false;
        *view = (struct view){.height = view->height};
    }
}

/* The first item with something to check, else the first that is not routine. */
static int first_position(const struct meeting_screen *ms)
{
    const struct meeting *meeting = ms->meeting;
    for (size_t i = 0; i < meeting->n_items; i++)
        if (meeting_counts(&ms->actions, meeting, &meeting->items[i]).to_check)
            return meeting->items[i].position;
    for (size_t i = 0; i < meeting->n_items; i++)
        if (!item_is_routine(&meeting->items[i]))
            return meeting->items[i].position;
    return meeting->n_items ? meeting->items[0].position : 0;
}

/* The agenda's cursor has moved: its item is the chosen one. */
void meeting_follow_agenda(struct meeting_screen *ms)
{
    const struct row *row = view_row(&ms->screen.panes[PANE_AGENDA].view);
    int position = 0;
    if (row && row->key && sscanf(row->key, "item:%d", &position) == 1 && position != ms->position) {
        ms->show_hits = false;
        choose_position(ms, position);
    }
}

void meeting_go(struct meeting_screen *ms, int position)
{
    char key[KEY_MAX];
    choose_position(ms, position);
    pane_go(&ms->screen, PANE_AGENDA, item_key(key, ms->position), 0);
}

/* Where a hit is shown: its text, at its sentence. */
static void go_to_hit(struct meeting_screen *ms, enum passage_kind kind, size_t offset)
{
    for (size_t i = 0; i < TEXT_COUNT; i++) {
        if (item_text_passage[i] != kind || !ms->screen.panes[PANE_TEXTS + i].present || !ms->chosen->raw[i])
            continue;
        screen_focus(&ms->screen, PANE_TEXTS + i);
        pane_go(&ms->screen, PANE_TEXTS + i, NULL, flow_clean_offset(ms->chosen->raw[i], offset));
    }
}

/* ---- loading ---------------------------------------------------------------------------------------- */

static void keep_own_programmes(struct meeting_screen *ms, const struct programmes *all)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i]->meeting_id && strcmp(all->at[i]->meeting_id, ms->meeting->id) == 0)
            *mem_append(ms->meeting, ms->programmes.at, ms->programmes.n) = all->at[i];
}

/* ---- what changed ------------------------------------------------------------------------------------- */

static char *papers_of(const void *parent, const struct meeting *meeting)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    buf_puts(&out, meeting->id);
    for (size_t i = 0; i < meeting->n_sources; i++)
        buf_printf(&out, " %s", meeting->sources[i].sha256);
    return buf_take(&out);
}

void meeting_take_changes(struct meeting *meeting, const struct meeting_changes *changes)
{
    for (size_t i = 0; i < changes->n; i++) {
        size_t position = (size_t)changes->at[i].position;
        if (changes->at[i].kind != CHANGE_TEXT && position > 0 && position <= meeting->n_items)
            meeting->items[position - 1].in_latest = changes->at[i].kind == CHANGE_ITEM_CAME;
    }
}

/* Comparing papers takes longer than reading a meeting: an edit of the member's, after which all is read again, does not
 * change them. What cannot be compared is said on the screen of changes, and stops nobody from reading. */
static void count_changes(struct meeting_screen *ms)
{
    struct meeting_changes changes = {0};
    char *papers = papers_of(ms, ms->meeting);
    if (ms->changed.papers && strcmp(ms->changed.papers, papers) == 0) {
        talloc_free(papers);
        for (size_t i = 0; i < ms->meeting->n_items && i + 1 < ms->changed.n_of; i++)
            ms->meeting->items[i].in_latest = ms->changed.latest[i];
        return;
    }
    talloc_free(ms->changed.papers);
    ms->changed = (struct changed){.papers = papers, .n_of = ms->meeting->n_items + 1};
    ms->changed.of = mem_zero_named(papers, ms->changed.n_of * sizeof *ms->changed.of, "changes");
    ms->changed.latest = mem_zero_named(papers, ms->changed.n_of * sizeof *ms->changed.latest, "latest");
    void *local = talloc_named_const(NULL, 0, "changes");
    if (ms->meeting->n_sources > 1 && store_changes(local, ms->screen.browser->store, ms->meeting->id, &changes, NULL) == STATUS_OK)
        for (size_t i = 0; i < changes.n; i++) {
            size_t position = (size_t)changes.at[i].position;
            ms->changed.n++;
            ms->changed.of[position < ms->changed.n_of ? position : 0]++;
        }
    meeting_take_changes(ms->meeting, &changes);
    for (size_t i = 0; i < ms->meeting->n_items; i++)
        ms->changed.latest[i] = ms->meeting->items[i].in_latest;
    talloc_free(local);
}

int meeting_changes_in(const struct meeting_screen *ms, int position)
{
    return position > 0 && (size_t)position < ms->changed.n_of ? ms->changed.of[position] : 0;
}

enum status meeting_load(struct screen *screen, struct err *err)
{
    struct meeting_screen *ms = meeting_of(screen);
    struct store *store = screen->browser->store;
    struct meeting *meeting = NULL;
    struct committee_offer *offer = NULL;
    struct actions actions = {0};
    struct programmes programmes = {0};
    struct healed_minutes healed = {0};
    struct notes notes = {0};
    struct item_reads reads = {0};
    void *local = talloc_named_const(screen, 0, "meeting");
    enum status status = store_meeting(local, store, ms->id, &meeting, err);
    if (status == STATUS_OK)
        status = follow_ups_read(meeting, store, meeting->id, &actions, err);
    if (status == STATUS_OK)
        status = store_programmes(meeting, store, meeting->committee, &programmes, err);
    if (status == STATUS_OK)
        status = store_healed(meeting, store, meeting->id, &healed, err);
    if (status == STATUS_OK)
        status = store_notes(meeting, store, meeting->id, &notes, err);
    if (status == STATUS_OK)
        status = store_item_reads(meeting, store, meeting, &reads, err);
    if (status == STATUS_OK && !meeting->committee)
        status = store_offer_committee(meeting, store, meeting->id, &offer, err);
    if (status != STATUS_OK) {
        talloc_free(local);
        return status;
    }
    meeting_take_site(store, meeting);
    struct meeting *before = ms->meeting;
    ms->meeting = talloc_steal(screen, meeting);
    ms->offer = offer;
    ms->actions = actions;
    ms->programmes = (struct programmes){0};
    ms->healed = healed;
    ms->notes = notes;
    ms->reads = reads;
    ms->swept = browser_swept(screen->browser);
    count_changes(ms);
    marks_settle(screen, &ms->actions);
    keep_own_programmes(ms, &programmes);
    ms->chosen = before ? talloc_steal(screen, ms->chosen) : NULL; /* until the new choice has replaced it */
    choose_position(ms, ms->position ? ms->position : first_position(ms));
    if (!before) {
        meeting_go(ms, ms->position);
        go_to_hit(ms, ms->first_kind, ms->first_offset);
    }
    talloc_free(before);
    talloc_free(local);
    screen_stale(screen);
    return STATUS_OK;
}

/* ---- panes ----------------------------------------------------------------------------------------------- */

void meeting_agenda_fill(struct screen *screen, struct page *page)
{
    if (meeting_has_no_paper(meeting_of(screen)->meeting) && !screen_side_by_side(screen))
        no_paper_page(page, meeting_of(screen)->meeting, true); /* there is nothing else to read */
    else
        agenda_page(page, meeting_of(screen)->meeting, &meeting_of(screen)->actions, &meeting_of(screen)->notes, &meeting_of(screen)->reads);
}

void meeting_text_fill(struct screen *screen, struct page *page)
{
    struct meeting_screen *ms = meeting_of(screen);
    enum item_text text = text_of_pane(ms, (size_t)(screen->filling - screen->panes));
    void *local = talloc_named_const(NULL, 0, "text");
    if (meeting_has_no_paper(ms->meeting)) {
        no_paper_page(page, ms->meeting, true);
        talloc_free(local);
        return;
    }
    struct flow flow = {.text = ms->chosen->clean[text], .raw = ms->chosen->raw[text]};
    const struct searching *searching = screen->browser->searching;
    if (ms->show_hits && searching && !screen->marked)
        flow.marks = query_marks(local, searching->query, flow.text.text, flow.text.len, &flow.n_marks);
    meeting_notes(local, ms, text, page->width, &flow);
    const struct found *here = screen->filling == screen_pane(screen) ? ms->found_here : NULL;
    if (here)
        flow.found = (struct line_span){here->start, here->end - here->start};
    text_page(page, ms->chosen->item, text, &flow, &ms->chosen->links[text]);
    talloc_free(local);
}

/* Where the details do not stand beside the minute, what was found in it is said above it. */
static char *found_banner(struct meeting_screen *ms)
{
    const struct browser *browser = ms->screen.browser;
    const struct item *item = ms->chosen->item;
    struct follow_up_counts counts = meeting_counts(&ms->actions, ms->meeting, item);
    if (screen_side_by_side(&ms->screen))
        return NULL;
    char *key = keymap_first_key(NULL, settings_keymap(browser->settings), CMD_NEXT_TO_CHECK, CONTEXT_MEETING);
    char *words = words_found(NULL, &counts, meeting_found_count(&ms->actions, ms->meeting, item), item->truncated,
                              ms->swept, key);
    talloc_free(key);
    return words;
}

void meeting_banner_fill(struct screen *screen, struct page *page)
{
    const struct chosen *chosen = meeting_of(screen)->chosen;
    enum item_text text = text_of_pane(meeting_of(screen), (size_t)(screen->filling - screen->panes));
    if (text == TEXT_MINUTE)
        say_healed(page, &meeting_of(screen)->healed, chosen->item);
    char *found = text == TEXT_MINUTE ? found_banner(meeting_of(screen)) : NULL;
    text_banner(page, chosen->item, text, chosen->clean[text].alerts, true, found);
    talloc_free(found);
}

void meeting_about_fill(struct screen *screen, struct page *page)
{
    about_page(page, meeting_of(screen), screen->browser->program->as_at, true);
}
