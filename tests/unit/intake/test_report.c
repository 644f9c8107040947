/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The reports of agenda packs: under which item, as which blocks, what they ask and whom they invite. The
 * councils do not exist. */
#include "reading.h"

static const char front[] = "Waste and Recycling Panel\n\nMonday, 3 June 2024, 6.00 pm\nTown Hall, Sallow\n\n"
                            "Item No\tSubject\tPage No\n"
                            "1\tApologies\t\n"
                            "2\tGarden Waste: Charges (and Bins)\t1 - 4\n"
                            "3\tLitter Plan Update\t5 - 9\n"
                            "4\tFly-tipping\tTo follow\n"
                            "5\tRecycling Centres\t10 - 12\n\n"
                            "NOTES\n\nMeetings are recorded.\n\n";

#define HEAD "WASTE AND RECYCLING PANEL 3 JUNE 2024\n\n"

static const struct item *read_item(const void *parent, const char *body, size_t nth)
{
    const struct draft *draft = draft_of(parent, mem_printf(parent, "%s%s", front, body));
    assert_true(nth < draft->meeting->n_items);
    return &draft->meeting->items[nth];
}

static void assert_block(const struct item *item, size_t nth, enum block_kind kind, int level, const char *text)
{
    assert_true(nth < item->n_blocks);
    assert_int_equal(item->blocks[nth].kind, kind);
    assert_int_equal(item->blocks[nth].level, level);
    assert_text(item->blocks[nth].text, text);
}

static const struct block *table_of(const struct item *item, size_t nth)
{
    for (size_t i = 0; i < item->n_blocks; i++)
        if (item->blocks[i].kind == BLOCK_TABLE && nth-- == 0)
            return &item->blocks[i];
    fail_msg("no such table");
    return NULL;
}

/* ---- which item ------------------------------------------------------------------------------------------ */

static void a_report_is_found_by_its_title_whatever_its_dashes(void **state)
{
    const char *body = HEAD "GARDEN WASTE - CHARGES (AND BINS)\n\nOne.\n\n"
                            "Waste & Recycling Panel\n\n3 June 2024\n\nLITTER PLAN – UPDATE\n\nTwo.\n";
    const struct item *item = read_item(*state, body, 1);
    assert_int_equal(item->n_blocks, 2);
    assert_block(item, 0, BLOCK_HEADING, 1, "GARDEN WASTE - CHARGES (AND BINS)");
    assert_block(item, 1, BLOCK_PARA, 0, "One.");
    assert_block(read_item(*state, body, 2), 1, BLOCK_PARA, 0, "Two.");
    assert_int_equal(read_item(*state, body, 3)->n_blocks, 0);
}

static void a_longer_title_in_the_agenda_is_the_same_report(void **state)
{
    const struct item *item = read_item(*state, HEAD "RECYCLING CENTRES IN 2024\n\nThree.\n", 4);
    assert_block(item, 1, BLOCK_PARA, 0, "Three.");
}

static void a_stamp_shows_where_a_report_begins(void **state)
{
    const struct item *item =
        read_item(*state, "Page 5\n\nAgenda Item 3\n\nReport of the Head of Streets\n\nFour.\n", 2);
    assert_int_equal(item->n_blocks, 2);
    assert_block(item, 1, BLOCK_PARA, 0, "Four.");
}

static void without_head_or_stamp_a_heading_with_the_title_begins_it(void **state)
{
    const char *body =
        "Report to:\tWaste and Recycling Panel\nDate:\t3 June 2024\nTitle:\tLitter Plan Update\n\nFive.\n\n"
        "## Recycling Centres\n\nSix.\n";
    assert_block(read_item(*state, body, 2), 1, BLOCK_PARA, 0, "Five.");
    assert_block(read_item(*state, body, 4), 1, BLOCK_PARA, 0, "Six.");
}

static void a_title_that_fits_nothing_is_placed_by_order_and_told(void **state)
{
    const char *body = mem_printf(*state, "%s%s", front,
                                  HEAD "GARDEN WASTE: CHARGES (AND BINS)\n\nOne.\n\n" HEAD
                                       "CLEAN STREETS\n\nTwo.\n\n" HEAD "RECYCLING CENTRES\n\nThree.\n");
    const struct draft *draft = draft_of(*state, body);
    assert_block(&draft->meeting->items[2], 1, BLOCK_PARA, 0, "Two.");
    assert_true(warns(draft, "CLEAN STREETS"));
    assert_true(warns(draft, "under item 3"));
}

