/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The order a parent gives to a start of its own program, as one word of a command line. Both ends are
 * the same binary; the reading is strict because anybody may call the program with any words. */
#include "config.h"

#include "src/box/private.h"

#include <stdio.h>

#define ORDER_FORM "%lld,%zu,%zu,%u,%u,%u,%u"

void order_write(const struct order *order, char out[ORDER_TEXT])
{
    snprintf(out, ORDER_TEXT, ORDER_FORM, (long long)order->parent, order->memory, order->input, order->processor_s,
             (unsigned)order->unboxed, (unsigned)order->no_landlock, (unsigned)order->no_kill);
}

bool order_read(const char *text, struct order *out)
{
    long long parent;
    unsigned unboxed, no_landlock, no_kill;
    int used = 0;
    *out = (struct order){0};
    if (sscanf(text, ORDER_FORM "%n", &parent, &out->memory, &out->input, &out->processor_s, &unboxed, &no_landlock,
               &no_kill, &used) != 7 ||
        text[used] != '\0' || parent <= 0)
        return false;
    out->parent = (pid_t)parent;
    out->unboxed = unboxed != 0;
    out->no_landlock = no_landlock != 0;
    out->no_kill = no_kill != 0;
    return true;
}
