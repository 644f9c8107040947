/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* model: the council world as plain structs, in the words of the field. A reader fills a draft, the
 * store joins drafts into meetings, screens and exports read them. No I/O, no SQL, no terminal.
 *
 * Conventions: strings are UTF-8 and NULL where the paper does not say (never ""); they and every
 * array are talloc children of the struct that holds them, which for an element of an array is the
 * meeting, programme or draft that the array hangs on. Arrays grow by mem_append() only. A number of
 * an item is text as printed without its final stop ("549", "77/21", "74(b)"). Paragraphs of a text are
 * separated by one blank line, lines by LF. */
#ifndef MINUTEBOOK_MODEL_H
#define MINUTEBOOK_MODEL_H

#include <minutebook/text.h>

/* ---- forms of papers --------------------------------------------------------------------- */

/* X(identifier, name in JSON and --form, words on screen, of several, rank, extent). A higher rank is "later"
 * (design.md 4: agenda < supplement < draft minutes < minutes; draft_rank()). Drafts are kept with the number of
 * their form: new ones stand at the end. */
#define MODEL_FORMS(X)                                                                                              \
    X(FORM_PACK_TEXT, "pack-text", "agenda pack", "agenda packs", 1, OF_MEETING)                                    \
    X(FORM_PACK_MARKDOWN, "pack-markdown", "agenda pack", "agenda packs", 1, OF_MEETING)                            \
    X(FORM_PAGE_TEXT, "page-text", "meeting page", "meeting pages", 4, OF_MEETING)                                  \
    X(FORM_ITEM_TEXT, "item-text", "page of one item", "pages of one item", 5, OF_ITEM)                             \
    X(FORM_PAGE_HTML, "page-html", "saved meeting page", "saved meeting pages", 4, OF_MEETING)                      \
    X(FORM_ITEM_HTML, "item-html", "saved page of one item", "saved pages of one item", 5, OF_ITEM)                 \
    X(FORM_SERVICE_XML, "service-xml", "meeting of the council's service", "meetings of the council's service", 4, \
      OF_MEETING)                                                                                                   \
    X(FORM_LIST_HTML, "list-html", "list of meetings", "lists of meetings", 0, OF_COUNCIL)                          \
    X(FORM_LIST_XML, "list-xml", "list of meetings", "lists of meetings", 0, OF_COUNCIL)                            \
    X(FORM_COMMITTEE_HTML, "committee-html", "page of a committee", "pages of committees", 0, OF_COUNCIL)           \
    X(FORM_PACK_PDF, "pack-pdf", "agenda pack", "agenda packs", 1, OF_MEETING)                                      \
    X(FORM_FRONTSHEET_TEXT, "frontsheet-text", "agenda frontsheet", "agenda frontsheets", 1, OF_MEETING)            \
    X(FORM_FRONTSHEET_PDF, "frontsheet-pdf", "agenda frontsheet", "agenda frontsheets", 1, OF_MEETING)              \
    X(FORM_SUPPLEMENT_TEXT, "supplement-text", "agenda supplement", "agenda supplements", 2, OF_MEETING)            \
    X(FORM_SUPPLEMENT_PDF, "supplement-pdf", "agenda supplement", "agenda supplements", 2, OF_MEETING)              \
    X(FORM_DECISIONS_TEXT, "decisions-text", "printed decisions", "printed decisions", 2, OF_MEETING)               \
    X(FORM_DECISIONS_PDF, "decisions-pdf", "printed decisions", "printed decisions", 2, OF_MEETING)                 \
    X(FORM_MINUTES_TEXT, "minutes-text", "printed minutes", "printed minutes", 4, OF_MEETING)                       \
    X(FORM_MINUTES_PDF, "minutes-pdf", "printed minutes", "printed minutes", 4, OF_MEETING)                         \
    X(FORM_REPORT_TEXT, "report-text", "report", "reports", 1, OF_ITEM)                                             \
    X(FORM_REPORT_PDF, "report-pdf", "report", "reports", 1, OF_ITEM)

enum form {
    FORM_UNKNOWN,
#define X(id, name, words, several, rank, extent) id,
    MODEL_FORMS(X)
#undef X
    FORM_COUNT
};
/* What a paper is an edition of: a whole meeting, one item of one, or what a council holds and when. */
enum form_extent { OF_MEETING, OF_ITEM, OF_COUNCIL };
const char *form_name(enum form form);
const char *form_words(enum form form);
const char *form_words_several(enum form form);
int form_rank(enum form form);
bool form_parse(const char *name, enum form *form);
enum form_extent form_extent(enum form form);
/* Is a paper of FORM no edition of the whole meeting, but of one of its items? */
bool form_is_part(enum form form);
/* Is a paper of FORM no meeting at all, but a list of meetings, committees or members? */
bool form_is_list(enum form form);