static void an_appendix_stays_with_its_report(void **state)
{
    const struct item *item = read_item(*state,
                                        HEAD "LITTER PLAN UPDATE\n\nText.\n\nThis page is intentionally left blank\n\n"
                                             "5 May 2024\n\nDear Chairman\n\nLetter.\n",
                                        2);
    assert_int_equal(item->n_blocks, 5);
    assert_block(item, 4, BLOCK_PARA, 0, "Letter.");
}

/* ---- blocks ------------------------------------------------------------------------------------------------ */

static void paragraphs_keep_their_printed_numbers(void **state)
{
    const struct item *item = read_item(*state,
                                        HEAD "LITTER PLAN UPDATE\n\nSummary\n\n1. First.\n2. Second.\n\n2.1 Third.\n"
                                             "12.\tFourth.\n",
                                        2);
    assert_block(item, 1, BLOCK_HEADING, 2, "Summary");
    assert_block(item, 2, BLOCK_PARA, 0, "1. First.");
    assert_block(item, 3, BLOCK_PARA, 0, "2. Second.");
    assert_block(item, 4, BLOCK_PARA, 0, "2.1 Third.");
    assert_block(item, 5, BLOCK_PARA, 0, "12. Fourth.");
}

static void lists_keep_depth_and_letters(void **state)
{
    const struct item *item = read_item(*state,
                                        HEAD "LITTER PLAN UPDATE\n\n1. Below:\n  - one\n    - deeper\n  - two\n\n"
                                             "(a) first\n(b) second\n\n\xE2\x80\xA2\tthird\n",
                                        2);
    assert_block(item, 2, BLOCK_LIST, 1, "one");
    assert_block(item, 3, BLOCK_LIST, 2, "deeper");
    assert_block(item, 4, BLOCK_LIST, 1, "two");
    assert_block(item, 5, BLOCK_LIST, 1, "(a) first");
    assert_block(item, 7, BLOCK_LIST, 1, "third");
}

static void a_sentence_over_a_page_break_is_one(void **state)
{
    const struct item *item = read_item(*state,
                                        HEAD "LITTER PLAN UPDATE\n\n1. The bins of the northern district were not\n\n"
                                             "This page is intentionally left blank\n\nemptied in the first week.\n\n"
                                             "2. It is over.\n\nand so on\n",
                                        2);
    assert_block(item, 1, BLOCK_PARA, 0, "1. The bins of the northern district were not emptied in the first week.");
    assert_block(item, 2, BLOCK_PARA, 0, "2. It is over.");
    assert_block(item, 3, BLOCK_PARA, 0, "and so on");
}

static void lines_broken_at_a_margin_are_one_paragraph(void **state)
{
    const struct item *item =
        read_item(*state,
                  HEAD "LITTER PLAN UPDATE\n\nThe Council empties eleven hundred bins on every working day\n"
                       "and four hundred on Saturdays.\n\nJ Hart, Head of Streets\nEmail: j@sallow.example\n",
                  2);
    assert_block(item, 1, BLOCK_PARA, 0,
                 "The Council empties eleven hundred bins on every working day and four hundred on Saturdays.");
    assert_block(item, 2, BLOCK_PARA, 0, "J Hart, Head of Streets\nEmail: j@sallow.example");
}

static void markup_leaves_its_words(void **state)
{
    const struct item *item = read_item(
        *state,
        HEAD "LITTER PLAN UPDATE\n\nSee **all** of the [minutes](#) on the 3<sup>rd</sup>, \\*as *printed*, 5 * 4 "
             "&amp; 2 < 3.\n\n**Commentary****Waste**\n\n![img-0.jpeg](img-0.jpeg)\n",
        2);
    assert_block(item, 1, BLOCK_PARA, 0, "See all of the minutes on the 3rd, *as printed, 5 * 4 & 2 < 3.");
    assert_int_equal(item->blocks[2].kind, BLOCK_HEADING);
    assert_text(item->blocks[2].text, "Commentary Waste");
    assert_int_equal(item->n_blocks, 3);
}

