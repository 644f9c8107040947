/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The suffix that a page puts behind the name of a file: " pdf icon PDF 235 KB", " PDF 500 KB",
 * ", item 143.PDF 462 KB" (field.md 3.6). It is read from the line's end backwards, so that a title may
 * hold any words. */
#include "config.h"

#include "src/intake/page.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Every kind may stand before a size. Few are proof by themselves: KIND, the word alone before a number, which is no prefix of an
 * item's number; ADDRESS, the end of an address, where ".html" is a page. */
enum proof { BY_SIZE = 0, KIND = 1, ADDRESS = 2 };
static const struct format {
    const char *name;
    unsigned proof;
} formats[] = {
    {"PDF", KIND | ADDRESS},  {"DOC", KIND | ADDRESS}, {"DOCX", KIND | ADDRESS}, {"DOCM", BY_SIZE},
    {"RTF", KIND | ADDRESS},  {"ODT", KIND | ADDRESS}, {"XLS", KIND | ADDRESS},  {"XLSX", KIND | ADDRESS},
    {"XLSM", BY_SIZE},        {"ODS", BY_SIZE},        {"CSV", KIND},            {"PPT", KIND | ADDRESS},
    {"PPTX", KIND | ADDRESS}, {"PPS", BY_SIZE},        {"ODP", BY_SIZE},         {"TXT", BY_SIZE},
    {"HTM", BY_SIZE},         {"HTML", BY_SIZE},       {"XML", BY_SIZE},         {"ZIP", KIND},
    {"JPG", BY_SIZE},         {"JPEG", BY_SIZE},       {"PNG", BY_SIZE},         {"GIF", BY_SIZE},
    {"TIF", BY_SIZE},         {"MSG", BY_SIZE},        {"PUB", BY_SIZE},         {"MP3", BY_SIZE},
    {"MP4", BY_SIZE},         {"WORD", BY_SIZE},       {"EXCEL", BY_SIZE},
};
static const char *const units[] = {"KB", "MB", "GB", "B", "K", "M", "bytes"};

/* A line being taken apart from its end. */
struct tail {
    const char *line;
    size_t end;
};

static void skip_blanks(struct tail *tail)
{
    while (tail->end > 0) {
        size_t lead = tail->end - 1;
        while (lead > 0 && ((unsigned char)tail->line[lead] & 0xC0) == 0x80)
            lead--;
        if (blank_at(tail->line + lead) != tail->end - lead)
            return;
        tail->end = lead;
    }
}

static void skip_characters(struct tail *tail, const char *set)
{
    while (tail->end > 0 && strchr(set, tail->line[tail->end - 1]))
        tail->end--;
}

/* Take the last word, letters only or digits with stops only; its start. */
static size_t take_letters(struct tail *tail)
{
    while (tail->end > 0 && isalnum((unsigned char)tail->line[tail->end - 1]))
        tail->end--;
    return tail->end;
}

static bool is_one_of(const char *const *words, size_t n, const char *word, size_t length)
{
    for (size_t i = 0; i < n; i++)
        if (strlen(words[i]) == length && strncasecmp(words[i], word, length) == 0)
            return true;
    return false;
}

/* The format that the N bytes of WORD name, in capitals or not; NULL. */
static const struct format *format_of(const char *word, size_t n)
{
    for (size_t i = 0; i < MB_LENGTH(formats); i++)
        if (strlen(formats[i].name) == n && strncasecmp(formats[i].name, word, n) == 0)
            return &formats[i];
    return NULL;
}

bool file_is_kind(const char *word, size_t n)
{
    const struct format *format = format_of(word, n);
    return format && format->proof & KIND && strncmp(format->name, word, n) == 0;
}

bool file_ends_address(const char *address, size_t n)
{
    size_t start = n;
    while (start > 0 && isalpha((unsigned char)address[start - 1]))
        start--;
    const struct format *format = start > 1 && address[start - 1] == '.' ? format_of(address + start, n - start) : NULL;
    return format && format->proof & ADDRESS;
}

