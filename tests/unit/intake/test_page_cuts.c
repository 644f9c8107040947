/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which minutes are cut off on a page whose house has the link to the full text below every item (taxonomy
 * 3.15), and on one that has it below cut items only. A minute wrongly called whole may hide a resolution:
 * whatever is in doubt stays cut. */
#include "reading.h"

#define ITEMS 6

/* A page of six items with the link below each, as a paragraph of its own; item THIRD holds TEXT as given. */
static struct draft *page_of_links(void *parent, const char *text)
{
    struct buf page;
    buf_init(&page, parent, BUF_MAX_DOCUMENT);
    buf_puts(&page, "Agenda and minutes\n\nVenue: Pier\n\nItems\nNo. Item\n\n");
    for (int i = 1; i <= ITEMS; i++) {
        const char *minutes = mem_printf(parent, "The Panel noted the state of quay %d.\n \n ...  view the full minutes text for item %d.", i, i);
        buf_puts(&page, mem_printf(parent, "%d.\n\nQuay %d\n\nMinutes:\n\n%s\n\n", i, i, i == 3 ? text : minutes));
    }
    return draft_of(parent, buf_take(&page));
}

#define LINK3 "\n \n ...  view the full minutes text for item 3."

static bool third_is_cut(void *parent, const char *text)
{
    struct draft *draft = page_of_links(parent, text);
    assert_int_equal(draft->meeting->n_items, ITEMS);
    assert_null(strstr(draft->meeting->items[2].minutes_text, "view the full"));
    return draft->meeting->items[2].truncated;
}

static char *long_text(void *parent, size_t sentences)
{
    struct buf text;
    buf_init(&text, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < sentences; i++)
        buf_puts(&text, "The wall had moved by an inch since May. "); /* 41 characters */
    return buf_take(&text);
}

/* ---- whole ------------------------------------------------------------------------------------- */

static void minutes_that_end_with_a_sentence_are_whole_where_every_item_has_the_link(void **state)
{
    struct draft *draft = page_of_links(*state, "The ferry was late.\n\nRESOLVED, that \xE2\x80\x93 the report be noted." LINK3);
    for (size_t i = 0; i < ITEMS; i++)
        assert_false(draft->meeting->items[i].truncated);
    assert_text(draft->meeting->items[2].minutes_text, "The ferry was late.\n\nRESOLVED, that \xE2\x80\x93 the report be noted.");
    assert_text(draft->meeting->items[0].minutes_text, "The Panel noted the state of quay 1.");
    assert_true(warns(draft, "links to the full text below every item; 6 short minutes texts"));
}

static void a_sentence_ends_with_a_stop_even_inside_quotes_and_brackets(void **state)
{
    static const char *const ends[] = {"It was agreed.", "Was it safe?", "A Member said \"it is safe.\"",
                                       "A Member said \xE2\x80\x9Cit is safe.\xE2\x80\x9D", "(The Chair left the room.)",
                                       "The ferry was noted in 2021."};
    for (size_t i = 0; i < MB_LENGTH(ends); i++)
        if (third_is_cut(*state, mem_printf(*state, "%s%s", ends[i], LINK3)))
            fail_msg("\"%s\" is cut", ends[i]);
}

static void one_item_in_eight_may_lack_the_link(void **state)
{
    struct buf page;
    buf_init(&page, *state, BUF_MAX_DOCUMENT);
    buf_puts(&page, "Items\nNo. Item\n\n");
    for (int i = 1; i <= 8; i++)
        buf_puts(&page, mem_printf(*state, "%d.\n\nQuay\n\nMinutes:\n\nNoted it.%s\n\n", i,
                                   i == 8 ? "" : mem_printf(*state, "\n\n... view the full minutes text for item %d.", i)));
    struct draft *draft = draft_of(*state, buf_take(&page));
    assert_false(draft->meeting->items[0].truncated);
    assert_false(draft->meeting->items[7].truncated);
}

