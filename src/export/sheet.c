/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A list in every form for people. What stands in it is others' business. */
#include "config.h"

#include "sheet.h"

#include <string.h>

#define TEXT_WIDTH 78
#define LABEL_MOST 22 /* cells of the widest label that stands beside its text */

static const char *const format_names[SHEET_FORMATS] = {"text", "csv", "tsv", "md", "html"};

const char *sheet_format_name(enum sheet_format format)
{
    return format_names[format];
}

bool sheet_format_parse(const char *name, enum sheet_format *format)
{
    for (int i = 0; i < SHEET_FORMATS; i++)
        if (strcmp(format_names[i], name) == 0) {
            *format = (enum sheet_format)i;
            return true;
        }
    return false;
}

/* ---- escaping ---------------------------------------------------------------------------------------- */

/* Is the mark at AT one that opens a list, a rule or a heading, because nothing but digits stands before it in its line? */
static bool opens_block(const char *text, const char *at)
{
    const char *start = at;
    while (start > text && start[-1] != '\n')
        start--;
    if (strchr("+-=", *at))
        return start == at;
    return strchr(".)", *at) && at > start && strspn(start, "0123456789") >= (size_t)(at - start);
}

/* Every mark of CommonMark and of its tables: a backslash before a mark shows the mark. */
void markdown_puts(struct buf *out, const char *text, const char *line_break)
{
    struct safe safe = safe_text(NULL, text ? text : "", text ? strlen(text) : 0, SAFE_TEXT);
    for (const char *at = safe.text; *at; at++) {
        if (*at == '\n') {
            buf_puts(out, line_break);
            continue;
        }
        if (strchr("\\`*_[]<>|~&#@", *at) || (strchr("+-=.)", *at) && opens_block(safe.text, at)))
            buf_putc(out, '\\');
        buf_putc(out, *at);
    }
    talloc_free((void *)safe.text);
}

void html_puts(struct buf *out, const char *text, const char *line_break)
{
    static const struct {
        char byte;
        const char *entity;
    } entities[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};
    struct safe safe = safe_text(NULL, text ? text : "", text ? strlen(text) : 0, SAFE_TEXT);
    for (const char *at = safe.text; *at; at++) {
        size_t i = 0;
        while (i < MB_LENGTH(entities) && entities[i].byte != *at)
            i++;
        if (i < MB_LENGTH(entities))
            buf_puts(out, entities[i].entity);
        else if (*at == '\n')
            buf_puts(out, line_break);
        else
            buf_putc(out, *at);
    }
    talloc_free((void *)safe.text);
}

/* ---- lines --------------------------------------------------------------------------------------------- */

static void flush(struct sheet *sheet)
{
    struct table *table = &sheet->table;
    if (!table->cancelled && table->line.len)
        table->cancelled = !table->sink->write(table->sink->to, table->line.data, table->line.len);
    buf_clear(&table->line);
}

/* TEXT through the gate, wrapped, its first line behind what stands in the line already. */
static void put_wrapped(struct sheet *sheet, const char *text, int indent)
{
    struct buf *line = &sheet->table.line;
    void *scratch = talloc_named_const(NULL, 0, "wrapped");
    struct safe safe = safe_text(scratch, text, strlen(text), SAFE_TEXT);
    struct line_spans spans = text_wrap(scratch, safe.text, safe.len, TEXT_WIDTH, indent, indent);
    for (size_t i = 0; i < spans.n; i++) {
        if (i > 0)
            buf_printf(line, "%*s", indent, "");
        buf_add(line, safe.text + spans.at[i].start, spans.at[i].len);
        buf_putc(line, '\n');
    }
    if (spans.n == 0)
        buf_putc(line, '\n');
    talloc_free(scratch);
}

static int label_width(const struct sheet *sheet)
{
    int widest = 0;
    for (size_t i = 0; i < sheet->about.n; i++) {
        int width = text_width(sheet->about.heads[i], strlen(sheet->about.heads[i]));
        if (width > widest && width <= LABEL_MOST)
            widest = width;
    }
    return widest + 3;
}

