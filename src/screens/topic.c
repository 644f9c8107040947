/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The topic card, "last time we looked": all that is held on the topic of an item, of an entry of the work programme, or of the words of a
 * search. Each line opens its place. The worker reads. */
#include "config.h"

#include "job.h"
#include "programme.h"

#include <minutebook/export_topic.h>

#include <stdio.h>
#include <string.h>

#define EXPORT_WORD "topic "

/* What is asked for; once the worker has read it the card. A tree of its own. */
struct topic_looked {
    char *words, *title, *committee, *meeting_id;
    int position;
    struct topic_card *card;
    struct date as_at;
};

/* Where a line leads. */
struct target {
    const char *meeting_id, *action_id;
    int position;
    bool to_get; /* a meeting that is not held */
};

struct topic_screen {
    struct screen screen;
    struct topic_looked *looked;
    struct target *targets; /* of the lines, in order; on `laid` */
    size_t n;
    void *laid;
};

static struct topic_screen *topic_of(struct screen *screen)
{
    return (struct topic_screen *)screen;
}

static struct topic_wish wish_of(const struct topic_looked *looked)
{
    return (struct topic_wish){.words = looked->words, .title = looked->title, .committee = looked->committee,
                               .meeting_id = looked->meeting_id, .position = looked->position};
}

/* ---- lines --------------------------------------------------------------------------------------------------------- */

struct laying {
    struct topic_screen *ts;
    struct page *page;
    void *local;
    struct export_options options;
};

static void put_line(struct laying *laying, struct target target, const char *words)
{
    struct topic_screen *ts = laying->ts;
    *mem_append(ts->laid, ts->targets, ts->n) = target;
    page_row(laying->page, mem_printf(laying->local, "line:%zu", ts->n - 1), 0);
    page_wrap(laying->page, 3, 5, laying->page->width - 4, STYLE_TEXT, words);
    page_no_row(laying->page);
}

static void put_below(struct laying *laying, const char *words)
{
    page_wrap(laying->page, 5, 5, laying->page->width - 6, STYLE_QUIET, words);
}

static void put_heading(struct laying *laying, const char *words, size_t n)
{
    page_heading(laying->page, 1, mem_printf(laying->local, "%s (%zu)", words, n));
}

static void put_times(struct laying *laying, const struct topic_card *card)
{
    const char *titles = card->n_titles > 1 ? mem_printf(laying->local, "When it came up, under %zu titles", card->n_titles) : "When it came up";
    put_heading(laying, titles, card->n_times);
    for (size_t i = 0; i < card->n_times; i++) {
        const struct topic_time *time = &card->times[i];
        put_line(laying, (struct target){.meeting_id = time->meeting_id, .position = time->position}, topic_time_words(laying->local, card, time));
        for (size_t k = 0; k < time->asked.n; k++)
            put_below(laying, mem_printf(laying->local, "asked: %s", time->asked.at[k]));
        for (size_t k = 0; k < time->noted.n; k++)
            put_below(laying, mem_printf(laying->local, "your %s", time->noted.at[k]));
    }
    if (card->n_times == 0)
        put_below(laying, "no title held is about it");
    if (card->times_left_out)
        put_below(laying, mem_printf(laying->local, "and %d more", card->times_left_out));
}

static void put_rows(struct laying *laying, const char *words, const struct actions *rows)
{
    if (rows->n)
        put_heading(laying, words, rows->n);
    for (size_t i = 0; i < rows->n; i++) {
        const struct action *action = rows->at[i];
        bool kept = action->state == ACTION_KEPT;
        put_line(laying, (struct target){.meeting_id = action->meeting_id, .position = action->item_position, .action_id = kept ? action->id : NULL},
                 topic_row_words(laying->local, action, &laying->options));
    }
}

static void put_plans(struct laying *laying, const struct topic_card *card)
{
    if (card->n_plans)
        put_heading(laying, "In the work programme", card->n_plans);
    for (size_t i = 0; i < card->n_plans; i++) {
        put_line(laying, (struct target){.meeting_id = card->plans[i].meeting_id}, topic_plan_words(laying->local, &card->plans[i]));
        if (card->plans[i].notes)
            put_below(laying, card->plans[i].notes);
    }
}

static void put_named(struct laying *laying, const struct topic_card *card)
{
    if (card->n_named)
        put_heading(laying, "Meetings that its papers name", card->n_named);
    for (size_t i = 0; i < card->n_named; i++) {
        const struct topic_named *named = &card->named[i];
        put_line(laying, (struct target){.meeting_id = named->meeting_id, .to_get = !named->meeting_id}, topic_named_words(laying->local, named));
    }
}

