/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Follow-ups against later papers: which papers are later, what the index has of them, what comes out and in which order. The index
 * is asked for passages in which two of the rarest words stand together, or one and the minute's number; what is held besides is
 * not read. Nothing is written here. */
#include "config.h"

#include "evidence.h"

#include <stdlib.h>
#include <string.h>

#define PASSAGES_MOST 400
#define POSSIBLE_MOST 2 /* of those that are only possible */

/* ---- the committee ------------------------------------------------------------------------------------- */

static void add_name(const void *parent, struct strings *names, const char *name)
{
    if (!name)
        return;
    for (size_t i = 0; i < names->n; i++)
        if (strcmp(names->at[i], name) == 0)
            return;
    strings_add(parent, names, name);
}

static bool bears(const struct committee_row *row, const char *name)
{
    if (text_same_words(row->name, name))
        return true;
    for (size_t i = 0; i < row->names.n; i++)
        if (text_same_words(row->names.at[i], name))
            return true;
    return false;
}

/* NAME and all that its committee is or was called, as far as meetings bear it: so the index knows them. */
static void add_committee(struct evidence_run *run, struct strings *names, const char *name)
{
    struct strings called = {0};
    if (!name)
        return;
    name += text_starts(name, "the ") ? strlen("the ") : 0;
    strings_add(run, &called, name);
    for (size_t i = 0; i < run->committees.n; i++) {
        const struct committee_row *row = &run->committees.at[i];
        if (!bears(row, name))
            continue;
        strings_add(run, &called, row->name);
        for (size_t k = 0; k < row->names.n; k++)
            strings_add(run, &called, row->names.at[k]);
    }
    for (size_t i = 0; i < run->meetings.n; i++)
        for (size_t k = 0; k < called.n; k++)
            if (run->meetings.at[i].committee && text_same_words(run->meetings.at[i].committee, called.at[k]))
                add_name(run, names, run->meetings.at[i].committee);
}

/* A follow-up keeps the name its committee had; its meeting knows the present one. */
static const struct meeting_row *meeting_of(const struct evidence_run *run, const char *id)
{
    for (size_t i = 0; i < run->meetings.n; i++)
        if (text_same(run->meetings.at[i].id, id))
            return &run->meetings.at[i];
    return NULL;
}

static enum status watched_of(struct evidence_run *run, const struct action *action, struct watched **out, struct err *err)
{
    const struct meeting_row *meeting = meeting_of(run, action->meeting_id);
    const char *now = meeting ? meeting->committee : NULL;
    char *key = mem_printf(run, "%s|%s|%s", action->committee ? action->committee : "", now ? now : "",
                           action->carried_to ? action->carried_to : "");
    for (size_t i = 0; i < run->n_watched; i++)
        if (strcmp(run->watched[i]->key, key) == 0) {
            talloc_free(key);
            *out = run->watched[i];
            return STATUS_OK;
        }
    struct watched *watched = *mem_append(run, run->watched, run->n_watched) = mem_new(run, struct watched);
    watched->key = key;
    add_committee(run, &watched->names, action->committee);
    add_committee(run, &watched->names, now);
    add_committee(run, &watched->names, action->carried_to);
    *out = watched;
    return store_count_passages(run->store, &watched->names, NULL, &watched->passages, err);
}

/* ---- later meetings ---------------------------------------------------------------------------------------- */

static bool is_of(const struct watched *watched, const char *committee)
{
    for (size_t i = 0; committee && i < watched->names.n; i++)
        if (strcmp(watched->names.at[i], committee) == 0)
            return true;
    return false;
}

static enum later_state state_of(const struct meeting_row *row, struct date as_at)
{
    if (row->status && (strcmp(row->status, "cancelled") == 0 || strcmp(row->status, "postponed") == 0))
        return LATER_CALLED_OFF;
    if (date_compare(row->date, as_at) > 0)
        return LATER_AHEAD;
    if (row->sources == 0)
        return LATER_NOT_HELD;
    return !row->has_minutes ? LATER_NO_MINUTES : row->minutes_cut ? LATER_MINUTES_CUT : LATER_MINUTES;
}

static bool is_later(const struct evidence_run *run, const struct watched *watched, const struct action *action, const struct meeting_row *row)
{
    struct date last = date_add(run->as_at, PAPERS_AHEAD);
    if (!date_is_set(row->date) || !is_of(watched, row->committee) || date_compare(row->date, action->meeting_date) <= 0)
        return false;
    return date_compare(row->date, run->as_at) <= 0 || (row->sources > 0 && date_compare(row->date, last) <= 0);
}

