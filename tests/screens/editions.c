/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "support/test.h"

#include "screens/editions.h"

#include <sqlite3.h>

static void set(const void *parent, char **text, const char *value)
{
    *text = mem_strdup(parent, value);
}

static void name_draft(struct draft *draft, const char *path)
{
    set(draft, &draft->path, path);
    sha256_hex(path, strlen(path), draft->sha256);
    set(draft->meeting, &draft->meeting->sources[0].path, path);
    memcpy(draft->meeting->sources[0].sha256, draft->sha256, sizeof draft->sha256);
}

static void import(struct store *store, struct draft *draft)
{
    struct err err = {0};
    struct import_result *result;
    struct import_options options = {0};
    if (store_import(draft, store, draft, draft->path, strlen(draft->path), &options, &result, &err) != STATUS_OK)
        fail_msg("%s: %s", draft->path, err.text);
}

/* "2023/24" of one school, a school more, one paragraph in other words. */
static void change_report(struct meeting *meeting, struct item *item)
{
    static const char *const cells[] = {"Osyth Primary", "3", "5"};
    struct block *table = &item->blocks[4];
    assert_int_equal(table->kind, BLOCK_TABLE);
    set(meeting, &table->rows[1].cells[2], "1,061");
    struct table_row *row = mem_append(meeting, table->rows, table->n_rows);
    for (size_t i = 0; i < MB_LENGTH(cells); i++)
        *mem_append(meeting, row->cells, row->n_cells) = mem_strdup(meeting, cells[i]);
    set(meeting, &item->blocks[2].text, "- Drivers: nine posts were vacant at the end of April.");
    set(meeting, &item->blocks[5].text, "2. The Panel is asked to comment on the figures, to say which school it wishes to "
                                        "visit, and to decide whether any more scrutiny is needed.");
}

static struct draft *pack_again(const void *parent)
{
    struct draft *draft = town_pack(parent);
    struct meeting *meeting = draft->meeting;
    name_draft(draft, "may-pack-2.txt");
    set(meeting, &meeting->service_id, "417"); /* its titles alone would leave open whether it is that meeting */
    change_report(meeting, &meeting->items[2]);
    set(meeting, &meeting->items[3].timing, "2.50 to 3.40pm");
    struct item *lorries = mem_append(meeting, meeting->items, meeting->n_items);
    lorries->position = (int)meeting->n_items;
    lorries->in_latest = true;
    set(meeting, &lorries->agenda_number, "7");
    set(meeting, &lorries->title, "Lorries in Villages");
    set(meeting, &lorries->agenda_text, "To hear the Parish Councils of Osyth and Mill Lane.");
    return draft;
}

static struct draft *page_again(const void *parent)
{
    struct draft *draft = town_page(parent);
    struct item *roads = &draft->meeting->items[3];
    name_draft(draft, "may-minutes-2.txt");
    set(draft->meeting, &roads->minutes_text,
        "The Panel was told that the contractor had been paid in full before the work was checked, and that 14 of the 60 "
        "repairs had failed within a year.\n\nResolved: That the Cabinet Member be asked to withhold payment until the work "
        "has been checked.");
    roads->truncated = false;
    return draft;
}

void town_import_again(struct store *store)
{
    void *local = talloc_named_const(NULL, 0, "editions");
    import(store, pack_again(local));
    import(store, page_again(local));
    talloc_free(local);
}

void town_came_in_may(const char *path)
{
    static const char days[] = "UPDATE source SET imported = '2024-05-02T09:00:00Z';"
                               "UPDATE source SET imported = '2024-05-10T09:00:00Z' WHERE path = 'may-pack-2.txt';"
                               "UPDATE source SET imported = '2024-05-24T09:00:00Z' WHERE path = 'may-minutes.txt';"
                               "UPDATE source SET imported = '2024-06-07T09:00:00Z' WHERE path = 'may-minutes-2.txt';";
    sqlite3 *db = NULL;
    if (sqlite3_open(path, &db) != SQLITE_OK || sqlite3_exec(db, days, NULL, NULL, NULL) != SQLITE_OK)
        fail_msg("%s: %s", path, sqlite3_errmsg(db));
    sqlite3_close(db);
}
