/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How the typed line can go on: the word before the cursor is looked up in the tables of src/command, in one
 * folder, or by one small question to the store. And the row above the line that shows the choices. */
#include "config.h"

#include "private.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#define CHOICES_MOST 500
#define ENTRIES_MOST 5000 /* of a folder; more would keep the keys waiting */

/* ---- names in a folder -------------------------------------------------------------------------------- */

/* NAME as command_split() reads it back. */
static void put_protected(struct buf *out, const char *name)
{
    for (; *name; name++) {
        if (strchr(" \t'\"\\", *name))
            buf_putc(out, '\\');
        buf_putc(out, *name);
    }
}

static bool is_folder(DIR *folder, const struct dirent *entry)
{
    struct stat about;
    if (entry->d_type != DT_UNKNOWN && entry->d_type != DT_LNK)
        return entry->d_type == DT_DIR;
    return fstatat(dirfd(folder), entry->d_name, &about, 0) == 0 && S_ISDIR(about.st_mode);
}

/* The entry as a choice behind TYPED, the folder as it was typed; false where it does not go on from BEGINNING. */
static bool offer_entry(const void *parent, DIR *folder, const struct dirent *entry, const char *typed,
                        const char *beginning, struct strings *out)
{
    struct buf choice;
    bool hidden = entry->d_name[0] == '.' && beginning[0] != '.';
    bool dots = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
    if (hidden || dots || !text_starts(entry->d_name, beginning) || !text_is_utf8(entry->d_name, strlen(entry->d_name)))
        return false;
    buf_init(&choice, NULL, 8192);
    buf_puts(&choice, typed);
    put_protected(&choice, entry->d_name);
    if (is_folder(folder, entry))
        buf_putc(&choice, '/');
    strings_add(parent, out, choice.data);
    buf_release(&choice);
    return true;
}

