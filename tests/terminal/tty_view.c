/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What libvterm holds, as text and looks. */
#include "terminal/tty_private.h"

#define ROW_MAX 8192
#define TEXT_MAX ((size_t)1 << 20)
#define PANE_LINE 0x2502
#define RUN_GAP 4 /* three blanks stand between two hints */

static size_t put_utf8(uint32_t c, char *out)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = n; i-- > 1; c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)(lead[n] | c);
    return n;
}

VTermScreenCell tty_cell(struct tty *tty, int column, int row)
{
    VTermScreenCell cell = {0};
    vterm_screen_get_cell(tty->screen, (VTermPos){.row = row, .col = column}, &cell);
    return cell;
}

bool cell_is_second_half(const VTermScreenCell *cell)
{
    return cell->chars[0] == (uint32_t)-1;
}

size_t cell_utf8(const VTermScreenCell *cell, char out[VTERM_MAX_CHARS_PER_CELL * 4 + 1])
{
    size_t n = 0;
    if (!cell->chars[0] || cell_is_second_half(cell))
        out[n++] = ' ';
    else
        for (size_t i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
            n += put_utf8(cell->chars[i], out + n);
    out[n] = '\0';
    return n;
}

/* The row's text in TEXT, and for each byte of it the column it stands in. */
static void row_text(struct tty *tty, int row, char text[ROW_MAX], int columns[ROW_MAX])
{
    size_t n = 0, used = 0;
    for (int x = 0; x < tty->columns && n + 64 < ROW_MAX; x++) {
        VTermScreenCell cell = tty_cell(tty, x, row);
        if (cell_is_second_half(&cell))
            continue;
        size_t wrote = cell_utf8(&cell, text + n);
        for (size_t i = 0; i < wrote; i++)
            columns[n + i] = x;
        n += wrote;
        if (cell.chars[0] && cell.chars[0] != ' ')
            used = n;
    }
    text[used] = '\0';
}

char *tty_row(struct tty *tty, int row)
{
    char text[ROW_MAX];
    int columns[ROW_MAX];
    row_text(tty, row, text, columns);
    return mem_strdup(tty, text);
}

int tty_find(struct tty *tty, const char *needle, int *column)
{
    char text[ROW_MAX];
    int columns[ROW_MAX];
    for (int row = 0; row < tty->rows; row++) {
        row_text(tty, row, text, columns);
        const char *found = strstr(text, needle);
        if (found) {
            if (column)
                *column = columns[found - text];
            return row;
        }
    }
    return -1;
}

bool tty_shows(struct tty *tty, const char *needle)
{
    return tty_find(tty, needle, NULL) >= 0;
}

bool tty_row_is_reverse(struct tty *tty, int row)
{
    for (int x = 0; x < tty->columns; x++)
        if (!tty_cell(tty, x, row).attrs.reverse)
            return false;
    return true;
}

bool tty_has_colors(struct tty *tty)
{
    for (int y = 0; y < tty->rows; y++)
        for (int x = 0; x < tty->columns; x++) {
            VTermScreenCell cell = tty_cell(tty, x, y);
            if (!VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) || !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg))
                return true;
        }
    return false;
}

/* From COLUMN leftwards over cells that are reverse: there is the sign of the row. */
bool tty_row_is_marked(struct tty *tty, int row, int column)
{
    for (int x = column; x >= 0; x--) {
        VTermScreenCell cell = tty_cell(tty, x, row);
        if (!cell.attrs.reverse)
            return false;
        if (cell.chars[0] == '>')
            return true;
    }
    return false;
}

char *tty_text(const void *parent, struct tty *tty)
{
    char text[ROW_MAX];
    int columns[ROW_MAX];
    struct buf out;
    buf_init(&out, parent, TEXT_MAX);
    for (int row = 0; row < tty->rows; row++) {
        row_text(tty, row, text, columns);
        buf_printf(&out, "%s\n", text);
    }
    return buf_take(&out);
}

/* ---- looks ------------------------------------------------------------------------------------------ */

struct look {
    bool bold, underline, reverse;
    int colour, ground; /* of the terminal's palette, -1: the terminal's own */
};

static const struct look look_plain = {.colour = -1, .ground = -1};

static struct look look_of(const VTermScreenCell *cell)
{
    return (struct look){.bold = cell->attrs.bold,
                         .underline = cell->attrs.underline != 0,
                         .reverse = cell->attrs.reverse,
                         .colour = VTERM_COLOR_IS_DEFAULT_FG(&cell->fg) ? -1 : cell->fg.indexed.idx,
                         .ground = VTERM_COLOR_IS_DEFAULT_BG(&cell->bg) ? -1 : cell->bg.indexed.idx};
}

