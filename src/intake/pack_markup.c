/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Text without its mark-up: bold and italic stars, links to their words, backslashes, HTML tags and
 * entities, runs of blanks (field.md 3.7, "Converter traces"). Lists and paragraphs inside a table cell
 * become lines. Two passes over the bytes: the first says what each byte is, the second writes. */
#include "config.h"

#include "src/intake/pack.h"

#include <string.h>

/* What a byte of the raw text is. */
enum {
    BYTE_TEXT = 0,
    BYTE_DROP = 1,    /* mark-up */
    BYTE_BREAK = 2,   /* mark-up that starts a new line */
    BYTE_BLANK = 3,   /* mark-up that parts two words */
    BYTE_LITERAL = 4, /* text that an escape protects */
    BYTE_KIND = 7,
    BYTE_BOLD_ON = 8,
    BYTE_BOLD_OFF = 16,
};

#define LINKS_OPEN 16 /* brackets that may wait for their end; older ones are text */
#define NOWHERE SIZE_MAX

struct scan {
    const char *raw;
    size_t n;
    unsigned char *is;
    enum markup_place place;
    bool bold;
    size_t brackets[LINKS_OPEN], n_brackets; /* a ring: [n % LINKS_OPEN] is next */
    size_t star, underscore;                 /* where an emphasis may have begun */
    const char *entry_mark;                  /* how entries of the open HTML list begin */
    size_t entry_mark_n;
};

size_t pack_blank(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    if (at[0] == ' ' || at[0] == '\t')
        return 1;
    return at[0] == 0xC2 && at[1] == 0xA0 ? 2 : 0;
}

static bool is_blank_byte(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\0' || c == '\xA0';
}

static char byte_before(const struct scan *scan, size_t at)
{
    return at ? scan->raw[at - 1] : '\0';
}

static char byte_at(const struct scan *scan, size_t at)
{
    return at < scan->n ? scan->raw[at] : '\0';
}

static void drop(struct scan *scan, size_t from, size_t to)
{
    memset(scan->is + from, BYTE_DROP, to - from);
}

static void bold_set(struct scan *scan, size_t at, bool on)
{
    scan->bold = on;
    scan->is[at] |= on ? BYTE_BOLD_ON : BYTE_BOLD_OFF;
}

/* ---- the first pass: one function a kind of mark-up; each returns the bytes it settled -------- */

static size_t scan_escape(struct scan *scan, size_t at)
{
    char next = byte_at(scan, at + 1);
    if (next <= ' ' || text_is_word_byte(next))
        return 0;
    scan->is[at] = BYTE_DROP;
    scan->is[at + 1] = BYTE_LITERAL;
    return 2;
}

/* A converter may write `<ul> – one – two` for entries: remember what the first begins with. */
static void scan_entry_mark(struct scan *scan, size_t at)
{
    while (at < scan->n && pack_blank(scan->raw + at))
        at += pack_blank(scan->raw + at);
    struct list_mark mark = mark_scan(scan->raw + at, scan->n - at);
    scan->entry_mark_n = 0;
    if (mark.kind != MARK_BULLET)
        return;
    scan->entry_mark = scan->raw + at;
    while (scan->entry_mark_n < mark.len && !pack_blank(scan->entry_mark + scan->entry_mark_n))
        scan->entry_mark_n++;
}

static size_t scan_tag(struct scan *scan, size_t at)
{
    struct markup_tag tag;
    size_t n = markup_tag(scan->raw + at, scan->n - at, &tag);
    if (n == 0)
        return 0;
    drop(scan, at, at + n);
    if (tag.breaks) {
        scan->is[at] = BYTE_BREAK;
        scan->entry_mark_n = 0;
        if (tag.list && !tag.closing)
            scan_entry_mark(scan, at + n);
    }
    if (tag.bold)
        bold_set(scan, at, !tag.closing);
    return n;
}

