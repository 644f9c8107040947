/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The items of an agenda that is listed in lines (agenda.h): titles over several lines made one (agenda_title.c), pages from the
 * line that has them, the rest as paragraphs below the item. Where the last one ends only the words tell. */
#include "config.h"

#include "src/intake/agenda.h"

#include <string.h>
#include <strings.h>

#define BROKEN_FROM 50     /* columns: a line of prose that goes so far is broken, a shorter one ends there */
#define BELOW_LAST 14      /* lines of the last item's explanation */
#define NAME_LONGEST 140
#define HEADING_LONGEST 100 /* bytes of a heading in capitals; a longer one is prose, such as a motion */
#define HEAD_BYTES ((size_t)1000)

struct building {
    const struct agenda_lines *lines;
    const struct agenda_run *run;
    struct agenda *agenda;
    const void *parent;
    int part;
    struct item_number heading; /* of the heading that stated it, "6.0 Confidential Business"; main is 0 where it has none */
    struct agenda_shape shape;
};

static void take_pages(struct agenda_entry *entry, const struct agenda_line *line)
{
    if (line->pages && !*entry->pages)
        entry->pages = line->pages;
}

/* Move the law that TITLE cites in brackets below it; the bytes left of it. */
static size_t move_law(struct building *building, struct agenda_entry *entry, char *title)
{
    size_t length, law = exempt_law_of_title(title, &length), n = strlen(title);
    if (law == SIZE_MAX)
        return n;
    strings_add(building->parent, &entry->texts, mem_strndup(building->parent, title + law, length));
    const char *rest = title + law + length;
    while (law > 0 && strchr(" -", title[law - 1]))
        law--;
    memmove(title + law, rest, strlen(rest) + 1);
    return strlen(title);
}

/* The title from line I on, END at most; the line behind it. */
static size_t read_title(struct building *building, struct agenda_entry *entry, size_t i, size_t end)
{
    const struct agenda_line *lines = building->lines->at;
    take_pages(entry, &lines[i]);
    bool alone = !*lines[i].title && i + 1 < end;
    i += alone;
    take_pages(entry, &lines[i]);
    char *title = mem_strdup(building->parent, lines[i].title);
    if (lines[i].more && !pack_line_says(PACK_COLUMN_OF_PAGES, lines[i].more))
        strings_add(building->parent, &entry->texts, lines[i].more);
    bool paged = *entry->pages || agenda_names_pages(title);
    size_t next = i + 1;
    for (; next < end && agenda_title_goes_on(building->lines, &building->shape, &(struct agenda_title){i, next, end, title, paged}); next++) {
        title = mem_printf(building->parent, "%s %s", title, agenda_words(&lines[next]));
        const char *beside = agenda_words(&lines[next]) == lines[next].title || strstr(agenda_words(&lines[next]), lines[next].title) ? lines[next].more : lines[next].title;
        if (beside)
            strings_add(building->parent, &entry->texts, beside);
        take_pages(entry, &lines[next]);
        paged = *entry->pages || agenda_names_pages(title);
    }
    size_t n = strlen(title), capitals = pack_capitals_before_words(title, n);
    if (capitals > 0) {
        strings_add(building->parent, &entry->texts, strpbrk(title + capitals + 1, " ") + 1);
        title[n = capitals] = '\0';
    }
    n = move_law(building, entry, title);
    if (building->shape.stopped && n > 1 && title[n - 1] == '.' && next > i + 1)
        title[n - 1] = '\0'; /* of one line it is the reader's of titles to drop */
    entry->title = title;
    return next;
}

/* ---- explanations ------------------------------------------------------------------------------------------------ */

/* Names of columns said again: "Pages", "Item Page". */
static bool heads_columns(const struct agenda_line *line)
{
    return pack_line_says(PACK_COLUMN_OF_PAGES, line->title) || (line->more && pack_line_says(PACK_COLUMN_OF_PAGES, line->more));
}

/* A heading of a part of the agenda that is no text of the item above it. */
static bool heads_items(const struct agenda_lines *lines, size_t i, size_t end)
{
    const struct agenda_line *line = &lines->at[i], *below = i + 1 == end && end < lines->n ? line + 1 : NULL;
    if (*line->number.text && below && below->number.main == line->number.main && line->number.sub == 0 && below->number.sub == 1)
        return true; /* "3.0 Matters for Decision" above 3.1 */
    bool ends = i + 1 == end || lines->at[i + 1].gap;
    return line->gap && ends && strlen(line->title) <= HEADING_LONGEST && (line->heading || line->bold || text_in_capitals(line->title)) && !line->bullet && i + 3 >= end;
}

