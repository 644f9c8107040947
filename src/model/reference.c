/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a follow-up's reference is made of (screens.md 2): "555/7", "a7/1" before minutes are held, "cf 5/1"
 * where another committee bears the number. Which places are taken is known to who has the rows. */
#include "config.h"

#include <minutebook/model_action.h>

#include <string.h>
#include <strings.h>

#define NUMBER_MAX 24
#define PLACE_MOST 100000000

/* A number as printed that can be typed in one word; papers may print anything. */
static bool is_plain_number(const char *number)
{
    size_t n = number ? strlen(number) : 0;
    if (n == 0 || n > NUMBER_MAX)
        return false;
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)number[i] <= ' ' || (unsigned char)number[i] >= 0x7F || strchr("\"'\\", number[i]))
            return false;
    return true;
}

char *action_minute(const void *parent, const struct action *action)
{
    if (!action->minute_number || !action->limb)
        return mem_strdup(parent, action->minute_number);
    return mem_printf(parent, "%s(%s)", action->minute_number, action->limb);
}

bool action_is_cited(const struct action *action, const char *typed)
{
    if (!action->minute_number || !action->limb)
        return false;
    char *minute = action_minute(NULL, action);
    const char *wanted = minute;
    for (; *typed; typed++) {
        if (*typed == ' ')
            continue;
        if (strncasecmp(typed, wanted, 1) != 0)
            break;
        wanted++;
    }
    bool cited = !*typed && !*wanted;
    talloc_free(minute);
    return cited;
}

char *reference_number(const void *parent, const struct action *action)
{
    if (is_plain_number(action->minute_number))
        return mem_strdup(parent, action->minute_number);
    if (is_plain_number(action->agenda_number))
        return mem_printf(parent, "a%s", action->agenda_number);
    return date_is_set(action->meeting_date) ? date_iso(parent, action->meeting_date) : mem_strdup(parent, "own");
}

char *committee_letters(const void *parent, const char *committee)
{
    static const char *const left_out[] = {"and", "of", "the", "for", "overview", "scrutiny", "select", "panel", "committee",
                                           "board", "commission", "sub", "joint", "council", "performance"};
    struct buf some, all;
    buf_init(&some, parent, NUMBER_MAX);
    buf_init(&all, parent, NUMBER_MAX);
    char *slug = text_slug(parent, committee ? committee : "");
    for (char *word = slug; *word; word += strspn(word, "-")) {
        size_t n = strcspn(word, "-");
        bool telling = true;
        for (size_t i = 0; i < MB_LENGTH(left_out); i++)
            telling = telling && (strlen(left_out[i]) != n || strncmp(left_out[i], word, n) != 0);
        if (telling && n)
            buf_putc(&some, *word);
        if (n)
            buf_putc(&all, *word);
        word += n;
    }
    return some.len ? buf_take(&some) : buf_take(&all);
}

int reference_place(const char *reference, const char *number, size_t *scope)
{
    const char *stroke = strrchr(reference, '/');
    size_t n = strlen(number);
    if (!stroke || (size_t)(stroke - reference) < n || strncmp(stroke - n, number, n) != 0)
        return 0;
    *scope = (size_t)(stroke - reference);
    if (*scope > n && stroke[-(ptrdiff_t)n - 1] != ' ')
        return 0;
    int place = 0;
    for (const char *p = stroke + 1; *p >= '0' && *p <= '9' && place < PLACE_MOST; p++)
        place = place * 10 + (*p - '0');
    return place;
}
