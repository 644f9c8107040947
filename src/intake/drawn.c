/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A text before any reader sees it: tables that are drawn with "+---+" or with lines of the box characters become rows with bars, as
 * Markdown has them; the head of a mail ("From:", "Sent:", "Subject:") goes but for its subject, since its day is none of the
 * meeting. What is not surely one of these stays byte for byte. */
#include "config.h"

#include "src/intake/bytes.h"
#include "src/intake/readers.h"

#include <string.h>
#include <strings.h>

#define LINE_LONGEST 2000 /* bytes of a line of a drawn table */
#define CELLS_MAX 24
#define ROW_LINES_MAX 100 /* lines that one row may go on for: each makes its cells anew */
#define DASHES_MIN 3
#define MAIL_LINES 12
#define MAIL_LEAST 3

/* ---- drawn lines --------------------------------------------------------------------------------------------------- */

/* Bytes of a character that draws tables (U+2500 to U+257F) at TEXT; 0 if it is none. */
static size_t drawing_at(const char *text)
{
    return (unsigned char)text[0] == 0xE2 && ((unsigned char)text[1] == 0x94 || (unsigned char)text[1] == 0x95) && text[2] ? 3 : 0;
}

/* Bytes of an upright line that parts cells: "|", or one of the box characters. */
static size_t bar_at(const char *text)
{
    static const char *const bars[] = {"|", "\xE2\x94\x82", "\xE2\x94\x83", "\xE2\x95\x91", "\xE2\x94\x86", "\xE2\x94\x8A"};
    for (size_t i = 0; i < MB_LENGTH(bars); i++)
        if (text_starts(text, bars[i]))
            return strlen(bars[i]);
    return 0;
}

/* Is LINE nothing but a drawn rule: "+----+----+", "-----+-----", "├────┼────┤"? "|---|---|" is the ruler of Markdown. */
static bool is_rule(const char *line)
{
    size_t dashes = 0, joints = 0;
    if (*line == '|')
        return false;
    for (const char *at = line; *at;) {
        size_t drawing = drawing_at(at);
        dashes += drawing > 0 || *at == '-' || *at == '=';
        joints += drawing > 0 || *at == '+';
        if (drawing == 0 && !strchr("+-=:| ", *at))
            return false;
        at += drawing ? drawing : 1;
    }
    return dashes >= DASHES_MIN && joints > 0;
}

struct row {
    char *cells[CELLS_MAX];
    size_t n;
    size_t lines; /* that went on with it */
};

/* The cells of LINE, children of PARENT; none where no upright line stands in it, or more than a row may have. */
static struct row row_of(const void *parent, const char *line)
{
    struct row row = {.n = 0};
    const char *from = line + bar_at(line);
    size_t bars = from > line;
    for (const char *at = from; *at; at++) {
        size_t bar = bar_at(at);
        if (bar == 0)
            continue;
        bars++;
        if (row.n == CELLS_MAX)
            return (struct row){.n = 0};
        row.cells[row.n++] = text_squeeze(parent, from, (size_t)(at - from));
        from = at + bar;
        at = from - 1;
    }
    if (*from && row.n == CELLS_MAX)
        return (struct row){.n = 0};
    if (*from)
        row.cells[row.n++] = text_squeeze(parent, from, strlen(from));
    return bars > 0 ? row : (struct row){.n = 0};
}

static void put_row(struct buf *out, const struct row *row)
{
    if (row->n == 0)
        return;
    for (size_t i = 0; i < row->n; i++)
        buf_printf(out, "| %s ", row->cells[i]);
    buf_puts(out, "|\n");
}

/* Does NEXT go on with ROW: nothing in its first cell, something in another? */
static bool goes_on(const struct row *row, const struct row *next)
{
    bool said = false;
    for (size_t i = 0; i < next->n; i++)
        said |= *next->cells[i] != '\0';
    return row->n > 1 && row->lines < ROW_LINES_MAX && next->n == row->n && !*next->cells[0] && said;
}

static void join(const void *parent, struct row *row, const struct row *next)
{
    row->lines++;
    for (size_t i = 0; i < row->n; i++)
        if (*next->cells[i]) {
            char *before = row->cells[i];
            row->cells[i] = mem_printf(parent, "%s%s%s", before, *before ? " " : "", next->cells[i]);
            talloc_free(before);
        }
}

/* A text being gone through: the table's row that the next line may go on with. */
struct undrawing {
    struct buf out;
    void *scratch; /* of the table */
    struct row row;
    bool table;
};

static void end_row(struct undrawing *undrawing)
{
    put_row(&undrawing->out, &undrawing->row);
    undrawing->row.n = 0;
    talloc_free(undrawing->scratch);
    undrawing->scratch = talloc_named_const(NULL, 0, "row");
}

/* The N bytes of a line; false: it is none of a drawn table. */
static bool take_line(struct undrawing *undrawing, const char *at, size_t n)
{
    if (n > LINE_LONGEST)
        return false;
    char *copy = mem_strndup(undrawing->scratch, at, n), *line = text_trim(copy);
    if (is_rule(line)) {
        end_row(undrawing);
        undrawing->table = true;
        return true;
    }
    struct row next = undrawing->table && *line ? row_of(undrawing->scratch, line) : (struct row){.n = 0};
    if (next.n == 0)
        return false;
    if (goes_on(&undrawing->row, &next)) {
        join(undrawing->scratch, &undrawing->row, &next);
        return true;
    }
    put_row(&undrawing->out, &undrawing->row);
    undrawing->row = next;
    return true;
}

