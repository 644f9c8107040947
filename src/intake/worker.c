/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The two ends of a reading in a box: the worker, which answers with a form or with a whole draft as the flat record
 * of record_write(), and who asked it. A value larger than a frame comes in pieces. */
#include "config.h"

#include "src/intake/bytes.h"
#include "src/intake/pdf_parts.h"
#include "src/intake/worker.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define PIECE ((size_t)256 << 10) /* of a long value */
#define ASK_SNIFF "sniff"
#define ASK_READ "read " /* and the form's name, or "any" */
#define ANY_FORM "any"

enum {
    FRAME_FORM = 1, /* the form's name */
    FRAME_REFUSED,  /* a sentence */
    FRAME_FIELD,    /* depth, NUL, name, NUL, the value or its beginning */
    FRAME_MORE,     /* of the same value */
    FRAME_RECORD,   /* depth, NUL, name: a record opens */
    FRAME_WHOLE,    /* the last page of a PDF that came whole, where its program was ended */
};

/* ---- the worker --------------------------------------------------------------------------------- */

/* The longest beginning of TEXT of at most N bytes that ends between characters. */
static size_t whole_characters(const char *text, size_t n)
{
    if (strnlen(text, n + 1) <= n)
        return strlen(text);
    while (n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80)
        n--;
    return n;
}

static void send_value(void *to, int depth, const char *name, const char *value)
{
    struct box_out *out = to;
    struct buf frame;
    buf_init(&frame, NULL, BOX_FRAME_MAX);
    buf_printf(&frame, "%d", depth);
    buf_putc(&frame, '\0');
    buf_puts(&frame, name);
    if (value) {
        size_t n = whole_characters(value, PIECE);
        buf_putc(&frame, '\0');
        buf_add(&frame, value, n);
        value += n;
    }
    box_frame(out, value ? FRAME_FIELD : FRAME_RECORD, frame.data, frame.len);
    buf_release(&frame);
    while (value && *value) {
        size_t n = whole_characters(value, PIECE);
        box_frame(out, FRAME_MORE, value, n);
        value += n;
    }
}

/* Where a PDF's program was ended, its pages break off. */
static void say_whole_pages(const unsigned char *bytes, size_t n, struct box_out *out)
{
    bool pages = memmem(bytes, n < 512 ? n : 512, "<pdf2xml", 8) != NULL;
    int whole = pages ? pdf_whole_pages(bytes, n) : 0;
    char *words = mem_printf(NULL, "%d", whole);
    if (whole > 0)
        box_puts(out, FRAME_WHOLE, words);
    talloc_free(words);
}

static void work(const unsigned char *bytes, size_t n, const char *argument, struct box_out *out)
{
    void *scratch = talloc_named_const(NULL, 0, "work");
    if (argument && strcmp(argument, PDF_ASK_PAGES) == 0) {
        pdf_send_pages(bytes, n, out);
    } else if (argument && strncmp(argument, ASK_READ, strlen(ASK_READ)) == 0) {
        say_whole_pages(bytes, n, out);
        enum form form = FORM_UNKNOWN;
        struct draft *draft;
        struct err err = {0};
        bool named = form_parse(argument + strlen(ASK_READ), &form);
        if (read_here(scratch, bytes, n, named ? form : FORM_UNKNOWN, &draft, &err) != STATUS_OK) {
            box_puts(out, FRAME_REFUSED, err.text);
        } else {
            box_puts(out, FRAME_FORM, form_name(draft->form));
            record_write(&draft_type, draft, send_value, out);
        }
    } else {
        struct sniffed sniffed = sniff_here(bytes, n);
        if (sniffed.form == FORM_UNKNOWN)
            box_puts(out, FRAME_REFUSED, sniffed.refusal);
        else
            box_puts(out, FRAME_FORM, form_name(sniffed.form));
    }
    talloc_free(scratch);
}

