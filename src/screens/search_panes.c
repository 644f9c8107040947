/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the Search screen shows: hits with their snippets, and the whole text of the one under the
 * cursor. The printed form takes its hits from here. */
#include "config.h"

#include "search.h"

#include <stdio.h>
#include <string.h>

#define HIT_INDENT 3
#define KEY_MAX 48

struct search_screen {
    struct screen screen;
    struct store_counts counts;
    size_t whole; /* the hit whose text stands in the right pane */
};

static struct search_screen *search_of(struct screen *screen)
{
    return (struct search_screen *)screen;
}

/* ---- one hit --------------------------------------------------------------------------------------------- */

static char *hit_number(const void *parent, const struct search_row *row)
{
    if (row->kind == PASSAGE_PROGRAMME)
        return mem_strdup(parent, "work programme");
    if (row->minute_number && row->kind != PASSAGE_REPORT && row->kind != PASSAGE_AGENDA)
        return mem_printf(parent, "minute %s", row->minute_number);
    if (row->agenda_number)
        return mem_printf(parent, "item %s", row->agenda_number);
    return row->minute_number ? mem_printf(parent, "minute %s", row->minute_number) : mem_strdup(parent, "");
}

static char *hit_head(const void *parent, const struct search_row *row, bool kind, int width)
{
    void *local = talloc_named_const(NULL, 0, "head");
    const char *day = date_is_set(row->date) ? date_words(local, row->date) : "day not known";
    const char *number = hit_number(local, row), *words = passage_kind_words(row->kind);
    if (row->page)
        number = mem_printf(local, "%s%spage %s", number, *number ? ", " : "", row->page);
    if (kind && !text_starts(number, words))
        number = mem_printf(local, "%s%s%s", words, *number ? ", " : "", number);
    int room = width - text_width(day, strlen(day)) - text_width(number, strlen(number)) - 6;
    char *head =
        mem_printf(parent, "%s   %s   %s", day, name_in_list(local, row->committee, room > 12 ? room : 12), number);
    talloc_free(local);
    return head;
}

/* TEXT with brackets round its marks: for print, where there is no other way to show them. */
static char *bracketed(const void *parent, const char *text, const struct mark *marks, size_t n_marks)
{
    struct buf out;
    size_t at = 0;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < n_marks; i++) {
        buf_add(&out, text + at, marks[i].start - at);
        buf_putc(&out, '[');
        buf_add(&out, text + marks[i].start, marks[i].len);
        buf_putc(&out, ']');
        at = marks[i].start + marks[i].len;
    }
    buf_puts(&out, text + at);
    return buf_take(&out);
}

static void put_title(struct page *page, const char *title, const struct query *query, bool brackets)
{
    struct flow flow = {.text = safe_text(NULL, title, strlen(title), SAFE_LINE)};
    void *local = (void *)flow.text.text;
    struct mark *marks = query_marks(local, query, flow.text.text, flow.text.len, &flow.n_marks);
    flow.marks = marks;
    if (brackets) {
        page_say(page, HIT_INDENT, STYLE_TEXT, bracketed(local, flow.text.text, marks, flow.n_marks));
    } else {
        char *cut = text_cut(local, flow.text.text, page->width - HIT_INDENT - 1, false);
        page_line(page);
        flow_put(page, HIT_INDENT, STYLE_TEXT, &flow, cut, strlen(cut), 0);
    }
    talloc_free(local);
}

static void put_snippet(struct page *page, const struct snippet *snippet)
{
    struct flow flow = {.text = safe_text(NULL, snippet->text, strlen(snippet->text), SAFE_LINE),
                        .marks = snippet->marks,
                        .n_marks = snippet->n_marks};
    int right = page->width - 1 > HIT_INDENT + READING_WIDTH ? HIT_INDENT + READING_WIDTH : page->width - 1;
    struct line_spans spans = text_wrap(flow.text.text, flow.text.text, flow.text.len, right, HIT_INDENT, HIT_INDENT);
    for (size_t i = 0; i < spans.n; i++) {
        page_line(page);
        flow_put(page, HIT_INDENT, STYLE_TEXT, &flow, flow.text.text + spans.at[i].start, spans.at[i].len,
                 spans.at[i].start);
    }
    talloc_free((void *)flow.text.text);
}

