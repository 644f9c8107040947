/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The table of subcommands, and how a command line becomes a call of one. What each does stands in its
 * own file; help is made from the table. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <getopt.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>

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
    {"actions", "", "list the follow-ups: on the tracker, and to check", NULL, run_actions, {FORMAT_OPTION, EXEMPT_OPTION, NOTES_OPTION}},
    {"search", "WORDS...", "find words in everything, newest first",
     "All words must occur; \"a phrase\" in quotes, prefix* with a star, -not with a minus. Exit 1 if nothing is found.\n"
     "A word that begins with two minuses stands after --.",
     run_search, {FORMAT_OPTION, EXEMPT_OPTION, {"limit", "N", "at most N hits (50)"}}},
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
      {"committee", "NAME", "with --with-changes: of this committee alone"}, EXEMPT_OPTION, NOTES_OPTION}},
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

/* ---- help --------------------------------------------------------------------------------------- */

static const char help_head[] =
    "usage: %s [OPTIONS] [SUBCOMMAND ...]\n\n"
    "An offline browser for the papers of a council's overview and scrutiny committees.\n"
    "Without a subcommand it opens the browser, or prints an overview where there is no terminal.\n";

static const struct option_row global_options[] = {
    {"store", "FILE", "the store (default: minutebook.db in the data folder, or $MINUTEBOOK_STORE)"},
    {"config", "FILE", "read this instead of minutebook/config in the folder of configurations"},
    {"script", "FILE", "type the keys and command lines of FILE into the browser"},
    {"as-at", "DATE", "the day it is, YYYY-MM-DD (default: today, or $MINUTEBOOK_AS_AT)"},
    {"demo", NULL, "open the sample meetings of a council that does not exist"},
    {"plain", NULL, "no lines and no colours"},
    {"ascii", NULL, "lines in ASCII"},
    {"color", "WHEN", "auto (default), always or never"},
    {"read-only", NULL, "change nothing"},
    {"help", NULL, "this help; after a subcommand, its own"},
    {"version", NULL, "the version of the program"},
    {0},
};

static void print_options(const struct option_row *options, size_t most)
{
    for (size_t i = 0; i < most && options[i].name; i++) {
        const char *argument = options[i].argument ? options[i].argument : "";
        int width = 22 - (int)(strlen(options[i].name) + strlen(argument));
        out_line("  --%s %s%*s %s", options[i].name, argument, width > 0 ? width : 0, "", options[i].help);
    }
}

static void print_help(const struct program *program)
{
    out_line(help_head, program->spelling);
    for (size_t i = 0; i < MB_LENGTH(subcommands); i++)
        out_line("  %-11s %s", subcommands[i].name, subcommands[i].help);
    out_line("\nOptions before the subcommand:");
    print_options(global_options, MB_LENGTH(global_options));
    out_line("\nExit: 0 done, 1 search found nothing, 2 usage, 3 bad input (the rest was done), 4 store, 70 memory, 75 busy.\n"
             "More: '%s SUBCOMMAND --help'.", program->spelling);
}

static void print_subcommand_help(const struct program *program, const struct subcommand *subcommand)
{
    out_line("usage: %s %s %s\n\n%s", program->spelling, subcommand->name, subcommand->operands, subcommand->help);
    if (subcommand->more)
        out_line("%s", subcommand->more);
    if (subcommand->options[0].name)
        out_line("\nOptions:");
    print_options(subcommand->options, MB_LENGTH(subcommand->options));
}

/* ---- options ------------------------------------------------------------------------------------ */

#define OPTIONS_MOST 16

/* getopt_long() wants its own struct; index i of ROWS is returned as 1 + i. */
static void options_for_getopt(const struct option_row *rows, size_t most, struct option *out)
{
    size_t n = 0;
    for (; n < most && rows[n].name; n++)
        out[n] = (struct option){rows[n].name, rows[n].argument ? required_argument : no_argument, NULL, (int)n + 1};
    out[n] = (struct option){0};
}

/* After getopt_long() said '?'. It leaves a letter it does not know in optopt, and may still stand before
 * the word it was in; an option of several letters it has passed. */
static void complain_option(char **argv)
{
    char letter[] = {'-', (char)optopt, '\0'};
    out_complain("option '%s' is not known here or lacks its value; try --help", optopt > ' ' ? letter : argv[optind - 1]);
}

