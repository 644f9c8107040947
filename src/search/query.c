/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A query: what was typed, as a tree. Whatever is typed is a word or phrase, one of the signs of minutebook-query(7),
 * or a field; FTS5 never sees an operator that was typed. */
#include "config.h"

#include "parse.h"

enum status query_parse(const void *parent, const char *words, const struct query_options *options, struct query **out,
                        struct query_fault *fault, struct err *err)
{
    struct query *query = mem_new(parent, struct query);
    struct parsing parsing = {
        .lexer = {.words = words}, .query = query, .options = options, .fault = fault, .err = err};
    if (fault)
        *fault = (struct query_fault){0};
    enum status status = tokenizer_new(query, &query->tokenizer, err);
    if (status == STATUS_OK)
        status = parse_words(&parsing);
    if (status != STATUS_OK) {
        talloc_free(query);
        return status;
    }
    *out = query;
    return STATUS_OK;
}
