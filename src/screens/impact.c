/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a committee's municipal year asked for and what came of it (screens.md 1.7): each line opens the rows it counts, and
 * each year says how many minutes are cut off. The worker counts. */
#include "config.h"

#include "job.h"

#include <minutebook/actions_impact.h>

#include <stdio.h>
#include <string.h>

/* What the worker counted: a tree of its own. */
struct impact_counted {
    struct impacts impacts;
    struct date as_at; /* the day it was counted as at: :as-at counts nothing anew */
};

/* Where a line leads: to follow-ups, or to an item of a meeting. */
struct target {
    const impact_rows *rows;
    char *title; /* of the list that opens */
    const char *meeting_id;
    int position;
};

struct impact_screen {
    struct screen screen;
    struct impact_counted *counted;
    struct target *targets; /* of the lines, in order; on `laid` */
    size_t n;
    void *laid;
};

static struct impact_screen *impact_of(struct screen *screen)
{
    return (struct impact_screen *)screen;
}

/* ---- lines ---------------------------------------------------------------------------------------------------------- */

/* A page on its way, with where its lines lead. */
struct laying {
    struct impact_screen *is;
    struct page *page;
    const struct impact *impact;
};

static void put_line(struct laying *laying, int indent, const struct target *target, const char *words)
{
    struct impact_screen *is = laying->is;
    struct target *kept = mem_append(is->laid, is->targets, is->n);
    char *key = mem_printf(NULL, "line:%zu", is->n - 1);
    *kept = *target;
    page_row(laying->page, key, 0);
    page_wrap(laying->page, indent, indent + 2, laying->page->width - indent - 1, STYLE_TEXT, words);
    page_no_row(laying->page);
    talloc_free(key);
}

/* "12 answered, after 21 days (median of 4)"; nothing of none. */
static void put_count(struct laying *laying, int indent, const impact_rows *rows, const char *words, const char *more)
{
    if (rows->n == 0)
        return;
    char *line = mem_printf(NULL, "%zu %s%s", rows->n, words, more ? more : "");
    char *title = mem_printf(laying->is->laid, "%s, %s", words, laying->impact->year ? laying->impact->year : "day not known");
    put_line(laying, indent, &(struct target){.rows = rows, .title = title}, line);
    talloc_free(line);
}

static char *days_words(const void *parent, int median, int counted)
{
    return counted == 0 ? NULL : mem_printf(parent, ", after %d day%s (median of %d)", median, median == 1 ? "" : "s", counted);
}

static void put_head(struct laying *laying)
{
    const struct impact *impact = laying->impact;
    struct page *page = laying->page;
    void *local = talloc_named_const(NULL, 0, "head");
    page_heading(page, 1, mem_printf(local, "%s, %s", impact->committee, impact->year ? impact->year : "day not known"));
    const char *cut = impact->minutes_cut ? mem_printf(local, "%d of %d minutes cut off: counts may be low", impact->minutes_cut, impact->minutes)
                                          : mem_printf(local, "%d minutes, none cut off", impact->minutes);
    page_wrap(page, 1, 1, page->width - 2, impact->minutes_cut ? STYLE_WARNING : STYLE_QUIET,
              mem_printf(local, "%s held%s; %s", words_count(local, impact->meetings_held, "meeting", "meetings"),
                         impact->meetings_cancelled ? mem_printf(local, ", %d cancelled or postponed", impact->meetings_cancelled) : "", cut));
    put_count(laying, 1, &impact->asked, "asked", NULL);
    put_count(laying, 1, &impact->answered, "answered", days_words(local, impact->median_days, impact->counted));
    put_count(laying, 1, &impact->done, "done", NULL);
    put_count(laying, 1, &impact->open, "open", NULL);
    put_count(laying, 1, &impact->overdue, "overdue", NULL);
    if (impact->asked.n == 0)
        page_say(page, 1, STYLE_TEXT, "nothing on the tracker");
    if (impact->to_check.n)
        page_wrap(page, 1, 1, page->width - 2, STYLE_QUIET,
                  mem_printf(local, "%zu found in the minutes are still to check and not counted", impact->to_check.n));
    talloc_free(local);
}

