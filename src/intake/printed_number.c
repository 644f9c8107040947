/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One line of printed minutes or decisions that may begin an item: its number, before the title, behind it or above it,
 * and whether what stands beside the number may be a title. Which of these lines are the items only all of them together
 * show (printed_items.c). */
#include "config.h"

#include "src/intake/printed.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define BRACKET_LONGEST 12 /* bytes of a number in brackets */
#define SHORT_TITLE 100 /* bytes of a title that ends as a sentence does */

/* ---- what may be a title -------------------------------------------------------------------------------------------- */

/* A title begins with a capital, is short and no sentence; in capitals or bold it may have a stop. */
bool printed_is_title(const char *text, bool bold)
{
    size_t n = strlen(text);
    if (n == 0 || n > PRINTED_TITLE_LONGEST || islower((unsigned char)*text) || strchr(",;", text[n - 1]) || strchr("(|", *text))
        return false;
    bool loud = bold || text_in_capitals(text);
    if (!loud && (text[n - 1] == '.' || text[n - 1] == ':'))
        return false;
    if (text_starts(text, "That ") || text_starts(text, "THAT ") || text_starts(text, "T H A T"))
        return false;
    bool plan = strncasecmp(text, "Action ", 7) == 0 && isalpha((unsigned char)text[7]); /* "Action Plan" */
    return plan || pack_words_at(PRINT_OUTCOME, text) == 0;
}

/* Does a sentence's verb stand in TEXT? */
static bool is_sentence(const char *text)
{
    static const char *const verbs[] = {" was ", " were ", " is ", " are ", " be ", " had ", " has ", " have ", " that "};
    for (size_t i = 0; i < MB_LENGTH(verbs); i++)
        if (strcasestr(text, verbs[i]))
            return true;
    return false;
}

/* The same behind a number that only an item has ("12/24", SURE), or of an item that every meeting has: "109/24 Planning
 * applications:", "1. Apologies." */
static bool is_numbered_title(const struct page *page, const char *text, bool bold, bool sure)
{
    size_t n = strlen(text);
    if (n < 2 || n > SHORT_TITLE || !strchr(".:", text[n - 1]) || is_sentence(text) || text_in_capitals(text))
        return printed_is_title(text, bold);
    char *title = mem_strndup(page->scratch, text, n - 1);
    return printed_is_title(title, bold) && (sure || page->stopped || printed_is_usual(title));
}

/* ---- words before a number -------------------------------------------------------------------------------------------- */

static size_t word_at(const char *text, const char *const *words, size_t n_words)
{
    for (size_t i = 0; i < n_words; i++) {
        size_t n = strlen(words[i]);
        if (strncasecmp(text, words[i], n) == 0 && !isalpha((unsigned char)text[n]))
            return n;
    }
    return 0;
}

/* "Agenda Item No: ", "Minute No. ", "Decision 3" before a title: bytes of the words; a number follows them. */
static size_t lead_at(const char *line)
{
    static const char *const things[] = {"Item", "Minute", "Min", "Decision", "Resolution", "Eitem", "Cofnod", "No", "Rhif"};
    static const char *const numbers[] = {"No", "Number", "Nos", "Ref", "Reference", "Rhif"};
    size_t agenda = strncasecmp(line, "Agenda ", 7) == 0 ? 7 : 0;
    size_t n = word_at(line + agenda, things, MB_LENGTH(things));
    if (n == 0)
        return 0;
    bool decides = strncasecmp(line + agenda, "Decision", 8) == 0 || strncasecmp(line + agenda, "Resolution", 10) == 0;
    n += agenda + strspn(line + agenda + n, decides ? " " : " .:#");
    size_t number = word_at(line + n, numbers, MB_LENGTH(numbers));
    n += number + (number ? strspn(line + n + number, " .:#") : 0);
    size_t digits = strspn(line + n, "0123456789");
    bool sentence = decides && digits && line[n + digits] && !strchr(".:-)", line[n + digits]) && line[n + digits + 1] != '-';
    struct item_number parsed;
    bool letter = isupper((unsigned char)line[n]) && isdigit((unsigned char)line[n + 1]);
    bool follows = (digits > 0 && digits < 5) || letter || item_number_begins(line + n, &parsed) || item_number_parse(line + n, &parsed);
    return follows && !sentence && strchr(" .:#", line[n - 1]) ? n : 0;
}

/* Bytes of what parts a number behind such words from its title: " - ", ": ". */
static size_t joint_at(const char *text)
{
    size_t n = strspn(text, " \t:.)");
    while (text_starts(text + n, "\xE2\x80\x93") || text_starts(text + n, "\xE2\x80\x94"))
        n += 3;
    return n + strspn(text + n, "-: \t");
}

/* "5", "A4" behind such words, which needs no stop: its bytes. */
static size_t digits_behind_lead(const char *text, struct item_number *number)
{
    size_t letter = isupper((unsigned char)*text) != 0, digits = strspn(text + letter, "0123456789");
    char *printed = digits > 0 && digits < 5 ? mem_strndup(NULL, text, letter + digits) : NULL;
    bool is = printed && item_number_parse_bare(printed, number);
    talloc_free(printed);
    return is ? letter + digits : 0;
}

