/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A sentence as rules see it, and the way back to the bytes that the paper has. */
#ifndef MINUTEBOOK_ACTIONS_VIEW_H
#define MINUTEBOOK_ACTIONS_VIEW_H

#include <minutebook/base.h>

/* Blanks, no-break spaces and line ends are one blank, quotes and dashes are ' " -, hidden characters are
 * left out; valid UTF-8 whatever the source. raw[i] is the byte of the source at which the view's byte I
 * stands; raw[n] is the end of the source. */
struct view {
    char *text;
    size_t n;
    size_t *raw;
    struct view_answers *look;
};
/* What a first look (look.h) saw; NULL: it was not yet looked at. */
struct view_answers {
    uint64_t *answers;
};

#define VIEW_LONGEST 3000 /* bytes of a sentence that are looked at: no minute taker's is as long */

/* Of the N bytes at TEXT, at most VIEW_LONGEST of them; `raw` counts from TEXT. */
struct view *view_new(const void *parent, const char *text, size_t n);

/* The source's own bytes of the view's bytes START to END, blanks squeezed. TEXT as given to view_new(). */
char *view_words(const void *parent, const struct view *view, const char *text, size_t start, size_t end);

#endif
