#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""What must come of real saved pages (field.md 3.10). Prints TAP; run by test_pages.sh.

    pages.py PROGRAM FOLDER [FACTS]   FOLDER holds Agenda_151.html and Agenda_412.html; FACTS prints what a draft holds

The facts are those of the pages themselves, counted by hand."""
import json
import subprocess
import sys

PAGES = {
    "Agenda_151.html": {
        "committee": "Kingston and North Kingston Neighbourhood Committee", "date": "2026-01-15", "date_basis": "stated",
        "time": "19:30", "status": "held", "venue": "Guildhall, Kingston upon Thames", "service_id": "10221",
        "agenda_service_id": "10230", "committee_service_id": "711", "site": None,
        "numbers": [str(n) for n in range(54, 66)], "cut": ["59", "60"], "decisions": ["59", "60", "63"],
        "files": 17, "votes": {"59": 2, "60": 1, "63": 2}, "exempt": [],
        "ids": "51890 51891 51892 51893 51894 51902 51903 51900 51901 51899 51896 51897".split(),
    },
    "Agenda_412.html": {
        "committee": "Kingston and North Kingston Neighbourhood Committee", "date": "2025-12-04", "date_basis": "stated",
        "time": "19:30", "status": "cancelled", "status_text": "CANCELLED", "service_id": "10161",
        "committee_service_id": "711", "numbers": [], "files": 0,
    },
}


def facts_of(meeting):
    items = meeting["items"]
    facts = {key: meeting.get(key) for key in ("committee", "date", "date_basis", "time", "status", "status_text", "venue",
                                               "service_id", "agenda_service_id", "committee_service_id", "site")}
    facts["numbers"] = [item["minute_number"] for item in items]
    facts["ids"] = [item["service_id"] for item in items]
    facts["cut"] = [item["minute_number"] for item in items if item["truncated"]]
    facts["exempt"] = [item["minute_number"] for item in items if item["exempt"]]
    facts["decisions"] = [item["minute_number"] for item in items if item["decision_text"]]
    facts["files"] = sum(len(item["attachments"]) for item in items)
    facts["votes"] = {item["minute_number"]: len(item["votes"]) for item in items if item["votes"]}
    return facts


def main():
    program, folder = sys.argv[1:3]
    lines, failed = [], False
    for name, wanted in PAGES.items():
        ran = subprocess.run([program, "import", "--dry-run", "--format", "json", "%s/%s" % (folder, name)],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False)
        meeting = json.loads(ran.stdout.decode().splitlines()[0])["meetings"][0] if ran.returncode == 0 else None
        facts = facts_of(meeting) if meeting else {}
        for key, value in wanted.items():
            lines.append((facts.get(key) == value, "%s: %s is %s" % (name, key, value), facts.get(key)))
        if meeting and name == "Agenda_151.html":
            texts = [item["minutes_text"] for item in meeting["items"]]
            lines.append((all(texts), "every item of it has minutes", None))
            lines.append((not any("\u00a0" in t or "view the full" in t or "mgAi" in t for t in texts),
                          "no text of it holds what is the page's own", None))
            votes = [vote["result"] for item in meeting["items"] for vote in item["votes"]]
            lines.append((votes == ["Carried"] * 5, "all its votes were carried", votes))
    if len(sys.argv) > 3: # papers of the whole meeting stand in no document yet
        ran = subprocess.run([sys.argv[3], folder + "/Agenda_151.html"], stdout=subprocess.PIPE, timeout=60, check=False)
        papers = [line for line in ran.stdout.decode().splitlines() if line.startswith("paper ")]
        parts = [line for line in papers if " 23550 " in line or " 23609 " in line]
        lines.append((len(papers) == 6 and len(parts) == 2, "6 papers stand above its items, 2 of them supplements", papers))
    for number, (held, words, found) in enumerate(lines, 1):
        failed |= not held
        if not held:
            print("# found: %s" % (found,))
        print("%s %d - %s" % ("ok" if held else "not ok", number, words))
    print("1..%d" % len(lines))
    return 1 if failed else 0


sys.exit(main())