static void links_of_markdown_keep_their_addresses(void **state)
{
    const struct item *item = read_item(
        *state,
        HEAD "LITTER PLAN UPDATE\n\nSee the [**litter** map](https://maps.fenwick.example/litter_(north)) or \\[no link](https://no.example), "
             "the [notes](#) and ![a bin](https://fenwick.example/bin.jpg); the plan goes\n\non in [annex one](<https://fenwick.example/a.pdf> "
             "\"Annex\").\n\n|Place|Bins|\n|---|---|\n|[North](https://north.example/)|4|\n",
        2);
    assert_int_equal(item->n_links, 3);
    assert_text(item->links[0].text, "litter map");
    assert_text(item->links[0].url, "https://maps.fenwick.example/litter_(north)");
    assert_text(item->links[1].text, "annex one");
    assert_text(item->links[1].url, "https://fenwick.example/a.pdf");
    assert_text(item->links[2].url, "https://north.example/");
    assert_block(item, 1, BLOCK_PARA, 0, "See the litter map or [no link](https://no.example), the notes and a bin; the plan goes on in annex one.");
}

/* ---- tables -------------------------------------------------------------------------------------------------- */

static void a_table_has_rows_cells_and_a_caption(void **state)
{
    const struct item *item = read_item(*state,
                                        HEAD "LITTER PLAN UPDATE\n\n**Bins by district**\n\n*Figures are rounded*\n\n"
                                             "\t2022\t2023\n<b>North</b>\t10%\t\nSouth\tn/a\t0 (covid)\n\nAfter.\n",
                                        2);
    const struct block *table = table_of(item, 0);
    assert_text(table->caption, "Bins by district");
    assert_int_equal(table->n_rows, 3);
    assert_int_equal(table->rows[0].n_cells, 3);
    assert_string_equal(table->rows[0].cells[0], "");
    assert_string_equal(table->rows[1].cells[0], "North");
    assert_int_equal(table->rows[1].n_cells, 3);
    assert_string_equal(table->rows[1].cells[2], "");
    assert_string_equal(table->rows[2].cells[2], "0 (covid)");
}

static void a_table_torn_by_a_page_is_one_without_the_second_header(void **state)
{
    const struct item *item =
        read_item(*state,
                  HEAD "LITTER PLAN UPDATE\n\nRoad\tBins\nA1\t3\n\n\nB2\t4\n\nRoad\tBins\nC3\t5\n\n"
                       "x\ty\tz\n1\t2\t3\n",
                  2);
    assert_int_equal(table_of(item, 0)->n_rows, 4);
    assert_string_equal(table_of(item, 0)->rows[3].cells[0], "C3");
    assert_int_equal(table_of(item, 1)->n_rows, 2);
}

static void rows_that_lost_their_empty_ends_are_of_the_same_table(void **state)
{
    const struct item *item = read_item(
        *state, HEAD "LITTER PLAN UPDATE\n\nRoad\tBins\tLids\nA1\t3\nB2\t4\t5\n\nC3\t6\n\nx\ty\tz\tw\n1\t2\t3\t4\n", 2);
    assert_int_equal(table_of(item, 0)->n_rows, 4);
    assert_int_equal(table_of(item, 1)->n_rows, 2);
}

static void a_list_in_a_cell_is_lines(void **state)
{
    const struct item *item =
        read_item(*state,
                  HEAD "LITTER PLAN UPDATE\n\nProgress\tImpact\n"
                       "<ul style=\"x\"> <li>\xE2\x80\xA2 One &amp; two</li> <li>\xE2\x80\xA2 three: "
                       "<ul><li>\xE2\x97\x8B four</li></ul></li></ul>\t"
                       "Points: <ul style=\"list-style-type: none\"> \xE2\x80\x93 five \xE2\x80\x93 six - seven\n"
                       "<p>Eight</p><p>nine</p>\tten<br>eleven\n",
                  2);
    const struct block *table = table_of(item, 0);
    assert_string_equal(table->rows[1].cells[0], "One & two\nthree:\nfour");
    assert_string_equal(table->rows[1].cells[1], "Points:\nfive\nsix - seven");
    assert_string_equal(table->rows[2].cells[0], "Eight\nnine");
    assert_string_equal(table->rows[2].cells[1], "ten\neleven");
}

