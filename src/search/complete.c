/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How a search that is typed can go on: with the name of a field, or with a value of the one that stands before the
 * cursor. */
#include "config.h"

#include "lex.h"
#include "names.h"
#include "values.h"

#include <string.h>
#include <strings.h>

#define CHOICES_MOST 500

/* The piece that ends at the end of LINE; PIECE_END behind a blank or a sign. */
static struct piece last_piece(const char *line)
{
    struct lexer lexer = {.words = line};
    struct piece last = {.kind = PIECE_END};
    for (struct piece piece = lex_next(&lexer); piece.kind != PIECE_END; piece = lex_next(&lexer)) {
        last = piece;
        lexer.depth += piece.kind == PIECE_OPEN ? 1 : piece.kind == PIECE_CLOSE ? -1 : 0;
    }
    bool empty_value = last.kind == PIECE_FIELD && last.n == 0 && last.to == strlen(line);
    if (last.kind == PIECE_END || (!last.open && !empty_value))
        last = (struct piece){.kind = PIECE_END, .from = strlen(line)};
    return last;
}

static void add_choice(const void *parent, struct query_choices *out, const char *choice)
{
    if (out->choices.n < CHOICES_MOST)
        strings_add(parent, &out->choices, choice);
}

static void add_fields(const void *parent, const struct piece *word, struct query_choices *out)
{
    out->after = "";
    for (size_t i = 0; i < SEARCH_FIELDS; i++)
        if (strncasecmp(search_fields[i].name, word->text ? word->text : "", word->n) == 0)
            add_choice(parent, out, mem_printf(parent, "%s:", search_fields[i].name));
}

/* A word of a table is written with hyphens, a name of the store in quotes, where they have blanks. */
static void add_value(const void *parent, const struct piece *field, const char *value, bool name,
                      struct query_choices *out)
{
    bool blanks = strchr(value, ' ');
    char *choice = mem_printf(parent, name && blanks ? "%s:\"%s\"" : "%s:%s", search_fields[field->field].name, value);
    for (char *c = choice; !name && *c; c++)
        *c = *c == ' ' ? '-' : *c;
    add_choice(parent, out, choice);
}

/* Words of ours begin as what was typed does, hyphen or blank; a name has a word that begins so. */
static bool goes_on(const void *parent, const struct piece *field, const char *value, bool name)
{
    char *typed = text_slug(parent, mem_strndup(parent, field->text, field->n)), *whole = text_slug(parent, value);
    bool fits = text_starts(whole, typed);
    if (!fits && name)
        fits = strstr(whole, mem_printf(parent, "-%s", typed));
    return fits;
}

static enum status add_values(const void *parent, struct store *store, const struct piece *field,
                              struct query_choices *out, struct err *err)
{
    enum field_values kind = search_fields[field->field].values;
    bool name = kind == VALUES_COMMITTEE || kind == VALUES_COUNCIL;
    struct strings values = values_of(parent, field->field);
    enum status status = name && store ? names_all(parent, store, kind == VALUES_COUNCIL, &values, err) : STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < values.n; i++)
        if (goes_on(parent, field, values.at[i], name))
            add_value(parent, field, values.at[i], name, out);
    return status;
}

enum status query_complete(const void *parent, struct store *store, const char *line, size_t cursor,
                           struct query_choices *out, struct err *err)
{
    char *before = mem_strndup(parent, line, cursor);
    *out = (struct query_choices){.after = " "};
    if (!text_is_utf8(before, cursor))
        return STATUS_OK;
    const struct piece piece = last_piece(before);
    out->start = piece.from;
    if (piece.kind == PIECE_END || piece.kind == PIECE_WORD)
        add_fields(parent, &piece, out);
    else if (piece.kind == PIECE_FIELD && piece.field != SEARCH_FIELDS)
        return add_values(parent, store, &piece, out, err);
    return STATUS_OK;
}
