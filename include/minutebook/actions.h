/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* actions: follow-ups. Finds them in minutes and decisions by rules that are data, reads the one-line
 * grammar in which a member notes one, works out due days from words, and says how a row stands as at a
 * day. Rows themselves are the store's. */
#ifndef MINUTEBOOK_ACTIONS_H
#define MINUTEBOOK_ACTIONS_H

#include <minutebook/store.h>

/* ---- found in the papers -------------------------------------------------------------------- */

/* Rules that find follow-ups: what assets/rules/ holds, compiled in, then the files *.rules of FOLDER (NULL, or not
 * there: none) in byte order of their names, which may replace a rule by its name or switch one off. The form of the
 * files is described in assets/rules/README. STATUS_INPUT names file and line of what cannot be read; PCRE2
 * is bounded by match limits, so that no rule and no text can hold up an import. */
struct rules;
enum status rules_load(const void *parent, const char *folder, struct rules **out, struct err *err) MB_MUST_CHECK;
/* The same, and whatever is wrong in FOLDER is left out, rule by rule, and said in FAULTS (may be NULL): children of
 * PARENT, "FILE:LINE: what is wrong". The others hold. */
enum status rules_load_sound(const void *parent, const char *folder, struct strings *faults, struct rules **out,
                             struct err *err) MB_MUST_CHECK;

/* The rules in use and those switched off, in the order of the files; the strings are those of RULES. */
struct rule_row {
    const char *name, *sort, *class, *kind; /* sort: the word that opens it; class and kind may be NULL */
    const char *file;                       /* of ours its name (the family), of the member's the path */
    int line;
    bool own;             /* of the member's folder */
    const char *instead;  /* the file of the rule of its name whose place it took; NULL */
    const char *off_file; /* where it is switched off; NULL: in use */
    int off_line;
};
void rules_list(const void *parent, const struct rules *rules, struct rule_row **rows, size_t *n);
/* Try the examples and counter-examples of the member's own rules, or of ALL; FAULTS as above. */
enum status rules_try_examples(const void *parent, const struct rules *rules, bool all, struct strings *faults,
                               struct err *err) MB_MUST_CHECK;

/* Changes with any change of a rule and of the code that uses them. */
const char *rules_version(const struct rules *rules);

/* Sweep the minutes and decisions of MEETING: each sentence or list limb is judged once, and what holds a
 * promise, a request, a recommendation, a change of the work programme or a resolution comes out as an action
 * to check, with its verbatim sentence, place, class and kind (gold/taxonomy.md); owner, recipient and due
 * words only where the text says so, else NULL. Meetings named by their day in any text come out too. Pure:
 * the same meeting and rules give the same. */
enum status sweep_meeting(const void *parent, const struct rules *rules, const struct meeting *meeting,
                          struct swept *out, struct err *err) MB_MUST_CHECK;

/* Have STORE sweep what it publishes, by the rules compiled in and those of FOLDER (NULL: none), as rules_load_sound()
 * reads them: rules and FAULTS (may be NULL) are STORE's. */
enum status sweep_attach(struct store *store, const char *folder, struct strings *faults, struct err *err) MB_MUST_CHECK;

/* ---- kept, refused, to check ------------------------------------------------------------------ */

/* The follow-ups of MEETING_ID, or of all meetings (NULL): the user's rows, and what was found and no row
 * answers. A row answers what was found under its candidate_id, and in its meeting the same sentence, also
 * where one of the two is cut off before the other ends, whatever number the minute bears now. Newest meeting
 * first, then item, then place in the text; each has its `item_position`. One to check that can be tracked has
 * a reference: the first number its place gives that no row has taken. */
enum status follow_ups_read(const void *parent, struct store *store, const char *meeting_id, struct actions *out,
                            struct err *err) MB_MUST_CHECK;
/* One, by what store_action() takes, or by the candidate_id or present reference of one to check. */
enum status follow_up_find(const void *parent, struct store *store, const char *which, struct action **out,
                           struct err *err) MB_MUST_CHECK;
/* The edit that brings ACTION (from follow_ups_read) to STATE, ACTION_KEPT or ACTION_REFUSED; borrows it. */
enum status follow_up_prepare(const struct action *action, enum action_state state, const char *reason,
                              struct edit *out, struct err *err) MB_MUST_CHECK;
/* Counted by state; what cannot be tracked is left out of to_check. */
struct follow_up_counts {
    int to_check, kept, refused, untracked;
};
struct follow_up_counts follow_ups_count(const struct actions *actions);

/* The list of follow_ups_read() before the finds are read: the rows of the user in its order, each with its place, and
 * of each meeting how many finds no row answers. What it takes grows with the rows and meetings, not with their texts.
 * It lives as long as its rows; all is PARENT's. */
