/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Head and items of a saved page whose rows were told by their build (page_html_rows.c). One walk over the page: up to the
 * first number it gathers the head, behind a number the title is the first line, then come the item's own lines, up to the
 * next number or to where the last row ends. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page_html.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define ANCESTORS_MAX 200 /* elements round a row that are asked */
#define BADGE_MAX 40      /* bytes of a badge beside a title */
#define HEAD_LOOK 100     /* columns, and nodes of a table, in which a head is looked for: each cell asks */

struct rows_walk {
    struct html_page *html;
    const struct html_rows *rows;
    size_t begun;              /* rows so far */
    struct html_item *item;    /* of the last of them; NULL in the head */
    bool awaiting;             /* its title is not read yet */
    bool ended;                /* behind the last row */
    const struct node *region; /* the last row ends with it */
    bool flat;                 /* the last row has no element of its own */
    bool exempt;               /* what stands below the last heading between the rows */
    int rank;                  /* headings up to this one end the last row; 0: none does */
};

/* ---- where the last row ends ------------------------------------------------------------------------- */

static bool is_within(const struct node *node, const struct node *within)
{
    for (int i = 0; i < ANCESTORS_MAX && node; i++, node = node_parent(node))
        if (node == within)
            return true;
    return false;
}

/* The element that holds both, and the child of it that holds B. */
static const struct node *common(const struct node *a, const struct node *b, const struct node **branch)
{
    *branch = b;
    const struct node *at = node_parent(b);
    for (int i = 0; i < ANCESTORS_MAX && at && !is_within(a, at); i++, at = node_parent(at))
        *branch = at;
    return at;
}

static int rank_of(const struct node *node)
{
    const char *name = node_name(node);
    return (name[0] | 32) == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0' ? name[1] - '0' : 0;
}

/* Headings that stand in NODE or round it. */
static int rank_round(const struct node *node)
{
    for (int i = 0; i < 4 && node; i++, node = node_parent(node))
        if (rank_of(node) > 0)
            return rank_of(node);
    return 3;
}

/* Rows that are elements of their own end with them; numbers with their texts beside them end with what holds all. */
static void find_end(struct rows_walk *walk)
{
    const struct html_rows *rows = walk->rows;
    const struct node *last = rows->at[rows->n - 1].node, *branch = NULL;
    walk->region = rows->at[rows->n - 1].entry ? last : node_parent(last);
    if (rows->n < 2)
        return;
    const struct node *all = common(rows->at[rows->n - 2].node, last, &branch);
    bool flat = false;
    for (size_t i = 1; i < rows->n && all && !flat; i++) {
        const struct node *before, *after;
        bool here = common(rows->at[i - 1].node, rows->at[i].node, &after) == all;
        flat = here && common(rows->at[i].node, rows->at[i - 1].node, &before) == all && node_sibling(before, NULL) != after;
    }
    walk->flat = flat;
    walk->region = flat ? all : branch;
    walk->rank = flat ? rank_round(last) : 0;
}

/* ---- titles ------------------------------------------------------------------------------------------ */

static const struct node *block_round(const struct node *node)
{
    static const char *const names[] = {"p", "div", "td", "th", "li", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "section"};
    for (int i = 0; i < ANCESTORS_MAX && node; i++, node = node_parent(node))
        for (size_t k = 0; k < MB_LENGTH(names); k++)
            if (node_is(node, names[k]))
                return node;
    return NULL;
}

/* Does the title begin with the words of LINK? Then the link is the title's, else a file beside it. */
static bool is_title_link(const struct node *link)
{
    char title[64], words[64];
    bool whole;
    struct item_number number;
    const struct node *block = block_round(link);
    if (!block)
        return true;
    node_lead(block, title, sizeof title, &whole);
    node_lead(link, words, sizeof words, &whole);
    size_t used = html_number_of(title, true, &number);
    size_t n = strlen(words) < strlen(title + used) ? strlen(words) : strlen(title + used);
    return n > 0 && (strncmp(words, title, strlen(words)) == 0 || strncmp(words, title + used, n) == 0);
}

