/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The words of the index, one by one. They are gathered when an import is over; a row without a word says that they are all there. */
#include "config.h"

#include "index.h"

enum status store_knows_word(struct store *store, const char *word, bool *known, struct err *err)
{
    static const char SQL_WORD[] = "SELECT 1 FROM terms WHERE term = ?1";
    struct rows rows = db_select(store->db, SQL_WORD, err, v_text(word));
    *known = rows_next(&rows);
    return rows_end(&rows);
}

enum status index_words_open(struct db *db, struct err *err)
{
    static const char SQL_OPEN[] = "DELETE FROM terms WHERE term = ''";
    return db_run(db, SQL_OPEN, err);
}

enum status index_words_close(struct db *db, struct err *err)
{
    static const char SQL_CLOSE[] = "INSERT OR REPLACE INTO terms(term, df) VALUES ('', 0)";
    return db_run(db, SQL_CLOSE, err);
}

enum status store_words_of(const void *parent, struct store *store, const char *beginning, int most, struct strings *out, bool *known,
                           struct err *err)
{
    static const char SQL_OF[] = "SELECT term FROM terms WHERE term >= ?1 AND term <= ?1 || char(0x10FFFF) AND EXISTS"
                                 " (SELECT 1 FROM terms WHERE term = '') LIMIT ?2";
    struct rows rows = db_select(store->db, SQL_OF, err, v_text(beginning), v_int(most + 1));
    *out = (struct strings){0};
    while (rows_next(&rows))
        strings_add(parent, out, rows_text(parent, &rows, 0));
    *known = out->n > 0 && out->n <= (size_t)most;
    return rows_end(&rows);
}
