/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The impact of a committee's year as JSON, and as the text of an annual report's skeleton. */
#include "config.h"

#include "documents.h"

#include <minutebook/export_chase.h>

#include <string.h>

/* ---- JSON ------------------------------------------------------------------------------------------------ */

static void write_sorts(struct json *json, const struct impact *impact)
{
    json_array(json, "sorts");
    for (size_t i = 0; i < impact->n_sorts; i++) {
        const struct impact_sort *sort = &impact->sorts[i];
        json_object(json, NULL);
        json_text(json, "sort", sort->words);
        json_strings(json, "asked", &sort->asked);
        json_strings(json, "answered", &sort->answered);
        json_strings(json, "open", &sort->open);
        json_strings(json, "overdue", &sort->overdue);
        json_strings(json, "done", &sort->done);
        json_object_end(json);
    }
    json_array_end(json);
}

static void write_days(struct json *json, int median, int counted)
{
    if (counted > 0)
        json_int(json, "median_days", median);
    else
        json_null(json, "median_days");
    json_int(json, "counted", counted);
}

static void write_people(struct json *json, const struct impact *impact)
{
    json_array(json, "people");
    for (size_t i = 0; i < impact->n_people; i++) {
        const struct impact_person *person = &impact->people[i];
        json_object(json, NULL);
        json_text(json, "who", person->who);
        json_strings(json, "asked", &person->asked);
        json_strings(json, "answered", &person->answered);
        write_days(json, person->median_days, person->counted);
        json_object_end(json);
    }
    json_array_end(json);
}

static void write_recommendations(struct json *json, const struct impact_recommendations *all)
{
    json_object(json, "recommendations");
    json_strings(json, "made", &all->made);
    json_strings(json, "accepted", &all->accepted);
    json_strings(json, "accepted_in_part", &all->in_part);
    json_strings(json, "accepted_in_principle", &all->in_principle);
    json_strings(json, "refused", &all->refused);
    json_strings(json, "unanswered", &all->unanswered);
    json_strings(json, "implemented", &all->implemented);
    json_object_end(json);
}

static void write_meeting(struct json *json, const struct impact_meeting *meeting)
{
    json_object(json, NULL);
    json_text(json, "meeting_id", meeting->meeting_id);
    json_date(json, "date", meeting->date);
    json_int(json, "minutes", meeting->minutes);
    json_int(json, "minutes_cut", meeting->minutes_cut);
    json_array(json, "topics");
    for (size_t i = 0; i < meeting->n_topics; i++) {
        json_object(json, NULL);
        json_text(json, "title", meeting->topics[i].title);
        json_int(json, "position", meeting->topics[i].position);
        json_bool(json, "planned", meeting->topics[i].planned);
        json_object_end(json);
    }
    json_array_end(json);
    json_object_end(json);
}

static const char *const plan_names[] = {[PLAN_TAKEN] = "taken", [PLAN_SLIPPED] = "slipped", [PLAN_MISSED] = "no_item",
                                         [PLAN_UNKNOWN] = "not_known", [PLAN_AHEAD] = "to_come"};

static void write_plan(struct json *json, const struct impact_plan *plan)
{
    json_object(json, NULL);
    json_text(json, "issue", plan->issue);
    json_text(json, "planned", plan->planned);
    json_date(json, "from", plan->span.from);
    json_date(json, "to", plan->span.to);
    json_text(json, "state", plan_names[plan->state]);
    json_text(json, "meeting_id", plan->meeting_id);
    if (plan->position)
        json_int(json, "position", plan->position);
    else
        json_null(json, "position");
    json_text(json, "then", plan->then);
    json_object_end(json);
}

static void write_impact(struct json *json, const struct impact *impact)
{
    json_object(json, NULL);
    json_text(json, "committee", impact->committee);
    json_text(json, "year", impact->year);
    json_int(json, "meetings_held", impact->meetings_held);
    json_int(json, "meetings_cancelled", impact->meetings_cancelled);
    json_int(json, "minutes", impact->minutes);
    json_int(json, "minutes_cut", impact->minutes_cut);
    json_strings(json, "asked", &impact->asked);
    json_strings(json, "answered", &impact->answered);
    json_strings(json, "open", &impact->open);
    json_strings(json, "overdue", &impact->overdue);
    json_strings(json, "done", &impact->done);
    json_strings(json, "to_check", &impact->to_check);
    write_days(json, impact->median_days, impact->counted);
    write_sorts(json, impact);
    write_people(json, impact);
    write_recommendations(json, &impact->recommendations);
    json_array(json, "meetings");
    for (size_t i = 0; i < impact->n_meetings; i++)
        write_meeting(json, &impact->meetings[i]);
    json_array_end(json);
    json_array(json, "plans");
    for (size_t i = 0; i < impact->n_plans; i++)
        write_plan(json, &impact->plans[i]);
    json_array_end(json);
    json_object_end(json);
}

enum status export_impact(struct sink *sink, const struct impacts *impacts, const struct export_options *options, struct err *err)
{
    struct json json;
    json_start(&json, sink);
    document_open_list(&json, "minutebook-impact", options, "years");
    for (size_t i = 0; i < impacts->n && !json.cancelled; i++)
        write_impact(&json, &impacts->at[i]);
    document_close_list(&json);
    return json_end(&json, err);
}

/* ---- text -------------------------------------------------------------------------------------------------- */

static char *days_words(const void *parent, int median, int counted)
{
    return counted == 0 ? mem_strdup(parent, "")
                        : mem_printf(parent, ", answered after %d day%s (median of %d)", median, median == 1 ? "" : "s", counted);
}

