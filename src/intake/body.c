/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Word HTML to paragraphs (field.md 3.3 "Bodies are escaped Word HTML"): the same on a saved page and inside the
 * service's XML. A line end in the source is a blank, a paragraph of &nbsp; is spacing, list numbers typed by hand
 * stay, lists and tables of HTML get their marks. Nothing here knows a meeting. */
#include "config.h"

#include "src/intake/tree_private.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define LISTS_MAX 32      /* lists inside lists */
#define TABLE_LOOK 2000   /* nodes that are asked whether a table has columns */
#define FRAMES_MAX 32     /* tables inside tables that are asked */
#define NUMBER_MAX 100000 /* of an ordered list */

struct walk {
    const struct body_reader *reader;
    struct buf text;
    bool blank;  /* one is due before the next character */
    size_t mark; /* bytes of the list mark that the paragraph begins with */
    struct list lists[LISTS_MAX];
    size_t n_lists;  /* open ones, more than LISTS_MAX perhaps */
    size_t tables;   /* open tables with columns, and those inside them */
    size_t frames;   /* open tables without */
    bool first_cell; /* of its row */
    const xmlNode *link;
    size_t link_from; /* where its words begin */
    struct notes notes; /* which elements are footnotes */
};

/* ---- paragraphs ------------------------------------------------------------------------------ */

static void begin_anew(struct walk *walk)
{
    buf_clear(&walk->text);
    walk->blank = false;
    walk->mark = 0;
    walk->link_from = 0;
}

/* The paragraph ends here; one of nothing but a list mark goes on. */
static void end_paragraph(struct walk *walk, bool drop_mark)
{
    size_t n = walk->text.len;
    while (n > 0 && strchr(" \n\t", walk->text.data[n - 1]))
        n--;
    if (n <= walk->mark) {
        if (drop_mark || walk->mark == 0)
            begin_anew(walk);
        return;
    }
    walk->text.data[n] = '\0';
    walk->reader->paragraph(walk->reader->to, walk->text.data);
    begin_anew(walk);
}

static void end_line(struct walk *walk)
{
    if (walk->text.len <= walk->mark)
        return;
    if (walk->tables > 0)
        walk->blank = true;
    else if (walk->text.data[walk->text.len - 1] == '\n')
        end_paragraph(walk, true); /* two breaks part paragraphs */
    else
        buf_putc(&walk->text, '\n');
}

/* A block begins or ends. Inside a table with columns it only parts words. */
static void part(struct walk *walk, bool drop_mark)
{
    if (walk->tables > 0)
        walk->blank = true;
    else
        end_paragraph(walk, drop_mark);
}

static bool is_frame(const struct walk *walk, const struct node *element)
{
    return walk->tables == 0 && walk->reader->frame && walk->reader->frame(walk->reader->to, element);
}

/* ---- lists ----------------------------------------------------------------------------------- */

static void open_list(struct walk *walk, const struct node *node)
{
    part(walk, false);
    if (walk->n_lists < LISTS_MAX) {
        const char *start = node_attribute(node, "start"), *type = node_attribute(node, "type");
        long first = start ? strtol(start, NULL, 10) : 1;
        bool ordered = node_is(node, "ol");
        char style = type && *type && strchr("1aAiI", *type) ? *type : '1';
        const struct list *outer = walk->n_lists > 0 ? &walk->lists[walk->n_lists - 1] : NULL;
        int within = outer ? outer->within + !outer->frame : 0;
        walk->lists[walk->n_lists] =
            (struct list){ordered, style, first > 0 && first < NUMBER_MAX ? (int)first : 1, within, is_frame(walk, node)};
    }
    walk->n_lists++;
}

static void open_entry(struct walk *walk, const struct node *entry)
{
    part(walk, true);
    const char *note = note_label(&walk->notes, entry);
    struct list *list = walk->n_lists > 0 && walk->n_lists <= LISTS_MAX ? &walk->lists[walk->n_lists - 1] : NULL;
    if (!list)
        return;
    if (walk->tables == 0) {
        if (note)
            buf_printf(&walk->text, "%s ", note);
        else
            list_mark(&walk->text, list);
        walk->mark = walk->text.len;
    }
    list->next += list->next < NUMBER_MAX;
}

/* ---- tables ---------------------------------------------------------------------------------- */

/* Does TABLE have a row of several cells? One without is a frame round paragraphs. */
static bool has_columns(const struct node *table)
{
    const struct node *at = table;
    for (size_t i = 0; i < TABLE_LOOK && (at = node_next(at, table)) != NULL; i++) {
        bool cell = (node_is(at, "td") || node_is(at, "th")) && (node_sibling(at, "td") || node_sibling(at, "th"));
        const struct node *own = cell ? node_parent(at) : NULL;
        for (int up = 0; own && up < 3 && !node_is(own, "table"); up++)
            own = node_parent(own);
        if (own == table)
            return true;
    }
    return false;
}

