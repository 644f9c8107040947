/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The saved page "Browse meetings" (field.md 3.4): a committee's meetings, fifteen at a time, each a link with its day and
 * time, behind it what is published of it and whether it is off. The page names its committee once, at its head. */
#include "config.h"

#include "src/intake/list_html.h"

#include <string.h>
#include <strings.h>

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
    const char *described = name ? NULL : html_meta(html, "DC.title");
    char *form = html_main_title(html->page.scratch, html->tree);
    size_t n = strlen(form);
    if (described && n > 0 && strncasecmp(described, form, n) == 0 && text_starts(described + n, " - "))
        name = text_squeeze(meeting, described + n + 3, strlen(described + n + 3));
    return name && *name ? name : NULL;
}

enum status list_html_open(struct html_page *html, struct draft *draft, const char *text, size_t n, struct err *err)
{
    struct meeting *meeting = draft->meeting;
    enum status status = html_open(html, draft, text, n, err);
    if (status != STATUS_OK)
        return status;
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

/* What stands behind LINK in its row. */
static char *behind(struct html_page *html, const struct node *link, const char *words)
{
    const struct node *row = node_parent(link);
    for (int i = 0; i < 4 && row && !node_is(row, "li") && !node_is(row, "tr"); i++)
        row = node_parent(row);
    if (!row || !(node_is(row, "li") || node_is(row, "tr")))
        return mem_strdup(html->page.scratch, "");
    char *all = node_text(html->page.scratch, row, NULL), *found = strstr(all, words);
    return found ? found + strlen(words) : mem_strdup(html->page.scratch, "");
}

static bool read_meeting(struct html_page *html, const struct node *link, const char *href)
{
    struct draft *draft = html->page.draft;
    struct listed_meeting meeting = {.minutes_after_midnight = -1};
    size_t used;
    bool has_year = false;
    char *words = node_text(html->page.scratch, link, NULL);
    size_t at = date_find(words, &used, &meeting.date, &has_year);
    if (used == 0 || !has_year)
        return false;
    const char *rest = words + at + used + strspn(words + at + used, " ,");
    if (strncasecmp(rest, "at ", 3) == 0)
        rest += 3;
    rest += clock_scan(rest, &meeting.minutes_after_midnight);
    meeting.service_id = href_number(draft, href, "MId");
    if (!meeting.service_id)
        meeting.service_id = href_number(draft, href, "MeetingId");
    char *id = href_number(draft, href, "CId");
    meeting.committee_service_id = id ? id : mem_strdup(draft, html->page.meeting->committee_service_id);
    meeting.committee = mem_strdup(draft, html->page.meeting->committee);
    read_parts(draft, &meeting, mem_printf(html->page.scratch, "%s, %s", rest, behind(html, link, words)));
    *mem_append(draft, draft->listed_meetings, draft->n_listed_meetings) = meeting;
    return true;
}

/* A list may hold the meetings of other committees, too: only those of the page's own bear its name. */
static void settle_committees(struct draft *draft)
{
    const char *own = draft->meeting->committee_service_id;
    for (size_t i = 0; i < draft->n_listed_meetings; i++) {
        struct listed_meeting *meeting = &draft->listed_meetings[i];
        if (own && meeting->committee_service_id && strcmp(own, meeting->committee_service_id) != 0)
            meeting->committee = NULL;
    }
}

enum status list_html_read(struct draft *draft, const char *text, size_t n, struct err *err)
{
    struct html_page html;
    size_t unread = 0;
    enum status status = list_html_open(&html, draft, text, n, err);
    const struct node *at = html.content;
    while (status == STATUS_OK && (at = node_find_next(at, html.content, "a", NULL)) != NULL) {
        const char *href = node_attribute(at, "href");
        bool meeting = href && href_is(href, "ieListDocuments.aspx");
        unread += meeting && !read_meeting(&html, at, href) && node_has_class(at, "mgMeetingTableLnk");
    }
    settle_committees(draft);
    if (unread > 0)
        draft_warn(draft, "%zu %s of this list %s no day that can be read and %s left out", unread, unread == 1 ? "meeting" : "meetings",
                   unread == 1 ? "has" : "have", unread == 1 ? "was" : "were");
    if (status == STATUS_OK && draft->n_listed_meetings == 0 && !draft->meeting->committee)
        status = err_set(err, STATUS_INPUT, "no meetings were found on this page: a list has a link with its day for each");
    html_close(&html);
    return status;
}
