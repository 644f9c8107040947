/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: the reader of agenda packs, plain text and Markdown (field.md 3.7).
 *
 * Follow a pack: its text becomes *pieces*, told by their look alone (pack_pieces.c), what a page
 * break tore is mended (pack_mend.c); the agenda table is found and read (pack_agenda.c), what stands
 * above it is the cover and the membership (pack_front.c, pack_people.c), what stands below it are the
 * reports (report*.c), and one of their tables is the work programme (programme*.c).
 *
 * Everything here walks arrays and strings from front to back, once: the time is linear in the size of
 * the paper, and no function calls itself. */
#ifndef MINUTEBOOK_INTAKE_PACK_H
#define MINUTEBOOK_INTAKE_PACK_H

#include <minutebook/model.h>

#define PACK_PIECES_MAX ((size_t)400000) /* 10,000 pages (reliability.md 4.3) of 40 lines */
#define PACK_CELLS_MAX ((size_t)100000)  /* reliability.md 4.3: table cells laid out */

/* ---- pieces ------------------------------------------------------------------------------- */

enum piece_kind { PIECE_PARA, PIECE_HEADING, PIECE_LIST, PIECE_ROW, PIECE_AGENDA };

/* One heading, paragraph, list entry or table row; or all of an agenda in lines, which `listed` of the pack holds. */
struct piece {
    enum piece_kind kind;
    int level;     /* heading 1 to 6; list entry: columns of indentation */
    bool gap;      /* a blank line or a rule stands before it */
    bool bold;     /* bold from end to end */
    bool italic;   /* the same in italics: a remark, no heading */
    bool numbered; /* a paragraph that starts with its printed number */
    int page;      /* of a PDF, from 1 on; 0 where there are none */
    size_t links;  /* of the pack, up to its end */
    char *text;    /* clean, lines by LF; a row: the line as it came, cells parted by TAB */
};

/* Blocks in reading order; what they hold is owned by OWNER. */
struct blocks {
    const void *owner;
    struct block *at;
    size_t n;
};

/* A pack being read. */
struct pack {
    void *scratch; /* holds everything that the draft does not keep */
    struct piece *pieces;
    size_t n;
    size_t front_end;     /* pieces before this one: cover, leaflet, membership */
    size_t agenda_end;    /* pieces from here on: contact paragraph, notes, reports */
    struct blocks loose;  /* what stands below the agenda and in no report */
    struct strings front; /* the lines above the agenda, table cells as lines */
    const struct agenda *listed; /* what PIECE_AGENDA stands for (agenda.h); NULL */
    struct link *links;   /* of Markdown, in reading order (pack_links.c); of the scratch */
    size_t n_links;
    size_t cells;         /* table cells laid out so far */
    int shift;            /* printed number of a page less its place in the PDF, where `paged` */
    bool paged;           /* the pages of the pieces are known as printed */
    bool supplement;      /* its cover says that these are papers which came later than the agenda */
    bool by_look;         /* headings are told by how they are printed: a bare line is none because prose follows */
    bool cut;             /* a limit was reached; the rest is left out or kept as plain lines */
    struct draft *draft;
    struct meeting *meeting; /* the draft's */
};

void pack_split(struct pack *pack, const char *text, size_t n);
/* A row of CELLS cells, which PAGE bears; where there are too many cells, a plain line. GAP: it does not follow on the
 * row before. */
void pack_add_row(struct pack *pack, const char *row, size_t cells, bool gap, int page);
/* What a converter leaves of a page's edge: no text of the paper. */
bool pack_is_page_noise(const char *text);
/* The pieces of a pack as a meeting; false: there is no agenda in them. */
bool pack_read_pieces(struct pack *pack);
/* The page that PIECE bears as printed, a child of PARENT; NULL where it is not known. */
char *pack_page_of(const void *parent, const struct pack *pack, const struct piece *piece);
void pack_mend(struct pack *pack);
bool pack_has_table(const char *text);           /* the header of one: "Item No", "Subject", "Page No" */
bool pack_read_agenda(struct pack *pack);        /* false: there is no agenda table */
bool pack_is_system_mark(const char *at, size_t n); /* "<AI1>" */
bool pack_read_listed_agenda(struct pack *pack); /* numbered lines of a PDF instead (pack_listed.c); false: there are none */
void pack_read_front(struct pack *pack);
void pack_read_people(struct pack *pack);
/* The names in a line of those who attended (printed minutes); a heading of a seat in it holds for what follows. */
void pack_read_attendance(struct pack *pack, const char *line, const char *capacity, const char *attendance);
void pack_read_contact(struct pack *pack);
void pack_settle_date(struct pack *pack);
void report_read_all(struct pack *pack); /* the reports under their items: blocks, asked, invited */
void programme_read(struct pack *pack);  /* the work programme, from the tables of the reports */

