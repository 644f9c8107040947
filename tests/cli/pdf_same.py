# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""Does a pack read from a PDF say what its text says? For tests/cli/test_pdf.sh, and a module of tests/real/pdf.py:
   pdf_same.py TEXT.json PDF.json    (both of `import --dry-run --format json`)
prints one line a kind of fact, "name SAME of ALL", counted cell by cell: ALL is what either of the two has, so that what the
PDF adds counts as much against it as what it lacks. Items are compared at their places, rows of tables in their order: one
that is missing costs its own cells and no others. Two more lines tell the pages of the reports' paragraphs."""
import collections
import difflib
import json
import re
import sys

MEETING = ("committee", "date", "time", "venue", "contact", "people", "vacancies", "status")
ITEM = ("agenda_number", "title", "timing", "pages_note", "follow", "asked", "invited", "author", "agenda_text", "kind", "exempt", "part")
EMPTY = (None, "", [], False)


def drafts_of(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]


def items_of(drafts):
    return drafts[0]["meetings"][0]["items"]


def blocks_of(drafts, kind):
    return [block for item in items_of(drafts) for block in item["report_blocks"] or [] if (block["kind"] == "table") == (kind == "table")]


def tables_of(drafts):
    return [[[cell or "" for cell in row] for row in block["rows"]] for block in blocks_of(drafts, "table")]


def entries_of(drafts):
    return [entry for draft in drafts[1:] for edition in draft["editions"] for entry in edition["entries"]]


def words_of(drafts):
    return collections.Counter(word for block in blocks_of(drafts, "text") if block["text"] for word in re.findall(r"\w+", block["text"]))


def same_fields(one, other, names):
    """Fields that both leave empty count for nothing."""
    pairs = [(one.get(name), other.get(name)) for name in names]
    told = [(a, b) for a, b in pairs if a not in EMPTY or b not in EMPTY]
    return sum(a == b for a, b in told), len(told)


def pairs_of(one, other, nothing):
    return [(one[i] if i < len(one) else nothing, other[i] if i < len(other) else nothing) for i in range(max(len(one), len(other)))]


def same_cells(one, other):
    """Of the rows of all tables in their order."""
    rows = [[tuple(row) for table in tables for row in table] for tables in (one, other)]
    counts = []
    for _, a, b, c, d in difflib.SequenceMatcher(None, rows[0], rows[1], False).get_opcodes():
        counts += [(sum(x == y for x, y in zip(row, like)), max(len(row), len(like))) for row, like in pairs_of(rows[0][a:b], rows[1][c:d], ())]
    return added(counts)


def added(counts):
    counts = list(counts)
    return sum(same for same, _ in counts), sum(of for _, of in counts)


def figures(text, pdf):
    """[(name, same, all)]"""
    items = pairs_of(items_of(text), items_of(pdf), {})
    entries = pairs_of(entries_of(text), entries_of(pdf), {})
    tables = pairs_of(tables_of(text), tables_of(pdf), [])
    words = words_of(text), words_of(pdf)
    return [("meeting", *same_fields(text[0]["meetings"][0], pdf[0]["meetings"][0], MEETING)),
            ("items", *added(same_fields(a, b, ITEM) for a, b in items)),
            ("pages", *added(same_fields(a, b, ("pages",)) for a, b in items)),
            ("programme rows", *added(same_fields(a, b, sorted(set(a) | set(b))) for a, b in entries)),
            ("tables", sum(len(a) == len(b) for a, b in tables), len(tables)),
            ("table cells", *same_cells(tables_of(text), tables_of(pdf))),
            ("words", sum((words[0] & words[1]).values()), sum((words[0] | words[1]).values()))]


def first_pages(drafts):
    """Of each report: does it begin on the page that the agenda names?"""
    named = [(item["pages"].split(" ")[0], item["report_blocks"][0]["page"]) for item in items_of(drafts) if item["pages"] and item["report_blocks"]]
    return sum(a == b for a, b in named), len(named)


def known_pages(drafts):
    blocks = [block for item in items_of(drafts) for block in item["report_blocks"] or []]
    return sum(bool(block["page"]) for block in blocks), len(blocks)


if __name__ == "__main__":
    of_text, of_pdf = map(drafts_of, sys.argv[1:3])
    for line in figures(of_text, of_pdf) + [("first pages", *first_pages(of_pdf)), ("paragraphs with a page", *known_pages(of_pdf))]:
        print("%s %d of %d" % line)
