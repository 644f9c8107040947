/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Each text is a line on both sides: whose it is, its title's words and its own. The lines of what is indexed must be those of what can be
 * read, whatever came, came again or was taken back before. */
#include "unit/search/oracle.h"

#include <minutebook/store_own.h>
#include <minutebook/store_published.h>

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Words, one blank between; all of these tests are of ASCII. */
static void put_words(struct buf *out, const char *text)
{
    bool inside = false;
    for (; text && *text; text++) {
        bool letter = isalnum((unsigned char)*text) != 0;
        if (letter && !inside && out->len)
            buf_putc(out, ' ');
        if (letter)
            buf_putc(out, (char)tolower((unsigned char)*text));
        inside = letter;
    }
}

static void add_text(const void *parent, struct strings *lines, const char *whose, const char *kind, const char *title, const char *text)
{
    struct buf line;
    if (!text)
        return;
    buf_init(&line, parent, BUF_MAX_DOCUMENT);
    buf_printf(&line, "%s %s:", whose, kind);
    put_words(&line, title);
    buf_puts(&line, " |");
    put_words(&line, text);
    strings_add(parent, lines, buf_take(&line));
}

/* ---- what can be read ------------------------------------------------------------------------------- */

static void read_item(const void *parent, const char *meeting_id, const struct item *item, struct strings *lines)
{
    const char *whose = mem_printf(parent, "%s/%d", meeting_id, item->position);
    size_t before = lines->n;
    add_text(parent, lines, whose, "minutes", item->title, item->minutes_text);
    add_text(parent, lines, whose, "decision", item->title, item->decision_text);
    add_text(parent, lines, whose, "agenda", item->title, item->agenda_text);
    add_text(parent, lines, whose, "report", item->title, item_report_text(parent, item));
    if (lines->n == before)
        add_text(parent, lines, whose, "agenda", item->title, "");
}

static void read_meetings(const void *parent, struct store *store, struct strings *lines)
{
    struct meeting_rows rows;
    struct err err;
    assert_ok(store_meetings(parent, store, &rows, &err), err);
    for (size_t i = 0; i < rows.n; i++) {
        struct meeting *meeting;
        assert_ok(store_meeting(parent, store, rows.at[i].id, &meeting, &err), err);
        for (size_t k = 0; k < meeting->n_items; k++)
            read_item(parent, rows.at[i].id, &meeting->items[k], lines);
    }
}

static void read_own(const void *parent, struct store *store, struct strings *lines)
{
    struct actions actions;
    struct notes notes;
    struct err err;
    assert_ok(store_actions(parent, store, &actions, &err), err);
    for (size_t i = 0; i < actions.n; i++) {
        const struct action *action = actions.at[i];
        if (action->state == ACTION_KEPT)
            add_text(parent, lines, action->id, action->status, action->subject, action->quote);
    }
    assert_ok(store_notes(parent, store, NULL, &notes, &err), err);
    for (size_t i = 0; i < notes.n; i++)
        add_text(parent, lines, notes.at[i]->id, "", notes.at[i]->item_title, notes.at[i]->text);
}

/* ---- what is indexed -------------------------------------------------------------------------------- */

/* A report stands there by its sections, of which the first alone has its title. */
static void list_published(const void *parent, struct store *store, struct strings *lines)
{
    static const char SQL[] =
        "SELECT DISTINCT p.meeting_id || '/' || p.position, p.kind, max(t.title) OVER text, group_concat(t.body, ' ') OVER text"
        " FROM search_text t JOIN search_place p ON p.id = t.id JOIN meeting m ON m.id = p.edition AND m.edition = 1"
        " WINDOW text AS (PARTITION BY p.meeting_id, p.position, p.kind ORDER BY p.start"
        " ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)";
    struct err err;
    struct rows rows = db_select(store->db, SQL, &err);
    while (rows_next(&rows))
        add_text(parent, lines, rows_text(parent, &rows, 0), rows_text(parent, &rows, 1), rows_text(parent, &rows, 2), rows_text(parent, &rows, 3));
    assert_ok(rows_end(&rows), err);
}

/* The first line of a body is the sentence of a follow-up, the text of a note. */
static void list_own(const void *parent, struct store *store, struct strings *lines)
{
    static const char SQL[] = "SELECT coalesce(action_id, note_id), iif(action_id IS NULL, '', status), title,"
                              " iif(instr(body, char(10)), substr(body, 1, instr(body, char(10)) - 1), body) FROM mine";
    struct err err;
    struct rows rows = db_select(store->db, SQL, &err);
    while (rows_next(&rows))
        add_text(parent, lines, rows_text(parent, &rows, 0), rows_text(parent, &rows, 1), rows_text(parent, &rows, 2), rows_text(parent, &rows, 3));
    assert_ok(rows_end(&rows), err);
}

/* ---- both ------------------------------------------------------------------------------------------- */

static int by_words(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

static void sort(struct strings *lines)
{
    if (lines->n)
        qsort(lines->at, lines->n, sizeof *lines->at, by_words);
}

char *oracle_odd_text(const void *parent, struct store *store)
{
    void *local = talloc_named_const(NULL, 0, "texts");
    struct strings read = {0}, indexed = {0};
    char *odd = NULL;
    read_meetings(local, store, &read);
    read_own(local, store, &read);
    list_published(local, store, &indexed);
    list_own(local, store, &indexed);
    sort(&read);
    sort(&indexed);
    for (size_t i = 0; !odd && (i < read.n || i < indexed.n); i++) {
        const char *one = i < read.n ? read.at[i] : "nothing", *other = i < indexed.n ? indexed.at[i] : "nothing";
        if (strcmp(one, other) != 0)
            odd = mem_printf(parent, "there is to read: %s; there is to find: %s", one, other);
    }
    talloc_free(local);
    return odd;
}
