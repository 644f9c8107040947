/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* libxml2 as reliability.md 4.2 wants it: decoded bytes only, no entities, no network, no recursion, memory that
 * is there or ends the process; and the few questions that our readers ask of a tree. Only this file,
 * tree_text.c and body.c know libxml2. */
#include "config.h"

#include "src/intake/tree_private.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlmemory.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define HTML_OPTIONS                                                                                                   \
    (HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT |          \
     HTML_PARSE_IGNORE_ENC | (int)XML_PARSE_HUGE)
#define XML_OPTIONS                                                                                                    \
    (XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT |               \
     XML_PARSE_NOCDATA | (int)XML_PARSE_IGNORE_ENC)

struct tree {
    xmlDoc *document;
    bool incomplete;
};

/* ---- the library ----------------------------------------------------------------------------- */

static void ignore_message(void *to, const char *format, ...)
{
    (void)to;
    (void)format;
}

static void ignore_error(void *to, xmlError *error)
{
    (void)to;
    (void)error;
}

static xmlParserInputPtr load_nothing(const char *url, const char *id, xmlParserCtxtPtr context)
{
    (void)url;
    (void)id;
    (void)context;
    return NULL;
}

/* Set before each parse: some of it is per thread, and all of it is cheap. At the limit of memory libxml2 gives half
 * a tree and says nothing: no process of ours lives on. */
static void prepare(void)
{
    xmlMemSetup(free, mem_library_alloc, mem_library_realloc, mem_library_strdup);
    xmlInitParser();
    xmlSetGenericErrorFunc(NULL, ignore_message);
    xmlSetStructuredErrorFunc(NULL, ignore_error);
    xmlSetExternalEntityLoader(load_nothing);
}

/* ---- parsing --------------------------------------------------------------------------------- */

static int tree_free(struct tree *tree)
{
    xmlFreeDoc(tree->document);
    return 0;
}

#define DEPTH_MAX 128 /* elements within elements; real pages have some dozens */

/* What stands below NODE becomes what follows it; of a block an empty one behind it parts it from the next, as its end did. */
static void lift_children(xmlNode *node)
{
    xmlNode *end = parts_words((const struct node *)node) ? xmlDocCopyNode(node, node->doc, 0) : NULL;
    if (end)
        xmlAddNextSibling(node, end);
    xmlNode *first = node->children, *last = node->last;
    for (xmlNode *child = first; child; child = child->next)
        child->parent = node->parent;
    first->prev = node;
    last->next = node->next;
    if (node->next)
        node->next->prev = last;
    else
        node->parent->last = last;
    node->next = first;
    node->children = node->last = NULL;
}

/* Browsers end the depth of a page, too, and lose no word by it. Elements that are never closed (a link in a link in a link) would
 * each be read with all that follows them. */
static void flatten(xmlDoc *document)
{
    size_t depth = 0;
    for (xmlNode *node = xmlDocGetRootElement(document); node;) {
        bool element = node->type == XML_ELEMENT_NODE && node->children;
        if (element && depth >= DEPTH_MAX)
            lift_children(node);
        else if (element)
            depth++;
        if (node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            continue;
        }
        while (node && !node->next && depth > 0) {
            node = node->parent;
            depth--;
        }
        node = node && depth > 0 ? node->next : NULL;
    }
}

static enum status keep_tree(const void *parent, xmlDoc *document, bool incomplete, struct tree **out, struct err *err)
{
    struct tree *tree = mem_new(parent, struct tree);
    tree->document = document;
    tree->incomplete = incomplete;
    talloc_set_destructor(tree, tree_free);
    if (document && xmlDocGetRootElement(document)) {
        *out = tree;
        return STATUS_OK;
    }
    talloc_free(tree);
    return err_set(err, STATUS_INPUT, "there is nothing in it that can be read: no element was found");
}

enum status tree_read_html(const void *parent, const char *text, size_t n, struct tree **out, struct err *err)
{
    prepare();
    bool cut;
    size_t clean_n;
    char *clean = markup_clean(parent, text, n, MARKUP_IS_HTML, &clean_n, &cut);
    htmlParserCtxt *context = htmlNewParserCtxt();
    xmlDoc *document = htmlCtxtReadMemory(context, clean, (int)clean_n, NULL, "UTF-8", HTML_OPTIONS);
    bool fatal = context->lastError.level == XML_ERR_FATAL;
    htmlFreeParserCtxt(context);
    talloc_free(clean);
    if (document)
        flatten(document);
    return keep_tree(parent, document, fatal || cut, out, err);
}

/* The flag is what tells: after the stop a part of the tree comes back and counts as well formed. */
static void refuse_entity(void *to, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id,
                          xmlChar *content)
{
    xmlParserCtxt *context = to;
    (void)name;
    (void)type;
    (void)public_id;
    (void)system_id;
    (void)content;
    *(bool *)context->_private = true;
    xmlStopParser(context);
}