/* "235 KB" at the end: its start in *from. */
static bool take_size(struct tail *tail, size_t *from, size_t *to)
{
    skip_characters(tail, ")].");
    *to = tail->end;
    size_t unit_end = tail->end;
    while (tail->end > 0 && isalpha((unsigned char)tail->line[tail->end - 1]))
        tail->end--;
    if (!is_one_of(units, MB_LENGTH(units), tail->line + tail->end, unit_end - tail->end))
        return false;
    skip_blanks(tail);
    size_t digits_end = tail->end;
    while (tail->end > 0 &&
           (isdigit((unsigned char)tail->line[tail->end - 1]) || strchr(".,", tail->line[tail->end - 1])))
        tail->end--;
    *from = tail->end;
    return digits_end > tail->end && isdigit((unsigned char)tail->line[digits_end - 1]) &&
           isdigit((unsigned char)tail->line[tail->end]);
}

/* "icon" of "PDF icon 235 KB", "file" of "(PDF file, 235 KB)". */
static void skip_noun(struct tail *tail)
{
    static const char *const nouns[] = {"icon", "eicon", "file", "document"};
    struct tail look = *tail;
    size_t end = look.end, start = take_letters(&look);
    if (is_one_of(nouns, MB_LENGTH(nouns), look.line + start, end - start)) {
        *tail = look;
        skip_blanks(tail);
    }
}

/* "PDF" at the end, after a comma, bracket or stop where the page's hidden words are glued to it. */
static bool take_format(struct tail *tail, size_t *from, size_t *to)
{
    skip_blanks(tail);
    skip_characters(tail, ",;-([");
    skip_blanks(tail);
    skip_noun(tail);
    *to = tail->end;
    *from = take_letters(tail);
    return format_of(tail->line + *from, *to - *from) != NULL;
}

/* "pdf icon", "pdf eicon", "word icon" before the format. */
static void skip_icon(struct tail *tail)
{
    struct tail look = *tail, before = *tail;
    size_t from, to;
    if (take_format(&before, &from, &to)) { /* "eicon PDF  PDF 244 KB" */
        size_t word_end = (skip_blanks(&before), before.end), word = take_letters(&before);
        if (is_one_of((const char *const[]){"icon", "eicon"}, 2, before.line + word, word_end - word)) {
            *tail = before;
            skip_blanks(tail);
            return;
        }
    }
    size_t end = look.end, start = take_letters(&look);
    static const char *const icons[] = {"icon", "eicon"};
    if (!is_one_of(icons, MB_LENGTH(icons), look.line + start, end - start))
        return;
    skip_blanks(&look);
    if (take_letters(&look) == look.end)
        skip_blanks(&look);
    *tail = look;
}

/* "O&SC " before a number. */
static void skip_prefix(struct tail *tail)
{
    struct tail look = *tail;
    skip_blanks(&look);
    size_t end = look.end;
    while (look.end > 0 && (isupper((unsigned char)look.line[look.end - 1]) || look.line[look.end - 1] == '&'))
        look.end--;
    if (end - look.end >= 2 && end - look.end <= 5)
        *tail = look;
}

/* ", item 143." before the format: hidden words of the link. */
static void skip_item(struct tail *tail)
{
    struct tail look = *tail;
    if (look.end > 0 && strchr(".:", look.line[look.end - 1]))
        look.end--;
    while (look.end > 0 && (isalnum((unsigned char)look.line[look.end - 1]) || strchr("/().-", look.line[look.end - 1])))
        look.end--;
    size_t number = look.end;
    skip_prefix(&look);
    skip_blanks(&look);
    size_t end = look.end, start = take_letters(&look);
    static const char *const words[] = {"item", "eitem"};
    if (number == end || !is_one_of(words, MB_LENGTH(words), look.line + start, end - start))
        return;
    skip_blanks(&look);
    if (look.end > 0 && look.line[look.end - 1] == ',') {
        look.end--;
        *tail = look;
    }
}

