/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Publishing a change (design.md 4): the meetings it touches are worked out whole; those that come out
 * otherwise are written in short holds under an edition that nobody sees, and one last small
 * transaction puts them in the place of what they replace. Killed anywhere, the store shows the state
 * before or the state after. */
#include "config.h"

#include "src/store/index.h"
#include "src/store/keep.h"
#include "src/store/publish.h"

#include <string.h>

/* Raised when a release would publish the same drafts otherwise: a meeting that a change touches is then merged anew. */
#define PUBLISHER_VERSION 9
/* Never raised: `check`, and the copy before a migration, make the sum of what older releases published. */
#define FINGERPRINT_VERSION 1

/* One publishing. */
struct run {
    const struct store *store;
    struct scope *scope;
    struct db *db;
    int64_t edition;      /* 0 until there is something to write */
    struct ids before;    /* live meetings of the scope */
    struct strings made_from, swept; /* of before.at[i] */
    struct ids kept;      /* of these, those that come out as they were */
    struct ids written;   /* new rows under `edition` */
};

/* ---- sums: is it as it was? ------------------------------------------------------------------------------ */

static void print_value(void *to, int depth, const char *name, const char *value)
{
    buf_printf(to, "%d %s %zu ", depth, name, value ? strlen(value) : 0);
    buf_puts(to, value ? value : "-");
    buf_putc(to, '\n');
}

char *publish_fingerprint(const void *parent, const struct published *published)
{
    struct buf all;
    buf_init(&all, NULL, 8 * BUF_MAX_DOCUMENT);
    buf_printf(&all, "publisher %d\nbase %s\n", FINGERPRINT_VERSION, published->base_id);
    for (size_t i = 0; i < published->aliases->n; i++)
        buf_printf(&all, "alias %s\n", published->aliases->at[i]);
    record_write(&meeting_type, published->meeting, print_value, &all);
    for (size_t i = 0; i < published->n_programmes; i++) {
        buf_puts(&all, "programme\n");
        record_write(&programme_type, published->programmes[i], print_value, &all);
    }
    finds_print(&all, published->finds);
    char hex[SHA256_HEX];
    sha256_hex(all.data, all.len, hex);
    buf_release(&all);
    return mem_strdup(parent, hex);
}

static char *fingerprint_of(const void *parent, const struct group *group, const struct merged *merged, const struct finds *finds)
{
    struct published published = {group->base_id, finds, &group->aliases, merged->meeting, merged->programmes, merged->n_programmes};
    return publish_fingerprint(parent, &published);
}

static void add_placing(struct buf *all, const struct placing *placing)
{
    const char *const texts[] = {placing->council, placing->committee, placing->venue};
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        print_value(all, 0, "text", texts[i]);
    buf_printf(all, "%d-%d-%d %d %d\n", placing->date.year, placing->date.month, placing->date.day, (int)placing->basis, placing->starts);
}

/* The sum of all that a meeting follows from: what joining made of its papers, their drafts, and what
 * the member corrected. The merge is a pure function of it, so that most need not be merged at all. */
static char *made_from_of(const void *parent, const struct group *group, const struct head *heads)
{
    struct buf all;
    buf_init(&all, NULL, BUF_MAX_DOCUMENT);
    buf_printf(&all, "publisher %d\nid %s base %s\n", PUBLISHER_VERSION, group->id, group->base_id);
    print_value(&all, 0, "joined", group->joined_because);
    add_placing(&all, &group->placing);
    for (size_t i = 0; i < group->aliases.n; i++)
        buf_printf(&all, "alias %s\n", group->aliases.at[i]);
    for (size_t i = 0; i < group->n; i++) {
        const struct head *head = &heads[group->members[i]];
        buf_printf(&all, "paper %s draft %s\n", head->sha256, head->sum);
        add_placing(&all, &head->placing);
        if (head->item || head->url) {
            print_value(&all, 0, "item", head->item);
            print_value(&all, 0, "url", head->url);
        }
        for (size_t l = 0; l < head->n_listed; l++) {
            const struct listed_as *listed = &head->listed[l];
            buf_printf(&all, "listed %s\n", listed->sha256);
            add_placing(&all, &listed->placing);
            print_value(&all, 0, "status", listed->status);
            print_value(&all, 0, "status_text", listed->status_text);
            print_value(&all, 0, "committee_service_id", listed->committee_service_id);
        }
    }
    char hex[SHA256_HEX];
    sha256_hex(all.data, all.len, hex);
    buf_release(&all);
    return mem_strdup(parent, hex);
}

