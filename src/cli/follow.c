/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What happens to a follow-up that is on the tracker: action chase, answer, log, step, evidence, join, whole,
 * complete, reopen. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <minutebook/actions_evidence.h>

#include <string.h>

/* The row of the first operand, read from the store as it is: one on the tracker. */
static enum status the_row(struct call *call, struct store **store, struct action **action, struct err *err)
{
    enum status status = call_swept_store(call, store, err);
    if (status == STATUS_OK)
        status = follow_up_find(call->parent, *store, call->words[1], action, err);
    return status == STATUS_OK ? call_on_tracker(call, *action, err) : status;
}

/* Read the row, make EDIT of it, and run that. */
typedef enum status prepare_edit(struct call *call, struct store *store, const struct action *action, struct edit *edit, struct err *err);
static enum status follow(struct call *call, int words_least, const char *usage, prepare_edit *prepare, struct err *err)
{
    struct store *store = NULL;
    struct action *action;
    struct edit edit;
    if (call->n < words_least)
        return err_set(err, STATUS_USAGE, "say: action %s", usage);
    enum status status = the_row(call, &store, &action, err);
    if (status == STATUS_OK)
        status = prepare(call, store, action, &edit, err);
    talloc_free(store);
    return status == STATUS_OK ? call_edit(call, &edit, err) : status;
}

/* ---- a chase, an update, an answer ----------------------------------------------------------------- */

static enum status prepare_chase(struct call *call, struct store *store, const struct action *action, struct edit *edit, struct err *err)
{
    (void)store;
    return action_prepare_entry(call->parent, action, ENTRY_CHASE, call_rest(call, 2), call->program->as_at, edit, err);
}

enum status follow_chase(struct call *call, struct err *err)
{
    return follow(call, 2, "chase REF ['DAY: WORDS']", prepare_chase, err);
}

/* The operands behind the reference as an entry, with who says so. */
static enum status words_entry(struct call *call, enum entry_kind kind, struct action_entry **out, struct err *err)
{
    enum status status = action_entry_parse(call->parent, kind, call_rest(call, 2), call->program->as_at, out, err);
    if (status == STATUS_OK)
        (*out)->source = mem_strdup(*out, call_option(call, "from"));
    return status;
}

static enum status prepare_log(struct call *call, struct store *store, const struct action *action, struct edit *edit, struct err *err)
{
    struct action_entry *entry;
    (void)store;
    enum status status = words_entry(call, ENTRY_UPDATE, &entry, err);
    return status == STATUS_OK ? action_prepare_happened(call->parent, action, entry, NULL, 0, edit, err) : status;
}

enum status follow_log(struct call *call, struct err *err)
{
    return follow(call, 3, "log REF 'DAY: WORDS'", prepare_log, err);
}

static enum status prepare_answer(struct call *call, struct store *store, const struct action *action, struct edit *edit, struct err *err)
{
    struct action_entry *entry = NULL;
    struct document *file = NULL;
    const char *path = call_option(call, "file");
    enum status status = STATUS_OK;
    (void)store;
    if (call->n > 2)
        status = words_entry(call, ENTRY_ANSWER, &entry, err);
    else if (!path)
        return err_set(err, STATUS_USAGE, "say: action answer REF 'DAY: WORDS', or --file FILE");
    if (status == STATUS_OK && !entry) {
        entry = mem_new(call->parent, struct action_entry);
        *entry = (struct action_entry){.kind = ENTRY_ANSWER, .date = call->program->as_at, .source = mem_strdup(entry, call_option(call, "from"))};
    }
    if (status == STATUS_OK && path)
        status = document_open(call->parent, path, &file, err);
    if (status != STATUS_OK)
        return status;
    const char *base = path ? strrchr(path, '/') : NULL;
    entry->file_name = mem_strdup(entry, base ? base + 1 : path);
    entry->told = call_option(call, "told") != NULL;
    return action_prepare_happened(call->parent, action, entry, file ? file->bytes : NULL, file ? file->n : 0, edit, err);
}

enum status follow_answer(struct call *call, struct err *err)
{
    return follow(call, 2, "answer REF 'DAY: WORDS'", prepare_answer, err);
}

/* ---- evidence, a step, the sentence of the minutes ---------------------------------------------------- */

static enum status prepare_evidence(struct call *call, struct store *store, const struct action *action, struct edit *edit, struct err *err)
{
    return evidence_prepare_place(call->parent, store, action, call->words[2], call->n > 3 ? call_rest(call, 3) : NULL, call->program->as_at, edit, err);
}

