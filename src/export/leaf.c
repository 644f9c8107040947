/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

#include "config.h"

#include "leaf.h"
#include "sheet.h"

#include <string.h>

#define WIDTH 96       /* of a page of A4 in the usual type */
#define LABEL_AT 3
#define TEXT_AT 16

static const char html_head[] = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>";
static const char html_style[] = "</title>\n<style>\nbody { font: 10pt sans-serif; margin: 1.5em; }\nh1 { font-size: 14pt; margin-bottom: 0; }\n"
                                 "h2 { font-size: 11pt; margin: 0.9em 0 0.2em; border-top: 1px solid #888; padding-top: 0.3em; break-after: avoid; }\n"
                                 "h2 span { float: right; font-weight: normal; }\n"
                                 "dl { margin: 0; display: grid; grid-template-columns: 8em 1fr; }\ndt { color: #444; grid-column: 1; }\n"
                                 "dd { margin: 0; grid-column: 2; }\ndd.point::before { content: \"\xC2\xB7 \"; }\n"
                                 "dd.room { border-bottom: 1px solid #888; height: 1.8em; }\n@page { size: A4; margin: 15mm; }\n</style>\n</head>\n<body>\n<h1>";

bool leaf_knows(enum sheet_format format)
{
    return format == SHEET_TEXT || format == SHEET_MARKDOWN || format == SHEET_HTML;
}

/* ---- text ------------------------------------------------------------------------------------------------ */

static void end_line(struct leaf *leaf)
{
    buf_putc(&leaf->out, '\n');
    leaf->lines++;
}

/* TEXT wrapped, its first line behind the INDENT cells that stand already, the others MORE cells further in. */
static void put_wrapped(struct leaf *leaf, const char *text, int indent, int more)
{
    void *scratch = talloc_named_const(NULL, 0, "wrapped");
    struct safe safe = safe_text(scratch, text, strlen(text), SAFE_TEXT);
    struct line_spans spans = text_wrap(scratch, safe.text, safe.len, WIDTH, indent, indent + more);
    for (size_t i = 0; i < spans.n; i++) {
        if (i > 0)
            buf_printf(&leaf->out, "%*s", indent + more, "");
        buf_add(&leaf->out, safe.text + spans.at[i].start, spans.at[i].len);
        end_line(leaf);
    }
    if (spans.n == 0)
        end_line(leaf);
    talloc_free(scratch);
}

static void text_heading(struct leaf *leaf, const char *words, const char *beside)
{
    struct safe left = safe_line(NULL, words), right = safe_line(NULL, beside);
    int gap = WIDTH - text_width(left.text, left.len) - text_width(right.text, right.len);
    end_line(leaf);
    if (right.len && gap >= 2) {
        buf_printf(&leaf->out, "%s%*s%s", left.text, gap, "", right.text);
        end_line(leaf);
    } else {
        put_wrapped(leaf, words, 0, 3);
        buf_printf(&leaf->out, "%*s", right.len ? LABEL_AT : 0, "");
        if (right.len)
            put_wrapped(leaf, beside, LABEL_AT, 0);
    }
    talloc_free((void *)left.text);
    talloc_free((void *)right.text);
}

static void text_label(struct leaf *leaf, const char *label, bool again)
{
    const char *words = again ? "" : label;
    int text_at = *label ? TEXT_AT : LABEL_AT;
    buf_printf(&leaf->out, "%*s%s%*s", LABEL_AT, "", words, text_at - LABEL_AT - (int)strlen(words), "");
}

/* ---- every form ------------------------------------------------------------------------------------------- */

void leaf_start(struct leaf *leaf, const void *parent, enum sheet_format format, const char *title, const char *under)
{
    *leaf = (struct leaf){.format = format};
    buf_init(&leaf->out, parent, BUF_MAX_DOCUMENT);
    if (format == SHEET_TEXT) {
        put_wrapped(leaf, title, 0, 0);
        put_wrapped(leaf, under, 0, 0);
    } else if (format == SHEET_MARKDOWN) {
        buf_puts(&leaf->out, "# ");
        markdown_puts(&leaf->out, title, " ");
        buf_puts(&leaf->out, "\n\n");
        markdown_puts(&leaf->out, under, " ");
        buf_puts(&leaf->out, "\n");
    } else {
        buf_puts(&leaf->out, html_head);
        html_puts(&leaf->out, title, " ");
        buf_puts(&leaf->out, html_style);
        html_puts(&leaf->out, title, " ");
        buf_puts(&leaf->out, "</h1>\n<p>");
        html_puts(&leaf->out, under, " ");
        buf_puts(&leaf->out, "</p>\n");
    }
}

