/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What is added to a query, as parts of its tree, so that what is found, marked and shown is the same. A word brings its forms and
 * what it means; several words that stand one behind the other may mean something together, and do then beside what each
 * finds. Nothing is added to what is left out, to the beginning of a word, or to words that stand near each other. */
#include "config.h"

#include "expand.h"

#include <minutebook/search_words.h>

#include <ctype.h>
#include <string.h>

struct expanding {
    struct query *query;
    struct store *store;
    const struct query_options *options;
    const void *scratch;
    bool single;        /* only single words: a beginning stands in the query, and the index of beginnings knows no phrases */
    enum status status; /* of the store */
    struct err *err;
};

/* ---- one addition --------------------------------------------------------------------------------------------- */

static bool same_tokens(const struct tokens *a, const struct tokens *b)
{
    bool same = a->n == b->n;
    for (size_t i = 0; same && i < a->n; i++)
        same = strcmp(a->at[i].word, b->at[i].word) == 0;
    return same;
}

static bool has_already(const struct query_term *term, const struct tokens *tokens)
{
    bool has = same_tokens(term->tokens, tokens);
    for (size_t i = 0; i < term->n_also && !has; i++)
        has = same_tokens(term->also[i].tokens, tokens);
    return has;
}

static bool add_words(struct expanding *expanding, struct query_term *term, const char *words)
{
    struct query *query = expanding->query;
    struct tokens *tokens = tokenizer_run(query, query->tokenizer, words, strlen(words));
    if (tokens->n == 0 || (expanding->single && tokens->n > 1) || term->n_also == QUERY_ALSO_MAX || has_already(term, tokens)) {
        talloc_free(tokens);
        return false;
    }
    *mem_append(query, term->also, term->n_also) = (struct query_also){mem_strdup(query, words), tokens};
    return true;
}

static void tell(struct expanding *expanding, const char *words)
{
    struct strings *added = &expanding->query->added;
    for (size_t i = 0; i < added->n; i++)
        if (text_same_words(added->at[i], words))
            return;
    strings_add(expanding->query, added, words);
}

/* "education health and care plans" beside the one plan; it goes without saying. */
static void add_other_number(struct expanding *expanding, struct query_term *term, const struct tokens *tokens)
{
    struct buf words;
    char *other = word_other_number(NULL, tokens->at[tokens->n - 1].word);
    if (!other)
        return;
    buf_init(&words, NULL, SIZE_MAX / 2);
    for (size_t i = 0; i + 1 < tokens->n; i++)
        buf_printf(&words, "%s ", tokens->at[i].word);
    buf_puts(&words, other);
    (void)add_words(expanding, term, words.data);
    buf_release(&words);
    talloc_free(other);
}

/* ---- related words --------------------------------------------------------------------------------------------- */

static void add_related(struct expanding *expanding, struct query_term *term, const struct strings *related)
{
    for (size_t i = 0; i < related->n; i++) {
        if (!add_words(expanding, term, related->at[i]))
            continue;
        tell(expanding, related->at[i]);
        if (expanding->options->forms)
            add_other_number(expanding, term, term->also[term->n_also - 1].tokens);
    }
}

/* ---- learned from the papers ------------------------------------------------------------------------------------- */

#define LEARNED_MOST 4   /* of what one acronym stands for */
#define LEARNED_WORDS 12 /* of what an acronym stands for */

static bool is_known(void *to, const char *word)
{
    struct expanding *expanding = to;
    bool known = false;
    if (expanding->status == STATUS_OK)
        expanding->status = store_knows_word(expanding->store, word, &known, expanding->err);
    return known;
}

/* Whether ACRONYM, folded, is a word too: it has forms as a verb ("sent", "led"), or a file says so. */
static bool is_word_too(struct expanding *expanding, const char *acronym)
{
    struct strings forms = {0};
    size_t n = strlen(acronym);
    word_forms(expanding->scratch, acronym, is_known, expanding, &forms);
    for (size_t i = 0; i < forms.n; i++)
        if (strncmp(forms.at[i], acronym, n) != 0 || strcmp(forms.at[i] + n, "s") != 0)
            return true;
    return related_is_word(expanding->options->related, acronym);
}

