/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Two meetings that may be one, as pages: what each paper says stands beside what the other says, for the member
 * decides by looking. Nothing here weighs anew: reasons come from the store. */
#include "config.h"

#include "pairs.h"

#include <string.h>

#define LABELS 10     /* cells of "Committee" and its gap */
#define GAP 2         /* cells between the two sides */
#define NOT_SAID "not stated"

/* ---- papers ------------------------------------------------------------------------------------------------- */

static enum status read_papers(const void *parent, struct store *store, const char *id, struct strings *out, struct err *err)
{
    struct meeting *meeting;
    void *local = talloc_named_const(NULL, 0, "papers");
    enum status status = store_meeting(local, store, id, &meeting, err);
    for (size_t i = 0; status == STATUS_OK && i < meeting->n_sources; i++) {
        const char *path = meeting->sources[i].path ? meeting->sources[i].path : "", *stroke = strrchr(path, '/');
        strings_add(parent, out, mem_printf(local, "%s: %s", form_words(meeting->sources[i].form), stroke ? stroke + 1 : path));
    }
    talloc_free(local);
    return status;
}

enum status pair_papers_read(const void *parent, struct store *store, const struct join_offer *offer, struct pair_papers *out,
                             struct err *err)
{
    *out = (struct pair_papers){0};
    enum status status = read_papers(parent, store, offer->meeting_id, &out->one, err);
    return status == STATUS_OK ? read_papers(parent, store, offer->other_id, &out->other, err) : status;
}

/* ---- what each side says -------------------------------------------------------------------------------------- */

static const char *committee_words(const void *local, const struct offer_side *side)
{
    return side->committee ? mem_strdup(local, side->committee) : "committee not stated";
}

static const char *day_words(const void *local, const struct offer_side *side)
{
    return date_is_set(side->date) ? date_long(local, side->date) : "day not known";
}

static const char *time_words(const void *local, const struct offer_side *side)
{
    const struct meeting meeting = {.minutes_after_midnight = side->minutes_after_midnight};
    return meeting_time_words(local, &meeting);
}

static char *papers_words(const void *local, const struct offer_side *side, const struct strings *papers)
{
    return papers ? words_join(local, papers, "; ") : words_count(local, side->sources, "paper", "papers");
}

/* ---- in columns --------------------------------------------------------------------------------------------------- */

struct columns {
    int left, right, width; /* where the sides begin, and the cells of each */
};

static struct columns columns_of(const struct page *page)
{
    int width = (page->width - 1 - LABELS - 1 - GAP) / 2;
    return (struct columns){1 + LABELS, 1 + LABELS + width + GAP, width};
}

/* Lines I on of TEXT, wrapped to the width of a side, on the last line of the page. */
static void put_side_line(struct page *page, const struct safe *text, const struct line_spans *spans, size_t i, int x, enum style style)
{
    if (i < spans->n)
        page_put_clean(page, x, style, text->text + spans->at[i].start, spans->at[i].len);
}

/* LABEL, and both texts beside each other, each over as many lines as it takes. NULL: that side is empty. */
static void put_both(struct page *page, enum style style, const char *label, const char *one, const char *other)
{
    struct columns at = columns_of(page);
    void *local = talloc_named_const(NULL, 0, "both");
    struct safe left = safe_line(local, one ? one : ""), right = safe_line(local, other ? other : "");
    struct line_spans lefts = text_wrap(local, left.text, left.len, at.width, 0, 0);
    struct line_spans rights = text_wrap(local, right.text, right.len, at.width, 0, 0);
    page_row(page, NULL, page->n_lines);
    for (size_t i = 0; i == 0 || i < lefts.n || i < rights.n; i++) {
        page_line(page);
        if (i == 0)
            page_put(page, 1, LABELS - 1, STYLE_QUIET, label);
        put_side_line(page, &left, &lefts, i, at.left, style);
        put_side_line(page, &right, &rights, i, at.right, style);
    }
    page_no_row(page);
    talloc_free(local);
}

static const char *or_not_said(const char *words)
{
    return words ? words : NOT_SAID;
}

static void put_sides_beside(struct page *page, const void *local, const struct join_offer *offer, const struct pair_papers *papers)
{
    const struct offer_side *one = &offer->one, *other = &offer->other;
    put_both(page, STYLE_HEADING, "", "First", "Second");
    put_both(page, STYLE_TEXT, "Committee", or_not_said(one->committee), or_not_said(other->committee));
    if (one->council || other->council)
        put_both(page, STYLE_TEXT, "Council", or_not_said(one->council), or_not_said(other->council));
    put_both(page, STYLE_TEXT, "Day", day_words(local, one), day_words(local, other));
    put_both(page, STYLE_TEXT, "Time", or_not_said(time_words(local, one)), or_not_said(time_words(local, other)));
    put_both(page, STYLE_TEXT, "Venue", or_not_said(one->venue), or_not_said(other->venue));
    put_both(page, STYLE_TEXT, "Papers", papers_words(local, one, papers ? &papers->one : NULL),
             papers_words(local, other, papers ? &papers->other : NULL));
}

/* ---- one under the other ------------------------------------------------------------------------------------------- */

static void put_labelled(struct page *page, const char *label, enum style style, const char *words)
{
    page_row(page, NULL, page->n_lines);
    page_line(page);
    page_put(page, 1, LABELS - 1, STYLE_QUIET, label);
    page_wrap_on(page, 1 + LABELS, 1 + LABELS, page->width - LABELS - 2, style, words);
    page_no_row(page);
}

