/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One item of a page: title, files, marks, and its texts kept apart: agenda, decision, minutes. On a page
 * that has lost its "Minutes:" lines each item is one text, and the report of the import says so. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define LINK_LINES 20      /* items that a list of links may name ahead */
#define NOISE_MAX 100      /* bytes of a button or link; a longer line is text */
#define GROUP_LONGEST 80  /* bytes of the heading of a group of items */
#define PART_WITHIN 3      /* a part's heading with its remark, at the end of the item before it */

enum section { SECTION_AGENDA, SECTION_DECISION, SECTION_MINUTES, SECTION_TEXTS, SECTION_DOCUMENTS = SECTION_TEXTS };

struct reading {
    struct page *page;
    struct page_part *part; /* for the items that follow */
    struct item *item;
    enum section section;
    struct buf texts[SECTION_TEXTS];
    bool unlabelled; /* text stood where only files should */
};

/* ---- lines ------------------------------------------------------------------------------------ */

/* "South quay<TAB>300", not "(a)<TAB>that the plan be noted". */
static bool is_row(const char *line)
{
    return strchr(line, '\t') && mark_scan(line, strlen(line)).kind == MARK_NONE;
}

/* Rows of a table are no paragraphs, though each is a line of its own where the paste has lost its blank lines. */
static bool goes_on(const struct buf *into, const char *text)
{
    size_t start = into->len;
    while (start > 0 && into->data[start - 1] != '\n')
        start--;
    return is_row(text) && is_row(into->data + start);
}

static void add_text(struct reading *reading, enum section section, const char *text, bool gap)
{
    struct buf *into = &reading->texts[section];
    if (into->len > 0)
        buf_puts(into, gap || (reading->page->compact && !goes_on(into, text)) ? "\n\n" : "\n");
    buf_puts(into, text);
}

/* The part of the agenda that begins at LINE, or a remark on all of it. */
static void note_part(struct reading *reading, const struct page_line *part_line)
{
    const char *line = part_line->text;
    int number = mark_part(line);
    char *reason;
    const char *kind = reading->item ? reading->item->kind : NULL;
    if (number) {
        bool after_exclusion = kind && strcmp(kind, "exclusion") == 0;
        reading->part->part = number;
        reading->part->in_private = false;
        reading->part->exempt = number > 1 && (after_exclusion || page_word_first(WORD_EXEMPT, line, NULL) || pack_line_says(PACK_PRIVATE_PART, line) || private_part_of(line));
    } else if (heads_private_part(line, part_line->gap)) {
        reading->part->in_private = true;
    } else if (mark_exempt(reading->page->scratch, line, &reason) == EXEMPT_SECTION || (reading->part->part > 1 && excludes_what_follows(line))) {
        reading->part->exempt = true;
    }
}

static void note_exempt(struct reading *reading, const char *line)
{
    struct item *item = reading->item;
    char *reason;
    bool exclusion = item->kind && strcmp(item->kind, "exclusion") == 0;
    if (exclusion || mark_exempt(reading->page->meeting, line, &reason) != EXEMPT_ITEM)
        return; /* the motion to exclude the public talks of others' reports */
    item->exempt = true;
    if (!item->exempt_reason)
        item->exempt_reason = reason;
}

/* A button or link of the page. */
static bool is_noise(const char *line)
{
    const char *words = page_without_bullet(line);
    return page_word(WORD_NOISE, words) && strlen(words) <= NOISE_MAX;
}

/* What a site prints below the text of a page of one item. */
static bool ends_page(const char *line)
{
    return page_word_is(WORD_PAGE_END, page_without_bullet(line));
}

/* Lines that are no text of the agenda: links, timing, files. */
static bool take_mark(struct reading *reading, const char *line)
{
    struct meeting *meeting = reading->page->meeting;
    const char *words = page_without_bullet(line);
    if (is_noise(line))
        return true;
    char *timing = mark_timing(meeting, words);
    if (timing && !reading->item->timing) {
        reading->item->timing = timing;
        return true;
    }
    talloc_free(timing);
    struct attachment file = {0};
    char *title = text_squeeze(reading->page->scratch, words, strlen(words));
    if (file_suffix(meeting, title, &file)) {
        page_add_file(reading->page, reading->item, *title ? title : reading->item->title, &file);
        return true;
    }
    return page_note_follow(reading->page, reading->item, title) && *title == '\0';
}

