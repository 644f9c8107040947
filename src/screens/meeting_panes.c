/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What stands in the panes of a meeting: the agenda with its facts, a text with what is missing of it,
 * and what is known about one item. Pages only; printed forms use them too. */
#include "config.h"

#include "meeting.h"
#include "notes.h"

#include <stdio.h>
#include <string.h>

static bool is_same(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

static bool is_borne(const struct meeting *meeting, const char *minute_number)
{
    for (size_t i = 0; i < meeting->n_items; i++)
        if (is_same(meeting->items[i].minute_number, minute_number))
            return true;
    return false;
}

static bool has_title(const struct item *item, const char *title)
{
    if (!item->title || !title)
        return false;
    void *local = talloc_named_const(NULL, 0, "title");
    bool same = strcmp(text_fold(local, item->title), text_fold(local, title)) == 0;
    talloc_free(local);
    return same;
}

bool action_is_of_item(const struct action *action, const struct meeting *meeting, const struct item *item)
{
    if (action->item_position)
        return item->position == action->item_position;
    if (is_borne(meeting, action->minute_number))
        return is_same(item->minute_number, action->minute_number);
    if (item->agenda_number && action->agenda_number)
        return strcmp(item->agenda_number, action->agenda_number) == 0;
    return has_title(item, action->item_title);
}

/* ---- the agenda ------------------------------------------------------------------------------------- */

/* Cells of the columns of numbers; 0 where no item has one. */
struct numbers {
    int agenda, minute, title; /* title: the cell where titles begin */
};

static int wider(int width, const char *text)
{
    int own = text ? text_width(text, strlen(text)) : 0;
    return own > width ? own : width;
}

static struct numbers measure_numbers(const struct meeting *meeting)
{
    struct numbers numbers = {0};
    for (size_t i = 0; i < meeting->n_items; i++) {
        numbers.agenda = wider(numbers.agenda, meeting->items[i].agenda_number);
        numbers.minute = wider(numbers.minute, meeting->items[i].minute_number);
    }
    if (numbers.agenda && numbers.agenda < 3)
        numbers.agenda = 3; /* room for the mark of the cursor's row */
    numbers.title = 1;
    numbers.title += numbers.agenda ? numbers.agenda + 2 : 0;
    numbers.title += numbers.minute ? numbers.minute + (numbers.agenda ? 2 : 3) : 0;
    return numbers;
}

static void put_numbers(struct page *page, const struct item *item, const struct numbers *numbers)
{
    int x = 1;
    if (numbers->agenda) {
        const char *number = item->agenda_number ? item->agenda_number : "";
        page_put(page, x + numbers->agenda - text_width(number, strlen(number)), 0, STYLE_TEXT, number);
        x += numbers->agenda + 2;
    }
    page_put(page, x + (numbers->agenda ? 0 : 1), 0, STYLE_TEXT, item->minute_number);
}

static void put_agenda_item(struct page *page, const struct item *item, const struct numbers *numbers,
                            struct follow_up_counts counts, int own_notes, enum item_read read)
{
    char key[32];
    void *local = talloc_named_const(NULL, 0, "agenda");
    struct strings notes = fact_item_notes(local, item);
    (void)snprintf(key, sizeof key, "item:%d", item->position);
    if (counts.to_check)
        strings_add(local, &notes, mem_printf(local, "%d to check", counts.to_check));
    if (counts.kept)
        strings_add(local, &notes, mem_printf(local, "%d on the tracker", counts.kept));
    if (own_notes)
        strings_add(local, &notes, words_count(local, own_notes, "note", "notes"));
    if (read != ITEM_UNREAD)
        strings_add(local, &notes, read == ITEM_READ ? "read" : "read, says more now");
    page_row(page, key, 0);
    page_line(page);
    put_numbers(page, item, numbers);
    const char *title = item->title ? item->title : "no title";
    page_wrap_on(page, numbers->title, numbers->title, page->width - numbers->title - 1, STYLE_TEXT, title);
    if (notes.n)
        page_facts(page, numbers->title, page->width - numbers->title - 1, STYLE_QUIET, &notes);
    page_no_row(page);
    talloc_free(local);
}

void agenda_page(struct page *page, const struct meeting *meeting, const struct actions *actions, const struct notes *notes,
                 const struct item_reads *reads)
{
    struct numbers numbers = measure_numbers(meeting);
    for (size_t i = 0; i < meeting->n_items; i++) {
        const struct item *item = &meeting->items[i], *before = i ? &meeting->items[i - 1] : NULL;
        if (before && item_is_routine(before) != item_is_routine(item))
            page_blank(page);
        if (item->part == 2 && before && before->part != 2)
            page_say(page, numbers.title, STYLE_HEADING, "Part Two");
        put_agenda_item(page, item, &numbers, meeting_counts(actions, meeting, item), notes_count(notes, meeting, item->position),
                        i < reads->n ? reads->of[i] : ITEM_UNREAD);
    }
    const char *off = status_called_off(meeting->status);
    if (meeting->n_items == 0)
        page_sayf(page, 1, STYLE_TEXT, "%s%s%s", off ? off : "", off ? "; " : "", meeting_has_no_paper(meeting) ? "no paper held yet" : "no items in these papers");
}

/* ---- a text ------------------------------------------------------------------------------------------- */

/* reliability.md 3: how many, in the text's first lines; those that do no harm are not spoken of. */
static void hidden_banner(struct page *page, unsigned hidden)
{
    if (hidden == 0)
        return;
    char *many = words_count(NULL, (int)hidden, "hidden character", "hidden characters");
    char *words = mem_printf(NULL, "%s here: removed, or shown as marks.", many);
    page_wrap(page, 1, 1, page->width - 2, STYLE_WARNING, words);
    talloc_free(words);
    talloc_free(many);
}

void text_banner(struct page *page, const struct item *item, enum item_text text, unsigned hidden, bool keys,
                 const char *found)
{
    char *exempt = fact_exempt(NULL, item);
    if (exempt && (text == TEXT_MINUTE || text == TEXT_REPORT))
        page_wrap(page, 1, 1, page->width - 2, STYLE_WARNING, exempt);
    if (text == TEXT_MINUTE && item->truncated)
        page_wrap(page, 1, 1, page->width - 2, STYLE_WARNING, keys ? FACT_CUT " F says how to get it." : FACT_CUT);
    if (found)
        page_wrap(page, 1, 1, page->width - 2, STYLE_QUIET, found);
    hidden_banner(page, hidden);
    if (page->n_lines && page->width < SIDE_BY_SIDE_FROM * 2 / 3)
        page_blank(page);
    talloc_free(exempt);
}

/* Why there is nothing to read. */
static void no_text(struct page *page, const struct item *item)
{
    char *report = fact_report(NULL, item);
    page_row(page, "none", 0);
    page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT,
              item->title ? "No text of this item is held." : "This meeting has no items.");
    page_no_row(page);
    if (report)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, report);
    talloc_free(report);
}

