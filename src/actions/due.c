/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* When a follow-up is due: from words to what they allow to be computed, and no more (design.md 4;
 * field.md 6, "Due words"). A day is a day, a month stays a month, a counted time is counted from the
 * meeting with its basis said; everything vague keeps its words and computes nothing. */
#include "config.h"

#include "private.h"

#include <string.h>

#define COUNT_MAX 999     /* of a counted time: "within 999 days" */
#define YEARS_TO_SEARCH 8 /* for 29 February without a year */

static bool word_in(const char *word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (strcmp(word, list[i]) == 0)
            return true;
    }
    return false;
}

/* ---- days --------------------------------------------------------------------------------- */

/* The first DAY without a year on or after START; unset if START is. */
static struct date first_on_or_after(struct date day, struct date start)
{
    for (int i = 0; date_is_set(start) && i <= YEARS_TO_SEARCH; i++) {
        struct date found = {start.year + i, day.month, day.day};
        if (date_is_real(found) && date_compare(found, start) >= 0)
            return found;
    }
    return (struct date){0};
}

size_t due_day_at(const char *text, struct date meeting_date, struct date *date, bool *has_year)
{
    struct date read;
    size_t used = date_scan(text, &read, has_year);
    if (used)
        *date = *has_year ? read : first_on_or_after(read, meeting_date);
    return used;
}

/* What one reading of due words gives. */
struct reading {
    struct date_span span;
    char *basis;
};

/* The one day in WORDS. Several days are not one: then nothing is said. */
static bool read_day(const void *parent, const char *words, struct date meeting_date, struct reading *out)
{
    struct date day = {0};
    bool has_year = false;
    size_t days = 0, used;
    for (const char *p = words; days < 2; p += used, days++) {
        struct date read;
        bool year;
        p += date_find(p, &used, &read, &year);
        if (!used)
            break;
        day = year ? read : first_on_or_after(read, meeting_date);
        has_year = year;
    }
    if (days != 1 || !date_is_set(day))
        return false;
    out->span = (struct date_span){day, day};
    out->basis = has_year ? mem_strdup(parent, "a day in the text")
                          : mem_printf(parent, "a day in the text, the first after the meeting of %s",
                                       date_words(parent, meeting_date));
    return true;
}

/* ---- counted times ------------------------------------------------------------------------ */

static const struct {
    const char *word;
    int value;
} numbers[] = {
    {"a", 1},        {"an", 1},       {"one", 1},      {"two", 2},       {"three", 3},     {"four", 4},
    {"five", 5},     {"six", 6},      {"seven", 7},    {"eight", 8},     {"nine", 9},      {"ten", 10},
    {"eleven", 11},  {"twelve", 12},  {"fourteen", 14}, {"fifteen", 15}, {"eighteen", 18}, {"twenty", 20},
    {"thirty", 30},  {"forty", 40},   {"fifty", 50},   {"sixty", 60},    {"ninety", 90},
};

enum unit { UNIT_DAY, UNIT_WORKING_DAY, UNIT_WEEK, UNIT_FORTNIGHT, UNIT_MONTH, UNIT_YEAR };
static const struct {
    const char *word;
    enum unit unit;
} units[] = {
    {"day", UNIT_DAY},     {"days", UNIT_DAY},     {"week", UNIT_WEEK},           {"weeks", UNIT_WEEK},
    {"month", UNIT_MONTH}, {"months", UNIT_MONTH}, {"fortnight", UNIT_FORTNIGHT}, {"fortnights", UNIT_FORTNIGHT},
    {"year", UNIT_YEAR},   {"years", UNIT_YEAR},
};
static const char *const unit_names[] = {"day", "working day", "week", "fortnight", "month", "year"};

/* A count before word END of WORDS: its value, 0 if none, and the word it begins at. */
static int count_before(const struct words *words, size_t end, size_t *begin)
{
    const char *word = words->at[end - 1];
    int value = 0;
    *begin = end - 1;
    if (*word >= '0' && *word <= '9') {
        for (const char *p = word; *p >= '0' && *p <= '9' && value <= COUNT_MAX; p++)
            value = value * 10 + (*p - '0');
        return word[strspn(word, "0123456789")] ? 0 : value;
    }
    for (size_t i = 0; i < MB_LENGTH(numbers) && !value; i++) {
        if (strcmp(word, numbers[i].word) == 0)
            value = numbers[i].value;
    }
    if (value > 0 && value < 10 && end >= 2) { /* "twenty-eight" */
        for (size_t i = 0; i < MB_LENGTH(numbers); i++) {
            if (numbers[i].value >= 20 && strcmp(words->at[end - 2], numbers[i].word) == 0) {
                *begin = end - 2;
                return value + numbers[i].value;
            }
        }
    }
    return value;
}

