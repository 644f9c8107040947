/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the files of this room share. From the bottom up:
 *   page    content laid out as lines for one width; printed forms are pages too
 *   view    a page seen through a window, with a cursor that stays on its row
 *   layout  rectangles of the four places, as a pure function of the size
 *   screen  panes, a head and a foot, and what its commands do
 *   browser the stack of screens, prompts and jobs
 * Nothing here knows curses or SQL. */
#ifndef MINUTEBOOK_SCREENS_PRIVATE_H
#define MINUTEBOOK_SCREENS_PRIVATE_H

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
};

/* What the cursor can stand on: one line or several. A reload finds it again by `key` and `offset`. */
struct row {
    size_t first, n; /* lines of the page */
    const char *key; /* owned by the page; NULL in running text */
    size_t offset;   /* bytes into the text that is shown; 0 where there is none */
};

struct page {
    int width;
    struct line *lines;
    size_t n_lines;
    struct row *rows;
    size_t n_rows;
    bool in_row; /* new lines belong to the last row */
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

/* ---- flow.c, table.c: text of papers as lines --------------------------------------------------- */

/* A text that passed the gate, and what is known of its places; all offsets are bytes of that clean
 * text (flow_source_offset leads back). */
struct flow {
    struct safe text;
    const struct mark *marks; /* hits to be shown, in order */
    size_t n_marks;
    int margin;               /* cells before the text; numbers of follow-ups stand there */
    const struct margin_note {
        size_t offset;
        const char *words;
    } *notes;                 /* in order of their offsets */
    size_t n_notes;
};
#define FLOW_MARGIN 4
#define READING_WIDTH 100 /* cells: a longer line is hard to read */
/* The text as paragraphs, lists hanging; each line is a row with its offset. */
void page_flow(struct page *page, const struct flow *flow);
/* A report: headings, paragraphs, lists and tables. FLOW is the same as one text (item_report_text),
 * by which rows and marks know their places. */
void page_blocks(struct page *page, const struct block *blocks, size_t n, const struct flow *flow);
void page_table(struct page *page, const struct block *table, const struct flow *flow, size_t *at, bool with_caption);
/* Find the clean TEXT in FLOW close behind *AT and set *AT there; false, and *AT as it was, if it is not. */
bool flow_find(const struct flow *flow, size_t *at, const char *text, size_t n);
/* N bytes of TEXT, which stand OFFSET bytes into FLOW, on the last line at X; hits are marked. */
void flow_put(struct page *page, int x, enum style style, const struct flow *flow, const char *text, size_t n, size_t offset);
/* Byte of SOURCE that stands CLEAN_OFFSET bytes into safe_text() of it, and the way there. */
size_t flow_source_offset(const char *source, size_t clean_offset);
size_t flow_clean_offset(const char *source, size_t offset);
/* Bytes of a bullet or number at the start of a line, with the blanks after it; 0 if it has none. */
size_t flow_list_mark(const char *text, size_t n);

/* Widths of columns that share WIDTH cells, GAP between them: none gets less than LEAST, none more than it
 * WANTS, and what there is between goes to all alike. LEAST of all must fit. Pure. */
void share_columns(int *widths, const int *least, const int *wanted, size_t n, int width, int gap);

/* ---- view.c -------------------------------------------------------------------------------------- */

struct view {
    struct page *page;  /* NULL before the first lay-out */
    size_t top;         /* first visible line */
    size_t row;         /* under the cursor; 0 where there is none */
    int height;         /* lines of the window */
};
/* Show PAGE instead of the one before, which is freed; the cursor stays on its row, and the row where
 * it was in the window. */
void view_show(struct view *view, struct page *page, int height);
const struct row *view_row(const struct view *view); /* NULL without rows */
/* To the row of KEY, and in it the last one at or before OFFSET; false if there is none. */
bool view_go(struct view *view, const char *key, size_t offset);
/* Moving and scrolling, the same in every list; false if COMMAND is none of it. */
bool view_do(struct view *view, enum command_id command, int count);
size_t view_last_line(const struct view *view); /* one after the last visible line */

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
    bool note;               /* a second line in the head */
    int n_columns;
    int share[COLUMNS_MAX];  /* of 120 */
    int most[COLUMNS_MAX];   /* cells a column does not pass while another can grow; 0 no limit */
    bool one_after_another;  /* zoomed, or never side by side */
    int detail;              /* lines under the panes, 0 none; left out on low terminals */
};
struct layout {
    bool too_small, side_by_side;
    int title, note, rule, detail_rule, foot_rule, status, hints; /* rows; -1 none */
    int n_columns;                                               /* 1 unless side by side */
    struct rect column[COLUMNS_MAX];
    struct rect detail;
};
/* The places for a terminal of WIDTH by HEIGHT cells. Pure. */
struct layout layout_make(const struct layout_wish *wish, int width, int height);

