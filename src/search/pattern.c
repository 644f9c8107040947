/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Patterns by PCRE2. Its matcher goes back and tries again: the limits are what a screen can wait for. */
#include "config.h"

#include <minutebook/search_pattern.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <string.h>
#include <unistr.h>

#define STEPS_MAX 20000 /* from one place of a text: about a millisecond */
#define PARTS_MAX 20000000 /* tried in all: the library's limit begins anew at every place */
#define DEPTH_MAX 2000
#define HEAP_MAX 4096 /* KiB */
#define SENTENCE_MAX 200

struct search_pattern {
    pcre2_code *code;
    pcre2_match_data *data;
    pcre2_match_context *limits;
    size_t parts; /* of the expression that were tried */
};

static int pattern_free(struct search_pattern *pattern)
{
    pcre2_match_context_free(pattern->limits);
    pcre2_match_data_free(pattern->data);
    pcre2_code_free(pattern->code);
    return 0;
}

static enum status refuse(const char *expression, int code, size_t at, struct err *err)
{
    PCRE2_UCHAR sentence[SENTENCE_MAX];
    size_t n = strlen(expression);
    if (pcre2_get_error_message(code, sentence, sizeof sentence) < 0)
        sentence[0] = '\0';
    size_t character = u8_mbsnlen((const uint8_t *)expression, at < n ? at : n) + 1;
    return err_set(err, STATUS_USAGE, "pattern: %s, at character %zu", (const char *)sentence, character);
}

static int count_part(pcre2_callout_block *block, void *data)
{
    struct search_pattern *pattern = data;
    (void)block;
    return ++pattern->parts > PARTS_MAX ? PCRE2_ERROR_CALLOUT : 0;
}

enum status search_pattern_new(const void *parent, const char *expression, bool with_case, struct search_pattern **out, struct err *err)
{
    int code = 0;
    PCRE2_SIZE at = 0;
    const uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_AUTO_CALLOUT | (with_case ? 0 : PCRE2_CASELESS);
    struct search_pattern *pattern = mem_new(parent, struct search_pattern);
    *pattern = (struct search_pattern){0};
    talloc_set_destructor(pattern, pattern_free);
    pattern->code = pcre2_compile((PCRE2_SPTR)expression, PCRE2_ZERO_TERMINATED, options, &code, &at, NULL);
    if (!pattern->code) {
        talloc_free(pattern);
        return refuse(expression, code, at, err);
    }
    pattern->data = pcre2_match_data_create_from_pattern(pattern->code, NULL);
    pattern->limits = pcre2_match_context_create(NULL);
    if (!pattern->data || !pattern->limits) {
        talloc_free(pattern);
        return err_set(err, STATUS_USAGE, "pattern: there is no memory for it");
    }
    pcre2_set_match_limit(pattern->limits, STEPS_MAX);
    pcre2_set_depth_limit(pattern->limits, DEPTH_MAX);
    pcre2_set_heap_limit(pattern->limits, HEAP_MAX);
    (void)pcre2_set_callout(pattern->limits, count_part, pattern);
    *out = pattern;
    return STATUS_OK;
}

enum status search_pattern_next(const struct search_pattern *pattern, const char *text, size_t n, size_t from, struct mark *out,
                                struct err *err)
{
    int found = pcre2_match(pattern->code, (PCRE2_SPTR)text, n, from, PCRE2_NOTEMPTY, pattern->data, pattern->limits);
    if (found == PCRE2_ERROR_NOMATCH)
        return err_set(err, STATUS_NONE, "nothing more is so");
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(pattern->data);
    if (found < 0 || ends[1] <= ends[0]) /* \K in a look-ahead puts the beginning behind the end */
        return err_set(err, STATUS_USAGE, "the pattern takes too long on this text: say more of what it is to find");
    *out = (struct mark){ends[0], ends[1] - ends[0]};
    return STATUS_OK;
}