static void put_tables(struct laying *laying, const struct topic_card *card)
{
    if (card->n_tables)
        put_heading(laying, "Tables in its reports", card->n_tables);
    for (size_t i = 0; i < card->n_tables; i++) {
        const struct topic_table *table = &card->tables[i];
        put_line(laying, (struct target){.meeting_id = table->meeting_id, .position = table->position}, topic_table_words(laying->local, table));
    }
    if (card->n_mentions)
        put_heading(laying, "Named elsewhere", card->n_mentions);
    for (size_t i = 0; i < card->n_mentions; i++) {
        const struct topic_mention *mention = &card->mentions[i];
        put_line(laying, (struct target){.meeting_id = mention->meeting_id, .position = mention->position},
                 topic_mention_words(laying->local, card, mention));
    }
}

static void topic_fill(struct screen *screen, struct page *page)
{
    struct topic_screen *ts = topic_of(screen);
    const struct topic_card *card = ts->looked->card;
    struct laying laying = {.ts = ts, .page = page, .local = talloc_named_const(NULL, 0, "card"), .options = {.as_at = ts->looked->as_at}};
    talloc_free(ts->laid);
    ts->laid = talloc_named_const(ts, 0, "lines");
    ts->targets = NULL;
    ts->n = 0;
    put_times(&laying, card);
    put_rows(&laying, "Still owed", &card->open);
    put_rows(&laying, "Closed", &card->closed);
    put_rows(&laying, "Found in its minutes, to check", &card->to_check);
    put_plans(&laying, card);
    put_named(&laying, card);
    put_tables(&laying, card);
    talloc_free(laying.local);
}

static void topic_frame(struct screen *screen, struct frame *frame)
{
    const struct view *view = &screen_pane(screen)->view;
    struct program read = *screen->browser->program;
    read.as_at = topic_of(screen)->looked->as_at;
    const char *name = topic_of(screen)->looked->card->name;
    frame->title = screen->browser->width < WEEKDAY_FROM ? name : mem_printf(frame->context, "Last time we looked: %s", name);
    frame->title_right = words_as_at(frame->context, &read, screen->browser->width >= WEEKDAY_FROM);
    frame->where = "Topic";
    frame->position = mem_printf(frame->context, "row %zu of %zu", view->row + 1, view->page ? view->page->n_rows : 0);
}

/* ---- asking ---------------------------------------------------------------------------------------------------------- */

static struct job *topic_job(struct browser *browser)
{
    struct job *job = job_new(browser, JOB_TOPIC);
    if (!job)
        return NULL;
    job->topic = mem_new(job, struct topic_looked);
    job->topic->as_at = browser->program->as_at;
    job->options = (struct export_options){.as_at = browser->program->as_at};
    job->options.notes = true; /* the member's own screen; a file is written without them */
    job->pace = (struct pace){.total = 1, .doing = "looking where it came up"};
    return job;
}

/* What a search looks for, without its signs and fields. */
static char *words_looked_for(const void *parent, const struct query *query)
{
    struct buf words;
    buf_init(&words, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < query->n_terms; i++)
        if (!query->terms[i].negated && !query->terms[i].implied)
            buf_printf(&words, "%s%s", words.len ? " " : "", query->terms[i].text);
    return buf_take(&words);
}

/* The topic under the cursor: of the words that were searched for, an entry of the work programme, a follow-up's item, the item read. */
static bool mean_here(struct browser *browser, struct topic_looked *asked)
{
    struct screen *screen = browser_top(browser);
    void *local = talloc_named_const(NULL, 0, "here");
    struct actions meant = check_meant(screen, local);
    const char *committee = NULL, *title = screen->context == CONTEXT_PROGRAMME ? programme_topic_here(screen, &committee) : NULL;
    struct add_place *place = mem_new(local, struct add_place);
    char *words = screen->context == CONTEXT_SEARCH ? words_looked_for(asked, browser->searching->query) : NULL;
    if (words && *words) {
        asked->words = words;
    } else if (title) {
        asked->title = mem_strdup(asked, title);
        asked->committee = mem_strdup(asked, committee);
    } else if (meant.n) {
        asked->meeting_id = mem_strdup(asked, meant.at[0]->meeting_id);
        asked->position = meant.at[0]->item_position;
    } else if (screen->ops->adding) {
        screen->ops->adding(screen, place);
        asked->meeting_id = mem_strdup(asked, place->meeting_id);
        asked->position = place->position;
    }
    talloc_free(local);
    return asked->words || asked->title || (asked->meeting_id && asked->position);
}

unsigned do_topic(struct browser *browser, const struct request *request)
{
    const char *line = request->arguments ? request->arguments : "";
    struct job *job = browser->store ? topic_job(browser) : NULL;
    if (!browser->store)
        return browser_refuse(browser, "no papers yet: there is nothing to look at");
    if (!job)
        return REACT_REDRAW;
    if (*line) {
        job->topic->words = text_squeeze(job->topic, line, strlen(line));
    } else if (!mean_here(browser, job->topic)) {
        talloc_free(job);
        return browser_sayf(browser, "no item under the cursor; :topic WORDS looks for words");
    }
    unsigned reactions = job_queue(browser, job);
    return reactions | browser_sayf(browser, "looking where it came up");
}

