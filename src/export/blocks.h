/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The form of the files that members write for this room (private): a line that begins at the margin opens a block, the
 * indented lines below belong to it; a word, and what it is about. Empty lines and such that begin with # are comments. */
#ifndef EXPORT_BLOCKS_H
#define EXPORT_BLOCKS_H

#include <minutebook/base.h>

struct block_line {
    int number; /* in the file, 1 up */
    bool opens;
    char *word, *rest; /* "column" "Exec Date = executive_date"; rest may be "" */
};
struct block_lines {
    struct block_line *at;
    size_t n;
};
/* Those of TEXT, which is changed and must live as long. */
struct block_lines block_lines_read(const void *parent, char *text);

/* "NAME = VALUE" taken apart in place, both trimmed; false where either is missing. Of several equal signs the last one parts. */
bool block_pair(char *rest, char **name, char **value);

#endif
