/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* import-tracker: a tracker that others keep into ours, shown before it is done. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <minutebook/export_take.h>

#include <string.h>

static const char *const marks[] = {[TAKE_ADD] = "+", [TAKE_CHANGE] = "~", [TAKE_SAME] = "=", [TAKE_LEFT_OUT] = "-"};

static void say_columns(const struct take *take)
{
    for (size_t i = 0; i < take->n_columns; i++)
        out_line("  %-24s %s", take->columns[i].heading, take->columns[i].field ? take->columns[i].field : "not known: left out");
}

static void say_rows(const struct call *call, const struct take *take)
{
    for (size_t i = 0; i < take->n; i++) {
        const struct take_row *row = &take->rows[i];
        struct safe words = safe_line(call->parent, row->words);
        char *place = row->reference ? mem_strdup(call->parent, row->reference) : mem_printf(call->parent, "line %d", row->line);
        out_line("%s %-14s %s", marks[row->kind], place, text_cut(call->parent, words.text, out_width() - 18, call->program->ascii));
        for (size_t k = 0; k < row->details.n; k++)
            out_line("                 %s", text_squeeze(call->parent, row->details.at[k], strlen(row->details.at[k])));
    }
}

static void say_sum(const struct take *take, bool dry)
{
    out_line("%d to add (+), %d to change (~), %d as they are (=), %d left out (-)%s", take->kinds[TAKE_ADD], take->kinds[TAKE_CHANGE],
             take->kinds[TAKE_SAME], take->kinds[TAKE_LEFT_OUT], dry ? "; nothing was stored (--dry-run)" : "");
}

static enum status plan(struct call *call, struct store *store, const struct document *document, struct take *take, struct err *err)
{
    const char *slash = strrchr(call->words[0], '/');
    const struct take_options options = {.name = slash ? slash + 1 : call->words[0], .committee = call_option(call, "committee"),
                                         .today = call->program->as_at, .unboxed = call_option(call, "unboxed") != NULL};
    const struct profile *profile = NULL;
    size_t n;
    char *text = text_decode(call->parent, document->bytes, document->n, &n, NULL);
    if (text[strspn(text, " \t\n")] == '{')
        return take_actions(call->parent, store, text, n, &options, take, err);
    enum status status = call_option(call, "profile") ? call_profile(call, &profile, err) : STATUS_OK;
    return status == STATUS_OK ? take_table(call->parent, store, call_profiles(call), profile, text, &options, take, err) : status;
}

enum status run_import_tracker(struct call *call, struct err *err)
{
    struct store *store;
    struct document *document;
    struct take take;
    bool dry = call_option(call, "dry-run") != NULL;
    if (call->n != 1)
        return call_usage(call, err);
    enum status status = document_open(call->parent, call->words[0], &document, err);
    if (status == STATUS_OK)
        status = call_store(call, STORE_READ, &store, err);
    if (status != STATUS_OK)
        return status;
    status = plan(call, store, document, &take, err);
    talloc_free(store);
    if (status != STATUS_OK)
        return status;
    out_line("read as %s%s%s", take.read_as, date_is_set(take.as_at) ? ", as at " : "",
             date_is_set(take.as_at) ? date_words(call->parent, take.as_at) : "");
    say_columns(&take);
    say_rows(call, &take);
    say_sum(&take, dry);
    if (dry || take.edit.n_edits == 0)
        return STATUS_OK;
    return call_edit(call, &take.edit, err);
}
