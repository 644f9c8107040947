/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Days: counting, the written forms of field.md 3.9, vague words, England's working days. */
#include "support/test.h"

#include <minutebook/text.h>

#define NB "\xC2\xA0"     /* no-break space */
#define EN "\xE2\x80\x93" /* en dash */

static struct date day(const char *iso)
{
    struct date date = {0};
    assert_true(date_parse_iso(iso, &date));
    return date;
}

static void assert_day(struct date date, const char *iso)
{
    char *text = date_iso(NULL, date);
    assert_string_equal(text, iso);
    talloc_free(text);
}

/* ---- counting ---------------------------------------------------------------------------- */

static void days_are_counted_from_1900_and_back(void **state)
{
    (void)state;
    assert_int_equal(date_days(day("1900-01-01")), 0);
    assert_int_equal(date_days(day("1899-12-31")), -1);
    assert_int_equal(date_days(day("2000-03-01")), 36584); /* 36525 + 59: date -d in any calendar */
    struct date before = day("1599-12-31");
    for (int days = date_days(day("1600-01-01")); days < date_days(day("2400-01-01")); days++) {
        struct date date = date_from_days(days);
        assert_true(date_is_real(date));
        assert_int_equal(date_days(date), days);
        assert_int_equal(date_compare(before, date), -1);
        assert_int_equal(date_weekday(date), date_weekday(before) % 7 + 1);
        before = date;
    }
}

static void weekdays_are_iso(void **state)
{
    (void)state;
    assert_int_equal(date_weekday(day("2022-11-03")), 4);
    assert_int_equal(date_weekday(day("2024-02-29")), 4);
    assert_int_equal(date_weekday(day("1899-12-31")), 7);
}

static void iso_days_are_real_days_and_nothing_else(void **state)
{
    (void)state;
    struct date date;
    static const char *const refused[] = {"2023-02-29", "2023-13-01", "2023-00-10", "2023-1-01", "2023-01-01 ", "",
                                          "0000-01-01", "2023-01-32", "2023/01/01", "20230101", "-023-01-01"};
    for (size_t i = 0; i < MB_LENGTH(refused); i++)
        assert_false(date_parse_iso(refused[i], &date));
    assert_false(date_parse_iso(NULL, &date));
    assert_true(date_parse_iso("2024-02-29", &date));
}

static void days_are_written_in_four_ways(void **state)
{
    struct date date = day("2022-11-03");
    assert_string_equal(date_iso(*state, date), "2022-11-03");
    assert_string_equal(date_words(*state, date), "3 November 2022");
    assert_string_equal(date_long(*state, date), "Thursday 3 November 2022");
    assert_string_equal(date_short(*state, date), "Thu  3 Nov 2022");
    assert_string_equal(date_words(*state, (struct date){0}), "");
    assert_string_equal(date_long(*state, (struct date){0, 10, 24}), "");
}

/* ---- written days ------------------------------------------------------------------------ */

/* A text with a bar where the day ends. */
struct written {
    const char *text;
    struct date date;
};

static void assert_written(const struct written *at, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *bar = strchr(at[i].text, '|');
        char *text = mem_printf(NULL, "%.*s%s", (int)(bar - at[i].text), at[i].text, bar + 1);
        struct date date = {0};
        bool has_year = false;
        size_t used = date_scan(text, &date, &has_year);
        if (used != (size_t)(bar - at[i].text) || date_compare(date, at[i].date) != 0 ||
            (used && has_year != (at[i].date.year != 0)))
            fail_msg("'%s': %zu bytes, %d-%d-%d", text, used, date.year, date.month, date.day);
        talloc_free(text);
    }
}