/* "Restricted enclosure 10", and below it why. */
static bool take_restricted(struct reading *reading, const char *line)
{
    struct item *item = reading->item;
    const char *words = page_without_bullet(line);
    if (page_word(WORD_RESTRICTED, words) && strlen(words) <= NOISE_MAX) {
        const char *why = page_word_first(WORD_RESTRICTED_REASON, words, NULL);
        if (!take_mark(reading, line))
            page_add_file(reading->page, item, why ? page_tidy(reading->page->scratch, mem_strndup(reading->page->scratch, words, (size_t)(why - words))) : words, &(struct attachment){.exempt = true});
        return true;
    }
    if (!page_word(WORD_RESTRICTED_REASON, words))
        return false;
    item->exempt |= item->n_attachments == 0;
    if (item->n_attachments > 0)
        item->attachments[item->n_attachments - 1].exempt = true;
    return true;
}

static void read_agenda_line(struct reading *reading, const struct page_line *line)
{
    if (take_restricted(reading, line->text) || take_mark(reading, line->text))
        return;
    if (!reading->item->author && page_word(WORD_AUTHOR, line->text))
        reading->item->author = text_squeeze(reading->page->meeting, line->text, strlen(line->text));
    note_exempt(reading, line->text);
    note_part(reading, line);
    add_text(reading, SECTION_AGENDA, line->text, line->gap);
}

/* Under "Additional documents:" stand files, restricted ones without a size, and links. Text there has
 * lost its own heading. LABEL_AHEAD: another heading of this item follows. */
static void read_document_line(struct reading *reading, const struct page_line *line, bool label_ahead)
{
    struct item *item = reading->item;
    const char *words = page_without_bullet(line->text), *reason = page_word_first(WORD_RESTRICTED_REASON, words, NULL);
    if (reason) { /* behind the paper's title, or on a line of its own */
        if (reason > words)
            page_add_file(reading->page, reading->item, page_tidy(reading->page->scratch, mem_strndup(reading->page->scratch, words, (size_t)(reason - words))), &(struct attachment){0});
        if (item->n_attachments > 0)
            item->attachments[item->n_attachments - 1].exempt = true;
    } else if (page_word(WORD_RESTRICTED, words) || (label_ahead && words != line->text)) {
        if (!take_mark(reading, line->text))
            page_add_file(reading->page, reading->item, words, &(struct attachment){0});
    } else if (reading->page->one_item && (reading->texts[SECTION_MINUTES].len > 0 || !label_ahead)) {
        (void)take_mark(reading, line->text); /* a file; what else stands there is the site's */
    } else if (label_ahead || !reading->page->has_minutes) {
        read_agenda_line(reading, line);
    } else if (!take_mark(reading, line->text)) {
        note_exempt(reading, line->text);
        if (item->exempt && strlen(line->text) <= NOISE_MAX && mark_in_sentences(line->text))
            return; /* "This document is restricted": no minutes */
        reading->unlabelled = true;
        add_text(reading, SECTION_MINUTES, line->text, line->gap);
    }
}

/* Bytes of "Decision:" at PLAIN, alone or with what was decided behind it; "Decision: Key" tells of what sort it is. */
static size_t decision_label(const char *plain)
{
    static const char *const sorts[] = {"key", "non-key", "non key", "not key", "yes", "no", "executive", "n/a", "to be "};
    size_t n = page_word(WORD_DECISION, plain);
    const char *rest = plain + n + blanks_at(plain + n);
    for (size_t i = 0; n > 0 && i < MB_LENGTH(sorts); i++) {
        size_t length = strlen(sorts[i]);
        if (strncasecmp(rest, sorts[i], length) == 0 && !isalpha((unsigned char)rest[length]))
            return 0;
    }
    return n;
}

