/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to pack_front.c and front_committee.c: the lines of a cover, and what one of them says. */
#ifndef MINUTEBOOK_INTAKE_FRONT_H
#define MINUTEBOOK_INTAKE_FRONT_H

#include "src/intake/pack.h"

/* Where a line of the cover states a day, and what stands around it. */
struct stated {
    size_t line, at, used; /* index of the line; the day's place and bytes in it */
    struct date date;
};

/* What follows "Label:" in LINE, or in the first line of the cover, where the label is one of LABELS; NULL else. */
const char *front_value_of(const char *line, enum pack_words labels);
const char *front_value(const struct pack *pack, enum pack_words labels);
/* Does LINE name a body of a council (STRICT), or at least a council? "Committee Room 2" is a place. */
bool front_names_committee(const char *line, bool strict);
/* Bytes of LINE before AT without the joint between the two: blanks, a comma, a dash. */
size_t front_joint_before(const char *line, size_t at);

/* The committee of the cover, whose day is STATED, or NULL, into the meeting. */
void front_read_committee(struct pack *pack, const struct stated *stated);

#endif
