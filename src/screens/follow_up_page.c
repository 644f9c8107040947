/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What stands on the page of one follow-up: its sentence, what is stated, its steps, what became of it, dates that law or
 * custom offers, what hangs under it, and every change of it. */
#include "config.h"

#include "follow_up.h"

#include <string.h>

#define LABEL 14 /* cells of what stands before a value */

/* ---- what is stated ---------------------------------------------------------------------------------------- */

static void put_fact(struct page *page, const char *key, const char *label, const char *words)
{
    if (!words || !*words)
        return;
    int at = page->width >= SMALLEST_WIDTH + LABEL ? 1 + LABEL : 3;
    page_row(page, key, 0);
    page_say(page, 1, STYLE_QUIET, label);
    if (at == 3)
        page_wrap(page, at, at, page->width - at - 1, STYLE_TEXT, words);
    else
        page_wrap_on(page, at, at, page->width - at - 1, STYLE_TEXT, words);
    page_no_row(page);
}

/* "drafted > sent > [answered] > reported": the one it has come to stands in brackets. */
static char *steps_words(const void *parent, const struct action *action)
{
    const char *const *steps = action_steps_of(action);
    struct buf out;
    buf_init(&out, parent, 1000);
    for (size_t i = 0; steps[i]; i++) {
        bool now = action->step && strcmp(action->step, steps[i]) == 0;
        buf_printf(&out, "%s%s%s%s", i ? " > " : "", now ? "[" : "", steps[i], now ? "]" : "");
    }
    return buf_take(&out);
}

static char *closed_words(const void *parent, const struct action *action)
{
    if (!action->closed_by)
        return NULL;
    return date_is_set(action->closed_on) ? mem_printf(parent, "%s, on %s", action->closed_by, date_words(parent, action->closed_on))
                                          : mem_strdup(parent, action->closed_by);
}

static char *day_words(const void *parent, struct date day)
{
    return date_is_set(day) ? date_words(parent, day) : NULL;
}

static void put_stated(struct page *page, const struct action *action, struct date as_at)
{
    void *local = talloc_named_const(NULL, 0, "stated");
    bool kept = action->state == ACTION_KEPT;
    const struct {
        const char *label, *words;
    } facts[] = {
        {"what", action->subject},
        {"your words", action->own_words},
        {"by whom", action->owner ? fact_owner(local, action->owner) : "not stated"},
        {"to whom", action->recipient ? action->recipient : "not stated"},
        {"by when", kept ? action_when_words(local, action, as_at) : action->due_text ? action->due_text : "none given"},
        {"state", fact_follow_up_state(local, action)},
        {"steps", kept ? steps_words(local, action) : NULL},
        {"chased", fact_chased(local, action, as_at)},
        {"closed by", closed_words(local, action)},
        {"response", action->response},
        {"responded", day_words(local, action->response_date)},
        {"executive", day_words(local, action->executive_date)},
        {"outcome", action->outcome},
        {"limb", action->limb},
        {"said again at", action->also_place},
        {"raised by", action->raised_by},
        {"portfolio", action->portfolio},
        {"their word", action->status_word},
        {"RAG", action->rag},
        {"superseded by", action->superseded_by},
        {"carried to", action->carried_to},
        {"tags", action->tags},
        {"note", action->note},
    };
    for (size_t i = 0; i < MB_LENGTH(facts); i++)
        put_fact(page, facts[i].label, facts[i].label, facts[i].words);
    talloc_free(local);
}

static void put_sentence(struct page *page, const struct follow_up_facts *facts, const struct browser *browser)
{
    const struct action *action = facts->action;
    const struct fuller_quote *full = fuller_of(&facts->fuller, action->id);
    if (!action->quote)
        return;
    page_row(page, "minute", 0);
    if (full) {
        char *key = key_of(NULL, browser, CMD_TAKE_WHOLE);
        fuller_page(page, action, full, key, 100);
        talloc_free(key);
    } else {
        char *quote = fact_quote(NULL, action, " [cut off on the council's page]");
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, quote);
        talloc_free(quote);
    }
    page_no_row(page);
    page_blank(page);
}

/* ---- what became of it ------------------------------------------------------------------------------------------ */

/* "at minute 34": of the meeting of its day. */
static char *place_words(const void *parent, const struct action_entry *entry)
{
    const char *item = entry->item;
    if (!item)
        return mem_strdup(parent, "at the meeting of that day");
    bool minute = *item == 'm' && item[1] >= '0' && item[1] <= '9', agenda = *item == 'a' && item[1] >= '0' && item[1] <= '9';
    return mem_printf(parent, "at %s %s", minute ? "minute" : "item", minute || agenda ? item + 1 : item);
}