/* Goes through the box before the first paper: all that a page needs of the libraries. */
static const char known[] = "<!DOCTYPE html><html><head><title>Agenda</title></head><body><div id=\"modgov\"><h1 "
                            "class=\"mgMainTitleTxt\">Agenda and "
                            "minutes</h1><h2 class=\"mgSubTitleTxt\">Ferries Panel - Thursday 3 November 2022 10.00 "
                            "am</h2><table id=\"mgItemTable\"><tr>"
                            "<td class=\"mgItemNumberCell\"><p class=\"mgAiTitleTxt\">7.</p></td><td><p "
                            "class=\"mgAiTitleTxt\">Caf&#233;s on board</p>"
                            "<p class=\"mgSubItemTitleTxt\">Minutes:</p><div class=\"mgWordPara\"><p>The Panel&#146;s "
                            "report.</p></div></td></tr></table>"
                            "</div></body></html>";

const struct box_worker intake_workers[] = {
    {.name = "reader", .run = work, .known = known, .n_known = sizeof known - 1, .known_argument = ASK_READ ANY_FORM},
};
const size_t intake_n_workers = MB_LENGTH(intake_workers);

const struct box_worker *intake_worker(void)
{
    return &intake_workers[0];
}

void intake_serve(int argc, char **argv)
{
    box_serve(argc, argv, intake_workers, intake_n_workers);
}

/* ---- who asks ----------------------------------------------------------------------------------- */

struct answer {
    const void *parent;
    enum form form;
    char *refusal;
    struct record_reader *reader;
    int depth;  /* of the value that is being put together */
    char *name; /* NULL: none is */
    struct buf value;
    size_t n_values;
    int whole; /* pages of a PDF */
};

static void end_value(struct answer *answer)
{
    if (answer->name)
        record_read(answer->reader, answer->depth, answer->name, answer->value.data ? answer->value.data : "");
    talloc_free(answer->name);
    answer->name = NULL;
    buf_clear(&answer->value);
}

/* "3\0title\0words" taken apart; false where it is not of this shape. */
static bool begin_value(struct answer *answer, const char *text, size_t n, bool has_value)
{
    size_t depth = strnlen(text, n), name = depth < n ? strnlen(text + depth + 1, n - depth - 1) : 0;
    size_t value = depth + 1 + name + 1;
    long number = strtol(text, NULL, 10);
    if (depth == 0 || depth > 3 || name == 0 || number < 0 || number > 99 || (has_value ? value > n : value != n + 1))
        return false;
    answer->n_values++;
    if (!has_value) {
        record_read(answer->reader, (int)number, text + depth + 1, NULL);
        return true;
    }
    answer->depth = (int)number;
    answer->name = mem_strdup(answer->parent, text + depth + 1);
    buf_add(&answer->value, text + value, n - value);
    return true;
}

static bool hear(void *to, uint32_t type, const char *text, size_t n)
{
    struct answer *answer = to;
    if (type == FRAME_MORE) {
        buf_add(&answer->value, text, n);
        return answer->name != NULL;
    }
    end_value(answer);
    if (type == FRAME_FORM)
        return form_parse(text, &answer->form);
    if (type == FRAME_FIELD || type == FRAME_RECORD)
        return begin_value(answer, text, n, type == FRAME_FIELD);
    if (type == FRAME_WHOLE) {
        long whole = strtol(text, NULL, 10);
        answer->whole = whole > 0 && whole < INT_MAX ? (int)whole : 0;
        return true;
    }
    if (type == FRAME_REFUSED && !answer->refusal)
        answer->refusal = mem_strndup(answer->parent, text, n);
    return type == FRAME_REFUSED;
}

static enum status ask(struct intake *intake, const unsigned char *bytes, size_t n, const char *words,
                       struct answer *answer, struct box_result *result, struct err *err)
{
    if (!intake->box)
        intake->box = box_new(intake, &(struct box_options){.unboxed = intake->unboxed});
    struct box_task task = {
        .worker = &intake_workers[0], .bytes = bytes, .n = n, .argument = words, .frame = hear, .to = answer};
    bool pdf = bytes_are_pdf(bytes, n);
    *result = (struct box_result){.ending = BOX_REFUSED};
    if (pdf)
        task.program = pdf_program_of(intake);
    if (pdf && !box_find_program(intake->box, task.program, err))
        return STATUS_INPUT;
    enum status status = box_run(intake->box, &task, result, err);
    if (pdf && result->ending == BOX_FAILED && result->by_program)
        return pdf_failed(result, err);
    if (result->ending == BOX_REFUSED && !intake->unboxed)
        return err_set(err, status, "%s; minutebook import --unboxed reads it without that protection", err->text);
    return status;
}

