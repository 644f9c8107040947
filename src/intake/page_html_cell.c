/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The cell of an item of a saved page, and what stands above the items, as lines of page.h. One walk gathers the
 * paragraphs; what is no text (title, headings, lists of files, votes, buttons) is taken out on the way. */
#include "config.h"

#include "src/intake/page_html.h"

#include <string.h>
#include <strings.h>

#define ENTRY_LEAD 80 /* bytes of a list's entry that are asked what it is */

/* ---- lines ------------------------------------------------------------------------------------------ */

static void add_line(struct page *page, const char *text, size_t n, bool gap, enum line_label label)
{
    if (page->n >= PAGE_LINES_MAX) {
        page->cut = true;
        return;
    }
    char *line = mem_strndup(page->scratch, text, n);
    if (blanks_at(line) == n)
        return;
    *mem_append(page->scratch, page->lines, page->n) = (struct page_line){.text = line, .gap = gap, .label = label};
}

void html_add_lines(struct html_page *html, const char *text, enum line_label label)
{
    bool gap = true;
    for (const char *at = text; at; gap = false) {
        const char *end = strchr(at, '\n');
        add_line(&html->page, at, end ? (size_t)(end - at) : strlen(at), gap, label);
        at = end ? end + 1 : NULL;
    }
}

/* ---- an item's cell ----------------------------------------------------------------------------------- */

struct cell {
    struct html_page *html;
    struct html_item *item;
    const struct node *title; /* the element whose text is the title; its line stands first already */
};

static void add_paragraph(void *to, const char *text)
{
    struct cell *cell = to;
    html_add_lines(cell->html, text, cell->html->labelled ? LINE_TEXT : LINE_BY_WORDS);
}

static void add_link(void *to, const char *text, const char *href)
{
    struct cell *cell = to;
    html_take_link(cell->html, cell->item, text, href);
}

/* A heading inside the item, "Minutes:". "Additional documents:" says nothing that its list does not; of others
 * ("Reasons for decision:") the words stay in the text. On the page of one item the words are read later. */
static void take_heading(struct cell *cell, const struct node *node)
{
    struct html_page *html = cell->html;
    char *words = node_text(html->page.scratch, node, NULL);
    size_t n = strlen(words), draft = strncasecmp(words, "draft ", 6) == 0 ? 6 : 0;
    if (n > 0 && words[n - 1] != ':' && n < 40)
        words = mem_printf(html->page.scratch, "%s:", words); /* some skins set it without */
    words += page_word(WORD_MINUTES, words + draft) > 0 ? draft : 0;
    if (html->page.one_item || !html->labelled)
        html_add_lines(html, words, LINE_BY_WORDS);
    else if (page_word(WORD_MINUTES, words))
        html_add_lines(html, words, LINE_MINUTES);
    else if (page_word_is(WORD_DECISION, words))
        html_add_lines(html, words, LINE_DECISION);
    else if (!page_word_is(WORD_DOCUMENTS, words))
        html_add_lines(html, words, LINE_TEXT);
}

static void take_links(struct cell *cell, const struct node *list)
{
    for (const struct node *at = list; (at = node_find_next(at, list, "a", NULL)) != NULL;) {
        const char *href = node_attribute(at, "href");
        char *words = node_text(cell->html->page.scratch, at, NULL);
        if (href && *words && !html_take_file(cell->html, cell->item, at))
            html_take_link(cell->html, cell->item, words, href);
    }
}

static bool in_word_text(const struct node *node)
{
    for (int i = 0; i < 12 && node; i++, node = node_parent(node))
        if (node_has_class(node, "mgWordPara"))
            return true;
    return false;
}

/* The button below the votes stands in a list entry without a list. */
static bool is_vote_link(const struct node *node)
{
    const char *href = node_is(node, "a") ? node_attribute(node, "href") : NULL;
    return href && (href_is(href, "mgListRecordedVotesShort.aspx") || href_is(href, "mgListRecordedVotes.aspx"));
}

