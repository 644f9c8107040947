/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Numbers of a pasted page that are printed otherwise than "5." above a title (page_mend.c): in words ("Agenda item 5"), or without
 * their stops, as on the pages of another system. Each is made like the others only where they rise by one all over the page. */
#include "config.h"

#include "src/intake/page.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define NUMBER_DIGITS 4

/* ---- numbers in words ------------------------------------------------------------------------------------------------- */

#define LED_MIN 3 /* lines "Agenda item 5", each one more than the last */

/* Bytes of "Agenda item 5", "Item 5 -", or of "5" before two blanks, at the start of LINE, with what parts it from a title; its
 * number in *n. 0: none. */
static size_t led_number(const char *line, int *n)
{
    static const char *const words[] = {"Agenda Item Number ", "Agenda Item No. ", "Agenda Item No ", "Agenda Item ", "Item Number ", "Item No. ", "Item No ", "Item ",
                                        "Eitem Agenda ", "Eitem "};
    size_t lead = 0;
    for (size_t i = 0; i < MB_LENGTH(words) && lead == 0; i++)
        lead = strncasecmp(line, words[i], strlen(words[i])) == 0 ? strlen(words[i]) : 0;
    size_t digits = strspn(line + lead, "0123456789");
    if (digits == 0 || digits > NUMBER_DIGITS - 1 || (lead == 0 && !text_starts(line + digits, "  ")))
        return 0;
    *n = (int)strtol(line + lead, NULL, 10);
    const char *rest = line + lead + digits;
    size_t joint = strspn(rest, " \t.:-)");
    joint += text_starts(rest + joint, "\xE2\x80\x93") ? 3 : 0;
    joint += strspn(rest + joint, " \t");
    if (rest[0] != '\0' && joint == 0)
        return 0;
    return islower((unsigned char)rest[joint]) ? 0 : lead + digits + joint;
}

/* Where all such lines rise by one: "5. Title", as others print it, or "5." above the title. */
static void plain_numbers(struct page *page)
{
    size_t led = 0;
    int before = 0, n;
    for (size_t i = 0; i < page->n; i++)
        if (led_number(page->lines[i].text, &n)) {
            if (led++ > 0 && n != before + 1)
                return;
            before = n;
        }
    for (size_t i = 0; led >= LED_MIN && i < page->n; i++) {
        const char *text = page->lines[i].text;
        size_t lead = led_number(text, &n);
        if (lead)
            page->lines[i].text = mem_printf(page->scratch, "%d.%s%s", n, text[lead] ? " " : "", text + lead);
    }
}

#define SUMMARY_WITHIN 40 /* lines of the head of such a page */
#define TITLE_LONGEST 250

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

/* Bytes of "4 " or "4\t" before a title, where the number is NEXT; 0 if LINE is no such. */
static size_t next_number(const char *line, int next)
{
    size_t digits = strspn(line, "0123456789"), blanks = blanks_at(line + digits), n = strlen(line);
    if (digits == 0 || digits > NUMBER_DIGITS || blanks == 0 || n > TITLE_LONGEST || strtol(line, NULL, 10) != next)
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
