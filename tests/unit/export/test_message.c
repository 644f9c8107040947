/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Heads of messages, the member's list of people, and what a letter may say. */
#include "unit/export/memory_sink.h"
#include "unit/store/support.h"

#include "src/export/chase.h"
#include "src/export/message.h"
#include "src/export/prose.h"

#include <locale.h>

#define T(text) ((char *)(text))

static struct buf out_buf(void *context)
{
    struct buf out;
    buf_init(&out, context, BUF_MAX_DOCUMENT);
    return out;
}

static void a_header_stays_one_header_whatever_stands_in_it(void **state)
{
    struct buf out = out_buf(*state);
    message_header(&out, "Subject", "tolls\r\nBcc: everybody@place.example");
    assert_string_equal(out.data, "Subject: tolls Bcc: everybody@place.example\r\n");
    buf_clear(&out);
    message_address(&out, "To", "Ada \"the\" Moss\n", "ada@place.example");
    assert_string_equal(out.data, "To: \"Ada \\\"the\\\" Moss \"\r\n <ada@place.example>\r\n");
}

static void a_long_header_is_folded_and_words_that_are_not_ascii_are_encoded(void **state)
{
    struct buf out = out_buf(*state);
    message_header(&out, "Subject", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen");
    for (const char *line = out.data, *end; (end = strstr(line, "\r\n")) != NULL; line = end + 2) {
        assert_true(end - line <= 78);
        assert_true(line == out.data || *line == ' ');
    }
    static const char *const cases[][2] = {
        {"\xC3\xA9", "Subject: =?UTF-8?B?w6k=?=\r\n"},
        {"\xC3\xA9t", "Subject: =?UTF-8?B?w6l0?=\r\n"},
        {"\xC3\xA9t\xC3\xA9", "Subject: =?UTF-8?B?w6l0w6k=?=\r\n"},
        {"\xC3\xA9" "ab", "Subject: =?UTF-8?B?w6lhYg==?=\r\n"},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        buf_clear(&out);
        message_header(&out, "Subject", cases[i][0]);
        assert_string_equal(out.data, cases[i][1]);
    }
}

static void lines_of_a_body_end_as_messages_have_it(void **state)
{
    struct buf out = out_buf(*state);
    message_body(&out, "a\nb\n");
    assert_non_null(strstr(out.data, "\r\n\r\na\r\nb\r\n"));
}

/* ---- people --------------------------------------------------------------------------------------------- */

static char *people_file(void *context, const char *text)
{
    char *path = scratch_path(context, "people");
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0 && fclose(file) == 0);
    return path;
}

static void a_role_is_found_by_any_name_of_it(void **state)
{
    struct people *people;
    struct err err = {0};
    char *path = people_file(*state, "from Ada Moss <ada@place.example>\nrole the Cabinet Member for Roads\n  also Roads & Bridges lead\n"
                                     "  holder Jo Reed\n  address jo.reed@place.example\n  post Hall\n  post Quay\n");
    assert_ok(people_load(*state, path, &people, &err), err);
    assert_string_equal(people->from_name, "Ada Moss");
    assert_string_equal(people_find(people, "Cabinet Member for roads")->address, "jo.reed@place.example");
    assert_non_null(people_find(people, "the Roads and Bridges Lead"));
    assert_string_equal(people_find(people, "Jo Reed")->post, "Hall\nQuay");
    assert_null(people_find(people, "the Cabinet Member for Rail"));
    assert_null(people_find(people, NULL));
    assert_ok(people_load(*state, scratch_path(*state, "no-such"), &people, &err), err);
    assert_int_equal(people->n, 0);
}

static void what_is_wrong_in_the_list_is_said_with_file_and_line(void **state)
{
    static const char *const slips[][2] = {
        {"role A\n  address a@b, c@d\n", "people:2: this is no address"},
        {"role A\n  address a@b>\n", "people:2: this is no address"},
        {"role A\n  address @b\n", "people:2: this is no address"},
        {"role A\n  telephone 1\n", "people:2: a role has"},
        {"role A\n  holder\n", "people:2: what it is is missing"},
        {"  holder A\n", "people:1: this line belongs to no role"},
        {"# so\n\nroles A\n", "people:3: \"role NAME\""},
        {"from Ada <ada>\n", "people:1: from is NAME <ADDRESS>"},
    };
    for (size_t i = 0; i < MB_LENGTH(slips); i++) {
        struct people *people;
        struct err err = {0};
        assert_int_equal(people_load(*state, people_file(*state, slips[i][0]), &people, &err), STATUS_INPUT);
        assert_non_null(strstr(err.text, slips[i][1]));
    }
}

/* ---- what is said ----------------------------------------------------------------------------------------- */

static void what_is_due_is_said_without_the_members_own_date(void **state)
{
    const struct date today = {2031, 3, 10};
    const struct action own = {.meeting_date = {2031, 2, 3}, .chase_date = {2031, 3, 1}};
    const struct action passed = {.due_text = T("by 9 March"), .due = {{2031, 3, 9}, {2031, 3, 9}}};
    const struct action month = {.due_text = T("May 2031"), .due = {{2031, 5, 1}, {2031, 5, 31}}};
    assert_string_equal(chase_when(*state, &own, today), "No date was given; it was asked 35 days ago.");
    assert_string_equal(chase_when(*state, &passed, today), "It was due by 9 March 2031, 1 day ago.");
    assert_string_equal(chase_when(*state, &month, today), "By when: \xE2\x80\x9CMay 2031\xE2\x80\x9D.");
}

