/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* HTML and XML of hostile origin: what a tree keeps of them, what it refuses, and Word's HTML as paragraphs. */
#include "support/growth.h"

#include "src/intake/tree.h"

static struct tree *html(void **state, const char *text)
{
    struct tree *tree;
    assert_int_equal(tree_read_html(*state, text, strlen(text), &tree, NULL), STATUS_OK);
    return tree;
}

static struct tree *xml(void **state, const char *text)
{
    struct tree *tree;
    assert_int_equal(tree_read_xml(*state, text, strlen(text), &tree, NULL), STATUS_OK);
    return tree;
}

static const char *all_text(void **state, const char *text)
{
    return node_text(*state, tree_root(html(state, text)), NULL);
}

static const char *body_text(void **state, const char *text)
{
    struct body body;
    assert_int_equal(body_of_html(*state, text, NULL, &body, NULL), STATUS_OK);
    return body.text ? body.text : "(none)";
}

/* ---- what is meant ------------------------------------------------------------------------------- */

static void numeric_references_of_windows_1252_are_the_characters_meant(void **state)
{
    assert_string_equal(all_text(state, "<p>the Panel&#146;s &#x93;view&#148; &#150; &#128;5 &#155;</p>"),
                        "the Panel\xE2\x80\x99s \xE2\x80\x9Cview\xE2\x80\x9D \xE2\x80\x93 \xE2\x82\xAC" "5 \xE2\x80\xBA");
    struct tree *tree = html(state, "<p title='Panel&#146;s'>x</p>");
    assert_string_equal(node_attribute(node_find(tree_root(tree), "p", NULL), "title"), "Panel\xE2\x80\x99s");
}

static void references_to_no_character_are_marked_and_lose_nothing_behind(void **state)
{
    assert_string_equal(all_text(state, "<p>a&#0;b&#xD800;c&#99999999999;d&#;e&#x;f &amp g</p>"),
                        "a\xEF\xBF\xBD" "b\xEF\xBF\xBD" "c\xEF\xBF\xBD" "d&#;e&#x;f & g");
}

static void what_stands_behind_the_end_of_the_page_is_read(void **state)
{
    assert_string_equal(all_text(state, "<html><body><p>one</p></body></html><p>two</p>"), "one two");
}

static void the_conditions_of_word_are_no_text(void **state)
{
    assert_string_equal(all_text(state, "<p><![if !supportLists]>1. <![endif]>First<!--[if gte mso 9]><b>no</b><![endif]--></p>"),
                        "1. First");
}

static void scripts_styles_and_what_is_hidden_are_no_text(void **state)
{
    assert_string_equal(all_text(state, "<p>a<script>if (1<2) { '<p>no' }</script><style>p{}</style> "
                                        "<span class='x mgHide y'>hidden</span><i style='display: none'>no</i>b</p>"),
                        "a b");
}

static void a_page_that_breaks_off_keeps_what_it_had_and_says_so(void **state)
{
    assert_false(tree_is_incomplete(html(state, "<html><p>whole</p></html>")));
    assert_false(tree_is_incomplete(html(state, "<p>a fragment is whole")));
    struct tree *tree = html(state, "<html><body><p>first</p><p>second <a href=\"mgAi.aspx?ID=1");
    assert_true(tree_is_incomplete(tree));
    assert_string_equal(node_text(*state, tree_root(tree), NULL), "first second");
    assert_true(tree_is_incomplete(html(state, "<p>a</p><!-- never closed <p>b</p>")));
}

static void the_address_that_a_browser_saved_from_is_known(void **state)
{
    struct tree *tree = html(state, "<!DOCTYPE html>\n<!-- saved from url=(0058)https://democracy.example.gov.uk/x.aspx?MId=7 -->\n"
                                    "<html><p>a</p></html>");
    assert_string_equal(tree_saved_from(*state, tree), "https://democracy.example.gov.uk/x.aspx?MId=7");
    assert_null(tree_saved_from(*state, html(state, "<p>saved from url=(1)x</p>")));
}

/* ---- finding ------------------------------------------------------------------------------------- */

