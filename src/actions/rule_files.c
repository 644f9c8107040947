/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The files of assets/rules as they are compiled in (assets/embed.awk), in the order in which they are
 * read: shared words first. */
#include "config.h"

#include "rules.h"

#define FILES(X) X(words) X(agreed) X(requests) X(resolutions) X(recommendations) X(programme) X(tags) X(traps) X(when) X(welsh)

#define X(name) extern const char *const asset_rules_##name[];
FILES(X)
#undef X

const struct rule_file rule_files[] = {
#define X(name) {#name ".rules", asset_rules_##name},
    FILES(X)
#undef X
    {NULL, NULL},
};
