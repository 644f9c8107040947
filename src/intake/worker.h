/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: reading in a box (reliability.md 4.3), and the two halves of every reading that know
 * nothing of it. A PDF goes through pdftohtml of poppler-utils in a looser box, whose XML the worker gets. Follow a saved page: intake_read() sees its family (family_of) -> worker_ask() starts the box ->
 * there read_here() decodes, tells the form and runs the reader -> the draft comes back as a flat record in frames ->
 * it is put together and checked again (draft_mend) -> intake_read() names the paper. */
#ifndef MINUTEBOOK_INTAKE_WORKER_H
#define MINUTEBOOK_INTAKE_WORKER_H

#include "src/intake/readers.h"

#include <minutebook/box.h>

/* What the first bytes say about how a paper may be read. Text is read in this process: no library takes it apart. */
enum family { FAMILY_TEXT, FAMILY_MARKUP, FAMILY_PDF, FAMILY_LARGE_TEXT };
/* A text beyond it is boxed, too: no library takes it apart, but its lines may need many times its size. */
#define TEXT_HERE_MAX ((size_t)1 << 20)
enum family family_of(const unsigned char *bytes, size_t n);
/* Must FORM be read in a box, whatever its bytes look like? */
bool form_is_boxed(enum form form);

struct intake {
    bool here;       /* never start a process: for tests of readers, and inside the worker itself */
    bool unboxed;
    struct box *box; /* made when first needed */
    const struct box_program *pdf; /* of tests, instead of pdf_program; or NULL */
    char *refusal;   /* of the last sniff that a worker answered */
};
/* Reads everything in the process that asks. */
struct intake *intake_here(const void *parent);

/* ---- in the process that reads ----------------------------------------------------------------- */

/* Why bytes whose form nobody named are not even looked at, or NULL (sniff.c). */
const char *bytes_unread(const unsigned char *bytes, size_t n);
/* The form of bytes, with the sentence why they are refused. */
struct sniffed sniff_here(const unsigned char *bytes, size_t n);
/* Read bytes as FORM (FORM_UNKNOWN: as sniffed) into a draft without path and sum. STATUS_INPUT: a sentence without
 * the paper's name. */
enum status read_here(const void *parent, const unsigned char *bytes, size_t n, enum form form, struct draft **out,
                      struct err *err) MB_MUST_CHECK;

/* What box_serve() is given; the first reads papers. */
extern const struct box_worker intake_workers[];
extern const size_t intake_n_workers;

/* ---- through a worker -------------------------------------------------------------------------- */

struct sniffed sniff_boxed(struct intake *intake, const unsigned char *bytes, size_t n);
/* As read_here(). Where the worker was ended on its way, what came before is kept and marked as incomplete. */
enum status read_boxed(const void *parent, struct intake *intake, const unsigned char *bytes, size_t n, enum form form,
                       struct draft **out, struct err *err) MB_MUST_CHECK;

/* What a worker sent is outside text: put right whatever no reader of ours writes, places, days, numbers of kinds. */
void draft_mend(struct draft *draft);

#endif
