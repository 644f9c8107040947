/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The browser as its own files and the screens see it: the stack, what is asked at the foot, the jobs. Read it by private.h. */
#ifndef MINUTEBOOK_SCREENS_BROWSER_H
#define MINUTEBOOK_SCREENS_BROWSER_H

/* ---- browser.c, browser_do.c, prompt.c, job.c -------------------------------------------------------------------- */

enum prompt_kind {
    PROMPT_NONE,
    PROMPT_FIND,
    PROMPT_ADD,
    PROMPT_SET,
    PROMPT_COMMAND,
    PROMPT_IMPORT,
    PROMPT_ATTACH,
    PROMPT_DETAILS,
    PROMPT_JOIN,
    PROMPT_TEXT,
    PROMPT_ENTER,
    PROMPT_REFUSE,
    PROMPT_SITE,
    PROMPT_MERGE,
    PROMPT_SPLIT,
    PROMPT_CHASE,
    PROMPT_ANSWER,
    PROMPT_LOG,
    PROMPT_STEP,
    PROMPT_EVIDENCE,
    PROMPT_SENTENCE,
    PROMPT_COMPLETE,
    PROMPT_FILTER,
    PROMPT_ORDER,
    PROMPT_ITEM_NOTE,
    PROMPT_NOTE_WORDS,
    PROMPT_NOTE_ANSWER,
    PROMPT_SAVE_SEARCH,
};

/* Which word of a row of which screen was looked for last: the next one is its turn. */
struct text_turn {
    const struct screen *screen;
    size_t row, word;
};

struct searching {
    struct query *query;
    struct search_rows rows;
    struct snippet *snippets; /* of each row */
    char *words;
    int limit;
    size_t current;     /* the hit n and N go from */
    int64_t generation; /* of the store that was searched */
    enum search_order order; /* that was asked for; `rows` has the one they came in */
    bool routine;       /* with routine texts */
    bool counted;       /* all of them, in the background: */
    struct search_counts counts;
    bool kinds_counted;
    int64_t of_kind[PASSAGE_KINDS];
    bool by_meeting;    /* as the rows stand: meeting by meeting, not kind by kind */
};

/* What the form of a meeting asks, and what was chosen in it and is not saved yet; values as EDIT_MEETING_DETAIL has them. */
enum detail { DETAIL_COMMITTEE, DETAIL_DATE, DETAIL_TIME, DETAIL_COUNCIL, DETAIL_FIELDS };
struct details_kept {
    char *meeting_id;
    char *chosen[DETAIL_FIELDS]; /* NULL: not yet */
};

/* Follow-ups that are kept or refused, found or the user's own. */
struct judged {
    struct strings ids;
    char *meeting_id; /* of all of them; NULL where they are of several, or of none */
};

/* What happens to follow-ups on the tracker: a command of the table (CMD_CHASE ...) and what was typed with it. */
struct follow {
    enum command_id verb;
    char *words; /* NULL: none */
    char *field; /* CMD_SET: which; the words are its value */
    struct action_entry *entry; /* CMD_TAKE_EVIDENCE */
    struct date day; /* on which it is done */
};

#define JOBS_MAX 64 /* waiting; more is a key held down */

struct browser {
    struct program *program; /* only its `as_at` is changed here (:as-at) */
    const struct related *related; /* words that mean the same; never changed once read, so the searcher may read it, too */
    struct date today;       /* the day it was started with: on which things are done */
    int order;               /* of the Actions screen, an enum actions_order */
    bool search_by_meeting;         /* is it listed meeting by meeting? */
    struct settings *settings; /* the program's, or made here */
    struct store *store; /* NULL while there is none */
    int64_t generation;
    int width, height;
    struct screen **stack;
    size_t depth;
    char *message;
    bool message_is_error;
    struct messages *messages; /* all of them; NULL before the first */
    struct {
        bool on;
        char *prefix, *line;
        size_t cursor;
        struct completion *choices; /* NULL: none are shown */
        size_t chosen;
        char *fault; /* what is wrong with the line so far; NULL: nothing */
        char *told;  /* what it has come to so far, instead of how it is written; NULL: nothing */
    } typing;
    struct live *live; /* results while words are typed (search_live.c); NULL: none come */
    enum prompt_kind prompt;
    char *prompt_initial; /* what it starts with; NULL: nothing */
    struct add_place *adding;
    char *prompt_target;         /* id of the row or meeting that is asked about */
    struct details_kept *details_kept; /* NULL: none */
    struct judged *judged;       /* what is not a follow-up, while the reason is asked for */
    struct followed *followed;   /* to which something happens, while it is asked what (follow.c) */
    struct searching *searching; /* the last search, NULL before the first */
    char *text_words;            /* searched for in a screen's text, NULL before the first */
    bool text_whole;             /* ... as a word of its own (row_words.c) */
    struct text_turn text_turn;  /* the word of a row that was taken last */
    struct looking *looking;     /* for words that are being typed; NULL: none are */
    bool text_is_last;           /* of the two kinds of search that is the one n repeats */
    struct job *jobs[JOBS_MAX];  /* waiting, oldest first */
    size_t n_jobs;
    struct job *job_out; /* the one that is with the worker; NULL: none */
    bool leaving;        /* nothing long is begun any more */
    struct pace pace; /* of work on several papers that runs; `total` 0: none */
    struct import_report *report; /* what an import said, until it is shown */
    enum { SWEEP_UNKNOWN, SWEEP_DUE, SWEEP_DONE } sweep; /* have all papers been looked through for follow-ups? */
    char *rule_faults;                                   /* what was said of the member's own rules; NULL: nothing yet */
    bool sweep_asked;                                    /* a job has been asked for, or cannot be */
};

