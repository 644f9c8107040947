/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The runs of a page as lines, each a row of segments from left to right. pdftohtml parts runs where the font changes and
 * where there is more room than a line is high; only the second is a gap between cells. */
#include "config.h"

#include "src/intake/pdf.h"

#include <stdlib.h>
#include <string.h>

#define GAP_OF_WORDS 45 /* per cent of a line's height: less room than that is between words */
#define BLANK_OF_WORDS 10
#define GAP_OF_CELLS 18 /* enough between what was not drawn one after the other */
#define BULLET_GAP 25   /* tenths of a line's height: from a bullet to its words */
#define SEGMENTS_MAX 60 /* of a line */

static int compare_runs(const void *a, const void *b)
{
    const struct pdf_run *x = a, *y = b;
    if (x->top != y->top)
        return x->top < y->top ? -1 : 1;
    if (x->left != y->left)
        return x->left < y->left ? -1 : 1;
    return strcmp(x->text, y->text);
}

static int compare_lefts(const void *a, const void *b)
{
    const struct pdf_run *x = a, *y = b;
    return x->left != y->left ? (x->left < y->left ? -1 : 1) : compare_runs(a, b);
}

static bool same_height(const struct pdf_run *a, const struct pdf_run *b)
{
    int top = a->top > b->top ? a->top : b->top, bottom = a->bottom < b->bottom ? a->bottom : b->bottom;
    int x = a->bottom - a->top, y = b->bottom - b->top;
    return (bottom - top) * 10 > 6 * (x < y ? x : y);
}

/* ---- the words of a segment ------------------------------------------------------------------------- */

/* What fonts put for other characters: ligatures, bullets of the private area. Bytes read, 0 for none. */
static size_t replaced_at(const char *text, const char **by)
{
    static const struct {
        const char *glyph, *by;
    } glyphs[] = {
        {"\xEF\xAC\x80", "ff"},  {"\xEF\xAC\x81", "fi"},  {"\xEF\xAC\x82", "fl"}, {"\xEF\xAC\x83", "ffi"},
        {"\xEF\xAC\x84", "ffl"}, {"\xEF\xAC\x86", "st"},  {"\xE2\x80\x8B", ""},   {"\xEF\xBB\xBF", ""},
        {"\xE2\x80\x8C", ""},    {"\xE2\x80\x8D", ""},    {"\xE2\x81\xA0", ""},   {"\xEF\x82\xB7", "\xE2\x80\xA2"},
        {"\xEF\x82\xA7", "\xE2\x80\xA2"}, {"\xEF\x83\x98", "\xE2\x80\xA2"}, {"\xEF\x81\xB6", "\xE2\x80\xA2"},
        {"\xEF\x83\xBC", "\xE2\x80\xA2"}, {"\xEF\x81\xAE", "\xE2\x80\xA2"},
    };
    for (size_t i = 0; i < MB_LENGTH(glyphs); i++)
        if (text_starts(text, glyphs[i].glyph)) {
            *by = glyphs[i].by;
            return strlen(glyphs[i].glyph);
        }
    return 0;
}

/* TEXT appended, runs of blanks as one. *BLANK: one is due. */
static void add_words(struct buf *out, const char *text, size_t n, bool *blank)
{
    for (size_t i = 0; i < n;) {
        const char *by = "";
        size_t used = (text[i] & 0x80) ? replaced_at(text + i, &by) : 0;
        bool is_blank = text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r');
        size_t blanks = used ? 0 : is_blank ? 1 : pack_blank(text + i);
        if (blanks) {
            *blank = true;
            i += blanks;
            continue;
        }
        if (*blank && out->len && (!used || *by))
            buf_putc(out, ' ');
        *blank = *blank && used && !*by;
        if (used)
            buf_puts(out, by);
        else
            buf_putc(out, text[i]);
        i += used ? used : 1;
    }
}

/* Is RUN a small number that stands above the foot of its LINE: the mark of a footnote? */
static bool is_raised(const struct pdf_run *run, const struct pdf_line *line)
{
    const char *text = run->text + strspn(run->text, " ");
    size_t n = strspn(text, "0123456789");
    bool number = n > 0 && n <= 3 && text[n + strspn(text + n, " ")] == '\0';
    return number && run->size * 100 <= 90 * line->size && (line->bottom - run->bottom) * 100 >= 12 * (line->bottom - line->top);
}

const char *const pdf_raised[10] = {"\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",     "\xE2\x81\xB4",
                                    "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7", "\xE2\x81\xB8", "\xE2\x81\xB9"};