/* ---- a line --------------------------------------------------------------------------------------------------------------- */

/* "12.1" of a paragraph: a point and digits. */
static bool is_paragraph(const struct item_number *number)
{
    const char *stop = strpbrk(number->text + strlen(number->prefix), ".");
    return stop && isdigit((unsigned char)stop[1]);
}

/* Does the title of line I, in capitals, end with a comma that the next line goes on behind? */
static bool breaks_at_comma(const struct page *page, size_t i, const char *title)
{
    size_t n = strlen(title);
    const struct page_line *next = i + 1 < page->n ? &page->lines[i + 1] : NULL;
    return n > 0 && title[n - 1] == ',' && text_in_capitals(title) && next && !next->gap && text_in_capitals(next->text);
}

/* "12 Apologies", "A2 Apologies"; "12" and "Apologies" below it: no number of a day, and nothing that counts people. */
bool printed_number_bare(const struct page *page, size_t i, struct printed_number *found)
{
    const struct page_line *line = &page->lines[i];
    struct date date;
    size_t used, letter = isupper((unsigned char)*line->text) != 0, figures = strspn(line->text + letter, "0123456789");
    size_t digits = letter + figures, blanks = blanks_at(line->text + digits);
    *found = (struct printed_number){.line = i, .before = SIZE_MAX, .row = 1, .bold = line->bold, .length = digits + blanks};
    if (figures == 0 || digits > 4 || text_find_date(line->text, 0, &date, &used) == 0)
        return false;
    found->own_line = line->text[digits] == '\0' && i + 1 < page->n;
    if (blanks == 0 && !found->own_line)
        return false;
    const char *title = found->own_line ? page->lines[i + 1].text : line->text + digits + blanks;
    found->bold |= found->own_line && page->lines[i + 1].bold;
    found->number.main = (int)strtol(line->text + letter, NULL, 10);
    memcpy(found->number.text, line->text, digits);
    memcpy(found->number.prefix, line->text, letter);
    return (line->gap || line->bold || i == 0 || page->compact || blanks > 1 || line->text[digits] == '\t') &&
           (printed_is_title(title, found->bold) || breaks_at_comma(page, i + found->own_line, title));
}

/* "APOLOGIES (12)": the number in brackets that the line ends with, N bytes of TEXT; its place, N where there is none. */
static size_t bracket_behind(const char *text, size_t n, struct item_number *number)
{
    size_t at = n > 0 && text[n - 1] == ')' ? n - 1 : 0;
    while (at > 0 && text[at - 1] != '(' && n - at < BRACKET_LONGEST)
        at--;
    if (at < 2 || text[at - 1] != '(' || !strchr(" \t", text[at - 2]))
        return n;
    char *inside = mem_strndup(NULL, text + at, n - 1 - at);
    bool is = isdigit((unsigned char)*inside) && item_number_parse_bare(inside, number) && number->main < PRINTED_MAIN_MAX;
    talloc_free(inside);
    return is ? at - 1 : n;
}

/* The same of line I. */
static bool ends_with_bracket(const struct page *page, size_t i, struct printed_number *found)
{
    const struct page_line *line = &page->lines[i];
    size_t n = strlen(line->text), at = bracket_behind(line->text, n, &found->number);
    found->tail = n - at;
    while (at < n && at > 0 && strchr(" \t", line->text[at - 1]))
        at--, found->tail++;
    char *title = mem_strndup(page->scratch, line->text, at);
    return found->tail > 0 && printed_is_title(title, line->bold);
}

/* "APOLOGIES RS.12", "Apologies 12/24", "APOLOGIES 12", "APOLOGIES (12)": the last word, or the last two. */
bool printed_number_behind(const struct page *page, size_t i, struct printed_number *found)
{
    const struct page_line *line = &page->lines[i];
    size_t n = strlen(line->text), at = n, words = 0;
    *found = (struct printed_number){.line = i, .before = SIZE_MAX, .row = 1, .bold = line->bold};
    if (n == 0 || n > PRINTED_TITLE_LONGEST || !(line->gap || line->bold))
        return false;
    if (line->text[n - 1] == ')')
        return ends_with_bracket(page, i, found);
    if (!isalnum((unsigned char)line->text[n - 1]))
        return false;
    while (words < 2 && at > 0) {
        for (words++; at > 0 && !strchr(" \t", line->text[at - 1]);)
            at--;
        size_t before = at;
        while (before > 0 && strchr(" \t", line->text[before - 1]))
            before--;
        char *title = mem_strndup(page->scratch, line->text, before);
        if (before > 0 && item_number_parse_bare(line->text + at, &found->number) && printed_is_title(title, line->bold)) {
            found->tail = n - before;
            return found->number.main < PRINTED_MAIN_MAX && (words == 1 || *found->number.prefix);
        }
        at = before;
    }
    return false;
}

