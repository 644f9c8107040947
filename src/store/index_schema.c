/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The tables of the full-text index: part of schema 1, and never changed there (performance.md 2).
 * `f` reads its text from search_text; `p` keeps none, so the old text is needed to delete from it. */
#include "config.h"

#include "index.h"

/* Merging in small steps, so that no small commit meets a large merge (performance.md 1, point 9). */
#define MERGING(table)                                                                                                 \
    ";INSERT INTO " table "(" table ", rank) VALUES ('automerge', 8)"                                                  \
    ";INSERT INTO " table "(" table ", rank) VALUES ('crisismerge', 64)"                                               \
    ";INSERT INTO " table "(" table ", rank) VALUES ('hashsize', 16777216)"

static const struct schema_table tables[] = {
    {"search_text",
     "CREATE TABLE search_text(id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, meta TEXT NOT NULL)",
     false},
    {"search_place",
     "CREATE TABLE search_place(id INTEGER PRIMARY KEY, edition INTEGER NOT NULL, meeting_id TEXT NOT NULL, "
     "committee TEXT, date TEXT, kind TEXT NOT NULL, position INTEGER NOT NULL, title TEXT, agenda_number TEXT, "
     "minute_number TEXT, start INTEGER NOT NULL, exempt INTEGER NOT NULL, truncated INTEGER NOT NULL, "
     "verbatim TEXT);" /* the body as printed, where the indexed text differs from it */
     "CREATE INDEX search_place_edition ON search_place(edition)",
     false},
    {"search_shown", "CREATE TABLE search_shown(edition INTEGER PRIMARY KEY)", false},
    {"f",
     "CREATE VIRTUAL TABLE f USING fts5(title, body, meta, content='search_text', content_rowid='id', "
     "tokenize='" INDEX_TOKENIZER "')" MERGING("f"),
     true},
    {"p",
     "CREATE VIRTUAL TABLE p USING fts5(t, content='', columnsize=0, detail=none, prefix='1 2 3 4', "
     "tokenize='" INDEX_TOKENIZER "')" MERGING("p"),
     true},
    {"terms", "CREATE TABLE terms(term TEXT PRIMARY KEY, df INTEGER NOT NULL) WITHOUT ROWID", false},
    {"f_words", "CREATE VIRTUAL TABLE f_words USING fts5vocab(f, row)", false},
    {"p_words", "CREATE VIRTUAL TABLE p_words USING fts5vocab(p, row)", false},
};

const struct schema_list schema_index = {tables, MB_LENGTH(tables)};
