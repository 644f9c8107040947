/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Agenda packs as text and as Markdown, with their reports and work programmes. */
#include "config.h"

#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum form forms[] = {FORM_PACK_TEXT, FORM_PACK_MARKDOWN};
    fuzz_read(data, size, forms[size % MB_LENGTH(forms)]);
    return 0;
}
