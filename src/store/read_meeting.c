/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A published meeting whole, from its rows, in one read of the store. */
#include "config.h"

#include "src/store/entered.h"
#include "src/store/read.h"

#include <string.h>

struct reading {
    struct db *db;
    struct meeting *meeting;
    int64_t row;
    struct err *err;
};

/* ---- the meeting's own row and lists -------------------------------------------------------------------- */

#define MEETING_2                                                                                           \
    "SELECT meeting_id, council, committee, date, date_basis, date_reason, starts, venue, contact, status, status_text," \
    " minutes_status, joined_because, "
static const char SQL_MEETING_2[] = MEETING_2 "NULL, NULL, NULL, NULL, NULL FROM meeting WHERE id = ?";
static const char SQL_MEETING[] =
    MEETING_2 "contact_email, site, service_id, agenda_service_id, committee_service_id FROM meeting WHERE id = ?";
static const char SQL_SOURCES[] =
    "SELECT s.path, s.sha256, s.form, s.exempt FROM meeting_source m JOIN source s ON s.id = m.source WHERE m.meeting = ? ORDER BY m.n";
static const char SQL_ALTERNATIVES[] = "SELECT field, value, sha256 FROM alternative WHERE meeting = ? ORDER BY n";
static const char SQL_PEOPLE[] = "SELECT name, role, capacity, attendance FROM person WHERE meeting = ? ORDER BY n";
static const char SQL_VACANCIES[] = "SELECT seat FROM vacancy WHERE meeting = ? ORDER BY n";

static enum status read_heading(struct reading *reading)
{
    struct meeting *meeting = reading->meeting;
    struct rows rows = db_select(reading->db, reading->db->store->schema < 3 ? SQL_MEETING_2 : SQL_MEETING, reading->err, v_int(reading->row));
    if (rows_next(&rows)) {
        meeting->id = rows_text(meeting, &rows, 0);
        meeting->council = rows_text(meeting, &rows, 1);
        meeting->committee = rows_text(meeting, &rows, 2);
        meeting->date = rows_date(&rows, 3);
        meeting->date_basis = read_basis(&rows, 4);
        meeting->date_reason = rows_text(meeting, &rows, 5);
        meeting->minutes_after_midnight = rows_is_null(&rows, 6) ? -1 : (int)rows_int(&rows, 6);
        meeting->venue = rows_text(meeting, &rows, 7);
        meeting->contact = rows_text(meeting, &rows, 8);
        meeting->status = rows_text(meeting, &rows, 9);
        meeting->status_text = rows_text(meeting, &rows, 10);
        meeting->minutes_status = rows_text(meeting, &rows, 11);
        meeting->joined_because = rows_text(meeting, &rows, 12);
        meeting->contact_email = rows_text(meeting, &rows, 13);
        meeting->site = rows_text(meeting, &rows, 14);
        meeting->service_id = rows_text(meeting, &rows, 15);
        meeting->agenda_service_id = rows_text(meeting, &rows, 16);
        meeting->committee_service_id = rows_text(meeting, &rows, 17);
    }
    return rows_end(&rows);
}

static void copy_sum(char *to, struct rows *rows, int column)
{
    char *sum = rows_text(NULL, rows, column);
    if (sum && strlen(sum) == SHA256_HEX - 1)
        memcpy(to, sum, SHA256_HEX);
    talloc_free(sum);
}

static enum status read_sources(struct reading *reading)
{
    struct meeting *meeting = reading->meeting;
    struct rows rows = db_select(reading->db, SQL_SOURCES, reading->err, v_int(reading->row));
    while (rows_next(&rows)) {
        struct source *source = mem_append(meeting, meeting->sources, meeting->n_sources);
        char *form = rows_text(NULL, &rows, 2);
        source->path = rows_text(meeting, &rows, 0);
        copy_sum(source->sha256, &rows, 1);
        if (!form_parse(form, &source->form))
            source->form = FORM_UNKNOWN;
        source->exempt = rows_bool(&rows, 3);
        talloc_free(form);
    }
    return rows_end(&rows);
}

static enum status read_alternatives(struct reading *reading)
{
    struct meeting *meeting = reading->meeting;
    struct rows rows = db_select(reading->db, SQL_ALTERNATIVES, reading->err, v_int(reading->row));
    while (rows_next(&rows)) {
        struct alternative *alternative = mem_append(meeting, meeting->alternatives, meeting->n_alternatives);
        alternative->field = rows_text(meeting, &rows, 0);
        alternative->value = rows_text(meeting, &rows, 1);
        copy_sum(alternative->sha256, &rows, 2);
    }
    return rows_end(&rows);
}

