/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the word before the cursor may be, from a table of what each command takes, and the choices that the
 * tables of this room hold. Papers, folders and the store are not known here. */
#include "config.h"

#include <minutebook/command.h>

#include <stdlib.h>
#include <string.h>

#define WORDS_MOST 3
#define WORD_MAX_BYTES 4096
#define NEVER SIZE_MAX

/* The words that a command takes; the last kind holds for all that follow. VALUE_AT: from that word on the rest
 * of the line is one word. */
static const struct {
    enum command_id command;
    enum complete_kind kinds[WORDS_MOST];
    size_t value_at;
} takes[] = {
    {CMD_IMPORT, {COMPLETE_PATH, COMPLETE_PATH, COMPLETE_PATH}, NEVER},
    {CMD_ATTACH, {COMPLETE_PATH}, NEVER},
    {CMD_BACKUP, {COMPLETE_PATH}, NEVER},
    {CMD_EXPORT, {COMPLETE_LIST, COMPLETE_PATH, COMPLETE_PATH}, NEVER},
    {CMD_SAVE_SCREEN, {COMPLETE_PATH}, NEVER},
    {CMD_SOURCE, {COMPLETE_PATH}, NEVER},
    {CMD_BIND, {COMPLETE_SCREEN, COMPLETE_NOTHING, COMPLETE_BOUND}, NEVER},
    {CMD_HELP, {COMPLETE_COMMAND}, NEVER},
    {CMD_JOIN, {COMPLETE_MEETING}, NEVER},
    {CMD_DETAILS, {COMPLETE_DETAIL, COMPLETE_DETAIL_VALUE}, 1},
    {CMD_SET, {COMPLETE_FIELD, COMPLETE_FIELD_VALUE}, 1},
    {CMD_ANSWER, {COMPLETE_NOTHING}, NEVER},
    {CMD_STEP, {COMPLETE_STEP}, 0},
    {CMD_FILTER, {COMPLETE_FILTER, COMPLETE_NOTHING}, NEVER},
    {CMD_ORDER, {COMPLETE_ORDER}, 0},
    {CMD_AS_AT, {COMPLETE_AS_AT}, NEVER},
    {CMD_ADD_EVIDENCE, {COMPLETE_MEETING, COMPLETE_NOTHING}, NEVER},
    {CMD_JOIN_SENTENCE, {COMPLETE_FOUND}, 0},
    {CMD_ENTER_MEETING, {COMPLETE_COMMITTEE}, 0},
    {CMD_IMPACT, {COMPLETE_COMMITTEE}, 0},
    {CMD_TOPIC, {COMPLETE_MEETING, COMPLETE_NOTHING}, NEVER},
    {CMD_MAIL, {COMPLETE_PATH, COMPLETE_PATH, COMPLETE_PATH}, NEVER},
    {CMD_LETTER, {COMPLETE_PATH, COMPLETE_NOTHING, COMPLETE_PATH}, NEVER},
    {CMD_MERGE, {COMPLETE_COMMITTEE}, 0},
    {CMD_SPLIT, {COMPLETE_OTHER_NAME}, 0},
};

/* ---- the words of a line -------------------------------------------------------------------------------- */

/* The word that the cursor is in, and how many stand before it. */
struct words {
    const char *line;
    size_t end; /* the cursor */
    size_t at, start, count;
    char quote;
    struct buf word, before;
};

static bool words_blank(const struct words *words, char c)
{
    return !words->quote && (c == ' ' || c == '\t');
}

/* One byte of the line, or a backslash and what it protects. */
static void words_take(struct words *words)
{
    char c = words->line[words->at++];
    if (words->quote && c == words->quote)
        words->quote = '\0';
    else if (!words->quote && (c == '\'' || c == '"'))
        words->quote = c;
    else if (c == '\\' && words->quote != '\'' && words->at < words->end)
        buf_putc(&words->word, words->line[words->at++]);
    else
        buf_putc(&words->word, c);
}

/* The blanks before a word: what was the word is the one before it now. */
static void words_next(struct words *words)
{
    buf_clear(&words->before);
    buf_puts(&words->before, words->word.data ? words->word.data : "");
    buf_clear(&words->word);
    words->count++;
    while (words->at < words->end && words_blank(words, words->line[words->at]))
        words->at++;
    words->start = words->at;
}

