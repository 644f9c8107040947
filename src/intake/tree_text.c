/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Short texts of a tree: one line for an element, the value of an element of XML, an address. */
#include "config.h"

#include "src/intake/tree_private.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* A button shows its words as the heading of what it opens, else only what it does. */
static bool is_lone_button(const struct node *node)
{
    const struct node *parent = node_is(node, "button") ? node_parent(node) : NULL;
    const char *name = parent ? node_name(parent) : "";
    bool heading = (*name | 32) == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0';
    return node_is(node, "button") && !heading;
}

bool node_is_hidden(const struct node *node)
{
    static const char *const names[] = {"script", "style",  "head",   "noscript", "template", "select",
                                        "input",  "iframe", "object",   "svg",      "textarea"};
    if (node_is_any(node, names, MB_LENGTH(names)) || is_lone_button(node))
        return true;
    const char *style = node_attribute(node, "style");
    const char *display = style ? strcasestr(style, "display") : NULL;
    if (display) {
        display += strlen("display");
        display += strspn(display, " :");
    }
    return (display && strncasecmp(display, "none", 4) == 0) || node_has_class(node, "mgHide");
}

/* Bytes of a character at TEXT that shows nothing: U+00AD, U+200B to U+200D, U+2060, U+FEFF. */
static size_t nothing_at(const char *text)
{
    static const char *const nothing[] = {"\xC2\xAD",     "\xE2\x80\x8B", "\xE2\x80\x8C",
                                          "\xE2\x80\x8D", "\xE2\x81\xA0", "\xEF\xBB\xBF"};
    for (size_t i = 0; i < MB_LENGTH(nothing); i++)
        if (text_starts(text, nothing[i]))
            return strlen(nothing[i]);
    return 0;
}

/* Bytes of a blank at TEXT. */
static size_t space_at(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    if (*at == ' ' || (*at >= '\t' && *at <= '\r'))
        return 1;
    if (at[0] == 0xC2 && (at[1] == 0xA0 || at[1] == 0x85))
        return 2;
    bool wide = at[0] == 0xE2 && at[1] == 0x80 &&
                ((at[2] >= 0x80 && at[2] <= 0x8A) || at[2] == 0xA8 || at[2] == 0xA9 || at[2] == 0xAF);
    return wide || text_starts(text, "\xE3\x80\x80") ? 3 : 0;
}

void add_squeezed(struct buf *out, const char *text, bool *blank)
{
    while (*text) {
        size_t space = space_at(text), nothing = (unsigned char)*text >= 0xC2 ? nothing_at(text) : 0;
        if (space || nothing) {
            *blank |= space > 0;
            text += space + nothing;
            continue;
        }
        if (*blank && out->len > 0 && !strchr("\n\t", out->data[out->len - 1]))
            buf_putc(out, ' ');
        *blank = false;
        size_t n = 1;
        while (text[n] && (unsigned char)text[n] > ' ' && (unsigned char)text[n] < 0x80)
            n++;
        while (((unsigned char)text[n] & 0xC0) == 0x80)
            n++;
        buf_add(out, text, n);
        text += n;
    }
}

bool parts_words(const struct node *node)
{
    static const char *const inlines[] = {"a",    "b",   "i",   "u",     "em",     "strong",   "span",
                                          "font", "sup", "sub", "small", "big",    "abbr",     "code",
                                          "mark", "ins", "del", "s",     "p:span", "smarttag", "st1:place"};
    return !node_is_any(node, inlines, MB_LENGTH(inlines));
}

char *node_text(const void *parent, const struct node *node, const char *leave_out)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    bool blank = false, left_out = false;
    const xmlNode *within = of_node(node);
    for (const xmlNode *at = within; (at = node_step(at, within, !left_out)) != NULL;) {
        const struct node *element = at->type == XML_ELEMENT_NODE ? (const struct node *)at : NULL;
        const struct node *before =
            at->prev && at->prev->type == XML_ELEMENT_NODE ? (const struct node *)at->prev : NULL;
        blank |= (element && parts_words(element)) || (before && parts_words(before));
        left_out = element && (node_is_hidden(element) || (leave_out && node_has_class(element, leave_out)));
        if (text_content(at))
            add_squeezed(&out, text_content(at), &blank);
    }
    return buf_take(&out);
}

#define LEAD_STEPS 60 /* nodes that are asked for the beginning of a text */

void node_text_behind(const struct node *node, char *out, size_t size)
{
    const xmlNode *behind = of_node(node)->next;
    const char *content = behind && behind->type == XML_TEXT_NODE ? text_content(behind) : NULL;
    char *text = content ? text_squeeze(NULL, content, strnlen(content, 4 * size)) : NULL;
    snprintf(out, size, "%s", text ? text : "");
    talloc_free(text);
}

