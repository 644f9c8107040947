/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What was typed, piece by piece. A sign counts only where people put it on purpose: a bracket before or behind a word,
 * not in "minute(s)"; a colon behind a name and before a value, not in "10:30"; OR in capitals. Everything else is a
 * word. */
#include "config.h"

#include "lex.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>
#include <unictype.h>
#include <unistr.h>

#define NEAR_MOST 100

/* ---- characters ----------------------------------------------------------------------------- */

static size_t next_character(const char *text, ucs4_t *c)
{
    int n = u8_strmbtouc(c, (const uint8_t *)text);
    return n > 0 ? (size_t)n : 0;
}

static bool is_blank(ucs4_t c)
{
    return uc_is_property_white_space(c);
}

/* What people and their word processors put around a phrase. */
static bool is_quote(ucs4_t c)
{
    static const ucs4_t quotes[] = {'"', 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0xFF02};
    for (size_t i = 0; i < MB_LENGTH(quotes); i++)
        if (c == quotes[i])
            return true;
    return false;
}

static size_t quote_at(const char *text)
{
    ucs4_t c;
    size_t n = next_character(text, &c);
    return n && is_quote(c) ? n : 0;
}

static size_t skip_blanks(const char *words, size_t at)
{
    ucs4_t c;
    for (size_t n; (n = next_character(words + at, &c)) && is_blank(c);)
        at += n;
    return at;
}

/* ---- pieces --------------------------------------------------------------------------------- */

/* From the opening quote at FROM on, which takes OPENING bytes. */
static void read_quoted(const char *words, size_t from, size_t opening, struct piece *piece)
{
    piece->text = words + from + opening;
    size_t at = from + opening;
    for (size_t n; words[at]; at += n) {
        size_t closing = quote_at(words + at);
        ucs4_t c;
        if (closing) {
            piece->n = (size_t)(words + at - piece->text);
            piece->to = at + closing + (words[at + closing] == '*');
            return;
        }
        n = next_character(words + at, &c);
    }
    piece->n = (size_t)(words + at - piece->text);
    piece->to = at;
    piece->open = true;
}

/* Closing brackets at the end of a word that none within it opened, as long as there is one to close outside. */
static size_t closing_brackets(const char *text, size_t n, int depth)
{
    int within = 0;
    size_t behind = 0;
    for (size_t i = 0; i < n; i++)
        within += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
    for (; behind < n && text[n - 1 - behind] == ')' && within < 0 && (int)behind < depth; within++)
        behind++;
    return behind;
}

/* Up to the next blank or quote, without the brackets that close a group. */
static void read_plain(const struct lexer *lexer, size_t from, struct piece *piece)
{
    ucs4_t c;
    size_t at = from;
    for (size_t n; (n = next_character(lexer->words + at, &c)) && !is_blank(c) && !is_quote(c);)
        at += n;
    piece->text = lexer->words + from;
    piece->open = lexer->words[at] == '\0';
    piece->n = at - from;
    size_t closing = closing_brackets(piece->text, piece->n, lexer->depth);
    piece->open = piece->open && !closing;
    piece->n -= closing;
    piece->to = from + piece->n;
}

enum search_field lex_field(const char *name, size_t n)
{
    for (size_t i = 0; i < SEARCH_FIELDS; i++)
        if (strlen(search_fields[i].name) == n && strncasecmp(search_fields[i].name, name, n) == 0)
            return (enum search_field)i;
    return SEARCH_FIELDS;
}

/* Bytes of a name and its colon, 0 if there is none: letters alone, with a value behind ("http://" has none) unless it
 * is a field's. */
static size_t field_name(const char *text)
{
    size_t n = 0;
    while (isalpha((unsigned char)text[n]))
        n++;
    if (n < 2 || text[n] != ':')
        return 0;
    bool known = lex_field(text, n) != SEARCH_FIELDS;
    bool value = text[n + 1] && !isspace((unsigned char)text[n + 1]) && !strchr("/\\:", text[n + 1]);
    return known || value ? n + 1 : 0;
}

static void read_field(const struct lexer *lexer, size_t name, struct piece *piece)
{
    size_t from = piece->from + name;
    size_t opening = quote_at(lexer->words + from);
    enum search_field field = lex_field(lexer->words + piece->from, name - 1);
    if (opening)
        read_quoted(lexer->words, from, opening, piece);
    else
        read_plain(lexer, from, piece);
    piece->kind = PIECE_FIELD;
    piece->field = field;
    if (field == SEARCH_FIELDS) {
        piece->text = lexer->words + piece->from;
        piece->n = name - 1;
    }
}

static bool is_word(const struct piece *piece, const char *word)
{
    return piece->n == strlen(word) && memcmp(piece->text, word, piece->n) == 0;
}

/* "NEAR" or "NEAR/5" */
static int near_of(const struct piece *piece)
{
    int near = 0;
    if (is_word(piece, "NEAR"))
        return QUERY_NEAR_DEFAULT;
    if (piece->n < 6 || piece->n > 8 || memcmp(piece->text, "NEAR/", 5) != 0)
        return 0;
    for (size_t i = 5; i < piece->n; i++) {
        if (!isdigit((unsigned char)piece->text[i]))
            return 0;
        near = 10 * near + (piece->text[i] - '0');
    }
    return near <= NEAR_MOST ? near : NEAR_MOST;
}

static void read_word(const struct lexer *lexer, struct piece *piece)
{
    static const struct {
        const char *word;
        enum piece_kind kind;
    } signs[] = {{"OR", PIECE_OR}, {"AND", PIECE_AND}, {"NOT", PIECE_MINUS}};
    read_plain(lexer, piece->from, piece);
    piece->kind = PIECE_WORD;
    for (size_t i = 0; i < MB_LENGTH(signs); i++)
        if (is_word(piece, signs[i].word))
            piece->kind = signs[i].kind;
    piece->near = near_of(piece);
    if (piece->near)
        piece->kind = PIECE_NEAR;
    if (piece->kind == PIECE_WORD && piece->n > 0 && piece->text[piece->n - 1] == '*')
        piece->kind = PIECE_PREFIX;
    while (piece->kind == PIECE_PREFIX && piece->n > 0 && piece->text[piece->n - 1] == '*')
        piece->n--;
}

/* A sign of one byte. */
static bool read_sign(const struct lexer *lexer, struct piece *piece)
{
    const char *text = lexer->words + piece->from;
    ucs4_t c;
    piece->to = piece->from + 1;
    if (*text == '(')
        piece->kind = PIECE_OPEN;
    else if (*text == ')' && lexer->depth > 0)
        piece->kind = PIECE_CLOSE;
    else if (*text == '-' && next_character(text + strspn(text, "-"), &c) && !is_blank(c))
        piece->kind = PIECE_MINUS;
    else
        return false;
    if (piece->kind == PIECE_MINUS)
        piece->to = piece->from + strspn(text, "-");
    return true;
}

struct piece lex_next(struct lexer *lexer)
{
    size_t from = skip_blanks(lexer->words, lexer->at);
    const char *text = lexer->words + from;
    struct piece piece = {.kind = PIECE_END, .from = from, .to = from, .text = text, .field = SEARCH_FIELDS};
    size_t opening = quote_at(text), name = field_name(text);
    if (opening) {
        piece.kind = PIECE_PHRASE;
        read_quoted(lexer->words, from, opening, &piece);
    } else if (name) {
        read_field(lexer, name, &piece);
    } else if (*text && !read_sign(lexer, &piece)) {
        read_word(lexer, &piece);
    }
    lexer->at = piece.to;
    return piece;
}
