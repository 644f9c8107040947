/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Minutes of a text with a column "Action by" at the right, whose heading stands alone above the items and which holds a name or
 * initials beside a line here and there. What stands in it goes to the end of its paragraph, as "Action by: JL", so that the
 * sentences beside it stay whole. The column ends where the meeting does. */
#include "config.h"

#include "src/intake/printed.h"

#include <ctype.h>
#include <string.h>
#include <unistr.h>

#define COLUMN_MIN 40    /* columns before the heading */
#define SLACK 8          /* columns that an entry may begin before it */
#define ENTRY_LONGEST 30 /* bytes */
#define PARTED_BY 3      /* blanks before an entry */
#define LINE_LONGEST 400

struct action_column {
    size_t column; /* 0: no such heading yet */
    struct buf out, owed; /* OWED: what stood beside the paragraph */
    bool found;
};

/* Is the line nothing but the heading of the column? Where it begins; 0 if not. */
static size_t heading_at(const char *line, size_t n)
{
    size_t blanks = strspn(line, " ");
    if (blanks < COLUMN_MIN || blanks >= n || n - blanks > ENTRY_LONGEST)
        return 0;
    char *words = mem_strndup(NULL, line + blanks, n - blanks);
    bool is = pack_line_says(PRINT_COLUMN_OF_ACTORS, words);
    talloc_free(words);
    return is ? blanks : 0;
}

/* Where the entry in the column begins on the line; N if there is none. */
static size_t entry_at(const struct action_column *actions, const char *line, size_t n)
{
    size_t at = n;
    while (at > 0 && !(at >= PARTED_BY && strncmp(line + at - PARTED_BY, "   ", PARTED_BY) == 0 && line[at] != ' '))
        at--;
    bool beside = at > 0 && u8_mbsnlen((const uint8_t *)line, at) + SLACK >= actions->column && n - at <= ENTRY_LONGEST && n > at;
    return beside && isalpha((unsigned char)line[at]) ? at : n; /* figures stand in a table */
}

/* Is it the line that says when the meeting ended? Below it stand signatures, and columns of theirs. */
static bool ends_meeting(const char *line, size_t n)
{
    char *words = n > 0 && n <= LINE_LONGEST ? mem_strndup(NULL, line, n) : NULL;
    bool ends = words && pack_line_says(PRINT_ENDS, words);
    talloc_free(words);
    return ends;
}

static void pay(struct action_column *actions)
{
    if (actions->owed.len > 0)
        buf_printf(&actions->out, "\nAction by: %s\n", actions->owed.data);
    buf_clear(&actions->owed);
}

static void read_line(struct action_column *actions, const char *line, size_t n)
{
    while (n > 0 && line[n - 1] == ' ')
        n--;
    size_t heading = n <= LINE_LONGEST ? heading_at(line, n) : 0;
    if (heading > 0) {
        actions->column = heading;
        actions->found = true;
        buf_puts(&actions->out, "\n"); /* a gap, as below any heading */
        return;
    }
    if (n == 0)
        pay(actions);
    if (actions->column > 0 && ends_meeting(line, n))
        actions->column = 0;
    size_t entry = actions->column > 0 && n <= LINE_LONGEST ? entry_at(actions, line, n) : n;
    if (entry < n) {
        buf_puts(&actions->owed, actions->owed.len > 0 ? " " : "");
        buf_add(&actions->owed, line + entry, n - entry);
        for (n = entry; n > 0 && line[n - 1] == ' ';)
            n--;
    }
    buf_add(&actions->out, line, n);
    buf_putc(&actions->out, '\n');
}

char *printed_actions(const void *parent, const char *text, size_t n)
{
    struct action_column actions = {0};
    buf_init(&actions.out, parent, BUF_MAX_DOCUMENT);
    buf_init(&actions.owed, parent, BUF_MAX_DOCUMENT);
    for (const char *at = text, *end = text + n; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t length = (size_t)((stop ? stop : end) - at);
        read_line(&actions, at, length);
        at += length + (stop != NULL);
    }
    pay(&actions);
    buf_release(&actions.owed);
    if (actions.found)
        return buf_take(&actions.out);
    buf_release(&actions.out);
    return NULL;
}
