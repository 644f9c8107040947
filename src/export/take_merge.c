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
    const char *words = take_said(&row->action);
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
    if (strcmp(field->field, "own_words") == 0 && (ours->quote || here) && take_same_matter(ours, theirs))
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
    if (!theirs->status || text_same(ours->status, theirs->status))
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

static bool is_noted(const struct action *ours, const char *note)
{
    return note && ours->note && strstr(ours->note, note);
}

/* So is the day on which they meant to ask again: where ours is another day it is kept as a note, never as an update. */
static const struct action *without_second_chase(const void *parent, const struct action *ours, const struct action *row)
{
    if (!date_is_set(ours->chase_date) || !date_is_set(row->chase_date) || date_compare(ours->chase_date, row->chase_date) == 0)
        return row;
    struct action *theirs = mem_new(parent, struct action);
    *theirs = *row;
    theirs->chase_date = (struct date){0};
    char *chase = mem_printf(parent, "to chase %s", date_words(parent, row->chase_date));
    char *note = is_noted(ours, row->note) ? NULL : row->note; /* what is held of both stays one */
    theirs->note = is_noted(ours, chase) ? note : mem_printf(parent, "%s%s%s", note ? note : "", note ? "\n" : "", chase);
    return theirs;
}

/* A note is private on both sides: it never becomes an update, which exports show. */
static void merge_note(struct taking *taking, struct take_row *plan, struct action *ours, const struct action *theirs)
{
    if (!theirs->note || is_noted(ours, theirs->note))
        return;
    struct edit *edit = add_edit(taking, EDIT_ACTION_SET, ours->id);
    edit->field = "note";
    char *note = ours->note ? mem_printf(taking->parent, "%s\n[%s] %s", ours->note, taking->source, theirs->note) : theirs->note;
    edit->value = note;
    strings_add(taking->parent, &plan->details, mem_strdup(taking->parent, ours->note ? "note: both are kept" : "note"));
    ours->note = note;
}

/* ---- what happened ------------------------------------------------------------------------------------------------ */

/* From here on ENTRY is held, so that a second row of the file does not bring it again. */
static void plan_entry(struct taking *taking, const char *row_id, const struct action_entry *entry)
{
    struct edit *edit = add_edit(taking, EDIT_ENTRY_ADD, row_id);
    struct action_entry *held = mem_new(taking->parent, struct action_entry);
    edit->entry = entry;
    edit->value = entry->id;
    *held = *entry;
    held->action_id = mem_strdup(taking->parent, row_id);
    taking_add_entry(taking, held);
}

static void add_entry(struct taking *taking, struct take_row *plan, const char *row_id, const struct action_entry *entry)
{
    plan_entry(taking, row_id, entry);
    strings_add(taking->parent, &plan->details, entry_words(taking->parent, entry));
}

static void merge_entries(struct taking *taking, struct take_row *plan, const char *row_id, const struct coming *row)
{
    for (size_t i = 0; i < row->n_entries; i++)
        if (!taking_has_entry(taking, row_id, &row->entries[i]))
            add_entry(taking, plan, row_id, &row->entries[i]);
}

/* ---- a row -------------------------------------------------------------------------------------------------------- */

static void merge(struct taking *taking, size_t held, const struct coming *row)
{
    struct action *ours = taking->held.at[held];
    size_t before = taking->n_edits;
    const struct action *theirs = without_typed_note(taking->parent, ours, without_second_chase(taking->parent, ours, &row->action));
    struct beside beside;
    struct take_row *plan = add_plan(taking, TAKE_SAME, row, ours->reference);
    buf_init(&beside.text, taking->parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < take_n_merged; i++)
        merge_field(taking, plan, &beside, ours, theirs, &take_merged[i]);
    taking_index_words(taking, held);
    merge_status(taking, plan, &beside, ours, theirs);
    merge_note(taking, plan, ours, theirs);
    merge_entries(taking, plan, ours->id, row);
    if (beside.text.len) {
        struct action_entry *entry = mem_new(taking->parent, struct action_entry);
        *entry = (struct action_entry){.kind = ENTRY_UPDATE, .date = date_is_set(taking->out->as_at) ? taking->out->as_at : taking->options->today,
                                       .text = buf_take(&beside.text), .source = taking->source};
        if (!taking_has_entry(taking, ours->id, entry)) {
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
    taking_add_row(taking, row, id);
    merge_entries(taking, plan, id, row);
    set_kind(taking, plan, TAKE_ADD);
}

/* Why ROW, which is not held here, is left out: the file has it already; NULL where it has not. */
static const char *why_twice(const struct taking *taking, const struct coming *row)
{
    const struct coming *first = taking_first(taking, row);
    if (!first)
        return NULL;
    return mem_printf(taking->parent, text_same(first->action.id, row->action.id) ? "has the id of row %d of this file" : "is in this file already, row %d",
                      first->line);
}

static void leave_out(struct taking *taking, const struct coming *row, const char *reference, const char *why)
{
    struct take_row *plan = add_plan(taking, TAKE_LEFT_OUT, row, reference);
    strings_add(taking->parent, &plan->details, why);
    set_kind(taking, plan, TAKE_LEFT_OUT);
}

/* Dashes and dots where the words should stand are as good as an empty cell; and all such texts would be the same words. */
static bool says_nothing(const struct action *action)
{
    char *words = text_fold(NULL, take_said(action));
    bool nothing = !*words;
    talloc_free(words);
    return nothing;
}

void taking_row(struct taking *taking, const struct coming *row)
{
    size_t held = taking_find(taking, &row->action);
    const struct action *ours = held == LOOKUP_NONE ? NULL : taking->held.at[held];
    const char *twice = ours && held < taking->n_held ? NULL : why_twice(taking, row);
    if (says_nothing(&row->action))
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
        merge(taking, held, row);
}

enum status taking_start(struct taking *taking, const void *parent, struct store *store, const struct take_options *options, struct take *out,
                         struct err *err)
{
    *taking = (struct taking){.parent = parent, .options = options, .out = out};
    enum status status = store_actions(parent, store, &taking->held, err);
    if (status == STATUS_OK)
        status = store_entries(parent, store, NULL, &taking->entries, err);
    taking->n_held = taking->held.n;
    if (status == STATUS_OK)
        taking_index(taking);
    return status;
}

void taking_end(struct taking *taking)
{
    struct take *out = taking->out;
    out->edit = (struct edit){.kind = EDIT_SEVERAL, .edits = taking->edits, .n_edits = taking->n_edits, .day = taking->options->today,
                              .value = mem_printf(taking->parent, "%s taken in: %d added, %d changed", taking->options->name, out->kinds[TAKE_ADD],
                                                  out->kinds[TAKE_CHANGE])};
}
