/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* --as-at despatch: the day on which the papers of the next meeting are to be out, as `:as-at despatch` in the browser. */
#include "config.h"

#include "src/cli/out.h"

#include <minutebook/cli.h>

static enum status read_meetings(const void *parent, const struct program *program, struct meeting_rows *rows, struct err *err)
{
    struct store *store;
    if (!store_exists(program->store_path))
        return STATUS_OK;
    enum status status = store_open(parent, program->store_path, STORE_READ, &store, err);
    if (status != STATUS_OK)
        return status;
    status = store_meetings(parent, store, rows, err);
    talloc_free(store);
    return status;
}

enum status cli_despatch(struct program *program, struct err *err)
{
    void *local = talloc_named_const(NULL, 0, "despatch");
    struct meeting_rows rows = {0};
    enum status status = read_meetings(local, program, &rows, err);
    const struct meeting_row *next = status == STATUS_OK ? action_meeting_to_come(&rows, "", program->today) : NULL;
    if (next) {
        program->as_at = action_despatch_day(next->date);
        out_complain("as at %s: five clear working days before the meeting of %s%s%s (" ACTION_DESPATCH_LAW ")", date_words(local, program->as_at),
                     date_words(local, next->date), next->committee ? ", " : "", next->committee ? safe_line(local, next->committee).text : "");
    } else if (status == STATUS_OK) {
        status = err_set(err, STATUS_USAGE, "no meeting is known in \"%s\" that is to come after %s: --as-at 'despatch YYYY-MM-DD' names its day",
                         program->store_path, date_words(local, program->today));
    }
    talloc_free(local);
    return status;
}
