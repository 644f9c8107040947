/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The part of the list of follow-ups that is at hand: its pieces are known by their rows, those around the
 * cursor are read. A piece is what no row of another stands in: the user's rows above what is to check, what
 * is to check of one meeting, and so on down the list. No panes here (actions.c). */
#include "config.h"

#include "actions.h"

#include <string.h>

/* ---- pieces ----------------------------------------------------------------------------------------------- */

static void add_piece(struct slice *slice, enum piece_kind kind, const struct surveyed *meeting, size_t rows)
{
    if (rows == 0)
        return;
    struct piece *piece = mem_append(slice, slice->pieces, slice->n_pieces);
    *piece = (struct piece){.kind = kind, .meeting = meeting, .base = slice->n_rows, .rows = rows};
    slice->n_rows += rows;
}

static void add_own(struct slice *slice, enum piece_kind kind)
{
    size_t rows = 0;
    for (size_t i = 0; i < slice->own.n; i++)
        rows += action_piece(slice->own.at[i], slice->as_at) == kind;
    add_piece(slice, kind, NULL, rows);
}

/* ---- what a filter takes ------------------------------------------------------------------------------------ */

/* Which finds of a meeting a filter takes. It stays with the filter, so that a load looks only at meetings in which something has changed. */
struct looked {
    char *stamp; /* of what was looked at */
    struct strings ids;
};

static struct looked *looked_of(struct actions_filter *filter, enum piece_kind kind, const char *meeting_id)
{
    char *key = mem_printf(filter, "%d %s", (int)kind, meeting_id);
    filter->places = filter->places ? filter->places : lookup_new(filter);
    size_t at = lookup_place(filter->places, key, filter->n_looked);
    talloc_free(key);
    if (at == filter->n_looked)
        *mem_append(filter, filter->looked, filter->n_looked) = mem_new(filter, struct looked);
    return filter->looked[at];
}

/* Look at each find of the meeting. */
static enum status look_at(struct looked *looked, struct slice *slice, struct store *store, enum piece_kind kind, const char *meeting_id,
                           struct actions_filter *filter, struct err *err)
{
    struct actions found = {0};
    void *scratch = talloc_named_const(NULL, 0, "looked at");
    enum status status = survey_found(scratch, store, &slice->survey, meeting_id, &found, err);
    filter->looks++;
    talloc_free_children(looked);
    *looked = (struct looked){0};
    for (size_t i = 0; i < found.n && status == STATUS_OK; i++)
        if (action_piece(found.at[i], slice->as_at) == kind && filter_takes(filter, found.at[i], slice->as_at))
            strings_add(looked, &looked->ids, found.at[i]->id);
    talloc_free(scratch);
    return status;
}

static enum status add_wanted(struct slice *slice, struct store *store, enum piece_kind kind, const struct surveyed *meeting,
                              struct actions_filter *filter, struct err *err)
{
    struct looked *looked = looked_of(filter, kind, meeting->meeting_id);
    char *survey = survey_stamp(NULL, &slice->survey, meeting);
    char *stamp = mem_printf(survey, "%d %s", date_is_set(slice->as_at) ? date_days(slice->as_at) : 0, survey);
    enum status status = STATUS_OK;
    if (!looked->stamp || strcmp(looked->stamp, stamp) != 0) {
        status = look_at(looked, slice, store, kind, meeting->meeting_id, filter, err);
        looked->stamp = status == STATUS_OK ? mem_strdup(looked, stamp) : NULL;
    }
    talloc_free(survey);
    size_t before = slice->n_pieces;
    add_piece(slice, kind, meeting, looked->ids.n);
    for (size_t i = 0; slice->n_pieces > before && i < looked->ids.n; i++)
        strings_add(slice, &slice->pieces[before].wanted, looked->ids.at[i]);
    return status;
}

/* ---- pieces of meetings and of the user ------------------------------------------------------------------------ */

static enum status add_meetings(struct slice *slice, struct store *store, enum piece_kind kind, struct actions_filter *filter, struct err *err)
{
    enum status status = STATUS_OK;
    bool look = filter_reads_to_check(filter);
    for (size_t i = 0; i < slice->survey.n && status == STATUS_OK; i++) {
        const struct surveyed *meeting = &slice->survey.at[i];
        size_t rows = (size_t)(kind == PIECE_TO_CHECK ? meeting->to_check : meeting->untracked);
        if (rows == 0 || !filter_takes_meeting(filter, meeting))
            continue;
        if (look)
            status = add_wanted(slice, store, kind, meeting, filter, err);
        else
            add_piece(slice, kind, meeting, rows);
    }
    return status;
}

