/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* From keys to commands: the keys of the command table and what the member bound, counts before them, and
 * sequences that wait for their next key as long as it takes. What a command does stands in the rooms above. */
#include "config.h"

#include "keys.h"

#include <string.h>

#define COUNT_MAX 99999999

struct keymap {
    struct binding *at;
    size_t n;
};

/* ---- screens by name ---------------------------------------------------------------------------------- */

static const struct {
    unsigned context;
    const char *name, *title;
} screens[] = {
#define X(id, name, title) {id, name, title},
    CONTEXT_TABLE(X)
#undef X
};
static const char all_screens[] = "all";

unsigned context_by_name(const char *name, size_t n)
{
    unsigned contexts = 0;
    if (n == sizeof all_screens - 1 && memcmp(all_screens, name, n) == 0)
        return CONTEXT_ALL;
    for (size_t i = 0; i < CONTEXT_COUNT; i++)
        if (strlen(screens[i].name) == n && memcmp(screens[i].name, name, n) == 0)
            contexts |= screens[i].context;
    return contexts;
}

/* Two kinds of one name stand next to each other in the table, and are one here. */
const char *context_name_at(size_t i)
{
    const char *last = all_screens;
    for (size_t at = 0; i > 0; at++) {
        if (at == CONTEXT_COUNT)
            return NULL;
        i -= strcmp(screens[at].name, last) != 0;
        last = screens[at].name;
    }
    return last;
}

const char *context_name(unsigned context)
{
    for (size_t i = 0; i < CONTEXT_COUNT; i++)
        if (screens[i].context == context)
            return screens[i].name;
    return all_screens;
}

const char *context_title(unsigned context)
{
    for (size_t i = 0; i < CONTEXT_COUNT; i++)
        if (screens[i].context == context)
            return screens[i].title;
    return "";
}

/* ---- binding ------------------------------------------------------------------------------------------ */

/* Is the shorter of the two the beginning of the other, or both the same? */
static bool sequences_clash(const struct key_sequence *a, const struct key_sequence *b)
{
    size_t n = a->n < b->n ? a->n : b->n;
    return memcmp(a->at, b->at, n * sizeof a->at[0]) == 0;
}

static void keymap_unbind(struct keymap *map, unsigned contexts, const struct key_sequence *keys)
{
    size_t kept = 0;
    for (size_t i = 0; i < map->n; i++) {
        if (sequences_clash(&map->at[i].keys, keys))
            map->at[i].contexts &= ~contexts;
        if (map->at[i].contexts)
            map->at[kept++] = map->at[i];
        else
            TALLOC_FREE(map->at[i].arguments);
    }
    map->n = kept;
}

static void keymap_add(struct keymap *map, const struct binding *binding)
{
    map->at = mem_resize_named(map, map->at, sizeof *map->at, map->n + 1, "bindings");
    map->at[map->n++] = *binding;
}

bool command_key_parse(const struct command *command, const char *text, size_t n, struct key_sequence *keys, unsigned *contexts)
{
    const char *only = n > 1 ? memchr(text + 1, '@', n - 1) : NULL;
    *contexts = command->contexts;
    if (only)
        *contexts &= context_by_name(only + 1, (size_t)(text + n - only) - 1);
    return *contexts && key_sequence_parse(text, only ? (size_t)(only - text) : n, keys);
}

static void keymap_add_defaults(struct keymap *map, const struct command *command)
{
    for (const char *at = command->keys; *at;) {
        struct binding binding = {.command = command->id};
        size_t n = strcspn(at, " ");
        if (command_key_parse(command, at, n, &binding.keys, &binding.contexts))
            keymap_add(map, &binding);
        at += n + strspn(at + n, " ");
    }
}

struct keymap *keymap_new(const void *parent)
{
    struct keymap *map = mem_new(parent, struct keymap);
    for (size_t i = 0; i < CMD_COUNT; i++)
        keymap_add_defaults(map, command_get((enum command_id)i));
    return map;
}

enum status keymap_bind(struct keymap *map, unsigned contexts, const struct key_sequence *keys, enum command_id command,
                        const char *arguments, struct err *err)
{
    const struct command *known = command_get(command);
    for (size_t i = 0; i < keys->n; i++)
        if (keys->n > 1 && keys->at[i] == KEY_ESC)
            return err_set(err, STATUS_USAGE, "Esc takes back what is typed: no sequence can hold it");
    if (known && !(contexts & known->contexts))
        return err_set(err, STATUS_USAGE, "%s does nothing on that screen", known->name);
    if (known)
        contexts &= known->contexts;
    keymap_unbind(map, contexts, keys);
    if (!known)
        return STATUS_OK;
    struct binding binding = {.command = command, .contexts = contexts, .keys = *keys, .by_member = true};
    binding.arguments = arguments && *arguments ? mem_strdup(map, arguments) : NULL;
    keymap_add(map, &binding);
    return STATUS_OK;
}

/* ---- reading it ------------------------------------------------------------------------------------------ */

const struct binding *keymap_at(const struct keymap *map, size_t i)
{
    return i < map->n ? &map->at[i] : NULL;
}

