/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A tree to what the store is asked: one FTS5 expression for what is published and one for the member's own rows, since
 * each bears words that the other has not, and the days. A part that holds for none or all of a side is worked out
 * here; FTS5 reads strings in quotes and the operators that stand in this file (fts5.html, section 3). */
#include "config.h"

#include "expand.h"
#include "plan.h"
#include "values.h"

#include <string.h>
#include <unistr.h>

#define PLAN_BYTES_MAX 200000
#define LETTERS_INDEXED 4 /* of the beginnings in the faster index */

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

/* A beginning of more letters than the index of beginnings has is looked for as the words that begin so, where these are few: it would be
 * gathered from the texts of all of them, each time (performance.md 1, point 3). The member's own words are not among those known. */
static bool add_words_of(struct planning *planning, struct buf *out, const struct query_term *term)
{
    struct strings words;
    bool known = false;
    struct err err; /* what is wrong with the store the search itself will find */
    if (planning->mine || !planning->store || term->kind != TERM_PREFIX || term->tokens->n != 1)
        return false;
    const char *word = term->tokens->at[0].word;
    if (u8_mbsnlen((const uint8_t *)word, strlen(word)) <= LETTERS_INDEXED ||
        store_words_of(planning->scratch, planning->store, word, QUERY_ALSO_MAX, &words, &known, &err) != STATUS_OK || !known)
        return false;
    for (size_t i = 0; i < words.n; i++) {
        buf_puts(out, i ? " OR " : "(");
        add_string(out, words.at[i]);
    }
    buf_puts(out, ")");
    return true;
}

/* The term or what was added to it, in brackets where there is a choice. */
static void add_choice(struct planning *planning, struct buf *out, const struct query_term *term)
{
    if (add_words_of(planning, out, term))
        return;
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

void plan_begin(const struct planning *planning, struct buf *out)
{
    buf_init(out, planning->scratch, PLAN_BYTES_MAX);
}

enum status plan_ended(const struct planning *planning, struct buf *out, struct condition *condition)
{
    if (out->full)
        return err_set(planning->err, STATUS_USAGE,
                       "the search asks for too much at once: fewer words or names may do");
    *condition = matching(buf_take(out));
    return STATUS_OK;
}

/* Of the member's rows a word is looked for in what they say, not in the columns that fields ask: else "started" found
 * all that are not started. */
static void add_columns(const struct planning *planning, struct buf *out)
{
    if (planning->mine)
        buf_puts(out, "{title body} : ");
}

static enum status term_condition(struct planning *planning, const struct query_node *node, struct condition *out)
{
    struct buf match;
    plan_begin(planning, &match);
    add_columns(planning, &match);
    add_choice(planning, &match, &planning->query->terms[node->term]);
    return plan_ended(planning, &match, out);
}

/* NEAR counts the words between two of them, FTS5 as we do (fts5.html, section 3.3). */
static enum status near_condition(struct planning *planning, const struct query_node *node, struct condition *out)
{
    struct buf match;
    plan_begin(planning, &match);
    add_columns(planning, &match);
    buf_puts(&match, "NEAR(");
    for (size_t i = 0; i < node->n_parts; i++) {
        buf_puts(&match, i ? " " : "");
        add_term(planning, &match, &planning->query->terms[node->parts[i]->term]);
    }
    buf_printf(&match, ", %d)", node->near);
    planning->exact = planning->exact || !planning->mine;
    return plan_ended(planning, &match, out);
}

/* ---- groups --------------------------------------------------------------------------------- */

static void add_to(const struct planning *planning, struct buf *list, const char *sign, const char *match)
{
    if (!list->data)
        plan_begin(planning, list);
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
    plan_begin(planning, &match);
    if (wanted->data)
        buf_printf(&match, unwanted->data ? "((%s) NOT (%s))" : "(%s)", wanted->data, unwanted->data);
    else
        buf_printf(&match, "(%s)", unwanted->data);
    enum status status = plan_ended(planning, &match, out);
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
    plan_begin(planning, &match);
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
    return plan_ended(planning, &match, out);
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
        [QUERY_ANY] = any_condition,   [QUERY_NOT] = not_condition,   [QUERY_FIELD] = plan_field,
    };
    return conditions[node->kind](planning, node, out);
}

/* ---- the request ---------------------------------------------------------------------------- */

static enum status plan_side(struct planning *planning, bool mine, const char **match)
{
    struct condition root, all;
    planning->mine = mine;
    enum status status = condition_of(planning, planning->query->root, &root);
    if (status == STATUS_OK && (root.truth == TRUTH_ALL || root.truth == TRUTH_ALL_BUT))
        status = plan_everything(planning, &all);
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
    enum status status = plan_alone(planning, root);
    for (size_t i = 0; i < root->n_parts && status == STATUS_OK && root->kind == QUERY_ALL; i++)
        status = plan_alone(planning, root->parts[i]);
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
