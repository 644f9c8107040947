/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a member types to change one field of a follow-up, made into an edit of the store: the field by
 * its JSON name or by the word that screens show, a status by its beginning, a day as a day. */
#include "config.h"

#include "private.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A field and the words it answers to: the name of design.md 5.3 first, then those of screens.md 2. */
enum { FIELD_WORDS = 5 };
static const struct field_words {
    const char *words[FIELD_WORDS];
} fields[] = {
    {{"owner", "by", "by whom", "whom", "who"}},  {{"recipient", "to", "to whom", NULL}}, {{"subject", "what", NULL, NULL}},
    {{"due_text", "due", "when", NULL}},   {{"chase_date", "chase", "own", NULL}}, {{"status", "state", NULL, NULL}},
    {{"note", NULL, NULL, NULL}},          {{"class", NULL, NULL, NULL}},          {{"kind", NULL, NULL, NULL}},
    {{"own_words", NULL, NULL, NULL}},     {{"under", NULL, NULL, NULL}},          {{"step", NULL, NULL, NULL}},
    {{"status_word", "word", NULL, NULL}}, {{"rag", NULL, NULL, NULL}}   ,        {{"raised_by", "raised", NULL, NULL}},
    {{"portfolio", NULL, NULL, NULL}},     {{"executive_date", "executive", "cabinet", NULL}},
    {{"response", NULL, NULL, NULL}},      {{"response_date", "responded", NULL, NULL}}, {{"outcome", NULL, NULL, NULL}},
    {{"superseded_by", "superseded", NULL, NULL}}, {{"carried_to", "carried", NULL, NULL}}, {{"tags", "tag", NULL, NULL}},
};

/* What people call a status, beside its own name and the beginnings of it; why it is closed, where that is said so. */
static const struct {
    const char *said, *status, *why;
} said_statuses[] = {
    {"answered", "complete", "answered"},       {"done", "complete", NULL},
    {"completed", "complete", NULL},            {"closed", "complete", NULL},
    {"finished", "complete", NULL},             {"reopened", "in progress", NULL},
    {"open", "not started", NULL},              {"started", "in progress", NULL},
    {"chased", "awaiting response", NULL},      {"sent", "awaiting response", NULL},
    {"waiting", "awaiting response", NULL},     {"replaced", "superseded", NULL},
    {"dropped", "no longer feasible", NULL},
};

/* Fields of which only some words will do. */
static const struct {
    const char *field;
    const char *const *words;
} listed[] = {{"class", action_classes}, {"step", action_steps}, {"rag", action_rags}, {"response", action_responses}};

/* The JSON name of the field called WORDS, or NULL. */
static const char *field_name(const char *words)
{
    for (size_t i = 0; i < MB_LENGTH(fields); i++) {
        for (size_t j = 0; j < FIELD_WORDS && fields[i].words[j]; j++) {
            if (words_equal(words, strlen(words), fields[i].words[j]))
                return fields[i].words[0];
        }
    }
    return NULL;
}

static char *list_words(const void *parent, const char *const *list)
{
    struct buf out;
    buf_init(&out, parent, 1000);
    for (size_t i = 0; list[i]; i++)
        buf_printf(&out, "%s%s", i ? ", " : "", list[i]);
    return buf_take(&out);
}

/* The one word of LIST that begins with WORDS. */
static enum status pick(const void *parent, const char *const *list, const char *field, const char *words,
                        const char **out, struct err *err)
{
    size_t n = strlen(words), found = 0;
    for (size_t i = 0; list[i]; i++) {
        if (strlen(list[i]) < n || !words_equal(words, n, mem_strndup(parent, list[i], n)))
            continue;
        *out = list[i];
        found++;
        if (list[i][n] == '\0')
            return STATUS_OK;
    }
    if (found == 1)
        return STATUS_OK;
    return err_set(err, STATUS_USAGE, "%s \"%s\" is not one of: %s", field, words, list_words(parent, list));
}

/* Bytes of NAME where LINE begins with it, as whole words; else 0. */
static size_t begins_with(const char *line, const char *name)
{
    size_t n = strlen(name);
    bool whole = strlen(line) >= n && !isalnum((unsigned char)line[n]);
    return whole && words_equal(line, n, name) ? n : 0;
}

