/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A meeting as rows of the published tables. Nothing is decided here: what is written was merged. */
#include "config.h"

#include "src/store/publish.h"

#include <string.h>

struct writing {
    struct db *db;
    int64_t meeting;
    struct err *err;
};

/* Sums of texts, so that `check` finds a changed byte (reliability.md 2.5). */
static char *sum_of(const void *parent, const char *text)
{
    char hex[SHA256_HEX];
    sha256_hex(text ? text : "", text ? strlen(text) : 0, hex);
    return mem_strdup(parent, hex);
}

/* ---- the meeting's own row ------------------------------------------------------------------------- */

/* What a list of meetings says without looking at texts. */
struct counts {
    int minutes, minutes_cut, reports_held, reports_to_follow, reports_not_held, exempt_items, papers_to_get;
    bool has_agenda;
};

static void count_item(struct counts *counts, const struct item *item)
{
    int not_held = 0;
    for (size_t i = 0; i < item->n_attachments; i++)
        not_held += !item->attachments[i].held && !item->attachments[i].exempt;
    counts->minutes += item->minutes_text != NULL;
    counts->minutes_cut += item->truncated;
    counts->reports_held += item->n_blocks > 0;
    counts->reports_to_follow += item->follow == FOLLOW_TO_FOLLOW;
    counts->reports_not_held += item->n_blocks == 0 && (not_held > 0 || item->follow == FOLLOW_PUBLISHED_NOT_HELD);
    counts->exempt_items += item->exempt;
    counts->papers_to_get += not_held + (item->follow == FOLLOW_TO_FOLLOW);
}

/* A pack is an agenda; so is a page as long as no minutes stand on it. */
static struct counts count_meeting(const struct meeting *meeting)
{
    struct counts counts = {0};
    for (size_t i = 0; i < meeting->n_items; i++)
        count_item(&counts, &meeting->items[i]);
    counts.papers_to_get += (int)meeting->n_papers;
    bool whole = false; /* a single report alone is no agenda */
    for (size_t i = 0; i < meeting->n_sources; i++) {
        enum form form = meeting->sources[i].form;
        whole |= form_extent(form) == OF_MEETING;
        counts.has_agenda |= form_extent(form) == OF_MEETING && form_rank(form) == form_rank(FORM_PACK_TEXT);
    }
    counts.has_agenda |= whole && counts.minutes == 0 && meeting->n_items > 0;
    return counts;
}

static const char SQL_MEETING[] =
    "INSERT INTO meeting(edition, meeting_id, base_id, made_from, fingerprint, council, committee, committee_key, date, date_basis, date_reason,"
    " starts, venue, contact, status, status_text, minutes_status, joined_because, items, minutes, minutes_cut, reports_held,"
    " reports_to_follow, reports_not_held, exempt_items, sources, papers_to_get, has_agenda, has_minutes, has_programme,"
    " contact_email, site, site_key, service_id, agenda_service_id, committee_service_id)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

static enum status write_heading(struct writing *writing, int64_t edition, const struct group *group, const struct merged *merged,
                                 const struct sums *sums)
{
    const struct meeting *meeting = merged->meeting;
    struct counts counts = count_meeting(meeting);
    int starts = meeting->minutes_after_midnight;
    char *key = committee_key(NULL, meeting->committee), *site = site_key(NULL, meeting->site);
    enum status status = db_run(
        writing->db, SQL_MEETING, writing->err, v_int(edition), v_text(meeting->id), v_text(group->base_id), v_text(sums->made_from), v_text(sums->fingerprint),
        v_text(meeting->council), v_text(meeting->committee), v_text(key), v_date(meeting->date), v_text(date_basis_name(meeting->date_basis)),
        v_text(meeting->date_reason), starts >= 0 ? v_int(starts) : v_null(), v_text(meeting->venue), v_text(meeting->contact),
        v_text(meeting->status), v_text(meeting->status_text), v_text(meeting->minutes_status), v_text(meeting->joined_because),
        v_int((int64_t)meeting->n_items), v_int(counts.minutes), v_int(counts.minutes_cut), v_int(counts.reports_held),
        v_int(counts.reports_to_follow), v_int(counts.reports_not_held), v_int(counts.exempt_items), v_int((int64_t)meeting->n_sources),
        v_int(counts.papers_to_get), v_bool(counts.has_agenda), v_bool(counts.minutes > 0), v_bool(merged->n_programmes > 0),
        v_text(meeting->contact_email), v_text(meeting->site), v_text(site), v_text(meeting->service_id), v_text(meeting->agenda_service_id),
        v_text(meeting->committee_service_id));
    writing->meeting = db_last_id(writing->db);
    talloc_free(key);
    talloc_free(site);
    return status;
}