/* "Restricted enclosure 2", an entry of a list of documents that its class does not tell. */
static bool is_restricted_entry(struct cell *cell, const struct node *node)
{
    char lead[ENTRY_LEAD];
    bool whole;
    if (cell->html->labelled || cell->html->page.one_item || !node_is(node, "li"))
        return false;
    node_lead(node, lead, sizeof lead, &whole);
    return page_word(WORD_RESTRICTED, lead) > 0 && html_take_restricted(cell->html, cell->item, node);
}

static bool take(void *to, const struct node *node)
{
    struct cell *cell = to;
    struct html_page *html = cell->html;
    static const char *const others[] = {"mgMainTitleTxt", "mgSubTitleTxt", "mgFooter", "mgHelpLine"};
    for (size_t i = 0; i < MB_LENGTH(others); i++)
        if (node_has_class(node, others[i]))
            return true;
    if (is_restricted_entry(cell, node))
        return true;
    if (node == cell->title || node_has_class(node, "mgWordPara"))
        return node == cell->title;
    if (node_has_class(node, "mgSubItemTitleTxt")) {
        take_heading(cell, node);
    } else if (node_has_class(node, "mgBulletList")) {
        html_take_documents(html, cell->item, node);
    } else if (node_has_class(node, "mgActionList")) {
        take_links(cell, node);
    } else if (is_vote_link(node)) {
        char *words = node_text(html->page.scratch, node, NULL);
        html_take_link(html, cell->item, words, node_attribute(node, "href"));
    } else if (node_is(node, "table") && !in_word_text(node)) {
        return html_take_votes(html, cell->item, node);
    } else if (node_is(node, "a") && !in_word_text(node)) {
        return html_take_file(html, cell->item, node);
    } else {
        return node == html->size || node_has_class(node, "mgFileSize") || html_is_for_readers(node);
    }
    return true;
}

/* The link to the whole of a text that is cut off, in whatever words and language: page_cut.c knows one wording. */
static const char *cut_words(void *to, const struct node *node)
{
    struct cell *cell = to;
    struct html_item *item = cell->item;
    const char *href = node_is(node, "a") ? node_attribute(node, "href") : NULL;
    if (!href || !item->service_id || !item->number || cell->html->page.one_item || !href_is(href, "mgAi.aspx"))
        return NULL;
    char *id = href_number(cell->html->page.scratch, href, "ID");
    bool own = id && strcmp(id, item->service_id) == 0;
    talloc_free(id);
    return own ? mem_printf(cell->html->page.scratch, "view the full minutes text for item %s.", item->number) : NULL;
}

bool html_take(struct html_page *html, struct html_item *item, const struct node *node)
{
    return take(&(struct cell){html, item, NULL}, node);
}

const char *html_cut_words(struct html_page *html, struct html_item *item, const struct node *node)
{
    return cut_words(&(struct cell){html, item, NULL}, node);
}

/* "AI51902" of the anchor that stands in the row. */
static char *anchor_id(const void *parent, const struct node *node)
{
    static const char *const attributes[] = {"name", "id"};
    for (size_t i = 0; i < MB_LENGTH(attributes); i++) {
        const char *value = node_attribute(node, attributes[i]);
        size_t digits = value && strncasecmp(value, "AI", 2) == 0 ? strspn(value + 2, "0123456789") : 0;
        if (digits > 0 && digits < 12 && value[2 + digits] == '\0')
            return mem_strndup(parent, value + 2, digits);
    }
    return NULL;
}

void html_read_id(struct html_page *html, struct html_item *item, const struct node *row)
{
    struct meeting *meeting = html->page.meeting;
    for (const struct node *at = row; at && !item->service_id; at = node_next(at, row)) {
        const char *href = node_is(at, "a") && !in_word_text(at) ? node_attribute(at, "href") : NULL;
        item->service_id = anchor_id(meeting, at);
        if (!item->service_id && href && (href_is(href, "ieDecisionDetails.aspx") || is_vote_link(at)))
            item->service_id = href_number(meeting, href, "AIId");
    }
}

