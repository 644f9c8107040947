/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The survey says of any store what the whole list says. Stores are made at random, from seeds that are said
 * where it does not hold; councils, sentences and rows are of no place. */
#include "unit/store/many.h"
#include "unit/store/rows.h"

#include <minutebook/actions.h>

#define STORES 12
#define ROWS 14

/* ---- chance, the same for a seed ------------------------------------------------------------------------ */

static unsigned chance(unsigned *seed, unsigned below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 10) % below;
}

static const char *sentence(unsigned *seed)
{
    static const char *const sentences[] = {"The Chair would write to the Cabinet Member about the lifts.",
                                            "The Chair would write to the Cabinet Member about the stairs.",
                                            "Officers would send the figures to all members of the Panel.",
                                            "The report was noted by the Panel and by the Chair."};
    return sentences[chance(seed, MB_LENGTH(sentences))];
}

/* Whole, or cut off somewhere; now and then too short to be told. */
static char *said(const void *parent, unsigned *seed, bool *cut)
{
    char *text = mem_strdup(parent, sentence(seed));
    *cut = chance(seed, 4) == 0;
    if (*cut)
        text[8 + chance(seed, 30)] = '\0';
    return text;
}

/* ---- what is found ------------------------------------------------------------------------------------------ */

static enum status sweep_at_random(const void *parent, const struct meeting *meeting, const void *rules, struct swept *out, struct err *err)
{
    unsigned seed = *(const unsigned *)rules;
    (void)err;
    for (const char *c = meeting->id; *c; c++)
        seed = seed * 31 + (unsigned char)*c;
    for (size_t i = 0; i < meeting->n_items; i++)
        for (unsigned k = chance(&seed, 4); k > 0; k--) {
            struct action *action = mem_new(parent, struct action);
            action->candidate_id = mem_printf(action, "c-%s-%zu-%u", meeting->id, i, k);
            action->item_position = meeting->items[i].position;
            action->quote = said(action, &seed, &action->quote_truncated);
            action->quote_place = mem_printf(action, "minutes:%u", 10 * k);
            action->untracked = chance(&seed, 4) == 0;
            *mem_append(parent, out->candidates, out->n_candidates) = action;
        }
    return STATUS_OK;
}

/* A row of the member's: what was found, kept or refused; a sentence of theirs; a note; of any meeting or of none. */
static void add_row(void **state, struct store *store, unsigned *seed)
{
    struct actions found;
    struct edit_result *result;
    struct err err = {0};
    struct edit edit = {.kind = EDIT_ACTION_ADD};
    assert_ok(store_candidates(*state, store, NULL, &found, &err), err);
    assert_true(found.n > 0);
    struct action *row = found.at[chance(seed, (unsigned)found.n)];
    row->state = chance(seed, 3) ? ACTION_KEPT : ACTION_REFUSED;
    unsigned kind = chance(seed, 5);
    if (kind > 1)
        row->candidate_id = NULL;
    if (kind == 2)
        row->quote = said(row, seed, &row->quote_truncated);
    if (kind == 3)
        row->quote = NULL, row->own_words = mem_strdup(row, "Noted by hand.");
    if (chance(seed, 8) == 0)
        row->meeting_id = NULL, row->source_sha256 = NULL;
    edit.action = row;
    enum status status = store_edit(*state, store, &edit, &result, &err);
    if (status != STATUS_OK && status != STATUS_CONFLICT)
        fail_msg("%s", err.text);
}

static struct store *random_store(void **state, unsigned *seed, struct sweep *sweep)
{
    struct draft *papers[MANY];
    struct store *store = open_store(*state, scratch_path(*state, mem_printf(*state, "%u.db", *seed)), STORE_WRITE);
    *sweep = (struct sweep){"random 1", sweep_at_random, mem_zero_named(*state, sizeof(unsigned), "seed")};
    *(unsigned *)sweep->rules = *seed; /* it lives as long as the case */
    store_use_sweep(store, sweep);
    many_papers(*state, papers, false);
    for (size_t i = 0; i < MANY; i++)
        import_paper(*state, store, papers[i]);
    for (unsigned i = chance(seed, ROWS); i > 0; i--)
        add_row(state, store, seed);
    return store;
}

