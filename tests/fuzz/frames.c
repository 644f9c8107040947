/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a worker that was taken over may answer: any sequence of frames, put together by the parent. */
#include "src/intake/worker.c"

#include "fuzz/fuzz.h"
#include "intake/sound.h"

/* The box hands over valid UTF-8 only, which may hold NUL. */
static bool is_frame(const char *text, size_t n)
{
    for (const char *end = text + n; text <= end; text += strlen(text) + 1)
        if (!text_is_utf8(text, strlen(text)))
            return false;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    void *context = talloc_named_const(NULL, 0, "fuzz");
    struct answer answer = {.parent = context, .reader = record_reader_new(context, &draft_type)};
    buf_init(&answer.value, context, BUF_MAX_DOCUMENT);
    const uint8_t *end = data + size;
    for (bool more = true; more && data < end;) {
        const uint8_t *stop = memchr(data, FUZZ_ENTRY, (size_t)(end - data));
        size_t n = stop ? (size_t)(stop - data) : (size_t)(end - data);
        char *frame = n ? mem_zero_named(context, n, "frame") : NULL; /* its type, the text and a NUL */
        if (n)
            memcpy(frame, data + 1, n - 1);
        if (n && is_frame(frame, n - 1))
            more = hear(&answer, 1 + (unsigned)(data[0] - '0') % 8, frame, n - 1);
        talloc_free(frame);
        data += n + 1;
    }
    end_value(&answer);
    fuzz_demand(draft_fault(take_draft(context, &answer)));
    talloc_free(context);
    return 0;
}
