/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Where a sentence of minutes begins and ends. Minutes are full of stops that end nothing ("Cllr. A.
 * Smith", "No. 7", "10.00 a.m. on Monday") and of breaks that end something without a stop (bullets,
 * limbs, the place where the council's page was cut). Offsets are bytes of the text as it stands; no
 * byte is changed or dropped, so that a quote stays verbatim. It does not judge what a sentence means. */
#include "config.h"

#include <minutebook/text.h>

#include <string.h>
#include <unictype.h>
#include <unistr.h>

/* The character at byte AT; bytes that are not UTF-8 count one by one. 0 and no length at the end. */
static ucs4_t char_at(const char *text, size_t n, size_t at, size_t *len)
{
    ucs4_t c = 0;
    *len = 0;
    if (at < n) {
        int used = u8_mbtouc(&c, (const uint8_t *)text + at, n - at);
        *len = used > 0 ? (size_t)used : 1;
    }
    return c;
}

static bool char_is_blank(ucs4_t c)
{
    return c == '\n' || c == '\t' || c == '\r' || uc_is_general_category(c, UC_SPACE_SEPARATOR);
}

static bool char_is_in(ucs4_t c, const ucs4_t *set, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (set[i] == c)
            return true;
    }
    return false;
}

/* Is WORD of LEN bytes the lower-case ASCII word LOWER, whatever its capitals? */
static bool word_is(const char *word, size_t len, const char *lower)
{
    bool same = strlen(lower) == len;
    for (size_t i = 0; i < len && same; i++)
        same = (word[i] >= 'A' && word[i] <= 'Z' ? word[i] - 'A' + 'a' : word[i]) == lower[i];
    return same;
}

/* The first byte from AT on that is not blank. */
static size_t skip_blanks(const char *text, size_t n, size_t at)
{
    size_t len;
    while (at < n && char_is_blank(char_at(text, n, at, &len)))
        at += len;
    return at;
}

/* END moved back over blanks, but not before START. */
static size_t trim_end(const char *text, size_t start, size_t end)
{
    while (end > start) {
        size_t at = end - 1, len;
        while (at > start && ((unsigned char)text[at] & 0xC0) == 0x80)
            at--;
        if (!char_is_blank(char_at(text, end, at, &len)))
            break;
        end = at;
    }
    return end;
}

/* ---- list marks --------------------------------------------------------------------------- */

/* Middle dot, bullets, arrows, boxes, and Word's private bullets (field.md 3.6; reliability.md 3). */
static const ucs4_t bullets[] = {0x00B7, 0x2022, 0x2023, 0x2043, 0x2219, 0x25A0, 0x25A1, 0x25AA, 0x25AB,
                                 0x25B8, 0x25BA, 0x25CB, 0x25CF, 0x25E6, 0x27A2, 0xF0A7, 0xF0B7, 0xF0D8};
/* These are marks only where a blank follows; U+00A7 is what pasting makes of Word's square bullet. */
static const ucs4_t dashes[] = {'-', '*', 'o', 0x00A7, 0x2013, 0x2014};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* "12", "1.2.3", "b", "iv" at AT: the bytes, 0 if none. A capital letter is a mark only in brackets. */
static size_t limb_name(const char *text, size_t n, size_t at, bool bracket)
{
    size_t end = at;
    if (end < n && is_digit(text[end])) {
        while (end < n && end - at < 9 && (is_digit(text[end]) || (text[end] == '.' && end + 1 < n && is_digit(text[end + 1]))))
            end++;
        return end - at <= 3 || memchr(text + at, '.', end - at) ? end - at : 0;
    }
    while (end < n && end - at < 5 && strchr("ivxIVX", text[end]))
        end++;
    if (end == at && end < n && is_letter(text[end]))
        end++;
    bool capital = end > at && text[at] < 'a';
    return end > at && (bracket || !capital) ? end - at : 0;
}

/* "52.8" before a capital letter at the beginning of a line: the number of a paragraph, which bears no stop. */
static size_t paragraph_number(const char *text, size_t n, size_t at)
{
    size_t end = at, stops = 0;
    if (at > 0 && text[at - 1] != '\n')
        return 0;
    while (end < n && end - at < 9 && (is_digit(text[end]) || (text[end] == '.' && end > at)))
        stops += text[end++] == '.';
    if (stops == 0 || text[end - 1] == '.' || end >= n || text[end] != ' ')
        return 0;
    size_t next = skip_blanks(text, n, end);
    return next < n && text[next] >= 'A' && text[next] <= 'Z' ? end - at : 0;
}

/* "(a)", "b)", "iv.", "12." at AT, or 0. */
static size_t limb_mark(const char *text, size_t n, size_t at)
{
    bool opened = at < n && text[at] == '(';
    size_t from = at + (opened ? 1 : 0);
    size_t closed = from + limb_name(text, n, from, true);
    if (closed > from && closed < n && text[closed] == ')')
        return closed + 1 - at;
    size_t stopped = from + limb_name(text, n, from, false);
    if (!opened && stopped > from && stopped < n && text[stopped] == '.')
        return stopped + 1 - at;
    return paragraph_number(text, n, at);
}

