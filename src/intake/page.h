/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: the reader of a council's page of a meeting, pasted as text (field.md 3.4 to
 * 3.6, 3.9).
 *
 * Follow a page: its text becomes lines (page_lines.c), mended (page_mend.c), the lines that are numbers of items are found
 * (page_items.c, page_number.c), what stands above the first is the head (page_head.c, page_meeting.c, page_place.c), what stands
 * between two is an item (page_item.c, page_title.c), whose marks are read by page_marks.c and page_files.c; all items
 * together show which texts are cut off (page_cut.c); the day may come from a notice (page_date.c,
 * notice.c). Rows with bars become lines first (page_rows.c). The words of the page are data (page_words.c).
 * The page of one item alone, with its minute whole, is read by page_one.c with the same means. Saved pages (page_html.h)
 * make the same lines and items of their mark-up.
 *
 * Everything here walks arrays from front to back: the time is linear in the size of the paper. */
#ifndef MINUTEBOOK_INTAKE_PAGE_H
#define MINUTEBOOK_INTAKE_PAGE_H

#include "src/intake/readers.h"

#define PAGE_LINES_MAX ((size_t)400000) /* 10,000 pages (reliability.md 4.3) of 40 lines */

/* ---- words of the page (assets/words/page-words) --------------------------------------------- */

enum page_word {
    WORD_MINUTES, WORD_DECISION, WORD_DOCUMENTS, WORD_VENUE, WORD_CONTACT, WORD_EMAIL, WORD_TELEPHONE,
    WORD_HEAD, WORD_ITEMS, WORD_FORM_DRAFT, WORD_FORM_MINUTES, WORD_FORM_AGENDA, WORD_NOISE, WORD_FOOT,
    WORD_DIRECTIONS, WORD_CUT,
    WORD_CUT_SHORT, WORD_TIMING, WORD_AUTHOR, WORD_EXEMPT, WORD_EXEMPT_ITEM, WORD_EXEMPT_SECTION,
    WORD_RESTRICTED, WORD_RESTRICTED_REASON, WORD_CANCELLED, WORD_POSTPONED, WORD_MANNER,
    WORD_BODY, WORD_FOLLOW, WORD_OUTCOME, WORD_ANNEX, WORD_ABBREVIATION, WORD_ITEM_PAGE, WORD_MEETING_OF,
    WORD_ITEM_OF, WORD_PAGE_END, WORD_ITEMS_ABOVE, WORD_MOVED, WORD_REFERENCES, WORD_BELOW_ITEMS, WORD_GROUP,
    WORD_GROUP_ALONE, WORD_FILE_OF_MEETING, WORD_COUNT
};

/* Bytes that one of the words of KIND takes at the start of TEXT, ending where a word ends; 0: none. */
size_t page_word(enum page_word kind, const char *text);
bool page_word_is(enum page_word kind, const char *line); /* nothing but the word */
/* The first or last place of a word of KIND in TEXT, NULL if none; its bytes in *n (may be NULL). */
const char *page_word_first(enum page_word kind, const char *text, size_t *n);
const char *page_word_last(enum page_word kind, const char *text, size_t *n);

/* ---- lines --------------------------------------------------------------------------------- */

/* What a line of a saved page is, whose mark-up tells its headings; in a pasted one the words tell. */
enum line_label { LINE_BY_WORDS, LINE_TEXT, LINE_MINUTES, LINE_DECISION };

struct page_line {
    char *text; /* without blanks at its ends, never empty */
    bool gap;   /* a blank line stands before it */
    bool apart; /* more than one does */
    enum line_label label;
    size_t width; /* characters from the margin to its end */
    bool bold;    /* of a printed paper: all of it is, or it is larger than the text */
    int sheet;    /* of a printed paper: the page it stands on, 0 not known */
    size_t source; /* the line of the text as it came that it was made of, 1 up; 0 not known */
    bool titled;  /* of a printed paper: a row of a table says that this is an item's title, its number before it if any */
};

/* A link of a pasted page (page_links.c). */
struct page_link {
    char *words, *url;
    size_t source, at; /* as of a line, and the byte of it where the words begin */
};

