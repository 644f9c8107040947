/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Many wordings of what is owed, and many that only look like it (the heads of wordings.txt and the files beside it say how their lines are read). All that
 * are not as they should be are told at once, for one word shared by rules touches many of them. Then the lexicon by its grammar: each
 * deed is put behind each subject in each form of undertaking. */
#include "support/test.h"

#include <minutebook/actions.h>

#include <locale.h>

#define LINE_MOST 2000

static int faults;
static char title[LINE_MOST]; /* of the item that the lines stand in: "= TITLE" sets it for those that follow */

/* "\\n" of the file becomes a line end; " => " ends the text, " @ " the text or the owner. Returns the owner wanted, or NULL. */
static char *parse_line(char *text, char **due)
{
    char *arrow = strstr(text, " => "), *to = text;
    *due = strstr(text, " @ ");
    if (*due) {
        **due = '\0';
        *due += 3;
    }
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
    item->title = mem_strdup(meeting, title);
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
    char *due;
    const char *wanted = parse_line(line + 1, &due);
    size_t expected = line[0] == '+' ? 1 : line[0] == '-' ? 0 : (size_t)(line[0] - '0'), found = 0;
    struct swept swept = sweep(parent, rules, line + 1);
    const char *owner = NULL, *when = NULL, *rule = "no rule";
    for (size_t i = 0; i < swept.n_candidates; i++) {
        const struct action *action = swept.candidates[i];
        when = action->untracked || found ? when : action->due_text;
        rule = action->untracked || found ? rule : action->rule;
        owner = action->untracked || found++ ? owner : action->owner;
    }
    bool good = found == expected && (!wanted || strcmp(owner ? owner : "-", wanted) == 0) && (!due || strcmp(when ? when : "-", due) == 0);
    if (!good) {
        faults++;
        print_error("line %d: %zu of %zu (%s), by %s, %s: %s\n", number, found, expected, rule, owner ? owner : "nobody", when ? when : "no time", line + 1);
    }
    talloc_free(parent);
}

static void check_file(void **state, const char *name, int least)
{
    struct rules *rules;
    struct err err = {0};
    char line[LINE_MOST];
    int number = 0, checked = 0;
    if (rules_load(*state, NULL, &rules, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    FILE *file = fopen(mem_printf(*state, "%s/tests/unit/actions/%s", test_env("MINUTEBOOK_SRCDIR"), name), "re");
    assert_non_null(file);
    faults = 0;
    snprintf(title, sizeof title, "The State of the Fords");
    while (fgets(line, sizeof line, file)) {
        number++;
        line[strcspn(line, "\n")] = '\0';
        if (*line == '=')
            snprintf(title, sizeof title, "%s", line + 2);
        if (!*line || *line == '#' || *line == '=')
            continue;
        assert_non_null(strchr("+-0123456789", *line));
        check_line(rules, line, number);
        checked++;
    }
    assert_int_equal(fclose(file), 0);
    assert_true(checked > least);
    assert_int_equal(faults, 0);
}

static void every_wording_gives_what_is_owed_and_no_more(void **state)
{
    check_file(state, "wordings.txt", 300);
}

static void each_form_of_the_grammar_gives_what_is_owed_and_no_more(void **state)
{
    check_file(state, "grammar.txt", 400);
}

static void clerks_of_many_councils_give_what_is_owed_and_no_more(void **state)
{
    check_file(state, "clerks.txt", 600);
}

static void other_manners_of_writing_give_what_is_owed_and_no_more(void **state)
{
    check_file(state, "offices.txt", 150);
}

static void words_that_say_when_are_kept_with_what_is_owed(void **state)
{
    check_file(state, "times.txt", 200);
}

static void everyday_prose_gives_what_is_owed_and_no_more(void **state)
{
    check_file(state, "boroughs.txt", 300);
    check_file(state, "districts.txt", 100);
    check_file(state, "counties.txt", 300);
    check_file(state, "ordinary.txt", 300);
}

/* ---- the lexicon by its grammar ------------------------------------------------------------------------------ */

static const char *const subjects[] = {
    "the Head of Fords", "Councillor Moss", "Cllr Anna Moss", "the Clerk", "officers", "the Chair", "Mrs Ode", "the Assistant Director of Place", "the Monitoring Officer",
    "the Cabinet Member for Roads", "the Scrutiny Officer", "the Harbourmaster", "Dr Pell (Director of Public Health)", "Legal Services", "Mr Khan", "the Vice-Chair",
};
static const char *const deeds[] = {
    "send Members a list of the lamps", "circulate the figures to the Panel", "look into the cost of a second gate", "come back to the Panel with a plan",
    "write to the harbour office about the bell", "follow this up with the crew", "take the matter back to the service", "arrange a visit for Members",
    "chase the company for a reply", "raise this with the owner of the quay", "feed the comments into the next draft", "supply Councillor Reed with a map",
    "check the sum on page nine", "invite the crew to a future meeting", "pick this up with the surveyor", "obtain three prices for the rail",
    "find out who had painted the bridge", "put a note in the newsletter", "ring the depot about the bins", "draft a reply for the Panel",
};
static const char *const forms[] = {"%s would %s.", "%s agreed to %s.", "%s undertook to %s.", "%s was to %s.",
                                    "It was agreed that %s would %s.", "%s was asked to %s.", 
                                    "RESOLVED: That %s be requested to %s.", "Action: %s to %s.", "In reply, %s offered to %s."};

static size_t tracked(const void *parent, const struct rules *rules, char *text)
{
    struct swept swept = sweep(parent, rules, text);
    size_t found = 0;
    for (size_t i = 0; i < swept.n_candidates; i++)
        found += !swept.candidates[i]->untracked;
    return found;
}

static void a_deed_is_found_whoever_undertakes_it_in_whatever_form(void **state)
{
    struct rules *rules;
    struct err err = {0};
    if (rules_load(*state, NULL, &rules, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    size_t missed = 0;
    for (size_t f = 0; f < MB_LENGTH(forms); f++) {
        for (size_t i = 0; i < MB_LENGTH(subjects) * MB_LENGTH(deeds); i++) {
            void *scratch = talloc_new(NULL);
            const char *who = subjects[i % MB_LENGTH(subjects)], *deed = deeds[i / MB_LENGTH(subjects)];
            const char *gap = strstr(forms[f], "%s"), *rest = strstr(gap + 2, "%s");
            char *text = mem_printf(scratch, "%.*s%s%.*s%s%s", (int)(gap - forms[f]), forms[f], who, (int)(rest - gap - 2), gap + 2, deed, rest + 2);
            if (*text >= 'a' && *text <= 'z')
                *text = (char)(*text - ('a' - 'A'));
            if (tracked(scratch, rules, text) != 1) {
                missed++;
                print_error("not one: %s\n", text);
            }
            talloc_free(scratch);
        }
    }
    assert_int_equal(missed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(every_wording_gives_what_is_owed_and_no_more),
        TEST_CASE(each_form_of_the_grammar_gives_what_is_owed_and_no_more),
        TEST_CASE(clerks_of_many_councils_give_what_is_owed_and_no_more),
        TEST_CASE(other_manners_of_writing_give_what_is_owed_and_no_more),
        TEST_CASE(everyday_prose_gives_what_is_owed_and_no_more),
        TEST_CASE(words_that_say_when_are_kept_with_what_is_owed),
        TEST_CASE(a_deed_is_found_whoever_undertakes_it_in_whatever_form),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
