# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Follow-ups by hand, over restarts: every command here is a program of its own.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"

minutebook import "$sample/2025-10-09-agenda-pack.txt"
minutebook action add 2025-10-09/a5 'the Manager > Members: waiting times; by 31 October 2025'
check "a follow-up before minutes are held" says "a5/1"
minutebook import "$sample"
minutebook actions
check "its reference goes on answering after the minutes came" says "a5/1"
minutebook action add 2025-10-09/m226 'Chairman > Cabinet Member: four schools' --quote 'Members requested the waiting times of young carers for an assessment, district by district.'
check "a follow-up with the sentence of the minute" says "226/1"
minutebook action add 2025-10-09/m226 'x' --quote 'words that are not there'
check "a sentence that is not there is refused" exits 2
minutebook undo
check "undo names what it undoes" says "226/1"
minutebook actions
check "and it is gone from the list" not says "four schools"
minutebook redo
minutebook actions
check "redo brings it back" says "four schools"
minutebook undo
minutebook actions by manager
check "the list is narrowed by who owes it" says "a5/1"
check "to these alone, also of what is to check" is "$(printf '%s\n' "$out" | grep -c 'Chairman')" 0
minutebook actions 'by manager; status complete'
check "where none is so that is said" says "no follow-up is so: by manager; status complete"
minutebook actions status not started
check "what is to check stands on no tracker" not says "to check"
minutebook actions overdue --format json
check "as data, too" is "$(printf '%s' "$out" | python3 -c 'import json,sys; print(*[a["reference"] for a in json.load(sys.stdin)["actions"]])')" "a5/1"
minutebook export actions --profile plain --format csv --filter 'by nobody at all'
check "and in a council's columns" is "$(printf '%s\n' "$out" | grep -c waiting)" 0
minutebook actions older much
check "days are days" complains "older takes days"
minutebook export meetings --filter overdue
check "of other lists there is no filter" complains "--filter is for 'export actions'"
minutebook action add 2025-10-09/m226 'Members: something else'
check "a number once given is never given again" says "226/2"
minutebook action update 226/2 owner='the Head of Service' chase_date=2025-11-05
check "fields are set" exits 0
minutebook actions
check "overdue says by how much" says "7 days overdue"
check "and which date passed" says "(your own"
minutebook action update 226/2 nonsense=1
check "an unknown field is refused" exits 2
minutebook action complete 226/2
check "what is closed says by which minute, or why" exits 2
minutebook action chase 226/2 '3 Nov: telephoned'
check "a chase is kept with its day" says "226/2 chase, 3 November 2025: telephoned"
minutebook action answer 226/2 'nine of twelve' --from 'the Head of Service' --file "$home/letter.txt"
check "a file that is not there is no answer" exits 3
printf 'Dear Councillor\n' >"$home/letter.txt"
minutebook action answer 226/2 'nine of twelve' --from 'the Head of Service' --file "$home/letter.txt" --told
check "an answer is kept with its file" exits 0
minutebook action step 226/2 posted
check "a step that is none says which there are" complains "no step of this follow-up"
minutebook action step 226/2 reported
check "what was reported is closed by its minute" complains "226/2 is still open: 'action complete 226/2 MINUTE' closes it"
minutebook undo
minutebook action evidence 226/2 2025-10-09/m226
check "evidence names its place" exits 0
minutebook action complete 226/2 minute 231
check "a follow-up is completed" says "226/2 status: complete, minute 231"
minutebook export actions
check "what became of it is in the export" says '"closed_by":"minute 231"'
check "and the file by its name" says '"file_name":"letter.txt"'
minutebook search telephoned
check "what happened is found by its words" says "[telephoned]"
minutebook action reopen 226/2
check "it is opened again" exits 0
minutebook action complete 226/2 answered
minutebook action history 226/2
check "every change is in its history, as a sentence" says "to chase: "
minutebook actions --format json
check "the list is JSON for programs" is "$(printf '%s' "$out" | python3 -c 'import json,sys; print(json.load(sys.stdin)["format"])')" minutebook-actions
check "overdue is worked out by the day given" says '"overdue":true'
minutebook --read-only action add 'no'
check "--read-only changes nothing" exits 2
minutebook search 'waiting times'
check "own words are found" says "[waiting] [times]; by 31 October 2025"

