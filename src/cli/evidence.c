/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* evidence: what later papers tell of open follow-ups, and taking one of the places proposed. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <stdlib.h>

/* ---- which ---------------------------------------------------------------------------------------- */

/* Those that are named, else all that are open, in the order of the list. */
static enum status read_asked(struct call *call, struct store *store, struct actions *out, struct err *err)
{
    struct actions all = {0};
    *out = (struct actions){0};
    enum status status = call->n ? STATUS_OK : follow_ups_read(call->parent, store, NULL, &all, err);
    for (size_t i = 0; i < all.n && status == STATUS_OK; i++)
        if (evidence_is_asked(all.at[i]))
            *mem_append(call->parent, out->at, out->n) = all.at[i];
    for (int i = 0; i < call->n && status == STATUS_OK; i++)
        status = follow_up_find(call->parent, store, call->words[i], mem_append(call->parent, out->at, out->n), err);
    return status;
}

/* ---- looking --------------------------------------------------------------------------------------- */

struct found {
    const void *parent;
    struct traced **at;
    size_t n, total;
};

static bool take_traced(void *to, size_t i, struct traced *traced)
{
    struct found *found = to;
    found->at[i] = talloc_steal(found->parent, traced);
    found->n = i + 1;
    out_progress("follow-up %zu of %zu", found->n, found->total);
    return true;
}

static enum status look(struct call *call, struct store *store, const struct actions *asked, struct found *found, struct err *err)
{
    *found = (struct found){.parent = call->parent, .total = asked->n};
    found->at = mem_zero_named(call->parent, (asked->n + 1) * sizeof *found->at, "traced");
    return evidence_find_all(store, asked->at, asked->n, call->program->as_at, take_traced, found, err);
}

/* ---- taking ------------------------------------------------------------------------------------------ */

static enum status take(struct call *call, struct store *store, const struct actions *asked, const struct found *found, struct err *err)
{
    const char *value = call_option(call, "take");
    char *end;
    struct edit edit;
    struct edit_result *result;
    long nth = strtol(value, &end, 10);
    if (call->n != 1)
        return err_set(err, STATUS_USAGE, "--take needs the one follow-up whose evidence it is: evidence REF --take N");
    if (*value == '\0' || *end || nth < 1 || (size_t)nth > found->at[0]->n)
        return err_set(err, STATUS_USAGE, "'%s' is none of the %zu places proposed for %s; '%s evidence %s' lists them", value, found->at[0]->n,
                       call->words[0], call->program->spelling, call->words[0]);
    enum status status = call_on_tracker(call, asked->at[0], err);
    if (status == STATUS_OK)
        status = evidence_prepare_take(call->parent, store, asked->at[0], &found->at[0]->at[nth - 1], &edit, err);
    if (status == STATUS_OK)
        status = store_edit(call->parent, store, &edit, &result, err);
    if (status == STATUS_OK)
        out_line("%s", result->sentence);
    return status;
}

enum status run_evidence(struct call *call, struct err *err)
{
    enum cli_format format;
    struct store *store;
    struct actions asked;
    struct found found;
    bool taking = call_option(call, "take") != NULL;
    enum status status = call_format(call, &format, err);
    if (status == STATUS_OK && format != CLI_TEXT && format != CLI_JSON)
        return err_set(err, STATUS_USAGE, "evidence has the formats text and json");
    if (status == STATUS_OK)
        status = taking ? call_store(call, STORE_WRITE, &store, err) : call_swept_store(call, &store, err);
    if (status != STATUS_OK)
        return status;
    call_look_back(call, store);
    struct sink data = out_data(), text = out_text();
    struct export_options options = call_export_options(call);
    status = read_asked(call, store, &asked, err);
    if (status == STATUS_OK)
        status = look(call, store, &asked, &found, err);
    if (status == STATUS_OK && taking)
        status = take(call, store, &asked, &found, err);
    else if (status == STATUS_OK && format == CLI_JSON)
        status = export_evidence(&data, asked.at, found.at, asked.n, &options, err);
    else if (status == STATUS_OK)
        status = evidence_print(&text, call->program, asked.at, found.at, asked.n, out_width(), err);
    call_tell_unread(call, store);
    talloc_free(store);
    return status;
}
