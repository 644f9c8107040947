/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The words of the index, one by one. */
#include "config.h"

#include "index.h"

enum status store_knows_word(struct store *store, const char *word, bool *known, struct err *err)
{
    static const char SQL_WORD[] = "SELECT 1 FROM terms WHERE term = ?1";
    struct rows rows = db_select(store->db, SQL_WORD, err, v_text(word));
    *known = rows_next(&rows);
    return rows_end(&rows);
}
