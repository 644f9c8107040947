/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The one writer of this room: nothing else in src/cli prints. */
#ifndef MINUTEBOOK_CLI_OUT_H
#define MINUTEBOOK_CLI_OUT_H

#include <minutebook/cli.h>

/* Product for people: complete lines pass the gate before they reach stdout. */
struct sink out_text(void);
/* Product for programs (JSON, CSV): written as made; its makers escape and gate what is foreign. */
struct sink out_data(void);
/* One line on stdout, through the gate. */
void out_line(const char *format, ...) MB_PRINTF(1, 2);
/* Chatter on stderr, through the gate, after our name. */
void out_complain(const char *format, ...) MB_PRINTF(1, 2);
/* A line on stderr that the next one overwrites, for progress, cut to its width; only where stderr is a terminal. */
void out_progress(const char *format, ...) MB_PRINTF(1, 2);
void out_progress_end(void);
int out_progress_width(void); /* of that terminal; 80 without one */
/* Flush; false if stdout could not take everything (a full disk). A reader that left early, as head(1)
 * does, had what it wanted: that is no failure. */
bool out_finish(void);
/* Cells of a line on stdout: the terminal's width, else 80; at least 40. */
int out_width(void);

#endif
