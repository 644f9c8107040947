/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What happens to follow-ups on the tracker, from the key to the job: a chase, an answer, a step, evidence, closing. The
 * marked rows are meant, else the one under the cursor, on whatever screen it stands. Lines that cannot be understood are
 * asked again here; the change itself is the worker's (job_follow.c). */
#include "config.h"

#include "private.h"

#include <string.h>

/* While it is asked what happened to them. */
struct followed {
    struct judged judged;
    char *name; /* "555/7", "3 follow-ups" */
    const char *const *steps; /* of the first */
    struct action *first;     /* what of it is known without the store: its fields */
    struct strings finds;     /* references of sentences that may be it, the likest first */
    struct strings sentences; /* and these */
};

/* ---- which of them ---------------------------------------------------------------------------------------- */

static void say_none(struct browser *browser, const struct action *here)
{
    const char *name = here && here->reference ? here->reference : "this";
    if (!here)
        (void)browser_sayf(browser, "no follow-up under the cursor");
    else if (here->state == ACTION_TO_CHECK)
        (void)browser_sayf(browser, "%s is still to check: c keeps it on the tracker", name);
    else
        (void)browser_sayf(browser, "%s is not a follow-up: c keeps it after all", name);
}

/* Only what is on the tracker: its names, and what prompts tell of the first. NULL where there is none, after saying so. */
static struct followed *followed_new(struct browser *browser)
{
    void *local = talloc_named_const(NULL, 0, "meant");
    struct actions meant = check_meant(browser_top(browser), local);
    struct followed *followed = mem_new(browser, struct followed);
    const struct action *first = NULL;
    for (size_t i = 0; i < meant.n; i++) {
        const struct action *action = meant.at[i];
        if (!follow_up_is_kept(action))
            continue;
        first = first ? first : action;
        strings_add(followed, &followed->judged.ids, action->id);
    }
    if (!first) {
        say_none(browser, meant.n ? meant.at[0] : NULL);
        TALLOC_FREE(followed);
    } else {
        size_t n = followed->judged.ids.n;
        followed->name = n > 1 ? mem_printf(followed, "all %zu that are marked", n)
                               : mem_strdup(followed, first->reference ? first->reference : "this follow-up");
        followed->steps = action_steps_of(first);
        followed->first = mem_new(followed, struct action);
        *followed->first = (struct action){.id = mem_strdup(followed, first->id), .meeting_date = first->meeting_date, .version = first->version};
    }
    talloc_free(local);
    return followed;
}

static void forget(struct browser *browser)
{
    TALLOC_FREE(browser->followed);
}

/* It happens to all of them. */
static unsigned follow_all(struct browser *browser, enum command_id verb, const char *field, const char *words)
{
    struct follow follow = {.verb = verb, .field = (char *)field, .words = (char *)words, .day = browser->today};
    unsigned reactions = job_queue_follow(browser, &browser->followed->judged, &follow);
    if (reactions & REACT_JOB || browser->job_out)
        marks_clear(browser_top(browser));
    forget(browser);
    return reactions;
}

/* ---- answers of prompts -------------------------------------------------------------------------------------- */

/* LINE is understood by the words alone; else it is asked again. */
static unsigned take(struct browser *browser, enum command_id verb, enum prompt_kind prompt, enum status status, const char *line,
                     const char *words, const struct err *err)
{
    if (!browser->followed)
        return REACT_REDRAW;
    return status == STATUS_OK ? follow_all(browser, verb, NULL, words) : browser_ask_again(browser, prompt, line, err);
}

static unsigned take_entry(struct browser *browser, enum command_id verb, enum prompt_kind prompt, enum entry_kind kind, const char *line)
{
    struct err err;
    struct action_entry *entry;
    void *local = talloc_named_const(NULL, 0, "entry");
    enum status status = action_entry_parse(local, kind, line, browser->today, &entry, &err);
    unsigned reactions = take(browser, verb, prompt, status, line, line, &err);
    talloc_free(local);
    return reactions;
}

unsigned follow_answer_chase(struct browser *browser, const char *line)
{
    return take_entry(browser, CMD_CHASE, PROMPT_CHASE, ENTRY_CHASE, line);
}

unsigned follow_answer_log(struct browser *browser, const char *line)
{
    return take_entry(browser, CMD_LOG, PROMPT_LOG, ENTRY_UPDATE, line);
}

unsigned follow_answer_answer(struct browser *browser, const char *line)
{
    struct err err;
    struct typed_answer typed;
    void *local = talloc_named_const(NULL, 0, "answer");
    enum status status = answer_parse(local, line, &typed, &err);
    unsigned reactions = take(browser, CMD_ANSWER, PROMPT_ANSWER, status, line, line, &err);
    talloc_free(local);
    return reactions;
}

