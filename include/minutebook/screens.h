/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* screens: every screen as data. The browser keeps a stack of screens, takes commands and fills a grid
 * of cells; whoever holds the terminal paints the grid and brings keys, typed lines and the outcome of
 * edits. No curses, no SQL text, no waiting: what may wait is handed up as a job. */
#ifndef MINUTEBOOK_SCREENS_H
#define MINUTEBOOK_SCREENS_H

#include <minutebook/command.h>
#include <minutebook/export.h>
#include <minutebook/intake.h>

/* ---- the grid -------------------------------------------------------------------------------- */

/* Names of looks; a theme turns them into attributes. None carries meaning alone. */
enum style {
    STYLE_TEXT, STYLE_HEAD, STYLE_RULE, STYLE_PANE, STYLE_PANE_FOCUSED, STYLE_SELECTED, STYLE_SELECTED_ELSEWHERE, STYLE_SELECTED_HIT,
    STYLE_HEADING, STYLE_TABLE_HEAD, STYLE_QUIET, STYLE_WARNING, STYLE_HIT, STYLE_FOUND, STYLE_SELECTED_FOUND,
    STYLE_GONE, STYLE_NEW, STYLE_STATUS, STYLE_HINT, STYLE_MESSAGE, STYLE_ERROR,
    STYLE_COUNT
};
const char *style_name(enum style style);

struct cell {
    char text[24];       /* one cluster that passed the gate: a base and at most 4 marks; "" is the second half of a wide one */
    unsigned char width; /* 1, 2; 0 for the second half */
    unsigned char style;
};
struct grid {
    int width, height;
    struct cell *cells;     /* row by row */
    int cursor_x, cursor_y; /* the current row, for readers of screens; -1 hidden */
    bool ascii;             /* marks of cuts and lines in ASCII; browser_draw() sets it */
};
struct grid *grid_new(const void *parent, int width, int height);
struct cell *grid_at(struct grid *grid, int x, int y);
/* Put TEXT, through safe_line(), at X, Y within WIDTH cells; cut with a mark. What lies outside the
 * grid is left out. Returns the cells used. */
int grid_text(struct grid *grid, int x, int y, int width, enum style style, const char *text);
int grid_safe(struct grid *grid, int x, int y, int width, enum style style, struct safe text);
void grid_fill(struct grid *grid, int x, int y, int width, int height, enum style style);
/* The grid as UTF-8 lines without trailing blanks; with STYLES, a line for each run that is not plain
 * text ("@3:0-19 selected"). For tests and for printing without a terminal. */
char *grid_print(const void *parent, const struct grid *grid, bool styles);

/* ---- the browser ------------------------------------------------------------------------------- */

/* What the holder of the terminal has to do after a call. */
enum reaction {
    REACT_REDRAW = 1 << 0,
    REACT_PROMPT = 1 << 1,  /* ask a line: browser_prompt() says which */
    REACT_JOB = 1 << 2,     /* run browser_job() on the worker */
    REACT_QUIT = 1 << 3,
    REACT_REPAINT = 1 << 4, /* everything, also what seems unchanged */
    REACT_SUSPEND = 1 << 5,
    REACT_CANCEL = 1 << 6,  /* stop the job that runs */
    REACT_REOPEN = 1 << 7,  /* the own store replaces the sample */
    REACT_SAMPLE = 1 << 8,  /* the sample replaces the own store, until it is closed */
};

struct browser;
/* Open the store of PROGRAM for reading and stand on the Desk. PROGRAM must outlive it. What its settings
 * complain of is said. */
enum status browser_new(const void *parent, struct program *program, struct browser **out, struct err *err) MB_MUST_CHECK;
void browser_resize(struct browser *browser, int width, int height);
unsigned browser_context(const struct browser *browser);
struct settings *browser_settings(const struct browser *browser); /* keys and options; never NULL */
unsigned browser_do(struct browser *browser, enum command_id command, int count, const char *arguments);
void browser_draw(struct browser *browser, struct grid *grid);

