/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The day of a page that does not state it, from the notice to the public (field.md 4), with the reason;
 * and what is odd about the days of a page, as warnings. Nothing is computed without a notice. */
#include "config.h"

#include "src/intake/page.h"

#include <string.h>
#include <strings.h>

struct notice {
    const struct item *item;
    struct date named;
    bool several; /* notices name different days */
};

static const char *number_of(const struct item *item)
{
    return item->minute_number ? item->minute_number : item->agenda_number ? item->agenda_number : "without a number";
}

static void look(struct notice *notice, const struct item *item, const char *text)
{
    struct date named;
    if (!text || !notice_scan(text, &named))
        return;
    notice->several |= notice->item && date_compare(notice->named, named) != 0;
    notice->item = item;
    notice->named = named;
}

static struct notice find_notice(const struct page *page)
{
    struct notice notice = {0};
    bool one_text = page->has_minutes && !page->has_labels;
    for (size_t i = 0; i < page->meeting->n_items; i++) {
        const struct item *item = &page->meeting->items[i];
        look(&notice, item, item->agenda_text);
        if (one_text)
            look(&notice, item, item->minutes_text);
    }
    return notice;
}

/* The latest day on which TEXT says a meeting was held: the one whose minutes are confirmed. */
static void previous_in(const char *text, struct date *latest)
{
    for (const char *at = text; at && (at = strcasestr(at, "held on "));) {
        struct date date;
        bool has_year;
        at += strlen("held on ");
        if (date_scan(at, &date, &has_year) && has_year && (!date_is_set(*latest) || date_compare(date, *latest) > 0))
            *latest = date;
    }
}

static struct date previous_meeting(const struct meeting *meeting)
{
    struct date latest = {0};
    for (size_t i = 0; i < meeting->n_items; i++) {
        const struct item *item = &meeting->items[i];
        if (!item_is_routine(item))
            continue;
        previous_in(item->title, &latest);
        previous_in(item->agenda_text, &latest);
        previous_in(item->minutes_text, &latest);
    }
    return latest;
}

static void infer(struct page *page, const struct notice *notice)
{
    struct meeting *meeting = page->meeting;
    struct date day = date_next_working_day(notice->named), before = previous_meeting(meeting);
    const char *words = date_words(page->scratch, notice->named);
    if (date_is_set(before) && date_compare(day, before) <= 0) {
        draft_warn(page->draft,
                   "the notice in item %s names %s, but the minutes of %s are confirmed here: no day was worked out",
                   number_of(notice->item), words, date_words(page->scratch, before));
        return;
    }
    meeting->date = day;
    meeting->date_basis = DATE_INFERRED;
    meeting->date_reason =
        mem_printf(meeting, "the notice in item %s names %s as the working day before", number_of(notice->item), words);
}

void page_settle_date(struct page *page)
{
    struct meeting *meeting = page->meeting;
    struct notice notice = find_notice(page);
    if (!notice.item)
        return;
    if (notice.several) {
        draft_warn(page->draft, "the notices on this page name different days as the working day before the meeting");
    } else if (meeting->date_basis == DATE_UNKNOWN) {
        infer(page, &notice);
    } else if (date_compare(date_next_working_day(notice.named), meeting->date) != 0) {
        draft_warn(page->draft, "the notice in item %s names %s as the working day before, the paper says that the meeting is on %s",
                   number_of(notice.item), date_words(page->scratch, notice.named),
                   date_words(page->scratch, meeting->date));
    }
}
