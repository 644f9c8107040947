/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The "single file" in which some browsers save a page (.mhtml): a letter of several parts (RFC 2557), the first of
 * which is the page, mostly quoted-printable (RFC 2045). The page is taken out and told where it was saved from; all
 * that stands beside it, pictures and styles, is left. Runs where mark-up is read: in the box. */
#include "config.h"

#include "src/intake/bytes.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define HEADER_LONGEST ((size_t)4096)

struct part {
    const char *at, *end;
};

bool bytes_are_mhtml(const unsigned char *bytes, size_t n)
{
    static const char *const starts[] = {"From: <Saved by", "From: \"Saved by", "MIME-Version: 1.0",
                                         "Content-Type: multipart/related"};
    for (size_t i = 0; i < MB_LENGTH(starts); i++)
        if (n > strlen(starts[i]) && strncasecmp((const char *)bytes, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

/* ---- headers ---------------------------------------------------------------------------------------- */

static const char *line_end(const struct part *part, const char *at)
{
    const char *end = memchr(at, '\n', (size_t)(part->end - at));
    return end ? end + 1 : part->end;
}

/* The value of NAME among the headers of PART, folded lines joined, a child of PARENT, or NULL. */
static char *header(const void *parent, const struct part *part, const char *name)
{
    size_t n = strlen(name);
    for (const char *at = part->at, *next; at < part->end && *at != '\n' && *at != '\r'; at = next) {
        next = line_end(part, at);
        while (next < part->end && (*next == ' ' || *next == '\t'))
            next = line_end(part, next);
        bool named = (size_t)(next - at) > n && strncasecmp(at, name, n) == 0 && at[n] == ':';
        if (named && (size_t)(next - at) < HEADER_LONGEST)
            return text_squeeze(parent, at + n + 1, (size_t)(next - at) - n - 1);
    }
    return NULL;
}

static void skip_headers(struct part *part)
{
    while (part->at < part->end && *part->at != '\n' && *part->at != '\r')
        part->at = line_end(part, part->at);
    part->at = line_end(part, part->at);
}

/* "----MultipartBoundary--x" of the header that names it; NULL. */
static char *boundary_of(const void *parent, const char *type)
{
    const char *found = type ? strcasestr(type, "boundary=") : NULL;
    if (!found)
        return NULL;
    found += strlen("boundary=");
    size_t n = *found == '"' ? strcspn(++found, "\"") : strcspn(found, "; ");
    return n > 0 ? mem_printf(parent, "--%.*s", (int)n, found) : NULL;
}

/* ---- parts ------------------------------------------------------------------------------------------ */

/* The line that begins with BOUNDARY from AT on, or the end. */
static const char *find_boundary(const struct part *whole, const char *at, const char *boundary)
{
    size_t n = strlen(boundary);
    while (at < whole->end && ((size_t)(whole->end - at) < n || memcmp(at, boundary, n) != 0))
        at = line_end(whole, at);
    return at;
}

static int digit_of(char c)
{
    return isdigit((unsigned char)c) ? c - '0' : isxdigit((unsigned char)c) ? (c | 32) - 'a' + 10 : -1;
}

static void decode_quoted(const struct part *part, struct buf *out)
{
    for (const char *at = part->at; at < part->end; at++) {
        size_t left = (size_t)(part->end - at);
        if (*at != '=') {
            buf_putc(out, *at);
        } else if (left > 1 && at[1] == '\n') {
            at += 1;
        } else if (left > 2 && at[1] == '\r' && at[2] == '\n') {
            at += 2;
        } else if (left > 2 && digit_of(at[1]) >= 0 && digit_of(at[2]) >= 0) {
            buf_putc(out, (char)(digit_of(at[1]) * 16 + digit_of(at[2])));
            at += 2;
        } else {
            buf_putc(out, *at);
        }
    }
}

static void decode_base64(const struct part *part, struct buf *out)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    static const unsigned shifts[] = {0, 0, 4, 2}; /* by the digits of four that are there */
    unsigned bits = 0, n = 0;
    for (const char *at = part->at; at < part->end && *at != '='; at++) {
        const char *digit = *at ? strchr(digits, *at) : NULL;
        if (!digit)
            continue;
        bits = (bits << 6 | (unsigned)(digit - digits)) & 0xFFFFFF;
        if (++n % 4 != 1)
            buf_putc(out, (char)(bits >> shifts[n % 4] & 0xFF));
    }
}

/* The page in PART, behind the comment by which browsers tell where a page was saved from. */
static char *decode_page(const void *parent, void *scratch, struct part *part, const char *address, size_t *n)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    char *encoding = header(scratch, part, "Content-Transfer-Encoding");
    if (address && !strstr(address, "--"))
        buf_printf(&out, "<!-- saved from url=(%04zu)%s -->\n", strlen(address), address);
    skip_headers(part);
    if (encoding && strcasecmp(encoding, "quoted-printable") == 0)
        decode_quoted(part, &out);
    else if (encoding && strcasecmp(encoding, "base64") == 0)
        decode_base64(part, &out);
    else
        buf_add(&out, part->at, (size_t)(part->end - part->at));
    *n = out.len;
    return buf_take(&out);
}

/* The page in WHOLE; what it takes on the way hangs on SCRATCH. */
static char *find_page(const void *parent, void *scratch, const struct part *whole, size_t *page_n)
{
    char *address = header(scratch, whole, "Snapshot-Content-Location");
    char *boundary = boundary_of(scratch, header(scratch, whole, "Content-Type"));
    const char *at = boundary ? find_boundary(whole, whole->at, boundary) : whole->end;
    while (at < whole->end) {
        struct part part = {line_end(whole, at), whole->end};
        at = part.end = find_boundary(whole, part.at, boundary);
        char *type = header(scratch, &part, "Content-Type");
        if (type && strncasecmp(type, "text/html", strlen("text/html")) == 0) {
            char *own = address ? address : header(scratch, &part, "Content-Location");
            return decode_page(parent, scratch, &part, own, page_n);
        }
    }
    return NULL;
}

char *mhtml_page(const void *parent, const unsigned char *bytes, size_t n, size_t *page_n)
{
    struct part whole = {(const char *)bytes, (const char *)bytes + n};
    void *scratch = talloc_named_const(NULL, 0, "letter");
    char *page = find_page(parent, scratch, &whole, page_n);
    talloc_free(scratch);
    return page;
}
