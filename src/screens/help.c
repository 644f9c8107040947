/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Help, made from the command table: the few keys one asks for on this screen, then all keys and commands
 * and the words the program uses. */
#include "config.h"

#include "search.h"
#include "words.h"

#include <minutebook/search_words.h>
#include <minutebook/text_acronyms.h>

#include <string.h>
#include <strings.h>

#define KEYS_COLUMN 22

struct help {
    struct screen screen;
    unsigned of_context; /* whose keys */
    bool all;
    struct explained *explained; /* abbreviations of the line that the cursor was on */
    size_t n_explained;
};
struct explained {
    char *word, *meaning;
};

static struct help *help_of(struct screen *screen)
{
    return (struct help *)screen;
}

static const struct keymap *help_keys(const struct help *help)
{
    return settings_keymap(help->screen.browser->settings);
}

/* ---- commands ------------------------------------------------------------------------------------------ */

/* LABEL and what it means, beside it or below where it is long. */
static void put_meaning(struct page *page, const char *key, const char *label, const char *meaning)
{
    page_row(page, key, 0);
    page_say(page, 1, STYLE_TEXT, label);
    if (text_width(label, strlen(label)) + 2 >= KEYS_COLUMN)
        page_line(page);
    page_wrap_on(page, KEYS_COLUMN, KEYS_COLUMN, page->width - KEYS_COLUMN - 1, STYLE_TEXT, meaning);
    page_no_row(page);
}

static void help_row(struct page *page, const struct help *help, const struct command *command)
{
    void *local = talloc_named_const(NULL, 0, "help");
    unsigned contexts = command->contexts & help->of_context ? help->of_context : command->contexts;
    char *typed = mem_printf(local, ":%s%s%s", command->name, *command->arguments ? " " : "", command->arguments);
    char *keys = keymap_keys(local, help_keys(help), command->id, contexts);
    put_meaning(page, command->name, *keys ? keys : typed,
                *keys && *command->arguments ? mem_printf(local, "%s  (%s)", command->help, typed) : command->help);
    talloc_free(local);
}

/* The groups of the help screen: the few that one asks for come first. */
enum group { GROUP_FIRST, GROUP_HERE, GROUP_EVERYWHERE, GROUP_ELSEWHERE, GROUPS };
static const char *const group_names[GROUPS] = {NULL, "On this screen, too", "Everywhere", "On other screens"};

/* Those that have no place in the foot, but are missed where they are not listed. */
static bool is_wanted_first(enum command_id command, unsigned context)
{
    static const struct {
        enum command_id command;
        unsigned contexts;
    } wanted[] = {{CMD_PREVIOUS_ITEM, CONTEXT_ALL},
                  {CMD_PREVIOUS_TO_CHECK, CONTEXT_ALL},
                  {CMD_NEXT_GROUP, CONTEXT_ALL},
                  {CMD_ZOOM, CONTEXT_MEETING},
                  {CMD_LEFT, CONTEXT_MEETING},
                  {CMD_PREVIOUS_HEADING, CONTEXT_MEETING},
                  {CMD_SEARCH_TEXT, CONTEXT_MEETING},
                  {CMD_DETAILS, CONTEXT_MEETING}};
    for (size_t i = 0; i < MB_LENGTH(wanted); i++)
        if (wanted[i].command == command)
            return (wanted[i].contexts & context) != 0;
    return false;
}

/* What is done with the tracker is asked for in the list; in a meeting its keys would hide those of reading. */
static bool is_of_tracker(enum command_id command)
{
    return command == CMD_CHASE || command == CMD_ANSWER || command == CMD_COMPLETE;
}

static enum group group_of(const struct command *command, unsigned context)
{
    if (!(command->contexts & context))
        return GROUP_ELSEWHERE;
    if (context == CONTEXT_MEETING && is_of_tracker(command->id))
        return GROUP_HERE;
    if (*command->hint || is_wanted_first(command->id, context))
        return GROUP_FIRST;
    return command->contexts == CONTEXT_ALL ? GROUP_EVERYWHERE : GROUP_HERE;
}

static void help_group(struct page *page, const struct help *help, enum group group)
{
    bool any = false;
    for (size_t i = 0; i < CMD_COUNT; i++) {
        const struct command *command = command_get((enum command_id)i);
        if (group_of(command, help->of_context) != group)
            continue;
        if (!any && group_names[group])
            page_heading(page, 1, group_names[group]);
        any = true;
        help_row(page, help, command);
    }
}

