/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* seed FOLDER PAPER...: papers as the records and frames that the targets of these begin from, in FOLDER/record and
 * FOLDER/frames. */
#include "src/intake/worker.c"

#include "fuzz/fuzz.h"

#include <stdio.h>

static void add_record(void *to, int depth, const char *name, const char *value)
{
    struct buf *out = to;
    buf_printf(out, "%c%c%s", '0' + depth, FUZZ_PART, name);
    if (value)
        buf_printf(out, "%c%s", FUZZ_PART, value);
    buf_putc(out, FUZZ_ENTRY);
}

static bool add_frame(void *to, uint32_t type, const char *text, size_t n)
{
    struct buf *out = to;
    buf_putc(out, (char)('0' + type - 1));
    buf_add(out, text, n);
    buf_putc(out, FUZZ_ENTRY);
    return true;
}

static bool write_out(const char *folder, const char *target, const char *sum, const struct buf *text)
{
    char *path = mem_printf(NULL, "%s/%s/%.12s", folder, target, sum);
    FILE *file = fopen(path, "we");
    bool ok = file && fwrite(text->data, 1, text->len, file) == text->len;
    if (file)
        ok = fclose(file) == 0 && ok;
    talloc_free(path);
    return ok;
}

static bool seed(const char *folder, const char *path)
{
    void *context = talloc_named_const(NULL, 0, "seed");
    struct document *document;
    struct draft *draft;
    struct err err;
    struct buf record, frames;
    buf_init(&record, context, BUF_MAX_DOCUMENT);
    buf_init(&frames, context, BUF_MAX_DOCUMENT);
    bool ok = true;
    if (document_open(context, path, &document, &err) == STATUS_OK &&
        read_here(context, document->bytes, document->n, FORM_UNKNOWN, &draft, &err) == STATUS_OK) {
        record_write(&draft_type, draft, add_record, &record);
        ok = box_rehearse(&intake_workers[0], document->bytes, document->n, ASK_READ ANY_FORM, add_frame, &frames) &&
             write_out(folder, "record", document->sha256, &record) && write_out(folder, "frames", document->sha256, &frames);
    }
    talloc_free(context);
    return ok;
}

int main(int argc, char **argv)
{
    bool ok = argc > 2;
    for (int i = 2; ok && i < argc; i++)
        ok = seed(argv[1], argv[i]);
    if (!ok)
        fputs("usage: seed FOLDER PAPER...; FOLDER/record and FOLDER/frames must be there\n", stderr);
    return ok ? 0 : 1;
}
