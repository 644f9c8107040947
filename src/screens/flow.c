/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Running text of papers as lines: paragraphs wrapped, bullets and numbers hanging, hits marked, every
 * line knowing its byte of the text. Tables are laid out in table.c. */
#include "config.h"

#include "page.h"
#include "words.h"

#include <string.h>

#define FIND_WITHIN 512 /* bytes between one block and the next in a report's text */
#define INDENT_MAX 12   /* cells of nesting that are shown */
#define NUMBER_DIGITS_MAX 4

/* ---- places ------------------------------------------------------------------------------------- */

static size_t clean_length(const char *source, size_t n)
{
    struct safe clean = safe_text(NULL, source, n, SAFE_TEXT);
    size_t length = clean.len;
    talloc_free((void *)clean.text);
    return length;
}

static size_t character_start(const char *source, size_t at)
{
    while (at > 0 && ((unsigned char)source[at] & 0xC0) == 0x80)
        at--;
    return at;
}

static size_t character_end(const char *source, size_t at)
{
    at += source[at] != '\0';
    while (((unsigned char)source[at] & 0xC0) == 0x80)
        at++;
    return at;
}

/* Cleaning a beginning gives a beginning of the clean text, so the place can be closed in on: the last
 * character that begins at or before CLEAN_OFFSET. */
