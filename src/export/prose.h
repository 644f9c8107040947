/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Paragraphs as plain text or Markdown (private): for letters and messages. */
#ifndef EXPORT_PROSE_H
#define EXPORT_PROSE_H

#include <minutebook/export_chase.h>

struct prose {
    struct buf out;
    bool markdown;
};
void prose_start(struct prose *prose, const void *parent, bool markdown);
/* A paragraph, INDENT cells in; its lines stay lines. NULL and "" say nothing. */
void prose_paragraph(struct prose *prose, const char *text, int indent);
void prose_heading(struct prose *prose, const char *text);
/* Somebody's words, in quotation marks and further in. */
void prose_quote(struct prose *prose, const char *text, int indent);
/* "(1)" and a paragraph beside it. */
void prose_numbered(struct prose *prose, int number, const char *text);
void prose_rule(struct prose *prose); /* between two letters */

#endif
