/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Figures of narrow columns that pdftohtml tells as one run ("89% 88% 83%"), because less room than a line is high stands
 * between them. How wide a run would be if it were words is known from the others in its font: where figures take clearly
 * more, each is a run of its own. Prose is left alone, justified or not. */
#include "config.h"

#include "src/intake/pdf.h"

#include <stdlib.h>
#include <string.h>

#define WORDS_MAX 64     /* of a run; a line of figures has fewer */
#define LEARNED_MIN 4    /* letters of a run that tells how wide a font is */
#define WIDER 40         /* per cent of the size: so much more room than a blank is a gap between cells */
#define WIDER_FIGURES 15 /* where nothing but figures is in the run, whose widths are known best */
#define SHAPES_MAX ((size_t)512)
#define SHAPE_LONGEST 15
#define NEAR 60          /* per cent of the size: how far a place may be off what stands below or above */
#define AROUND 9         /* sizes above and below */
#define FONTS_MAX 256
#define USUAL 1000

/* Widths of the letters from blank to "~", in thousandths of the size: Helvetica, of Adobe's core 14 font metrics. Other
 * fonts are wider or narrower, but much the same beside one another. */
static const unsigned short widths[95] = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
    556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};

/* A figure that stood by itself, with '#' for each of its digits, which are all alike in width. */
struct shape {
    char text[SHAPE_LONGEST + 1];
    size_t font;
    int width;
};

/* How wide fonts are beside that, and what is known of the widths of figures. */
struct fonts {
    long natural[FONTS_MAX], actual[FONTS_MAX];
    struct shape shapes[SHAPES_MAX];
    size_t n_shapes;
};

struct word {
    const char *text;
    size_t n;
    int width;
    bool figure, apart; /* apart: more than a blank may stand before it */
};

static long natural_of(const char *text, size_t n, int size)
{
    long sum = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];
        sum += c >= ' ' && c <= '~' ? widths[c - ' '] : (c & 0xC0) == 0x80 ? 0 : widths['0' - ' '];
    }
    return sum * size / USUAL;
}

static bool is_figure(const char *text, size_t n)
{
    char word[24];
    if (n == 0 || n >= sizeof word)
        return false;
    memcpy(word, text, n);
    word[n] = '\0';
    return pdf_is_figure(word) || strcmp(word, "n/a") == 0 || strcmp(word, "N/A") == 0;
}

/* The words of RUN; 0 where there are too many. */
static size_t words_of(const struct pdf_run *run, struct word *words)
{
    size_t n = 0;
    for (const char *at = run->text + strspn(run->text, " "); *at; at += strspn(at, " ")) {
        if (n == WORDS_MAX)
            return 0;
        size_t length = strcspn(at, " ");
        struct word *before = n ? &words[n - 1] : NULL;
        words[n] = (struct word){.text = at, .n = length, .figure = is_figure(at, length)};
        bool bracket = before && before->text[before->n - 1] == ')';
        words[n].apart = before && (words[n].figure || ((before->figure || bracket) && *at != '('));
        n++;
        at += length;
    }
    return n;
}

/* Is it a row of figures: half of its words, and two of them side by side? */
static bool is_row(const struct word *words, size_t n)
{
    size_t figures = 0, pairs = 0;
    for (size_t i = 0; i < n; i++) {
        figures += words[i].figure;
        pairs += i > 0 && words[i].figure && words[i - 1].figure;
    }
    return pairs > 0 && figures * 2 >= n;
}

static bool all_figures(const struct word *words, size_t n)
{
    bool all = true;
    for (size_t i = 0; i < n; i++)
        all &= words[i].figure;
    return all;
}

/* ---- fonts --------------------------------------------------------------------------------------------------- */

static bool shape_of(const char *text, size_t n, struct shape *shape)
{
    if (n > SHAPE_LONGEST)
        return false;
    for (size_t i = 0; i < n; i++)
        shape->text[i] = (char)(text[i] >= '0' && text[i] <= '9' ? '#' : text[i]);
    shape->text[n] = '\0';
    return true;
}

/* The width of a figure in FONT; 0 where none like it stood by itself. */
static int width_known(const struct fonts *fonts, size_t font, const struct word *word)
{
    struct shape shape;
    if (!word->figure || !shape_of(word->text, word->n, &shape))
        return 0;
    for (size_t i = 0; i < fonts->n_shapes; i++)
        if (fonts->shapes[i].font == font && strcmp(fonts->shapes[i].text, shape.text) == 0)
            return fonts->shapes[i].width;
    return 0;
}

static void learn_shape(struct fonts *fonts, const struct pdf_run *run, const struct word *word)
{
    struct shape shape = {.font = run->font, .width = run->right - run->left};
    if (fonts->n_shapes < SHAPES_MAX && word->figure && shape_of(word->text, word->n, &shape) && !width_known(fonts, run->font, word))
        fonts->shapes[fonts->n_shapes++] = shape;
}

static void learn(struct fonts *fonts, const struct pdf_page *page)
{
    struct word words[WORDS_MAX];
    for (size_t i = 0; i < page->n_runs; i++) {
        const struct pdf_run *run = &page->runs[i];
        size_t n = words_of(run, words), length = strlen(run->text);
        if (n == 1)
            learn_shape(fonts, run, &words[0]);
        if (length < LEARNED_MIN || run->font >= FONTS_MAX || n == 0 || is_row(words, n))
            continue;
        fonts->natural[run->font] += natural_of(run->text, length, run->size);
        fonts->actual[run->font] += run->right - run->left;
    }
}

