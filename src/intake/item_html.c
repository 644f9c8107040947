/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The saved page of one item (mgAi.aspx, field.md 3.4 "Other pages"): what the link "view the full minutes text" opens.
 * Its text becomes lines in the order in which it stands, which are read as a pasted one is (page_one.c); files, links
 * and ids come of the mark-up. */
#include "config.h"

#include "src/intake/page_html.h"

#include <string.h>

/* The titles, then the links above the texts: one of them names the meeting. */
static void add_titles(struct html_page *html)
{
    char *title = html_main_title(html->page.scratch, html->tree);
    if (!page_word(WORD_ITEM_PAGE, title))
        html_add_lines(html, "Agenda item", LINE_BY_WORDS); /* the title of the item alone */
    html_add_lines(html, title, LINE_BY_WORDS);
    for (const struct node *at = html->content;
         (at = node_find_next(at, html->content, NULL, "mgSubTitleTxt")) != NULL;)
        html_add_lines(html, node_text(html->page.scratch, at, NULL), LINE_BY_WORDS);
    for (const struct node *at = html->content; (at = node_find_next(at, html->content, NULL, "mgActionList")) != NULL;)
        for (const struct node *li = at; (li = node_find_next(li, at, "li", NULL)) != NULL;)
            html_add_lines(html, node_text(html->page.scratch, li, NULL), LINE_BY_WORDS);
}

/* "?ID=51902" of the page's own address, or of a link that leads to this item. */
static void read_own_id(struct html_page *html, struct html_item *item)
{
    char *saved = tree_saved_from(html->page.scratch, html->tree);
    if (saved && href_is(saved, "mgAi.aspx"))
        item->service_id = href_number(html->page.meeting, saved, "ID");
    const struct node *root = tree_root(html->tree);
    for (const struct node *at = root; !item->service_id && (at = node_find_next(at, root, "link", NULL)) != NULL;) {
        const char *href = node_attribute(at, "href");
        if (href && href_is(href, "mgAi.aspx"))
            item->service_id = href_number(html->page.meeting, href, "ID");
    }
}

/* Words of LINK that name a day of a meeting, "Rivers Panel, Thursday 1st September 2022 10:00am (Item 206.)". */
static void read_meeting_link(struct html_page *html, const struct node *link)
{
    struct page *page = &html->page;
    char *words = node_text(page->scratch, link, NULL), *bracket = strchr(words, '(');
    size_t head = page_word(WORD_MEETING_OF, words);
    if (bracket && bracket > words)
        *bracket = '\0';
    if (!page_read_meeting(page, words + head + blanks_at(words + head)) && !page->meeting->committee && *words &&
        page_word_first(WORD_BODY, words, NULL))
        page->meeting->committee = text_squeeze(page->meeting, words, strlen(words));
}

/* Where no line names the meeting, the link to it may, beside the item or in the way to the page; else labels do. */
static void read_meeting(struct html_page *html)
{
    const struct node *places[] = {html->content, tree_root(html->tree)};
    struct meeting *meeting = html->page.meeting;
    for (size_t i = 0; i < MB_LENGTH(places) && !date_is_set(meeting->date); i++)
        for (const struct node *at = places[i]; (at = node_find_next(at, places[i], "a", NULL)) != NULL && !date_is_set(meeting->date);) {
            const char *href = node_attribute(at, "href");
            if (href && href_is(href, "ieListDocuments.aspx"))
                read_meeting_link(html, at);
        }
    html_read_facts(html);
}

static enum status read_item(struct html_page *html, struct err *err)
{
    struct html_item item = {0};
    html->page.one_item = true;
    html_read_links(html);
    read_own_id(html, &item);
    add_titles(html);
    html_add_cell(html, &item, html->content);
    enum status status = page_read_one(&html->page, err);
    if (status == STATUS_OK)
        read_meeting(html);
    if (status == STATUS_OK && html->page.meeting->n_items > 0)
        html_give(html, &item, &html->page.meeting->items[0]);
    return status;
}

enum status item_html_read(struct draft *draft, const char *text, size_t n, struct err *err)
{
    struct html_page html;
    enum status status = html_open(&html, draft, text, n, err);
    if (status == STATUS_OK && html.content) {
        status = read_item(&html, err);
    } else if (status == STATUS_OK) {
        char *plain = html_plain(html.page.scratch, html.tree);
        status = page_item_read(draft, plain, strlen(plain), err);
    }
    html_close(&html);
    return status;
}
