/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What changed between the papers of a meeting: texts word by word, tables cell by cell, and the screen of it. */
#include "support/test.h"

#include "screens/editions.h"
#include "screens/golden.h"
#include "screens/walk.h"
#include "src/screens/changes.h"
#include "src/screens/private.h"

#include <locale.h>

static void *town;
static char *store_file;

static bool collect(void *to, const char *bytes, size_t n)
{
    buf_add(to, bytes, n);
    return true;
}

static char *written(const void *parent, const struct page *page)
{
    struct buf out;
    struct sink sink = {collect, &out};
    buf_init(&out, parent, (size_t)1 << 20);
    assert_true(page_write(page, &sink, false));
    return buf_take(&out);
}

/* ---- words --------------------------------------------------------------------------------------------- */

static char *compared(void *parent, const char *old, const char *new)
{
    struct changed_text text;
    changed_text_start(&text, parent);
    changed_text_compare(&text, old, new, 0, true);
    return buf_take(&text.out);
}

static void what_is_gone_stands_before_what_came(void **state)
{
    assert_string_equal(compared(*state, "It meets in the Guildhall at noon.", "It meets in the Town Hall at noon."),
                        "It meets in the [-Guildhall-] {+Town Hall+} at noon.");
    assert_string_equal(compared(*state, "It was noted.", "It was noted. Resolved: Yes."), "It was noted. {+Resolved: Yes.+}");
    assert_string_equal(compared(*state, "One two three.", "One three."), "One [-two-] three.");
    assert_string_equal(compared(*state, "", "All."), "{+All.+}");
    assert_string_equal(compared(*state, "All.", NULL), "[-All.-]");
}

static void a_word_alone_between_two_changes_is_taken_in(void **state)
{
    assert_string_equal(compared(*state, "on 3 May 2022 at noon", "on 4 May 2023 at noon"), "on [-3 May 2022-] {+4 May 2023+} at noon");
    assert_string_equal(compared(*state, "a b c d e", "x b c d y"), "[-a-] {+x+} b c d [-e-] {+y+}");
    assert_string_equal(compared(*state, "one\nend two", "uno\nend due"), "[-one-] {+uno+}\nend [-two-] {+due+}");
}

static void each_line_has_its_signs(void **state)
{
    assert_string_equal(compared(*state, "Noted.", "Noted.\n\nResolved:\n\n\xC2\xB7  That it be done."),
                        "Noted.\n{+Resolved:+}\n{+\xC2\xB7  That it be done.+}");
}

static char *words(const void *parent, size_t n)
{
    struct buf out;
    buf_init(&out, parent, (size_t)1 << 16);
    for (size_t i = 1; i <= n; i++)
        buf_printf(&out, "w%zu ", i);
    return buf_take(&out);
}

static void what_stays_the_same_for_long_is_counted(void **state)
{
    char *same = words(*state, 50), *old = mem_printf(*state, "a %sb", same), *new = mem_printf(*state, "A %sB", same);
    assert_string_equal(compared(*state, old, new), "[-a-] {+A+} w1 w2 w3 w4 w5 w6 w7 w8 \xE2\x80\xA6 34 words unchanged \xE2\x80\xA6 "
                                                    "w43 w44 w45 w46 w47 w48 w49 w50 [-b-] {+B+}");
    assert_string_equal(compared(*state, same, mem_printf(*state, "%sB", same)),
                        "\xE2\x80\xA6 42 words unchanged \xE2\x80\xA6 w43 w44 w45 w46 w47 w48 w49 w50 {+B+}");
    same = words(*state, 27);
    assert_null(strstr(compared(*state, mem_printf(*state, "a %sb", same), mem_printf(*state, "A %sB", same)), "unchanged"));
}

/* A line that a reader meets without the signs it stands between bears one of its own. */
static void a_line_within_a_change_has_a_sign_in_the_margin(void **state)
{
    struct changed_text text;
    struct page *page = page_new(*state, 30);
    changed_text_start(&text, *state);
    changed_text_compare(&text, "Noted.", "Noted. The Panel asked that the figures for the autumn be sent to all of its members.", 7, true);
    changed_text_page(page, &text, 4, 4, "k");
    assert_string_equal(written(*state, page), "    Noted. {+The Panel asked\n"
                                               "  + that the figures for the\n"
                                               "  + autumn be sent to all of\n"
                                               "    its members.+}\n");
    assert_int_equal(page->n_rows, 4);
    assert_int_equal(page->rows[0].offset, 7);
    assert_true(page->rows[1].offset > 20);
}

/* ---- tables ------------------------------------------------------------------------------------------------ */

#define MOST_CELLS 4

