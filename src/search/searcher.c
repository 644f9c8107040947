/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The searcher: a thread that takes no signals and sees one question, the newest. Each has a number; asking sets the
 * number first and interrupts the connection then, and the connection asks for the number as it works, so that neither
 * order of the two is missed (an interrupt that comes between two statements alone would be). Parts of an answer are
 * blocks of their own, handed over under the lock; what belongs to an older question is thrown away there. */
#include "config.h"

#include <minutebook/search_live.h>

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#define PARTS_MAX 3 /* rows, counts, counts of each kind */

struct question {
    uint64_t number;
    char *words; /* NULL: nothing */
    struct search_ask ask;
};

struct searcher {
    pthread_t thread;
    pthread_mutex_t lock; /* guards all that follows but `newest` */
    pthread_cond_t wake;
    struct question *next; /* asked and not begun */
    bool busy, leave;
    struct search_answer *parts[PARTS_MAX]; /* made and not taken */
    size_t n_parts;
    struct store *store;         /* as long as it is open; the thread's own otherwise */
    atomic_uint_fast64_t newest; /* number of the newest question */
    int news[2];
    char *path;
};

/* ---- the thread ----------------------------------------------------------------------------------- */

struct work {
    struct searcher *searcher;
    uint64_t number;
};

static bool is_old(void *to)
{
    const struct work *work = to;
    return atomic_load(&work->searcher->newest) != work->number;
}

/* Give PART away, or free it where another question has come. */
static void publish(struct searcher *searcher, struct search_answer *part)
{
    pthread_mutex_lock(&searcher->lock);
    if (part->number == atomic_load(&searcher->newest) && searcher->n_parts < PARTS_MAX) {
        searcher->parts[searcher->n_parts++] = part;
        ssize_t written = write(searcher->news[1], "p", 1); /* a full pipe has been told already */
        (void)written;
        part = NULL;
    }
    pthread_mutex_unlock(&searcher->lock);
    talloc_free(part);
}

static struct search_answer *part_new(uint64_t number)
{
    struct search_answer *part = mem_new(NULL, struct search_answer);
    *part = (struct search_answer){.number = number};
    return part;
}

static void answer_rows(const struct question *question, struct store *store, struct search_answer *part)
{
    struct search_wish wish = question->ask.wish;
    wish.fault = &part->fault;
    part->status = search_run(part, store, question->words, wish, &part->query, &part->rows, &part->err);
    part->rows_known = part->status == STATUS_OK || part->status == STATUS_NONE;
    part->status = part->rows_known ? STATUS_OK : part->status;
}

static void answer_counts(const struct question *question, struct store *store, struct search_answer *part)
{
    struct search_wish wish = question->ask.wish;
    wish.fault = NULL;
    enum status status = search_count(part, store, question->words, wish, &part->counts, &part->err);
    part->counted = status == STATUS_OK || status == STATUS_NONE;
    part->status = part->counted ? STATUS_OK : status;
}

static void answer_kinds(const struct question *question, struct store *store, struct search_answer *part)
{
    struct search_wish wish = question->ask.wish;
    wish.fault = NULL;
    part->status = search_count_kinds(part, store, question->words, wish, part->of_kind, &part->err);
    part->kinds_counted = part->status == STATUS_OK;
}

/* What cannot be counted, or takes too long, is not told: what is on the screen holds. */
static bool publish_counts(struct searcher *searcher, const struct question *question, struct store *store,
                           void (*count)(const struct question *question, struct store *store, struct search_answer *part))
{
    struct search_answer *part = part_new(question->number);
    count(question, store, part);
    bool counted = part->counted || part->kinds_counted;
    if (counted)
        publish(searcher, part);
    else
        talloc_free(part);
    return counted;
}

static void answer(struct searcher *searcher, const struct question *question, struct store *store)
{
    bool go_on = true;
    store_look_back(store, question->ask.look_back);
    if (!question->ask.only_count) {
        struct search_answer *part = part_new(question->number);
        answer_rows(question, store, part);
        go_on = part->status == STATUS_OK;
        publish(searcher, part); /* also that it took too long; what was broken off is old */
    }
    if (go_on && publish_counts(searcher, question, store, answer_counts) && !question->ask.wish.options.typing)
        (void)publish_counts(searcher, question, store, answer_kinds);
}

/* The store, opened when it is first needed: it may not be there before. */
static struct store *store_of(struct searcher *searcher, uint64_t number)
{
    struct search_answer *failed = part_new(number);
    struct store *store = NULL;
    pthread_mutex_lock(&searcher->lock);
    store = searcher->store;
    pthread_mutex_unlock(&searcher->lock);
    if (store) {
        talloc_free(failed);
        return store;
    }
    failed->status = store_open(NULL, searcher->path, STORE_READ, &store, &failed->err);
    if (failed->status != STATUS_OK) {
        publish(searcher, failed);
        return NULL;
    }
    talloc_free(failed);
    pthread_mutex_lock(&searcher->lock);
    searcher->store = store;
    pthread_mutex_unlock(&searcher->lock);
    return store;
}