static void list_later(const struct evidence_run *run, const struct watched *watched, const struct action *action, struct traced *out)
{
    for (size_t i = run->meetings.n; i-- > 0;) {
        const struct meeting_row *row = &run->meetings.at[i];
        if (!is_later(run, watched, action, row))
            continue;
        struct later_meeting later = {.date = row->date, .state = state_of(row, run->as_at), .minutes_cut = row->minutes_cut};
        *mem_append(out, out->later, out->n_later) = later;
        out->later[out->n_later - 1].meeting_id = mem_strdup(out, row->id);
        out->later[out->n_later - 1].committee = mem_strdup(out, row->committee);
    }
}

static const struct later_meeting *later_of(const struct traced *traced, const char *meeting_id)
{
    for (size_t i = 0; i < traced->n_later; i++)
        if (text_same(traced->later[i].meeting_id, meeting_id))
            return &traced->later[i];
    return NULL;
}

/* ---- what comes out ---------------------------------------------------------------------------------------- */

static bool may_stand(const struct evidence *evidence, const struct later_meeting *later, const struct search_row *row)
{
    bool planned = row->kind == PASSAGE_AGENDA || row->kind == PASSAGE_REPORT;
    if (row->kind == PASSAGE_PROGRAMME || row->kind == PASSAGE_ACTION || (later->state == LATER_AHEAD && !planned))
        return false;
    return evidence->grade < EVIDENCE_POSSIBLE || !title_is_of_everything(row->title);
}

/* An item of a meeting that was called off was not taken; an agenda tells only that it was to be. */
static void settle_sort(struct evidence *evidence, const struct later_meeting *later)
{
    bool minutes = later->state == LATER_MINUTES || later->state == LATER_MINUTES_CUT;
    if (later->state == LATER_CALLED_OFF)
        evidence->sort = EVIDENCE_PUT_OFF;
    else if (evidence->passage == PASSAGE_AGENDA || (evidence->passage == PASSAGE_REPORT && !evidence->quote))
        evidence->sort = minutes && evidence->sort != EVIDENCE_ON_AGENDA ? evidence->sort : EVIDENCE_ON_AGENDA;
}

static void place(const void *parent, struct evidence *evidence, const struct search_row *row, const struct later_meeting *later)
{
    evidence->meeting_id = mem_strdup(parent, row->meeting_id);
    evidence->committee = mem_strdup(parent, row->committee);
    evidence->date = row->date;
    evidence->ahead = later->state == LATER_AHEAD;
    evidence->position = row->position;
    evidence->agenda_number = mem_strdup(parent, row->agenda_number);
    evidence->minute_number = mem_strdup(parent, row->minute_number);
    evidence->item_title = mem_strdup(parent, row->title);
    evidence->item = evidence_item(parent, row->minute_number, row->agenda_number, row->position);
    evidence->passage = row->kind;
    evidence->exempt = row->exempt;
    evidence->truncated = row->truncated;
}

static bool is_minuted(const struct evidence *evidence)
{
    return evidence->passage == PASSAGE_MINUTES || evidence->passage == PASSAGE_DECISION;
}

/* Best first: the surer, then what its minutes say before what its agenda said, then the stronger, then the later. */
static int best_first(const void *left, const void *right)
{
    const struct evidence *a = left, *b = right;
    if (a->grade != b->grade)
        return (int)a->grade - (int)b->grade;
    if (a->sort != b->sort)
        return (int)a->sort - (int)b->sort;
    if (a->strength != b->strength)
        return b->strength - a->strength;
    return date_compare(b->date, a->date);
}

/* Of one item the better place; an agenda is nothing once the minute of its item tells. */
static bool replaces(const struct evidence *now, const struct evidence *before)
{
    if (is_minuted(now) != is_minuted(before) && (now->sort == EVIDENCE_ON_AGENDA || before->sort == EVIDENCE_ON_AGENDA))
        return is_minuted(now);
    return best_first(now, before) < 0;
}

static void add_evidence(struct traced *out, const struct evidence *now)
{
    for (size_t i = 0; i < out->n; i++) {
        struct evidence *before = &out->at[i];
        if (before->position != now->position || !text_same(before->meeting_id, now->meeting_id))
            continue;
        if (replaces(now, before))
            *before = *now;
        return;
    }
    *mem_append(out, out->at, out->n) = *now;
}

/* Few: what is only possible is left out where something surer is there. */
static void keep_best(struct traced *out)
{
    size_t n = 0, possible = 0;
    if (out->n)
        qsort(out->at, out->n, sizeof *out->at, best_first);
    bool sure = out->n && out->at[0].grade < EVIDENCE_POSSIBLE;
    for (size_t i = 0; i < out->n && n < EVIDENCE_MOST; i++) {
        bool weak = out->at[i].grade == EVIDENCE_POSSIBLE;
        if (!weak || (!sure && possible++ < POSSIBLE_MOST))
            out->at[n++] = out->at[i];
    }
    out->n = n;
}