/* The rows of FOLDED, by what those that hang under them name them by. */
static struct lookup *folded_roofs(const void *scratch, const struct slice *slice, const struct strings *folded)
{
    struct lookup *ids = lookup_new(scratch), *roofs = lookup_new(scratch);
    for (size_t i = 0; i < folded->n; i++)
        lookup_add(ids, folded->at[i], i);
    for (size_t i = 0; i < slice->survey.rows.n; i++)
        if (lookup_first(ids, slice->survey.rows.at[i]->id) != LOOKUP_NONE)
            roof_add(roofs, slice->survey.rows.at[i], i);
    return roofs;
}

/* Does it hang under a row of ROOFS that stands in the same group? */
static bool is_folded_away(const struct slice *slice, const struct lookup *roofs, const struct action *row)
{
    struct lookup_rows above = lookup_find(roofs, row->under);
    for (size_t i = 0; i < above.n; i++) {
        const struct action *roof = slice->survey.rows.at[above.at[i]];
        if (follow_up_hangs_under(row, roof) && action_group_of(row, slice->as_at) == action_group_of(roof, slice->as_at))
            return true;
    }
    return false;
}

/* The user's rows that are wanted and not folded away. */
static void choose_own(struct slice *slice, const struct actions_filter *filter, const struct strings *folded)
{
    void *scratch = talloc_named_const(NULL, 0, "folded");
    const struct lookup *roofs = folded ? folded_roofs(scratch, slice, folded) : NULL;
    for (size_t i = 0; i < slice->survey.rows.n; i++) {
        struct action *row = slice->survey.rows.at[i];
        if (filter_takes(filter, row, slice->as_at) && !(roofs && is_folded_away(slice, roofs, row)))
            *mem_append(slice, slice->own.at, slice->own.n) = row;
    }
    talloc_free(scratch);
}

enum status slice_new(const void *parent, struct store *store, struct date as_at, bool all, struct actions_filter *filter,
                      const struct strings *folded, struct slice **out, struct err *err)
{
    struct slice *slice = mem_new(parent, struct slice);
    slice->as_at = as_at;
    slice->all = all;
    enum status status = store ? survey_read(slice, store, &slice->survey, err) : STATUS_OK;
    if (status != STATUS_OK) {
        talloc_free(slice);
        return status;
    }
    choose_own(slice, filter, folded);
    add_own(slice, PIECE_OPEN);
    status = add_meetings(slice, store, PIECE_TO_CHECK, filter, err);
    add_own(slice, PIECE_CLOSED);
    if (all && status == STATUS_OK)
        status = add_meetings(slice, store, PIECE_UNTRACKED, filter, err);
    if (all)
        add_own(slice, PIECE_REFUSED);
    if (status == STATUS_OK)
        *out = slice;
    else
        talloc_free(slice);
    return status;
}

/* ---- what is at hand ---------------------------------------------------------------------------------------- */

static enum status read_found(struct slice *slice, void *held, struct store *store, const struct piece *piece, struct err *err)
{
    struct actions found = {0};
    struct id_set wanted = id_set_of(held, &piece->wanted);
    enum status status = survey_found(held, store, &slice->survey, piece->meeting->meeting_id, &found, err);
    for (size_t i = 0; i < found.n && status == STATUS_OK; i++)
        if (action_piece(found.at[i], slice->as_at) == piece->kind && (!piece->wanted.n || id_set_has(&wanted, found.at[i]->id)))
            *mem_append(held, slice->shown.at, slice->shown.n) = found.at[i];
    return status;
}

static void take_own(struct slice *slice, void *held, enum piece_kind kind)
{
    for (size_t i = 0; i < slice->own.n; i++)
        if (action_piece(slice->own.at[i], slice->as_at) == kind)
            *mem_append(held, slice->shown.at, slice->shown.n) = slice->own.at[i];
}

static enum status read_pieces(struct slice *slice, struct store *store, size_t first, size_t end, struct err *err)
{
    void *held = talloc_named_const(slice, 0, "slice at hand");
    struct actions before = slice->shown;
    enum status status = STATUS_OK;
    slice->shown = (struct actions){0};
    for (size_t i = first; i < end && status == STATUS_OK; i++) {
        const struct piece *piece = &slice->pieces[i];
        if (piece->meeting)
            status = read_found(slice, held, store, piece, err);
        else
            take_own(slice, held, piece->kind);
    }
    if (status != STATUS_OK) {
        slice->shown = before;
        talloc_free(held);
        return status;
    }
    talloc_free(slice->held);
    slice->held = held;
    slice->first = first;
    slice->end = end;
    return STATUS_OK;
}

