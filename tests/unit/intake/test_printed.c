/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What stands in the items of printed minutes and decisions whose lines are set in columns (field.md 3.8): each sentence whole, each
 * cell with its item. Forms, numbers and titles are in tests/unit/intake/manners. */
#include "reading.h"

#define HEAD "MARSHWOOD TOWN COUNCIL\nEnvironment Working Group - Minutes\n\nDate: Wednesday 18 February 2026\n\nPresent: Cllr P Aune (Chair), Cllr S Dowd\n\n"
#define RIGHT "                                                                       "

static const struct meeting *minutes_of(const void *parent, const char *body)
{
    return draft_of(parent, mem_printf(parent, HEAD "%s", body))->meeting;
}

static void who_acts_stands_behind_the_whole_sentence(void **state)
{
    const struct meeting *meeting = minutes_of(*state, RIGHT "Action\n"
                                                             "1.  Apologies\n\n    Cllr Ronan.\n\n"
                                                             "2.  Notes of the last meeting\n\n"
                                                             "    The notes \xE2\x80\x93 with \xE2\x80\x9C" "bins\xE2\x80\x9D for \xE2\x80\x9C" "benches\xE2\x80\x9D twice \xE2\x80\x93 were agreed      BK\n"
                                                             "    and will be put on the website.\n\n"
                                                             "3.  Next meeting\n\n    15 April 2026.\n");
    assert_int_equal(meeting->n_items, 3);
    assert_text(text_squeeze(*state, meeting->items[1].minutes_text, strlen(meeting->items[1].minutes_text)),
                "The notes \xE2\x80\x93 with \xE2\x80\x9C" "bins\xE2\x80\x9D for \xE2\x80\x9C" "benches\xE2\x80\x9D twice \xE2\x80\x93 were agreed and will be put on the website. Action by: BK");
}

static void figures_and_signatures_are_nobody_who_acts(void **state)
{
    const struct meeting *meeting = minutes_of(*state, RIGHT "Action\n"
                                                             "1.  Apologies\n\n    Cllr Ronan.\n\n"
                                                             "2.  Pond\n\n    Two quotes:\n\n"
                                                             "    Wetter Ltd                                                         3,850 plus tax\n\n"
                                                             "3.  Next meeting\n\n    15 April 2026.\n\n"
                                                             "The meeting closed at 11.15 am.\n\n"
                                                             "Signed ..................                                              Chair\n");
    for (size_t i = 0; i < meeting->n_items; i++)
        assert_null(strstr(meeting->items[i].minutes_text, "Action by"));
}

static void what_was_recommended_is_neither_title_nor_decision(void **state)
{
    const struct meeting *meeting =
        draft_of(*state, "LEADER OF THE COUNCIL\n\nTuesday 10 March 2026\n\nDecisions\n\n"
                         "          MATTERS CONSIDERED                       DECISION\n\n"
                         "   1. Declarations of Interest              None.\n\n"
                         "   2. Hythe Lane Depot: Sale of the         Agreed, but the offer to be taken to\n"
                         "      Upper Yard                            Cabinet if it falls.\n\n"
                         "   The Leader is RECOMMENDED to sell\n   the yard.\n")->meeting;
    assert_int_equal(meeting->n_items, 2);
    assert_text(meeting->items[1].title, "Hythe Lane Depot: Sale of the Upper Yard");
    assert_text(meeting->items[1].agenda_text, "The Leader is RECOMMENDED to sell the yard.");
    assert_text(meeting->items[1].decision_text, "Agreed, but the offer to be taken to Cabinet if it falls.");
}

static void a_line_across_the_columns_ends_the_table(void **state)
{
    const struct meeting *meeting =
        draft_of(*state, "DECISIONS OF THE CABINET\n\nTuesday 10 March 2026\n\n"
                         "ITEM   SUBJECT                    DECISION\n\n"
                         "4      Minutes                    Agreed.\n\n"
                         "5      Petitions                  Noted.\n\n"
                         "These decisions come into force on 18 March unless five Members call them in.\n")->meeting;
    assert_int_equal(meeting->n_items, 2);
    assert_text(meeting->items[1].title, "Petitions");
    assert_true(text_starts(meeting->items[1].decision_text, "Noted."));
}

