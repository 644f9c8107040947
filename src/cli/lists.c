/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* meetings, show, programme, actions, committees, pairs, export: what is in the store, for people and programs. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <stdio.h>
#include <string.h>

typedef enum status print_text(struct sink *, struct store *, const struct program *, int, struct err *);
typedef enum status print_json(struct sink *, struct store *, const struct export_options *, struct err *);
typedef enum status print_table(struct sink *, struct store *, enum table_format, const struct export_options *, struct err *);

/* A list that can be had whole in every format. */
struct list {
    const char *name;
    print_text *text;
    print_json *json;
    print_table *table;
    bool swept; /* shows what the sweep finds */
};
static const struct list lists[] = {
    {"meetings", meetings_print, export_meetings, export_meetings_table, false},
    {"programme", programmes_print, export_programmes, export_programmes_table, false},
    {"actions", NULL, export_actions, export_actions_table, true}, /* its text depends on what is wanted, too */
    {"to-get", wanted_print, export_wanted, export_wanted_table, true},
    {"committees", committees_print, export_committees, export_committees_table, false},
    {"pairs", pairs_print, export_pairs, export_pairs_table, false},
};

static const struct list *find_list(const char *name)
{
    for (size_t i = 0; i < MB_LENGTH(lists); i++)
        if (strcmp(lists[i].name, name) == 0)
            return &lists[i];
    return NULL;
}

/* A list of nothing looks the same whether nothing was found or the wrong store was asked: the browser shows the
 * sample until there are papers, a subcommand never does. */
static enum status say_empty(const struct call *call, struct store *store, struct err *err)
{
    struct store_counts counts;
    enum status status = store_count(store, &counts, err);
    if (status == STATUS_OK && !call->program->sample && counts.sources + counts.meetings + counts.actions_open == 0)
        out_complain("this is of your own store, \"%s\", which is empty; --demo is for the sample", store_path(store));
    return status;
}

static enum status open_list(struct call *call, const struct list *list, struct store **store, struct err *err)
{
    enum status status = list->swept ? call_swept_store(call, store, err) : call_store(call, STORE_READ, store, err);
    if (status != STATUS_OK)
        return status;
    status = say_empty(call, *store, err);
    call_look_back(call, *store);
    if (status != STATUS_OK)
        talloc_free(*store);
    return status;
}

static enum status write_list(struct call *call, const struct list *list, enum cli_format format, struct sink *data, struct err *err)
{
    struct store *store;
    enum status status = open_list(call, list, &store, err);
    if (status != STATUS_OK)
        return status;
    struct export_options options = call_export_options(call);
    if (format == CLI_TEXT) {
        struct sink text = out_text();
        status = list->text ? list->text(&text, store, call->program, out_width(), err)
                            : actions_print(&text, store, call->program, call->choice, out_width(), err);
    } else if (format == CLI_JSON) {
        status = list->json(data, store, &options, err);
    } else {
        status = list->table(data, store, call_table(format), &options, err);
    }
    call_tell_unread(call, store);
    talloc_free(store);
    return status;
}

static enum status run_list(struct call *call, struct err *err)
{
    enum cli_format format;
    if (call->n > 0)
        return call_usage(call, err);
    enum status status = call_format(call, &format, err);
    struct sink data = out_data();
    return status == STATUS_OK ? write_list(call, find_list(call->subcommand->name), format, &data, err) : status;
}

enum status run_meetings(struct call *call, struct err *err)
{
    return run_list(call, err);
}

enum status run_programme(struct call *call, struct err *err)
{
    return run_list(call, err);
}

/* The words are those of the browser's line that narrows the list. */
enum status run_actions(struct call *call, struct err *err)
{
    char *line = mem_strdup(call->parent, "");
    for (int i = 0; i < call->n; i++)
        line = mem_printf(call->parent, "%s%s%s", line, i ? " " : "", call->words[i]);
    enum status status = call->n ? call_choose(call, line, err) : STATUS_OK;
    call->n = 0;
    return status == STATUS_OK ? run_list(call, err) : status;
}

enum status run_committees(struct call *call, struct err *err)
{
    return run_list(call, err);
}

