# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# import, meetings, show, forget: from files to what people read.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"

minutebook meetings
check "an empty store is an empty list" exits 0

minutebook import "$sample"
check "a folder is imported" exits 0
check "the report counts papers and meetings" says "3 papers read, 2 meetings."
check "the report says why papers were joined" says "joined:"
check "the report says how to part them" says "meeting part"
check "cut minutes are counted" says "1 of 13 minutes"
check "the store is the user's alone" is "$(stat -c %a "$home/data/minutebook/minutebook.db")" 600
check "its folder too" is "$(stat -c %a "$home/data/minutebook")" 700

minutebook import --format json "$sample"
check "a second import says unchanged, thrice" is "$(printf '%s\n' "$out" | grep -c '"outcome":"unchanged"')" 3
check "what was found is counted" says '"candidates":3,"candidates_complete":true'

minutebook import "$sample"
check "the report counts them, too" says "3 papers read, 2 meetings. 3 unchanged."
check "and lists each" says "2025-07-10-minutes-page.txt: Children and Young People, 10 July 2025"
mkdir "$home/many"
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23; do
    printf 'a\0\1' >"$home/many/$i.bin"
    sed "s/10th July, 2025/${i}th July, 2024/; s/^Children and Young People/Roads $i/" "$sample/2025-07-10-minutes-page.txt" >"$home/many/$i.txt"
done
minutebook --store "$home/many.db" import "$home/many"
check "of many papers the first are listed" says "and 4 more (import --verbose names them all)"
check "refusals beyond a screenful are counted" complains "3 more papers were refused"
check "nothing is written over where no terminal is" not complains "of 46"
minutebook --store "$home/many.db" import --verbose "$home/many"
check "and all are listed when asked for" not says " more"
check "refusals too" complains "many/9.bin"
check "none is counted then" not complains "more papers"
minutebook --store "$home/many.db" import --format json "$home/many/1.bin"
check "JSON says why a paper was refused" says '"refusal":"'

minutebook meetings
check "both meetings are listed" says "10 Jul 2025"
check "the joined one too" says "9 Oct 2025"

minutebook show 2025-10-09/m226
check "an item by its minute number" says "Young Carers"
check "its cut end is said in words" says "Cut off on the council's page"
first=$out
minutebook show 2025-10-09/a5
check "the same item by its agenda number" is "$out" "$first"
minutebook show 2025-10-09/@5
check "and by its place" is "$out" "$first"
minutebook show 2025-10-09/226
check "and by a bare number" is "$out" "$first"
minutebook show last/226
check "last is the newest meeting held" is "$out" "$first"
minutebook show 2025-10-09/m999
check "an unknown item is a usage error" exits 2
minutebook show 2024-01-01
check "an unknown meeting is a usage error" exits 2
minutebook show c
check "an ambiguous beginning is a usage error" exits 2
check "that lists the meetings" complains "2025-10-09"

cat "$sample/2025-07-10-minutes-page.txt" >"$home/page.txt"
minutebook --store "$home/other.db" import - <"$home/page.txt"
check "a paper on standard input" says "1 paper read, 1 meeting."

: >"$home/empty.txt"
printf '%%PDF-1.4\nx' >"$home/pack.pdf"
printf '<!DOCTYPE html><html><body>x</body></html>' >"$home/page.html"
printf 'a\0\1\2b' >"$home/binary"
minutebook --store "$home/third.db" import "$home/empty.txt" "$home/pack.pdf" "$home/page.html" "$home/binary" "$home/nothere" "$home/page.txt"
check "bad files among good ones: exit 3" exits 3
check "the good one was done" says "1 meeting"
for bad in empty.txt pack.pdf page.html binary nothere; do
    check "$bad is refused by name" complains "$bad"
done
minutebook --store "$home/third.db" import "$home/page.txt" --dry-run
check "a dry run says that nothing was stored" says "Nothing was stored"

minutebook forget 2025-07-10-minutes-page.txt
check "forget shows what goes first" says "Nothing was removed"
minutebook meetings
check "and removed nothing" says "10 Jul 2025"
minutebook forget 2025-07-10-minutes-page.txt --yes
check "forget does it when told" says "forgotten"
minutebook meetings
check "the meeting is gone" not says "10 Jul 2025"
minutebook import "$sample"
minutebook meetings
check "and comes back by importing again" says "10 Jul 2025"

minutebook meeting part 2025-10-09
check "a joined meeting is parted" exits 0
minutebook meetings --format json
check "then there are three" is "$(printf '%s' "$out" | grep -o '"joined_because"' | wc -l)" 3
minutebook undo
check "undo names the parting" exits 0
minutebook meetings --format json
check "and they are two again" is "$(printf '%s' "$out" | grep -o '"joined_because"' | wc -l)" 2
minutebook check
check "the store is sound after all this" exits 0

