/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* pdftohtml as a program of the box, and what is done where a page ends it: a crash, too much memory, no end. The pages
 * before are asked for again, the bad one is found by asking for pages one by one (its output is sent by the 4 KB, so that
 * the last ones before the bad page are lost with it), and the program goes on behind it (reliability.md 4.3: five times
 * at most, 60 s altogether). The pages are put together unread; the reader gets them as one document with gaps. */
#include "config.h"

#include "src/intake/bytes.h"
#include "src/intake/pdf_parts.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PIECE ((size_t)256 << 10) /* bytes of a frame */
#define CONTINUED_MAX 5
#define PROBES_MAX 40 /* pages asked for one by one, before a try of all the rest */
#define TOGETHER_MS 60000U
#define PART_S 10
#define PROBE_S 3

enum {
    FRAME_PAGE = 1, /* the number of a whole page, whose XML follows */
    FRAME_OUTLINE,  /* the outline's follows */
    FRAME_XML,
};

/* ---- the program ---------------------------------------------------------------------------------------- */

/* Words only, no pictures; also where a PDF asks that nobody copies from it. It insists on the name of an output. */
static const char *const pdf_words[] = {"-xml", "-i", "-nodrm", "-stdout", "-", "x", NULL};
static const char *const pdf_folders[] = {"/usr/share/poppler", "/usr/share/fonts", "/etc/fonts", NULL};
static const char known_pdf[] = "%PDF-1.4\n"
                                "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                                "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                                "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                                "/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
                                "4 0 obj<</Length 48>>stream\n"
                                "BT /F1 24 Tf 72 720 Td (Ferries Panel) Tj ET    \n"
                                "endstream endobj\n"
                                "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
                                "trailer<</Root 1 0 R>>\n%%EOF\n";
static const struct box_program pdf_program = {.name = "pdftohtml",
                                        .package = "poppler-utils",
                                        .folders = pdf_folders,
                                        .arguments = pdf_words,
                                        .known = known_pdf,
                                        .n_known = sizeof known_pdf - 1};

const struct box_program *pdf_program_of(const struct intake *intake)
{
    return intake->pdf ? intake->pdf : &pdf_program;
}

enum status pdf_failed(const struct box_result *result, struct err *err)
{
    /* What leads to the pages stands at the end of most PDFs: of one that is cut no page can be found. */
    static const char damaged[] = "a damaged PDF, or one whose end is missing, so that no page of it can be found: download it anew; if that one "
                                  "is so, too, open it elsewhere and print it into a new PDF";
    static const struct {
        const char *says, *means;
    } reasons[] = {
        {"ncorrect password", "a PDF that only a password opens: open it with that, print it into a new PDF and import the new one"},
        {"ncrypted", "a PDF that is encrypted in a way which cannot be read: print it into a new PDF and import that"},
        {"nsupported version/revision", "a PDF that is encrypted in a way which cannot be read: print it into a new PDF and import that"},
        {"May not be a PDF", damaged},
        {"xref", damaged},
        {"trailer", damaged},
        {"Couldn't", damaged},
    };
    for (size_t i = 0; i < MB_LENGTH(reasons); i++)
        if (strstr(result->said, reasons[i].says))
            return err_set(err, STATUS_INPUT, "%s", reasons[i].means);
    return STATUS_INPUT;
}

bool pdf_was_ended(const struct box_result *result)
{
    static const enum box_ending endings[] = {BOX_CRASHED, BOX_NO_MEMORY, BOX_NO_PROCESSOR, BOX_NO_TIME};
    for (size_t i = 0; i < MB_LENGTH(endings); i++)
        if (result->by_program && result->ending == endings[i])
            return true;
    return false;
}

/* ---- the worker: pages as they came ----------------------------------------------------------------------- */

static void send_xml(struct box_out *out, const char *from, const char *end)
{
    while (from < end) {
        size_t n = (size_t)(end - from) < PIECE ? (size_t)(end - from) : PIECE;
        while (from + n < end && ((unsigned char)from[n] & 0xC0) == 0x80)
            n--;
        box_frame(out, FRAME_XML, from, n);
        from += n;
    }
}

static long number_of(const char *page)
{
    static const char attribute[] = "<page number=\"";
    return text_starts(page, attribute) ? strtol(page + sizeof attribute - 1, NULL, 10) : 0;
}

void pdf_send_pages(const unsigned char *bytes, size_t n, struct box_out *out)
{
    static const char page_end[] = "</page>", outline_end[] = "</pdf2xml>";
    char *text = text_decode(NULL, bytes, n, NULL, NULL), *at = text, *end = NULL;
    for (; (at = strstr(at, "<page ")) && (end = strstr(at, page_end)); at = end) {
        end += sizeof page_end - 1;
        char *number = mem_printf(NULL, "%ld", number_of(at));
        box_puts(out, FRAME_PAGE, number);
        talloc_free(number);
        send_xml(out, at, end);
    }
    at = end ? end : text;
    char *outline = strstr(at, "<outline>"), *rest = outline ? strstr(outline, outline_end) : NULL;
    if (rest) {
        box_puts(out, FRAME_OUTLINE, "");
        send_xml(out, outline, rest);
    }
    talloc_free(text);
}

