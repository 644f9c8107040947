/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What stands at the edges of pages: running heads and feet, page numbers, stamps of the agenda system (field.md 3.7). All
 * of it goes, save the first stamp "Agenda Item 5" of each report, which says whose it is. The numbers say how far the
 * pages of the pack are from those of the PDF. */
#include "config.h"

#include "src/intake/pdf.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define EDGE 10       /* per cent of the page, above and below */
#define OUTER_EDGE 6  /* where no text of a report stands */
#define SAME_PLACE 5  /* pixels */
#define EDGE_LONGEST 200
#define EDGE_LINES ((size_t)6) /* of a page, at each edge */
#define REPEATED_MIN 3
#define SHIFTS_MAX 64

/* A line at the edge of a page. */
struct edge {
    char *key; /* its text with each number as '#' */
    size_t page, line;
    int top, number; /* the last number in it; -1 */
    bool head, numbered, drop; /* numbered: it is a page number and nothing else */
};
struct edges {
    struct edge *at;
    size_t n;
};

/* ---- what a line says --------------------------------------------------------------------------- */

static char *key_of(const void *parent, const char *text, int *number)
{
    struct buf key;
    buf_init(&key, parent, EDGE_LONGEST);
    *number = -1;
    while (*text) {
        size_t digits = strspn(text, "0123456789");
        if (digits) {
            *number = digits <= 5 ? (int)strtol(text, NULL, 10) : -1;
            buf_putc(&key, '#');
            text += digits;
        } else {
            buf_putc(&key, *text++);
        }
    }
    return buf_take(&key);
}

/* "Page 11", "11", "- 11 -", "Page 11 of 30", "11 | Page": nothing but a page number. Its number is the first. */
static bool is_page_number(const char *text, int *number)
{
    char *folded = text_fold(NULL, text);
    const char *at = folded + (text_starts(folded, "page ") ? 5 : 0);
    char *rest;
    long first = strtol(at, &rest, 10);
    bool is = rest != at && first > 0 && first < 100000 && at + 5 >= rest;
    while (*rest == ' ')
        rest++;
    if (text_starts(rest, "of ") || text_starts(rest, "/"))
        rest += 2 + strspn(rest + 2, " 0123456789");
    is = is && (*rest == '\0' || strcmp(rest, "page") == 0);
    if (is)
        *number = (int)first;
    talloc_free(folded);
    return is;
}

static bool is_stamp(const char *text)
{
    return strlen(text) <= 30 && (text_starts(text, "Agenda Item ") || text_starts(text, "Minute Item "));
}

/* ---- gathering --------------------------------------------------------------------------------------- */

static void add_edge(struct pdf *pdf, struct edges *edges, size_t page, size_t line, bool head)
{
    const struct pdf_line *at = &pdf->pages[page].lines[line];
    char *text = pdf_line_text(pdf->scratch, at);
    if (strlen(text) <= EDGE_LONGEST) {
        struct edge *edge = mem_append(pdf->scratch, edges->at, edges->n);
        *edge = (struct edge){.page = page, .line = line, .top = at->top, .head = head};
        edge->key = key_of(pdf->scratch, text, &edge->number);
        edge->numbered = is_page_number(text, &edge->number);
    }
    talloc_free(text);
}

static struct edges find_edges(struct pdf *pdf)
{
    struct edges edges = {0};
    for (size_t p = 0; p < pdf->n; p++) {
        const struct pdf_page *page = &pdf->pages[p];
        for (size_t i = 0; i < page->n && i < EDGE_LINES && page->lines[i].top * 100 < EDGE * page->height; i++)
            add_edge(pdf, &edges, p, i, true);
        for (size_t i = page->n, seen = 0; i > 0 && seen < EDGE_LINES; i--, seen++) {
            if (page->lines[i - 1].bottom * 100 < (100 - EDGE) * page->height)
                break;
            add_edge(pdf, &edges, p, i - 1, false);
        }
    }
    return edges;
}

/* ---- what is repeated ---------------------------------------------------------------------------------- */

static int compare_keys(const void *a, const void *b)
{
    const struct edge *x = *(struct edge *const *)a, *y = *(struct edge *const *)b;
    int order = x->head != y->head ? (x->head ? -1 : 1) : strcmp(x->key, y->key);
    if (order == 0)
        order = x->page != y->page ? (x->page < y->page ? -1 : 1) : x->line < y->line ? -1 : x->line > y->line;
    return order;
}

static bool is_same(const struct edge *a, const struct edge *b)
{
    return a->head == b->head && strcmp(a->key, b->key) == 0;
}

/* Does a title stand below line I: larger letters than those of the text? Then the line heads a report. */
static bool heads_a_title(const struct pdf *pdf, const struct edge *edge)
{
    const struct pdf_page *page = &pdf->pages[edge->page];
    for (size_t i = edge->line + 1; i < page->n && i <= edge->line + 3; i++)
        if (page->lines[i].size > pdf->body || (page->lines[i].bold && !page->lines[edge->line].bold))
            return true;
    return false;
}

