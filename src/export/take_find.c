/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which row that is held, or that the file brought before, a row is that comes: by its id, the sentence it was found by, its reference,
 * or what it says of the same meeting. Each is looked up by a key and then compared. */
#include "config.h"

#include "take.h"

#include <stddef.h>
#include <string.h>

/* ---- comparing ------------------------------------------------------------------------------------------ */

static bool agree(const char *a, const char *b)
{
    return !a || !b || text_same_words(a, b);
}

static bool days_agree(struct date a, struct date b)
{
    return !date_is_set(a) || !date_is_set(b) || date_compare(a, b) == 0;
}

const char *take_said(const struct action *action)
{
    return action->quote ? action->quote : action->own_words ? action->own_words : action->subject;
}

bool take_same_matter(const struct action *ours, const struct action *theirs)
{
    const char *const texts[] = {ours->quote, ours->subject, ours->own_words};
    const char *words = take_said(theirs);
    if (!words || !days_agree(ours->meeting_date, theirs->meeting_date) || !agree(ours->committee, theirs->committee))
        return false;
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        if (texts[i] && text_same_words(texts[i], words))
            return true;
    return false;
}

static bool same_reference(const struct action *ours, const struct action *theirs)
{
    return text_same(ours->reference, theirs->reference) && days_agree(ours->meeting_date, theirs->meeting_date) &&
           agree(ours->committee, theirs->committee) && agree(take_said(ours), take_said(theirs));
}

const struct merged take_merged[] = {
    {"owner", "by whom", offsetof(struct action, owner), false},
    {"recipient", "to whom", offsetof(struct action, recipient), false},
    {"subject", "what", offsetof(struct action, subject), false},
    {"own_words", "words", offsetof(struct action, own_words), false},
    {"due_text", "due", offsetof(struct action, due_text), false},
    {"kind", "kind", offsetof(struct action, kind), false},
    {"limb", "limb", offsetof(struct action, limb), false},
    {"status_word", "council's word", offsetof(struct action, status_word), false},
    {"step", "step", offsetof(struct action, step), false},
    {"rag", "RAG", offsetof(struct action, rag), false},
    {"raised_by", "raised by", offsetof(struct action, raised_by), false},
    {"portfolio", "portfolio", offsetof(struct action, portfolio), false},
    {"response", "response", offsetof(struct action, response), false},
    {"outcome", "outcome", offsetof(struct action, outcome), false},
    {"superseded_by", "superseded by", offsetof(struct action, superseded_by), false},
    {"carried_to", "carried to", offsetof(struct action, carried_to), false},
    {"tags", "tags", offsetof(struct action, tags), false},
    {"chase_date", "chase", offsetof(struct action, chase_date), true},
    {"executive_date", "at the executive", offsetof(struct action, executive_date), true},
    {"response_date", "response on", offsetof(struct action, response_date), true},
};
const size_t take_n_merged = MB_LENGTH(take_merged);

/* ---- keys ------------------------------------------------------------------------------------------------- */

static void add_key(struct lookup *lookup, const char *sort, const char *text, size_t row)
{
    if (!text)
        return;
    char *key = mem_printf(NULL, "%s:%s", sort, text);
    lookup_add(lookup, key, row);
    talloc_free(key);
}

static struct lookup_rows rows_by(const struct taking *taking, const char *sort, const char *text)
{
    if (!text)
        return (struct lookup_rows){0};
    char *key = mem_printf(NULL, "%s:%s", sort, text);
    struct lookup_rows rows = lookup_find(taking->by, key);
    talloc_free(key);
    return rows;
}

static void put_day(struct buf *out, struct date day)
{
    buf_printf(out, "%d-%d-%d\n", day.year, day.month, day.day);
}

static void put_text(struct buf *out, const char *text)
{
    char *folded = text_fold(NULL, text ? text : "");
    buf_printf(out, "%c%s\n", text ? '+' : '-', folded);
    talloc_free(folded);
}