struct page {
    void *scratch; /* holds all that the draft does not keep */
    struct page_line *lines;
    size_t n;
    struct page_link *links;
    size_t n_links;
    size_t source; /* of lines that are being made of a row */
    bool compact; /* the paste has lost its blank lines: each line is a paragraph */
    bool runs_on; /* its lines are whole paragraphs: none was broken at a margin */
    bool stopped; /* of a printed paper: its titles end with a stop, as sentences do */
    bool record;  /* a printed paper of one decision */
    bool cut;     /* more lines than PAGE_LINES_MAX */
    size_t head_end; /* lines before this one are the head */
    struct page_item *items;
    size_t n_items;
    size_t n_strong;  /* of the items' numbers: followed by what only an item has */
    bool has_heading; /* "No. Item" stands above the items */
    bool has_labels;  /* "Minutes:" stands somewhere */
    bool numbers_lost; /* where items begin was told by titles */
    bool has_rows;    /* the table of items came as rows with bars, without numbers */
    bool has_minutes; /* minutes are on this page, labelled or not */
    bool one_item;    /* the page of one item: what stands behind its minute is the site's */
    bool form_minutes, form_draft, form_agenda; /* what the form line says */
    struct draft *draft;
    struct meeting *meeting; /* the draft's */
};

/* Bytes of a blank at TEXT: space, TAB, no-break and other wide or zero-width spaces; 0: none. */
size_t blank_at(const char *text);
size_t blanks_at(const char *text);

/* Split a copy of TEXT into lines. Bullets and list numbers are parted from their text by one blank. */
void page_split(struct page *page, const char *text, size_t n);

/* Undo what a text browser or a mail program did to the page: link marks, lines broken at a margin, labels without
 * their colon (page_mend.c). */
void page_mend(struct page *page);
void page_join_broken(struct page *page); /* the second of the three */
void page_split_columns(struct page *page); /* where papers stand beside the items (page_columns.c) */
void page_mend_numbers(struct page *page);

/* The links in line SOURCE of the text as it came, RAW; it is returned, on the page's scratch where links of Markdown became
 * their words. */
char *page_gather_links(struct page *page, char *raw, size_t source);
/* Give them to the items, which are read. */
void page_place_links(struct page *page);

/* LINE without the bullet of a list ("+ Appendix 1"). */
const char *page_without_bullet(const char *line);

/* LINE without the marks of Markdown that may stand round a label or number ("**Minutes:**", "549\."). */
char *line_plain(const void *parent, const char *line);

/* ---- numbers of items (field.md 3.9) --------------------------------------------------------- */

/* "549." "77/21" "74(b)." "3.a" "EXC 78/07" "221 (28)." */
struct item_number {
    char text[24]; /* as printed, without the final stop */
    char prefix[16];
    int main, sub; /* sub: 0 none, letters count from 1 */
};

/* Is LINE nothing but a number of an item? Digits alone must have their stop. */
bool item_number_parse(const char *line, struct item_number *number);
/* The same where digits alone may do without it. */
bool item_number_parse_bare(const char *line, struct item_number *number);
/* Does LINE begin with one, a blank and words behind it ("48. Apologies", "OSC.21\tApologies")? Its bytes, 0 if not. */
size_t item_number_begins(const char *line, struct item_number *number);
/* May B be the number of the item after A? */
bool item_number_follows(const struct item_number *a, const struct item_number *b);
/* "24/25-26" BESIDE "24/25-25" or "24/25-27" is the 26th of the year 24/25, not the 24th of the year 25-26. */
void item_number_settle(struct item_number *number, const struct item_number *beside);
bool item_number_same(const struct item_number *a, const struct item_number *b);

/* ---- items --------------------------------------------------------------------------------- */

struct page_item {
    struct item_number number; /* text "" where the page gives none */
    size_t first, end;         /* lines after the number, up to the next item */
    size_t own_end;            /* lines from here to END are headings of what follows; 0: the words tell */
    bool exempt;               /* a link to it further up says so */
    char *exempt_reason;
};

void page_find_items(struct page *page);

/* Titles "5.1" right below a heading "5" become items of their own (page_below.c). */
void page_part_below(struct page *page);

/* The line that heads the table of items, or page->n. */
size_t page_items_heading(const struct page *page);
/* The heading "Items" above a table that has lost its own, or page->n. */
size_t page_heading_above(const struct page *page);
/* The last item ends where the site's own menu begins. */
void page_drop_foot(struct page *page);

/* Where the lines from FIRST on are rows with bars: make lines and items of them (page_rows.c). */
void page_split_rows(struct page *page, size_t first);
/* The line where such rows begin on a page that has lost the table's heading; page->n where there are none. */
size_t page_rows_begin(const struct page *page);
/* The same where each row is a line that begins with its number ("3.\tUrgent Business  Minutes: None."):
 * numbers, titles and headings become lines of their own. False, and nothing done, where there are no two
 * such lines. */
