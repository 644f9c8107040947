/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Sources and their drafts as rows (keep.h). A draft is kept value by value through the field tables
 * of the model, so that any later reader of the store can say what a paper said. */
#include "config.h"

#include "src/store/keep.h"
#include "src/store/listed.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define CHUNK ((size_t)256 << 10)

/* ---- writing ------------------------------------------------------------------------------------ */

static void sum_value(void *to, int depth, const char *name, const char *value)
{
    buf_printf(to, "%d %s %zu ", depth, name, value ? strlen(value) : 0);
    buf_puts(to, value ? value : "-");
    buf_putc(to, '\n');
}

char *draft_sum(const void *parent, const struct draft *draft)
{
    struct buf all;
    buf_init(&all, NULL, 4 * BUF_MAX_DOCUMENT);
    struct draft nameless = *draft;
    nameless.path = NULL;
    record_write(&draft_type, &nameless, sum_value, &all);
    char hex[SHA256_HEX];
    sha256_hex(all.data, all.len, hex);
    buf_release(&all);
    return mem_strdup(parent, hex);
}

static const char SQL_ADD_SOURCE[] =
    "INSERT INTO source(sha256, path, form, reader_version, bytes, imported, exempt, incomplete, state)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'loading')";
static const char SQL_ADD_CHUNK[] = "INSERT INTO source_chunk(source, n, bytes) VALUES (?, ?, ?)";
static const char SQL_ADD_DRAFT[] =
    "INSERT INTO draft(source, state, sha256, council, committee, date, date_basis, starts, venue, titles_key, titles, telling, site_key,"
    " service_id, committee_service_id, committee_key, minutes_status, item_ids)"
    " VALUES (?, 'loading', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
static const char SQL_ADD_VALUE[] = "INSERT INTO draft_value(draft, n, depth, name, value) VALUES (?, ?, ?, ?, ?)";
static const char SQL_ADD_TELEPHONE[] = "INSERT OR IGNORE INTO draft_telephone(draft, number) VALUES (?, ?)";
static const char SQL_ADD_NAMED[] = "INSERT INTO draft_named(draft, n, committee, place) VALUES (?, ?, ?, ?)";

struct value_writer {
    struct db *db;
    int64_t draft;
    int n;
    enum status status;
    struct err *err;
};

static void write_value(void *to, int depth, const char *name, const char *value)
{
    struct value_writer *writer = to;
    if (writer->status == STATUS_OK)
        writer->status = db_breathe(writer->db, writer->err);
    if (writer->status == STATUS_OK)
        writer->status = db_run(writer->db, SQL_ADD_VALUE, writer->err, v_int(writer->draft), v_int(writer->n++), v_int(depth),
                                v_text(name), v_text(value));
}

static enum status write_hints(struct db *db, int64_t kept, const struct draft *draft, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < draft->telephones.n && status == STATUS_OK; i++)
        status = db_run(db, SQL_ADD_TELEPHONE, err, v_int(kept), v_text(draft->telephones.at[i]));
    for (size_t i = 0; i < draft->committees_named.n && status == STATUS_OK; i++) {
        char *name = mem_strdup(NULL, draft->committees_named.at[i]), *tab = strchr(name, '\t');
        if (tab)
            *tab = '\0';
        status = db_run(db, SQL_ADD_NAMED, err, v_int(kept), v_int((int64_t)i), v_text(name), v_text(tab ? tab + 1 : NULL));
        talloc_free(name);
    }
    return status;
}

static bool has_item_ids(const struct meeting *meeting)
{
    bool has = false;
    for (size_t i = 0; i < meeting->n_items && !has; i++)
        has = meeting->items[i].service_id != NULL;
    return has;
}

static enum status write_draft_row(struct db *db, int64_t source, const struct draft *draft, int64_t *kept, struct err *err)
{
    const struct meeting *meeting = draft->meeting;
    int titles, telling;
    char *key = titles_key_of(NULL, meeting, &titles, &telling), *sum = draft_sum(key, draft);
    int starts = meeting->minutes_after_midnight;
    enum status status = db_run(db, SQL_ADD_DRAFT, err, v_int(source), v_text(sum), v_text(meeting->council), v_text(meeting->committee),
                                v_date(meeting->date), v_text(date_basis_name(meeting->date_basis)),
                                starts >= 0 && starts < 1440 ? v_int(starts) : v_null(), v_text(meeting->venue), v_text(key),
                                v_int(titles), v_int(telling), v_text(site_key(key, meeting->site)), v_text(meeting->service_id),
                                v_text(meeting->committee_service_id), v_text(committee_key(key, meeting->committee)),
                                v_text(meeting->minutes_status), v_bool(has_item_ids(meeting)));
    *kept = db_last_id(db);
    talloc_free(key);
    return status;
}