size_t slice_base(const struct slice *slice)
{
    return slice->first < slice->n_pieces ? slice->pieces[slice->first].base : 0;
}

size_t slice_rows(const struct slice *slice)
{
    size_t end = slice->end ? slice->pieces[slice->end - 1].base + slice->pieces[slice->end - 1].rows : 0;
    return end - slice_base(slice);
}

bool slice_is_whole(const struct slice *slice)
{
    return slice->first == 0 && slice->end == slice->n_pieces;
}

bool slice_covers(const struct slice *slice, size_t row, size_t around)
{
    size_t base = slice_base(slice), end = base + slice_rows(slice);
    bool above = slice->first == 0 || row >= base + around;
    return above && (slice->end == slice->n_pieces || row + around < end);
}

size_t slice_piece(const struct slice *slice, size_t row)
{
    size_t i = 0;
    while (i + 1 < slice->n_pieces && slice->pieces[i + 1].base <= row)
        i++;
    return i;
}

bool slice_fits(const struct slice *slice, size_t row, size_t around)
{
    return slice->first == slice_piece(slice, row > around ? row - around : 0) && slice->end == slice_piece(slice, row + around) + 1;
}

enum status slice_cover(struct slice *slice, struct store *store, size_t row, size_t around, struct err *err)
{
    if (slice->n_pieces == 0)
        return STATUS_OK;
    size_t first = slice_piece(slice, row > around ? row - around : 0), last = slice_piece(slice, row + around);
    return read_pieces(slice, store, first, last + 1, err);
}

enum status slice_grow(struct slice *slice, struct store *store, int step, size_t rows, struct err *err)
{
    size_t base = slice_base(slice), end = base + slice_rows(slice);
    size_t first = step < 0 ? slice_piece(slice, base > rows ? base - rows : 0) : slice->first;
    size_t last = step > 0 ? slice_piece(slice, end + rows) + 1 : slice->end;
    return read_pieces(slice, store, first, last, err);
}

enum status slice_read_all(struct slice *slice, struct store *store, struct err *err)
{
    return slice_is_whole(slice) ? STATUS_OK : read_pieces(slice, store, 0, slice->n_pieces, err);
}

bool slice_has(const struct slice *slice, const struct id_set *ids)
{
    size_t found = 0;
    for (size_t i = 0; i < slice->shown.n && found < ids->n; i++)
        found += id_set_has(ids, slice->shown.at[i]->id);
    return found == ids->n;
}

/* ---- places ------------------------------------------------------------------------------------------------- */

static bool is_of(const struct piece *piece, enum piece_kind kind, const char *meeting_id)
{
    return piece->kind == kind && (!piece->meeting || (meeting_id && strcmp(piece->meeting->meeting_id, meeting_id) == 0));
}

size_t slice_find(const struct slice *slice, enum piece_kind kind, const char *meeting_id)
{
    for (size_t i = 0; i < slice->n_pieces; i++)
        if (is_of(&slice->pieces[i], kind, meeting_id))
            return i;
    return slice->n_pieces;
}

size_t slice_first_to_check(const struct slice *slice)
{
    for (size_t i = 0; i < slice->n_pieces; i++)
        if (slice->pieces[i].kind == PIECE_TO_CHECK)
            return slice->pieces[i].base;
    return 0;
}

size_t slice_to_check(const struct slice *slice)
{
    size_t rows = 0;
    for (size_t i = 0; i < slice->n_pieces; i++)
        rows += slice->pieces[i].kind == PIECE_TO_CHECK ? slice->pieces[i].rows : 0;
    return rows;
}

size_t slice_find_action(const struct slice *slice, struct store *store, const char *id)
{
    for (size_t i = 0; i < slice->own.n; i++)
        if (strcmp(slice->own.at[i]->id, id) == 0)
            return slice_find(slice, action_piece(slice->own.at[i], slice->as_at), NULL);
    char *meeting = NULL;
    size_t at = slice->n_pieces;
    if (store && store_candidate_meeting(slice, store, id, &meeting, NULL) == STATUS_OK && meeting)
        at = slice_find(slice, PIECE_TO_CHECK, meeting);
    if (at == slice->n_pieces && meeting)
        at = slice_find(slice, PIECE_UNTRACKED, meeting);
    talloc_free(meeting);
    return at;
}
