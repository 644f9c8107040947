/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* export, the way back: trackers that others keep, taken into ours. A published table by its headings, and the follow-ups that a
 * colleague's minutebook wrote. Nothing is changed here: what would be is a plan that can be shown, and one edit that does it. */
#ifndef MINUTEBOOK_EXPORT_TAKE_H
#define MINUTEBOOK_EXPORT_TAKE_H

#include <minutebook/export_chase.h>

enum take_kind {
    TAKE_ADD,    /* a row that is not held */
    TAKE_CHANGE, /* one that is: what is empty here is filled; where both say something else ours stays, theirs is an update beside it */
    TAKE_SAME,   /* nothing new */
    TAKE_LEFT_OUT, /* says nothing, or is one that you refused or undid */
};
struct take_row {
    enum take_kind kind;
    int line;         /* of the table, the row of JSON: 1 up */
    char *reference;  /* ours, of a row that is held; theirs of a new one; NULL */
    char *words;      /* what it is about, squeezed */
    struct strings details; /* "by whom: the Head of Housing"; "kept beside ours: status: Complete"; why it is left out */
};
struct take_column {
    const char *heading, *field; /* field: of minutebook-profiles(5); NULL: not known, left out */
};
struct take {
    const char *read_as; /* "york", "minutebook-actions" */
    struct date as_at;   /* what the table says of itself; else unset */
    struct take_column *columns;
    size_t n_columns;
    struct take_row *rows;
    size_t n;
    int kinds[TAKE_LEFT_OUT + 1];
    struct edit edit; /* EDIT_SEVERAL; n_edits 0: there is nothing to do */
};

struct take_options {
    const char *name;      /* of the file, for what is kept beside ours */
    const char *committee; /* of rows that name none; NULL */
    struct date today;
    bool unboxed; /* the user's own wish, on a kernel without seccomp */
    bool here;    /* never start a process: for tests and fuzzers */
};

/* TEXT (UTF-8) is a table as CSV, TSV, with semicolons, or as Markdown has it; lines above its headings are read for the day it is
 * as at. PROFILE NULL: the one that knows most of its headings. STATUS_INPUT where two headings are not known, or it has no column
 * of what was asked. All is PARENT's and lives as long, but `read_as`: that is the name PROFILES has. */
enum status take_table(const void *parent, struct store *store, const struct profiles *profiles, const struct profile *profile,
                       const char *text, const struct take_options *options, struct take *out, struct err *err) MB_MUST_CHECK;

/* TEXT is a minutebook-actions document, taken apart in a box. What is on its tracker is merged by id, else by what the minutes say;
 * its ids stay, so that it can be taken again later. STATUS_INPUT, and where, for what is no such document. */
enum status take_actions(const void *parent, struct store *store, const char *text, size_t n, const struct take_options *options,
                         struct take *out, struct err *err) MB_MUST_CHECK;

/* The worker that take_actions() runs: for the table that `main`, and each test program that calls it, gives to box_serve(). */
struct box_worker;
const struct box_worker *take_worker(void);

#endif