static long factor_of(const struct fonts *fonts, size_t font)
{
    return font < FONTS_MAX && fonts->natural[font] > 0 ? fonts->actual[font] * USUAL / fonts->natural[font] : USUAL;
}

/* ---- places -------------------------------------------------------------------------------------------------- */

/* The place near LEFT where another run begins that was told by itself, on the line next to RUN; LEFT where none is. */
static int settled(const struct pdf_page *page, size_t n_runs, const struct pdf_run *run, int left)
{
    int best = INT_MAX, at = left;
    for (size_t i = 0; i < n_runs; i++) {
        int off = abs(page->runs[i].left - left), away = abs(page->runs[i].top - run->top);
        if (off * 100 <= NEAR * run->size && away > 0 && away <= AROUND * run->size && away + off < best) {
            best = away + off;
            at = page->runs[i].left;
        }
    }
    return at;
}

struct rest {
    int natural; /* of the words from here on, with blanks */
    int apart;   /* places among them where there may be more room */
};

static struct rest rest_of(const struct word *words, size_t n, int blank)
{
    struct rest rest = {0, 0};
    for (size_t i = 0; i < n; i++) {
        rest.natural += words[i].width + (i > 0 ? blank : 0);
        rest.apart += i > 0 && words[i].apart;
    }
    return rest;
}

/* Where word I of N begins, by what stands before it. Columns of figures alone are mostly equally wide, and what is in them
 * begins, ends or is in the middle of each; else the room that is left is shared. */
static int left_of(const struct pdf_run *run, const struct word *words, size_t n, size_t i, int right, int blank)
{
    if (all_figures(words, n)) {
        int middle = words[0].width / 2, span = run->right - run->left - middle - words[n - 1].width / 2;
        return run->left + middle + (int)((long)span * (long)i / (long)(n - 1)) - words[i].width / 2;
    }
    struct rest rest = rest_of(words + i, n - i, blank);
    int more = (run->right - right - blank - rest.natural) / (rest.apart + 1);
    return right + blank + (more > 0 ? more : 0);
}

/* RUN cut before each of the WORDS that stands apart; the parts are added to the page. */
static void cut_run(struct pdf *pdf, struct pdf_page *page, size_t run, const struct word *words, size_t n, int blank, size_t n_runs)
{
    struct pdf_run whole = page->runs[run];
    int left = whole.left;
    for (size_t i = 0, end; i < n; i = end) {
        int right = left + words[i].width;
        for (end = i + 1; end < n && !words[end].apart; end++)
            right += blank + words[end].width;
        size_t from = (size_t)(words[i].text - whole.text), to = (size_t)(words[end - 1].text - whole.text) + words[end - 1].n;
        struct pdf_run part = whole;
        part.right = end == n || right > whole.right ? whole.right : right;
        part.left = left < part.right ? left : part.right - 1;
        part.text = mem_strndup(pdf->scratch, whole.text + from, to - from);
        part.bold_bytes = whole.bold_bytes > from ? whole.bold_bytes - from : 0;
        if (i == 0)
            page->runs[run] = part;
        else
            *mem_append(pdf->scratch, page->runs, page->n_runs) = part;
        left = end < n ? settled(page, n_runs, &whole, left_of(&whole, words, n, end, right, blank)) : right;
        left = left > right ? left : right + 1;
    }
}

static void spread(struct pdf *pdf, const struct fonts *fonts, struct pdf_page *page, size_t run, size_t n_runs, bool figures)
{
    struct word words[WORDS_MAX];
    const struct pdf_run *at = &page->runs[run];
    size_t n = words_of(at, words);
    if (!is_row(words, n) || all_figures(words, n) != figures)
        return;
    long factor = factor_of(fonts, at->font);
    for (size_t i = 0; i < n; i++) {
        int known = width_known(fonts, at->font, &words[i]);
        words[i].width = known ? known : (int)(natural_of(words[i].text, words[i].n, at->size) * factor / USUAL);
    }
    int blank = (int)(natural_of(" ", 1, at->size) * factor / USUAL), wider = figures ? WIDER_FIGURES : WIDER;
    struct rest rest = rest_of(words, n, blank);
    if ((at->right - at->left - rest.natural) * 100 >= wider * at->size * rest.apart)
        cut_run(pdf, page, run, words, n, blank, n_runs);
}

void pdf_spread_figures(struct pdf *pdf)
{
    struct fonts *fonts = mem_new(pdf->scratch, struct fonts);
    for (size_t p = 0; p < pdf->n; p++)
        learn(fonts, &pdf->pages[p]);
    for (size_t p = 0; p < pdf->n; p++)
        for (int pass = 0; pass < 2; pass++) { /* the places of figures alone are known best, and tell those of others */
            size_t n_runs = pdf->pages[p].n_runs;
            for (size_t i = 0; i < n_runs; i++)
                spread(pdf, fonts, &pdf->pages[p], i, n_runs, pass == 0);
        }
    talloc_free(fonts);
}
