/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The items of GetMeeting (field.md 3.3). Each becomes lines of page.h, for its bodies are the very HTML of the page: marks
 * in titles and texts, cuts and notices are then read as there. Ids, numbers and documents come of elements of their own. */
#include "config.h"

#include "src/intake/service.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- texts ------------------------------------------------------------------------------------------ */

/* TEXT, paragraphs parted by blank lines, as lines of the page. */
static void add_paragraphs(struct service *service, const char *text, enum line_label label)
{
    while (text && *text) {
        const char *end = strstr(text, "\n\n");
        char *paragraph = mem_strndup(NULL, text, end ? (size_t)(end - text) : strlen(text));
        html_add_lines(&service->html, paragraph, label);
        talloc_free(paragraph);
        text = end ? end + 2 : NULL;
    }
}

/* The HTML in the child NAME of NODE as text, its links into ITEM; NULL if there is none. A body that cannot be read is
 * told of. */
static char *read_body(struct service *service, struct html_item *item, const struct node *node, const char *name)
{
    struct page *page = &service->html.page;
    struct body body = {0};
    struct err why = {0};
    char *html = service_value(NULL, node, name);
    if (html && body_of_html(page->meeting, html, service->html.site, &body, &why) != STATUS_OK)
        draft_warn(page->draft, "the text \"%s\" of an item could not be read: %s", name, why.text);
    talloc_free(html);
    for (size_t i = 0; i < body.n_links; i++)
        *mem_append(page->scratch, item->links, item->n_links) = body.links[i];
    return body.text;
}

static void add_body(struct service *service, struct html_item *item, const struct node *node, const char *name,
                     const char *heading, enum line_label label)
{
    char *text = read_body(service, item, node, name);
    if (!text)
        return;
    if (heading)
        html_add_lines(&service->html, heading, label);
    add_paragraphs(service, text, LINE_TEXT);
    talloc_free(text);
}

/* Labels of the council's own, "Presented By" and "Actions": a text under one that names what is to be done belongs to the
 * minutes, any other to the agenda. */
static void add_comments(struct service *service, struct html_item *item, const struct node *node, bool of_minutes)
{
    static const char *const names[][2] = {{"commentlabel1", "commenttext1"}, {"commentlabel2", "commenttext2"}};
    for (size_t i = 0; i < MB_LENGTH(names); i++) {
        char *label = service_title(NULL, node, names[i][0]), *text = read_body(service, item, node, names[i][1]);
        bool actions = label && strncasecmp(label, "action", strlen("action")) == 0;
        if (text && actions == of_minutes) {
            char *first = label && !actions ? mem_printf(NULL, "%s: %s", label, text) : mem_strdup(NULL, text);
            char *heading = actions ? mem_printf(NULL, "%s:", label) : NULL;
            add_paragraphs(service, heading, LINE_TEXT);
            add_paragraphs(service, first, LINE_TEXT);
            talloc_free(heading);
            talloc_free(first);
        }
        talloc_free(label);
        talloc_free(text);
    }
}

static bool has_value(const struct node *node, const char *name)
{
    char *value = service_value(NULL, node, name);
    talloc_free(value);
    return value != NULL;
}

static void add_texts(struct service *service, struct html_item *item, const struct node *node)
{
    bool minutes = has_value(node, "minutesnonemptyhtmlbody");
    add_body(service, item, node, "agendatext", NULL, LINE_TEXT);
    add_comments(service, item, node, false);
    if (!minutes)
        add_comments(service, item, node, true);
    add_body(service, item, node, "decisionnonemptyhtmlbody", "Decision:", LINE_DECISION);
    add_body(service, item, node, "minutesnonemptyhtmlbody", "Minutes:", LINE_MINUTES);
    if (minutes)
        add_comments(service, item, node, true);
}

/* ---- documents -------------------------------------------------------------------------------------- */

static char *add_file(struct service *service, struct html_item *item, const struct node *node)
{
    struct page *page = &service->html.page;
    struct attachment *file = mem_append(page->scratch, item->files, item->n_files);
    char *reason = NULL;
    *file = (struct attachment){.title = service_title(page->meeting, node, "title"),
                                .service_id = service_id(page->meeting, node, "attachmentid"),
                                .exempt = service_says(node, "isrestricted", true)};
    char *url = service_value(page->scratch, node, "url");
    file->url = url ? link_address(page->meeting, url, service->html.site) : NULL;
    talloc_free(url);
    if (file->title && !file->exempt)
        file->exempt = page_word(WORD_RESTRICTED, file->title) > 0 || mark_exempt_title(page->scratch, file->title, &reason) != EXEMPT_NOT;
    return file->exempt ? service_words(page->scratch, node, "restrictionsref") : NULL;
}

/* An entry that is an address elsewhere is a link, as on the page. What the reply says of the reason, or NULL. */
static char *add_documents(struct service *service, struct html_item *item, const struct node *node)
{
    struct page *page = &service->html.page;
    const struct node *list = node_child(node, "linkeddocuments");
    char *reason = NULL;
    for (const struct node *at = list ? node_child(list, "linkeddoc") : NULL; at; at = node_sibling(at, "linkeddoc")) {
        char *words = service_title(page->scratch, at, "title"), *url = service_value(page->scratch, at, "url");
        if (url && service_says(at, "isurl", true)) {
            html_take_link(&service->html, item, words ? words : url, url);
        } else if (words || url) {
            char *why = add_file(service, item, at);
            reason = reason ? reason : why;
        }
        talloc_free(words);
        talloc_free(url);
    }
    return reason && strcasestr(reason, "paragraph") && strlen(reason) < 100 ? reason : NULL;
}

