/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The columns of a table: which hold figures, and how wide each is. Pure: nothing is put on a page. */
#include "config.h"

#include "table.h"

#include <string.h>

#define WORD_WHOLE 12  /* cells up to which a column keeps its longest word whole */
#define PROSE_FROM 48  /* cells of a line from which a column is prose, and */
#define PROSE_LEAST 16 /* what it is not read below */
#define WIDE_MOST 28   /* cells of a column where not all are seen */
#define FIGURE_MAX 24  /* bytes of a line that can be a figure */

/* ---- figures ---------------------------------------------------------------------------------------- */

static const char *const before_figures[] = {"(", "[", "+", "-", "−", "–", "<", ">", "≤", "≥", "~", "£", "€", "$", NULL};
static const char *const after_figures[] = {" %", " m", " k", " bn", " *", "%",  "k",  "K",  "m",  "M", "bn",
                                            "pp", "p",  ")",  "]",   "*",  "†", "‡", "¹", "²", "³", "⁴", NULL};
static const char *const tails[] = {")", "]", "*", "†", "‡", "¹", "²", "³", "⁴", NULL};
static const char *const no_figures[] = {"n/a", "N/A", "NA", "n/k", "-", "–", "—", "..", "...", "…",
                                         "*",   "nil", "Nil", "tbc", "TBC", NULL};

static size_t one_of(const char *const *list, const char *text, size_t n)
{
    for (; *list; list++) {
        size_t length = strlen(*list);
        if (length <= n && memcmp(text, *list, length) == 0)
            return length;
    }
    return 0;
}

static bool is_digit(const char *text, size_t n, size_t at)
{
    return at < n && text[at] >= '0' && text[at] <= '9';
}

/* "1,204", "1 204", "12.5", ".5": bytes of the number, 0 for none; "26.01.2022" is none. */
static size_t number_bytes(const char *text, size_t n)
{
    size_t at = 0, points = 0, digits = 0;
    while (at < n) {
        bool group = text[at] == ' ' && is_digit(text, n, at + 1) && is_digit(text, n, at + 2) &&
                     is_digit(text, n, at + 3) && !is_digit(text, n, at + 4);
        bool comma = text[at] == ',' && is_digit(text, n, at + 1);
        bool point = text[at] == '.' && is_digit(text, n, at + 1);
        bool digit = is_digit(text, n, at);
        if (!digit && !point && !(digits && (comma || group)))
            break;
        points += point;
        digits += digit;
        at++;
    }
    return points > 1 ? 0 : at;
}

/* "[3]", the number of a note or a link. */
static size_t note_bytes(const char *text, size_t n)
{
    size_t at = n > 0 && text[0] == '[';
    while (is_digit(text, n, at))
        at++;
    return at > 1 && at < n && text[at] == ']' ? at + 1 : 0;
}

static size_t after_number(const char *text, size_t n)
{
    size_t note = note_bytes(text, n);
    return note ? note : one_of(after_figures, text, n);
}

/* A number with its signs from AT on; where it ends, 0 for none. */
static size_t signed_number(const char *text, size_t n, size_t at)
{
    for (size_t used; (used = one_of(before_figures, text + at, n - at)) > 0;)
        at += used;
    size_t number = number_bytes(text + at, n - at);
    if (number == 0)
        return 0;
    at += number;
    for (size_t used; (used = after_number(text + at, n - at)) > 0;)
        at += used;
    return at;
}

bool is_figure(const char *text, size_t n)
{
    if (n == 0 || n > FIGURE_MAX)
        return false;
    for (size_t i = 0; no_figures[i]; i++)
        if (strlen(no_figures[i]) == n && memcmp(no_figures[i], text, n) == 0)
            return true;
    size_t end = signed_number(text, n, 0);
    if (end == 0 || end == n)
        return end == n;
    end = signed_number(text, n, end); /* "10–15", "-2 - 3" is none */
    return end == n;
}

int figure_tail(const char *text, size_t n)
{
    int tail = 0;
    bool found = true;
    size_t note = n;
    while (note > 0 && text[note - 1] != '[')
        note--;
    if (note > 1 && note_bytes(text + note - 1, n - note + 1) == n - note + 1) {
        tail = (int)(n - note + 1);
        n = note - 1;
    }
    while (found && n > 1) {
        found = false;
        for (size_t i = 0; tails[i] && !found; i++) {
            size_t length = strlen(tails[i]);
            found = length < n && memcmp(text + n - length, tails[i], length) == 0;
            n -= found ? length : 0;
        }
        tail += found;
    }
    return tail;
}

/* ---- what columns hold ------------------------------------------------------------------------------- */

/* The next line of a cell, *AT moved behind it; false at the end. */
static bool next_line(const struct shown *cell, size_t *at, const char **line, size_t *n)
{
    if (*at >= cell->len)
        return false;
    *line = cell->text + *at;
    const char *end = memchr(*line, '\n', cell->len - *at);
    *n = end ? (size_t)(end - *line) : cell->len - *at;
    *at += *n + 1;
    return true;
}

