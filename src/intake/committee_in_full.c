/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The whole name of a body that its own papers call by less: "the Authority", "Parish Council". A line of the paper's head has it. */
#include "config.h"

#include "src/intake/readers.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define HEAD_LINES 12     /* with something on them, of a paper's head */
#define HEAD_LONGEST 120  /* bytes of a line that is a name */

/* "Authority", "Parish Council": what its own minutes call a body whose heading has the name. */
static bool is_called_so(const char *name)
{
    static const char *const calls[] = {"authority",         "the authority",   "parish council", "town council",
                                        "community council", "joint committee", "joint board",    "joint authority"};
    for (size_t i = 0; i < MB_LENGTH(calls); i++)
        if (strcasecmp(name, calls[i]) == 0)
            return true;
    return false;
}

/* Does LINE end with a kind of council whose whole meets as "the Council"? */
static bool is_of_parish(const char *line)
{
    static const char *const kinds[] = {" parish council", " town council", " community council"};
    size_t n = strlen(line);
    for (size_t i = 0; i < MB_LENGTH(kinds); i++)
        if (n > strlen(kinds[i]) && strcasecmp(line + n - strlen(kinds[i]), kinds[i]) == 0)
            return true;
    return false;
}

/* Is LINE a name that ends with what its body is CALLED? */
static bool is_whole_name(const char *line, const char *called)
{
    called += strncasecmp(called, "the ", 4) == 0 ? 4 : 0;
    size_t n = strlen(line), end = strlen(called);
    return n > end + 1 && n <= HEAD_LONGEST && line[n - end - 1] == ' ' && strcasecmp(line + n - end, called) == 0 &&
           isupper((unsigned char)*line) && !strpbrk(line, "0123456789,.;:>|<") && !strcasestr(line, "meeting") &&
           !strcasestr(line, "minutes of") && !strcasestr(line, "agenda");
}

char *committee_in_full(const void *parent, char *name, const char *text)
{
    bool council = strcasecmp(name, "council") == 0 || strcasecmp(name, "the council") == 0; /* a parish's, or any other */
    if (!council && !is_called_so(name))
        return name;
    size_t lines = 0;
    for (const char *at = text; *at && lines < HEAD_LINES; at += strcspn(at, "\n"), at += *at == '\n') {
        size_t n = strcspn(at, "\n");
        char *line = n <= HEAD_LONGEST ? text_squeeze(parent, at, n) : NULL;
        lines += line && *line;
        if (line && is_whole_name(line, name) && (!council || is_of_parish(line)))
            return line;
        talloc_free(line);
    }
    return name;
}
