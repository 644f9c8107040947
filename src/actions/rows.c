/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Tables of actions in minutes (field.md 6): a head with "Action" and "Owner", "Officer", "Due" or the like,
 * then a row for each, cells parted by tabs or strokes. What a column is called is data (rules of the sort
 * "column"). Rows that are closed are history. */
#include "config.h"

#include "sweep.h"

#include "private.h"

#include <string.h>

#define CELLS_MAX 12
#define CELL_SHORTEST 12 /* bytes of an action */

struct cells {
    struct line_span at[CELLS_MAX]; /* bytes of the text, trimmed */
    size_t n;
};

enum column { COLUMN_ACTION, COLUMN_OWNER, COLUMN_DUE, COLUMN_STATUS, COLUMN_CLOSED, COLUMN_COUNT };
static const char *const column_names[] = {"column-action", "column-owner", "column-due", "column-status", "column-closed"};

struct head {
    size_t n, of[COLUMN_COUNT]; /* cell of each column, 1 up; 0: it has none */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static void add_cell(struct cells *cells, const char *text, size_t start, size_t end)
{
    while (start < end && is_blank(text[start]))
        start++;
    while (end > start && is_blank(text[end - 1]))
        end--;
    if (cells->n < CELLS_MAX)
        cells->at[cells->n++] = (struct line_span){start, end - start};
}

/* The cells of the line at START; a stroke at its edges parts nothing. */
static void cells_split(const char *text, size_t start, size_t end, struct cells *cells)
{
    char sep = memchr(text + start, '\t', end - start) ? '\t' : '|';
    cells->n = 0;
    if (sep == '|' && start < end && text[start] == '|')
        start++;
    if (sep == '|' && end > start && text[end - 1] == '|')
        end--;
    for (size_t at = start;; at++) {
        if (at < end && text[at] != sep)
            continue;
        add_cell(cells, text, start, at);
        start = at + 1;
        if (at >= end)
            break;
    }
}

static bool cell_is(const struct swept_text *text, struct line_span cell, enum column column)
{
    const struct rules *rules = text->sweeping->rules;
    struct view *view = view_new(text->sweeping->scratch, text->text + cell.start, cell.len);
    struct hit hit;
    bool is = false;
    for (size_t i = 0; i < rules->n_of[RULE_COLUMN] && !is; i++) {
        const struct rule *rule = rules->of[RULE_COLUMN][i];
        for (size_t k = 0; k < rule->patterns.n && !is && strcmp(rule->name, column_names[column]) == 0; k++)
            is = line_find(rules, text->sweeping->matcher, &rule->patterns.at[k], view, 0, 0, &hit);
    }
    talloc_free(view);
    return is;
}

static bool head_read(const struct swept_text *text, const struct cells *cells, struct head *head)
{
    *head = (struct head){.n = cells->n};
    for (size_t i = 0; i < cells->n; i++) {
        for (int c = 0; c < COLUMN_CLOSED; c++) {
            if (!head->of[c] && cell_is(text, cells->at[i], (enum column)c)) {
                head->of[c] = i + 1;
                break;
            }
        }
    }
    return head->of[COLUMN_ACTION] && (head->of[COLUMN_OWNER] || head->of[COLUMN_DUE] || head->of[COLUMN_STATUS]);
}

static char *cell_words(struct swept_text *text, const struct cells *cells, size_t column)
{
    if (!column || cells->at[column - 1].len == 0)
        return NULL;
    char *words = text_squeeze(text->sweeping->scratch, text->text + cells->at[column - 1].start, cells->at[column - 1].len);
    return strcmp(words, "-") == 0 || words_equal(words, strlen(words), "n/a") ? NULL : words; /* the cell is empty */
}

/* A row as a unit in a list of actions, judged as one. */
static void row_add(struct swept_text *text, const struct cells *cells, const struct head *head)
{
    struct sweeping *sweeping = text->sweeping;
    struct line_span words = cells->at[head->of[COLUMN_ACTION] - 1];
    if (words.len < CELL_SHORTEST || (head->of[COLUMN_STATUS] && cell_is(text, cells->at[head->of[COLUMN_STATUS] - 1], COLUMN_CLOSED)))
        return;
    struct unit *unit = mem_append(sweeping->scratch, text->units.at, text->units.n);
    *unit = (struct unit){.words = words, .place = PLACE_LISTED, .view = view_new(sweeping->scratch, text->text + words.start, words.len)};
    struct judgement judgement = unit_judge(sweeping->rules, sweeping->matcher, &text->units, text->units.n - 1);
    if (!judgement.rule)
        return;
    struct finding *finding = finding_add(text, judgement.rule, text->units.n - 1, words, &judgement.hit);
    char *owner = cell_words(text, cells, head->of[COLUMN_OWNER]), *due = cell_words(text, cells, head->of[COLUMN_DUE]);
    if (owner)
        finding->action->owner = mem_strdup(finding->action, owner);
    if (due)
        action_due_of_words(finding->action, due, sweeping->meeting->date);
}

void rows_sweep(struct swept_text *text)
{
    struct head head = {.n = 0};
    const char *end;
    if (text->item->kind && strcmp(text->item->kind, "tracker") == 0)
        return;
    for (const char *line = text->text; *line; line = *end ? end + 1 : end) {
        struct cells cells;
        end = line + strcspn(line, "\n");
        if (!memchr(line, '\t', (size_t)(end - line)) && !memchr(line, '|', (size_t)(end - line)))
            continue;
        cells_split(text->text, (size_t)(line - text->text), (size_t)(end - text->text), &cells);
        struct head read;
        if (cells.n >= 2 && head_read(text, &cells, &read))
            head = read;
        else if (head.n && cells.n == head.n)
            row_add(text, &cells, &head);
    }
}
