/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Tab: what all choices begin with is put in at once, and the choices are shown; each further Tab puts in the
 * next of them, Shift-Tab the one before. What the choices are is asked of whoever made the prompt. */
#include "config.h"

#include "prompt_private.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* ---- the line ------------------------------------------------------------------------------------------ */

/* Put TEXT and AFTER in the place of what stands between byte START of LINE and the cursor. */
static void replace_word(struct prompt *prompt, const char *line, size_t start, size_t cursor, const char *text,
                         const char *after)
{
    char *old = mem_strndup(NULL, line + start, cursor - start), *put = mem_printf(NULL, "%s%s", text, after);
    wchar_t *old_wide = wide_of_utf8(NULL, old, LINE_MAX_CHARACTERS), *wide = wide_of_utf8(NULL, put, LINE_MAX_CHARACTERS);
    const LineInfoW *now = el_wline(prompt->edit);
    size_t gone = wcslen(old_wide), held = (size_t)(now->lastchar - now->buffer) - gone;
    if (held + wcslen(wide) <= LINE_MAX_CHARACTERS) {
        el_deletestr(prompt->edit, (int)gone);
        if (wide[0])
            el_winsertstr(prompt->edit, wide);
    }
    talloc_free(old);
    talloc_free(put);
    talloc_free(old_wide);
    talloc_free(wide);
}

/* ---- going through the choices -------------------------------------------------------------------------- */

void prompt_cycle_end(struct prompt *prompt)
{
    if (!prompt->cycle.completion)
        return;
    prompt->ops->choices(prompt->to, NULL, 0);
    TALLOC_FREE(prompt->cycle.completion);
    TALLOC_FREE(prompt->cycle.line);
}

void prompt_cycle_check(struct prompt *prompt, const char *line, size_t cursor)
{
    const struct cycle *cycle = &prompt->cycle;
    if (cycle->completion && (strcmp(line, cycle->line) != 0 || cursor != cycle->cursor))
        prompt_cycle_end(prompt);
}

static void cycle_show(struct prompt *prompt)
{
    struct cycle *cycle = &prompt->cycle;
    talloc_free(cycle->line);
    cycle->line = prompt_text(prompt, prompt, &cycle->cursor);
    prompt->ops->choices(prompt->to, cycle->completion, cycle->chosen);
}

static void cycle_step(struct prompt *prompt, bool back)
{
    struct cycle *cycle = &prompt->cycle;
    size_t n = cycle->completion->choices.n;
    if (back)
        cycle->chosen = cycle->chosen == 0 ? n - 1 : cycle->chosen - 1;
    else
        cycle->chosen = cycle->chosen + 1 < n ? cycle->chosen + 1 : 0;
    replace_word(prompt, cycle->line, cycle->completion->start, cycle->cursor,
                 cycle->completion->choices.at[cycle->chosen], "");
    cycle_show(prompt);
}

/* Bytes that all choices begin with, whole characters. */
static size_t common_length(const struct strings *choices)
{
    size_t n = strlen(choices->at[0]);
    for (size_t i = 1; i < choices->n; i++)
        for (size_t k = 0; k < n; k++)
            if (choices->at[i][k] != choices->at[0][k])
                n = k;
    while (n > 0 && ((unsigned char)choices->at[0][n] & 0xC0) == 0x80)
        n--;
    return n;
}

static void cycle_begin(struct prompt *prompt, char *line, size_t cursor)
{
    struct completion *completion = mem_new(prompt, struct completion);
    prompt->ops->complete(prompt->to, completion, line, cursor, completion);
    struct strings *choices = &completion->choices;
    if (choices->n == 0 || completion->start > cursor) {
        talloc_free(completion);
        return;
    }
    size_t common = common_length(choices);
    if (choices->n == 1) {
        bool goes_on = common > 0 && choices->at[0][common - 1] == '/';
        replace_word(prompt, line, completion->start, cursor, choices->at[0], goes_on ? "" : completion->after);
        talloc_free(completion);
        return;
    }
    char *alike = mem_strndup(completion, choices->at[0], common);
    if (common >= cursor - completion->start)
        replace_word(prompt, line, completion->start, cursor, alike, "");
    prompt->cycle.completion = completion;
    prompt->cycle.chosen = choices->n;
    cycle_show(prompt);
}

static unsigned char cycle(EditLine *edit, bool back)
{
    struct prompt *prompt = NULL;
    size_t cursor;
    el_get(edit, EL_CLIENTDATA, &prompt);
    char *line = prompt_text(NULL, prompt, &cursor);
    prompt_cycle_check(prompt, line, cursor);
    if (prompt->cycle.completion)
        cycle_step(prompt, back);
    else if (!back)
        cycle_begin(prompt, line, cursor);
    talloc_free(line);
    return CC_REFRESH;
}

unsigned char prompt_tab(EditLine *edit, int key)
{
    (void)key;
    return cycle(edit, false);
}

unsigned char prompt_tab_back(EditLine *edit, int key)
{
    (void)key;
    return cycle(edit, true);
}
