/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The papers of an import, each under what became of it: what needs the member stands first, a list longer than
 * a screenful ends in a count. */
#include "config.h"

#include "print_needs.h"
#include "print_papers.h"

#include <stdlib.h>
#include <string.h>

/* In the order of the lists. */
static const struct {
    enum import_outcome outcome;
    const char *heading;
} outcomes[] = {
    {IMPORT_REFUSED, "Refused"}, {IMPORT_NEEDS_DETAILS, "Needs details"}, {IMPORT_UPDATED, "Updated"},
    {IMPORT_NEW, "New"},         {IMPORT_UNCHANGED, "Unchanged"},
};

static const char *const words_of[] = {
    [IMPORT_NEW] = "new",
    [IMPORT_UPDATED] = "updated",
    [IMPORT_UNCHANGED] = "unchanged",
    [IMPORT_NEEDS_DETAILS] = "needing details",
    [IMPORT_REFUSED] = "refused",
};

/* ---- which meeting each is of ---------------------------------------------------------------------------- */

static int compare_rows(const void *left, const void *right)
{
    return strcmp((*(const struct meeting_row *const *)left)->id, (*(const struct meeting_row *const *)right)->id);
}

static const struct meeting_row *row_of(const struct meeting_row *const *sorted, size_t n, const char *id)
{
    const struct meeting_row wanted = {.id = (char *)(uintptr_t)id}, *key = &wanted;
    const struct meeting_row *const *found = n ? bsearch(&key, sorted, n, sizeof *sorted, compare_rows) : NULL;
    return found ? *found : NULL;
}

/* A meeting that got another id since is found by its former one. */
static const struct meeting_row *row_by_former(const void *local, struct store *store, struct date as_at,
                                               const struct meeting_row *const *sorted, size_t n, const char *id)
{
    char *now;
    if (store_find_meeting(local, store, id, as_at, &now, NULL) != STATUS_OK)
        return NULL;
    return row_of(sorted, n, now);
}

static void place_lines(const void *parent, struct store *store, struct date as_at, struct run_papers *papers)
{
    const struct import_run *run = papers->run;
    size_t n = papers->rows.n;
    const struct meeting_row **sorted = mem_zero_named(parent, (n + 1) * sizeof *sorted, "sorted");
    bool *told = mem_zero_named(parent, n + 1, "told");
    for (size_t i = 0; i < n; i++)
        sorted[i] = &papers->rows.at[i];
    if (n)
        qsort(sorted, n, sizeof *sorted, compare_rows);
    papers->of_line = mem_zero_named(parent, (run->n_lines + 1) * sizeof *papers->of_line, "lines");
    papers->meetings = mem_zero_named(parent, (run->n_lines + 1) * sizeof *papers->meetings, "meetings");
    for (size_t i = 0; i < run->n_lines; i++) {
        const struct import_result *result = run->lines[i].result;
        const char *id = result && result->outcome != IMPORT_REFUSED ? result->meeting_id : NULL;
        const struct meeting_row *row = id ? row_of(sorted, n, id) : NULL;
        if (id && !row)
            row = row_by_former(parent, store, as_at, sorted, n, id);
        papers->of_line[i] = row;
        if (row && !told[row - papers->rows.at])
            papers->meetings[papers->n_meetings++] = row;
        if (row)
            told[row - papers->rows.at] = true;
    }
}

static bool is_placed(const struct meeting_row *row)
{
    return row && row->committee && date_is_set(row->date);
}

/* What a paper lacked may have come with another of the same run. */
static enum import_outcome outcome_of(const struct run_papers *papers, size_t i)
{
    const struct import_line *line = &papers->run->lines[i];
    enum import_outcome outcome = line->refusal || !line->result ? IMPORT_REFUSED : line->result->outcome;
    return outcome == IMPORT_NEEDS_DETAILS && is_placed(papers->of_line[i]) ? IMPORT_NEW : outcome;
}

enum status run_papers_read(const void *parent, struct store *store, struct date as_at, const struct import_run *run,
                            struct run_papers *out, struct err *err)
{
    struct survey survey;
    *out = (struct run_papers){.run = run};
    enum status status = store_meetings(parent, store, &out->rows, err);
    if (status == STATUS_OK)
        status = survey_read(parent, store, &survey, err);
    if (status != STATUS_OK)
        return status;
    out->to_check = count_to_check(parent, &out->rows, &survey);
    place_lines(parent, store, as_at, out);
    for (size_t i = 0; i < run->n_lines; i++)
        out->counts[outcome_of(out, i)]++;
    return STATUS_OK;
}

/* ---- in words -------------------------------------------------------------------------------------------- */

char *run_papers_words(const void *parent, const struct run_papers *papers)
{
    struct strings words = {0};
    if (papers->run->n_lines == 0)
        return NULL;
    for (size_t i = 0; i < MB_LENGTH(words_of); i++)
        if (papers->counts[i])
            strings_add(parent, &words,
                        mem_printf(parent, "%s %s", words_thousands(parent, (size_t)papers->counts[i]), words_of[i]));
    return words_join(parent, &words, ", ");
}

size_t words_shared_folder(const struct strings *paths)
{
    const char *first = paths->n ? paths->at[0] : "";
    size_t n = strlen(first);
    for (size_t i = 0; i < paths->n; i++)
        for (size_t k = 0; k < n; k++)
            if (paths->at[i][k] != first[k])
                n = k;
    while (n > 0 && first[n - 1] != '/')
        n--;
    return n;
}

