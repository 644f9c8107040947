/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What is typed, as the command room counts keys: Unicode, control characters, MBKEY_*. */
#ifndef MINUTEBOOK_TERMINAL_KEYS_H
#define MINUTEBOOK_TERMINAL_KEYS_H

#include <minutebook/base.h>

enum input_kind {
    INPUT_KEY,   /* `key` */
    INPUT_ALT,   /* Alt with `key` */
    INPUT_PASTE, /* `paste`, UTF-8 as it came, borrowed until the next call */
};
struct input {
    enum input_kind kind;
    uint32_t key;
    const char *paste;
};

struct keys;

/* Reads from the open display. */
struct keys *keys_new(const void *parent);

/* The next input that is already there; false where there is none. Never waits, but for the escape
 * delay after a lone Esc. Sequences nobody bound are dropped whole. */
bool keys_next(struct keys *keys, struct input *input);

/* Nothing came for a while: a character cut in half is dropped, and so is a paste whose end was lost:
 * true then. */
bool keys_silence(struct keys *keys);

#endif
