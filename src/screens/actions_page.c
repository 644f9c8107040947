/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The list of follow-ups as a page: its rows in order under their headings (actions_order.c, actions_row.c). The Actions
 * screen and the printed list show the same. */
#include "config.h"

#include "actions.h"

#include <string.h>

static void put_column_heads(struct page *page, const struct action_columns *columns)
{
    page_say(page, 2, STYLE_TABLE_HEAD, "Ref");
    page_put(page, columns->what, 0, STYLE_TABLE_HEAD, "What was asked or promised");
    page_put(page, columns->whom, 0, STYLE_TABLE_HEAD, "By whom");
    page_put(page, columns->when, 0, STYLE_TABLE_HEAD, "When");
    page_put(page, columns->state, 0, STYLE_TABLE_HEAD, "State now");
}

/* Why there is nothing, and what to do about it. */
static const char *no_rows(const void *local, const struct actions_shown *shown)
{
    struct date begins = shown->counted ? shown->counted->begins : shown->actions->begins;
    if (shown->filtered)
        return "No row is so. Esc shows them all.";
    if (!date_is_set(begins))
        return "Nothing on the tracker yet. In a minute, a adds a follow-up from the sentence under the cursor.";
    return mem_printf(local, "Nothing was on the tracker on %s; the first row was kept on %s.%s", date_words(local, shown->as_at),
                      date_words(local, begins), shown->whole ? "" : " :as-at leads back to today.");
}

void actions_page(struct page *page, const struct actions_shown *shown)
{
    void *local = talloc_named_const(NULL, 0, "actions");
    struct action_rows rows = actions_in_order(local, shown);
    struct action_columns columns = action_columns_of(page->width, shown);
    if (columns.wide && rows.n)
        put_column_heads(page, &columns);
    for (size_t i = 0; i < rows.n; i++) {
        struct action_row *row = &rows.at[i];
        row->style = action_group_of(row->action, shown->as_at) == GROUP_DONE ? STYLE_QUIET : STYLE_TEXT;
        if (row->heading && i)
            page_blank(page);
        if (row->heading)
            page_say(page, 1, STYLE_HEADING, row->heading);
        action_put(page, shown, row, &columns);
    }
    if (rows.n == 0)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, no_rows(local, shown));
    talloc_free(local);
}