/* "answer, told to members: ...; from the Director; letter.pdf; at item 5" */
static char *happened_words(const void *parent, const struct action_entry *entry)
{
    struct strings more = {0};
    void *local = talloc_named_const(NULL, 0, "happened");
    char *head = mem_printf(local, "%s%s", entry_kind_name(entry->kind), entry->told ? ", told to members" : "");
    if (entry->text)
        head = mem_printf(local, "%s: %s", head, entry->text);
    strings_add(local, &more, head);
    if (entry->source)
        strings_add(local, &more, mem_printf(local, "from %s", entry->source));
    if (entry->file_name)
        strings_add(local, &more, mem_printf(local, "file %s", entry->file_name));
    if (entry->meeting_id)
        strings_add(local, &more, place_words(local, entry));
    if (entry->url)
        strings_add(local, &more, entry->url);
    char *words = words_join(parent, &more, "; ");
    talloc_free(local);
    return words;
}

static void put_numbered(struct page *page, const char *prefix, size_t i, const char *day, const char *words)
{
    char *key = mem_printf(NULL, "%s%zu", prefix, i);
    bool beside = page->width >= 60;
    page_row(page, key, 0);
    if (day)
        page_say(page, 1, STYLE_QUIET, day);
    if (day && beside)
        page_wrap_on(page, 19, 19, page->width - 20, STYLE_TEXT, words);
    else
        page_wrap(page, day ? 3 : 1, 3, page->width - 4, STYLE_TEXT, words);
    page_no_row(page);
    talloc_free(key);
}

static void put_entries(struct page *page, const struct action_entries *entries)
{
    if (entries->n)
        page_heading(page, 1, "What became of it");
    for (size_t i = 0; i < entries->n; i++) {
        char *words = happened_words(NULL, entries->at[i]);
        put_numbered(page, ENTRY_KEY, i, date_words(words, entries->at[i]->date), words);
        talloc_free(words);
    }
}

static void put_clocks(struct page *page, const struct follow_up_facts *facts)
{
    bool kept = follow_up_is_kept(facts->action) && action_status_is_open(facts->action->status);
    if (facts->n_clocks && kept)
        page_heading(page, 1, "Dates that may apply; offered, not set (Enter takes one as your own)");
    for (size_t i = 0; kept && i < facts->n_clocks; i++) {
        const struct clock_offer *clock = &facts->clocks[i];
        char *words = mem_printf(NULL, "%s: %s (%s)", clock->what, clock->length, clock->source);
        put_numbered(page, CLOCK_KEY, i, date_words(words, clock->by), words);
        talloc_free(words);
    }
}

static void put_under(struct page *page, const struct follow_up_facts *facts)
{
    void *local = talloc_named_const(NULL, 0, "under");
    char *answered = words_answered(local, &facts->under);
    if (answered)
        page_heading(page, 1, mem_printf(local, "Hanging under it: %s", answered));
    for (size_t i = 0; i < facts->under.n; i++) {
        const struct action *one = facts->under.at[i];
        put_numbered(page, UNDER_KEY, i, NULL,
                     mem_printf(local, "%s  %s; %s", one->reference ? one->reference : "+", fact_summary(local, one, 0),
                                fact_follow_up_state(local, one)));
    }
    talloc_free(local);
}

static void put_likes(struct page *page, const struct follow_up_facts *facts)
{
    if (facts->n_likes)
        page_heading(page, 1, "The minutes bring what may be it (Enter joins it, your words stay)");
    for (size_t i = 0; i < facts->n_likes; i++) {
        char *quote = fact_quote(NULL, facts->likes[i], CUT_OFF);
        const char *reference = facts->likes[i]->reference;
        put_numbered(page, LIKE_KEY, i, NULL, mem_printf(quote, "%s  %s", reference ? reference : "+", quote));
        talloc_free(quote);
    }
}

static void put_events(struct page *page, const struct events *events)
{
    if (events->n)
        page_heading(page, 1, "Every change");
    for (size_t i = 0; i < events->n; i++) {
        char *words = event_words(NULL, &events->at[i]);
        put_numbered(page, "event:", i, NULL, words);
        talloc_free(words);
    }
}

void follow_up_page(struct page *page, const struct follow_up_facts *facts, const struct browser *browser)
{
    put_sentence(page, facts, browser);
    put_stated(page, facts->action, browser->program->as_at);
    put_under(page, facts);
    put_likes(page, facts);
    put_entries(page, &facts->entries);
    put_clocks(page, facts);
    put_events(page, &facts->events);
}
