/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* pair, committee, site: what only the member can decide about meetings, committees and councils. The lists of what
 * there is to decide stand in lists.c. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <string.h>

/* ---- pair --------------------------------------------------------------------------------------------------- */

static enum status find_both(struct call *call, char *ids[2], struct err *err)
{
    struct store *store;
    enum status status = call_store(call, STORE_READ, &store, err);
    if (status != STATUS_OK)
        return status;
    for (int i = 0; i < 2 && status == STATUS_OK; i++)
        status = store_find_meeting(call->parent, store, call->words[i + 1], call->program->as_at, &ids[i], err);
    talloc_free(store);
    return status;
}

enum status run_pair(struct call *call, struct err *err)
{
    static const struct {
        const char *verb;
        enum edit_kind kind;
    } verbs[] = {{"join", EDIT_MEETING_JOIN}, {"apart", EDIT_MEETING_APART}};
    char *ids[2] = {0};
    for (size_t i = 0; call->n == 3 && i < MB_LENGTH(verbs); i++) {
        if (strcmp(verbs[i].verb, call->words[0]) != 0)
            continue;
        enum status status = find_both(call, ids, err);
        struct edit edit = {.kind = verbs[i].kind, .target = ids[0], .value = ids[1]};
        return status == STATUS_OK ? call_edit(call, &edit, err) : status;
    }
    return call_usage(call, err);
}

/* ---- committee ------------------------------------------------------------------------------------------------ */

/* "split NAME": the committee that has NAME as one of its names. */
enum status run_committee(struct call *call, struct err *err)
{
    bool merges = call->n == 3 && strcmp(call->words[0], "merge") == 0;
    bool splits = call->n >= 2 && call->n <= 3 && strcmp(call->words[0], "split") == 0;
    if (!merges && !splits)
        return call_usage(call, err);
    struct edit edit = {.kind = merges ? EDIT_COMMITTEE_MERGE : EDIT_COMMITTEE_SPLIT,
                        .target = call->words[1],
                        .value = call->n == 3 ? call->words[2] : NULL};
    return call_edit(call, &edit, err);
}

/* ---- site ----------------------------------------------------------------------------------------------------- */

/* A committee stands for itself where its papers name no council, and for its council where they do. */
struct site_owner {
    const char *council, *committee;
};

static enum status site_of_owner(struct call *call, struct store *store, struct site_owner owner, char **site, struct err *err)
{
    if (owner.committee && !owner.council)
        return store_committee_site(call->parent, store, owner.committee, site, err);
    return store_site(call->parent, store, owner.council, site, err);
}

static enum status say_site(struct call *call, struct store *store, struct site_owner owner, struct err *err)
{
    char *site = NULL;
    const char *name = owner.council ? owner.council : owner.committee;
    enum status status = site_of_owner(call, store, owner, &site, err);
    if (status == STATUS_OK)
        out_line("%s: %s", name ? name : "papers that name no council", site ? site : "not entered");
    return status;
}

/* Every council that papers name, committees without one for which something is entered, and what is entered for all the others. */
static enum status list_sites(struct call *call, struct store *store, struct err *err)
{
    struct committees list;
    enum status status = store_committees(call->parent, store, &list, err);
    for (size_t i = 0; i < list.n && status == STATUS_OK; i++) {
        const char *council = list.at[i].council, *before = i ? list.at[i - 1].council : NULL;
        struct site_owner owner = {council, list.at[i].name};
        char *site = NULL;
        if (!council)
            status = site_of_owner(call, store, owner, &site, err);
        if (status == STATUS_OK && (site || (council && (!before || strcmp(council, before) != 0))))
            status = say_site(call, store, owner, err);
    }
    return status == STATUS_OK ? say_site(call, store, (struct site_owner){0}, err) : status;
}

static bool is_address(const char *words)
{
    return strstr(words, "://") != NULL || strcmp(words, "none") == 0;
}

/* The council as papers name it, or a committee of papers that name none; what no paper names would be asked for nowhere. */
static enum status known_owner(struct call *call, struct store *store, const char *words, struct site_owner *out, struct err *err)
{
    struct committees list;
    enum status status = store_committees(call->parent, store, &list, err);
    char *wanted = text_fold(call->parent, words);
    *out = (struct site_owner){0};
    for (size_t i = 0; i < list.n && status == STATUS_OK && !out->council; i++) {
        const char *council = list.at[i].council;
        if (council && strcmp(text_fold(call->parent, council), wanted) == 0)
            *out = (struct site_owner){.council = council};
        else if (!council && strcmp(text_fold(call->parent, list.at[i].name), wanted) == 0)
            *out = (struct site_owner){.committee = list.at[i].name};
    }
    if (status == STATUS_OK && !out->council && !out->committee)
        status = err_set(err, STATUS_USAGE, "no paper held names the council \"%s\": minutebook site lists them", words);
    return status;
}

/* The edit takes a committee by a meeting of it. */
static enum status meeting_of_committee(struct call *call, struct store *store, const char *committee, const char **id, struct err *err)
{
    struct meeting_rows rows;
    enum status status = store_meetings(call->parent, store, &rows, err);
    *id = NULL;
    for (size_t i = 0; i < rows.n && status == STATUS_OK && !*id; i++)
        if (rows.at[i].committee && !rows.at[i].council && strcmp(rows.at[i].committee, committee) == 0)
            *id = rows.at[i].id;
    return status == STATUS_OK && !*id ? err_set(err, STATUS_USAGE, "no meeting of %s is known", committee) : status;
}

enum status run_site(struct call *call, struct err *err)
{
    struct store *store;
    const char *address = NULL, *meeting = NULL;
    struct site_owner owner = {0};
    if (call->n > 2 || (call->n == 2 && !is_address(call->words[1])))
        return call_usage(call, err);
    if (call->n > 0 && is_address(call->words[call->n - 1]))
        address = call->words[call->n - 1];
    enum status status = call_store(call, STORE_READ, &store, err);
    if (status != STATUS_OK)
        return status;
    if (call->n - (address ? 1 : 0) == 1)
        status = known_owner(call, store, call->words[0], &owner, err);
    if (status == STATUS_OK && address && owner.committee)
        status = meeting_of_committee(call, store, owner.committee, &meeting, err);
    if (status == STATUS_OK && !address)
        status = owner.council || owner.committee ? say_site(call, store, owner, err) : list_sites(call, store, err);
    talloc_free(store);
    if (status != STATUS_OK || !address)
        return status;
    struct edit edit = {.kind = EDIT_COUNCIL_SITE, .target = owner.council, .field = meeting, .value = strcmp(address, "none") == 0 ? NULL : address};
    return call_edit(call, &edit, err);
}
