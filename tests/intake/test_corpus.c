/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Every paper of tests/intake/papers against the facts beside it, then damaged, then enlarged. A paper is
 * a pair of files there; adding one needs no line here. `test_corpus PAPER` prints all that is found in
 * a paper, in the words that an expectation uses. */
#include "corpus.h"

#include <dirent.h>

#define LINE_LONGEST 600

/* ---- expectations ------------------------------------------------------------------------------------ */

enum relation { IS, HOLDS, LACKS, ENDS };
struct expectation {
    char *key, *value;
    enum relation relation;
};

/* "item 3 minutes ~ words" taken apart, in place; false for a remark or an empty line. */
static bool expectation_parse(char *line, struct expectation *out)
{
    if (*line == '#' || *line == '\0')
        return false;
    char *mark = strpbrk(line, ":~!");
    if (!mark || (*mark == '!' && mark[1] != '~'))
        fail_msg("no expectation: %s", line);
    out->relation = *mark == '~' ? HOLDS : *mark == '!' ? LACKS : IS;
    out->value = mark + (*mark == '!' ? 2 : 1);
    out->value += strspn(out->value, " ");
    while (mark > line && mark[-1] == ' ')
        mark--;
    *mark = '\0';
    if (out->relation == IS && mark - line > 5 && strcmp(mark - 5, " ends") == 0) {
        mark[-5] = '\0';
        out->relation = ENDS;
    }
    out->key = line;
    return true;
}

/* Is KEY the name asked for: the same, or the same with a place behind it ("person 2" for "person")? */
static bool is_named(const char *key, const char *asked)
{
    size_t n = strlen(asked);
    if (strncmp(key, asked, n) != 0)
        return false;
    return key[n] == '\0' || (key[n] == ' ' && key[n + 1] && strspn(key + n + 1, "0123456789") == strlen(key + n + 1));
}

static bool relates(const struct expectation *expected, const char *value)
{
    size_t n = strlen(value), wanted = strlen(expected->value);
    switch (expected->relation) {
    case IS:
        return strcmp(value, expected->value) == 0;
    case ENDS:
        return n >= wanted && strcmp(value + n - wanted, expected->value) == 0;
    case HOLDS:
    case LACKS:
        break;
    }
    return strstr(value, expected->value) != NULL;
}

/* Is EXPECTED so? What was found instead goes to *found (NULL: nothing of this name). */
static bool is_met(const struct facts *facts, const struct expectation *expected, const char **found)
{
    bool absent = expected->relation == IS && strcmp(expected->value, "-") == 0, related = false;
    *found = NULL;
    for (size_t i = 0; i < facts->n && !related; i++) {
        if (!is_named(facts->at[i].key, expected->key))
            continue;
        *found = facts->at[i].value;
        related = relates(expected, facts->at[i].value);
    }
    if (absent)
        return !*found || **found == '\0' || strcmp(*found, "-") == 0;
    return expected->relation == LACKS ? *found && !related : related;
}

/* ---- a paper against its expectations ------------------------------------------------------------------ */

static char *expect_path(const void *parent, const char *path)
{
    return mem_printf(parent, "%.*s.expect", (int)(strrchr(path, '.') - path), path);
}

static struct facts read_facts(const void *parent, const char *path)
{
    struct draft *draft;
    struct err err = {0};
    if (intake_read(parent, intake_here(parent), paper_open(parent, path), FORM_UNKNOWN, &draft, &err) == STATUS_OK)
        return facts_of(parent, draft);
    struct facts refused = {0};
    struct fact *fact = mem_append(parent, refused.at, refused.n);
    *fact = (struct fact){mem_strdup(parent, "refused"), mem_strdup(parent, err.text)};
    return refused;
}

static void paper_says_what_is_expected(void **state)
{
    const char *path = *state;
    void *context = talloc_named_const(NULL, 0, "paper");
    struct facts facts = read_facts(context, path);
    FILE *file = fopen(expect_path(context, path), "r");
    char line[LINE_LONGEST];
    size_t checked = 0, wrong = 0;
    assert_non_null(file);
    if (facts.n > 0 && strcmp(facts.at[0].key, "refused") == 0)
        print_error("%s is refused: %s\n", strrchr(path, '/') + 1, facts.at[0].value);
    while (fgets(line, sizeof line, file)) {
        struct expectation expected;
        const char *found;
        line[strcspn(line, "\n")] = '\0';
        if (!expectation_parse(line, &expected))
            continue;
        checked++;
        if (is_met(&facts, &expected, &found))
            continue;
        static const char *const relations[] = {
            [IS] = "is not", [HOLDS] = "does not hold", [LACKS] = "holds (or is absent)", [ENDS] = "does not end with"};
        print_error("%s: %s: \"%.300s\" %s \"%s\"\n", strrchr(path, '/') + 1, expected.key, found ? found : "(nothing)",
                    relations[expected.relation], expected.value);
        wrong++;
    }
    fclose(file);
    talloc_free(context);
    assert_true(checked > 0);
    if (wrong)
        fail_msg("%zu of %zu expectations are not met", wrong, checked);
}

/* ---- the corpus ---------------------------------------------------------------------------------------- */

static int is_paper(const struct dirent *entry)
{
    static const char *const endings[] = {".txt", ".html", ".xml"};
    const char *ending = strrchr(entry->d_name, '.');
    for (size_t i = 0; ending && i < MB_LENGTH(endings); i++)
        if (strcmp(ending, endings[i]) == 0)
            return 1;
    return 0;
}

static int show(const char *path)
{
    void *context = talloc_named_const(NULL, 0, "show");
    struct facts facts = read_facts(context, path);
    for (size_t i = 0; i < facts.n; i++)
        printf("%s: %s\n", facts.at[i].key, facts.at[i].value);
    return talloc_free(context);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *promise;
        CMUnitTestFunction test;
    } promises[] = {
        {"says what is expected", paper_says_what_is_expected},
        {"survives damage", paper_survives_damage},
        {"is read in linear time", paper_is_read_in_linear_time},
    };
    if (argc > 1)
        return show(argv[1]);
    void *context = talloc_named_const(NULL, 0, "corpus");
    char *folder = mem_printf(context, "%s/tests/intake/papers", test_env("MINUTEBOOK_SRCDIR"));
    struct dirent **names;
    int n = scandir(folder, &names, is_paper, alphasort);
    struct CMUnitTest *tests = NULL;
    size_t n_tests = 0;
    for (size_t p = 0; p < MB_LENGTH(promises); p++)
        for (int i = 0; i < n; i++)
            *mem_append(context, tests, n_tests) =
                (struct CMUnitTest){.name = mem_printf(context, "%s %s", names[i]->d_name, promises[p].promise),
                                    .test_func = promises[p].test,
                                    .initial_state = mem_printf(context, "%s/%s", folder, names[i]->d_name)};
    for (int i = 0; i < n; i++)
        free(names[i]);
    if (n > 0)
        free(names);
    int failed = n > 0 ? _cmocka_run_group_tests("corpus", tests, n_tests, NULL, NULL) : 1;
    talloc_free(context);
    return failed;
}
