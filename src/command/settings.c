/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Options as a table, and the keymap beside them: what `set` and `bind` change, live and from a file
 * (config.c). An option is a member of struct program, so whoever needs it reads it there. */
#include "config.h"

#include "settings.h"

#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the table ----------------------------------------------------------------------------------------- */

struct row {
    struct setting setting;
    size_t place;  /* in struct program: bool, int or enum color_choice */
    bool inverted; /* the member is true when the switch is off */
    bool stays_on; /* once on, not to be put off in the same run */
};

#define PLACE(member) .place = offsetof(struct program, member)
static const struct row rows[] = {
    {.setting = {"ascii", SETTING_SWITCH, "off", 0, 0, NULL, "lines and marks in ASCII"}, PLACE(ascii)},
    {.setting = {"plain", SETTING_SWITCH, "off", 0, 0, NULL, "no lines, no colours, one pane after another"}, PLACE(plain)},
    {.setting = {"color", SETTING_WORD, "auto", 0, 0, "auto always never", "colours; auto heeds NO_COLOR"}, PLACE(color)},
    {.setting = {"hints", SETTING_SWITCH, "on", 0, 0, NULL, "what the keys do, in the last line"},
     PLACE(hints_hidden), .inverted = true},
    {.setting = {"related", SETTING_SWITCH, "on", 0, 0, NULL, "a search finds related words and other forms of a word, too"},
     PLACE(words_alone), .inverted = true},
    {.setting = {"search-order", SETTING_WORD, "newest", 0, 0, "newest oldest best", "the order in which what is found is listed; s turns it"},
     PLACE(search_order)},
    {.setting = {"read-only", SETTING_SWITCH, "off", 0, 0, NULL, "change nothing in the store"},
     PLACE(read_only), .stays_on = true},
    {.setting = {"history", SETTING_NUMBER, "1000", 0, 1000, NULL, "lines of each prompt brought back at the start; 0: none are kept"},
     PLACE(history)},
    {.setting = {"escape-delay", SETTING_NUMBER, "50", 0, 1000, NULL,
                 "milliseconds in which Esc may begin a longer key; $ESCDELAY overrules it"},
     PLACE(escape_delay)},
};

const struct setting *setting_at(size_t i)
{
    return i < MB_LENGTH(rows) ? &rows[i].setting : NULL;
}

static const struct row *row_by_name(const char *name, size_t n)
{
    for (size_t i = 0; i < MB_LENGTH(rows); i++)
        if (strlen(rows[i].setting.name) == n && memcmp(rows[i].setting.name, name, n) == 0)
            return &rows[i];
    return NULL;
}

/* ---- values ---------------------------------------------------------------------------------------------- */

static int get(const struct settings *settings, const struct row *row)
{
    const char *at = (const char *)settings->program + row->place;
    bool on;
    int number;
    if (row->setting.type != SETTING_SWITCH) {
        memcpy(&number, at, sizeof number); /* an enum is an int here: checked below */
        return number;
    }
    memcpy(&on, at, sizeof on);
    return on != row->inverted;
}
_Static_assert(sizeof(enum color_choice) == sizeof(int), "an option of words lies in an int");

static void put(struct settings *settings, const struct row *row, int value)
{
    char *at = (char *)settings->program + row->place;
    bool on = (value != 0) != row->inverted;
    if (row->setting.type == SETTING_SWITCH)
        memcpy(at, &on, sizeof on);
    else
        memcpy(at, &value, sizeof value);
}

/* The Nth word of WORDS and its length; 0 past the last. */
static size_t word_at(const char *words, int nth, const char **word)
{
    for (; nth > 0 && *words; nth--) {
        words += strcspn(words, " ");
        words += strspn(words, " ");
    }
    *word = words;
    return strcspn(words, " ");
}

/* What VALUE means, -1 for nothing. */
static int parse_value(const struct setting *setting, const char *value)
{
    static const char *const ons[] = {"on", "yes", "true", "1"}, *const offs[] = {"off", "no", "false", "0"};
    const char *word;
    size_t n;
    if (setting->type == SETTING_WORD) {
        for (int i = 0; (n = word_at(setting->words, i, &word)) > 0; i++)
            if (strlen(value) == n && memcmp(value, word, n) == 0)
                return i;
        return -1;
    }
    if (setting->type == SETTING_NUMBER) {
        char *end;
        long number = *value >= '0' && *value <= '9' ? strtol(value, &end, 10) : -1;
        return number >= setting->least && number <= setting->most && *end == '\0' ? (int)number : -1;
    }
    for (size_t i = 0; i < MB_LENGTH(ons); i++)
        if (strcmp(value, ons[i]) == 0 || strcmp(value, offs[i]) == 0)
            return strcmp(value, ons[i]) == 0;
    return -1;
}

