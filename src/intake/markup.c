/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One linear scan over HTML or XML before libxml2 sees it (reliability.md 4.2): what would cost it quadratic time,
 * what it reads otherwise than browsers do, and what would end an XML document at one odd character. It changes
 * nothing else, and it is no parser: what it does not know goes through as it came. */
#include "config.h"

#include "src/intake/tree.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define ATTRIBUTES_MAX 256
#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */
#define NAME_LONGEST 32            /* bytes of the name of a character: "CounterClockwiseContourIntegral" */

struct scan {
    const char *at, *end;
    enum markup_kind kind;
    struct buf out;
    bool cut;
    bool opened, closed; /* <html>, </html> */
};

static bool starts(const struct scan *scan, const char *word)
{
    size_t n = strlen(word);
    return (size_t)(scan->end - scan->at) >= n && strncasecmp(scan->at, word, n) == 0;
}

static void copy_to(struct scan *scan, const char *to)
{
    buf_add(&scan->out, scan->at, (size_t)(to - scan->at));
    scan->at = to;
}

/* The place behind the first WORD from FROM on, or the end, which is then a cut. */
static const char *behind(struct scan *scan, const char *from, const char *word)
{
    size_t n = strlen(word);
    for (const char *at = from; (at = memchr(at, word[0], (size_t)(scan->end - at))) != NULL; at++)
        if ((size_t)(scan->end - at) >= n && strncasecmp(at, word, n) == 0)
            return at + n;
    scan->cut = true;
    return scan->end;
}

/* ---- references ------------------------------------------------------------------------------ */

/* The character CODE in UTF-8; what no character is becomes U+FFFD. */
static void put_code(struct buf *out, unsigned long code)
{
    if (code >= 0x80 && code <= 0x9F) { /* meant is windows-1252, as the HTML standard has it */
        unsigned char byte = (unsigned char)code;
        char *character = text_decode(NULL, &byte, 1, NULL, NULL);
        buf_puts(out, character);
        talloc_free(character);
    } else {
        buf_puts(out, REPLACEMENT);
    }
}

static bool is_plain_code(unsigned long code)
{
    bool control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
    bool high = (code >= 0x80 && code <= 0x9F) || (code >= 0xD800 && code <= 0xDFFF) || code > 0x10FFFF ||
                (code & 0xFFFE) == 0xFFFE;
    return !control && !high;
}

/* "&#146;" and "&#x92": true if one stands here; it is then written. */
static bool scan_number(struct scan *scan)
{
    const char *digits = scan->at + 2;
    bool hexadecimal = digits < scan->end && (*digits == 'x' || *digits == 'X');
    digits += hexadecimal;
    const char *at = digits;
    unsigned long code = 0;
    for (; at < scan->end && (hexadecimal ? isxdigit((unsigned char)*at) : isdigit((unsigned char)*at)); at++) {
        unsigned digit = isdigit((unsigned char)*at) ? (unsigned)(*at - '0') : (unsigned)((*at | 32) - 'a' + 10);
        code = code > 0x110000 ? code : code * (hexadecimal ? 16 : 10) + digit;
    }
    if (at == digits)
        return false;
    bool stop = at < scan->end && *at == ';';
    if (is_plain_code(code)) {
        copy_to(scan, at);
        buf_puts(&scan->out, ";");
    } else {
        put_code(&scan->out, code);
    }
    scan->at = at + stop;
    return true;
}

