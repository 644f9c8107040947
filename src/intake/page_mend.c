/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a program between the council's page and us did to it, undone before anything is read: a text browser numbers
 * its links ("[8]Minutes PDF 120 KB") and lists their addresses below, a mail program breaks lines at a margin, a
 * converter drops the colons of the item's headings (field.md 3.6, end). Each is undone only where the whole page shows
 * it; what a council itself printed stays. */
#include "config.h"

#include "src/intake/page.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistr.h>

/* ---- numbered links --------------------------------------------------------------------------------------------- */

#define LINKS_MIN 4    /* marks that rise from line to line before they are believed */
#define LINKS_APART 40 /* links of one line without text, between two marks */
#define LINK_DIGITS 4

/* Bytes of a mark "[8]" at TEXT that stands right before what it links; 0: none. Its number in *n. */
static size_t link_mark(const char *text, int *n)
{
    size_t digits = text[0] == '[' ? strspn(text + 1, "0123456789") : 0;
    const char *after = text + digits + 2;
    if (digits == 0 || digits > LINK_DIGITS || text[digits + 1] != ']' || *after == '\0' || blank_at(after))
        return 0;
    *n = (int)strtol(text + 1, NULL, 10);
    return digits + 2;
}

/* Do the marks of the page rise, each by a little? A list in a text, "[1]", "[2]", mostly has a blank behind. */
static bool has_link_marks(const struct page *page)
{
    int before = 0, number;
    size_t marks = 0;
    for (size_t i = 0; i < page->n; i++)
        for (const char *at = page->lines[i].text; (at = strchr(at, '[')); at++) {
            if (link_mark(at, &number) == 0)
                continue;
            if (number <= before || number > before + LINKS_APART)
                return false;
            before = number;
            marks++;
        }
    return marks >= LINKS_MIN;
}

static void drop_link_marks(char *text)
{
    char *to = text;
    int number;
    for (const char *from = text; *from;) {
        size_t mark = link_mark(from, &number);
        from += mark;
        if (mark == 0)
            *to++ = *from++;
    }
    *to = '\0';
}

/* Does LINE begin the list of addresses: "1. https://..."? */
static bool is_reference(const char *line)
{
    line += strspn(line, "[");
    size_t digits = strspn(line, "0123456789");
    const char *after = line + digits + strspn(line + digits, "]. \t");
    return digits > 0 && (text_starts(after, "http") || text_starts(after, "file:") || text_starts(after, "mailto:"));
}

static void drop_links(struct page *page)
{
    if (!has_link_marks(page))
        return;
    for (size_t i = 0; i < page->n; i++) {
        if (i + 1 < page->n && page_word_is(WORD_REFERENCES, page->lines[i].text) &&
            (is_reference(page->lines[i + 1].text) || (i + 2 < page->n && is_reference(page->lines[i + 2].text)))) {
            page->n = i;
            return;
        }
        drop_link_marks(page->lines[i].text);
    }
}

/* ---- addresses beside their links ---------------------------------------------------------------------------------- */

/* "Minutes PDF 121 KB <https://...>", as mail programs and some browsers copy links: the address is no text. */
static void drop_addresses(char *text)
{
    static const char *const schemes[] = {"<http://", "<https://", "<mailto:", "<file:", "<tel:"};
    char *to = text;
    bool closed = true;
    for (const char *from = text; *from;) {
        bool address = false;
        for (size_t i = 0; *from == '<' && i < MB_LENGTH(schemes); i++)
            address |= strncasecmp(from, schemes[i], strlen(schemes[i])) == 0;
        const char *end = address && closed ? strchr(from, '>') : NULL;
        closed &= !address || end != NULL; /* no other behind it is closed either */
        if (!end) {
            *to++ = *from++;
            continue;
        }
        from = end + 1;
        bool blank = to > text && to[-1] == ' '; /* before the address, which no word needs behind it */
        from += blank && *from == ' ';
        to -= blank && *from && strchr(".,;:)", *from);
    }
    while (to > text && to[-1] == ' ')
        to--;
    *to = '\0';
}

static void drop_all_addresses(struct page *page)
{
    size_t kept = 0;
    bool gap = false;
    for (size_t i = 0; i < page->n; i++) {
        struct page_line line = page->lines[i];
        if (strchr(line.text, '<'))
            drop_addresses(line.text);
        line.gap |= gap;
        gap = *line.text == '\0' && line.gap;
        if (*line.text)
            page->lines[kept++] = line;
    }
    page->n = kept;
}

/* ---- lines broken at a margin ------------------------------------------------------------------------------------- */

#define MARGIN_LEAST 50
#define MARGIN_MOST 100
#define BROKEN_MIN 5     /* lines that end where the next word would not fit */
#define SENTENCE_LEAST 40 /* characters of a line that says something about margins */

