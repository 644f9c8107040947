/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The lines above the items of a printed paper, laid out as their writer meant them: labels that stand beside each other or
 * in a column ("Date: ...   Time: ...", "Venue" above the place) become lines "Label: value" of their own. What the lines
 * say is read by pack_front.c and printed_head.c; what only a sentence of them says, by head_said.c. */
#include "config.h"

#include "src/intake/pack.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define LABEL_LONGEST 30  /* bytes of a label */
#define LINE_LONGEST 400  /* of a line that may hold labels */
#define LABEL_WORDS 3     /* of a label without its colon */
#define AT_LONGEST 2      /* bytes of "On:", which is a label with its colon only */
#define COLUMN_BLANKS 3   /* that part two columns */
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

enum head_label { LABEL_NONE, LABEL_DATE, LABEL_TIME, LABEL_VENUE, LABEL_WEAK_VENUE, LABEL_COMMITTEE, LABEL_OTHER };

static enum head_label label_of(const char *text, size_t n);

/* "Dyddiad / Date": both languages, of which one will do. */
static enum head_label label_of_either(const char *text, size_t n)
{
    const char *slash = memchr(text, '/', n);
    if (!slash || slash == text || slash[-1] != ' ' || slash[1] != ' ')
        return LABEL_NONE;
    size_t first = (size_t)(slash - text) - 1, second = n - first - 3;
    enum head_label found = label_of(text, first);
    return found ? found : label_of(slash + 2, second);
}

static enum head_label label_of(const char *text, size_t n)
{
    static const enum pack_words groups[] = {
        [LABEL_DATE] = PACK_DATE_LABEL,               [LABEL_TIME] = PACK_TIME_LABEL,           [LABEL_VENUE] = PACK_VENUE_LABEL,
        [LABEL_WEAK_VENUE] = PACK_WEAK_VENUE_LABEL,   [LABEL_COMMITTEE] = PACK_COMMITTEE_LABEL, [LABEL_OTHER] = PACK_OTHER_LABEL,
    };
    if (n == 0 || n > LABEL_LONGEST)
        return LABEL_NONE;
    char *label = mem_strndup(NULL, text, n);
    enum head_label found = LABEL_NONE;
    for (size_t i = LABEL_DATE; i < MB_LENGTH(groups) && !found; i++)
        if (pack_line_says(groups[i], label))
            found = (enum head_label)i;
    talloc_free(label);
    return found ? found : label_of_either(text, n);
}

static bool has_date(const char *line)
{
    struct date date;
    size_t used;
    return text_find_date(line, 0, &date, &used) != SIZE_MAX;
}

static bool has_clock(const char *text)
{
    int minutes, end;
    return clock_scan_span(text, &minutes, &end) > 0 || clock_scan(text, &minutes) > 0;
}

/* The label with its colon that begins at TEXT; its bytes with the colon in *N. */
static enum head_label label_at(const char *text, size_t *n)
{
    *n = strcspn(text, ":");
    if (text[*n] != ':' || *n > LABEL_LONGEST)
        return LABEL_NONE;
    size_t words = *n;
    while (words > 0 && text[words - 1] == ' ')
        words--;
    ++*n;
    return label_of(text, words);
}

/* ---- labels beside each other --------------------------------------------------------------------------------- */

/* "Publication Date:", "Next Meeting Date:": the word before makes it another label. */
static bool belongs_to_word_before(const char *line, size_t at)
{
    static const char *const words[] = {"next",   "publication", "published", "proposed", "previous", "last",  "closing", "end",    "finish",
                                        "issue",  "despatch",    "dispatch",  "original", "new",      "the",   "of",      "and",    "finishing",
                                        "actual", "planned", "/",           "agenda",    "report",   "this",     "start", "a",       "revised"};
    while (at > 0 && strchr(" \t", line[at - 1]))
        at--;
    size_t from = at;
    while (from > 0 && !strchr(" \t", line[from - 1]))
        from--;
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strlen(words[i]) == at - from && strncasecmp(line + from, words[i], at - from) == 0)
            return true;
    return false;
}

