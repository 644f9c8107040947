# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# What leaves the house: the tracker in the columns of councils.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"
MINUTEBOOK_DATADIR=$MINUTEBOOK_SRCDIR/assets
export MINUTEBOOK_DATADIR
MINUTEBOOK_AS_AT=2025-12-03

# ---- the tracker as a council publishes it --------------------------------------------------------
minutebook profiles
check "the profiles that are built in are listed" says "york "
check "and nothing is wrong in them" exits 0
minutebook --demo export actions --profile york --format csv
check "York's columns stand below the day of the list" says "Reference,Origin,Date,Area,Recommendation,Exec Date,Lead Officer/EM,Action taken,Status"
check "its days are written its way" says ",10/07/2025,"
check "its words stand for ours" says ",Ongoing"
check "its references count by committee and year" says "CYP (25/26) 04"
check "the list says as at which day" says "as at 03/12/2025"
check "a spreadsheet learns that it is UTF-8" is "$(head -c 3 "$home/out" | od -An -tx1 | tr -d ' ')" efbbbf
for profile in plain york maidstone city-of-london future-oxfordshire; do
    for format in text csv tsv md html; do
        "$MINUTEBOOK_BIN" --demo export actions --profile $profile --format $format >"$home/tracker.$format" 2>"$home/err"
        code=$?
        check "$profile as $format is written" exits 0
        check "$profile as $format says as at which day" grep -Eq 'as at|As at' "$home/tracker.$format"
    done
    check "$profile as CSV has as many fields in each record" python3 -c '
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline="")))
sys.exit(not (len(rows) >= 6 and len({len(row) for row in rows}) == 1))' "$home/tracker.csv"
    check "$profile as CSV tells a spreadsheet that it is UTF-8" is "$(head -c 3 "$home/tracker.csv" | od -An -tx1 | tr -d ' ')" efbbbf
    check "$profile as HTML is sound" python3 -c '
import sys
from html.parser import HTMLParser
class Reader(HTMLParser):
    open, rows = [], 0
    def handle_starttag(self, tag, attrs):
        self.rows += tag == "tr"
        if tag != "meta": self.open.append(tag)
    def handle_endtag(self, tag):
        assert self.open.pop() == tag
reader = Reader()
reader.feed(open(sys.argv[1], encoding="utf-8").read())
sys.exit(not (reader.rows > 5 and not reader.open))' "$home/tracker.html"
done
minutebook --demo export actions --profile city-of-london --format csv
check "what is outstanding has no closed rows" not says "Completed"
minutebook --demo export actions --format json
cp "$home/out" "$home/all"
minutebook --demo export actions --format csv
cat "$home/out" >>"$home/all"
check "private notes leave in no form" not grep -q "written 21 July" "$home/all" "$home"/tracker.*
minutebook --demo export actions --format json --notes
check "unless they are asked for" says "written 21 July"

minutebook --demo export actions --profile york --format md "$home/york.md"
check "a file says how many rows went into it" says "york.md, 10 rows"
minutebook --demo export actions --profile york --format md "$home/york.md"
check "and is never written over" complains "is there already"
check "nor called done" exits 2
minutebook --demo export actions --profile dorchester
check "a profile that does not exist names those that do" complains "plain, york, maidstone"
minutebook --demo export meetings --profile york
check "other lists have no profiles" exits 2
minutebook --demo export actions --profile york --format json
check "a profile is for people, not for programs" complains "text, csv, tsv, md and html"

mkdir -p "$home/config/minutebook/profiles"
printf 'profile mine\n  title Our list\n  date D.M.YY\n  column What = short\n  column When = due\n  colour Red = red\n' \
    >"$home/config/minutebook/profiles/mine.profile"
minutebook profiles
check "a slip in a profile of one's own is said with file and line" complains "mine.profile:6:"
check "and is no success" exits 3
minutebook --demo export actions --profile mine
check "nor is the profile used" exits 3
sed -i '/colour/d' "$home/config/minutebook/profiles/mine.profile"
minutebook --demo export actions --profile mine
check "a profile of one's own is used" says "When:  30.11.25"

