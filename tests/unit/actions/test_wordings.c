/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Many wordings of what is owed, and many that only look like it (wordings.txt says how its lines are read). All that
 * are not as they should be are told at once, for one word shared by rules touches many of them. */
#include "support/test.h"

#include <minutebook/actions.h>

#include <locale.h>

#define LINE_MOST 2000

static int faults;

/* "\\n" of the file becomes a line end; " => " ends the text. Returns the owner wanted, or NULL. */
static char *parse_line(char *text)
{
    char *arrow = strstr(text, " => "), *to = text;
    if (arrow)
        *arrow = '\0';
    for (const char *from = text; *from; from++) {
        bool line_end = from[0] == '\\' && from[1] == 'n';
        *to++ = line_end ? '\n' : *from;
        from += line_end;
    }
    *to = '\0';
    return arrow ? arrow + 4 : NULL;
}

static struct swept sweep(const void *parent, const struct rules *rules, const char *text)
{
    struct meeting *meeting = mem_new(parent, struct meeting);
    meeting->id = mem_strdup(meeting, "fords-2024-05-14");
    meeting->committee = mem_strdup(meeting, "Fords and Ferries Scrutiny Panel");
    meeting->date = (struct date){2024, 5, 14};
    struct item *item = mem_append(meeting, meeting->items, meeting->n_items);
    item->position = 1;
    item->title = mem_strdup(meeting, "The State of the Fords");
    item->minutes_text = mem_strdup(meeting, text);
    struct err err = {0};
    struct swept swept;
    if (sweep_meeting(parent, rules, meeting, &swept, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    return swept;
}

static void check_line(const struct rules *rules, char *line, int number)
{
    void *parent = talloc_new(NULL);
    const char *wanted = parse_line(line + 1);
    size_t expected = line[0] == '+' ? 1 : line[0] == '-' ? 0 : (size_t)(line[0] - '0'), found = 0;
    struct swept swept = sweep(parent, rules, line + 1);
    const char *owner = NULL;
    for (size_t i = 0; i < swept.n_candidates; i++) {
        const struct action *action = swept.candidates[i];
        owner = action->untracked || found++ ? owner : action->owner;
    }
    if (found != expected || (wanted && strcmp(owner ? owner : "-", wanted) != 0)) {
        faults++;
        print_error("line %d: %zu of %zu, by %s: %s\n", number, found, expected, owner ? owner : "nobody", line + 1);
    }
    talloc_free(parent);
}

static void every_wording_gives_what_is_owed_and_no_more(void **state)
{
    struct rules *rules;
    struct err err = {0};
    char line[LINE_MOST];
    int number = 0, checked = 0;
    if (rules_load(*state, NULL, &rules, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    FILE *file = fopen(mem_printf(*state, "%s/tests/unit/actions/wordings.txt", test_env("MINUTEBOOK_SRCDIR")), "re");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        number++;
        line[strcspn(line, "\n")] = '\0';
        if (!*line || *line == '#')
            continue;
        assert_non_null(strchr("+-0123456789", *line));
        check_line(rules, line, number);
        checked++;
    }
    assert_int_equal(fclose(file), 0);
    assert_true(checked > 300);
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(every_wording_gives_what_is_owed_and_no_more),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
