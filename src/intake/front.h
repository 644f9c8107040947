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
    bool no_year; /* the line does not say its year: that of the letter it stands in tells */
};

/* Does LINE state a day as a cover does? Does a line from FROM on? Where the day stands goes to *STATED (front_day.c). */
bool front_line_states_day(const char *line, struct stated *stated);
bool front_states_day(const struct pack *pack, size_t from, struct stated *stated);
/* The day of the meeting; false where the cover states none, or only that of a letter. */
bool front_find_day(const struct pack *pack, struct stated *stated);

/* What follows "Label:" in the first line of the cover where the label is one of LABELS; NULL where there is none. */
const char *front_value(const struct pack *pack, enum pack_words labels);
/* Does LINE name a body of a council (STRICT), or at least a council? "Committee Room 2" is a place. */
bool front_names_committee(const char *line, bool strict);
/* Bytes of LINE before AT without the joint between the two: blanks, a comma, a dash, "on". */
size_t front_joint_before(const char *line, size_t at);

/* The committee of the cover, whose day is STATED, or NULL, into the meeting. */
void front_read_committee(struct pack *pack, const struct stated *stated);

#endif