static void the_agenda_texts_of_such_a_page_are_not_warned_of(void **state)
{
    struct buf page;
    buf_init(&page, *state, BUF_MAX_DOCUMENT);
    buf_puts(&page, "Items\nNo. Item\n\n");
    for (int i = 1; i <= 5; i++)
        buf_puts(&page, mem_printf(*state, "%d.\n\nQuay %d\n\nReport of the Town Clerk%s\n\n ...  view the full agenda text for item %d.\n\n"
                                           "Minutes:\n\nNoted.\n\n", i, i, i == 5 ? " on the" : ".", i));
    struct draft *draft = draft_of(*state, buf_take(&page));
    assert_text(draft->meeting->items[0].agenda_text, "Report of the Town Clerk.");
    assert_false(draft->meeting->items[0].truncated);
    assert_false(warns(draft, "agenda text of item 1 is cut off"));
    assert_true(warns(draft, "agenda text of item 5 is cut off"));
}

/* ---- cut --------------------------------------------------------------------------------------- */

static void text_that_stops_within_a_sentence_is_cut(void **state)
{
    static const char *const ends[] = {
        "It was agreed that the Chairman would", "The Panel asked for:", "RESOLVED \xE2\x80\x93", "The wall, the crane;",
        "It was agreed to write to Cllr.", "Thanks were given to J.", "The Panel agreed:\n\n1. to wait;\n\n2.",
        "The aims, e.g.", "The quay and so on...", "It was agreed \xE2\x80\xA6"};
    for (size_t i = 0; i < MB_LENGTH(ends); i++)
        if (!third_is_cut(*state, mem_printf(*state, "%s%s", ends[i], LINK3)))
            fail_msg("\"%s\" is whole", ends[i]);
}

static void dots_behind_the_last_words_are_a_cut_even_after_a_stop(void **state)
{
    assert_true(third_is_cut(*state, "It was agreed.  ...  view the full minutes text for item 3."));
    assert_true(third_is_cut(*state, "It was agreed.\n...  view the full minutes text for item 3."));
    assert_true(third_is_cut(*state, "It was agreed. ...\n\nview the full minutes text for item 3."));
}

static void text_as_long_as_those_that_pages_cut_stays_cut(void **state)
{
    assert_false(third_is_cut(*state, mem_printf(*state, "%s%s", long_text(*state, 40), LINK3)));
    assert_true(third_is_cut(*state, mem_printf(*state, "%s%s", long_text(*state, 76), LINK3)));
    assert_true(third_is_cut(*state, mem_printf(*state, "%s%s", long_text(*state, 200), LINK3)));
}

static void a_text_that_is_cut_shows_how_long_the_page_s_texts_may_be(void **state)
{
    struct buf page;
    buf_init(&page, *state, BUF_MAX_DOCUMENT);
    buf_puts(&page, "Items\nNo. Item\n\n");
    for (int i = 1; i <= 8; i++)
        buf_puts(&page, mem_printf(*state, "%d.\n\nQuay\n\nMinutes:\n\n%s%s\n\n ...  view the full minutes text for item %d.\n\n", i,
                                   i > 6 ? long_text(*state, 25) : "Noted.", i == 8 ? "The Panel" : "", i));
    struct draft *draft = draft_of(*state, buf_take(&page));
    assert_false(draft->meeting->items[0].truncated);
    assert_true(draft->meeting->items[6].truncated);
    assert_true(draft->meeting->items[7].truncated);
}

static void text_behind_the_link_leaves_it_in_doubt(void **state)
{
    assert_true(third_is_cut(*state, "It was agreed." LINK3 "\n\nVoting: unanimous."));
}

static void nothing_but_the_link_is_cut(void **state)
{
    struct draft *draft = page_of_links(*state, "...  view the full minutes text for item 3.");
    assert_null(draft->meeting->items[2].minutes_text);
    assert_true(draft->meeting->items[2].truncated);
}

static void where_few_items_have_the_link_they_are_cut(void **state)
{
    struct buf page;
    buf_init(&page, *state, BUF_MAX_DOCUMENT);
    buf_puts(&page, "Items\nNo. Item\n\n");
    for (int i = 1; i <= 8; i++)
        buf_puts(&page, mem_printf(*state, "%d.\n\nQuay\n\nMinutes:\n\nNoted it.%s\n\n", i,
                                   i > 6 ? "" : mem_printf(*state, "\n\n ...  view the full minutes text for item %d.", i)));
    struct draft *draft = draft_of(*state, buf_take(&page));
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(draft->meeting->items[i].truncated, i < 6);
    assert_false(warns(draft, "below every item"));
}

