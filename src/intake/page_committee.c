/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The committee of a page whose heading does not say it beside the day: above the labels, at the end of the path through the
 * site, or on the one line of the head that is a body's name and nothing else (field.md 3.6). */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"
#include "src/intake/readers.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define NAME_LONGEST 150

/* The committee above a day that only a label says: "Rivers Panel - Agenda", "Rivers Panel". */
void page_committee_above_labels(struct page *page)
{
    static const char *const tails[] = {" - Agenda", " \xE2\x80\x93 Agenda", " Agenda", " - Minutes", " - Decisions"};
    for (size_t i = 0; i < page->head_end && !page->meeting->committee; i++) {
        const char *line = page->lines[i].text;
        size_t n = strlen(line), used;
        struct date date;
        for (size_t t = 0; t < MB_LENGTH(tails); t++) {
            size_t tail = strlen(tails[t]);
            if (n > tail && strcasecmp(line + n - tail, tails[t]) == 0) {
                n -= tail;
                break;
            }
        }
        char *name = mem_strndup(page->scratch, line, n);
        if (n > 0 && n <= NAME_LONGEST && !strpbrk(name, ":>|\t.@") && pack_line_says(PACK_BODY, name) &&
            !pack_line_says(PACK_NO_BODY, name) && !site_calls_its_part(name) && text_find_date(name, 0, &date, &used) == SIZE_MAX)
            page_read_committee(page, name, n);
    }
}

bool page_is_body_alone(const char *name)
{
    struct date date;
    size_t n = strlen(name), used;
    return n > 0 && n <= NAME_LONGEST && !strpbrk(name, ":\t.@>|") && pack_line_says(PACK_BODY, name) &&
           !pack_line_says(PACK_NO_BODY, name) && !site_calls_its_part(name) && !strstr(name, " - ") && !strstr(name, " \xE2\x80\x93 ") &&
           text_find_date(name, 0, &date, &used) == SIZE_MAX;
}

bool page_is_whole_body(const char *words)
{
    static const char *const joints[] = {"and", "of", "the", "for", "&", "on"};
    static const char *const kinds[] = {"scrutiny", "authority", "council", "partnership", "assembly"};
    const char *last = words;
    for (const char *at = words; *at; at += strspn(at, " ,")) {
        size_t n = strcspn(at, " ,");
        bool joint = false;
        for (size_t i = 0; i < MB_LENGTH(joints); i++)
            joint |= strlen(joints[i]) == n && strncmp(at, joints[i], n) == 0;
        if (n == 0 || (!joint && !isupper((unsigned char)*at)))
            return false;
        last = at;
        at += n;
    }
    for (size_t i = 0; i < MB_LENGTH(kinds); i++)
        if (strcasecmp(last, kinds[i]) == 0)
            return !strpbrk(words, ":\t.@>|") && !pack_line_says(PACK_NO_BODY, words) && !pack_line_says(PACK_OTHER_LABEL, words);
    return false;
}

/* The last step of the path to the page that names a body: "You are here: Home / Council / Rivers Panel". */
static void read_committee_of_path(struct page *page)
{
    for (size_t i = 0; i < page->head_end && !page->meeting->committee; i++) {
        size_t steps;
        char *last = site_path_body(page->scratch, page->lines[i].text, &steps);
        if (last && steps > 2)
            page_read_committee(page, last, strlen(last));
    }
}

/* "Title: Rivers Panel", "Corley Borough Council: Rivers Panel": a body behind what else the line says. */
static const char *body_of(const struct page *page, const char *line)
{
    bool joined = strlen(line) <= NAME_LONGEST && strstr(line, ": ");
    return joined ? committee_alone(page->scratch, line) : line;
}

/* "Corley Borough Council" above the name of its committee, or of none: the council whose page it is. */
static bool is_owner(const char *name)
{
    static const char *const meets[] = {"full council", "annual council", "extraordinary council", "extraordinary full council", "special council"};
    for (size_t i = 0; i < MB_LENGTH(meets); i++)
        if (strcasecmp(name, meets[i]) == 0)
            return false;
    static const char council[] = "council";
    size_t n = strlen(name);
    return n >= strlen(council) && strcasecmp(name + n - strlen(council), council) == 0;
}

/* The one line of the head that is a body's name and nothing else; two are a menu. WHOLE: a body that is no committee. */
static void read_committee_alone(struct page *page, bool whole)
{
    const char *found = NULL;
    for (size_t i = 0; i < page->head_end; i++) {
        const char *line = body_of(page, page->lines[i].text);
        line = whole && strlen(line) <= NAME_LONGEST ? committee_alone(page->scratch, line) : line; /* "Meeting of the Full Council" */
        bool is = whole ? page_is_whole_body(line) && !is_owner(line) : page_is_body_alone(line);
        if (!is || ((whole || line == page->lines[i].text) && !strchr(line, ' ')) || (found && strcmp(found, line) == 0))
            continue;
        if (found)
            return;
        found = line;
    }
    if (found)
        page_read_committee(page, found, strlen(found));
}

void page_find_committee(struct page *page)
{
    if (!page->meeting->committee)
        read_committee_of_path(page);
    for (int whole = 0; whole <= 1 && !page->meeting->committee; whole++)
        read_committee_alone(page, whole);
}
