/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the statements that make tables share. Released schemas are written with these: they may never change. */
#ifndef MINUTEBOOK_STORE_SCHEMA_SQL_H
#define MINUTEBOOK_STORE_SCHEMA_SQL_H

#define DAY_CHECK(column) " CHECK (" column " GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')"
#define TRUTH(column) " INTEGER NOT NULL CHECK (" column " IN (0, 1))"
/* The end of each of the user's tables (user_schema.c). */
#define ROW_TAIL                                                                                            \
    " deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),"                                                  \
    " version INTEGER NOT NULL CHECK (version > 0),"                                                        \
    " seq INTEGER NOT NULL CHECK (seq > 0),"                                                                \
    " h TEXT NOT NULL CHECK (length(h) = 16)"

#endif
