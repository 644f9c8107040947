/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A printed paper as lines: the text's, with the marks of Markdown taken off, and without what a printer puts on every
 * page ("Page 3", the committee and the day again). */
#include "config.h"

#include "src/intake/printed.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistr.h>

#define HEAD_LINES 3     /* of a page's own head or foot, beside its number */
#define STAMP_LONGEST 20 /* "Page 12 of 345" */
#define REMARK_BLANKS ((size_t)5) /* before a remark in a column of its own */
#define SHEETS_MAX 10000 /* reliability.md 4.3 */

/* ---- a text's lines ------------------------------------------------------------------------------------------- */

/* "*     23    Minutes": a star that a note explains, before a number in a column of its own. */
static bool has_starred_number(const char *line)
{
    size_t star = *line == '*' ? 1 : 0, blanks = star ? strspn(line + 1, " \t") : 0, digits = strspn(line + star + blanks, "0123456789");
    const char *title = line + star + blanks + digits;
    return star && blanks && digits && digits < 5 && (text_starts(title, "  ") || *title == '\t') && isupper((unsigned char)title[strspn(title, " \t")]);
}

/* Take LINE as one of the text's, GAP before it. */
static void add_line(struct printed_lines *lines, const void *parent, const char *line, size_t n, bool gap)
{
    if (n == 0)
        return; /* there may be millions */
    size_t level = strspn(line, "#");
    bool heading = level > 0 && level < 7 && line[level] == ' ';
    char *row = heading ? NULL : pack_row(parent, line, n); /* cells of Markdown; "" for the rule of a table */
    const char *raw = row ? row : line + (heading ? level : has_starred_number(line + blanks_at(line)) ? blanks_at(line) + 1 : 0);
    struct marked marked = markup_read(parent, raw, strlen(raw), MARKUP_TEXT);
    for (char *c = marked.text; *c; c++)
        *c = *c == '\n' ? ' ' : *c;
    char *text = row ? row : text_trim(marked.text);
    text += blanks_at(text);
    struct list_mark bullet = mark_scan(text, strlen(text));
    struct item_number number;
    if (bullet.kind == MARK_BULLET && item_number_begins(text + bullet.len, &number)) /* "* 1. WELCOME" */
        text += bullet.len;
    if (*text == '\0')
        return;
    struct printed_line *added = mem_append(parent, lines->at, lines->n);
    *added = (struct printed_line){.text = text, .gap = gap, .bold = marked.bold, .level = heading ? (int)level : 0};
    added->width = (int)u8_mbsnlen((const uint8_t *)line, n);
}

/* "5.    Car park charges                 Key decision": bytes of the line before a remark in a column at its right; N if there is
 * none. */
static size_t before_remark(const char *line, size_t n)
{
    static const char *const remarks[] = {"key decision", "key", "non-key decision", "non-key", "not key", "for decision", "for information", "for noting", "kd", "yes", "no",
                                          "approved", "refused", "granted", "permitted", "deferred", "noted", "agreed", "withdrawn"};
    struct item_number number;
    size_t at = n;
    while (at > 0 && !(at >= REMARK_BLANKS && strncmp(line + at - REMARK_BLANKS, "     ", REMARK_BLANKS) == 0))
        at--;
    if (at == 0 || !item_number_begins(line + blanks_at(line), &number))
        return n;
    for (size_t i = 0; i < MB_LENGTH(remarks); i++)
        if (strlen(remarks[i]) == n - at && strncasecmp(line + at, remarks[i], n - at) == 0)
            return at;
    return n;
}