static const char SQL_LIVE_OF_SOURCE[] =
    "SELECT m.id FROM meeting_source s JOIN meeting m ON m.id = s.meeting WHERE s.source = ? AND m.edition = 1";
static const char SQL_MADE_FROM[] = "SELECT made_from, swept FROM meeting WHERE id = ?";

static enum status read_before(struct run *run, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < run->scope->sources.n && status == STATUS_OK; i++) {
        struct rows rows = db_select(run->db, SQL_LIVE_OF_SOURCE, err, v_int(run->scope->sources.at[i]));
        while (rows_next(&rows))
            ids_add(run->scope, &run->before, rows_int(&rows, 0));
        status = rows_end(&rows);
    }
    for (size_t i = 0; i < run->before.n && status == STATUS_OK; i++) {
        struct rows rows = db_select(run->db, SQL_MADE_FROM, err, v_int(run->before.at[i]));
        if (rows_next(&rows)) {
            *mem_append(run->scope, run->made_from.at, run->made_from.n) = rows_text(run->scope, &rows, 0);
            *mem_append(run->scope, run->swept.at, run->swept.n) = rows_text(run->scope, &rows, 1);
        }
        status = rows_end(&rows);
    }
    return status;
}

/* Without a sweep in use, what was swept before stays. */
static bool is_swept(const struct run *run, const char *version)
{
    const struct sweep *sweep = run->store->sweep;
    return !sweep || (version && strcmp(version, sweep->version) == 0);
}

static bool comes_out_the_same(struct run *run, const char *made_from)
{
    for (size_t i = 0; i < run->before.n && i < run->made_from.n; i++)
        if (strcmp(run->made_from.at[i], made_from) == 0 && is_swept(run, run->swept.at[i])) {
            ids_add(run->scope, &run->kept, run->before.at[i]);
            return true;
        }
    return false;
}

/* ---- writing ---------------------------------------------------------------------------------------- */

static const char SQL_ADD_EDITION[] = "INSERT INTO edition(state) VALUES ('loading')";

static enum status begin_edition(struct run *run, struct err *err)
{
    if (run->edition)
        return STATUS_OK;
    enum status status = db_run(run->db, SQL_ADD_EDITION, err);
    run->edition = db_last_id(run->db);
    return status;
}

static enum status write_meeting(struct run *run, const struct group *group, const struct merged *merged, const struct finds *finds,
                                 const struct sums *sums, struct err *err)
{
    int64_t meeting = 0;
    struct index_passages *passages = index_passages_of(NULL, merged->meeting, merged->programmes, merged->n_programmes);
    enum status status = db_begin(run->db, err);
    if (status == STATUS_OK)
        status = begin_edition(run, err);
    if (status == STATUS_OK)
        status = publish_write(run->db, run->edition, group, run->scope->heads, merged, finds, sums, &meeting, err);
    if (status == STATUS_OK)
        status = index_write(run->db, meeting, passages, err);
    status = db_finish(run->db, status, err);
    talloc_free(passages);
    ids_add(run->scope, &run->written, meeting);
    return status;
}

static enum status publish_group(struct run *run, const struct group *group, struct err *err)
{
    void *scratch = talloc_new(run->scope);
    char *made_from = made_from_of(scratch, group, run->scope->heads);
    struct draft **drafts = mem_zero_named(scratch, (group->n + 1) * sizeof *drafts, "drafts");
    bool same = comes_out_the_same(run, made_from);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < group->n && status == STATUS_OK && !same; i++)
        status = keep_load(scratch, run->db, run->scope->heads[group->members[i]].draft, &drafts[i], err);
    if (status == STATUS_OK && !same) {
        struct merged *merged = merge_meeting(scratch, group, run->scope->heads, drafts);
        struct finds finds;
        status = finds_of(scratch, run->store, merged->meeting, &finds, err);
        struct sums sums = {made_from, status == STATUS_OK ? fingerprint_of(scratch, group, merged, &finds) : NULL};
        if (status == STATUS_OK)
            status = write_meeting(run, group, merged, &finds, &sums, err);
    }
    talloc_free(scratch);
    return status;
}

