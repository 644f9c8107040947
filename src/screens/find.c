/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Words on a page: the lines of a paragraph or a row are read as one text, compared letter by letter or by a pattern, and
 * what is found is marked in the spans it stands in. Pure. */
#include "config.h"

#include "page.h"

#include <minutebook/search_pattern.h>

#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unistr.h>

#define WORDS_MAX 1000 /* characters that are looked for */
#define PATTERN_SIGN '/' /* what is typed behind it is one */

/* One character as it is compared, and where it stands. */
struct glyph {
    ucs4_t sign;
    size_t line, span, at, n; /* N bytes of the span from AT on; 0: a blank between spans or lines */
};
struct glyphs {
    struct glyph *at;
    size_t n;
    const void *parent;
};

static const struct {
    ucs4_t sign, plain;
} alike[] = {{0x2018, '\''}, {0x2019, '\''}, {0x201C, '"'}, {0x201D, '"'}, {0x2010, '-'}, {0x2011, '-'},
             {0x2013, '-'},  {0x2014, '-'},  {0x00A0, ' '}, {0x2007, ' '}, {0x202F, ' '}, {'\t', ' '}};

static ucs4_t plain_sign(ucs4_t sign, bool with_case)
{
    for (size_t i = 0; i < MB_LENGTH(alike); i++)
        if (alike[i].sign == sign)
            return alike[i].plain;
    return with_case ? sign : uc_tolower(sign);
}

/* Blanks in a row are one. */
static void add_glyph(struct glyphs *glyphs, struct glyph glyph)
{
    if (glyph.sign == ' ' && (glyphs->n == 0 || glyphs->at[glyphs->n - 1].sign == ' '))
        return;
    *mem_append(glyphs->parent, glyphs->at, glyphs->n) = glyph;
}

static void add_text(struct glyphs *glyphs, const char *text, bool with_case, size_t line, size_t span)
{
    size_t n = strlen(text);
    for (size_t at = 0; at < n;) {
        ucs4_t sign = 0;
        int used = u8_mbtouc(&sign, (const uint8_t *)text + at, n - at);
        size_t bytes = used > 0 ? (size_t)used : 1;
        add_glyph(glyphs, (struct glyph){plain_sign(sign, with_case), line, span, at, bytes});
        at += bytes;
    }
}

static bool has_capital(const char *words)
{
    size_t n = strlen(words);
    for (size_t at = 0; at < n;) {
        ucs4_t sign = 0;
        int used = u8_mbtouc(&sign, (const uint8_t *)words + at, n - at);
        if (uc_is_upper(sign))
            return true;
        at += used > 0 ? (size_t)used : 1;
    }
    return false;
}

/* ---- the text of a page --------------------------------------------------------------------------- */

/* Numbers in the margin of running text are not part of its sentences. */
static bool is_of_sentence(const struct row *row, const struct span *span)
{
    return !row || row->key || span->style != STYLE_QUIET;
}

static void add_line(struct glyphs *glyphs, const struct page *page, size_t line, const struct row *row, bool with_case)
{
    int end = -1;
    for (size_t s = 0; s < page->lines[line].n_spans; s++) {
        const struct span *span = &page->lines[line].spans[s];
        if (!is_of_sentence(row, span)) {
            end = span->x == end ? end + text_width(span->text, strlen(span->text)) : end; /* a number put in */
            continue;
        }
        if (end >= 0 && span->x != end)
            add_glyph(glyphs, (struct glyph){.sign = ' '});
        add_text(glyphs, span->text, with_case, line, s);
        end = span->x + text_width(span->text, strlen(span->text));
    }
}

/* A line may have been broken at a blank or within a compound, after its hyphen. */
static void add_break(struct glyphs *glyphs)
{
    size_t n = glyphs->n;
    bool compound = n > 1 && glyphs->at[n - 1].sign == '-' && glyphs->at[n - 2].sign != ' ';
    if (!compound)
        add_glyph(glyphs, (struct glyph){.sign = ' '});
}

/* Does LINE of row NEXT go on where the line of row NOW ended: the same row or none, or running text? */
static bool goes_on(const struct page *page, size_t line, const struct row *now, const struct row *next)
{
    if (page->lines[line].n_spans == 0)
        return false;
    return now == next || (now && next && !now->key && !next->key);
}

/* ---- marks -------------------------------------------------------------------------------------------- */