static bool global_color(const void *parent, struct program *program, const char *value)
{
    static const char *const words[] = {[COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never"};
    (void)parent;
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strcmp(value, words[i]) == 0) {
            program->color = (enum color_choice)i;
            program->color_given = true;
            return true;
        }
    out_complain("--color takes auto, always or never, not '%s'", value);
    return false;
}

static bool global_day(const void *parent, struct program *program, const char *value)
{
    (void)parent;
    if (date_parse_iso(value, &program->as_at))
        return true;
    out_complain("--as-at takes a day as YYYY-MM-DD, not '%s'", value);
    return false;
}

static bool global_help(const void *parent, struct program *program, const char *value)
{
    (void)parent, (void)value;
    print_help(program);
    return true;
}

static bool global_version(const void *parent, struct program *program, const char *value)
{
    (void)parent, (void)program, (void)value;
    out_line("minutebook %s", PACKAGE_VERSION);
    return true;
}

/* What an option before the subcommand sets: a path, a switch, or by a function of its own. */
static const struct global {
    const char *name;
    size_t path, flag; /* offset in struct program; 0: not this */
    bool (*apply)(const void *parent, struct program *program, const char *value);
    bool ends; /* nothing else is done */
} globals[] = {
    {"store", .path = offsetof(struct program, store_path)},
    {"config", .path = offsetof(struct program, config_path)},
    {"script", .path = offsetof(struct program, script_path)},
    {"as-at", .apply = global_day},
    {"demo", .flag = offsetof(struct program, sample)},
    {"plain", .flag = offsetof(struct program, plain)},
    {"ascii", .flag = offsetof(struct program, ascii)},
    {"color", .apply = global_color},
    {"read-only", .flag = offsetof(struct program, read_only)},
    {"help", .apply = global_help, .ends = true},
    {"version", .apply = global_version, .ends = true},
};

/* One global option; false where it is wrong. */
static bool global_apply(const void *parent, struct program *program, const char *name, const char *value, bool *done)
{
    const struct global *global = globals;
    while (strcmp(global->name, name) != 0)
        global++;
    *done |= global->ends;
    if (global->path)
        *(char **)(void *)((char *)program + global->path) = mem_strdup(parent, value);
    else if (global->flag)
        *(bool *)(void *)((char *)program + global->flag) = true;
    return global->apply ? global->apply(parent, program, value) : true;
}

int cli_options(const void *parent, int argc, char **argv, struct program *program, bool *done)
{
    struct option options[OPTIONS_MOST];
    options_for_getopt(global_options, MB_LENGTH(global_options), options);
    opterr = 0;
    optind = 1;
    int found;
    while ((found = getopt_long(argc, argv, "+h", options, NULL)) != -1) {
        if (found == '?') {
            complain_option(argv);
            return -1;
        }
        const char *name = found == 'h' ? "help" : global_options[found - 1].name;
        if (!global_apply(parent, program, name, optarg, done))
            return -1;
    }
    return optind;
}

/* ---- running ------------------------------------------------------------------------------------ */

static const struct subcommand *find_subcommand(const char *name)
{
    for (size_t i = 0; i < MB_LENGTH(subcommands); i++)
        if (strcmp(subcommands[i].name, name) == 0)
            return &subcommands[i];
    return NULL;
}

/* A search may have -words: move those behind the others, so that getopt_long() does not read
 * them as letters. Returns how many words are left before them. */
static int part_minus_words(const struct call *call, int n, char **words)
{
    char **minus = mem_zero_named(call->parent, ((size_t)n + 1) * sizeof *minus, "minus words");
    int kept = 1, moved = 0, i = 1;
    for (; i < n && strcmp(words[i], "--") != 0; i++) {
        bool is_minus = words[i][0] == '-' && words[i][1] != '-' && words[i][1] != '\0' && strcmp(words[i], "-h") != 0;
        if (is_minus)
            minus[moved++] = words[i];
        else
            words[kept++] = words[i];
    }
    for (; i < n; i++)
        words[kept++] = words[i];
    memcpy(words + kept, minus, (size_t)moved * sizeof *minus);
    return kept;
}

/* Take the options out of the words; false after a complaint, *help where --help stood. */
static bool call_parse(struct call *call, int n, char **words, bool *help)
{
    struct option options[OPTIONS_MOST];
    size_t most = MB_LENGTH(call->subcommand->options);
    options_for_getopt(call->subcommand->options, most, options);
    size_t last = 0;
    while (options[last].name)
        last++;
    options[last] = (struct option){"help", no_argument, NULL, 'h'};
    options[last + 1] = (struct option){0};
    optind = 0; /* GNU: start anew on another argv */
    int found, plain = call->subcommand->run == run_search ? part_minus_words(call, n, words) : n;
    while ((found = getopt_long(plain, words, "h", options, NULL)) != -1) {
        if (found == 'h')
            *help = true;
        else if (found == '?') {
            complain_option(words);
            return false;
        } else
            call->options[found - 1] = optarg ? optarg : "";
    }
    call->words = words + optind;
    call->n = n - optind;
    return true;
}

/* Whoever started us, a shell in a loop, learns that it was the signal: it stops, too. */
static void end_by(int number)
{
    signal(number, SIG_DFL);
    raise(number);
}

int cli_run(struct program *program, int n, char **words)
{
    const struct subcommand *subcommand = find_subcommand(words[0]);
    if (!subcommand) {
        out_complain("'%s' is no subcommand; '%s --help' lists them", words[0], program->spelling);
        return status_exit_code(STATUS_USAGE);
    }
    void *local = talloc_named_const(NULL, 0, "call");
    struct call call = {.parent = local, .program = program, .subcommand = subcommand};
    struct err err = {0};
    bool help = false;
    enum status status = STATUS_USAGE;
    if (call_parse(&call, n, words, &help)) {
        if (help) {
            print_subcommand_help(program, subcommand);
            status = STATUS_OK;
        } else {
            status = subcommand->run(&call, &err);
        }
    }
    bool written = out_finish();
    out_progress_end();
    if (!written && (status == STATUS_OK || status == STATUS_CANCELLED))
        status = err_set(&err, STATUS_INPUT, "the output could not be written whole");
    if (err.text[0])
        out_complain("%s", err.text);
    int stopped_by = call.stopped_by;
    talloc_free(local);
    if (stopped_by)
        end_by(stopped_by);
    return status_exit_code(status);
}

int cli_overview(struct program *program)
{
    struct err err = {0};
    struct sink sink = out_text();
    enum status status = overview_print(&sink, program, out_width(), &err);
    out_finish();
    if (status != STATUS_OK)
        out_complain("%s", err.text);
    return status_exit_code(status);
}
