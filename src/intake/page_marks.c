/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The marks that a page puts beside a title: part of the agenda, exempt, timing, agenda number. The words are those of
 * assets/words/page-words. */
#include "config.h"

#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define SENTENCE_LONGEST 400 /* bytes */
#define HEADING_MAX 100 /* bytes of the heading of a part, of a mark; a longer line is prose */

/* ---- part -------------------------------------------------------------------------------- */

int mark_part(const char *line)
{
    static const struct {
        const char *word;
        int part;
    } words[] = {{"one", 1}, {"two", 2}, {"1", 1}, {"2", 2},  {"ii", 2},
                 {"i", 1},   {"a", 1},   {"b", 2}, {"un", 1}, {"dau", 2}};
    line += strspn(line, "#*_ ");
    bool is_part = strncasecmp(line, "part", 4) == 0 || strncasecmp(line, "rhan", 4) == 0;
    size_t blanks = is_part ? blanks_at(line + 4) : 0;
    if (blanks == 0 || strlen(line) > HEADING_MAX)
        return 0;
    const char *number = line + 4 + blanks;
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        size_t n = strlen(words[i].word);
        const char *rest = number + n;
        if (strncasecmp(number, words[i].word, n) != 0 || isalnum((unsigned char)*rest))
            continue;
        rest += blanks_at(rest);
        /* "Part 2 of the report was noted" is prose: a heading ends here, or has a bracket or dash. */
        bool heading = *rest == '\0' || strchr("*_(-:.,", *rest) || (unsigned char)*rest == 0xE2;
        return heading ? words[i].part : 0;
    }
    return 0;
}

/* ---- exempt ------------------------------------------------------------------------------- */

/* "paragraph 2", "paragraphs 3 and 5" in TEXT. */
static char *reason_of(const void *parent, const char *text)
{
    const char *word = strcasestr(text, "paragraph");
    if (!word)
        return NULL;
    const char *end = word + strlen("paragraph");
    end += strspn(end, "sS()");
    const char *last = NULL;
    while (*end) {
        size_t digits = strspn(end, "0123456789");
        size_t joint = strncasecmp(end, "and ", 4) == 0 ? 4 : (*end == ',' || *end == '&') ? 1 : blank_at(end);
        if (digits == 0 && joint == 0)
            break;
        end += digits ? digits : joint;
        if (digits)
            last = end;
    }
    return last ? text_squeeze(parent, word, (size_t)(last - word)) : NULL;
}

bool mark_is_of_appendix(const char *text)
{
    static const char *const all[] = {"report and appendi", "report and its appendi", "report and the appendi", "report with its appendi", "report, and its appendi",
                                      "report and annex", "report and its annex"};
    for (size_t i = 0; i < MB_LENGTH(all); i++)
        if (strcasestr(text, all[i]))
            return false;
    return strcasestr(text, "appendi") || strcasestr(text, "annex");
}

static bool is_bracketed(const char *line)
{
    size_t n = strlen(line);
    return n > 2 && ((line[0] == '(' && line[n - 1] == ')') || (line[0] == '[' && line[n - 1] == ']'));
}

/* "This item was restricted.", "Reasons for exemption: paragraph 3": said of the item, not of a rule or a
 * call-in that something is exempt from, or of what it is restricted to. */
static bool says_exempt(const char *line)
{
    size_t head = page_word(WORD_EXEMPT_ITEM, line);
    head += head ? blanks_at(line + head) : 0;
    size_t n = head ? page_word(WORD_EXEMPT, line + head) : 0;
    const char *after = line + head + n + blanks_at(line + head + n);
    bool from = strncasecmp(after, "from ", 5) == 0 && strncasecmp(after + 5, "publication", 11) != 0 && strncasecmp(after + 5, "disclosure", 10) != 0;
    return n > 0 && !from && strncasecmp(after, "to ", 3) != 0;
}