/* Keys the member bound to a command with what it is to do. */
static void help_own_keys(struct page *page, const struct help *help)
{
    bool any = false;
    void *local = talloc_named_const(NULL, 0, "own keys");
    const struct binding *binding;
    for (size_t i = 0; (binding = keymap_at(help_keys(help), i)) != NULL; i++) {
        if (!binding->arguments)
            continue;
        if (!any)
            page_heading(page, 1, "Keys of your own");
        any = true;
        put_meaning(page, "own", key_sequence_label(local, &binding->keys),
                    mem_printf(local, ":%s %s", command_get(binding->command)->name, binding->arguments));
    }
    talloc_free(local);
}

/* ---- words --------------------------------------------------------------------------------------------- */

/* What the program calls things (screens.md 2). Each @ of a meaning is the key of the next command. */
static const struct word {
    const char *word, *meaning;
    enum command_id keys[2];
} words[] = {
    {"as at", "the day from which next, due and overdue are counted: today, or --as-at", {0}},
    {"cut off", "the council's page stops before the minute ends; @ says how to get the rest", {CMD_HOW_TO_GET}},
    {"exempt, Part Two", "that paper is kept from the public; the minute of the same item may be public", {0}},
    {"held, not held", "its text is, or is not, in your store; @ lists what to get", {CMD_TO_GET}},
    {"joined", "papers of one meeting shown as one; @ says why, and :part parts them", {CMD_WHY_JOINED}},
    {"not a follow-up", "what was to check and is none: it is not offered again", {0}},
    {"not stated", "the paper does not say, and nothing is guessed", {0}},
    {"offered", "what a paper points to, with its reason: yours only when you take it", {0}},
    {"on the tracker", "a follow-up you keep: what was asked or promised, by whom, by when, how it stands", {0}},
    {"overdue", "your own date or the one in the minutes has passed; it says which of the two", {0}},
    {"routine items", "apologies, declarations, public participation, minutes", {0}},
    {"standing items", "the important topics that come back every year or quarter", {0}},
    {"to check", "a sentence that may be a follow-up: @ keeps it on the tracker, @ says it is none", {CMD_KEEP, CMD_REFUSE}},
    {"to follow", "the agenda names this report, but it was not in the pack", {0}},
    {"work programme", "what a committee plans, as published with one of its meetings", {0}},
    {"worked out", "a day that is not printed but follows from one that is; @ says how", {CMD_WHY_JOINED}},
};

static char *meaning_of(const void *parent, const struct help *help, const struct word *word)
{
    struct buf out;
    size_t key = 0;
    buf_init(&out, parent, 1024);
    for (const char *at = word->meaning; *at; at++)
        if (*at == '@' && key < MB_LENGTH(word->keys))
            buf_puts(&out, key_of(parent, help->screen.browser, word->keys[key++]));
        else
            buf_putc(&out, *at);
    return buf_take(&out);
}

static void help_words(struct page *page, const struct help *help)
{
    void *local = talloc_named_const(NULL, 0, "words");
    page_heading(page, 1, "Words");
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        put_meaning(page, words[i].word, words[i].word, meaning_of(local, help, &words[i]));
    talloc_free(local);
}

/* ---- abbreviations of the line ----------------------------------------------------------------------------- */

/* Of words that mean the same those that spell WORD: "LAC" is looked after children, and not "CLA"; a heading in capitals is spelt by none. */
static struct strings spelt(const void *parent, const struct strings *related, const char *word)
{
    struct strings meanings = {0};
    struct acronym found;
    for (size_t i = 0; i < related->n; i++) {
        char *text = mem_printf(NULL, "%s (%s)", related->at[i], word);
        if (text_acronym(text, strlen(text), 0, &found))
            strings_add(parent, &meanings, related->at[i]);
        talloc_free(text);
    }
    return meanings;
}

/* What the papers say that it stands for, else what is known of the field. */
static char *explain(const void *parent, struct browser *browser, const char *word)
{
    struct strings meanings = {0}, related = {0};
    struct err err; /* a store that cannot be asked explains nothing: the help is there all the same */
    void *local = talloc_named_const(NULL, 0, "explained");
    enum status status = browser->store ? acronym_meanings(local, browser->store, word, &meanings, &err) : STATUS_NONE;
    if ((status != STATUS_OK || meanings.n == 0) && related_of(local, search_related(browser), word, &related))
        meanings = spelt(local, &related, word);
    char *joined = meanings.n ? words_join(local, &meanings, "; ") : NULL;
    char *safe = joined ? mem_strdup(parent, safe_line(local, joined).text) : NULL;
    talloc_free(local);
    return safe;
}