static const char *plural(size_t n)
{
    return n == 1 ? "" : "s";
}

/* A rate carries its blind spot (screens.md 1.7). */
static void text_head(struct buf *out, const struct impact *impact)
{
    buf_printf(out, "\n%s, %s\n", impact->committee, impact->year ? impact->year : "day not known");
    buf_printf(out, "  %d meeting%s held", impact->meetings_held, plural((size_t)impact->meetings_held));
    if (impact->meetings_cancelled)
        buf_printf(out, ", %d cancelled or postponed", impact->meetings_cancelled);
    if (impact->minutes_cut)
        buf_printf(out, "; %d of %d minutes cut off: counts may be low\n", impact->minutes_cut, impact->minutes);
    else
        buf_printf(out, "; %d minute%s, none cut off\n", impact->minutes, plural((size_t)impact->minutes));
    char *days = days_words(NULL, impact->median_days, impact->counted);
    buf_printf(out, "  asked %zu, answered %zu, done %zu, open %zu, of these overdue %zu%s\n", impact->asked.n, impact->answered.n, impact->done.n,
               impact->open.n, impact->overdue.n, days);
    if (impact->to_check.n)
        buf_printf(out, "  %zu found in the minutes are still to check and not counted\n", impact->to_check.n);
    talloc_free(days);
}

static void text_counts(struct buf *out, const struct impact *impact)
{
    if (impact->n_sorts)
        buf_puts(out, "\n  By sort                          asked  answered  done  open  overdue\n");
    for (size_t i = 0; i < impact->n_sorts; i++) {
        const struct impact_sort *sort = &impact->sorts[i];
        buf_printf(out, "    %-30s %6zu %9zu %5zu %5zu %8zu\n", sort->words, sort->asked.n, sort->answered.n, sort->done.n, sort->open.n,
                   sort->overdue.n);
    }
    if (impact->n_people)
        buf_puts(out, "\n  Asked of\n");
    for (size_t i = 0; i < impact->n_people; i++) {
        const struct impact_person *person = &impact->people[i];
        char *days = days_words(NULL, person->median_days, person->counted);
        buf_printf(out, "    %s: asked %zu, answered %zu%s\n", person->who ? person->who : "not stated", person->asked.n, person->answered.n, days);
        talloc_free(days);
    }
    const struct impact_recommendations *all = &impact->recommendations;
    if (all->made.n)
        buf_printf(out, "\n  Recommendations: %zu made; %zu accepted, %zu in part, %zu in principle, %zu refused, %zu without a response; %zu implemented\n",
                   all->made.n, all->accepted.n, all->in_part.n, all->in_principle.n, all->refused.n, all->unanswered.n, all->implemented.n);
}

static void text_topics(struct buf *out, const struct impact *impact)
{
    if (impact->n_meetings)
        buf_puts(out, "\n  Topics by meeting (* planned for it in a work programme)\n");
    for (size_t i = 0; i < impact->n_meetings; i++) {
        const struct impact_meeting *meeting = &impact->meetings[i];
        char *day = date_words(NULL, meeting->date);
        buf_printf(out, "    %s\n", day);
        talloc_free(day);
        for (size_t t = 0; t < meeting->n_topics; t++)
            buf_printf(out, "      %s %s\n", meeting->topics[t].planned ? "*" : " ", meeting->topics[t].title);
    }
}

static void text_plans(struct buf *out, const struct impact *impact)
{
    int counts[PLAN_AHEAD + 1] = {0};
    for (size_t i = 0; i < impact->n_plans; i++)
        counts[impact->plans[i].state]++;
    if (impact->n_plans == 0)
        return;
    buf_printf(out, "\n  Planned %zu: %d taken, %d slipped, %d with no item so called, %d not known, %d to come\n", impact->n_plans, counts[PLAN_TAKEN],
               counts[PLAN_SLIPPED], counts[PLAN_MISSED], counts[PLAN_UNKNOWN], counts[PLAN_AHEAD]);
    for (size_t i = 0; i < impact->n_plans; i++) {
        const struct impact_plan *plan = &impact->plans[i];
        char *issue = text_squeeze(NULL, plan->issue, strlen(plan->issue));
        if (plan->state != PLAN_TAKEN && plan->state != PLAN_AHEAD)
            buf_printf(out, "    %s: %s, %s%s%s\n", issue, plan->planned, impact_plan_words(plan->state), plan->then ? ", now " : "",
                       plan->then ? plan->then : "");
        talloc_free(issue);
    }
}

enum status export_impact_text(struct sink *sink, const struct impacts *impacts, const struct export_options *options, struct err *err)
{
    struct buf out;
    buf_init(&out, NULL, BUF_MAX_DOCUMENT);
    char *day = date_words(NULL, options->as_at);
    buf_printf(&out, "Impact, by committee and municipal year (May to April)\nas at %s\n", day);
    talloc_free(day);
    for (size_t i = 0; i < impacts->n; i++) {
        text_head(&out, &impacts->at[i]);
        text_counts(&out, &impacts->at[i]);
        text_topics(&out, &impacts->at[i]);
        text_plans(&out, &impacts->at[i]);
    }
    if (impacts->n == 0)
        buf_puts(&out, "\nno meeting is held of that time\n");
    bool whole = sink->write(sink->to, out.data, out.len);
    buf_release(&out);
    return whole ? STATUS_OK : err_set(err, STATUS_CANCELLED, "the export was stopped before its end");
}
