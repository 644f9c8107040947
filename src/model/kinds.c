/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What kind of item a title alone tells, by the words of assets/words/item-kinds. The words are data;
 * this file only knows how that file is built. */
#include "config.h"

#include "phrase.h"

#include <minutebook/model.h>

#include <ctype.h>

extern const char *const asset_item_kinds[];

const char *item_kind_of_title(const char *title)
{
    if (!title)
        return NULL;
    const char *kind = NULL, *found = NULL;
    char *folded = text_fold(NULL, title);
    for (const char *const *line = asset_item_kinds; *line && !found; line++) {
        if (!isspace((unsigned char)**line))
            kind = *line;
        else if (phrase_fits(*line, folded))
            found = kind;
    }
    talloc_free(folded);
    return found;
}
