/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The text of a pack as pieces: headings, paragraphs, list entries and table rows, told by their look
 * alone. Sources: field.md 3.7; CommonMark for `#`, `---`, two blanks at a line's end; tables as lines
 * with TABs, or with `|`. What the pieces mean is not decided here. */
#include "config.h"

#include "src/intake/agenda.h"

#include <string.h>

#define HEAD_ROW_MAX 300 /* bytes of the head of a table */
#define LONG_LINE 160   /* bytes: a paper with longer lines of prose is not wrapped */
#define WRAPPED_LINE 60 /* bytes: a line that long goes on in the next, where a paper is wrapped */
#define TAB_COLUMNS 4
#define COLUMN_BLANKS 3 /* that part two columns */

/* The piece that is being gathered, line by line. */
struct splitter {
    struct pack *pack;
    struct buf open; /* raw; empty where no piece is open */
    struct piece piece;
    bool gap;     /* a blank line was seen since the last piece */
    bool headed; /* a row was the head of an agenda */
    bool rows;    /* the line before is a table row */
    bool wrapped; /* the paper breaks its lines at a margin */
    size_t last_line;
    bool columns; /* the last line stood in two */
    bool hard_break;
};

struct line {
    const char *at;
    size_t n;
    size_t indent, columns; /* bytes and columns before the first character */
    size_t tabs;            /* after the indentation */
};

static size_t count_byte(const char *text, size_t n, char byte)
{
    size_t count = 0;
    for (const char *at = text, *end = text + n; (at = memchr(at, byte, (size_t)(end - at))); at++)
        count++;
    return count;
}

static struct line line_measure(const char *at, size_t n)
{
    struct line line = {.at = at, .n = n};
    while (line.indent < n) {
        size_t blank = pack_void(at + line.indent);
        if (blank == 0 && at[line.indent] != '\f' && at[line.indent] != '\r')
            break;
        line.columns += at[line.indent] == '\t' ? TAB_COLUMNS : 1;
        line.indent += blank ? blank : 1;
    }
    line.indent = line.indent < n ? line.indent : n;
    line.tabs = count_byte(at + line.indent, n - line.indent, '\t');
    return line;
}

/* ---- closing a piece -------------------------------------------------------------------------- */

static void piece_add(struct splitter *splitter, struct piece piece)
{
    struct pack *pack = splitter->pack;
    piece.gap = splitter->gap || pack->n == 0;
    piece.links = pack->n_links;
    *mem_append(pack->scratch, pack->pieces, pack->n) = piece;
    splitter->gap = false;
}

/* "*Figures are rounded*", "_Source: ..._" */
static bool is_italic(const char *raw, size_t n)
{
    while (n && raw[n - 1] == ' ')
        n--;
    return n > 2 && (raw[0] == '*' || raw[0] == '_') && raw[1] != raw[0] && raw[n - 1] == raw[0] &&
           raw[n - 2] != raw[0];
}

static void piece_close(struct splitter *splitter)
{
    if (splitter->open.len == 0)
        return;
    struct piece piece = splitter->piece;
    struct marked marked = markup_read(splitter->pack->scratch, splitter->open.data, splitter->open.len, MARKUP_TEXT);
    piece.italic = is_italic(splitter->open.data, splitter->open.len);
    pack_gather_links(splitter->pack, splitter->open.data, splitter->open.len);
    buf_clear(&splitter->open);
    piece.text = marked.text;
    piece.bold = marked.bold;
    if (marked.text[0] && !pack_is_page_noise(marked.text)) {
        piece_add(splitter, piece);
        return;
    }
    talloc_free(marked.text);
    splitter->gap = true;
}

static void piece_open(struct splitter *splitter, struct piece piece, const char *raw, size_t n)
{
    piece_close(splitter);
    splitter->piece = piece;
    buf_add(&splitter->open, raw, n);
    splitter->last_line = n;
}

/* ---- rows ------------------------------------------------------------------------------------- */

/* A single leading TAB is an indentation unless the next line is a row too. */
static bool next_line_is_row(const char *next, size_t n)
{
    const char *end = memchr(next, '\n', n);
    struct line line = line_measure(next, end ? (size_t)(end - next) : n);
    return line.indent < line.n && line.tabs > 0;
}

/* "4.<TAB>Minutes" and below it "<TAB>Correction<TAB>1 - 2": below the head of an agenda a row, not a numbered paragraph. */
static bool row_goes_on_below(const struct splitter *splitter, const char *next, size_t n)
{
    return splitter->headed && n > 0 && *next == '\t' && next_line_is_row(next, n);
}

