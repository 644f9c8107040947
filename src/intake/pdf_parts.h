/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: the program that reads PDFs for us, and how to go on behind a page that ends it. */
#ifndef MINUTEBOOK_INTAKE_PDF_PARTS_H
#define MINUTEBOOK_INTAKE_PDF_PARTS_H

#include "src/intake/worker.h"

#define PDF_ASK_PAGES "pages" /* the worker's argument: hand pages back unread */

const struct box_program *pdf_program_of(const struct intake *intake);
/* What the program complains of, in our words. */
enum status pdf_failed(const struct box_result *result, struct err *err);

/* Was the program ended in a way that one bad page may explain? */
bool pdf_was_ended(const struct box_result *result);

/* ---- in the worker ------------------------------------------------------------------------------- */

/* The whole pages of what pdftohtml wrote, as frames for pdf_gather(). */
void pdf_send_pages(const unsigned char *bytes, size_t n, struct box_out *out);
/* The number of the last page that came whole; 0: none. */
int pdf_whole_pages(const unsigned char *bytes, size_t n);

/* ---- who asks -------------------------------------------------------------------------------------- */

/* The XML of all pages of a PDF but those that end the program, as one document of *LENGTH bytes; its last tag is missing
 * where the rest could not be had. The first try gave WHOLE pages and took SPENT_MS. NULL: no page at all. */
char *pdf_gather(const void *parent, struct intake *intake, const unsigned char *bytes, size_t n, int whole,
                 unsigned spent_ms, size_t *length);

#endif
