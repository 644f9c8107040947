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
finish
