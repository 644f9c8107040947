/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Numbers of items as councils print them (field.md 3.9). They are text: parsing one only serves to
 * tell a number from a list's and to see which may follow which. */
#include "config.h"

#include "src/intake/page.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define MAIN_DIGITS 5
#define SUB_LENGTH 4
#define LETTERED_DIGITS 3 /* of "P.41" */
#define YEAR_FIRST 1900
#define PARTS_MAX 3
#define SECOND_PART_MOST 3 /* digits: an application has more */
#define PART_LETTERS_MAX 5

static size_t digits_at(const char *text, size_t max)
{
    size_t n = 0;
    while (isdigit((unsigned char)text[n]))
        n++;
    return n <= max ? n : 0;
}

/* "EXC ", "O&SC ", "OSC." or "OSC" right before a number: two to six capitals, or one right before two digits at most
 * ("A4", "P1": parts of an agenda), which is a road as well, or before a year's number ("F24/12", "P/24/12"), or with a stop
 * before two or three digits ("P.41": a series of minutes; "A.1" numbers paragraphs). */
static size_t prefix_at(const char *text)
{
    size_t n = 0;
    while ((text[n] >= 'A' && text[n] <= 'Z') || (n > 0 && text[n] == '&'))
        n++;
    if (n > 2 && file_is_kind(text, n))
        return 0;
    size_t slash = n == 1 && text[1] == '/';
    size_t year = n == 1 ? digits_at(text + 1 + slash, MAIN_DIGITS) : 0;
    if (year > 0 && text[1 + slash + year] == '/' && isdigit((unsigned char)text[2 + slash + year]))
        return 1 + slash;
    if (n == 1 && digits_at(text + 1, 2) > 0)
        return 1;
    if (n == 1 && text[1] == '.' && digits_at(text + 2, LETTERED_DIGITS) > 1)
        return 2;
    size_t joint = blanks_at(text + n);
    if (joint == 0 && text[n] && strchr("/.-", text[n]))
        joint = 1;
    return n >= 2 && n <= 6 && (joint || isdigit((unsigned char)text[n])) ? n + joint : 0;
}

/* Letters (one, or roman figures) or digits of a second part. */
static size_t sub_at(const char *text, int *value)
{
    size_t n = digits_at(text, SUB_LENGTH);
    if (n) {
        *value = (int)strtol(text, NULL, 10);
        return n;
    }
    while (isalpha((unsigned char)text[n]))
        n++;
    if (n == 0 || n > SUB_LENGTH)
        return 0;
    *value = n == 1 ? tolower((unsigned char)*text) - 'a' + 1 : 1;
    return n;
}

/* "/21" "(b)" " (28)" ".a" "a" after the digits. */
static size_t second_part_at(const char *text, int *value)
{
    *value = 0;
    size_t blanks = blanks_at(text);
    if (text[blanks] == '(') {
        size_t n = sub_at(text + blanks + 1, value);
        return n && text[blanks + 1 + n] == ')' ? blanks + n + 2 : 0;
    }
    size_t joint = text[0] == '/' || text[0] == '.' ? 1 : 0;
    if (!joint && !isalpha((unsigned char)text[0]))
        return 0;
    size_t n = sub_at(text + joint, value);
    return n && (joint || n == 1) ? joint + n : 0;
}

/* "/24" behind "47/23" (SECOND bytes at TEXT), "-25" behind "41/24": the year of the council, or the number behind it
 * ("2023/24/47"). */
static size_t third_part_at(const char *text, size_t second, struct item_number *number)
{
    size_t year = second > 1 && text[0] == '/' && text[second] == '-' && isdigit((unsigned char)text[1]) ? digits_at(text + second + 1, SUB_LENGTH) : 0;
    if (year > 1) {
        int after = number->main < YEAR_FIRST ? number->main + 1 : (number->main + 1) % 100;
        bool last = number->sub == after && (number->main >= YEAR_FIRST || strtol(text + second + 1, NULL, 10) != number->sub + 1); /* "24/25-12", "2024/25-26" */
        number->main = last ? (int)strtol(text + second + 1, NULL, 10) : number->main;
        number->sub = last ? 0 : number->sub;
        return 1 + year;
    }
    size_t digits = second > 1 && text[0] == '/' && isdigit((unsigned char)text[1]) && text[second] == '/' ? digits_at(text + second + 1, SUB_LENGTH) : 0;
    if (digits > 0 && number->main >= YEAR_FIRST)
        number->sub = (int)strtol(text + second + 1, NULL, 10);
    return digits ? 1 + digits : 0;
}

/* ---- numbers of parts --------------------------------------------------------------------------------------------- */

enum part_kind { PART_NONE, PART_LETTERS, PART_DIGITS, PART_YEARS };

/* The part at TEXT, "SD", "28", "24-25" or "2024-25", up to a slash or the end; its bytes in *N. */
static enum part_kind part_at(const char *text, size_t *n)
{
    while (isupper((unsigned char)text[*n]) || (*n > 0 && text[*n] == '&'))
        ++*n;
    enum part_kind kind = *n > 1 && *n <= PART_LETTERS_MAX ? PART_LETTERS : PART_NONE;
    if (*n == 0 && (*n = digits_at(text, SUB_LENGTH)) > 0) {
        kind = PART_DIGITS;
        size_t year = text[*n] == '-' ? digits_at(text + *n + 1, SUB_LENGTH) : 0;
        bool follows = year > 1 && (strtol(text, NULL, 10) + 1) % 100 == strtol(text + *n + 1, NULL, 10) % 100;
        kind = follows ? PART_YEARS : kind;
        *n += follows ? 1 + year : 0;
    }
    return text[*n] == '\0' || text[*n] == '/' || text[*n] == '.' ? kind : PART_NONE;
}