bool mark_in_sentences(const char *text)
{
    for (const char *at = text; *at; at += strspn(at, ". ")) {
        const char *stop = strstr(at, ". ");
        size_t n = stop ? (size_t)(stop - at) : strlen(at);
        char *sentence = n <= SENTENCE_LONGEST ? mem_strndup(NULL, at, n) : NULL;
        bool says = sentence && says_exempt(sentence) && !mark_is_of_appendix(sentence);
        talloc_free(sentence);
        if (says)
            return true;
        at += n;
    }
    return false;
}

enum exempt_mark mark_exempt(const void *parent, const char *line, char **reason)
{
    *reason = NULL;
    if (strlen(line) > 2 * HEADING_MAX || !page_word_first(WORD_EXEMPT, line, NULL))
        return EXEMPT_NOT;
    bool bracketed = is_bracketed(line);
    const char *start = line + strspn(line, "*_ ");
    if (!bracketed && !page_word(WORD_EXEMPT, start) && !page_word(WORD_EXEMPT_SECTION, start) && !says_exempt(start))
        return EXEMPT_NOT; /* the word stands somewhere in a sentence */
    if (page_word_first(WORD_EXEMPT_SECTION, line, NULL))
        return EXEMPT_SECTION;
    if (mark_is_of_appendix(line))
        return EXEMPT_NOT; /* only a part of the report is */
    *reason = reason_of(parent, line);
    return EXEMPT_ITEM;
}

/* "EXEMPT - Lease of a Quay", "Confidential: Lease of a Quay"; "Exemption from the Rules" is a public title. */
static bool is_exempt_head(const char *title)
{
    if (*title == '[' || *title == '(') { /* "[Exempt] Lease of a Quay" */
        size_t word = page_word(WORD_EXEMPT, title + 1);
        return word > 0 && strchr("])", title[1 + word]) && title[1 + word];
    }
    size_t n = page_word(WORD_EXEMPT, title);
    if (n == 0)
        return false;
    const char *after = title + n + blanks_at(title + n);
    bool dash = (*after == '-' && after > title + n) || strncmp(after, "\xE2\x80\x93", 3) == 0 ||
                strncmp(after, "\xE2\x80\x94", 3) == 0;
    return dash || *after == ':';
}

enum exempt_mark mark_exempt_title(const void *parent, const char *title, char **reason)
{
    *reason = NULL;
    if (is_exempt_head(title)) {
        *reason = reason_of(parent, title);
        return EXEMPT_ITEM;
    }
    const char *tail = strrchr(title, '(');
    size_t n = strlen(title);
    if (!tail || tail == title || title[n - 1] != ')') {
        tail = NULL;
        for (const char *dash = title; (dash = strpbrk(dash, "-\xE2")); dash++)
            if (page_word(WORD_EXEMPT, dash + strcspn(dash, " ") + blanks_at(dash + strcspn(dash, " "))))
                tail = dash;
    }
    if (!tail || !page_word_first(WORD_EXEMPT, tail, NULL) || strcasestr(tail, "appendi") || strcasestr(tail, "annex"))
        return EXEMPT_NOT;
    *reason = reason_of(parent, tail);
    return EXEMPT_ITEM;
}

/* ---- timing ------------------------------------------------------------------------------- */

/* Are the N bytes at TEXT, a line or a bracket, a span of the clock and no more: "18:35 - 20:05", "6.10 pm / 15 mins"?
 * A single "2022" or "7.30" is none. */
static bool is_clock_span(const char *text, size_t n)
{
    int from, to;
    size_t used = clock_scan_span(text, &from, &to);
    if (used == 0 && (used = clock_scan(text, &from)) > 0) {
        used += blanks_at(text + used);
        size_t length = text[used] == '/' ? strspn(text + used, "/ 0123456789") : 0;
        bool minutes = length > 1 && strncasecmp(text + used + length, "min", 3) == 0;
        used += minutes ? length + 3 : 0;
        while (minutes && isalpha((unsigned char)text[used]))
            used++;
        used = minutes ? used + (text[used] == '.') : 0;
    }
    return used > 0 && used + blanks_at(text + used) == n;
}