size_t flow_source_offset(const char *source, size_t clean_offset)
{
    size_t low = 0, high = strlen(source); /* low begins early enough, high does not or is the end */
    if (clean_length(source, high) <= clean_offset)
        return high;
    while (character_end(source, low) < high) {
        size_t middle = character_start(source, low + (high - low) / 2);
        if (middle <= low)
            middle = character_end(source, low);
        if (clean_length(source, middle) <= clean_offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

size_t flow_clean_offset(const char *source, size_t offset)
{
    size_t n = strlen(source);
    return clean_length(source, character_start(source, offset < n ? offset : n));
}

bool flow_find(const struct flow *flow, size_t *at, const char *text, size_t n)
{
    if (n == 0 || *at >= flow->text.len)
        return false;
    size_t left = flow->text.len - *at, within = n + FIND_WITHIN < left ? n + FIND_WITHIN : left;
    const char *found = memmem(flow->text.text + *at, within, text, n);
    if (found)
        *at = (size_t)(found - flow->text.text);
    return found != NULL;
}

/* ---- bullets and numbers -------------------------------------------------------------------------- */

static const char *const bullets[] = {
    "·", "•", "◦", "▪", "▫", "■", "‣", "●", "○", "➢", "–", "-", "*", "\xEF\x82\xB7", "\xEF\x82\xA7", "o"};

static size_t bullet_length(const char *text, size_t n)
{
    for (size_t i = 0; i < MB_LENGTH(bullets); i++) {
        size_t length = strlen(bullets[i]);
        if (n > length && memcmp(text, bullets[i], length) == 0)
            return length;
    }
    return 0;
}

static size_t digits(const char *text, size_t n)
{
    size_t i = 0;
    while (i < n && text[i] >= '0' && text[i] <= '9')
        i++;
    return i;
}

/* "7.", "7)", "7.1", "7.1.": a stop, a bracket or a second level makes a number of it. */
static size_t number_length(const char *text, size_t n)
{
    size_t at = digits(text, n), levels = 1;
    if (at == 0 || at > NUMBER_DIGITS_MAX)
        return 0;
    while (at + 1 < n && text[at] == '.') {
        size_t more = digits(text + at + 1, n - at - 1);
        if (more == 0)
            return at + 1;
        at += 1 + more;
        levels++;
    }
    if (at < n && text[at] == ')')
        return at + 1;
    return levels > 1 && at + 1 < n && text[at] == ' ' && text[at + 1] == ' ' ? at : 0;
}

#define ENTRY_FROM 60 /* bytes from which "A. ..." is no name */

/* "a)", "(a)", "(iv)", "a.", "iv."; "A." before more than a name. */
static size_t letter_length(const char *text, size_t n)
{
    size_t at = n > 0 && text[0] == '(', letters = 0;
    while (at < n && ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z'))) {
        at++;
        letters++;
    }
    bool roman = letters > 1 && strspn(text + (text[0] == '('), "ivxlcIVXLC") >= letters;
    if ((letters != 1 && !roman) || letters > 5 || at >= n)
        return 0;
    bool stop = text[at] == '.' && text[0] != '(' && (text[0] >= 'a' || n > ENTRY_FROM);
    return stop || text[at] == ')' ? at + 1 : 0;
}

static size_t blanks(const char *text, size_t n)
{
    size_t i = 0;
    while (i < n && text[i] == ' ')
        i++;
    return i;
}

size_t flow_list_mark(const char *text, size_t n)
{
    size_t mark = bullet_length(text, n);
    if (!mark)
        mark = number_length(text, n);
    if (!mark)
        mark = letter_length(text, n);
    size_t gap = mark < n ? blanks(text + mark, n - mark) : 0;
    return mark && gap ? mark + gap : 0;
}

/* ---- lines ------------------------------------------------------------------------------------------ */

/* References of follow-ups that begin in one line stand side by side: "555/2,3". */
static void put_notes(struct page *page, const struct flow *flow, size_t start, size_t end)
{
    struct strings words = {0};
    void *local = talloc_named_const(NULL, 0, "notes");
    for (size_t i = 0; i < flow->n_notes; i++) {
        const struct margin_note *note = &flow->notes[i];
        const char *stroke = words.n ? strrchr(note->reference, '/') : NULL;
        if (note->offset >= start && note->offset < end)
            strings_add(local, &words,
                        mem_printf(local, "%s%s", note->marked ? "*" : "", stroke ? stroke + 1 : note->reference));
    }
    if (words.n)
        page_put(page, 1, flow->margin - 1, STYLE_QUIET, words_join(local, &words, ","));
    talloc_free(local);
}

static int reading_right(const struct page *page, const struct flow *flow)
{
    int right = page->width > 20 ? page->width - 1 : page->width;
    return right > flow->margin + READING_WIDTH ? flow->margin + READING_WIDTH : right;
}

/* One line of the text, wrapped; the cursor can stand on each line it takes. An ENTRY of a list of which a paper's
 * reader has taken the bullet away is given one. */
static void flow_line(struct page *page, const struct flow *flow, int indent, enum style style, bool entry,
                      const char *text, size_t n, size_t offset)
{
    int right = reading_right(page, flow), x = flow->margin + indent;
    if (x > right / 2)
        x = right / 2;
    size_t mark = flow_list_mark(text, n), words = mark;
    while (words > 0 && text[words - 1] == ' ')
        words--;
    bool bare = entry && !mark;
    int mark_width = bare ? 1 : text_width(text, words), hang = mark || bare ? x + mark_width + 1 : x;
    if (hang > right - 4)
        hang = x;
    void *local = talloc_named_const(NULL, 0, "flow_line");
    struct shown shown = flow_show(local, flow, text + mark, n - mark, offset + mark);
    struct line_spans spans = text_wrap(local, shown.text, shown.len, right, hang, hang);
    for (size_t i = 0; i < spans.n; i++) {
        size_t start = i == 0 ? offset : shown_place(&shown, spans.at[i].start),
               end = i + 1 < spans.n ? shown_place(&shown, spans.at[i + 1].start) : offset + n + 1;
        page_row(page, NULL, start);
        page_line(page);
        put_notes(page, flow, start, end);
        if (i == 0 && mark)
            flow_put(page, x, style, flow, text, words, offset);
        else if (i == 0 && bare && hang > x)
            page_put(page, x, 1, style, "·");
        shown_put(page, hang, style, flow, &shown, spans.at[i].start, spans.at[i].len);
    }
    talloc_free(local);
}

static void blank_row(struct page *page, size_t offset)
{
    page_row(page, NULL, offset);
    page_line(page);
}

static bool is_list_line(const char *text, size_t n)
{
    size_t lead = blanks(text, n);
    return lead < n && flow_list_mark(text + lead, n - lead) > 0;
}

/* Entries of a list that the paper sets apart stand close together: a list is read as one thing. */
static bool parts_entries(const struct flow *flow, bool after_entry, size_t at, size_t end)
{
    while (at < end && (flow->text.text[at] == '\n' || flow->text.text[at] == ' '))
        at++;
    const char *next = flow->text.text + at, *stop = at < end ? memchr(next, '\n', end - at) : NULL;
    return after_entry && at < end && is_list_line(next, stop ? (size_t)(stop - next) : end - at);
}

/* The lines of N bytes from AT on; the first of an ENTRY. */
static void flow_lines(struct page *page, const struct flow *flow, int indent, enum style style, bool entry, size_t at,
                       size_t n)
{
    size_t end = at + n;
    bool after_entry = false;
    while (at < end) {
        const char *text = flow->text.text + at;
        const char *stop = memchr(text, '\n', end - at);
        size_t length = stop ? (size_t)(stop - text) : end - at, lead = blanks(text, length);
        if (lead < length) {
            flow_line(page, flow, indent + (int)(lead < INDENT_MAX ? lead : INDENT_MAX), style, entry, text + lead,
                      length - lead, at + lead);
            after_entry = is_list_line(text, length);
            indent += entry && !after_entry ? 2 : 0; /* what goes on stands below the words */
            entry = false;
        } else if (!parts_entries(flow, after_entry, at, end)) {
            blank_row(page, at);
        }
        at += length + 1;
    }
}

void flow_part(struct page *page, const struct flow *flow, size_t at, size_t n)
{
    flow_lines(page, flow, 0, STYLE_TEXT, false, at, n);
}

void page_flow(struct page *page, const struct flow *flow)
{
    if (flow->raw && strchr(flow->raw, '\t'))
        flow_with_tables(page, flow);
    else
        flow_part(page, flow, 0, flow->text.len);
    page_no_row(page);
}

/* ---- reports ---------------------------------------------------------------------------------------- */

static void block_text(struct page *page, const struct block *block, const struct flow *flow, size_t *at)
{
    struct safe clean =
        safe_text(NULL, block->text ? block->text : "", block->text ? strlen(block->text) : 0, SAFE_TEXT);
    enum style style = block->kind == BLOCK_HEADING ? STYLE_HEADING : STYLE_TEXT;
    bool entry = block->kind == BLOCK_LIST;
    int indent = entry && block->level > 1 ? (block->level - 1) * 2 : 0;
    if (flow_find(flow, at, clean.text, clean.len)) {
        flow_lines(page, flow, indent, style, entry, *at, clean.len);
        *at += clean.len;
    } else {
        /* not where it should be: it is shown, but its lines know no better place than this */
        struct flow alone = {.text = clean, .margin = flow->margin};
        size_t first = page->n_rows;
        flow_lines(page, &alone, indent, style, entry, 0, clean.len);
        for (size_t i = first; i < page->n_rows; i++)
            page->rows[i].offset = *at;
    }
    talloc_free((void *)clean.text);
}

/* A caption that the line before has said already is not said again. */
static bool same_words(const char *a, const char *b)
{
    char *x = text_squeeze(NULL, a ? a : "", a ? strlen(a) : 0), *y = text_squeeze(NULL, b ? b : "", b ? strlen(b) : 0);
    bool same = strcmp(x, y) == 0;
    talloc_free(x);
    talloc_free(y);
    return same;
}

static bool stands_close(const struct block *before, const struct block *block)
{
    return before->kind == BLOCK_LIST && block->kind == BLOCK_LIST;
}

/* Does a page of the pack begin with BLOCK? LAST: the one before, NULL none. */
static bool begins_page(const struct block *block, const char *last)
{
    return block->page && (!last || strcmp(block->page, last) != 0);
}

/* In the place of the blank line: "page 27" is found by it, also by whoever scrolls. */
static void page_mark(struct page *page, const struct flow *flow, const char *number, size_t at)
{
    char *key = mem_printf(NULL, PAGE_KEY "%s", number), *words = mem_printf(NULL, "┄┄ page %s ┄┄", number);
    page_row(page, key, at);
    page_say(page, flow->margin, STYLE_QUIET, words);
    talloc_free(words);
    talloc_free(key);
}

void page_blocks(struct page *page, const struct block *blocks, size_t n, const struct flow *flow)
{
    const char *last = NULL;
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        if (begins_page(&blocks[i], last))
            page_mark(page, flow, blocks[i].page, at);
        else if (i > 0 && !stands_close(&blocks[i - 1], &blocks[i]))
            blank_row(page, at);
        last = blocks[i].page ? blocks[i].page : last;
        if (blocks[i].kind == BLOCK_TABLE)
            page_table(page, &blocks[i], flow, &at, i == 0 || !same_words(blocks[i - 1].text, blocks[i].caption));
        else
            block_text(page, &blocks[i], flow, &at);
    }
    page_no_row(page);
}
