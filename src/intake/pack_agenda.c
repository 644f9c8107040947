/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The agenda table of a pack (field.md 3.7): rows under "Item No / Subject / Page No", in this or another
 * order, perhaps in several parts with the header said again and other text between. */
#include "config.h"

#include "src/intake/agenda.h"
#include "src/intake/page.h"
#include "src/intake/readers.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define BETWEEN_PARTS 40 /* pieces that may stand between two parts of the table */
#define NUMBER_LONGEST 8 /* bytes of "112(b)" and a little more */
#define ITEMS_MAX 500    /* no meeting has as many */

/* ---- rows ------------------------------------------------------------------------------------------------ */

static char *cell_words(struct pack *pack, struct span cell)
{
    return markup_read(pack->scratch, cell.at, cell.n, MARKUP_CELL).text;
}

/* "a", "iv": a letter or a roman figure in the place of a number. */
static bool is_figure_of_letters(const char *text, size_t n)
{
    return n > 0 && (n == 1 ? isalpha((unsigned char)*text) != 0 : strspn(text, "ivx") == n || strspn(text, "IVX") == n);
}

/* "Item 5", "#5": what stands before the number. */
static size_t words_before_number(const char *text)
{
    static const char *const words[] = {"#", "Agenda Item ", "Item ", "No. ", "No "};
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strncasecmp(text, words[i], strlen(words[i])) == 0)
            return strlen(words[i]);
    return 0;
}

/* "7." -> "7"; NULL for what is no number: too long, or without a digit or a figure of letters. */
static char *number_of(const void *parent, struct span cell)
{
    char *number = markup_read(parent, cell.at, cell.n < 60 ? cell.n : 60, MARKUP_CELL).text;
    size_t words = words_before_number(number), n = strlen(number) - words;
    memmove(number, number + words, n + 1);
    while (n && (strchr(".:", number[n - 1]) || (number[n - 1] == ')' && !strchr(number + (*number == '('), '(')))) /* "7)", "(7)" */
        number[--n] = '\0';
    if (*number == '(' && !strchr(number, ')'))
        memmove(number, number + 1, n--);
    if (n && n <= NUMBER_LONGEST && (strpbrk(number, "0123456789") || is_figure_of_letters(number, n)) && !strchr(number, ' '))
        return number;
    talloc_free(number);
    return NULL;
}

/* "(exemption paragraph 2)", "NOT FOR PUBLICATION by virtue of paragraph 3": the report is exempt. */
static void read_exemption(const void *owner, struct item *item, const char *text)
{
    if (!text || !pack_line_says(PACK_EXEMPT, text) || mark_is_of_appendix(text))
        return;
    item->exempt = true;
    const char *paragraph = strstr(text, "aragraph");
    size_t n = paragraph ? strcspn(paragraph, "0123456789") : 0;
    if (paragraph && n < 14 && paragraph[n] && !item->exempt_reason)
        item->exempt_reason =
            mem_printf(owner, "paragraph %.*s", (int)strspn(paragraph + n, "0123456789"), paragraph + n);
}

void pack_explain_item(const void *owner, struct item *item, const char *text)
{
    char *before = item->agenda_text;
    item->agenda_text = before ? mem_printf(owner, "%s\n\n%s", before, text) : mem_strdup(owner, text);
    talloc_free(before);
    read_exemption(owner, item, text);
}

