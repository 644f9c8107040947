/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Profiles as they are read, and the tracker as they have it written. */
#include "unit/export/memory_sink.h"
#include "unit/store/support.h"

#include "src/export/profile.h"
#include "src/export/sheet.h"

#include <locale.h>
#include <sys/stat.h>

#define T(text) ((char *)(text))

static char *own_folder(void *context, const char *name, const char *text)
{
    char *folder = scratch_path(context, name), *path = mem_printf(context, "%s/mine.profile", folder);
    assert_int_equal(mkdir(folder, 0700), 0);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0 && fclose(file) == 0);
    return folder;
}

static void what_is_compiled_in_is_sound(void **state)
{
    struct profiles *profiles;
    struct strings faults = {0};
    struct profile_row *rows;
    size_t n;
    profiles_load(*state, NULL, &profiles, &faults);
    profiles_list(*state, profiles, &rows, &n);
    assert_int_equal(faults.n, 0);
    assert_int_equal(n, 5);
    for (size_t i = 0; i < n; i++) {
        assert_true(rows[i].columns > 3);
        assert_true(rows[i].programme_columns > 2);
        assert_null(rows[i].file);
    }
}

static void a_slip_is_said_with_file_and_line_and_loses_its_profile_alone(void **state)
{
    static const struct {
        const char *line, *says;
    } slips[] = {
        {"  colour Yes = text", "no such word"},
        {"  column Yes", "NAME = FIELD"},
        {"  column Yes = wished", "no such field"},
        {"  column Yes = text | owner + due", "not both"},
        {"  date tomorrow", "style of dates"},
        {"  date DD/MM", "style of dates"},
        {"  status done = Ready", "none of our words"},
        {"  also No = Number", "no such column"},
        {"  bom perhaps", "yes or no"},
        {"  order backwards", "order is"},
        {"  rows some", "rows is"},
        {"profil other", "at the margin"},
    };
    for (size_t i = 0; i < MB_LENGTH(slips); i++) {
        struct profiles *profiles;
        const struct profile *profile;
        struct strings faults = {0};
        struct err err;
        char *text = mem_printf(*state, "# mine\nprofile sound\n  column A = text\n\nprofile mine\n  column B = text\n%s\n", slips[i].line);
        char *folder = own_folder(*state, mem_printf(*state, "slip%zu", i), text);
        profiles_load(*state, folder, &profiles, &faults);
        assert_int_equal(faults.n, 1);
        assert_non_null(strstr(faults.at[0], "mine.profile:7: "));
        assert_non_null(strstr(faults.at[0], slips[i].says));
        assert_int_equal(profile_find(profiles, "sound", &profile, &err), STATUS_OK);
        assert_int_equal(profile_find(profiles, "york", &profile, &err), STATUS_OK);
        if (slips[i].line[0] == ' ') {
            assert_int_equal(profile_find(profiles, "mine", &profile, &err), STATUS_INPUT);
            assert_non_null(strstr(err.text, "mine.profile:7: "));
        }
    }
}

static void a_profile_of_the_members_takes_the_place_of_ours(void **state)
{
    struct profiles *profiles;
    const struct profile *profile;
    struct err err;
    char *folder = own_folder(*state, "replaced", "profile york\n  title Ours\n  column Was ist = zu tun = text\n");
    profiles_load(*state, folder, &profiles, NULL);
    assert_ok(profile_find(profiles, "york", &profile, &err), err);
    assert_string_equal(profile->title, "Ours");
    assert_int_equal(profile->n_columns, 1);
    assert_string_equal(profile->columns[0].name, "Was ist = zu tun"); /* the last sign of equality parts */
    assert_int_equal(profile_find(profiles, "yorkshire", &profile, &err), STATUS_USAGE);
    assert_non_null(strstr(err.text, "plain, york, maidstone"));
}

