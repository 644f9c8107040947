/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Saved pages of lists and of committees. */
#include "config.h"

#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum form forms[] = {FORM_LIST_HTML, FORM_COMMITTEE_HTML};
    fuzz_read(data, size, forms[size % MB_LENGTH(forms)]);
    return 0;
}
