/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Reads a script and hands it out step by step. All of it is understood before the first step, so that a slip in
 * its last line is told before anything was done. Who plays it is the loop (play.c). */
#include "config.h"

#include "script.h"

#include <string.h>

struct script_line {
    int number;
    uint32_t *keys; /* NULL: a command */
    size_t n_keys;
    enum command_id command;
    char *arguments;
};

struct script {
    char *path;
    struct script_line *lines;
    size_t n_lines;
    size_t line, key; /* what comes next */
    int taken;        /* number of the line taken last */
};

static enum status fail_at(const struct script *script, int line, const char *sentence, struct err *err)
{
    return err_set(err, STATUS_USAGE, "%s:%d: %s", script->path, line, sentence);
}

enum status script_fail(const struct script *script, const char *sentence, struct err *err)
{
    return fail_at(script, script->taken, sentence, err);
}

/* ---- reading -------------------------------------------------------------------------------------------- */

static enum status read_keys(struct script *script, struct script_line *line, const char *text, struct err *err)
{
    for (size_t at = 0, n = strlen(text); at < n;) {
        uint32_t key = 0;
        size_t used = text[at] == ' ' || text[at] == '\t' ? 1 : key_scan(text + at, n - at, &key);
        if (used == 0)
            return fail_at(script, line->number, "what stands here is no key", err);
        if (key)
            *mem_append(script, line->keys, line->n_keys) = key;
        at += used;
    }
    return STATUS_OK;
}

static enum status read_command(struct script *script, struct script_line *line, const char *text, struct err *err)
{
    struct err what;
    enum status status = command_parse_line(script, text, &line->command, &line->arguments, &what);
    return status == STATUS_OK ? STATUS_OK : fail_at(script, line->number, what.text, err);
}

static enum status read_lines(struct script *script, char *text, struct err *err)
{
    enum status status = STATUS_OK;
    int number = 0;
    for (char *at = text, *end; at && status == STATUS_OK; at = end) {
        end = strchr(at, '\n');
        if (end)
            *end++ = '\0';
        at = text_trim(at);
        number++;
        if (*at == '\0' || *at == '#')
            continue;
        struct script_line *line = mem_append(script, script->lines, script->n_lines);
        line->number = number;
        status = at[0] == ':' && at[1] ? read_command(script, line, at, err) : read_keys(script, line, at, err);
    }
    return status;
}

enum status script_read(const void *parent, const char *path, struct script **out, struct err *err)
{
    char *text = NULL;
    struct script *script = mem_new(parent, struct script);
    script->path = mem_strdup(script, path);
    enum status status = small_file_read(script, path, &text, err);
    if (status == STATUS_OK)
        status = read_lines(script, text, err);
    if (status == STATUS_OK)
        *out = script;
    else
        talloc_free(script);
    return status;
}

/* ---- stepping ------------------------------------------------------------------------------------------- */

bool script_in_line(const struct script *script)
{
    return script->key > 0;
}

struct script_step script_next(struct script *script)
{
    struct script_step step = {.kind = SCRIPT_END};
    if (script->line >= script->n_lines)
        return step;
    const struct script_line *line = &script->lines[script->line];
    script->taken = line->number;
    if (line->keys) {
        step.kind = SCRIPT_KEY;
        step.key = line->keys[script->key++];
    } else {
        step.kind = SCRIPT_COMMAND;
        step.command = line->command;
        step.arguments = line->arguments;
    }
    if (script->key >= line->n_keys) {
        script->line++;
        script->key = 0;
    }
    return step;
}
