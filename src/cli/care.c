/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* forget, backup, check: care of the store; keys and config: the browser's commands and options. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <string.h>

/* ---- forget ------------------------------------------------------------------------------------- */

static void print_sources(const struct source_rows *sources)
{
    for (size_t i = 0; i < sources->n; i++) {
        const struct source_row *row = &sources->at[i];
        struct safe path = safe_line(sources->at, row->path);
        out_line("  %.8s  %s  %s, %d items of %s", row->sha256, path.text, form_words(row->form), row->items,
                 row->meeting_id ? row->meeting_id : "no meeting");
    }
}

static enum status forget_one(struct call *call, struct store *store, const struct source_row *row, struct err *err)
{
    struct strings backups = {0};
    enum status status = store_forget(call->parent, store, row->sha256, &backups, err);
    if (status != STATUS_OK)
        return status;
    out_line("forgotten: %s", safe_line(call->parent, row->path).text);
    if (row->notes_kept)
        out_line("kept: %d of your own rows, with their quotes", row->notes_kept);
    for (size_t i = 0; i < backups.n; i++)
        out_line("this backup still holds it: %s", backups.at[i]);
    return STATUS_OK;
}

enum status run_forget(struct call *call, struct err *err)
{
    struct store *store;
    struct source_rows sources = {0};
    if (call->n != 1)
        return call_usage(call, err);
    bool yes = call_option(call, "yes") != NULL;
    enum status status = call_store(call, yes ? STORE_WRITE : STORE_READ, &store, err);
    if (status != STATUS_OK)
        return status;
    status = store_sources(call->parent, store, call->words[0], &sources, err);
    if (status == STATUS_OK && sources.n == 0)
        status = err_set(err, STATUS_USAGE, "no paper held is called '%s'", call->words[0]);
    else if (status == STATUS_OK && sources.n > 1) {
        print_sources(&sources);
        status = err_set(err, STATUS_USAGE, "'%s' names %zu papers; give the first digits of one", call->words[0], sources.n);
    } else if (status == STATUS_OK && yes) {
        status = forget_one(call, store, &sources.at[0], err);
    } else if (status == STATUS_OK) {
        print_sources(&sources);
        out_line("This goes, with everything only it brought; your follow-ups and their quotes stay (%d here).\n"
                 "Nothing was removed. To do it: %s forget %.8s --yes",
                 sources.at[0].notes_kept, call->program->spelling, sources.at[0].sha256);
    }
    talloc_free(store);
    return status;
}

/* ---- backup, check ------------------------------------------------------------------------------ */

enum status run_backup(struct call *call, struct err *err)
{
    struct store *store;
    char *written;
    if (call->n > 1)
        return call_usage(call, err);
    enum status status = call_store(call, STORE_WRITE, &store, err);
    if (status != STATUS_OK)
        return status;
    status = store_backup(call->parent, store, call->n ? call->words[0] : NULL, &written, err);
    if (status == STATUS_OK)
        out_line("written and verified: %s", written);
    talloc_free(store);
    return status;
}

enum status run_check(struct call *call, struct err *err)
{
    struct store *store;
    struct strings findings = {0};
    if (call->n)
        return call_usage(call, err);
    enum status status = call_store(call, call->program->read_only ? STORE_READ : STORE_WRITE, &store, err);
    if (status != STATUS_OK)
        return status;
    status = store_check(call->parent, store, &findings, err);
    for (size_t i = 0; i < findings.n; i++)
        out_line("%s", findings.at[i]);
    if (status == STATUS_OK)
        out_line("the store is sound: %s", store_path(store));
    talloc_free(store);
    return status;
}

/* ---- keys, config ------------------------------------------------------------------------------- */

enum status run_keys(struct call *call, struct err *err)
{
    if (call->n)
        return call_usage(call, err);
    int keys = 0, names = 0;
    for (int id = 0; id < CMD_COUNT; id++) {
        const struct command *command = command_get((enum command_id)id);
        int n_keys = (int)strlen(command->keys), n_name = (int)strlen(command->name);
        keys = n_keys > keys ? n_keys : keys;
        names = n_name > names ? n_name : names;
    }
    for (int id = 0; id < CMD_COUNT; id++) {
        const struct command *command = command_get((enum command_id)id);
        out_line("%-*s  :%-*s  %s", keys, command->keys, names, command->name, command->help);
    }
    return STATUS_OK;
}

enum status run_config(struct call *call, struct err *err)
{
    if (call->n)
        return call_usage(call, err);
    struct sink data = out_data();
    char *text = config_text(call->parent);
    return data.write(data.to, text, strlen(text)) ? STATUS_OK : err_set(err, STATUS_INPUT, "the output could not be written whole");
}