static void a_division_with_names_is_a_vote_and_a_count_is_none(void **state)
{
    static const struct {
        const char *said;
        size_t votes;
    } cases[] = {
        {"Motion (4): Councillors Baird, Keir, Muir and Orr\nAmendment (2): Councillors Pirie and Rae\n", 1},
        {"Motion - 4 votes: Councillors Baird, Keir, Muir and Orr\nAmendment - 1 vote: Councillor Pirie\nAbstained (1): Councillor Rae\n", 1},
        {"For the motion (4): Councillors Baird, Keir, Muir and Orr. For the amendment (2): Councillors Pirie and Rae.\n", 1},
        {"For: Baird, Keir, Muir; Against: Pirie, Rae\n", 1},
        {"For: Councillors Baird, Keir and Muir. Against: Councillor Pirie.\n", 1},
        {"In favour: Cllrs Baird, Keir\nAgainst: Cllr Pirie\n", 1},
        {"On being put to the vote the motion was carried by 6 votes to 2.\n", 0},
        {"For 5, against 3, abstained 1.\n", 0},
        {"Motion: Councillor Baird, seconded by Councillor Keir, moved approval.\nAmendment: Councillor Pirie, seconded by Councillor Rae, moved delay.\n", 0},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        const struct meeting *meeting = minutes_of(*state, mem_printf(*state,
                                                                      "1.  Apologies\n\n    Cllr Ronan.\n\n2.  Berthing Charges\n\n"
                                                                      "Councillor Pirie moved an amendment.\n\n%s\nThe motion was carried.\n\n"
                                                                      "3.  Next meeting\n\n    15 April 2026.\n", cases[i].said));
        assert_int_equal(meeting->n_items, 3);
        if (meeting->items[1].n_votes != cases[i].votes)
            fail_msg("%zu votes: %s", meeting->items[1].n_votes, cases[i].said);
    }
}

static void the_place_is_found_wherever_the_head_says_it(void **state)
{
    static const char *const heads[] = {
        "Council Chambers, 9 Ropewalk, Larkwater, Tuesday 4 March 2025 at 7.00 pm",
        "Tuesday 4 March 2025, 7.00 pm - 8.40 pm\n\nMeeting held in the Council Chambers, 9 Ropewalk, Larkwater",
        "Minutes of the meeting held within the Council Chambers, 9 Ropewalk, Larkwater, on Tuesday 4 March 2025 at 7.00 pm",
        "Minutes of Meeting of the Parks Committee within the Council Chambers, 9 Ropewalk, Larkwater\non Tuesday 4 March 2025 at 7.00 pm",
        "Minute of meeting in the Council Chambers, 9 Ropewalk, Larkwater on Tuesday 4 March 2025 at 7.00 pm",
        "LARKWATER, 4 March 2025. At a Meeting of the Parks Committee held in the Council Chambers, 9 Ropewalk, Larkwater at 7.00 pm",
    };
    for (size_t i = 0; i < MB_LENGTH(heads); i++) {
        const struct meeting *meeting =
            draft_of(*state, mem_printf(*state, "LARKWATER COUNCIL\n\nPARKS COMMITTEE\n\nMINUTES\n\n%s\n\nPresent: Councillors Orr (Chair), Pym and Quill\n\n"
                                                "1. Apologies\n\nNone.\n\n2. Bandstand\n\nRESOLVED: That it be painted.\n\nThe meeting closed at 8.40 pm.\n",
                                        heads[i]))
                ->meeting;
        assert_text(meeting->venue, "Council Chambers, 9 Ropewalk, Larkwater");
        assert_int_equal(strcasecmp(meeting->committee, "Parks Committee"), 0);
        assert_int_equal(meeting->minutes_after_midnight, 19 * 60);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(who_acts_stands_behind_the_whole_sentence),
        TEST_CASE(figures_and_signatures_are_nobody_who_acts),
        TEST_CASE(what_was_recommended_is_neither_title_nor_decision),
        TEST_CASE(a_line_across_the_columns_ends_the_table),
        TEST_CASE(a_division_with_names_is_a_vote_and_a_count_is_none),
        TEST_CASE(the_place_is_found_wherever_the_head_says_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
