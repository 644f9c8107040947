/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The draft of the next work programme: of each committee the newest that is published, and among its rows the changes on the
 * tracker that no published one shows yet, in the columns of a profile. A month stays a month. */
#include "config.h"

#include "chase.h"
#include "profile.h"
#include "sheet.h"

#include <minutebook/actions_evidence.h>

#include <string.h>

const char *const programme_fields[] = {"planned",   "issue", "section", "state",     "last_report", "notes", "requested_on", "planned_and_notes",
                                        "lead",      "frequency", "minute", NULL};

bool programme_field_is_day(int field)
{
    static const char *const days[] = {"planned", "last_report", "requested_on"};
    bool day = false;
    for (size_t i = 0; i < MB_LENGTH(days); i++)
        day = day || strcmp(programme_fields[field], days[i]) == 0;
    return day;
}

#define OPEN_DAYS 14

/* A row of the draft: of the edition, or a change. */
struct draft_row {
    const struct programme_entry *entry;
    const struct action *change;
    const char *note; /* of a change: "as a change: ...", what the programme has of it already */
    struct date_span span;
    enum { PART_DATED, PART_UNDATED, PART_STANDING } part;
};
struct draft_rows {
    struct draft_row *at;
    size_t n;
    int changes;
};

/* ---- fields --------------------------------------------------------------------------------------------- */

static char *joined_whens(const void *parent, const struct when *whens, size_t n)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < n; i++)
        if (whens[i].text)
            buf_printf(&out, "%s%s", out.len ? "; " : "", whens[i].text);
    return buf_take(&out);
}

static char *join(const void *parent, const char *a, const char *b)
{
    if (!a || !*a || !b || !*b)
        return mem_strdup(parent, a && *a ? a : b);
    return mem_printf(parent, "%s; %s", a, b);
}

/* A field of an entry of the published programme, as it was printed. */
static char *entry_field(const void *parent, const char *field, const struct programme_entry *entry, const struct profile *profile)
{
    char *planned = joined_whens(parent, entry->planned, entry->n_planned);
    char *last = entry->n_last_reports ? joined_whens(parent, entry->last_reports, entry->n_last_reports) : mem_strdup(parent, entry->last_reports_text);
    const struct {
        const char *name;
        char *value;
    } values[] = {
        {"planned", planned},
        {"issue", entry->issue},
        {"section", mem_strdup(parent, programme_section_name(entry->section))},
        {"state", mem_strdup(parent, programme_state_name(entry->state))},
        {"last_report", last},
        {"notes", entry->notes},
        {"requested_on", profile_date(parent, profile, entry->requested_on)},
        {"planned_and_notes", join(parent, planned, entry->notes)},
        {"frequency", entry->frequency},
    };
    for (size_t i = 0; i < MB_LENGTH(values); i++)
        if (strcmp(values[i].name, field) == 0)
            return values[i].value;
    return NULL;
}

/* "agreed 9 October 2025, minute 226": why it stands there; and what a programme has of it. */
static char *change_note(const void *parent, const struct draft_row *row, const struct profile *profile)
{
    const struct action *action = row->change;
    char *day = profile_date(parent, profile, action->meeting_date);
    char *minute = action->minute_number ? mem_printf(parent, ", minute %s", action->minute_number) : mem_strdup(parent, "");
    return mem_printf(parent, "CHANGE agreed %s%s%s%s", *day ? day : "[day not known]", minute, row->note ? "; " : "", row->note ? row->note : "");
}

static char *change_field(const void *parent, const char *field, const struct draft_row *row, const struct profile *profile,
                          const struct export_options *options)
{
    const struct action *action = row->change;
    char *quote = chase_quote(parent, action, options), *note = change_note(parent, row, profile);
    char *issue = action->subject ? exempt_guarded(parent, action->subject, exempt_subject(action), options) : quote ? quote : action_own_words(parent, action, false);
    const struct {
        const char *name;
        char *value;
    } values[] = {
        {"planned", action->due_text},
        {"issue", issue},
        {"section", mem_strdup(parent, row->part == PART_DATED ? "dated" : "possible")},
        {"state", mem_strdup(parent, "change")},
        {"notes", note},
        {"requested_on", profile_date(parent, profile, action->meeting_date)},
        {"planned_and_notes", join(parent, action->due_text, note)},
        {"lead", action->owner},
        {"minute", action->minute_number},
    };
    for (size_t i = 0; i < MB_LENGTH(values); i++)
        if (strcmp(values[i].name, field) == 0)
            return values[i].value;
    return NULL;
}

