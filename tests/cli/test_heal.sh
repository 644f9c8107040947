#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# A minute that the page cuts off, what was kept of it, and the paper that tells it whole.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"

page() {
    printf '%s\n' 'Agenda and minutes' 'Lock Keepers Panel - Thursday 6th November 2025 2:30pm' '' 'Venue: Wharf Room, Tolleswick' '' \
        Items 'No. Item' '' 11. '' 'Apologies for Absence' '' Minutes: 'None.' '' 12. '' 'Lock Gates' '' Minutes: "$1" '' \
        13. '' 'Towpath' '' Minutes: 'The Panel noted the towpath.' '' 14. '' 'Moorings' '' Minutes: 'The Panel noted the moorings.'
}
page 'The gates leak. The Chairman would write to the Canal Trust about the ... view the full minutes text for item 12.' >"$home/cut.txt"
page 'The gates leak. The Chairman would write to the Canal Trust about the oak gates.' >"$home/full.txt"

minutebook import "$home/cut.txt"
minutebook action whole
check "nothing is whole yet" says "no sentence on the tracker that was cut off"
minutebook action confirm 12/1
minutebook action whole 12/1
check "and cannot be taken" complains "12/1 stays cut off: no paper held tells its sentence whole"
minutebook letter 12/1
check "a letter of it is written, and on the side it is told that its sentence is cut off" complains "12/1: its sentence is cut off"
check "and how to get the whole" complains "minutebook to-get"
minutebook action update 12/1 owner='the Chairman'
minutebook chase --out "$home/messages"
check "so it is with messages" complains "12/1: its sentence is cut off"
minutebook import "$home/full.txt"
minutebook show 2025-11-06/m12
check "a healed minute says since when, though the cut one came the same day" says "Full minute held since "
minutebook actions
check "the list says that a sentence is whole" says "1 sentence is now whole: minutebook action whole"
check "and is as it was" says "Canal Trust about the” [cut off]"
minutebook action whole
check "the whole sentence is offered" says "12/1  The Chairman would write to the Canal Trust about the oak gates."
minutebook action whole 12/1
check "and taken" says "12/1 sentence: The Chairman would write to the Canal Trust"
minutebook actions
check "with what is asked" says "write to the Canal Trust about the oak gates”"
check "and nothing is offered any more" not says "now whole"
minutebook undo
minutebook actions
check "undo gives the cut one back" says "Canal Trust about the” [cut off]"
minutebook action dismiss
check "other verbs want a reference" exits 2

# What a paper that is held is taken for is overruled, by the member alone.
minutebook --store "$home/form.db" import "$home/full.txt"
minutebook --store "$home/form.db" import --form minutes-text "$home/full.txt"
check "a paper that is held is read as the form that the member says" says "1 updated"
check "and is of that form" says "printed minutes"
minutebook --store "$home/form.db" import --form minutes-text "$home/full.txt"
check "said twice nothing changes" says "1 unchanged"
minutebook --store "$home/form.db" import "$home/full.txt"
check "nor when it is not said" says "printed minutes"
minutebook --store "$home/form.db" import --again "$home/full.txt"
check "nor when it is read anew: what the member says of it stays" says "1 unchanged"
minutebook --store "$home/form.db" meetings --format json
check "and it is published as that" says '"form":"minutes-text"'
minutebook --store "$home/form.db" undo
check "what was said is undone by its name" says "form of the paper"
minutebook --store "$home/form.db" import "$home/full.txt"
check "and the next import takes the paper for what it is found to be" says "meeting page"
minutebook --store "$home/form.db" redo
minutebook --store "$home/form.db" import "$home/full.txt"
check "redone it is what the member says" says "printed minutes"
minutebook --store "$home/form.db" forget --yes "$home/full.txt"
minutebook --store "$home/form.db" import "$home/full.txt"
check "also where the paper was forgotten and came again" says "printed minutes"
minutebook --store "$home/form.db" import --form page-text "$home/full.txt"
check "another form takes its place" says "meeting page"
minutebook --store "$home/form.db" import --form minutes-pdf "$home/full.txt"
check "what is no PDF is not read as one" complains "no PDF, and cannot be read as one"
printf '%s\n' '{ "committee": "Lock Keepers Panel", "date": "2025-11-06",' ' "items": ["1. Apologies"] }' >"$home/data.json"
minutebook --store "$home/form.db" import "$home/data.json"
check "and data is no paper" complains "data (JSON), no paper"

# A page that is saved again lacks an item, and has it again: what came last tells.
page 'The gates leak.' | sed '/^14\.$/,$d' >"$home/without.txt"
page 'The gates leak, and the sluice.' >"$home/with.txt"
minutebook --store "$home/gone.db" import "$home/cut.txt"
minutebook --store "$home/gone.db" show 2025-11-06
check "an item is in the one paper held" not says "not in the latest edition"
minutebook --store "$home/gone.db" import "$home/without.txt"
minutebook --store "$home/gone.db" show 2025-11-06
check "one that vanished stays and is marked" says "14  Moorings
      not in the latest edition"
minutebook --store "$home/gone.db" import "$home/with.txt"
minutebook --store "$home/gone.db" show 2025-11-06
check "until a later paper has it again" not says "not in the latest edition"
minutebook --store "$home/gone.db" meetings --format json
check "of papers of one kind none is said to be the last, whatever their order" not says '"in_latest":false'
finish
