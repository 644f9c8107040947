/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Addresses to open, and the site that the member entered for a council whose papers do not tell it. */
#ifndef MINUTEBOOK_STORE_ADDRESSES_H
#define MINUTEBOOK_STORE_ADDRESSES_H

#include "src/store/user_rows.h"

/* The site entered for COUNCIL, NULL for papers that name none; *OUT NULL where none is entered. */
enum status site_entered(const void *parent, struct db *db, const char *council, char **out, struct err *err) MB_MUST_CHECK;
/* `address` of all PAPERS. */
enum status addresses_find(const void *parent, struct db *db, struct wanted_papers *papers, struct err *err) MB_MUST_CHECK;

#endif
