/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The full-text index: what is a passage, what is found, in which order, and that what is taken out
 * leaves nothing behind. Meetings here are of councils that do not exist. */
#include "unit/store/support.h"

#include "src/store/index.h"

#include <locale.h>

#define T(text) ((char *)(text))

/* ---- meetings to index ------------------------------------------------------------------------- */

static struct meeting *meeting_with(void *context, const char *id, struct date date, struct item *items, size_t n)
{
    struct meeting *meeting = mem_new(context, struct meeting);
    *meeting = (struct meeting){
        .id = T(id), .committee = T("Harbour Scrutiny Panel"), .date = date, .items = items, .n_items = n};
    return meeting;
}

static struct meeting *minuted(void *context, const char *id, struct date date, const char *title, const char *minutes)
{
    struct item *item = mem_new(context, struct item);
    *item = (struct item){.position = 1, .minute_number = T("12"), .title = T(title), .minutes_text = T(minutes)};
    return meeting_with(context, id, date, item, 1);
}

static struct db *importer(struct store *store)
{
    struct db *db = NULL;
    struct err err;
    assert_ok(store_import_db(store, &db, &err), err);
    return db;
}

static void index_meeting(struct store *store, int64_t edition, const struct meeting *meeting, bool shown)
{
    struct db *db = importer(store);
    struct err err;
    assert_ok(db_begin(db, &err), err);
    assert_ok(index_write(db, edition, index_passages_of(store, meeting, NULL, 0), &err), err);
    if (shown)
        assert_ok(index_show(db, edition, &err), err);
    assert_ok(db_commit(db, &err), err);
}

static void in_transaction(struct store *store, enum status (*change)(struct db *, int64_t, struct err *),
                           int64_t edition)
{
    struct db *db = importer(store);
    struct err err;
    assert_ok(db_begin(db, &err), err);
    assert_ok(change(db, edition, &err), err);
    assert_ok(db_commit(db, &err), err);
}

/* The meetings found for MATCH, newest first, separated by blanks; from both indexes of published text. */
static char *found(struct store *store, const char *match)
{
    char *answer[2];
    struct err err;
    for (int i = 0; i < 2; i++) {
        struct search_rows rows;
        struct search_request request = {.match = match, .mine_match = match, .limit = 50, .words_only = i == 1};
        assert_ok(store_search(store, store, &request, &rows, &err), err);
        struct buf out;
        buf_init(&out, store, 4096);
        for (size_t r = 0; r < rows.n; r++)
            buf_printf(&out, "%s%s", r ? " " : "", rows.at[r].meeting_id);
        answer[i] = buf_take(&out);
    }
    assert_string_equal(answer[0], answer[1]);
    return answer[0];
}

static void assert_sound(struct store *store)
{
    struct strings findings = {0};
    struct err err;
    assert_ok(index_check(store, importer(store), store->db, &findings, &err), err);
    for (size_t i = 0; i < findings.n; i++)
        fail_msg("%s", findings.at[i]);
}

static struct store *new_store(void **state)
{
    return open_store(*state, scratch_path(*state, "index.db"), STORE_WRITE);
}

/* ---- passages ---------------------------------------------------------------------------------- */

static void each_text_of_an_item_is_a_passage(void **state)
{
    struct item items[] = {
        {.position = 1, .title = T("Apologies")},
        {.position = 2,
         .agenda_number = T("2"),
         .minute_number = T("40"),
         .title = T("Tolls"),
         .minutes_text = T("Dear."),
         .truncated = true,
         .decision_text = T("Resolved: wait."),
         .agenda_text = T("To look."),
         .minutes_exempt = true},
    };
    struct index_passages *list =
        index_passages_of(*state, meeting_with(*state, "m", (struct date){2031, 2, 3}, items, 2), NULL, 0);
    assert_int_equal(list->n, 4);
    assert_int_equal(list->at[0].kind, PASSAGE_AGENDA); /* nothing but its title is held */
    assert_string_equal(list->at[0].heading, "Apologies");
    assert_int_equal(list->at[0].n, 0);
    static const enum passage_kind kinds[] = {PASSAGE_MINUTES, PASSAGE_DECISION, PASSAGE_AGENDA};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(list->at[i + 1].kind, kinds[i]);
        assert_int_equal(list->at[i + 1].truncated, kinds[i] == PASSAGE_MINUTES);
        assert_int_equal(list->at[i + 1].exempt, kinds[i] != PASSAGE_AGENDA);
        assert_string_equal(list->at[i + 1].minute_number, "40");
    }
}

/* Who wrote for it, who comes for it, and what its papers are called. */
static void what_is_said_of_an_item_is_a_passage(void **state)
{
    struct attachment papers[] = {{.title = T("Tolls")}, {.title = T("Map of the quay")}, {.title = NULL}};
    struct item items[] = {{.position = 1, .agenda_number = T("1"), .title = T("Tolls"), .minutes_text = T("Dear."), .author = T("Report of the Harbour Master"),
                            .attachments = papers, .n_attachments = 3}};
    strings_add(*state, &items[0].invited, "Ada Moss, Head of Ferries");
    struct meeting *meeting = meeting_with(*state, "m", (struct date){2031, 2, 3}, items, 1);
    struct index_passages *list = index_passages_of(*state, meeting, NULL, 0);
    assert_int_equal(list->n, 2);
    assert_int_equal(list->at[1].kind, PASSAGE_ITEM);
    assert_string_equal(list->at[1].heading, ""); /* a word of the title is found in the minute */
    assert_string_equal(list->at[1].body, "Report of the Harbour Master\nAda Moss, Head of Ferries\nMap of the quay");
    struct store *store = new_store(state);
    index_meeting(store, 1, meeting, true);
    static const char *const words[] = {"\"harbour master\"", "\"moss\" AND \"ferries\"", "\"map\""};
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        struct search_rows rows;
        struct err err;
        assert_ok(store_search(*state, store, &(struct search_request){.match = words[i], .limit = 9}, &rows, &err), err);
        assert_int_equal(rows.n, 1);
        assert_int_equal(rows.at[0].kind, PASSAGE_ITEM);
        assert_string_equal(rows.at[0].agenda_number, "1");
    }
    assert_sound(store);
    /* it is no text of the papers: whoever compares these does not meet it */
    struct strings committees = {0};
    int n = 0;
    struct err err;
    strings_add(*state, &committees, meeting->committee);
    assert_ok(store_count_passages(store, &committees, "\"map\"", &n, &err), err);
    assert_int_equal(n, 0);
    assert_ok(store_count_passages(store, &committees, "\"dear\"", &n, &err), err);
    assert_int_equal(n, 1);
}

