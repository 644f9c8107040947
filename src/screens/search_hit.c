/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One hit as lines, on the Search screen and in print, and how many there are in words. */
#include "config.h"

#include "search.h"

#include <string.h>

/* ---- one hit --------------------------------------------------------------------------------------------- */

char *hit_number(const void *parent, const struct search_row *row)
{
    if (row->kind == PASSAGE_PROGRAMME)
        return mem_strdup(parent, "work programme");
    if (row->minute_number && row->kind != PASSAGE_REPORT && row->kind != PASSAGE_AGENDA && row->kind != PASSAGE_ITEM)
        return mem_printf(parent, "minute %s", row->minute_number);
    if (row->agenda_number)
        return mem_printf(parent, "item %s", row->agenda_number);
    return row->minute_number ? mem_printf(parent, "minute %s", row->minute_number) : mem_strdup(parent, "");
}

/* Its number, page and, with KIND, what it is. */
static const char *hit_place(const void *parent, const struct search_row *row, bool kind)
{
    const char *number = hit_number(parent, row), *words = passage_kind_words(row->kind);
    if (row->page)
        number = mem_printf(parent, "%s%spage %s", number, *number ? ", " : "", row->page);
    if (kind && !text_starts(number, words))
        number = mem_printf(parent, "%s%s%s", words, *number ? ", " : "", number);
    return number;
}

char *hit_meeting(const void *parent, const struct search_row *row, int width)
{
    void *local = talloc_named_const(NULL, 0, "meeting");
    const char *day = date_is_set(row->date) ? date_words(local, row->date) : "day not known";
    int room = width - text_width(day, strlen(day)) - 3;
    char *words = mem_printf(parent, "%s   %s", day, name_in_list(local, row->committee, room > 12 ? room : 12));
    talloc_free(local);
    return words;
}

bool hit_same_meeting(const struct search_row *a, const struct search_row *b)
{
    return a->meeting_id && b->meeting_id && strcmp(a->meeting_id, b->meeting_id) == 0;
}

static char *hit_head(const void *parent, const struct search_row *row, bool kind, int width)
{
    void *local = talloc_named_const(NULL, 0, "head");
    const char *place = hit_place(local, row, kind);
    char *head = mem_printf(parent, "%s   %s", hit_meeting(local, row, width - 3 - text_width(place, strlen(place))), place);
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

/* On the last line at X. */
static void put_title(struct page *page, int x, const char *title, const struct query *query, bool brackets)
{
    struct flow flow = {.text = safe_text(NULL, title, strlen(title), SAFE_LINE)};
    void *local = (void *)flow.text.text;
    struct mark *marks = query_marks(local, query, flow.text.text, flow.text.len, &flow.n_marks);
    flow.marks = marks;
    if (brackets) {
        page_put(page, x, 0, STYLE_TEXT, bracketed(local, flow.text.text, marks, flow.n_marks));
    } else {
        char *cut = text_cut(local, flow.text.text, page->width - x - 1, false);
        flow_put(page, x, STYLE_TEXT, &flow, cut, strlen(cut), 0);
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

#define TITLE_LEAST 20 /* cells: with less room a title takes a line of its own */

/* "   minute 558   Parking at Mill Lane" */
static void put_below(struct page *page, const struct search_row *row, const char *title, const struct query *query, const struct hit_look *look)
{
    void *local = talloc_named_const(NULL, 0, "below");
    const char *place = hit_place(local, row, look->kind);
    page_say(page, HIT_INDENT, STYLE_TEXT, place);
    int x = HIT_INDENT + text_width(place, strlen(place)) + (*place ? 3 : 0);
    if (title && page->width - x < TITLE_LEAST) {
        page_line(page);
        x = HIT_INDENT;
    }
    if (title)
        put_title(page, x, title, query, look->brackets);
    talloc_free(local);
}

void hit_page(struct page *page, const struct search_row *row, const struct query *query, const struct snippet *snippet,
              const struct hit_look *look)
{
    void *local = talloc_named_const(NULL, 0, "hit");
    const char *title = row->title && (!snippet->text || strcmp(row->title, snippet->text) != 0) ? row->title : NULL;
    if (look->below) {
        put_below(page, row, look->same_item ? NULL : title, query, look);
    } else {
        page_say(page, 1, STYLE_TEXT, hit_head(local, row, look->kind, page->width - 2));
        if (title) {
            page_line(page);
            put_title(page, HIT_INDENT, title, query, look->brackets);
        }
    }
    if (snippet->text && *snippet->text && look->brackets)
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

bool hits_are_all(const struct search_rows *rows)
{
    return !rows->more && rows->total <= (int)rows->n;
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
    if (!hits_are_all(rows))
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
