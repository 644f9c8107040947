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

static struct export_wish wish_of(const struct call *call)
{
    return (struct export_wish){.list = call->words[0], .format = call_option(call, "format"), .profile = call_option(call, "profile"),
                                .committee = call_option(call, "committee"), .with_changes = call_option(call, "with-changes") != NULL};
}

bool export_is_tracker(const struct call *call)
{
    const struct export_wish wish = wish_of(call);
    return export_is_planned(&wish);
}

enum status run_export_tracker(struct call *call, struct err *err)
{
    struct export_plan plan;
    const struct export_wish wish = wish_of(call);
    const struct export_options options = call_export_options(call);
    const char *path = call->n == 2 ? call->words[1] : NULL;
    enum status status = export_plan_read(call_profiles(call), &wish, &options, &plan, err);
    if (status == STATUS_OK)
        status = call_store(call, STORE_READ, &plan.store, err);
    if (status != STATUS_OK)
        return status;
    call_look_back(call, plan.store);
    struct sink sink = plan.for_people ? out_text() : out_data();
    status = path ? export_new_file(path, false, export_plan_write, &plan, err) : export_plan_write(&sink, &plan, err);
    if (status == STATUS_OK && path)
        out_line("written: %s, %d row%s", path, plan.rows, plan.rows == 1 ? "" : "s");
    call_tell_unread(call, plan.store);
    talloc_free(plan.store);
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
