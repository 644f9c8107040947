/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The form for details of a meeting from inside: details_names.c has what there is to choose from, details.c the form. */
#ifndef MINUTEBOOK_SCREENS_DETAILS_H
#define MINUTEBOOK_SCREENS_DETAILS_H

#include "private.h"

#define CHOICES_SHOWN 12 /* names of a field; the others are typed, and completed */

struct detail_choices {
    struct committee_offer *offer; /* NULL: none, or the committee is stated */
    struct committees committees;
    struct strings names[DETAIL_FIELDS]; /* of committees and councils, sorted, those that meet no more last */
};
/* For MEETING; on PARENT. */
enum status detail_choices_read(const void *parent, struct store *store, const struct meeting *meeting, struct detail_choices *out,
                                struct err *err) MB_MUST_CHECK;
/* The council that alone has a committee NAME; NULL: none, several, or it is not stated. */
const char *committees_only_council(const struct committees *list, const char *name);

#endif
