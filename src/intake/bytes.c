/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Formats that are told by their first bytes, and the signs that bytes are no text at all. Each format
 * that no reader of this release reads has one sentence: what it is, and what to do instead. */
#include "config.h"

#include "src/intake/bytes.h"

#include <string.h>

struct mark {
    const char *bytes;
    size_t n, at;
    const char *refusal;
};
#define MARK(literal, at, refusal) {literal, sizeof(literal) - 1, at, refusal}

#define REFUSE_ZIP "a ZIP or Word document (.docx and the like): open it and save it as PDF or plain text"
#define REFUSE_WORD "an old Office document (.doc, .xls, .msg): open it and save it as PDF or plain text"
#define REFUSE_RTF "a rich text document (.rtf): open it and save it as PDF or plain text"
#define REFUSE_PACKED "a compressed file: unpack it first"
#define REFUSE_IMAGE "a picture, and no text is read from pictures: get the paper as PDF, web page or text"
#define REFUSE_WEBARCHIVE "a web archive of Safari (.webarchive): save the page again as page source (HTML)"
#define REFUSE_STORE "an SQLite database, perhaps a store of minutebook: open it with --store FILE"
#define REFUSE_BINARY "neither a web page nor a PDF nor text"

static const struct mark marks[] = {
    MARK("PK\x03\x04", 0, REFUSE_ZIP),
    MARK("PK\x05\x06", 0, REFUSE_ZIP),
    MARK("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, REFUSE_WORD),
    MARK("{\\rtf", 0, REFUSE_RTF),
    MARK("\x1F\x8B", 0, REFUSE_PACKED),
    MARK("BZh", 0, REFUSE_PACKED),
    MARK("\xFD"
         "7zXZ",
         0, REFUSE_PACKED),
    MARK("7z\xBC\xAF\x27\x1C", 0, REFUSE_PACKED),
    MARK("\x28\xB5\x2F\xFD", 0, REFUSE_PACKED),
    MARK("\x89PNG", 0, REFUSE_IMAGE),
    MARK("\xFF\xD8\xFF", 0, REFUSE_IMAGE),
    MARK("GIF8", 0, REFUSE_IMAGE),
    MARK("II*\0", 0, REFUSE_IMAGE),
    MARK("MM\0*", 0, REFUSE_IMAGE),
    MARK("WEBP", 8, REFUSE_IMAGE),
    MARK("ftyp", 4, REFUSE_IMAGE),
    MARK("bplist00", 0, REFUSE_WEBARCHIVE),
    MARK("SQLite format 3", 0, REFUSE_STORE),
    MARK("\x7F"
         "ELF",
         0, REFUSE_BINARY),
};

/* A PDF may have junk before its mark; readers of PDF look at the first kilobyte. */
#define PDF_MARK_WITHIN ((size_t)1024)

static bool starts_at(const unsigned char *bytes, size_t n, const struct mark *mark)
{
    return n >= mark->at + mark->n && memcmp(bytes + mark->at, mark->bytes, mark->n) == 0;
}

bool bytes_are_pdf(const unsigned char *bytes, size_t n)
{
    if (n >= 5 && memcmp(bytes, "%PDF-", 5) == 0)
        return true;
    for (size_t i = 0; i + 8 <= n && i < PDF_MARK_WITHIN; i++)
        if (memcmp(bytes + i, "%PDF-1.", 7) == 0)
            return true;
    return false;
}

static bool has_utf16_bom(const unsigned char *bytes, size_t n)
{
    return n >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF));
}

/* Some NULs or controls are damage or a trick, which decoding mends and the gate shows; many NULs, or
 * many controls among bytes that are no UTF-8, are another thing than text. */
#define STRAY_SHARE 20 /* one in so many bytes */

static bool is_stray_control(unsigned char byte)
{
    return byte < 0x20 && byte != '\0' && !strchr("\t\n\r\f\v\x1B\x08", byte);
}

static bool is_utf8_between_nuls(const unsigned char *bytes, size_t n)
{
    for (size_t start = 0; start < n;) {
        const unsigned char *nul = memchr(bytes + start, '\0', n - start);
        size_t piece = nul ? (size_t)(nul - bytes) - start : n - start;
        if (!text_is_utf8((const char *)bytes + start, piece))
            return false;
        start += piece + 1;
    }
    return true;
}

static bool is_binary(const unsigned char *bytes, size_t n)
{
    size_t nuls = 0, stray = 0;
    for (size_t i = 0; i < n; i++) {
        nuls += bytes[i] == '\0';
        stray += is_stray_control(bytes[i]);
    }
    return nuls > n / STRAY_SHARE || (nuls + stray > n / STRAY_SHARE && !is_utf8_between_nuls(bytes, n));
}

const char *bytes_refusal(const unsigned char *bytes, size_t n)
{
    for (size_t i = 0; i < MB_LENGTH(marks); i++)
        if (starts_at(bytes, n, &marks[i]))
            return marks[i].refusal;
    if (bytes_are_pdf(bytes, n))
        return NULL;
    return !has_utf16_bom(bytes, n) && is_binary(bytes, n) ? REFUSE_BINARY : NULL;
}

/* A text may begin with a bracket, but not with one of these two and what follows it there. */
bool bytes_are_json(const unsigned char *bytes, size_t n)
{
    size_t i = n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (i < n && strchr(" \t\r\n", bytes[i]) && bytes[i])
        i++;
    unsigned char open = i < n ? bytes[i] : '\0';
    for (i++; i < n && bytes[i] && strchr(" \t\r\n", bytes[i]);)
        i++;
    unsigned char inside = i < n ? bytes[i] : '\0';
    return (open == '{' && inside == '"') || (open == '[' && inside == '{');
}

/* Bytes of the UTF-8 sequence that LEAD opens, 0 where it opens none. */
static size_t sequence_length(unsigned char lead)
{
    return lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 * (lead < 0xF0) : lead >= 0xC2 ? 2 : 0;
}

bool bytes_cut_short(const unsigned char *bytes, size_t n)
{
    if (has_utf16_bom(bytes, n))
        return n % 2 != 0;
    size_t tail = 0; /* continuation bytes at the end */
    while (tail < 3 && tail < n && (bytes[n - 1 - tail] & 0xC0) == 0x80)
        tail++;
    if (tail == n)
        return false;
    size_t start = n - 1 - tail;
    if (sequence_length(bytes[start]) <= tail + 1)
        return false;
    /* A last byte like this is also an accented letter of windows-1252: only a text that is UTF-8 up
     * to here, and in more than ASCII, has been cut. */
    bool more_than_ascii = false;
    for (size_t i = 0; i < start; i++)
        more_than_ascii |= bytes[i] >= 0x80;
    return more_than_ascii && text_is_utf8((const char *)bytes, start);
}
