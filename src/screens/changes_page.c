/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The page of what changed, item by item: of each change what reads otherwise, from which paper to which, and the
 * change itself. Printed it is the same. */
#include "config.h"

#include "changes.h"

#include <stdio.h>
#include <string.h>

#define FIELD 2         /* cells where the name of what changed begins */
#define TEXT 6          /* where the change itself does */
#define NARROW 60       /* cells of a page below which both stand further left */
#define NARROW_TEXT 3
#define KEY_DIGITS 12   /* of a paper's sum */

/* ---- words --------------------------------------------------------------------------------------------- */

static const struct changed_field {
    const char *name, *words;
} fields[] = {
    {"date", "Day"},
    {"time", "Time"},
    {"venue", "Venue"},
    {"status", "Status"},
    {"title", "Title"},
    {"agenda_number", "Agenda number"},
    {"minute_number", "Minute number"},
    {"timing", "Indicative timing"},
    {"pages_note", "Note on its papers"},
    {"agenda_text", "Agenda text"},
    {"minutes_text", "Minute"},
    {"decision_text", "Decision"},
    {"report_text", "Report"},
};

static const char *field_words(const struct meeting_change *change)
{
    for (size_t i = 0; change->field && i < MB_LENGTH(fields); i++)
        if (strcmp(fields[i].name, change->field) == 0)
            return fields[i].words;
    return change->field ? change->field : change->kind == CHANGE_ITEM_CAME ? "New item" : "Item gone";
}

char *changes_counted(const void *parent, const struct meeting_changes *changes)
{
    int items = 0;
    for (size_t i = 0; i < changes->n; i++)
        items += changes->at[i].position > 0 && (i == 0 || changes->at[i].position != changes->at[i - 1].position);
    char *many = words_count(NULL, (int)changes->n, "change", "changes"), *of = words_count(many, items, "item", "items");
    char *words = changes->n == 0 ? mem_strdup(parent, "no changes")
                  : items         ? mem_printf(parent, "%s in %s", many, of)
                                  : mem_strdup(parent, many);
    talloc_free(many);
    return words;
}

char *changed_paper_words(const void *parent, const struct changed_paper *paper)
{
    void *local = talloc_named_const(NULL, 0, "paper");
    const char *name = paper->path ? strrchr(paper->path, '/') : NULL;
    name = name ? name + 1 : paper->path;
    char *came = date_is_set(paper->day) ? mem_printf(local, ", came %s", date_words(local, paper->day)) : mem_strdup(local, "");
    char *words = name ? mem_printf(parent, "%s (%s%s)", name, form_words(paper->form), came)
                       : mem_printf(parent, "the %s%s", form_words(paper->form), came);
    talloc_free(local);
    return words;
}

static char *item_words(const void *parent, const struct meeting_change *change)
{
    struct item item = {.position = change->position, .agenda_number = change->agenda_number, .minute_number = change->minute_number};
    return change->position ? fact_item_number(parent, &item) : mem_strdup(parent, "this meeting");
}

char *change_where(const void *parent, const struct meeting_change *change)
{
    char *item = item_words(NULL, change), *where = mem_printf(parent, "%s > %s", item, field_words(change));
    talloc_free(item);
    return where;
}

char *change_key(const void *parent, const struct meeting_change *change)
{
    return mem_printf(parent, "%d:%s:%.*s:%.*s", change->position, change->field ? change->field : "", KEY_DIGITS,
                      change->old_paper.sha256, KEY_DIGITS, change->new_paper.sha256);
}

/* "Thursday 3 November 2022", "2.30 pm": as the meeting screen says it. */
static char *value_words(const void *parent, const char *field, const char *value)
{
    struct meeting meeting = {.minutes_after_midnight = -1};
    if (strcmp(field, "date") == 0 && date_parse_iso(value, &meeting.date))
        return date_long(parent, meeting.date);
    if (strcmp(field, "time") == 0 && clock_parse(value, &meeting.minutes_after_midnight))
        return meeting_time_words(parent, &meeting);
    return mem_strdup(parent, value);
}

/* ": whole since 12 October 2022 (was cut off)" */
static char *fuller_words(const void *local, const struct meeting_change *change)
{
    bool later = date_is_set(change->old_paper.day) && date_compare(change->new_paper.day, change->old_paper.day) > 0;
    const char *since = later ? mem_printf(local, " since %s", date_words(local, change->new_paper.day)) : "";
    if (!change->fuller)
        return mem_strdup(local, "");
    return change->old_cut ? mem_printf(local, ": whole%s (was cut off)", since) : mem_printf(local, ": fuller%s", since);
}