void hit_page(struct page *page, const struct search_row *row, const struct query *query, const struct snippet *snippet,
              bool kind, bool brackets)
{
    void *local = talloc_named_const(NULL, 0, "hit");
    page_say(page, 1, STYLE_TEXT, hit_head(local, row, kind, page->width - 2));
    if (row->title && (!snippet->text || strcmp(row->title, snippet->text) != 0))
        put_title(page, row->title, query, brackets);
    if (snippet->text && *snippet->text && brackets)
        page_wrap(page, HIT_INDENT, HIT_INDENT, page->width - HIT_INDENT - 1, STYLE_TEXT,
                  bracketed(local, snippet->text, snippet->marks, snippet->n_marks));
    else if (snippet->text && *snippet->text)
        put_snippet(page, snippet);
    talloc_free(local);
}

/* ---- counts ------------------------------------------------------------------------------------------------ */

/* "1204 places in 310 meetings"; until they are counted "more than 1000 places" */
static char *all_counted(const void *parent, const struct search_rows *rows, const struct search_counts *counts)
{
    void *local = talloc_named_const(NULL, 0, "all");
    char *words = counts ? mem_printf(parent, "%s in %s", words_count(local, (int)counts->places, "place", "places"),
                                      words_count(local, (int)counts->meetings, "meeting", "meetings"))
                         : mem_printf(parent, "%s%d places", rows->more ? "more than " : "", rows->total);
    talloc_free(local);
    return words;
}

char *hits_counted(const void *parent, const struct search_rows *rows, const struct search_counts *counts)
{
    int minutes = 0, actions = 0, others = 0;
    const char *order = search_order_names[rows->order];
    struct strings parts = {0};
    void *local = talloc_named_const(NULL, 0, "counted");
    for (size_t i = 0; i < rows->n; i++) {
        minutes += rows->at[i].kind == PASSAGE_MINUTES;
        actions += rows->at[i].kind == PASSAGE_ACTION;
    }
    others = (int)rows->n - minutes - actions;
    if (rows->total > (int)rows->n)
        strings_add(local, &parts, mem_printf(local, "%s, the %s %zu shown", all_counted(local, rows, counts), order, rows->n));
    else {
        if (minutes)
            strings_add(local, &parts, words_count(local, minutes, "place in the minutes", "places in the minutes"));
        if (actions)
            strings_add(local, &parts, words_count(local, actions, "follow-up", "follow-ups"));
        if (others)
            strings_add(local, &parts, words_count(local, others, "other place", "other places"));
    }
    char *counted = parts.n ? mem_printf(parent, "%s · %s first", words_join(local, &parts, ", "), order)
                            : mem_strdup(parent, "nothing found");
    talloc_free(local);
    return counted;
}

/* ---- panes ---------------------------------------------------------------------------------------------------- */

static void blind_spots(struct page *page, const struct store_counts *counts)
{
    if (counts->minutes_cut == 0 && counts->papers_to_get == 0)
        return;
    page_heading(page, 1, "What this search could not see");
    void *local = talloc_named_const(NULL, 0, "blind");
    if (counts->minutes_cut)
        page_wrap(page, HIT_INDENT, HIT_INDENT, page->width - HIT_INDENT - 1, STYLE_TEXT,
                  mem_printf(local, "%d of the %d minutes held %s cut off, and the words may be in the missing part",
                             counts->minutes_cut, counts->minutes, counts->minutes_cut == 1 ? "is" : "are"));
    if (counts->papers_to_get)
        page_wrap(page, HIT_INDENT, HIT_INDENT, page->width - HIT_INDENT - 1, STYLE_TEXT,
                  mem_printf(local, "%s named in your papers %s not held",
                             words_count(local, counts->papers_to_get, "paper", "papers"),
                             counts->papers_to_get == 1 ? "is" : "are"));
    talloc_free(local);
}

/* A hit is told by its row of the index, so that the cursor stays on it when others come. */
static const char *hit_key(char key[KEY_MAX], const struct search_row *row)
{
    (void)snprintf(key, KEY_MAX, "hit:%d:%lld", (int)row->kind, (long long)row->id);
    return key;
}

