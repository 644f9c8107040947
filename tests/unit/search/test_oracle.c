/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What is found is right: hits, their order and their counts, page by page, are those of whoever reads every text (oracle.h). A thousand
 * questions, over papers that are imported, issued again, forgotten, and over follow-ups and notes that are added, changed, taken back
 * and brought back. MINUTEBOOK_QUESTIONS asks more, MINUTEBOOK_SEED others. */
#include "unit/search/oracle.h"
#include "unit/store/rows.h"

#include <minutebook/search.h>
#include <minutebook/store_own.h>

#include <locale.h>
#include <stdlib.h>

#define QUESTIONS 1000
#define ROUNDS 20
#define PAPERS_FIRST 24
#define MOST 100000
#define SEED 20310203

static const char *const committees[] = {"Harbour Scrutiny Panel", "Schools and Ferries Committee", "Audit Board", NULL};
static const char *const councils[] = {"Port Ferris Council", "Upper Quay Council", NULL};
static const char *const members[] = {"Reed", "Moss", "Ada", NULL};

struct trial {
    void **state;
    struct store *store;
    uint32_t seed;
    int papers, asked, found, left_out, alone; /* of the questions: how many were answered so */
    struct strings kept;                       /* sums of papers that are held */
    struct strings meetings;
};

/* ---- papers ----------------------------------------------------------------------------------------- */

/* Also days on which a question's days begin or end. */
static struct date any_day(void)
{
    return (struct date){2030 + chance_below(4), 1 + chance_below(12), chance_below(2) ? 10 : 15};
}

static void add_table(const void *parent, struct item *item)
{
    struct block *block = mem_append(parent, item->blocks, item->n_blocks);
    *block = (struct block){.kind = BLOCK_TABLE};
    for (int i = 0; i < 2; i++) {
        struct table_row *row = mem_append(parent, block->rows, block->n_rows);
        *row = (struct table_row){0};
        char **cell = mem_append(parent, row->cells, row->n_cells);
        *cell = mem_strdup(parent, i ? oracle_word() : ORACLE_TABLE_WORD);
    }
}

static void fill_item(const void *parent, struct item *item, int position)
{
    bool apologies = chance_below(6) == 0;
    *item = (struct item){.position = position, .in_latest = true, .kind = apologies ? mem_strdup(parent, "routine") : NULL,
                          .title = apologies ? mem_strdup(parent, "Apologies") : oracle_words(parent, 1, 4),
                          .agenda_number = mem_printf(parent, "%d", position),
                          .minute_number = chance_below(3) ? mem_printf(parent, "%d", 40 + position) : NULL,
                          .truncated = chance_below(5) == 0, .follow = (enum follow_state)chance_below(4),
                          .minutes_exempt = chance_below(6) == 0};
    item->minutes_text = apologies ? mem_strdup(parent, "Apologies were received from Councillor Reed of the ferry.") : oracle_words(parent, 3, 60);
    if (chance_below(2))
        item->agenda_text = oracle_words(parent, 3, 20);
    if (chance_below(3) == 0)
        item->decision_text = oracle_words(parent, 3, 12);
    for (int i = 0, n = chance_below(4); i < n; i++) {
        struct block *block = mem_append(parent, item->blocks, item->n_blocks);
        *block = (struct block){.kind = i % 2 ? BLOCK_PARA : BLOCK_HEADING, .level = i % 2 ? 0 : 1, .text = oracle_words(parent, 2, 40),
                                .page = mem_printf(parent, "%d", 1 + chance_below(6))};
        if (chance_below(4) == 0)
            add_table(parent, item);
    }
}

