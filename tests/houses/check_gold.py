#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""Hold the annotations of the houses to their papers: every quote, owner and due date is in the
item it is said to be in, as the program reads that item. Prints TAP; run by test_gold.sh.

    check_gold.py PROGRAM FOLDER NUMBER [FOLDER NUMBER]...    FOLDER holds NUMBER of papers/*.txt and gold/*.json

What the finder makes of the papers is no matter here."""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

CLASSES = {"action", "information_request", "recommendation", "resolution", "work_programme_change"}


def words(value):
    """Blanks and no-break spaces squeezed: readers keep them differently."""
    return re.sub(r"[\s\u00a0]+", " ", value or "").strip()


def segments(paper, numbers, titles):
    """The paper cut at its items: number on a line of its own, then the title."""
    starts, at = [], 0
    for number, title in zip(numbers, titles):
        found = re.compile(r"^%s\.?\n\n%s" % (re.escape(number), re.escape(title)), re.M).search(paper, at)
        if not found:
            return None
        starts.append(found.start())
        at = found.end()
    return {n: paper[a:b] for n, a, b in zip(numbers, starts, starts[1:] + [len(paper)])}


def record_faults(record, segment):
    faults = []
    for quote in [record["quote"]] + record["also_quotes"]:
        if quote not in segment:
            faults.append("not in the item: %r" % quote)
    for key in ("owner", "recipient", "due"):
        if record[key] and record[key] not in segment:
            faults.append("%s %r is not in the item" % (key, record[key]))
    for key in ("owner", "recipient"):
        for name in record[key + "_accept"]:
            if name.lower() not in words(segment).lower():
                faults.append("accepted %s %r is not in the item" % (key, name))
        if bool(record[key]) != bool(record[key + "_accept"]):
            faults.append("%s and its accepted wordings disagree" % key)
    if not {record["class"], *record["alt_classes"]} <= CLASSES or record["class"] in record["alt_classes"]:
        faults.append("classes %r %r" % (record["class"], record["alt_classes"]))
    if record["trackable"] not in ("yes", "no") or (record["class"] == "resolution") > (record["trackable"] == "no"):
        faults.append("trackable %r" % record["trackable"])
    if record["owner_basis"] not in (("stated", "implied") if record["owner"] else ("none",)):
        faults.append("owner_basis %r" % record["owner_basis"])
    return [record["id"] + ": " + fault for fault in faults]


def gold_faults(gold, paper):
    numbers = [item["number"] for item in gold["items"]]
    parts = segments(paper, numbers, [item["title"] for item in gold["items"]])
    if not parts:
        return ["an item of the annotation is not in the paper"]
    faults = []
    for record in gold["actions"]:
        faults += record_faults(record, parts[record["item"]])
    for negative in gold["negatives"]:
        if negative["quote"] not in parts[negative["item"]]:
            faults.append("negative not in item %s: %r" % (negative["item"], negative["quote"]))
        if any(negative["quote"] in r["quote"] and negative["item"] == r["item"] for r in gold["actions"]):
            faults.append("both record and negative: %r" % negative["quote"])
    ids = [record["id"] for record in gold["actions"]]
    if len(set(ids)) != len(ids):
        faults.append("an id is given twice")
    if not gold["actions"] or not gold["negatives"]:
        faults.append("nothing was annotated")
    return faults


def reads(program, path, home):
    environment = dict(os.environ, HOME=home, XDG_DATA_HOME=home, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home)
    environment.pop("MINUTEBOOK_STORE", None)
    done = subprocess.run([program, "import", "--dry-run", "--format", "json", path], env=environment, check=True,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, timeout=120)
    return json.loads(done.stdout.decode().split("\n")[0])["meetings"][0]


def item_faults(gold, meeting):
    """What the program reads: the items of the annotation, and each quote in the text of its item."""
    faults = []
    items = {item["minute_number"] or item["agenda_number"]: item for item in meeting["items"]}
    expected = [(item["number"], item["title"]) for item in gold["items"]]
    got = [(item["minute_number"] or item["agenda_number"], item["title"]) for item in meeting["items"]]
    for number, title in expected:
        if number not in items or not words(title).startswith(words(items[number]["title"])):
            faults.append("item %s %r is not read" % (number, title))
    if len(got) != len(expected):
        faults.append("%d items, %d read" % (len(expected), len(got)))
    for record in gold["actions"]:
        item = items.get(record["item"]) or {}
        if not any(words(record["quote"]) in words(item.get(key)) for key in ("minutes_text", "decision_text")):
            faults.append("%s: the quote is not in the text read" % record["id"])
    for key in ("committee", "date", "time", "venue"):
        if meeting[key] != gold["meeting"][key]:
            faults.append("%s %r, read %r" % (key, gold["meeting"][key], meeting[key]))
    return faults


def main():
    program, count = sys.argv[1], 0

    def line(name, faults):
        nonlocal count
        count += 1
        print("%s %d - %s" % ("not ok" if faults else "ok", count, name))
        for fault in faults:
            print("#   " + fault.replace("\n", "\\n"))

    with tempfile.TemporaryDirectory(prefix="minutebook-houses-") as home:
        for folder, number in zip(sys.argv[2::2], map(int, sys.argv[3::2])):
            annotations = sorted(glob.glob(os.path.join(folder, "gold", "*.json")))
            for path in annotations:
                with open(path, encoding="utf-8") as file:
                    gold = json.load(file)
                source = os.path.join(folder, "papers", gold["doc"] + ".txt")
                with open(source, encoding="utf-8") as file:
                    paper = file.read()
                line(gold["doc"] + ": the annotation is in the paper", gold_faults(gold, paper))
                line(gold["doc"] + ": the program reads its items", item_faults(gold, reads(program, source, home)))
            papers = len(glob.glob(os.path.join(folder, "papers", "*.txt")))
            line("%d papers and as many annotations" % number,
                 [] if papers == len(annotations) == number else ["%d and %d" % (papers, len(annotations))])
    print("1..%d" % count)


main()