static void a_day_is_written_in_the_style_of_the_profile(void **state)
{
    static const char *const styles[][2] = {
        {"D Month YYYY", "3 February 2031"}, {"DD/MM/YYYY", "03/02/2031"}, {"D.M.YY", "3.2.31"},
        {"DD-Mon-YY", "03-Feb-31"},          {"YYYY-MM-DD", "2031-02-03"}, {"Month D, YYYY", "February 3, 2031"},
    };
    for (size_t i = 0; i < MB_LENGTH(styles); i++) {
        struct profile profile = {.date = T(styles[i][0])};
        assert_true(profile_date_is_style(styles[i][0]));
        assert_string_equal(profile_date(*state, &profile, (struct date){2031, 2, 3}), styles[i][1]);
        assert_string_equal(profile_date(*state, &profile, (struct date){0}), "");
    }
    assert_false(profile_date_is_style("D D Month YYYY"));
    assert_false(profile_date_is_style(""));
}

/* ---- what may leave ----------------------------------------------------------------------------------- */

static char *shown(void *context, const char *field, const struct action *action, bool exempt, bool notes)
{
    struct action_entry told = {.kind = ENTRY_ANSWER, .date = {2031, 2, 9}, .text = T("secret answer"), .exempt = true};
    struct action_entry *at[] = {&told};
    struct action_entries entries = {at, 1};
    struct profile profile = {.date = T("YYYY-MM-DD")};
    const struct export_options options = {.as_at = {2031, 3, 10}, .exempt = exempt, .notes = notes};
    const struct tracked tracked = {.action = action, .entries = &entries, .profile = &profile, .options = &options};
    const struct cell_field *found = tracker_field(field);
    assert_non_null(found);
    return found->text(context, &tracked);
}

static void exempt_words_leave_only_where_asked_for_and_marked(void **state)
{
    const struct action action = {.quote = T("The price is 40 crowns."), .quote_exempt = true};
    assert_string_equal(shown(*state, "text", &action, false, false), "[exempt: left out]");
    assert_string_equal(shown(*state, "text", &action, true, false), "[EXEMPT] The price is 40 crowns.");
    const struct action priced = {.quote = T("The price is 40 crowns."), .quote_exempt = true, .subject = T("40 crowns")};
    const struct action noted = {.quote = T("The price is 40 crowns."), .quote_exempt = true, .subject = T("ask for it"), .own_words = T("ask for it")};
    static const char *const all[] = {"subject", "short", "text", "quote", "own_words"};
    for (size_t i = 0; i < MB_LENGTH(all); i++) {
        const char *words = shown(*state, all[i], &priced, false, false);
        assert_true(!words || !strstr(words, "crowns"));
    }
    assert_string_equal(shown(*state, "subject", &priced, true, false), "[EXEMPT] 40 crowns");
    assert_string_equal(shown(*state, "subject", &noted, false, false), "ask for it");
    assert_null(strstr(shown(*state, "updates", &action, false, false), "secret"));
    assert_non_null(strstr(shown(*state, "updates", &action, true, false), "[EXEMPT] secret"));
}

static void a_private_note_leaves_in_no_field(void **state)
{
    const struct action action = {.own_words = T("the Mayor: tolls; by March; note she is cross; really"), .note = T("she is cross; really")};
    assert_null(shown(*state, "note", &action, true, false));
    assert_string_equal(shown(*state, "note", &action, false, true), "she is cross; really");
    assert_string_equal(shown(*state, "own_words", &action, true, false), "the Mayor: tolls; by March");
    assert_string_equal(shown(*state, "text", &action, true, false), "the Mayor: tolls; by March");
    assert_non_null(strstr(shown(*state, "own_words", &action, false, true), "cross"));
}

static void the_members_own_chase_date_leaves_in_no_field_unless_notes_are_asked_for(void **state)
{
    const struct action action = {.chase_date = {2031, 3, 1}, .meeting_date = {2031, 2, 3}, .status = T("in progress")};
    assert_null(shown(*state, "chase_date", &action, false, false));
    assert_null(shown(*state, "overdue", &action, false, false));
    assert_string_equal(shown(*state, "standing", &action, false, false), "no date given, asked 35 days ago");
    assert_string_equal(shown(*state, "chase_date", &action, false, true), "2031-03-01");
    assert_string_equal(shown(*state, "overdue", &action, false, true), "yes");
    const struct action both = {.chase_date = {2031, 3, 20}, .due = {{2031, 3, 5}, {2031, 3, 5}}, .due_text = T("by 5 March"), .rule = T("r"), .status = T("in progress")};
    assert_string_equal(shown(*state, "overdue", &both, false, false), "yes");
    assert_string_equal(shown(*state, "standing", &both, false, false), "5 days overdue (date in the minutes)");
}