static void say_end(struct page *page, const struct item *item, enum item_text text, int margin)
{
    static const char whole[] = "┄┄┄ the council's page stops here; resolutions or actions may follow ┄┄┄";
    if (text != TEXT_MINUTE || !item->truncated)
        return;
    page_no_row(page);
    if (text_width(whole, strlen(whole)) + margin + 1 <= page->width) {
        page_say(page, margin, STYLE_WARNING, whole);
        return;
    }
    page_say(page, margin, STYLE_WARNING, "┄┄┄ the council's page stops here ┄┄┄");
    page_wrap(page, margin, margin, 0, STYLE_WARNING, "Resolutions or actions may follow.");
}

/* Votes are told with what was decided: the minute, else the first text there is. */
static bool votes_are_of(const struct item *item, enum item_text text)
{
    static const enum item_text order[] = {TEXT_MINUTE, TEXT_DECISION, TEXT_AGENDA, TEXT_REPORT};
    for (size_t i = 0; i < MB_LENGTH(order); i++)
        if (item_has_text(item, order[i]))
            return order[i] == text;
    return true;
}

/* "Resolution 3 – Resolution, Carried", and below it how each voted, as printed. */
static void say_votes(struct page *page, const struct item *item, int margin)
{
    if (item->n_votes)
        page_heading(page, margin, "Recorded votes");
    for (size_t i = 0; i < item->n_votes; i++) {
        const struct vote *vote = &item->votes[i];
        void *local = talloc_named_const(NULL, 0, "vote");
        struct strings facts = {0};
        const char *title = vote->title ? vote->title : vote->type ? vote->type : "Vote";
        if (vote->type && vote->title)
            strings_add(local, &facts, vote->type);
        if (vote->result)
            strings_add(local, &facts, vote->result);
        page_row(page, mem_printf(local, "vote:%zu", i), 0);
        page_wrap(page, margin, margin + 2, page->width - margin - 1, STYLE_TEXT,
                  mem_printf(local, "· %s%s%s", title, facts.n ? " – " : "", words_join(local, &facts, ", ")));
        if (vote->text)
            page_wrap(page, margin + 2, margin + 2, page->width - margin - 3, STYLE_TEXT, vote->text);
        page_no_row(page);
        talloc_free(local);
    }
}

void text_page(struct page *page, const struct item *item, enum item_text text, const struct flow *flow,
               const struct text_links *links)
{
    struct flow numbered = *flow;
    if (!item_has_text(item, text)) {
        no_text(page, item);
        say_votes(page, item, 1);
        return;
    }
    numbered.links = links->places;
    numbered.n_links = links->n_places;
    if (text == TEXT_REPORT)
        page_blocks(page, item->blocks, item->n_blocks, &numbered);
    else
        page_flow(page, &numbered);
    say_end(page, item, text, flow->margin);
    if (votes_are_of(item, text))
        say_votes(page, item, flow->margin);
    links_page(page, flow, links);
}

void no_paper_page(struct page *page, const struct meeting *meeting, bool keys)
{
    void *local = talloc_named_const(NULL, 0, "no paper");
    struct strings lines = fact_how_known(local, meeting);
    if (keys && !meeting_is_listed(meeting))
        strings_add(local, &lines, ":withdraw-meeting takes the entry back.");
    if (keys && meeting_is_listed(meeting) && !meeting->site)
        strings_add(local, &lines, ":site says where the council publishes; then the address of its page stands here.");
    for (size_t i = 0; i < lines.n; i++) {
        if (i > 0)
            page_blank(page);
        page_row(page, NULL, i);
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, lines.at[i]);
        page_no_row(page);
    }
    talloc_free(local);
}
