/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: what a reader of a form is, and the list of them (read.c). A reader knows its
 * form and nothing of files, of the store or of other readers. */
#ifndef MINUTEBOOK_INTAKE_READERS_H
#define MINUTEBOOK_INTAKE_READERS_H

#include <minutebook/intake.h>

/* Fill DRAFT from the N bytes of TEXT: valid UTF-8 without BOM and NUL, lines end with LF, NUL after
 * the last. The draft comes with path, sha256, form and an empty meeting without a time; what the
 * meeting and the programme hold is owned by them. STATUS_INPUT, with a sentence that says why but
 * not the path, where TEXT is not of this form after all. */
typedef enum status reader_read(struct draft *draft, const char *text, size_t n, struct err *err);

reader_read page_text_read; /* the council's page of a meeting, pasted as text */
reader_read page_item_read; /* the page of one of its items, likewise */
reader_read page_html_read; /* the council's page of a meeting, as a browser saved it */
reader_read item_html_read; /* the page of one of its items, likewise */
reader_read service_read;   /* a meeting as the council's web service sends it */
reader_read service_list_read;   /* a list of meetings or committees, likewise */
reader_read list_html_read;      /* the saved page "Browse meetings" */
reader_read committee_html_read; /* the saved page "Committee details" */
reader_read pdf_read;       /* a PDF as pdftohtml tells it; a draft without a form is given one */
reader_read pack_read;      /* an agenda pack, plain text or Markdown: draft->form says which */

reader_read report_text_read; /* one report, plain text or Markdown */
reader_read printed_read;   /* printed minutes, decisions, a frontsheet or a supplement: draft->form says which */

/* The reader of FORM, NULL where this release has none; a draft of FORM with an empty meeting without a time (read.c). */
reader_read *reader_of(enum form form);
struct draft *draft_begin(const void *parent, enum form form);

/* Read TEXT, which is no mark-up and no PDF, by the reader that fits it best (choose.c). STATUS_INPUT where none does, with the
 * sentence of the one whose *FORM it looks like, or text_refusal() and FORM_UNKNOWN. */
const char *text_refusal(const char *text); /* why no reader takes TEXT, and what to do; a constant */
enum status text_choose(const void *parent, const char *text, size_t n, enum form *form, struct draft **out, struct err *err) MB_MUST_CHECK;

/* The name that a reader found on its line, without what else stands there: "Agenda for X", "X which will be held" (committee_name.c). */
char *committee_alone(const void *parent, const char *heading);
/* Of the N bytes of NAME how many stand before a place, "the Parks Committee in the Boardroom", where NAMES, the reader's own test,
 * finds a body in them; else N. */
size_t committee_before_place(const char *name, size_t n, bool names(const char *line, bool strict));
/* NAME, or, where that is only what a body's own papers call it ("the Authority"), the whole name that the head of TEXT has; NAME or a
 * child of PARENT (committee_in_full.c). */
char *committee_in_full(const void *parent, char *name, const char *text);

/* Does the decoded TEXT look like this form (field.md 3.2)? */
bool page_text_looks_like(const char *text);
bool page_item_looks_like(const char *text);
/* The page of one topic over several meetings, with a minute of each: "Meeting: 14/03/2023 - Rivers Panel (Item 6)" twice. */
bool page_item_of_many(const char *text);
/* The same of a page that has lost its headings, where no other form fits: "Agenda item" above a title and text. */
bool page_item_may_be(const char *text);
bool page_text_take(struct draft *draft, const char *text, size_t n, enum status *status, struct err *err); /* if it does, read it */
bool pdf_looks_like(const char *text); /* what pdftohtml makes of any PDF */
/* FORM_PACK_TEXT, FORM_PACK_MARKDOWN, FORM_FRONTSHEET_TEXT where no report stands below the agenda, FORM_SUPPLEMENT_TEXT;
 * FORM_UNKNOWN where there is no agenda. NAMED: one without pages will do, too. */
enum form pack_form(const char *text, bool named);
bool report_text_looks_like(const char *text);
bool printed_heads_minutes(const char *text);   /* do its first lines say "Minutes of a meeting of ... held", or who was present? */
bool printed_tells(const char *line);           /* does it say what happened, as minutes do and an agenda does not? */
bool printed_heads_decisions(const char *text); /* do they say that these are decisions, and no agenda or plan? */
enum form printed_looks_like(const char *text); /* FORM_MINUTES_TEXT, FORM_DECISIONS_TEXT, or FORM_UNKNOWN */

/* ---- printed papers (field.md 3.8): as text, or as the lines of a PDF ---------------------------------------- */

/* A line as it was printed, top to bottom. What a text cannot tell (size, page) is 0 there. */
struct printed_line {
    char *text; /* UTF-8 without blanks at its ends, never empty; cells of a row parted by TABs */
    bool gap;   /* a blank line, or more than the usual distance, stands before it */
    bool bold;  /* all of it is */
    int level;  /* a heading by its size or mark: 1 the largest; 0 none */
    int page;   /* of the document, from 1; 0 not known */
    int width;  /* columns from the margin to its end, where lines were broken to fit a page; 0 not known */
};
struct printed_lines {
    struct printed_line *at; /* each line's text is owned by the array */
    size_t n;
};

/* Which printed paper the lines are: FORM_MINUTES_TEXT or FORM_DECISIONS_TEXT; FORM_FRONTSHEET_TEXT for any agenda, with
 * reports or not, a supplement too; FORM_UNKNOWN for none. Whoever has them of a PDF names its own form (FORM_MINUTES_PDF ...). */
enum form printed_form(const struct printed_lines *lines);
/* Read them into DRAFT, whose form says as what (the text's or the PDF's name of it, no matter). Page stamps and
 * repeated heads may stand among the lines: they are left out here. As a reader_read else. */
enum status printed_read_lines(struct draft *draft, const struct printed_lines *lines, struct err *err);

/* HTML or XML (reliability.md 4.2: by what it begins with, never by its name): its form, or FORM_UNKNOWN and in *REFUSAL
 * the sentence why no reader reads it. False: TEXT is neither. */
bool markup_sniff(const char *text, size_t n, enum form *form, const char **refusal);
/* Is TEXT HTML or XML, and no Markdown that begins with a comment or a tag? */
bool markup_begins(const char *text);

/* Has this release a reader for FORM? */
bool form_has_reader(enum form form);

/* A sentence for the import report, a talloc child of DRAFT. */
void draft_warn(struct draft *draft, const char *format, ...) MB_PRINTF(2, 3);

/* The day that a notice to the public in TEXT names as the last working day before the meeting, in any
 * wording ("no later than 9.00am on the working day before the meeting (in this case 2 November 2022)",
 * "10am on the last working day prior to the meeting (Wednesday 14 January 2026)"; field.md 4). False
 * where there is none, where it names no whole day, or where it names several. */
bool notice_scan(const char *text, struct date *named);

#endif