/* Nothing, or a word that begins a counting, may stand before the count: "every 12 months" counts none. */
static bool count_is_introduced(const struct words *words, size_t begin)
{
    static const char *const introductions[] = {"within", "inside", "in", "after", "than", "next", "coming", "by"};
    return begin == 0 || word_in(words->at[begin - 1], introductions, MB_LENGTH(introductions));
}

/* Nothing, or the meeting, may stand behind the unit: "six months from the implementation" has an
 * unknown start. */
static bool count_is_from_meeting(const struct words *words, size_t after)
{
    static const char *const joints[] = {"of", "from", "after", "following"};
    static const char *const articles[] = {"the", "this", "todays"};
    size_t i = after;
    if (i < words->n && (strcmp(words->at[i], "time") == 0 || strcmp(words->at[i], "hence") == 0))
        i++;
    if (i == words->n || (i + 2 == words->n && strcmp(words->at[i], "from") == 0 && strcmp(words->at[i + 1], "now") == 0))
        return true;
    if (!word_in(words->at[i++], joints, MB_LENGTH(joints)))
        return false;
    if (i < words->n && word_in(words->at[i], articles, MB_LENGTH(articles)))
        i++;
    return i + 1 == words->n && strcmp(words->at[i], "meeting") == 0;
}

static struct date add_months(struct date date, int months)
{
    int all = date.year * 12 + date.month - 1 + months;
    struct date sum = {all / 12, all % 12 + 1, date.day};
    int last = date_month_length(sum.year, sum.month);
    sum.day = sum.day < last ? sum.day : last;
    return sum;
}

static struct date add_count(struct date date, int count, enum unit unit)
{
    if (unit == UNIT_WORKING_DAY)
        return date_add_working_days(date, count);
    if (unit == UNIT_MONTH || unit == UNIT_YEAR)
        return add_months(date, unit == UNIT_YEAR ? 12 * count : count);
    return date_add(date, unit == UNIT_DAY ? count : unit == UNIT_WEEK ? 7 * count : 14 * count);
}

/* A count and its unit whose unit is word I. */
static bool read_count_at(const struct words *words, size_t i, int *count, enum unit *unit)
{
    bool known = false;
    for (size_t u = 0; u < MB_LENGTH(units) && !known; u++) {
        known = strcmp(words->at[i], units[u].word) == 0;
        *unit = units[u].unit;
    }
    size_t end = i, begin;
    if (known && *unit == UNIT_DAY && i > 0 && strcmp(words->at[i - 1], "working") == 0) {
        *unit = UNIT_WORKING_DAY;
        end--;
    }
    *count = known && end > 0 ? count_before(words, end, &begin) : 0;
    return *count > 0 && *count <= COUNT_MAX && count_is_introduced(words, begin) &&
           count_is_from_meeting(words, i + 1);
}

static bool find_count(const struct words *words, int *count, enum unit *unit)
{
    for (size_t i = 1; i < words->n && words->n < WORDS_MAX; i++) {
        if (read_count_at(words, i, count, unit))
            return true;
    }
    return false;
}

static bool read_counted(const void *parent, const struct words *words, struct date meeting_date, struct reading *out)
{
    int count;
    enum unit unit;
    if (!date_is_set(meeting_date) || !find_count(words, &count, &unit))
        return false;
    struct date day = add_count(meeting_date, count, unit);
    if (!date_is_real(day))
        return false;
    out->span = (struct date_span){day, day};
    out->basis = mem_printf(parent, "%d %s%s counted from the meeting of %s", count, unit_names[unit],
                            count == 1 ? "" : "s", date_words(parent, meeting_date));
    return true;
}

/* ---- months, quarters, years -------------------------------------------------------------- */

/* TEXT without the words that may stand before and behind a time: "by the end of", "its ... meeting".
 * "before March 2023" is left alone: March is not when it is due. */
static char *bare_time(const void *parent, const char *text)
{
    static const char *const before[] = {"by ", "in ", "for ", "during ", "until ", "till ", "at ", "the ", "its ",
                                         "their ", "before the end of ", "end of ", "early ", "mid ", "mid-", "late ",
                                         "no later than ", "a "};
    static const char *const behind[] = {" meeting", " agenda", " meetings"};
    char *copy = text_squeeze(parent, text, strlen(text)), *start = copy;
    for (size_t i = 0; i < MB_LENGTH(before); i++) {
        size_t n = strlen(before[i]);
        if (strlen(start) > n && words_equal(start, n, before[i])) {
            start += n;
            i = (size_t)-1; /* from the first again */
        }
    }
    for (size_t i = 0; i < MB_LENGTH(behind); i++) {
        size_t n = strlen(behind[i]), len = strlen(start);
        if (len > n && words_equal(start + len - n, n, behind[i]))
            start[len - n] = '\0';
    }
    return start;
}