static void a_report_is_found_by_section(void **state)
{
    struct table_row row = {(char *[]){T("Tolls"), T("4")}, 2};
    struct block blocks[] = {
        {.kind = BLOCK_PARA, .text = T("Before any heading.")},
        {.kind = BLOCK_HEADING, .text = T("Summary")},
        {.kind = BLOCK_HEADING, .text = T("In short")},
        {.kind = BLOCK_PARA, .text = T("Tolls are dear.")},
        {.kind = BLOCK_TABLE, .caption = T("Table 1"), .rows = &row, .n_rows = 1},
        {.kind = BLOCK_HEADING, .text = T("Background")},
        {.kind = BLOCK_PARA, .text = T("Ferries.")},
    };
    struct item item = {.position = 1, .title = T("Tolls"), .blocks = blocks, .n_blocks = MB_LENGTH(blocks)};
    struct index_passages *list =
        index_passages_of(*state, meeting_with(*state, "m", (struct date){2031, 2, 3}, &item, 1), NULL, 0);
    char *whole = item_report_text(*state, &item);
    static const char *const sections[] = {"Before any heading.",
                                           "Summary\n\nIn short\n\nTolls are dear.\n\nTable 1\n\nTolls\t4",
                                           "Background\n\nFerries."};
    assert_int_equal(list->n, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(list->at[i].n, strlen(sections[i]));
        assert_memory_equal(list->at[i].body, sections[i], list->at[i].n);
        assert_memory_equal(whole + list->at[i].start, sections[i], list->at[i].n);
        assert_string_equal(list->at[i].heading, i == 0 ? "Tolls" : "");
        assert_string_equal(list->at[i].title, "Tolls");
    }
}

static void a_report_without_headings_is_cut_at_paragraphs(void **state)
{
    struct block blocks[200];
    for (size_t i = 0; i < MB_LENGTH(blocks); i++)
        blocks[i] = (struct block){.kind = BLOCK_PARA, .text = mem_printf(*state, "%zu %0400d", i, 7)};
    struct item item = {.position = 1, .title = T("Tolls"), .blocks = blocks, .n_blocks = MB_LENGTH(blocks)};
    struct index_passages *list =
        index_passages_of(*state, meeting_with(*state, "m", (struct date){2031, 2, 3}, &item, 1), NULL, 0);
    assert_in_range(list->n, 8, 20);
    size_t next = 0;
    for (size_t i = 0; i < list->n; i++) {
        assert_int_equal(list->at[i].start, next ? next + 2 : 0);
        next = list->at[i].start + list->at[i].n;
    }
    assert_int_equal(next, strlen(item_report_text(*state, &item)));
}

static void entries_of_a_programme_are_passages(void **state)
{
    struct when planned = {T("March 2031"), {{2031, 3, 1}, {2031, 3, 31}}};
    struct programme_entry entries[] = {
        {.issue = T("Dredging"), .notes = T("Asked for by the panel"), .planned = &planned, .n_planned = 1}};
    struct champion champion = {T("Buoys"), T("Cllr Moss")};
    struct programme programme = {.title = T("Work Programme"),
                                  .preamble = T("What we look at."),
                                  .champions = &champion,
                                  .n_champions = 1,
                                  .entries = entries,
                                  .n_entries = 1};
    struct programme *programmes[] = {&programme};
    struct index_passages *list =
        index_passages_of(*state, meeting_with(*state, "m", (struct date){2031, 2, 3}, NULL, 0), programmes, 1);
    assert_int_equal(list->n, 2);
    assert_int_equal(list->at[0].position, 0);
    assert_string_equal(list->at[0].body, "What we look at.\nBuoys: Cllr Moss");
    assert_int_equal(list->at[1].position, 1);
    assert_string_equal(list->at[1].title, "Dredging");
    assert_string_equal(list->at[1].body, "Dredging\nAsked for by the panel\nMarch 2031");
}

/* ---- words ------------------------------------------------------------------------------------- */

static void hidden_characters_hide_no_word(void **state)
{
    static const char text[] = "trans\xC2\xADport \xE2\x80\x8B"
                               "ferry \xEF\x82\xB7"
                               "quay \xE2\x80\xAE"
                               "pier";
    struct index_shifts shifts;
    size_t n;
    char *clean = index_clean(*state, text, strlen(text), &n, &shifts);
    assert_string_equal(clean, "transport ferry \xE2\x80\xA2quay pier");
    assert_int_equal(n, strlen(clean));
    assert_int_equal(index_source_offset(&shifts, 0), 0);
    assert_int_equal(index_source_offset(&shifts, (size_t)(strstr(clean, "port") - clean)),
                     strstr(text, "port") - text);
    assert_int_equal(index_source_offset(&shifts, (size_t)(strstr(clean, "quay") - clean)),
                     strstr(text, "quay") - text);
    assert_int_equal(index_source_offset(&shifts, (size_t)(strstr(clean, "pier") - clean)),
                     strstr(text, "pier") - text);
}