/* ---- the contents of an item ------------------------------------------------------------- */

enum block_kind { BLOCK_HEADING, BLOCK_PARA, BLOCK_LIST, BLOCK_TABLE };
const char *block_kind_name(enum block_kind kind);

struct table_row {
    char **cells; /* a list inside a cell: its entries joined by LF; NULL never, empty cell "" */
    size_t n_cells;
};

/* One piece of a report, in reading order. */
struct block {
    enum block_kind kind;
    char *text;             /* heading, paragraph or list entry, its printed number kept; a table: NULL */
    int level;              /* heading 1 to 6, list depth 1 up, else 0 */
    char *caption;          /* of a table: the bold line or heading above it */
    struct table_row *rows; /* header row first */
    size_t n_rows;
    char *page;             /* page of the pack as printed, where it is known */
};

struct attachment {
    char *title, *format, *size; /* "Work Programme", "PDF", "83 KB" */
    char *url;
    bool exempt;
    bool held; /* its text is in the store */
    char *service_id; /* "112217" of documents/s112217/..., attachmentid of the web service */
};

/* A vote as recorded ("For 7, Against 2", names and all); `result` "Carried". */
struct vote {
    char *title, *type, *text, *result;
};

/* A link that stands in a text of the item; where in the text is not kept. */
struct link {
    char *text, *url;
};

/* What became of a paper that was to follow (screens.md 2). */
enum follow_state { FOLLOW_NONE, FOLLOW_TO_FOLLOW, FOLLOW_PUBLISHED_NOT_HELD, FOLLOW_HELD };

struct item {
    int position;         /* 1 up, in the order of the paper */
    char *agenda_number;  /* as printed in the agenda: "7" */
    char *minute_number;  /* as printed in the minutes: "555" */
    char *title;          /* without number, file suffix and timing */
    char *kind;           /* field.md "Item kinds": "routine", "performance", "programme"...; NULL */
    int part;             /* 2 from "Part Two" on, 1 where the paper says so, 0 not stated */
    bool exempt;          /* the report is; the minute may stand on a public page */
    char *exempt_reason;  /* "paragraph 2" */
    char *timing;         /* "10.05 to 10.40am" */
    char *pages;          /* "1 - 10" */
    char *pages_note;     /* "To follow" */
    enum follow_state follow;
    bool truncated;       /* the council's page cuts this minute off */
    char *author;         /* "Report of the Cabinet Member for ..." */
    struct attachment *attachments;
    size_t n_attachments;
    struct strings asked;   /* limbs of "is asked to", in order */
    struct strings invited; /* persons and posts invited to the meeting for this item */
    char *agenda_text, *minutes_text, *decision_text;
    bool agenda_exempt, minutes_exempt, report_exempt; /* this text came from an exempt source */
    struct block *blocks; /* the report */
    size_t n_blocks;
    bool in_latest;       /* false: "not in the latest edition" */
    char *service_id;     /* stable id of the council's system: "51902" of mgAi.aspx?ID=51902, anchor AI51902 */
    struct vote *votes;
    size_t n_votes;
    struct link *links;   /* in reading order of agenda text, decision, minutes, report */
    size_t n_links;
};

/* The report as one text: headings, paragraphs, list entries and tables separated by blank lines; a
 * table is one line a row, its cells joined by TAB, with its caption above. NULL without a report. */
char *item_report_text(const void *parent, const struct item *item);
/* The same, and in STARTS the byte at which each of its blocks begins there (its caption with it). */
char *item_report_parts(const void *parent, const struct item *item, size_t **starts);
bool item_is_routine(const struct item *item);
/* The kind that a title alone allows, or NULL (assets/words/item-kinds, a data file; the kinds are
 * those of field.md 2 "Item kinds"). */
const char *item_kind_of_title(const char *title);

/* ---- a meeting --------------------------------------------------------------------------- */

struct person {
    char *name;       /* as printed: "Cllr Beatrix Lindqvist" */
    char *role;       /* "Chairman", "Vice Chairman"; NULL */
    char *capacity;   /* member church parent-governor co-opted officer cabinet other */
    char *attendance; /* present apologies substitute expected in-attendance; NULL */
};

enum date_basis { DATE_UNKNOWN, DATE_STATED, DATE_INFERRED, DATE_GIVEN };
const char *date_basis_name(enum date_basis basis); /* NULL for DATE_UNKNOWN */

/* One paper that the meeting was made from. */
struct source {
    char *path;   /* as the user named it at the first import; the file's name in exports */
    char sha256[SHA256_HEX];
    enum form form;
    bool exempt;
};

