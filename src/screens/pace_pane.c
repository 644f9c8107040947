/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The pane above the foot while many papers are read: how far that is and which key stops it. All screens keep
 * working meanwhile; the pane is there from the first to the last paper and takes no focus. */
#include "config.h"

#include "private.h"

#include <string.h>

#define LINES 3 /* a rule with its name, how far it is, the paper at hand */
#define NARROW 70
#define FLASH 300 /* ms: what takes no longer has no pane */

static const char *base_name(const char *path)
{
    const char *stroke = strrchr(path, '/');
    return stroke && stroke[1] ? stroke + 1 : path;
}

/* Several papers have the pane; one alone is named at the foot. */
void browser_pace(struct browser *browser, const struct pace *pace)
{
    bool one = pace && pace->total == 1, flash = pace && pace->began && pace->milliseconds < FLASH;
    browser->pace = pace && pace->total > 1 && !flash ? *pace : (struct pace){0};
    if (pace && !one)
        return;
    char *said = one ? pace->doing ? mem_strdup(NULL, pace->doing) : mem_printf(NULL, "reading %s", base_name(pace->path)) : NULL;
    browser_show(browser, false, said);
    talloc_free(said);
}

int pace_lines(const struct browser *browser)
{
    return browser->pace.total ? LINES : 0;
}

static int cells(const void *local, const char *text)
{
    struct safe clean = safe_line(local, text);
    return text_width(clean.text, clean.len);
}

/* The end of PATH that fits into ROOM cells. */
static const char *path_end(const void *local, const char *path, int room)
{
    while (cells(local, path) > room && *path)
        path++;
    while ((*path & 0xC0) == 0x80)
        path++;
    return path;
}

/* Which key stops it, in the words that fit into ROOM cells; at least the key. */
static const char *stop_words(const void *local, const struct browser *browser, int room, int *used)
{
    const char *const endings[] = {mem_printf(local, " stops after this %s", browser->pace.of_what ? browser->pace.of_what : "paper"), " stops", ""};
    const char *key = key_of(local, browser, CMD_STOP), *words = key;
    for (size_t i = 0; i < MB_LENGTH(endings); i++) {
        words = mem_printf(local, "%s%s", key, endings[i]);
        if ((*used = cells(local, words)) <= room)
            break;
    }
    return words;
}

void pace_draw(struct grid *grid, const struct browser *browser, const struct rect *rect)
{
    void *local = talloc_named_const(NULL, 0, "pace");
    const struct pace *pace = &browser->pace;
    char *words = pace_words(local, pace, rect->width < NARROW);
    int room = rect->width - 2, last;
    const char *stop = stop_words(local, browser, room - cells(local, words) - 2, &last);
    int y = rect->y + (rect->height > 1);
    grid_fill(grid, rect->x, rect->y, rect->width, rect->height, STYLE_TEXT);
    grid_text(grid, rect->x + 1, y, room - last - 1, STYLE_TEXT, words);
    grid_text(grid, rect->x + 1 + room - last, y, last, STYLE_HINT, stop);
    if (rect->height > 1) {
        draw_rule(grid, rect->x, rect->y, rect->width);
        grid_text(grid, rect->x + 1, rect->y, room, STYLE_PANE, mem_printf(local, " %s ", pace->title ? pace->title : "Reading papers"));
        grid_text(grid, rect->x + 1, y + 1, room, STYLE_QUIET, path_end(local, pace->path, room));
    }
    talloc_free(local);
}
