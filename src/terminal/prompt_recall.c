/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Lines typed before. libedit keeps the list (its own commands and vi's use it); which line comes next is
 * decided here: one that begins with what stood before the cursor, as it is spelled, each once in a row. */
#include "config.h"

#include "prompt_private.h"

#include <string.h>
#include <wchar.h>

#define PAST_MOST 1000 /* lines of one name */

/* ---- the lists -------------------------------------------------------------------------------------- */

static void past_enter(HistoryW *lines, const char *line)
{
    HistEventW event;
    wchar_t *wide = wide_of_utf8(NULL, line, LINE_MAX_CHARACTERS);
    if (wide[0])
        history_w(lines, &event, H_ENTER, wide);
    talloc_free(wide);
}

static struct past *past_new(struct prompt *prompt, const char *name)
{
    HistEventW event;
    struct strings lines = {0};
    struct past *past = mem_append(prompt, prompt->pasts, prompt->n_pasts);
    void *local = talloc_named_const(NULL, 0, "past");
    past->name = mem_strdup(prompt, name);
    past->lines = history_winit();
    if (past->lines) {
        history_w(past->lines, &event, H_SETSIZE, PAST_MOST);
        history_w(past->lines, &event, H_SETUNIQUE, 1);
        prompt->ops->history(prompt->to, local, name, &lines);
    }
    for (size_t i = 0; i < lines.n; i++)
        past_enter(past->lines, lines.at[i]);
    talloc_free(local);
    return past;
}

void prompt_past_open(struct prompt *prompt, const char *name)
{
    prompt->past = NULL;
    for (size_t i = 0; i < prompt->n_pasts; i++)
        if (strcmp(prompt->pasts[i].name, name) == 0)
            prompt->past = &prompt->pasts[i];
    if (!prompt->past)
        prompt->past = past_new(prompt, name);
    el_wset(prompt->edit, EL_HIST, history_w, prompt->past->lines);
    TALLOC_FREE(prompt->recall.typed);
    TALLOC_FREE(prompt->recall.shown);
}

void prompt_past_add(struct prompt *prompt, const char *line)
{
    if (prompt->past->lines)
        past_enter(prompt->past->lines, line);
}

void prompt_past_free(struct prompt *prompt)
{
    for (size_t i = 0; i < prompt->n_pasts; i++)
        if (prompt->pasts[i].lines)
            history_wend(prompt->pasts[i].lines);
}

/* ---- walking through them ----------------------------------------------------------------------------- */

static bool line_is(const LineInfoW *line, const wchar_t *text)
{
    size_t n = (size_t)(line->lastchar - line->buffer);
    return wcslen(text) == n && wmemcmp(line->buffer, text, n) == 0;
}

static wchar_t *copy_line(const void *parent, const wchar_t *text, size_t n)
{
    wchar_t *copy = mem_zero_named(parent, (n + 1) * sizeof *copy, "line");
    wmemcpy(copy, text, n);
    return copy;
}

/* Begin a walk, unless the line is as one left it. */
static void recall_begin(struct prompt *prompt, const LineInfoW *line)
{
    struct recall *recall = &prompt->recall;
    if (recall->typed && recall->shown && line_is(line, recall->shown))
        return;
    talloc_free(recall->typed);
    recall->typed = copy_line(prompt, line->buffer, (size_t)(line->lastchar - line->buffer));
    recall->prefix = (size_t)(line->cursor - line->buffer);
    recall->place = 0;
}

/* Go to the line at PLACE (1 the newest); false where there is none. */
static bool past_at(const struct past *past, int place, HistEventW *event)
{
    int found = past->lines ? history_w(past->lines, event, H_FIRST) : -1;
    for (int i = 1; i < place && found >= 0; i++)
        found = history_w(past->lines, event, H_NEXT);
    return found >= 0;
}

static bool begins_alike(const struct recall *recall, const wchar_t *text)
{
    return wcsncmp(text, recall->typed, recall->prefix) == 0;
}

/* The place of the next fitting line in the direction of STEP that does not read as the one shown; -1 none. */
static int recall_next(const struct prompt *prompt, const LineInfoW *line, int step)
{
    HistEventW event = {0};
    int from = prompt->recall.place, on = step > 0 ? H_NEXT : H_PREV;
    bool found = past_at(prompt->past, from ? from : 1, &event);
    if (found && from)
        found = history_w(prompt->past->lines, &event, on) >= 0;
    for (int place = from + step; found && place > 0; place += step) {
        if (begins_alike(&prompt->recall, event.str) && !line_is(line, event.str))
            return place;
        found = history_w(prompt->past->lines, &event, on) >= 0;
    }
    return step < 0 && from > 0 ? 0 : -1;
}

static void show_line(EditLine *edit, const wchar_t *text)
{
    const LineInfoW *line = el_wline(edit);
    el_cursor(edit, (int)(line->lastchar - line->cursor));
    el_deletestr(edit, (int)(line->lastchar - line->buffer));
    if (text[0])
        el_winsertstr(edit, text);
}

static unsigned char recall_step(EditLine *edit, int step)
{
    struct prompt *prompt = NULL;
    el_get(edit, EL_CLIENTDATA, &prompt);
    const LineInfoW *line = el_wline(edit);
    recall_begin(prompt, line);
    int place = recall_next(prompt, line, step);
    if (place < 0)
        return CC_ERROR;
    HistEventW event = {0};
    const wchar_t *text = place && past_at(prompt->past, place, &event) ? event.str : prompt->recall.typed;
    wchar_t *shown = copy_line(prompt, text, wcslen(text));
    show_line(edit, shown);
    talloc_free(prompt->recall.shown);
    prompt->recall.shown = shown;
    prompt->recall.place = place;
    return CC_REFRESH;
}

unsigned char prompt_older(EditLine *edit, int key)
{
    (void)key;
    return recall_step(edit, 1);
}

unsigned char prompt_newer(EditLine *edit, int key)
{
    (void)key;
    return recall_step(edit, -1);
}