char *keymap_first_key(const void *parent, const struct keymap *map, enum command_id command, unsigned contexts)
{
    for (size_t i = 0; i < map->n; i++)
        if (map->at[i].command == command && !map->at[i].arguments && (map->at[i].contexts & contexts))
            return key_sequence_label(parent, &map->at[i].keys);
    return NULL;
}

char *keymap_keys(const void *parent, const struct keymap *map, enum command_id command, unsigned contexts)
{
    struct buf out;
    buf_init(&out, parent, 1024);
    for (size_t i = 0; i < map->n; i++) {
        if (map->at[i].command != command || map->at[i].arguments || !(map->at[i].contexts & contexts))
            continue;
        char *label = key_sequence_label(NULL, &map->at[i].keys);
        buf_printf(&out, "%s%s", out.len ? ", " : "", label);
        talloc_free(label);
    }
    return buf_take(&out);
}

/* ---- feeding --------------------------------------------------------------------------------------------- */

/* The binding that TYPED is in CONTEXT, or that it begins: the first of those. NULL for neither. */
static const struct binding *keymap_find(const struct keymap *map, unsigned context, const struct key_sequence *typed)
{
    for (size_t i = 0; i < map->n; i++)
        if ((map->at[i].contexts & context) && map->at[i].keys.n >= typed->n && sequences_clash(&map->at[i].keys, typed))
            return &map->at[i];
    return NULL;
}

static bool is_key_alone(const struct keymap *map, unsigned context, uint32_t key)
{
    return keymap_find(map, context, &(struct key_sequence){{key}, 1}) != NULL;
}

/* A digit is a count unless it is a key: the first one, where it is bound, and any within a sequence. */
static bool feed_count(struct key_state *state, const struct keymap *map, unsigned context, uint32_t key)
{
    if (key < '0' || key > '9' || state->typed.n > 0)
        return false;
    if (state->count == 0 && (key == '0' || is_key_alone(map, context, key)))
        return false;
    int digit = (int)(key - '0');
    state->count = state->count > (COUNT_MAX - digit) / 10 ? COUNT_MAX : state->count * 10 + digit;
    return true;
}

struct key_result key_feed(struct key_state *state, const struct keymap *map, unsigned context, uint32_t key)
{
    struct key_result result = {.command = CMD_NONE};
    key = key_same(key);
    bool waiting = state->count > 0 || state->typed.n > 0;
    if (key == KEY_ESC && waiting) {
        *state = (struct key_state){0}; /* the first Esc takes back what was typed */
        return result;
    }
    result.pending = feed_count(state, map, context, key);
    if (result.pending)
        return result;
    state->typed.at[state->typed.n++] = key;
    result.keys = state->typed;
    const struct binding *found = keymap_find(map, context, &state->typed);
    result.pending = found && found->keys.n > state->typed.n;
    if (result.pending)
        return result;
    bool digit_alone = state->count == 0 && state->typed.n == 1 && key >= '0' && key <= '9';
    if (found) {
        result.command = found->command;
        result.arguments = found->arguments;
        result.count = digit_alone ? (int)(key - '0') : state->count;
    }
    *state = (struct key_state){0};
    return result;
}

/* How BINDING goes on from what is typed: the next key and the command, or that more keys follow. False where
 * another that goes on with the same key says so. */
static bool add_continuation(struct buf *out, const char *between, const struct keymap *map, unsigned context,
                             const struct key_sequence *typed, const struct binding *binding)
{
    struct key_sequence next = *typed;
    next.at[next.n++] = binding->keys.at[typed->n];
    if (keymap_find(map, context, &next) != binding)
        return false;
    char *label = key_label(NULL, next.at[next.n - 1]);
    if (binding->keys.n > next.n)
        buf_printf(out, "%s%s ...", between, label);
    else if (binding->arguments)
        buf_printf(out, "%s%s %s %s", between, label, command_get(binding->command)->name, binding->arguments);
    else
        buf_printf(out, "%s%s %s", between, label, command_get(binding->command)->name);
    talloc_free(label);
    return true;
}

static void add_continuations(struct buf *out, const struct keymap *map, unsigned context,
                              const struct key_sequence *typed)
{
    bool any = false;
    for (size_t i = 0; i < map->n; i++) {
        const struct binding *binding = &map->at[i];
        if (!(binding->contexts & context) || binding->keys.n <= typed->n || !sequences_clash(&binding->keys, typed))
            continue;
        any = add_continuation(out, any ? ", " : "", map, context, typed, binding) || any;
    }
}

char *key_state_words(const void *parent, const struct key_state *state, const struct keymap *map, unsigned context)
{
    struct buf out;
    buf_init(&out, parent, 4096);
    if (state->count > 0)
        buf_printf(&out, "%d%s", state->count, state->typed.n ? " " : ": a count for the next key");
    if (state->typed.n) {
        char *typed = key_sequence_label(NULL, &state->typed);
        buf_printf(&out, "%s: ", typed);
        talloc_free(typed);
        add_continuations(&out, map, context, &state->typed);
    }
    buf_puts(&out, "; Esc takes it back");
    return buf_take(&out);
}
