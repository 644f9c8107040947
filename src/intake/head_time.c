/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Small words of the heads of printed papers that covers, minutes and reports share: what a label says, and an hour with what
 * joins it to the day or the place beside it (field.md 3.7, 3.8, 3.9). */
#include "config.h"

#include "src/intake/pack.h"

#include <string.h>
#include <strings.h>

#define LABEL_LONGEST 40 /* bytes of a label */
#define JOINTS_MAX 4     /* words that join an hour to what stands before it */
#define SKIPS_MAX 8      /* runs of marks and such words; a line of nothing but dashes has thousands */
#define MARKS " ,;()"
#define HOURS_MAX 4      /* beside each other: begun, adjourned, resumed, ended */

const char *label_value(const char *line, enum pack_words labels)
{
    size_t n = strcspn(line, ":\t\n");
    if (line[n] == '\0' || line[n] == '\n' || n == 0 || n > LABEL_LONGEST)
        return NULL;
    char *label = mem_strndup(NULL, line, n), *second = strstr(label, " / ");
    bool is = pack_line_says(labels, label) || (second && pack_line_says(labels, second + 3));
    if (second && !is) {
        *second = '\0'; /* "Dyddiad / Date": either will do */
        is = pack_line_says(labels, label);
    }
    talloc_free(label);
    const char *value = line + n + 1;
    value += strspn(value, " :-\t");
    return is && *value ? value : NULL;
}

const char *head_day_value(const char *line)
{
    const char *value = label_value(line, PACK_DATE_LABEL);
    const char *meeting = value ? NULL : label_value(line, PACK_COMMITTEE_LABEL);
    struct date date;
    bool has_year;
    return meeting && date_scan(meeting, &date, &has_year) > 0 && has_year ? meeting : value;
}

const char *head_skip_joint(const char *text)
{
    static const char *const words[] = {"at ",         "from ",     "- ",  "\xE2\x80\x93 ", "| ", "\xC2\xB7 ", "\xE2\x80\xA2 ",
                                        "commencing ", "starting ", "am "};
    size_t skips = 0;
    for (size_t before = 1, n = 0; before > 0 && skips < SKIPS_MAX; text += n, skips++) {
        n = strspn(text, MARKS);
        for (size_t i = 0; i < MB_LENGTH(words); i++) {
            int clock;
            size_t word = strncasecmp(text + n, words[i], strlen(words[i])) == 0 ? strlen(words[i]) : 0;
            bool place = word && words[i][0] == 'a' && clock_scan(text + n + word, &clock) == 0; /* "at County Hall" */
            n += place ? 0 : word;
        }
        before = n;
    }
    return text;
}

const char *head_take_time(struct meeting *meeting, const char *text)
{
    int minutes, last;
    const char *at = head_skip_joint(text);
    size_t n = clock_scan_span(at, &minutes, &last);
    if (n == 0)
        n = clock_scan(at, &minutes);
    if (n == 0)
        return text;
    if (meeting->minutes_after_midnight < 0)
        meeting->minutes_after_midnight = minutes;
    at += n;
    const char *end = head_skip_joint(at);
    end += text_starts(end, "to ") ? 3 : 0;
    n = clock_scan(end, &last);
    return n ? end + n : at;
}

/* TEXT behind words that tell what happened at the hour that follows: "and began", "and ended". */
static const char *behind_what_happened(const char *text)
{
    static const char *const words[] = {"and ",       "which ",    "was ",     "began ",   "begins ",    "beginning ", "commenced ", "commences ",
                                        "started ",   "starts ",   "opened ",  "convened ", "concluded ", "concluding ", "ended ",     "ending ",
                                        "finished ",  "closed ",   "to ",      "until ",   "the meeting "};
    for (size_t i = 0, taken = 0; i < MB_LENGTH(words) && taken < JOINTS_MAX; i++)
        if (strncasecmp(text, words[i], strlen(words[i])) == 0) {
            text += strlen(words[i]);
            taken++;
            i = (size_t)-1; /* from the start again */
        }
    return text;
}

/* The bytes of the hours that TEXT is to its end, "7.00 pm - 9.42 pm", "7 pm and ended at 8 pm."; 0: it is none. */
static size_t only_hours(const char *text)
{
    const char *at = text;
    for (size_t n = 1, hours = 0; n > 0 && hours < HOURS_MAX; at += n, hours++) {
        int minutes, end;
        if ((n = clock_scan_span(at, &minutes, &end)) == 0)
            n = clock_scan(at, &minutes);
        if (n == 0 && at > text)
            return 0;
        if (n > 0 && at[n + strspn(at + n, " ,.)")] == '\0')
            return (size_t)(at - text) + n;
        const char *next = n > 0 ? head_skip_joint(behind_what_happened(head_skip_joint(at + n))) : at;
        n = (size_t)(next - at);
    }
    return 0;
}

size_t head_hour_ends(const char *text, const char **clock)
{
    for (const char *at = text; (at = strpbrk(at, " ,")); at += strspn(at, MARKS)) {
        *clock = head_skip_joint(behind_what_happened(head_skip_joint(at)));
        if (only_hours(*clock) > 0)
            return (size_t)(at - text);
    }
    return SIZE_MAX;
}

char *head_before_hour(struct meeting *meeting, char *text)
{
    const char *clock;
    size_t before = head_hour_ends(text, &clock);
    if (before == SIZE_MAX)
        return NULL;
    (void)head_take_time(meeting, clock);
    text[before] = '\0';
    return text;
}

void head_say_day_last(const char *line, struct date date, size_t *at, size_t *used)
{
    struct date again;
    size_t n, from = *at + *used, second = text_find_date(line, from, &again, &n);
    if (second == SIZE_MAX || date_compare(again, date) != 0 || !memchr(line + from, '/', second - from))
        return;
    *at = second;
    *used = n;
}