/* Bytes of the status that LINE begins with, as it is called or said; 0 where it begins with none that is whole. */
static size_t status_length(const char *line, const char **status, const char **why)
{
    size_t n = 0;
    *why = NULL;
    for (size_t i = 0; action_statuses[i] && n == 0; i++)
        if ((n = begins_with(line, action_statuses[i])) > 0)
            *status = action_statuses[i];
    for (size_t i = 0; i < MB_LENGTH(said_statuses) && n == 0; i++)
        if ((n = begins_with(line, said_statuses[i].said)) > 0) {
            *status = said_statuses[i].status;
            *why = said_statuses[i].why;
        }
    return n;
}

/* "complete, minute 562", "done: told to all Members", "prog": a status, and why or by which minute it is closed. */
static enum status prepare_status(const void *parent, const char *words, struct edit *out, struct err *err)
{
    const char *status = NULL, *why = NULL;
    size_t n = status_length(words, &status, &why);
    if (n == 0) {
        n = strcspn(words, ",:;");
        enum status picked = pick(parent, action_statuses, "status", text_trim(mem_strndup(parent, words, n)), &status, err);
        if (picked != STATUS_OK)
            return picked;
    }
    const char *rest = words + n + strspn(words + n, " \t,:;-");
    out->value = status;
    out->reason = *rest ? rest : why;
    if (!action_status_is_open(status) && !out->reason)
        return err_set(err, STATUS_USAGE, "say by which minute or paper it is closed, or why: \"%s, minute 562\"", status);
    return STATUS_OK;
}

static enum status prepare_day(const void *parent, const struct action *action, const char *words, struct edit *out, struct err *err)
{
    struct date day = {0};
    bool has_year;
    if (!date_parse_iso(words, &day) && !due_day_at(words, action->meeting_date, &day, &has_year))
        return strcmp(out->field, "chase_date") == 0 ? err_set(err, STATUS_USAGE, CHASE_REFUSED, words)
                                                     : err_set(err, STATUS_USAGE, DAY_REFUSED, words);
    if (!date_is_set(day))
        return err_set(err, STATUS_USAGE, "\"%s\" needs its year: the meeting's date is not known", words);
    out->value = date_iso(parent, day);
    return STATUS_OK;
}

static int compare_text(const void *a, const void *b)
{
    return strcasecmp(*(char *const *)a, *(char *const *)b);
}

/* Each once, in the order of the alphabet: "send, budget, send" is "budget, send". */
static char *sorted_tags(const void *parent, const char *words)
{
    struct strings tags = {0};
    struct buf out;
    for (const char *at = words; *at;) {
        size_t n = strcspn(at, ",");
        char *tag = text_squeeze(parent, at, n);
        if (*tag)
            strings_add(parent, &tags, tag);
        at += n + (at[n] == ',');
    }
    if (tags.n)
        qsort(tags.at, tags.n, sizeof *tags.at, compare_text);
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < tags.n; i++)
        if (i == 0 || strcasecmp(tags.at[i - 1], tags.at[i]) != 0)
            buf_printf(&out, "%s%s", out.len ? ", " : "", tags.at[i]);
    return buf_take(&out);
}

/* Only these empty a field: a name alone does not. */
static bool words_empty(const char *words)
{
    return *words == '\0' || strcmp(words, "\"\"") == 0 || strcmp(words, "''") == 0 ||
           words_equal(words, strlen(words), "none");
}

static bool takes_day(const char *field)
{
    static const char *const days[] = {"chase_date", "executive_date", "response_date"};
    for (size_t i = 0; i < MB_LENGTH(days); i++)
        if (strcmp(days[i], field) == 0)
            return true;
    return false;
}

static void prepare_due(const void *parent, const struct action *action, const char *words, struct edit *out)
{
    struct action *due = mem_new(parent, struct action);
    action_due_of_words(due, words, action->meeting_date);
    if (due->due_basis)
        due->due_basis = mem_printf(due, "%s" DUE_BY_HAND, due->due_basis);
    out->action = due;
}

