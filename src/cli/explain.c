/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* explain: sentence by sentence, what the rules made of the minutes of a meeting or item, and why not. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <minutebook/export_explain.h>

#include <string.h>

#define INDENT 4

static const char *const what_words[] = {
    [EXPLAINED_FOUND] = "to check",       [EXPLAINED_RECORD] = "for the record", [EXPLAINED_TWICE] = "said twice",
    [EXPLAINED_REFUSED] = "none",         [EXPLAINED_LEAD] = "leads in",         [EXPLAINED_TAG] = "names who",
    [EXPLAINED_SKIPPED] = "not looked at", [EXPLAINED_NOTHING] = "none",
};

static void print_wrapped(const void *parent, const char *words, int first, int indent)
{
    char *line = text_squeeze(parent, words, strlen(words));
    struct line_spans spans = text_wrap(parent, line, strlen(line), out_width(), first, indent);
    for (size_t i = 0; i < spans.n; i++)
        out_line("%*s%.*s", i ? indent : first, "", (int)spans.at[i].len, line + spans.at[i].start);
}

/* "[none] Members asked ... / reads like a follow-up, but ... (asked-for-info, requests.rules:90)" */
static void print_sentence(const void *parent, const struct explained *row)
{
    print_wrapped(parent, mem_printf(parent, "[%s%s] %s", what_words[row->what], row->exempt ? ", exempt" : "", row->words), 0, INDENT);
    if (row->rule)
        print_wrapped(parent, mem_printf(parent, "%s (%s, %s:%d)", row->why, row->rule, row->file, row->line), INDENT, INDENT);
    else
        print_wrapped(parent, row->why, INDENT, INDENT);
    for (size_t i = 0; i < row->n_refusals; i++) {
        const struct explained_refusal *refusal = &row->refusals[i];
        print_wrapped(parent, mem_printf(parent, "not by %s (%s:%d): %s", refusal->rule, refusal->file, refusal->line, refusal->why), INDENT, 2 * INDENT);
    }
    out_line("%s", "");
}

static void print_explanation(const void *parent, const struct explanation *explanation)
{
    const struct item *item = NULL;
    size_t counts[EXPLAINED_NOTHING + 1] = {0};
    for (size_t i = 0; i < explanation->n; i++) {
        const struct explained *row = &explanation->at[i];
        const char *number = row->item->minute_number ? row->item->minute_number : row->item->agenda_number;
        if (row->item != item)
            out_line("%s%s%s\n", number ? number : "", number ? "  " : "", row->item->title ? row->item->title : "");
        item = row->item;
        counts[row->what]++;
        print_sentence(parent, row);
    }
    out_line("%zu sentence%s: %zu to check, %zu for the record, %zu said twice; %zu read like a follow-up and are none", explanation->n,
             explanation->n == 1 ? "" : "s", counts[EXPLAINED_FOUND], counts[EXPLAINED_RECORD], counts[EXPLAINED_TWICE], counts[EXPLAINED_REFUSED]);
}

/* The meeting, or one item of it, by the rules of this program and the member's own. */
static enum status explain(struct call *call, struct store *store, struct meeting **meeting, struct explanation *out, struct err *err)
{
    struct strings faults = {0};
    struct rules *rules;
    int position;
    enum status status = call_address(call, store, call->words[0], meeting, &position, err);
    if (status == STATUS_OK)
        status = rules_load_sound(call->parent, program_rules(call->program), &faults, &rules, err);
    if (status != STATUS_OK)
        return status;
    call_complain_rules(call, &faults);
    return sweep_explain(call->parent, rules, *meeting, position, out, err);
}

enum status run_explain(struct call *call, struct err *err)
{
    enum cli_format format;
    struct store *store;
    struct meeting *meeting;
    struct explanation explanation;
    if (call->n != 1)
        return call_usage(call, err);
    enum status status = call_format(call, &format, err);
    if (status == STATUS_OK && format != CLI_TEXT && format != CLI_JSON)
        return err_set(err, STATUS_USAGE, "explain has the formats text and json");
    if (status == STATUS_OK)
        status = call_store(call, STORE_READ, &store, err);
    if (status != STATUS_OK)
        return status;
    struct sink data = out_data();
    struct export_options options = call_export_options(call);
    status = explain(call, store, &meeting, &explanation, err);
    if (status == STATUS_OK && format == CLI_JSON)
        status = export_explanation(&data, meeting, &explanation, &options, err);
    else if (status == STATUS_OK)
        print_explanation(call->parent, &explanation);
    talloc_free(store);
    return status;
}
