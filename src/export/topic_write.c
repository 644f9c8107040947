/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A topic card for people: as text, Markdown or HTML. What is empty is not named, but for when it came up. */
#include "config.h"

#include "chase.h"
#include "leaf.h"
#include "topic.h"

#include <string.h>

/* ---- lines -------------------------------------------------------------------------------------------- */

char *topic_time_words(const void *parent, const struct topic_card *card, const struct topic_time *time)
{
    const char *place = topic_place(parent, time->minute_number, time->agenda_number);
    const char *state = time->cut ? " (cut off)" : time->no_minute ? " (minutes not held)" : "";
    bool renamed = !text_same_words(time->title, card->name), named = time->elsewhere || card->asked;
    return mem_printf(parent, "%s%s%s%s%s%s%s%s%s", date_is_set(time->date) ? date_words(parent, time->date) : "day not known", *place ? ", " : "",
                      place, state, named ? ", " : "", named ? time->committee ? time->committee : "committee not stated" : "",
                      renamed ? ": \xE2\x80\x9C" : "", renamed ? time->title : "", renamed ? "\xE2\x80\x9D" : "");
}

static bool says(const char *text, const char *who)
{
    char *folded = text_fold(NULL, text), *named = text_fold(folded, who);
    bool there = strstr(folded, named);
    talloc_free(folded);
    return there;
}

/* When as it may be said to others: the member's own chase date is theirs. Of what is still to check it is not said. */
char *topic_row_words(const void *parent, const struct action *action, const struct export_options *options)
{
    const char *who = action_asked_of(action);
    char *what = text_cut(parent, topic_summary(parent, action, options), TOPIC_POINT_CELLS, false);
    size_t n = strlen(what);
    if (who && says(what, who))
        who = NULL;
    if (n && what[n - 1] == '.')
        what[n - 1] = '\0';
    what = mem_printf(parent, "%s  %s%s%s%s.", action->reference ? action->reference : "", what, who ? " (" : "", who ? who : "", who ? ")" : "");
    return action->state == ACTION_KEPT && action_status_is_open(action->status) ? mem_printf(parent, "%s %s", what, chase_when(parent, action, options->as_at)) : what;
}

char *topic_plan_words(const void *parent, const struct topic_plan *plan)
{
    char *first = date_words(parent, plan->first), *last = date_words(parent, plan->last);
    bool one = date_compare(plan->first, plan->last) == 0;
    char *was = !plan->was ? mem_strdup(parent, "")
                           : mem_printf(parent, "; before that %s (%s)", plan->was,
                                        plan->was_held ? "no item of that day has its name" : "nothing of that time is held");
    return mem_printf(parent, "%s: \xE2\x80\x9C%s\xE2\x80\x9D, in the programme%s of %s%s%s%s", plan->when ? plan->when : "no date", plan->issue,
                      one ? "" : "s", first, one ? "" : " to ", one ? "" : last, was);
}

char *topic_table_words(const void *parent, const struct topic_table *table)
{
    return mem_printf(parent, "%s%s, %s%s%s", table->exempt ? "[EXEMPT] " : "", table->caption, date_words(parent, table->date), table->page ? ", page " : "", table->page ? table->page : "");
}

/* "8 August 2018: not held (named in a report or minute; in the work programme as last reported)" */
char *topic_named_words(const void *parent, const struct topic_named *named)
{
    const char *where = named->background && named->programme ? "named in its papers, and in the work programme as last reported"
                        : named->background                   ? "named in its papers"
                                                              : "in the work programme as last reported";
    return mem_printf(parent, "%s: %s (%s)", date_words(parent, named->date),
                      named->listed       ? "held"
                      : named->meeting_id ? "held, no item there has its name"
                                          : "not held",
                      where);
}

/* "minute 554", "report, item 9" */
static char *mention_place(const void *parent, const struct topic_mention *mention)
{
    bool minute = mention->kind == PASSAGE_MINUTES && mention->minute_number;
    const char *place = topic_place(parent, minute || !mention->agenda_number ? mention->minute_number : NULL, mention->agenda_number);
    if (minute)
        return mem_strdup(parent, place);
    return mem_printf(parent, "%s%s%s", passage_kind_words(mention->kind), *place ? ", " : "", place);
}

