/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The cell "Subject" of an agenda row: title, agenda text and indicative timing (field.md 3.7). Bold
 * mark-up or a line break parts title and text; without either, the text begins at a phrase with which
 * agendas everywhere begin one ("Members of the public ...", "To receive ..."). */
#include "config.h"

#include "src/intake/pack.h"

#include <string.h>

#define BRACKET_LONGEST 120
#define SENTENCE_SHORTEST 25 /* bytes: "The Panel" at the end of a title begins no sentence */

/* ---- brackets ---------------------------------------------------------------------------------------- */

/* Brackets that say something about an item and are no part of its name, by their first words. */
static const struct {
    const char *words;
    enum { BRACKET_TIMING, BRACKET_PAGES, BRACKET_NOTE, BRACKET_TEXT } is;
} brackets[] = {
    {"indicative timing", BRACKET_TIMING}, {"timing", BRACKET_TIMING},       {"indicative time", BRACKET_TIMING},
    {"approximate timing", BRACKET_TIMING}, {"approximate time", BRACKET_TIMING}, {"time", BRACKET_TIMING},
    {"estimated time", BRACKET_TIMING},    {"pages", BRACKET_PAGES},         {"page", BRACKET_PAGES},
    {"to follow", BRACKET_NOTE},           {"report to follow", BRACKET_NOTE}, {"previously circulated", BRACKET_TEXT},
    {"already circulated", BRACKET_TEXT},  {"circulated", BRACKET_TEXT},     {"attached", BRACKET_TEXT},
    {"copy attached", BRACKET_TEXT},       {"copies attached", BRACKET_TEXT}, {"report attached", BRACKET_TEXT},
    {"enclosed", BRACKET_TEXT},            {"copy enclosed", BRACKET_TEXT},  {"verbal", BRACKET_TEXT},
    {"oral", BRACKET_TEXT},                {"presentation", BRACKET_TEXT},   {"for information", BRACKET_TEXT},
    {"for decision", BRACKET_TEXT},        {"minutes attached", BRACKET_TEXT}, {"herewith", BRACKET_TEXT},
};

/* "10.05 to 10.40am": nothing but a clock span. */
static bool is_clock_span(const char *text)
{
    int minutes;
    size_t n = clock_scan(text, &minutes);
    if (n == 0) { /* "10.05 to 10.40am": the first has no "am" of its own */
        n = strspn(text, "0123456789.:");
        if (n < 4)
            return false;
    }
    const char *rest = text + n + strspn(text + n, " -");
    rest += text_starts(rest, "to ") ? 3 : text_starts(rest, "\xE2\x80\x93") ? 3 : 0;
    rest += strspn(rest, " ");
    n = clock_scan(rest, &minutes);
    return !*rest || (n && !rest[n]);
}

/* The words of a timing without their label: "Indicative timing: 10.05 to 10.40am". */
static void take_timing(const void *owner, struct item *item, const char *inside)
{
    const char *at = inside;
    while (*at && !(*at >= '0' && *at <= '9'))
        at++;
    if (*at && !item->timing)
        item->timing = mem_strdup(owner, at);
}

/* What INSIDE says; true if it is no part of title or text any more. */
static bool take_bracket(const void *owner, struct item *item, const char *inside, bool *text)
{
    char *folded = text_fold(owner, inside);
    bool taken = is_clock_span(inside);
    if (taken)
        take_timing(owner, item, inside);
    for (size_t i = 0; i < MB_LENGTH(brackets) && !taken; i++) {
        if (!words_start(folded, brackets[i].words))
            continue;
        *text = brackets[i].is == BRACKET_TEXT;
        taken = !*text;
        if (brackets[i].is == BRACKET_TIMING)
            take_timing(owner, item, inside);
        else if (brackets[i].is == BRACKET_PAGES)
            pack_read_pages(owner, item, inside + strcspn(inside, "0123456789"));
        else if (brackets[i].is == BRACKET_NOTE)
            pack_read_pages(owner, item, inside);
        break;
    }
    talloc_free(folded);
    return taken;
}

/* TEXT without the brackets that are taken. *CUT is where the first bracket stands that begins agenda
 * text, SIZE_MAX if none does. */
static char *without_brackets(const void *owner, struct item *item, const char *text, size_t *cut)
{
    struct buf out;
    buf_init(&out, owner, BUF_MAX_DOCUMENT);
    *cut = SIZE_MAX;
    for (const char *at = text; *at;) {
        const char *end = *at == '(' ? memchr(at, ')', strnlen(at, BRACKET_LONGEST)) : NULL;
        size_t n = end ? (size_t)(end - at) : 0;
        bool is_text = false, taken = false;
        if (n) {
            char *inside = mem_strndup(owner, at + 1, n - 1);
            taken = take_bracket(owner, item, text_trim(inside), &is_text);
            talloc_free(inside);
        }
        if (is_text && *cut == SIZE_MAX)
            *cut = out.len;
        if (taken)
            at += n + 1;
        else
            buf_putc(&out, *at++);
    }
    return buf_take(&out);
}

