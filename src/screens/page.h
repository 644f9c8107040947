/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Content before it is shown: pages of lines, views on them, and the rectangles they are shown in. Pure:
 * no store, no browser; printed forms are pages too. */
#ifndef MINUTEBOOK_SCREENS_PAGE_H
#define MINUTEBOOK_SCREENS_PAGE_H

#include <minutebook/screens.h>

/* ---- page.c: content as lines ---------------------------------------------------------------- */

struct span {
    int x;
    enum style style;
    char *text; /* passed the gate; passes it again when it enters a grid */
};
struct line {
    struct span *spans;
    size_t n_spans;
    const struct wide *wide; /* of a table that is wider than the page; NULL */
    bool says;               /* here the marks of WIDE say what is not seen, and how to see it */
    size_t head, n_head;     /* of a row of a table: the lines of its headings; n_head 0: there are none */
};

/* Where a table that is wider than its page is seen: whole columns go by, the first one stays. */
struct wide {
    int stays; /* cells that stay, from the left of the page */
    int right; /* the cell behind the last that can be seen */
    int n;     /* columns that go by */
    int *at;   /* where each begins, and behind the last one where the table would go on */
};

/* How a table is told for which the page is not wide enough. */
enum too_wide {
    TOO_WIDE_GOES_BY,  /* columns go by in a window */
    TOO_WIDE_IN_PARTS, /* columns below each other, or as the next */
    TOO_WIDE_IN_ROWS,  /* "Heading: cell", one under the other */
};

/* What the cursor can stand on: one line or several. A reload finds it again by `key` and `offset`. */
struct row {
    size_t first, n; /* lines of the page */
    const char *key; /* owned by the page; NULL in running text */
    size_t offset;   /* bytes into the text that is shown; 0 where there is none */
};

struct page {
    int width;
    enum too_wide too_wide;
    struct line *lines;
    size_t n_lines;
    struct row *rows;
    size_t n_rows;
    bool whole_addresses; /* for print: an address is never broken, it stands on a line of its own */
    bool in_row; /* new lines belong to the last row */
    size_t *hits; /* lines on which the words stand that page_find() looked for, in order */
    size_t n_hits;
    char *find_fault; /* of page_find(); NULL: none */
};

struct page *page_new(const void *parent, int width);
/* The lines that follow are one row, until the next call. */
void page_row(struct page *page, const char *key, size_t offset);
void page_no_row(struct page *page);
/* A new line, empty; spans are put on the last line. TEXT goes through the gate; what does not fit
 * within WIDTH cells (0: to the end of the line) is cut with a mark. Returns the cell after it. */
void page_line(struct page *page);
int page_put(struct page *page, int x, int width, enum style style, const char *text);
void page_put_right(struct page *page, enum style style, const char *text);
/* N bytes of TEXT that has passed the gate and fits. */
void page_put_clean(struct page *page, int x, enum style style, const char *text, size_t n);
/* A new line with TEXT on it. */
void page_say(struct page *page, int x, enum style style, const char *text);
void page_sayf(struct page *page, int x, enum style style, const char *format, ...) MB_PRINTF(4, 5);
/* TEXT wrapped over as many new lines as it takes, the first at X, the others at HANG. */
void page_wrap(struct page *page, int x, int hang, int width, enum style style, const char *text);
/* The same, beginning on the line that is there, after what stands on it. */
void page_wrap_on(struct page *page, int x, int hang, int width, enum style style, const char *text);
/* page_wrap() over at most MOST lines; what is left out ends in a mark. */
void page_wrap_most(struct page *page, int x, int hang, int width, enum style style, const char *text, size_t most);
/* Of a page of more lines keep N, at least one; the last, up to RIGHT, ends in a mark. */
void page_keep(struct page *page, size_t n, int right);
void page_blank(struct page *page);
void page_heading(struct page *page, int x, const char *text); /* a blank line above it unless first */
/* Words in short pieces, as many on a line as fit: "10.05 to 10.40am · pages 1–10". */
void page_facts(struct page *page, int x, int width, enum style style, const struct strings *facts);
/* Signs that have a plainer form, ours and those of papers; the last is NULL. */
extern const struct ascii_sign {
    const char *sign, *ascii;
} ascii_signs[];
/* The page as lines of text. */
bool page_write(const struct page *page, struct sink *sink, bool ascii);

/* ---- flow.c, flow_tables.c, shown.c, table.c: text of papers as lines --------------------------------------------------- */

