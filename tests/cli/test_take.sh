# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Trackers that others keep, taken into ours: published tables by their headings, and what a colleague's minutebook wrote.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"
MINUTEBOOK_DATADIR=$MINUTEBOOK_SRCDIR/assets
export MINUTEBOOK_DATADIR
MINUTEBOOK_AS_AT=2025-12-03

ours() { minutebook --store "$home/ours.db" "$@"; }
theirs() { minutebook --store "$home/theirs.db" "$@"; }
rows() { # of what ours exports: FIELD of the row whose words have TEXT
    "$MINUTEBOOK_BIN" --store "$home/ours.db" export actions --notes | python3 -c '
import json, sys
for a in json.load(sys.stdin)["actions"]:
    if a["state"] == "confirmed" and sys.argv[2] in (a["quote"] or "") + (a["own_words"] or ""):
        value = a[sys.argv[1]]
        print("; ".join(e["text"] or "" for e in value) if sys.argv[1] == "entries" else value)' "$1" "$2"
}

# ---- a published table ---------------------------------------------------------------------------------
cat >"$home/tracker.csv" <<'END'
Harbour Council,,,,,,
Tracker as at 1 November 2025,,,,,,
Ref.,Date raised,Agreed action,"Lead Officer",Due date,Status,Weather
H1,10/07/2025,"Send the list of ""moorings""
to all Members",Harbour Master,by 30 November 2025,Ongoing,fine
H2,10/07/2025,'=Write to the Cabinet Member about tolls,Chairman,,Completed - see Appendix 1,wet
,,Actions of September,,,,
END
ours import-tracker "$home/tracker.csv" --dry-run
check "a table is known by its headings" says "read as"
check "with the day it says it is as at" says "as at 1 November 2025"
check "a heading that is not known is said" says "not known: left out"
check "what would come is shown" says "3 to add (+)"
check "and nothing is stored" says "nothing was stored"
ours export actions
check "indeed nothing" says '"actions":[]'
ours import-tracker "$home/tracker.csv" --committee 'Harbour Scrutiny Panel'
check "it is taken in" exits 0
check "by whom" is "$(rows owner moorings)" "Harbour Master"
check "when it was asked" is "$(rows meeting_date moorings)" 2025-07-10
check "by when" is "$(rows due_to moorings)" 2025-11-30
check "their status as ours" is "$(rows status moorings)" "in progress"
check "and as their word" is "$(rows status_word moorings)" Ongoing
check "what is closed says by what" is "$(rows closed_by tolls)" "tracker.csv, as at 1 November 2025"
check "a guard against formulas is no part of the words" is "$(rows own_words tolls)" "=Write to the Cabinet Member about tolls"
check "the committee is the one that was named" is "$(rows committee tolls)" "Harbour Scrutiny Panel"
check "their reference stays" is "$(rows reference tolls)" H2
ours import-tracker "$home/tracker.csv" --committee 'Harbour Scrutiny Panel'
check "taken again it changes nothing" says "0 to add (+), 0 to change (~), 3 as they are (=)"
ours undo
check "one undo takes all back" says "undone: tracker.csv taken in: 3 added, 0 changed"
ours redo
check "and one redo brings it again" exits 0
ours action update H1 'owner=the Deputy Harbour Master'
sed 's/Ongoing/Delayed by storms/' "$home/tracker.csv" >"$home/newer.csv"
ours import-tracker "$home/newer.csv" --committee 'Harbour Scrutiny Panel'
check "where both say something else theirs is kept beside ours" says "kept beside ours: by whom: Harbour Master"
check "ours stays" is "$(rows owner moorings)" "the Deputy Harbour Master"
check "and theirs is told with its source" is "$(rows entries moorings)" "by whom: Harbour Master; council's word: Delayed by storms"
ours import-tracker "$home/newer.csv" --committee 'Harbour Scrutiny Panel'
check "once" says "0 to add (+), 0 to change (~)"

