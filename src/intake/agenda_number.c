/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What stands before the title on a line of an agenda (agenda.h): the item's number in all its manners, and left of it or right
 * behind it an hour, pages, or the mark of an exempt paper. */
#include "config.h"

#include "src/intake/agenda.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* "Agenda Item ", "Item No. ", "Eitem ", "Minute No. ": bytes. */
static size_t lead_at(const char *text)
{
    static const char *const words[] = {"Agenda Item Number", "Agenda Item No", "Agenda Item", "Agenda Number", "Agenda No",
                                        "Item Number",        "Item No",        "Item",        "Eitem Agenda",  "Eitem",
                                        "Minute Number",      "Minute No",      "Minute",      "Min",           "No", "Rhif"};
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        size_t n = strlen(words[i]);
        if (strncasecmp(text, words[i], n) != 0)
            continue;
        size_t joint = strspn(text + n, ".: \t");
        const char *number = text + n + joint;
        bool figure = isdigit((unsigned char)*number) || (isupper((unsigned char)*number) && isdigit((unsigned char)number[1]));
        return joint > 0 && (figure || (strchr(" \t", text[n]) && isupper((unsigned char)*number))) ? n + joint : 0;
    }
    return 0;
}

/* A number without a point: "7" and a blank, "7)", "(7)"; a letter with its point, "C. "; bytes, 0 if none. */
static size_t bare_number(const char *text, struct item_number *number, bool *stop)
{
    size_t bracket = *text == '(', n = bracket + strspn(text + bracket, "0123456789");
    *number = (struct item_number){0};
    if (n == bracket && text[0] >= 'A' && text[0] <= 'Z' && (text[1] == '.' || text[1] == ')') && strchr(" \t", text[2])) {
        *stop = text[2] != '\0';
        number->main = text[0] - 'A' + 1;
        number->text[0] = text[0];
        number->prefix[0] = '@'; /* follows no figure */
        return *stop ? 2 : 0;
    }
    size_t part = text[0] >= 'A' && text[0] <= 'Z' ? strspn(text + 1, "0123456789") : 0;
    if (part > 0 && part <= 2 && (text_starts(text + 1 + part, "  ") || text[1 + part] == '\t')) { /* "A4   Car Parking" */
        number->main = (int)strtol(text + 1, NULL, 10);
        memcpy(number->text, text, 1 + part);
        number->prefix[0] = text[0];
        *stop = true;
        return 1 + part;
    }
    if (n == bracket || n > bracket + 3)
        return 0;
    number->main = (int)strtol(text + bracket, NULL, 10);
    memcpy(number->text, text + bracket, n - bracket);
    if (bracket == 0 && islower((unsigned char)text[n]) && (text_starts(text + n + 1, "  ") || text[n + 1] == '\t')) { /* "5a   Land at Holm Lane" */
        number->sub = text[n] - 'a' + 1;
        number->text[n] = text[n];
        *stop = true;
        return n + 1;
    }
    bool closed = text[n] == ')';
    *stop = closed || text_starts(text + n, "  ") || text[n] == '\t';
    n += closed;
    bool ends = text[n] == '\0' || strchr(" \t", text[n]);
    return ends && bracket <= (size_t)closed ? n : 0;
}