/* Read up to the cursor; from word VALUE_AT on all is one word, as it stands. */
static void words_read(struct words *words, size_t value_at)
{
    while (words->at < words->end && words_blank(words, words->line[words->at]))
        words->at++;
    words->start = words->at;
    while (words->at < words->end) {
        if (words->count >= value_at)
            buf_putc(&words->word, words->line[words->at++]);
        else if (words_blank(words, words->line[words->at]))
            words_next(words);
        else
            words_take(words);
    }
}

static void words_give(const void *parent, struct words *words, enum complete_kind kind, struct completing *out)
{
    *out = (struct completing){.kind = kind, .start = words->start};
    out->word = mem_strdup(parent, words->word.data ? words->word.data : "");
    out->before = mem_strdup(parent, words->before.data ? words->before.data : "");
    buf_release(&words->word);
    buf_release(&words->before);
}

static struct words words_of(const char *line, size_t from, size_t cursor)
{
    struct words words = {.line = line, .at = from, .end = strnlen(line, cursor)};
    buf_init(&words.word, NULL, WORD_MAX_BYTES);
    buf_init(&words.before, NULL, WORD_MAX_BYTES);
    return words;
}

/* ---- what they may be -------------------------------------------------------------------------------------- */

/* "NAME VALUE", "NAME=VALUE", "NAME = VALUE": the sign parts words as a blank does. */
static void complete_setting(const void *parent, const char *line, size_t from, size_t cursor, struct completing *out)
{
    size_t name = from + strspn(line + from, " \t"), n = strcspn(line + name, " \t=");
    size_t value = name + n + strspn(line + name + n, " \t=");
    bool in_name = cursor <= name + n;
    size_t start = in_name ? name : value < cursor ? value : cursor;
    if (start > cursor)
        start = cursor;
    *out = (struct completing){.kind = in_name ? COMPLETE_SETTING : COMPLETE_SETTING_VALUE, .start = start};
    out->word = mem_strndup(parent, line + start, cursor - start);
    out->before = mem_strndup(parent, in_name ? "" : line + name, in_name ? 0 : n);
}

static const char *const import_options[] = {"--committee", "--council", "--date", "--form"};

static const char *const answer_options[] = {"--file", "--from", "--told"};

/* What is typed of an answer are words, but for its options and the file. */
static enum complete_kind answer_kind(const struct completing *completing)
{
    if (strcmp(completing->before, "--file") == 0)
        return COMPLETE_PATH;
    return text_starts(completing->word, "--") ? COMPLETE_ANSWER_OPTION : COMPLETE_NOTHING;
}

/* A path, an option, or the value of the option before it: forms are known, the other values are the member's own words. */
static enum complete_kind import_kind(const struct completing *completing)
{
    if (strcmp(completing->before, "--form") == 0)
        return COMPLETE_FORM;
    for (size_t i = 0; i < MB_LENGTH(import_options); i++)
        if (strcmp(completing->before, import_options[i]) == 0)
            return COMPLETE_NOTHING;
    return text_starts(completing->word, "--") ? COMPLETE_IMPORT_OPTION : COMPLETE_PATH;
}

/* The arguments of COMMAND, which begin at byte FROM. */
static void complete_from(const void *parent, enum command_id command, const char *line, size_t from, size_t cursor,
                          struct completing *out)
{
    if (command == CMD_OPTION) {
        complete_setting(parent, line, from, strnlen(line, cursor), out);
        return;
    }
    struct words words = words_of(line, from, cursor);
    for (size_t i = 0; i < MB_LENGTH(takes); i++) {
        if (takes[i].command != command)
            continue;
        words_read(&words, takes[i].value_at);
        size_t nth = words.count < WORDS_MOST ? words.count : WORDS_MOST - 1;
        words_give(parent, &words, takes[i].kinds[nth], out);
        if (command == CMD_IMPORT)
            out->kind = import_kind(out);
        if (command == CMD_ANSWER)
            out->kind = answer_kind(out);
        return;
    }
    words_give(parent, &words, COMPLETE_NOTHING, out);
}

void complete_arguments(const void *parent, enum command_id command, const char *line, size_t cursor,
                        struct completing *out)
{
    complete_from(parent, command, line, 0, cursor, out);
}