static void days_of_headings_are_read(void **state)
{
    (void)state;
    static const struct written forms[] = {
        {"Thursday 1st September 2022| 10:00am", {2022, 9, 1}},
        {"Monday 22nd April 2024| 6.00 p.m.", {2024, 4, 22}},
        {"Thursday, 25th July, 2024| 5.00 pm, NEW", {2024, 7, 25}},
        {"Tuesday, 24th May, 2022| 2.00 pm", {2022, 5, 24}},
        {"Thursday 15 January 2026|, 7:30 pm", {2026, 1, 15}},
        {"06 MARCH 2019|", {2019, 3, 6}},
        {"Weds" NB "2" NB "Nov." NB "2022|.", {2022, 11, 2}},
        {"Dydd Iau, 9 Mawrth 2023| 10.00 yb", {2023, 3, 9}},
        {"Dydd Mawrth 14 Mai 2024|.", {2024, 5, 14}},
    };
    assert_written(forms, MB_LENGTH(forms));
}

static void days_of_lists_and_files_are_read(void **state)
{
    (void)state;
    static const struct written forms[] = {
        {"15 Jan 2026| 7:30 pm", {2026, 1, 15}}, {"24 Feb 2026|" NB "6.00 pm", {2026, 2, 24}},
        {"15-Jan-2026| 19.30", {2026, 1, 15}},   {"31st-Mar-2025|", {2025, 3, 31}},
        {"2025-09-30|; note", {2025, 9, 30}},
        {"26/01/2011| - Some Committee (Item 96)", {2011, 1, 26}},
        {"15.1.2020|", {2020, 1, 15}},           {"07.02.2024|. Present", {2024, 2, 7}},
        {"05-11-2023| 10:00", {2023, 11, 5}},
    };
    assert_written(forms, MB_LENGTH(forms));
}

static void days_of_prose_are_read(void **state)
{
    (void)state;
    static const struct written forms[] = {
        {"6 March 2019|, when", {2019, 3, 6}},
        {"July 11th, 2024| and", {2024, 7, 11}},
        {"September 22nd, 2022|", {2022, 9, 22}},
        {"July 11, 2024|", {2024, 7, 11}},
        {"July 11th| next", {0, 7, 11}},
        {"24 October| and 24 November", {0, 10, 24}},
        {"1 st September 2022|", {2022, 9, 1}},
        {"3rd of May 2023|", {2023, 5, 3}},
        {"29 February|", {0, 2, 29}},
        {"8| and 9 January 2019", {2019, 1, 8}},
        {"26th| and Friday 27th May 2022", {2022, 5, 26}},
        {"7|, 8 and 9 June 2021", {2021, 6, 7}},
        {"3 March| 1030 people", {0, 3, 3}},
        {"10 May|\n2019 Budget", {0, 5, 10}},
    };
    assert_written(forms, MB_LENGTH(forms));
}

static void what_is_no_day_is_not_read(void **state)
{
    (void)state;
    static const char *const none[] = {
        "3 Mayor", "May 2022", "March 2023", "31 June 2022", "29 February 2023", "0 March 2022", "32 March 2022",
        "13 Marchmont Road", "5, 6 March 2019", "26/01", "26/13/2011", "1/26/2011/4", "1.2.2020.5", "1.26.2011", "5.1/2020", "77/21", "3\nMarch 2022",
        "", "Thursday", "Monday week", "may 2 members", "123 March 2022", "8 and 9 people", "10.00 am", "2022",
        "3 to 12 months", "1stMarch 2022x", "26/01/20111", "2025-02-30", "2025-09-301",
        "September 22", "Sept 22 figures", "21\tJune 2022",
    };
    for (size_t i = 0; i < MB_LENGTH(none); i++) {
        struct date date;
        bool has_year;
        if (date_scan(none[i], &date, &has_year))
            fail_msg("'%s' was read as a day", none[i]);
    }
}

static void a_day_is_found_in_a_sentence_but_not_in_a_number(void **state)
{
    (void)state;
    struct date date;
    bool has_year;
    size_t length;
    const char *text = "Minute 113 March: report s4242, held on \xE2\x80\x9C" "3 November 2022\xE2\x80\x9D";
    size_t at = date_find(text, &length, &date, &has_year);
    assert_string_equal(text + at, "3 November 2022\xE2\x80\x9D");
    assert_int_equal(length, 15);
    assert_day(date, "2022-11-03");
    assert_int_equal(date_find("no day", &length, &date, &has_year), 6);
    assert_int_equal(length, 0);
}

