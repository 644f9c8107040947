/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A page of one item that does not name its meeting may be of any that has such an item: those are offered, never
 * joined (design.md 4). Where the page's minute begins as a cut one does, only that meeting is. */
#include "config.h"

#include "src/store/offers.h"

#include <string.h>

#define BEGINS_MIN 400 /* bytes of a cut minute; a shorter one may begin like many */

/* The item of such a page. */
struct lone {
    struct side side;
    char *title, *number, *minutes;
    char *committee_key, *date;
};

static const char SQL_LONE[] =
    "SELECT m.id, m.meeting_id, m.council, coalesce(m.starts, -1), m.items, i.title, coalesce(i.minute_number, i.agenda_number), p.text,"
    " m.committee_key, m.date FROM meeting m JOIN item i ON i.meeting = m.id"
    " LEFT JOIN passage p ON p.item = i.id AND p.kind = 'minutes'"
    " WHERE m.edition = 1 AND (m.committee IS NULL OR m.date IS NULL)"
    " AND NOT EXISTS (SELECT 1 FROM meeting_source s JOIN source o ON o.id = s.source WHERE s.meeting = m.id AND o.form NOT IN " SQL_PART_FORMS ")"
    " ORDER BY m.meeting_id, i.position";
static const char SQL_LIKE[] =
    "SELECT m.id, m.meeting_id, m.council, coalesce(m.starts, -1), m.items, i.title, CASE WHEN i.truncated THEN p.text END"
    " FROM item i CROSS JOIN meeting m ON m.id = i.meeting AND m.edition = 1"
    " LEFT JOIN passage p ON p.item = i.id AND p.kind = 'minutes'"
    " WHERE m.id <> ?1 AND (i.minute_number = ?2 OR i.agenda_number = ?2 OR (?2 IS NULL AND i.truncated))"
    " AND (?3 IS NULL OR m.committee_key IS NULL OR m.committee_key = ?3) AND (?4 IS NULL OR m.date IS NULL OR m.date = ?4)"
    " AND EXISTS (SELECT 1 FROM meeting_source s JOIN source o ON o.id = s.source WHERE s.meeting = m.id AND o.form NOT IN " SQL_PART_FORMS ")"
    " ORDER BY m.date DESC, m.meeting_id, i.position";

static enum status read_lone(const void *parent, struct db *db, struct lone **out, size_t *n, struct err *err)
{
    struct rows rows = db_select(db, SQL_LONE, err);
    while (rows_next(&rows)) {
        struct lone *lone = mem_append(parent, *out, *n);
        *lone = (struct lone){.side = side_read(parent, &rows, 0),
                              .title = rows_text(parent, &rows, 5),
                              .number = rows_text(parent, &rows, 6),
                              .minutes = rows_text(parent, &rows, 7),
                              .committee_key = rows_text(parent, &rows, 8),
                              .date = rows_text(parent, &rows, 9)};
    }
    return rows_end(&rows);
}

static bool same_title(const char *a, const char *b)
{
    return !text_same_words(a, NULL) && text_same_words(a, b);
}

static bool begins_as(const char *whole, const char *cut)
{
    if (!whole || !cut || strlen(cut) < BEGINS_MIN)
        return false;
    char *a = text_fold(NULL, whole), *b = text_fold(NULL, cut);
    bool begins = text_starts(a, b);
    talloc_free(a);
    talloc_free(b);
    return begins;
}

static enum status offer_lone(const void *parent, struct db *db, const struct lone *lone, struct pairs *out, struct err *err)
{
    struct pairs likely = {0}, sure = {0};
    struct rows rows = db_select(db, SQL_LIKE, err, v_int(lone->side.row), v_text(lone->number), v_text(lone->committee_key), v_text(lone->date));
    while (rows_next(&rows)) {
        char *title = rows_text(parent, &rows, 5), *cut = rows_text(parent, &rows, 6);
        if (!same_title(title, lone->title))
            continue;
        bool begins = begins_as(lone->minutes, cut);
        struct pairs *into = begins ? &sure : &likely;
        *mem_append(parent, into->at, into->n) = (struct pair){
            .a = lone->side,
            .b = side_read(parent, &rows, 0),
            .reason = mem_printf(parent, "%s%s", lone->number ? "number and title of the page's item agree" : "the title of the page's item agrees",
                                 begins ? ", and it begins as the minute does that is cut off there" : ""),
        };
    }
    const struct pairs *found = sure.n > 0 ? &sure : &likely;
    for (size_t i = 0; i < found->n; i++)
        pairs_add(parent, out, found->at[i]);
    return rows_end(&rows);
}

enum status part_offers(const void *parent, struct db *db, struct pairs *out, struct err *err)
{
    struct lone *lone = NULL;
    size_t n = 0;
    enum status status = read_lone(parent, db, &lone, &n, err);
    for (size_t i = 0; i < n && status == STATUS_OK; i++)
        status = offer_lone(parent, db, &lone[i], out, err);
    return status;
}
