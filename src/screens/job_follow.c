/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What happens to follow-ups on the tracker, done by the worker: what was typed becomes an edit of each row, and all of
 * them one change. Files and meetings that are named are read here, so that no key waits for them. */
#include "config.h"

#include "job.h"

#include <string.h>

unsigned job_queue_follow(struct browser *browser, const struct judged *judged, const struct follow *follow)
{
    struct job *job = job_new(browser, JOB_FOLLOW);
    if (!job)
        return REACT_REDRAW;
    for (size_t i = 0; i < judged->ids.n; i++)
        strings_add(job, &job->judged.ids, judged->ids.at[i]);
    job->follow = *follow;
    job->follow.words = mem_strdup(job, follow->words);
    job->follow.field = mem_strdup(job, follow->field);
    return job_queue(browser, job);
}

unsigned job_queue_entry(struct browser *browser, const char *action_id, const struct action_entry *entry)
{
    struct job *job = job_new(browser, JOB_FOLLOW);
    if (!job)
        return REACT_REDRAW;
    struct action_entry *copy = mem_new(job, struct action_entry);
    strings_add(job, &job->judged.ids, action_id);
    *copy = *entry;
    copy->text = mem_strdup(copy, entry->text);
    copy->source = mem_strdup(copy, entry->source);
    copy->meeting_id = mem_strdup(copy, entry->meeting_id);
    copy->item = mem_strdup(copy, entry->item);
    copy->url = mem_strdup(copy, entry->url);
    job->follow = (struct follow){.verb = CMD_TAKE_EVIDENCE, .entry = copy, .day = browser->today};
    return job_queue(browser, job);
}

/* ---- an answer ------------------------------------------------------------------------------------------ */

/* Bytes of the word that LINE begins with, as a shell parts words. */
static size_t word_length(const char *line)
{
    char quote = '\0';
    size_t n = 0;
    for (; line[n] && (quote || (line[n] != ' ' && line[n] != '\t')); n++) {
        if (quote ? line[n] == quote : line[n] == '\'' || line[n] == '"')
            quote = quote ? '\0' : line[n];
        else if (line[n] == '\\' && line[n + 1])
            n++;
    }
    return n;
}

/* The value of an option, at *AT, which goes behind it. */
static enum status option_value(const void *parent, const char *option, const char **at, char **out, struct err *err)
{
    struct strings words = {0};
    size_t n = word_length(*at);
    enum status status = command_split(parent, mem_strndup(parent, *at, n), &words, err);
    if (status == STATUS_OK && words.n != 1)
        status = err_set(err, STATUS_USAGE, "%s needs a value; one with blanks stands in quotes", option);
    if (status == STATUS_OK)
        *out = words.at[0];
    *at += n + strspn(*at + n, " \t");
    return status;
}

enum status answer_parse(const void *parent, const char *line, struct typed_answer *out, struct err *err)
{
    enum status status = STATUS_OK;
    const char *at = line + strspn(line, " \t");
    *out = (struct typed_answer){0};
    while (status == STATUS_OK && text_starts(at, "--")) {
        size_t n = strcspn(at, " \t");
        char *option = mem_strndup(parent, at, n);
        at += n + strspn(at + n, " \t");
        if (strcmp(option, "--told") == 0)
            out->told = true;
        else if (strcmp(option, "--file") == 0)
            status = option_value(parent, option, &at, &out->file, err);
        else if (strcmp(option, "--from") == 0)
            status = option_value(parent, option, &at, &out->from, err);
        else
            status = err_set(err, STATUS_USAGE, "\"%s\" is none of --file, --from and --told", option);
    }
    out->words = at;
    if (status == STATUS_OK && *at == '\0' && !out->file)
        status = err_set(err, STATUS_USAGE, "say what the answer is: \"12 Nov: ...\", or --file and the file it came in");
    return status;
}

static enum status prepare_answer(struct job *job, struct store *store, const struct action *action, struct edit *edit)
{
    struct typed_answer typed;
    struct action_entry *entry = NULL;
    struct document *file = NULL;
    (void)store;
    enum status status = answer_parse(job, job->follow.words, &typed, &job->err);
    if (status == STATUS_OK && *typed.words)
        status = action_entry_parse(job, ENTRY_ANSWER, typed.words, job->follow.day, &entry, &job->err);
    if (status == STATUS_OK && typed.file)
        status = document_open(job, typed.file, &file, &job->err);
    if (status != STATUS_OK)
        return status;
    if (!entry) {
        entry = mem_new(job, struct action_entry);
        *entry = (struct action_entry){.kind = ENTRY_ANSWER, .date = job->follow.day};
    }
    const char *base = typed.file ? strrchr(typed.file, '/') : NULL;
    entry->file_name = mem_strdup(entry, base ? base + 1 : typed.file);
    entry->source = mem_strdup(entry, typed.from);
    entry->told = typed.told;
    return action_prepare_happened(job, action, entry, file ? file->bytes : NULL, file ? file->n : 0, edit, &job->err);
}

