/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How to get a paper that is not held, in words: pasted pages say no address, so the way to it is told. */
#include "config.h"

#include "wanted.h"

#define SAVE_AND_IMPORT "save it as text and import it"

char *how_to_get_minute(const void *parent, const char *number)
{
    if (!number)
        return mem_strdup(parent, "This minute is cut off: open the meeting on the council's website, follow “view the "
                                  "full minutes text” at its end, save that page and import it.");
    return mem_printf(parent,
                      "Minute %s: open the meeting on the council's website, follow “view the full minutes text for "
                      "item %s”, save that page and import it.",
                      number, number);
}

char *how_to_get_item(const void *parent, const struct item *item)
{
    if (item->truncated)
        return how_to_get_minute(parent, item->minute_number);
    if (item->n_blocks == 0 && item->follow != FOLLOW_NONE && item->follow != FOLLOW_HELD)
        return mem_printf(parent, "The report of this item is %s. Open the meeting on the council's website, open the "
                                  "report, " SAVE_AND_IMPORT ".",
                          fact_follow(parent, item));
    if (item->n_blocks == 0 && item->pages && !item->exempt)
        return mem_printf(parent, "The report of this item (pages %s of the pack) is not held: take the “Agenda reports "
                                  "pack” from the council's website, " SAVE_AND_IMPORT ".",
                          words_range(parent, item->pages));
    return mem_strdup(parent, "Nothing is missing of this item that your papers speak of.");
}
