/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* GetMeeting of the council's web service (field.md 3.3), and what every reply needs: finding the element that counts,
 * values out of elements that hold blanks. The committee is not named there: see service_head.c. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/service.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define ID_DIGITS 12

/* ---- opening ---------------------------------------------------------------------------------------- */

static const struct node *find_root(const struct tree *tree, const char *const *names)
{
    const struct node *root = tree_root(tree), *at = root;
    for (size_t k = 0; k < SERVICE_DEPTH && at; k++, at = node_next(at, root))
        for (size_t i = 0; names[i]; i++)
            if (node_is(at, names[i]))
                return at;
    return NULL;
}

char *service_wrapped(const void *parent, const struct tree *tree)
{
    const struct node *root = tree_root(tree), *at = root;
    for (size_t k = 0; k < SERVICE_DEPTH && at; k++, at = node_next(at, root)) {
        if (node_child(at, NULL))
            continue;
        char *text = node_words(parent, at, NULL, NULL), *trimmed = text_trim(text);
        if (*trimmed == '<') {
            memmove(text, trimmed, strlen(trimmed) + 1);
            return text;
        }
        talloc_free(text);
    }
    return NULL;
}

enum status service_open(struct service *service, struct draft *draft, const char *text, size_t n, const char *const *names,
                         struct err *err)
{
    *service = (struct service){.html = {.page = {.scratch = talloc_named_const(draft, 0, "reply of the service")}}};
    struct html_page *html = &service->html;
    html->page.draft = draft;
    html->page.meeting = draft->meeting;
    html->page.has_labels = html->labelled = true; /* its elements are the labels */
    enum status status = tree_read_xml(html->page.scratch, text, n, &html->tree, err);
    if (status != STATUS_OK)
        return status;
    service->root = find_root(html->tree, names);
    char *reply = service->root ? NULL : service_wrapped(html->page.scratch, html->tree);
    if (reply) {
        status = tree_read_xml(html->page.scratch, reply, strlen(reply), &html->tree, err);
        service->root = status == STATUS_OK ? find_root(html->tree, names) : NULL;
    }
    if (!service->root)
        return err_set(err, STATUS_INPUT, "no <%s> was found in this reply of the council's service", names[0]);
    if (tree_is_incomplete(html->tree)) {
        draft->incomplete = true;
        draft_warn(draft, "INCOMPLETE: the reply of the service breaks off; what stands before that was read");
    }
    return STATUS_OK;
}

void service_close(struct service *service)
{
    talloc_free(service->html.page.scratch);
}

/* ---- values ----------------------------------------------------------------------------------------- */

static char *unless_empty(char *words)
{
    if (words && *words)
        return words;
    talloc_free(words);
    return NULL;
}

char *service_value(const void *parent, const struct node *node, const char *name)
{
    char *value = node_value(parent, node, name);
    const char *attribute = value ? NULL : node_attribute(node, name);
    char *copy = attribute ? mem_strdup(NULL, attribute) : NULL;
    if (copy && *text_trim(copy))
        value = mem_strdup(parent, text_trim(copy));
    talloc_free(copy);
    return value;
}

char *service_words(const void *parent, const struct node *node, const char *name)
{
    char *value = service_value(NULL, node, name);
    char *words = value ? text_squeeze(parent, value, strlen(value)) : NULL;
    talloc_free(value);
    return unless_empty(words);
}

char *service_title(const void *parent, const struct node *node, const char *name)
{
    char *value = service_value(NULL, node, name);
    if (!value)
        return NULL;
    struct buf out;
    buf_init(&out, value, BUF_MAX_DOCUMENT);
    size_t n = strlen(value);
    for (size_t i = 0, used; i < n; i += used) {
        char character[5];
        used = value[i] == '&' ? markup_entity(value + i, n - i, character) : 0;
        if (used)
            buf_puts(&out, character);
        else
            buf_putc(&out, value[i]);
        used = used ? used : 1;
    }
    char *title = text_squeeze(parent, out.data, out.len);
    talloc_free(value);
    return unless_empty(title);
}

char *service_id(const void *parent, const struct node *node, const char *name)
{
    char *value = service_value(NULL, node, name);
    size_t digits = value ? strspn(value, "0123456789") : 0;
    bool id = digits > 0 && digits <= ID_DIGITS && value[digits] == '\0' && strspn(value, "0") < digits;
    char *kept = id ? mem_strdup(parent, value) : NULL;
    talloc_free(value);
    return kept;
}

bool service_says(const struct node *node, const char *name, bool value)
{
    char *words = service_value(NULL, node, name);
    bool said = words && (strcasecmp(words, value ? "true" : "false") == 0 || strcmp(words, value ? "1" : "0") == 0);
    talloc_free(words);
    return said;
}

