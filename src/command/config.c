/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The member's file: lines of `set`, `bind` and `source`, and comments. Whatever is wrong in it is kept as a
 * complaint with file and line, and the rest is read. The same three are `:` commands. */
#include "config.h"

#include "settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FILE_MAX_BYTES ((size_t)256 << 10)
#define FILES_MAX 50 /* of one start: what sources itself comes to an end */
#define DEPTH_MAX 8
#define COMPLAINTS_MAX 100

/* ---- bind ------------------------------------------------------------------------------------------------ */

static const char *next_word(const char *at, size_t *n)
{
    at += strspn(at, " \t");
    *n = strcspn(at, " \t");
    return at;
}

static bool is_command(const char *word, size_t n, enum command_id *command)
{
    *command = CMD_NONE;
    if (n == 4 && memcmp(word, "none", n) == 0)
        return true;
    return command_by_name(word, n, command, NULL) == STATUS_OK && strlen(command_get(*command)->name) == n;
}

/* "SCREEN KEY COMMAND [ARGUMENTS]": the key is one word, and any words behind it that are no command. */
static enum status settings_bind(struct settings *settings, const char *arguments, struct err *err)
{
    enum command_id command = CMD_NONE;
    struct key_sequence keys;
    size_t n;
    const char *word = next_word(arguments, &n);
    unsigned contexts = context_by_name(word, n);
    if (n == 0)
        return err_set(err, STATUS_USAGE, "bind what? SCREEN KEY COMMAND, as in: bind all gg first");
    if (!contexts)
        return err_set(err, STATUS_USAGE, "no screen \"%.*s\": all binds on every screen", (int)(n < 200 ? n : 200), word);
    const char *key = next_word(word + n, &n), *end = key + n;
    word = next_word(end, &n);
    while (n && !is_command(word, n, &command)) {
        end = word + n;
        word = next_word(end, &n);
    }
    if (n == 0) {
        word = next_word(key, &n); /* no command: the word behind the key was meant to be one */
        word = next_word(word + n, &n);
        return n ? err_set(err, STATUS_USAGE, "no command \"%.*s\"; none unbinds the key", (int)(n < 200 ? n : 200), word)
                 : err_set(err, STATUS_USAGE, "a key and a command are wanted; none unbinds the key");
    }
    if (!key_sequence_parse(key, (size_t)(end - key), &keys))
        return err_set(err, STATUS_USAGE, "\"%.*s\" is no key, nor up to %d of them", (int)(end - key < 200 ? end - key : 200),
                       key, KEY_SEQUENCE_MAX);
    char *rest = mem_strdup(NULL, next_word(word + n, &n));
    enum status status = keymap_bind(settings->keymap, contexts, &keys, command, text_trim(rest), err);
    talloc_free(rest);
    return status;
}

/* ---- files ------------------------------------------------------------------------------------------------- */

static void complain(struct settings *settings, int line, const char *sentence)
{
    char *text = line ? mem_printf(NULL, "%s:%d: %s", settings->file, line, sentence)
                      : mem_printf(NULL, "%s: %s", settings->file, sentence);
    if (settings->complaints.n < COMPLAINTS_MAX)
        strings_add(settings, &settings->complaints, text);
    talloc_free(text);
}

enum status small_file_read(const void *parent, const char *path, char **text, struct err *err)
{
    size_t n = 0;
    struct err why = {0};
    char *bytes = file_small(NULL, path, FILE_MAX_BYTES, &n, &why);
    if (!bytes)
        return err_set(err, STATUS_USAGE, "%s %s", path, why.text);
    *text = text_decode(parent, bytes, n, NULL, &(struct decode_report){0});
    talloc_free(bytes);
    return STATUS_OK;
}

/* One line of a file. */
static void read_line(struct settings *settings, char *line, int number)
{
    static const enum command_id known[] = {CMD_OPTION, CMD_BIND, CMD_SOURCE};
    struct err err = {0};
    char *said = NULL, *at = text_trim(line);
    if (*at == '\0' || *at == '#')
        return;
    size_t n = strcspn(at, " \t");
    for (size_t i = 0; i < MB_LENGTH(known); i++) {
        const char *name = command_get(known[i])->name;
        if (strlen(name) != n || memcmp(name, at, n) != 0)
            continue;
        if (settings_do(settings, settings, known[i], at + n, &said, &err) != STATUS_OK)
            complain(settings, number, err.text);
        talloc_free(said);
        return;
    }
    (void)err_set(&err, STATUS_USAGE, "\"%.*s\" is neither set, bind nor source", (int)(n < 200 ? n : 200), at);
    complain(settings, number, err.text);
}

static enum status read_file(struct settings *settings, const char *path, struct err *err)
{
    char *text = NULL;
    if (settings->reading >= DEPTH_MAX || settings->files >= FILES_MAX)
        return err_set(err, STATUS_USAGE, "%s: not read: too many files that source one another", path);
    enum status status = small_file_read(settings, path, &text, err);
    if (status != STATUS_OK)
        return status;
    const char *outer = settings->file;
    settings->file = path;
    settings->reading++;
    settings->files++;
    int number = 0;
    for (char *line = text, *end; line; line = end) {
        end = strchr(line, '\n');
        if (end)
            *end++ = '\0';
        read_line(settings, line, ++number);
    }
    settings->reading--;
    settings->file = outer;
    talloc_free(text);
    return STATUS_OK;
}

/* A path in a file is meant from that file's folder. */
static char *from_here(const void *parent, const struct settings *settings, const char *path)
{
    const char *slash = settings->file ? strrchr(settings->file, '/') : NULL;
    if (*path == '/' || !slash)
        return mem_strdup(parent, path);
    return mem_printf(parent, "%.*s/%s", (int)(slash - settings->file), settings->file, path);
}