void node_lead(const struct node *node, char *out, size_t size, bool *whole)
{
    struct buf text;
    buf_init(&text, NULL, BUF_MAX_DOCUMENT);
    buf_puts(&text, "");
    bool blank = false, hidden = node_is_hidden(node), cut = false;
    const xmlNode *within = of_node(node), *at = within;
    for (int i = 0; i < LEAD_STEPS && at && text.len < size && !hidden; i++) {
        bool below = at == within || at->type != XML_ELEMENT_NODE || !node_is_hidden((const struct node *)at);
        at = node_step(at, within, below);
        if (!at)
            break;
        blank |= at->type == XML_ELEMENT_NODE && parts_words((const struct node *)at);
        blank |= at->prev && at->prev->type == XML_ELEMENT_NODE && parts_words((const struct node *)at->prev);
        size_t length = text_content(at) ? strnlen(text_content(at), 4 * size) : 0;
        char *words = length > 0 ? mem_strndup(text.parent, text_content(at), length) : NULL;
        if (words)
            add_squeezed(&text, words, &blank);
        talloc_free(words);
        cut |= length == 4 * size;
    }
    *whole = !at && !cut && text.len < size;
    size_t n = text.len < size ? text.len : size - 1;
    while (n > 0 && n < text.len && ((unsigned char)text.data[n] & 0xC0) == 0x80)
        n--;
    memcpy(out, text.data, n);
    out[n] = '\0';
    buf_release(&text);
}

char *node_value(const void *parent, const struct node *node, const char *name)
{
    const struct node *child = node_child(node, name);
    if (!child)
        return NULL;
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    const xmlNode *within = of_node(child);
    for (const xmlNode *at = within; (at = node_step(at, within, true)) != NULL;)
        if (text_content(at))
            buf_puts(&out, text_content(at));
    char *whole = buf_take(&out), *value = text_trim(whole);
    char *kept = *value ? mem_strdup(parent, value) : NULL;
    talloc_free(whole);
    return kept;
}

static bool is_below(const xmlNode *at, const xmlNode *within, const char *name)
{
    for (; at && at != within; at = at->parent)
        if (at->type == XML_ELEMENT_NODE && node_is((const struct node *)at, name))
            return true;
    return false;
}

char *node_words(const void *parent, const struct node *node, const char *name, size_t *inside)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    size_t start = 0;
    bool counts = name != NULL;
    const xmlNode *within = of_node(node);
    for (const xmlNode *at = within; (at = node_step(at, within, true)) != NULL;) {
        const char *text = text_content(at);
        if (!text)
            continue;
        counts = counts && is_below(at->parent, within, name);
        start += counts ? strlen(text) : 0;
        buf_puts(&out, text);
    }
    if (inside)
        *inside = start;
    return buf_take(&out);
}

/* ---- addresses ------------------------------------------------------------------------------- */

/* Bytes of the scheme that HREF begins with, "https:" and the like; 0 where it is relative. */
static size_t scheme_of(const char *href)
{
    size_t n = 0;
    while (isalpha((unsigned char)href[n]))
        n++;
    return n > 1 && href[n] == ':' ? n + 1 : 0;
}

/* The bytes of "https://host" in SITE. */
static size_t host_of(const char *site)
{
    const char *host = strstr(site, "//");
    return host ? (size_t)(host - site) + 2 + strcspn(host + 2, "/") : 0;
}

static void add_escaped(struct buf *out, const char *href)
{
    for (; *href; href++) {
        if (*href == '\n' || *href == '\r' || *href == '\t')
            continue; /* as browsers do */
        if ((unsigned char)*href <= ' ' || strchr("\"<>\x7F", *href))
            buf_printf(out, "%%%02X", (unsigned char)*href);
        else
            buf_putc(out, *href);
    }
}

#define ADDRESS_MAX ((size_t)4096)

char *link_address(const void *parent, const char *href, const char *site)
{
    while (*href && (unsigned char)*href <= ' ')
        href++;
    size_t scheme = scheme_of(href), n = strlen(href);
    static const char *const known[] = {"http:", "https:", "mailto:"};
    bool opens = scheme == 0 && *href != '\0' && *href != '#';
    for (size_t i = 0; i < MB_LENGTH(known); i++)
        opens |= scheme > 0 && strncasecmp(href, known[i], strlen(known[i])) == 0;
    if (!opens || n > ADDRESS_MAX)
        return NULL;
    struct buf out;
    buf_init(&out, parent, ADDRESS_MAX * 4);
    while (n > 0 && (unsigned char)href[n - 1] <= ' ')
        n--;
    char *trimmed = mem_strndup(parent, href, n);
    if (scheme == 0 && site && text_starts(trimmed, "//"))
        buf_printf(&out, "%.*s", (int)(strchr(site, '/') - site), site);
    else if (scheme == 0 && site && *trimmed == '/')
        buf_printf(&out, "%.*s", (int)host_of(site), site);
    else if (scheme == 0 && site)
        buf_printf(&out, "%s/", site);
    add_escaped(&out, text_starts(trimmed, "./") ? trimmed + 2 : trimmed);
    talloc_free(trimmed);
    return buf_take(&out);
}
