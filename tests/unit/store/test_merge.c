/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a meeting shows when its papers say different things (field.md 4). */
#include "unit/store/papers.h"

#include "src/store/merge.h"

static struct merged *merge_two(void *context, struct draft *first, struct draft *second)
{
    struct draft *drafts[2] = {first, second};
    struct head *heads = mem_zero_named(context, sizeof(struct head[2]), "heads");
    for (size_t i = 0; i < 2; i++) {
        const struct meeting *meeting = drafts[i]->meeting;
        heads[i] = (struct head){.sha256 = drafts[i]->sha256, .form = drafts[i]->form};
        heads[i].own = (struct placing){meeting->council, meeting->committee, meeting->venue, meeting->date, meeting->date_basis,
                                        meeting->minutes_after_midnight};
        heads[i].placing = heads[i].own;
        heads[i].titles_key = titles_key_of(context, meeting, &heads[i].titles, &heads[i].telling);
    }
    char *left[] = {first->sha256}, *right[] = {second->sha256};
    struct ruling join = {.join = true, .left = {left, 1}, .right = {right, 1}};
    struct groups *groups = reconcile_heads(context, heads, 2, &join, 1);
    assert_int_equal(groups->n, 1);
    struct draft *ordered[2];
    for (size_t i = 0; i < 2; i++)
        ordered[i] = strcmp(heads[i].sha256, first->sha256) == 0 ? first : second;
    return merge_meeting(context, &groups->at[0], heads, ordered);
}

static const char *alternative_of(const struct meeting *meeting, const char *field)
{
    for (size_t i = 0; i < meeting->n_alternatives; i++)
        if (strcmp(meeting->alternatives[i].field, field) == 0)
            return meeting->alternatives[i].value;
    return NULL;
}

static void both_numbers_stand_side_by_side(void **state)
{
    struct meeting *meeting = merge_two(*state, elmsworth_page(*state, "page"), elmsworth_pack(*state, "pack"))->meeting;
    assert_int_equal(meeting->n_items, 4);
    assert_string_equal(meeting->items[1].agenda_number, "2");
    assert_string_equal(meeting->items[1].minute_number, "42");
    assert_string_equal(meeting->items[1].title, "Empty Homes \xE2\x80\x93 Progress"); /* the agenda's, verbatim */
    assert_null(alternative_of(meeting, "item 2 title"));                               /* the same words */
    assert_string_equal(meeting->committee, "Housing Scrutiny Panel");
    assert_int_equal(meeting->date_basis, DATE_STATED);
    assert_int_equal(meeting->n_sources, 2);
    assert_int_equal(meeting->sources[0].form, FORM_PACK_TEXT);
}

static void list_with(struct draft *draft, const char *title, const char *id)
{
    struct item *item = &draft->meeting->items[3];
    struct attachment *paper = mem_append(draft->meeting, item->attachments, item->n_attachments);
    paper->title = mem_strdup(draft, title);
    paper->service_id = mem_strdup(draft, id);
}

static void a_paper_is_told_by_its_number_however_it_is_called(void **state)
{
    struct draft *one = elmsworth_page(*state, "one"), *other = elmsworth_page(*state, "other");
    list_with(one, "Appendix", "71");
    list_with(one, "Appendix", "72");
    list_with(one, "Annex A", NULL);
    list_with(other, "Appendix", "72");
    list_with(other, "Appendix 1 - figures", "71");
    list_with(other, "ANNEX A", "73");
    list_with(other, "Appendix", "74");
    const struct item *item = &merge_two(*state, one, other)->meeting->items[3];
    assert_int_equal(item->n_attachments, 4);
    size_t numbers = 0;
    for (size_t i = 0; i < 4; i++)
        numbers += item->attachments[i].service_id != NULL;
    assert_int_equal(numbers, 4);
}

static void a_differing_contact_is_kept_beside(void **state)
{
    struct draft *pack = elmsworth_pack(*state, "pack");
    struct meeting *meeting = merge_two(*state, pack, elmsworth_page(*state, "page"))->meeting;
    assert_string_equal(meeting->contact, "Jo Bell/Sam Ode");
    assert_string_equal(alternative_of(meeting, "contact"), "Jo Bell 0555 0100");
    assert_string_equal(meeting->alternatives[0].sha256, pack->sha256);
}

static void brackets_and_blanks_in_a_contact_are_no_difference(void **state)
{
    struct draft *pack = elmsworth_pack(*state, "pack"), *page = elmsworth_page(*state, "page");
    page->meeting->contact = mem_strdup(page->meeting, "Jo Bell, (0555)-0100");
    page->meeting->venue = mem_strdup(page->meeting, "Town Hall (Elmsworth)");
    assert_int_equal(merge_two(*state, pack, page)->meeting->n_alternatives, 0);
    page->meeting->contact = mem_strdup(page->meeting, "Jo Bell, (0555)-0101");
    assert_int_equal(merge_two(*state, pack, page)->meeting->n_alternatives, 1);
}

