/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* command, first part: the one table of what a key or a `:` line can trigger. Keys, `:` line, help and hint line are made from it. A
 * command here is a name and its contract; what it does stands in the rooms above, which look it up by its id. */
#ifndef MINUTEBOOK_COMMAND_TABLE_H
#define MINUTEBOOK_COMMAND_TABLE_H

#include <minutebook/text.h>

/* ---- where a command works ------------------------------------------------------------------ */

/* X(id, name by which keys are bound on it, title): every kind of screen, named here and nowhere else. */
#define CONTEXT_TABLE(X)                                                                                     \
    X(CONTEXT_DESK, "desk", "Desk")                                                                          \
    X(CONTEXT_BEGIN, "desk", "Desk") /* without papers: three ways to begin */                               \
    X(CONTEXT_MEETINGS, "meetings", "Meetings")                                                              \
    X(CONTEXT_MEETING, "meeting", "Meeting")                                                                 \
    X(CONTEXT_PROGRAMME, "programme", "Work programme")                                                      \
    X(CONTEXT_ACTIONS, "actions", "Actions")                                                                 \
    X(CONTEXT_FOLLOW_UP, "follow-up", "Follow-up") /* one row of the tracker, with all that became of it */  \
    X(CONTEXT_CHECK, "check", "To check, one by one")                                                        \
    X(CONTEXT_EVIDENCE, "evidence", "Evidence") /* did it happen? */                                         \
    X(CONTEXT_IMPACT, "impact", "Impact")                                                                    \
    X(CONTEXT_TOPIC, "topic", "Topic") /* last time we looked */                                             \
    X(CONTEXT_SEARCH, "search", "Find")                                                                      \
    X(CONTEXT_TO_GET, "to-get", "Papers to get")                                                             \
    X(CONTEXT_PAIRS, "pairs", "Pairs") /* meetings that may be one */                                        \
    X(CONTEXT_COMMITTEES, "committees", "Committees")                                                        \
    X(CONTEXT_NOTES, "notes", "Notes")                                                                       \
    X(CONTEXT_SAVED, "saved", "Saved searches")                                                              \
    X(CONTEXT_NEWS, "news", "What's new")                                                                    \
    X(CONTEXT_CHANGES, "changes", "Changes")                                                                 \
    X(CONTEXT_DETAILS, "details", "Details")                                                                 \
    X(CONTEXT_HELP, "help", "Help")                                                                          \
    X(CONTEXT_REPORT, "report", "Report") /* what an import or another long command said */                  \
    X(CONTEXT_MESSAGES, "messages", "Messages")

enum context_place {
#define X(id, name, title) PLACE_OF_##id,
    CONTEXT_TABLE(X)
#undef X
    CONTEXT_COUNT
};
/* One bit each, so that a command can name several. */
enum context {
#define X(id, name, title) id = 1 << PLACE_OF_##id,
    CONTEXT_TABLE(X)
#undef X
};
#define CONTEXT_ALL ((1u << CONTEXT_COUNT) - 1)
#define CONTEXT_OF_MEETINGS (CONTEXT_MEETING | CONTEXT_MEETINGS | CONTEXT_DESK | CONTEXT_REPORT)
#define CONTEXT_LISTS (CONTEXT_ALL & ~(CONTEXT_HELP | CONTEXT_REPORT | CONTEXT_MESSAGES | CONTEXT_DETAILS | CONTEXT_PAIRS | \
                                       CONTEXT_COMMITTEES | CONTEXT_FOLLOW_UP | CONTEXT_EVIDENCE | CONTEXT_CHECK | CONTEXT_IMPACT | \
                                       CONTEXT_TOPIC))
#define CONTEXT_OF_FOLLOW_UPS (CONTEXT_ACTIONS | CONTEXT_MEETING | CONTEXT_FOLLOW_UP | CONTEXT_EVIDENCE)
#define CONTEXT_OF_PANES (CONTEXT_MEETING | CONTEXT_PROGRAMME | CONTEXT_SEARCH | CONTEXT_DETAILS | CONTEXT_PAIRS | CONTEXT_COMMITTEES | \
                           CONTEXT_EVIDENCE)

