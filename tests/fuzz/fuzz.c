/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Reading as a fuzz target does it, and the end of the process where a promise is broken. */
#include "config.h"

#include "fuzz/fuzz.h"
#include "intake/sound.h"

#include <stdio.h>
#include <stdlib.h>

void fuzz_demand(const char *what)
{
    if (!what)
        return;
    fprintf(stderr, "broken: %s\n", what);
    abort();
}

void fuzz_read(const uint8_t *data, size_t size, enum form form)
{
    void *context = talloc_named_const(NULL, 0, "fuzz");
    struct draft *draft = NULL;
    struct err err = {0};
    if (read_here(context, data, size, form, &draft, &err) == STATUS_OK)
        fuzz_demand(draft_values(draft) ? draft_fault(draft) : "nothing is in it");
    else
        fuzz_demand(err.text[0] == '\0' || draft ? "refused without a sentence, or with a draft" : NULL);
    talloc_free(context);
}