static bool may_be_drawn(const char *text)
{
    return strstr(text, "-+-") || strstr(text, "+--") || strstr(text, "+==") || strstr(text, "\xE2\x94\x80") || strstr(text, "\xE2\x95\x90") || strstr(text, "\xE2\x94\x81");
}

static char *undrawn(const void *parent, char *text)
{
    struct undrawing undrawing = {.scratch = talloc_named_const(NULL, 0, "row")};
    buf_init(&undrawing.out, parent, BUF_MAX_DOCUMENT);
    for (const char *at = text; *at;) {
        size_t n = strcspn(at, "\n");
        if (!take_line(&undrawing, at, n)) {
            end_row(&undrawing);
            undrawing.table = false;
            buf_add(&undrawing.out, at, n + (at[n] == '\n'));
        }
        at += n + (at[n] == '\n');
    }
    end_row(&undrawing);
    talloc_free(undrawing.scratch);
    talloc_free(text);
    return buf_take(&undrawing.out);
}

/* ---- the head of a mail -------------------------------------------------------------------------------------------- */

/* Which label of a mail's head LINE begins with: 0 none, 1 any, 2 its sender, 3 its day, 4 its subject, whose words go to *WORDS. */
static int mail_label(const char *line, const char **words)
{
    static const struct {
        const char *label;
        int kind;
    } labels[] = {{"From:", 2}, {"Sent:", 3}, {"Date:", 3},      {"To:", 1},          {"Cc:", 1},
                  {"Bcc:", 1},  {"Subject:", 4}, {"Reply-To:", 1}, {"Importance:", 1}, {"Attachments:", 1}};
    for (size_t i = 0; i < MB_LENGTH(labels); i++) {
        size_t n = strlen(labels[i].label);
        if (strncasecmp(line, labels[i].label, n) != 0)
            continue;
        *words = line + n + strspn(line + n, " \t");
        return labels[i].kind;
    }
    return 0;
}

/* TEXT behind the head of a mail at its start, with the subject's words in *SUBJECT, *N bytes; TEXT where there is no such head. */
static const char *behind_mail(const char *text, const char **subject, size_t *n)
{
    bool sender = false, day = false;
    size_t labels = 0;
    const char *at = text + strspn(text, " \t\n");
    *subject = NULL;
    for (size_t i = 0; i < MAIL_LINES && *at; i++) {
        const char *words;
        int kind = mail_label(at, &words);
        if (kind == 0)
            break;
        labels++;
        sender |= kind == 2;
        day |= kind == 3;
        if (kind == 4) {
            *subject = words;
            *n = strcspn(words, "\n");
        }
        at += strcspn(at, "\n");
        at += *at == '\n';
    }
    return sender && day && *subject && labels >= MAIL_LEAST ? at : text;
}

static char *without_mail(const void *parent, char *text)
{
    static const char *const replies[] = {"re: ", "fw: ", "fwd: "};
    const char *subject;
    size_t n = 0;
    const char *rest = behind_mail(text, &subject, &n);
    if (rest == text)
        return text;
    for (size_t i = 0; i < MB_LENGTH(replies); i++)
        if (n > strlen(replies[i]) && strncasecmp(subject, replies[i], strlen(replies[i])) == 0) {
            subject += strlen(replies[i]);
            n -= strlen(replies[i]);
        }
    char *out = mem_printf(parent, "%.*s\n%s", (int)(n < LINE_LONGEST ? n : 0), subject, rest);
    talloc_free(text);
    return out;
}

/* ---- a paper that a mail quotes ------------------------------------------------------------------------------------ */

#define QUOTED_LEAST 3 /* lines */

/* Does every line of TEXT that says anything begin with ">"? */
static bool is_quoted(const char *text)
{
    size_t quoted = 0;
    for (; *text; text += strcspn(text, "\n"), text += *text == '\n') {
        text += strspn(text, " \t\r");
        if (*text != '\n' && *text != '\0' && *text != '>')
            return false;
        quoted += *text == '>';
    }
    return quoted >= QUOTED_LEAST;
}

/* TEXT without the ">" and the blank behind it, in place. */
static char *unquoted(char *text)
{
    char *out = text;
    for (const char *at = text; *at;) {
        at += strspn(at, " \t\r");
        at += *at == '>';
        at += *at == ' ';
        size_t n = strcspn(at, "\n");
        n += at[n] == '\n';
        memmove(out, at, n);
        out += n;
        at += n;
    }
    *out = '\0';
    return text;
}

char *text_prepare(const void *parent, char *text, size_t *n)
{
    if (markup_begins(text)) /* it has readers of its own */
        return text;
    if (is_quoted(text))
        text = unquoted(text);
    text = without_mail(parent, text_without_tables(parent, text_with_links(parent, text_untraced(parent, text))));
    if (may_be_drawn(text))
        text = undrawn(parent, text);
    text = text_with_numbers_apart(parent, text);
    *n = strlen(text);
    return text;
}