/* ---- the others ------------------------------------------------------------------------------------------ */

static enum status prepare_entry(struct job *job, struct store *store, const struct action *action, struct edit *edit)
{
    enum entry_kind kind = job->follow.verb == CMD_CHASE ? ENTRY_CHASE : ENTRY_UPDATE;
    (void)store;
    return action_prepare_entry(job, action, kind, job->follow.words, job->follow.day, edit, &job->err);
}

static enum status prepare_step(struct job *job, struct store *store, const struct action *action, struct edit *edit)
{
    (void)store;
    return action_prepare_step(job, action, job->follow.words, job->follow.day, edit, &job->err);
}

/* "MEETING[/ITEM] WORDS" */
static enum status prepare_evidence(struct job *job, struct store *store, const struct action *action, struct edit *edit)
{
    const char *line = job->follow.words;
    size_t n = strcspn(line, " \t");
    return evidence_prepare_place(job, store, action, mem_strndup(job, line, n), line + n + strspn(line + n, " \t"), job->follow.day, edit, &job->err);
}

static enum status prepare_sentence(struct job *job, struct store *store, const struct action *action, struct edit *edit)
{
    struct action *find;
    enum status status = follow_up_find(job, store, job->follow.words, &find, &job->err);
    if (status == STATUS_OK && find->state != ACTION_TO_CHECK)
        status = err_set(&job->err, STATUS_USAGE, "%s is not to check: name the sentence that the minutes brought", job->follow.words);
    if (status == STATUS_OK)
        *edit = (struct edit){.kind = EDIT_ACTION_JOIN, .target = action->id, .action = find, .version = action->version};
    return status;
}

static enum status prepare_set(struct job *job, struct store *store, const struct action *action, struct edit *edit)
{
    (void)store;
    enum status status = action_prepare_set(job, action, job->follow.field, job->follow.words, edit, &job->err);
    edit->day = job->follow.day;
    return status;
}

static enum status prepare_taking(struct job *job, struct store *store, const struct action *action, struct edit *edit)
{
    (void)store;
    return action_prepare_happened(job, action, job->follow.entry, NULL, 0, edit, &job->err);
}

/* DONE: what was done to several; NULL: the words, or the field, say it. */
static const struct verb {
    enum command_id verb;
    enum status (*prepare)(struct job *, struct store *, const struct action *, struct edit *);
    const char *done;
} verbs[] = {
    {CMD_CHASE, prepare_entry, "chased"},
    {CMD_LOG, prepare_entry, "brought up to date"},
    {CMD_ANSWER, prepare_answer, "answered"},
    {CMD_STEP, prepare_step, NULL},
    {CMD_SET, prepare_set, NULL},
    {CMD_ADD_EVIDENCE, prepare_evidence, "shown by"},
    {CMD_JOIN_SENTENCE, prepare_sentence, "joined to"},
    {CMD_TAKE_EVIDENCE, prepare_taking, "shown by a later paper"},
};

static const struct verb *verb_of(const struct job *job)
{
    for (size_t i = 0; i < MB_LENGTH(verbs); i++)
        if (verbs[i].verb == job->follow.verb)
            return &verbs[i];
    return NULL;
}

/* "14 follow-ups chased", "3 follow-ups chased: 12 Nov: telephoned", "2 follow-ups status complete, minute 40" */
static char *several_words(struct job *job)
{
    const char *words = job->follow.words && *job->follow.words ? job->follow.words : NULL, *done = verb_of(job)->done;
    const char *head = done ? done : job->follow.field ? job->follow.field : words, *tail = head == words ? NULL : words;
    return mem_printf(job, "%zu follow-ups %s%s%s", job->judged.ids.n, head ? head : "", tail ? done ? ": " : " " : "", tail ? tail : "");
}

/* ---- one change ------------------------------------------------------------------------------------------- */

struct edits {
    struct edit *at;
    size_t n;
};

static enum status prepare(struct job *job, struct store *store, const char *id, struct edit *edit)
{
    struct action *action;
    enum status status = store_action(job, store, id, &action, &job->err);
    const struct verb *verb = verb_of(job);
    return status == STATUS_OK && verb ? verb->prepare(job, store, action, edit) : status;
}

enum status job_run_follow(struct job *job, struct store *store, struct watch *watch)
{
    struct edits edits = {0};
    struct edit edit = {.kind = EDIT_SEVERAL};
    enum status status = STATUS_OK;
    (void)watch;
    for (size_t i = 0; i < job->judged.ids.n && status == STATUS_OK; i++) {
        status = prepare(job, store, job->judged.ids.at[i], &edit);
        if (status == STATUS_OK)
            edits_add(job, &edits.at, &edits.n, &edit);
    }
    if (status == STATUS_OK && job->judged.ids.n > 1) {
        edit = (struct edit){.kind = EDIT_SEVERAL, .edits = edits.at, .n_edits = edits.n};
        edit.value = several_words(job);
    }
    return status == STATUS_OK ? store_edit(job, store, &edit, &job->edited, &job->err) : status;
}
