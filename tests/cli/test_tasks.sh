# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# What leaves for a calendar and for a list of tasks is read back by such programs, calcurse and task, where they are installed.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"
MINUTEBOOK_DATADIR=$MINUTEBOOK_SRCDIR/assets
export MINUTEBOOK_DATADIR
MINUTEBOOK_AS_AT=2025-12-03

skip() { # NAME PROGRAM
    count=$((count + 1))
    echo "ok $count - $1 # SKIP $2 is not installed"
}

minutebook --demo action update 226/2 'subject=a guide; for teachers, with é and \backslash, and a title that is long enough to be folded twice over'
minutebook --demo action chase 226/2 '1 Dec 2025: telephoned, twice; "no" answer'
minutebook --demo action update 226/1 'status=no longer feasible, minute 240' 'tags=urgent matter, budget'
# How many are on the tracker, complete, and closed otherwise: the sample may grow.
minutebook --demo export actions
set -- $(printf '%s' "$out" | python3 -c '
import json, sys
kept = [a["status"] for a in json.load(sys.stdin)["actions"] if a["state"] == "confirmed"]
print(len(kept), kept.count("complete"), kept.count("superseded") + kept.count("no longer feasible"))')
all=$1 complete=$2 otherwise=$3
minutebook --demo export actions --format ics "$home/tracker.ics"
check "a calendar is written" says "tracker.ics, $all rows"
minutebook --demo export actions --format taskwarrior "$home/tasks.json"
check "a list of tasks is written" says "tasks.json, $all rows"

# ---- the form -------------------------------------------------------------------------------------
check "each line ends as RFC 5545 has it and holds at most 75 octets" python3 -c '
import sys
raw = open(sys.argv[1], "rb").read()
lines = raw.split(b"\r\n")
assert lines.pop() == b"" and not any(b"\n" in line or b"\r" in line for line in lines)
assert max(map(len, lines)) <= 75
text = raw.decode("utf-8").replace("\r\n ", "")
todos = text.split("BEGIN:VTODO")[1:]
assert len(todos) == int(sys.argv[2]) and len({t.split("UID:")[1].split("\r\n")[0] for t in todos}) == len(todos)
assert all("DTSTAMP:20251203T000000Z\r\n" in t for t in todos)
guide = [t for t in todos if "226/2" in t][0]
assert "DUE;VALUE=DATE:20251130\r\n" in guide and "SUMMARY:226/2 the Assistant Director for Early Help: a guide\\; for teachers\\, with é and \\\\backslash\\, and" in guide, guide
wardens = [t for t in todos if "79/1" in t][0]
assert "DUE" not in wardens and "January 2026" in wardens, wardens # a month stays a month
crossing = [t for t in todos if "214/2" in t][0]
assert "DUE;VALUE=DATE:20251114" in crossing and "The day is your own." in crossing
assert sum("STATUS:COMPLETED" in t for t in todos) == int(sys.argv[3]) and sum("STATUS:CANCELLED" in t for t in todos) == int(sys.argv[4]) >= 1
assert "written 21 July" not in text
' "$home/tracker.ics" $all $complete $otherwise
cp "$home/tracker.ics" "$home/first.ics"
rm "$home/tracker.ics"
minutebook --demo export actions --format ics "$home/tracker.ics"
check "the same tracker is the same calendar" cmp -s "$home/first.ics" "$home/tracker.ics"

# ---- read by others ---------------------------------------------------------------------------------
if command -v calcurse >/dev/null; then
    mkdir "$home/calcurse"
    calcurse -D "$home/calcurse" -C "$home/calcurse" -i "$home/tracker.ics" >"$home/out" 2>"$home/err" </dev/null
    code=$? out=$(cat "$home/out") err=$(cat "$home/err")
    check "calcurse imports the calendar" exits 0
    check "all of it" says "$all todos"
    check "and leaves out nothing" not says "not imported"
    calcurse -D "$home/calcurse" -C "$home/calcurse" -t >"$home/out" 2>&1
    out=$(cat "$home/out")
    check "it shows what is to be done" says "226/2 the Assistant Director for Early Help: a guide; for teachers, with é and \\backslash, and a title that is long enough to be folded twice over"
else
    skip "calcurse imports the calendar" calcurse
fi
if command -v task >/dev/null; then
    printf 'data.location=%s/task\nconfirmation=off\nhooks=off\nnews.version=9.9.9\n' "$home" >"$home/taskrc"
    mkdir "$home/task"
    tw() { TASKRC=$home/taskrc TASKDATA=$home/task task "$@" </dev/null >"$home/out" 2>"$home/err"; }
    tw import "$home/tasks.json"
    code=$? out=$(cat "$home/out") err=$(cat "$home/err")
    check "task imports the list" exits 0
    check "all of it" is "$(grep -c '^ add ' "$home/out")" $all
    tw export
    cp "$home/out" "$home/back.json"
    check "and gives back what it was given" python3 -c '
import json, sys
sent, back = [{t["uuid"]: t for t in json.load(open(name, encoding="utf-8"))} for name in sys.argv[1:]]
assert sent.keys() == back.keys()
for uuid, task in sent.items():
    got = back[uuid]
    for key in ("description", "status", "entry", "due", "end", "project"):
        assert task.get(key) == got.get(key), (key, task.get(key), got.get(key))
    assert sorted(task["tags"]) == sorted(got.get("tags", [])), got
    assert [a["description"] for a in task["annotations"]] == [a["description"] for a in got.get("annotations", [])], got
' "$home/tasks.json" "$home/back.json"
    tw import "$home/tasks.json"
    tw export
    check "imported again it is the same" is "$(python3 -c 'import json,sys; print(len(json.load(open(sys.argv[1]))))' "$home/out")" $all
else
    skip "task imports the list" task
fi
finish
