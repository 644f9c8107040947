/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The reader of a meeting's page pasted as text (field.md 3.6): the order of its steps, and what is said
 * of the whole page. Each step is a file of its own; page.h tells which. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <string.h>
#include <strings.h>

#define OFF_LINES_MAX 150 /* of the page of a meeting that is off, with the site's menus */
#define WEAK_ITEMS_MIN 3  /* numbers in a row that are believed without any mark of an item */
#define PLACE_LONGEST 160 /* bytes of a place */

static struct page page_open(const void *parent, const char *text, size_t n)
{
    struct page page = {.scratch = talloc_named_const(parent, 0, "page")};
    page_split(&page, text, n);
    page_mend(&page);
    page_find_items(&page);
    return page;
}

/* Are there minutes on this page, or is it an agenda only? Its form line may say so, or its marks. */
static bool has_minutes(const struct page *page)
{
    if (page->has_labels || page->form_minutes || page->form_draft)
        return true;
    for (size_t i = 0; i < page->n; i++) {
        const char *cut = page_word_first(WORD_CUT, page->lines[i].text, NULL);
        if (cut && strcasestr(cut, "minute"))
            return true;
    }
    return false;
}

static bool has_head(const struct page *page)
{
    const struct meeting *meeting = page->meeting;
    return page->form_agenda || page->form_minutes || page->form_draft || meeting->venue || meeting->committee;
}

/* The head of PAGE is read. */
static bool looks_like_page(const struct page *page)
{
    bool items = page->n_strong > 0 || (page->has_heading && page->n_items > 0) || (page->n_items >= WEAK_ITEMS_MIN && has_head(page));
    /* a cancelled meeting has no items, and its page says little else */
    const char *status = page->meeting->status;
    bool off = status && (strcmp(status, "cancelled") == 0 || strcmp(status, "postponed") == 0) && page->meeting->committee && page->n <= OFF_LINES_MAX;
    return items || off;
}

bool page_text_looks_like(const char *text)
{
    struct draft *draft = draft_begin(NULL, FORM_PAGE_TEXT);
    struct page page = page_open(draft, text, strlen(text));
    page.draft = draft;
    page.meeting = draft->meeting;
    page_read_head(&page);
    bool looks = looks_like_page(&page);
    talloc_free(draft);
    return looks;
}

/* A number with nothing behind it ends the text: the rest was not copied or not saved. */
static bool is_cut_short(const struct page *page)
{
    const struct page_item *last = page->n_items ? &page->items[page->n_items - 1] : NULL;
    return last && last->first >= last->end;
}

static void warn_of_page(struct page *page)
{
    struct meeting *meeting = page->meeting;
    if (page->cut) {
        page->draft->incomplete = true;
        draft_warn(page->draft, "INCOMPLETE: the page has more than %zu lines; the rest was not read", PAGE_LINES_MAX);
    }
    if (page->has_minutes && !page->has_labels && meeting->n_items > 0)
        draft_warn(page->draft,
                   "agenda text and minutes cannot be told apart on this page, which has no \"Minutes:\" lines; "
                   "each item is kept as one text");
    if (page->has_rows && page->n_items > 0 && !*page->items[0].number.text)
        draft_warn(page->draft,
                   "this paste has lost the numbers of the items; titles may hold words of the agenda's text");
    if (page->numbers_lost)
        draft_warn(page->draft,
                   "this paste has lost the numbers of the items; where each one begins was told by the look "
                   "of its title");
    for (size_t i = 0; i < page->n_items; i++)
        if (!meeting->items[i].title)
            draft_warn(page->draft, "item %s has no title", page->items[i].number.text);
    for (size_t i = 1; i < page->n_items; i++)
        if (*page->items[i].number.text && item_number_same(&page->items[i - 1].number, &page->items[i].number))
            draft_warn(page->draft, "item %s stands on this page twice", page->items[i].number.text);
}