# ---- a paper attached by hand: what is said of it is looked at before anything is kept
by_hand() { minutebook --store "$home/hand.db" "$@"; }
kept() { by_hand meetings --format json && printf '%s' "$out" | grep -o '"sha256"' | wc -l; }
by_hand import "$sample/2025-10-09-agenda-pack.txt"
by_hand to-get
check "a report is to follow" says "School Places for September 2026: to follow"
sources=$(kept)
page=$sample/2025-10-09-minutes-page.txt
by_hand import --meeting 2019-01-01 --item a6 "$page"
check "an unknown meeting is a usage error" exits 2
check "that names it" complains 'no meeting is named "2019-01-01"'
by_hand import --meeting 2025-10-09 --item a99 "$page"
check "an unknown item is a usage error" exits 2
by_hand import --meeting 2025-10-09 --item a6 "$page"
check "a whole meeting's page is of no item" complains "is of a whole meeting: name the meeting alone"
by_hand import --url https://democracy.kilnford.example/documents/s99/None.pdf "$page"
check "an address that nothing lists is refused" exits 3
check "and named, once" is "$(printf '%s\n' "$err" | grep -c 's99/None.pdf')" 1
by_hand import --item a6 "$page"
check "an item without its meeting is a usage error" complains "--meeting"
check "of exit 2" exits 2
by_hand import --meeting 2025-10-09 --item a6 "$page" "$home/page.txt"
check "two files are" complains "name one file"
by_hand import --meeting 2025-10-09 "$sample"
check "a folder is" complains "name one file"
by_hand import --meeting 2025-10-09 --date 2025-10-09 "$page"
check "a meeting and its day are" complains "leave out --date"
by_hand import --url ' ' "$page"
check "an empty address is" exits 2
by_hand import --dry-run --meeting 2025-10-09 "$page"
check "a dry run that is to look into the store is" exits 2
check "of none of these anything is kept" is "$(kept)" "$sources"
by_hand undo
check "and there is nothing to undo" complains "nothing to undo"

# ---- a report that names its committee and no day is of no meeting yet
printf '%s\n\n' "Ferry Panel" "Report of the Director of Ferries" "Winter timetable" "1. Purpose" \
    "1.1 To inform members." "2. Recommendation" "2.1 The Panel is asked to note the report." >"$home/winter ferries.txt"
minutebook --store "$home/lone.db" import --form report-text "$home/winter ferries.txt"
out=$(printf '%s' "$out" | tr -s ' \n' ' ')
check "a report that nobody places asks whose it is" says "Of which item of which meeting?"
check "and how that is said" says "import --meeting MEETING --item ITEM"
check "with its file as one word" says "winter ferries.txt')"

# ---- reports are PDFs
report() { python3 "$MINUTEBOOK_SRCDIR/tests/cli/pdf_make.py" --report "$@"; }
if command -v pdftohtml >/dev/null && command -v python3 >/dev/null; then
    report "$home/forecast.pdf" "Forecast of Pupils" "Report of the Head of Schools" "Summary" "1. Two schools may share a head."
    report "$home/streets.pdf" "Closing Roads at Nine" "Report of the Engineer" "Summary" "1. Two streets of nine were never closed."
    by_hand import --meeting 2025-10-09 "$home/forecast.pdf"
    check "a report that bears no item's title asks for the item" complains "name the item"
    check "and is not kept" is "$(kept)" "$sources"
    by_hand import --meeting 2025-10-09 --item a6 "$home/forecast.pdf"
    check "a report is said to be of an item" exits 0
    check "and told under its meeting" says "9 October 2025"
    by_hand show 2025-10-09/a6
    check "its text stands at the item" says "Two schools may share a head"
    by_hand to-get
    check "then it is not to be got any more" not says "School Places for September 2026: to follow"
    by_hand import --meeting 2025-10-09 --item a6 "$home/forecast.pdf"
    check "the same again changes nothing" says "1 unchanged"
    by_hand undo
    check "undo says what it takes back" says "item 6"
    by_hand to-get
    check "and the report is to follow again" says "School Places for September 2026: to follow"
    by_hand import "$MINUTEBOOK_SRCDIR/tests/styles/seen/kilnford.html"
    by_hand to-get --format csv
    check "a paper that a page lists is to be got" is "$(printf '%s\n' "$out" | grep -c '^paper,.*,School Streets,PDF')" 1
    by_hand import --url "https://democracy.kilnford.example/documents/s40014/School%20Streets.pdf" "$home/streets.pdf"
    check "a report is placed by the address it came from" exits 0
    by_hand show "2025-01-21/m74(b)"
    check "it is of the item under which that is listed" says "Two streets of nine were never closed"
    by_hand to-get --format csv
    check "and not to be got any more" is "$(printf '%s\n' "$out" | grep -c '^paper,.*,School Streets,PDF')" 0
    by_hand check
    check "the store is sound" exits 0
fi
finish