/* "24-25/SD/28", "25/SD/28", "SD/24-25/28", "24-25/12": parts behind slashes, of which the last counts; "28/25/SD", "25/28/SD": the first or
 * the second, as the row of them tells. Years and letters tell it from a day. "24/00412/FUL" is an application. */
static bool parse_parts(const char *line, struct item_number *number)
{
    enum part_kind kinds[PARTS_MAX];
    size_t starts[PARTS_MAX], n = 0, at = 0;
    for (bool more = true; more; n++) {
        size_t length = 0;
        if (n == PARTS_MAX || (kinds[n] = part_at(line + at, &length)) == PART_NONE)
            return false;
        starts[n] = at;
        at += length;
        more = line[at] == '/';
        at += more;
    }
    size_t stop = line[at] == '.';
    bool years = false, letters = false, first = kinds[n - 1] == PART_LETTERS && n == PARTS_MAX && kinds[0] == PART_DIGITS &&
                                                 (kinds[1] == PART_YEARS || starts[2] - starts[1] <= 1 + SECOND_PART_MOST);
    for (size_t i = 0; i < n; i++) {
        years |= kinds[i] == PART_YEARS;
        letters |= kinds[i] == PART_LETTERS;
    }
    bool last = kinds[n - 1] == PART_DIGITS && (years || (letters && n == PARTS_MAX));
    if (line[at + stop] != '\0' || n < 2 || at >= sizeof number->text || !(first || last))
        return false;
    memcpy(number->text, line, at);
    number->main = (int)strtol(line + (last ? starts[n - 1] : 0), NULL, 10);
    number->sub = !last && kinds[1] == PART_DIGITS ? (int)strtol(line + starts[1], NULL, 10) : 0;
    if (last)
        memcpy(number->prefix, line, starts[n - 1] < sizeof number->prefix ? starts[n - 1] : sizeof number->prefix - 1);
    return true;
}

/* ---- all of them -------------------------------------------------------------------------------------------------- */

static bool parse_usual(const char *line, struct item_number *number, bool whole)
{
    *number = (struct item_number){0};
    size_t prefix = prefix_at(line);
    size_t digits = digits_at(line + prefix, MAIN_DIGITS);
    if (digits == 0)
        return false;
    number->main = (int)strtol(line + prefix, NULL, 10);
    size_t n = prefix + digits;
    bool dashed = prefix > 0 && line[n] == '-' && isdigit((unsigned char)line[n + 1]); /* "PC-24-031" */
    size_t second = dashed ? 1 + sub_at(line + n + 1, &number->sub) : second_part_at(line + n, &number->sub);
    number->sub = second ? number->sub : 0;
    n += second + third_part_at(line + n, second, number);
    size_t length = n, blanks = blanks_at(line + n);
    bool stop = line[n] == '.';
    if (line[n + blanks] == ':') { /* "13 :" */
        n += blanks;
        stop = true;
    }
    bool sure = stop || second > 0 || prefix > (whole ? 0 : 1); /* "A4" and a title may be a road */
    if (line[n + stop] != '\0' || !sure || length >= sizeof number->text)
        return false;
    memcpy(number->text, line, length);
    memcpy(number->prefix, line, prefix < sizeof number->prefix ? prefix : sizeof number->prefix - 1);
    return true;
}

static bool parse(const char *line, struct item_number *number, bool whole)
{
    if (parse_usual(line, number, whole))
        return true;
    *number = (struct item_number){0};
    return parse_parts(line, number);
}

bool item_number_parse(const char *line, struct item_number *number)
{
    return parse(line, number, false);
}

#define NUMBER_LONGEST 22 /* bytes, with its stop */

size_t item_number_begins(const char *line, struct item_number *number)
{
    char printed[NUMBER_LONGEST + 1];
    for (size_t n = 1; n <= NUMBER_LONGEST && line[n - 1]; n++) {
        size_t blanks = blanks_at(line + n);
        if (blanks == 0 || line[n + blanks] == '\0')
            continue;
        memcpy(printed, line, n);
        printed[n] = '\0';
        if (item_number_parse(printed, number))
            return n;
    }
    return 0;
}

bool item_number_same(const struct item_number *a, const struct item_number *b)
{
    return strcmp(a->text, b->text) == 0;
}

void item_number_settle(struct item_number *number, const struct item_number *beside)
{
    size_t digits = strspn(number->text, "0123456789"), year = strcspn(number->text, "-") + 1;
    if (number->sub == 0 || number->text[digits] != '/' || number->text[year - 1] != '-' || strncmp(number->text, beside->text, year) != 0)
        return;
    number->main = (int)strtol(number->text + year, NULL, 10);
    number->sub = 0;
}

static bool is_part(const char *prefix)
{
    return isupper((unsigned char)prefix[0]) && prefix[1] == '\0';
}

bool item_number_follows(const struct item_number *a, const struct item_number *b)
{
    if (strcmp(a->prefix, b->prefix) != 0)
        return is_part(b->prefix) && (is_part(a->prefix) ? a->prefix[0] < b->prefix[0] : *a->prefix == '\0') &&
               (b->main == 1 || b->main == a->main + 1); /* "A6", then "B7" or "B1"; "9", then "P1" */
    return b->main == a->main + 1 || (b->main == a->main && b->sub == a->sub + 1);
}

bool item_number_parse_bare(const char *line, struct item_number *number)
{
    size_t digits = digits_at(line, MAIN_DIGITS);
    if (digits == 0 || line[digits] != '\0')
        return parse(line, number, true);
    *number = (struct item_number){.main = (int)strtol(line, NULL, 10)};
    memcpy(number->text, line, digits);
    return true;
}
