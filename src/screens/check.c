/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What was found in the papers and is to check: kept on the tracker or refused with a reason, one or
 * all that are marked. Where they stand is the screen's; the change itself is a job. */
#include "config.h"

#include "private.h"

#include <minutebook/base_lookup.h>

#include <string.h>

/* ---- marks -------------------------------------------------------------------------------------------- */

void marks_clear(struct screen *screen)
{
    if (screen->marks.n)
        screen_stale(screen);
    id_set_clear(&screen->marks);
}

void marks_settle(struct screen *screen, const struct actions *actions)
{
    struct id_set settled = {0};
    for (size_t i = 0; i < actions->n && screen->marks.n; i++)
        if (id_set_has(&screen->marks, actions->at[i]->id))
            id_set_put(screen, &settled, actions->at[i]->id);
    id_set_clear(&screen->marks);
    screen->marks = settled;
}

struct lookup *rows_by_id(const void *parent, const struct actions *actions)
{
    struct lookup *ids = lookup_new(parent);
    for (size_t i = 0; i < actions->n; i++) {
        lookup_add(ids, actions->at[i]->id, i);
        lookup_add(ids, actions->at[i]->candidate_id, i);
    }
    return ids;
}

static struct actions reached(struct screen *screen, enum reach reach, const void *local)
{
    struct actions actions = {0};
    if (screen->ops->follow_ups)
        screen->ops->follow_ups(screen, reach, local, &actions);
    return actions;
}

static unsigned nothing_here(struct browser *browser)
{
    return browser_sayf(browser, "no follow-up under the cursor: > goes to the next one to check");
}

static bool all_marked(const struct screen *screen, const struct actions *actions)
{
    size_t marked = 0;
    for (size_t i = 0; i < actions->n; i++)
        marked += id_set_has(&screen->marks, actions->at[i]->id);
    return marked == actions->n;
}

/* What V marks: those under the heading, when they are marked all of their kind; *MORE: how many the next V marks, 0 none. */
static struct actions meant_by_all(struct screen *screen, const void *local, size_t *more)
{
    struct actions heading = reached(screen, REACH_HEADING, local), all = reached(screen, REACH_TO_CHECK, local);
    bool part = heading.n > 0 && heading.n < all.n && !all_marked(screen, &heading);
    *more = part ? all.n : 0;
    return part ? heading : all;
}

static void mark_all(struct screen *screen, const struct actions *actions)
{
    if (all_marked(screen, actions)) {
        marks_clear(screen);
        return;
    }
    for (size_t i = 0; i < actions->n; i++)
        id_set_put(screen, &screen->marks, actions->at[i]->id);
}

static unsigned say_marked(struct browser *browser, size_t n, size_t more, bool kept)
{
    if (n && more)
        return browser_sayf(browser, "%zu marked, under this heading: = sets, C chased, t the rest; V again marks all %zu", n, more);
    if (n && kept)
        return browser_sayf(browser, "%zu marked: = sets, C chased, t the rest of what can happen, V takes the marks away", n);
    return n ? browser_sayf(browser, "%zu marked: c keeps, D says why not, V takes the marks away", n)
             : browser_sayf(browser, "none marked");
}

unsigned check_mark(struct browser *browser, const struct request *request)
{
    struct screen *screen = browser_top(browser);
    bool all = request->command == CMD_MARK_ALL;
    void *local = talloc_named_const(NULL, 0, "mark");
    size_t more = 0;
    struct actions actions = all ? meant_by_all(screen, local, &more) : reached(screen, REACH_HERE, local);
    unsigned reactions = REACT_REDRAW;
    if (actions.n == 0) {
        reactions = all ? browser_sayf(browser, "nothing to check here") : nothing_here(browser);
    } else {
        const char *id = actions.at[0]->id;
        if (all)
            mark_all(screen, &actions);
        else if (id_set_has(&screen->marks, id))
            id_set_take(&screen->marks, id);
        else
            id_set_put(screen, &screen->marks, id);
        screen_stale(screen);
        if (!all && screen->ops->go_on)
            screen->ops->go_on(screen, request->command, NULL);
        reactions = say_marked(browser, screen->marks.n, more, follow_up_is_kept(actions.at[0]));
    }
    talloc_free(local);
    return reactions;
}

/* ---- keeping and refusing -------------------------------------------------------------------------------- */

struct actions check_meant(struct screen *screen, const void *local)
{
    if (screen->marks.n == 0)
        return reached(screen, REACH_HERE, local);
    struct actions all = reached(screen, REACH_ALL, local), marked = {0};
    for (size_t i = 0; i < all.n; i++)
        if (id_set_has(&screen->marks, all.at[i]->id))
            *mem_append(local, marked.at, marked.n) = all.at[i];
    return marked;
}

