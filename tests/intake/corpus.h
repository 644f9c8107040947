/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The corpus: papers of councils that do not exist, each with the facts that a reader must find in it.
 * Follow a paper: paper_open -> paper_read -> facts_of -> compared with the lines of its .expect file. */
#ifndef MINUTEBOOK_TESTS_CORPUS_H
#define MINUTEBOOK_TESTS_CORPUS_H

#include "support/test.h"

#include "src/intake/worker.h"

/* One fact of a draft: "item 3 title", "WINTER SERVICE". */
struct fact {
    char *key, *value;
};
struct facts {
    struct fact *at; /* talloc child of the parent given, which also holds the strings */
    size_t n;
};

/* All facts of DRAFT that an expectation may name (papers/README.md); what is absent has no fact. */
struct facts facts_of(const void *parent, const struct draft *draft);
/* Runs of blanks, line breaks and no-break spaces as one blank, none at the ends. */
char *squeezed(const void *parent, const char *text);

/* The N bytes at BYTES as a document of its own. */
struct document *paper_of(const void *parent, const unsigned char *bytes, size_t n);
/* The bytes of a file; fails the test where it cannot be read. */
struct document *paper_open(const void *parent, const char *path);

/* Tests of the readers under damage and load, on one paper: *state is its path. */
void paper_survives_damage(void **state);
void paper_is_read_in_linear_time(void **state);

#endif
