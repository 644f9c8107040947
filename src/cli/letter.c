/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* letter, chase: what is written to those who are asked. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <minutebook/export_chase.h>

#include <string.h>

/* A sentence without its end goes to others only when the member knows it. */
static void say_cut(const struct call *call, const char *reference)
{
    out_complain("%s: its sentence is cut off, and \"[cut off]\" stands behind it in what is written; '%s to-get' says how to get the whole minute, "
                 "'action whole' takes it once it is held",
                 reference, call->program->spelling);
}

/* ---- letter -------------------------------------------------------------------------------------------- */

struct letter_call {
    struct store *store;
    struct actions actions;
    struct people *people;
    bool markdown;
    struct date by;
    struct export_options options;
};

static enum status write_letters(struct sink *sink, void *with, struct err *err)
{
    struct letter_call *letter = with;
    return export_letters(sink, letter->store, &letter->actions, letter->people, letter->markdown, letter->by, &letter->options, err);
}

static enum status letter_words(struct call *call, struct letter_call *letter, struct err *err)
{
    const char *format = call_option(call, "format"), *by = call_option(call, "by");
    if (call->n == 0)
        return call_usage(call, err);
    letter->markdown = format && strcmp(format, "md") == 0;
    if (format && !letter->markdown && strcmp(format, "text") != 0)
        return err_set(err, STATUS_USAGE, "a letter is text or md, not '%s'", format);
    if (by && !date_parse_iso(by, &letter->by))
        return err_set(err, STATUS_USAGE, "--by takes a day as YYYY-MM-DD, not '%s'", by);
    letter->options = call_export_options(call);
    return people_load(call->parent, program_people(call->parent, call->program), &letter->people, err);
}

enum status run_letter(struct call *call, struct err *err)
{
    struct letter_call letter = {0};
    const char *path = call_option(call, "out");
    enum status status = letter_words(call, &letter, err);
    if (status == STATUS_OK)
        status = call_swept_store(call, &letter.store, err);
    if (status != STATUS_OK)
        return status;
    call_look_back(call, letter.store);
    for (int i = 0; i < call->n && status == STATUS_OK; i++) {
        struct action **action = mem_append(call->parent, letter.actions.at, letter.actions.n);
        status = follow_up_find(call->parent, letter.store, call->words[i], action, err);
    }
    struct sink sink = letter.markdown ? out_data() : out_text();
    if (status == STATUS_OK)
        status = path ? export_new_file(path, false, write_letters, &letter, err) : write_letters(&sink, &letter, err);
    if (status == STATUS_OK && path)
        out_line("written: %s", path);
    for (size_t i = 0; i < letter.actions.n && status == STATUS_OK; i++)
        if (letter.actions.at[i]->quote_truncated)
            say_cut(call, letter.actions.at[i]->reference);
    call_tell_unread(call, letter.store);
    talloc_free(letter.store);
    return status;
}

/* ---- chase --------------------------------------------------------------------------------------------------- */

static enum status record(struct call *call, const struct chase_result *written, struct err *err)
{
    struct store *store;
    struct strings ids = {0};
    struct edit edit;
    for (size_t i = 0; i < written->n; i++)
        for (size_t k = 0; k < written->at[i].ids.n; k++)
            strings_add(call->parent, &ids, written->at[i].ids.at[k]);
    enum status status = call_store(call, STORE_READ, &store, err);
    if (status != STATUS_OK)
        return status;
    status = action_prepare_chases(call->parent, store, &ids, call->program->as_at, &edit, err);
    talloc_free(store);
    return status == STATUS_OK && edit.n_edits ? call_edit(call, &edit, err) : status;
}

static void say_written(const void *parent, const struct chase_result *written)
{
    for (size_t i = 0; i < written->n; i++) {
        const struct chase_message *message = &written->at[i];
        /* one line each, whatever outside text says who is asked */
        struct safe path = safe_line(parent, message->path), who = safe_line(parent, message->who), address = safe_line(parent, message->address);
        out_line("written: %s, %zu row%s, to %s%s%s", path.text, message->ids.n, message->ids.n == 1 ? "" : "s", who.text,
                 message->address ? ", " : "; no address in your list of people", address.text);
    }
    if (written->n == 0)
        out_line("nothing to write: no open follow-up says who is to answer");
    for (size_t i = 0; i < written->nobody.n; i++)
        out_line("%s says of nobody that they are to answer: in no message", safe_line(parent, written->nobody.at[i]).text);
}

enum status run_chase(struct call *call, struct err *err)
{
    struct store *store;
    struct people *people;
    struct chase_result written;
    const char *format = call_option(call, "format");
    struct chase_options chase = {.folder = call_option(call, "out"), .eml = !format || strcmp(format, "eml") == 0,
                                  .over = call_option(call, "over") != NULL, .overdue_only = call_option(call, "overdue") != NULL,
                                  .as_at = call->program->as_at};
    if (call->n || !chase.folder)
        return err_set(err, STATUS_USAGE, "say where the messages are to be written: chase --out FOLDER");
    if (!chase.eml && strcmp(format, "text") != 0)
        return err_set(err, STATUS_USAGE, "messages are eml or text, not '%s'", format);
    if (call_looks_back(call) && call_option(call, "record"))
        return err_set(err, STATUS_USAGE, "rows are shown as they stood on %s; nothing is changed in them: --record is for today",
                       date_words(call->parent, call->program->as_at));
    enum status status = people_load(call->parent, program_people(call->parent, call->program), &people, err);
    if (status == STATUS_OK)
        status = call_swept_store(call, &store, err);
    if (status != STATUS_OK)
        return status;
    call_look_back(call, store);
    struct export_options options = call_export_options(call);
    status = export_chase(call->parent, store, people, &chase, &options, &written, err);
    call_tell_unread(call, store);
    talloc_free(store);
    if (status == STATUS_OK || written.n)
        say_written(call->parent, &written);
    for (size_t i = 0; i < written.cut.n && status == STATUS_OK; i++)
        say_cut(call, written.cut.at[i]);
    return status == STATUS_OK && call_option(call, "record") ? record(call, &written, err) : status;
}
