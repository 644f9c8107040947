/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The saved page "Browse meetings" (field.md 3.4): a committee's meetings, fifteen at a time, each a link with its day and
 * time, behind it what is published of it and whether it is off. The page names its committee once, at its head. */
#include "config.h"

#include "src/intake/list_html.h"

#include <string.h>
#include <strings.h>

#define HEADING_LONGEST 200 /* bytes */

/* ---- the committee ---------------------------------------------------------------------------------- */

static char *committee_id(struct html_page *html, const char *href)
{
    static const struct {
        const char *page, *name;
    } links[] = {{"ieListMeetings.aspx", "CommitteeId"}, {"ieListMeetings.aspx", "CId"}, {"mgCommitteeDetails.aspx", "ID"},
                 {"ieListDocuments.aspx", "CId"}};
    char *id = NULL;
    for (size_t i = 0; i < MB_LENGTH(links) && !id; i++)
        if (href_is(href, links[i].page))
            id = href_number(html->page.meeting, href, links[i].name);
    return id;
}

/* The heading right below the page's own, "Browse meetings", where it names a body: the second title of a page without the
 * classes that tell titles. NULL. */
static char *heading_below(struct html_page *html, const char *form)
{
    static const char *const headings[] = {"h1", "h2", "h3"};
    bool below = false;
    for (const struct node *at = html->content; *form && (at = node_next(at, html->content)) != NULL;) {
        char words[HEADING_LONGEST];
        bool whole, has_year;
        struct date date;
        size_t used;
        if (!node_is_any(at, headings, MB_LENGTH(headings)))
            continue;
        node_lead(at, words, sizeof words, &whole);
        if (below) {
            (void)date_find(words, &used, &date, &has_year);
            return whole && used == 0 && page_word_first(WORD_BODY, words, NULL) ? mem_strdup(html->page.meeting, words) : NULL;
        }
        below = whole && strcmp(words, form) == 0;
    }
    return NULL;
}

/* The name is the second title; a page without one describes itself: "Browse meetings - Rivers Panel". */
static char *committee_name(struct html_page *html)
{
    struct meeting *meeting = html->page.meeting;
    const struct node *title = NULL;
    char *name = NULL;
    do {
        title = node_find_next(title ? title : html->content, html->content, NULL, "mgSubTitleTxt");
        name = title ? node_text(meeting, title, NULL) : NULL;
    } while (title && !*name);
    char *form = html_main_title(html->page.scratch, html->tree);
    if (!name)
        name = heading_below(html, form);
    const char *described = name ? NULL : html_meta(html, "DC.title");
    size_t n = strlen(form);
    if (described && n > 0 && strncasecmp(described, form, n) == 0 && text_starts(described + n, " - "))
        name = text_squeeze(meeting, described + n + 3, strlen(described + n + 3));
    return name && *name ? name : NULL;
}

static const struct node *other_content(const struct tree *tree)
{
    return html_lists(tree_root(tree)) ? tree_root(tree) : NULL;
}

enum status list_html_open(struct html_page *html, struct draft *draft, const char *text, size_t n, struct err *err)
{
    struct meeting *meeting = draft->meeting;
    enum status status = html_open(html, draft, text, n, err);
    if (status != STATUS_OK)
        return status;
    if (!html->content)
        html->content = other_content(html->tree);
    if (!html->content)
        return err_set(err, STATUS_INPUT, "this web page is none of a council's system: it has none of its headings");
    html_read_links(html);
    meeting->service_id = meeting->agenda_service_id = NULL; /* what a link names is not this page */
    meeting->committee = committee_name(html);
    for (const struct node *at = html->content; !meeting->committee_service_id && (at = node_find_next(at, html->content, "a", NULL));)
        if (node_attribute(at, "href"))
            meeting->committee_service_id = committee_id(html, node_attribute(at, "href"));
    return STATUS_OK;
}

/* ---- meetings --------------------------------------------------------------------------------------- */

/* One part of what stands behind the time, "Agenda", "Minutes", "CANCELLED": what is published, else words on how the
 * meeting stands. */
