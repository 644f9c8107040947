/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How a command line becomes a call of a subcommand, and the help, which is made from their table (subcommands.c). */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <getopt.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>

/* ---- help --------------------------------------------------------------------------------------- */

static const char help_head[] =
    "usage: %s [OPTIONS] [SUBCOMMAND ...]\n\n"
    "An offline browser for the papers of a council's overview and scrutiny committees.\n"
    "Without a subcommand it opens the browser, or prints an overview where there is no terminal.\n";

static const struct option_row global_options[] = {
    {"store", "FILE", "the store (default: minutebook.db in the data folder, or $MINUTEBOOK_STORE)"},
    {"config", "FILE", "read this instead of minutebook/config in the folder of configurations"},
    {"script", "FILE", "type the keys and command lines of FILE into the browser"},
    {"as-at", "DATE", "the day it is, YYYY-MM-DD (default: today, or $MINUTEBOOK_AS_AT); despatch: see below"},
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
    const struct subcommand *subcommand;
    for (size_t i = 0; (subcommand = subcommand_at(i)) != NULL; i++)
        out_line("  %-11s %s", subcommand->name, subcommand->help);
    out_line("\nOptions before the subcommand:");
    print_options(global_options, MB_LENGTH(global_options));
    out_line("\n--as-at despatch is the day on which the papers of the next meeting you hold are to be out, five clear working days before it;\n"
             "'--as-at \"despatch 2025-12-11\"' that of a meeting on that day.");
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
    static const char despatch[] = "despatch ";
    size_t n = strlen(despatch);
    struct date meeting;
    program->as_at_despatch = strcmp(value, "despatch") == 0;
    if (program->as_at_despatch) {
        program->as_at = (struct date){0};
        return true;
    }
    if (strncmp(value, despatch, n) == 0 && date_parse_iso(value + n, &meeting)) {
        program->as_at = action_despatch_day(meeting);
        return true;
    }
    if (date_parse_iso(value, &program->as_at))
        return true;
    out_complain("--as-at takes a day as YYYY-MM-DD, or despatch, or 'despatch YYYY-MM-DD' of a meeting on that day, not '%s'", value);
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
    const struct subcommand *subcommand;
    for (size_t i = 0; (subcommand = subcommand_at(i)) != NULL; i++)
        if (strcmp(subcommand->name, name) == 0)
            return subcommand;
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
