/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Commands that change the user's own rows, and the prompts that ask for what they need. The change
 * itself is a job: nothing here writes. */
#include "config.h"

#include "private.h"

#include <string.h>

/* ---- prompts -------------------------------------------------------------------------------------- */

/* What stands before the line, the name of its history, and how the line is written. */
static const struct {
    const char *prefix, *history, *help;
} prompts[] = {
    [PROMPT_NONE] = {"", "none", NULL},
    [PROMPT_FIND] = {"find: ", "find", "words, \"a phrase\", begin*, -not, one OR other, kind:report, date:2022.. (Tab: all); found as you type"},
    [PROMPT_ADD] = {"add: ", "add", "by whom > to whom: what; by when   (any part may be empty)"},
    [PROMPT_SET] = {"set: ", "set", "by, to, what, due, chase, status, note … (Tab: all), then its value: chase 12 Jan 2026; by none empties it"},
    [PROMPT_COMMAND] = {":", "command", NULL},
    [PROMPT_IMPORT] = {"import: ", "import", "files or folders; a name with blanks in quotes; --form, --committee, --date say what they are"},
    [PROMPT_ATTACH] = {"attach: ", "attach", "the file that is the paper of this item; a name with blanks in quotes"},
    [PROMPT_DETAILS] = {"details: ", "details", "committee NAME, council NAME, date 3 November 2022 or time 10.30 am"},
    [PROMPT_ENTER] = {"enter meeting: ", "enter-meeting",
                      "committee; day as 16 Nov or 10 May 2019; time; venue   (time and venue may be left out)"},
    [PROMPT_TEXT] = {"/", "text", "words as they stand here, found as you type; a capital is looked for as a capital"},
    [PROMPT_JOIN] = {"join with: ", "join", "the other meeting: its day as 2022-11-03, or its id"},
    [PROMPT_REFUSE] = {"not a follow-up because: ", "refuse", "why, in a few words; Enter alone: no reason; Esc: leave it"},
    [PROMPT_MERGE] = {"one committee with: ", "merge", "Enter: they are one, under this name; Esc: they stay two"},
    [PROMPT_SPLIT] = {"split off: ", "split", "Enter: a committee of its own; Esc: it stays another name"},
    [PROMPT_CHASE] = {"chased: ", "chase", "Enter alone: today; or a day and how: 12 Nov: telephoned her office"},
    [PROMPT_ANSWER] = {"answer: ", "answer", "12 Nov: what was answered; before it --file FILE, --from WHO, --told where all members know"},
    [PROMPT_LOG] = {"log: ", "log", "what happened: 12 Nov: it is on the Cabinet's agenda"},
    [PROMPT_STEP] = {"step: ", "step", "how far it has come; Tab goes through the steps"},
    [PROMPT_EVIDENCE] = {"evidence: ", "evidence", "the meeting and item that show it: 2023-01-20/5, or 2023-01-20/m562, then words if you like"},
    [PROMPT_SENTENCE] = {"join with: ", "join-sentence", "the sentence of the minutes, by its reference; your own words stay; u parts them again"},
    [PROMPT_COMPLETE] = {"done: ", "complete", "by which minute or paper, or why it is closed: minute 562"},
    [PROMPT_FILTER] = {"only: ", "filter",
                       "by chairman; to, committee, kind, status, tag; older 28; overdue, undated, waiting, done, chased; or words. none: all"},
    [PROMPT_ORDER] = {"order: ", "order", "standing, by, to, committee, kind, status, age or minute; how it begins will do"},
    [PROMPT_ITEM_NOTE] = {"note: ", "item-note", "private; a question ends with ? and may say for whom: > the Director: how many?"},
    [PROMPT_NOTE_WORDS] = {"note: ", "item-note", "its words; Esc leaves it as it is"},
    [PROMPT_NOTE_ANSWER] = {"answer: ", "note-answer", "what was answered; Esc leaves it as it is"},
    [PROMPT_SAVE_SEARCH] = {"save it as: ", "save-search", "a name; a search that has it is written over"},
    [PROMPT_SITE] = {"site: ", "site", "the address of any page of the council's meetings, as the browser shows it; none takes it back"},
};

