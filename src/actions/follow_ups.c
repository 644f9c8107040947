/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The user's rows and what the rules found, as one list. A row answers what was found where both are the same
 * sentence, however the minute is numbered now, and also where one of them is the other cut off: a fuller
 * text must not ask again what was answered. Nothing here changes a row. */
#include "config.h"

#include "follow_ups.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define CUT_SHORTEST 12 /* bytes of a cut sentence, below which it may be the beginning of any */
#define UUID_PREFIX_MIN 8
#define LISTED_MAX 8

/* ---- the same sentence ------------------------------------------------------------------------------- */

struct entry {
    struct action *action;
    char *key;           /* the quote folded; NULL without one */
    struct entry *other; /* what it answers, or is answered by */
};
struct entries {
    struct entry *at;
    size_t n;
};

static bool same_id(const struct entry *row, const struct entry *found)
{
    return text_same(row->action->candidate_id, found->action->candidate_id);
}

static bool same_sentence(const struct entry *row, const struct entry *found)
{
    return text_same(row->action->meeting_id, found->action->meeting_id) && text_same(row->key, found->key);
}

static bool begins(const char *text, const char *beginning)
{
    size_t n = strlen(beginning);
    return n >= CUT_SHORTEST && strncmp(text, beginning, n) == 0;
}

static bool same_but_cut(const struct entry *row, const struct entry *found)
{
    if (!row->key || !found->key || !text_same(row->action->meeting_id, found->action->meeting_id))
        return false;
    return (row->action->quote_truncated && begins(found->key, row->key)) || (found->action->quote_truncated && begins(row->key, found->key));
}

/* Pair what has no partner yet; a row answers one. */
static void pair(struct entries *rows, struct entries *found, bool (*same)(const struct entry *row, const struct entry *found))
{
    for (size_t i = 0; i < rows->n; i++) {
        for (size_t k = 0; k < found->n && !rows->at[i].other; k++) {
            if (!found->at[k].other && same(&rows->at[i], &found->at[k])) {
                rows->at[i].other = &found->at[k];
                found->at[k].other = &rows->at[i];
            }
        }
    }
}

static struct entries entries_of(const void *parent, const struct actions *actions)
{
    struct entries entries = {.at = mem_resize_named(parent, NULL, sizeof *entries.at, actions->n + 1, "entries"), .n = actions->n};
    for (size_t i = 0; i < actions->n; i++) {
        struct action *action = actions->at[i];
        entries.at[i] = (struct entry){.action = action, .key = action->quote ? text_fold(parent, action->quote) : NULL};
    }
    return entries;
}

/* ---- order ------------------------------------------------------------------------------------------------- */

static size_t place_in_text(const struct action *action)
{
    const char *colon = action->quote_place ? strchr(action->quote_place, ':') : NULL;
    return colon ? (size_t)strtoull(colon + 1, NULL, 10) : (size_t)-1;
}

static int compare_numbers(size_t a, size_t b)
{
    return a < b ? -1 : a > b;
}

