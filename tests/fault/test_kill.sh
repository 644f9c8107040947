# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# kill -9 at a hundred random moments of an import: each time the store opens, `check` is clean, every
# follow-up that was acknowledged is there, noted or kept of what was found, so is what an acknowledged
# import found, and the same import run again ends with the same store.
# MINUTEBOOK_KILLS sets another number of rounds, MINUTEBOOK_SEED other moments.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"
rounds=${MINUTEBOOK_KILLS-100}
seed=${MINUTEBOOK_SEED-20221103}
papers=$MINUTEBOOK_SHARED/seeds
[ -d "$papers" ] || papers=$sample

export_of() { "$MINUTEBOOK_BIN" --store "$1" export meetings && "$MINUTEBOOK_BIN" --store "$1" export programme; }

# One line a follow-up of the store that a rule found, whatever the member made of it.
found_of() { "$MINUTEBOOK_BIN" --store "$1" export actions | tr '{' '\n' | grep '"rule":"'; }
how_many() { grep -c . || true; }

# What the import of one paper said it had found.
told_of() { sed -n 's/.*"candidates":\([0-9]*\).*/\1/p'; }

# How long an import takes here, in milliseconds, and what it ends with.
start=$(date +%s%N)
"$MINUTEBOOK_BIN" --store "$home/whole.db" import "$papers" >/dev/null 2>&1
length=$((($(date +%s%N) - start) / 1000000 + 1))
export_of "$home/whole.db" >"$home/expected"
check "an undisturbed import has something to show" [ -s "$home/expected" ]
expected_found=$(found_of "$home/whole.db" | how_many)
check "and something to check" [ "$expected_found" -gt 0 ]

# A paper in which something is found; it is in before the import that is killed.
first=
for paper in "$papers"/*.txt; do
    [ "$("$MINUTEBOOK_BIN" --store "$home/first.db" import --format json "$paper" 2>/dev/null | told_of)" -gt 0 ] && first=$paper && break
done
check "one paper alone brings something to check" [ -n "$first" ]

# What every round begins with.
"$MINUTEBOOK_BIN" --store "$home/before.db" action add "Chairman > Members: kept before" >/dev/null 2>&1
told=$("$MINUTEBOOK_BIN" --store "$home/before.db" import --format json "$first" 2>/dev/null | told_of)
check "a program that ended leaves its store in one file" is "$(echo "$home"/before.db-*)" "$home/before.db-*"

opened=0 sound=0 kept=0 completed=0 killed=0 found=0 chosen=0
for moment in $(awk -v n="$rounds" -v ms="$length" -v seed="$seed" 'BEGIN { srand(seed); for (i = 0; i < n; i++) printf "%.4f\n", rand() * ms / 1000 }'); do
    store=$home/round.db
    rm -rf "$home"/round.db*
    cp "$home/before.db" "$store"
    "$MINUTEBOOK_BIN" --store "$store" import "$papers" >/dev/null 2>&1 &
    import=$!
    sleep "$moment"
    "$MINUTEBOOK_BIN" --store "$store" action add "Members: kept during $moment" >/dev/null 2>&1 && during=1 || during=0
    # Each second time keep one of what is found so far.
    confirmed=0 turn=$((1 - ${turn-0}))
    [ $turn = 1 ] && one=$(found_of "$store" 2>/dev/null | sed -n 's/^"id":"\(c-[0-9a-f]*\)".*/\1/p' | head -n 1) || one=
    [ -n "$one" ] && "$MINUTEBOOK_BIN" --store "$store" action confirm "$one" >/dev/null 2>&1 && confirmed=1
    chosen=$((chosen + confirmed))
    kill -9 $import 2>/dev/null
    wait $import 2>/dev/null
    [ $? = 137 ] && killed=$((killed + 1))
    "$MINUTEBOOK_BIN" --store "$store" actions --format json >"$home/actions" 2>/dev/null && opened=$((opened + 1))
    minutebook --store "$store" check
    if exits 0; then sound=$((sound + 1)); else printf '# at %s s: %s %s\n' "$moment" "$out" "$err"; fi
    grep -q "kept before" "$home/actions" && { [ $during = 0 ] || grep -q "kept during $moment" "$home/actions"; } &&
        { [ $confirmed = 0 ] || found_of "$store" | grep -q '"state":"confirmed"'; } && kept=$((kept + 1))
    have=$(found_of "$store" | grep '"trackable":true' | how_many)
    if [ "$have" -ge "$told" ]; then found=$((found + 1)); else echo "# at $moment s $have of $told found"; fi
    "$MINUTEBOOK_BIN" --store "$store" import "$papers" >/dev/null 2>&1
    export_of "$store" >"$home/actual"
    if cmp -s "$home/expected" "$home/actual" && [ "$(found_of "$store" | how_many)" = "$expected_found" ]; then completed=$((completed + 1)); else printf '# at %s s the import run again differs\n' "$moment"; fi
done 2>/dev/null
echo "# $killed of $rounds imports were killed while they ran ($length ms long)"
check "the store opened after each of $rounds kills" is "$opened" "$rounds"
check "check was clean each time" is "$sound" "$rounds"
check "every acknowledged follow-up was there" is "$kept" "$rounds"
check "so was what an acknowledged import had found" is "$found" "$rounds"
check "of what was found some was kept ($chosen)" [ "$chosen" -gt 0 ]
check "running the import again completed it each time" is "$completed" "$rounds"
check "enough imports were killed while they ran" [ "$killed" -gt $((rounds / 3)) ]
finish
