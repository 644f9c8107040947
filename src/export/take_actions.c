/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The follow-ups that another store wrote (minutebook-actions, version 1), read by jansson: outside text, of a size that is bounded
 * and each field checked. What is not as minutebook-json(5) has it is as if it were absent. */
#include "config.h"

#include "take.h"

#include <jansson.h>
#include <stddef.h>
#include <string.h>

#define TEXT_LONGEST ((size_t)1 << 20)

static const char *text_of(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    size_t n = json_string_length(value);
    const char *text = json_is_string(value) && n && n < TEXT_LONGEST ? json_string_value(value) : NULL;
    return text && strlen(text) == n ? text : NULL; /* no NUL within */
}

static struct date day_of(const json_t *object, const char *key)
{
    struct date day = {0};
    const char *text = text_of(object, key);
    return text && date_parse_iso(text, &day) ? day : (struct date){0};
}

static bool is_true(const json_t *object, const char *key)
{
    return json_is_true(json_object_get(object, key));
}

static const char *one_of(const char *const *list, const char *text)
{
    for (size_t i = 0; text && list[i]; i++)
        if (strcmp(list[i], text) == 0)
            return list[i];
    return NULL;
}

static const struct {
    const char *key;
    size_t at;
} texts[] = {
    {"candidate_id", offsetof(struct action, candidate_id)}, {"reference", offsetof(struct action, reference)},
    {"class", offsetof(struct action, class)},               {"kind", offsetof(struct action, kind)},
    {"committee", offsetof(struct action, committee)},       {"meeting_id", offsetof(struct action, meeting_id)},
    {"agenda_number", offsetof(struct action, agenda_number)}, {"minute_number", offsetof(struct action, minute_number)},
    {"item_title", offsetof(struct action, item_title)},     {"source_sha256", offsetof(struct action, source_sha256)},
    {"quote", offsetof(struct action, quote)},               {"quote_place", offsetof(struct action, quote_place)},
    {"also_place", offsetof(struct action, also_place)},     {"own_words", offsetof(struct action, own_words)},
    {"owner", offsetof(struct action, owner)},               {"recipient", offsetof(struct action, recipient)},
    {"subject", offsetof(struct action, subject)},           {"due_text", offsetof(struct action, due_text)},
    {"due_basis", offsetof(struct action, due_basis)},       {"limb", offsetof(struct action, limb)},
    {"under", offsetof(struct action, under)},               {"status_word", offsetof(struct action, status_word)},
    {"raised_by", offsetof(struct action, raised_by)},       {"portfolio", offsetof(struct action, portfolio)},
    {"outcome", offsetof(struct action, outcome)},           {"closed_by", offsetof(struct action, closed_by)},
    {"superseded_by", offsetof(struct action, superseded_by)}, {"carried_to", offsetof(struct action, carried_to)},
    {"tags", offsetof(struct action, tags)},                 {"note", offsetof(struct action, note)},
    {"rule", offsetof(struct action, rule)},
};

static const struct {
    const char *key;
    size_t at;
} days[] = {
    {"meeting_date", offsetof(struct action, meeting_date)},     {"due_from", offsetof(struct action, due.from)},
    {"due_to", offsetof(struct action, due.to)},                 {"chase_date", offsetof(struct action, chase_date)},
    {"executive_date", offsetof(struct action, executive_date)}, {"response_date", offsetof(struct action, response_date)},
    {"closed_on", offsetof(struct action, closed_on)},
};

static void read_entry(const struct taking *taking, struct coming *row, const json_t *object)
{
    enum entry_kind kind;
    const char *name = text_of(object, "kind"), *text = text_of(object, "text"), *file = text_of(object, "file_name"), *id = text_of(object, "id");
    if (!name || !entry_kind_parse(name, &kind))
        return;
    struct action_entry entry = {.kind = kind, .date = day_of(object, "date"), .told = is_true(object, "told"), .exempt = is_true(object, "exempt")};
    entry.id = id && store_is_id(id) ? mem_strdup(taking->parent, id) : NULL;
    entry.text = mem_strdup(taking->parent, text);
    entry.source = mem_strdup(taking->parent, text_of(object, "source"));
    entry.meeting_id = mem_strdup(taking->parent, text_of(object, "meeting_id"));
    entry.item = mem_strdup(taking->parent, text_of(object, "item"));
    entry.url = mem_strdup(taking->parent, text_of(object, "url"));
    if (file) /* its bytes are in the other store */
        entry.text = mem_printf(taking->parent, "%s%s[file %s]", text ? text : "", text ? " " : "", file);
    if (entry.text || entry.url || entry.meeting_id || kind == ENTRY_CHASE)
        *mem_append(taking->parent, row->entries, row->n_entries) = entry;
}