# ---- the next work programme -----------------------------------------------------------------------------
changes=$("$MINUTEBOOK_BIN" --demo actions --format json | python3 -c '
import json, sys
print(*[a["id"] for a in json.load(sys.stdin)["actions"] if a["class"] == "work_programme_change" and a["state"] == "candidate" and "Young People" in a["committee"]])')
MINUTEBOOK_AS_AT=2025-10-20
for change in $changes; do minutebook --demo action confirm "$change"; done
minutebook --demo action add 2025-10-09/m226 'Panel: bats in school roofs; by March 2026'
minutebook --demo action update "${out%% *}" class=work_programme_change
minutebook --demo export programme --with-changes --committee 'Children and Young People Scrutiny Panel'
check "the newest programme that is published is the draft of the next" says "as published for 9 October 2025,"
check "with what it says" says "Date of meeting:"
check "a change stands in it, with its minute" says "CHANGE agreed 9 October 2025, minute 226"
check "as at the day" says "as at 20 October 2025"
for format in csv tsv md html; do
    minutebook --demo export programme --with-changes --profile maidstone --format $format "$home/programme.$format"
    check "as $format" grep -q 'CHANGE agreed 9 October 2025' "$home/programme.$format"
done
check "in the council's columns" grep -q '^Meeting Date,Agenda Items,Details and desired outcome,Report Author / Possible Witnesses' "$home/programme.csv"
check "at its place among the months" python3 -c '
import csv, sys
rows = [row for row in csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline=""))]
assert len({len(row) for row in rows}) == 1
bats = [i for i, row in enumerate(rows) if "bats" in row[1]]
assert len(bats) == 1 and rows[bats[0]][0] == "March 2026", rows
later = [i for i, row in enumerate(rows) if "2026" in row[0] and row[0].split()[-2] in ("April", "May", "June", "July")]
assert all(i > bats[0] for i in later), (bats, later)
' "$home/programme.csv"
minutebook --demo export actions --with-changes
check "changes are of the programme" exits 2
minutebook --demo export meetings --committee X
check "a committee is of the programme, too" exits 2
MINUTEBOOK_AS_AT=2025-12-03
for undone in $changes x y; do minutebook --demo undo; done

# ---- as at the day on which the papers of the next meeting are to be out --------------------------------------------------
minutebook --demo --as-at 'despatch 2026-01-15' export actions --profile plain
check "the day of despatch of a meeting is five clear working days before it" says "as at 7 January 2026"
minutebook --demo --as-at despatch export actions --profile plain
check "without a day it is that of the next meeting held" complains "five clear working days before the meeting of"
check "and the list is of that day" says "$(sed -n 's/^minutebook: \(as at [^:]*\):.*/\1/p' "$home/err")"
minutebook --demo --as-at 'despatch soon' export actions --profile plain
check "what is no day is refused with what is one" complains "despatch YYYY-MM-DD"
minutebook --store "$home/none.db" --as-at despatch actions
check "where no meeting is to come it is said how to name one" complains "no meeting is known"
check "and nothing is done" exits 2

# ---- letters -----------------------------------------------------------------------------------------
minutebook --demo action chase 214/2 '14 Oct 2025: wrote again'
minutebook --demo letter 214/2
check "a letter has the sentence" says "“It was agreed that the Chairman would write"
check "its minute" says "minute 214, “Getting to"
check "what is asked" says "What is asked: the crossing outside Fallowbridge Primary School."
check "that no date was given, and how long ago it was asked" says "No date was given; it was asked 146 days ago."
check "when it was asked again" says "We asked again on 14 October 2025."
check "to whom, by the member's own list" says "Dear Councillor Amory,"
check "from whom, as the papers say" says "Chairman, Children and Young People Scrutiny Panel"
check "and as at which day" says "Our reference: 214/2, as at 3 December 2025"
check "the member's own chase date and note are theirs" not says "14 November"
minutebook --demo letter 228/1 --by 2026-01-10
check "the day of an answer is asked for where the member names one" says "your answer by 10 January 2026."
check "the name of who chairs stands where the papers give it" says "Cllr Beatrix Lindqvist"
minutebook --demo letter 206/1 210/1 228/1
check "one letter goes to each who is asked" is "$(printf '%s\n' "$out" | grep -c '^Dear')" 3
minutebook --demo letter 214/2 --format md --out "$home/letter.md"
check "a letter goes into a file" grep -q '^> “It was agreed' "$home/letter.md"
minutebook --demo letter 214/2 --out "$home/letter.md"
check "and over none" complains "is there already"
minutebook --demo letter 999/1
check "a letter about nothing is refused" exits 2

