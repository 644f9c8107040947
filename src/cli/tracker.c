/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The tracker as a council publishes it: export actions --profile, and the profiles there are. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <minutebook/export_chase.h>

#include <string.h>

#define PROFILE_DEFAULT "plain"

/* All profiles; what is wrong in them is said when they are listed or asked for. */
static struct profiles *load_profiles(const struct call *call, struct strings *faults)
{
    struct profiles *profiles;
    char *folder = settings_beside(call->parent, call->program, "profiles");
    profiles_load(call->parent, folder, &profiles, faults);
    return profiles;
}

struct profiles *call_profiles(struct call *call)
{
    if (!call->profiles)
        call->profiles = load_profiles(call, NULL);
    return call->profiles;
}

enum status call_profile(struct call *call, const struct profile **out, struct err *err)
{
    const char *name = call_option(call, "profile");
    return profile_find(call_profiles(call), name ? name : PROFILE_DEFAULT, out, err);
}

/* ---- export actions ------------------------------------------------------------------------------------- */

/* A list of follow-ups on its way, to standard output or a file. */
struct tracker_call {
    struct store *store;
    const struct profile *profile;
    enum sheet_format format;
    struct export_options options;
    const char *committee; /* of a work programme; NULL: all */
    int rows;
};

static enum status write_tracker(struct sink *sink, void *with, struct err *err)
{
    struct tracker_call *tracker = with;
    return export_tracker(sink, tracker->store, tracker->profile, tracker->format, &tracker->options, &tracker->rows, err);
}

static enum status write_calendar(struct sink *sink, void *with, struct err *err)
{
    struct tracker_call *tracker = with;
    return export_calendar(sink, tracker->store, &tracker->options, &tracker->rows, err);
}

static enum status write_tasks(struct sink *sink, void *with, struct err *err)
{
    struct tracker_call *tracker = with;
    return export_tasks(sink, tracker->store, &tracker->options, &tracker->rows, err);
}

static enum status write_programme(struct sink *sink, void *with, struct err *err)
{
    struct tracker_call *tracker = with;
    return export_programme_draft(sink, tracker->store, tracker->profile, tracker->format, tracker->committee, &tracker->options, &tracker->rows, err);
}

/* Forms for other programs, which have no columns. */
static export_writer *writer_of(const char *format)
{
    return !format ? NULL : strcmp(format, "ics") == 0 ? write_calendar : strcmp(format, "taskwarrior") == 0 ? write_tasks : NULL;
}

bool export_is_tracker(const struct call *call)
{
    const char *format = call_option(call, "format");
    enum sheet_format sheet;
    bool for_people = format && sheet_format_parse(format, &sheet) && sheet != SHEET_CSV && sheet != SHEET_TSV;
    if (call_option(call, "with-changes"))
        return true;
    return strcmp(call->words[0], "actions") == 0 && (call_option(call, "profile") || for_people || writer_of(format));
}

static enum status tracker_words(struct call *call, struct tracker_call *tracker, export_writer **write, struct err *err)
{
    const char *format = call_option(call, "format");
    bool programme = call_option(call, "with-changes") != NULL;
    *write = programme ? NULL : writer_of(format);
    *tracker = (struct tracker_call){.format = SHEET_TEXT, .options = call_export_options(call), .committee = call_option(call, "committee")};
    if (programme && strcmp(call->words[0], "programme") != 0)
        return err_set(err, STATUS_USAGE, "--with-changes is for 'export programme'");
    if (tracker->committee && !programme)
        return err_set(err, STATUS_USAGE, "--committee is for 'export programme --with-changes'");
    if (*write && call_option(call, "profile"))
        return err_set(err, STATUS_USAGE, "a profile is of columns, and %s has none", format);
    if (*write)
        return STATUS_OK;
    *write = programme ? write_programme : write_tracker;
    if (format && !sheet_format_parse(format, &tracker->format))
        return err_set(err, STATUS_USAGE, "in the columns of a profile there are the formats text, csv, tsv, md and html, not '%s'", format);
    return call_profile(call, &tracker->profile, err);
}

enum status run_export_tracker(struct call *call, struct err *err)
{
    struct tracker_call tracker;
    export_writer *write;
    const char *path = call->n == 2 ? call->words[1] : NULL;
    enum status status = tracker_words(call, &tracker, &write, err);
    if (status == STATUS_OK)
        status = call_store(call, STORE_READ, &tracker.store, err);
    if (status != STATUS_OK)
        return status;
    call_look_back(call, tracker.store);
    struct sink sink = (write == write_tracker || write == write_programme) && tracker.format == SHEET_TEXT ? out_text() : out_data();
    status = path ? export_new_file(path, false, write, &tracker, err) : write(&sink, &tracker, err);
    if (status == STATUS_OK && path)
        out_line("written: %s, %d row%s", path, tracker.rows, tracker.rows == 1 ? "" : "s");
    talloc_free(tracker.store);
    return status;
}

/* ---- profiles ------------------------------------------------------------------------------------------- */

enum status run_profiles(struct call *call, struct err *err)
{
    struct strings faults = {0};
    struct profile_row *rows;
    size_t n;
    if (call->n)
        return call_usage(call, err);
    profiles_list(call->parent, load_profiles(call, &faults), &rows, &n);
    for (size_t i = 0; i < n; i++)
        out_line("%-20s %s%s%s%s%s", rows[i].name, rows[i].title, rows[i].about ? ": " : "", rows[i].about ? rows[i].about : "",
                 rows[i].file ? ", " : "", rows[i].file ? rows[i].file : "");
    char *folder = settings_beside(call->parent, call->program, "profiles");
    out_line("\nYour own: %s", folder ? folder : "no folder, for there is no home");
    for (size_t i = 0; i < faults.n; i++)
        out_complain("%s", faults.at[i]);
    return faults.n ? err_set(err, STATUS_INPUT, "%zu to mend in your own profiles", faults.n) : STATUS_OK;
}