char *topic_mention_words(const void *parent, const struct topic_card *card, const struct topic_mention *mention)
{
    bool elsewhere = !card->committee || !mention->committee || !text_same_words(card->committee, mention->committee);
    const char *committee = mention->committee ? mention->committee : "committee not stated";
    char *sentence = mention->sentence ? text_cut(parent, mention->sentence, TOPIC_POINT_CELLS, false) : NULL;
    return mem_printf(parent, "%s%s%s, %s%s%s: %s", date_is_set(mention->date) ? date_words(parent, mention->date) : "day not known",
                      elsewhere ? ", " : "", elsewhere ? committee : "", mention_place(parent, mention), mention->title ? ", " : "",
                      mention->title ? mention->title : "",
                      sentence ? mem_printf(parent, "%s\xE2\x80\x9C%s\xE2\x80\x9D", mention->exempt ? "[EXEMPT] " : "", sentence) : "[exempt: left out]");
}

/* ---- sections --------------------------------------------------------------------------------------------- */

static const char *counted(const void *scratch, const char *words, size_t n)
{
    return mem_printf(scratch, "%s (%zu)", words, n);
}

static void put_times(struct leaf *leaf, const void *scratch, const struct topic_card *card)
{
    const char *words = card->n_titles > 1 ? mem_printf(scratch, "When it came up (%zu), under %zu titles", card->n_times, card->n_titles)
                                           : counted(scratch, "When it came up", card->n_times);
    leaf_heading(leaf, words, NULL);
    if (card->n_times == 0)
        leaf_text(leaf, "", "no title held is about it");
    for (size_t i = 0; i < card->n_times; i++) {
        const struct topic_time *time = &card->times[i];
        leaf_point(leaf, "", topic_time_words(scratch, card, time));
        for (size_t k = 0; k < time->asked.n; k++)
            leaf_text(leaf, "", mem_printf(scratch, "  asked: %s", time->asked.at[k]));
        for (size_t k = 0; k < time->noted.n; k++)
            leaf_text(leaf, "", mem_printf(scratch, "  your %s", time->noted.at[k]));
    }
    if (card->times_left_out)
        leaf_text(leaf, "", mem_printf(scratch, "and %d more", card->times_left_out));
}

static void put_rows(struct leaf *leaf, const void *scratch, const char *words, const struct actions *rows, const struct export_options *options)
{
    if (rows->n)
        leaf_heading(leaf, counted(scratch, words, rows->n), NULL);
    for (size_t i = 0; i < rows->n; i++) {
        leaf_point(leaf, "", topic_row_words(scratch, rows->at[i], options));
        if (options->notes && rows->at[i]->note)
            leaf_text(leaf, "", mem_printf(scratch, "  note: %s", rows->at[i]->note));
    }
}

static void put_rest(struct leaf *leaf, const void *scratch, const struct topic_card *card)
{
    if (card->n_plans)
        leaf_heading(leaf, counted(scratch, "In the work programme", card->n_plans), NULL);
    for (size_t i = 0; i < card->n_plans; i++) {
        leaf_point(leaf, "", topic_plan_words(scratch, &card->plans[i]));
        if (card->plans[i].notes)
            leaf_text(leaf, "", mem_printf(scratch, "  %s", card->plans[i].notes));
    }
    if (card->n_named)
        leaf_heading(leaf, counted(scratch, "Meetings that its papers name", card->n_named), NULL);
    for (size_t i = 0; i < card->n_named; i++)
        leaf_point(leaf, "", topic_named_words(scratch, &card->named[i]));
    if (card->n_tables)
        leaf_heading(leaf, counted(scratch, "Tables in its reports", card->n_tables), NULL);
    for (size_t i = 0; i < card->n_tables; i++)
        leaf_point(leaf, "", topic_table_words(scratch, &card->tables[i]));
    if (card->n_mentions)
        leaf_heading(leaf, counted(scratch, "Named elsewhere", card->n_mentions), NULL);
    for (size_t i = 0; i < card->n_mentions; i++)
        leaf_point(leaf, "", topic_mention_words(scratch, card, &card->mentions[i]));
}

enum status export_topic(struct sink *sink, const struct topic_card *card, enum sheet_format format, const struct export_options *options,
                         struct err *err)
{
    struct leaf leaf;
    void *scratch = talloc_named_const(NULL, 0, "topic");
    const char *committee = card->committee ? mem_printf(scratch, "%s, ", card->committee) : "";
    leaf_start(&leaf, scratch, format, card->name, mem_printf(scratch, "Last time we looked: %sas at %s", committee, date_words(scratch, options->as_at)));
    put_times(&leaf, scratch, card);
    put_rows(&leaf, scratch, "Still owed", &card->open, options);
    put_rows(&leaf, scratch, "Closed", &card->closed, options);
    put_rows(&leaf, scratch, "Found in its minutes, to check", &card->to_check, options);
    put_rest(&leaf, scratch, card);
    enum status status = leaf_end(&leaf, sink, err);
    talloc_free(scratch);
    return status;
}