minutebook --store "$home/own.db" action add "Clerk > Members: a list of ferries; by 16 Nov 2031" >/dev/null
minutebook --store "$home/own.db" chase --out "$home/own-messages" >/dev/null
check "a row of no meeting says whose it is in a message" grep -q "Noted by us (our reference" "$home/own-messages"/*.eml

# ---- messages -----------------------------------------------------------------------------------------
minutebook --demo chase --out "$home/messages"
check "everybody who is asked gets a message" is "$(ls "$home/messages" | wc -l | tr -d ' ')" 5
check "it is said which were written" says "messages/head-of-passenger-transport.eml, 1 row, to the Head of Passenger Transport, joan.tallis@aldermere.example"
check "who has no address" says "head-of-flood-risk.eml, 1 row, to the Head of Flood Risk; no address"
check "and what is asked of nobody" says "226/1 says of nobody"
check "a mail program reads them" python3 -c '
import email, email.policy, glob, sys
files = glob.glob(sys.argv[1] + "/*.eml")
for name in files:
    raw = open(name, "rb").read()
    assert b"\n" not in raw.replace(b"\r\n", b""), name
    assert max(map(len, raw.split(b"\r\n"))) < 998
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    assert not mail.defects and mail["From"].addresses[0].addr_spec == "scrutiny@aldermere.example", mail.defects
    assert mail["Date"].datetime.year == 2025 and mail["Subject"].startswith("1 outstanding, as at 3 December 2025: ")
    body = mail.get_content()
    assert "our reference" in body and ("Flood" in name) == False
    if "director-of-childrens" in name:
        assert mail["To"].addresses[0].display_name == "René Oakhurst", mail["To"]
        assert "“The Director of Children" in body and "25 days ago" in body
assert len(files) == 5' "$home/messages"
minutebook --demo chase --out "$home/messages"
check "messages that are there are not written over" complains "is there already: nothing was written"
check "unasked" exits 2
minutebook --demo chase --out "$home/messages" --over --overdue --record
check "with --over they are, --overdue writes only what is" is "$(printf '%s\n' "$out" | grep -c '^written')" 3
check "--record keeps that it was chased" says "3 follow-ups chased"
minutebook --demo action history 210/1
check "with each of them" says "chase"
minutebook --demo undo
check "and one undo takes all back" says "undone: 3 follow-ups chased"
minutebook chase --out "$home/none"
check "of nothing nothing is written" [ ! -e "$home/none" ]
minutebook action add 'the Harbour Master > Members: tolls; by 1 December 2025; note he is deaf'
printf 'from Ada <ada@place>\nrole the Harbour Master\n  holder Zo\303\253 Reed\n  address not an address\n' >"$home/config/minutebook/people"
minutebook chase --out "$home/mine"
check "a slip in the list of people is said with file and line" complains "people:4: this is no address"
check "and nothing is written" [ ! -e "$home/mine" ]
sed -i 's/not an address/zoe@harbour.example/' "$home/config/minutebook/people"
minutebook chase --out "$home/mine" --format text
check "a message may be plain text" grep -q '^To: Zoë Reed, Harbour Master, zoe@harbour.example' "$home/mine/harbour-master.txt"
check "no message holds a private note" not grep -rq deaf "$home/mine"

# what others wrote says who is asked: a line stays a line, a name a name
python3 -c '
import json
long = "the Officer " + "of harbours and piers " * 40
rows = [("tolls", "the Clerk\nBcc: all\x1b[31m"), ("piers", long), ("buoys", long + "too"), ("moorings", long + "2")]
print(json.dumps({"format": "minutebook-actions", "version": 1, "actions": [{"state": "confirmed", "subject": s, "owner": o} for s, o in rows]}))' >"$home/rows.json"
minutebook --store "$home/outside.db" import-tracker "$home/rows.json"
check "rows of others come in" says "4 to add"
minutebook --store "$home/outside.db" chase --out "$home/outside" --format text
check "a name as long as a page is no trouble" exits 0
check "each has a file of its own" is "$(ls "$home/outside" | wc -l | tr -d ' ')" 4
check "of a name that any disk takes" is "$(ls "$home/outside" | awk 'length > 70')" ""
check "who is asked makes no header" not grep -rq '^Bcc' "$home/outside"
check "nor a command to the terminal" not grep -rq "$(printf '\033')" "$home/outside"
check "nor a line of what is said" is "$(printf '%s\n' "$out" | grep -vc '^written: ')" 0

# ---- the impact of a year --------------------------------------------------------------------------
minutebook --demo impact --committee 'children and young people scrutiny panel' --year 2025/26
check "a year says what was asked and what came of it" says "asked 8, answered 2, done 2, open 6"
check "how many minutes are cut off" says "1 of 32 minutes cut off: counts may be low"
check "what is not counted yet" says "still to check and not counted"
check "of whom" says "the Head of Passenger Transport: asked 2"
check "the topics of each meeting, and which were planned" says "* Young Carers: Finding Them and Helping Them"
check "and what was put off" says "Kinship Carers: October 2025, slipped, now TBC"
minutebook --demo impact --committee 'children and young people scrutiny panel' --year 2025/26 --format json
check "each number opens its rows" is "$(printf '%s' "$out" | python3 -c 'import json,sys; y = json.load(sys.stdin)["years"][0]; print(len(y["asked"]), len(y["done"]), len(set(y["open"])))')" "8 2 6"
minutebook --demo impact --year then
check "a year that is none is refused" exits 2

finish
