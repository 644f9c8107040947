/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Numbers of a pasted page that are printed otherwise than "5." above a title (page_mend.c): in words ("Agenda item 5"), in brackets,
 * with a dash, behind a letter, or without their stops. Each is made like the others only where they rise by one all over the page. */
#include "config.h"

#include "src/intake/page.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define NUMBER_DIGITS 4

/* ---- numbers in another dress ------------------------------------------------------------------------------------------ */

#define LED_MIN 3 /* lines "Agenda item 5", each one more than the last */
#define LEFT_OUT_MAX 3 /* numbers that those in words may leave out between two */
#define NUMBER_LONGEST 22
#define TITLE_LONGEST 250

/* How the numbers of a page are dressed: a line that begins so, its number, and the bytes of all that stands before its title. */
struct dressed {
    struct item_number number;
    size_t lead;
};

typedef bool read_dress(const char *line, struct dressed *dressed);

/* Bytes of what parts a number from its title: blanks, a stop, a colon, a dash. */
static size_t joint_at(const char *text)
{
    size_t n = 0;
    for (size_t used; text[n]; n += used) {
        used = blank_at(text + n) ? blank_at(text + n) : strchr(".:-)", text[n]) ? 1 : text_starts(text + n, "\xE2\x80\x93") || text_starts(text + n, "\xE2\x80\x94") ? 3 : 0;
        if (used == 0)
            break;
    }
    return n;
}

/* The number of N bytes at LINE + FROM; what follows up to the title is LEAD's. A title does not begin in small letters. */
static bool take_number(const char *line, size_t from, size_t n, size_t after, struct dressed *dressed)
{
    char printed[NUMBER_LONGEST + 1];
    if (n == 0 || n > NUMBER_LONGEST || islower((unsigned char)line[after]))
        return false;
    memcpy(printed, line + from, n);
    printed[n] = '\0';
    dressed->lead = after;
    return item_number_parse_bare(printed, &dressed->number);
}

/* Bytes of a number's word at TEXT, without what may stand behind it. */
static size_t number_word(const char *text)
{
    size_t n = 0;
    while (text[n] && blank_at(text + n) == 0)
        n++;
    while (n > 0 && strchr(".:-)", text[n - 1]))
        n--;
    return n;
}

/* "Agenda item 5", "Item 77/21 -", "Item No. 5: Title". */
static bool in_words(const char *line, struct dressed *dressed)
{
    static const char *const words[] = {"Agenda Item Number ", "Agenda Item No. ", "Agenda Item No ", "Agenda Item ", "Item Number ", "Item No. ", "Item No ", "Item ",
                                        "Eitem Agenda ", "Eitem "};
    size_t lead = 0;
    for (size_t i = 0; i < MB_LENGTH(words) && lead == 0; i++)
        lead = strncasecmp(line, words[i], strlen(words[i])) == 0 ? strlen(words[i]) : 0;
    size_t n = lead > 0 ? number_word(line + lead) : 0;
    return n > 0 && strcspn(line + lead, "0123456789") < n && take_number(line, lead, n, lead + n + joint_at(line + lead + n), dressed);
}

/* "5  Title", parted by more than one blank. */
static bool with_blanks(const char *line, struct dressed *dressed)
{
    size_t digits = strspn(line, "0123456789");
    return digits > 0 && digits < NUMBER_DIGITS && text_starts(line + digits, "  ") && take_number(line, 0, digits, digits + joint_at(line + digits), dressed);
}

/* "(5)" or "5)", alone or before its title. */
static bool in_brackets(const char *line, struct dressed *dressed)
{
    size_t open = *line == '(', n = strcspn(line + open, "()");
    const char *after = line + open + n;
    return isdigit((unsigned char)line[open]) && *after == ')' && (after[1] == '\0' || blank_at(after + 1)) &&
           take_number(line, open, n, open + n + 1 + blanks_at(after + 1), dressed);
}

/* "5 - Title", "5 – Title". */
static bool with_dash(const char *line, struct dressed *dressed)
{
    size_t n = number_word(line), dash = n > 0 ? page_dash_at(line + n) : 0;
    return isdigit((unsigned char)*line) && dash > 0 && take_number(line, 0, n, n + dash, dressed) && !isdigit((unsigned char)line[n + dash]);
}

/* "5 Title" */
static bool with_blank(const char *line, struct dressed *dressed)
{
    size_t digits = strspn(line, "0123456789"), blanks = blanks_at(line + digits), n = strlen(line);
    return digits > 0 && digits < NUMBER_DIGITS && blanks > 0 && n <= TITLE_LONGEST && line[n - 1] != '.' && take_number(line, 0, digits, digits + blanks, dressed) &&
           isupper((unsigned char)line[digits + blanks]);
}

/* "A5", alone or before its title: one letter, which a title could begin with ("A4 north"). */
static bool with_letter(const char *line, struct dressed *dressed)
{
    size_t n = number_word(line);
    return isupper((unsigned char)*line) && n > 1 && n < NUMBER_DIGITS && strspn(line + 1, "0123456789") == n - 1 &&
           take_number(line, 0, n, n + joint_at(line + n), dressed) && dressed->number.prefix[1] == '\0';
}

/* The numbers of a dress from line FIRST on: how many, 0 where they do not rise by one (or, GAPS, by a little). ALONE: only of lines
 * that have no title. The line of the first in *at. */