/* An entry's mark inside an HTML list, or a bullet inside a cell: a new line begins. */
static size_t scan_entry(struct scan *scan, size_t at)
{
    if (!is_blank_byte(byte_before(scan, at)) && byte_before(scan, at) != '>')
        return 0;
    size_t n = mark_bullet(scan->raw + at, scan->n - at);
    if (n && scan->place == MARKUP_CELL) {
        drop(scan, at, at + n);
        scan->is[at] = BYTE_BREAK;
        return n;
    }
    n = scan->entry_mark_n;
    if (n == 0 || scan->n - at <= n || memcmp(scan->raw + at, scan->entry_mark, n) != 0 ||
        !pack_blank(scan->raw + at + n))
        return 0;
    drop(scan, at, at + n);
    scan->is[at] = BYTE_BREAK;
    return n;
}

/* A square bracket ends the search, so that no stretch of text is searched twice. */
size_t markup_address(const char *at, size_t n)
{
    int depth = 1;
    for (size_t i = 0; i < n && !strchr("[]\n", at[i]); i++) {
        depth += at[i] == '(';
        depth -= at[i] == ')';
        if (depth == 0)
            return i + 1;
    }
    return 0;
}

/* "img-3.jpeg": what converters call a picture is no text. */
static bool names_a_picture(const char *words, size_t n)
{
    static const char *const endings[] = {".jpeg", ".jpg", ".png", ".gif", ".emf", ".svg"};
    for (size_t i = 0; i < MB_LENGTH(endings); i++) {
        size_t length = strlen(endings[i]);
        if (n == 0 || (n > length && memcmp(words + n - length, endings[i], length) == 0))
            return true;
    }
    return false;
}

static size_t scan_link_end(struct scan *scan, size_t at)
{
    if (scan->n_brackets == 0)
        return 0;
    size_t open = scan->brackets[--scan->n_brackets % LINKS_OPEN];
    size_t address = byte_at(scan, at + 1) == '(' ? markup_address(scan->raw + at + 2, scan->n - at - 2) : 0;
    if (address == 0 || open == NOWHERE)
        return 0;
    bool picture = byte_before(scan, open) == '!';
    if (picture)
        scan->is[open - 1] = BYTE_DROP;
    drop(scan, at, at + 2 + address);
    if (picture && names_a_picture(scan->raw + open + 1, at - open - 1))
        drop(scan, open, at);
    scan->is[open] = (scan->is[open] & ~BYTE_KIND) | BYTE_DROP;
    return 2 + address;
}

static size_t scan_link_start(struct scan *scan, size_t at)
{
    scan->brackets[scan->n_brackets % LINKS_OPEN] = at;
    scan->n_brackets++;
    return 1;
}

/* One '*' or '_' is mark-up only with its partner on the same line. */
static void scan_single(struct scan *scan, size_t at, size_t *open, bool may_open, bool may_close)
{
    if (may_close && *open != NOWHERE) {
        scan->is[*open] = (scan->is[*open] & ~BYTE_KIND) | BYTE_DROP;
        scan->is[at] = BYTE_DROP;
        *open = NOWHERE;
    } else if (may_open) {
        *open = at;
    }
}

static size_t scan_stars(struct scan *scan, size_t at)
{
    size_t n = 1;
    while (byte_at(scan, at + n) == '*')
        n++;
    char before = byte_before(scan, at), after = byte_at(scan, at + n);
    if (is_blank_byte(before) && is_blank_byte(after))
        return n;
    if (n == 1) {
        scan_single(scan, at, &scan->star, !is_blank_byte(after) && !text_is_word_byte(before), !is_blank_byte(before));
        return n;
    }
    drop(scan, at, at + n);
    if (n < 4)
        bold_set(scan, at, !scan->bold);
    else if (text_is_word_byte(before) && text_is_word_byte(after))
        scan->is[at] = BYTE_BLANK; /* "**Commentary****School Attendance**" */
    return n;
}

static size_t scan_underscores(struct scan *scan, size_t at)
{
    size_t n = 1;
    while (byte_at(scan, at + n) == '_')
        n++;
    char before = byte_before(scan, at), after = byte_at(scan, at + n);
    bool may_open = !text_is_word_byte(before) && before != '/' && text_is_word_byte(after);
    bool may_close = !text_is_word_byte(after) && after != '/' && text_is_word_byte(before);
    if (n == 1)
        scan_single(scan, at, &scan->underscore, may_open, may_close);
    else if (n == 2 && (may_open || may_close)) {
        drop(scan, at, at + n);
        bold_set(scan, at, may_open);
    }
    return n;
}