static void put_sorts(struct laying *laying)
{
    const struct impact *impact = laying->impact;
    if (impact->n_sorts)
        page_say(laying->page, 1, STYLE_QUIET, "By kind");
    for (size_t i = 0; i < impact->n_sorts; i++) {
        const struct impact_sort *sort = &impact->sorts[i];
        char *line = mem_printf(NULL, "%s: %zu asked, %zu answered, %zu done, %zu open, %zu overdue", sort->words, sort->asked.n,
                                sort->answered.n, sort->done.n, sort->open.n, sort->overdue.n);
        char *title = mem_printf(laying->is->laid, "%s, %s", sort->words, impact->year ? impact->year : "day not known");
        put_line(laying, 3, &(struct target){.rows = &sort->asked, .title = title}, line);
        talloc_free(line);
    }
}

static void put_people(struct laying *laying)
{
    const struct impact *impact = laying->impact;
    if (impact->n_people)
        page_say(laying->page, 1, STYLE_QUIET, "Asked of");
    for (size_t i = 0; i < impact->n_people; i++) {
        const struct impact_person *person = &impact->people[i];
        void *local = talloc_named_const(NULL, 0, "person");
        char *days = days_words(local, person->median_days, person->counted);
        char *line = mem_printf(local, "%s: %zu asked, %zu answered%s", person->who ? person->who : "not stated", person->asked.n,
                                person->answered.n, days ? days : "");
        char *title = mem_strdup(laying->is->laid, person->who ? person->who : "not stated");
        put_line(laying, 3, &(struct target){.rows = &person->asked, .title = title}, line);
        talloc_free(local);
    }
}

static void put_recommendations(struct laying *laying)
{
    const struct impact_recommendations *all = &laying->impact->recommendations;
    const struct {
        const impact_rows *rows;
        const char *words;
    } lines[] = {{&all->accepted, "accepted"}, {&all->in_part, "accepted in part"},        {&all->in_principle, "accepted in principle"},
                 {&all->refused, "refused"},   {&all->unanswered, "without a response"}, {&all->implemented, "implemented"}};
    if (all->made.n == 0)
        return;
    page_say(laying->page, 1, STYLE_QUIET, "Recommendations");
    put_count(laying, 3, &all->made, "made", NULL);
    for (size_t i = 0; i < MB_LENGTH(lines); i++)
        put_count(laying, 3, lines[i].rows, lines[i].words, NULL);
}

static void put_topics(struct laying *laying)
{
    const struct impact *impact = laying->impact;
    if (impact->n_meetings)
        page_say(laying->page, 1, STYLE_QUIET, "Topics by meeting (* planned for it in a work programme)");
    for (size_t i = 0; i < impact->n_meetings; i++) {
        const struct impact_meeting *meeting = &impact->meetings[i];
        char *day = date_words(NULL, meeting->date);
        put_line(laying, 3, &(struct target){.meeting_id = meeting->meeting_id}, day);
        talloc_free(day);
        for (size_t t = 0; t < meeting->n_topics; t++) {
            char *line = mem_printf(NULL, "%s %s", meeting->topics[t].planned ? "*" : " ", meeting->topics[t].title);
            put_line(laying, 5, &(struct target){.meeting_id = meeting->meeting_id, .position = meeting->topics[t].position}, line);
            talloc_free(line);
        }
    }
}

static void put_plans(struct laying *laying)
{
    const struct impact *impact = laying->impact;
    if (impact->n_plans)
        page_say(laying->page, 1, STYLE_QUIET, "Planned topics");
    for (size_t i = 0; i < impact->n_plans; i++) {
        const struct impact_plan *plan = &impact->plans[i];
        char *issue = text_squeeze(NULL, plan->issue, strlen(plan->issue));
        char *line = mem_printf(issue, "%s: %s, %s%s%s", issue, plan->planned, impact_plan_words(plan->state), plan->then ? ", now " : "",
                                plan->then ? plan->then : "");
        put_line(laying, 3, &(struct target){.meeting_id = plan->meeting_id, .position = plan->position}, line);
        talloc_free(issue);
    }
}