struct item *pack_add_item(struct pack *pack, char *number, struct span subject, const char *pages, int part)
{
    struct meeting *meeting = pack->meeting;
    if (meeting->n_items >= ITEMS_MAX) {
        pack->cut = true;
        return NULL;
    }
    struct item *item = mem_append(meeting, meeting->items, meeting->n_items);
    item->position = (int)meeting->n_items;
    item->agenda_number = number;
    item->part = part & ~PACK_PRIVATE;
    item->in_latest = true;
    pack_read_subject(meeting, item, subject);
    pack_read_pages(meeting, item, pages);
    read_exemption(meeting, item, item->title);
    read_exemption(meeting, item, item->agenda_text);
    if (!item->pages && !item->pages_note && item->agenda_text && pack_words_at(PACK_INSTEAD_OF_PAGES, item->agenda_text) == strlen(item->agenda_text))
        pack_read_pages(meeting, item, item->agenda_text); /* "To follow" below the title */
    item->kind = mem_strdup(meeting, item->title ? item_kind_of_title(item->title) : NULL);
    item->exempt |= (part & PACK_PRIVATE) && pack_is_private_below(meeting, item);
    return item;
}

/* An agenda being read: its last item may go on in rows without a number. */
struct reading {
    struct pack *pack;
    struct pack_columns columns;
    int part;
    struct buf more; /* paragraphs for the last item's text */
};

static void flush_more(struct reading *reading)
{
    struct meeting *meeting = reading->pack->meeting;
    if (reading->more.len == 0)
        return;
    pack_explain_item(meeting, &meeting->items[meeting->n_items - 1], reading->more.data);
    buf_clear(&reading->more);
}

/* A row without a number goes on with the item above it, or names a part of the agenda. */
static void read_loose_row(struct reading *reading, const char *row)
{
    struct meeting *meeting = reading->pack->meeting;
    struct item *last = meeting->n_items ? &meeting->items[meeting->n_items - 1] : NULL;
    struct span cell = pack_cell(row, reading->columns.subject);
    int page;
    if (cell.n > 0 && last && !last->pages && pack_cell(row, 0).n > 0 && agenda_is_pages(cell_words(reading->pack, cell), &page)) {
        pack_read_pages(meeting, last, cell_words(reading->pack, cell)); /* "Attached." at the margin, its pages in the next column */
        cell = (struct span){0};
    }
    if (cell.n == 0)
        cell = pack_cell(row, 0);
    char *text = cell_words(reading->pack, cell);
    int stated = pack_part_of(text);
    if (stated) {
        reading->part = stated;
    } else if (text[0] && meeting->n_items) {
        struct item *item = &meeting->items[meeting->n_items - 1];
        buf_puts(&reading->more, reading->more.len ? "\n\n" : "");
        buf_puts(&reading->more, text);
        if (!item->pages && reading->columns.page != PACK_NO_COLUMN)
            pack_read_pages(meeting, item, cell_words(reading->pack, pack_cell(row, reading->columns.page)));
    }
}

/* "Discharge report (310 KB) Appendix 1 (55 KB)": the files of a row, each with its size. */
static void read_files(struct pack *pack, struct item *item, const char *row, size_t files)
{
    struct meeting *meeting = pack->meeting;
    char *words = cell_words(pack, pack_cell(row, files));
    for (char *at = words; *at;) {
        size_t n = strcspn(at, ")\n");
        n += at[n] == ')';
        char *name = text_squeeze(pack->scratch, at, n);
        struct attachment file = {0};
        if (file_suffix(meeting, name, &file)) {
            file.title = mem_strdup(meeting, *name ? name : item->title);
            *mem_append(meeting, item->attachments, item->n_attachments) = file;
        }
        at += n + strspn(at + n, " \n,;");
    }
}

/* "B and C" below "Paper": which paper it is, no page of the pack; "to follow" says the same as beside pages. */
static void read_letter(struct pack *pack, struct item *item, const char *row, size_t letter)
{
    struct meeting *meeting = pack->meeting;
    const char *words = text_trim(cell_words(pack, pack_cell(row, letter)));
    if (item->pages || item->pages_note || strspn(words, "- ") == strlen(words))
        return;
    if (pack_line_says(PACK_TO_FOLLOW, words) || pack_words_at(PACK_PAGE_AS_PRINTED, words))
        pack_read_pages(meeting, item, words);
    else
        item->pages_note = mem_printf(meeting, "Paper: %s", words);
}

