/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What GetMeeting says of a meeting only by the way (field.md 3.3): its committee stands with each linked document, its
 * site in the addresses of documents and members; and who is on the committee. Where documents disagree, nothing is
 * taken. Parties, wards, posts and pictures of members are not kept. */
#include "config.h"

#include "src/intake/people.h"
#include "src/intake/service.h"

#include <string.h>
#include <strings.h>

/* ---- site ------------------------------------------------------------------------------------------- */

/* The site of the first address below ROOT in an element KIND that belongs to the council's system. */
static char *site_of(const struct service *service, const char *kind)
{
    void *scratch = service->html.page.scratch;
    for (const struct node *at = service->root; (at = node_find_next(at, service->root, kind, NULL)) != NULL;) {
        char *url = service_says(at, "isurl", true) ? NULL : service_value(scratch, at, "url");
        char *site = url ? address_site(scratch, url) : NULL;
        talloc_free(url);
        if (site)
            return site;
    }
    return NULL;
}

void service_read_site(struct service *service)
{
    struct html_page *html = &service->html;
    html->site = site_of(service, "linkeddoc");
    if (!html->site)
        html->site = site_of(service, "attendee");
    html->page.meeting->site = mem_strdup(html->page.meeting, html->site);
}

/* ---- committee -------------------------------------------------------------------------------------- */

static void name_committee(struct service *service, const char *name, const char *folded, struct strings *known)
{
    struct page *page = &service->html.page;
    for (size_t i = 0; i < known->n; i++)
        if (strcmp(known->at[i], folded) == 0)
            return;
    strings_add(page->scratch, known, folded);
    char *entry = mem_printf(page->scratch, "%s\ta linked document", name);
    strings_add(page->draft, &page->draft->committees_named, entry);
    talloc_free(entry);
}

void service_read_committee(struct service *service)
{
    struct page *page = &service->html.page;
    struct strings known = {0};
    char *first = NULL;
    page->meeting->committee = service_title(page->meeting, service->root, "committeetitle");
    if (page->meeting->committee)
        return;
    for (const struct node *at = service->root; (at = node_find_next(at, service->root, "linkeddoc", NULL)) != NULL;) {
        char *name = service_title(page->scratch, at, "committeetitle"), *folded = name ? text_fold(page->scratch, name) : NULL;
        if (folded && *folded && known.n < 8)
            name_committee(service, name, folded, &known);
        if (!first)
            first = mem_strdup(page->scratch, name);
        talloc_free(folded);
        talloc_free(name);
    }
    if (known.n == 1)
        page->meeting->committee = mem_strdup(page->meeting, first);
    else if (known.n > 1)
        draft_warn(page->draft, "the documents of this meeting name %zu committees: none was taken for the meeting's own", known.n);
}

/* ---- people ----------------------------------------------------------------------------------------- */

/* The shape of struct person; free text begins so. NULL where it says neither. */
static const char *attendance_of(const char *words)
{
    static const struct {
        const char *words, *attendance;
    } table[] = {{"expected", "expected"},
                 {"present as sub", "substitute"},
                 {"present in place of", "substitute"},
                 {"present", "present"},
                 {"apologies", "apologies"},
                 {"apology", "apologies"},
                 {"substitut", "substitute"},
                 {"in attendance", "in-attendance"}};
    for (size_t i = 0; words && i < MB_LENGTH(table); i++)
        if (strncasecmp(words, table[i].words, strlen(table[i].words)) == 0)
            return table[i].attendance;
    return NULL;
}

static char *attribute(const void *parent, const struct node *node, const char *name)
{
    const char *value = node_attribute(node, name);
    char *words = value ? text_squeeze(parent, value, strlen(value)) : NULL;
    return words && *words ? words : NULL;
}

void service_read_people(struct service *service)
{
    struct meeting *meeting = service->html.page.meeting;
    for (const struct node *at = service->root; (at = node_find_next(at, service->root, "attendee", NULL)) != NULL;) {
        char *name = attribute(meeting, at, "name");
        if (!name)
            continue;
        if (person_is_vacancy(name)) {
            strings_add(meeting, &meeting->vacancies, name);
            continue;
        }
        struct person *person = mem_append(meeting, meeting->people, meeting->n_people);
        *person = (struct person){.name = name};
        const char *attendance = attendance_of(node_attribute(at, "attendance"));
        bool guest = attendance && strcmp(attendance, "in-attendance") == 0;
        person->attendance = mem_strdup(meeting, attendance);
        person_role(meeting, person, attribute(meeting, at, "roledescription"), guest ? "other" : "member");
    }
}