/* A text that passed the gate, and what is known of its places; all offsets are bytes of that clean
 * text (flow_source_offset leads back). */
struct flow {
    struct safe text;
    const char *raw; /* the same as it is stored: TABs in it tell tables; NULL: there are none */
    const struct mark *marks; /* hits to be shown, in order */
    size_t n_marks;
    struct line_span found; /* the sentence under the cursor, where it is a follow-up's; empty: none */
    int margin;             /* cells before the text; references of follow-ups stand there */
    const struct margin_note {
        size_t offset;
        const char *reference; /* "555/2", "/2" where that has no room */
        bool marked;
    } * notes; /* in order of their offsets */
    size_t n_notes;
    const struct flow_link {
        size_t end; /* behind its words */
        int number; /* shown there: "[3]" */
        bool apart; /* a blank before it: it is no part of the address that it stands behind */
    } * links; /* in order of their places */
    size_t n_links;
};
#define FLOW_MARGIN 4
#define READING_WIDTH 100 /* cells: a longer line is hard to read */
/* The text as paragraphs, lists hanging; each line is a row with its offset. */
void page_flow(struct page *page, const struct flow *flow);
/* A report: headings, paragraphs, lists and tables. FLOW is the same as one text (item_report_text),
 * by which rows and marks know their places. */
#define PAGE_KEY "page:" /* of the row where a page of the pack begins, before its number */
void page_blocks(struct page *page, const struct block *blocks, size_t n, const struct flow *flow);
void page_table(struct page *page, const struct block *table, const struct flow *flow, size_t *at, bool with_caption);
/* One without a caption, its first row headings or not (HAS_HEAD). */
void page_table_plain(struct page *page, const struct block *table, const struct flow *flow, size_t *at, bool has_head);
/* page_flow() of a text with TABs (flow_tables.c), and N bytes of the clean text without tables. */
void flow_with_tables(struct page *page, const struct flow *flow);
void flow_part(struct page *page, const struct flow *flow, size_t at, size_t n);
/* Find the clean TEXT in FLOW close behind *AT and set *AT there; false, and *AT as it was, if it is not. */
bool flow_find(const struct flow *flow, size_t *at, const char *text, size_t n);
/* N bytes of TEXT, which stand OFFSET bytes into FLOW, on the last line at X; hits are marked. */
void flow_put(struct page *page, int x, enum style style, const struct flow *flow, const char *text, size_t n,
              size_t offset);
/* Text as it is shown, with the numbers of links put in (shown.c). */
struct shown {
    const char *text; /* of the flow, or on the parent given */
    size_t len, place; /* place: in the flow; SIZE_MAX: not known */
    struct put_in {
        size_t at, len; /* of what is shown */
    } * in;
    size_t n_in;
};
struct shown flow_show(const void *parent, const struct flow *flow, const char *text, size_t n, size_t place);
size_t shown_place(const struct shown *shown, size_t at); /* the byte of the flow that byte AT of it stands for */
void shown_put(struct page *page, int x, enum style style, const struct flow *flow, const struct shown *shown,
               size_t start, size_t len);
/* Byte of SOURCE that stands CLEAN_OFFSET bytes into safe_text() of it, and the way there. */
size_t flow_source_offset(const char *source, size_t clean_offset);
size_t flow_clean_offset(const char *source, size_t offset);
/* Bytes of a bullet or number at the start of a line, with the blanks after it; 0 if it has none. */
size_t flow_list_mark(const char *text, size_t n);

/* ---- columns.c --------------------------------------------------------------------------------- */

/* Widths of columns that share WIDTH cells, GAP between them: none gets less than LEAST, none more than it
 * WANTS, and what there is between goes to all alike. LEAST of all must fit. Pure. */
void share_columns(int *widths, const int *least, const int *wanted, size_t n, int width, int gap);

/* ---- find.c -------------------------------------------------------------------------------------- */

/* Mark where WORDS stand on the page and note their lines. Words are taken as they are, but a blank is any
 * blank, also the end of a line within a paragraph or a row, and plain quotes and hyphens stand for their
 * typographic forms; case matters only where WORDS have a capital. WHOLE: no letter or digit stands beside them; else WORDS
 * behind a slash are a pattern (search_pattern.h). What is wrong with it, or that it takes too long, is in find_fault. Once a page. */
void page_find(struct page *page, const char *words, bool whole);
/* The words of ROW that may be looked for, each once, in their order: of four letters or more, or with two capitals. A word that
 * the end of a line breaks is two. */