/* The folder of a path that is typed, up to its last stroke: as a path, and as it stands in the line. */
static void part_path(const void *local, const struct completing *completing, const char *line, char **folder, char **typed)
{
    const char *slash = strrchr(completing->word, '/'), *home = getenv("HOME");
    size_t n = slash ? (size_t)(slash - completing->word) + 1 : 0;
    char *plain = mem_strndup(local, completing->word, n);
    bool at_home = n > 1 && text_starts(plain, "~/") && text_starts(line + completing->start, "~/") && home && *home;
    struct buf protected;
    buf_init(&protected, local, 8192);
    put_protected(&protected, plain);
    *typed = buf_take(&protected);
    *folder = at_home ? mem_printf(local, "%s%s", home, plain + 1) : n ? plain : mem_strdup(local, ".");
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void offer_paths(const void *parent, struct browser *browser, const char *line, const struct completing *completing,
                        struct completion *out)
{
    (void)browser;
    void *local = talloc_named_const(NULL, 0, "paths");
    char *folder_path, *typed;
    const struct dirent *entry;
    const char *slash = strrchr(completing->word, '/');
    part_path(local, completing, line, &folder_path, &typed);
    DIR *folder = opendir(folder_path);
    for (int i = 0; folder && i < ENTRIES_MOST && out->choices.n < CHOICES_MOST && (entry = readdir(folder)); i++)
        (void)offer_entry(parent, folder, entry, typed, slash ? slash + 1 : completing->word, &out->choices);
    if (folder)
        closedir(folder);
    out->shared = strlen(typed);
    talloc_free(local);
}

/* ---- names in the store -------------------------------------------------------------------------------- */

/* Once each; matched without regard to case, for people type names in small letters. */
static void offer_name(const void *parent, const struct completing *completing, const char *name, struct strings *out)
{
    if (!name || strncasecmp(name, completing->word, strlen(completing->word)) != 0 || out->n >= CHOICES_MOST)
        return;
    for (size_t i = 0; i < out->n; i++)
        if (strcmp(out->at[i], name) == 0)
            return;
    strings_add(parent, out, name);
}

static void offer_meetings(const void *parent, struct browser *browser, const char *line, const struct completing *completing,
                           struct completion *out)
{
    (void)line;
    struct meeting_rows rows = {0};
    void *local = talloc_named_const(NULL, 0, "meetings");
    if (browser->store && store_meetings(local, browser->store, &rows, NULL) == STATUS_OK)
        for (size_t i = 0; i < rows.n; i++)
            offer_name(parent, completing, rows.at[i].id, &out->choices);
    talloc_free(local);
}

/* Also those that are only listed, and every name that one has. */
static void offer_committees(const void *parent, struct browser *browser, const char *line, const struct completing *completing,
                             struct completion *out)
{
    struct committees all = {0};
    bool other = completing->kind == COMPLETE_OTHER_NAME;
    void *local = talloc_named_const(NULL, 0, "committees");
    (void)line;
    if (browser->store && store_committees(local, browser->store, &all, NULL) != STATUS_OK)
        all.n = 0;
    for (size_t i = 0; i < all.n; i++) {
        if (!other)
            offer_name(parent, completing, all.at[i].name, &out->choices);
        for (size_t k = 0; other && k < all.at[i].names.n; k++)
            offer_name(parent, completing, all.at[i].names.at[k], &out->choices);
    }
    out->after = "";
    talloc_free(local);
}

static void offer_details(const void *parent, struct browser *browser, const char *line, const struct completing *completing,
                          struct completion *out)
{
    struct meeting_rows rows = {0};
    void *local = talloc_named_const(NULL, 0, "names");
    bool council = strcmp(completing->before, "council") == 0;
    if (strcmp(completing->before, "committee") == 0)
        offer_committees(parent, browser, line, completing, out);
    if (council && browser->store && store_meetings(local, browser->store, &rows, NULL) == STATUS_OK)
        for (size_t i = 0; i < rows.n; i++)
            offer_name(parent, completing, rows.at[i].council, &out->choices);
    out->after = "";
    talloc_free(local);
}

/* ---- forms of papers ------------------------------------------------------------------------------------- */

static void offer_forms(const void *parent, struct browser *browser, const char *line, const struct completing *completing,
                        struct completion *out)
{
    (void)browser, (void)line;
    for (int i = FORM_UNKNOWN + 1; i < FORM_COUNT; i++)
        offer_name(parent, completing, form_name((enum form)i), &out->choices);
}

/* ---- words of follow-ups --------------------------------------------------------------------------------- */

static void offer_fields(const void *parent, struct browser *browser, const char *line, const struct completing *completing,
                         struct completion *out)
{
    static const char *const fields[] = {"by",     "carried", "chase", "due",    "executive",  "note", "outcome", "portfolio", "rag", "raised",
                                         "response", "status",  "superseded", "tags", "to",   "under",   "what"};
    (void)browser, (void)line;
    for (size_t i = 0; i < MB_LENGTH(fields); i++)
        offer_name(parent, completing, fields[i], &out->choices);
}

static void offer_field_values(const void *parent, struct browser *browser, const char *line, const struct completing *completing,
                               struct completion *out)
{
    (void)browser, (void)line;
    static const struct {
        const char *field;
        const char *const *words;
    } listed[] = {{"status", action_statuses}, {"rag", action_rags}, {"response", action_responses}};
    for (size_t f = 0; f < MB_LENGTH(listed); f++)
        for (size_t i = 0; strcmp(completing->before, listed[f].field) == 0 && listed[f].words[i]; i++)
            offer_name(parent, completing, listed[f].words[i], &out->choices);
    out->after = "";
}

static void offer_followed(const void *parent, struct browser *browser, const char *line, const struct completing *completing,
                           struct completion *out)
{
    (void)line;
    follow_offer(parent, browser, completing->kind, completing->word, &out->choices);
    actions_offer(parent, completing->kind, completing->word, &out->choices);
    out->after = completing->kind == COMPLETE_FILTER ? " " : "";
}

/* ---- the door ---------------------------------------------------------------------------------------------- */

/* What a prompt of its own stands for: the arguments of this command. */
static const struct {
    enum prompt_kind prompt;
    enum command_id command;
} stands_for[] = {
    {PROMPT_IMPORT, CMD_IMPORT}, {PROMPT_ATTACH, CMD_ATTACH}, {PROMPT_DETAILS, CMD_DETAILS}, {PROMPT_JOIN, CMD_JOIN}, {PROMPT_SET, CMD_SET},
    {PROMPT_ANSWER, CMD_ANSWER}, {PROMPT_STEP, CMD_STEP}, {PROMPT_EVIDENCE, CMD_ADD_EVIDENCE}, {PROMPT_SENTENCE, CMD_JOIN_SENTENCE},
    {PROMPT_FILTER, CMD_FILTER}, {PROMPT_ORDER, CMD_ORDER},
    {PROMPT_ENTER, CMD_ENTER_MEETING}, {PROMPT_MERGE, CMD_MERGE}, {PROMPT_SPLIT, CMD_SPLIT}};

static const struct {
    enum complete_kind kind;
    void (*offer)(const void *, struct browser *, const char *, const struct completing *, struct completion *);
} offers[] = {
    {COMPLETE_PATH, offer_paths},           {COMPLETE_MEETING, offer_meetings}, {COMPLETE_DETAIL_VALUE, offer_details},
    {COMPLETE_FIELD, offer_fields},         {COMPLETE_FIELD_VALUE, offer_field_values},
    {COMPLETE_COMMITTEE, offer_committees}, {COMPLETE_OTHER_NAME, offer_committees},
    {COMPLETE_FORM, offer_forms},           {COMPLETE_STEP, offer_followed},    {COMPLETE_FOUND, offer_followed},
    {COMPLETE_FILTER, offer_followed},      {COMPLETE_ORDER, offer_followed},
};

static void complete_what(const void *parent, const struct browser *browser, const char *line, size_t cursor,
                          struct completing *out)
{
    *out = (struct completing){.kind = COMPLETE_NOTHING};
    if (browser->prompt == PROMPT_COMMAND)
        complete_line(parent, line, cursor, out);
    for (size_t i = 0; i < MB_LENGTH(stands_for); i++)
        if (stands_for[i].prompt == browser->prompt)
            complete_arguments(parent, stands_for[i].command, line, cursor, out);
}

/* The words of a search are the member's own; its fields are known. */
static void complete_find(const void *parent, const struct browser *browser, const char *line, size_t cursor, struct completion *out)
{
    struct query_choices choices;
    *out = (struct completion){.start = cursor, .after = " "};
    if (query_complete(parent, browser->store, line, cursor, &choices, NULL) == STATUS_OK)
        *out = (struct completion){.start = choices.start, .choices = choices.choices, .after = choices.after};
}

void browser_complete(const void *parent, struct browser *browser, const char *line, size_t cursor, struct completion *out)
{
    struct completing completing;
    if (browser->prompt == PROMPT_FIND) {
        complete_find(parent, browser, line, cursor, out);
        return;
    }
    void *local = talloc_named_const(NULL, 0, "completing");
    complete_what(local, browser, line, cursor, &completing);
    *out = (struct completion){.start = completing.start, .after = " "};
    if (completing.kind != COMPLETE_NOTHING)
        complete_words(parent, &completing, &out->choices);
    for (size_t i = 0; i < MB_LENGTH(offers); i++)
        if (offers[i].kind == completing.kind)
            offers[i].offer(parent, browser, line, &completing, out);
    if (out->choices.n > 1)
        qsort(out->choices.at, out->choices.n, sizeof out->choices.at[0], by_bytes);
    talloc_free(local);
}

void browser_choices(struct browser *browser, const struct completion *completion, size_t chosen)
{
    TALLOC_FREE(browser->typing.choices);
    browser->typing.chosen = chosen;
    if (!completion)
        return;
    browser->typing.choices = mem_new(browser, struct completion);
    browser->typing.choices->shared = completion->shared;
    for (size_t i = 0; i < completion->choices.n; i++)
        strings_add(browser->typing.choices, &browser->typing.choices->choices, completion->choices.at[i]);
}

/* ---- what the line means ------------------------------------------------------------------------------------ */

char *line_help(const void *parent, const struct browser *browser)
{
    enum command_id id;
    const char *line = browser->typing.line;
    size_t from = strspn(line, " \t:"), n = strcspn(line + from, " \t");
    if (browser->prompt != PROMPT_COMMAND || n == 0 || command_by_name(line + from, n, &id, NULL) != STATUS_OK)
        return NULL;
    const struct command *command = command_get(id);
    if (strlen(command->name) != n && line[from + n] == '\0')
        return NULL; /* a beginning that is still being typed */
    return mem_printf(parent, "%s%s%s: %s", command->name, *command->arguments ? " " : "", command->arguments, command->help);
}

/* ---- the row above the line ------------------------------------------------------------------------------------ */

#define GAP 2

/* What of choice I is shown, through the gate, a folder's path left out. */
static struct safe choice_words(const void *local, const struct completion *choices, size_t i)
{
    return safe_line(local, choices->choices.at[i] + choices->shared);
}

/* The first choice to show so that the chosen one is seen in WIDTH cells. */
static size_t first_shown(const void *local, const struct browser *browser, int width)
{
    const struct completion *choices = browser->typing.choices;
    size_t first = browser->typing.chosen < choices->choices.n ? browser->typing.chosen : 0;
    for (int used = 0; first > 0; first--) {
        struct safe words = choice_words(local, choices, first);
        used += text_width(words.text, words.len) + GAP;
        struct safe before = choice_words(local, choices, first - 1);
        if (used + text_width(before.text, before.len) > width)
            break;
    }
    return first;
}

void choices_page(const struct browser *browser, struct page *page)
{
    const struct completion *choices = browser->typing.choices;
    const char *more = browser->program->ascii ? "..." : "…";
    int mark = text_width(more, strlen(more)), x = 1, end = page->width - 1 - mark - 1;
    void *local = talloc_named_const(NULL, 0, "choices");
    size_t i = first_shown(local, browser, end - mark - 2);
    page_line(page);
    if (i > 0)
        x = page_put(page, x, 0, STYLE_HINT, more) + 1;
    for (; i < choices->choices.n; i++) {
        struct safe words = choice_words(local, choices, i);
        int width = text_width(words.text, words.len);
        bool fits = x + width <= end || (i + 1 == choices->choices.n && x + width < page->width);
        if (!fits && x > mark + 2)
            break;
        enum style style = i == browser->typing.chosen ? STYLE_SELECTED : STYLE_HINT;
        x = page_put(page, x, fits ? 0 : end - x, style, words.text) + GAP;
        if (!fits) {
            i++;
            break;
        }
    }
    if (i < choices->choices.n)
        (void)page_put(page, x - 1, 0, STYLE_HINT, more);
    talloc_free(local);
}
