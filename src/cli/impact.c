/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* impact: what a committee asked for in a municipal year, and what came of it. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <minutebook/actions_impact.h>
#include <minutebook/export_chase.h>

enum status run_impact(struct call *call, struct err *err)
{
    enum cli_format format;
    struct store *store;
    struct impacts impacts;
    if (call->n)
        return call_usage(call, err);
    enum status status = call_format(call, &format, err);
    if (status == STATUS_OK)
        status = call_swept_store(call, &store, err);
    if (status != STATUS_OK)
        return status;
    call_look_back(call, store);
    status = impact_read(call->parent, store, call_option(call, "committee"), call_option(call, "year"), call->program->as_at, &impacts, err);
    struct sink data = out_data(), text = out_text();
    struct export_options options = call_export_options(call);
    if (status == STATUS_OK && format == CLI_JSON)
        status = export_impact(&data, &impacts, &options, err);
    else if (status == STATUS_OK && format == CLI_TEXT)
        status = export_impact_text(&text, &impacts, &options, err);
    else if (status == STATUS_OK)
        status = err_set(err, STATUS_USAGE, "impact has the formats text and json");
    call_tell_unread(call, store);
    talloc_free(store);
    return status;
}