/* A picture of a lock with the words "Exempt item", a badge "Exempt" behind the title. */
bool html_is_badge(struct html_page *html, const struct node *node)
{
    static const char *const attributes[] = {"alt", "title", "aria-label"};
    static const char *const elements[] = {"strong", "span", "em", "b", "i", "small", "mark", "sup"};
    char *reason, words[BADGE_MAX];
    bool whole, says = false;
    for (size_t i = 0; i < MB_LENGTH(attributes) && !node_is(node, "a"); i++) {
        const char *value = node_attribute(node, attributes[i]);
        says |= value && strlen(value) < BADGE_MAX && mark_exempt(html->page.scratch, value, &reason) == EXEMPT_ITEM;
    }
    for (size_t i = 0; i < MB_LENGTH(elements) && !says; i++)
        if (node_is(node, elements[i])) {
            node_lead(node, words, sizeof words, &whole);
            const struct node *block = block_round(node);
            char title[BADGE_MAX];
            bool all = false;
            if (block)
                node_lead(block, title, sizeof title, &all);
            says = whole && *words && *words != '(' && *words != '[' && block && strcmp(title, words) != 0 &&
                   mark_exempt(html->page.scratch, words, &reason) == EXEMPT_ITEM;
            return says;
        }
    return says;
}

/* WORDS without the mark of the list that the row stands in, and without its number. */
static char *title_words(struct rows_walk *walk, const char *words, size_t n)
{
    void *scratch = walk->html->page.scratch;
    const struct html_row *row = &walk->rows->at[walk->begun - 1];
    char *title = text_squeeze(scratch, words, n);
    struct item_number number;
    bool in_list = false;
    for (const struct node *at = row->node; at && !in_list && at != walk->html->content; at = node_parent(at))
        in_list = node_is(at, "li") && node_is(node_parent(at), "ol");
    title += mark_bullet(title, strlen(title));
    title += blanks_at(title);
    if (in_list)
        title += html_number_of(title, false, &number);
    if (row->titled && *row->number.text)
        title += html_number_of(title, true, &number);
    struct attachment size = {0};
    if (walk->item->title_file)
        (void)file_suffix(scratch, title, &size);
    return title;
}

/* ---- columns ------------------------------------------------------------------------------------------ */

/* What the column of CELL is headed with; "" where it has no head. */
static void head_of_column(const struct node *cell, char words[BADGE_MAX])
{
    const struct node *row = node_parent(cell), *table = row;
    size_t column = *words = 0;
    bool whole;
    for (const struct node *at = node_child(row, NULL); at && at != cell && column < HEAD_LOOK; at = node_sibling(at, NULL))
        column++;
    while (table && !node_is(table, "table"))
        table = node_parent(table);
    const struct node *head = table && column < HEAD_LOOK ? node_find_near(table, "tr", HEAD_LOOK) : NULL;
    const struct node *at = head && head != row ? node_child(head, NULL) : NULL;
    for (size_t i = 0; i < column && at; i++)
        at = node_sibling(at, NULL);
    if (at)
        node_lead(at, words, BADGE_MAX, &whole);
}

/* A cell of a column of its own: decisions, minutes; pages are no text. True: CELL is taken. */
static bool take_cell(struct rows_walk *walk, const struct node *cell)
{
    static const struct {
        const char *head;
        enum line_label label;
        const char *words;
    } heads[] = {{"decision", LINE_DECISION, "Decision:"}, {"outcome", LINE_DECISION, "Decision:"}, {"penderfyniad", LINE_DECISION, "Decision:"},
                 {"resolution", LINE_DECISION, "Decision:"}, {"minutes", LINE_MINUTES, "Minutes:"}, {"minute", LINE_MINUTES, "Minutes:"},
                 {"cofnodion", LINE_MINUTES, "Minutes:"}, {"page", LINE_TEXT, NULL}, {"pages", LINE_TEXT, NULL}, {"page no", LINE_TEXT, NULL}};
    char words[BADGE_MAX], lead[BADGE_MAX];
    bool whole;
    if (walk->awaiting || !node_is(cell, "td"))
        return false;
    head_of_column(cell, words);
    size_t n = strlen(words);
    while (n > 0 && strchr("s.:?", words[n - 1]))
        words[--n] = '\0';
    node_lead(cell, lead, sizeof lead, &whole);
    if (walk->item && (strcasecmp(words, "exempt") == 0 || strcasecmp(words, "confidential") == 0)) { /* "Yes - paragraph 3" */
        walk->item->exempt |= strncasecmp(lead, "yes", 3) == 0;
        return true;
    }
    for (size_t i = 0; i < MB_LENGTH(heads) && n > 0 && *lead; i++) {
        size_t length = strlen(heads[i].head) - (heads[i].head[strlen(heads[i].head) - 1] == 's');
        if (length != n || strncasecmp(words, heads[i].head, n) != 0)
            continue;
        if (heads[i].words)
            html_add_lines(walk->html, heads[i].words, heads[i].label);
        return heads[i].words == NULL;
    }
    return false;
}

