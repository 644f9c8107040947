# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# What leaves for a calendar and for a list of tasks is read back by such programs, calcurse, todoman and task, and by the library
# icalendar of khal, where they are installed. (khal itself shows no tasks.)
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
assert all(t.count("\r\nCATEGORIES:") == 1 for t in todos)
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
icalendar=
for python in python3 /usr/bin/python3; do
    test "$icalendar" || ! $python -c 'import icalendar' 2>/dev/null || icalendar=$python
done
if [ "$icalendar" ]; then
    check "khal's library reads each task of it: whole days, texts as they were before they were folded" $icalendar -c '
import datetime, icalendar, sys
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
todos = {str(t["SUMMARY"]).split()[0]: t for t in calendar.walk("VTODO")}
assert len(todos) == int(sys.argv[2]) and not calendar.errors and not any(t.errors for t in todos.values())
guide = todos["226/2"]
assert guide["DUE"].dt == datetime.date(2025, 11, 30) and not isinstance(guide["DUE"].dt, datetime.datetime)
assert str(guide["SUMMARY"]).endswith("a guide; for teachers, with é and \\backslash, and a title that is long enough to be folded twice over")
assert "\nBy when: “30 November 2025”\nWe asked again on 1 December 2025.\n" in str(guide["DESCRIPTION"]), guide["DESCRIPTION"]
assert "DUE" not in todos["79/1"] and todos["214/2"]["DUE"].dt == datetime.date(2025, 11, 14)
' "$home/tracker.ics" "$all"
else
    skip "khal's library reads each task" icalendar
fi
if command -v todoman >/dev/null; then
    mkdir -p "$home/todo/tracker"
    python3 -c '
import sys
head, *todos = open(sys.argv[1], encoding="utf-8", newline="").read().split("BEGIN:VTODO")
for i, todo in enumerate(todos): # a file each, as such programs keep them
    with open("%s/%d.ics" % (sys.argv[2], i), "w", encoding="utf-8", newline="") as file:
        file.write(head + "BEGIN:VTODO" + todo.replace("END:VCALENDAR\r\n", "") + "END:VCALENDAR\r\n")
' "$home/tracker.ics" "$home/todo/tracker"
    printf 'path = "%s/todo/*"\ndate_format = "%%Y-%%m-%%d"\ntime_format = "%%H:%%M"\ndefault_list = "tracker"\ncache_path = "%s/todo.db"\n' \
        "$home" "$home" >"$home/todoman.py"
    LC_ALL=C.UTF-8 todoman --config "$home/todoman.py" --porcelain list --status ANY >"$home/todo.json" 2>"$home/err" </dev/null
    code=$? out=$(cat "$home/todo.json") err=$(cat "$home/err")
    check "todoman lists the tasks" exits 0
    check "and can read each" is "$err" ""
    check "each with its day and words" python3 -c '
import datetime, json, sys
todos = {t["summary"].split()[0]: t for t in json.load(open(sys.argv[1], encoding="utf-8"))}
assert len(todos) == int(sys.argv[2]), len(todos)
guide = todos["226/2"]
day = datetime.datetime.fromtimestamp(guide["due"]).date()
assert day == datetime.date(2025, 11, 30), day
assert "a guide; for teachers, with é and \\backslash, and a title" in guide["summary"], guide
assert todos["79/1"]["due"] is None and sum(t["completed"] for t in todos.values()) >= int(sys.argv[3])
' "$home/todo.json" "$all" "$complete"
else
    skip "todoman lists the tasks" todoman
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

# ---- exempt texts -----------------------------------------------------------------------------------
minutebook --demo export actions --exempt
python3 -c '
import json, sys
store = json.load(open(sys.argv[1], encoding="utf-8"))
store["actions"] = [a for a in store["actions"] if a["reference"] == "214/2"]
store["actions"][0].update(exempt=True, subject="the crossing", own_words=None)
json.dump(store, open(sys.argv[2], "w", encoding="utf-8"))' "$home/out" "$home/closed.json"
minutebook --store "$home/closed.db" import-tracker "$home/closed.json"
check "a row of an exempt minute is taken in" exits 0
for form in 'ics' 'taskwarrior' 'csv' 'json' 'text --profile plain' 'csv --profile york' 'md --profile maidstone'; do
    # shellcheck disable=SC2086
    minutebook --store "$home/closed.db" export actions --format $form
    check "as $form it is there" says 214
    check "without the sentence, and what is asked in it" not grep -qi "crossing" "$home/out"
    # shellcheck disable=SC2086
    minutebook --store "$home/closed.db" export actions --exempt --format $form
    check "and with it where that is asked for" says crossing
done
minutebook --store "$home/closed.db" letter 214/2
check "a letter does not tell it" not says crossing
minutebook --store "$home/closed.db" chase --out "$home/messages"
check "a message is written" grep -rq 'left out' "$home/messages"
check "and does not, either" not grep -rqi crossing "$home/messages"
finish
