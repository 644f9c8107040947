/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The Search screen: what was found, by kind or by meeting, and the whole text of the hit beside it (screens.md 3.7, 3.8). The last
 * search is kept, so that n and N lead on from any text. */
#include "config.h"

#include "search.h"

#include <minutebook/search_live.h>
#include <minutebook/search_words.h>

#include <string.h>

/* ---- searching ---------------------------------------------------------------------------------------- */

/* The kinds in the order of the page. */
static const struct {
    enum passage_kind kind;
    const char *name;
} kinds[] = {
    {PASSAGE_MINUTES, "Minutes"}, {PASSAGE_DECISION, "Decisions"},        {PASSAGE_ACTION, "Actions"},
    {PASSAGE_NOTE, "Notes"},      {PASSAGE_QUESTION, "Questions"},
    {PASSAGE_REPORT, "Reports"},  {PASSAGE_PROGRAMME, "Work programmes"}, {PASSAGE_ITEM, "Items"}, {PASSAGE_AGENDA, "Agendas"},
};

/* Order the rows as the page shows them, so that n goes down the page. Newest first is kept. */
static void group_rows(struct search_rows *rows, const void *parent)
{
    struct search_row *grouped = mem_zero_named(parent, (rows->n + 1) * sizeof *grouped, "hits");
    size_t n = 0;
    for (size_t k = 0; k < MB_LENGTH(kinds); k++)
        for (size_t i = 0; i < rows->n; i++)
            if (rows->at[i].kind == kinds[k].kind)
                grouped[n++] = rows->at[i];
    rows->at = grouped;
    rows->n = n;
}

/* Read when something is first searched for; what is wrong in the member's own is told then. */
const struct related *search_related(struct browser *browser)
{
    struct strings faults = {0};
    if (!browser->related)
        browser->related = related_new(browser, program_words(browser->program), &faults);
    for (size_t i = 0; i < faults.n; i++)
        browser_say(browser, true, faults.at[i]);
    talloc_free(faults.at);
    return browser->related;
}

struct search_wish search_wish_of(struct browser *browser, const struct search_manner *manner)
{
    bool more = !browser->program->words_alone;
    return (struct search_wish){.limit = manner->limit,
                                .order = manner->order,
                                .options = {.typing = manner->typing,
                                            .routine = manner->routine,
                                            .related = more ? search_related(browser) : NULL,
                                            .forms = more,
                                            .as_at = browser->program->as_at,
                                            .overdue = actions_overdue}};
}

enum search_order search_order_now(const struct browser *browser)
{
    return (enum search_order)browser->program->search_order;
}

static struct searching *searching_new(struct browser *browser, const char *words, const struct search_manner *manner)
{
    struct searching *searching = mem_new(browser, struct searching);
    searching->words = mem_strdup(searching, words);
    searching->limit = manner->limit;
    searching->routine = manner->routine;
    searching->order = manner->order;
    searching->generation = browser->generation;
    searching->by_meeting = browser->search_by_meeting;
    return searching;
}

static void arrange(struct searching *searching)
{
    if (searching->rows.order != SEARCH_BEST && !searching->by_meeting)
        group_rows(&searching->rows, searching);
    searching->snippets = mem_zero_named(searching, (searching->rows.n + 1) * sizeof *searching->snippets, "snippets");
}

struct searching *searching_of_answer(struct browser *browser, const char *words, const struct search_manner *manner, struct search_answer *answer)
{
    struct searching *searching = searching_new(browser, words, manner);
    searching->rows = answer->rows;
    searching->query = answer->query;
    (void)talloc_steal(searching, answer); /* all of it hangs on it */
    arrange(searching);
    return searching;
}

static enum status run(struct browser *browser, const char *words, const struct search_manner *manner, struct searching **out, struct err *err)
{
    struct searching *searching = searching_new(browser, words, manner);
    const struct search_wish wish = search_wish_of(browser, manner);
    enum status status = search_run(searching, browser->store, words, wish, &searching->query, &searching->rows, err);
    if (status == STATUS_NONE)
        status = STATUS_OK; /* an empty list is shown, with what it could not see */
    if (status != STATUS_OK) {
        talloc_free(searching);
        return status;
    }
    arrange(searching);
    *out = searching;
    return STATUS_OK;
}

struct search_manner search_manner_of(const struct searching *searching)
{
    return (struct search_manner){.limit = searching->limit, .routine = searching->routine, .order = searching->order};
}

enum status search_run_again(struct browser *browser, const struct search_manner *manner, struct err *err)
{
    struct searching *searching, *before = browser->searching;
    enum status status = run(browser, before->words, manner, &searching, err);
    if (status != STATUS_OK)
        return status;
    searching->current = before->current < before->rows.n ? search_place_of(&searching->rows, &before->rows.at[before->current]) : 0;
    browser->searching = searching;
    talloc_free(before);
    search_count_behind(browser);
    return STATUS_OK;
}

enum status search_freshen(struct browser *browser, struct err *err)
{
    const struct search_manner manner = search_manner_of(browser->searching);
    if (browser->searching->generation == browser->generation || search_is_live(browser))
        return STATUS_OK;
    return search_run_again(browser, &manner, err);
}

static unsigned begin(struct browser *browser, struct searching *searching)
{
    talloc_free(browser->searching);
    browser->searching = searching;
    browser->text_is_last = false;
    search_count_behind(browser);
    if (browser_context(browser) == CONTEXT_SEARCH)
        (void)browser_pop(browser); /* a new search takes the place of the old list */
    for (size_t i = 0; i < browser->depth; i++)
        if (browser->stack[i]->context == CONTEXT_SEARCH)
            search_renew(browser->stack[i]);
    text_search_clear(browser_top(browser));
    return browser_push(browser, search_new(browser));
}