struct printed_lines printed_split(const void *parent, const char *text, size_t n)
{
    struct printed_lines lines = {0};
    char *actions = printed_actions(parent, text, n);
    const char *whole = actions ? actions : text;
    n = actions ? strlen(actions) : n;
    char *columns = printed_columns(parent, whole, n), *next = columns ? columns : mem_strndup(parent, whole, n);
    bool gap = false;
    while (next && lines.n < PAGE_LINES_MAX) {
        char *line = next;
        next = strpbrk(line, "\n\f");
        if (next)
            *next++ = '\0';
        size_t before = lines.n, length = strlen(line);
        while (length > 0 && pack_blank(line + length - 1))
            length--;
        line[length] = '\0';
        size_t title = before_remark(line, length);
        char *remark = title < length ? mem_strdup(parent, line + title) : NULL;
        line[title] = '\0';
        add_line(&lines, parent, line, title, gap);
        if (remark)
            add_line(&lines, parent, remark, strlen(remark), true);
        gap = lines.n == before;
    }
    return lines;
}

/* ---- what stands on every page ---------------------------------------------------------------------------------- */

/* "Page 3", "Page 3 of 12", "- 3 -": the page that LINE numbers; a number alone in *alone. 0: none. */
static int stamp_of(const char *line, bool *alone)
{
    size_t n = strlen(line);
    *alone = false;
    if (n == 0 || n > STAMP_LONGEST)
        return 0;
    bool page = strncasecmp(line, "page ", 5) == 0;
    const char *at = line + (page ? 5 : strspn(line, "- "));
    size_t digits = strspn(at, "0123456789");
    if (digits == 0 || digits > 4)
        return 0;
    const char *rest = at + digits + strspn(at + digits, " -");
    if (page && strncasecmp(rest, "of ", 3) == 0)
        rest += 3 + strspn(rest + 3, "0123456789");
    *alone = !page;
    return *rest == '\0' ? (int)strtol(at, NULL, 10) : 0;
}

/* The places where a page ends: lines with its number, and first lines of the next one. */
struct breaks {
    size_t *at;
    size_t n;
};

/* Do lone numbers stand right above titles that every meeting has? Then they are those of items. */
static bool numbers_head_titles(const struct page *page)
{
    size_t usual = 0;
    bool alone;
    for (size_t i = 0; i + 1 < page->n; i++)
        usual += stamp_of(page->lines[i].text, &alone) > 0 && alone && !page->lines[i + 1].gap && printed_is_usual(page->lines[i + 1].text);
    return usual > 1;
}

/* Do the lone numbers rise by one from line to line, as pages do, at least twice? */
static bool numbers_rise(const struct page *page)
{
    if (numbers_head_titles(page))
        return false;
    int before = 0;
    size_t seen = 0;
    bool alone;
    for (size_t i = 0; i < page->n; i++) {
        int number = stamp_of(page->lines[i].text, &alone);
        if (!number || !alone)
            continue;
        if (seen > 0 && number != before + 1)
            return false;
        before = number;
        seen++;
    }
    return seen > 1;
}

static struct breaks find_breaks(const struct page *page)
{
    struct breaks breaks = {0};
    bool rise = numbers_rise(page), alone;
    for (size_t i = 0; i < page->n && breaks.n < SHEETS_MAX; i++) {
        bool stamp = stamp_of(page->lines[i].text, &alone) > 0 && (!alone || rise);
        bool turns = i > 0 && page->lines[i].sheet > page->lines[i - 1].sheet;
        if (stamp || turns)
            *mem_append(page->scratch, breaks.at, breaks.n) = i;
    }
    return breaks;
}

static bool same_but_digits(const char *a, const char *b)
{
    while (*a && *b) {
        bool digits = isdigit((unsigned char)*a) && isdigit((unsigned char)*b);
        if (!digits && *a != *b)
            return false;
        a++;
        b++;
    }
    return *a == *b;
}

/* Is line STEP lines off this break the same as off the next or the last one? Then it stands on every page. */
static bool is_repeated(const struct page *page, const struct breaks *breaks, size_t k, long step)
{
    long place = (long)breaks->at[k] + step;
    for (int other = -1; other <= 1; other += 2) {
        bool there = other < 0 ? k > 0 : k + 1 < breaks->n;
        long twin = there ? (long)breaks->at[k + (size_t)(long)other] + step : -1;
        if (twin >= 0 && twin < (long)page->n && twin != place && place >= 0 && place < (long)page->n &&
            same_but_digits(page->lines[place].text, page->lines[twin].text))
            return true;
    }
    return false;
}