/* ---- what hangs on it ------------------------------------------------------------------------------- */

static const char SQL_ALIAS[] = "INSERT INTO meeting_alias(meeting, alias) VALUES (?, ?)";
static const char SQL_SOURCE[] = "INSERT INTO meeting_source(meeting, n, source) VALUES (?, ?, ?)";
static const char SQL_ALTERNATIVE[] = "INSERT INTO alternative(meeting, n, field, value, sha256) VALUES (?, ?, ?, ?, ?)";
static const char SQL_PERSON[] = "INSERT INTO person(meeting, n, name, role, capacity, attendance) VALUES (?, ?, ?, ?, ?, ?)";
static const char SQL_PAPER[] = "INSERT INTO meeting_paper(meeting, n, title, format, size, url, service_id) VALUES (?, ?, ?, ?, ?, ?, ?)";
static const char SQL_VACANCY[] = "INSERT INTO vacancy(meeting, n, seat) VALUES (?, ?, ?)";

static enum status write_names(struct writing *writing, const struct group *group, const struct head *heads)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < group->aliases.n && status == STATUS_OK; i++)
        status = db_run(writing->db, SQL_ALIAS, writing->err, v_int(writing->meeting), v_text(group->aliases.at[i]));
    for (size_t i = 0; i < group->n && status == STATUS_OK; i++)
        status = db_run(writing->db, SQL_SOURCE, writing->err, v_int(writing->meeting), v_int((int64_t)i),
                        v_int(heads[group->members[i]].source));
    return status;
}

static enum status write_papers(struct writing *writing, const struct meeting *meeting)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < meeting->n_papers && status == STATUS_OK; i++) {
        const struct attachment *from = &meeting->papers[i];
        status = db_run(writing->db, SQL_PAPER, writing->err, v_int(writing->meeting), v_int((int64_t)i), v_text(from->title), v_text(from->format),
                        v_text(from->size), v_text(from->url), v_text(from->service_id));
    }
    return status;
}

static enum status write_lists(struct writing *writing, const struct meeting *meeting)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < meeting->n_alternatives && status == STATUS_OK; i++) {
        const struct alternative *from = &meeting->alternatives[i];
        status = db_run(writing->db, SQL_ALTERNATIVE, writing->err, v_int(writing->meeting), v_int((int64_t)i), v_text(from->field),
                        v_text(from->value), v_text(from->sha256));
    }
    for (size_t i = 0; i < meeting->n_people && status == STATUS_OK; i++) {
        const struct person *from = &meeting->people[i];
        status = db_run(writing->db, SQL_PERSON, writing->err, v_int(writing->meeting), v_int((int64_t)i),
                        v_text(from->name ? from->name : ""), v_text(from->role), v_text(from->capacity), v_text(from->attendance));
        if (status == STATUS_OK)
            status = db_breathe(writing->db, writing->err);
    }
    for (size_t i = 0; i < meeting->vacancies.n && status == STATUS_OK; i++)
        status = db_run(writing->db, SQL_VACANCY, writing->err, v_int(writing->meeting), v_int((int64_t)i), v_text(meeting->vacancies.at[i]));
    return status;
}

/* ---- items ------------------------------------------------------------------------------------------- */