static void words_are_the_tokenizers_with_their_places(void **state)
{
    struct tokenizer *tokenizer;
    struct err err;
    assert_ok(tokenizer_new(*state, &tokenizer, &err), err);
    static const char text[] = "\xC3\x89"
                               "l\xC3\xA8"
                               "ve\xE2\x80\x99s TRANS\xC2\xADPORT, 2022/23";
    static const struct {
        const char *word, *printed;
    } expected[] = {{"eleve", "\xC3\x89l\xC3\xA8ve"},
                    {"s", "s"},
                    {"transport", "TRANS\xC2\xADPORT"},
                    {"2022", "2022"},
                    {"23", "23"}};
    struct tokens *tokens = tokenizer_run(*state, tokenizer, text, strlen(text));
    assert_int_equal(tokens->n, MB_LENGTH(expected));
    for (size_t i = 0; i < tokens->n; i++) {
        assert_string_equal(tokens->at[i].word, expected[i].word);
        assert_int_equal(tokens->at[i].len, strlen(expected[i].printed));
        assert_memory_equal(text + tokens->at[i].start, expected[i].printed, tokens->at[i].len);
    }
}

/* ---- finding ----------------------------------------------------------------------------------- */

static void an_edition_is_found_only_while_it_is_shown(void **state)
{
    struct store *store = new_store(state);
    index_meeting(store, 7,
                  minuted(*state, "panel-2031-02-03", (struct date){2031, 2, 3}, "Tolls", "The ferry was late."),
                  false);
    assert_string_equal(found(store, "\"ferry\""), "");
    in_transaction(store, index_show, 7);
    assert_string_equal(found(store, "\"ferry\""), "panel-2031-02-03");
    assert_string_equal(found(store, "\"tolls\""), "panel-2031-02-03");
    in_transaction(store, index_hide, 7);
    assert_string_equal(found(store, "\"ferry\""), "");
    assert_sound(store);
}

static int counted(struct store *store, const char *match)
{
    struct strings committees = {0};
    struct err err;
    int count = -1;
    strings_add(store, &committees, "Harbour Scrutiny Panel");
    assert_ok(store_count_passages(store, &committees, match, &count, &err), err);
    return count;
}

static void passages_of_an_edition_that_is_not_shown_are_not_counted(void **state)
{
    struct store *store = new_store(state);
    const struct date day = {2031, 3, 1};
    index_meeting(store, 1, minuted(*state, "harbour-2031-03-01", day, "Tolls", "Tolls were told."), true);
    index_meeting(store, 2, minuted(*state, "harbour-2031-03-01", day, "Tolls", "Tolls were told again."), false);
    assert_int_equal(counted(store, "tolls"), 1);
    assert_int_equal(counted(store, NULL), 1);
    in_transaction(store, index_show, 2);
    assert_int_equal(counted(store, NULL), 2);
    in_transaction(store, index_hide, 1);
    assert_int_equal(counted(store, "again"), 1);
    assert_int_equal(counted(store, NULL), 1);
}

static void hits_come_newest_first_and_undated_last(void **state)
{
    struct store *store = new_store(state);
    index_meeting(store, 1, minuted(*state, "undated", (struct date){0}, "Tolls", "ferry"), true);
    index_meeting(store, 2, minuted(*state, "new", (struct date){2031, 5, 1}, "Tolls", "ferry"), true);
    index_meeting(store, 3, minuted(*state, "old", (struct date){2019, 5, 1}, "Tolls", "ferry"), true);
    assert_string_equal(found(store, "\"ferry\""), "new old undated");
    assert_string_equal(found(store, "\"fer\"*"), "new old undated");
    assert_string_equal(found(store, "\"ferry\" NOT \"tolls\""), "");
}

/* Two meetings of one day stand in the same order whichever was imported first. */
static void the_order_of_a_day_does_not_depend_on_imports(void **state)
{
    struct date day = {2031, 5, 1};
    char *order[2];
    for (int i = 0; i < 2; i++) {
        struct store *store = open_store(*state, scratch_path(*state, i ? "b.db" : "a.db"), STORE_WRITE);
        for (int j = 0; j < 6; j++) {
            int n = i ? j : 5 - j;
            index_meeting(store, n + 1, minuted(*state, mem_printf(*state, "panel-%d", n), day, "Tolls", "ferry"),
                          true);
        }
        order[i] = found(store, "\"ferry\"");
    }
    assert_string_equal(order[0], order[1]);
}

static void a_meeting_reads_from_its_beginning(void **state)
{
    struct store *store = new_store(state);
    struct item items[] = {{.position = 1, .title = T("One"), .minutes_text = T("ferry")},
                           {.position = 2, .title = T("Two"), .minutes_text = T("ferry")}};
    index_meeting(store, 1, meeting_with(*state, "m", (struct date){2031, 5, 1}, items, 2), true);
    struct search_rows rows;
    struct err err;
    assert_ok(store_search(*state, store, &(struct search_request){.match = "\"ferry\"", .mine_match = "\"ferry\"", .limit = 10}, &rows, &err),
              err);
    assert_int_equal(rows.at[0].position, 1);
    assert_int_equal(rows.at[1].position, 2);
    assert_true(rows.at[0].id > rows.at[1].id);
}

