/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "support/test.h"

#include <minutebook/model_action.h>

static void names_go_there_and_back(void **state)
{
    (void)state;
    for (int i = 0; i < FORM_COUNT; i++) {
        enum form form = FORM_COUNT;
        assert_true(form_parse(form_name((enum form)i), &form));
        assert_int_equal(form, i);
    }
    enum form form;
    assert_false(form_parse("parchment", &form));
    assert_false(form_parse("", &form));
}

static void several_papers_of_a_form_have_words_of_their_own(void **state)
{
    (void)state;
    assert_string_equal(form_words_several(FORM_ITEM_TEXT), "pages of one item");
    for (int i = 0; i < FORM_COUNT; i++) {
        const char *one = form_words((enum form)i), *several = form_words_several((enum form)i);
        if (strncmp(one, "printed ", 8) == 0) /* minutes and decisions are several already */
            assert_string_equal(several, one);
        else
            assert_string_not_equal(several, one);
    }
}

/* design.md 5.3: scripts rely on them */
static void names_are_those_of_the_json(void **state)
{
    (void)state;
    assert_string_equal(form_name(FORM_PAGE_TEXT), "page-text");
    assert_string_equal(block_kind_name(BLOCK_PARA), "para");
    assert_string_equal(block_kind_name(BLOCK_TABLE), "table");
    assert_null(date_basis_name(DATE_UNKNOWN));
    assert_string_equal(date_basis_name(DATE_INFERRED), "inferred");
    assert_string_equal(programme_section_name(SECTION_POSSIBLE), "possible");
    assert_string_equal(programme_state_name(ENTRY_TBC), "tbc");
}

static void an_enumeration_of_a_newer_program_reads_as_the_first(void **state)
{
    (void)state;
    assert_string_equal(form_name((enum form)99), "unknown");
    assert_int_equal(form_rank((enum form)99), 0);
    assert_string_equal(programme_state_name((enum programme_state)99), "scheduled");
}

static void minutes_rank_above_the_pack(void **state)
{
    (void)state;
    assert_true(form_rank(FORM_PAGE_TEXT) > form_rank(FORM_PACK_MARKDOWN));
    assert_int_equal(form_rank(FORM_PACK_TEXT), form_rank(FORM_PACK_MARKDOWN));
}

static void times_are_said_on_both_clocks(void **state)
{
    static const struct {
        int minutes;
        const char *time, *words;
    } cases[] = {
        {0, "00:00", "12.00 am"},    {9 * 60 + 5, "09:05", "9.05 am"}, {12 * 60, "12:00", "12.00 pm"},
        {19 * 60 + 30, "19:30", "7.30 pm"}, {-1, NULL, NULL},          {24 * 60, NULL, NULL},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct meeting meeting = {.minutes_after_midnight = cases[i].minutes};
        char *time = meeting_time(*state, &meeting), *words = meeting_time_words(*state, &meeting);
        if (!cases[i].time) {
            assert_null(time);
            assert_null(words);
        } else {
            assert_string_equal(time, cases[i].time);
            assert_string_equal(words, cases[i].words);
        }
    }
}

static void items_are_found_by_position_and_cut_ones_counted(void **state)
{
    (void)state;
    struct item items[] = {{.position = 1}, {.position = 2, .truncated = true}, {.position = 4, .truncated = true}};
    struct meeting meeting = {.items = items, .n_items = MB_LENGTH(items)};
    assert_ptr_equal(meeting_item(&meeting, 4), &items[2]);
    assert_null(meeting_item(&meeting, 3));
    assert_int_equal(meeting_truncated(&meeting), 2);
}

/* ---- the report as text ------------------------------------------------------------------------ */

static void report_text_separates_blocks_and_keeps_a_row_on_a_line(void **state)
{
    char *head[] = {mem_strdup(*state, "Month"), mem_strdup(*state, "Incidents")};
    char *row[] = {mem_strdup(*state, "May\n(part)"), mem_strdup(*state, "12")};
    struct table_row rows[] = {{head, 2}, {row, 2}};
    struct block blocks[] = {
        {.kind = BLOCK_HEADING, .text = mem_strdup(*state, "Summary"), .level = 2},
        {.kind = BLOCK_PARA, .text = mem_strdup(*state, "1. The river rose.")},
        {.kind = BLOCK_TABLE, .caption = mem_strdup(*state, "Flood incidents"), .rows = rows, .n_rows = 2},
    };
    struct item item = {.blocks = blocks, .n_blocks = MB_LENGTH(blocks)};
    assert_string_equal(item_report_text(*state, &item),
                        "Summary\n\n1. The river rose.\n\nFlood incidents\n\nMonth\tIncidents\nMay (part)\t12");
}

static void report_text_says_a_caption_once(void **state)
{
    char *cell[] = {mem_strdup(*state, "12")};
    struct table_row rows[] = {{cell, 1}};
    struct block blocks[] = {
        {.kind = BLOCK_HEADING, .text = mem_strdup(*state, "Flood incidents")},
        {.kind = BLOCK_TABLE, .caption = mem_strdup(*state, "Flood incidents"), .rows = rows, .n_rows = 1},
    };
    struct item item = {.blocks = blocks, .n_blocks = MB_LENGTH(blocks)};
    assert_string_equal(item_report_text(*state, &item), "Flood incidents\n\n12");
}

