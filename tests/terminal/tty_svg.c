/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The screen as SVG, cell by cell, so that a picture in a document is what the program really shows. */
#include "terminal/tty_private.h"

#define CELL_WIDTH 9
#define CELL_HEIGHT 19
#define BASELINE 14
#define INK "#d8d8d8"
#define GROUND "#111111"

struct colors {
    char ink[8], ground[8];
};

static void color_name(struct tty *tty, VTermColor color, bool is_default, const char *otherwise, char out[8])
{
    if (is_default) {
        memcpy(out, otherwise, 8);
        return;
    }
    vterm_screen_convert_color_to_rgb(tty->screen, &color);
    snprintf(out, 8, "#%02x%02x%02x", color.rgb.red, color.rgb.green, color.rgb.blue);
}

static struct colors cell_colors(struct tty *tty, const VTermScreenCell *cell, bool under_cursor)
{
    struct colors plain, turned;
    color_name(tty, cell->fg, VTERM_COLOR_IS_DEFAULT_FG(&cell->fg), INK, plain.ink);
    color_name(tty, cell->bg, VTERM_COLOR_IS_DEFAULT_BG(&cell->bg), GROUND, plain.ground);
    memcpy(turned.ink, plain.ground, sizeof turned.ink);
    memcpy(turned.ground, plain.ink, sizeof turned.ground);
    return (cell->attrs.reverse != 0) != under_cursor ? turned : plain;
}

static void svg_ground(FILE *out, const VTermScreenCell *cell, const struct colors *colors, int x, int y)
{
    int width = CELL_WIDTH * (cell->width > 1 ? cell->width : 1);
    if (strcmp(colors->ground, GROUND) != 0)
        fprintf(out, "<rect x='%d' y='%d' width='%d' height='%d' fill='%s'/>\n", x, y, width, CELL_HEIGHT,
                colors->ground);
    if (cell->attrs.underline)
        fprintf(out, "<rect x='%d' y='%d' width='%d' height='1' fill='%s'/>\n", x, y + CELL_HEIGHT - 2, width,
                colors->ink);
}

static void svg_text(FILE *out, const VTermScreenCell *cell, const struct colors *colors, int x, int y)
{
    char text[VTERM_MAX_CHARS_PER_CELL * 4 + 1];
    cell_utf8(cell, text);
    if (strcmp(text, " ") == 0)
        return;
    const char *shown = *text == '<' ? "&lt;" : *text == '&' ? "&amp;" : text;
    fprintf(out, "<text x='%d' y='%d' fill='%s'%s>%s</text>\n", x, y + BASELINE, colors->ink,
            cell->attrs.bold ? " font-weight='bold'" : "", shown);
}

bool tty_save_svg(struct tty *tty, const char *path)
{
    FILE *out = fopen(path, "we");
    if (!out)
        return false;
    int cursor_x, cursor_y;
    bool visible = tty_cursor(tty, &cursor_x, &cursor_y);
    fprintf(out,
            "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-size='15' xml:space='preserve'"
            " font-family='DejaVu Sans Mono, Noto Sans Mono, monospace'>"
            "<rect width='100%%' height='100%%' fill='%s'/>\n",
            CELL_WIDTH * tty->columns, CELL_HEIGHT * tty->rows, GROUND);
    for (int y = 0; y < tty->rows; y++)
        for (int x = 0; x < tty->columns; x++) {
            VTermScreenCell cell = tty_cell(tty, x, y);
            struct colors colors = cell_colors(tty, &cell, visible && x == cursor_x && y == cursor_y);
            if (!cell_is_second_half(&cell)) {
                svg_ground(out, &cell, &colors, x * CELL_WIDTH, y * CELL_HEIGHT);
                svg_text(out, &cell, &colors, x * CELL_WIDTH, y * CELL_HEIGHT);
            }
        }
    fputs("</svg>\n", out);
    return fclose(out) == 0;
}