struct surveyed {
    char *meeting_id, *committee, *fingerprint;
    struct date date;
    int to_check, untracked;
};
struct survey {
    struct actions rows;
    struct surveyed *at; /* those in which anything was found, newest first as the list has them */
    size_t n;
    struct answered_finds answered; /* by their ids */
    struct survey_places *places;   /* for survey_found() */
};
enum status survey_read(const void *parent, struct store *store, struct survey *out, struct err *err) MB_MUST_CHECK;
/* The finds of MEETING_ID that no row answers, as follow_ups_read() has them. */
enum status survey_found(const void *parent, struct store *store, struct survey *survey, const char *meeting_id,
                         struct actions *out, struct err *err) MB_MUST_CHECK;
/* The same words for as long as survey_found() finds the same there: papers, rules and the rows that answer are as they were. */
char *survey_stamp(const void *parent, const struct survey *survey, const struct surveyed *meeting);
/* As follow_ups_count() counts the whole list. */
struct follow_up_counts survey_count(const struct survey *survey);

/* ---- noted by hand ---------------------------------------------------------------------------- */

/* "Chairman > Cabinet Member for Education: NEET figures; by 16 Nov": by whom, to whom, what, when.
 * Every part may be left out; without '>' and ':' all is the subject. A colon parts only before a blank,
 * so that "10:30" stays whole. Behind the subject, each after a ';' and in any order: "by ..." is the due
 * text (so is a day or a counted time without "by"), "chase DAY" the member's own chase date, "note ..."
 * a note, which takes the rest of the line. Other semicolons stay in the subject; a backslash before
 * > : ; keeps them too. The result is owned by PARENT, its `own_words` the line. A day without a year is
 * the first such day on or after MEETING_DATE. STATUS_USAGE for an empty line, and for a chase day whose
 * year cannot be told. */
enum status action_parse_line(const void *parent, const char *line, struct date meeting_date, struct action **out,
                              struct err *err) MB_MUST_CHECK;

/* The grammar back from a row, for editing it: parsed again it gives the same parts (a note on one line). */
char *action_line(const void *parent, const struct action *action);

/* The member's own words of ACTION; unless NOTES, without the private note that the line was typed with. NULL where it has none. */
char *action_own_words(const void *parent, const struct action *action, bool notes);

/* Due words to what they allow to be computed and no more (design.md 4; field.md 6): sets due_text, due
 * and due_basis. A day is a day, a month stays a month, a counted time ("within ten working days", "in 12
 * months") is counted from MEETING_DATE, all else keeps its words. NULL or blank clears all three. */
void action_due_of_words(struct action *action, const char *words, struct date meeting_date);

/* Place ITEM (may be NULL) of MEETING (may be NULL) on a new row: numbers, title, source, and, where QUOTE
 * is not NULL, the verbatim sentence and its place: OFFSET bytes into the item's text called PASSAGE
 * ("minutes", "decision", "agenda", or "report" as item_report_text() gives it). The quote is marked
 * truncated where it is the unfinished end of a minute that the council's page cuts off. */
void action_place(struct action *action, const struct meeting *meeting, const struct item *item,
                  const char *quote, const char *passage, size_t offset);

/* What a member types to change one field, as an edit: FIELD by its JSON name or as screens say it (by,
 * to, what, due, chase, status, note, tags ...), WORDS as typed ("16 Nov", "comp, minute 562", "" to empty it). Due words
 * bring what they allow to be computed. A status that closes names the minute or paper it is closed by, or why; the day of it
 * is for the caller to set (`day`). What supersedes an open one closes it, too (EDIT_SEVERAL). The edit's strings are owned by
 * PARENT; its version is ACTION's.
 * STATUS_USAGE with the words that would do. */
enum status action_prepare_set(const void *parent, const struct action *action, const char *field, const char *words,
                               struct edit *out, struct err *err) MB_MUST_CHECK;
/* What FIELD, called as above, has now, as it would be typed; NULL where it is empty. */
char *action_field_words(const void *parent, const struct action *action, const char *field);
/* The same in one step, on the day AS_AT, for the row that store_action() finds by WHICH. */
enum status action_set(const void *parent, struct store *store, const char *which, const char *field, const char *words,
                       struct date as_at, struct edit_result **out, struct err *err) MB_MUST_CHECK;

/* ---- followed ----------------------------------------------------------------------------------- */

/* What a member types of what happened, as an entry of KIND, PARENT's: "12 Nov: telephoned her office". The day before the first
 * colon may be left out (AS_AT then); one without a year is the last such day on or before AS_AT. Only a chase may be without
 * words: STATUS_USAGE else. */
enum status action_entry_parse(const void *parent, enum entry_kind kind, const char *words, struct date as_at, struct action_entry **out,
                               struct err *err) MB_MUST_CHECK;
