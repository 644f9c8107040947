/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The whole sentence of what was kept while its minute was cut off (screens.md 3.10): how many rows have one, what is
 * new in it, and taking it with one key. The row stays as it is until then. */
#include "config.h"

#include "actions.h"
#include "changes.h"

#include <string.h>

/* Most stores have no row that was cut off, and need not look. */
enum status fuller_read(const void *parent, struct store *store, const struct actions *rows, struct fuller_quotes *out, struct err *err)
{
    bool cut = false;
    *out = (struct fuller_quotes){0};
    for (size_t i = 0; i < rows->n && !cut; i++)
        cut = rows->at[i]->quote_truncated && rows->at[i]->state != ACTION_TO_CHECK;
    return cut ? store_fuller_quotes(parent, store, out, err) : STATUS_OK;
}

const struct fuller_quote *fuller_of(const struct fuller_quotes *quotes, const char *row_id)
{
    for (size_t i = 0; row_id && i < quotes->n; i++)
        if (strcmp(quotes->at[i].row_id, row_id) == 0)
            return &quotes->at[i];
    return NULL;
}

char *fuller_counted(const void *parent, const struct fuller_quotes *quotes)
{
    return quotes->n ? words_count(parent, (int)quotes->n, "sentence is now whole", "sentences are now whole") : NULL;
}

/* "Now whole (F takes it): “It was agreed that the Chairman would write to {+the Cabinet Member.+}”": where LINES are too
 * few, what was known is only counted. */
void fuller_page(struct page *page, const struct action *action, const struct fuller_quote *full, const char *key, size_t lines)
{
    void *local = talloc_named_const(NULL, 0, "fuller");
    char *old = text_squeeze(local, action->quote, strlen(action->quote)), *new = text_squeeze(local, full->quote, strlen(full->quote));
    char *lead = mem_printf(local, "Now whole (%s takes it):", key);
    size_t before = page->n_lines, rows = page->n_rows;
    for (int fold = 0; fold < 2; fold++) {
        struct changed_text text;
        page->n_lines = before;
        page->n_rows = rows;
        changed_text_start(&text, local);
        changed_text_put(&text, STYLE_WARNING, lead, strlen(lead), 0);
        changed_text_compare(&text, old, new, 0, fold);
        changed_text_page(page, &text, 1, 1, NULL);
        if (page->n_lines <= before + lines)
            break;
    }
    if (page->n_lines > before + lines)
        page_keep(page, before + lines, page->width - 1);
    talloc_free(local);
}

unsigned fuller_take(struct actions_screen *as, const struct action *action)
{
    struct browser *browser = as->screen.browser;
    const struct fuller_quote *full = action ? fuller_of(&as->fuller, action->id) : NULL;
    struct err err;
    if (as->fuller.n == 0)
        return browser_sayf(browser, "no sentence on the tracker that was cut off is held whole by now");
    if (full) {
        struct edit edit = {.kind = EDIT_ACTION_SET, .target = full->row_id, .field = "quote", .value = full->quote};
        return job_queue_edit(browser, &edit);
    }
    as->wanted = mem_strdup(as, as->fuller.at[0].row_id);
    return actions_load(&as->screen, &err) == STATUS_OK ? browser_sayf(browser, "this one is as it was; here is one whose sentence is now whole")
                                                        : browser_fail(browser, &err);
}