static unsigned judge(struct browser *browser, const struct judged *judged, enum action_state state, const char *reason)
{
    struct screen *screen = browser_top(browser);
    unsigned reactions = job_queue_judging(browser, judged, state, reason);
    if (!(reactions & REACT_JOB) && !browser->job_out)
        return reactions; /* it was refused: nothing has changed */
    marks_clear(screen);
    struct id_set ids = id_set_of(NULL, &judged->ids);
    if (screen->ops->go_on)
        screen->ops->go_on(screen, state == ACTION_KEPT ? CMD_KEEP : CMD_REFUSE, &ids);
    id_set_clear(&ids);
    return reactions;
}

static unsigned ask_reason(struct browser *browser, struct judged *judged)
{
    talloc_free(browser->judged);
    browser->judged = talloc_steal(browser, judged);
    if (judged->ids.n > 1)
        (void)browser_sayf(browser, "all %zu that are marked", judged->ids.n);
    return browser_ask(browser, PROMPT_REFUSE);
}

unsigned check_answer(struct browser *browser, const char *line)
{
    struct judged *judged = browser->judged;
    unsigned reactions = REACT_REDRAW;
    char *reason = text_squeeze(NULL, line, strlen(line));
    browser->judged = NULL;
    if (judged)
        reactions = judge(browser, judged, ACTION_REFUSED, *reason ? reason : NULL);
    talloc_free(reason);
    talloc_free(judged);
    return reactions;
}

/* Nothing of ACTIONS can become what was asked: it is that already, or no key makes it so. */
static unsigned stands_so(struct browser *browser, const struct actions *actions)
{
    static const struct {
        const char *one, *these;
    } words[] = {{"is not a follow-up", "not follow-ups; c keeps them after all"},
                 {"is on the tracker", "on the tracker; :refuse REASON takes them off"}};
    const struct action *first = actions->at[0];
    bool kept = first->state == ACTION_KEPT;
    size_t alike = 0;
    for (size_t i = 0; i < actions->n; i++)
        alike += actions->at[i]->state == first->state;
    if (actions->n == 1)
        return browser_sayf(browser, "%s %s; %s", first->reference ? first->reference : "this", words[kept].one,
                            kept ? ":refuse REASON takes it off" : "c keeps it after all");
    if (alike < actions->n)
        return browser_sayf(browser, "of the %zu marked none is still to check", actions->n);
    return browser_sayf(browser, "all %zu that are marked are %s", actions->n, words[kept].these);
}

/* What is on the tracker bears work: no key takes it off, only the typed command does. */
static bool may_become(const struct action *action, enum action_state state, const struct request *request)
{
    bool by_key = !request->arguments;
    return action->state != state && !(state == ACTION_REFUSED && action->state == ACTION_KEPT && by_key);
}

static struct judged *judged_of(const void *parent, const struct actions *actions, enum action_state state,
                                const struct request *request)
{
    struct judged *judged = mem_new(parent, struct judged);
    const char *meeting = actions->n ? actions->at[0]->meeting_id : NULL;
    for (size_t i = 0; i < actions->n; i++) {
        const char *own = actions->at[i]->meeting_id;
        if (meeting && (!own || strcmp(own, meeting) != 0))
            meeting = NULL;
        if (may_become(actions->at[i], state, request))
            strings_add(judged, &judged->ids, actions->at[i]->id);
    }
    judged->meeting_id = mem_strdup(judged, meeting);
    return judged;
}

unsigned check_keep_or_refuse(struct browser *browser, const struct request *request)
{
    enum action_state state = request->command == CMD_KEEP ? ACTION_KEPT : ACTION_REFUSED;
    if (job_refused(browser))
        return REACT_REDRAW;
    void *local = talloc_named_const(NULL, 0, "judge");
    struct actions actions = check_meant(browser_top(browser), local);
    struct judged *judged = judged_of(local, &actions, state, request);
    unsigned reactions;
    if (actions.n == 0)
        reactions = nothing_here(browser);
    else if (judged->ids.n == 0)
        reactions = stands_so(browser, &actions);
    else if (state == ACTION_REFUSED && !request->arguments)
        reactions = ask_reason(browser, judged);
    else
        reactions = judge(browser, judged, state, request->arguments);
    talloc_free(local);
    return reactions;
}

bool check_offers(struct screen *screen, enum command_id command)
{
    if (screen->marks.n && (command == CMD_KEEP || command == CMD_REFUSE))
        return true; /* marked rows need not be at hand, and painting reads nothing */
    void *local = talloc_named_const(NULL, 0, "offers");
    struct actions actions = reached(screen, command == CMD_NEXT_TO_CHECK ? REACH_ALL : REACH_HERE, local);
    bool offered = false;
    for (size_t i = 0; i < actions.n && !offered; i++) {
        const struct action *action = actions.at[i];
        offered = command == CMD_KEEP            ? action->state != ACTION_KEPT
                  : command == CMD_REFUSE        ? action->state == ACTION_TO_CHECK
                  : command == CMD_NEXT_TO_CHECK ? follow_up_is_to_check(action)
                                                 : action->state == ACTION_KEPT;
    }
    talloc_free(local);
    return offered;
}
