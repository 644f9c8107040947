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
check "a follow-up is completed" exits 0
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
finish
