/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Pasted pages of a meeting and of one of its items. */
#include "config.h"

#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum form forms[] = {FORM_PAGE_TEXT, FORM_PAGE_TEXT, FORM_ITEM_TEXT};
    fuzz_read(data, size, forms[size % MB_LENGTH(forms)]);
    return 0;
}