/* "The papers disagree" is said of a contact only where they do. */
static void what_one_paper_only_says_more_fully_is_no_difference(void **state)
{
    static const struct {
        const char *page;
        bool differs;
        const char *shown;
    } cases[] = {
        {"Jo Bell (0555 0100) Scrutiny Officer", false, "Jo Bell (0555 0100) Scrutiny Officer"},
        {"Scrutiny Officer Jo Bell, Tel: 05550100", false, "Scrutiny Officer Jo Bell, Tel: 05550100"},
        {"Jo Bell", false, "Jo Bell 0555 0100"},
        {"Joan Bell 0555 0100", true, "Joan Bell 0555 0100"},
        {"Jo Bell 0555 0101", true, "Jo Bell 0555 0101"},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct draft *pack = elmsworth_pack(*state, "pack"), *page = elmsworth_page(*state, "page");
        page->meeting->contact = mem_strdup(page->meeting, cases[i].page);
        struct meeting *meeting = merge_two(*state, pack, page)->meeting;
        assert_int_equal(alternative_of(meeting, "contact") != NULL, cases[i].differs);
        assert_string_equal(meeting->contact, cases[i].shown);
    }
}

static void a_paper_to_follow_is_since_published(void **state)
{
    struct meeting *meeting = merge_two(*state, elmsworth_pack(*state, "pack"), elmsworth_page(*state, "page"))->meeting;
    assert_int_equal(meeting->items[1].follow, FOLLOW_PUBLISHED_NOT_HELD);
    assert_string_equal(meeting->items[1].pages_note, "To follow");
    assert_false(meeting->items[1].attachments[0].held);
    assert_int_equal(meeting->items[2].follow, FOLLOW_NONE);
    assert_true(meeting->items[2].attachments[0].held); /* its report is in the pack */
    assert_int_equal(meeting->items[2].n_attachments, 1);
}

static void a_paper_that_came_is_held(void **state)
{
    struct draft *pack = elmsworth_pack(*state, "pack"), *late = elmsworth_pack(*state, "late pack");
    late->meeting->items[1] = late->meeting->items[2];
    late->meeting->items[1].title = pack->meeting->items[1].title;
    late->meeting->items[1].position = 2;
    struct meeting *meeting = merge_two(*state, pack, late)->meeting;
    assert_int_equal(meeting->items[1].follow, FOLLOW_HELD);
    assert_int_equal(meeting->items[1].n_blocks, 3);
}

static void a_whole_minute_goes_before_a_cut_one(void **state)
{
    struct draft *cut = elmsworth_page(*state, "cut"), *whole = elmsworth_page(*state, "whole");
    cut->meeting->items[2].minutes_text = mem_strdup(cut, "The Panel heard of the backlog in great length and width, and it was agreed that the");
    whole->meeting->items[2].minutes_text = mem_strdup(whole, "Noted. A member asked for figures.");
    whole->meeting->items[2].truncated = false;
    struct meeting *meeting = merge_two(*state, cut, whole)->meeting;
    assert_string_equal(meeting->items[2].minutes_text, "Noted. A member asked for figures.");
    assert_false(meeting->items[2].truncated);
    assert_non_null(strstr(alternative_of(meeting, "item 3 minutes_text"), "great length"));
}

static void a_cut_minute_that_the_whole_one_holds_says_nothing_more(void **state)
{
    struct draft *cut = elmsworth_page(*state, "cut"), *whole = elmsworth_page(*state, "whole");
    cut->meeting->items[2].minutes_text = mem_strdup(cut, "The Panel heard of the backlog, and it was");
    whole->meeting->items[2].minutes_text = mem_strdup(whole, "The Panel heard of the backlog, and it was agreed to write.");
    whole->meeting->items[2].truncated = false;
    struct meeting *meeting = merge_two(*state, cut, whole)->meeting;
    assert_null(alternative_of(meeting, "item 3 minutes_text"));
    assert_non_null(strstr(meeting->items[2].minutes_text, "to write"));
}

static void people_of_one_name_are_one_and_initials_are_not(void **state)
{
    struct draft *page = elmsworth_page(*state, "page");
    struct person *initial = mem_append(page->meeting, page->meeting->people, page->meeting->n_people);
    initial->name = mem_strdup(page->meeting, "Cllr A Poole");
    struct meeting *meeting = merge_two(*state, elmsworth_pack(*state, "pack"), page)->meeting;
    assert_int_equal(meeting->n_people, 3);
    assert_string_equal(meeting->people[1].name, "Cllr Ben Ruiz");
    assert_string_equal(meeting->people[1].attendance, "apologies");
    assert_string_equal(meeting->people[2].name, "Cllr A Poole");
    assert_string_equal(meeting->vacancies.at[0], "Tenants' Representative");
}

