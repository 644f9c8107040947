/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Importing one paper: what the member states of it is saved first and as theirs, then the paper and
 * its draft are kept, then what follows is published. The same paper again changes nothing. */
#include "config.h"

#include "src/store/index.h"
#include "src/store/keep.h"
#include "src/store/placed.h"
#include "src/store/publish.h"
#include "src/store/user.h"

#include <string.h>

/* A byte of a paper becomes about this many in the store (bytes, draft, rows, index), and an import
 * begins only where twice that is free (reliability.md 2.6). */
#define ROOM_FOR_A_BYTE (2 * 16)

static const char *const outcome_names[] = {
    [IMPORT_NEW] = "new", [IMPORT_UPDATED] = "updated", [IMPORT_UNCHANGED] = "unchanged", [IMPORT_NEEDS_DETAILS] = "needs-details",
    [IMPORT_REFUSED] = "refused"};

const char *import_outcome_name(enum import_outcome outcome)
{
    return outcome_names[outcome];
}

/* ---- what the member states ------------------------------------------------------------------------- */

static enum status correct_one(struct store *store, const char *sha256, const char *field, const char *value, bool *changed, struct err *err)
{
    bool news = false;
    if (!value)
        return STATUS_OK;
    enum status status = user_correct(store, sha256, field, value, &news, err);
    *changed |= news;
    return status;
}

static enum status save_corrections(struct store *store, const char *sha256, const struct import_options *options, const struct placed *placed,
                                    bool *changed, struct err *err)
{
    if (!options)
        return STATUS_OK;
    char *day = date_is_set(options->date) ? date_iso(NULL, options->date) : NULL;
    enum status status = correct_one(store, sha256, "council", options->council, changed, err);
    if (status == STATUS_OK)
        status = correct_one(store, sha256, "committee", options->committee, changed, err);
    if (status == STATUS_OK)
        status = correct_one(store, sha256, "date", day, changed, err);
    if (status == STATUS_OK && options->form != FORM_UNKNOWN)
        status = correct_one(store, sha256, "form", form_name(options->form), changed, err);
    talloc_free(day);
    if (status == STATUS_OK && placed->sentence) {
        bool news = false;
        status = user_place(store, sha256, placed, &news, err);
        *changed |= news;
    }
    return status;
}

/* ---- keeping ------------------------------------------------------------------------------------------ */

static const char SQL_DRAFT_SUM[] = "SELECT d.sha256, s.form FROM draft d JOIN source s ON s.id = d.source WHERE d.id = ?";

/* Does the kept draft say what DRAFT says, taken for the same? */
static enum status same_draft(struct db *db, int64_t kept, const struct draft *draft, bool *same, struct err *err)
{
    *same = false;
    struct rows rows = db_select(db, SQL_DRAFT_SUM, err, v_int(kept));
    if (rows_next(&rows)) {
        char *sum = draft_sum(NULL, draft), *before = rows_text(sum, &rows, 0);
        *same = strcmp(sum, before) == 0 && text_same(rows_text(sum, &rows, 1), form_name(draft->form));
        talloc_free(sum);
    }
    return rows_end(&rows);
}

/* Keep what is new of the paper; CHANGE is what then has to be published. */
static enum status keep(struct db *db, const struct draft *draft, const void *bytes, size_t n, const struct import_options *options,
                        bool *known, struct change *change, struct err *err)
{
    int64_t kept = 0;
    bool same = true;
    enum status status = keep_find(db, draft->sha256, &change->source, &kept, err);
    *known = change->source != 0;
    if (status == STATUS_OK && *known && options && options->again)
        status = same_draft(db, kept, draft, &same, err);
    if (status != STATUS_OK || (*known && same))
        return status;
    status = db_begin(db, err);
    if (status != STATUS_OK)
        return status;
    const void *stored = options && options->no_keep ? NULL : bytes;
    if (*known)
        status = keep_again(db, change->source, draft, &change->draft, err);
    else
        status = keep_source(db, draft, stored, n, options ? options->came : NULL, &change->source, &change->draft, err);
    change->reader_version = draft->reader_version;
    return db_finish(db, status, err);
}

/* With its transaction: what is found is there to be loaded, whoever forgets it meanwhile. */
enum status store_kept_draft(const void *parent, struct store *store, const char *sha256, int reader_version, struct draft **out,
                             struct err *err)
{
    int64_t source, kept;
    struct draft *draft = NULL;
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = keep_find(store->db, sha256, &source, &kept, err);
    if (status == STATUS_OK && kept)
        status = keep_load(parent, store->db, kept, &draft, err);
    db_read_end(store->db);
    if (draft && (draft->reader_version != reader_version || draft->form == FORM_UNKNOWN)) {
        talloc_free(draft);
        draft = NULL;
    }
    *out = draft;
    return status;
}

/* ---- the report ----------------------------------------------------------------------------------------- */