static void add_line(struct building *building, struct agenda_entry *entry, struct buf *text, const struct agenda_line *line, bool goes_on)
{
    if (!goes_on && text->len > 0) {
        strings_add(building->parent, &entry->texts, text->data);
        buf_clear(text);
    }
    bool broken = goes_on && (line - 1)->width >= BROKEN_FROM && !line->bullet && !*line->number.text;
    if (text->len > 0)
        buf_putc(text, broken ? ' ' : '\n');
    if (*line->number.text)
        buf_printf(text, "%s%s ", line->number.text, strchr("0123456789", *line->number.text) ? "." : "");
    buf_puts(text, line->title);
    if (line->more)
        buf_printf(text, " %s", line->more);
    if (line->pages && *line->title)
        buf_printf(text, " %s", line->pages);
}

/* "(Pages 13 - 22)", "(to follow)" at the end of TEXT; "" where there is nothing such. */
static char *pages_behind(const void *parent, const char *text)
{
    const char *bracket = strrchr(text, '(');
    int first;
    bool word = bracket && bracket > text && (pack_words_at(PACK_PAGE_AS_PRINTED, bracket + 1) || pack_words_at(PACK_INSTEAD_OF_PAGES, bracket + 1));
    return mem_strdup(parent, word && agenda_is_pages(bracket, &first) ? bracket : "");
}

/* Is NUMBER, of a heading, one of those of the items? "B. EXEMPT ITEMS", "2. EXEMPT ITEMS" behind item 7 count parts. */
static bool counts_on(const struct building *building, const struct item_number *number)
{
    const struct item_number *above = &building->lines->at[building->run->at[building->agenda->n - 1]].number;
    return number->main > above->main && strcmp(number->prefix, above->prefix) == 0;
}

/* The lines [FROM, TO) explain ENTRY, say its pages, or head the next part of the agenda. */
static void read_texts(struct building *building, struct agenda_entry *entry, size_t from, size_t to)
{
    struct buf text;
    buf_init(&text, building->parent, BUF_MAX_DOCUMENT);
    bool open = false;
    for (size_t i = from; i < to; i++) {
        const struct agenda_line *line = &building->lines->at[i];
        int stated = pack_part_of(line->title);
        if (!stated && heads_private_part(line->title, line->gap))
            stated = 2 | PACK_PRIVATE;
        bool only_pages = !*line->title || (*line->title == '(' && agenda_names_pages(line->title) && strlen(line->title) < 40);
        if (stated) {
            building->part = stated;
            building->heading = counts_on(building, &line->number) ? line->number : (struct item_number){0};
        }
        if (only_pages && !*entry->pages)
            entry->pages = line->pages ? line->pages : line->title;
        if (stated || only_pages || heads_columns(line) || heads_items(building->lines, i, to)) {
            open = false;
            continue;
        }
        if (line->pages && !*entry->pages)
            entry->pages = line->pages;
        else if (!*entry->pages)
            entry->pages = pages_behind(building->parent, line->title);
        add_line(building, entry, &text, line, open && !line->gap);
        open = true;
    }
    if (text.len > 0)
        strings_add(building->parent, &entry->texts, text.data);
    buf_release(&text);
}

/* Does a report, or what stands below an agenda, begin with LINE? */
static bool ends_agenda(const struct agenda_line *line)
{
    size_t label = strcspn(line->title, ":");
    char *head = mem_strndup(NULL, line->title, label < NAME_LONGEST ? label : NAME_LONGEST);
    bool contact = line->title[label] && pack_line_says(PACK_CONTACT_LABEL, head);
    talloc_free(head);
    bool name = strlen(line->title) <= NAME_LONGEST && !text_stops(line->title) && pack_line_says(PACK_BODY, line->title);
    bool loud = line->heading || line->bold || (text_in_capitals(line->title) && !text_stops(line->title));
    return contact || name || loud || pack_line_says(PACK_ABOUT_THE_AGENDA, line->title);
}

/* The end of the last item, whose title ends before line FROM: its text is set in, or begins as such texts do, or
 * says that the item is private, as the last one often is. */