/* Does one of the five names that XML knows stand here? */
static bool is_xml_name(const struct scan *scan)
{
    static const char *const names[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"};
    for (size_t i = 0; i < MB_LENGTH(names); i++)
        if ((size_t)(scan->end - scan->at) >= strlen(names[i]) && memcmp(scan->at, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

/* "&nbsp" without its stop, which browsers read and libxml2 does not; "&pound=" of an address is none. */
static size_t unstopped_name(const struct scan *scan)
{
    static const char *const names[] = {"&amp", "&lt", "&gt", "&quot", "&nbsp", "&pound", "&copy", "&middot"};
    for (size_t i = 0; i < MB_LENGTH(names); i++) {
        size_t n = strlen(names[i]);
        if ((size_t)(scan->end - scan->at) <= n || memcmp(scan->at, names[i], n) != 0)
            continue;
        char next = scan->at[n];
        return next == ';' || next == '=' || isalnum((unsigned char)next) ? 0 : n;
    }
    return 0;
}

static void scan_reference(struct scan *scan)
{
    bool number = scan->at + 2 < scan->end && scan->at[1] == '#';
    if (number && scan_number(scan))
        return;
    size_t name = scan->kind == MARKUP_IS_HTML ? unstopped_name(scan) : 0;
    if (name > 0) {
        copy_to(scan, scan->at + name);
        buf_putc(&scan->out, ';');
        return;
    }
    bool escape = number || (scan->kind == MARKUP_IS_XML && !is_xml_name(scan));
    buf_puts(&scan->out, escape ? "&amp;" : "&");
    scan->at++;
}

/* One character of text or of a value. */
static void scan_character(struct scan *scan)
{
    unsigned char c = (unsigned char)*scan->at;
    bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    bool odd = scan->end - scan->at > 2 && memcmp(scan->at, "\xEF\xBF", 2) == 0 && (unsigned char)scan->at[2] >= 0xBE;
    if (c == '&') {
        scan_reference(scan);
    } else if (scan->kind == MARKUP_IS_XML && (control || odd)) {
        buf_puts(&scan->out, REPLACEMENT);
        scan->at += odd ? 3 : 1;
    } else {
        copy_to(scan, scan->at + 1);
    }
}

/* ---- tags ------------------------------------------------------------------------------------ */

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* One character of a tag, or none of it where the tag has attributes enough. A "<" cannot stand in a tag of XML: libxml2 gives
 * the tag up there and goes on with what follows, which may be the comment that scan_declaration() would have emptied. */
static void scan_or_skip(struct scan *scan, bool keep)
{
    if (!keep)
        scan->at++;
    else if (scan->kind == MARKUP_IS_XML && *scan->at == '<')
        buf_puts(&scan->out, "&lt;"), scan->at++;
    else
        scan_character(scan);
}

/* The value of an attribute behind its "=". */
static void scan_value(struct scan *scan, bool keep)
{
    while (scan->at < scan->end && is_space(*scan->at))
        scan_or_skip(scan, keep);
    char quote = scan->at < scan->end && (*scan->at == '"' || *scan->at == '\'') ? *scan->at : '\0';
    if (quote)
        scan_or_skip(scan, keep);
    while (scan->at < scan->end && (quote ? *scan->at != quote : !is_space(*scan->at) && *scan->at != '>'))
        scan_or_skip(scan, keep);
    if (quote && scan->at < scan->end)
        scan_or_skip(scan, keep);
}

/* From behind a tag's name to its end. Behind the 256th attribute all is passed over. */
static void scan_attributes(struct scan *scan)
{
    for (size_t attributes = 0; scan->at < scan->end && *scan->at != '>';) {
        bool keep = attributes < ATTRIBUTES_MAX;
        if (is_space(*scan->at) || *scan->at == '/') {
            scan_or_skip(scan, keep || *scan->at == '/');
            continue;
        }
        attributes++;
        do
            scan_or_skip(scan, keep);
        while (scan->at < scan->end && !is_space(*scan->at) && !strchr("=/>", *scan->at));
        const char *equals = scan->at;
        while (equals < scan->end && is_space(*equals))
            equals++;
        if (equals == scan->end || *equals != '=')
            continue;
        while (scan->at <= equals)
            scan_or_skip(scan, keep);
        scan_value(scan, keep);
    }
    if (scan->at < scan->end)
        copy_to(scan, scan->at + 1);
    else
        scan->cut = true;
}

/* Is the N bytes long name at NAME the word? */
static bool is_named(const char *name, size_t n, const char *word)
{
    return strlen(word) == n && strncasecmp(name, word, n) == 0;
}

/* What stands between <script> and </script> is no text and may look like anything. */
static void scan_raw(struct scan *scan, const char *name, size_t n)
{
    static const char *const raw[][2] = {{"script", "</script"}, {"style", "</style"}};
    for (size_t i = 0; i < MB_LENGTH(raw); i++)
        if (is_named(name, n, raw[i][0]))
            scan->at = behind(scan, scan->at, raw[i][1]) - (scan->cut ? 0 : strlen(raw[i][1]));
}

static void scan_tag(struct scan *scan)
{
    const char *name = scan->at + 1;
    bool closing = *name == '/';
    name += closing;
    const char *end = name;
    while (end < scan->end && !is_space(*end) && *end != '>' && *end != '/' && *end != '<')
        end++;
    size_t n = (size_t)(end - name);
    bool html = is_named(name, n, "html"), drop = closing && (html || is_named(name, n, "body"));
    scan->opened |= html && !closing;
    scan->closed |= html && closing;
    if (scan->kind == MARKUP_IS_HTML && drop) {
        scan->at = behind(scan, end, ">");
        return;
    }
    copy_to(scan, end);
    scan_attributes(scan);
    if (scan->kind == MARKUP_IS_HTML && !closing)
        scan_raw(scan, name, n);
}

/* "<!--", "<![CDATA[", "<![if ...]>". True if one stands here. Comments of XML are emptied: for each "--" within, libxml2
 * copies the whole comment. */
static bool scan_declaration(struct scan *scan)
{
    if (starts(scan, "<!--") && scan->kind == MARKUP_IS_XML) {
        buf_puts(&scan->out, "<!---->");
        scan->at = behind(scan, scan->at + 4, "-->");
    } else if (starts(scan, "<!--")) {
        copy_to(scan, behind(scan, scan->at + 4, "-->"));
    } else if (starts(scan, "<![CDATA[") && scan->kind == MARKUP_IS_XML) {
        const char *end = behind(scan, scan->at, "]]>");
        while (scan->at < end)
            if (*scan->at == '&')
                copy_to(scan, scan->at + 1);
            else
                scan_character(scan);
    } else if (starts(scan, "<![") && scan->kind == MARKUP_IS_HTML) {
        scan->at = behind(scan, scan->at, ">");
    } else {
        return false;
    }
    return true;
}

char *markup_clean(const void *parent, const char *text, size_t n, enum markup_kind kind, size_t *out_n, bool *cut)
{
    struct scan scan = {.at = text, .end = text + n, .kind = kind};
    buf_init(&scan.out, parent, BUF_MAX_DOCUMENT);
    while (scan.at < scan.end) {
        bool tag = *scan.at == '<' && scan.at + 1 < scan.end &&
                   (isalpha((unsigned char)scan.at[1]) || (scan.at[1] == '/' && scan.at + 2 < scan.end));
        if (tag)
            scan_tag(&scan);
        else if (*scan.at != '<' || !scan_declaration(&scan))
            scan_character(&scan);
    }
    if (cut)
        *cut = scan.cut || scan.out.full || (scan.opened && !scan.closed);
    *out_n = scan.out.len;
    return buf_take(&scan.out);
}