static void elements_are_found_in_reading_order_inside_their_part(void **state)
{
    struct tree *tree = html(state, "<div id=a><p class='x one'>1</p><b><p class=two>2</p></b></div><p class=one>3</p>");
    const struct node *div = node_find(tree_root(tree), "div", NULL), *at = div;
    char *found = mem_strdup(*state, "");
    while ((at = node_find_next(at, div, "P", NULL)) != NULL)
        found = mem_printf(*state, "%s%s", found, node_text(*state, at, NULL));
    assert_string_equal(found, "12");
    assert_string_equal(node_text(*state, node_find(div, NULL, "two"), NULL), "2");
    assert_null(node_find(div, NULL, "on"));
    assert_null(node_find(div, NULL, "three"));
    assert_null(node_after(div, div));
}

static void values_of_xml_are_trimmed_and_blank_ones_absent(void **state)
{
    struct tree *tree = xml(state, "<?xml version=\"1.0\"?>\n<meeting>\n<a> x &amp;amp; y </a><b>\n   </b><c/><d><![CDATA[<p>1</p>]]></d></meeting>");
    const struct node *meeting = tree_root(tree);
    assert_true(node_is(meeting, "meeting"));
    assert_string_equal(node_value(*state, meeting, "a"), "x &amp; y");
    assert_null(node_value(*state, meeting, "b"));
    assert_null(node_value(*state, meeting, "c"));
    assert_null(node_value(*state, meeting, "z"));
    assert_string_equal(node_value(*state, meeting, "d"), "<p>1</p>");
}

static void prefixes_of_xml_do_not_hide_an_element(void **state)
{
    struct tree *tree = xml(state, "<soap:Envelope xmlns:soap='http://x'><soap:Body><meeting/></soap:Body></soap:Envelope>");
    assert_true(node_is(tree_root(tree), "Envelope"));
    assert_non_null(node_find(tree_root(tree), "meeting", NULL));
}

/* ---- hostile ------------------------------------------------------------------------------------- */

static void check_refused_xml(void **state, const char *text)
{
    struct tree *tree = NULL;
    struct err err = {0};
    assert_int_equal(tree_read_xml(*state, text, strlen(text), &tree, &err), STATUS_INPUT);
    assert_null(tree);
    assert_non_null(strstr(err.text, "entities"));
}

static void xml_that_declares_entities_is_refused(void **state)
{
    check_refused_xml(state, "<!DOCTYPE m [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><meeting>&b;</meeting>");
    check_refused_xml(state, "<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><meeting>&x;</meeting>");
    check_refused_xml(state, "<!DOCTYPE m [<!ENTITY % p SYSTEM \"http://127.0.0.1/x\">%p;]><meeting/>");
    struct tree *tree = xml(state, "<!DOCTYPE pdf2xml SYSTEM \"pdf2xml.dtd\"><pdf2xml><page/></pdf2xml>");
    assert_false(tree_is_incomplete(tree));
}

static void odd_characters_do_not_end_an_xml_document(void **state)
{
    struct tree *tree = xml(state, "<meeting><a>x\x01y &#2; &nbsp; R&D \xEF\xBF\xBF</a><b>t</b></meeting>");
    assert_false(tree_is_incomplete(tree));
    assert_string_equal(node_value(*state, tree_root(tree), "a"),
                        "x\xEF\xBF\xBDy \xEF\xBF\xBD &nbsp; R&D \xEF\xBF\xBD");
    assert_string_equal(node_value(*state, tree_root(tree), "b"), "t");
}

static void xml_that_breaks_off_keeps_what_it_had_and_says_so(void **state)
{
    struct tree *tree = xml(state, "<meeting><a>1</a><b>2</b><c>thr");
    assert_true(tree_is_incomplete(tree));
    assert_string_equal(node_value(*state, tree_root(tree), "b"), "2");
}

/* TIMES times WORD between BEFORE and AFTER. */
static char *bomb(void **state, const char *before, const char *word, size_t times, const char *after)
{
    struct buf buf;
    buf_init(&buf, *state, BUF_MAX_DOCUMENT);
    buf_puts(&buf, before);
    for (size_t i = 0; i < times; i++)
        buf_puts(&buf, word);
    buf_puts(&buf, after);
    assert_false(buf.full);
    return buf_take(&buf);
}

static void deep_pages_are_read_to_their_end(void **state)
{
    const char *text = all_text(state, bomb(state, "<p>begin</p>", "<div>", 20000 / TEST_STRIDE(10), "deep</div><p>end</p>"));
    assert_non_null(strstr(text, "begin"));
    assert_non_null(strstr(text, "deep"));
    assert_non_null(strstr(text, "end"));
    assert_string_equal(body_text(state, bomb(state, "<p>begin</p>", "<table><tr><td>", 2000 / TEST_STRIDE(10), "deep")), "begin\n\ndeep");
}

