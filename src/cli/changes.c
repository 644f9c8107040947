/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* changes: what changed between the papers of a meeting, or of every meeting, in every format. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

enum status run_changes(struct call *call, struct err *err)
{
    enum cli_format format;
    struct store *store;
    char *id = NULL;
    if (call->n > 1)
        return call_usage(call, err);
    enum status status = call_format(call, &format, err);
    if (status == STATUS_OK)
        status = call_store(call, STORE_READ, &store, err);
    if (status != STATUS_OK)
        return status;
    struct sink data = out_data(), text = out_text();
    struct export_options options = call_export_options(call);
    if (call->n == 1)
        status = store_find_meeting(call->parent, store, call->words[0], call->program->as_at, &id, err);
    if (status == STATUS_OK && format == CLI_TEXT)
        status = changes_print(&text, store, call->program, id, out_width(), err);
    else if (status == STATUS_OK && format == CLI_JSON)
        status = export_changes(&data, store, id, &options, err);
    else if (status == STATUS_OK)
        status = export_changes_table(&data, store, id, format == CLI_TSV ? TABLE_TSV : TABLE_CSV, &options, err);
    talloc_free(store);
    return status;
}
