/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A text whose numbers of items are of a pattern that no reader knows, in a form that all of them do, and the printed numbers
 * again in what was read of it (chain.h). */
#include "config.h"

#include "src/intake/chain.h"

#include <stdlib.h>
#include <string.h>

#define DIGITS_MAX 5

/* Bytes of "4a\t", "4(b) ", "4.c) " at LINE, the parts of the item printed as "4", up to the title; 0 where it is not the part LETTER. */
static size_t part_at(const char *line, const char *printed, char letter)
{
    size_t n = strspn(line, " \t"), digits = strlen(printed);
    if (digits == 0 || strncmp(line + n, printed, digits) != 0)
        return 0;
    n += digits;
    n += line[n] != '\0' && strchr(".(", line[n]);
    if (line[n] != letter)
        return 0;
    n++;
    n += strspn(line + n, ".)");
    size_t blanks = strspn(line + n, " \t");
    return blanks > 0 && line[n + blanks] != '\n' ? n + blanks : 0;
}

/* TEXT from AT to END, in which the parts of the item ENTRY stand ("4a", "4b"), each as an item of a page. */
static void add_parts(struct buf *out, const char *text, size_t at, size_t end, const struct chain_entry *entry)
{
    char letter = 'a';
    while (at < end) {
        const char *stop = memchr(text + at, '\n', end - at);
        size_t next = stop ? (size_t)(stop + 1 - text) : end, n = part_at(text + at, entry->printed, letter);
        if (n > 0 && at + n < next && letter <= 'z') {
            buf_printf(out, "\n%d%c.\n\n", entry->value, letter++);
            at += n;
        }
        buf_add(out, text + at, next - at);
        at = next;
    }
}

char *chain_renumber(const void *parent, const char *text, size_t n, const struct chain *chain, bool as_page, struct chain *moved)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    size_t done = 0;
    const struct chain_entry *before = NULL;
    *moved = (struct chain){.routine = chain->routine, .plain = true};
    for (size_t i = 0; i < chain->n; i++) {
        const struct chain_entry *entry = &chain->at[i];
        size_t blanks = strspn(text + entry->line, " \t");
        if (entry->line < done)
            continue; /* a number within the title of the one before */
        if (as_page && before)
            add_parts(&out, text, done, entry->line, before);
        else
            buf_add(&out, text + done, entry->line - done);
        before = entry;
        buf_puts(&out, as_page && moved->n == 0 ? "\nNo. Item\n\n" : "\n");
        struct chain_entry *new = mem_append(parent, moved->at, moved->n);
        *new = *entry;
        new->line = out.len;
        buf_add(&out, text + entry->line, blanks < entry->indent ? blanks : entry->indent);
        buf_printf(&out, "%d.%s", entry->value, entry->own_line ? "" : as_page ? "\n\n" : "  ");
        new->title = out.len;
        new->end = out.len; /* not known here */
        done = entry->own_line ? entry->end : entry->title;
    }
    if (as_page && before)
        add_parts(&out, text, done, n, before);
    else
        buf_add(&out, text + done, n - done);
    return buf_take(&out);
}

static int compare_value(const void *key, const void *entry)
{
    int value = *(const int *)key, other = ((const struct chain_entry *)entry)->value;
    return (value > other) - (value < other);
}

static void restore(const void *owner, char **number, const struct chain *chain)
{
    bool digits = *number && **number && (*number)[strspn(*number, "0123456789")] == '\0' && strlen(*number) <= DIGITS_MAX;
    int value = digits ? (int)strtol(*number, NULL, 10) : -1;
    const struct chain_entry *entry = digits ? bsearch(&value, chain->at, chain->n, sizeof *chain->at, compare_value) : NULL;
    if (!entry)
        return;
    talloc_free(*number);
    *number = mem_strdup(owner, entry->printed);
}

void chain_restore(struct meeting *meeting, const struct chain *chain)
{
    for (size_t i = 0; i < meeting->n_items; i++) {
        restore(meeting, &meeting->items[i].agenda_number, chain);
        restore(meeting, &meeting->items[i].minute_number, chain);
    }
}