static void read_links(const void *context, void *to, size_t times)
{
    (void)to;
    struct buf page;
    buf_init(&page, context, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < times; i++)
        buf_puts(&page, "<p><a href='x'>w ");
    struct tree *tree;
    assert_int_equal(tree_read_html(context, page.data, page.len, &tree, NULL), STATUS_OK);
    const struct node *root = tree_root(tree);
    size_t links = 0;
    for (const struct node *link = root; (link = node_find_next(link, root, "a", NULL)) != NULL; links++)
        talloc_free(node_text(context, link, NULL));
    assert_int_equal(links, times);
    assert_int_equal(strlen(node_text(context, root, NULL)), 2 * times - 1);
}

/* Each of them held all that follow: minutes for a megabyte. */
static void links_in_links_are_read_each_once(void **state)
{
    (void)state;
    test_cost_grows_with(read_links, NULL, 16000 / TEST_STRIDE(3));
}

static void what_stands_too_deep_follows_in_the_same_order(void **state)
{
    struct tree *tree = html(state, bomb(state, "<i>", "<div>", 126, "a<p>b</p><div>c<div><b>d</b>e</div>f</div>g"));
    assert_string_equal(node_text(*state, tree_root(tree), NULL), "a b c de f g");
}

static void deep_xml_ends_at_the_limit_with_what_stood_before(void **state)
{
    struct tree *tree = xml(state, bomb(state, "<meeting><a>1</a>", "<x>", 100000, ""));
    assert_true(tree_is_incomplete(tree));
    assert_string_equal(node_value(*state, tree_root(tree), "a"), "1");
}

static void read_attributes(const void *context, void *to, size_t times)
{
    struct buf tag;
    buf_init(&tag, context, BUF_MAX_DOCUMENT);
    buf_puts(&tag, "<p first='1' ");
    for (size_t i = 0; i < times; i++)
        buf_printf(&tag, "a%zu='>%zu' ", i, i);
    buf_puts(&tag, ">text</p>");
    struct tree *tree;
    assert_int_equal(tree_read_html(context, tag.data, tag.len, &tree, NULL), STATUS_OK);
    const struct node *p = node_find(tree_root(tree), "p", NULL);
    assert_string_equal(node_attribute(p, "first"), "1");
    assert_string_equal(node_attribute(p, "a254"), ">254");
    assert_null(node_attribute(p, "a255"));
    assert_string_equal(node_text(context, p, NULL), "text");
    (void)to;
}

static void a_tag_with_endless_attributes_is_cut_and_costs_little(void **state)
{
    (void)state;
    test_cost_grows_with(read_attributes, NULL, 100000 / TEST_STRIDE(3));
}

/* What stands before and behind so many marks of a comment, and the text of <b> behind them. */
struct marks {
    const char *before, *after, *text;
    bool whole;
};

static void read_marks(const void *context, void *to, size_t times)
{
    const struct marks *marks = to;
    struct buf buf;
    buf_init(&buf, context, BUF_MAX_DOCUMENT);
    buf_puts(&buf, marks->before);
    for (size_t i = 0; i < times; i++)
        buf_puts(&buf, "<!--");
    buf_puts(&buf, marks->after);
    struct tree *tree;
    assert_int_equal(tree_read_xml(context, buf.data, buf.len, &tree, NULL), STATUS_OK);
    assert_int_equal(!tree_is_incomplete(tree), marks->whole);
    if (marks->text)
        assert_string_equal(node_value(context, tree_root(tree), "b"), marks->text);
}

/* Each of them was an error to libxml2, that told it with all of the comment: half an hour for two megabytes. */
static void a_comment_of_marks_of_comments_costs_little(void **state)
{
    struct marks marks = {"<meeting><a>1</a>", "--><b>2</b></meeting>", "2", true};
    test_cost_grows_with(read_marks, &marks, 40000 / TEST_STRIDE(2));
    struct tree *tree = xml(state, "<meeting><a>one<!-- not -- this -->two</a><b>2</b></meeting><!-- never closed");
    assert_true(tree_is_incomplete(tree));
    assert_string_equal(node_value(*state, tree_root(tree), "a"), "onetwo");
}