/* A hit carries the text as printed, and its place in the item's text. */
static void a_hit_says_where_it_stands(void **state)
{
    struct store *store = new_store(state);
    struct block blocks[] = {{.kind = BLOCK_PARA, .text = T("One.")},
                             {.kind = BLOCK_HEADING, .text = T("Fer\xC2\xADries")},
                             {.kind = BLOCK_PARA, .text = T("Two.")}};
    struct item item = {.position = 3,
                        .agenda_number = T("3a"),
                        .title = T("Tolls"),
                        .blocks = blocks,
                        .n_blocks = 3,
                        .report_exempt = true};
    index_meeting(store, 1, meeting_with(*state, "m", (struct date){2031, 5, 1}, &item, 1), true);
    struct search_rows rows;
    struct err err;
    assert_ok(store_search(*state, store, &(struct search_request){.match = "\"ferries\"", .mine_match = "\"ferries\"", .limit = 10}, &rows, &err),
              err);
    assert_int_equal(rows.n, 1);
    assert_int_equal(rows.at[0].kind, PASSAGE_REPORT);
    assert_string_equal(rows.at[0].body, "Fer\xC2\xADries\n\nTwo.");
    assert_int_equal(rows.at[0].offset, 6);
    assert_string_equal(rows.at[0].title, "Tolls");
    assert_string_equal(rows.at[0].agenda_number, "3a");
    assert_null(rows.at[0].minute_number);
    assert_string_equal(rows.at[0].committee, "Harbour Scrutiny Panel");
    assert_int_equal(rows.at[0].date.day, 1);
    assert_true(rows.at[0].exempt);
}

static void counts_are_exact_up_to_a_thousand(void **state)
{
    struct store *store = new_store(state);
    struct item *items = mem_zero_named(*state, sizeof *items * 1001, "items");
    for (int i = 0; i < 1001; i++)
        items[i] = (struct item){
            .position = i + 1, .title = T("Tolls"), .minutes_text = i < 1000 ? T("ferry quay") : T("ferry")};
    index_meeting(store, 1, meeting_with(*state, "m", (struct date){2031, 5, 1}, items, 1001), true);
    struct search_rows rows;
    struct err err;
    assert_ok(store_search(*state, store, &(struct search_request){.match = "\"quay\"", .mine_match = "\"quay\"", .limit = 3}, &rows, &err), err);
    assert_int_equal(rows.total, 1000);
    assert_false(rows.more);
    assert_int_equal(rows.n, 3);
    assert_ok(store_search(*state, store, &(struct search_request){.match = "\"ferry\"", .mine_match = "\"ferry\"", .limit = 3, .offset = 999},
                           &rows, &err),
              err);
    assert_int_equal(rows.total, 1000);
    assert_true(rows.more);
    assert_int_equal(rows.n, 2);
}

/* Whatever the page, and with the member's own rows among them: the oldest first is the newest first backwards, and all are counted. */
static void the_oldest_first_is_the_newest_backwards_and_all_are_counted(void **state)
{
    enum { MEETINGS = 7, ITEMS = 200 };
    struct store *store = new_store(state);
    struct err err;
    for (int m = 0; m < MEETINGS; m++) {
        struct item *items = mem_zero_named(*state, sizeof *items * ITEMS, "items");
        for (int i = 0; i < ITEMS; i++)
            items[i] = (struct item){.position = i + 1, .title = T("Tolls"), .minutes_text = i % 3 ? T("ferry quay") : T("quay")};
        index_meeting(store, m + 1, meeting_with(*state, mem_printf(*state, "m%d", m), (struct date){2031, 5, m + 1}, items, ITEMS), true);
    }
    for (int phrase = 0; phrase < 2; phrase++) { /* both indexes */
        struct search_rows newest, oldest;
        struct search_counts counts;
        struct search_request request = {.match = "\"ferry\"", .mine_match = "\"ferry\"", .limit = MEETINGS * ITEMS, .words_only = !phrase};
        assert_ok(store_search(*state, store, &request, &newest, &err), err);
        request.order = SEARCH_OLDEST;
        assert_ok(store_search(*state, store, &request, &oldest, &err), err);
        assert_ok(store_search_count(store, &request, &counts, &err), err);
        assert_int_equal(newest.n, MEETINGS * (ITEMS * 2 / 3));
        assert_int_equal(oldest.n, newest.n);
        assert_int_equal(counts.places, newest.n);
        assert_int_equal(counts.meetings, MEETINGS);
        for (size_t i = 0; i < newest.n; i++)
            assert_int_equal(oldest.at[i].id, newest.at[newest.n - 1 - i].id);
    }
    struct search_counts none;
    assert_ok(store_search_count(store, &(struct search_request){.match = "\"bridge\"", .mine_match = "\"bridge\""}, &none, &err), err);
    assert_int_equal(none.places + none.meetings, 0);
}

/* The meetings of REQUEST's hits, LIMIT at a time. */
static char *found_by(const void *parent, struct store *store, struct search_request request, int limit)
{
    struct buf out;
    struct search_rows rows;
    struct err err;
    buf_init(&out, parent, 1000);
    for (request.limit = limit; request.offset == 0 || rows.n > 0; request.offset += limit) {
        assert_ok(store_search(parent, store, &request, &rows, &err), err);
        assert_int_equal(rows.order, request.order);
        for (size_t i = 0; i < rows.n; i++)
            buf_printf(&out, "%s%s", out.len ? " " : "", rows.at[i].meeting_id);
    }
    return buf_take(&out);
}

static void the_best_says_most_of_the_words(void **state)
{
    struct store *store = new_store(state);
    static const struct {
        const char *id, *title, *minutes;
    } papers[] = {
        {"titled", "Ferry", "The quay was closed for a week in spring, and nobody had been told."},
        {"often", "Tolls", "The ferry is late. The ferry is full. The ferry goes on."},
        {"once", "Tolls", "The ferry is late. The quay is full. The bus goes on."},
        {"long", "Tolls", "The ferry is late. The quay is full. The bus goes on, and what else there is to say of tolls was said before, by all."},
        {"again", "Tolls", "The ferry is late. The quay is full. The bus goes on."},
        {"rare", "Tolls", "The quay has a winch."},
        {"none", "Tolls", "The bus goes on."},
    };
    for (size_t i = 0; i < MB_LENGTH(papers); i++)
        index_meeting(store, (int64_t)i + 1,
                      minuted(*state, papers[i].id, (struct date){2031, 5, (int)i + 1}, papers[i].title, papers[i].minutes), true);
    struct search_request request = {.match = "\"ferry\"", .order = SEARCH_BEST, .words_only = true};
    for (int limit = 1; limit <= 5; limit += 2)
        assert_string_equal(found_by(*state, store, request, limit), "titled often again once long");
    request.match = "\"quay\" OR \"winch\"";
    assert_string_equal(found_by(*state, store, request, 9), "rare again once titled long");
    request.match = "\"ferry\" NOT \"bus\"";
    assert_string_equal(found_by(*state, store, request, 9), "titled often");
}

