/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The chain of numbers of an agenda (chain.h). A number may rise in any of its parts, "24-25/SD/28" in three: for each the rest
 * of it is a pattern, and the best chain of one pattern is looked for, each entry behind the best chain that ends up to three
 * below it. What titles are worth is its score, so that the paragraphs of reports, whose lines are sentences, make none. */
#include "config.h"

#include "src/intake/chain.h"
#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define TITLE_LONGEST 250
#define SENTENCE_FROM 100   /* bytes of a title with a stop that is a sentence */
#define SENTENCE (-10)
#define SHORT_TITLE 60
#define STOPPED 8           /* a short title with a stop, as all of a paper may have */
#define SKIPPED_MAX 3       /* a private item or two may be left out between */
#define SKIP_COSTS 5
#define SHIFT_COSTS 5       /* of an entry that is set in otherwise */
#define SHIFT_SLACK 3       /* bytes */
#define ENTRIES_MIN 3
#define ROUTINE_MIN 2
#define PARTS_MAX 3         /* of a number that may rise */
#define DIGITS_MAX 5
#define FIRST_OF_EQUALS 6   /* tenths of the best score that make an earlier chain the paper's own */
#define CANDIDATES_MAX ((size_t)100000) /* a pack of a thousand pages has a tenth of them */
#define PROBES_MAX 64       /* slots tried: half of all are free, so that some few are enough */
#define ROUTINE_KEPT 64     /* titles that every meeting has, of one of them */
#define NONE SIZE_MAX

/* A number that may be of a chain. */
struct candidate {
    struct chain_entry entry;
    uint32_t pattern; /* of what stands around the part that rises, and of how often it began anew */
    uint32_t title;   /* its words */
    int score, worth;
    size_t before, n, routine, first;
};

struct candidates {
    struct candidate *at;
    size_t n;
    size_t *slots; /* indices by pattern and value, open addressing */
    size_t n_slots;
};

/* ---- titles --------------------------------------------------------------------------------------------------------- */

static int worth_of(const char *title, size_t n)
{
    if (n == 0 || n > TITLE_LONGEST || islower((unsigned char)*title) || strchr(",;", title[n - 1]) || strchr("-:.,;)", *title) || memchr(title, '|', n))
        return SENTENCE; /* or what stood before it was not understood */
    const char *kind = item_kind_of_title(title);
    if (kind && strcmp(kind, "routine") == 0)
        return TITLE_GOOD + TITLE_ROUTINE;
    bool plan = strncasecmp(title, "Action ", 7) == 0 && isalpha((unsigned char)title[7]); /* "Action Plan" */
    if ((n > SENTENCE_FROM && text_stops(title)) || pack_line_says(PACK_HEADING, title) || (pack_words_at(PRINT_OUTCOME, title) && !plan))
        return SENTENCE;
    return n < 3 ? 0 : !text_stops(title) ? TITLE_GOOD : n <= SHORT_TITLE ? STOPPED : 0;
}

int title_worth(const char *title)
{
    return title ? worth_of(title, strlen(title)) : SENTENCE;
}

/* ---- numbers -------------------------------------------------------------------------------------------------------- */

#define HASH_EMPTY 2166136261U

static uint32_t hash_add(uint32_t hash, const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        hash = (hash ^ (unsigned char)text[i]) * 16777619U;
    return hash;
}

/* A number as it stands on its line. */
struct figure {
    const char *at;    /* its first byte, behind the words before it */
    size_t n;          /* without bracket and stop */
    const char *words; /* "Item ", "PC " */
    size_t n_words;
    bool open;         /* a bracket before it */
    char stop;         /* '.', ')', ':' behind it, or '\0' */
    const char *rest;  /* behind it, its stop and the blanks */
};

/* Words before a number: one, or two, of letters: "Agenda Item ", "PC ". Bytes with the blank; 0: none. */
static size_t words_at(const char *text)
{
    size_t n = 0, words = 0;
    while (words < 3) {
        size_t letters = 0;
        while (isalpha((unsigned char)text[n + letters]))
            letters++;
        size_t stop = text[n + letters] == '.' || text[n + letters] == ':';
        if (letters < 2 || letters > 8 || text[n + letters + stop] != ' ')
            break;
        n += letters + stop + 1;
        words++;
    }
    return n > 0 && (isdigit((unsigned char)text[n]) || (isupper((unsigned char)text[n]) && isdigit((unsigned char)text[n + 1]))) ? n : 0;
}

