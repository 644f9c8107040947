/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* import: papers into the store, or, with --dry-run, what would be read of them. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <signal.h>
#include <string.h>
#include <sys/stat.h>

#define REFUSALS_TOLD 20 /* on stderr; more are counted unless --verbose */

static enum status import_form(const struct call *call, enum form *form, struct err *err)
{
    const char *name = call_option(call, "form");
    *form = FORM_UNKNOWN;
    if (name && !form_parse(name, form))
        return err_set(err, STATUS_USAGE, "'%s' is no form of a paper; 'import --help' lists them", name);
    return STATUS_OK;
}

static enum status import_options(const struct call *call, struct import_options *options, struct err *err)
{
    const char *date = call_option(call, "date");
    *options = (struct import_options){
        .council = call_option(call, "council"),
        .committee = call_option(call, "committee"),
        .again = call_option(call, "again") != NULL,
        .no_keep = call_option(call, "no-keep") != NULL,
    };
    if (date && !date_parse_iso(date, &options->date))
        return err_set(err, STATUS_USAGE, "--date takes a day as YYYY-MM-DD, not '%s'", date);
    return STATUS_OK;
}

/* ---- a paper attached by hand ------------------------------------------------------------------- */

static bool is_folder(const char *path)
{
    struct stat at;
    return stat(path, &at) == 0 && S_ISDIR(at.st_mode);
}

/* The first option given that says where a paper belongs; NULL: none. */
static const char *attaching_option(const struct call *call)
{
    static const char *const names[] = {"item", "meeting", "url"};
    for (size_t i = 0; i < MB_LENGTH(names); i++)
        if (call_option(call, names[i]))
            return names[i];
    return NULL;
}

/* What can be told of the words alone, before anything is opened. */
static enum status attaching_check(const struct call *call, struct err *err)
{
    const char *name = attaching_option(call), *url = call_option(call, "url");
    const char *stated = call_option(call, "committee") ? "committee" : call_option(call, "date") ? "date" : NULL;
    if (!name)
        return STATUS_OK;
    if (call_option(call, "item") && !call_option(call, "meeting"))
        return err_set(err, STATUS_USAGE, "--item is an item of a meeting: say with --meeting of which");
    if (call_option(call, "meeting") && stated)
        return err_set(err, STATUS_USAGE, "--meeting says the committee and day: leave out --%s", stated);
    if (url && !url[strspn(url, " \t")])
        return err_set(err, STATUS_USAGE, "--url takes the address that the paper came from");
    if (call_option(call, "dry-run"))
        return err_set(err, STATUS_USAGE, "--%s looks into the store, which --dry-run does not open: leave out one of them", name);
    if (call->n != 1 || is_folder(call->words[0]))
        return err_set(err, STATUS_USAGE, "--%s is said of one paper: name one file with it", name);
    return STATUS_OK;
}

/* The meeting and item as they are named everywhere (design.md 5.2), found among what is held. */
static enum status attaching_find(const struct call *call, struct store *store, struct import_options *options, struct err *err)
{
    const char *words = call_option(call, "meeting"), *item = call_option(call, "item");
    struct meeting *meeting;
    char *id;
    options->url = call_option(call, "url");
    if (!words)
        return STATUS_OK;
    enum status status = store_find_meeting(call->parent, store, words, call->program->as_at, &id, err);
    if (status == STATUS_OK && item)
        status = store_meeting(call->parent, store, id, &meeting, err);
    if (status == STATUS_OK && item)
        status = meeting_find_item(meeting, item, &options->item_position, err);
    if (status == STATUS_OK)
        options->meeting = id;
    return status;
}

/* ---- dry run ------------------------------------------------------------------------------------ */

static void dry_run_warnings(const struct draft *draft)
{
    for (size_t i = 0; i < draft->warnings.n; i++)
        out_line("  %s", draft->warnings.at[i]);
}

static void dry_run_words(const void *parent, const struct draft *draft)
{
    const struct meeting *meeting = draft->meeting;
    if (form_is_list(draft->form)) {
        out_line("%s: %s; %s; meetings %zu, committees %zu, members %zu. Nothing was stored.", draft->path, form_words(draft->form),
                 meeting->committee ? meeting->committee : "committee not stated", draft->n_listed_meetings,
                 draft->n_listed_committees, meeting->n_people);
        dry_run_warnings(draft);
        return;
    }
    const char *committee = meeting->committee ? meeting->committee : "committee not stated";
    const char *day = date_is_set(meeting->date) ? date_long(parent, meeting->date) : "day not stated";
    out_line("%s: %s; %s, %s; %zu items, %zu cut off. Nothing was stored.", draft->path, form_words(draft->form), committee, day,
             meeting->n_items, meeting_truncated(meeting));
    dry_run_warnings(draft);
}

static enum status dry_run_json(const struct call *call, const struct draft *draft, struct err *err)
{
    struct sink sink = out_data();
    struct export_options options = call_export_options(call);
    enum status status = export_draft_meeting(&sink, draft, &options, err);
    if (status == STATUS_OK && draft->programme)
        status = export_draft_programme(&sink, draft, &options, err);
    return status;
}

static struct intake *call_intake(const struct call *call)
{
    return intake_new(call->parent, call_option(call, "unboxed") != NULL);
}

