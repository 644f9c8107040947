/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Screens into cells: the head, thin rules with the names of panes, and panes through their views. With
 * foot.c and grid.c the only files that fill a grid. */
#include "config.h"

#include "private.h"

#include <string.h>

#define RULE "─"
#define BAR "│"

void draw_rule(struct grid *grid, int x, int y, int width)
{
    for (int i = 0; i < width; i++)
        grid_text(grid, x + i, y, 1, STYLE_RULE, RULE);
}

/* LEFT and RIGHT on one row; RIGHT is kept whole where both cannot be. */
static void draw_ends(struct grid *grid, int y, enum style style, const char *left, const char *right)
{
    int room = grid->width - 2, used = 0;
    grid_fill(grid, 0, y, grid->width, 1, style);
    if (right && *right) {
        struct safe clean = safe_line(NULL, right);
        used = text_width(clean.text, clean.len);
        used = used < room ? used : room;
        grid_safe(grid, 1 + room - used, y, used, style, clean);
        talloc_free((void *)clean.text);
        used += 2;
    }
    if (left)
        grid_text(grid, 1, y, room - used, style, left);
}

/* ---- rules above panes ------------------------------------------------------------------------- */

static void draw_titled_rule(struct grid *grid, struct screen *screen, const struct layout *layout)
{
    draw_rule(grid, 0, layout->rule, grid->width);
    for (int i = 0; i < layout->n_columns; i++) {
        const struct rect *rect = &layout->column[i];
        const struct pane *pane = layout->side_by_side ? &screen->panes[screen->shown[i]] : screen_pane(screen);
        if (i > 0)
            grid_text(grid, rect->x - 1, layout->rule, 1, STYLE_RULE, "┬");
        if (!pane->title)
            continue;
        char *title = mem_printf(NULL, " %s ", pane->title);
        enum style style = layout->side_by_side && pane == screen_pane(screen) ? STYLE_PANE_FOCUSED : STYLE_PANE;
        grid_text(grid, rect->x + 1, layout->rule, rect->width - 2, style, title);
        talloc_free(title);
    }
}

/* "─ Agenda ── [Minute] ── Report ──": all panes by name, the one that shows in brackets; without numbers, for digits are counts
 * and no keys. The names before it give way when the row is too short, and the space between first of all. */
static void draw_tabs(struct grid *grid, struct screen *screen, int y)
{
    char *labels[PANES_MAX];
    int widths[PANES_MAX], number = 0, whole = 1, shown = 0;
    void *local = talloc_named_const(NULL, 0, "tabs");
    for (size_t i = 0; i < screen->n_panes; i++) {
        const struct pane *pane = &screen->panes[i];
        const char *name = pane->tab ? pane->tab : pane->title ? pane->title : "";
        labels[i] = NULL;
        if (!pane_is_there(pane, false))
            continue;
        number++;
        labels[i] = i == screen->focus ? mem_printf(local, " [%s] ", name) : mem_printf(local, " %s ", name);
        struct safe clean = safe_line(local, labels[i]);
        widths[i] = text_width(clean.text, clean.len);
        whole += widths[i] + 1;
        if (i <= screen->focus)
            shown = whole;
    }
    int gap = whole + number <= grid->width ? 2 : 1;
    draw_rule(grid, 0, y, grid->width);
    int x = 1;
    for (size_t i = 0; i < screen->n_panes && x < grid->width; i++) {
        if (!labels[i])
            continue;
        if (shown > grid->width && i < screen->focus) {
            shown -= widths[i] + 1;
            continue;
        }
        grid_text(grid, x, y, grid->width - x, i == screen->focus ? STYLE_PANE_FOCUSED : STYLE_PANE, labels[i]);
        x += widths[i] + gap;
    }
    talloc_free(local);
}

static int present_panes(const struct screen *screen)
{
    int n = 0;
    for (size_t i = 0; i < screen->n_panes; i++)
        n += pane_is_there(&screen->panes[i], false);
    return n;
}

/* ---- panes --------------------------------------------------------------------------------------- */

static bool in_row(const struct row *row, size_t line)
{
    return row && line >= row->first && line < row->first + row->n;
}

void draw_line(struct grid *grid, const struct rect *rect, int y, const struct line *line, enum style fill)
{
    grid_fill(grid, rect->x, y, rect->width, 1, fill);
    for (size_t i = 0; i < line->n_spans; i++) {
        const struct span *span = &line->spans[i];
        enum style style = fill == STYLE_TEXT ? span->style : fill;
        if (fill == STYLE_SELECTED && span->style == STYLE_HIT)
            style = STYLE_SELECTED_HIT;
        if (fill == STYLE_SELECTED && span->style == STYLE_FOUND)
            style = STYLE_SELECTED_FOUND;
        grid_text(grid, rect->x + span->x, y, rect->width - span->x, style, span->text);
    }
}

