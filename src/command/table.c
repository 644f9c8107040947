/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The command table as an array, and its names: which command a word means. What a command does
 * stands in the rooms above. */
#include "config.h"

#include <minutebook/command.h>

#include <string.h>

static const struct command commands[] = {
#define X(id, name, arguments, keys, contexts, hint, help) {id, name, arguments, keys, contexts, hint, help},
    COMMAND_TABLE(X)
#undef X
};

const struct command *command_get(enum command_id id)
{
    return (unsigned)id < CMD_COUNT ? &commands[id] : NULL;
}

static bool begins(const struct command *command, const char *name, size_t n)
{
    return strlen(command->name) >= n && memcmp(command->name, name, n) == 0;
}

/* The names that NAME begins, for the sentence that says it is not clear. */
static enum status refuse_ambiguous(const char *name, size_t n, struct err *err)
{
    struct buf fits;
    buf_init(&fits, NULL, sizeof err->text / 2);
    for (size_t i = 0; i < CMD_COUNT; i++)
        if (begins(&commands[i], name, n))
            buf_printf(&fits, "%s%s", fits.len ? ", " : "", commands[i].name);
    err_set(err, STATUS_USAGE, "\"%.*s\" may be %s: type more of it", (int)n, name, fits.data);
    buf_release(&fits);
    return STATUS_USAGE;
}

enum status command_by_name(const char *name, size_t n, enum command_id *id, struct err *err)
{
    *id = CMD_NONE;
    if (n == 0)
        return err_set(err, STATUS_USAGE, "no command given: ? lists them");
    size_t fit = 0;
    for (size_t i = 0; i < CMD_COUNT; i++) {
        if (!begins(&commands[i], name, n))
            continue;
        *id = commands[i].id;
        fit++;
        if (commands[i].name[n] == '\0')
            return STATUS_OK; /* an exact name wins over those it begins */
    }
    if (fit == 1)
        return STATUS_OK;
    *id = CMD_NONE;
    if (fit > 1)
        return refuse_ambiguous(name, n, err);
    return err_set(err, STATUS_USAGE, "no command \"%.*s\": ? lists them", (int)(n < 200 ? n : 200), name);
}
