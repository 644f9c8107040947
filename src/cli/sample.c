/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The sample: papers of a council that does not exist, imported into a store of their own by the same
 * road as any paper, with the follow-ups its file lists. The member's own store never holds them. */
#include "config.h"

#include <minutebook/cli.h>

#include <stdlib.h>
#include <string.h>

/* Where the installed data lie; the launcher in the source tree says where else. */
static char *sample_folder(const void *parent)
{
    const char *data = getenv("MINUTEBOOK_DATADIR");
    return mem_printf(parent, "%s/sample", data && *data == '/' ? data : PKGDATADIR);
}

/* The lines of a small text file of the sample. */
static enum status sample_lines(const void *parent, const char *folder, const char *name, struct strings *lines, struct err *err)
{
    struct document *document;
    enum status status = document_open(parent, mem_printf(parent, "%s/%s", folder, name), &document, err);
    if (status != STATUS_OK)
        return status;
    char *text = text_decode(parent, document->bytes, document->n, NULL, &(struct decode_report){0});
    for (char *line = text; line && *line;) {
        char *end = strchr(line, '\n');
        if (end)
            *end = '\0';
        char *trimmed = text_trim(line);
        if (*trimmed && *trimmed != '#')
            strings_add(parent, lines, trimmed);
        line = end ? end + 1 : NULL;
    }
    return STATUS_OK;
}

/* "MEETING/ITEM | quoted words or nothing | line of the follow-up" */
static enum status sample_action(const void *parent, struct store *store, char *row, struct date as_at, struct err *err)
{
    char *parts[3];
    size_t n = 0;
    for (char *at = row; at && n < MB_LENGTH(parts); n++) {
        char *bar = n + 1 < MB_LENGTH(parts) ? strstr(at, " | ") : NULL;
        if (bar)
            *bar = '\0';
        parts[n] = text_trim(at);
        at = bar ? bar + 3 : NULL;
    }
    char *stroke = strchr(parts[0], '/');
    if (n != MB_LENGTH(parts) || !stroke)
        return err_set(err, STATUS_INPUT, "the sample's follow-up '%s' is not MEETING/ITEM | QUOTE | LINE", parts[0]);
    *stroke = '\0';
    char *id;
    struct meeting *meeting;
    struct action *action;
    int position;
    enum status status = store_find_meeting(parent, store, parts[0], as_at, &id, err);
    if (status == STATUS_OK)
        status = store_meeting(parent, store, id, &meeting, err);
    if (status == STATUS_OK)
        status = meeting_find_item(meeting, stroke + 1, &position, err);
    if (status == STATUS_OK)
        status = action_parse_line(parent, parts[2], meeting->date, &action, err);
    if (status != STATUS_OK)
        return status;
    const struct item *item = meeting_item(meeting, position);
    const char *found = *parts[1] && item->minutes_text ? strstr(item->minutes_text, parts[1]) : NULL;
    action_place(action, meeting, item, found ? parts[1] : NULL, "minutes", found ? (size_t)(found - item->minutes_text) : 0);
    struct edit edit = {.kind = EDIT_ACTION_ADD, .action = action};
    struct edit_result *result;
    return store_edit(parent, store, &edit, &result, err);
}

static enum status sample_fill(const void *parent, struct store *store, const char *folder, struct date as_at, struct err *err)
{
    char *papers[] = {mem_printf(parent, "%s/papers", folder)};
    struct import_options options = {0};
    struct import_run *run;
    struct strings rows = {0};
    enum status status = intake_import(parent, store, papers, 1, FORM_UNKNOWN, &options, NULL, NULL, &run, err);
    if (status == STATUS_OK && (run->refused || run->n_lines == 0))
        return err_set(err, STATUS_INPUT, "the sample papers in '%s' cannot be read", papers[0]);
    if (status == STATUS_OK)
        status = sample_lines(parent, folder, "follow-ups", &rows, err);
    for (size_t i = 0; i < rows.n && status == STATUS_OK; i++)
        status = sample_action(parent, store, rows.at[i], as_at, err);
    return status;
}

enum status cli_sample(const void *parent, struct program *program, struct err *err)
{
    void *local = talloc_named_const(parent, 0, "sample");
    char *folder = sample_folder(local);
    struct strings day = {0};
    struct date as_at;
    struct store *store;
    struct store_counts counts;
    char *path = store_sample_path(parent);
    enum status status = sample_lines(local, folder, "as-at", &day, err);
    if (status == STATUS_OK && (day.n != 1 || !date_parse_iso(day.at[0], &as_at)))
        status = err_set(err, STATUS_INPUT, "'%s/as-at' does not hold a day", folder);
    if (status == STATUS_OK)
        status = store_open(local, path, STORE_WRITE, &store, err);
    if (status == STATUS_OK)
        status = store_count(store, &counts, err);
    if (status == STATUS_OK && counts.sources == 0)
        status = sample_fill(local, store, folder, as_at, err);
    if (status == STATUS_OK) {
        program->sample = true;
        program->store_path = path;
        if (!date_is_set(program->as_at))
            program->as_at = as_at;
    }
    talloc_free(local);
    return status;
}
