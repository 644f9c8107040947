/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What every subcommand of src/cli is made of: its words, its options, and a function. Each has a file
 * of its own; the table stands in subcommands.c, and --help is made from it. */
#ifndef MINUTEBOOK_CLI_SUBCOMMAND_H
#define MINUTEBOOK_CLI_SUBCOMMAND_H

#include <minutebook/cli.h>
#include <minutebook/export_chase.h>

/* A call of a subcommand: the program's options, the words after its name, parsed. */
struct call {
    const void *parent; /* a talloc context for the call */
    struct program *program;
    const struct subcommand *subcommand;
    char **words; /* operands, options taken out */
    int n;
    int stopped_by;  /* a signal that ended the work early, once all is said; 0: none did */
    bool rules_told; /* what is wrong in the member's own rules was said */
    struct profiles *profiles; /* read once: call_profiles() */
    struct actions_choice *choice; /* which follow-ups are wanted: call_choose(); NULL: all */
    const char *options[14]; /* value of subcommand->options[i]; "" for a given flag; NULL not given */
};

struct option_row {
    const char *name;     /* "committee" */
    const char *argument; /* "NAME"; NULL for a flag */
    const char *help;
};

struct subcommand {
    const char *name;
    const char *operands; /* "PATH..." */
    const char *help;     /* one sentence */
    const char *more;     /* further lines of --help; NULL */
    enum status (*run)(struct call *call, struct err *err);
    struct option_row options[14]; /* ends with a NULL name */
};

const struct subcommand *subcommand_at(size_t i); /* of the table; NULL past the last */

/* Value of the option NAME in CALL: NULL if not given. NAME must be in the subcommand's table. */
const char *call_option(const struct call *call, const char *name);

/* --format: "text" if not given. STATUS_USAGE for a format the subcommand does not have. */
enum cli_format { CLI_TEXT, CLI_JSON, CLI_CSV, CLI_TSV };
enum status call_format(const struct call *call, enum cli_format *format, struct err *err) MB_MUST_CHECK;

/* The operands from FROM on, as one line. */
char *call_rest(const struct call *call, int from);

/* How words are searched for: with the member's related words, of which what is wrong is said; LITERAL: as they stand. */
struct query_options call_search_options(struct call *call, bool literal);

/* Open the store the call is about. For reading, a store that does not exist yet is made empty, so that
 * every list is an empty list and not an error. */
enum status call_store(struct call *call, enum store_mode mode, struct store **store, struct err *err) MB_MUST_CHECK;

/* MEETING[/ITEM] as in design.md 5.2. *position is 0 without an item; *meeting is the whole meeting. */
enum status call_address(struct call *call, struct store *store, const char *words, struct meeting **meeting, int *position,
                         struct err *err) MB_MUST_CHECK;

/* Where --as-at names a day before today, STORE shows follow-ups as they stood then; when they were read, those are named on stderr
 * whose history of that day is damaged. */
bool call_looks_back(const struct call *call);
void call_look_back(const struct call *call, struct store *store);
void call_tell_unread(const struct call *call, const struct store *store);
/* Only what is on the tracker is followed: STATUS_USAGE, and what to do first, for what is to check or not a follow-up. */
enum status call_on_tracker(const struct call *call, const struct action *action, struct err *err) MB_MUST_CHECK;
/* --exempt and the day, for exports. */
enum table_format call_table(enum cli_format format); /* CLI_CSV or CLI_TSV as the export room calls them */
/* From now on lists of follow-ups have those that LINE names, "by Chairman; overdue". */
enum status call_choose(struct call *call, const char *line, struct err *err) MB_MUST_CHECK;
struct export_options call_export_options(const struct call *call);

/* The store of CALL as it stands: where its minutes were never swept by the rules of this program (it is of an
 * older one) they are swept first, unless nothing may be changed. */
enum status call_swept_store(struct call *call, struct store **store, struct err *err) MB_MUST_CHECK;

/* Say what is wrong in the member's own rules, once in a call. */
void call_complain_rules(struct call *call, const struct strings *faults);

/* The profiles there are; the one of --profile, or the plain one. */
struct profile;
struct profiles *call_profiles(struct call *call);
enum status call_profile(struct call *call, const struct profile **out, struct err *err);
/* Does an export go in the columns of a profile (tracker.c)? Then so. */
bool export_is_tracker(const struct call *call);
enum status run_export_tracker(struct call *call, struct err *err);


/* Apply EDIT, print its sentence. */
enum status call_edit(struct call *call, const struct edit *edit, struct err *err) MB_MUST_CHECK;

enum status call_usage(const struct call *call, struct err *err) MB_MUST_CHECK; /* "usage: minutebook ..." */

/* What happens to a follow-up (follow.c): verbs of `action`, for run_action(). */
enum status follow_chase(struct call *call, struct err *err);
enum status follow_log(struct call *call, struct err *err);
enum status follow_answer(struct call *call, struct err *err);
enum status follow_evidence(struct call *call, struct err *err);
enum status follow_step(struct call *call, struct err *err);
enum status follow_join(struct call *call, struct err *err);
enum status follow_whole(struct call *call, struct err *err);
enum status follow_complete(struct call *call, struct err *err);
enum status follow_reopen(struct call *call, struct err *err);

/* One per file. */
enum status run_import(struct call *call, struct err *err);
enum status run_meetings(struct call *call, struct err *err);
enum status run_show(struct call *call, struct err *err);
enum status run_changes(struct call *call, struct err *err);
enum status run_explain(struct call *call, struct err *err);
enum status run_programme(struct call *call, struct err *err);
enum status run_actions(struct call *call, struct err *err);
enum status run_search(struct call *call, struct err *err);
enum status run_meeting(struct call *call, struct err *err);
enum status run_action(struct call *call, struct err *err);
enum status run_evidence(struct call *call, struct err *err);
enum status run_committees(struct call *call, struct err *err);
enum status run_committee(struct call *call, struct err *err);
enum status run_pairs(struct call *call, struct err *err);
enum status run_pair(struct call *call, struct err *err);
enum status run_site(struct call *call, struct err *err);
enum status run_to_get(struct call *call, struct err *err);
enum status run_undo(struct call *call, struct err *err);
enum status run_redo(struct call *call, struct err *err);
enum status run_forget(struct call *call, struct err *err);
enum status run_export(struct call *call, struct err *err);
enum status run_backup(struct call *call, struct err *err);
enum status run_check(struct call *call, struct err *err);
enum status run_keys(struct call *call, struct err *err);
enum status run_import_tracker(struct call *call, struct err *err);
enum status run_letter(struct call *call, struct err *err);
enum status run_chase(struct call *call, struct err *err);
enum status run_impact(struct call *call, struct err *err);
enum status run_brief(struct call *call, struct err *err);
enum status run_topic(struct call *call, struct err *err);
enum status run_news(struct call *call, struct err *err);
enum status run_saved(struct call *call, struct err *err);
enum status run_note(struct call *call, struct err *err);
enum status run_profiles(struct call *call, struct err *err);
enum status run_rules(struct call *call, struct err *err);
enum status run_config(struct call *call, struct err *err);

#endif