/* A paper of a meeting on one of a few days, so that some come again with other words. */
static struct draft *any_paper(struct trial *trial)
{
    struct draft *draft = mem_zero_named(*trial->state, sizeof *draft, "draft");
    int committee = chance_below(3);
    draft->path = mem_printf(draft, "paper-%d.txt", trial->papers++);
    sha256_hex(draft->path, strlen(draft->path), draft->sha256);
    draft->form = FORM_PAGE_TEXT;
    draft->reader_version = 1;
    struct meeting *meeting = draft->meeting = mem_zero_named(draft, sizeof *meeting, "meeting");
    *meeting = (struct meeting){.committee = mem_strdup(draft, committees[committee]), .council = mem_strdup(draft, councils[committee % 2]),
                                .date = any_day(), .date_basis = DATE_STATED, .minutes_after_midnight = -1};
    struct person *person = mem_append(draft, meeting->people, meeting->n_people);
    *person = (struct person){.name = mem_strdup(draft, chance_below(2) ? "Councillor J Reed" : "Cllr Ada Moss")};
    meeting->n_items = (size_t)(1 + chance_below(4));
    meeting->items = mem_zero_named(draft, meeting->n_items * sizeof *meeting->items, "items");
    for (size_t i = 0; i < meeting->n_items; i++)
        fill_item(draft, &meeting->items[i], (int)i + 1);
    return draft;
}

static void import_any(struct trial *trial)
{
    struct draft *draft = any_paper(trial);
    struct import_result *result;
    struct err err;
    assert_ok(store_import(draft, trial->store, draft, draft->path, strlen(draft->path), NULL, &result, &err), err);
    strings_add(*trial->state, &trial->kept, draft->sha256);
    if (result->meeting_id)
        strings_add(*trial->state, &trial->meetings, result->meeting_id);
    talloc_free(draft);
    if (chance_below(3) == 0)
        assert_ok(store_settle(trial->store, &err), err);
}

static void forget_any(struct trial *trial)
{
    struct strings backups = {0};
    struct err err;
    if (trial->kept.n < PAPERS_FIRST / 2)
        return;
    size_t i = (size_t)chance_below((int)trial->kept.n);
    assert_ok(store_forget(*trial->state, trial->store, trial->kept.at[i], &backups, &err), err);
    trial->kept.at[i] = trial->kept.at[--trial->kept.n];
}

/* ---- the member's own ------------------------------------------------------------------------------- */

static void add_follow_up(struct trial *trial)
{
    struct action *action = follow_up(trial->state, oracle_words(*trial->state, 2, 6));
    int committee = chance_below(3);
    action->committee = mem_strdup(*trial->state, committees[committee]);
    action->meeting_date = any_day();
    action->meeting_id = chance_below(2) && trial->meetings.n ? trial->meetings.at[chance_below((int)trial->meetings.n)] : action->meeting_id;
    action->agenda_number = mem_printf(*trial->state, "%d", 1 + chance_below(6));
    action->minute_number = mem_printf(*trial->state, "%d", 40 + chance_below(6));
    action->quote = oracle_words(*trial->state, 4, 12);
    action->owner = mem_strdup(*trial->state, oracle_word());
    action->recipient = chance_below(2) ? mem_strdup(*trial->state, oracle_word()) : NULL;
    action->quote_truncated = chance_below(3) == 0;
    (void)add(trial->state, trial->store, action);
}

static void change_follow_up(struct trial *trial)
{
    struct actions all;
    struct err err;
    assert_ok(store_actions(*trial->state, trial->store, &all, &err), err);
    if (all.n == 0)
        return;
    const char *id = all.at[chance_below((int)all.n)]->id;
    if (chance_below(2))
        (void)set(trial->state, trial->store, id, "status", chance_below(2) ? ORACLE_OVERDUE : "complete");
    else
        (void)set(trial->state, trial->store, id, "note", oracle_words(*trial->state, 1, 5));
}

static char *add_note(struct trial *trial)
{
    struct note note = {.kind = mem_strdup(*trial->state, chance_below(2) ? "question" : "note"),
                        .committee = mem_strdup(*trial->state, committees[chance_below(3)]),
                        .meeting_date = any_day(),
                        .agenda_number = mem_printf(*trial->state, "%d", 1 + chance_below(6)),
                        .item_title = oracle_words(*trial->state, 1, 3),
                        .text = oracle_words(*trial->state, 2, 20)};
    note.meeting_id = trial->meetings.at[chance_below((int)trial->meetings.n)];
    return edit(trial->state, trial->store, &(struct edit){.kind = EDIT_NOTE_ADD, .note = &note})->id;
}

/* Whether what was last done is now undone. */
static bool take_back(struct trial *trial)
{
    if (chance_below(3))
        return false;
    (void)undo(trial->state, trial->store);
    if (chance_below(2))
        return true;
    (void)redo(trial->state, trial->store);
    return false;
}

