/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* insert DATABASE FILE...: the text of these files, a row a paragraph, into one FTS5 table in one
 * transaction, and nothing else: what tests/bench measures an import beside. The database must not be
 * there yet. */
#include "config.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool run(sqlite3 *db, const char *sql)
{
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static bool insert_row(sqlite3_stmt *insert, const char *text, size_t n)
{
    sqlite3_bind_text(insert, 1, text, (int)n, SQLITE_STATIC);
    bool done = sqlite3_step(insert) == SQLITE_DONE;
    sqlite3_reset(insert);
    return done;
}

/* Paragraphs end at an empty line. */
static bool insert_text(sqlite3_stmt *insert, const char *text)
{
    bool ok = true;
    for (const char *end; ok && *text; text = *end ? end + 2 : end) {
        end = strstr(text, "\n\n");
        if (!end)
            end = text + strlen(text);
        if (end > text)
            ok = insert_row(insert, text, (size_t)(end - text));
    }
    return ok;
}

static bool insert_file(sqlite3_stmt *insert, const char *path)
{
    struct stat what;
    FILE *file = fopen(path, "re");
    char *text = NULL;
    bool ok = file && fstat(fileno(file), &what) == 0 && (text = malloc((size_t)what.st_size + 1)) != NULL;
    if (ok) {
        size_t n = fread(text, 1, (size_t)what.st_size, file);
        text[n] = '\0';
        ok = insert_text(insert, text);
    }
    free(text);
    if (file)
        fclose(file);
    return ok;
}

int main(int argc, char **argv)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *insert = NULL;
    bool ok = argc > 2 && sqlite3_open(argv[1], &db) == SQLITE_OK &&
              run(db, "CREATE VIRTUAL TABLE f USING fts5(body, tokenize = 'unicode61 remove_diacritics 2'); BEGIN") &&
              sqlite3_prepare_v2(db, "INSERT INTO f(body) VALUES(?)", -1, &insert, NULL) == SQLITE_OK;
    for (int i = 2; ok && i < argc; i++)
        ok = insert_file(insert, argv[i]);
    sqlite3_finalize(insert);
    ok = ok && run(db, "COMMIT");
    if (!ok)
        fprintf(stderr, "insert: %s\n", db ? sqlite3_errmsg(db) : "usage: insert DATABASE FILE...");
    sqlite3_close(db);
    return ok ? 0 : 1;
}
