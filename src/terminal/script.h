/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A file that is played instead of the keyboard, for demonstrations, reports of faults and tests (--script):
 *
 *     # a comment; blank lines count for nothing
 *     :import papers/page.txt     a command, as typed after ":"
 *     j j <Enter>                 keys, apart or together, as they are written where keys are bound
 *     f bus<Space>fares <Enter>   a line is typed by its keys; a ":" alone is the key
 *
 * The work that a line starts is done before the next line is taken. After the last one the browser is quit. */
#ifndef MINUTEBOOK_TERMINAL_SCRIPT_H
#define MINUTEBOOK_TERMINAL_SCRIPT_H

#include <minutebook/command.h>

struct script;

/* Read PATH whole. STATUS_USAGE, with file and line, where it cannot be read or a line is neither keys nor a
 * command. */
enum status script_read(const void *parent, const char *path, struct script **out, struct err *err) MB_MUST_CHECK;

struct script_step {
    enum { SCRIPT_KEY, SCRIPT_COMMAND, SCRIPT_END } kind;
    uint32_t key;
    enum command_id command;
    const char *arguments; /* the script's; NULL none */
};
bool script_in_line(const struct script *script); /* keys of the present line are left */
struct script_step script_next(struct script *script);
/* "FILE:LINE: SENTENCE", of the line that was taken last. */
enum status script_fail(const struct script *script, const char *sentence, struct err *err);

#endif
