/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Lines of the files that members write for this room; what the words mean is the readers' (profile.c, people.c). */
#include "config.h"

#include "blocks.h"

#include <minutebook/text.h>

#include <string.h>

struct block_lines block_lines_read(const void *parent, char *text)
{
    struct block_lines lines = {0};
    int number = 0;
    for (char *next, *line = text; line; line = next) {
        number++;
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        bool opens = *line != ' ' && *line != '\t';
        char *word = text_trim(line);
        if (!*word || *word == '#')
            continue;
        char *rest = word + strcspn(word, " \t");
        if (*rest)
            *rest++ = '\0';
        *mem_append(parent, lines.at, lines.n) = (struct block_line){number, opens, word, text_trim(rest)};
    }
    return lines;
}

bool block_pair(char *rest, char **name, char **value)
{
    char *equals = strrchr(rest, '=');
    if (!equals)
        return false;
    *equals = '\0';
    *name = text_trim(rest);
    *value = text_trim(equals + 1);
    return **name && **value;
}
