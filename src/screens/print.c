/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the screens know, printed without a terminal: the same pages, written line by line to a sink. */
#include "config.h"

#include "actions.h"
#include "committees.h"
#include "meeting.h"
#include "pairs.h"
#include "programme.h"
#include "search.h"
#include "desk.h"

#include <string.h>

#define PRINT_WIDTH_MIN 40

static struct page *print_page(const void *parent, int width)
{
    struct page *page = page_new(parent, width < PRINT_WIDTH_MIN ? PRINT_WIDTH_MIN : width);
    page->too_wide = TOO_WIDE_IN_PARTS;
    page->whole_addresses = true;
    return page;
}

static enum status print_out(struct sink *sink, const struct page *page, const struct program *program, struct err *err)
{
    if (page_write(page, sink, program && program->ascii))
        return STATUS_OK;
    return err_set(err, STATUS_CANCELLED, "the output was closed");
}

static void print_head(struct page *page, const char *left, const char *right)
{
    page_say(page, 0, STYLE_HEAD, left);
    if (right && text_width(left, strlen(left)) + 2 + text_width(right, strlen(right)) > page->width)
        page_line(page);
    if (right)
        page_put_right(page, STYLE_HEAD, right);
    page_blank(page);
}

/* Before "none found" is said, it must have been looked for. */
static bool is_swept(struct store *store, const struct program *program)
{
    struct err err;
    return sweep_attach(store, program_rules(program), NULL, &err) == STATUS_OK && !store_sweep_is_due(store);
}

/* ---- the overview -------------------------------------------------------------------------------------- */

enum status overview_print(struct sink *sink, const struct program *program, int width, struct err *err)
{
    void *local = talloc_named_const(NULL, 0, "overview");
    struct desk_facts facts;
    struct store *store = NULL;
    enum status status = STATUS_OK;
    if (store_exists(program->store_path))
        status = store_open(local, program->store_path, STORE_READ, &store, err);
    if (store && date_is_set(program->today) && date_compare(program->as_at, program->today) < 0)
        store_look_back(store, program->as_at);
    if (status == STATUS_OK)
        status = desk_read(local, store, program->as_at, &facts, err);
    if (status == STATUS_OK) {
        facts.unswept = facts.counts.minutes && facts.survey.rows.n == 0 && facts.survey.n == 0 && !is_swept(store, program);
        struct page *page = print_page(local, width);
        bool empty = facts.counts.sources == 0 && facts.meetings.n == 0;
        print_head(page, program->sample ? "minutebook: sample meetings, not your papers" : "minutebook",
                   empty ? NULL : words_as_at(local, program, true));
        if (empty)
            begin_page(page, program, false);
        else
            desk_page(page, &facts, program, NULL);
        page_blank(page);
        page_sayf(page, 0, STYLE_TEXT, "Next: %s %s", program->spelling, empty ? "import PATH..." : "--help");
        status = print_out(sink, page, program, err);
    }
    talloc_free(store);
    talloc_free(local);
    return status;
}

/* ---- lists ------------------------------------------------------------------------------------------------ */

enum status meetings_print(struct sink *sink, struct store *store, const struct program *program, int width,
                           struct err *err)
{
    void *local = talloc_named_const(NULL, 0, "meetings");
    struct meeting_rows rows;
    struct survey survey;
    enum status status = store_meetings(local, store, &rows, err);
    if (status == STATUS_OK)
        status = survey_read(local, store, &survey, err);
    if (status == STATUS_OK) {
        struct page *page = print_page(local, width);
        meetings_sort(&rows);
        meetings_tell_apart(local, &rows, store);
        meetings_mark_ahead(&rows, program->as_at);
        meetings_page(page, &rows, &survey);
        status = print_out(sink, page, program, err);
    }
    talloc_free(local);
    return status;
}

