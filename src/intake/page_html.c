/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The saved page of a meeting (field.md 3.4): its head and the rows of its table of items. The mark-up is not well
 * formed and skins differ around it; the classes of the system are what is asked. A page of other making is read as
 * the text that it shows. */
#include "config.h"

#include "src/intake/page_html.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* ---- opening ---------------------------------------------------------------------------------------- */

const struct node *html_content(const struct tree *tree)
{
    const struct node *root = tree_root(tree);
    for (const struct node *at = root; at; at = node_next(at, root)) {
        const char *id = node_attribute(at, "id");
        if (id && strcasecmp(id, "modgov") == 0)
            return at;
    }
    const struct node *item = node_find(root, NULL, "mgItemNumberCell"),
                      *title = node_find(root, NULL, "mgMainTitleTxt");
    const struct node *body = node_find(root, "body", NULL);
    return item || title ? body ? body : root : NULL;
}

char *html_main_title(const void *parent, const struct tree *tree)
{
    const struct node *content = html_content(tree);
    const struct node *title = content ? node_find(content, NULL, "mgMainTitleTxt") : NULL;
    if (!title && content)
        title = node_find(content, "h1", NULL);
    return title ? node_text(parent, title, NULL) : mem_strdup(parent, "");
}

enum status html_open(struct html_page *html, struct draft *draft, const char *text, size_t n, struct err *err)
{
    *html = (struct html_page){.page = {.scratch = talloc_named_const(draft, 0, "saved page")}};
    html->page.draft = draft;
    html->page.meeting = draft->meeting;
    enum status status = tree_read_html(html->page.scratch, text, n, &html->tree, err);
    if (status != STATUS_OK)
        return status;
    html->content = html_content(html->tree);
    html->labelled = html->content && node_find(html->content, NULL, "mgSubItemTitleTxt");
    if (tree_is_incomplete(html->tree)) {
        draft->incomplete = true;
        draft_warn(draft, "INCOMPLETE: the saved page breaks off; what stands before that was read");
    }
    return STATUS_OK;
}

void html_close(struct html_page *html)
{
    talloc_free(html->page.scratch);
}

/* ---- the head --------------------------------------------------------------------------------------- */

/* The second title names committee and day; some skins part it in two elements. */
static char *sub_title(struct html_page *html)
{
    struct buf words; /* a hostile page has thousands of them */
    buf_init(&words, html->page.scratch, BUF_MAX_DOCUMENT);
    for (const struct node *at = html->content;
         (at = node_find_next(at, html->content, NULL, "mgSubTitleTxt")) != NULL;) {
        char *more = node_text(html->page.scratch, at, NULL);
        if (*more)
            buf_printf(&words, "%s%s", words.len > 0 ? " - " : "", more);
        talloc_free(more);
    }
    return words.len > 0 ? buf_take(&words) : NULL;
}

const char *html_meta(const struct html_page *html, const char *name)
{
    const struct node *root = tree_root(html->tree);
    for (const struct node *at = root; (at = node_find_next(at, root, "meta", NULL)) != NULL;) {
        const char *is = node_attribute(at, "name");
        if (is && strcasecmp(is, name) == 0)
            return node_attribute(at, "content");
    }
    return NULL;
}

/* The heading in a language whose days we do not read, "Pwyllgor Craffu - Dydd Mawrth, 14eg Mehefin, 2022 2.00 yp",
 * where the page's description names the day: what stands before the last dash, and the clock behind it. */
static void read_foreign_heading(struct html_page *html)
{
    struct meeting *meeting = html->page.meeting;
    char *words = sub_title(html), *dash = NULL;
    for (char *at = words; at && (at = strstr(at, " - ")) != NULL; at++)
        dash = at;
    if (!dash || meeting->committee)
        return;
    meeting->committee = text_squeeze(meeting, words, (size_t)(dash - words));
    for (const char *at = dash; *at && meeting->minutes_after_midnight < 0; at++) {
        int minutes;
        bool starts = isdigit((unsigned char)*at) && !isalnum((unsigned char)at[-1]) && !strchr(".:", at[-1]);
        size_t digits = strspn(at, "0123456789"),
               used = starts && strchr(".:", at[digits]) ? clock_scan(at, &minutes) : 0;
        const char *rest = at + used + blanks_at(at + used);
        if (used == 0)
            continue;
        bool afternoon =
            strncasecmp(rest, "yp", 2) == 0 || strncasecmp(rest, "y.p", 3) == 0 || strncasecmp(rest, "yh", 2) == 0;
        meeting->minutes_after_midnight = minutes + (afternoon && minutes < 12 * 60 ? 12 * 60 : 0);
    }
}