/* The mark of a list at AT with the blanks behind it: bytes, 0 if there is none. */
static size_t list_mark(const char *text, size_t n, size_t at)
{
    size_t len;
    ucs4_t c = char_at(text, n, at, &len);
    size_t end = at;
    if (char_is_in(c, bullets, MB_LENGTH(bullets))) {
        end = at + len;
    } else {
        size_t limb = limb_mark(text, n, at);
        end = at + (limb ? limb : char_is_in(c, dashes, MB_LENGTH(dashes)) ? len : 0);
        size_t ignored;
        if (end == at || end >= n || !char_is_blank(char_at(text, n, end, &ignored)))
            return 0;
    }
    return skip_blanks(text, n, end) - at;
}

static size_t skip_list_marks(const char *text, size_t n, size_t at)
{
    for (size_t mark = list_mark(text, n, at); mark; mark = list_mark(text, n, at))
        at += mark;
    return at;
}

/* ---- stops -------------------------------------------------------------------------------- */

/* What the word before a stop says about it. */
enum stop_rule {
    STOP_NEVER,         /* a title: the sentence goes on */
    STOP_BEFORE_NUMBER, /* "No. 7": it goes on if a digit or a bracket follows */
    STOP_BEFORE_DAY,    /* "10.00 a.m. Monday" */
};
static const struct {
    const char *word; /* lower case */
    enum stop_rule rule;
} abbreviations[] = {
    {"cllr", STOP_NEVER},        {"cllrs", STOP_NEVER},       {"cll", STOP_NEVER},         {"mr", STOP_NEVER},
    {"mrs", STOP_NEVER},         {"ms", STOP_NEVER},          {"mx", STOP_NEVER},          {"dr", STOP_NEVER},
    {"drs", STOP_NEVER},         {"prof", STOP_NEVER},        {"rev", STOP_NEVER},         {"revd", STOP_NEVER},
    {"hon", STOP_NEVER},         {"rt", STOP_NEVER},          {"st", STOP_NEVER},          {"sgt", STOP_NEVER},
    {"insp", STOP_NEVER},        {"supt", STOP_NEVER},        {"capt", STOP_NEVER},        {"col", STOP_NEVER},
    {"lt", STOP_NEVER},          {"gen", STOP_NEVER},         {"messrs", STOP_NEVER},      {"e.g", STOP_NEVER},
    {"i.e", STOP_NEVER},         {"eg", STOP_NEVER},          {"ie", STOP_NEVER},          {"v", STOP_NEVER},
    {"vs", STOP_NEVER},          {"cf", STOP_NEVER},          {"viz", STOP_NEVER},         {"approx", STOP_NEVER},
    {"no", STOP_BEFORE_NUMBER},  {"nos", STOP_BEFORE_NUMBER}, {"para", STOP_BEFORE_NUMBER}, {"paras", STOP_BEFORE_NUMBER},
    {"p", STOP_BEFORE_NUMBER},   {"pp", STOP_BEFORE_NUMBER},  {"fig", STOP_BEFORE_NUMBER}, {"app", STOP_BEFORE_NUMBER},
    {"ref", STOP_BEFORE_NUMBER}, {"s", STOP_BEFORE_NUMBER},   {"ss", STOP_BEFORE_NUMBER},  {"sch", STOP_BEFORE_NUMBER},
    {"reg", STOP_BEFORE_NUMBER}, {"regs", STOP_BEFORE_NUMBER}, {"art", STOP_BEFORE_NUMBER}, {"ch", STOP_BEFORE_NUMBER},
    {"vol", STOP_BEFORE_NUMBER}, {"min", STOP_BEFORE_NUMBER}, {"tel", STOP_BEFORE_NUMBER}, {"ext", STOP_BEFORE_NUMBER},
    {"jan", STOP_BEFORE_NUMBER}, {"feb", STOP_BEFORE_NUMBER}, {"mar", STOP_BEFORE_NUMBER}, {"apr", STOP_BEFORE_NUMBER},
    {"jun", STOP_BEFORE_NUMBER}, {"jul", STOP_BEFORE_NUMBER}, {"aug", STOP_BEFORE_NUMBER}, {"sep", STOP_BEFORE_NUMBER},
    {"sept", STOP_BEFORE_NUMBER}, {"oct", STOP_BEFORE_NUMBER}, {"nov", STOP_BEFORE_NUMBER}, {"dec", STOP_BEFORE_NUMBER},
    {"a.m", STOP_BEFORE_DAY},    {"p.m", STOP_BEFORE_DAY},
};

static const char *const day_names[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
/* A single capital letter is an initial ("A. Smith") unless one of these stands before it. */
static const char *const lettered[] = {"appendix", "annex", "part", "plan", "option", "schedule",
                                       "section",  "phase", "block", "table", "figure", "category"};

static bool word_is_in(const char *word, size_t len, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (word_is(word, len, list[i]))
            return true;
    }
    return false;
}

