/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Numbers in a text, of links and of the paper's own footnotes, and the way from heading to heading. The council does
 * not exist. */
#include "support/test.h"

#include "screens/walk.h"
#include "src/screens/private.h"
#include "unit/store/papers.h"

#include <locale.h>
#include <string.h>

/* ---- a meeting ------------------------------------------------------------------------------------------ */

static void add_block(struct draft *draft, struct item *item, enum block_kind kind, const char *text)
{
    struct block *block = mem_append(draft->meeting, item->blocks, item->n_blocks);
    block->kind = kind;
    block->level = kind == BLOCK_HEADING ? 2 : 0;
    block->text = mem_strdup(draft->meeting, text);
}

static void add_link(struct draft *draft, struct item *item, const char *words, const char *url)
{
    struct link *link = mem_append(draft->meeting, item->links, item->n_links);
    link->text = mem_strdup(draft->meeting, words);
    link->url = mem_strdup(draft->meeting, url);
}

static void add_cell_row(struct draft *draft, struct block *block, const char *a, const char *b)
{
    struct table_row *row = mem_append(draft->meeting, block->rows, block->n_rows);
    *mem_append(draft->meeting, row->cells, row->n_cells) = mem_strdup(draft->meeting, a);
    *mem_append(draft->meeting, row->cells, row->n_cells) = mem_strdup(draft->meeting, b);
}

static void harbour_report(struct draft *draft, struct item *item)
{
    static const char filler[] = "The basin was dredged, the lights were mended and the walls were painted in the usual way.";
    add_block(draft, item, BLOCK_HEADING, "Background");
    add_block(draft, item, BLOCK_PARA, "1. Costs rose by 12%[1], as the harbour plan said, which is kept here.");
    for (int i = 0; i < 6; i++)
        add_block(draft, item, BLOCK_PARA, filler);
    add_block(draft, item, BLOCK_HEADING, "What it costs, told in words that are too long to stand on one line of a terminal of eighty cells");
    add_block(draft, item, BLOCK_PARA, "2. Ships fell by 400\xC2\xB2 a year. The map, here and there old, is at www.harbour.example.");
    for (int i = 0; i < 6; i++)
        add_block(draft, item, BLOCK_PARA, filler);
    struct block *table = mem_append(draft->meeting, item->blocks, item->n_blocks);
    table->kind = BLOCK_TABLE;
    table->caption = mem_strdup(draft->meeting, "Ships");
    add_cell_row(draft, table, "Harbour", "Ships");
    add_cell_row(draft, table, "North", "12");
    add_cell_row(draft, table, "the old quay", "1,204");
    add_block(draft, item, BLOCK_PARA, "[1] After the grant of last year.");
    add_block(draft, item, BLOCK_PARA, "\xC2\xB2 Counted in May.");
    add_link(draft, item, "the harbour plan", "https://harbour.example/documents/s12/plan.pdf");
    add_link(draft, item, "here", "https://harbour.example/a");
    add_link(draft, item, "www.harbour.example", "https://www.harbour.example/");
    add_link(draft, item, "the old quay", "https://harbour.example/quay");
}

/* A table whose links have words that stand elsewhere, too, and addresses that stand in the text. */
static void quay_minute(struct draft *draft, struct item *item)
{
    item->minutes_text = mem_strdup(
        draft->meeting, "The Panel saw the charts (https://harbour.example/charts) and https://harbour.example/map, which is old.\n\n"
                        "Quay\tDrawing\tCost\nNorth\tSee it\t1,200\nWest quay\tthe plan\t300\nEast\tthe plan of the sheds\t30\n"
                        "South\twww.harbour.example/south\t4\n\n"
                        "The West quay comes first; the charts at https://harbour.example/charts/ stand.");
    add_link(draft, item, "See it", "https://harbour.example/n");
    add_link(draft, item, "West quay", "https://harbour.example/w");
    add_link(draft, item, "the plan", "https://harbour.example/w2");
    add_link(draft, item, "the plan of the sheds", "https://harbour.example/e");
    add_link(draft, item, "sheds", "");
}