/* "Health Panel, Thursday 3 November 2022" and what else there is to it. */
static void put_side_below(struct page *page, const void *local, const char *label, const struct offer_side *side,
                           const struct strings *papers)
{
    const char *time = time_words(local, side);
    struct strings more = {0};
    put_labelled(page, label, STYLE_TEXT, mem_printf(local, "%s, %s", committee_words(local, side), day_words(local, side)));
    strings_add(local, &more, time ? time : "time not stated");
    strings_add(local, &more, side->venue ? side->venue : "venue not stated");
    if (side->council)
        strings_add(local, &more, side->council);
    strings_add(local, &more, papers_words(local, side, papers));
    strings_add(local, &more, words_count(local, side->items, "item", "items"));
    put_labelled(page, "", STYLE_TEXT, words_join(local, &more, " · "));
}

/* ---- items --------------------------------------------------------------------------------------------------------- */

static void put_items(struct page *page, const struct join_offer *offer, bool beside)
{
    page_heading(page, 1, "Items by title");
    for (size_t i = 0; i < offer->n_titles; i++) {
        const struct title_pair *title = &offer->titles[i];
        const char *which = title->one && title->other ? "both" : title->one ? "first" : "second";
        if (beside)
            put_both(page, STYLE_TEXT, title->one && title->other ? "the same" : "", title->one ? title->one : "–",
                     title->other ? title->other : "–");
        else
            put_labelled(page, which, STYLE_TEXT, title->one ? title->one : title->other);
    }
}

/* ---- the page ------------------------------------------------------------------------------------------------------- */

static void put_reasons(struct page *page, const void *local, const char *label, const struct strings *reasons)
{
    put_labelled(page, label, STYLE_TEXT, reasons->n ? words_join(local, reasons, "; ") : "nothing");
}

/* Where they can be read whole; the names are those by which commands know them. */
static void put_ids(struct page *page, const struct join_offer *offer)
{
    const char *const ids[] = {offer->meeting_id, offer->other_id};
    page_heading(page, 1, "To read them");
    for (size_t i = 0; i < MB_LENGTH(ids); i++) {
        page_row(page, ids[i], 0);
        page_line(page);
        page_put(page, 1, LABELS - 1, STYLE_QUIET, i ? "second" : "first");
        page_wrap_on(page, 1 + LABELS, 1 + LABELS, page->width - LABELS - 2, STYLE_TEXT, ids[i]);
        page_no_row(page);
    }
}

void pair_page(struct page *page, const struct join_offer *offer, const struct pair_papers *papers, bool beside)
{
    void *local = talloc_named_const(NULL, 0, "pair");
    if (beside) {
        put_sides_beside(page, local, offer, papers);
        page_blank(page);
    } else {
        put_side_below(page, local, "First", &offer->one, papers ? &papers->one : NULL);
        put_side_below(page, local, "Second", &offer->other, papers ? &papers->other : NULL);
    }
    put_reasons(page, local, "For one", &offer->speaks_for);
    put_reasons(page, local, "Against", &offer->speaks_against);
    put_items(page, offer, beside);
    put_ids(page, offer);
    talloc_free(local);
}

void pair_row(struct page *page, const struct join_offer *offer, const char *key)
{
    const struct offer_side *named = offer->one.committee ? &offer->one : &offer->other;
    const struct offer_side *dated = date_is_set(offer->one.date) ? &offer->one : &offer->other;
    void *local = talloc_named_const(NULL, 0, "row");
    const char *day = date_is_set(dated->date) ? date_words(local, dated->date) : "day not known";
    page_row(page, key, 0);
    page_wrap(page, 1, 3, page->width - 2, STYLE_TEXT, mem_printf(local, "%s, %s", day, name_in_list(local, named->committee, 0)));
    if (offer->reason)
        page_wrap(page, 3, 3, page->width - 4, STYLE_QUIET, offer->reason);
    page_no_row(page);
    talloc_free(local);
}

void pairs_made(struct page *page, const struct meeting_rows *made)
{
    void *local = talloc_named_const(NULL, 0, "made");
    if (made->n)
        page_heading(page, 1, "Joined just now");
    for (size_t i = 0; i < made->n; i++) {
        const char *day = date_is_set(made->at[i].date) ? date_words(local, made->at[i].date) : "day not known";
        page_row(page, made->at[i].id, 0);
        page_wrap(page, 1, 3, page->width - 2, STYLE_TEXT, mem_printf(local, "%s, %s", day, name_in_list(local, made->at[i].committee, 0)));
        page_no_row(page);
    }
    talloc_free(local);
}

/* ---- elsewhere ------------------------------------------------------------------------------------------------------- */

char *pairs_counted(const void *parent, size_t n)
{
    char *count = words_count(NULL, (int)n, "pair", "pairs"), *words = mem_printf(parent, "%s of meetings may be one", count);
    talloc_free(count);
    return words;
}

void pairs_why(const void *parent, const struct join_offers *offers, const char *meeting_id, struct strings *out)
{
    bool any = false;
    void *local = talloc_named_const(NULL, 0, "why");
    for (size_t i = 0; i < offers->n; i++) {
        const struct join_offer *offer = &offers->at[i];
        bool first = strcmp(offer->meeting_id, meeting_id) == 0;
        if (!first && strcmp(offer->other_id, meeting_id) != 0)
            continue;
        if (!any)
            strings_add(parent, out, "May be one meeting with");
        any = true;
        strings_add(parent, out, mem_printf(local, "  %s: %s", first ? offer->other_id : offer->meeting_id, offer->reason ? offer->reason : "the same day"));
    }
    if (any)
        strings_add(parent, out, "  to see both sides and decide:  :pairs");
    talloc_free(local);
}