struct screen *browser_top(const struct browser *browser);
unsigned browser_pop(struct browser *browser); /* never the Desk */
unsigned browser_take_away(struct browser *browser, struct screen *screen); /* wherever it stands, never the Desk; nothing where it does not */
unsigned browser_push(struct browser *browser, struct screen *screen);
void browser_add_here(struct browser *browser); /* what is added next hangs where the cursor stands: `adding` */
unsigned browser_fail(struct browser *browser, const struct err *err);
unsigned browser_sayf(struct browser *browser, const char *format, ...) MB_PRINTF(2, 3);
/* Is a day before today's looked back on? Then follow-ups are as they stood, and nothing is changed. */
bool browser_looks_back(const struct browser *browser);
/* From now on it is DAY: an earlier one than today shows the tracker as it stood then. */
unsigned browser_set_day(struct browser *browser, struct date day);
/* Say which day it is, and what of a past one cannot be read; 0 where it is today. */
unsigned browser_say_day(struct browser *browser);
/* Say SENTENCE as an error: what was asked for is not done. */
unsigned browser_refuse(struct browser *browser, const char *format, ...) MB_PRINTF(2, 3);
unsigned browser_ask(struct browser *browser, enum prompt_kind kind);
/* The same, beginning with LINE (NULL: nothing), which the user can correct or take as it is. */
unsigned browser_ask_with(struct browser *browser, enum prompt_kind kind, const char *line);
/* A line that cannot be understood stays, with the reason above it. */
unsigned browser_ask_again(struct browser *browser, enum prompt_kind kind, const char *line, const struct err *err);
/* How the line that is being typed is written; NULL where nothing need be said. */
const char *prompt_help(const struct browser *browser);
/* What the command in a `:` line takes and does; NULL where there is none yet. */
char *line_help(const void *parent, const struct browser *browser);
/* One line of the choices that Tab goes through; only while they are shown (complete.c). */
void choices_page(const struct browser *browser, struct page *page);
/* Read the screen on top again; what it showed stays when that fails. */
unsigned browser_reload(struct browser *browser, struct screen *screen);
struct screen *screen_make(struct browser *browser, const struct screen_ops *ops, size_t size);
#define screen_new(browser, type, ops) ((type *)screen_make((browser), (ops), sizeof(type)))

unsigned search_start(struct browser *browser, const char *words); /* in the order of the option */
unsigned search_start_in(struct browser *browser, const char *words, enum search_order order);
unsigned search_answer(struct browser *browser, const char *line);   /* the prompt's line is ended */
void search_typed(struct browser *browser, const char *line);        /* it is LINE now */
void search_typed_end(struct browser *browser);                      /* it is over: the screens are as before it */
unsigned search_step(struct browser *browser, int step); /* n and N */
unsigned search_open(struct browser *browser, size_t hit);

/* Searching the text of the screen on top (text_search.c). */
unsigned text_search_start(struct browser *browser, const char *words); /* no words: the last ones again */
void text_search_typed(struct browser *browser, const char *line);        /* it is LINE now: the view goes to it */
void text_search_typed_end(struct browser *browser);                      /* it is over: the view is where it was */
unsigned text_search_here(struct browser *browser); /* for a word of the row under the cursor */
unsigned text_search_step(struct browser *browser, int step);
/* To the next place of the last search in the text on top, which was opened as its hit; false: there is none further on. */
bool text_place_step(struct browser *browser, int step);
void text_place_end(struct browser *browser, int step); /* from the text before: to the first place, backward the last */
void text_search_clear(struct screen *screen); /* the marks go */

/* Meetings that may be one (pairs.c), at the pair of the meeting at hand. */
unsigned do_pairs(struct browser *browser, const struct request *request);

unsigned edit_add(struct browser *browser, const struct request *request);
unsigned edit_details(struct browser *browser, const struct request *request);
unsigned edit_part(struct browser *browser, const struct request *request);
unsigned details_answer(struct browser *browser, const char *line); /* what is typed at their prompts */
unsigned join_answer(struct browser *browser, const char *line);
unsigned edit_join(struct browser *browser, const struct request *request);
unsigned edit_why(struct browser *browser, const struct request *request);

