/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A tracker that comes from outside: a colleague's document where it begins with a brace, else a table. It meets a store that
 * holds follow-ups already. Some plan whose rows are all counted, or a sentence; made, the same tracker changes nothing more. */
#include "config.h"

#include "fuzz/fuzz.h"

#include <minutebook/export_take.h>

#include <stdlib.h>
#include <string.h>

#define PLANS_MADE 16 /* of so many plans one is made: the disk is slow */

static const char held[] = "Reference\tAction\tOfficer\tStatus\tDue\n"
                           "1\tA list of the piers to members\tHead of Harbours\tOpen\t3 March 2031\n"
                           "2\tWrite to the ferry company\tChairman\tComplete\t\n";

static const struct take_options options = {.name = "tracker", .today = {2031, 3, 1}, .here = true};
static struct profiles *profiles;

static enum status plan(const void *context, struct store *store, const char *text, size_t n, struct take *take, struct err *err)
{
    *take = (struct take){0};
    return *text == '{' ? take_actions(context, store, text, n, &options, take, err)
                        : take_table(context, store, profiles, NULL, text, &options, take, err);
}

static void make(const void *context, struct store *store, const struct take *take)
{
    struct edit_result *made;
    struct err err = {0};
    if (take->edit.n_edits > 0 && store_edit(context, store, &take->edit, &made, &err) != STATUS_OK)
        fuzz_demand(err.text[0] ? err.text : "a plan is refused without a sentence");
}

/* A store that holds two follow-ups, in a folder of its own under fuzz.sh's. */
static struct store *new_store(const void *context)
{
    const char *work = getenv("FUZZ_WORK");
    char *folder = mem_printf(context, "%s/store-XXXXXX", work ? work : ".");
    struct store *store = NULL;
    struct take take;
    struct err err = {0};
    char *path = mem_printf(context, "%s/store.db", mkdtemp(folder));
    fuzz_demand(store_open(context, path, STORE_WRITE, &store, &err) == STATUS_OK ? NULL : err.text);
    profiles_load(context, NULL, &profiles, NULL);
    fuzz_demand(plan(context, store, held, sizeof held - 1, &take, &err) == STATUS_OK ? NULL : err.text);
    make(context, store, &take);
    return store;
}

static void check_plan(const struct take *take)
{
    size_t counted = 0;
    for (size_t kind = 0; kind < MB_LENGTH(take->kinds); kind++)
        counted += (size_t)take->kinds[kind];
    fuzz_demand(counted != take->n ? "rows of a plan that are of no kind" : NULL);
    fuzz_demand((take->kinds[TAKE_ADD] + take->kinds[TAKE_CHANGE] > 0) != (take->edit.n_edits > 0) ? "a plan that does not do what it says" : NULL);
}

/* The row of PLAN that would still change something, in words; NULL: none. */
static const char *not_yet_same(const void *context, const struct take *plan)
{
    for (size_t i = 0; i < plan->n; i++)
        if (plan->rows[i].kind == TAKE_ADD || plan->rows[i].kind == TAKE_CHANGE)
            return mem_printf(context, "taken again line %d (%s) changes something: %s", plan->rows[i].line, plan->rows[i].words,
                              plan->rows[i].details.n ? plan->rows[i].details.at[0] : "it is added");
    return NULL;
}

/* Make the plan, look again, and take it back. */
static void check_made(const void *context, struct store *store, const char *text, size_t n, const struct take *first)
{
    struct take again;
    struct edit_result *undone;
    struct err err = {0};
    make(context, store, first);
    fuzz_demand(plan(context, store, text, n, &again, &err) == STATUS_OK ? NULL : err.text);
    fuzz_demand(not_yet_same(context, &again));
    fuzz_demand(store_edit(context, store, &(struct edit){.kind = EDIT_UNDO}, &undone, &err) == STATUS_OK ? NULL : err.text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static void *kept;
    static struct store *store;
    static unsigned plans;
    if (!store)
        store = new_store(kept = talloc_named_const(NULL, 0, "kept"));
    void *context = talloc_named_const(NULL, 0, "fuzz");
    struct take take;
    struct err err = {0};
    size_t n;
    char *text = text_decode(context, data, size, &n, NULL);
    if (plan(context, store, text, n, &take, &err) == STATUS_OK) {
        check_plan(&take);
        if (take.edit.n_edits > 0 && plans++ % PLANS_MADE == 0)
            check_made(context, store, text, n, &take);
    } else {
        fuzz_demand(err.text[0] == '\0' ? "refused without a sentence" : NULL);
    }
    talloc_free(context);
    return 0;
}