enum status keep_draft(struct db *db, int64_t source, const struct draft *draft, int64_t *kept, struct err *err)
{
    enum status status = write_draft_row(db, source, draft, kept, err);
    if (status == STATUS_OK)
        status = write_hints(db, *kept, draft, err);
    if (status == STATUS_OK)
        status = listed_write(db, *kept, draft, err);
    if (status != STATUS_OK)
        return status;
    struct value_writer writer = {.db = db, .draft = *kept, .err = err};
    struct draft nameless = *draft;
    nameless.path = NULL; /* the source's */
    record_write(&draft_type, &nameless, write_value, &writer);
    return writer.status;
}

char *store_stamp(const void *parent)
{
    struct timespec now = {0};
    struct tm utc;
    char text[40];
    (void)clock_gettime(CLOCK_REALTIME, &now);
    if (!gmtime_r(&now.tv_sec, &utc) || strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &utc) == 0)
        return mem_strdup(parent, "");
    return mem_printf(parent, "%s.%03dZ", text, (int)(now.tv_nsec / 1000000));
}

static bool exempt_draft(const struct draft *draft)
{
    bool exempt = false;
    for (size_t i = 0; i < draft->meeting->n_sources; i++)
        exempt |= draft->meeting->sources[i].exempt;
    return exempt;
}

enum status keep_source(struct db *db, const struct draft *draft, const void *bytes, size_t n, const char *came, int64_t *source, int64_t *kept,
                        struct err *err)
{
    char *stamp = came ? mem_strdup(NULL, came) : store_stamp(NULL);
    enum status status = db_run(db, SQL_ADD_SOURCE, err, v_text(draft->sha256), v_text(draft->path ? draft->path : ""),
                                v_text(form_name(draft->form)), v_int(draft->reader_version), v_int((int64_t)n), v_text(stamp),
                                v_bool(exempt_draft(draft)), v_bool(draft->incomplete));
    *source = db_last_id(db);
    talloc_free(stamp);
    for (size_t at = 0; bytes && at < n && status == STATUS_OK; at += CHUNK) {
        size_t size = n - at < CHUNK ? n - at : CHUNK;
        status = db_run(db, SQL_ADD_CHUNK, err, v_int(*source), v_int((int64_t)(at / CHUNK)), v_blob((const char *)bytes + at, size));
        if (status == STATUS_OK)
            status = db_breathe(db, err);
    }
    return status == STATUS_OK ? keep_draft(db, *source, draft, kept, err) : status;
}

enum status keep_again(struct db *db, int64_t source, const struct draft *draft, int64_t *kept, struct err *err)
{
    static const char SQL_TAKEN_FOR[] = "UPDATE source SET form = ?, exempt = ?, incomplete = ? WHERE id = ?";
    enum status status = db_run(db, SQL_TAKEN_FOR, err, v_text(form_name(draft->form)), v_bool(exempt_draft(draft)), v_bool(draft->incomplete), v_int(source));
    return status == STATUS_OK ? keep_draft(db, source, draft, kept, err) : status;
}

/* ---- reading ------------------------------------------------------------------------------------ */

static const char SQL_VALUES[] = "SELECT depth, name, value FROM draft_value WHERE draft = ? ORDER BY n";
static const char SQL_PATH[] = "SELECT s.path, s.form FROM source s JOIN draft d ON d.source = s.id WHERE d.id = ?";
static const char SQL_HEAD[] =
    "SELECT s.id, s.sha256, s.form, d.council, d.committee, d.venue, d.date, d.date_basis, d.starts, d.titles_key, d.titles, d.telling, d.sha256,"
    " d.minutes_status, d.site_key, d.service_id, d.committee_service_id"
    " FROM draft d JOIN source s ON s.id = d.source WHERE d.id = ?";
static const char SQL_FIND[] =
    "SELECT s.id, d.id FROM source s JOIN draft d ON d.source = s.id"
    " WHERE s.sha256 = ? AND s.state = 'whole' AND d.state = 'live'";

/* What the source's row knows better than the draft: its path, and its form by name. */
static enum status read_source(struct draft *draft, struct db *db, int64_t kept, struct err *err)
{
    struct rows rows = db_select(db, SQL_PATH, err, v_int(kept));
    if (rows_next(&rows)) {
        char *form = rows_text(draft, &rows, 1);
        draft->path = rows_text(draft, &rows, 0);
        if (!form_parse(form, &draft->form))
            draft->form = FORM_UNKNOWN;
    }
    return rows_end(&rows);
}