struct prompt_request {
    const char *prefix;  /* "find: ", ":" */
    const char *initial; /* text to start with, "" */
    const char *history; /* name of its history */
};
struct prompt_request browser_prompt(const struct browser *browser);
/* LINE as typed, NULL if cancelled. */
unsigned browser_answer(struct browser *browser, const char *line);
/* While a line is typed its text stands in the last row; the terminal says what it is: LINE as typed,
 * CURSOR bytes of it before the cursor. */
void browser_typing(struct browser *browser, const char *prefix, const char *line, size_t cursor);

/* Let what is found be shown while words are typed at the prompt that finds: a thread searches in the background from then on. */
void browser_search_live(struct browser *browser);
int browser_search_fd(const struct browser *browser); /* readable where browser_searched() has something to show; -1: none yet */
unsigned browser_searched(struct browser *browser);
bool browser_is_searching(const struct browser *browser); /* for scripts, which wait */

/* Lines typed at the prompts called NAME in earlier runs, oldest first; none where they cannot be had. */
void browser_history(const void *parent, struct browser *browser, const char *name, struct strings *out);

/* How a line can go on. */
struct completion {
    size_t start;           /* byte of the line from which to the cursor a choice is put in */
    struct strings choices; /* as they stand in the line, sorted; none where nothing is known */
    size_t shared;          /* bytes that all begin with and that need not be shown: a path's folder */
    const char *after;      /* what follows the only choice, unless that ends in '/': " " or "" */
};
/* LINE is typed at the prompt that is open, CURSOR bytes of it before the cursor. It may ask the store one small
 * question or read one folder. */
void browser_complete(const void *parent, struct browser *browser, const char *line, size_t cursor, struct completion *out);
/* Show the choices above the typed line, CHOSEN of them marked (n: none); NULL takes them away. */
void browser_choices(struct browser *browser, const struct completion *completion, size_t chosen);

/* How far work on many papers is. */
struct pace {
    size_t done, total;
    int64_t milliseconds; /* since the first of them was begun */
    int64_t began;        /* by a clock that only runs forward; 0: not yet */
    const char *doing;    /* work that is not one on papers, in words, then `total` is 1; else NULL */
    const char *title;    /* of the pane; NULL: papers are read */
    const char *of_what;  /* "meeting"; NULL: "paper" */
    char path[256];       /* the paper at hand, of a long path the end */
};
/* PATH is begun, DONE of TOTAL are done: what an import_progress is given. */
void pace_step(struct pace *pace, size_t done, size_t total, const char *path);
/* "paper 120 of 2,000 · 41 a second · about 46 s left"; SHORT_OF_ROOM: "120 of 2,000 · 46 s left". Rate and time
 * are said once they can be told. */
char *pace_words(const void *parent, const struct pace *pace, bool short_of_room);
/* Work on papers is at PACE, or over (NULL): a pane above the foot of every screen shows it, unless that has only just begun: what is
 * done at once would be but a flash. */
void browser_pace(struct browser *browser, const struct pace *pace);

/* A job: an edit of the user's rows or an import. Made here, run by job_run() on a thread of its own
 * with its own connection and talloc context, given back to browser_job_done(). */
struct job;
struct job *browser_job(struct browser *browser); /* ownership leaves */
void job_run(struct job *job, bool (*cancelled)(void *), void *to);
void job_progress(const struct job *job, struct pace *out); /* any thread; `total` 0: there is nothing to tell yet */
/* The program is about to quit: what is long and can go on another time is broken off, and not begun again. */
void browser_leave(struct browser *browser);
bool job_failed(const struct job *job); /* what the user asked for did not happen; after job_run() */
/* Around stopping the whole process (^Z): between the two no job holds the store's write lock, so that a
 * stopped browser freezes no other program. */
void job_pause(void);
void job_resume(void);
unsigned browser_job_done(struct browser *browser, struct job *job);
/* With REACT_REOPEN: what the import said, PARENT's from now on (NULL if nothing), and the way to say it in the browser that
 * follows, which keeps nothing of it. Only the browser looks into it. */