static bool has_digit(const char *text, size_t n)
{
    size_t at = 0;
    while (at < n && !is_digit(text, n, at))
        at++;
    return at < n;
}

/* Lines of a cell that are figures, those of them with a digit, and all. */
static void count_lines(const struct shown *cell, size_t *figures, size_t *digits, size_t *lines)
{
    const char *line;
    for (size_t at = 0, n; next_line(cell, &at, &line, &n);) {
        *lines += n > 0;
        *figures += is_figure(line, n);
        *digits += is_figure(line, n) && has_digit(line, n);
    }
}

/* A column of figures may have a word or two among them. */
static bool column_of_figures(const struct table *table, size_t c)
{
    size_t figures = 0, digits = 0, lines = 0;
    for (size_t r = table->has_head; r < table->n_rows; r++)
        count_lines(&table->cells[r][c], &figures, &digits, &lines);
    return digits > 0 && figures * 4 >= lines * 3;
}

static int longest_word(const char *line, size_t n)
{
    int longest = 1;
    for (size_t at = 0; at < n;) {
        const char *blank = memchr(line + at, ' ', n - at);
        size_t end = blank ? (size_t)(blank - line) : n;
        int width = text_width(line + at, end - at);
        longest = width > longest ? width : longest;
        at = end + 1;
    }
    return longest;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static void measure_cell(struct column *column, const struct shown *cell, bool heading)
{
    const char *line;
    for (size_t at = 0, n; next_line(cell, &at, &line, &n);) {
        bool figure = column->figures && !heading && is_figure(line, n);
        int width = text_width(line, n), word = figure ? width : smaller(longest_word(line, n), WORD_WHOLE);
        int tail = figure ? column->tail - figure_tail(line, n) : 0;
        column->wanted = larger(column->wanted, width + tail);
        column->least = larger(column->least, word + tail);
    }
}

void table_measure(struct table *table)
{
    for (size_t c = 0; c < table->n_columns; c++) {
        struct column *column = &table->columns[c];
        const char *line;
        *column = (struct column){.least = 1, .wanted = 1, .figures = column_of_figures(table, c)};
        for (size_t r = table->has_head; r < table->n_rows && column->figures; r++)
            for (size_t at = 0, n; next_line(&table->cells[r][c], &at, &line, &n);)
                column->tail = larger(column->tail, is_figure(line, n) ? figure_tail(line, n) : 0);
        for (size_t r = 0; r < table->n_rows; r++)
            measure_cell(column, &table->cells[r][c], r == 0 && table->has_head);
        if (column->wanted >= PROSE_FROM)
            column->least = larger(column->least, PROSE_LEAST);
    }
}

/* ---- how wide they are -------------------------------------------------------------------------------- */

/* What a column gets if every column may take LEVEL cells. */
static int column_at(int level, int least, int wanted)
{
    int most = wanted > least ? wanted : least;
    return level < least ? least : level > most ? most : level;
}

static int width_at(int level, const int *least, const int *wanted, size_t n)
{
    int sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += column_at(level, least[i], wanted[i]);
    return sum;
}

void share_columns(int *widths, const int *least, const int *wanted, size_t n, int width, int gap)
{
    int room = width - (n ? (int)(n - 1) * gap : 0), level = 1;
    while (level < room && width_at(level + 1, least, wanted, n) <= room)
        level++;
    int spare = room - width_at(level, least, wanted, n);
    for (size_t i = 0; i < n; i++) {
        widths[i] = column_at(level, least[i], wanted[i]);
        if (spare > 0 && widths[i] == level && wanted[i] > level) {
            widths[i]++;
            spare--;
        }
    }
}

bool table_fit(struct table *table)
{
    size_t n = table->n_columns;
    int room = table->right - table->x, needed = -TABLE_GAP;
    for (size_t c = 0; c < n && needed <= room; c++)
        needed += table->columns[c].least + TABLE_GAP;
    if (needed > room)
        return false;
    int *widths = mem_zero_named(table->local, (n + 1) * 3 * sizeof(int), "widths"), *least = widths + n, *wanted = least + n;
    for (size_t c = 0; c < n; c++) {
        least[c] = table->columns[c].least;
        wanted[c] = table->columns[c].wanted;
    }
    share_columns(widths, least, wanted, n, room, TABLE_GAP);
    for (size_t c = 0; c < n; c++)
        table->columns[c].width = widths[c];
    return true;
}

void table_widen(struct table *table)
{
    int room = table->right - table->x, first = room * 2 / 5, others;
    for (size_t c = 0; c < table->n_columns; c++) {
        struct column *column = &table->columns[c];
        others = room - table->columns[0].width - STAYS_GAP;
        int most = column->figures ? larger(column->least, WORD_WHOLE) : larger(column->least, WIDE_MOST);
        column->width = larger(1, smaller(column->wanted, c == 0 ? first : smaller(most, others)));
    }
}

bool table_is_flat(const struct table *table)
{
    for (size_t c = 1; c < table->n_columns; c++)
        if (table->columns[c].width < table->columns[c].wanted && !table->columns[c].figures)
            return false;
    return true;
}
