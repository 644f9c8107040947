#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""Say how well the program finds what is owed on the pages of one half: each page goes into a store of its own, what is
offered to check is compared with the gold. Prints figures only; `--list` prints the sentences too.

    score_promises.py [--list] PROGRAM FOLDER

A row answers a follow-up as in tests/houses (one quote holds the other, or blocks of 15 characters or more cover 60 % of
the shorter), wherever on the page it stands: whether the item's number is right too is a figure of its own, as that is the
reader's doing. Pairs are made best first, one to one. A second row on a follow-up already answered, and one on an optional
follow-up, count neither way."""
import glob
import json
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the folder may be read-only
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "houses"))
from score_houses import name, one_in_other, overlap, plain, ratio  # noqa: E402

AS_AT = "2026-11-22"
CLOSED = ("fifth",)  # folders whose sentences nobody who writes rules has read
KEYS = ("papers", "unread", "right", "wrong", "missed", "untracked", "near", "item", "class", "stated", "stated right",
        "owners asked", "invented", "other owner", "due", "due right", "due more", "span", "span right")


def tally():
    return dict({key: 0 for key in KEYS}, found_by={}, owed_by={})


def fit(row, gold):
    """The overlap and what tells between several, or None where it is no pair."""
    quotes = [plain(q) for q in [gold["quote"]] + gold["also_quotes"]]
    share = max(overlap(row["words"], quote) * (1 if n == 0 else 0.99) for n, quote in enumerate(quotes))
    if share < 0.6:
        return None
    lengths = sorted((len(row["words"]), len(quotes[0])))
    return (share + 0.2 * (row["class"] in [gold["class"]] + gold["alt_classes"]) + 0.1 * lengths[0] / lengths[1]
            + 0.2 * (row["item"] == gold["item"]) - 0.3 * gold["optional"])


def pair(rows, golds):
    """{row: gold} by index, best first, and the rows that count neither way."""
    fits = [(fit(row, gold), i, n) for i, row in enumerate(rows) for n, gold in enumerate(golds)]
    fits = sorted((f for f in fits if f[0] is not None), reverse=True)
    pairs, taken = {}, set()
    for _, i, n in fits:
        if i not in pairs and n not in taken:
            pairs[i] = n
            taken.add(n)
    neutral, again = {i for i, n in pairs.items() if golds[n]["optional"]}, set()
    for i in range(len(rows)):
        first = next((n for _, j, n in fits if j == i), None)
        if i not in pairs and first is not None and first not in again:
            again.add(first)
            neutral.add(i)
    return pairs, neutral


def judge_owner(row, gold, count):
    who, accept = name(row["owner"]), [name(a) for a in gold["owner_accept"]]
    if gold["class"] == "recommendation" and not accept and any(one_in_other(who, name(r)) for r in gold["recipient_accept"]):
        who = ""  # a recommendation is for its recipient to answer: naming them as owner invents nobody
    count["owners asked"] += 1
    good = bool(who) and any(one_in_other(who, a) for a in accept)
    count["invented"] += bool(who) and not accept
    count["other owner"] += bool(who) and bool(accept) and not good
    if gold["owner_basis"] == "stated":
        count["stated"] += 1
        count["stated right"] += good


def judge_due(row, gold, count):
    words = plain(row["due"])
    if not gold["due_text"]:
        count["due more"] += bool(words)
        return
    count["due"] += 1
    count["due right"] += one_in_other(name(words), name(gold["due_text"])) or (gold["due_vague"] and not words)
    count["span"] += 1
    count["span right"] += row.get("due_to") == gold["due_to"] or (gold["due_either"] and not row.get("due_to"))


def score_paper(rows, gold, count, listed):
    golds = gold["follow_ups"]
    for row in rows:
        row["words"] = plain(row["quote"])
    pairs, neutral = pair(rows, golds)
    count["papers"] += 1
    for i, row in enumerate(rows):
        if i in neutral:
            continue
        found = golds[pairs[i]] if i in pairs else None
        owed = found is not None and found["outstanding"]
        if owed and row["trackable"]:
            count["right"] += 1
            count["found_by"][found["class"]] = count["found_by"].get(found["class"], 0) + 1
            count["item"] += row["item"] == found["item"]
            count["class"] += row["class"] in [found["class"]] + found["alt_classes"]
            judge_owner(row, found, count)
            judge_due(row, found, count)
        elif row["trackable"]:
            count["wrong"] += 1
            count["near"] += any(overlap(row["words"], plain(miss["quote"])) >= 0.6 for miss in gold["near_misses"])
            listed.append("wrongly offered: %s %s" % (row["item"], row["quote"]))
        else:
            count["missed" if owed else "untracked"] += 1
    for n, found in enumerate(golds):
        if found["outstanding"] and not found["optional"]:
            count["owed_by"][found["class"]] = count["owed_by"].get(found["class"], 0) + 1
            if n not in pairs.values():
                count["missed"] += 1
                listed.append("missed: %s %s" % (found["item"], found["quote"]))


def claims(count):
    """(name, "part/whole", percent) of each figure that the issue asks for."""
    owed, offered = count["right"] + count["missed"], count["right"] + count["wrong"]
    pairs = (("precision", count["right"], offered), ("recall", count["right"], owed),
             ("stated owners right", count["stated right"], count["stated"]),
             ("invented owners", count["invented"], count["owners asked"]),
             ("due words right", count["due right"], count["due"]))
    return [(title, "%d/%d" % (part, whole), ratio(part, whole)) for title, part, whole in pairs]


def offered(program, paper, home):
    """What the program offers on one page, in a store of its own; None where it does not read the page."""
    environment = dict(os.environ, HOME=home, XDG_DATA_HOME=home, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home)
    environment.pop("MINUTEBOOK_STORE", None)

    def run(*arguments):
        done = subprocess.run([program, "--as-at", AS_AT, *arguments], env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False, timeout=300)
        return done.stdout.decode() if done.returncode == 0 else None

    if run("import", paper) is None:
        return None
    rows = json.loads(run("export", "actions", "--format", "json") or '{"actions":[]}')["actions"]
    return [{"item": row["minute_number"] or row["agenda_number"], "quote": row["quote"], "class": row["class"],
             "owner": row["owner"], "recipient": row["recipient"], "due": row["due_text"], "due_to": row["due_to"],
             "trackable": row["trackable"]} for row in rows if row["state"] in ("candidate", "confirmed")]


def main():
    arguments = sys.argv[1:]
    listing = arguments[:1] == ["--list"]
    program, folder = arguments[listing:]
    if listing and set(CLOSED) & set(os.path.abspath(folder).split(os.sep)):
        sys.exit("score_promises.py: the sentences of this folder are not printed")
    count = tally()
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        with open(path, encoding="utf-8") as file:
            gold = json.load(file)
        before, listed = dict(count), []
        with tempfile.TemporaryDirectory(prefix="minutebook-promises-") as home:
            rows = offered(program, os.path.join(folder, gold["paper"]), home)
        count["unread"] += rows is None
        score_paper(rows or [], gold, count, listed)
        print("# %s: %s" % (gold["paper"], "not read" if rows is None else ", ".join(
            "%d %s" % (count[key] - before[key], key) for key in ("right", "wrong", "missed"))))
        for text in listed if listing else ():
            print("#   " + " ".join(text.split()))
    print("%d papers, %d not read" % (count["papers"], count["unread"]))
    for title, parts, percent in claims(count):
        print("%-22s %5.1f %%  (%s)" % (title, percent, parts))
    print("another owner than written %d; due words where none are %d; due days right %d/%d; item number right %d, class right %d of %d; "
          "near misses offered %d" % (count["other owner"], count["due more"], count["span right"], count["span"], count["item"],
                                      count["class"], count["right"], count["near"]))
    for kind, owed in sorted(count["owed_by"].items()):
        print("  recall, %-22s %d/%d" % (kind, count["found_by"].get(kind, 0), owed))


if __name__ == "__main__":
    main()