static void read_part(struct draft *draft, struct listed_meeting *meeting, char *part)
{
    bool agenda = strcasestr(part, "agenda") || strcasestr(part, "rhaglen");
    bool decisions = strcasestr(part, "decision") || strcasestr(part, "penderfyniad");
    bool minutes = strcasestr(part, "minutes") || strcasestr(part, "cofnodion");
    meeting->has_agenda |= agenda;
    meeting->has_decisions |= decisions;
    meeting->has_minutes |= minutes;
    if (agenda || decisions || minutes || *part == '\0')
        return;
    char *before = meeting->status_text;
    meeting->status_text = before ? mem_printf(draft, "%s, %s", before, part) : mem_strdup(draft, part);
    talloc_free(before);
}

static void read_parts(struct draft *draft, struct listed_meeting *meeting, const char *words)
{
    while (*words) {
        words += strspn(words, " ,;-.()") ;
        size_t dash = text_starts(words, "\xE2\x80\x93") || text_starts(words, "\xE2\x80\x94") ? 3 : 0, n = 0;
        words += dash;
        while (words[n] && !strchr(",;()", words[n]) && !text_starts(words + n, " - ") && !text_starts(words + n, " \xE2\x80\x93 "))
            n++;
        char *part = text_squeeze(NULL, words, n);
        read_part(draft, meeting, part);
        talloc_free(part);
        words += n;
    }
    const char *said = meeting->status_text ? meeting->status_text : "";
    if (page_word_first(WORD_CANCELLED, said, NULL))
        meeting->status = mem_strdup(draft, "cancelled");
    else if (page_word_first(WORD_POSTPONED, said, NULL))
        meeting->status = mem_strdup(draft, "postponed");
}

/* The row or entry that NODE stands in; its block where there is none. */
static const struct node *row_of(const struct node *node)
{
    const struct node *row = node_parent(node), *block = NULL;
    for (int i = 0; i < 6 && row && !node_is(row, "li") && !node_is(row, "tr"); i++, row = node_parent(row)) {
        bool is_block = node_is(row, "div") || node_is(row, "p") || node_is(row, "td") || node_is(row, "article") || node_is(row, "dd");
        block = block ? block : is_block ? row : NULL;
    }
    return row && (node_is(row, "li") || node_is(row, "tr")) ? row : block ? block : node;
}

static const char *meeting_href(const struct node *node)
{
    const char *href = node_is(node, "a") ? node_attribute(node, "href") : NULL;
    return href && href_is(href, "ieListDocuments.aspx") ? href : NULL;
}

static char *meeting_id(const void *parent, const char *href)
{
    char *id = href_number(parent, href, "MId");
    return id ? id : href_number(parent, href, "MeetingId");
}

/* Does ROW hold links to several meetings, as a cell of a calendar does? */
static bool holds_several(const struct node *row, const char *href)
{
    bool several = false;
    char *own = meeting_id(NULL, href);
    for (const struct node *at = row; !several && (at = node_find_next(at, row, "a", NULL)) != NULL;) {
        char *id = meeting_href(at) ? meeting_id(NULL, meeting_href(at)) : NULL;
        several = id && own && strcmp(id, own) != 0;
        talloc_free(id);
    }
    talloc_free(own);
    return several;
}

/* Day and time in WORDS; what stands before the day in *before bytes, the rest behind both. NULL: no day with its year. */
static const char *read_day(const char *words, struct listed_meeting *meeting, size_t *before)
{
    size_t used;
    bool has_year = false;
    struct date date;
    *before = date_find(words, &used, &date, &has_year);
    if (used == 0 || !has_year)
        return NULL;
    meeting->date = date;
    const char *rest = words + *before + used + strspn(words + *before + used, " ,");
    rest += strncasecmp(rest, "at ", 3) == 0 ? 3 : 0;
    return rest + clock_scan(rest, &meeting->minutes_after_midnight);
}

/* The committee that a row of several committees' meetings names: by its link, in a cell of its own, or in WORDS, the link
 * to the meeting. */
