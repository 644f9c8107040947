/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The fields of a search: words of the index, columns of the member's rows, or what the request holds beside both. */
#include "config.h"

#include "names.h"
#include "parse.h"
#include "plan.h"
#include "values.h"

#include <string.h>

/* ---- words of the index --------------------------------------------------------------------- */

/* One of the WORDS that the store gives for VALUES. */
static enum status meta_condition(struct planning *planning, enum search_meta meta, const struct strings *values,
                                  struct condition *out)
{
    struct buf match;
    plan_begin(planning, &match);
    for (size_t i = 0; i < values->n; i++) {
        buf_puts(&match, i ? " OR " : "(");
        buf_printf(&match, "\"%s\"", store_search_word(planning->scratch, meta, values->at[i]));
    }
    buf_puts(&match, ")");
    if (values->n == 0) {
        *out = (struct condition){TRUTH_NONE, NULL};
        return STATUS_OK;
    }
    return plan_ended(planning, &match, out);
}

static enum status fault(const struct planning *planning, const struct query_node *node, const char *what)
{
    const struct parsing parsing = {
        .lexer = {.words = planning->words}, .fault = planning->fault, .err = planning->err};
    return parse_fault(&parsing, node->from, node->to, what);
}

static enum status not_yet(struct planning *planning, const struct query_node *node)
{
    return fault(
        planning, node,
        mem_printf(planning->scratch,
                   "%s: cannot be asked of this store: an earlier release wrote its index; an import brings it on",
                   search_fields[node->field].name));
}

static bool knows(const struct planning *planning, enum search_meta meta)
{
    return !planning->store || store_search_knows(planning->store, meta, planning->mine);
}

/* What an earlier release indexed and is not done anew yet would be missing among what is found, and nobody would know. */
static enum status is_behind(struct planning *planning, const struct query_node *node, enum search_meta meta)
{
    int meetings = 0;
    if (!planning->store || planning->mine || meta == META_KIND || meta == META_COMMITTEE)
        return STATUS_OK;
    enum status status = store_search_lags(planning->store, &meetings, planning->err);
    if (status != STATUS_OK || meetings == 0)
        return status;
    return fault(planning, node,
                 mem_printf(planning->scratch, "%s: cannot be asked yet: %d meeting%s still to be indexed anew; an open browser does it, and minutebook actions",
                            search_fields[node->field].name, meetings, meetings == 1 ? " is" : "s are"));
}

/* One of the words of the index for VALUES; own rows of a store that keeps none with them are none of those asked for.
 */
static enum status of_meta(struct planning *planning, const struct query_node *node, enum search_meta meta,
                           const struct strings *values, struct condition *out)
{
    *out = (struct condition){TRUTH_NONE, NULL};
    if (!knows(planning, meta))
        return planning->mine ? STATUS_OK : not_yet(planning, node);
    enum status status = is_behind(planning, node, meta);
    return status == STATUS_OK ? meta_condition(planning, meta, values, out) : status;
}

static struct strings kinds_of(const struct planning *planning, unsigned kinds)
{
    struct strings names = {0};
    for (enum passage_kind kind = 0; kind < PASSAGE_KINDS; kind++)
        if (kinds >> kind & 1)
            strings_add(planning->scratch, &names, passage_kind_name(kind));
    return names;
}

static enum status kind_condition(struct planning *planning, const struct query_node *node, struct condition *out)
{
    unsigned kinds = value_kinds(node->value, planning->options->typing);
    struct strings names = kinds_of(planning, kinds);
    if (planning->mine && !knows(planning, META_KIND)) {
        *out = (struct condition){kinds >> PASSAGE_ACTION & 1 ? TRUTH_ALL : TRUTH_NONE, NULL};
        return STATUS_OK;
    }
    return of_meta(planning, node, META_KIND, &names, out);
}

static enum status name_condition(struct planning *planning, const struct query_node *node, struct condition *out)
{
    bool council = node->field == BY_COUNCIL;
    struct strings names = {0};
    struct err why = {0};
    enum status status = (council ? names_of_council : names_of_committee)(
        planning->scratch, planning->store, node->value, planning->options->typing, &names, &why);
    if (status == STATUS_USAGE)
        return fault(planning, node, why.text);
    if (status != STATUS_OK)
        return err_set(planning->err, status, "%s", why.text);
    return of_meta(planning, node, council ? META_COUNCIL : META_COMMITTEE, &names, out);
}

static enum status flag_condition(struct planning *planning, const struct query_node *node, enum search_meta meta,
                                  struct condition *out)
{
    char none[] = "", *value = none;
    struct strings one = {.at = &value, .n = 1};
    return of_meta(planning, node, meta, &one, out);
}

static enum status number_condition(struct planning *planning, const struct query_node *node, struct condition *out)
{
    struct strings one = {.at = (char *[]){node->value}, .n = 1};
    return of_meta(planning, node, node->field == BY_PAGE ? META_PAGE : META_ITEM, &one, out);
}

/* Words of a column that only the member's rows have: all of them, in any order. */
static enum status column_condition(struct planning *planning, const struct query_node *node, struct condition *out)
{
    static const char *const columns[SEARCH_FIELDS] = {[BY_OWNER] = "owner", [BY_RECIPIENT] = "recipient"};
    struct buf match;
    *out = (struct condition){TRUTH_NONE, NULL};
    struct tokens *tokens =
        tokenizer_run(planning->scratch, planning->query->tokenizer, node->value, strlen(node->value));
    if (!planning->mine || tokens->n == 0)
        return STATUS_OK;
    if (!knows(planning, META_KIND))
        return not_yet(planning, node);
    plan_begin(planning, &match);
    for (size_t i = 0; i < tokens->n; i++)
        buf_printf(&match, "%s%s : \"%s\"", i ? " AND " : "(", columns[node->field], tokens->at[i].word);
    buf_puts(&match, ")");
    return plan_ended(planning, &match, out);
}