/* The start of the word of letters and inner stops that ends before END. */
static size_t word_start(const char *text, size_t from, size_t end)
{
    size_t at = end;
    while (at > from && (is_letter(text[at - 1]) || (text[at - 1] == '.' && at < end)))
        at--;
    return at;
}

static bool is_initial(const char *text, size_t from, size_t word, size_t stop)
{
    if (stop - word < 1 || text[stop - 1] < 'A' || text[stop - 1] > 'Z')
        return false;
    if (stop - word > 1) /* "A.B." */
        return stop - word >= 3 && text[stop - 2] == '.';
    size_t end = trim_end(text, from, word);
    size_t before = word_start(text, from, end);
    return !word_is_in(text + before, end - before, lettered, MB_LENGTH(lettered));
}

static bool rule_goes_on(enum stop_rule rule, const char *text, size_t n, size_t next)
{
    if (rule == STOP_BEFORE_NUMBER)
        return is_digit(text[next]) || text[next] == '(';
    if (rule == STOP_BEFORE_DAY) {
        size_t len = 0;
        while (next + len < n && is_letter(text[next + len]))
            len++;
        return word_is_in(text + next, len, day_names, MB_LENGTH(day_names));
    }
    return true;
}

/* Does the stop at byte STOP of a sentence that began at FROM leave it open, given what stands at NEXT? */
static bool stop_goes_on(const char *text, size_t n, size_t from, size_t stop, size_t next)
{
    size_t len, word = word_start(text, from, stop);
    if (uc_is_lower(char_at(text, n, next, &len)))
        return true;
    if (text[stop] != '.')
        return false;
    if (is_initial(text, from, word, stop))
        return true;
    for (size_t i = 0; i < MB_LENGTH(abbreviations); i++) {
        if (word_is(text + word, stop - word, abbreviations[i].word))
            return rule_goes_on(abbreviations[i].rule, text, n, next);
    }
    return false;
}

static const ucs4_t stops[] = {'.', '!', '?', 0x2026};
static const ucs4_t closers[] = {')', ']', '"', '\'', 0x2019, 0x201D, 0x00BB, '.', '!', '?', 0x2026};

/* ---- breaks ------------------------------------------------------------------------------- */

/* A line break inside a sentence: a converter cut it in two (field.md 3.7: the first half lacks a final
 * stop and the second begins in lower case). BEFORE is the end of the first line's words. */
static bool break_goes_on(const char *text, size_t n, size_t from, size_t before, size_t next)
{
    size_t len;
    if (next >= n || before <= from || list_mark(text, n, next))
        return false;
    if (strchr(".!?:;", text[before - 1]) || !uc_is_lower(char_at(text, n, next, &len)))
        return false;
    const char *line_end = memchr(text + next, '\n', n - next);
    size_t rest = line_end ? (size_t)(line_end - (text + next)) : n - next;
    return !memchr(text + next, '\t', rest); /* rows of a table are no prose */
}

/* The end of the sentence whose words begin at FROM, trailing blanks left out. */
static size_t sentence_end(const char *text, size_t n, size_t from)
{
    size_t at = from, len;
    while (at < n) {
        ucs4_t c = char_at(text, n, at, &len);
        if (c == '\n') {
            size_t before = trim_end(text, from, at), next = skip_blanks(text, n, at);
            if (!break_goes_on(text, n, from, before, next))
                return before;
            at = next;
            continue;
        }
        size_t stop = at;
        at += len;
        if (!char_is_in(c, stops, MB_LENGTH(stops)))
            continue;
        while (at < n && char_is_in(char_at(text, n, at, &len), closers, MB_LENGTH(closers)))
            at += len;
        size_t next = skip_blanks(text, n, at);
        bool line_ends = next > at && memchr(text + at, '\n', next - at);
        if (next >= n || (next > at && (line_ends || !stop_goes_on(text, n, from, stop, next))))
            return at;
    }
    return trim_end(text, from, n);
}

bool sentence_next(const char *text, size_t n, size_t *at, struct sentence *out)
{
    size_t start = skip_blanks(text, n, *at);
    if (start >= n)
        return false;
    size_t words = skip_list_marks(text, n, start), end = sentence_end(text, n, words);
    *out = (struct sentence){
        .words = {words, end - words},
        .mark = {start, words - start},
        .opens_line = *at == 0 || memchr(text + *at, '\n', start - *at) != NULL,
    };
    *at = end > start ? end : start + 1;
    return true;
}

struct line_span sentence_at(const char *text, size_t offset)
{
    size_t n = strlen(text), at = 0;
    struct sentence sentence = {.words = {skip_blanks(text, n, 0), 0}};
    while (sentence_next(text, n, &at, &sentence)) {
        if (offset < skip_blanks(text, n, at))
            break;
    }
    return sentence.words;
}
