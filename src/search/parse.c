/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Pieces to a tree. One piece is looked at ahead; brackets go as deep as QUERY_DEPTH_MAX and no deeper, whatever is
 * typed. */
#include "config.h"

#include "parse.h"
#include "values.h"

#include <string.h>
#include <strings.h>
#include <unistr.h>

#define QUERY_BYTES_MAX 4000

enum status parse_fault(const struct parsing *parsing, size_t from, size_t to, const char *what)
{
    if (parsing->fault)
        *parsing->fault = (struct query_fault){from, to};
    int at = (int)u8_mbsnlen((const uint8_t *)parsing->lexer.words, from) + 1;
    return err_set(parsing->err, STATUS_USAGE, "%s, at character %d", what, at);
}

static enum status piece_fault(const struct parsing *parsing, const struct piece *piece, const char *what)
{
    char *said =
        mem_printf(NULL, "“%.*s” %s", (int)(piece->to - piece->from), parsing->lexer.words + piece->from, what);
    enum status status = parse_fault(parsing, piece->from, piece->to, said);
    talloc_free(said);
    return status;
}

static void take(struct parsing *parsing)
{
    parsing->piece = lex_next(&parsing->lexer);
}

static struct query_node *node_new(struct parsing *parsing, enum query_node_kind kind, size_t from, size_t to)
{
    struct query_node *node = mem_new(parsing->query, struct query_node);
    *node = (struct query_node){.kind = kind, .from = from, .to = to};
    return node;
}

static void add_part(struct query_node *node, struct query_node *part)
{
    *mem_append(node, node->parts, node->n_parts) = part;
    node->to = part->to > node->to ? part->to : node->to;
}

/* Whether what is wrong with PIECE is only that the line ends there and may go on. */
static bool may_go_on(const struct parsing *parsing, const struct piece *piece)
{
    return parsing->options->typing && (piece->kind == PIECE_END || piece->open);
}

/* ---- words and phrases ---------------------------------------------------------------------- */

/* What holds no word of the index ("&", "–") finds nothing and is no condition: *OUT is NULL. */
static enum status add_term(struct parsing *parsing, enum term_kind kind, const struct piece *piece,
                            struct query_node **out)
{
    struct query *query = parsing->query;
    char *typed = mem_strndup(query, piece->text, piece->n);
    struct tokens *tokens = tokenizer_run(query, query->tokenizer, typed, piece->n);
    *out = NULL;
    if (tokens->n == 0) {
        talloc_free(tokens);
        talloc_free(typed);
        return STATUS_OK;
    }
    if (query->n_terms == QUERY_TERMS_MAX)
        return err_set(parsing->err, STATUS_USAGE, "a search may have %d words, this one has more", QUERY_TERMS_MAX);
    *out = node_new(parsing, QUERY_TERM, piece->from, piece->to);
    (*out)->term = query->n_terms;
    *mem_append(query, query->terms, query->n_terms) =
        (struct query_term){.kind = kind, .negated = parsing->negated, .text = typed, .tokens = tokens};
    return STATUS_OK;
}

static enum status parse_term(struct parsing *parsing, struct query_node **out)
{
    static const enum term_kind kinds[] = {
        [PIECE_WORD] = TERM_WORD, [PIECE_PREFIX] = TERM_PREFIX, [PIECE_PHRASE] = TERM_PHRASE};
    const struct piece piece = parsing->piece;
    bool going_on = parsing->options->typing && piece.open;
    if (piece.kind == PIECE_PHRASE && piece.open && !going_on)
        return piece_fault(parsing, &piece, "is not closed");
    bool beginning = going_on && !parsing->negated; /* half a word to leave out would leave out too much */
    enum status status = add_term(parsing, beginning ? TERM_PREFIX : kinds[piece.kind], &piece, out);
    take(parsing);
    return status;
}