static bool is_outer(const struct pdf_page *page, const struct pdf_line *line, bool head)
{
    return head ? line->bottom * 100 < OUTER_EDGE * page->height : line->top * 100 > (100 - OUTER_EDGE) * page->height;
}

/* Lines of one key, in the order of pages. Heads within the text's own room are told from heads of reports: a running
 * head stands on page after page. */
static void judge_group(const struct pdf *pdf, struct edge **group, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct edge *edge = group[i];
        const struct pdf_page *page = &pdf->pages[edge->page];
        const struct pdf_line *line = &page->lines[edge->line];
        size_t near = 0;
        for (size_t k = i > 8 ? i - 8 : 0; k < n && k <= i + 8; k++)
            near += abs(group[k]->top - edge->top) <= SAME_PLACE;
        bool outer = is_outer(page, line, edge->head);
        bool after = i > 0 && group[i - 1]->page + 1 == edge->page && abs(group[i - 1]->top - edge->top) <= SAME_PLACE;
        if (edge->head && !outer)
            edge->drop = near >= REPEATED_MIN && after && line->n <= 2 && !heads_a_title(pdf, edge);
        else
            edge->drop = near >= REPEATED_MIN || (near >= 2 && pdf->n <= 3 && edge->number >= 0);
    }
}

static void judge_repeated(struct pdf *pdf, struct edges *edges)
{
    struct edge **order = mem_zero_named(pdf->scratch, (edges->n + 1) * sizeof *order, "order");
    for (size_t i = 0; i < edges->n; i++)
        order[i] = &edges->at[i];
    qsort(order, edges->n, sizeof *order, compare_keys);
    for (size_t i = 0; i < edges->n;) {
        size_t end = i + 1;
        while (end < edges->n && is_same(order[i], order[end]))
            end++;
        judge_group(pdf, order + i, end - i);
        i = end;
    }
    talloc_free(order);
}

/* ---- the numbers of pages ---------------------------------------------------------------------------------- */

/* The shift that most pages agree on; at least two must, or one of a paper of one page. */
static int settle_shift(const struct pdf *pdf, const struct edges *edges)
{
    struct {
        int shift;
        size_t votes;
    } shifts[SHIFTS_MAX];
    size_t n = 0, best = 0;
    for (size_t i = 0; i < edges->n; i++) {
        const struct edge *edge = &edges->at[i];
        if (edge->number < 1 || !(edge->numbered || edge->drop))
            continue;
        int shift = edge->number - pdf->pages[edge->page].number;
        size_t k = 0;
        while (k < n && shifts[k].shift != shift)
            k++;
        if (k == n && n < SHIFTS_MAX) {
            shifts[n].shift = shift;
            shifts[n++].votes = 0;
        }
        if (k < n)
            shifts[k].votes += edge->numbered ? 3 : 2;
    }
    for (size_t k = 1; k < n; k++)
        best = shifts[k].votes > shifts[best].votes ? k : best;
    bool enough = n && (shifts[best].votes >= 4 || pdf->n == 1);
    return enough ? shifts[best].shift : PDF_NO_SHIFT;
}

/* ---- dropping ------------------------------------------------------------------------------------------ */

/* The stamp stays on the first page that bears it. */
static void judge_stamps(struct pdf *pdf, struct edges *edges)
{
    char *last = NULL;
    for (size_t i = 0; i < edges->n; i++) {
        struct edge *edge = &edges->at[i];
        char *text = pdf_line_text(pdf->scratch, &pdf->pages[edge->page].lines[edge->line]);
        if (edge->head && is_stamp(text)) {
            edge->drop = last && strcmp(last, text) == 0;
            talloc_free(last);
            last = text;
        } else {
            talloc_free(text);
        }
    }
    talloc_free(last);
}

/* A lone number within the text's room may also be the last cell of a table. */
static bool goes(const struct pdf *pdf, const struct edge *edge)
{
    const struct pdf_page *page = &pdf->pages[edge->page];
    const struct pdf_line *line = &page->lines[edge->line];
    bool counts = pdf->shift != PDF_NO_SHIFT && edge->number == page->number + pdf->shift;
    return edge->drop || (edge->numbered && (counts || is_outer(page, line, edge->head)));
}

static void drop_lines(struct pdf *pdf, const struct edges *edges)
{
    for (size_t i = 0; i < edges->n; i++)
        if (goes(pdf, &edges->at[i]))
            pdf->pages[edges->at[i].page].lines[edges->at[i].line].n = 0;
    for (size_t p = 0; p < pdf->n; p++) {
        struct pdf_page *page = &pdf->pages[p];
        size_t kept = 0;
        for (size_t i = 0; i < page->n; i++)
            if (page->lines[i].n)
                page->lines[kept++] = page->lines[i];
        page->n = kept;
    }
}

void pdf_drop_edges(struct pdf *pdf)
{
    struct edges edges = find_edges(pdf);
    judge_repeated(pdf, &edges);
    judge_stamps(pdf, &edges);
    pdf->shift = settle_shift(pdf, &edges);
    drop_lines(pdf, &edges);
}