static enum status settings_source(struct settings *settings, const char *arguments, struct err *err)
{
    struct strings words;
    void *local = talloc_named_const(NULL, 0, "source");
    if (settings->reading == 0)
        settings->files = 0;
    enum status status = command_split(local, arguments, &words, err);
    if (status == STATUS_OK && words.n != 1)
        status = err_set(err, STATUS_USAGE, "source takes the name of one file");
    if (status == STATUS_OK)
        status = read_file(settings, from_here(local, settings, words.at[0]), err);
    talloc_free(local);
    return status;
}

/* ---- the three commands --------------------------------------------------------------------------------------- */

enum status settings_do(const void *parent, struct settings *settings, enum command_id command, const char *arguments,
                        char **said, struct err *err)
{
    *said = NULL;
    char *trimmed = mem_strdup(NULL, arguments ? arguments : "");
    const char *at = text_trim(trimmed);
    enum status status;
    if (command == CMD_OPTION)
        status = settings_set(parent, settings, at, said, err);
    else if (command == CMD_BIND)
        status = settings_bind(settings, at, err);
    else
        status = settings_source(settings, at, err);
    talloc_free(trimmed);
    return status;
}

/* The member's own file; NULL where there is no home. */
static char *default_path(const void *parent)
{
    const char *folder = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    if (folder && *folder == '/')
        return mem_printf(parent, "%s/minutebook/config", folder);
    return home && *home == '/' ? mem_printf(parent, "%s/.config/minutebook/config", home) : NULL;
}

void settings_start(struct settings *settings)
{
    struct err err = {0};
    const char *named = settings->program->config_path;
    char *path = named ? mem_strdup(NULL, named) : default_path(NULL);
    if (path && (named || access(path, F_OK) == 0) && read_file(settings, path, &err) != STATUS_OK)
        strings_add(settings, &settings->complaints, err.text);
    talloc_free(path);
}

char *settings_beside(const void *parent, const struct program *program, const char *name)
{
    char *path = program->config_path ? mem_strdup(NULL, program->config_path) : default_path(NULL);
    const char *slash = path ? strrchr(path, '/') : NULL;
    char *beside = path ? mem_printf(parent, "%.*s%s", slash ? (int)(slash + 1 - path) : 0, path, name) : NULL;
    talloc_free(path);
    return beside;
}

const char *program_words(const struct program *program)
{
    return program->sample ? NULL : program->words_folder;
}

const char *program_rules(const struct program *program)
{
    return program->sample ? NULL : program->rules_folder;
}

char *program_people(const void *parent, const struct program *program)
{
    if (program->sample)
        return program->sample_people ? mem_strdup(parent, program->sample_people) : NULL;
    return settings_beside(parent, program, "people");
}

void settings_complaints(const void *parent, struct settings *settings, struct strings *out)
{
    *out = (struct strings){0};
    for (size_t i = 0; i < settings->complaints.n; i++) {
        strings_add(parent, out, settings->complaints.at[i]);
        talloc_free(settings->complaints.at[i]);
    }
    TALLOC_FREE(settings->complaints.at);
    settings->complaints.n = 0;
}

/* ---- the file that says what there is --------------------------------------------------------------------------- */

static void config_options(struct buf *out)
{
    const struct setting *setting;
    for (size_t i = 0; (setting = setting_at(i)) != NULL; i++)
        buf_printf(out, "## %s\n# set %s = %s\n", setting->help, setting->name, setting->initial);
}

static void config_keys(struct buf *out, const struct keymap *map)
{
    for (size_t id = 0; id < CMD_COUNT; id++) {
        const struct command *command = command_get((enum command_id)id);
        const struct binding *binding;
        bool any = false;
        buf_printf(out, "## %s\n", command->help);
        for (size_t i = 0; (binding = keymap_at(map, i)) != NULL; i++) {
            if (binding->command != command->id)
                continue;
            char *keys = key_sequence_spelling(NULL, &binding->keys);
            const char *screen = binding->contexts == command->contexts ? "all" : context_name(binding->contexts);
            buf_printf(out, "# bind %s %s %s\n", screen, keys, command->name);
            talloc_free(keys);
            any = true;
        }
        if (!any)
            buf_printf(out, "##   (no key)  %s\n", command->name);
    }
}

char *config_text(const void *parent)
{
    struct buf out;
    struct keymap *map = keymap_new(NULL);
    const char *name;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    buf_puts(&out, "## minutebook: options and keys as the program starts with them. Copy what you change to\n"
                   "## $XDG_CONFIG_HOME/minutebook/config (~/.config/minutebook/config) and take the # away.\n"
                   "##   set NAME = VALUE\n"
                   "##   bind SCREEN KEY COMMAND [ARGUMENTS]   the command none unbinds the key\n"
                   "##   source FILE                           read another file of such lines\n"
                   "## A key is a character, <C-x> for Ctrl with it, or <Up>, <F2>, <Space> and the like; several\n"
                   "## one after another are a sequence: gg, <Space>f, \"y c\" without the quotes. Screens:");
    for (size_t i = 0; (name = context_name_at(i)) != NULL; i++)
        buf_printf(&out, "%s %s", i ? "," : "", name);
    buf_puts(&out, ".\n\n## Options\n");
    config_options(&out);
    buf_puts(&out, "\n## Keys: a command is bound where it works, whatever screens are named\n");
    config_keys(&out, map);
    talloc_free(map);
    return buf_take(&out);
}