/* A value that lost against a better source (field.md 4), kept beside it. */
struct alternative {
    char *field, *value;
    char sha256[SHA256_HEX]; /* of the source that says so */
};

struct meeting {
    char *id; /* design.md 5.2; NULL in a draft */
    char *council, *committee;
    struct date date;
    enum date_basis date_basis;
    char *date_reason; /* "the notice in item 551 names 2 November 2022 as the working day before" */
    int minutes_after_midnight; /* start; -1 where not stated */
    char *venue, *contact; /* contact: names, posts, telephones as printed; the address apart */
    char *contact_email;
    char *status;         /* scheduled held cancelled postponed unknown */
    char *status_text;    /* as printed */
    char *minutes_status; /* draft confirmed; NULL */
    char *joined_because; /* a sentence, where several sources were joined */
    struct source *sources;
    size_t n_sources;
    struct alternative *alternatives;
    size_t n_alternatives;
    struct person *people;
    size_t n_people;
    struct strings vacancies; /* unfilled seats as printed: "Parent Governor Representatives" */
    struct item *items;
    size_t n_items;
    /* Papers of the whole meeting that its page lists, that are not held and would say something that is not held. Published
     * by the store; NULL in a draft, whose own `papers` are all that is listed. */
    struct attachment *papers;
    size_t n_papers;
    /* Ids of the council's system, unique for each `site` (field.md 3.3, 3.4), digits as printed; NULL unknown. */
    char *site;                 /* base address without a last stroke: "https://democracy.example.gov.uk/moderngov" */
    char *service_id;           /* of the meeting: MId */
    char *agenda_service_id;    /* the other id that addresses of its printed papers bear: documents/g10230/ */
    char *committee_service_id; /* CId */
};

char *meeting_time(const void *parent, const struct meeting *meeting);       /* "10:00", NULL */
char *meeting_time_words(const void *parent, const struct meeting *meeting); /* "10.00 am", NULL */
const struct item *meeting_item(const struct meeting *meeting, int position); /* NULL if none */
size_t meeting_truncated(const struct meeting *meeting); /* items cut off */

/* ---- addresses ----------------------------------------------------------------------------- */

/* Addresses of the council's system (field.md 3.1, 3.4), made of ids that its own papers gave; NULL where SITE or
 * an id is. Nothing is fetched: they are shown, for the member to open. */
char *address_of_meeting(const void *parent, const struct meeting *meeting);   /* the page of the meeting */
char *address_of_item(const void *parent, const struct meeting *meeting, const struct item *item); /* its full minute */
char *address_of_committee(const void *parent, const struct meeting *meeting); /* all meetings of its committee */
char *address_of_service(const void *parent, const struct meeting *meeting);   /* GetMeeting */
enum printed_paper { PRINTED_FRONTSHEET, PRINTED_MINUTES, PRINTED_DECISIONS, PRINTED_PACK };
char *address_of_printed(const void *parent, const struct meeting *meeting, enum printed_paper paper);
/* URL as a paper of SITE prints it, whole: one that is seen from the site begins with it. NULL for what leads nowhere, as
 * for what would need a site where SITE is NULL. */
char *address_whole(const void *parent, const char *site, const char *url);
/* The site that an address of the council's system belongs to: all before "/ieListDocuments.aspx", "/mgAi.aspx",
 * "/documents/" and the like; NULL for any other address. http and https only. */
char *address_site(const void *parent, const char *url);

/* ---- a work programme -------------------------------------------------------------------- */

/* When something is planned, or was last reported: the words, and what they allow to be computed. */
struct when {
    char *text;
    struct date_span span;
};

enum programme_section { SECTION_DATED, SECTION_POSSIBLE, SECTION_STANDING };
enum programme_state { ENTRY_SCHEDULED, ENTRY_TBC, ENTRY_STANDING, ENTRY_DEFERRED, ENTRY_DONE, ENTRY_MOVED };
const char *programme_section_name(enum programme_section section);
const char *programme_state_name(enum programme_state state);

struct programme_entry {
    struct when *planned;
    size_t n_planned;
    bool inherited;          /* the date stands in a row above */
    enum programme_section section;
    enum programme_state state;
    char *issue;             /* several lines joined by LF */
    struct when *last_reports;
    size_t n_last_reports;
    char *last_reports_text; /* the cell where it holds no date: "N/A ..." */
    char *notes;
    struct date requested_on;
    char *frequency; /* annually quarterly; NULL */
};

struct champion {
    char *topic, *name;
};