/* ---- screens ------------------------------------------------------------------------------------- */

struct screen;
struct browser;

/* The words of the head and the foot; each may be NULL. Made on `context`. */
struct frame {
    void *context;
    const char *title, *title_right;  /* what it is, and "as at" */
    const char *note, *note_right;    /* the one warning that matters */
    const char *where, *flags, *position;
};

#define PANES_MAX 6
struct pane {
    int column;         /* panes of one column take turns when columns stand side by side */
    bool present;
    bool narrow_only;   /* left out where columns stand side by side */
    const char *title;  /* in the rule above it; owned by the screen */
    const char *tab;    /* one after another; NULL: the title */
    void (*fill)(struct screen *screen, struct page *page);
    void (*fill_banner)(struct screen *screen, struct page *page); /* stays above the scrolled text; may be NULL */
    struct page *banner;
    int banner_lines;   /* of it that are shown */
    struct view view;
    bool stale;         /* its content has changed: lay it out again */
    bool go;            /* at the next lay-out the cursor goes to this place */
    char *go_key;
    size_t go_offset;
};

/* What a command was given. */
struct request {
    enum command_id command;
    int count;
    const char *arguments;
};
/* A follow-up being added: where it hangs. Strings are its children. */
struct add_place {
    char *meeting_id; /* NULL: of no meeting */
    int position;     /* 0 none */
    char *quote;      /* verbatim, NULL none */
    const char *passage;
    size_t offset;
};
#define NOT_MINE (~0u) /* the answer of `act` to a command it leaves to the browser */

struct screen_ops {
    const char *name; /* "Desk": where one is */
    unsigned context;
    struct layout_wish wish;
    /* Read what is shown from the store; called again when the store has changed. */
    enum status (*load)(struct screen *screen, struct err *err);
    void (*frame)(struct screen *screen, struct frame *frame);
    void (*detail)(struct screen *screen, struct page *page); /* under the panes; may be NULL */
    unsigned (*act)(struct screen *screen, const struct request *request);
    /* The meeting under the cursor, for commands that need one; may be NULL, and give NULL. */
    const char *(*meeting_id)(struct screen *screen);
    /* Where a follow-up added here hangs; may be NULL. */
    void (*adding)(struct screen *screen, struct add_place *place);
};

/* First member of every screen; a talloc block of its own under the browser. */
struct screen {
    const struct screen_ops *ops;
    struct browser *browser;
    struct pane panes[PANES_MAX];
    size_t n_panes, focus;
    const struct pane *filling; /* the pane whose `fill` is being called */
    size_t shown[COLUMNS_MAX]; /* the pane a column shows */
    int64_t generation; /* of the store when it was loaded */
    bool zoomed;
    bool of_hit; /* opened as a hit of the last search: n opens the next in its place */
};

struct pane *screen_pane(struct screen *screen);      /* the one in focus */
/* A pane of COLUMN that FILL lays out. */
struct pane *screen_add_pane(struct screen *screen, int column, const char *title, void (*fill)(struct screen *, struct page *));
void pane_go(struct screen *screen, size_t pane, const char *key, size_t offset);
/* Key of the row under the cursor, NULL if there is none. */
const char *screen_key(struct screen *screen);
void screen_stale(struct screen *screen);             /* all panes */
void screen_focus(struct screen *screen, size_t pane); /* it is shown, too */
/* Lay out what is visible and not yet laid out for this size. */
struct layout screen_lay_out(struct screen *screen);
void screen_draw(struct screen *screen, struct grid *grid);
unsigned screen_next_pane(struct screen *screen, int step);
bool screen_side_by_side(const struct screen *screen);

