/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* action add, confirm, dismiss, update, note, history; undo and redo. What happens to a follow-up: follow.c. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <string.h>

/* ---- add ---------------------------------------------------------------------------------------- */

/* Where QUOTE stands in ITEM: the text it is in and the byte it begins at. */
static bool find_quote(const void *parent, const struct item *item, const char *quote, const char **passage, size_t *offset)
{
    const struct {
        const char *name, *text;
    } texts[] = {
        {"minutes", item->minutes_text},
        {"decision", item->decision_text},
        {"report", item_report_text(parent, item)},
        {"agenda", item->agenda_text},
    };
    for (size_t i = 0; i < MB_LENGTH(texts); i++) {
        const char *found = texts[i].text ? strstr(texts[i].text, quote) : NULL;
        if (!found)
            continue;
        *passage = texts[i].name;
        *offset = (size_t)(found - texts[i].text);
        return true;
    }
    return false;
}

static enum status place(struct call *call, struct action *action, const struct meeting *meeting, int position, struct err *err)
{
    const char *quote = call_option(call, "quote");
    const struct item *item = meeting_item(meeting, position);
    const char *passage = NULL;
    size_t offset = 0;
    if (quote && !item)
        return err_set(err, STATUS_USAGE, "--quote needs the item it stands in: MEETING/ITEM");
    if (quote && !find_quote(call->parent, item, quote, &passage, &offset))
        return err_set(err, STATUS_USAGE, "the quoted words are not in this item, letter for letter; copy them from 'show'");
    action_place(action, meeting, item, quote, passage, offset);
    return STATUS_OK;
}

static enum status action_add(struct call *call, struct err *err)
{
    struct store *store;
    struct meeting *meeting = NULL;
    struct action *action;
    int position = 0;
    if (call->n < 2 || call->n > 3)
        return err_set(err, STATUS_USAGE, "say: action add [MEETING[/ITEM]] 'BY > TO: WHAT; by WHEN'");
    enum status status = STATUS_OK;
    if (call->n == 3) {
        status = call_store(call, STORE_READ, &store, err);
        if (status != STATUS_OK)
            return status;
        status = call_address(call, store, call->words[1], &meeting, &position, err);
        talloc_free(store);
    }
    struct date day = meeting && date_is_set(meeting->date) ? meeting->date : call->program->as_at;
    if (status == STATUS_OK)
        status = action_parse_line(call->parent, call->words[call->n - 1], day, &action, err);
    if (status == STATUS_OK && meeting)
        status = place(call, action, meeting, position, err);
    else if (status == STATUS_OK && call_option(call, "quote"))
        return err_set(err, STATUS_USAGE, "--quote needs the item it stands in: MEETING/ITEM");
    if (status != STATUS_OK)
        return status;
    struct edit edit = {.kind = EDIT_ACTION_ADD, .action = action};
    return call_edit(call, &edit, err);
}

/* ---- to check, kept, refused ------------------------------------------------------------------------ */

/* One edit for every REF named; a single one keeps its own sentence. */
static enum status judge(struct call *call, enum action_state state, const char *words, struct err *err)
{
    struct store *store;
    size_t n = 0;
    struct edit *edits = NULL;
    if (call->n < 2)
        return err_set(err, STATUS_USAGE, "say which: action %s REF...", call->words[0]);
    enum status status = call_swept_store(call, &store, err);
    for (int i = 1; i < call->n && status == STATUS_OK; i++) {
        struct action *action;
        status = follow_up_find(call->parent, store, call->words[i], &action, err);
        if (status == STATUS_OK)
            status = follow_up_prepare(action, state, call_option(call, "reason"), mem_append(call->parent, edits, n), err);
    }
    if (status != STATUS_OK)
        return status;
    talloc_free(store);
    struct edit several = {.kind = EDIT_SEVERAL, .edits = edits, .n_edits = n,
                           .value = mem_printf(call->parent, "%zu follow-ups %s", n, words)};
    return call_edit(call, n == 1 ? &edits[0] : &several, err);
}

