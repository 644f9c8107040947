/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A job from inside: job.c queues jobs, runs edits and imports and brings their outcome back; job_papers.c has
 * those that go round a store: a look at papers before an import, the sample, a backup; job_judge.c has what is done
 * with follow-ups that were found, job_follow.c what happens to those that are on the tracker. */
#ifndef MINUTEBOOK_SCREENS_JOB_H
#define MINUTEBOOK_SCREENS_JOB_H

#include "private.h"

#include <minutebook/export_chase.h>

#include <pthread.h>

/* JOB_HISTORY is an edit of which nothing is said. */
enum job_kind {
    JOB_EDIT, JOB_HISTORY, JOB_IMPORT, JOB_LOOK, JOB_SAMPLE, JOB_BACKUP, JOB_EXPORT, JOB_JUDGE, JOB_FOLLOW, JOB_EVIDENCE, JOB_IMPACT, JOB_LETTER,
    JOB_MAIL, JOB_EXPLAIN, JOB_SWEEP, JOB_TOPIC, JOB_KINDS
};

/* Papers as a look at them found them; nothing of them is stored. */
struct look {
    int forms[FORM_COUNT]; /* how many of each that can be read */
    int readable, unreadable;
    struct strings refusals; /* as words_refusal() has them, in order */
    size_t folder;           /* bytes of the folder that all lie in */
    bool cancelled;
};

struct job {
    enum job_kind kind;
    char *store_path;
    struct date today, looks_back; /* the day on which changes are made; the past day that is looked back on, unset: none */
    char *rules;               /* folder of the member's own; NULL: none */
    struct strings rule_faults; /* what is wrong in it */
    bool to_own_store; /* an import started in the sample */
    struct edit edit;  /* its strings and action are children of the job */
    struct import_request papers; /* JOB_IMPORT and JOB_LOOK */
    struct strings paths;         /* of other kinds: where to write */
    struct attaching attaching; /* JOB_IMPORT: whose paper it is; no meeting: as the papers say */
    struct program program; /* JOB_SAMPLE: a copy to be pointed at it */
    struct look look;
    char *written; /* JOB_BACKUP: the copy */
    int rows;      /* JOB_EXPORT: written; -1: of no table */
    int cut;       /* JOB_LETTER: sentences in it that are cut off */
    char *file;    /* JOB_EXPORT and JOB_LETTER: what is to be written */
    struct export_wish wish; /* JOB_EXPORT */
    struct export_options options;
    struct mailing {
        struct chase_options options;
        bool record;
        struct chase_result result;
    } mailing; /* JOB_MAIL */
    struct judged judged; /* JOB_JUDGE: what comes to `state`; JOB_FOLLOW: to what `follow` happens */
    struct follow follow; /* JOB_FOLLOW */
    struct impact_counted *counted; /* JOB_IMPACT; of the committee and year that `paths` has, "" for all */
    struct topic_looked *topic; /* JOB_TOPIC: what is asked for, and the card of it */
    struct evidence_looked *looked; /* JOB_EVIDENCE; asked at the follow-up that `judged` has */
    enum action_state state;
    enum status status;
    struct err err;
    struct edit_result *edited;
    struct import_run *run;
    pthread_mutex_t lock; /* of `pace` and `makes_way`, which two threads see */
    struct pace pace;
    bool makes_way; /* JOB_SWEEP: others wait behind it, and it goes on behind them */
    bool stopped;   /* by the member, before its end */
};

/* Who runs a job, and whether it still should: on the worker's thread. */
struct watch {
    struct job *job;
    bool (*cancelled)(void *);
    void *to;
};
bool watch_progress(void *to, size_t done, size_t total, const char *path); /* an import_progress */

/* NULL, after saying why, where nothing can be changed now. */
struct job *job_new(struct browser *browser, enum job_kind kind);
void job_make_way(struct browser *browser); /* what runs long and can go on later does not keep others waiting */
unsigned job_queue(struct browser *browser, struct job *job);

/* The job's store for a change; whatever changes it may publish a meeting, so it is swept by the member's rules. */
enum status job_open_store(struct job *job, struct store **store) MB_MUST_CHECK;

/* STORE is NULL for those that open none. */
enum status job_run_import(struct job *job, struct store *store, struct watch *watch);
enum status job_run_look(struct job *job, struct store *store, struct watch *watch);
enum status job_run_sample(struct job *job, struct store *store, struct watch *watch);
enum status job_run_backup(struct job *job, struct store *store, struct watch *watch);
enum status job_run_export(struct job *job, struct store *store, struct watch *watch);
enum status job_run_judging(struct job *job, struct store *store, struct watch *watch);
enum status job_run_follow(struct job *job, struct store *store, struct watch *watch);
enum status job_run_impact(struct job *job, struct store *store, struct watch *watch);
unsigned job_impact_counted(struct browser *browser, struct job *job);
enum status job_run_explain(struct job *job, struct store *store, struct watch *watch);
enum status job_run_topic(struct job *job, struct store *store, struct watch *watch);
unsigned job_topic_read(struct browser *browser, struct job *job);
unsigned job_explained(struct browser *browser, struct job *job);
enum status job_run_letter(struct job *job, struct store *store, struct watch *watch);
enum status job_run_mail(struct job *job, struct store *store, struct watch *watch);
unsigned job_mailed(struct browser *browser, struct job *job);
enum status job_people(struct job *job, struct people **people, struct err *err) MB_MUST_CHECK; /* the member's own list */
enum status job_run_evidence(struct job *job, struct store *store, struct watch *watch);
unsigned job_evidence_found(struct browser *browser, struct job *job);
enum status job_run_sweep(struct job *job, struct store *store, struct watch *watch);
unsigned job_edited(struct browser *browser, struct job *job);
unsigned job_swept(struct browser *browser, struct job *job);
unsigned job_imported(struct browser *browser, struct job *job);
unsigned job_looked(struct browser *browser, struct job *job);
unsigned job_sample_made(struct browser *browser, struct job *job);
unsigned job_backed_up(struct browser *browser, struct job *job);
unsigned job_exported(struct browser *browser, struct job *job);

#endif
