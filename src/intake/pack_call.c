/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The lines of a cover as its writer meant them: a sentence that calls the meeting and is spread over lines becomes one;
 * and which day of a letter is the day on which it was written (field.md 3.7, 3.9). What the lines say is read in
 * pack_front.c. */
#include "config.h"

#include "src/intake/pack.h"

#include <string.h>
#include <strings.h>

#define CALL_LINES 3       /* below the first, that a sentence may go on */
#define CALL_LONGEST 400   /* bytes of it */
#define SALUTED_WITHIN 14  /* lines between a letter's day and its salutation */

static bool has_date(const char *line)
{
    struct date date;
    size_t used;
    return text_find_date(line, 0, &date, &used) != SIZE_MAX;
}

/* "will be held in", without its day, and what stands below it up to the day: one sentence. The lines it took. */
static size_t join_call(const void *parent, const struct strings *lines, size_t i, char **joined)
{
    const char *line = lines->at[i];
    *joined = NULL;
    if (!strcasestr(line, "be held") || has_date(line) || strlen(line) > CALL_LONGEST)
        return 0;
    char *call = mem_strdup(parent, line);
    for (size_t k = i + 1, taken = 0; k < lines->n && taken < CALL_LINES && strlen(call) < CALL_LONGEST; k++) {
        const char *next = lines->at[k];
        if (!*next)
            continue;
        if (strchr(next, ':') && !has_date(next))
            break;
        call = mem_printf(parent, "%s %s", call, next);
        taken++;
        if (has_date(next)) {
            *joined = call;
            return k - i;
        }
    }
    return 0;
}

void pack_mend_front(const void *parent, struct strings *lines)
{
    struct strings mended = {0};
    for (size_t i = 0; i < lines->n; i++) {
        char *joined;
        size_t taken = join_call(parent, lines, i, &joined);
        strings_add(parent, &mended, joined ? joined : lines->at[i]);
        i += taken;
    }
    *lines = mended;
}

static bool is_salutation(const char *line)
{
    return strncasecmp(line, "Dear ", 5) == 0 || strncasecmp(line, "Annwyl ", 7) == 0;
}

size_t pack_letter_ends(const struct strings *lines, size_t day)
{
    for (size_t i = day + 1; i < lines->n && i <= day + SALUTED_WITHIN; i++)
        if (is_salutation(lines->at[i]))
            return i + 1;
    return 0;
}