static enum status prepare_value(const void *parent, const struct action *action, const char *words, struct edit *out,
                                 struct err *err)
{
    out->value = words;
    if (strcmp(out->field, "status") == 0)
        return prepare_status(parent, words, out, err);
    for (size_t i = 0; i < MB_LENGTH(listed); i++)
        if (strcmp(out->field, listed[i].field) == 0)
            return pick(parent, listed[i].words, listed[i].field, words, &out->value, err);
    if (strcmp(out->field, "tags") == 0)
        out->value = sorted_tags(parent, words);
    if (strcmp(out->field, "due_text") == 0)
        prepare_due(parent, action, words, out);
    return takes_day(out->field) ? prepare_day(parent, action, words, out, err) : STATUS_OK;
}

/* What names the follow-up that took its place says with it why this one is closed: one change of two fields. */
static void close_superseded(const void *parent, const struct action *action, struct edit *out)
{
    struct edit *edits = mem_zero_named(parent, 2 * sizeof *edits, "struct edit");
    edits[0] = *out;
    edits[1] = (struct edit){.kind = EDIT_ACTION_SET, .target = out->target, .field = "status", .value = "superseded", .reason = out->value};
    *out = (struct edit){.kind = EDIT_SEVERAL, .edits = edits, .n_edits = 2, .target = edits[0].target};
    out->value = mem_printf(parent, "%s superseded by %s", action->reference ? action->reference : "this follow-up", edits[0].value);
}

enum status action_prepare_set(const void *parent, const struct action *action, const char *field, const char *words,
                               struct edit *out, struct err *err)
{
    const char *name = field_name(field);
    if (!name)
        return err_set(err, STATUS_USAGE, "\"%s\" is not a field of a follow-up: by, to, what, due, chase, status, note, portfolio, tags, "
                       "rag, response, responded, executive, outcome, raised, under, superseded, carried, word, step, class or kind", field);
    *out = (struct edit){.kind = EDIT_ACTION_SET, .field = name, .version = action->version};
    out->target = mem_strdup(parent, action->id);
    char *trimmed = words ? text_trim(mem_strdup(parent, words)) : NULL;
    enum status status = trimmed && !words_empty(trimmed) ? prepare_value(parent, action, trimmed, out, err) : STATUS_OK;
    if (status == STATUS_OK && out->value && strcmp(name, "superseded_by") == 0 && action_status_is_open(action->status))
        close_superseded(parent, action, out);
    return status;
}

char *action_field_words(const void *parent, const struct action *action, const char *field)
{
    const char *name = field_name(field);
    const struct {
        const char *name, *value;
    } values[] = {
        {"owner", action->owner},         {"recipient", action->recipient},         {"subject", action->subject},
        {"due_text", action->due_text},   {"status", action->status},               {"note", action->note},
        {"class", action->class},         {"kind", action->kind},                   {"own_words", action->own_words},
        {"under", action->under},         {"step", action->step},                   {"status_word", action->status_word},
        {"rag", action->rag},             {"raised_by", action->raised_by},         {"portfolio", action->portfolio},
        {"response", action->response},   {"outcome", action->outcome},             {"superseded_by", action->superseded_by},
        {"carried_to", action->carried_to}, {"tags", action->tags},
    };
    const struct {
        const char *name;
        struct date date;
    } days[] = {{"chase_date", action->chase_date}, {"executive_date", action->executive_date}, {"response_date", action->response_date}};
    for (size_t i = 0; name && i < MB_LENGTH(values); i++)
        if (strcmp(values[i].name, name) == 0)
            return mem_strdup(parent, values[i].value);
    for (size_t i = 0; name && i < MB_LENGTH(days); i++)
        if (strcmp(days[i].name, name) == 0 && date_is_set(days[i].date))
            return date_words(parent, days[i].date);
    return NULL;
}

enum status action_set(const void *parent, struct store *store, const char *which, const char *field, const char *words,
                       struct date as_at, struct edit_result **out, struct err *err)
{
    void *scratch = talloc_new(parent);
    struct action *action;
    struct edit edit;
    enum status status = store_action(scratch, store, which, &action, err);
    if (status == STATUS_OK)
        status = action_prepare_set(scratch, action, field, words, &edit, err);
    edit.day = as_at;
    if (status == STATUS_OK)
        status = store_edit(parent, store, &edit, out, err);
    talloc_free(scratch);
    return status;
}