static bool is_span(struct date_span span)
{
    return date_is_set(span.from) && date_is_set(span.to);
}

/* "November", "June/July": the next that ends on or after START, as for a day without a year (field.md 3.9). "may" in
 * small letters is a verb. */
static struct date_span first_month(const void *parent, const char *text, struct date start)
{
    struct date_span span = {0};
    if (!date_is_set(start) || *text < 'A' || *text > 'Z' || strpbrk(text, "0123456789"))
        return span;
    for (int year = start.year; year <= start.year + 1; year++) {
        span = date_span_of_words(mem_printf(parent, "%s %d", text, year));
        if (!is_span(span) || date_compare(span.to, start) >= 0)
            return span;
    }
    return span;
}

static bool read_span(const void *parent, const char *words, struct date meeting_date, struct reading *out)
{
    const char *text = bare_time(parent, words);
    struct date_span span = date_span_of_words(text);
    bool has_year = is_span(span);
    if (!has_year)
        span = first_month(parent, text, meeting_date);
    if (!is_span(span))
        return false;
    bool month = span.from.year == span.to.year && span.from.month == span.to.month && span.from.day == 1 &&
                 span.to.day == date_month_length(span.to.year, span.to.month);
    out->span = span;
    const char *named = month ? "the month named" : "the time named";
    out->basis = has_year ? mem_strdup(parent, named)
                          : mem_printf(parent, "%s, the first after the meeting of %s", named,
                                       date_words(parent, meeting_date));
    return true;
}

/* ---- due words ---------------------------------------------------------------------------- */

static bool read_due(const void *parent, const char *text, struct date meeting_date, struct reading *out)
{
    /* A day behind one of these is not when something is due: "following the meeting of 3 November". */
    static const char *const afterwards[] = {"after", "following", "since", "from", "once", "when", "pending"};
    struct words words;
    words_split(parent, text, &words);
    if (read_counted(parent, &words, meeting_date, out))
        return true;
    if (words.n == 0 || word_in(words.at[0], afterwards, MB_LENGTH(afterwards)))
        return false;
    return read_day(parent, text, meeting_date, out) || read_span(parent, text, meeting_date, out);
}

void action_due_of_words(struct action *action, const char *words, struct date meeting_date)
{
    void *scratch = talloc_new(action);
    char *text = words ? text_trim(mem_strdup(scratch, words)) : NULL;
    struct reading reading = {0};
    if (text && *text)
        read_due(scratch, text, meeting_date, &reading);
    action->due_text = text && *text ? mem_strdup(action, text) : NULL;
    action->due = reading.span;
    action->due_basis = mem_strdup(action, reading.basis);
    talloc_free(scratch);
}

bool due_says_when(const char *text, struct date meeting_date)
{
    static const char *const phrases[] = {
        "next meeting",      "the next meeting",  "at the next meeting", "before the next meeting", "a future meeting",
        "at a future meeting", "each meeting",    "at each meeting",     "following the meeting",   "after the meeting",
        "outside the meeting", "in due course",   "as soon as possible", "asap",                    "when available",
        "quarterly",         "monthly",           "weekly",              "fortnightly",             "annually",
        "termly",            "six monthly",       "ongoing",             "tbc",
    };
    void *scratch = talloc_new(NULL);
    struct words words;
    words_split(scratch, text, &words);
    struct buf joined;
    buf_init(&joined, scratch, 200);
    for (size_t i = 0; i < words.n; i++)
        buf_printf(&joined, "%s%s", i ? " " : "", words.at[i]);
    struct date date;
    bool has_year;
    size_t used = due_day_at(text, meeting_date, &date, &has_year);
    int count;
    enum unit unit;
    bool counted = words.n <= 6 && find_count(&words, &count, &unit) && words_equal(words.at[0], 2, "in");
    counted = counted || (words.n > 0 && strcmp(words.at[0], "within") == 0 && find_count(&words, &count, &unit));
    bool says = (used && !text[used]) || counted || (joined.data && word_in(joined.data, phrases, MB_LENGTH(phrases)));
    talloc_free(scratch);
    return says;
}