static enum status dry_run_one(const struct call *call, struct intake *intake, const char *path, enum form form, bool json,
                               struct err *err)
{
    void *local = talloc_named_const(call->parent, 0, "dry run");
    struct document *document;
    struct draft *draft;
    enum status status = document_open(local, path, &document, err);
    if (status == STATUS_OK)
        status = intake_read(local, intake, document, form, &draft, err);
    if (status == STATUS_OK && json)
        status = dry_run_json(call, draft, err);
    else if (status == STATUS_OK)
        dry_run_words(local, draft);
    talloc_free(local);
    return status;
}

static enum status dry_run(struct call *call, enum form form, bool json, struct err *err)
{
    struct strings paths = intake_walk(call->parent, call->words, (size_t)call->n);
    struct intake *intake = call_intake(call);
    enum status worst = STATUS_OK;
    for (size_t i = 0; i < paths.n; i++) {
        struct err one = {0};
        enum status status = dry_run_one(call, intake, paths.at[i], form, json, &one);
        if (status == STATUS_OK)
            continue;
        out_complain("%s", one.text);
        worst = status;
    }
    if (paths.n == 0)
        return err_set(err, STATUS_INPUT, "no papers there to read");
    return worst;
}

/* ---- the real thing ----------------------------------------------------------------------------- */

/* The signal that asked to stop between two papers; the only thing its handler touches. */
static volatile sig_atomic_t asked_to_stop;

static void note_signal(int number)
{
    asked_to_stop = number;
}

static const int stop_signals[] = {SIGINT, SIGTERM, SIGHUP};

/* Once: a second ^C ends the program at once, which the store survives as well. One that is ignored (nohup) stays so. */
static void catch_signals(void)
{
    struct sigaction catching = {.sa_handler = note_signal, .sa_flags = (int)SA_RESETHAND | SA_RESTART}, before;
    sigemptyset(&catching.sa_mask);
    asked_to_stop = 0;
    for (size_t i = 0; i < MB_LENGTH(stop_signals); i++)
        if (sigaction(stop_signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            (void)sigaction(stop_signals[i], &catching, NULL);
}

struct progress {
    const struct program *program;
    struct pace pace;
};

/* Each paper is told: one that takes its time must not stand under the name of the one before. */
static bool show_progress(void *to, size_t done, size_t total, const char *path)
{
    struct progress *progress = to;
    pace_step(&progress->pace, done, total, path);
    if (total > 1 && !progress->program->plain && !asked_to_stop) {
        char *words = pace_words(NULL, &progress->pace, out_progress_width() < 70);
        out_progress("%s · %s", words, progress->pace.path);
        talloc_free(words);
    }
    return !asked_to_stop;
}

static void complain_refusals(const struct call *call, const struct import_run *run)
{
    size_t told = 0, refused = 0, most = call_option(call, "verbose") ? SIZE_MAX : REFUSALS_TOLD;
    for (size_t i = 0; i < run->n_lines; i++)
        if (run->lines[i].refusal && ++refused <= most) {
            out_complain("%s", run->lines[i].refusal);
            told++;
        }
    if (told < refused)
        out_complain("%zu more papers were refused; 'import --verbose' names them all", refused - told);
}

static enum status print_run_json(const struct import_run *run, struct err *err)
{
    struct sink sink = out_data();
    enum status status = STATUS_OK;
    for (size_t i = 0; i < run->n_lines && status == STATUS_OK; i++) {
        const struct import_line *line = &run->lines[i];
        status = export_import_result(&sink, line->path, line->form, line->result, line->refusal, err);
    }
    return status;
}

static enum status import_print(struct call *call, struct store *store, const struct import_run *run, bool json, struct err *err)
{
    out_progress_end();
    complain_refusals(call, run);
    if (json)
        return print_run_json(run, err);
    struct sink sink = out_text();
    return import_report_print(&sink, store, call->program, run, out_width(), call_option(call, "verbose") != NULL, err);
}

static enum status import_papers(struct call *call, struct store *store, enum form form, const struct import_options *options,
                                 bool json, struct err *err)
{
    struct import_run *run;
    struct progress progress = {.program = call->program};
    catch_signals();
    enum status status = intake_import(call->parent, call_intake(call), store, call->words, (size_t)call->n, form, options,
                                       show_progress, &progress, &run, err);
    if (status == STATUS_OK)
        status = import_print(call, store, run, json, err);
    call->stopped_by = asked_to_stop;
    if (status == STATUS_OK && run->n_lines == 0 && !run->cancelled)
        status = err_set(err, STATUS_INPUT, "no papers there to read");
    if (status == STATUS_OK && run->refused)
        status = STATUS_INPUT; /* each refusal was said on its own line */
    return status;
}

enum status run_import(struct call *call, struct err *err)
{
    enum cli_format format;
    enum form form;
    struct import_options options;
    if (call->n == 0)
        return call_usage(call, err);
    enum status status = call_format(call, &format, err);
    if (status == STATUS_OK)
        status = import_form(call, &form, err);
    if (status == STATUS_OK)
        status = import_options(call, &options, err);
    if (status == STATUS_OK)
        status = attaching_check(call, err);
    if (status != STATUS_OK)
        return status;
    if (format > CLI_JSON)
        return err_set(err, STATUS_USAGE, "import has the formats text and json");
    if (call_option(call, "dry-run"))
        return dry_run(call, form, format == CLI_JSON, err);

    struct store *store;
    status = call_store(call, STORE_WRITE, &store, err);
    if (status != STATUS_OK)
        return status;
    status = attaching_find(call, store, &options, err);
    if (status == STATUS_OK)
        status = import_papers(call, store, form, &options, format == CLI_JSON, err);
    talloc_free(store);
    return status;
}