static void explain_line(struct help *help, struct screen *below)
{
    const struct view *view = &screen_pane(below)->view;
    if (!view->page || view->page->n_rows == 0)
        return;
    struct strings here = row_words(help, view->page, view_row(view));
    for (size_t i = 0; i < here.n; i++) {
        char *meaning = text_is_acronym(here.at[i], strlen(here.at[i])) ? explain(help, help->screen.browser, here.at[i]) : NULL;
        if (meaning)
            *mem_append(help, help->explained, help->n_explained) = (struct explained){here.at[i], meaning};
    }
}

static void help_explained(struct page *page, const struct help *help)
{
    if (help->n_explained == 0)
        return;
    page_heading(page, 1, "On the line you were on");
    for (size_t i = 0; i < help->n_explained; i++)
        put_meaning(page, help->explained[i].word, help->explained[i].word, help->explained[i].meaning);
    page_blank(page);
}

/* ---- the screen ------------------------------------------------------------------------------------------ */

static void help_fill(struct screen *screen, struct page *page)
{
    const struct help *help = help_of(screen);
    help_explained(page, help);
    for (int group = GROUP_FIRST; group < (help->all ? GROUPS : GROUP_HERE); group++)
        help_group(page, help, (enum group)group);
    if (help->all) {
        help_own_keys(page, help);
        help_words(page, help);
        return;
    }
    char *more = mem_printf(NULL, "j k, arrows and page keys move. %s once more: all keys, commands and words; %s searches them.",
                            key_of(page, screen->browser, CMD_HELP), key_of(page, screen->browser, CMD_SEARCH_TEXT));
    page_blank(page);
    page_wrap(page, 1, 1, page->width - 2, STYLE_QUIET, more);
    talloc_free(more);
}

static void help_frame(struct screen *screen, struct frame *frame)
{
    const struct help *help = help_of(screen);
    const struct view *view = &screen_pane(screen)->view;
    frame->title = mem_printf(frame->context, "Help · %s", context_title(help->of_context));
    frame->where = help->all ? "Help > all keys and words" : "Help > keys of this screen";
    frame->position = mem_printf(frame->context, "row %zu of %zu", view->row + 1, view->page ? view->page->n_rows : 0);
}

static unsigned help_show_all(struct screen *screen, bool all)
{
    help_of(screen)->all = all;
    screen->open_words = all ? "few keys" : NULL;
    screen_stale(screen);
    return REACT_REDRAW;
}

/* To the command or word that NAME begins. */
static unsigned help_go(struct screen *screen, const char *name)
{
    struct err err;
    enum command_id command = CMD_NONE;
    const char *key = NULL;
    for (size_t i = 0; i < MB_LENGTH(words) && !key; i++)
        if (strncasecmp(words[i].word, name, strlen(name)) == 0)
            key = words[i].word;
    if (command_by_name(name, strlen(name), &command, &err) == STATUS_OK)
        key = command_get(command)->name;
    if (!key)
        return browser_fail(screen->browser, &err);
    (void)help_show_all(screen, true);
    pane_go(screen, 0, key, 0);
    screen_lay_out(screen);
    return REACT_REDRAW;
}

static unsigned help_act(struct screen *screen, const struct request *request)
{
    bool searches = request->command == CMD_SEARCH_TEXT;
    if (request->command == CMD_HELP && request->arguments)
        return help_go(screen, request->arguments);
    if (request->command == CMD_HELP || request->command == CMD_OPEN)
        return help_show_all(screen, !help_of(screen)->all);
    if (searches && !help_of(screen)->all) { /* what is searched is more than the few keys */
        (void)help_show_all(screen, true);
        screen_lay_out(screen);
    }
    return NOT_MINE;
}

static const struct screen_ops help_ops = {
    .name = "Help",
    .context = CONTEXT_HELP,
    .open_words = "all keys",
    .wish = {.n_columns = 1},
    .frame = help_frame,
    .act = help_act,
};

struct screen *help_new(struct browser *browser, unsigned context)
{
    struct help *help = screen_new(browser, struct help, &help_ops);
    help->of_context = context;
    if (browser->depth > 0)
        explain_line(help, browser_top(browser));
    screen_add_pane(&help->screen, 0, NULL, help_fill);
    return &help->screen;
}
