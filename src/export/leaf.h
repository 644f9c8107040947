/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A leaf of paper for people (private): headings, and under them labels with a text or points each, as text, Markdown or HTML. All
 * that is written passes the gate, and no text of a paper is mark-up. */
#ifndef EXPORT_LEAF_H
#define EXPORT_LEAF_H

#include <minutebook/export_chase.h>

struct leaf {
    struct buf out;
    enum sheet_format format;
    const char *label; /* of the last line; NULL: none is open */
    size_t lines;      /* of text, so far */
};
/* TITLE, and a line UNDER it. */
void leaf_start(struct leaf *leaf, const void *parent, enum sheet_format format, const char *title, const char *under);
/* BESIDE, which may be NULL, stands at the right where there is room. */
void leaf_heading(struct leaf *leaf, const char *words, const char *beside);
/* A text of LABEL, a literal; "" where it is without one. Behind a line of the same label it is one more below it. */
void leaf_text(struct leaf *leaf, const char *label, const char *text);
void leaf_point(struct leaf *leaf, const char *label, const char *text);
/* Room of LINES to write by hand. */
void leaf_room(struct leaf *leaf, const char *label, int lines);
enum status leaf_end(struct leaf *leaf, struct sink *sink, struct err *err);
bool leaf_knows(enum sheet_format format);

#endif
