/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Screens as text: compared with tests/screens/golden/NAME.txt, which UPDATE_SNAPSHOTS=1 rewrites (the
 * difference is then reviewed like code). `make goldens` runs every test that has some in that way. */
#ifndef MINUTEBOOK_TESTS_GOLDEN_H
#define MINUTEBOOK_TESTS_GOLDEN_H

#include "support/test.h"

void golden_check(const char *name, const char *text);

/* The same for FILE, from the root of the source. */
void golden_check_file(const char *file, const char *text);
char *golden_read(const void *parent, const char *file);
bool golden_updates(void); /* they are being rewritten */

#endif
