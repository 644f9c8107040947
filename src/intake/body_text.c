/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The paragraphs and links of an element as one text (body.c finds them): the texts of the service's XML, cells of
 * tables, and pages of other making. */
#include "config.h"

#include "src/intake/page.h"
#include "src/intake/tree.h"

#include <string.h>

struct gather {
    const void *parent;
    const char *site;
    struct body *body;
    struct buf text;
};

static void gather_paragraph(void *to, const char *text)
{
    struct gather *gather = to;
    if (gather->text.len > 0)
        buf_puts(&gather->text, "\n\n");
    buf_puts(&gather->text, text);
}

static void gather_link(void *to, const char *text, const char *href)
{
    struct gather *gather = to;
    char *url = page_word(WORD_CUT, text) ? NULL : link_address(gather->parent, href, gather->site);
    if (!url)
        return;
    struct link *link = mem_append(gather->parent, gather->body->links, gather->body->n_links);
    link->text = mem_strdup(gather->parent, text);
    link->url = url;
}

void body_of_node(const void *parent, const struct node *element, const char *site, struct body *body)
{
    *body = (struct body){0};
    struct gather gather = {.parent = parent, .site = site, .body = body};
    buf_init(&gather.text, NULL, BUF_MAX_DOCUMENT);
    body_walk(element, &(struct body_reader){.paragraph = gather_paragraph, .link = gather_link, .to = &gather});
    body->text = gather.text.len > 0 ? mem_strdup(parent, gather.text.data) : NULL;
    buf_release(&gather.text);
}

enum status body_of_html(const void *parent, const char *html, const char *site, struct body *body, struct err *err)
{
    *body = (struct body){0};
    struct tree *tree;
    if (html[strspn(html, " \t\r\n")] == '\0')
        return STATUS_OK;
    enum status status = tree_read_html(NULL, html, strlen(html), &tree, err);
    if (status != STATUS_OK)
        return status;
    body_of_node(parent, tree_root(tree), site, body);
    talloc_free(tree);
    return STATUS_OK;
}
