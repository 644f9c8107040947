/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One line to be read for a hit: the sentence around the place where most of the query's terms stand
 * together, and of those where the others stand, cut to a width, its matched words marked. Our own, not
 * FTS5's (performance.md 1, point 4). */
#include "config.h"

#include "match.h"

#include <string.h>

#define WIDTH_MIN 20

#define PLACES 3 /* of the text at most, for terms that stand far apart */

struct span {
    size_t from, to; /* bytes of the body */
};

/* ---- blanks and sentences ---------------------------------------------------------------------- */

/* Bytes of the blank, no-break space or line end at TEXT; 0 for anything else. */
static size_t gap_at(const char *text)
{
    if (*text == ' ' || *text == '\n' || *text == '\t')
        return 1;
    return text_starts(text, "\xC2\xA0") ? 2 : 0;
}

static bool gap_before(const char *text, size_t at)
{
    return (at > 0 && gap_at(text + at - 1) == 1) || (at > 1 && gap_at(text + at - 2) == 2);
}

static bool ends_sentence(const char *text, size_t at)
{
    return strchr(".!?", text[at]) && (gap_at(text + at + 1) || text[at + 1] == '\0');
}

/* ---- choosing the place --------------------------------------------------------------------- */

static int bits(uint64_t set)
{
    int n = 0;
    for (; set; set &= set - 1)
        n++;
    return n;
}

static bool sentence_ends_between(const char *text, size_t from, size_t to)
{
    for (; from < to; from++)
        if (text[from] == '\n' || ends_sentence(text, from))
            return true;
    return false;
}

/* The terms of the matches from token FIRST on that fit into WIDTH bytes of one sentence; *END is past the last
 * that brings a new one. */
static uint64_t terms_near(const struct matches *matches, const char *text, size_t first, size_t width, size_t *end)
{
    const struct token *tokens = matches->tokens->at;
    uint64_t set = matches->terms[first];
    size_t limit = tokens[first].start + width;
    *end = tokens[first].start + tokens[first].len;
    for (size_t i = first + 1; i < matches->tokens->n && tokens[i].start < limit; i++) {
        if (sentence_ends_between(text, tokens[i - 1].start + tokens[i - 1].len, tokens[i].start))
            break;
        if (matches->terms[i] & ~set)
            *end = tokens[i].start + tokens[i].len;
        set |= matches->terms[i];
    }
    return set;
}

static uint64_t terms_of(const struct matches *matches)
{
    uint64_t set = 0;
    for (size_t i = 0; i < matches->tokens->n; i++)
        set |= matches->terms[i];
    return set;
}

static uint64_t terms_in(const void *parent, const struct query *query, const char *text)
{
    struct matches matches = matches_of(parent, query, text ? text : "", text ? strlen(text) : 0);
    return terms_of(&matches);
}

/* The first token from which on the most terms stand close together, each once, and twice if it is of those
 * WANTED; only where there is one of NEEDED. The number of tokens if there is none. */
static size_t best_match(const struct matches *matches, const char *text, size_t width, uint64_t wanted,
                         uint64_t needed)
{
    size_t best = matches->tokens->n, end;
    int most = 0;
    for (size_t i = 0; i < matches->tokens->n; i++) {
        uint64_t set = matches->terms[i] & needed ? terms_near(matches, text, i, width, &end) : 0;
        int near = bits(set) + bits(set & wanted);
        if (near > most) {
            most = near;
            best = i;
        }
    }
    return best;
}

/* The places to show, in the order of the text: where the most terms stand together, and where those stand that
 * neither that place nor the title (its terms: SAID) shows. *FIRST is the one the snippet is made around. */
static size_t choose_places(const struct matches *matches, const char *text, size_t width, uint64_t said,
                            struct span places[PLACES], struct span *first)
{
    uint64_t all = terms_of(matches), missing = all;
    size_t n = 0;
    for (; n < PLACES && missing; n++) {
        size_t share = n == 0 ? width : width / PLACES, end, at = n;
        size_t best = best_match(matches, text, share, n == 0 ? ~said : missing, missing);
        missing &= ~terms_near(matches, text, best, share, &end);
        if (n == 0)
            missing &= ~said;
        struct span place = {matches->tokens->at[best].start, end};
        if (n == 0)
            *first = place;
        for (; at > 0 && places[at - 1].from > place.from; at--)
            places[at] = places[at - 1];
        places[at] = place;
    }
    return n;
}

/* ---- a sentence, and its width --------------------------------------------------------------------- */

/* The sentence around the bytes AT to END of TEXT: LF and a final stop before a blank are its limits. */
static struct span sentence_around(const char *text, size_t at, size_t end)
{
    size_t n = strlen(text);
    struct span span = {at, end};
    while (span.from > 0 && text[span.from - 1] != '\n' &&
           !(gap_at(text + span.from) && ends_sentence(text, span.from - 1)))
        span.from--;
    while (span.to < n && text[span.to] != '\n' && !ends_sentence(text, span.to))
        span.to++;
    if (span.to < n && text[span.to] != '\n')
        span.to++;
    while (span.from < at && gap_at(text + span.from))
        span.from += gap_at(text + span.from);
    return span;
}

