/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What is on the tracker, with what became of each row (private): for every list of it that leaves. */
#ifndef EXPORT_TRACKER_H
#define EXPORT_TRACKER_H

#include <minutebook/export_chase.h>

struct tracker_row {
    const struct action *action;
    struct action_entries entries;
    size_t place; /* in the order of follow_ups_read() */
    int nth;      /* the how many-th of its committee's municipal year, in the order of the minutes */
};
struct tracker_rows {
    struct tracker_row *at; /* by committee, day and minute */
    size_t n;
};
/* Those that OPTIONS want, numbered among all. All is PARENT's. */
enum status tracker_rows_read(const void *parent, struct store *store, const struct export_options *options, struct tracker_rows *out,
                              struct err *err) MB_MUST_CHECK;

#endif
