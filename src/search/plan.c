/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A tree to what the store is asked: one FTS5 expression for what is published and one for the member's own rows, since
 * each bears words that the other has not, and the days. A part that holds for none or all of a side is worked out
 * here; FTS5 reads strings in quotes and the operators that stand in this file (fts5.html, section 3). */
#include "config.h"

#include "expand.h"
#include "names.h"
#include "parse.h"
#include "values.h"

#include <string.h>

#define PLAN_BYTES_MAX 200000

/* What is true of one side: of no text of it, of all, or of those that `match` finds, or of all but these. */
enum truth { TRUTH_NONE, TRUTH_ALL, TRUTH_MATCH, TRUTH_ALL_BUT };
struct condition {
    enum truth truth;
    char *match; /* in brackets or one string; NULL for the first two */
};

struct planning {
    struct query *query;
    struct store *store;
    const char *words;
    const struct query_options *options;
    struct query_fault *fault;
    struct err *err;
    const void *scratch;
    bool mine;  /* the side that is worked out */
    bool exact; /* a phrase stands in what is published */
};

static enum status condition_of(struct planning *planning, const struct query_node *node, struct condition *out);

/* ---- strings -------------------------------------------------------------------------------- */

/* A string of FTS5: whatever stands inside is text (fts5.html, section 3.1). */
static void add_string(struct buf *out, const char *text)
{
    char *clean = tokenizer_clean(NULL, text);
    buf_putc(out, '"');
    for (const char *c = clean; *c; c++) {
        if (*c == '"')
            buf_putc(out, '"');
        buf_putc(out, *c);
    }
    buf_putc(out, '"');
    talloc_free(clean);
}

static void add_term(struct planning *planning, struct buf *out, const struct query_term *term)
{
    add_string(out, term->text);
    if (term->kind == TERM_PREFIX)
        buf_putc(out, '*');
    planning->exact = planning->exact || (!planning->mine && term->tokens->n > 1);
}

/* The term or what was added to it, in brackets where there is a choice. */
static void add_choice(struct planning *planning, struct buf *out, const struct query_term *term)
{
    buf_puts(out, term->n_also ? "(" : "");
    add_term(planning, out, term);
    for (size_t i = 0; i < term->n_also; i++) {
        buf_puts(out, " OR ");
        add_string(out, term->also[i].text);
        planning->exact = planning->exact || (!planning->mine && term->also[i].tokens->n > 1);
    }
    buf_puts(out, term->n_also ? ")" : "");
}

static struct condition matching(char *match)
{
    return (struct condition){TRUTH_MATCH, match};
}

static void begin(const struct planning *planning, struct buf *out)
{
    buf_init(out, planning->scratch, PLAN_BYTES_MAX);
}

static enum status ended(const struct planning *planning, struct buf *out, struct condition *condition)
{
    if (out->full)
        return err_set(planning->err, STATUS_USAGE,
                       "the search asks for too much at once: fewer words or names may do");
    *condition = matching(buf_take(out));
    return STATUS_OK;
}

/* Of the member's rows a word is looked for in what they say, not in the columns that fields ask: else "started" found all that are
 * not started. */
static void add_columns(const struct planning *planning, struct buf *out)
{
    if (planning->mine)
        buf_puts(out, "{title body} : ");
}

static enum status term_condition(struct planning *planning, const struct query_node *node, struct condition *out)
{
    struct buf match;
    begin(planning, &match);
    add_columns(planning, &match);
    add_choice(planning, &match, &planning->query->terms[node->term]);
    return ended(planning, &match, out);
}

/* NEAR counts the words between two of them, FTS5 as we do (fts5.html, section 3.3). */
static enum status near_condition(struct planning *planning, const struct query_node *node, struct condition *out)
{
    struct buf match;
    begin(planning, &match);
    add_columns(planning, &match);
    buf_puts(&match, "NEAR(");
    for (size_t i = 0; i < node->n_parts; i++) {
        buf_puts(&match, i ? " " : "");
        add_term(planning, &match, &planning->query->terms[node->parts[i]->term]);
    }
    buf_printf(&match, ", %d)", node->near);
    planning->exact = planning->exact || !planning->mine;
    return ended(planning, &match, out);
}

/* ---- fields --------------------------------------------------------------------------------- */

