/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Pieces of a paper's text on a line: hits and the sentence under the cursor marked, and the numbers of links put in
 * behind their words. What is put in is no part of the text: every byte that is shown knows which one it stands for. */
#include "config.h"

#include "page.h"

#include <string.h>

/* ---- text as it is ------------------------------------------------------------------------------------- */

static void put_marked(struct page *page, int x, enum style style, const struct flow *flow, const char *text, size_t n,
                       size_t offset)
{
    size_t at = 0;
    for (size_t i = 0; i < flow->n_marks && at < n; i++) {
        const struct mark *mark = &flow->marks[i];
        if (mark->start + mark->len <= offset + at)
            continue;
        if (mark->start >= offset + n)
            break;
        size_t start = mark->start > offset + at ? mark->start - offset : at;
        size_t end = mark->start + mark->len < offset + n ? mark->start + mark->len - offset : n;
        if (start > at)
            page_put_clean(page, x, style, text + at, start - at);
        x += text_width(text + at, start - at);
        page_put_clean(page, x, STYLE_HIT, text + start, end - start);
        x += text_width(text + start, end - start);
        at = end;
    }
    if (at < n)
        page_put_clean(page, x, style, text + at, n - at);
}

void flow_put(struct page *page, int x, enum style style, const struct flow *flow, const char *text, size_t n,
              size_t offset)
{
    size_t found = flow->found.start > offset ? flow->found.start - offset : 0, end = flow->found.start + flow->found.len;
    size_t after = end > offset ? end - offset : 0;
    found = found < n ? found : n;
    after = after < found ? found : after < n ? after : n;
    const struct {
        size_t from, to;
        enum style style;
    } parts[] = {{0, found, style}, {found, after, STYLE_FOUND}, {after, n, style}};
    for (size_t i = 0; i < MB_LENGTH(parts); i++) {
        size_t length = parts[i].to - parts[i].from;
        if (length)
            put_marked(page, x, parts[i].style, flow, text + parts[i].from, length, offset + parts[i].from);
        x += text_width(text + parts[i].from, length);
    }
}

/* ---- with numbers put in ------------------------------------------------------------------------------- */

/* The first of the links of FLOW that ends behind PLACE. */
static size_t first_behind(const struct flow *flow, size_t place)
{
    size_t low = 0, high = flow->n_links;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (flow->links[middle].end > place)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

struct shown flow_show(const void *parent, const struct flow *flow, const char *text, size_t n, size_t place)
{
    struct shown shown = {.text = text, .len = n, .place = place};
    struct buf with;
    size_t used = 0;
    buf_init(&with, parent, BUF_MAX_DOCUMENT);
    for (size_t i = place == SIZE_MAX ? flow->n_links : first_behind(flow, place); i < flow->n_links; i++) {
        const struct flow_link *link = &flow->links[i];
        if (link->end > place + n)
            break;
        buf_add(&with, text + used, link->end - place - used);
        used = link->end - place;
        struct put_in *in = mem_append(parent, shown.in, shown.n_in);
        in->at = with.len;
        buf_printf(&with, "%s[%d]", link->apart ? " " : "", link->number);
        in->len = with.len - in->at;
    }
    if (shown.n_in == 0)
        return shown;
    buf_add(&with, text + used, n - used);
    shown.text = with.data;
    shown.len = with.len;
    return shown;
}

size_t shown_place(const struct shown *shown, size_t at)
{
    size_t before = 0;
    for (size_t i = 0; i < shown->n_in && shown->in[i].at < at; i++)
        before += shown->in[i].at + shown->in[i].len <= at ? shown->in[i].len : at - shown->in[i].at;
    return shown->place + at - before;
}

static int put_piece(struct page *page, int x, enum style style, const struct flow *flow, const struct shown *shown,
                     size_t start, size_t end)
{
    if (end > start && shown->place == SIZE_MAX)
        page_put_clean(page, x, style, shown->text + start, end - start);
    else if (end > start)
        flow_put(page, x, style, flow, shown->text + start, end - start, shown_place(shown, start));
    return end > start ? x + text_width(shown->text + start, end - start) : x;
}

void shown_put(struct page *page, int x, enum style style, const struct flow *flow, const struct shown *shown,
               size_t start, size_t len)
{
    size_t at = start, end = start + len;
    for (size_t i = 0; i < shown->n_in; i++) {
        size_t from = shown->in[i].at, to = from + shown->in[i].len;
        if (to <= at || from >= end)
            continue;
        x = put_piece(page, x, style, flow, shown, at, from);
        from = from > at ? from : at;
        to = to < end ? to : end;
        page_put_clean(page, x, STYLE_QUIET, shown->text + from, to - from);
        x += text_width(shown->text + from, to - from);
        at = to;
    }
    (void)put_piece(page, x, style, flow, shown, at, end);
}
