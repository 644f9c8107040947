/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The structs of a draft as tables of their fields. Keeping a draft in the store and copying one are
 * written from these tables (records.c); a member added to model.h is added here in the same change,
 * and tests/unit/model reads the header to prove it. */
#include "config.h"

#include <minutebook/model.h>

/* Zero, and no compiling where MEMBER is not of the C type that the kind stands for. */
#define OF_TYPE(record, member, ctype) (0 * sizeof(_Generic(((record *)0)->member, ctype: 0)))

#define TEXT(record, member)                                                                                  \
    {#member, FIELD_TEXT, offsetof(record, member) + OF_TYPE(record, member, char *), 0, NULL}
#define INT(record, member) {#member, FIELD_INT, offsetof(record, member) + OF_TYPE(record, member, int), 0, NULL}
/* An enumeration has the size of int with every compiler we build with; its values are small. */
#define ENUM(record, member, name)                                                                            \
    {#member, FIELD_INT, offsetof(record, member) + OF_TYPE(record, member, enum name), 0, NULL}
#define BOOL(record, member) {#member, FIELD_BOOL, offsetof(record, member) + OF_TYPE(record, member, bool), 0, NULL}
#define DATE(record, member)                                                                                  \
    {#member, FIELD_DATE, offsetof(record, member) + OF_TYPE(record, member, struct date), 0, NULL}
#define SHA(record, member) {#member, FIELD_SHA, offsetof(record, member) + OF_TYPE(record, member, char *), 0, NULL}
#define STRINGS(record, member)                                                                               \
    {#member, FIELD_STRINGS, offsetof(record, member) + OF_TYPE(record, member, struct strings), 0, NULL}
#define RECORD(record, member, type)                                                                          \
    {#member, FIELD_RECORD, offsetof(record, member) + OF_TYPE(record, member, struct type *), 0, &type##_type}
#define RECORDS(record, member, type)                                                                         \
    {#member, FIELD_RECORDS, offsetof(record, member) + OF_TYPE(record, member, struct type *),               \
     offsetof(record, n_##member), &type##_type}
#define CELLS(record, member)                                                                                 \
    {#member, FIELD_CELLS, offsetof(record, member) + OF_TYPE(record, member, char **),                       \
     offsetof(record, n_##member), NULL}

#define TYPE(name) {#name, sizeof(struct name), name##_fields, MB_LENGTH(name##_fields)}

_Static_assert(sizeof(enum form) == sizeof(int), "enumerations are kept as int");

/* A day in a list of days: a record of one nameless value. */
static const struct field date_fields[] = {{"day", FIELD_DATE, 0, 0, NULL}};
static const struct record_type date_type = TYPE(date);

static const struct field table_row_fields[] = {CELLS(struct table_row, cells)};
static const struct record_type table_row_type = TYPE(table_row);

static const struct field block_fields[] = {
    ENUM(struct block, kind, block_kind), TEXT(struct block, text),
    INT(struct block, level),             TEXT(struct block, caption),
    RECORDS(struct block, rows, table_row), TEXT(struct block, page),
};
static const struct record_type block_type = TYPE(block);

static const struct field attachment_fields[] = {
    TEXT(struct attachment, title), TEXT(struct attachment, format), TEXT(struct attachment, size),
    TEXT(struct attachment, url),   BOOL(struct attachment, exempt), BOOL(struct attachment, held),
    TEXT(struct attachment, service_id),
};
static const struct record_type attachment_type = TYPE(attachment);

static const struct field vote_fields[] = {
    TEXT(struct vote, title), TEXT(struct vote, type), TEXT(struct vote, text), TEXT(struct vote, result),
};
static const struct record_type vote_type = TYPE(vote);

static const struct field link_fields[] = {TEXT(struct link, text), TEXT(struct link, url)};
static const struct record_type link_type = TYPE(link);

static const struct field item_fields[] = {
    INT(struct item, position),
    TEXT(struct item, agenda_number),
    TEXT(struct item, minute_number),
    TEXT(struct item, title),
    TEXT(struct item, kind),
    INT(struct item, part),
    BOOL(struct item, exempt),
    TEXT(struct item, exempt_reason),
    TEXT(struct item, timing),
    TEXT(struct item, pages),
    TEXT(struct item, pages_note),
    ENUM(struct item, follow, follow_state),
    BOOL(struct item, truncated),
    TEXT(struct item, author),
    RECORDS(struct item, attachments, attachment),
    STRINGS(struct item, asked),
    STRINGS(struct item, invited),
    TEXT(struct item, agenda_text),
    TEXT(struct item, minutes_text),
    TEXT(struct item, decision_text),
    BOOL(struct item, agenda_exempt),
    BOOL(struct item, minutes_exempt),
    BOOL(struct item, report_exempt),
    RECORDS(struct item, blocks, block),
    BOOL(struct item, in_latest),
    TEXT(struct item, service_id),
    RECORDS(struct item, votes, vote),
    RECORDS(struct item, links, link),
};
static const struct record_type item_type = TYPE(item);

static const struct field person_fields[] = {
    TEXT(struct person, name),
    TEXT(struct person, role),
    TEXT(struct person, capacity),
    TEXT(struct person, attendance),
};
static const struct record_type person_type = TYPE(person);

static const struct field source_fields[] = {
    TEXT(struct source, path),
    SHA(struct source, sha256),
    ENUM(struct source, form, form),
    BOOL(struct source, exempt),
};
static const struct record_type source_type = TYPE(source);

static const struct field alternative_fields[] = {
    TEXT(struct alternative, field),
    TEXT(struct alternative, value),
    SHA(struct alternative, sha256),
};
static const struct record_type alternative_type = TYPE(alternative);

static const struct field meeting_fields[] = {
    TEXT(struct meeting, id),
    TEXT(struct meeting, council),
    TEXT(struct meeting, committee),
    DATE(struct meeting, date),
    ENUM(struct meeting, date_basis, date_basis),
    TEXT(struct meeting, date_reason),
    INT(struct meeting, minutes_after_midnight),
    TEXT(struct meeting, venue),
    TEXT(struct meeting, contact),
    TEXT(struct meeting, contact_email),
    TEXT(struct meeting, status),
    TEXT(struct meeting, status_text),
    TEXT(struct meeting, minutes_status),
    TEXT(struct meeting, joined_because),
    RECORDS(struct meeting, sources, source),
    RECORDS(struct meeting, alternatives, alternative),
    RECORDS(struct meeting, people, person),
    STRINGS(struct meeting, vacancies),
    RECORDS(struct meeting, items, item),
    RECORDS(struct meeting, papers, attachment),
    TEXT(struct meeting, site),
    TEXT(struct meeting, service_id),
    TEXT(struct meeting, agenda_service_id),
    TEXT(struct meeting, committee_service_id),
};
const struct record_type meeting_type = TYPE(meeting);

static const struct field when_fields[] = {
    TEXT(struct when, text),
    DATE(struct when, span.from),
    DATE(struct when, span.to),
};
static const struct record_type when_type = TYPE(when);

static const struct field programme_entry_fields[] = {
    RECORDS(struct programme_entry, planned, when),
    BOOL(struct programme_entry, inherited),
    ENUM(struct programme_entry, section, programme_section),
    ENUM(struct programme_entry, state, programme_state),
    TEXT(struct programme_entry, issue),
    RECORDS(struct programme_entry, last_reports, when),
    TEXT(struct programme_entry, last_reports_text),
    TEXT(struct programme_entry, notes),
    DATE(struct programme_entry, requested_on),
    TEXT(struct programme_entry, frequency),
};
static const struct record_type programme_entry_type = TYPE(programme_entry);

static const struct field champion_fields[] = {TEXT(struct champion, topic), TEXT(struct champion, name)};
static const struct record_type champion_type = TYPE(champion);

static const struct field programme_fields[] = {
    TEXT(struct programme, committee),
    TEXT(struct programme, meeting_id),
    DATE(struct programme, published_for),
    TEXT(struct programme, title),
    TEXT(struct programme, preamble),
    INT(struct programme, item_position),
    RECORDS(struct programme, future_meetings, date),
    RECORDS(struct programme, champions, champion),
    RECORDS(struct programme, entries, programme_entry),
};
const struct record_type programme_type = TYPE(programme);

static const struct field listed_meeting_fields[] = {
    TEXT(struct listed_meeting, committee),
    TEXT(struct listed_meeting, committee_service_id),
    TEXT(struct listed_meeting, service_id),
    DATE(struct listed_meeting, date),
    INT(struct listed_meeting, minutes_after_midnight),
    TEXT(struct listed_meeting, venue),
    TEXT(struct listed_meeting, status),
    TEXT(struct listed_meeting, status_text),
    BOOL(struct listed_meeting, has_agenda),
    BOOL(struct listed_meeting, has_decisions),
    BOOL(struct listed_meeting, has_minutes),
};
static const struct record_type listed_meeting_type = TYPE(listed_meeting);

static const struct field listed_committee_fields[] = {
    TEXT(struct listed_committee, name),    TEXT(struct listed_committee, service_id),
    TEXT(struct listed_committee, category), BOOL(struct listed_committee, expired),
    BOOL(struct listed_committee, deleted),
};
static const struct record_type listed_committee_type = TYPE(listed_committee);

static const struct field draft_fields[] = {
    TEXT(struct draft, path),
    SHA(struct draft, sha256),
    ENUM(struct draft, form, form),
    INT(struct draft, reader_version),
    RECORD(struct draft, meeting, meeting),
    RECORD(struct draft, programme, programme),
    STRINGS(struct draft, warnings),
    STRINGS(struct draft, committees_named),
    STRINGS(struct draft, telephones),
    BOOL(struct draft, incomplete),
    RECORDS(struct draft, papers, attachment),
    RECORDS(struct draft, listed_meetings, listed_meeting),
    RECORDS(struct draft, listed_committees, listed_committee),
};
const struct record_type draft_type = TYPE(draft);