static const char *const classes[] = {"action", "information_request", "recommendation", "resolution", "work_programme_change", NULL};

static struct coming *read_action(const struct taking *taking, const json_t *object, int line)
{
    const void *parent = taking->parent;
    struct coming *row = mem_new(parent, struct coming);
    struct action *action = &row->action;
    row->line = line;
    action->state = ACTION_KEPT;
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        *(char **)(void *)((char *)action + texts[i].at) = mem_strdup(parent, text_of(object, texts[i].key));
    for (size_t i = 0; i < MB_LENGTH(days); i++)
        *(struct date *)(void *)((char *)action + days[i].at) = day_of(object, days[i].key);
    const char *id = text_of(object, "id");
    action->id = id && store_is_id(id) ? mem_strdup(parent, id) : NULL;
    action->class = mem_strdup(parent, one_of(classes, action->class));
    action->status = mem_strdup(parent, one_of(action_statuses, text_of(object, "status")));
    action->step = mem_strdup(parent, one_of(action_steps, text_of(object, "step")));
    action->response = mem_strdup(parent, one_of(action_responses, text_of(object, "response")));
    action->rag = mem_strdup(parent, one_of(action_rags, text_of(object, "rag")));
    action->quote_truncated = is_true(object, "quote_truncated");
    action->quote_exempt = is_true(object, "exempt");
    if (date_is_set(action->due.from) != date_is_set(action->due.to) || date_compare(action->due.from, action->due.to) > 0)
        action->due = (struct date_span){0};
    if (action->status && !action_status_is_open(action->status) && !action->closed_by)
        action->closed_by = taking->source;
    const json_t *entries = json_object_get(object, "entries");
    for (size_t i = 0; i < json_array_size(entries); i++)
        read_entry(taking, row, json_array_get(entries, i));
    return row;
}

/* Whose words of ours are checked when it runs out of memory. */
static void *allocate(size_t n)
{
    return mem_library_alloc(n ? n : 1);
}

static enum status parse(const char *text, size_t n, json_t **out, struct err *err)
{
    json_error_t why;
    json_set_alloc_funcs(allocate, free);
    *out = json_loadb(text, n, JSON_REJECT_DUPLICATES, &why);
    if (!*out)
        return err_set(err, STATUS_INPUT, "line %d, column %d: %.200s", why.line, why.column, why.text);
    const char *format = text_of(*out, "format");
    json_int_t version = json_integer_value(json_object_get(*out, "version"));
    if (format && strcmp(format, "minutebook-actions") == 0 && version == 1 && json_is_array(json_object_get(*out, "actions")))
        return STATUS_OK;
    json_decref(*out);
    return err_set(err, STATUS_INPUT, "this is no minutebook-actions document of version 1");
}

enum status take_actions(const void *parent, struct store *store, const char *text, size_t n, const struct take_options *options, struct take *out,
                         struct err *err)
{
    struct taking taking;
    json_t *document;
    *out = (struct take){0};
    enum status status = taking_start(&taking, parent, store, options, out, err);
    if (status == STATUS_OK)
        status = parse(text, n, &document, err);
    if (status != STATUS_OK)
        return status;
    const json_t *actions = json_object_get(document, "actions");
    out->read_as = "minutebook-actions";
    out->as_at = day_of(document, "as_at");
    taking.source = date_is_set(out->as_at) ? mem_printf(parent, "%s, as at %s", options->name, date_words(parent, out->as_at)) : mem_strdup(parent, options->name);
    for (size_t i = 0; i < json_array_size(actions); i++) {
        const json_t *action = json_array_get(actions, i);
        const char *state = text_of(action, "state");
        if (state && strcmp(state, action_state_name(ACTION_KEPT)) == 0) /* what is to check is found here, too; refusals are each their own */
            taking_row(&taking, read_action(&taking, action, (int)i + 1));
    }
    json_decref(document);
    taking_end(&taking);
    return STATUS_OK;
}