/* "a" below item "5": one of its points. */
static bool is_point_below(const struct meeting *meeting, const char *number)
{
    static const char digits[] = "0123456789";
    const char *above = meeting->n_items ? meeting->items[meeting->n_items - 1].agenda_number : NULL;
    return above && strpbrk(above, digits) && !strpbrk(number, digits);
}

static void read_row(struct reading *reading, const char *row)
{
    struct meeting *meeting = reading->pack->meeting;
    const struct pack_columns *columns = &reading->columns;
    struct span subject = pack_cell(row, columns->subject);
    char *number = number_of(meeting, pack_cell(row, columns->number));
    if (!number || subject.n == 0 || is_point_below(meeting, number)) {
        read_loose_row(reading, row);
        return;
    }
    flush_more(reading);
    const char *page = columns->page == PACK_NO_COLUMN ? "" : cell_words(reading->pack, pack_cell(row, columns->page));
    char *title = mem_strndup(reading->pack->scratch, subject.at, subject.n), *behind = *page ? NULL : agenda_take_pages(reading->pack->scratch, title);
    if (behind) { /* its cell goes on to the right: "Minutes ........ 5 - 8" */
        subject = (struct span){title, strlen(title)};
        page = behind;
    }
    struct item *item = pack_add_item(reading->pack, number, subject, page, reading->part);
    if (item && columns->files != PACK_NO_COLUMN)
        read_files(reading->pack, item, row, columns->files);
    if (item && columns->letter != PACK_NO_COLUMN)
        read_letter(reading->pack, item, row, columns->letter);
    if (item && columns->timing != PACK_NO_COLUMN && !item->timing && pack_cell(row, columns->timing).n)
        item->timing = mem_strdup(meeting, cell_words(reading->pack, pack_cell(row, columns->timing)));
}

/* ---- the table --------------------------------------------------------------------------------------------- */

static bool find_header(const struct pack *pack, size_t from, size_t to, size_t *at, struct pack_columns *columns)
{
    for (*at = from; *at < to; (*at)++) {
        const struct piece *piece = &pack->pieces[*at];
        if (piece->kind != PIECE_ROW)
            continue;
        bool row = *at + 1 < to && piece[1].kind == PIECE_ROW;
        if (pack_read_header(piece->text, columns) || (row && pack_read_bare_header(piece->text, piece[1].text, columns)))
            return true;
    }
    return false;
}

static size_t count_cells(const char *row)
{
    size_t count = 1;
    for (; (row = strchr(row, '\t')); row++)
        count++;
    return count;
}

/* A narrower row below a blank line that states a day or begins with a label, "Report to:": the head of a report, not of
 * the agenda. */
static bool is_head_of_report(const struct piece *piece, const struct pack_columns *columns)
{
    struct date date;
    size_t used;
    struct span label = pack_cell(piece->text, 0);
    bool numbered = label.n > 0 && strspn(label.at, "0123456789.") >= label.n; /* "4. | Minutes of 17 July 2023" */
    return piece->gap && !numbered && count_cells(piece->text) < columns->count &&
           ((label.n > 0 && label.at[label.n - 1] == ':') || text_find_date(piece->text, 0, &date, &used) != SIZE_MAX);
}

/* The rows from FIRST on; returns the piece after the last of them. A header said again is no row. */
static size_t read_rows(struct reading *reading, size_t first)
{
    const struct pack *pack = reading->pack;
    struct pack_columns again;
    size_t i = first;
    for (; i < pack->n && pack->pieces[i].kind == PIECE_ROW; i++) {
        if (i > first && is_head_of_report(&pack->pieces[i], &reading->columns))
            break;
        if (!pack_read_header(pack->pieces[i].text, &again))
            read_row(reading, pack->pieces[i].text);
    }
    flush_more(reading);
    return i;
}