static void serve(struct searcher *searcher, const struct question *question)
{
    struct work work = {searcher, question->number};
    struct store *store = question->words ? store_of(searcher, question->number) : NULL;
    if (!store)
        return;
    store_use_cancel(store, is_old, &work);
    answer(searcher, question, store);
    store_use_cancel(store, NULL, NULL);
}

static void *searcher_main(void *to)
{
    struct searcher *searcher = to;
    pthread_mutex_lock(&searcher->lock);
    for (;;) {
        while (!searcher->leave && !searcher->next)
            pthread_cond_wait(&searcher->wake, &searcher->lock);
        if (searcher->leave)
            break;
        struct question *question = searcher->next;
        searcher->next = NULL;
        searcher->busy = true;
        pthread_mutex_unlock(&searcher->lock);
        serve(searcher, question);
        talloc_free(question);
        pthread_mutex_lock(&searcher->lock);
        searcher->busy = searcher->next != NULL;
    }
    struct store *store = searcher->store;
    searcher->store = NULL; /* nobody interrupts what is being closed */
    pthread_mutex_unlock(&searcher->lock);
    talloc_free(store);
    return NULL;
}

/* ---- whoever asks --------------------------------------------------------------------------------- */

static void drop_parts(struct searcher *searcher)
{
    char bytes[PARTS_MAX * 4];
    for (size_t i = 0; i < searcher->n_parts; i++)
        talloc_free(searcher->parts[i]);
    searcher->n_parts = 0;
    while (read(searcher->news[0], bytes, sizeof bytes) > 0)
        ;
}

static int searcher_end(struct searcher *searcher)
{
    pthread_mutex_lock(&searcher->lock);
    searcher->leave = true;
    atomic_fetch_add(&searcher->newest, 1);
    if (searcher->store)
        store_interrupt(searcher->store);
    pthread_cond_signal(&searcher->wake);
    pthread_mutex_unlock(&searcher->lock);
    pthread_join(searcher->thread, NULL);
    drop_parts(searcher);
    talloc_free(searcher->next);
    pthread_cond_destroy(&searcher->wake);
    pthread_mutex_destroy(&searcher->lock);
    close(searcher->news[0]);
    close(searcher->news[1]);
    return 0;
}

static int searcher_start(struct searcher *searcher)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before); /* inherited: signals are the loop's */
    int failed = pthread_create(&searcher->thread, NULL, searcher_main, searcher);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return failed;
}

enum status searcher_new(const void *parent, const char *store_path, struct searcher **out, struct err *err)
{
    struct searcher *searcher = mem_new(parent, struct searcher);
    searcher->path = mem_strdup(searcher, store_path);
    pthread_mutex_init(&searcher->lock, NULL);
    pthread_cond_init(&searcher->wake, NULL);
    int failed = pipe2(searcher->news, O_CLOEXEC | O_NONBLOCK) == 0 ? searcher_start(searcher) : errno;
    if (failed) {
        talloc_free(searcher);
        return err_set(err, STATUS_STORE, "cannot start a thread to search in the background: %s", strerror(failed));
    }
    talloc_set_destructor(searcher, searcher_end);
    *out = searcher;
    return STATUS_OK;
}

int searcher_fd(const struct searcher *searcher)
{
    return searcher->news[0];
}

uint64_t searcher_ask(struct searcher *searcher, const struct search_ask *ask)
{
    struct question *question = mem_new(NULL, struct question);
    *question = (struct question){.words = ask->words ? mem_strdup(question, ask->words) : NULL, .ask = *ask};
    pthread_mutex_lock(&searcher->lock);
    uint64_t number = question->number = atomic_fetch_add(&searcher->newest, 1) + 1; /* before the interrupt */
    talloc_free(searcher->next);
    searcher->next = question;
    drop_parts(searcher);
    if (searcher->busy && searcher->store)
        store_interrupt(searcher->store);
    searcher->busy = true;
    pthread_cond_signal(&searcher->wake);
    pthread_mutex_unlock(&searcher->lock);
    return number;
}

struct search_answer *searcher_take(const void *parent, struct searcher *searcher)
{
    struct search_answer *part = NULL;
    char byte;
    pthread_mutex_lock(&searcher->lock);
    if (searcher->n_parts > 0) {
        part = searcher->parts[0];
        memmove(&searcher->parts[0], &searcher->parts[1], --searcher->n_parts * sizeof searcher->parts[0]);
        ssize_t got = read(searcher->news[0], &byte, 1);
        (void)got;
    }
    pthread_mutex_unlock(&searcher->lock);
    return part ? talloc_steal(parent, part) : NULL;
}

bool searcher_busy(struct searcher *searcher)
{
    pthread_mutex_lock(&searcher->lock);
    bool busy = searcher->busy || searcher->next || searcher->n_parts > 0;
    pthread_mutex_unlock(&searcher->lock);
    return busy;
}
