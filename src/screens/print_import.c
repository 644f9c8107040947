/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What an import did, in words (screens.md 4.2): one paragraph a meeting, then what is cut off. The same
 * lines are printed and shown in the browser. */
#include "config.h"

#include "pairs.h"
#include "print_needs.h"
#include "print_papers.h"

#include <string.h>

#define BODY 6 /* cells before what is said of a meeting */

struct report {
    struct page *page;
    struct store *store;
    const struct program *program;
    const struct import_run *run;
    const void *local;
    struct run_papers papers;
    bool inside; /* read in the browser: what can be done is named as it is done there */
    bool all;    /* nothing is left out, however long */
    int minutes, cut, to_check;
};

/* What is told one by one, and how many papers of an outcome are listed, on a terminal and in the browser, where one can
 * scroll. */
static const struct most {
    size_t meetings, papers;
} most_printed = {8, 20}, most_inside = {30, 200};

static struct most most_of(const struct report *report)
{
    return report->all ? (struct most){SIZE_MAX, SIZE_MAX} : report->inside ? most_inside : most_printed;
}

/* ---- counts ------------------------------------------------------------------------------------------- */

static void say_counts(struct report *report)
{
    const void *local = report->local;
    int refused = report->papers.counts[IMPORT_REFUSED];
    size_t read = report->run->n_lines - (size_t)refused, meetings = report->papers.n_meetings;
    char *words = run_papers_words(local, &report->papers);
    const char *stopped = report->run->cancelled ? " Stopped before the end: what is done is kept, and the same import goes on from here." : "";
    const char *of = meetings || !run_papers_are_lists(&report->papers)
                         ? mem_printf(local, "%s %s", words_thousands(local, meetings), meetings == 1 ? "meeting" : "meetings")
                     : read == 1 ? "a list of the council"
                                 : "lists of the council";
    page_wrap(report->page, 0, 0, 0, STYLE_TEXT,
              mem_printf(local, "%s %s read, %s.%s%s%s%s", words_thousands(local, read), read == 1 ? "paper" : "papers", of,
                         words ? " " : "", words ? words : "", words ? "." : "", stopped));
}

/* ---- one meeting ---------------------------------------------------------------------------------------- */

static void say(struct report *report, const char *words)
{
    page_wrap(report->page, BODY, BODY, 0, STYLE_TEXT, words);
}

/* "Health Panel, Thursday 3 November 2022, 10.00 am" */
static void say_head(struct report *report, const struct meeting *meeting)
{
    const void *local = report->local;
    const char *committee = name_committee(local, meeting->committee, 0), *time = meeting_time_words(local, meeting);
    const char *day = date_is_set(meeting->date) ? date_long(local, meeting->date) : "day not known";
    const char *reason = "";
    if (meeting->date_basis == DATE_INFERRED)
        reason = meeting->date_reason ? mem_printf(local, " (worked out: %s)", meeting->date_reason) : " (worked out)";
    else if (meeting->date_basis == DATE_GIVEN)
        reason = " (given by you)";
    page_wrap(report->page, 2, BODY, 0, STYLE_HEADING,
              mem_printf(local, "%s, %s%s%s%s", committee, day, time ? ", " : "", time ? time : "", reason));
}

/* "agenda pack and meeting page" */
static char *forms_of(const void *local, const struct meeting *meeting)
{
    struct strings forms = {0};
    for (size_t i = 0; i < meeting->n_sources; i++) {
        const char *words = form_words(meeting->sources[i].form);
        bool known = false;
        for (size_t k = 0; k < forms.n; k++)
            known = known || strcmp(forms.at[k], words) == 0;
        if (!known)
            strings_add(local, &forms, words);
    }
    return words_join(local, &forms, " and ");
}

static bool has_minutes(const struct meeting *meeting)
{
    for (size_t i = 0; i < meeting->n_items; i++)
        if (meeting->items[i].minutes_text || meeting->items[i].truncated)
            return true;
    return false;
}