static void a_month_stays_a_month(void **state)
{
    const struct action month = {.due_text = T("March 2031"), .due = {{2031, 3, 1}, {2031, 3, 31}}};
    const struct action day = {.due_text = T("by 5 March"), .due = {{2031, 3, 5}, {2031, 3, 5}}};
    assert_string_equal(shown(*state, "due", &month, false, false), "March 2031");
    assert_string_equal(shown(*state, "due", &day, false, false), "2031-03-05");
}

/* ---- sheets -------------------------------------------------------------------------------------------- */

static char *sheet_of(void *context, enum sheet_format format, const char *cell)
{
    static const char *const heads[] = {"No.", "What <now>"};
    const struct sheet_about about = {.title = "A & B", .as_at = "3 March", .bom = true, .heads = heads, .n = 2};
    struct memory_sink memory;
    struct sheet sheet;
    struct err err;
    sheet_start(&sheet, memory_open(&memory, context), format, &about);
    sheet_row(&sheet, (char *[]){T("1"), T(cell)}, true);
    assert_ok(sheet_end(&sheet, STATUS_OK, &err), err);
    return memory.got.data;
}

static void csv_has_as_many_fields_in_each_record_and_runs_no_formula(void **state)
{
    char *csv = sheet_of(*state, SHEET_CSV, "=SUM(A1)\nsaid \"yes\", twice");
    assert_string_equal(csv, "\xEF\xBB\xBF\"A & B, as at 3 March\",\r\nNo.,What <now>\r\n1,\"'=SUM(A1)\nsaid \"\"yes\"\", twice\"\r\n");
    char *tsv = sheet_of(*state, SHEET_TSV, "a\tb\nc");
    assert_non_null(strstr(tsv, "1\ta b c\n"));
}

static void html_and_markdown_show_marks_and_do_nothing_by_them(void **state)
{
    char *html = sheet_of(*state, SHEET_HTML, "<script>alert('x')</script>\n& more\x1b[31m");
    assert_null(strstr(html, "<script"));
    assert_null(strchr(html, 0x1b));
    assert_non_null(strstr(html, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;<br>&amp; more"));
    assert_non_null(strstr(html, "<h1>A &amp; B</h1>"));
    assert_non_null(strstr(html, "as at 3 March"));
    assert_non_null(strstr(html, "<th scope=\"col\">What &lt;now&gt;</th>"));
    assert_non_null(strstr(html, "<tr class=\"done\">"));
    char *markdown = sheet_of(*state, SHEET_MARKDOWN, "a | *b* <i> [c](d)\n1. e `f` & g");
    assert_non_null(strstr(markdown, "| 1 | a \\| \\*b\\* \\<i\\> \\[c\\](d)<br>1\\. e \\`f\\` \\& g |\n"));
}

static void text_stands_below_its_label(void **state)
{
    char *text = sheet_of(*state, SHEET_TEXT, "one two");
    assert_string_equal(text, "A & B\nas at 3 March\n\nNo.:         1\nWhat <now>:  one two\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(what_is_compiled_in_is_sound),
        STORE_CASE(a_slip_is_said_with_file_and_line_and_loses_its_profile_alone),
        STORE_CASE(a_profile_of_the_members_takes_the_place_of_ours),
        STORE_CASE(a_day_is_written_in_the_style_of_the_profile),
        STORE_CASE(exempt_words_leave_only_where_asked_for_and_marked),
        STORE_CASE(a_private_note_leaves_in_no_field),
        STORE_CASE(the_members_own_chase_date_leaves_in_no_field_unless_notes_are_asked_for),
        STORE_CASE(a_month_stays_a_month),
        STORE_CASE(csv_has_as_many_fields_in_each_record_and_runs_no_formula),
        STORE_CASE(html_and_markdown_show_marks_and_do_nothing_by_them),
        STORE_CASE(text_stands_below_its_label),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("export: profiles and sheets", tests, NULL, NULL);
}
