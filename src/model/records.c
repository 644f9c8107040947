/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A record as a flat sequence of (depth, name, value), and back. What is written here knows only the
 * tables of fields.c and no struct. The sequence may have been damaged or written by another version of
 * the program: whatever does not fit is skipped, with all below it. */
#include "config.h"

#include <minutebook/model.h>

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Deep enough for draft > meeting > item > block > row, with room. */
#define RECORD_DEPTH_MAX 8

/* ---- writing ------------------------------------------------------------------------------- */

struct writer {
    record_emit *emit;
    void *to;
};

static const char *text_at(const char *record, const struct field *field)
{
    return *(char *const *)(const void *)(record + field->offset);
}

/* The member is a pointer to some struct: its bytes are copied, not read as another pointer's. */
static char *record_at(const char *record, const struct field *field)
{
    char *first;
    memcpy(&first, record + field->offset, sizeof first);
    return first;
}

static size_t count_at(const char *record, const struct field *field)
{
    return *(const size_t *)(const void *)(record + field->count_offset);
}

static void write_record(const struct writer *writer, int depth, const struct record_type *type, const char *record);

static void write_texts(const struct writer *writer, int depth, const char *name, char *const *at, size_t n)
{
    for (size_t i = 0; i < n; i++)
        writer->emit(writer->to, depth, name, at[i] ? at[i] : "");
}

static void write_number(const struct writer *writer, int depth, const char *name, int value)
{
    if (value == 0)
        return;
    char digits[16];
    snprintf(digits, sizeof digits, "%d", value);
    writer->emit(writer->to, depth, name, digits);
}

static void write_date(const struct writer *writer, int depth, const char *name, struct date date)
{
    if (date.year == 0)
        return;
    char day[48];
    snprintf(day, sizeof day, "%d-%d-%d", date.year, date.month, date.day);
    writer->emit(writer->to, depth, name, day);
}

static void write_records(const struct writer *writer, int depth, const struct field *field, const char *first,
                          size_t n)
{
    for (size_t i = 0; first && i < n; i++) {
        writer->emit(writer->to, depth, field->name, NULL);
        write_record(writer, depth + 1, field->of, first + i * field->of->size);
    }
}

static void write_field(const struct writer *writer, int depth, const struct field *field, const char *record)
{
    const void *at = record + field->offset;
    const struct strings *strings = at;
    switch (field->kind) {
    case FIELD_TEXT:
        if (text_at(record, field))
            writer->emit(writer->to, depth, field->name, text_at(record, field));
        break;
    case FIELD_INT:
        write_number(writer, depth, field->name, *(const int *)at);
        break;
    case FIELD_BOOL:
        write_number(writer, depth, field->name, *(const bool *)at);
        break;
    case FIELD_DATE:
        write_date(writer, depth, field->name, *(const struct date *)at);
        break;
    case FIELD_SHA:
        if (*(const char *)at)
            writer->emit(writer->to, depth, field->name, at);
        break;
    case FIELD_STRINGS:
        write_texts(writer, depth, field->name, strings->at, strings->n);
        break;
    case FIELD_CELLS:
        write_texts(writer, depth, field->name, *(char *const *const *)at, count_at(record, field));
        break;
    case FIELD_RECORD:
        write_records(writer, depth, field, record_at(record, field), 1);
        break;
    case FIELD_RECORDS:
        write_records(writer, depth, field, record_at(record, field), count_at(record, field));
        break;
    }
}

static void write_record(const struct writer *writer, int depth, const struct record_type *type, const char *record)
{
    for (size_t i = 0; i < type->n_fields; i++)
        write_field(writer, depth, &type->fields[i], record);
}

void record_write(const struct record_type *type, const void *record, record_emit *emit, void *to)
{
    struct writer writer = {emit, to};
    write_record(&writer, 0, type, record);
}

/* ---- reading ------------------------------------------------------------------------------- */

/* A record that is being filled. */
struct frame {
    const struct record_type *type;
    char *record;
    void *owner; /* the talloc parent of what the record holds; an array's element has its array's */
};

struct record_reader {
    struct frame frames[RECORD_DEPTH_MAX];
    int open; /* frames in use; a value of depth D belongs to frame D */
};

struct record_reader *record_reader_new(const void *parent, const struct record_type *type)
{
    struct record_reader *reader = mem_new(parent, struct record_reader);
    void *record = mem_zero_named(reader, type->size, type->name);
    reader->frames[0] = (struct frame){type, record, record};
    reader->open = 1;
    return reader;
}