static enum status read_people(struct reading *reading)
{
    struct meeting *meeting = reading->meeting;
    struct rows rows = db_select(reading->db, SQL_PEOPLE, reading->err, v_int(reading->row));
    while (rows_next(&rows)) {
        struct person *person = mem_append(meeting, meeting->people, meeting->n_people);
        person->name = rows_text(meeting, &rows, 0);
        person->role = rows_text(meeting, &rows, 1);
        person->capacity = rows_text(meeting, &rows, 2);
        person->attendance = rows_text(meeting, &rows, 3);
    }
    return rows_end(&rows);
}

static enum status read_strings(struct reading *reading, const char *sql, struct value of, struct strings *out)
{
    struct rows rows = db_select(reading->db, sql, reading->err, of);
    while (rows_next(&rows))
        *mem_append(reading->meeting, out->at, out->n) = rows_text(reading->meeting, &rows, 0);
    return rows_end(&rows);
}

/* ---- items -------------------------------------------------------------------------------------------------- */

#define ITEMS(service_id)                                                                                   \
    "SELECT id, position, agenda_number, minute_number, title, kind, part, exempt, exempt_reason, timing, pages, pages_note, follow," \
    " truncated, author, report_exempt, in_latest, " service_id " FROM item WHERE meeting = ? ORDER BY position"
static const char SQL_ITEMS_2[] = ITEMS("NULL"), SQL_ITEMS[] = ITEMS("service_id");
static const char SQL_PASSAGES[] = "SELECT kind, text, exempt FROM passage WHERE item = ?";
#define ATTACHMENTS(service_id) "SELECT title, format, size, url, exempt, held, " service_id " FROM attachment WHERE item = ? ORDER BY n"
static const char SQL_ATTACHMENTS_2[] = ATTACHMENTS("NULL"), SQL_ATTACHMENTS[] = ATTACHMENTS("service_id");
static const char SQL_VOTES[] = "SELECT title, type, text, result FROM vote WHERE item = ? ORDER BY n";
static const char SQL_LINKS[] = "SELECT text, url FROM item_link WHERE item = ? ORDER BY n";
static const char SQL_ASKED[] = "SELECT text FROM item_line WHERE item = ? AND kind = 'asked' ORDER BY n";
static const char SQL_INVITED[] = "SELECT text FROM item_line WHERE item = ? AND kind = 'invited' ORDER BY n";
static const char SQL_BLOCKS[] = "SELECT id, kind, text, level, caption, page FROM block WHERE item = ? ORDER BY n";
static const char SQL_CELLS[] = "SELECT row, text FROM block_cell WHERE block = ? ORDER BY row, n";

static enum follow_state follow_of(struct rows *rows, int column)
{
    static const char *const names[] = {[FOLLOW_TO_FOLLOW] = "to follow", [FOLLOW_PUBLISHED_NOT_HELD] = "published, not held", [FOLLOW_HELD] = "held"};
    char *name = rows_text(NULL, rows, column);
    enum follow_state found = FOLLOW_NONE;
    for (size_t i = FOLLOW_TO_FOLLOW; name && i < MB_LENGTH(names); i++)
        if (strcmp(name, names[i]) == 0)
            found = (enum follow_state)i;
    talloc_free(name);
    return found;
}

static void read_item_row(struct reading *reading, struct rows *rows, struct item *item)
{
    struct meeting *meeting = reading->meeting;
    item->position = (int)rows_int(rows, 1);
    item->agenda_number = rows_text(meeting, rows, 2);
    item->minute_number = rows_text(meeting, rows, 3);
    item->title = rows_text(meeting, rows, 4);
    item->kind = rows_text(meeting, rows, 5);
    item->part = (int)rows_int(rows, 6);
    item->exempt = rows_bool(rows, 7);
    item->exempt_reason = rows_text(meeting, rows, 8);
    item->timing = rows_text(meeting, rows, 9);
    item->pages = rows_text(meeting, rows, 10);
    item->pages_note = rows_text(meeting, rows, 11);
    item->follow = follow_of(rows, 12);
    item->truncated = rows_bool(rows, 13);
    item->author = rows_text(meeting, rows, 14);
    item->report_exempt = rows_bool(rows, 15);
    item->in_latest = rows_bool(rows, 16);
    item->service_id = rows_text(meeting, rows, 17);
}

static enum status read_passages(struct reading *reading, int64_t row, struct item *item)
{
    struct rows rows = db_select(reading->db, SQL_PASSAGES, reading->err, v_int(row));
    while (rows_next(&rows)) {
        char *kind = rows_text(NULL, &rows, 0), *text = rows_text(reading->meeting, &rows, 1);
        bool exempt = rows_bool(&rows, 2);
        if (strcmp(kind, "agenda") == 0) {
            item->agenda_text = text;
            item->agenda_exempt = exempt;
        } else if (strcmp(kind, "minutes") == 0) {
            item->minutes_text = text;
            item->minutes_exempt = exempt;
        } else {
            item->decision_text = text;
        }
        talloc_free(kind);
    }
    return rows_end(&rows);
}