/* "A4.  Budget": bytes of the number with its stop; 0: none. Without a stop it may be a road. */
static size_t letter_at(const char *text, struct item_number *number)
{
    size_t digits = isupper((unsigned char)*text) ? strspn(text + 1, "0123456789") : 0;
    if (digits == 0 || digits > 3 || (text[1 + digits] != '.' && text[1 + digits] != ')') || blanks_at(text + digits + 2) == 0)
        return 0;
    *number = (struct item_number){.main = (int)strtol(text + 1, NULL, 10), .prefix = {*text}};
    memcpy(number->text, text, 1 + digits);
    return digits + 2;
}

/* "5 - Flood Grants": bytes of the number and the dash that parts it from a title; 0: none. */
static size_t dashed_at(const char *text, struct item_number *number)
{
    size_t digits = strspn(text, "0123456789"), blanks = digits > 0 && digits < 4 ? strspn(text + digits, " ") : 0;
    size_t dash = blanks == 0 ? 0 : text[digits + blanks] == '-' ? 1 : text_starts(text + digits + blanks, "\xE2\x80\x93") ? 3 : 0;
    const char *title = text + digits + blanks + dash;
    char *printed = dash > 0 && *title == ' ' && isupper((unsigned char)title[strspn(title, " ")]) ? mem_strndup(NULL, text, digits) : NULL;
    bool is = printed && item_number_parse_bare(printed, number);
    talloc_free(printed);
    return is ? digits + blanks + dash : 0;
}

/* "12. Apologies", "OSC.21 Apologies", "Item 5: Apologies", "5 - Apologies"; the title may stand on the next line. DEEP: one whose number has
 * two parts, "8.2". */
static bool read_marked(const struct page *page, size_t i, struct printed_number *found, bool deep)
{
    const struct page_line *line = &page->lines[i];
    *found = (struct printed_number){.line = i, .before = SIZE_MAX, .row = 1, .bold = line->bold};
    size_t lead = lead_at(line->text);
    const char *text = line->text + lead;
    size_t n = item_number_begins(text, &found->number);
    if (n == 0 && lead > 0)
        n = digits_behind_lead(text, &found->number);
    if (n == 0)
        n = letter_at(text, &found->number);
    if (n == 0)
        n = dashed_at(text, &found->number);
    const char *title = text + n + (lead ? joint_at(text + n) : blanks_at(text + n));
    struct date date;
    size_t used;
    if (text_find_date(text, 0, &date, &used) == 0) /* "15/03/2022" is no number with a prefix */
        return false;
    bool alone = lead > 0 && n > 0 && *title == '\0';
    bool number = alone || (n == 0 && (lead ? item_number_parse_bare : item_number_parse)(text, &found->number));
    found->own_line = number && i + 1 < page->n;
    if (found->own_line)
        title = page->lines[i + 1].text;
    if ((n == 0 && !found->own_line) || is_paragraph(&found->number) != deep || found->number.main >= PRINTED_MAIN_MAX)
        return false;
    found->bold |= found->own_line && page->lines[i + 1].bold;
    found->length = (size_t)((found->own_line ? text + strlen(text) : title) - line->text);
    bool sure = *found->number.prefix || (found->number.sub > 0 && strchr(found->number.text, '/')) || lead > 0;
    return (line->gap || line->bold || i == 0 || page->compact || sure) &&
           (is_numbered_title(page, title, found->bold, sure && !found->own_line) || breaks_at_comma(page, i + found->own_line, title));
}

bool printed_number_marked(const struct page *page, size_t i, struct printed_number *found)
{
    return read_marked(page, i, found, false);
}

bool printed_number_deep(const struct page *page, size_t i, struct printed_number *found)
{
    return read_marked(page, i, found, true);
}

/* "12) Apologies", "(12) Apologies", "C. Apologies", alone above its title, too: lists and limbs look the same, so only a row with the
 * items of every meeting is believed. */
bool printed_number_listed(const struct page *page, size_t i, struct printed_number *found)
{
    const struct page_line *line = &page->lines[i];
    const char *text = line->text;
    size_t bracket = *text == '(', digits = strspn(text + bracket, "0123456789"), n = bracket + digits;
    bool letter = digits == 0 && !bracket && isupper((unsigned char)*text) && strchr(".)", text[1]) && text[1];
    *found = (struct printed_number){.line = i, .before = SIZE_MAX, .row = 1, .bold = line->bold};
    if (!letter && (digits == 0 || digits > 3 || text[n] != ')'))
        return false;
    n += letter ? 2 : 1;
    size_t blanks = blanks_at(text + n);
    found->own_line = text[n] == '\0' && i + 1 < page->n;
    if ((blanks == 0 && !found->own_line) || !(line->gap || line->bold || page->compact))
        return false;
    memcpy(found->number.text, text + bracket, letter ? 1 : digits);
    found->number.main = letter ? *text - 'A' + 1 : (int)strtol(text + bracket, NULL, 10);
    found->number.prefix[0] = letter ? '@' : '\0'; /* letters follow no figure */
    found->length = n + (found->own_line ? 0 : blanks);
    found->bold |= found->own_line && page->lines[i + 1].bold;
    return printed_is_title(found->own_line ? page->lines[i + 1].text : text + n + blanks, found->bold);
}