/* May what stands before a label be something of its own: a value behind a label, a body, a day? */
static bool is_whole(const char *text, size_t n)
{
    char *before = mem_strndup(NULL, text, n);
    size_t label;
    label_at(before, &label);
    bool labelled = label < n && before[label + strspn(before + label, " \t")] != '\0';
    bool whole = labelled || pack_line_says(PACK_BODY, before) || pack_line_says(PRINT_PLACE, before) || has_date(before) || has_clock(before);
    talloc_free(before);
    return whole;
}

/* Where the next label begins behind FROM; SIZE_MAX. */
static size_t next_label(const char *line, size_t from, enum head_label *label)
{
    for (size_t at = from + (line[from] != '\0'); line[at]; at++) {
        size_t n;
        if (!strchr(" \t", line[at - 1]) || !(isupper((unsigned char)line[at]) || line[at] & 0x80))
            continue;
        *label = label_at(line + at, &n);
        if (*label && !belongs_to_word_before(line, at) && is_whole(line + from, at - from))
            return at;
    }
    return SIZE_MAX;
}

/* The pieces of LINE, which holds one of the labels that a meeting has. */
static void part_line(const void *parent, const char *line, struct strings *out)
{
    size_t n = strlen(line), used, from = 0, cuts = 0;
    bool letter = strcasestr(line, "our ref") != NULL;
    enum head_label label, first = n <= LINE_LONGEST ? label_at(line, &used) : LABEL_NONE;
    bool meant = first != LABEL_NONE && first != LABEL_OTHER;
    size_t at[LINE_LONGEST / 4];
    for (size_t next = n <= LINE_LONGEST ? next_label(line, 0, &label) : SIZE_MAX; next != SIZE_MAX && cuts < MB_LENGTH(at);
         next = next_label(line, next, &label)) {
        meant |= label != LABEL_OTHER;
        at[cuts++] = next;
    }
    for (size_t i = 0; i <= cuts && meant; i++) {
        size_t end = i < cuts ? at[i] : n;
        char *part = mem_strndup(parent, line + from, end - from);
        char *trimmed = text_trim(part);
        size_t length = strlen(trimmed);
        while (i < cuts && length > 0 && strchr(",;|", trimmed[length - 1]))
            trimmed[--length] = '\0';
        if (!(letter && strncasecmp(trimmed, "date:", 5) == 0)) /* "Your ref:     Date: 20 January": of the letter, not of the meeting */
            strings_add(parent, out, trimmed);
        talloc_free(part);
        from = end;
    }
    if (!meant)
        strings_add(parent, out, line);
}

/* ---- a label and its value on two lines, or without a colon ------------------------------------------------------- */

static bool fits(enum head_label label, const char *value, bool sure)
{
    struct date date;
    size_t used;
    if (label == LABEL_DATE)
        return text_find_date(value, 0, &date, &used) == 0;
    if (label == LABEL_TIME)
        return has_clock(value);
    if (label == LABEL_WEAK_VENUE)
        return sure && head_is_place(value);
    return label == LABEL_VENUE && (sure || pack_line_says(PRINT_PLACE, value));
}

/* "Room 4, County Hall", "Meeting Room 2": without a colon the word is part of the name. */
static bool is_room(const char *label, size_t n)
{
    n -= n > 0 && label[n - 1] == ',';
    return n >= 4 && strncasecmp(label + n - 4, "room", 4) == 0 && (n == 4 || label[n - 5] == ' ');
}