static bool line_is_row(const struct splitter *splitter, const struct line *line, const char *next, size_t n_next)
{
    bool leading = memchr(line->at, '\t', line->indent) != NULL;
    if (line->tabs == 0)
        return leading && (splitter->rows || next_line_is_row(next, n_next));
    struct list_mark mark = mark_scan(line->at + line->indent, line->n - line->indent);
    bool marked = mark.kind && line->tabs == count_byte(line->at + line->indent, mark.len, '\t');
    return !marked || splitter->rows || row_goes_on_below(splitter, next, n_next);
}

static bool row_is_empty(const char *at, size_t n)
{
    for (size_t i = 0; i < n;) {
        size_t blank = pack_void(at + i);
        if (blank == 0)
            return false;
        i += blank;
    }
    return true;
}

static void row_add(struct splitter *splitter, const char *at, size_t n)
{
    piece_close(splitter);
    struct pack *pack = splitter->pack;
    size_t cells = count_byte(at, n, '\t') + 1;
    if (cells > PACK_CELLS_MAX - pack->cells) { /* reliability.md 4.3: further rows as plain lines */
        pack->cut = true;
        piece_open(splitter, (struct piece){.kind = PIECE_PARA}, at, n);
        piece_close(splitter);
        return;
    }
    pack->cells += cells;
    splitter->rows = true;
    pack_gather_links(pack, at, n);
    char *row = !splitter->headed && n <= HEAD_ROW_MAX ? mem_strndup(NULL, at, n) : NULL;
    splitter->headed |= row && pack_has_table(row);
    talloc_free(row);
    piece_add(splitter, (struct piece){.kind = PIECE_ROW, .text = mem_strndup(pack->scratch, at, n)});
}

/* "| a | b |": a row with TABs; the ruler below a header says nothing. */
static bool pipe_row(struct splitter *splitter, const struct line *line)
{
    if (line->at[line->indent] != '|')
        return false;
    char *row = pack_row(splitter->pack->scratch, line->at + line->indent, line->n - line->indent);
    if (row && row[0])
        row_add(splitter, row, strlen(row));
    splitter->rows |= row != NULL;
    talloc_free(row);
    return row != NULL;
}

/* ---- lines ------------------------------------------------------------------------------------ */

/* "---", "* * *", "=====": one character of a few, three times or more. Returns it, else NUL. */
static char line_rule(const struct line *line)
{
    char rule = line->at[line->indent];
    size_t count = 0;
    if (!strchr("-*_=", rule))
        return '\0';
    for (size_t i = line->indent; i < line->n; i++) {
        if (line->at[i] != rule && !pack_blank(line->at + i))
            return '\0';
        count += line->at[i] == rule;
    }
    return count >= 3 ? rule : '\0';
}

/* A rule right below one line of text makes it a heading; elsewhere it parts. */
static void rule_line(struct splitter *splitter, char rule)
{
    bool heading = splitter->open.len && splitter->piece.kind == PIECE_PARA && !splitter->piece.numbered &&
                   !memchr(splitter->open.data, '\n', splitter->open.len) && (rule == '=' || rule == '-');
    if (heading) {
        splitter->piece.kind = PIECE_HEADING;
        splitter->piece.level = rule == '=' ? 1 : 2;
    }
    piece_close(splitter);
    splitter->gap = true;
    splitter->rows = false;
}

static bool heading_line(struct splitter *splitter, const struct line *line)
{
    size_t at = line->indent, hashes = 0;
    while (at + hashes < line->n && line->at[at + hashes] == '#')
        hashes++;
    at += hashes;
    if (hashes == 0 || hashes > 6 || at >= line->n || !pack_blank(line->at + at))
        return false;
    size_t end = line->n;
    while (end > at && (line->at[end - 1] == '#' || line->at[end - 1] == ' '))
        end--;
    piece_open(splitter, (struct piece){.kind = PIECE_HEADING, .level = (int)hashes}, line->at + at, end - at);
    piece_close(splitter);
    return true;
}

/* A line that begins with a list mark, perhaps inside bold ("**1.** The Panel"). */
static bool marked_line(struct splitter *splitter, const struct line *line)
{
    const char *at = line->at + line->indent;
    size_t n = line->n - line->indent;
    size_t stars = n > 2 && memcmp(at, "**", 2) == 0 ? 2 : 0;
    struct list_mark mark = mark_scan(at + stars, n - stars);
    if (mark.kind == MARK_NONE || (stars && mark.kind == MARK_BULLET))
        return false;
    struct piece piece = {.kind = PIECE_LIST, .level = (int)(line->columns < 99 ? line->columns : 99)};
    if (mark.kind == MARK_NUMBER && line->columns < TAB_COLUMNS) {
        piece = (struct piece){.kind = PIECE_PARA, .numbered = true};
    } else if (mark.kind == MARK_BULLET) {
        at += mark.len;
        n -= mark.len;
    }
    piece_open(splitter, piece, at, n);
    return true;
}