static void impact_fill(struct screen *screen, struct page *page)
{
    struct impact_screen *is = impact_of(screen);
    const struct impacts *impacts = &is->counted->impacts;
    talloc_free(is->laid);
    is->laid = talloc_named_const(is, 0, "lines");
    is->targets = NULL;
    is->n = 0;
    for (size_t i = 0; i < impacts->n; i++) {
        struct laying laying = {is, page, &impacts->at[i]};
        put_head(&laying);
        put_sorts(&laying);
        put_people(&laying);
        put_recommendations(&laying);
        put_topics(&laying);
        put_plans(&laying);
    }
    if (impacts->n == 0)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, "No meeting is held of that time.");
}

static void impact_frame(struct screen *screen, struct frame *frame)
{
    const struct view *view = &screen_pane(screen)->view;
    frame->title = "Impact, by committee and municipal year";
    struct program counted = *screen->browser->program;
    counted.as_at = impact_of(screen)->counted->as_at;
    frame->title_right = words_as_at(frame->context, &counted, screen->browser->width >= WEEKDAY_FROM);
    frame->where = "Impact";
    frame->position = mem_printf(frame->context, "row %zu of %zu", view->row + 1, view->page ? view->page->n_rows : 0);
}

/* ---- commands ------------------------------------------------------------------------------------------------------- */

static unsigned impact_act(struct screen *screen, const struct request *request)
{
    struct impact_screen *is = impact_of(screen);
    const char *key = screen_key(screen);
    size_t at = 0;
    if (request->command != CMD_OPEN)
        return NOT_MINE;
    if (!key || sscanf(key, "line:%zu", &at) != 1 || at >= is->n)
        return REACT_REDRAW;
    const struct target *target = &is->targets[at];
    if (target->rows)
        return browser_push(screen->browser, actions_of_rows(screen->browser, target->title, target->rows));
    if (target->meeting_id)
        return browser_push(screen->browser, meeting_at(screen->browser, target->meeting_id, target->position, PASSAGE_KINDS, 0));
    return browser_sayf(screen->browser, "no meeting held took it");
}

static const struct screen_ops impact_ops = {
    .name = "Impact",
    .context = CONTEXT_IMPACT,
    .wish = {.n_columns = 1},
    .frame = impact_frame,
    .act = impact_act,
};

/* ---- the job --------------------------------------------------------------------------------------------------------- */

/* "[COMMITTEE][; YEAR]" */
unsigned do_impact(struct browser *browser, const struct request *request)
{
    const char *line = request->arguments ? request->arguments : "";
    if (!browser->store)
        return browser_refuse(browser, "no papers yet: there is nothing to count");
    struct job *job = job_new(browser, JOB_IMPACT);
    if (!job)
        return REACT_REDRAW;
    size_t n = strcspn(line, ";");
    strings_add(job, &job->paths, text_squeeze(job, line, n));
    strings_add(job, &job->paths, line[n] ? text_squeeze(job, line + n + 1, strlen(line + n + 1)) : "");
    job->program = *browser->program;
    job->pace = (struct pace){.total = 1, .doing = "counting what was asked and what came of it"};
    return job_queue(browser, job);
}

enum status job_run_impact(struct job *job, struct store *store, struct watch *watch)
{
    (void)watch;
    const char *committee = job->paths.at[0], *year = job->paths.at[1];
    job->counted = mem_new(job, struct impact_counted);
    job->counted->as_at = job->program.as_at;
    return impact_read(job->counted, store, *committee ? committee : NULL, *year ? year : NULL, job->program.as_at, &job->counted->impacts,
                       &job->err);
}

unsigned job_impact_counted(struct browser *browser, struct job *job)
{
    unsigned reactions = browser_refresh(browser);
    if (browser_context(browser) == CONTEXT_IMPACT)
        (void)browser_pop(browser);
    struct impact_screen *is = screen_new(browser, struct impact_screen, &impact_ops);
    is->counted = talloc_steal(is, job->counted);
    screen_add_pane(&is->screen, 0, NULL, impact_fill);
    return reactions | browser_push(browser, &is->screen);
}
