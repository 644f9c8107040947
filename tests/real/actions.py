#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""Score the follow-ups that the program finds in the minutes pages among the seeds against their hand-made
annotations. Prints TAP; run by test_actions.sh.

    actions.py PROGRAM SHARED [OUT.json]    SHARED holds seeds/*.txt, gold/score.py and gold/scorer-format

The program imports all seeds into a new store and exports what is to check; OUT.json is that export as score.py
reads it. The figures are those of score.py; this file only says what they must be."""
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile

PAGES = ("000", "001", "003")
PRECISION, RECALL = 85.0, 75.0


def run(program, home, *arguments):
    environment = dict(os.environ, HOME=home, XDG_DATA_HOME=home + "/data", XDG_STATE_HOME=home + "/state",
                       XDG_CACHE_HOME=home + "/cache", XDG_CONFIG_HOME=home + "/config")
    environment.pop("MINUTEBOOK_STORE", None)
    done = subprocess.run([program, "--as-at", "2022-11-30", "--store", home + "/m.db", *arguments], env=environment,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300)
    if done.returncode != 0:
        raise RuntimeError("%s: exit %d: %s" % (" ".join(arguments), done.returncode, done.stderr.decode("utf-8", "replace")))
    return done.stdout


def exported(program, seeds, home):
    """What the program found in each of PAGES: `doc` the seed, `item` the minute's number, `due` the words."""
    names = sorted(name for name in os.listdir(seeds) if name.endswith(".txt"))
    docs = {}
    for name in names:
        with open(os.path.join(seeds, name), "rb") as file:
            docs[hashlib.sha256(file.read()).hexdigest()] = name.split("_")[0]
    run(program, home, "import", *[os.path.join(seeds, name) for name in names])
    actions = json.loads(run(program, home, "export", "actions", "--format", "json"))["actions"]
    return [dict(action, doc=docs.get(action["source_sha256"]), item=action["minute_number"] or action["agenda_number"],
                 due=action["due_text"]) for action in actions]


def figures(shared, out):
    gold = os.path.join(shared, "gold")
    done = subprocess.run([sys.executable, os.path.join(gold, "score.py"), out, "--gold", os.path.join(gold, "scorer-format"),
                           "--list-misses", "--list-false"], stdout=subprocess.PIPE, timeout=120, check=True)
    return done.stdout.decode("utf-8")


def number(text, pattern):
    found = re.search(pattern, text)
    return float(found.group(1)) if found else None


def main():
    program, shared = sys.argv[1:3]
    with tempfile.TemporaryDirectory(prefix="minutebook-actions-") as home:
        actions = exported(program, os.path.join(shared, "seeds"), home)
        out = sys.argv[3] if len(sys.argv) > 3 else os.path.join(home, "OUT.json")
        with open(out, "w", encoding="utf-8") as file:
            json.dump(actions, file)
        score = figures(shared, out)
    for line in score.splitlines():
        print("# " + line)
    precision = number(score, r"OUTSTANDING LIST[^\n]*? P +([\d.]+)%")
    recall = number(score, r"OUTSTANDING LIST[^\n]*? R +([\d.]+)%")
    checks = [
        ("three documents were scored", "documents %d," % len(PAGES) in score),
        ("no follow-up is of an unknown document", re.search(r"unknown doc 0$", score, re.M) is not None),
        ("each belongs to a minutes page", all(action["doc"] in PAGES for action in actions)),
        ("outstanding list: precision %s%%, at least %s%%" % (precision, PRECISION), precision is not None and precision >= PRECISION),
        ("outstanding list: recall %s%%, at least %s%%" % (recall, RECALL), recall is not None and recall >= RECALL),
        ("no owner is invented", number(score, r"invented (\d+)") == 0),
        ("nothing in 001 can be tracked", not any(action["trackable"] for action in actions if action["doc"] == "001")),
    ]
    for n, (name, holds) in enumerate(checks, 1):
        print("%s %d - %s" % ("ok" if holds else "not ok", n, name))
    print("1..%d" % len(checks))


main()
