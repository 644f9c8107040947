/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Any bytes, as an import meets them: told, read by the worker, sent in frames and put together again. */
#include "src/intake/worker.c"

#include "fuzz/fuzz.h"
#include "intake/sound.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    void *context = talloc_named_const(NULL, 0, "fuzz");
    struct answer answer = {.parent = context, .reader = record_reader_new(context, &draft_type)};
    buf_init(&answer.value, context, BUF_MAX_DOCUMENT);
    bool heard = box_rehearse(&intake_workers[0], data, size, ASK_READ ANY_FORM, hear, &answer);
    end_value(&answer);
    fuzz_demand(!heard ? "the worker's own frames are refused" : NULL);
    fuzz_demand(!answer.refusal && answer.form == FORM_UNKNOWN ? "neither a form nor a refusal" : NULL);
    fuzz_demand(draft_fault(take_draft(context, &answer)));
    talloc_free(context);
    return 0;
}
