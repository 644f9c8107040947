/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How names are compared: of committees, councils and sites, meetings and addresses of papers. */
#include "config.h"

#include "src/store/placed.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

char *committee_key(const void *parent, const char *name)
{
    return name ? text_fold(parent, name) : NULL;
}

char *site_key(const void *parent, const char *site)
{
    if (!site)
        return NULL;
    const char *scheme = strstr(site, "://");
    char *key = mem_strdup(parent, scheme ? scheme + 3 : site);
    for (char *c = key; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    for (size_t n = strlen(key); n > 0 && key[n - 1] == '/'; n--)
        key[n - 1] = '\0';
    return key;
}

char *base_id(const void *parent, const char *committee, struct date day)
{
    if (!committee || !date_is_set(day))
        return NULL;
    char *slug = text_slug(NULL, committee);
    char *id = *slug ? mem_printf(parent, "%s-%s", slug, date_iso(slug, day)) : NULL;
    talloc_free(slug);
    return id;
}

bool form_is_report(enum form form)
{
    return form == FORM_REPORT_TEXT || form == FORM_REPORT_PDF;
}

bool form_is_supplement(enum form form)
{
    return form == FORM_SUPPLEMENT_TEXT || form == FORM_SUPPLEMENT_PDF;
}

/* ---- addresses ------------------------------------------------------------------------------------------------- */

static int hex_value(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* One character of an address in the one way it can be put: "&" for its entity, "%20" and the like for themselves, but not for
 * what parts an address. Returns the bytes used. */
static size_t put_plain(struct buf *out, const char *at)
{
    static const char *const ampersands[] = {"&amp;", "&#38;", "&#x26;"};
    int high = at[0] == '%' ? hex_value(at[1]) : -1, low = high >= 0 ? hex_value(at[2]) : -1;
    for (size_t i = 0; i < MB_LENGTH(ampersands); i++)
        if (strncasecmp(at, ampersands[i], strlen(ampersands[i])) == 0) {
            buf_putc(out, '&');
            return strlen(ampersands[i]);
        }
    if (low < 0) {
        buf_putc(out, at[0]);
        return 1;
    }
    int c = high * 16 + low;
    if (c >= ' ' && c < 0x7F && !strchr("%/?#&=+", c))
        buf_putc(out, (char)c);
    else
        buf_printf(out, "%%%02X", (unsigned)c);
    return 3;
}

/* URL without scheme, usual port, fragment and last stroke, the host in lower case. */
static char *address_key(const void *parent, const char *url)
{
    struct buf plain;
    char *text = text_squeeze(parent, url, strlen(url)), *scheme = strstr(text, "://");
    bool whole = scheme && (strncasecmp(text, "http://", 7) == 0 || strncasecmp(text, "https://", 8) == 0);
    const char *at = whole ? scheme + 3 : text;
    buf_init(&plain, parent, BUF_MAX_DOCUMENT);
    for (; whole && *at && !strchr("/?#:", *at); at++)
        buf_putc(&plain, (char)tolower((unsigned char)*at));
    size_t port = whole && *at == ':' ? 1 + strspn(at + 1, "0123456789") : 0;
    if (port && (strncmp(at, ":80", port) == 0 || strncmp(at, ":443", port) == 0))
        at += port;
    while (*at && *at != '#')
        at += put_plain(&plain, at);
    while (plain.len && plain.data[plain.len - 1] == '/')
        plain.data[--plain.len] = '\0';
    return buf_take(&plain);
}

/* "112217" of ".../documents/s112217/Report.pdf"; NULL where it is no such address. */
static char *address_document(const void *parent, const char *url)
{
    static const char folder[] = "documents/s";
    for (const char *at = url; url && *at; at++) {
        bool begins = at == url || at[-1] == '/';
        size_t n = begins && strncasecmp(at, folder, strlen(folder)) == 0 ? strspn(at + strlen(folder), "0123456789") : 0;
        const char *end = at + strlen(folder) + n;
        if (n && (*end == '\0' || strchr("/?#", *end)))
            return mem_strndup(parent, end - n, n);
    }
    return NULL;
}

static char *site_of(const void *parent, const char *url, const char *site)
{
    char *own = url ? address_site(parent, url) : NULL;
    return site_key(parent, own ? own : site);
}

bool attachment_is_at(const struct attachment *attachment, const char *site, const char *url)
{
    if (!url || (!attachment->url && !attachment->service_id))
        return false;
    void *scratch = talloc_named_const(NULL, 0, "address");
    const char *listed = attachment->service_id ? attachment->service_id : address_document(scratch, attachment->url);
    const char *asked = address_document(scratch, url), *of = site_of(scratch, attachment->url, site), *in = site_of(scratch, url, NULL);
    bool same = attachment->url && strcmp(address_key(scratch, attachment->url), address_key(scratch, url)) == 0;
    if (!same && listed && asked)
        same = strcmp(listed, asked) == 0 && (!of || !in || strcmp(of, in) == 0);
    talloc_free(scratch);
    return same;
}