char *agenda_take_number(struct agenda_line *line, char *text)
{
    bool bracket = *text == '(' && isdigit((unsigned char)text[1]); /* "(6) Exclusion of the public" */
    if ((!bracket && pack_part_of(text)) || pack_words_at(PACK_PAGE_AS_PRINTED, text)) /* "PART 2" is no number with a prefix */
        return text;
    size_t lead = lead_at(text), n = item_number_begins(text + lead, &line->number), used;
    struct date date;
    line->lead = lead > 0 && strncasecmp(text, "min", 3) != 0 && strncasecmp(text, "no", 2) != 0 && strncasecmp(text, "rhif", 4) != 0;
    line->stop = n > 0;
    if (n == 0 && (lead ? item_number_parse_bare : item_number_parse)(text + lead, &line->number)) { /* nothing but the number */
        line->stop = true;
        n = strlen(text + lead);
    }
    if (n == 0)
        n = bare_number(text + lead, &line->number, &line->stop);
    char *rest = text + lead + n;
    if (n > 0 && text_find_date(text + lead, 0, &date, &used) == 0)
        n = 0;
    if (n == 0) {
        line->number = (struct item_number){0};
        line->lead = line->stop = false;
        return text;
    }
    rest += blanks_at(rest);
    if (lead > 0)
        rest += strspn(rest, "-: ");
    else if (*rest == '-' && (text_starts(rest, "-  ") || rest[1] == '\t' || (rest[1] == ' ' && isalpha((unsigned char)rest[2])))) /* "12 - Apologies" */
        rest += 1;
    if (text_starts(rest, "\xE2\x80\x93"))
        rest += 3;
    return rest + blanks_at(rest);
}

/* ---- the hour of an item ------------------------------------------------------------------------------------- */

/* Bytes of an hour, or of a span of hours, at TEXT with what parts it from what it stands before: a column's blanks, the bracket
 * round it, a dash; 0 if none. */
static size_t hour_at(const char *text, size_t *length)
{
    size_t bracket = *text == '(' || *text == '[';
    int from, to;
    *length = clock_scan_span(text + bracket, &from, &to);
    if (*length == 0)
        *length = clock_scan(text + bracket, &from);
    if (*length == 0)
        return 0;
    const char *behind = text + bracket + *length;
    if (bracket)
        return strchr(")]", *behind) && *behind ? bracket + *length + 1 + strspn(behind + 1, " \t-:") : 0;
    size_t blanks = strspn(behind, " \t");
    bool column = blanks >= AGENDA_PAGES_BLANKS || *behind == '\t';
    bool alone = behind[blanks] == '\0'; /* above its title */
    return alone || (column && behind[blanks]) ? *length + blanks : 0;
}

/* "1.05" and a column's blanks: an hour without am or pm, behind a number; its bytes. */
static size_t bare_hour_at(const char *text)
{
    size_t hours = strspn(text, "0123456789"), minutes = hours && strchr(".:", text[hours]) && text[hours] ? strspn(text + hours + 1, "0123456789") : 0;
    bool clock = hours <= 2 && minutes == 2 && strtol(text, NULL, 10) < 24 && text[hours + 1] < '6';
    return clock && (text_starts(text + hours + 3, "  ") || text[hours + 3] == '\t') ? hours + 3 : 0;
}

char *agenda_take_left(const void *parent, struct agenda_line *line, char *text)
{
    int first;
    bool range;
    size_t star = strchr("*#+", *text) && *text ? 1 + strspn(text + 1, " ") : 0; /* "*6. Sale": the foot may say why */
    if (star > 0 && isdigit((unsigned char)text[star])) {
        line->mark = *text;
        return text + star;
    }
    size_t mark = (*text == 'E' || *text == 'P') && isdigit((unsigned char)text[1]) ? 1 + strspn(text + 1, "0123456789") : 0;
    size_t pages = mark ? 0 : agenda_range_at(text, &first, &range), n = mark ? mark : pages, blanks = strspn(text + n, " \t");
    struct item_number number;
    char *rest = text + n + blanks;
    bool column = n > 0 && (blanks >= AGENDA_PAGES_BLANKS || text[n] == '\t');
    if (!column || !isdigit((unsigned char)*rest) || bare_hour_at(rest) || !item_number_begins(rest, &number) || number.text[0] == '\0')
        return text;
    line->exempt = mark > 0;
    if (pages > 0) {
        line->pages = mem_strndup(parent, text, pages);
        line->page = first;
    }
    return rest;
}

char *agenda_take_hour(const void *parent, struct agenda_line *line, char *text)
{
    size_t length, n = line->timing ? 0 : hour_at(text, &length);
    if (n == 0 || (text[n] == '\0' && !*line->number.text))
        return text;
    line->timing = mem_strndup(parent, text + (*text == '(' || *text == '['), length);
    return text + n;
}