static char *committee_of_row(struct html_page *html, const struct node *row, const char *words)
{
    struct listed_meeting other;
    size_t before;
    for (const struct node *at = row; (at = node_next(at, row)) != NULL;) {
        const char *href = node_is(at, "a") ? node_attribute(at, "href") : NULL;
        bool own = href && (href_is(href, "mgCommitteeDetails.aspx") || href_is(href, "ieListMeetings.aspx"));
        bool cell = node_is(at, "td") || node_is(at, "th") || node_is(at, "span") || node_is(at, "h3") || node_is(at, "h4");
        char *text = own || cell ? node_text(html->page.scratch, at, NULL) : NULL;
        if (text && *text && strlen(text) < 150 && page_word_first(WORD_BODY, text, NULL) && !read_day(text, &other, &before) && html_time_in(text) < 0)
            return mem_strdup(html->page.draft, text);
    }
    int minutes;
    size_t clock = clock_scan(words, &minutes);
    struct listed_meeting day;
    bool dated = read_day(words, &day, &before) != NULL;
    char *name = text_squeeze(html->page.draft, words + clock, dated && before > clock ? before - clock : dated ? 0 : strlen(words) - clock);
    size_t n = strlen(name), start = strspn(name, " ,:;-");
    while (n > start && strchr(" ,:;-", name[n - 1]))
        name[--n] = '\0';
    return n > start && page_word_first(WORD_BODY, name + start, NULL) ? mem_strdup(html->page.draft, name + start) : NULL;
}

/* What stands behind WORDS in the text of ROW, and on how the meeting stands before it. */
static char *behind(struct html_page *html, const char *row, const char *words)
{
    const char *found = strstr(row, words);
    const char *rest = found ? found + strlen(words) : row;
    struct listed_meeting ignored = {.minutes_after_midnight = -1};
    size_t before;
    const char *day = read_day(rest, &ignored, &before);
    int minutes;
    rest = day ? day : rest + strspn(rest, " ,-");
    return mem_strdup(html->page.scratch, rest + clock_scan(rest, &minutes));
}

/* The meeting of ROW, whose link LINK is; NULL: one that is not published yet has none. HEADING: words that hold the day of
 * all rows below it. */
static bool read_meeting(struct html_page *html, const struct node *row, const struct node *link, const char *heading)
{
    struct draft *draft = html->page.draft;
    struct listed_meeting meeting = {.minutes_after_midnight = -1};
    const char *href = link ? meeting_href(link) : NULL;
    char *all = node_text(html->page.scratch, row, NULL);
    char *words = link ? node_text(html->page.scratch, link, NULL) : all;
    size_t before = 0;
    const char *rest = read_day(words, &meeting, &before), *around = rest ? words : all;
    if (!rest)
        rest = read_day(all, &meeting, &before);
    if (!rest && heading)
        rest = read_day(heading, &meeting, &before) ? "" : NULL;
    if (!rest || (!link && (before > 0 || meeting.minutes_after_midnight < 0)))
        return false;
    if (meeting.minutes_after_midnight < 0)
        meeting.minutes_after_midnight = html_time_in(all);
    if (around != words && meeting.minutes_after_midnight < 0)
        return false; /* a day beside a link may be any */
    meeting.service_id = href ? meeting_id(draft, href) : NULL;
    char *id = href ? href_number(draft, href, "CId") : NULL;
    meeting.committee_service_id = id ? id : mem_strdup(draft, html->page.meeting->committee_service_id);
    meeting.committee = html->page.meeting->committee ? mem_strdup(draft, html->page.meeting->committee) : committee_of_row(html, row, words);
    read_parts(draft, &meeting, around == words ? mem_printf(html->page.scratch, "%s, %s", rest, behind(html, all, words)) : behind(html, all, ""));
    *mem_append(draft, draft->listed_meetings, draft->n_listed_meetings) = meeting;
    return true;
}