static bool is_term(const struct piece *piece)
{
    return piece->kind == PIECE_WORD || piece->kind == PIECE_PREFIX || piece->kind == PIECE_PHRASE;
}

/* FIRST, and what stands behind NEAR, once or more often; the narrowest of their distances holds. */
static enum status parse_near(struct parsing *parsing, struct query_node *first, struct query_node **out)
{
    struct query_node *near = node_new(parsing, QUERY_NEAR, first->from, first->to);
    near->near = parsing->piece.near;
    add_part(near, first);
    while (parsing->piece.kind == PIECE_NEAR) {
        struct query_node *next = NULL;
        const struct piece sign = parsing->piece;
        near->near = sign.near < near->near ? sign.near : near->near;
        take(parsing);
        if (!is_term(&parsing->piece) && !may_go_on(parsing, &parsing->piece))
            return piece_fault(parsing, &sign, "stands between two words or phrases");
        enum status status = is_term(&parsing->piece) ? parse_term(parsing, &next) : STATUS_OK;
        if (status != STATUS_OK)
            return status;
        if (next)
            add_part(near, next);
    }
    *out = near->n_parts > 1 ? near : first;
    return STATUS_OK;
}

/* ---- fields --------------------------------------------------------------------------------- */

/* How many letters two names differ in, for short names alone. */
static size_t difference(const char *typed, size_t n, const char *name)
{
    size_t m = strlen(name), same = 0, tail = 0;
    while (same < n && same < m && strncasecmp(typed + same, name + same, 1) == 0)
        same++;
    while (same + tail < n && same + tail < m && strncasecmp(typed + n - 1 - tail, name + m - 1 - tail, 1) == 0)
        tail++;
    return (n > m ? n : m) - same - tail;
}

static enum status unknown_field(const struct parsing *parsing, const struct piece *piece)
{
    const char *best = NULL;
    size_t least = 3;
    char *said;
    for (size_t i = 0; i < SEARCH_FIELDS; i++) {
        size_t far = difference(piece->text, piece->n, search_fields[i].name);
        if (far < least && far < piece->n) {
            least = far;
            best = search_fields[i].name;
        }
    }
    int n = (int)piece->n;
    if (best)
        said = mem_printf(NULL, "there is no field “%.*s:” (%s: is one; in quotes it is searched for as words)", n,
                          piece->text, best);
    else
        said = mem_printf(NULL, "there is no field “%.*s:” (in quotes it is searched for as words)", n, piece->text);
    enum status status = parse_fault(parsing, piece->from, piece->from + piece->n + 1, said);
    talloc_free(said);
    return status;
}

static enum status wrong_value(const struct parsing *parsing, const struct piece *piece)
{
    struct buf said;
    struct strings values = values_of(NULL, piece->field);
    const struct search_field_row *field = &search_fields[piece->field];
    buf_init(&said, NULL, SIZE_MAX / 2);
    buf_printf(&said, piece->n ? "%s: cannot be “%.*s”" : "%s: needs a value behind it", field->name, (int)piece->n,
               piece->text);
    for (size_t i = 0; i < values.n; i++)
        buf_printf(&said, "%s%s", i == 0 ? "; it may be " : i + 1 < values.n ? ", " : " or ", values.at[i]);
    if (values.n == 0)
        buf_printf(&said, ", as in %s", field->example);
    enum status status = parse_fault(parsing, piece->from, piece->to, said.data);
    buf_release(&said);
    talloc_free(values.at);
    return status;
}

