/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Screens as text: compared with tests/screens/golden/NAME.txt, which UPDATE_SNAPSHOTS=1 rewrites (the
 * difference is then reviewed like code). */
#ifndef MINUTEBOOK_TESTS_GOLDEN_H
#define MINUTEBOOK_TESTS_GOLDEN_H

void golden_check(const char *name, const char *text);

#endif
