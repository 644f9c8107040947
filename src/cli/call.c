/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What subcommands share: their options, the store, an address, an edit. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <string.h>

#define FAULTS_TOLD 5

const char *call_option(const struct call *call, const char *name)
{
    for (size_t i = 0; i < MB_LENGTH(call->options); i++)
        if (call->subcommand->options[i].name && strcmp(call->subcommand->options[i].name, name) == 0)
            return call->options[i];
    return NULL;
}

enum status call_format(const struct call *call, enum cli_format *format, struct err *err)
{
    static const char *const names[] = {[CLI_TEXT] = "text", [CLI_JSON] = "json", [CLI_CSV] = "csv", [CLI_TSV] = "tsv"};
    const char *value = call_option(call, "format");
    *format = CLI_TEXT;
    if (!value)
        return STATUS_OK;
    for (size_t i = 0; i < MB_LENGTH(names); i++)
        if (strcmp(value, names[i]) == 0) {
            *format = (enum cli_format)i;
            return STATUS_OK;
        }
    return err_set(err, STATUS_USAGE, "'%s' is no format of '%s'; its --help lists them", value, call->subcommand->name);
}

void call_complain_rules(struct call *call, const struct strings *faults)
{
    if (call->rules_told || faults->n == 0)
        return;
    call->rules_told = true;
    for (size_t i = 0; i < faults->n && i < FAULTS_TOLD; i++)
        out_complain("%s", faults->at[i]);
    out_complain("this is left out of your own rules until it is mended, and all others hold; '%s rules --check' %s", call->program->spelling,
                 faults->n > FAULTS_TOLD ? "names the others that are wrong" : "looks again");
}

static enum status attach(struct call *call, struct store *store, struct err *err)
{
    struct strings faults = {0};
    enum status status = sweep_attach(store, program_rules(call->program), &faults, err);
    if (status == STATUS_OK)
        call_complain_rules(call, &faults);
    return status;
}

char *call_rest(const struct call *call, int from)
{
    struct buf line;
    buf_init(&line, call->parent, BUF_MAX_DOCUMENT);
    for (int i = from; i < call->n; i++)
        buf_printf(&line, "%s%s", i > from ? " " : "", call->words[i]);
    return buf_take(&line);
}

enum status call_store(struct call *call, enum store_mode mode, struct store **store, struct err *err)
{
    struct program *program = call->program;
    if (mode == STORE_WRITE && program->read_only)
        return err_set(err, STATUS_USAGE, "--read-only was given: '%s' would change the store", call->subcommand->name);
    bool missing = mode == STORE_READ && !store_exists(program->store_path);
    if (missing && program->read_only)
        return err_set(err, STATUS_STORE, "there is no store at \"%s\" to read", program->store_path);
    if (missing) {
        enum status status = store_open(call->parent, program->store_path, STORE_WRITE, store, err);
        if (status != STATUS_OK)
            return status;
        talloc_free(*store);
    }
    enum status status = store_open(call->parent, program->store_path, mode, store, err);
    if (status == STATUS_OK)
        store_set_day(*store, program->as_at);
    if (status == STATUS_OK && !store_is_read_only(*store))
        status = attach(call, *store, err);
    if (status == STATUS_OK && store_newer(*store))
        out_complain("the store \"%s\" was written by a newer minutebook and is only read", store_path(*store));
    return status;
}

/* On a terminal alone; the store of years takes minutes. */
static bool tell_sweep(void *to, size_t done, size_t total, const char *meeting)
{
    (void)to, (void)meeting;
    if (total > 1)
        out_progress("looking for follow-ups in the minutes you hold: meeting %zu of %zu", done + 1, total);
    return true;
}

enum status call_swept_store(struct call *call, struct store **store, struct err *err)
{
    const struct program *program = call->program;
    if (program->read_only || !store_exists(program->store_path))
        return call_store(call, STORE_READ, store, err);
    enum status status = call_store(call, STORE_READ, store, err);
    if (status != STATUS_OK || store_newer(*store))
        return status;
    status = attach(call, *store, err);
    if (status != STATUS_OK || !store_sweep_is_due(*store))
        return status;
    talloc_free(*store);
    status = call_store(call, STORE_WRITE, store, err);
    if (status == STATUS_OK)
        status = store_republish_watched(*store, tell_sweep, NULL, err);
    out_progress_end();
    return status;
}

enum status call_address(struct call *call, struct store *store, const char *words, struct meeting **meeting, int *position,
                         struct err *err)
{
    const char *stroke = strchr(words, '/');
    const char *name = stroke ? mem_strndup(call->parent, words, (size_t)(stroke - words)) : words;
    char *id;
    enum status status = store_find_meeting(call->parent, store, name, call->program->as_at, &id, err);
    if (status == STATUS_OK)
        status = store_meeting(call->parent, store, id, meeting, err);
    *position = 0;
    if (status == STATUS_OK && stroke)
        status = meeting_find_item(*meeting, stroke + 1, position, err);
    return status;
}

bool call_looks_back(const struct call *call)
{
    return date_compare(call->program->as_at, call->program->today) < 0;
}

void call_look_back(const struct call *call, struct store *store)
{
    if (call_looks_back(call))
        store_look_back(store, call->program->as_at);
}

void call_tell_unread(const struct call *call, const struct store *store)
{
    const struct strings *unread = store_unread(store);
    char *day = date_words(call->parent, call->program->as_at);
    for (size_t i = 0; i < unread->n && i < FAULTS_TOLD; i++)
        out_complain("%s: what was written down of it until %s is damaged and left out; '%s check' says more", unread->at[i], day,
                     call->program->spelling);
    if (unread->n > FAULTS_TOLD)
        out_complain("and so it is with %zu more", unread->n - FAULTS_TOLD);
}

enum status call_on_tracker(const struct call *call, const struct action *action, struct err *err)
{
    if (action->state == ACTION_KEPT)
        return STATUS_OK;
    return err_set(err, STATUS_USAGE, "%s is %s: '%s action confirm %s' puts it on the tracker", action->reference,
                   action->state == ACTION_REFUSED ? "not a follow-up" : "to check", call->program->spelling, action->reference);
}

enum table_format call_table(enum cli_format format)
{
    return format == CLI_TSV ? TABLE_TSV : TABLE_CSV;
}

enum status call_choose(struct call *call, const char *line, struct err *err)
{
    return actions_choice_new(call->parent, line, call->program->as_at, &call->choice, err);
}

struct export_options call_export_options(const struct call *call)
{
    return (struct export_options){.as_at = call->program->as_at, .exempt = call_option(call, "exempt") != NULL,
                                   .notes = call_option(call, "notes") != NULL,
                                   .wanted = call->choice ? actions_choice_wants : NULL, .wanted_by = call->choice};
}

enum status call_edit(struct call *call, const struct edit *edit, struct err *err)
{
    struct store *store;
    enum status status = call_store(call, STORE_WRITE, &store, err);
    if (status != STATUS_OK)
        return status;
    struct edit_result *result;
    status = store_edit(call->parent, store, edit, &result, err);
    if (status == STATUS_OK)
        out_line("%s", result->sentence);
    talloc_free(store);
    return status;
}

enum status call_usage(const struct call *call, struct err *err)
{
    return err_set(err, STATUS_USAGE, "usage: %s %s %s", call->program->spelling, call->subcommand->name,
                   call->subcommand->operands);
}
