/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The follow-ups that another store wrote (minutebook-actions, version 1). The document is taken apart in the box (take_worker.c); what
 * comes out of it is outside text still, and each field is checked here. What is not as minutebook-json(5) has it is as if it were absent. */
#include "config.h"

#include "take.h"
#include "take_frames.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* What an object says of itself, as it comes. */
struct said {
    const char *key, *text; /* text NULL: it is true */
};
struct object {
    struct said *at;
    size_t n;
};

static const char *text_of(const struct object *object, const char *key)
{
    for (size_t i = 0; i < object->n; i++)
        if (strcmp(object->at[i].key, key) == 0)
            return object->at[i].text;
    return NULL;
}

static struct date day_of(const struct object *object, const char *key)
{
    struct date day = {0};
    const char *text = text_of(object, key);
    return text && date_parse_iso(text, &day) ? day : (struct date){0};
}

static bool is_true(const struct object *object, const char *key)
{
    for (size_t i = 0; i < object->n; i++)
        if (strcmp(object->at[i].key, key) == 0)
            return !object->at[i].text;
    return false;
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

static void read_entry(const struct taking *taking, struct coming *row, const struct object *object)
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

static void read_action(const struct taking *taking, struct coming *row, const struct object *object)
{
    const void *parent = taking->parent;
    struct action *action = &row->action;
    action->state = ACTION_KEPT;
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        *(char **)(void *)((char *)action + texts[i].at) = mem_strdup(parent, text_of(object, texts[i].key));
    for (size_t i = 0; i < MB_LENGTH(days); i++)
        *(struct date *)(void *)((char *)action + days[i].at) = day_of(object, days[i].key);
    const char *id = text_of(object, "id");
    action->id = id && store_is_id(id) ? mem_strdup(parent, id) : NULL;
    action->class = mem_strdup(parent, one_of(action_classes, action->class));
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
}

/* ---- what the box says ---------------------------------------------------------------------------------- */

struct hearing {
    struct taking *taking;
    void *scratch; /* of what is heard */
    struct coming **rows;
    size_t n_rows;
    uint32_t open; /* TAKE_ACTION or TAKE_ENTRY; 0 none */
    struct object object;
    char *refusal;
};

static void close_object(struct hearing *hearing)
{
    struct coming *row = hearing->n_rows ? hearing->rows[hearing->n_rows - 1] : NULL;
    if (hearing->open == TAKE_ACTION)
        read_action(hearing->taking, row, &hearing->object);
    else if (hearing->open == TAKE_ENTRY)
        read_entry(hearing->taking, row, &hearing->object);
    hearing->object = (struct object){0};
    hearing->open = 0;
}

static void hear_day(struct taking *taking, const char *text)
{
    const char *name = taking->options->name;
    struct date *as_at = &taking->out->as_at;
    if (!date_parse_iso(text, as_at))
        *as_at = (struct date){0};
    taking->source = date_is_set(*as_at) ? mem_printf(taking->parent, "%s, as at %s", name, date_words(taking->parent, *as_at)) : mem_strdup(taking->parent, name);
}

static bool hear_truth(struct hearing *hearing, const char *key, size_t n)
{
    if (!hearing->open || n == 0 || strlen(key) != n)
        return false;
    *mem_append(hearing->scratch, hearing->object.at, hearing->object.n) = (struct said){mem_strdup(hearing->scratch, key), NULL};
    return true;
}

/* "owner\0the Head of Housing" */
static bool hear_field(struct hearing *hearing, const char *text, size_t n)
{
    size_t key = strnlen(text, n);
    if (!hearing->open || key == 0 || key + 1 >= n || strlen(text + key + 1) != n - key - 1)
        return false;
    *mem_append(hearing->scratch, hearing->object.at, hearing->object.n) =
        (struct said){mem_strdup(hearing->scratch, text), mem_strdup(hearing->scratch, text + key + 1)};
    return true;
}

/* False ends the box: nothing of ours sends such. */
static bool hear(void *to, uint32_t type, const char *text, size_t n)
{
    struct hearing *hearing = to;
    if (type == TAKE_FIELD)
        return hear_field(hearing, text, n);
    if (type == TAKE_TRUTH)
        return hear_truth(hearing, text, n);
    close_object(hearing);
    if (type == TAKE_REFUSED && !hearing->refusal)
        hearing->refusal = mem_strndup(hearing->scratch, text, n);
    if (type == TAKE_AS_AT && !hearing->taking->source)
        hear_day(hearing->taking, text);
    if (type == TAKE_ACTION && hearing->taking->source) {
        struct coming *row = *mem_append(hearing->scratch, hearing->rows, hearing->n_rows) = mem_new(hearing->taking->parent, struct coming);
        row->line = (int)strtol(text, NULL, 10);
    }
    hearing->open = (type == TAKE_ACTION || type == TAKE_ENTRY) && hearing->n_rows ? type : 0;
    return type >= TAKE_REFUSED && type <= TAKE_ENTRY && (hearing->open || type < TAKE_ACTION);
}

static enum status ask(struct hearing *hearing, const char *text, size_t n, struct err *err)
{
    const struct take_options *options = hearing->taking->options;
    struct err why = {0};
    bool done;
    if (options->here) {
        done = box_rehearse(take_worker(), text, n, NULL, hear, hearing);
    } else {
        struct box *box = box_new(hearing->scratch, &(struct box_options){.unboxed = options->unboxed});
        const struct box_task task = {.worker = take_worker(), .bytes = text, .n = n, .frame = hear, .to = hearing};
        struct box_result result;
        done = box_run(box, &task, &result, &why) == STATUS_OK;
        if (result.ending == BOX_REFUSED && !options->unboxed)
            return err_set(err, STATUS_INPUT, "%s %s; import-tracker --unboxed reads it without that protection", options->name, why.text);
    }
    close_object(hearing);
    if (hearing->refusal)
        return err_set(err, STATUS_INPUT, "%s", hearing->refusal);
    if (!done || !hearing->taking->source) /* of half a tracker nobody knows what is missing */
        return err_set(err, STATUS_INPUT, "%s %s; nothing of it is taken", options->name, why.text[0] ? why.text : "could not be read");
    return STATUS_OK;
}

enum status take_actions(const void *parent, struct store *store, const char *text, size_t n, const struct take_options *options, struct take *out,
                         struct err *err)
{
    struct taking taking;
    struct hearing hearing = {.taking = &taking};
    *out = (struct take){.read_as = "minutebook-actions"};
    enum status status = taking_start(&taking, parent, store, options, out, err);
    if (status != STATUS_OK)
        return status;
    hearing.scratch = talloc_named_const(parent, 0, "heard");
    status = ask(&hearing, text, n, err);
    for (size_t i = 0; i < hearing.n_rows && status == STATUS_OK; i++)
        taking_row(&taking, hearing.rows[i]);
    if (status == STATUS_OK)
        taking_end(&taking);
    talloc_free(hearing.scratch);
    return status;
}