/* "Date: ...", "Amser / Time: ...": a label of a head begins its own line, however long the line above is. */
static bool is_labelled(const char *text)
{
    static const enum pack_words labels[] = {PACK_DATE_LABEL, PACK_TIME_LABEL, PACK_VENUE_LABEL, PACK_COMMITTEE_LABEL};
    for (size_t i = 0; i < MB_LENGTH(labels); i++)
        if (label_value(text, labels[i]))
            return true;
    return false;
}

static void text_line(struct splitter *splitter, const struct line *line)
{
    const char *at = line->at + line->indent;
    size_t n = line->n - line->indent;
    if (n > 1 && at[0] == '>' && pack_blank(at + 1)) { /* a quotation */
        at += 2;
        n -= 2;
    }
    if (splitter->open.len == 0) {
        piece_open(splitter, (struct piece){.kind = PIECE_PARA}, at, n);
        return;
    }
    bool joins = splitter->wrapped && !splitter->hard_break && !splitter->columns && splitter->last_line >= WRAPPED_LINE && !is_labelled(at);
    buf_putc(&splitter->open, joins ? ' ' : '\n');
    buf_add(&splitter->open, at, n);
    splitter->last_line = line->n;
}

/* "10.00 am            Telephone: 01632 960345": two columns, and no line of prose that was broken at its end. */
static bool stands_in_columns(const struct line *line)
{
    size_t blanks = 0;
    for (size_t i = line->indent; i < line->n; i++) {
        if (line->at[i] != ' ' && blanks >= COLUMN_BLANKS)
            return true;
        blanks = line->at[i] == ' ' ? blanks + 1 : 0;
    }
    return false;
}

static void split_line(struct splitter *splitter, const struct line *line, const char *next, size_t n_next)
{
    if (line->indent == line->n || row_is_empty(line->at, line->n) ||
        pack_is_system_mark(line->at + line->indent, line->n - line->indent)) {
        piece_close(splitter);
        splitter->gap = true;
        splitter->rows = false;
        return;
    }
    if (memchr(line->at, '\f', line->indent)) {
        piece_close(splitter);
        splitter->gap = true;
    }
    char rule = line_rule(line);
    if (rule) {
        rule_line(splitter, rule);
        return;
    }
    if (pipe_row(splitter, line))
        return;
    if (line_is_row(splitter, line, next, n_next)) {
        row_add(splitter, line->at, line->n);
        return;
    }
    splitter->rows = false;
    if (!heading_line(splitter, line) && !marked_line(splitter, line))
        text_line(splitter, line);
    splitter->columns = stands_in_columns(line);
    splitter->hard_break = line->n >= 2 && memcmp(line->at + line->n - 2, "  ", 2) == 0;
}

/* Prose in long lines somewhere: then a line's end is meant. */
static bool is_wrapped(const char *text, size_t n)
{
    for (const char *at = text, *end = text + n; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t length = (size_t)((stop ? stop : end) - at);
        if (length > LONG_LINE && !memchr(at, '\t', length))
            return false;
        at += length + 1;
    }
    return true;
}

void pack_add_row(struct pack *pack, const char *row, size_t cells, bool gap, int page)
{
    if (pack->n >= PACK_PIECES_MAX) {
        pack->cut = true;
        return;
    }
    struct piece piece = {.kind = PIECE_ROW, .gap = gap, .page = page};
    if (cells > PACK_CELLS_MAX - pack->cells) {
        pack->cut = true;
        piece.kind = PIECE_PARA;
        piece.text = markup_read(pack->scratch, row, strlen(row), MARKUP_TEXT).text;
    } else {
        pack->cells += cells;
        piece.text = mem_strdup(pack->scratch, row);
    }
    *mem_append(pack->scratch, pack->pieces, pack->n) = piece;
}

/* The lines of [AT, END). */
static void split_lines(struct splitter *splitter, const char *at, const char *end)
{
    while (at < end && splitter->pack->n < PACK_PIECES_MAX) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        struct line line = line_measure(at, (size_t)((stop ? stop : end) - at));
        at += line.n + (stop != NULL);
        split_line(splitter, &line, at, (size_t)(end - at));
    }
    splitter->pack->cut |= splitter->pack->n >= PACK_PIECES_MAX;
    piece_close(splitter);
    splitter->rows = false;
}

void pack_split(struct pack *pack, const char *text, size_t n)
{
    struct splitter splitter = {.pack = pack, .wrapped = is_wrapped(text, n)};
    buf_init(&splitter.open, pack->scratch, BUF_MAX_DOCUMENT);
    split_lines(&splitter, text, text + (pack->listed ? pack->listed->from : n));
    if (pack->listed) {
        piece_add(&splitter, (struct piece){.kind = PIECE_AGENDA, .text = mem_strdup(pack->scratch, "")});
        splitter.gap = true;
        split_lines(&splitter, text + pack->listed->to, text + n);
    }
    buf_release(&splitter.open);
}
