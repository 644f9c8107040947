/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The committee in the head of printed minutes and decisions: in the sentence that calls the meeting, or on a line that
 * names it, often with what the paper is and whose committee it is ("PLANNING COMMITTEE - DECISION NOTICE", "the Audit
 * Committee of Saltmere District Council"). */
#include "config.h"

#include "src/intake/printed.h"
#include "src/intake/readers.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define COMMITTEE_LONGEST 140
#define SENTENCE_LONGEST 300

bool printed_names_committee(const char *line, bool strict)
{
    struct date date;
    size_t used, n = strlen(line);
    return n > 0 && n <= COMMITTEE_LONGEST && !strchr(".:;", line[n - 1]) && !strchr(line, '\t') &&
           !pack_line_says(PACK_NO_BODY, line) && pack_line_says(strict ? PACK_BODY : PACK_WEAKER_BODY, line) &&
           !printed_is_people(line) && text_find_date(line, 0, &date, &used) == SIZE_MAX;
}

/* NAME without WORDS at its end, and the blanks before them. */
static bool drop_tail(char *name, const char *words)
{
    size_t n = strlen(name), tail = strlen(words);
    if (n <= tail || strcasecmp(name + n - tail, words) != 0 ||
        (isalnum((unsigned char)*words) && name[n - tail - 1] != ' '))
        return false;
    for (n -= tail; n > 0 && name[n - 1] == ' '; n--)
        ;
    name[n] = '\0';
    return true;
}

/* "PANEL - DECISION NOTICE", "Panel: Minutes", "Panel (Decisions)": only the name stays. */
static void drop_form(char *name)
{
    static const char *const joints[] = {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", ": ", " (", ", "};
    for (size_t i = 0; i < MB_LENGTH(joints); i++) {
        char *at = strstr(name, joints[i]);
        const char *rest = at ? at + strlen(joints[i]) : NULL;
        char *first = rest && at > name ? mem_strndup(NULL, name, (size_t)(at - name)) : NULL;
        bool leads = first && (pack_line_says(PRINT_DECISIONS, first) || printed_is_minutes(first)) && printed_names_committee(rest, true);
        talloc_free(first);
        if (leads)
            memmove(name, rest, strlen(rest) + 1);
        if (leads || !rest || at == name || !(pack_line_says(PRINT_DECISIONS, rest) || printed_is_minutes(rest) || pack_line_says(PRINT_DRAFT, rest)))
            continue;
        *at = '\0';
        return;
    }
}

/* Do the N bytes at NAME, before "Council", say which council it is: "Aston", "Larkham Parish"? A "Youth Council Panel" is a panel. */
static bool names_a_place(const char *name, size_t n)
{
    static const char *const kinds[] = {"joint", "town", "parish", "youth", "county", "city", "district", "borough", "full", "community", "the", "unitary", "local", "inter", "cross", "advisory", "student", "tenant", "tenants", "of"};
    if (memchr(name, ' ', n))
        return true;
    for (size_t i = 0; i < MB_LENGTH(kinds); i++)
        if (strlen(kinds[i]) == n && strncasecmp(name, kinds[i], n) == 0)
            return false;
    return n > 0;
}

/* NAME behind what kind of meeting it was: "Extraordinary Parks Panel", "Adjourned meeting of the Parks Panel", "Special Council". */
static char *behind_kind(char *name)
{
    static const char *const kinds[] = {"extraordinary ", "extra-ordinary ", "adjourned ", "reconvened ", "re-convened ", "additional ", "special "};
    static const char *const calls[] = {"meeting of the ", "meeting of "};
    for (size_t i = 0; i < MB_LENGTH(kinds); i++) {
        if (strncasecmp(name, kinds[i], strlen(kinds[i])) != 0)
            continue;
        char *rest = name + strlen(kinds[i]), *bare = rest;
        for (size_t k = 0; k < MB_LENGTH(calls) && rest == bare; k++)
            rest += strncasecmp(rest, calls[k], strlen(calls[k])) == 0 ? strlen(calls[k]) : 0;
        bool sure = rest > bare || *kinds[i] != 's'; /* the special needs of pupils have panels */
        bool council = strcasecmp(rest, "council") == 0 || strcasecmp(rest, "full council") == 0 || strcasecmp(rest, "council meeting") == 0;
        return council || (sure && printed_names_committee(rest, true)) ? rest : name;
    }
    return name;
}

char *printed_without_council(char *name)
{
    name = behind_kind(name);
    static const char *const whose[] = {" council's ", " council\xE2\x80\x99s ", " authority's ", " authority\xE2\x80\x99s "};
    static const char *const owners[] = {"council", "authority"};
    for (char *of = strcasestr(name, " of "); of; of = strcasestr(of + 4, " of ")) {
        size_t n = strlen(of);
        char *body = mem_strndup(NULL, name, (size_t)(of - name));
        bool owned = false;
        for (size_t i = 0; i < MB_LENGTH(owners); i++)
            owned |= n > strlen(owners[i]) + 5 && strcasecmp(of + n - strlen(owners[i]), owners[i]) == 0;
        static const char part[] = "sub-committee"; /* "the Parks Sub-Committee of the Environment Committee" */
        size_t length = strlen(body);
        owned |= length > strlen(part) && strcasecmp(body + length - strlen(part), part) == 0 && strncasecmp(of, " of the ", 8) == 0 && printed_names_committee(of + 8, true);
        if (owned && printed_names_committee(body, true))
            *of = '\0';
        talloc_free(body);
        if (*of == '\0')
            break;
    }
    for (size_t i = 0; i < MB_LENGTH(whose); i++) {
        char *at = strcasestr(name, whose[i]);
        if (at && printed_names_committee(at + strlen(whose[i]), true))
            return at + strlen(whose[i]);
    }
    const char word[] = " council ";
    char *council = strcasestr(name, word), *own = council ? council + strlen(word) : NULL; /* "Larkham Parish Council Planning Committee" */
    if (!council || !isalpha((unsigned char)*own) || strncasecmp(own, "of ", 3) == 0 || !names_a_place(name, (size_t)(council - name)))
        return name;
    bool whole = strchr(own, ' ') || strcasecmp(own, "cabinet") == 0 || strcasecmp(own, "executive") == 0;
    return whole && (printed_names_committee(own, true) || page_is_whole_body(own)) ? own : name;
}

/* Bytes of "a meeting of the" and the like at TEXT, as many as stand there, and the blanks behind them. */
static size_t leads_at(const char *text)
{
    size_t n = strspn(text, " ");
    for (size_t lead; (lead = pack_words_at(PRINT_MEETING_OF, text + n)) > 0;)
        n += lead + strspn(text + n + lead, " ");
    return n;
}

/* Bytes of NAME before the body's: "Summary of decisions taken at the meeting of the Cabinet". */
static size_t behind_call(const void *parent, const char *name)
{
    size_t n;
    const char *called = pack_words_find(PRINT_MEETING_OF, name, &n);
    size_t from = called ? (size_t)(called - name) + n : 0;
    from += called ? leads_at(name + from) : 0;
    char *said = mem_strndup(parent, name, from);
    bool says = called && (pack_line_says(PRINT_DECISIONS, said) || printed_is_minutes(said));
    return says ? from : leads_at(name);
}

/* Bytes of "DRAFT MINUTES" before NAME, which stood on the line above it. */
static size_t behind_form(const char *name)
{
    static const char *const forms[] = {"draft minutes ", "unconfirmed minutes ", "confirmed minutes ", "approved minutes "};
    for (size_t i = 0; i < MB_LENGTH(forms); i++) {
        size_t n = strlen(forms[i]);
        if (strncasecmp(name, forms[i], n) == 0 && (printed_names_committee(name + n, true) || page_is_whole_body(name + n)))
            return n;
    }
    return 0;
}

/* "Annual Council Meeting of Ridge Parish Council", "Parish Council Meeting Ridge Parish Council": the body, whose meeting stands before it. */
static char *behind_meeting(char *name)
{
    static const char *const joints[] = {" meeting of the ", " meeting of ", " meeting: ", " meeting - ", " meeting "};
    for (size_t i = 0; i < MB_LENGTH(joints); i++) {
        char *at = strcasestr(name, joints[i]);
        char *before = at ? mem_strndup(NULL, name, (size_t)(at - name)) : NULL;
        bool committee = before && printed_names_committee(before, true); /* of the council, and its own meeting */
        talloc_free(before);
        if (at && !committee && page_is_whole_body(at + strlen(joints[i])))
            return at + strlen(joints[i]);
    }
    return name;
}

void printed_set_committee(struct page *page, const char *text, size_t n)
{
    static const char *const tails[] = {"meeting", "held", "was", "on", "at", "at its", "at the", "at a", "its", ",", ":", "-", "\xE2\x80\x93",
                                        "minutes", "decision record", "decision notice", "decision list", "decision sheet", "decision log", "record of decisions",
                                        "summary of decisions", "decisions", "date of"};
    char *name = text_squeeze(page->scratch, text, n);
    if (strncasecmp(name, "subject:", 8) == 0) /* a paper sent on as a report: "SUBJECT: AUDIT COMMITTEE - 3 MARCH" */
        name += 8 + strspn(name + 8, " ");
    if (strncasecmp(name, "minutes", 7) == 0 && strchr(":-\xE2 ", name[7])) {
        name += 7;
        for (size_t joint = 1; joint > 0; name += joint)
            joint = text_starts(name, "\xE2\x80\x93") ? 3 : strspn(name, " :-");
        name += strncasecmp(name, "of ", 3) == 0 ? 3 : 0;
    }
    name += behind_form(name);
    name += behind_call(page->scratch, name);
    if (strncasecmp(name, "the ", 4) == 0)
        name += 4;
    char *form = strcasestr(name, " minutes of "); /* "PARKS, RIVERS AND ROADS PANEL MINUTES OF THE MEETING" */
    if (form)
        *form = '\0';
    drop_form(name);
    for (size_t i = 0; i < MB_LENGTH(tails); i++)
        if (drop_tail(name, tails[i]))
            i = (size_t)-1; /* from the start again */
    name = behind_meeting(name);
    name = printed_without_council(name);
    if (page->record && pack_line_says(PRINT_ONE_DECISION, name))
        return;
    if (!page->meeting->committee && (printed_names_committee(name, true) || printed_names_committee(name, false)))
        page->meeting->committee = mem_strdup(page->meeting, name);
}

/* Does BEFORE, "Minutes of Corley Fire Authority Meeting", name a whole body? */
static bool names_whole_body(const char *before)
{
    static const char of[] = "minutes of ";
    const char *name = strncasecmp(before, of, strlen(of)) == 0 ? before + strlen(of) : before;
    char *rest = mem_strdup(NULL, name);
    (void)drop_tail(rest, "meeting");
    bool whole = page_is_whole_body(rest) && !strcasestr(rest, "minutes"); /* "DRAFT MINUTES Corley Fire Authority" stood on two lines */
    talloc_free(rest);
    return whole;
}

/* "Minutes of Council Meeting", "Draft minutes of the Council meeting": the bytes of the council's name and where it stands; NULL. */
static const char *whole_council(const char *call, size_t *n)
{
    static const char *const leads[] = {"draft ", "unconfirmed ", "minutes of ", "the "};
    static const char name[] = "council", behind[] = " meeting";
    const char *at = call;
    for (size_t i = 0; i < MB_LENGTH(leads); i++)
        at += strncasecmp(at, leads[i], strlen(leads[i])) == 0 ? strlen(leads[i]) : 0;
    *n = strlen(name);
    bool is = at > call && strncasecmp(at, name, *n) == 0 && strncasecmp(at + *n, behind, strlen(behind)) == 0;
    return is && !isalpha((unsigned char)at[*n + strlen(behind)]) ? at : NULL;
}

void printed_committee_of_call(struct page *page, const char *call, size_t day)
{
    size_t n, before_minutes = printed_body_before_minutes(call);
    const char *council = whole_council(call, &n);
    if (council || before_minutes) {
        printed_set_committee(page, council ? council : call, council ? n : before_minutes);
        return;
    }
    const char *name = pack_words_find(PRINT_MEETING_OF, call, &n);
    if (!name || name >= call + day) {
        const char *held = strcasestr(call, " held "); /* "PARKS COMMITTEE HELD AT ..." */
        char *before = held && held < call + day ? mem_strndup(page->scratch, call, (size_t)(held - call)) : NULL;
        bool form = before && (pack_line_says(PRINT_DECISIONS, before) || printed_is_minutes(before));
        if (before && ((!form && printed_names_committee(before, true)) || names_whole_body(before)))
            printed_set_committee(page, before, strlen(before));
        return;
    }
    name += n;
    name += leads_at(name);
    static const char *const held[] = {" was held", " were held", " held", " a gynhaliwyd", " at its ", " took place", " duly ", " convened", ". "};
    const char *end = call + day;
    end -= end > name && end[-1] == '.';
    for (size_t i = 0; i < MB_LENGTH(held); i++) {
        const char *at = strcasestr(name, held[i]);
        end = at && at < end ? at : end;
    }
    if (end > name)
        printed_set_committee(page, name, committee_before_place(name, (size_t)(end - name), printed_names_committee));
}

/* "The following decisions were taken by the Executive on Monday": no line of its own names the body. */
static void committee_of_sentence(struct page *page)
{
    for (size_t i = 0; i < page->head_end && !page->meeting->committee; i++) {
        const char *line = page->lines[i].text;
        struct date date;
        size_t used, n = strlen(line), day = text_find_date(line, 0, &date, &used);
        if (n <= SENTENCE_LONGEST && strcasestr(line, "decisions") && !pack_line_says(PRINT_OTHER_DAY, line))
            printed_committee_of_call(page, line, day < n ? day : n);
    }
}

void printed_committee_beside(struct page *page, size_t place)
{
    if (page->record)
        return; /* a member or an officer decided: only a label can name a body */
    for (int strict = 1; strict >= 0 && !page->meeting->committee; strict--) {
        if (!strict)
            committee_of_sentence(page);
        for (size_t i = place; i-- > 0 && !page->meeting->committee;)
            if (printed_names_committee(page->lines[i].text, strict))
                printed_set_committee(page, page->lines[i].text, strlen(page->lines[i].text));
        for (size_t i = place; i < page->head_end && !page->meeting->committee; i++) {
            if (printed_is_people(page->lines[i].text))
                break;
            if (printed_names_committee(page->lines[i].text, strict))
                printed_set_committee(page, page->lines[i].text, strlen(page->lines[i].text));
        }
    }
}