/* One of the WORDS that the store gives for VALUES. */
static enum status meta_condition(struct planning *planning, enum search_meta meta, const struct strings *values,
                                  struct condition *out)
{
    struct buf match;
    begin(planning, &match);
    for (size_t i = 0; i < values->n; i++) {
        buf_puts(&match, i ? " OR " : "(");
        buf_printf(&match, "\"%s\"", store_search_word(planning->scratch, meta, values->at[i]));
    }
    buf_puts(&match, ")");
    if (values->n == 0) {
        *out = (struct condition){TRUTH_NONE, NULL};
        return STATUS_OK;
    }
    return ended(planning, &match, out);
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

/* One of the words of the index for VALUES; own rows of a store that keeps none with them are none of those asked for.
 */
static enum status of_meta(struct planning *planning, const struct query_node *node, enum search_meta meta,
                           const struct strings *values, struct condition *out)
{
    *out = (struct condition){TRUTH_NONE, NULL};
    if (knows(planning, meta))
        return meta_condition(planning, meta, values, out);
    return planning->mine ? STATUS_OK : not_yet(planning, node);
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
    begin(planning, &match);
    for (size_t i = 0; i < tokens->n; i++)
        buf_printf(&match, "%s%s : \"%s\"", i ? " AND " : "(", columns[node->field], tokens->at[i].word);
    buf_puts(&match, ")");
    return ended(planning, &match, out);
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
    begin(planning, &match);
    for (size_t i = 0; action_statuses[i]; i++) {
        if (!(statuses >> i & 1))
            continue;
        buf_printf(&match, "%sstatus : \"%s\"", first ? "(" : " OR ", action_statuses[i]);
        first = false;
    }
    buf_puts(&match, ")");
    return ended(planning, &match, out);
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

static enum status field_condition(struct planning *planning, const struct query_node *node, struct condition *out)
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

/* ---- groups --------------------------------------------------------------------------------- */

static void add_to(const struct planning *planning, struct buf *list, const char *sign, const char *match)
{
    if (!list->data)
        begin(planning, list);
    buf_printf(list, "%s%s", list->len ? sign : "", match);
}

/* What must hold and what must not, as one. */
static enum status joined(const struct planning *planning, struct buf *wanted, struct buf *unwanted,
                          struct condition *out)
{
    struct buf match;
    if (!wanted->data && !unwanted->data) {
        *out = (struct condition){TRUTH_ALL, NULL};
        return STATUS_OK;
    }
    begin(planning, &match);
    if (wanted->data)
        buf_printf(&match, unwanted->data ? "((%s) NOT (%s))" : "(%s)", wanted->data, unwanted->data);
    else
        buf_printf(&match, "(%s)", unwanted->data);
    enum status status = ended(planning, &match, out);
    if (!wanted->data)
        out->truth = TRUTH_ALL_BUT;
    return status;
}

static enum status all_condition(struct planning *planning, const struct query_node *node, struct condition *out)
{
    struct buf wanted = {0}, unwanted = {0};
    for (size_t i = 0; i < node->n_parts; i++) {
        struct condition part;
        enum status status = condition_of(planning, node->parts[i], &part);
        if (status != STATUS_OK || part.truth == TRUTH_NONE) {
            *out = part;
            return status;
        }
        if (part.truth == TRUTH_MATCH)
            add_to(planning, &wanted, " AND ", part.match);
        else if (part.truth == TRUTH_ALL_BUT)
            add_to(planning, &unwanted, " OR ", part.match);
    }
    return joined(planning, &wanted, &unwanted, out);
}

/* Either side of an OR finds something (query_parse), so that none is all but something. */
static enum status any_condition(struct planning *planning, const struct query_node *node, struct condition *out)
{
    struct buf match;
    bool first = true;
    begin(planning, &match);
    for (size_t i = 0; i < node->n_parts; i++) {
        struct condition part;
        enum status status = condition_of(planning, node->parts[i], &part);
        if (status != STATUS_OK || part.truth == TRUTH_ALL) {
            *out = part;
            return status;
        }
        if (part.truth != TRUTH_MATCH)
            continue;
        buf_printf(&match, "%s%s", first ? "(" : " OR ", part.match);
        first = false;
    }
    buf_puts(&match, ")");
    if (first) {
        *out = (struct condition){TRUTH_NONE, NULL};
        return STATUS_OK;
    }
    return ended(planning, &match, out);
}

static enum status not_condition(struct planning *planning, const struct query_node *node, struct condition *out)
{
    static const enum truth turned[] = {[TRUTH_NONE] = TRUTH_ALL,
                                        [TRUTH_ALL] = TRUTH_NONE,
                                        [TRUTH_MATCH] = TRUTH_ALL_BUT,
                                        [TRUTH_ALL_BUT] = TRUTH_MATCH};
    enum status status = condition_of(planning, node->parts[0], out);
    if (status == STATUS_OK)
        out->truth = turned[out->truth];
    return status;
}

static enum status condition_of(struct planning *planning, const struct query_node *node, struct condition *out)
{
    static enum status (*const conditions[])(struct planning *, const struct query_node *, struct condition *) = {
        [QUERY_TERM] = term_condition, [QUERY_NEAR] = near_condition, [QUERY_ALL] = all_condition,
        [QUERY_ANY] = any_condition,   [QUERY_NOT] = not_condition,   [QUERY_FIELD] = field_condition,
    };
    return conditions[node->kind](planning, node, out);
}

/* ---- the request ---------------------------------------------------------------------------- */

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

/* What holds for the whole search (BY_ALONE). */
static enum status note_alone(struct planning *planning, const struct query_node *node)
{
    if (node->kind != QUERY_FIELD)
        return STATUS_OK;
    if (search_fields[node->field].values == VALUES_DAYS)
        narrow_days(&planning->query->request, node);
    if (search_fields[node->field].values == VALUES_PERSON)
        return ask_member(planning, node);
    return node->field == BY_IS && value_is(node->value) == IS_OVERDUE ? ask_overdue(planning, node) : STATUS_OK;
}

/* Every text bears the word of its kind. */
static enum status everything(struct planning *planning, struct condition *out)
{
    struct strings names = kinds_of(planning, ~0U);
    if (!knows(planning, META_KIND)) {
        *out = (struct condition){TRUTH_NONE, NULL};
        return STATUS_OK;
    }
    return meta_condition(planning, META_KIND, &names, out);
}

static enum status plan_side(struct planning *planning, bool mine, const char **match)
{
    struct condition root, all;
    planning->mine = mine;
    enum status status = condition_of(planning, planning->query->root, &root);
    if (status == STATUS_OK && (root.truth == TRUTH_ALL || root.truth == TRUTH_ALL_BUT))
        status = everything(planning, &all);
    if (status != STATUS_OK || root.truth == TRUTH_NONE)
        return status;
    if (root.truth == TRUTH_MATCH)
        *match = mem_strdup(planning->query, root.match);
    else if (all.truth == TRUTH_MATCH)
        *match = root.match ? mem_printf(planning->query, "%s NOT %s", all.match, root.match)
                            : mem_strdup(planning->query, all.match);
    return STATUS_OK;
}

static bool asks_routine(const struct query_node *node)
{
    bool asks = node->kind == QUERY_FIELD && node->field == BY_IS && value_is(node->value) == IS_ROUTINE;
    for (size_t i = 0; !asks && i < node->n_parts; i++)
        asks = asks_routine(node->parts[i]);
    return asks;
}

/* Routine texts stay out unless they are asked for; the member's own rows are never routine. */
static void leave_routine_out(struct planning *planning)
{
    struct query *query = planning->query;
    struct search_request *request = &query->request;
    const bool known = planning->store && store_search_knows(planning->store, META_ROUTINE, false);
    if (!request->match || !known || planning->options->routine || asks_routine(query->root))
        return;
    const char *word = store_search_word(planning->scratch, META_ROUTINE, "");
    query->routine_match = mem_printf(query, "(%s) AND \"%s\"", request->match, word);
    request->match = mem_printf(query, "(%s) NOT \"%s\"", request->match, word);
}

static enum status plan(struct planning *planning)
{
    const struct query_node *root = planning->query->root;
    struct search_request *request = &planning->query->request;
    enum status status = note_alone(planning, root);
    for (size_t i = 0; i < root->n_parts && status == STATUS_OK && root->kind == QUERY_ALL; i++)
        status = note_alone(planning, root->parts[i]);
    if (status == STATUS_OK)
        status = plan_side(planning, false, &request->match);
    if (status == STATUS_OK)
        status = plan_side(planning, true, &request->mine_match);
    request->words_only = !planning->exact;
    if (status == STATUS_OK)
        leave_routine_out(planning);
    return status;
}

enum status query_plan(struct query *query, const char *words, struct store *store, const struct query_options *options,
                       struct query_fault *at, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "plan");
    struct planning planning = {.query = query,
                                .store = store,
                                .words = words,
                                .options = options,
                                .fault = at,
                                .err = err,
                                .scratch = scratch};
    query->request = (struct search_request){0};
    enum status status = query_expand(query, store, options, err);
    if (status == STATUS_OK)
        status = plan(&planning);
    talloc_free(scratch);
    return status;
}