struct marked {
    size_t line, span, start, end; /* bytes of the span */
};
struct marks {
    struct marked *at;
    size_t n;
};

static void mark(const void *local, struct marks *marks, const struct glyph *first, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct glyph *glyph = &first[i];
        struct marked *last = marks->n ? &marks->at[marks->n - 1] : NULL;
        if (glyph->n == 0)
            continue;
        if (last && last->line == glyph->line && last->span == glyph->span && last->end == glyph->at)
            last->end += glyph->n;
        else
            *mem_append(local, marks->at, marks->n) =
                (struct marked){glyph->line, glyph->span, glyph->at, glyph->at + glyph->n};
    }
}

static bool stands_at(const struct glyph *at, const struct glyphs *words)
{
    for (size_t i = 0; i < words->n; i++)
        if (at[i].sign != words->at[i].sign)
            return false;
    return true;
}

static void note_hit(struct page *page, size_t line)
{
    if (page->n_hits == 0 || page->hits[page->n_hits - 1] != line)
        *mem_append(page, page->hits, page->n_hits) = line;
}

/* What is looked for: words as they are, or a pattern. */
struct sought {
    struct glyphs words;
    bool whole;                     /* no letter or digit stands beside them */
    struct search_pattern *pattern; /* NULL: the words */
};

static bool is_of_word(const struct glyphs *text, size_t at)
{
    return at < text->n && uc_is_alnum(text->at[at].sign);
}

static void find_words(const void *local, struct page *page, const struct glyphs *text, const struct sought *sought, struct marks *marks)
{
    const struct glyphs *words = &sought->words;
    for (size_t i = 0; i + words->n <= text->n; i++) {
        if (!stands_at(&text->at[i], words) || (sought->whole && (is_of_word(text, i - 1) || is_of_word(text, i + words->n))))
            continue;
        note_hit(page, text->at[i].line);
        mark(local, marks, &text->at[i], words->n);
        i += words->n - 1;
    }
}

/* TEXT in UTF-8; AT says of each byte which glyph it is of, and behind the last how many there are. */
static char *bytes_of(const void *local, const struct glyphs *text, size_t *n, size_t **at)
{
    struct buf out;
    uint8_t sign[6];
    buf_init(&out, local, SIZE_MAX / 2);
    *at = mem_zero_named(local, (text->n * sizeof sign + 1) * sizeof **at, "glyphs of bytes");
    for (size_t i = 0; i < text->n; i++) {
        int used = u8_uctomb(sign, text->at[i].sign, sizeof sign);
        for (int k = 0; k < used; k++)
            (*at)[out.len + (size_t)k] = i;
        buf_add(&out, (const char *)sign, used > 0 ? (size_t)used : 0);
    }
    (*at)[out.len] = text->n;
    *n = out.len;
    return out.data;
}

static void find_pattern(const void *local, struct page *page, const struct glyphs *text, const struct sought *sought, struct marks *marks)
{
    struct mark found = {0};
    struct err err;
    size_t n, *at;
    void *scratch = talloc_named_const(local, 0, "pattern");
    const char *bytes = bytes_of(scratch, text, &n, &at);
    enum status status = n && !page->find_fault ? STATUS_OK : STATUS_NONE;
    while (status == STATUS_OK) {
        status = search_pattern_next(sought->pattern, bytes, n, found.start + found.len, &found, &err);
        if (status == STATUS_OK) {
            size_t first = at[found.start];
            note_hit(page, text->at[first].line);
            mark(local, marks, &text->at[first], at[found.start + found.len] - first);
        }
    }
    if (status != STATUS_NONE)
        page->find_fault = mem_strdup(page, err.text);
    talloc_free(scratch);
}

static void find_in(const void *local, struct page *page, const struct glyphs *text, const struct sought *sought, struct marks *marks)
{
    (sought->pattern ? find_pattern : find_words)(local, page, text, sought, marks);
}

/* Put N bytes of OLD from START on, as they are or marked; what came before is X cells wide. */
static int put_part(struct page *page, struct line *line, const struct span *old, int x, size_t start, size_t end,
                    enum style style)
{
    if (end <= start)
        return x;
    struct span *span = mem_append(page, line->spans, line->n_spans);
    *span = (struct span){.x = x, .style = style, .text = mem_strndup(page, old->text + start, end - start)};
    return x + text_width(span->text, end - start);
}