/* A row as labels and texts, one below the other: nine columns of sentences fit no line. */
static void text_row(struct sheet *sheet, char *const *cells)
{
    struct buf *line = &sheet->table.line;
    int indent = label_width(sheet);
    buf_puts(line, "\n");
    for (size_t i = 0; i < sheet->about.n; i++) {
        if (!cells[i] || !*cells[i])
            continue;
        const char *head = sheet->about.heads[i];
        int width = text_width(head, strlen(head));
        buf_printf(line, "%s:", head);
        if (width + 2 > indent)
            buf_printf(line, "\n%*s", indent, "");
        else
            buf_printf(line, "%*s", indent - width - 1, "");
        put_wrapped(sheet, cells[i], indent);
    }
    flush(sheet);
}

/* ---- Markdown ---------------------------------------------------------------------------------------------- */

static void markdown_open(struct sheet *sheet)
{
    struct buf *line = &sheet->table.line;
    buf_puts(line, "\n|");
    for (size_t i = 0; i < sheet->about.n; i++) {
        buf_putc(line, ' ');
        markdown_puts(line, sheet->about.heads[i], " ");
        buf_puts(line, " |");
    }
    buf_puts(line, "\n|");
    for (size_t i = 0; i < sheet->about.n; i++)
        buf_puts(line, "---|");
    buf_putc(line, '\n');
}

static void markdown_row(struct sheet *sheet, char *const *cells)
{
    struct buf *line = &sheet->table.line;
    if (!sheet->in_table)
        markdown_open(sheet);
    sheet->in_table = true;
    buf_putc(line, '|');
    for (size_t i = 0; i < sheet->about.n; i++) {
        buf_putc(line, ' ');
        markdown_puts(line, cells[i], "<br>");
        buf_puts(line, " |");
    }
    buf_putc(line, '\n');
    flush(sheet);
}

/* ---- HTML ---------------------------------------------------------------------------------------------------- */

static const char html_head[] = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>";
static const char html_style[] = "</title>\n<style>\nbody { font-family: sans-serif; margin: 2em; }\n"
                                 "table { border-collapse: collapse; margin-bottom: 2em; }\n"
                                 "th, td { border: 1px solid #888; padding: 0.3em 0.5em; text-align: left; vertical-align: top; }\n"
                                 "tr.done td { color: #666; }\n@page { size: landscape; }\n</style>\n</head>\n<body>\n<h1>";

static void html_open(struct sheet *sheet)
{
    struct buf *line = &sheet->table.line;
    buf_puts(line, "<table>\n<thead>\n<tr>");
    for (size_t i = 0; i < sheet->about.n; i++) {
        buf_puts(line, "<th scope=\"col\">");
        html_puts(line, sheet->about.heads[i], " ");
        buf_puts(line, "</th>");
    }
    buf_puts(line, "</tr>\n</thead>\n<tbody>\n");
}

static void html_close(struct sheet *sheet)
{
    if (sheet->in_table)
        buf_puts(&sheet->table.line, "</tbody>\n</table>\n");
    sheet->in_table = false;
}

static void html_row(struct sheet *sheet, char *const *cells, bool done)
{
    struct buf *line = &sheet->table.line;
    if (!sheet->in_table)
        html_open(sheet);
    sheet->in_table = true;
    buf_puts(line, done ? "<tr class=\"done\">" : "<tr>");
    for (size_t i = 0; i < sheet->about.n; i++) {
        buf_puts(line, "<td>");
        html_puts(line, cells[i], "<br>");
        buf_puts(line, "</td>");
    }
    buf_puts(line, "</tr>\n");
    flush(sheet);
}

/* ---- CSV and TSV ------------------------------------------------------------------------------------------------ */

/* "Outstanding Actions, as at 3 December 2025" in the first cell, the others empty: each record has as many fields. */
static void table_title(struct sheet *sheet)
{
    table_text(&sheet->table, mem_printf(sheet->table.scratch, "%s, as at %s", sheet->about.title, sheet->about.as_at));
    for (size_t i = 1; i < sheet->about.n; i++)
        table_text(&sheet->table, NULL);
    table_row_end(&sheet->table);
}

