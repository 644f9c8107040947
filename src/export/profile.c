/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Reads profiles: what is compiled in, then the member's own. Every wrong line is said with its file and number; its profile
 * is refused and no other. */
#include "config.h"

#include "blocks.h"
#include "profile.h"

#include <string.h>

#define FILE_LONGEST ((size_t)256 << 10)
#define COLUMNS_MOST 60

/* ---- what a line says ---------------------------------------------------------------------------------- */

typedef const char *read_line(struct profile *profile, char *rest); /* what is wrong, or NULL */

static const char *read_title(struct profile *profile, char *rest)
{
    profile->title = mem_strdup(profile, rest);
    return *rest ? NULL : "a title is wanted";
}

static const char *read_about(struct profile *profile, char *rest)
{
    profile->about = mem_strdup(profile, rest);
    return NULL;
}

static const char *read_date(struct profile *profile, char *rest)
{
    profile->date = mem_strdup(profile, rest);
    return profile_date_is_style(rest) ? NULL : "a style of dates is made of D, DD, M, MM, Mon, Month, YY and YYYY: \"DD/MM/YYYY\"";
}

static const char *read_bom(struct profile *profile, char *rest)
{
    profile->bom = strcmp(rest, "yes") == 0;
    return profile->bom || strcmp(rest, "no") == 0 ? NULL : "bom is yes or no";
}

static const char *read_as_at(struct profile *profile, char *rest)
{
    profile->as_at_column = strcmp(rest, "column") == 0;
    return profile->as_at_column || strcmp(rest, "line") == 0 ? NULL : "as-at is line or column";
}

static const char *read_group(struct profile *profile, char *rest)
{
    profile->grouped = strcmp(rest, "meeting") == 0;
    return profile->grouped || strcmp(rest, "none") == 0 ? NULL : "group is meeting or none";
}

static const char *read_rows(struct profile *profile, char *rest)
{
    profile->open = strcmp(rest, "closed") != 0;
    profile->closed = strcmp(rest, "open") != 0;
    return strcmp(rest, "all") == 0 || profile->open != profile->closed ? NULL : "rows is all, open or closed";
}

static const char *read_order(struct profile *profile, char *rest)
{
    static const char *const names[] = {[ORDER_MINUTE] = "minute", [ORDER_NEWEST] = "newest", [ORDER_DUE] = "due"};
    for (size_t i = 0; i < MB_LENGTH(names); i++)
        if (strcmp(rest, names[i]) == 0) {
            profile->order = (enum profile_order)i;
            return NULL;
        }
    return "order is minute, newest or due";
}

/* ---- columns ----------------------------------------------------------------------------------------------- */

static const char *read_expression(struct column_expression *expression, char *words)
{
    char *bar = strchr(words, '|'), *plus = strchr(words, '+');
    if (bar && plus)
        return "fields are either alternatives (|) or joined (+), not both";
    expression->joined = plus != NULL;
    for (char *next, *at = words; at; at = next) {
        next = strpbrk(at, "|+");
        if (next)
            *next++ = '\0';
        if (expression->n == MB_LENGTH(expression->fields))
            return "a column has at most eight fields";
        const struct cell_field *field = tracker_field(text_trim(at));
        if (!field)
            return "there is no such field; minutebook-profiles(5) lists them";
        expression->fields[expression->n++] = field;
    }
    return NULL;
}

static const char *read_column(struct profile *profile, char *rest)
{
    char *name, *value;
    if (!block_pair(rest, &name, &value))
        return "a column is NAME = FIELD";
    if (profile->n_columns == COLUMNS_MOST)
        return "these are too many columns";
    struct profile_column *column = mem_append(profile, profile->columns, profile->n_columns);
    column->name = mem_strdup(profile, name);
    column->key = text_fold(profile, name);
    return read_expression(&column->expression, value);
}

static struct profile_column *column_named(const struct profile *profile, const char *name)
{
    for (size_t i = 0; i < profile->n_columns; i++)
        if (strcmp(profile->columns[i].name, name) == 0)
            return &profile->columns[i];
    return NULL;
}

static const char *read_also(struct profile *profile, char *rest)
{
    char *name, *value;
    if (!block_pair(rest, &name, &value))
        return "other headings are NAME = HEADING, HEADING";
    struct profile_column *column = column_named(profile, name);
    if (!column)
        return "there is no such column above";
    for (char *next, *at = value; at; at = next) {
        next = strchr(at, ',');
        if (next)
            *next++ = '\0';
        strings_add(profile, &column->also, text_fold(profile, text_trim(at)));
    }
    return NULL;
}

