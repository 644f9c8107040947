#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# No archive wants a name of a room above it or beside it, however it was declared: what nm says of the
# archives as built.
. "$(dirname "$0")/gate.sh"
builddir=${MINUTEBOOK_BUILDDIR-$(pwd)}
rooms="base:0 text:1 box:1 model:2 store:3 actions:4 search:4 intake:5 export:5 command:6 screens:7 terminal:8 cli:8"

# symbols DIR: complaints about DIR/libROOM.a, all of which must be there.
symbols() {
    for pair in $rooms; do
        room=${pair%:*} floor=${pair#*:}
        [ -f "$1/lib$room.a" ] || { echo "lib$room.a is not built"; continue; }
        nm -P -g "$1/lib$room.a" 2>/dev/null | $AWK -v where="$floor $room" 'NF > 1 && !/:$/ { print where, $1, $2 }'
    done >"$scratch/listing"
    grep 'not built' "$scratch/listing"
    grep -v 'not built' "$scratch/listing" | $AWK -f "$gates/symbols.awk"
}

# fresh_archives: copies of ours in $tree, to plant something in.
fresh_archives() {
    tree=$scratch/archives
    rm -rf "$tree" "$scratch/objects"
    mkdir "$tree" "$scratch/objects"
    for pair in $rooms; do cp "$builddir/src/${pair%:*}/lib${pair%:*}.a" "$tree/" || exit 99; done
}

# move_object FROM OBJECT TO: OBJECT of libFROM.a stands in libTO.a instead.
move_object() {
    fresh_archives
    (cd "$scratch/objects" && ar x "$tree/lib$1.a" "$2" && ar d "$tree/lib$1.a" "$2" && ar r "$tree/lib$3.a" "$2") \
        2>/dev/null
}

fresh_archives
clean "no archive wants a name from above or beside" symbols "$tree"

move_object text safe.o base
caught 'base (floor 0) wants text_classify of text (floor 1)' "a wanted name of a higher room is seen" symbols "$tree"
move_object text classes.o model
caught 'text (floor 1) wants text_classify of model' "a name that moved up is seen" symbols "$tree"
fresh_archives
(cd "$scratch/objects" && ar x "$tree/libtext.a" classes.o && ar r "$tree/libstore.a" classes.o) 2>/dev/null
caught 'text_classify is defined in text and in store' "a name of two rooms is seen" symbols "$tree"
rm "$tree/libbase.a"
caught 'libbase.a is not built' "a missing archive is seen" symbols "$tree"
echo '7 screens filter T' >"$scratch/bare"
caught 'filter of screens is a bare word' "a bare global name is seen" $AWK -f "$gates/symbols.awk" "$scratch/bare"

done_testing