static struct block *table_of(void *parent, const char *const rows[][MOST_CELLS], size_t n)
{
    struct block *table = mem_new(parent, struct block);
    table->kind = BLOCK_TABLE;
    for (size_t r = 0; r < n; r++) {
        struct table_row *row = mem_append(table, table->rows, table->n_rows);
        for (size_t c = 0; c < MOST_CELLS && rows[r][c]; c++)
            *mem_append(table, row->cells, row->n_cells) = mem_strdup(table, rows[r][c]);
    }
    return table;
}

static char *told(void *parent, const char *const old[][MOST_CELLS], size_t n_old, const char *const new[][MOST_CELLS], size_t n_new)
{
    struct page *page = page_new(parent, 70);
    struct block *before = table_of(parent, old, n_old), *now = table_of(parent, new, n_new);
    assert_true(tables_are_one(before, now));
    changed_table_page(page, before, now, 0, 0, "k");
    return written(parent, page);
}
#define TOLD(parent, old, new) told(parent, old, MB_LENGTH(old), new, MB_LENGTH(new))

static void rows_and_cells_that_changed_are_told(void **state)
{
    static const char *const old[][MOST_CELLS] = {
        {"School", "2022/23", "2023/24"}, {"Fenwick High", "41", "1,058"}, {"St Osyth's", "7", "12"}, {"Mill Lane", "1", "2"}, {"All", "49", "1,072"}};
    static const char *const new[][MOST_CELLS] = {
        {"School", "2022/23", "2023/24"}, {"Fenwick High", "41", "1,061"}, {"Mill Lane", "1", "2"}, {"Quay", "3", "5"}, {"All", "45", "1,068"}};
    assert_string_equal(TOLD(*state, old, new), "Table: School, 2022/23, 2023/24\n"
                                                "  Fenwick High · 2023/24: [-1,058-] {+1,061+}\n"
                                                "  row gone [-St Osyth's · 7 · 12-]\n"
                                                "  new row {+Quay · 3 · 5+}\n"
                                                "  All · 2022/23: [-49-] {+45+} · 2023/24: [-1,072-] {+1,068+}\n");
}

static void a_column_that_came_and_one_of_another_heading_are_told(void **state)
{
    static const char *const old[][MOST_CELLS] = {{"School", "Late", "Why"}, {"Fenwick High", "41", "roadworks"}, {"Quay", "3", ""}};
    static const char *const more[][MOST_CELLS] = {
        {"School", "Late", "Early", "Why"}, {"Fenwick High", "41", "2", "roadworks"}, {"Quay", "3", "", ""}};
    static const char *const other[][MOST_CELLS] = {{"School", "Late buses", "Why"}, {"Fenwick High", "41", "roadworks"}, {"Quay", "3", ""}};
    assert_string_equal(TOLD(*state, old, more), "Table: School, Late, Early, Why\n"
                                                 "  School · {+Early+}\n"
                                                 "  Fenwick High · Early: {+2+}\n");
    assert_string_equal(TOLD(*state, old, other), "Table: School, Late buses, Why\n"
                                                  "  School · Late {+buses+}\n");
}

static void a_row_with_another_name_is_known_by_its_other_cells(void **state)
{
    static const char *const old[][MOST_CELLS] = {{"Who", "Post", "Since"}, {"A Hobbs", "Chairman", "2021"}, {"B Tomkin", "Member", "2019"}};
    static const char *const new[][MOST_CELLS] = {{"Who", "Post", "Since"}, {"A Hobbs", "Chairman", "2021"}, {"B Tomkins", "Member", "2019"}};
    assert_string_equal(TOLD(*state, old, new), "Table: Who, Post, Since\n"
                                                "  B [-Tomkin-] {+Tomkins+}\n");
}

static void a_table_too_wide_for_its_cells_is_told_in_words(void **state)
{
    struct block old = {.kind = BLOCK_TABLE}, new = old;
    struct block *const both[] = {&old, &new};
    for (size_t t = 0; t < MB_LENGTH(both); t++) {
        struct table_row *row = mem_append(*state, both[t]->rows, both[t]->n_rows);
        for (int c = 0; c < 400; c++)
            *mem_append(*state, row->cells, row->n_cells) = mem_printf(*state, "c%d", t && c == 200 ? 0 : c);
    }
    struct page *page = page_new(*state, 70);
    changed_table_page(page, &old, &new, 0, 0, "k");
    assert_non_null(strstr(written(*state, page), "{+c0+} c201"));
}