static void an_item_that_only_one_paper_has_keeps_its_place(void **state)
{
    struct draft *page = elmsworth_page(*state, "page");
    struct meeting *from = page->meeting;
    paper_item(page, "Any Other Business");
    struct item last = from->items[4];
    memmove(&from->items[2], &from->items[1], 3 * sizeof last);
    from->items[1] = last;
    struct meeting *meeting = merge_two(*state, elmsworth_pack(*state, "pack"), page)->meeting;
    assert_int_equal(meeting->n_items, 5);
    assert_string_equal(meeting->items[1].title, "Any Other Business");
    assert_int_equal(meeting->items[1].position, 2);
    assert_true(meeting->items[1].in_latest);
    assert_string_equal(meeting->items[4].agenda_number, "4");
    assert_string_equal(meeting->items[4].minute_number, "44");
}

static void an_item_the_page_lacks_is_marked_not_lost(void **state)
{
    struct draft *page = elmsworth_page(*state, "page");
    page->meeting->n_items = 3;
    struct meeting *meeting = merge_two(*state, elmsworth_pack(*state, "pack"), page)->meeting;
    assert_int_equal(meeting->n_items, 4);
    assert_false(meeting->items[3].in_latest);
    assert_true(meeting->items[2].in_latest);
}

/* Which of two saved pages is the later one their words do not tell. */
static void an_item_that_one_of_two_pages_has_is_not_said_to_be_gone(void **state)
{
    for (int shorter = 0; shorter < 2; shorter++) {
        struct draft *pages[2] = {elmsworth_page(*state, "one"), elmsworth_page(*state, "two")};
        pages[shorter]->meeting->n_items = 3;
        struct meeting *meeting = merge_two(*state, pages[0], pages[1])->meeting;
        assert_int_equal(meeting->n_items, 4);
        assert_true(meeting->items[3].in_latest);
    }
}

static void the_one_title_left_over_pairs_by_its_place(void **state)
{
    struct draft *page = elmsworth_page(*state, "page");
    page->meeting->items[2].title = mem_strdup(page, "The Backlog of Repairs");
    struct meeting *meeting = merge_two(*state, elmsworth_pack(*state, "pack"), page)->meeting;
    assert_int_equal(meeting->n_items, 4);
    assert_string_equal(meeting->items[2].title, "Repairs Backlog");
    assert_string_equal(meeting->items[2].minute_number, "43");
    assert_string_equal(alternative_of(meeting, "item 3 title"), "The Backlog of Repairs");
}

static void a_meeting_called_off_in_one_paper_is_called_off(void **state)
{
    struct draft *page = elmsworth_page(*state, "page"), *pack = elmsworth_pack(*state, "pack");
    pack->meeting->status = mem_strdup(pack, "cancelled");
    page->meeting->status = mem_strdup(page, "held");
    struct meeting *meeting = merge_two(*state, pack, page)->meeting;
    assert_string_equal(meeting->status, "cancelled");
    assert_string_equal(alternative_of(meeting, "status"), "held");
}

static void an_item_is_exempt_if_any_paper_says_so_and_its_minute_stays_public(void **state)
{
    struct draft *pack = elmsworth_pack(*state, "pack");
    pack->meeting->items[3].exempt = true;
    pack->meeting->items[3].report_exempt = true;
    struct meeting *meeting = merge_two(*state, pack, elmsworth_page(*state, "page"))->meeting;
    assert_true(meeting->items[3].exempt);
    assert_false(meeting->items[3].minutes_exempt);
}

static void a_programme_is_published_once_with_its_meeting(void **state)
{
    struct merged *merged = merge_two(*state, elmsworth_other_pack(*state, "one"), elmsworth_other_pack(*state, "two"));
    assert_int_equal(merged->n_programmes, 1);
    assert_string_equal(merged->programmes[0]->committee, "Housing Scrutiny Panel");
    assert_int_equal(date_compare(merged->programmes[0]->published_for, (struct date){2031, 1, 16}), 0);
    assert_string_equal(merged->programmes[0]->meeting_id, "housing-scrutiny-panel-2031-01-16");
    assert_int_equal(merged->programmes[0]->item_position, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(both_numbers_stand_side_by_side),
        TEST_CASE(a_differing_contact_is_kept_beside),
        TEST_CASE(a_paper_is_told_by_its_number_however_it_is_called),
        TEST_CASE(brackets_and_blanks_in_a_contact_are_no_difference),
        TEST_CASE(what_one_paper_only_says_more_fully_is_no_difference),
        TEST_CASE(a_paper_to_follow_is_since_published),
        TEST_CASE(a_paper_that_came_is_held),
        TEST_CASE(a_whole_minute_goes_before_a_cut_one),
        TEST_CASE(a_cut_minute_that_the_whole_one_holds_says_nothing_more),
        TEST_CASE(people_of_one_name_are_one_and_initials_are_not),
        TEST_CASE(an_item_that_only_one_paper_has_keeps_its_place),
        TEST_CASE(an_item_the_page_lacks_is_marked_not_lost),
        TEST_CASE(an_item_that_one_of_two_pages_has_is_not_said_to_be_gone),
        TEST_CASE(the_one_title_left_over_pairs_by_its_place),
        TEST_CASE(a_meeting_called_off_in_one_paper_is_called_off),
        TEST_CASE(an_item_is_exempt_if_any_paper_says_so_and_its_minute_stays_public),
        TEST_CASE(a_programme_is_published_once_with_its_meeting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
