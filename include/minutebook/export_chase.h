/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* export, the chase: the tracker as councils publish theirs (field.md 6), letters, messages and lists for other programs.
 * Whatever leaves here: the words of exempt texts only where `exempt` of the options is set, and then marked; the member's
 * private notes only where `notes` is. Every list says as at which day it is. */
#ifndef MINUTEBOOK_EXPORT_CHASE_H
#define MINUTEBOOK_EXPORT_CHASE_H

#include <minutebook/actions_impact.h>
#include <minutebook/export.h>

/* WRITE into a file at PATH that is not there yet, unless OVER; one that fails leaves nothing. STATUS_USAGE, and PATH, where it is
 * there or cannot be made. */
typedef enum status export_writer(struct sink *sink, void *with, struct err *err);
enum status export_new_file(const char *path, bool over, export_writer *write, void *with, struct err *err) MB_MUST_CHECK;

/* ---- profiles: how a council's tracker looks -------------------------------------------------- */

/* A profile names columns, the style of dates and the words for a status; what assets/profiles/ holds is compiled in, the
 * files *.profile of the member's FOLDER (NULL, or not there: none) are read after it, in the order of their names, and
 * replace a profile by its name. The form is described in minutebook-profiles(5). What is wrong in a file is said in
 * FAULTS (may be NULL), "FILE:LINE: what is wrong"; its profile is then refused, all others hold. */
struct profiles;
void profiles_load(const void *parent, const char *folder, struct profiles **out, struct strings *faults);

struct profile;
/* By its name. STATUS_USAGE with the names there are; STATUS_INPUT, and file and line, for one that is faulty. */
enum status profile_find(const struct profiles *profiles, const char *name, const struct profile **out, struct err *err) MB_MUST_CHECK;

struct profile_row {
    const char *name, *title, *about; /* about: whose it is, and since when; NULL */
    const char *file;                 /* the member's; NULL: ours */
    size_t columns, programme_columns;
    bool faulty;
};
/* In the order of the files; strings are those of PROFILES. */
void profiles_list(const void *parent, const struct profiles *profiles, struct profile_row **rows, size_t *n);

/* ---- the tracker ------------------------------------------------------------------------------ */

/* Forms of a list for people. CSV by RFC 4180, as export.h says, with a byte order mark where the profile asks for one. Markdown
 * and HTML are escaped: no text of a paper is mark-up in them. */
enum sheet_format { SHEET_TEXT, SHEET_CSV, SHEET_TSV, SHEET_MARKDOWN, SHEET_HTML, SHEET_FORMATS };
const char *sheet_format_name(enum sheet_format format); /* text csv tsv md html */
bool sheet_format_parse(const char *name, enum sheet_format *format);

/* What is on the tracker, in the columns, order, dates and words of PROFILE (of its rows: open, closed, or both). *rows: how
 * many; may be NULL. */
enum status export_tracker(struct sink *sink, struct store *store, const struct profile *profile, enum sheet_format format,
                           const struct export_options *options, int *rows, struct err *err) MB_MUST_CHECK;

/* ---- the impact view ---------------------------------------------------------------------------- */

/* minutebook-impact, version 1: every number as the ids of its rows; and as text, which says how many minutes are cut off. */
enum status export_impact(struct sink *sink, const struct impacts *impacts, const struct export_options *options, struct err *err) MB_MUST_CHECK;
enum status export_impact_text(struct sink *sink, const struct impacts *impacts, const struct export_options *options, struct err *err) MB_MUST_CHECK;

#endif
