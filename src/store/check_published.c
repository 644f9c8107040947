/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Is what imports wrote as they wrote it (reliability.md 2.5)? The kept bytes against the sum of the
 * paper, every draft against its sum, and all that is shown of a meeting, read back row by row, against
 * the sum it was published with. What differs is a finding; the papers can be imported again. */
#include "config.h"

#include "src/store/keep.h"
#include "src/store/publish.h"
#include "src/store/read.h"
#include "src/store/user_rows.h"

#include <inttypes.h>
#include <string.h>

#define SHOWN_CELLS 60

static void found(const void *parent, struct strings *findings, char *sentence)
{
    strings_add(parent, findings, sentence);
    talloc_free(sentence);
}

/* ---- papers ---------------------------------------------------------------------------------------- */

/* The kept bytes of the source ROW have the sum that names it; a paper kept without bytes is sound. */
static enum status check_bytes(struct db *db, int64_t row, const char *sha256, bool *sound, struct err *err)
{
    static const char SQL_CHUNKS[] = "SELECT bytes FROM source_chunk WHERE source = ?1 ORDER BY n";
    struct buf all;
    char sum[SHA256_HEX];
    bool any = false;
    buf_init(&all, NULL, BUF_MAX_DOCUMENT);
    struct rows rows = db_select(db, SQL_CHUNKS, err, v_int(row));
    while (rows_next(&rows)) {
        size_t n;
        const void *bytes = rows_blob(&rows, 0, &n);
        buf_add(&all, bytes ? bytes : "", n);
        any = true;
    }
    enum status status = rows_end(&rows);
    sha256_hex(all.data ? all.data : "", all.len, sum);
    *sound = !any || strcmp(sum, sha256) == 0;
    buf_release(&all);
    return status;
}

/* What the reader made of it is as it was kept. */
static enum status check_draft(const void *scratch, struct db *db, int64_t row, bool *sound, struct err *err)
{
    static const char SQL_DRAFT[] = "SELECT id, sha256 FROM draft WHERE source = ?1 AND state = 'live'";
    enum status status = STATUS_OK;
    struct rows rows = db_select(db, SQL_DRAFT, err, v_int(row));
    while (status == STATUS_OK && rows_next(&rows)) {
        struct draft *draft = NULL;
        char *sum = rows_text(scratch, &rows, 1);
        status = keep_load(scratch, db, rows_int(&rows, 0), &draft, err);
        if (status == STATUS_OK)
            *sound = *sound && sum && strcmp(draft_sum(scratch, draft), sum) == 0;
        talloc_free(draft);
    }
    enum status ended = rows_end(&rows);
    return status == STATUS_OK ? ended : status;
}

static enum status check_sources(const void *parent, struct db *db, struct strings *findings, struct err *err)
{
    static const char SQL_SOURCES[] = "SELECT id, sha256, path FROM source WHERE state = 'whole' ORDER BY id";
    enum status status = STATUS_OK;
    struct rows rows = db_select(db, SQL_SOURCES, err);
    while (status == STATUS_OK && rows_next(&rows)) {
        void *scratch = talloc_named_const(NULL, 0, "source");
        char *sha256 = rows_text(scratch, &rows, 1), *path = rows_text(scratch, &rows, 2);
        bool bytes = true, draft = true;
        status = check_bytes(db, rows_int(&rows, 0), sha256 ? sha256 : "", &bytes, err);
        if (status == STATUS_OK)
            status = check_draft(scratch, db, rows_int(&rows, 0), &draft, err);
        if (status == STATUS_OK && (!bytes || !draft))
            found(parent, findings, mem_printf(NULL, "the paper %s is damaged in the store (%s); import it again",
                                               short_text(scratch, path ? path : "", SHOWN_CELLS),
                                               bytes ? "what was read from it" : "its bytes"));
        talloc_free(scratch);
    }
    enum status ended = rows_end(&rows);
    return status == STATUS_OK ? ended : status;
}

/* ---- meetings -------------------------------------------------------------------------------------- */

static enum status read_aliases(const void *parent, struct db *db, int64_t row, struct strings *out, struct err *err)
{
    static const char SQL_ALIASES[] = "SELECT alias FROM meeting_alias WHERE meeting = ?1 ORDER BY alias";
    struct rows rows = db_select(db, SQL_ALIASES, err, v_int(row));
    while (rows_next(&rows)) {
        char *alias = rows_text(NULL, &rows, 0);
        strings_add(parent, out, alias);
        talloc_free(alias);
    }
    return rows_end(&rows);
}

/* The programmes printed with the papers of the meeting ID, in their order. */
static void pick_programmes(const void *parent, const struct programmes *all, const char *id, struct programmes *out)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i]->meeting_id && strcmp(all->at[i]->meeting_id, id) == 0)
            *mem_append(parent, out->at, out->n) = all->at[i];
}