static void ask_store(struct expanding *expanding, const char *const *words, size_t n, struct strings *out)
{
    if (expanding->store && expanding->status == STATUS_OK)
        expanding->status = store_acronyms(expanding->scratch, expanding->store, words, n, LEARNED_MOST, out, expanding->err);
}

/* What the papers say the word of TERM stands for, in OUT; "EHCPs" is asked for as one, too. */
static void learned_of_word(struct expanding *expanding, const char *text, const char *word, struct strings *out)
{
    bool capitals = strpbrk(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    ask_store(expanding, &word, 1, out);
    size_t n = strlen(word);
    if (out->n == 0 && n > 3 && word[n - 1] == 's') {
        word = mem_strndup(expanding->scratch, word, n - 1);
        ask_store(expanding, &word, 1, out);
    }
    if (out->n > 0 && !capitals && is_word_too(expanding, word))
        *out = (struct strings){0};
}

static void in_capitals(char *acronym)
{
    for (; *acronym; acronym++)
        *acronym = (char)toupper((unsigned char)*acronym);
}

/* What stands for several words. */
static void learned_of_words(struct expanding *expanding, const char *const *words, size_t n, struct strings *out)
{
    struct strings brief = {0};
    ask_store(expanding, words, n, &brief);
    for (size_t i = 0; i < brief.n; i++)
        if (!is_word_too(expanding, brief.at[i])) {
            in_capitals(brief.at[i]);
            strings_add(expanding->scratch, out, brief.at[i]);
        }
}

/* Of TOKENS, typed as TEXT. */
static void learn(struct expanding *expanding, const char *text, const struct tokens *tokens, struct strings *out)
{
    const char *words[LEARNED_WORDS];
    struct strings learned = {0};
    if (tokens->n == 0 || tokens->n > LEARNED_WORDS)
        return;
    for (size_t i = 0; i < tokens->n; i++)
        words[i] = tokens->at[i].word;
    if (tokens->n == 1)
        learned_of_word(expanding, text, words[0], &learned);
    else
        learned_of_words(expanding, words, tokens->n, &learned);
    for (size_t i = 0; i < learned.n; i++)
        strings_add(expanding->scratch, out, learned.at[i]);
}

/* What is related to WORDS, and then what the papers say. */
static bool means(struct expanding *expanding, const char *words, struct strings *related)
{
    struct tokens *tokens = tokenizer_run(expanding->query, expanding->query->tokenizer, words, strlen(words));
    related_of(expanding->scratch, expanding->options->related, words, related);
    learn(expanding, words, tokens, related);
    talloc_free(tokens);
    return related->n > 0;
}

static void relate(struct expanding *expanding, struct query_term *term)
{
    struct strings related = {0};
    if (expanding->options->related && means(expanding, term->text, &related))
        add_related(expanding, term, &related);
}

static bool is_plain_word(const struct expanding *expanding, const struct query_node *node)
{
    const struct query_term *term = node->kind == QUERY_TERM ? &expanding->query->terms[node->term] : NULL;
    return term && term->kind == TERM_WORD && !term->negated;
}

/* The words of PARTS, N of them, with blanks between. */
static char *words_of(const struct expanding *expanding, struct query_node *const *parts, size_t n)
{
    struct buf words;
    buf_init(&words, expanding->scratch, SIZE_MAX / 2);
    for (size_t i = 0; i < n; i++)
        buf_printf(&words, "%s%s", i ? " " : "", expanding->query->terms[parts[i]->term].text);
    return buf_take(&words);
}

static struct query_node *node_of(struct expanding *expanding, enum query_node_kind kind, size_t from, size_t to)
{
    struct query_node *node = mem_new(expanding->query, struct query_node);
    *node = (struct query_node){.kind = kind, .from = from, .to = to};
    return node;
}

/* PARTS, or WORDS as they stand, or what these mean. */
static struct query_node *either(struct expanding *expanding, struct query_node *const *parts, size_t n, char *words,
                                 const struct strings *related)
{
    struct query *query = expanding->query;
    size_t from = parts[0]->from, to = parts[n - 1]->to;
    struct query_node *any = node_of(expanding, QUERY_ANY, from, to), *all = node_of(expanding, QUERY_ALL, from, to),
                      *together = node_of(expanding, QUERY_TERM, from, to);
    for (size_t i = 0; i < n; i++)
        *mem_append(all, all->parts, all->n_parts) = parts[i];
    together->term = query->n_terms;
    struct query_term *term = mem_append(query, query->terms, query->n_terms);
    *term = (struct query_term){.kind = TERM_PHRASE, .implied = true, .text = mem_strdup(query, words),
                                .tokens = tokenizer_run(query, query->tokenizer, words, strlen(words))};
    add_related(expanding, term, related);
    *mem_append(any, any->parts, any->n_parts) = all;
    *mem_append(any, any->parts, any->n_parts) = together;
    return any;
}

/* How many words from PARTS on mean something together, most first; 0: none do. */
static size_t run_at(struct expanding *expanding, struct query_node *const *parts, size_t n, char **words, struct strings *related)
{
    size_t most = 0, longest = related_longest(expanding->options->related);
    longest = longest > LEARNED_WORDS ? longest : LEARNED_WORDS;
    while (most < n && most < longest && is_plain_word(expanding, parts[most]))
        most++;
    for (size_t length = most; length > 1; length--) {
        *words = words_of(expanding, parts, length);
        if (means(expanding, *words, related))
            return length;
    }
    return 0;
}

static void relate_runs(struct expanding *expanding, struct query_node *node)
{
    size_t kept = 0;
    for (size_t i = 0; i < node->n_parts; kept++) {
        struct strings related = {0};
        char *words = NULL;
        size_t room = QUERY_TERMS_MAX - expanding->query->n_terms;
        size_t n = room ? run_at(expanding, node->parts + i, node->n_parts - i, &words, &related) : 0;
        node->parts[kept] = n ? either(expanding, node->parts + i, n, words, &related) : node->parts[i];
        i += n ? n : 1;
    }
    node->n_parts = kept;
}

/* ---- forms -------------------------------------------------------------------------------------------------------- */

static bool is_abbreviation(const char *text)
{
    return strpbrk(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") && !strpbrk(text + 1, "abcdefghijklmnopqrstuvwxyz");
}

/* "SEND" is no verb: of an abbreviation there is but a plural. */
static void form(struct expanding *expanding, struct query_term *term)
{
    struct strings forms = {0};
    if (!expanding->options->forms || !expanding->store || term->kind != TERM_WORD || term->tokens->n != 1)
        return;
    const char *word = term->tokens->at[0].word;
    char *plural = mem_printf(expanding->scratch, "%ss", word);
    if (!is_abbreviation(term->text))
        word_forms(expanding->scratch, word, is_known, expanding, &forms);
    else if (is_known(expanding, plural))
        strings_add(expanding->scratch, &forms, plural);
    for (size_t i = 0; i < forms.n; i++)
        if (add_words(expanding, term, forms.at[i]))
            tell(expanding, forms.at[i]);
}

/* ---- the tree ------------------------------------------------------------------------------------------------------ */

static void expand_runs(struct expanding *expanding, struct query_node *node)
{
    if (node->kind == QUERY_NOT || node->kind == QUERY_NEAR)
        return;
    for (size_t i = 0; i < node->n_parts; i++)
        expand_runs(expanding, node->parts[i]);
    if (node->kind == QUERY_ALL && !expanding->single)
        relate_runs(expanding, node);
}

static void expand_terms(struct expanding *expanding, const struct query_node *node)
{
    if (node->kind == QUERY_NOT || node->kind == QUERY_NEAR)
        return;
    struct query_term *term = node->kind == QUERY_TERM ? &expanding->query->terms[node->term] : NULL;
    if (term && !term->implied && term->kind != TERM_PREFIX) {
        relate(expanding, term);
        form(expanding, term);
    }
    for (size_t i = 0; i < node->n_parts; i++)
        expand_terms(expanding, node->parts[i]);
}

static bool has_beginning(const struct query *query)
{
    for (size_t i = 0; i < query->n_terms; i++)
        if (query->terms[i].kind == TERM_PREFIX)
            return true;
    return false;
}

enum status query_expand(struct query *query, struct store *store, const struct query_options *options, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "expand");
    struct expanding expanding = {.query = query, .store = store, .options = options, .scratch = scratch, .err = err,
                                  .single = has_beginning(query)};
    if (!query->expanded && options->related)
        expand_runs(&expanding, query->root);
    if (!query->expanded)
        expand_terms(&expanding, query->root);
    query->expanded = true;
    talloc_free(scratch);
    return expanding.status;
}