enum status run_pairs(struct call *call, struct err *err)
{
    return run_list(call, err);
}

/* Say of one paper that it is, or is not, needed; without that the list. */
enum status run_to_get(struct call *call, struct err *err)
{
    const char *not_needed = call_option(call, "not-needed"), *needed = call_option(call, "needed");
    struct edit edit = {.kind = EDIT_WANTED, .target = not_needed ? not_needed : needed, .value = not_needed ? "not needed" : NULL};
    if (not_needed && needed)
        return err_set(err, STATUS_USAGE, "say either --not-needed or --needed");
    return edit.target ? call_edit(call, &edit, err) : run_list(call, err);
}

/* ---- show --------------------------------------------------------------------------------------- */

enum status run_show(struct call *call, struct err *err)
{
    enum cli_format format;
    struct store *store;
    struct meeting *meeting;
    int position;
    if (call->n != 1)
        return call_usage(call, err);
    enum status status = call_format(call, &format, err);
    if (status == STATUS_OK)
        status = call_store(call, STORE_READ, &store, err);
    if (status != STATUS_OK)
        return status;
    struct sink data = out_data(), text = out_text();
    struct export_options options = call_export_options(call);
    status = call_address(call, store, call->words[0], &meeting, &position, err);
    if (status == STATUS_OK && format == CLI_TEXT)
        status = meeting_print(&text, store, call->program, meeting->id, position, out_width(), err);
    else if (status == STATUS_OK && format == CLI_JSON)
        status = export_meeting(&data, store, meeting->id, position, &options, err);
    else if (status == STATUS_OK)
        status = export_meeting_table(&data, store, meeting->id, position, call_table(format), &options, err);
    talloc_free(store);
    return status;
}

/* ---- export ------------------------------------------------------------------------------------- */

static enum status export_to_file(struct call *call, const struct list *list, enum cli_format format, const char *path, struct err *err)
{
    static const char *const formats[] = {[CLI_JSON] = "json", [CLI_CSV] = "csv", [CLI_TSV] = "tsv"};
    struct store *store;
    int rows = 0;
    enum status status = open_list(call, list, &store, err);
    if (status != STATUS_OK)
        return status;
    struct export_options options = call_export_options(call);
    status = export_file(path, list->name, formats[format], store, &options, &rows, err);
    if (status == STATUS_OK && rows < 0)
        out_line("written: %s", path);
    else if (status == STATUS_OK)
        out_line("written: %s, %d row%s", path, rows, rows == 1 ? "" : "s");
    call_tell_unread(call, store);
    talloc_free(store);
    return status;
}

enum status run_export(struct call *call, struct err *err)
{
    enum cli_format format;
    if (call->n < 1 || call->n > 2)
        return call_usage(call, err);
    const struct list *list = find_list(call->words[0]);
    if (!list)
        return err_set(err, STATUS_USAGE, "'%s' cannot be exported: meetings, actions, programme, to-get, committees or pairs", call->words[0]);
    if (call_option(call, "filter") && strcmp(list->name, "actions") != 0)
        return err_set(err, STATUS_USAGE, "--filter is for 'export actions'");
    enum status chosen = call_option(call, "filter") ? call_choose(call, call_option(call, "filter"), err) : STATUS_OK;
    if (chosen != STATUS_OK)
        return chosen;
    if (export_is_tracker(call))
        return run_export_tracker(call, err);
    if (call_option(call, "profile"))
        return err_set(err, STATUS_USAGE, "--profile is for 'export actions' and 'export programme --with-changes'");
    if (call_option(call, "committee"))
        return err_set(err, STATUS_USAGE, "--committee is for 'export programme --with-changes'");
    enum status status = call_format(call, &format, err);
    if (status != STATUS_OK)
        return status;
    if (!call_option(call, "format"))
        format = CLI_JSON;
    if (format == CLI_TEXT)
        return err_set(err, STATUS_USAGE, "export has the formats json, csv and tsv");
    if (call->n == 2)
        return export_to_file(call, list, format, call->words[1], err);
    struct sink data = out_data();
    return write_list(call, list, format, &data, err);
}
