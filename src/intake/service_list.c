/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Lists of the council's web service: GetMeetings, GetAllMeetingsByDate, GetCommittees (field.md 3.3). The committee of a
 * meeting stands with it or round it. Such a list may hold every meeting of twenty years: one walk, no more. */
#include "config.h"

#include "src/intake/service.h"

#include <stdlib.h>
#include <string.h>

struct list {
    struct draft *draft;
    const struct node *committee; /* the last one that was read, and what it is called */
    char *name, *id;
};

/* The committee that a meeting stands in, NULL where the list is one of meetings alone. */
static const struct node *committee_round(const struct node *meeting)
{
    const struct node *at = node_parent(meeting);
    while (at && !node_is(at, "committee"))
        at = node_parent(at);
    return at;
}

static void add_committee(struct list *list, const struct node *node)
{
    struct draft *draft = list->draft;
    list->committee = node;
    list->name = service_title(draft, node, "committeetitle");
    list->id = service_id(draft, node, "committeeid");
    if (!list->name && !list->id)
        return;
    struct listed_committee *committee = mem_append(draft, draft->listed_committees, draft->n_listed_committees);
    *committee = (struct listed_committee){
        .name = list->name,
        .service_id = list->id,
        .category = service_title(draft, node, "committeecategory"),
        .expired = service_says(node, "committeeexpired", true),
        .deleted = service_says(node, "committeedeleted", true),
    };
}

static void add_meeting(struct list *list, const struct node *node)
{
    struct draft *draft = list->draft;
    const struct node *round = committee_round(node);
    char *name = service_title(draft, node, "committeetitle"), *id = service_id(draft, node, "committeeid");
    bool known = round && round == list->committee;
    struct listed_meeting meeting = {
        .committee = name ? name : known ? mem_strdup(draft, list->name) : NULL,
        .committee_service_id = id ? id : known ? mem_strdup(draft, list->id) : NULL,
        .service_id = service_id(draft, node, "meetingid"),
        .date = service_day(node, "meetingdate"),
        .minutes_after_midnight = service_clock(node, "meetingtime"),
        .venue = service_words(draft, node, "meetinglocation"),
        .status_text = service_words(draft, node, "meetingstatus"),
        .has_agenda = service_says(node, "agendapublished", true),
        .has_decisions = service_says(node, "decisionpublished", true),
        .has_minutes = service_says(node, "minutepublished", true),
    };
    meeting.status = mem_strdup(draft, service_status(meeting.status_text));
    if (meeting.service_id || date_is_set(meeting.date))
        *mem_append(draft, draft->listed_meetings, draft->n_listed_meetings) = meeting;
}

/* The counts at the head of a list say when a part of it is missing. */
static void check_count(const struct service *service, const char *element, const char *what, size_t found)
{
    char *said = service_words(service->html.page.scratch, service->root, element);
    size_t digits = said ? strspn(said, "0123456789") : 0;
    unsigned long count = digits > 0 && digits < 9 && said[digits] == '\0' ? strtoul(said, NULL, 10) : found;
    if (count != found)
        draft_warn(service->html.page.draft, "the list says that it holds %lu %s, %zu were read", count, what, found);
}

static void read_list(struct service *service)
{
    struct draft *draft = service->html.page.draft;
    struct list list = {.draft = draft};
    size_t undated = 0;
    for (const struct node *at = service->root; (at = node_next(at, service->root)) != NULL;) {
        if (node_is(at, "committee"))
            add_committee(&list, at);
        else if (node_is(at, "meeting"))
            add_meeting(&list, at);
    }
    for (size_t i = 0; i < draft->n_listed_meetings; i++)
        undated += !date_is_set(draft->listed_meetings[i].date);
    if (undated > 0)
        draft_warn(draft, "%zu of %zu meetings on this list have no day that can be read", undated, draft->n_listed_meetings);
    check_count(service, "meetingscount", "meetings", draft->n_listed_meetings);
    if (node_child(service->root, "committee"))
        check_count(service, "committeescount", "committees", draft->n_listed_committees);
}

enum status service_list_read(struct draft *draft, const char *text, size_t n, struct err *err)
{
    static const char *const names[] = {"getmeetings", "getmeetingsbydate", "getallmeetingsbydate", "committees", NULL};
    struct service service;
    enum status status = service_open(&service, draft, text, n, names, err);
    if (status == STATUS_OK) {
        read_list(&service);
        if (draft->n_listed_meetings + draft->n_listed_committees == 0)
            draft_warn(draft, "this list of the council's service is empty: the days asked for may hold no meeting");
    }
    service_close(&service);
    return status;
}