static bool look_equals(struct look a, struct look b)
{
    return a.bold == b.bold && a.underline == b.underline && a.reverse == b.reverse && a.colour == b.colour &&
           a.ground == b.ground;
}

/* A blank shows neither weight nor colour. */
static bool shows_nothing(const VTermScreenCell *cell, struct look look)
{
    return (!cell->chars[0] || cell->chars[0] == ' ') && !look.underline && !look.reverse && look.ground == -1;
}

struct run {
    int top, bottom, first, last;
    struct look look;
};

struct runs {
    struct run *all;
    size_t n, room;
};

/* A run below one that is just like it belongs to that. */
static void runs_add(struct runs *runs, struct run run)
{
    if (look_equals(run.look, look_plain))
        return;
    for (size_t i = runs->n; i-- > 0;) {
        struct run *above = &runs->all[i];
        if (above->bottom == run.top - 1 && above->first == run.first && above->last == run.last &&
            look_equals(above->look, run.look)) {
            above->bottom = run.bottom;
            return;
        }
    }
    assert_true(runs->n < runs->room);
    runs->all[runs->n++] = run;
}

/* Blanks of a few columns between words that look the same are of their run; a line between panes is none. */
static void runs_of_row(struct runs *runs, struct tty *tty, int row)
{
    struct run run = {.top = row, .bottom = row, .first = -1, .look = look_plain};
    bool line_before = false;
    for (int x = 0; x < tty->columns; x++) {
        VTermScreenCell cell = tty_cell(tty, x, row);
        struct look look = look_of(&cell);
        bool line = cell.chars[0] == PANE_LINE;
        if (shows_nothing(&cell, look))
            continue;
        if (run.first < 0 || line || line_before || x - run.last > RUN_GAP || !look_equals(look, run.look)) {
            runs_add(runs, run);
            run.first = x;
            run.look = look;
        }
        run.last = x;
        line_before = line;
    }
    runs_add(runs, run);
}

static void put_range(struct buf *out, int first, int last)
{
    if (first == last)
        buf_printf(out, "%d", first);
    else
        buf_printf(out, "%d-%d", first, last);
}

static void put_run(struct buf *out, const struct run *run)
{
    const struct look *look = &run->look;
    buf_puts(out, "@");
    put_range(out, run->top, run->bottom);
    buf_puts(out, ":");
    put_range(out, run->first, run->last);
    buf_printf(out, "%s%s%s", look->bold ? " bold" : "", look->underline ? " underline" : "",
               look->reverse ? " reverse" : "");
    if (look->colour >= 0)
        buf_printf(out, " colour-%d", look->colour);
    if (look->ground >= 0)
        buf_printf(out, " ground-%d", look->ground);
    buf_puts(out, "\n");
}

char *tty_runs(const void *parent, struct tty *tty)
{
    struct buf out;
    struct runs runs = {.room = (size_t)tty->rows * (size_t)tty->columns};
    runs.all = mem_zero_named(parent, runs.room * sizeof *runs.all, "runs");
    buf_init(&out, parent, TEXT_MAX);
    for (int row = 0; row < tty->rows; row++)
        runs_of_row(&runs, tty, row);
    for (size_t i = 0; i < runs.n; i++)
        put_run(&out, &runs.all[i]);
    talloc_free(runs.all);
    return buf_take(&out);
}

/* ---- the rest -------------------------------------------------------------------------------------- */

void tty_size(const struct tty *tty, int *columns, int *rows)
{
    *columns = tty->columns;
    *rows = tty->rows;
}

bool tty_alternate(const struct tty *tty)
{
    return tty->alternate;
}

bool tty_cursor(struct tty *tty, int *column, int *row)
{
    VTermPos at;
    vterm_state_get_cursorpos(vterm_obtain_state(tty->vterm), &at);
    *column = at.col;
    *row = at.row;
    return tty->cursor_visible;
}

const char *tty_raw(const struct tty *tty, size_t *n)
{
    *n = tty->raw.len;
    return tty->raw.data ? tty->raw.data : "";
}

bool tty_raw_has(const struct tty *tty, const char *bytes, size_t n)
{
    return tty->raw.len >= n && memmem(tty->raw.data, tty->raw.len, bytes, n) != NULL;
}

void tty_press(struct tty *tty, const char *keys)
{
    tty_type(tty, keys);
    tty_wait_output(tty);
    tty_settle(tty);
}

int tty_press_until_here(struct tty *tty, const char *keys, const char *needle)
{
    tty_settle(tty);
    for (int pressed = 0; pressed < 60; pressed++) {
        int x, y;
        assert_true(tty_cursor(tty, &x, &y));
        if (strstr(tty_row(tty, y), needle))
            return pressed;
        tty_press(tty, keys);
    }
    tty_print(tty);
    fail_msg("the cursor never came to \"%s\"", needle);
    return -1;
}
