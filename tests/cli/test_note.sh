#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Notes and questions on the command line: kept with their item, found, changed, taken back, and in no export.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"
minutebook import "$sample"/*.txt
minutebook note list
check "no notes yet" says "None yet."
minutebook note add 2025-10-09/5 --question --for 'the Director' 'Which herons nest there?'
check "a question on an item" exits 0
check "which is named by the minute" says 'question on minute 226: Which herons nest there?'
minutebook note add 2025-07-10 bring the plan
check "a note on a meeting" says 'note: bring the plan'
minutebook note list
check "both are listed" says '2, private'
check "with whom the question is for" says 'question for the Director: Which herons nest there?'
check "at its place" says '9 October 2025, minute 226'
minutebook note list 2025-07-10 --format csv
check "those of one meeting" says 'bring the plan'
check "alone" [ "$(printf '%s\n' "$out" | wc -l)" = 2 ]
minutebook search herons
check "a question is found" says 'Questions'
minutebook search kind:note plan
check "a note by its kind" says '[plan]'
minutebook search kind:question herons
check "a question by its kind" says '[herons]'
minutebook note list --format json
id=$(printf '%s' "$out" | sed 's/.*"id":"\([0-9a-f-]*\)","kind":"question".*/\1/' | cut -c1-8)
minutebook note edit "$id" Which geese nest there?
check "changed" says 'question on minute 226: Which geese nest there?'
minutebook note answer "$id" none
minutebook note list
check "answered" says 'answered: none'
for list in meetings actions programme; do
    for format in json csv; do
        minutebook export "$list" --format "$format"
        check "not in export $list $format" [ -z "$(printf '%s' "$out" | grep -e geese -e 'bring the plan')" ]
    done
done
minutebook note delete "$id"
check "taken back" says 'taken back: question on minute 226'
minutebook search geese
check "and found no more" exits 1
minutebook undo
minutebook search geese
check "undo brings it back" exits 0
minutebook note delete zz
check "no such note" exits 2
minutebook note add 2025-10-09/5
check "a note without words" exits 2
minutebook note sing
check "no such verb" exits 2
minutebook check
check "the store is sound" exits 0
finish