/* A programme as published with one meeting's papers. */
struct programme {
    char *committee;
    char *meeting_id; /* NULL in a draft */
    struct date published_for;
    char *title, *preamble;
    int item_position; /* the item under which it was printed, 0 unknown */
    struct date *future_meetings;
    size_t n_future_meetings;
    struct champion *champions;
    size_t n_champions;
    struct programme_entry *entries;
    size_t n_entries;
};

/* ---- the draft --------------------------------------------------------------------------- */

/* A meeting as a list of the council names it (a browse-meetings page, GetMeetings): known, not held. */
struct listed_meeting {
    char *committee, *committee_service_id, *service_id;
    struct date date;
    int minutes_after_midnight; /* -1 where not stated */
    char *venue;
    char *status, *status_text; /* as in struct meeting */
    bool has_agenda, has_decisions, has_minutes; /* the list says that they are published */
};

/* A committee as a list of the council names it. */
struct listed_committee {
    char *name, *service_id, *category;
    bool expired, deleted;
};

/* What one reader made of one file: nothing joined, nothing guessed. Of a list (form_is_list()) `meeting` holds
 * no more than council, site and, on the page of a committee, its name, id and members as `people`. */
struct draft {
    char *path;
    char sha256[SHA256_HEX];
    enum form form;
    int reader_version;
    struct meeting *meeting;
    struct programme *programme; /* NULL where the paper holds none */
    struct strings warnings;     /* sentences for the import report */
    struct strings committees_named; /* committees the text names, and where: "NAME\tminute 271" */
    struct strings telephones;       /* of the contacts, digits only */
    bool incomplete;                 /* not read to its end */
    /* Papers of the whole meeting that a saved page lists above its items: frontsheet, pack, printed minutes and
     * decisions, supplements (their service_id is the SID of mgChooseDocPack.aspx). What is published of them: `papers` of a meeting. */
    struct attachment *papers;
    size_t n_papers;
    struct listed_meeting *listed_meetings;
    size_t n_listed_meetings;
    struct listed_committee *listed_committees;
    size_t n_listed_committees;
};
/* The rank of its form; of minutes that are still a draft one less. */
int draft_rank(const struct draft *draft);

/* A deep copy owned by PARENT. */
struct draft *draft_copy(const void *parent, const struct draft *draft);

/* ---- routine texts ----------------------------------------------------------------------- */

/* Whether TEXT, N bytes of a minute, a decision, an agenda or a section of a report, tells nothing that is looked for: apologies,
 * reminders and leaflets about interests, blocks of contacts, notices of webcasts and exits, pages left blank (assets/words/
 * routine-texts). KIND and TITLE are its item's, NULL where it has none. What was declared, asked or amended with its matter
 * is not routine, nor what is not known by its words. A text without a sentence is, where its item is routine business. */
bool item_text_is_routine(const char *kind, const char *title, const char *text, size_t n);

/* ---- fields as data ---------------------------------------------------------------------- */

/* Every struct above is described by a table of its fields, so that keeping a draft, copying and
 * comparing one are each written once (src/model/fields.c). */
enum field_kind {
    FIELD_TEXT, FIELD_INT, FIELD_BOOL, FIELD_DATE, FIELD_SHA, /* values */
    FIELD_STRINGS,                                             /* struct strings */
    FIELD_RECORD,                                              /* pointer to one struct, may be NULL */
    FIELD_RECORDS,                                             /* array and count */
    FIELD_CELLS,                                               /* char ** and count */
};
struct record_type;
struct field {
    const char *name;
    enum field_kind kind;
    size_t offset, count_offset;
    const struct record_type *of; /* FIELD_RECORD, FIELD_RECORDS */
};
struct record_type {
    const char *name;
    size_t size;
    const struct field *fields;
    size_t n_fields;
};
extern const struct record_type draft_type, meeting_type, programme_type;

/* Write a record as a flat sequence: each value is handed to EMIT as (depth, name, value). The fields
 * of RECORD itself have depth 0; a record inside it opens with value NULL and its fields follow one
 * deeper. Strings of a list come one by one under the list's name. Absent values (NULL, 0, false, no
 * day) are left out, so that a later reader sees its default. */
typedef void record_emit(void *to, int depth, const char *name, const char *value);
void record_write(const struct record_type *type, const void *record, record_emit *emit, void *to);

/* The way back: feed the sequence in order, values borrowed. Unknown names with all below them, depths
 * that nothing opened and values that do not fit their field are skipped: any sequence is safe to
 * read. The record starts zeroed; record_reader_take() hands it to PARENT. */
struct record_reader;
struct record_reader *record_reader_new(const void *parent, const struct record_type *type);
void record_read(struct record_reader *reader, int depth, const char *name, const char *value);
void *record_reader_take(struct record_reader *reader, const void *parent); /* the record; the reader is freed */

#endif
