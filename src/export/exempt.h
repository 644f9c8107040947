/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Words of exempt texts: what may leave of them (private). */
#ifndef EXPORT_EXEMPT_H
#define EXPORT_EXEMPT_H

#include <minutebook/export.h>

/* TEXT, EXEMPT: left out, or marked where OPTIONS ask for it. */
char *exempt_guarded(const void *parent, const char *text, bool exempt, const struct export_options *options);
/* Is ACTION's subject a piece of an exempt sentence? What was noted by hand is the member's own, also once a sentence is joined to it. */
bool exempt_subject(const struct action *action);

#endif
