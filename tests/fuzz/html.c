/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Saved pages of a meeting and of an item, and what tells one page from another. */
#include "config.h"

#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum form forms[] = {FORM_PAGE_HTML, FORM_ITEM_HTML, FORM_UNKNOWN};
    fuzz_read(data, size, forms[size % MB_LENGTH(forms)]);
    return 0;
}