/* The first key of a command as people write it: "Enter", "]", "Ctrl-D". */
char *hint_key(const void *parent, const struct command *command);

/* What the Desk knows; the overview that is printed is the same page. On PARENT; empty without a store. */
struct desk_facts {
    struct meeting_rows meetings;
    struct store_counts counts;
    struct actions actions;
    struct programmes programmes;
    struct join_offers offers;
};
enum status desk_read(const void *parent, struct store *store, struct desk_facts *facts, struct err *err) MB_MUST_CHECK;
/* One meeting as a row of a list: its day, its committee if WITH_NAME, what is held of it. */
void page_meeting(struct page *page, const struct meeting_row *row, bool with_name);
void desk_page(struct page *page, const struct desk_facts *facts, const struct program *program);

void meetings_sort(struct meeting_rows *rows);
void meetings_page(struct page *page, const struct meeting_rows *rows); /* sorted */

bool action_is_of_item(const struct action *action, const struct item *item);
void actions_page(struct page *page, const struct actions *actions, struct date as_at);
void action_page(struct page *page, const struct action *action); /* what its row does not say */
char *actions_counted(const void *parent, const struct actions *actions, struct date as_at);

struct screen *desk_new(struct browser *browser);
struct screen *meetings_new(struct browser *browser);
/* TEXT_KIND and OFFSET of a hit, or PASSAGE_KINDS and 0. */
struct screen *meeting_new(struct browser *browser, const char *id, int position, enum passage_kind kind, size_t offset);
/* The same for a place that is no hit of the last search: nothing is marked. */
struct screen *meeting_at(struct browser *browser, const char *id, int position, enum passage_kind kind, size_t offset);
struct screen *programme_new(struct browser *browser, const char *meeting_id, int entry);
struct screen *actions_new(struct browser *browser, const char *action_id);
struct screen *search_new(struct browser *browser);
struct screen *help_new(struct browser *browser, unsigned context);
/* LINES are shown as they are, wrapped; a line that begins with a blank hangs. */
struct screen *report_new(struct browser *browser, const char *title, const char *text);

/* ---- browser.c, prompt.c, job.c -------------------------------------------------------------------- */

enum prompt_kind { PROMPT_NONE, PROMPT_FIND, PROMPT_ADD, PROMPT_SET, PROMPT_COMMAND, PROMPT_IMPORT, PROMPT_DETAILS, PROMPT_JOIN };

struct searching {
    struct query *query;
    struct search_rows rows;
    struct snippet *snippets; /* of each row */
    char *words;
    int limit;
    size_t current;           /* the hit n and N go from */
    int64_t generation;       /* of the store that was searched */
};

#define JOBS_MAX 64 /* waiting; more is a key held down */

struct browser {
    const struct program *program;
    struct store *store; /* NULL while there is none */
    int64_t generation;
    int width, height;
    struct screen **stack;
    size_t depth;
    char *message;
    bool message_is_error;
    struct {
        bool on;
        char *prefix, *line;
        size_t cursor;
    } typing;
    enum prompt_kind prompt;
    struct add_place *adding;
    char *prompt_target;         /* id of the row or meeting that is asked about */
    struct searching *searching; /* the last search, NULL before the first */
    struct job *jobs[JOBS_MAX];  /* waiting, oldest first */
    size_t n_jobs;
    bool job_out;                /* one is with the worker */
    char *report;                /* what an import said, until it is shown */
};

struct screen *browser_top(const struct browser *browser);
unsigned browser_pop(struct browser *browser); /* never the Desk */
unsigned browser_push(struct browser *browser, struct screen *screen);
unsigned browser_fail(struct browser *browser, const struct err *err);
unsigned browser_sayf(struct browser *browser, const char *format, ...) MB_PRINTF(2, 3);
unsigned browser_ask(struct browser *browser, enum prompt_kind kind);
/* Read the screen on top again; what it showed stays when that fails. */
unsigned browser_reload(struct browser *browser, struct screen *screen);
struct screen *screen_make(struct browser *browser, const struct screen_ops *ops, size_t size);
#define screen_new(browser, type, ops) ((type *)screen_make((browser), (ops), sizeof(type)))

