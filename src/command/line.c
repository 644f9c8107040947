/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A typed `:` line: which command, what is left for it, and that rest as words. Nothing here starts
 * a shell or expands more than a leading "~/". */
#include "config.h"

#include <minutebook/command.h>

#include <stdlib.h>
#include <string.h>

#define LINE_MAX_BYTES 65536 /* a pasted list of paths; a typed line is far shorter */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static const char *skip_blanks(const char *at)
{
    while (is_blank(*at))
        at++;
    return at;
}

enum status command_parse_line(const void *parent, const char *line, enum command_id *id, char **arguments,
                               struct err *err)
{
    *arguments = NULL;
    line = skip_blanks(line);
    if (*line == ':')
        line = skip_blanks(line + 1);
    size_t n = 0;
    while (line[n] && !is_blank(line[n]))
        n++;
    enum status status = command_by_name(line, n, id, err);
    if (status != STATUS_OK)
        return status;
    const char *rest = skip_blanks(line + n);
    size_t len = strlen(rest);
    while (len && is_blank(rest[len - 1]))
        len--;
    if (len)
        *arguments = mem_strndup(parent, rest, len);
    return STATUS_OK;
}

/* Where the reading of one word stands. */
struct splitter {
    const char *at;
    char quote; /* the quote that is open, or NUL */
    struct buf word;
};

static void start_word(struct splitter *split)
{
    const char *home = getenv("HOME");
    if (split->at[0] == '~' && split->at[1] == '/' && home && *home) {
        buf_puts(&split->word, home);
        split->at++;
    }
}

/* Take one byte, or a backslash and what it protects; false at the end of the word. */
static bool take(struct splitter *split)
{
    char c = *split->at;
    if (!c || (!split->quote && is_blank(c)))
        return false;
    split->at++;
    if (c == split->quote) {
        split->quote = '\0';
    } else if (!split->quote && (c == '\'' || c == '"')) {
        split->quote = c;
    } else if (c == '\\' && split->quote != '\'' && *split->at) {
        buf_putc(&split->word, *split->at++);
    } else {
        buf_putc(&split->word, c);
    }
    return true;
}

enum status command_split(const void *parent, const char *line, struct strings *words, struct err *err)
{
    struct splitter split = {.at = line};
    enum status status = STATUS_OK;
    *words = (struct strings){0};
    buf_init(&split.word, parent, LINE_MAX_BYTES);
    for (;;) {
        split.at = skip_blanks(split.at);
        if (!*split.at)
            break;
        buf_clear(&split.word);
        start_word(&split);
        while (take(&split)) {
        }
        if (split.quote) {
            status = err_set(err, STATUS_USAGE, "a %c is not closed", split.quote);
            break;
        }
        if (split.word.full) {
            status = err_set(err, STATUS_USAGE, "a word of more than %d bytes", LINE_MAX_BYTES);
            break;
        }
        strings_add(parent, words, split.word.data ? split.word.data : "");
    }
    buf_release(&split.word);
    return status;
}