/* Only papers of one item each? */
static bool is_of_parts(const struct meeting *meeting)
{
    for (size_t i = 0; i < meeting->n_sources; i++)
        if (!form_is_part(meeting->sources[i].form))
            return false;
    return true;
}

static int to_follow(const struct meeting *meeting)
{
    int n = 0;
    for (size_t i = 0; i < meeting->n_items; i++)
        n += meeting->items[i].follow == FOLLOW_TO_FOLLOW;
    return n;
}

/* "27", or its title in quotes. */
static const char *name_of(const void *local, const struct item *item)
{
    const char *number = item->agenda_number ? item->agenda_number : item->minute_number;
    return number ? number : item->title ? mem_printf(local, "“%s”", item->title) : "without a number or title";
}

/* How the member can name it on the command line: its day where that is enough. */
static const char *address_of(struct report *report, const struct meeting *meeting)
{
    char *day = date_is_set(meeting->date) ? date_iso(report->local, meeting->date) : NULL, *id;
    bool enough =
        day && store_find_meeting(report->local, report->store, day, report->program->as_at, &id, NULL) == STATUS_OK;
    return enough ? day : meeting->id;
}

/* The file of ROW that is a report which nobody placed; NULL: none is. */
static const char *unplaced_of(const struct report *report, const struct meeting_row *row)
{
    for (size_t i = 0; i < report->run->n_lines; i++)
        if (report->papers.of_line[i] == row && needs_place(report->run->lines[i].result))
            return report->run->lines[i].path;
    return NULL;
}

/* What papers there are, and in the same breath what only the member can say. */
static void say_sources(struct report *report, const struct meeting *meeting, const char *question)
{
    const void *local = report->local;
    struct strings facts = {0};
    const char *forms = forms_of(local, meeting), *off = fact_called_off(local, meeting);
    if (off)
        strings_add(local, &facts, off);
    if (meeting->joined_because)
        strings_add(local, &facts, mem_printf(local, "%s, joined: %s", forms, meeting->joined_because));
    else
        strings_add(local, &facts, forms);
    if (to_follow(meeting))
        strings_add(local, &facts, words_count(local, to_follow(meeting), "report to follow", "reports to follow"));
    if (!off && !has_minutes(meeting) && !is_of_parts(meeting))
        strings_add(local, &facts, "no minutes");
    for (size_t i = 0; i < meeting->n_items; i++)
        if (meeting->items[i].exempt)
            strings_add(local, &facts, mem_printf(local, "item %s: report exempt", name_of(local, &meeting->items[i])));
    const char *all = words_join(local, &facts, "; ");
    say(report, question ? mem_printf(local, "%s. %s", all, question) : all);
}

static void say_parting(struct report *report, const struct meeting *meeting, const char *address)
{
    if (meeting->joined_because)
        say(report, report->inside ? "(to part them: open this meeting and type :part)"
                                   : mem_printf(report->local, "(to part them: %s meeting part %s)", report->program->spelling, address));
}

/* An offer is said once, under the first of its two meetings. */
static void say_offers(struct report *report, const struct meeting *meeting, struct join_offers *offers)
{
    const void *local = report->local;
    for (size_t i = 0; i < offers->n; i++) {
        struct join_offer *offer = &offers->at[i];
        bool first = offer->meeting_id && strcmp(offer->meeting_id, meeting->id) == 0;
        if (!first && (!offer->meeting_id || strcmp(offer->other_id, meeting->id) != 0))
            continue;
        const char *other = first ? offer->other_id : offer->meeting_id;
        say(report, mem_printf(local, "May be one meeting with %s: %s", other, offer->reason ? offer->reason : "the same day"));
        say(report, report->inside ? mem_strdup(local, "(both sides, and to decide: :pairs)")
                                   : mem_printf(local, "(both sides: %s pairs; then pair join or pair apart)", report->program->spelling));
        offer->meeting_id = NULL;
    }
}