/* ---- mark-up ------------------------------------------------------------------------------ */

/* What a run of text reads as once its mark-up is gone. */
struct marked {
    char *text;      /* lines by LF, runs of blanks as one; never NULL */
    bool bold;       /* bold from end to end */
    size_t bold_end; /* bytes at its start that are bold, 0 where it starts otherwise */
};
enum markup_place { MARKUP_TEXT, MARKUP_CELL }; /* in a cell, bullets within a line start an entry */
struct marked markup_read(const void *parent, const char *raw, size_t n, enum markup_place place);

/* The address after "](" at AT, of N bytes: bytes up to and with its ')'; 0 where there is none. */
size_t markup_address(const char *at, size_t n);

/* One link of Markdown in a text, "[words](address)": bytes of it, of its words, and of what stands in its round brackets. */
struct markup_link {
    struct line_span all, words, inside;
};
/* The next one in RAW from byte FROM on; false where there is none. Reading a whole text this way is linear. */
bool markup_next_link(const char *raw, size_t n, size_t from, struct markup_link *link);
/* The address INSIDE the round brackets, without angle brackets and title, on PARENT. */
char *markup_link_href(const void *parent, const char *raw, const struct markup_link *link);

/* The links in RAW text of pieces about to be added; those of the pieces FIRST to END, given to ITEM. */
void pack_gather_links(struct pack *pack, const char *raw, size_t n);
void pack_place_links(const struct pack *pack, size_t first, size_t end, struct item *item);

/* The character that an entity at RAW stands for, as UTF-8 in OUT; bytes read, 0 if it is none. */
size_t markup_entity(const char *raw, size_t n, char out[5]);
/* A known HTML tag or comment at RAW: bytes read, 0 if it is none. */
struct markup_tag {
    bool closing, bold, breaks, list;
};
size_t markup_tag(const char *raw, size_t n, struct markup_tag *tag);

/* ---- lines -------------------------------------------------------------------------------- */

enum mark_kind { MARK_NONE, MARK_BULLET, MARK_NUMBER, MARK_LETTER };
struct list_mark {
    enum mark_kind kind;
    size_t len; /* bytes of the mark and the blanks after it */
};
struct list_mark mark_scan(const char *line, size_t n);
size_t mark_bullet(const char *line, size_t n); /* bytes of a bullet character, 0 if none */

/* ---- cells -------------------------------------------------------------------------------- */

struct span {
    const char *at;
    size_t n;
};
/* The Nth cell (0 up) of a row as it came, outer blanks left out; empty where there is none. */
struct span pack_cell(const char *row, size_t nth);

/* The columns of an agenda table by their places. LETTER: "Paper | B and C", "Enclosure | 4". */
#define PACK_NO_COLUMN SIZE_MAX
#define PACK_HEADER_LONGEST 400 /* bytes */
struct pack_columns {
    size_t number, subject, page, timing, files, letter, count;
    bool named; /* "Subject", not "Item", which may be either */
};
/* Is ROW the header of one (pack_columns.c)? */
bool pack_read_header(const char *row, struct pack_columns *columns);
/* The same of an agenda without pages, "Item No", "Subject" above item 1 in the row NEXT. */
bool pack_read_bare_header(const char *row, const char *next, struct pack_columns *columns);
/* A line as a row whose cells are parted by TABs: itself if it holds one, or a row of Markdown ("| a | b |");
 * "" for the ruler below a Markdown header, NULL for no row. Blanks at its end are left out. */
char *pack_row(const void *parent, const char *line, size_t n);
/* All cells of a row, cleaned. The array is owned by PARENT, its strings by the array. */
struct strings pack_cells(const void *parent, const char *row);

