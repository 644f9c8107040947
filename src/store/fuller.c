/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The whole sentence of a follow-up that was kept while its minute was cut off (screens.md 3.10): looked for, when asked, in what
 * is published of the row's meeting. A find that begins with the kept words comes before the sentence of the text
 * around them, for of a resolution with several limbs it is the limb alone. Nothing is changed here. */
#include "config.h"

#include "src/store/read.h"
#include "src/store/user_rows.h"

#include <stdlib.h>
#include <string.h>

#define CUT_SHORTEST 12       /* bytes folded, below which a cut sentence may be the beginning of any */
#define SENTENCE_LONGEST 3000 /* bytes of a sentence that are searched for the kept words inside: no minute taker's is as long */

/* ---- where to look ------------------------------------------------------------------------------------- */

/* An item of the row's meeting that has a minute. */
struct minuted {
    int64_t row;
    int position;
    bool cut;
};
struct looking {
    struct db *db;
    const struct action *action;
    char *key;             /* the kept words folded */
    struct minuted *items; /* those that the row's numbers and title fit best */
    size_t n;
    bool known;            /* they do fit */
    size_t place;          /* of the kept words in the text that was cut */
    struct fuller best;
    size_t best_far;       /* how far from there */
    bool several;          /* different sentences, of which none is more likely */
};

/* As follow_ups_read() places a row: by number and title, by title, by number. */
static int fit_of(const struct action *action, const char *agenda_number, const char *minute_number, const char *title)
{
    bool number = text_same(minute_number, action->minute_number) || (!action->minute_number && text_same(agenda_number, action->agenda_number));
    bool titled = text_same(title, action->item_title);
    return number && titled ? 3 : titled ? 2 : number;
}

static enum status read_items(const void *parent, struct looking *looking, int64_t meeting, struct err *err)
{
    static const char SQL_ITEMS[] =
        "SELECT i.id, i.position, i.truncated, i.agenda_number, i.minute_number, i.title FROM item i WHERE i.meeting = ?1"
        " AND EXISTS (SELECT 1 FROM passage p WHERE p.item = i.id AND p.kind = 'minutes') ORDER BY i.position";
    int best = 0;
    struct rows rows = db_select(looking->db, SQL_ITEMS, err, v_int(meeting));
    while (rows_next(&rows)) {
        int fit = fit_of(looking->action, rows_text(parent, &rows, 3), rows_text(parent, &rows, 4), rows_text(parent, &rows, 5));
        if (fit > best)
            looking->n = 0;
        best = fit > best ? fit : best;
        if (fit == best)
            *mem_append(parent, looking->items, looking->n) =
                (struct minuted){.row = rows_int(&rows, 0), .position = (int)rows_int(&rows, 1), .cut = rows_bool(&rows, 2)};
    }
    looking->known = best > 0 && looking->n == 1;
    return rows_end(&rows);
}

/* ---- what fits -------------------------------------------------------------------------------------------- */

static size_t place_in(const char *place)
{
    const char *colon = place ? strchr(place, ':') : NULL;
    return colon ? (size_t)strtoull(colon + 1, NULL, 10) : 0;
}

/* In the row's own item the sentence nearest to where the cut one stood; elsewhere only one that stands alone. */
static void offer(const void *parent, struct looking *looking, const char *quote, size_t n, size_t place, bool exempt)
{
    size_t far = place > looking->place ? place - looking->place : looking->place - place;
    struct fuller *best = &looking->best;
    bool same = best->quote && strlen(best->quote) == n && strncmp(best->quote, quote, n) == 0;
    looking->several |= best->quote && !same && !looking->known;
    if (best->quote && (same || far >= looking->best_far))
        return;
    *best = (struct fuller){.quote = mem_strndup(parent, quote, n), .quote_place = mem_printf(parent, "minutes:%zu", place), .exempt = exempt};
    looking->best_far = far;
}

static bool begins_with_key(const struct looking *looking, const char *words, size_t n)
{
    char *copy = mem_strndup(NULL, words, n), *folded = text_fold(copy, copy);
    bool begins = text_starts(folded, looking->key);
    talloc_free(copy);
    return begins;
}

static enum status look_in_finds(const void *parent, struct looking *looking, int64_t meeting, const struct minuted *item, struct err *err)
{
    static const char SQL_FINDS[] =
        "SELECT c.quote, c.quote_place, c.quote_exempt FROM candidate c WHERE c.meeting = ?1 AND c.item_position = ?2"
        " AND c.quote_truncated = 0 AND c.quote_place GLOB 'minutes:*' AND c.quote IS NOT NULL ORDER BY c.n";
    if (looking->db->store->schema < 2)
        return STATUS_OK;
    struct rows rows = db_select(looking->db, SQL_FINDS, err, v_int(meeting), v_int(item->position));
    while (rows_next(&rows)) {
        char *quote = rows_text(NULL, &rows, 0), *place = rows_text(quote, &rows, 1);
        if (begins_with_key(looking, quote, strlen(quote)))
            offer(parent, looking, quote, strlen(quote), place_in(place), rows_bool(&rows, 2));
        talloc_free(quote);
    }
    return rows_end(&rows);
}