static void tables_that_have_nothing_in_common_are_two(void **state)
{
    static const char *const one[][MOST_CELLS] = {{"School", "Late"}, {"Fenwick High", "41"}, {"Quay", "2"}};
    static const char *const other[][MOST_CELLS] = {{"Road", "Length"}, {"A1", "3"}, {"B2", "4"}};
    assert_false(tables_are_one(table_of(*state, one, MB_LENGTH(one)), table_of(*state, other, MB_LENGTH(other))));
}

/* ---- the screen ------------------------------------------------------------------------------------------------ */

/* Down to the row with WORDS. */
static void seek(struct walk *walk, const char *words)
{
    for (int i = 0; i < 200 && !strstr(row_here(walk), words); i++)
        do_command(walk, CMD_DOWN);
    if (!strstr(row_here(walk), words))
        fail_msg("no row has \"%s\":\n%s", words, shown(walk));
}

static void at_the_meeting(struct walk *walk)
{
    type_keys(walk, "M");
    seek(walk, "16 May 2024");
}

static void the_changes_of_a_meeting_are_told_item_by_item(void **state)
{
    static const int sizes[][2] = {{140, 45}, {80, 24}, {40, 12}};
    for (size_t i = 0; i < MB_LENGTH(sizes); i++) {
        struct walk *walk = walk_new(*state, store_file, sizes[i][0], sizes[i][1]);
        at_the_meeting(walk);
        type_keys(walk, "C");
        assert_int_equal(browser_context(walk->browser), CONTEXT_CHANGES);
        golden(walk, "changes");
        type_keys(walk, "]]");
        golden(walk, "changes-further");
        type_keys(walk, "G");
        golden(walk, "changes-end");
        talloc_free(walk);
    }
}

static void every_line_of_them_can_be_read_at_the_smallest_size(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 40, 10);
    at_the_meeting(walk);
    type_keys(walk, "C");
    golden(walk, "changes");
    char *before = shown(walk);
    for (int i = 0; i < 200 && !strstr(shown(walk), "Lorries in Villages"); i++)
        do_command(walk, CMD_PAGE_DOWN);
    assert_true(strcmp(before, shown(walk)) != 0);
    assert_shows(walk, "Lorries in Villages");
}

static void brackets_go_from_item_to_item(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    at_the_meeting(walk);
    type_keys(walk, "C");
    assert_shows(walk, "Changes > item 3, minute 33 > Report");
    type_keys(walk, "]");
    assert_shows(walk, "Changes > item 4, minute 34 > ");
    type_keys(walk, "jj[");
    assert_shows(walk, "Changes > item 3, minute 33 > Report");
    type_keys(walk, "9]");
    assert_shows(walk, "change 4 of 5");
    assert_shows(walk, "Changes > item 7 > New item");
}