static enum status print_programme(const void *local, struct sink *sink, struct store *store,
                                   const struct program *program, const struct programme *one, int width,
                                   struct err *err)
{
    struct meeting_rows rows;
    struct meeting *meeting = NULL;
    struct programme_pages pages = {.programme = one, .meetings = &rows};
    enum status status = store_meetings(local, store, &rows, err);
    if (status == STATUS_OK && one->meeting_id)
        status = store_meeting(local, store, one->meeting_id, &meeting, err);
    if (status == STATUS_OK)
        status = programme_places(local, store, one, &rows, program->as_at, &pages.places, err);
    if (status != STATUS_OK)
        return status;
    struct page *page = print_page(local, width);
    print_head(page, mem_printf(local, "%s · %s", programme_title(local, one), name_in_list(local, one->committee, 0)),
               words_as_at(local, program, false));
    page_say(page, 0, STYLE_TEXT, programme_published(local, one, meeting));
    page_blank(page);
    programme_by_date(page, &pages);
    page_blank(page);
    programme_no_date(page, &pages);
    programme_standing(page, &pages);
    page_blank(page);
    return print_out(sink, page, program, err);
}

enum status programmes_print(struct sink *sink, struct store *store, const struct program *program, int width,
                             struct err *err)
{
    void *local = talloc_named_const(NULL, 0, "programmes");
    struct programmes all;
    enum status status = store_programmes(local, store, NULL, &all, err);
    for (size_t i = 0; i < all.n && status == STATUS_OK; i++)
        status = print_programme(local, sink, store, program, all.at[i], width, err);
    if (status == STATUS_OK && all.n == 0) {
        struct page *page = print_page(local, width);
        page_say(page, 0, STYLE_TEXT, "No work programme in the papers you hold.");
        status = print_out(sink, page, program, err);
    }
    talloc_free(local);
    return status;
}

static void keep_chosen(struct actions *actions, const struct actions_choice *choice)
{
    size_t kept = 0;
    for (size_t i = 0; i < actions->n; i++)
        if (!choice || actions_choice_wants(actions->at[i], choice))
            actions->at[kept++] = actions->at[i];
    actions->n = kept;
}

enum status actions_print(struct sink *sink, struct store *store, const struct program *program, const struct actions_choice *choice, int width,
                          struct err *err)
{
    void *local = talloc_named_const(NULL, 0, "actions");
    struct actions actions;
    struct fuller_quotes fuller = {0};
    enum status status = follow_ups_read(local, store, NULL, &actions, err);
    if (status == STATUS_OK) {
        keep_chosen(&actions, choice);
        status = fuller_read(local, store, &actions, &fuller, err);
    }
    if (status == STATUS_OK) {
        struct page *page = print_page(local, width);
        struct actions_shown shown = {.actions = &actions, .as_at = program->as_at, .whole = true};
        struct follow_up_counts counts = follow_ups_count(&actions);
        char *to_check = words_to_check(local, &counts);
        bool none = choice && actions.n == 0;
        print_head(page, none ? mem_printf(local, "no follow-up is so: %s", actions_choice_line(choice)) : actions_counted(local, &actions, program->as_at, 0),
                   words_as_at(local, program, false));
        if (to_check || fuller.n)
            page->n_lines--; /* the blank one */
        if (to_check)
            page_say(page, 0, STYLE_TEXT, to_check);
        if (fuller.n)
            page_wrap(page, 0, 2, 0, STYLE_TEXT, mem_printf(local, "%s: %s action whole", fuller_counted(local, &fuller), program->spelling));
        if (to_check || fuller.n)
            page_blank(page);
        if (!none)
            actions_page(page, &shown);
        status = print_out(sink, page, program, err);
    }
    talloc_free(local);
    return status;
}