/* Where the heading says nothing, the page's own description of itself does: DC.title, then the title. */
static void read_description(struct html_page *html)
{
    struct meeting *meeting = html->page.meeting;
    const char *described = html_meta(html, "DC.title"), *day = html_meta(html, "DC.date");
    const struct node *title = node_find(tree_root(html->tree), "title", NULL);
    struct date date;
    if (!meeting->committee && described)
        (void)page_read_meeting(&html->page, described);
    if (!meeting->committee && title)
        (void)page_read_meeting(&html->page, node_text(html->page.scratch, title, NULL));
    if (!day || !date_parse_iso(day, &date))
        return;
    if (meeting->date_basis != DATE_STATED) {
        talloc_free(meeting->date_reason);
        meeting->date_reason = NULL;
        meeting->date = date;
        meeting->date_basis = DATE_STATED;
        read_foreign_heading(html);
    } else if (date_compare(date, meeting->date) != 0) {
        draft_warn(html->page.draft, "the page's heading says %s, its description says %s",
                   date_words(html->page.scratch, meeting->date), date_words(html->page.scratch, date));
    }
}

static void add_titles(struct html_page *html)
{
    char *form = html_main_title(html->page.scratch, html->tree), *meeting = sub_title(html);
    if (*form)
        html_add_lines(html, form, LINE_BY_WORDS);
    if (meeting)
        html_add_lines(html, meeting, LINE_BY_WORDS);
}

/* ---- rows ------------------------------------------------------------------------------------------- */

/* What holds the rows of items: the table by its id, by its class, else the one that the first number of an item stands
 * in. Skins made for narrow screens set rows and cells with other elements: then what the first row stands in. */
static const struct node *item_table(const struct html_page *html)
{
    const struct node *content = html->content, *by_class = NULL;
    for (const struct node *at = content; (at = node_find_next(at, content, "table", NULL)) != NULL;) {
        const char *id = node_attribute(at, "id");
        if (id && strcasecmp(id, "mgItemTable") == 0)
            return at;
        by_class = by_class || !node_has_class(at, "mgItemTable") ? by_class : at;
    }
    const struct node *cell = node_find(content, NULL, "mgItemNumberCell"), *table = cell;
    if (by_class || !cell)
        return by_class;
    while (table && table != content && !node_is(table, "table"))
        table = node_parent(table);
    return node_is(table, "table") ? table : node_parent(node_parent(cell));
}

/* The row of TABLE after AT, not one of a table inside it. */
static const struct node *next_row(const struct node *at, const struct node *table)
{
    if (!node_is(table, "table"))
        return at == table ? node_child(table, NULL) : node_sibling(at, NULL);
    do
        at = at != table && node_is(at, "table") ? node_after(at, table) : node_next(at, table);
    while (at && !node_is(at, "tr"));
    return at;
}

struct row {
    const struct node *cell; /* of title and texts */
    struct item_number number;
    char *number_words; /* what stands in the cell of the number, where it is none we know */
};

/* A cell of the head, where rows are set with other elements than a table's (WAI-ARIA 1.2, 5.4). */
static bool is_column_head(const struct node *cell)
{
    const char *role = node_attribute(cell, "role");
    return role && strcasecmp(role, "columnheader") == 0;
}

static bool is_empty(const struct node *cell)
{
    char lead[8];
    bool whole;
    node_lead(cell, lead, sizeof lead, &whole);
    return *lead == '\0' && whole;
}

