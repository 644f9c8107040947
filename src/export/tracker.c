/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The tracker as a council publishes it: the rows of a profile, in its order, each column by its fields. */
#include "config.h"

#include "profile.h"
#include "sheet.h"
#include "tracker.h"

#include <stdlib.h>
#include <string.h>

/* ---- rows ------------------------------------------------------------------------------------------------ */

/* By committee, then day, then as the minutes go: the order of matters arising. */
static int compare_minutes(const void *a, const void *b)
{
    const struct tracker_row *one = a, *two = b;
    const struct action *left = one->action, *right = two->action;
    int by = strcmp(left->committee ? left->committee : "", right->committee ? right->committee : "");
    if (by == 0)
        by = date_compare(left->meeting_date, right->meeting_date);
    if (by == 0)
        by = (left->item_position > right->item_position) - (left->item_position < right->item_position);
    return by ? by : (one->place > two->place) - (one->place < two->place);
}

static int compare_due(const void *a, const void *b)
{
    const struct tracker_row *one = a, *two = b;
    struct date left = one->action->due.to, right = two->action->due.to;
    if (date_is_set(left) != date_is_set(right))
        return date_is_set(left) ? -1 : 1;
    int by = date_compare(left, right);
    return by ? by : compare_minutes(a, b);
}

/* Serial numbers run through a committee's municipal year, in the order in which things were asked. */
static void number_rows(struct tracker_rows *rows)
{
    void *scratch = talloc_named_const(NULL, 0, "years");
    for (size_t i = 0, serial = 0; i < rows->n; i++) {
        const struct action *action = rows->at[i].action, *before = i ? rows->at[i - 1].action : NULL;
        char *year = municipal_year(scratch, action->meeting_date), *year_before = before ? municipal_year(scratch, before->meeting_date) : NULL;
        bool same = before && year && year_before && strcmp(year, year_before) == 0 &&
                    strcmp(action->committee ? action->committee : "", before->committee ? before->committee : "") == 0;
        serial = same ? serial + 1 : 1;
        rows->at[i].nth = (int)serial;
    }
    talloc_free(scratch);
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp((*(struct tracker_row *const *)a)->action->id, (*(struct tracker_row *const *)b)->action->id);
}

/* Entries come by day; each goes to its row. */
static void share_entries(const void *parent, struct tracker_rows *rows, const struct action_entries *entries)
{
    struct tracker_row **by_id = mem_zero_named(NULL, rows->n * sizeof *by_id, "rows by id");
    for (size_t i = 0; i < rows->n; i++)
        by_id[i] = &rows->at[i];
    qsort(by_id, rows->n, sizeof *by_id, compare_ids);
    for (size_t e = 0; e < entries->n; e++) {
        const struct action wanted = {.id = entries->at[e]->action_id};
        const struct tracker_row of = {.action = &wanted}, *key = &of;
        struct tracker_row **found = bsearch(&key, by_id, rows->n, sizeof *by_id, compare_ids);
        if (found)
            *mem_append(parent, (*found)->entries.at, (*found)->entries.n) = entries->at[e];
    }
    talloc_free(by_id);
}

static void keep_wanted(struct tracker_rows *rows, const struct export_options *options)
{
    size_t kept = 0;
    for (size_t i = 0; i < rows->n; i++)
        if (!export_leaves_out(options, rows->at[i].action))
            rows->at[kept++] = rows->at[i];
    rows->n = kept;
}

enum status tracker_rows_read(const void *parent, struct store *store, const struct export_options *options, struct tracker_rows *out,
                              struct err *err)
{
    struct survey survey = {0};
    struct action_entries entries = {0};
    *out = (struct tracker_rows){0};
    enum status status = survey_read(parent, store, &survey, err);
    if (status == STATUS_OK)
        status = store_entries(parent, store, NULL, &entries, err);
    for (size_t i = 0; i < survey.rows.n && status == STATUS_OK; i++) {
        const struct action *action = survey.rows.at[i];
        if (action->state == ACTION_KEPT && !action->deleted)
            *mem_append(parent, out->at, out->n) = (struct tracker_row){.action = action, .place = i};
    }
    if (status != STATUS_OK || out->n == 0)
        return status;
    qsort(out->at, out->n, sizeof *out->at, compare_minutes);
    number_rows(out);
    keep_wanted(out, options);
    share_entries(parent, out, &entries);
    return STATUS_OK;
}