static size_t count_dressed(const struct page *page, size_t first, read_dress *dress, bool alone, bool gaps, size_t *at)
{
    struct dressed now, before = {0};
    size_t n = 0;
    for (size_t i = first; i < page->n; i++) {
        const char *text = page->lines[i].text;
        if (!dress(text, &now) || (alone && text[now.lead]))
            continue;
        int more = now.number.main - before.number.main;
        if (n > 0 && !item_number_follows(&before.number, &now.number) && !(gaps && more > 0 && more <= LEFT_OUT_MAX))
            return 0;
        if (n++ == 0)
            *at = i;
        before = now;
    }
    return n;
}

static void undress(struct page *page, size_t first, read_dress *dress, bool alone)
{
    struct dressed now;
    for (size_t i = first; i < page->n; i++) {
        const char *text = page->lines[i].text;
        if (dress(text, &now) && (!alone || !text[now.lead]))
            page->lines[i].text = mem_printf(page->scratch, "%s.%s%s", now.number.text, text[now.lead] ? " " : "", text + now.lead);
    }
}

/* Does line I, the first of a dress, stand before all that has its number as others print it, and before all headings of items? Else
 * it is a list within a text. */
static bool comes_first(const struct page *page, size_t first, size_t at)
{
    struct item_number number;
    for (size_t i = first; i < at; i++) {
        const char *text = page->lines[i].text;
        size_t n = item_number_begins(text, &number);
        if (item_number_parse(text, &number) || (n > 0 && !islower((unsigned char)text[n + blanks_at(text + n)])) || page_word(WORD_MINUTES, text) ||
            page_word_is(WORD_DECISION, text))
            return false;
    }
    return true;
}

/* The first line below the heading of the items; 0: none. */
static size_t below_heading(const struct page *page)
{
    size_t heading = page_items_heading(page);
    for (size_t i = 0; heading == page->n && i < page->n; i++)
        heading = page_word_is(WORD_ITEMS_ABOVE, page->lines[i].text) ? i : heading;
    return heading < page->n ? heading + 1 : 0;
}

/* Where all such lines rise by one: "5. Title", as others print it, or "5." above the title. Words before the number are sure by
 * themselves; other dresses are those of lists, too, and a number with nothing but a blank behind it is one below the items' heading only. */
static void plain_numbers(struct page *page)
{
    static const struct {
        read_dress *dress;
        bool sure, headed;
    } dresses[] = {{in_words, true, false},  {with_blanks, true, false}, {in_brackets, false, false},
                   {with_dash, false, false}, {with_letter, false, false}, {with_blank, false, true}};
    size_t first = below_heading(page), at = 0;
    for (size_t d = 0; d < MB_LENGTH(dresses); d++)
        for (int alone = 1; alone >= 0; alone--) {
            size_t from = dresses[d].sure ? 0 : first;
            if (dresses[d].headed && first == 0)
                continue;
            if (count_dressed(page, from, dresses[d].dress, alone, dresses[d].dress == in_words, &at) < LED_MIN || (!dresses[d].sure && !comes_first(page, first, at)))
                continue;
            undress(page, from, dresses[d].dress, alone);
            return;
        }
}

#define SUMMARY_WITHIN 40 /* lines of the head of such a page */

/* A page of the other system that many councils have: its head says "Meeting Details" or "Meeting Summary". */
static bool is_summary(const struct page *page)
{
    static const char *const heads[] = {"Meeting Details", "Meeting Summary", "Status: Occurred", "Occurred"};
    for (size_t i = 0; i < page->n && i < SUMMARY_WITHIN; i++)
        for (size_t k = 0; k < MB_LENGTH(heads); k++)
            if (strcasecmp(page->lines[i].text, heads[k]) == 0)
                return true;
    return false;
}

/* Bytes of "4 ", "4\t" or "4. " before a title, where the number is NEXT; 0 if LINE is no such. */
static size_t next_number(const char *line, int next)
{
    size_t digits = strspn(line, "0123456789"), stop = line[digits] == '.', blanks = stop + blanks_at(line + digits + stop), n = strlen(line);
    if (digits == 0 || digits > NUMBER_DIGITS || blanks == stop || n > TITLE_LONGEST || strtol(line, NULL, 10) != next)
        return 0;
    const char *title = line + digits + blanks;
    return isalnum((unsigned char)*title) && !islower((unsigned char)*title) && line[n - 1] != '.' ? digits + blanks : 0;
}

/* There the items are "1 Apologies", "2 Minutes" without stops: "1." above "Apologies", as others print them. */
static void stop_numbers(struct page *page)
{
    int next = 1;
    if (!is_summary(page))
        return;
    for (size_t i = 0; i < page->n; i++)
        next += next_number(page->lines[i].text, next) > 0;
    if (next <= LED_MIN)
        return;
    struct page_line *old = page->lines;
    size_t n_old = page->n;
    page->lines = NULL;
    page->n = 0;
    next = 1;
    for (size_t i = 0; i < n_old; i++) {
        size_t lead = next_number(old[i].text, next);
        if (lead > 0) {
            *mem_append(page->scratch, page->lines, page->n) =
                (struct page_line){.text = mem_printf(page->scratch, "%d.", next++), .gap = true, .width = lead};
            old[i].text += lead;
            old[i].gap = false;
        }
        *mem_append(page->scratch, page->lines, page->n) = old[i];
    }
}

void page_mend_numbers(struct page *page)
{
    plain_numbers(page);
    stop_numbers(page);
}