/* ---- the last transaction ------------------------------------------------------------------------------ */

static const char SQL_RETIRE[] = "UPDATE meeting SET edition = 2 WHERE id = ?";
static const char SQL_SHOW[] = "UPDATE meeting SET edition = 1 WHERE edition = ?";
static const char SQL_DROP_EDITION[] = "DELETE FROM edition WHERE id = ? AND state = 'loading'";
static const char SQL_SOURCE_STATE[] = "UPDATE source SET state = ? WHERE id = ?";
static const char SQL_RETIRE_DRAFTS[] = "UPDATE draft SET state = 'gone' WHERE source = ? AND id <> ?";
static const char SQL_SHOW_DRAFT[] = "UPDATE draft SET state = 'live' WHERE id = ?";
static const char SQL_SHOW_READER[] =
    "UPDATE source SET reader_version = ? WHERE id = ?";
static const char SQL_USER_SEQ[] = "UPDATE published SET user_seq = max(user_seq, ?) WHERE id = 1";

static enum status turn_source(struct run *run, struct err *err)
{
    const struct change *change = run->scope->change;
    if (change->source == 0 || (!change->leaving && !change->draft))
        return STATUS_OK;
    enum status status = db_run(run->db, SQL_SOURCE_STATE, err, v_text(change->leaving ? "leaving" : "whole"), v_int(change->source));
    if (status == STATUS_OK)
        status = db_run(run->db, SQL_RETIRE_DRAFTS, err, v_int(change->source), v_int(change->draft));
    if (status == STATUS_OK && change->draft)
        status = db_run(run->db, SQL_SHOW_DRAFT, err, v_int(change->draft));
    if (status == STATUS_OK && change->reader_version)
        status = db_run(run->db, SQL_SHOW_READER, err, v_int(change->reader_version), v_int(change->source));
    return status;
}

static enum status turn_meetings(struct run *run, bool *changed, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < run->before.n && status == STATUS_OK; i++) {
        if (ids_has(&run->kept, run->before.at[i]))
            continue;
        *changed = true;
        status = db_run(run->db, SQL_RETIRE, err, v_int(run->before.at[i]));
        if (status == STATUS_OK)
            status = index_hide(run->db, run->before.at[i], err);
    }
    if (status == STATUS_OK && run->edition)
        status = db_run(run->db, SQL_SHOW, err, v_int(run->edition));
    for (size_t i = 0; i < run->written.n && status == STATUS_OK; i++) {
        *changed = true;
        status = index_show(run->db, run->written.at[i], err);
    }
    if (status == STATUS_OK && run->edition)
        status = db_run(run->db, SQL_DROP_EDITION, err, v_int(run->edition));
    return status;
}

static enum status turn(struct run *run, bool *changed, struct err *err)
{
    enum status status = db_begin(run->db, err);
    if (status == STATUS_OK)
        status = turn_meetings(run, changed, err);
    if (status == STATUS_OK)
        status = turn_source(run, err);
    if (status == STATUS_OK)
        status = db_run(run->db, SQL_USER_SEQ, err, v_int(run->scope->user_seq));
    return db_finish(run->db, status, err);
}

enum status publish_change(struct store *store, const struct change *change, bool *changed, struct err *err)
{
    *changed = false;
    struct scope *scope = mem_new(store, struct scope);
    struct run run = {.store = store, .scope = scope};
    enum status status = store_import_db(store, &run.db, err);
    scope->db = run.db;
    scope->change = change;
    if (status == STATUS_OK)
        status = scope_read(scope, err);
    if (status == STATUS_OK)
        status = read_before(&run, err);
    for (size_t i = 0; status == STATUS_OK && i < scope->groups->n; i++)
        status = publish_group(&run, &scope->groups->at[i], err);
    if (status == STATUS_OK)
        status = turn(&run, changed, err);
    talloc_free(scope);
    return status;
}

