/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Is a text HTML or XML, and which form of paper (field.md 3.2)? The root element tells, never the name of the file:
 * a council's web service answers errors as web pages. */
#include "config.h"

#include "src/intake/service.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define SNIFF_TAGS ((size_t)64 << 10) /* mark-up shows itself early; the text behind may be long */
#define ROOT_WITHIN 16                /* elements of an envelope before the one that counts */

#define REFUSE_XML "XML, but none of a council's web service that is read: open the meeting's page and save that"
#define REFUSE_MEMBERS "a list of councillors with their addresses: personal details are not kept"
#define REFUSE_FEED "a news feed, which holds titles only: open the meeting's page and save that"
#define REFUSE_BROKEN                                                                                                  \
    "XML that cannot be read: it holds no element, or declares entities of its own, which no council's papers do"
#define REFUSE_ATTACHMENT                                                                                              \
    "the details of one document, not the document itself: open the address that stands in it and save that"
#define REFUSE_FAULT                                                                                                   \
    "an error of the council's web service, not a reply: ask for the meeting again, with every parameter in the "      \
    "address"
#define REFUSE_LATER                                                                                                   \
    "a list of the council's web service or site, which this release cannot read yet: open a meeting's page and save " \
    "that"

/* Root elements of the web service; FORM_UNKNOWN: with the sentence why it is refused. */
static const struct {
    const char *name;
    enum form form;
    const char *refusal;
} roots[] = {
    {"meeting", FORM_SERVICE_XML, NULL},
    {"getmeetings", FORM_LIST_XML, NULL},
    {"getmeetingsbydate", FORM_LIST_XML, NULL},
    {"getallmeetingsbydate", FORM_LIST_XML, NULL},
    {"committees", FORM_LIST_XML, NULL},
    {"attachment", FORM_UNKNOWN, REFUSE_ATTACHMENT},
    {"fault", FORM_UNKNOWN, REFUSE_FAULT},
    {"councillorsbyward", FORM_UNKNOWN, REFUSE_MEMBERS},
    {"memberlist", FORM_UNKNOWN, REFUSE_MEMBERS},
    {"rss", FORM_UNKNOWN, REFUSE_FEED},
    {"feed", FORM_UNKNOWN, REFUSE_FEED},
};

static bool starts_any_case(const char *text, const char *prefix)
{
    return strncasecmp(text, prefix, strlen(prefix)) == 0;
}

static const char *behind_comments(const char *text)
{
    for (const char *end; text_starts(text, "<!--") && (end = strstr(text, "-->")); text += strspn(text, " \t\r\n\f\v"))
        text = end + strlen("-->");
    return text;
}

/* Behind blanks, the XML declaration, comments and the document type: the first element, or the end. */
static const char *first_element(const char *text)
{
    for (;;) {
        text += strspn(text, " \t\r\n\f\v");
        const char *end = text_starts(text, "<!--")                            ? "-->"
                          : text_starts(text, "<?") || text_starts(text, "<!") ? ">"
                                                                               : NULL;
        const char *found = end ? strstr(text, end) : NULL;
        if (!found)
            return text;
        text = found + strlen(end);
    }
}

/* Tags that a web page has and that no converter leaves in a text. */
static bool has_page_tags(const char *text)
{
    static const char *const tags[] = {"<!doctype html", "<html",  "<head", "<body",  "<script",
                                       "<meta ",         "<link ", "<nav",  "<table", "<div"};
    const char *start = text;
    for (; (text = strchr(text, '<')) && (size_t)(text - start) < SNIFF_TAGS; text++)
        for (size_t i = 0; i < MB_LENGTH(tags); i++)
            if (starts_any_case(text, tags[i]))
                return true;
    return false;
}