/* ---- title and text ------------------------------------------------------------------------------------ */

/* How the explanation below a title begins, in agendas of any council. */
static const char *const openings[] = {
    "Members of the", "Members are", "Members will", "Members should", "Members and officers", "Members who", "Members must",
    "Councillors are", "Councillors will", "Councillors and", "Residents ", "Any Member", "Any member", "Any Councillor",
    "To receive", "To consider", "To note", "To approve", "To agree", "To confirm", "To sign", "To declare", "To review",
    "To scrutinise", "To discuss", "To invite", "To determine", "To appoint", "To elect", "To enable", "To answer", "To hear",
    "To report", "To examine", "To be informed", "To allow", "To comment", "In accordance with", "In pursuance of", "The Panel",
    "The Committee", "The Board", "The Commission", "The Chair", "The public", "The minutes", "This item", "This report",
    "A report", "An opportunity", "Please note", "Please see", "If you", "At the time", "Up to ", "A period of", "A maximum of",
};

/* A sentence begins at TEXT: an opening, and prose after it. */
static bool opens_text(const char *text)
{
    for (size_t i = 0; i < MB_LENGTH(openings); i++) {
        if (text_starts(text, openings[i]))
            return strlen(text) >= SENTENCE_SHORTEST;
    }
    return false;
}

/* Bytes of TEXT that are its title where no mark-up says so. */
static size_t title_length(const char *text)
{
    size_t line = strcspn(text, "\n");
    for (size_t i = 1; i < line; i++) {
        if (text[i - 1] == ' ' && text[i] >= 'A' && text[i] <= 'Z' && opens_text(text + i))
            return i;
    }
    return line;
}

static char *trimmed(const void *parent, const char *text, size_t n)
{
    char *copy = mem_strndup(parent, text, n);
    char *kept = text_trim(copy);
    size_t length = strlen(kept);
    memmove(copy, kept, length + 1);
    if (length)
        return copy;
    talloc_free(copy);
    return NULL;
}

/* A title's end without the dash or colon that led to its text. */
static void trim_title(char *title)
{
    size_t n = title ? strlen(title) : 0;
    while (n && strchr(" :-", title[n - 1]))
        title[--n] = '\0';
}

void pack_read_subject(const void *owner, struct item *item, struct span subject)
{
    struct marked marked = markup_read(owner, subject.at, subject.n, MARKUP_CELL);
    size_t length = marked.bold ? 0 : marked.bold_end;
    size_t cut;
    if (length) { /* bold title, then text */
        char *bold = mem_strndup(owner, marked.text, length);
        char *title = without_brackets(owner, item, bold, &cut);
        char *text = without_brackets(owner, item, marked.text + length, &cut);
        item->title = trimmed(owner, title, strlen(title));
        item->agenda_text = trimmed(owner, text, strlen(text));
        talloc_free(bold);
        talloc_free(title);
        talloc_free(text);
    } else {
        char *text = without_brackets(owner, item, marked.text, &cut);
        size_t n = title_length(text);
        n = cut < n ? cut : n;
        item->title = trimmed(owner, text, n);
        item->agenda_text = trimmed(owner, text + n, strlen(text + n));
        talloc_free(text);
    }
    trim_title(item->title);
    talloc_free(marked.text);
}

/* ---- pages ---------------------------------------------------------------------------------------------- */

/* "1 - 10", "(Pages 5 - 10)", "To follow" (field.md 3.7). */
void pack_read_pages(const void *owner, struct item *item, const char *cell)
{
    const char *from = cell + strspn(cell, "( ");
    if (strncmp(from, "Page", 4) == 0)
        from += strcspn(from, "0123456789");
    size_t n = strcspn(from, ")");
    char *words = trimmed(owner, from, n);
    if (!words)
        return;
    char *folded = text_fold(owner, words);
    bool numbers = strspn(folded, "0123456789 to") == strlen(folded) && strpbrk(folded, "0123456789");
    if (numbers && !item->pages)
        item->pages = mem_strdup(owner, words);
    else if (!numbers && !item->pages_note)
        item->pages_note = mem_strdup(owner, words);
    if (words_in(folded, "to follow"))
        item->follow = FOLLOW_TO_FOLLOW;
    talloc_free(folded);
    talloc_free(words);
}
