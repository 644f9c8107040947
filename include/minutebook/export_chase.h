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

/* Of each committee, or of COMMITTEE (NULL: all), the newest work programme that is published, and among its rows the changes on the
 * tracker that no published one shows yet, in the columns that PROFILE has for programmes; STATUS_USAGE where it has none. */
enum status export_programme_draft(struct sink *sink, struct store *store, const struct profile *profile, enum sheet_format format,
                                   const char *committee, const struct export_options *options, int *rows, struct err *err) MB_MUST_CHECK;

/* ---- which of them is meant ---------------------------------------------------------------------- */

/* An export as it is asked for in either face: the words of a line. Unset words are NULL. */
struct export_wish {
    const char *list, *format; /* "actions"; "csv" */
    const char *profile, *committee;
    bool with_changes;
};
/* How it is written; made by export_plan_read(). */
struct export_plan {
    struct store *store; /* set by who opens it, before it is written */
    struct export_options options;
    const struct profile *profile; /* NULL: it has no columns */
    enum sheet_format sheet;
    const char *committee;
    enum status (*write)(struct sink *sink, struct export_plan *plan, struct err *err);
    bool for_people; /* text, which a terminal may show */
    int rows;        /* that were written */
};
/* The tracker in a council's columns, a programme with its changes, a calendar, tasks; else it is a list that export_file() writes. */
bool export_is_planned(const struct export_wish *wish);
/* STATUS_USAGE for words that do not go together. Without a profile that of the name "plain". */
enum status export_plan_read(const struct profiles *profiles, const struct export_wish *wish, const struct export_options *options,
                             struct export_plan *out, struct err *err) MB_MUST_CHECK;
/* An export_writer, WITH the plan. */
enum status export_plan_write(struct sink *sink, void *plan, struct err *err) MB_MUST_CHECK;

/* ---- for calendars and lists of tasks ---------------------------------------------------------------- */

/* What is on the tracker as iCalendar (RFC 5545): a VTODO each, whose UID is the row's and stays; DTSTAMP is the day of the options.
 * DUE is the day in the minutes or the member's own, whichever is first; a month gives none. */
enum status export_calendar(struct sink *sink, struct store *store, const struct export_options *options, int *rows,
                            struct err *err) MB_MUST_CHECK;
/* The same as the list that `task import` of Taskwarrior takes; imported again it changes the same tasks. */
enum status export_tasks(struct sink *sink, struct store *store, const struct export_options *options, int *rows,
                         struct err *err) MB_MUST_CHECK;

/* ---- letters and messages ------------------------------------------------------------------------ */

/* Who holds which role and how they are written to: the member's own list, minutebook-people(5). A file that is not there, and
 * PATH NULL, is an empty list; STATUS_INPUT names file and line of what is wrong. */
struct people;
enum status people_load(const void *parent, const char *path, struct people **out, struct err *err) MB_MUST_CHECK;

/* Letters about ACTIONS from the Chairman or the Chair, as the papers of the newest meeting among them say: one for each committee
 * and each who is asked, with the sentences, what is asked and by when. BY: the day by which an answer is asked for; unset: none
 * is named. Plain text or Markdown. */
enum status export_letters(struct sink *sink, struct store *store, const struct actions *actions, const struct people *people,
                           bool markdown, struct date by, const struct export_options *options, struct err *err) MB_MUST_CHECK;

/* One message for each who is asked, with all their open rows, as a file of FOLDER, which is made where it is not there: RFC 5322
 * (.eml, which mail programs open as a draft), or plain text. */
struct chase_options {
    const char *folder;
    bool eml, over, overdue_only; /* over: files of their names are written over; else nothing is written where one is there */
    struct date as_at;
    struct strings only; /* ids of the rows that are meant; none: all */
};
struct chase_message {
    char *path, *who, *address; /* address NULL: the list of people has none */
    struct strings ids;         /* of its rows */
};
struct chase_result {
    struct chase_message *at;
    size_t n;
    struct strings nobody; /* references of open rows that say of nobody that they are to answer */
    struct strings cut;    /* references of rows in them whose sentence is cut off */
};
enum status export_chase(const void *parent, struct store *store, const struct people *people, const struct chase_options *chase,
                         const struct export_options *options, struct chase_result *out, struct err *err) MB_MUST_CHECK;

/* ---- the impact view ---------------------------------------------------------------------------- */

/* minutebook-impact, version 1: every number as the ids of its rows; and as text, which says how many minutes are cut off. */
enum status export_impact(struct sink *sink, const struct impacts *impacts, const struct export_options *options,
                          struct err *err) MB_MUST_CHECK;
enum status export_impact_text(struct sink *sink, const struct impacts *impacts, const struct export_options *options,
                               struct err *err) MB_MUST_CHECK;

#endif
