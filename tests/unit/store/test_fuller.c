/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A sentence that was kept cut off, and its full words once a paper tells them: offered, taken as a change like any
 * other, given back. The Borough of Elmsworth does not exist. */
#include "unit/store/papers.h"
#include "unit/store/rows.h"

#define BEFORE "The Panel noted point 3 of the item. "
#define CUT "It was agreed that Cllr. Poole would write to the"
#define FULL CUT " Minister by 1 May, and report back."
#define HOUSING "housing-scrutiny-panel-2031-03-06"

static struct import_result *import(void **state, struct store *store, const struct draft *draft)
{
    struct import_result *result;
    struct err err;
    assert_ok(store_import(*state, store, draft, draft->path, strlen(draft->path), NULL, &result, &err), err);
    return result;
}

static struct draft *page_cut(void **state, const char *words)
{
    struct draft *page = elmsworth_page(*state, "page");
    page->meeting->items[2].minutes_text = mem_strdup(page->meeting, words);
    return page;
}

static struct draft *whole_item(void **state, const char *words)
{
    struct draft *item = elmsworth_item(*state, "item");
    item->meeting->items[0].minutes_text = mem_strdup(item->meeting, words);
    return item;
}

/* A store that holds the pack and the page, whose minute 43 is cut off, and a row that kept its last sentence. */
static struct store *store_with_a_cut_row(void **state)
{
    struct store *store = new_store(state);
    struct draft *page = page_cut(state, BEFORE CUT);
    import(state, store, elmsworth_pack(*state, "pack"));
    import(state, store, page);
    struct action *action = mem_new(*state, struct action);
    action->meeting_id = mem_strdup(action, HOUSING);
    action->source_sha256 = mem_strdup(action, page->sha256);
    action->minute_number = mem_strdup(action, "43");
    action->item_title = mem_strdup(action, "Repairs Backlog");
    action->quote = mem_strdup(action, CUT);
    action->quote_place = mem_printf(action, "minutes:%zu", strlen(BEFORE));
    action->quote_truncated = true;
    assert_string_equal(add(state, store, action)->reference, "43/1");
    return store;
}

static struct fuller_quotes offered(void **state, struct store *store)
{
    struct fuller_quotes found;
    struct err err;
    assert_ok(store_fuller_quotes(*state, store, &found, &err), err);
    return found;
}

static struct edit taking(const char *words)
{
    return (struct edit){.kind = EDIT_ACTION_SET, .target = "43/1", .field = "quote", .value = words};
}

static void assert_sound(void **state, struct store *store)
{
    struct strings findings = {0};
    struct err err = {0};
    if (store_check(*state, store, &findings, &err) != STATUS_OK)
        fail_msg("%s", findings.n ? findings.at[0] : err.text);
}

/* ---- offered ---------------------------------------------------------------------------------------------- */

static void the_full_sentence_is_offered_once_a_paper_tells_it(void **state)
{
    struct store *store = store_with_a_cut_row(state);
    assert_int_equal(offered(state, store).n, 0);
    import(state, store, whole_item(state, "The Panel noted the point. " BEFORE FULL " Officers left."));
    struct fuller_quotes found = offered(state, store);
    assert_int_equal(found.n, 1);
    assert_string_equal(found.at[0].row_id, get(state, store, "43/1")->id);
    assert_string_equal(found.at[0].quote, FULL);
    assert_string_equal(found.at[0].quote_place, mem_printf(*state, "minutes:%zu", strlen("The Panel noted the point. " BEFORE)));
    assert_string_equal(get(state, store, "43/1")->quote, CUT);
    assert_true(get(state, store, "43/1")->quote_truncated);
}

static void a_sentence_that_is_still_cut_off_is_not_offered(void **state)
{
    struct store *store = store_with_a_cut_row(state);
    struct draft *item = whole_item(state, BEFORE CUT " Minister by 1 May, and");
    item->meeting->items[0].truncated = true;
    import(state, store, item);
    assert_int_equal(offered(state, store).n, 0);
}

static void only_the_same_words_are_the_same_sentence(void **state)
{
    struct store *store = store_with_a_cut_row(state);
    import(state, store, whole_item(state, BEFORE "It was agreed that Cllr. Ruiz would write to the Minister. Nothing else was said of all that."));
    assert_int_equal(offered(state, store).n, 0);
}

