/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The sample: papers of a council that does not exist, imported into a store of their own by the same
 * road as any paper, with the follow-ups its file lists. The member's own store never holds them. */
#include "config.h"

#include "src/cli/subcommand.h"

#include "src/cli/out.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where the installed data lie; the launcher in the source tree says where else. */
static char *sample_folder(const void *parent)
{
    const char *data = getenv("MINUTEBOOK_DATADIR");
    return mem_printf(parent, "%s/sample", data && *data == '/' ? data : PKGDATADIR);
}

/* The lines of a small text file of the sample. */
static enum status sample_lines(const void *parent, const char *folder, const char *name, struct strings *lines,
                                struct err *err)
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

/* A row of follow-ups: "MEETING/ITEM | quoted words or nothing | line of the follow-up | how it stands or nothing" */
enum row_part { ROW_PLACE, ROW_QUOTE, ROW_LINE, ROW_STATUS, ROW_PARTS };

static size_t row_parse(char *row, char *parts[ROW_PARTS])
{
    size_t n = 0;
    for (char *at = row; at && n < ROW_PARTS; n++) {
        char *bar = n + 1 < ROW_PARTS ? strstr(at, " | ") : NULL;
        if (bar)
            *bar = '\0';
        parts[n] = text_trim(at);
        at = bar ? bar + 3 : NULL;
    }
    return n;
}

/* How ACTION stands, as a member would type it: "complete, minute 228". */
static enum status row_status(const void *parent, struct action *action, const char *words, struct err *err)
{
    struct edit edit;
    enum status status = action_prepare_set(parent, action, "status", words, &edit, err);
    if (status != STATUS_OK)
        return err_set(err, STATUS_INPUT, "the sample's follow-up cannot stand as '%s'", words);
    action->status = mem_strdup(action, edit.value);
    action->closed_by = mem_strdup(action, edit.reason);
    return STATUS_OK;
}

/* The sentence must stand in the minute: it is what the follow-up rests on. */
static enum status row_place(struct action *action, const struct meeting *meeting, const struct item *item,
                             const char *quote, struct err *err)
{
    const char *found = *quote && item->minutes_text ? strstr(item->minutes_text, quote) : NULL;
    if (*quote && !found)
        return err_set(err, STATUS_INPUT, "the sample's minute does not say '%s'", quote);
    action_place(action, meeting, item, found ? quote : NULL, "minutes",
                 found ? (size_t)(found - item->minutes_text) : 0);
    return STATUS_OK;
}

/* What sort of follow-up it is tells the sentence, as the sweep found it. */
static enum status row_kind(const void *parent, struct store *store, struct action *action, struct err *err)
{
    struct actions found = {0};
    enum status status = action->quote ? store_candidates(parent, store, action->meeting_id, &found, err) : STATUS_OK;
    for (size_t i = 0; i < found.n && status == STATUS_OK; i++) {
        if (strcmp(found.at[i]->quote, action->quote) != 0)
            continue;
        action->class = mem_strdup(action, found.at[i]->class);
        action->kind = mem_strdup(action, found.at[i]->kind);
    }
    return status;
}

static enum status sample_action(const void *parent, struct store *store, char *row, struct date as_at, struct err *err)
{
    char *parts[ROW_PARTS] = {NULL};
    size_t n = row_parse(row, parts);
    char *stroke = n ? strchr(parts[ROW_PLACE], '/') : NULL;
    if (n <= ROW_LINE || !stroke)
        return err_set(err, STATUS_INPUT, "the sample's follow-up '%s' is not MEETING/ITEM | QUOTE | LINE", row);
    *stroke = '\0';
    char *id;
    struct meeting *meeting;
    struct action *action;
    int position;
    enum status status = store_find_meeting(parent, store, parts[ROW_PLACE], as_at, &id, err);
    if (status == STATUS_OK)
        status = store_meeting(parent, store, id, &meeting, err);
    if (status == STATUS_OK)
        status = meeting_find_item(meeting, stroke + 1, &position, err);
    if (status == STATUS_OK)
        status = action_parse_line(parent, parts[ROW_LINE], meeting->date, &action, err);
    if (status == STATUS_OK)
        status = row_place(action, meeting, meeting_item(meeting, position), parts[ROW_QUOTE], err);
    if (status == STATUS_OK)
        status = row_kind(parent, store, action, err);
    if (status == STATUS_OK && n > ROW_STATUS)
        status = row_status(parent, action, parts[ROW_STATUS], err);
    if (status != STATUS_OK)
        return status;
    struct edit edit = {.kind = EDIT_ACTION_ADD, .action = action};
    struct edit_result *result;
    store_set_day(store, meeting->date); /* the sample's member keeps up */
    return store_edit(parent, store, &edit, &result, err);
}