/* ---- rows -------------------------------------------------------------------------------------------------- */

/* Where a change goes: behind the last topic of its time or an earlier one; one without a time behind the last that has none. */
static size_t place_of(const struct draft_rows *rows, const struct draft_row *change)
{
    size_t place = 0, last_dated = 0;
    for (size_t i = 0; i < rows->n; i++) {
        const struct draft_row *row = &rows->at[i];
        bool before = row->part == PART_DATED && date_is_set(row->span.from) && date_compare(row->span.from, change->span.from) <= 0;
        if (row->part == PART_DATED)
            last_dated = i + 1;
        if (change->part == PART_DATED ? before : row->part == PART_UNDATED)
            place = i + 1;
    }
    return place || change->part == PART_DATED ? place : last_dated;
}

static void insert_row(const void *parent, struct draft_rows *rows, struct draft_row change)
{
    size_t place = place_of(rows, &change);
    (void)mem_append(parent, rows->at, rows->n);
    memmove(&rows->at[place + 1], &rows->at[place], (rows->n - 1 - place) * sizeof *rows->at);
    rows->at[place] = change;
    rows->changes++;
}

static void add_entries(const void *parent, const struct programme *edition, struct draft_rows *rows)
{
    struct date_span above = {0};
    for (size_t i = 0; i < edition->n_entries; i++) {
        const struct programme_entry *entry = &edition->entries[i];
        struct draft_row *row = mem_append(parent, rows->at, rows->n);
        bool dated = entry->n_planned > 0 && date_is_set(entry->planned[0].span.from);
        bool standing = entry->section == SECTION_STANDING || entry->state == ENTRY_STANDING;
        if (dated)
            above = entry->planned[0].span;
        *row = (struct draft_row){.entry = entry, .span = dated ? entry->planned[0].span : above,
                                  .part = standing ? PART_STANDING : dated || entry->section == SECTION_DATED ? PART_DATED : PART_UNDATED};
    }
}

/* A change that the edition shows already is no change of it; one that it shows otherwise says so. */
static enum status add_change(const void *parent, struct store *store, const struct action *action, const struct export_options *options,
                              struct draft_rows *rows, struct err *err)
{
    struct traced *traced;
    enum status status = evidence_find(parent, store, action, options->as_at, &traced, err);
    if (status != STATUS_OK)
        return status;
    enum topic_standing standing = traced->topic.standing;
    if (standing == TOPIC_THERE || standing == TOPIC_TAKEN_OFF)
        return STATUS_OK;
    bool dated = date_is_set(action->due.from);
    insert_row(parent, rows, (struct draft_row){.change = action, .span = action->due, .part = dated ? PART_DATED : PART_UNDATED, .note = standing == TOPIC_OTHER_DATE || standing == TOPIC_GONE ? topic_words(parent, &traced->topic) : NULL});
    return STATUS_OK;
}

static bool is_change(const struct action *action, const char *committee)
{
    return action->state == ACTION_KEPT && !action->deleted && action->class && strcmp(action->class, "work_programme_change") == 0 &&
           action_status_is_open(action->status) && action_follower(action) && committee && text_same_words(action_follower(action), committee);
}

static enum status add_changes(const void *parent, struct store *store, const char *committee, const struct actions *actions,
                               const struct export_options *options, struct draft_rows *rows, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = actions->n; i-- > 0 && status == STATUS_OK;) /* newest meeting first: so oldest first */
        if (is_change(actions->at[i], committee))
            status = add_change(parent, store, actions->at[i], options, rows, err);
    return status;
}

/* ---- the sheet ------------------------------------------------------------------------------------------------ */

