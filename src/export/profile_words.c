/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Dates in the style of a profile, and its words for ours. */
#include "config.h"

#include "profile.h"

#include <string.h>

static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};

/* Longer ones before those that they begin with. */
enum piece { PIECE_MONTH, PIECE_MON, PIECE_MM, PIECE_M, PIECE_YYYY, PIECE_YY, PIECE_DD, PIECE_D, PIECES };
static const char *const pieces[PIECES] = {"Month", "Mon", "MM", "M", "YYYY", "YY", "DD", "D"};

static enum piece piece_at(const char *style)
{
    int i = 0;
    while (i < PIECES && !text_starts(style, pieces[i]))
        i++;
    return (enum piece)i;
}

static void add_piece(struct buf *out, enum piece piece, struct date date)
{
    const char *month = months[date.month - 1];
    switch (piece) {
    case PIECE_MONTH: buf_puts(out, month); break;
    case PIECE_MON: buf_add(out, month, 3); break;
    case PIECE_MM: buf_printf(out, "%02d", date.month); break;
    case PIECE_M: buf_printf(out, "%d", date.month); break;
    case PIECE_YYYY: buf_printf(out, "%04d", date.year); break;
    case PIECE_YY: buf_printf(out, "%02d", date.year % 100); break;
    case PIECE_DD: buf_printf(out, "%02d", date.day); break;
    case PIECE_D: buf_printf(out, "%d", date.day); break;
    case PIECES: break;
    }
}

/* A day, a month and a year, each once, and nothing but blanks and marks between. */
bool profile_date_is_style(const char *style)
{
    int days = 0, years = 0, of_year = 0;
    while (*style) {
        enum piece piece = piece_at(style);
        if (piece == PIECES && !strchr(" /.-,", *style))
            return false;
        of_year += piece <= PIECE_M;
        years += piece == PIECE_YYYY || piece == PIECE_YY;
        days += piece == PIECE_DD || piece == PIECE_D;
        style += piece == PIECES ? 1 : strlen(pieces[piece]);
    }
    return days == 1 && of_year == 1 && years == 1;
}

char *profile_date(const void *parent, const struct profile *profile, struct date date)
{
    struct buf out;
    buf_init(&out, parent, 80);
    for (const char *style = profile->date; *style && date_is_set(date);) {
        enum piece piece = piece_at(style);
        if (piece == PIECES)
            buf_putc(&out, *style);
        else
            add_piece(&out, piece, date);
        style += piece == PIECES ? 1 : strlen(pieces[piece]);
    }
    return buf_take(&out);
}

const char *profile_word(const struct profile_word *words, size_t n, const char *ours)
{
    for (size_t i = 0; ours && i < n; i++)
        if (strcmp(words[i].ours, ours) == 0)
            return words[i].theirs;
    return ours;
}