/* ---- the survey beside the list ----------------------------------------------------------------------------------- */

static char *line_of(const void *parent, const struct action *action)
{
    return mem_printf(parent, "%s %s %s @%d %s\n", action->state == ACTION_TO_CHECK ? "to check" : "row", action->id,
                      action->reference ? action->reference : "-", action->item_position, action->meeting_id ? action->meeting_id : "-");
}

static char *rows_of_list(void **state, const struct actions *list, bool to_check, const char *meeting_id)
{
    struct buf text;
    buf_init(&text, *state, 1 << 20);
    for (size_t i = 0; i < list->n; i++) {
        const struct action *action = list->at[i];
        bool here = !meeting_id || (action->meeting_id && strcmp(action->meeting_id, meeting_id) == 0);
        if (here && to_check == (action->state == ACTION_TO_CHECK))
            buf_puts(&text, line_of(*state, action));
    }
    return buf_take(&text);
}

static void compare(void **state, struct store *store, unsigned seed)
{
    struct actions list;
    struct survey survey;
    struct err err;
    assert_ok(follow_ups_read(*state, store, NULL, &list, &err), err);
    assert_ok(survey_read(*state, store, &survey, &err), err);
    struct follow_up_counts whole = follow_ups_count(&list), counted = survey_count(&survey);
    if (memcmp(&whole, &counted, sizeof whole) != 0)
        fail_msg("seed %u: %d to check, %d kept, %d refused, %d only noted; counted %d, %d, %d, %d", seed, whole.to_check, whole.kept,
                 whole.refused, whole.untracked, counted.to_check, counted.kept, counted.refused, counted.untracked);
    assert_string_equal(rows_of_list(state, &list, false, NULL), rows_of_list(state, &survey.rows, false, NULL));
    struct buf all;
    buf_init(&all, *state, 1 << 20);
    for (size_t i = 0; i < survey.n; i++) {
        struct actions found;
        assert_ok(survey_found(*state, store, &survey, survey.at[i].meeting_id, &found, &err), err);
        struct follow_up_counts here = follow_ups_count(&found);
        assert_int_equal(here.to_check, survey.at[i].to_check);
        assert_int_equal(here.untracked, survey.at[i].untracked);
        buf_puts(&all, rows_of_list(state, &found, true, NULL));
    }
    assert_string_equal(rows_of_list(state, &list, true, NULL), buf_take(&all));
}

static void the_survey_says_what_the_whole_list_says(void **state)
{
    unsigned rows = 0;
    for (unsigned i = 1; i <= STORES; i++) {
        unsigned seed = i * 7919;
        struct sweep sweep;
        struct survey survey;
        struct store *store = random_store(state, &seed, &sweep);
        compare(state, store, i);
        assert_int_equal(survey_read(*state, store, &survey, NULL), STATUS_OK);
        rows += (unsigned)survey.answered.n;
        talloc_free(store);
    }
    assert_true(rows > 5); /* chance has tried what it is for */
}

static void a_store_in_which_nothing_was_found_has_an_empty_survey(void **state)
{
    struct survey survey;
    struct err err;
    struct store *store = new_store(state);
    assert_ok(survey_read(*state, store, &survey, &err), err);
    assert_int_equal(survey.n, 0);
    add_subject(state, store, "Noted by hand");
    assert_ok(survey_read(*state, store, &survey, &err), err);
    assert_int_equal(survey_count(&survey).kept, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(the_survey_says_what_the_whole_list_says),
        STORE_CASE(a_store_in_which_nothing_was_found_has_an_empty_survey),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