static const char SQL_ITEM[] =
    "INSERT INTO item(meeting, position, agenda_number, minute_number, title, kind, part, exempt, exempt_reason, timing, pages,"
    " pages_note, follow, truncated, author, report_exempt, in_latest, service_id)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
static const char SQL_PASSAGE[] = "INSERT INTO passage(item, kind, text, exempt, sha256) VALUES (?, ?, ?, ?, ?)";
static const char SQL_BLOCK[] = "INSERT INTO block(item, n, kind, text, level, caption, page, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
static const char SQL_CELL[] = "INSERT INTO block_cell(block, row, n, text) VALUES (?, ?, ?, ?)";
static const char SQL_ATTACHMENT[] =
    "INSERT INTO attachment(item, n, title, format, size, url, exempt, held, service_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
static const char SQL_VOTE[] = "INSERT INTO vote(item, n, title, type, text, result) VALUES (?, ?, ?, ?, ?, ?)";
static const char SQL_LINK[] = "INSERT INTO item_link(item, n, text, url) VALUES (?, ?, ?, ?)";
static const char SQL_LINE[] = "INSERT INTO item_line(item, kind, n, text) VALUES (?, ?, ?, ?)";

static const char *const follow_names[] = {
    [FOLLOW_TO_FOLLOW] = "to follow", [FOLLOW_PUBLISHED_NOT_HELD] = "published, not held", [FOLLOW_HELD] = "held"};

static enum status write_passage(struct writing *writing, int64_t row, const char *kind, const char *text, bool exempt)
{
    if (!text)
        return STATUS_OK;
    char *sum = sum_of(NULL, text);
    enum status status = db_run(writing->db, SQL_PASSAGE, writing->err, v_int(row), v_text(kind), v_text(text), v_bool(exempt), v_text(sum));
    talloc_free(sum);
    return status == STATUS_OK ? db_breathe(writing->db, writing->err) : status;
}

static enum status write_cells(struct writing *writing, int64_t row, const struct block *block)
{
    enum status status = STATUS_OK;
    for (size_t r = 0; r < block->n_rows; r++)
        for (size_t c = 0; c < block->rows[r].n_cells && status == STATUS_OK; c++) {
            status = db_run(writing->db, SQL_CELL, writing->err, v_int(row), v_int((int64_t)r + 1), v_int((int64_t)c + 1),
                            v_text(block->rows[r].cells[c] ? block->rows[r].cells[c] : ""));
            if (status == STATUS_OK)
                status = db_breathe(writing->db, writing->err);
        }
    return status;
}

/* The text and all cells, each with its length, so that no two blocks share a sum by running together. */
static char *block_sum(const void *parent, const struct block *block)
{
    struct buf all;
    buf_init(&all, NULL, BUF_MAX_DOCUMENT);
    buf_printf(&all, "%zu ", block->text ? strlen(block->text) : 0);
    buf_puts(&all, block->text ? block->text : "");
    for (size_t r = 0; r < block->n_rows; r++)
        for (size_t c = 0; c < block->rows[r].n_cells; c++) {
            const char *cell = block->rows[r].cells[c] ? block->rows[r].cells[c] : "";
            buf_printf(&all, " %zu,%zu,%zu ", r + 1, c + 1, strlen(cell));
            buf_puts(&all, cell);
        }
    char *sum = sum_of(parent, all.data);
    buf_release(&all);
    return sum;
}

static enum status write_blocks(struct writing *writing, int64_t row, const struct item *item)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < item->n_blocks && status == STATUS_OK; i++) {
        const struct block *block = &item->blocks[i];
        char *sum = block_sum(NULL, block);
        status = db_run(writing->db, SQL_BLOCK, writing->err, v_int(row), v_int((int64_t)i), v_text(block_kind_name(block->kind)),
                        v_text(block->text), block->level ? v_int(block->level) : v_null(), v_text(block->caption), v_text(block->page),
                        v_text(sum));
        talloc_free(sum);
        if (status == STATUS_OK && block->n_rows)
            status = write_cells(writing, db_last_id(writing->db), block);
        if (status == STATUS_OK)
            status = db_breathe(writing->db, writing->err);
    }
    return status;
}