static size_t blanks_and_marks(const char *text)
{
    size_t n = 0;
    for (size_t used;; n += used) {
        bool mark = text[n] == '|' || text[n] == '*' || text[n] == '\t';
        used = mark ? 1 : pack_void(text + n);
        if (used == 0)
            return n;
    }
}

/* Bytes of what parts a number from its title beside its stop: "Item 5: ", "5 - ", "5 \xE2\x80\x93 ". */
static size_t joint_at(const char *text)
{
    static const char *const joints[] = {"-", ":", "\xE2\x80\x93", "\xE2\x80\x94"};
    for (size_t i = 0; i < MB_LENGTH(joints); i++)
        if (text_starts(text, joints[i]) && pack_blank(text + strlen(joints[i])))
            return strlen(joints[i]);
    return 0;
}

/* The number at the beginning of TEXT, if one may stand there: it has a digit, or is a letter or a roman figure with its stop. */
static bool figure_at(const char *text, struct figure *figure)
{
    size_t words = words_at(text), n = 0;
    *figure = (struct figure){.words = text, .n_words = words, .open = text[words] == '(' || text[words] == '['};
    figure->at = text + words + figure->open;
    bool digit = false;
    while (n < CHAIN_PRINTED && (isalnum((unsigned char)figure->at[n]) || (n > 0 && figure->at[n] && strchr("/-&.", figure->at[n]) && isalnum((unsigned char)figure->at[n + 1])))) {
        digit |= isdigit((unsigned char)figure->at[n]) != 0;
        n++;
    }
    figure->n = n;
    figure->stop = figure->at[n] && strchr(".):]", figure->at[n]) ? figure->at[n] : '\0';
    size_t used = n + (figure->stop != '\0');
    bool letters = !digit && n > 0 && n <= 5 && figure->stop && figure->stop != ':' && words == 0;
    bool numeral = letters && (n == 1 || strspn(figure->at, "ivxIVX") >= n);
    size_t blanks = blanks_and_marks(figure->at + used);
    bool ends = blanks > 0 || figure->at[used] == '\n' || figure->at[used] == '\r' || figure->at[used] == '\0';
    if (n == 0 || n >= CHAIN_PRINTED || !ends || (!digit && !numeral) || (figure->open && figure->stop != ')' && figure->stop != ']'))
        return false;
    figure->rest = figure->at + used + blanks;
    size_t joint = joint_at(figure->rest);
    figure->rest += joint + blanks_and_marks(figure->rest + joint);
    return true;
}

/* "7 MAY 2026" below the name above a report: no number with a title. */
static bool is_day(const struct figure *figure)
{
    struct date date;
    bool has_year;
    return figure->n_words == 0 && !figure->stop && !figure->open && figure->n <= 4 && date_scan(figure->at, &date, &has_year) > figure->n && has_year;
}

static int roman_value(const char *text, size_t n)
{
    int value = 0, before = 0;
    for (size_t i = n; i-- > 0;) {
        char c = (char)tolower((unsigned char)text[i]);
        int one = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : 0;
        if (one == 0)
            return 0;
        value += one < before ? -one : one;
        before = one;
    }
    return value;
}

/* What a title is worth, and its words as a number. */
struct worth {
    int of;
    uint32_t title;
};

/* ---- candidates ------------------------------------------------------------------------------------------------------ */

static void add_candidate(const void *parent, struct candidates *found, const struct chain_entry *entry, const struct figure *figure,
                          size_t from, size_t length, int value, struct worth worth)
{
    struct candidate *candidate = mem_append(parent, found->at, found->n);
    *candidate = (struct candidate){.entry = *entry, .worth = worth.of, .title = worth.title, .before = NONE};
    candidate->entry.value = value;
    char edges[2] = {figure->open ? '(' : ' ', figure->stop ? figure->stop : ' '};
    uint32_t hash = hash_add(HASH_EMPTY, figure->words, figure->n_words);
    hash = hash_add(hash_add(hash, edges, 2), figure->at, from);
    char kind = isdigit((unsigned char)figure->at[from]) ? '#' : isupper((unsigned char)figure->at[from]) ? 'A' : 'a';
    hash = hash_add(hash, &kind, 1);
    candidate->pattern = hash_add(hash, figure->at + from + length, figure->n - from - length);
}

