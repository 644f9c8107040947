/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A meeting cut into the passages that are found: one for a minute, a decision, an agenda text, what else is said of an
 * item; a report by section, heading to heading; one for each entry of a work programme. No SQL here. */
#include "config.h"

#include "index.h"

#include <string.h>

#define SECTION_MAX 8000 /* bytes after which a report without headings is cut at a paragraph */

static const struct index_passage *index_add(struct index_passages *list, struct index_passage passage)
{
    struct index_passage *slot = mem_append(list, list->at, list->n);
    *slot = passage;
    return slot;
}

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

static bool is_routine(const struct item *item, const char *text, size_t n)
{
    return item_text_is_routine(item->kind, item->title, text, n);
}

/* ---- a report by section ------------------------------------------------------------------ */

/* The next heading block from *AT on, NULL after the last. */
static const char *next_heading(const struct item *item, size_t *at)
{
    while (*at < item->n_blocks) {
        const struct block *block = &item->blocks[(*at)++];
        if (block->kind == BLOCK_HEADING && block->text && *block->text)
            return block->text;
    }
    return NULL;
}

static size_t paragraph_length(const char *text)
{
    const char *gap = strstr(text, "\n\n");
    return gap ? (size_t)(gap - text) : strlen(text);
}

static bool is_paragraph(const char *text, size_t n, const char *words)
{
    return words && strlen(words) == n && memcmp(text, words, n) == 0;
}

/* Where the section that begins at START ends. A heading opens the next one once the present one holds
 * more than headings; *heading and *block follow the reading. */
static size_t section_end(const struct item *item, const char *text, size_t start, const char **heading, size_t *block)
{
    bool has_text = false;
    for (size_t at = start; text[at];) {
        size_t n = paragraph_length(text + at);
        bool opens = is_paragraph(text + at, n, *heading);
        if (has_text && (opens || at - start > SECTION_MAX))
            return at;
        if (opens)
            *heading = next_heading(item, block);
        else
            has_text = true;
        at += n + strspn(text + at + n, "\n");
    }
    return start + strlen(text + start);
}

/* The blocks of a section: the page of the first that has one, whether a table is among them. *AT follows the reading. */
static void look_at_blocks(const struct item *item, const size_t *starts, size_t *at, size_t end, struct index_passage *passage)
{
    passage->table = false;
    for (bool first = true; *at < item->n_blocks && starts[*at] < end; (*at)++) {
        const struct block *block = &item->blocks[*at];
        if (block->page && *block->page)
            passage->page = first || !passage->page ? block->page : passage->page;
        first = first && !(block->page && *block->page);
        passage->table = passage->table || block->n_rows > 0;
    }
}

static void add_report(struct index_passages *list, const struct item *item, struct index_passage passage)
{
    size_t *starts, at = 0;
    const char *text = item_report_parts(list, item, &starts);
    if (!text)
        return;
    size_t block = 0;
    const char *heading = next_heading(item, &block);
    for (size_t start = strspn(text, "\n"); text[start];) {
        size_t end = section_end(item, text, start, &heading, &block);
        size_t n = end - start;
        while (n > 0 && text[start + n - 1] == '\n')
            n--;
        passage.body = text + start;
        passage.n = n;
        passage.start = start;
        look_at_blocks(item, starts, &at, end, &passage);
        passage.routine = is_routine(item, passage.body, passage.n);
        index_add(list, passage);
        passage.heading = ""; /* a word of the title is found once in a report, not in each section */
        start = end;
    }
}

/* ---- items and programmes ------------------------------------------------------------------ */

/* ITEM NULL: of a programme. */
static void add_text(struct index_passages *list, const struct item *item, struct index_passage passage, enum passage_kind kind,
                     const char *text, bool exempt)
{
    if (!text)
        return;
    passage.kind = kind;
    passage.body = text;
    passage.n = strlen(text);
    passage.exempt = exempt;
    passage.routine = item && is_routine(item, text, passage.n);
    passage.truncated = passage.truncated && kind == PASSAGE_MINUTES;
    index_add(list, passage);
}

static void add_line(struct buf *out, const char *text)
{
    if (!text || !*text)
        return;
    if (out->len)
        buf_puts(out, "\n");
    buf_puts(out, text);
}