printf 'Recommendation\tCabinet Member\tResponse\nThat tolls be halved\tLeader\tAgreed - further work required\nThat tolls end\tLeader\tRejected\n' >"$home/scraip.tsv"
ours import-tracker "$home/scraip.tsv" --profile maidstone
check "a pasted table is read, too" says "2 to add"
check "a response is ours by the profile's words" is "$(rows response halved)" "accepted in part"
check "a refusal, too" is "$(rows response 'tolls end')" refused
printf '| Action | Officer responsible |\n|---|---|\n| Paint the *buoys* \\| lights | Harbour Master |\n' >"$home/list.md"
ours import-tracker "$home/list.md"
check "and one of Markdown" is "$(rows owner 'Paint the *buoys* | lights')" "Harbour Master"
printf 'Action;Officer;Due\n"Mend the quay; at once";Clerk;May 2026\n' >"$home/semicolons.csv"
ours import-tracker "$home/semicolons.csv"
check "and one with semicolons" is "$(rows due_text 'Mend the quay; at once')" "May 2026"
printf 'Colour,Weight\nred,3\n' >"$home/other.csv"
ours import-tracker "$home/other.csv"
check "what is no tracker is refused" exits 3
printf 'Harbour Council\n\nColour,Weight,Owner\nred,3,x\n' >"$home/near.csv"
ours import-tracker "$home/near.csv"
check "with the line that comes nearest" complains 'line 3 (“Colour”, “Weight”, “Owner”) comes nearest, of which “Owner” alone is known'
printf 'Owner,Due\nHarbour Master,May\n' >"$home/textless.csv"
ours import-tracker "$home/textless.csv"
check "and what says of nothing what was asked" complains "to say what was asked"
for profile in plain york maidstone city-of-london future-oxfordshire; do
    "$MINUTEBOOK_BIN" --demo export actions --profile $profile --format csv >"$home/$profile.csv"
    minutebook --store "$home/$profile.db" import-tracker "$home/$profile.csv"
    check "what $profile wrote is read as that" says "read as $profile, as at 3 December 2025"
    check "whole" complains ""
    "$MINUTEBOOK_BIN" --store "$home/$profile.db" export actions --profile $profile --format csv >"$home/$profile-again.csv"
    sort "$home/$profile.csv" >"$home/sorted.csv" # without committees rows have another order
    check "and written again says the same" is "$(sort "$home/$profile-again.csv" | cmp - "$home/sorted.csv")" ""
done

# ---- minutes and their limbs ------------------------------------------------------------------------------
printf 'Minute,Date raised,Action\n214(b),10/07/2025,Mend the pier\n214(a),10/07/2025,Paint the pier\n' >"$home/limbs.csv"
minutebook --store "$home/limbs.db" import-tracker "$home/limbs.csv"
minutebook --store "$home/limbs.db" action update '214 (b)' 'owner=the Clerk'
check "a minute and its limb name a follow-up" says "214/1 by whom: the Clerk"
minutebook --store "$home/limbs.db" actions '214(b)'
check "and are found in the list" says "Mend the pier"
check "that limb alone" not says "Paint the pier"
minutebook --store "$home/limbs.db" action update '214(c)' 'owner=the Clerk'
check "one that is not there is none" complains 'there is no follow-up "214(c)"'

# ---- carried to another committee ----------------------------------------------------------------------
minutebook --store "$home/carried.db" import-tracker "$home/tracker.csv" --committee 'Harbour Scrutiny Panel'
minutebook --store "$home/carried.db" action update H1 'carried_to=Coast Board'
"$MINUTEBOOK_BIN" --store "$home/carried.db" export actions --profile plain --format csv >"$home/carried.csv"
check "a sheet names who follows it now, and from whom" is "$(grep -c 'Coast Board (carried from Harbour Scrutiny Panel)' "$home/carried.csv")" 1
minutebook --store "$home/carried-again.db" import-tracker "$home/carried.csv"
"$MINUTEBOOK_BIN" --store "$home/carried-again.db" export actions --profile plain --format csv >"$home/carried-back.csv"
check "it comes back so" is "$(grep 'Coast Board (carried from Harbour Scrutiny Panel)' "$home/carried-back.csv")" "$(grep 'Coast Board (carried' "$home/carried.csv")"
minutebook --store "$home/carried.db" undo
"$MINUTEBOOK_BIN" --store "$home/carried.db" export actions --profile plain --format csv >"$home/carried.csv"
check "one undo gives it back to the old committee" is "$(grep -c 'carried from' "$home/carried.csv")" 0

