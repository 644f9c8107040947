# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""freeze.py STORE: the store as statements, for tests/fault/store/schema-N.sql (HACKING, "A change of the schema").

Like `.dump`, but columns are named and the two indexes of the papers are filled from their texts, as the program fills
them, which makes half of it and can be read. What they were filled with stands in src/store/index_write.c."""
import sqlite3
import sys

FILLED = {
    "f": "INSERT INTO f(rowid, title, body, meta) SELECT id, title, body, meta FROM search_text ORDER BY id;",
    "p": "INSERT INTO p(rowid, t) SELECT id, title || char(10) || body || char(10) || meta FROM search_text ORDER BY id;",
}

db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
objects = db.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
virtual = [name for _, name, sql in objects if sql.startswith("CREATE VIRTUAL")]


def is_shadow(name):
    return any(name.startswith(owner + "_") for owner in virtual) and name not in virtual


def rows_of(name):
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({name})")]
    names = ", ".join((["rowid"] if name in virtual else []) + columns)
    quoted = " || ', ' || ".join(f"quote({column})" for column in names.split(", "))
    order = ", ".join(str(n + 1) for n in range(len(columns)))
    for (values,) in db.execute(f"SELECT {quoted} FROM (SELECT {names} FROM {name} ORDER BY {order})"):
        yield f"INSERT INTO {name}({names}) VALUES ({values});"


print("BEGIN;")
for kind, name, sql in objects:
    if not is_shadow(name):
        print(sql + ";")
    if name in virtual and "fts5(" in sql:
        for option, value in db.execute(f"SELECT k, v FROM {name}_config WHERE k <> 'version' ORDER BY k"):
            print(f"INSERT INTO {name}({name}, rank) VALUES ('{option}', {value});")
for kind, name, sql in objects:
    if kind == "table" and not is_shadow(name) and name not in FILLED and "fts5vocab" not in sql:
        for statement in rows_of(name):
            print(statement)
for name in FILLED:
    print(FILLED[name])
for mark in ("application_id", "user_version"):
    print(f"PRAGMA {mark}={db.execute(f'PRAGMA {mark}').fetchone()[0]};")
print("COMMIT;")