static void change_own(struct trial *trial)
{
    add_follow_up(trial);
    (void)take_back(trial);
    char *note = add_note(trial);
    if (take_back(trial))
        return;
    if (chance_below(2))
        (void)edit(trial->state, trial->store, &(struct edit){.kind = EDIT_NOTE_SET, .target = note, .field = "text", .value = oracle_words(*trial->state, 1, 9)});
    if (chance_below(3) == 0)
        (void)edit(trial->state, trial->store, &(struct edit){.kind = EDIT_NOTE_WITHDRAW, .target = note});
    change_follow_up(trial);
    int turned = chance_below(3);
    if (turned > 0)
        (void)undo(trial->state, trial->store);
    if (turned > 1)
        (void)redo(trial->state, trial->store);
}

/* ---- asking ----------------------------------------------------------------------------------------- */

static void wrong(const struct trial *trial, const struct oracle_query *query, const struct search_wish *wish, const char *what, long got, long wanted)
{
    fail_msg("MINUTEBOOK_SEED=%u, question %d, typing %d, routine %d, order %d, %d from %d on: %s: %s %ld, not %ld", trial->seed, trial->asked,
             wish->options.typing, wish->options.routine, (int)wish->order, wish->limit, wish->offset, query->words, what, got, wanted);
}

/* The hits of a page by their places in the whole answer. */
static void compare_page(const struct trial *trial, const struct oracle_query *query, const struct search_wish *wish,
                         const struct oracle_answer *answer, const struct search_rows *rows)
{
    size_t from = (size_t)wish->offset < answer->n ? (size_t)wish->offset : answer->n, left = answer->n - from;
    size_t n = left < (size_t)wish->limit ? left : (size_t)wish->limit;
    if (rows->total != (answer->n > 1000 ? 1000 : (int)answer->n))
        wrong(trial, query, wish, "in all", rows->total, (long)answer->n);
    if (rows->n != n)
        wrong(trial, query, wish, "hits", (long)rows->n, (long)n);
    for (size_t i = 0; i < n && rows->order != SEARCH_BEST; i++) {
        size_t place = rows->order == SEARCH_OLDEST ? answer->n - 1 - (from + i) : from + i;
        if (rows->at[i].id != answer->at[place].id || (rows->at[i].kind >= PASSAGE_ACTION && rows->at[i].kind <= PASSAGE_QUESTION) != answer->at[place].mine)
            wrong(trial, query, wish, "hit", (long)rows->at[i].id, (long)answer->at[place].id);
    }
}

static int by_id(const void *left, const void *right)
{
    const struct search_row *a = left, *b = right;
    return (a->id < b->id) - (a->id > b->id);
}

/* Ranked or not, each hit is there once. */
static void compare_set(const struct trial *trial, const struct oracle_query *query, const struct search_wish *wish,
                        const struct oracle_answer *answer, struct search_rows *rows)
{
    if (rows->n)
        qsort(rows->at, rows->n, sizeof *rows->at, by_id);
    for (size_t i = 0; i < rows->n; i++)
        if (rows->at[i].id != answer->at[i].id)
            wrong(trial, query, wish, "hit of the set", (long)rows->at[i].id, (long)answer->at[i].id);
}

static void compare_counts(const struct trial *trial, const struct oracle_query *query, const struct search_wish *wish,
                           const struct oracle_answer *answer)
{
    struct search_counts counts;
    struct err err;
    enum status status = search_count(*trial->state, trial->store, query->words, *wish, &counts, &err);
    if (status != (answer->n ? STATUS_OK : STATUS_NONE))
        fail_msg("%s: %s", query->words, err.text);
    if (counts.places != (int64_t)answer->n)
        wrong(trial, query, wish, "places", (long)counts.places, (long)answer->n);
    if (counts.meetings != answer->meetings)
        wrong(trial, query, wish, "meetings", (long)counts.meetings, answer->meetings);
    if (counts.routine != answer->routine)
        wrong(trial, query, wish, "left out", (long)counts.routine, answer->routine);
}

static enum status overdue(const void *parent, struct store *store, struct date as_at, struct strings *ids, struct err *err)
{
    struct actions all;
    enum status status = store_actions(parent, store, &all, err);
    (void)as_at;
    for (size_t i = 0; status == STATUS_OK && i < all.n; i++)
        if (strcmp(all.at[i]->status, ORACLE_OVERDUE) == 0)
            strings_add(parent, ids, all.at[i]->id);
    return status;
}

