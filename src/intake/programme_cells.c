/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The words in the cells of a work programme (field.md 5, "States", "Notes to parse"): lists of dates,
 * TBC, who asked when, how often. What the words do not say stays empty. */
#include "config.h"

#include "src/intake/programme.h"

#include <string.h>

#define REQUEST_LONGEST 60 /* bytes between "Requested" and its date */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

/* ---- dates ------------------------------------------------------------------------------------------- */

static void add_when(const void *owner, struct when **at, size_t *n, const char *text, size_t length, struct date_span span)
{
    struct when *when = mem_append(owner, *at, *n);
    when->text = text_squeeze(owner, text, length);
    when->span = span;
}

/* A month with its year at TEXT: "July 2022". Bytes, 0 if none. */
static size_t scan_month_and_year(const char *text, struct date_span *span)
{
    size_t word = 0;
    while (is_letter(text[word]))
        word++;
    size_t blanks = strspn(text + word, " ");
    size_t digits = strspn(text + word + blanks, "0123456789");
    size_t n = word + blanks + digits;
    if (word < 3 || blanks == 0 || digits != 4 || is_letter(text[n]) || text[n] == '/')
        return 0;
    char *words = mem_strndup(NULL, text, n);
    *span = date_span_of_words(words);
    talloc_free(words);
    return date_is_set(span->from) ? n : 0;
}

/* A day, or a month with its year, at TEXT; a day may get its year from a later one of the list. */
static size_t scan_dated(const char *text, struct date_span *span)
{
    struct date day;
    bool has_year = false;
    size_t n = date_scan(text, &day, &has_year);
    *span = (struct date_span){day, day};
    return n ? n : scan_month_and_year(text, span);
}

/* What may part two dates of a list. */
static size_t scan_separator(const char *text)
{
    size_t n = strspn(text, " ,;\n");
    if (text[n] == '&')
        n++;
    else if (text_starts(text + n, "and "))
        n += 4;
    return n + strspn(text + n, " ,;\n");
}

/* Is CELL nothing but dates? *BARE counts those without a year of their own. */
static bool is_list_of_dates(const char *cell, size_t *count, size_t *bare)
{
    *count = *bare = 0;
    const char *text = cell + scan_separator(cell);
    for (size_t used; *text; text += used + scan_separator(text + used)) {
        struct date_span span;
        used = scan_dated(text, &span);
        if (used == 0)
            return false;
        (*count)++;
        *bare += span.from.year == 0;
    }
    return *count > 0;
}

bool programme_dates(const void *owner, const char *cell, struct when **at, size_t *n)
{
    size_t count, bare, i = 0;
    if (!is_list_of_dates(cell, &count, &bare))
        return false;
    struct dates days = date_list(NULL, cell);
    bool years_known = bare == 0 || (days.n == count && date_is_set(days.at[count - 1]));
    const char *text = cell + scan_separator(cell);
    for (size_t used; years_known && *text; text += used + scan_separator(text + used), i++) {
        struct date_span span;
        used = scan_dated(text, &span);
        if (span.from.year == 0)
            span = (struct date_span){days.at[i], days.at[i]};
        add_when(owner, at, n, text, used, span);
    }
    talloc_free(days.at);
    return years_known;
}

void programme_days(const void *owner, const char *cell, struct when **at, size_t *n)
{
    struct date day;
    size_t used, from = 0;
    while ((from = text_find_date(cell, from, &day, &used)) != SIZE_MAX) {
        add_when(owner, at, n, cell + from, used, (struct date_span){day, day});
        from += used;
    }
}

/* ---- words that are no date ------------------------------------------------------------------------------- */

bool programme_is_tbc(const char *cell)
{
    static const char *const words[] = {"tbc", "tba", "tbd", "to be confirmed", "to be arranged", "to be agreed", "to be scheduled",
                                        "to be determined", "date to be confirmed", "date tbc", "unscheduled", "not scheduled",
                                        "to be decided", "no date", "date to be agreed", "to be advised"};
    char *folded = text_fold(NULL, cell);
    bool is = false;
    for (size_t i = 0; i < MB_LENGTH(words) && !is; i++)
        is = strcmp(folded, words[i]) == 0;
    is |= words_in(folded, "tbc") && strlen(folded) < 40; /* "(tbc)", "Autumn - TBC" */
    talloc_free(folded);
    return is;
}

bool programme_is_time(const char *cell)
{
    static const char *const words[] = {"january", "february", "march", "april", "may", "june", "july", "august", "september",
                                        "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
                                        "sept", "oct", "nov", "dec", "spring", "summer", "autumn", "winter", "q1", "q2", "q3", "q4",
                                        "annually", "annual", "quarterly", "monthly", "every meeting", "each meeting", "as required",
                                        "ongoing", "early", "late", NULL};
    if (strlen(cell) > 80)
        return false;
    struct date day;
    size_t used;
    return programme_is_tbc(cell) || line_has(cell, words) || date_is_set(date_span_of_words(cell).from) ||
           text_find_date(cell, 0, &day, &used) != SIZE_MAX;
}

struct date programme_requested_on(const char *notes)
{
    static const char *const words[] = {"equested", "sked for", "equest of", "equest by", "equest from"};
    for (size_t i = 0; notes && i < MB_LENGTH(words); i++) {
        for (const char *at = notes; (at = strstr(at, words[i])); at++) {
            struct date day;
            size_t used, from = text_find_date(at, 0, &day, &used);
            bool near = from != SIZE_MAX && from <= REQUEST_LONGEST;
            if (near && !memchr(at, '.', from) && !memchr(at, ';', from))
                return day;
            if (from == SIZE_MAX)
                break;
        }
    }
    return (struct date){0};
}

const char *programme_frequency(const char *text)
{
    static const char *const yearly[] = {"annually", "annual", "yearly", "every year", "each year", "once a year", NULL};
    static const char *const quarterly[] = {"quarterly", "every quarter", "each quarter", "per quarter", NULL};
    if (!text)
        return NULL;
    char *folded = text_fold(NULL, text);
    const char *frequency = words_in_one(folded, quarterly) ? "quarterly" : words_in_one(folded, yearly) ? "annually" : NULL;
    talloc_free(folded);
    return frequency;
}

enum programme_state programme_state_of(const char *planned, const char *notes)
{
    static const char *const deferred[] = {"deferred", "postponed", "carried forward from", NULL};
    static const char *const moved[] = {"moved to", "transferred to", "passed to", "briefing note", "circulated by email", NULL};
    static const char *const done[] = {"completed", "complete", "done", NULL};
    if (notes && line_has(notes, deferred))
        return ENTRY_DEFERRED;
    if (notes && line_has(notes, moved))
        return ENTRY_MOVED;
    if ((planned && line_has(planned, done)) || (notes && strlen(notes) <= 20 && line_has(notes, done)))
        return ENTRY_DONE;
    return !planned || programme_is_tbc(planned) ? ENTRY_TBC : ENTRY_SCHEDULED;
}