static const struct export_options shown = {.as_at = {2031, 3, 10}};

static void a_letter_of_the_chairman_does_not_ask_the_chairman_to_write(void **state)
{
    static const struct {
        const char *owner, *subject, *said;
    } cases[] = {
        {"the Chairman", "the Chairman would write to the Leader about the crossing at Quay Lane", "The matter: the crossing at Quay Lane."},
        {"the Chair", "the Chair write to the Minister asking for the figures about fares", "What is asked: the figures about fares."},
        {"Chair of the Panel", "a letter be written to the operator regarding late buses", "The matter: late buses."},
        {"the Convener", "the Convener writes to DEFRA urging stronger controls", "What is asked: stronger controls."},
        {"the Chairman", "the Chairman would write to the Leader", NULL},
        {"the Chairman", "the crossing outside the school", "What is asked: the crossing outside the school."},
        {"the Clerk", "the Clerk would write to the Leader about fares", "What is asked: the Clerk would write to the Leader about fares."},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        const struct action action = {.owner = T(cases[i].owner), .subject = T(cases[i].subject), .quote = T("It was agreed so.")};
        char *said = chase_asked(*state, &action, &shown);
        if (cases[i].said)
            assert_string_equal(said, cases[i].said);
        else
            assert_null(said);
    }
}

static void a_letter_without_a_sentence_says_all_that_is_known(void **state)
{
    const struct action bare = {.owner = T("the Chairman"), .subject = T("the Chairman would write to the Leader")};
    const struct action loan = {.owner = T("the Chairman"), .subject = T("the underwriting of the loan"), .quote = T("It was agreed so.")};
    assert_string_equal(chase_asked(*state, &bare, &shown), "What is asked: the Chairman would write to the Leader.");
    assert_string_equal(chase_asked(*state, &loan, &shown), "What is asked: the underwriting of the loan.");
}

static void a_letter_says_no_piece_of_an_exempt_sentence(void **state)
{
    const struct export_options all = {.exempt = true};
    const struct action priced = {.owner = T("the Clerk"), .subject = T("the price of the quay"), .quote = T("It was agreed so."), .quote_exempt = true};
    assert_null(chase_asked(*state, &priced, &shown));
    assert_string_equal(chase_asked(*state, &priced, &all), "What is asked: the price of the quay.");
}

static void earlier_chases_are_named_by_their_days_alone(void **state)
{
    struct action_entry one = {.kind = ENTRY_CHASE, .date = {2031, 2, 9}, .text = T("she was rude")}, two = {.kind = ENTRY_UPDATE, .text = T("x")},
                        three = {.kind = ENTRY_CHASE, .date = {2031, 2, 20}};
    struct action_entry *at[] = {&one, &two, &three};
    assert_string_equal(chase_before(*state, &(struct action_entries){at, 3}), "We asked again on 9 February 2031 and 20 February 2031.");
    assert_null(chase_before(*state, &(struct action_entries){at + 1, 1}));
}

static void an_exempt_sentence_stays_out_of_a_letter(void **state)
{
    const struct action action = {.quote = T("The price is 40."), .quote_exempt = true};
    const struct export_options none = {0}, exempt = {.exempt = true};
    assert_null(strstr(chase_quote(*state, &action, &none), "40"));
    assert_string_equal(chase_quote(*state, &action, &exempt), "[EXEMPT] The price is 40.");
}

static void a_paragraph_of_markdown_does_nothing_by_its_marks(void **state)
{
    struct prose prose;
    prose_start(&prose, *state, true);
    prose_quote(&prose, "# not a heading\n<b>", 0);
    assert_string_equal(prose.out.data, "> \xE2\x80\x9C\\# not a heading  \n> \\<b\\>\xE2\x80\x9D\n\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(a_header_stays_one_header_whatever_stands_in_it),
        STORE_CASE(a_long_header_is_folded_and_words_that_are_not_ascii_are_encoded),
        STORE_CASE(lines_of_a_body_end_as_messages_have_it),
        STORE_CASE(a_role_is_found_by_any_name_of_it),
        STORE_CASE(what_is_wrong_in_the_list_is_said_with_file_and_line),
        STORE_CASE(what_is_due_is_said_without_the_members_own_date),
        STORE_CASE(a_letter_of_the_chairman_does_not_ask_the_chairman_to_write),
        STORE_CASE(a_letter_without_a_sentence_says_all_that_is_known),
        STORE_CASE(a_letter_says_no_piece_of_an_exempt_sentence),
        STORE_CASE(earlier_chases_are_named_by_their_days_alone),
        STORE_CASE(an_exempt_sentence_stays_out_of_a_letter),
        STORE_CASE(a_paragraph_of_markdown_does_nothing_by_its_marks),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("export: letters and messages", tests, NULL, NULL);
}
