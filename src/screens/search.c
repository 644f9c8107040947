/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The Search screen: what was found, newest first within each kind, and the whole text of the hit beside
 * it (screens.md 3.7, 3.8). The last search is kept, so that n and N lead on from any text. */
#include "config.h"

#include "notes.h"
#include "search.h"

#include <minutebook/search_live.h>
#include <minutebook/search_words.h>

#include <stdio.h>
#include <string.h>

#define GO_ON_BEFORE 10 /* hits from the end of those that are there more are read */

/* ---- searching ---------------------------------------------------------------------------------------- */

/* The kinds in the order of the page. */
static const struct {
    enum passage_kind kind;
    const char *name;
} kinds[] = {
    {PASSAGE_MINUTES, "Minutes"}, {PASSAGE_DECISION, "Decisions"},        {PASSAGE_ACTION, "Actions"},
    {PASSAGE_NOTE, "Notes"},      {PASSAGE_QUESTION, "Questions"},
    {PASSAGE_REPORT, "Reports"},  {PASSAGE_PROGRAMME, "Work programmes"}, {PASSAGE_AGENDA, "Agendas"},
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

struct search_wish search_wish_of(struct browser *browser, int limit, bool typing, bool routine)
{
    bool more = !browser->program->words_alone;
    return (struct search_wish){.limit = limit,
                                .order = browser->search_order,
                                .options = {.typing = typing,
                                            .routine = routine,
                                            .related = more ? search_related(browser) : NULL,
                                            .forms = more,
                                            .as_at = browser->program->as_at,
                                            .overdue = actions_overdue}};
}

static struct searching *searching_new(struct browser *browser, const char *words, int limit)
{
    struct searching *searching = mem_new(browser, struct searching);
    searching->words = mem_strdup(searching, words);
    searching->limit = limit;
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

struct searching *searching_of_answer(struct browser *browser, const char *words, struct search_answer *answer)
{
    struct searching *searching = searching_new(browser, words, HITS_AT_ONCE);
    searching->rows = answer->rows;
    searching->query = answer->query;
    (void)talloc_steal(searching, answer); /* all of it hangs on it */
    arrange(searching);
    return searching;
}

static enum status run(struct browser *browser, const char *words, int limit, bool routine, struct searching **out, struct err *err)
{
    struct searching *searching = searching_new(browser, words, limit);
    const struct search_wish wish = search_wish_of(browser, limit, false, routine);
    enum status status = search_run(searching, browser->store, words, wish, &searching->query, &searching->rows, err);
    if (status == STATUS_NONE)
        status = STATUS_OK; /* an empty list is shown, with what it could not see */
    if (status != STATUS_OK) {
        talloc_free(searching);
        return status;
    }
    searching->routine = routine;
    arrange(searching);
    *out = searching;
    return STATUS_OK;
}

/* The same words again, in the place of what was found before. */
static enum status run_again(struct browser *browser, int limit, bool routine, struct err *err)
{
    struct searching *searching, *before = browser->searching;
    enum status status = run(browser, before->words, limit, routine, &searching, err);
    if (status != STATUS_OK)
        return status;
    searching->current = before->current < searching->rows.n ? before->current : 0;
    browser->searching = searching;
    talloc_free(before);
    search_count_behind(browser);
    return STATUS_OK;
}

enum status search_freshen(struct browser *browser, struct err *err)
{
    if (browser->searching->generation == browser->generation || search_is_live(browser))
        return STATUS_OK;
    return run_again(browser, browser->searching->limit, browser->searching->routine, err);
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
static void go_on_typing(struct browser *browser, const char *words, struct searching **searching)
{
    struct searching *longer = NULL;
    struct err err;
    size_t n = strlen(words);
    char *begun = mem_printf(NULL, "%s*", words);
    bool word = n > 0 && !strchr("*\"() ", words[n - 1]);
    if ((*searching)->rows.n == 0 && word && run(browser, begun, HITS_AT_ONCE, false, &longer, &err) == STATUS_OK && longer->rows.n > 0) {
        talloc_free(*searching);
        *searching = longer;
        longer = NULL;
    }
    talloc_free(longer);
    talloc_free(begun);
}

unsigned search_start(struct browser *browser, const char *words)
{
    struct searching *searching;
    struct err err;
    if (!browser->store)
        return browser_sayf(browser, "no papers yet: nothing to find anything in");
    if (run(browser, words, HITS_AT_ONCE, false, &searching, &err) != STATUS_OK)
        return browser_fail(browser, &err) | browser_ask_with(browser, PROMPT_FIND, words);
    return begin(browser, searching);
}

unsigned search_answer(struct browser *browser, const char *line)
{
    struct searching *searching;
    struct err err;
    if (!browser->store || run(browser, line, HITS_AT_ONCE, false, &searching, &err) != STATUS_OK)
        return search_start(browser, line);
    go_on_typing(browser, line, &searching);
    return begin(browser, searching);
}

/* ---- opening a hit --------------------------------------------------------------------------------------- */

unsigned search_open(struct browser *browser, size_t hit)
{
    struct searching *searching = browser->searching;
    if (!searching || hit >= searching->rows.n)
        return REACT_REDRAW;
    const struct search_row *row = &searching->rows.at[hit];
    searching->current = hit;
    struct screen *screen;
    if (row->kind == PASSAGE_ACTION)
        screen = actions_new(browser, row->action_id);
    else if (row->note_id)
        screen = notes_place(browser, row->note_id);
    else if (row->kind == PASSAGE_PROGRAMME)
        screen = programme_new(browser, row->meeting_id, row->position);
    else
        screen = meeting_new(browser, row->meeting_id, row->position, row->kind, search_snippet(searching, hit)->at);
    if (!screen)
        return browser_refuse(browser, "the meeting of this note is not held any more");
    screen->of_hit = true;
    return browser_push(browser, screen);
}

/* The list below a text goes along, so that closing the text leads to the hit that was read last. */
static void follow_in_lists(struct browser *browser, size_t hit)
{
    for (size_t i = 0; i < browser->depth; i++)
        if (browser->stack[i]->context == CONTEXT_SEARCH)
            (void)search_go(browser->stack[i], hit);
}

/* Parts of one text, all of whose places have been gone through by then. */
static bool same_text(const struct search_row *a, const struct search_row *b)
{
    bool is_text = !a->note_id && !b->note_id && a->kind != PASSAGE_ACTION && a->kind != PASSAGE_PROGRAMME;
    return is_text && a->kind == b->kind && a->position == b->position && strcmp(a->meeting_id, b->meeting_id) == 0;
}

/* The hit after or before AT, past the end the first or last; from a text (WHOLE) the first of another text. */
static size_t hit_beyond(const struct search_rows *rows, size_t at, int step, bool whole, bool *wrapped)
{
    size_t to = at, last = rows->n - 1;
    *wrapped = false;
    for (size_t tried = 0; tried < rows->n; tried++) {
        *wrapped = *wrapped || (step > 0 ? to >= last : to == 0);
        to = step > 0 ? (to >= last ? 0 : to + 1) : (to == 0 ? last : to - 1);
        if (!whole || !same_text(&rows->at[at], &rows->at[to]))
            break;
    }
    return to;
}

static unsigned open_instead(struct browser *browser, size_t hit, int step)
{
    bool from_text = browser_top(browser)->of_hit;
    if (from_text)
        (void)browser_pop(browser);
    follow_in_lists(browser, hit);
    unsigned reactions = search_open(browser, hit);
    if (from_text)
        text_place_end(browser, step);
    return reactions;
}

/* In a text n goes through its places, then opens the next text in its place; on the list it moves the cursor. */
unsigned search_step(struct browser *browser, int step)
{
    struct searching *searching = browser->searching;
    if (!searching || searching->rows.n == 0)
        return browser_sayf(browser, searching ? "nothing was found: f finds other words"
                                               : "nothing has been searched for yet: f finds");
    struct screen *screen = browser_top(browser);
    bool on_list = screen->context == CONTEXT_SEARCH, wrapped;
    if (text_place_step(browser, step))
        return REACT_REDRAW;
    size_t at = on_list ? search_hit_here(screen) : searching->current;
    at = at < searching->rows.n ? at : searching->rows.n - 1;
    size_t to = hit_beyond(&searching->rows, at, step, screen->of_hit, &wrapped);
    searching->current = to;
    unsigned reactions = on_list ? search_go(screen, to) : open_instead(browser, to, step);
    if (wrapped)
        reactions |= browser_sayf(browser, step > 0 ? "from the first hit again" : "from the last hit again");
    return reactions;
}

struct snippet *search_snippet(struct searching *searching, size_t hit)
{
    struct snippet *snippet = &searching->snippets[hit];
    if (!snippet->text)
        *snippet = snippet_make(searching, &searching->rows.at[hit], searching->query, SNIPPET_CELLS);
    return snippet;
}

static bool same_words(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_place(const struct search_row *a, const struct search_row *b)
{
    return a->kind == b->kind && a->position == b->position && a->offset == b->offset && same_words(a->meeting_id, b->meeting_id) &&
           same_words(a->action_id, b->action_id) && same_words(a->note_id, b->note_id);
}

/* The place among ROWS of what stands at ROW now; the first where it is not there any more. */
static size_t place_of(const struct search_rows *rows, const struct search_row *row)
{
    for (size_t i = 0; row && i < rows->n; i++)
        if (same_place(&rows->at[i], row))
            return i;
    return 0;
}

/* The same is found, in another order or number of rows. */
static void keep_counts(struct searching *searching, const struct searching *before)
{
    searching->counted = before->counted;
    searching->counts = before->counts;
    searching->kinds_counted = before->kinds_counted;
    memcpy(searching->of_kind, before->of_kind, sizeof searching->of_kind);
}

void search_grown_everywhere(struct browser *browser)
{
    for (size_t i = 0; i < browser->depth; i++)
        if (browser->stack[i]->context == CONTEXT_SEARCH)
            search_grown(browser->stack[i]);
}

unsigned search_take_longer(struct browser *browser, struct search_answer *answer)
{
    struct searching *before = browser->searching;
    struct searching *longer = searching_of_answer(browser, before->words, answer);
    longer->limit = before->limit + HITS_AT_ONCE;
    longer->routine = before->routine;
    keep_counts(longer, before);
    longer->current = place_of(&longer->rows, before->current < before->rows.n ? &before->rows.at[before->current] : NULL);
    browser->searching = longer;
    talloc_free(before);
    search_grown_everywhere(browser);
    return REACT_REDRAW;
}

unsigned search_go_on(struct browser *browser, size_t hit)
{
    struct err err;
    const struct searching *searching = browser->searching;
    bool more = searching->rows.total > (int)searching->rows.n && searching->limit < HITS_MOST;
    if (search_is_live(browser) || !more || hit + GO_ON_BEFORE < searching->rows.n || search_go_on_behind(browser))
        return REACT_REDRAW;
    if (run_again(browser, searching->limit + HITS_AT_ONCE, searching->routine, &err) != STATUS_OK)
        return browser_fail(browser, &err);
    return browser_reload(browser, browser_top(browser));
}

unsigned search_turn_order(struct browser *browser, const char *name)
{
    struct err err;
    enum search_order order = search_order_names[browser->search_order + 1] ? browser->search_order + 1 : SEARCH_NEWEST;
    for (size_t i = 0; name && search_order_names[i]; i++)
        order = strcmp(search_order_names[i], name) == 0 ? (enum search_order)i : order;
    if (name && strcmp(search_order_names[order], name) != 0)
        return browser_refuse(browser, "the order is newest, oldest or best");
    browser->search_order = order;
    if (run_again(browser, HITS_AT_ONCE, browser->searching->routine, &err) != STATUS_OK)
        return browser_fail(browser, &err);
    const char *shown = search_order_names[browser->searching->rows.order];
    bool other = browser->searching->rows.order != browser->search_order;
    browser->searching->current = 0;
    search_renew(browser_top(browser)); /* another order is asked for to see what it begins with */
    screen_lay_out(browser_top(browser));
    return REACT_REDRAW |
           browser_sayf(browser, other ? "%s first: so short a beginning cannot be ranked" : "%s first; s turns it", shown);
}

/* The cursor stays on its hit. */
unsigned search_turn_group(struct browser *browser)
{
    struct err err;
    struct searching *before = browser->searching, *turned;
    struct screen *screen = browser_top(browser);
    size_t hit = search_hit_here(screen);
    if (before->rows.order == SEARCH_BEST || hit >= before->rows.n)
        return browser_refuse(browser, hit < before->rows.n ? "the best stand each for itself: with another order they can be grouped" : "nothing was found");
    browser->search_by_meeting = !before->by_meeting;
    if (run(browser, before->words, before->limit, before->routine, &turned, &err) != STATUS_OK)
        return browser_fail(browser, &err);
    keep_counts(turned, before);
    size_t to = place_of(&turned->rows, &before->rows.at[hit]);
    browser->searching = turned;
    talloc_free(before);
    search_renew(screen);
    screen_lay_out(screen);
    return search_go(screen, to) | browser_sayf(browser, "%s; o turns it", turned->by_meeting ? "by meeting" : "by kind");
}

unsigned search_turn_routine(struct browser *browser)
{
    struct err err;
    bool with = !browser->searching->routine;
    if (run_again(browser, HITS_AT_ONCE, with, &err) != STATUS_OK)
        return browser_fail(browser, &err);
    return browser_reload(browser, browser_top(browser)) |
           browser_sayf(browser, with ? "with routine texts; E leaves them out again" : "routine texts are left out; E brings them in");
}

const char *search_kind_name(enum passage_kind kind)
{
    for (size_t i = 0; i < MB_LENGTH(kinds); i++)
        if (kinds[i].kind == kind)
            return kinds[i].name;
    return "Other";
}