/* Words with their figures raised, as they are printed: "in 2025" with a footnote 1 is no "in 20251". */
static char *raised(const void *parent, const char *text)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (; *text; text++)
        if (*text >= '0' && *text <= '9')
            buf_puts(&out, pdf_raised[*text - '0']);
        else
            buf_putc(&out, *text);
    return buf_take(&out);
}

/* The segment of runs FIRST to END. */
static struct pdf_segment segment_of(struct pdf *pdf, const struct pdf_run *runs, size_t first, size_t end)
{
    struct pdf_segment segment = {.left = runs[first].left, .right = runs[first].right, .bold = true, .italic = true};
    struct buf words;
    buf_init(&words, pdf->scratch, BUF_MAX_DOCUMENT);
    bool blank = false, bold = true;
    for (size_t i = first; i < end; i++) {
        const struct pdf_run *run = &runs[i];
        int height = run->bottom - run->top;
        blank |= i > first && (run->left - segment.right) * 100 > BLANK_OF_WORDS * height;
        size_t n = strlen(run->text), start = bold && run->bold_bytes < n ? run->bold_bytes : bold ? n : 0;
        add_words(&words, run->text, start, &blank);
        if (bold)
            segment.bold_bytes = words.len;
        bold = bold && start == n;
        add_words(&words, run->text + start, n - start, &blank);
        segment.italic &= run->italic;
        segment.right = run->right > segment.right ? run->right : segment.right;
    }
    segment.bold = bold;
    segment.text = buf_take(&words);
    return segment;
}

/* ---- lines ------------------------------------------------------------------------------------------- */

/* Is RUN printed a second time at the same place, as some programs do to make it bold? */
static bool is_printed_again(const struct pdf_run *run, const struct pdf_run *before)
{
    return abs(run->left - before->left) <= 2 && abs(run->top - before->top) <= 2 && strcmp(run->text, before->text) == 0;
}

/* Does RUN go on with the segment that ends with LAST at RIGHT, on a line of HEIGHT? Cells are drawn one by one, each from
 * its first line to its last. */
static bool goes_on(const struct pdf_run *last, const struct pdf_run *run, int right, int height)
{
    int limit = run->order == last->order + 1 ? GAP_OF_WORDS : GAP_OF_CELLS;
    return (run->left - right) * 100 < limit * height;
}

/* Is BEFORE a bullet and NEXT the words behind it? In a table it is no cell. */
static bool is_bullet(const struct pdf_segment *before, const struct pdf_segment *next, int height)
{
    static const char *const bullets[] = {"\xE2\x80\xA2", "\xE2\x97\x8F", "\xE2\x97\xA6", "\xE2\x96\xAA", "\xC2\xB7"};
    for (size_t i = 0; i < MB_LENGTH(bullets); i++)
        if (strcmp(before->text, bullets[i]) == 0)
            return (next->left - before->right) * 10 <= BULLET_GAP * height;
    return false;
}

static void lead_with_bullet(struct pdf *pdf, struct pdf_segment *bullet, const struct pdf_segment *next)
{
    bullet->text = mem_printf(pdf->scratch, "%s %s", bullet->text, next->text);
    bullet->bold_bytes = next->bold ? strlen(bullet->text) : 0;
    bullet->bold = next->bold;
    bullet->italic = next->italic;
    bullet->right = next->right;
}

static void add_line(struct pdf *pdf, struct pdf_page *page, struct pdf_run *runs, size_t n)
{
    qsort(runs, n, sizeof *runs, compare_lefts);
    struct pdf_line line = {.left = runs[0].left, .top = runs[0].top, .bottom = runs[0].bottom, .bold = true, .italic = true};
    int height = 0, widest = 0;
    for (size_t i = 0; i < n; i++)
        if (runs[i].right - runs[i].left > widest) { /* most of the letters say where the line is */
            widest = runs[i].right - runs[i].left;
            height = runs[i].bottom - runs[i].top;
            line.top = runs[i].top;
            line.bottom = runs[i].bottom;
            line.size = runs[i].size;
        }
    for (size_t i = 0; i < n; i++)
        if (is_raised(&runs[i], &line)) {
            runs[i].text = raised(pdf->scratch, runs[i].text);
            runs[i].bold_bytes = 0;
        }
    for (size_t i = 0; i < n;) {
        size_t end = i + 1;
        int right = runs[i].right;
        while (end < n && (goes_on(&runs[end - 1], &runs[end], right, height) || line.n + 1 >= SEGMENTS_MAX)) {
            right = runs[end].right > right ? runs[end].right : right;
            end++;
        }
        struct pdf_segment segment = segment_of(pdf, runs, i, end);
        i = end;
        if (!segment.text[0])
            continue;
        if (line.n && is_bullet(&line.segments[line.n - 1], &segment, height)) {
            lead_with_bullet(pdf, &line.segments[line.n - 1], &segment);
            line.right = segment.right > line.right ? segment.right : line.right;
            continue;
        }
        line.bold &= segment.bold;
        line.italic &= segment.italic;
        line.right = segment.right > line.right ? segment.right : line.right;
        *mem_append(pdf->scratch, line.segments, line.n) = segment;
    }
    if (line.n) {
        line.left = line.segments[0].left;
        *mem_append(pdf->scratch, page->lines, page->n) = line;
    }
}

