/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which council a committee is of whose papers name none. */
#ifndef MINUTEBOOK_STORE_COUNCILS_H
#define MINUTEBOOK_STORE_COUNCILS_H

#include "src/store/private.h"

/* A committee of which the member stated the council at one meeting at least, its papers naming none. */
struct stated_council {
    char *committee_key, *council;
    bool doubtful; /* two councils have a committee of that name */
};
struct stated_councils {
    struct stated_council *at;
    size_t n;
};
enum status stated_councils_read(const void *parent, struct db *db, struct stated_councils *out, struct err *err) MB_MUST_CHECK;
/* The council of a meeting of COMMITTEE whose papers name none; borrowed, NULL not known. */
const char *stated_council_of(const struct stated_councils *list, const char *committee);

#endif