/* The line after I goes on in the same paragraph? */
static bool has_next(const struct page *page, size_t i)
{
    return i + 1 < page->n && !page->lines[i + 1].gap;
}

static size_t first_word_width(const char *text)
{
    size_t n = 0;
    while (text[n] && blank_at(text + n) == 0)
        n++;
    return u8_mbsnlen((const uint8_t *)text, n);
}

/* Is LINE one that nothing is joined to: a heading inside an item? */
static bool is_heading_of_page(const struct page *page, const char *line)
{
    char *plain = strlen(line) <= MARGIN_MOST ? line_plain(page->scratch, line) : NULL;
    bool is = plain && (page_word(WORD_MINUTES, plain) || page_word_is(WORD_DECISION, plain) || page_word_is(WORD_DOCUMENTS, plain));
    talloc_free(plain);
    return is;
}

/* Does LINE end with a file's format and size, as a title or a file's name does? */
static bool ends_with_file(const char *line)
{
    size_t n = strlen(line);
    return n <= MARGIN_MOST && n > 2 && strchr("Bb)", line[n - 1]) && file_at_end(line, n);
}

/* Was line I broken because the next word did not fit before MARGIN? */
static bool is_broken(const struct page *page, size_t i, size_t margin)
{
    size_t width = page->lines[i].width;
    return has_next(page, i) && !ends_with_file(page->lines[i].text) && !is_heading_of_page(page, page->lines[i].text) &&
           !is_heading_of_page(page, page->lines[i + 1].text) && width <= margin && width + 1 + first_word_width(page->lines[i + 1].text) > margin;
}

/* The margin that the lines were broken at; 0 where they were not. Two characters less than the longest are as good: a
 * blank that was typed twice, a quote. */
static size_t find_margin(const struct page *page)
{
    size_t margin = 0, longer = 0, inner = 0, broken = 0;
    for (size_t i = 0; i < page->n; i++) {
        size_t width = page->lines[i].width;
        longer += width > MARGIN_MOST;
        if (has_next(page, i) && width <= MARGIN_MOST && width > margin)
            margin = width;
    }
    for (size_t i = 0; i < page->n; i++) {
        broken += is_broken(page, i, margin);
        inner += has_next(page, i) && page->lines[i].width >= SENTENCE_LEAST;
    }
    bool wrapped = margin >= MARGIN_LEAST && broken >= BROKEN_MIN && broken * 3 >= inner && longer * 3 <= broken;
    return wrapped ? margin : 0;
}

void page_join_broken(struct page *page)
{
    size_t margin = find_margin(page), kept = 0, longest = 0;
    for (size_t i = 0; i < page->n; i++)
        longest = page->lines[i].width > longest ? page->lines[i].width : longest;
    page->runs_on = margin == 0 && longest > MARGIN_MOST + MARGIN_MOST / 2;
    if (margin == 0)
        return;
    struct buf paragraph;
    buf_init(&paragraph, page->scratch, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < page->n; i++) {
        struct page_line line = page->lines[i];
        buf_clear(&paragraph);
        buf_puts(&paragraph, line.text);
        for (; is_broken(page, i, margin); i++) {
            buf_puts(&paragraph, " ");
            buf_puts(&paragraph, page->lines[i + 1].text);
        }
        if (paragraph.len > strlen(line.text))
            line.text = mem_strdup(page->scratch, paragraph.data);
        page->lines[kept++] = line;
    }
    page->n = kept;
    buf_release(&paragraph);
}

/* ---- a sentence whose last figure stands below it -------------------------------------------------------------------- */

#define FIRST_YEAR 1900
#define LAST_YEAR 2100

/* "... the meetings held on 3 July and 17 July" above "2023.": is line I, a year with its stop, the end of the one above? */
static bool is_torn(const struct page *page, size_t i)
{
    const struct page_line *line = &page->lines[i], *above = i > 0 ? line - 1 : NULL;
    size_t digits = strspn(line->text, "0123456789"), n = above ? strlen(above->text) : 0;
    struct item_number number;
    if (!above || line->gap || digits == 0 || digits > 4 || strcmp(line->text + digits, ".") != 0 || n == 0 || strchr(".:;?!)", above->text[n - 1]) ||
        item_number_parse_bare(above->text, &number) || page_word_is(WORD_ITEMS, above->text) || page_word_is(WORD_ITEMS_ABOVE, above->text))
        return false;
    long value = strtol(line->text, NULL, 10);
    return digits == 4 && value >= FIRST_YEAR && value <= LAST_YEAR;
}

static void join_torn(struct page *page)
{
    size_t kept = 0;
    for (size_t i = 0; i < page->n; i++) {
        if (is_torn(page, i) && kept > 0)
            page->lines[kept - 1].text = mem_printf(page->scratch, "%s %s", page->lines[kept - 1].text, page->lines[i].text);
        else
            page->lines[kept++] = page->lines[i];
    }
    page->n = kept;
}