/* ---- lines of wide tables ---- */

struct sight {
    int aside;               /* columns that have gone by */
    const char *left, *right; /* the keys that let them */
};

/* A line as it is seen: columns that have gone by or are still to come are not, nor rules on which WORDS stand. */
struct seen {
    struct line line; /* its spans are on `local` */
    bool before, after; /* there is something on the line that is not seen */
};

#define RULE_LEAST 5 /* cells of a rule beside words */

/* A rule gives way to the words that stand on its line; false if nothing of it is left. */
static bool give_way(const void *local, const struct wide *wide, const struct wide_words *words, struct span *span)
{
    int before = text_width(words->before, strlen(words->before)), after = text_width(words->after, strlen(words->after));
    int cells = text_width(span->text, strlen(span->text)), left = span->x, right = span->x + cells;
    if (before > 0 && right > wide->stays && left < wide->stays + before + 1)
        left = wide->stays + before + 1;
    if (after > 0 && right > wide->right - after - 1)
        right = wide->right - after - 1;
    if (right - left == cells)
        return true;
    if (right - left < RULE_LEAST)
        return false;
    span->x = left;
    span->text = mem_strndup(local, span->text, strlen(RULE) * (size_t)(right - left));
    return true;
}

static void see(const void *local, const struct line *line, int aside, const struct wide_words *words, struct seen *seen)
{
    const struct wide *wide = line->wide;
    int first, end;
    wide_seen(wide, aside, &first, &end);
    *seen = (struct seen){0};
    for (size_t i = 0; i < line->n_spans; i++) {
        struct span span = line->spans[i];
        int column = wide_column(wide, span.x);
        seen->before = seen->before || (column >= 0 && column < first);
        seen->after = seen->after || column >= end;
        if (column >= 0 && (column < first || column >= end))
            continue;
        span.x -= column >= 0 ? wide->at[first] - wide->stays : 0;
        if (!line->says || give_way(local, wide, words, &span))
            *mem_append(local, seen->line.spans, seen->line.n_spans) = span;
    }
}

static void draw_wide_line(struct grid *grid, const struct rect *rect, int y, const struct line *line,
                           const struct sight *sight, enum style fill)
{
    const struct wide *wide = line->wide;
    enum style style = fill == STYLE_TEXT ? STYLE_QUIET : fill;
    void *local = talloc_named_const(NULL, 0, "wide");
    struct wide_words words = {"", ""};
    struct seen seen;
    if (line->says)
        words = wide_words(local, wide, sight->aside, sight->left, sight->right);
    see(local, line, sight->aside, &words, &seen);
    draw_line(grid, rect, y, &seen.line, fill);
    if (line->says) {
        int x = wide->right - text_width(words.after, strlen(words.after));
        grid_text(grid, rect->x + wide->stays, y, rect->width - wide->stays, style, words.before);
        grid_text(grid, rect->x + x, y, rect->width - x, style, words.after);
    } else {
        grid_text(grid, rect->x + wide->stays - 2, y, seen.before, style, "‹");
        grid_text(grid, rect->x + wide->right, y, seen.after, style, "›");
    }
    talloc_free(local);
}

/* The row under the cursor; of panes that are not in focus only the list that leads, LEADS, shows it. */
static void draw_view(struct grid *grid, const struct rect *rect, const struct view *view, bool focused, bool leads,
                      const struct sight *sight)
{
    const struct row *row = view_row(view);
    enum style selected = focused ? STYLE_SELECTED : STYLE_SELECTED_ELSEWHERE;
    size_t head, stays = view_stays(view, &head);
    for (int i = 0; view->page && i < rect->height; i++) {
        size_t line = (size_t)i < stays ? head + (size_t)i : view->top + (size_t)i;
        if (line >= view->page->n_lines)
            break;
        bool here = in_row(row, line) && (focused || leads);
        const struct line *at = &view->page->lines[line];
        if (at->wide)
            draw_wide_line(grid, rect, rect->y + i, at, sight, here ? selected : STYLE_TEXT);
        else
            draw_line(grid, rect, rect->y + i, at, here ? selected : STYLE_TEXT);
        if (!here || line != row->first)
            continue;
        grid_text(grid, rect->x, rect->y + i, 1, selected, ">");
        if (focused) {
            grid->cursor_x = rect->x;
            grid->cursor_y = rect->y + i;
        }
    }
}

