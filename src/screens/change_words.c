/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Two texts set into one: what is gone before what came instead, each between its signs, and long stretches that are
 * the same only counted. Words that stand alone between changes are taken into them, for so a reader sees what a
 * passage was and what it is (the "semantic cleanup" of N. Fraser's diff-match-patch, by words). */
#include "config.h"

#include "changes.h"

#include <string.h>

#define BLANKS " \t\n\r\f\v"
#define SHOWN_WORDS 8 /* of what is the same, before and after a change */
#define FOLD_FROM 12  /* words that must be left out for a fold to be worth its line */

/* ---- the text that grows ---------------------------------------------------------------------------- */

void changed_text_start(struct changed_text *text, void *parent)
{
    *text = (struct changed_text){.parent = parent};
    buf_init(&text->out, parent, BUF_MAX_DOCUMENT);
}

static bool at_line_start(const struct changed_text *text)
{
    return text->out.len == 0 || text->out.data[text->out.len - 1] == '\n';
}

void changed_text_break(struct changed_text *text)
{
    if (!at_line_start(text))
        buf_putc(&text->out, '\n');
}

static void put_part(struct changed_text *text, enum style style, const char *open, const char *words, size_t n,
                     const char *close, size_t place)
{
    struct safe clean = safe_text(NULL, words, n, SAFE_TEXT);
    if (!at_line_start(text))
        buf_putc(&text->out, ' ');
    struct changed_part *part = mem_append(text->parent, text->at, text->n);
    *part = (struct changed_part){.start = text->out.len, .place = place, .style = style};
    buf_puts(&text->out, open);
    buf_add(&text->out, clean.text, clean.len);
    buf_puts(&text->out, close);
    part->end = text->out.len;
    talloc_free((void *)clean.text);
}

void changed_text_put(struct changed_text *text, enum style style, const char *words, size_t n, size_t place)
{
    put_part(text, style, "", words, n, "", place);
}

/* Each line of WORDS for itself, its ends trimmed; lines without words are left out. */
static void put_lines(struct changed_text *text, enum style style, const char *open, const char *words, size_t n,
                      const char *close, size_t place)
{
    for (size_t at = 0; at < n;) {
        const char *stop = memchr(words + at, '\n', n - at);
        size_t length = stop ? (size_t)(stop - words) - at : n - at, lead = 0, end = length;
        while (lead < length && strchr(BLANKS, words[at + lead]))
            lead++;
        while (end > lead && strchr(BLANKS, words[at + end - 1]))
            end--;
        if (end > lead)
            put_part(text, style, open, words + at + lead, end - lead, close, place + at + lead);
        if (stop)
            changed_text_break(text);
        at += length + (stop != NULL);
    }
}

static const struct {
    enum style style;
    const char *open, *close;
} looks[] = {[CHANGE_SAME] = {STYLE_TEXT, "", ""},
             [CHANGE_GONE] = {STYLE_GONE, SIGN_GONE, SIGN_GONE_END},
             [CHANGE_NEW] = {STYLE_NEW, SIGN_NEW, SIGN_NEW_END}};

void changed_text_mark(struct changed_text *text, enum change_kind kind, const char *words, size_t n, size_t place)
{
    put_lines(text, looks[kind].style, looks[kind].open, words, n, looks[kind].close, place);
}

/* ---- passages ------------------------------------------------------------------------------------------ */

/* What is the same, then what is gone, then what came; `same` and `new` are of the new text. */
struct passage {
    const char *same, *new;
    size_t n_same, n_new;
    struct buf gone;
    size_t words; /* that changed: of what is gone or of what came, whichever are more */
};
struct passages {
    struct passage *at;
    size_t n;
};

static size_t count_words(const char *text, size_t n)
{
    size_t words = 0;
    bool in_word = false;
    for (size_t i = 0; i < n; i++) {
        bool blank = strchr(BLANKS, text[i]) != NULL;
        words += !blank && !in_word;
        in_word = !blank;
    }
    return words;
}

static void set_change(struct passage *passage, const struct text_change *change)
{
    size_t words = count_words(change->at, change->n);
    if (change->kind == CHANGE_SAME)
        passage->same = change->at, passage->n_same = change->n;
    else if (change->kind == CHANGE_GONE)
        buf_add(&passage->gone, change->at, change->n);
    else
        passage->new = change->at, passage->n_new = change->n;
    if (change->kind != CHANGE_SAME && words > passage->words)
        passage->words = words;
}

static struct passages passages_of(const void *local, const struct text_changes *changes)
{
    struct passages passages = {0};
    struct passage *last = NULL;
    for (size_t i = 0; i < changes->n; i++) {
        if (!last || changes->at[i].kind == CHANGE_SAME) {
            last = mem_append(local, passages.at, passages.n);
            buf_init(&last->gone, local, BUF_MAX_DOCUMENT);
        }
        set_change(last, &changes->at[i]);
    }
    return passages;
}

static bool ends_line(const char *text, size_t n)
{
    size_t end = n;
    while (end > 0 && strchr(BLANKS, text[end - 1]))
        end--;
    return n > end && memchr(text + end, '\n', n - end);
}

/* Is what stands between the two changes no more than each of them, and all one line? */
static bool belong_together(const struct passage *one, const struct passage *next)
{
    size_t between = count_words(next->same, next->n_same);
    bool ended = one->n_new ? ends_line(one->new, one->n_new) : ends_line(one->gone.data, one->gone.len);
    return !ended && one->words > 0 && between <= one->words && between <= next->words && !memchr(next->same, '\n', next->n_same);
}

static void take_in(struct passage *one, const struct passage *next)
{
    const char *end = next->n_new ? next->new + next->n_new : next->same + next->n_same;
    if (one->gone.len > 0 && !strchr(BLANKS, one->gone.data[one->gone.len - 1]))
        buf_putc(&one->gone, ' ');
    buf_add(&one->gone, next->same, next->n_same);
    if (next->gone.len > 0)
        buf_add(&one->gone, next->gone.data, next->gone.len);
    one->new = one->n_new ? one->new : next->same;
    one->n_new = (size_t)(end - one->new);
    one->words += next->words + count_words(next->same, next->n_same);
}

static void join_passages(struct passages *passages)
{
    size_t kept = 0;
    for (size_t i = 1; i < passages->n; i++) {
        struct passage *one = &passages->at[kept], *next = &passages->at[i];
        if (belong_together(one, next))
            take_in(one, next);
        else
            passages->at[++kept] = *next;
    }
    passages->n = passages->n ? kept + 1 : 0;
}

/* ---- what is the same ------------------------------------------------------------------------------------- */

/* Bytes of the first WORDS words with the blanks behind them. */
static size_t first_words(const char *text, size_t n, size_t words)
{
    size_t at = 0;
    while (at < n && words > 0) {
        while (at < n && strchr(BLANKS, text[at]))
            at++;
        while (at < n && !strchr(BLANKS, text[at]))
            at++;
        words--;
    }
    while (at < n && strchr(BLANKS, text[at]))
        at++;
    return at;
}

static void put_same(struct changed_text *text, const struct passage *passage, size_t place, bool first, bool last)
{
    const char *same = passage->same;
    size_t n = passage->n_same, words = count_words(same, n);
    size_t before = first ? 0 : SHOWN_WORDS, after = last ? 0 : SHOWN_WORDS;
    if (words < before + after + FOLD_FROM) {
        put_lines(text, STYLE_TEXT, "", same, n, "", place);
        return;
    }
    size_t head = first_words(same, n, before), tail = first_words(same, n, words - after);
    size_t hidden = words - before - after;
    put_lines(text, STYLE_TEXT, "", same, head, "", place);
    char *counted = mem_printf(NULL, "… %zu words unchanged …", hidden);
    put_part(text, STYLE_QUIET, "", counted, strlen(counted), "", place + head);
    talloc_free(counted);
    put_lines(text, STYLE_TEXT, "", same + tail, n - tail, "", place + tail);
}

/* What came instead of a few words stands on their line. */
static size_t gone_on_its_line(const struct passage *passage)
{
    size_t n = passage->gone.len;
    while (n > 0 && strchr(BLANKS, passage->gone.data[n - 1]))
        n--;
    bool one_line = n > 0 && !memchr(passage->gone.data, '\n', n);
    return passage->n_new > 0 && one_line ? n : passage->gone.len;
}

void changed_text_compare(struct changed_text *text, const char *old_text, const char *new_text, size_t place, bool fold)
{
    void *local = talloc_named_const(NULL, 0, "compare");
    struct text_changes changes = text_changes(local, old_text, new_text);
    struct passages passages = passages_of(local, &changes);
    join_passages(&passages);
    size_t at = place;
    for (size_t i = 0; i < passages.n; i++) {
        const struct passage *passage = &passages.at[i];
        if (passage->n_same && fold)
            put_same(text, passage, at, i == 0, passage->words == 0);
        else if (passage->n_same)
            put_lines(text, STYLE_TEXT, "", passage->same, passage->n_same, "", at);
        at += passage->n_same;
        if (passage->gone.len > 0)
            changed_text_mark(text, CHANGE_GONE, passage->gone.data, gone_on_its_line(passage), at);
        if (passage->n_new)
            changed_text_mark(text, CHANGE_NEW, passage->new, passage->n_new, at);
        at += passage->n_new;
    }
    talloc_free(local);
}

/* ---- lines --------------------------------------------------------------------------------------------------- */

#define MARGIN 2 /* cells before the text, where a line within a change has its sign */

/* The part that the byte AT stands in, or the last before it. */
static const struct changed_part *part_at(const struct changed_text *text, size_t at)
{
    size_t low = 0, high = text->n;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (text->at[middle].start <= at)
            low = middle;
        else
            high = middle;
    }
    return &text->at[low];
}

