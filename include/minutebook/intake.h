/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* intake: documents in. A file becomes bytes, its form is told from its content and never from its
 * name, and the reader of that form makes a draft. Readers know nothing of the store. Text is read in the process
 * itself up to a megabyte; more of it, and mark-up, which a library takes apart, in a box (box.h) that can do nothing else.
 * Follow one: document_open -> intake_read -> page_text / page_html / pack -> draft. */
#ifndef MINUTEBOOK_INTAKE_H
#define MINUTEBOOK_INTAKE_H

#include <minutebook/store.h>

#define INTAKE_TEXT_MAX ((size_t)16 << 20) /* reliability.md 4.3: HTML, XML and text */
#define INTAKE_PDF_MAX ((size_t)200 << 20)
#define INTAKE_READER_VERSION 10           /* raised when a reader would draft a kept file otherwise */

/* A file held in memory, as it came. */
struct document {
    char *path;
    unsigned char *bytes;
    size_t n;
    char sha256[SHA256_HEX];
};

/* Read PATH ("-" is standard input) whole. STATUS_INPUT with a sentence naming PATH: it cannot be
 * opened, is no regular file, is empty, or is larger than INTAKE_TEXT_MAX, a PDF than INTAKE_PDF_MAX. */
enum status document_open(const void *parent, const char *path, struct document **out, struct err *err) MB_MUST_CHECK;

/* First statement of main, of the program and of each test program that reads mark-up in a box: where this process was
 * started as a box, do that and exit; else return. */
void intake_serve(int argc, char **argv);
/* The worker that reads papers, for a `main` that serves others' too. */
struct box_worker;
const struct box_worker *intake_worker(void);

/* What reads papers: it starts boxes, and remembers that they work. Owned by PARENT, used by one thread. UNBOXED: the
 * user's own wish to read mark-up without that protection, on a kernel that has none. */
struct intake;
struct intake *intake_new(const void *parent, bool unboxed);

/* What the content says the form is. */
struct sniffed {
    enum form form;      /* FORM_UNKNOWN where no reader of this release reads it */
    const char *refusal; /* then: one sentence, what it is and what to do, valid until the next call; else NULL */
};
/* Source of the rules: field.md 3.2. Order: PDF, ZIP and other binary marks, HTML, XML, a pack's
 * table "Item No / Subject / Page No", a pasted page's "No. Item" or lone numbers with "Minutes:". */
struct sniffed intake_sniff(struct intake *intake, const struct document *document);

/* Read DOCUMENT as FORM (FORM_UNKNOWN: as sniffed) into a draft owned by PARENT. STATUS_INPUT with a
 * sentence that names the paper where it cannot be read; nothing is left behind then. A paper that breaks off, or
 * whose reader was ended at a limit, is kept as far as it was read, and marked as incomplete. */
enum status intake_read(const void *parent, struct intake *intake, const struct document *document, enum form form,
                        struct draft **out, struct err *err) MB_MUST_CHECK;

/* The papers named by PATHS in the order given, folders walked in byte order of their names (hidden
 * files and links to folders left out). A path that cannot be read is kept: document_open says why. */
struct strings intake_walk(const void *parent, char *const *paths, size_t n);

/* ---- a whole import -------------------------------------------------------------------------- */

/* One paper's way through an import. */
struct import_line {
    char *path;
    enum form form;
    struct import_result *result; /* never NULL; IMPORT_REFUSED: `refusal` says why and names the paper */
    char *refusal;
};
struct import_run {
    struct import_line *lines; /* in the order of intake_walk() */
    size_t n_lines;
    bool refused;   /* at least one: exit 3 */
    bool cancelled;
};
/* Called before each paper (DONE of TOTAL); false stops between papers. May be NULL. */
typedef bool import_progress(void *to, size_t done, size_t total, const char *path);

/* Walk PATHS, read each paper and give it to STORE; a paper that is refused does not stop the others.
 * An error is returned only for what stops all: the store, the lock. */
enum status intake_import(const void *parent, struct intake *intake, struct store *store, char *const *paths, size_t n,
                          enum form form, const struct import_options *options, import_progress *progress, void *to,
                          struct import_run **out, struct err *err) MB_MUST_CHECK;

#endif