static void settle_status(struct meeting *meeting)
{
    bool moved = meeting->status_text && page_word_first(WORD_MOVED, meeting->status_text, NULL); /* to this day, and held then */
    bool open = !meeting->status || moved;
    for (size_t i = 0; i < meeting->n_items && open; i++)
        if (meeting->items[i].minutes_text || meeting->items[i].decision_text) {
            talloc_free(meeting->status);
            meeting->status = mem_strdup(meeting, "held");
            open = false;
        }
}

/* The hour, where only a line below the items says when the meeting began; two lines that differ say nothing. */
static void settle_hour(struct page *page)
{
    int hour = -1;
    for (size_t i = page->head_end; i < page->n; i++) {
        int begun = head_hour_begun(page->lines[i].text);
        if (begun >= 0 && hour >= 0 && begun != hour)
            return;
        hour = begun >= 0 ? begun : hour;
    }
    if (page->meeting->minutes_after_midnight < 0)
        page->meeting->minutes_after_midnight = hour;
}

/* The place, where only a label below the items has it: "Meeting Location", and the place on the next line. */
static void settle_place(struct page *page)
{
    size_t below = page->n_items ? page->items[page->n_items - 1].end : page->n;
    for (size_t i = below; i + 1 < page->n && !page->meeting->venue; i++) {
        const char *place = page->lines[i + 1].text;
        bool said = pack_line_says(PACK_VENUE_LABEL, page->lines[i].text) && pack_line_says(PRINT_PLACE, place) && !pack_line_says(PACK_NO_VENUE, place);
        if (said && strlen(place) <= PLACE_LONGEST)
            page->meeting->venue = text_squeeze(page->meeting, place, strlen(place));
    }
}

void page_settle(struct page *page)
{
    settle_hour(page);
    settle_place(page);
    page_settle_cuts(page);
    settle_status(page->meeting);
    page_settle_date(page);
    page_name_committees(page);
}

void page_read_items(struct page *page)
{
    struct page_part part = {0};
    for (size_t i = page->head_end; page->n_items > 0 && i < page->items[0].first; i++) {
        int number = mark_part(page->lines[i].text); /* "PART 1 (open to the public)" above the first item */
        part.part = number ? number : part.part;
    }
    for (size_t i = 0; i < page->n_items; i++)
        page_read_item(page, i, &part);
    page_place_links(page);
}

/* What is below the head, which is read, and what all of it shows. */
static void read_below_head(struct page *page)
{
    page->has_minutes = has_minutes(page);
    page_read_items(page);
    page_settle(page);
    pack_mark_excluded(page->meeting);
    warn_of_page(page);
}

void page_read(struct page *page)
{
    page_read_head(page);
    read_below_head(page);
}

static enum status refuse_cut_short(const struct page *page, struct err *err)
{
    return err_set(err, STATUS_INPUT, "cut short: it ends at the number %s, before the item's title; get the page again",
                   page->items[page->n_items - 1].number.text);
}

static enum status settle_page(struct page *page, enum status status, struct err *err)
{
    const struct meeting *meeting = page->meeting;
    if (status == STATUS_OK && meeting->n_items == 0 && !meeting->status)
        status = err_set(err, STATUS_INPUT, "no items were found: a meeting's page has lines with nothing but their numbers");
    talloc_free(page->scratch);
    return status;
}

enum status page_text_read(struct draft *draft, const char *text, size_t n, struct err *err)
{
    struct page page = page_open(draft, text, n);
    page.draft = draft;
    page.meeting = draft->meeting;
    enum status status = is_cut_short(&page) ? refuse_cut_short(&page, err) : STATUS_OK;
    if (status == STATUS_OK)
        page_read(&page);
    return settle_page(&page, status, err);
}

bool page_text_take(struct draft *draft, const char *text, size_t n, enum status *status, struct err *err)
{
    struct page page = page_open(draft, text, n);
    page.draft = draft;
    page.meeting = draft->meeting;
    page_read_head(&page);
    bool looks = looks_like_page(&page);
    *status = looks && is_cut_short(&page) ? refuse_cut_short(&page, err) : STATUS_OK;
    if (looks && *status == STATUS_OK)
        read_below_head(&page);
    if (looks)
        *status = settle_page(&page, *status, err);
    else
        talloc_free(page.scratch);
    return looks;
}
