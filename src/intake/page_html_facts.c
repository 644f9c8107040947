/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Committee, day, time and venue of a saved page whose headings do not say them in the system's manner: labels with their
 * values ("Date", "Tuesday 4 March 2025"), headings, the page's title. Only what is not known is filled, and where a page
 * shows several days none is taken. */
#include "config.h"

#include "src/intake/page_html.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define VALUE_MAX 200 /* bytes of what is labelled, of a heading */
#define NEAR 40       /* bytes before a day that may stand in its line */

enum fact { FACT_COMMITTEE, FACT_DATE, FACT_TIME, FACT_VENUE, FACT_ITEM, FACT_COUNT };

/* ---- labels ------------------------------------------------------------------------------------------ */

static const struct {
    const char *words;
    enum fact fact;
} labels[] = {
    {"committee name", FACT_COMMITTEE}, {"committee", FACT_COMMITTEE}, {"name of committee", FACT_COMMITTEE}, {"meeting of", FACT_COMMITTEE},
    {"meeting", FACT_COMMITTEE}, {"meeting name", FACT_COMMITTEE}, {"body", FACT_COMMITTEE}, {"pwyllgor", FACT_COMMITTEE}, {"cyfarfod", FACT_COMMITTEE},
    {"date", FACT_DATE}, {"meeting date", FACT_DATE}, {"date of meeting", FACT_DATE}, {"date and time", FACT_DATE}, {"date & time", FACT_DATE},
    {"date/time", FACT_DATE}, {"when", FACT_DATE}, {"dyddiad", FACT_DATE}, {"dyddiad ac amser", FACT_DATE},
    {"time", FACT_TIME}, {"start time", FACT_TIME}, {"meeting time", FACT_TIME}, {"starts", FACT_TIME}, {"start", FACT_TIME}, {"amser", FACT_TIME},
    {"venue", FACT_VENUE}, {"meeting venue", FACT_VENUE}, {"location", FACT_VENUE}, {"meeting location", FACT_VENUE}, {"place", FACT_VENUE},
    {"where", FACT_VENUE}, {"address", FACT_VENUE}, {"lleoliad", FACT_VENUE}, {"man cyfarfod", FACT_VENUE},
    {"item number", FACT_ITEM}, {"agenda item number", FACT_ITEM}, {"item no", FACT_ITEM}, {"item no.", FACT_ITEM}, {"agenda item no", FACT_ITEM},
    {"agenda item no.", FACT_ITEM}, {"item", FACT_ITEM}, {"agenda item", FACT_ITEM}, {"rhif yr eitem", FACT_ITEM}, {"eitem", FACT_ITEM},
};

/* Is LINE a label, alone or with its value behind it? Bytes before the value; *fact. ANY: one without colon will do. */
static size_t label_at(const char *line, enum fact *fact)
{
    size_t best = 0;
    for (size_t i = 0; i < MB_LENGTH(labels); i++) {
        size_t n = strlen(labels[i].words), blanks = strncasecmp(line, labels[i].words, n) == 0 ? blanks_at(line + n) : 0;
        if (strncasecmp(line, labels[i].words, n) != 0)
            continue;
        bool ends = line[n] == ':' || line[n] == '\t' || line[n + blanks] == ':' || line[n + blanks] == '\0';
        size_t used = n + blanks + (line[n + blanks] == ':');
        used += blanks_at(line + used);
        if (ends && used > best) {
            best = used;
            *fact = labels[i].fact;
        }
    }
    return best;
}

/* Values of the labels in the head; NULL where one is missing. */
static void find_values(const struct page *page, const char *values[FACT_COUNT])
{
    enum fact fact, other;
    for (size_t i = 0; i < page->head_end; i++) {
        const char *line = page->lines[i].text;
        size_t n = label_at(line, &fact);
        if (n == 0 || values[fact])
            continue;
        const char *value = line + n;
        if (!*value && i + 1 < page->head_end && label_at(page->lines[i + 1].text, &other) == 0)
            value = page->lines[i + 1].text;
        if (*value && strlen(value) < VALUE_MAX)
            values[fact] = value;
    }
}

/* What stands behind the label LEAD, which is all of AT: in the next element, or in the same block. NULL: nothing, or too much to
 * be a value. Both are read by their beginnings only: a page may be one block of a million labels. */