static enum status write_item_lines(struct writing *writing, int64_t row, const char *kind, const struct strings *lines)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < lines->n && status == STATUS_OK; i++)
        status = db_run(writing->db, SQL_LINE, writing->err, v_int(row), v_text(kind), v_int((int64_t)i), v_text(lines->at[i]));
    return status;
}

static enum status write_attachments(struct writing *writing, int64_t row, const struct item *item)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < item->n_attachments && status == STATUS_OK; i++) {
        const struct attachment *from = &item->attachments[i];
        status = db_run(writing->db, SQL_ATTACHMENT, writing->err, v_int(row), v_int((int64_t)i), v_text(from->title), v_text(from->format),
                        v_text(from->size), v_text(from->url), v_bool(from->exempt), v_bool(from->held), v_text(from->service_id));
    }
    return status;
}

static enum status write_votes_and_links(struct writing *writing, int64_t row, const struct item *item)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < item->n_votes && status == STATUS_OK; i++) {
        const struct vote *from = &item->votes[i];
        status = db_run(writing->db, SQL_VOTE, writing->err, v_int(row), v_int((int64_t)i), v_text(from->title), v_text(from->type),
                        v_text(from->text), v_text(from->result));
    }
    for (size_t i = 0; i < item->n_links && status == STATUS_OK; i++) {
        status = db_run(writing->db, SQL_LINK, writing->err, v_int(row), v_int((int64_t)i), v_text(item->links[i].text), v_text(item->links[i].url));
        if (status == STATUS_OK)
            status = db_breathe(writing->db, writing->err);
    }
    return status;
}

static enum status write_item_row(struct writing *writing, const struct item *item, int64_t *row)
{
    enum status status = db_run(writing->db, SQL_ITEM, writing->err, v_int(writing->meeting), v_int(item->position), v_text(item->agenda_number),
                                v_text(item->minute_number), v_text(item->title), v_text(item->kind), item->part ? v_int(item->part) : v_null(),
                                v_bool(item->exempt), v_text(item->exempt_reason), v_text(item->timing), v_text(item->pages),
                                v_text(item->pages_note), v_text(follow_names[item->follow]), v_bool(item->truncated), v_text(item->author),
                                v_bool(item->report_exempt), v_bool(item->in_latest), v_text(item->service_id));
    *row = db_last_id(writing->db);
    return status;
}

static enum status write_item(struct writing *writing, const struct item *item)
{
    int64_t row = 0;
    enum status status = write_item_row(writing, item, &row);
    if (status == STATUS_OK)
        status = write_passage(writing, row, "agenda", item->agenda_text, item->agenda_exempt);
    if (status == STATUS_OK)
        status = write_passage(writing, row, "minutes", item->minutes_text, item->minutes_exempt);
    if (status == STATUS_OK)
        status = write_passage(writing, row, "decision", item->decision_text, item->minutes_exempt);
    if (status == STATUS_OK)
        status = write_attachments(writing, row, item);
    if (status == STATUS_OK)
        status = write_votes_and_links(writing, row, item);
    if (status == STATUS_OK)
        status = write_item_lines(writing, row, "asked", &item->asked);
    if (status == STATUS_OK)
        status = write_item_lines(writing, row, "invited", &item->invited);
    if (status == STATUS_OK)
        status = write_blocks(writing, row, item);
    return status == STATUS_OK ? db_breathe(writing->db, writing->err) : status;
}

/* ---- programmes --------------------------------------------------------------------------------------- */

static const char SQL_PROGRAMME[] =
    "INSERT INTO programme(meeting, n, committee, published_for, title, preamble, item_position) VALUES (?, ?, ?, ?, ?, ?, ?)";
static const char SQL_ENTRY[] =
    "INSERT INTO programme_entry(programme, n, inherited, section, state, issue, last_reports_text, notes, requested_on, frequency)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
