/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Manners in which clerks write the same thing, one paper each (manners/README.md): what is read of the meeting and its items,
 * as a few lines. A new paper needs no line here. `test_manners PAPER...` prints what is read of each. */
#include "reading.h"

#include <dirent.h>

#define PAPER "\n=== paper\n"
#define READ_AS "\n=== read as\n"

static const char *or_none(const char *words)
{
    return words ? words : "-";
}

/* "pack-text | 2024-06-03 18:00 | Committee | Place | status", then "7 Title (3 - 5) [exempt] text decision minutes". */
static char *gist_of(const void *parent, const struct draft *draft)
{
    const struct meeting *meeting = draft->meeting;
    struct buf gist;
    buf_init(&gist, parent, BUF_MAX_DOCUMENT);
    buf_printf(&gist, "%s | ", form_name(draft->form));
    if (date_is_set(meeting->date))
        buf_printf(&gist, "%04d-%02d-%02d%s", meeting->date.year, meeting->date.month, meeting->date.day,
                   meeting->date_basis == DATE_INFERRED ? " worked out" : "");
    int minutes = meeting->minutes_after_midnight;
    if (minutes >= 0)
        buf_printf(&gist, " %02d:%02d", minutes / 60, minutes % 60);
    buf_printf(&gist, " | %s | %s | %s\n", or_none(meeting->committee), or_none(meeting->venue), or_none(meeting->status));
    for (size_t i = 0; i < meeting->n_items; i++) {
        const struct item *item = &meeting->items[i];
        const char *pages = item->pages ? item->pages : item->pages_note;
        buf_printf(&gist, "%s %s%s%s%s%s%s%s%s%s\n", or_none(item->minute_number ? item->minute_number : item->agenda_number),
                   or_none(item->title), pages ? " (" : "", pages ? pages : "", pages ? ")" : "", item->exempt ? " [exempt]" : "",
                   item->n_attachments ? " +file" : "", item->agenda_text ? " +text" : "", item->decision_text ? " +decision" : "",
                   item->minutes_text ? " +minutes" : "");
    }
    return buf_take(&gist);
}

static char *text_of_file(const void *parent, const char *path)
{
    struct document *document;
    struct err err = {0};
    if (document_open(parent, path, &document, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    return mem_strndup(parent, (const char *)document->bytes, document->n);
}

static char *paper_gist(const void *parent, const char *paper)
{
    struct draft *draft = NULL;
    struct err err = {0};
    if (intake_read(parent, intake_here(parent), document_of(parent, paper, strlen(paper)), FORM_UNKNOWN, &draft, &err) != STATUS_OK)
        return mem_printf(parent, "refused: %s\n", err.text);
    return gist_of(parent, draft);
}

/* *state: the path of the paper. */
static void the_paper_reads_as_it_says(void **state)
{
    void *context = talloc_named_const(NULL, 0, "manner");
    char *text = text_of_file(context, *state), *paper = strstr(text, PAPER), *expected = strstr(text, READ_AS);
    assert_non_null(paper);
    assert_non_null(expected);
    expected[1] = '\0';
    assert_string_equal(paper_gist(context, paper + strlen(PAPER)), expected + strlen(READ_AS));
    talloc_free(context);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct CMUnitTest *)a)->name, ((const struct CMUnitTest *)b)->name);
}

int main(int argc, char **argv)
{
    void *context = talloc_named_const(NULL, 0, "manners");
    for (int i = 1; i < argc; i++) {
        char *text = text_of_file(context, argv[i]), *paper = strstr(text, PAPER), *expected = strstr(text, READ_AS);
        if (expected)
            expected[1] = '\0';
        printf("%s", paper_gist(context, paper ? paper + strlen(PAPER) : text));
    }
    struct {
        struct CMUnitTest *at;
        size_t n;
    } tests = {0};
    char *folder = mem_printf(context, "%s/tests/unit/intake/manners", argc > 1 ? "/nowhere" : test_env("MINUTEBOOK_SRCDIR"));
    DIR *papers = opendir(folder);
    for (const struct dirent *entry; papers && (entry = readdir(papers));)
        if (strstr(entry->d_name, ".txt"))
            *mem_append(context, tests.at, tests.n) =
                (struct CMUnitTest){.name = mem_strdup(context, entry->d_name),
                                    .test_func = the_paper_reads_as_it_says,
                                    .initial_state = mem_printf(context, "%s/%s", folder, entry->d_name)};
    if (papers)
        closedir(papers);
    if (tests.n > 0)
        qsort(tests.at, tests.n, sizeof *tests.at, by_name);
    bool empty = argc == 1 && tests.n == 0;
    int failed = tests.n > 0 ? _cmocka_run_group_tests("manners", tests.at, tests.n, NULL, NULL) : empty;
    talloc_free(context);
    return failed;
}
