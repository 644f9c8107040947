/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Bytes of any origin as UTF-8 (reliability.md 4.1). Labels are not believed: a byte order mark decides,
 * else what is valid UTF-8 is kept and every other byte is windows-1252. */
#include "config.h"

#include "classes.h"

#include <minutebook/text.h>

#include <string.h>
#include <unistr.h>

#define REPLACEMENT 0xFFFDu

struct decoder {
    struct buf out;
    struct decode_report report;
    bool after_cr;
};

/* windows-1252, 0x80 to 0x9F; the five it leaves out are U+FFFD (encoding.spec.whatwg.org). */
static const uint16_t windows_1252[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

/* One code point to the output: NUL is replaced, CR LF and CR become LF. */
static void put(struct decoder *decoder, uint32_t c)
{
    uint8_t bytes[6];
    bool lf_of_pair = c == '\n' && decoder->after_cr;
    decoder->after_cr = c == '\r';
    if (lf_of_pair)
        return;
    if (c == 0) {
        decoder->report.nuls++;
        c = REPLACEMENT;
    }
    int n = u8_uctomb(bytes, c == '\r' ? '\n' : c, sizeof bytes);
    buf_add(&decoder->out, (const char *)bytes, (size_t)n);
}

/* Bytes that need no thought: anything but CR, LF, NUL and 0x80 on. */
static size_t plain_run(const char *bytes, size_t n)
{
    size_t i = 0;
    while (i < n && (unsigned char)bytes[i] < 0x80 && bytes[i] != '\r' && bytes[i] != '\n' && bytes[i] != '\0')
        i++;
    return i;
}

static void decode_bytes(struct decoder *decoder, const char *bytes, size_t n)
{
    for (size_t i = 0; i < n;) {
        size_t run = plain_run(bytes + i, n - i);
        uint32_t c;
        if (run) {
            decoder->after_cr = false;
            buf_add(&decoder->out, bytes + i, run);
            i += run;
            continue;
        }
        size_t used = text_decode_one(&c, bytes + i, n - i);
        if (used == 0) {
            unsigned char byte = (unsigned char)bytes[i];
            c = byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
            decoder->report.replaced++;
        }
        put(decoder, c);
        i += used ? used : 1;
    }
}

static uint32_t unit_at(const unsigned char *bytes, bool big_endian)
{
    return big_endian ? (uint32_t)bytes[0] << 8 | bytes[1] : (uint32_t)bytes[1] << 8 | bytes[0];
}

/* UTF-16 without its mark; an unpaired surrogate or a last odd byte is U+FFFD. */
static void decode_utf16(struct decoder *decoder, const unsigned char *bytes, size_t n, bool big_endian)
{
    size_t i = 0;
    for (; i + 1 < n; i += 2) {
        uint32_t c = unit_at(bytes + i, big_endian);
        uint32_t low = i + 3 < n ? unit_at(bytes + i + 2, big_endian) : 0;
        if (c >= 0xD800 && c <= 0xDBFF && low >= 0xDC00 && low <= 0xDFFF) {
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        } else if (c >= 0xD800 && c <= 0xDFFF) {
            c = REPLACEMENT;
            decoder->report.replaced++;
        }
        put(decoder, c);
    }
    if (i < n) {
        decoder->report.replaced++;
        put(decoder, REPLACEMENT);
    }
}

char *text_decode(const void *parent, const void *bytes, size_t n, size_t *out_len, struct decode_report *report)
{
    const char *at = bytes;
    struct decoder decoder = {0};
    buf_init(&decoder.out, parent, 3 * n); /* a byte becomes three at most */
    if (n >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
        decode_bytes(&decoder, at + 3, n - 3);
    else if (n >= 2 && (memcmp(at, "\xFF\xFE", 2) == 0 || memcmp(at, "\xFE\xFF", 2) == 0))
        decode_utf16(&decoder, (const unsigned char *)at + 2, n - 2, at[0] == '\xFE');
    else
        decode_bytes(&decoder, at, n);
    if (report)
        *report = decoder.report;
    if (out_len)
        *out_len = decoder.out.len;
    return buf_take(&decoder.out);
}

bool text_is_utf8(const char *text, size_t n)
{
    return n == 0 || (!memchr(text, '\0', n) && !u8_check((const uint8_t *)text, n));
}
