/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* That the tables of src/model/fields.c describe every member of every struct of a draft, and that a
 * draft survives being written and read, whole, empty or damaged. */
#include "support/test.h"

#include <minutebook/model.h>

#include <ctype.h>

/* ---- a record filled by its table ------------------------------------------------------------ */

#define PER_LIST 2 /* elements put into every array and list */

/* The next value, never given twice. */
struct filler {
    void *context;
    int next;
};

static void fill_record(struct filler *filler, const struct record_type *type, char *record);

static char *fill_text(struct filler *filler)
{
    return mem_printf(filler->context, "%d", filler->next++);
}

static void fill_records(struct filler *filler, const struct field *field, char *record, size_t n)
{
    char *first = mem_zero_named(filler->context, n * field->of->size, "filled");
    for (size_t i = 0; i < n; i++)
        fill_record(filler, field->of, first + i * field->of->size);
    memcpy(record + field->offset, &first, sizeof first);
}

static void fill_field(struct filler *filler, const struct field *field, char *record)
{
    void *at = record + field->offset;
    size_t *count = (void *)(record + field->count_offset);
    char **cells = mem_zero_named(filler->context, PER_LIST * sizeof *cells, "cells");
    switch (field->kind) {
    case FIELD_TEXT:
        *(char **)at = fill_text(filler);
        break;
    case FIELD_INT:
        *(int *)at = filler->next++;
        break;
    case FIELD_BOOL:
        *(bool *)at = true;
        break;
    case FIELD_DATE:
        *(struct date *)at = (struct date){2000 + filler->next++, 2, 3};
        break;
    case FIELD_SHA:
        snprintf(at, SHA256_HEX, "%064d", filler->next++);
        break;
    case FIELD_STRINGS:
        for (int i = 0; i < PER_LIST; i++)
            strings_add(filler->context, at, fill_text(filler));
        break;
    case FIELD_CELLS:
        cells[0] = fill_text(filler);
        cells[1] = fill_text(filler);
        *(char ***)at = cells;
        *count = PER_LIST;
        break;
    case FIELD_RECORD:
        fill_records(filler, field, record, 1);
        break;
    case FIELD_RECORDS:
        fill_records(filler, field, record, PER_LIST);
        *count = PER_LIST;
        break;
    }
}

static void fill_record(struct filler *filler, const struct record_type *type, char *record)
{
    for (size_t i = 0; i < type->n_fields; i++)
        fill_field(filler, &type->fields[i], record);
}

static struct draft *draft_filled(void *context, int *values)
{
    struct filler filler = {context, 1};
    struct draft *draft = mem_new(context, struct draft);
    fill_record(&filler, &draft_type, (char *)draft);
    *values = filler.next - 1;
    return draft;
}

/* ---- sequences as text ------------------------------------------------------------------------ */

static void emit_line(void *to, int depth, const char *name, const char *value)
{
    buf_printf(to, "%d %s %s\n", depth, name, value ? value : "(opens)");
}

static char *sequence_of(void *context, const struct record_type *type, const void *record)
{
    struct buf buf;
    buf_init(&buf, context, 1 << 20);
    record_write(type, record, emit_line, &buf);
    assert_false(buf.full);
    return buf_take(&buf);
}

static void a_draft_with_every_field_set_comes_back_the_same(void **state)
{
    int values;
    struct draft *draft = draft_filled(*state, &values);
    char *before = sequence_of(*state, &draft_type, draft);
    void *elsewhere = talloc_new(*state);
    struct draft *copy = draft_copy(elsewhere, draft);
    assert_ptr_equal(talloc_parent(copy), elsewhere);
    assert_ptr_equal(talloc_parent(copy->meeting), copy);
    assert_int_equal(copy->meeting->n_items, PER_LIST);
    assert_string_equal(sequence_of(*state, &draft_type, copy), before);
}

/* Two members at one offset would overwrite each other in the filling, and a member written under the
 * wrong name would come back wrong: every value that was put in must be found once. */
static void every_value_is_written_once(void **state)
{
    int values;
    struct draft *draft = draft_filled(*state, &values);
    char *sequence = sequence_of(*state, &draft_type, draft);
    int *seen = mem_zero_named(*state, sizeof(int) * (size_t)(values + 1), "seen");
    for (char *line = sequence; *line; line = strchr(line, '\n') + 1) {
        const char *value = strchr(strchr(line, ' ') + 1, ' ') + 1;
        int number = (int)strtol(value, NULL, 10);
        if (strchr(value, '-') && strchr(value, '-') < strchr(value, '\n'))
            number -= 2000;
        if (number > 0 && number <= values)
            seen[number]++;
    }
    for (int i = 2; i <= values; i++) /* the value of a bool is 1 */
        assert_int_equal(seen[i], 1);
}

static void a_copy_outlives_its_original(void **state)
{
    int values;
    void *first = talloc_new(*state);
    struct draft *draft = draft_filled(first, &values);
    char *before = sequence_of(*state, &draft_type, draft);
    struct draft *copy = draft_copy(*state, draft);
    talloc_free(first);
    assert_string_equal(sequence_of(*state, &draft_type, copy), before);
}

