/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The XML of pdftohtml as pages of runs, and its outline. Places and sizes are taken as hostile numbers: what lies far off
 * the page is left out. What the runs mean is not asked here. */
#include "config.h"

#include "src/intake/pdf.h"
#include "src/intake/tree.h"

#include <stdlib.h>
#include <string.h>

#define FONTS_MAX ((size_t)65536)
#define PLACE_MAX 20000 /* pixels */
#define OUTLINE_MAX ((size_t)20000)
#define RUNS_MAX ((size_t)4000000)
#define PAGE_RUNS_MAX ((size_t)50000)
#define LINKS_MAX ((size_t)20000)

struct reading {
    struct pdf *pdf;
    int *sizes; /* of fonts, by id; 0 where unknown */
    size_t n_sizes, n_runs;
};

static int number_of(const struct node *node, const char *name)
{
    const char *text = node_attribute(node, name);
    long number = text ? strtol(text, NULL, 10) : 0;
    return number > PLACE_MAX ? PLACE_MAX : number < -PLACE_MAX ? -PLACE_MAX : (int)number;
}

static void read_font(struct reading *reading, const struct node *node)
{
    const char *id = node_attribute(node, "id");
    size_t at = id ? (size_t)strtoul(id, NULL, 10) : FONTS_MAX;
    if (at >= FONTS_MAX)
        return;
    while (reading->n_sizes <= at)
        (void)mem_append(reading->pdf->scratch, reading->sizes, reading->n_sizes);
    reading->sizes[at] = number_of(node, "size");
}

static bool is_blank_text(const char *text)
{
    for (size_t n; *text; text += n)
        if ((n = pack_void(text)) == 0 && (n = *text == '\n' || *text == '\t' || *text == '\r') == 0)
            return false;
    return true;
}

/* Blanks and stops at the ends of a link are words beside it that its frame touches. */
static char *words_of_link(const void *parent, const struct node *node)
{
    char *words = node_text(parent, node, NULL);
    size_t start = 0, n = strlen(words);
    while (n && strchr(" .,;:()", words[n - 1]))
        n--;
    while (start < n && strchr(" .,;:()", words[start]))
        start++;
    char *trimmed = mem_strndup(parent, words + start, n - start);
    talloc_free(words);
    return trimmed;
}

/* The links of a run, which is the ORDERth of its page; those that go on from the run before are one. */
static void read_links(struct pdf *pdf, const struct pdf_page *page, const struct node *node, size_t order)
{
    for (const struct node *at = node_find(node, "a", NULL); at; at = node_find_next(at, node, "a", NULL)) {
        const char *href = node_attribute(at, "href");
        char *url = href && strstr(href, ":") ? link_address(pdf->scratch, href, NULL) : NULL;
        char *text = url ? words_of_link(pdf->scratch, at) : NULL;
        struct pdf_link *last = pdf->n_links ? &pdf->links[pdf->n_links - 1] : NULL;
        if (!text || !text[0] || pdf->n_links == LINKS_MAX) {
            talloc_free(text);
            talloc_free(url);
        } else if (last && last->page == page->number && last->order + 1 >= order && strcmp(last->url, url) == 0) {
            last->text = mem_printf(pdf->scratch, "%s %s", last->text, text);
            last->order = order;
        } else {
            *mem_append(pdf->scratch, pdf->links, pdf->n_links) = (struct pdf_link){page->number, text, url, order};
        }
    }
}

static void read_run(struct reading *reading, struct pdf_page *page, const struct node *node)
{
    struct pdf *pdf = reading->pdf;
    size_t bold, italic;
    char *text = node_words(pdf->scratch, node, "b", &bold);
    talloc_free(node_words(pdf->scratch, node, "i", &italic));
    int left = number_of(node, "left"), top = number_of(node, "top");
    int width = number_of(node, "width"), height = number_of(node, "height");
    bool turned = width <= 0 && !((unsigned char)text[0] >= 0x80 && strlen(text) <= 4); /* no mark that stands on another letter */
    bool placed = height > 0 && left + width > 0 && top + height > 0 && left < page->width && top < page->height;
    if (is_blank_text(text) || !placed || (width <= 0 && !turned)) {
        talloc_free(text);
        return;
    }
    if (++reading->n_runs > RUNS_MAX || page->n_runs + page->n_turned >= PAGE_RUNS_MAX) {
        pdf->cut = true;
        talloc_free(text);
        return;
    }
    if (!turned)
        read_links(pdf, page, node, page->n_runs);
    const char *font = node_attribute(node, "font");
    size_t id = font ? (size_t)strtoul(font, NULL, 10) : FONTS_MAX;
    int size = id < reading->n_sizes ? reading->sizes[id] : 0;
    struct pdf_run *run = turned ? mem_append(pdf->scratch, page->turned, page->n_turned) : mem_append(pdf->scratch, page->runs, page->n_runs);
    *run = (struct pdf_run){.left = left, .right = left + width, .top = top, .bottom = top + height,
                            .size = size > 0 ? size : height, .text = text, .bold_bytes = bold, .order = page->n_runs, .font = id};
    run->bold = bold >= strlen(text);
    run->italic = italic >= strlen(text);
}