unsigned search_start(struct browser *browser, const char *words);
unsigned search_step(struct browser *browser, int step); /* n and N */
unsigned search_open(struct browser *browser, size_t hit);

unsigned edit_add(struct browser *browser, const struct request *request);
unsigned edit_details(struct browser *browser, const struct request *request);
unsigned edit_part(struct browser *browser, const struct request *request);
unsigned edit_join(struct browser *browser, const struct request *request);
unsigned edit_why(struct browser *browser, const struct request *request);
unsigned edit_set(struct browser *browser, const char *action_id, const char *arguments);

/* A change of the user's rows or an import, queued; its strings are copied. */
unsigned job_queue_edit(struct browser *browser, const struct edit *edit);
/* What RUN did to the store at PATH, as lines of text (print_import.c). */
char *import_report_text(const void *parent, const char *path, const struct program *program, const struct import_run *run);
unsigned job_queue_import(struct browser *browser, char *const *paths, size_t n);

/* ---- names.c, facts.c, pair.c: words ------------------------------------------------------------------ */

/* A committee's name in at most WIDTH cells (0: as many as it takes): whole, with "O&S", or cut; NULL says "committee not stated". */
char *name_committee(const void *parent, const char *committee, int width);
char *name_in_list(const void *parent, const char *committee, int width); /* always with "O&S" */
char *name_stem(const void *parent, const char *committee);     /* "Children and Families" */
const char *name_body(const char *committee);                   /* "Panel", "Committee"; "meeting" where not said */
char *words_count(const void *parent, int n, const char *one, const char *many); /* "1 report", "3 reports" */
char *words_range(const void *parent, const char *pages);       /* "1 - 10" as "1–10" */
char *words_join(const void *parent, const struct strings *parts, const char *between);
char *words_as_at(const void *parent, const struct program *program, bool weekday);

/* Facts about a meeting, each in one place (screens.md 2). NULL where there is nothing to say. */
char *fact_day(const void *parent, struct date date, enum date_basis basis); /* "Thursday 3 November 2022, worked out" */
char *fact_meeting_line(const void *parent, const struct meeting_row *row);  /* "agenda, 4 reports, minutes (3 cut off)" */
char *fact_sources(const void *parent, const struct meeting *meeting, bool keys); /* "from the agenda pack and the minutes page, joined (I: why)" */
char *fact_gaps(const void *parent, const struct meeting *meeting);          /* "3 of 9 minutes cut off · 1 report not held (item 6)" */
char *fact_offer(const void *parent, const struct committee_offer *offer);   /* "probably Health Panel, because ..." */
struct strings fact_why(const void *parent, const struct meeting *meeting, const struct committee_offer *offer);

/* "contact: the agenda pack says ..." */
char *fact_alternative(const void *parent, const struct meeting *meeting, const struct alternative *other);

/* Facts about an item. */
char *fact_item_number(const void *parent, const struct item *item);          /* "item 7, minute 555" */
char *fact_follow(const void *parent, const struct item *item);               /* "to follow, since published, not held" */
char *fact_exempt(const void *parent, const struct item *item);
char *fact_report(const void *parent, const struct item *item);               /* "Report held: pages 11–16, 5 paragraphs, 13 tables" */
struct strings fact_item_notes(const void *parent, const struct item *item);  /* the lines under its title in the agenda */
#define FACT_CUT "Cut off on the council's page: the end of this minute is missing."

/* The texts an item can have, in the order `p` goes through them. */
enum item_text { TEXT_MINUTE, TEXT_REPORT, TEXT_AGENDA, TEXT_DECISION, TEXT_COUNT };
extern const enum passage_kind item_text_passage[TEXT_COUNT];
extern const char *const item_text_place[TEXT_COUNT]; /* as action_place() wants it */
bool item_has_text(const struct item *item, enum item_text text);
char *fact_text_name(const void *parent, const struct item *item, enum item_text text); /* "Minute 555" */

/* The item of a meeting that an entry of a work programme was taken at: paired by words, offered with
 * its reason, stored nowhere. */
struct pairing {
    int position; /* 0 none */
    char *reason; /* "both say: domestic, abuse" */
};
struct pairing pair_entry(const void *parent, const char *issue, const struct meeting *meeting);

#endif
