/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Ids of follow-ups, asked for row by row: marks, and what was just judged. Asking takes the same however many there are. */
#ifndef MINUTEBOOK_SCREENS_ID_SET_H
#define MINUTEBOOK_SCREENS_ID_SET_H

#include <minutebook/base.h>

struct id_set {
    struct id_slots *slots; /* NULL: none was ever put in */
    size_t n;
};
bool id_set_has(const struct id_set *set, const char *id);
void id_set_put(const void *parent, struct id_set *set, const char *id); /* on PARENT, always the same */
void id_set_take(struct id_set *set, const char *id);
void id_set_clear(struct id_set *set);
struct id_set id_set_of(const void *parent, const struct strings *ids);
void id_set_turn(const void *parent, struct strings *ids, const char *id); /* in a short list, or out again */
/* How often ids of SET were asked for, put in or taken, for tests of how work grows. */
size_t id_set_asked(const struct id_set *set);

#endif
