/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the program would guess and must not decide: the committee of a paper that names none, and
 * meetings that may be one. Computed when asked, stored nowhere (design.md 4). */
#include "config.h"

#include "src/store/keep.h"
#include "src/store/read.h"
#include "src/store/user.h"

#include <string.h>

/* ---- which committee? -------------------------------------------------------------------------------------- */

/* A committee that may be the one, and what speaks for it. */
struct guess {
    char *committee, *key;
    char *place;               /* where its name stands in the paper */
    struct date same_contacts; /* a meeting of it with the same telephones */
    char *same_contacts_id;
    int shared;                /* telephones */
};
struct guesses {
    struct guess *at;
    size_t n;
};

static const char SQL_UNPLACED[] = "SELECT id FROM meeting WHERE id = ? AND committee IS NULL";
static const char SQL_TELEPHONES[] =
    "SELECT count(DISTINCT t.number) FROM meeting_source s JOIN draft d ON d.source = s.source AND d.state = 'live'"
    " JOIN draft_telephone t ON t.draft = d.id WHERE s.meeting = ?";
static const char SQL_SAME_TELEPHONES[] =
    "SELECT m.committee, m.date, m.meeting_id, count(DISTINCT t.number) FROM meeting_source s"
    " JOIN draft d ON d.source = s.source AND d.state = 'live' JOIN draft_telephone t ON t.draft = d.id"
    " JOIN draft_telephone o ON o.number = t.number JOIN draft e ON e.id = o.draft AND e.state = 'live'"
    " JOIN meeting_source r ON r.source = e.source JOIN meeting m ON m.id = r.meeting AND m.edition = 1 AND m.committee IS NOT NULL"
    " WHERE s.meeting = ? GROUP BY m.id ORDER BY 4 DESC, m.date DESC, m.meeting_id";
static const char SQL_NAMED[] =
    "SELECT n.committee, n.place FROM meeting_source s JOIN draft d ON d.source = s.source AND d.state = 'live'"
    " JOIN draft_named n ON n.draft = d.id WHERE s.meeting = ? ORDER BY s.n, n.n";

static struct guess *guess_for(const void *parent, struct guesses *guesses, const char *committee)
{
    char *key = text_fold(parent, committee);
    for (size_t i = 0; i < guesses->n; i++)
        if (strcmp(guesses->at[i].key, key) == 0)
            return &guesses->at[i];
    struct guess *guess = mem_append(parent, guesses->at, guesses->n);
    guess->committee = mem_strdup(parent, committee);
    guess->key = key;
    return guess;
}

static enum status guess_by_telephones(const void *scratch, struct db *db, int64_t meeting, struct guesses *guesses, struct err *err)
{
    struct rows rows = db_select(db, SQL_SAME_TELEPHONES, err, v_int(meeting));
    while (rows_next(&rows)) {
        char *committee = rows_text(scratch, &rows, 0);
        struct guess *guess = guess_for(scratch, guesses, committee);
        if (guess->shared)
            continue; /* the first is the best */
        guess->shared = (int)rows_int(&rows, 3);
        guess->same_contacts = rows_date(&rows, 1);
        guess->same_contacts_id = rows_text(scratch, &rows, 2);
    }
    return rows_end(&rows);
}

static enum status guess_by_name(const void *scratch, struct db *db, int64_t meeting, struct guesses *guesses, struct err *err)
{
    struct rows rows = db_select(db, SQL_NAMED, err, v_int(meeting));
    while (rows_next(&rows)) {
        char *committee = rows_text(scratch, &rows, 0);
        struct guess *guess = guess_for(scratch, guesses, committee);
        if (!guess->place)
            guess->place = rows_is_null(&rows, 1) ? mem_strdup(scratch, "its text") : rows_text(scratch, &rows, 1);
    }
    return rows_end(&rows);
}

static int worth(const struct guess *guess)
{
    return (guess->place != NULL) + (guess->shared > 0);
}

/* The one with more reasons than any other. */
static const struct guess *best_guess(const struct guesses *guesses)
{
    const struct guess *best = NULL;
    bool tie = false;
    for (size_t i = 0; i < guesses->n; i++) {
        int difference = best ? worth(&guesses->at[i]) - worth(best) : 1;
        if (difference > 0)
            best = &guesses->at[i];
        tie = difference == 0 || (tie && difference < 0);
    }
    return tie ? NULL : best;
}

static struct committee_offer *offer_of(const void *parent, const struct guess *guess, int telephones)
{
    struct committee_offer *offer = mem_new(parent, struct committee_offer);
    offer->committee = mem_strdup(offer, guess->committee);
    if (guess->place) {
        char *reason = mem_printf(NULL, "its name is in %s", guess->place);
        strings_add(offer, &offer->reasons, reason);
        talloc_free(reason);
    }
    if (guess->shared) {
        char *day = date_is_set(guess->same_contacts) ? date_words(NULL, guess->same_contacts) : mem_strdup(NULL, guess->same_contacts_id);
        const char *words = guess->shared < telephones ? "a telephone number of the contacts is that of"
                            : telephones == 1          ? "the contact's telephone number is that of"
                                                       : "the contacts' telephone numbers are those of";
        char *reason = mem_printf(NULL, "%s %s", words, day);
        strings_add(offer, &offer->reasons, reason);
        talloc_free(reason);
        talloc_free(day);
    }
    return offer;
}

static enum status guess_committee(const void *parent, struct db *db, int64_t meeting, struct committee_offer **out, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "guesses");
    struct guesses guesses = {0};
    int64_t telephones = 0;
    enum status status = guess_by_telephones(scratch, db, meeting, &guesses, err);
    if (status == STATUS_OK)
        status = guess_by_name(scratch, db, meeting, &guesses, err);
    if (status == STATUS_OK)
        status = db_number(db, SQL_TELEPHONES, 0, &telephones, err, v_int(meeting));
    const struct guess *best = status == STATUS_OK ? best_guess(&guesses) : NULL;
    if (best)
        *out = offer_of(parent, best, (int)telephones);
    talloc_free(scratch);
    return status;
}

/* One that was entered by hand has its committee. */
static enum status without_papers(struct store *store, const char *meeting_id, struct err *err)
{
    struct meeting *meeting = NULL;
    enum status status = store_meeting(NULL, store, meeting_id, &meeting, err);
    talloc_free(meeting);
    return status;
}

enum status store_offer_committee(const void *parent, struct store *store, const char *meeting_id, struct committee_offer **out, struct err *err)
{
    *out = NULL;
    int64_t meeting = 0, unplaced = 0;
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = read_meeting_row(store->db, meeting_id, &meeting, err);
    if (status == STATUS_OK && meeting == 0)
        status = without_papers(store, meeting_id, err);
    if (status == STATUS_OK && meeting)
        status = db_number(store->db, SQL_UNPLACED, 0, &unplaced, err, v_int(meeting));
    if (status == STATUS_OK && unplaced)
        status = guess_committee(parent, store->db, meeting, out, err);
    db_read_end(store->db);
    return status;
}