static void a_page_of_few_items_shows_no_manner(void **state)
{
    const struct meeting *meeting =
        draft_of(*state, "No. Item\n\n1.\n\nQuays\n\nMinutes:\n\nNoted.\n\n... view the full minutes text for item 1.\n\n"
                         "2.\n\nBuoys\n\nMinutes:\n\nNoted.\n\n... view the full minutes text for item 2.")->meeting;
    assert_true(meeting->items[0].truncated);
    assert_true(meeting->items[1].truncated);
}

static void a_page_of_long_texts_only_shows_no_manner(void **state)
{
    struct buf page;
    buf_init(&page, *state, BUF_MAX_DOCUMENT);
    buf_puts(&page, "Items\nNo. Item\n\n");
    for (int i = 1; i <= 5; i++)
        buf_puts(&page, mem_printf(*state, "%d.\n\nQuay\n\nMinutes:\n\n%s\n\n ...  view the full minutes text for item %d.\n\n", i,
                                   long_text(*state, 30), i));
    struct draft *draft = draft_of(*state, buf_take(&page));
    for (size_t i = 0; i < 5; i++)
        assert_true(draft->meeting->items[i].truncated);
}

/* ---- other products ------------------------------------------------------------------------------ */

static struct item *item_of(void *parent, const char *minutes)
{
    return draft_of(parent, mem_printf(parent, "Items\nNo. Item\n\n1.\n\nQuays\n\nMinutes:\n\n%s\n\n2.\n\nBuoys\n\nMinutes:\n\nNoted.\n", minutes))
        ->meeting->items;
}

static void a_link_to_more_behind_the_last_words_is_a_cut(void **state)
{
    static const char *const ends[] = {" Read more", "... Read more \xC2\xBB", "\xE2\x80\xA6 [Show more]", "...", " [...]", " \xE2\x80\xA6", "\n\nView full minutes"};
    for (size_t i = 0; i < MB_LENGTH(ends); i++) {
        const struct item *item = item_of(*state, mem_printf(*state, "The harbour master said that the quays of the town and the%s", ends[i]));
        assert_true(item->truncated);
        assert_text(item->minutes_text, "The harbour master said that the quays of the town and the");
    }
}

static void words_of_a_sentence_and_lines_to_sign_on_are_no_cut(void **state)
{
    static const char *const whole[] = {"The Panel asked for more", "Members wished to see more.", "Signed as a correct record by the Chair of the Panel ..........................",
                                        "The Chair read more of the letter.", "The Panel heard \"...\" and went on."};
    for (size_t i = 0; i < MB_LENGTH(whole); i++) {
        const struct item *item = item_of(*state, whole[i]);
        assert_false(item->truncated);
        assert_text(item->minutes_text, whole[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(minutes_that_end_with_a_sentence_are_whole_where_every_item_has_the_link),
        TEST_CASE(a_sentence_ends_with_a_stop_even_inside_quotes_and_brackets),
        TEST_CASE(one_item_in_eight_may_lack_the_link),
        TEST_CASE(the_agenda_texts_of_such_a_page_are_not_warned_of),
        TEST_CASE(text_that_stops_within_a_sentence_is_cut),
        TEST_CASE(dots_behind_the_last_words_are_a_cut_even_after_a_stop),
        TEST_CASE(text_as_long_as_those_that_pages_cut_stays_cut),
        TEST_CASE(a_text_that_is_cut_shows_how_long_the_page_s_texts_may_be),
        TEST_CASE(text_behind_the_link_leaves_it_in_doubt),
        TEST_CASE(nothing_but_the_link_is_cut),
        TEST_CASE(where_few_items_have_the_link_they_are_cut),
        TEST_CASE(a_page_of_few_items_shows_no_manner),
        TEST_CASE(a_page_of_long_texts_only_shows_no_manner),
        TEST_CASE(a_link_to_more_behind_the_last_words_is_a_cut),
        TEST_CASE(words_of_a_sentence_and_lines_to_sign_on_are_no_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