static enum status check_meeting(const void *scratch, struct store *store, struct rows *rows, const struct programmes *all,
                                 bool *sound, struct err *err)
{
    struct strings aliases = {0};
    struct programmes programmes = {0};
    struct meeting *meeting;
    char *id = rows_text(scratch, rows, 1), *base_id = rows_text(scratch, rows, 2), *sum = rows_text(scratch, rows, 3);
    enum status status = read_aliases(scratch, store->db, rows_int(rows, 0), &aliases, err);
    if (status == STATUS_OK)
        status = read_published_meeting(scratch, store->db, id ? id : "", &meeting, err);
    if (status != STATUS_OK)
        return status;
    struct finds finds;
    status = finds_read(scratch, store->db, rows_int(rows, 0), &finds, err);
    if (status != STATUS_OK)
        return status;
    pick_programmes(scratch, all, id, &programmes);
    struct published published = {base_id ? base_id : "", &finds, &aliases, meeting, programmes.at, programmes.n};
    *sound = sum && strcmp(publish_fingerprint(scratch, &published), sum) == 0;
    return STATUS_OK;
}

static enum status check_meetings(const void *parent, struct store *store, struct strings *findings, struct err *err)
{
    static const char SQL_MEETINGS[] = "SELECT id, meeting_id, base_id, fingerprint FROM meeting WHERE edition = 1 ORDER BY meeting_id";
    void *all = talloc_named_const(NULL, 0, "programmes");
    struct programmes programmes = {0};
    enum status status = store_programmes(all, store, NULL, &programmes, err);
    struct rows rows = db_select(store->db, SQL_MEETINGS, err);
    while (status == STATUS_OK && rows_next(&rows)) {
        void *scratch = talloc_named_const(NULL, 0, "meeting");
        char *id = rows_text(scratch, &rows, 1);
        bool sound = true;
        status = check_meeting(scratch, store, &rows, &programmes, &sound, err);
        if (status == STATUS_OK && !sound)
            found(parent, findings, mem_printf(NULL, "what is shown of the meeting %s is not what was imported",
                                               short_text(scratch, id ? id : "", SHOWN_CELLS)));
        talloc_free(scratch);
    }
    enum status ended = rows_end(&rows);
    talloc_free(all);
    return status == STATUS_OK ? ended : status;
}

/* Every paper but a list is in a meeting: what is shown is made from all that is kept. */
static enum status check_placed(const void *parent, struct db *db, struct strings *findings, struct err *err)
{
    static const char SQL_LOST[] =
        "SELECT form, count(*) FROM source WHERE state = 'whole' AND id NOT IN"
        " (SELECT s.source FROM meeting_source s JOIN meeting m ON m.id = s.meeting WHERE m.edition = 1) GROUP BY form";
    int64_t lost = 0;
    struct rows rows = db_select(db, SQL_LOST, err);
    while (rows_next(&rows)) {
        char *name = rows_text(NULL, &rows, 0);
        enum form form = FORM_UNKNOWN;
        if (!name || !form_parse(name, &form) || !form_is_list(form))
            lost += rows_int(&rows, 1);
        talloc_free(name);
    }
    enum status status = rows_end(&rows);
    if (status == STATUS_OK && lost > 0)
        found(parent, findings, mem_printf(NULL, "papers that are in no meeting: %" PRId64 "; import them again", lost));
    return status;
}

/* ---- half done ------------------------------------------------------------------------------------- */

/* Only where nobody imports just now: else it is work in hand and no finding. */
static enum status check_left_over(const void *parent, struct store *store, struct strings *findings, struct err *err)
{
    static const char SQL_LEFT[] =
        "SELECT (SELECT count(*) FROM source WHERE state <> 'whole') + (SELECT count(*) FROM draft WHERE state <> 'live')"
        " + (SELECT count(*) FROM meeting WHERE edition <> 1)";
    int64_t left = 0;
    if (store->read_only || store_import_lock(store, 0, NULL) != STATUS_OK)
        return STATUS_OK;
    enum status status = db_number(store->db, SQL_LEFT, 0, &left, err);
    store_import_unlock(store);
    if (status == STATUS_OK && left > 0)
        found(parent, findings, mem_printf(NULL, "an import was broken off and left %" PRId64 " rows; the next start takes them away", left));
    return status;
}

enum status check_published(const void *parent, struct store *store, struct strings *findings, struct err *err)
{
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = check_sources(parent, store->db, findings, err);
    if (status == STATUS_OK)
        status = check_meetings(parent, store, findings, err);
    if (status == STATUS_OK)
        status = check_placed(parent, store->db, findings, err);
    db_read_end(store->db);
    return status == STATUS_OK ? check_left_over(parent, store, findings, err) : status;
}
