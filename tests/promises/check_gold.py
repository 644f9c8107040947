#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""Hold the golds of the promises to their papers, whatever the program does: each quote stands word for word in the item it
is said to be in, each owner, recipient and due word in the paper, each computed day agrees with the words, no field is
missing, no council is in two folders; and the scorer gives full marks to the gold itself and takes them off for faults.
Prints TAP, run by test_gold.sh. Names of papers and of fields are printed, wording of a closed folder never.

    check_gold.py PROMISES      PROMISES holds work/, blind/, second/, third/, fourth/ and fifth/"""
import copy
import glob
import json
import os
import re
import sys

sys.dont_write_bytecode = True  # the folder may be read-only
from due_words import MONTHS, span
from score_promises import claims, score_paper, tally

HALVES = {"work": 21, "blind": 21, "second": 30, "third": 30, "fourth": 11, "fifth": 11}
CLASSES = {"action", "information_request", "recommendation", "work_programme_change", "resolution"}
KINDS = {"county", "district", "London borough", "metropolitan borough", "unitary", "Scottish council", "Welsh county",
         "Northern Irish borough", "combined authority", "police and crime panel", "fire authority", "parish", "town",
         "health scrutiny joint committee", "national park authority", "city corporation"}
PAGE = {"paper", "council", "kind", "form", "manner", "meeting", "items", "follow_ups", "near_misses"}
ROW = {"id", "item", "quote", "class", "alt_classes", "outstanding", "optional", "owner", "owner_basis", "owner_accept",
       "recipient", "recipient_accept", "due_text", "due_from", "due_to", "due_either", "due_vague", "truncated", "under", "also_quotes"}


def segments(items, paper):
    """The paper cut at its items: number at the start of a line, then the title. None where an item is not there."""
    starts, at = [], 0
    for item in items:
        found = re.compile(r"^%s\s*\.?\s+%s" % (re.escape(item["number"]), re.escape(item["title"])), re.M).search(paper, at)
        if not found:
            return None
        starts.append(found.start())
        at = found.end()
    return {item["number"]: paper[a:b] for item, a, b in zip(items, starts, starts[1:] + [len(paper)])}


def day_stands(iso, paper):
    year, month, day = map(int, iso.split("-"))
    names = "|".join(name for name, n in MONTHS.items() if n == month)
    return bool(re.search(r"\b%d(?:st|nd|rd|th)? (?:%s)\b" % (day, names), paper, re.I))


def due_faults(row, meeting, paper):
    computed = (row["due_from"], row["due_to"]) if row["due_from"] else None
    if not row["due_text"]:
        return ["a day without due words"] if computed else []
    by_words = span(row["due_text"], meeting)
    if computed == by_words:
        return []
    printed = computed and not by_words and computed[0] == computed[1] and day_stands(computed[0], paper)
    return [] if printed and re.search("meeting|agenda", row["due_text"], re.I) else ["due_from and due_to are not what the due words say"]


def row_faults(row, parts, paper, meeting):
    if set(row) != ROW:
        return ["fields"]
    faults, part = [], parts.get(row["item"], "")
    if any(quote not in part or len(quote) < 8 for quote in [row["quote"]]):
        faults.append("the quote is not in its item")
    faults += ["a second quote is not in the paper" for quote in row["also_quotes"] if quote not in paper]
    for key in ("owner", "recipient"):
        accept = row[key + "_accept"]
        if (row[key] or None) != (accept[0] if accept else None) or any(a.lower() not in paper.lower() for a in accept):
            faults.append(key + " is not in the paper as it is accepted")
        if row[key] and row[key] not in parts.get(row["item"], "") + " ".join(row["also_quotes"]):
            faults.append(key + " is not in the item")
    if row["due_text"] and row["due_text"] not in part + " ".join(row["also_quotes"]):
        faults.append("the due words are not in the item")
    if row["owner_basis"] not in (("stated", "implied") if row["owner"] else ("none",)):
        faults.append("owner_basis")
    if not {row["class"], *row["alt_classes"]} <= CLASSES or row["class"] in row["alt_classes"]:
        faults.append("classes")
    if row["outstanding"] and row["class"] == "resolution":
        faults.append("a resolution is not outstanding")
    behind = part[part.find(row["quote"]) + len(row["quote"]):].lstrip()
    if row["truncated"] != (row["quote"].endswith(("...", "\u2026")) and behind.startswith("view the full")):
        faults.append("truncated")
    return faults + due_faults(row, meeting, paper)


def page_faults(gold, paper):
    if set(gold) != PAGE or gold["kind"] not in KINDS:
        return ["fields of the page, or its kind"]
    parts = segments(gold["items"], paper)
    if not parts:
        return ["an item is not in the paper"]
    faults = [row.get("id", "?") + ": " + fault for row in gold["follow_ups"]
              for fault in row_faults(row, parts, paper, gold["meeting"]["date"])]
    ids = [row["id"] for row in gold["follow_ups"]]
    if len(set(ids)) != len(ids) or any(row["under"] and row["under"] not in ids for row in gold["follow_ups"]):
        faults.append("an id is given twice or `under` names none")
    for miss in gold["near_misses"]:
        if miss["quote"] not in parts.get(miss["item"], "") or not 1 <= miss["trap"] <= 16:
            faults.append("a near miss is not in its item")
        if any(miss["quote"] in row["quote"] for row in gold["follow_ups"]):
            faults.append("both follow-up and near miss")
    lines, sentences = paper.count("\n"), len(re.findall(r"[.;:?!](?=[\s\u201d\u2019\"]|$)", paper))
    if not 60 <= lines <= 200 or sentences < 50 or not gold["near_misses"]:
        faults.append("%d lines, %d sentences, %d near misses" % (lines, sentences, len(gold["near_misses"])))
    return faults


def as_offered(row):
    return {"item": row["item"], "quote": row["quote"], "class": row["class"], "owner": row["owner"] or "",
            "recipient": row["recipient"] or "", "due": row["due_text"] or "", "due_to": row["due_to"],
            "trackable": row["outstanding"]}


def scorer_faults(golds):
    """Full marks for the gold itself; a fault planted in it takes off the mark it should, and no other."""
    def marks(change):
        count = tally()
        for gold in golds:
            rows = [as_offered(row) for row in gold["follow_ups"]]
            change(rows, gold)
            score_paper(copy.deepcopy(rows), gold, count, [])
        return {name: percent for name, _, percent in claims(count)}

    def rename(rows, _):
        rows[:] = [dict(row, owner="Zebedee") for row in rows]

    def undated(rows, _):
        rows[:] = [dict(row, due="", due_to=None) for row in rows]

    def extra(rows, gold):
        rows += [dict(as_offered(gold["follow_ups"][0]), quote=m["quote"], item=m["item"], trackable=True) for m in gold["near_misses"]] \
            if gold["follow_ups"] else []

    full, faults = marks(lambda rows, gold: None), []
    if any(full[name] != (0.0 if "invented" in name else 100.0) for name in full):
        faults.append("the gold itself gets %r" % full)
    for change, down in ((lambda rows, gold: rows.clear(), "recall"), (extra, "precision"), (rename, "stated owners right"), (undated, "due words right")):
        got = marks(change)
        if got[down] > 60:
            faults.append("%s stays at %.1f" % (down, got[down]))
    if marks(rename)["invented owners"] < 20:
        faults.append("invented owners are not seen")
    return faults


def main():
    folder, claimed, councils = sys.argv[1], [], {}
    for half, number in HALVES.items():
        paths, golds = sorted(glob.glob(os.path.join(folder, half, "*.json"))), []
        papers = glob.glob(os.path.join(folder, half, "*.txt"))
        for path in paths:
            with open(path, encoding="utf-8") as file:
                golds.append(json.load(file))
            with open(os.path.join(folder, half, golds[-1]["paper"]), encoding="utf-8") as file:
                claimed.append(("%s: the gold is in the paper" % golds[-1]["paper"], page_faults(golds[-1], file.read())))
            councils.setdefault(golds[-1]["council"], set()).add(half)
        claimed.append(("%s holds %d papers and their golds" % (half, number),
                        [] if len(paths) == len(papers) == number else ["%d papers, %d golds" % (len(papers), len(paths))]))
        claimed.append(("the scorer judges %s" % half, scorer_faults(golds[:7])))
    claimed.append(("no council is in two folders", [c for c, halves in councils.items() if len(halves) > 1]))
    for number, (name, faults) in enumerate(claimed, 1):
        print("%s %d - %s" % ("not ok" if faults else "ok", number, name))
        for fault in faults:
            print("#   " + fault)
    print("1..%d" % len(claimed))


main()