static char *harbour_store(const void *parent)
{
    char *path = town_path(parent);
    struct store *store;
    struct import_result *result;
    struct err err = {0};
    struct draft *draft = paper((void *)parent, "harbours", FORM_PACK_TEXT);
    paper_committee(draft, "Harbours Scrutiny Panel");
    paper_on(draft, 2023, 6, 8, DATE_STATED);
    harbour_report(draft, paper_item(draft, "Use of the Harbours"));
    quay_minute(draft, paper_item(draft, "Quays"));
    if (store_open(parent, path, STORE_WRITE, &store, &err) != STATUS_OK ||
        store_import(parent, store, draft, draft->path, strlen(draft->path), NULL, &result, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    talloc_free(store);
    return path;
}

static struct walk *at_the_report(const void *parent)
{
    struct walk *walk = walk_new(parent, harbour_store(parent), 80, 24);
    do_line(walk, "meetings");
    type_keys(walk, "\n\n");
    return walk;
}

static struct page *page_here(struct walk *walk)
{
    return screen_pane(browser_top(walk->browser))->view.page;
}

/* ---- numbers ---------------------------------------------------------------------------------------------- */

static void links_are_numbered_behind_the_papers_own_footnotes(void **state)
{
    struct walk *walk = at_the_report(*state);
    assert_shows(walk, "1. Costs rose by 12%[1], as the harbour plan[3] said, which is kept here.");
    type_keys(walk, "G");
    assert_shows(walk, "[3]  the harbour plan: https://harbour.example/documents/s12/plan.pdf");
    assert_shows(walk, "[4]  here: https://harbour.example/a"); /* its word stands twice: none is marked */
    assert_shows(walk, "[5]  https://www.harbour.example/"); /* its words are the address */
    assert_shows(walk, "[6]  the old quay: https://harbour.example/quay");
    assert_null(strstr(shown(walk), "[7]"));
    assert_shows(walk, "the old quay[6]  1,204");
}

static struct walk *at_the_minute(const void *parent, int width, int height)
{
    struct walk *walk = walk_new(parent, harbour_store(parent), width, height);
    do_line(walk, "meetings");
    type_keys(walk, "\nj\n");
    return walk;
}

static void links_in_cells_and_addresses_in_the_text_are_numbered_in_its_order(void **state)
{
    struct walk *walk = at_the_minute(*state, 80, 24);
    assert_shows(walk, "the charts (https://harbour.example/charts)[1] and");
    assert_shows(walk, "https://harbour.example/map [2], which is old.");
    assert_shows(walk, "North         See it[3]                      1,200");
    assert_shows(walk, "West quay[4]  the plan[5]                      300");
    assert_shows(walk, "East          the plan of the sheds[6]          30");
    assert_shows(walk, "South         www.harbour.example/south [7]      4");
    assert_shows(walk, "The West quay comes first");
    assert_shows(walk, "    [1] stand."); /* one address has one number */
    type_keys(walk, "G");
    assert_shows(walk, "[4]  West quay: https://harbour.example/w");
    assert_shows(walk, "[7]  www.harbour.example/south");
    assert_null(strstr(shown(walk), "[8]"));
    type_keys(walk, "\n");
    assert_here(walk, "South");
}

/* Where columns have no room the cells stand behind their headings, with their numbers. */
static void links_in_cells_keep_their_numbers_in_a_narrow_window(void **state)
{
    struct walk *walk = at_the_minute(*state, 40, 12);
    do_line(walk, "footnote 4");
    assert_shows(walk, "[4]  West quay:");
    do_line(walk, "search-text West quay"); /* in the list, too; n leads on to the table */
    type_keys(walk, "n");
    assert_shows(walk, "West quay[4]");
    assert_shows(walk, "the plan[5]");
}

/* Addresses that hold what must not reach a terminal, one of 100 KB, and schemes that run things. */
static char *hostile_store(const void *parent)
{
    struct draft *draft = paper((void *)parent, "hostile", FORM_PACK_TEXT);
    struct buf text;
    struct store *store;
    struct import_result *result;
    struct err err = {0};
    char *path = town_path(parent);
    paper_committee(draft, "Harbours Scrutiny Panel");
    paper_on(draft, 2023, 6, 8, DATE_STATED);
    struct item *item = paper_item(draft, "Hostile addresses");
    buf_init(&text, draft->meeting, BUF_MAX_DOCUMENT);
    buf_puts(&text, "See https://harbour.example/\x1B]52;c;x\x07 and javascript:alert(1) and "
                    "https://harbour.example/\xE2\x80\xAE/fdp.\n\n"
                    "Name\tWhere\nThe chart\tdata:text/html,hello\nhttps://harbour.example/cell\tthe sheds\n\nThe long one: https://harbour.example/");
    for (int i = 0; i < 100000; i++)
        buf_putc(&text, 'x');
    item->minutes_text = buf_take(&text);
    add_link(draft, item, "the sheds", "https://harbour.example/\x1B[31m\xE2\x80\xAE/evil");
    if (store_open(parent, path, STORE_WRITE, &store, &err) != STATUS_OK ||
        store_import(parent, store, draft, draft->path, strlen(draft->path), NULL, &result, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    talloc_free(store);
    return path;
}

static void hostile_addresses_pass_the_gate_and_run_nothing(void **state)
{
    struct walk *walk = walk_new(*state, hostile_store(*state), 80, 24);
    do_line(walk, "meetings");
    type_keys(walk, "\n\n");
    assert_shows(walk, "javascript:alert(1) and"); /* as it is printed, and no number behind it */
    assert_shows(walk, "the sheds[4]");
    assert_shows(walk, "https://harbour.example/cell [3]");
    type_keys(walk, "G");
    assert_shows(walk, "[4]  the sheds: https://harbour.example/^[[31m/evil");
    assert_null(strstr(shown(walk), "[5]"));
    assert_null(strchr(shown(walk), 0x1B));
    assert_null(strstr(shown(walk), "\xE2\x80\xAE"));
}

static void enter_goes_to_the_footnote_and_back(void **state)
{
    struct walk *walk = at_the_report(*state);
    type_keys(walk, "jj");
    assert_here(walk, "Costs rose");
    assert_shows(walk, "Enter footnote");
    type_keys(walk, "\n");
    assert_here(walk, "[1] After the grant");
    assert_shows(walk, "Enter goes back to the text");
    type_keys(walk, "\n");
    assert_here(walk, "Costs rose");
    do_line(walk, "footnote 2");
    assert_here(walk, "\xC2\xB2 Counted in May");
    type_keys(walk, "\n");
    assert_here(walk, "Costs rose");
    do_line(walk, "search-text fell by");
    type_keys(walk, "\n");
    assert_here(walk, "\xC2\xB2 Counted in May");
    do_line(walk, "footnote 6");
    assert_here(walk, "[6]  the old quay");
    type_keys(walk, "g");
    do_line(walk, "footnote [4]");
    assert_here(walk, "[4]  here");
}

static void what_leads_nowhere_is_said(void **state)
{
    struct walk *walk = at_the_report(*state);
    assert_null(strstr(shown(walk), "Enter footnote"));
    do_line(walk, "footnote");
    assert_shows(walk, "no footnote and no link in this line");
    do_line(walk, "footnote 9");
    assert_shows(walk, "this text has no footnote and no link [9]");
    do_line(walk, "footnote plan");
    assert_shows(walk, "footnote takes a number");
    type_keys(walk, "G");
    assert_here(walk, "[6]");
    type_keys(walk, "kk\n");
    assert_shows(walk, "where in this text [4] stands is not told");
    type_keys(walk, "\t");
    do_line(walk, "footnote 2");
    assert_shows(walk, "stand in the texts");
}

static void nothing_is_laid_out_anew_on_the_way(void **state)
{
    struct walk *walk = at_the_report(*state);
    shown(walk);
    const struct page *page = page_here(walk);
    type_keys(walk, "jj\n\n;;--");
    assert_ptr_equal(page_here(walk), page);
}

static void a_number_is_no_word_of_the_text(void **state)
{
    struct walk *walk = at_the_minute(*state, 80, 24);
    do_line(walk, "search-text harbour.example/map, which");
    assert_here(walk, "map [2], which is old.");
    assert_shows(walk, "1 of 1");
}

static void words_are_found_across_a_number(void **state)
{
    struct walk *walk = at_the_report(*state);
    do_line(walk, "search-text harbour plan said");
    assert_here(walk, "Costs rose");
    assert_shows(walk, "1 of 1");
}

/* ---- headings --------------------------------------------------------------------------------------------- */

static void headings_and_tables_are_gone_to(void **state)
{
    struct walk *walk = at_the_report(*state);
    assert_shows(walk, "; heading");
    type_keys(walk, ";");
    assert_here(walk, "What it costs, told");
    type_keys(walk, ";");
    assert_here(walk, "Ships");
    type_keys(walk, ";");
    assert_shows(walk, "no heading further down");
    type_keys(walk, "-");
    assert_here(walk, "What it costs, told");
    type_keys(walk, "-");
    assert_here(walk, "Background");
    type_keys(walk, "-");
    assert_shows(walk, "no heading further up");
    type_keys(walk, "2;");
    assert_here(walk, "Ships");
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(links_are_numbered_behind_the_papers_own_footnotes),
        TEST_CASE(links_in_cells_and_addresses_in_the_text_are_numbered_in_its_order),
        TEST_CASE(links_in_cells_keep_their_numbers_in_a_narrow_window),
        TEST_CASE(hostile_addresses_pass_the_gate_and_run_nothing),
        TEST_CASE(enter_goes_to_the_footnote_and_back),
        TEST_CASE(what_leads_nowhere_is_said),
        TEST_CASE(nothing_is_laid_out_anew_on_the_way),
        TEST_CASE(a_number_is_no_word_of_the_text),
        TEST_CASE(words_are_found_across_a_number),
        TEST_CASE(headings_and_tables_are_gone_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