/* ---- an agenda row ------------------------------------------------------------------------- */

/* A new item of the agenda with NUMBER, a talloc child of the meeting; NULL where there are too many. */
struct item *pack_add_item(struct pack *pack, char *number, struct span subject, const char *pages, int part);
/* A further paragraph of its text. */
void pack_explain_item(const void *owner, struct item *item, const char *text);
/* "PART TWO": 2; 1; 0 for no such heading. With PACK_PRIVATE where it says that the public is excluded: "Exempt items". */
int pack_part_of(const char *text);
#define PACK_PRIVATE 16

/* Fill ITEM, whose strings OWNER holds, from the cell "Subject" and from the words of a page cell. */
void pack_read_subject(const void *owner, struct item *item, struct span subject);
void pack_read_pages(const void *owner, struct item *item, const char *cell);
/* "SCHOOL ESTATE PLAN - Report by the Head of Education.": bytes of the capitals at the beginning of TEXT, N bytes, where behind a dash
 * an author or a sentence follows; 0 elsewhere. */
size_t pack_capitals_before_words(const char *text, size_t n);

/* ---- words -------------------------------------------------------------------------------- */

/* X(identifier, group of assets/words/pack-words): what words of a pack mean is data. */
#define PACK_WORDS(X)                                                                                                  \
    X(PACK_DATE_LABEL, "date label")                                                                                   \
    X(PACK_TIME_LABEL, "time label")                                                                                   \
    X(PACK_VENUE_LABEL, "venue label")                                                                                 \
    X(PACK_WEAK_VENUE_LABEL, "weak venue label")                                                                       \
    X(PACK_COMMITTEE_LABEL, "committee label")                                                                         \
    X(PACK_OTHER_LABEL, "other label of a head")                                                                       \
    X(PACK_CALLS_THE_MEETING, "calls the meeting")                                                                     \
    X(PACK_ANOTHER_MEETING, "another meeting")                                                                         \
    X(PACK_BODY, "body")                                                                                               \
    X(PACK_WEAKER_BODY, "weaker body")                                                                                 \
    X(PACK_NO_BODY, "no body")                                                                                         \
    X(PACK_BEFORE_A_BODY, "before a body as printed")                                                                  \
    X(PACK_NO_VENUE, "no venue")                                                                                       \
    X(PACK_PAGE_NOISE, "page noise")                                                                                   \
    X(PACK_MEMBERSHIP_TITLE, "membership title")                                                                       \
    X(PACK_SEAT_OF_MEMBERS, "seat of members")                                                                         \
    X(PACK_SEAT_OF_PARENT_GOVERNORS, "seat of parent governors")                                                       \
    X(PACK_SEAT_OF_CHURCHES, "seat of churches")                                                                       \
    X(PACK_SEAT_OF_THE_CO_OPTED, "seat of the co-opted")                                                               \
    X(PACK_SEAT_OF_SUBSTITUTES, "seat of substitutes")                                                                 \
    X(PACK_SEAT_OF_THE_CABINET, "seat of the cabinet")                                                                 \
    X(PACK_SEAT_OF_OFFICERS, "seat of officers")                                                                       \
    X(PACK_ORGANISATION, "organisation")                                                                               \
    X(PACK_VACANCY, "vacancy")                                                                                         \
    X(PACK_BELOW_THE_MEMBERSHIP, "below the membership")                                                               \
    X(PACK_HONORIFIC, "honorific as printed")                                                                          \
    X(PACK_ABOUT_THE_AGENDA, "about the agenda")                                                                       \
    X(PACK_CONTACT, "contact as printed")                                                                              \
    X(PACK_CONTACT_LABEL, "contact label")                                                                             \
    X(PACK_EMAIL, "email as printed")                                                                                  \
    X(PACK_COLUMN_OF_NUMBERS, "column of numbers")                                                                     \
    X(PACK_COLUMN_OF_SUBJECTS, "column of subjects")                                                                   \
    X(PACK_COLUMN_OF_ITEMS, "column of items")                                                                         \
    X(PACK_COLUMN_OF_PAGES, "column of pages")                                                                         \
    X(PACK_COLUMN_OF_LETTERS, "column of paper letters")                                                               \
    X(PACK_COLUMN_OF_FILES, "column of files")                                                                         \
    X(PACK_COLUMN_OF_TIMES, "column of times")                                                                         \
    X(PACK_BRACKET_WITH_A_TIMING, "bracket with a timing")                                                             \
    X(PACK_BRACKET_WITH_PAGES, "bracket with pages")                                                                   \
    X(PACK_BRACKET_WITH_A_NOTE, "bracket with a note")                                                                 \
    X(PACK_BRACKET_OF_TEXT, "bracket of text")                                                                         \
    X(PACK_NOT_YET_THERE, "not yet there as printed")                                                                  \
    X(PACK_PAGE_AS_PRINTED, "page as printed")                                                                         \
    X(PACK_INSTEAD_OF_PAGES, "instead of pages as printed")                                                            \
    X(PACK_HEAD_OF_AGENDA, "head of an agenda")                                                                        \
    X(PACK_HEAD_OF_CONTENTS, "head of contents")                                                                       \
    X(PACK_SUPPLEMENT, "supplement")                                                                                   \
    X(PACK_SUPPLEMENT_SENTENCE, "supplement in a sentence")                                                            \
    X(PACK_TO_FOLLOW, "to follow")                                                                                     \
    X(PACK_OPENING, "opening as printed")                                                                              \
    X(PACK_FIRST_PART, "first part")                                                                                   \
    X(PACK_SECOND_PART, "second part")                                                                                 \
    X(PACK_PRIVATE_PART, "private part")                                                                               \
    X(PACK_EXEMPT, "exempt")                                                                                           \
    X(PACK_HEADING, "heading")                                                                                         \
    X(PACK_NO_HEADING, "no heading as printed")                                                                        \
    X(PACK_TITLE_LABEL, "title label")                                                                                 \
    X(PACK_AUTHOR, "author as printed")                                                                                \
    X(PACK_ASKED_BEFORE, "asked before")                                                                               \
    X(PACK_ASKS, "asks as printed")                                                                                    \
    X(PACK_ASKED_BODY, "asked body")                                                                                   \
    X(PACK_RECOMMENDATIONS, "recommendations")                                                                         \
    X(PACK_INVITES, "invites as printed")                                                                              \
    X(PACK_INVITED_TO_THE_MEETING, "invited to the meeting")                                                           \
    X(PACK_GUESTS_OF_NO_NAME, "guests of no name as printed")                                                          \
    X(PACK_BEFORE_THE_GUESTS, "before the guests as printed")                                                          \
    X(PACK_GUESTS_IN_A_LIST, "guests in a list")                                                                       \
    X(PACK_PROGRAMME, "programme")                                                                                     \
    X(PACK_COLUMN_OF_LAST_REPORTS, "column of last reports")                                                           \
    X(PACK_COLUMN_OF_A_TRACKER, "column of a tracker")                                                                 \
    X(PACK_COLUMN_OF_NOTES, "column of notes")                                                                         \
    X(PACK_COLUMN_OF_PLANNED_DATES, "column of planned dates")                                                         \
    X(PACK_COLUMN_OF_ISSUES, "column of issues")                                                                       \
    X(PACK_CHAMPIONS, "champions")                                                                                     \
    X(PACK_STANDING_ITEMS, "standing items")                                                                           \
    X(PACK_POSSIBLE_ITEMS, "possible items")                                                                           \
    X(PACK_TO_BE_CONFIRMED, "to be confirmed")                                                                         \
    X(PACK_PROVISIONAL, "provisional as printed")                                                                      \
    X(PACK_NO_LAST_REPORT, "no last report")                                                                           \
    X(PACK_TIME_OF_YEAR, "time of year")                                                                               \
    X(PACK_REQUESTED, "requested as printed")                                                                          \
    X(PACK_ANNUALLY, "annually")                                                                                       \
    X(PACK_QUARTERLY, "quarterly")                                                                                     \
    X(PACK_DEFERRED, "deferred")                                                                                       \
    X(PACK_MOVED, "moved")                                                                                             \
    X(PACK_DONE, "done")                                                                                               \
    X(PACK_FUTURE_MEETINGS, "future meetings")                                                                         \
    X(PRINT_MINUTES, "head of minutes")                                                                              \
    X(PRINT_DRAFT, "draft minutes")                                                                                  \
    X(PRINT_DECISIONS, "head of decisions")                                                                          \
    X(PRINT_MEETING_OF, "before the body as printed")                                                                \
    X(PRINT_OTHER_DAY, "another day")                                                                                \
    X(PRINT_PLACE, "place")                                                                                          \
    X(PRINT_PRESENT, "those present")                                                                                \
    X(PRINT_ATTENDED, "those in attendance")                                                                         \
    X(PRINT_OFFICERS, "officers in attendance")                                                                      \
    X(PRINT_APOLOGIES, "those who sent apologies")                                                                   \
    X(PRINT_POST, "post")                                                                                            \
    X(PRINT_OUTCOME, "outcome as printed")                                                                           \
    X(PRINT_DECISION_LABEL, "decision label")                                                                        \
    X(PRINT_NO_TITLE, "no title of an item")                                                                         \
    X(PRINT_COLUMN_OF_OUTCOMES, "column of outcomes")                                                                \
    X(PRINT_COLUMN_OF_ACTORS, "column of actors")                                                                    \
    X(PRINT_ENDS, "end of the meeting")                                                                              \
    X(PRINT_REFERENCE, "reference of a report")                                                                       \
    X(PRINT_REPORT, "head of a report")                                                                                \
    X(PRINT_ONE_DECISION, "head of one decision")                                                                      \
    X(PRINT_ONE_TITLE, "title label of one decision")                                                                  \
    X(PRINT_ONE_DAY, "date label of one decision")                                                                     \
    X(PRINT_ONE_OUTCOME, "outcome label of one decision")                                                              \
    X(PRINT_ONE_OTHER, "other label of one decision")

