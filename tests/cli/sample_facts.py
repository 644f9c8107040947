# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""What the sample holds on purpose, counted in the program's own exports. For tests/cli/test_sample.sh:
   sample_facts.py MEETINGS.json PROGRAMME.json ACTIONS.json
prints one line a fact, "name value"; the script says what each must be."""
import datetime
import json
import re
import sys

meetings, programme, actions = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:4])
meetings, editions, actions = meetings["meetings"], programme["editions"], actions["actions"]
items = [(meeting, item) for meeting in meetings for item in meeting["items"]]
minutes = [(meeting, item, item["minutes_text"]) for meeting, item in items if item["minutes_text"]]
held = {meeting["date"] for meeting in meetings}
MONTHS = "January February March April May June July August September October November December".split()


def day(words):
    number, month, year = words.split()
    return datetime.date(int(year), MONTHS.index(month) + 1, int(number)).isoformat()


def cited():
    """Days of meetings whose minutes were confirmed, and that no paper here is of."""
    pattern = r"meetings? held on ((?:\d+ [A-Z][a-z]+ \d{4}(?: and )?)+)"
    days = {day(found) for _, _, text in minutes for run in re.findall(pattern, text)
            for found in re.findall(r"\d+ [A-Z][a-z]+ \d{4}", run)}
    return days - held


def tables(item):
    """Its report's tables as rows of strings; an empty cell is null in the export."""
    return [[[cell or "" for cell in row] for row in block["rows"]]
            for block in item["report_blocks"] or [] if block["kind"] == "table"]


def shows_four_quarters(rows):
    return sum(bool(re.match(r"Q[1-4] ", cell)) for cell in rows[0]) == 4


def all_tables():
    return [rows for _, item in items for rows in tables(item)]


def quarter_tables():
    return [rows for rows in all_tables() if shows_four_quarters(rows)]


def misfits():
    """Percentages in a quarter table that are not what the two counts above them give."""
    n = 0
    for rows in quarter_tables():
        for above, count, share in zip(rows, rows[1:], rows[2:]):
            if not share[0].startswith("%"):
                continue
            for whole, part, percent in zip(above[1:], count[1:], share[1:]):
                n += abs(100 * int(part) / int(whole) - int(percent.rstrip("%"))) > 1
    return n


def wrong_totals():
    n = 0
    for rows in all_tables():
        if rows[-1][0] != "Total":
            continue
        for column in range(1, len(rows[0])):
            cells = [row[column].replace(",", "") for row in rows[1:]]
            n += sum(map(int, cells[:-1])) != int(cells[-1])
    return n


def slips():
    """Topics that a later edition plans later, or without a date, and that do not come round by themselves."""
    found, planned = set(), {}
    taken = {(meeting["committee"], item["title"].split(":")[0]) for meeting, item in items}
    for edition in sorted(editions, key=lambda edition: edition["published_for"]):
        for entry in edition["entries"]:
            if entry["section"] == "standing" or not entry["planned"]:
                continue
            key = (edition["committee"], entry["issue"])
            if key in taken or re.search("Twice a year|quarterly|Annually", entry["notes"] or ""):
                continue
            until = entry["planned"][0]["from"] or "9999"
            if key in planned and planned[key] < until:
                found.add(key)
            planned[key] = until
    return len(found)


def days_overdue(action):
    ends = action["chase_date"] or action["due_to"]
    return (datetime.date.fromisoformat(AS_AT) - datetime.date.fromisoformat(ends)).days


AS_AT = json.load(open(sys.argv[3], encoding="utf-8"))["as_at"]
kept = [action for action in actions if action["state"] == "confirmed"]
overdue = [action for action in kept if action["overdue"]]
facts = {
    "meetings": len(meetings),
    "committees": len({meeting["committee"] for meeting in meetings}),
    "days": (datetime.date.fromisoformat(max(held)) - datetime.date.fromisoformat(min(held))).days,
    "fewest-items": min(len(meeting["items"]) for meeting in meetings),
    "most-items": max(len(meeting["items"]) for meeting in meetings),
    "meetings-without-a-day-or-committee": sum(not meeting["date"] or not meeting["committee"] for meeting in meetings),
    "packs": len({source["sha256"] for meeting in meetings for source in meeting["sources"] if source["form"].startswith("pack")}),
    "packs-joined-with-a-page": sum({"pack-text", "page-text"} <= {s["form"] for s in m["sources"]} for m in meetings),
    "next-meetings": sum(meeting["date"] > AS_AT for meeting in meetings),
    "editions": len(editions),
    "editions-with-undated-rows": sum(sum(e["state"] == "tbc" for e in edition["entries"]) >= 2 for edition in editions),
    "slips": slips(),
    "cut-minutes": sum(item["truncated"] for _, item in items),
    "short-cut-minutes": sum(item["truncated"] and len(item["minutes_text"]) < 3000 for _, item in items),
    "long-minutes": sum(len(text) > 2500 for _, _, text in minutes),
    "exempt-reports-with-a-public-minute": sum(bool(item["exempt"] and item["minutes_text"] and not item["minutes_exempt"]) for _, item in items),
    "exempt-reports-with-a-text": sum(bool(item["exempt"] and item["report_text"]) for _, item in items),
    "exclusions": sum(item["kind"] == "exclusion" for _, item in items),
    "declarations": sum(bool(re.search(r"declared|ouncillor \w+ \w+ –", text)) for _, item, text in minutes if item["title"].startswith("Declaration")),
    "quarters": len({cell for rows in quarter_tables() for cell in rows[0] if cell.startswith("Q")}),
    "reports-of-four-quarters": sum(any(map(shows_four_quarters, tables(item))) for _, item in items),
    "percentages-to-ask-about": misfits(),
    "totals-to-ask-about": wrong_totals(),
    "meetings-cited-not-held": len(cited()),
    "reports-to-follow": sum(item["follow"] == "to follow" for _, item in items),
    "reports-published-not-held": sum(item["follow"] == "published not held" for _, item in items),
    "papers-with-a-size-not-held": sum(bool(a["size"]) and not a["held"] for _, item in items for a in item["attachments"]),
    "answers-to-earlier-requests": sum(len(re.findall(r"Following a request|requested in|had asked (?:in|for in)|had requested in", text)) for _, _, text in minutes),
    "chased-in-the-minutes": sum(len(re.findall(r"had not (?:been (?:provided|sent|received)|come)|still not been received|asked for it a third time", text)) for _, _, text in minutes),
    "decisions": sum(bool(item["decision_text"]) for _, item in items),
    "draft-minutes": sum(meeting["minutes_status"] == "draft" for meeting in meetings),
    "kept": len(kept),
    "kept-with-their-sentence": sum(bool(action["quote"]) for action in kept),
    "overdue": len(overdue),
    "most-days-overdue": max(map(days_overdue, overdue)),
    "complete": sum(action["status"] == "complete" for action in kept),
    "awaiting-response": sum(action["status"] == "awaiting response" for action in kept),
}
for wording, pattern in {
    "letters": r"would write to", "undertakings": r"undertook to|gave an undertaking|agreed to|offered to|promised to",
    "requests": r"Members requested|(?:was|were) requested on|asked for the|requested a", "recommendations": r"(?i)recommended to cabinet",
    "programme-changes": r"(?:be|were|was|had been) (?:added|moved|rescheduled|removed)|be included on the",
    "tags": r"(?m)^ACTION: ", "resolutions-noting": r"be (?:noted|received|welcomed|supported)"}.items():
    facts["wording-" + wording] = sum(len(re.findall(pattern, text)) for _, _, text in minutes)
for name, value in facts.items():
    print(name, value)