static void table_open(struct sheet *sheet)
{
    if (sheet->about.bom)
        buf_puts(&sheet->table.line, "\xEF\xBB\xBF");
    if (!sheet->about.as_at_column)
        table_title(sheet);
    for (size_t i = 0; i < sheet->about.n; i++)
        table_text(&sheet->table, sheet->about.heads[i]);
    if (sheet->about.as_at_column)
        table_text(&sheet->table, "As at");
    table_row_end(&sheet->table);
}

static void table_cells(struct sheet *sheet, char *const *cells)
{
    for (size_t i = 0; i < sheet->about.n; i++)
        (sheet->about.days && sheet->about.days[i] ? table_text : table_words)(&sheet->table, cells[i]);
    if (sheet->about.as_at_column)
        table_text(&sheet->table, sheet->about.as_at);
    table_row_end(&sheet->table);
}

/* ---- the sheet ----------------------------------------------------------------------------------------------------- */

static bool for_programs(const struct sheet *sheet)
{
    return sheet->format == SHEET_CSV || sheet->format == SHEET_TSV;
}

void sheet_start(struct sheet *sheet, struct sink *sink, enum sheet_format format, const struct sheet_about *about)
{
    *sheet = (struct sheet){.about = *about, .format = format};
    table_start(&sheet->table, sink, format == SHEET_TSV ? TABLE_TSV : TABLE_CSV);
    struct buf *line = &sheet->table.line;
    if (for_programs(sheet)) {
        table_open(sheet);
        return;
    }
    if (format == SHEET_TEXT) {
        put_wrapped(sheet, about->title, 0);
        buf_printf(line, "as at %s\n", about->as_at);
    } else if (format == SHEET_MARKDOWN) {
        buf_puts(line, "# ");
        markdown_puts(line, about->title, " ");
        buf_printf(line, "\n\nas at %s\n", about->as_at);
    } else {
        buf_puts(line, html_head);
        html_puts(line, about->title, " ");
        buf_puts(line, html_style);
        html_puts(line, about->title, " ");
        buf_puts(line, "</h1>\n<p>as at ");
        html_puts(line, about->as_at, " ");
        buf_puts(line, "</p>\n");
    }
    flush(sheet);
}

void sheet_group(struct sheet *sheet, const char *words)
{
    struct buf *line = &sheet->table.line;
    if (for_programs(sheet))
        return;
    if (sheet->format == SHEET_TEXT) {
        buf_puts(line, "\n");
        put_wrapped(sheet, words, 0);
    } else if (sheet->format == SHEET_MARKDOWN) {
        sheet->in_table = false;
        buf_puts(line, "\n## ");
        markdown_puts(line, words, " ");
        buf_putc(line, '\n');
    } else {
        html_close(sheet);
        buf_puts(line, "<h2>");
        html_puts(line, words, " ");
        buf_puts(line, "</h2>\n");
    }
    flush(sheet);
}

void sheet_row(struct sheet *sheet, char *const *cells, bool done)
{
    sheet->rows++;
    if (for_programs(sheet))
        table_cells(sheet, cells);
    else if (sheet->format == SHEET_TEXT)
        text_row(sheet, cells);
    else if (sheet->format == SHEET_MARKDOWN)
        markdown_row(sheet, cells);
    else
        html_row(sheet, cells, done);
}

enum status sheet_end(struct sheet *sheet, enum status status, struct err *err)
{
    struct buf *line = &sheet->table.line;
    if (sheet->rows == 0 && !for_programs(sheet) && status == STATUS_OK)
        buf_puts(line, sheet->format == SHEET_HTML ? "<p>none</p>\n" : "\nnone\n");
    if (sheet->format == SHEET_HTML && status == STATUS_OK) {
        html_close(sheet);
        buf_puts(line, "</body>\n</html>\n");
    }
    if (!for_programs(sheet))
        flush(sheet);
    return table_end(&sheet->table, status, err);
}