static void read_page(struct reading *reading, const struct node *node)
{
    struct pdf *pdf = reading->pdf;
    struct pdf_page *page = mem_append(pdf->scratch, pdf->pages, pdf->n);
    page->number = number_of(node, "number");
    page->width = number_of(node, "width") > 0 ? number_of(node, "width") : PLACE_MAX;
    page->height = number_of(node, "height") > 0 ? number_of(node, "height") : PLACE_MAX;
    int before = pdf->n > 1 ? pdf->pages[pdf->n - 2].number : 0;
    if (page->number <= before) /* reliability.md 4.3: they rise */
        page->number = before + 1;
    page->after_gap = page->number > before + 1;
    for (const struct node *at = node_child(node, NULL); at; at = node_sibling(at, NULL)) {
        if (node_is(at, "fontspec"))
            read_font(reading, at);
        else if (node_is(at, "text"))
            read_run(reading, page, at);
    }
    pdf_settle_turned(pdf, page);
    page->blank = page->n_runs == 0;
}

/* <outline> holds <item page="4">words</item>, and outlines for what is below. */
static void read_outline(struct reading *reading, const struct node *outline)
{
    struct pdf *pdf = reading->pdf;
    for (const struct node *at = outline; (at = node_next(at, outline)) != NULL && pdf->n_outline < OUTLINE_MAX;) {
        if (!node_is(at, "item"))
            continue;
        struct pdf_title *title = mem_append(pdf->scratch, pdf->outline, pdf->n_outline);
        char *words = node_text(NULL, at, NULL);
        title->folded = text_fold(pdf->scratch, words);
        title->page = number_of(at, "page");
        for (const struct node *up = node_parent(at); up && node_is(up, "outline") && title->depth < 9; up = node_parent(up))
            title->depth++;
        talloc_free(words);
    }
}

static size_t count_pages(const char *text, size_t n)
{
    size_t count = 0;
    for (const char *at = text, *end = text + n; (at = memmem(at, (size_t)(end - at), "<page ", 6)); at++)
        count++;
    return count;
}

/* pdftohtml crosses the tags of links and of bold words, so that not every fault of the XML means a loss. */
static bool breaks_off(const char *text, size_t n)
{
    static const char last[] = "</pdf2xml>";
    while (n && strchr(" \r\n\t", text[n - 1]))
        n--;
    return n < sizeof last - 1 || memcmp(text + n - (sizeof last - 1), last, sizeof last - 1) != 0;
}

enum status pdf_read_xml(struct pdf *pdf, const char *text, size_t n, struct err *err)
{
    struct tree *tree;
    struct reading reading = {.pdf = pdf};
    enum status status = tree_read_xml(pdf->scratch, text, n, &tree, err);
    if (status != STATUS_OK)
        return status;
    const struct node *root = tree_root(tree);
    if (!node_is(root, "pdf2xml"))
        return err_set(err, STATUS_INPUT, "no pages of a PDF");
    for (const struct node *at = node_child(root, NULL); at; at = node_sibling(at, NULL)) {
        if (node_is(at, "page") && pdf->n < PDF_PAGES_MAX)
            read_page(&reading, at);
        else if (node_is(at, "page"))
            pdf->cut = true;
        else if (node_is(at, "outline"))
            read_outline(&reading, at);
    }
    pdf->cut |= breaks_off(text, n) || (tree_is_incomplete(tree) && count_pages(text, n) > pdf->n);
    talloc_free(tree);
    return pdf->n ? STATUS_OK : err_set(err, STATUS_INPUT, "a PDF without a page");
}