static enum status parse_field(struct parsing *parsing, struct query_node **out)
{
    const struct piece piece = parsing->piece;
    bool going_on = parsing->options->typing && piece.open;
    *out = NULL;
    if (piece.field == SEARCH_FIELDS)
        return unknown_field(parsing, &piece);
    char *value = mem_strndup(parsing->query, piece.text, piece.n);
    bool quoted = piece.n > 0 && piece.text > parsing->lexer.words && piece.text[-1] != ':';
    if (quoted && piece.open && !going_on)
        return piece_fault(parsing, &piece, "is not closed");
    take(parsing);
    bool fits = piece.n > 0 && value[strspn(value, " \t")] && value_fits(piece.field, value, going_on);
    if (!fits && (going_on || (parsing->options->typing && piece.n == 0)))
        return STATUS_OK;
    if (!fits)
        return wrong_value(parsing, &piece);
    *out = node_new(parsing, QUERY_FIELD, piece.from, piece.to);
    (*out)->field = piece.field;
    (*out)->value = value;
    return STATUS_OK;
}

/* ---- groups --------------------------------------------------------------------------------- */

static enum status parse_any(struct parsing *parsing, struct query_node **out);

static enum status parse_group(struct parsing *parsing, struct query_node **out)
{
    const struct piece opening = parsing->piece;
    if (parsing->lexer.depth == QUERY_DEPTH_MAX)
        return piece_fault(parsing, &opening, "is in too many other brackets");
    parsing->lexer.depth++;
    take(parsing);
    enum status status = parse_any(parsing, out);
    if (status != STATUS_OK)
        return status;
    parsing->lexer.depth--;
    if (parsing->piece.kind == PIECE_CLOSE)
        take(parsing);
    else if (!parsing->options->typing)
        return piece_fault(parsing, &opening, "is not closed");
    return STATUS_OK;
}

static enum status parse_primary(struct parsing *parsing, struct query_node **out)
{
    enum status status;
    if (parsing->piece.kind == PIECE_OPEN)
        return parse_group(parsing, out);
    if (parsing->piece.kind == PIECE_FIELD)
        return parse_field(parsing, out);
    status = parse_term(parsing, out);
    if (status == STATUS_OK && *out && parsing->piece.kind == PIECE_NEAR)
        status = parse_near(parsing, *out, out);
    return status;
}

static bool begins_part(const struct piece *piece)
{
    return is_term(piece) || piece->kind == PIECE_OPEN || piece->kind == PIECE_FIELD;
}

/* What is left out: it was said once, however many signs stand before it. */
static enum status parse_not(struct parsing *parsing, struct query_node **out)
{
    const struct piece sign = parsing->piece;
    struct query_node *part = NULL;
    while (parsing->piece.kind == PIECE_MINUS)
        take(parsing);
    if (!begins_part(&parsing->piece))
        return may_go_on(parsing, &parsing->piece)
                   ? STATUS_OK
                   : piece_fault(parsing, &sign, "needs what is to be left out behind it");
    parsing->negated = !parsing->negated;
    enum status status = parse_primary(parsing, &part);
    parsing->negated = !parsing->negated;
    if (status != STATUS_OK || !part)
        return status;
    *out = node_new(parsing, QUERY_NOT, sign.from, part->to);
    add_part(*out, part);
    return STATUS_OK;
}

/* What lies between two signs of OR: every part of it holds. NULL where there is none. */
static enum status parse_all(struct parsing *parsing, struct query_node **out)
{
    struct query_node *all = node_new(parsing, QUERY_ALL, parsing->piece.from, parsing->piece.from);
    for (;;) {
        struct query_node *part = NULL;
        enum status status = STATUS_OK;
        if (parsing->piece.kind == PIECE_AND)
            take(parsing);
        else if (parsing->piece.kind == PIECE_MINUS)
            status = parse_not(parsing, &part);
        else if (begins_part(&parsing->piece))
            status = parse_primary(parsing, &part);
        else if (parsing->piece.kind == PIECE_NEAR && !may_go_on(parsing, &parsing->piece))
            return piece_fault(parsing, &parsing->piece, "stands between two words or phrases");
        else if (parsing->piece.kind == PIECE_NEAR)
            take(parsing);
        else
            break;
        if (status != STATUS_OK)
            return status;
        if (part)
            add_part(all, part);
    }
    *out = all->n_parts > 1 ? all : all->n_parts ? all->parts[0] : NULL;
    return STATUS_OK;
}

