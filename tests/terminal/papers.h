/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The papers of a council that does not exist (tests/terminal/papers): an agenda pack and the pasted
 * page of one meeting, with a ¤ in every field, a page of another (closed.txt), and the program run on them. */
#ifndef MINUTEBOOK_TESTS_PAPERS_H
#define MINUTEBOOK_TESTS_PAPERS_H

#include "terminal/tty.h"

/* Write both papers into FOLDER, each ¤ replaced by PAYLOAD. */
void papers_write(const char *folder, const char *payload);

/* Write one paper, NAME, of that folder. */
void paper_write(const char *folder, const char *name, const char *payload);

/* Start minutebook on FOLDER/store with these words after its global options, the last NULL. The day of --as-at is the clock's, too, where
 * the environment does not say another. */
struct tty *minutebook_start(void *parent, const char *folder, struct tty_options options, const char *const *words);

/* The same to its end; its exit status must be STATUS. */
struct tty *minutebook_run(void *parent, const char *folder, int status, const char *const *words);
#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

#endif
