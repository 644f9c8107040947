/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: the reader of saved pages of the council's system (field.md 3.4), whatever skin its site has:
 * the classes mg... inside are the same everywhere.
 *
 * Follow a page: its tree (tree.h) is asked for what only mark-up says, ids, addresses, files, votes, links
 * (page_html_links.c, page_html_files.c); its head and each row of the table of items become the lines of page.h
 * (page_html.c, page_html_cell.c), and from there on it is read as a pasted page is. Whoever reads a page without these
 * classes takes its text alone (page_html_plain()). */
#ifndef MINUTEBOOK_INTAKE_PAGE_HTML_H
#define MINUTEBOOK_INTAKE_PAGE_HTML_H

#include "src/intake/page.h"
#include "src/intake/tree.h"

/* What mark-up says of an item beside its lines. */
struct html_item {
    char *service_id;
    const char *number; /* as printed; NULL */
    bool title_file; /* the first file is the title's own */
    struct attachment *files;
    size_t n_files;
    struct vote *votes;
    size_t n_votes;
    struct link *links;
    size_t n_links;
    bool exempt; /* a mark that is no text says so: a picture, a badge */
};

struct html_page {
    struct page page;
    struct tree *tree;
    const struct node *content; /* div#modgov, or the whole body */
    char *site;                 /* NULL: no link names it */
    bool loose;                 /* no page of the system: what a link leads to is told by the end of its address */
    bool bare;                  /* a page of the system without its classes: html_is_bare() */
    const struct node *first_row; /* of the table of items: without classes it may be the heads of its columns */
    bool labelled;              /* its headings "Minutes:" have their class: words alone are none */
    struct html_item *items;    /* beside page.items */
    size_t n_items;
    const struct node *size;    /* of the last file, behind its link: no text */
};

/* The part of TREE that the council's system made; NULL where there is none. */
const struct node *html_content(const struct tree *tree);
/* What its main title says: "Agenda and minutes", "Agenda item"; "" where there is none. Owned by PARENT. */
char *html_main_title(const void *parent, const struct tree *tree);
/* The meta element NAME of the page: DC.title, DC.date; borrowed, NULL. */
const char *html_meta(const struct html_page *html, const char *name);
/* The form of a saved page, TREE of the N bytes of SOURCE, or FORM_UNKNOWN with the sentence why it is none that we read. */
enum form html_form(const struct tree *tree, const char *source, size_t n, const char **refusal);
/* Does the part CONTENT of a page lead to two meetings, or to two committees? */
bool html_lists(const struct node *content);
/* Does a page of other making show rows of items, a committee and a day? */
bool html_page_looks_like(const char *text, size_t n);
/* All text of a page, paragraphs parted by blank lines: for pages of other making. */
char *html_plain(const void *parent, const struct tree *tree);

/* Begin to read TEXT for DRAFT; all but the draft's own hangs on page.scratch, also where this fails. */
enum status html_open(struct html_page *html, struct draft *draft, const char *text, size_t n, struct err *err) MB_MUST_CHECK;
void html_close(struct html_page *html);

/* Ids and site of the meeting, from the links that the system itself set. */
void html_read_links(struct html_page *html);
/* The number behind "NAME=" in the address HREF, or NULL; owned by PARENT. */
char *href_number(const void *parent, const char *href, const char *name);
/* Is HREF a page of the system so named ("mgAi.aspx")? */
bool href_is(const char *href, const char *page);

/* Add TEXT, several lines perhaps, to the lines of the page. */
/* Is TEXT the size of a file, "(PDF, 97 KB)", and no more? The first file of ITEM that has none gets it, from another cell of its row. */
bool html_take_size(struct html_page *html, struct html_item *item, const char *text);
void html_add_lines(struct html_page *html, const char *text, enum line_label label);
/* The paragraphs of the head: what stands in the content outside the table of items, links and the main titles. */
void html_add_head(struct html_page *html, const struct node *table);
/* The lines of an item's cell, and what else it holds into ITEM. Its `number` is set before. */
void html_add_cell(struct html_page *html, struct html_item *item, const struct node *cell);

/* Is the link or list entry NODE a file, a restricted one, or the reason why one is? Then it is kept in ITEM. */
bool html_take_file(struct html_page *html, struct html_item *item, const struct node *node);
/* The same of the words of a whole entry, "Restricted enclosure 2 View the reasons...". */
bool html_take_restricted(struct html_page *html, struct html_item *item, const struct node *entry);
/* Is NODE ", item 4." behind the words of a file, which the system hides by a class that this page has lost? */
bool html_is_for_readers(const struct node *node);
/* A list of files, restricted ones and links: "Additional documents:". */
void html_take_documents(struct html_page *html, struct html_item *item, const struct node *list);
/* Is TABLE that of recorded votes? Then they are kept in ITEM. */
bool html_take_votes(struct html_page *html, struct html_item *item, const struct node *table);
/* The papers of the whole meeting, listed above the items, into the draft. TABLE is that of the items, or NULL. */
void html_take_papers(struct html_page *html, const struct node *table);
void html_take_link(struct html_page *html, struct html_item *item, const char *text, const char *href);
/* ---- rows told by their build (page_html_rows.c, page_html_loose.c) ---------------------------------------- */

struct html_row {
    const struct node *node; /* the number alone, a title that begins with it, or an entry of a list */
    struct item_number number;
    bool titled, entry;
};
struct html_rows {
    struct html_row *at;
    size_t n;
};

/* Is TABLE the system's own, by its id, on a page whose classes are gone? Then number and title are told by their places. */
bool html_is_bare(const struct html_page *html, const struct node *table);
/* The rows of items below WITHIN, in reading order; owned by PARENT. False: there are none. */
bool html_find_rows(const void *parent, const struct node *within, struct html_rows *rows);
/* The number that TEXT begins with, "5.", "Item 5:"; BARE: digits alone will do. All bytes before the title, 0: none. */
size_t html_number_of(const char *text, bool bare, struct item_number *number);
size_t html_number_word(const char *text); /* of "Item " before it */
/* What the site puts round its pages: menus, the way to the page, cookies, the foot. */
bool html_is_site(const struct node *node);
/* Head and items of a page whose rows are these, as lines. */
void html_add_rows(struct html_page *html, const struct html_rows *rows);
/* What of an item's cell is no text: the headings, files, votes of page_html_cell.c; true: NODE is taken. */
bool html_take(struct html_page *html, struct html_item *item, const struct node *node);
const char *html_cut_words(struct html_page *html, struct html_item *item, const struct node *node);
/* Does NODE, a picture or a few words beside a title, say that the item is exempt? */
bool html_is_badge(struct html_page *html, const struct node *node);
void html_read_id(struct html_page *html, struct html_item *item, const struct node *row);
/* The same of what stands above the items. */
bool html_take_of_head(struct html_page *html, const struct node *node);
/* Committee, day, time, venue that no heading of the system says: labels with their values, headings, the title. */
void html_read_facts(struct html_page *html);
int html_time_in(const char *words); /* minutes of the first time of day in WORDS; -1 */

/* Give what ITEM gathered to INTO, an item that was read from the lines. */
void html_give(struct html_page *html, const struct html_item *item, struct item *into);

#endif
