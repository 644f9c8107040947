/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: the reader of printed minutes and printed decisions (field.md 3.8), as text or as the lines of
 * a PDF (readers.h, struct printed_line).
 *
 * Follow a paper: its lines become those of a page (printed_lines.c), page stamps and repeated heads go, broken lines
 * are joined; the numbered titles are found (printed_items.c), the head above them is read (printed_head.c,
 * printed_people.c), and each item is read as the item of a page is (page_item.c). printed.c tells the forms. */
#ifndef MINUTEBOOK_INTAKE_PRINTED_H
#define MINUTEBOOK_INTAKE_PRINTED_H

#include "src/intake/pack.h"
#include "src/intake/page.h"

/* The lines of TEXT, marks of Markdown read and taken off; the array is a talloc child of PARENT. */
struct printed_lines printed_split(const void *parent, const char *text, size_t n);

/* Lines into PAGE, which has its scratch: without stamps and repeated heads, broken ones joined. */
void printed_take(struct page *page, const struct printed_lines *lines);

#define PRINTED_TITLE_LONGEST 250

/* Where an item begins. */
struct printed_cut {
    size_t line, length; /* a title's line; bytes of the number before it */
    size_t tail;         /* bytes of the number behind it, with what parts them */
    struct item_number number;
    bool own_line;       /* nothing but the number: the title is the next line */
};
struct printed_cuts {
    struct printed_cut *at;
    size_t n;
};

#define PRINTED_MAIN_MAX 100000 /* numbers have five digits at most */

/* A line that may begin an item (printed_number.c), and its place in the row of numbers (printed_items.c). */
struct printed_number {
    struct item_number number;
    size_t line, length; /* bytes of the number in it, with words before it */
    size_t tail;         /* the same of one behind the title */
    size_t before;       /* the one that this follows, SIZE_MAX if none */
    size_t row;          /* how many there are up to this one */
    bool own_line;       /* nothing but the number: the title is the next line */
    bool bold;
};
typedef bool printed_number_read(const struct page *page, size_t i, struct printed_number *found);
printed_number_read printed_number_marked, printed_number_deep, printed_number_bare, printed_number_behind, printed_number_listed;

/* May TEXT be a title? LOUD: it is bold or in capitals. */
bool printed_is_title(const char *text, bool loud);
/* Is it one of the items that every meeting has: apologies, declarations, minutes? */
bool printed_is_usual(const char *title);
/* The titles of a paper without numbers (printed_titles.c); none where nothing tells them. */
struct printed_cuts printed_titles(const struct page *page);
/* The last line of the TITLE that begins on line I: it goes on below in capitals, or bold. */
size_t printed_title_end(const struct page *page, size_t i, const char *title);
/* CUTS with the titles "3.1" that stand below headings "3", which make way for them (printed_below.c). */
struct printed_cuts printed_below(const struct page *page, struct printed_cuts cuts);
/* Titles without numbers take those that stand before the text below them, where these rise by one (printed_below.c). */
void printed_number_below(struct page *page, struct printed_cuts *cuts);
/* Tables of items, and titles with their text on one line, as lines (printed_rows.c). */
void printed_part_lines(struct page *page);

/* Is ROW, whose cells TABs part, the head of a table of items and what was decided? */
bool printed_heads_table(const char *row);
/* TEXT with its tables in columns of blanks as rows with TABs, a child of PARENT; NULL where it has none (printed_columns.c). */
char *printed_columns(const void *parent, const char *text, size_t n);

/* TEXT with the entries of its column "Action by" behind their paragraphs, likewise (printed_actions.c). */
char *printed_actions(const void *parent, const char *text, size_t n);

/* Is PAGE a paper of one decision? Then its labels stand above its title, which is marked as the item's (printed_record.c). */
void printed_record(struct page *page);

/* The items: titles with their numbers, or other titles where there are none. page->items and head_end are set; each
 * title is a line of its own. */
void printed_find_items(struct page *page);

/* Bytes of the body's name that a heading of minutes begins with: "RIDGE PARISH COUNCIL MINUTES OF THE ANNUAL MEETING HELD ON 13 MAY 2025"; 0
 * where LINE is none such. */
size_t printed_body_before_minutes(const char *line);
/* Is line I of the head what says that these are minutes (or decisions)? */
bool printed_is_minutes(const char *line);
bool printed_is_decisions(const char *line);

/* Hour and place round the day of a sentence (printed_place.c): the N bytes of TEXT as the place, without "in the" and the like, where
 * MEETING has none; whether TEXT may be one; TEXT, which is cut, without "on" at its end; what CALL says before its byte DAY, and what
 * stands behind the day. */
void printed_set_venue(struct meeting *meeting, const char *text, size_t n);
bool printed_is_place(const char *text);
char *printed_before_day(char *text);
void printed_read_before(struct meeting *meeting, const char *call, size_t day);
void printed_read_after(struct meeting *meeting, const char *rest);

/* Does LINE name a body of a council (STRICT), or at least a council? */
bool printed_names_committee(const char *line, bool strict);
/* NAME without "of Saltmere District Council" behind it, which is cut off, or "Saltmere Town Council's " before it. */
char *printed_without_council(char *name);
/* The committee that the N bytes at TEXT name, if none is known yet, without what stands around its name. */
void printed_set_committee(struct page *page, const char *text, size_t n);
/* "... meeting of the Rivers Panel held on ...": DAY is the place of the day. */
void printed_committee_of_call(struct page *page, const char *call, size_t day);
/* The line that names a body, nearest above PLACE, else the first below it in the head. */
void printed_committee_beside(struct page *page, size_t place);

/* Committee, day, time, venue and marks of a draft from the lines above the items. */
void printed_read_head(struct page *page);
/* Those present, in attendance and absent. */
void printed_read_people(struct page *page);
/* Is LINE a label of these, with or without names behind its colon? */
bool printed_is_people(const char *line);
/* Is it the label of those who were present? */
bool printed_says_present(const char *line);

#endif
