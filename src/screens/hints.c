/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the keys do, in the last row: only what does something on this screen and on the row under the
 * cursor. Words and keys come from the command table and the keymap; whether a command has anything to do
 * here is asked of the screen, and where it does not say, told from its rows and follow-ups. */
#include "config.h"

#include "private.h"

#include <string.h>

char *key_of(const void *parent, const struct browser *browser, enum command_id command)
{
    const struct command *known = command_get(command);
    char *key = keymap_first_key(parent, settings_keymap(browser->settings), command, known->contexts);
    return key ? key : mem_printf(parent, ":%s", known->name);
}

/* ---- what works here ---------------------------------------------------------------------------------- */

static bool has_panes(const struct screen *screen)
{
    bool columns = screen_side_by_side(screen);
    int n = 0;
    for (size_t i = 0; i < screen->n_panes; i++)
        n += pane_is_there(&screen->panes[i], columns);
    return n > 1;
}

/* A screen that is on top is not opened again. */
static bool is_on_top(enum command_id command, unsigned context)
{
    static const struct {
        enum command_id command;
        unsigned context;
    } opened[] = {{CMD_MEETINGS, CONTEXT_MEETINGS}, {CMD_PROGRAMME, CONTEXT_PROGRAMME}, {CMD_ACTIONS, CONTEXT_ACTIONS}};
    for (size_t i = 0; i < MB_LENGTH(opened); i++)
        if (opened[i].command == command && opened[i].context == context)
            return true;
    return false;
}

/* Where the screen itself does not say. */
static bool does_something(struct screen *screen, enum command_id command)
{
    switch (command) {
    case CMD_OPEN:
        return screen->ops->act && (screen->ops->open_words || screen_key(screen));
    case CMD_NOT_NEEDED:
        return screen_key(screen) != NULL;
    case CMD_NEXT_PANE:
        return has_panes(screen);
    case CMD_RIGHT:
        return view_wide(&screen_pane(screen)->view) != NULL;
    case CMD_KEEP:
    case CMD_REFUSE:
    case CMD_NEXT_TO_CHECK:
    case CMD_SET:
    case CMD_CHASE:
    case CMD_ANSWER:
    case CMD_COMPLETE:
        return check_offers(screen, command);
    case CMD_CHANGES:
        return false; /* only the screen of a meeting knows whether there are any */
    default:
        return !is_on_top(command, screen->context);
    }
}

/* Without papers most keys have nothing to do: there only these are offered. */
static bool is_offered(const struct command *command, struct screen *screen)
{
    bool begins = command->id == CMD_OPEN || command->id == CMD_CLOSE || command->id == CMD_HELP;
    if (!(command->contexts & screen->context) || !*command->hint || (screen->context == CONTEXT_BEGIN && !begins))
        return false;
    enum offer offer = screen->ops->offers ? screen->ops->offers(screen, command->id) : OFFER_UNKNOWN;
    return offer == OFFER_UNKNOWN ? does_something(screen, command->id) : offer == OFFER_YES;
}

/* ---- the row ------------------------------------------------------------------------------------------ */

struct hints {
    struct strings list;
    char *help; /* always the last */
};

static const char *open_words(const struct screen *screen)
{
    return screen->open_words ? screen->open_words : screen->ops->open_words;
}

/* `q` closes a screen and on the last one quits; Enter closes a report. Each says what it does here. */
static const char *hint_words(const struct command *command, const struct screen *screen, bool last_screen)
{
    if (command->id == CMD_OPEN && open_words(screen))
        return open_words(screen);
    return command->id == CMD_CLOSE && last_screen ? "quit" : command->hint;
}

static struct hints hints_of(const void *local, const struct keymap *map, struct screen *screen, bool last_screen)
{
    struct hints hints = {0};
    for (size_t i = 0; i < CMD_COUNT; i++) {
        const struct command *command = command_get((enum command_id)i);
        char *key = keymap_first_key(local, map, command->id, screen->context);
        if (!key || !is_offered(command, screen))
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

void hints_draw(struct grid *grid, struct screen *screen, int y)
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