/* Is LINE a heading inside an item? What stands behind "Minutes:", "Decision:" on its line goes to *rest. */
static bool read_label(struct reading *reading, const struct page_line *line, const char **rest)
{
    *rest = NULL;
    if (line->label != LINE_BY_WORDS) {
        reading->section = line->label == LINE_MINUTES    ? SECTION_MINUTES
                           : line->label == LINE_DECISION ? SECTION_DECISION
                                                          : reading->section;
        return line->label != LINE_TEXT;
    }
    char *plain = line_plain(reading->page->scratch, line->text);
    size_t n = page_word(WORD_MINUTES, plain);
    enum section before = reading->section;
    if (n > 0 && before != SECTION_MINUTES) {
        reading->section = SECTION_MINUTES;
        *rest = plain[n] ? plain + n + blanks_at(plain + n) : NULL;
        return true;
    }
    n = decision_label(plain);
    if (n > 0 && (before == SECTION_AGENDA || before == SECTION_DOCUMENTS)) {
        reading->section = SECTION_DECISION;
        *rest = plain[n] ? plain + n + blanks_at(plain + n) : NULL;
    } else if (page_word_is(WORD_DOCUMENTS, plain))
        reading->section = SECTION_DOCUMENTS;
    else
        plain = NULL;
    return plain != NULL;
}

/* The last line of [FIRST, END) that is a heading inside the item, or END. */
static size_t last_label(const struct page *page, size_t first, size_t end)
{
    size_t last = end;
    for (size_t i = first; i < end; i++) {
        char *plain = page->lines[i].label == LINE_TEXT ? NULL : line_plain(page->scratch, page->lines[i].text);
        if (plain && (page_word(WORD_MINUTES, plain) || decision_label(plain)))
            last = i;
        talloc_free(plain);
    }
    return last;
}

static void read_lines(struct reading *reading, size_t first, size_t end)
{
    struct page *page = reading->page;
    size_t label = last_label(page, first, end);
    for (size_t i = first; i < end; i++) {
        const struct page_line *line = &page->lines[i];
        const char *rest;
        size_t behind = page_take_votes(page, reading->item, i, end);
        if (behind > i) { /* the table of recorded votes is no text */
            i = behind - 1;
        } else if (read_label(reading, line, &rest)) {
            if (rest)
                add_text(reading, reading->section, rest, true);
        } else if (reading->section == SECTION_AGENDA) {
            read_agenda_line(reading, line);
        } else if (reading->section == SECTION_DOCUMENTS) {
            read_document_line(reading, line, label < end && i < label);
        } else if (page->one_item && ends_page(line->text)) {
            reading->section = SECTION_DOCUMENTS;
        } else if (!is_noise(line->text)) {
            add_text(reading, reading->section, line->text, line->gap);
        }
    }
}

/* ---- the end of an item ------------------------------------------------------------------------ */

/* Is LINE a link to an item below, "27. Sale of Mill Lane (exemption paragraph 3)"? field.md 3.6, Trap. */
static bool is_link_to_later(struct page *page, size_t index, const char *line)
{
    size_t n = 0;
    while (line[n] && blank_at(line + n) == 0 && n < sizeof((struct item_number *)0)->text)
        n++;
    struct item_number number;
    char *printed = mem_printf(page->scratch, "%.*s%s", (int)n, line, n && line[n - 1] == '.' ? "" : ".");
    if (!item_number_parse(printed, &number) || line[n] == '\0')
        return false;
    for (size_t i = index + 1; i < page->n_items && i <= index + LINK_LINES; i++) {
        struct page_item *later = &page->items[i];
        if (!item_number_same(&number, &later->number) || later->first >= later->end)
            continue;
        struct attachment file = {0};
        char *title = page_title_of_line(page->scratch, page->lines[later->first].text);
        file_suffix(page->scratch, title, &file);
        char *wanted = text_fold(page->scratch, title), *words = text_fold(page->scratch, line + n);
        if (*wanted == '\0' || !text_starts(words, wanted))
            return false;
        later->exempt |= mark_exempt_title(page->meeting, line, &later->exempt_reason) == EXEMPT_ITEM;
        return true;
    }
    return false;
}

/* "Items for discussion", "For decision": a heading that sorts the items below it. */
static bool is_group(const struct page_line *line)
{
    bool begins = page_word(WORD_GROUP, line->text) > 0 && strlen(line->text) <= GROUP_LONGEST && !text_stops(line->text);
    return line->gap && (begins || page_word_is(WORD_GROUP_ALONE, line->text));
}