static const char *read_programme(struct profile *profile, char *rest)
{
    char *name, *value;
    int field = 0;
    if (!block_pair(rest, &name, &value))
        return "a column of the work programme is NAME = FIELD";
    while (programme_fields[field] && strcmp(programme_fields[field], value) != 0)
        field++;
    if (!programme_fields[field] || profile->n_programme == COLUMNS_MOST)
        return "there is no such field of a work programme; minutebook-profiles(5) lists them";
    *mem_append(profile, profile->programme, profile->n_programme) = (struct programme_column){mem_strdup(profile, name), field};
    return NULL;
}

/* ---- words -------------------------------------------------------------------------------------------------- */

/* "not started, in progress = Ongoing": each of ours must be a word of ONLY. */
static const char *read_words(struct profile *profile, char *rest, const char *const *only, struct profile_word **words, size_t *n)
{
    char *ours, *theirs;
    if (!block_pair(rest, &ours, &theirs))
        return "words are OURS, OURS = THEIRS";
    for (char *next, *at = ours; at; at = next) {
        size_t i = 0;
        next = strchr(at, ',');
        if (next)
            *next++ = '\0';
        const char *word = text_trim(at);
        while (only[i] && strcmp(only[i], word) != 0)
            i++;
        if (!only[i])
            return "this is none of our words; minutebook-profiles(5) lists them";
        *mem_append(profile, *words, *n) = (struct profile_word){mem_strdup(profile, word), mem_strdup(profile, theirs)};
    }
    return NULL;
}

static const char *read_status(struct profile *profile, char *rest)
{
    return read_words(profile, rest, action_statuses, &profile->statuses, &profile->n_statuses);
}

static const char *read_response(struct profile *profile, char *rest)
{
    return read_words(profile, rest, action_responses, &profile->responses, &profile->n_responses);
}

/* "complete = Done, Closed": each of theirs means ours. */
static const char *read_means(struct profile *profile, char *rest)
{
    size_t i = 0;
    char *ours, *theirs;
    if (!block_pair(rest, &ours, &theirs))
        return "words are OURS = THEIRS, THEIRS";
    while (action_statuses[i] && strcmp(action_statuses[i], ours) != 0)
        i++;
    if (!action_statuses[i])
        return "this is none of our words; minutebook-profiles(5) lists them";
    for (char *next, *at = theirs; at; at = next) {
        next = strchr(at, ',');
        if (next)
            *next++ = '\0';
        *mem_append(profile, profile->meanings, profile->n_meanings) =
            (struct profile_word){mem_strdup(profile, ours), mem_strdup(profile, text_trim(at))};
    }
    return NULL;
}

static const struct {
    const char *word;
    read_line *read;
} readers[] = {
    {"title", read_title}, {"about", read_about}, {"date", read_date},     {"bom", read_bom},
    {"as-at", read_as_at}, {"group", read_group}, {"rows", read_rows},     {"order", read_order},
    {"column", read_column}, {"also", read_also}, {"status", read_status}, {"response", read_response},
    {"means", read_means},   {"programme", read_programme},
};

static const char *read_field(struct profile *profile, const struct block_line *line)
{
    for (size_t i = 0; i < MB_LENGTH(readers); i++)
        if (strcmp(readers[i].word, line->word) == 0)
            return readers[i].read(profile, line->rest);
    return "there is no such word in a profile; minutebook-profiles(5) lists them";
}

/* ---- files ------------------------------------------------------------------------------------------------------ */

struct reading {
    struct profiles *profiles;
    const char *file; /* the member's; NULL: ours */
    const char *shown;
    struct strings *faults;
};

static void fault(struct reading *reading, struct profile *profile, int line, const char *what)
{
    char *sentence = line ? mem_printf(reading->profiles, "%s:%d: %s", reading->shown, line, what)
                          : mem_printf(reading->profiles, "%s %s", reading->shown, what);
    if (profile && !profile->fault)
        profile->fault = sentence;
    if (reading->faults)
        strings_add(reading->profiles, reading->faults, sentence);
}