int pdf_whole_pages(const unsigned char *bytes, size_t n)
{
    static const char start[] = "<page number=\"", page_end[] = "</page>";
    const char *text = (const char *)bytes, *end = text + n, *stop = text;
    long last = 0;
    for (const char *at; (at = memmem(text, (size_t)(end - text), start, sizeof start - 1)) != NULL; text = at + 1) {
        stop = at < stop ? stop : memmem(at, (size_t)(end - at), page_end, sizeof page_end - 1);
        if (!stop)
            break;
        char digits[8] = "";
        size_t left = (size_t)(end - at) - (sizeof start - 1);
        memcpy(digits, at + sizeof start - 1, left < sizeof digits - 1 ? left : sizeof digits - 1);
        last = strtol(digits, NULL, 10);
    }
    return (int)last;
}

/* ---- who puts them together ------------------------------------------------------------------------------- */

struct parts {
    struct intake *intake;
    const unsigned char *bytes;
    size_t n;
    unsigned spent_ms;
    struct buf xml;
    long last;              /* the last page that was got */
    long bad;               /* the last one that ended the program */
    bool take, has_outline; /* take: what comes is wanted */
    bool over;              /* the document's end was reached */
};

static bool hear(void *to, uint32_t type, const char *text, size_t n)
{
    struct parts *parts = to;
    if (type == FRAME_PAGE) {
        long number = strtol(text, NULL, 10);
        parts->take = number > parts->last && number < INT_MAX;
        parts->last = parts->take ? number : parts->last;
    } else if (type == FRAME_OUTLINE) {
        parts->take = !parts->has_outline;
        parts->has_outline = true;
    } else if (type == FRAME_XML && parts->take) {
        buf_add(&parts->xml, text, n);
    }
    return type <= FRAME_XML && !parts->xml.full;
}

/* Pages FIRST to LAST (0: all the rest) in at most SECONDS. True: the program did well, or has no such page. */
static bool ask_for(struct parts *parts, long first, long last, unsigned seconds)
{
    char from[24], to[24];
    (void)snprintf(from, sizeof from, "%ld", first);
    (void)snprintf(to, sizeof to, "%ld", last);
    const char *words[12] = {"-f", from};
    size_t n = 2;
    if (last) {
        words[n++] = "-l";
        words[n++] = to;
    }
    for (size_t i = 0; pdf_words[i]; i++)
        words[n++] = pdf_words[i];
    unsigned left = (TOGETHER_MS - parts->spent_ms) / 1000;
    struct box_task task = {.worker = &intake_workers[0], .program = pdf_program_of(parts->intake), .program_arguments = words,
                            .bytes = parts->bytes, .n = parts->n, .argument = PDF_ASK_PAGES, .frame = hear, .to = parts};
    task.limits.processor_s = seconds < left ? seconds : left;
    task.limits.wall_ms = task.limits.processor_s * 1500;
    long before = parts->last;
    struct box_result result;
    enum status status = box_run(parts->intake->box, &task, &result, NULL);
    parts->spent_ms += result.wall_ms;
    bool past_the_end = result.ending == BOX_FAILED && result.by_program && parts->last == before;
    return status == STATUS_OK || past_the_end;
}

static bool has_time(const struct parts *parts)
{
    return parts->spent_ms + 1000 <= TOGETHER_MS;
}

static long next_page(const struct parts *parts)
{
    return (parts->last > parts->bad ? parts->last : parts->bad) + 1;
}

/* Page by page up to the one that ends the program, or to the document's end. */
static void find_bad_page(struct parts *parts)
{
    for (int i = 0; i < PROBES_MAX && has_time(parts); i++) {
        long wanted = next_page(parts);
        bool well = ask_for(parts, wanted, wanted, PROBE_S);
        if (parts->last >= wanted)
            continue;
        parts->over = well;
        parts->bad = well ? parts->bad : wanted;
        return;
    }
}

char *pdf_gather(const void *parent, struct intake *intake, const unsigned char *bytes, size_t n, int whole,
                 unsigned spent_ms, size_t *length)
{
    struct parts parts = {.intake = intake, .bytes = bytes, .n = n, .spent_ms = spent_ms};
    buf_init(&parts.xml, parent, BUF_MAX_DOCUMENT);
    buf_puts(&parts.xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pdf2xml>\n");
    if (whole > 0 && has_time(&parts))
        (void)ask_for(&parts, 1, whole, PART_S);
    for (int i = 0; i < CONTINUED_MAX && !parts.over && has_time(&parts); i++) {
        find_bad_page(&parts);
        if (parts.over || !has_time(&parts))
            break;
        parts.over = ask_for(&parts, next_page(&parts), 0, PART_S);
        if (parts.last == 0)
            break; /* not one of the first pages: nothing to be hoped for */
    }
    if (!parts.over && parts.last > 0)
        find_bad_page(&parts);
    if (parts.over && parts.last > parts.bad)
        buf_puts(&parts.xml, "</pdf2xml>\n");
    *length = parts.xml.len;
    char *xml = buf_take(&parts.xml);
    if (parts.last == 0) {
        talloc_free(xml);
        return NULL;
    }
    return xml;
}