minutebook forget 2025-10-09-minutes-page.txt --yes
minutebook forget 2025-10-09-agenda-pack.txt --yes
minutebook action dismiss 226/2 --reason 'asked twice'
check "a follow-up whose meeting is no longer held is decided on without a complaint" is "$code$err" 0

# The tracker as it stood: what was done later is not done then, in the list as in what is exported.
minutebook --as-at 2025-11-13 action complete a5/1 'minute 240'
check "a row is closed the day after" exits 0
MINUTEBOOK_AS_AT=2025-11-20
minutebook actions --format json
closed=$(printf '%s' "$out" | grep -c '"closed_by":"minute 240"')
check "and is closed today" is "$closed" 1
minutebook --as-at 2025-11-12 actions --format json
check "as at the day before it is open" not says '"closed_by":"minute 240"'
minutebook --as-at 2025-11-13 export actions --profile plain --format csv
check "what is exported is as at its day, too" says "minute 240"
minutebook --as-at 2025-11-12 export actions --profile plain --format csv
check "before it was closed, as well" not says "minute 240"
minutebook --as-at 2025-11-11 export actions --profile plain --format csv
check "and before anything was kept there is nothing" not says "a5/1"
minutebook --as-at 2025-11-11 actions
check "and why is said" says "nothing on the tracker yet; it begins on 12 November 2025"
minutebook --as-at 2025-11-11
check "the overview is of that day, too" says "nothing on the tracker yet; it begins on 12 November 2025"
minutebook --as-at 2025-11-12 impact
check "the impact view counts what stood" exits 0

# What is written of a past day is of the rows of that day, and changes none.
minutebook --as-at 2025-11-12 evidence
check "evidence is asked for what was open then" says "a5/1"
minutebook evidence
check "and for what is open now" not says "a5/1"
minutebook --as-at 2025-11-12 letter a5/1
check "a letter is of the row as it stood" exits 0
minutebook --as-at 2025-11-11 letter a5/1
check "and of none where it did not stand" exits 2
minutebook --as-at 2025-11-11 chase --out "$home/then"
check "messages are of what was open then" says "nothing to write"
minutebook --as-at 2025-11-12 chase --out "$home/then"
check "whoever owed it is written to" says "then/"
minutebook --as-at 2025-11-12 chase --out "$home/recorded" --record
check "a past day is not written in" complains "--record is for today"
check "and no message is written either" is "$(ls "$home" | grep -c recorded)" 0
minutebook --as-at 2025-11-12 evidence 226/1 --take 1
check "nor is evidence taken on it" exits 2

# Only what is on the tracker is followed.
minutebook action complete 226/2 'minute 240'
check "what is not a follow-up is not closed" exits 2
check "and what to do first is said" complains "action confirm 226/2"
minutebook action chase 226/2
check "nor chased" exits 2

# A change that is damaged hides its row and no other.
python3 - "$XDG_DATA_HOME/minutebook/minutebook.db" <<'END'
import sqlite3, sys
store = sqlite3.connect(sys.argv[1])
row = store.execute("SELECT id FROM action WHERE reference = 'a5/1'").fetchone()[0]
store.execute("UPDATE event SET row_after = 'torn' WHERE row_id = ? AND seq = (SELECT min(seq) FROM event WHERE row_id = ?)", (row, row))
store.commit()
END
minutebook --as-at 2025-11-12 actions
check "a list of a past day has the other rows" says "1 not a follow-up"
check "without the damaged one" not says "a5/1"
check "which is named" complains "a5/1: what was written down of it until 12 November 2025 is damaged and left out"
check "and the list is done" exits 0
finish