enum status wanted_print(struct sink *sink, struct store *store, const struct program *program, int width,
                         struct err *err)
{
    void *local = talloc_named_const(NULL, 0, "wanted");
    struct wanted_papers papers;
    struct wanted_list list;
    int counts[WANTED_KINDS];
    enum status status = store_wanted(local, store, program->as_at, &papers, err);
    if (status == STATUS_OK)
        status = store_count_wanted(store, program->as_at, counts, err);
    if (status == STATUS_OK) {
        struct page *page = print_page(local, width);
        char *counted = wanted_counted(local, counts);
        print_head(page, "Papers to get", words_as_at(local, program, false));
        if (counted)
            page_wrap(page, 0, 2, 0, STYLE_TEXT, counted);
        wanted_fold(local, &papers, NULL, &list);
        wanted_page(page, &list, true);
        status = print_out(sink, page, program, err);
    }
    talloc_free(local);
    return status;
}

enum status committees_print(struct sink *sink, struct store *store, const struct program *program, int width, struct err *err)
{
    void *local = talloc_named_const(NULL, 0, "committees");
    struct committees list;
    enum status status = store_committees(local, store, &list, err);
    if (status == STATUS_OK)
        status = committees_count_known(&list, store, err);
    if (status == STATUS_OK) {
        struct page *page = print_page(local, width);
        print_head(page, "Committees", NULL);
        for (size_t i = 0; i < list.n; i++) {
            if (i)
                page_blank(page);
            committee_page(page, &list.at[i]);
        }
        if (list.n == 0)
            committees_page(page, &list, NULL);
        status = print_out(sink, page, program, err);
    }
    talloc_free(local);
    return status;
}

enum status pairs_print(struct sink *sink, struct store *store, const struct program *program, int width, struct err *err)
{
    void *local = talloc_named_const(NULL, 0, "pairs");
    struct join_offers offers;
    enum status status = store_join_offers(local, store, &offers, err);
    struct page *page = print_page(local, width);
    print_head(page, "Meetings that may be one", status == STATUS_OK && offers.n ? mem_printf(local, "%zu to decide", offers.n) : NULL);
    for (size_t i = 0; status == STATUS_OK && i < offers.n; i++) {
        struct pair_papers papers;
        status = pair_papers_read(local, store, &offers.at[i], &papers, err);
        if (status == STATUS_OK) {
            if (i)
                page_blank(page);
            pair_row(page, &offers.at[i], NULL);
            pair_page(page, &offers.at[i], &papers, false);
        }
    }
    if (status == STATUS_OK) {
        if (offers.n)
            page_blank(page);
        page_wrap(page, 0, 2, 0, STYLE_TEXT,
                  offers.n ? mem_printf(local, "Next: %s pair join FIRST SECOND, or pair apart FIRST SECOND", program->spelling) : "Nothing to decide.");
        status = print_out(sink, page, program, err);
    }
    talloc_free(local);
    return status;
}

enum status search_print(struct sink *sink, const struct query *query, const struct search_rows *rows, int width,
                         struct err *err)
{
    void *local = talloc_named_const(NULL, 0, "search");
    struct page *page = print_page(local, width);
    page_say(page, 0, STYLE_HEAD, hits_counted(local, rows, NULL));
    for (size_t i = 0; i < rows->n; i++) {
        struct snippet snippet = snippet_make(local, &rows->at[i], query, SNIPPET_CELLS);
        page_blank(page);
        page_say(page, 0, STYLE_HEADING, search_kind_name(rows->at[i].kind));
        hit_page(page, &rows->at[i], query, &snippet, &(struct hit_look){.brackets = true});
    }
    enum status status = print_out(sink, page, NULL, err);
    talloc_free(local);
    return status;
}

/* ---- one meeting ---------------------------------------------------------------------------------------------- */

static void print_text(struct page *page, const struct item *item, enum item_text text)
{
    void *local = talloc_named_const(NULL, 0, "text");
    const char *const texts[TEXT_COUNT] = {item->minutes_text, item_report_text(local, item), item->agenda_text,
                                           item->decision_text};
    const char *raw = texts[text] ? texts[text] : "";
    struct flow flow = {.text = safe_text(local, raw, strlen(raw), SAFE_TEXT), .raw = raw, .margin = 2};
    page_heading(page, 0, fact_text_name(local, item, text));
    text_banner(page, item, text, flow.text.alerts, false, NULL);
    struct text_links links;
    links_of_text(local, item, text, &flow.text, &links);
    text_page(page, item, text, &flow, &links);
    talloc_free(local);
}

