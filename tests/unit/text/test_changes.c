/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* That the runs lead from the old list to the new one, in the fewest steps, and that a text set anew has not changed. */
#include "support/test.h"

#include <minutebook/text.h>

#include <stdlib.h>

struct letters {
    const char *old, *new;
};

static bool same_letter(const void *context, size_t old, size_t new)
{
    const struct letters *letters = context;
    return letters->old[old] == letters->new[new];
}

/* "abc" to "axc": "=a -b +x =c" */
static char *told(void *local, const char *old, const char *new)
{
    struct letters letters = {old, new};
    struct change_runs changes = changes_of(local, strlen(old), strlen(new), same_letter, &letters);
    struct buf buf;
    buf_init(&buf, local, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < changes.n; i++) {
        const struct change_run *run = &changes.at[i];
        buf_printf(&buf, "%s%c%.*s", i ? " " : "", "=-+"[run->kind], (int)run->n,
                   run->kind == CHANGE_GONE ? old + run->old : new + run->new);
    }
    return buf_take(&buf);
}

static void changes_are_told_run_by_run(void **state)
{
    (void)state;
    static const struct {
        const char *old, *new, *told;
    } cases[] = {
        {"abc", "axc", "=a -b +x =c"},   {"abc", "abc", "=abc"},       {"", "ab", "+ab"},
        {"ab", "", "-ab"},               {"", "", ""},                 {"abcd", "xabcd", "+x =abcd"},
        {"abcd", "abcdx", "=abcd +x"},   {"abcdef", "abef", "=ab -cd =ef"}, {"ab", "xy", "-ab +xy"},
    };
    void *local = talloc_new(NULL);
    for (size_t i = 0; i < MB_LENGTH(cases); i++)
        assert_string_equal(told(local, cases[i].old, cases[i].new), cases[i].told);
    talloc_free(local);
}

/* Length of the longest common part, by the table that everybody knows. */
static size_t common(const char *a, size_t n, const char *b, size_t m)
{
    static size_t best[65][65];
    for (size_t i = 0; i <= n; i++)
        for (size_t j = 0; j <= m; j++)
            best[i][j] = i == 0 || j == 0          ? 0
                         : a[i - 1] == b[j - 1]    ? best[i - 1][j - 1] + 1
                         : best[i - 1][j] > best[i][j - 1] ? best[i - 1][j]
                                                   : best[i][j - 1];
    return best[n][m];
}

/* That the runs take OLD to NEW; how many elements stayed. */
static size_t check_runs(const struct letters *letters, size_t n_old, size_t n_new, const struct change_runs *changes)
{
    size_t old = 0, new = 0, stayed = 0;
    for (size_t i = 0; i < changes->n; i++) {
        const struct change_run *run = &changes->at[i];
        assert_true(run->n > 0);
        assert_true(i == 0 || run->kind != changes->at[i - 1].kind);
        assert_false(i > 0 && run->kind == CHANGE_GONE && changes->at[i - 1].kind == CHANGE_NEW);
        assert_int_equal(run->old, old);
        assert_int_equal(run->new, new);
        if (run->kind == CHANGE_SAME) {
            assert_memory_equal(letters->old + old, letters->new + new, run->n);
            stayed += run->n;
        }
        old += run->kind == CHANGE_NEW ? 0 : run->n;
        new += run->kind == CHANGE_GONE ? 0 : run->n;
    }
    assert_int_equal(old, n_old);
    assert_int_equal(new, n_new);
    return stayed;
}

static void the_way_is_the_shortest(void **state)
{
    (void)state;
    srand(7);
    for (int round = 0; round < 3000; round++) {
        void *local = talloc_new(NULL);
        char old[65], new[65];
        size_t n_old = (size_t)rand() % 64, n_new = (size_t)rand() % 64;
        for (size_t i = 0; i < 64; i++) {
            old[i] = (char)('a' + rand() % (1 + round % 5));
            new[i] = (char)('a' + rand() % (1 + round % 5));
        }
        struct letters letters = {old, new};
        struct change_runs changes = changes_of(local, n_old, n_new, same_letter, &letters);
        assert_int_equal(check_runs(&letters, n_old, n_new, &changes), common(old, n_old, new, n_new));
        talloc_free(local);
    }
}

static void lists_that_differ_wildly_are_still_told(void **state)
{
    (void)state;
    enum { N = 20000 };
    void *local = talloc_new(NULL);
    char *old = mem_zero_named(local, N + 1, "old"), *new = mem_zero_named(local, N + 1, "new");
    srand(11);
    for (size_t i = 0; i < N; i++) {
        old[i] = (char)('a' + rand() % 26);
        new[i] = (char)('a' + rand() % 26);
    }
    memcpy(new + N - 4000, old + N - 4000, 4000);
    struct letters letters = {old, new};
    struct change_runs changes = changes_of(local, N, N, same_letter, &letters);
    assert_true(check_runs(&letters, N, N, &changes) > 4000);
    talloc_free(local);
}

static void a_paragraph_set_anew_has_not_changed(void **state)
{
    (void)state;
    void *local = talloc_new(NULL);
    static const char new[] = "The Panel noted the\nreport.";
    struct text_changes changes = text_changes(local, "  The Panel\nnoted  the report. ", new);
    assert_int_equal(changes.n, 1);
    assert_int_equal(changes.at[0].kind, CHANGE_SAME);
    assert_ptr_equal(changes.at[0].at, new);
    assert_int_equal(changes.at[0].n, strlen(new));
    talloc_free(local);
}

static void words_that_changed_are_told_and_the_rest_is_the_new_text(void **state)
{
    (void)state;
    static const char old[] = "to report in March 2023, in writing", new[] = "to report by 6 March 2023,\n\nin writing";
    void *local = talloc_new(NULL);
    struct text_changes changes = text_changes(local, old, new);
    struct buf shown, whole;
    buf_init(&shown, local, BUF_MAX_DOCUMENT);
    buf_init(&whole, local, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < changes.n; i++) {
        buf_printf(&shown, "%c[%.*s]", "=-+"[changes.at[i].kind], (int)changes.at[i].n, changes.at[i].at);
        if (changes.at[i].kind != CHANGE_GONE)
            buf_add(&whole, changes.at[i].at, changes.at[i].n);
    }
    assert_string_equal(shown.data, "=[to report ]-[in ]+[by 6 ]=[March 2023,\n\nin writing]");
    assert_string_equal(whole.data, new);
    assert_int_equal(text_changes(local, NULL, NULL).n, 0);
    assert_int_equal(text_changes(local, NULL, "new").at[0].kind, CHANGE_NEW);
    talloc_free(local);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(changes_are_told_run_by_run),
        TEST_CASE(the_way_is_the_shortest),
        TEST_CASE(lists_that_differ_wildly_are_still_told),
        TEST_CASE(a_paragraph_set_anew_has_not_changed),
        TEST_CASE(words_that_changed_are_told_and_the_rest_is_the_new_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