static void enter_opens_the_item_where_it_changed(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    at_the_meeting(walk);
    type_keys(walk, "C");
    seek(walk, "Fenwick High");
    type_keys(walk, "\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    assert_shows(walk, "Late buses by school");
    assert_shows(walk, "1,061");
    do_command(walk, CMD_BACK);
    assert_int_equal(browser_context(walk->browser), CONTEXT_CHANGES);
    assert_non_null(strstr(row_here(walk), "Fenwick High"));
    seek(walk, "withhold");
    type_keys(walk, "\r");
    assert_shows(walk, "[Minute]");
    assert_shows(walk, "Resolved: That the Cabinet Member be asked to withhold");
}

static void a_meeting_of_one_paper_says_that_there_is_nothing_to_compare(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "MG");
    type_keys(walk, "C");
    assert_shows(walk, "One paper of this meeting is held");
    type_keys(walk, "\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETINGS);
    do_line(walk, "messages");
    assert_true(browser_do(walk->browser, CMD_CHANGES, 0, NULL) & REACT_REDRAW);
    assert_shows(walk, "does nothing on this screen");
}

/* ---- sentences that are whole by now ---------------------------------------------------------------------------- */

/* A store in which the sentence of minute 34 was kept while it was cut off; then the town's papers came again. */
static char *kept_while_cut(void *parent)
{
    char *path = town_store(parent);
    struct walk *walk = walk_new(parent, path, 80, 24);
    struct err err = {0};
    struct store *store;
    at_the_meeting(walk);
    type_keys(walk, "\r]\r");
    seek(walk, "The Panel was told");
    do_line(walk, "add the contractor > the Panel: what was paid");
    assert_shows(walk, "u undoes");
    talloc_free(walk);
    if (store_open(parent, path, STORE_WRITE, &store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    town_use_sweep(store);
    town_import_again(store);
    talloc_free(store);
    town_came_in_may(path);
    return path;
}

static void a_kept_sentence_that_is_whole_by_now_is_offered_and_taken(void **state)
{
    char *path = kept_while_cut(*state);
    static const int sizes[][2] = {{120, 36}, {80, 24}, {40, 12}};
    struct walk *walk = NULL;
    for (size_t i = 0; i < MB_LENGTH(sizes); i++) {
        walk = walk_new(*state, path, sizes[i][0], sizes[i][1]);
        golden(walk, "whole-desk");
        type_keys(walk, "A");
        seek(walk, "34/2");
        golden(walk, "whole");
    }
    resize(walk, 100, 30);
    assert_shows(walk, "1 sentence is now whole");
    assert_shows(walk, "Now whole (F takes it): ");
    assert_shows(walk, "{+14 of the 60");
    type_keys(walk, "F");
    assert_shows(walk, "u undoes");
    assert_shows(walk, "14 of the 60 repairs had failed within a year.");
    if (strstr(shown(walk), "now whole") || strstr(row_here(walk), "[cut off]"))
        fail_msg("it is still offered:\n%s", shown(walk));
    type_keys(walk, "u");
    assert_shows(walk, "1 sentence is now whole");
    assert_shows(walk, "Now whole (F takes it): ");
}

static void a_letter_of_a_sentence_that_is_cut_off_says_so(void **state)
{
    char *path = kept_while_cut(*state);
    struct walk *walk = walk_new(*state, path, 120, 36);
    type_keys(walk, "A");
    seek(walk, "34/2");
    do_line(walk, mem_printf(*state, "letter %s-cut.txt", path));
    assert_shows(walk, "a sentence in it is cut off");
    type_keys(walk, "F");
    do_line(walk, mem_printf(*state, "letter %s-whole.txt", path));
    assert_hides(walk, "a sentence in it is cut off");
}

static void elsewhere_the_key_leads_to_the_first_that_is_whole(void **state)
{
    struct walk *walk = walk_new(*state, kept_while_cut(*state), 80, 24);
    type_keys(walk, "Ag");
    assert_null(strstr(row_here(walk), "34/2"));
    type_keys(walk, "F");
    assert_non_null(strstr(row_here(walk), "34/2"));
    walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "AF");
    assert_shows(walk, "no sentence on the tracker that was cut off");
}

static void the_full_minute_says_since_when_it_is_held(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    at_the_meeting(walk);
    type_keys(walk, "\r]\r");
    assert_shows(walk, "Full minute held since 7 June 2024; before that cut off.");
    golden(walk, "healed");
    resize(walk, 120, 36);
    golden(walk, "healed");
    resize(walk, 40, 12);
    golden(walk, "healed");
    resize(walk, 80, 44);
    type_keys(walk, "I");
    assert_shows(walk, "What changed between them");
    type_keys(walk, "C");
    assert_int_equal(browser_context(walk->browser), CONTEXT_CHANGES);
}

static int town_up(void **state)
{
    struct err err = {0};
    struct store *store;
    (void)state;
    town = talloc_named_const(NULL, 0, "town");
    store_file = town_store(town);
    if (store_open(town, store_file, STORE_WRITE, &store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    town_use_sweep(store);
    town_import_again(store);
    talloc_free(store);
    town_came_in_may(store_file);
    return 0;
}

static int town_down(void **state)
{
    (void)state;
    return talloc_free(town);
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(what_is_gone_stands_before_what_came),
        TEST_CASE(a_word_alone_between_two_changes_is_taken_in),
        TEST_CASE(each_line_has_its_signs),
        TEST_CASE(what_stays_the_same_for_long_is_counted),
        TEST_CASE(a_line_within_a_change_has_a_sign_in_the_margin),
        TEST_CASE(rows_and_cells_that_changed_are_told),
        TEST_CASE(a_column_that_came_and_one_of_another_heading_are_told),
        TEST_CASE(a_row_with_another_name_is_known_by_its_other_cells),
        TEST_CASE(a_table_too_wide_for_its_cells_is_told_in_words),
        TEST_CASE(tables_that_have_nothing_in_common_are_two),
        TEST_CASE(the_changes_of_a_meeting_are_told_item_by_item),
        TEST_CASE(every_line_of_them_can_be_read_at_the_smallest_size),
        TEST_CASE(brackets_go_from_item_to_item),
        TEST_CASE(enter_opens_the_item_where_it_changed),
        TEST_CASE(a_meeting_of_one_paper_says_that_there_is_nothing_to_compare),
        TEST_CASE(a_kept_sentence_that_is_whole_by_now_is_offered_and_taken),
        TEST_CASE(a_letter_of_a_sentence_that_is_cut_off_says_so),
        TEST_CASE(elsewhere_the_key_leads_to_the_first_that_is_whole),
        TEST_CASE(the_full_minute_says_since_when_it_is_held),
    };
    return cmocka_run_group_tests(tests, town_up, town_down);
}
