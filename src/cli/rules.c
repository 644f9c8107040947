/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* rules: what finds follow-ups, ours and the member's own; with --check, what is wrong in the member's own. No
 * store is opened. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <string.h>

/* "of yours, instead of one in agreed.rules; switched off at FILE:3" */
static char *remarks(const void *parent, const struct rule_row *row)
{
    char *own = row->own ? mem_strdup(parent, "  yours") : mem_strdup(parent, "");
    char *instead = row->instead ? mem_printf(parent, ", instead of one in %s", row->instead) : mem_strdup(parent, "");
    char *off = row->off_file ? mem_printf(parent, "  switched off at %s:%d", row->off_file, row->off_line) : mem_strdup(parent, "");
    return mem_printf(parent, "%s%s%s", own, instead, off);
}

static void print_row(const void *parent, const struct rule_row *row)
{
    const char *class = row->class ? row->class : "-";
    char *kind = row->kind ? mem_printf(parent, "%s, %s", class, row->kind) : mem_strdup(parent, class);
    out_line("%-32s %-10s %-32s %s:%d%s", row->name, row->sort, kind, row->file, row->line, remarks(parent, row));
}

static void print_rules(const struct call *call, const struct rules *rules)
{
    struct rule_row *rows;
    size_t n, own = 0, off = 0;
    const char *folder = program_rules(call->program);
    rules_list(call->parent, rules, &rows, &n);
    for (size_t i = 0; i < n; i++) {
        own += rows[i].own && !rows[i].off_file;
        off += rows[i].off_file != NULL;
        print_row(call->parent, &rows[i]);
    }
    out_line("\n%zu in use, %zu of them yours; %zu switched off. Your own: %s", n - off, own, off,
             folder           ? folder
             : call->program->sample ? "the sample has none"
                                     : "no folder, for there is no home");
}

static enum status check_rules(const struct call *call, const struct rules *rules, struct strings *faults, struct err *err)
{
    const char *folder = program_rules(call->program);
    enum status status = rules_try_examples(call->parent, rules, false, faults, err);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < faults->n; i++)
        out_line("%s", faults->at[i]);
    if (faults->n)
        return err_set(err, STATUS_INPUT, "%zu to mend in your own rules", faults->n);
    out_line("nothing is wrong in your own rules: %s", folder ? folder : "there are none");
    return STATUS_OK;
}

enum status run_rules(struct call *call, struct err *err)
{
    struct strings faults = {0};
    struct rules *rules;
    if (call->n)
        return call_usage(call, err);
    enum status status = rules_load_sound(call->parent, program_rules(call->program), &faults, &rules, err);
    if (status != STATUS_OK)
        return status;
    if (call_option(call, "check"))
        return check_rules(call, rules, &faults, err);
    call_complain_rules(call, &faults);
    print_rules(call, rules);
    return STATUS_OK;
}