/* Does a sentence end at END because the council's page breaks off there? */
static bool is_cut_there(const char *text, size_t end)
{
    return end > 0 && !strchr(".!?", text[end - 1]) && text[end + strspn(text + end, ". \n")] == '\0';
}

/* A word begins at AT, or a bracket or quote before one. */
static bool word_begins(const char *text, size_t at)
{
    unsigned char c = (unsigned char)text[at], before = at ? (unsigned char)text[at - 1] : ' ';
    return (c & 0xC0) != 0x80 && c > ' ' && (before <= ' ' || before >= 0x80 || strchr("([\"'", before));
}

/* Where in a sentence of N bytes the kept words begin; N if they are not in it. */
static size_t find_key(const struct looking *looking, const char *words, size_t n)
{
    if (begins_with_key(looking, words, n))
        return 0;
    char *copy = mem_strndup(NULL, words, n), *folded = n <= SENTENCE_LONGEST ? text_fold(copy, copy) : NULL;
    bool has = folded && strstr(folded, looking->key);
    talloc_free(copy);
    for (size_t at = 1; has && at < n; at++)
        if (word_begins(words, at) && begins_with_key(looking, words + at, n - at))
            return at;
    return n;
}

static void look_in_text(const void *parent, struct looking *looking, const char *text, bool cut, bool exempt)
{
    size_t n = strlen(text), at = 0;
    struct sentence sentence;
    while (sentence_next(text, n, &at, &sentence)) {
        size_t start = sentence.words.start, len = sentence.words.len, within = find_key(looking, text + start, len);
        if (within < len && !(cut && is_cut_there(text, start + len)))
            offer(parent, looking, text + start + within, len - within, start + within, exempt);
    }
}

static enum status look_in_minute(const void *parent, struct looking *looking, const struct minuted *item, struct err *err)
{
    static const char SQL_TEXT[] = "SELECT text, exempt FROM passage WHERE item = ?1 AND kind = 'minutes'";
    struct rows rows = db_select(looking->db, SQL_TEXT, err, v_int(item->row));
    while (rows_next(&rows)) {
        char *text = rows_text(NULL, &rows, 0);
        look_in_text(parent, looking, text, item->cut, rows_bool(&rows, 1));
        talloc_free(text);
    }
    return rows_end(&rows);
}

/* ---- one row, all rows ------------------------------------------------------------------------------------ */

static enum status look(const void *parent, struct looking *looking, int64_t meeting, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < looking->n && status == STATUS_OK; i++)
        status = look_in_finds(parent, looking, meeting, &looking->items[i], err);
    bool found = looking->best.quote != NULL;
    for (size_t i = 0; i < looking->n && status == STATUS_OK && !found; i++)
        status = look_in_minute(parent, looking, &looking->items[i], err);
    return status;
}

enum status fuller_find(const void *parent, struct db *db, const struct action *action, struct fuller *out, struct err *err)
{
    *out = (struct fuller){0};
    if (!action->quote_truncated || !action->quote || action->deleted || action->damaged)
        return STATUS_OK;
    void *scratch = talloc_named_const(NULL, 0, "fuller");
    struct looking looking = {.db = db, .action = action, .key = text_fold(scratch, action->quote), .place = place_in(action->quote_place)};
    struct meeting_now now = {0};
    int64_t meeting = 0;
    enum status status = STATUS_OK;
    if (strlen(looking.key) >= CUT_SHORTEST)
        status = meeting_now(scratch, db, action->source_sha256, action->meeting_id, &now, err);
    if (status == STATUS_OK && now.id)
        status = read_meeting_row(db, now.id, &meeting, err);
    if (status == STATUS_OK && meeting)
        status = read_items(scratch, &looking, meeting, err);
    if (status == STATUS_OK)
        status = look(parent, &looking, meeting, err);
    if (status == STATUS_OK && !looking.several)
        *out = looking.best;
    talloc_free(scratch);
    return status;
}

static enum status find_all(const void *parent, struct db *db, struct fuller_quotes *out, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "rows");
    struct action_row **cut = NULL;
    size_t n = 0;
    struct rows rows = rows_of(db, &action_table, err);
    while (rows_next(&rows)) {
        struct action_row *row = row_read(scratch, &rows, &action_table);
        if (row->action.quote_truncated)
            *mem_append(scratch, cut, n) = row;
        else
            talloc_free(row);
    }
    enum status status = rows_end(&rows);
    for (size_t i = 0; i < n && status == STATUS_OK; i++) {
        struct fuller fuller;
        status = fuller_find(parent, db, &cut[i]->action, &fuller, err);
        if (status == STATUS_OK && fuller.quote)
            *mem_append(parent, out->at, out->n) =
                (struct fuller_quote){mem_strdup(parent, cut[i]->action.id), fuller.quote, fuller.quote_place};
    }
    talloc_free(scratch);
    return status;
}

enum status store_fuller_quotes(const void *parent, struct store *store, struct fuller_quotes *out, struct err *err)
{
    *out = (struct fuller_quotes){0};
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = find_all(parent, store->db, out, err);
    db_read_end(store->db);
    return status;
}
