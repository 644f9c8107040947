#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""Hold the golds to the papers, whatever the program does: each name, title, number, size and venue of NAME.json stands in
the paper, in the order of the items; each day stands there in some spelling; no council is in two folders; each form of
seen/ is in blind/ and the other way. Prints TAP. Run by test_gold.sh; for the closed folders too, as it shows nothing but
the name of a paper that is wrong.

    check_gold.py STYLES       STYLES holds seen/, blind/, unseen/, fresh/, fresh2/, third/, fourth/, fifth/,
                               sixth/, seventh/, eighth/, ninth/, tenth/, eleventh/, twelfth/, thirteenth/, fourteenth/, fifteenth/, sixteenth/, seventeenth/ and eighteenth/"""
import glob
import html
import json
import os
import re
import sys

MONTHS = ("January February March April May June July August September October November December".split(),
          "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split())


def text_of(path):
    """The words of a paper: bytes decoded, tags dropped, entities resolved as often as they were made, blanks folded."""
    with open(path, "rb") as file:
        data = file.read()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252")
    if path.endswith((".html", ".xml")):
        text = re.sub(r"<(script|style)\b.*?</\1>", " ", text, flags=re.S | re.I)
        text = re.sub(r"</?[A-Za-z!?][^<>]*>", " ", text)
    for _ in range(3 if path.endswith(".xml") else 1):
        text = html.unescape(text)
    return re.sub(r"[\s\u00a0]+", " ", text)


def words(text):
    return re.sub(r"[\s\u00a0]+", " ", str(text)).strip()


def day_stands(iso, text):
    year, month, day = iso.split("-")
    names = [m for row in MONTHS for m in (row[int(month) - 1], row[int(month) - 1][:3])]
    spelt = r"\b0?%d(?:st|nd|rd|th|fed|ed|eg|af|ain)?[\s-]+(?:%s),?[\s-]+%s" % (int(day), "|".join(names), year)
    return bool(re.search(spelt, text, re.I)) or "%s/%s/%s" % (day, month, year) in text


def wrong_with(gold, text):
    """What of GOLD does not stand in TEXT, as a list of keys."""
    low, wrong = text.lower(), []
    for key in ("committee", "venue"):
        if gold.get(key) and words(gold[key]).lower() not in low:
            wrong.append(key)
    if gold.get("date") and not day_stands(gold["date"], text):
        wrong.append("date")
    at = 0
    for item in gold.get("items", []):
        number, title = item["number"], re.escape(words(item["title"]).lower())
        if (number or "").endswith("."):
            wrong.append("the stop of %s" % number)
        stands = re.compile(r"%s[^a-z0-9]{0,12}(?:\[\d+\])?%s" % (re.escape(number.lower()), title) if number else title).search(low, at)
        if not stands and number:  # in the service's replies number and title are far from one another
            stands = re.compile(r"%s.{0,6000}?\b%s" % (title, re.escape(number.lower()))).search(low, at)
        if gold.get("columns") and number:  # a title over lines of a table that is set by blanks; its report below has it whole
            torn = re.compile(".{0,160}?".join(map(re.escape, [number.lower()] + words(item["title"]).lower().split()))).search(low, at)
            stands = min(filter(None, (stands, torn)), key=lambda found: found.start(), default=None)
        if not stands and gold.get("columns") and " " in (number or ""):  # the number over two lines, the title beside the first
            above, below = map(re.escape, number.lower().split(" ", 1))
            stands = re.compile(r"%s\s+%s\s+%s" % (above, title, below)).search(low, at)
        if not stands:
            wrong.append("number and title of %s" % number)
            continue
        at, found = stands.start() + 1, stands.start()
        for file in item["attachments"]:
            for part in (file["title"], file["size"]):
                if part and words(part).lower() not in low[found:]:
                    wrong.append("attachment of %s" % number)
        if item["truncated"] and not re.search(r"view the full|testun llawn", low[found:]):
            wrong.append("cut of %s" % number)
    for row in gold.get("meetings", []):
        if not day_stands(row["date"], text) or words(row["committee"]).lower() not in low:
            wrong.append("meeting of %s" % row["date"])
    wrong += ["committee " + name for name in gold.get("committees", []) if words(name).lower() not in low]
    return wrong


def main():
    styles, groups, papers, bad = sys.argv[1], {}, {}, []
    for half in ("seen", "blind", "unseen", "fresh", "fresh2", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"):
        for path in sorted(glob.glob(os.path.join(styles, half, "*.json"))):
            with open(path, encoding="utf-8") as file:
                gold = json.load(file)
            groups.setdefault(gold["group"], set()).add(half)
            papers.setdefault(os.path.splitext(gold["paper"])[0], []).append(half)
            wrong = wrong_with(gold, text_of(os.path.join(styles, half, gold["paper"])))
            if wrong:
                bad.append(gold["paper"] + (": " + ", ".join(wrong) if half == "seen" or os.environ.get("MINUTEBOOK_STYLES_LIST") else ""))
    claims = (("what the golds of %d papers say stands in the papers" % len(papers), papers and not bad),
              ("each form of one half is in the other", all(len(f & {"seen", "blind"}) != 1 for f in groups.values())),
              ("unseen/ holds 30 councils and more", sum(folders == ["unseen"] for folders in papers.values()) >= 30),
              ("no council is in two folders", all(len(folders) == 1 for folders in papers.values())))
    for words_ in bad:
        print("# " + words_)
    for n, (said, good) in enumerate(claims, 1):
        print("%s %d - %s" % ("ok" if good else "not ok", n, said))
    print("1..%d" % len(claims))


main()