void complete_line(const void *parent, const char *line, size_t cursor, struct completing *out)
{
    enum command_id command;
    size_t name = strspn(line, " \t:"), n = strcspn(line + name, " \t");
    cursor = strnlen(line, cursor);
    if (cursor <= name + n) {
        struct words words = words_of(line, name < cursor ? name : cursor, cursor);
        words_read(&words, NEVER);
        words_give(parent, &words, COMPLETE_COMMAND, out);
    } else if (command_by_name(line + name, n, &command, NULL) == STATUS_OK) {
        complete_from(parent, command, line, name + n, cursor, out);
    } else {
        *out = (struct completing){.word = mem_strdup(parent, ""), .before = mem_strdup(parent, "")};
    }
}

/* ---- choices from the tables -------------------------------------------------------------------------------- */

static void offer(const void *parent, const struct completing *completing, struct strings *out, const char *word)
{
    if (text_starts(word, completing->word))
        strings_add(parent, out, word);
}

static void offer_commands(const void *parent, const struct completing *completing, struct strings *out)
{
    for (size_t i = 0; i < CMD_COUNT; i++)
        offer(parent, completing, out, command_get((enum command_id)i)->name);
    if (completing->kind == COMPLETE_BOUND)
        offer(parent, completing, out, "none");
}

static void offer_settings(const void *parent, const struct completing *completing, struct strings *out)
{
    const struct setting *setting;
    for (size_t i = 0; (setting = setting_at(i)) != NULL; i++)
        offer(parent, completing, out, setting->name);
}

static void offer_setting_values(const void *parent, const struct completing *completing, struct strings *out)
{
    const struct setting *setting;
    for (size_t i = 0; (setting = setting_at(i)) != NULL; i++) {
        if (strcmp(setting->name, completing->before) != 0 || setting->type == SETTING_NUMBER)
            continue;
        for (const char *at = setting->type == SETTING_SWITCH ? "on off" : setting->words; *at;) {
            size_t n = strcspn(at, " ");
            char *word = mem_strndup(NULL, at, n);
            offer(parent, completing, out, word);
            talloc_free(word);
            at += n + strspn(at + n, " ");
        }
    }
}

static void offer_screens(const void *parent, const struct completing *completing, struct strings *out)
{
    const char *name;
    for (size_t i = 0; (name = context_name_at(i)) != NULL; i++)
        offer(parent, completing, out, name);
}

static void offer_as_at(const void *parent, const struct completing *completing, struct strings *out)
{
    offer(parent, completing, out, "despatch");
}

static void offer_lists(const void *parent, const struct completing *completing, struct strings *out)
{
    static const char *const lists[] = {"actions", "committees", "meetings", "pairs", "programme", "to-get"};
    for (size_t i = 0; i < MB_LENGTH(lists); i++)
        offer(parent, completing, out, lists[i]);
}

static void offer_import_options(const void *parent, const struct completing *completing, struct strings *out)
{
    for (size_t i = 0; i < MB_LENGTH(import_options); i++)
        offer(parent, completing, out, import_options[i]);
}

static void offer_answer_options(const void *parent, const struct completing *completing, struct strings *out)
{
    for (size_t i = 0; i < MB_LENGTH(answer_options); i++)
        offer(parent, completing, out, answer_options[i]);
}

static void offer_details(const void *parent, const struct completing *completing, struct strings *out)
{
    static const char *const details[] = {"committee", "council", "date", "time"};
    for (size_t i = 0; i < MB_LENGTH(details); i++)
        offer(parent, completing, out, details[i]);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void complete_words(const void *parent, const struct completing *completing, struct strings *out)
{
    static const struct {
        enum complete_kind kind;
        void (*offer)(const void *, const struct completing *, struct strings *);
    } offers[] = {
        {COMPLETE_COMMAND, offer_commands}, {COMPLETE_BOUND, offer_commands},
        {COMPLETE_SETTING, offer_settings}, {COMPLETE_SETTING_VALUE, offer_setting_values},
        {COMPLETE_SCREEN, offer_screens},   {COMPLETE_DETAIL, offer_details},
        {COMPLETE_LIST, offer_lists},       {COMPLETE_IMPORT_OPTION, offer_import_options},
        {COMPLETE_ANSWER_OPTION, offer_answer_options}, {COMPLETE_AS_AT, offer_as_at},
    };
    *out = (struct strings){0};
    for (size_t i = 0; i < MB_LENGTH(offers); i++)
        if (offers[i].kind == completing->kind)
            offers[i].offer(parent, completing, out);
    if (out->n > 1)
        qsort(out->at, out->n, sizeof out->at[0], by_bytes);
}