enum status keep_load(const void *parent, struct db *db, int64_t kept, struct draft **out, struct err *err)
{
    struct record_reader *reader = record_reader_new(NULL, &draft_type);
    struct rows rows = db_select(db, SQL_VALUES, err, v_int(kept));
    while (rows_next(&rows)) {
        char *name = rows_text(NULL, &rows, 1), *value = rows_text(name, &rows, 2);
        record_read(reader, (int)rows_int(&rows, 0), name, value);
        talloc_free(name);
    }
    enum status status = rows_end(&rows);
    struct draft *draft = record_reader_take(reader, parent);
    if (status == STATUS_OK)
        status = read_source(draft, db, kept, err);
    if (status == STATUS_OK && !draft->meeting)
        status = err_set(err, STATUS_STORE, "a kept paper has lost its draft; run: minutebook check");
    if (status != STATUS_OK) {
        talloc_free(draft);
        return status;
    }
    *out = draft;
    return STATUS_OK;
}

static enum date_basis basis_of(const char *name)
{
    for (int basis = DATE_STATED; basis <= DATE_GIVEN; basis++)
        if (name && strcmp(name, date_basis_name((enum date_basis)basis)) == 0)
            return (enum date_basis)basis;
    return DATE_UNKNOWN;
}

enum status keep_head(const void *parent, struct db *db, int64_t kept, struct head *out, struct err *err)
{
    *out = (struct head){0};
    struct rows rows = db_select(db, SQL_HEAD, err, v_int(kept));
    if (rows_next(&rows)) {
        char *form = rows_text(parent, &rows, 2);
        out->source = rows_int(&rows, 0);
        out->sha256 = rows_text(parent, &rows, 1);
        if (!form_parse(form, &out->form))
            out->form = FORM_UNKNOWN;
        out->own.council = rows_text(parent, &rows, 3);
        out->own.committee = rows_text(parent, &rows, 4);
        out->own.venue = rows_text(parent, &rows, 5);
        out->own.date = rows_date(&rows, 6);
        char *basis = rows_text(parent, &rows, 7);
        out->own.basis = basis_of(basis);
        out->own.starts = rows_is_null(&rows, 8) ? -1 : (int)rows_int(&rows, 8);
        out->titles_key = rows_text(parent, &rows, 9);
        out->titles = (int)rows_int(&rows, 10);
        out->telling = (int)rows_int(&rows, 11);
        out->sum = rows_text(parent, &rows, 12);
        out->minutes_status = rows_text(parent, &rows, 13);
        out->site_key = rows_text(parent, &rows, 14);
        out->service_id = rows_text(parent, &rows, 15);
        out->committee_service_id = rows_text(parent, &rows, 16);
        out->placing = out->own;
    }
    enum status status = rows_end(&rows);
    if (status == STATUS_OK && !out->sha256)
        status = err_set(err, STATUS_STORE, "a kept paper has lost its draft; run: minutebook check");
    return status;
}

/* A draft's items stand at depth 1, their members at depth 2, what is listed with them at depth 3 (src/model/records.c). */
static const char SQL_HEAD_ITEMS[] =
    "SELECT depth, name, value FROM draft_value WHERE draft = ?1 AND ((depth = 1 AND name = 'items') OR (depth = 3 AND name = 'title')"
    " OR (depth = 2 AND (value IS NULL OR name IN ('title', 'agenda_number', 'minute_number', 'service_id')))) ORDER BY n";

static void set_head_item(struct head_item *item, const void *parent, const char *name, const char *value)
{
    if (strcmp(name, "title") == 0)
        item->title = text_fold(parent, value ? value : "");
    else if (strcmp(name, "agenda_number") == 0)
        item->agenda_number = value;
    else if (strcmp(name, "service_id") == 0)
        item->service_id = value;
    else if (strcmp(name, "minute_number") == 0)
        item->minute_number = value;
}

enum status keep_head_items(const void *parent, struct db *db, int64_t kept, struct head *head, struct err *err)
{
    struct rows rows = db_select(db, SQL_HEAD_ITEMS, err, v_int(kept));
    struct head_item *item = NULL;
    bool paper = false;
    while (rows_next(&rows)) {
        char *name = rows_text(NULL, &rows, 1), *value = rows_text(parent, &rows, 2);
        int64_t depth = rows_int(&rows, 0);
        if (depth == 1) {
            item = mem_append(parent, head->items, head->n_items);
            item->title = "";
        } else if (item && depth == 2 && value) {
            set_head_item(item, parent, name, value);
        } else if (depth == 2) {
            paper = strcmp(name, "attachments") == 0;
        } else if (item && paper && value) {
            strings_add(parent, &item->papers, text_fold(parent, value));
        }
        talloc_free(name);
    }
    return rows_end(&rows);
}

enum status keep_find(struct db *db, const char *sha256, int64_t *source, int64_t *kept, struct err *err)
{
    *source = *kept = 0;
    struct rows rows = db_select(db, SQL_FIND, err, v_text(sha256));
    if (rows_next(&rows)) {
        *source = rows_int(&rows, 0);
        *kept = rows_int(&rows, 1);
    }
    return rows_end(&rows);
}