/* ---- headings without their colon ----------------------------------------------------------------------------------- */

#define BARE_MIN 2 /* lines "Minutes" alone, on a page without "Minutes:" */
#define BARE_LONGEST 40

/* The heading that LINE would be with a colon; WORD_COUNT if none. */
static enum page_word bare_label(const struct page *page, size_t i)
{
    static const enum page_word kinds[] = {WORD_MINUTES, WORD_DECISION, WORD_DOCUMENTS};
    const char *text = page->lines[i].text;
    if (strlen(text) > BARE_LONGEST || text[strlen(text) - 1] == ':')
        return WORD_COUNT;
    char *with = mem_printf(NULL, "%s:", text);
    enum page_word found = WORD_COUNT;
    for (size_t k = 0; k < MB_LENGTH(kinds); k++)
        found = page_word_is(kinds[k], with) ? kinds[k] : found;
    talloc_free(with);
    return found;
}

/* Is the word on line I rather a title: below a number, or above the same word? */
static bool is_title(const struct page *page, size_t i)
{
    struct item_number number;
    return (i > 0 && item_number_parse_bare(page->lines[i - 1].text, &number)) ||
           (i + 1 < page->n && bare_label(page, i + 1) == bare_label(page, i));
}

static void give_colons(struct page *page)
{
    size_t bare = 0;
    for (size_t i = 0; i < page->n; i++) {
        const char *text = page->lines[i].text;
        if (page_word(WORD_MINUTES, text) || page_word_is(WORD_DECISION, text))
            return;
        enum page_word kind = bare_label(page, i);
        bare += (kind == WORD_MINUTES || kind == WORD_DECISION) && !is_title(page, i);
    }
    for (size_t i = 0; bare >= BARE_MIN && i < page->n; i++)
        if (bare_label(page, i) != WORD_COUNT && !is_title(page, i))
            page->lines[i].text = mem_printf(page->scratch, "%s:", page->lines[i].text);
}

/* ---- files parted from their names ------------------------------------------------------------------------------------ */

#define NAME_LONGEST 200 /* bytes of a file's name on its first line */

/* Has LINE a file's suffix, and what stands before it: nothing, or the hidden words of its link, "item 23."? */
static bool has_suffix(const struct page *page, const char *line, bool *bare)
{
    struct attachment file = {0};
    char *copy = mem_printf(page->scratch, "%s%s", page_word(WORD_ITEM_OF, line) ? "x, " : "", line);
    bool found = file_suffix(page->scratch, copy, &file);
    *bare = found && (!*copy || strcmp(copy, "x") == 0);
    talloc_free(copy);
    return found;
}

/* A line that no file is named by: a heading, a number, what says why a paper is not there. */
static bool names_nothing(const struct page *page, size_t i)
{
    struct item_number number;
    const char *line = page->lines[i].text;
    return strlen(line) > NAME_LONGEST || strchr(".:", line[strlen(line) - 1]) || page_word(WORD_RESTRICTED, line) || page_word_first(WORD_RESTRICTED_REASON, line, NULL) || page_word(WORD_NOISE, line) ||
           page_word_is(WORD_DOCUMENTS, line) ||
           page_word_is(WORD_ITEMS, line) || page_word_is(WORD_ITEMS_ABOVE, line) || item_number_parse_bare(line, &number) || bare_label(page, i) != WORD_COUNT;
}

/* "Internal audit plan" above "PDF 377 KB"; under "Additional documents:" also a name that goes on in the line with its file. */
static void join_files(struct page *page)
{
    size_t kept = 0;
    bool documents = false, bare, next_bare;
    for (size_t i = 0; i < page->n; i++, kept++) {
        struct page_line line = page->lines[i];
        char *plain = line_plain(page->scratch, line.text);
        documents = page_word_is(WORD_DOCUMENTS, plain) || (documents && (!*plain || plain[strlen(plain) - 1] != ':'));
        bool last = i + 1 == page->n || names_nothing(page, i) || has_suffix(page, line.text, &bare);
        const char *next = last ? "" : page->lines[i + 1].text;
        bool suffix = !last && page_without_bullet(next) == next && has_suffix(page, next, &next_bare);
        bool direct = suffix && (!page->lines[i + 1].gap || next_bare); /* a size alone belongs to what stands above, also below a blank line */
        if (direct && (next_bare || (documents && (!page->compact || islower((unsigned char)*next))))) {
            line.text = mem_printf(page->scratch, "%s %s", line.text, next);
            i++;
        }
        page->lines[kept] = line;
    }
    page->n = kept;
}

void page_mend(struct page *page)
{
    page_split_columns(page);
    drop_links(page);
    drop_all_addresses(page);
    page_join_broken(page);
    join_torn(page);
    give_colons(page);
    page_mend_numbers(page);
    join_files(page);
}