/* "Date Monday 4 March 2024", "Venue Town Hall": with the colon; NULL. */
static char *with_colon(const void *parent, const char *line)
{
    size_t n = 0, used;
    if (strlen(line) > LINE_LONGEST || !isupper((unsigned char)line[0]) || label_at(line, &used)) /* "Lleoliad / Venue:" has its own */
        return NULL;
    for (size_t words = 0; words < LABEL_WORDS; words++) {
        n += strcspn(line + n, " \t:");
        if (line[n] == '\0' || line[n] == ':' || n > LABEL_LONGEST)
            return NULL;
        enum head_label label = n <= AT_LONGEST || is_room(line, n) ? LABEL_NONE : label_of(line, n);
        const char *value = line + n + strspn(line + n, " \t-");
        bool sentence = strncasecmp(line, "held", 4) == 0 || strcasestr(value, " held ") || strncasecmp(line, "meeting held", 12) == 0; /* "Held in the Town Hall on" */
        if (label && !sentence && (isupper((unsigned char)*value) || isdigit((unsigned char)*value)) && fits(label, value, false))
            return mem_printf(parent, "%.*s: %s", (int)n, line, value);
        n += strspn(line + n, " \t");
    }
    return NULL;
}

/* "Venue:" and the place on the next line that says anything; NULL. *TAKEN: which. */
static char *with_next(const void *parent, const struct strings *lines, size_t i, size_t *taken)
{
    const char *line = lines->at[i];
    size_t n = strcspn(line, ":"), used;
    bool colon = line[n] == ':';
    if (!colon && (n <= AT_LONGEST || is_room(line, n) || strncasecmp(line, "held", 4) == 0 || strncasecmp(line, "meeting held", 12) == 0))
        return NULL; /* a sentence begins, or a name goes on */
    if (n > LABEL_LONGEST || (colon && line[n + 1 + strspn(line + n + 1, " \t-")]))
        return NULL;
    enum head_label label = label_of(line, n);
    for (*taken = i + 1; *taken < lines->n && !*lines->at[*taken];)
        ++*taken;
    const char *value = *taken < lines->n ? lines->at[*taken] : "";
    bool committee = label == LABEL_COMMITTEE && colon && pack_line_says(PACK_BODY, value);
    if (!label || !*value || label_at(value, &used) || label_of(value, strlen(value)) || !(committee || fits(label, value, colon)))
        return NULL;
    return mem_printf(parent, "%.*s: %s", (int)n, line, value);
}

/* LINE, "Venue: ...", whose last line is I of LINES: with the lines below that go on with the place; NULL: none does. *LAST: the last. */
static char *with_address(const void *parent, const char *line, const struct strings *lines, size_t i, size_t *last)
{
    size_t used;
    enum head_label label = label_at(line, &used);
    if (label != LABEL_VENUE && !(label == LABEL_WEAK_VENUE && head_is_place(line + used + strspn(line + used, " \t"))))
        return NULL;
    const char *const *below = (const char *const *)lines->at + i + 1;
    size_t n = head_place_lines(line + used, below, lines->n - i - 1, true);
    *last = i + n;
    return n > 0 ? head_place_joined(parent, line, below, n) : NULL;
}

/* Whom to ask, in a column of its own beside the day and the place: "10.00 am          Telephone: 01632 960345". Where it begins in
 * LINE; 0: there is none. */
static size_t contact_beside(const char *line)
{
    size_t at = strlen(line) <= LINE_LONGEST ? strlen(line) : 0, used;
    enum head_label label;
    while (at > 0 && line[at - 1] != '\t' && !(at >= COLUMN_BLANKS && strspn(line + at - COLUMN_BLANKS, " ") >= COLUMN_BLANKS))
        at--;
    const char *word = strrchr(line, ' ');
    if (at == 0 && word && strchr(word, '@') && is_whole(line, (size_t)(word - line)))
        at = (size_t)(word + 1 - line);
    if (at == 0 && strlen(line) <= LINE_LONGEST && label_at(line, &used) == LABEL_NONE) { /* the blanks between are lost */
        size_t next = next_label(line, 0, &label);
        at = next != SIZE_MAX && label == LABEL_OTHER ? next : 0;
    }
    const char *right = line + at;
    if (at == 0 || line + strspn(line, " \t") == right)
        return 0;
    label = label_at(right, &used);
    bool labelled = right[strcspn(right, ":")] == ':' && used <= LABEL_LONGEST && strspn(right, LETTERS " -") + 1 == used;
    bool mail = strchr(right, '@') && !strchr(right, ' ');
    return mail || (labelled && (label == LABEL_NONE || label == LABEL_OTHER)) ? at : 0;
}

