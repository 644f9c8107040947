/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Replies of the council's web service: a meeting, lists. */
#include "config.h"

#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum form forms[] = {FORM_SERVICE_XML, FORM_LIST_XML, FORM_SERVICE_XML};
    fuzz_read(data, size, forms[size % MB_LENGTH(forms)]);
    return 0;
}