static void open_row(struct walk *walk)
{
    if (walk->tables != 1)
        return;
    size_t n = walk->text.len;
    while (n > 0 && walk->text.data[n - 1] == '\t')
        n--;
    if (n > 0 && walk->text.data[n - 1] != '\n')
        buf_putc(&walk->text, '\n');
    walk->first_cell = true;
    walk->blank = false;
}

static void open_cell(struct walk *walk)
{
    if (walk->tables == 1 && !walk->first_cell) {
        buf_putc(&walk->text, '\t');
        walk->blank = false;
    } else if (walk->tables != 1) {
        part(walk, true);
    }
    walk->first_cell = false;
}

/* ---- elements -------------------------------------------------------------------------------- */

enum role { ROLE_INLINE, ROLE_BLOCK, ROLE_BREAK, ROLE_LIST, ROLE_ENTRY, ROLE_TABLE, ROLE_ROW, ROLE_CELL, ROLE_LINK };

static enum role role_of(const struct node *node)
{
    static const struct {
        const char *name;
        enum role role;
    } roles[] = {{"p", ROLE_BLOCK},      {"a", ROLE_LINK},        {"br", ROLE_BREAK},       {"td", ROLE_CELL},
                 {"tr", ROLE_ROW},       {"th", ROLE_CELL},       {"li", ROLE_ENTRY},       {"div", ROLE_BLOCK},
                 {"ul", ROLE_LIST},      {"ol", ROLE_LIST},       {"table", ROLE_TABLE},    {"h1", ROLE_BLOCK},
                 {"h2", ROLE_BLOCK},     {"h3", ROLE_BLOCK},      {"h4", ROLE_BLOCK},       {"h5", ROLE_BLOCK},
                 {"h6", ROLE_BLOCK},     {"hr", ROLE_BLOCK},      {"dl", ROLE_BLOCK},       {"dt", ROLE_BLOCK},
                 {"dd", ROLE_BLOCK},     {"caption", ROLE_BLOCK}, {"section", ROLE_BLOCK},  {"article", ROLE_BLOCK},
                 {"header", ROLE_BLOCK}, {"footer", ROLE_BLOCK},  {"main", ROLE_BLOCK},     {"nav", ROLE_BLOCK},
                 {"aside", ROLE_BLOCK},  {"form", ROLE_BLOCK},    {"address", ROLE_BLOCK},  {"blockquote", ROLE_BLOCK},
                 {"pre", ROLE_BLOCK},    {"center", ROLE_BLOCK},  {"fieldset", ROLE_BLOCK}, {"dir", ROLE_LIST},
                 {"menu", ROLE_LIST},    {"summary", ROLE_BLOCK}, {"details", ROLE_BLOCK},  {"body", ROLE_BLOCK}};
    for (size_t i = 0; i < MB_LENGTH(roles); i++)
        if (node_is(node, roles[i].name))
            return roles[i].role;
    return ROLE_INLINE;
}

/* A paragraph to which a mark leads begins with its number, as an entry does. */
static void begin_note(struct walk *walk, const struct node *paragraph)
{
    const char *note = note_label(&walk->notes, paragraph);
    if (!note || walk->tables > 0 || walk->text.len > 0)
        return;
    buf_printf(&walk->text, "%s ", note);
    walk->mark = walk->text.len;
}

static void enter(struct walk *walk, const struct node *node)
{
    switch (role_of(node)) {
    case ROLE_BLOCK:
        part(walk, false);
        begin_note(walk, node);
        break;
    case ROLE_BREAK:
        end_line(walk);
        break;
    case ROLE_LIST:
        open_list(walk, node);
        break;
    case ROLE_ENTRY:
        open_entry(walk, node);
        break;
    case ROLE_TABLE:
        part(walk, false);
        if (walk->tables > 0 || (walk->frames < FRAMES_MAX && !is_frame(walk, node) && has_columns(node)))
            walk->tables++;
        else
            walk->frames++;
        break;
    case ROLE_ROW:
        open_row(walk);
        break;
    case ROLE_CELL:
        open_cell(walk);
        break;
    case ROLE_LINK:
        walk->link = of_node(node);
        walk->link_from = walk->text.len;
        break;
    case ROLE_INLINE:
        break;
    }
}

static void leave_link(struct walk *walk, const struct node *node)
{
    const char *href = node_attribute(node, "href");
    if (walk->link == of_node(node) && href && walk->reader->link && walk->text.len > walk->link_from) {
        char *words = text_squeeze(NULL, walk->text.data + walk->link_from, walk->text.len - walk->link_from);
        if (*words)
            walk->reader->link(walk->reader->to, words, href);
        talloc_free(words);
    }
    walk->link = NULL;
}