/* What comes out lives as long as OUT; all else that was judged goes with the scratch. */
static void keep_on(const void *parent, struct evidence *evidence)
{
    char **const texts[] = {&evidence->meeting_id, &evidence->committee, &evidence->item, &evidence->agenda_number,
                            &evidence->minute_number, &evidence->item_title, &evidence->quote};
    struct strings reasons = {0};
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        *texts[i] = mem_strdup(parent, *texts[i]);
    for (size_t i = 0; i < evidence->reasons.n; i++)
        strings_add(parent, &reasons, evidence->reasons.at[i]);
    evidence->reasons = reasons;
}

/* What is found is JUDGED's, which lives until the best are known. */
static enum status search_passages(struct evidence_run *run, const struct watched *watched, const struct asked *asked, const void *judged,
                                   struct traced *out, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "passages");
    struct search_rows rows = {0};
    struct passage_request request = {.committees = &watched->names, .from = date_add(asked->action->meeting_date, 1),
                                      .to = date_add(run->as_at, PAPERS_AHEAD), .match = asked_match(scratch, asked), .most = PASSAGES_MOST};
    enum status status = request.match ? store_passages(scratch, run->store, &request, &rows, err) : STATUS_OK;
    for (size_t i = 0; i < rows.n && status == STATUS_OK; i++) {
        const struct search_row *row = &rows.at[i];
        const struct later_meeting *later = later_of(out, row->meeting_id);
        struct evidence evidence;
        if (!later || !evidence_judge(judged, asked, row, &evidence) || !may_stand(&evidence, later, row))
            continue;
        place(judged, &evidence, row, later);
        settle_sort(&evidence, later);
        add_evidence(out, &evidence);
    }
    talloc_free(scratch);
    return status;
}

/* ---- one and all --------------------------------------------------------------------------------------------- */

bool evidence_is_asked(const struct action *action)
{
    return action->state == ACTION_KEPT && !action->deleted && action_status_is_open(action->status);
}

static enum status run_new(struct store *store, struct date as_at, struct evidence_run **out, struct err *err)
{
    struct evidence_run *run = *out = mem_new(NULL, struct evidence_run);
    run->store = store;
    run->as_at = as_at;
    run->lexicon = lexicon_new(run);
    enum status status = store_meetings(run, store, &run->meetings, err);
    return status == STATUS_OK ? store_committees(run, store, &run->committees, err) : status;
}

/* The sentence, and apart from it what the member says that it is about: either may be told of in other words than the other. */
static enum status trace(const void *parent, struct evidence_run *run, const struct action *action, struct traced **out, struct err *err)
{
    struct traced *traced = *out = mem_new(parent, struct traced);
    struct watched *watched;
    traced->action_id = mem_strdup(traced, action->id);
    enum status status = watched_of(run, action, &watched, err);
    traced->placeless = status == STATUS_OK && (watched->names.n == 0 || !date_is_set(action->meeting_date));
    if (status != STATUS_OK || traced->placeless)
        return status;
    void *scratch = talloc_named_const(NULL, 0, "asked");
    struct asked asked = asked_of(scratch, run->lexicon, action);
    list_later(run, watched, action, traced);
    const char *const texts[] = {action->quote, action->subject, action->own_words};
    for (size_t i = 0; i < MB_LENGTH(texts) && traced->n_later && status == STATUS_OK; i++) {
        if (!texts[i] || (i == 2 && (texts[0] || texts[1])))
            continue;
        status = evidence_weigh(scratch, run, watched, action, texts[i], &asked.words, err);
        if (status == STATUS_OK && asked.words.n)
            status = search_passages(run, watched, &asked, scratch, traced, err);
    }
    keep_best(traced);
    for (size_t i = 0; i < traced->n; i++)
        keep_on(traced, &traced->at[i]);
    if (status == STATUS_OK)
        status = evidence_topic(traced, run, watched, &asked, &traced->topic, err);
    talloc_free(scratch);
    return status;
}

enum status evidence_find(const void *parent, struct store *store, const struct action *action, struct date as_at, struct traced **out,
                          struct err *err)
{
    struct evidence_run *run;
    *out = NULL;
    enum status status = run_new(store, as_at, &run, err);
    if (status == STATUS_OK)
        status = trace(parent, run, action, out, err);
    talloc_free(run);
    return status;
}

enum status evidence_find_all(struct store *store, struct action *const *actions, size_t n, struct date as_at, evidence_told *told, void *to,
                              struct err *err)
{
    struct evidence_run *run;
    enum status status = run_new(store, as_at, &run, err);
    for (size_t i = 0; i < n && status == STATUS_OK; i++) {
        struct traced *traced;
        status = trace(NULL, run, actions[i], &traced, err);
        if (status != STATUS_OK)
            talloc_free(traced);
        else if (!told(to, i, traced))
            status = err_set(err, STATUS_CANCELLED, "stopped");
    }
    talloc_free(run);
    return status;
}
