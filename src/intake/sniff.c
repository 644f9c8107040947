/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What form a document is, told from its content alone (field.md 3.2); the name of the file is never
 * looked at. What no reader of this release reads is told apart, too, so that the refusal can say what
 * the paper is and what to do. */
#include "config.h"

#include "src/intake/bytes.h"
#include "src/intake/readers.h"

#include <string.h>

#define REFUSE_CUT "cut short: it ends in the middle of a character; get it again"
#define REFUSE_OTHER                                                                                                   \
    "not a paper this release can read: it has neither the items of a meeting's page nor the agenda table of a pack"

/* ---- the answer -------------------------------------------------------------------------------- */

static struct sniffed sniff_text(const char *text, size_t n)
{
    bool markdown;
    struct sniffed sniffed;
    if (markup_sniff(text, n, &sniffed.form, &sniffed.refusal))
        return sniffed;
    if (pack_looks_like(text, &markdown))
        return (struct sniffed){markdown ? FORM_PACK_MARKDOWN : FORM_PACK_TEXT, NULL};
    if (page_item_looks_like(text))
        return (struct sniffed){FORM_ITEM_TEXT, NULL};
    if (page_text_looks_like(text))
        return (struct sniffed){FORM_PAGE_TEXT, NULL};
    return (struct sniffed){FORM_UNKNOWN, REFUSE_OTHER};
}

struct sniffed intake_sniff(const struct document *document)
{
    const char *refusal = bytes_refusal(document->bytes, document->n);
    if (refusal)
        return (struct sniffed){FORM_UNKNOWN, refusal};
    if (bytes_cut_short(document->bytes, document->n))
        return (struct sniffed){FORM_UNKNOWN, REFUSE_CUT};
    size_t n;
    char *text = text_decode(NULL, document->bytes, document->n, &n, NULL);
    struct sniffed sniffed = sniff_text(text, n);
    talloc_free(text);
    return sniffed;
}
