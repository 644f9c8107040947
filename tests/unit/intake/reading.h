/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A text read as if it were a file's, for the tests of the readers. */
#ifndef MINUTEBOOK_TESTS_READING_H
#define MINUTEBOOK_TESTS_READING_H

#include "support/test.h"

#include "src/intake/worker.h"

static inline struct document *document_of(const void *parent, const char *bytes, size_t n)
{
    struct document *document = mem_new(parent, struct document);
    document->path = mem_strdup(document, "paper.txt");
    document->bytes = (unsigned char *)mem_strndup(document, "", 0);
    document->bytes = mem_resize_named(document, document->bytes, 1, n + 1, "bytes");
    memcpy(document->bytes, bytes, n);
    document->n = n;
    sha256_hex(bytes, n, document->sha256);
    return document;
}

static inline struct draft *draft_of(const void *parent, const char *text)
{
    struct draft *draft = NULL;
    struct err err = {0};
    if (intake_read(parent, intake_here(parent), document_of(parent, text, strlen(text)), FORM_UNKNOWN, &draft, &err) != STATUS_OK)
        fail_msg("not read: %s", err.text);
    return draft;
}

/* Does a warning of DRAFT hold WORDS? */
static inline bool warns(const struct draft *draft, const char *words)
{
    for (size_t i = 0; i < draft->warnings.n; i++)
        if (strstr(draft->warnings.at[i], words))
            return true;
    return false;
}

#define assert_text(actual, expected)                                                                         \
    do {                                                                                                      \
        assert_non_null(actual);                                                                              \
        assert_string_equal(actual, expected);                                                                \
    } while (0)

#endif