static enum status action_confirm(struct call *call, struct err *err)
{
    return judge(call, ACTION_KEPT, "on the tracker", err);
}

static enum status action_dismiss(struct call *call, struct err *err)
{
    return judge(call, ACTION_REFUSED, "are none", err);
}

/* ---- change ------------------------------------------------------------------------------------- */

static enum status set_field(struct call *call, const char *field, const char *value, struct err *err)
{
    struct store *store;
    struct edit_result *result;
    enum status status = call_store(call, STORE_WRITE, &store, err);
    if (status != STATUS_OK)
        return status;
    status = action_set(call->parent, store, call->words[1], field, value, call->program->as_at, &result, err);
    if (status == STATUS_OK)
        out_line("%s", result->sentence);
    talloc_free(store);
    return status;
}

static enum status action_update(struct call *call, struct err *err)
{
    enum status status = STATUS_OK;
    if (call->n < 3)
        return err_set(err, STATUS_USAGE, "say: action update REF FIELD=VALUE...");
    for (int i = 2; i < call->n; i++)
        if (!strchr(call->words[i], '='))
            return err_set(err, STATUS_USAGE, "'%s' is not FIELD=VALUE", call->words[i]);
    for (int i = 2; i < call->n && status == STATUS_OK; i++) {
        const char *equals = strchr(call->words[i], '=');
        char *field = mem_strndup(call->parent, call->words[i], (size_t)(equals - call->words[i]));
        status = set_field(call, field, equals + 1, err);
    }
    return status;
}

static enum status action_note(struct call *call, struct err *err)
{
    if (call->n != 3)
        return err_set(err, STATUS_USAGE, "say: action note REF TEXT");
    return set_field(call, "note", call->words[2], err);
}

/* ---- history ------------------------------------------------------------------------------------ */

static enum status action_history(struct call *call, struct err *err)
{
    struct store *store;
    struct action *action;
    struct events events;
    enum status status = call_store(call, STORE_READ, &store, err);
    if (status != STATUS_OK)
        return status;
    status = store_action(call->parent, store, call->words[1], &action, err);
    if (status == STATUS_OK)
        status = store_history(call->parent, store, action->id, &events, err);
    if (status == STATUS_OK) {
        out_line("%s  %s", action->reference, action_summary(action));
        for (size_t i = 0; i < events.n; i++)
            out_line("  %s", event_words(call->parent, &events.at[i]));
    }
    talloc_free(store);
    return status;
}

static const struct verb {
    const char *name;
    enum status (*run)(struct call *call, struct err *err);
} verbs[] = {
    {"add", action_add},       {"confirm", action_confirm},   {"dismiss", action_dismiss}, {"update", action_update},
    {"note", action_note},     {"complete", follow_complete}, {"reopen", follow_reopen},   {"history", action_history},
    {"chase", follow_chase},   {"answer", follow_answer},     {"log", follow_log},         {"step", follow_step},
    {"evidence", follow_evidence}, {"join", follow_join},         {"whole", follow_whole},
};

enum status run_action(struct call *call, struct err *err)
{
    if (call->n < 2 && !(call->n == 1 && strcmp(call->words[0], "whole") == 0)) /* which lists them */
        return call_usage(call, err);
    for (size_t i = 0; i < MB_LENGTH(verbs); i++)
        if (strcmp(verbs[i].name, call->words[0]) == 0)
            return verbs[i].run(call, err);
    return call_usage(call, err);
}

/* ---- undo, redo --------------------------------------------------------------------------------- */

enum status run_undo(struct call *call, struct err *err)
{
    struct edit edit = {.kind = EDIT_UNDO};
    return call->n ? call_usage(call, err) : call_edit(call, &edit, err);
}

enum status run_redo(struct call *call, struct err *err)
{
    struct edit edit = {.kind = EDIT_REDO};
    return call->n ? call_usage(call, err) : call_edit(call, &edit, err);
}
