/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a member types to change one field of a follow-up, made into an edit of the store: the field by
 * its JSON name or by the word that screens show, a status by its beginning, a day as a day. */
#include "config.h"

#include "private.h"

#include <string.h>

/* A field and the words it answers to: the name of design.md 5.3 first, then those of screens.md 2. */
enum { FIELD_WORDS = 5 };
static const struct field_words {
    const char *words[FIELD_WORDS];
} fields[] = {
    {{"owner", "by", "by whom", "whom", "who"}},  {{"recipient", "to", "to whom", NULL}}, {{"subject", "what", NULL, NULL}},
    {{"due_text", "due", "when", NULL}},   {{"chase_date", "chase", "own", NULL}}, {{"status", "state", NULL, NULL}},
    {{"note", NULL, NULL, NULL}},          {{"class", NULL, NULL, NULL}},          {{"kind", NULL, NULL, NULL}},
    {{"own_words", NULL, NULL, NULL}},
};
static const char *const classes[] = {"action", "information_request", "recommendation", "resolution",
                                      "work_programme_change", NULL};

/* What people call a status, beside its own name and the beginnings of it. */
static const struct {
    const char *said, *status;
} said_statuses[] = {
    {"answered", "complete"},     {"done", "complete"},   {"completed", "complete"},
    {"closed", "complete"},       {"finished", "complete"}, {"open", "not started"},
    {"started", "in progress"},   {"chased", "awaiting response"}, {"sent", "awaiting response"},
    {"waiting", "awaiting response"}, {"replaced", "superseded"}, {"dropped", "no longer feasible"},
};

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

static const char *status_said(const char *words)
{
    for (size_t i = 0; i < MB_LENGTH(said_statuses); i++)
        if (words_equal(words, strlen(words), said_statuses[i].said))
            return said_statuses[i].status;
    return words;
}

/* Only these empty a field: a name alone does not. */
static bool words_empty(const char *words)
{
    return *words == '\0' || strcmp(words, "\"\"") == 0 || strcmp(words, "''") == 0 ||
           words_equal(words, strlen(words), "none");
}

static enum status prepare_value(const void *parent, const struct action *action, const char *words, struct edit *out,
                                 struct err *err)
{
    struct date day = {0};
    bool has_year;
    out->value = words;
    if (strcmp(out->field, "status") == 0)
        return pick(parent, action_statuses, "status", status_said(words), &out->value, err);
    if (strcmp(out->field, "class") == 0)
        return pick(parent, classes, "class", words, &out->value, err);
    if (strcmp(out->field, "due_text") == 0) {
        struct action *due = mem_new(parent, struct action);
        action_due_of_words(due, words, action->meeting_date);
        if (due->due_basis)
            due->due_basis = mem_printf(due, "%s" DUE_BY_HAND, due->due_basis);
        out->action = due;
    }
    if (strcmp(out->field, "chase_date") != 0)
        return STATUS_OK;
    if (!date_parse_iso(words, &day) && !due_day_at(words, action->meeting_date, &day, &has_year))
        return err_set(err, STATUS_USAGE, CHASE_REFUSED, words);
    if (!date_is_set(day))
        return err_set(err, STATUS_USAGE, "\"%s\" needs its year: the meeting's date is not known", words);
    out->value = date_iso(parent, day);
    return STATUS_OK;
}

enum status action_prepare_set(const void *parent, const struct action *action, const char *field, const char *words,
                               struct edit *out, struct err *err)
{
    const char *name = field_name(field);
    if (!name)
        return err_set(err, STATUS_USAGE, "\"%s\" is not a field of a follow-up: by, to, what, due, chase, status or note",
                       field);
    *out = (struct edit){.kind = EDIT_ACTION_SET, .field = name, .version = action->version};
    out->target = mem_strdup(parent, action->id);
    char *trimmed = words ? text_trim(mem_strdup(parent, words)) : NULL;
    return trimmed && !words_empty(trimmed) ? prepare_value(parent, action, trimmed, out, err) : STATUS_OK;
}

char *action_field_words(const void *parent, const struct action *action, const char *field)
{
    const char *name = field_name(field);
    const struct {
        const char *name, *value;
    } values[] = {{"owner", action->owner},   {"recipient", action->recipient}, {"subject", action->subject},
                  {"due_text", action->due_text}, {"status", action->status},   {"note", action->note},
                  {"class", action->class},   {"kind", action->kind},           {"own_words", action->own_words}};
    for (size_t i = 0; name && i < MB_LENGTH(values); i++)
        if (strcmp(values[i].name, name) == 0)
            return mem_strdup(parent, values[i].value);
    return name && date_is_set(action->chase_date) ? date_words(parent, action->chase_date) : NULL;
}

enum status action_set(const void *parent, struct store *store, const char *which, const char *field, const char *words,
                       struct edit_result **out, struct err *err)
{
    void *scratch = talloc_new(parent);
    struct action *action;
    struct edit edit;
    enum status status = store_action(scratch, store, which, &action, err);
    if (status == STATUS_OK)
        status = action_prepare_set(scratch, action, field, words, &edit, err);
    if (status == STATUS_OK)
        status = store_edit(parent, store, &edit, out, err);
    talloc_free(scratch);
    return status;
}
