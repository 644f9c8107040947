#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""What must come of real replies of a council's service and of real saved lists (field.md 3.10). Prints TAP; run by
test_service.sh.

    service.py PROGRAM FOLDER     FOLDER holds moderngov-service/ and moderngov-pages/

The facts are those of the papers themselves, counted by hand. Last, all are imported together: the list names the committee
that the cancelled meeting's own reply lacks."""
import json
import os
import subprocess
import sys
import tempfile

KINGSTON = "Kingston and North Kingston Neighbourhood Committee"
LINES = []


def check(words, found, wanted):
    LINES.append((found == wanted, words, found))


def run(program, *arguments, home=None):
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    if home:
        environment.update(HOME=home, XDG_DATA_HOME=home, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home)
        environment.pop("MINUTEBOOK_STORE", None)
    ran = subprocess.run([program] + list(arguments), env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE, timeout=120, check=False)
    return ran.stdout.decode()


def draft(program, *path):
    lines = run(program, "import", "--dry-run", "--format", "json", os.path.join(*path)).splitlines()
    return json.loads(lines[0]) if lines else {"meetings": [], "committees": [], "people": []}


def check_meetings(program, folder):
    held = (draft(program, folder, "meeting_with_minutes.xml")["meetings"] or [{}])[0]
    head = [held.get(key) for key in ("committee", "date", "date_basis", "time", "status", "service_id")]
    check("the meeting held is told whole", head, ["Audit Committee", "2026-02-10", "stated", "10:00", "held", "4967"])
    items = held.get("items", [])
    check("its items bear the numbers of the agenda", [i["agenda_number"] for i in items], ["1", "9"])
    check("and their ids", [i["service_id"] for i in items], ["18831", "18833"])
    check("with a file each", [[a["service_id"] for a in i["attachments"]] for i in items], [["60860"], ["60909"]])
    check("minutes on both", [bool(i["minutes_text"]) for i in items], [True, True])
    check("no text holds line ends of its source", any("\n" in (i["minutes_text"] or "\n") for i in items), False)
    check("one attendee, expected and no more", [p["attendance"] for p in held.get("people", [])], ["expected"])
    off = (draft(program, folder, "meeting_no_minutes.xml")["meetings"] or [{}])[0]
    check("the meeting that is off says so, and names no committee",
          [off.get(key) for key in ("service_id", "date", "status", "status_text", "committee", "items")],
          ["4966", "2026-01-13", "cancelled", "Cancelled", None, []])


def check_lists(program, folder):
    meetings = draft(program, folder, "meetings.xml")
    check("the list of meetings holds two, one of them off",
          [(m["service_id"], m["committee_service_id"], m["committee"], m["status"]) for m in meetings["meetings"]],
          [("4966", "144", "Audit Committee", "cancelled"), ("4967", "144", "Audit Committee", "unknown")])
    committees = draft(program, folder, "committees.xml")["committees"]
    check("the list of committees holds three, one expired", [(c["service_id"], c["expired"]) for c in committees],
          [("312", True), ("163", False), ("144", False)])


def check_pages(program, folder):
    page = draft(program, folder, "BrowseMeetings.html")["meetings"]
    check("the page of meetings lists fifteen", len(page), 15)
    check("of one committee", {(m["committee"], m["committee_service_id"]) for m in page}, {(KINGSTON, "711")})
    check("from newest to oldest", [page[0]["date"], page[-1]["date"]] if page else None, ["2026-06-15", "2024-09-05"])
    check("one off", [(m["service_id"], m["status_text"]) for m in page if m["status"] == "cancelled"], [("10161", "CANCELLED")])
    check("one at seven", [m["date"] for m in page if m["time"] != "19:30"], ["2025-06-18"])
    details = draft(program, folder, "CommitteeDetails.html")
    check("the page of the committee names it", [(c["name"], c["service_id"]) for c in details["committees"]], [(KINGSTON, "711")])
    roles = [p["role"] for p in details["people"]]
    check("fifteen members, chair and vice-chair", [len(roles), [r for r in roles if r]], [15, ["Chair", "Vice-Chair"]])


def check_together(program, folder):
    with tempfile.TemporaryDirectory(prefix="minutebook-service-") as home:
        run(program, "import", os.path.join(folder, "moderngov-service"), os.path.join(folder, "moderngov-pages"), home=home)
        document = json.loads(run(program, "export", "meetings", home=home) or '{"meetings": []}')
    audit = {m["service_id"]: m["committee"] for m in document["meetings"] if m["service_id"] in ("4966", "4967")}
    check("both meetings are of the committee that the list names", audit, {"4966": "Audit Committee", "4967": "Audit Committee"})


def main():
    program, folder = sys.argv[1:3]
    check_meetings(program, os.path.join(folder, "moderngov-service"))
    check_lists(program, os.path.join(folder, "moderngov-service"))
    check_pages(program, os.path.join(folder, "moderngov-pages"))
    check_together(program, folder)
    for number, (held, words, found) in enumerate(LINES, 1):
        if not held:
            print("# found: %s" % (found,))
        print("%s %d - %s" % ("ok" if held else "not ok", number, words))
    print("1..%d" % len(LINES))
    return 0 if all(held for held, _, _ in LINES) else 1


sys.exit(main())
