/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What pdftohtml tells of a PDF: layouts, tables, printed papers, single reports. */
#include "config.h"

#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum form forms[] = {FORM_UNKNOWN, FORM_PACK_PDF, FORM_MINUTES_PDF, FORM_REPORT_PDF};
    fuzz_read(data, size, forms[size % MB_LENGTH(forms)]);
    return 0;
}
