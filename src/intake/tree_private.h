/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to tree.c, tree_text.c and body.c: what of libxml2 they share. */
#ifndef MINUTEBOOK_INTAKE_TREE_PRIVATE_H
#define MINUTEBOOK_INTAKE_TREE_PRIVATE_H

#include "src/intake/tree.h"

#include <libxml/tree.h>

static inline const xmlNode *of_node(const struct node *node)
{
    return (const xmlNode *)node;
}

/* The node of any kind after AT in reading order, below WITHIN (NULL: the document); with DOWN those below AT first. */
const xmlNode *node_step(const xmlNode *at, const xmlNode *within, bool down);

/* Text of a node that is text, else NULL. */
static inline const char *text_content(const xmlNode *node)
{
    bool text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
    return text ? (const char *)node->content : NULL;
}

/* Is NODE an element that shows no text: a script, a style, a field of a form, what the page hides? */
bool is_hidden(const struct node *node);

/* Append TEXT to OUT with runs of blanks as one. *BLANK: one is due before the next character. Zero-width
 * characters and soft hyphens go. */
void add_squeezed(struct buf *out, const char *text, bool *blank);

#endif