/* The last but one says most, and those that are ranked stand before it: it stays where its place in the paper puts it. */
static void what_is_too_old_to_be_ranked_stands_behind(void **state)
{
    enum { TEXTS = SEARCH_RANKED_MAX + 2 };
    struct store *store = new_store(state);
    struct item *items = mem_zero_named(*state, sizeof *items * TEXTS, "items");
    for (int i = 0; i < TEXTS; i++)
        items[i] = (struct item){.position = i + 1, .title = T("Tolls"), .minutes_text = i == TEXTS - 2 || i == TEXTS / 2 ? T("ferry ferry") : T("ferry")};
    index_meeting(store, 1, meeting_with(*state, "m", (struct date){2031, 5, 1}, items, TEXTS), true);
    struct search_rows rows;
    struct err err;
    struct search_request request = {.match = "\"ferry\"", .order = SEARCH_BEST, .words_only = true, .limit = TEXTS};
    assert_ok(store_search(*state, store, &request, &rows, &err), err);
    assert_int_equal(rows.n, TEXTS);
    assert_int_equal(rows.at[0].position, TEXTS / 2 + 1);
    assert_int_equal(rows.at[1].position, 1);
    assert_int_equal(rows.at[TEXTS - 2].position, TEXTS - 1);
    assert_int_equal(rows.at[TEXTS - 1].position, TEXTS);
}

static void an_expression_that_sqlite_refuses_is_a_usage_error(void **state)
{
    struct store *store = new_store(state);
    static const char *const wrong[] = {"\"open", "AND", "nosuch:word", "(", "\"a\" \"b"};
    for (size_t i = 0; i < MB_LENGTH(wrong); i++) {
        struct search_rows rows;
        struct err err;
        assert_int_equal(
            store_search(*state, store, &(struct search_request){.match = wrong[i], .mine_match = wrong[i], .limit = 3}, &rows, &err),
            STATUS_USAGE);
        assert_null(strstr(err.text, "fts5"));
        assert_null(strstr(err.text, "syntax"));
    }
}

/* ---- replacing and removing --------------------------------------------------------------------- */

static enum status settle(struct db *db, int64_t ignored, struct err *err)
{
    (void)ignored;
    return index_settle(db, err);
}

static const char *means(void *context, struct store *store, const char *word)
{
    struct strings out;
    struct err err;
    assert_ok(store_acronyms(context, store, &word, 1, 4, &out, &err), err);
    struct buf joined;
    buf_init(&joined, context, 1000);
    for (size_t i = 0; i < out.n; i++)
        buf_printf(&joined, "%s%s", i ? ", " : "", out.at[i]);
    return out.n ? buf_take(&joined) : "";
}

static void what_a_paper_explains_goes_with_its_edition(void **state)
{
    struct store *store = new_store(state);
    struct date day = {2031, 5, 1};
    index_meeting(store, 1, minuted(*state, "m", day, "Tolls", "The Ferry Toll Review (FTR) began."), true);
    index_meeting(store, 2, minuted(*state, "n", day, "Tolls", "Ferries\xE2\x80\x99 Tall Ropes (FTR); FTR (Ferry Toll Review)."), true);
    in_transaction(store, settle, 0);
    assert_string_equal(means(*state, store, "ftr"), "ferry toll review, ferries tall ropes");
    assert_string_equal(means(*state, store, "ft"), "");
    in_transaction(store, index_hide, 2);
    in_transaction(store, index_remove, 2);
    in_transaction(store, settle, 0);
    assert_string_equal(means(*state, store, "ftr"), "ferry toll review");
    assert_sound(store);
    const char *const words[] = {"ferry", "toll", "review"}, *const fewer[] = {"toll", "review"};
    struct strings brief;
    struct err err;
    assert_ok(store_acronyms(*state, store, words, 3, 4, &brief, &err), err);
    assert_int_equal(brief.n, 1);
    assert_string_equal(brief.at[0], "ftr");
    assert_ok(store_acronyms(*state, store, fewer, 2, 4, &brief, &err), err);
    assert_int_equal(brief.n, 0);
}

static void a_new_edition_takes_the_place_of_the_old(void **state)
{
    struct store *store = new_store(state);
    struct date day = {2031, 5, 1};
    index_meeting(store, 1, minuted(*state, "m", day, "Tolls", "ferry"), true);
    index_meeting(store, 2, minuted(*state, "m", day, "Tolls", "ferry quay"), false);
    assert_string_equal(found(store, "\"ferry\""), "m");
    in_transaction(store, index_show, 2);
    in_transaction(store, index_hide, 1);
    assert_string_equal(found(store, "\"ferry\""), "m");
    in_transaction(store, index_remove, 1);
    assert_string_equal(found(store, "\"quay\""), "m");
    assert_sound(store);
}

static struct search_counts counts_of(struct store *store, const char *match, const char *mine_match)
{
    struct search_counts counts;
    struct err err;
    struct search_request request = {.match = match, .mine_match = mine_match};
    assert_ok(store_search_count(store, &request, &counts, &err), err);
    return counts;
}