/* Does RUN rather than BEFORE say how high the line is: a word behind the small mark that stands above it? */
static bool is_base(const struct pdf_run *before, const struct pdf_run *run)
{
    int x = before->bottom - before->top, y = run->bottom - run->top;
    return y > x && y * 2 <= x * 3;
}

void pdf_make_lines(struct pdf *pdf, struct pdf_page *page)
{
    if (page->n_runs == 0)
        return;
    qsort(page->runs, page->n_runs, sizeof *page->runs, compare_runs);
    size_t kept = 0;
    for (size_t i = 0; i < page->n_runs; i++)
        if (kept == 0 || !is_printed_again(&page->runs[i], &page->runs[kept - 1]))
            page->runs[kept++] = page->runs[i];
    page->n_runs = kept;
    for (size_t i = 0; i < kept;) {
        size_t end = i + 1, base = i;
        while (end < kept && same_height(&page->runs[base], &page->runs[end])) {
            base = is_base(&page->runs[base], &page->runs[end]) ? end : base;
            end++;
        }
        add_line(pdf, page, page->runs + i, end - i);
        i = end;
    }
}

char *pdf_line_text(const void *parent, const struct pdf_line *line)
{
    struct buf text;
    buf_init(&text, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < line->n; i++) {
        if (i)
            buf_putc(&text, ' ');
        buf_puts(&text, line->segments[i].text);
    }
    return buf_take(&text);
}

/* The words before "and", "or" and "to" share one that comes later: "short- and long-term". */
static bool is_shared(const char *next)
{
    return text_starts(next, "and ") || text_starts(next, "or ") || text_starts(next, "to ");
}

bool pdf_joins(const char *text, size_t n, const char *next)
{
    if (n < 2 || !next[0] || pack_blank(text + n - 1))
        return false;
    bool word = text_is_word_byte(text[n - 2]) && text_is_word_byte(next[0]);
    return text[n - 1] == '/' || (text[n - 1] == '-' && word && !is_shared(next));
}

int pdf_first_word(const struct pdf_segment *segment)
{
    size_t n = strlen(segment->text), word = strcspn(segment->text, " ");
    return n ? (int)((size_t)(segment->right - segment->left) * (word + 1) / n) : 0;
}

/* Roughly how wide letters are beside one another: narrow ones, capitals and figures. */
static int weight_of(unsigned char c)
{
    return (c & 0xC0) == 0x80 ? 0 : strchr("iljftI.,:;'()| ", c) ? 5 : c == 'm' || c == 'w' || c == 'M' || c == 'W' ? 14
           : c >= 'A' && c <= 'Z' ? 12 : 10;
}

size_t pdf_word_at(const struct pdf_segment *segment, size_t from, int left, int early, int tolerance)
{
    int all = 0, sum = 0, nearest = tolerance + 1;
    size_t at = 0;
    for (const char *c = segment->text; *c; c++)
        all += weight_of((unsigned char)*c);
    for (size_t i = 0; segment->text[i]; i++) {
        int x = segment->left + (int)((long)(segment->right - segment->left) * sum / (all ? all : 1));
        int off = x < left ? (left - x) * tolerance / (early > 0 ? early : 1) : x - left;
        if (i > from && segment->text[i - 1] == ' ' && off < nearest) {
            nearest = off;
            at = i;
        }
        sum += weight_of((unsigned char)segment->text[i]);
    }
    return at;
}

static bool is_lone_mark(const char *text)
{
    char line[24];
    size_t n = strlen(text);
    if (n == 0 || n > 8)
        return false;
    if (strcmp(text, "o") == 0)
        return true;
    memcpy(line, text, n);
    memcpy(line + n, " Xy", 4);
    struct list_mark mark = mark_scan(line, n + 3);
    return mark.kind != MARK_NONE && mark.len == n + 1;
}

bool pdf_is_marked(const struct pdf_line *line)
{
    return line->n == 2 && is_lone_mark(line->segments[0].text);
}
