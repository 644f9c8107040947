/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The rules of a sweep: what is compiled in, then the member's own folder, made into patterns once. */
#include "config.h"

#include "rules.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FILE_LONGEST ((size_t)1 << 20)
#define READ_MOST ((size_t)8 << 20)
#define SWEEP_VERSION 1 /* rises with a change of the code that uses the rules */

/* ---- files --------------------------------------------------------------------------------------------- */

static enum status read_built_in(const void *parent, struct rule_source *source, struct err *err)
{
    enum status status = STATUS_OK;
    for (const struct rule_file *file = rule_files; file->name && status == STATUS_OK; file++) {
        struct rule_reader reader = {.source = source, .parent = parent, .file = file->name};
        for (size_t i = 0; file->lines[i] && status == STATUS_OK; i++)
            status = rule_read_line(&reader, file->lines[i], err);
    }
    return status;
}

static enum status read_lines(struct rule_reader *reader, char *text, struct err *err)
{
    enum status status = STATUS_OK;
    for (char *line = text, *next; line && status == STATUS_OK; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        line[strcspn(line, "\r")] = '\0';
        status = rule_read_line(reader, line, err);
    }
    return status;
}

static enum status read_file(const void *parent, struct rule_source *source, const char *folder, const char *name, struct err *err)
{
    void *scratch = talloc_new(NULL);
    const char *path = mem_printf(scratch, "%s/%s", folder, name);
    FILE *file = fopen(path, "re");
    if (!file) {
        enum status status = err_set(err, STATUS_INPUT, "cannot read \"%s\": %s", path, strerror(errno));
        talloc_free(scratch);
        return status;
    }
    char *text = mem_resize_named(scratch, NULL, 1, FILE_LONGEST + 1, "rules");
    size_t n = fread(text, 1, FILE_LONGEST + 1, file);
    bool failed = ferror(file) != 0;
    fclose(file);
    enum status status;
    if (failed || n > FILE_LONGEST || memchr(text, '\0', n)) {
        status = err_set(err, STATUS_INPUT, "\"%s\" is not a file of rules", path);
    } else {
        text[n] = '\0';
        struct rule_reader reader = {.source = source, .parent = parent, .file = path};
        status = read_lines(&reader, text, err);
    }
    talloc_free(scratch);
    return status;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static enum status read_folder(const void *parent, struct rule_source *source, const char *folder, struct err *err)
{
    struct strings names = {0};
    DIR *dir = folder ? opendir(folder) : NULL;
    if (folder && !dir && errno != ENOENT)
        return err_set(err, STATUS_INPUT, "cannot read the folder \"%s\": %s", folder, strerror(errno));
    for (struct dirent *entry = dir ? readdir(dir) : NULL; entry; entry = readdir(dir)) {
        size_t n = strlen(entry->d_name);
        if (*entry->d_name != '.' && n > 6 && strcmp(entry->d_name + n - 6, ".rules") == 0)
            strings_add(parent, &names, entry->d_name);
    }
    if (dir)
        closedir(dir);
    if (names.n)
        qsort(names.at, names.n, sizeof *names.at, compare_names);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < names.n && status == STATUS_OK; i++)
        status = read_file(parent, source, folder, names.at[i], err);
    return status;
}

/* ---- compiling ------------------------------------------------------------------------------------------ */

static enum status compile_lines(struct rule *rule, struct rule_lines *lines, const struct rule_source *source, struct err *err)
{
    struct err why = {0};
    enum status status = STATUS_OK;
    for (size_t i = 0; i < lines->n && status == STATUS_OK; i++) {
        char *text = NULL;
        status = rule_expand(rule, source, lines->at[i].words, &text, &why);
        if (status == STATUS_OK)
            status = pattern_new(rule, text, &lines->at[i].pattern, &why);
        talloc_free(text);
        if (status != STATUS_OK)
            return err_set(err, status, "%s, line %d: rule \"%s\": %s", rule->file, lines->at[i].line, rule->name, why.text);
    }
    return status;
}

static enum status compile_rule(struct rule *rule, const struct rule_source *source, struct err *err)
{
    if (rule->patterns.n == 0)
        return err_set(err, STATUS_INPUT, "%s, line %d: rule \"%s\" has no pattern", rule->file, rule->line, rule->name);
    if (rule->sort == RULE_FIND && !rule->class)
        return err_set(err, STATUS_INPUT, "%s, line %d: rule \"%s\" has no class", rule->file, rule->line, rule->name);
    enum status status = compile_lines(rule, &rule->patterns, source, err);
    if (status == STATUS_OK)
        status = compile_lines(rule, &rule->nots, source, err);
    return status == STATUS_OK ? compile_lines(rule, &rule->above, source, err) : status;
}

/* Behind the rules that are as sure, so that the order of the files decides. */
static void take_rule(struct rules *rules, struct rule *rule)
{
    struct rule ***list = &rules->of[rule->sort];
    size_t *n = &rules->n_of[rule->sort];
    *mem_append(rules, *list, *n) = rule;
    size_t i = *n - 1;
    for (; i > 0 && (*list)[i - 1]->confidence < rule->confidence; i--)
        (*list)[i] = (*list)[i - 1];
    (*list)[i] = rule;
}

static void set_version(struct rules *rules, const struct rule_source *source)
{
    char sum[SHA256_HEX];
    sha256_hex(source->read.data, source->read.len, sum);
    rules->version = mem_printf(rules, "%d-%.16s", SWEEP_VERSION, sum);
}

enum status rules_ready(const struct rules *rules, struct err *err)
{
    struct rule_source *source = rules->source;
    enum status status = STATUS_OK;
    for (size_t i = source->n_rules; i-- > 0 && status == STATUS_OK && !source->compiled;) /* the member's own stand last */
        status = compile_rule(source->rules[i], source, err);
    source->compiled = source->compiled || status == STATUS_OK;
    return status;
}

enum status rules_load(const void *parent, const char *folder, struct rules **out, struct err *err)
{
    struct rules *rules = mem_new(parent, struct rules);
    struct rule_source *source = mem_new(rules, struct rule_source);
    rules->source = source;
    buf_init(&source->read, rules, READ_MOST);
    enum status status = read_built_in(rules, source, err);
    size_t built_in = source->read.len;
    if (status == STATUS_OK)
        status = read_folder(rules, source, folder, err);
    if (status == STATUS_OK && source->read.full)
        status = err_set(err, STATUS_INPUT, "the rules in \"%s\" are too long", folder);
    for (size_t i = 0; i < source->n_rules && status == STATUS_OK; i++)
        take_rule(rules, source->rules[i]);
    if (status == STATUS_OK && source->read.len > built_in) /* the member's own: what is wrong is said now */
        status = rules_ready(rules, err);
    set_version(rules, source);
    buf_release(&source->read);
    if (status != STATUS_OK)
        talloc_free(rules);
    else
        *out = rules;
    return status;
}

const char *rules_version(const struct rules *rules)
{
    return rules->version;
}
