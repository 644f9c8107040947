/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Patterns of rules, by PCRE2. The limits are what keeps a rule that somebody wrote badly, and a text that
 * somebody wrote on purpose, from holding up an import: past them there is no match, which loses one
 * sentence and nothing else. */
#include "config.h"

#include "pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <string.h>

#define STEPS_MAX 30000   /* of one match */
#define DEPTH_MAX 2000
#define HEAP_MAX 4096     /* KiB */
#define SAME_NAME_MAX 60  /* groups of one name in a pattern */

struct pattern {
    pcre2_code *code;
    bool jit;
    uint32_t numbers[HIT_GROUP_COUNT][SAME_NAME_MAX]; /* 0 ends */
};

struct matcher {
    pcre2_match_data *data;
    pcre2_match_context *limits;
};

int hit_group_of_name(const char *name)
{
    static const char *const names[] = {
#define X(id, group) [id] = group,
        HIT_GROUPS(X)
#undef X
    };
    for (int i = 0; i < HIT_GROUP_COUNT; i++) {
        if (strcmp(names[i], name) == 0)
            return i;
    }
    return -1;
}

static int pattern_free(struct pattern *pattern)
{
    pcre2_code_free(pattern->code);
    return 0;
}

/* The numbers of the groups that are named. */
static enum status read_names(struct pattern *pattern, struct err *err)
{
    uint32_t count = 0, size = 0;
    PCRE2_SPTR table = NULL;
    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMECOUNT, &count);
    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMEENTRYSIZE, &size);
    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMETABLE, &table);
    for (uint32_t i = 0; i < count; i++, table += size) {
        int group = hit_group_of_name((const char *)table + 2);
        if (group < 0)
            return err_set(err, STATUS_INPUT, "no rule has a group \"%s\"", (const char *)table + 2);
        size_t free_place = 0;
        while (free_place < SAME_NAME_MAX && pattern->numbers[group][free_place])
            free_place++;
        if (free_place == SAME_NAME_MAX)
            return err_set(err, STATUS_INPUT, "the group \"%s\" stands in it more than %d times", (const char *)table + 2, SAME_NAME_MAX);
        pattern->numbers[group][free_place] = (uint32_t)table[0] << 8 | table[1];
    }
    return STATUS_OK;
}

enum status pattern_new(const void *parent, const char *source, struct pattern **out, struct err *err)
{
    const uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_DUPNAMES | PCRE2_NEVER_BACKSLASH_C;
    int code;
    PCRE2_SIZE at;
    pcre2_code *compiled = pcre2_compile((PCRE2_SPTR)source, strlen(source), options, &code, &at, NULL);
    if (!compiled) {
        char words[200];
        pcre2_get_error_message(code, (PCRE2_UCHAR *)words, sizeof words);
        size_t from = at > 20 ? at - 20 : 0;
        return err_set(err, STATUS_INPUT, "%s, behind \"%.*s\"", words, (int)(at - from), source + from);
    }
    struct pattern *pattern = mem_new(parent, struct pattern);
    pattern->code = compiled;
    talloc_set_destructor(pattern, pattern_free);
    pattern->jit = pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE) == 0;
    enum status status = read_names(pattern, err);
    if (status != STATUS_OK)
        talloc_free(pattern);
    else
        *out = pattern;
    return status;
}

static int matcher_free(struct matcher *matcher)
{
    pcre2_match_data_free(matcher->data);
    pcre2_match_context_free(matcher->limits);
    return 0;
}

struct matcher *matcher_new(const void *parent)
{
    struct matcher *matcher = mem_new(parent, struct matcher);
    matcher->data = pcre2_match_data_create(400, NULL);
    matcher->limits = pcre2_match_context_create(NULL);
    talloc_set_destructor(matcher, matcher_free);
    if (matcher->limits) {
        pcre2_set_match_limit(matcher->limits, STEPS_MAX);
        pcre2_set_depth_limit(matcher->limits, DEPTH_MAX);
        pcre2_set_heap_limit(matcher->limits, HEAP_MAX);
    }
    return matcher;
}

static struct hit_span span_of(const PCRE2_SIZE *places, int found, const uint32_t *numbers)
{
    for (size_t i = 0; i < SAME_NAME_MAX && numbers[i]; i++) {
        if ((int)numbers[i] < found && places[2 * numbers[i]] != PCRE2_UNSET)
            return (struct hit_span){places[2 * numbers[i]], places[2 * numbers[i] + 1], true};
    }
    return (struct hit_span){0};
}

static int run(struct matcher *matcher, const struct pattern *pattern, const char *text, size_t n, size_t from)
{
    return pcre2_match(pattern->code, (PCRE2_SPTR)text, n, from, PCRE2_NO_UTF_CHECK, matcher->data, matcher->limits);
}

bool pattern_lacks(struct matcher *matcher, const struct pattern *pattern, const char *text, size_t n, size_t from)
{
    return matcher->data && matcher->limits && from <= n && run(matcher, pattern, text, n, from) == PCRE2_ERROR_NOMATCH;
}

bool pattern_find(struct matcher *matcher, const struct pattern *pattern, const char *text, size_t n, size_t from, struct hit *hit)
{
    if (!matcher->data || !matcher->limits || from > n)
        return false;
    int found = run(matcher, pattern, text, n, from);
    if (found <= 0)
        return false;
    const PCRE2_SIZE *places = pcre2_get_ovector_pointer(matcher->data);
    hit->start = places[0];
    hit->end = places[1] < places[0] ? places[0] : places[1];
    for (int i = 0; i < HIT_GROUP_COUNT; i++)
        hit->groups[i] = span_of(places, found, pattern->numbers[i]);
    return true;
}