static void assert_list(const char *text, const char *expected)
{
    void *context = talloc_new(NULL);
    struct dates list = date_list(context, text);
    struct buf buf;
    buf_init(&buf, context, 1000);
    for (size_t i = 0; i < list.n; i++)
        buf_printf(&buf, "%s%d-%d-%d", i ? " " : "", list.at[i].year, list.at[i].month, list.at[i].day);
    assert_string_equal(buf_take(&buf), expected);
    talloc_free(context);
}

static void a_year_covers_the_days_before_it(void **state)
{
    (void)state;
    assert_list("29 September, 20 July, 23 March 2022, 17 November, 30 September 2021",
                "2022-9-29 2022-7-20 2022-3-23 2021-11-17 2021-9-30");
    assert_list("8 and 9 January 2019", "2019-1-8 2019-1-9");
    assert_list("7, 8 and 9 June 2021; 4 July", "2021-6-7 2021-6-8 2021-6-9 0-7-4");
    assert_list("30 December to 2 January 2023", "2022-12-30 2023-1-2");
    assert_list("10 May, 17 July", "0-5-10 0-7-17");
    assert_list("29 February, 4 March 2023", "0-2-29 2023-3-4");
    assert_list("TBC", "");
}

/* ---- clock times ------------------------------------------------------------------------- */

static void clock_times_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int minutes;
        size_t used;
    } forms[] = {
        {"10.00 am", 600, 8},    {"10:00am.", 600, 7},    {"7:30 pm", 1170, 7},         {"19.30", 1170, 5},
        {"6.00 p.m.", 1080, 9},  {"10am", 600, 4},        {"12.00 noon", 720, 10},      {"12 noon", 720, 7},
        {"12.30am", 30, 7},      {"12.15pm", 735, 7},     {"9.30, County Hall", 570, 4}, {"2pm, Committee", 840, 3},
        {"10.00" NB "am", 600, 9}, {"14.00pm", 840, 7},   {"11.15am" EN "x", 675, 7},   {"noon", 720, 4},
        {"00:05", 5, 5},         {"9.00am on the day", 540, 6},
    };
    for (size_t i = 0; i < MB_LENGTH(forms); i++) {
        int minutes = -1;
        size_t used = clock_scan(forms[i].text, &minutes);
        if (used != forms[i].used || minutes != forms[i].minutes)
            fail_msg("'%s': %zu bytes, %d minutes", forms[i].text, used, minutes);
    }
}

static void what_is_no_clock_time_is_not_read(void **state)
{
    (void)state;
    static const char *const none[] = {"10",   "10.5",  "10.305", "24.00", "10.60", "10.30.15", "10.25%", "10 ambulances",
                                       "13am", "0 pm",  "123.00", "am",    "10.00amber", "",  "549.", "10.15/2"};
    for (size_t i = 0; i < MB_LENGTH(none); i++) {
        int minutes;
        if (clock_scan(none[i], &minutes))
            fail_msg("'%s' was read as a clock time", none[i]);
    }
}

static void a_typed_time_is_a_time_and_nothing_else(void **state)
{
    (void)state;
    int minutes = -1;
    assert_true(clock_parse("10.30 am", &minutes) && minutes == 630);
    assert_true(clock_parse(" 14:30 ", &minutes) && minutes == 870);
    assert_true(clock_parse("2pm", &minutes) && minutes == 840);
    assert_false(clock_parse("10.30 am at the hall", &minutes));
    assert_false(clock_parse("25:00", &minutes));
    assert_false(clock_parse("10", &minutes));
    assert_false(clock_parse("", &minutes));
}

static void clock_spans_share_am_and_pm(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int from, to;
    } forms[] = {
        {"10.05 to 10.40am", 605, 640},   {"10.40 " EN " 11.15am", 640, 675}, {"11.35am " EN " 12.05pm", 695, 725},
        {"11.30 - 12.15pm", 690, 735},    {"12.15-1.30pm", 735, 810},         {"10.40" EN "1.15pm", 640, 795},
        {"2 to 4.30pm", 840, 990},        {"14.00 - 16.10", 840, 970},        {"10am to noon", 0, 0},
        {"10 to 12 people", 0, 0},        {"10.40 and 11.15am", 0, 0},        {"4.30pm to 2pm", 0, 0},
    };
    for (size_t i = 0; i < MB_LENGTH(forms); i++) {
        int from = 0, to = 0;
        size_t used = clock_scan_span(forms[i].text, &from, &to);
        if (used != (forms[i].to ? strlen(forms[i].text) : 0) || from != forms[i].from || to != forms[i].to)
            fail_msg("'%s': %zu bytes, %d to %d", forms[i].text, used, from, to);
    }
}