/* What was searched for beside the words, in so many lines as it takes. */
static void say_added(struct page *page, const struct strings *added)
{
    void *local = talloc_named_const(NULL, 0, "added");
    if (added->n)
        page_wrap(page, 1, 3, page->width - 2, STYLE_QUIET,
                  mem_printf(local, "also: %s (:set related off finds the words alone)", words_join(local, added, ", ")));
    talloc_free(local);
}

static void found_fill(struct screen *screen, struct page *page)
{
    struct searching *searching = screen->browser->searching;
    char key[KEY_MAX];
    bool ranked = searching->rows.order == SEARCH_BEST;
    say_added(page, &searching->query->added);
    for (size_t i = 0; i < searching->rows.n; i++) {
        const struct search_row *row = &searching->rows.at[i];
        if (!ranked && (i == 0 || searching->rows.at[i - 1].kind != row->kind))
            page_heading(page, 1, search_kind_name(row->kind));
        page_row(page, hit_key(key, row), 0);
        hit_page(page, row, searching->query, search_snippet(searching, i), ranked, false);
        page_no_row(page);
    }
    if (searching->rows.total > (int)searching->rows.n) {
        page_blank(page);
        page_wrap(page, 1, 1, page->width - 2, STYLE_QUIET,
                  searching->limit < HITS_MOST ? "More places come as you go on." : "There are more: other words or fields, such as date:, leave fewer.");
    }
    if (searching->rows.n == 0)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT,
                  "Nothing found. A word ending in * finds all that begin so; \"words in quotes\" stand together.");
    blind_spots(page, &search_of(screen)->counts);
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
    search_of(screen)->whole = SIZE_MAX; /* its places are others now, its row is the same */
    screen_stale(screen);
    screen_lay_out(screen);
    search_of(screen)->whole = search_hit_here(screen);
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
    enum status status = store_count(screen->browser->store, &search_of(screen)->counts, err);
    if (status == STATUS_OK)
        status = search_freshen(screen->browser, err);
    if (status == STATUS_OK) {
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

static void search_frame(struct screen *screen, struct frame *frame)
{
    const struct searching *searching = screen->browser->searching;
    const struct store_counts *counts = &search_of(screen)->counts;
    frame->title = mem_printf(frame->context, "find: %s", searching->words);
    frame->note = found_note(frame->context, searching);
    frame->note_right =
        mem_printf(frame->context, "%s searched", words_count(frame->context, counts->meetings, "meeting", "meetings"));
    frame->where = mem_printf(frame->context, "Find > %s", searching->words);
    frame->position = searching->rows.n
                          ? mem_printf(frame->context, "hit %zu of %zu", search_hit_here(screen) + 1, searching->rows.n)
                          : "no hit";
}

static unsigned search_act(struct screen *screen, const struct request *request)
{
    if (request->command == CMD_OPEN)
        return search_open(screen->browser, search_hit_here(screen));
    if (request->command == CMD_ALL_ROWS)
        return search_is_live(screen->browser) ? REACT_REDRAW : search_turn_routine(screen->browser);
    if (request->command == CMD_SEARCH_ORDER)
        return search_is_live(screen->browser) ? REACT_REDRAW : search_turn_order(screen->browser, request->arguments);
    if (screen->focus != 0 || !view_do(&screen_pane(screen)->view, request->command, request->count))
        return NOT_MINE;
    follow_hit(screen);
    return search_go_on(screen->browser, search_hit_here(screen));
}

static const char *search_meeting_id(struct screen *screen)
{
    const struct searching *searching = screen->browser->searching;
    size_t hit = search_hit_here(screen);
    return hit < searching->rows.n ? searching->rows.at[hit].meeting_id : NULL;
}

static void search_adding(struct screen *screen, struct add_place *place)
{
    const struct searching *searching = screen->browser->searching;
    size_t hit = search_hit_here(screen);
    if (hit >= searching->rows.n || searching->rows.at[hit].kind == PASSAGE_ACTION)
        return;
    place->meeting_id = mem_strdup(place, searching->rows.at[hit].meeting_id);
    place->position = searching->rows.at[hit].kind == PASSAGE_PROGRAMME ? 0 : searching->rows.at[hit].position;
}

static const struct screen_ops search_ops = {
    .name = "Find",
    .context = CONTEXT_SEARCH,
    .wish = {.note = true, .n_columns = 2, .share = {66, 54}},
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