static size_t end_of_last(const struct agenda_lines *lines, const struct agenda_line *entry, size_t from)
{
    bool inside = false;
    size_t i = from;
    for (; i < lines->n && i < from + BELOW_LAST; i++) {
        const struct agenda_line *line = &lines->at[i];
        if ((!*line->title && line->pages) || (*line->title == '(' && agenda_names_pages(line->title)))
            continue;
        bool begins = line->gap || i == from;
        if (begins)
            inside = line->columns > entry->columns || (!line->gap && i == from) || pack_words_at(PACK_OPENING, line->title) ||
                     pack_words_at(PACK_AUTHOR, line->title) || (!line->bullet && paragraph_is_private(line->title));
        if (!inside || (line->gap && ends_agenda(line)))
            break;
    }
    return i;
}

/* What is numbered after a heading "6.0 Confidential Business" stands no more below it. */
static bool ends_part(const struct item_number *heading, const struct item_number *own)
{
    return heading->main > 0 && own->main != heading->main && strcmp(heading->prefix, own->prefix) == 0;
}

static void add_entry(struct building *building, size_t k)
{
    const struct agenda_lines *lines = building->lines;
    size_t first = building->run->at[k], end = k + 1 < building->run->n ? building->run->at[k + 1] : lines->n;
    bool last = end == lines->n;
    struct agenda_entry *entry = mem_append(building->parent, building->agenda->at, building->agenda->n);
    if (ends_part(&building->heading, &lines->at[first].number)) {
        building->part = 0;
        building->heading = (struct item_number){0};
    }
    entry->timing = lines->at[first].timing;
    entry->part = building->part | (lines->at[first].exempt ? PACK_PRIVATE : 0);
    entry->pages = mem_strdup(building->parent, "");
    if (building->run->numbered && *lines->at[first].number.text)
        entry->number = mem_strdup(building->parent, lines->at[first].number.text);
    size_t next = read_title(building, entry, first, end);
    if (last)
        end = end_of_last(lines, &lines->at[first], next);
    read_texts(building, entry, next, end);
    const struct agenda_line *line = &lines->at[end > next ? end - 1 : next - 1];
    building->agenda->to = (size_t)(line->at + line->n - lines->at[0].at) + building->agenda->from;
}

/* Lines that end with a figure, or words before pages, or of a supplement in the head: without any of these no line need be
 * taken apart. */
static bool may_list(const char *text, size_t n)
{
    static const char *const words[] = {"(page", "pages", "tudalen", "(to follow", "supplement", "addend", "atod"};
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strcasestr(text, words[i]))
            return true;
    char *head = mem_strndup(NULL, text, n < HEAD_BYTES ? n : HEAD_BYTES);
    bool later = strcasestr(head, "additional") || strcasestr(head, "late ") || strcasestr(head, "papurau") || strcasestr(head, "not available") || strcasestr(head, "to follow");
    talloc_free(head);
    size_t figures = 0;
    for (const char *stop = text; (stop = strchr(stop, '\n')); stop++)
        figures += stop > text && stop[-1] >= '0' && stop[-1] <= '9';
    return later || figures > 1 || (n > 0 && figures > 0 && text[n - 1] >= '0' && text[n - 1] <= '9');
}

bool agenda_read(const void *parent, const char *text, size_t n, enum agenda_evidence evidence, const struct chain *chain, struct agenda *agenda)
{
    struct agenda_run run;
    *agenda = (struct agenda){0};
    if (!chain && evidence == AGENDA_PAGES && !may_list(text, n))
        return false;
    struct agenda_lines lines = agenda_split(parent, text, n);
    bool found = chain ? agenda_of_chain(parent, &lines, text, chain, &run)
                       : agenda_find(parent, &lines, AGENDA_PAGES, &run) || (evidence != AGENDA_PAGES && agenda_find(parent, &lines, evidence, &run));
    if (!found)
        return false;
    agenda_settle_titles(parent, &lines, &run);
    struct building building = {.lines = &lines, .run = &run, .agenda = agenda, .parent = parent, .shape = agenda_shape_of(&lines, &run)};
    agenda->from = (size_t)(lines.at[0].at - text);
    for (size_t k = 0; k < run.n; k++)
        add_entry(&building, k);
    agenda->from = (size_t)(lines.at[run.at[0]].at - text);
    return true;
}
