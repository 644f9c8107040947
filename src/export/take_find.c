/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which row that is held, or that the file brought before, a row is that comes: by its id, the sentence it was found by, its reference,
 * or what it says of the same meeting. Each is looked up by a key and then compared. */
#include "config.h"

#include "take.h"

#include <stddef.h>
#include <string.h>

/* ---- comparing ------------------------------------------------------------------------------------------ */

static bool same_bytes(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

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
    return same_bytes(ours->reference, theirs->reference) && days_agree(ours->meeting_date, theirs->meeting_date) &&
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
    {"rag", "red, amber, green", offsetof(struct action, rag), false},
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

/* "w:" and the words folded, as text_same_words() compares them. */
static char *words_key(const void *parent, const char *words)
{
    char *folded = text_fold(parent, words), *key = mem_printf(parent, "w:%s", folded);
    talloc_free(folded);
    return key;
}

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

/* All that a row can say: two rows with one key say the same. */
static char *row_key(const void *parent, const struct coming *row)
{
    static const size_t also[] = {offsetof(struct action, reference), offsetof(struct action, committee),     offsetof(struct action, quote),
                                  offsetof(struct action, status),    offsetof(struct action, minute_number), offsetof(struct action, note),
                                  offsetof(struct action, item_title)};
    const char *action = (const char *)&row->action;
    struct buf out;
    buf_init(&out, parent, SIZE_MAX / 2);
    for (size_t i = 0; i < MB_LENGTH(also); i++)
        put_text(&out, *(char *const *)(const void *)(action + also[i]));
    for (size_t i = 0; i < take_n_merged; i++) {
        const void *at = action + take_merged[i].at;
        if (take_merged[i].day)
            put_day(&out, *(const struct date *)at);
        else
            put_text(&out, *(char *const *)at);
    }
    put_day(&out, row->action.meeting_date);
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

void taking_index_words(struct taking *taking, size_t held, const char *words)
{
    char *key = words ? words_key(NULL, words) : NULL;
    struct lookup_rows rows = key ? lookup_find(taking->by, key) : (struct lookup_rows){0};
    bool known = !key;
    for (size_t i = 0; i < rows.n; i++)
        known = known || rows.at[i] == held;
    if (!known)
        lookup_add(taking->by, key, held);
    talloc_free(key);
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
        add_key(taking->by, "i", ours->id, i);
        add_key(taking->by, "c", ours->candidate_id, i);
        add_key(taking->by, "r", ours->reference, i);
        taking_index_words(taking, i, ours->quote);
        taking_index_words(taking, i, ours->subject);
        taking_index_words(taking, i, ours->own_words);
    }
    for (size_t i = 0; i < taking->entries.n; i++)
        index_entry(taking, i);
}

/* The first of ROWS that stands and, with SAME, says the same. */
static size_t first_of(const struct taking *taking, struct lookup_rows rows, const struct action *theirs,
                       bool (*same)(const struct action *ours, const struct action *theirs))
{
    for (size_t i = 0; i < rows.n; i++) {
        const struct action *ours = taking->held.at[rows.at[i]];
        if (!ours->deleted && (!same || same(ours, theirs)))
            return rows.at[i];
    }
    return HELD_NONE;
}

size_t taking_find(const struct taking *taking, const struct action *theirs)
{
    struct lookup_rows rows = rows_by(taking, "i", theirs->id);
    if (rows.n)
        return rows.at[0];
    size_t found = first_of(taking, rows_by(taking, "c", theirs->candidate_id), theirs, NULL);
    if (found != HELD_NONE)
        return found;
    char *words = take_said(theirs) ? words_key(NULL, take_said(theirs)) : NULL;
    size_t matter = words ? first_of(taking, lookup_find(taking->by, words), theirs, take_same_matter) : HELD_NONE;
    talloc_free(words);
    found = first_of(taking, rows_by(taking, "r", theirs->reference), theirs, same_reference);
    return found < matter ? found : matter;
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

void taking_add_row(struct taking *taking, const struct coming *row)
{
    size_t n = taking->n_added;
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
    size_t first = ids.n ? ids.at[0] : HELD_NONE;
    if (finds.n && finds.at[0] < first)
        first = finds.at[0];
    for (size_t i = 0; i < same.n && same.at[i] < first; i++)
        if (!taking->added[same.at[i]]->action.id || !row->action.id)
            first = same.at[i];
    talloc_free(key);
    return first == HELD_NONE ? NULL : taking->added[first];
}