# ---- a colleague's store -----------------------------------------------------------------------------------
theirs import "$sample"
ours import "$sample"
found=$("$MINUTEBOOK_BIN" --store "$home/theirs.db" actions --format json | python3 -c '
import json, sys; print(*[a["id"] for a in json.load(sys.stdin)["actions"] if a["trackable"]])')
set -- $found
theirs action confirm "$1" "$2" "$3"
theirs action update "$1" 'owner=Their Officer' 'note=their secret'
theirs action chase "$1" '1 Dec 2025: telephoned'
theirs action add 'the Clerk > Members: minutes of the harbour; note hush'
theirs export actions "$home/all.json"
ours action confirm "$1"
ours action update "$1" 'owner=Our Officer' 'note=our secret'
ours action dismiss "$2" --reason 'answered'
ours import-tracker "$home/all.json" --dry-run
check "a colleague's follow-ups are shown first" says "read as minutebook-actions"
check "what is new, what is held, what was refused here" says "2 to add (+), 1 to change (~), 0 as they are (=), 1 left out (-)"
ours import-tracker "$home/all.json"
check "they are merged" exits 0
words=$("$MINUTEBOOK_BIN" --store "$home/ours.db" export actions --notes | python3 -c '
import json, sys
for a in json.load(sys.stdin)["actions"]:
    if a["candidate_id"] == sys.argv[1]:
        print(a["owner"], a["note"], *sorted((e["kind"], e["text"], e["source"] or "") for e in a["entries"]), sep="|")' "$1")
check "both texts are kept" is "$words" "Our Officer|our secret|('chase', 'telephoned', '')|('update', 'by whom: Their Officer', 'all.json, as at 3 December 2025')"
check "private notes did not leave" not grep -q 'secret\|hush' "$home/all.json"
ids=$(for store in ours theirs; do "$MINUTEBOOK_BIN" --store "$home/$store.db" export actions | python3 -c '
import json, sys; print([a["id"] for a in json.load(sys.stdin)["actions"] if a["subject"] == "minutes of the harbour"])'; done | sort -u | wc -l | tr -d ' ')
check "a row keeps its id" is "$ids" 1
ours import-tracker "$home/all.json"
check "merged again it changes nothing" says "0 to add (+), 0 to change (~), 3 as they are (=), 1 left out (-)"
ours undo
check "one undo takes the merging back" says "undone: all.json taken in: 2 added, 1 changed"
ours import-tracker "$home/all.json"
check "what was undone can be taken in again" says "all.json taken in: 2 added, 1 changed"
ours undo
check "and undone again" says "undone: all.json taken in: 2 added, 1 changed"
theirs export actions --notes "$home/notes.json"
ours import-tracker "$home/notes.json"
check "notes that were asked for come as notes" says "note: both are kept"
check "and as nothing else" not grep -q "their secret" "$("$MINUTEBOOK_BIN" --store "$home/ours.db" export actions >"$home/mine.json"; echo "$home/mine.json")"
printf '{"format":"minutebook-actions","version":1,"actions":[{"state":"confirmed","id":"../../x","own_words":"a harbour","status":"mad","due_from":"2031-99-01"}]}' >"$home/odd.json"
ours import-tracker "$home/odd.json"
check "what is not as it should be is as if absent" is "$(rows status 'a harbour')" "not started"
printf '{"format":"minutebook-meetings","version":1}' >"$home/meetings.json"
ours import-tracker "$home/meetings.json"
check "another document is refused" complains "no minutebook-actions document"
printf '{"format":"minutebook-actions",' >"$home/torn.json"
ours import-tracker "$home/torn.json"
check "a torn one, too, with its place" complains "line 1, column"
ours check
check "the store is sound after all that" exits 0
finish
