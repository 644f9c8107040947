/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: an agenda that a text lists in lines instead of a table (field.md 3.7, 3.8): numbers, titles, and
 * pages at the right behind dots, blanks or a TAB, in brackets, or on a line of their own; of a supplement only some items.
 *
 * A line is taken apart by itself (agenda_line.c, agenda_number.c, agenda_columns.c); which lines are the agenda only all of them together show
 * (agenda_find.c); what stands between them explains the items (agenda_entries.c). The reader of packs takes the entries as
 * it takes the rows of a table. */
#ifndef MINUTEBOOK_INTAKE_AGENDA_H
#define MINUTEBOOK_INTAKE_AGENDA_H

#include "src/intake/chain.h"
#include "src/intake/pack.h"
#include "src/intake/page.h"

#define AGENDA_LINES_MAX ((size_t)4000) /* a cover, a leaflet and an agenda have some hundred */
#define AGENDA_LONGEST 1000             /* bytes of a line of it; a longer one is prose */

struct agenda_line {
    const char *at; /* the line as it came */
    size_t n;
    size_t columns; /* of its indentation */
    size_t width;   /* columns to its end */
    size_t title_columns; /* to where its title begins */
    size_t pages_columns; /* to where its pages begin at the right; 0 */
    size_t more_columns;  /* to where further columns begin; 0 */
    bool gap;       /* a blank line or a mark of the agenda system stands before it */
    bool bold, heading, bullet;
    bool exempt;    /* the mark of an exempt paper stands before its number */
    char mark;      /* a star or the like before its number or behind its title, which the paper may explain; '\0' */
    struct item_number number; /* text "" where it has none */
    bool stop;      /* the number has its point or bracket, or stands apart */
    bool lead;      /* "Agenda Item 7" */
    char *whole;    /* its words, if what stands before them is no number after all: "2025." below "3 November"; NULL */
    char *title;    /* behind the number, before the pages; "" where it has none, or is prose of more than AGENDA_LONGEST */
    char *more;     /* further columns; NULL */
    char *pages;    /* "5 - 10", "To follow"; NULL */
    char *timing;   /* "10.05 am", before the number or right behind it; NULL */
    char *weak;     /* the same with nothing but one blank before it: only all of them together tell; NULL */
    int page;       /* the first of them, 0 where words stand there */
    bool paged;     /* pages stand beside it, or in its title in brackets */
};

struct agenda_lines {
    struct agenda_line *at;
    size_t n;
};

/* The first lines of TEXT, children of PARENT. */
struct agenda_lines agenda_split(const void *parent, const char *text, size_t n);
/* Do the words say pages, or why there are none? "5 - 10", "(Tudalen 7)", "To follow", "Verbal report". */
bool agenda_is_pages(const char *text, int *first);
/* Take the pages off the end of TEXT, which stand there behind a leader or several blanks; NULL: there are none. */
char *agenda_take_pages(const void *parent, char *text);
bool agenda_names_pages(const char *text); /* "(Pages 5 - 10)" anywhere in it */

/* "12", "5 - 10", "5 to 10" at TEXT: bytes, 0 if none. */
size_t agenda_range_at(const char *text, int *first, bool *range);

#define AGENDA_PAGES_BLANKS 2 /* before pages, or between an hour and its title */

/* Parts of a line being read, children of PARENT; each gives what stands behind it. The hour before a number, or before a title
 * in its column: */
char *agenda_take_hour(const void *parent, struct agenda_line *line, char *text);
/* pages in a column before a number with its stop, "5-7       2.    Minutes", or the mark of an exempt paper, "E1   10.   Sale": */
char *agenda_take_left(const void *parent, struct agenda_line *line, char *text);
/* the number, with words before it: */
char *agenda_take_number(struct agenda_line *line, char *text);
/* the title, further columns, pages: all that is left in REST. */
void agenda_read_columns(const void *parent, struct agenda_line *line, char *rest);

/* Which lines are the items. */
struct agenda_run {
    size_t *at; /* indices of lines */
    size_t n;
    bool numbered;
};
enum agenda_evidence {
    AGENDA_PAGES, /* pages beside the items, or a supplement */
    AGENDA_NAMED, /* a heading and the usual items, though no pages */
};
#define AGENDA_BETWEEN 60     /* lines of an item's explanation */
#define AGENDA_INDENT_SLACK 2 /* columns: "9." and "10." are set to the right */
#define AGENDA_ITEMS_MIN 3    /* without a heading or a usual item */
#define AGENDA_PAGED_MIN 2    /* lines with pages that make an agenda */

