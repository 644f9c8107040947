/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Lines of a pack that are no text of the paper: what a converter leaves of a page's edge, and the marks of the agenda system. */
#include "config.h"

#include "src/intake/pack.h"

#include <string.h>

/* "Page 3 of 40", "Intentionally left blank" (field.md 3.7). */
bool pack_is_page_noise(const char *text)
{
    if (strlen(text) > 60)
        return false;
    char *folded = text_fold(NULL, text);
    bool noise = pack_says(PACK_PAGE_NOISE, folded);
    if (text_starts(folded, "page "))
        noise |= strspn(folded + 4, " 0123456789of()") == strlen(folded + 4) && strpbrk(folded, "0123456789");
    talloc_free(folded);
    return noise;
}

/* "<AI1>", "</TRAILER_SECTION>": marks of the agenda system alone on their line (field.md 3.2, rule 4). */
bool pack_is_system_mark(const char *at, size_t n)
{
    size_t from = n > 1 && at[1] == '/' ? 2 : 1;
    while (n > 0 && pack_blank(at + n - 1))
        n--;
    if (n < from + 3 || at[0] != '<' || at[n - 1] != '>')
        return false;
    bool mark = at[from] >= 'A' && at[from] <= 'Z' && at[from + 1] >= 'A' && at[from + 1] <= 'Z';
    for (size_t i = from; i + 1 < n && mark; i++)
        mark = (at[i] >= 'A' && at[i] <= 'Z') || (at[i] >= '0' && at[i] <= '9') || at[i] == '_';
    return mark;
}
