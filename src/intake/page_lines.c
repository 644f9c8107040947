/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A pasted page as lines. A paragraph of nothing but a no-break space is an empty line, a bullet is
 * parted from its text by no-break spaces (field.md 3.6); apart from these blanks a line's text stays as
 * it came. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <unistr.h>

size_t blank_at(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    if (*at == ' ' || (*at >= '\t' && *at <= '\r'))
        return 1;
    if (at[0] == 0xC2 && at[1] == 0xA0) /* no-break space */
        return 2;
    if (at[0] == 0xE2 && at[1] == 0x80 && ((at[2] >= 0x80 && at[2] <= 0x8B) || at[2] == 0xAF))
        return 3;                                        /* U+2000 to U+200B, zero-width among them; U+202F */
    if (at[0] == 0xE3 && at[1] == 0x80 && at[2] == 0x80) /* U+3000 */
        return 3;
    return at[0] == 0xEF && at[1] == 0xBB && at[2] == 0xBF ? 3 : 0; /* U+FEFF */
}

size_t blanks_at(const char *text)
{
    size_t n = 0, used;
    while ((used = blank_at(text + n)) > 0)
        n += used;
    return n;
}

/* TEXT without blanks at its ends, cut in place. */
static char *trim(char *text)
{
    text += blanks_at(text);
    size_t end = 0;
    for (size_t i = 0, used; text[i]; i += used ? used : 1) {
        used = blank_at(text + i);
        if (used == 0)
            end = i + 1;
    }
    text[end] = '\0';
    return text;
}

#define MARKER_MAX 7 /* bytes of a bullet or list number: "(viii)." */

/* Does LINE begin with a bullet or list number of N bytes? A word is none: one character, or something
 * that ends with a stop or bracket. */
static bool is_marker(const char *line, size_t n)
{
    if (n == 0 || n > MARKER_MAX)
        return false;
    size_t characters = 0;
    for (size_t i = 0; i < n; i++)
        characters += ((unsigned char)line[i] & 0xC0) != 0x80;
    return characters == 1 || line[n - 1] == '.' || line[n - 1] == ')';
}

/* "·         The Panel" becomes "· The Panel". One plain space stays as it is. */
static void part_marker(char *line)
{
    size_t n = 0;
    while (n <= MARKER_MAX && line[n] && blank_at(line + n) == 0)
        n++;
    size_t blanks = blanks_at(line + n);
    if (blanks < 2 || !is_marker(line, n))
        return;
    line[n] = ' ';
    memmove(line + n + 1, line + n + blanks, strlen(line + n + blanks) + 1);
}

/* A paste whose lines mostly follow each other directly has lost the blank lines between paragraphs. */
static bool is_compact(const struct page *page)
{
    size_t gaps = 0;
    for (size_t i = 1; i < page->n; i++)
        gaps += page->lines[i].gap;
    return page->n > 3 && gaps * 2 < page->n;
}

#define MARKED_MIN 3 /* lines with marks of Markdown that make a text Markdown */

/* Does LINE begin with a heading's mark or with bold? */
static bool is_marked(const char *line)
{
    size_t marks = strspn(line, "#");
    return (marks > 0 && marks < 7 && line[marks] == ' ') || text_starts(line, "**");
}

static bool is_markdown(const char *text)
{
    size_t marked = 0;
    for (; *text && marked < MARKED_MIN; text += strcspn(text, "\n"), text += *text == '\n') {
        text += strspn(text, " ");
        marked += is_marked(text);
    }
    return marked >= MARKED_MIN;
}

/* LINE without its marks of Markdown; "" for the rule below the head of a table. Bars stay. */
static char *unmarked(const struct page *page, char *line)
{
    if (*line && line[strspn(line, "|-: ")] == '\0' && strstr(line, "---"))
        return line + strlen(line);
    size_t marks = is_marked(line) ? strspn(line, "#") : 0;
    char *text = markup_read(page->scratch, line + marks, strlen(line + marks), MARKUP_TEXT).text;
    for (char *c = text; *c; c++)
        *c = *c == '\n' ? ' ' : *c;
    return trim(text);
}

void page_split(struct page *page, const char *text, size_t n)
{
    bool markdown = is_markdown(text);
    char *next = mem_strndup(page->scratch, text, n);
    size_t blank = 0;
    for (size_t source = 1; next && page->n < PAGE_LINES_MAX; source++) {
        char *line = next;
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        char *start = line;
        line = trim(line);
        size_t width = u8_mbsnlen((const uint8_t *)start, (size_t)(line - start) + strlen(line));
        line = page_gather_links(page, line, source);
        if (markdown)
            line = unmarked(page, line);
        if (*line == '\0') {
            blank++;
            continue;
        }
        part_marker(line);
        *mem_append(page->scratch, page->lines, page->n) =
            (struct page_line){.text = line, .gap = blank > 0, .apart = blank > 1, .width = width, .source = source};
        blank = 0;
    }
    page->cut = next && blanks_at(next) < strlen(next);
    page->compact = is_compact(page);
}

const char *page_without_bullet(const char *line)
{
    static const char *const dashes[] = {"-", "*", "+", "o", "\xE2\x80\x93", "\xC2\xB7"};
    size_t n = mark_bullet(line, strlen(line));
    for (size_t i = 0; i < MB_LENGTH(dashes) && n == 0; i++)
        if (text_starts(line, dashes[i]) && blank_at(line + strlen(dashes[i])))
            n = strlen(dashes[i]);
    return n ? line + n + blanks_at(line + n) : line;
}

char *line_plain(const void *parent, const char *line)
{
    struct buf out;
    buf_init(&out, parent, strlen(line));
    line += strspn(line, "#>|");
    line += blanks_at(line);
    for (; *line; line++)
        if (*line != '*' && *line != '_' && *line != '\\' && *line != '|')
            buf_putc(&out, *line);
    char *plain = buf_take(&out), *trimmed = trim(plain);
    memmove(plain, trimmed, strlen(trimmed) + 1);
    return plain;
}