/* Is TITLE (may be NULL) of what every meeting has: apologies, declarations? Is LINE the heading of an agenda? */
bool agenda_is_routine(const char *title);
bool agenda_is_headed(const struct agenda_line *line);
/* The lines of an agenda without numbers, behind its heading on line HEAD (lines->n: none), into *RUN; false: there is none. */
bool agenda_find_unnumbered(const void *parent, const struct agenda_lines *lines, size_t head, bool supplement, struct agenda_run *run);
/* The same where no pages stand beside them either: the first is of every meeting, and so is another. */
bool agenda_find_bare(const void *parent, const struct agenda_lines *lines, size_t head, struct agenda_run *run);

/* Lines whose pages only the others told are settled by the way. */
bool agenda_find(const void *parent, struct agenda_lines *lines, enum agenda_evidence evidence, struct agenda_run *run);
/* The lines of TEXT on which the entries of CHAIN stand, as they are (chain.h). */
bool agenda_of_chain(const void *parent, struct agenda_lines *lines, const char *text, const struct chain *chain, struct agenda_run *run);
/* The line of the 1 that begins a later part below item LAST of a run from FIRST, or all lines (agenda_again.c). */
size_t agenda_begins_again(const struct agenda_lines *lines, size_t first, size_t last);
/* May the line be an item's title, as it stands there without a number? */
/* Does LINE begin with a number, and words that may be a title? */
bool agenda_is_entry(const struct agenda_line *line);
bool agenda_may_be_title(const struct agenda_line *line);
/* Of the lines of RUN with numbers "3.1" those stay that are items, and no heading above them does; those that explain an item
 * are left out (agenda_below.c). */
void agenda_drop_paragraphs(const struct agenda_lines *lines, struct agenda_run *run);
/* Take the letters of headings from the lines that are no items: "B.  Planning Applications" above "B1". */
void agenda_settle_letters(struct agenda_lines *lines);
/* What stands between the numbers of RUN and the column of its titles becomes a further column, and pages over two lines one (agenda_middle.c). */
void agenda_settle_titles(const void *parent, struct agenda_lines *lines, const struct agenda_run *run);
/* Do the lines before END head a supplement? */
bool agenda_is_supplement(const struct agenda_lines *lines, size_t end);

/* How the titles of RUN are set (agenda_title.c). */
struct agenda_shape {
    size_t right; /* columns: so far they may go before they break; 0 where nothing shows it */
    bool apart;   /* blank lines stand between titles and explanations, wherever there is one */
    bool stopped; /* titles end with a stop, as sentences do */
};
struct agenda_shape agenda_shape_of(const struct agenda_lines *lines, const struct agenda_run *run);
/* A title being read: its first line, the one that may go on with it, the end of its item, its words so far. */
struct agenda_title {
    size_t first, next, end;
    const char *words;
    bool paged; /* its pages are known */
};
const char *agenda_words(const struct agenda_line *line); /* of a line that is no item: what looks like a number is part of them */
bool agenda_title_goes_on(const struct agenda_lines *lines, const struct agenda_shape *shape, const struct agenda_title *title);

/* One item as the reader of packs takes it. */
struct agenda_entry {
    char *number; /* NULL */
    char *title;
    char *pages;  /* "" */
    char *timing; /* NULL */
    struct strings texts; /* paragraphs below it */
    int part;
};
struct agenda {
    struct agenda_entry *at;
    size_t n;
    size_t from, to; /* bytes of the text that it takes */
};
/* The agenda that TEXT lists, by no less EVIDENCE, or that which CHAIN is, where it is not NULL; all is a child of PARENT. */
bool agenda_read(const void *parent, const char *text, size_t n, enum agenda_evidence evidence, const struct chain *chain, struct agenda *agenda);

/* Read TEXT as a pack, a frontsheet or a supplement into DRAFT, by no less EVIDENCE or by CHAIN, whatever tables there are; where its form is FORM_UNKNOWN the one that
 * it is, also of a table without rows. False, with a sentence in ERR: no agenda was found (pack.c). */
bool pack_take(struct draft *draft, const char *text, size_t n, enum agenda_evidence evidence, const struct chain *chain, struct err *err);

#endif
