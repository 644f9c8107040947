/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The live options and keys as the files of this room share them. */
#ifndef MINUTEBOOK_COMMAND_SETTINGS_H
#define MINUTEBOOK_COMMAND_SETTINGS_H

#include <minutebook/command.h>

struct settings {
    struct program *program;
    struct keymap *keymap;
    unsigned given;    /* bit I: row I of the options was set on the command line */
    int reading;       /* how deep in files: 0 what is typed */
    int files;         /* read since the outermost began */
    const char *file;  /* the one being read */
    struct strings complaints;
};

enum status settings_set(const void *parent, struct settings *settings, const char *arguments, char **said,
                         struct err *err) MB_MUST_CHECK;

#endif
