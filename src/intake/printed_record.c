/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A paper of one decision, by a member of the cabinet or by an officer: no items, but labels, "Decision maker:", "Title:",
 * "Date of decision:", "Decision:", "Reasons:", in any order (field.md 3.8 knows none; councils publish them under the rules on
 * access to information of 2012). What its labels say of the decision comes to stand above its title, so that the readers of heads find
 * it; the title is its one item. */
#include "config.h"

#include "src/intake/printed.h"

#include <string.h>

#define HEAD_WITHIN 10   /* lines in which the paper says what it is */
#define LABEL_LONGEST 60 /* bytes */
#define HEAD_LONGEST 140
#define OTHERS_MIN 2 /* labels that only such papers have */
#define TITLE_LINES 3

enum part { PART_NONE, PART_TITLE, PART_DAY, PART_OUTCOME, PART_OTHER };

/* Which label LINE begins with, or is; what stands behind it in *VALUE, "" where it is on the next line. */
static enum part part_of(const char *line, const char **value)
{
    static const enum pack_words groups[] = {
        [PART_TITLE] = PRINT_ONE_TITLE, [PART_DAY] = PRINT_ONE_DAY, [PART_OUTCOME] = PRINT_ONE_OUTCOME, [PART_OTHER] = PRINT_ONE_OTHER};
    size_t n = strcspn(line, ":\t?");
    enum part found = PART_NONE;
    if (n == 0 || n > LABEL_LONGEST)
        return PART_NONE;
    char *label = mem_strndup(NULL, line, n);
    for (size_t i = PART_TITLE; i < MB_LENGTH(groups) && !found; i++)
        if (pack_line_says(groups[i], label))
            found = (enum part)i;
    talloc_free(label);
    *value = line + n + strspn(line + n, ":\t? -");
    return found;
}

static size_t count(const struct page *page, enum part part)
{
    size_t n = 0;
    const char *value;
    for (size_t i = 0; i < page->n; i++)
        n += part_of(page->lines[i].text, &value) == part;
    return n;
}

static bool is_record(const struct page *page)
{
    bool says = false;
    const char *value;
    for (size_t i = 0; i < page->n && i < HEAD_WITHIN && !says; i++) {
        const char *line = page->lines[i].text;
        says = strlen(line) <= HEAD_LONGEST && pack_line_says(PRINT_ONE_DECISION, line) && part_of(line, &value) == PART_NONE;
    }
    return says && count(page, PART_TITLE) == 1 && count(page, PART_OUTCOME) == 1 &&
           count(page, PART_OTHER) + count(page, PART_DAY) >= OTHERS_MIN;
}

static void add(struct page *page, const struct page_line *from, const char *text)
{
    struct page_line *line = mem_append(page->scratch, page->lines, page->n);
    *line = *from;
    line->text = mem_strdup(page->scratch, text);
    line->gap = true;
}

/* The value of the label on line *I, which may stand below it, and go on: *I becomes its last line. */
static char *whole_value(const struct page *page, size_t *i, const char *value, size_t lines)
{
    const char *other;
    char *whole = mem_strdup(page->scratch, value);
    for (size_t k = 0; k < lines && *i + 1 < page->n; k++) {
        const struct page_line *next = &page->lines[*i + 1];
        if (part_of(next->text, &other) != PART_NONE || (*whole && next->gap))
            break;
        whole = mem_printf(page->scratch, "%s%s%s", whole, *whole ? " " : "", next->text);
        ++*i;
    }
    return whole;
}

/* The labels before the outcome, and the day wherever it stands, go to HEAD; the rest to BODY. */
static void part_lines(const struct page *page, struct page *head, struct page *body, char **title)
{
    bool decided = false;
    for (size_t i = 0; i < page->n; i++) {
        const struct page_line *line = &page->lines[i];
        const char *value = "";
        enum part part = part_of(line->text, &value);
        decided |= part == PART_OUTCOME;
        if (part == PART_TITLE)
            *title = whole_value(page, &i, value, TITLE_LINES);
        else if (part == PART_DAY)
            add(head, line, mem_printf(page->scratch, "Date: %s", whole_value(page, &i, value, *value ? 0 : 1)));
        else if (part == PART_OUTCOME) {
            add(body, line, "Decision:");
            if (*value)
                add(body, line, value);
        } else if (!decided && part == PART_OTHER) {
            char *label = mem_strndup(page->scratch, line->text, strcspn(line->text, ":\t?"));
            add(head, line, *value ? line->text : mem_printf(page->scratch, "%s: %s", label, whole_value(page, &i, value, 1)));
        } else if (!decided && !*title)
            add(head, line, line->text);
        else
            *mem_append(page->scratch, body->lines, body->n) = *line;
    }
}

void printed_record(struct page *page)
{
    if (!is_record(page))
        return;
    struct page head = {.scratch = page->scratch}, body = {.scratch = page->scratch};
    char *title = NULL;
    part_lines(page, &head, &body, &title);
    if (!title || !*title || body.n == 0)
        return;
    struct page_line first = {0};
    add(&head, &first, title);
    head.lines[head.n - 1].titled = true;
    for (size_t i = 0; i < body.n; i++)
        *mem_append(page->scratch, head.lines, head.n) = body.lines[i];
    page->lines = head.lines;
    page->n = head.n;
    page->record = true;
}