/* ---- the walk ------------------------------------------------------------------------------------------ */

static void end_item(struct rows_walk *walk)
{
    struct page *page = &walk->html->page;
    struct page_item *last = walk->item && page->n_items > 0 ? &page->items[page->n_items - 1] : NULL;
    if (!last)
        return;
    last->end = last->own_end = page->n;
    if (last->first == page->n && !*last->number.text) { /* an element without words */
        page->n_items--;
        walk->html->n_items--;
    }
}

/* True: ROW is nothing but the number. */
static bool begin_item(struct rows_walk *walk, const struct html_row *row)
{
    struct html_page *html = walk->html;
    struct page *page = &html->page;
    if (walk->begun == 0)
        page->head_end = page->n;
    end_item(walk);
    walk->begun++;
    *mem_append(page->scratch, page->items, page->n_items) =
        (struct page_item){.number = row->number, .first = page->n, .end = page->n, .own_end = page->n};
    walk->item = mem_append(page->scratch, html->items, html->n_items);
    *walk->item = (struct html_item){.number = *row->number.text ? mem_strdup(page->scratch, row->number.text) : NULL};
    walk->item->exempt = walk->exempt;
    html_read_id(html, walk->item, row->node);
    walk->awaiting = true;
    return !row->titled && !row->entry;
}

/* A heading between two rows, "Exempt items": it is said of what follows. */
static bool take_heading(struct rows_walk *walk, const struct node *node)
{
    const struct node *row = walk->begun > 0 ? walk->rows->at[walk->begun - 1].node : NULL;
    const char *span = node_is(node, "tr") && node_child(node, NULL) ? node_attribute(node_child(node, NULL), "colspan") : NULL;
    bool alone = span && !node_sibling(node_child(node, NULL), NULL);
    char words[BADGE_MAX * 2];
    bool whole, own = row && is_within(node, node_parent(row)), rank = rank_of(node) > 0;
    rank = rank && (row && rank_of(row) > 0 ? rank_of(node) < rank_of(row) : !own && !walk->flat);
    bool of_row = walk->begun < walk->rows->n && is_within(walk->rows->at[walk->begun].node, node); /* the next row's own title */
    if (walk->awaiting || of_row || !(rank || alone))
        return false;
    node_lead(node, words, sizeof words, &whole);
    if (!whole || mark_part(words))
        return false;
    walk->exempt = page_word_last(WORD_EXEMPT, words, NULL) != NULL;
    return walk->begun > 0;
}

/* A heading inside an item, "Minutes", with its colon or without. */
static bool take_label(struct rows_walk *walk, const struct node *node)
{
    static const char *const elements[] = {"strong", "b", "summary", "legend", "dt"};
    char words[BADGE_MAX], block[BADGE_MAX];
    bool whole, all, asked = rank_of(node) > 0;
    for (size_t i = 0; i < MB_LENGTH(elements) && !asked; i++)
        asked = node_is(node, elements[i]);
    if (!asked || walk->awaiting)
        return false;
    node_lead(node, words, sizeof words, &whole);
    node_lead(block_round(node) ? block_round(node) : node, block, sizeof block, &all);
    if (!whole || !all || strcmp(words, block) != 0)
        return false;
    char *label = mem_printf(walk->html->page.scratch, "%s:", words);
    size_t n = strlen(words), draft = strncasecmp(words, "draft ", 6) == 0 ? 6 : 0;
    label[n > 0 && words[n - 1] == ':' ? n : n + 1] = '\0';
    bool minutes = page_word_is(WORD_MINUTES, label + draft), decision = page_word_is(WORD_DECISION, label);
    if (minutes || decision)
        html_add_lines(walk->html, minutes ? "Minutes:" : "Decision:", minutes ? LINE_MINUTES : LINE_DECISION);
    return minutes || decision;
}