/* In a tag that is cut they were not seen as a comment, and then they were one to libxml2. */
static void marks_of_comments_in_a_cut_tag_cost_little(void **state)
{
    struct marks in_value = {"<meeting><a>1</a><text left='94\" hei", "'>x</text><b>2</b></meeting>", "2", true};
    test_cost_grows_with(read_marks, &in_value, 40000 / TEST_STRIDE(2));
    struct marks in_name = {"<meeting><a>1</a><text hei", ">x</text><b>2</b></meeting>", NULL, false};
    test_cost_grows_with(read_marks, &in_name, 40000 / TEST_STRIDE(2));
    struct tree *tree = xml(state, "<meeting><a>1</a><b c='d < e'>2</b></meeting>");
    assert_string_equal(node_attribute(node_find(tree_root(tree), "b", NULL), "c"), "d < e");
}

static void attributes_of_every_spelling_pass_the_scan_as_they_came(void **state)
{
    struct tree *tree = html(state, "<a href=documents/s1/a.pdf  class = \"x\ny\" title='a > \"b\"' checked data-z=1/>t</a><br/>");
    const struct node *a = node_find(tree_root(tree), "a", NULL);
    assert_string_equal(node_attribute(a, "href"), "documents/s1/a.pdf");
    assert_true(node_has_class(a, "y"));
    assert_string_equal(node_attribute(a, "title"), "a > \"b\"");
    assert_non_null(node_attribute(a, "checked"));
    assert_string_equal(node_text(*state, tree_root(tree), NULL), "t");
}

/* ---- paragraphs ---------------------------------------------------------------------------------- */

static void word_paragraphs_become_ours(void **state)
{
    assert_string_equal(body_text(state,
                                  "<div class=\"WordSection1\">\n<p class=\"MsoNormal\">The Panel <span class=\"SpellE\">con\nsidered</span>\n"
                                  "the report.<span>&nbsp;</span></p>\n<p>&nbsp;</p>\n<p>It was <b>agreed</b>&nbsp;:</p><br>loose<br>line</div>"),
                        "The Panel con sidered the report.\n\nIt was agreed :\n\nloose\nline");
}

static void list_numbers_typed_by_hand_and_by_html_are_kept(void **state)
{
    assert_string_equal(body_text(state, "<p>that:</p><p><span>1.<span style='font:7pt'>&nbsp;&nbsp; </span></span>the first;</p>"),
                        "that:\n\n1. the first;");
    assert_string_equal(body_text(state, "<ol start=3><li>three</li><li><p>four</p><ul><li>inner</li></ul></li></ol><ol type=a><li>x<li>y</ol>"),
                        "3. three\n\n4. four\n\n  \xE2\x80\xA2 inner\n\na. x\n\nb. y"); /* as deep as it is */
    assert_string_equal(body_text(state, "<ul><li>one<ul><li>two<ol><li>three</li></ol></li></ul></li><li>four</li></ul>"),
                        "\xE2\x80\xA2 one\n\n  \xE2\x80\xA2 two\n\n    1. three\n\n\xE2\x80\xA2 four");
    assert_string_equal(body_text(state, "<p><span style='font-family:Wingdings'><span>\xC2\xA7<span>&nbsp;&nbsp;</span></span></span>entry</p>"),
                        "\xE2\x80\xA2 entry");
}

static void tables_become_lines_of_cells_and_frames_do_not(void **state)
{
    assert_string_equal(body_text(state, "<p>a</p><table><tr><th>Name</th><th><p>Interest</p></th></tr>"
                                         "<tr><td></td><td><p>one</p><p>two</p></td></tr></table><p>b</p>"),
                        "a\n\nName\tInterest\n\tone two\n\nb");
    assert_string_equal(body_text(state, "<table><tr><td><p>one</p><p>two</p></td></tr></table>"), "one\n\ntwo");
}