static void rows_of_a_table_of_contents_are_list_lines(void **state)
{
    const struct item *item =
        read_item(*state,
                  HEAD "LITTER PLAN UPDATE\n\nContents\n\nAims .....\t2\nBins and lids.....\t3\n\n"
                       "Tel:\t01632 960333\n",
                  2);
    assert_block(item, 2, BLOCK_LIST, 1, "Aims, page 2");
    assert_block(item, 3, BLOCK_LIST, 1, "Bins and lids, page 3");
    assert_block(item, 4, BLOCK_PARA, 0, "Tel: 01632 960333");
}

static void tables_of_markdown_are_tables(void **state)
{
    const struct item *item =
        read_item(*state, HEAD "LITTER PLAN UPDATE\n\n| Road | Bins |\n|------|-----:|\n| A1 \\| A2 | **3** |\n", 2);
    assert_int_equal(table_of(item, 0)->n_rows, 2);
    assert_string_equal(table_of(item, 0)->rows[1].cells[0], "A1 | A2");
    assert_string_equal(table_of(item, 0)->rows[1].cells[1], "3");
}

/* ---- asked ----------------------------------------------------------------------------------------------------- */

static const struct strings *asked(const void *parent, const char *body)
{
    return &read_item(parent, mem_printf(parent, HEAD "LITTER PLAN UPDATE\n\n%s", body), 2)->asked;
}

static void a_list_below_is_asked_to_gives_its_limbs(void **state)
{
    const struct strings *limbs =
        asked(*state, "4. The Waste and Recycling Panel is asked to:\n\n- Note the plan;\n- say whether it "
                      "goes far enough, and\n- ask the Cabinet Member for more.\n\nContact Points\n\n- Nobody\n");
    assert_int_equal(limbs->n, 3);
    assert_text(limbs->at[0], "Note the plan");
    assert_text(limbs->at[1], "say whether it goes far enough");
    assert_text(limbs->at[2], "ask the Cabinet Member for more");
}

static void words_between_do_not_hide_the_list(void **state)
{
    const struct strings *limbs =
        asked(*state, "5. After discussion the Scrutiny Panel is asked to determine:\n  - any comments\n"
                      "  - whether more is needed.\n");
    assert_int_equal(limbs->n, 2);
    assert_text(limbs->at[0], "determine any comments");
    assert_text(limbs->at[1], "determine whether more is needed");
}

static void a_sentence_that_asks_is_one_limb(void **state)
{
    const struct strings *limbs =
        asked(*state, "6. Members are asked to agree Option No. 2 of the plan. The Panel will wish to be brief.\n");
    assert_int_equal(limbs->n, 1);
    assert_text(limbs->at[0], "agree Option No. 2 of the plan");
}

static void lettered_limbs_in_a_sentence_are_parted(void **state)
{
    const struct strings *limbs =
        asked(*state, "7. The Committee is recommended to (a) note the plan; and (b) thank the crews.\n");
    assert_int_equal(limbs->n, 2);
    assert_text(limbs->at[0], "note the plan");
    assert_text(limbs->at[1], "thank the crews");
}

static void the_heading_recommendations_asks_too(void **state)
{
    const struct strings *limbs =
        asked(*state, "Recommendations\n\n1. That the plan be noted.\n2. That a report be made in "
                      "June.\n\nBackground\n\n3. Crews work hard.\n");
    assert_int_equal(limbs->n, 2);
    assert_text(limbs->at[0], "That the plan be noted");
    assert_text(limbs->at[1], "That a report be made in June");
}

static void what_an_earlier_meeting_asked_is_history(void **state)
{
    const struct strings *limbs =
        asked(*state, "2. On 6 May the Panel recommended that the number of bins be looked at again before the winter, and "
                      "Cabinet agreed. In July it agreed that the Board be asked to wait.\n\n"
                      "7. The Panel is asked to:\n\n- note the count; and\n- say when it will look again.\n");
    assert_int_equal(limbs->n, 2);
    assert_text(limbs->at[0], "note the count");
    assert_text(limbs->at[1], "say when it will look again");

    limbs = asked(*state, "3. It was recommended that the Panel wait.\n\n4. It is therefore recommended that the plan be noted.\n");
    assert_int_equal(limbs->n, 1);
    assert_text(limbs->at[0], "the plan be noted");
}

