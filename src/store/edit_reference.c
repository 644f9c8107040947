/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* References: minute number, stroke, next free place ("555/7"); "a7/1" by agenda number before minutes
 * are held; the day of the meeting where the row has no item ("2022-11-03/1"), "own/1" without a day.
 * Rows are never deleted, only undone, so that the places already given stand in the table itself and
 * none is given twice. A number that another meeting's rows bear gets the committee's letters, or the
 * meeting's day, before it: "cf 5/1" (screens.md 2). */
#include "config.h"

#include "src/store/user_rows.h"

#include <string.h>

#define PLACE_DIGITS 6 /* of a place that may be wanted */
#define SAME_DAY_MAX 1000

/* ---- what was given ------------------------------------------------------------------------------ */

/* A scope is what stands before the place: "555", "cf 555". */
struct scope {
    char *text, *letters;
    bool ours; /* of the same meeting */
    int last;
};
struct scopes {
    struct scope *at;
    size_t n;
};

static struct scope *scope_get(struct scopes *scopes, const char *text, size_t n)
{
    for (size_t i = 0; i < scopes->n; i++)
        if (strlen(scopes->at[i].text) == n && strncmp(scopes->at[i].text, text, n) == 0)
            return &scopes->at[i];
    return NULL;
}

static bool same_meeting(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : !a && !b;
}

static enum status read_scopes(const void *parent, struct db *db, const char *number, const char *meeting, struct scopes *out,
                               struct err *err)
{
    static const char SQL_GIVEN[] = "SELECT reference, meeting_id, committee, source_sha256 FROM action WHERE instr(reference, ?1) > 0";
    enum status status = STATUS_OK;
    struct rows rows = db_select(db, SQL_GIVEN, err, v_text(mem_printf(parent, "%s/", number)));
    while (status == STATUS_OK && rows_next(&rows)) {
        struct meeting_now now;
        char *reference = rows_text(parent, &rows, 0), *id = rows_text(parent, &rows, 1);
        size_t n;
        int place = reference_place(reference, number, &n);
        if (!place)
            continue;
        struct scope *scope = scope_get(out, reference, n);
        if (!scope) {
            status = meeting_now(parent, db, rows_text(parent, &rows, 3), id, &now, err);
            scope = mem_append(parent, out->at, out->n);
            scope->text = mem_strndup(parent, reference, n);
            scope->letters = committee_letters(parent, rows_text(parent, &rows, 2));
            scope->ours = same_meeting(now.id ? now.id : id, meeting);
        }
        scope->last = place > scope->last ? place : scope->last;
    }
    enum status ended = rows_end(&rows);
    return status == STATUS_OK ? ended : status;
}

/* ---- the next ---------------------------------------------------------------------------------------- */

/* A scope that no other meeting's rows bear: the bare number; with the committee's letters, if those tell
 * it apart; with the day. */
static char *new_scope(const void *parent, struct scopes *scopes, const char *number, const struct action *action)
{
    const struct scope *bare = scope_get(scopes, number, strlen(number));
    if (!bare)
        return mem_strdup(parent, number);
    char *letters = committee_letters(parent, action->committee);
    char *scope = mem_printf(parent, "%s %s", letters, number);
    if (*letters && strcmp(letters, bare->letters) != 0 && !scope_get(scopes, scope, strlen(scope)))
        return scope;
    const char *day = date_is_set(action->meeting_date) ? date_iso(parent, action->meeting_date) : "other";
    scope = mem_printf(parent, "%s %s", day, number);
    for (int i = 2; scope_get(scopes, scope, strlen(scope)) && i < SAME_DAY_MAX; i++)
        scope = mem_printf(parent, "%s%s%s-%d %s", letters, *letters ? " " : "", day, i, number);
    return scope;
}

enum status reference_is_free(struct db *db, const char *wanted, bool *is_free, struct err *err)
{
    static const char SQL_TAKEN[] = "SELECT count(*) FROM action WHERE reference = ?1";
    int64_t taken = 0;
    enum status status = db_number(db, SQL_TAKEN, 0, &taken, err, v_text(wanted));
    *is_free = taken == 0;
    return status;
}

/* WANTED is a place of SCOPE ("555/7"), and none has it. */
static enum status may_have(struct db *db, const char *wanted, const char *scope, bool *may, struct err *err)
{
    size_t n = strlen(scope);
    *may = false;
    if (!wanted || strncmp(wanted, scope, n) != 0 || wanted[n] != '/')
        return STATUS_OK;
    const char *digits = wanted + n + 1;
    size_t len = strspn(digits, "0123456789");
    if (len == 0 || len > PLACE_DIGITS || digits[len] || digits[0] == '0')
        return STATUS_OK;
    return reference_is_free(db, wanted, may, err);
}

enum status reference_choose(const void *parent, struct db *db, const struct action *action, char **out, struct err *err)
{
    bool as_wanted = false;
    void *scratch = talloc_named_const(NULL, 0, "reference");
    struct meeting_now now;
    struct scopes scopes = {0};
    char *number = reference_number(scratch, action), *scope = NULL;
    int last = 0;
    enum status status = meeting_now(scratch, db, action->source_sha256, action->meeting_id, &now, err);
    if (status == STATUS_OK)
        status = read_scopes(scratch, db, number, now.id ? now.id : action->meeting_id, &scopes, err);
    for (size_t i = 0; i < scopes.n && !scope; i++)
        if (scopes.at[i].ours) {
            scope = scopes.at[i].text;
            last = scopes.at[i].last;
        }
    if (status == STATUS_OK && !scope)
        scope = new_scope(scratch, &scopes, number, action);
    if (status == STATUS_OK)
        status = may_have(db, action->reference, scope, &as_wanted, err);
    if (status == STATUS_OK)
        *out = as_wanted ? mem_strdup(parent, action->reference) : mem_printf(parent, "%s/%d", scope, last + 1);
    talloc_free(scratch);
    return status;
}