/* Where no text has the last word as it was typed, those that have one that begins so: they were seen while it was typed. */
static void go_on_typing(struct browser *browser, const char *words, const struct search_manner *manner, struct searching **searching)
{
    struct searching *longer = NULL;
    struct err err;
    size_t n = strlen(words);
    char *begun = mem_printf(NULL, "%s*", words);
    bool word = n > 0 && !strchr("*\"() ", words[n - 1]);
    if ((*searching)->rows.n == 0 && word && run(browser, begun, manner, &longer, &err) == STATUS_OK && longer->rows.n > 0) {
        talloc_free(*searching);
        *searching = longer;
        longer = NULL;
    }
    talloc_free(longer);
    talloc_free(begun);
}

unsigned search_start_in(struct browser *browser, const char *words, enum search_order order)
{
    const struct search_manner manner = {.limit = HITS_AT_ONCE, .order = order};
    struct searching *searching;
    struct err err;
    if (!browser->store)
        return browser_sayf(browser, "no papers yet: nothing to find anything in");
    if (run(browser, words, &manner, &searching, &err) != STATUS_OK)
        return browser_fail(browser, &err) | browser_ask_with(browser, PROMPT_FIND, words);
    return begin(browser, searching);
}

unsigned search_start(struct browser *browser, const char *words)
{
    return search_start_in(browser, words, search_order_now(browser));
}

unsigned search_answer(struct browser *browser, const char *line)
{
    const struct search_manner manner = {.limit = HITS_AT_ONCE, .order = search_order_now(browser)};
    struct searching *searching;
    struct err err;
    if (!browser->store || run(browser, line, &manner, &searching, &err) != STATUS_OK)
        return search_start(browser, line);
    go_on_typing(browser, line, &manner, &searching);
    return begin(browser, searching);
}

/* ---- turning it -------------------------------------------------------------------------------------------- */

struct snippet *search_snippet(struct searching *searching, size_t hit)
{
    struct snippet *snippet = &searching->snippets[hit];
    if (!snippet->text)
        *snippet = snippet_make(searching, &searching->rows.at[hit], searching->query, SNIPPET_CELLS);
    return snippet;
}

/* From now on searches begin in it, too. Another order is asked for to see what it begins with. */
unsigned search_turn_order(struct browser *browser, const char *name)
{
    struct err err;
    struct search_manner manner = {.limit = HITS_AT_ONCE, .routine = browser->searching->routine, .order = browser->searching->order};
    manner.order = search_order_names[manner.order + 1] ? manner.order + 1 : SEARCH_NEWEST;
    for (size_t i = 0; name && search_order_names[i]; i++)
        manner.order = strcmp(search_order_names[i], name) == 0 ? (enum search_order)i : manner.order;
    if (name && strcmp(search_order_names[manner.order], name) != 0)
        return browser_refuse(browser, "the order is newest, oldest or best");
    browser->program->search_order = (int)manner.order;
    if (search_run_again(browser, &manner, &err) != STATUS_OK)
        return browser_fail(browser, &err);
    browser->searching->current = 0;
    search_renew(browser_top(browser));
    screen_lay_out(browser_top(browser));
    bool other = browser->searching->rows.order != manner.order;
    return REACT_REDRAW | browser_sayf(browser, other ? "%s first: so short a beginning cannot be ranked" : "%s first; s turns it",
                                       search_order_names[browser->searching->rows.order]);
}

/* The cursor stays on its hit. */
unsigned search_turn_group(struct browser *browser)
{
    struct err err;
    struct searching *before = browser->searching, *turned;
    const struct search_manner manner = search_manner_of(before);
    struct screen *screen = browser_top(browser);
    size_t hit = search_hit_here(screen);
    if (hit >= before->rows.n)
        return browser_refuse(browser, "nothing was found");
    if (before->rows.order == SEARCH_BEST)
        return browser_refuse(browser, "the best stand each for itself: with another order they can be grouped");
    browser->search_by_meeting = !before->by_meeting;
    if (run(browser, before->words, &manner, &turned, &err) != STATUS_OK)
        return browser_fail(browser, &err);
    search_keep_counts(turned, before);
    size_t to = search_place_of(&turned->rows, &before->rows.at[hit]);
    browser->searching = turned;
    talloc_free(before);
    search_renew(screen);
    screen_lay_out(screen);
    return search_go(screen, to) | browser_sayf(browser, "%s; o turns it", turned->by_meeting ? "by meeting" : "by kind");
}

unsigned search_turn_routine(struct browser *browser)
{
    struct err err;
    struct search_manner manner = search_manner_of(browser->searching);
    manner.limit = HITS_AT_ONCE;
    manner.routine = !manner.routine;
    if (search_run_again(browser, &manner, &err) != STATUS_OK)
        return browser_fail(browser, &err);
    return browser_reload(browser, browser_top(browser)) |
           browser_sayf(browser, manner.routine ? "with routine texts; E leaves them out again" : "routine texts are left out; E brings them in");
}

const char *search_kind_name(enum passage_kind kind)
{
    for (size_t i = 0; i < MB_LENGTH(kinds); i++)
        if (kinds[i].kind == kind)
            return kinds[i].name;
    return "Other";
}