static void close_labels(struct leaf *leaf)
{
    if (leaf->label && leaf->format == SHEET_HTML)
        buf_puts(&leaf->out, "</dl>\n");
    leaf->label = NULL;
}

void leaf_heading(struct leaf *leaf, const char *words, const char *beside)
{
    close_labels(leaf);
    if (leaf->format == SHEET_TEXT) {
        text_heading(leaf, words, beside);
    } else if (leaf->format == SHEET_MARKDOWN) {
        buf_puts(&leaf->out, "\n## ");
        markdown_puts(&leaf->out, words, " ");
        buf_puts(&leaf->out, beside ? "\n\n*" : "\n");
        markdown_puts(&leaf->out, beside, " ");
        buf_puts(&leaf->out, beside ? "*\n" : "");
    } else {
        buf_puts(&leaf->out, "<h2>");
        if (beside) {
            buf_puts(&leaf->out, "<span>");
            html_puts(&leaf->out, beside, " ");
            buf_puts(&leaf->out, "</span>");
        }
        html_puts(&leaf->out, words, " ");
        buf_puts(&leaf->out, "</h2>\n");
    }
}

/* The label before what follows it, unless it stands there already. */
static void open_label(struct leaf *leaf, const char *label)
{
    bool first = !leaf->label, again = leaf->label && strcmp(leaf->label, label) == 0;
    leaf->label = label;
    if (leaf->format == SHEET_TEXT)
        text_label(leaf, label, again);
    else if (leaf->format == SHEET_MARKDOWN && !again && *label)
        buf_printf(&leaf->out, "\n**%s**\n\n", label);
    else if (leaf->format == SHEET_MARKDOWN && !again)
        buf_puts(&leaf->out, "\n");
    else if (leaf->format == SHEET_HTML)
        buf_printf(&leaf->out, "%s%s%s%s", first ? "<dl>\n" : "", again ? "" : "<dt>", again ? "" : label, again ? "" : "</dt>\n");
}

static void put_line(struct leaf *leaf, const char *label, const char *text, bool point)
{
    if (!text || !*text)
        return;
    open_label(leaf, label);
    if (leaf->format == SHEET_TEXT) {
        char *words = mem_printf(NULL, "%s%s", point ? "\xC2\xB7 " : "", text);
        put_wrapped(leaf, words, *label ? TEXT_AT : LABEL_AT, point ? 2 : (int)strspn(text, " "));
        talloc_free(words);
    } else if (leaf->format == SHEET_MARKDOWN) {
        buf_puts(&leaf->out, "- ");
        markdown_puts(&leaf->out, text, "  \n  ");
        buf_putc(&leaf->out, '\n');
    } else {
        buf_puts(&leaf->out, point ? "<dd class=\"point\">" : "<dd>");
        html_puts(&leaf->out, text, "<br>");
        buf_puts(&leaf->out, "</dd>\n");
    }
}

void leaf_text(struct leaf *leaf, const char *label, const char *text)
{
    put_line(leaf, label, text, false);
}

void leaf_point(struct leaf *leaf, const char *label, const char *text)
{
    put_line(leaf, label, text, true);
}

void leaf_room(struct leaf *leaf, const char *label, int lines)
{
    for (int i = 0; i < lines; i++) {
        open_label(leaf, label);
        if (leaf->format == SHEET_TEXT) {
            for (int k = *label ? TEXT_AT : LABEL_AT; k < WIDTH; k++)
                buf_putc(&leaf->out, '_');
            end_line(leaf);
        } else if (leaf->format == SHEET_MARKDOWN) {
            buf_puts(&leaf->out, "- \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n");
        } else {
            buf_puts(&leaf->out, "<dd class=\"room\"></dd>\n");
        }
    }
}

enum status leaf_end(struct leaf *leaf, struct sink *sink, struct err *err)
{
    close_labels(leaf);
    if (leaf->format == SHEET_HTML)
        buf_puts(&leaf->out, "</body>\n</html>\n");
    bool whole = sink->write(sink->to, leaf->out.data, leaf->out.len);
    buf_release(&leaf->out);
    return whole ? STATUS_OK : err_set(err, STATUS_CANCELLED, "the export was stopped before its end");
}