/* REFERENCE, NULL where it does not count, on DAY, and WORDS as text_same_words() compares them. A row without a day, or without words,
 * agrees with any: it is looked for beside those that have them. */
static char *said_key(const char *sort, const char *reference, struct date day, const char *words)
{
    struct buf out;
    buf_init(&out, NULL, SIZE_MAX / 2);
    buf_printf(&out, "%s:%s\n", sort, reference ? reference : "");
    put_day(&out, day);
    put_text(&out, words);
    return buf_take(&out);
}

/* What an entry says; one that says nothing, or DATED, is known by its day and place. */
static char *entry_key(const char *row_id, const struct action_entry *entry, bool dated)
{
    struct buf out;
    buf_init(&out, NULL, SIZE_MAX / 2);
    buf_printf(&out, "%s %d ", row_id, (int)entry->kind);
    put_text(&out, entry->text);
    if (!entry->text || dated) {
        put_day(&out, entry->date);
        put_text(&out, entry->meeting_id);
        put_text(&out, entry->item);
        put_text(&out, entry->url);
    }
    return buf_take(&out);
}

static void put_texts(struct buf *out, const struct action *action, const size_t *at, size_t n)
{
    for (size_t i = 0; i < n; i++)
        put_text(out, *(char *const *)(const void *)((const char *)action + at[i]));
}

/* Where it comes from, how it stands, and all that can be merged. */
static void put_fields(struct buf *out, const struct action *action)
{
    static const size_t also[] = {offsetof(struct action, committee), offsetof(struct action, quote)};
    put_texts(out, action, also, MB_LENGTH(also));
    put_text(out, action->status ? action->status : action_statuses[0]); /* as the store has one that says nothing */
    put_day(out, action->meeting_date);
    for (size_t i = 0; i < take_n_merged; i++) {
        const void *at = (const char *)action + take_merged[i].at;
        if (take_merged[i].day)
            put_day(out, *(const struct date *)at);
        else
            put_text(out, *(char *const *)at);
    }
}

/* A row that is held and one that comes with this key differ in what happened, or (REFERENCE false) in their reference, too. */
static char *fields_key(const struct action *action, bool reference)
{
    struct buf out;
    buf_init(&out, NULL, SIZE_MAX / 2);
    put_fields(&out, action);
    if (reference)
        put_text(&out, action->reference);
    return buf_take(&out);
}

/* All that a row can say: two rows with one key say the same. */
static char *row_key(const void *parent, const struct coming *row)
{
    static const size_t also[] = {offsetof(struct action, reference), offsetof(struct action, minute_number), offsetof(struct action, note),
                                  offsetof(struct action, item_title)};
    struct buf out;
    buf_init(&out, parent, SIZE_MAX / 2);
    put_texts(&out, &row->action, also, MB_LENGTH(also));
    put_fields(&out, &row->action);
    for (size_t i = 0; i < row->n_entries; i++) {
        const struct action_entry *entry = &row->entries[i];
        buf_printf(&out, "%d\n", (int)entry->kind);
        put_day(&out, entry->date);
        put_text(&out, entry->text);
        put_text(&out, entry->url);
    }
    return buf_take(&out);
}

/* ---- what is held ------------------------------------------------------------------------------------------- */

/* The row HELD is found by KEY, which goes. Rows are mostly added in their order: twice in a list costs nothing but its place. */
static void find_by(struct taking *taking, char *key, size_t held)
{
    struct lookup_rows rows = lookup_find(taking->by, key);
    if (rows.n == 0 || rows.at[rows.n - 1] != held)
        lookup_add(taking->by, key, held);
    talloc_free(key);
}

