/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The reader of flat records, fed with any sequence of depths, names and values: put right, the draft is sound, and
 * written and read again it is the same. */
#include "config.h"

#include "fuzz/fuzz.h"
#include "intake/sound.h"

#include <string.h>

struct twin {
    struct record_reader *reader;
    struct buf *text;
};

static void emit(void *to, int depth, const char *name, const char *value)
{
    struct twin *twin = to;
    buf_printf(twin->text, "%d %s %s\n", depth, name, value ? value : "");
    if (twin->reader)
        record_read(twin->reader, depth, name, value);
}

/* DRAFT as text; the same read again goes to *AGAIN, if asked for. */
static char *written(const void *context, const struct draft *draft, struct draft **again)
{
    struct buf text;
    buf_init(&text, context, BUF_MAX_DOCUMENT);
    struct twin twin = {again ? record_reader_new(context, &draft_type) : NULL, &text};
    record_write(&draft_type, draft, emit, &twin);
    if (again)
        *again = record_reader_take(twin.reader, context);
    return buf_take(&text);
}

/* Depth, name and perhaps value: parted by FUZZ_PART. */
static void read_entry(struct record_reader *reader, char *entry)
{
    char *name = strchr(entry, FUZZ_PART), *value;
    if (!name)
        return;
    *name++ = '\0';
    value = strchr(name, FUZZ_PART);
    if (value)
        *value++ = '\0';
    record_read(reader, (*entry - '0') % 16, name, value);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    void *context = talloc_named_const(NULL, 0, "fuzz");
    char *text = text_decode(context, data, size, NULL, NULL), *next;
    struct record_reader *reader = record_reader_new(context, &draft_type);
    for (char *entry = text; entry; entry = next) {
        next = strchr(entry, FUZZ_ENTRY);
        if (next)
            *next++ = '\0';
        read_entry(reader, entry);
    }
    struct draft *draft = record_reader_take(reader, context), *again;
    draft_mend(draft);
    fuzz_demand(draft_fault(draft));
    char *once = written(context, draft, &again);
    fuzz_demand(strcmp(once, written(context, again, NULL)) != 0 ? "written and read again it is another" : NULL);
    talloc_free(context);
    return 0;
}
