/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The rules of a sweep: what is compiled in, then the member's own folder, made into patterns once. */
#include "config.h"

#include "cues.h"
#include "look.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define READ_MOST ((size_t)8 << 20)
#define SWEEP_VERSION 5 /* rises with a change of the code that uses the rules */

/* ---- compiling ------------------------------------------------------------------------------------------ */

static enum status compile_line(const struct rule_source *source, struct rule_line *line, struct err *err)
{
    char *text = NULL;
    if (line->pattern)
        return STATUS_OK;
    enum status status = rule_expand(source, source, line->words, &text, err);
    if (status == STATUS_OK)
        status = pattern_new(source, text, &line->pattern, err);
    talloc_free(text);
    line->broken = status != STATUS_OK;
    return status;
}

/* The lists of RULE that hold patterns. */
#define RULE_LISTS 7
static void rule_lists(struct rule *rule, struct rule_lines *lists[RULE_LISTS])
{
    struct rule_lines *all[RULE_LISTS] = {&rule->patterns, &rule->nots, &rule->above, &rule->below, &rule->not_above, &rule->not_below, &rule->titles};
    memcpy(lists, all, sizeof all);
}

static enum status compile_lines(struct rule_lines *lines, const struct rule_source *source, const struct rule_line **line, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < lines->n && status == STATUS_OK; i++) {
        *line = &lines->at[i];
        status = compile_line(source, &lines->at[i], err);
    }
    return status;
}

const struct pattern *rule_pattern(const struct rules *rules, struct rule_line *line)
{
    struct err ignored; /* ours are tried by a test, the member's when they are loaded */
    if (!line->pattern && !line->broken)
        (void)!compile_line(rules->source, line, &ignored);
    return line->pattern;
}

const struct pattern *rule_deed(const struct rules *rules, struct rule_line *line)
{
    const char *deed = line->deed_sought ? NULL : rule_deed_at(line->words);
    struct err ignored; /* whatever is wrong with the pattern is told of the whole */
    char *text = NULL;
    line->deed_sought = true;
    if (deed && rule_expand(rules->source, rules->source, deed, &text, &ignored) == STATUS_OK)
        (void)!pattern_new(rules->source, text, &line->deed, &ignored);
    talloc_free(text);
    return line->deed;
}

enum status rule_compile(const struct rule_source *source, struct rule *rule, const struct rule_line **line, struct err *err)
{
    *line = NULL;
    if (rule->patterns.n == 0)
        return err_set(err, STATUS_INPUT, "has no pattern");
    if (rule->sort == RULE_FIND && !rule->class)
        return err_set(err, STATUS_INPUT, "has no class");
    enum status status = STATUS_OK;
    struct rule_lines *lists[RULE_LISTS];
    rule_lists(rule, lists);
    for (size_t i = 0; i < RULE_LISTS && status == STATUS_OK; i++)
        status = compile_lines(lists[i], source, line, err);
    return status;
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

/* What a text must hold for the patterns of LINES. */
static void ask_for_lines(struct first_look *look, struct cue_reader *reader, struct rule_lines *lines)
{
    for (size_t i = 0; i < lines->n; i++) {
        struct rule_line *line = &lines->at[i];
        struct cue_sets sets = cues_of(reader, line->words);
        for (size_t k = 0; k < sets.n; k++) {
            unsigned question = first_look_add(look, sets.at[k].at, sets.at[k].n);
            if (question)
                *mem_append(look, line->looks, line->n_looks) = question;
        }
    }
}

enum status rules_ready(const struct rules *rules, struct err *err)
{
    struct rule_source *source = rules->source;
    (void)err;
    if (source->look)
        return STATUS_OK;
    struct cue_reader *reader = cue_reader_new(NULL, source);
    source->look = first_look_new(source);
    for (size_t i = 0; i < source->n_rules; i++) {
        struct rule *rule = source->rules[i];
        struct rule_lines *lists[RULE_LISTS];
        rule_lists(rule, lists);
        for (size_t k = 0; k < RULE_LISTS; k++)
            ask_for_lines(source->look, reader, lists[k]);
        rule->look = rule->cues.n ? first_look_add(source->look, rule->cues.at, rule->cues.n) : 0;
    }
    first_look_done(source->look);
    talloc_free(reader);
    return STATUS_OK;
}

/* ---- reading ---------------------------------------------------------------------------------------------- */

static enum status read_built_in(const void *parent, struct rule_source *source, struct err *err)
{
    struct err why;
    for (const struct rule_file *file = rule_files; file->name; file++) {
        struct rule_reader reader = {.source = source, .parent = parent, .file = file->name};
        for (size_t i = 0; file->lines[i]; i++) {
            if (rule_read_line(&reader, file->lines[i], &why) != STATUS_OK)
                return err_set(err, STATUS_INPUT, "%s:%d: %s", reader.file, reader.line, why.text);
        }
    }
    return STATUS_OK;
}

/* Everything, without what is KNOWN to be wrong; whatever else is wrong is added to FAULTS. */
static enum status read_all(const void *parent, const struct own_files *files, const struct rule_faults *known, struct rule_faults *faults,
                            struct rule_source **out, struct err *err)
{
    struct rule_source *source = mem_new(parent, struct rule_source);
    buf_init(&source->read, source, READ_MOST);
    enum status status = read_built_in(source, source, err);
    own_files_add(source, files, source, known, faults);
    own_rules_compile(source, known, faults);
    if (source->read.full)
        fault_add(faults, files->at[files->n - 1].path, 0, 0, "with this file the rules are too long");
    *out = source;
    return status;
}

/* Anew until nothing more is wrong: each round leaves out what the last found. What is not rules at all is not read. */
static enum status read_sound(struct rules *rules, struct own_files *files, struct rule_faults *faults, struct err *err)
{
    for (;;) {
        struct rule_faults *found = mem_new(rules, struct rule_faults);
        enum status status = read_all(rules, files, faults, found, &rules->source, err);
        if (status != STATUS_OK || found->n == 0)
            return status;
        if (found->n == FAULTS_MOST || rules->source->read.full)
            files->n = 0;
        for (size_t i = 0; i < found->n; i++)
            *mem_append(faults, faults->at, faults->n) = found->at[i]; /* their words stay with the rules */
        if (faults->n >= FAULTS_MOST)
            files->n = 0;
        TALLOC_FREE(rules->source);
    }
}

enum status rules_load_sound(const void *parent, const char *folder, struct strings *faults, struct rules **out, struct err *err)
{
    struct rules *rules = mem_new(parent, struct rules);
    struct rule_faults *wrong = mem_new(rules, struct rule_faults);
    struct own_files files = own_files_read(rules, folder, wrong);
    enum status status = read_sound(rules, &files, wrong, err);
    if (status != STATUS_OK) {
        talloc_free(rules);
        return status;
    }
    for (size_t i = 0; i < rules->source->n_rules; i++)
        take_rule(rules, rules->source->rules[i]);
    set_version(rules, rules->source);
    buf_release(&rules->source->read);
    for (size_t i = 0; i < wrong->n && faults; i++)
        strings_add(parent, faults, wrong->at[i].sentence);
    *out = rules;
    return STATUS_OK;
}

enum status rules_load(const void *parent, const char *folder, struct rules **out, struct err *err)
{
    struct strings faults = {0};
    enum status status = rules_load_sound(parent, folder, &faults, out, err);
    if (status != STATUS_OK || faults.n == 0)
        return status;
    talloc_free(*out);
    return err_set(err, STATUS_INPUT, "%s", faults.at[0]);
}

const char *rules_version(const struct rules *rules)
{
    return rules->version;
}