size_t file_item_tail(const char *title, int number)
{
    struct tail tail = {title, strlen(title)};
    skip_blanks(&tail);
    skip_item(&tail);
    const char *digits = title + tail.end + strcspn(title + tail.end, "0123456789");
    return tail.end > 0 && title[tail.end] && strtol(digits, NULL, 10) == number ? tail.end : strlen(title);
}

/* "Discharge report (310 KB)", "Discharge report [310Kb]": the size alone, in a bracket, at the end of the N bytes of LINE. */
static bool bracketed_size(const void *parent, char *line, size_t n, struct attachment *file)
{
    struct tail tail = {line, n};
    size_t size, end;
    skip_blanks(&tail);
    char close = tail.end > 0 ? line[tail.end - 1] : '\0';
    if (!close || !strchr(")]", close) || !take_size(&tail, &size, &end) || tail.end < 2 || line[tail.end - 1] != (close == ')' ? '(' : '['))
        return false;
    tail.end--;
    skip_blanks(&tail);
    skip_item(&tail);
    skip_blanks(&tail);
    file->size = text_squeeze(parent, line + size, end - size);
    line[tail.end] = '\0';
    return true;
}

/* What links say of themselves behind the file, "(PDF 300 KB, opens in a new tab)": where it begins, the length of LINE if nothing
 * is said. */
static size_t opening_at(const char *line)
{
    static const char *const openings[] = {"opens in a new tab", "opens in new tab", "opens in a new window", "opens in new window", "opens new window"};
    for (size_t i = 0; i < MB_LENGTH(openings); i++) {
        const char *at = strcasestr(line, openings[i]);
        if (!at || at == line || at[strlen(openings[i]) + strspn(at + strlen(openings[i]), ") ")] != '\0')
            continue;
        while (at > line && strchr(" ,;(-", at[-1]))
            at--;
        return (size_t)(at - line);
    }
    return strlen(line);
}

/* A dash between blanks before the format: "Discharge report - PDF (310 KB)". */
static void skip_dash(struct tail *tail)
{
    struct tail look = *tail;
    bool dash = look.end > 0 && look.line[look.end - 1] == '-';
    look.end -= dash ? 1 : 0;
    if (!dash && look.end > 2 && strncmp(look.line + look.end - 3, "\xE2\x80\x93", 3) == 0) {
        look.end -= 3;
        dash = true;
    }
    size_t before = look.end;
    skip_blanks(&look);
    if (dash && look.end < before && look.end > 0)
        *tail = look;
}

bool file_suffix(const void *parent, char *line, struct attachment *file)
{
    struct tail tail = {line, opening_at(line)}; /* no file's suffix before it: then it is the line's own */
    size_t size, size_end, format, format_end;
    skip_blanks(&tail);
    if (!take_size(&tail, &size, &size_end) || !take_format(&tail, &format, &format_end))
        return bracketed_size(parent, line, opening_at(line), file);
    skip_characters(&tail, "([");
    skip_blanks(&tail);
    skip_dash(&tail);
    skip_icon(&tail);
    skip_item(&tail);
    if (tail.end > 1 && tail.end == format && line[tail.end - 1] == '.' && isalnum((unsigned char)line[tail.end - 2]))
        tail.end--; /* "Dredging.pdf 300 KB" */
    skip_blanks(&tail);
    file->format = mem_strndup(parent, line + format, format_end - format);
    file->size = text_squeeze(parent, line + size, size_end - size);
    for (char *c = file->format; *c; c++)
        *c = (char)toupper((unsigned char)*c);
    line[tail.end] = '\0';
    return true;
}

bool file_at_end(const char *text, size_t n)
{
    struct attachment file = {0};
    char *copy = mem_strndup(NULL, text, n);
    bool found = file_suffix(copy, copy, &file);
    talloc_free(copy);
    return found;
}