/* The row's cells; false where it is no item: the head of the table. */
static bool cells_of(struct html_page *html, const struct node *tr, struct row *row)
{
    bool table = node_is(tr, "tr");
    *row = (struct row){0};
    for (const struct node *cell = node_child(tr, NULL); cell; cell = node_sibling(cell, NULL)) {
        if (table ? !node_is(cell, "td") : is_column_head(cell))
            continue;
        bool first = html->bare && cell == node_child(tr, "td") && node_sibling(cell, "td");
        if (!first && !node_has_class(cell, "mgItemNumberCell")) {
            row->cell = row->cell && !is_empty(row->cell) ? row->cell : cell;
            continue;
        }
        char *words = node_text(html->page.scratch, cell, NULL);
        words += html_number_word(words);
        if (!item_number_parse(words, &row->number) && !item_number_parse_bare(words, &row->number)) {
            size_t n = strlen(words);
            n -= n > 0 && words[n - 1] == '.';
            if (first && n > 0 && tr == html->first_row && !strpbrk(words, "0123456789"))
                return false;
            if (n > 0 && n < sizeof row->number.text)
                memcpy(row->number.text, words, n);
        }
    }
    return row->cell != NULL;
}

/* A row without number that is no item: the heading of a part, or of the items below it. */
static bool is_heading(const struct html_page *html, const struct html_item *item, size_t first)
{
    const struct page *page = &html->page;
    bool labels = false;
    for (size_t i = first; i < page->n; i++)
        labels |= page->lines[i].label == LINE_MINUTES || page->lines[i].label == LINE_DECISION;
    if (labels || item->n_files > 0 || item->n_votes > 0 || page->n == first)
        return page->n == first;
    return mark_part(page->lines[first].text) || page->n == first + 1;
}

/* A row that begins with "Minutes:" goes on with the item above it. */
static bool goes_on(struct html_page *html, const struct html_item *item, size_t first)
{
    struct page *page = &html->page;
    const struct page_line *line = first < page->n ? &page->lines[first] : NULL;
    bool label = line && (line->label == LINE_MINUTES || line->label == LINE_DECISION ||
                          (line->label == LINE_BY_WORDS && (page_word(WORD_MINUTES, line->text) || page_word_is(WORD_DECISION, line->text))));
    if (!label || page->n_items == 0)
        return false;
    struct html_item *above = &html->items[html->n_items - 1];
    page->items[page->n_items - 1].end = page->items[page->n_items - 1].own_end = page->n;
    for (size_t i = 0; i < item->n_files; i++)
        *mem_append(page->scratch, above->files, above->n_files) = item->files[i];
    for (size_t i = 0; i < item->n_votes; i++)
        *mem_append(page->scratch, above->votes, above->n_votes) = item->votes[i];
    for (size_t i = 0; i < item->n_links; i++)
        *mem_append(page->scratch, above->links, above->n_links) = item->links[i];
    return true;
}

static void add_row(struct html_page *html, const struct row *row, bool numbered)
{
    struct page *page = &html->page;
    size_t first = page->n;
    struct html_item item = {.number = *row->number.text ? mem_strdup(page->scratch, row->number.text) : NULL};
    html_add_cell(html, &item, row->cell);
    struct page_item *last = page->n_items ? &page->items[page->n_items - 1] : NULL;
    if (!*row->number.text && goes_on(html, &item, first))
        return;
    bool empty = page->n == first; /* as where the page breaks off */
    if (!*row->number.text && (empty || (numbered && is_heading(html, &item, first)))) {
        if (last) {
            last->own_end = last->own_end ? last->own_end : first;
            last->end = page->n;
        }
        return;
    }
    *mem_append(page->scratch, page->items, page->n_items) =
        (struct page_item){.number = row->number, .first = first, .end = page->n, .own_end = page->n};
    *mem_append(page->scratch, html->items, html->n_items) = item;
}

static void add_rows(struct html_page *html, const struct node *table)
{
    struct row row;
    bool numbered = false;
    html->first_row = next_row(table, table);
    for (const struct node *tr = table; (tr = next_row(tr, table)) != NULL;)
        numbered |= cells_of(html, tr, &row) && *row.number.text;
    for (const struct node *tr = table; (tr = next_row(tr, table)) != NULL;)
        if (cells_of(html, tr, &row))
            add_row(html, &row, numbered);
    for (size_t i = 0; i < html->page.n && !html->page.has_labels; i++)
        html->page.has_labels =
            html->page.lines[i].label == LINE_MINUTES ||
            (i >= html->page.head_end && !html->labelled && page_word(WORD_MINUTES, html->page.lines[i].text));
}

