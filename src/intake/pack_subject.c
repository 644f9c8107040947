/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The cell "Subject" of an agenda row: title, agenda text and indicative timing (field.md 3.7). Bold
 * mark-up or a line break parts title and text; without either, the text begins at a phrase with which
 * agendas everywhere begin one ("Members of the public ...", "To receive ..."). */
#include "config.h"

#include "src/intake/pack.h"

#include <string.h>
#include <strings.h>

#define BRACKET_LONGEST 120
#define BRACKETS_MAX 40      /* of a cell, that are looked into */
#define SENTENCE_SHORTEST 25 /* bytes: "The Panel" at the end of a title begins no sentence */

/* ---- brackets ---------------------------------------------------------------------------------------- */

/* "10.05 to 10.40am", "6.30 pm": nothing but an hour or a span of hours. */
static bool is_clock(const char *text)
{
    int from, to;
    text += strncasecmp(text, "at ", 3) == 0 ? 3 : 0;
    size_t n = clock_scan_span(text, &from, &to);
    n = n ? n : clock_scan(text, &from);
    return n && !text[n];
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

/* "enclosed, pages 1-4": the pages; NULL where none stand behind a comma. */
static const char *pages_behind_comma(const char *inside)
{
    const char *comma = strrchr(inside, ','), *words = comma ? comma + 1 + strspn(comma + 1, " ") : NULL;
    size_t n = words ? pack_words_at(PACK_PAGE_AS_PRINTED, words) : 0;
    return n > 0 && strspn(words + n + strspn(words + n, ". "), "0123456789") > 0 ? words : NULL;
}

/* "pp 3 - 8", "Page 5": the word for pages, and a number. */
static bool names_pages(const char *inside)
{
    size_t n = pack_words_at(PACK_PAGE_AS_PRINTED, inside);
    return n > 0 && strspn(inside + n + strspn(inside + n, ". "), "0123456789") > 0;
}

/* What INSIDE says; true if it is no part of title or text any more. *TEXT: agenda text begins with it. */
static bool take_bracket(const void *owner, struct item *item, const char *inside, bool *text)
{
    char *folded = text_fold(NULL, inside);
    bool timing = is_clock(inside) || pack_says(PACK_BRACKET_WITH_A_TIMING, folded);
    const char *behind = pages_behind_comma(inside);
    bool pages = !timing && (behind || names_pages(inside) || pack_says(PACK_BRACKET_WITH_PAGES, folded));
    bool note = !timing && pack_says(PACK_BRACKET_WITH_A_NOTE, folded);
    *text = pack_says(PACK_BRACKET_OF_TEXT, folded);
    if (timing)
        take_timing(owner, item, inside);
    else if (pages || note)
        pack_read_pages(owner, item, behind ? behind : inside);
    talloc_free(folded);
    return timing || pages || note;
}

/* TEXT without the brackets that are taken. *CUT is where the first bracket stands that begins agenda
 * text, SIZE_MAX if none does. */
static char *without_brackets(const void *owner, struct item *item, const char *text, size_t *cut)
{
    struct buf out;
    buf_init(&out, owner, BUF_MAX_DOCUMENT);
    *cut = SIZE_MAX;
    size_t looked = 0;
    for (const char *at = text; *at;) {
        const char *end = *at == '(' && looked < BRACKETS_MAX ? memchr(at, ')', strnlen(at, BRACKET_LONGEST)) : NULL;
        const char *square = *at == '[' && looked < BRACKETS_MAX ? memchr(at, ']', strnlen(at, BRACKET_LONGEST)) : NULL;
        end = square && names_pages(at + 1) ? square : end; /* of square ones only "[Pages 3 - 8]" is looked at */
        size_t n = end ? (size_t)(end - at) : 0;
        bool is_text = false, taken = false;
        if (n) {
            looked++;
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

/* A sentence begins at TEXT: words that open one, and prose after them. */
static bool opens_text(const char *text)
{
    return pack_words_at(PACK_OPENING, text) && strlen(text) >= SENTENCE_SHORTEST;
}

/* The line at TEXT, N bytes, all in capitals: a title that goes on, "APPLICATION FOR UP TO 120 DWELLINGS", for text is not set so. */
static bool is_loud(const char *text, size_t n)
{
    char *line = mem_strndup(NULL, text, n);
    bool loud = text_in_capitals(line);
    talloc_free(line);
    return loud;
}

/* Bytes of a dash between blanks at TEXT, with them; 0 if there is none. */
static size_t dash_at(const char *text)
{
    static const char *const dashes[] = {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};
    for (size_t i = 0; i < MB_LENGTH(dashes); i++)
        if (text_starts(text, dashes[i]))
            return strlen(dashes[i]);
    return 0;
}

size_t pack_capitals_before_words(const char *text, size_t n)
{
    bool stops = n > 0 && strchr(".,", text[n - 1]), letter = false;
    for (size_t i = 0, dash; i < n && !(text[i] >= 'a' && text[i] <= 'z'); i++) {
        letter |= text[i] >= 'A' && text[i] <= 'Z';
        dash = letter ? dash_at(text + i) : 0;
        const char *words = text + i + dash;
        bool small = dash > 0 && words[strcspn(words, "abcdefghijklmnopqrstuvwxyz \n")] > ' ';
        if (small && (stops || pack_words_at(PACK_AUTHOR, words) || opens_text(words)))
            return i;
    }
    return 0;
}

/* Bytes of TEXT that are its title where no mark-up says so. */
static size_t title_length(const char *text)
{
    size_t line = strcspn(text, "\n"), capitals = pack_capitals_before_words(text, line);
    if (capitals > 0)
        return capitals;
    for (size_t i = 1; i < line; i++) {
        bool behind_dash = i > 2 && text[i - 1] == ' ' && (text[i - 2] == '-' || (unsigned char)text[i - 2] >= 0x80);
        if (text[i - 1] == ' ' && !behind_dash && text[i] >= 'A' && text[i] <= 'Z' && opens_text(text + i))
            return is_loud(text, line) ? line : i;
    }
    return line; /* behind a dash, "Minutes - To confirm ...", the words are the title's */
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

/* A title's end without the dash or colon that led to its text; NULL where that is all. */
static char *trim_title(char *title)
{
    static const char *const tails[] = {" - Pages", " - Page", " \xE2\x80\x93 Pages", " \xE2\x80\x93 Page"}; /* of pages that are taken */
    size_t n = title ? strlen(title) : 0;
    const char *word = title ? strrchr(title, ' ') : NULL;
    if (word && (text_starts(word + 1, "www.") || text_starts(word + 1, "http")))
        title[n = (size_t)(word - title)] = '\0';
    for (size_t i = 0; i < MB_LENGTH(tails); i++)
        if (n > strlen(tails[i]) && strcasecmp(title + n - strlen(tails[i]), tails[i]) == 0)
            title[n -= strlen(tails[i])] = '\0';
    while (n && strchr(" :-", title[n - 1]))
        title[--n] = '\0';
    if (n > 2 && text_starts(title, "- ")) /* "Item 5 (page 13) - Land at Holm Lane", the page being taken */
        memmove(title, title + 2, n - 1);
    if (n)
        return title;
    talloc_free(title);
    return NULL;
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
    item->title = trim_title(item->title);
    talloc_free(marked.text);
}

/* ---- pages ---------------------------------------------------------------------------------------------- */

/* "1 - 10", "(Pages 5 - 10)", "To follow" (field.md 3.7). */
void pack_read_pages(const void *owner, struct item *item, const char *cell)
{
    const char *from = cell + strspn(cell, "([ ");
    if (pack_words_at(PACK_PAGE_AS_PRINTED, from))
        from += strcspn(from, "0123456789");
    size_t n = strcspn(from, ")]");
    char *words = trimmed(owner, from, n);
    if (!words)
        return;
    char *folded = text_fold(owner, words);
    bool numbers = strspn(folded, "0123456789 to") == strlen(folded) && strpbrk(folded, "0123456789");
    if (numbers && !item->pages)
        item->pages = mem_strdup(owner, words);
    else if (!numbers && !item->pages_note)
        item->pages_note = mem_strdup(owner, words);
    if (pack_says(PACK_TO_FOLLOW, folded))
        item->follow = FOLLOW_TO_FOLLOW;
    talloc_free(folded);
    talloc_free(words);
}
