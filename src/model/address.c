/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Addresses of a council's committee system, put together from the ids that its own papers gave, and the site that
 * such an address belongs to (field.md 3.1, 3.3, 3.4). Nothing is opened here. */
#include "config.h"

#include <minutebook/model.h>

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* ---- from ids ------------------------------------------------------------------------------------ */

/* Ids come from papers: what is not all digits goes into no address. */
static bool is_id(const char *id)
{
    return id && *id && strspn(id, "0123456789") == strlen(id);
}

char *address_of_meeting(const void *parent, const struct meeting *meeting)
{
    if (!meeting->site || !is_id(meeting->service_id))
        return NULL;
    if (!is_id(meeting->committee_service_id))
        return mem_printf(parent, "%s/ieListDocuments.aspx?MId=%s&Ver=4", meeting->site, meeting->service_id);
    return mem_printf(parent, "%s/ieListDocuments.aspx?CId=%s&MId=%s&Ver=4", meeting->site,
                      meeting->committee_service_id, meeting->service_id);
}

char *address_of_item(const void *parent, const struct meeting *meeting, const struct item *item)
{
    if (!meeting->site || !is_id(item->service_id))
        return NULL;
    return mem_printf(parent, "%s/mgAi.aspx?ID=%s", meeting->site, item->service_id);
}

char *address_of_service(const void *parent, const struct meeting *meeting)
{
    if (!meeting->site || !is_id(meeting->service_id))
        return NULL;
    return mem_printf(parent, "%s/mgWebService.asmx/GetMeeting?lMeetingId=%s", meeting->site, meeting->service_id);
}

char *address_of_committee(const void *parent, const struct meeting *meeting)
{
    if (!meeting->site || !is_id(meeting->committee_service_id))
        return NULL;
    return mem_printf(parent, "%s/ieListMeetings.aspx?CommitteeId=%s", meeting->site, meeting->committee_service_id);
}

/* The system tells a printed paper by T alone; the name in the address is what a browser saves it as. */
char *address_of_printed(const void *parent, const struct meeting *meeting, enum printed_paper paper)
{
    static const struct {
        const char *name, *t;
    } papers[] = {
        [PRINTED_FRONTSHEET] = {"Agenda%20frontsheet", "0"},
        [PRINTED_MINUTES] = {"Printed%20minutes", "1"},
        [PRINTED_DECISIONS] = {"Decisions", "2"},
        [PRINTED_PACK] = {"Public%20reports%20pack", "10"},
    };
    if (!meeting->site || !is_id(meeting->agenda_service_id))
        return NULL;
    return mem_printf(parent, "%s/documents/g%s/%s.pdf?T=%s", meeting->site, meeting->agenda_service_id,
                      papers[paper].name, papers[paper].t);
}

/* ---- from a link ---------------------------------------------------------------------------------- */

char *address_whole(const void *parent, const char *site, const char *url)
{
    if (!url || !*url || *url == '#')
        return NULL;
    if (strncasecmp(url, "http://", 7) == 0 || strncasecmp(url, "https://", 8) == 0)
        return mem_strdup(parent, url);
    size_t path = strcspn(url, "/?#");
    if (!site || strncmp(url, "//", 2) == 0 || memchr(url, ':', path)) /* "mailto:", "javascript:" */
        return NULL;
    const char *host = strstr(site, "://");
    if (*url == '/' && host) {
        size_t n = (size_t)(host + 3 - site) + strcspn(host + 3, "/");
        return mem_printf(parent, "%.*s%s", (int)n, site, url);
    }
    return mem_printf(parent, "%s/%s", site, url);
}

/* ---- to the site --------------------------------------------------------------------------------- */

/* "ieListDocuments.aspx", "mgAi.aspx", "mgWebService.asmx" at AT: a page of the system. */
static bool is_system_page(const char *at)
{
    if (strncasecmp(at, "ie", 2) != 0 && strncasecmp(at, "mg", 2) != 0)
        return false;
    size_t n = 2;
    while (isalnum((unsigned char)at[n]))
        n++;
    return n > 2 && (strncasecmp(at + n, ".aspx", 5) == 0 || strncasecmp(at + n, ".asmx", 5) == 0);
}

/* "documents/s112217/...", "documents/g10230/...", "documents/b1234/..." at AT. */
static bool is_system_document(const char *at)
{
    static const char folder[] = "documents/";
    if (strncasecmp(at, folder, sizeof folder - 1) != 0)
        return false;
    at += sizeof folder - 1;
    return isalpha((unsigned char)*at) && isdigit((unsigned char)at[1]);
}

char *address_site(const void *parent, const char *url)
{
    size_t scheme = 0;
    if (url && strncasecmp(url, "https://", 8) == 0)
        scheme = 8;
    else if (url && strncasecmp(url, "http://", 7) == 0)
        scheme = 7;
    if (scheme == 0)
        return NULL;
    size_t host = strcspn(url + scheme, "/?#");
    if (host == 0 || url[scheme + host] != '/')
        return NULL;
    size_t end = strcspn(url, "?#");
    for (size_t i = scheme + host; i < end; i++)
        if (url[i] == '/' && (is_system_page(url + i + 1) || is_system_document(url + i + 1)))
            return mem_strndup(parent, url, i);
    return NULL;
}