struct sniffed sniff_boxed(struct intake *intake, const unsigned char *bytes, size_t n)
{
    struct err err = {0};
    struct answer answer = {.parent = talloc_named_const(NULL, 0, "answer")};
    buf_init(&answer.value, answer.parent, BUF_MAX_DOCUMENT);
    answer.reader = record_reader_new(answer.parent, &draft_type);
    struct box_result result;
    enum status status = ask(intake, bytes, n, ASK_SNIFF, &answer, &result, &err);
    talloc_free(intake->refusal);
    intake->refusal = NULL;
    if (answer.form == FORM_UNKNOWN || (status != STATUS_OK && !pdf_was_ended(&result)))
        intake->refusal = mem_strdup(intake, status == STATUS_OK && answer.refusal ? answer.refusal : err.text);
    struct sniffed sniffed = {intake->refusal ? FORM_UNKNOWN : answer.form, intake->refusal};
    talloc_free((void *)(uintptr_t)answer.parent);
    return sniffed;
}

/* What came before the worker was ended, if that is a paper at all. */
static struct draft *take_draft(const void *parent, struct answer *answer)
{
    struct draft *draft = record_reader_take(answer->reader, parent);
    answer->reader = NULL;
    draft->form = answer->form;
    draft_mend(draft);
    return draft;
}

/* One reading; *RESULT says how the box ended, *WHOLE which page of a PDF was the last that came whole. */
static enum status read_once(const void *parent, struct intake *intake, const unsigned char *bytes, size_t n, enum form form,
                             struct draft **out, struct box_result *result, int *whole, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "answer");
    struct answer answer = {.parent = scratch, .reader = record_reader_new(scratch, &draft_type)};
    buf_init(&answer.value, scratch, BUF_MAX_DOCUMENT);
    record_read(answer.reader, 0, "meeting", NULL); /* no time is stated before one comes */
    record_read(answer.reader, 1, "minutes_after_midnight", "-1");
    struct err why = {0};
    const char *words = mem_printf(scratch, ASK_READ "%s", form == FORM_UNKNOWN ? ANY_FORM : form_name(form));
    enum status status = ask(intake, bytes, n, words, &answer, result, &why);
    end_value(&answer);
    *whole = answer.whole;
    bool held = answer.n_values > 0 && answer.form != FORM_UNKNOWN && !answer.refusal;
    if (held && status != STATUS_CANCELLED) {
        *out = take_draft(parent, &answer);
        if (status != STATUS_OK) {
            (*out)->incomplete = true;
            draft_warn(*out, "INCOMPLETE: %s; what was read before that is kept", why.text);
        }
        status = STATUS_OK;
    } else if (status == STATUS_OK) {
        status = err_set(err, STATUS_INPUT, "%s", answer.refusal ? answer.refusal : "its reader said nothing of it");
    } else {
        status = err_set(err, status, "%s", why.text);
    }
    talloc_free(scratch);
    return status;
}

/* Once more, without the pages that ended its program; what was read before stays where that gives nothing. */
static void read_past_bad_pages(const void *parent, struct intake *intake, const unsigned char *bytes, size_t n, enum form form,
                                const struct box_result *first, int whole, struct draft **out)
{
    size_t length;
    char *xml = pdf_gather(NULL, intake, bytes, n, whole, first->wall_ms, &length);
    struct box_result result;
    struct draft *fuller = NULL;
    if (xml && read_once(parent, intake, (const unsigned char *)xml, length, form, &fuller, &result, &whole, NULL) == STATUS_OK) {
        talloc_free(*out);
        *out = fuller;
    }
    talloc_free(xml);
}

enum status read_boxed(const void *parent, struct intake *intake, const unsigned char *bytes, size_t n, enum form form,
                       struct draft **out, struct err *err)
{
    struct box_result result;
    struct draft *draft = NULL;
    int whole;
    enum status status = read_once(parent, intake, bytes, n, form, &draft, &result, &whole, err);
    if (pdf_was_ended(&result))
        read_past_bad_pages(parent, intake, bytes, n, form, &result, whole, &draft);
    if (draft)
        *out = draft;
    return draft ? STATUS_OK : status;
}