static enum status read_attachments(struct reading *reading, int64_t row, struct item *item)
{
    struct meeting *meeting = reading->meeting;
    struct rows rows = db_select(reading->db, reading->db->store->schema < 3 ? SQL_ATTACHMENTS_2 : SQL_ATTACHMENTS, reading->err, v_int(row));
    while (rows_next(&rows)) {
        struct attachment *attachment = mem_append(meeting, item->attachments, item->n_attachments);
        attachment->title = rows_text(meeting, &rows, 0);
        attachment->format = rows_text(meeting, &rows, 1);
        attachment->size = rows_text(meeting, &rows, 2);
        attachment->url = rows_text(meeting, &rows, 3);
        attachment->exempt = rows_bool(&rows, 4);
        attachment->held = rows_bool(&rows, 5);
        attachment->service_id = rows_text(meeting, &rows, 6);
    }
    return rows_end(&rows);
}

static enum status read_votes(struct reading *reading, int64_t row, struct item *item)
{
    struct meeting *meeting = reading->meeting;
    struct rows rows = db_select(reading->db, SQL_VOTES, reading->err, v_int(row));
    while (rows_next(&rows)) {
        struct vote *vote = mem_append(meeting, item->votes, item->n_votes);
        vote->title = rows_text(meeting, &rows, 0);
        vote->type = rows_text(meeting, &rows, 1);
        vote->text = rows_text(meeting, &rows, 2);
        vote->result = rows_text(meeting, &rows, 3);
    }
    return rows_end(&rows);
}

static enum status read_links(struct reading *reading, int64_t row, struct item *item)
{
    struct meeting *meeting = reading->meeting;
    struct rows rows = db_select(reading->db, SQL_LINKS, reading->err, v_int(row));
    while (rows_next(&rows)) {
        struct link *link = mem_append(meeting, item->links, item->n_links);
        link->text = rows_text(meeting, &rows, 0);
        link->url = rows_text(meeting, &rows, 1);
    }
    return rows_end(&rows);
}

static enum status read_cells(struct reading *reading, int64_t row, struct block *block)
{
    struct meeting *meeting = reading->meeting;
    struct rows rows = db_select(reading->db, SQL_CELLS, reading->err, v_int(row));
    while (rows_next(&rows)) {
        size_t wanted = (size_t)rows_int(&rows, 0);
        while (block->n_rows < wanted)
            (void)mem_append(meeting, block->rows, block->n_rows);
        struct table_row *last = &block->rows[block->n_rows - 1];
        *mem_append(meeting, last->cells, last->n_cells) = rows_text(meeting, &rows, 1);
    }
    return rows_end(&rows);
}

static enum block_kind kind_of(const char *name)
{
    for (int kind = BLOCK_HEADING; kind <= BLOCK_TABLE; kind++)
        if (name && strcmp(name, block_kind_name((enum block_kind)kind)) == 0)
            return (enum block_kind)kind;
    return BLOCK_PARA;
}

static enum status read_blocks(struct reading *reading, int64_t row, struct item *item)
{
    struct meeting *meeting = reading->meeting;
    enum status status = STATUS_OK;
    struct rows rows = db_select(reading->db, SQL_BLOCKS, reading->err, v_int(row));
    while (status == STATUS_OK && rows_next(&rows)) {
        struct block *block = mem_append(meeting, item->blocks, item->n_blocks);
        char *kind = rows_text(NULL, &rows, 1);
        block->kind = kind_of(kind);
        block->text = rows_text(meeting, &rows, 2);
        block->level = (int)rows_int(&rows, 3);
        block->caption = rows_text(meeting, &rows, 4);
        block->page = rows_text(meeting, &rows, 5);
        talloc_free(kind);
        if (block->kind == BLOCK_TABLE)
            status = read_cells(reading, rows_int(&rows, 0), block);
    }
    enum status ended = rows_end(&rows);
    return status == STATUS_OK ? ended : status;
}

static enum status read_item(struct reading *reading, int64_t row, struct item *item)
{
    enum status status = read_passages(reading, row, item);
    if (status == STATUS_OK)
        status = read_attachments(reading, row, item);
    if (status == STATUS_OK)
        status = read_strings(reading, SQL_ASKED, v_int(row), &item->asked);
    if (status == STATUS_OK)
        status = read_strings(reading, SQL_INVITED, v_int(row), &item->invited);
    if (status == STATUS_OK && reading->db->store->schema >= 3)
        status = read_votes(reading, row, item);
    if (status == STATUS_OK && reading->db->store->schema >= 3)
        status = read_links(reading, row, item);
    return status == STATUS_OK ? read_blocks(reading, row, item) : status;
}

