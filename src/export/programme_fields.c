/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "config.h"

#include "profile.h"

const char *const programme_fields[] = {"planned",      "issue",     "section",   "state", "last_report", "notes", "requested_on",
                                        "planned_and_notes", "lead", "frequency", "minute", NULL};