enum pack_words {
#define X(id, name) id,
    PACK_WORDS(X)
#undef X
        PACK_WORDS_COUNT
};

/* Do words of the group stand in a text that was folded, as whole words? The same of one that was not. */
bool pack_says(enum pack_words group, const char *folded);
bool pack_line_says(enum pack_words group, const char *line);
/* For the groups "as printed", no matter the capitals: the bytes of such words at the start of TEXT, 0 if
 * none; their first place in TEXT, where a word begins, and bytes, NULL if none. */
size_t pack_words_at(enum pack_words group, const char *text);
const char *pack_words_find(enum pack_words group, const char *text, size_t *n);

/* ---- letters ------------------------------------------------------------------------------ */

size_t pack_blank(const char *text);     /* bytes of a blank, TAB or no-break space at TEXT, 0 if none */
size_t pack_void(const char *text);      /* the same of a blank or a zero-width space */
bool text_in_capitals(const char *text); /* letters, and no small one of the ASCII alphabet */
bool text_starts_small(const char *text);
char *text_short(const void *parent, const char *text); /* its first line, cut to what a sentence can quote */
bool text_stops(const char *text);                      /* ends in a final stop, colon, semicolon or the like */

/* The first day with its year that begins a word of TEXT from byte FROM on: its place and bytes;
 * SIZE_MAX if there is none. */