/* ---- one change ---------------------------------------------------------------------------------------------- */

/* Papers of one form that came on one day: nothing tells which is the later. */
static bool order_is_open(const struct meeting_change *change)
{
    return change->old_paper.form == change->new_paper.form && !change->fuller && date_is_set(change->old_paper.day) &&
           date_compare(change->old_paper.day, change->new_paper.day) == 0;
}

static void say_papers(struct page *page, const struct meeting_change *change)
{
    void *local = talloc_named_const(NULL, 0, "papers");
    const char *old = changed_paper_words(local, &change->old_paper), *new = changed_paper_words(local, &change->new_paper);
    const char *words = change->kind == CHANGE_ITEM_CAME   ? mem_printf(local, "in %s; not in %s", new, old)
                        : change->kind == CHANGE_ITEM_GONE ? mem_printf(local, "in %s; not in %s", old, new)
                                                           : mem_printf(local, "from %s to %s", old, new);
    if (order_is_open(change))
        words = mem_printf(local, "%s; both came on one day, so this order may be wrong", words);
    int x = page->width < NARROW ? NARROW_TEXT : TEXT - 2;
    page_wrap(page, x, x, page->width - x - 1, STYLE_QUIET, words);
    talloc_free(local);
}

static void say_change(struct page *page, const struct meeting_change *change, const char *key, int x)
{
    static const char gone[] = "It stays in this meeting, marked as not in the latest edition.";
    void *local = talloc_named_const(NULL, 0, "change");
    struct changed_text text;
    changed_text_start(&text, local);
    if (change->n_old_blocks && change->n_new_blocks)
        changed_report_page(page, change, x, key);
    else if (change->kind == CHANGE_TEXT)
        changed_text_compare(&text, value_words(local, change->field, change->old_text),
                             value_words(local, change->field, change->new_text), 0, true);
    else if (change->kind == CHANGE_ITEM_GONE)
        changed_text_put(&text, STYLE_TEXT, gone, strlen(gone), 0);
    changed_text_page(page, &text, x, x, key);
    talloc_free(local);
}

static void put_change(struct page *page, const struct meeting_change *change, bool with_papers)
{
    void *local = talloc_named_const(NULL, 0, "change");
    char *key = change_key(local, change);
    page_row(page, key, 0);
    page_wrap(page, FIELD, FIELD + 2, page->width - FIELD - 1, STYLE_TABLE_HEAD,
              mem_printf(local, "%s%s", field_words(change), fuller_words(local, change)));
    if (with_papers) {
        page_row(page, key, 0);
        say_papers(page, change);
    }
    page_no_row(page);
    say_change(page, change, key, page->width < NARROW ? NARROW_TEXT : TEXT);
    talloc_free(local);
}

/* ---- the page --------------------------------------------------------------------------------------------------- */

static bool same_papers(const struct meeting_change *a, const struct meeting_change *b)
{
    return strcmp(a->old_paper.sha256, b->old_paper.sha256) == 0 && strcmp(a->new_paper.sha256, b->new_paper.sha256) == 0;
}

static void head_item(struct page *page, const struct meeting_change *change)
{
    char *number = item_words(NULL, change);
    number[0] = (char)(number[0] - 'a' + 'A'); /* "Item 3", "Minute 33", "This meeting": it begins with our own word */
    char *words = mem_printf(number, "%s%s%s", number, change->item_title ? "   " : "", change->item_title ? change->item_title : "");
    if (page->n_lines)
        page_blank(page);
    page_wrap(page, 1, 3, page->width - 2, STYLE_HEADING, words);
    talloc_free(number);
}

static void say_none(struct page *page, size_t n_papers)
{
    page_row(page, "none", 0);
    page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT,
              n_papers < 2 ? "One paper of this meeting is held: there is nothing to compare it with. When a paper is issued again, import it, "
                             "and what changed stands here."
                           : "The papers held of this meeting do not differ in what both of them say.");
    page_no_row(page);
}

void changes_page(struct page *page, const struct meeting_changes *changes, size_t n_papers)
{
    if (changes->n == 0)
        say_none(page, n_papers);
    for (size_t i = 0; i < changes->n; i++) {
        const struct meeting_change *change = &changes->at[i], *before = i ? change - 1 : NULL;
        bool new_item = !before || before->position != change->position;
        if (new_item)
            head_item(page, change);
        put_change(page, change, !before || !same_papers(before, change));
    }
}
