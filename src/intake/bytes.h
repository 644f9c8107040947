/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: what can be told from bytes before they are text. */
#ifndef MINUTEBOOK_INTAKE_BYTES_H
#define MINUTEBOOK_INTAKE_BYTES_H

#include <minutebook/intake.h>

/* A sentence for bytes that are no text of ours (what it is and what to do), or NULL. */
const char *bytes_refusal(const unsigned char *bytes, size_t n);

/* Are the bytes a PDF, its mark perhaps behind some junk? */
bool bytes_are_pdf(const unsigned char *bytes, size_t n);

bool bytes_are_json(const unsigned char *bytes, size_t n); /* data, which is text and no paper */
/* Are they a page in the single file of a browser (.mhtml)? */
bool bytes_are_mhtml(const unsigned char *bytes, size_t n);
/* The HTML in it, *PAGE_N bytes, a child of PARENT; NULL where there is none. */
char *mhtml_page(const void *parent, const unsigned char *bytes, size_t n, size_t *page_n);

/* The decoded TEXT of *N bytes, a child of PARENT, without traces of a converter, drawn tables and the head of a mail (drawn.c); TEXT
 * itself where it has none of them, else it is freed. */
char *text_prepare(const void *parent, char *text, size_t *n);
char *text_untraced(const void *parent, char *text); /* without traces alone (traces.c) */
char *text_with_links(const void *parent, char *text); /* its links of HTML as those of Markdown (links_in_text.c) */
char *text_with_numbers_apart(const void *parent, char *text); /* "1Apologies" as "1. Apologies" (glued_numbers.c) */
char *text_without_tables(const void *parent, char *text); /* its tables of HTML as rows with bars (tables_in_text.c) */

/* Do the bytes end in the middle of a character of the encoding that the rest of them is in? */
bool bytes_cut_short(const unsigned char *bytes, size_t n);

#endif
