/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Addresses to open, and the site that the member entered for a council whose papers do not tell it. */
#ifndef MINUTEBOOK_STORE_ADDRESSES_H
#define MINUTEBOOK_STORE_ADDRESSES_H

#include "src/store/councils.h"
#include "src/store/user_rows.h"

/* What a site is entered for: a council; where papers name none, the committee (or the meeting without one) that was
 * looked at; with neither, all papers that name none. */
struct site_place {
    const char *council, *committee;
};
char *site_row_id(const void *parent, const struct site_place *place);
/* The row ID, NULL where there is none. */
enum status site_row(const void *parent, struct db *db, const char *id, struct site_record **out, struct err *err) MB_MUST_CHECK;
/* The row of PLACE: site_row_id(), or the id that an older release gave it. */
enum status site_row_of(const void *parent, struct db *db, const struct site_place *place, struct site_record **out, struct err *err) MB_MUST_CHECK;
/* Of the meeting ID, as the member looks at it. */
enum status site_place_of(const void *parent, struct db *db, const char *id, struct site_place *out, struct err *err) MB_MUST_CHECK;

/* What must be known to say which site is a meeting's; read once. */
struct sites {
    bool any; /* is a site entered at all? Else nothing else is read */
    struct told_site {
        char *council_key, *committee_key, *site_key; /* as papers and lists tell them; council_key NULL */
    } *at;
    size_t n;
    struct stated_councils stated;
};
enum status sites_read(const void *parent, struct db *db, struct sites *out, struct err *err) MB_MUST_CHECK;
/* The site entered that is MEETING's, whose papers tell none; *OUT NULL for none, also where other papers of its committee
 * tell another site than the one entered. */
enum status site_for(const void *parent, struct db *db, const struct sites *sites, const struct meeting *meeting, char **out,
                     struct err *err) MB_MUST_CHECK;
/* `address` of all PAPERS. */
enum status addresses_find(const void *parent, struct db *db, struct wanted_papers *papers, struct err *err) MB_MUST_CHECK;

#endif