bool page_split_flat(struct page *page, size_t heading);

/* The same where numbers stand before the titles ("48. Apologies"), below which the items' headings stand: such lines
 * become two. False, and nothing done, where they show no two items. */
bool page_split_titled(struct page *page, size_t first);

/* The same where there are no numbers: an item begins where a new set of its headings ("Additional
 * documents:", "Decision:", "Minutes:") has a title above it. False where that shows no two items. */
bool page_find_titles(struct page *page, size_t first);

#define PAGE_HEADING_MAX 300 /* bytes of a heading; a longer line is a notice */
void page_read_head(struct page *page);
/* Does LINE begin with a label of the head: "Venue:", "Date:"? */
bool page_is_label(const char *line);
/* Is line I nothing but an hour: "10.00 am", "at 18:30"? */
bool page_is_hour_line(const struct page *page, size_t i);
/* Venue and contact of line *I, where it is labelled so, and of the lines that go on with it, of which *I is then the last; whether it is. */
bool page_read_labelled(struct page *page, size_t *i);
/* The line below the DAY, or below the committee that stands there, where it names a place and nothing else: "Council Chamber, Town
 * Hall, Hill Street". */
void page_read_place_below(struct page *page, size_t day);
/* "The meeting will be held in the Council Chamber at 6.30pm": a sentence that calls this meeting, and no notice about it. */
bool page_calls_meeting(const char *line);
/* Committee, day and time of WORDS: "Rivers Panel - Thursday 1st September 2022 10:00am", "Rivers Panel, 1 September
 * 2022", "01/09/2022 - Rivers Panel". False, and nothing set, where there is no day with a year. */
bool page_read_meeting(struct page *page, const char *words);
/* The same where a dash, a comma before the day of the week, or any comma, parts committee and day. */
bool page_read_heading(struct page *page, const char *line, bool any_comma);
/* Their pieces: "CANCELLED", a name with what stands before it, a day of USED bytes and what stands behind it, the hour. */
void page_set_status(struct meeting *meeting, const char *words);
void page_read_committee(struct page *page, const char *name, size_t n);
void page_read_day(struct page *page, const char *day, size_t used, struct date date);
void page_read_time(struct meeting *meeting, const char *rest);
/* Committees that no heading says beside the day (page_committee.c): above the labels; anywhere else in the head. */
void page_committee_above_labels(struct page *page);
void page_find_committee(struct page *page);
bool page_is_body_alone(const char *line);
/* Is NAME that of a whole body, which is no committee: "Corley Fire Authority", "Parks Scrutiny", "Full Council"? Nothing else stands in it. */
bool page_is_whole_body(const char *name);
/* What a path through the site calls its parts, and no body: "Committees", "Meetings and papers". */
bool site_calls_its_part(const char *name);
/* The last step of LINE that names a body and nothing else, or NULL; *N: how many steps it has. */
char *site_path_body(const void *parent, const char *line, size_t *n);
/* What LINE, a path through the site, says of the meeting, "Rivers Panel - 9 July 2025"; "" nothing, NULL where it is no path. */
const char *site_path_heading(const void *parent, const char *line);
int page_weekday_named(const char *text); /* "Thursday" of "Thursday 1st September": 1 Monday to 7 Sunday, 0 none */
size_t page_dash_at(const char *text);    /* bytes of a dash between blanks at TEXT */
/* LINE behind the site's title: "Agenda and minutes" of "Agendas, Meetings and Minutes - Agenda and minutes". */
const char *page_form_words(const char *line);

/* What is known of the part of the agenda that an item stands in. */
struct page_part {
    int part;    /* 0 not stated */
    bool exempt; /* all its reports are said to be */
    bool in_private; /* a heading says so of what stands below it, routine business left out */
    int private_main; /* the number of an item that is called so: of those below it; 0 none */
};
/* Recorded votes on line I of an item, which ends before END, into ITEM: the line behind a table of them; I where what stands
 * there is text, too. */
size_t page_take_votes(struct page *page, struct item *item, size_t i, size_t end);
/* Its title from line I on, END at most, with what stands behind it, into ITEM, whose printed number is NUMBER or 0; the first
 * line behind the title. */