static void drop_sheets(struct page *page)
{
    struct breaks breaks = find_breaks(page);
    bool *gone = mem_zero_named(page->scratch, page->n + 1, "gone"), alone;
    for (size_t k = 0; k < breaks.n; k++) {
        size_t at = breaks.at[k];
        gone[at] |= stamp_of(page->lines[at].text, &alone) > 0;
        for (long step = -1; step >= -HEAD_LINES && is_repeated(page, &breaks, k, step); step--)
            gone[(long)at + step] = true;
        for (long step = gone[at] ? 1 : 0; step <= HEAD_LINES && is_repeated(page, &breaks, k, step); step++)
            gone[(long)at + step] = true;
    }
    size_t kept = 0;
    bool gap = false;
    for (size_t i = 0; i < page->n; i++) {
        gap |= page->lines[i].gap;
        if (gone[i])
            continue;
        page->lines[kept] = page->lines[i];
        page->lines[kept++].gap = gap;
        gap = false;
    }
    page->n = kept;
    talloc_free(gone);
}

/* ---- numbers over two lines ---------------------------------------------------------------------------------------- */

/* "CD    Evacuation Procedure", its blanks folded: bytes of the letters; 0: none. */
static size_t letters_apart(const char *text)
{
    size_t n = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), blanks = blanks_at(text + n);
    return n >= 2 && n <= 6 && blanks > 0 && isupper((unsigned char)text[n + blanks]) ? n : 0;
}

/* "34/23" below such letters, perhaps with the title's second line beside it: its bytes. */
static size_t number_below(const char *text)
{
    struct item_number number;
    char *word = mem_strndup(NULL, text, strcspn(text, " \t"));
    bool is = item_number_parse_bare(word, &number) && *number.prefix == '\0';
    size_t n = strlen(word);
    talloc_free(word);
    return is && (text[n] == '\0' || number.sub > 0) ? n : 0;
}

/* Numbers set in a narrow column, "CD" and below it "34/23", come to stand before their titles; twice at least. */
static void join_numbers(struct page *page)
{
    size_t found = 0, kept = 0;
    for (size_t i = 0; i + 1 < page->n; i++)
        found += letters_apart(page->lines[i].text) > 0 && !page->lines[i + 1].gap && number_below(page->lines[i + 1].text) > 0;
    for (size_t i = 0; i < page->n && found > 1; i++, kept++) {
        struct page_line line = page->lines[i];
        size_t letters = i + 1 < page->n && !page->lines[i + 1].gap ? letters_apart(line.text) : 0;
        const char *below = letters ? page->lines[i + 1].text : "";
        size_t n = letters ? number_below(below) : 0;
        if (n > 0) {
            const char *title = line.text + letters + blanks_at(line.text + letters), *rest = below + n + blanks_at(below + n);
            line.text = mem_printf(page->scratch, "%.*s %.*s %s%s%s", (int)letters, line.text, (int)n, below, title, *rest ? " " : "", rest);
            i++;
            if (i + 1 < page->n)
                page->lines[i + 1].gap = true;
        }
        page->lines[kept] = line;
    }
    page->n = found > 1 ? kept : page->n;
}

/* The repeated head may also be the first lines of the paper: there it is its head and stays (printed_take). */
void printed_take(struct page *page, const struct printed_lines *lines)
{
    size_t gaps = 0;
    for (size_t i = 0; i < lines->n && page->n < PAGE_LINES_MAX; i++) {
        const struct printed_line *from = &lines->at[i];
        gaps += from->gap;
        *mem_append(page->scratch, page->lines, page->n) =
            (struct page_line){.text = mem_strdup(page->scratch, from->text),
                               .gap = from->gap,
                               .width = (size_t)(from->width > 0 ? from->width : 0),
                               .bold = from->bold || from->level > 0,
                               .sheet = from->page};
    }
    page->cut = page->n < lines->n;
    page->compact = page->n > 3 && gaps * 4 < page->n;
    drop_sheets(page);
    join_numbers(page);
    page_join_broken(page);
}
