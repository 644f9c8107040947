/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A program of the system that was taken over: does the evil that standard input names and prints how it
 * went. Never sanitised, as no program of the system is. */
#include "config.h"

#include "tests/unit/box/evil.h"

#include <string.h>
#include <unistd.h>

int main(void)
{
    char words[4400], answer[64];
    size_t n = 0;
    for (ssize_t got; n < sizeof words - 1 && (got = read(0, words + n, sizeof words - 1 - n)) > 0;)
        n += (size_t)got;
    words[n] = '\0';
    evil_do(words, answer, sizeof answer);
    return write(1, answer, strlen(answer)) < 0;
}
