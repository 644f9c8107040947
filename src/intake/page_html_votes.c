/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Recorded votes of a saved page: the table of who voted how (field.md 3.6). */
#include "config.h"

#include "src/intake/page_html.h"

#include <string.h>
#include <strings.h>

#define HEAD_WITHIN 60 /* elements of a table in which the head of its columns stands */

enum column { COLUMN_TITLE, COLUMN_TYPE, COLUMN_TEXT, COLUMN_RESULT, COLUMN_COUNT };

/* Where the columns of TABLE stand, by the words of its head; false where it is no table of votes. */
static bool vote_columns(struct html_page *html, const struct node *table, size_t columns[COLUMN_COUNT])
{
    static const char *const names[COLUMN_COUNT] = {"title", "type", "recorded vote text", "result"};
    const struct node *caption = node_child(table, "caption"), *th = table;
    char *words = caption ? node_text(html->page.scratch, caption, NULL) : NULL;
    bool votes = words && strcasestr(words, "vote");
    size_t found = 0, place = 0;
    for (int i = 0; i < HEAD_WITHIN && (th = node_next(th, table)) != NULL; i++) {
        if (!node_is(th, "th"))
            continue;
        char *name = node_text(html->page.scratch, th, NULL);
        for (size_t k = 0; k < COLUMN_COUNT; k++)
            if (strcasecmp(name, names[k]) == 0) {
                columns[k] = place;
                found++;
            }
        place += *name != '\0'; /* "</th>" without its start opens none that has words */
    }
    for (size_t i = 0; i < COLUMN_COUNT && found < 2; i++)
        columns[i] = i;
    return votes || found == COLUMN_COUNT;
}

static char *cell_text(struct html_page *html, const struct node *row, size_t column)
{
    const struct node *cell = node_child(row, "td");
    for (size_t i = 0; cell && i < column; i++)
        cell = node_sibling(cell, "td");
    struct body body = {0};
    if (cell)
        body_of_node(html->page.meeting, cell, html->site, &body);
    return body.text;
}

bool html_take_votes(struct html_page *html, struct html_item *item, const struct node *table)
{
    size_t columns[COLUMN_COUNT];
    if (!vote_columns(html, table, columns))
        return false;
    for (const struct node *row = table; (row = node_find_next(row, table, "tr", NULL)) != NULL;) {
        struct vote vote = {cell_text(html, row, columns[COLUMN_TITLE]), cell_text(html, row, columns[COLUMN_TYPE]),
                            cell_text(html, row, columns[COLUMN_TEXT]), cell_text(html, row, columns[COLUMN_RESULT])};
        if (vote.title || vote.text || vote.result)
            *mem_append(html->page.scratch, item->votes, item->n_votes) = vote;
    }
    return true;
}