struct date service_day(const struct node *node, const char *name)
{
    struct date date = {0};
    bool has_year = false;
    char *words = service_value(NULL, node, name);
    bool read = words && date_scan(words, &date, &has_year) > 0 && has_year;
    if (words && !read) {
        words[strcspn(words, "T")] = '\0'; /* "2024-10-09T00:00:00" */
        read = date_parse_iso(words, &date);
    }
    if (!read)
        date = (struct date){0};
    talloc_free(words);
    return date;
}

int service_clock(const struct node *node, const char *name)
{
    int minutes = -1;
    char *words = service_value(NULL, node, name);
    size_t day = words ? strcspn(words, "T") : 0;
    const char *clock = words && words[day] == 'T' ? words + day + 1 : words; /* "2024-10-09T18:30:00" */
    size_t n = clock ? strspn(clock, "0123456789:") : 0;
    if (n == strlen("18:30:00") && clock[5] == ':')
        words[clock - words + 5] = '\0';
    if (clock && clock_scan(clock, &minutes) == 0)
        minutes = -1;
    talloc_free(words);
    return minutes;
}

const char *service_status(const char *words)
{
    if (!words)
        return NULL;
    return page_word(WORD_CANCELLED, words) ? "cancelled" : page_word(WORD_POSTPONED, words) ? "postponed" : NULL;
}

/* ---- the head --------------------------------------------------------------------------------------- */

static void read_head(struct service *service)
{
    struct meeting *meeting = service->html.page.meeting;
    const struct node *root = service->root;
    meeting->service_id = service_id(meeting, root, "meetingid");
    meeting->agenda_service_id = service_id(meeting, root, "agendaid");
    meeting->committee_service_id = service_id(meeting, root, "committeeid");
    meeting->date = service_day(root, "meetingdate");
    if (date_is_set(meeting->date))
        meeting->date_basis = DATE_STATED;
    meeting->minutes_after_midnight = service_clock(root, "meetingtime");
    meeting->venue = service_words(meeting, root, "meetinglocation");
    if (!meeting->venue)
        meeting->venue = service_words(meeting, root, "meetingroom");
    meeting->status_text = service_words(meeting, root, "meetingstatus");
    meeting->status = mem_strdup(meeting, service_status(meeting->status_text));
}

/* ---- what the reply leaves out ---------------------------------------------------------------------- */

static void warn_of_items(struct service *service)
{
    struct draft *draft = service->html.page.draft;
    const struct meeting *meeting = draft->meeting;
    if (service->hidden > 0)
        draft_warn(draft, "%zu %s the council does not show %s left out", service->hidden,
                   service->hidden == 1 ? "item that" : "items that", service->hidden == 1 ? "was" : "were");
    if (service->restricted > 0)
        draft_warn(draft, "%zu %s restricted: title and number are kept, no paper is to be expected", service->restricted,
                   service->restricted == 1 ? "item is" : "items are");
    for (size_t i = 0; i < meeting->n_items; i++)
        if (!meeting->items[i].title)
            draft_warn(draft, "item %d of this reply has no title", meeting->items[i].position);
}

/* Many councils publish their minutes as PDF files alone: the service then says so and sends none. */
static void warn_of_minutes(struct service *service)
{
    struct draft *draft = service->html.page.draft;
    const struct meeting *meeting = draft->meeting;
    bool held = false;
    for (size_t i = 0; i < meeting->n_items; i++)
        held |= meeting->items[i].minutes_text != NULL;
    if (held || !service_says(service->root, "minutepublished", true))
        return;
    char *address = address_of_printed(service->html.page.scratch, meeting, PRINTED_MINUTES);
    draft_warn(draft, "minutes exist, not held: the council publishes them, but its service sends none%s%s",
               address ? "; open " : "", address ? address : "");
}

/* ---- the whole meeting ------------------------------------------------------------------------------ */

static enum status read_meeting(struct service *service, struct err *err)
{
    struct page *page = &service->html.page;
    read_head(service);
    service_read_site(service);
    service_read_committee(service);
    service_read_people(service);
    if (service_says(service->root, "isdisplayallowed", false))
        draft_warn(page->draft, "the council does not show this meeting: its items were left out");
    else
        service_add_items(service);
    page_read_items(page);
    service_give_items(service);
    page_settle(page);
    warn_of_items(service);
    warn_of_minutes(service);
    if (!page->meeting->service_id && !date_is_set(page->meeting->date) && page->meeting->n_items == 0)
        return err_set(err, STATUS_INPUT, "this reply of the council's service holds no meeting: no id, no day and no items");
    if (!date_is_set(page->meeting->date))
        draft_warn(page->draft, "this reply of the service does not say on which day the meeting is");
    return STATUS_OK;
}

enum status service_read(struct draft *draft, const char *text, size_t n, struct err *err)
{
    static const char *const names[] = {"meeting", NULL};
    struct service service;
    enum status status = service_open(&service, draft, text, n, names, err);
    if (status == STATUS_OK)
        status = read_meeting(&service, err);
    service_close(&service);
    return status;
}