static void say_warnings(struct report *report, const struct meeting_row *row)
{
    for (size_t i = 0; i < report->run->n_lines; i++) {
        const struct import_result *result = report->run->lines[i].result;
        for (size_t w = 0; report->papers.of_line[i] == row && w < result->warnings.n; w++)
            say(report, mem_printf(report->local, "note: %s", result->warnings.at[w]));
    }
}

static enum status say_meeting(struct report *report, const struct meeting_row *row, struct join_offers *offers, struct err *err)
{
    struct meeting *meeting;
    enum status status = store_meeting(report->local, report->store, row->id, &meeting, err);
    if (status != STATUS_OK)
        return status;
    const struct needing needing = {.local = report->local,
                                    .store = report->store,
                                    .program = report->program,
                                    .meeting = meeting,
                                    .address = address_of(report, meeting),
                                    .unplaced = unplaced_of(report, row),
                                    .inside = report->inside};
    char *question;
    status = needs_question(&needing, &question, err);
    if (status != STATUS_OK)
        return status;
    page_row(report->page, meeting->id, 0);
    say_head(report, meeting);
    say_sources(report, meeting, question);
    struct strings answers = needs_answers(&needing);
    for (size_t i = 0; i < answers.n; i++)
        say(report, answers.at[i]);
    say_parting(report, meeting, needing.address);
    say_offers(report, meeting, offers);
    say_warnings(report, row);
    page_no_row(report->page);
    talloc_free(meeting);
    return STATUS_OK;
}

static void count_minutes(struct report *report)
{
    for (size_t i = 0; i < report->papers.n_meetings; i++) {
        const struct meeting_row *row = report->papers.meetings[i];
        int to_check = report->papers.to_check[row - report->papers.rows.at];
        report->minutes += row->minutes;
        report->cut += row->minutes_cut;
        report->to_check += to_check > 0 ? to_check : 0;
    }
}

/* "7 of 25 minutes are cut off on the council's page. 21 possible follow-ups to check." */
static void say_findings(struct report *report)
{
    struct strings said = {0};
    const void *local = report->local;
    if (report->cut)
        strings_add(local, &said, mem_printf(local, "%s of %s cut off on the council's page.", words_thousands(local, (size_t)report->cut),
                                             words_count(local, report->minutes, "minute is", "minutes are")));
    if (report->to_check)
        strings_add(local, &said, mem_printf(local, "%s to check.",
                                             words_count(local, report->to_check, "possible follow-up", "possible follow-ups")));
    else if (report->minutes)
        strings_add(local, &said, report->cut ? "Nothing to check: no follow-up found in what is held." : "Nothing to check.");
    if (said.n)
        page_wrap(report->page, 0, 0, 0, STYLE_TEXT, words_join(local, &said, " "));
}

/* Meeting by meeting, as long as that can be read; of more the lists of papers tell. */
static enum status say_meetings(struct report *report, struct err *err)
{
    struct join_offers offers;
    size_t n = report->papers.n_meetings;
    if (n == 0 || n > most_of(report).meetings)
        return STATUS_OK;
    enum status status = store_join_offers(report->local, report->store, &offers, err);
    page_blank(report->page);
    for (size_t i = 0; i < n && status == STATUS_OK; i++)
        status = say_meeting(report, report->papers.meetings[i], &offers, err);
    return status;
}

/* Papers are listed where the meetings do not tell what became of each. */
static void say_papers(struct report *report)
{
    struct most most = most_of(report);
    const struct run_papers *papers = &report->papers;
    bool all_told = papers->counts[IMPORT_NEW] == (int)report->run->n_lines && papers->n_meetings <= most.meetings;
    if ((report->run->n_lines > 1 && !all_told) || run_papers_are_lists(papers))
        run_papers_list(report->page, papers, most.papers, report->program, report->inside, papers->n_meetings <= most.meetings);
    else if (report->inside)
        for (size_t i = 0; i < report->run->n_lines; i++)
            if (report->run->lines[i].refusal)
                page_wrap(report->page, 0, 2, 0, STYLE_WARNING, report->run->lines[i].refusal);
}

