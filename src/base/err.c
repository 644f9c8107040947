/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Outcomes: the sentence of a failure, and the exit code that follows from its kind. */
#include "config.h"

#include <minutebook/base.h>

#include <stdio.h>
#include <string.h>

/* Exit codes are a contract with scripts: design.md 5.2. */
static const int exit_codes[] = {
    [STATUS_OK] = 0,    [STATUS_NONE] = 1,     [STATUS_USAGE] = 2,  [STATUS_INPUT] = 3, [STATUS_STORE] = 4,
    [STATUS_CONFLICT] = 4, [STATUS_DENIED] = 4, [STATUS_BUSY] = 75, [STATUS_CANCELLED] = 0,
};

int status_exit_code(enum status status)
{
    return exit_codes[status];
}

/* A cut in the middle of a UTF-8 sequence would leave bytes that no reader accepts. */
static void cut_on_boundary(char *text)
{
    size_t n = strlen(text);
    while (n > 0 && ((unsigned char)text[n - 1] & 0xC0) == 0x80)
        n--;
    if (n > 0 && (unsigned char)text[n - 1] >= 0xC0)
        n--;
    text[n] = '\0';
}

enum status err_set(struct err *err, enum status status, const char *format, ...)
{
    if (!err)
        return status;
    va_list arguments;
    va_start(arguments, format);
    int n = vsnprintf(err->text, sizeof err->text, format, arguments);
    va_end(arguments);
    if (n >= (int)sizeof err->text)
        cut_on_boundary(err->text);
    err->status = status;
    return status;
}