static const char SQL_RESULT[] =
    "SELECT m.meeting_id, m.joined_because, m.committee IS NULL, m.date IS NULL,"
    " (SELECT count(*) FROM candidate c WHERE c.meeting = m.id AND c.untracked = 0), m.swept IS NOT NULL AND m.minutes_cut = 0"
    " FROM meeting_source s"
    " JOIN meeting m ON m.id = s.meeting AND m.edition = 1 WHERE s.source = ?";

static enum status read_result(struct db *db, int64_t source, const struct draft *draft, struct import_result *result, struct err *err)
{
    struct rows rows = db_select(db, SQL_RESULT, err, v_int(source));
    bool committee = false, date = false;
    if (rows_next(&rows)) {
        result->meeting_id = rows_text(result, &rows, 0);
        result->joined_because = rows_text(result, &rows, 1);
        committee = rows_bool(&rows, 2);
        date = rows_bool(&rows, 3);
        result->candidates = (int)rows_int(&rows, 4);
        result->candidates_complete = rows_bool(&rows, 5);
    }
    result->items = (int)draft->meeting->n_items;
    result->listed_meetings = (int)draft->n_listed_meetings;
    result->listed_committees = (int)draft->n_listed_committees;
    result->truncated = (int)meeting_truncated(draft->meeting);
    for (size_t i = 0; i < draft->warnings.n; i++)
        strings_add(result, &result->warnings, draft->warnings.at[i]);
    enum status status = rows_end(&rows);
    if (form_is_report(draft->form))
        return status == STATUS_OK ? placed_needs(result, db, source, &result->needs, err) : status;
    if (committee)
        strings_add(result, &result->needs, "committee");
    if (date)
        strings_add(result, &result->needs, "date");
    return status;
}

/* What a paper still needs is said each time it is seen, or a folder run again would hide it among the unchanged. */
static enum import_outcome outcome_of(bool known, bool changed, const struct import_result *result)
{
    if (result->needs.n)
        return IMPORT_NEEDS_DETAILS;
    if (known && !changed)
        return IMPORT_UNCHANGED;
    return known ? IMPORT_UPDATED : IMPORT_NEW;
}

/* ---- all ------------------------------------------------------------------------------------------------ */

/* Under the import lock. */
static enum status import(struct store *store, const struct draft *draft, const void *bytes, size_t n, const struct import_options *options,
                          bool corrected, struct import_result *result, struct err *err)
{
    struct db *db = NULL;
    struct change change = {0};
    bool known = false, changed = false;
    enum status status = publish_clean(store, err);
    if (status == STATUS_OK)
        status = store_import_db(store, &db, err);
    if (status == STATUS_OK)
        status = path_room(store->path, ROOM_FOR_A_BYTE * (uint64_t)n, err);
    if (status == STATUS_OK)
        status = keep(db, draft, bytes, n, options, &known, &change, err);
    if (status == STATUS_OK && (change.draft || corrected))
        status = publish_change(store, &change, &changed, err);
    if (status == STATUS_OK)
        status = publish_clean(store, err);
    if (status == STATUS_OK)
        status = read_result(db, change.source, draft, result, err);
    if (status == STATUS_OK && db->wal_pages >= STORE_WAL_PAGES)
        status = db_checkpoint(db, false, err);
    result->outcome = outcome_of(known, changed || change.draft || corrected, result);
    return status;
}

enum status store_import(const void *parent, struct store *store, const struct draft *draft, const void *bytes, size_t n,
                         const struct import_options *options, struct import_result **out, struct err *err)
{
    bool corrected = false;
    struct meeting none = {.minutes_after_midnight = -1};
    struct draft list = *draft;
    if (!draft->meeting && form_is_list(draft->form)) {
        list.meeting = &none;
        draft = &list;
    }
    enum status status = store_may_write(store, err);
    if (status == STATUS_OK && !draft->meeting)
        status = err_set(err, STATUS_INPUT, "the paper \"%s\" holds no meeting", draft->path ? draft->path : "");
    if (status == STATUS_OK)
        status = store_import_lock(store, STORE_WAIT_MS, err); /* where it is not had, nothing was changed */
    if (status != STATUS_OK)
        return status;
    struct import_result *result = mem_new(parent, struct import_result);
    struct placed placed;
    status = placed_find(result, store, draft, options, &placed, err);
    if (status == STATUS_OK)
        status = save_corrections(store, draft->sha256, options, &placed, &corrected, err);
    if (status == STATUS_OK)
        status = import(store, draft, bytes, n, options, corrected, result, err);
    store_import_unlock(store);
    if (status != STATUS_OK) {
        talloc_free(result);
        return status;
    }
    *out = result;
    return STATUS_OK;
}

enum status store_settle(struct store *store, struct err *err)
{
    struct db *db = NULL;
    enum status status = store_may_write(store, err);
    if (status == STATUS_OK)
        status = store_import_lock(store, STORE_WAIT_MS, err);
    if (status != STATUS_OK)
        return status;
    status = store_import_db(store, &db, err);
    if (status == STATUS_OK) {
        status = db_begin(db, err);
        if (status == STATUS_OK)
            status = index_settle(db, err);
        status = db_finish(db, status, err);
    }
    store_import_unlock(store);
    return status;
}