static const struct field *field_named(const struct record_type *type, const char *name)
{
    for (size_t i = 0; i < type->n_fields; i++)
        if (strcmp(type->fields[i].name, name) == 0)
            return &type->fields[i];
    return NULL;
}

static bool number_of(const char *digits, char end, int *number, const char **rest)
{
    char *stop;
    errno = 0;
    long value = strtol(digits, &stop, 10);
    if (stop == digits || *stop != end || errno || value < INT_MIN || value > INT_MAX)
        return false;
    *number = (int)value;
    *rest = stop + (end != '\0');
    return true;
}

static void read_int(int *at, const char *value)
{
    int number;
    if (number_of(value, '\0', &number, &value))
        *at = number;
}

/* A date is kept as it was, without asking whether the calendar has it: a reader's slip must survive
 * a round trip to be seen. */
static void read_date(struct date *at, const char *value)
{
    struct date date;
    if (number_of(value, '-', &date.year, &value) && number_of(value, '-', &date.month, &value) &&
        number_of(value, '\0', &date.day, &value))
        *at = date;
}

static void read_sha(char *at, const char *value)
{
    if (strlen(value) == SHA256_HEX - 1)
        memcpy(at, value, SHA256_HEX);
}

static void read_cell(const struct frame *frame, const struct field *field, const char *value)
{
    char ***cells = (void *)(frame->record + field->offset);
    size_t *n = (void *)(frame->record + field->count_offset);
    char **cell = mem_append(frame->owner, *cells, *n);
    *cell = mem_strdup(*cells, value);
}

/* A text without a letter is none (model.h): only a cell may be empty. */
static void read_value(const struct frame *frame, const struct field *field, const char *value)
{
    void *at = frame->record + field->offset;
    if (*value == '\0' && field->kind != FIELD_CELLS)
        return;
    switch (field->kind) {
    case FIELD_TEXT:
        talloc_free(*(char **)at);
        *(char **)at = mem_strdup(frame->owner, value);
        break;
    case FIELD_INT:
        read_int(at, value);
        break;
    case FIELD_BOOL:
        *(bool *)at = strcmp(value, "1") == 0;
        break;
    case FIELD_DATE:
        read_date(at, value);
        break;
    case FIELD_SHA:
        read_sha(at, value);
        break;
    case FIELD_STRINGS:
        strings_add(frame->owner, at, value);
        break;
    case FIELD_CELLS:
        read_cell(frame, field, value);
        break;
    case FIELD_RECORD:
    case FIELD_RECORDS:
        break; /* a value where a record should open */
    }
}

/* The frame of a record that opens in FIELD, or false where none can. */
static bool open_record(const struct frame *frame, const struct field *field, struct frame *opened)
{
    if (field->kind != FIELD_RECORD && field->kind != FIELD_RECORDS)
        return false;
    char *first = record_at(frame->record, field);
    if (field->kind == FIELD_RECORDS) {
        size_t *n = (void *)(frame->record + field->count_offset);
        first = mem_grow_named(frame->owner, first, field->of->size, *n, field->of->name);
        *opened = (struct frame){field->of, first + *n * field->of->size, frame->owner};
        ++*n;
    } else {
        if (!first)
            first = mem_zero_named(frame->owner, field->of->size, field->of->name);
        *opened = (struct frame){field->of, first, first};
    }
    memcpy(frame->record + field->offset, &first, sizeof first);
    return true;
}

void record_read(struct record_reader *reader, int depth, const char *name, const char *value)
{
    if (depth < 0 || depth >= reader->open)
        return; /* below something that was skipped */
    reader->open = depth + 1;
    const struct frame *frame = &reader->frames[depth];
    const struct field *field = field_named(frame->type, name);
    if (!field)
        return;
    if (value)
        read_value(frame, field, value);
    else if (reader->open < RECORD_DEPTH_MAX && open_record(frame, field, &reader->frames[reader->open]))
        reader->open++;
}

void *record_reader_take(struct record_reader *reader, const void *parent)
{
    void *record = talloc_steal(parent, reader->frames[0].record);
    talloc_free(reader);
    return record;
}

/* ---- copying ------------------------------------------------------------------------------- */

static void copy_value(void *to, int depth, const char *name, const char *value)
{
    record_read(to, depth, name, value);
}

struct draft *draft_copy(const void *parent, const struct draft *draft)
{
    struct record_reader *reader = record_reader_new(NULL, &draft_type);
    record_write(&draft_type, draft, copy_value, reader);
    return record_reader_take(reader, parent);
}