static bool take(void *to, const struct node *node)
{
    struct rows_walk *walk = to;
    struct html_page *html = walk->html;
    bool last = walk->begun == walk->rows->n;
    if (last && !walk->ended)
        walk->ended = !is_within(node, walk->region) || (rank_of(node) > 0 && rank_of(node) <= walk->rank && !walk->awaiting);
    if (walk->ended || html_is_site(node))
        return true;
    if (!last && node == walk->rows->at[walk->begun].node)
        return begin_item(walk, &walk->rows->at[walk->begun]);
    if (take_heading(walk, node))
        return true;
    if (!walk->item)
        return html_take_of_head(html, node);
    if (html_is_badge(html, node)) {
        walk->item->exempt = true;
        return true;
    }
    if (take_cell(walk, node) || take_label(walk, node))
        return true;
    if (walk->awaiting && node_is(node, "a") && is_title_link(node)) {
        walk->item->title_file |= html_take_file(html, walk->item, node);
        return false;
    }
    return html_take(html, walk->item, node);
}

static const char *words(void *to, const struct node *node)
{
    struct rows_walk *walk = to;
    return walk->item && !walk->ended ? html_cut_words(walk->html, walk->item, node) : NULL;
}

static bool frame(void *to, const struct node *element)
{
    struct rows_walk *walk = to;
    bool row = walk->begun > 0 && is_within(walk->rows->at[walk->begun - 1].node, element);
    return row || (walk->begun < walk->rows->n && is_within(walk->rows->at[walk->begun].node, element));
}

/* TEXT without its lines that are the size of a file and no more. */
static char *without_sizes(struct html_page *html, struct html_item *item, const char *text)
{
    struct buf out;
    buf_init(&out, html->page.scratch, BUF_MAX_DOCUMENT);
    buf_puts(&out, "");
    for (const char *at = text; *at; at += strcspn(at, "\n"), at += *at == '\n') {
        char *line = mem_strndup(NULL, at, strcspn(at, "\n"));
        if (!html_take_size(html, item, page_without_bullet(line)))
            buf_printf(&out, "%s%s", out.len ? "\n" : "", line);
        talloc_free(line);
    }
    return buf_take(&out);
}

static void add_paragraph(void *to, const char *text)
{
    struct rows_walk *walk = to;
    enum line_label label = walk->html->labelled && walk->item ? LINE_TEXT : LINE_BY_WORDS;
    if (walk->ended)
        return;
    while (walk->awaiting && text) {
        size_t n = strcspn(text, "\n");
        char *title = title_words(walk, text, n);
        text = text[n] ? text + n + 1 : NULL;
        if (*title) {
            html_add_lines(walk->html, title, LINE_TEXT);
            walk->awaiting = false;
        }
    }
    char *without = text && walk->item && walk->item->n_files > 0 ? without_sizes(walk->html, walk->item, text) : NULL;
    text = without ? without : text;
    if (text && *text)
        html_add_lines(walk->html, text, label);
}

static void add_link(void *to, const char *text, const char *href)
{
    struct rows_walk *walk = to;
    if (walk->item && !walk->ended && !walk->item->title_file)
        html_take_link(walk->html, walk->item, text, href);
}

void html_add_rows(struct html_page *html, const struct html_rows *rows)
{
    struct rows_walk walk = {.html = html, .rows = rows};
    find_end(&walk);
    body_walk(html->content, &(struct body_reader){.take = take, .words = words, .frame = frame, .paragraph = add_paragraph, .link = add_link, .to = &walk});
    end_item(&walk);
    for (size_t i = html->page.head_end; i < html->page.n && !html->page.has_labels; i++) {
        const struct page_line *line = &html->page.lines[i];
        html->page.has_labels = line->label == LINE_MINUTES || (line->label == LINE_BY_WORDS && page_word(WORD_MINUTES, line->text));
    }
}

/* ---- the text alone --------------------------------------------------------------------------------- */

char *html_plain(const void *parent, const struct tree *tree)
{
    struct body body;
    void *context = talloc_named_const(parent, 0, "plain");
    body_of_node(context, tree_root(tree), NULL, &body);
    char *text = mem_strdup(parent, body.text ? body.text : "");
    talloc_free(context);
    return text;
}
