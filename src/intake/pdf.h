/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: PDFs, as `pdftohtml -xml -i` of poppler-utils tells them (prototypes.md 5): pages of runs, each
 * with its place, font and words, and the outline. Nothing else of a PDF is seen.
 *
 * Follow a paper: its XML becomes lines of segments (pdf_xml.c, pdf_turned.c, pdf_spread.c,
 * pdf_lines.c); stamps, running heads and page numbers go,
 * and the numbers tell the pages of the pack (pdf_edges.c); tables are found by the places of what stands in them
 * (pdf_grid.c, pdf_columns.c, pdf_cells.c, pdf_rows.c), footnotes go behind their paragraph (pdf_notes.c), all else is paragraphs, headings
 * and list entries (pdf_flow.c, pdf_measure.c): the pieces that the reader of packs works on (pack.h). An agenda in lines is found as in a
 * text (pdf_agenda.c). pdf.c tells what paper it is, and reads it; then pages and links are settled (pdf_settle.c). */
#ifndef MINUTEBOOK_INTAKE_PDF_H
#define MINUTEBOOK_INTAKE_PDF_H

#include "src/intake/pack.h"

#include <limits.h>

#define PDF_PAGES_MAX ((size_t)10000) /* reliability.md 4.3 */
#define PDF_COLUMNS_MAX 40
#define PDF_WIDTHS_MAX ((size_t)8) /* kinds of pages: upright, landscape */
#define PDF_TIGHT 155 /* per cent of the size of letters: no more from line to line within a cell */
#define PDF_NO_SHIFT INT_MIN

/* Words in one font, as they were printed. Places are pixels of a page 892 wide where it is A4, from its top left. */
struct pdf_run {
    int left, right, top, bottom, size;
    bool bold, italic;
    char *text; /* blanks at its ends kept */
    size_t bold_bytes; /* at its start */
    size_t order;      /* among the runs of its page, as they were drawn */
    size_t font;       /* as pdftohtml numbers them */
};

/* What stands side by side without more room than between words. */
struct pdf_segment {
    int left, right;
    bool bold, italic; /* from end to end */
    char *text;        /* clean, runs of blanks as one */
    size_t bold_bytes; /* bytes at its start that are bold */
};

struct pdf_line {
    int left, right, top, bottom, size;
    bool bold, italic;
    struct pdf_segment *segments; /* from left to right; at least one */
    size_t n;
};

struct pdf_page {
    int number, width, height;
    struct pdf_run *runs;
    size_t n_runs;
    struct pdf_run *turned; /* those that run up or down the page, as they were drawn: no width is known */
    size_t n_turned;
    char *aside; /* the words of these beside upright ones, a line each; NULL */
    struct pdf_line *lines; /* from top to bottom */
    size_t n;
    bool blank;     /* it came without any words */
    bool after_gap; /* pages before it could not be read */
};

/* An entry of the outline ("bookmarks"). */
struct pdf_title {
    int page, depth; /* 1 up */
    char *folded;
};

/* A line: its page and its number there, from 0. */
struct pdf_place {
    size_t page, line;
};

/* Words that lead to an address. */
struct pdf_link {
    int page;
    char *text, *url;
    size_t order; /* of its last run on the page */
};

struct pdf {
    void *scratch; /* holds it all */
    struct pdf_page *pages;
    size_t n;
    struct pdf_title *outline;
    size_t n_outline;
    struct pdf_link *links; /* in the order of the pages */
    size_t n_links;
    int body;  /* size of most of the text */
    int pitch; /* from line to line of a paragraph */
    int shift; /* printed number of a page less its place; PDF_NO_SHIFT where none is printed */
    bool cut;  /* a limit was reached, or the XML breaks off */
    struct pdf_place agenda_from, agenda_to; /* the lines of an agenda that is no table */
};

/* The XML that pdftohtml wrote. STATUS_INPUT where it is none, or no page is in it. */
enum status pdf_read_xml(struct pdf *pdf, const char *text, size_t n, struct err *err) MB_MUST_CHECK;
/* A page of turned words is turned; else they are set aside. */
void pdf_settle_turned(struct pdf *pdf, struct pdf_page *page);
/* Rows of figures that came as one run are a run each. */
void pdf_spread_figures(struct pdf *pdf);
void pdf_make_lines(struct pdf *pdf, struct pdf_page *page);
void pdf_drop_edges(struct pdf *pdf);
/* Where the text of pages of one width begins and ends. */
struct pdf_margin {
    int width, left, right;
};
struct pdf_margins {
    struct pdf_margin at[PDF_WIDTHS_MAX];
    size_t n;
};
void pdf_measure_margins(const struct pdf *pdf, struct pdf_margins *margins);
const struct pdf_margin *pdf_margin_of(const struct pdf_margins *margins, const struct pdf_page *page);
void pdf_measure_body(struct pdf *pdf);  /* of all lines: their most usual size */
void pdf_measure_pitch(struct pdf *pdf); /* and how far they stand apart within a paragraph */
/* The text of LINE, segments parted by a blank. */
char *pdf_line_text(const void *parent, const struct pdf_line *line);
/* Do words go on right behind TEXT of N bytes: after a hyphen or a stroke at a line's end? */
bool pdf_joins(const char *text, size_t n, const char *next);
/* Width of the first word of SEGMENT as it is printed, with the blank before it. */
int pdf_first_word(const struct pdf_segment *segment);
/* The byte behind a blank of SEGMENT, after byte FROM, at which a word stands at LEFT, by letters alike in width: at most
 * TOLERANCE behind it, at most EARLY before it, as seems what comes behind a gap; 0 if none. */