/* An edition that comes between two others, and one that takes the place of another of its day. */
static void counts_follow_what_is_shown(void **state)
{
    struct store *store = new_store(state);
    struct err err;
    for (int i = 1; i <= 3; i++)
        index_meeting(store, i, minuted(*state, mem_printf(*state, "m%d", i), (struct date){2031, 5, 10 * i}, "Tolls", "ferry"), true);
    assert_int_equal(counts_of(store, "\"ferry\"", NULL).meetings, 3);
    struct item items[] = {{.position = 1, .title = T("Quay"), .minutes_text = T("ferry"), .decision_text = T("ferry again")},
                           {.position = 2, .title = T("Pier"), .minutes_text = T("ferry")}};
    struct meeting *late = meeting_with(*state, "m4", (struct date){2031, 5, 15}, items, 2);
    index_meeting(store, 4, late, false);
    assert_int_equal(counts_of(store, "\"ferry\"", NULL).places, 3);
    in_transaction(store, index_show, 4);
    assert_int_equal(counts_of(store, "\"ferry\"", NULL).places, 6);
    assert_int_equal(counts_of(store, "\"ferry\"", NULL).meetings, 4);
    assert_string_equal(found(store, "\"ferry\""), "m3 m2 m4 m4 m4 m1");
    index_meeting(store, 5, late, false); /* stands behind the former edition of the day */
    in_transaction(store, index_show, 5);
    in_transaction(store, index_hide, 4);
    assert_int_equal(counts_of(store, "\"ferry\"", NULL).places, 6);
    in_transaction(store, index_remove, 4);
    assert_int_equal(counts_of(store, "\"ferry\"", NULL).places, 6);
    assert_string_equal(found(store, "\"ferry\""), "m3 m2 m4 m4 m4 m1");
    struct strings harbour = {0};
    int n;
    strings_add(store, &harbour, "Harbour Scrutiny Panel");
    assert_ok(store_count_passages(store, &harbour, "\"pier\"", &n, &err), err);
    assert_int_equal(n, 1);
    assert_ok(store_count_passages(store, &harbour, NULL, &n, &err), err);
    assert_int_equal(n, 6);
}

/* A row of the member's own is of a meeting that is counted already, of another one, or of none. */
static void a_meeting_is_counted_once_with_the_members_rows(void **state)
{
    static const char *const meetings[] = {"m1", "m2", "m2", NULL};
    struct store *store = new_store(state);
    struct err err;
    index_meeting(store, 1, minuted(*state, "m1", (struct date){2031, 5, 1}, "Tolls", "ferry"), true);
    index_meeting(store, 2, minuted(*state, "m2", (struct date){2031, 6, 1}, "Tolls", "bridge"), true);
    assert_ok(db_begin(store->db, &err), err);
    for (size_t i = 0; i < MB_LENGTH(meetings); i++) {
        struct action action = {.id = T(mem_printf(*state, "a%zu", i)), .quote = T("Watch the ferry."), .state = ACTION_KEPT,
                                .status = T("open"), .meeting_id = T(meetings[i])};
        assert_ok(index_mine_put(store->db, &action, &err), err);
    }
    assert_ok(db_commit(store->db, &err), err);
    struct search_counts counts = counts_of(store, "\"ferry\"", "\"ferry\"");
    assert_int_equal(counts.places, 5);
    assert_int_equal(counts.meetings, 2);
    assert_int_equal(counts_of(store, NULL, "\"ferry\"").places, 4);
    assert_int_equal(counts_of(store, NULL, "\"ferry\"").meetings, 2);
}

/* What is removed is gone from the index that keeps no text, too. */
static void removing_leaves_no_ghost(void **state)
{
    struct store *store = new_store(state);
    struct err err;
    for (int i = 1; i <= 40; i++)
        index_meeting(store, i,
                      minuted(*state, mem_printf(*state, "m%d", i), (struct date){2000 + i, 1, 1}, "T\xC2\xADolls",
                              "The ferr\xE2\x80\x8By \xC3\xA9t\xC3\xA9."),
                      i % 2);
    for (int i = 2; i <= 40; i += 2)
        in_transaction(store, index_remove, i);
    int64_t n = 0;
    assert_ok(db_number(store->db, "SELECT count(*) FROM search_text", 0, &n, &err), err);
    assert_int_equal(n, 20);
    assert_sound(store);
    for (int i = 1; i <= 40; i += 2) {
        in_transaction(store, index_hide, i);
        in_transaction(store, index_remove, i);
    }
    assert_ok(db_number(store->db, "SELECT count(*) FROM p_words", 0, &n, &err), err);
    assert_int_equal(n, 0);
    assert_ok(db_number(store->db, "SELECT count(*) FROM search_place", 0, &n, &err), err);
    assert_int_equal(n, 0);
    assert_sound(store);
}

/* A former edition whose texts are half taken away hides nothing of what is written since. */
static void what_is_hidden_by_its_ends_hides_no_other(void **state)
{
    struct store *store = new_store(state);
    struct err err;
    index_meeting(store, 1, minuted(*state, "m", (struct date){2031, 5, 1}, "Tolls", "ferry"), true);
    index_meeting(store, 2, minuted(*state, "m", (struct date){2031, 5, 1}, "Tolls", "ferry again"), false);
    assert_string_equal(found(store, "\"again\""), "");
    in_transaction(store, index_hide, 1);
    in_transaction(store, index_show, 2);
    assert_string_equal(found(store, "\"ferry\""), "m");
    unguard(store);
    assert_ok(db_begin(store->db, &err), err);
    assert_ok(db_script(store->db, "DELETE FROM search_text WHERE id IN (SELECT id FROM search_place WHERE edition = 1)", &err), err);
    assert_ok(db_commit(store->db, &err), err);
    index_meeting(store, 3, minuted(*state, "m", (struct date){2031, 5, 1}, "Tolls", "ferry anew"), true);
    assert_string_equal(found(store, "\"anew\""), "m");
}

