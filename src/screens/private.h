/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the files of this room share. From the bottom up:
 *   page.h   content laid out as lines for one width; a page through a window; rectangles
 *   words.h  names and facts as they are said
 *   screen   panes, a head and a foot, and what its commands do
 *   browser  the stack of screens, prompts and jobs
 * Nothing here knows curses or SQL. */
#ifndef MINUTEBOOK_SCREENS_PRIVATE_H
#define MINUTEBOOK_SCREENS_PRIVATE_H

#include "id_set.h"
#include "page.h"
#include "words.h"

/* ---- screens ------------------------------------------------------------------------------------- */

struct screen;
struct browser;

/* The words of the head and the foot; each may be NULL. Made on `context`. */
struct frame {
    void *context;
    const char *title, *title_right; /* what it is, and "as at" */
    const char *note, *note_right;   /* the one warning that matters */
    const char *where, *flags, *position;
};

#define PANES_MAX 8
struct pane {
    int column; /* panes of one column take turns when columns stand side by side */
    bool present;
    bool narrow_only;  /* left out where columns stand side by side */
    bool wide_only;    /* only there where they do; it then takes its column */
    size_t instead;    /* wide_only: the pane that is read in its place where there is no room for it */
    const char *title; /* in the rule above it; owned by the screen */
    const char *tab;   /* one after another; NULL: the title */
    void (*fill)(struct screen *screen, struct page *page);
    void (*fill_banner)(struct screen *screen, struct page *page); /* stays above the scrolled text; may be NULL */
    struct page *banner;
    int banner_lines; /* of it that are shown */
    struct view view;
    bool stale; /* its content has changed: lay it out again */
    bool lifted; /* a row that is gone to stands where those behind it are seen */
    bool go;    /* at the next lay-out the cursor goes to this place */
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
/* Which follow-ups of a screen are meant. */
enum reach {
    REACH_HERE,     /* the one under the cursor */
    REACH_HEADING,  /* those under its heading; where there are none, as the next */
    REACH_TO_CHECK, /* all to check that V marks */
    REACH_ALL,      /* every one it knows: where marked ones are looked up */
};
/* Whose paper a file that is attached here is. */
struct attaching {
    char *meeting_id;
    int position; /* the item; 0: of the whole meeting */
    char *url;    /* under which it is listed; NULL: not known */
};
/* Papers to import, and what is said of all of them; what is not said is found in each. */
struct import_request {
    enum form form; /* FORM_UNKNOWN: not said */
    char *committee, *council;
    struct date date;
    struct strings paths;
};
#define NOT_MINE (~0u) /* the answer of `act` to a command it leaves to the browser */

/* Does a command do anything where the cursor stands? What is not known the hints tell from rows and follow-ups. */
enum offer { OFFER_UNKNOWN, OFFER_NO, OFFER_YES };

struct screen_ops {
    const char *name; /* "Desk": where one is */
    unsigned context;
    const char *open_words; /* what Enter does, in the hints; NULL: as the command table has it */
    enum offer (*offers)(struct screen *screen, enum command_id command); /* for the hints; may be NULL */
    struct layout_wish wish;
    /* Read what is shown from the store; called again when the store has changed. */
    enum status (*load)(struct screen *screen, struct err *err);
    void (*frame)(struct screen *screen, struct frame *frame);
    /* Before panes are laid out: which of them there are for this size. May be NULL. */
    void (*settle)(struct screen *screen);
    void (*detail)(struct screen *screen, struct page *page); /* under the panes; may be NULL */
    unsigned (*act)(struct screen *screen, const struct request *request);
    /* The meeting under the cursor, for commands that need one; may be NULL, and give NULL. */
    const char *(*meeting_id)(struct screen *screen);
    /* The council under the cursor, where that is no meeting's; may be NULL, and give NULL. */
    const char *(*council)(struct screen *screen);
    /* Where a follow-up added here hangs; may be NULL. */
    void (*adding)(struct screen *screen, struct add_place *place);
    /* Whose paper a file attached here is, on PARENT; STATUS_USAGE says why it is nobody's. May be NULL (attach.c). */
    enum status (*attaching)(struct screen *screen, const void *parent, struct attaching *out, struct err *err);
    /* Those that c, D, v and V reach here, borrowed from the screen, onto OUT, whose array is on LOCAL; may be
     * NULL (check.c). */
    void (*follow_ups)(struct screen *screen, enum reach reach, const void *local, struct actions *out);
    /* AFTER keeping or refusing JUDGED, or marking a row (JUDGED NULL): to the next one; may be NULL. */
    void (*go_on)(struct screen *screen, enum command_id after, const struct id_set *judged);
};

/* First member of every screen; a talloc block of its own under the browser. */
struct screen {
    const struct screen_ops *ops;
    struct browser *browser;
    unsigned context; /* that of `ops`, or a narrower one that its content asks for */
    const char *open_words; /* instead of those of `ops`; NULL */
    struct pane panes[PANES_MAX];
    size_t n_panes, focus;
    const struct pane *filling; /* the pane whose `fill` is being called */
    size_t shown[COLUMNS_MAX];  /* the pane a column shows */
    int64_t generation;         /* of the store when it was loaded */
    struct id_set marks;        /* marked follow-ups */
    bool zoomed;
    bool marked; /* the words of the last search in a text are marked here */
    const struct layout_wish *wish; /* instead of that of `ops`; NULL */
    bool of_hit; /* opened as a hit of the last search: n opens the next in its place */
};

struct pane *screen_pane(struct screen *screen); /* the one in focus */
/* A pane of COLUMN that FILL lays out. */
struct pane *screen_add_pane(struct screen *screen, int column, const char *title,
                             void (*fill)(struct screen *, struct page *));
void pane_go(struct screen *screen, size_t pane, const char *key, size_t offset);
/* Key of the row under the cursor, NULL if there is none. */
const char *screen_key(struct screen *screen);
void screen_stale(struct screen *screen);              /* all panes */
void screen_focus(struct screen *screen, size_t pane); /* it is shown, too */
/* Lay out what is visible and not yet laid out for this size. */
struct layout screen_lay_out(struct screen *screen);
void screen_draw(struct screen *screen, struct grid *grid);
unsigned screen_next_pane(struct screen *screen, int step);
bool screen_side_by_side(const struct screen *screen);
/* Is it there, in COLUMNS side by side or one after another? */
bool pane_is_there(const struct pane *pane, bool columns);

/* Cells that the head takes before the title to say that this is the sample. */
int frame_prefix_width(const struct program *program);

/* Pieces of drawing that head, panes and foot share (frame.c), the foot (foot.c) and the keys in it (hints.c). */
void draw_rule(struct grid *grid, int x, int y, int width);
void draw_line(struct grid *grid, const struct rect *rect, int y, const struct line *line, enum style fill);
void hints_draw(struct grid *grid, struct screen *screen, int y);
/* The pane above the foot while work on several papers runs (pace_pane.c): its lines, none without, and what stands there. */
int pace_lines(const struct browser *browser);
void pace_draw(struct grid *grid, const struct browser *browser, const struct rect *rect);
/* Does what is said stand over more than its own row? */
bool foot_is_long(const struct browser *browser);
void foot_draw(struct grid *grid, struct screen *screen, const struct layout *layout, const struct frame *frame);

/* The first key of a command now, as people write it: "Enter", "]", "Ctrl-D"; its name, ":part", where it has none. */
char *key_of(const void *parent, const struct browser *browser, enum command_id command);

/* A meeting of a list: row I of ROWS, its committee if WITH_NAME, TO_CHECK as count_to_check() counts. Another of the same committee and day is told apart by time or id. */
void page_meeting(struct page *page, const struct meeting_rows *rows, size_t i, bool with_name, const int *to_check);
/* Of each of ROWS: how many follow-ups are to check; -1 where none was found. On PARENT. */
int *count_to_check(const void *parent, const struct meeting_rows *rows, const struct survey *survey);

/* The Desk while there are no papers: three ways to begin (begin.c). With KEYS it names commands. */
void begin_page(struct page *page, const struct program *program, bool keys);
bool begin_is_way(const char *key); /* of a row */
unsigned begin_open(struct screen *screen, const char *key);
unsigned begin_choose(struct screen *screen, int way); /* by its number */

void meetings_sort(struct meeting_rows *rows);
void meetings_mark_read(struct meeting_rows *rows, struct store *store); /* `read` */
void meetings_mark_ahead(struct meeting_rows *rows, struct date as_at); /* `ahead`: of AS_AT or later */
/* What tells those apart that are of one committee and day, on PARENT: their times, else a paper of each. Rows are in the order of a list. */
void meetings_tell_apart(const void *parent, struct meeting_rows *rows, struct store *store);
void meetings_page(struct page *page, const struct meeting_rows *rows, const struct survey *survey); /* sorted */

/* Does ACTION hang on ITEM of MEETING? By its minute number; where no item bears that any more (numbered
 * anew by a later paper), by agenda number, else by title. */
bool action_is_of_item(const struct action *action, const struct meeting *meeting, const struct item *item);

/* check.c: what was found is kept on the tracker, or is not a follow-up. */
struct lookup *rows_by_id(const void *parent, const struct actions *actions); /* by their ids and those of finds */
void marks_clear(struct screen *screen);
/* After a load: marks of rows that are gone are forgotten. */
void marks_settle(struct screen *screen, const struct actions *actions);
unsigned check_keep_or_refuse(struct browser *browser, const struct request *request);
unsigned check_answer(struct browser *browser, const char *line); /* the reason, "" for none */
/* Is there anything for c, D, > or = on this row, on the marked ones, or on this screen? */
bool check_offers(struct screen *screen, enum command_id command);
unsigned check_mark(struct browser *browser, const struct request *request);
/* Those that a command means: the marked ones, else the one under the cursor; borrowed from the screen, the array on LOCAL. */
struct actions check_meant(struct screen *screen, const void *local);

/* going.c: what is to check of a meeting, one by one. */
unsigned going_start(struct browser *browser, const char *meeting_id);
unsigned do_check(struct browser *browser, const struct request *request);

/* notes.c, notes_list.c: a note on what is under the cursor, the list of notes, and what is typed at their prompts. */
unsigned notes_write(struct browser *browser, const struct request *request);
unsigned do_notes(struct browser *browser, const struct request *request);
unsigned notes_answer_new(struct browser *browser, const char *line);
unsigned notes_answer_words(struct browser *browser, const char *line);
unsigned notes_answer_answer(struct browser *browser, const char *line);

/* saved.c, news.c: saved searches, and what is new. */
unsigned do_saved(struct browser *browser, const struct request *request);
unsigned do_save_search(struct browser *browser, const struct request *request);
unsigned saved_answer(struct browser *browser, const char *line);
unsigned do_news(struct browser *browser, const struct request *request);
struct screen *news_new(struct browser *browser);

/* follow.c: what happens to follow-ups on the tracker, and what is typed at its prompts. */
unsigned follow_act(struct browser *browser, const struct request *request);
unsigned follow_answer_chase(struct browser *browser, const char *line);
unsigned follow_answer_answer(struct browser *browser, const char *line);
unsigned follow_answer_log(struct browser *browser, const char *line);
unsigned follow_answer_step(struct browser *browser, const char *line);
unsigned follow_answer_evidence(struct browser *browser, const char *line);
unsigned follow_answer_sentence(struct browser *browser, const char *line);
unsigned follow_answer_complete(struct browser *browser, const char *line);
unsigned follow_answer_set(struct browser *browser, const char *line);
unsigned actions_answer_filter(struct browser *browser, const char *line);
unsigned actions_answer_order(struct browser *browser, const char *line);
void actions_offer(const void *parent, enum complete_kind kind, const char *word, struct strings *out);
/* What Tab offers at them. */
void follow_offer(const void *parent, const struct browser *browser, enum complete_kind kind, const char *word, struct strings *out);
/* An answer as it is typed: its options, then its words (job_follow.c). STATUS_USAGE says what is wrong. */
struct typed_answer {
    char *file, *from;
    const char *words;
    bool told;
};
enum status answer_parse(const void *parent, const char *line, struct typed_answer *out, struct err *err) MB_MUST_CHECK;

struct screen *desk_new(struct browser *browser);
struct screen *meetings_new(struct browser *browser);
struct screen *meetings_of_committee(struct browser *browser, const struct committee_row *committee);
struct screen *committees_new(struct browser *browser);
unsigned committees_merge(struct browser *browser, const char *line); /* what is typed at their prompts */
unsigned committees_split(struct browser *browser, const char *line);
/* TEXT_KIND and OFFSET of a hit, or PASSAGE_KINDS and 0. */
struct screen *meeting_new(struct browser *browser, const char *id, int position, enum passage_kind kind,
                           size_t offset);
/* The same for a place that is no hit of the last search: nothing is marked. */
struct screen *meeting_at(struct browser *browser, const char *id, int position, enum passage_kind kind, size_t offset);
struct screen *programme_new(struct browser *browser, const char *meeting_id, int entry);
struct screen *actions_new(struct browser *browser, const char *action_id);
struct screen *actions_of_rows(struct browser *browser, const char *title, const struct strings *ids); /* only those */
struct screen *actions_to_check(struct browser *browser); /* at the first one to check */
/* follow_up.c: all about one row of the tracker; to its sentence in its text, or to the item where there is none. */
unsigned follow_up_open(struct browser *browser, const struct action *action);
unsigned follow_up_open_minute(struct browser *browser, const struct action *action);
struct screen *search_new(struct browser *browser);
struct screen *help_new(struct browser *browser, unsigned context);
struct screen *messages_new(struct browser *browser);
struct screen *to_get_new(struct browser *browser);
/* What an import said, line by line; Enter on a line that tells of a meeting opens it, or the form of what it lacks. REPORT is copied. */
struct screen *import_report_new(struct browser *browser, const struct import_report *report);
/* LINES are shown as they are, wrapped; a line that begins with a blank hangs. */
struct screen *report_new(struct browser *browser, const char *title, const char *text);
#define LOOK_TITLE "What is there"
/* What a look at papers found; Enter imports PAPERS, copied (NULL: there is nothing to import). */
struct screen *look_new(struct browser *browser, const char *text, const struct import_request *papers);
struct screen *why_new(struct browser *browser, const char *meeting_id); /* where a meeting comes from */
/* What changed between its papers, at the item of POSITION (0: at the beginning). */
struct screen *changes_new(struct browser *browser, const char *meeting_id, int position);
unsigned changes_open(struct browser *browser, const struct request *request); /* C */

#include "browser.h"

#endif