static enum status read_items(struct reading *reading)
{
    struct meeting *meeting = reading->meeting;
    enum status status = STATUS_OK;
    struct rows rows = db_select(reading->db, reading->db->store->schema < 3 ? SQL_ITEMS_2 : SQL_ITEMS, reading->err, v_int(reading->row));
    while (status == STATUS_OK && rows_next(&rows)) {
        struct item *item = mem_append(meeting, meeting->items, meeting->n_items);
        read_item_row(reading, &rows, item);
        status = read_item(reading, rows_int(&rows, 0), item);
    }
    enum status ended = rows_end(&rows);
    return status == STATUS_OK ? ended : status;
}

/* ---- all ------------------------------------------------------------------------------------------------------ */

static enum status read_papers(struct reading *reading)
{
    static const char SQL_PAPERS[] = "SELECT title, format, size, url, service_id FROM meeting_paper WHERE meeting = ?1 ORDER BY n";
    struct meeting *meeting = reading->meeting;
    struct rows rows = db_select(reading->db, SQL_PAPERS, reading->err, v_int(reading->row));
    while (rows_next(&rows)) {
        struct attachment *paper = mem_append(meeting, meeting->papers, meeting->n_papers);
        char **const texts[] = {&paper->title, &paper->format, &paper->size, &paper->url, &paper->service_id};
        for (size_t i = 0; i < MB_LENGTH(texts); i++)
            *texts[i] = rows_text(meeting, &rows, (int)i);
    }
    return rows_end(&rows);
}

static enum status read_whole(struct reading *reading)
{
    enum status status = read_heading(reading);
    if (status == STATUS_OK)
        status = read_sources(reading);
    if (status == STATUS_OK)
        status = read_alternatives(reading);
    if (status == STATUS_OK)
        status = read_people(reading);
    if (status == STATUS_OK)
        status = read_strings(reading, SQL_VACANCIES, v_int(reading->row), &reading->meeting->vacancies);
    if (status == STATUS_OK && reading->db->store->schema >= 4)
        status = read_papers(reading);
    return status == STATUS_OK ? read_items(reading) : status;
}

/* A meeting without papers: what the member said of it, and a list of the council's. */
static struct meeting *entered_meeting_of(const void *parent, const struct entered *entered)
{
    struct meeting *meeting = mem_new(parent, struct meeting);
    meeting->id = mem_strdup(meeting, entered->id);
    meeting->committee = mem_strdup(meeting, entered->row->committee);
    meeting->date = entered->row->date;
    bool by_hand = entered->row->id != NULL;
    meeting->date_basis = by_hand ? DATE_GIVEN : DATE_STATED;
    meeting->date_reason = mem_strdup(meeting, by_hand ? "entered by hand" : "the council's list of meetings says so");
    meeting->minutes_after_midnight = (int)entered->row->starts;
    meeting->venue = mem_strdup(meeting, entered->row->venue);
    if (entered->listed) {
        const struct listing *listed = entered->listed;
        meeting->council = mem_strdup(meeting, listed->council);
        meeting->status = mem_strdup(meeting, listed->status);
        meeting->status_text = mem_strdup(meeting, listed->status_text);
        meeting->site = mem_strdup(meeting, listed->site);
        meeting->service_id = mem_strdup(meeting, listed->service_id);
        meeting->committee_service_id = mem_strdup(meeting, listed->committee_service_id);
    }
    return meeting;
}

static enum status read_entered(const void *parent, struct db *db, const char *id, struct meeting **out, struct err *err)
{
    struct entered_list list = {0};
    void *scratch = talloc_named_const(NULL, 0, "entered");
    enum status status = entered_read(scratch, db, &list, err);
    const struct entered *entered = entered_find(&list, id);
    if (status == STATUS_OK && !entered)
        status = err_set(err, STATUS_USAGE, "no meeting is named \"%s\"; minutebook meetings lists them", id);
    if (status == STATUS_OK)
        *out = entered_meeting_of(parent, entered);
    talloc_free(scratch);
    return status;
}

enum status read_published_meeting(const void *parent, struct db *db, const char *id, struct meeting **out, struct err *err)
{
    struct reading reading = {.db = db, .err = err};
    enum status status = read_meeting_row(db, id, &reading.row, err);
    if (status == STATUS_OK && reading.row == 0)
        status = read_entered(parent, db, id, &reading.meeting, err);
    else if (status == STATUS_OK) {
        reading.meeting = mem_new(parent, struct meeting);
        status = read_whole(&reading);
    }
    if (status != STATUS_OK) {
        talloc_free(reading.meeting);
        return status;
    }
    *out = reading.meeting;
    return STATUS_OK;
}