static size_t scan_one(struct scan *scan, size_t at)
{
    switch (scan->raw[at]) {
    case '\\':
        return scan_escape(scan, at);
    case '<':
        return scan_tag(scan, at);
    case '[':
        return scan_link_start(scan, at);
    case ']':
        return scan_link_end(scan, at);
    case '*':
        return scan_stars(scan, at);
    case '_':
        return scan_underscores(scan, at);
    case '\n':
        scan->star = scan->underscore = NOWHERE;
        return 1;
    default:
        return 0;
    }
}

static void scan_all(struct scan *scan)
{
    for (size_t at = 0; at < scan->n;) {
        size_t used = scan_entry(scan, at);
        if (used == 0)
            used = scan_one(scan, at);
        at += used ? used : 1;
    }
}

/* ---- the second pass ------------------------------------------------------------------------ */

struct writer {
    struct buf out;
    bool blank, newline; /* owed before the next character */
    bool bold;
    bool plain_seen; /* something that is not bold has been written */
    size_t bold_end;
};

static void write_bytes(struct writer *writer, const char *bytes, size_t n)
{
    if (writer->newline && writer->out.len)
        buf_putc(&writer->out, '\n');
    else if (writer->blank && writer->out.len)
        buf_putc(&writer->out, ' ');
    writer->newline = writer->blank = false;
    buf_add(&writer->out, bytes, n);
    if (!writer->bold)
        writer->plain_seen = true;
    else if (!writer->plain_seen)
        writer->bold_end = writer->out.len;
}

/* Text bytes at RAW up to the next one that may be something else; a blank, an entity, or a plain run. */
static size_t write_text(struct writer *writer, const char *raw, size_t n)
{
    size_t blank = n > 1 || raw[0] != '\xC2' ? pack_blank(raw) : 0;
    if (blank || raw[0] == '\n') {
        writer->blank |= blank > 0;
        writer->newline |= raw[0] == '\n';
        return blank ? blank : 1;
    }
    char entity[5];
    size_t used = raw[0] == '&' ? markup_entity(raw, n, entity) : 0;
    if (used) {
        size_t length = strlen(entity);
        if (pack_blank(entity))
            writer->blank = true;
        else
            write_bytes(writer, entity, length);
        return used;
    }
    write_bytes(writer, raw, 1);
    return 1;
}

static void write_all(struct writer *writer, const struct scan *scan)
{
    for (size_t at = 0; at < scan->n;) {
        unsigned char is = scan->is[at];
        if (is & BYTE_BOLD_ON)
            writer->bold = true;
        if (is & BYTE_BOLD_OFF)
            writer->bold = false;
        size_t used = 1;
        switch (is & BYTE_KIND) {
        case BYTE_TEXT:
            used = write_text(writer, scan->raw + at, scan->n - at);
            break;
        case BYTE_LITERAL:
            write_bytes(writer, scan->raw + at, 1);
            break;
        case BYTE_BREAK:
            writer->newline = true;
            break;
        case BYTE_BLANK:
            writer->blank = true;
            break;
        default:
            break;
        }
        at += used;
    }
}

struct marked markup_read(const void *parent, const char *raw, size_t n, enum markup_place place)
{
    char *copy = mem_strndup(parent, raw, n); /* ends in a NUL: looking one byte ahead is safe */
    n = strlen(copy);
    struct scan scan = {.raw = copy, .n = n, .place = place, .star = NOWHERE, .underscore = NOWHERE};
    scan.is = mem_zero_named(parent, n + 1, "markup");
    scan_all(&scan);
    struct writer writer = {0};
    buf_init(&writer.out, parent, BUF_MAX_DOCUMENT);
    write_all(&writer, &scan);
    talloc_free(scan.is);
    talloc_free(copy);
    struct marked marked = {.bold_end = writer.bold_end, .bold = !writer.plain_seen && writer.out.len > 0};
    marked.text = buf_take(&writer.out);
    return marked;
}