static void may_like_to_consider_asks_nothing(void **state)
{
    assert_int_equal(
        asked(*state, "8. The Panel may like to consider the plan.\n\n9. The Trust's managers were asked to write. The "
                      "firm is asked to wait.\n")
            ->n,
        0);
}

/* ---- invited ---------------------------------------------------------------------------------------------------- */

static const struct strings *invited(const void *parent, const char *body)
{
    return &read_item(parent, mem_printf(parent, HEAD "LITTER PLAN UPDATE\n\n%s", body), 2)->invited;
}

static void guests_are_parted_where_a_new_one_begins(void **state)
{
    const struct strings *guests =
        invited(*state, "1. It is June. The Cabinet Member for Streets and Open Spaces, the Head of Parks, Lakes and "
                        "Verges (Acting), a "
                        "Director of Sallow Homes and Councillor Ivy Dean have been invited to the meeting.\n");
    assert_int_equal(guests->n, 4);
    assert_text(guests->at[0], "Cabinet Member for Streets and Open Spaces");
    assert_text(guests->at[1], "Head of Parks, Lakes and Verges (Acting)");
    assert_text(guests->at[2], "a Director of Sallow Homes");
    assert_text(guests->at[3], "Councillor Ivy Dean");
}

static void names_with_posts_are_guests(void **state)
{
    const struct strings *guests = invited(
        *state, "2. Rowan Pike, Head of Parks, and Hazel Strong (Sallow Homes) have also been invited to attend.\n");
    assert_int_equal(guests->n, 2);
    assert_text(guests->at[0], "Rowan Pike, Head of Parks");
    assert_text(guests->at[1], "Hazel Strong (Sallow Homes)");
}

static void guests_may_stand_in_a_list(void **state)
{
    const struct strings *guests =
        invited(*state, "3. The following have been invited to the meeting:\n\n- Rowan Pike, Head of Parks\n- "
                        "Councillor Ivy Dean\n");
    assert_int_equal(guests->n, 2);
    assert_text(guests->at[1], "Councillor Ivy Dean");
}

static void an_invitation_elsewhere_is_none(void **state)
{
    assert_int_equal(invited(*state, "4. Schools have been invited to take part in the trial.\n")->n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_report_is_found_by_its_title_whatever_its_dashes),
        TEST_CASE(a_longer_title_in_the_agenda_is_the_same_report),
        TEST_CASE(a_stamp_shows_where_a_report_begins),
        TEST_CASE(without_head_or_stamp_a_heading_with_the_title_begins_it),
        TEST_CASE(a_title_that_fits_nothing_is_placed_by_order_and_told),
        TEST_CASE(an_appendix_stays_with_its_report),
        TEST_CASE(paragraphs_keep_their_printed_numbers),
        TEST_CASE(lists_keep_depth_and_letters),
        TEST_CASE(a_sentence_over_a_page_break_is_one),
        TEST_CASE(lines_broken_at_a_margin_are_one_paragraph),
        TEST_CASE(markup_leaves_its_words),
        TEST_CASE(links_of_markdown_keep_their_addresses),
        TEST_CASE(a_table_has_rows_cells_and_a_caption),
        TEST_CASE(a_table_torn_by_a_page_is_one_without_the_second_header),
        TEST_CASE(rows_that_lost_their_empty_ends_are_of_the_same_table),
        TEST_CASE(a_list_in_a_cell_is_lines),
        TEST_CASE(rows_of_a_table_of_contents_are_list_lines),
        TEST_CASE(tables_of_markdown_are_tables),
        TEST_CASE(a_list_below_is_asked_to_gives_its_limbs),
        TEST_CASE(what_an_earlier_meeting_asked_is_history),
        TEST_CASE(words_between_do_not_hide_the_list),
        TEST_CASE(a_sentence_that_asks_is_one_limb),
        TEST_CASE(lettered_limbs_in_a_sentence_are_parted),
        TEST_CASE(the_heading_recommendations_asks_too),
        TEST_CASE(may_like_to_consider_asks_nothing),
        TEST_CASE(guests_are_parted_where_a_new_one_begins),
        TEST_CASE(names_with_posts_are_guests),
        TEST_CASE(guests_may_stand_in_a_list),
        TEST_CASE(an_invitation_elsewhere_is_none),
    };
    return cmocka_run_group_tests_name("intake: the reports of packs", tests, NULL, NULL);
}
