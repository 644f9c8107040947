/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Printed minutes and decisions as text. */
#include "config.h"

#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum form forms[] = {FORM_MINUTES_TEXT, FORM_DECISIONS_TEXT};
    fuzz_read(data, size, forms[size % MB_LENGTH(forms)]);
    return 0;
}
