/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Whatever is typed is found, not found, or refused in words of ours: thousands of lines made of the language's own signs, of FTS5's, of
 * long words and of bytes at random. */
#include "unit/search/harbour.h"

#include <minutebook/search.h>

#include <locale.h>
#include <stdlib.h>

#define LINES 10000
#define SEED 20310203

/* xorshift32 (Marsaglia 2003): the same lines everywhere. */
static uint32_t state_of_chance = SEED;
static uint32_t chance(uint32_t below)
{
    state_of_chance ^= state_of_chance << 13;
    state_of_chance ^= state_of_chance >> 17;
    state_of_chance ^= state_of_chance << 5;
    return state_of_chance % below;
}

static void add_piece(struct buf *line)
{
    static const char *const pieces[] = {
        "ferry", "quay", "transp*", "\"school transport\"", "\"", "(", ")", "((", "-", "--", "OR", "AND", "NOT", "NEAR", "NEAR/3", "NEAR/999",
        "NEAR(a b, 2)", "*", "**", "^ferry", "+quay", "{title body}", "title:x", "body : y", "rowid", "kind:report", "kind:", "kind:\"",
        "committee:harbour", "committee:\"nowhere at all\"", "council:x", "date:2031", "date:..", "date:9999..0001", "after:2030-02-30",
        "before:31/31/31", "item:40", "item:\"(4)0\"", "page:1", "owner:\"a b\"", "owner:-", "recipient:*", "status:open", "is:overdue", "is:cut",
        "is:routine", "has:table", "member:moss", "member:%", "member:\"'; DROP TABLE mine; --\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xC2\xAB",
        "caf\xC3\xA9", "\xE6\x97\xA5\xE6\x9C\xAC", "\xCC\x81\xCC\x81", "\xEE\x80\x80kreport", "\xE2\x80\x8B", "\x1B[31m", "\x01\x02", "\x7F", "'", "\\",
        "%s%n", ";", "SELECT", "MATCH", "NULL", "0", "-1", "\xC3", "\xFF\xFE", "\xED\xA0\x80", "a\tb", "\r\n",
    };
    buf_puts(line, pieces[chance(MB_LENGTH(pieces))]);
}

static void add_bytes(struct buf *line)
{
    for (uint32_t n = chance(40); n > 0; n--)
        buf_putc(line, (char)(1 + chance(255)));
}

static void add_long(struct buf *line)
{
    const char letter = "a(\"-*:"[chance(6)];
    for (uint32_t n = chance(6000); n > 0; n--)
        buf_putc(line, letter);
}

static void make_line(struct buf *line)
{
    buf_clear(line);
    for (uint32_t n = 1 + chance(12); n > 0; n--) {
        uint32_t kind = chance(100);
        (kind < 88 ? add_piece : kind < 98 ? add_bytes : add_long)(line);
        if (chance(4))
            buf_putc(line, ' ');
    }
}

/* The store's own words, or those of what it is made of, are nobody's to read. */
static void assert_ours(const char *line, const char *sentence)
{
    static const char *const foreign[] = {"fts5", "SQL", "sqlite", "syntax error", "no such", "malformed", "unterminated", "prepare"};
    for (size_t i = 0; i < MB_LENGTH(foreign); i++)
        if (strstr(sentence, foreign[i]) && !strstr(line, foreign[i]))
            fail_msg("“%s”: %s", line, sentence);
}

static enum status overdue(const void *parent, struct store *store, struct date as_at, struct strings *ids, struct err *err)
{
    (void)parent, (void)store, (void)as_at, (void)ids, (void)err;
    return STATUS_OK;
}

static enum status search(const void *context, struct store *store, const char *line)
{
    const struct search_wish wish = {
        .limit = 20, .order = chance(2) ? SEARCH_OLDEST : chance(2) ? SEARCH_BEST : SEARCH_NEWEST, .options = {.typing = chance(2), .routine = chance(2), .overdue = overdue}};
    struct query_fault fault = {0};
    struct search_wish told = wish;
    told.fault = &fault;
    struct query *query;
    struct search_rows rows;
    struct search_counts counts;
    struct err err = {0};
    enum status status = search_run(context, store, line, told, &query, &rows, &err);
    if (status != STATUS_OK && status != STATUS_NONE && status != STATUS_USAGE)
        fail_msg("“%s”: %s", line, err.text);
    if (status != STATUS_OK)
        assert_ours(line, err.text);
    assert_true(fault.from <= fault.to && fault.to <= strlen(line));
    if (status == STATUS_USAGE)
        return status;
    assert_int_equal(search_count(context, store, line, wish, &counts, &err), status);
    assert_int_equal(counts.places, rows.total);
    for (size_t i = 0; i < rows.n; i++)
        talloc_free(snippet_make(context, &rows.at[i], query, 60).text);
    return status;
}

static void any_words_are_found_or_refused_in_words_of_ours(void **state)
{
    struct store *store = harbour(state);
    struct buf line;
    buf_init(&line, *state, SIZE_MAX / 2);
    int outcomes[STATUS_USAGE + 1] = {0}, offered = 0;
    for (int i = 0; i < LINES; i++) {
        void *local = talloc_named_const(*state, 0, "line");
        make_line(&line);
        outcomes[search(local, store, line.data)]++;
        struct query_choices choices;
        struct err err;
        assert_int_equal(query_complete(local, store, line.data, chance((uint32_t)line.len + 1), &choices, &err), STATUS_OK);
        assert_true(choices.start <= line.len);
        offered += choices.choices.n > 0;
        talloc_free(local);
    }
    /* of each a good part, or the lines are none of the language's */
    assert_true(outcomes[STATUS_OK] > LINES / 50 && outcomes[STATUS_NONE] > LINES / 50 && outcomes[STATUS_USAGE] > LINES / 50);
    assert_true(offered > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {STORE_CASE(any_words_are_found_or_refused_in_words_of_ours)};
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("search: any words", tests, NULL, NULL);
}