/* The one step that begins with WORDS. */
static enum status pick_step(const char *const *steps, const char *words, const char **out, struct err *err)
{
    struct buf names;
    size_t fit = 0;
    buf_init(&names, NULL, 1000);
    for (size_t i = 0; steps[i]; i++) {
        buf_printf(&names, "%s%s", i ? ", " : "", steps[i]);
        if (*words && text_starts(steps[i], words) && ++fit == 1)
            *out = steps[i];
    }
    enum status status = fit == 1 ? STATUS_OK : err_set(err, STATUS_USAGE, "which step? %s", names.data);
    buf_release(&names);
    return status;
}

unsigned follow_answer_step(struct browser *browser, const char *line)
{
    struct err err;
    const char *step = NULL;
    if (!browser->followed)
        return REACT_REDRAW;
    char *words = text_squeeze(NULL, line, strlen(line));
    enum status status = pick_step(browser->followed->steps, words, &step, &err);
    bool reported = status == STATUS_OK && strcmp(step, "reported") == 0 && browser_top(browser)->marks.n == 0;
    unsigned reactions = take(browser, CMD_STEP, PROMPT_STEP, status, line, step, &err);
    talloc_free(words);
    if (reported) /* it is done by that: the minute that says so closes it, Esc leaves it open */
        reactions |= browser_do(browser, CMD_COMPLETE, 0, NULL);
    return reactions;
}

static unsigned take_words(struct browser *browser, enum command_id verb, enum prompt_kind prompt, const char *line)
{
    struct err err = {0};
    char *words = text_squeeze(NULL, line, strlen(line));
    unsigned reactions = take(browser, verb, prompt, STATUS_OK, line, words, &err);
    talloc_free(words);
    return reactions;
}

unsigned follow_answer_evidence(struct browser *browser, const char *line)
{
    return take_words(browser, CMD_ADD_EVIDENCE, PROMPT_EVIDENCE, line);
}

unsigned follow_answer_sentence(struct browser *browser, const char *line)
{
    return take_words(browser, CMD_JOIN_SENTENCE, PROMPT_SENTENCE, line);
}

unsigned follow_answer_complete(struct browser *browser, const char *line)
{
    if (!browser->followed)
        return REACT_REDRAW;
    char *words = mem_printf(NULL, "complete, %s", line);
    unsigned reactions = follow_all(browser, CMD_SET, "status", words);
    talloc_free(words);
    return reactions;
}

/* ---- setting a field ------------------------------------------------------------------------------------------ */

/* Bytes of the field's name at the start of LINE: one word, or "by whom" and "to whom". */
static size_t field_length(const char *line)
{
    if (text_starts(line, "by whom") || text_starts(line, "to whom"))
        return 7;
    return strcspn(line, " \t:=");
}

/* A field named without a value: it stays as it is, and what it has can be changed on the line. */
static unsigned ask_value(struct browser *browser, const struct action *action, const char *field)
{
    char *now = action_field_words(NULL, action, field);
    if (now)
        (void)browser_sayf(browser, "%s has this value: change it; “%s none” empties it", field, field);
    else
        (void)browser_sayf(browser, "%s has no value yet: type it behind the word", field);
    char *line = mem_printf(now, "%s %s", field, now ? now : "");
    unsigned reactions = browser_ask_with(browser, PROMPT_SET, line);
    talloc_free(now ? now : line);
    return reactions;
}

unsigned follow_answer_set(struct browser *browser, const char *line)
{
    struct err err;
    struct edit edit;
    struct action *action;
    if (!browser->followed)
        return REACT_REDRAW;
    void *local = talloc_named_const(NULL, 0, "set");
    line += strspn(line, " \t");
    size_t n = field_length(line);
    char *field = mem_strndup(local, line, n);
    const char *value = line + n + strspn(line + n, " \t:=");
    enum status status = store_action(local, browser->store, browser->followed->first->id, &action, &err);
    if (status == STATUS_OK)
        status = action_prepare_set(local, action, field, value, &edit, &err);
    unsigned reactions = status != STATUS_OK ? browser_ask_again(browser, PROMPT_SET, line, &err)
                         : *value == '\0'    ? ask_value(browser, action, field)
                                             : follow_all(browser, CMD_SET, field, value);
    talloc_free(local);
    return reactions;
}

/* ---- prompts ----------------------------------------------------------------------------------------------------- */

static unsigned ask(struct browser *browser, enum prompt_kind prompt)
{
    if (!browser->message)
        (void)browser_sayf(browser, "%s", browser->followed->name);
    return browser_ask(browser, prompt);
}

/* A letter's steps stand above the line. */
static unsigned ask_step(struct browser *browser)
{
    struct buf names;
    buf_init(&names, NULL, 1000);
    for (size_t i = 0; browser->followed->steps[i]; i++)
        buf_printf(&names, "%s%s", i ? ", " : "", browser->followed->steps[i]);
    (void)browser_sayf(browser, "%s: %s (or how it begins)", browser->followed->name, names.data);
    buf_release(&names);
    return browser_ask(browser, PROMPT_STEP);
}