unsigned browser_ask_with(struct browser *browser, enum prompt_kind kind, const char *line)
{
    char *initial = mem_strdup(browser, line); /* LINE may be the old one */
    talloc_free(browser->prompt_initial);
    browser->prompt_initial = initial;
    browser->prompt = kind;
    return REACT_PROMPT | REACT_REDRAW;
}

unsigned browser_ask(struct browser *browser, enum prompt_kind kind)
{
    return browser_ask_with(browser, kind, NULL);
}

/* A line that cannot be understood stays, with the reason above it. */
unsigned browser_ask_again(struct browser *browser, enum prompt_kind kind, const char *line, const struct err *err)
{
    (void)browser_fail(browser, err);
    return browser_ask_with(browser, kind, line);
}

struct prompt_request browser_prompt(const struct browser *browser)
{
    return (struct prompt_request){.prefix = prompts[browser->prompt].prefix,
                                   .initial = browser->prompt_initial ? browser->prompt_initial : "",
                                   .history = prompts[browser->prompt].history};
}

const char *prompt_help(const struct browser *browser)
{
    return prompts[browser->prompt].help;
}

void browser_history(const void *parent, struct browser *browser, const char *name, struct strings *out)
{
    *out = (struct strings){0};
    if (!browser->store || browser->program->history <= 0 ||
        store_prompt_history(parent, browser->store, name, (size_t)browser->program->history, out, NULL) != STATUS_OK)
        *out = (struct strings){0}; /* what was typed in this run is there all the same */
}

void browser_typing(struct browser *browser, const char *prefix, const char *line, size_t cursor)
{
    talloc_free(browser->typing.prefix);
    talloc_free(browser->typing.line);
    browser->typing.on = true;
    browser->typing.prefix = mem_strdup(browser, prefix ? prefix : "");
    browser->typing.line = mem_strdup(browser, line ? line : "");
    browser->typing.cursor = cursor;
    if (browser->prompt == PROMPT_FIND)
        search_typed(browser, browser->typing.line);
    if (browser->prompt == PROMPT_TEXT)
        text_search_typed(browser, browser->typing.line);
}

/* ---- adding ------------------------------------------------------------------------------------------ */

static enum status make_action(struct browser *browser, const void *local, const char *line, struct action **action,
                               struct err *err)
{
    const struct add_place *place = browser->adding;
    struct meeting *meeting = NULL;
    enum status status = STATUS_OK;
    if (place && place->meeting_id && browser->store)
        status = store_meeting(local, browser->store, place->meeting_id, &meeting, err);
    struct date day = meeting && date_is_set(meeting->date) ? meeting->date : browser->today;
    bool quote_only = line[strspn(line, " \t")] == '\0' && place && place->quote;
    if (status == STATUS_OK && quote_only)
        *action = mem_new(local, struct action);
    else if (status == STATUS_OK)
        status = action_parse_line(local, line, day, action, err);
    if (status == STATUS_OK && meeting)
        action_place(*action, meeting, place->position ? meeting_item(meeting, place->position) : NULL, place->quote,
                     place->passage, place->offset);
    return status;
}

static unsigned answer_add(struct browser *browser, const char *line)
{
    struct err err;
    struct action *action;
    void *local = talloc_named_const(NULL, 0, "add");
    unsigned reactions;
    if (make_action(browser, local, line, &action, &err) == STATUS_OK) {
        struct edit edit = {.kind = EDIT_ACTION_ADD, .action = action};
        reactions = job_queue_edit(browser, &edit);
    } else {
        reactions = browser_ask_again(browser, PROMPT_ADD, line, &err);
    }
    talloc_free(local);
    return reactions;
}

void browser_add_here(struct browser *browser)
{
    struct screen *screen = browser_top(browser);
    talloc_free(browser->adding);
    browser->adding = mem_new(browser, struct add_place);
    if (screen->ops->adding)
        screen->ops->adding(screen, browser->adding);
}