/* What a text is stands in words that no member types. */
static void a_text_bears_the_words_that_are_filtered_by(void **state)
{
    char *headings[] = {T("Ferry"), T("12")};
    struct table_row row = {.cells = headings, .n_cells = 2};
    struct block blocks[] = {{.kind = BLOCK_HEADING, .text = T("Numbers"), .level = 1, .page = T("31")},
                             {.kind = BLOCK_TABLE, .rows = &row, .n_rows = 1, .page = T("32")},
                             {.kind = BLOCK_HEADING, .text = T("Words"), .level = 1},
                             {.kind = BLOCK_PARA, .text = T("The ferry is late."), .page = T("33")}};
    struct item items[] = {{.position = 1, .agenda_number = T("7.1"), .minute_number = T("(12)"), .title = T("Tolls"), .truncated = true,
                            .minutes_text = T("The ferry was discussed."), .blocks = blocks, .n_blocks = MB_LENGTH(blocks),
                            .follow = FOLLOW_TO_FOLLOW, .report_exempt = true},
                           {.position = 2, .agenda_number = T("71"), .title = T("Quays"), .agenda_text = T("The ferry's quay.")}};
    struct store *store = new_store(state);
    struct meeting *meeting = meeting_with(*state, "m", (struct date){2031, 5, 1}, items, 2);
    meeting->council = T("Harbour Council");
    index_meeting(store, 1, meeting, true);
    static const struct {
        enum search_meta meta;
        const char *value;
        int n;
    } cases[] = {
        {META_KIND, "report", 2},     {META_KIND, "minutes", 1}, {META_COUNCIL, "harbour COUNCIL", 4}, {META_COUNCIL, "Quay Council", 0},
        {META_ITEM, "7.1", 3},        {META_ITEM, "71", 1},      {META_ITEM, "12", 3},                 {META_PAGE, "31", 1},
        {META_PAGE, "33", 1},         {META_PAGE, "32", 0},      {META_TABLE, "", 1},                  {META_EXEMPT, "", 2},
        {META_CUT, "", 1},            {META_TO_FOLLOW, "", 3},   {META_ROUTINE, "", 0},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct search_rows rows;
        struct err err;
        const char *match = mem_printf(*state, "\"%s\"", store_search_word(*state, cases[i].meta, cases[i].value));
        assert_ok(store_search(*state, store, &(struct search_request){.match = match, .words_only = true, .limit = 9}, &rows, &err), err);
        if (rows.total != cases[i].n)
            fail_msg("%d “%s”: %d texts, not %d", (int)cases[i].meta, cases[i].value, rows.total, cases[i].n);
        if (cases[i].meta == META_PAGE && rows.n)
            assert_string_equal(rows.at[0].page, cases[i].value);
    }
}

static void a_check_names_what_does_not_agree(void **state)
{
    static const struct {
        const char *harm, *words;
    } harms[] = {
        {"INSERT INTO p(rowid, t) VALUES (99, 'ghost')", "“p”"},
        {"UPDATE search_text SET body = 'other'", "“f”"},
        {"DELETE FROM search_place", "belong to no meeting"},
        {"INSERT INTO search_place VALUES (5, 1, 'm', NULL, NULL, 'agenda', 1, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, 0)",
         "have no text"},
        {"UPDATE search_edition SET first = last + 1", "stand outside"},
        {"UPDATE search_edition SET shown = 0", "shown and hidden"},
    };
    for (size_t i = 0; i < MB_LENGTH(harms); i++) {
        struct store *store = open_store(*state, scratch_path(*state, mem_printf(*state, "%zu.db", i)), STORE_WRITE);
        index_meeting(store, 1, minuted(*state, "m", (struct date){2031, 5, 1}, "Tolls", "ferry"), true);
        assert_sound(store);
        struct err err;
        unguard(store);
        assert_ok(db_begin(store->db, &err), err);
        assert_ok(db_script(store->db, harms[i].harm, &err), err);
        assert_ok(db_commit(store->db, &err), err);
        struct strings findings = {0};
        assert_ok(index_check(*state, importer(store), store->db, &findings, &err), err);
        bool named = false;
        for (size_t f = 0; f < findings.n; f++)
            named = named || strstr(findings.at[f], harms[i].words);
        if (!named)
            fail_msg("%s was not noticed", harms[i].harm);
    }
}

static void terms_are_the_words_of_the_index(void **state)
{
    struct store *store = new_store(state);
    struct err err;
    int64_t n = 0;
    for (int i = 1; i <= 30; i++)
        index_meeting(store, i,
                      minuted(*state, mem_printf(*state, "m%d", i), (struct date){2031, 1, i}, "Tolls",
                              mem_printf(*state, "ferry word%d", i)),
                      true);
    in_transaction(store, settle, 0);
    assert_ok(db_number(store->db, "SELECT df FROM terms WHERE term = 'ferry'", 0, &n, &err), err);
    assert_int_equal(n, 30);
    in_transaction(store, index_hide, 1);
    in_transaction(store, index_remove, 1);
    in_transaction(store, settle, 0);
    assert_ok(db_number(store->db,
                        "SELECT count(*) FROM (SELECT term, doc FROM f_words EXCEPT SELECT term, df FROM terms)", -1,
                        &n, &err),
              err);
    assert_int_equal(n, 0);
    assert_ok(db_number(store->db,
                        "SELECT count(*) FROM (SELECT term, df FROM terms WHERE term <> '' EXCEPT SELECT term, doc FROM f_words)", -1,
                        &n, &err),
              err);
    assert_int_equal(n, 0);
    assert_ok(db_number(store->db, "SELECT count(*) FROM terms WHERE term = 'word1'", -1, &n, &err), err);
    assert_int_equal(n, 0);
    assert_sound(store);
}

static char *words_of(void *context, struct store *store, const char *beginning, int most)
{
    struct strings words;
    struct buf out;
    struct err err;
    bool known;
    assert_ok(store_words_of(context, store, beginning, most, &words, &known, &err), err);
    buf_init(&out, context, 1000);
    for (size_t i = 0; known && i < words.n; i++)
        buf_printf(&out, "%s%s", i ? " " : "", words.at[i]);
    return known ? buf_take(&out) : mem_strdup(context, "?");
}