static enum status publish_and_clean(struct store *store, const struct change *change, struct err *err)
{
    bool changed;
    enum status status = publish_change(store, change, &changed, err);
    return status == STATUS_OK ? publish_clean(store, err) : status;
}

/* ---- sweeping anew --------------------------------------------------------------------------------- */

/* Swept by other rules than those in use, if any are; or a migration took away what it was made from. */
#define DUE "edition = 1 AND (made_from = '' OR (?1 IS NOT NULL AND swept IS NOT ?1))"
static const char SQL_DUE[] = "SELECT id FROM meeting WHERE " DUE " ORDER BY date DESC, id";
static const char SQL_CALLED[] = "SELECT coalesce(committee || ', ', '') || coalesce(date, '') FROM meeting WHERE id = ?";

/* Whom to tell how far the sweep is; no PROGRESS: nobody. */
struct watched {
    store_progress *progress;
    void *to;
};

static struct value sweep_now(const struct store *store)
{
    return v_text(store->sweep ? store->sweep->version : NULL);
}

/* Whether to go on with MEETING, the one behind DONE of TOTAL. */
static bool go_on(struct store *store, const struct watched *watched, size_t done, size_t total, int64_t meeting)
{
    if (!watched->progress)
        return true;
    struct err err;
    char *called = NULL;
    struct rows rows = db_select(store->db, SQL_CALLED, &err, v_int(meeting));
    while (rows_next(&rows))
        called = rows_text(store, &rows, 0);
    bool on = rows_end(&rows) != STATUS_OK || watched->progress(watched->to, done, total, called ? called : ""); /* what is wrong shows when it is swept */
    talloc_free(called);
    return on;
}

/* Meeting by meeting, newest first, each in a publishing of its own: broken off anywhere, what is done is done. */
static enum status publish_due(struct store *store, const struct watched *watched, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "due");
    int64_t *due = NULL;
    size_t n = 0;
    struct rows rows = db_select(store->db, SQL_DUE, err, sweep_now(store));
    while (rows_next(&rows))
        *mem_append(scratch, due, n) = rows_int(&rows, 0);
    enum status status = rows_end(&rows);
    for (size_t i = 0; i < n && status == STATUS_OK && go_on(store, watched, i, n, due[i]); i++)
        status = publish_and_clean(store, &(struct change){.meeting = due[i]}, err);
    talloc_free(scratch);
    return status;
}

void store_use_sweep(struct store *store, const struct sweep *sweep)
{
    store->sweep = sweep;
}

/* In schema 1 nothing was ever swept. */
bool store_sweep_is_due(struct store *store)
{
    static const char SQL_ANY_1[] = "SELECT EXISTS (SELECT 1 FROM meeting WHERE edition = 1)";
    static const char SQL_ANY[] = "SELECT EXISTS (SELECT 1 FROM meeting WHERE " DUE ")";
    enum status status = STATUS_OK;
    int64_t due = 0;
    if (store->sweep && store->schema < 2)
        status = db_number(store->db, SQL_ANY_1, 0, &due, NULL);
    else if (store->schema >= 2)
        status = db_number(store->db, SQL_ANY, 0, &due, NULL, sweep_now(store));
    return status == STATUS_OK && due;
}

/* ---- anew --------------------------------------------------------------------------------------------- */

/* WATCHED is NULL where what is due stays so. */
static enum status republish(struct store *store, const struct watched *watched, struct err *err)
{
    enum status status = store_may_write(store, err);
    if (status == STATUS_OK)
        status = store_import_lock(store, STORE_WAIT_MS, err);
    if (status != STATUS_OK)
        return status;
    status = publish_and_clean(store, &(struct change){0}, err);
    if (status == STATUS_OK && watched)
        status = publish_due(store, watched, err);
    store_import_unlock(store);
    return status;
}

enum status publish_rules(struct store *store, struct err *err)
{
    return republish(store, NULL, err);
}

enum status store_republish(struct store *store, struct err *err)
{
    return store_republish_watched(store, NULL, NULL, err);
}

enum status store_republish_watched(struct store *store, store_progress *progress, void *to, struct err *err)
{
    return republish(store, &(struct watched){progress, to}, err);
}