static void leave(struct walk *walk, const struct node *node)
{
    switch (role_of(node)) {
    case ROLE_BLOCK:
        part(walk, false);
        break;
    case ROLE_LIST:
        part(walk, true);
        walk->n_lists -= walk->n_lists > 0;
        break;
    case ROLE_ENTRY:
        part(walk, true);
        break;
    case ROLE_TABLE:
        walk->frames -= walk->tables == 0 && walk->frames > 0;
        walk->tables -= walk->tables > 0;
        part(walk, true);
        break;
    case ROLE_CELL:
        walk->blank |= walk->tables > 1;
        break;
    case ROLE_LINK:
        leave_link(walk, node);
        break;
    case ROLE_ROW:
    case ROLE_BREAK:
    case ROLE_INLINE:
        break;
    }
}

/* Word's bullets of its symbol fonts, as the character that is seen. */
static bool is_symbol(const xmlNode *text)
{
    const struct node *around = text->parent ? node_parent((const struct node *)text) : NULL;
    for (int i = 0; i < 2 && around; i++, around = node_parent(around)) {
        const char *style = node_attribute(around, "style");
        if (style && (strcasestr(style, "Wingdings") || strcasestr(style, "Symbol")))
            return true;
    }
    return false;
}

static void add_text(struct walk *walk, const xmlNode *node, const char *text)
{
    static const char *const bullets[] = {"\xC2\xA7", "\xC3\x98",     "\xC3\xBC",     "v",
                                          "q",        "\xEF\x82\xB7", "\xEF\x82\xA7", "\xC2\xB7"};
    bool private_use = strstr(text, "\xEF\x82") != NULL;
    if (walk->text.len == 0 && (private_use || is_symbol(node))) {
        char *symbol = text_squeeze(NULL, text, strlen(text));
        for (size_t i = 0; i < MB_LENGTH(bullets); i++)
            if (strcmp(symbol, bullets[i]) == 0) {
                buf_puts(&walk->text, "\xE2\x80\xA2 ");
                walk->mark = walk->text.len;
                text = "";
            }
        talloc_free(symbol);
    }
    if (walk->text.len == walk->mark)
        walk->blank = false;
    add_squeezed(&walk->text, text, &walk->blank);
}

/* The mark of a footnote stands close behind its word and parts from the note it begins; TRUE if ELEMENT is one, or a
 * raised figure, or the way back from a note. */
static bool add_note(struct walk *walk, const struct node *element)
{
    char label[NOTE_LABEL], raised[NOTE_RAISED];
    const char *words = note_raised(element, raised);
    if (note_way_back(element))
        return true;
    bool mark = !words && note_mark(element, label), begins = walk->text.len == walk->mark;
    if (!words && !mark)
        return false;
    walk->blank = walk->blank && begins;
    if (begins && walk->mark > 0 && walk->text.data[0] == '[')
        return true; /* the note has its number already */
    add_squeezed(&walk->text, mark ? label : words, &walk->blank);
    walk->blank = begins;
    return true;
}

/* ---- the walk -------------------------------------------------------------------------------- */

/* Enter AT; true if what is below it is to be walked, too. */
static bool visit(struct walk *walk, const xmlNode *at)
{
    const char *text = text_content(at);
    const struct node *element = (const struct node *)at;
    if (text)
        add_text(walk, at, text);
    if (at->type != XML_ELEMENT_NODE || node_is_hidden(element))
        return false;
    bool block = role_of(element) != ROLE_INLINE && role_of(element) != ROLE_LINK && role_of(element) != ROLE_BREAK;
    if (walk->reader->take) {
        if (block && walk->tables == 0)
            end_paragraph(walk, false);
        if (walk->reader->take(walk->reader->to, element))
            return false;
    }
    if (add_note(walk, element))
        return false;
    const char *words = walk->reader->words ? walk->reader->words(walk->reader->to, element) : NULL;
    if (words) {
        add_squeezed(&walk->text, words, &walk->blank);
        return false;
    }
    enter(walk, element);
    if (at->children == NULL)
        leave(walk, element);
    return at->children != NULL;
}

void body_walk(const struct node *element, const struct body_reader *reader)
{
    struct walk *walk = mem_new(NULL, struct walk);
    walk->reader = reader;
    buf_init(&walk->text, walk, BUF_MAX_DOCUMENT);
    buf_puts(&walk->text, "");
    walk->notes.parent = walk;
    notes_find(element, &walk->notes);
    const xmlNode *within = of_node(element), *at = within->children;
    while (at) {
        if (visit(walk, at)) {
            at = at->children;
            continue;
        }
        while (!at->next && at->parent != within) {
            at = at->parent;
            leave(walk, (const struct node *)at);
        }
        at = at->next;
    }
    walk->tables = 0;
    end_paragraph(walk, true);
    talloc_free(walk);
}
