/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Keys as the files of this room share them. */
#ifndef MINUTEBOOK_COMMAND_KEYS_H
#define MINUTEBOOK_COMMAND_KEYS_H

#include <minutebook/command.h>

#define KEY_ESC 27

/* One key for what terminals send in two ways: CR and LF, BS and DEL. */
uint32_t key_same(uint32_t key);

#endif