static enum status parse_any(struct parsing *parsing, struct query_node **out)
{
    struct query_node *any = node_new(parsing, QUERY_ANY, parsing->piece.from, parsing->piece.from);
    struct piece sign = {.kind = PIECE_END};
    for (bool more = true; more;) {
        struct query_node *part = NULL;
        enum status status = parse_all(parsing, &part);
        more = parsing->piece.kind == PIECE_OR;
        bool lacks = !part && (more || sign.kind == PIECE_OR);
        if (status != STATUS_OK)
            return status;
        if (lacks && !may_go_on(parsing, &parsing->piece))
            return piece_fault(parsing, more ? &parsing->piece : &sign, "needs a word on both sides");
        if (part)
            add_part(any, part);
        sign = parsing->piece;
        if (more)
            take(parsing);
    }
    *out = any->n_parts > 1 ? any : any->n_parts ? any->parts[0] : NULL;
    return STATUS_OK;
}

/* ---- what may stand where --------------------------------------------------------------------- */

/* Something is to be found, not only left out; a tree is as deep as its brackets. */
static bool finds(const struct query_node *node)
{
    bool some = false, every = true;
    if (node->kind != QUERY_ALL && node->kind != QUERY_ANY)
        return node->kind != QUERY_NOT;
    for (size_t i = 0; i < node->n_parts; i++) {
        some = finds(node->parts[i]) || some;
        every = finds(node->parts[i]) && every;
    }
    return node->kind == QUERY_ALL ? some : every;
}

static enum field_place place_of(const struct query_node *node)
{
    enum search_is is = node->field == BY_IS ? value_is(node->value) : SEARCH_IS;
    return is == SEARCH_IS ? search_fields[node->field].place : search_states[is].place;
}

/* ALONE: NODE is the whole query or one of the things that all must hold. */
static enum status check_node(const struct parsing *parsing, const struct query_node *node, bool alone)
{
    const struct piece typed = {.from = node->from, .to = node->to};
    if (node->kind == QUERY_FIELD && !alone && place_of(node) == BY_ALONE)
        return piece_fault(parsing, &typed,
                           "holds for the whole search: it cannot stand beside OR, in brackets or behind -");
    for (size_t i = 0; i < node->n_parts; i++) {
        const struct query_node *part = node->parts[i];
        if ((node->kind == QUERY_ANY || node->kind == QUERY_NOT) && !finds(part))
            return parse_fault(parsing, part->from, part->to,
                               "one side only leaves out: a word to find is needed there");
        enum status status =
            check_node(parsing, part, alone && node->kind == QUERY_ALL && node == parsing->query->root);
        if (status != STATUS_OK)
            return status;
    }
    return STATUS_OK;
}

static enum status check(const struct parsing *parsing)
{
    const char *words = parsing->lexer.words;
    const struct query_node *root = parsing->query->root;
    if (!root)
        return err_set(parsing->err, STATUS_USAGE, "“%s” holds no word to search for", words);
    enum status status = check_node(parsing, root, true);
    if (status == STATUS_OK && !finds(root))
        return err_set(parsing->err, STATUS_USAGE, "“%s” only leaves out: a word to find is needed beside it", words);
    return status;
}

enum status parse_words(struct parsing *parsing)
{
    const char *words = parsing->lexer.words;
    if (strlen(words) > QUERY_BYTES_MAX)
        return err_set(parsing->err, STATUS_USAGE, "the search is longer than %d bytes", QUERY_BYTES_MAX);
    if (!text_is_utf8(words, strlen(words)))
        return err_set(parsing->err, STATUS_USAGE, "the words to search for are not UTF-8");
    take(parsing);
    enum status status = parse_any(parsing, &parsing->query->root);
    return status == STATUS_OK ? check(parsing) : status;
}
