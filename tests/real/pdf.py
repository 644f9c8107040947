# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""What field.md 3.10 says of the report, and of the pack printed anew. For tests/real/test_pdf.sh:
   pdf.py MINUTEBOOK REPORT.pdf PACK.md"""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(here), "cli"))
import pdf_same  # noqa: E402  (it lies beside this folder)

program, report, pack = sys.argv[1:4]
count = 0
# Per cent of what either of the two says. Of the tables a converter loses more: heads alone at the foot of a page.
LEAST = {"meeting": 100, "items": 98, "pages": 100, "programme rows": 98, "table cells": 94, "words": 98}


def check(name, ok, shown=""):
    global count
    count += 1
    print("%s %d - %s" % ("ok" if ok else "not ok", count, name))
    if not ok:
        print("# " + str(shown))


def read(path):
    done = subprocess.run([program, "import", "--dry-run", "--format", "json", path], capture_output=True, text=True, check=False)
    check("%s is read" % os.path.basename(path), done.returncode == 0, done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def rows(drafts):
    return [(entry["issue"], entry["planned"], entry["notes"], entry["section"]) for draft in drafts[1:] for edition in draft["editions"]
            for entry in edition["entries"]]


meeting = read(report)[0]["meetings"][0]
item = meeting["items"][0]
numbers = [int(found.group(1)) for block in item["report_blocks"] if block["kind"] == "para"
           for found in [re.match(r"(\d+)\. ", block["text"])] if found]
check("its committee as printed", meeting["committee"] == "Kingston & North Kingston Neighbourhood Committee", meeting["committee"])
check("its day", meeting["date"] == "2026-01-15", meeting["date"])
check("its title, over two lines", item["title"].startswith("Petition") and item["title"].endswith("Road"), item["title"])
check("its author", (item["author"] or "").startswith("Report by Matthew Hill"), item["author"])
check("three recommendations, not six", len(item["asked"]) == 3, len(item["asked"]))
check("paragraphs 1 to 31", numbers == list(range(1, 32)), numbers)
check("no zero-width space is left", "\u200b" not in json.dumps(item, ensure_ascii=False))

text = read(pack)
titles = [one["title"] for one in text[0]["meetings"][0]["items"]]
with tempfile.TemporaryDirectory() as folder:
    subprocess.run([sys.executable, os.path.join(here, "pdf_print.py"), pack, folder], check=False)
    printed = sorted(glob.glob(os.path.join(folder, "*.pdf")))
    if not printed:
        count += 1
        print("ok %d - the pack printed anew # SKIP none of chromium, weasyprint and libreoffice is installed" % count)
    for path in printed:
        drafts = read(path)
        found = drafts[0]["meetings"][0]
        name = os.path.basename(path)
        check(name + ": committee, day, time and venue", (found["committee"], found["date"], found["time"], found["venue"]) == tuple(
            text[0]["meetings"][0][field] for field in ("committee", "date", "time", "venue")), found["committee"])
        check(name + ": 9 items", len(found["items"]) == 9, len(found["items"]))
        check(name + ": their titles", [one["title"] for one in found["items"]] == titles, [one["title"] for one in found["items"]])
        check(name + ": their pages", [one["pages"] for one in found["items"]] ==
              [one["pages"] for one in text[0]["meetings"][0]["items"]])
        check(name + ": 25 of 25 rows of the work programme", len(rows(drafts)) == 25, len(rows(drafts)))
        for kind, same, of in pdf_same.figures(text, drafts):
            print("# %s: %s %d of %d, %.1f %%" % (name, kind, same, of, 100 * same / max(of, 1)))
            if kind in LEAST:
                check("%s: %s as in the text, cell by cell" % (name, kind), same * 100 >= LEAST[kind] * of, (same, of))
print("1..%d" % count)