enum status follow_evidence(struct call *call, struct err *err)
{
    return follow(call, 3, "evidence REF MEETING[/ITEM] [WORDS]", prepare_evidence, err);
}

static enum status prepare_step(struct call *call, struct store *store, const struct action *action, struct edit *edit, struct err *err)
{
    (void)store;
    return action_prepare_step(call->parent, action, call_rest(call, 2), call->program->as_at, edit, err);
}

enum status follow_step(struct call *call, struct err *err)
{
    enum status status = follow(call, 3, "step REF STEP", prepare_step, err);
    if (status == STATUS_OK && strcmp(call_rest(call, 2), "reported") == 0)
        out_complain("%s is still open: 'action complete %s MINUTE' closes it by the minute that says so", call->words[1], call->words[1]);
    return status;
}

static enum status prepare_join(struct call *call, struct store *store, const struct action *action, struct edit *edit, struct err *err)
{
    struct action *find;
    enum status status = follow_up_find(call->parent, store, call->words[2], &find, err);
    if (status != STATUS_OK)
        return status;
    if (find->state != ACTION_TO_CHECK)
        return err_set(err, STATUS_USAGE, "%s is not to check: name the sentence that the minutes brought", call->words[2]);
    *edit = (struct edit){.kind = EDIT_ACTION_JOIN, .target = action->id, .action = find, .version = action->version};
    return STATUS_OK;
}

enum status follow_join(struct call *call, struct err *err)
{
    return follow(call, 3, "join REF FIND", prepare_join, err);
}

/* ---- whole ------------------------------------------------------------------------------------------------- */

/* Rows that were kept while their minute was cut off. */
static enum status list_whole(struct call *call, struct err *err)
{
    struct store *store;
    struct fuller_quotes whole;
    enum status status = call_swept_store(call, &store, err);
    if (status == STATUS_OK)
        status = store_fuller_quotes(call->parent, store, &whole, err);
    for (size_t i = 0; status == STATUS_OK && i < whole.n; i++) {
        struct action *action;
        status = store_action(call->parent, store, whole.at[i].row_id, &action, err);
        if (status == STATUS_OK)
            out_line("%s  %s", action->reference, text_squeeze(call->parent, whole.at[i].quote, strlen(whole.at[i].quote)));
    }
    if (status == STATUS_OK && whole.n == 0)
        out_line("no sentence on the tracker that was cut off is held whole by now");
    talloc_free(store);
    return status;
}

static enum status prepare_whole(struct call *call, struct store *store, const struct action *action, struct edit *edit, struct err *err)
{
    struct fuller_quotes whole;
    enum status status = store_fuller_quotes(call->parent, store, &whole, err);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < whole.n; i++)
        if (strcmp(whole.at[i].row_id, action->id) == 0) {
            *edit = (struct edit){.kind = EDIT_ACTION_SET, .target = mem_strdup(call->parent, action->id), .field = "quote", .value = whole.at[i].quote};
            return STATUS_OK;
        }
    return err_set(err, STATUS_USAGE, action->quote_truncated ? "%s stays cut off: no paper held tells its sentence whole" : "%s is not cut off", action->reference);
}

enum status follow_whole(struct call *call, struct err *err)
{
    return call->n < 2 ? list_whole(call, err) : follow(call, 2, "whole [REF]", prepare_whole, err);
}

/* ---- closed, opened again --------------------------------------------------------------------------------- */

static enum status set_status(struct call *call, const struct action *action, const char *words, struct edit *edit, struct err *err)
{
    enum status status = action_prepare_set(call->parent, action, "status", words, edit, err);
    edit->day = call->program->as_at;
    return status;
}

static enum status prepare_complete(struct call *call, struct store *store, const struct action *action, struct edit *edit, struct err *err)
{
    (void)store;
    return set_status(call, action, mem_printf(call->parent, "complete, %s", call_rest(call, 2)), edit, err);
}

enum status follow_complete(struct call *call, struct err *err)
{
    return follow(call, 3, "complete REF MINUTE: the minute or paper it is closed by, or why", prepare_complete, err);
}

static enum status prepare_reopen(struct call *call, struct store *store, const struct action *action, struct edit *edit, struct err *err)
{
    (void)store;
    return set_status(call, action, "in progress", edit, err);
}

enum status follow_reopen(struct call *call, struct err *err)
{
    return follow(call, 2, "reopen REF", prepare_reopen, err);
}
