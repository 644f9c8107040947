/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: HTML and XML of hostile origin as a tree, and the texts in it (reliability.md 4.2).
 * A node is opaque: only tree.c, tree_text.c and body.c know that libxml2 stands behind it.
 *
 * Text comes decoded (text_decode): valid UTF-8 without BOM and NUL. Walks are iterative; nothing here takes
 * more than linear time, and what libxml2 takes is bounded by markup_clean() and by the limits of the box.
 *
 * A reader of the service's XML:
 *     struct tree *tree;
 *     enum status status = tree_read_xml(scratch, text, n, &tree, err);
 *     const struct node *meeting = node_find(tree_root(tree), "meeting", NULL);
 *     draft->meeting->venue = node_value(draft->meeting, meeting, "meetinglocation");
 *     struct body body;
 *     status = body_of_html(draft->meeting, escaped, site, &body, err);   (escaped: node_value() of a body)
 */
#ifndef MINUTEBOOK_INTAKE_TREE_H
#define MINUTEBOOK_INTAKE_TREE_H

#include <minutebook/model.h>

/* ---- before the parse ------------------------------------------------------------------------ */

enum markup_kind { MARKUP_IS_HTML, MARKUP_IS_XML };

/* TEXT as libxml2 may have it, a child of PARENT: no more than 256 attributes a tag, numeric references of
 * windows-1252 (&#146;) as the characters meant; in HTML without "<![if ...]>" and without the end tags of body
 * and html, behind which libxml2 reads nothing; in XML without controls, a lone & and names that XML does not
 * know escaped (&nbsp; of a web page). *CUT (may be NULL): it ends inside a tag, a comment or a script, or begins
 * <html> and never ends it. */
char *markup_clean(const void *parent, const char *text, size_t n, enum markup_kind kind, size_t *out_n, bool *cut);

/* ---- trees ------------------------------------------------------------------------------------- */

struct tree;
struct node; /* an element; lives as long as its tree */

/* STATUS_INPUT with a sentence (without the path): nothing could be read, or the XML declares entities. */
enum status tree_read_html(const void *parent, const char *text, size_t n, struct tree **out, struct err *err) MB_MUST_CHECK;
enum status tree_read_xml(const void *parent, const char *text, size_t n, struct tree **out, struct err *err) MB_MUST_CHECK;
bool tree_is_incomplete(const struct tree *tree); /* a fault ended the parse: what stood before it is there */
const struct node *tree_root(const struct tree *tree);
/* The address in a browser's comment "saved from url=(0044)https://..."; NULL. A child of PARENT. */
char *tree_saved_from(const void *parent, const struct tree *tree);

/* ---- nodes ------------------------------------------------------------------------------------- */

const char *node_name(const struct node *node); /* without a prefix "soap:" */
bool node_is(const struct node *node, const char *name); /* capitals do not matter; NODE may be NULL */
bool node_is_any(const struct node *node, const char *const *names, size_t n); /* the same of any of N names */
const char *node_attribute(const struct node *node, const char *name); /* borrowed; NULL where there is none */
bool node_has_class(const struct node *node, const char *class);

/* The elements below WITHIN in reading order: the one after AT (at first AT is WITHIN), and the same without
 * what is below AT. NULL at the end. */
const struct node *node_next(const struct node *at, const struct node *within);
const struct node *node_after(const struct node *at, const struct node *within);

const struct node *node_parent(const struct node *node);
const struct node *node_child(const struct node *node, const char *name);   /* the first so named; NULL: any */
const struct node *node_sibling(const struct node *node, const char *name); /* the next so named; NULL: any */

/* The first below WITHIN with this name and class (NULL: any), and the next of them after AT. */
const struct node *node_find(const struct node *within, const char *name, const char *class);
const struct node *node_find_next(const struct node *at, const struct node *within, const char *name, const char *class);
/* The first so named among the first LOOK below WITHIN: for what is asked again and again. */
const struct node *node_find_near(const struct node *within, const char *name, size_t look);

/* All text below NODE, runs of blanks as one, ends trimmed; never NULL. Without scripts, styles, and what the
 * page hides (class mgHide). LEAVE_OUT (may be NULL): a class whose elements are left out, too. */
char *node_text(const void *parent, const struct node *node, const char *leave_out);
/* The first bytes of that text, cut at SIZE; *whole: there is no more. Whatever stands below NODE, this takes little time. */
void node_lead(const struct node *node, char *out, size_t size, bool *whole);
/* The text right behind NODE, up to the next element, runs of blanks as one, cut at SIZE; "" where an element follows. */
void node_text_behind(const struct node *node, char *out, size_t size);
/* Does NODE show no text: a script, a style, a field of a form, what the page hides? */
bool node_is_hidden(const struct node *node);
/* Text of the first child so named, trimmed; NULL where it is missing or blank. For XML. Inner blanks and lines
 * stay as they came. */
char *node_value(const void *parent, const struct node *node, const char *name);

/* All text below NODE as it came, blanks and all, for XML whose blanks count. *INSIDE (may be NULL): the bytes at its start
 * that stand in elements called NAME. */
char *node_words(const void *parent, const struct node *node, const char *name, size_t *inside);

/* ---- texts with paragraphs ----------------------------------------------------------------------- */

/* Word HTML to our paragraphs: a list entry begins with its mark ("1. ", "• "), two blanks
 * further in for each list that it stands within; lines are parted by LF, a table
 * is one paragraph, a line for each row, cells parted by TAB. Empty paragraphs (&nbsp;) are dropped. */
struct body_reader {
    /* Asked for each element first; true: taken, it and all below it are no text. May be NULL. */
    bool (*take)(void *to, const struct node *element);
    /* Words that stand for the element and all below it, borrowed; NULL: its own. May be NULL. */
    const char *(*words)(void *to, const struct node *element);
    /* One paragraph, never blank, borrowed. */
    void (*paragraph)(void *to, const char *text);
    /* One link with its words, in reading order, after the paragraph began; both borrowed. May be NULL. */
    void (*link)(void *to, const char *text, const char *href);
    void *to;
    /* Is this table, whatever its columns, or this list only a frame round paragraphs? May be NULL. */
    bool (*frame)(void *to, const struct node *element);
};
void body_walk(const struct node *element, const struct body_reader *reader);

/* A whole text: paragraphs parted by a blank line, NULL if there is none. All children of PARENT. Links that only
 * jump within the page or run scripts are left out, and so is the page's link to a cut text. Addresses become whole
 * where SITE (may be NULL) is known. */
struct body {
    char *text;
    struct link *links;
    size_t n_links;
};
void body_of_node(const void *parent, const struct node *element, const char *site, struct body *body);
/* The same of HTML that stands escaped in XML. STATUS_INPUT where it cannot be read. */
enum status body_of_html(const void *parent, const char *html, const char *site, struct body *body, struct err *err)
    MB_MUST_CHECK;

/* HREF as a whole address, a child of PARENT: relative ones behind SITE (NULL: they stay), blanks as %20. NULL for
 * what opens nothing: "#top", "javascript:...", "". */
char *link_address(const void *parent, const char *href, const char *site);

#endif
