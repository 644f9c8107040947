/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The table of subcommands: their words, their options and what help says of them. What each does stands in its own file. */
#include "config.h"

#include "src/cli/subcommand.h"

#define FORMAT_OPTION {"format", "FORMAT", "text (default), json, csv or tsv"}
#define FORM_NAME(id, name, words, several, rank, extent) " " name
#define EXEMPT_OPTION {"exempt", NULL, "with the texts of exempt papers"}
#define NOTES_OPTION {"notes", NULL, "with your private notes on follow-ups"}

static const struct subcommand subcommands[] = {
    {"import", "PATH...", "import papers: files, folders, or - for standard input",
     "import --meeting MEETING [--item ITEM] FILE   the paper is of this meeting, a report of this item\n"
     "import --url URL FILE                         it came from this address, under which a meeting lists it\n"
     "MEETING and ITEM are named as in 'show'. 'undo' takes back what was said so.",
     run_import,
     {{"committee", "NAME", "the committee, where the paper does not say"},
      {"date", "DATE", "the day of the meeting, YYYY-MM-DD"},
      {"council", "NAME", "the council"},
      {"meeting", "MEETING", "the meeting, of those held, whose paper it is"},
      {"item", "ITEM", "its item, whose report it is; without it, that of the report's title"},
      {"url", "URL", "the address it came from"},
      {"form", "FORM", "overrule what the paper is taken for:" MODEL_FORMS(FORM_NAME)},
      {"again", NULL, "read papers anew that are held already"},
      {"no-keep", NULL, "do not keep a copy of the paper in the store"},
      {"unboxed", NULL, "read saved pages, XML, PDFs and texts above a megabyte without the box, on a kernel without seccomp"},
      {"dry-run", NULL, "store nothing; show what would be read"},
      {"verbose", NULL, "name every paper and meeting in the report, however many"},
      {"format", "FORMAT", "text (default) or json"}}},
    {"meetings", "", "list the meetings held", NULL, run_meetings, {FORMAT_OPTION, EXEMPT_OPTION}},
    {"show", "MEETING[/ITEM]", "print a meeting, or one item of it",
     "MEETING is an id or the beginning of one, a date, next or last.\n"
     "ITEM is m555 by minute number, a5 by agenda number, @3 for the third; a bare number is a minute, then an agenda number.",
     run_show, {FORMAT_OPTION, EXEMPT_OPTION}},
    {"changes", "[MEETING]", "print what changed between the papers of a meeting, or of all",
     "A pack issued again, a page saved again, a fuller minute: word by word, of tables cell by cell. In text what is gone\n"
     "stands in [- -], what is new in {+ +}; the other formats have the texts whole, before and after.",
     run_changes, {FORMAT_OPTION, EXEMPT_OPTION}},
    {"programme", "", "print the work programmes", NULL, run_programme, {FORMAT_OPTION}},
    {"actions", "[FILTER]", "list the follow-ups: on the tracker, and to check",
     "FILTER leaves those that are so: by Chairman; to, committee, kind, status, step, tag, portfolio and words, older 28, chased,\n"
     "overdue, undated, changes, waiting, done, or words that stand in them; several are parted by ;",
     run_actions, {FORMAT_OPTION, EXEMPT_OPTION, NOTES_OPTION}},
    {"search", "WORDS...", "find words in everything, newest first",
     "All words must occur; \"a phrase\" in quotes, prefix* with a star, -not with a minus, one OR the other, (brackets), near NEAR/5\n"
     "by. kind:report, committee:housing, date:2022.., is:overdue and others narrow it: minutebook-query(7). Exit 1 if nothing is found.\n"
     "A word that begins with two minuses stands after --.",
     run_search, {FORMAT_OPTION, EXEMPT_OPTION, {"limit", "N", "at most N hits (50)"},
      {"sort", "ORDER", "newest (default), oldest or best first"}, {"count", NULL, "only how many places, in how many meetings"},
      {"cite", NULL, "a line for each hit, to be pasted: its sentence, committee, date and minute"},
      {"literal", NULL, "the words as they are typed: no related words, no forms"},
      {"saved", "NAME", "the words that are saved under this name"},
      {"routine", NULL, "with routine texts: apologies, notices, blank pages"}}},
    {"meeting", "details|part|join|add|withdraw MEETING ...", "state a meeting's details; part or join its papers; enter one",
     "meeting details MEETING --committee NAME --date DATE --time TIME   what the paper does not say\n"
     "meeting part MEETING                                   its papers are of different meetings\n"
     "meeting join MEETING OTHER                             the two are one meeting\n"
     "meeting add --committee NAME --date DATE [--time TIME] [--venue PLACE]   a meeting of which no paper is held yet\n"
     "meeting withdraw MEETING                               take back one that was added",
     run_meeting,
     {{"committee", "NAME", "details, add: the committee"}, {"date", "DATE", "details, add: the day, YYYY-MM-DD"},
      {"council", "NAME", "details: the council"}, {"time", "TIME", "details, add: when it begins, as 10.30 am or 14:30"},
      {"venue", "PLACE", "add: where"}}},
    {"to-get", "", "list papers to get: minutes cut off, papers and meetings named and not held",
     "--not-needed KEY says that one of them is not needed, --needed KEY that it is; the KEY stands in --format csv.",
     run_to_get, {FORMAT_OPTION, {"not-needed", "KEY", "this paper is not needed"}, {"needed", "KEY", "it is"}}},
    {"committees", "", "list the committees: their names, meetings and members", NULL, run_committees, {FORMAT_OPTION}},
    {"committee", "merge|split NAME [NAME]", "two names are one committee, or two",
     "committee merge NAME OTHER     NAME is another name of the committee OTHER\n"
     "committee split NAME [OTHER]   OTHER, another name of the committee NAME, is one of its own\n"
     "NAME is a name or an id of 'committees'; undo takes either back.",
     run_committee, {{0}}},
    {"pairs", "", "list meetings that may be one, with what speaks for it and against it", NULL, run_pairs, {FORMAT_OPTION}},
    {"pair", "join|apart MEETING OTHER", "two meetings that may be one are one, or two",
     "pair join MEETING OTHER    they are one meeting\n"
     "pair apart MEETING OTHER   they are two, and it is not asked again\n"
     "Undo takes either back.",
     run_pair, {{0}}},
    {"site", "[COUNCIL] [ADDRESS]", "where a council publishes: then the address of what is missing is shown",
     "ADDRESS is that of any page of the council's meetings; none takes it back. COUNCIL may be a\n"
     "committee whose papers name no council. Without it, it is for all papers that name none. Without ADDRESS what is\n"
     "entered is printed.",
     run_site, {{0}}},
    {"action", "add|confirm|dismiss|update|chase|answer|complete ...", "check, add, keep and follow follow-ups",
     "action confirm REF...                   what was found is a follow-up: keep it on the tracker\n"
     "action dismiss REF... [--reason TEXT]   it is not a follow-up\n"
     "action add [MEETING[/ITEM]] LINE        LINE: 'BY > TO: WHAT; by WHEN', every part may be left out\n"
     "action update REF FIELD=VALUE...        owner recipient subject due_text chase_date status note own_words under\n"
     "                                        status_word rag raised_by portfolio executive_date response response_date\n"
     "                                        outcome superseded_by carried_to tags class kind\n"
     "action chase REF ['DAY: WORDS']         it was chased; the day may be left out\n"
     "action answer REF 'DAY: WORDS'          the answer; --file keeps a file with it, --told: all members were told\n"
     "action log REF 'DAY: WORDS'             an update, --from whom\n"
     "action step REF STEP                    a letter is drafted, sent, acknowledged, answered, told to members, reported\n"
     "action evidence REF MEETING[/ITEM]      where in the papers it shows\n"
     "action join REF FIND                    what was noted in the room is the sentence FIND of the minutes\n"
     "action whole [REF]                      its sentence was cut off and is held whole now: take it; without REF, list them\n"
     "action complete REF BY                  closed: by which minute or paper, or why\n"
     "action reopen REF | note REF TEXT | history REF\n"
     "REF is the reference (555/7) or the id.",
     run_action,
     {{"quote", "TEXT", "add: the sentence of the minute, word for word"},
      {"file", "FILE", "answer: a file to keep with it"},
      {"from", "WHO", "answer, log: who says so"},
      {"told", NULL, "answer: all members were told"},
      {"reason", "TEXT", "dismiss: why it is not a follow-up"}}},
    {"note", "list|add|edit|answer|delete ...", "your private notes and questions on items",
     "note add MEETING[/ITEM] TEXT    --question makes it a question, --for says for whom, --quote what it is about\n"
     "note list [MEETING]             newest meeting first, each with the beginning of its id\n"
     "note edit ID TEXT | note answer ID TEXT | note delete ID\n"
     "They are found by 'search' and are in no export, but for questions on the pages of 'brief'; undo takes each change back.",
     run_note,
     {FORMAT_OPTION, EXEMPT_OPTION, {"question", NULL, "add: it is a question"}, {"for", "WHO", "add: for whom the question is"},
      {"quote", "TEXT", "add: the words of the paper that it is about"}}},
    {"news", "", "what's new: which papers came since you said that all is seen, and which items say more", NULL, run_news,
     {{"seen", NULL, "all of it is seen: only what comes from now on is new"}}},
    {"saved", "[list|add|delete ...]", "searches under a name, with how much of what they find is new",
     "saved                     each with how many places are new since it was looked at\n"
     "saved add NAME WORDS      WORDS as of 'search'; a search of that name is written over\n"
     "saved delete NAME         undo brings it back\n"
     "'search --saved NAME' finds what it says, and counts as a look at it.",
     run_saved, {{0}}},
    {"evidence", "[REF...]", "did it happen? what later papers tell of open follow-ups",
     "Of each follow-up named, or of all that are open on the tracker: where a later paper of its committee seems to tell of it, with\n"
     "the sentence and what speaks for it, or that there is no trace; of a change of the work programme, how later programmes have\n"
     "it. Nothing is changed by it.\n"
     "evidence REF --take N    the Nth place is evidence: it is kept with the follow-up, which stays open; undo takes it back",
     run_evidence, {{"format", "FORMAT", "text (default) or json"}, EXEMPT_OPTION, {"take", "N", "keep the Nth place proposed with the follow-up"}}},
    {"letter", "REF...", "write a letter about follow-ups: the sentence, what is asked, by when",
     "From the Chairman or the Chair, as the papers say; one for each who is asked. Addresses are in your own list of people, the file\n"
     "\"people\" beside the configuration: minutebook-people(5).",
     run_letter,
     {{"format", "FORMAT", "text (default) or md"}, {"by", "DATE", "the day by which an answer is asked for, YYYY-MM-DD"},
      {"out", "FILE", "write it into this file, which is not there yet"}, EXEMPT_OPTION}},
    {"chase", "--out FOLDER", "write one message to everybody who is asked, with all their open follow-ups",
     "Each is a file of FOLDER that a mail program opens as a draft; nothing is sent. Where one is there already, nothing is written.\n"
     "Addresses are in your own list of people: minutebook-people(5).",
     run_chase,
     {{"out", "FOLDER", "where; it is made if it is not there"}, {"format", "FORMAT", "eml (default) or text"},
      {"overdue", NULL, "only what is overdue"}, {"over", NULL, "write over messages of the same names"},
      {"record", NULL, "keep with each follow-up that it was chased today; one undo takes all back"}, EXEMPT_OPTION}},
    {"impact", "", "print what was asked for in a municipal year, and what came of it",
     "By committee and year, May to April: what was asked by sort and of whom, how many days to the answer, recommendations, topics by\n"
     "meeting, and what was planned, taken and put off. It says how many minutes are cut off. In JSON each number is a list of ids.",
     run_impact,
     {{"committee", "NAME", "of this committee alone"}, {"year", "YEAR", "of this year alone, as 2025/26"},
      {"format", "FORMAT", "text (default) or json"}}},
    {"brief", "MEETING", "print two pages for the pre-meeting: each item, what was before it, and what is still owed",
     "Of each item that is no routine: when, what is asked, who is invited, when it came up last, by the words of its title that tell\n"
     "something, what is still owed, your questions, and room to write. MEETING is named as in 'show'.",
     run_brief,
     {{"format", "FORMAT", "text (default), md, html or json"}, {"out", "FILE", "write it into this file, which is not there yet"},
      EXEMPT_OPTION, NOTES_OPTION}},
    {"topic", "MEETING/ITEM|WORDS...", "print all that is held on a topic: when it came up, what is owed, what is planned",
     "The topic of an item, under whatever title it went, or the words that its titles hold. Which earlier meetings its papers name,\n"
     "and which of these are not held; the tables of its reports; sentences elsewhere that name it. Exit 1 if nothing is found.",
     run_topic,
     {{"format", "FORMAT", "text (default), md, html or json"}, {"out", "FILE", "write it into this file, which is not there yet"},
      EXEMPT_OPTION, NOTES_OPTION}},
    {"undo", "", "undo the last change of your own rows", NULL, run_undo, {{0}}},
    {"redo", "", "redo what was undone last", NULL, run_redo, {{0}}},
    {"forget", "SOURCE", "remove a paper from the store; your follow-ups stay",
     "SOURCE is its path, file name, SHA-256 or the beginning of one. Shows first what goes; --yes does it.", run_forget,
     {{"yes", NULL, "do it"}}},
    {"export", "meetings|actions|programme|to-get|committees|pairs [FILE]", "write everything of one kind",
     "export actions --profile NAME writes what is on the tracker as a council publishes its tracker: its columns, dates and words,\n"
     "as text (default), csv, tsv, md or html. 'profiles' lists the names. ics is for calendars, taskwarrior for 'task import'.\n"
     "A file that is there is never written over.",
     run_export,
     {{"format", "FORMAT", "json (default), csv or tsv; of actions also text, md, html, ics and taskwarrior"},
      {"profile", "NAME", "actions: in the columns of this council"},
      {"with-changes", NULL, "programme: the newest published one with the changes on the tracker, as text, csv, tsv, md or html"},
      {"committee", "NAME", "with --with-changes: of this committee alone"},
      {"filter", "FILTER", "actions: those that are so, as of 'minutebook actions FILTER'"}, EXEMPT_OPTION, NOTES_OPTION}},
    {"import-tracker", "FILE", "take in a tracker that others keep: a published table, or a colleague's export",
     "A table (CSV, TSV, Markdown, or pasted) is known by its headings, those of the profiles; a colleague's follow-ups come from\n"
     "'export actions --format json'. Rows that are held are merged: what is empty here is filled, where both say something else\n"
     "yours stays and theirs is kept beside it. It is shown what comes of it; one undo takes all back.",
     run_import_tracker,
     {{"profile", "NAME", "its columns are those of this council"}, {"committee", "NAME", "of rows that name none"},
      {"dry-run", NULL, "store nothing; show what would be"},
      {"unboxed", NULL, "read a colleague's export without the box, on a kernel without seccomp"}}},
    {"backup", "[FILE]", "write a verified copy of the store", NULL, run_backup, {{0}}},
    {"check", "", "look for damage in the store", NULL, run_check, {{0}}},
    {"explain", "MEETING[/ITEM]", "say of each sentence of the minutes why it is a follow-up, or why not",
     "By which rule a sentence was found, what says the same, and where a rule was near, what spoke against it.", run_explain,
     {{"format", "FORMAT", "text (default) or json"}, EXEMPT_OPTION}},
    {"rules", "", "list the rules that find follow-ups, ours and your own",
     "Your own are the files *.rules of the folder \"rules\" beside the configuration; they add rules, replace some by their\n"
     "name, or switch some off. The sample never has them.",
     run_rules, {{"check", NULL, "say what is wrong in your own, and try their examples; exit 3 if anything is"}}},
    {"profiles", "", "list the profiles in whose columns the tracker can be written, ours and your own",
     "Your own are the files *.profile of the folder \"profiles\" beside the configuration: minutebook-profiles(5). What is wrong in\n"
     "them is said with file and line; exit 3 if anything is.",
     run_profiles, {{0}}},
    {"keys", "", "print the keys and commands of the browser", NULL, run_keys, {{0}}},
    {"config", "", "print every option and key as a configuration to start from", NULL, run_config, {{0}}},
};

const struct subcommand *subcommand_at(size_t i)
{
    return i < MB_LENGTH(subcommands) ? &subcommands[i] : NULL;
}
