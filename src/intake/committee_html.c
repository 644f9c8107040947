/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The saved page "Committee details" (field.md 3.4): the committee's name, its id, and who is on it with their roles. What
 * it says of purpose and contacts is not kept, nor is anything that its links lead to. */
#include "config.h"

#include "src/intake/list_html.h"
#include "src/intake/people.h"

#include <string.h>
#include <strings.h>

#define NAME_LONGEST 200

/* A heading within the page; *folded is its words. */
static bool is_heading(struct html_page *html, const struct node *node, char **folded)
{
    bool title = node_has_class(node, "mgSubTitleTxt") || node_has_class(node, "mgMainTitleTxt");
    bool heading = !title && (node_has_class(node, "mgSectionTitle") || node_is(node, "h2") || node_is(node, "h3"));
    char words[NAME_LONGEST + 1];
    bool whole = false;
    if (heading) /* not all that a heading which was never closed may hold */
        node_lead(node, words, sizeof words, &whole);
    *folded = whole ? text_fold(html->page.scratch, words) : NULL;
    return whole && **folded;
}

static bool names_members(const char *folded)
{
    static const char *const words[] = {"member", "substitute", "co opt", "aelod", "dirprwy"};
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strstr(folded, words[i]))
            return true;
    return false;
}

static bool is_person_link(const struct node *node)
{
    const char *href = node_is(node, "a") ? node_attribute(node, "href") : NULL;
    return href && href_is(href, "mgUserInfo.aspx");
}

/* The link to a person in ENTRY that shows a name: another may be round a picture. */
static char *linked_name(struct html_page *html, const struct node *entry)
{
    for (const struct node *at = entry; at; at = node_next(at, entry)) {
        char *words = is_person_link(at) ? node_text(html->page.meeting, at, NULL) : NULL;
        if (words && *words)
            return words;
    }
    return NULL;
}

/* "Chair" of " (Chair)"; NULL. */
static char *role_behind(const void *parent, const char *words)
{
    const char *open = strchr(words, '('), *close = open ? strchr(open, ')') : NULL;
    char *role = close ? text_squeeze(parent, open + 1, (size_t)(close - open - 1)) : NULL;
    return role && *role ? role : NULL;
}

/* One entry of the list of members. SEAT: what the heading above it says, "substitutes", or "". */
static void take_entry(struct html_page *html, const struct node *entry, const char *seat)
{
    struct meeting *meeting = html->page.meeting;
    char *words = node_text(html->page.scratch, entry, NULL), *name = linked_name(html, entry);
    const char *found = name ? strstr(words, name) : NULL, *rest = found ? found + strlen(name) : strchr(words, '(');
    if (!name)
        name = text_squeeze(meeting, words, strcspn(words, "("));
    if (person_is_vacancy(words)) {
        strings_add(meeting, &meeting->vacancies, words);
        return;
    }
    if (!*name || strlen(name) > NAME_LONGEST)
        return;
    char *role = rest ? role_behind(html->page.scratch, rest) : NULL;
    struct person *person = mem_append(meeting, meeting->people, meeting->n_people);
    *person = (struct person){.name = name};
    const char *by_seat = person_capacity(seat);
    person_role(meeting, person, role ? role : strstr(seat, "substitute") ? "Substitute" : NULL, by_seat ? by_seat : "member");
}

/* Does a heading of the page name members? */
static bool has_members_heading(struct html_page *html)
{
    char *folded;
    for (const struct node *at = html->content; at; at = node_next(at, html->content))
        if (is_heading(html, at, &folded) && names_members(folded))
            return true;
    return false;
}

/* The row or entry that LINK stands in. */
static const struct node *entry_of(const struct node *link)
{
    const struct node *at = link;
    for (int i = 0; i < 4 && at; i++, at = node_parent(at))
        if (node_is(at, "li") || node_is(at, "tr"))
            return at;
    return link;
}

/* The entries below the headings that name members; on a page without such headings all that link to a person. */
static void read_members(struct html_page *html)
{
    bool sections = has_members_heading(html);
    const char *seat = sections ? NULL : "";
    const struct node *last = NULL;
    char *folded;
    for (const struct node *at = html->content, *next; at; at = next) {
        next = node_next(at, html->content);
        if (is_heading(html, at, &folded) && sections) {
            seat = names_members(folded) ? folded : NULL;
        } else if (sections && seat && (node_is(at, "li") || is_person_link(at))) {
            take_entry(html, entry_of(at), seat);
            next = node_after(at, html->content);
        } else if (!sections && is_person_link(at) && entry_of(at) != last) {
            last = entry_of(at);
            take_entry(html, last, seat);
        }
    }
}

enum status committee_html_read(struct draft *draft, const char *text, size_t n, struct err *err)
{
    struct html_page html;
    struct meeting *meeting = draft->meeting;
    enum status status = list_html_open(&html, draft, text, n, err);
    if (status == STATUS_OK) {
        read_members(&html);
        if (!meeting->committee && meeting->n_people == 0)
            status = err_set(err, STATUS_INPUT, "this page names neither a committee nor its members");
    }
    if (status == STATUS_OK && meeting->committee)
        *mem_append(draft, draft->listed_committees, draft->n_listed_committees) = (struct listed_committee){
            .name = mem_strdup(draft, meeting->committee), .service_id = mem_strdup(draft, meeting->committee_service_id)};
    html_close(&html);
    return status;
}