/* X(id, name, arguments, default keys separated by blanks, contexts, hint: a word or two for the foot
 * or "", help sentence). A key may say on which screen alone it is bound: "C@actions". The order is the order of
 * the help screen; a group starts with its movement. */
#define COMMAND_TABLE(X)                                                                                     \
    X(CMD_DOWN, "down", "", "j <Down> <C-n>", CONTEXT_ALL, "", "one row down")                               \
    X(CMD_UP, "up", "", "k <Up> <C-p>", CONTEXT_ALL, "", "one row up")                                       \
    X(CMD_HALF_DOWN, "half-page-down", "", "<C-d>", CONTEXT_ALL, "", "half a page down")                     \
    X(CMD_HALF_UP, "half-page-up", "", "<C-u>", CONTEXT_ALL, "", "half a page up")                           \
    X(CMD_PAGE_DOWN, "page-down", "", "<PageDown> <Space> <C-f>", CONTEXT_ALL, "", "a page down")            \
    X(CMD_PAGE_UP, "page-up", "", "<PageUp> b <C-b>", CONTEXT_ALL, "", "a page up")                          \
    X(CMD_FIRST, "first", "", "g <Home>", CONTEXT_ALL, "", "first row, with a count: that row")              \
    X(CMD_LAST, "last", "", "G <End>", CONTEXT_ALL, "", "last row, with a count: that row")                  \
    X(CMD_SCROLL_DOWN, "scroll-down", "", "<C-e>", CONTEXT_ALL, "", "scroll one line down")                  \
    X(CMD_SCROLL_UP, "scroll-up", "", "<C-y>", CONTEXT_ALL, "", "scroll one line up")                        \
    X(CMD_ONE_MEETING, "one-meeting", "", "o", CONTEXT_PAIRS, "one meeting", "these two are one meeting: join them") \
    X(CMD_TWO_MEETINGS, "two-meetings", "", "t", CONTEXT_PAIRS, "two meetings",                              \
      "these two are two meetings: keep them apart, and do not ask again")                                   \
    X(CMD_MARK_COMMITTEE, "mark-committee", "", "v", CONTEXT_COMMITTEES, "mark",                             \
      "mark this committee, to merge it with another; again: take its mark away")                            \
    X(CMD_MERGE, "merge", "[NAME]", "m", CONTEXT_COMMITTEES, "merge",                                        \
      "the marked committee, else this one, is another name of the committee NAME: they are one")            \
    X(CMD_SPLIT, "split", "[NAME]", "s", CONTEXT_COMMITTEES, "split",                                        \
      "NAME, another name of this committee, is a committee of its own")                                     \
    X(CMD_SAVE_DETAILS, "accept-details", "", "s", CONTEXT_DETAILS, "save", "save what is chosen, as one change")  \
    X(CMD_OPEN, "open", "", "<Enter> l <Right>", CONTEXT_ALL, "open", "open what is under the cursor")       \
    X(CMD_CHOOSE, "choose", "", "1 2 3", CONTEXT_BEGIN, "choose", "the way to begin with that number")            \
    X(CMD_BACK, "back", "", "h <Left> <Esc>", CONTEXT_ALL, "", "back to where you came from")                \
    X(CMD_NEXT_ITEM, "next-item", "", "] J", CONTEXT_MEETING | CONTEXT_CHANGES, "item", "next agenda item")  \
    X(CMD_PREVIOUS_ITEM, "previous-item", "", "[ K", CONTEXT_MEETING | CONTEXT_CHANGES, "", "previous agenda item") \
    X(CMD_NEXT_MEETING, "next-meeting", "", "}", CONTEXT_MEETING, "", "next meeting")                        \
    X(CMD_PREVIOUS_MEETING, "previous-meeting", "", "{", CONTEXT_MEETING, "", "previous meeting")            \
    X(CMD_NEXT_PANE, "next-pane", "", "<Tab>", CONTEXT_OF_PANES, "pane", "next pane")                        \
    X(CMD_PREVIOUS_PANE, "previous-pane", "", "<S-Tab>", CONTEXT_OF_PANES, "", "previous pane")              \
    X(CMD_ZOOM, "zoom", "", "z", CONTEXT_OF_PANES, "", "this pane alone, again: all panes")                  \
    X(CMD_RIGHT, "right", "", ") <S-Right>", CONTEXT_MEETING | CONTEXT_SEARCH, "columns",                  \
      "the next column of tables that are wider than their pane")                                            \
    X(CMD_LEFT, "left", "", "( <S-Left>", CONTEXT_MEETING | CONTEXT_SEARCH, "", "the column before")         \
    X(CMD_KEEP, "keep", "", "c", CONTEXT_MEETING | CONTEXT_ACTIONS | CONTEXT_CHECK, "keep",                                  \
      "keep on the tracker what is to check, here or on all marked rows")                                    \
    X(CMD_REFUSE, "refuse", "[REASON]", "D", CONTEXT_MEETING | CONTEXT_ACTIONS | CONTEXT_CHECK, "not a follow-up",           \
      "it is not a follow-up, here or on all marked rows; a reason can be given")                            \
    X(CMD_REFUSE_AS, "refuse-as", "", "1 2 3 4 5 6", CONTEXT_CHECK, "why not",                               \
      "it is not a follow-up, for the reason of that number")                                                \
    X(CMD_CHECK, "check", "", "t>", CONTEXT_OF_MEETINGS | CONTEXT_ACTIONS, "",                                \
      "go through what is to check of this meeting, one by one")                                             \
    X(CMD_EXPLAIN, "explain", "", "t?", CONTEXT_MEETING | CONTEXT_ACTIONS | CONTEXT_FOLLOW_UP | CONTEXT_CHECK, "", \
      "why this sentence is a follow-up to check, or is none: the item sentence by sentence")                \
    X(CMD_MARK, "mark", "", "v", CONTEXT_ACTIONS | CONTEXT_MEETING, "", "mark this row, or take its mark away") \
    X(CMD_MARK_ALL, "mark-all", "", "V", CONTEXT_ACTIONS | CONTEXT_MEETING, "",                              \
      "mark all rows to check, on the tracker those under the heading, then all that are open; again: none")   \
    X(CMD_NEXT_TO_CHECK, "next-to-check", "", ">", CONTEXT_MEETING | CONTEXT_ACTIONS | CONTEXT_CHECK, "next to check",     \
      "next sentence to check, also in the items that follow")                                               \
    X(CMD_PREVIOUS_TO_CHECK, "previous-to-check", "", "<", CONTEXT_MEETING | CONTEXT_ACTIONS | CONTEXT_CHECK, "",            \
      "previous sentence to check")                                                                          \
    X(CMD_FOLD, "fold", "", "o", CONTEXT_ACTIONS | CONTEXT_TO_GET, "",                                        \
      "fold what hangs under this undertaking, which says how many are answered; again: open it; "              \
      "in Papers to get show each of several papers with its address")                                         \
    X(CMD_NEXT_GROUP, "next-group", "", "}", CONTEXT_ACTIONS | CONTEXT_SEARCH, "",                                            \
      "next group: on the tracker, to check, closed, and with E those that are hidden; of what was found, kinds or meetings") \
    X(CMD_PREVIOUS_GROUP, "previous-group", "", "{", CONTEXT_ACTIONS | CONTEXT_SEARCH, "", "previous group")                  \
    X(CMD_NEXT_TEXT, "next-text", "", "p", CONTEXT_MEETING, "next text",                                     \
      "next text of this item: minute, report, agenda text, decision")                                       \
    X(CMD_SECOND_TEXT, "second-text", "", "P", CONTEXT_MEETING, "beside",                                    \
      "another text of this item beside the first; again: the details")                                      \
    X(CMD_PAGE, "page", "NUMBER", "", CONTEXT_MEETING, "", "turn to a page of the agenda pack, by its printed number") \
    X(CMD_NEXT_HEADING, "next-heading", "", ";", CONTEXT_MEETING, "heading", "next heading or table of this text") \
    X(CMD_PREVIOUS_HEADING, "previous-heading", "", "-", CONTEXT_MEETING, "", "previous heading or table")   \
    X(CMD_FOOTNOTE, "footnote", "[NUMBER]", "", CONTEXT_MEETING, "",                                         \
      "go to the footnote or the address of a number in this text, that of the line or [NUMBER]; Enter does, too") \
    X(CMD_HOW_TO_GET, "how-to-get", "", "F", CONTEXT_MEETING, "the rest", "how to get the full text of this minute")  \
    X(CMD_WHY_JOINED, "why", "", "I", CONTEXT_MEETING | CONTEXT_MEETINGS | CONTEXT_DESK | CONTEXT_CHANGES, "", \
      "where this meeting comes from: sources, how they were joined, how the date was worked out")           \
    X(CMD_FIND, "find", "[WORDS]", "f", CONTEXT_ALL, "find", "find words in everything")                     \
    X(CMD_SEARCH_TEXT, "search-text", "[WORDS]", "/", CONTEXT_ALL, "",                                       \
      "search this screen's text; behind another / a regular expression")                                    \
    X(CMD_WORD_HERE, "word-here", "", "*", CONTEXT_ALL, "",                                                  \
      "search this screen's text for a word of the line; again: for the next one")                           \
    X(CMD_NEXT_HIT, "next-hit", "", "n", CONTEXT_ALL, "", "next hit of the last search")                     \
    X(CMD_PREVIOUS_HIT, "previous-hit", "", "N", CONTEXT_ALL, "", "previous hit of the last search")         \
    X(CMD_CHANGES, "changes", "", "C", CONTEXT_OF_MEETINGS, "changes",                                       \
      "what changed between the papers of this meeting, word by word and cell by cell")                      \
    X(CMD_ALL_ROWS, "all-rows", "", "E", CONTEXT_ACTIONS | CONTEXT_SEARCH, "",                               \
      "show every row, also resolutions and what is not a follow-up, of what was found routine texts; again: without them") \
    X(CMD_NOT_NEEDED, "not-needed", "", "d", CONTEXT_TO_GET, "not needed",                                   \
      "this paper is not needed; again: it is")                                                              \
    X(CMD_ADD, "add", "[BY > TO: WHAT; by WHEN]", "a", CONTEXT_LISTS, "add",                                 \
      "add a follow-up, from the sentence under the cursor or in one line")                                  \
    X(CMD_ITEM_NOTE, "item-note", "[> FOR WHOM:] [WORDS]", "i", CONTEXT_MEETING | CONTEXT_SEARCH, "note",       \
      "your private note on this item or sentence, a question where it ends with one; it leaves no export")  \
    X(CMD_MARK_READ, "mark-read", "", "m", CONTEXT_MEETING, "", "this item is read, or not; what says more since then shows it") \
    X(CMD_EDIT_NOTE, "edit-note", "[WORDS]", "=", CONTEXT_NOTES, "edit", "change the words of this note")    \
    X(CMD_ANSWER_NOTE, "answer-note", "[WORDS]", "r", CONTEXT_NOTES, "answer", "keep the answer to this question") \
    X(CMD_DELETE_NOTE, "delete-note", "", "d", CONTEXT_NOTES, "delete", "take this note back; u brings it again") \
    X(CMD_SET, "set-row", "[FIELD VALUE]", "=", CONTEXT_ACTIONS | CONTEXT_FOLLOW_UP | CONTEXT_EVIDENCE, "set",                  \
      "set by whom, to whom, due, chase, status or note, here or on all marked rows")                        \
    X(CMD_TAKE_EVIDENCE, "take-evidence", "", "c", CONTEXT_EVIDENCE, "take it",                              \
      "take this later paper as evidence; td then closes the follow-up by its minute")                       \
    X(CMD_CHASE, "chase", "[DAY: WORDS]", "C@actions C@follow-up C@evidence tc", CONTEXT_OF_FOLLOW_UPS, "chased",       \
      "who owes it was chased: today, or on DAY")                                                            \
    X(CMD_ANSWER, "answer", "[--file FILE] [--from WHO] [--told] [DAY: WORDS]", "r ta", CONTEXT_OF_FOLLOW_UPS, "answer", \
      "record the answer, its words or the file it came in")                                                 \
    X(CMD_LOG, "log", "[DAY: WORDS]", "tl", CONTEXT_OF_FOLLOW_UPS, "", "log what happened to it")              \
    X(CMD_STEP, "step", "[STEP]", "ts", CONTEXT_OF_FOLLOW_UPS, "",                                            \
      "the step it has come to; a letter: drafted, sent, acknowledged, answered, told to members, reported")   \
    X(CMD_ADD_EVIDENCE, "add-evidence", "MEETING[/ITEM] [WORDS]", "te", CONTEXT_OF_FOLLOW_UPS, "",            \
      "a later paper shows what became of it: its meeting and item")                                         \
    X(CMD_JOIN_SENTENCE, "join-sentence", "[REFERENCE]", "tj", CONTEXT_OF_FOLLOW_UPS, "",                     \
      "what was noted in the room is the sentence REFERENCE that the minutes bring")                         \
    X(CMD_COMPLETE, "complete", "MINUTE or WHY", "td", CONTEXT_OF_FOLLOW_UPS, "done",                         \
      "it is done: the minute or paper that shows it, or why it is closed")                                  \
    X(CMD_REOPEN, "reopen", "", "to", CONTEXT_OF_FOLLOW_UPS, "", "open again what was closed")                \
    X(CMD_TAGS, "tags", "[TAG, TAG]", "tt", CONTEXT_OF_FOLLOW_UPS, "", "its tags, by which it can be found")  \
    X(CMD_PORTFOLIO, "portfolio", "[NAME]", "tp", CONTEXT_OF_FOLLOW_UPS, "", "the portfolio it falls in")     \
    X(CMD_NOTE, "note", "[WORDS]", "tn", CONTEXT_OF_FOLLOW_UPS, "", "your private note on it, which leaves no export") \
    X(CMD_FILTER, "filter", "[FIELD WORDS; ...]", "&", CONTEXT_ACTIONS, "filter",                             \
      "only rows that are so: by Chairman; to, committee, kind, status, tag, older 28, overdue; none shows all") \
    X(CMD_SEARCH_ORDER, "search-order", "[newest|oldest|best]", "s", CONTEXT_SEARCH, "order",                \
      "the order of what was found: newest, oldest, or what says most of the words first")                   \
    X(CMD_SEARCH_GROUP, "search-group", "", "o", CONTEXT_SEARCH, "group",                                      \
      "what was found by meeting instead of by kind; again: by kind")                                       \
    X(CMD_ORDER, "order", "[standing|by|to|committee|kind|status|age|minute]", "s", CONTEXT_ACTIONS, "order",  \
      "the order of what is open: by how it stands, by whom, oldest first, in that of the minutes ...")       \
    X(CMD_TAKE_WHOLE, "take-whole", "", "F", CONTEXT_ACTIONS, "take the whole",                              \
      "take the whole sentence of one that was cut off; elsewhere: to the first that has one")               \
    X(CMD_HISTORY, "history", "", "H", CONTEXT_ACTIONS | CONTEXT_MEETING | CONTEXT_EVIDENCE, "",                               \
      "all about this follow-up: its steps, what became of it, and every change")                \
    X(CMD_OLDER, "older", "", "<", CONTEXT_PROGRAMME, "older", "older work programme")                            \
    X(CMD_NEWER, "newer", "", ">", CONTEXT_PROGRAMME, "newer", "newer work programme")                            \
    X(CMD_DESK, "desk", "", "", CONTEXT_ALL, "", "the Desk: what is next, and the meetings")                 \
    X(CMD_MEETINGS, "meetings", "", "M", CONTEXT_ALL, "meetings", "all meetings")                            \
    X(CMD_PROGRAMME, "programme", "", "W", CONTEXT_ALL, "programme", "the work programme")                   \
    X(CMD_ACTIONS, "actions", "", "A", CONTEXT_ALL, "actions", "follow-ups on the tracker")                  \
    X(CMD_EVIDENCE, "evidence", "", "", CONTEXT_ALL, "",                                                      \
      "did it happen? What later papers tell of the follow-ups that are open")                               \
    X(CMD_TOPIC, "topic", "[MEETING/ITEM or WORDS]", ".", CONTEXT_ALL, "",                                    \
      "last time we looked: all that is held on the topic of this item, or of these words")                  \
    X(CMD_IMPACT, "impact", "[COMMITTEE][; YEAR]", "", CONTEXT_ALL, "",                                       \
      "what was asked in a municipal year and what came of it; each number opens its rows")                  \
    X(CMD_TO_GET, "to-get", "", "T", CONTEXT_ALL, "", "papers to get: cut off, named and not held")          \
    X(CMD_SAVED, "saved", "", "S", CONTEXT_ALL, "", "saved searches, each with what is new in it, and what's new") \
    X(CMD_SAVE_SEARCH, "save-search", "[NAME]", "", CONTEXT_ALL, "", "save the last search under a name")    \
    X(CMD_NEWS, "news", "", "", CONTEXT_ALL, "", "what's new: papers and items that came since you said that all is seen") \
    X(CMD_DROP_SEARCH, "drop-search", "", "d", CONTEXT_SAVED, "delete", "take this saved search away; u brings it again") \
    X(CMD_ALL_SEEN, "all-seen", "", "m", CONTEXT_NEWS, "all is seen", "all of this is seen: only what comes from now on is new") \
    X(CMD_NOTES, "notes", "", "", CONTEXT_ALL, "", "your notes and questions, at those of this meeting")      \
    X(CMD_PAIRS, "pairs", "", "", CONTEXT_ALL, "", "meetings that may be one: both sides of each, to decide") \
    X(CMD_COMMITTEES, "committees", "", "", CONTEXT_ALL, "", "the committees: their names, meetings and members; merge and split") \
    X(CMD_ENTER_MEETING, "enter-meeting", "COMMITTEE; DATE[; TIME[; VENUE]]", "", CONTEXT_ALL, "",               \
      "enter a meeting of which no paper is held yet")                                                       \
    X(CMD_WITHDRAW_MEETING, "withdraw-meeting", "", "", CONTEXT_OF_MEETINGS, "",                             \
      "take back a meeting that was entered by hand")                                                        \
    X(CMD_DETAILS, "details", "committee NAME | date DATE | time TIME | council NAME", "=", CONTEXT_OF_MEETINGS, "", \
      "state a meeting's committee, day or time; on a kept follow-up: set it")                                         \
    X(CMD_PART, "part", "", "", CONTEXT_OF_MEETINGS, "",                                                     \
      "this meeting's papers are of different meetings: part them")                                          \
    X(CMD_JOIN, "join", "MEETING", "", CONTEXT_OF_MEETINGS, "",                                              \
      "this meeting and MEETING are one: join them")                                                         \
    X(CMD_SITE, "site", "[ADDRESS]", "", CONTEXT_LISTS | CONTEXT_REPORT | CONTEXT_COMMITTEES, "",                                  \
      "where the council publishes: then the address of what is missing is shown; none takes it back")       \
    X(CMD_IMPORT, "import", "[OPTION...] PATH...", "", CONTEXT_ALL, "",                                       \
      "import papers: files or folders; --form, --committee, --council and --date say what they are and of when")  \
    X(CMD_ATTACH, "attach", "FILE", "", CONTEXT_MEETING | CONTEXT_TO_GET, "",                                \
      "import FILE as the paper of the item under the cursor: a report that was to follow, a full minute")   \
    X(CMD_UNDO, "undo", "", "u", CONTEXT_ALL, "undo", "undo the last change of your own rows")               \
    X(CMD_REDO, "redo", "", "<C-r>", CONTEXT_ALL, "", "redo what was undone")                                \
    X(CMD_RELOAD, "reload", "", "R <F5>", CONTEXT_ALL, "", "read the store again")                           \
    X(CMD_REDRAW, "redraw", "", "<C-l>", CONTEXT_ALL, "", "paint the screen again")                          \
    X(CMD_AS_AT, "as-at", "[DAY|despatch [DAY]]", "", CONTEXT_ALL, "",                                        \
      "follow-ups as they stood on DAY, or days counted as at a day to come; without one: as at today; despatch: when the papers " \
      "of the next meeting, or of that on DAY, are to be out")            \
    X(CMD_WHERE, "where", "", "", CONTEXT_ALL, "", "where your papers and notes are kept")                   \
    X(CMD_BACKUP, "backup", "[FILE]", "", CONTEXT_ALL, "", "write a verified copy of the store")             \
    X(CMD_EXPORT, "export", "[OPTION...] LIST [FORMAT] FILE", "", CONTEXT_ALL, "",                          \
      "write meetings, actions, programme, to-get, committees or pairs to a file: .csv, .tsv or .json; actions also " \
      ".md, .html, .txt in the columns of --profile NAME, .ics, taskwarrior; programme --with-changes")      \
    X(CMD_LETTER, "letter", "[by DAY] FILE", "tw", CONTEXT_OF_FOLLOW_UPS, "",                                 \
      "write the letter that asks for it, of all marked rows one for each who is asked")                     \
    X(CMD_MAIL, "mail", "[--overdue] [--record] FOLDER", "tm", CONTEXT_OF_FOLLOW_UPS, "",                     \
      "write a message to everybody who is asked: of the marked rows, else of all that are open; --record: chased today") \
    X(CMD_OPTION, "set", "NAME [= VALUE]", "", CONTEXT_ALL, "", "set an option, or say what it is")          \
    X(CMD_BIND, "bind", "SCREEN KEY COMMAND", "", CONTEXT_ALL, "", "bind a key; the command none unbinds it") \
    X(CMD_SOURCE, "source", "FILE", "", CONTEXT_ALL, "", "read a file of set, bind and source lines")        \
    X(CMD_SAVE_SCREEN, "save-screen", "FILE", "", CONTEXT_ALL, "", "write what is on the screen to a file")  \
    X(CMD_MESSAGES, "messages", "", "", CONTEXT_ALL, "", "what was said at the foot since the start")        \
    X(CMD_LINE, "command-line", "", ":", CONTEXT_ALL, "", "type a command by name")                          \
    X(CMD_HELP, "help", "[COMMAND]", "? <F1>", CONTEXT_ALL, "help", "the keys of this screen")                       \
    X(CMD_CLOSE, "close", "", "q", CONTEXT_ALL, "close", "close this screen; the last one quits")             \
    X(CMD_QUIT, "quit", "", "Q", CONTEXT_ALL, "", "quit at once")                                            \
    X(CMD_STOP, "stop", "", "<C-c>", CONTEXT_ALL, "", "stop the work that is running")                       \
    X(CMD_SUSPEND, "suspend", "", "<C-z>", CONTEXT_ALL, "", "suspend; fg comes back")

enum command_id {
#define X(id, name, arguments, keys, contexts, hint, help) id,
    COMMAND_TABLE(X)
#undef X
    CMD_COUNT,
    CMD_NONE = CMD_COUNT
};

struct command {
    enum command_id id;
    const char *name, *arguments, *keys;
    unsigned contexts;
    const char *hint, *help;
};
const struct command *command_get(enum command_id id);
/* By its name or a unique beginning of it; STATUS_USAGE names those that fit. */
enum status command_by_name(const char *name, size_t n, enum command_id *id, struct err *err) MB_MUST_CHECK;

/* A `:` line: the command and the rest of the line, blanks trimmed (NULL if none). */
enum status command_parse_line(const void *parent, const char *line, enum command_id *id, char **arguments, struct err *err) MB_MUST_CHECK;

/* Words of a line as a shell splits them: blanks, 'quotes', "quotes" and backslash; nothing expanded
 * but a leading "~/". */
enum status command_split(const void *parent, const char *line, struct strings *words, struct err *err) MB_MUST_CHECK;

#endif