size_t text_find_date(const char *text, size_t from, struct date *date, size_t *used);

/* What stands behind "Label:", or behind the cell "Label" and its TAB, in LINE, where the label is one of LABELS; NULL else
 * (head_time.c). */
const char *label_value(const char *line, enum pack_words labels);
/* What a label says of the day: "Date: ...", or "Meeting: Thursday 9 May 2024"; NULL. */
const char *head_day_value(const char *line);
/* TEXT behind blanks, commas and "at" or the like before an hour. */
const char *head_skip_joint(const char *text);
/* The hour at TEXT, behind such a joint, into MEETING where it has none: the rest behind it and an end of the meeting; TEXT where
 * there is no hour. */
const char *head_take_time(struct meeting *meeting, const char *text);
/* A LINE in two languages says its DATE twice, "Dydd Iau 9 Mai 2024 / Thursday 9 May 2024": what follows stands behind the last. */
void head_say_day_last(const char *line, struct date date, size_t *at, size_t *used);
/* "County Hall at 10.00am", "Room 2 and began at 7 pm": TEXT ends before the hour, which is taken; NULL: no hour ends it. */
char *head_before_hour(struct meeting *meeting, char *text);
/* The bytes of TEXT before the hour that ends it, with what joins the two; the hour is at *CLOCK. SIZE_MAX: none does. */
size_t head_hour_ends(const char *text, const char **clock);