static void a_draft_with_nothing_set_writes_nothing_and_comes_back_empty(void **state)
{
    struct draft *draft = mem_new(*state, struct draft);
    assert_string_equal(sequence_of(*state, &draft_type, draft), "");
    struct draft *copy = draft_copy(*state, draft);
    assert_null(copy->meeting);
    assert_null(copy->path);
    assert_int_equal(copy->warnings.n, 0);
}

static void empty_records_and_empty_cells_are_kept(void **state)
{
    struct draft *draft = mem_new(*state, struct draft);
    draft->meeting = mem_new(draft, struct meeting);
    draft->meeting->minutes_after_midnight = -1;
    (void)mem_append(draft->meeting, draft->meeting->people, draft->meeting->n_people);
    struct item *item = mem_append(draft->meeting, draft->meeting->items, draft->meeting->n_items);
    struct block *block = mem_append(draft->meeting, item->blocks, item->n_blocks);
    struct table_row *row = mem_append(draft->meeting, block->rows, block->n_rows);
    *mem_append(draft->meeting, row->cells, row->n_cells) = mem_strdup(draft->meeting, "");
    *mem_append(draft->meeting, row->cells, row->n_cells) = mem_strdup(draft->meeting, "a\nb");
    struct draft *copy = draft_copy(*state, draft);
    assert_int_equal(copy->meeting->minutes_after_midnight, -1);
    assert_int_equal(copy->meeting->n_people, 1);
    assert_null(copy->meeting->people[0].name);
    const struct table_row *cells = &copy->meeting->items[0].blocks[0].rows[0];
    assert_int_equal(cells->n_cells, 2);
    assert_string_equal(cells->cells[0], "");
    assert_string_equal(cells->cells[1], "a\nb");
}

/* ---- sequences that nobody wrote ---------------------------------------------------------------- */

struct value {
    int depth;
    const char *name, *value;
};

static struct draft *draft_read(void *context, const struct value *values, size_t n)
{
    struct record_reader *reader = record_reader_new(context, &draft_type);
    for (size_t i = 0; i < n; i++)
        record_read(reader, values[i].depth, values[i].name, values[i].value);
    return record_reader_take(reader, context);
}

static void depths_that_nothing_opened_are_skipped(void **state)
{
    const struct value values[] = {
        {1, "committee", "of no meeting"}, {-1, "path", "below the ground"},  {999, "path", "far up"},
        {0, "meeting", NULL},              {1, "committee", "Rivers Panel"},  {3, "title", "of no item"},
        {1, "items", NULL},                {2, "title", "Flood defences"},    {0, "path", "a.txt"},
        {2, "title", "after it closed"},   {1, "venue", "after it closed"},
    };
    struct draft *draft = draft_read(*state, values, MB_LENGTH(values));
    assert_string_equal(draft->path, "a.txt");
    assert_string_equal(draft->meeting->committee, "Rivers Panel");
    assert_null(draft->meeting->venue);
    assert_int_equal(draft->meeting->n_items, 1);
    assert_string_equal(draft->meeting->items[0].title, "Flood defences");
}

static void unknown_names_are_skipped_with_all_below_them(void **state)
{
    const struct value values[] = {
        {0, "meeting", NULL},   {1, "weather", "fair"},     {1, "livestream", NULL},
        {2, "title", "hidden"}, {2, "items", NULL},         {3, "title", "hidden too"},
        {1, "items", NULL},     {2, "title", "Flood defences"},
    };
    struct draft *draft = draft_read(*state, values, MB_LENGTH(values));
    assert_int_equal(draft->meeting->n_items, 1);
    assert_string_equal(draft->meeting->items[0].title, "Flood defences");
}

static void values_of_the_wrong_kind_are_skipped(void **state)
{
    const struct value values[] = {
        {0, "path", NULL},            {1, "path", "in a text"},
        {0, "meeting", "a value"},    {0, "meeting", NULL},
        {1, "items", "a value"},      {1, "items", NULL},
        {2, "position", "7th"},       {2, "position", "99999999999999999999"},
        {2, "position", ""},          {2, "exempt", "yes"},
        {1, "date", "2022-11"},       {1, "date", "2022-11-03-04"},
        {1, "date", "third"},         {0, "sha256", "abc"},
        {0, "reader_version", "4"},
    };
    struct draft *draft = draft_read(*state, values, MB_LENGTH(values));
    assert_null(draft->path);
    assert_int_equal(draft->meeting->n_items, 1);
    assert_int_equal(draft->meeting->items[0].position, 0);
    assert_false(draft->meeting->items[0].exempt);
    assert_int_equal(draft->meeting->date.year, 0);
    assert_string_equal(draft->sha256, "");
    assert_int_equal(draft->reader_version, 4);
}

