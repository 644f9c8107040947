/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Merging a row that comes with one that is held: what is empty here is filled, where both speak and differ ours stays and theirs
 * is kept beside it as an update that says whose it is. So nothing of either is lost, and taking the same again changes nothing. */
#include "config.h"

#include "take.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- which row is it? ------------------------------------------------------------------------------------ */

static bool same_bytes(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

static bool same_or_none(const char *a, const char *b)
{
    return a && b ? text_same_words(a, b) : a == b;
}

static bool agree(const char *a, const char *b)
{
    return !a || !b || text_same_words(a, b);
}

static bool days_agree(struct date a, struct date b)
{
    return !date_is_set(a) || !date_is_set(b) || date_compare(a, b) == 0;
}

static const char *said(const struct action *action)
{
    return action->quote ? action->quote : action->own_words ? action->own_words : action->subject;
}

/* Do the rows say the same of the same meeting? */
static bool same_matter(const struct action *ours, const struct action *theirs)
{
    const char *const texts[] = {ours->quote, ours->subject, ours->own_words};
    const char *words = said(theirs);
    if (!words || !agree(ours->committee, theirs->committee) || !days_agree(ours->meeting_date, theirs->meeting_date))
        return false;
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        if (texts[i] && text_same_words(texts[i], words))
            return true;
    return false;
}

static bool same_reference(const struct action *ours, const struct action *theirs)
{
    return same_bytes(ours->reference, theirs->reference) && agree(ours->committee, theirs->committee) &&
           days_agree(ours->meeting_date, theirs->meeting_date) && agree(said(ours), said(theirs));
}

static struct action *find_held(const struct taking *taking, const struct action *theirs)
{
    struct action *found = NULL;
    for (size_t i = 0; i < taking->held.n; i++)
        if (same_bytes(taking->held.at[i]->id, theirs->id))
            return taking->held.at[i];
    for (size_t i = 0; i < taking->held.n; i++) {
        struct action *ours = taking->held.at[i];
        if (ours->deleted)
            continue;
        if (same_bytes(ours->candidate_id, theirs->candidate_id))
            return ours;
        if (!found && (same_reference(ours, theirs) || same_matter(ours, theirs)))
            found = ours;
    }
    return found;
}

/* ---- edits ------------------------------------------------------------------------------------------------- */

static struct edit *add_edit(struct taking *taking, enum edit_kind kind, const char *target)
{
    struct edit *edit = mem_append(taking->parent, taking->edits, taking->n_edits);
    *edit = (struct edit){.kind = kind, .target = target, .day = taking->options->today};
    return edit;
}

static struct take_row *add_plan(struct taking *taking, enum take_kind kind, const struct coming *row, const char *reference)
{
    struct take *out = taking->out;
    const char *words = said(&row->action);
    struct take_row *plan = mem_append(taking->parent, out->rows, out->n);
    *plan = (struct take_row){.kind = kind, .line = row->line, .reference = mem_strdup(taking->parent, reference),
                              .words = text_squeeze(taking->parent, words ? words : "", words ? strlen(words) : 0)};
    return plan;
}

static void set_kind(struct taking *taking, struct take_row *plan, enum take_kind kind)
{
    plan->kind = kind;
    taking->out->kinds[kind]++;
}

/* ---- fields --------------------------------------------------------------------------------------------------- */

static const struct merged {
    const char *field, *words;
    size_t at;
    bool day;
} merged[] = {
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

static char *text_at(const struct action *action, size_t at)
{
    return *(char *const *)(const void *)((const char *)action + at);
}

static struct date day_at(const struct action *action, size_t at)
{
    return *(const struct date *)(const void *)((const char *)action + at);
}

/* The value of FIELD as an edit takes it; NULL: empty. */
static char *value_of(const void *parent, const struct action *action, const struct merged *field)
{
    if (!field->day)
        return text_at(action, field->at);
    struct date day = day_at(action, field->at);
    return date_is_set(day) ? date_iso(parent, day) : NULL;
}

/* What the plan sets stands here from then on: a later row of the file that says something else is kept beside it. */
static void set_here(struct action *ours, const struct action *theirs, const struct merged *field)
{
    char *to = (char *)ours + field->at;
    const char *from = (const char *)theirs + field->at;
    memcpy(to, from, field->day ? sizeof(struct date) : sizeof(char *));
}

/* Things kept beside ours, in one update. */
struct beside {
    struct buf text;
};
static void keep_beside(struct taking *taking, struct take_row *plan, struct beside *beside, const char *words, const char *theirs)
{
    buf_printf(&beside->text, "%s%s: %s", beside->text.len ? "; " : "", words, theirs);
    strings_add(taking->parent, &plan->details, mem_printf(taking->parent, "kept beside ours: %s: %s", words, theirs));
}

static void merge_field(struct taking *taking, struct take_row *plan, struct beside *beside, struct action *ours, const struct action *theirs,
                        const struct merged *field)
{
    const char *here = value_of(taking->parent, ours, field), *there = value_of(taking->parent, theirs, field);
    if (!there || (here && text_same_words(here, there)))
        return;
    /* What stands in the row already in other words is no second text: the sentence, the same sort. */
    if (strcmp(field->field, "own_words") == 0 && (ours->quote || here) && same_matter(ours, theirs))
        return;
    if (here) {
        keep_beside(taking, plan, beside, field->words, there);
        return;
    }
    struct edit *edit = add_edit(taking, EDIT_ACTION_SET, ours->id);
    edit->field = field->field;
    edit->value = there;
    edit->action = strcmp(field->field, "due_text") == 0 ? theirs : NULL;
    strings_add(taking->parent, &plan->details, mem_printf(taking->parent, "%s: %s", field->words, there));
    set_here(ours, theirs, field);
}

/* Of a status the further one is news, but only the member closes a row of theirs. */
static void merge_status(struct taking *taking, struct take_row *plan, struct beside *beside, struct action *ours, const struct action *theirs)
{
    if (!theirs->status || same_bytes(ours->status, theirs->status))
        return;
    bool untouched = !ours->status || strcmp(ours->status, "not started") == 0;
    if (untouched && action_status_is_open(theirs->status)) {
        struct edit *edit = add_edit(taking, EDIT_ACTION_SET, ours->id);
        edit->field = "status";
        edit->value = ours->status = theirs->status;
        strings_add(taking->parent, &plan->details, mem_printf(taking->parent, "status: %s", theirs->status));
        return;
    }
    if (strcmp(theirs->status, "not started") == 0)
        return;
    const char *by = theirs->closed_by;
    keep_beside(taking, plan, beside, "status", by ? mem_printf(taking->parent, "%s, %s", theirs->status, by) : theirs->status);
}

/* The note that THEIRS were typed with, behind WORDS, which are theirs without it; NULL: none. */
static const char *typed_note(const void *parent, const struct action *theirs, const char *words)
{
    static const char blanks[] = " \t\r\n";
    const char *typed = text_trim(mem_strdup(parent, theirs->own_words));
    const char *tail = typed + (words && text_starts(typed, words) ? strlen(words) : 0);
    tail += strspn(tail, blanks);
    tail += *tail == ';';
    tail += strspn(tail, blanks);
    if (strncasecmp(tail, "note", strlen("note")) == 0)
        tail += strlen("note");
    tail += strspn(tail, blanks);
    return *tail ? tail : NULL;
}

/* Words of theirs that may be kept beside ours, where exports show them, go without the note that they were typed with: it becomes
 * a note of the row, as any other of theirs. */
static const struct action *without_typed_note(const void *parent, const struct action *ours, const struct action *row)
{
    if (!ours->own_words || !row->own_words || text_same_words(ours->own_words, row->own_words))
        return row;
    struct action *theirs = mem_new(parent, struct action);
    *theirs = *row;
    theirs->own_words = action_own_words(parent, row, false);
    const char *note = typed_note(parent, row, theirs->own_words);
    if (note && !theirs->note)
        theirs->note = mem_strdup(parent, note);
    else if (note && !strstr(theirs->note, note))
        theirs->note = mem_printf(parent, "%s\n%s", theirs->note, note);
    const char *here = action_own_words(parent, ours, false);
    if (here && theirs->own_words && text_same_words(here, theirs->own_words))
        theirs->own_words = NULL;
    return theirs;
}

/* So is the day on which they meant to ask again: where ours is another day it is kept as a note, never as an update. */
static const struct action *without_second_chase(const void *parent, const struct action *ours, const struct action *row)
{
    if (!date_is_set(ours->chase_date) || !date_is_set(row->chase_date) || date_compare(ours->chase_date, row->chase_date) == 0)
        return row;
    struct action *theirs = mem_new(parent, struct action);
    *theirs = *row;
    theirs->chase_date = (struct date){0};
    theirs->note = mem_printf(parent, "%s%sto chase %s", row->note ? row->note : "", row->note ? "\n" : "", date_words(parent, row->chase_date));
    return theirs;
}

/* A note is private on both sides: it never becomes an update, which exports show. */
static void merge_note(struct taking *taking, struct take_row *plan, struct action *ours, const struct action *theirs)
{
    if (!theirs->note || (ours->note && strstr(ours->note, theirs->note)))
        return;
    struct edit *edit = add_edit(taking, EDIT_ACTION_SET, ours->id);
    edit->field = "note";
    char *note = ours->note ? mem_printf(taking->parent, "%s\n[%s] %s", ours->note, taking->source, theirs->note) : theirs->note;
    edit->value = note;
    strings_add(taking->parent, &plan->details, mem_strdup(taking->parent, ours->note ? "note: both are kept" : "note"));
    ours->note = note;
}

/* ---- what happened ------------------------------------------------------------------------------------------------ */

static bool entry_held(const struct taking *taking, const char *row_id, const struct action_entry *entry)
{
    for (size_t i = 0; i < taking->entries.n; i++) {
        const struct action_entry *held = taking->entries.at[i];
        if (same_bytes(held->id, entry->id))
            return true;
        bool same_text = held->text && entry->text ? text_same_words(held->text, entry->text) : held->text == entry->text;
        if (strcmp(held->action_id, row_id) == 0 && held->kind == entry->kind && same_text && (entry->text || date_compare(held->date, entry->date) == 0))
            return true;
    }
    return false;
}

/* From here on ENTRY is held, so that a second row of the file does not bring it again. */
static void plan_entry(struct taking *taking, const char *row_id, const struct action_entry *entry)
{
    struct edit *edit = add_edit(taking, EDIT_ENTRY_ADD, row_id);
    struct action_entry *held = mem_new(taking->parent, struct action_entry);
    edit->entry = entry;
    edit->value = entry->id;
    *held = *entry;
    held->action_id = mem_strdup(taking->parent, row_id);
    *mem_append(taking->parent, taking->entries.at, taking->entries.n) = held;
}

static void add_entry(struct taking *taking, struct take_row *plan, const char *row_id, const struct action_entry *entry)
{
    plan_entry(taking, row_id, entry);
    strings_add(taking->parent, &plan->details, entry_words(taking->parent, entry));
}

static void merge_entries(struct taking *taking, struct take_row *plan, const char *row_id, const struct coming *row)
{
    for (size_t i = 0; i < row->n_entries; i++)
        if (!entry_held(taking, row_id, &row->entries[i]))
            add_entry(taking, plan, row_id, &row->entries[i]);
}

/* ---- twice in one file ------------------------------------------------------------------------------------- */

static bool same_entries(const struct coming *a, const struct coming *b)
{
    if (a->n_entries != b->n_entries)
        return false;
    for (size_t i = 0; i < a->n_entries; i++) {
        const struct action_entry *one = &a->entries[i], *other = &b->entries[i];
        if (one->kind != other->kind || date_compare(one->date, other->date) != 0 || !same_or_none(one->text, other->text) ||
            !same_or_none(one->url, other->url))
            return false;
    }
    return true;
}

/* Do two rows say the same in all that a row can say? Of rows that differ in one word both may be meant. */
static bool same_row(const struct coming *a, const struct coming *b)
{
    static const size_t also[] = {offsetof(struct action, reference), offsetof(struct action, committee),   offsetof(struct action, quote),
                                  offsetof(struct action, status),    offsetof(struct action, minute_number), offsetof(struct action, note),
                                  offsetof(struct action, item_title)};
    const struct action *one = &a->action, *other = &b->action;
    for (size_t i = 0; i < MB_LENGTH(also); i++)
        if (!same_or_none(text_at(one, also[i]), text_at(other, also[i])))
            return false;
    for (size_t i = 0; i < MB_LENGTH(merged); i++)
        if (merged[i].day ? date_compare(day_at(one, merged[i].at), day_at(other, merged[i].at)) != 0
                          : !same_or_none(text_at(one, merged[i].at), text_at(other, merged[i].at)))
            return false;
    return date_compare(one->meeting_date, other->meeting_date) == 0 && same_entries(a, b);
}

/* Why ROW, which is not held here, is left out: the file has it already; NULL where it has not. */
static char *why_twice(const struct taking *taking, const struct coming *row)
{
    for (size_t i = 0; i < taking->n_added; i++) {
        const struct coming *first = taking->added[i];
        const struct action *one = &first->action, *other = &row->action;
        bool same_id = same_bytes(one->id, other->id);
        if (same_id || same_bytes(one->candidate_id, other->candidate_id) || ((!one->id || !other->id) && same_row(first, row)))
            return mem_printf(taking->parent, same_id ? "has the id of row %d of this file" : "is in this file already, row %d", first->line);
    }
    return NULL;
}

/* ---- a row -------------------------------------------------------------------------------------------------------- */

static void merge(struct taking *taking, struct action *ours, const struct coming *row)
{
    size_t before = taking->n_edits;
    const struct action *theirs = without_typed_note(taking->parent, ours, without_second_chase(taking->parent, ours, &row->action));
    struct beside beside;
    struct take_row *plan = add_plan(taking, TAKE_SAME, row, ours->reference);
    buf_init(&beside.text, taking->parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < MB_LENGTH(merged); i++)
        merge_field(taking, plan, &beside, ours, theirs, &merged[i]);
    merge_status(taking, plan, &beside, ours, theirs);
    merge_note(taking, plan, ours, theirs);
    merge_entries(taking, plan, ours->id, row);
    if (beside.text.len) {
        struct action_entry *entry = mem_new(taking->parent, struct action_entry);
        *entry = (struct action_entry){.kind = ENTRY_UPDATE, .date = date_is_set(taking->out->as_at) ? taking->out->as_at : taking->options->today,
                                       .text = buf_take(&beside.text), .source = taking->source};
        if (!entry_held(taking, ours->id, entry)) {
            plan_entry(taking, ours->id, entry);
        } else if (taking->n_edits == before) {
            plan->details.n = 0; /* kept beside ours before */
        }
    }
    set_kind(taking, plan, taking->n_edits > before ? TAKE_CHANGE : TAKE_SAME);
}

static void add(struct taking *taking, const struct coming *row)
{
    const struct action *action = &row->action;
    struct take_row *plan = add_plan(taking, TAKE_ADD, row, action->reference);
    char *id = action->id ? action->id : store_new_id(taking->parent);
    struct edit *edit = add_edit(taking, EDIT_ACTION_ADD, id);
    edit->action = action;
    *mem_append(taking->parent, taking->added, taking->n_added) = row;
    merge_entries(taking, plan, id, row);
    set_kind(taking, plan, TAKE_ADD);
}

static void leave_out(struct taking *taking, const struct coming *row, const char *reference, const char *why)
{
    struct take_row *plan = add_plan(taking, TAKE_LEFT_OUT, row, reference);
    strings_add(taking->parent, &plan->details, why);
    set_kind(taking, plan, TAKE_LEFT_OUT);
}

void taking_row(struct taking *taking, const struct coming *row)
{
    struct action *ours = find_held(taking, &row->action);
    const char *twice = ours ? NULL : why_twice(taking, row);
    if (!said(&row->action))
        leave_out(taking, row, row->action.reference, "says nothing that can be followed up");
    else if (twice)
        leave_out(taking, row, row->action.reference, twice);
    else if (!ours)
        add(taking, row);
    else if (ours->deleted)
        leave_out(taking, row, ours->reference, "was undone here; redo brings it back");
    else if (ours->damaged)
        leave_out(taking, row, ours->reference, "is damaged here");
    else if (ours->state == ACTION_REFUSED)
        leave_out(taking, row, ours->reference, "you said here that it is not a follow-up");
    else
        merge(taking, ours, row);
}

enum status taking_start(struct taking *taking, const void *parent, struct store *store, const struct take_options *options, struct take *out,
                         struct err *err)
{
    *taking = (struct taking){.parent = parent, .options = options, .out = out};
    enum status status = store_actions(parent, store, &taking->held, err);
    return status == STATUS_OK ? store_entries(parent, store, NULL, &taking->entries, err) : status;
}

void taking_end(struct taking *taking)
{
    struct take *out = taking->out;
    out->edit = (struct edit){.kind = EDIT_SEVERAL, .edits = taking->edits, .n_edits = taking->n_edits, .day = taking->options->today,
                              .value = mem_printf(taking->parent, "%s taken in: %d added, %d changed", taking->options->name, out->kinds[TAKE_ADD],
                                                  out->kinds[TAKE_CHANGE])};
}