static const char *labelled_value(struct html_page *html, const struct node *at, const char *lead)
{
    char around[VALUE_MAX + 1] = "", beside[VALUE_MAX + 1] = "";
    bool whole_around = false, whole_beside = false;
    const struct node *parent = node_parent(at), *next = node_sibling(at, NULL);
    enum fact other;
    if (parent && at != html->content)
        node_lead(parent, around, sizeof around, &whole_around);
    if (next && !node_is(next, "br") && !node_is(next, "a"))
        node_lead(next, beside, sizeof beside, &whole_beside);
    const char *value = whole_beside ? beside : "";
    if (!node_is(at, "dt") && whole_around && text_starts(around, lead) && strlen(around) > strlen(lead)) {
        size_t before = label_at(around, &other);
        value = before > 0 ? around + before : around + strlen(lead) + blanks_at(around + strlen(lead));
    }
    return *value && strlen(value) < VALUE_MAX ? mem_strdup(html->page.scratch, value) : NULL;
}

/* <strong>Venue</strong> Room 2; <dt>Date</dt><dd>...: an element that is nothing but a label, and what stands behind it in its
 * block or in the next element. */
static void find_labelled(struct html_page *html, const char *values[FACT_COUNT])
{
    static const char *const elements[] = {"span", "strong", "b", "dt", "th", "td", "label", "em", "div", "p", "h3", "h4"};
    const struct node *within = html->content;
    for (const struct node *at = within; at;) {
        bool asked = false, whole;
        for (size_t i = 0; i < MB_LENGTH(elements) && !asked; i++)
            asked = node_is(at, elements[i]);
        char lead[NEAR];
        enum fact fact;
        if (asked)
            node_lead(at, lead, sizeof lead, &whole);
        size_t n = asked && whole && *lead ? label_at(lead, &fact) : 0;
        if (n == 0 || n < strlen(lead) || values[fact]) {
            at = html_is_site(at) || node_has_class(at, "mgWordPara") ? node_after(at, within) : node_next(at, within);
            continue;
        }
        const char *value = labelled_value(html, at, lead);
        if (value)
            values[fact] = value;
        at = node_after(at, within);
    }
}

/* ---- day and time -------------------------------------------------------------------------------------- */

/* The first time of day in WORDS; -1. */
int html_time_in(const char *words)
{
    int minutes = -1;
    for (const char *at = words; *at; at++) {
        bool starts = isdigit((unsigned char)*at) && (at == words || !(isalnum((unsigned char)at[-1]) || strchr(".:/", at[-1])));
        size_t digits = starts ? strspn(at, "0123456789") : 0;
        bool clock = digits > 0 && digits < 3 && (strchr(".:", at[digits]) || strncasecmp(at + digits + blanks_at(at + digits), "am", 2) == 0 ||
                                                  strncasecmp(at + digits + blanks_at(at + digits), "pm", 2) == 0);
        if (clock && at[digits] && clock_scan(at, &minutes) > 0)
            return minutes;
        at += digits > 0 ? digits - 1 : 0;
    }
    return -1;
}

static void set_day(struct html_page *html, struct date date, const char *behind)
{
    struct meeting *meeting = html->page.meeting;
    int minutes = html_time_in(behind);
    talloc_free(meeting->date_reason);
    meeting->date_reason = NULL;
    meeting->date = date;
    meeting->date_basis = DATE_STATED;
    if (meeting->minutes_after_midnight < 0)
        meeting->minutes_after_midnight = minutes;
}

/* The day in WORDS, and what stands behind it; false where there is none with its year. */
static bool day_in(const char *words, struct date *date, size_t *at, const char **behind)
{
    size_t used;
    bool has_year = false;
    *at = date_find(words, &used, date, &has_year);
    *behind = words + *at + used;
    return used > 0 && has_year;
}

/* Not the meeting's: when a page was made, until when to register. */
static bool is_other_day(const char *words)
{
    static const char *const others[] = {"publish", "updated", "deadline", "posted", "modified", "issued", "printed", "today", "minutes of",
                                         "previous", "next", "created", "register", "copyright", "cyhoedd", "effective", "last "};
    for (size_t i = 0; i < MB_LENGTH(others); i++)
        if (strcasestr(words, others[i]))
            return true;
    return false;
}

/* The one day that the head's lines name; false where they name none or several. */
static bool find_day(struct html_page *html, struct date *date, const char **behind)
{
    struct page *page = &html->page;
    bool found = false, timed = false;
    for (size_t i = 0; i < page->head_end; i++) {
        const char *line = page->lines[i].text, *rest;
        struct date day;
        size_t at;
        if (strlen(line) > VALUE_MAX || is_other_day(line) || !day_in(line, &day, &at, &rest) || at > NEAR * 3)
            continue;
        bool with_time = html_time_in(rest) >= 0;
        if (found && date_compare(day, *date) != 0 && with_time == timed)
            return false;
        if (!found || (with_time && !timed)) {
            *date = day;
            *behind = rest;
        }
        found = true;
        timed |= with_time;
    }
    return found;
}

