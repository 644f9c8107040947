/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The words in the cells of a work programme (field.md 5, "States", "Notes to parse"): lists of dates,
 * TBC, who asked when, how often. What the words do not say stays empty. */
#include "config.h"

#include "src/intake/programme.h"

#include <string.h>

#define TIME_LONGEST 80    /* bytes of a cell that says when */
#define REMARK_LONGEST 25  /* bytes beside a date on a line of its own */
#define DONE_LONGEST 20    /* bytes of a note that says no more than "completed" */
#define REQUEST_LONGEST 60 /* bytes between "Requested" and its date */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

/* ---- dates ------------------------------------------------------------------------------------------- */

static void add_when(const void *owner, struct when **at, size_t *n, const char *text, size_t length,
                     struct date_span span)
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

/* What may follow a date without changing it: a clock time, a bracket, "TBC", "provisional". */
static bool is_remark(const char *text)
{
    int minutes;
    text += strspn(text, " ,-\n");
    if (text_starts(text, "at "))
        text += 3;
    return !*text || *text == '(' || clock_scan(text, &minutes) || pack_words_at(PACK_PROVISIONAL, text);
}

struct date_span programme_span(const char *cell)
{
    struct date_span span = date_span_of_words(cell);
    if (date_is_set(span.from))
        return span;
    size_t n = scan_dated(cell, &span);
    bool whole = n && span.from.year && is_remark(cell + n);
    return whole ? span : (struct date_span){0};
}

bool programme_is_tbc(const char *cell)
{
    return strlen(cell) <= TIME_LONGEST && pack_line_says(PACK_TO_BE_CONFIRMED, cell) &&
           !date_is_set(programme_span(cell).from);
}

bool programme_is_time(const char *cell)
{
    struct date day;
    size_t used;
    if (strlen(cell) > TIME_LONGEST)
        return false;
    return programme_is_tbc(cell) || pack_line_says(PACK_TIME_OF_YEAR, cell) ||
           date_is_set(programme_span(cell).from) || text_find_date(cell, 0, &day, &used) != SIZE_MAX;
}

/* Words that all begin with a capital or a digit, three at most: "Autumn 2025", not "the Panel may". */
static bool is_short_name(const char *text)
{
    size_t words = 0;
    for (const char *at = text; *at; at += strcspn(at, " "), at += strspn(at, " "), words++) {
        bool capital = (*at >= 'A' && *at <= 'Z') || (*at >= '0' && *at <= '9');
        if (!capital)
            return false;
    }
    return words <= 3 && !strchr(text, ':');
}

bool programme_is_time_line(const char *text)
{
    struct date day;
    size_t used;
    if (!programme_is_time(text))
        return false;
    if (programme_is_tbc(text) || date_is_set(programme_span(text).from))
        return true;
    if (text_find_date(text, 0, &day, &used) != SIZE_MAX)
        return strlen(text) <= used + REMARK_LONGEST;
    return is_short_name(text);
}

struct date programme_requested_on(const char *notes)
{
    size_t n;
    for (const char *at = notes; at && (at = pack_words_find(PACK_REQUESTED, at, &n)); at += n) {
        struct date day;
        size_t used, from = text_find_date(at, n, &day, &used);
        if (from == SIZE_MAX)
            break;
        if (from <= REQUEST_LONGEST && !memchr(at, '.', from) && !memchr(at, ';', from))
            return day;
    }
    return (struct date){0};
}

const char *programme_frequency(const char *text)
{
    if (!text)
        return NULL;
    char *folded = text_fold(NULL, text);
    const char *frequency = pack_says(PACK_QUARTERLY, folded)  ? "quarterly"
                            : pack_says(PACK_ANNUALLY, folded) ? "annually"
                                                               : NULL;
    talloc_free(folded);
    return frequency;
}

enum programme_state programme_state_of(const char *planned, const char *notes)
{
    if (notes && pack_line_says(PACK_DEFERRED, notes))
        return ENTRY_DEFERRED;
    if (notes && pack_line_says(PACK_MOVED, notes))
        return ENTRY_MOVED;
    if ((planned && pack_line_says(PACK_DONE, planned)) ||
        (notes && strlen(notes) <= DONE_LONGEST && pack_line_says(PACK_DONE, notes)))
        return ENTRY_DONE;
    return !planned || programme_is_tbc(planned) ? ENTRY_TBC : ENTRY_SCHEDULED;
}
