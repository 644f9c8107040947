/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The foot of every screen: where one is, what was said, and the line being typed; what the keys do is
 * hints.c. What is longer than its row grows upward over the content until it is read: nothing said to the user is cut
 * while there are rows for it. */
#include "config.h"

#include "private.h"

#include <string.h>

/* ---- the typed line and where one is ------------------------------------------------------------------ */

/* What is typed, through the gate; the cursor stays visible when the line is longer than the row. */
static void draw_typing(struct grid *grid, struct browser *browser, int y)
{
    void *local = talloc_named_const(NULL, 0, "typing");
    const char *line = browser->typing.line;
    size_t n = strlen(line), cursor = browser->typing.cursor < n ? browser->typing.cursor : n;
    int x = grid_text(grid, 1, y, grid->width / 2, STYLE_MESSAGE, browser->typing.prefix) + 1;
    struct safe ahead = safe_text(local, line, cursor, SAFE_LINE), all = safe_text(local, line, n, SAFE_LINE);
    int ahead_width = text_width(ahead.text, ahead.len), width;
    size_t start = 0;
    while (start < ahead.len && ahead_width >= grid->width - x) {
        start += text_cluster(ahead.text + start, ahead.len - start, &width);
        ahead_width -= width;
    }
    all.text += start;
    all.len -= start;
    grid_safe(grid, x, y, grid->width - x, STYLE_TEXT, all);
    grid->cursor_x = x + ahead_width;
    grid->cursor_y = y;
    talloc_free(local);
}

/* Where one is, flags, position: a narrow row drops the middle first, then the left from its start. */
static void draw_status(struct grid *grid, const struct frame *frame, int y)
{
    int room = grid->width - 2;
    void *local = talloc_named_const(NULL, 0, "status");
    struct safe where = safe_line(local, frame->where), right = safe_line(local, frame->position);
    struct safe flags = safe_line(local, frame->flags);
    int left = text_width(where.text, where.len), end = text_width(right.text, right.len),
        middle = text_width(flags.text, flags.len);
    grid_fill(grid, 0, y, grid->width, 1, STYLE_STATUS);
    end = end < room ? end : room;
    grid_safe(grid, 1 + room - end, y, end, STYLE_STATUS, right);
    const char *at = where.text, *next;
    while (text_width(at, strlen(at)) > room - end - 2 && (next = strstr(at, " > ")))
        at = next + 3;
    grid_text(grid, 1, y, room - end - 2, STYLE_STATUS, at);
    if (middle && left + 3 + middle + 3 + end <= room)
        grid_safe(grid, 1 + left + (room - left - end - middle) / 2, y, middle, STYLE_STATUS, flags);
    talloc_free(local);
}

/* ---- what is said ------------------------------------------------------------------------------------ */

/* The message, and while a line is typed how it is written, as lines for the foot. */
static struct page *foot_words(const struct browser *browser, int width)
{
    struct page *page = page_new(NULL, width);
    enum style style = browser->message_is_error ? STYLE_ERROR : STYLE_MESSAGE;
    if (browser->message)
        page_wrap(page, 1, 1, width - 2, style, browser->message);
    bool refused = browser->message && browser->message_is_error; /* that sentence says how, and room is scarce */
    const char *help = browser->typing.on && !refused ? browser->typing.told ? browser->typing.told : prompt_help(browser) : NULL;
    char *of_command = browser->typing.on && !refused ? line_help(page, browser) : NULL;
    if (browser->typing.on && browser->typing.fault)
        page_wrap(page, 1, 1, width - 2, STYLE_WARNING, browser->typing.fault);
    else if (help || of_command)
        page_wrap(page, 1, 1, width - 2, STYLE_HINT, help ? help : of_command);
    if (browser->typing.on && browser->typing.choices)
        choices_page(browser, page);
    return page;
}

bool foot_is_long(const struct browser *browser)
{
    if (!browser->message)
        return false;
    struct page *words = foot_words(browser, browser->width);
    bool is_long = words->n_lines > 1;
    talloc_free(words);
    return is_long;
}

/* The last lines of PAGE above row END; a rule above them where they take more than the foot has. */
static void draw_words(struct grid *grid, const struct page *page, const struct layout *layout, int end)
{
    int room = end - layout->rule - 1, n = page->n_lines < (size_t)room ? (int)page->n_lines : room, top = end - n;
    if (top <= layout->foot_rule) {
        grid_fill(grid, 0, top - 1, grid->width, 1, STYLE_TEXT);
        draw_rule(grid, 0, top - 1, grid->width);
    }
    for (int i = 0; i < n; i++) {
        struct rect row = {0, top + i, grid->width, 1};
        draw_line(grid, &row, top + i, &page->lines[i], STYLE_TEXT);
    }
    if (grid->cursor_y >= top - 1 && top <= layout->foot_rule)
        grid->cursor_x = 0, grid->cursor_y = top; /* its row is covered: what covers it is read instead */
}

void foot_draw(struct grid *grid, struct screen *screen, const struct layout *layout, const struct frame *frame)
{
    struct browser *browser = screen->browser;
    struct page *words = foot_words(browser, grid->width);
    bool typing = browser->typing.on;
    int end = typing ? layout->hints : grid->height;
    draw_status(grid, frame, layout->status);
    if (words->n_lines)
        draw_words(grid, words, layout, end);
    else if (!typing && !browser->program->hints_hidden)
        hints_draw(grid, screen, layout->hints);
    if (typing)
        draw_typing(grid, browser, layout->hints);
    talloc_free(words);
}