/* Another part of the table soon below AT: with its header, or at once with the next number. */
static bool find_next_part(struct pack *pack, size_t at, size_t *first, struct pack_columns *columns)
{
    struct pack_columns found;
    size_t end = at + BETWEEN_PARTS < pack->n ? at + BETWEEN_PARTS : pack->n;
    if (find_header(pack, at, end, first, &found)) {
        *columns = found;
        return true;
    }
    const struct meeting *meeting = pack->meeting;
    if (meeting->n_items == 0)
        return false;
    long last = strtol(meeting->items[meeting->n_items - 1].agenda_number, NULL, 10);
    for (*first = at; *first < end; (*first)++) {
        const char *row = pack->pieces[*first].text;
        struct span number = pack_cell(row, columns->number);
        bool starts = pack->pieces[*first].kind == PIECE_ROW && pack->pieces[*first - 1].kind != PIECE_ROW;
        if (starts && number.n && number.n <= NUMBER_LONGEST && strtol(number.at, NULL, 10) == last + 1 &&
            count_cells(row) == columns->count && pack_cell(row, columns->subject).n)
            return true;
    }
    return false;
}

/* The entries of an agenda in lines (agenda.h), for which one piece stands. */
static bool read_listed(struct pack *pack)
{
    const struct agenda *listed = pack->listed;
    for (pack->front_end = 0; pack->front_end < pack->n && pack->pieces[pack->front_end].kind != PIECE_AGENDA;)
        pack->front_end++;
    pack->agenda_end = pack->front_end + 1;
    for (size_t i = 0; i < listed->n; i++) {
        const struct agenda_entry *entry = &listed->at[i];
        struct span subject = {entry->title, strlen(entry->title)};
        struct item *item = pack_add_item(pack, mem_strdup(pack->meeting, entry->number), subject, entry->pages, entry->part);
        if (item && entry->timing && !item->timing)
            item->timing = mem_strdup(pack->meeting, entry->timing);
        for (size_t t = 0; item && t < entry->texts.n; t++)
            pack_explain_item(pack->meeting, item, entry->texts.at[t]);
    }
    return pack->meeting->n_items > 0;
}

bool pack_read_agenda(struct pack *pack)
{
    struct reading reading = {.pack = pack};
    size_t first;
    if (pack->listed)
        return read_listed(pack);
    if (!find_header(pack, 0, pack->n, &first, &reading.columns))
        return pack_read_listed_agenda(pack);
    buf_init(&reading.more, pack->scratch, BUF_MAX_DOCUMENT);
    pack->front_end = first;
    do {
        pack->agenda_end = read_rows(&reading, first);
    } while (find_next_part(pack, pack->agenda_end, &first, &reading.columns));
    return pack->meeting->n_items > 0;
}

/* ---- is it a pack at all? ---------------------------------------------------------------------------------- */

/* Is ROW the header of an agenda without pages, whose first item stands in BELOW? */
static bool heads_bare(const char *row, const char *below)
{
    const char *line = below + strspn(below, "\r\n");
    struct pack_columns columns;
    size_t n = strcspn(line, "\n");
    char *next = n <= PACK_HEADER_LONGEST ? pack_row(NULL, line, n) : NULL;
    bool heads = next && pack_read_bare_header(row, next, &columns);
    talloc_free(next);
    return heads;
}

bool pack_has_table(const char *text)
{
    for (const char *line = text; *line;) {
        size_t n = strcspn(line, "\n");
        bool row = n <= PACK_HEADER_LONGEST && (memchr(line, '\t', n) || memchr(line, '|', n));
        struct pack_columns columns;
        char *cells = row ? pack_row(NULL, line, n) : NULL;
        bool found = cells && (pack_read_header(cells, &columns) || heads_bare(cells, line + n));
        talloc_free(cells);
        if (found)
            return true;
        line += n + (line[n] == '\n');
    }
    return false;
}
