/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What was typed, piece by piece (private to this room). */
#ifndef SEARCH_LEX_H
#define SEARCH_LEX_H

#include <minutebook/search.h>

enum piece_kind {
    PIECE_END,
    PIECE_WORD,
    PIECE_PREFIX,
    PIECE_PHRASE,
    PIECE_FIELD,
    PIECE_OPEN,
    PIECE_CLOSE,
    PIECE_MINUS,
    PIECE_OR,
    PIECE_AND,
    PIECE_NEAR
};

struct piece {
    enum piece_kind kind;
    size_t from, to;  /* bytes of what was typed */
    const char *text; /* of a word or phrase, or the value of a field: without its marks; N bytes */
    size_t n;
    enum search_field field;
    int near;
    bool open; /* the line ends before it does: a quote is not closed, or it is a word that may go on */
};

struct lexer {
    const char *words;
    size_t at;
    int depth; /* brackets that are open: whoever parses counts them */
};

/* The next piece. A name before a colon that is no field is PIECE_FIELD with field SEARCH_FIELDS and the name as text.
 */
struct piece lex_next(struct lexer *lexer);

/* The field that is called so, in any case; SEARCH_FIELDS if none is. */
enum search_field lex_field(const char *name, size_t n);

#endif
