#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""Find weaknesses of the readers without new papers: every open paper is changed in one manner that keeps its meaning
(vary_text.py, vary_html.py), its gold with it, and read again; what the unvaried paper got and this one does not is lost.

    vary.py [--program PROGRAM] [--kind PATTERN]... [--group GROUP]... [--seed N] [--every N] [--list] [--keep FOLDER] [FOLDER...]
    vary.py --tap KIND=PERCENT... FOLDER    for test_vary.sh: kinds as claims, with the papers they need to have had

A line for each kind, worst first: papers, what was lost of what the unvaried papers got, and the figures of each key that fell
(now, unvaried). A kind is a manner: number-item writes "Item 5" for "5.". --every N takes each Nth paper of a kind, turned by the
seed. --keep leaves the varied papers and golds there, as folders that score_styles.py takes. The same seed makes the same papers."""
import argparse
import fnmatch
import glob
import json
import os
import sys
import tempfile
import zlib

import score_styles
import vary_html
import vary_text
from vary_paper import Paper

HERE = os.path.dirname(os.path.abspath(__file__))
OPEN = ("seen", "blind", "unseen", "fresh", "fresh2", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth")


def all_kinds():
    return {**vary_text.kinds(), **vary_html.kinds()}


def open_papers(folders, groups):
    """(name, bytes, gold) of every paper, by folder and name; no two papers of one name."""
    for folder in folders:
        for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
            with open(path, encoding="utf-8") as file:
                gold = json.load(file)
            if groups and gold["group"] not in groups:
                continue
            with open(os.path.join(folder, gold["paper"]), "rb") as file:
                yield folder, gold["paper"], file.read(), gold


def varied(kinds, kind, name, data, gold, seed):
    """(bytes, gold) of the paper in this manner, or None."""
    paper = Paper(name, data, gold, zlib.crc32(("%s %s %d" % (kind, name, seed)).encode()))
    make, *choice = kinds[kind]
    if kind.startswith("html-") != (paper.kind == "html") or (paper.kind != "html" and not paper.is_text()):
        return None
    made = make(paper, *choice)
    if isinstance(made, list):
        made = paper.bytes_of(made)
    return None if made is None or made == data else (made, paper.gold)


class Reader:
    """Scores papers in a folder of its own; the unvaried of each is read once."""

    def __init__(self, program, home):
        self.program, self.home, self.known = program, home, {}

    def score(self, name, data, gold):
        path = os.path.join(self.home, name)
        with open(path, "wb") as file:
            file.write(data)
        document, said = score_styles.read_paper(self.program, path, self.home)
        os.remove(path)
        tally = score_styles.score(gold, document or {})
        tally.refused = document is None
        form = score_styles.form_of(document) if document else None
        if document is None:
            tally.missed.insert(0, "refused: " + said)
        elif form is not None and form not in gold["forms"]:
            tally.missed.insert(0, "taken for %s" % form)
        return tally

    def plain(self, folder, name, data, gold):
        if (folder, name) not in self.known:
            self.known[folder, name] = self.score(name, data, gold)
        return self.known[folder, name]


class Kind:
    """What a kind of variation did: the sums of both readings and the papers that lost."""

    def __init__(self, name):
        self.name, self.papers, self.losers = name, 0, []
        self.now, self.was = score_styles.Tally(), score_styles.Tally()

    def lost(self):
        return sum(max(0, self.was.right[k] - self.now.right[k]) + max(0, self.now.extra[k] - self.was.extra[k]) for k in score_styles.KEYS) \
            + self.now.invented - self.was.invented

    def share(self):
        """Of what the unvaried papers got, the part that is still right."""
        got = sum(self.was.right.values())
        return 100.0 * max(0, got - self.lost()) / got if got else 100.0

    def line(self):
        fell = ["%s %d%s, %d" % (k, self.now.right[k], "+%d" % self.now.extra[k] if self.now.extra[k] > self.was.extra[k] else "", self.was.right[k])
                for k in score_styles.KEYS if self.now.right[k] < self.was.right[k] or self.now.extra[k] > self.was.extra[k]]
        if self.now.invented > self.was.invented:
            fell.append("INVENTED %d" % (self.now.invented - self.was.invented))
        if self.now.refused > self.was.refused:
            fell.append("refused %d" % (self.now.refused - self.was.refused))
        return "%-22s %4d papers, %4d lost, %5.1f %% kept%s" % (self.name, self.papers, self.lost(), self.share(), "".join("; " + x for x in fell))


def keep(folder, kind, name, data, gold):
    home = os.path.join(folder, kind)
    os.makedirs(home, exist_ok=True)
    with open(os.path.join(home, name), "wb") as file:
        file.write(data)
    with open(os.path.join(home, name.rsplit(".", 1)[0] + ".json"), "w", encoding="utf-8") as file:
        json.dump(dict(gold, paper=name), file, ensure_ascii=False, indent=1)


def try_kind(kinds, name, papers, reader, options):
    kind, count = Kind(name), options.seed
    for folder, paper, data, gold in papers:
        made = varied(kinds, name, paper, data, gold, options.seed)
        if made is None:
            continue
        count += 1
        if count % options.every:
            continue
        if options.keep:
            keep(options.keep, name, paper, *made)
        now, was = reader.score(paper, *made), reader.plain(folder, paper, data, gold)
        kind.papers += 1
        kind.now.add(now)
        kind.was.add(was)
        fresh = list(now.missed)
        for words in was.missed:
            if words in fresh:
                fresh.remove(words)
        if fresh:
            kind.losers.append((os.path.join(os.path.basename(folder), paper), gold["group"], fresh))
    return kind


def tap(kinds, papers, reader, options):
    """A claim for each KIND=PERCENT/PAPERS: that it was made of so many papers at least, and so much was kept."""
    for n, claim in enumerate(options.tap, 1):
        name, wanted = claim.split("=")
        least, count = wanted.split("/")
        kind = try_kind(kinds, name, papers, reader, options)
        good = kind.papers >= int(count) and kind.share() >= float(least) and sum(kind.was.right.values()) > 0
        print("%s %d - %s, wanted %s %% of %s papers" % ("ok" if good else "not ok", n, kind.line(), least, count))
        for paper, _, fresh in kind.losers:
            print("# %s: %s" % (paper, " ".join(fresh[0].split())))
    print("1..%d" % len(options.tap))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=os.environ.get("MINUTEBOOK_BIN"))
    parser.add_argument("--kind", action="append", default=[], metavar="PATTERN")
    parser.add_argument("--group", action="append", default=[])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--keep", metavar="FOLDER")
    parser.add_argument("--tap", nargs="+", metavar="KIND=PERCENT/PAPERS")
    parser.add_argument("folders", nargs="*")
    options = parser.parse_args()
    kinds = all_kinds()
    if not options.program:
        parser.error("a program is wanted (--program or MINUTEBOOK_BIN)")
    if options.tap and not options.folders:
        options.folders = [x for x in options.tap if "=" not in x]
        options.tap = [x for x in options.tap if "=" in x]
    papers = list(open_papers(options.folders or [os.path.join(HERE, x) for x in OPEN], options.group))
    with tempfile.TemporaryDirectory(prefix="minutebook-vary-") as home:
        reader = Reader(options.program, home)
        if options.tap:
            tap(kinds, papers, reader, options)
            return
        wanted = [k for k in kinds if not options.kind or any(fnmatch.fnmatch(k, p) for p in options.kind)]
        done = [try_kind(kinds, k, papers, reader, options) for k in wanted]
    for kind in sorted(done, key=lambda k: (k.share(), k.name)):
        print(kind.line())
        for paper, group, fresh in kind.losers if options.list else []:
            for words in fresh:
                print("    %-24s %-17s %s" % (paper, group, " ".join(words.split())))


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main()
