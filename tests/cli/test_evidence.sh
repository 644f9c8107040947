#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Did it happen? What `evidence` says of open follow-ups, and how a place is taken.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"

minutebook import "$sample"
minutebook evidence
check "with nothing on the tracker there is nothing to ask" says "Nothing open is on the tracker"
minutebook action confirm 214/1 214/2 215/1 226/1
minutebook evidence 214/1
check "a minute that tells of it is proposed with its place" says "probably reported at item 7, 9 October 2025"
check "the sentence stands below" says "had been sent to all of them"
check "and what speaks for it" says "probable: rare words in both"
minutebook evidence 214/2
check "where nothing tells of it, it says so" says "no trace in 1 later meeting (9 October 2025)"
check "and that a cut minute may hide it" says "the minutes of 9 October 2025 are cut off"
minutebook evidence 226/1
check "of the newest meeting there is nothing later" says "no later papers yet"
minutebook evidence 215/1
check "a change of the work programme is looked up in later programmes" says "in the programme of 9 October 2025"
minutebook --as-at 2025-09-01 evidence 214/1
check "as at an earlier day later papers are not known" says "no later papers yet"
minutebook evidence
check "without a name all that are open are told" is "$(printf '%s\n' "$out" | grep -c '^2[12][0-9]/')" 4

minutebook evidence 214/1 --take 2
check "a place that was not proposed cannot be taken" exits 2
minutebook evidence 214/1 214/2 --take 1
check "a place is taken for one follow-up" exits 2
minutebook --read-only evidence 214/1 --take 1
check "--read-only takes none" exits 2
minutebook evidence 214/1 --take 1
check "a place is taken" says "214/1 evidence, 9 October 2025"
minutebook actions --format json
check "it is kept as evidence with its place" says '"kind":"evidence","date":"2025-10-09"'
check "by the minute" says '"item":"m228"'
check "and nothing is closed by it" is "$(printf '%s' "$out" | grep -c '"closed_by":"')" 0
minutebook undo
check "undo takes it back" says "undone: 214/1 evidence"
minutebook action evidence 214/1 2025-10-09/7
check "a place is named by any of its numbers" exits 0
minutebook action evidence 214/1 2025-10-09/m228
check "and is evidence once" complains "m228 of 9 October 2025 is evidence of 214/1 already"
minutebook evidence 214/1 --take 1
check "as proposed or as named" exits 4
minutebook undo
check "undo takes that back, too" says "undone: 214/1 evidence"
minutebook evidence 999/1
check "a follow-up that is none is refused" exits 2
minutebook evidence --format csv
check "it is no table" exits 2

# The sample council: its later papers answer some promises and leave others (assets/sample/README).
MINUTEBOOK_DATADIR=$MINUTEBOOK_SRCDIR/assets
export MINUTEBOOK_DATADIR
unset MINUTEBOOK_AS_AT
minutebook --demo evidence --format json
printf '%s' "$out" | python3 -c '
import json, sys
for a in json.load(sys.stdin)["actions"]:
    best = a["proposals"][0] if a["proposals"] else None
    print(a["reference"] + ":", best["sort"] + ", " + best["grade"] + ", " + best["date"] + "/" + best["item"] if best else a["words"])' >"$home/told"
told() { check "in the sample $1 is: $2" grep -qx "$1: $2" "$home/told"; }
told 226/2 'reported, probable, 2025-11-27/m235'
told 226/1 'in-part, probable, 2025-11-27/m235'
told 228/1 'still-open, certain, 2025-11-27/m235'
told 214/2 'in-part, probable, 2025-10-09/m225'
told 210/1 'no trace in 3 later meetings (10 July, 9 October, 27 November 2025)'
told 79/1 'no trace in 1 later meeting (12 November 2025)'
told 230/1 'in the programme of 11 December 2025 for April 2026'
told 91/1 'not in a published programme yet'
check "and nothing else is open there" is "$(wc -l <"$home/told")" 8
minutebook --demo evidence 214/1
check "what was closed by a minute is told by that minute" says "probably reported at item 7, 9 October 2025"
minutebook --demo --as-at 2025-11-05 evidence
check "three weeks earlier the extra meeting has told nothing" is "$(printf '%s\n' "$out" | grep -c '27 November')" 0
finish