static const char SQL_WHEN[] = "INSERT INTO programme_when(entry, kind, n, text, first, last) VALUES (?, ?, ?, ?, ?, ?)";
static const char SQL_CHAMPION[] = "INSERT INTO programme_champion(programme, n, topic, name) VALUES (?, ?, ?, ?)";
static const char SQL_FUTURE[] = "INSERT INTO programme_meeting(programme, n, date) VALUES (?, ?, ?)";

static enum status write_whens(struct writing *writing, int64_t row, const char *kind, const struct when *whens, size_t n)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < n && status == STATUS_OK; i++)
        status = db_run(writing->db, SQL_WHEN, writing->err, v_int(row), v_text(kind), v_int((int64_t)i), v_text(whens[i].text),
                        v_date(whens[i].span.from), v_date(whens[i].span.to));
    return status;
}

static enum status write_entry(struct writing *writing, int64_t programme, int n, const struct programme_entry *entry)
{
    enum status status = db_run(writing->db, SQL_ENTRY, writing->err, v_int(programme), v_int(n), v_bool(entry->inherited),
                                v_text(programme_section_name(entry->section)), v_text(programme_state_name(entry->state)),
                                v_text(entry->issue), v_text(entry->last_reports_text), v_text(entry->notes),
                                v_date(entry->requested_on), v_text(entry->frequency));
    int64_t row = db_last_id(writing->db);
    if (status == STATUS_OK)
        status = write_whens(writing, row, "planned", entry->planned, entry->n_planned);
    if (status == STATUS_OK)
        status = write_whens(writing, row, "last report", entry->last_reports, entry->n_last_reports);
    return status == STATUS_OK ? db_breathe(writing->db, writing->err) : status;
}

static enum status write_programme(struct writing *writing, int n, const struct programme *programme)
{
    enum status status = db_run(writing->db, SQL_PROGRAMME, writing->err, v_int(writing->meeting), v_int(n), v_text(programme->committee),
                                v_date(programme->published_for), v_text(programme->title), v_text(programme->preamble),
                                v_int(programme->item_position));
    int64_t row = db_last_id(writing->db);
    for (size_t i = 0; i < programme->n_entries && status == STATUS_OK; i++)
        status = write_entry(writing, row, (int)i, &programme->entries[i]);
    for (size_t i = 0; i < programme->n_champions && status == STATUS_OK; i++)
        status = db_run(writing->db, SQL_CHAMPION, writing->err, v_int(row), v_int((int64_t)i), v_text(programme->champions[i].topic),
                        v_text(programme->champions[i].name));
    for (size_t i = 0; i < programme->n_future_meetings && status == STATUS_OK; i++)
        status = db_run(writing->db, SQL_FUTURE, writing->err, v_int(row), v_int((int64_t)i), v_date(programme->future_meetings[i]));
    return status;
}

/* ---- all ------------------------------------------------------------------------------------------------ */

enum status publish_write(struct db *db, int64_t edition, const struct group *group, const struct head *heads,
                          const struct merged *merged, const struct finds *finds, const struct sums *sums, int64_t *meeting,
                          struct err *err)
{
    struct writing writing = {.db = db, .err = err};
    enum status status = write_heading(&writing, edition, group, merged, sums);
    if (status == STATUS_OK)
        status = write_names(&writing, group, heads);
    if (status == STATUS_OK)
        status = write_lists(&writing, merged->meeting);
    if (status == STATUS_OK)
        status = write_papers(&writing, merged->meeting);
    for (size_t i = 0; i < merged->meeting->n_items && status == STATUS_OK; i++)
        status = write_item(&writing, &merged->meeting->items[i]);
    for (size_t i = 0; i < merged->n_programmes && status == STATUS_OK; i++)
        status = write_programme(&writing, (int)i, merged->programmes[i]);
    if (status == STATUS_OK)
        status = finds_write(db, writing.meeting, finds, err);
    *meeting = writing.meeting;
    return status;
}