/* ENTRY once for each part of its number that may rise. */
static void add_parts(const void *parent, struct candidates *found, const struct chain_entry *entry, const struct figure *figure, struct worth worth)
{
    size_t parts = 0;
    for (size_t i = 0; i < figure->n && parts < PARTS_MAX; i++) {
        size_t digits = strspn(figure->at + i, "0123456789");
        if (digits > 0 && digits <= DIGITS_MAX) {
            add_candidate(parent, found, entry, figure, i, digits, (int)strtol(figure->at + i, NULL, 10), worth);
            parts++;
        }
        i += digits;
    }
    int roman = parts == 0 ? roman_value(figure->at, figure->n) : 0;
    if (roman > 0)
        add_candidate(parent, found, entry, figure, 0, figure->n, roman, worth);
    if (parts == 0 && figure->n == 1 && roman != 5 && roman != 10)
        add_candidate(parent, found, entry, figure, 0, 1, tolower((unsigned char)*figure->at) - 'a' + 1, worth);
}

static bool in_capitals(const char *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (islower((unsigned char)words[i]))
            return false;
    return n > 0;
}

/* What is printed of the number: "PC 25/031", but "5" of "Item 5". */
static void print_number(struct chain_entry *entry, const struct figure *figure)
{
    bool prefix = in_capitals(figure->words, figure->n_words) && figure->n_words + figure->n < CHAIN_PRINTED && figure->n_words <= 6 &&
                  strncmp(figure->words, "ITEM", 4) != 0;
    size_t words = prefix ? figure->n_words : 0;
    memcpy(entry->printed, figure->words, words);
    memcpy(entry->printed + words, figure->at, figure->n);
    entry->printed[words + figure->n] = '\0';
}

/* The line of TEXT at AT, of LENGTH bytes: its number and what its title is worth. */
static void read_line(const void *parent, struct candidates *found, const char *text, size_t n, size_t at, size_t length)
{
    struct figure figure;
    const char *line = text + at, *begin = line;
    for (size_t used; (used = *begin == '#' || *begin == '|' || *begin == '*' ? 1 : pack_void(begin)) > 0;)
        begin += used;
    if (begin >= line + length || (!isalnum((unsigned char)*begin) && *begin != '(' && *begin != '[') || !figure_at(begin, &figure) || figure.at + figure.n > line + length ||
        is_day(&figure))
        return;
    struct chain_entry entry = {.line = at, .end = at + length, .indent = (size_t)(begin - line)};
    size_t title = (size_t)(figure.rest - text);
    entry.own_line = title >= at + length;
    while (entry.own_line && title < n && (text[title] == '\n' || pack_void(text + title) || text[title] == '\r'))
        title++;
    size_t end = title;
    while (end < n && !strchr("\n\t|", text[end]) && end - title <= TITLE_LONGEST)
        end++;
    while (end > title && strchr(" \t\r*|", text[end - 1]))
        end--;
    entry.title = title;
    print_number(&entry, &figure);
    char *words = end - title <= TITLE_LONGEST ? mem_strndup(NULL, text + title, end - title) : NULL;
    struct worth worth = {title_worth(words), 0};
    char *folded = worth.of > TITLE_GOOD ? text_fold(NULL, words) : NULL;
    worth.title = folded ? hash_add(HASH_EMPTY, folded, strlen(folded)) : 0;
    talloc_free(folded);
    add_parts(parent, found, &entry, &figure, worth);
    talloc_free(words);
}

/* ---- chains ---------------------------------------------------------------------------------------------------------- */

/* The slot of PATTERN and VALUE: of what is there, or free. NULL: so many are in its way that the paper was made for it. */
static size_t *slot_of(const struct candidates *found, uint32_t pattern, int value)
{
    size_t slot = (pattern ^ ((uint32_t)value * 2654435761U)) & (found->n_slots - 1);
    for (size_t probes = 0; probes < PROBES_MAX; probes++, slot = (slot + 1) & (found->n_slots - 1)) {
        size_t i = found->slots[slot];
        if (i == NONE || (found->at[i].pattern == pattern && found->at[i].entry.value == value))
            return &found->slots[slot];
    }
    return NULL;
}