/* <time datetime="2025-03-04T18:30">, where all that the page has say one day. */
static bool find_time_element(struct html_page *html, struct date *date, const char **behind)
{
    bool found = false;
    for (const struct node *at = html->content; (at = node_find_next(at, html->content, "time", NULL)) != NULL;) {
        const char *value = node_attribute(at, "datetime");
        char *day = value ? mem_strndup(html->page.scratch, value, strcspn(value, "T ")) : NULL;
        struct date parsed;
        if (!day || !date_parse_iso(day, &parsed))
            continue;
        if (found && date_compare(parsed, *date) != 0)
            return false;
        *date = parsed;
        *behind = found ? *behind : mem_strndup(html->page.scratch, value + strlen(day) + (value[strlen(day)] != '\0'), strlen("18:30"));
        found = true;
    }
    return found;
}

/* ---- the committee -------------------------------------------------------------------------------------- */

/* Words of a heading that are no part of the committee's name. */
static char *bare_name(const void *parent, const char *words, size_t n)
{
    static const char *const before[] = {"agenda for", "agenda of the", "agenda of", "agenda:", "agenda -", "minutes of the", "minutes of", "meeting of the",
                                         "meeting of", "meeting:", "meeting -", "the", "special meeting of the", "agenda and minutes for"};
    static const char *const behind[] = {"agenda", "meeting", "on", "at", "minutes", "agenda and minutes", "agenda pack", "held", "meeting details", "papers"};
    char *name = text_squeeze(parent, words, n);
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < MB_LENGTH(before); i++) {
            size_t length = strlen(before[i]);
            if (strncasecmp(name, before[i], length) == 0 && name[length] == ' ') {
                name += length + 1;
                again = true;
            }
        }
        size_t end = strlen(name);
        while (end > 0 && strchr(" ,:;-|(", name[end - 1]))
            name[--end] = '\0';
        if (end > 3 && memcmp(name + end - 3, "\xE2\x80\x93", 3) == 0) {
            name[end - 3] = '\0';
            again = true;
        }
        for (size_t i = 0; i < MB_LENGTH(behind); i++) {
            size_t length = strlen(behind[i]);
            if (end > length && strcasecmp(name + end - length, behind[i]) == 0 && strchr(" -", name[end - length - 1])) {
                name[end - length] = '\0';
                again = true;
                break;
            }
        }
    }
    return name;
}

/* Is NAME what a body is called? A council's own name may be its site's: DATED or "Full Council" tell it for the meeting's. */
static bool is_body(const char *name, bool dated)
{
    if (!*name || strlen(name) > NEAR * 3 || !page_word_first(WORD_BODY, name, NULL) || !isupper((unsigned char)*name))
        return false;
    size_t n = strlen(name), council = strlen("Council");
    bool is_council = n >= council && strcasecmp(name + n - council, "Council") == 0;
    return !is_council || dated || n == council || strncasecmp(name, "full ", 5) == 0;
}

/* Take the committee from WORDS, "Audit Committee - 6 March 2025", "Audit Committee". */
static bool take_name(struct html_page *html, const char *words)
{
    struct meeting *meeting = html->page.meeting;
    const char *behind;
    struct date date;
    size_t at;
    if (strlen(words) > VALUE_MAX)
        return false;
    bool dated = day_in(words, &date, &at, &behind);
    char *name = bare_name(html->page.scratch, words, dated ? at : strlen(words));
    if (dated && !*name)
        name = bare_name(html->page.scratch, behind, strlen(behind));
    static const char *const partings[] = {" - ", " | ", " \xE2\x80\x93 "};
    for (size_t i = 0; i < MB_LENGTH(partings) && !dated; i++) {
        char *parting = strstr(name, partings[i]);
        if (parting && is_body(parting + strlen(partings[i]), false) && !page_word_first(WORD_BODY, mem_strndup(html->page.scratch, name, (size_t)(parting - name)), NULL))
            name = parting + strlen(partings[i]);
        else if (parting)
            *parting = '\0';
    }
    if (!is_body(name, dated))
        return false;
    meeting->committee = mem_strdup(meeting, name);
    return true;
}

