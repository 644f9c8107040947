/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How a published tracker is read (private): its headings (take_heads.c), its rows (take_row.c), all of it (take_table.c). */
#ifndef EXPORT_TAKE_READ_PRIVATE_H
#define EXPORT_TAKE_READ_PRIVATE_H

#include "profile.h"
#include "take.h"

/* The headings of a row of the table, as one profile has them. */
struct reading_as {
    const struct profile *profile;
    const struct cells *head;
    size_t first; /* row behind the headings */
    const struct profile_column **columns; /* of each cell; NULL not known */
    size_t known;
    char delimiter;
    struct grid grid;
};

/* The headings that are known best, *BEST unset where none are, by ONLY or any profile; *FALLBACK: whose synonyms are known, too. */
void take_find_heads(const void *parent, const struct profiles *profiles, const struct profile *only, const char *text, struct reading_as *best,
                     const struct profile **fallback);
/* Is there a column that says what was asked? */
bool take_has_text(const struct reading_as *as);
/* The field that a column most likely shows; whether it shows FIELD. */
const char *take_field_name(const struct profile_column *column);
bool take_shows(const struct profile_column *column, const char *field);

struct coming *take_row_read(const struct taking *taking, const struct reading_as *as, const struct profile *fallback, const struct cells *cells);
bool take_field_is_known(const char *field);
struct date take_day_in(const char *words); /* a day with its year anywhere in WORDS; unset: none */

#endif