unsigned edit_add(struct browser *browser, const struct request *request)
{
    if (job_refused(browser))
        return REACT_REDRAW;
    browser_add_here(browser);
    if (request->arguments)
        return answer_add(browser, request->arguments);
    if (browser->adding->quote)
        (void)browser_sayf(browser, "from: “%s” (Enter alone keeps it so)", browser->adding->quote);
    return browser_ask(browser, PROMPT_ADD);
}

/* ---- answers ---------------------------------------------------------------------------------------------- */

static unsigned answer_command(struct browser *browser, const char *line)
{
    enum command_id command;
    char *arguments;
    struct err err;
    void *local = talloc_named_const(NULL, 0, "command");
    unsigned reactions = command_parse_line(local, line, &command, &arguments, &err) == STATUS_OK
                             ? browser_do(browser, command, 0, arguments)
                             : browser_fail(browser, &err);
    talloc_free(local);
    return reactions;
}

static unsigned answer_import(struct browser *browser, const char *line)
{
    return browser_do(browser, CMD_IMPORT, 0, line);
}

static unsigned (*const answers[])(struct browser *, const char *) = {
    [PROMPT_FIND] = search_answer,     [PROMPT_ADD] = answer_add,       [PROMPT_SET] = follow_answer_set,
    [PROMPT_COMMAND] = answer_command, [PROMPT_IMPORT] = answer_import, [PROMPT_DETAILS] = details_answer,
    [PROMPT_JOIN] = join_answer,       [PROMPT_TEXT] = text_search_start,
    [PROMPT_ENTER] = enter_answer,     [PROMPT_REFUSE] = check_answer,
    [PROMPT_CHASE] = follow_answer_chase,   [PROMPT_ANSWER] = follow_answer_answer,     [PROMPT_LOG] = follow_answer_log,
    [PROMPT_STEP] = follow_answer_step,     [PROMPT_EVIDENCE] = follow_answer_evidence, [PROMPT_SENTENCE] = follow_answer_sentence,
    [PROMPT_COMPLETE] = follow_answer_complete, [PROMPT_FILTER] = actions_answer_filter, [PROMPT_ORDER] = actions_answer_order,
    [PROMPT_ITEM_NOTE] = notes_answer_new, [PROMPT_NOTE_WORDS] = notes_answer_words, [PROMPT_NOTE_ANSWER] = notes_answer_answer,
    [PROMPT_SAVE_SEARCH] = saved_answer,
    [PROMPT_ATTACH] = attach_answer,   [PROMPT_SITE] = site_answer,       [PROMPT_MERGE] = committees_merge, [PROMPT_SPLIT] = committees_split,
};

unsigned browser_answer(struct browser *browser, const char *line)
{
    enum prompt_kind kind = browser->prompt;
    browser->prompt = PROMPT_NONE;
    browser->typing.on = false;
    browser_say(browser, false, NULL);
    bool quote_alone = (kind == PROMPT_ADD && browser->adding && browser->adding->quote) ||
                       (kind == PROMPT_TEXT && browser->text_words); /* the same again */
    bool blank = !line || line[strspn(line, " \t")] == '\0';
    browser_choices(browser, NULL, 0);
    if (kind == PROMPT_FIND)
        search_typed_end(browser);
    if (kind == PROMPT_TEXT)
        text_search_typed_end(browser);
    bool may_be_blank = quote_alone || kind == PROMPT_REFUSE || kind == PROMPT_CHASE;
    if (kind == PROMPT_NONE || !line || (blank && !may_be_blank))
        return REACT_REDRAW;
    unsigned reactions = answers[kind](browser, line) | REACT_REDRAW;
    bool leaves = reactions & (REACT_REOPEN | REACT_SAMPLE); /* this browser and its store */
    return blank || leaves ? reactions : reactions | job_queue_history(browser, prompts[kind].history, line);
}
