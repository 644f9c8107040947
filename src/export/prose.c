/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Paragraphs wrapped as plain text, or as Markdown in which nothing of a paper is mark-up. */
#include "config.h"

#include "prose.h"
#include "sheet.h"

#include <string.h>

#define WIDTH 74

void prose_start(struct prose *prose, const void *parent, bool markdown)
{
    *prose = (struct prose){.markdown = markdown};
    buf_init(&prose->out, parent, BUF_MAX_DOCUMENT);
}

/* LEAD stands before the first line, within INDENT. */
static void wrapped(struct prose *prose, const char *lead, const char *text, int indent)
{
    struct buf *out = &prose->out;
    void *scratch = talloc_named_const(NULL, 0, "prose");
    struct safe safe = safe_text(scratch, text, strlen(text), SAFE_TEXT);
    struct line_spans spans = text_wrap(scratch, safe.text, safe.len, WIDTH, indent, indent);
    for (size_t i = 0; i < spans.n; i++) {
        buf_printf(out, "%*s", indent, i == 0 ? lead : "");
        buf_add(out, safe.text + spans.at[i].start, spans.at[i].len);
        buf_putc(out, '\n');
    }
    buf_putc(out, '\n');
    talloc_free(scratch);
}

void prose_paragraph(struct prose *prose, const char *text, int indent)
{
    if (!text || !*text)
        return;
    if (!prose->markdown) {
        wrapped(prose, "", text, indent);
        return;
    }
    buf_printf(&prose->out, "%*s", indent, "");
    markdown_puts(&prose->out, text, "  \n");
    buf_puts(&prose->out, "\n\n");
}

void prose_heading(struct prose *prose, const char *text)
{
    if (!prose->markdown) {
        wrapped(prose, "", text, 0);
        return;
    }
    buf_puts(&prose->out, "**");
    markdown_puts(&prose->out, text, " ");
    buf_puts(&prose->out, "**\n\n");
}

void prose_quote(struct prose *prose, const char *text, int indent)
{
    char *quoted = mem_printf(NULL, "\xE2\x80\x9C%s\xE2\x80\x9D", text);
    if (!prose->markdown) {
        wrapped(prose, "", quoted, indent + 4);
    } else {
        buf_printf(&prose->out, "%*s> ", indent, "");
        markdown_puts(&prose->out, quoted, "  \n> ");
        buf_puts(&prose->out, "\n\n");
    }
    talloc_free(quoted);
}

void prose_numbered(struct prose *prose, int number, const char *text)
{
    if (prose->markdown) {
        buf_printf(&prose->out, "%d. ", number);
        markdown_puts(&prose->out, text, " ");
        buf_puts(&prose->out, "\n\n");
        return;
    }
    char *lead = mem_printf(NULL, "%d. ", number);
    wrapped(prose, lead, text, 4);
    talloc_free(lead);
}

void prose_rule(struct prose *prose)
{
    buf_puts(&prose->out, prose->markdown ? "---\n\n" : "----------------------------------------------------------------------\n\n");
}