/* As long as an import has brought words that are not gathered yet, none are told: a search would miss them. */
static void the_words_that_begin_so_are_told_once_all_are_known(void **state)
{
    struct store *store = new_store(state);
    index_meeting(store, 1, minuted(*state, "m1", (struct date){2031, 1, 1}, "Tolls", "ferry ferries f\xC3\xA9rrous fez"), true);
    assert_string_equal(words_of(*state, store, "ferr", 5), "?");
    in_transaction(store, settle, 0);
    assert_string_equal(words_of(*state, store, "ferr", 5), "ferries ferrous ferry");
    assert_string_equal(words_of(*state, store, "ferr", 3), "ferries ferrous ferry");
    assert_string_equal(words_of(*state, store, "ferr", 2), "?");
    assert_string_equal(words_of(*state, store, "quay", 5), "?");
    index_meeting(store, 2, minuted(*state, "m2", (struct date){2031, 1, 2}, "Tolls", "ferryman"), true);
    assert_string_equal(words_of(*state, store, "ferr", 5), "?");
    in_transaction(store, settle, 0);
    assert_string_equal(words_of(*state, store, "ferr", 5), "ferries ferrous ferry ferryman");
}

/* ---- the user's rows --------------------------------------------------------------------------- */

static void put_action(struct store *store, const struct action *action)
{
    struct err err;
    assert_ok(db_begin(store->db, &err), err);
    assert_ok(index_mine_put(store->db, action, &err), err);
    assert_ok(db_commit(store->db, &err), err);
}

static void the_users_rows_are_found_among_the_papers(void **state)
{
    struct store *store = new_store(state);
    index_meeting(store, 1, minuted(*state, "old", (struct date){2030, 5, 1}, "Tolls", "ferry"), true);
    index_meeting(store, 2, minuted(*state, "new", (struct date){2032, 5, 1}, "Tolls", "ferry"), true);
    struct action action = {.id = T("u-1"),
                            .meeting_id = T("between"),
                            .meeting_date = {2031, 5, 1},
                            .minute_number = T("40"),
                            .subject = T("Ferry times"),
                            .owner = T("Chairman"),
                            .quote = T("He would ask."),
                            .quote_truncated = true};
    put_action(store, &action);
    assert_string_equal(found(store, "\"ferry\""), "new between old");
    struct search_rows rows;
    struct err err;
    assert_ok(store_search(*state, store, &(struct search_request){.match = "\"chairman\"", .mine_match = "\"chairman\"", .limit = 10}, &rows, &err),
              err);
    assert_int_equal(rows.n, 1);
    assert_int_equal(rows.at[0].kind, PASSAGE_ACTION);
    assert_string_equal(rows.at[0].action_id, "u-1");
    assert_string_equal(rows.at[0].title, "Ferry times");
    assert_string_equal(rows.at[0].body, "He would ask.\nChairman");
    assert_true(rows.at[0].truncated);

    action.subject = T("Buoys");
    put_action(store, &action);
    assert_string_equal(found(store, "\"ferry\""), "new old");
    assert_string_equal(found(store, "\"buoys\""), "between");
    action.deleted = true;
    put_action(store, &action);
    assert_string_equal(found(store, "\"buoys\""), "");
    assert_sound(store);
}

static void an_import_cannot_write_the_users_index(void **state)
{
    struct store *store = new_store(state);
    struct db *db = importer(store);
    struct action action = {.id = T("u-1"), .subject = T("Ferry")};
    struct err err;
    assert_ok(db_begin(db, &err), err);
    enum status status = index_mine_put(db, &action, &err);
    assert_int_equal(db_finish(db, status, &err), STATUS_DENIED);
    assert_string_equal(found(store, "\"ferry\""), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(each_text_of_an_item_is_a_passage), STORE_CASE(what_is_said_of_an_item_is_a_passage),
        STORE_CASE(a_report_is_found_by_section),
        STORE_CASE(a_report_without_headings_is_cut_at_paragraphs),
        STORE_CASE(entries_of_a_programme_are_passages),
        STORE_CASE(hidden_characters_hide_no_word),
        STORE_CASE(words_are_the_tokenizers_with_their_places),
        STORE_CASE(an_edition_is_found_only_while_it_is_shown),
        STORE_CASE(passages_of_an_edition_that_is_not_shown_are_not_counted),
        STORE_CASE(hits_come_newest_first_and_undated_last),
        STORE_CASE(the_order_of_a_day_does_not_depend_on_imports),
        STORE_CASE(a_meeting_reads_from_its_beginning),
        STORE_CASE(a_hit_says_where_it_stands),
        STORE_CASE(counts_are_exact_up_to_a_thousand),
        STORE_CASE(the_oldest_first_is_the_newest_backwards_and_all_are_counted),
        STORE_CASE(the_best_says_most_of_the_words), STORE_CASE(what_is_too_old_to_be_ranked_stands_behind),
        STORE_CASE(an_expression_that_sqlite_refuses_is_a_usage_error),
        STORE_CASE(what_a_paper_explains_goes_with_its_edition),
        STORE_CASE(a_new_edition_takes_the_place_of_the_old),
        STORE_CASE(counts_follow_what_is_shown),
        STORE_CASE(a_meeting_is_counted_once_with_the_members_rows),
        STORE_CASE(removing_leaves_no_ghost),
        STORE_CASE(what_is_hidden_by_its_ends_hides_no_other),
        STORE_CASE(a_text_bears_the_words_that_are_filtered_by), STORE_CASE(a_check_names_what_does_not_agree),
        STORE_CASE(terms_are_the_words_of_the_index), STORE_CASE(the_words_that_begin_so_are_told_once_all_are_known),
        STORE_CASE(the_users_rows_are_found_among_the_papers),
        STORE_CASE(an_import_cannot_write_the_users_index),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("store: the full-text index", tests, NULL, NULL);
}