static void draw_columns(struct grid *grid, struct screen *screen, const struct layout *layout)
{
    void *local = talloc_named_const(NULL, 0, "columns");
    struct sight sight = {.left = key_of(local, screen->browser, CMD_LEFT), .right = key_of(local, screen->browser, CMD_RIGHT)};
    for (int i = 0; i < layout->n_columns; i++) {
        const struct rect *rect = &layout->column[i];
        struct pane *pane = layout->side_by_side ? &screen->panes[screen->shown[i]] : screen_pane(screen);
        struct rect below = *rect;
        for (int l = 0; l < pane->banner_lines; l++)
            draw_line(grid, rect, rect->y + l, &pane->banner->lines[l], STYLE_TEXT);
        below.y += pane->banner_lines;
        below.height -= pane->banner_lines;
        sight.aside = pane->view.aside;
        draw_view(grid, &below, &pane->view, pane == screen_pane(screen), i == 0, &sight);
        if (i == 0)
            continue;
        for (int y = rect->y; y < rect->y + rect->height; y++)
            grid_text(grid, rect->x - 1, y, 1, STYLE_RULE, BAR);
    }
    talloc_free(local);
}

static void draw_detail(struct grid *grid, struct screen *screen, const struct layout *layout)
{
    if (layout->detail_rule < 0 || !screen->ops->detail)
        return;
    draw_rule(grid, 0, layout->detail_rule, grid->width);
    struct page *page = page_new(NULL, grid->width - 1);
    screen->ops->detail(screen, page);
    for (int i = 0; i < layout->detail.height && (size_t)i < page->n_lines; i++)
        draw_line(grid, &layout->detail, layout->detail.y + i, &page->lines[i], STYLE_TEXT);
    talloc_free(page);
}

/* ---- the whole --------------------------------------------------------------------------------------- */

/* Below 40 by 10 no screen can be read: two short lines say so, and keys go on working. */
static void draw_too_small(struct grid *grid)
{
    grid_text(grid, 0, 0, grid->width, STYLE_TEXT, "40 columns, 10 rows");
    grid_text(grid, 0, 1, grid->width, STYLE_TEXT, "are needed; Q quits");
}

/* Signs that have a plainer form get it, where it is one cell wide. */
static void make_ascii(struct grid *grid)
{
    for (int i = 0; i < grid->width * grid->height; i++)
        for (const struct ascii_sign *sign = ascii_signs; sign->sign; sign++)
            if (strcmp(grid->cells[i].text, sign->sign) == 0) {
                memset(grid->cells[i].text, 0, sizeof grid->cells[i].text);
                grid->cells[i].text[0] = sign->ascii[0];
            }
}

/* Read aloud, lines are noise. */
static void make_plain(struct grid *grid)
{
    for (int i = 0; i < grid->width * grid->height; i++)
        if (grid->cells[i].style == STYLE_RULE && strcmp(grid->cells[i].text, RULE) == 0)
            grid->cells[i].text[0] = ' ', grid->cells[i].text[1] = '\0';
}

#define SAMPLE_TITLE "sample meetings, not your papers · "

int frame_prefix_width(const struct program *program)
{
    return program->sample ? text_width(SAMPLE_TITLE, sizeof SAMPLE_TITLE - 1) : 0;
}

static char *sample_title(void *context, const struct program *program, const char *title)
{
    return mem_printf(context, "%s%s", program->sample ? SAMPLE_TITLE : "", title ? title : "");
}

void screen_draw(struct screen *screen, struct grid *grid)
{
    struct browser *browser = screen->browser;
    struct layout layout = screen_lay_out(screen);
    grid->ascii = browser->program->ascii;
    grid->cursor_x = grid->cursor_y = -1;
    grid_fill(grid, 0, 0, grid->width, grid->height, STYLE_TEXT);
    if (layout.too_small) {
        draw_too_small(grid);
        return;
    }
    struct frame frame = {.context = talloc_named_const(NULL, 0, "frame")};
    screen->ops->frame(screen, &frame);
    if (browser->program->read_only)
        frame.flags = "read-only";
    draw_ends(grid, layout.title, STYLE_HEAD, sample_title(frame.context, browser->program, frame.title),
              frame.title_right);
    if (layout.note >= 0)
        draw_ends(grid, layout.note, STYLE_TEXT, frame.note, frame.note_right);
    if (!layout.side_by_side && present_panes(screen) > 1)
        draw_tabs(grid, screen, layout.rule);
    else
        draw_titled_rule(grid, screen, &layout);
    draw_columns(grid, screen, &layout);
    draw_detail(grid, screen, &layout);
    draw_rule(grid, 0, layout.foot_rule, grid->width);
    if (layout.strip.height)
        pace_draw(grid, browser, &layout.strip);
    int end = layout.strip.height > 1 ? layout.strip.y : layout.foot_rule;
    for (int i = 1; i < layout.n_columns && layout.detail_rule < 0; i++)
        grid_text(grid, layout.column[i].x - 1, end, 1, STYLE_RULE, "┴");
    foot_draw(grid, screen, &layout, &frame);
    if (browser->program->plain)
        make_plain(grid);
    if (grid->ascii)
        make_ascii(grid);
    talloc_free(frame.context);
}