static void links_are_collected_with_whole_addresses(void **state)
{
    struct body body;
    const char *page = "<p>See <a href='https://example.org/a b'>the\n plan</a>, <a href='documents/s5/x.pdf'>annex</a>, <a href='/y'>y</a>"
                       "<a href='#top'>up</a><a href='javascript:x()'>run</a> <a href='mgAi.aspx?ID=1'>view the full minutes text for item 5.</a></p>";
    assert_int_equal(body_of_html(*state, page, "https://democracy.example.gov.uk/moderngov", &body, NULL), STATUS_OK);
    assert_int_equal(body.n_links, 3);
    assert_string_equal(body.links[0].text, "the plan");
    assert_string_equal(body.links[0].url, "https://example.org/a%20b");
    assert_string_equal(body.links[1].url, "https://democracy.example.gov.uk/moderngov/documents/s5/x.pdf");
    assert_string_equal(body.links[2].url, "https://democracy.example.gov.uk/y");
    assert_int_equal(body_of_html(*state, "<a href='x.aspx'>x</a>", NULL, &body, NULL), STATUS_OK);
    assert_string_equal(body.links[0].url, "x.aspx");
}

static void footnotes_are_numbers_apart_from_their_words_and_lead_to_their_notes(void **state)
{
    assert_string_equal(body_text(state, "<p>Costs rose by 12%<a href='#_ftn1' name='_ftnref1' title=''><sup>[1]</sup></a> in May.</p><p>No more.</p>"
               "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'><sup>[1]</sup></a> After grants.</p></div>"),
               "Costs rose by 12%[1] in May.\n\nNo more.\n\n[1] After grants.");
    assert_string_equal(body_text(state, "<p>A fall<sup><a href='#fn3' id='ref3'>3</a></sup>, then 95%<sup>2</sup>.</p><ol start=3>"
               "<li id='fn3'>Since June. <a href='#ref3'>\xE2\x86\xA9</a></li><li>Four.</li></ol>"),
               "A fall[3], then 95%\xC2\xB2.\n\n[3] Since June.\n\n4. Four.");
    assert_string_equal(body_text(state, "<p>The 10<sup>th</sup> of 400 m<sup>2</sup>, 10<sup>12</sup></p>"),
               "The 10th of 400 m\xC2\xB2, 10\xC2\xB9\xC2\xB2");
    assert_string_equal(body_text(state, "<p><a href='#item5'>Item 5</a> and <a href='#'>2</a> <a href='x.aspx#3'>4</a></p>"), "Item 5 and 2 4");
}

static void a_body_of_nothing_has_no_text(void **state)
{
    assert_string_equal(body_text(state, " \n "), "(none)");
    assert_string_equal(body_text(state, "<p>&nbsp;</p><ul><li> </li></ul>"), "(none)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(numeric_references_of_windows_1252_are_the_characters_meant),
        TEST_CASE(references_to_no_character_are_marked_and_lose_nothing_behind),
        TEST_CASE(what_stands_behind_the_end_of_the_page_is_read),
        TEST_CASE(the_conditions_of_word_are_no_text),
        TEST_CASE(scripts_styles_and_what_is_hidden_are_no_text),
        TEST_CASE(a_page_that_breaks_off_keeps_what_it_had_and_says_so),
        TEST_CASE(the_address_that_a_browser_saved_from_is_known),
        TEST_CASE(elements_are_found_in_reading_order_inside_their_part),
        TEST_CASE(values_of_xml_are_trimmed_and_blank_ones_absent),
        TEST_CASE(prefixes_of_xml_do_not_hide_an_element),
        TEST_CASE(xml_that_declares_entities_is_refused),
        TEST_CASE(odd_characters_do_not_end_an_xml_document),
        TEST_CASE(xml_that_breaks_off_keeps_what_it_had_and_says_so),
        TEST_CASE(deep_pages_are_read_to_their_end),
        TEST_CASE(links_in_links_are_read_each_once),
        TEST_CASE(what_stands_too_deep_follows_in_the_same_order),
        TEST_CASE(deep_xml_ends_at_the_limit_with_what_stood_before),
        TEST_CASE(a_tag_with_endless_attributes_is_cut_and_costs_little),
        TEST_CASE(a_comment_of_marks_of_comments_costs_little),
        TEST_CASE(marks_of_comments_in_a_cut_tag_cost_little),
        TEST_CASE(attributes_of_every_spelling_pass_the_scan_as_they_came),
        TEST_CASE(word_paragraphs_become_ours),
        TEST_CASE(list_numbers_typed_by_hand_and_by_html_are_kept),
        TEST_CASE(tables_become_lines_of_cells_and_frames_do_not),
        TEST_CASE(links_are_collected_with_whole_addresses),
        TEST_CASE(footnotes_are_numbers_apart_from_their_words_and_lead_to_their_notes),
        TEST_CASE(a_body_of_nothing_has_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