static void print_item(struct page *page, struct meeting_screen *known, const struct item *item, struct date as_at)
{
    struct chosen chosen = {.item = item};
    known->chosen = &chosen;
    page_say(page, 0, STYLE_HEADING, fact_item_number(page, item));
    about_page(page, known, as_at, false);
    bool any = false;
    for (size_t i = 0; i < TEXT_COUNT; i++)
        if (item_has_text(item, (enum item_text)i)) {
            print_text(page, item, (enum item_text)i);
            any = true;
        }
    if (!any && item->n_votes)
        text_page(page, item, TEXT_MINUTE, &(struct flow){.margin = 0}, NULL);
}

static void print_meeting_head(struct page *page, const struct meeting *meeting)
{
    char *day = fact_day(page, meeting->date, meeting->date_basis), *time = meeting_time_words(page, meeting);
    char *sources = fact_sources(page, meeting, false), *gaps = fact_gaps(page, meeting);
    page_wrap(page, 0, 2, 0, STYLE_HEAD, name_committee(page, meeting->committee, 0));
    char *off = fact_called_off(page, meeting);
    page_sayf(page, 0, STYLE_TEXT, "%s%s%s%s%s", day, time ? ", " : "", time ? time : "", meeting->venue ? " · " : "",
              meeting->venue ? meeting->venue : "");
    if (off)
        page_wrap(page, 0, 2, 0, STYLE_WARNING, off);
    if (meeting->date_reason)
        page_wrap(page, 2, 2, 0, STYLE_QUIET, meeting->date_reason);
    if (sources)
        page_wrap(page, 0, 2, 0, STYLE_TEXT, sources);
    if (meeting->joined_because)
        page_wrap(page, 2, 2, 0, STYLE_QUIET, meeting->joined_because);
    if (gaps)
        page_wrap(page, 0, 2, 0, STYLE_WARNING, gaps);
    char *address = meeting_has_no_paper(meeting) ? NULL : fact_page(page, meeting);
    if (address)
        page_wrap(page, 0, 2, 0, STYLE_QUIET, mem_printf(page, "its page: %s", address));
    page_blank(page);
}

enum status meeting_print(struct sink *sink, struct store *store, const struct program *program, const char *id,
                          int item_position, int width, struct err *err)
{
    void *local = talloc_named_const(NULL, 0, "meeting");
    struct meeting_screen known = {0};
    struct meeting_changes changes = {0};
    enum status status = store_meeting(local, store, id, &known.meeting, err);
    if (status == STATUS_OK && known.meeting->n_sources > 1)
        status = store_changes(local, store, known.meeting->id, &changes, err);
    if (status == STATUS_OK)
        status = follow_ups_read(local, store, known.meeting->id, &known.actions, err);
    if (status == STATUS_OK)
        status = store_healed(local, store, known.meeting->id, &known.healed, err);
    const struct item *item = status == STATUS_OK && item_position ? meeting_item(known.meeting, item_position) : NULL;
    if (status == STATUS_OK && item_position && !item)
        status = err_set(err, STATUS_USAGE, "the meeting has no item at place %d", item_position);
    if (status == STATUS_OK) {
        struct page *page = print_page(local, width);
        known.swept = item && item->truncated && is_swept(store, program);
        meeting_take_site(store, known.meeting);
        meeting_take_changes(known.meeting, &changes);
        print_meeting_head(page, known.meeting);
        if (item)
            print_item(page, &known, item, program->as_at);
        else if (meeting_has_no_paper(known.meeting))
            no_paper_page(page, known.meeting, false);
        else
            agenda_page(page, known.meeting, &known.actions, &(struct notes){0}, &(struct item_reads){0});
        status = print_out(sink, page, program, err);
    }
    talloc_free(local);
    return status;
}
