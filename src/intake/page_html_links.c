/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Ids and site of a saved page (field.md 3.4, "Meeting id"). They stand in links only. Links inside the texts of
 * the minutes may lead to any council: what they say is not asked. */
#include "config.h"

#include "src/intake/page_html.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define ID_DIGITS 12

bool href_is(const char *href, const char *page)
{
    size_t n = strcspn(href, "?#");
    const char *name = href;
    for (size_t i = 0; i < n; i++)
        if (href[i] == '/')
            name = href + i + 1;
    size_t length = n - (size_t)(name - href);
    return length == strlen(page) && strncasecmp(name, page, length) == 0;
}

char *href_number(const void *parent, const char *href, const char *name)
{
    size_t n = strlen(name);
    for (const char *at = strchr(href, '?'); at; at = strpbrk(at, "&;")) {
        at++;
        if (strncasecmp(at, "amp;", 4) == 0)
            at += 4; /* escaped twice */
        size_t digits = strncasecmp(at, name, n) == 0 && at[n] == '=' ? strspn(at + n + 1, "0123456789") : 0;
        if (digits > 0 && digits <= ID_DIGITS)
            return mem_strndup(parent, at + n + 1, digits);
    }
    return NULL;
}

/* "112217" of "documents/s112217/Report.pdf" for 's'. */
static char *document_number(const void *parent, const char *href, char kind)
{
    const char *at = strcasestr(href, "documents/");
    at = at ? at + strlen("documents/") : "";
    size_t digits = (*at | 32) == kind ? strspn(at + 1, "0123456789") : 0;
    return digits > 0 && digits <= ID_DIGITS ? mem_strndup(parent, at + 1, digits) : NULL;
}

static void keep_first(char **into, char *value)
{
    if (!*into)
        *into = value;
    else
        talloc_free(value);
}

/* ---- the page's own address ----------------------------------------------------------------------- */

/* URL of the page itself: its site, and the ids of the meeting that stand in it. */
static void read_own_address(struct html_page *html, const char *url)
{
    struct meeting *meeting = html->page.meeting;
    keep_first(&html->site, address_site(html->page.scratch, url));
    if (!href_is(url, "ieListDocuments.aspx"))
        return;
    static const char *const names[] = {"MId", "MeetingId"};
    for (size_t i = 0; i < MB_LENGTH(names); i++)
        keep_first(&meeting->service_id, href_number(meeting, url, names[i]));
    keep_first(&meeting->committee_service_id, href_number(meeting, url, "CId"));
}

/* <base href="https://democracy.example.gov.uk/moderngov/"> */
static char *site_of_base(const void *parent, const char *href)
{
    bool web = strncasecmp(href, "http://", 7) == 0 || strncasecmp(href, "https://", 8) == 0;
    const char *host = web ? strstr(href, "//") + 2 : "";
    const char *end = strrchr(host, '/');
    return *host && end && end > host ? mem_strndup(parent, href, (size_t)(end - href)) : NULL;
}

static void read_head_links(struct html_page *html)
{
    const struct node *root = tree_root(html->tree), *head = node_find(root, "head", NULL);
    char *saved = tree_saved_from(html->page.scratch, html->tree);
    if (saved)
        read_own_address(html, saved);
    for (const struct node *at = head; at && (at = node_next(at, head)) != NULL;) {
        const char *href = node_attribute(at, "href"), *rel = node_attribute(at, "rel");
        const char *property = node_attribute(at, "property"), *content = node_attribute(at, "content");
        if (node_is(at, "link") && rel && href && strcasecmp(rel, "canonical") == 0)
            read_own_address(html, href);
        else if (node_is(at, "meta") && property && content && strcasecmp(property, "og:url") == 0)
            read_own_address(html, content);
        else if (node_is(at, "base") && href)
            keep_first(&html->site, site_of_base(html->page.scratch, href));
    }
}

/* ---- links of the system -------------------------------------------------------------------------- */

static void read_link(struct html_page *html, const char *href)
{
    struct meeting *meeting = html->page.meeting;
    keep_first(&html->site, address_site(html->page.scratch, href));
    if (href_is(href, "mgMeetingAttendance.aspx"))
        keep_first(&meeting->service_id, href_number(meeting, href, "ID"));
    if (href_is(href, "mgChooseDocPack.aspx"))
        keep_first(&meeting->agenda_service_id, href_number(meeting, href, "ID"));
    keep_first(&meeting->agenda_service_id, document_number(meeting, href, 'g'));
}

/* Links that name the meeting where there is no link to its attendance: those of votes, and of one item's page to its
 * meeting. */
static void read_lesser_link(struct html_page *html, const char *href)
{
    struct meeting *meeting = html->page.meeting;
    if (href_is(href, "mgListRecordedVotesShort.aspx") || href_is(href, "mgListRecordedVotes.aspx"))
        keep_first(&meeting->service_id, href_number(meeting, href, "MID"));
    if (html->page.one_item && href_is(href, "ieListDocuments.aspx"))
        read_own_address(html, href);
}

static void read_committee_link(struct html_page *html, const char *href)
{
    struct meeting *meeting = html->page.meeting;
    if (href_is(href, "mgCommitteeDetails.aspx"))
        keep_first(&meeting->committee_service_id, href_number(meeting, href, "ID"));
    else if (href_is(href, "ieListMeetings.aspx")) {
        keep_first(&meeting->committee_service_id, href_number(meeting, href, "CommitteeId"));
        keep_first(&meeting->committee_service_id, href_number(meeting, href, "CId"));
    }
}

typedef void on_link(struct html_page *html, const char *href);

/* Every link below PART but those in the texts of the minutes. */
static void each_link(struct html_page *html, const struct node *part, on_link *read)
{
    for (const struct node *at = part; at;) {
        bool text = node_has_class(at, "mgWordPara");
        const char *href = text || !node_is(at, "a") ? NULL : node_attribute(at, "href");
        if (href)
            read(html, href);
        at = text ? node_after(at, part) : node_next(at, part);
    }
}

/* The way to the page, above it: nav#breadcrumb-holder, ol.breadcrumb. */
static const struct node *breadcrumb(const struct html_page *html)
{
    const struct node *root = tree_root(html->tree);
    for (const struct node *at = root; at; at = node_next(at, root)) {
        const char *id = node_attribute(at, "id"), *class = node_attribute(at, "class");
        if ((id && strcasestr(id, "breadcrumb")) || (class && strcasestr(class, "breadcrumb")))
            return at;
    }
    return NULL;
}

void html_read_links(struct html_page *html)
{
    read_head_links(html);
    each_link(html, html->content, read_link);
    each_link(html, html->content, read_lesser_link);
    const struct node *title = node_find(html->content, NULL, "mgSubTitle"), *way = breadcrumb(html);
    if (!title)
        title = node_find(html->content, NULL, "mgSubTitleTxt");
    if (title)
        each_link(html, title, read_committee_link);
    if (way)
        each_link(html, way, read_committee_link);
    html->page.meeting->site = mem_strdup(html->page.meeting, html->site);
}
