#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Edges of the command line: words with a minus, names with a line break, stores that may only be read,
# an import beside another. Each was a fault once.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"
store=$home/data/minutebook/minutebook.db
minutebook import "$sample"

minutebook search carers -taxi
check "a word left out stands behind another" exits 0
minutebook search -taxi --limit 1 carers
check "or before it, beside options" exits 0
minutebook search carers -"young carers"
check "a phrase can be left out" not says "young [carers]"
minutebook search carers -"carers young"
check "one that does not occur leaves all in" says "young [carers]"
minutebook search -taxi
check "only leaving out is a usage error" exits 2
minutebook meetings -x
check "an unknown letter is named" complains "'-x'"

bad=$(printf 'none\nminutebook: fine')
minutebook import "$bad"
check "a line break in a name begins no line of ours" is "$(wc -l <"$home/err")" 1
odd=$home/$(printf 'odd\nname.txt')
sed 's/Young Carers/Young Carters/' "$sample/2025-10-09-minutes-page.txt" >"$odd"
minutebook import "$odd"
minutebook forget "$odd"
check "nor in the list of what would be forgotten" is "$(wc -l <"$home/out")" 3
minutebook forget "$odd" --yes

minutebook action add 2025-10-09/226 "Chairman > Cabinet Member: a letter"
minutebook forget 2025-10-09-minutes-page.txt
check "a follow-up without a quote is counted among what stays" says "(1 here)"

minutebook --read-only check
check "a store is checked without changing it" says "is sound"
minutebook --read-only --store "$home/none.db" meetings
check "a store that is not there and may not be made is 4" exits 4
check "and is not made" not test -e "$home/none.db"

cp "$store" "$home/newer.db"
chmod 600 "$home/newer.db"
# user_version is the big-endian number at byte 60 (SQLite file format, 1.3)
printf '\000\000\000\143' | dd of="$home/newer.db" bs=1 seek=60 conv=notrunc 2>/dev/null
minutebook --store "$home/newer.db" meetings
check "a newer store is read" says "9 Oct 2025"
check "and it is said that it is only read" complains "newer minutebook"
minutebook --store "$home/newer.db" import "$sample"
check "it is never written" exits 4

# A folder nobody here may write: root may write everywhere, and becomes nobody for it.
mkdir "$home/still 50%"
cp "$store" "$home/still 50%/s.db"
as=
if [ "$(id -u)" = 0 ]; then
    as="setpriv --reuid=65534 --regid=65534 --clear-groups"
    chown -R 65534:65534 "$home/still 50%"
    chmod 755 "$home"
fi
chmod 500 "$home/still 50%"
if $as test -x "$MINUTEBOOK_BIN" 2>/dev/null; then
    out=$($as "$MINUTEBOOK_BIN" --store "$home/still 50%/s.db" meetings 2>"$home/err")
    code=$?
    check "a store in a folder that may not be written is read" says "9 Oct 2025"
    check "without a word of complaint" not grep -qv '^profiling:' "$home/err" # gcov's, of a counter it may not write
    check "and nothing is left there" is "$(ls "$home/still 50%")" s.db
fi
chmod 700 "$home/still 50%"

# Another import holds its lock for longer than we wait.
flock "$store.import" sleep 8 &
sleep 1
minutebook import --committee "Another Panel" "$sample/2025-07-10-minutes-page.txt"
check "an import beside a long one gives up with 75" exits 75
wait
minutebook undo
check "and nothing was changed, as it says" says "undone: 226/1 added"
minutebook meeting add --committee 'Heronsgate Bridges Panel' --date 2026-03-04 --time '10.30 am'
check "a time is typed as people write it" exits 0
minutebook meeting add --committee 'Heronsgate Bridges Panel' --date 2026-04-04 --time 2pm
check "also without minutes" exits 0
minutebook meeting add --committee 'Heronsgate Bridges Panel' --date 2026-05-04 --time 'half past'
check "what is no time is a usage error" exits 2

finish