static void link_one(struct candidates *found, size_t i)
{
    struct candidate *this = &found->at[i];
    this->score = this->worth;
    this->n = 1;
    this->routine = this->worth > TITLE_GOOD;
    this->first = i;
    for (int step = 1; step <= SKIPPED_MAX; step++) {
        const size_t *slot = slot_of(found, this->pattern, this->entry.value - step);
        size_t at = slot ? *slot : NONE;
        const struct candidate *before = at == NONE ? NULL : &found->at[at];
        if (!before || before->entry.line == this->entry.line)
            continue;
        size_t a = before->entry.indent, b = this->entry.indent, off = a > b ? a - b : b - a;
        int score = before->score + this->worth - (step - 1) * SKIP_COSTS - (off > SHIFT_SLACK ? SHIFT_COSTS : 0);
        if (before->score <= 0 || score <= this->score)
            continue;
        this->score = score;
        this->before = at;
        this->n = before->n + 1;
        this->routine = before->routine + (this->worth > TITLE_GOOD);
        this->first = before->first;
    }
    size_t *slot = slot_of(found, this->pattern, this->entry.value);
    if (slot && (*slot == NONE || found->at[*slot].score <= this->score))
        *slot = i;
}

/* A title that every meeting has and that stood before begins another meeting's paper: the minutes of the last one in a pack go on
 * with no item of the agenda above them. */
static void part_beginnings(struct candidates *found)
{
    uint32_t seen[ROUTINE_KEPT], times = 0;
    size_t n = 0;
    for (size_t i = 0; i < found->n; i++) {
        struct candidate *this = &found->at[i];
        bool further = i > 0 && this->entry.line == this[-1].entry.line; /* of the same number */
        bool again = false;
        for (size_t k = 0; k < n && !further && this->worth > TITLE_GOOD; k++)
            again |= seen[k] == this->title;
        times += again;
        n = again ? 0 : n;
        if (!further && this->worth > TITLE_GOOD && n < ROUTINE_KEPT)
            seen[n++] = this->title;
        this->pattern += times * 2654435769U;
    }
}

static size_t best_end(const struct candidates *found)
{
    size_t best = NONE;
    for (size_t i = 0; i < found->n; i++) {
        const struct candidate *this = &found->at[i];
        if (this->n < ENTRIES_MIN || this->routine < ROUTINE_MIN)
            continue;
        if (best == NONE || this->score > found->at[best].score)
            best = i;
    }
    size_t first = best;
    for (size_t i = 0; best != NONE && i < best; i++) { /* one that is not much shorter and stands above it is the agenda */
        const struct candidate *this = &found->at[i];
        bool long_enough = this->n >= ENTRIES_MIN && this->routine >= ROUTINE_MIN && this->score * 10 >= found->at[best].score * FIRST_OF_EQUALS;
        bool above = this->first != found->at[best].first && this->entry.line < found->at[found->at[best].first].entry.line;
        if (long_enough && above && (first == best || this->first == found->at[first].first) && (first == best || this->score > found->at[first].score))
            first = i;
    }
    return first;
}

static bool is_plain(const char *text, const struct chain_entry *entry)
{
    size_t digits = strspn(text + entry->line + entry->indent, "0123456789");
    const char *behind = text + entry->line + entry->indent + digits;
    bool plain = digits > 0 && behind[0] == '.' && strchr(" \t\r\n", behind[1]);
    return plain && (entry->own_line || !joint_at(behind + 1 + blanks_and_marks(behind + 1)));
}

struct chain chain_find(const void *parent, const char *text, size_t n)
{
    void *scratch = talloc_named_const(NULL, 0, "chain");
    struct candidates found = {.n_slots = 16};
    for (size_t at = 0, length; at < n && found.n < CANDIDATES_MAX; at += length + 1) {
        const char *stop = memchr(text + at, '\n', n - at);
        at += strspn(text + at, "\f"); /* the first line of a page, as agenda_line.c has it */
        length = stop ? (size_t)(stop - text) - at : n - at;
        read_line(scratch, &found, text, n, at, length);
    }
    part_beginnings(&found);
    while (found.n_slots < found.n * 2 + 2)
        found.n_slots *= 2;
    found.slots = mem_zero_named(scratch, found.n_slots * sizeof *found.slots, "slots");
    memset(found.slots, 0xFF, found.n_slots * sizeof *found.slots);
    for (size_t i = 0; i < found.n; i++)
        link_one(&found, i);
    size_t best = best_end(&found);
    struct chain chain = {.n = best == NONE ? 0 : found.at[best].n, .plain = true};
    chain.at = mem_zero_named(parent, (chain.n + 1) * sizeof *chain.at, "entries");
    chain.routine = best == NONE ? 0 : found.at[best].routine;
    for (size_t at = chain.n; best != NONE && at > 0; best = found.at[best].before) {
        chain.at[--at] = found.at[best].entry;
        chain.plain &= is_plain(text, &chain.at[at]);
    }
    talloc_free(scratch);
    return chain;
}