/* What is said of ITEM beside its texts; a paper that is called as the item is tells nothing new. */
static char *facts_of(const void *parent, const struct item *item)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    add_line(&out, item->author);
    for (size_t i = 0; i < item->invited.n; i++)
        add_line(&out, item->invited.at[i]);
    for (size_t i = 0; i < item->n_attachments; i++) {
        const char *title = item->attachments[i].title;
        add_line(&out, title && item->title && text_same_words(title, item->title) ? NULL : title);
    }
    return out.len ? buf_take(&out) : NULL;
}

/* OTHERS: texts of the item bear its title, so that a word of it is not found here once more. */
static void add_facts(struct index_passages *list, const struct item *item, struct index_passage passage, bool others)
{
    passage.heading = others ? "" : passage.heading;
    add_text(list, item, passage, PASSAGE_ITEM, facts_of(list, item), item->agenda_exempt);
}

static void add_item(struct index_passages *list, const struct item *item)
{
    struct index_passage passage = {
        .position = item->position,
        .heading = or_empty(item->title),
        .title = item->title,
        .agenda_number = item->agenda_number,
        .minute_number = item->minute_number,
        .body = "",
        .truncated = item->truncated,
        .to_follow = item->follow == FOLLOW_TO_FOLLOW || item->follow == FOLLOW_PUBLISHED_NOT_HELD,
    };
    size_t before = list->n;
    add_text(list, item, passage, PASSAGE_MINUTES, item->minutes_text, item->minutes_exempt);
    add_text(list, item, passage, PASSAGE_DECISION, item->decision_text, item->minutes_exempt);
    add_text(list, item, passage, PASSAGE_AGENDA, item->agenda_text, item->agenda_exempt);
    add_facts(list, item, passage, list->n > before || item->n_blocks > 0);
    passage.kind = PASSAGE_REPORT;
    passage.exempt = item->report_exempt;
    passage.truncated = false;
    add_report(list, item, passage);
    if (list->n == before) /* its title is all we hold of it */
        add_text(list, item, passage, PASSAGE_AGENDA, "", item->agenda_exempt);
}

static void add_whens(struct buf *out, const struct when *whens, size_t n)
{
    for (size_t i = 0; i < n; i++)
        add_line(out, whens[i].text);
}

static void add_entry(struct index_passages *list, const struct programme_entry *entry, int position)
{
    struct buf out;
    buf_init(&out, list, BUF_MAX_DOCUMENT);
    add_line(&out, entry->issue);
    add_line(&out, entry->notes);
    add_whens(&out, entry->planned, entry->n_planned);
    add_whens(&out, entry->last_reports, entry->n_last_reports);
    add_line(&out, entry->last_reports_text);
    struct index_passage passage = {.position = position, .heading = "", .title = entry->issue};
    add_text(list, NULL, passage, PASSAGE_PROGRAMME, buf_take(&out), false);
}

/* What a programme says beside its entries. */
static void add_programme(struct index_passages *list, const struct programme *programme)
{
    struct buf out;
    buf_init(&out, list, BUF_MAX_DOCUMENT);
    add_line(&out, programme->preamble);
    for (size_t i = 0; i < programme->n_champions; i++) {
        const struct champion *champion = &programme->champions[i];
        add_line(&out, mem_printf(list, "%s: %s", or_empty(champion->topic), or_empty(champion->name)));
    }
    struct index_passage passage = {.heading = or_empty(programme->title), .title = programme->title};
    add_text(list, NULL, passage, PASSAGE_PROGRAMME, buf_take(&out), false);
    for (size_t i = 0; i < programme->n_entries; i++)
        add_entry(list, &programme->entries[i], (int)i + 1);
}

struct index_passages *index_passages_of(const void *parent, const struct meeting *meeting,
                                         struct programme *const *programmes, size_t n_programmes)
{
    struct index_passages *list = mem_new(parent, struct index_passages);
    list->meeting = meeting;
    for (size_t i = 0; i < meeting->n_items; i++)
        add_item(list, &meeting->items[i]);
    for (size_t i = 0; i < n_programmes; i++)
        add_programme(list, programmes[i]);
    return list;
}
