/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Meetings of this committee that its papers name by their day: "Minutes of the Meeting held on 20
 * September 2022". The words that make a day one of a meeting are data (rules of the sort "cite"); what is
 * here is whose meeting it is. A day of another body is left alone, and so is one without a year. */
#include "config.h"

#include "sweep.h"

#include "private.h"

#include <string.h>

#define CITED_MOST 200

struct citing {
    struct sweeping *sweeping;
    struct swept *out;
    char *committee; /* folded; "" where it is not known */
};

static void add_day(struct citing *citing, const struct item *item, struct date day, const char *quote)
{
    struct swept *out = citing->out;
    if (!date_is_real(day) || date_compare(day, citing->sweeping->meeting->date) == 0)
        return;
    for (size_t i = 0; i < out->n_cited; i++) {
        if (date_compare(out->cited[i].date, day) == 0) {
            out->cited[i].times++;
            return;
        }
    }
    if (out->n_cited == CITED_MOST)
        return;
    struct cited_meeting *cited = mem_append(citing->sweeping->parent, out->cited, out->n_cited);
    *cited = (struct cited_meeting){.date = day, .item_position = item->position, .times = 1,
                                    .quote = mem_strdup(citing->sweeping->parent, quote)};
}

/* Is the body that is named this committee, by its name or as "the Panel"? */
static bool is_ours(const struct citing *citing, const char *body)
{
    return body_is_ours(citing->committee, body);
}

/* Where the clause that holds byte AT begins. */
static size_t clause_start(const struct view *view, size_t at)
{
    while (at > 0 && !(view->text[at - 1] == ' ' && at > 1 && strchr(";:", view->text[at - 2])))
        at--;
    return at;
}

/* "to the Harbour Board at its meeting on 3 May": is another body named before byte END of the clause? */
static bool another_is_named(const struct citing *citing, const struct view *view, const char *text, size_t end)
{
    const struct sweeping *sweeping = citing->sweeping;
    struct hit hit;
    for (size_t at = clause_start(view, end); at < end; at = hit.end > at ? hit.end : at + 1) {
        if (!rule_find(sweeping->rules, sweeping->matcher, RULE_CITED_BODY, view, at, &hit) || hit.start >= end)
            return false;
        struct hit_span body = hit.groups[HIT_BODY];
        char *named = body.set ? view_words(sweeping->scratch, view, text, body.start, body.end) : NULL;
        if (!is_ours(citing, named))
            return true;
    }
    return false;
}

static void read_match(struct citing *citing, const struct item *item, const struct view *view, const char *text, const struct hit *hit)
{
    void *scratch = citing->sweeping->scratch;
    struct hit_span body = hit->groups[HIT_BODY], days = hit->groups[HIT_DAY];
    char *named = body.set ? view_words(scratch, view, text, body.start, body.end) : NULL;
    if (!days.set || !is_ours(citing, named) || (!named && another_is_named(citing, view, text, hit->start)))
        return;
    char *quote = mem_strndup(scratch, text, view->raw[view->n]);
    struct dates dates = date_list(scratch, mem_strndup(scratch, view->text + days.start, days.end - days.start));
    for (size_t i = 0; i < dates.n; i++) {
        if (date_is_set(dates.at[i]))
            add_day(citing, item, dates.at[i], quote);
    }
}

static void read_sentence(struct citing *citing, const struct item *item, const char *text, size_t n)
{
    const struct sweeping *sweeping = citing->sweeping;
    const struct rules *rules = sweeping->rules;
    struct view *view = view_new(sweeping->scratch, text, n);
    for (size_t i = 0; i < rules->n_of[RULE_CITE]; i++) {
        const struct rule *rule = rules->of[RULE_CITE][i];
        struct hit hit;
        for (size_t k = 0; k < rule->patterns.n; k++) {
            for (size_t at = 0; line_find(rules, sweeping->matcher, &rule->patterns.at[k], view, 0, at, &hit);) {
                read_match(citing, item, view, text, &hit);
                at = hit.end > at ? hit.end : at + 1;
            }
        }
    }
    talloc_free(view);
}

static void read_text(struct citing *citing, const struct item *item, const char *text)
{
    struct sentence sentence;
    size_t at = 0, n = text ? strlen(text) : 0;
    if (n == 0 || !text_is_utf8(text, n))
        return;
    while (sentence_next(text, n, &at, &sentence)) {
        if (sentence.words.len)
            read_sentence(citing, item, text + sentence.words.start, sentence.words.len);
    }
}

static void sort_by_day(struct swept *out)
{
    for (size_t i = 1; i < out->n_cited; i++) {
        struct cited_meeting cited = out->cited[i];
        size_t k = i;
        for (; k > 0 && date_compare(out->cited[k - 1].date, cited.date) > 0; k--)
            out->cited[k] = out->cited[k - 1];
        out->cited[k] = cited;
    }
}

void cited_sweep(struct sweeping *sweeping, struct swept *out)
{
    const struct meeting *meeting = sweeping->meeting;
    struct citing citing = {.sweeping = sweeping, .out = out, .committee = text_fold(sweeping->scratch, meeting->committee)};
    for (size_t i = 0; i < meeting->n_items; i++) {
        const struct item *item = &meeting->items[i];
        char *report = item_report_text(sweeping->scratch, item);
        const char *const texts[] = {item->title, item->agenda_text, item->minutes_text, item->decision_text, report};
        for (size_t k = 0; k < MB_LENGTH(texts); k++)
            read_text(&citing, item, texts[k]);
        talloc_free(report);
    }
    sort_by_day(out);
}
