/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the pieces of a pack are in truth (field.md 3.7): a sentence that a page break tore is one
 * paragraph again, and a line that stands as a heading without being marked as one becomes a heading. */
#include "config.h"

#include "src/intake/pack.h"

#include <string.h>

#define TORN_SHORTEST 40 /* bytes: shorter lines are labels and names */
#define HEADING_LONGEST 140
#define BODY_SHORTEST 80 /* bytes of prose that a plain line must head to be a heading */
#define BARE_HEADING_LEVEL 2

/* ---- sentences over a page break ---------------------------------------------------------------- */

static bool looks_like_address(const char *text)
{
    size_t word = strcspn(text, " \n");
    return memchr(text, '@', word) || text_starts(text, "http") || text_starts(text, "www.");
}

/* Does TO go on with the sentence that FROM leaves open? */
static bool is_torn(const struct piece *from, const struct piece *to)
{
    if (from->kind != PIECE_PARA && from->kind != PIECE_LIST)
        return false;
    return to->kind == PIECE_PARA && !to->numbered && to->gap && text_starts_small(to->text) &&
           !looks_like_address(to->text) && !text_stops(from->text);
}

/* Pieces FIRST to LAST as one text. */
static char *joined(struct pack *pack, size_t first, size_t last)
{
    struct buf text;
    buf_init(&text, pack->scratch, BUF_MAX_DOCUMENT);
    for (size_t i = first; i <= last; i++) {
        if (i > first)
            buf_putc(&text, ' ');
        buf_puts(&text, pack->pieces[i].text);
    }
    return buf_take(&text);
}

static void mend_sentences(struct pack *pack)
{
    size_t kept = 0;
    for (size_t i = 0; i < pack->n; kept++) {
        size_t last = i;
        bool long_enough = pack->pieces[i].kind != PIECE_ROW && strlen(pack->pieces[i].text) >= TORN_SHORTEST;
        while (long_enough && last + 1 < pack->n && is_torn(&pack->pieces[last], &pack->pieces[last + 1]))
            last++;
        struct piece piece = pack->pieces[i];
        if (last > i) {
            piece.text = joined(pack, i, last);
            piece.bold = false;
            piece.links = pack->pieces[last].links;
        }
        pack->pieces[kept] = piece;
        i = last + 1;
    }
    pack->n = kept;
}

/* ---- headings that are not marked --------------------------------------------------------------- */

static bool is_one_short_line(const char *text)
{
    size_t n = strlen(text);
    return n >= 3 && n <= HEADING_LONGEST && !memchr(text, '\n', n);
}

/* Lines that stand alone in letters and contact blocks. */
static bool is_letter_line(const char *text)
{
    if (pack_words_at(PACK_NO_HEADING, text) || pack_words_at(PACK_HONORIFIC, text))
        return true;
    struct date date;
    size_t used = 0;
    if (text_find_date(text, 0, &date, &used) == 0 && text[used] == '\0')
        return true;
    size_t digits = 0;
    for (const char *at = text; *at; at++) {
        digits = *at >= '0' && *at <= '9' ? digits + 1 : 0;
        if (digits >= 5 || *at == '@')
            return true;
    }
    return false;
}

static bool ends_like_heading(const char *text)
{
    return strchr(".,;:", text[strlen(text) - 1]) == NULL;
}

static bool is_body(const struct piece *piece)
{
    return piece->kind == PIECE_ROW || piece->kind == PIECE_LIST || piece->numbered ||
           strlen(piece->text) >= BODY_SHORTEST;
}

/* "OVERVIEW AND SCRUTINY PANEL": capitals enough not to be a post code or an abbreviation. */
static bool is_capital_line(const char *text)
{
    size_t letters = 0;
    for (const char *at = text; *at; at++)
        letters += *at >= 'A' && *at <= 'Z';
    return letters >= 8 && text_in_capitals(text);
}

static bool starts_like_heading(const char *text)
{
    return (text[0] >= 'A' && text[0] <= 'Z') || (text[0] >= '0' && text[0] <= '9') || (text[0] & 0x80);
}

/* A bare line is a heading by its words, by its capitals, or (only where the paper marks no headings)
 * because prose follows it. */
static bool is_bare_heading(const struct piece *piece, const struct piece *next, bool unmarked)
{
    if (piece->kind != PIECE_PARA || piece->numbered || piece->italic || !is_one_short_line(piece->text))
        return false;
    if (pack_line_says(PACK_HEADING, piece->text))
        return true;
    if (!piece->gap || !ends_like_heading(piece->text) || is_letter_line(piece->text))
        return false;
    if (piece->bold || is_capital_line(piece->text))
        return true;
    return unmarked && next && next->gap && starts_like_heading(piece->text) && is_body(next);
}

static void mend_headings(struct pack *pack)
{
    size_t marked = 0;
    for (size_t i = 0; i < pack->n; i++)
        marked += pack->pieces[i].kind == PIECE_HEADING;
    int level = BARE_HEADING_LEVEL - 1;
    for (size_t i = 0; i < pack->n; i++) {
        struct piece *piece = &pack->pieces[i];
        if (piece->kind == PIECE_HEADING) {
            level = piece->level;
        } else if (is_bare_heading(piece, i + 1 < pack->n ? piece + 1 : NULL, marked == 0 && !pack->by_look)) {
            piece->kind = PIECE_HEADING;
            piece->level = level < 6 ? level + 1 : 6;
        }
    }
}

void pack_mend(struct pack *pack)
{
    mend_headings(pack);
    mend_sentences(pack);
}