static void without_a_report_there_is_no_text(void **state)
{
    struct item item = {0};
    assert_null(item_report_text(*state, &item));
}

/* ---- kinds ---------------------------------------------------------------------------------------- */

static void check_kinds(const char *const titles[][2], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *kind = item_kind_of_title(titles[i][0]);
        const char *wanted = titles[i][1];
        if ((kind == NULL) != (wanted == NULL) || (kind && strcmp(kind, wanted) != 0))
            fail_msg("\"%s\" is %s, not %s", titles[i][0], kind ? kind : "(none)", wanted ? wanted : "(none)");
    }
}

static void states_of_a_follow_up_have_a_name_in_json_and_words_on_screen(void **state)
{
    (void)state;
    enum action_state parsed;
    for (int i = ACTION_KEPT; i <= ACTION_REFUSED; i++) {
        assert_true(action_state_parse(action_state_name((enum action_state)i), &parsed));
        assert_int_equal(parsed, i);
    }
    assert_string_equal(action_state_name(ACTION_TO_CHECK), "candidate");
    assert_string_equal(action_state_words(ACTION_TO_CHECK), "to check");
    assert_string_equal(action_state_words(ACTION_REFUSED), "not a follow-up");
    assert_false(action_state_parse("Confirmed", &parsed));
}

static void titles_tell_their_kind(void **state)
{
    (void)state;
    static const char *const titles[][2] = {
        {"Apologies for Absence", "routine"},
        {"DECLARATIONS OF INTERESTS", "routine"},
        {"Declarations of Members’ Interests", "routine"},
        {"Minutes of the Rivers O&S Panel held on 4 May 2021", "routine"},
        {"Confirmation of the Minutes – 4 May 2021", "routine"},
        {"Public Participation", "routine"},
        {"Chair’s Announcements", "routine"},
        {"Work Programme", "programme"},
        {"Scrutiny Work Programme 2021/22", "programme"},
        {"Performance and In-Year Budget Monitoring", "performance"},
        {"Quarter 2 Performance Report", "performance"},
        {"In-Year Budget Monitoring", "budget"},
        {"Ofsted Focused Visit – Action Plan", "inspection"},
        {"Call-in: Closure of Mill Lane Car Park", "call-in"},
        {"Exclusion of the Press and Public", "exclusion"},
        {"Petition: Save our Ferry", "petition"},
        {"Recommendations Tracker", "tracker"},
        {"Forward Plan", "forward plan"},
    };
    check_kinds(titles, MB_LENGTH(titles));
}

static void a_title_that_only_holds_the_word_has_no_kind(void **state)
{
    (void)state;
    static const char *const titles[][2] = {
        {"Bus Service Improvement Plan", NULL},
        {"Strategy for Public Participation in Planning", NULL},
        {"School Exclusions", NULL},
        {"Minuteman Way Road Works", NULL},
        {"Welcome to Wexmoor: Tourism Strategy", NULL},
        {"River Ferry", NULL},
        {"", NULL},
    };
    check_kinds(titles, MB_LENGTH(titles));
    assert_null(item_kind_of_title(NULL));
}

static void routine_is_a_kind_like_others(void **state)
{
    (void)state;
    char routine[] = "routine", budget[] = "budget";
    assert_true(item_is_routine(&(struct item){.kind = routine}));
    assert_false(item_is_routine(&(struct item){.kind = budget}));
    assert_false(item_is_routine(&(struct item){0}));
}

extern const char *const asset_item_kinds[];

static void words_of_kinds_stand_folded_in_their_file(void **state)
{
    (void)state;
    for (const char *const *line = asset_item_kinds; *line; line++) {
        const char *words = *line + strspn(*line, " \t^");
        char *as_it_is = mem_strndup(NULL, words, strcspn(words, "$"));
        char *folded = text_fold(as_it_is, as_it_is);
        if (words != *line)
            assert_string_equal(folded, as_it_is);
        talloc_free(as_it_is);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(names_go_there_and_back),
        TEST_CASE(several_papers_of_a_form_have_words_of_their_own),
        TEST_CASE(names_are_those_of_the_json),
        TEST_CASE(an_enumeration_of_a_newer_program_reads_as_the_first),
        TEST_CASE(minutes_rank_above_the_pack),
        TEST_CASE(times_are_said_on_both_clocks),
        TEST_CASE(items_are_found_by_position_and_cut_ones_counted),
        TEST_CASE(report_text_separates_blocks_and_keeps_a_row_on_a_line),
        TEST_CASE(report_text_says_a_caption_once),
        TEST_CASE(without_a_report_there_is_no_text),
        TEST_CASE(states_of_a_follow_up_have_a_name_in_json_and_words_on_screen),
        TEST_CASE(titles_tell_their_kind),
        TEST_CASE(words_of_kinds_stand_folded_in_their_file),
        TEST_CASE(a_title_that_only_holds_the_word_has_no_kind),
        TEST_CASE(routine_is_a_kind_like_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