/* Such words of what happened to ACTION as an edit of the store. A chase makes what was not started await a response, an answer
 * brings the step "answered", or "told to members" where it was, if its kind has that step: then it is one change
 * (EDIT_SEVERAL). The edit's strings are PARENT's. STATUS_USAGE as above, and where ACTION is not on the tracker. */
enum status action_prepare_entry(const void *parent, const struct action *action, enum entry_kind kind, const char *words,
                                 struct date as_at, struct edit *out, struct err *err) MB_MUST_CHECK;
/* The same for ENTRY as it stands, borrowed: an answer with its file (the FILE_N bytes of FILE), evidence with its place. */
enum status action_prepare_happened(const void *parent, const struct action *action, const struct action_entry *entry,
                                    const void *file, size_t file_n, struct edit *out, struct err *err) MB_MUST_CHECK;
/* EDIT behind those of *EDITS: an EDIT_SEVERAL as its parts, so that several of them are one change that one undo takes back. */
void edits_add(const void *parent, struct edit **edits, size_t *n, const struct edit *edit);
/* A chase on DAY of each of the follow-ups IDS, as one change. STATUS_USAGE where one is not on the tracker. */
enum status action_prepare_chases(const void *parent, struct store *store, const struct strings *ids, struct date day, struct edit *out,
                                  struct err *err) MB_MUST_CHECK;
/* It has come to STEP: the step is set, and an update of the day says so; one change. STATUS_USAGE, with those there are, where
 * it is none of action_steps_of(). */
enum status action_prepare_step(const void *parent, const struct action *action, const char *step, struct date as_at,
                                struct edit *out, struct err *err) MB_MUST_CHECK;

/* What was noted by hand in the room and what the minutes then bring (design.md 4): of FINDS, follow-ups to check of the
 * meeting of NOTED, those that may be it, the likest first; few words alike are no likeness. Nothing where NOTED has its
 * sentence. Borrowed from FINDS; the array is PARENT's. */
size_t action_likes(const void *parent, const struct action *noted, const struct actions *finds, const struct action ***out);

/* "(22/23) 07" behind the committee's letters: the municipal year of the meeting (May to April) and the serial NTH, as some
 * trackers refer to a row (field.md 6). NULL where its meeting has no day. */
char *action_reference_of_year(const void *parent, const struct action *action, int nth);

/* "2022/23": the municipal year of DAY, which begins with the annual meeting in May (Local Government Act 1972, schedule 12: an
 * annual meeting is held in March, April or May; here 1 May). NULL for no day. */
char *municipal_year(const void *parent, struct date day);

/* The last day on which the papers of MEETING may leave: five clear days lie between it and the meeting (Local Government Act 1972,
 * section 100B, for England; working days, as councils count them). */
#define ACTION_DESPATCH_LAW "Local Government Act 1972, s.100B"
struct date action_despatch_day(struct date meeting);
/* The nearest meeting of COMMITTEE ("": of any) on TODAY or after it, neither cancelled nor postponed; borrowed from ROWS; NULL: none. */
const struct meeting_row *action_meeting_to_come(const struct meeting_rows *rows, const char *committee, struct date today);

/* A clock of law or custom that may set a date of ACTION (field.md 7): offered, never set by itself. `source` says where the
 * length comes from and how sure that is. N may be 0. */
struct clock_offer {
    char *what;        /* "response of the executive" */
    struct date by;
    const char *length, *source;
};
size_t action_clocks(const void *parent, const struct action *action, struct clock_offer **out);

/* ---- how it stands ------------------------------------------------------------------------------- */

/* Closed by its status; overdue where the due time or the member's chase date has passed (never by the
 * month of a work programme change: design.md 4); due where there is a date to come. */
enum action_standing { STANDING_OVERDUE, STANDING_DUE, STANDING_UNDATED, STANDING_CLOSED };
enum action_standing action_standing(const struct action *action, struct date as_at);
bool action_is_overdue(const struct action *action, struct date as_at);
/* Ids of the member's follow-ups that are overdue on AS_AT; as query_options.overdue wants it. */
enum status actions_overdue(const void *parent, struct store *store, struct date as_at, struct strings *ids, struct err *err) MB_MUST_CHECK;
/* By an answer that is kept with it, a response ("accepted in principle"), a step that comes behind one, or as complete. */
bool action_is_answered(const struct action *action);
/* Since when, and so how late: the day by which it was due, else the one on which it was to be chased; unset where it is
 * not overdue. */
struct date action_overdue_since(const struct action *action, struct date as_at);
/* "7 days overdue (your own date)", "... (date in the minutes)" where the minutes say it, "due 16 November
 * 2022", "to chase 23 November 2022 (your own date)", "no date given, asked 27 days ago" */
char *action_when_words(const void *parent, const struct action *action, struct date as_at);
/* What the row is about: subject, else the quote, else the line as it was typed, else the item. */
const char *action_summary(const struct action *action);

#endif
