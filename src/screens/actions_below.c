/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What stands below the list of follow-ups: of the one under the cursor what its row does not say. */
#include "config.h"

#include "actions.h"

#include <string.h>

/* "24/1   letter · minute 24, Fostering, 1 September 2022": what has no room gives way, the day last. */
static void put_head(struct page *page, const struct action *action)
{
    static const enum place_words places[] = {PLACE_WHOLE, PLACE_ITEM, PLACE_SHORT};
    void *local = talloc_named_const(NULL, 0, "head");
    char *head = NULL;
    for (size_t i = 0; i < MB_LENGTH(places); i++) {
        char *place = fact_follow_up_place(local, action, places[i]);
        head = mem_printf(local, "%s   %s · %s", action->reference ? action->reference : "-",
                          fact_follow_up_kind(action), place);
        if (text_width(head, strlen(head)) < page->width - 1)
            break;
    }
    page_say(page, 1, STYLE_HEADING, head);
    talloc_free(local);
}

/* "to check; by the Chairman; to the Cabinet Member. Not stated: by when." */
static char *stated_words(const void *parent, const struct action *action, struct date as_at)
{
    struct strings missing = {0}, stated = {0};
    void *local = talloc_named_const(NULL, 0, "stated");
    const struct {
        const char *before, *value, *missing;
    } parts[] = {{"by ", fact_owner(local, action->owner), "by whom"}, {"to ", action->recipient, "to whom"}, {"", action->due_text, "by when"}};
    char *progress = action->state == ACTION_KEPT ? fact_progress(local, action, as_at) : NULL;
    strings_add(local, &stated, fact_follow_up_state(local, action));
    if (progress)
        strings_add(local, &stated, progress);
    for (size_t i = 0; i < MB_LENGTH(parts); i++)
        if (parts[i].value)
            strings_add(local, &stated, mem_printf(local, "%s%s", parts[i].before, parts[i].value));
        else
            strings_add(local, &missing, parts[i].missing);
    if (date_is_set(action->chase_date))
        strings_add(local, &stated, mem_printf(local, "to chase %s (your own date)", date_words(local, action->chase_date)));
    char *words = words_join(local, &stated, "; ");
    words = missing.n ? mem_printf(parent, "%s. Not stated: %s.", words, words_join(local, &missing, ", "))
                      : mem_printf(parent, "%s.", words);
    talloc_free(local);
    return words;
}

void action_page(struct page *page, const struct action *action, struct date as_at, int lines, const struct fuller_quote *full, const char *key)
{
    struct page *below = page_new(NULL, page->width);
    char *stated = stated_words(below, action, as_at);
    page_wrap_most(below, 1, 1, page->width - 2, STYLE_TEXT, stated, 2);
    int room = lines - 1 - (int)below->n_lines;
    put_head(page, action);
    if (full && action->quote) {
        fuller_page(page, action, full, key, room > 1 ? (size_t)room : 1);
    } else if (action->quote) {
        char *quote = fact_quote(below, action, " [cut off on the council's page]");
        page_wrap_most(page, 1, 1, page->width - 2, STYLE_TEXT, quote, room > 1 ? (size_t)room : 1);
    }
    page_wrap_most(page, 1, 1, page->width - 2, STYLE_TEXT, stated, 2);
    if (action->note) {
        char *note = mem_printf(below, "Note: %s", action->note);
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, note);
    }
    talloc_free(below);
}
