/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to tree.c, tree_text.c, body.c and body_marks.c: what of libxml2 they share. */
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

/* Do words before and behind NODE stand apart, as those of two blocks do? */
bool parts_words(const struct node *node);

/* Append TEXT to OUT with runs of blanks as one. *BLANK: one is due before the next character. Zero-width
 * characters and soft hyphens go. */
void add_squeezed(struct buf *out, const char *text, bool *blank);

/* ---- body_marks.c: marks of lists and footnotes ---- */

struct list {
    bool ordered;
    char style; /* '1' 'a' 'A' 'i' 'I' */
    int next;
    int within; /* lists of the text, frames left out */
    bool frame; /* round what the reader reads, not of its text */
};
/* "3. ", "b. ", "iv. ", "• ", after two blanks for each list that it stands within */
void list_mark(struct buf *out, const struct list *list);


#define NOTE_LABEL 16  /* bytes of "[12]" */
#define NOTE_RAISED 16 /* bytes of three raised figures */
#define NOTES_MAX 500  /* of one body; more marks lead to entries that keep their own numbers */

/* Is LINK the mark of a footnote, in the text or before the note? As it is written: "[12]". */
bool note_mark(const struct node *link, char label[NOTE_LABEL]);
/* Is it the arrow at the end of a note that leads back? */
bool note_way_back(const struct node *link);
/* "³" for <sup>3</sup>: beside a figure a plain 3 would be another number. NULL where SUP is none, or holds a mark. */
const char *note_raised(const struct node *sup, char out[NOTE_RAISED]);

/* Which elements marks lead to. */
struct notes {
    const void *parent;
    struct note {
        const char *target; /* an id; of the tree */
        char label[NOTE_LABEL];
    } * at;
    size_t n;
};
void notes_find(const struct node *within, struct notes *notes);
const char *note_label(const struct notes *notes, const struct node *element); /* NULL: none leads there */

#endif
