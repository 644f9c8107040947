#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""Compare what the program reads in the seeds with hand-made annotations, and what it stores of them
with what the annotations say of the joined meeting. Prints TAP; run by test_seeds.sh.

    compare.py PROGRAM SHARED       SHARED holds seeds/*.txt and gold/seeds-gold.json

Nothing here is special to a seed but what the annotations, or the seed's own TAB rows, say of it."""
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

AS_AT = "2022-11-30"


# ---- the map: runs of blanks and no-break spaces are one blank; the annotations' names are ours --------------

def words(value):
    """Text as compared: blanks squeezed line by line; lines stay lines; nothing stays None."""
    if value is None:
        return None
    lines = (re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in str(value).split("\n"))
    return "\n".join(lines).strip() or None


def contact_of(value):
    """The annotations keep e-mail addresses apart from the contact."""
    if value is None:
        return None
    return words(re.sub(r"[\s,;(]*(?:\bor\b\s*)?(?:\be-?mail:?\s*)?<?[\w.+-]+@[\w.-]+>?\)?", "", value, flags=re.I)).rstrip(" ,.;")


MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def iso(text):
    """ "12 Nov 2021" as 2021-11-12."""
    if text is None:
        return None
    day, month, year = text.split()
    return "%04d-%02d-%02d" % (int(year), MONTHS.index(month[:3].lower()) + 1, int(day))


def holds(text, abridged):
    """Does TEXT hold every piece of an abridged annotation ("a ... b", "a; b"), in order?"""
    text, at = words(text) or "", 0
    for piece in re.split(r"\.\.\.|; ", abridged):
        piece = words(piece) or ""
        found = text.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


# ---- TAP ----------------------------------------------------------------------------------------------------

class Tap:
    def __init__(self):
        self.n = 0

    def line(self, name, differences):
        self.n += 1
        print("%s %d - %s" % ("not ok" if differences else "ok", self.n, name))
        for difference in differences:
            print("#   " + difference.replace("\n", "\\n"))
        sys.stdout.flush()

    def same(self, name, expected, got):
        """EXPECTED and GOT are lists of (label, value), or dicts of such."""
        expected, got = dict(expected), dict(got)
        differences = ["%s: expected %r, got %r" % (key, expected.get(key), got.get(key))
                       for key in list(expected) + [k for k in got if k not in expected]
                       if expected.get(key) != got.get(key)]
        if not expected and not got:
            differences = ["nothing was compared"]
        self.line(name, differences)


class Program:
    def __init__(self, path, home):
        self.path = path
        self.environment = dict(os.environ, XDG_DATA_HOME=home + "/data", XDG_STATE_HOME=home + "/state",
                                XDG_CACHE_HOME=home + "/cache", XDG_CONFIG_HOME=home + "/config", HOME=home)
        self.environment.pop("MINUTEBOOK_STORE", None)
        # A sanitised build spends nine tenths of an import on stacks of allocations that nobody reads.
        self.environment["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":fast_unwind_on_malloc=1"

    def run(self, *arguments):
        done = subprocess.run([self.path, "--as-at", AS_AT, *arguments], env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300)
        return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")

    def must(self, *arguments):
        status, out, complaint = self.run(*arguments)
        if status != 0:
            raise RuntimeError("%s: exit %d: %s" % (" ".join(arguments), status, complaint.strip()))
        return out


# ---- one draft against its annotation -----------------------------------------------------------------------

def by_number(items, number, value):
    """One labelled value an item, in order; a second item of one number is seen as such."""
    out = {}
    for position, item in enumerate(items, 1):
        out["%d: item %s" % (position, item.get(number))] = value(item)
    return out


def compare_meeting(tap, name, gold, meeting):
    date = gold.get("date")
    tap.same(name + ": committee, day, time, venue, contact", {
        "committee": words(gold["committee"]),
        "date": date or gold.get("date_inferred"),
        "date_basis": "stated" if date else "inferred",
        "a reason for the day": not date,
        "time": gold["time"], "venue": words(gold["venue"]), "contact": contact_of(gold["contact"]),
    }, {
        "committee": words(meeting["committee"]), "date": meeting["date"], "date_basis": meeting["date_basis"],
        "a reason for the day": bool(meeting["date_reason"]) if not date else False,
        "time": meeting["time"], "venue": words(meeting["venue"]), "contact": contact_of(meeting["contact"]),
    })


def agenda_words(item):
    """Where the annotations say "agenda text", our items also have author and exemption of their own."""
    return "\n".join(part for part in (item["exempt_reason"] and "(exemption %s)" % item["exempt_reason"],
                                       item["agenda_text"], item["author"], item["agenda_text"]) if part)


def compare_agenda_text(tap, name, gold_items, key, items):
    differences = []
    for gold, item in zip(gold_items, items):
        got = agenda_words(item)
        if not gold[key] and got:
            differences.append("item %s: expected none, got %r" % (gold["number"], got[:80]))
        elif gold[key] and not holds(got, gold[key]):
            differences.append("item %s: expected %r, got %r" % (gold["number"], gold[key], got[:200]))
    tap.line(name + ": agenda text apart from minutes", differences)


def compare_page(tap, name, gold, meeting, text):
    items = meeting["items"]
    tap.same(name + ": item numbers and titles", by_number(gold["items"], "number", lambda i: words(i["title"])),
             by_number(items, "minute_number", lambda i: words(i["title"])))
    tap.same(name + ": exempt marks", by_number(gold["items"], "number", lambda i: i["exempt"]),
             by_number(items, "minute_number", lambda i: i["exempt"]))
    tap.same(name + ": timings", by_number(gold["items"], "number", lambda i: words(i["timing"])),
             by_number(items, "minute_number", lambda i: words(i["timing"])))
    tap.same(name + ": attachments and their sizes",
             by_number(gold["items"], "number", lambda i: [(words(a["title"]), words(a["size"])) for a in i["attachments"]]),
             by_number(items, "minute_number", lambda i: [(words(a["title"]), words(a["size"])) for a in i["attachments"]]))
    tap.same(name + ": minutes cut off", by_number(gold["items"], "number", lambda i: i["truncated"]),
             by_number(items, "minute_number", lambda i: i["truncated"]))
    tap.same(name + ": parts", by_number(gold["items"], "number", lambda i: part_of(text, i["number"])),
             by_number(items, "minute_number", lambda i: i["part"]))
    compare_agenda_text(tap, name, gold["items"], "agenda_text", items)


def part_of(text, number):
    """None unless the page states parts; 2 from the line "Part Two" on."""
    stated = re.search(r"^part two\W*$", text, re.I | re.M)
    heading = [found for found in re.finditer(r"^%s\.\s*$" % re.escape(number), text, re.M)]
    return 2 if stated and heading and heading[-1].start() > stated.start() else None


def compare_pack(tap, name, gold, meeting):
    items = meeting["items"]
    follow = lambda pages: (None, words(pages)) if pages and not re.match(r"\d", pages) else (words(pages), None)
    tap.same(name + ": item numbers and titles", by_number(gold["agenda"], "number", lambda i: words(i["subject"])),
             by_number(items, "agenda_number", lambda i: words(i["title"])))
    tap.same(name + ": pages and papers to follow", by_number(gold["agenda"], "number", lambda i: follow(i["pages"])),
             by_number(items, "agenda_number", lambda i: (words(i["pages"]), words(i["pages_note"]))))
    tap.same(name + ": timings", by_number(gold["agenda"], "number", lambda i: words(i["timing"])),
             by_number(items, "agenda_number", lambda i: words(i["timing"])))
    tap.same(name + ": nothing exempt, cut off or in a part",
             by_number(gold["agenda"], "number", lambda i: (False, False, None)),
             by_number(items, "agenda_number", lambda i: (i["exempt"], i["truncated"], i["part"])))
    compare_agenda_text(tap, name, gold["agenda"], "text", items)
    compare_people(tap, name, gold["membership"], meeting)


def compare_people(tap, name, gold, meeting):
    seats = (("councillors", "member"), ("church_representatives", "church"), ("parent_governor_representatives", "parent-governor"))
    expected = [(words(p["name"]), words(p["role"]), capacity) for key, capacity in seats for p in gold[key]]
    got = [(words(p["name"]), words(p["role"]), p["capacity"]) for p in meeting["people"]]
    tap.same(name + ": people and seats", enumerate(expected), enumerate(got))
    note = (gold.get("vacancy_note") or "").split(":")[0]
    tap.same(name + ": vacancies", {"number": gold["vacancies"], "seats": [words(note)] * gold["vacancies"]},
             {"number": len(meeting["vacancies"]), "seats": [words(v["seat"]) for v in meeting["vacancies"]]})


# ---- a work programme ---------------------------------------------------------------------------------------

def split_when(texts):
    """"June/July 2023" may be one time or two: compared by its parts."""
    return [part for text in texts for part in re.split(r"\s*(?:/|\band\b)\s*", words(text)) if part]


def gold_row(row):
    return {"planned": [] if row["date"] == "TBC" else split_when([row["date"]]), "inherited": not row["date_written_in_row"],
            "issue": words(row["issue"]), "state": row["status"], "last reports": [words(w) for w in row["last_reports"]],
            "last reports, words": words(row.get("last_reports_text")), "notes": words(row["notes"]),
            "requested": iso(row.get("requested_on"))}


def entry_row(entry):
    planned = [when["text"] for when in entry["planned"]]
    return {"planned": [] if planned == ["TBC"] else split_when(planned), "inherited": entry["inherited"],
            "issue": words(entry["issue"]), "state": entry["state"], "last reports": [words(w["text"]) for w in entry["last_reports"]],
            "last reports, words": words(entry["last_reports_text"]),
            "notes": words(entry["notes"]), "requested": entry["requested_on"]}


def compare_programme(tap, name, gold, future, edition, meeting):
    rows = [gold_row(row) for row in gold["rows"]]
    for issue in gold.get("standing_items", []):
        rows.append({"planned": [], "inherited": False, "issue": words(issue), "state": "standing", "last reports": [],
                     "last reports, words": words(gold["standing_items_last_reports_text"]), "notes": None, "requested": None})
    got = [entry_row(entry) for entry in edition["entries"]]
    tap.same(name + ": number of programme rows", {"rows": len(rows)}, {"rows": len(got)})
    for key in rows[0]:
        label = lambda i, row: "row %d %s" % (i, (row["issue"] or "")[:30])
        tap.same("%s: programme rows: %s" % (name, key), ((label(i, r), r[key]) for i, r in enumerate(rows, 1)),
                 ((label(i, r), r[key]) for i, r in enumerate(got, 1)))
    tap.same(name + ": champions", ((c["area"], words(c["member"])) for c in gold["scrutiny_champions"]) if gold["scrutiny_champions"]
             else {"champions": 0}, ((c["topic"], words(c["name"])) for c in edition["champions"]) if edition["champions"] else {"champions": 0})
    tap.same(name + ": the programme's head",
             {"title": words(gold["title"]), "future meetings": [iso(day) for day in future], "published for": meeting["date"],
              "preamble": True},
             {"title": words(edition["title"]), "future meetings": edition["future_meetings"], "published for": edition["published_for"],
              "preamble": all(holds(edition["preamble"], p) for p in gold.get("preamble", []))})


# ---- tables, against the paper's own TAB rows ----------------------------------------------------------------

def tab_tables(text):
    """Runs of TAB lines that are tables of a report: not the agenda, not a list of contents, not the programme."""
    runs, run = [], []
    for line in text.split("\n") + [""]:
        if "\t" in line:
            run.append([plain(cell) for cell in line.split("\t")])
        elif run:
            runs.append(run)
            run = []
    out = []
    for run in runs:
        head = [cell.lower() for cell in run[0]]
        if head[0] == "date of meeting":
            break
        if head[0] != "item no" and not all(row[0].endswith(".....") for row in run):
            out.append(run)
    return out


def plain(cell):
    """A cell without mark-up; the entries of a list inside it are lines."""
    entries = re.split(r"<li>", cell)[1:] or [cell] # a list inside a list is more lines
    return "\n".join(words(re.sub(r"<[^>]*>|^\s*[•○]", "", line)) or "" for line in entries)


def compare_tables(tap, name, text, meeting):
    expected = tab_tables(text)
    items = [item for item in meeting["items"] if not re.search("work programme", item["title"], re.I)]
    got = [[[words(cell) or "" for cell in row] for row in block["rows"]]
           for item in items for block in item["report_blocks"] if block["kind"] == "table"]
    if not expected and not got:
        return
    progress = lambda tables: sum(table[0][:2] == ["Progress", "Impact"] for table in tables)
    count = lambda tables: {"of figures": len(tables) - progress(tables), "Progress/Impact": progress(tables)}
    shape = lambda table: (len(table), max(map(len, table)))
    tap.same(name + ": tables", count(expected), count(got))
    tap.same(name + ": rows and columns of tables", enumerate(map(shape, expected), 1), enumerate(map(shape, got), 1))
    for n, table in enumerate(expected, 1):
        cells = lambda rows: {(r, c): cell for r, row in enumerate(rows, 1) for c, cell in enumerate(row, 1)}
        tap.same("%s: table %d cell for cell" % (name, n), cells(table), cells(got[n - 1] if n <= len(got) else []))


# ---- the runs ------------------------------------------------------------------------------------------------

def drafts(tap, program, gold, seeds):
    for document in gold["documents"]:
        name = document["file"].split("_")[0]
        path = os.path.join(seeds, document["file"])
        try:
            lines = program.must("import", "--dry-run", "--format", "json", path).decode().splitlines()
        except RuntimeError as failure:
            tap.line(name + ": is read", [str(failure)])
            continue
        draft = json.loads(lines[0])
        programme = json.loads(lines[1]) if len(lines) > 1 else {"editions": []}
        with open(path, encoding="utf-8") as file:
            text = file.read()
        meeting = draft["meetings"][0]
        tap.same(name + ": the documents are what they say", {"meetings": "minutebook-meetings 1", "programme": "minutebook-programme 1"},
                 {"meetings": "%s %d" % (draft["format"], draft["version"]),
                  "programme": "%s %d" % (programme.get("format", "minutebook-programme"), programme.get("version", 1))})
        compare_meeting(tap, name, document["meeting"], meeting)
        if document["kind"] == "minutes_page":
            compare_page(tap, name, document, meeting, text)
        else:
            compare_pack(tap, name, document, meeting)
            compare_tables(tap, name, text, meeting)
        if "work_programme" in document:
            compare_programme(tap, name, document["work_programme"], document.get("dates_of_future_meetings", []),
                              (programme["editions"] + [{}])[0], meeting)
        else:
            tap.same(name + ": no work programme", {"editions": 0}, {"editions": len(programme["editions"])})


def exports(program, store):
    return (program.must("--store", store, "export", "meetings", "--format", "json"),
            program.must("--store", store, "export", "programme", "--format", "json"))


def joined(tap, gold, meetings):
    """The meeting that a page and a pack share: what each alone does not know."""
    for page in gold["documents"]:
        if "same_meeting_as" not in page:
            continue
        pack = next(d for d in gold["documents"] if d["file"] == page["same_meeting_as"])
        name = page["file"].split("_")[0] + "+" + pack["file"].split("_")[0]
        found = [m for m in meetings if page["file"] in [s["path"] for s in m["sources"]]]
        meeting = found[0] if len(found) == 1 else {"sources": [], "items": []}
        tap.same(name + ": one meeting of two papers",
                 {"sources": sorted([page["file"], pack["file"]]), "date": pack["meeting"]["date"], "date_basis": "stated",
                  "time": pack["meeting"]["time"], "committee": pack["meeting"]["committee"], "the reason is shown": True},
                 {"sources": sorted(s["path"] for s in meeting["sources"]), "date": meeting.get("date"),
                  "date_basis": meeting.get("date_basis"), "time": meeting.get("time"), "committee": meeting.get("committee"),
                  "the reason is shown": bool(meeting.get("joined_because"))})
        tap.same(name + ": both numbers of each item",
                 enumerate(zip((a["number"] for a in pack["agenda"]), (i["number"] for i in page["items"])), 1),
                 enumerate(((i["agenda_number"], i["minute_number"]) for i in meeting["items"]), 1))
        tap.same(name + ": papers to follow, since published, not held",
                 [(a["number"], "published not held") for a in pack["agenda"] if a["pages"] == "To follow"],
                 [(i["agenda_number"], i["follow"]) for i in meeting["items"] if i["follow"]])


def outcomes(out):
    return [json.loads(line)["outcome"] for line in out.decode().splitlines()]


def orders(tap, program, gold, seeds, folder):
    """All five in every order, papers repeated in some, from two folders: the exports never differ. Every seventh
    order in the quick check."""
    files = [d["file"] for d in gold["documents"]]
    other = os.path.join(folder, "elsewhere")
    shutil.copytree(seeds, other)
    for name in os.listdir(other):
        os.chmod(os.path.join(other, name), 0o600)
    first, differences, tried = None, [], 0
    step = 7 if os.environ.get("MINUTEBOOK_QUICK") else 1
    for n, order in enumerate(itertools.permutations(files)):
        if n % step:
            continue
        tried += 1
        store = os.path.join(folder, "order-%03d.db" % n)
        order = list(order) + (list(order[: n % 5 + 1]) if n % 3 == 0 else [])
        paths = [os.path.join(other if (n + i) % 2 else seeds, name) for i, name in enumerate(order)]
        before = outcomes(program.must("--store", store, "import", "--format", "json", *paths))
        got = exports(program, store)
        first = first or got
        if got != first:
            differences.append("order %s: %s" % (" ".join(name[:3] for name in order),
                               "meetings differ" if got[0] != first[0] else "programme differs"))
        if n == 0:
            again = outcomes(program.must("--store", store, "import", "--format", "json", *paths))
            wanted = [now if now == was == "needs-details" else "unchanged" for was, now in zip(before, again)]  # another may have brought it
            tap.same("a second import of all says unchanged, or again what is needed", enumerate(wanted), enumerate(again))
            tap.line("a second import changes no export", [] if exports(program, store) == first else ["the exports differ"])
            joined(tap, gold, json.loads(first[0])["meetings"])
            tap.same("five papers are four meetings", {"meetings": 4}, {"meetings": len(json.loads(first[0])["meetings"])})
        for leaf in os.listdir(folder):
            if leaf.startswith("order-%03d.db" % n):
                path = os.path.join(folder, leaf)
                shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
    tap.line("byte-equal exports in all %d orders" % tried, differences)


def main():
    program_path, shared = sys.argv[1:]
    seeds = os.path.join(shared, "seeds")
    with open(os.path.join(shared, "gold", "seeds-gold.json"), encoding="utf-8") as file:
        gold = json.load(file)
    tap = Tap()
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None # 120 stores: none needs to outlive a power cut
    with tempfile.TemporaryDirectory(prefix="minutebook-real-", dir=memory) as folder:
        program = Program(program_path, folder)
        drafts(tap, program, gold, seeds)
        orders(tap, program, gold, seeds, folder)
    print("1..%d" % tap.n)


main()
