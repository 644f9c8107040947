/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* note: the member's notes and questions on items, private. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <string.h>

/* ---- list ------------------------------------------------------------------------------------------ */

static enum status write_notes(struct call *call, struct store *store, const char *meeting_id, enum cli_format format, struct err *err)
{
    struct sink data = out_data(), text = out_text();
    struct export_options options = call_export_options(call);
    if (format == CLI_TEXT)
        return notes_print(&text, store, call->program, meeting_id, out_width(), err);
    if (format == CLI_JSON)
        return export_notes(&data, store, meeting_id, &options, err);
    return export_notes_table(&data, store, meeting_id, call_table(format), &options, err);
}

static enum status note_list(struct call *call, struct err *err)
{
    enum cli_format format;
    struct store *store = NULL;
    struct meeting *meeting = NULL;
    int position;
    enum status status = call->n > 2 ? err_set(err, STATUS_USAGE, "say: note list [MEETING]") : call_format(call, &format, err);
    if (status == STATUS_OK)
        status = call_store(call, STORE_READ, &store, err);
    if (status != STATUS_OK)
        return status;
    call_look_back(call, store);
    if (call->n == 2)
        status = call_address(call, store, call->words[1], &meeting, &position, err);
    if (status == STATUS_OK)
        status = write_notes(call, store, meeting ? meeting->id : NULL, format, err);
    call_tell_unread(call, store);
    talloc_free(store);
    return status;
}

/* ---- changes ---------------------------------------------------------------------------------------- */

static enum status note_add(struct call *call, struct err *err)
{
    struct store *store = NULL;
    struct meeting *meeting;
    int position;
    struct note note = {.kind = mem_strdup(call->parent, call_option(call, "question") ? NOTE_QUESTION : NOTE_NOTE)};
    if (call->n < 3)
        return err_set(err, STATUS_USAGE, "say: note add MEETING[/ITEM] TEXT");
    enum status status = call_store(call, STORE_READ, &store, err);
    if (status == STATUS_OK)
        status = call_address(call, store, call->words[1], &meeting, &position, err);
    if (status == STATUS_OK)
        note_place(call->parent, meeting, position, &note);
    talloc_free(store);
    if (status != STATUS_OK)
        return status;
    note.text = call_rest(call, 2);
    note.for_whom = mem_strdup(call->parent, call_option(call, "for"));
    note.quote = mem_strdup(call->parent, call_option(call, "quote"));
    return call_edit(call, &(struct edit){.kind = EDIT_NOTE_ADD, .note = &note, .day = call->program->as_at}, err);
}

/* FIELD of the note that is named first becomes what is said behind it. */
static enum status set_field(struct call *call, const char *field, struct err *err)
{
    if (call->n < 3)
        return err_set(err, STATUS_USAGE, "say: note %s ID TEXT", call->words[0]);
    return call_edit(call, &(struct edit){.kind = EDIT_NOTE_SET, .target = call->words[1], .field = field, .value = call_rest(call, 2)}, err);
}

static enum status note_edit(struct call *call, struct err *err)
{
    return set_field(call, "text", err);
}

static enum status note_answer(struct call *call, struct err *err)
{
    return set_field(call, "answer", err);
}

static enum status note_delete(struct call *call, struct err *err)
{
    if (call->n != 2)
        return err_set(err, STATUS_USAGE, "say: note delete ID");
    return call_edit(call, &(struct edit){.kind = EDIT_NOTE_WITHDRAW, .target = call->words[1]}, err);
}

static const struct verb {
    const char *name;
    enum status (*run)(struct call *call, struct err *err);
} verbs[] = {{"list", note_list}, {"add", note_add}, {"edit", note_edit}, {"answer", note_answer}, {"delete", note_delete}};

enum status run_note(struct call *call, struct err *err)
{
    for (size_t i = 0; call->n > 0 && i < MB_LENGTH(verbs); i++)
        if (strcmp(verbs[i].name, call->words[0]) == 0)
            return verbs[i].run(call, err);
    return call_usage(call, err);
}