static enum status status_condition(struct planning *planning, const struct query_node *node, struct condition *out)
{
    unsigned statuses = value_statuses(node->value);
    struct buf match;
    bool first = true;
    *out = (struct condition){TRUTH_NONE, NULL};
    if (!planning->mine)
        return STATUS_OK;
    if (!knows(planning, META_KIND))
        return not_yet(planning, node);
    plan_begin(planning, &match);
    for (size_t i = 0; action_statuses[i]; i++) {
        if (!(statuses >> i & 1))
            continue;
        buf_printf(&match, "%sstatus : \"%s\"", first ? "(" : " OR ", action_statuses[i]);
        first = false;
    }
    buf_puts(&match, ")");
    return plan_ended(planning, &match, out);
}

/* A field that the request itself holds is true of what comes back; follow-ups that are overdue are the member's alone.
 */
static enum status state_condition(struct planning *planning, const struct query_node *node, struct condition *out)
{
    static const enum search_meta metas[SEARCH_IS] = {
        [IS_EXEMPT] = META_EXEMPT, [IS_CUT] = META_CUT, [IS_TO_FOLLOW] = META_TO_FOLLOW, [IS_ROUTINE] = META_ROUTINE};
    enum search_is is = value_is(node->value);
    if (is != IS_OVERDUE)
        return flag_condition(planning, node, metas[is], out);
    *out = (struct condition){planning->mine ? TRUTH_ALL : TRUTH_NONE, NULL};
    return STATUS_OK;
}

enum status plan_field(struct planning *planning, const struct query_node *node, struct condition *out)
{
    switch (search_fields[node->field].values) {
    case VALUES_COMMITTEE:
    case VALUES_COUNCIL:
        return name_condition(planning, node, out);
    case VALUES_KIND:
        return kind_condition(planning, node, out);
    case VALUES_NUMBER:
        return number_condition(planning, node, out);
    case VALUES_WORDS:
        return column_condition(planning, node, out);
    case VALUES_STATUS:
        return status_condition(planning, node, out);
    case VALUES_IS:
        return state_condition(planning, node, out);
    case VALUES_HAS:
        return flag_condition(planning, node, META_TABLE, out);
    case VALUES_DAYS:
    case VALUES_PERSON:
        break;
    }
    *out = (struct condition){TRUTH_ALL, NULL};
    return STATUS_OK;
}

/* ---- what holds for the whole search --------------------------------------------------------- */

static struct date later(struct date a, struct date b)
{
    return date_is_set(a) && (!date_is_set(b) || date_compare(a, b) > 0) ? a : b;
}

static struct date earlier(struct date a, struct date b)
{
    return date_is_set(a) && (!date_is_set(b) || date_compare(a, b) < 0) ? a : b;
}

static void narrow_days(struct search_request *request, const struct query_node *node)
{
    struct date_span span;
    if (!query_days(node->value, &span))
        return;
    if (node->field == BY_DATE) {
        request->after = later(request->after, span.from);
        request->before = earlier(request->before, span.to);
    } else if (node->field == BY_AFTER) {
        struct date last = date_is_set(span.to) ? span.to : span.from;
        request->after = later(request->after, date_add(last, 1));
    } else {
        struct date first = date_is_set(span.from) ? span.from : span.to;
        request->before = earlier(request->before, date_add(first, -1));
    }
}

static enum status ask_overdue(struct planning *planning, const struct query_node *node)
{
    struct query *query = planning->query;
    struct strings *ids = mem_new(query, struct strings);
    *ids = (struct strings){0};
    if (!planning->options->overdue)
        return fault(planning, node, "what is overdue cannot be asked for here");
    query->request.actions = ids;
    return planning->options->overdue(query, planning->store, planning->options->as_at, ids, planning->err);
}

/* Several must all be there. */
static enum status ask_member(struct planning *planning, const struct query_node *node)
{
    struct search_request *request = &planning->query->request;
    if (planning->store && !store_search_knows(planning->store, META_PAGE, false))
        return not_yet(planning, node);
    struct strings *names = mem_new(planning->query, struct strings);
    *names = (struct strings){0};
    for (size_t i = 0; request->members && i < request->members->n; i++)
        strings_add(planning->query, names, request->members->at[i]);
    strings_add(planning->query, names, node->value);
    request->members = names;
    return STATUS_OK;
}

enum status plan_alone(struct planning *planning, const struct query_node *node)
{
    if (node->kind != QUERY_FIELD)
        return STATUS_OK;
    if (search_fields[node->field].values == VALUES_DAYS)
        narrow_days(&planning->query->request, node);
    if (search_fields[node->field].values == VALUES_PERSON)
        return ask_member(planning, node);
    return node->field == BY_IS && value_is(node->value) == IS_OVERDUE ? ask_overdue(planning, node) : STATUS_OK;
}

enum status plan_everything(struct planning *planning, struct condition *out)
{
    struct strings names = kinds_of(planning, ~0U);
    if (!knows(planning, META_KIND)) {
        *out = (struct condition){TRUTH_NONE, NULL};
        return STATUS_OK;
    }
    return meta_condition(planning, META_KIND, &names, out);
}