/* Lines above the items of a printed paper: labels in columns or beside each other become lines of their own (head_lines.c). */
void head_part(const void *parent, struct strings *lines);
/* LINE of a head onto OUT; two lines where the value of its label says the hour and the place (head_values.c). */
void head_add_values(const void *parent, const char *line, struct strings *out);
/* May VALUE be what stands behind "At:", a place, and nobody's name? */
bool head_is_place(const char *value);
/* How many of the N lines right BELOW a PLACE go on with it, as on an envelope; LABELLED: a label says that it is one. PLACE with
 * them, a child of PARENT (head_place.c). */
size_t head_place_lines(const char *place, const char *const *below, size_t n, bool labelled);
/* Where a place follows what meets, without "held", in CALL: "Minute of meeting in the Town Hall on"; NULL. */
const char *head_place_of_meeting(const char *call);
/* TEXT from "in the Burgh Hall" on, where "by video conference and" stands before it; else TEXT. */
const char *head_room_beside_screen(const char *text);
/* The place in TEXT, which is cut, without the day behind it and what was held there: "Meeting held in the Town Hall, 4 March 2025". */
char *head_place_held(char *text);
char *head_place_joined(const void *parent, const char *place, const char *const *below, size_t n);
/* What their labels say of day, hour, place, committee and status, into MEETING where it has none (head_said.c). */
void head_read_labels(struct meeting *meeting, const struct strings *lines);
/* The hour that only a sentence of them says, into MEETING where it has none; a place that a sentence says, a child of
 * MEETING, NULL where none does (head_said.c). */
char *head_read_said(struct meeting *meeting, const struct strings *lines);
/* The hour at which LINE says that the meeting began ("(The meeting commenced at 10.05 am and ended ...)"); -1. */
int head_hour_begun(const char *line);
/* Lines of a cover: a sentence that calls the meeting made one line (pack_call.c). */
void pack_mend_front(const void *parent, struct strings *lines);
/* Is the day on line DAY of a cover that of a letter, with "Dear ..." below? The line behind that; 0 where it is none. */
size_t pack_letter_ends(const struct strings *lines, size_t day);

/* Items that a resolution to exclude the public names are exempt (excluded.c). */
void pack_mark_excluded(struct meeting *meeting);
/* Does TEXT, of the heading of a part, say that the public is excluded for what follows? */
bool excludes_what_follows(const char *text);
/* Does ITEM say so of itself; is it the private one of two reports of its MEETING (exempt_own.c)? */
bool exempt_by_itself(const struct item *item);
/* Does PARAGRAPH say of the item it stands below that it is private: "(Exempt)", "Not for publication under paragraph 3"? */
bool paragraph_is_private(const char *paragraph);
bool exempt_second_part(const struct meeting *meeting, const struct item *item);
/* Does SENTENCE say that its own item is private; that nothing is, or nobody excluded (exempt_says.c)? */
bool says_own_private(const char *sentence);
/* "Exempt report - Lease of a quay": is what TITLE begins with, before its colon or dash, that it is private? */
bool says_private_head(const char *title);
bool says_none_private(const char *sentence);
/* The items of MEETING whose titles bear a sign that a text of it explains are exempt; whether one does (exempt_legend.c). */
bool exempt_by_legend(struct meeting *meeting);
/* Where the bracket of *LENGTH bytes begins that cites the law at the end of TITLE, or before its pages: "(Exempt information by virtue of
 * Paragraph 3)"; SIZE_MAX if none. */
size_t exempt_law_of_title(const char *title, size_t *length);
/* May ITEM, which stands where the public is excluded, be exempt? Not the motion, nor what every agenda has there. */
bool pack_may_be_private(const struct item *item);
/* May ITEM of MEETING be, which stands below the heading of a private part? */
bool pack_is_private_below(const struct meeting *meeting, const struct item *item);

#endif
