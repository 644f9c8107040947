#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""Say how well papers in many house styles are read: run `minutebook import --dry-run --format json` on each paper of
a folder and compare the draft with what the paper states (NAME.json beside NAME.txt, .md, .html or .xml).

    score_styles.py [--program PROGRAM] [--list] [--group GROUP]... FOLDER...
    score_styles.py --tap refused=N KEY=PERCENT... FOLDER    for test_styles.sh: the forms that exist, as claims

PROGRAM is $MINUTEBOOK_BIN where it is not given. --list says below each paper what was missed; do not use it on
blind/ unless you write no readers (README.md). The gold holds what the paper states and null where it says nothing,
so that a date or committee which the program made up is seen.

An item of the gold is found where the draft has one of the same number and a title not far from it, in the same order
(the longest such run). A title is right when it is the same letter for letter, blanks of any kind folded into one."""
import argparse
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
from difflib import SequenceMatcher

# Forms that the program reads. A refusal of one of these is a failure; of any other it is "not read yet".
EXIST = ("page-text", "page-html", "item-text", "item-html", "frontsheet", "pack-text", "pack-markdown", "supplement", "meeting-xml",
         "meetings-xml", "bydate-xml", "committees-xml", "meetings-html", "committee-html", "printed-minutes", "printed-decisions", "report-text")
LATER = ("report-text",)  # groups that seen/ has no paper of: they came with unseen/
KEYS = ("items", "titles", "date", "time", "venue", "committee", "status", "flags", "texts", "attachments", "pages", "votes",
        "meetings", "committees", "people")
SINGLE = ("titles", "date", "time", "venue", "committee", "status", "pages")  # one value each: a share; the others: F1


def fold(text):
    return re.sub(r"[\s\u00a0\u2007\u202f]+", " ", str(text or "")).strip()


def loose(text):
    return fold(text).lower().rstrip(". ")


def number(text):
    return fold(text).rstrip(".") or None


def size(text):
    return re.sub(r"[\s\u00a0]+", "", str(text or "")).upper() or None


def numbers_of(item):
    return {number(item.get("agenda_number")), number(item.get("minute_number"))} - {None}


def same_item(gold, got):
    numbers = numbers_of(got)
    if (gold["number"] not in numbers) if gold["number"] else numbers:
        return False
    a, b = loose(gold["title"]), loose(got.get("title"))
    return bool(b) and (a in b or b in a or SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.6)


def align(gold, got):
    """Pairs (gold, got) by index: the longest run of items that are the same, in order."""
    best = [[0] * (len(got) + 1) for _ in range(len(gold) + 1)]
    for i in reversed(range(len(gold))):
        for j in reversed(range(len(got))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if same_item(gold[i], got[j]):
                best[i][j] = max(best[i][j], 1 + best[i + 1][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(gold) and j < len(got):
        if same_item(gold[i], got[j]) and best[i][j] == 1 + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


class Tally:
    """What was right of what was to be had; wrong counts beside it what was given and should not be."""

    def __init__(self):
        self.right = dict.fromkeys(KEYS, 0)
        self.whole = dict.fromkeys(KEYS, 0)
        self.extra = dict.fromkeys(KEYS, 0)
        self.papers = self.refused = 0
        self.invented = self.inferred_right = self.inferred_wrong = 0
        self.missed = []

    def add(self, other):
        for name in ("right", "whole", "extra"):
            for key in KEYS:
                getattr(self, name)[key] += getattr(other, name)[key]
        for name in ("papers", "refused", "invented", "inferred_right", "inferred_wrong"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def fact(self, key, good, words=""):
        self.whole[key] += 1
        self.right[key] += bool(good)
        if not good:
            self.missed.append("%s: %s" % (key, words))

    def more(self, key, words):
        self.extra[key] += 1
        self.missed.append("%s, not in the paper: %s" % (key, words))

    def percent(self, key):
        """The share that is right, F1 of a key that can have too much; None where nothing was to be had."""
        whole, extra = self.whole[key], self.extra[key]
        if not whole and not extra:
            return None
        if key in SINGLE:
            return 100.0 * self.right[key] / (whole + extra)
        return 100.0 * 2 * self.right[key] / (whole + self.right[key] + extra)

    def figures(self):
        out = []
        for key in KEYS:
            share = self.percent(key)
            if share is not None:
                out.append("%s %d/%d%s %.1f" % (key, self.right[key], self.whole[key],
                                                "+%d" % self.extra[key] if self.extra[key] else "", share))
        out.append("invented %d" % self.invented)
        if self.inferred_right or self.inferred_wrong:
            out.append("inferred %d right %d wrong" % (self.inferred_right, self.inferred_wrong))
        return ", ".join(out)


def score_head(tally, gold, meeting):
    """Date, time, venue, committee where they are stated; what is given where they are not."""
    given, basis = meeting.get("date"), meeting.get("date_basis")
    if gold.get("date"):
        tally.fact("date", given in [gold["date"]] + gold.get("date_accept", []), "%s for %s" % (given, gold["date"]))
    elif given and basis == "inferred":
        good = given == gold.get("date_inferred")
        tally.inferred_right += good
        tally.inferred_wrong += not good
        if not good:
            tally.missed.append("date inferred: %s for %s" % (given, gold.get("date_inferred")))
    elif given:
        tally.invented += 1
        tally.missed.append("date invented: %s" % given)
    if gold.get("committee"):
        names = [gold["committee"]] + gold.get("committee_accept", [])
        tally.fact("committee", loose(meeting.get("committee")) in map(loose, names), "%s for %s" % (meeting.get("committee"), names[0]))
    elif meeting.get("committee"):
        tally.invented += 1
        tally.missed.append("committee invented: %s" % meeting["committee"])
    if gold.get("time"):
        tally.fact("time", meeting.get("time") == gold["time"], "%s for %s" % (meeting.get("time"), gold["time"]))
    if gold.get("venue"):
        names = [gold["venue"]] + gold.get("venue_accept", [])
        tally.fact("venue", loose(meeting.get("venue")) in map(loose, names), "%s for %s" % (meeting.get("venue"), names[0]))
    status = meeting.get("status")
    if gold.get("status"):
        tally.fact("status", status == gold["status"], "%s for %s" % (status, gold["status"]))
    elif status in ("cancelled", "postponed"):
        tally.more("status", status)


def score_attachments(tally, item, got, where):
    """The report's own file bears the item's title: however that may be written, so may this."""
    gold, titles = item["attachments"], [loose(t) for t in [item["title"]] + item.get("title_accept", [])]
    left = [(loose(a.get("title")), size(a.get("size")), bool(a.get("exempt"))) for a in got]
    for a in gold:
        want = (loose(a["title"]), size(a["size"]), bool(a.get("exempt")))
        names = titles if want[0] in titles else [want[0]]
        fit = next((x for x in left if x[0] in names and (want[1] is None or x[1] == want[1]) and x[2] == want[2]), None)
        tally.fact("attachments", fit is not None, "%s: %s %s" % (where, a["title"], a["size"]))
        if fit is not None:
            left.remove(fit)
    for x in left:
        tally.more("attachments", "%s: %s %s" % (where, x[0], x[1]))


def score_item(tally, gold, got):
    where = "%s %s" % (gold["number"], gold["title"])
    accepted = [fold(t) for t in [gold["title"]] + gold.get("title_accept", [])]
    tally.fact("titles", fold(got.get("title")) in accepted, "%s for %s" % (got.get("title"), gold["title"]))
    for key in ("truncated", "exempt"):
        if gold[key]:
            tally.fact("flags", got.get(key), "%s: %s" % (where, key))
        elif got.get(key):
            tally.more("flags", "%s: %s" % (where, key))
    for key in ("minutes", "decision"):
        has = bool(fold(got.get(key + "_text")))
        if gold[key]:
            tally.fact("texts", has, "%s: no %s" % (where, key))
        elif has:
            tally.more("texts", "%s: %s" % (where, key))
    if gold.get("pages"):
        pages = re.sub(r"\s*[\u2013-]\s*", " - ", fold(got.get("pages")))
        tally.fact("pages", pages == gold["pages"], "%s: pages %s for %s" % (where, got.get("pages"), gold["pages"]))
    if gold.get("to_follow"):
        tally.fact("pages", got.get("pages_note") or got.get("follow"), "%s: not to follow" % where)
    score_attachments(tally, gold, got.get("attachments") or [], where)


def only_heads(item, below):
    """ "5.0 Items for decision" with nothing of its own above "5.1": whether it is an item is a matter of taste (README.md)."""
    main = re.fullmatch(r"(\w+?)(\.0)?", item["number"] or "")
    first = main and re.fullmatch(re.escape(main.group(1)) + r"(\.1|\.?\(?a\)|\.a)", (below or {}).get("number") or "")
    own = item["minutes"] or item["decision"] or item["attachments"] or item.get("pages") or item.get("to_follow")
    return bool(first) and not own


def score_items(tally, gold, meeting):
    items = gold["items"]
    heads = [item for item, below in zip(items, items[1:]) if only_heads(item, below)]
    ignored = [loose(x) for x in gold.get("ignore", [])] + [loose(item["title"]) for item in heads]
    gold = dict(gold, items=[item for item in items if item not in heads])
    got = [x for x in meeting.get("items") or [] if loose(x.get("title")) not in ignored]
    pairs = align(gold["items"], got)
    found, used = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, item in enumerate(gold["items"]):
        tally.fact("items", i in found, "%s | %s" % (item["number"], item["title"]))
        if i not in found:
            tally.whole["titles"] += 1
            tally.whole["flags"] += item["truncated"] + item["exempt"]
            tally.whole["texts"] += item["minutes"] + item["decision"]
            tally.whole["attachments"] += len(item["attachments"])
            tally.whole["pages"] += bool(item.get("pages")) + bool(item.get("to_follow"))
    for j, item in enumerate(got):
        if j not in used:
            tally.more("items", "%s | %s" % ("/".join(sorted(numbers_of(item))) or None, item.get("title")))
    for i, j in pairs:
        score_item(tally, gold["items"][i], got[j])
    if gold.get("votes"):
        votes = sum(len(x.get("votes") or x.get("recorded_votes") or []) for x in got)
        tally.whole["votes"] += gold["votes"]
        tally.right["votes"] += min(votes, gold["votes"])
        tally.extra["votes"] += max(0, votes - gold["votes"])
        if votes != gold["votes"]:
            tally.missed.append("votes: %d for %d" % (votes, gold["votes"]))


def score_meetings(tally, gold, meetings):
    left = list(meetings)
    for row in gold["meetings"]:
        fit = next((m for m in left if m.get("date") == row["date"] and m.get("time") == row["time"]
                    and loose(m.get("committee")) == loose(row["committee"])), None)
        tally.fact("meetings", fit is not None, "%(date)s %(time)s %(committee)s" % row)
        if fit is None:
            continue
        left.remove(fit)
        if row["status"]:
            tally.fact("status", fit.get("status") == row["status"], "%s: %s for %s" % (row["date"], fit.get("status"), row["status"]))
        elif fit.get("status") in ("cancelled", "postponed"):
            tally.more("status", "%s: %s" % (row["date"], fit.get("status")))
    for m in left:
        tally.more("meetings", "%s %s" % (m.get("date"), m.get("committee")))


def score_committees(tally, gold, document):
    """Names under "committees" (texts, or objects with name, title or committee), else the committee of the meetings."""
    listed = document.get("committees")
    if listed is None:
        listed = [m.get("committee") for m in document.get("meetings") or [] if m.get("committee")]
    names = [loose(x if isinstance(x, str) else x.get("name") or x.get("title") or x.get("committee")) for x in listed]
    for name in gold["committees"]:
        good = loose(name) in names
        tally.fact("committees", good, name)
        if good:
            names.remove(loose(name))
    for name in names:
        tally.more("committees", name)
    people = [p for m in document.get("meetings") or [] for p in m.get("people") or []] + (document.get("people") or [])
    for person in gold.get("people", []):
        fit = any(loose(person["name"]) in loose(p.get("name")) or loose(p.get("name")) in loose(person["name"]) for p in people if p.get("name"))
        if loose(person["name"]) != "vacancy":
            tally.fact("people", fit, person["name"])


def score(gold, document):
    tally, meetings = Tally(), document.get("meetings") or []
    tally.papers = 1
    if "meetings" in gold:
        score_meetings(tally, gold, meetings)
    elif "committees" in gold:
        score_committees(tally, gold, document)
    else:
        score_head(tally, gold, meetings[0] if meetings else {})
        score_items(tally, gold, meetings[0] if meetings else {})
    return tally


def read_paper(program, paper, home):
    """The draft's document, or None and the sentence of the refusal."""
    environment = dict(os.environ, HOME=home, XDG_DATA_HOME=home, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home, LC_ALL="C.UTF-8")
    environment.pop("MINUTEBOOK_STORE", None)
    done = subprocess.run([program, "import", "--dry-run", "--format", "json", paper], env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    if done.returncode < 0 or done.returncode > 9:
        sys.exit("score_styles.py: %s: the program ended with %d: %s" % (paper, done.returncode, done.stderr.decode("utf-8", "replace")))
    said = " ".join(done.stderr.decode("utf-8", "replace").split())
    for line in done.stdout.decode("utf-8").split("\n"):
        if line.startswith("{"):
            document = json.loads(line)
            if document.get("format", "").startswith("minutebook-") and document["format"] != "minutebook-programme":
                return document, said
    return None, said


def form_of(document):
    meetings = document.get("meetings") or [{}]
    return ((meetings[0].get("sources") or [{}])[0]).get("form") or document.get("form")


def score_folder(program, folder, groups, shown, listed):
    """{group: Tally} and the groups not read yet."""
    totals, unread = {}, {}
    with tempfile.TemporaryDirectory(prefix="minutebook-styles-") as home:
        for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
            with open(path, encoding="utf-8") as file:
                gold = json.load(file)
            if groups and gold["group"] not in groups:
                continue
            document, said = read_paper(program, os.path.join(folder, gold["paper"]), home)
            form = form_of(document) if document else None
            # A form that nobody says exists, refused or taken for another one, is not read yet.
            if gold["group"] not in EXIST and (document is None or (form is not None and form not in gold["forms"])):
                unread.setdefault(gold["group"], []).append(gold["paper"])
                shown("%-22s %-17s not read yet" % (gold["paper"], gold["group"]))
                continue
            tally = score(gold, document or {})
            tally.refused = document is None
            if document is None:
                tally.missed.insert(0, "refused: " + said)
            elif form is not None and form not in gold["forms"]:
                tally.missed.insert(0, "taken for %s" % form)
            totals.setdefault(gold["group"], Tally()).add(tally)
            shown("%-22s %-17s %s%s" % (gold["paper"], gold["group"], "REFUSED, " if tally.refused else "", tally.figures()))
            if listed:
                for words in tally.missed:
                    shown("    " + " ".join(words.split()))
    return totals, unread


def report(totals, unread, shown):
    whole = Tally()
    for group in sorted(totals):
        tally = totals[group]
        shown("== %s: %d papers, %d refused, %s" % (group, tally.papers, tally.refused, tally.figures()))
        whole.add(tally)
    for group in sorted(unread):
        shown("== %s: not read yet (%d papers)" % (group, len(unread[group])))
    shown("== all that is read: %d papers, %d refused, %s" % (whole.papers, whole.refused, whole.figures()))
    return whole


def tap(program, folder, wanted):
    """Claims on the forms that exist. A form read though EXIST does not name it is told, and nothing is asked of it."""
    totals, unread = score_folder(program, folder, (), lambda words: print("# " + words), bool(os.environ.get("MINUTEBOOK_STYLES_LIST")))
    asked = {group: tally for group, tally in totals.items() if group in EXIST}
    whole, claims = Tally(), []
    for tally in asked.values():
        whole.add(tally)
    wanted = dict(wanted)
    allowed = int(wanted.pop("refused"))
    claims.append(("%d papers of %d forms, %d refused, allowed %d" % (whole.papers, len(asked), whole.refused, allowed),
                   whole.papers > 0 and sorted(asked) == sorted(set(EXIST) - set(LATER)) and whole.refused <= allowed))
    claims.append(("dates and committees invented: %d; days inferred wrongly: %d" % (whole.invented, whole.inferred_wrong),
                   not whole.invented and not whole.inferred_wrong))
    for key, least in wanted.items():
        share = whole.percent(key)
        claims.append(("%s %d/%d+%d %.1f %%, wanted %s %%" % (key, whole.right[key], whole.whole[key], whole.extra[key], share or 0, least),
                       share is not None and share >= float(least)))
    for n, (words, good) in enumerate(claims, 1):
        print("%s %d - %s" % ("ok" if good else "not ok", n, words))
    n = len(claims)
    for group in sorted(set(totals) - set(asked)):
        print("# only told: %s: %d papers, %s" % (group, totals[group].papers, totals[group].figures()))
    for group in sorted(unread):
        n += 1
        print("ok %d - %s # SKIP not read yet (%d papers)" % (n, group, len(unread[group])))
    print("1..%d" % n)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=os.environ.get("MINUTEBOOK_BIN"))
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--group", action="append", default=[])
    parser.add_argument("--tap", nargs="+", metavar="KEY=PERCENT")
    parser.add_argument("folders", nargs="*")
    options = parser.parse_args()
    if options.tap and not options.folders:
        options.folders = [options.tap.pop()]
    if not options.program or not options.folders:
        parser.error("a program (--program or MINUTEBOOK_BIN) and a folder are wanted")
    if options.tap:
        tap(options.program, options.folders[0], [item.split("=") for item in options.tap])
        return
    for folder in options.folders:
        print("# " + folder)
        report(*score_folder(options.program, folder, options.group, print, options.list), print)


if __name__ == "__main__":
    main()
