/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the Search screen shows: hits with their snippets, and the whole text of the one under the
 * cursor. The printed form takes its hits from here. */
#include "config.h"

#include "search.h"

#include <stdio.h>
#include <string.h>

#define KEY_MAX 320

struct search_screen {
    struct screen screen;
    struct blind *blind; /* child of the screen */
    size_t whole; /* the hit whose text stands in the right pane */
};

static struct search_screen *search_of(struct screen *screen)
{
    return (struct search_screen *)screen;
}

/* ---- what was looked for beside the words ----------------------------------------------------------------- */

#define ADDED_LEAST 16 /* cells: less room says nothing */
#define ADDED_MOST 12
#define TITLE_GAP 4 /* at both ends and between */

/* "also: schools, academy and 3 others" in ROOM cells; NULL: nothing was added, or there is no room to say so. */
static char *added_words(const void *parent, const struct strings *added, int room)
{
    for (size_t n = added->n < ADDED_MOST ? added->n : ADDED_MOST; n > 0 && room >= ADDED_LEAST; n--) {
        const struct strings first = {.at = added->at, .n = n};
        char *words = mem_printf(parent, "also: %s", words_join(parent, &first, ", "));
        if (n < added->n)
            words = mem_printf(parent, "%s and %zu other%s", words, added->n - n, added->n - n == 1 ? "" : "s");
        if (text_width(words, strlen(words)) <= room)
            return words;
    }
    return NULL;
}

static char *title_of(const void *parent, const struct browser *browser)
{
    return mem_printf(parent, "find: %s", browser->searching->words);
}

/* What the head says of it, beside its title. */
static char *added_in_head(const void *parent, const struct browser *browser)
{
    const char *title = title_of(parent, browser);
    int room = browser->width - frame_prefix_width(browser->program) - text_width(title, strlen(title)) - TITLE_GAP;
    return added_words(parent, &browser->searching->query->added, room);
}

/* All of it, where the head has no room for that. */
static void say_added(struct page *page, const struct browser *browser)
{
    const struct strings *added = &browser->searching->query->added;
    void *local = talloc_named_const(NULL, 0, "added");
    const char *all = mem_printf(local, "also: %s", words_join(local, added, ", ")), *said = added_in_head(local, browser);
    if (added->n && (!said || strcmp(said, all) != 0)) {
        page_blank(page);
        page_wrap(page, 1, 3, page->width - 2, STYLE_QUIET, mem_printf(local, "%s (:set related off finds the words alone)", all));
    }
    talloc_free(local);
}

/* ---- panes ---------------------------------------------------------------------------------------------------- */

/* A hit is told by its place, so that the cursor stays on it when others come and when it is published anew. */
static const char *hit_key(char key[KEY_MAX], const struct search_row *row)
{
    const char *of = row->action_id ? row->action_id : row->note_id ? row->note_id : row->meeting_id;
    (void)snprintf(key, KEY_MAX, "hit:%d:%d:%lld:%s", (int)row->kind, row->position, (long long)row->offset, of ? of : "");
    return key;
}

/* How many there are of KIND; 0: not known yet. */
static int64_t count_of_kind(const struct searching *searching, enum passage_kind kind)
{
    const struct search_rows *rows = &searching->rows;
    int64_t n = 0;
    if (!hits_are_all(rows))
        return searching->kinds_counted ? searching->of_kind[kind] : 0;
    for (size_t i = 0; i < rows->n; i++)
        n += rows->at[i].kind == kind;
    return n;
}

/* "Minutes (204)" */
static void put_kind(struct page *page, const struct searching *searching, enum passage_kind kind)
{
    int64_t n = count_of_kind(searching, kind);
    char *heading = n > 1 ? mem_printf(NULL, "%s (%lld)", search_kind_name(kind), (long long)n) : mem_strdup(NULL, search_kind_name(kind));
    page_heading(page, 1, heading);
    talloc_free(heading);
}