static void find_committee(struct html_page *html)
{
    const struct node *root = tree_root(html->tree), *title = node_find(root, "title", NULL);
    const struct node *first = html->page.n_items > 0 ? html->content : NULL;
    for (int rank = 1; rank <= 3 && first && !html->page.meeting->committee; rank++) {
        char name[3] = {'h', (char)('0' + rank), '\0'};
        for (const struct node *at = html->content; (at = node_find_next(at, html->content, name, NULL)) != NULL;)
            if (!html_is_site(at) && take_name(html, node_text(html->page.scratch, at, NULL)))
                return;
    }
    struct page *page = &html->page;
    for (size_t i = 0; i < page->head_end; i++)
        if (strlen(page->lines[i].text) < NEAR * 3 && !strpbrk(page->lines[i].text, ".>") && take_name(html, page->lines[i].text))
            return;
    if (title)
        (void)take_name(html, node_text(page->scratch, title, NULL));
}

/* "Meeting" of "Meeting on Tuesday 4 March" is no committee; "Meeting of the Full Council" names one. */
static void settle_name(struct html_page *html)
{
    struct meeting *meeting = html->page.meeting;
    char *name = bare_name(html->page.scratch, meeting->committee, strlen(meeting->committee));
    talloc_free(meeting->committee);
    meeting->committee = strcasecmp(name, "meeting") != 0 && strcasecmp(name, "agenda") != 0 && *name ? mem_strdup(meeting, name) : NULL;
}

/* The time that stands behind the meeting's day anywhere in the head. */
static void find_time_of_day(struct html_page *html)
{
    struct page *page = &html->page;
    struct date date;
    const char *behind;
    size_t at;
    for (size_t i = 0; i < page->head_end && page->meeting->minutes_after_midnight < 0; i++)
        if (date_is_set(page->meeting->date) && strlen(page->lines[i].text) < VALUE_MAX && day_in(page->lines[i].text, &date, &at, &behind) &&
            date_compare(date, page->meeting->date) == 0)
            page->meeting->minutes_after_midnight = html_time_in(behind);
}

/* ---- all -------------------------------------------------------------------------------------------------- */

static void find_date(struct html_page *html, const char *labelled)
{
    const struct node *title = node_find(tree_root(html->tree), "title", NULL);
    struct date date;
    const char *behind = "";
    size_t at;
    char *words = title ? node_text(html->page.scratch, title, NULL) : NULL;
    if ((labelled && day_in(labelled, &date, &at, &behind)) || find_day(html, &date, &behind) || find_time_element(html, &date, &behind) ||
        (words && !is_other_day(words) && day_in(words, &date, &at, &behind)))
        set_day(html, date, behind);
}

/* "Agenda item 7", a line of its own. */
static bool find_number(const struct html_page *html, struct item_number *number)
{
    for (const struct node *at = html->content; at; at = node_next(at, html->content)) {
        char lead[NEAR];
        bool whole;
        node_lead(at, lead, sizeof lead, &whole);
        if (whole && html_number_word(lead) > 0 && html_number_of(lead, true, number) == strlen(lead))
            return true;
    }
    return false;
}

/* "Item number: 7" on the page of one item. */
static void set_number(struct html_page *html, const char *value)
{
    struct page *page = &html->page;
    struct item *item = page->one_item && page->meeting->n_items > 0 ? &page->meeting->items[0] : NULL;
    struct item_number number;
    if (!item || item->agenda_number || item->minute_number || !(value ? item_number_parse_bare(value, &number) : find_number(html, &number)))
        return;
    *(page->has_minutes ? &item->minute_number : &item->agenda_number) = mem_strdup(page->meeting, number.text);
}

void html_read_facts(struct html_page *html)
{
    struct meeting *meeting = html->page.meeting;
    const char *values[FACT_COUNT] = {0};
    find_values(&html->page, values);
    find_labelled(html, values);
    set_number(html, values[FACT_ITEM]);
    if (html->loose && meeting->committee)
        settle_name(html);
    if (meeting->date_basis != DATE_STATED)
        find_date(html, values[FACT_DATE]);
    if (meeting->minutes_after_midnight < 0 && values[FACT_TIME])
        meeting->minutes_after_midnight = html_time_in(values[FACT_TIME]);
    if (meeting->minutes_after_midnight < 0)
        find_time_of_day(html);
    if (!meeting->venue && values[FACT_VENUE])
        meeting->venue = text_squeeze(meeting, values[FACT_VENUE], strlen(values[FACT_VENUE]));
    if (!meeting->committee && values[FACT_COMMITTEE] && page_word_first(WORD_BODY, values[FACT_COMMITTEE], NULL))
        (void)take_name(html, values[FACT_COMMITTEE]);
    if (!meeting->committee)
        find_committee(html);
}