void taking_index_words(struct taking *taking, size_t held)
{
    const struct action *ours = taking->held.at[held];
    const char *const texts[] = {ours->quote, ours->subject, ours->own_words};
    for (size_t i = 0; i < MB_LENGTH(texts); i++) {
        if (!texts[i])
            continue;
        find_by(taking, said_key("w", NULL, ours->meeting_date, texts[i]), held);
        find_by(taking, said_key("wa", NULL, (struct date){0}, texts[i]), held);
    }
    if (!ours->reference)
        return;
    find_by(taking, said_key("r", ours->reference, ours->meeting_date, take_said(ours)), held);
    find_by(taking, said_key("ra", ours->reference, (struct date){0}, take_said(ours)), held);
}

static void add_fields(struct taking *taking, size_t held)
{
    static const char *const sorts[] = {"f", "fr"};
    for (size_t i = 0; i < MB_LENGTH(sorts); i++) {
        char *key = fields_key(taking->held.at[held], i);
        add_key(taking->by, sorts[i], key, held);
        talloc_free(key);
    }
}

static void index_entry(struct taking *taking, size_t n)
{
    const struct action_entry *entry = taking->entries.at[n];
    char *key = entry_key(entry->action_id, entry, false), *dated = entry_key(entry->action_id, entry, true);
    add_key(taking->by, "ei", entry->id, n);
    add_key(taking->by, "ek", key, n);
    add_key(taking->by, "ed", dated, n);
    talloc_free(key);
    talloc_free(dated);
}

void taking_index(struct taking *taking)
{
    taking->by = lookup_new(taking->parent);
    for (size_t i = 0; i < taking->held.n; i++) {
        const struct action *ours = taking->held.at[i];
        add_fields(taking, i);
        add_key(taking->by, "i", ours->id, i);
        add_key(taking->by, "c", ours->candidate_id, i);
        add_key(taking->by, "rr", ours->reference, i);
        taking_index_words(taking, i);
    }
    for (size_t i = 0; i < taking->entries.n; i++)
        index_entry(taking, i);
}

typedef bool is_same(const struct action *ours, const struct action *theirs);

/* The first of ROWS that says the same as THEIRS, or BEFORE where that is an earlier one. */
static size_t first_of(const struct taking *taking, struct lookup_rows rows, const struct action *theirs, is_same *same, size_t before)
{
    for (size_t i = 0; i < rows.n; i++)
        if (same(taking->held.at[rows.at[i]], theirs))
            return rows.at[i] < before ? rows.at[i] : before;
    return before;
}

/* The same of those found by KEY, which goes. */
static size_t first_by(const struct taking *taking, char *key, const struct action *theirs, is_same *same, size_t before)
{
    size_t first = first_of(taking, lookup_find(taking->by, key), theirs, same, before);
    talloc_free(key);
    return first;
}

/* Of several that ask the same, of different people or under different references, the one that says all that THEIRS says. */
static size_t find_alike(const struct taking *taking, const struct action *theirs)
{
    size_t found = LOOKUP_NONE;
    for (int reference = 1; reference >= 0 && found == LOOKUP_NONE; reference--) {
        char *key = fields_key(theirs, reference);
        struct lookup_rows rows = rows_by(taking, reference ? "fr" : "f", key);
        found = rows.n ? rows.at[0] : LOOKUP_NONE;
        talloc_free(key);
    }
    return found;
}

static size_t find_matter(const struct taking *taking, const struct action *theirs)
{
    const char *said = take_said(theirs);
    if (!said)
        return LOOKUP_NONE;
    if (!date_is_set(theirs->meeting_date))
        return first_by(taking, said_key("wa", NULL, theirs->meeting_date, said), theirs, take_same_matter, LOOKUP_NONE);
    size_t first = first_by(taking, said_key("w", NULL, theirs->meeting_date, said), theirs, take_same_matter, LOOKUP_NONE);
    return first_by(taking, said_key("w", NULL, (struct date){0}, said), theirs, take_same_matter, first);
}