static void write_rows(struct sheet *sheet, const struct profile *profile, const struct draft_rows *rows, const struct export_options *options)
{
    for (size_t i = 0; i < rows->n && !sheet->table.cancelled; i++) {
        void *scratch = talloc_named_const(sheet->table.scratch, 0, "row");
        char **cells = mem_zero_named(scratch, profile->n_programme * sizeof *cells, "cells");
        for (size_t k = 0; k < profile->n_programme; k++) {
            const char *field = programme_fields[profile->programme[k].field];
            cells[k] = rows->at[i].entry ? entry_field(scratch, field, rows->at[i].entry, profile)
                                         : change_field(scratch, field, &rows->at[i], profile, options);
        }
        sheet_row(sheet, cells, false);
        talloc_free(scratch);
    }
}

/* "Harbour Scrutiny Panel, as published for 9 October 2025, with 2 changes that no published programme shows yet" */
static char *group_words(const void *parent, const struct programme *edition, const struct profile *profile, int changes)
{
    char *day = profile_date(parent, profile, edition->published_for);
    return mem_printf(parent, "%s, as published for %s, with %d change%s that no published programme shows yet",
                      edition->committee ? edition->committee : "committee not stated", *day ? day : "[day not known]", changes, changes == 1 ? "" : "s");
}

/* Editions come newest first: of each committee the first that is published up to the day, and a pack lies open some days before its
 * meeting. CHOSEN are the committees of those before. */
static bool choose(const void *parent, const struct programme *edition, struct date as_at, struct strings *chosen)
{
    const char *committee = edition->committee ? edition->committee : "";
    if (date_is_set(as_at) && date_is_set(edition->published_for) && date_compare(edition->published_for, date_add(as_at, OPEN_DAYS)) > 0)
        return false;
    for (size_t i = 0; i < chosen->n; i++)
        if (text_same_words(chosen->at[i], committee))
            return false;
    strings_add(parent, chosen, committee);
    return true;
}

/* One committee's programme and its changes. */
static enum status write_draft(const void *scratch, struct sheet *sheet, struct store *store, const struct profile *profile,
                               const struct programme *edition, const struct actions *actions, const struct export_options *options, struct err *err)
{
    struct draft_rows draft = {0};
    add_entries(scratch, edition, &draft);
    enum status status = add_changes(scratch, store, edition->committee, actions, options, &draft, err);
    if (status == STATUS_OK) {
        sheet_group(sheet, group_words(scratch, edition, profile, draft.changes));
        write_rows(sheet, profile, &draft, options);
    }
    return status;
}

enum status export_programme_draft(struct sink *sink, struct store *store, const struct profile *profile, enum sheet_format format,
                                   const char *committee, const struct export_options *options, int *rows, struct err *err)
{
    struct sheet sheet;
    struct programmes all = {0};
    struct actions actions = {0};
    struct strings chosen = {0};
    if (profile->n_programme == 0)
        return err_set(err, STATUS_USAGE, "the profile \"%s\" has no columns of a work programme", profile->name);
    void *scratch = talloc_named_const(NULL, 0, "programme draft");
    const char **heads = mem_zero_named(scratch, profile->n_programme * sizeof *heads, "heads");
    bool *days = mem_zero_named(scratch, profile->n_programme * sizeof *days, "days");
    for (size_t i = 0; i < profile->n_programme; i++) {
        heads[i] = profile->programme[i].name;
        days[i] = programme_field_is_day(profile->programme[i].field);
    }
    const struct sheet_about about = {.title = "Work programme, with changes agreed", .as_at = profile_date(scratch, profile, options->as_at),
                                      .bom = profile->bom, .as_at_column = profile->as_at_column, .heads = heads, .days = days,
                                      .n = profile->n_programme};
    enum status status = store_programmes(scratch, store, NULL, &all, err);
    if (status == STATUS_OK)
        status = follow_ups_read(scratch, store, NULL, &actions, err);
    if (status == STATUS_OK) {
        sheet_start(&sheet, sink, format, &about);
        for (size_t i = 0; i < all.n && status == STATUS_OK; i++) {
            const char *of = all.at[i]->committee;
            bool wanted = !committee || (of && text_same_words(of, committee));
            if (wanted && choose(scratch, all.at[i], options->as_at, &chosen))
                status = write_draft(scratch, &sheet, store, profile, all.at[i], &actions, options, err);
        }
        *rows = sheet.rows;
        status = sheet_end(&sheet, status, err);
    }
    talloc_free(scratch);
    return status;
}