/* "on or off", "auto, always or never", "a number from 0 to 1000". */
static char *values_words(const void *parent, const struct setting *setting)
{
    if (setting->type == SETTING_SWITCH)
        return mem_strdup(parent, "on or off");
    if (setting->type == SETTING_NUMBER)
        return mem_printf(parent, "a number from %d to %d", setting->least, setting->most);
    struct buf out;
    const char *word, *next;
    buf_init(&out, parent, 256);
    for (int i = 0; word_at(setting->words, i, &word) > 0; i++) {
        size_t n = word_at(setting->words, i, &word);
        bool last = word_at(setting->words, i + 1, &next) == 0;
        buf_printf(&out, "%s%.*s", i == 0 ? "" : last ? " or " : ", ", (int)n, word);
    }
    return buf_take(&out);
}

char *settings_value(const void *parent, const struct settings *settings, const struct setting *setting)
{
    const struct row *row = row_by_name(setting->name, strlen(setting->name));
    int value = get(settings, row);
    const char *word;
    if (setting->type == SETTING_SWITCH)
        return mem_strdup(parent, value ? "on" : "off");
    if (setting->type == SETTING_NUMBER)
        return mem_printf(parent, "%d", value);
    size_t n = word_at(setting->words, value, &word);
    return mem_strndup(parent, word, n);
}

/* ---- set --------------------------------------------------------------------------------------------------- */

/* What the command line said stands against every file, not against the member who types. */
static bool was_given(const struct settings *settings, const struct row *row)
{
    return settings->reading > 0 && (settings->given & (1u << (row - rows)));
}

static enum status set_value(struct settings *settings, const struct row *row, const char *value, struct err *err)
{
    int parsed = parse_value(&row->setting, value);
    if (parsed < 0) {
        char *words = values_words(NULL, &row->setting);
        err_set(err, STATUS_USAGE, "%s takes %s, not \"%.200s\"", row->setting.name, words, value);
        talloc_free(words);
        return STATUS_USAGE;
    }
    if (row->stays_on && !parsed && get(settings, row) && !was_given(settings, row))
        return err_set(err, STATUS_USAGE, "%s stays on until minutebook is started anew", row->setting.name);
    if (!was_given(settings, row))
        put(settings, row, parsed);
    return STATUS_OK;
}

/* "NAME", "NAME = VALUE", "NAME VALUE". */
enum status settings_set(const void *parent, struct settings *settings, const char *arguments, char **said,
                         struct err *err)
{
    size_t n = strcspn(arguments, " \t=");
    const struct row *row = row_by_name(arguments, n);
    if (n == 0)
        return err_set(err, STATUS_USAGE, "set what? NAME = VALUE; Tab shows the names");
    if (!row)
        return err_set(err, STATUS_USAGE, "no option \"%.*s\"", (int)(n < 200 ? n : 200), arguments);
    const char *value = arguments + n + strspn(arguments + n, " \t");
    bool assigned = *value == '=';
    if (assigned)
        value += 1 + strspn(value + 1, " \t");
    enum status status = STATUS_OK;
    if (*value || assigned)
        status = set_value(settings, row, value, err);
    if (status != STATUS_OK)
        return status;
    char *now = settings_value(NULL, settings, &row->setting);
    *said = mem_printf(parent, "%s is %s: %s", row->setting.name, now, row->setting.help);
    talloc_free(now);
    return STATUS_OK;
}

/* ---- making ------------------------------------------------------------------------------------------------- */

struct settings *settings_new(const void *parent, struct program *program)
{
    struct settings *settings = mem_new(parent, struct settings);
    settings->program = program;
    settings->keymap = keymap_new(settings);
    for (size_t i = 0; i < MB_LENGTH(rows); i++) {
        int initial = parse_value(&rows[i].setting, rows[i].setting.initial);
        if (rows[i].setting.type == SETTING_NUMBER)
            put(settings, &rows[i], initial);
        else if (get(settings, &rows[i]) != initial || (rows[i].place == offsetof(struct program, color) && program->color_given))
            settings->given |= 1u << i;
    }
    return settings;
}

struct keymap *settings_keymap(const struct settings *settings)
{
    return settings->keymap;
}