/* What the minutes bring that may be what was noted; none where nothing is like it. */
static enum status read_likes(struct browser *browser, struct followed *followed, struct err *err)
{
    void *local = talloc_named_const(NULL, 0, "likes");
    struct action *noted;
    struct actions finds = {0};
    const struct action **likes = NULL;
    enum status status = store_action(local, browser->store, followed->first->id, &noted, err);
    if (status == STATUS_OK && noted->quote)
        status = err_set(err, STATUS_USAGE, "%s has its sentence already: %s", followed->name, fact_quote(local, noted, CUT_OFF));
    if (status == STATUS_OK && noted->meeting_id)
        status = follow_ups_read(local, browser->store, noted->meeting_id, &finds, err);
    size_t n = status == STATUS_OK ? action_likes(local, noted, &finds, &likes) : 0;
    for (size_t i = 0; i < n; i++) {
        strings_add(followed, &followed->finds, likes[i]->reference ? likes[i]->reference : likes[i]->id);
        strings_add(followed, &followed->sentences, fact_quote(followed, likes[i], CUT_OFF));
    }
    talloc_free(local);
    return status;
}

static unsigned ask_sentence(struct browser *browser)
{
    struct err err;
    struct followed *followed = browser->followed;
    if (followed->judged.ids.n > 1)
        return browser_refuse(browser, "one at a time: V takes the marks away");
    if (read_likes(browser, followed, &err) != STATUS_OK)
        return browser_fail(browser, &err);
    if (followed->finds.n == 0) {
        (void)browser_sayf(browser, "nothing to check in its meeting is like it; its reference joins it all the same");
        return browser_ask(browser, PROMPT_SENTENCE);
    }
    (void)browser_sayf(browser, "%s%s: %s", followed->finds.at[0], followed->finds.n > 1 ? " (Tab: others)" : "", followed->sentences.at[0]);
    return browser_ask_with(browser, PROMPT_SENTENCE, followed->finds.at[0]);
}

static unsigned ask_field(struct browser *browser, const char *field, const char *value)
{
    char *line = mem_printf(NULL, "%s %s", field, value ? value : "");
    unsigned reactions = follow_answer_set(browser, line);
    talloc_free(line);
    return reactions;
}

/* What each command asks, and what takes its line. FIELD: it sets that. */
static const struct {
    enum command_id verb;
    enum prompt_kind prompt;
    const char *field;
    unsigned (*answer)(struct browser *, const char *);
    unsigned (*ask)(struct browser *); /* NULL: the prompt alone */
} verbs[] = {
    {CMD_CHASE, PROMPT_CHASE, NULL, follow_answer_chase, NULL},
    {CMD_ANSWER, PROMPT_ANSWER, NULL, follow_answer_answer, NULL},
    {CMD_LOG, PROMPT_LOG, NULL, follow_answer_log, NULL},
    {CMD_STEP, PROMPT_STEP, NULL, follow_answer_step, ask_step},
    {CMD_ADD_EVIDENCE, PROMPT_EVIDENCE, NULL, follow_answer_evidence, NULL},
    {CMD_JOIN_SENTENCE, PROMPT_SENTENCE, NULL, follow_answer_sentence, ask_sentence},
    {CMD_COMPLETE, PROMPT_COMPLETE, NULL, follow_answer_complete, NULL},
    {CMD_SET, PROMPT_SET, NULL, follow_answer_set, NULL},
    {CMD_TAGS, PROMPT_SET, "tags", NULL, NULL},
    {CMD_PORTFOLIO, PROMPT_SET, "portfolio", NULL, NULL},
    {CMD_NOTE, PROMPT_SET, "note", NULL, NULL},
};

unsigned follow_act(struct browser *browser, const struct request *request)
{
    if (job_refused(browser))
        return REACT_REDRAW;
    forget(browser);
    browser->followed = followed_new(browser);
    if (!browser->followed)
        return REACT_REDRAW;
    if (request->command == CMD_REOPEN)
        return follow_all(browser, CMD_SET, "status", "in progress");
    for (size_t i = 0; i < MB_LENGTH(verbs); i++) {
        if (verbs[i].verb != request->command)
            continue;
        if (verbs[i].field)
            return ask_field(browser, verbs[i].field, request->arguments);
        if (request->arguments)
            return verbs[i].answer(browser, request->arguments);
        return verbs[i].ask ? verbs[i].ask(browser) : ask(browser, verbs[i].prompt);
    }
    return REACT_REDRAW;
}

void follow_offer(const void *parent, const struct browser *browser, enum complete_kind kind, const char *word, struct strings *out)
{
    const struct followed *followed = browser->followed;
    for (size_t i = 0; followed && kind == COMPLETE_STEP && followed->steps[i]; i++)
        if (text_starts(followed->steps[i], word))
            strings_add(parent, out, followed->steps[i]);
    for (size_t i = 0; followed && kind == COMPLETE_FOUND && i < followed->finds.n; i++)
        if (text_starts(followed->finds.at[i], word) || strcmp(word, followed->finds.at[0]) == 0)
            strings_add(parent, out, followed->finds.at[i]);
}
