/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What form a document is, told from its content alone (field.md 3.2); the name of the file is never
 * looked at. What no reader of this release reads is told apart, too, so that the refusal can say what
 * the paper is and what to do. */
#include "config.h"

#include "src/intake/bytes.h"
#include "src/intake/readers.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define SNIFF_TAGS ((size_t)64 << 10) /* mark-up shows itself early; the text behind may be long */

#define REFUSE_CUT "cut short: it ends in the middle of a character; get it again"
#define REFUSE_XML                                                                                                     \
    "XML, perhaps of a council's web service: this release reads text; open the meeting's page and paste it as text"
#define REFUSE_HTML                                                                                                    \
    "a saved web page (HTML): this release reads text; open it in a browser, select all, copy, and save that as text"
#define REFUSE_OTHER                                                                                                   \
    "not a paper this release can read: it has neither the items of a meeting's page nor the agenda table of a pack"

/* Tags that a web page has and that no converter leaves in a text. */
static const char *const page_tags[] = {"<!doctype html", "<html",  "<head", "<body",  "<script",
                                        "<meta ",         "<link ", "<nav",  "<table", "<div"};

static bool starts_any_case(const char *text, const char *prefix)
{
    return strncasecmp(text, prefix, strlen(prefix)) == 0;
}

static const char *markup_refusal(const char *text)
{
    text += strspn(text, " \t\n\f\v");
    if (*text != '<')
        return NULL;
    size_t looked = 0;
    bool web_page = false;
    for (const char *at = text; !web_page && (at = strchr(at, '<')) && looked < SNIFF_TAGS; at++) {
        looked = (size_t)(at - text);
        for (size_t i = 0; i < MB_LENGTH(page_tags); i++)
            web_page |= starts_any_case(at, page_tags[i]);
    }
    if (web_page)
        return REFUSE_HTML;
    return text_starts(text, "<?xml") || text_starts(text, "<!") ? REFUSE_XML : NULL;
}

/* "<meeting>...": a root element without the XML declaration, closed at the very end. */
static bool is_one_element(const char *text)
{
    text += strspn(text, " \t\n\f\v");
    if (*text != '<' || !isalpha((unsigned char)text[1]))
        return false;
    size_t n = strcspn(text + 1, " \t\n/>");
    const char *end = strrchr(text, '<');
    return end > text && end[1] == '/' && strncmp(end + 2, text + 1, n) == 0;
}

/* ---- the answer -------------------------------------------------------------------------------- */

static struct sniffed sniff_text(const char *text)
{
    bool markdown;
    const char *refusal = markup_refusal(text);
    if (refusal)
        return (struct sniffed){FORM_UNKNOWN, refusal};
    if (pack_looks_like(text, &markdown))
        return (struct sniffed){markdown ? FORM_PACK_MARKDOWN : FORM_PACK_TEXT, NULL};
    if (page_item_looks_like(text))
        return (struct sniffed){FORM_ITEM_TEXT, NULL};
    if (page_text_looks_like(text))
        return (struct sniffed){FORM_PAGE_TEXT, NULL};
    return (struct sniffed){FORM_UNKNOWN, is_one_element(text) ? REFUSE_XML : REFUSE_OTHER};
}

struct sniffed intake_sniff(const struct document *document)
{
    const char *refusal = bytes_refusal(document->bytes, document->n);
    if (refusal)
        return (struct sniffed){FORM_UNKNOWN, refusal};
    if (bytes_cut_short(document->bytes, document->n))
        return (struct sniffed){FORM_UNKNOWN, REFUSE_CUT};
    char *text = text_decode(NULL, document->bytes, document->n, NULL, NULL);
    struct sniffed sniffed = sniff_text(text);
    talloc_free(text);
    return sniffed;
}