/* ---- commands ------------------------------------------------------------------------------------------------------- */

/* ":export topic FILE": the card as Markdown, HTML or text, whichever the name says. */
static unsigned topic_write(struct screen *screen, const char *path)
{
    const struct topic_looked *looked = topic_of(screen)->looked;
    struct job *job = topic_job(screen->browser);
    if (!job)
        return REACT_REDRAW;
    *job->topic = (struct topic_looked){.words = mem_strdup(job->topic, looked->words), .title = mem_strdup(job->topic, looked->title),
                                        .committee = mem_strdup(job->topic, looked->committee), .as_at = looked->as_at,
                                        .meeting_id = mem_strdup(job->topic, looked->meeting_id), .position = looked->position};
    job->file = mem_strdup(job, path);
    job->options.notes = false;
    job->rows = -1;
    return job_queue(screen->browser, job);
}

static unsigned topic_open(struct screen *screen)
{
    struct topic_screen *ts = topic_of(screen);
    struct browser *browser = screen->browser;
    const char *key = screen_key(screen);
    size_t at = 0;
    if (!key || sscanf(key, "line:%zu", &at) != 1 || at >= ts->n)
        return REACT_REDRAW;
    const struct target *target = &ts->targets[at];
    if (target->action_id) {
        struct strings one = {0};
        strings_add(ts->laid, &one, target->action_id);
        return browser_push(browser, actions_of_rows(browser, ts->looked->card->name, &one));
    }
    if (target->meeting_id)
        return browser_push(browser, meeting_at(browser, target->meeting_id, target->position, PASSAGE_KINDS, 0));
    return browser_sayf(browser, target->to_get ? "nothing of that meeting is held; T says how to get it" : "it leads nowhere");
}

static unsigned topic_act(struct screen *screen, const struct request *request)
{
    if (request->command == CMD_EXPORT && request->arguments && text_starts(request->arguments, EXPORT_WORD))
        return topic_write(screen, request->arguments + strlen(EXPORT_WORD) + strspn(request->arguments + strlen(EXPORT_WORD), " "));
    return request->command == CMD_OPEN ? topic_open(screen) : NOT_MINE;
}

static const struct screen_ops topic_ops = {
    .name = "Topic",
    .context = CONTEXT_TOPIC,
    .wish = {.n_columns = 1},
    .frame = topic_frame,
    .act = topic_act,
};

/* ---- the job --------------------------------------------------------------------------------------------------------- */

static enum status write_card(struct sink *sink, void *with, struct err *err)
{
    const struct job *job = with;
    const char *ending = strrchr(job->file, '.');
    enum sheet_format format = SHEET_TEXT;
    if (ending && (!sheet_format_parse(ending + 1, &format) || format == SHEET_CSV || format == SHEET_TSV))
        format = SHEET_TEXT;
    return export_topic(sink, job->topic->card, format, &job->options, err);
}

/* Words that name an item of a meeting are that item. */
static void mean_place(struct job *job, struct store *store, struct topic_looked *asked)
{
    const char *stroke = asked->words ? strchr(asked->words, '/') : NULL;
    struct meeting *meeting;
    struct err unsaid;
    char *id;
    int position;
    if (!stroke)
        return;
    char *name = mem_strndup(job, asked->words, (size_t)(stroke - asked->words));
    if (store_find_meeting(job, store, name, asked->as_at, &id, &unsaid) != STATUS_OK || store_meeting(job, store, id, &meeting, &unsaid) != STATUS_OK ||
        meeting_find_item(meeting, stroke + 1, &position, &unsaid) != STATUS_OK)
        return;
    asked->meeting_id = mem_strdup(asked, meeting->id);
    asked->position = position;
    asked->words = NULL;
}

enum status job_run_topic(struct job *job, struct store *store, struct watch *watch)
{
    (void)watch;
    mean_place(job, store, job->topic);
    const struct topic_wish wish = wish_of(job->topic);
    enum status status = topic_card_read(job->topic, store, &wish, &job->options, &job->topic->card, &job->err);
    if (status == STATUS_NONE)
        status = err_set(&job->err, STATUS_USAGE, "nothing held is about “%.100s”", job->topic->words);
    return status == STATUS_OK && job->file ? export_new_file(job->file, false, write_card, job, &job->err) : status;
}

unsigned job_topic_read(struct browser *browser, struct job *job)
{
    if (job->file)
        return job_exported(browser, job);
    unsigned reactions = browser_refresh(browser);
    if (browser_context(browser) == CONTEXT_TOPIC)
        (void)browser_pop(browser);
    browser_say(browser, false, NULL);
    struct topic_screen *ts = screen_new(browser, struct topic_screen, &topic_ops);
    ts->looked = talloc_steal(ts, job->topic);
    screen_add_pane(&ts->screen, 0, NULL, topic_fill);
    return reactions | browser_push(browser, &ts->screen);
}