/* Who is told of each paper, and can stop between two. */
struct watcher {
    sample_progress *progress;
    void *to;
};

static enum status sample_fill(const void *parent, struct store *store, const char *folder, struct date as_at,
                               const struct watcher *watcher, struct err *err)
{
    char *papers[] = {mem_printf(parent, "%s/papers", folder)};
    struct import_options options = {0};
    struct import_run *run;
    struct strings rows = {0};
    enum status status = sweep_attach(store, NULL, NULL, err); /* the same for everybody: no rules of the member's */
    if (status == STATUS_OK)
        status = intake_import(parent, intake_new(parent, false), store, papers, 1, FORM_UNKNOWN, &options, watcher->progress,
                               watcher->to, &run, err);
    if (status == STATUS_OK && run->cancelled)
        return err_set(err, STATUS_CANCELLED, "stopped; there is no sample yet");
    if (status == STATUS_OK && (run->refused || run->n_lines == 0))
        return err_set(err, STATUS_INPUT, "the sample papers in '%s' cannot be read", papers[0]);
    if (status == STATUS_OK)
        status = sample_lines(parent, folder, "follow-ups", &rows, err);
    for (size_t i = 0; i < rows.n && status == STATUS_OK; i++)
        status = sample_action(parent, store, rows.at[i], as_at, err);
    return status;
}

/* Was the sample in STORE made of the papers of FOLDER? A newer program may bring others. */
static bool sample_is_current(const void *parent, struct store *store, const char *folder, int sources)
{
    char *papers[] = {mem_printf(parent, "%s/papers", folder)};
    struct strings paths = intake_walk(parent, papers, 1);
    bool current = paths.n == (size_t)sources;
    for (size_t i = 0; i < paths.n && current; i++) {
        struct document *document;
        struct source_rows rows = {0};
        struct err ignored;
        current = document_open(parent, paths.at[i], &document, &ignored) == STATUS_OK &&
                  store_sources(parent, store, document->sha256, &rows, &ignored) == STATUS_OK && rows.n == 1;
    }
    return current;
}

/* The sample's store, filled from FOLDER. One that was made of other papers is kept under another name: its
 * member may have written in it. */
static enum status sample_open(const void *parent, const char *path, const char *folder, struct date as_at,
                               const struct watcher *watcher, struct err *err)
{
    struct store *store;
    struct store_counts counts;
    enum status status = store_open(parent, path, STORE_WRITE, &store, err);
    if (status == STATUS_OK)
        status = store_count(store, &counts, err);
    if (status == STATUS_OK && counts.sources > 0 && !sample_is_current(parent, store, folder, counts.sources)) {
        talloc_free(store);
        if (rename(path, mem_printf(parent, "%s.old", path)) != 0)
            return err_set(err, STATUS_STORE, "the old sample '%s' cannot be renamed", path);
        counts.sources = 0;
        status = store_open(parent, path, STORE_WRITE, &store, err);
    }
    if (status == STATUS_OK && counts.sources == 0)
        status = sample_fill(parent, store, folder, as_at, watcher, err);
    if (status == STATUS_CANCELLED) {
        talloc_free(store);
        (void)unlink(path); /* half a sample would pass for an old one */
    }
    return status;
}

bool cli_tell_sample(void *to, size_t done, size_t total, const char *path)
{
    (void)to, (void)path;
    out_progress("Making the sample council: paper %zu of %zu", done + 1, total);
    return true;
}

enum status cli_sample(const void *parent, struct program *program, sample_progress *progress, void *to, struct err *err)
{
    struct watcher watcher = {progress, to};
    void *local = talloc_named_const(parent, 0, "sample");
    char *folder = sample_folder(local);
    struct strings day = {0};
    struct date as_at;
    char *path = store_sample_path(parent);
    enum status status = sample_lines(local, folder, "as-at", &day, err);
    if (status == STATUS_OK && (day.n != 1 || !date_parse_iso(day.at[0], &as_at)))
        status = err_set(err, STATUS_INPUT, "'%s/as-at' does not hold a day", folder);
    if (status == STATUS_OK)
        status = sample_open(local, path, folder, as_at, &watcher, err);
    out_progress_end();
    if (status == STATUS_OK) {
        program->sample = true;
        program->store_path = path;
        program->sample_people = mem_printf(parent, "%s/people", folder);
        if (!date_is_set(program->as_at))
            program->as_at = as_at;
        if (!date_is_set(program->today))
            program->today = as_at;
    }
    talloc_free(local);
    return status;
}
