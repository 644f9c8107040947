/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers of a town that does not exist, as drafts: what the screens are tested with. */
#ifndef MINUTEBOOK_TESTS_TOWN_H
#define MINUTEBOOK_TESTS_TOWN_H

#include <minutebook/screens.h>

/* A place for a store in a folder of its own; on PARENT. */
char *town_path(const void *parent);
/* A folder of this process's own and in it a store with the town's papers; on PARENT. */
char *town_store(const void *parent);
/* A copy of that store in a folder of its own. */
char *town_copy(const void *parent, const char *path);
/* A program that starts there, as at Friday 14 June 2024. */
struct program *town_program(const void *parent, const char *store_path);
/* An agenda pack with a work programme and a report, its minutes page (one minute cut off, one paper to
 * follow since published), and a page that names no committee and has an exempt report. */
void town_import(struct store *store);
/* Two of these papers as drafts. */
struct draft *town_pack(const void *parent);
struct draft *town_page(const void *parent);
/* The pack of another committee, whose work programme prints the days of three meetings; two papers are listed and
 * not held, and a report names an earlier meeting. */
void town_import_health(struct store *store);
/* Have STORE find follow-ups in the town's minutes: five to check and two resolutions, whatever the rules of the
 * release are. One of the five is answered by town_follow_ups(). */
void town_use_sweep(struct store *store);
/* One more meeting, published without looking for follow-ups, as an older release did. */
void town_import_unswept(struct store *store);
/* The minutes of 12 June 2024, which tell of what the Chairman promised in minute 33. */
void town_import_later(struct store *store);
/* A paper in which every field holds what must not reach a terminal. */
void town_import_hostile(struct store *store);
/* One follow-up with a sentence and a day that has passed, one without either. */
void town_follow_ups(struct store *store);

#endif