static bool inside_character(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* N characters from AT on, or back; for a line that is "about" so wide a character is a cell. */
static size_t forward(const char *text, size_t at, size_t limit, int n)
{
    while (at < limit && n-- > 0)
        for (at++; at < limit && inside_character(text[at]);)
            at++;
    return at;
}

static size_t backward(const char *text, size_t at, size_t limit, int n)
{
    while (at > limit && n-- > 0)
        for (at--; at > limit && inside_character(text[at]);)
            at--;
    return at;
}

/* SPAN no wider than WIDTH, at the edges of words where there are any; the match FROM to TO stays inside. */
static struct span fit(const char *text, struct span span, struct span match, int width)
{
    if (forward(text, span.from, span.to, width) == span.to)
        return span;
    struct span fitted = span;
    if (forward(text, span.from, match.to, width * 2 / 3) < match.to) {
        int spare = width - (int)(match.to - match.from);
        size_t before = backward(text, match.from, span.from,
                                 spare < width * 2 / 3 ? (spare > 0 ? spare / 2 : 0) : width / 3),
               whole = backward(text, span.to, span.from, width);
        fitted.from = before < whole ? before : whole; /* near the end more of the beginning fits */
        while (fitted.from > span.from && fitted.from < match.from && !gap_before(text, fitted.from))
            fitted.from++;
    }
    fitted.to = forward(text, fitted.from, span.to, width);
    if (fitted.to < match.to)
        fitted.to = match.to;
    for (size_t to = fitted.to; to < span.to && to > match.to; to--)
        if (gap_at(text + to)) {
            fitted.to = to;
            break;
        }
    while (fitted.to < span.to && inside_character(text[fitted.to]))
        fitted.to++;
    return fitted;
}

/* ---- the line ------------------------------------------------------------------------------- */

/* Append bytes FROM to TO as the gate shows them, runs of blanks as one. */
static void add_safe(struct buf *out, const char *text, size_t from, size_t to)
{
    struct safe safe = safe_text(out->parent, text + from, to - from, SAFE_LINE);
    for (size_t i = 0; i < safe.len; i++)
        if (safe.text[i] != ' ' || (out->len && out->data[out->len - 1] != ' '))
            buf_putc(out, safe.text[i]);
}

static void add_marked(struct snippet *snippet, const void *parent, struct buf *out, const char *text, struct span span,
                       const struct matches *matches)
{
    size_t at = span.from;
    for (size_t i = 0; i < matches->tokens->n; i++) {
        const struct token *token = &matches->tokens->at[i];
        if (!matches->terms[i] || token->start < at || token->start + token->len > span.to)
            continue;
        add_safe(out, text, at, token->start);
        size_t start = out->len;
        add_safe(out, text, token->start, token->start + token->len);
        *mem_append(parent, snippet->marks, snippet->n_marks) = (struct mark){start, out->len - start};
        at = token->start + token->len;
    }
    add_safe(out, text, at, span.to);
}

static bool only_gaps(const char *text, size_t from, size_t to)
{
    while (from < to && gap_at(text + from))
        from += gap_at(text + from);
    return from >= to;
}

/* The part of the sentence round PLACE that is shown in WIDTH cells; *SENTENCE is the whole. */
static struct span part_to_show(const char *body, struct span place, int width, struct span *sentence)
{
    *sentence = sentence_around(body, place.from, place.to);
    return fit(body, *sentence, place, width < WIDTH_MIN ? WIDTH_MIN : width);
}

/* The N places, in order, with what is left out between them; what they share is shown once. */
static void add_places(struct snippet *snippet, const void *parent, struct buf *out, const char *body,
                       const struct span *places, size_t n, int width, const struct matches *matches)
{
    struct span sentence = {0, 0}, part = {0, 0}, before;
    bool cut = false; /* the part before ends within its sentence */
    for (size_t i = 0; i < n; i++) {
        before = part;
        part = part_to_show(body, places[i], width / (int)n, &sentence);
        if (i > 0 && part.to <= before.to) {
            part = before;
            continue;
        }
        if (i > 0 && part.from < before.to)
            part.from = before.to;
        bool follows = i > 0 && only_gaps(body, before.to, part.from);
        if (i > 0)
            buf_puts(out, follows ? (part.from > before.to ? " " : "") : cut ? "… " : " … ");
        else if (!only_gaps(body, sentence.from, part.from))
            buf_puts(out, "…");
        add_marked(snippet, parent, out, body, part, matches);
        cut = !only_gaps(body, part.to, sentence.to);
    }
    if (cut)
        buf_puts(out, "…");
}

struct snippet snippet_make(const void *parent, const struct search_row *row, const struct query *query, int width)
{
    const char *body = row->body ? row->body : "";
    void *scratch = talloc_named_const(NULL, 0, "snippet");
    struct matches matches = matches_of(scratch, query, body, strlen(body));
    if (width < WIDTH_MIN)
        width = WIDTH_MIN;
    struct span first = {strspn(body, " \n"), strspn(body, " \n")}, places[PLACES] = {first};
    size_t n = choose_places(&matches, body, (size_t)width, terms_in(scratch, query, row->title), places, &first);
    struct snippet snippet = {.at = (size_t)row->offset + first.from};
    struct buf out;
    buf_init(&out, scratch, BUF_MAX_DOCUMENT);
    add_places(&snippet, parent, &out, body, places, n > 0 ? n : 1, width, &matches);
    snippet.text = mem_strdup(parent, buf_take(&out));
    talloc_free(scratch);
    return snippet;
}
