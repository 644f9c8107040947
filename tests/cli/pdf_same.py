# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""Does a pack read from a PDF say what its text says? For tests/cli/test_pdf.sh:
   pdf_same.py TEXT.json PDF.json    (both of `import --dry-run --format json`)
prints one line a fact, "name value"; cells and words in tenths of a per cent."""
import collections
import json
import re
import sys

text, pdf = ([json.loads(line) for line in open(path, encoding="utf-8")] for path in sys.argv[1:3])
meetings = [draft[0]["meetings"][0] for draft in (text, pdf)]
items = [meeting["items"] for meeting in meetings]


def facts(item):
    return {name: item.get(name) for name in ("agenda_number", "title", "timing", "pages", "pages_note", "follow", "asked", "invited",
                                              "author", "agenda_text", "kind", "exempt", "part")}


def cells(item_list):
    return [[cell or "" for row in block["rows"] for cell in row] for item in item_list for block in item["report_blocks"] or []
            if block["kind"] == "table"]


def words(item_list):
    return collections.Counter(word for item in item_list for block in item["report_blocks"] or [] if block["text"]
                               for word in re.findall(r"\w+", block["text"]))


def first_pages(item_list):
    return [(item["pages"].split(" ")[0], item["report_blocks"][0]["page"]) for item in item_list if item["pages"]]


tables = [cells(of) for of in items]
all_cells = sum(map(len, tables[0]))
same_cells = sum(a == b for one, other in zip(*tables) for a, b in zip(one, other)) if len(tables[0]) == len(tables[1]) else 0
counts = [words(of) for of in items]
print("meeting", all(meetings[0][name] == meetings[1][name]
                     for name in ("committee", "date", "time", "venue", "contact", "people", "vacancies", "status")))
print("items", [facts(item) for item in items[0]] == [facts(item) for item in items[1]], len(items[1]))
print("programme", text[1:] == pdf[1:], sum(len(edition["entries"]) for edition in pdf[1]["editions"]))
print("tables", len(tables[0]) == len(tables[1]), len(tables[1]))
print("cells", same_cells * 1000 // max(all_cells, 1) >= 980, all_cells)
print("words", sum((counts[0] & counts[1]).values()) * 1000 // sum(counts[0].values()) >= 995)
print("pages", all(a == b for a, b in first_pages(items[1])), len(first_pages(items[1])))
print("every page known", all(block["page"] for item in items[1] for block in item["report_blocks"] or []))