/* "<meeting>...": a root element without the XML declaration, closed at the very end. */
static bool is_one_element(const char *text)
{
    if (*text != '<' || !isalpha((unsigned char)text[1]))
        return false;
    size_t n = strcspn(text + 1, " \t\n/>");
    const char *end = strrchr(text, '<'), *close = end + strcspn(end, ">");
    bool last = close[strspn(close, "> \t\r\n")] == '\0';
    return last && end > text && end[1] == '/' && strncmp(end + 2, text + 1, n) == 0;
}

/* The root of a reply, or the envelope round one: what stands in it may hold the tags of pages. */
static bool is_known_root(const char *element)
{
    size_t n = *element == '<' ? strcspn(element + 1, " \t\r\n/>") : 0;
    const char *colon = n > 0 ? memchr(element + 1, ':', n) : NULL;
    if (colon) {
        n -= (size_t)(colon - element);
        element = colon;
    }
    if (n == strlen("envelope") && strncasecmp(element + 1, "envelope", n) == 0)
        return true;
    for (size_t i = 0; i < MB_LENGTH(roots); i++)
        if (strlen(roots[i].name) == n && strncasecmp(element + 1, roots[i].name, n) == 0)
            return true;
    return false;
}

enum markup { MARKUP_NONE, MARKUP_HTML, MARKUP_XML };

static enum markup markup_of(const char *text)
{
    const char *start = text + strspn(text, " \t\r\n\f\v"), *element = first_element(text);
    const char *behind = behind_comments(start);
    if (*start != '<' || (*behind && *behind != '<'))
        return MARKUP_NONE;
    if (is_known_root(element))
        return MARKUP_XML;
    if (has_page_tags(start))
        return MARKUP_HTML;
    bool xml = text_starts(start, "<?xml") || text_starts(start, "<!") || is_one_element(element);
    return xml ? MARKUP_XML : MARKUP_NONE;
}

/* The form of a tree of XML: of its root, or of the element that an envelope holds. */
static enum form form_of_roots(const struct tree *tree, const char **refusal)
{
    const struct node *root = tree_root(tree), *at = root;
    for (size_t k = 0; k < ROOT_WITHIN && at; k++, at = node_next(at, root))
        for (size_t i = 0; i < MB_LENGTH(roots); i++)
            if (node_is(at, roots[i].name)) {
                *refusal = roots[i].refusal;
                return roots[i].form;
            }
    *refusal = REFUSE_XML;
    return FORM_UNKNOWN;
}

/* The same, also where the envelope holds the reply as a text. */
static enum form xml_form(const struct tree *tree, const char **refusal)
{
    enum form form = form_of_roots(tree, refusal);
    struct tree *inner;
    char *reply = form == FORM_UNKNOWN && *refusal && strcmp(*refusal, REFUSE_XML) == 0 ? service_wrapped(NULL, tree) : NULL;
    if (reply && tree_read_xml(NULL, reply, strlen(reply), &inner, NULL) == STATUS_OK) {
        form = form_of_roots(inner, refusal);
        talloc_free(inner);
    }
    talloc_free(reply);
    return form;
}

bool markup_begins(const char *text)
{
    return markup_of(text) != MARKUP_NONE;
}

bool markup_sniff(const char *text, size_t n, enum form *form, const char **refusal)
{
    enum markup markup = markup_of(text);
    if (markup == MARKUP_NONE)
        return false;
    struct tree *tree;
    enum status status =
        markup == MARKUP_HTML ? tree_read_html(NULL, text, n, &tree, NULL) : tree_read_xml(NULL, text, n, &tree, NULL);
    *form = FORM_UNKNOWN;
    *refusal = REFUSE_BROKEN;
    if (status != STATUS_OK)
        return true;
    *form = markup == MARKUP_HTML ? html_form(tree, text, n, refusal) : xml_form(tree, refusal);
    if (*form != FORM_UNKNOWN && !form_has_reader(*form)) {
        *form = FORM_UNKNOWN;
        *refusal = REFUSE_LATER;
    }
    talloc_free(tree);
    return true;
}
