/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What schema 5 changed in schema 4: "The Executive" and "Executive" are one committee (committee_names.c), and what is published of
 * the first is to be worked out anew. Which meetings then are one is joining's to say, not this step's: it takes away the sum of
 * what they were made from, and they are due (store_sweep_is_due()). No row of the member's is touched: their splits hold, and ids
 * that were printed stay as aliases.
 *
 * A committee that is called "The" and nothing else stays so. */
#include "config.h"

#include "src/store/private.h"

const char schema_5_rows[] = "UPDATE meeting SET made_from = '' WHERE edition = 1 AND committee_key GLOB 'the ?*';";