static struct profile *profile_new(struct reading *reading, const struct block_line *line)
{
    struct profiles *profiles = reading->profiles;
    struct profile *profile = mem_new(profiles, struct profile);
    profile->name = mem_strdup(profile, line->rest);
    profile->title = mem_strdup(profile, "Follow-ups");
    profile->date = mem_strdup(profile, "D Month YYYY");
    profile->open = profile->closed = true;
    profile->file = mem_strdup(profile, reading->file);
    profile->line = line->number;
    size_t i = 0;
    while (i < profiles->n && strcmp(profiles->at[i]->name, profile->name) != 0)
        i++;
    if (i == profiles->n)
        *mem_append(profiles, profiles->at, profiles->n) = profile;
    profiles->at[i] = profile; /* of its name the last one holds */
    return profile;
}

static void end_profile(struct reading *reading, struct profile *profile)
{
    if (profile && !profile->fault && profile->n_columns == 0)
        fault(reading, profile, profile->line, "the profile has no column");
}

static void read_text(struct reading *reading, char *text)
{
    void *scratch = talloc_named_const(NULL, 0, "profile lines");
    struct block_lines lines = block_lines_read(scratch, text);
    struct profile *profile = NULL;
    for (size_t i = 0; i < lines.n; i++) {
        struct block_line *line = &lines.at[i];
        const char *wrong = NULL;
        if (line->opens) {
            end_profile(reading, profile);
            bool named = strcmp(line->word, "profile") == 0 && *line->rest;
            profile = named ? profile_new(reading, line) : NULL;
            wrong = named ? NULL : "\"profile NAME\" is wanted at the margin";
        } else if (profile) {
            wrong = read_field(profile, line);
        } else {
            wrong = "this line belongs to no profile";
        }
        if (wrong)
            fault(reading, profile, line->number, wrong);
    }
    end_profile(reading, profile);
    talloc_free(scratch);
}

static void read_ours(struct reading *reading)
{
    for (const struct profile_file *file = profile_files; file->name; file++) {
        struct buf text;
        buf_init(&text, reading->profiles, FILE_LONGEST);
        for (const char *const *line = file->lines; *line; line++)
            buf_printf(&text, "%s\n", *line);
        reading->shown = file->name;
        read_text(reading, text.data);
        buf_release(&text);
    }
}

static void read_own(struct reading *reading, const char *folder)
{
    struct err err = {0};
    struct strings names = folder_names(reading->profiles, folder, ".profile", &err);
    reading->shown = folder;
    if (err.text[0])
        fault(reading, NULL, 0, err.text);
    for (size_t i = 0; i < names.n; i++) {
        size_t n = 0;
        reading->file = reading->shown = mem_printf(reading->profiles, "%s/%s", folder, names.at[i]);
        char *bytes = file_small(NULL, reading->file, FILE_LONGEST, &n, &err);
        if (bytes)
            read_text(reading, text_decode(bytes, bytes, n, NULL, NULL));
        else
            fault(reading, NULL, 0, err.text);
        talloc_free(bytes);
    }
}

void profiles_load(const void *parent, const char *folder, struct profiles **out, struct strings *faults)
{
    *out = mem_new(parent, struct profiles);
    struct reading reading = {.profiles = *out, .faults = faults};
    read_ours(&reading);
    if (folder)
        read_own(&reading, folder);
}

/* ---- asked for ------------------------------------------------------------------------------------------------- */

enum status profile_find(const struct profiles *profiles, const char *name, const struct profile **out, struct err *err)
{
    struct buf names;
    buf_init(&names, NULL, 800);
    for (size_t i = 0; i < profiles->n; i++) {
        struct profile *profile = profiles->at[i];
        buf_printf(&names, "%s%s", i ? ", " : "", profile->name);
        if (strcmp(profile->name, name) != 0)
            continue;
        buf_release(&names);
        if (profile->fault)
            return err_set(err, STATUS_INPUT, "%s", profile->fault);
        *out = profile;
        return STATUS_OK;
    }
    enum status status = err_set(err, STATUS_USAGE, "there is no profile \"%.60s\": %s", name, names.data);
    buf_release(&names);
    return status;
}

void profiles_list(const void *parent, const struct profiles *profiles, struct profile_row **rows, size_t *n)
{
    *rows = NULL;
    *n = 0;
    for (size_t i = 0; i < profiles->n; i++) {
        const struct profile *profile = profiles->at[i];
        *mem_append(parent, *rows, *n) = (struct profile_row){profile->name, profile->title, profile->about, profile->file, profile->n_columns,
                                                              profile->n_programme, profile->fault != NULL};
    }
}