static void the_nearest_of_two_like_sentences_is_offered(void **state)
{
    struct store *store = store_with_a_cut_row(state);
    import(state, store, whole_item(state, BEFORE FULL " Members spoke for an hour on this. " CUT " Mayor, too."));
    assert_int_equal(offered(state, store).n, 1);
    assert_string_equal(offered(state, store).at[0].quote, FULL);
}

static void kept_words_may_begin_inside_a_sentence(void **state)
{
    struct store *store = store_with_a_cut_row(state);
    import(state, store, whole_item(state, BEFORE "After a vote, it was agreed that\xC2\xA0" "Cllr. Poole would write to the Mayor. More was said."));
    struct fuller_quotes found = offered(state, store);
    assert_int_equal(found.n, 1);
    assert_string_equal(found.at[0].quote, "it was agreed that\xC2\xA0" "Cllr. Poole would write to the Mayor.");
}

static enum status find_limb(const void *parent, const struct meeting *meeting, const void *rules, struct swept *out, struct err *err)
{
    (void)rules, (void)err;
    const char *text = meeting->items[2].minutes_text, *at = strstr(text, CUT), *end = at ? strchr(at, ';') : NULL;
    if (!end)
        return STATUS_OK;
    struct action *action = mem_new(parent, struct action);
    action->candidate_id = mem_strdup(action, "c-0123456789");
    action->item_position = 3;
    action->quote = mem_strndup(action, at, (size_t)(end - at) + 1);
    action->quote_place = mem_printf(action, "minutes:%zu", (size_t)(at - text));
    *mem_append(parent, out->candidates, out->n_candidates) = action;
    return STATUS_OK;
}

static void a_limb_that_was_found_comes_before_its_sentence(void **state)
{
    static const struct sweep limbs = {"limbs 1", find_limb, NULL};
    struct store *store = store_with_a_cut_row(state);
    store_use_sweep(store, &limbs);
    import(state, store, whole_item(state, BEFORE CUT " Minister; and that the item be closed."));
    assert_string_equal(offered(state, store).at[0].quote, CUT " Minister;");
}

static void a_few_letters_are_the_beginning_of_anything(void **state)
{
    struct store *store = new_store(state);
    struct action *action = mem_new(*state, struct action);
    import(state, store, elmsworth_pack(*state, "pack"));
    import(state, store, whole_item(state, "The Panel noted it."));
    action->meeting_id = mem_strdup(action, HOUSING);
    action->minute_number = mem_strdup(action, "43");
    action->quote = mem_strdup(action, "The Panel");
    action->quote_truncated = true;
    add(state, store, action);
    assert_int_equal(offered(state, store).n, 0);
}

static void without_its_item_only_a_sentence_that_stands_once_is_offered(void **state)
{
    struct store *store = new_store(state);
    struct draft *page = elmsworth_page(*state, "page");
    struct action *action = mem_new(*state, struct action);
    page->meeting->items[2].truncated = false;
    page->meeting->items[3].minutes_text = mem_strdup(page->meeting, FULL);
    import(state, store, page);
    import(state, store, elmsworth_pack(*state, "pack"));
    action->meeting_id = mem_strdup(action, HOUSING);
    action->quote = mem_strdup(action, CUT);
    action->quote_truncated = true;
    add(state, store, action);
    assert_int_equal(offered(state, store).n, 1);
    action->quote = mem_strdup(action, "The Panel noted point");
    add(state, store, action);
    assert_int_equal(offered(state, store).n, 1);
}

/* ---- taken ------------------------------------------------------------------------------------------------ */

