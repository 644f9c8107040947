/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* cli: the face without a screen. Options before the subcommand, one file a subcommand, and the one
 * writer through which text reaches stdout and stderr. */
#ifndef MINUTEBOOK_CLI_H
#define MINUTEBOOK_CLI_H

#include <minutebook/screens.h>

/* The options before the subcommand. Returns the number of words used (argv[0] included), or -1 after
 * saying what is wrong. --help and --version print and set *done. */
int cli_options(const void *parent, int argc, char **argv, struct program *program, bool *done);

/* Run the subcommand in WORDS; the exit code of design.md 5.2. */
int cli_run(struct program *program, int n, char **words);

/* A sample_progress for a terminal on which nothing is painted yet: one line, which cli_sample() clears at its end. */
bool cli_tell_sample(void *to, size_t done, size_t total, const char *path);

/* Point PROGRAM, whose store and today are known, at the day on which the papers of the next meeting held are to be out, and say on
 * stderr of which meeting. STATUS_USAGE where none is to come. */
enum status cli_despatch(struct program *program, struct err *err) MB_MUST_CHECK;

/* Point PROGRAM at the sample: meetings of a council that does not exist, in a store of their own that
 * is made from assets/sample/ at the first call, and the fixed day of the sample's year unless a day was
 * given. STATUS_INPUT if the sample's papers are not where the program was installed. */
enum status cli_sample(const void *parent, struct program *program, sample_progress *progress, void *to,
                       struct err *err) MB_MUST_CHECK;

/* The overview on stdout; exit code. */
int cli_overview(struct program *program);

/* Say SENTENCE on stderr after our name, through the gate. */
void cli_complain(const char *sentence);

#endif