static size_t find_reference(const struct taking *taking, const struct action *theirs)
{
    const char *said = take_said(theirs);
    const char *sort = date_is_set(theirs->meeting_date) ? "r" : "ra";
    const struct date days[] = {theirs->meeting_date, {0}};
    size_t first = LOOKUP_NONE;
    if (!theirs->reference)
        return first;
    if (!said)
        return first_of(taking, rows_by(taking, "rr", theirs->reference), theirs, same_reference, first);
    for (size_t i = 0; i < MB_LENGTH(days); i++) {
        first = first_by(taking, said_key(sort, theirs->reference, days[i], said), theirs, same_reference, first);
        first = first_by(taking, said_key(sort, theirs->reference, days[i], NULL), theirs, same_reference, first);
    }
    return first;
}

size_t taking_find(const struct taking *taking, const struct action *theirs)
{
    size_t (*const ways[])(const struct taking *, const struct action *) = {find_alike, find_reference, find_matter};
    const char *const sorts[][2] = {{"i", theirs->id}, {"c", theirs->candidate_id}};
    for (size_t i = 0; i < MB_LENGTH(sorts); i++) {
        struct lookup_rows rows = rows_by(taking, sorts[i][0], sorts[i][1]);
        if (rows.n)
            return rows.at[0];
    }
    size_t found = LOOKUP_NONE;
    for (size_t i = 0; i < MB_LENGTH(ways) && found == LOOKUP_NONE; i++)
        found = ways[i](taking, theirs);
    return found;
}

/* One with an id happened on its day; a cell of a table says the same again whatever day the table bears. */
bool taking_has_entry(const struct taking *taking, const char *row_id, const struct action_entry *entry)
{
    char *key = entry_key(row_id, entry, entry->id != NULL);
    bool has = rows_by(taking, "ei", entry->id).n > 0 || rows_by(taking, entry->id ? "ed" : "ek", key).n > 0;
    talloc_free(key);
    return has;
}

void taking_add_entry(struct taking *taking, struct action_entry *entry)
{
    *mem_append(taking->parent, taking->entries.at, taking->entries.n) = entry;
    index_entry(taking, taking->entries.n - 1);
}

/* ---- what the file brought ------------------------------------------------------------------------------------ */

/* A later row that says the same, but that more happened, is no second follow-up. */
static void hold_added(struct taking *taking, const struct coming *row, const char *id)
{
    struct action *ours = mem_new(taking->parent, struct action);
    *ours = row->action;
    ours->id = mem_strdup(taking->parent, id);
    *mem_append(taking->parent, taking->held.at, taking->held.n) = ours;
    char *key = fields_key(ours, true);
    add_key(taking->by, "fr", key, taking->held.n - 1);
    talloc_free(key);
}

void taking_add_row(struct taking *taking, const struct coming *row, const char *id)
{
    size_t n = taking->n_added;
    if (!row->action.id)
        hold_added(taking, row, id);
    char *key = row_key(NULL, row);
    *mem_append(taking->parent, taking->added, taking->n_added) = row;
    add_key(taking->by, "ai", row->action.id, n);
    add_key(taking->by, "ac", row->action.candidate_id, n);
    add_key(taking->by, "ar", key, n);
    talloc_free(key);
}

const struct coming *taking_first(const struct taking *taking, const struct coming *row)
{
    char *key = row_key(NULL, row);
    const struct lookup_rows ids = rows_by(taking, "ai", row->action.id), finds = rows_by(taking, "ac", row->action.candidate_id),
                             same = rows_by(taking, "ar", key);
    size_t first = ids.n ? ids.at[0] : LOOKUP_NONE;
    if (finds.n && finds.at[0] < first)
        first = finds.at[0];
    for (size_t i = 0; i < same.n && same.at[i] < first; i++)
        if (!taking->added[same.at[i]]->action.id || !row->action.id)
            first = same.at[i];
    talloc_free(key);
    return first == LOOKUP_NONE ? NULL : taking->added[first];
}