/* The start of the heading of a part that stands, with its remark, right before line END; END if none. */
static size_t before_part(const struct page *page, size_t first, size_t end)
{
    for (size_t back = 1; back <= PART_WITHIN && end >= first + back; back++)
        if (mark_part(page->lines[end - back].text) || heads_private_part(page->lines[end - back].text, page->lines[end - back].gap) ||
            (back == 1 && is_group(&page->lines[end - 1])))
            return end - back;
    return end;
}

/* The end of the item's own lines: links to later items and the heading of the next part stand behind, in
 * either order. */
static size_t own_end(struct reading *reading, size_t index, size_t first)
{
    struct page *page = reading->page;
    const struct page_item *place = &page->items[index];
    size_t end = place->own_end ? place->own_end : place->end, before = end + 1;
    while (end < before) {
        before = end;
        while (end > first && is_link_to_later(page, index, page->lines[end - 1].text))
            end--;
        end = before_part(page, first, end);
    }
    return end;
}

/* ---- the whole item ------------------------------------------------------------------------------ */

static char *text_or_null(const void *parent, struct buf *buf)
{
    char *text = buf->len > 0 ? mem_strdup(parent, buf->data) : NULL;
    buf_release(buf);
    return text;
}

static void keep_texts(struct reading *reading)
{
    struct item *item = reading->item;
    struct meeting *meeting = reading->page->meeting;
    item->agenda_text = text_or_null(meeting, &reading->texts[SECTION_AGENDA]);
    item->decision_text = text_or_null(meeting, &reading->texts[SECTION_DECISION]);
    item->minutes_text = text_or_null(meeting, &reading->texts[SECTION_MINUTES]);
    bool one_text = reading->page->has_minutes && !reading->page->has_labels;
    if (one_text && !item->minutes_text) {
        item->minutes_text = item->agenda_text;
        item->agenda_text = NULL;
    }
    if (reading->unlabelled && !one_text)
        draft_warn(reading->page->draft, "item %s: text under \"Additional documents:\" was taken for its minutes",
                   item->minute_number ? item->minute_number : "without a number");
}

static struct item *new_item(struct page *page, size_t index, const struct page_part *part)
{
    const struct page_item *place = &page->items[index];
    struct item *item = mem_append(page->meeting, page->meeting->items, page->meeting->n_items);
    item->position = (int)page->meeting->n_items;
    item->part = part->part;
    item->exempt = part->exempt || place->exempt;
    item->exempt_reason = place->exempt_reason;
    item->in_latest = true;
    char *number = *place->number.text ? mem_strdup(page->meeting, place->number.text) : NULL;
    if (page->has_minutes)
        item->minute_number = number;
    else
        item->agenda_number = number;
    return item;
}

void page_read_item(struct page *page, size_t index, struct page_part *part)
{
    struct reading reading = {.page = page, .part = part, .section = SECTION_AGENDA};
    const struct item_number *number = &page->items[index].number;
    if (part->in_private && number->sub > 0 && number->main > 0) { /* "4a", "4b" below the heading of 4 */
        part->private_main = number->main;
        part->in_private = false;
    }
    bool in_private = part->in_private || (part->private_main > 0 && number->main == part->private_main && number->sub > 0);
    for (size_t i = 0; i < SECTION_TEXTS; i++)
        buf_init(&reading.texts[i], page->scratch, BUF_MAX_DOCUMENT);
    reading.item = new_item(page, index, part);
    size_t first = page->items[index].first, end = first;
    if (first < page->items[index].end) {
        size_t after_title = page_read_title(page, reading.item, first, page->items[index].end, page->items[index].number.main);
        end = own_end(&reading, index, after_title);
        read_lines(&reading, after_title, end);
    }
    keep_texts(&reading);
    reading.item->exempt |= in_private && pack_is_private_below(page->meeting, reading.item);
    if (reading.item->title && private_part_of(reading.item->title) == PRIVATE_PART)
        part->private_main = number->main;
    if (reading.item->pages_note && reading.item->n_attachments == 0)
        reading.item->follow = FOLLOW_TO_FOLLOW;
    for (size_t i = end; i < page->items[index].end; i++)
        note_part(&reading, &page->lines[i]);
}
