/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the fuzz targets share (`make fuzz`; fuzz.sh says how they are run). A target is one file with
 * LLVMFuzzerTestOneInput(); what it finds becomes a paper of tests/intake or a line of a unit test, and then a fix. */
#ifndef MINUTEBOOK_TESTS_FUZZ_H
#define MINUTEBOOK_TESTS_FUZZ_H

#include "src/intake/worker.h"

/* Parts of an entry and entries in what the targets of records and frames are fed (seed.c writes it). */
#define FUZZ_PART '\x1f'
#define FUZZ_ENTRY '\x1e'

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* End the process where WHAT is not NULL. */
void fuzz_demand(const char *what);
/* Read the bytes as FORM (FORM_UNKNOWN: as sniffed) in this process: a sound draft, or a refusal with its sentence. */
void fuzz_read(const uint8_t *data, size_t size, enum form form);

#endif