size_t pdf_word_at(const struct pdf_segment *segment, size_t from, int left, int early, int tolerance);
bool pdf_is_figure(const char *text); /* "1,870" "85%" "£94" and the like: no words */
/* A lone list mark and its text ("1." | "The Panel"): no two cells. */
bool pdf_is_marked(const struct pdf_line *line);

/* ---- tables --------------------------------------------------------------------------------- */

struct pdf_column {
    int left, right; /* of what stands in it */
};
struct pdf_grid {
    struct pdf_column columns[PDF_COLUMNS_MAX];
    size_t n;
};
/* The table that begins at line FIRST of PAGE: returns the line after it, FIRST where there is none. BEFORE (may be
 * NULL): the grid of a table at the foot of the page before, which may go on here. */
size_t pdf_find_table(const struct pdf_page *page, size_t first, const struct pdf_grid *before, struct pdf_grid *grid);
#define PDF_TABLE_LINES_MAX ((size_t)200) /* of a table on one page */
/* The columns of its lines [FIRST, END), at most PDF_TABLE_LINES_MAX of them, into GRID (pdf_columns.c). */
void pdf_find_columns(const struct pdf_page *page, size_t first, size_t end, struct pdf_grid *grid);
#define PDF_TOUCH 3 /* pixels by which two things must overlap to stand below one another */
/* Pixels that two spans share; less than 0: so far are they apart. */
int pdf_overlap(int left, int right, int other_left, int other_right);
int pdf_height_of(const struct pdf_line *line); /* pixels, no less than of the smallest print */

/* A part of a segment that stands in one column. */
struct pdf_part {
    size_t column, from, to; /* bytes of the segment's text */
    int left, right;
};
/* The parts of LINE, at most three for each column there can be, and the segments they are OF. */
size_t pdf_parts_of_line(const struct pdf_grid *grid, const struct pdf_line *line, struct pdf_part *parts,
                         const struct pdf_segment **of);
/* N bytes of TEXT, of which BOLD are at its start, with JOINT before them. */
void pdf_cell_add(struct buf *cell, const char *joint, const char *text, size_t n, size_t bold);

/* A row that is being put together. */
struct pdf_row {
    struct buf cells[PDF_COLUMNS_MAX];    /* with mark-up */
    const struct pdf_line *last;          /* NULL: it is not open */
    bool used[PDF_COLUMNS_MAX];           /* text in the column; where it went on over a page's end: there, too */
    bool here[PDF_COLUMNS_MAX];           /* on the last line */
    bool own[PDF_COLUMNS_MAX];            /* text in the column on this page */
    int tops[PDF_COLUMNS_MAX], rights[PDF_COLUMNS_MAX]; /* where the last line of a column stands */
    bool all_bold, torn; /* torn: it goes on with what stood at the foot of the page before */
    bool gap;            /* it is the first of a page or table */
    int page;            /* where it began */
};

/* A table that is being written as pieces, line by line and over the end of pages. */
struct pdf_table {
    struct pack *pack;
    struct pdf_grid grid;
    struct pdf_row row;
    struct pdf_row held; /* the last row of the page before, while it may go on here */
    char *head;          /* the first row as it was written */
    char *head_again;    /* stood at the top of this page, and is not written yet */
    int head_page;
    bool gap; /* the next row is the first of a page or table */
};
void pdf_table_begin(struct pdf_table *table, struct pack *pack, const struct pdf_grid *grid);
void pdf_table_add(struct pdf_table *table, const struct pdf_page *page, size_t first, size_t end);
void pdf_table_end(struct pdf_table *table);

/* ---- footnotes ------------------------------------------------------------------------------ */

extern const char *const pdf_raised[10]; /* figures as the mark of a footnote is printed */
/* The first line of the footnotes of PAGE; its number of lines where there are none. */
size_t pdf_find_notes(const struct pdf *pdf, const struct pdf_page *page);
/* The note that begins at line *AT of PAGE, "\xC2\xB9 Its words"; *AT is behind it afterwards. */
char *pdf_note(const void *parent, const struct pdf_page *page, size_t *at);

/* ---- printed papers ------------------------------------------------------------------------- */

/* FORM_MINUTES_PDF, FORM_DECISIONS_PDF, or FORM_UNKNOWN: by its lines, without stamps and running heads. */
enum form pdf_printed_form(const struct pdf *pdf);
enum status pdf_read_printed(struct draft *draft, const struct pdf *pdf, struct err *err) MB_MUST_CHECK;

/* ---- pieces --------------------------------------------------------------------------------- */

/* The lines of all pages, without what stands at their edges, and what is usual in them. */
void pdf_make_all_lines(struct pdf *pdf);
/* Is there an agenda in lines? Then the pack holds it. NAMED: one without pages will do. */
bool pdf_list_agenda(struct pdf *pdf, struct pack *pack, bool named);
/* All lines as pieces of PACK, whose page is their place in the PDF. */
void pdf_make_pieces(struct pdf *pdf, struct pack *pack);
/* The links of the items of MEETING, and their pages as printed. */
void pdf_settle(const struct pdf *pdf, struct meeting *meeting);

#endif