size_t page_read_title(struct page *page, struct item *item, size_t i, size_t end, int number);
bool title_is_open(const char *title); /* does it end with a word or mark that no title ends with: "of", "and", a comma? */
char *page_title_of_line(const void *parent, const char *line); /* without the marks of Markdown round it */
/* TITLE of a file without "Download: ", "View: ": the words of its link. */
const char *page_without_link_words(const char *title);
void page_add_file(struct page *page, struct item *item, const char *title, const struct attachment *file);
/* "- to follow" behind a title, or alone on a line: the paper is not there yet. */
bool page_note_follow(struct page *page, struct item *item, char *text);
void page_read_item(struct page *page, size_t index, struct page_part *part);

/* ---- marks --------------------------------------------------------------------------------- */

/* VALUE without blanks and the punctuation that a link left behind at its ends; NULL where nothing is left. */
char *page_tidy(const void *parent, const char *value);
/* VALUE of the label "Contact:" into the meeting; it is changed. */
void page_read_contact(struct page *page, char *value);

/* "Part Two", "PART 1 (items open to the public)": the number of the part, 0 if LINE is no such heading. */
int mark_part(const char *line);

enum exempt_mark { EXEMPT_NOT, EXEMPT_ITEM, EXEMPT_SECTION };
/* What a line beside a title says of its papers being public; "paragraph 2" in *reason, owned by
 * PARENT, or NULL. */
enum exempt_mark mark_exempt(const void *parent, const char *line, char **reason);
/* The same of a bracket or a tail of a title: "Sale of land (exempt)". */
/* Does TEXT say that only an appendix is; does one of its sentences say it of its item? */
bool mark_is_of_appendix(const char *text);
bool mark_in_sentences(const char *text);
enum exempt_mark mark_exempt_title(const void *parent, const char *title, char **reason);

/* Is LINE a heading above private business: "(B) Exempt items", "Items to be considered in private"? Perhaps: "Exempt item" alone is
 * one, or a mark of the item above it. */
enum private_part { PRIVATE_NOT, PRIVATE_PERHAPS, PRIVATE_PART };
enum private_part private_part_of(const char *line);
/* The same where a line in capitals that stands APART below a blank one decides what is doubtful. */
bool heads_private_part(const char *line, bool apart);

/* "(Indicative timing: 10.05 to 10.40am)" gives "10.05 to 10.40am"; NULL where LINE is no timing. */
char *mark_timing(const void *parent, const char *line);
/* Take a timing in brackets off the end of TITLE. */
char *mark_timing_in_title(const void *parent, char *title);

/* Take "(Agenda item 6)" off the end of TITLE: the number, or NULL. */
char *mark_agenda_number(const void *parent, char *title);

/* Take "(to follow)" or "- to follow" off the end of TITLE, or the whole of it: those words, or NULL. */
char *mark_follow(const void *parent, char *title);

/* Take a file's suffix off the end of LINE: " pdf icon PDF 235 KB", ", item 143.PDF 462 KB". */
bool file_suffix(const void *parent, char *line, struct attachment *file);
/* Would it find one at the end of the N bytes of TEXT, "Minutes PDF 97 KB"? */
bool file_at_end(const char *text, size_t n);
/* Are the N bytes of WORD, in capitals, the kind of a file, "PDF" of "PDF 139 KB"? */
bool file_is_kind(const char *word, size_t n);
/* Do the N bytes of ADDRESS, without its query, end as those of a file do, "/media/plan.pdf"? A page does not. */
bool file_ends_address(const char *address, size_t n);
/* The bytes of TITLE before ", item 143", the hidden words of a link without its file, where that is its own NUMBER. */
size_t file_item_tail(const char *title, int number);

/* ---- the whole page -------------------------------------------------------------------------- */

/* Head and items of a page whose lines and items are found, then all that is settled and warned of. */
void page_read(struct page *page);
/* Its items alone, with what stands between them. */
void page_read_items(struct page *page);
/* Likewise the one item of a page of its own, told from its lines; STATUS_INPUT where they show none. */
enum status page_read_one(struct page *page, struct err *err);

/* All that is settled once the items are read: the three below, and whether it was held. */
void page_settle(struct page *page);

/* Which of the texts read are cut off; the link to the full text is taken off each (page_cut.c). */
void page_settle_cuts(struct page *page);
/* The day from the notices, where the page states none; what is odd about days is warned of. */
void page_settle_date(struct page *page);
/* The committees that its texts name, into the draft. */
void page_name_committees(struct page *page);

#endif
