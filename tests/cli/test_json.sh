#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Every document the program writes is as minutebook-json(5) describes it: the page's lists are read as the
# schema (test_json.py), and every object that it describes occurs.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"
if ! command -v python3 >/dev/null; then
    echo "1..0 # SKIP python3 is missing"
    exit 0
fi
documents=$home/documents
mkdir "$documents"
write() { # NAME ARGUMENTS...
    name=$1
    shift
    minutebook "$@"
    cp "$home/out" "$documents/$name"
    check "written: $*" exits 0
}
papers=$home/papers
mkdir "$papers"
cp "$sample"/* "$papers"
chmod u+w "$papers"/* # a source tree that may not be written hands that down
# Champions stand in the last rows of a work programme, where a committee has them.
sed 's/^July\tSafeguarding Annual Report.*/&\nScrutiny Champions\t<p>Bridges \xe2\x80\x93 Cllr Hester Vane<\/p>/' "$sample/2025-10-09-agenda-pack.txt" >"$papers/2025-10-09-agenda-pack.txt"
minutebook import "$papers"
sed 's/Indicative timing: 10.3/Indicative timing: 10.4/' "$papers/2025-10-09-agenda-pack.txt" >"$home/issued-again.txt"
minutebook import "$home/issued-again.txt"
minutebook meeting add --committee 'Heronsgate Bridges Panel' --date 2026-03-04
minutebook actions --format json
found=$(printf '%s' "$out" | python3 -c 'import json,sys; print(*[a["id"] for a in json.load(sys.stdin)["actions"] if a["state"]=="candidate" and a["trackable"]])')
set -- $found
check "there are follow-ups to check" [ $# -ge 3 ]
minutebook action confirm "$1"
check "kept" exits 0
minutebook action chase "$1" '3 Nov 2025: telephoned'
check "chased" exits 0
minutebook action dismiss "$2" --reason 'answered in the room'
check "refused" exits 0
minutebook action add last 'Clerk > Members: the plan of the bridge; by 20 Nov'
check "noted" exits 0
write meetings export meetings
write meetings-exempt export meetings --exempt
write meetings-listed meetings --format json
write show show last --format json
write actions export actions
write actions-listed actions --format json
minutebook note add last/5 --question --for 'the Clerk' 'Which bridge?'
write notes note list --format json
write programme export programme
write impact impact --format json
write search search --format json crossing
write to-get to-get --format json
write changes changes --format json
write changes-of-one changes last --format json
write explain explain last --format json
sed 's/Young Carers/Bridges of the Town/; s/^Apologies.*/Welcome/' "$sample/2025-10-09-minutes-page.txt" >"$home/other.txt"
minutebook import "$home/other.txt" --committee 'Children and Young People Scrutiny Panel' --date 2025-10-09
write pairs pairs --format json
minutebook action confirm 214/1 215/1
write brief brief children-and-young-people-scrutiny-panel-2025-10-09-1030 --format json
write evidence evidence --format json
write topic topic children-and-young-people-scrutiny-panel-2025-10-09-1030/a7 --format json
write topic-words topic young carers --format json
held=$MINUTEBOOK_SRCDIR/tests/intake/papers # votes and links: of saved pages; committees: of lists
for paper in "$papers"/* "$held"/saved-*.html "$held"/reply-*.xml; do
    write "dry-$(basename "$paper")" import --dry-run --format json "$paper"
done
minutebook import "$held/saved-committee.html" "$held/reply-committees.xml"
write committees committees --format json
printf 'Agenda and minutes\n\nHarbour Panel - Thursday, 3rd July, 2008 10.00 am\n\nItems\n\nNo. Item\n\n1.\n\nFerry\n\nMinutes:\n\nThe Panel had agreed that the Clerk would send a map.\n' >"$home/refused.txt"
minutebook import "$home/refused.txt"
write explain-refused explain 2008-07-03 --format json
minutebook import --format json "$papers" "$home/no-such-paper"
cp "$home/out" "$documents/import"
python3 "$MINUTEBOOK_SRCDIR/tests/cli/test_json.py" "$MINUTEBOOK_SRCDIR/assets/man/minutebook-json.5" "$documents" >"$home/verdict"
while read -r verdict; do
    count=$((count + 1))
    case $verdict in
    "ok "*) echo "ok $count - ${verdict#ok }" ;;
    *) echo "not ok $count - $verdict" ;;
    esac
done <"$home/verdict"
check "the page was read" [ -s "$home/verdict" ]
finish
