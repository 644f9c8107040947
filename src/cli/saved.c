/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* saved: searches under a name, with how much of what they find is new. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <string.h>

static enum status print_saved(struct call *call, struct store *store, struct err *err)
{
    struct saved_searches all;
    enum status status = store_saved_searches(call->parent, store, &all, err);
    const struct query_options options = call_search_options(call, false);
    if (status == STATUS_OK && all.n == 0)
        out_line("No searches saved yet.");
    for (size_t i = 0; i < all.n && status == STATUS_OK; i++) {
        int fresh = 0;
        struct err why;
        enum status counted = search_news(store, all.at[i], &options, &fresh, &why);
        const char *many = fresh > 1000 ? "1,000+ new" : fresh ? mem_printf(call->parent, "%d new", fresh) : "nothing new";
        if (counted != STATUS_OK)
            many = why.text;
        out_line("%s: %s (%s)", all.at[i]->name, all.at[i]->words, many);
    }
    return status;
}

static enum status saved_list(struct call *call, struct err *err)
{
    struct store *store;
    enum status status = call->n > 1 ? call_usage(call, err) : call_store(call, STORE_READ, &store, err);
    if (status != STATUS_OK)
        return status;
    status = print_saved(call, store, err);
    talloc_free(store);
    return status;
}

/* What the words ask for is looked at before they are kept. */
static enum status saved_add(struct call *call, struct err *err)
{
    struct query *query;
    struct buf words;
    if (call->n < 3)
        return err_set(err, STATUS_USAGE, "say: saved add NAME WORDS");
    buf_init(&words, call->parent, BUF_MAX_DOCUMENT);
    for (int i = 2; i < call->n; i++)
        buf_printf(&words, "%s%s", i > 2 ? " " : "", call->words[i]);
    const struct query_options options = {.as_at = call->program->as_at, .overdue = actions_overdue};
    enum status status = query_parse(call->parent, words.data, &options, &query, NULL, err);
    struct edit edit = {.kind = EDIT_SEARCH_SAVE, .field = call->words[1], .value = words.data};
    return status == STATUS_OK ? call_edit(call, &edit, err) : status;
}

static enum status saved_delete(struct call *call, struct err *err)
{
    if (call->n != 2)
        return err_set(err, STATUS_USAGE, "say: saved delete NAME");
    return call_edit(call, &(struct edit){.kind = EDIT_SEARCH_DROP, .target = call->words[1]}, err);
}

enum status run_saved(struct call *call, struct err *err)
{
    static const struct {
        const char *name;
        enum status (*run)(struct call *call, struct err *err);
    } verbs[] = {{"list", saved_list}, {"add", saved_add}, {"delete", saved_delete}};
    if (call->n == 0)
        return saved_list(call, err);
    for (size_t i = 0; i < MB_LENGTH(verbs); i++)
        if (strcmp(verbs[i].name, call->words[0]) == 0)
            return verbs[i].run(call, err);
    return call_usage(call, err);
}