/* Pages of a ranked answer, too, are parts of one list. */
static void compare_ranked(const struct trial *trial, const struct oracle_query *query, const struct search_wish *wish,
                           const struct oracle_answer *answer, const struct search_rows *page)
{
    struct search_wish whole = *wish;
    struct search_rows rows;
    struct query *asked;
    struct err err;
    whole.limit = MOST;
    whole.offset = 0;
    if (answer->n == 0)
        return;
    assert_ok(search_run(query, trial->store, query->words, whole, &asked, &rows, &err), err);
    for (size_t i = 0; i < page->n; i++)
        if (page->at[i].id != rows.at[i + (size_t)wish->offset].id)
            wrong(trial, query, wish, "ranked hit", (long)page->at[i].id, (long)rows.at[i + (size_t)wish->offset].id);
    compare_set(trial, query, &whole, answer, &rows);
}

static void ask(struct trial *trial)
{
    static const struct oracle_values values = {committees, councils, members};
    void *local = talloc_named_const(*trial->state, 0, "question");
    struct oracle_query *query = oracle_query(local, &values);
    struct search_wish wish = {.order = (enum search_order)chance_below(3), .limit = chance_below(2) ? MOST : 1 + chance_below(9),
                               .options = {.typing = chance_below(3) == 0, .routine = chance_below(4) == 0, .overdue = overdue}};
    wish.offset = wish.limit == MOST ? 0 : chance_below(12);
    struct oracle_answer answer = oracle_ask(local, trial->store, query, wish.options.typing, wish.options.routine);
    struct query *asked;
    struct search_rows rows;
    struct err err;
    enum status status = search_run(local, trial->store, query->words, wish, &asked, &rows, &err);
    trial->asked++;
    if (status != (answer.n ? STATUS_OK : STATUS_NONE))
        fail_msg("MINUTEBOOK_SEED=%u, question %d: %s: %s; there are %zu", trial->seed, trial->asked, query->words, status == STATUS_OK ? "found" : err.text, answer.n);
    compare_page(trial, query, &wish, &answer, &rows);
    if (rows.order == SEARCH_BEST)
        compare_ranked(trial, query, &wish, &answer, &rows);
    if (asked->only_routine != answer.only_routine)
        wrong(trial, query, &wish, "only routine", asked->only_routine, answer.only_routine);
    compare_counts(trial, query, &wish, &answer);
    trial->found += answer.n > 0;
    trial->left_out += answer.routine > 0;
    trial->alone += answer.only_routine;
    talloc_free(local);
}

/* What is looked through is what the store now holds. */
static void compare_texts(const struct trial *trial)
{
    char *odd = oracle_odd_text(*trial->state, trial->store);
    if (odd)
        fail_msg("MINUTEBOOK_SEED=%u, before question %d: %s", trial->seed, trial->asked + 1, odd);
}

static int number_of(const char *name, int otherwise)
{
    const char *value = getenv(name);
    return value && atoi(value) > 0 ? atoi(value) : otherwise;
}

static void what_is_found_is_what_reading_everything_finds(void **state)
{
    struct trial trial = {.state = state, .seed = (uint32_t)number_of("MINUTEBOOK_SEED", SEED)};
    int questions = number_of("MINUTEBOOK_QUESTIONS", QUESTIONS);
    chance_begin(trial.seed);
    trial.store = new_store(state);
    for (int i = 0; i < PAPERS_FIRST; i++)
        import_any(&trial);
    for (int round = 0; round < ROUNDS; round++) {
        compare_texts(&trial);
        for (int i = 0; i < questions / ROUNDS; i++)
            ask(&trial);
        for (int i = 0; i < 3; i++)
            import_any(&trial);
        if (chance_below(3) == 0)
            forget_any(&trial);
        change_own(&trial);
    }
    assert_true(trial.found > trial.asked / 3 && trial.found < trial.asked);
    assert_true(trial.left_out > 0 && trial.alone > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {STORE_CASE(what_is_found_is_what_reading_everything_finds)};
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("search: an oracle", tests, NULL, NULL);
}