static void what_is_taken_is_a_change_that_can_be_undone(void **state)
{
    struct store *store = store_with_a_cut_row(state);
    import(state, store, whole_item(state, BEFORE FULL));
    struct edit take = taking(FULL);
    assert_string_equal(edit(state, store, &take)->sentence, "43/1 sentence: It was agreed that Cllr. Poole would write to the Minister\xE2\x80\xA6");
    struct action *row = get(state, store, "43/1");
    assert_string_equal(row->quote, FULL);
    assert_string_equal(row->quote_place, mem_printf(*state, "minutes:%zu", strlen(BEFORE)));
    assert_false(row->quote_truncated);
    assert_false(row->damaged);
    assert_int_equal(row->version, 2);
    assert_int_equal(offered(state, store).n, 0);
    assert_int_equal(mine_hits(store, "Minister"), 1);
    struct events events;
    struct err err;
    assert_ok(store_history(*state, store, row->id, &events, &err), err);
    assert_int_equal(events.n, 2);
    assert_string_equal(events.at[1].field, "quote");
    assert_string_equal(events.at[1].from, CUT);
    assert_string_equal(events.at[1].to, FULL);
    undo(state, store);
    row = get(state, store, "43/1");
    assert_string_equal(row->quote, CUT);
    assert_true(row->quote_truncated);
    assert_int_equal(offered(state, store).n, 1);
    redo(state, store);
    assert_string_equal(get(state, store, "43/1")->quote, FULL);
    assert_sound(state, store);
}

static void what_is_asked_is_whole_with_its_sentence(void **state)
{
    struct store *store = store_with_a_cut_row(state);
    set(state, store, "43/1", "subject", "write to the");
    import(state, store, whole_item(state, BEFORE FULL));
    struct edit take = taking(FULL);
    edit(state, store, &take);
    assert_string_equal(get(state, store, "43/1")->subject, "write to the Minister by 1 May, and report back");
    undo(state, store);
    assert_string_equal(get(state, store, "43/1")->subject, "write to the");
    set(state, store, "43/1", "subject", "the letter");
    edit(state, store, &take);
    assert_string_equal(get(state, store, "43/1")->subject, "the letter");
    assert_sound(state, store);
}

static void no_other_sentence_is_put_in_its_place(void **state)
{
    struct store *store = store_with_a_cut_row(state);
    struct edit take = taking(FULL), nothing = taking(NULL), stale = taking(FULL);
    assert_non_null(strstr(refused(state, store, &take, STATUS_CONFLICT), "tell no fuller one"));
    import(state, store, whole_item(state, BEFORE FULL));
    struct edit other = taking(CUT " Mayor.");
    assert_non_null(strstr(refused(state, store, &other, STATUS_CONFLICT), "tell another one whole"));
    refused(state, store, &nothing, STATUS_CONFLICT);
    set(state, store, "43/1", "note", "seen");
    stale.version = 1;
    assert_non_null(strstr(refused(state, store, &stale, STATUS_CONFLICT), "changed meanwhile"));
    assert_string_equal(get(state, store, "43/1")->quote, CUT);
    edit(state, store, &take);
    refused(state, store, &take, STATUS_CONFLICT); /* it is not cut off any more */
}

static void words_of_an_exempt_minute_stay_exempt(void **state)
{
    struct store *store = store_with_a_cut_row(state);
    struct draft *item = whole_item(state, BEFORE FULL);
    item->meeting->items[0].minutes_exempt = true;
    import(state, store, item);
    struct edit take = taking(FULL);
    edit(state, store, &take);
    assert_true(get(state, store, "43/1")->quote_exempt);
    undo(state, store);
    assert_false(get(state, store, "43/1")->quote_exempt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(the_full_sentence_is_offered_once_a_paper_tells_it),
        STORE_CASE(a_sentence_that_is_still_cut_off_is_not_offered),
        STORE_CASE(only_the_same_words_are_the_same_sentence),
        STORE_CASE(the_nearest_of_two_like_sentences_is_offered),
        STORE_CASE(kept_words_may_begin_inside_a_sentence),
        STORE_CASE(a_limb_that_was_found_comes_before_its_sentence),
        STORE_CASE(a_few_letters_are_the_beginning_of_anything),
        STORE_CASE(without_its_item_only_a_sentence_that_stands_once_is_offered),
        STORE_CASE(what_is_taken_is_a_change_that_can_be_undone),
        STORE_CASE(what_is_asked_is_whole_with_its_sentence),
        STORE_CASE(no_other_sentence_is_put_in_its_place),
        STORE_CASE(words_of_an_exempt_minute_stay_exempt),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