/* ---- vague words ------------------------------------------------------------------------- */

static void words_with_a_year_have_a_first_and_last_day(void **state)
{
    static const struct {
        const char *text, *from, *to;
    } forms[] = {
        {"March 2023", "2023-03-01", "2023-03-31"},
        {"February 2024", "2024-02-01", "2024-02-29"},
        {"June/July 2023", "2023-06-01", "2023-07-31"},
        {"Early September 2023", "2023-09-01", "2023-09-30"},
        {"December/January 2023", "2022-12-01", "2023-01-31"},
        {"Nov - Dec 2022", "2022-11-01", "2022-12-31"},
        {"July 2023 (provisional)", "2023-07-01", "2023-07-31"},
        {"Sept-2023", "2023-09-01", "2023-09-30"},
        {"november 2022", "2022-11-01", "2022-11-30"},
        {"Thursday 3 November 2022", "2022-11-03", "2022-11-03"},
        {"26 and 27 May 2022", "2022-05-26", "2022-05-27"},
        {"3 November 2022 or January 2023", "2022-11-03", "2023-01-31"},
        {"Q2 2022/23", "2022-07-01", "2022-09-30"},
        {"Q4 2022/23", "2023-01-01", "2023-03-31"},
        {"Quarter 1 of 2023-24", "2023-04-01", "2023-06-30"},
        {"Q2 (July to September 2022)", "2022-07-01", "2022-09-30"},
        {"2022/23", "2022-04-01", "2023-03-31"},
        {"2022/3", "2022-04-01", "2023-03-31"},
        {"1999/2000", "1999-04-01", "2000-03-31"},
        {"2023 ", "2023-01-01", "2023-12-31"},
    };
    for (size_t i = 0; i < MB_LENGTH(forms); i++) {
        struct date_span span = date_span_of_words(forms[i].text);
        const char *from = date_iso(*state, span.from), *to = date_iso(*state, span.to);
        if (strcmp(from, forms[i].from) != 0 || strcmp(to, forms[i].to) != 0)
            fail_msg("'%s': %s to %s", forms[i].text, from, to);
    }
}

static void vague_words_compute_nothing(void **state)
{
    (void)state;
    static const char *const vague[] = {
        "September", "Early September", "TBC", "N/A", "November and January", "Q2", "", "Spring 2023", "annually",
        "24 October", "by March 2023", "post July 2022", "deferred from March 2023", "November 2022 and January",
        "2022/25", "2022/24 strategy", "Q5 2022/23", "Q2 2022", "Members may 2 2023", "31 June 2023",
        "Nov 22", "May be taken with the report of March 2023", "Items 7 and 8", "Budget 2022/23",
    };
    for (size_t i = 0; i < MB_LENGTH(vague); i++) {
        struct date_span span = date_span_of_words(vague[i]);
        if (date_is_set(span.from) || date_is_set(span.to))
            fail_msg("'%s' was given a span from %d-%d-%d", vague[i], span.from.year, span.from.month, span.from.day);
    }
}

static void a_cell_of_many_days_is_read_or_left_but_never_overrun(void **state)
{
    struct buf buf;
    buf_init(&buf, *state, 10000);
    for (int i = 0; i < 200; i++)
        buf_puts(&buf, "3 March 2022, May 2023; ");
    assert_false(date_is_set(date_span_of_words(buf_take(&buf)).from));
}

/* ---- working days ------------------------------------------------------------------------ */