struct strings row_words(const void *parent, const struct page *page, const struct row *row);
/* Mark the words of QUERY. */
struct query;
void page_find_query(struct page *page, const struct query *query);
/* Note the lines of what is marked already. Once a page, and not after page_find(). */
void page_note_hits(struct page *page);

/* ---- view.c -------------------------------------------------------------------------------------- */

struct view {
    struct page *page; /* NULL before the first lay-out */
    size_t top;        /* first visible line */
    size_t row;        /* under the cursor; 0 where there is none */
    int height;        /* lines of the window */
    int aside;         /* columns of wide tables that have gone by */
    size_t found_line, found_row; /* the last line gone to (1 up, 0 none), and the row it put the cursor on */
};
/* Show PAGE instead of the one before, which is freed; the cursor stays on its row, and the row where
 * it was in the window. */
void view_show(struct view *view, struct page *page, int height);
const struct row *view_row(const struct view *view); /* NULL without rows */
/* Bytes of the text that the cursor's row takes: *FROM to before *TO, SIZE_MAX at the end. */
void view_row_bytes(const struct view *view, size_t *from, size_t *to);
/* To the row of KEY, and in it the last one at or before OFFSET; false if there is none. */
bool view_go(struct view *view, const char *key, size_t offset);
/* To a line that need not be in a row: it is seen, and the cursor is on its row or the nearest. */
void view_go_line(struct view *view, size_t line);
/* To the COUNT-th heading from here, which then stands at the head of the window; false where there is none. */
bool view_heading(struct view *view, enum command_id command, int count);
/* A row near the foot of the window goes up, so that those behind it are seen. */
void view_lift(struct view *view);
/* Moving and scrolling, the same in every list; false if COMMAND is none of it. */
bool view_do(struct view *view, enum command_id command, int count);
size_t view_last_line(const struct view *view); /* one after the last visible line */
/* Lines at the head of the window on which the headings stay of a table whose rows scroll; *FIRST of them is shown first. */
size_t view_stays(const struct view *view, size_t *first);
/* What the cursor's row is of a hit or of words found in a wide table is brought into sight. */
void view_show_hit(struct view *view);

/* ---- wide.c: tables that are wider than their page ------------------------------------------------- */

/* The widest table that is in sight; NULL. */
const struct wide *view_wide(const struct view *view);
int wide_last(const struct wide *wide); /* columns that can go by until the last one is seen */
/* Columns that are seen when ASIDE have gone by: *FIRST to before *END, at least one. */
void wide_seen(const struct wide *wide, int aside, int *first, int *end);
/* The column in which cell X of the table stands; -1 in the one that stays. */
int wide_column(const struct wide *wide, int x);
/* Let columns go by, COUNT of them; false where none can. */
bool view_aside(struct view *view, enum command_id command, int count);
/* "‹ 2 columns: (" and "› 3 more columns: )" as there is room for both in CELLS; "" where there are none. On PARENT.
 * LEFT and RIGHT are the keys. */
struct wide_words {
    const char *before, *after;
};
struct wide_words wide_words(const void *parent, const struct wide *wide, int aside, const char *left, const char *right);

/* ---- layout.c --------------------------------------------------------------------------------------- */

struct rect {
    int x, y, width, height;
};
#define COLUMNS_MAX 3
#define SIDE_BY_SIDE_FROM 100 /* columns of the terminal from which panes stand side by side */
#define SMALLEST_WIDTH 40
#define WEEKDAY_FROM 60 /* columns from which "as at" names the weekday */
#define SMALLEST_HEIGHT 10

/* What a screen wants. */
struct layout_wish {
    bool note; /* a second line in the head */
    int n_columns;
    int share[COLUMNS_MAX]; /* of 120 */
    int most[COLUMNS_MAX];  /* cells a column does not pass while another can grow; 0 no limit */
    bool one_after_another; /* zoomed, or never side by side */
    int detail;             /* lines under the panes, 0 none; left out on low terminals */
    int strip;              /* lines above the foot, 0 none; one on low terminals */
};
struct layout {
    bool too_small, side_by_side;
    int title, note, rule, detail_rule, foot_rule, status, hints; /* rows; -1 none */
    int n_columns;                                                /* 1 unless side by side */
    struct rect column[COLUMNS_MAX];
    struct rect detail, strip;
};
/* The places for a terminal of WIDTH by HEIGHT cells. Pure. */
struct layout layout_make(const struct layout_wish *wish, int width, int height);

#endif