enum status tree_read_xml(const void *parent, const char *text, size_t n, struct tree **out, struct err *err)
{
    prepare();
    bool cut, has_entities = false;
    size_t clean_n;
    char *clean = markup_clean(parent, text, n, MARKUP_IS_XML, &clean_n, &cut);
    xmlParserCtxt *context = xmlNewParserCtxt();
    context->_private = &has_entities;
    context->sax->entityDecl = refuse_entity;
    xmlDoc *document = xmlCtxtReadMemory(context, clean, (int)clean_n, NULL, "UTF-8", XML_OPTIONS);
    bool broken = cut || !context->wellFormed || context->lastError.level == XML_ERR_FATAL;
    xmlFreeParserCtxt(context);
    talloc_free(clean);
    if (!has_entities)
        return keep_tree(parent, document, broken, out, err);
    xmlFreeDoc(document);
    return err_set(err, STATUS_INPUT, "it declares entities of its own, which no council's papers do: not read");
}

bool tree_is_incomplete(const struct tree *tree)
{
    return tree->incomplete;
}

const struct node *tree_root(const struct tree *tree)
{
    return (const struct node *)xmlDocGetRootElement(tree->document);
}

char *tree_saved_from(const void *parent, const struct tree *tree)
{
    static const char words[] = "saved from url=";
    for (const xmlNode *node = tree->document->children; node; node = node_step(node, NULL, true)) {
        const char *text = node->type == XML_COMMENT_NODE && node->content ? (const char *)node->content : "";
        const char *found = strstr(text, words);
        if (!found)
            continue;
        found += strlen(words);
        found += strspn(found, "(0123456789)");
        return mem_strndup(parent, found, strcspn(found, " \t\r\n"));
    }
    return NULL;
}

/* ---- nodes ----------------------------------------------------------------------------------- */

const xmlNode *node_step(const xmlNode *at, const xmlNode *within, bool down)
{
    if (down && at->type == XML_ELEMENT_NODE && at->children)
        return at->children;
    while (at && at != within) {
        if (at->next)
            return at->next;
        at = at->parent;
        if (at && at->type != XML_ELEMENT_NODE)
            return NULL;
    }
    return NULL;
}

static const struct node *next_element(const struct node *at, const struct node *within, bool down)
{
    const xmlNode *node = of_node(at);
    do {
        node = node_step(node, of_node(within), down);
        down = true;
    } while (node && node->type != XML_ELEMENT_NODE);
    return (const struct node *)node;
}

const struct node *node_next(const struct node *at, const struct node *within)
{
    return next_element(at, within, true);
}

const struct node *node_after(const struct node *at, const struct node *within)
{
    return at == within ? NULL : next_element(at, within, false);
}

const char *node_name(const struct node *node)
{
    const char *name = (const char *)of_node(node)->name, *colon = strrchr(name, ':');
    return colon ? colon + 1 : name;
}

bool node_is_any(const struct node *node, const char *const *names, size_t n)
{
    const char *name = node_name(node);
    for (size_t i = 0; i < n; i++)
        if ((name[0] | 32) == (names[i][0] | 32) && strcasecmp(name, names[i]) == 0)
            return true;
    return false;
}

bool node_is(const struct node *node, const char *name)
{
    return node && node_is_any(node, &name, 1);
}

const char *node_attribute(const struct node *node, const char *name)
{
    for (const xmlAttr *attribute = of_node(node)->properties; attribute; attribute = attribute->next)
        if (strcasecmp((const char *)attribute->name, name) == 0) {
            const xmlNode *value = attribute->children;
            return value && value->content ? (const char *)value->content : "";
        }
    return NULL;
}

bool node_has_class(const struct node *node, const char *class)
{
    const char *classes = node_attribute(node, "class");
    size_t n = strlen(class);
    for (const char *at = classes; at && *at; at += strcspn(at, " \t\r\n")) {
        at += strspn(at, " \t\r\n");
        if (strncmp(at, class, n) == 0 && (at[n] == '\0' || strchr(" \t\r\n", at[n])))
            return true;
    }
    return false;
}

const struct node *node_parent(const struct node *node)
{
    const xmlNode *parent = of_node(node)->parent;
    return parent && parent->type == XML_ELEMENT_NODE ? (const struct node *)parent : NULL;
}

static const struct node *named_from(const xmlNode *node, const char *name)
{
    for (; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE && (!name || node_is((const struct node *)node, name)))
            return (const struct node *)node;
    return NULL;
}

const struct node *node_child(const struct node *node, const char *name)
{
    return named_from(of_node(node)->children, name);
}

const struct node *node_sibling(const struct node *node, const char *name)
{
    return named_from(of_node(node)->next, name);
}

static bool fits(const struct node *node, const char *name, const char *class)
{
    return (!name || node_is(node, name)) && (!class || node_has_class(node, class));
}

const struct node *node_find_next(const struct node *at, const struct node *within, const char *name, const char *class)
{
    do
        at = node_next(at, within);
    while (at && !fits(at, name, class));
    return at;
}

const struct node *node_find_near(const struct node *within, const char *name, size_t look)
{
    const struct node *at = within;
    while (look-- > 0 && (at = node_next(at, within)) != NULL)
        if (node_is(at, name))
            return at;
    return NULL;
}

const struct node *node_find(const struct node *within, const char *name, const char *class)
{
    return node_find_next(within, within, name, class);
}