static void a_record_opened_twice_is_one_and_a_value_said_twice_is_the_last(void **state)
{
    const struct value values[] = {
        {0, "meeting", NULL}, {1, "venue", "Town Hall"}, {0, "meeting", NULL}, {1, "committee", "Rivers Panel"},
        {0, "path", "a"},     {0, "path", "b"},
    };
    struct draft *draft = draft_read(*state, values, MB_LENGTH(values));
    assert_string_equal(draft->meeting->venue, "Town Hall");
    assert_string_equal(draft->meeting->committee, "Rivers Panel");
    assert_string_equal(draft->path, "b");
}

/* Only a cell may be empty (model.h). */
static void a_text_without_a_letter_is_none(void **state)
{
    const struct value values[] = {
        {0, "path", ""},    {0, "warnings", ""}, {0, "warnings", "cut"}, {0, "meeting", NULL}, {1, "venue", "Town Hall"},
        {1, "venue", ""},   {1, "items", NULL},  {2, "title", ""},       {2, "blocks", NULL},  {3, "rows", NULL},
        {4, "cells", ""},
    };
    struct draft *draft = draft_read(*state, values, MB_LENGTH(values));
    assert_null(draft->path);
    assert_int_equal(draft->warnings.n, 1);
    assert_string_equal(draft->meeting->venue, "Town Hall");
    assert_null(draft->meeting->items[0].title);
    assert_int_equal(draft->meeting->items[0].blocks[0].rows[0].n_cells, 1);
}

/* ---- the header and the tables ------------------------------------------------------------------- */

static char *header_text(void *context)
{
    char *path = mem_printf(context, "%s/include/minutebook/model.h", test_env("MINUTEBOOK_SRCDIR"));
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    char *text = mem_zero_named(context, 1 << 18, "header");
    assert_true(fread(text, 1, (1 << 18) - 1, file) > 0);
    fclose(file);
    for (char *start; (start = strstr(text, "/*"));) {
        char *end = strstr(start, "*/");
        assert_non_null(end);
        memset(start, ' ', (size_t)(end + 2 - start));
    }
    return text;
}

/* Is the member NAME of the struct that TYPE describes covered by a field: itself, its parts
 * ("span.from" for "span") or, for "n_items", the count of "items"? */
static bool is_described(const struct record_type *type, const char *name)
{
    for (size_t i = 0; i < type->n_fields; i++) {
        const struct field *field = &type->fields[i];
        size_t n = strcspn(field->name, ".");
        if (strncmp(field->name, name, n) == 0 && name[n] == '\0')
            return true;
        bool counted = field->kind == FIELD_RECORDS || field->kind == FIELD_CELLS;
        if (counted && strncmp(name, "n_", 2) == 0 && strcmp(name + 2, field->name) == 0)
            return true;
    }
    return false;
}

/* Check each declarator of DECLARATION ("char *name, *role"): its name is the last word in it. */
static int check_declaration(const struct record_type *type, char *declaration)
{
    int members = 0;
    char *rest = declaration;
    for (char *one; (one = strsep(&rest, ","));) {
        one[strcspn(one, "[")] = '\0';
        char *end = one + strlen(one);
        while (end > one && isspace((unsigned char)end[-1]))
            *--end = '\0';
        while (end > one && (isalnum((unsigned char)end[-1]) || end[-1] == '_'))
            end--;
        if (*end == '\0')
            continue;
        members++;
        if (!is_described(type, end))
            fail_msg("src/model/fields.c does not describe %s of struct %s", end, type->name);
    }
    return members;
}

static void check_struct(const char *header, const struct record_type *type)
{
    char *opening = mem_printf(NULL, "\nstruct %s {", type->name);
    const char *start = strstr(header, opening);
    if (strcmp(type->name, "date") != 0) { /* stands in text.h, is one value here */
        assert_non_null(start);
        start += strlen(opening);
        char *body = mem_strndup(opening, start, (size_t)(strstr(start, "\n};") - start));
        int members = 0;
        for (char *rest = body, *one; (one = strsep(&rest, ";"));)
            members += check_declaration(type, one);
        assert_true(members > 0);
    }
    talloc_free(opening);
    for (size_t i = 0; i < type->n_fields; i++)
        if (type->fields[i].of)
            check_struct(header, type->fields[i].of);
}

static void every_member_of_every_struct_of_a_draft_is_described(void **state)
{
    check_struct(header_text(*state), &draft_type);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_draft_with_every_field_set_comes_back_the_same),
        TEST_CASE(every_value_is_written_once),
        TEST_CASE(a_copy_outlives_its_original),
        TEST_CASE(a_draft_with_nothing_set_writes_nothing_and_comes_back_empty),
        TEST_CASE(empty_records_and_empty_cells_are_kept),
        TEST_CASE(depths_that_nothing_opened_are_skipped),
        TEST_CASE(unknown_names_are_skipped_with_all_below_them),
        TEST_CASE(values_of_the_wrong_kind_are_skipped),
        TEST_CASE(a_record_opened_twice_is_one_and_a_value_said_twice_is_the_last),
        TEST_CASE(a_text_without_a_letter_is_none),
        TEST_CASE(every_member_of_every_struct_of_a_draft_is_described),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