struct import_report *browser_take_report(const void *parent, struct browser *browser);
void browser_report(struct browser *browser, const struct import_report *report);
void browser_say(struct browser *browser, bool error, const char *sentence); /* NULL takes the last one away */
/* The same for what is not kept among the messages: progress, counts, a key that is pending. */
void browser_show(struct browser *browser, bool error, const char *sentence);
/* The store may have changed under us (another program): call when idle. REACT_REDRAW if it has. */
unsigned browser_refresh(struct browser *browser);

/* ---- printed without a terminal ------------------------------------------------------------------ */

/* The Desk's facts as lines of at most WIDTH cells (screens.md 4.2; with an empty store 4.1). */
enum status overview_print(struct sink *sink, const struct program *program, int width, struct err *err) MB_MUST_CHECK;
/* What an import did, in words (screens.md 4.2): meeting by meeting, of many the papers by outcome; lists that are longer
 * than a screenful are counted unless ALL. Refusals are only counted: whoever prints names them. */
enum status import_report_print(struct sink *sink, struct store *store, const struct program *program, const struct import_run *run,
                                int width, bool all, struct err *err) MB_MUST_CHECK;
/* `meetings`, `show`, `programme`, `actions`, `search` as text for people. */
enum status meetings_print(struct sink *sink, struct store *store, const struct program *program, int width, struct err *err) MB_MUST_CHECK;
enum status meeting_print(struct sink *sink, struct store *store, const struct program *program, const char *id, int item_position,
                          int width, struct err *err) MB_MUST_CHECK;
enum status programmes_print(struct sink *sink, struct store *store, const struct program *program, int width,
                             struct err *err) MB_MUST_CHECK;
/* What `to-get` prints: the papers to get by kind, each kind with how it is got. */
enum status wanted_print(struct sink *sink, struct store *store, const struct program *program, int width, struct err *err) MB_MUST_CHECK;
/* `committees`, and `pairs`: meetings that may be one, both sides of each. */
enum status committees_print(struct sink *sink, struct store *store, const struct program *program, int width,
                             struct err *err) MB_MUST_CHECK;
enum status pairs_print(struct sink *sink, struct store *store, const struct program *program, int width, struct err *err) MB_MUST_CHECK;
/* `note list`, of one meeting or of all (NULL). */
enum status notes_print(struct sink *sink, struct store *store, const struct program *program, const char *meeting_id, int width,
                        struct err *err) MB_MUST_CHECK;
/* What `changes` prints: what changed between the papers of the meeting ID, NULL: of every meeting that has any. */
enum status changes_print(struct sink *sink, struct store *store, const struct program *program, const char *id, int width,
                          struct err *err) MB_MUST_CHECK;
/* One change of a follow-up: "22 November 2026  by whom: “the Chairman” (was empty)". */
char *event_words(const void *parent, const struct event *event);
/* Which follow-ups a list has, in the words of the browser's line ("by Chairman; overdue"), for export_options.wanted with the choice
 * beside it. STATUS_USAGE for a line without parts. A child of PARENT. */
struct actions_choice;
enum status actions_choice_new(const void *parent, const char *line, struct date as_at, struct actions_choice **out,
                               struct err *err) MB_MUST_CHECK;
bool actions_choice_wants(const struct action *action, const void *choice);
/* CHOICE NULL: all. */
enum status actions_print(struct sink *sink, struct store *store, const struct program *program, const struct actions_choice *choice,
                          int width, struct err *err) MB_MUST_CHECK;
/* What `evidence` prints of N follow-ups: the promise, and below it what later papers tell (evidence_find_all()). */
enum status evidence_print(struct sink *sink, const struct program *program, struct action *const *actions, struct traced *const *traced,
                           size_t n, int width, struct err *err) MB_MUST_CHECK;
enum status search_print(struct sink *sink, const struct query *query, const struct search_rows *rows, int width,
                         struct err *err) MB_MUST_CHECK;

#endif
