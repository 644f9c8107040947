/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers for tests: the bytes of a file, or any bytes as if they were one's. */
#include "corpus.h"

struct document *paper_of(const void *parent, const unsigned char *bytes, size_t n)
{
    struct document *document = mem_new(parent, struct document);
    document->path = mem_strdup(document, "paper");
    document->bytes = mem_zero_named(document, n ? n : 1, "bytes"); /* of this size and no more: ASan sees its end */
    memcpy(document->bytes, bytes, n);
    document->n = n;
    sha256_hex(bytes, n, document->sha256);
    return document;
}

struct document *paper_open(const void *parent, const char *path)
{
    struct document *document;
    struct err err = {0};
    if (document_open(parent, path, &document, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    return document;
}