/* "Rivers Panel | Tuesday 4 March 2025 | 6.30 pm | Town Hall": each part of a heading with bars on a line of its own. A path through a
 * site has no day in it. */
static struct strings without_bars(const void *parent, const struct strings *lines)
{
    struct strings out = {0};
    for (size_t i = 0; i < lines->n; i++) {
        const char *line = lines->at[i];
        if (strlen(line) > LINE_LONGEST || !strstr(line, " | ") || !has_date(line)) {
            strings_add(parent, &out, line);
            continue;
        }
        for (const char *bar; (bar = strstr(line, " | ")) != NULL; line = bar + 3)
            strings_add(parent, &out, mem_strndup(parent, line, (size_t)(bar - line)));
        strings_add(parent, &out, line);
    }
    return out;
}

/* LINES, labels that stand beside each other parted; what stood in a column of contacts comes behind the lines beside it. */
static struct strings parted(const void *parent, const struct strings *lines)
{
    struct strings out = {0}, contacts = {0};
    for (size_t i = 0; i <= lines->n; i++) {
        size_t at = i < lines->n ? contact_beside(lines->at[i]) : 0;
        for (size_t k = 0; at == 0 && k < contacts.n; k++)
            part_line(parent, contacts.at[k], &out);
        contacts.n = at ? contacts.n : 0;
        if (at) {
            strings_add(parent, &contacts, lines->at[i] + at);
            part_line(parent, text_trim(mem_strndup(parent, lines->at[i], at)), &out);
        } else if (i < lines->n) {
            part_line(parent, lines->at[i], &out);
        }
    }
    return out;
}

/* Does LINE break between an hour and its half of the day, "at 5.30" above "pm in Committee Room 1"? */
static bool breaks_an_hour(const char *line, const char *next)
{
    static const char *const halves[] = {"am", "pm", "a.m.", "p.m."};
    size_t n = strlen(line);
    bool half = false;
    for (size_t i = 0; i < MB_LENGTH(halves); i++)
        half |= strncasecmp(next, halves[i], strlen(halves[i])) == 0 && strchr(" ,.", next[strlen(halves[i])]);
    return n > 0 && half && isdigit((unsigned char)line[n - 1]);
}

/* LINES, those that break an hour joined. */
static struct strings with_whole_hours(const void *parent, const struct strings *lines)
{
    struct strings out = {0};
    for (size_t i = 0; i < lines->n; i++) {
        bool breaks = i + 1 < lines->n && breaks_an_hour(lines->at[i], lines->at[i + 1]);
        strings_add(parent, &out, breaks ? mem_printf(parent, "%s %s", lines->at[i], lines->at[i + 1]) : lines->at[i]);
        i += breaks;
    }
    return out;
}

void head_part(const void *parent, struct strings *lines)
{
    struct strings single = without_bars(parent, lines), whole = with_whole_hours(parent, &single), in = parted(parent, &whole), out = {0};
    for (size_t i = 0; i < in.n; i++) {
        size_t taken = i;
        char *line = with_colon(parent, in.at[i]), *both = line ? NULL : with_next(parent, &in, i, &taken);
        taken = both ? taken : i;
        const char *said = line ? line : both ? both : in.at[i];
        char *place = with_address(parent, said, &in, taken, &taken);
        head_add_values(parent, place ? place : said, &out);
        i = taken;
    }
    *lines = out;
}