static int compare_texts(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static int compare_places(const void *left, const void *right)
{
    const struct action *a = *(struct action *const *)left, *b = *(struct action *const *)right;
    if (date_is_set(a->meeting_date) != date_is_set(b->meeting_date))
        return date_is_set(a->meeting_date) ? -1 : 1;
    int order = date_compare(b->meeting_date, a->meeting_date);
    if (!order)
        order = compare_texts(a->meeting_id, b->meeting_id);
    if (!order) /* position 0 is behind all items */
        order = compare_numbers((size_t)a->item_position - 1, (size_t)b->item_position - 1);
    if (!order)
        order = compare_numbers(place_in_text(a), place_in_text(b));
    if (!order)
        order = compare_texts(a->reference, b->reference);
    return order ? order : compare_texts(a->id, b->id);
}

void follow_ups_sort(struct actions *actions)
{
    if (actions->n)
        qsort(actions->at, actions->n, sizeof *actions->at, compare_places);
}

/* ---- references -------------------------------------------------------------------------------------------- */

/* What references of one number of one meeting begin with, and the last place that was given. */
struct scope {
    char *number, *text;
    int last;
};
struct scopes {
    struct scope *at;
    size_t n;
};

static bool is_taken(const struct actions *rows, const char *reference)
{
    for (size_t i = 0; i < rows->n; i++) {
        if (text_same(rows->at[i]->reference, reference))
            return true;
    }
    return false;
}

/* What stands before the stroke, as the store will choose it: what rows of the meeting have; the number, unless
 * another meeting's rows bear it. */
static char *scope_text(const void *parent, const struct actions *rows, const struct action *action, char *number)
{
    const struct action *other = NULL;
    for (size_t i = 0; i < rows->n; i++) {
        const struct action *row = rows->at[i];
        size_t n;
        if (!row->reference || !reference_place(row->reference, number, &n))
            continue;
        if (text_same(row->meeting_id, action->meeting_id) || (!row->meeting_id && !action->meeting_id))
            return mem_strndup(parent, row->reference, n);
        if (n == strlen(number))
            other = row;
    }
    if (!other)
        return number;
    char *letters = committee_letters(parent, action->committee), *theirs = committee_letters(parent, other->committee);
    if (*letters && strcmp(letters, theirs) != 0)
        return mem_printf(parent, "%s %s", letters, number);
    return mem_printf(parent, "%s %s", date_is_set(action->meeting_date) ? date_iso(parent, action->meeting_date) : "other", number);
}

static struct scope *scope_of(const void *parent, struct scopes *scopes, const struct actions *rows, const struct action *action)
{
    char *number = reference_number(parent, action);
    for (size_t i = 0; i < scopes->n; i++) {
        if (strcmp(scopes->at[i].number, number) == 0)
            return &scopes->at[i];
    }
    struct scope *scope = mem_append(parent, scopes->at, scopes->n);
    *scope = (struct scope){.number = number, .text = scope_text(parent, rows, action, number)};
    return scope;
}

static void give_references(const struct actions *rows, struct actions *out)
{
    void *scratch = talloc_new(NULL);
    struct scopes scopes = {0};
    for (size_t i = 0; i < out->n; i++) {
        struct action *action = out->at[i];
        if (i > 0 && !text_same(out->at[i - 1]->meeting_id, action->meeting_id))
            scopes = (struct scopes){0};
        if (action->state != ACTION_TO_CHECK || action->untracked)
            continue;
        struct scope *scope = scope_of(scratch, &scopes, rows, action);
        do {
            talloc_free(action->reference);
            action->reference = mem_printf(action, "%s/%d", scope->text, ++scope->last);
        } while (is_taken(rows, action->reference));
    }
    talloc_free(scratch);
}

void follow_ups_unite(const void *parent, const struct actions *rows, const struct actions *found, const struct actions *rows_everywhere,
                      struct actions *out)
{
    void *scratch = talloc_new(NULL);
    struct entries mine = entries_of(scratch, rows), theirs = entries_of(scratch, found);
    pair(&mine, &theirs, same_id);
    pair(&mine, &theirs, same_sentence);
    pair(&mine, &theirs, same_but_cut);
    *out = (struct actions){0};
    for (size_t i = 0; i < mine.n; i++) {
        if (mine.at[i].other)
            mine.at[i].action->item_position = mine.at[i].other->action->item_position;
        *mem_append(parent, out->at, out->n) = mine.at[i].action;
    }
    for (size_t i = 0; i < theirs.n; i++) {
        if (!theirs.at[i].other)
            *mem_append(parent, out->at, out->n) = theirs.at[i].action;
    }
    follow_ups_sort(out);
    give_references(rows_everywhere, out);
    talloc_free(scratch);
}

/* ---- from a store -------------------------------------------------------------------------------------------- */

/* How well an item is the one that a row names: by number and title, by title, by number. */
static int item_fit(const struct item_place *item, const struct action *row)
{
    bool number = text_same(item->minute_number, row->minute_number) ||
                  (!row->minute_number && text_same(item->agenda_number, row->agenda_number));
    bool title = text_same(item->title, row->item_title);
    return number && title ? 3 : title ? 2 : number && !row->item_title;
}

static int find_position(const struct item_places *items, const struct action *row)
{
    int best = 0, position = 0;
    for (size_t i = 0; i < items->n; i++) {
        int fit = item_fit(&items->at[i], row);
        if (fit > best) {
            best = fit;
            position = items->at[i].position;
        }
    }
    return position;
}

/* Of a meeting whose papers were forgotten there is no place to tell. */
enum status follow_ups_place(const struct actions *rows, struct store *store, struct err *err)
{
    void *scratch = talloc_new(NULL), *local = NULL;
    const char *known = NULL;
    struct item_places items = {0};
    enum status status = STATUS_OK;
    for (size_t i = 0; i < rows->n && status == STATUS_OK; i++) {
        struct action *row = rows->at[i];
        row->item_position = 0;
        if (!row->meeting_id || (!row->minute_number && !row->agenda_number && !row->item_title))
            continue;
        if (!text_same(known, row->meeting_id)) {
            talloc_free(local);
            local = talloc_new(scratch);
            known = row->meeting_id;
            status = store_item_places(local, store, row->meeting_id, &items, err);
        }
        if (status == STATUS_OK)
            row->item_position = find_position(&items, row);
    }
    talloc_free(scratch);
    return status;
}

enum status follow_ups_read(const void *parent, struct store *store, const char *meeting_id, struct actions *out, struct err *err)
{
    struct actions all = {0}, rows = {0}, found = {0};
    void *scratch = talloc_new(NULL);
    *out = (struct actions){0};
    enum status status = store_actions(parent, store, &all, err);
    if (status == STATUS_OK)
        status = store_candidates(parent, store, meeting_id, &found, err);
    for (size_t i = 0; i < all.n && status == STATUS_OK; i++) {
        if (!meeting_id || text_same(all.at[i]->meeting_id, meeting_id))
            *mem_append(scratch, rows.at, rows.n) = all.at[i];
    }
    if (status == STATUS_OK)
        status = follow_ups_place(&rows, store, err);
    if (status == STATUS_OK)
        follow_ups_unite(parent, &rows, &found, &all, out);
    out->begins = all.begins;
    talloc_free(scratch);
    return status;
}

/* How well WHICH names ACTION: 0 not at all. */
static int match(const struct action *action, const char *which)
{
    bool row = action->state != ACTION_TO_CHECK;
    if ((action->id && strcasecmp(action->id, which) == 0) || (action->candidate_id && strcasecmp(action->candidate_id, which) == 0))
        return 4;
    if (action->reference && strcasecmp(action->reference, which) == 0)
        return row ? 3 : 2;
    return row && action->id && strlen(which) >= UUID_PREFIX_MIN && strncasecmp(action->id, which, strlen(which)) == 0;
}

static enum status ambiguous(const struct actions *all, const char *which, int best, size_t n, struct err *err)
{
    struct buf list;
    size_t listed = 0;
    buf_init(&list, NULL, sizeof err->text);
    for (size_t i = 0; i < all->n; i++) {
        if (match(all->at[i], which) == best && listed++ < LISTED_MAX)
            buf_printf(&list, "%s%s (%s)", listed > 1 ? ", " : "", all->at[i]->id, all->at[i]->meeting_id ? all->at[i]->meeting_id : "no meeting");
    }
    enum status status = err_set(err, STATUS_USAGE, "\"%s\" names %zu follow-ups: %s%s", which, n, list.data, n > LISTED_MAX ? ", ..." : "");
    buf_release(&list);
    return status;
}

enum status follow_up_find(const void *parent, struct store *store, const char *which, struct action **out, struct err *err)
{
    void *scratch = talloc_new(NULL);
    struct actions all = {0};
    char *words = text_squeeze(scratch, which, strlen(which));
    int best = 1;
    size_t fits = 0, at = 0;
    enum status status = follow_ups_read(scratch, store, NULL, &all, err);
    for (size_t i = 0; i < all.n && status == STATUS_OK && *words; i++) {
        int found = match(all.at[i], words);
        if (found < best)
            continue;
        fits = found > best ? 1 : fits + 1;
        best = found;
        at = i;
    }
    if (status == STATUS_OK && fits > 1)
        status = ambiguous(&all, words, best, fits, err);
    else if (status == STATUS_OK && fits == 0) /* one that was undone, or the sentence that says there is none */
        status = store_action(parent, store, which, out, err);
    else if (status == STATUS_OK)
        *out = talloc_steal(parent, all.at[at]);
    talloc_free(scratch);
    return status;
}

/* ---- keeping, refusing, counting ---------------------------------------------------------------------------------- */

enum status follow_up_prepare(const struct action *action, enum action_state state, const char *reason, struct edit *out, struct err *err)
{
    if (state == ACTION_TO_CHECK)
        return err_set(err, STATUS_USAGE, "a follow-up is either on the tracker or not a follow-up");
    *out = (struct edit){.reason = state == ACTION_REFUSED && reason && *reason ? reason : NULL};
    if (action->state == ACTION_TO_CHECK) {
        struct action *row = mem_new(action, struct action);
        *row = *action;
        row->state = state;
        row->reason = mem_strdup(row, out->reason);
        out->kind = EDIT_ACTION_ADD;
        out->action = row;
        return STATUS_OK;
    }
    out->kind = EDIT_ACTION_STATE;
    out->target = action->id;
    out->value = action_state_name(state);
    out->version = action->version;
    return STATUS_OK;
}

struct follow_up_counts follow_ups_count(const struct actions *actions)
{
    struct follow_up_counts counts = {0};
    for (size_t i = 0; i < actions->n; i++) {
        const struct action *action = actions->at[i];
        if (action->state == ACTION_REFUSED)
            counts.refused++;
        else if (action->state == ACTION_KEPT)
            counts.kept++;
        else if (action->untracked)
            counts.untracked++;
        else
            counts.to_check++;
    }
    return counts;
}
