/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A member's words to a query. Whatever is typed is a word, a phrase, the beginning of a word, or one
 * of these to leave out; FTS5 never sees an operator that was typed. */
#include "config.h"

#include <minutebook/search.h>

#include <string.h>
#include <unictype.h>
#include <unistr.h>

#define QUERY_BYTES_MAX 4000

/* ---- characters ----------------------------------------------------------------------------- */

static size_t next_character(const char *text, ucs4_t *c)
{
    int n = u8_strmbtouc(c, (const uint8_t *)text);
    return n > 0 ? (size_t)n : 0;
}

static bool is_blank(ucs4_t c)
{
    return uc_is_property_white_space(c);
}

/* What people and their word processors put around a phrase. */
static bool is_quote(ucs4_t c)
{
    static const ucs4_t quotes[] = {'"', 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0xFF02};
    for (size_t i = 0; i < MB_LENGTH(quotes); i++)
        if (c == quotes[i])
            return true;
    return false;
}

static int characters_before(const char *text, const char *at)
{
    return (int)u8_mbsnlen((const uint8_t *)text, (size_t)(at - text));
}

/* ---- terms ---------------------------------------------------------------------------------- */

struct reading {
    const char *words, *at;
    struct query *query;
    struct err *err;
};

static void skip_blanks(struct reading *reading)
{
    ucs4_t c;
    for (size_t n; (n = next_character(reading->at, &c)) && is_blank(c);)
        reading->at += n;
}

/* The bytes up to the closing quote, which is passed over. */
static enum status read_phrase(struct reading *reading, size_t opening, const char **text, size_t *n)
{
    const char *start = reading->at;
    *text = start + opening;
    ucs4_t c;
    for (const char *at = *text; *at;) {
        size_t bytes = next_character(at, &c);
        if (is_quote(c)) {
            *n = (size_t)(at - *text);
            reading->at = at + bytes;
            if (*reading->at == '*')
                reading->at++;
            return STATUS_OK;
        }
        at += bytes;
    }
    return err_set(reading->err, STATUS_USAGE, "%s is not closed, at character %d", start,
                   characters_before(reading->words, start) + 1);
}

static void read_word(struct reading *reading, const char **text, size_t *n)
{
    ucs4_t c;
    *text = reading->at;
    for (size_t bytes; (bytes = next_character(reading->at, &c)) && !is_blank(c) && !is_quote(c);)
        reading->at += bytes;
    *n = (size_t)(reading->at - *text);
}

/* A term that holds a word of the index; what has none ("&", "-") finds nothing and is no condition. */
static void add_term(struct query *query, enum term_kind kind, bool negated, const char *text, size_t n)
{
    char *typed = mem_strndup(query, text, n);
    struct tokens *tokens = tokenizer_run(query, query->tokenizer, typed, n);
    if (tokens->n == 0) {
        talloc_free(tokens);
        talloc_free(typed);
        return;
    }
    struct query_term *term = mem_append(query, query->terms, query->n_terms);
    *term = (struct query_term){.kind = kind, .negated = negated, .text = typed, .tokens = tokens};
}

static enum status read_term(struct reading *reading)
{
    bool negated = *reading->at == '-';
    const char *text;
    size_t n = 0;
    ucs4_t c;
    reading->at += strspn(reading->at, "-");
    size_t bytes = next_character(reading->at, &c);
    if (is_quote(c)) {
        enum status status = read_phrase(reading, bytes, &text, &n);
        if (status == STATUS_OK)
            add_term(reading->query, TERM_PHRASE, negated, text, n);
        return status;
    }
    read_word(reading, &text, &n);
    bool prefix = n > 0 && text[n - 1] == '*';
    while (n > 0 && text[n - 1] == '*')
        n--;
    add_term(reading->query, prefix ? TERM_PREFIX : TERM_WORD, negated, text, n);
    return STATUS_OK;
}

/* ---- the expression ------------------------------------------------------------------------- */

/* A string of FTS5: whatever stands inside is text (fts5.html, section 3.1). */
static void add_string(struct buf *out, const struct query_term *term)
{
    char *clean = tokenizer_clean(term->text, term->text);
    buf_putc(out, '"');
    for (const char *c = clean; *c; c++) {
        if (*c == '"')
            buf_putc(out, '"');
        buf_putc(out, *c);
    }
    buf_puts(out, term->kind == TERM_PREFIX ? "\"*" : "\"");
    talloc_free(clean);
}

/* The terms that are NEGATED or not, with WORD between them, in brackets. */
static void add_group(struct buf *out, const struct query *query, bool negated, const char *word)
{
    bool first = true;
    buf_putc(out, '(');
    for (size_t i = 0; i < query->n_terms; i++) {
        if (query->terms[i].negated != negated)
            continue;
        if (!first)
            buf_puts(out, word);
        add_string(out, &query->terms[i]);
        first = false;
    }
    buf_putc(out, ')');
}

static enum status finish(struct query *query, const char *words, struct err *err)
{
    size_t negated = 0;
    query->words_only = true;
    for (size_t i = 0; i < query->n_terms; i++) {
        negated += query->terms[i].negated;
        query->words_only = query->words_only && query->terms[i].tokens->n == 1;
    }
    if (query->n_terms == 0)
        return err_set(err, STATUS_USAGE, "“%s” holds no word to search for", words);
    if (negated == query->n_terms)
        return err_set(err, STATUS_USAGE, "“%s” only leaves out: a word to find is needed beside it", words);
    struct buf out;
    buf_init(&out, query, 10 * QUERY_BYTES_MAX);
    add_group(&out, query, false, " AND ");
    if (negated) {
        buf_puts(&out, " NOT ");
        add_group(&out, query, true, " OR ");
    }
    query->match = buf_take(&out);
    return STATUS_OK;
}

static enum status read_terms(struct query *query, const char *words, struct err *err)
{
    struct reading reading = {words, words, query, err};
    if (strlen(words) > QUERY_BYTES_MAX)
        return err_set(err, STATUS_USAGE, "the search is longer than %d bytes", QUERY_BYTES_MAX);
    if (!text_is_utf8(words, strlen(words)))
        return err_set(err, STATUS_USAGE, "the words to search for are not UTF-8");
    for (skip_blanks(&reading); *reading.at; skip_blanks(&reading)) {
        enum status status = read_term(&reading);
        if (status != STATUS_OK)
            return status;
        if (query->n_terms > QUERY_TERMS_MAX)
            return err_set(err, STATUS_USAGE, "a search may have %d words, this one has more", QUERY_TERMS_MAX);
    }
    return finish(query, words, err);
}

enum status query_parse(const void *parent, const char *words, struct query **out, struct err *err)
{
    struct query *query = mem_new(parent, struct query);
    enum status status = tokenizer_new(query, &query->tokenizer, err);
    if (status == STATUS_OK)
        status = read_terms(query, words, err);
    if (status != STATUS_OK) {
        talloc_free(query);
        return status;
    }
    *out = query;
    return STATUS_OK;
}