/* Bytes of the folder that all papers of a run lie in. */
static size_t shared_folder(const struct import_run *run)
{
    void *local = talloc_named_const(NULL, 0, "folder");
    struct strings paths = {0};
    for (size_t i = 0; i < run->n_lines; i++)
        strings_add(local, &paths, run->lines[i].path);
    size_t n = words_shared_folder(&paths);
    talloc_free(local);
    return n;
}

char *words_refusal(const void *parent, const char *refusal, const char *path, size_t folder)
{
    size_t n = strlen(path);
    bool named = refusal[0] == '"' && strncmp(refusal + 1, path, n) == 0 && refusal[n + 1] == '"';
    return named ? mem_printf(parent, "\"%s%s", path + folder, refusal + n + 1) : mem_strdup(parent, refusal);
}

/* "list of meetings, names 12 meetings and 3 committees", "list of 3 committees" */
static char *list_words(const void *local, const struct import_line *line)
{
    const struct import_result *result = line->result;
    struct strings named = {0};
    if (line->form == FORM_COMMITTEE_HTML && !(result && result->listed_meetings))
        return mem_strdup(local, form_words(line->form));
    if (line->form == FORM_LIST_XML && result && !result->listed_meetings && result->listed_committees)
        return mem_printf(local, "list of %s", words_count(local, result->listed_committees, "committee", "committees"));
    if (result && result->listed_meetings)
        strings_add(local, &named, words_count(local, result->listed_meetings, "meeting", "meetings"));
    if (result && result->listed_committees)
        strings_add(local, &named, words_count(local, result->listed_committees, "committee", "committees"));
    return named.n ? mem_printf(local, "%s, names %s", form_words(line->form), words_join(local, &named, " and "))
                   : mem_printf(local, "%s, names none", form_words(line->form));
}

/* What is to be said of a paper beside its name; NULL: nothing. */
static const char *said_of(const void *local, const struct run_papers *papers, size_t i, enum import_outcome outcome)
{
    const struct meeting_row *row = papers->of_line[i];
    const struct import_line *line = &papers->run->lines[i];
    if (outcome == IMPORT_REFUSED)
        return line->refusal;
    if (outcome == IMPORT_NEEDS_DETAILS)
        return needs_place(line->result)        ? "a report; of which meeting and item?"
               : !row                           ? "which meeting?"
               : row->committee                 ? "which day?"
               : date_is_set(row->date)         ? mem_printf(local, "which committee? %s", date_words(local, row->date))
                                                : "which committee, which day?";
    if (!row)
        return form_is_list(line->form) ? list_words(local, line) : NULL;
    return mem_printf(local, "%s, %s", row->committee ? name_stem(local, row->committee) : "committee not stated",
                      date_is_set(row->date) ? date_words(local, row->date) : "day not known");
}

/* A refusal names its paper itself. */
static void list_line(struct page *page, const struct run_papers *papers, size_t i, enum import_outcome outcome, size_t folder)
{
    void *local = talloc_named_const(NULL, 0, "paper");
    const char *said = said_of(local, papers, i, outcome), *name = papers->run->lines[i].path + folder;
    const char *path = papers->run->lines[i].path;
    const char *all = !said                        ? name
                      : outcome == IMPORT_REFUSED ? words_refusal(local, said, path, folder)
                                                  : mem_printf(local, "%s: %s", name, said);
    page_row(page, papers->of_line[i] ? papers->of_line[i]->id : NULL, 0);
    page_wrap(page, 2, 6, 0, outcome == IMPORT_REFUSED ? STYLE_WARNING : STYLE_TEXT, all);
    page_no_row(page);
    talloc_free(local);
}

static void list_outcome(struct page *page, const struct run_papers *papers, size_t which, size_t most, size_t folder, const char *how)
{
    enum import_outcome outcome = outcomes[which].outcome;
    size_t n = (size_t)papers->counts[outcome], told = 0;
    void *local = talloc_named_const(NULL, 0, "outcome");
    if (n)
        page_heading(page, 0, mem_printf(local, "%s (%s)", outcomes[which].heading, words_thousands(local, n)));
    for (size_t i = 0; i < papers->run->n_lines && told < (n > most ? most - 1 : n); i++)
        if (outcome_of(papers, i) == outcome) {
            list_line(page, papers, i, outcome, folder);
            told++;
        }
    if (told < n)
        page_sayf(page, 2, STYLE_QUIET, "and %s more%s", words_thousands(local, n - told), how);
    talloc_free(local);
}

bool run_papers_are_lists(const struct run_papers *papers)
{
    bool any = false;
    for (size_t i = 0; i < papers->run->n_lines; i++)
        any = any || (!papers->of_line[i] && form_is_list(papers->run->lines[i].form));
    return any;
}

/* How what papers need is said, below the list of them: where their meetings were not told one by one. */
static void list_answers(struct page *page, const struct run_papers *papers, const struct program *program, bool inside)
{
    bool reports = false, meetings = false;
    for (size_t i = 0; i < papers->run->n_lines; i++) {
        bool report = needs_place(papers->run->lines[i].result), needs = outcome_of(papers, i) == IMPORT_NEEDS_DETAILS;
        reports = reports || (needs && report);
        meetings = meetings || (needs && !report);
    }
    needs_of_many(page, program, inside, meetings, reports);
}

void run_papers_list(struct page *page, const struct run_papers *papers, size_t most, const struct program *program, bool inside, bool told)
{
    size_t folder = shared_folder(papers->run);
    for (size_t i = 0; i < MB_LENGTH(outcomes); i++) {
        if (inside || outcomes[i].outcome != IMPORT_REFUSED)
            list_outcome(page, papers, i, most, folder, inside ? "" : " (import --verbose names them all)");
        if (outcomes[i].outcome == IMPORT_NEEDS_DETAILS && !told)
            list_answers(page, papers, program, inside);
    }
}