/* Write a line anew with its marks, which begin at MARKS; returns how many there were. */
static size_t mark_line(struct page *page, size_t line, const struct marked *marks, size_t n)
{
    struct line old = page->lines[line], *now = &page->lines[line];
    size_t used = 0;
    *now = (struct line){.wide = old.wide, .says = old.says};
    for (size_t s = 0; s < old.n_spans; s++) {
        const struct span *span = &old.spans[s];
        size_t at = 0;
        int x = span->x;
        for (; used < n && marks[used].line == line && marks[used].span == s; used++) {
            x = put_part(page, now, span, x, at, marks[used].start, span->style);
            x = put_part(page, now, span, x, marks[used].start, marks[used].end, STYLE_HIT);
            at = marks[used].end;
        }
        (void)put_part(page, now, span, x, at, strlen(span->text), span->style);
        talloc_free(span->text);
    }
    talloc_free(old.spans);
    return used;
}

void page_note_hits(struct page *page)
{
    for (size_t line = 0; line < page->n_lines; line++)
        for (size_t s = 0; s < page->lines[line].n_spans; s++)
            if (page->lines[line].spans[s].style == STYLE_HIT)
                note_hit(page, line);
}

/* The words of a search in everything, as they stand in one line; of a page whose texts came without their marks. */
void page_find_query(struct page *page, const struct query *query)
{
    void *local = talloc_named_const(NULL, 0, "find");
    struct marks marks = {0};
    for (size_t line = 0; line < page->n_lines; line++)
        for (size_t s = 0; s < page->lines[line].n_spans; s++) {
            const char *text = page->lines[line].spans[s].text;
            size_t n;
            const struct mark *found = query_marks(local, query, text, strlen(text), &n);
            for (size_t i = 0; i < n; i++)
                *mem_append(local, marks.at, marks.n) = (struct marked){line, s, found[i].start, found[i].start + found[i].len};
        }
    for (size_t i = 0; i < marks.n;)
        i += mark_line(page, marks.at[i].line, &marks.at[i], marks.n - i);
    talloc_free(local);
}

/* Capitals of "\\S" and "\\W" are none of the text's. */
static char *without_escapes(const void *parent, const char *pattern)
{
    char *rest = mem_strdup(parent, pattern), *to = rest;
    for (const char *from = rest; *from; from++) {
        if (*from == '\\' && from[1])
            from++;
        else
            *to++ = *from;
    }
    *to = '\0';
    return rest;
}

/* False: there is nothing to be looked for, or what is wrong stands on PAGE. */
static bool want(const void *local, struct page *page, const char *words, bool whole, struct sought *sought)
{
    struct err err;
    const bool is_pattern = !whole && words[0] == PATTERN_SIGN && words[1];
    *sought = (struct sought){.words.parent = local, .whole = whole};
    if (is_pattern) {
        bool with_case = has_capital(without_escapes(local, words + 1));
        if (search_pattern_new(local, words + 1, with_case, &sought->pattern, &err) != STATUS_OK)
            page->find_fault = mem_strdup(page, err.text);
        return sought->pattern != NULL;
    }
    struct glyphs *list = &sought->words;
    add_text(list, words, has_capital(words), 0, 0);
    while (list->n && list->at[list->n - 1].sign == ' ')
        list->n--;
    return list->n && list->n <= WORDS_MAX;
}

void page_find(struct page *page, const char *words, bool whole)
{
    void *local = talloc_named_const(NULL, 0, "find");
    struct glyphs text = {.parent = local};
    struct sought sought;
    struct marks marks = {0};
    bool any = want(local, page, words, whole, &sought), with_case = sought.pattern || has_capital(words);
    const struct row *now = NULL;
    for (size_t line = 0, row = 0; line < page->n_lines && any && !page->find_fault; line++) {
        while (row < page->n_rows && page->rows[row].first + page->rows[row].n <= line)
            row++;
        const struct row *here = row < page->n_rows && line >= page->rows[row].first ? &page->rows[row] : NULL;
        if (line > 0 && goes_on(page, line, now, here)) {
            add_break(&text);
        } else {
            find_in(local, page, &text, &sought, &marks);
            text.n = 0;
        }
        add_line(&text, page, line, here, with_case);
        now = here;
    }
    if (any)
        find_in(local, page, &text, &sought, &marks);
    for (size_t i = 0; i < marks.n;)
        i += mark_line(page, marks.at[i].line, &marks.at[i], marks.n - i);
    talloc_free(local);
}