static void put_line(struct page *page, const struct changed_text *text, int x, size_t start, size_t n)
{
    const struct changed_part *part = part_at(text, start), *last = text->at + text->n;
    for (size_t at = start; at < start + n; part++) {
        size_t end = part + 1 < last && part[1].start < start + n ? part[1].start : start + n;
        size_t length = end > at ? end - at : 0;
        page_put_clean(page, x, part->style, text->out.data + at, length);
        x += text_width(text->out.data + at, length);
        at = end;
    }
}

static void put_margin(struct page *page, const struct changed_part *part, int x, size_t start, size_t n)
{
    bool within = part->start < start && part->end > start + n;
    if (within && part->style == STYLE_GONE)
        page_put(page, x - MARGIN, 1, STYLE_GONE, "-");
    if (within && part->style == STYLE_NEW)
        page_put(page, x - MARGIN, 1, STYLE_NEW, "+");
}

void changed_text_page(struct page *page, const struct changed_text *text, int x, int hang, const char *key)
{
    if (text->n == 0)
        return;
    void *local = talloc_named_const(NULL, 0, "changed text");
    int right = page->width > 20 ? page->width - 1 : page->width;
    right = right > x + READING_WIDTH ? x + READING_WIDTH : right;
    struct line_spans spans = text_wrap(local, text->out.data, text->out.len, right, x, hang);
    for (size_t i = 0; i < spans.n; i++) {
        const struct changed_part *part = part_at(text, spans.at[i].start);
        bool changed = part->style == STYLE_GONE || spans.at[i].start < part->start;
        page_row(page, key, part->place + (changed ? 0 : spans.at[i].start - part->start));
        page_line(page);
        put_margin(page, part, i ? hang : x, spans.at[i].start, spans.at[i].len);
        put_line(page, text, i ? hang : x, spans.at[i].start, spans.at[i].len);
    }
    page_no_row(page);
    talloc_free(local);
}