static void put_meeting(struct page *page, const struct search_row *row)
{
    char *heading = hit_meeting(NULL, row, page->width - 2);
    page_heading(page, 1, heading);
    talloc_free(heading);
}

/* Does hit I stand below another heading than the one before it? */
static bool begins_group(const struct searching *searching, size_t i)
{
    const struct search_row *row = &searching->rows.at[i];
    return i == 0 || (searching->by_meeting ? !hit_same_meeting(row - 1, row) : row[-1].kind != row->kind);
}

/* The heading that hit I begins, if it begins one, and how it stands below it. The best stand each for itself. */
static struct hit_look begin_hit(struct page *page, const struct searching *searching, size_t i)
{
    const struct search_row *row = &searching->rows.at[i], *before = i > 0 ? row - 1 : NULL;
    bool kind = before && before->kind == row->kind, meeting = before && hit_same_meeting(before, row);
    if (searching->rows.order == SEARCH_BEST)
        return (struct hit_look){.kind = true};
    if (begins_group(searching, i) && searching->by_meeting)
        put_meeting(page, row);
    else if (begins_group(searching, i))
        put_kind(page, searching, row->kind);
    return (struct hit_look){.kind = searching->by_meeting,
                             .below = searching->by_meeting || (kind && meeting),
                             .same_item = kind && meeting && row->position > 0 && before->position == row->position};
}

static void found_fill(struct screen *screen, struct page *page)
{
    struct searching *searching = screen->browser->searching;
    char key[KEY_MAX];
    for (size_t i = 0; i < searching->rows.n; i++) {
        const struct search_row *row = &searching->rows.at[i];
        const struct hit_look look = begin_hit(page, searching, i);
        page_row(page, hit_key(key, row), 0);
        hit_page(page, row, searching->query, search_snippet(searching, i), &look);
        page_no_row(page);
    }
    if (!hits_are_all(&searching->rows)) {
        page_blank(page);
        page_wrap(page, 1, 1, page->width - 2, STYLE_QUIET,
                  searching->limit < HITS_MOST ? "More places come as you go on." : "There are more: other words or fields, such as date:, leave fewer.");
    }
    if (searching->rows.n == 0)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT,
                  "Nothing found. A word ending in * finds all that begin so; \"words in quotes\" stand together.");
    say_added(page, screen->browser);
    blind_page(page, search_of(screen)->blind);
}

size_t search_hit_here(struct screen *screen)
{
    const struct row *row = view_row(&screen->panes[0].view);
    const struct search_rows *rows = &screen->browser->searching->rows;
    char key[KEY_MAX];
    if (!row)
        return 0;
    for (size_t i = 0; row->key && i < rows->n; i++)
        if (strcmp(hit_key(key, &rows->at[i]), row->key) == 0)
            return i;
    return rows->n ? rows->n - 1 : 0;
}

/* The whole text that the hit stands in. */
static void whole_fill(struct screen *screen, struct page *page)
{
    struct searching *searching = screen->browser->searching;
    size_t hit = search_of(screen)->whole;
    if (hit >= searching->rows.n)
        return;
    const struct search_row *row = &searching->rows.at[hit];
    void *local = talloc_named_const(NULL, 0, "whole");
    struct flow flow = {.text =
                            safe_text(local, row->body ? row->body : "", row->body ? strlen(row->body) : 0, SAFE_TEXT),
                        .raw = row->body,
                        .margin = 1};
    flow.marks = query_marks(local, searching->query, flow.text.text, flow.text.len, &flow.n_marks);
    page_wrap(page, 1, 1, page->width - 2, STYLE_HEADING, row->title ? row->title : "");
    page_say(page, 1, STYLE_QUIET, hit_number(local, row));
    page_blank(page);
    page_flow(page, &flow);
    if (row->truncated) {
        page_blank(page);
        page_wrap(page, 1, 1, page->width - 2, STYLE_WARNING, FACT_CUT);
    }
    talloc_free(local);
}

