#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""Say how well the program finds what is owed in the houses: import all pages of a folder into a fresh
store, take what it offers to check, compare with the annotations. Prints TAP; run by test_houses.sh.

    score_houses.py PROGRAM FOLDER NUMBER asked|told [FOLDER NUMBER asked|told]...
                                                   FOLDER holds NUMBER of papers/*.txt and gold/*.json
    score_houses.py --export OUT PROGRAM FOLDER    only write what is compared, for another scorer

Each folder has figures of its own. "asked": they must reach the thresholds; "told": they are printed and
nothing is asked of them but that the pages were read.

Which sentences are missed or wrongly offered is not printed: nobody should tune rules on these pages.
MINUTEBOOK_HOUSES_LIST=1 prints them, for whoever suspects an annotation.

The rule: a record answers an annotation of the same item where one quote holds the other, or blocks of 15
characters or more cover 60 % of the shorter; pairs are made best first, one to one. A second record on an
annotation already answered, or one on an optional annotation, counts neither way."""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
from difflib import SequenceMatcher

AS_AT = "2024-12-01"
PRECISION, RECALL = 85, 75


def plain(text):
    text = str(text or "")
    for old, new in (("\u2019", "'"), ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\u2013", "-"), ("\u2014", "-"),
                     ("\u00b7", " "), ("\u2022", " "), ("\u00a7", " ")):
        text = text.replace(old, new)
    return re.sub(r"[\s\u00a0]+", " ", text).strip().lower()


def name(text):
    text = re.sub(r"\b(?:cllrs?\b\.?|councillors\b)", "councillor", plain(text))
    text = re.sub(r"[^\w\s&']", " ", re.sub(r"\b(the|a|an)\b", " ", text))
    return " ".join(text.split())


def one_in_other(a, b):
    short, long = sorted((a, b), key=len)
    return bool(len(short) > 1 and re.search(r"(?<!\w)" + re.escape(short) + r"(?!\w)", long))


def overlap(record, gold):
    """How much of the shorter quote is in the other, 0 to 1."""
    if (len(record) < 12 or " " not in record) and record != gold or len(record) > max(600, 4 * len(gold)):
        return 0.0
    if record in gold or gold in record:
        return 1.0
    blocks = SequenceMatcher(None, record, gold, autojunk=False).get_matching_blocks()
    shorter, longest = min(len(record), len(gold)), max(block.size for block in blocks)
    if longest < 0.2 * shorter:
        return 0.0
    return max(longest, sum(block.size for block in blocks if block.size >= 15)) / shorter


def fit(record, gold):
    """The overlap and, for choosing between several, how well the pair fits; None where it is no pair."""
    if record["item"] != gold["item"]:
        return None
    quote = plain(gold["quote"])
    share = max([overlap(record["words"], quote)] + [0.99 * overlap(record["words"], plain(q)) for q in gold["also_quotes"]])
    if share < 0.6:
        return None
    lengths = sorted((len(record["words"]), len(quote)))
    return (share + 0.2 * (record["class"] in [gold["class"]] + gold["alt_classes"]) + 0.1 * lengths[0] / lengths[1]
            - 0.3 * gold["optional"])


def pair(records, annotations):
    """{record: annotation} by index, best fit first; and the records that count neither way."""
    fits = [(fit(r, g), i, n) for i, r in enumerate(records) for n, g in enumerate(annotations)]
    fits = sorted((f for f in fits if f[0] is not None), reverse=True)
    pairs, taken, again, neutral = {}, set(), set(), set()
    for _, i, n in fits:
        if i not in pairs and n not in taken:
            pairs[i] = n
            taken.add(n)
    for i in range(len(records)):
        first = next((n for _, j, n in fits if j == i), None)
        if i in pairs:
            if annotations[pairs[i]]["optional"]:
                neutral.add(i)
        elif first is not None and first not in again:
            again.add(first)
            neutral.add(i)
    return pairs, neutral


def score(records, annotations, count, listed):
    pairs, neutral = pair(records, annotations)
    for i, record in enumerate(records):
        gold = annotations[pairs[i]] if i in pairs else None
        owed = gold is not None and gold["trackable"] == "yes"
        if i in neutral:
            continue
        if record["trackable"] and not owed:
            listed.append("wrongly offered: %s %s" % (record["item"], record["quote"]))
        count["right" if owed and record["trackable"] else "wrong" if record["trackable"] else "missed" if owed else "untracked"] += 1
        if gold and gold["class"] != "resolution":
            who, accept = name(record["owner"]), [name(x) for x in gold["owner_accept"]]
            if gold["class"] == "recommendation" and not accept:
                who = "" if any(one_in_other(who, name(x)) for x in gold["recipient_accept"]) else who
            if who and not any(one_in_other(who, x) for x in accept):
                count["other owner" if accept else "invented owner"] += 1
                listed.append("owner %s: %s %s" % (record["owner"], record["item"], record["quote"]))
    for n, gold in enumerate(annotations):
        if n not in pairs.values() and not gold["optional"] and gold["trackable"] == "yes":
            count["missed"] += 1
            listed.append("missed: %s %s" % (gold["item"], gold["quote"]))


def found(program, folder, home):
    """What the program offers on each paper: {name: records}."""
    environment = dict(os.environ, HOME=home, XDG_DATA_HOME=home, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home)
    environment.pop("MINUTEBOOK_STORE", None)

    def run(*arguments):
        done = subprocess.run([program, "--as-at", AS_AT, *arguments], env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, check=True, timeout=300)
        return done.stdout.decode()

    papers, by_sum = sorted(glob.glob(os.path.join(folder, "papers", "*.txt"))), {}
    run("import", *papers)
    for paper in papers:
        draft = json.loads(run("import", "--dry-run", "--format", "json", paper).split("\n")[0])
        by_sum[draft["meetings"][0]["sources"][0]["sha256"]] = os.path.splitext(os.path.basename(paper))[0]
    records = {paper: [] for paper in by_sum.values()}
    for row in json.loads(run("export", "actions", "--format", "json"))["actions"]:
        if row["state"] in ("candidate", "confirmed"):
            paper = by_sum[row["source_sha256"]]
            records[paper].append({"doc": paper, "item": row["minute_number"] or row["agenda_number"], "quote": row["quote"],
                                   "class": row["class"], "owner": row["owner"], "recipient": row["recipient"],
                                   "due": row["due_text"], "trackable": row["trackable"]})
    return records


def ratio(part, whole):
    return 100.0 * part / whole if whole else 0.0


def report(count, papers, number):
    """The claims on one folder: what is said, and whether it holds. The first is that the pages were read."""
    right, offered, owed = count["right"], count["right"] + count["wrong"], count["right"] + count["missed"]
    return (("%d papers, %d owed, %d offered" % (papers, owed, offered), papers == number and owed and offered),
            ("outstanding list, precision %d/%d %.1f %%, wanted %d %%" % (right, offered, ratio(right, offered), PRECISION),
             ratio(right, offered) >= PRECISION),
            ("outstanding list, recall %d/%d %.1f %%, wanted %d %%" % (right, owed, ratio(right, owed), RECALL),
             ratio(right, owed) >= RECALL),
            ("invented owners %d, wanted none (another owner than written: %d)" % (count["invented owner"], count["other owner"]),
             not count["invented owner"]))


def score_folder(program, folder, number):
    with tempfile.TemporaryDirectory(prefix="minutebook-houses-") as home:
        records = found(program, folder, home)
    count = dict.fromkeys(("right", "wrong", "missed", "untracked", "invented owner", "other owner"), 0)
    papers = 0
    for path in sorted(glob.glob(os.path.join(folder, "gold", "*.json"))):
        with open(path, encoding="utf-8") as file:
            gold = json.load(file)
        for record in records[gold["doc"]]:
            record["words"] = plain(record["quote"])
        before, listed = dict(count), []
        score(records[gold["doc"]], gold["actions"], count, listed)
        papers += 1
        step = {key: count[key] - before[key] for key in count}
        print("# %s: %d right, %d wrongly offered, %d missed" % (gold["doc"], step["right"], step["wrong"], step["missed"]))
        if os.environ.get("MINUTEBOOK_HOUSES_LIST"):
            for text in listed:
                print("#   " + " ".join(text.split()))
    return report(count, papers, number)


def main():
    if sys.argv[1] == "--export":
        out, program, folder = sys.argv[2:]
        with tempfile.TemporaryDirectory(prefix="minutebook-houses-") as home:
            records = found(program, folder, home)
        with open(out, "w", encoding="utf-8") as file:
            json.dump([record for paper in records.values() for record in paper], file)
        return
    claims = []
    for folder, number, mode in zip(sys.argv[2::3], map(int, sys.argv[3::3]), sys.argv[4::3]):
        if mode not in ("asked", "told"):
            sys.exit("score_houses.py: asked or told, not %r" % mode)
        first, *figures = score_folder(sys.argv[1], folder, number)
        claims.append(first)
        if mode == "asked":
            claims += figures
        else:
            for text, _ in figures:
                print("# only told: " + text)
    for number, (text, good) in enumerate(claims, 1):
        print("%s %d - %s" % ("ok" if good else "not ok", number, text))
    print("1..%d" % len(claims))
    if not claims:
        sys.exit("score_houses.py: no folder given")


if __name__ == "__main__":
    main()
