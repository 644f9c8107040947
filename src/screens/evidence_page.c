/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What stands on the evidence screen: the open follow-ups with what is proposed for each, and of the one under the cursor
 * the promise beside the later paper. Pages only. */
#include "config.h"

#include "evidence.h"

#include <stdio.h>
#include <string.h>

#define SENTENCE_MOST 2 /* lines of a follow-up in the list */

struct proposal proposal_at(const struct evidence_looked *looked, const char *key)
{
    size_t row = 0, nth = 0;
    if (!key || sscanf(key, PROPOSAL_KEY, &row, &nth) != 2 || row >= looked->asked.n)
        return (struct proposal){0};
    const struct traced *traced = looked->traced[row];
    return (struct proposal){looked->now[row], traced, nth < traced->n ? &traced->at[nth] : NULL};
}

bool evidence_is_taken(const struct action_entries *entries, const struct action *action, const struct evidence *evidence)
{
    for (size_t i = 0; evidence && i < entries->n; i++)
        if (strcmp(entries->at[i]->action_id, action->id) == 0 && evidence_is_entry(evidence, entries->at[i]))
            return true;
    return false;
}

/* ---- the list ------------------------------------------------------------------------------------------------ */

static void put_proposal(struct page *page, const void *local, const char *key, const char *words, bool taken)
{
    page_row(page, key, 0);
    page_wrap_most(page, 3, 3, page->width - 4, STYLE_TEXT, taken ? mem_printf(local, "taken: %s", words) : words, SENTENCE_MOST + 1);
    page_no_row(page);
}

static void put_traced(struct page *page, const struct evidence_looked *looked, size_t row, const struct action_entries *entries)
{
    const struct action *action = looked->now[row];
    const struct traced *traced = looked->traced[row];
    void *local = talloc_named_const(NULL, 0, "traced");
    bool open = action_status_is_open(action->status);
    char *what = mem_printf(local, "%s  %s%s", action->reference ? action->reference : "-", open ? "" : "done: ",
                            fact_summary(local, action, 2 * page->width));
    page_wrap_most(page, 1, 3, page->width - 2, open ? STYLE_HEADING : STYLE_QUIET, what, SENTENCE_MOST);
    for (size_t i = 0; i < traced->n; i++)
        put_proposal(page, local, mem_printf(local, PROPOSAL_KEY, row, i), evidence_words(local, &traced->at[i]),
                     evidence_is_taken(entries, action, &traced->at[i]));
    if (traced->n == 0)
        put_proposal(page, local, mem_printf(local, PROPOSAL_KEY, row, (size_t)0), traced_words(local, traced), false);
    talloc_free(local);
}

void evidence_list_page(struct page *page, const struct evidence_looked *looked, const struct action_entries *entries)
{
    for (size_t i = 0; i < looked->asked.n; i++) {
        if (i)
            page_blank(page);
        put_traced(page, looked, i, entries);
    }
    if (looked->asked.n == 0)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, "Nothing open is on the tracker.");
}

/* ---- side by side -------------------------------------------------------------------------------------------- */

static void put_lines(struct page *page, enum style style, const char *words)
{
    if (words && *words)
        page_wrap(page, 1, 1, page->width - 2, style, words);
}

void evidence_promise_page(struct page *page, const struct proposal *proposal, struct date as_at)
{
    const struct action *action = proposal->action;
    void *local = talloc_named_const(NULL, 0, "promise");
    if (action) {
        put_lines(page, STYLE_QUIET, fact_follow_up_place(local, action, PLACE_WHOLE));
        page_blank(page);
        page_row(page, "minute", 0);
        put_lines(page, STYLE_TEXT, action->quote ? fact_quote(local, action, CUT_OFF) : action_summary(action));
        page_no_row(page);
        page_blank(page);
        put_lines(page, STYLE_TEXT, mem_printf(local, "by %s", action->owner ? fact_owner(local, action->owner) : "whom: not stated"));
        if (action->recipient)
            put_lines(page, STYLE_TEXT, mem_printf(local, "to %s", action->recipient));
        put_lines(page, STYLE_TEXT, action_when_words(local, action, as_at));
        put_lines(page, STYLE_TEXT, fact_follow_up_state(local, action));
        put_lines(page, STYLE_TEXT, fact_progress(local, action, as_at));
    }
    talloc_free(local);
}

/* Which later meetings there were: what an absence can mean. */
static void put_later(struct page *page, const void *local, const struct traced *traced)
{
    static const char *const states[] = {[LATER_MINUTES] = "minutes held",         [LATER_MINUTES_CUT] = "minutes held, some cut off",
                                         [LATER_NO_MINUTES] = "minutes not held",  [LATER_NOT_HELD] = "no paper held",
                                         [LATER_CALLED_OFF] = "called off",        [LATER_AHEAD] = "to come, agenda held"};
    if (traced->n_later)
        page_heading(page, 1, "Later meetings looked at");
    for (size_t i = 0; i < traced->n_later; i++)
        put_lines(page, STYLE_TEXT, mem_printf(local, "%s: %s", date_words(local, traced->later[i].date), states[traced->later[i].state]));
}

static void put_evidence(struct page *page, const void *local, const struct evidence *evidence, bool taken)
{
    const char *day = date_is_set(evidence->date) ? date_words(local, evidence->date) : "day not known";
    put_lines(page, STYLE_QUIET, mem_printf(local, "%s %s%s%s, %s, %s", evidence->minute_number ? "minute" : "item",
                                            evidence->minute_number   ? evidence->minute_number
                                            : evidence->agenda_number ? evidence->agenda_number
                                                                      : "without a number",
                                            evidence->item_title ? ", " : "", evidence->item_title ? evidence->item_title : "",
                                            name_stem(local, evidence->committee), day));
    page_blank(page);
    page_row(page, "paper", 0);
    if (evidence->quote)
        put_lines(page, STYLE_TEXT, mem_printf(local, "“%s”%s%s", text_squeeze(local, evidence->quote, strlen(evidence->quote)),
                                               evidence->truncated ? CUT_OFF : "", evidence->exempt ? " [exempt]" : ""));
    else
        put_lines(page, STYLE_TEXT, "Its title tells of it; no text of it is held.");
    page_no_row(page);
    page_blank(page);
    put_lines(page, STYLE_HEADING, evidence_words(local, evidence));
    put_lines(page, STYLE_TEXT, mem_printf(local, "%s: %s", evidence_grade_name(evidence->grade), words_join(local, &evidence->reasons, "; ")));
    if (taken)
        put_lines(page, STYLE_TEXT, "Taken as evidence.");
}

void evidence_paper_page(struct page *page, const struct proposal *proposal, bool taken)
{
    void *local = talloc_named_const(NULL, 0, "paper");
    if (proposal->evidence)
        put_evidence(page, local, proposal->evidence, taken);
    else if (proposal->traced)
        put_lines(page, STYLE_TEXT, traced_words(local, proposal->traced));
    if (proposal->traced) {
        char *topic = topic_words(local, &proposal->traced->topic), *caution = traced_caution(local, proposal->traced);
        if (topic && proposal->evidence)
            put_lines(page, STYLE_TEXT, topic);
        if (caution)
            page_blank(page);
        put_lines(page, STYLE_QUIET, caution);
        put_later(page, local, proposal->traced);
    }
    talloc_free(local);
}