/* The right pane follows the cursor of the list. */
static void follow_hit(struct screen *screen)
{
    struct searching *searching = screen->browser->searching;
    size_t hit = search_hit_here(screen);
    struct pane *whole = &screen->panes[1];
    whole->present = hit < searching->rows.n;
    if (!whole->present || (search_of(screen)->whole == hit && whole->title))
        return;
    const struct search_row *row = &searching->rows.at[hit];
    char *number = hit_number(NULL, row);
    talloc_free((void *)whole->title);
    if (number[0] >= 'a' && number[0] <= 'z')
        number[0] = (char)(number[0] - 'a' + 'A');
    whole->title = mem_printf(screen, "%s, whole text", number[0] ? number : "Hit");
    talloc_free(number);
    search_of(screen)->whole = hit;
    searching->current = hit;
    talloc_free(whole->view.page);
    whole->view = (struct view){.height = whole->view.height};
    const struct snippet *snippet = search_snippet(searching, hit);
    size_t in_body = snippet->at >= (size_t)row->offset ? snippet->at - (size_t)row->offset : 0;
    pane_go(screen, 1, NULL, row->body ? flow_clean_offset(row->body, in_body) : 0);
}

void search_renew(struct screen *screen)
{
    for (size_t i = 0; i < screen->n_panes; i++) {
        TALLOC_FREE(screen->panes[i].view.page);
        screen->panes[i].view.row = screen->panes[i].view.top = 0;
    }
    talloc_free((void *)screen->panes[1].title);
    screen->panes[1].title = NULL;
    screen->focus = 0;
    follow_hit(screen);
}

void search_grown(struct screen *screen)
{
    search_of(screen)->whole = search_hit_here(screen); /* the row under the cursor has another place now */
    screen_stale(screen);
    screen_lay_out(screen);
}

unsigned search_go(struct screen *screen, size_t hit)
{
    char key[KEY_MAX];
    (void)view_go(&screen->panes[0].view, hit_key(key, &screen->browser->searching->rows.at[hit]), 0);
    follow_hit(screen);
    return REACT_REDRAW;
}

/* ---- the screen -------------------------------------------------------------------------------------------------- */

static enum status search_load(struct screen *screen, struct err *err)
{
    struct blind *blind = NULL;
    enum status status = search_freshen(screen->browser, err);
    if (status == STATUS_OK)
        status = blind_read(screen, screen->browser, &blind, err);
    if (status == STATUS_OK) {
        talloc_free(search_of(screen)->blind);
        search_of(screen)->blind = blind;
        screen_stale(screen);
        follow_hit(screen);
    }
    return status;
}

/* What was found, and what was left out of it. */
static char *found_note(const void *parent, const struct searching *searching)
{
    char *counted = hits_counted(parent, &searching->rows, searching->counted ? &searching->counts : NULL);
    long long routine = searching->counted ? (long long)searching->counts.routine : 0;
    if (searching->query->only_routine)
        return mem_printf(parent, "%s · only routine texts", counted);
    return routine ? mem_printf(parent, "%s · %lld routine left out (E)", counted, routine) : counted;
}

/* Is the cursor of the list on a row that is no hit? */
static bool is_beside(struct screen *screen)
{
    return screen->focus == 0 && blind_is_row(screen_key(screen));
}

static void search_frame(struct screen *screen, struct frame *frame)
{
    const struct searching *searching = screen->browser->searching;
    const struct store_counts *counts = &search_of(screen)->blind->counts;
    frame->title = title_of(frame->context, screen->browser);
    frame->title_right = added_in_head(frame->context, screen->browser);
    frame->note = found_note(frame->context, searching);
    frame->note_right =
        mem_printf(frame->context, "%s searched", words_count(frame->context, counts->meetings, "meeting", "meetings"));
    frame->where = mem_printf(frame->context, "Find > %s", searching->words);
    frame->position = searching->rows.n && is_beside(screen) ? words_count(frame->context, (int)searching->rows.n, "hit", "hits")
                      : searching->rows.n
                          ? mem_printf(frame->context, "hit %zu of %zu", search_hit_here(screen) + 1, searching->rows.n)
                          : "no hit";
}