/* The examples of field.md 4. */
static void the_next_working_day_is_englands(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"2022-11-02", "2022-11-03"}, {"2017-03-10", "2017-03-13"}, {"2019-03-05", "2019-03-06"},
        {"2026-01-14", "2026-01-15"}, {"2022-12-30", "2023-01-03"}, {"2023-05-05", "2023-05-09"},
        {"2022-09-16", "2022-09-20"}, {"2022-06-01", "2022-06-06"}, {"2020-05-07", "2020-05-11"},
        {"2021-04-01", "2021-04-06"}, {"2021-12-24", "2021-12-29"},
    };
    for (size_t i = 0; i < MB_LENGTH(pairs); i++)
        assert_day(date_next_working_day(day(pairs[i][0])), pairs[i][1]);
}

/* Every bank holiday on the government's list for four years, and no other weekday of those years. */
static void the_bank_holidays_of_four_years_are_those_published(void **state)
{
    (void)state;
    static const char holidays[] =
        "2012-01-02 2012-04-06 2012-04-09 2012-05-07 2012-06-04 2012-06-05 2012-08-27 2012-12-25 2012-12-26 "
        "2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28 "
        "2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27 "
        "2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26 ";
    static const int years[] = {2012, 2020, 2022, 2023};
    for (size_t i = 0; i < MB_LENGTH(years); i++)
        for (struct date date = {years[i], 1, 1}; date.year == years[i]; date = date_add(date, 1)) {
            char *iso = date_iso(NULL, date);
            bool working = date_weekday(date) <= 5 && !strstr(holidays, iso);
            if (date_is_working_day(date) != working)
                fail_msg("%s is %s", iso, working ? "a working day" : "a holiday");
            talloc_free(iso);
        }
}

static void easter_falls_where_the_tables_say(void **state)
{
    (void)state;
    /* Good Fridays from the tables of the Book of Common Prayer, the earliest and the latest among them. */
    static const char *const good_fridays[] = {"2008-03-21", "2011-04-22", "1981-04-17", "2038-04-23", "2000-04-21",
                                               "2024-03-29", "2026-04-03"};
    for (size_t i = 0; i < MB_LENGTH(good_fridays); i++) {
        assert_false(date_is_working_day(day(good_fridays[i])));
        assert_true(date_is_working_day(date_add(day(good_fridays[i]), -1)));
        assert_false(date_is_working_day(date_add(day(good_fridays[i]), 3)));
    }
}

static void working_days_are_added_and_taken_away(void **state)
{
    (void)state;
    assert_day(date_add_working_days(day("2022-12-23"), 1), "2022-12-28");
    assert_day(date_add_working_days(day("2022-12-28"), -1), "2022-12-23");
    assert_day(date_add_working_days(day("2022-11-05"), 0), "2022-11-05");
    assert_day(date_add_working_days(day("2022-11-03"), 5), "2022-11-10");
    assert_day(date_add_working_days(day("2022-11-10"), -5), "2022-11-03");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(days_are_counted_from_1900_and_back),
        TEST_CASE(weekdays_are_iso),
        TEST_CASE(iso_days_are_real_days_and_nothing_else),
        TEST_CASE(days_are_written_in_four_ways),
        TEST_CASE(days_of_headings_are_read),
        TEST_CASE(days_of_lists_and_files_are_read),
        TEST_CASE(days_of_prose_are_read),
        TEST_CASE(what_is_no_day_is_not_read),
        TEST_CASE(a_day_is_found_in_a_sentence_but_not_in_a_number),
        TEST_CASE(a_year_covers_the_days_before_it),
        TEST_CASE(clock_times_are_read),
        TEST_CASE(a_typed_time_is_a_time_and_nothing_else),
        TEST_CASE(what_is_no_clock_time_is_not_read),
        TEST_CASE(clock_spans_share_am_and_pm),
        TEST_CASE(words_with_a_year_have_a_first_and_last_day),
        TEST_CASE(vague_words_compute_nothing),
        TEST_CASE(a_cell_of_many_days_is_read_or_left_but_never_overrun),
        TEST_CASE(the_next_working_day_is_englands),
        TEST_CASE(the_bank_holidays_of_four_years_are_those_published),
        TEST_CASE(easter_falls_where_the_tables_say),
        TEST_CASE(working_days_are_added_and_taken_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