/* A form for what the papers of a meeting do not say; what is typed for it. False where no form is on top. */
struct screen *details_new(struct browser *browser, const char *meeting_id);
bool details_take(struct browser *browser, const char *field, const char *value);

/* The address of the council's system (site.c). */
/* MEETING gets the site that the member entered where its papers do not tell it, and its links are made whole by it. */
void meeting_take_site(struct store *store, struct meeting *meeting);
/* An item of MEETING that CHANGES say to be gone is not in the latest edition: of two papers of one kind that which came last is. */
void meeting_take_changes(struct meeting *meeting, const struct meeting_changes *changes);
unsigned edit_site(struct browser *browser, const struct request *request);
unsigned site_answer(struct browser *browser, const char *line);

/* Meetings entered by hand (enter.c). */
unsigned edit_enter(struct browser *browser, const struct request *request);
unsigned edit_withdraw(struct browser *browser, const struct request *request);
unsigned enter_answer(struct browser *browser, const char *line);
/* The committee of the meeting under the cursor, else the only one of all meetings; "" where there are several. */
const char *browser_committee_here(const void *local, struct browser *browser);
/* Ask for a meeting, the line begun with COMMITTEE (NULL: the one at hand) and DAY (none: left out). */
unsigned enter_ask(struct browser *browser, const char *committee, struct date day);

/* options.c: set, bind and source; save-screen; what files of settings were complained of, false for nothing. */
unsigned do_settings(struct browser *browser, const struct request *request);
unsigned do_save_screen(struct browser *browser, const struct request *request);
bool settings_complain(struct browser *browser);

/* True, after saying so, where nothing can be changed: asked before a line is typed for nothing. */
bool job_refused(struct browser *browser);
/* True, after saying so, while work runs or waits: it belongs to the store that is open. */
bool job_waits(struct browser *browser);
/* A change of the user's rows or an import, queued; its strings are copied. */
unsigned job_queue_edit(struct browser *browser, const struct edit *edit);
/* Keep LINE among those typed at the prompts called NAME; nothing is said, also where it cannot be done. */
unsigned job_queue_history(struct browser *browser, const char *name, const char *line);
unsigned job_queue_looked(struct browser *browser, const struct edit *edit); /* EDIT_LOOKED */
/* They come to STATE in one change; REASON NULL: none. */
unsigned job_queue_judging(struct browser *browser, const struct judged *judged, enum action_state state, const char *reason);
unsigned job_queue_follow(struct browser *browser, const struct judged *judged, const struct follow *follow);
/* Have all papers been looked through for follow-ups by the rules of this program? */
bool browser_swept(struct browser *browser);
void rules_complain(struct browser *browser, const struct strings *faults, bool again); /* wrong in the member's own rules */
/* Once after the start: those that an older release or older rules published are looked through anew. */
unsigned job_look_through(struct browser *browser);
/* What RUN did to the store at PATH, as lines of text, and of which meeting each line tells: "" of none (print_import.c). */
struct import_report {
    char *text;
    struct strings meetings;
};
struct import_report *import_report_read(const void *parent, const char *path, const struct program *program,
                                         const struct import_run *run);
/* The arguments of `:import` (import_words.c); strings on PARENT. STATUS_USAGE where they cannot be understood. */
enum status import_request_parse(const void *parent, const char *line, struct import_request *out, struct err *err) MB_MUST_CHECK;
void import_request_copy(const void *parent, const struct import_request *from, struct import_request *out);
unsigned job_queue_import(struct browser *browser, const struct import_request *papers);
/* The same, but what a folder holds is shown first and imported when the user says so. */
unsigned job_queue_look(struct browser *browser, const struct import_request *papers);
unsigned job_queue_attach(struct browser *browser, const char *path, const struct attaching *attaching);
unsigned do_attach(struct browser *browser, const struct request *request);
unsigned attach_answer(struct browser *browser, const char *line);
/* ENTRY, copied, is added to the follow-up ACTION_ID (job_follow.c). */
unsigned job_queue_entry(struct browser *browser, const char *action_id, const struct action_entry *entry);
unsigned do_evidence(struct browser *browser, const struct request *request);
unsigned do_explain(struct browser *browser, const struct request *request);
unsigned do_topic(struct browser *browser, const struct request *request);
unsigned do_impact(struct browser *browser, const struct request *request);
unsigned do_letter(struct browser *browser, const struct request *request);
unsigned do_mail(struct browser *browser, const struct request *request);
unsigned job_queue_sample(struct browser *browser); /* made, if it is not there yet, then shown */
unsigned do_export(struct browser *browser, const struct request *request);
unsigned do_as_at(struct browser *browser, const struct request *request);
unsigned do_backup(struct browser *browser, const struct request *request);
unsigned do_where(struct browser *browser, const struct request *request);

#endif
