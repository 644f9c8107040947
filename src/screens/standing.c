/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Does a meeting take place, and how is it known: by papers, by a list of the council, or because the member entered
 * it? What its papers hold is facts.c. */
#include "config.h"

#include "words.h"

#include <string.h>
#include <strings.h>

const char *status_called_off(const char *status)
{
    bool off = status && (strcmp(status, "cancelled") == 0 || strcmp(status, "postponed") == 0);
    return off ? status : NULL;
}

char *fact_called_off(const void *parent, const struct meeting *meeting)
{
    const char *off = status_called_off(meeting->status), *text = meeting->status_text;
    if (!off || !text || strcasecmp(text, off) == 0)
        return mem_strdup(parent, off);
    return mem_printf(parent, "%s (printed: “%s”)", off, text);
}

bool meeting_has_no_paper(const struct meeting *meeting)
{
    return meeting->n_sources == 0;
}

/* Only lists give numbers of the council's system to a meeting of which no paper is held. */
bool meeting_is_listed(const struct meeting *meeting)
{
    return meeting->n_sources == 0 && meeting->service_id;
}

const char *fact_no_paper(bool listed, const char *status)
{
    if (!listed)
        return "no paper held yet; entered by you";
    const char *off = status_called_off(status);
    return !off                            ? "no paper held yet; listed by the council"
           : strcmp(off, "postponed") == 0 ? "postponed; listed by the council"
                                           : "cancelled; listed by the council";
}

struct strings fact_how_known(const void *parent, const struct meeting *meeting)
{
    struct strings out = {0};
    char *address = address_of_meeting(parent, meeting), *off = fact_called_off(parent, meeting);
    bool listed = meeting_is_listed(meeting);
    strings_add(parent, &out, listed ? "No paper of this meeting is held yet: a list of the council names it."
                                     : "No paper of this meeting is held yet: you entered it by hand.");
    if (off)
        strings_add(parent, &out, mem_printf(parent, "The list says that it is %s.", off));
    else
        strings_add(parent, &out, listed ? "Import its agenda pack or its page, and they stand here."
                                         : "When its agenda pack or its page is published, import it; it takes the place of this entry.");
    if (address)
        strings_add(parent, &out, mem_printf(parent, "Its page: %s", address));
    return out;
}

char *fact_page(const void *parent, const struct meeting *meeting)
{
    char *page = address_of_meeting(parent, meeting), *committee = page ? NULL : address_of_committee(parent, meeting);
    const char *near = committee ? committee : meeting->site;
    return page || !near ? page : mem_printf(parent, "begin at %s", near);
}