/* A list may hold the meetings of other committees, too: only those of the page's own bear its name. */
static void settle_committees(struct draft *draft)
{
    const char *own = draft->meeting->committee ? draft->meeting->committee_service_id : NULL;
    for (size_t i = 0; i < draft->n_listed_meetings; i++) {
        struct listed_meeting *meeting = &draft->listed_meetings[i];
        if (own && meeting->committee_service_id && strcmp(own, meeting->committee_service_id) != 0)
            meeting->committee = NULL;
    }
}

/* A heading with a day, below which the meetings of that day stand; the words of another end it. */
static void take_heading(struct html_page *html, const struct node *node, char **heading)
{
    static const char *const names[] = {"h2", "h3", "h4", "h5", "caption", "dt"};
    struct listed_meeting day;
    size_t before;
    for (size_t i = 0; i < MB_LENGTH(names); i++)
        if (node_is(node, names[i])) {
            char *words = node_text(html->page.scratch, node, NULL);
            *heading = strlen(words) < 100 && read_day(words, &day, &before) ? words : NULL;
        }
}

/* A row without a link. What holds other rows is none; that is asked first, for it is told by the next of them. */
static bool is_bare_row(const struct node *node)
{
    static const char *const rows[] = {"li", "tr"};
    if (!node_is_any(node, rows, MB_LENGTH(rows)))
        return false;
    for (const struct node *at = node; (at = node_next(at, node)) != NULL;)
        if (node_is_any(at, rows, MB_LENGTH(rows)) || node_is(at, "a"))
            return false;
    return true;
}

/* Rows that were read already: each has one meeting, however many links lead to it. */
static size_t read_rows(struct html_page *html)
{
    const struct node *last = NULL;
    char *heading = NULL;
    size_t unread = 0;
    bool several = false;
    for (const struct node *at = html->content; (at = node_next(at, html->content)) != NULL;) {
        const char *href = meeting_href(at);
        take_heading(html, at, &heading);
        if (!href && is_bare_row(at))
            (void)read_meeting(html, at, NULL, NULL);
        if (!href)
            continue;
        const struct node *row = row_of(at);
        if (row == last && !several)
            continue;
        several = row == last || holds_several(row, href);
        last = row;
        unread += !read_meeting(html, several ? at : row, at, heading) && node_has_class(at, "mgMeetingTableLnk");
    }
    return unread;
}

/* A page that lists committees, "Committees": a link to each. */
static void read_committees(struct html_page *html)
{
    struct draft *draft = html->page.draft;
    for (const struct node *at = html->content; (at = node_find_next(at, html->content, "a", NULL)) != NULL;) {
        const char *href = node_attribute(at, "href");
        if (!href || !(href_is(href, "mgCommitteeDetails.aspx") || href_is(href, "ieListMeetings.aspx")))
            continue;
        char *name = node_text(draft, at, NULL), *id = committee_id(html, href);
        char *expired = strcasestr(name, " (expired)");
        if (expired)
            *expired = '\0';
        if (*name && id)
            *mem_append(draft, draft->listed_committees, draft->n_listed_committees) =
                (struct listed_committee){.name = name, .service_id = mem_strdup(draft, id), .expired = expired != NULL};
    }
}

enum status list_html_read(struct draft *draft, const char *text, size_t n, struct err *err)
{
    struct html_page html;
    enum status status = list_html_open(&html, draft, text, n, err);
    size_t unread = status == STATUS_OK ? read_rows(&html) : 0;
    settle_committees(draft);
    if (unread > 0)
        draft_warn(draft, "%zu %s of this list %s no day that can be read and %s left out", unread, unread == 1 ? "meeting" : "meetings",
                   unread == 1 ? "has" : "have", unread == 1 ? "was" : "were");
    if (status == STATUS_OK && draft->n_listed_meetings == 0 && !draft->meeting->committee)
        read_committees(&html);
    if (status == STATUS_OK && draft->n_listed_meetings + draft->n_listed_committees == 0 && !draft->meeting->committee)
        status = err_set(err, STATUS_INPUT, "no meetings were found on this page: a list has a link with its day for each");
    html_close(&html);
    return status;
}
