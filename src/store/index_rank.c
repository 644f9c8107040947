/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The best first: BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, section 3.2) over the newest hits, as a
 * function of FTS5's (fts5.html, section 7) that reads lengths of these alone; FTS5's own reads one for each text that matches, and
 * counts each word to the end (performance.md 1, points 1 and 5). */
#include "config.h"

#include "index_scan.h"

#include <math.h>
#include <stdlib.h>

#define TITLE_COUNTS 4.0 /* times as much as a place in the body */
#define SATURATION 1.2   /* k1 */
#define BY_LENGTH 0.75   /* b */
#define TEXTS_COUNTED 4096 /* a word in so many texts is as common as any */
#define PHRASES_WEIGHED 64 /* of more, which are beginnings and meanings, all weigh the same */

enum { COLUMN_TITLE, COLUMN_BODY, COLUMNS_SAID }; /* of `f` and of `mine`; those behind say nothing to a reader */

/* ---- what a phrase weighs ------------------------------------------------------------------------- */

struct phrases {
    int n;
    double length;   /* of a body, in words, on average */
    double *weight;  /* of each */
    double *found;   /* in the text that is ranked; filled anew for each */
};

static int count_text(const Fts5ExtensionApi *calls, Fts5Context *context, void *to)
{
    (void)calls, (void)context;
    int64_t *n = to;
    return ++*n < TEXTS_COUNTED ? SQLITE_OK : SQLITE_DONE;
}

/* The rarer, the more it tells. */
static int weigh(const Fts5ExtensionApi *calls, Fts5Context *context, struct phrases *phrases)
{
    sqlite3_int64 texts = 0, words = 0;
    int rc = calls->xRowCount(context, &texts);
    if (rc == SQLITE_OK)
        rc = calls->xColumnTotalSize(context, COLUMN_BODY, &words);
    phrases->length = texts > 0 && words > 0 ? (double)words / (double)texts : 1;
    for (int i = 0; i < phrases->n && rc == SQLITE_OK; i++) {
        int64_t n = 0;
        if (phrases->n <= PHRASES_WEIGHED)
            rc = calls->xQueryPhrase(context, i, &n, count_text);
        phrases->weight[i] = log(1 + ((double)texts - (double)n + 0.5) / ((double)n + 0.5));
    }
    return rc;
}

static void phrases_free(void *phrases)
{
    talloc_free(phrases);
}

/* FTS5 keeps it as long as the statement runs and frees it: no child of ours. */
static struct phrases *phrases_of(const Fts5ExtensionApi *calls, Fts5Context *context, int *rc)
{
    struct phrases *phrases = calls->xGetAuxdata(context, 0);
    if (phrases)
        return phrases;
    phrases = mem_new(NULL, struct phrases);
    phrases->n = calls->xPhraseCount(context);
    phrases->weight = mem_zero_named(phrases, (size_t)phrases->n * sizeof(double) + 1, "weights");
    phrases->found = mem_zero_named(phrases, (size_t)phrases->n * sizeof(double) + 1, "found");
    *rc = weigh(calls, context, phrases);
    if (*rc == SQLITE_OK)
        *rc = calls->xSetAuxdata(context, phrases, phrases_free); /* frees it where it fails, too */
    else
        talloc_free(phrases);
    return *rc == SQLITE_OK ? phrases : NULL;
}

/* ---- what a text is worth ------------------------------------------------------------------------- */

static int find_phrases(const Fts5ExtensionApi *calls, Fts5Context *context, struct phrases *phrases)
{
    int n = 0, rc = calls->xInstCount(context, &n);
    for (int i = 0; i < phrases->n; i++)
        phrases->found[i] = 0;
    for (int i = 0; i < n && rc == SQLITE_OK; i++) {
        int phrase, column, word;
        rc = calls->xInst(context, i, &phrase, &column, &word);
        if (rc == SQLITE_OK && column < COLUMNS_SAID)
            phrases->found[phrase] += column == COLUMN_TITLE ? TITLE_COUNTS : 1;
    }
    return rc;
}

static void worth(const Fts5ExtensionApi *calls, Fts5Context *context, sqlite3_context *result, int n_values, sqlite3_value **values)
{
    (void)n_values, (void)values;
    double sum = 0;
    int length = 0, rc = SQLITE_OK;
    struct phrases *phrases = phrases_of(calls, context, &rc);
    if (rc == SQLITE_OK)
        rc = calls->xColumnSize(context, COLUMN_BODY, &length);
    if (rc == SQLITE_OK)
        rc = find_phrases(calls, context, phrases);
    if (rc != SQLITE_OK) {
        sqlite3_result_error_code(result, rc);
        return;
    }
    const double slow = SATURATION * (1 - BY_LENGTH + BY_LENGTH * length / phrases->length);
    for (int i = 0; i < phrases->n; i++)
        sum += phrases->weight[i] * phrases->found[i] * (SATURATION + 1) / (phrases->found[i] + slow);
    sqlite3_result_double(result, sum);
}

/* ---- the order ------------------------------------------------------------------------------------ */

#define WORTH(table) \
    "SELECT rowid, worth(" table ") FROM " table " WHERE " table " MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC"

/* HITS stand by their ids, highest first, and so do the rows of SQL; which are more, for some may not be seen. */
static enum status value_side(struct db *db, const char *sql, const char *match, bool mine, struct hits *hits, struct err *err)
{
    size_t at = 0;
    if (!match)
        return STATUS_OK;
    struct rows rows = db_select(db, sql, err, v_text(match), v_int(hits->at[hits->n - 1].id), v_int(hits->at[0].id));
    while (rows_next(&rows)) {
        int64_t id = rows_int(&rows, 0);
        while (at < hits->n && (hits->at[at].id > id || (hits->at[at].id == id && hits->at[at].mine != mine)))
            at++;
        if (at < hits->n && hits->at[at].id == id)
            hits->at[at].worth = rows_double(&rows, 1);
    }
    return index_refused(db, rows_end(&rows), err);
}

/* On equal terms the newest, and on one id what is published. */
static int better(const void *left, const void *right)
{
    const struct hit *a = left, *b = right;
    if (a->worth != b->worth)
        return a->worth > b->worth ? -1 : 1;
    if (a->id != b->id)
        return a->id > b->id ? -1 : 1;
    return (a->mine > b->mine) - (a->mine < b->mine);
}

/* FTS5 keeps every function that it is given, also the same again. */
static enum status learn_worth(struct db *db, struct err *err)
{
    fts5_api *calls = db->ranks ? NULL : index_fts5(db->handle);
    if (!db->ranks && calls)
        db->ranks = calls->xCreateFunction(calls, "worth", NULL, worth, NULL) == SQLITE_OK;
    return db->ranks ? STATUS_OK : err_set(err, STATUS_STORE, "this SQLite cannot rank what it finds: another order may do");
}

enum status index_rank(struct db *db, const struct search_request *request, struct hits *hits, struct err *err)
{
    struct hits newest = {hits->at, hits->n < SEARCH_RANKED_MAX ? hits->n : SEARCH_RANKED_MAX};
    if (newest.n == 0)
        return STATUS_OK;
    enum status status = learn_worth(db, err);
    if (status == STATUS_OK)
        status = value_side(db, WORTH("f"), request->match, false, &newest, err);
    if (status == STATUS_OK)
        status = value_side(db, WORTH("mine"), request->members ? NULL : request->mine_match, true, &newest, err);
    if (status == STATUS_OK)
        qsort(newest.at, newest.n, sizeof *newest.at, better);
    return status;
}