/* ---- items ------------------------------------------------------------------------------------------ */

/* What the agenda prints, without the final stop; NULL. */
static char *printed_number(const void *parent, const struct node *node)
{
    char *number = service_words(parent, node, "fulldisplaynumberformat");
    size_t n = number ? strlen(number) : 0;
    while (n > 0 && strchr(". :", number[n - 1]))
        number[--n] = '\0';
    if (n > 0)
        return number;
    talloc_free(number);
    return NULL;
}

/* Numbers of minutes count apart from those of the agenda; 0 and nothing mean that there is none. A part of one is
 * printed in the manner of the agenda's: "12a" or "12.1". */
static char *minute_number(const void *parent, const struct node *node, const char *agenda_number)
{
    char *main = service_id(parent, node, "minutesitemnumber"), *sub = service_id(parent, node, "minutesitemsubnumber");
    if (!main || !sub)
        return main;
    size_t n = agenda_number ? strlen(agenda_number) : 0;
    long part = strtol(sub, NULL, 10);
    bool letter = n > 0 && isalpha((unsigned char)agenda_number[n - 1]) && part <= 26;
    return letter ? mem_printf(parent, "%s%c", main, (char)('a' + part - 1)) : mem_printf(parent, "%s.%ld", main, part);
}

/* A row without number and texts: the heading of a part, or of the items below it, where others have numbers. */
static bool is_heading(const struct service *service, const struct node *node, const struct html_item *item, size_t first)
{
    const struct page *page = &service->html.page;
    if (!service->numbered && page->n > first)
        return false;
    char *order = service_id(NULL, node, "agendaitemnumber");
    bool numbered = order != NULL, texts = has_value(node, "minutesnonemptyhtmlbody") || has_value(node, "decisionnonemptyhtmlbody");
    talloc_free(order);
    if (numbered || texts || item->number || item->n_files > 0 || page->n == first)
        return page->n == first && !item->number;
    return mark_part(page->lines[first].text) || page->n == first + 1;
}

static struct item_number place_number(const char *number)
{
    struct item_number place = {0};
    size_t n = number ? strlen(number) : 0;
    if (n > 0 && !item_number_parse_bare(number, &place) && n < sizeof place.text)
        memcpy(place.text, number, n);
    return place;
}

static void add_item(struct service *service, const struct node *node)
{
    struct html_page *html = &service->html;
    struct page *page = &html->page;
    size_t first = page->n;
    bool restricted = service_says(node, "isrestricted", true);
    struct html_item item = {.service_id = service_id(page->meeting, node, "agendaitemid"),
                             .number = printed_number(page->scratch, node)};
    char *title = service_title(page->scratch, node, "agendaitemtitle");
    if (title)
        html_add_lines(html, title, LINE_TEXT);
    add_texts(service, &item, node);
    char *reason = add_documents(service, &item, node);
    struct page_item *last = page->n_items ? &page->items[page->n_items - 1] : NULL;
    if (is_heading(service, node, &item, first)) {
        if (last)
            last->end = page->n; /* read there as what stands above the next one */
        return;
    }
    service->restricted += restricted;
    *mem_append(page->scratch, page->items, page->n_items) = (struct page_item){
        .number = place_number(item.number), .first = first, .end = page->n, .own_end = page->n,
        .exempt = restricted, .exempt_reason = restricted ? mem_strdup(page->meeting, reason) : NULL};
    *mem_append(page->scratch, html->items, html->n_items) = item;
    *mem_append(page->scratch, service->nodes, service->n_nodes) = node;
}

/* Do items of LIST bear numbers at all? */
static bool has_numbers(const struct node *list)
{
    bool numbered = false;
    for (const struct node *at = list ? node_child(list, "agendaitem") : NULL; at && !numbered; at = node_sibling(at, "agendaitem")) {
        char *shown = printed_number(NULL, at), *order = service_id(NULL, at, "agendaitemnumber");
        numbered = shown || order;
        talloc_free(shown);
        talloc_free(order);
    }
    return numbered;
}

void service_add_items(struct service *service)
{
    const struct node *list = node_child(service->root, "agendaitems");
    service->numbered = has_numbers(list);
    for (const struct node *at = list ? node_child(list, "agendaitem") : NULL; at; at = node_sibling(at, "agendaitem")) {
        if (service_says(at, "isdisplayallowed", false))
            service->hidden++;
        else
            add_item(service, at);
    }
}

void service_give_items(struct service *service)
{
    struct html_page *html = &service->html;
    struct meeting *meeting = html->page.meeting;
    for (size_t i = 0; i < meeting->n_items && i < html->n_items; i++) {
        struct item *item = &meeting->items[i];
        html_give(html, &html->items[i], item);
        if (html->items[i].number)
            item->agenda_number = mem_strdup(meeting, html->items[i].number);
        item->minute_number = minute_number(meeting, service->nodes[i], item->agenda_number);
    }
}
