/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The member's list of roles as it was read (private). */
#ifndef EXPORT_PEOPLE_H
#define EXPORT_PEOPLE_H

#include <minutebook/export_chase.h>

struct role {
    struct strings names; /* the role, then its other names */
    char *holder, *address, *dear, *post; /* NULL where not said */
};
struct people {
    struct role *roles;
    size_t n;
    char *from_name, *from_address; /* of whoever sends messages; NULL */
};

/* The role WHO by any of its names, with or without its article, or by its holder; NULL. */
const struct role *people_find(const struct people *people, const char *who);
/* WHO without "the". */
const char *role_without_article(const char *who);

#endif