/* The element of the title: by its class, on a page without classes the first of CELL that has words. */
static const struct node *title_in(const struct html_page *html, const struct node *cell)
{
    const struct node *title = node_find(cell, NULL, "mgAiTitleTxt"), *first = html->bare ? node_child(cell, NULL) : NULL;
    char lead[8];
    bool whole;
    for (; !title && first; first = node_sibling(first, NULL)) {
        node_lead(first, lead, sizeof lead, &whole);
        title = *lead ? first : NULL;
    }
    return title;
}

/* The title and the file behind it. */
static const struct node *add_title(struct html_page *html, struct html_item *item, const struct node *cell)
{
    const struct node *title = title_in(html, cell);
    char *words = title ? node_text(html->page.scratch, title, "mgFileSize") : NULL;
    if (!words || !*words)
        return NULL;
    struct attachment size = {0};
    (void)file_suffix(html->page.scratch, words, &size); /* where no element of its own holds it */
    html_add_lines(html, words, html->page.one_item ? LINE_BY_WORDS : LINE_TEXT);
    const struct node *link = node_is(title, "a") ? title : node_find(title, "a", NULL);
    for (const struct node *at = title; (at = node_next(at, title)) != NULL;)
        item->exempt |= node_is(at, "img") && html_is_badge(html, at);
    for (; link && !item->title_file; link = link == title ? NULL : node_find_next(link, title, "a", NULL))
        item->title_file = html_take_file(html, item, link);
    return title;
}

void html_add_cell(struct html_page *html, struct html_item *item, const struct node *cell)
{
    const struct node *row = node_parent(cell) ? node_parent(cell) : cell;
    html_read_id(html, item, html->page.one_item ? cell : row);
    struct cell walk = {html, item, NULL};
    if (!html->page.one_item)
        walk.title = add_title(html, item, cell);
    body_walk(cell, &(struct body_reader){.take = take, .words = cut_words, .paragraph = add_paragraph, .link = add_link, .to = &walk});
}

/* ---- the head ------------------------------------------------------------------------------------------ */

struct head {
    struct html_page *html;
    const struct node *table;
};

static void add_head_paragraph(void *to, const char *text)
{
    struct head *head = to;
    html_add_lines(head->html, text, LINE_BY_WORDS);
}

/* An address that stands in its link alone: "Email: Democratic Services". */
static void take_email(struct html_page *html, const struct node *node)
{
    const char *href = node_attribute(node, "href");
    char *words = node_text(html->page.scratch, node, NULL);
    if (!href || strncasecmp(href, "mailto:", 7) != 0 || strchr(words, '@') || !strchr(href, '@') ||
        html->page.meeting->contact_email)
        return;
    html->page.meeting->contact_email = mem_strndup(html->page.meeting, href + 7, strcspn(href + 7, "?& "));
}

bool html_take_of_head(struct html_page *html, const struct node *node)
{
    static const char *const others[] = {"mgMainTitleTxt", "mgSubTitleTxt", "mgFooter", "mgActionList", "mgHelpLine"};
    bool other = node_is(node, "nav");
    for (size_t i = 0; i < MB_LENGTH(others); i++)
        other |= node_has_class(node, others[i]);
    if (node_is(node, "a"))
        take_email(html, node);
    return other;
}

static bool take_of_head(void *to, const struct node *node)
{
    struct head *head = to;
    return node == head->table || html_take_of_head(head->html, node);
}

void html_add_head(struct html_page *html, const struct node *table)
{
    struct head head = {html, table};
    body_walk(html->content, &(struct body_reader){.take = take_of_head, .paragraph = add_head_paragraph, .to = &head});
}