/* Where meetings are too many to be told one by one, those that may be one are at least counted. */
static enum status say_pairs(struct report *report, struct err *err)
{
    struct join_offers offers;
    if (report->papers.n_meetings <= most_of(report).meetings)
        return STATUS_OK;
    enum status status = store_join_offers(report->local, report->store, &offers, err);
    const char *how = report->inside ? ":pairs" : mem_printf(report->local, "%s pairs", report->program->spelling);
    if (status == STATUS_OK && offers.n)
        page_wrap(report->page, 0, 0, 0, STYLE_TEXT, mem_printf(report->local, "%s (%s).", pairs_counted(report->local, offers.n), how));
    return status;
}

static enum status import_report(struct report *report, struct err *err)
{
    enum status status =
        run_papers_read(report->local, report->store, report->program->as_at, report->run, &report->papers, err);
    if (status != STATUS_OK)
        return status;
    say_counts(report);
    status = say_meetings(report, err);
    if (status != STATUS_OK)
        return status;
    say_papers(report);
    count_minutes(report);
    page_blank(report->page);
    say_findings(report);
    return say_pairs(report, err);
}

enum status import_report_print(struct sink *sink, struct store *store, const struct program *program,
                                const struct import_run *run, int width, bool all, struct err *err)
{
    void *local = talloc_named_const(NULL, 0, "import report");
    struct report report = {.page = page_new(local, width < 40 ? 40 : width),
                            .store = store,
                            .program = program,
                            .run = run,
                            .local = local,
                            .all = all};
    enum status status = import_report(&report, err);
    if (status == STATUS_OK) {
        if (report.papers.n_meetings)
            page_sayf(report.page, 0, STYLE_TEXT,
                      report.to_check ? "Next: %-19s (to check: c keeps, D says it is not a follow-up)" : "Next: %s",
                      program->spelling);
        if (!page_write(report.page, sink, program->ascii))
            status = err_set(err, STATUS_CANCELLED, "the output was closed");
    }
    talloc_free(local);
    return status;
}

/* ---- in the browser ----------------------------------------------------------------------------------------- */

static bool to_buf(void *to, const char *bytes, size_t n)
{
    buf_add(to, bytes, n);
    return true;
}

/* Each line that is a row of the page tells of the meeting that is the row's key. */
static struct import_report *report_of(const void *parent, const struct page *page)
{
    struct import_report *report = mem_new(parent, struct import_report);
    struct buf out;
    struct sink sink = {to_buf, &out};
    buf_init(&out, report, BUF_MAX_DOCUMENT);
    (void)page_write(page, &sink, false);
    report->text = buf_take(&out);
    const char **keys = mem_zero_named(report, (page->n_lines + 1) * sizeof *keys, "keys");
    for (size_t i = 0; i < page->n_rows; i++)
        for (size_t k = 0; k < page->rows[i].n; k++)
            keys[page->rows[i].first + k] = page->rows[i].key;
    for (size_t i = 0; i < page->n_lines; i++)
        strings_add(report, &report->meetings, keys[i] ? keys[i] : "");
    talloc_free(keys);
    return report;
}

struct import_report *import_report_read(const void *parent, const char *path, const struct program *program,
                                         const struct import_run *run)
{
    struct err err;
    void *local = talloc_named_const(NULL, 0, "import report");
    struct report report = {.page = page_new(local, 1000), .program = program, .run = run, .local = local, .inside = true};
    if (store_open(local, path, STORE_READ, &report.store, &err) != STATUS_OK ||
        import_report(&report, &err) != STATUS_OK)
        page_say(report.page, 0, STYLE_ERROR, err.text);
    struct import_report *said = report_of(parent, report.page);
    talloc_free(report.store);
    talloc_free(local);
    return said;
}
