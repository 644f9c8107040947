/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What libvterm holds, as text and looks. */
#include "terminal/tty_private.h"

#define ROW_MAX 8192

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