char *mark_timing(const void *parent, const char *line)
{
    size_t n = strlen(line);
    bool bracketed = is_bracketed(line);
    if (n > HEADING_MAX)
        return NULL;
    line += bracketed;
    n -= bracketed ? 2 : 0;
    size_t word = page_word(WORD_TIMING, line);
    if (word == 0 && is_clock_span(line, n))
        return text_squeeze(parent, line, n);
    if (word == 0)
        return NULL;
    word += blanks_at(line + word);
    word += line[word] == ':' || line[word] == '-';
    word += blanks_at(line + word);
    bool has_digit = false;
    for (size_t i = word; i < n; i++)
        has_digit |= isdigit((unsigned char)line[i]) != 0;
    return has_digit ? text_squeeze(parent, line + word, n - word) : NULL;
}

/* The last bracket of TITLE, NULL if it does not end with one. */
static char *last_bracket(char *title)
{
    size_t n = strlen(title);
    char *open = n > 0 && title[n - 1] == ')'   ? strrchr(title, '(')
                 : n > 0 && title[n - 1] == ']' ? strrchr(title, '[')
                                                : NULL;
    return open && open > title ? open : NULL;
}

/* End TITLE before AT and the blanks there. */
static void end_title(char *title, char *at)
{
    *at = '\0';
    size_t n = 0;
    for (size_t i = 0, used; title[i]; i += used ? used : 1) {
        used = blank_at(title + i);
        if (!used)
            n = i + 1;
    }
    title[n] = '\0';
}

char *mark_timing_in_title(const void *parent, char *title)
{
    char *bracket = last_bracket(title);
    char *timing = bracket ? mark_timing(parent, bracket) : NULL;
    if (timing)
        end_title(title, bracket);
    return timing;
}

/* Bytes of TEXT before AT without the blanks there. */
static size_t before_blanks(const char *text, size_t at)
{
    while (at > 0 && (strchr(" \t", text[at - 1]) || (at > 1 && text[at - 2] == '\xC2' && text[at - 1] == '\xA0')))
        at -= text[at - 1] == '\xA0' ? 2 : 1;
    return at;
}

char *mark_follow(const void *parent, char *title)
{
    size_t n;
    const char *found = page_word_last(WORD_FOLLOW, title, &n);
    if (!found || found[n + strspn(found + n, ")]. ")] != '\0')
        return NULL;
    size_t at = before_blanks(title, (size_t)(found - title)), joint = at;
    if (joint > 0 && strchr("([-:", title[joint - 1]))
        joint--;
    else if (joint > 2 && strncmp(title + joint - 3, "\xE2\x80", 2) == 0)
        joint -= 3; /* a dash */
    if (joint == at && at > 0)
        return NULL; /* "Members asked the officer to follow" */
    char *note = mem_strndup(parent, found, n);
    end_title(title, title + joint);
    return note;
}

char *mark_agenda_number(const void *parent, char *title)
{
    size_t n = strlen(title);
    while (n > 1 && title[n - 1] == ')' && title[n - 2] == ')')
        title[--n] = '\0'; /* one bracket too many, as some pages print it */
    static const char *const words[] = {"(agenda item", "[agenda item", "(item", "[item"};
    char *bracket = last_bracket(title);
    const char *from = NULL;
    for (size_t i = 0; bracket && i < MB_LENGTH(words) && !from; i++)
        if (strncasecmp(bracket, words[i], strlen(words[i])) == 0)
            from = bracket + strlen(words[i]);
    if (!from)
        return NULL;
    from += blanks_at(from);
    if (strncasecmp(from, "no", 2) == 0)
        from += 2 + strspn(from + 2, ". ");
    size_t digits = strcspn(from, ")]");
    struct item_number number;
    char *printed = digits && digits < sizeof number.text ? mem_printf(parent, "%.*s.", (int)digits, from) : NULL;
    if (!printed || !item_number_parse(printed, &number)) {
        talloc_free(printed);
        return NULL;
    }
    talloc_free(printed);
    end_title(title, bracket);
    return mem_strdup(parent, number.text);
}
