/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* search, live: a searcher in the background, for results that come while words are typed. It is a thread with a connection of its
 * own; what it is asked last counts, and what it was at is broken off at once. All functions are for the one thread that made it. */
#ifndef MINUTEBOOK_SEARCH_LIVE_H
#define MINUTEBOOK_SEARCH_LIVE_H

#include <minutebook/search.h>

struct searcher;

/* The store at STORE_PATH is opened when something is first asked. STATUS_STORE where no thread can be started. Freeing it breaks off
 * what runs and waits for the thread's end. */
enum status searcher_new(const void *parent, const char *store_path, struct searcher **out, struct err *err) MB_MUST_CHECK;

/* Readable as long as searcher_take() has something. */
int searcher_fd(const struct searcher *searcher);

struct search_ask {
    const char *words;       /* NULL: nothing any more; copied */
    struct search_wish wish; /* its `fault` does not matter; the options' function is called on the searcher's thread, and their related
                                words are read there, too: both outlive the searcher */
    bool only_count;         /* the rows are known already */
    struct date look_back;   /* see store_look_back() */
};
/* The newest question takes the place of all before; never waits for the store. Its number, from 1 on. */
uint64_t searcher_ask(struct searcher *searcher, const struct search_ask *ask);

/* An answer comes in parts: first the rows, then how many there are in all, then, of whole words, how many of each kind. What is wrong with
 * the words comes as the only part. */
struct search_answer {
    uint64_t number; /* of the question */
    bool rows_known, counted, kinds_counted;
    struct query *query;
    struct search_rows rows;     /* rows_known; none is an answer, too */
    struct search_counts counts; /* counted */
    int64_t of_kind[PASSAGE_KINDS]; /* kinds_counted */
    enum status status;          /* STATUS_OK, or what is wrong, with `err` and `fault` */
    struct err err;
    struct query_fault fault;
};
/* The next part of the answer to the newest question, a child of PARENT; NULL while there is none. */
struct search_answer *searcher_take(const void *parent, struct searcher *searcher);
/* Something is asked and not yet answered, or a part waits to be taken. */
bool searcher_busy(struct searcher *searcher);

#endif
