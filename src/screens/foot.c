/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The foot of every screen: where one is, what the keys do, what was said, and the line being typed. What
 * is longer than its row grows upward over the content until it is read: nothing said to the user is cut
 * while there are rows for it. */
#include "config.h"

#include "private.h"

#include <string.h>

/* ---- hints ----------------------------------------------------------------------------------------- */

char *key_of(const void *parent, const struct browser *browser, enum command_id command)
{
    const struct command *known = command_get(command);
    char *key = keymap_first_key(parent, settings_keymap(browser->settings), command, known->contexts);
    return key ? key : mem_printf(parent, ":%s", known->name);
}

struct hints {
    struct strings list;
    char *help; /* always the last */
};

/* `q` closes a screen and on the last one quits; Enter closes a report. Each says what it does here. */
static const char *hint_words(const struct command *command, const struct screen *screen, bool last_screen)
{
    if (command->id == CMD_OPEN && screen->ops->open_words)
        return screen->ops->open_words;
    return command->id == CMD_CLOSE && last_screen ? "quit" : command->hint;
}

/* Without papers most keys have nothing to do: there only these are offered. */
static bool is_offered(const struct command *command, unsigned context)
{
    bool begins = command->id == CMD_OPEN || command->id == CMD_CLOSE || command->id == CMD_HELP;
    return (command->contexts & context) && *command->hint && (begins || context != CONTEXT_BEGIN);
}

static struct hints hints_of(const void *local, const struct keymap *map, const struct screen *screen, bool last_screen)
{
    unsigned context = screen->context;
    struct hints hints = {0};
    for (size_t i = 0; i < CMD_COUNT; i++) {
        const struct command *command = command_get((enum command_id)i);
        if (!is_offered(command, context))
            continue;
        char *key = keymap_first_key(local, map, command->id, context);
        if (!key)
            continue;
        char *words = mem_printf(local, "%s %s", key, hint_words(command, screen, last_screen));
        if (command->id == CMD_HELP)
            hints.help = words;
        else
            strings_add(local, &hints.list, words);
    }
    return hints;
}

/* As many hints as fit GAP cells apart, help the last of them; the cells they take, 0 if some are missing. */
static int fit_hints(struct buf *out, const struct hints *hints, int width, int gap)
{
    int help = hints->help ? (int)strlen(hints->help) + gap : 0, used = 0;
    bool all = true;
    for (size_t i = 0; i < hints->list.n; i++) {
        int cells = (int)strlen(hints->list.at[i]) + (used ? gap : 0);
        if (used + cells + help > width) {
            all = false;
            continue;
        }
        buf_printf(out, "%*s%s", used ? gap : 0, "", hints->list.at[i]);
        used += cells;
    }
    if (hints->help)
        buf_printf(out, "%*s%s", used ? gap : 0, "", hints->help);
    return all ? used + help : 0;
}

static void draw_hints(struct grid *grid, const struct screen *screen, int y)
{
    void *local = talloc_named_const(NULL, 0, "hints");
    const struct browser *browser = screen->browser;
    bool last = browser->depth <= 1 && !browser->program->sample_visited;
    struct hints hints = hints_of(local, settings_keymap(browser->settings), screen, last);
    struct buf out;
    buf_init(&out, local, 4096);
    if (!fit_hints(&out, &hints, grid->width - 2, 3)) {
        buf_clear(&out);
        (void)fit_hints(&out, &hints, grid->width - 2, 2);
    }
    grid_text(grid, 1, y, grid->width - 2, STYLE_HINT, out.data ? out.data : "");
    talloc_free(local);
}

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
    const char *help = browser->typing.on && !refused ? prompt_help(browser) : NULL;
    char *of_command = browser->typing.on && !refused ? line_help(page, browser) : NULL;
    if (help || of_command)
        page_wrap(page, 1, 1, width - 2, STYLE_HINT, help ? help : of_command);
    if (browser->typing.on && browser->typing.choices)
        choices_page(browser, page);
    return page;
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
        draw_hints(grid, screen, layout->hints);
    if (typing)
        draw_typing(grid, browser, layout->hints);
    talloc_free(words);
}