/* ---- the whole page ----------------------------------------------------------------------------------- */

/* A page that is no page of the system, or of a skin that hides its marks. */
static enum status read_plain(struct html_page *html, struct err *err)
{
    char *text = html_plain(html->page.scratch, html->tree);
    return page_text_read(html->page.draft, text, strlen(text), err);
}

/* Does TABLE hold all cells of numbers? Some skins set a table for each item. */
static bool holds_numbers(const struct html_page *html, const struct node *table)
{
    const struct node *content = html->content, *cell = node_find(content, NULL, "mgItemNumberCell"), *last = NULL;
    for (const struct node *at = cell; at; at = node_find_next(at, content, NULL, "mgItemNumberCell"))
        last = at;
    while (last && last != table)
        last = node_parent(last);
    return cell && table && last == table;
}

/* The lines of head and items: of the system's table, else of rows that are told by their build. */
static void add_lines(struct html_page *html)
{
    const struct node *table = item_table(html);
    html->bare = html_is_bare(html, table);
    bool numbered = html->bare || holds_numbers(html, table);
    struct html_rows rows;
    html_read_links(html);
    if (!numbered && html_find_rows(html->page.scratch, html->content, &rows)) {
        html->loose |= !node_find(html->content, NULL, "mgAiTitleTxt");
        add_titles(html);
        html_add_rows(html, &rows);
        html_take_papers(html, rows.at[0].node);
        return;
    }
    add_titles(html);
    html_add_head(html, table);
    html->page.head_end = html->page.n;
    html_take_papers(html, table);
    if (table)
        add_rows(html, table);
}

static enum status read_meeting(struct html_page *html, struct err *err)
{
    add_lines(html);
    page_read(&html->page);
    read_description(html);
    html_read_facts(html);
    struct meeting *meeting = html->page.meeting;
    for (size_t i = 0; i < meeting->n_items && i < html->n_items; i++)
        html_give(html, &html->items[i], &meeting->items[i]);
    if (meeting->n_items == 0 && !meeting->status && !meeting->committee)
        return err_set(err, STATUS_INPUT, "no items and no meeting were found on this saved page");
    return STATUS_OK;
}

/* What a page of other making holds beside its menus: <main>, else its body. */
static const struct node *loose_content(const struct html_page *html)
{
    const struct node *root = tree_root(html->tree), *main = node_find(root, "main", NULL), *body = node_find(root, "body", NULL);
    return main ? main : body ? body : root;
}

/* A page that is none of the system: its rows are told by their build; where it has none, it is read as its text. */
static enum status read_other(struct html_page *html, struct err *err)
{
    struct html_rows rows;
    html->content = loose_content(html);
    html->loose = true;
    if (html_find_rows(html->page.scratch, html->content, &rows) && rows.n > 1)
        return read_meeting(html, err);
    return read_plain(html, err);
}

bool html_page_looks_like(const char *text, size_t n)
{
    struct draft *draft = mem_new(NULL, struct draft);
    draft->meeting = mem_new(draft, struct meeting);
    draft->meeting->minutes_after_midnight = -1;
    struct html_page html;
    bool looks = html_open(&html, draft, text, n, NULL) == STATUS_OK && read_other(&html, NULL) == STATUS_OK;
    const struct meeting *meeting = draft->meeting;
    looks = looks && html.n_items > 1 && meeting->committee && date_is_set(meeting->date);
    html_close(&html);
    talloc_free(draft);
    return looks;
}

enum status page_html_read(struct draft *draft, const char *text, size_t n, struct err *err)
{
    struct html_page html;
    enum status status = html_open(&html, draft, text, n, err);
    if (status == STATUS_OK)
        status = html.content ? read_meeting(&html, err) : read_other(&html, err);
    html_close(&html);
    return status;
}