static unsigned go_to_group(struct screen *screen, bool next)
{
    const struct searching *searching = screen->browser->searching;
    size_t here = search_hit_here(screen), to = here;
    bool grouped = searching->rows.order != SEARCH_BEST && screen->focus == 0 && here < searching->rows.n;
    do
        to = next ? to + 1 : to - 1;
    while (grouped && to < searching->rows.n && !begins_group(searching, to));
    if (!grouped || to >= searching->rows.n)
        return browser_sayf(screen->browser, next ? "no group below" : "no group above");
    return search_go(screen, to) | search_go_on(screen->browser, to);
}

static unsigned search_act(struct screen *screen, const struct request *request)
{
    if (request->command == CMD_OPEN && is_beside(screen))
        return blind_open(screen->browser, search_of(screen)->blind, screen_key(screen));
    if (request->command == CMD_OPEN)
        return search_open(screen->browser, search_hit_here(screen));
    if (request->command == CMD_ALL_ROWS)
        return search_is_live(screen->browser) ? REACT_REDRAW : search_turn_routine(screen->browser);
    if (request->command == CMD_SEARCH_ORDER)
        return search_is_live(screen->browser) ? REACT_REDRAW : search_turn_order(screen->browser, request->arguments);
    if (request->command == CMD_SEARCH_GROUP)
        return search_is_live(screen->browser) ? REACT_REDRAW : search_turn_group(screen->browser);
    if (request->command == CMD_NEXT_GROUP || request->command == CMD_PREVIOUS_GROUP)
        return go_to_group(screen, request->command == CMD_NEXT_GROUP);
    if (screen->focus != 0 || !view_do(&screen_pane(screen)->view, request->command, request->count))
        return NOT_MINE;
    follow_hit(screen);
    return search_go_on(screen->browser, search_hit_here(screen));
}

static const char *search_meeting_id(struct screen *screen)
{
    const struct searching *searching = screen->browser->searching;
    size_t hit = search_hit_here(screen);
    if (is_beside(screen))
        return blind_meeting(search_of(screen)->blind, screen_key(screen));
    return hit < searching->rows.n ? searching->rows.at[hit].meeting_id : NULL;
}

static void search_adding(struct screen *screen, struct add_place *place)
{
    const struct searching *searching = screen->browser->searching;
    size_t hit = search_hit_here(screen);
    if (hit >= searching->rows.n || is_beside(screen) || searching->rows.at[hit].kind == PASSAGE_ACTION)
        return;
    place->meeting_id = mem_strdup(place, searching->rows.at[hit].meeting_id);
    place->position = searching->rows.at[hit].kind == PASSAGE_PROGRAMME ? 0 : searching->rows.at[hit].position;
}

/* One hit stands in every order and group. */
static enum offer search_offers(struct screen *screen, enum command_id command)
{
    bool turns = command == CMD_SEARCH_ORDER || command == CMD_SEARCH_GROUP;
    return turns && screen->browser->searching->rows.n < 2 ? OFFER_NO : OFFER_UNKNOWN;
}

static const struct screen_ops search_ops = {
    .name = "Find",
    .context = CONTEXT_SEARCH,
    .wish = {.note = true, .n_columns = 2, .share = {66, 54}},
    .offers = search_offers,
    .load = search_load,
    .frame = search_frame,
    .act = search_act,
    .meeting_id = search_meeting_id,
    .adding = search_adding,
};

struct screen *search_new(struct browser *browser)
{
    struct search_screen *ss = screen_new(browser, struct search_screen, &search_ops);
    screen_add_pane(&ss->screen, 0, "Found", found_fill);
    screen_add_pane(&ss->screen, 1, NULL, whole_fill);
    ss->screen.shown[1] = 1;
    return &ss->screen;
}