static int compare_places(const void *a, const void *b)
{
    const struct tracker_row *one = a, *two = b;
    return (one->place > two->place) - (one->place < two->place);
}

static void sort_rows(struct tracker_rows *rows, enum profile_order order)
{
    if (rows->n && order != ORDER_MINUTE)
        qsort(rows->at, rows->n, sizeof *rows->at, order == ORDER_DUE ? compare_due : compare_places);
}

/* ---- the sheet ---------------------------------------------------------------------------------------------- */

/* "Harbour Scrutiny Panel, 10 July 2025" */
static char *group_words(const void *parent, const struct profile *profile, const struct action *action)
{
    const char *follower = action_follower_words(parent, action), *committee = follower ? follower : "committee not stated";
    return date_is_set(action->meeting_date)
               ? mem_printf(parent, "%s, %s", committee, profile_date(parent, profile, action->meeting_date))
               : mem_strdup(parent, committee);
}

static void write_row(struct sheet *sheet, const struct profile *profile, struct tracker_row *row, const struct export_options *options)
{
    void *scratch = talloc_named_const(sheet->table.scratch, 0, "row");
    char **cells = mem_zero_named(scratch, profile->n_columns * sizeof *cells, "cells");
    const struct tracked tracked = {.action = row->action, .entries = &row->entries, .nth = row->nth, .profile = profile, .options = options};
    for (size_t i = 0; i < profile->n_columns; i++)
        cells[i] = column_text(scratch, &profile->columns[i].expression, &tracked);
    sheet_row(sheet, cells, !action_status_is_open(row->action->status));
    talloc_free(scratch);
}

static void write_rows(struct sheet *sheet, const struct profile *profile, struct tracker_rows *rows, const struct export_options *options)
{
    char *group = mem_strdup(sheet->table.scratch, "");
    for (size_t i = 0; i < rows->n && !sheet->table.cancelled; i++) {
        const struct action *action = rows->at[i].action;
        bool open = action_status_is_open(action->status);
        if (open ? !profile->open : !profile->closed)
            continue;
        char *words = profile->grouped ? group_words(sheet->table.scratch, profile, action) : NULL;
        if (words && strcmp(words, group) != 0)
            sheet_group(sheet, group = words);
        write_row(sheet, profile, &rows->at[i], options);
    }
}

enum status export_tracker(struct sink *sink, struct store *store, const struct profile *profile, enum sheet_format format,
                           const struct export_options *options, int *rows, struct err *err)
{
    struct sheet sheet;
    struct tracker_rows read;
    void *scratch = talloc_named_const(NULL, 0, "tracker");
    const char **heads = mem_zero_named(scratch, profile->n_columns * sizeof *heads, "heads");
    bool *days = mem_zero_named(scratch, profile->n_columns * sizeof *days, "days");
    for (size_t i = 0; i < profile->n_columns; i++) {
        heads[i] = profile->columns[i].name;
        days[i] = column_is_day(&profile->columns[i].expression);
    }
    const struct sheet_about about = {.title = profile->title, .as_at = profile_date(scratch, profile, options->as_at), .bom = profile->bom,
                                      .as_at_column = profile->as_at_column, .heads = heads, .days = days, .n = profile->n_columns};
    enum status status = tracker_rows_read(scratch, store, options, &read, err);
    if (status == STATUS_OK) {
        sort_rows(&read, profile->order);
        sheet_start(&sheet, sink, format, &about);
        write_rows(&sheet, profile, &read, options);
        if (rows)
            *rows = sheet.rows;
        status = sheet_end(&sheet, STATUS_OK, err);
    }
    talloc_free(scratch);
    return status;
}
